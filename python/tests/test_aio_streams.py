"""Streams for tasks: everything once and in order, and a bound that is told of."""

from __future__ import annotations

import asyncio
import gc
import pickle
import random
import threading
import unittest
import weakref
from typing import Any, List

import tapi3
from tapi3 import aio
from tapi3.aio import Overflow, Stream

from .support import SOON, come_true
from .test_aio import AioTest, soon, states


class StreamTest(unittest.TestCase):
    def feed(self, stream: "Stream[int]", count: int) -> threading.Thread:
        """Puts numbers in, from another thread, and ends the stream."""

        def put() -> None:
            for number in range(count):
                stream.add(number)
            stream.end()

        thread = threading.Thread(target=put)
        thread.start()
        self.addCleanup(thread.join)
        return thread

    def test_everything_comes_once_and_in_order(self) -> None:
        async def main() -> List[int]:
            stream: Stream[int] = Stream(limit=100_000)
            self.feed(stream, 20_000)
            return [number async for number in stream]

        self.assertEqual(asyncio.run(main()), list(range(20_000)))

    def test_a_cancelled_task_takes_nothing_away(self) -> None:
        async def main() -> List[int]:
            chance = random.Random(1)
            stream: Stream[int] = Stream(limit=100_000)
            self.feed(stream, 5_000)
            seen: List[int] = []
            while True:
                task = asyncio.ensure_future(stream.wait())
                for _ in range(chance.randrange(3)):
                    await asyncio.sleep(0)
                task.cancel()
                try:
                    seen.append(await task)
                except asyncio.CancelledError:
                    continue
                except tapi3.Released:
                    return seen

        self.assertEqual(asyncio.run(soon(main())), list(range(5_000)))

    def test_a_cancelled_task_passes_its_wake_up_on(self) -> None:
        async def main() -> None:
            stream: Stream[int] = Stream()
            first = asyncio.ensure_future(stream.wait())
            second = asyncio.ensure_future(stream.wait())
            await asyncio.sleep(0)
            stream.add(1)
            first.cancel()
            self.assertEqual(await soon(second), 1)

        asyncio.run(main())

    def test_tasks_of_several_loops_share_a_stream(self) -> None:
        stream: Stream[int] = Stream(limit=100_000)
        lists: List[List[int]] = [[] for _ in range(3)]

        async def take(into: List[int]) -> None:
            async def one() -> None:
                async for number in stream:
                    into.append(number)

            await asyncio.gather(one(), one())

        threads = [
            threading.Thread(target=lambda into=into: asyncio.run(take(into))) for into in lists
        ]
        for thread in threads:
            thread.start()
        self.feed(stream, 5_000)
        for thread in threads:
            thread.join(SOON)
        self.assertEqual(sorted(sum(lists, [])), list(range(5_000)))

    def test_a_loop_that_was_closed_is_passed_over(self) -> None:
        stream: Stream[int] = Stream()
        loop = asyncio.new_event_loop()
        task = loop.create_task(stream.wait())
        task._log_destroy_pending = False  # type: ignore[attr-defined]
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
        stream.add(1)
        stream.add(2)
        stream.end()

        async def rest() -> List[int]:
            return [number async for number in stream]

        self.assertEqual(asyncio.run(rest()), [1, 2])
        del task

    def test_what_a_full_stream_loses_is_told_in_its_place(self) -> None:
        async def main() -> List[Any]:
            stream: Stream[int] = Stream(timeout=0.01, limit=3)
            seen: List[Any] = []
            with self.assertLogs("tapi3", "WARNING") as logs:
                for number in range(10):
                    stream.add(number)
            self.assertEqual(len(logs.output), 1)
            self.assertEqual(await stream.wait(), 0)
            self.assertEqual(await stream.wait(), 1)
            stream.add(10)
            while True:
                try:
                    async for item in stream:
                        seen.append(item)
                    return seen
                except Overflow as overflow:
                    seen.append(overflow.lost)

        self.assertEqual(asyncio.run(main()), [2, 7, 10])
        self.assertTrue(issubclass(Overflow, tapi3.Error))
        self.assertEqual(pickle.loads(pickle.dumps(Overflow(7))).lost, 7)

    def test_times(self) -> None:
        async def main() -> None:
            stream: Stream[int] = Stream()
            with self.assertRaisesRegex(tapi3.TAPI_E_TIMEOUT, "0.01"):
                await stream.wait(0.01)
            stream.add(1)
            self.assertEqual(await stream.wait(0), 1)
            with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
                await stream.wait(0)
            stream.timeout = 0
            self.assertEqual([number async for number in stream], [])
            async with stream:
                pass
            with self.assertRaises(tapi3.Released):
                await stream.wait()

        asyncio.run(soon(main()))

    def test_nothing_is_kept_of_a_stream_that_nobody_waits_for(self) -> None:
        async def main() -> "weakref.ref[Any]":
            stream: Stream[int] = Stream(timeout=0)
            async for _ in stream:
                pass
            return weakref.ref(stream)

        found = asyncio.run(main())
        gc.collect()
        self.assertIsNone(found())


class LifeTest(AioTest):
    async def test_a_task_that_nothing_else_holds_gets_its_events(self) -> None:
        seen: List[Any] = []

        async def show() -> None:
            async for event in self.tapi.events():
                seen.append(event.state)

        asyncio.ensure_future(show())
        await asyncio.sleep(0)
        gc.collect()
        call = await self.connected()
        await call.disconnect()
        for _ in range(6000):
            if seen[-1:] == [tapi3.CS_DISCONNECTED]:
                break
            await asyncio.sleep(0.01)
        self.assertEqual(seen, [tapi3.CS_INPROGRESS, tapi3.CS_CONNECTED, tapi3.CS_DISCONNECTED])

    async def test_a_call_that_is_dropped_goes(self) -> None:
        call = await self.connected()
        await call.disconnect()
        await soon(states(call.events()))
        found = weakref.ref(call)
        del call
        come_true(lambda: gc.collect() >= 0 and found() is None, "the end of the call's object")

    async def test_a_full_stream_of_events_does_not_hold_up_the_rest(self) -> None:
        events = self.tapi.events(limit=1)
        with self.assertLogs("tapi3", "WARNING"):
            call = await self.connected()
            await call.disconnect()
            # The call has each event before the session has it.
            await soon(states(call.events()))
        self.assertIs((await events.wait(SOON)).state, tapi3.CS_INPROGRESS)
        with self.assertRaises(aio.Overflow) as caught:
            await events.wait(SOON)
        self.assertGreaterEqual(caught.exception.lost, 1)


if __name__ == "__main__":
    unittest.main()
