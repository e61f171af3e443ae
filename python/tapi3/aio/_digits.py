"""The keys that the other side of a call presses, for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .. import _digits, _event
from ._stream import Stream

if TYPE_CHECKING:
    from ._call import Call


class Digits(Stream[str]):
    """An asynchronous iterator over the keys that the other side of a call presses, one character
    each, until it is closed or the call ends."""

    def __init__(self, call: Call, timeout: Optional[float], limit: int) -> None:
        """Not for programs: see :meth:`Call.digits`."""
        super().__init__(timeout, limit, call.sync.sound.unlisten)
        self.source = call

    def put(self, item: _event.Event, /) -> None:
        """Not for programs: adds the key of an event of the call, if it has one."""
        key = _digits.key_of(item)
        if key is not None:
            self.add(key)
