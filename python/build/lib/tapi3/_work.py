"""Runs calls into the library that may take long, so that Ctrl-C works meanwhile.

A foreign call cannot be interrupted: Python handles signals on the main thread only, between its
own instructions. So on the main thread the call is made on another one, and waited for in Python.
"""

from __future__ import annotations

import queue
import threading
from typing import Callable, Optional, Tuple, TypeVar, Union, cast

from .errors import TAPI_E_TIMEOUT

T = TypeVar("T")


def interruptible(work: Callable[[], T], timeout: Optional[float] = None) -> T:
    """What ``work`` gives or raises. With a timeout, TAPI_E_TIMEOUT if that takes longer; the work
    goes on then, as it does when the waiting is interrupted."""
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
        # At the end of the interpreter no thread can be started any more.
        return work()
    try:
        good, value = outcome.get(timeout=timeout)
    except queue.Empty:
        raise TAPI_E_TIMEOUT("It took longer than %g seconds." % (timeout or 0)) from None
    if good:
        return cast(T, value)
    raise cast(BaseException, value)
