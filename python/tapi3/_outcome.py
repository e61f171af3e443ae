"""What becomes of something that the library does by itself, to be waited for."""

from __future__ import annotations

import collections
import queue
from typing import Any, Callable, Deque, Generic, List, Optional, TypeVar, cast

from . import _process
from ._check import seconds
from ._error import Error
from ._work import take
from .errors import TAPI_E_TIMEOUT

T = TypeVar("T")


class Outcome(Generic[T]):
    """Something that is set once, for all who wait for it, in whatever threads."""

    def __init__(self) -> None:
        self._made = _process.generation()
        self._lock = _process.Lock()
        self._queue: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._watchers: List[Callable[[T], Any]] = []
        self._value: Optional[T] = None
        self._is_set = False

    @property
    def is_set(self) -> bool:
        """Whether it was set."""
        return self._is_set

    def set(self, value: T) -> None:
        """Sets it, if it was not set before."""
        with self._lock:
            if self._is_set:
                return
            self._value, self._is_set = value, True
            watchers, self._watchers = self._watchers, []
        self._queue.put(None)
        for watcher in watchers:
            watcher(value)

    def wait(self, timeout: Optional[float] = None) -> T:
        """What it was set to, waiting for that at most ``timeout`` seconds; None waits for ever.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` if it is not set in time.
        """
        timeout = seconds("timeout", timeout)
        _process.check(self._made)
        if not self._is_set:
            try:
                take(self._queue, timeout)
            except queue.Empty:
                message = "It did not end within %g seconds." % (timeout or 0)
                raise TAPI_E_TIMEOUT(message) from None
            # For the next one who waits.
            self._queue.put(None)
        return cast(T, self._value)

    def watch(self, function: Callable[[T], Any]) -> None:
        """Has a function called with what it is set to, on the thread that sets it; at once if that
        is done. Not for what may raise."""
        with self._lock:
            if not self._is_set:
                self._watchers.append(function)
                return
        function(cast(T, self._value))

    def forget(self, function: Callable[[T], Any]) -> None:
        """The function is called no more."""
        with self._lock:
            if function in self._watchers:
                self._watchers.remove(function)


class Requests(Generic[T]):
    """Requests of one kind, each of which the library answers with an event, in their order. There
    is one at a time: another one ends the first."""

    def __init__(self) -> None:
        self._lock = _process.Lock()
        self._pending: Deque[Outcome[Optional[T]]] = collections.deque()

    def begin(self, start: Callable[[], Any]) -> Outcome[Optional[T]]:
        """Starts one. Its outcome is the event, or None if the call is over without one."""
        made: Outcome[Optional[T]] = Outcome()
        with self._lock:
            self._pending.append(made)
            try:
                start()
            except BaseException:
                self._pending.remove(made)
                raise
        return made

    @property
    def are_under_way(self) -> bool:
        """Whether one was started and has not been answered."""
        with self._lock:
            return bool(self._pending)

    def cancel(self, one: Outcome[Optional[T]], stop: Callable[[], Any]) -> None:
        """Stops one, if it is still the last that was started."""
        with self._lock:
            if self._pending and self._pending[-1] is one:
                try:
                    stop()
                except Error:
                    # The call is over, and so is the request.
                    pass

    def answer(self, event: T) -> None:
        """An event came."""
        with self._lock:
            first = self._pending.popleft() if self._pending else None
        if first is not None:
            first.set(event)

    def end(self) -> None:
        """No event comes any more."""
        with self._lock:
            left = list(self._pending)
            self._pending.clear()
        for one in left:
            one.set(None)
