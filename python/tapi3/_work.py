"""Runs calls into the library that may take long, so that Ctrl-C works meanwhile.

A foreign call cannot be interrupted: Python handles signals on the main thread only, between its
own instructions. So on the main thread the call is made on another one, and waited for in Python.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from typing import Callable, Optional, Tuple, TypeVar, Union, cast

from . import _interrupt
from ._error import Released
from .errors import TAPI_E_DROPPED, TAPI_E_TIMEOUT

T = TypeVar("T")

#: Seconds after which a wait looks up. A signal that comes in the moment before the wait begins does
#: not end it, so Python would handle it only when the work is done.
_LOOK = 0.1


def take(source: queue.SimpleQueue[T], timeout: Optional[float]) -> T:
    """The next thing; ``queue.Empty`` if none comes in time. None waits for ever, unless the
    interpreter is at its end: no other thread brings anything then."""
    if sys.is_finalizing():
        try:
            return source.get_nowait()
        except queue.Empty:
            raise Released("Nothing comes any more: the interpreter is at its end.") from None
    deadline = None if timeout is None else time.monotonic() + timeout
    while True:
        if threading.current_thread() is threading.main_thread():
            _interrupt.raise_kept()
        left = _LOOK if deadline is None else min(_LOOK, max(deadline - time.monotonic(), 0))
        try:
            return source.get(timeout=left)
        except queue.Empty:
            if deadline is not None and time.monotonic() >= deadline:
                raise


class Placing:
    """The placing of a call, on whatever thread."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._work = work
        # Whoever comes first takes it: the thread that is to do the work, or who calls it off.
        self._first = threading.Lock()
        #: Set when the thread is done with it.
        self.finished = threading.Event()

    def run(self) -> None:
        """Does the work, or raises TAPI_E_DROPPED if it was called off."""
        if not self._first.acquire(blocking=False):
            raise TAPI_E_DROPPED("The call was hung up before it was placed.")
        try:
            self._work()
        finally:
            self.finished.set()

    def call_off(self) -> None:
        """Nobody waits for it any more: what has not begun does not begin."""
        if self._first.acquire(blocking=False):
            self.finished.set()


def interruptible(work: Callable[[], T], timeout: Optional[float] = None) -> T:
    """What ``work`` gives or raises. With a timeout, TAPI_E_TIMEOUT if that takes longer; the work
    goes on then, as it does when the waiting is interrupted."""
    if sys.is_finalizing():
        # No other thread enters the interpreter any more: one that is started would be waited for
        # for ever (before Python 3.12, which refuses to start it).
        return work()
    if timeout is None and threading.current_thread() is not threading.main_thread():
        return work()
    outcome: queue.SimpleQueue[Tuple[bool, Union[T, BaseException]]] = queue.SimpleQueue()

    def run() -> None:
        try:
            outcome.put((True, work()))
        except BaseException as failure:
            outcome.put((False, failure))

    try:
        threading.Thread(target=run, name="tapi3-work", daemon=True).start()
    except RuntimeError:
        # There can be no more threads, or the interpreter is about to end.
        return work()
    try:
        good, value = take(outcome, timeout)
    except queue.Empty:
        raise TAPI_E_TIMEOUT("It took longer than %g seconds." % (timeout or 0)) from None
    if good:
        return cast(T, value)
    raise cast(BaseException, value)
