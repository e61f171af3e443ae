"""A session: TAPI from Initialize to Shutdown."""

from __future__ import annotations

import logging
import os
import weakref
from typing import Any, Iterable, List, Optional, Union

from . import _check, _native, _process
from ._call import Call
from ._connection import advise
from ._error import Error, Released
from ._event import Callback, Event, Listeners, Subscription
from ._interfaces import (
    ADDRESS_EVENT,
    CALL_NOTIFICATION_EVENT,
    CALL_STATE,
    CALL_STATE_EVENT_CAUSE,
    TAPI_EVENT,
    TAPIMEDIATYPE_AUDIO,
)
from ._line import Line, destination_of
from ._listener import Listener
from ._stream import Stream
from ._work import interruptible
from .com import HasObject, Object, create
from .errors import TAPI_E_INVALADDRESS

log = logging.getLogger("tapi3")

Configuration = Union[None, str, "os.PathLike[str]"]
_PATH: Any = os.PathLike
_ITERABLE: Any = Iterable

#: Every event that there is.
_ALL_EVENTS = sum({int(event) for event in TAPI_EVENT})

#: What an address tells of its microphones and loudspeakers.
_OF_TERMINALS = (ADDRESS_EVENT.AE_NEWTERMINAL, ADDRESS_EVENT.AE_REMOVETERMINAL)

#: The events that tell of the sound of a call.
_OF_SOUND = (
    TAPI_EVENT.TE_CALLMEDIA,
    TAPI_EVENT.TE_FILETERMINAL,
    TAPI_EVENT.TE_DIGITEVENT,
    TAPI_EVENT.TE_GENERATEEVENT,
    TAPI_EVENT.TE_GATHERDIGITS,
    TAPI_EVENT.TE_TONEEVENT,
)

_lock = _process.Lock()
_configured = False


def configure(configuration: Configuration) -> None:
    """Sets the configuration of the process, for sessions that open from now on: TOML text, or the
    path of a file (an ``os.PathLike``); None goes back to the files that the library looks for.

    Raises :class:`tapi3.Error` with the place of a mistake, and while a session is open.
    """
    global _configured
    text = _text_of(configuration)
    raw = None if text is None else text.encode("utf-8", "surrogatepass")
    with _lock:
        _native.check(_native.library().tapi3_set_configuration(raw))
        _configured = text is not None


def _text_of(configuration: Configuration) -> Optional[str]:
    """The TOML text, which is in the file if a path is given."""
    if configuration is None:
        return None
    text = configuration
    if not isinstance(text, str):
        wanted = "TOML text (str), the path of a file (os.PathLike) or None"
        path: os.PathLike[str] = _check.instance("configuration", text, _PATH, wanted)
        # What never ends, such as a pipe or a device, would be read for ever.
        if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
            raise ValueError("configuration: %s is not a regular file" % os.fspath(path))
        with open_file(path, encoding="utf-8") as file:
            text = file.read()
    if "\0" in text:
        raise ValueError("configuration must not hold a NUL character")
    return text


def advance_clock(milliseconds: int) -> None:
    """Moves the time on, in a session whose configuration says ``clock = "manual"``."""
    _check.whole("milliseconds", milliseconds, 0)
    _native.check(_native.library().tapi3_clock_advance(milliseconds))


def _back_to_files() -> None:
    with _lock:
        needed = _configured
    if needed:
        try:
            configure(None)
        except Error:
            # Another session is still open; the last one does it.
            pass


class Tapi(HasObject):
    """A session. Close it, or use it as a context manager: that hangs up its calls."""

    def __init__(self, configuration: Configuration = None) -> None:
        if configuration is not None:
            configure(configuration)
        self._made = _process.generation()
        self._lock = _process.Lock()
        self._listeners = Listeners()
        self._calls: weakref.WeakValueDictionary[int, Call] = weakref.WeakValueDictionary()
        self._incoming: weakref.WeakSet[Listener] = weakref.WeakSet()
        self._closed = False
        try:
            self._object = create("TAPI", "ITTAPI2")
            self._object.EventFilter = _ALL_EVENTS
            self._connection = advise(self._object, self._on_event)
            try:
                self._object.Initialize()
            except BaseException:
                self._connection.close()
                raise
        except BaseException:
            _back_to_files()
            raise

    @property
    def com(self) -> Object:
        """The ITTAPI2, for what is not offered here."""
        return self._object

    # ---- Lines and calls ----

    @property
    def lines(self) -> List[Line]:
        """The lines, in the order of the configuration."""
        return [Line(self, found) for found in self._object.EnumerateAddresses()]

    def line(self, name: str) -> Line:
        """The line with a name or a number.

        Raises :class:`tapi3.TAPI_E_INVALADDRESS` if there is none.
        """
        _check.text("name", name)
        lines = self.lines
        for line in lines:
            if name in (line.name, line.number):
                return line
        known = ", ".join("%s (%s)" % (line.name, line.number) for line in lines)
        raise TAPI_E_INVALADDRESS("There is no line %s; there are: %s." % (name, known or "none"))

    def call(self, destination: str, media: int = TAPIMEDIATYPE_AUDIO) -> Call:
        """A new call on the first line in service that carries the media; see
        :meth:`Line.call`."""
        destination_of(destination)
        _check.whole("media", media)
        for line in self.lines:
            if line.in_service and line.media_types & media == media:
                return line.call(destination, media)
        raise TAPI_E_INVALADDRESS("There is no line in service for this media type.")

    def line_of(self, found: Object) -> Line:
        """The :class:`Line` of a COM object."""
        _check.instance("found", found, Object, "a COM object")
        return Line(self, found)

    def call_of(self, found: Object) -> Call:
        """The :class:`Call` of a COM object: always the same one while anybody holds it."""
        _check.instance("found", found, Object, "a COM object")
        with self._lock:
            identity = found.identity()
            call = self._calls.get(identity)
            if call is None:
                call = Call(self, found)
                if self._closed:
                    call.end()
                self._calls[identity] = call
            return call

    # ---- Events ----

    @property
    def listeners(self) -> Listeners:
        """Not for programs: who gets the events."""
        return self._listeners

    def events(self, timeout: Optional[float] = None) -> Stream[Event]:
        """All events from now on. The stream ends when the session does, or when no event came for
        ``timeout`` seconds."""
        return self._listeners.stream(self, timeout)

    def on_event(self, callback: Callback) -> Subscription:
        """Has a function called with each event from now on, on the library's thread for events.
        It may call any method. What it raises is logged."""
        return self._listeners.subscribe(callback)

    def listen(
        self,
        lines: Optional[Iterable[Line]] = None,
        media: int = TAPIMEDIATYPE_AUDIO,
        monitor: bool = False,
        timeout: Optional[float] = None,
    ) -> Listener:
        """Waits for calls that come in, on the lines given or on all: an iterator over them, which
        ends when none came for ``timeout`` seconds. It is a context manager, too.

        ``monitor`` lists all calls of the lines, to be watched only.
        """
        chosen = self.lines if lines is None else _lines_of(lines)
        _check.whole("media", media)
        _check.flag("monitor", monitor)
        made = Listener(self, chosen, media, monitor, timeout)
        self.begin(made)
        return made

    def begin(self, made: Listener) -> None:
        """Not for programs: has calls announced to a listener."""
        _process.check(self._made)
        with self._lock:
            if self._closed:
                raise Released("The session is closed.")
            self._incoming.add(made)
        try:
            made.register()
        except BaseException:
            made.close()
            raise

    def _on_event(self, kind: int, found: Object) -> None:
        """On the library's thread: one event after the other."""
        event = self._read(kind, found)
        if kind == TAPI_EVENT.TE_CALLNOTIFICATION and event.call is not None:
            for listener in list(self._incoming):
                listener.offer(event.call, event.detail == CALL_NOTIFICATION_EVENT.CNE_MONITOR)
        if event.call is not None:
            event.call.deliver(event)
        self._listeners.deliver(event)

    def _read(self, kind: int, found: Object) -> Event:
        if kind == TAPI_EVENT.TE_CALLSTATE:
            state: CALL_STATE = found.State
            cause: CALL_STATE_EVENT_CAUSE = found.Cause
            return Event(kind, self.call_of(found.Call), state=state, cause=cause)
        if kind == TAPI_EVENT.TE_CALLNOTIFICATION:
            return Event(kind, self.call_of(found.Call), detail=found.Event)
        if kind == TAPI_EVENT.TE_CALLINFOCHANGE:
            return Event(kind, self.call_of(found.Call), detail=found.Cause)
        if kind == TAPI_EVENT.TE_CALLHUB:
            call = found.Call
            return Event(kind, call and self.call_of(call), detail=found.Event, com=found)
        if kind in (TAPI_EVENT.TE_ADDRESS, TAPI_EVENT.TE_TAPIOBJECT):
            address = found.Address
            made = Event(kind, line=address and Line(self, address), detail=found.Event)
            if kind == TAPI_EVENT.TE_ADDRESS and made.detail in _OF_TERMINALS:
                made = made._replace(com=found)
            return made
        return self._read_sound(kind, found)

    def _read_sound(self, kind: int, found: Object) -> Event:
        """What an event tells of the sound of a call."""
        if kind not in _OF_SOUND:
            return Event(kind, com=found)
        made = Event(kind, self.call_of(found.Call), com=found)
        if kind == TAPI_EVENT.TE_CALLMEDIA:
            return made._replace(detail=found.Event, error=found.Error)
        if kind == TAPI_EVENT.TE_FILETERMINAL:
            return made._replace(detail=found.State, error=found.Error)
        if kind == TAPI_EVENT.TE_DIGITEVENT:
            return made._replace(detail=found.DigitMode, digit=chr(found.Digit))
        if kind == TAPI_EVENT.TE_GENERATEEVENT:
            return made._replace(detail=found.GenerationTermination)
        if kind == TAPI_EVENT.TE_GATHERDIGITS:
            return made._replace(detail=found.GatherTermination, digits=found.Digits)
        return made._replace(detail=found.AppSpecific)

    # ---- The end ----

    def close(self) -> None:
        """Ends the session: its calls are hung up, all streams end. What has not been delivered yet
        is lost. Closed already, it does nothing; so it does in a child that was forked, whose
        parent has the session."""
        if _process.is_inherited(self._made):
            return
        with self._lock:
            if self._closed:
                return
            self._closed = True
            listeners, calls = list(self._incoming), list(self._calls.values())
        for listener in listeners:
            listener.close()
        try:
            interruptible(self._object.Shutdown)
        finally:
            self._connection.close()
            for call in calls:
                call.end()
            self._listeners.end()
            _back_to_files()

    def __enter__(self) -> Tapi:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return "<Tapi, %s>" % ("closed" if self._closed else "open")


def _lines_of(lines: Iterable[Line]) -> List[Line]:
    wanted = "a list of lines, or None for all"
    found: List[Line] = list(_check.instance("lines", lines, _ITERABLE, wanted))
    for line in found:
        _check.instance("lines", line, Line, wanted)
    return found


#: Kept under another name, since the package has an ``open`` of its own.
open_file = open


def open_session(configuration: Configuration = None) -> Tapi:
    """Opens a session: ``with tapi3.open() as tapi``.

    ``configuration`` is TOML text, or the path of a file (an ``os.PathLike``), and holds until the
    session is closed; by default the library looks for its files, and without one there is the
    simulated exchange.
    """
    return Tapi(configuration)
