"""Sound for asyncio: what is awaited, and what becomes of it if the task is cancelled."""

from __future__ import annotations

import asyncio
import unittest
from typing import Any, Callable, Coroutine, List, Tuple

import tapi3
from tapi3 import aio

from .sounds import Folder, load, tone, without_silence
from .support import SOON, come_true
from .test_aio import AioTest, soon, until
from .test_aio_cancel import cancelled


class SoundTest(AioTest):
    async def asyncSetUp(self) -> None:
        await super().asyncSetUp()
        self.folder = Folder()
        self.addCleanup(self.folder.close)

    async def talking(self, number: str = "1001") -> aio.Call:
        call = self.one.call(number)
        await soon(call.connect())
        return call

    async def both(self) -> Tuple[aio.Call, aio.Call]:
        """Both ends of a call between the two lines."""
        said = self.one.call(self.two.number)
        with self.tapi.sync.listen([self.two.sync]) as incoming:
            await said.connect(wait=False)
            heard = self.tapi.call_of(incoming.wait(SOON))
        await soon(heard.answer())
        await said.wait(tapi3.CS_CONNECTED, timeout=SOON)
        return said, heard

    def assert_nothing_is_left(self, call: aio.Call) -> None:
        """Nothing of the program's is on the call any more, and nothing is asked for."""
        sound = call.sync.sound
        self.assertEqual(sound._parts, [])
        for requests in (sound.gatherings, sound.sendings):
            come_true(lambda: not requests.are_under_way, "the end of a request")
        for stream in call.com.query("ITStreamControl").EnumerateStreams():
            self.assertEqual(list(stream.EnumerateTerminals()), [])


class FilesTest(SoundTest):
    async def test_what_is_played_is_recorded_at_the_other_end(self) -> None:
        said, heard = await self.both()
        path = self.folder.path / "heard.wav"
        async with heard.record(path) as recording:
            self.assertIs(recording.call, heard)
            self.assertTrue(await soon(said.play([self.folder.short]).wait()))
            await soon(until(lambda: self.folder.sound in path.read_bytes()))
        self.assertIn(self.folder.sound, load(path))
        self.assertIs(recording.state, tapi3.TMS_IDLE)

    async def test_pause_and_stop(self) -> None:
        call = await self.talking()
        starting = call.play(self.folder.long)
        playing = await starting
        with self.assertRaisesRegex(RuntimeError, "already"):
            await starting
        await playing.pause()
        self.assertIs(playing.state, tapi3.TMS_PAUSED)
        await playing.resume()
        self.assertIs(playing.state, tapi3.TMS_ACTIVE)
        with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
            await playing.wait(0.01)
        await playing.stop()
        self.assertFalse(await playing.wait(0))
        self.assertIn("aio.Playback", repr(playing))
        self.assert_nothing_is_left(call)

    async def test_the_end_of_the_call(self) -> None:
        call = await self.talking()
        async with call.play(self.folder.long) as playing:
            async with call.record(self.folder.path / "in.wav") as recording:
                await call.disconnect()
                with self.assertRaises(tapi3.TAPI_E_DROPPED):
                    await soon(playing.wait())
                await soon(recording.wait())

    async def test_what_cannot_be_played(self) -> None:
        call = await self.talking()
        with self.assertRaisesRegex(tapi3.Error, "missing.wav"):
            await call.play(self.folder.path / "missing.wav")
        with self.assertRaises(tapi3.Error):
            async with call.record(self.folder.path / "no/folder.wav"):
                self.fail("it has begun")
        self.assert_nothing_is_left(call)


class RequestsTest(SoundTest):
    async def test_keys_as_they_are_pressed(self) -> None:
        call = await self.talking("1015")
        async with call.digits() as keys:
            await soon(call.send_digits("12#", duration=0.05))
            self.assertEqual([await keys.wait(SOON) for _ in range(3)], ["1", "2", "#"])
        self.assertEqual([key async for key in keys], [])

    async def test_gathering(self) -> None:
        call = await self.talking("1015")
        # The exchange says the digits back when it has them all; somebody listens by then.
        gathering = asyncio.ensure_future(call.gather(8, timeout=SOON))
        await soon(until(lambda: call.sync.sound.gatherings.are_under_way))
        await call.send_digits("42#", wait=False)
        number = await soon(gathering)
        self.assertEqual((number, number.how), ("42", tapi3.TGT_TERMDIGIT))
        nothing = await soon(call.gather(8, timeout=0))
        self.assertEqual((nothing, nothing.how), ("", tapi3.TGT_FIRSTTIMEOUT))
        dropped = asyncio.ensure_future(call.gather(8))
        await soon(until(lambda: call.sync.sound.gatherings.are_under_way))
        await call.disconnect()
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            await soon(dropped)


class AudioTest(SoundTest):
    async def test_what_is_written_is_read_at_the_other_end(self) -> None:
        said, heard = await self.both()
        sound = tone(0.3)

        async def listen() -> None:
            found = bytearray()
            async with heard.audio() as ear:
                async for frame in ear:
                    found.extend(frame)
                    if sound in without_silence(found):
                        return
            self.fail("the call ended")

        listening = asyncio.ensure_future(listen())
        await soon(until(lambda: bool(heard.sync.sound._parts)))
        async with said.audio() as mouth:
            await soon(mouth.write(sound))
        await soon(listening)

    async def test_iteration_ends_with_the_call(self) -> None:
        call = await self.talking()
        async with call.audio() as audio:
            self.assertEqual(len(await soon(audio.read())), audio.frame_size)
            await call.disconnect()
            self.assertLess(len([frame async for frame in audio]), 100)
            with self.assertRaises(tapi3.TAPI_E_DROPPED):
                await audio.write(bytes(320))

    async def test_closing_wakes_those_who_wait(self) -> None:
        # Not connected: neither would ever come back.
        audio = await self.one.call("1001").audio()
        reading = asyncio.ensure_future(audio.read())
        writing = asyncio.ensure_future(audio.write(bytes(320)))
        await asyncio.sleep(0.01)
        await audio.close()
        self.assertEqual(await soon(reading), b"")
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            await soon(writing)

    async def test_a_reader_that_is_cancelled_loses_nothing(self) -> None:
        call = await self.talking("1013")
        sound, found = tone(0.4), bytearray()
        audio = await call.audio()
        await audio.write(sound)
        rounds = 0
        while sound not in without_silence(found) and len(found) < 10 * len(sound):
            reading = asyncio.ensure_future(audio.read(SOON))
            for _ in range(rounds % 4):
                await asyncio.sleep(0.004)
            rounds += 1
            reading.cancel()
            try:
                found.extend(await reading)
            except asyncio.CancelledError:
                pass
            found.extend(await audio.read(SOON))
        self.assertIn(sound, without_silence(found))
        await audio.close()
        self.assertEqual(await audio.read(), b"")


class CancelTest(SoundTest):
    async def test_nothing_is_left_of_what_is_cancelled(self) -> None:
        call = await self.talking()

        async def within(opening: Any) -> None:
            async with opening:
                await asyncio.sleep(SOON)

        async def write() -> None:
            async with call.audio() as audio:
                await audio.write(tone(300))

        async def read() -> None:
            async with call.audio() as audio:
                async for _ in audio:
                    pass

        doings: List[Callable[[], Coroutine[Any, Any, Any]]] = [
            lambda: call.play(self.folder.long).wait(),
            lambda: call.record(self.folder.path / "in.wav").wait(),
            lambda: within(call.play(self.folder.long)),
            lambda: within(call.record(self.folder.path / "in.wav")),
            lambda: within(call.audio()),
            lambda: call.gather(4),
            lambda: call.send_digits(",,,,,,,,,,1"),
            write,
            read,
        ]
        for number, doing in enumerate(doings):
            for steps in (0, 1, 2, 3, 5, 8, 13, 200):
                with self.subTest(number=number, steps=steps):
                    await cancelled(doing(), steps)
                    self.assert_nothing_is_left(call)
        self.assertIs(call.state, tapi3.CS_CONNECTED)

    async def test_a_time_that_is_over_ends_it(self) -> None:
        call = await self.talking()
        for doing in (call.play(self.folder.long).wait(), call.gather(4)):
            with self.assertRaises(asyncio.TimeoutError):
                await asyncio.wait_for(doing, 0.05)
            self.assert_nothing_is_left(call)
        with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
            await call.play(self.folder.long).wait(timeout=0.05)
        self.assert_nothing_is_left(call)


if __name__ == "__main__":
    unittest.main()
