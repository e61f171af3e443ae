"""The sound of a call: who of the program has a part in it, and gets the events of that."""

from __future__ import annotations

import logging
from typing import Any, List, Protocol

from . import _process
from ._error import Error
from ._event import Event
from ._interfaces import CALL_STATE, LINEDIGITMODE_DTMF, TAPI_EVENT
from ._outcome import Requests
from .com import Object
from .errors import E_NOINTERFACE, TAPI_E_NOTSUPPORTED

log = logging.getLogger("tapi3")


class Part(Protocol):
    """A terminal of the program's on a call."""

    def is_meant(self, event: Event) -> bool:
        """Whether an event of a file or a stream is about it."""
        ...

    def told(self, event: Event) -> None:
        """Takes in such an event."""

    def over(self) -> None:
        """The call is over."""


class Sound:
    """What a call's methods for sound share. It does not know the call, which has it."""

    def __init__(self, found: Object) -> None:
        self._found = found
        self._lock = _process.Lock()
        #: Held while they are on the call, so that they go on if the program drops them.
        self._parts: List[Part] = []
        self._listening = 0
        self._over = False
        self.gatherings: Requests[Event] = Requests()
        self.sendings: Requests[Event] = Requests()

    def control(self) -> Object:
        """What puts terminals on the call.

        Raises :class:`tapi3.TAPI_E_NOTSUPPORTED` if the line carries no sound.
        """
        return self._query("ITBasicCallControl2", "ITStreamControl")

    def keys(self) -> Object:
        """What sends and hears digits.

        Raises :class:`tapi3.TAPI_E_NOTSUPPORTED` if the line carries no sound.
        """
        return self._query("ITLegacyCallMediaControl2", "ITLegacyCallMediaControl2")

    def _query(self, wanted: str, shown: str) -> Object:
        try:
            self._found.query(shown)
            return self._found.query(wanted)
        except E_NOINTERFACE:
            raise TAPI_E_NOTSUPPORTED(
                "The line of this call carries no sound to the program: it can be placed and hung "
                "up, but plays, records, sends and hears nothing."
            ) from None

    @property
    def is_over(self) -> bool:
        """Whether the call has ended, or its session."""
        if self._over:
            return True
        try:
            return bool(self._found.CallState == CALL_STATE.CS_DISCONNECTED)
        except Error:
            return True

    # ---- Terminals ----

    def add(self, part: Part) -> None:
        """A terminal gets its events from now on."""
        with self._lock:
            if not self._over:
                self._parts.append(part)
                return
        part.over()

    def has(self, part: Part) -> bool:
        """Whether it gets them."""
        with self._lock:
            return part in self._parts

    def remove(self, part: Part) -> None:
        """It gets none any more."""
        with self._lock:
            if part in self._parts:
                self._parts.remove(part)

    # ---- Digits ----

    def listen(self) -> None:
        """Has digits told, until as many have called :meth:`unlisten`."""
        with self._lock:
            if not self._listening:
                self.keys().DetectDigits(LINEDIGITMODE_DTMF)
            self._listening += 1

    def unlisten(self) -> None:
        """One who wanted to hear of digits does no more."""
        with self._lock:
            self._listening -= 1
            if self._listening:
                return
            try:
                self.keys().DetectDigits(0)
            except Error:
                # The call is over.
                log.debug("digits of a call cannot be ignored any more", exc_info=True)

    # ---- Events ----

    def deliver(self, event: Event) -> None:
        """Takes in an event of the call."""
        if event.kind in (TAPI_EVENT.TE_FILETERMINAL, TAPI_EVENT.TE_CALLMEDIA):
            with self._lock:
                parts = list(self._parts)
            for part in parts:
                if part.is_meant(event):
                    part.told(event)
        elif event.kind == TAPI_EVENT.TE_GATHERDIGITS:
            self.gatherings.answer(event)
        elif event.kind == TAPI_EVENT.TE_GENERATEEVENT:
            self.sendings.answer(event)

    def end(self) -> None:
        """The call is over, or its session."""
        with self._lock:
            self._over = True
            parts, self._parts = self._parts, []
        for part in parts:
            part.over()
        self.gatherings.end()
        self.sendings.end()


def quietly(*works: Any) -> None:
    """Does one thing after the other, whether the call lives or not."""
    for work in works:
        try:
            work()
        except Error:
            log.debug("a terminal could not be taken off its call", exc_info=True)
