"""Calls that come in."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, List, Optional

from . import _process
from ._call import Call
from ._error import Error
from ._line import Line
from ._stream import Stream

if TYPE_CHECKING:
    from ._session import Tapi


class Listener(Stream[Call]):
    """An iterator over the calls that come in, until it is closed."""

    def __init__(
        self,
        session: Tapi,
        lines: List[Line],
        media: int,
        monitor: bool,
        timeout: Optional[float],
    ) -> None:
        super().__init__(timeout, self._unregister)
        self._session = session
        self._lines = lines
        self._media = media
        self._monitor = monitor
        self._tokens: List[int] = []
        #: A call is announced again when it is handed off, or watched twice.
        self._seen: weakref.WeakSet[Call] = weakref.WeakSet()
        self._lock = _process.Lock()

    @property
    def lines(self) -> List[Line]:
        """The lines that it listens on."""
        return list(self._lines)

    def register(self) -> None:
        """Not for programs: has calls announced from now on."""
        tapi = self._session.com
        for line in self._lines:
            token = tapi.RegisterCallNotifications(
                line, self._monitor, not self._monitor, self._media, 0
            )
            self._tokens.append(token)

    def offer(self, call: Call, monitored: bool) -> None:
        """Not for programs: a call was announced."""
        if monitored != self._monitor or call.line not in self._lines:
            return
        with self._lock:
            if call in self._seen:
                return
            self._seen.add(call)
        self.put(call)

    def _unregister(self) -> None:
        tokens, self._tokens = self._tokens, []
        for token in tokens:
            try:
                self._session.com.UnregisterNotifications(token)
            except Error:
                # Shutdown ends all registrations by itself.
                pass
