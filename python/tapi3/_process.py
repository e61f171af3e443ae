"""Which process this is: a child made by ``fork`` has copies of its parent's objects, but none of
the threads behind them, and must not touch what is the parent's."""

from __future__ import annotations

import os
import threading
import weakref
from typing import Callable, List

from .errors import TAPI_E_NOT_INITIALIZED

#: What a child does before anything else, in the order of the modules.
_in_child: List[Callable[[], None]] = []

#: How many forks lie between this process and the one that imported the package.
_generation = 0

#: The processes before this one, the first one first.
_parents: List[int] = []

_own = os.getpid()


def generation() -> int:
    """A number for this process, that none of those before it has: to be kept by what is of use in
    the process alone that made it."""
    return _generation


def is_inherited(made: int) -> bool:
    """Whether something with this generation belongs to a process before this one."""
    return made != _generation


def check(made: int) -> None:
    """Raises :class:`tapi3.TAPI_E_NOT_INITIALIZED` for what is a process's before this one."""
    if made != _generation:
        raise TAPI_E_NOT_INITIALIZED(
            "It belongs to process %d, which process %d was forked from. A child opens a session "
            "of its own." % (_parents[made], _own)
        )


def in_child(function: Callable[[], None]) -> Callable[[], None]:
    """Has a function called in each child that is forked."""
    _in_child.append(function)
    return function


class Lock:
    """A lock that a thread may take again while it has it. In a child it is free: the thread that
    had it at that moment is not there."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        _locks.add(self)

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def free(self) -> None:
        """Frees it, unless this thread itself has it."""
        if self._lock.acquire(blocking=False):
            self._lock.release()
        else:
            self._lock = threading.RLock()


#: Those of all objects.
_locks: "weakref.WeakSet[Lock]" = weakref.WeakSet()


def _forked() -> None:
    global _generation, _own
    _parents.append(_own)
    _own = os.getpid()
    _generation += 1
    for lock in _locks:
        lock.free()
    for function in _in_child:
        function()


os.register_at_fork(after_in_child=_forked)
