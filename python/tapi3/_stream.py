"""Things that arrive from the library's thread, to be taken one by one by the program's."""

from __future__ import annotations

import queue
import time
from typing import Any, Callable, Generic, Iterator, Optional, TypeVar, Union

from . import _process
from ._check import seconds
from ._error import Released
from ._work import take
from .errors import TAPI_E_TIMEOUT

T = TypeVar("T")
S = TypeVar("S", bound="Stream[Any]")


class _End:
    """Stands behind the last item."""


class Stream(Generic[T]):
    """An iterator over things as they arrive; it ends when it is closed, when its source ends, or
    when nothing has come for ``timeout`` seconds.

    Several threads may take from one stream: each thing goes to one of them. It is a context
    manager, and closes itself at the end of the block.
    """

    def __init__(
        self, timeout: Optional[float] = None, on_close: Optional[Callable[[], Any]] = None
    ) -> None:
        self._timeout = seconds("timeout", timeout)
        self._made = _process.generation()
        self._queue: queue.SimpleQueue[Union[T, _End]] = queue.SimpleQueue()
        self._on_close = on_close
        #: Kept alive while somebody waits: it feeds the stream, and ends it.
        self.source: Any = None
        self._ended = False

    @property
    def timeout(self) -> Optional[float]:
        """Seconds that iteration waits for the next thing; None waits for ever. To be set."""
        return self._timeout

    @timeout.setter
    def timeout(self, value: Optional[float]) -> None:
        self._timeout = seconds("timeout", value)

    def put(self, item: T) -> None:
        """Adds a thing. Takes no lock that Python code could hold, so it is safe anywhere."""
        if not self._ended:
            self._queue.put(item)

    def end(self) -> None:
        """Nothing comes any more; what is there can still be taken."""
        if not self._ended:
            self._ended = True
            self._queue.put(_End())

    def close(self) -> None:
        """Ends the stream and what feeds it. Closed already, it does nothing."""
        on_close, self._on_close = self._on_close, None
        if _process.is_inherited(self._made):
            return
        self.end()
        if on_close is not None:
            on_close()

    def wait(self, timeout: Optional[float] = None) -> T:
        """The next thing, waiting for it at most ``timeout`` seconds; None waits for ever.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` if none comes, and :class:`tapi3.Released` once
        the stream has ended.
        """
        timeout = seconds("timeout", timeout)
        _process.check(self._made)
        try:
            item = take(self._queue, timeout)
        except queue.Empty:
            raise TAPI_E_TIMEOUT("Nothing came within %g seconds." % (timeout or 0)) from None
        if isinstance(item, _End):
            # For the next one who asks.
            self._queue.put(item)
            raise Released("The stream has ended.")
        return item

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        try:
            return self.wait(self.timeout)
        except (TAPI_E_TIMEOUT, Released):
            raise StopIteration from None

    def __enter__(self: S) -> S:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()


class Deadline:
    """What is left of a time to wait."""

    def __init__(self, timeout: Optional[float]) -> None:
        self._end = None if timeout is None else time.monotonic() + timeout

    def left(self) -> Optional[float]:
        """Seconds left, never negative; None if there is no limit."""
        return None if self._end is None else max(self._end - time.monotonic(), 0.0)
