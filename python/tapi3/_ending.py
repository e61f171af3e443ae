"""The end of the interpreter: sessions that are open are shut down, and no thread of the library
enters Python any more, which is being taken apart then.

It takes half a second at most. A session that needs longer, as its network is silent, is left to the
library, which ends calls at the end of the process by itself.
"""

from __future__ import annotations

import atexit
import ctypes
import time
from ctypes import CFUNCTYPE, byref, c_uint32, c_ulong, c_void_p
from typing import List

from . import _reference, _sink
from ._connection import tied
from ._error import Error
from ._interfaces import INTERFACES
from ._pointer import Pointer
from ._stream import Deadline

#: Seconds that the end may take.
PATIENCE = 0.5

_PAUSE = 0.001

#: The place of Shutdown in the vtable of ITTAPI.
_SHUTDOWN = next(m.slot for m in INTERFACES["ITTAPI"].methods if m.name == "Shutdown") or 0


def _finish() -> None:
    """Registered before any session opens, so it runs after what the program has registered. No
    function is called with an event any more; one that is running is waited for."""
    deadline = Deadline(PATIENCE)
    _sink.silence()
    # Each keeps a reference of its own, whatever the program does with its one.
    connections = tied()
    sources = [connection.source for connection in connections]
    for connection in connections:
        connection.close()
    _shut_down([source for source in sources if source is not None], deadline)
    # Where a sink was untied without Shutdown, or that was called within a sink, the sink tells.
    _sink.drain(deadline)
    _sink.cut_off()
    _reference.end()


def _shut_down(sources: List[Pointer], deadline: Deadline) -> None:
    """Shuts down TAPI objects, all at once."""
    threads: List[c_ulong] = []
    for source in sources:
        try:
            reference = source.query("ITTAPI").reference()
        except Error:
            # Another object with connection points.
            continue
        # The object is kept, whatever becomes of the thread.
        _reference.add_ref(reference.address)
        threads.extend(_start(_reference.slot(reference.address, _SHUTDOWN), reference.address))
    while threads and deadline.left():
        time.sleep(_PAUSE)
        threads = [thread for thread in threads if _join(thread)]


def _start(function: int, this: int) -> List[c_ulong]:
    """The interpreter starts no threads at its end, so one of the C library's is in the method:
    ``HRESULT Shutdown(ITTAPI *)`` fits there."""
    thread = c_ulong()
    try:
        start = ctypes.CDLL(None).pthread_create
    except AttributeError:
        start = None
    if start is not None and not start(byref(thread), None, c_void_p(function), c_void_p(this)):
        return [thread]
    CFUNCTYPE(c_uint32, c_void_p)(function)(this)
    return []


def _join(thread: c_ulong) -> bool:
    """Whether a thread still runs."""
    return bool(ctypes.CDLL(None).pthread_tryjoin_np(thread, None))


atexit.register(_finish)
