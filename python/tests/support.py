"""What the tests share."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import time
import unittest
from typing import Any, Callable, List, Optional, Tuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "python"
os.environ.setdefault("TAPI3_LIBRARY", str(ROOT / "target/debug/libtapi3.so"))
# A configuration of the machine is none of the tests' business.
os.environ["TAPI3_CONFIG"] = str(PACKAGE / "tests/empty.toml")
# Nor is a shell that has Ctrl-C ignored, as one that runs a job in the background has: this Python,
# and those that the tests start, take it as they do by themselves.
signal.signal(signal.SIGINT, signal.default_int_handler)

import tapi3  # noqa: E402
from tapi3 import _reference  # noqa: E402

#: Seconds to wait for something that should happen at once; a busy machine takes its time.
SOON = 30.0

#: Time stands still, and an operation that is not answered fails after a second of it.
MANUAL = """
clock = "manual"
operation_timeout = "1s"

[[line]]
name = "One"
provider = "sim"
address = "2001"

[[line]]
name = "Two"
provider = "sim"
address = "2002"
"""


class SessionTest(unittest.TestCase):
    """Has an open session, with the configuration of the class."""

    configuration: Optional[str] = None

    def setUp(self) -> None:
        self.tapi = tapi3.open(self.configuration)
        self.addCleanup(self.tapi.close)
        self.one, self.two = self.tapi.lines

    def connected(self, destination: str = "1001") -> tapi3.Call:
        """A call that is connected."""
        call = self.one.call(destination)
        call.connect()
        return call

    def pair(self) -> Tuple[tapi3.Call, tapi3.Call]:
        """A call from the first line to the second: both ends of it, connected."""
        with self.tapi.listen([self.two]) as incoming:
            outgoing = self.one.call(self.two.number)
            outgoing.connect(wait=False)
            call = incoming.wait(SOON)
            call.answer()
        outgoing.wait(tapi3.CS_CONNECTED, timeout=SOON)
        return outgoing, call


def come_true(condition: Callable[[], bool], what: str) -> None:
    """Waits until something that happens on another thread has happened."""
    deadline = time.monotonic() + SOON
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("%s did not happen" % what)
        time.sleep(0.001)


def states(events: Any) -> List[str]:
    """The states that events tell of, in order."""
    return [event.state.name for event in events if event.state is not None]


def count(found: tapi3.Object) -> int:
    """How many references there are to an object, this one included."""
    address = found.reference().address
    _reference.add_ref(address)
    return _reference.release(address)


def run(
    program: str, *arguments: str, cwd: Optional[str] = None, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Runs a Python program in a process of its own, in the folder ``cwd`` if it is given."""
    paths = [str(PACKAGE), os.environ.get("PYTHONPATH", "")]
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-W", "error", "-c", program, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
