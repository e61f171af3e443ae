"""BSTR: UTF-16 text with its length, in memory of the library. A null BSTR is empty text."""

from __future__ import annotations

import ctypes
from typing import Optional

from . import _interfaces
from ._native import library
from .errors import error


def utf16(text: str) -> bytes:
    """The text as UTF-16 with a zero at the end. Lone surrogates pass as they are."""
    return text.encode("utf-16-le", "surrogatepass") + b"\0\0"


def new(text: Optional[str]) -> Optional[int]:
    """A new BSTR, which the caller owns; None for None."""
    if text is None:
        return None
    if not isinstance(text, str):
        raise TypeError("a text (str) is needed here, not %s" % type(text).__name__)
    units = utf16(text)
    made: Optional[int] = library().SysAllocStringLen(units, len(units) // 2 - 1)
    if not made:
        raise error(_interfaces.E_OUTOFMEMORY)
    return made


def read(address: Optional[int]) -> str:
    """The text of a BSTR, which stays the owner's."""
    if not address:
        return ""
    size = library().SysStringByteLen(address) & ~1
    return ctypes.string_at(address, size).decode("utf-16-le", "surrogatepass")


def free(address: Optional[int]) -> None:
    """Frees a BSTR; None is fine."""
    if address:
        library().SysFreeString(address)


def take(address: Optional[int]) -> str:
    """The text of a BSTR, which is freed."""
    try:
        return read(address)
    finally:
        free(address)
