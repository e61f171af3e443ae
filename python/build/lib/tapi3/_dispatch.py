"""Calls by name through IDispatch: GetIDsOfNames and Invoke."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, byref, c_int32, c_uint16, c_uint32, c_void_p
from typing import Any, Dict, List, Optional, Sequence

from . import _bstr, _interfaces, _variant
from ._abi import DISPPARAMS, EXCEPINFO, GUID, GUID_NULL, VARIANT
from ._native import last_error_message
from ._reference import slot
from .errors import error

METHOD = 1
GET = 2
PUT = 4

DISPID_UNKNOWN = -1
DISPID_PROPERTYPUT = -3
DISPID_NEWENUM = -4

_IDS = CFUNCTYPE(
    c_uint32, c_void_p, POINTER(GUID), POINTER(c_void_p), c_uint32, c_uint32, POINTER(c_int32)
)
_INVOKE = CFUNCTYPE(
    c_uint32,
    c_void_p,
    c_int32,
    POINTER(GUID),
    c_uint32,
    c_uint16,
    POINTER(DISPPARAMS),
    POINTER(VARIANT),
    POINTER(EXCEPINFO),
    POINTER(c_uint32),
)


def ids(address: int, names: Sequence[str]) -> Optional[List[int]]:
    """The number of a member and of its parameters; None if the object has no such member.

    Raises TypeError if it has the member but not all of the parameters.
    """
    texts = [ctypes.create_string_buffer(_bstr.utf16(name)) for name in names]
    pointers = (c_void_p * len(names))(*(ctypes.addressof(text) for text in texts))
    found = (c_int32 * len(names))()
    result = _IDS(slot(address, 5))(address, byref(GUID_NULL), pointers, len(names), 0, found)
    if result == _interfaces.DISP_E_UNKNOWNNAME:
        if found[0] == DISPID_UNKNOWN:
            return None
        unknown = [name for name, number in zip(names, found) if number == DISPID_UNKNOWN]
        raise TypeError("%s has no parameter %s" % (names[0], ", ".join(unknown)))
    if result & 0x80000000:
        raise error(result, last_error_message())
    return list(found)


def invoke(
    address: int,
    dispid: int,
    flags: int,
    arguments: Sequence[Any] = (),
    named: Optional[Dict[int, Any]] = None,
    names: Sequence[str] = (),
) -> Any:
    """Calls a member. ``named`` are arguments by the numbers of their parameters; ``names`` are
    their names, for a message. Gives the member's value, None if it has none."""
    named = named or {}
    # Named arguments stand first; the others follow, the last one first.
    given = list(named.values()) + list(reversed(arguments))
    values = (VARIANT * max(len(given), 1))()
    numbers = (c_int32 * max(len(named), 1))(*named)
    answer, exception, fault = VARIANT(), EXCEPINFO(), c_uint32(0xFFFFFFFF)
    try:
        for index, value in enumerate(given):
            made = _variant.put(value)
            ctypes.memmove(byref(values[index]), byref(made), ctypes.sizeof(VARIANT))
        parameters = DISPPARAMS(values, numbers, len(given), len(named))
        result = _INVOKE(slot(address, 6))(
            address,
            dispid,
            byref(GUID_NULL),
            0,
            flags,
            byref(parameters),
            byref(answer),
            byref(exception),
            byref(fault),
        )
        if result & 0x80000000:
            raise _failure(result, exception, _blamed(fault.value, given, named, names))
        return _variant.take(answer)
    finally:
        for made in values:
            _variant.clear(made)


def _failure(result: int, exception: EXCEPINFO, argument: Optional[str]) -> Exception:
    description = _bstr.take(exception.bstrDescription)
    _bstr.free(exception.bstrSource)
    _bstr.free(exception.bstrHelpFile)
    if result == _interfaces.DISP_E_EXCEPTION:
        return error(exception.scode or result, description or None)
    return error(result, last_error_message(), argument)


def _blamed(
    index: int, given: Sequence[Any], named: Dict[int, Any], names: Sequence[str]
) -> Optional[str]:
    if index >= len(given):
        return None
    if index < len(names):
        return names[index]
    return "the value" if index < len(named) else str(len(given) - index)
