"""The sound of a call as a program takes and gives it, for asyncio."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generator, Optional

from .. import _audio
from .._check import seconds
from .._stream import Deadline
from ..errors import TAPI_E_TIMEOUT
from ._files import outcome_of
from ._work import Operation, perform

if TYPE_CHECKING:
    from ._call import Call


class Audio:
    """The sound of a call, both ways, as :class:`tapi3.Audio`: an asynchronous iterator over the
    frames that are heard, and an asynchronous context manager. One task may read while another
    writes."""

    #: Samples a second.
    rate = _audio.RATE
    #: Bytes of a frame.
    frame_size = _audio.FRAME

    def __init__(self, call: Call, audio: _audio.Audio) -> None:
        """Not for programs: see :meth:`Call.audio`."""
        self._call = call
        self._audio = audio
        self._begun = False

    @property
    def call(self) -> Call:
        """The call."""
        return self._call

    @property
    def sync(self) -> _audio.Audio:
        """The same, with methods that wait."""
        return self._audio

    async def read(self, timeout: Optional[float] = None) -> bytes:
        """The next frame that was heard, waiting for it at most ``timeout`` seconds; None waits for
        ever. Empty when the call has ended, or this was closed. A task that is cancelled meanwhile
        leaves the frame to the next one who reads.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` if no frame comes in time.
        """
        timeout = seconds("timeout", timeout)
        stop = threading.Event()

        def take() -> Optional[bytes]:
            return self._audio.take(Deadline(timeout), stop.is_set)

        def undo(taking: Operation[Optional[bytes]]) -> None:
            stop.set()
            taking.finished.wait()
            self._audio.give_back(taking.value)

        frame = await perform(self._call.workers, take, undo)
        if frame is None:
            raise TAPI_E_TIMEOUT("No sound came within %g seconds." % (timeout or 0))
        return frame

    async def write(self, data: _audio.Data) -> None:
        """Has the other side hear something; see :meth:`tapi3.Audio.write`. A task that is cancelled
        meanwhile writes no more of it."""
        stop = threading.Event()

        def undo(putting: Operation[None]) -> None:
            stop.set()
            putting.finished.wait()

        await perform(self._call.workers, lambda: self._audio.put(data, stop.is_set), undo)

    async def flush(self, timeout: Optional[float] = None) -> None:
        """Waits until everything that was written is sent, or the call is over.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds.
        """
        timeout = seconds("timeout", timeout)
        sent = await perform(self._call.workers, self._audio.sending)
        if sent is not None:
            await outcome_of(sent, timeout)

    async def close(self) -> None:
        """Ends it; what was written and not sent yet is not heard. Closed already, it does nothing.
        It goes on if the task is cancelled."""
        await perform(self._call.workers, self._audio.close)

    def __aiter__(self) -> Audio:
        return self

    async def __anext__(self) -> bytes:
        frame = await self.read()
        if not frame:
            raise StopAsyncIteration
        return frame

    def __await__(self) -> Generator[Any, None, Audio]:
        return self._start().__await__()

    async def __aenter__(self) -> Audio:
        return await self._start()

    async def __aexit__(self, kind: Any, *details: object) -> None:
        try:
            if kind is None:
                await self.flush()
        finally:
            await self.close()

    async def _start(self) -> Audio:
        if not self._begun:
            self._begun = True
            await perform(self._call.workers, self._audio.start, self._end)
        return self

    def _end(self, begun: Operation[None]) -> None:
        """Nobody waits for it any more."""
        self._audio.close()
        begun.finished.wait()

    def __repr__(self) -> str:
        return "<aio.%s" % repr(self._audio)[1:]
