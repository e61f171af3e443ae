"""Threads: several at once, blocked ones, and Ctrl-C."""

from __future__ import annotations

import concurrent.futures
import os
import signal
import threading
import unittest
from typing import Any, Callable, List, Optional
from unittest import mock

import tapi3
from tapi3 import _interrupt

from .support import SOON, SessionTest, states


class Late:
    """Stands in for the ITBasicCallControl of a call: who places it is not there before somebody
    has hung up."""

    def __init__(self, control: tapi3.Object) -> None:
        self._control = control
        self.hung_up = threading.Event()
        self.begun = threading.Event()

    def Connect(self, wait: bool) -> None:
        self.begun.set()
        self.hung_up.wait(SOON)
        # Here no thread is to stay with it.
        self._control.Connect(False)

    def Disconnect(self, code: int) -> Any:
        result = self._control.Disconnect(code)
        self.hung_up.set()
        return result


class ThreadTest(SessionTest):
    def test_many_threads_place_calls_at_once(self) -> None:
        def work(_: int) -> List[str]:
            with self.one.call("1001") as call:
                call.connect()
                call.disconnect()
                return states(call.events(timeout=SOON))

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            seen = list(pool.map(work, range(80)))
        self.assertEqual(seen, [["CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"]] * 80)

    def test_other_threads_go_on_while_one_is_in_the_library(self) -> None:
        call = self.one.call("1003")
        failures: List[Any] = []

        def connect() -> None:
            try:
                call.com.Connect(True)
            except tapi3.Error as error:
                failures.append(error)

        thread = threading.Thread(target=connect)
        thread.start()
        self.assertIs(call.wait(tapi3.CS_INPROGRESS, timeout=SOON), tapi3.CS_INPROGRESS)
        self.assertTrue(call.disconnect())
        thread.join(SOON)
        self.assertFalse(thread.is_alive())
        self.assertEqual(len(failures), 1)

    def test_two_threads_hang_up_one_call(self) -> None:
        for _ in range(20):
            call = self.connected()
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                self.assertEqual(
                    list(pool.map(lambda call: call.disconnect(), [call, call])), [True, True]
                )
            self.assertEqual(states(call.events(timeout=SOON)).count("CS_DISCONNECTED"), 1)

    def test_a_release_during_a_call_is_safe(self) -> None:
        call = self.one.call("1003")
        control = call.com.query("ITBasicCallControl")
        started = threading.Event()

        def connect() -> None:
            started.set()
            try:
                control.Connect(True)
            except tapi3.Error:
                pass

        thread = threading.Thread(target=connect)
        thread.start()
        started.wait(SOON)
        call.wait(tapi3.CS_INPROGRESS, timeout=SOON)
        control.release()
        call.disconnect()
        thread.join(SOON)
        self.assertFalse(thread.is_alive())

    def test_error_messages_are_the_threads_own(self) -> None:
        def work(number: int) -> bool:
            wanted = tapi3.TAPI_E_DESTBUSY if number % 2 else tapi3.TAPI_E_INVALADDRESS
            try:
                self.one.call("1002" if number % 2 else "9999").connect()
            except wanted as error:
                return ("busy" in error.message) == bool(number % 2)
            return False

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            self.assertTrue(all(pool.map(work, range(40))))

    def test_a_session_is_closed_while_others_wait_for_events(self) -> None:
        streams = [self.tapi.events(), self.tapi.listen(), self.one.call("1001").events()]
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            waiting = [pool.submit(list, stream) for stream in streams]
            self.tapi.close()
            self.assertEqual([future.result(SOON) for future in waiting], [[], [], []])

    def test_ctrl_c_interrupts_the_waiting_for_an_answer(self) -> None:
        with self.assertRaises(KeyboardInterrupt), self.one.call("1003") as call:
            press = iter([signal.SIGINT])
            call.on_event(lambda event: [os.kill(os.getpid(), key) for key in press])
            call.connect()
        self.assertIs(call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    def test_a_call_that_is_just_being_placed_is_hung_up(self) -> None:
        for reason in (tapi3.TAPI_E_TIMEOUT, KeyboardInterrupt):
            with self.subTest(reason=reason):
                call = self.one.call("1003")
                late = Late(call.com)
                threads = []

                def impatient(work: Callable[[], Any], timeout: Optional[float] = None) -> Any:
                    if timeout is None:
                        return work()
                    threads.append(threading.Thread(target=work))
                    threads[0].start()
                    late.begun.wait(SOON)
                    raise reason

                with mock.patch.object(call, "_control", late):
                    with mock.patch("tapi3._call.interruptible", impatient):
                        with self.assertRaises(reason), call:
                            call.connect(timeout=SOON)
                threads[0].join(SOON)
                self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    def test_a_call_that_nobody_waits_for_any_more_is_not_placed(self) -> None:
        for reason in (tapi3.TAPI_E_TIMEOUT, KeyboardInterrupt):
            with self.subTest(reason=reason):
                call = self.one.call("1003")
                works: List[Callable[[], Any]] = []

                def impatient(work: Callable[[], Any], timeout: Optional[float] = None) -> Any:
                    if timeout is None:
                        return work()
                    works.append(work)
                    raise reason

                with mock.patch("tapi3._call.interruptible", impatient):
                    with self.assertRaises(reason), call:
                        call.connect(timeout=SOON)
                # Whoever comes to place it now hears that it is not.
                with self.assertRaises(tapi3.TAPI_E_DROPPED):
                    works[0]()
                self.assertIs(call.state, tapi3.CS_IDLE)

    def test_ctrl_c_while_something_is_cleaned_up_is_not_lost(self) -> None:
        _interrupt.keep()
        with self.assertRaises(KeyboardInterrupt):
            self.one.call("1003").connect()
        self.one.call("1001").connect()


if __name__ == "__main__":
    unittest.main()
