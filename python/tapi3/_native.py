"""Finds the shared library, loads it once, and declares its C functions.

Looked for where ``TAPI3_LIBRARY`` says, then next to this package, where a wheel carries it, then
by the loader.
"""

from __future__ import annotations

import ctypes
import os
from ctypes import POINTER, c_char_p, c_int32, c_uint16, c_uint32, c_void_p
from typing import Any, List, Optional, Tuple

from . import _abi, _log, _process
from ._error import LibraryNotFound
from .errors import error

#: The names to look for; the first has the interface version that this package is written for.
FILE_NAMES = ("libtapi3.so.0", "libtapi3.so")

_COINIT_MULTITHREADED = 0

#: Each function that is used: name, result, parameters.
_FUNCTIONS: Tuple[Tuple[str, Any, Tuple[Any, ...]], ...] = (
    ("CoInitializeEx", c_uint32, (c_void_p, c_uint32)),
    (
        "CoCreateInstance",
        c_uint32,
        (POINTER(_abi.GUID), c_void_p, c_uint32, POINTER(_abi.GUID), POINTER(c_void_p)),
    ),
    ("CLSIDFromString", c_uint32, (c_void_p, POINTER(_abi.GUID))),
    ("CoTaskMemFree", None, (c_void_p,)),
    ("SysAllocStringLen", c_void_p, (c_void_p, c_uint32)),
    ("SysFreeString", None, (c_void_p,)),
    ("SysStringByteLen", c_uint32, (c_void_p,)),
    ("VariantClear", c_uint32, (POINTER(_abi.VARIANT),)),
    ("VariantCopyInd", c_uint32, (POINTER(_abi.VARIANT), POINTER(_abi.VARIANT))),
    ("SafeArrayCreateVector", c_void_p, (c_uint16, c_int32, c_uint32)),
    ("SafeArrayDestroy", c_uint32, (c_void_p,)),
    ("SafeArrayGetDim", c_uint32, (c_void_p,)),
    ("SafeArrayGetVartype", c_uint32, (c_void_p, POINTER(c_uint16))),
    ("SafeArrayGetLBound", c_uint32, (c_void_p, c_uint32, POINTER(c_int32))),
    ("SafeArrayGetUBound", c_uint32, (c_void_p, c_uint32, POINTER(c_int32))),
    ("SafeArrayAccessData", c_uint32, (c_void_p, POINTER(c_void_p))),
    ("SafeArrayUnaccessData", c_uint32, (c_void_p,)),
    ("tapi3_version", c_char_p, ()),
    ("tapi3_last_error_message", c_void_p, ()),
    ("tapi3_set_log_callback", c_uint32, (_log.CALLBACK, c_int32, c_void_p)),
    ("tapi3_set_configuration", c_uint32, (c_char_p,)),
    ("tapi3_clock_advance", c_uint32, (c_uint32,)),
)


class Library:
    """The loaded library; its functions are attributes."""

    path: str

    def __init__(self, handle: ctypes.CDLL, path: str) -> None:
        self.path = path
        self._handle = handle
        for name, result, parameters in _FUNCTIONS:
            try:
                function = getattr(handle, name)
            except AttributeError:
                raise LibraryNotFound(
                    "%s has no function %s: it is not libtapi3, or a version of it that does not "
                    "fit this package." % (path, name)
                ) from None
            function.restype = result
            function.argtypes = parameters
            setattr(self, name, function)

    def __getattr__(self, name: str) -> Any:
        # For type checkers: the functions are set in __init__.
        raise AttributeError(name)


_lock = _process.Lock()
_loaded: Optional[Library] = None


def library() -> Library:
    """The library, loaded on first use.

    Raises :class:`LibraryNotFound` with everything that was tried.
    """
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _load()
    return _loaded


def _load() -> Library:
    found = Library(*_find())
    # The objects live outside apartments, so one call serves all threads, for good.
    result = found.CoInitializeEx(None, _COINIT_MULTITHREADED)
    if result & 0x80000000:
        raise error(result)
    return found


def _find() -> Tuple[ctypes.CDLL, str]:
    named = os.environ.get("TAPI3_LIBRARY")
    if named:
        # A name that is given must be right: another library would be a surprise.
        return _open(named, "TAPI3_LIBRARY is %s, which cannot be loaded" % named), named
    tried: List[str] = ["TAPI3_LIBRARY is not set"]
    folder = os.path.dirname(os.path.abspath(__file__))
    for name in FILE_NAMES:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return _open(path, "%s, next to the package, cannot be loaded" % path), path
    tried.append("not in %s" % folder)
    for name in FILE_NAMES:
        try:
            return ctypes.CDLL(name), name
        except OSError as failure:
            tried.append(str(failure))
    raise LibraryNotFound(
        "libtapi3 was not found (%s). Install it, or set TAPI3_LIBRARY to its path."
        % "; ".join(tried)
    )


def _open(path: str, complaint: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(path)
    except OSError as failure:
        raise LibraryNotFound("%s: %s" % (complaint, failure)) from None


def last_error_message() -> Optional[str]:
    """What the last failure on this thread was, in the library's words; None if it left none."""
    functions = library()
    address = functions.tapi3_last_error_message()
    if not address:
        return None
    try:
        return ctypes.string_at(address).decode("utf-8", "replace")
    finally:
        functions.CoTaskMemFree(address)


def check(hresult: int) -> int:
    """Raises the exception of a code that means failure; gives any other back."""
    if hresult & 0x80000000:
        raise error(hresult, last_error_message())
    return hresult
