"""Events as Python programs get them, and the list of those who want to hear of them."""

from __future__ import annotations

import logging
import weakref
from typing import TYPE_CHECKING, Any, Callable, List, NamedTuple, Optional, Protocol

from . import _process
from ._check import function
from ._interfaces import CALL_STATE, CALL_STATE_EVENT_CAUSE, TAPI_EVENT
from ._stream import Stream
from .com import HasObject, Object

if TYPE_CHECKING:
    from ._call import Call
    from ._line import Line

log = logging.getLogger("tapi3")


class Event(NamedTuple):
    """Something that happened. What does not belong to its kind is None."""

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
    #: files and streams, and of microphones and loudspeakers that come and go (``com.Terminal``); None
    #: with these in what came before a stream of events was asked for.
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


Callback = Callable[[Event], Any]

#: Those whose object holds a terminal, which would not go before what was kept does.
_WITH_TERMINAL = (TAPI_EVENT.TE_ADDRESS, TAPI_EVENT.TE_CALLMEDIA, TAPI_EVENT.TE_FILETERMINAL)


def _to_keep(event: Event) -> Event:
    """What of an event is remembered for those who come late."""
    com = None if event.kind in _WITH_TERMINAL else event.com
    return event._replace(call=None, com=com)


class Taker(Protocol):
    """Something that events are put into."""

    def put(self, item: Event, /) -> None:
        """Takes in an event, on the library's thread."""

    def end(self) -> None:
        """There are no more events."""


class Subscription:
    """A function that is called with events, until this is closed. A context manager."""

    def __init__(self, owner: Listeners, callback: Callback) -> None:
        self._owner: Optional[Listeners] = owner
        self.callback = callback

    def close(self) -> None:
        """The function is called no more."""
        owner, self._owner = self._owner, None
        if owner is not None:
            owner.drop(self)

    def __enter__(self) -> Subscription:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()


class Listeners:
    """Who gets the events of one call, or of a session. Streams belong to who takes from them, and
    are forgotten when nobody does any more."""

    def __init__(self, keep: bool = False) -> None:
        """With ``keep``, what was delivered is remembered for those who come late."""
        self._made = _process.generation()
        self._lock = _process.Lock()
        self._subscriptions: List[Subscription] = []
        self._streams: weakref.WeakSet[Taker] = weakref.WeakSet()
        #: Without the call: it has these listeners, and would hold itself.
        self._kept: Optional[List[Event]] = [] if keep else None
        self._ended = False

    def subscribe(self, callback: Callback) -> Subscription:
        """Has a function called with each event."""
        wanted = "a function of one argument, the event"
        if isinstance(callback, (Object, HasObject)):
            raise TypeError("callback must be %s, not a COM object" % wanted)
        function("callback", callback, 1, wanted)
        _process.check(self._made)
        made = Subscription(self, callback)
        with self._lock:
            self._subscriptions.append(made)
        return made

    def drop(self, subscription: Subscription) -> None:
        """Ends a subscription."""
        if _process.is_inherited(self._made):
            return
        with self._lock:
            if subscription in self._subscriptions:
                self._subscriptions.remove(subscription)

    def stream(
        self, source: Any, timeout: Optional[float] = None, call: Optional[Call] = None
    ) -> Stream[Event]:
        """A stream of the events from now on; for a call, also of those that were kept. It keeps
        ``source`` alive, which these listeners belong to."""
        made: Stream[Event] = Stream(timeout)
        made.source = source
        self.attach(made, call)
        return made

    def attach(self, taker: Taker, call: Optional[Call] = None) -> None:
        """Has the events from now on put into something, as long as anybody holds that; for a call,
        also those that were kept."""
        _process.check(self._made)
        with self._lock:
            if call is not None:
                for event in self.kept():
                    taker.put(event._replace(call=call))
            if self._ended:
                taker.end()
            else:
                self._streams.add(taker)

    def kept(self) -> List[Event]:
        """What was delivered so far, without the call."""
        _process.check(self._made)
        with self._lock:
            return list(self._kept or ())

    def deliver(self, event: Event) -> None:
        """Gives an event to all: first to the functions, which are called on this thread with no
        lock held, so that who takes it from a stream knows that they have seen it."""
        with self._lock:
            if self._kept is not None:
                self._kept.append(_to_keep(event))
            # A stream that begins after this has the event from what was kept.
            subscriptions, streams = list(self._subscriptions), list(self._streams)
        for subscription in subscriptions:
            try:
                subscription.callback(event)
            except BaseException:
                log.exception("a function that was called with an event raised")
        for stream in streams:
            stream.put(event)

    def end(self) -> None:
        """There are no more events."""
        with self._lock:
            self._ended = True
            streams = list(self._streams)
        for stream in streams:
            stream.end()
