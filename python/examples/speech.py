"""Joins a speech synthesiser and a speech recogniser to a call.

    python3 speech.py [--line NAME] [DESTINATION]

The two here are toys that need nothing: one turns words into tones, the other tells how long
somebody spoke. Real ones take their places in `synthesize` and `Recogniser`; what they get and give
is 16-bit samples, 8,000 a second, in bytes.

Without arguments it calls 1013, which on the simulated exchange says back what it hears, so that the
recogniser hears the synthesiser. It ends with status 0 when something was recognised.
"""

from __future__ import annotations

import argparse
import array
import math
import sys
from typing import Iterator, Optional

import tapi3


def synthesize(text: str) -> Iterator[bytes]:
    """Words to sound, piece by piece."""
    for number, _ in enumerate(text.split()):
        pitch = 2 * math.pi * (300 + 100 * number) / tapi3.Audio.rate
        samples = (round(8000 * math.sin(pitch * i)) for i in range(tapi3.Audio.rate // 4))
        yield array.array("h", samples).tobytes()


class Recogniser:
    """Sound to words: what a recogniser for streams mostly looks like."""

    def __init__(self) -> None:
        self._spoken = 0.0
        self._silent = 0.0

    def accept(self, frame: bytes) -> Optional[str]:
        """Takes a frame. Gives what was said when somebody has stopped speaking."""
        length = len(frame) / 2 / tapi3.Audio.rate
        if max(array.array("h", frame), default=0) > 500:
            self._spoken += length
            self._silent = 0.0
        else:
            self._silent += length
        if self._spoken and self._silent >= 0.3:
            said, self._spoken = "%.1f seconds of speech" % self._spoken, 0.0
            return said
        return None


def talk(call: tapi3.Call) -> Optional[str]:
    """Says something, and gives what the other side says to that."""
    recogniser = Recogniser()
    with call.audio() as audio:
        for piece in synthesize("how do you do"):
            audio.write(piece)
        for frame in audio:
            said = recogniser.accept(frame)
            if said is not None:
                return said
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description="Speaks to a call, and listens.")
    parser.add_argument("--line", help="the line's name or number; the first one if left out")
    parser.add_argument("destination", nargs="?", default="1013")
    options = parser.parse_args()
    try:
        with tapi3.open() as tapi:
            line = tapi.lines[0] if options.line is None else tapi.line(options.line)
            with line.call(options.destination) as call:
                call.connect()
                said = talk(call)
    except tapi3.Error as error:
        print("TAPI: %s" % error, file=sys.stderr)
        return 1
    print("heard: %s" % (said or "nothing"))
    return 0 if said else 1


if __name__ == "__main__":
    sys.exit(main())
