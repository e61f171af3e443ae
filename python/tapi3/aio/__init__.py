"""Telephone calls for asyncio: what may wait is awaited, what arrives is iterated over.

>>> async def main():
...     async with tapi3.aio.open() as tapi:
...         async with tapi.call("1001") as call:
...             await call.connect()
...             await call.disconnect()
...             async for event in call.events():
...                 print(event.state)

The classes have the names, the methods and the meaning of those in :mod:`tapi3`; each has the one
that it stands for as ``.sync``, and its COM object as ``.com``. Properties, and methods that only
make something, answer at once and are not awaited.

**Threads.** The library waits in C, so each operation under way has a thread of its own; idle ones
are used again, and end after some seconds, or with the session. A session belongs to no loop: tasks
of several loops, in several threads, may use it at once, and it outlives a loop that is closed.

**Cancellation.** The library cannot be stopped in the middle of an operation, so this is what
becomes of one whose task is cancelled, by ``asyncio.timeout`` too:

- *What would bring a call up* (``connect``, ``answer``, ``pickup``, ``unpark``) hangs it up. The
  task ends when that is done, so the call is over then. ``transfer`` and ``conference`` hang up the
  consultation that they place, after which the first call comes off hold.
- *Opening* a session closes it again.
- *Playing, recording, sending and gathering digits* end: what was begun for that task is taken off
  the call again. What had begun before, and is only waited for (``Playback.wait``), goes on to the
  end of its block.
- *Anything else*, ``disconnect`` and ``close`` above all, goes on by itself to its end, at the
  latest when the library gives up waiting for an answer; a failure is logged.

A task that is cancelled once more while it hangs up does not wait for that; the hanging up goes on.
``asyncio.run`` cancels the tasks that are left. A loop that is closed by hand throws them away: an
attempt of theirs is hung up when the library comes back from it.

**Streams.** ``events()`` and ``listen()`` begin at once, not with the first ``await``, and give
everything in order and once. A stream holds at most ``limit`` things that were not taken yet. What
comes when it is full is lost, and that is told in its place: whoever takes from the stream gets
what it held, then :class:`Overflow` with the number of things lost, then what came later. A call's
state is never lost by this; ask for it.
"""

from __future__ import annotations

from ._audio import Audio
from ._call import Call
from ._digits import Digits
from ._event import Event
from ._files import Playback, Recording
from ._line import Line
from ._listener import Listener
from ._session import Opening, Tapi
from ._session import open_session as open
from ._stream import Overflow, Stream

__all__ = [
    "Audio",
    "Call",
    "Digits",
    "Event",
    "Line",
    "Listener",
    "Opening",
    "Overflow",
    "Playback",
    "Recording",
    "Stream",
    "Tapi",
    "open",
]
