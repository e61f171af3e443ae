"""Streams, terminals and digits of a call, by name: as Visual Basic and scripts use them."""

from __future__ import annotations

import pathlib
import tempfile
import unittest
import wave

import tapi3

from . import support  # noqa: F401  (finds the library)

PLAYER = "{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}"
RECORDER = "{521F3D06-C3D0-4511-8617-86B9A783DA77}"


class TerminalTest(unittest.TestCase):
    def setUp(self) -> None:
        tapi3.configure(support.MANUAL)
        self.addCleanup(tapi3.configure, None)
        self.tapi = tapi3.create("TAPI.TAPI", "IDispatch")
        self.tapi.Initialize()
        self.addCleanup(self.tapi.Shutdown)
        self.address = self.tapi.Addresses[1]
        self.call = self.address.CreateCall(
            "2002", tapi3.LINEADDRESSTYPE_PHONENUMBER, tapi3.TAPIMEDIATYPE_AUDIO
        ).query("IDispatch")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def hello(self) -> str:
        path = self.folder / "hello.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(8000)
            file.writeframes(bytes(1600))
        return str(path)

    def test_the_streams_of_a_call(self) -> None:
        self.assertEqual(
            [stream.Direction for stream in self.call.Streams],
            [tapi3.TD_CAPTURE, tapi3.TD_RENDER],
        )
        with self.assertRaises(tapi3.TAPI_E_MAXSTREAMS):
            self.call.CreateStream(tapi3.TAPIMEDIATYPE_AUDIO, tapi3.TD_RENDER)

    def test_a_file_on_the_streams_of_a_call(self) -> None:
        self.assertEqual(len(list(self.address.StaticTerminals)), 0)
        self.assertIn(PLAYER, list(self.address.DynamicTerminalClasses))
        audio = tapi3.TAPIMEDIATYPE_AUDIO
        player = self.address.CreateTerminal(PLAYER, audio, tapi3.TD_CAPTURE)
        player = player.query("IDispatch")
        player.PlayList = [self.hello()]
        self.call.SelectTerminalOnCall(player)
        (capture, render) = self.call.Streams
        (track,) = capture.Terminals
        self.assertEqual(track.query("IDispatch").ControllingTerminal, player)
        self.assertEqual(len(list(render.Terminals)), 0)
        player.Start()
        self.assertEqual(player.MediaState, tapi3.TMS_ACTIVE)
        self.call.UnselectTerminalOnCall(player)
        self.assertEqual(player.MediaState, tapi3.TMS_IDLE)
        with self.assertRaises(tapi3.TAPI_E_NOITEMS):
            self.address.GetDefaultStaticTerminal(audio, tapi3.TD_CAPTURE)

    def test_a_format_and_tones_as_objects(self) -> None:
        recorder = self.call.RequestTerminal(
            RECORDER, tapi3.TAPIMEDIATYPE_AUDIO, tapi3.TD_RENDER
        ).query("IDispatch")
        recorder.FileName = str(self.folder / "in.wav")
        track = recorder.CreateTrackTerminal(tapi3.TAPIMEDIATYPE_AUDIO, tapi3.TD_RENDER)
        track = track.query("IDispatch")
        form = track.AudioFormatForScripting
        self.assertEqual((form.SamplesPerSec, form.BitsPerSample), (8000, 16))
        form.BitsPerSample = 8
        track.AudioFormatForScripting = form
        self.assertEqual(track.AudioFormatForScripting.BlockAlign, 1)
        tone = self.call.CreateCustomToneObject()
        tone.Frequency = 700
        self.assertEqual(tone.Frequency, 700)


if __name__ == "__main__":
    unittest.main()
