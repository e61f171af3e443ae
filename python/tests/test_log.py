"""The library's log in Python's logging."""

from __future__ import annotations

import logging
import threading
import unittest
from typing import List

import tapi3
from tapi3 import _log, _native

from .support import come_true, run

#: Writes lines into the library's log, as the library does: from any thread.
WRITE = """
import ctypes, logging, sys, threading
import tapi3
from tapi3 import _native
write = _native.library()._handle.tapi3_log
write.argtypes = (ctypes.c_int32, ctypes.c_char_p, ctypes.c_char_p)
write.restype = None
"""


class Collector(logging.Handler):
    """Keeps records."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.records: List[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class LogTest(unittest.TestCase):
    def setUp(self) -> None:
        self.logger = logging.getLogger("tapi3")
        self.seen = Collector()
        self.logger.addHandler(self.seen)
        self.addCleanup(self.end)

    def end(self) -> None:
        self.logger.removeHandler(self.seen)
        self.logger.setLevel(logging.NOTSET)
        logging.getLogger("tapi3.here").setLevel(logging.NOTSET)
        tapi3.create("TAPI")

    def listen(self, level: int) -> None:
        self.logger.setLevel(level)
        tapi3.create("TAPI")

    def write(self, level: int, target: str, text: str) -> None:
        write = _native.library()._handle.tapi3_log
        write(level, target.encode(), text.encode())

    def wait_for(self, count: int) -> None:
        come_true(lambda: len(self.seen.records) >= count, "a record")

    def test_levels_and_loggers(self) -> None:
        self.listen(1)
        for level in range(1, 6):
            self.write(level, "tapi3_engine::call", "line %d of 100 %s Grüße" % (level, "%s"))
        self.wait_for(5)
        self.assertEqual(
            [record.levelno for record in self.seen.records],
            [logging.ERROR, logging.WARNING, logging.INFO, logging.DEBUG, 5],
        )
        for record in self.seen.records:
            self.assertEqual(record.name, "tapi3.engine.call")
        self.assertEqual(self.seen.records[0].getMessage(), "line 1 of 100 %s Grüße")

    def test_the_names_of_loggers(self) -> None:
        for target, name in (
            ("tapi3", "tapi3"),
            ("tapi3::sip", "tapi3.sip"),
            ("tapi3::providers::sip", "tapi3.providers.sip"),
            ("tapi3_engine", "tapi3.engine"),
            ("hyper::server", "tapi3.hyper.server"),
            ("program", "tapi3.program"),
            ("::", "tapi3"),
        ):
            self.assertEqual(_log.logger_name(target), name)

    def test_what_no_logger_is_enabled_for_is_not_made(self) -> None:
        self.listen(logging.WARNING)
        self.write(4, "here", "a detail")
        self.write(2, "here", "a warning")
        self.wait_for(1)
        self.assertEqual([record.getMessage() for record in self.seen.records], ["a warning"])
        told = set(_log._told.values())
        self.assertEqual(told, {2})
        # A logger below may want more than the others.
        logging.getLogger("tapi3.here").setLevel(logging.DEBUG)
        tapi3.create("TAPI")
        self.assertEqual(set(_log._told.values()), {4})
        self.write(4, "here", "a detail")
        self.write(4, "elsewhere", "a detail")
        self.write(2, "elsewhere", "a warning")
        self.wait_for(3)
        self.assertEqual(
            [(record.name, record.levelno) for record in self.seen.records[1:]],
            [("tapi3.here", logging.DEBUG), ("tapi3.elsewhere", logging.WARNING)],
        )

    def test_from_many_threads(self) -> None:
        self.listen(logging.INFO)
        threads = [
            threading.Thread(target=lambda n=n: self.write(3, "many", str(n))) for n in range(50)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.wait_for(50)
        seen = sorted(int(record.getMessage()) for record in self.seen.records)
        self.assertEqual(seen, list(range(50)))

    def test_a_handler_may_call_the_library(self) -> None:
        class Caller(logging.Handler):
            done = False

            def emit(self, record: logging.LogRecord) -> None:
                self.done = tapi3.create("TAPI").supports("ITTAPI2")

        caller = Caller()
        self.logger.addHandler(caller)
        self.addCleanup(self.logger.removeHandler, caller)
        self.listen(logging.INFO)
        self.write(3, "here", "a line")
        come_true(lambda: caller.done, "the call from within the handler")


class ProcessTest(unittest.TestCase):
    def test_a_warning_is_printed_by_default(self) -> None:
        result = run(WRITE + "tapi3.create('TAPI'); write(2, b'x', b'look'); write(3, b'x', b'no')")
        self.assertEqual((result.returncode, result.stderr), (0, "look\n"))

    def test_the_environment_has_the_library_print(self) -> None:
        program = WRITE + "logging.basicConfig(level=1, format='python %(message)s')\n"
        program += "tapi3.create('TAPI'); write(3, b'here', b'a line')"
        result = run(program, TAPI3_LOG="info")
        self.assertEqual(result.returncode, 0)
        self.assertIn("here: a line", result.stderr)
        self.assertNotIn("python", result.stderr)

    def test_the_end_of_the_interpreter_with_threads_that_log(self) -> None:
        program = WRITE + (
            """
logging.basicConfig(level=1, filename="/dev/null")
tapi = tapi3.open()
def forever():
    while True:
        write(3, b"here", b"a line")
for _ in range(4):
    threading.Thread(target=forever, daemon=True).start()
tapi.call("1001").connect()
"""
        )
        for _ in range(5):
            result = run(program)
            self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_what_was_logged_before_the_end_is_heard(self) -> None:
        program = WRITE + "logging.basicConfig(level=20, format='%(name)s %(message)s')\n"
        program += "tapi3.create('TAPI')\nfor n in range(100): write(3, b'here', b'line')"
        result = run(program)
        self.assertEqual((result.returncode, result.stderr), (0, "tapi3.here line\n" * 100))

    def test_a_warning_of_the_library_itself(self) -> None:
        program = """
import logging, tapi3
logging.basicConfig(level=logging.DEBUG, format="%(name)s")
tapi3.open('''
[[line]]
name = "One"
provider = "sip"
address = "sip:one@127.0.0.1:1"
server = "127.0.0.1:1"
''').close()
"""
        result = run(program)
        self.assertIn("tapi3.", result.stderr)


if __name__ == "__main__":
    unittest.main()
