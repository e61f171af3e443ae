"""A session, for asyncio."""

from __future__ import annotations

import logging
import weakref
from typing import Any, Generator, Iterable, List, Optional

from .. import _call, _check, _event, _line, _process, _session
from .._error import Error
from .._interfaces import TAPIMEDIATYPE_AUDIO
from ..com import HasObject, Object
from ._call import Call
from ._event import Event, Events
from ._line import Line
from ._listener import Listener
from ._stream import LIMIT, Stream
from ._work import Operation, Workers, perform

log = logging.getLogger("tapi3")


class Tapi(HasObject):
    """A session, as :class:`tapi3.Tapi`; what may wait is awaited. ``async with`` closes it."""

    def __init__(self, session: _session.Tapi, workers: Workers) -> None:
        """Not for programs: see :func:`tapi3.aio.open`."""
        self._session = session
        #: Not for programs: the threads for what waits.
        self.workers = workers
        self._lock = _process.Lock()
        #: By the identity of the call that each one stands for, and holds.
        self._calls: weakref.WeakValueDictionary[int, Call] = weakref.WeakValueDictionary()

    @property
    def com(self) -> Object:
        """The ITTAPI2, for what is not offered here."""
        return self._session.com

    @property
    def sync(self) -> _session.Tapi:
        """The same session, with methods that wait."""
        return self._session

    # ---- Lines and calls ----

    @property
    def lines(self) -> List[Line]:
        """The lines, in the order of the configuration."""
        return [Line(self, line) for line in self._session.lines]

    def line(self, name: str) -> Line:
        """The line with a name or a number.

        Raises :class:`tapi3.TAPI_E_INVALADDRESS` if there is none.
        """
        return Line(self, self._session.line(name))

    def call(self, destination: str, media: int = TAPIMEDIATYPE_AUDIO) -> Call:
        """A new call on the first line in service that carries the media; see
        :meth:`Line.call`."""
        return self.call_of(self._session.call(destination, media))

    def call_of(self, call: _call.Call) -> Call:
        """The call that stands for a :class:`tapi3.Call`: always the same one while anybody holds
        it."""
        _check.instance("call", call, _call.Call, "a call (tapi3.Call)")
        with self._lock:
            found = self._calls.get(id(call))
            if found is None:
                found = self._calls[id(call)] = Call(self, call)
            return found

    def line_of(self, line: _line.Line) -> Line:
        """The line that stands for a :class:`tapi3.Line`."""
        return Line(self, _check.instance("line", line, _line.Line, "a line (tapi3.Line)"))

    def event_of(self, event: _event.Event) -> Event:
        """Not for programs: the event with calls and lines of this session."""
        call, line = event.call, event.line
        return Event(
            event.kind,
            None if call is None else self.call_of(call),
            None if line is None else self.line_of(line),
            *event[3:],
        )

    # ---- Events ----

    def events(self, timeout: Optional[float] = None, limit: int = LIMIT) -> Stream[Event]:
        """All events from now on. The stream ends when the session does, or when no event came for
        ``timeout`` seconds; it holds ``limit`` events."""
        made = Events(self.event_of, timeout, limit)
        made.source = self
        self._session.listeners.attach(made)
        return made

    def listen(
        self,
        lines: Optional[Iterable[Line]] = None,
        media: int = TAPIMEDIATYPE_AUDIO,
        monitor: bool = False,
        timeout: Optional[float] = None,
        limit: int = LIMIT,
    ) -> Listener:
        """Waits for calls that come in, on the lines given or on all, from now on: an asynchronous
        iterator over them, which ends when none came for ``timeout`` seconds.

        ``monitor`` lists all calls of the lines, to be watched only.
        """
        if lines is None:
            chosen = self._session.lines
        else:
            wanted = "a list of lines (tapi3.aio.Line), or None for all"
            given = list(_check.instance("lines", lines, _ITERABLE, wanted))
            chosen = [_check.instance("lines", line, Line, wanted).sync for line in given]
        _check.whole("media", media)
        _check.flag("monitor", monitor)
        made = Listener(self, chosen, media, monitor, timeout, limit)
        made.register()
        return made

    # ---- The end ----

    async def close(self) -> None:
        """Ends the session: its calls are hung up, all streams end. What has not been delivered yet
        is lost. Closed already, it does nothing. It goes on if the task is cancelled."""
        await perform(self.workers, self._close)

    def _close(self) -> None:
        try:
            self._session.close()
        finally:
            self.workers.close()

    async def __aenter__(self) -> Tapi:
        return self

    async def __aexit__(self, *details: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        return "<aio.%s" % repr(self._session)[1:]


_ITERABLE: Any = Iterable


class Opening:
    """A session that is about to be opened: by ``await``, or by ``async with``."""

    def __init__(self, configuration: _session.Configuration) -> None:
        self._configuration = configuration
        self._tapi: Optional[Tapi] = None

    def __await__(self) -> Generator[Any, None, Tapi]:
        return self._open().__await__()

    async def __aenter__(self) -> Tapi:
        self._tapi = await self._open()
        return self._tapi

    async def __aexit__(self, *details: object) -> None:
        if self._tapi is not None:
            await self._tapi.close()

    async def _open(self) -> Tapi:
        workers = Workers()
        try:
            session = await perform(
                workers, lambda: _session.open_session(self._configuration), _close_again
            )
        except BaseException:
            workers.close()
            raise
        return Tapi(session, workers)


def _close_again(opening: Operation[_session.Tapi]) -> None:
    opening.finished.wait()
    if opening.value is not None:
        try:
            opening.value.close()
        except Error:
            log.warning("a session that nobody waits for could not be closed", exc_info=True)


def open_session(configuration: _session.Configuration = None) -> Opening:
    """Opens a session: ``async with tapi3.aio.open() as tapi``, or ``tapi = await
    tapi3.aio.open()``. See :func:`tapi3.open` for the configuration."""
    return Opening(configuration)
