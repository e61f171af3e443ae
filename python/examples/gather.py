"""Answers a call, asks for a number, and says which one was pressed.

    python3 gather.py [--line NAME] [--prompt FILE]

With a line it waits for a call there. Without one it tries itself, on the simulated exchange: one
line calls the other and presses 1234#. It ends with status 0 when a number was pressed.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import threading
from typing import List, Optional

import tapi3

# The longest number that is taken; the caller may end a shorter one with #.
LONGEST = 8


def ask(call: tapi3.Call, prompt: Optional[str]) -> tapi3.Gathered:
    """Gathers the number while the prompt is played."""
    with contextlib.ExitStack() as stack:
        if prompt is not None:
            stack.enter_context(call.play(prompt))
        return call.gather(LONGEST, timeout=20, between=5)


def take(call: tapi3.Call, prompt: Optional[str]) -> bool:
    """Serves one caller. Gives whether a number was pressed."""
    with call:
        call.answer()
        try:
            number = ask(call, prompt)
        except tapi3.TAPI_E_DROPPED:
            print("the caller hung up")
            return False
        print("number: %s (%s)" % (number or "none", number.how.name))
        return bool(number)


def press(line: tapi3.Line, number: str) -> None:
    """The caller, for a trial: presses some keys after a while."""
    with line.call(number) as call:
        call.connect()
        try:
            call.send_digits(",,1234#")
        except tapi3.TAPI_E_DROPPED:
            # The other side heard enough.
            pass
        call.wait(timeout=60)


def main() -> int:
    parser = argparse.ArgumentParser(description="Asks a caller for a number.")
    parser.add_argument("--line", help="the line's name or number; if left out, a trial")
    parser.add_argument("--prompt", help="a WAV file that asks for the number")
    options = parser.parse_args()

    callers: List[threading.Thread] = []
    try:
        with tapi3.open() as tapi:
            line = tapi.line(options.line or "2002")
            with tapi.listen([line]) as incoming:
                if options.line is None:
                    caller = threading.Thread(target=press, args=(tapi.line("2001"), line.number))
                    callers.append(caller)
                    caller.start()
                pressed = take(incoming.wait(), options.prompt)
            for caller in callers:
                caller.join()
    except tapi3.Error as error:
        print("TAPI: %s" % error, file=sys.stderr)
        return 1
    return 0 if pressed else 1


if __name__ == "__main__":
    sys.exit(main())
