"""The sound of a call as a program takes and gives it: 8,000 samples a second of 16 bits, in frames
of 20 milliseconds.

Each direction is a media streaming terminal, whose samples (buffers) are on their way to the far end
or wait for sound from there. Nothing here waits in the library for longer than a moment, so that
Ctrl-C works.
"""

from __future__ import annotations

import collections
import ctypes
import time
from typing import TYPE_CHECKING, Any, Callable, Deque, Iterator, NamedTuple, Optional, Union

from . import _check, _process
from ._abi import ALLOCATOR_PROPERTIES
from ._error import S_OK, Error
from ._event import Event
from ._interfaces import (
    CALL_MEDIA_EVENT,
    COMPSTAT_WAIT,
    SSUPDATE_ASYNC,
    TAPIMEDIATYPE_AUDIO,
    TERMINAL_DIRECTION,
    CLSID_String_MediaStreamTerminal,
)
from ._outcome import Outcome
from ._sound import Sound, quietly
from ._stream import Deadline
from ._work import interruptible
from .com import Object
from .errors import E_ABORT, TAPI_E_DROPPED, TAPI_E_TIMEOUT, VFW_E_NOT_COMMITTED

if TYPE_CHECKING:
    import array

    from ._call import Call

#: Samples of sound a second.
RATE = 8000

#: Bytes of a frame: 20 ms of 16 bits each.
FRAME = 320

Data = Union[bytes, bytearray, memoryview, "array.array[int]"]

#: So many frames that were heard wait for a program that is slow; the library keeps half a second
#: more.
_HEARD = 25

#: So many frames are on their way to the far end at most: the program is not further ahead.
_SAID = 5

#: How buffers of samples say what they hold (``struct``): 16 bits in the machine's order.
_SAMPLES = ("h", "H")

#: Milliseconds that a wait in the library lasts at most.
_LOOK_MS = 50

#: Seconds between two looks at whether the stream runs already.
_LOOK = 0.01


class _Buffer(NamedTuple):
    """A sample: memory, and who moves it."""

    sample: Object
    memory: Object
    address: int


class _End(Exception):
    """The stream has ended."""


class _Side:
    """One direction of the sound: a terminal and its buffers."""

    def __init__(self, sound: Sound, direction: TERMINAL_DIRECTION, count: int) -> None:
        self._sound = sound
        self._direction = direction
        self._count = count
        self.lock = _process.Lock()
        self._terminal: Optional[Object] = None
        self._stream: Optional[Object] = None
        #: The buffers that are on their way, in order, and those that are not.
        self.pending: Deque[_Buffer] = collections.deque()
        self.free: Deque[_Buffer] = collections.deque()
        #: Set when everything that was written is sent, or the call is over.
        self.sent: Optional[Outcome[None]] = None

    def begin(self) -> None:
        """Puts the terminal on the call."""
        call = self._sound.control()
        terminal = call.RequestTerminal(
            CLSID_String_MediaStreamTerminal, TAPIMEDIATYPE_AUDIO, self._direction
        )
        properties = ALLOCATOR_PROPERTIES(self._count, FRAME, 1, 0)
        terminal.query("ITAllocatorProperties").SetAllocatorProperties([properties])
        self._terminal, self._stream = terminal, terminal.query("IMediaStream")
        self._sound.add(self)
        try:
            call.SelectTerminalOnCall(terminal)
        except BaseException:
            self._sound.remove(self)
            raise

    def close(self) -> None:
        """Takes the terminal off the call: whoever waits for it is told of the end."""
        self._sound.remove(self)
        terminal = self._terminal
        if terminal is not None:
            quietly(lambda: self._sound.control().UnselectTerminalOnCall(terminal))
        self.over()

    def ready(self, stopped: Callable[[], bool], deadline: Deadline) -> bool:
        """Waits until the stream runs and there are buffers. False if that was not in time."""
        while not (self.free or self.pending):
            try:
                self._allocate()
            except VFW_E_NOT_COMMITTED:
                # The call is not connected yet, or over.
                if stopped() or self._sound.is_over:
                    raise _End from None
                if deadline.left() == 0:
                    return False
                time.sleep(_LOOK)
        return True

    def _allocate(self) -> None:
        for _ in range(self._count):
            sample: Object = self._of_stream().AllocateSample(0)
            memory = sample.query("IMemoryData")
            _, address, _ = memory.GetInfo()
            self.free.append(_Buffer(sample, memory, address))

    def _of_stream(self) -> Object:
        if self._stream is None:
            raise _End
        return self._stream

    def send(self, buffer: _Buffer) -> None:
        """Sends a buffer on its way."""
        try:
            buffer.sample.Update(SSUPDATE_ASYNC, None, None, 0)
        except (VFW_E_NOT_COMMITTED, E_ABORT):
            raise _End from None
        self.pending.append(buffer)

    def send_all(self) -> None:
        """Sends all buffers on their way that are not."""
        while self.free:
            self.send(self.free.popleft())

    def first(self, stopped: Callable[[], bool], deadline: Deadline) -> Optional[_Buffer]:
        """Waits for the buffer that is next to be done, and takes it out. None if it was not in
        time."""
        while True:
            left = deadline.left()
            wait = _LOOK_MS if left is None else min(_LOOK_MS, int(1000 * left) + 1)
            try:
                done = self.pending[0].sample.CompletionStatus(COMPSTAT_WAIT, wait) == S_OK
            except (VFW_E_NOT_COMMITTED, E_ABORT):
                raise _End from None
            if done:
                return self.pending.popleft()
            if stopped():
                raise _End
            if left == 0:
                return None

    def finish(self) -> Outcome[None]:
        """Says that nothing more is written for now. Gives what tells that all is sent."""
        sent: Outcome[None] = Outcome()
        self.sent = sent
        try:
            self._of_stream().SendEndOfStream(0)
        except (VFW_E_NOT_COMMITTED, _End):
            sent.set(None)
        if self._sound.is_over:
            sent.set(None)
        return sent

    def settle(self, stopped: Callable[[], bool]) -> None:
        """Waits until everything is sent for which somebody waits: what is written in between would
        take the end of it away."""
        while self.sent is not None and not self.sent.is_set:
            if stopped():
                raise _End
            try:
                self.sent.wait(_LOOK_MS / 1000)
            except TAPI_E_TIMEOUT:
                pass

    # ---- For the call ----

    def is_meant(self, event: Event) -> bool:
        """Whether an event is about it."""
        return event.com is not None and bool(event.com.Terminal == self._terminal)

    def told(self, event: Event) -> None:
        """Takes in an event of its."""
        if event.detail == CALL_MEDIA_EVENT.CME_STREAM_INACTIVE and self.sent is not None:
            self.sent.set(None)

    def over(self) -> None:
        """The call is over."""
        if self.sent is not None:
            self.sent.set(None)


class Audio:
    """The sound of a call, both ways: what the other side says is read, what it is to hear is
    written, as 16-bit samples in the machine's order of bytes (``array.array("h")``), 8,000 a second,
    one channel.

    It is an iterator over frames of 20 ms (320 bytes), which ends with the call. As a context manager
    it sends what was written, and closes, at the end of the block; a block that raises does not wait
    for that. One thread may read while another writes.
    """

    #: Samples a second.
    rate = RATE
    #: Bytes of a frame.
    frame_size = FRAME

    def __init__(self, call: Call, sound: Sound) -> None:
        """Not for programs: see :meth:`Call.audio`."""
        self._made = _process.generation()
        self._call = call
        self._heard = _Side(sound, TERMINAL_DIRECTION.TD_RENDER, _HEARD)
        self._said = _Side(sound, TERMINAL_DIRECTION.TD_CAPTURE, _SAID)
        #: Frames that were taken for somebody who did not wait for them.
        self._unread: Deque[bytes] = collections.deque()
        self._written = False
        self._closed = False
        self._lock = _process.Lock()

    @property
    def call(self) -> Call:
        """The call."""
        return self._call

    def start(self) -> None:
        """Not for programs: begins."""
        try:
            interruptible(self._begin)
        except BaseException:
            self.close()
            raise

    def _begin(self) -> None:
        self._heard.begin()
        self._said.begin()
        self._listen()
        with self._lock:
            closed = self._closed
        if closed:
            self._close()

    def _listen(self) -> None:
        """Has sound collected before anybody reads it, if the stream runs already."""
        side = self._heard
        with side.lock:
            try:
                if side.ready(lambda: False, Deadline(0)):
                    side.send_all()
            except _End:
                # Whoever reads is told.
                pass

    def read(self, timeout: Optional[float] = None) -> bytes:
        """The next frame that was heard, waiting for it at most ``timeout`` seconds; None waits for
        ever. Empty when the call has ended, or this was closed.

        About a second is kept for a program that does not read; what is older is lost.
        Raises :class:`tapi3.TAPI_E_TIMEOUT` if no frame comes in time.
        """
        timeout = _check.seconds("timeout", timeout)
        frame = self.take(Deadline(timeout), self._is_closed)
        if frame is None:
            raise TAPI_E_TIMEOUT("No sound came within %g seconds." % (timeout or 0))
        return frame

    def take(self, deadline: Deadline, stopped: Callable[[], bool]) -> Optional[bytes]:
        """Not for programs: a frame, empty at the end; None if it does not come in time."""
        _process.check(self._made)
        stopped = self._or_closed(stopped)
        side = self._heard
        with side.lock:
            if self._unread:
                return self._unread.popleft()
            try:
                if self._closed or not side.ready(stopped, deadline):
                    return b"" if self._closed else None
                side.send_all()
                buffer = side.first(stopped, deadline)
                if buffer is None:
                    return None
                frame = ctypes.string_at(buffer.address, FRAME)
                try:
                    side.send(buffer)
                except _End:
                    # The next one who reads is told.
                    pass
                return frame
            except (_End, IndexError):
                return b""

    def give_back(self, frame: Optional[bytes]) -> None:
        """Not for programs: a frame that was taken is for the next one who reads."""
        if frame:
            with self._heard.lock:
                self._unread.append(frame)

    def write(self, data: Data) -> None:
        """Has the other side hear something: samples, as many as there are. It returns when they are
        on their way, and lets the program be a tenth of a second ahead of what is heard. What is no
        whole frame follows at once, without a gap. While somebody waits in :meth:`flush`, this
        does, too.

        Raises :class:`tapi3.TAPI_E_DROPPED` when the call has ended, or this was closed.
        """
        self.put(data, self._is_closed)

    def put(self, data: Data, stopped: Callable[[], bool]) -> None:
        """Not for programs: writes, until it is told to stop."""
        _process.check(self._made)
        try:
            view = memoryview(data)
        except TypeError:
            wanted = "sound (bytes, or another buffer of samples)"
            raise TypeError("data must be %s, not %s" % (wanted, _check.kind_of(data))) from None
        if not view.c_contiguous:
            raise ValueError("data must be contiguous")
        # As bytes, numbers of another kind would be nothing but noise.
        if view.itemsize > 1 and view.format.lstrip("@=<") not in _SAMPLES:
            message = "data must be samples of 16 bits (\"h\"), or bytes, not a buffer of %r"
            raise TypeError(message % view.format)
        view = view.cast("B")
        if len(view) % 2:
            raise ValueError("data must hold whole samples of 2 bytes, not %d bytes" % len(view))
        stopped = self._or_closed(stopped)
        with self._said.lock:
            try:
                self._said.settle(stopped)
                for start in range(0, len(view), FRAME):
                    self._put_frame(bytes(view[start : start + FRAME]), stopped)
            except (_End, IndexError):
                message = "Nobody hears what is written any more: the call or its audio ended."
                raise TAPI_E_DROPPED(message) from None

    def _put_frame(self, frame: bytes, stopped: Callable[[], bool]) -> None:
        side = self._said
        if stopped():
            raise _End
        side.ready(stopped, Deadline(None))
        buffer = side.free.popleft() if side.free else side.first(stopped, Deadline(None))
        if buffer is None:
            return
        ctypes.memmove(buffer.address, frame, len(frame))
        buffer.memory.SetActual(len(frame))
        side.send(buffer)
        self._written = True

    def flush(self, timeout: Optional[float] = None) -> None:
        """Waits until everything that was written is sent, or the call is over.

        Raises :class:`tapi3.TAPI_E_TIMEOUT` after ``timeout`` seconds.
        """
        timeout = _check.seconds("timeout", timeout)
        sent = self.sending()
        if sent is not None:
            sent.wait(timeout)

    def sending(self) -> Optional[Outcome[None]]:
        """Not for programs: what tells that everything is sent; None if it is."""
        _process.check(self._made)
        with self._said.lock:
            if self._closed:
                return None
            if not self._written:
                # Another thread may wait for it.
                return self._said.sent
            self._written = False
            return self._said.finish()

    def close(self) -> None:
        """Ends it; what was written and not sent yet is not heard. Closed already, it does
        nothing."""
        if _process.is_inherited(self._made):
            return
        with self._lock:
            self._closed = True
        self._close()

    abandon = close

    def _close(self) -> None:
        self._heard.close()
        self._said.close()

    def _is_closed(self) -> bool:
        return self._closed

    def _or_closed(self, stopped: Callable[[], bool]) -> Callable[[], bool]:
        return lambda: self._closed or stopped()

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        frame = self.read()
        if not frame:
            raise StopIteration
        return frame

    def __enter__(self) -> Audio:
        return self

    def __exit__(self, kind: Any, *details: object) -> None:
        # In a child that was forked it is the parent's call.
        if _process.is_inherited(self._made):
            return
        try:
            if kind is None:
                self.flush()
        finally:
            self.close()

    def __repr__(self) -> str:
        try:
            return "<Audio, %s>" % ("closed" if self._closed else self._call.state.name)
        except Error:
            return "<Audio>"
