"""Calls by name through IDispatch: GetIDsOfNames and Invoke."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, byref, c_int32, c_uint16, c_uint32, c_void_p
from typing import Any, Dict, List, Optional, Sequence

from . import _bstr, _interfaces, _variant
from ._abi import DISPPARAMS, EXCEPINFO, GUID, GUID_NULL, VARIANT
from ._check import blame
from ._native import last_error_message
from ._pointer import Pointer
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


def ids(pointer: Pointer, names: Sequence[str]) -> Optional[List[int]]:
    """The number of a member and of its parameters; None if the object has no such member.

    Raises TypeError if it has the member but not all of the parameters.
    """
    texts = [ctypes.create_string_buffer(_bstr.utf16(name)) for name in names]
    pointers = (c_void_p * len(names))(*(ctypes.addressof(text) for text in texts))
    found = (c_int32 * len(names))()
    reference = pointer.dispatching()
    function = _IDS(slot(reference.address, 5))
    result = function(reference.address, byref(GUID_NULL), pointers, len(names), 0, found)
    if result == _interfaces.DISP_E_UNKNOWNNAME:
        if found[0] == DISPID_UNKNOWN:
            return None
        unknown = [name for name, number in zip(names, found) if number == DISPID_UNKNOWN]
        raise TypeError("%s has no parameter %s" % (names[0], ", ".join(unknown)))
    if result & 0x80000000:
        raise error(result, last_error_message())
    return list(found)


def invoke(
    pointer: Pointer,
    dispid: int,
    flags: int,
    arguments: Sequence[Any] = (),
    named: Optional[Dict[int, Any]] = None,
    names: Sequence[str] = (),
    positions: Sequence[str] = (),
) -> Any:
    """Calls a member. ``named`` are arguments by the numbers of their parameters. ``names`` are
    their names, and ``positions`` those of the other arguments where they are known, for a message.
    Gives the member's value, None if it has none."""
    named = named or {}
    reference = pointer.dispatching()
    # Named arguments stand first; the others follow, the last one first.
    given = list(named.values()) + list(reversed(arguments))
    values = (VARIANT * max(len(given), 1))()
    numbers = (c_int32 * max(len(named), 1))(*named)
    answer, exception, fault = VARIANT(), EXCEPINFO(), c_uint32(0xFFFFFFFF)
    try:
        for index, value in enumerate(given):
            try:
                made = _variant.put(value)
            except (TypeError, ValueError) as failure:
                blame(failure, _blamed(index, given, named, names, positions))
                raise
            ctypes.memmove(byref(values[index]), byref(made), ctypes.sizeof(VARIANT))
        parameters = DISPPARAMS(values, numbers, len(given), len(named))
        result = _INVOKE(slot(reference.address, 6))(
            reference.address,
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
            raise _failure(result, exception, _blamed(fault.value, given, named, names, positions))
        return _variant.take(answer, type(pointer))
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
    index: int,
    given: Sequence[Any],
    named: Dict[int, Any],
    names: Sequence[str],
    positions: Sequence[str],
) -> Optional[str]:
    if index >= len(given):
        return None
    if index < len(names):
        return names[index]
    if index < len(named):
        return "the value"
    position = len(given) - 1 - index
    return positions[position] if position < len(positions) else str(position + 1)
