"""The binary interface in ctypes: the types of the Windows headers that cross the boundary.

Layouts only. What the values mean to Python is in ``_variant`` and ``_marshal``.
"""

from __future__ import annotations

import ctypes
import uuid
from ctypes import (
    POINTER,
    Structure,
    Union,
    c_double,
    c_float,
    c_int8,
    c_int16,
    c_int32,
    c_int64,
    c_uint8,
    c_uint16,
    c_uint32,
    c_uint64,
    c_void_p,
)
from typing import Any, Dict, Type
from typing import Union as Either

POINTER_SIZE = ctypes.sizeof(c_void_p)

VT_EMPTY = 0
VT_NULL = 1
VT_I2 = 2
VT_I4 = 3
VT_R4 = 4
VT_R8 = 5
VT_CY = 6
VT_DATE = 7
VT_BSTR = 8
VT_DISPATCH = 9
VT_ERROR = 10
VT_BOOL = 11
VT_VARIANT = 12
VT_UNKNOWN = 13
VT_DECIMAL = 14
VT_I1 = 16
VT_UI1 = 17
VT_UI2 = 18
VT_UI4 = 19
VT_I8 = 20
VT_UI8 = 21
VT_INT = 22
VT_UINT = 23
VT_ARRAY = 0x2000
VT_BYREF = 0x4000

VARIANT_TRUE = -1
VARIANT_FALSE = 0


class GUID(Structure):
    """An interface or class id."""

    _fields_ = [
        ("Data1", c_uint32),
        ("Data2", c_uint16),
        ("Data3", c_uint16),
        ("Data4", c_uint8 * 8),
    ]

    @classmethod
    def parse(cls, text: Either[str, uuid.UUID]) -> GUID:
        """Reads ``B1EFC382-9355-11D0-835C-00AA003CCABD``, with or without braces."""
        return cls.from_buffer_copy(uuid.UUID(str(text)).bytes_le)

    def __str__(self) -> str:
        return "{%s}" % str(uuid.UUID(bytes_le=bytes(self))).upper()


GUID_NULL = GUID()


class DECIMAL(Structure):
    """A number of 96 bits over a power of ten; lies over a whole VARIANT."""

    _fields_ = [
        ("wReserved", c_uint16),
        ("scale", c_uint8),
        ("sign", c_uint8),
        ("Hi32", c_uint32),
        ("Lo64", c_uint64),
    ]


class _Record(Structure):
    _fields_ = [("pvRecord", c_void_p), ("pRecInfo", c_void_p)]


class _Value(Union):
    _fields_ = [
        ("llVal", c_int64),
        ("ullVal", c_uint64),
        ("lVal", c_int32),
        ("ulVal", c_uint32),
        ("iVal", c_int16),
        ("uiVal", c_uint16),
        ("cVal", c_int8),
        ("bVal", c_uint8),
        ("fltVal", c_float),
        ("dblVal", c_double),
        ("boolVal", c_int16),
        ("pointer", c_void_p),
        ("record", _Record),
    ]


class VARIANT(Structure):
    """A value that says what it is: 24 bytes where pointers have 64 bits."""

    _anonymous_ = ["value"]
    _fields_ = [
        ("vt", c_uint16),
        ("wReserved1", c_uint16),
        ("wReserved2", c_uint16),
        ("wReserved3", c_uint16),
        ("value", _Value),
    ]


class DISPPARAMS(Structure):
    """The arguments of IDispatch::Invoke, the last one first."""

    _fields_ = [
        ("rgvarg", POINTER(VARIANT)),
        ("rgdispidNamedArgs", POINTER(c_int32)),
        ("cArgs", c_uint32),
        ("cNamedArgs", c_uint32),
    ]


class EXCEPINFO(Structure):
    """What IDispatch::Invoke says of a member that failed."""

    _fields_ = [
        ("wCode", c_uint16),
        ("wReserved", c_uint16),
        ("bstrSource", c_void_p),
        ("bstrDescription", c_void_p),
        ("bstrHelpFile", c_void_p),
        ("dwHelpContext", c_uint32),
        ("pvReserved", c_void_p),
        ("pfnDeferredFillIn", c_void_p),
        ("scode", c_uint32),
    ]


class CONNECTDATA(Structure):
    """One sink that is tied to a connection point, and its number."""

    _fields_ = [("pUnk", c_void_p), ("dwCookie", c_uint32)]


class WAVEFORMATEX(Structure):
    """A format of sound."""

    _pack_ = 1
    _fields_ = [
        ("wFormatTag", c_uint16),
        ("nChannels", c_uint16),
        ("nSamplesPerSec", c_uint32),
        ("nAvgBytesPerSec", c_uint32),
        ("nBlockAlign", c_uint16),
        ("wBitsPerSample", c_uint16),
        ("cbSize", c_uint16),
    ]


class ALLOCATOR_PROPERTIES(Structure):
    """The buffers of a stream."""

    _fields_ = [
        ("cBuffers", c_int32),
        ("cbBuffer", c_int32),
        ("cbAlign", c_int32),
        ("cbPrefix", c_int32),
    ]


class TAPI_CUSTOMTONE(Structure):
    """A tone to generate."""

    _fields_ = [
        ("dwFrequency", c_uint32),
        ("dwCadenceOn", c_uint32),
        ("dwCadenceOff", c_uint32),
        ("dwVolume", c_uint32),
    ]


class TAPI_DETECTTONE(Structure):
    """A tone to listen for."""

    _fields_ = [
        ("dwAppSpecific", c_uint32),
        ("dwDuration", c_uint32),
        ("dwFrequency1", c_uint32),
        ("dwFrequency2", c_uint32),
        ("dwFrequency3", c_uint32),
    ]


#: The C type of a scalar or structure by its name in the interface tables.
C_TYPES: Dict[str, Type[Any]] = {
    "BOOL": c_int32,
    "BSTR": c_void_p,
    "BYTE": c_uint8,
    "DISPID": c_int32,
    "DWORD": c_uint32,
    "HANDLE": c_void_p,
    "HRESULT": c_uint32,
    "HWND": c_void_p,
    "INT": c_int32,
    "LCID": c_uint32,
    "LONG": c_int32,
    "LONGLONG": c_int64,
    "LPCOLESTR": c_void_p,
    "LPOLESTR": c_void_p,
    "PAPCFUNC": c_void_p,
    "REFGUID": c_void_p,
    "REFIID": c_void_p,
    "SHORT": c_int16,
    "TAPIHWND": ctypes.c_ssize_t,
    "TAPI_DIGITMODE": c_int32,
    "UINT": c_uint32,
    "ULONG": c_uint32,
    "USHORT": c_uint16,
    "VARIANT_BOOL": c_int16,
    "WORD": c_uint16,
    "ALLOCATOR_PROPERTIES": ALLOCATOR_PROPERTIES,
    "CONNECTDATA": CONNECTDATA,
    "DISPPARAMS": DISPPARAMS,
    "EXCEPINFO": EXCEPINFO,
    "GUID": GUID,
    "TAPI_CUSTOMTONE": TAPI_CUSTOMTONE,
    "TAPI_DETECTTONE": TAPI_DETECTTONE,
    "VARIANT": VARIANT,
    "WAVEFORMATEX": WAVEFORMATEX,
}
