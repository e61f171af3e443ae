"""Files that are played and recorded, digits that are sent, heard and gathered."""

from __future__ import annotations

import copy
import gc
import os
import pathlib
import signal
import threading
import unittest
import weakref
from typing import Any, Callable, List

import tapi3

from .sounds import SoundTest, load, save, tone
from .support import MANUAL, PACKAGE, SOON, come_true, count, run

#: A line whose provider streams no media; nobody needs to be at its address.
WITHOUT_SOUND = """
[[line]]
name = "Exchange"
provider = "ews"
url = "http://127.0.0.1:9/EWS/Exchange.asmx"
item = "AAMkAD"
user = "demo"
password = "demo"
allow_plain_http = true
"""


def later(work: Callable[[], Any]) -> threading.Thread:
    """Does something on another thread."""
    thread = threading.Thread(target=work)
    thread.start()
    return thread


class PlayTest(SoundTest):
    def test_what_is_played_is_recorded_at_the_other_end(self) -> None:
        said, heard = self.talking()
        path = self.folder.path / "heard.wav"
        with heard.record(path) as recording:
            self.assertIs(recording.state, tapi3.TMS_ACTIVE)
            self.assertTrue(said.play(self.folder.short).wait(SOON))
            # The last of it is on its way for a moment.
            come_true(lambda: self.folder.sound in path.read_bytes(), "the sound in the file")
        self.assertIs(recording.state, tapi3.TMS_IDLE)
        self.assertIn(self.folder.sound, load(path))

    def test_several_files_one_after_the_other(self) -> None:
        said, heard = self.talking()
        # With the other one less than what is read ahead, so that nothing comes between the two.
        other = tone(0.04, 700)
        files = [self.folder.short, str(save(self.folder.path / "other.wav", other))]
        path = self.folder.path / "heard.wav"
        with heard.record(str(path)):
            said.play(files).wait(SOON)
            come_true(lambda: self.folder.sound + other in path.read_bytes(), "both in the file")

    def test_pause_and_stop(self) -> None:
        call = self.connected()
        with call.play(self.folder.long) as playing:
            self.assertIs(playing.call, call)
            self.assertIs(playing.state, tapi3.TMS_ACTIVE)
            playing.pause()
            self.assertIs(playing.state, tapi3.TMS_PAUSED)
            self.assertIn("TMS_PAUSED", repr(playing))
            playing.resume()
            self.assertIs(playing.state, tapi3.TMS_ACTIVE)
            with self.assertRaisesRegex(tapi3.TAPI_E_TIMEOUT, "0.02"):
                playing.wait(0.02)
        self.assertIs(playing.state, tapi3.TMS_IDLE)
        self.assertFalse(playing.wait(0))
        playing.stop()
        for late in (playing.pause, playing.resume):
            with self.assertRaises(tapi3.TAPI_E_WRONG_STATE):
                late()

    def test_the_terminal_leaves_the_call(self) -> None:
        call = self.connected()
        streams = list(call.com.query("ITStreamControl").EnumerateStreams())

        def terminals() -> List[Any]:
            return [one for stream in streams for one in stream.EnumerateTerminals()]

        with call.play(self.folder.long), call.record(self.folder.path / "in.wav"):
            self.assertEqual(len(terminals()), 2)
        call.play(self.folder.short).wait(SOON)
        self.assertEqual(terminals(), [])

    def test_the_end_of_the_call_is_the_end_of_the_file(self) -> None:
        call = self.connected()
        playing = call.play(self.folder.long)
        recording = call.record(self.folder.path / "in.wav")
        waiting = later(recording.wait)
        call.disconnect()
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            playing.wait(SOON)
        waiting.join(SOON)
        self.assertFalse(waiting.is_alive())
        load(self.folder.path / "in.wav")
        # Neither end of a block has anything to say to that.
        with playing, recording:
            pass
        with self.assertRaises(tapi3.Error):
            call.play(self.folder.short)

    def test_the_end_of_the_session_is_the_end_of_the_file(self) -> None:
        playing = self.connected().play(self.folder.long)
        self.tapi.close()
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            playing.wait(SOON)

    def test_it_plays_on_if_nobody_holds_it(self) -> None:
        call = self.connected()
        with call.events() as events:
            call.play(self.folder.short)
            gc.collect()
            for event in events:
                if event.kind == tapi3.TE_FILETERMINAL and event.detail == tapi3.TMS_IDLE:
                    break
        self.assertEqual(event.com and event.com.Cause, tapi3.FTEC_END_OF_FILE)

    def test_nothing_stays_behind(self) -> None:
        call = self.connected()
        played = call.play(self.folder.short)
        played.wait(SOON)
        core, terminal = weakref.ref(played._file), played.com
        assert terminal is not None
        del played
        # The thread that told the end may be at it still.
        come_true(lambda: core() is None, "the end of the playback")
        come_true(lambda: count(terminal) == 1, "the end of the terminal")

    def test_what_cannot_be_played_is_told_at_once(self) -> None:
        call = self.connected()
        with self.assertRaisesRegex(tapi3.Error, "missing.wav") as raised:
            call.play(self.folder.path / "missing.wav")
        self.assertEqual(raised.exception.hresult, 0x80070002)
        with self.assertRaises(tapi3.Error):
            call.record(self.folder.path / "no/folder.wav")
        bad: Any
        for bad, error in (
            (b"x.wav", TypeError),
            ("", ValueError),
            ([], ValueError),
            (1, TypeError),
        ):
            with self.subTest(bad=bad), self.assertRaisesRegex(error, "files"):
                call.play(bad)
        with self.assertRaisesRegex(ValueError, "NUL"):
            call.record("a\0b")
        self.assertIs(call.state, tapi3.CS_CONNECTED)

    def test_ctrl_c_while_something_is_played(self) -> None:
        call = self.connected()
        with self.assertRaises(KeyboardInterrupt), call.play(self.folder.long) as playing:
            pressing = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
            pressing.start()
            playing.wait()
        self.assertIs(playing.state, tapi3.TMS_IDLE)


class DigitsTest(SoundTest):
    def test_keys_as_they_are_pressed(self) -> None:
        said, heard = self.talking()
        with heard.digits() as keys:
            said.send_digits("12#")
            self.assertEqual([keys.wait(SOON) for _ in range(3)], ["1", "2", "#"])
            with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
                keys.wait(0.01)
        self.assertEqual(list(keys), [])

    def test_two_hear_the_same_keys_and_the_stream_ends_with_the_call(self) -> None:
        said, heard = self.talking()
        with heard.digits() as first, heard.digits() as second:
            first.close()
            said.send_digits("5", duration=0.05)
            self.assertEqual(second.wait(SOON), "5")
            said.disconnect()
            self.assertEqual(list(second), [])

    def test_events_tell_the_key(self) -> None:
        said, heard = self.talking()
        with heard.digits(), heard.events(SOON) as events:
            said.send_digits("A")
            found = next(event for event in events if event.digit is not None)
        self.assertEqual((found.kind, found.digit), (tapi3.TE_DIGITEVENT, "A"))
        self.assertEqual(found.detail, tapi3.LINEDIGITMODE_DTMF)
        self.assertIs(found.call, heard)

    def test_gathering_ends_in_three_ways(self) -> None:
        said, heard = self.talking()
        for sent, wanted, got, how, by in (
            ("1234", 4, "1234", tapi3.TGT_BUFFERFULL, ""),
            ("12#", 4, "12", tapi3.TGT_TERMDIGIT, "#"),
            ("#", 4, "", tapi3.TGT_TERMDIGIT, "#"),
        ):
            with self.subTest(sent=sent):
                gathered: List[tapi3.Gathered] = []
                gathering = later(lambda: gathered.append(heard.gather(wanted, timeout=SOON)))
                come_true(lambda: heard.sound.gatherings.are_under_way, "the gathering")
                said.send_digits(sent)
                gathering.join(SOON)
                self.assertEqual(gathered, [got])
                self.assertEqual((gathered[0].how, gathered[0].ended_by), (how, by))

    def test_gathering_with_nobody_at_the_keys(self) -> None:
        call = self.connected()
        nothing = call.gather(4, timeout=0)
        self.assertEqual((nothing, nothing.how), ("", tapi3.TGT_FIRSTTIMEOUT))

    def test_gathering_gives_what_there_is_when_no_more_comes(self) -> None:
        said, heard = self.talking()
        gathered: List[tapi3.Gathered] = []
        gathering = later(lambda: gathered.append(heard.gather(4, timeout=SOON, between=0.01)))
        come_true(lambda: heard.sound.gatherings.are_under_way, "the gathering")
        said.send_digits("7")
        gathering.join(SOON)
        self.assertEqual((gathered, gathered[0].how), (["7"], tapi3.TGT_INTERTIMEOUT))
        self.assertEqual(copy.copy(gathered[0]).how, tapi3.TGT_INTERTIMEOUT)

    def test_another_gathering_ends_the_first(self) -> None:
        call = self.connected()
        failures: List[tapi3.Error] = []

        def gather() -> None:
            try:
                call.gather(4)
            except tapi3.Error as error:
                failures.append(error)

        first = later(gather)
        come_true(lambda: call.sound.gatherings.are_under_way, "the gathering")
        self.assertEqual(call.gather(4, timeout=0.01), "")
        first.join(SOON)
        self.assertIsInstance(failures[0], tapi3.E_ABORT)
        second = later(gather)
        come_true(lambda: call.sound.gatherings.are_under_way, "the gathering")
        call.disconnect()
        second.join(SOON)
        self.assertIsInstance(failures[1], tapi3.TAPI_E_DROPPED)

    def test_the_end_of_the_session_ends_what_waits(self) -> None:
        call = self.connected()
        failures: List[tapi3.Error] = []

        def gather() -> None:
            try:
                call.gather(4)
            except tapi3.Error as error:
                failures.append(error)

        waiting = later(gather)
        come_true(lambda: call.sound.gatherings.are_under_way, "the gathering")
        self.tapi.close()
        waiting.join(SOON)
        self.assertIsInstance(failures[0], tapi3.TAPI_E_DROPPED)

    def test_ctrl_c_ends_the_gathering_and_the_sending(self) -> None:
        call = self.connected()
        waits: List[Callable[[], Any]] = [
            lambda: call.gather(4),
            lambda: call.send_digits(",,,,,,,,,,,,,,,,1"),
        ]
        for wait in waits:
            press = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
            with self.subTest(wait=wait), self.assertRaises(KeyboardInterrupt):
                press.start()
                wait()
            for requests in (call.sound.gatherings, call.sound.sendings):
                come_true(lambda: not requests.are_under_way, "the end of it")

    def test_what_is_sent_without_waiting(self) -> None:
        said, heard = self.talking()
        with heard.digits() as keys, said.events(SOON) as events:
            said.send_digits("9", wait=False)
            self.assertEqual(keys.wait(SOON), "9")
            sent = next(event for event in events if event.kind == tapi3.TE_GENERATEEVENT)
        self.assertEqual(sent.detail, 1)

    def test_what_is_wrongly_given_is_told_at_once(self) -> None:
        call = self.connected()
        bad: Any
        for bad, error in (("12x", ValueError), ("", ValueError), (12, TypeError)):
            with self.subTest(bad=bad), self.assertRaisesRegex(error, "digits"):
                call.send_digits(bad)
        for words, arguments in (
            ("count", (0,)),
            ("timeout", (1, -1)),
            ("between", (1, 1, "x")),
            ("terminators", (1, 1, 1, "12x")),
        ):
            with self.subTest(words=words), self.assertRaisesRegex((TypeError, ValueError), words):
                call.gather(*arguments)

    def test_a_call_that_is_not_connected(self) -> None:
        call = self.one.call("1001")
        attempts: List[Callable[[], Any]] = [
            call.digits,
            lambda: call.gather(1),
            lambda: call.send_digits("1"),
        ]
        for attempt in attempts:
            with self.subTest(attempt=attempt), self.assertRaises(tapi3.TAPI_E_INVALCALLSTATE):
                attempt()

    def test_digits_of_the_exchange_come_at_once_by_the_manual_clock(self) -> None:
        self.tapi.close()
        with tapi3.open(MANUAL) as tapi:
            call = tapi.call("1001")
            call.connect()
            gathered: List[tapi3.Gathered] = []
            gathering = later(lambda: gathered.append(call.gather(4, timeout=3600)))
            come_true(lambda: call.sound.gatherings.are_under_way, "the gathering")
            tapi3.advance_clock(3_599_999)
            self.assertTrue(gathering.is_alive())
            tapi3.advance_clock(1)
            gathering.join(SOON)
            self.assertEqual(gathered, [""])


class WithoutSoundTest(unittest.TestCase):
    def test_a_line_that_carries_no_sound(self) -> None:
        with tapi3.open(WITHOUT_SOUND) as tapi:
            call = tapi.lines[0].call("1001")
            attempts: List[Callable[[], Any]] = [
                lambda: call.play("x.wav"),
                lambda: call.record("x.wav"),
                lambda: call.send_digits("1"),
                lambda: call.gather(1),
                call.digits,
                call.audio,
            ]
            for attempt in attempts:
                with self.assertRaisesRegex(tapi3.TAPI_E_NOTSUPPORTED, "carries no sound"):
                    attempt()
            self.assertFalse(pathlib.Path("x.wav").exists())


class ExamplesTest(unittest.TestCase):
    """What is shown to newcomers works."""

    def test_they_run_by_themselves(self) -> None:
        for name, said in (
            ("play_and_record", ["recorded: ", "loudest sample 8000"]),
            ("gather", ["number: 1234 (TGT_TERMDIGIT)"]),
            ("speech", ["heard: ", "seconds of speech"]),
            ("conference", ["1001 is there", "1013 is there", "1014 is there"]),
            ("ivr", ["message: message1.wav", "number: 1234", "said back: 1234"]),
        ):
            with self.subTest(example=name):
                result = run((PACKAGE / "examples" / (name + ".py")).read_text(encoding="utf-8"))
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                for text in said:
                    self.assertIn(text, result.stdout)


if __name__ == "__main__":
    unittest.main()
