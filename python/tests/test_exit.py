"""The end of the interpreter: whatever is alive then, it ends well."""

from __future__ import annotations

import unittest

from .support import run

BEGIN = """
import sys, threading, tapi3, tapi3._ending
# On a busy machine a thread may need longer than it is given.
tapi3._ending.PATIENCE = 20
tapi = tapi3.open()
call = tapi.call("1001")
call.connect()
"""

SINK = """
raw = tapi3.create("TAPI", "ITTAPI")
raw.EventFilter = 8
raw.Initialize()
"""


class ExitTest(unittest.TestCase):
    def ends_well(self, program: str, status: int = 0, stderr: str = "") -> str:
        result = run(program)
        self.assertEqual((result.returncode, result.stderr), (status, stderr), program)
        return result.stdout

    def test_with_everything_alive(self) -> None:
        self.ends_well(BEGIN + SINK + "s = tapi.events(), tapi.listen(), call.events()")

    def test_with_objects_in_cycles_and_in_modules(self) -> None:
        self.ends_well(BEGIN + "sys.keep = me = [tapi, call]; me.append(me); del tapi, call")

    def test_by_sys_exit_from_a_block(self) -> None:
        self.ends_well(BEGIN + "with tapi, call: sys.exit(3)", 3)

    def test_with_a_sink_that_is_being_called(self) -> None:
        program = (
            BEGIN
            + SINK
            + """
inside = threading.Event()
leave = threading.Event()
def sink(kind, event):
    inside.set()
    leave.wait(0.1)
    event.Call
connection = tapi3.advise(raw, sink)
other = next(iter(raw.EnumerateAddresses())).CreateCall("1001", 1, 8)
other.Connect(True)
other.Disconnect(0)
inside.wait()
"""
        )
        for last in ("", "connection.close()", "del connection, raw", "raw.release()"):
            with self.subTest(last=last):
                self.ends_well(program + last)

    def test_with_calls_that_make_events_until_the_end(self) -> None:
        self.ends_well(
            BEGIN
            + """
def dial():
    while True:
        try:
            with tapi.call("1001") as more:
                more.connect()
        except tapi3.Error:
            return
seen = threading.Event()
tapi.on_event(lambda event: seen.set())
for _ in range(4):
    threading.Thread(target=dial, daemon=True).start()
seen.wait()
"""
        )

    def test_with_a_thread_blocked_in_the_library(self) -> None:
        self.ends_well(
            BEGIN
            + """
ringing = tapi.call("1003")
threading.Thread(target=lambda: ringing.com.Connect(True), daemon=True).start()
ringing.wait(tapi3.CS_INPROGRESS)
threading.excepthook = lambda args: None
"""
        )

    def test_with_a_function_of_the_program_at_exit(self) -> None:
        printed = self.ends_well(
            "import atexit\n" + BEGIN + "atexit.register(lambda: print(call.disconnect()))"
        )
        self.assertEqual(printed, "True\n")

    def test_with_a_function_that_never_comes_back(self) -> None:
        """Shutdown waits for it, the end of the interpreter not for ever."""
        self.ends_well(
            BEGIN
            + """
tapi3._ending.PATIENCE = 0.5
inside = threading.Event()
def stuck(event):
    inside.set()
    threading.Event().wait()
tapi.on_event(stuck)
call.disconnect()
inside.wait()
"""
        )

    def test_with_methods_that_wait_in_a_destructor(self) -> None:
        """The interpreter is being taken apart, and no other thread does anything for them."""
        methods = """\
call.disconnect()
call.hold()
call.wait()
tapi.call("1001").connect()
other.connect()
other.connect(timeout=30)
call.transfer(other)
call.send_digits("1")
call.gather(1)
next(digits)
list(events)
next(calls)
list(sound)
sound.write(bytes(32000))
sound.flush()
recording.stop()
tapi.close()
tapi3.open().close()
"""
        printed = self.ends_well(
            BEGIN
            + """
import builtins
other, events, digits, calls = tapi.call("1001"), call.events(), call.digits(), tapi.listen()
sound, recording = call.audio(), call.record("/dev/null")
class Late:
    names = globals().copy()
    def __del__(self):
        for method in METHODS.splitlines():
            try:
                exec(method, self.names)
            except (tapi3.Error, tapi3.Released, StopIteration):
                pass
            print(method, flush=True)
# This goes last of all.
builtins.late = Late()
""".replace("METHODS", repr(methods))
        )
        self.assertEqual(printed, methods)

    def test_with_asyncio_in_a_destructor(self) -> None:
        printed = self.ends_well(
            BEGIN
            + """
import asyncio, builtins
from tapi3 import aio
async def dial():
    async with aio.open() as session:
        async with session.call("1001") as more:
            await more.connect()
class Late:
    def __del__(self):
        asyncio.run(dial())
        print("over", flush=True)
asyncio.run(dial())
builtins.late = Late()
"""
        )
        self.assertEqual(printed, "over\n")

    def test_with_several_sessions(self) -> None:
        self.ends_well("import tapi3; t = [tapi3.open() for _ in range(20)]; t[3].close()")

    def test_with_a_session_that_did_not_open(self) -> None:
        self.ends_well(
            """
import tapi3
try:
    tapi3.open("nonsense")
except tapi3.Error:
    pass
"""
        )


if __name__ == "__main__":
    unittest.main()
