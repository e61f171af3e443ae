"""Files that are played to a call, and files that it is recorded into, for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Generator, Generic, Optional, TypeVar

from .. import _files
from .._check import seconds
from .._interfaces import TERMINAL_MEDIA_STATE
from .._outcome import Outcome
from ..com import Object
from ._stream import Stream
from ._work import Operation, perform

if TYPE_CHECKING:
    from ._call import Call

T = TypeVar("T")
F = TypeVar("F", bound="Files[Any]")
S = TypeVar("S", bound=_files.Files)


async def outcome_of(outcome: Outcome[T], timeout: Optional[float] = None) -> T:
    """What becomes of something, waiting for that at most ``timeout`` seconds."""
    stream: Stream[T] = Stream(None, 1)
    outcome.watch(stream.add)
    try:
        return await stream.wait(timeout)
    finally:
        outcome.forget(stream.add)


class Files(Generic[S]):
    """What playing and recording have in common."""

    def __init__(self, call: Call, files: S) -> None:
        """Not for programs: see :meth:`Call.play` and :meth:`Call.record`."""
        self._call = call
        self._files = files

    @property
    def call(self) -> Call:
        """The call."""
        return self._call

    @property
    def sync(self) -> S:
        """The same, with methods that wait."""
        return self._files

    @property
    def com(self) -> Optional[Object]:
        """The file's ITTerminal, for what is not offered here."""
        return self._files.com

    @property
    def state(self) -> TERMINAL_MEDIA_STATE:
        """Whether it runs (TMS_ACTIVE), pauses (TMS_PAUSED) or is at its end (TMS_IDLE)."""
        return self._files.state

    async def pause(self) -> None:
        """Interrupts it. :class:`tapi3.TAPI_E_WRONG_STATE` if it is at its end."""
        await self._do(self._files.pause)

    async def resume(self) -> None:
        """Goes on after :meth:`pause`. :class:`tapi3.TAPI_E_WRONG_STATE` if it is at its end."""
        await self._do(self._files.resume)

    async def stop(self) -> None:
        """Ends it for good. At its end already, it does nothing. It goes on if the task is
        cancelled."""
        await self._do(self._files.stop)

    async def _do(self, work: Callable[[], None]) -> None:
        await perform(self._call.workers, work)

    async def __aenter__(self: F) -> F:
        return self

    async def __aexit__(self, *details: object) -> None:
        # That of the synchronous one stops it, and raises what went wrong with the file.
        await self._do(lambda: self._files.__exit__(*details))

    def __repr__(self) -> str:
        return "<aio.%s" % repr(self._files)[1:]


class Playback(Files[_files.Playback]):
    """Files that are played to the other side of a call, as :class:`tapi3.Playback`."""

    async def wait(self, timeout: Optional[float] = None) -> bool:
        """Waits until everything is played. False if it was stopped before. It goes on if the task
        is cancelled; the end of an ``async with`` block stops it.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds, :class:`tapi3.TAPI_E_DROPPED`
        if the call ended before, and what went wrong if a file could not be read to its end.
        """
        return _files.played(await outcome_of(self._files.outcome, timeout))


class Recording(Files[_files.Recording]):
    """A file that the other side of a call is recorded into, as :class:`tapi3.Recording`."""

    async def wait(self, timeout: Optional[float] = None) -> None:
        """Waits until the recording has ended, with the call if nobody stops it. It goes on if the
        task is cancelled; the end of an ``async with`` block stops it.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds, and what went wrong if the
        file could not be written.
        """
        _files.recorded(await outcome_of(self._files.outcome, timeout))


class Starting(Generic[F]):
    """Something that is about to begin: by ``await``, or by ``async with``. A task that is cancelled
    meanwhile ends it."""

    def __init__(self, made: F) -> None:
        """Not for programs: see :meth:`Call.play` and :meth:`Call.record`."""
        self._files = made
        self._begun = False

    def __await__(self) -> Generator[Any, None, F]:
        return self._start().__await__()

    async def __aenter__(self) -> F:
        return await self._start()

    async def __aexit__(self, *details: object) -> None:
        await self._files.__aexit__(*details)

    async def _start(self) -> F:
        if self._begun:
            raise RuntimeError("it was begun already: keep what await gives")
        self._begun = True
        files = self._files
        await perform(files.call.workers, files.sync.start, lambda begun: _end(begun, files))
        return files

    def __repr__(self) -> str:
        return "<aio.%s, %r>" % (type(self).__name__, self._files)


class StartingPlayback(Starting[Playback]):
    """A playback that is about to begin."""

    async def wait(self, timeout: Optional[float] = None) -> bool:
        """Begins, waits until everything is played, and gives whether it was; see
        :meth:`Playback.wait`. A task that is cancelled, or a time that is over, ends it."""
        timeout = seconds("timeout", timeout)
        async with self as playing:
            return await playing.wait(timeout)


class StartingRecording(Starting[Recording]):
    """A recording that is about to begin."""

    async def wait(self, timeout: Optional[float] = None) -> None:
        """Begins, and waits until the call has ended; see :meth:`Recording.wait`. A task that is
        cancelled, or a time that is over, ends the recording."""
        timeout = seconds("timeout", timeout)
        async with self as recording:
            await recording.wait(timeout)


def _end(begun: Operation[None], files: Files[Any]) -> None:
    """Nobody waits for it any more."""
    files.sync.abandon()
    begun.finished.wait()
