"""Digits of a call: those that are sent, and the keys that the other side presses."""

from __future__ import annotations

import weakref
from typing import Any, Callable, Optional

from . import _check, _process
from ._event import Event
from ._interfaces import LINEDIGITMODE_DTMF, TAPI_EVENT, TAPI_GATHERTERM
from ._outcome import Outcome, Requests
from ._sound import Sound
from ._stream import Stream
from .errors import E_ABORT, TAPI_E_DROPPED

#: LINEGENERATETERM_DONE: everything was sent.
_DONE = 1

_KEYS = frozenset("0123456789ABCDabcd*#")

#: What stands for a pause of two seconds, and for a flash.
_BREAKS = frozenset(",!")

_LONGEST = (1 << 31) - 1


def milliseconds(parameter: str, value: Any) -> int:
    """A time in the library's unit, at least 1; 0 for None, which it takes as without end."""
    time = _check.seconds(parameter, value)
    return 0 if time is None else min(max(round(1000 * time), 1), _LONGEST)


def sendable(parameter: str, value: Any) -> str:
    """Digits, pauses and flashes to be sent."""
    digits = _check.filled(parameter, value)
    _check_keys(parameter, digits, _KEYS | _BREAKS, "0-9, A-D, *, #, a comma for a pause or !")
    return digits


def _check_keys(parameter: str, digits: str, possible: "frozenset[str]", words: str) -> None:
    for digit in digits:
        if digit not in possible:
            raise ValueError("%s must consist of %s, not %r" % (parameter, words, digit))


class Gathered(str):
    """Digits that were gathered: a text, which knows how the gathering ended. A key that ended it is
    not part of it."""

    #: TGT_BUFFERFULL, TGT_TERMDIGIT, TGT_FIRSTTIMEOUT or TGT_INTERTIMEOUT.
    how: TAPI_GATHERTERM
    #: The key that ended it; empty if none did.
    ended_by: str

    def __new__(cls, digits: str, how: TAPI_GATHERTERM) -> Gathered:
        """Not for programs: see :meth:`Call.gather`."""
        by_key = how == TAPI_GATHERTERM.TGT_TERMDIGIT
        made = super().__new__(cls, digits[:-1] if by_key else digits)
        made.how = how
        made.ended_by = digits[-1:] if by_key else ""
        return made

    def __getnewargs__(self) -> Any:
        return str(self) + self.ended_by, self.how


class Request:
    """Something that the library is asked for and answers with an event."""

    def __init__(
        self,
        sound: Sound,
        requests: Requests[Event],
        start: Callable[[], Any],
        stop: Callable[[], Any],
    ) -> None:
        self._sound = sound
        self._requests = requests
        self._start = start
        self._stop = stop
        self._lock = _process.Lock()
        self._outcome: Optional[Outcome[Optional[Event]]] = None
        self._cancelled = False

    def begin(self) -> Outcome[Optional[Event]]:
        """Starts it."""
        with self._lock:
            if self._cancelled:
                raise E_ABORT("Nobody waits for it any more.")
            self._outcome = self._requests.begin(self._start)
            return self._outcome

    def cancel(self) -> None:
        """Ends it, or has it not begin."""
        with self._lock:
            self._cancelled = True
            outcome = self._outcome
        if outcome is not None:
            self._requests.cancel(outcome, self._stop)

    def answer(self) -> Event:
        """Starts it, and waits for the event.

        Raises :class:`tapi3.TAPI_E_DROPPED` if the call ended without one.
        """
        event = self.begin().wait()
        if event is None:
            raise TAPI_E_DROPPED("The call ended meanwhile.")
        return event

    def given_up(self) -> Exception:
        """Why it was given up."""
        if self._sound.is_over:
            return TAPI_E_DROPPED("The call ended meanwhile.")
        return E_ABORT("It was given up, for another one of its kind.")


class Sending(Request):
    """Digits that are sent."""

    def __init__(self, sound: Sound, digits: str, duration: Optional[float]) -> None:
        text = sendable("digits", digits)
        length = milliseconds("duration", duration)
        super().__init__(
            sound,
            sound.sendings,
            lambda: sound.keys().GenerateDigits2(text, LINEDIGITMODE_DTMF, length),
            lambda: sound.keys().GenerateDigits2("", LINEDIGITMODE_DTMF, 0),
        )

    def run(self) -> None:
        """Sends them, and waits for that."""
        if self.answer().detail != _DONE:
            raise self.given_up()


class Gathering(Request):
    """Digits that are gathered."""

    def __init__(
        self,
        sound: Sound,
        count: int,
        timeout: Optional[float],
        between: Optional[float],
        terminators: str,
    ) -> None:
        number = _check.whole("count", count, 1, 0xFFFF)
        first = milliseconds("timeout", timeout)
        inter = milliseconds("between", timeout if between is None else between)
        ends = _check.text("terminators", terminators)
        _check_keys("terminators", ends, _KEYS, "0-9, A-D, * and #")
        super().__init__(
            sound,
            sound.gatherings,
            lambda: sound.keys().GatherDigits(LINEDIGITMODE_DTMF, number, ends, first, inter),
            lambda: sound.keys().GatherDigits(LINEDIGITMODE_DTMF, 0, "", 0, 0),
        )

    def run(self) -> Gathered:
        """Gathers them, and waits for that."""
        event = self.answer()
        how = TAPI_GATHERTERM(event.detail or 0)
        if how == TAPI_GATHERTERM.TGT_CANCEL:
            raise self.given_up()
        return Gathered(event.digits or "", how)


def key_of(event: Event) -> Optional[str]:
    """The key that an event tells of, if it does."""
    pressed = event.kind == TAPI_EVENT.TE_DIGITEVENT and event.detail == LINEDIGITMODE_DTMF
    return event.digit if pressed else None


class _Taker:
    """What the call's events are put into, for a stream of keys that somebody holds."""

    def __init__(self, stream: Digits) -> None:
        self._stream = weakref.ref(stream)

    def put(self, item: Event, /) -> None:
        stream = self._stream()
        key = key_of(item)
        if stream is not None and key is not None:
            stream.put(key)

    def end(self) -> None:
        stream = self._stream()
        if stream is not None:
            stream.end()


class Digits(Stream[str]):
    """An iterator over the keys that the other side of a call presses, one character each, until it
    is closed or the call ends."""

    def __init__(self, sound: Sound, source: Any, timeout: Optional[float]) -> None:
        """Not for programs: see :meth:`Call.digits`."""
        super().__init__(timeout, sound.unlisten)
        self.source = source
        #: Held by nobody else.
        self.taker = _Taker(self)
