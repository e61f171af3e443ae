"""Calls with asyncio: they do what those that wait do."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import unittest
from typing import Any, AsyncIterator, Awaitable, Callable, List, Optional, Tuple, TypeVar

import tapi3
from tapi3 import aio

from .support import PACKAGE, SOON, come_true, run

T = TypeVar("T")


def soon(awaitable: Awaitable[T]) -> Awaitable[T]:
    """What should happen at once, with an end if it does not."""
    return asyncio.wait_for(awaitable, SOON)


async def until(condition: Callable[[], bool]) -> None:
    """Waits until something has happened, while other tasks go on."""
    while not condition():
        await asyncio.sleep(0.001)


async def states(events: AsyncIterator[aio.Event]) -> List[str]:
    """The states that events tell of, in order."""
    return [event.state.name async for event in events if event.state is not None]


def workers() -> List[threading.Thread]:
    """The threads for operations that are there."""
    return [thread for thread in threading.enumerate() if thread.name == "tapi3-aio"]


class AioTest(unittest.IsolatedAsyncioTestCase):
    """Has an open session, with the configuration of the class."""

    configuration: Optional[str] = None

    async def asyncSetUp(self) -> None:
        # In its debug mode the loop tells of each step that takes long, as on a busy machine.
        asyncio.get_running_loop().slow_callback_duration = SOON
        self.tapi = await aio.open(self.configuration)
        self.one, self.two = self.tapi.lines

    async def asyncTearDown(self) -> None:
        await self.tapi.close()
        # No thread stays.
        come_true(lambda: not workers(), "the end of the threads")

    async def connected(self, destination: str = "1001") -> aio.Call:
        call = self.one.call(destination)
        await soon(call.connect())
        return call

    async def pair(self) -> Tuple[aio.Call, aio.Call]:
        """A call from the first line to the second: both ends of it, connected."""
        async with self.tapi.listen([self.two]) as incoming:
            outgoing = self.one.call(self.two.number)
            await outgoing.connect(wait=False)
            call = await incoming.wait(SOON)
            await call.answer()
        await outgoing.wait(tapi3.CS_CONNECTED, timeout=SOON)
        return outgoing, call


class CallTest(AioTest):
    async def test_place_and_hang_up(self) -> None:
        call = self.one.call("1001")
        self.assertIs(call.state, tapi3.CS_IDLE)
        self.assertFalse(await call.disconnect())
        await soon(call.connect())
        self.assertIs(call.state, tapi3.CS_CONNECTED)
        self.assertEqual(call.line, self.one)
        self.assertEqual(call.info.called_number, "1001")
        self.assertTrue(await soon(call.disconnect()))
        self.assertTrue(await soon(call.disconnect()))
        self.assertEqual(
            await soon(states(call.events())), ["CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"]
        )
        self.assertIs(call.cause, tapi3.CEC_DISCONNECT_NORMAL)

    async def test_the_events_of_a_session(self) -> None:
        events = self.tapi.events()
        call = await self.connected()
        await call.disconnect()
        seen = []
        async for event in events:
            self.assertIs(event.call, call)
            seen.append(event.state)
            if event.state is tapi3.CS_DISCONNECTED:
                break
        self.assertEqual(seen, [tapi3.CS_INPROGRESS, tapi3.CS_CONNECTED, tapi3.CS_DISCONNECTED])
        self.assertEqual(await soon(states(self.tapi.events(timeout=0.01))), [])

    async def test_what_came_instead_of_an_answer(self) -> None:
        for number, error in (
            ("1002", tapi3.TAPI_E_DESTBUSY),
            ("1004", tapi3.TAPI_E_DESTUNAVAIL),
            ("9999", tapi3.TAPI_E_INVALADDRESS),
        ):
            with self.assertRaises(error):
                await soon(self.one.call(number).connect())

    async def test_what_is_wrongly_given_is_refused(self) -> None:
        call: Any = self.one.call("1001")
        listen: Any = self.tapi.listen
        for parameter, function in (
            ("consultation", lambda: call.transfer(5)),
            ("consultation", lambda: call.conference(call.sync)),
            ("held", lambda: call.swap(None)),
            ("wait", lambda: call.connect(5)),
            ("timeout", lambda: call.connect(timeout="soon")),
            ("states", lambda: call.wait("CS_CONNECTED")),
            ("timeout", lambda: call.wait(timeout="soon")),
            ("digits", lambda: call.dial(5)),
            ("value", lambda: self.one.set_do_not_disturb("yes")),
            ("number", lambda: self.one.pickup(5)),
            ("address", lambda: self.one.unpark(None)),
            ("configuration", lambda: soon(aio.open(5))),
        ):
            with self.assertRaisesRegex((TypeError, ValueError), "^%s must" % parameter):
                await function()
        for parameter, function in (
            ("destination", lambda: self.tapi.call(None)),
            ("destination", lambda: self.one.call("")),
            ("limit", lambda: self.tapi.events(limit=0)),
            ("limit", lambda: call.events(limit="x")),
            ("lines", lambda: listen(self.one)),
            ("lines", lambda: listen([self.one.sync])),
            ("media", lambda: listen(media="x")),
            ("call", lambda: self.tapi.call_of(call)),
            ("line", lambda: self.tapi.line_of(5)),
        ):
            with self.assertRaisesRegex((TypeError, ValueError), "^%s must" % parameter):
                function()
        self.assertIs(call.state, tapi3.CS_IDLE)

    async def test_it_rings_no_longer_than_allowed(self) -> None:
        call = self.one.call("1003")
        with self.assertRaisesRegex(tapi3.TAPI_E_TIMEOUT, "0.05"):
            await call.connect(timeout=0.05)
        # Idle where the thread that was to place it had not begun.
        self.assertIn(call.state, (tapi3.CS_IDLE, tapi3.CS_DISCONNECTED))

    async def test_waiting_for_a_state(self) -> None:
        call = self.one.call("1003")
        await call.connect(wait=False)
        self.assertIs(await call.wait(tapi3.CS_INPROGRESS, timeout=SOON), tapi3.CS_INPROGRESS)
        with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
            await call.wait(tapi3.CS_CONNECTED, timeout=0.05)
        waiting = asyncio.ensure_future(call.wait(tapi3.CS_CONNECTED))
        await asyncio.sleep(0)
        await call.disconnect()
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            await soon(waiting)
        self.assertIs(await soon(call.wait()), tapi3.CS_DISCONNECTED)

    async def test_the_end_of_a_block_hangs_up(self) -> None:
        async with await self.connected() as call:
            pass
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)
        with self.assertRaises(KeyError):
            async with await self.connected() as call:
                raise KeyError
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    async def test_calls_that_come_in(self) -> None:
        outgoing, incoming = await soon(self.pair())
        self.assertEqual(incoming.info.caller_number, self.one.number)
        self.assertIs(incoming.state, tapi3.CS_CONNECTED)
        await outgoing.disconnect()
        self.assertIs(await incoming.wait(timeout=SOON), tapi3.CS_DISCONNECTED)
        listener = self.tapi.listen(timeout=0.01)
        self.assertEqual(listener.lines, [self.one, self.two])
        self.assertEqual([call async for call in listener], [])
        listener.close()
        listener.close()

    async def test_a_call_is_refused(self) -> None:
        async with self.tapi.listen([self.two]) as incoming:
            outgoing = self.one.call(self.two.number)
            placing = asyncio.ensure_future(outgoing.connect())
            await (await incoming.wait(SOON)).reject()
        with self.assertRaises(tapi3.Error):
            await soon(placing)

    async def test_hold_swap_and_transfer(self) -> None:
        first, second = await self.connected(), await self.connected()
        await first.hold()
        self.assertIs(first.state, tapi3.CS_HOLD)
        await second.swap(first)
        self.assertEqual((first.state, second.state), (tapi3.CS_CONNECTED, tapi3.CS_HOLD))
        await second.unhold()
        call, _ = await self.pair()
        consultation = self.one.call("1001")
        await soon(call.transfer(consultation))
        await soon(consultation.finish())
        for done in (call, consultation):
            self.assertIs(await done.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    async def test_a_conference(self) -> None:
        call, consultation = await self.connected(), self.one.call("1001")
        await soon(call.conference(consultation))
        await soon(consultation.finish())
        self.assertEqual(call.hub.NumCalls, consultation.hub.NumCalls)
        await soon(consultation.leave_conference())

    async def test_parking_and_picking_up(self) -> None:
        address = await soon((await self.connected()).park())
        self.assertIs((await soon(self.two.unpark(address))).state, tapi3.CS_CONNECTED)
        call = self.one.call(self.two.number)
        await call.connect(wait=False)
        await call.wait(tapi3.CS_INPROGRESS, timeout=SOON)
        self.assertIs((await soon(self.one.pickup(self.two.number))).state, tapi3.CS_CONNECTED)

    async def test_the_rest(self) -> None:
        call, _ = await self.pair()
        await soon(call.blind_transfer("1001"))
        call = self.one.call_without_destination()
        await call.connect(wait=False)
        for digits in ("1;", "001"):
            await call.dial(digits)
        await call.wait(tapi3.CS_CONNECTED, timeout=SOON)
        with self.assertRaises(tapi3.TAPI_E_TARGETNOTFOUND):
            await call.hand_off("no such program")
        await self.one.set_do_not_disturb(True)
        await self.one.set_message_waiting(True)
        self.assertTrue(self.one.do_not_disturb and self.one.message_waiting)
        self.assertEqual(self.tapi.line(self.one.name), self.one)
        self.assertIn(call, self.one.calls)
        self.assertRegex(repr([self.tapi, self.one, call]), "<aio.Tapi, open>.*<aio.Line.*<aio.Ca")

    async def test_a_hundred_at_once(self) -> None:
        calls = [self.one.call("1003") for _ in range(100)]
        placing = [asyncio.ensure_future(call.connect()) for call in calls]
        await soon(asyncio.gather(*(call.wait(tapi3.CS_INPROGRESS) for call in calls)))
        self.assertEqual(await soon(asyncio.gather(*(c.disconnect() for c in calls))), [True] * 100)
        ends = await soon(asyncio.gather(*placing, return_exceptions=True))
        self.assertTrue(all(isinstance(end, tapi3.Error) for end in ends), ends)

    async def test_closing_ends_what_waits(self) -> None:
        call = self.one.call("1003")
        placing = asyncio.ensure_future(call.connect())
        shown = asyncio.ensure_future(states(self.tapi.events()))
        coming = asyncio.ensure_future(states(self.tapi.listen()))  # type: ignore[arg-type]
        await call.wait(tapi3.CS_INPROGRESS, timeout=SOON)
        await soon(self.tapi.close())
        with self.assertRaises(tapi3.Error):
            await soon(placing)
        await soon(shown)
        await soon(coming)
        with self.assertRaises(tapi3.Released):
            self.tapi.listen([self.one])


class ExampleTest(unittest.TestCase):
    PROGRAM = PACKAGE / "examples/hangup_async.py"

    def example(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        text = self.PROGRAM.read_text(encoding="utf-8")
        return run(text, *arguments)

    def test_it_hangs_up(self) -> None:
        result = self.example()
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(
            result.stdout.split("\n"),
            ["event: CS_INPROGRESS", "event: CS_CONNECTED", "event: CS_DISCONNECTED", ""],
        )

    def test_it_tells_of_a_failure(self) -> None:
        result = self.example("1002")
        self.assertEqual(result.returncode, 1)
        self.assertIn("TAPI_E_DESTBUSY", result.stderr)
        result = self.example("--ring", "0.05", "1003")
        self.assertEqual(result.returncode, 1)
        self.assertIn("no answer", result.stderr)

    def test_ctrl_c_hangs_up(self) -> None:
        started = subprocess.Popen(
            [sys.executable, "-W", "error", str(self.PROGRAM), "1003"],
            env={**os.environ, "PYTHONPATH": str(PACKAGE)},
            # A parent may have it ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with started:
            assert started.stdout is not None and started.stderr is not None
            self.assertEqual(started.stdout.readline(), "event: CS_INPROGRESS\n")
            started.send_signal(signal.SIGINT)
            # Its end, and no complaint. Cancelled with the rest, the display may miss the last one.
            self.assertEqual(started.stderr.read(), "")
            self.assertEqual(started.wait(SOON), 130)


if __name__ == "__main__":
    unittest.main()
