"""A call."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, Callable, Optional, Sequence, Tuple, Union

from . import _audio, _check, _digits, _files, _process
from ._error import S_OK, Error
from ._event import Callback, Event, Listeners, Subscription
from ._info import CallInfo
from ._interfaces import (
    CALL_PRIVILEGE,
    CALL_STATE,
    CALL_STATE_EVENT_CAUSE,
    DISCONNECT_CODE,
    FINISH_MODE,
    TAPI_EVENT,
    TAPIMEDIATYPE_AUDIO,
)
from ._sound import Sound
from ._stream import Deadline, Stream
from ._work import Placing, interruptible
from .com import HasObject, Object
from .errors import TAPI_E_DROPPED, TAPI_E_TIMEOUT

if TYPE_CHECKING:
    from ._line import Line
    from ._session import Tapi

log = logging.getLogger("tapi3")

_OVER = (CALL_STATE.CS_IDLE, CALL_STATE.CS_DISCONNECTED)

#: Seconds between two looks at whether a call can be hung up already, at most.
_LONGEST_LOOK = 0.1


def is_placing(placing: Optional[Placing]) -> bool:
    """Whether a call may still come up, whatever its state."""
    return placing is not None and not placing.finished.is_set()


def end_placing(call: Call, placing: Optional[Placing]) -> None:
    """Hangs up, also where another thread is about to place the call."""
    if placing is None:
        call.disconnect()
        return
    placing.call_off()
    pause = 0.001
    # At the end of the process no other thread goes on, and the library ends what there is.
    while not sys.is_finalizing():
        placed = placing.finished.is_set()
        # Where it is idle there is nothing to end. There may be the next moment.
        if call.disconnect() or placed:
            return
        placing.finished.wait(pause)
        pause = min(2 * pause, _LONGEST_LOOK)


def wanted_states(states: Tuple[CALL_STATE, ...]) -> Tuple[CALL_STATE, ...]:
    """The states to wait for: disconnected, if none is given."""
    for asked in states:
        words = "values of CALL_STATE, such as tapi3.CS_CONNECTED (a time is given as timeout=)"
        _check.instance("states", asked, CALL_STATE, words)
    return states or (CALL_STATE.CS_DISCONNECTED,)


class Call(HasObject):
    """A call: one that this program places, or one that came in.

    As a context manager it hangs up at the end of the block. One call is one ``Call``: events give
    the same one that the program has. A method that fails raises the exception of its result code,
    such as :class:`tapi3.TAPI_E_DESTBUSY`; one that the line cannot do raises
    :class:`tapi3.TAPI_E_NOTSUPPORTED`.
    """

    def __init__(self, session: Tapi, found: Object) -> None:
        """Not for programs: see :meth:`Line.call` and :meth:`Tapi.listen`."""
        self._session = session
        self._control = found.query("ITBasicCallControl")
        self._info = found.query("ITCallInfo")
        self._sound = Sound(self._info)
        self._made = _process.generation()
        self._listeners = Listeners(keep=True)
        self._mode = FINISH_MODE.FM_ASTRANSFER
        self._placing: Optional[Placing] = None

    @property
    def com(self) -> Object:
        """The call's ITBasicCallControl, for what is not offered here."""
        return self._control

    @property
    def is_inherited(self) -> bool:
        """Whether this process was forked from the one that has the call, and cannot use it."""
        return _process.is_inherited(self._made)

    # ---- What it is ----

    @property
    def state(self) -> CALL_STATE:
        """The state that it is in now."""
        state: CALL_STATE = self._info.CallState
        return state

    @property
    def cause(self) -> CALL_STATE_EVENT_CAUSE:
        """Why it entered the state that the last event told of; CEC_NONE without one."""
        causes = [event.cause for event in self._listeners.kept() if event.cause is not None]
        return causes[-1] if causes else CALL_STATE_EVENT_CAUSE.CEC_NONE

    @property
    def info(self) -> CallInfo:
        """Who calls whom, and the like."""
        return CallInfo(self._info)

    @property
    def privilege(self) -> CALL_PRIVILEGE:
        """Whether this program owns the call or only watches it."""
        privilege: CALL_PRIVILEGE = self._info.Privilege
        return privilege

    @property
    def line(self) -> Line:
        """The line that it is on."""
        return self._session.line_of(self._info.Address)

    @property
    def hub(self) -> Object:
        """The call hub: all parties of the connection, as ITCallHub. Once it is placed."""
        hub: Object = self._info.CallHub
        return hub

    # ---- Placing, answering, hanging up ----

    def connect(self, wait: bool = True, timeout: Optional[float] = None) -> None:
        """Places the call. With ``wait`` it returns when the other side has answered, and raises
        what came instead, such as :class:`tapi3.TAPI_E_DESTBUSY`. Without, it returns at once:
        watch the events, or see :meth:`wait`.

        ``timeout`` is how many seconds to let it ring; then the call is hung up and
        :class:`tapi3.TAPI_E_TIMEOUT` is raised. A call that had not been placed by then stays idle.
        """
        _check.flag("wait", wait)
        timeout = _check.seconds("timeout", timeout)
        control = self._control
        try:
            self._begin(lambda: control.Connect(wait), timeout if wait else None)
        except TAPI_E_TIMEOUT:
            if timeout is not None:
                self._give_up()
            raise

    def _begin(self, work: Callable[[], Any], timeout: Optional[float] = None) -> None:
        """Does what this call begins by, so that a hang-up finds it while it is done. What has not
        begun when it is waited for no more does not begin."""
        placing = self._placing = Placing(work)
        try:
            interruptible(placing.run, timeout)
        except BaseException:
            placing.call_off()
            raise

    def _give_up(self) -> None:
        try:
            end_placing(self, self._placing)
        except Error:
            log.warning("a call that was not answered in time could not be hung up", exc_info=True)

    def answer(self) -> None:
        """Answers a call that came in."""
        interruptible(self._control.Answer)

    def disconnect(self, code: DISCONNECT_CODE = DISCONNECT_CODE.DC_NORMAL) -> bool:
        """Hangs up. False if there was nothing to hang up, since the call was never placed."""
        _check.whole("code", code)
        return bool(interruptible(lambda: self._control.Disconnect(code)) == S_OK)

    def reject(self) -> bool:
        """Refuses a call that came in."""
        return self.disconnect(DISCONNECT_CODE.DC_REJECTED)

    # ---- What can be done with a call ----

    def hold(self) -> None:
        """Puts it on hold."""
        interruptible(lambda: self._control.Hold(True))

    def unhold(self) -> None:
        """Takes it off hold."""
        interruptible(lambda: self._control.Hold(False))

    def swap(self, held: Call) -> None:
        """Puts this one on hold and takes the other one off."""
        _check.instance("held", held, Call, "a call (Call)")
        interruptible(lambda: self._control.SwapHold(held))

    def transfer(self, consultation: Call, wait: bool = True) -> None:
        """Begins a transfer: holds this call, and places the other one to ask whoever is to get
        it. ``consultation.finish()`` puts the two together."""
        _check.instance("consultation", consultation, Call, "a call (Call)")
        _check.flag("wait", wait)
        consultation._mode = FINISH_MODE.FM_ASTRANSFER
        consultation._begin(lambda: self._control.Transfer(consultation, wait))

    def conference(self, consultation: Call, wait: bool = True) -> None:
        """Begins a conference: holds this call, and places the other one to ask whoever is to join.
        ``consultation.finish()`` brings all together. The other one may be on another line, if both
        lines stream media."""
        _check.instance("consultation", consultation, Call, "a call (Call)")
        _check.flag("wait", wait)
        consultation._mode = FINISH_MODE.FM_ASCONFERENCE
        consultation._begin(lambda: self._control.Conference(consultation, wait))

    def finish(self, mode: Optional[FINISH_MODE] = None) -> None:
        """Completes what :meth:`transfer` or :meth:`conference` began with this call. With
        ``mode``, one that began as the other."""
        chosen = self._mode if mode is None else _check.whole("mode", mode)
        interruptible(lambda: self._control.Finish(chosen))

    def leave_conference(self) -> None:
        """Takes this call out of its conference."""
        interruptible(self._control.RemoveFromConference)

    def blind_transfer(self, destination: str) -> None:
        """Sends the other side to a destination without asking there."""
        _check.filled("destination", destination)
        interruptible(lambda: self._control.BlindTransfer(destination))

    def park(self, address: Optional[str] = None) -> str:
        """Parks it, at an address or wherever the exchange chooses; gives the address."""
        if _check.text_or_none("address", address) is None:
            return str(interruptible(self._control.ParkIndirect))
        interruptible(lambda: self._control.ParkDirect(address))
        return str(address)

    def unpark(self) -> None:
        """Fetches what is parked at the address that this call was made for."""
        self._begin(self._control.Unpark)

    def pickup(self, group: Optional[str] = None) -> None:
        """Takes over a call that rings elsewhere, at the address that this call was made for."""
        _check.text_or_none("group", group)
        self._begin(lambda: self._control.Pickup(group))

    def dial(self, digits: str) -> None:
        """Dials more digits of a call under way; with a semicolon at the end, not the last ones.
        See :meth:`Line.call_without_destination`."""
        _check.filled("digits", digits)
        interruptible(lambda: self._control.Dial(digits))

    def hand_off(self, application: Optional[str] = None, media: int = TAPIMEDIATYPE_AUDIO) -> None:
        """Gives the call to another program: the one named, or the first for the media."""
        _check.whole("media", media)
        if _check.text_or_none("application", application) is not None:
            interruptible(lambda: self._control.HandoffDirect(application))
        else:
            interruptible(lambda: self._control.HandoffIndirect(media))

    # ---- Sound ----

    @property
    def sound(self) -> Sound:
        """Not for programs: what its methods for sound share."""
        return self._sound

    def play(self, files: Union[_files.Path, Sequence[_files.Path]]) -> _files.Playback:
        """Begins to play a WAV file to the other side, or a list of files one after the other, and
        returns at once: ``call.play("hello.wav").wait()`` waits for the end.

        As a context manager what it gives stops at the end of the block. Several play at a time;
        what they play is mixed. Raises :class:`tapi3.TAPI_E_NOTSUPPORTED` if the line carries no
        sound, as all methods for sound do.
        """
        made = _files.playback(self, self._sound, files)
        made.start()
        return made

    def record(self, file: _files.Path) -> _files.Recording:
        """Begins to record the other side into a WAV file, which is overwritten if it is there, and
        returns at once. The recording ends with the call; as a context manager what this gives
        stops it at the end of the block, and the file is complete then."""
        made = _files.recording(self, self._sound, file)
        made.start()
        return made

    def audio(self) -> _audio.Audio:
        """The sound of the call, to be read and written by the program, frame by frame: for a speech
        recogniser or a synthesiser. It is an iterator over what is heard, and a context manager."""
        made = _audio.Audio(self, self._sound)
        made.start()
        return made

    def send_digits(self, digits: str, duration: Optional[float] = None, wait: bool = True) -> None:
        """Sends digits (0-9, A-D, ``*``, ``#``; a comma pauses for two seconds). With ``wait`` it
        returns when all are sent.

        ``duration`` is how long each lasts, and each pause between two, in seconds; None for the
        usual. It is brought into the range that the line can do. Other digits, or a tone, that are
        sent meanwhile end these: :class:`tapi3.E_ABORT`. Raises :class:`tapi3.TAPI_E_DROPPED` if the
        call ends meanwhile.
        """
        _check.flag("wait", wait)
        sending = _digits.Sending(self._sound, digits, duration)
        if not wait:
            interruptible(sending.begin)
            return
        try:
            interruptible(sending.run)
        except BaseException:
            sending.cancel()
            raise

    def digits(self, timeout: Optional[float] = None) -> _digits.Digits:
        """The keys that the other side presses, from now on: an iterator over them, one character
        each. It ends when the call does, or when none came for ``timeout`` seconds. It is a context
        manager, too: nobody listens for keys any more when it is closed."""
        made = _digits.Digits(self._sound, self, timeout)
        self._listeners.attach(made.taker)
        self._sound.listen()
        return made

    def gather(
        self,
        count: int,
        timeout: Optional[float] = None,
        between: Optional[float] = None,
        terminators: str = "#",
    ) -> _digits.Gathered:
        """Waits until the other side has pressed ``count`` keys, or one of the ``terminators``, and
        gives what it pressed: a text, which knows as ``.how`` what ended it.

        It waits ``timeout`` seconds for the first key, and ``between`` seconds for each one after
        that (as many as for the first if it is None), and gives then what it has, which may be
        empty. A key that ended it is not part of the text. There is one gathering at a time:
        another one ends the first with :class:`tapi3.E_ABORT`. Raises
        :class:`tapi3.TAPI_E_DROPPED` if the call ends meanwhile.
        """
        gathering = _digits.Gathering(self._sound, count, timeout, between, terminators)
        try:
            return interruptible(gathering.run)
        except BaseException:
            gathering.cancel()
            raise

    # ---- Events ----

    @property
    def listeners(self) -> Listeners:
        """Not for programs: who gets the events."""
        return self._listeners

    def events(self, timeout: Optional[float] = None) -> Stream[Event]:
        """The events of this call from its beginning on, those that came already included. The
        stream ends when the call has, or when no event came for ``timeout`` seconds."""
        return self._listeners.stream(self, timeout, self)

    def on_event(self, callback: Callback) -> Subscription:
        """Has a function called with each event of this call from now on, on the library's thread
        for events. It may call any method. What it raises is logged."""
        return self._listeners.subscribe(callback)

    def wait(self, *states: CALL_STATE, timeout: Optional[float] = None) -> CALL_STATE:
        """Waits until the call is in one of the states (disconnected, if none is given), and gives
        the one that it is in.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds, and
        :class:`tapi3.TAPI_E_DROPPED` if the call ends otherwise.
        """
        wanted = wanted_states(states)
        timeout = _check.seconds("timeout", timeout)
        deadline = Deadline(timeout)
        with self._listeners.stream(self) as stream:
            state = self.state
            while state not in wanted:
                if state == CALL_STATE.CS_DISCONNECTED:
                    raise TAPI_E_DROPPED("The call ended (%s)." % self.cause.name)
                event = stream.wait(deadline.left())
                state = self.state if event.state is None else event.state
        return state

    def deliver(self, event: Event) -> None:
        """Not for programs: takes in an event of this call."""
        self._listeners.deliver(event)
        self._sound.deliver(event)
        if event.kind == TAPI_EVENT.TE_CALLSTATE and event.state == CALL_STATE.CS_DISCONNECTED:
            self.end()

    def end(self) -> None:
        """Not for programs: the call is over, or its session."""
        self._sound.end()
        self._listeners.end()

    # ---- Python ----

    def __enter__(self) -> Call:
        return self

    def __exit__(self, kind: Any, *details: object) -> None:
        # In a child that was forked it is the parent's call.
        if self.is_inherited:
            return
        try:
            if self.state not in _OVER or is_placing(self._placing):
                end_placing(self, self._placing)
        except Error:
            # What the block raised says more.
            if kind is None:
                raise
            log.warning("a call could not be hung up", exc_info=True)

    def __repr__(self) -> str:
        try:
            return "<Call, %s>" % self.state.name
        except Error:
            return "<Call>"
