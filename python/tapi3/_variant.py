"""VARIANT and SAFEARRAY to Python values and back.

=====================  ============================================
VARIANT                Python
=====================  ============================================
VT_EMPTY, VT_NULL      None
integers               int
VT_R4, VT_R8           float
VT_BOOL                bool
VT_BSTR                str
VT_CY, VT_DECIMAL      decimal.Decimal
VT_DATE                datetime.datetime
VT_ERROR               HResult; None for a missing argument
VT_DISPATCH, _UNKNOWN  an object; None for a null pointer
array of VT_UI1        bytes
any other array        list
=====================  ============================================

An object is of the class of ``Pointer`` that the caller names. Back, an int becomes VT_I4 where it
fits, else VT_I8; an array is VT_DISPATCH if it holds objects
alone, else VT_VARIANT.
"""

from __future__ import annotations

import ctypes
import datetime
import decimal
from contextlib import contextmanager
from ctypes import byref, c_int32, c_void_p, sizeof
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Type

from . import _bstr, _interfaces
from ._abi import (
    DECIMAL,
    VARIANT,
    VARIANT_FALSE,
    VARIANT_TRUE,
    VT_ARRAY,
    VT_BOOL,
    VT_BSTR,
    VT_BYREF,
    VT_CY,
    VT_DATE,
    VT_DECIMAL,
    VT_DISPATCH,
    VT_EMPTY,
    VT_ERROR,
    VT_I1,
    VT_I2,
    VT_I4,
    VT_I8,
    VT_INT,
    VT_NULL,
    VT_R4,
    VT_R8,
    VT_UI1,
    VT_UI2,
    VT_UI4,
    VT_UI8,
    VT_UINT,
    VT_UNKNOWN,
    VT_VARIANT,
)
from ._check import OutOfRange
from ._error import HResult
from ._native import check, library
from ._pointer import Pointer, unwrap
from .errors import error

#: The member of the VARIANT that holds a number, and how many bytes it has in an array.
_NUMBERS: Dict[int, Tuple[str, int]] = {
    VT_I1: ("cVal", 1),
    VT_UI1: ("bVal", 1),
    VT_I2: ("iVal", 2),
    VT_UI2: ("uiVal", 2),
    VT_I4: ("lVal", 4),
    VT_UI4: ("ulVal", 4),
    VT_I8: ("llVal", 8),
    VT_UI8: ("ullVal", 8),
    VT_INT: ("lVal", 4),
    VT_UINT: ("ulVal", 4),
    VT_R4: ("fltVal", 4),
    VT_R8: ("dblVal", 8),
}

#: The date that VT_DATE counts days from.
_EPOCH = datetime.datetime(1899, 12, 30)
_DAY = 86400.0


# ---- From the library ----


def get(value: VARIANT, kind: Type[Pointer] = Pointer) -> Any:
    """The Python value of a VARIANT, which stays the owner's."""
    vt = value.vt
    if vt & VT_BYREF:
        copy = VARIANT()
        check(library().VariantCopyInd(byref(copy), byref(value)))
        return take(copy, kind)
    if vt & VT_ARRAY:
        return _array(value.pointer, kind)
    if vt in (VT_DISPATCH, VT_UNKNOWN):
        return kind.borrow(value.pointer, "IDispatch" if vt == VT_DISPATCH else "IUnknown")
    if vt in _NUMBERS:
        return getattr(value, _NUMBERS[vt][0])
    getter = _GETTERS.get(vt)
    if getter is None:
        raise TypeError("a VARIANT of type %d has no Python value" % vt)
    return getter(value)


def take(value: VARIANT, kind: Type[Pointer] = Pointer) -> Any:
    """The Python value of a VARIANT, which is cleared."""
    try:
        return get(value, kind)
    finally:
        clear(value)


def clear(value: VARIANT) -> None:
    """Gives back what a VARIANT holds."""
    library().VariantClear(byref(value))


def _error(value: VARIANT) -> Optional[HResult]:
    code = HResult(value.ulVal)
    return None if code == _interfaces.DISP_E_PARAMNOTFOUND else code


def _date(value: VARIANT) -> datetime.datetime:
    # The whole part counts days, also backwards; the fraction is the time of day, never negative.
    days = int(value.dblVal)
    seconds = abs(value.dblVal - days) * _DAY
    return _EPOCH + datetime.timedelta(days=days, seconds=round(seconds, 3))


def _decimal(value: VARIANT) -> decimal.Decimal:
    parts = DECIMAL.from_buffer_copy(value)
    digits = decimal.Decimal((parts.Hi32 << 64) | parts.Lo64)
    return digits.scaleb(-parts.scale).copy_sign(-1 if parts.sign & 0x80 else 1)


_GETTERS: Dict[int, Callable[[VARIANT], Any]] = {
    VT_EMPTY: lambda value: None,
    VT_NULL: lambda value: None,
    VT_BOOL: lambda value: value.boolVal != VARIANT_FALSE,
    VT_BSTR: lambda value: _bstr.read(value.pointer),
    VT_CY: lambda value: decimal.Decimal(value.llVal).scaleb(-4),
    VT_DATE: _date,
    VT_DECIMAL: _decimal,
    VT_ERROR: _error,
}


def _array(address: Optional[int], kind: Type[Pointer]) -> Any:
    if not address:
        return []
    if library().SafeArrayGetDim(address) != 1:
        raise TypeError("arrays of several dimensions are not supported")
    element = ctypes.c_uint16()
    check(library().SafeArrayGetVartype(address, byref(element)))
    vt = element.value
    first, last = c_int32(), c_int32()
    check(library().SafeArrayGetLBound(address, 1, byref(first)))
    check(library().SafeArrayGetUBound(address, 1, byref(last)))
    count = last.value - first.value + 1
    with _data(address) as start:
        if vt == VT_UI1:
            return ctypes.string_at(start, count)
        return [_element(vt, start + index * _size(vt), kind) for index in range(count)]


@contextmanager
def _data(array: int) -> Iterator[int]:
    start = c_void_p()
    check(library().SafeArrayAccessData(array, byref(start)))
    try:
        yield start.value or 0
    finally:
        library().SafeArrayUnaccessData(array)


def _size(vt: int) -> int:
    if vt == VT_VARIANT:
        return sizeof(VARIANT)
    if vt in _NUMBERS:
        return _NUMBERS[vt][1]
    if vt == VT_BOOL:
        return 2
    if vt in (VT_BSTR, VT_DISPATCH, VT_UNKNOWN):
        return sizeof(c_void_p)
    if vt == VT_ERROR:
        return 4
    if vt in (VT_DATE, VT_CY):
        return 8
    return sizeof(DECIMAL)


def _element(vt: int, address: int, kind: Type[Pointer]) -> Any:
    if vt == VT_VARIANT:
        return get(VARIANT.from_address(address), kind)
    lent = VARIANT()
    if vt == VT_DECIMAL:
        ctypes.memmove(byref(lent), address, sizeof(DECIMAL))
    else:
        ctypes.memmove(byref(lent, VARIANT.llVal.offset), address, _size(vt))
    lent.vt = vt
    return get(lent, kind)


# ---- To the library ----


def put(value: Any) -> VARIANT:
    """A VARIANT with a Python value, which the caller clears."""
    made = VARIANT()
    value = unwrap(value)
    if value is None:
        made.vt = VT_EMPTY
    elif isinstance(value, bool):
        made.vt, made.boolVal = VT_BOOL, VARIANT_TRUE if value else VARIANT_FALSE
    elif isinstance(value, HResult):
        made.vt, made.ulVal = VT_ERROR, value
    elif isinstance(value, int):
        _put_int(made, int(value))
    elif isinstance(value, float):
        made.vt, made.dblVal = VT_R8, value
    elif isinstance(value, str):
        made.pointer = _bstr.new(value)
        made.vt = VT_BSTR
    elif isinstance(value, Pointer):
        made.vt, made.pointer = value.give()
    elif isinstance(value, decimal.Decimal):
        _put_decimal(made, value)
    elif isinstance(value, datetime.datetime):
        made.vt, made.dblVal = VT_DATE, _days(value)
    elif isinstance(value, (bytes, bytearray, memoryview)):
        _put_bytes(made, bytes(value))
    elif isinstance(value, (list, tuple)):
        _put_list(made, value)
    else:
        raise TypeError("%s has no form as a VARIANT" % type(value).__name__)
    return made


def _put_int(made: VARIANT, value: int) -> None:
    if -0x80000000 <= value <= 0x7FFFFFFF:
        made.vt, made.lVal = VT_I4, value
    elif -(1 << 63) <= value < 1 << 63:
        made.vt, made.llVal = VT_I8, value
    elif 0 <= value < 1 << 64:
        made.vt, made.ullVal = VT_UI8, value
    else:
        raise OutOfRange("%d does not fit into 64 bits" % value)


def _put_decimal(made: VARIANT, value: decimal.Decimal) -> None:
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError("%s is not a number that a VARIANT can hold" % value)
    number = int("".join(map(str, digits))) * 10 ** max(exponent, 0)
    scale = max(-exponent, 0)
    if number >= 1 << 96 or scale > 28:
        raise OutOfRange("%s does not fit into 96 bits and 28 places" % value)
    parts = DECIMAL(0, scale, 0x80 if sign else 0, number >> 64, number & (1 << 64) - 1)
    ctypes.memmove(byref(made), byref(parts), sizeof(DECIMAL))
    made.vt = VT_DECIMAL


def _days(value: datetime.datetime) -> float:
    if value.tzinfo is not None:
        raise ValueError("a date with a time zone has no form as a VARIANT")
    since = value - _EPOCH
    fraction = since.seconds / _DAY + since.microseconds / _DAY / 1e6
    return since.days + fraction if since.days >= 0 else since.days - fraction


def _put_bytes(made: VARIANT, value: bytes) -> None:
    array = _new_array(VT_UI1, len(value))
    with _data(array) as start:
        ctypes.memmove(start, value, len(value))
    made.vt, made.pointer = VT_ARRAY | VT_UI1, array


def _put_list(made: VARIANT, values: Sequence[Any]) -> None:
    converted: List[VARIANT] = []
    try:
        converted.extend(put(value) for value in values)
    except BaseException:
        for done in converted:
            clear(done)
        raise
    objects = bool(converted) and all(item.vt == VT_DISPATCH for item in converted)
    vt = VT_DISPATCH if objects else VT_VARIANT
    try:
        array = _new_array(vt, len(converted))
    except BaseException:
        for done in converted:
            clear(done)
        raise
    # The elements move into the array: what they hold is the array's from here on.
    with _data(array) as start:
        for index, item in enumerate(converted):
            source = byref(item, VARIANT.llVal.offset) if objects else byref(item)
            ctypes.memmove(start + index * _size(vt), source, _size(vt))
    made.vt, made.pointer = VT_ARRAY | vt, array


def _new_array(vt: int, count: int) -> int:
    made: Optional[int] = library().SafeArrayCreateVector(vt, 0, count)
    if not made:
        raise error(_interfaces.E_OUTOFMEMORY)
    return made
