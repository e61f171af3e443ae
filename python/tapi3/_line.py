"""A line: an address in TAPI's words, where calls are placed and come in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, List, Optional

from . import _check
from ._call import Call
from ._interfaces import (
    ADDRESS_CAPABILITY,
    ADDRESS_CAPABILITY_STRING,
    ADDRESS_STATE,
    LINEADDRESSTYPE_DOMAINNAME,
    LINEADDRESSTYPE_EMAILNAME,
    LINEADDRESSTYPE_IPADDRESS,
    LINEADDRESSTYPE_PHONENUMBER,
    TAPIMEDIATYPE_AUDIO,
)
from .com import HasObject, Object

if TYPE_CHECKING:
    from ._session import Tapi

#: What a destination looks like, and the kind of address that it is then, if the line knows it.
#: All else is a number or a name, which is dialled where the line is at home.
_LOOKS = (
    (re.compile(r"(sips?:)?[^@]+@.+", re.IGNORECASE), LINEADDRESSTYPE_EMAILNAME),
    (re.compile(r"(sips?:)?(\d+\.){3}\d+(:\d+)?", re.IGNORECASE), LINEADDRESSTYPE_IPADDRESS),
    (re.compile(r"(?!tel:).*[:@].*", re.IGNORECASE | re.DOTALL), LINEADDRESSTYPE_DOMAINNAME),
)


def address_type_of(destination: str, known: int) -> int:
    """The kind of address (one LINEADDRESSTYPE_* bit of those known) that a destination is."""
    for look, kind in _LOOKS:
        if kind & known and look.fullmatch(destination):
            return kind
    if known & LINEADDRESSTYPE_PHONENUMBER or not known:
        return LINEADDRESSTYPE_PHONENUMBER
    return known & -known


def destination_of(value: str) -> str:
    """The destination of a new call, which must not be empty."""
    if value is None or not _check.text("destination", value).strip():
        raise ValueError(
            "destination must not be empty or None; a call that is dialled piece by piece, or that "
            "picks up another one, is made by a line's call_without_destination()"
        )
    return value


class Line(HasObject):
    """A line. Two that stand for the same address are equal."""

    def __init__(self, session: Tapi, found: Object) -> None:
        """Not for programs: see :attr:`Tapi.lines`."""
        self._session = session
        self._address = found.query("ITAddress")

    @property
    def com(self) -> Object:
        """The ITAddress, for what is not offered here."""
        return self._address

    @property
    def name(self) -> str:
        """What the configuration calls it."""
        return str(self._address.AddressName)

    @property
    def number(self) -> str:
        """The number or address under which it is called."""
        return str(self._address.DialableAddress)

    @property
    def provider(self) -> str:
        """The name of the service provider that runs it."""
        return str(self._address.ServiceProviderName)

    @property
    def in_service(self) -> bool:
        """Whether calls can be placed now."""
        return bool(self._address.State == ADDRESS_STATE.AS_INSERVICE)

    @property
    def media_types(self) -> int:
        """The media that it carries: TAPIMEDIATYPE_* bits."""
        return int(self._address.query("ITMediaSupport").MediaTypes)

    def capability(self, which: ADDRESS_CAPABILITY) -> int:
        """What the line can do: a number or bits, as the capability says."""
        _check.whole("which", which)
        return int(self._address.query("ITAddressCapabilities").AddressCapability(which))

    def capability_text(self, which: ADDRESS_CAPABILITY_STRING) -> str:
        """A capability that is a text."""
        _check.whole("which", which)
        return str(self._address.query("ITAddressCapabilities").AddressCapabilityString(which))

    @property
    def do_not_disturb(self) -> bool:
        """Whether calls are kept away from it; to be set."""
        return bool(self._address.DoNotDisturb)

    @do_not_disturb.setter
    def do_not_disturb(self, value: bool) -> None:
        _check.flag("do_not_disturb", value)
        self._address.DoNotDisturb = value

    @property
    def message_waiting(self) -> bool:
        """Whether its lamp says that a message is waiting; to be set."""
        return bool(self._address.MessageWaiting)

    @message_waiting.setter
    def message_waiting(self, value: bool) -> None:
        _check.flag("message_waiting", value)
        self._address.MessageWaiting = value

    @property
    def calls(self) -> List[Call]:
        """The calls on it in which this program has a part."""
        return [self._session.call_of(found) for found in self._address.EnumerateCalls()]

    def call(
        self,
        destination: str,
        media: int = TAPIMEDIATYPE_AUDIO,
        address_type: Optional[int] = None,
    ) -> Call:
        """A new call, which is not placed before :meth:`Call.connect`.

        ``address_type`` is a LINEADDRESSTYPE_* value; by default it is told from what the
        destination looks like, and what the line knows.

        Raises ValueError if the destination is empty or None; see
        :meth:`call_without_destination` if that is meant.
        """
        return self._create(destination_of(destination), media, address_type)

    def call_without_destination(
        self, media: int = TAPIMEDIATYPE_AUDIO, address_type: Optional[int] = None
    ) -> Call:
        """A new call to nowhere yet. Dialled piece by piece, it goes off the hook with
        ``connect(wait=False)``, and then ``dial("00;")``, ``dial("49;")``, ``dial("30")``: a
        semicolon at the end says that more is to come. Or it takes over another call with
        :meth:`Call.pickup`.

        If the first digits are known, ``call("00;")`` begins with them.
        """
        return self._create(None, media, address_type)

    def _create(self, destination: Optional[str], media: int, address_type: Optional[int]) -> Call:
        _check.whole("media", media)
        if address_type is None:
            known = self.capability(ADDRESS_CAPABILITY.AC_ADDRESSTYPES)
            kind = address_type_of(destination or "", known)
        else:
            kind = _check.whole("address_type", address_type)
        return self._session.call_of(self._address.CreateCall(destination, kind, media))

    def pickup(self, number: Optional[str] = None, group: Optional[str] = None) -> Call:
        """Takes over a call that rings at another number, or in a group."""
        _check.text_or_none("group", group)
        call = self.call_for_pickup(number)
        call.pickup(group)
        return call

    def call_for_pickup(self, number: Optional[str]) -> Call:
        """A new call that is to take over another one, by :meth:`Call.pickup`."""
        number = _check.text_or_none("number", number)
        return self._create(number, TAPIMEDIATYPE_AUDIO, None)

    def unpark(self, address: str) -> Call:
        """Fetches the call that is parked at an address."""
        call = self.call(_check.filled("address", address))
        call.unpark()
        return call

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self._address == other._address

    def __hash__(self) -> int:
        return hash(self._address)

    def __repr__(self) -> str:
        return "<Line %s (%s)>" % (self.name, self.number)
