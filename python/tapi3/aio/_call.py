"""A call, for asyncio."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Callable, Optional, Sequence, TypeVar, Union

from .. import _audio, _call, _check, _digits, _files
from .._error import S_FALSE, Error, Released
from .._info import CallInfo
from .._interfaces import (
    CALL_PRIVILEGE,
    CALL_STATE,
    CALL_STATE_EVENT_CAUSE,
    DISCONNECT_CODE,
    FINISH_MODE,
    TAPIMEDIATYPE_AUDIO,
)
from .._stream import Deadline
from .._work import Placing
from ..com import HasObject, Object
from ..errors import TAPI_E_DROPPED
from ._audio import Audio
from ._digits import Digits
from ._event import Event, Events
from ._files import Playback, Recording, StartingPlayback, StartingRecording
from ._stream import LIMIT, Overflow, Stream
from ._work import Operation, Workers, perform

if TYPE_CHECKING:
    from ._line import Line
    from ._session import Tapi

log = logging.getLogger("tapi3")

T = TypeVar("T")

_OVER = (CALL_STATE.CS_IDLE, CALL_STATE.CS_DISCONNECTED)

#: Seconds between two looks at whether a call can be hung up already, at most.
_LONGEST_LOOK = 0.1


def hang_up(call: _call.Call, placing: Operation[Any]) -> None:
    """Ends a call that another thread may be about to place."""
    pause = 0.001
    while True:
        placed = placing.finished.is_set()
        try:
            # S_FALSE: it is idle, so there is nothing to end. It may be the next moment.
            if call.com.Disconnect(DISCONNECT_CODE.DC_NORMAL) != S_FALSE or placed:
                return
        except Released:
            # The session was closed, which hangs up all its calls.
            return
        except Error:
            log.warning("a call that nobody waits for any more could not be hung up", exc_info=True)
            return
        placing.finished.wait(pause)
        pause = min(2 * pause, _LONGEST_LOOK)


class Call(HasObject):
    """A call, as :class:`tapi3.Call`; what may wait is awaited.

    As an asynchronous context manager it hangs up at the end of the block. One call is one
    ``Call``: events give the same one that the program has. See :mod:`tapi3.aio` for what becomes
    of an operation whose task is cancelled.
    """

    def __init__(self, session: Tapi, call: _call.Call) -> None:
        """Not for programs: see :meth:`Line.call` and :meth:`Tapi.listen`."""
        self._session = session
        self._call = call
        self._placing: Optional[Placing] = None

    @property
    def com(self) -> Object:
        """The call's ITBasicCallControl, for what is not offered here."""
        return self._call.com

    @property
    def sync(self) -> _call.Call:
        """The same call, with methods that wait."""
        return self._call

    # ---- What it is ----

    @property
    def state(self) -> CALL_STATE:
        """The state that it is in now."""
        return self._call.state

    @property
    def cause(self) -> CALL_STATE_EVENT_CAUSE:
        """Why it entered the state that the last event told of; CEC_NONE without one."""
        return self._call.cause

    @property
    def info(self) -> CallInfo:
        """Who calls whom, and the like."""
        return self._call.info

    @property
    def privilege(self) -> CALL_PRIVILEGE:
        """Whether this program owns the call or only watches it."""
        return self._call.privilege

    @property
    def line(self) -> Line:
        """The line that it is on."""
        return self._session.line_of(self._call.line)

    @property
    def hub(self) -> Object:
        """The call hub: all parties of the connection, as ITCallHub. Once it is placed."""
        return self._call.hub

    # ---- Placing, answering, hanging up ----

    async def connect(self, wait: bool = True, timeout: Optional[float] = None) -> None:
        """Places the call. With ``wait`` it returns when the other side has answered, and raises
        what came instead, such as :class:`tapi3.TAPI_E_DESTBUSY`. Without, it returns when the
        call is on its way: watch the events, or see :meth:`wait`.

        ``timeout`` is how many seconds to let it ring; then the call is hung up and
        :class:`tapi3.TAPI_E_TIMEOUT` is raised. A task that is cancelled hangs up, too.
        """
        timeout = _check.seconds("timeout", timeout) if wait else None
        await self._bring_up(lambda: self._call.connect(wait), timeout)

    async def answer(self) -> None:
        """Answers a call that came in. A task that is cancelled hangs up."""
        await self._bring_up(self._call.answer)

    async def disconnect(self, code: DISCONNECT_CODE = DISCONNECT_CODE.DC_NORMAL) -> bool:
        """Hangs up. False if there was nothing to hang up, since the call was never placed. It goes
        on if the task is cancelled."""
        return await self._do(lambda: self._call.disconnect(code))

    async def reject(self) -> bool:
        """Refuses a call that came in."""
        return await self.disconnect(DISCONNECT_CODE.DC_REJECTED)

    # ---- What can be done with a call ----

    async def hold(self) -> None:
        """Puts it on hold."""
        await self._do(self._call.hold)

    async def unhold(self) -> None:
        """Takes it off hold."""
        await self._do(self._call.unhold)

    async def swap(self, held: Call) -> None:
        """Puts this one on hold and takes the other one off."""
        other = _check.instance("held", held, Call, "a call (tapi3.aio.Call)").sync
        await self._do(lambda: self._call.swap(other))

    async def transfer(self, consultation: Call, wait: bool = True) -> None:
        """Begins a transfer: holds this call, and places the other one to ask whoever is to get
        it. ``consultation.finish()`` puts the two together. A task that is cancelled hangs up the
        consultation."""
        other = _consultation(consultation)
        await other._bring_up(lambda: self._call.transfer(other.sync, wait))

    async def conference(self, consultation: Call, wait: bool = True) -> None:
        """Begins a conference: holds this call, and places the other one to ask whoever is to join.
        ``consultation.finish()`` brings all together. The other one may be on another line, if both
        lines stream media. A task that is cancelled hangs up the consultation."""
        other = _consultation(consultation)
        await other._bring_up(lambda: self._call.conference(other.sync, wait))

    async def finish(self, mode: Optional[FINISH_MODE] = None) -> None:
        """Completes what :meth:`transfer` or :meth:`conference` began with this call. With
        ``mode``, one that began as the other."""
        await self._do(lambda: self._call.finish(mode))

    async def leave_conference(self) -> None:
        """Takes this call out of its conference."""
        await self._do(self._call.leave_conference)

    async def blind_transfer(self, destination: str) -> None:
        """Sends the other side to a destination without asking there."""
        await self._do(lambda: self._call.blind_transfer(destination))

    async def park(self, address: Optional[str] = None) -> str:
        """Parks it, at an address or wherever the exchange chooses; gives the address."""
        return await self._do(lambda: self._call.park(address))

    async def unpark(self) -> None:
        """Fetches what is parked at the address that this call was made for. A task that is
        cancelled hangs up."""
        await self._bring_up(self._call.unpark)

    async def pickup(self, group: Optional[str] = None) -> None:
        """Takes over a call that rings elsewhere, at the address that this call was made for. A
        task that is cancelled hangs up."""
        await self._bring_up(lambda: self._call.pickup(group))

    async def dial(self, digits: str) -> None:
        """Dials more digits of a call under way; with a semicolon at the end, not the last ones."""
        await self._do(lambda: self._call.dial(digits))

    async def hand_off(
        self, application: Optional[str] = None, media: int = TAPIMEDIATYPE_AUDIO
    ) -> None:
        """Gives the call to another program: the one named, or the first for the media."""
        await self._do(lambda: self._call.hand_off(application, media))

    # ---- Sound ----

    def play(self, files: Union[_files.Path, Sequence[_files.Path]]) -> StartingPlayback:
        """Plays a WAV file to the other side, or a list of files one after the other. ``await``
        gives the :class:`Playback` when it has begun; as an asynchronous context manager it stops at
        the end of the block; ``await call.play("hello.wav").wait()`` waits for the end.

        Several play at a time; what they play is mixed. Raises :class:`tapi3.TAPI_E_NOTSUPPORTED`
        if the line carries no sound, as all methods for sound do.
        """
        return StartingPlayback(
            Playback(self, _files.playback(self._call, self._call.sound, files))
        )

    def record(self, file: _files.Path) -> StartingRecording:
        """Records the other side into a WAV file, which is overwritten if it is there. ``await``
        gives the :class:`Recording` when it has begun, which ends with the call; as an asynchronous
        context manager it stops at the end of the block, and the file is complete then."""
        return StartingRecording(
            Recording(self, _files.recording(self._call, self._call.sound, file))
        )

    def audio(self) -> Audio:
        """The sound of the call, to be read and written by the program, frame by frame: ``async with
        call.audio() as audio``, or ``audio = await call.audio()``."""
        return Audio(self, _audio.Audio(self._call, self._call.sound))

    async def send_digits(
        self, digits: str, duration: Optional[float] = None, wait: bool = True
    ) -> None:
        """Sends digits (0-9, A-D, ``*``, ``#``; a comma pauses for two seconds). With ``wait`` it
        returns when all are sent; a task that is cancelled meanwhile sends no more of them.

        ``duration`` is how long each lasts, and each pause between two, in seconds; None for the
        usual. See :meth:`tapi3.Call.send_digits` for what it raises.
        """
        _check.flag("wait", wait)
        sending = _digits.Sending(self._call.sound, digits, duration)
        if wait:
            await self._request(sending, sending.run)
        else:
            await self._request(sending, sending.begin)

    def digits(self, timeout: Optional[float] = None, limit: int = LIMIT) -> Digits:
        """The keys that the other side presses, from now on: an asynchronous iterator over them, one
        character each. It ends when the call does, or when none came for ``timeout`` seconds; it
        holds ``limit`` keys. It is an asynchronous context manager, too: nobody listens for keys any
        more when it is closed."""
        made = Digits(self, timeout, limit)
        self._call.listeners.attach(made)
        self._call.sound.listen()
        return made

    async def gather(
        self,
        count: int,
        timeout: Optional[float] = None,
        between: Optional[float] = None,
        terminators: str = "#",
    ) -> _digits.Gathered:
        """Waits until the other side has pressed ``count`` keys, or one of the ``terminators``, and
        gives what it pressed: a text, which knows as ``.how`` what ended it. A task that is cancelled
        ends the gathering. See :meth:`tapi3.Call.gather` for the times, and for what it raises."""
        sound = self._call.sound
        gathering = _digits.Gathering(sound, count, timeout, between, terminators)
        return await self._request(gathering, gathering.run)

    # ---- Events ----

    def events(self, timeout: Optional[float] = None, limit: int = LIMIT) -> Stream[Event]:
        """The events of this call from its beginning on, those that came already included. The
        stream ends when the call has, or when no event came for ``timeout`` seconds; it holds
        ``limit`` events."""
        made = Events(self._session.event_of, timeout, limit)
        made.source = self
        self._call.listeners.attach(made, self._call)
        return made

    async def wait(self, *states: CALL_STATE, timeout: Optional[float] = None) -> CALL_STATE:
        """Waits until the call is in one of the states (disconnected, if none is given), and gives
        the one that it is in.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds, and
        :class:`tapi3.TAPI_E_DROPPED` if the call ends otherwise.
        """
        wanted = _call.wanted_states(states)
        deadline = Deadline(_check.seconds("timeout", timeout))
        stream = Events(self._session.event_of, None, LIMIT)
        stream.source = self
        self._call.listeners.attach(stream)
        async with stream:
            state = self.state
            while state not in wanted:
                if state == CALL_STATE.CS_DISCONNECTED:
                    raise TAPI_E_DROPPED("The call ended (%s)." % self.cause.name)
                try:
                    told = (await stream.wait(deadline.left())).state
                except Overflow:
                    told = None
                state = self.state if told is None else told
        return state

    # ---- Python ----

    async def __aenter__(self) -> Call:
        return self

    async def __aexit__(self, kind: Any, *details: object) -> None:
        # In a child that was forked it is the parent's call.
        if self._call.is_inherited:
            return
        try:
            placing = self._placing
            if self.state not in _OVER or _call.is_placing(placing):
                await self._do(lambda: _call.end_placing(self._call, placing))
        except Error:
            # What the block raised says more.
            if kind is None:
                raise
            log.warning("a call could not be hung up", exc_info=True)

    def __repr__(self) -> str:
        return "<aio.%s" % repr(self._call)[1:]

    # ---- How it is done ----

    @property
    def workers(self) -> Workers:
        """Not for programs: the threads for what waits."""
        return self._session.workers

    async def _request(self, request: _digits.Request, work: Callable[[], T]) -> T:
        """Does something that is given up if nobody waits for it."""

        def undo(asked: Operation[T]) -> None:
            request.cancel()
            asked.finished.wait()

        return await perform(self.workers, work, undo)

    async def _do(self, work: Callable[[], T]) -> T:
        return await perform(self._session.workers, work)

    async def _bring_up(self, work: Callable[[], None], timeout: Optional[float] = None) -> None:
        """Does something that brings this call up; it is hung up if nobody waits for that. The end
        of its block finds it from here on, before a thread has begun."""
        placing = self._placing = Placing(work)
        await perform(
            self.workers, placing.run, lambda operation: hang_up(self._call, operation), timeout
        )


def _consultation(given: Any) -> Call:
    return _check.instance("consultation", given, Call, "a call (tapi3.aio.Call)")
