"""Files that are played to a call, and files that it is recorded into."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, List, NamedTuple, Optional, Sequence, TypeVar, Union

from . import _check, _process
from ._error import Error
from ._event import Event
from ._interfaces import (
    FT_STATE_EVENT_CAUSE,
    TAPI_EVENT,
    TAPIMEDIATYPE_AUDIO,
    TERMINAL_DIRECTION,
    TERMINAL_MEDIA_STATE,
    CLSID_String_FilePlaybackTerminal,
    CLSID_String_FileRecordingTerminal,
)
from ._outcome import Outcome
from ._sound import Sound, quietly
from ._work import interruptible
from .com import Object
from .errors import TAPI_E_DROPPED, TAPI_E_WRONG_STATE, error

if TYPE_CHECKING:
    from ._call import Call

Path = Union[str, "os.PathLike[str]"]

_PATH: Any = (str, os.PathLike)
_WANTED = "the path of a file (str or os.PathLike)"


def path_of(parameter: str, value: Any) -> str:
    """The path of one file."""
    path: str = os.fspath(_check.instance(parameter, value, _PATH, _WANTED))
    if not path:
        raise ValueError("%s must not be empty" % parameter)
    if "\0" in path:
        raise ValueError("%s must not hold a NUL character" % parameter)
    return path


def paths_of(parameter: str, value: Any) -> List[str]:
    """The paths of one file or of several."""
    if not isinstance(value, (list, tuple)):
        wanted = "%s, or a list of them" % _WANTED
        return [path_of(parameter, _check.instance(parameter, value, _PATH, wanted))]
    if not value:
        raise ValueError("%s must not be an empty list" % parameter)
    return [path_of(parameter, item) for item in value]


class FileEnd(NamedTuple):
    """How a file came to its end on a call."""

    cause: FT_STATE_EVENT_CAUSE
    #: What went wrong.
    failure: Optional[Error] = None


class File:
    """A file terminal on a call, from its start to its end. Neither it nor the call needs anybody
    else to hold it."""

    def __init__(
        self, sound: Sound, kind: str, direction: TERMINAL_DIRECTION, files: Union[str, List[str]]
    ) -> None:
        self._sound = sound
        self._kind = kind
        self._direction = direction
        self._files = files
        self._lock = _process.Lock()
        self._terminal: Optional[Object] = None
        self._control: Optional[Object] = None
        self._begun = False
        self._abandoned = False
        #: None if the call, or its session, is over.
        self.outcome: Outcome[Optional[FileEnd]] = Outcome()

    def begin(self) -> None:
        """Puts it on the call and starts it. On failure everything is as it was."""
        call = self._sound.control()
        terminal = call.RequestTerminal(self._kind, TAPIMEDIATYPE_AUDIO, self._direction)
        if isinstance(self._files, str):
            terminal.query("ITMediaRecord").FileName = self._files
        else:
            terminal.query("ITMediaPlayback").PlayList = self._files
        control = terminal.query("ITMediaControl")
        if self._abandoned:
            return
        self._terminal, self._control = terminal, control
        self._sound.add(self)
        try:
            call.SelectTerminalOnCall(terminal)
            control.Start()
        except BaseException:
            self._leave()
            raise
        with self._lock:
            self._begun = True
            unwanted = self._abandoned
        if unwanted:
            self.stop()

    def abandon(self) -> None:
        """It is to end, whether it has begun or will."""
        with self._lock:
            self._abandoned = True
            begun = self._begun
        # Otherwise it ends as soon as it has begun.
        if begun:
            self.stop()

    @property
    def control(self) -> Object:
        """What starts, pauses and stops it, while it is on the call."""
        if self._control is None or self.outcome.is_set:
            raise TAPI_E_WRONG_STATE("The file is at its end.")
        return self._control

    @property
    def terminal(self) -> Optional[Object]:
        """Its ITTerminal."""
        return self._terminal

    def stop(self) -> None:
        """Ends it. What ended already stays so."""
        if self.outcome.is_set:
            return
        if self._control is not None:
            quietly(self._control.Stop)
        self._leave()
        self.outcome.set(FileEnd(FT_STATE_EVENT_CAUSE.FTEC_NORMAL))

    def _leave(self) -> None:
        """Takes it off the call. When this is back it is off, whoever else does the same."""
        if self._sound.has(self):
            quietly(lambda: self._sound.control().UnselectTerminalOnCall(self._terminal))
            self._sound.remove(self)

    # ---- For the call ----

    def is_meant(self, event: Event) -> bool:
        """Whether an event is about it."""
        if event.kind != TAPI_EVENT.TE_FILETERMINAL or event.com is None:
            return False
        return bool(event.com.Terminal == self._terminal)

    def told(self, event: Event) -> None:
        """Takes in an event of its."""
        if event.detail != TERMINAL_MEDIA_STATE.TMS_IDLE or event.com is None:
            return
        cause: FT_STATE_EVENT_CAUSE = event.com.Cause
        failure = None
        if event.error:
            text = "The file could not be %s."
            done = "written" if cause == FT_STATE_EVENT_CAUSE.FTEC_WRITE_ERROR else "read"
            failure = error(event.error, text % done)
        self._leave()
        self.outcome.set(FileEnd(cause, failure))

    def over(self) -> None:
        """The call is over."""
        self.outcome.set(None)


S = TypeVar("S", bound="Files")


class Files:
    """What playing and recording have in common."""

    def __init__(self, call: Call, file: File) -> None:
        """Not for programs: see :meth:`Call.play` and :meth:`Call.record`."""
        self._made = _process.generation()
        self._call = call
        self._file = file

    @property
    def call(self) -> Call:
        """The call."""
        return self._call

    @property
    def com(self) -> Optional[Object]:
        """The file's ITTerminal, for what is not offered here."""
        return self._file.terminal

    @property
    def outcome(self) -> Outcome[Optional[FileEnd]]:
        """Not for programs: how it ends."""
        return self._file.outcome

    @property
    def state(self) -> TERMINAL_MEDIA_STATE:
        """Whether it runs (TMS_ACTIVE), pauses (TMS_PAUSED) or is at its end (TMS_IDLE)."""
        _process.check(self._made)
        if self._file.outcome.is_set:
            return TERMINAL_MEDIA_STATE.TMS_IDLE
        state: TERMINAL_MEDIA_STATE = self._file.control.MediaState
        return state

    def pause(self) -> None:
        """Interrupts it. :class:`tapi3.TAPI_E_WRONG_STATE` if it is at its end."""
        interruptible(self._file.control.Pause)

    def resume(self) -> None:
        """Goes on after :meth:`pause`. :class:`tapi3.TAPI_E_WRONG_STATE` if it is at its end."""
        interruptible(self._file.control.Start)

    def stop(self) -> None:
        """Ends it for good. At its end already, it does nothing."""
        _process.check(self._made)
        interruptible(self._file.stop)

    def start(self) -> None:
        """Not for programs: begins."""
        try:
            interruptible(self._file.begin)
        except BaseException:
            self._file.abandon()
            raise

    def abandon(self) -> None:
        """Not for programs: it is to end, whether it has begun or will."""
        self._file.abandon()

    def __enter__(self: S) -> S:
        return self

    def __exit__(self, kind: Any, *details: object) -> None:
        # In a child that was forked it is the parent's call.
        if _process.is_inherited(self._made):
            return
        self.stop()
        end = self._file.outcome.wait()
        # What the block raised says more.
        if kind is None and end is not None and end.failure is not None:
            raise end.failure

    def __repr__(self) -> str:
        try:
            return "<%s, %s>" % (type(self).__name__, self.state.name)
        except Error:
            return "<%s>" % type(self).__name__


def played(end: Optional[FileEnd]) -> bool:
    """Whether a file was played to its end; raises what ended it before."""
    if end is None:
        raise TAPI_E_DROPPED("The call ended before the file did.")
    if end.failure is not None:
        raise end.failure
    return end.cause == FT_STATE_EVENT_CAUSE.FTEC_END_OF_FILE


def recorded(end: Optional[FileEnd]) -> None:
    """Raises what went wrong with a recording."""
    if end is not None and end.failure is not None:
        raise end.failure


class Playback(Files):
    """Files that are played to the other side of a call, one after the other. It goes on until they
    are at their end, the call is, or :meth:`stop`; as a context manager it stops at the end of the
    block, and raises what went wrong with the file."""

    def wait(self, timeout: Optional[float] = None) -> bool:
        """Waits until everything is played. False if it was stopped before.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds, :class:`tapi3.TAPI_E_DROPPED`
        if the call ended before, and what went wrong if a file could not be read to its end.
        """
        return played(self._file.outcome.wait(timeout))


class Recording(Files):
    """A file that the other side of a call is recorded into. It goes on until the call ends, or
    :meth:`stop`; as a context manager it stops at the end of the block, and raises what went wrong
    with the file, which is complete then."""

    def wait(self, timeout: Optional[float] = None) -> None:
        """Waits until the recording has ended, with the call if nobody stops it.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds, and what went wrong if the
        file could not be written.
        """
        recorded(self._file.outcome.wait(timeout))


def playback(call: Call, sound: Sound, files: Union[Path, Sequence[Path]]) -> Playback:
    """A playback that has not begun."""
    return Playback(
        call,
        File(
            sound,
            CLSID_String_FilePlaybackTerminal,
            TERMINAL_DIRECTION.TD_CAPTURE,
            paths_of("files", files),
        ),
    )


def recording(call: Call, sound: Sound, file: Path) -> Recording:
    """A recording that has not begun."""
    return Recording(
        call,
        File(
            sound,
            CLSID_String_FileRecordingTerminal,
            TERMINAL_DIRECTION.TD_RENDER,
            path_of("file", file),
        ),
    )
