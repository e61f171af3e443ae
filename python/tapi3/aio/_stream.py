"""Things that arrive from the library's thread, to be awaited one by one by tasks."""

from __future__ import annotations

import asyncio
import collections
import logging
from typing import Any, Callable, Deque, Generic, NamedTuple, Optional, Set, TypeVar, Union

from .. import _process
from .._check import seconds, whole
from .._error import Error, Released
from .._stream import Deadline
from ..errors import TAPI_E_NOTENOUGHMEMORY, TAPI_E_TIMEOUT

log = logging.getLogger("tapi3")

T = TypeVar("T")
S = TypeVar("S", bound="Stream[Any]")

#: How many things a stream holds that were not taken yet, if the program does not say otherwise.
LIMIT = 10_000


class Overflow(Error):
    """A stream was full, and things were lost at this place in it. What came later follows."""

    hresult = TAPI_E_NOTENOUGHMEMORY.hresult

    def __init__(self, lost: int = 1) -> None:
        super().__init__("The stream was full: %d were lost here." % lost)
        #: How many.
        self.lost = lost

    def __reduce__(self) -> Any:
        return type(self), (self.lost,)


class _Gap:
    """Stands where things were lost."""

    lost = 0


class _Waiter(NamedTuple):
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[None]

    def wake(self) -> bool:
        """Has the task look again; False if there is nobody any more."""
        try:
            self.loop.call_soon_threadsafe(self._done)
        except RuntimeError:
            # The loop is closed.
            return False
        return True

    def _done(self) -> None:
        if not self.future.done():
            self.future.set_result(None)


#: The streams that somebody waits for: nothing else may hold the stream, nor the task.
_waited: Set[Stream[Any]] = set()


class Stream(Generic[T]):
    """An asynchronous iterator over things as they arrive; it ends when it is closed, when its
    source ends, or when nothing has come for ``timeout`` seconds.

    Several tasks, of several loops, may take from one stream: each thing goes to one of them. As an
    asynchronous context manager it closes itself at the end of the block.
    """

    def __init__(
        self,
        timeout: Optional[float] = None,
        limit: int = LIMIT,
        on_close: Optional[Callable[[], Any]] = None,
    ) -> None:
        self._timeout = seconds("timeout", timeout)
        self._limit = whole("limit", limit, 1)
        self._made = _process.generation()
        self._on_close = on_close
        # Of the kind that a finalizer may take again, wherever it comes in between.
        self._lock = _process.Lock()
        self._items: Deque[Union[T, _Gap]] = collections.deque()
        self._waiters: Deque[_Waiter] = collections.deque()
        #: Kept alive while somebody holds the stream: it feeds it, and ends it.
        self.source: Any = None
        self._ended = False

    @property
    def timeout(self) -> Optional[float]:
        """Seconds that iteration waits for the next thing; None waits for ever. To be set."""
        return self._timeout

    @timeout.setter
    def timeout(self, value: Optional[float]) -> None:
        self._timeout = seconds("timeout", value)

    def add(self, item: T) -> None:
        """Not for programs: adds a thing, on any thread."""
        with self._lock:
            if self._ended:
                return
            full = len(self._items) >= self._limit
            first = full and self._lose()
            if not full:
                self._items.append(item)
        if first:
            log.warning("a stream is full, with %d things; what comes now is lost", self._limit)
        self._wake()

    def _lose(self) -> bool:
        """Counts a thing that is lost; gives whether it is the first one."""
        last = self._items[-1]
        first = not isinstance(last, _Gap)
        if not isinstance(last, _Gap):
            last = _Gap()
            self._items.append(last)
        last.lost += 1
        return first

    def _wake(self) -> None:
        """Has one of those look who wait."""
        while True:
            with self._lock:
                if not self._waiters:
                    return
                waiter = self._waiters.popleft()
                self._forget()
            if waiter.wake():
                return

    def _forget(self) -> None:
        """Nobody waits any more, or whoever does is held by the loop that runs it."""
        if not self._waiters:
            _waited.discard(self)

    def end(self) -> None:
        """Not for programs: nothing comes any more; what is there can still be taken."""
        with self._lock:
            self._ended = True
            waiters = list(self._waiters)
            self._waiters.clear()
            self._forget()
        for waiter in waiters:
            waiter.wake()

    def close(self) -> None:
        """Ends the stream and what feeds it. Closed already, it does nothing."""
        on_close, self._on_close = self._on_close, None
        if _process.is_inherited(self._made):
            return
        self.end()
        if on_close is not None:
            on_close()

    async def wait(self, timeout: Optional[float] = None) -> T:
        """The next thing, waiting for it at most ``timeout`` seconds; None waits for ever. A task
        that is cancelled meanwhile leaves it to the next one who asks.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` if none comes, :class:`Overflow` where things were
        lost, and :class:`tapi3.Released` once the stream has ended.
        """
        timeout = seconds("timeout", timeout)
        _process.check(self._made)
        deadline = Deadline(timeout)
        loop = asyncio.get_running_loop()
        while True:
            waiter = _Waiter(loop, loop.create_future())
            with self._lock:
                if self._items:
                    item = self._items.popleft()
                    break
                if self._ended:
                    raise Released("The stream has ended.")
                self._waiters.append(waiter)
                _waited.add(self)
            if not await self._woken(waiter, deadline.left()):
                message = "Nothing came within %g seconds." % (timeout or 0)
                raise TAPI_E_TIMEOUT(message)
        if isinstance(item, _Gap):
            raise Overflow(item.lost)
        return item

    async def _woken(self, waiter: _Waiter, timeout: Optional[float]) -> bool:
        try:
            await asyncio.wait({waiter.future}, timeout=timeout)
            return waiter.future.done()
        finally:
            with self._lock:
                if waiter in self._waiters:
                    self._waiters.remove(waiter)
                    left = False
                else:
                    # It was woken, but may not have heard of it: the next one is to look too.
                    left = bool(self._items)
                self._forget()
            if left:
                self._wake()

    def __aiter__(self: S) -> S:
        return self

    async def __anext__(self) -> T:
        try:
            return await self.wait(self._timeout)
        except (TAPI_E_TIMEOUT, Released):
            raise StopAsyncIteration from None

    async def __aenter__(self: S) -> S:
        return self

    async def __aexit__(self, *details: object) -> None:
        self.close()
