"""Calls that come in, for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from .. import _call, _line, _listener
from ._call import Call
from ._line import Line
from ._stream import Stream

if TYPE_CHECKING:
    from ._session import Tapi


class Listener(Stream[Call]):
    """An asynchronous iterator over the calls that come in, until it is closed."""

    def __init__(
        self,
        session: Tapi,
        lines: List[_line.Line],
        media: int,
        monitor: bool,
        timeout: Optional[float],
        limit: int,
    ) -> None:
        self._inner = _Inner(self, session, lines, media, monitor)
        super().__init__(timeout, limit, self._inner.close)
        self.source = session

    @property
    def lines(self) -> List[Line]:
        """The lines that it listens on."""
        session: Tapi = self.source
        return [session.line_of(line) for line in self._inner.lines]

    def register(self) -> None:
        """Not for programs: has calls announced from now on."""
        session: Tapi = self.source
        session.sync.begin(self._inner)


class _Inner(_listener.Listener):
    """The side that faces the session."""

    def __init__(
        self,
        outer: Listener,
        session: Tapi,
        lines: List[_line.Line],
        media: int,
        monitor: bool,
    ) -> None:
        super().__init__(session.sync, lines, media, monitor, None)
        self._outer = outer
        self._calls = session.call_of

    def put(self, item: _call.Call) -> None:
        self._outer.add(self._calls(item))

    def end(self) -> None:
        super().end()
        self._outer.end()
