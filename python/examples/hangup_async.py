"""Places a call with asyncio, shows each of its states as the event arrives, hangs up.

    python3 hangup_async.py [--ring SECONDS] [DESTINATION]

Without arguments it calls 1001, which on the simulated exchange answers. It ends with status 0
when the call was connected and hung up. Ctrl-C, or an answer that takes longer than --ring, hangs
up as well.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

import tapi3
import tapi3.aio

# How long to wait for the last event of a call that was hung up, in seconds.
PATIENCE = 10.0


async def show(call: tapi3.aio.Call) -> None:
    """Prints the states of a call, from its first one to its end."""
    async for event in call.events():
        if event.state is not None:
            print("event: %s" % event.state.name, flush=True)


async def talk(call: tapi3.aio.Call, ring: float) -> bool:
    """Connects the call and hangs up. Gives whether both went well."""
    try:
        # Cancelled, the attempt hangs the call up.
        await asyncio.wait_for(call.connect(), ring)
    except asyncio.TimeoutError:
        print("no answer within %g seconds" % ring, file=sys.stderr)
        return False
    except tapi3.Error as error:
        print("Connect: %s" % error, file=sys.stderr)
        return False
    return await call.disconnect()


async def run(destination: str, ring: float) -> bool:
    async with tapi3.aio.open() as tapi:
        async with tapi.call(destination) as call:
            # Keep a reference to a task: the loop does not.
            shown = asyncio.create_task(show(call))
            went_well = await talk(call, ring)
        # The call's own events, to their end: so the last one has been shown.
        await asyncio.wait({shown}, timeout=PATIENCE)
        return went_well


def main() -> int:
    parser = argparse.ArgumentParser(description="Places a call with asyncio and hangs up.")
    parser.add_argument("--ring", type=float, default=30.0, help="seconds to let it ring")
    parser.add_argument("destination", nargs="?", default="1001")
    options = parser.parse_args()
    try:
        return 0 if asyncio.run(run(options.destination, options.ring)) else 1
    except tapi3.Error as error:
        print("TAPI: %s" % error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
