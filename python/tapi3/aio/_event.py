"""Events as tasks get them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple, Optional

from .. import _event
from .._interfaces import CALL_STATE, CALL_STATE_EVENT_CAUSE
from ..com import Object
from ._stream import Stream

if TYPE_CHECKING:
    from ._call import Call
    from ._line import Line


class Event(NamedTuple):
    """Something that happened, as in :class:`tapi3.Event`. What does not belong to its kind is
    None."""

    #: What kind it is: a TAPI_EVENT.
    kind: int
    #: The call that it is about.
    call: Optional[Call] = None
    #: The line that it is about, for TE_ADDRESS and TE_TAPIOBJECT.
    line: Optional[Line] = None
    #: The state that the call has entered, for TE_CALLSTATE.
    state: Optional[CALL_STATE] = None
    #: Why, for TE_CALLSTATE.
    cause: Optional[CALL_STATE_EVENT_CAUSE] = None
    #: What it is within its kind: a CALL_NOTIFICATION_EVENT, CALLINFOCHANGE_CAUSE, CALLHUB_EVENT,
    #: ADDRESS_EVENT or TAPIOBJECT_EVENT; of the sound of a call a CALL_MEDIA_EVENT, for
    #: TE_FILETERMINAL the TERMINAL_MEDIA_STATE of the file, for TE_DIGITEVENT a LINEDIGITMODE_ bit,
    #: for TE_GENERATEEVENT 1 if all was sent and 2 if it was given up, for TE_GATHERDIGITS a
    #: TAPI_GATHERTERM, for TE_TONEEVENT the number that the program gave to the tone.
    detail: Optional[int] = None
    #: The event's COM object, for the kinds that are not told in the fields above, and for those of
    #: files and streams; None with these in what came before a stream of events was asked for.
    com: Optional[Object] = None
    #: The key, one character, for TE_DIGITEVENT.
    digit: Optional[str] = None
    #: All that were gathered, for TE_GATHERDIGITS, with the one that ended it.
    digits: Optional[str] = None
    #: What went wrong, a result code, for TE_CALLMEDIA and TE_FILETERMINAL; 0 if nothing did.
    error: Optional[int] = None

    def __repr__(self) -> str:
        pairs = zip(self._fields, self)
        return "Event(%s)" % ", ".join("%s=%r" % pair for pair in pairs if pair[1] is not None)


class Events(Stream[Event]):
    """A stream of events, which come from the session as :class:`tapi3.Event`."""

    def __init__(
        self,
        convert: Callable[[_event.Event], Event],
        timeout: Optional[float],
        limit: int,
    ) -> None:
        super().__init__(timeout, limit)
        self._convert = convert

    def put(self, item: _event.Event, /) -> None:
        """Not for programs: adds an event of the session."""
        self.add(self._convert(item))
