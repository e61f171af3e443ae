"""Children that are forked: what they inherit says so, and is the parent's."""

from __future__ import annotations

import os
import unittest

from .sounds import Folder
from .support import run

BEGIN = """
import multiprocessing, os, sys, threading, traceback
import tapi3
from tapi3 import aio

def child(function):
    \"\"\"Runs a function in a forked child; what it returns or raises is printed.\"\"\"
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            print(function(), flush=True)
        except BaseException as failure:
            print(type(failure).__name__, failure, flush=True)
        os._exit(0)
    os.waitpid(pid, 0)

tapi = tapi3.open()
line = tapi.lines[0]
call = line.call("1001")
call.connect()
"""

#: The parent's call and its events are as they were.
SURVIVES = """
print(call.state.name, call.disconnect(), end=" ")
print(next(event.state.name for event in events if event.state == tapi3.CS_DISCONNECTED))
"""


@unittest.skipUnless(hasattr(os, "fork"), "there is no fork here")
class ForkTest(unittest.TestCase):
    def prints(self, program: str, printed: str) -> None:
        # From 3.12 on Python warns of a fork with threads, which is what is tried here.
        lines = "import warnings; warnings.simplefilter('ignore', DeprecationWarning)\n"
        result = run(lines + BEGIN + program)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertRegex(result.stdout, r"\A%s\Z" % printed)

    def test_what_its_parent_plays_and_hears_is_left_alone(self) -> None:
        folder = Folder()
        self.addCleanup(folder.close)
        program = """
playing, audio, keys = call.play(%r), call.audio(), call.digits()
uses = [
    playing.wait, playing.stop, playing.pause, audio.read, lambda: audio.write(bytes(2)), keys.wait,
    lambda: call.gather(1), lambda: call.send_digits("1"), lambda: call.play(%r), call.audio,
]

def use():
    with playing, audio, keys:
        pass
    refused = 0
    for one in uses:
        try:
            one()
        except tapi3.TAPI_E_NOT_INITIALIZED:
            refused += 1
    return refused

child(use)
print(playing.state.name, len(audio.read(10)))
"""
        self.prints(program % (str(folder.long), str(folder.short)), "10\nTMS_ACTIVE 320\n")

    def test_a_lock_that_another_thread_has_is_free_in_a_child(self) -> None:
        program = """
from tapi3 import _process

lock, own = _process.Lock(), _process.Lock()
taken, over = threading.Event(), threading.Event()

def hold():
    with lock:
        taken.set()
        over.wait()

def use():
    with lock, own:
        return "free"

thread = threading.Thread(target=hold)
thread.start()
taken.wait()
with own:
    child(use)
over.set()
thread.join()
"""
        self.prints(program, "free\n")

    def test_what_is_inherited_says_so(self) -> None:
        refused = "TAPI_E_NOT_INITIALIZED .* process [0-9]+ was forked from.*own.*\n"
        uses = (
            "tapi.lines",
            "tapi.events()",
            "tapi.on_event(print)",
            "tapi.listen([line])",
            "line.name",
            "line.call('1001')",
            "call.state",
            "call.cause",
            "call.disconnect()",
            "call.events()",
            "call.wait()",
            "call.com.Disconnect(0)",
            "call.com.query('ITCallInfo')",
            "tapi.com.Addresses",
            "next(events)",
            "events.wait(1)",
            "tapi3.advise(tapi, lambda kind, event: None)",
        )
        program = "events = tapi.events()\n"
        program += "".join("child(lambda: %s)\n" % use for use in uses)
        program += SURVIVES
        self.prints(program, "(%s){%d}CS_CONNECTED True CS_DISCONNECTED\n" % (refused, len(uses)))

    def test_leaving_blocks_and_letting_go_does_nothing(self) -> None:
        self.prints(
            """
events = tapi.events()
def leave():
    global tapi, call, events, line
    with tapi, call, events:
        pass
    tapi.close()
    call.com.release()
    repr([tapi, call])
    del tapi, call, events, line
    return "left"
child(leave)
"""
            + SURVIVES,
            "left\nCS_CONNECTED True CS_DISCONNECTED\n",
        )

    def test_a_child_ends_as_a_process_does(self) -> None:
        self.prints(
            """
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    sys.exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), call.state.name)
""",
            "7 CS_CONNECTED\n",
        )

    def test_a_child_has_sessions_of_its_own(self) -> None:
        self.prints(
            """
def work():
    with tapi3.open() as session:
        with session.call("1001") as own:
            own.connect()
            own.disconnect()
            return [e.state.name for e in own.events(timeout=10) if e.state is not None]
child(work)
print(call.state.name)
""",
            r"\['CS_INPROGRESS', 'CS_CONNECTED', 'CS_DISCONNECTED'\]\nCS_CONNECTED\n",
        )

    def test_multiprocessing(self) -> None:
        self.prints(
            """
def work(queue):
    try:
        call.disconnect()
    except tapi3.Error as error:
        queue.put(error.name)
context = multiprocessing.get_context("fork")
queue = context.Queue()
process = context.Process(target=work, args=(queue,))
process.start()
print(queue.get(), process.join(), process.exitcode, call.state.name)
""",
            "TAPI_E_NOT_INITIALIZED None 0 CS_CONNECTED\n",
        )

    def test_a_fork_while_threads_are_in_the_library(self) -> None:
        self.prints(
            """
# Until Python 3.12 a child waits for ever if a thread of the library's was just entering the interpreter,
# which has a lock of its own meanwhile (PyOS_AfterFork_Child). So no event is told there.
if sys.version_info < (3, 12):
    tapi.com.EventFilter = 0
stop = []
def dial():
    while not stop:
        with line.call("1001") as more:
            more.connect()
threads = [threading.Thread(target=dial) for _ in range(4)]
for thread in threads:
    thread.start()
for _ in range(30):
    child(lambda: line.name)
stop.append(True)
for thread in threads:
    thread.join()
print(call.state.name)
""",
            "(TAPI_E_NOT_INITIALIZED .*\n){30}CS_CONNECTED\n",
        )

    def test_asyncio(self) -> None:
        self.prints(
            """
import asyncio
async def main():
    async with aio.open() as session:
        events = session.events()
        def use():
            return asyncio.run(events.wait(1))
        thread = threading.Thread(target=child, args=(use,))
        thread.start()
        thread.join()
asyncio.run(main())
""",
            "TAPI_E_NOT_INITIALIZED .*\n",
        )


if __name__ == "__main__":
    unittest.main()
