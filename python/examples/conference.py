"""Calls several people and brings them together in a conference, for a while.

    python3 conference.py [--line NAME] [--for SECONDS] [DESTINATION DESTINATION ...]

Without arguments it calls 1001, 1013 and 1014, which on the simulated exchange answer. Whoever
cannot be reached is left out. It ends with status 0 when there was a conference.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections.abc import Sequence

import tapi3


def ask(first: tapi3.Call, other: tapi3.Call) -> None:
    """Calls somebody by way of a consultation, and joins him to the others."""
    first.conference(other)  # The first one waits on hold until the other has answered.
    try:
        other.finish()
    except tapi3.Error:
        other.disconnect()  # This takes the first one back.
        raise


def meet(line: tapi3.Line, destinations: Sequence[str], seconds: float) -> bool:
    """Brings all together. Gives whether there were at least two."""
    members: list[tapi3.Call] = []
    # At the end of this block all are hung up.
    with contextlib.ExitStack() as calls:
        for destination in destinations:
            call = calls.enter_context(line.call(destination))
            try:
                if members:
                    ask(members[0], call)
                else:
                    call.connect()
            except tapi3.Error as error:
                print("%s: %s" % (destination, error), file=sys.stderr)
                continue
            members.append(call)
            print("%s is there" % destination, flush=True)
        if len(members) > 1:
            time.sleep(seconds)
    return len(members) > 1


def main() -> int:
    parser = argparse.ArgumentParser(description="Brings several people together.")
    parser.add_argument("--line", help="the line's name or number; the first one if left out")
    parser.add_argument("--for", dest="seconds", type=float, default=1.0, help="how many seconds")
    parser.add_argument("destination", nargs="*", default=["1001", "1013", "1014"])
    options = parser.parse_args()

    try:
        with tapi3.open() as tapi:
            line = tapi.lines[0] if options.line is None else tapi.line(options.line)
            return 0 if meet(line, options.destination, options.seconds) else 1
    except tapi3.Error as error:
        print("TAPI: %s" % error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
