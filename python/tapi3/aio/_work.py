"""Runs operations that wait in the library on threads of their own, and lets tasks await them."""

from __future__ import annotations

import asyncio
import logging
import queue
import sys
import threading
from typing import Callable, Generic, Optional, TypeVar

from ..errors import TAPI_E_TIMEOUT

log = logging.getLogger("tapi3")

T = TypeVar("T")

#: Seconds that an idle thread waits for more to do.
_IDLE = 5.0


class Workers:
    """Threads, as many as there are operations under way: none ever waits for another one's end.
    Without a lock: a finalizer may start something wherever it comes in between."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Optional[Callable[[], None]]] = queue.SimpleQueue()
        #: One item for each thread that waits for a job. Who takes it out owes that thread one.
        self._idle: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._closed = False

    def start(self, job: Callable[[], None]) -> None:
        """Has something done, which must not raise."""
        if sys.is_finalizing():
            # No other thread enters the interpreter any more.
            job()
        elif self._claim():
            self._jobs.put(job)
        else:
            threading.Thread(target=self._run, args=(job,), name="tapi3-aio", daemon=True).start()

    def close(self) -> None:
        """The threads end as soon as they have nothing to do."""
        self._closed = True
        while self._claim():
            self._jobs.put(None)

    def _claim(self) -> bool:
        try:
            self._idle.get_nowait()
        except queue.Empty:
            return False
        return True

    def _run(self, first: Callable[[], None]) -> None:
        job: Optional[Callable[[], None]] = first
        del first
        while job is not None:
            job()
            # What an idle thread did last is not to be kept alive by it.
            job = None
            self._idle.put(None)
            if self._closed and self._claim():
                return
            job = self._next()

    def _next(self) -> Optional[Callable[[], None]]:
        try:
            return self._jobs.get(timeout=_IDLE)
        except queue.Empty:
            # Without an item to take back, a job was promised at the last moment.
            return None if self._claim() else self._jobs.get()


class Operation(Generic[T]):
    """Something that is being done on a thread."""

    def __init__(
        self,
        work: Callable[[], T],
        loop: asyncio.AbstractEventLoop,
        undo: Optional[Callable[[Operation[T]], None]] = None,
    ) -> None:
        """``undo`` takes back what was done, if nobody awaits it any more. Without one a failure is
        told in the log then."""
        self._work: Optional[Callable[[], T]] = work
        self._undo = undo
        self._loop = loop
        #: Done when the work is, unless whoever awaited it has been cancelled.
        self.future: asyncio.Future[T] = loop.create_future()
        #: Set when the thread is done with it.
        self.finished = threading.Event()
        #: Nobody wants it any more: it need not begin.
        self.abandoned = False
        #: So was the coroutine that awaited it, without a chance to await anything else.
        self.thrown_away = False
        #: It was taken back for that reason.
        self.undone = False
        self.value: Optional[T] = None

    def run(self) -> None:
        """Does the work, on a thread for that."""
        work, self._work = self._work, None
        failure: Optional[BaseException] = None
        try:
            if work is not None and not self.abandoned:
                self.value = work()
        except BaseException as raised:
            failure = raised
        self.finished.set()
        try:
            self._loop.call_soon_threadsafe(self._tell, failure)
        except RuntimeError:
            # The loop was closed.
            self._untold(failure)
            self.thrown_away = True
        if self.thrown_away and self._undo is not None:
            self.undone = True
            self._undo(self)

    def _tell(self, failure: Optional[BaseException]) -> None:
        if self.future.done():
            self._untold(failure)
        elif failure is not None:
            self.future.set_exception(failure)
        else:
            self.future.set_result(self.value)  # type: ignore[arg-type]

    def leave(self) -> None:
        """Nobody awaits it any more."""
        if self._loop.is_closed():
            return
        if not self.future.done():
            self.future.cancel()
        elif not self.future.cancelled():
            self._untold(self.future.exception())

    def begin_anew(self, work: Callable[[], None]) -> Operation[None]:
        """Another operation of the same loop, in place of this one, which nobody wants any more."""
        self.abandoned = True
        return Operation(work, self._loop)

    def _untold(self, failure: Optional[BaseException]) -> None:
        if failure is not None:
            level = logging.WARNING if self._undo is None else logging.DEBUG
            log.log(level, "an operation that nobody waits for any more failed", exc_info=failure)


async def perform(
    workers: Workers,
    work: Callable[[], T],
    undo: Optional[Callable[[Operation[T]], None]] = None,
    timeout: Optional[float] = None,
) -> T:
    """What ``work`` gives or raises, on another thread.

    If the task is cancelled, ``undo`` is called with the operation, on yet another thread, and
    awaited; it sees to it that the work ends, and takes back what it has done. So it is after
    ``timeout`` seconds, and TAPI_E_TIMEOUT is raised.
    """
    operation = Operation(work, asyncio.get_running_loop(), undo)
    workers.start(operation.run)
    try:
        if timeout is None:
            return await operation.future
        await asyncio.wait({operation.future}, timeout=timeout)
        if operation.future.done():
            return operation.future.result()
    except asyncio.CancelledError:
        if undo is None:
            operation.leave()
        else:
            await _undo(workers, operation, undo).future
        raise
    except GeneratorExit:
        # A coroutine that is thrown away may not await. The thread sees to it, unless it is done.
        operation.thrown_away = True
        if undo is not None and operation.finished.is_set() and not operation.undone:
            _undo(workers, operation, undo)
        raise
    if undo is not None:
        await _undo(workers, operation, undo).future
    raise TAPI_E_TIMEOUT("It took longer than %g seconds." % (timeout or 0))


def _undo(
    workers: Workers, operation: Operation[T], undo: Callable[[Operation[T]], None]
) -> Operation[None]:
    undoing = operation.begin_anew(lambda: undo(operation))
    operation.leave()
    workers.start(undoing.run)
    return undoing
