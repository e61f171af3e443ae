"""Ties sinks to the objects that raise events."""

from __future__ import annotations

from typing import Any, List, Optional, Protocol, Set, Union

from . import _check, _process
from ._error import Error
from ._sink import DISPATCH, VTABLE, Callback, Sink
from ._work import interruptible
from .com import HasObject, Object, unwrap


class HasEvent(Protocol):
    """A sink that is an object."""

    def Event(self, kind: int, found: Any, /) -> Any:
        """Takes in an event."""


class Connection:
    """A sink that is tied to a source of events, until it is closed."""

    def __init__(self, source: Object, callback: Callback, interface: str) -> None:
        self._lock = _process.Lock()
        container = source.query("IConnectionPointContainer")
        # A reference of our own, whatever the program does with its one: see _ending.
        self._source: Optional[Object] = container
        self._sink: Optional[Sink] = Sink(callback, interface)
        try:
            self._point = container.FindConnectionPoint(interface)
            # The library counts its references by calling Python. On the main thread a Ctrl-C could
            # get into that, and be lost.
            self._cookie = interruptible(lambda: self._point.Advise(self._sink))
        except BaseException:
            self._sink.close()
            raise
        _tied.add(self)

    def close(self) -> None:
        """Unties the sink. An event that is being delivered may still get to the function; none
        does afterwards. Closed already, it does nothing."""
        with self._lock:
            sink, self._sink = self._sink, None
            self._source = None
        if sink is None:
            return
        _tied.discard(self)
        try:
            interruptible(lambda: self._point.Unadvise(self._cookie))
        except Error:
            # Shutdown unties all sinks by itself.
            pass
        sink.close()

    @property
    def source(self) -> Optional[Object]:
        """The object that raises the events; None once this is closed."""
        return self._source

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()


#: The sinks that are tied. Strongly: the library calls them, whoever else has forgotten them.
_tied: Set[Connection] = set()

#: What a child has of its parent's. The library knows the sinks, so they stay where they are.
_inherited: List[Connection] = []


def tied() -> List[Connection]:
    """The connections that have not been closed."""
    return list(_tied)


@_process.in_child
def _forked() -> None:
    _inherited.extend(_tied)
    _tied.clear()


def advise(source: Any, callback: Union[Callback, HasEvent], interface: str = VTABLE) -> Connection:
    """Has ``callback(event, object)`` called with each event of a TAPI object: the TAPI_EVENT, and
    the event's object known by its interface, such as ITCallStateEvent.

    It is called on the library's thread for events, one event after the other, and may call any
    method. What it raises is logged. Events come only for what ``EventFilter`` chooses. In place of
    a function, an object with such a method ``Event`` does; anything else is refused here and now,
    with a TypeError.

    ``interface`` is how the library calls: ``ITTAPIEventNotification`` through a vtable, or
    ``ITTAPIDispatchEventNotification`` by IDispatch.
    """
    found = _check.instance("source", unwrap(source), Object, "a COM object that raises events")
    if interface not in (VTABLE, DISPATCH):
        raise ValueError("interface must be %s or %s, not %r" % (VTABLE, DISPATCH, interface))
    return Connection(found, _function_of(callback), interface)


def _function_of(sink: Any) -> Callback:
    """What is called with an event: the sink itself, or its method for that."""
    wanted = "a function of two arguments, the TAPI_EVENT and the event's object"
    if isinstance(sink, (Object, HasObject)):
        message = "callback must be %s, not a COM object; a connection point's Advise ties those"
        raise TypeError(message % wanted)
    if callable(sink):
        whole: Callback = _check.function("callback", sink, 2, wanted)
        return whole
    method = getattr(sink, "Event", None)
    if callable(method):
        wanted = "an object with a method Event of two arguments, the TAPI_EVENT and the object"
        part: Callback = _check.function("callback", method, 2, wanted)
        return part
    raise TypeError(
        "callback must be %s, or an object with such a method Event, not %s"
        % (wanted, _check.kind_of(sink))
    )

