"""Telephone calls from Python, by the TAPI 3 interfaces of libtapi3.

>>> import tapi3
>>> with tapi3.open() as tapi:
...     call = tapi.lines[0].call("1001")
...     call.connect()
...     call.disconnect()

:func:`open` gives a session with lines, calls and events. What it does not offer is reached
through :mod:`tapi3.com`: every object of the session has its COM object as ``.com``, and
``tapi3.create("TAPI.TAPI")`` starts from nothing.

:mod:`tapi3.aio` is the same for asyncio. The library's log goes to the logger ``tapi3``; see
:mod:`tapi3._log`.

A method that fails raises the exception of its result code: ``tapi3.TAPI_E_TIMEOUT`` and the like,
all of them :class:`tapi3.Error`. The enumerations, such as ``tapi3.CALL_STATE``, their values, such
as ``tapi3.CS_CONNECTED``, and the constants of TAPI are here under their own names.
"""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

from . import _ending as _ending
from . import constants as _constants
from . import errors as _errors
from ._audio import Audio
from ._call import Call
from ._connection import Connection, advise
from ._digits import Digits, Gathered
from ._error import S_FALSE, S_OK, Error, HResult, LibraryNotFound, Released
from ._event import Event, Subscription
from ._files import Playback, Recording
from ._info import CallInfo
from ._line import Line
from ._listener import Listener
from ._native import library as _library
from ._session import Tapi, advance_clock, configure
from ._session import open_session as open
from ._stream import Stream
from .com import Object, create
from .constants import *
from .errors import *

if _TYPE_CHECKING:
    from . import aio as aio

__version__ = "0.2.0"


def __getattr__(name: str) -> _Any:
    # Whoever does not use asyncio need not load it.
    if name == "aio":
        return _import_module(".aio", __name__)
    raise AttributeError("module %r has no attribute %r" % (__name__, name))


def library_version() -> str:
    """The version of the shared library."""
    return str(_library().tapi3_version().decode("ascii"))


__all__ = [
    "S_FALSE",
    "S_OK",
    "Audio",
    "Call",
    "CallInfo",
    "Connection",
    "Digits",
    "Error",
    "Event",
    "Gathered",
    "HResult",
    "LibraryNotFound",
    "Line",
    "Listener",
    "Object",
    "Playback",
    "Recording",
    "Released",
    "Stream",
    "Subscription",
    "Tapi",
    "advance_clock",
    "advise",
    "configure",
    "create",
    "library_version",
    "open",
]
__all__ += _constants.__all__
__all__ += _errors.__all__
