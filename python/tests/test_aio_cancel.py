"""Tasks that are cancelled, loops that are closed: no call is lost, no thread stays."""

from __future__ import annotations

import asyncio
import threading
import unittest
from typing import Any, Callable, Coroutine, List
from unittest import mock

import tapi3
from tapi3 import aio
from tapi3.aio._work import Workers

from .support import MANUAL, SOON, come_true
from .test_aio import AioTest, soon, states, until, workers
from .test_threads import Late

OVER = (tapi3.CS_IDLE, tapi3.CS_DISCONNECTED)


def configurable() -> bool:
    """Whether no session is open."""
    try:
        tapi3.configure(None)
    except tapi3.Error:
        return False
    return True


async def cancelled(doing: Coroutine[Any, Any, Any], steps: int) -> bool:
    """Starts something, lets the loop go round some times, and cancels it. Gives whether that came
    neither before its beginning nor after its end."""
    task = asyncio.ensure_future(doing)
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await soon(task)
    except asyncio.CancelledError:
        return steps > 0
    except tapi3.Error:
        pass
    return False


class CancelTest(AioTest):
    async def test_an_attempt_hangs_the_call_up(self) -> None:
        call = self.one.call("1003")
        placing = asyncio.ensure_future(call.connect())
        await call.wait(tapi3.CS_INPROGRESS, timeout=SOON)
        placing.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await soon(placing)
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)
        self.assertEqual(await soon(states(call.events())), ["CS_INPROGRESS", "CS_DISCONNECTED"])

    async def test_a_timeout_hangs_the_call_up(self) -> None:
        call = self.one.call("1003")
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(call.connect(), 0.05)
        self.assertIn(call.state, OVER)

    async def test_at_any_moment(self) -> None:
        """Most of all between the decision to place the call and its being placed."""
        for round_ in range(300):
            call = self.one.call(("1001", "1003", "1002")[round_ % 3])
            if await cancelled(call.connect(wait=round_ % 2 == 0), round_ % 25):
                self.assertIn(call.state, OVER, round_)
            else:
                await call.disconnect()
        # Whoever is left on the line can be listed there.
        self.assertEqual([call for call in self.one.calls if call.state not in OVER], [])

    async def slowly_placed(self) -> "tuple[aio.Call, asyncio.Future[None], threading.Event]":
        """A call that a thread is about to place, the attempt, and what lets it go on."""
        call = self.one.call("1003")
        entered, go = threading.Event(), threading.Event()
        self.addCleanup(go.set)
        connect = call.sync.connect

        def slow(wait: bool = True) -> None:
            entered.set()
            go.wait(SOON)
            connect(wait)

        call.sync.connect = slow  # type: ignore[method-assign]
        placing = asyncio.ensure_future(call.connect())
        await asyncio.get_running_loop().run_in_executor(None, entered.wait)
        placing.cancel()
        await asyncio.sleep(0.01)
        self.assertFalse(placing.done())
        return call, placing, go

    async def test_a_placing_that_another_thread_is_slow_with(self) -> None:
        """The hang-up comes before the call is placed: it waits for that."""
        call, placing, go = await self.slowly_placed()
        go.set()
        with self.assertRaises(asyncio.CancelledError):
            await soon(placing)
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    async def test_a_second_cancellation_does_not_wait_for_the_hang_up(self) -> None:
        call, placing, go = await self.slowly_placed()
        placing.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await soon(placing)
        self.assertIs(call.state, tapi3.CS_IDLE)
        go.set()
        self.assertIs(await call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    async def test_the_end_of_a_block_waits_for_a_placing_that_has_begun(self) -> None:
        call = self.one.call("1003")
        late = Late(call.com)
        with mock.patch.object(call.sync, "_control", late):
            placing = asyncio.ensure_future(call.connect())
            await until(late.begun.is_set)
            async with call:
                pass
        await asyncio.wait({placing})
        placing.exception()
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    async def test_the_end_of_a_block_calls_a_placing_off_that_has_not_begun(self) -> None:
        call, start = self.one.call("1001"), Workers.start
        jobs: List[Callable[[], None]] = []

        def keep_the_first(self: Workers, job: Callable[[], None]) -> None:
            if jobs:
                start(self, job)
            else:
                jobs.append(job)

        with mock.patch.object(Workers, "start", keep_the_first):
            placing = asyncio.ensure_future(call.connect())
            await until(lambda: len(jobs) == 1)
            async with call:
                pass
        jobs[0]()
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            await soon(placing)
        self.assertIs(call.state, tapi3.CS_IDLE)

    async def test_the_end_of_a_block_finds_a_consultation_that_is_just_being_placed(self) -> None:
        for name in ("Transfer", "Conference"):
            call, consultation = await self.connected(), self.one.call("1003")
            late = Late(consultation.com)

            def slow(
                _: Any,
                wait: bool,
                late: Late = late,
                ask: Callable[..., Any] = getattr(call.com, name),
                asked: Any = consultation.com,
            ) -> None:
                late.begun.set()
                late.hung_up.wait(SOON)
                ask(asked, wait)

            first = mock.patch.object(call.sync, "_control", mock.Mock(**{name: slow}))
            with first, mock.patch.object(consultation.sync, "_control", late):
                asking = asyncio.ensure_future(getattr(call, name.lower())(consultation))
                await until(late.begun.is_set)
                async with consultation:
                    pass
                await asyncio.wait({asking})
            asking.exception()
            self.assertIs(consultation.state, tapi3.CS_DISCONNECTED)
            await call.disconnect()

    async def test_one_that_has_not_begun_never_does(self) -> None:
        call = self.one.call("1001")
        placing = asyncio.ensure_future(call.connect())
        placing.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await placing
        self.assertIs(call.state, tapi3.CS_IDLE)

    async def test_an_answer_a_pickup_and_an_unparking(self) -> None:
        for steps in range(20):
            async with self.tapi.listen([self.two]) as incoming:
                outgoing = self.one.call(self.two.number)
                await outgoing.connect(wait=False)
                call = await incoming.wait(SOON)
                if await cancelled(call.answer(), steps):
                    self.assertIn(call.state, OVER)
                await call.disconnect()
                await outgoing.wait(timeout=SOON)
            outgoing = self.one.call(self.two.number)
            await outgoing.connect(wait=False)
            await outgoing.wait(tapi3.CS_INPROGRESS, timeout=SOON)
            if not await cancelled(self.two.pickup(self.two.number), steps):
                for call in self.two.calls:
                    await call.disconnect()
            await outgoing.disconnect()
            parked = await (await self.connected()).park()
            if not await cancelled(self.two.unpark(parked), steps):
                for call in self.two.calls:
                    await call.disconnect()
            self.assertEqual(self.up(), [])

    def up(self) -> List[aio.Call]:
        """The calls that are not over."""
        return [call for line in self.tapi.lines for call in line.calls if call.state not in OVER]

    async def test_a_consultation_is_hung_up(self) -> None:
        for name in ("transfer", "conference"):
            call, consultation = await self.connected(), self.one.call("1003")
            asking = asyncio.ensure_future(getattr(call, name)(consultation))
            await consultation.wait(tapi3.CS_INPROGRESS, timeout=SOON)
            asking.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await soon(asking)
            self.assertIs(consultation.state, tapi3.CS_DISCONNECTED)
            # Without its consultation it is taken off hold.
            self.assertIs(await call.wait(tapi3.CS_CONNECTED, timeout=SOON), tapi3.CS_CONNECTED)
            await call.disconnect()

    async def test_a_hang_up_goes_on(self) -> None:
        for steps in range(20):
            call = await self.connected()
            await cancelled(call.disconnect(), steps + 1)
            self.assertIs(await call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    async def test_waiting_for_a_state_does_nothing_to_the_call(self) -> None:
        call = await self.connected()
        await cancelled(call.wait(), 3)
        self.assertIs(call.state, tapi3.CS_CONNECTED)

    async def test_closing_goes_on(self) -> None:
        call = await self.connected()
        await cancelled(self.tapi.close(), 1)
        come_true(lambda: "closed" in repr(self.tapi), "the end of the session")
        come_true(
            lambda: call.state in (tapi3.CS_IDLE, tapi3.CS_DISCONNECTED), "the end of the call"
        )
        with self.assertRaises(tapi3.Error):
            await call.hold()


class SlowTest(AioTest):
    """Time stands still: an exchange that does not answer does not."""

    configuration = MANUAL

    async def test_a_failure_that_nobody_waits_for_is_logged(self) -> None:
        call = self.one.call("1006")
        placing = asyncio.ensure_future(call.connect())
        await call.wait(tapi3.CS_INPROGRESS, timeout=SOON)
        while not placing.done():
            tapi3.advance_clock(1000)
            await asyncio.sleep(0.001)
        with self.assertLogs("tapi3", "WARNING") as logs:
            hanging_up = asyncio.ensure_future(call.disconnect())
            await asyncio.sleep(0.01)
            hanging_up.cancel()
            while not any("nobody waits for" in line for line in logs.output):
                tapi3.advance_clock(1000)
                await asyncio.sleep(0.001)


class OpeningTest(unittest.TestCase):
    def tearDown(self) -> None:
        come_true(lambda: not workers(), "the end of the threads")

    def test_a_session_that_nobody_waits_for_is_closed(self) -> None:
        async def opening() -> None:
            async with aio.open(MANUAL):
                pass

        for steps in range(30):
            asyncio.run(cancelled(opening(), steps))
            # It cannot be configured while a session is open. The closing may go on by itself.
            come_true(configurable, "the end of the session")

    def test_one_that_fails_leaves_no_thread(self) -> None:
        async def opening() -> None:
            with self.assertRaises(tapi3.Error):
                await aio.open("nonsense")

        asyncio.run(opening())


class LoopTest(unittest.TestCase):
    """Loops end as they like; a session belongs to none."""

    def setUp(self) -> None:
        self.tapi = asyncio.run(self.opened())
        self.addCleanup(lambda: asyncio.run(self.tapi.close()))
        self.one, self.two = self.tapi.lines

    @staticmethod
    async def opened() -> aio.Tapi:
        return await aio.open()

    def thrown_away(self, coroutine: Coroutine[Any, Any, Any], call: aio.Call) -> None:
        """A loop that is closed while a task waits."""
        loop = asyncio.new_event_loop()
        task = loop.create_task(coroutine)
        loop.run_until_complete(call.wait(tapi3.CS_INPROGRESS, timeout=SOON))
        loop.close()
        task._log_destroy_pending = False  # type: ignore[attr-defined]

    def test_a_closed_loop_hangs_up_what_it_was_placing(self) -> None:
        with self.tapi.sync.listen([self.two.sync]) as incoming:
            call = self.one.call(self.two.number)
            self.thrown_away(call.connect(), call)
            incoming.wait(SOON).answer()
        self.assertIs(call.sync.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    def test_the_end_of_a_program_hangs_up(self) -> None:
        call = self.one.call("1003")

        async def main() -> None:
            task = asyncio.ensure_future(call.connect())
            await call.wait(tapi3.CS_INPROGRESS, timeout=SOON)
            del task

        asyncio.run(main())
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    def test_what_a_loop_did_not_take_the_next_one_gets(self) -> None:
        events = self.tapi.events()
        call = self.one.call("1001")

        async def first() -> Any:
            await call.connect()
            async for event in events:
                return event.state

        async def second() -> List[Any]:
            await call.disconnect()
            seen = []
            async for event in events:
                seen.append(event.state)
                if event.state is tapi3.CS_DISCONNECTED:
                    break
            return seen

        self.assertIs(asyncio.run(first()), tapi3.CS_INPROGRESS)
        self.assertEqual(asyncio.run(second()), [tapi3.CS_CONNECTED, tapi3.CS_DISCONNECTED])

    def test_several_loops_at_once(self) -> None:
        failures: List[BaseException] = []

        async def work() -> None:
            for _ in range(20):
                async with self.one.call("1001") as call:
                    await call.connect()
                    await call.disconnect()
                    seen = await soon(states(call.events()))
                    assert seen == ["CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"], seen

        def loop() -> None:
            try:
                asyncio.run(work())
            except BaseException as failure:
                failures.append(failure)

        threads = [threading.Thread(target=loop) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])


if __name__ == "__main__":
    unittest.main()
