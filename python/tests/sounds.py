"""Sound for the tests."""

from __future__ import annotations

import array
import functools
import math
import pathlib
import tempfile
import wave
from typing import Tuple

import tapi3

from .support import SOON, SessionTest

RATE = 8000


@functools.lru_cache(maxsize=None)
def tone(seconds: float, pitch: float = 440.0) -> bytes:
    """A tone, no sample of which is silent. A long one takes long to make."""
    count = round(seconds * RATE)
    turn = 2 * math.pi * pitch / RATE
    samples = (2000 + round(6000 * math.sin(turn * i)) for i in range(count))
    return array.array("h", (sample or 1 for sample in samples)).tobytes()


def without_silence(sound: bytes) -> bytes:
    """What is left of a sound without silent samples: there is silence wherever a program on a busy
    machine was too slow to write."""
    samples = array.array("h", sound[: len(sound) // 2 * 2])
    return array.array("h", filter(None, samples)).tobytes()


def save(path: pathlib.Path, sound: bytes) -> pathlib.Path:
    """Makes a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound)
    return path


def load(path: pathlib.Path) -> bytes:
    """What is in a WAV file."""
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
            raise AssertionError("%s is in another format" % path)
        return file.readframes(file.getnframes())


class Folder:
    """A folder of the test's own with a short sound, and one that never ends while a test lasts."""

    def __init__(self) -> None:
        self._made = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self._made.name)
        self.sound = tone(0.2)
        self.short = save(self.path / "short.wav", self.sound)
        self.long = save(self.path / "long.wav", tone(300))
        self.close = self._made.cleanup


class SoundTest(SessionTest):
    """Has an open session and a folder with sounds."""

    def setUp(self) -> None:
        super().setUp()
        self.folder = Folder()
        self.addCleanup(self.folder.close)

    def talking(self) -> Tuple[tapi3.Call, tapi3.Call]:
        """A call between the two lines; both ends are hung up after the test."""
        outgoing, incoming = self.pair()
        self.addCleanup(incoming.disconnect)
        incoming.wait(tapi3.CS_CONNECTED, timeout=SOON)
        return outgoing, incoming
