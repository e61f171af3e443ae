"""The sound of a call as a program takes and gives it."""

from __future__ import annotations

import array
import ctypes
import os
import signal
import threading
import unittest
from typing import Any, List

import tapi3

from .sounds import SoundTest, save, tone, without_silence
from .support import SOON, come_true


class AudioTest(SoundTest):
    def test_what_is_written_is_read_at_the_other_end(self) -> None:
        said, heard = self.talking()
        # No whole number of frames.
        sound = tone(0.5) + array.array("h", range(1, 78)).tobytes()
        found = bytearray()
        with heard.audio() as ear:
            self.assertIs(ear.call, heard)

            def listen() -> None:
                for frame in ear:
                    self.assertEqual(len(frame), ear.frame_size)
                    found.extend(frame)

            listening = threading.Thread(target=listen)
            listening.start()
            with said.audio() as mouth:
                mouth.write(memoryview(sound)[:3200])
                mouth.write(bytearray(sound[3200:]))
            come_true(lambda: sound in without_silence(found), "the sound at the other end")
            said.disconnect()
            listening.join(SOON)
            self.assertFalse(listening.is_alive())

    def test_what_comes_before_anybody_reads_is_kept(self) -> None:
        said, heard = self.talking()
        # More than the library keeps by itself.
        sound, found = tone(0.6), bytearray()
        path = save(self.folder.path / "sound.wav", sound)
        # A busy machine may be too slow for what is kept.
        for _ in range(5):
            with heard.audio() as ear:
                self.assertTrue(said.play(path).wait(SOON))
                found.clear()
                while sound not in found and len(found) < 4 * len(sound):
                    found.extend(ear.read(SOON))
            if sound in found:
                return
        self.fail("the sound was not kept")

    def test_a_call_that_is_not_connected_yet(self) -> None:
        call = self.one.call("1013")
        with call.audio() as audio:
            with self.assertRaisesRegex(tapi3.TAPI_E_TIMEOUT, "0.01"):
                audio.read(0.01)
            call.connect()
            sound, found = tone(0.1), bytearray()
            audio.write(sound)
            while sound not in without_silence(found) and len(found) < 100 * len(sound):
                found.extend(audio.read(SOON))
        self.assertIn(sound, without_silence(found))

    def test_the_end(self) -> None:
        call = self.connected("1013")
        with call.audio() as audio:
            self.assertEqual(len(audio.read(SOON)), 320)
            call.disconnect()
            # What was heard before is still there.
            self.assertLess(len(list(audio)), 100)
            self.assertEqual(audio.read(), b"")
            with self.assertRaises(tapi3.TAPI_E_DROPPED):
                audio.write(bytes(320))
            audio.flush()
        with audio:
            pass
        self.assertIn("closed", repr(audio))

    def test_closing_wakes_those_who_wait(self) -> None:
        for end in ("close", "session"):
            call = self.connected()
            audio = call.audio()
            read: List[bytes] = []
            failures: List[Any] = []

            def write() -> None:
                try:
                    while True:
                        audio.write(bytes(3200))
                except tapi3.Error as error:
                    failures.append(error)

            threads = [
                threading.Thread(target=lambda: read.extend(audio)),
                threading.Thread(target=write),
            ]
            for thread in threads:
                thread.start()
            come_true(lambda: bool(read), "the first frame")
            if end == "close":
                audio.close()
            else:
                self.tapi.close()
            for thread in threads:
                thread.join(SOON)
                self.assertFalse(thread.is_alive())
            self.assertIsInstance(failures[0], tapi3.TAPI_E_DROPPED)

    def test_writing_goes_on_while_another_thread_waits_for_the_end(self) -> None:
        with self.connected().audio() as audio:
            audio.write(tone(0.2))
            waiting = threading.Thread(target=audio.flush)
            waiting.start()
            for _ in range(10):
                audio.write(tone(0.02))
            waiting.join(SOON)
            self.assertFalse(waiting.is_alive())
            audio.flush(SOON)
            # Nothing was written since.
            audio.flush(0)

    def test_it_leaves_the_call(self) -> None:
        call = self.connected()
        streams = list(call.com.query("ITStreamControl").EnumerateStreams())
        with call.audio():
            self.assertEqual([len(list(one.EnumerateTerminals())) for one in streams], [1, 1])
        self.assertEqual([len(list(one.EnumerateTerminals())) for one in streams], [0, 0])
        self.assertEqual(call.sound._parts, [])

    def test_ctrl_c_while_it_reads_and_writes(self) -> None:
        call = self.one.call("1001")
        for act in ("read", "write"):
            with self.assertRaises(KeyboardInterrupt), call.audio() as audio:
                # Not connected: neither would ever come back.
                press = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
                press.start()
                if act == "read":
                    audio.read()
                audio.write(bytes(320))

    def test_what_is_wrongly_given_is_told_at_once(self) -> None:
        with self.connected().audio() as audio:
            bad: Any
            for bad, error in (("text", TypeError), (bytes(3), ValueError), (None, TypeError)):
                with self.subTest(bad=bad), self.assertRaisesRegex(error, "data"):
                    audio.write(bad)
            with self.assertRaisesRegex(ValueError, "contiguous"):
                audio.write(memoryview(bytes(8))[::2])
            # Numbers of another kind, which would be noise.
            for kind in "dfiq":
                with self.subTest(kind=kind), self.assertRaisesRegex(TypeError, "data.*16 bits"):
                    audio.write(array.array(kind, [0, 0]))
            other_order: Any = (ctypes.c_int16.__ctype_be__ * 2)(1, 2)
            with self.assertRaisesRegex(TypeError, "data.*16 bits"):
                audio.write(other_order)
            audio.write(array.array("h", [1, 2, 3]))
            audio.write(memoryview((ctypes.c_int16 * 2)(1, 2)))


if __name__ == "__main__":
    unittest.main()
