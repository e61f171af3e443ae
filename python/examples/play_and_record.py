"""Places a call, plays a file to it and records what comes back, sends digits, hangs up.

    python3 play_and_record.py [--line NAME] [--play FILE] [--record FILE] [--digits DIGITS]
                               [DESTINATION]

Without arguments it calls 1013, which on the simulated exchange says back what it hears, and plays
a tone. It ends with status 0 when everything went well.
"""

from __future__ import annotations

import argparse
import array
import math
import pathlib
import sys
import tempfile
import wave

import tapi3

RATE = 8000


def make_tone(path: pathlib.Path) -> None:
    """A second of 440 Hz, for those who have no file at hand."""
    samples = (round(8000 * math.sin(2 * math.pi * 440 * i / RATE)) for i in range(RATE))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array.array("h", samples).tobytes())


def describe(path: pathlib.Path) -> str:
    """How long a recording is, and how loud."""
    with wave.open(str(path), "rb") as file:
        samples = array.array("h", file.readframes(file.getnframes()))
    loudest = max((abs(sample) for sample in samples), default=0)
    return "%.1f s, loudest sample %d" % (len(samples) / RATE, loudest)


def talk(call: tapi3.Call, play: pathlib.Path, record: pathlib.Path, digits: str) -> None:
    with call:
        call.connect()
        # At the end of this block the recording is complete.
        with call.record(record):
            call.play(play).wait()
            if digits:
                call.send_digits(digits)
    print("recorded: %s" % describe(record))


def main() -> int:
    parser = argparse.ArgumentParser(description="Plays to a call and records it.")
    parser.add_argument("--line", help="the line's name or number; the first one if left out")
    parser.add_argument("--play", type=pathlib.Path, help="a WAV file; a tone if left out")
    parser.add_argument("--record", type=pathlib.Path, help="thrown away if left out")
    parser.add_argument("--digits", default="", help="what to press when the file was played")
    parser.add_argument("destination", nargs="?", default="1013")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        play = options.play or pathlib.Path(folder, "tone.wav")
        if options.play is None:
            make_tone(play)
        record = options.record or pathlib.Path(folder, "recording.wav")
        try:
            with tapi3.open() as tapi:
                line = tapi.lines[0] if options.line is None else tapi.line(options.line)
                talk(line.call(options.destination), play, record, options.digits)
        except tapi3.Error as error:
            print("TAPI: %s" % error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
