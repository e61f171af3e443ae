"""Places a call, shows each of its states as the event arrives, hangs up.

    python3 hangup.py [--line NAME] [DESTINATION]

Without arguments it calls 1001, which on the simulated exchange answers. It ends with status 0
when the call was connected and hung up.
"""

from __future__ import annotations

import argparse
import sys

import tapi3

STATES = {
    tapi3.CS_IDLE: "idle",
    tapi3.CS_INPROGRESS: "in progress",
    tapi3.CS_CONNECTED: "connected",
    tapi3.CS_DISCONNECTED: "disconnected",
    tapi3.CS_OFFERING: "offering",
    tapi3.CS_HOLD: "on hold",
    tapi3.CS_QUEUED: "queued",
}

CAUSES = {
    tapi3.CEC_DISCONNECT_NORMAL: " (normal)",
    tapi3.CEC_DISCONNECT_BUSY: " (busy)",
    tapi3.CEC_DISCONNECT_BADADDRESS: " (bad address)",
    tapi3.CEC_DISCONNECT_NOANSWER: " (no answer)",
    tapi3.CEC_DISCONNECT_CANCELLED: " (cancelled)",
    tapi3.CEC_DISCONNECT_REJECTED: " (rejected)",
    tapi3.CEC_DISCONNECT_FAILED: " (failed)",
    tapi3.CEC_DISCONNECT_BLOCKED: " (blocked)",
}

# How long to wait for the last event of a call that was hung up, in seconds.
PATIENCE = 10


def show(event: tapi3.Event) -> None:
    """Runs on the library's thread."""
    if event.state is not None and event.cause is not None:
        print("event: %s%s" % (STATES[event.state], CAUSES.get(event.cause, "")), flush=True)


def complain(what: str, error: tapi3.Error) -> None:
    print(
        "%s: %s (0x%08X)\n  %s" % (what, error.name, error.hresult, error.message), file=sys.stderr
    )


def talk(call: tapi3.Call) -> bool:
    """Connects the call and hangs up. Gives whether both went well."""
    connected = True
    try:
        call.connect()  # Comes back when the far end has answered, or has not.
    except tapi3.Error as error:
        complain("Connect", error)
        connected = False

    # Also after a failure: it costs nothing when the call is over already.
    try:
        hung_up = call.disconnect()
    except tapi3.Error as error:
        print("Disconnect: %s" % error.name)
        complain("Disconnect", error)
        return False
    if hung_up:
        # The call's own events, to their end: so the last one has been shown.
        for _ in call.events(timeout=PATIENCE):
            pass
    print("Disconnect: %s" % (tapi3.S_OK if hung_up else tapi3.S_FALSE))
    return connected


def main() -> int:
    parser = argparse.ArgumentParser(description="Places a call and hangs up.")
    parser.add_argument("--line", help="the line's name or number; the first one if left out")
    parser.add_argument("destination", nargs="?", default="1001")
    options = parser.parse_args()

    try:
        with tapi3.open() as tapi:
            if options.line is None:
                call = tapi.call(options.destination)
            else:
                call = tapi.line(options.line).call(options.destination)
            call.on_event(show)
            return 0 if talk(call) else 1
    except tapi3.Error as error:
        complain("TAPI", error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
