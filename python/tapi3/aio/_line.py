"""A line, for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from .. import _check, _line
from .._interfaces import ADDRESS_CAPABILITY, ADDRESS_CAPABILITY_STRING, TAPIMEDIATYPE_AUDIO
from ..com import HasObject, Object
from ._call import Call
from ._work import perform

if TYPE_CHECKING:
    from ._session import Tapi


class Line(HasObject):
    """A line, as :class:`tapi3.Line`; what may wait is awaited. Two that stand for the same address
    are equal."""

    def __init__(self, session: Tapi, line: _line.Line) -> None:
        """Not for programs: see :attr:`Tapi.lines`."""
        self._session = session
        self._line = line

    @property
    def com(self) -> Object:
        """The ITAddress, for what is not offered here."""
        return self._line.com

    @property
    def sync(self) -> _line.Line:
        """The same line, with methods that wait."""
        return self._line

    @property
    def name(self) -> str:
        """What the configuration calls it."""
        return self._line.name

    @property
    def number(self) -> str:
        """The number or address under which it is called."""
        return self._line.number

    @property
    def provider(self) -> str:
        """The name of the service provider that runs it."""
        return self._line.provider

    @property
    def in_service(self) -> bool:
        """Whether calls can be placed now."""
        return self._line.in_service

    @property
    def media_types(self) -> int:
        """The media that it carries: TAPIMEDIATYPE_* bits."""
        return self._line.media_types

    def capability(self, which: ADDRESS_CAPABILITY) -> int:
        """What the line can do: a number or bits, as the capability says."""
        return self._line.capability(which)

    def capability_text(self, which: ADDRESS_CAPABILITY_STRING) -> str:
        """A capability that is a text."""
        return self._line.capability_text(which)

    @property
    def do_not_disturb(self) -> bool:
        """Whether calls are kept away from it."""
        return self._line.do_not_disturb

    async def set_do_not_disturb(self, value: bool) -> None:
        """Keeps calls away from it, or does so no more."""
        _check.flag("value", value)
        await perform(
            self._session.workers, lambda: setattr(self._line, "do_not_disturb", value)
        )

    @property
    def message_waiting(self) -> bool:
        """Whether its lamp says that a message is waiting."""
        return self._line.message_waiting

    async def set_message_waiting(self, value: bool) -> None:
        """Switches its lamp on or off."""
        _check.flag("value", value)
        await perform(
            self._session.workers, lambda: setattr(self._line, "message_waiting", value)
        )

    @property
    def calls(self) -> List[Call]:
        """The calls on it in which this program has a part."""
        return [self._session.call_of(call) for call in self._line.calls]

    def call(
        self,
        destination: str,
        media: int = TAPIMEDIATYPE_AUDIO,
        address_type: Optional[int] = None,
    ) -> Call:
        """A new call, which is not placed before :meth:`Call.connect`; see
        :meth:`tapi3.Line.call`."""
        return self._session.call_of(self._line.call(destination, media, address_type))

    def call_without_destination(
        self, media: int = TAPIMEDIATYPE_AUDIO, address_type: Optional[int] = None
    ) -> Call:
        """A new call to nowhere yet, to be dialled piece by piece or to take over another one; see
        :meth:`tapi3.Line.call_without_destination`."""
        return self._session.call_of(self._line.call_without_destination(media, address_type))

    async def pickup(self, number: Optional[str] = None, group: Optional[str] = None) -> Call:
        """Takes over a call that rings at another number, or in a group. A task that is cancelled
        hangs up."""
        _check.text_or_none("group", group)
        call = self._session.call_of(self._line.call_for_pickup(number))
        await call.pickup(group)
        return call

    async def unpark(self, address: str) -> Call:
        """Fetches the call that is parked at an address. A task that is cancelled hangs up."""
        call = self.call(_check.filled("address", address))
        await call.unpark()
        return call

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self._line == other._line

    def __hash__(self) -> int:
        return hash(self._line)

    def __repr__(self) -> str:
        return "<aio.%s" % repr(self._line)[1:]
