"""Arguments and results of a call through the vtable: Python values to C and back.

For Python a method takes its in-parameters and gives back what it writes: nothing written gives
the result code, one value gives that value, several give a tuple. The length of an array goes
with the array and is no parameter of its own.
"""

from __future__ import annotations

import ctypes
import operator
from ctypes import byref, c_int32, c_void_p
from typing import Any, Callable, Dict, List, Tuple, Type

from . import _bstr, _variant
from ._abi import C_TYPES, GUID, VARIANT_FALSE, VARIANT_TRUE
from ._check import OutOfRange, blame, instance, kind_of
from ._error import HResult
from ._interfaces import ENUMS, Method, Param
from ._members import lengths
from ._native import library
from ._pointer import Pointer, unwrap
from ._reference import GUIDS, interface_id


class Frame:
    """One call: its C arguments, what must be undone afterwards, and where its results are."""

    def __init__(self, kind: Type[Pointer]) -> None:
        #: The class of the objects that are read.
        self.kind = kind
        self.arguments: List[Any] = []
        self._undo: List[Tuple[Callable[[Any], None], Any]] = []
        self._readers: List[Callable[[], Any]] = []
        #: Keeps alive what an argument points to.
        self._kept: List[Any] = []
        #: Storage of out-parameters by name, for those that tell another one's length.
        self.places: Dict[str, Any] = {}
        #: The interface that an untyped result has: the one asked for by an REFIID.
        self.wanted = "IUnknown"

    def add(self, argument: Any) -> None:
        self.arguments.append(argument)

    def keep(self, thing: Any) -> Any:
        self._kept.append(thing)
        return thing

    def after(self, undo: Callable[[Any], None], argument: Any) -> None:
        self._undo.append((undo, argument))

    def result(self, reader: Callable[[], Any]) -> None:
        self._readers.append(reader)

    def results(self) -> List[Any]:
        return [reader() for reader in self._readers]

    def close(self) -> None:
        while self._undo:
            undo, argument = self._undo.pop()
            undo(argument)
        # The readers hold the frame: without this, references would wait for the collector.
        self._readers.clear()
        self._kept.clear()


def c_type(param: Param) -> Any:
    """The C type of a parameter, for the call."""
    if param.pointers or param.kind in ("interface", "opaque"):
        return c_void_p
    if param.kind == "enum":
        return c_int32
    return C_TYPES[param.type]


def fill(frame: Frame, method: Method, values: Dict[str, Any]) -> None:
    """Converts the arguments of a call into its frame."""
    own = lengths(method)
    for param in method.params:
        if param.direction != "in":
            _out(frame, param, param.name in own)
        elif param.name in own:
            frame.add(_count(own[param.name], values[own[param.name]]))
        else:
            try:
                _in(frame, param, values[param.name])
            except (TypeError, ValueError) as failure:
                blame(failure, param.name)
                raise


def _count(name: str, array: Any) -> int:
    try:
        return 0 if array is None else len(array)
    except TypeError:
        message = "%s: bytes or a list of elements is needed, not %s" % (name, kind_of(array))
        raise TypeError(message) from None


# ---- In ----


def _in(frame: Frame, param: Param, value: Any) -> None:
    if param.kind == "interface":
        frame.add(interface_address(frame, value, param.type))
    elif param.kind == "opaque":
        frame.add(_address(value))
    elif param.pointers:
        frame.add(_array(frame, param, value))
    elif param.kind == "enum":
        frame.add(whole(value, c_int32))
    else:
        frame.add(_CONVERTERS.get(param.type, _plain)(frame, param, value))


def interface_address(frame: Frame, value: Any, interface: str) -> Any:
    """The address of an object's interface, which lives as long as the frame; None for None."""
    value = unwrap(value)
    if value is None:
        return None
    if not isinstance(value, Pointer):
        raise TypeError("an object with %s is needed, not %s" % (interface, kind_of(value)))
    return frame.keep(value.reference_to(interface)).address


def _array(frame: Frame, param: Param, value: Any) -> Any:
    if param.type == "VARIANT":
        made = frame.keep(_variant.put(value))
        frame.after(_variant.clear, made)
        return byref(made)
    if value is None:
        return None
    if param.type == "BYTE":
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError("bytes are needed, not %s" % kind_of(value))
        return frame.keep(ctypes.create_string_buffer(bytes(value), len(value)))
    element: Any = C_TYPES[param.type]
    try:
        return frame.keep((element * len(value))(*value))
    except TypeError:
        message = "a list of %s is needed, not %s" % (param.type, kind_of(value))
        raise TypeError(message) from None


def whole(value: Any, kind: Any) -> int:
    """An integer that fits. 32 bits may be given as signed or unsigned: many are bit masks. A text
    is taken as IDispatch takes it, if it is a number."""
    try:
        number = int(value) if isinstance(value, str) else operator.index(value)
    except (TypeError, ValueError):
        given = repr(value) if isinstance(value, str) else kind_of(value)
        raise TypeError("a whole number (int) is needed, not %s" % given) from None
    bits = 8 * ctypes.sizeof(kind)
    if not -(1 << (bits - 1)) <= number < 1 << bits:
        raise OutOfRange("%d does not fit into %d bits" % (number, bits))
    return number


def _address(value: Any) -> Any:
    """A pointer or a handle that means nothing to this package: a number; None for null."""
    return None if value is None else whole(value, c_void_p)


def _plain(frame: Frame, param: Param, value: Any) -> Any:
    kind = C_TYPES[param.type]
    return _address(value) if kind is c_void_p else whole(value, kind)


def _text(frame: Frame, param: Param, value: Any) -> Any:
    made = _bstr.new(value)
    frame.after(_bstr.free, made)
    return made


def _wide(frame: Frame, param: Param, value: Any) -> Any:
    if value is None:
        return None
    units = _bstr.utf16(instance(param.name, value, str, "a text (str) or None"))
    return frame.keep(ctypes.create_string_buffer(units, len(units)))


def _guid_pointer(frame: Frame, param: Param, value: Any) -> Any:
    made = frame.keep(interface_id(param.name, value))
    frame.wanted = GUIDS.name_of(made) or "IUnknown"
    return byref(made)


def _value(frame: Frame, param: Param, value: Any) -> Any:
    made = frame.keep(_variant.put(value))
    frame.after(_variant.clear, made)
    return made


_CONVERTERS: Dict[str, Callable[[Frame, Param, Any], Any]] = {
    "BSTR": _text,
    "GUID": lambda frame, param, value: interface_id(param.name, value),
    "LPCOLESTR": _wide,
    "LPOLESTR": _wide,
    "REFGUID": _guid_pointer,
    "REFIID": _guid_pointer,
    "VARIANT": _value,
    "VARIANT_BOOL": lambda frame, param, value: VARIANT_TRUE if value else VARIANT_FALSE,
}


# ---- Out ----


def _out(frame: Frame, param: Param, is_length: bool) -> None:
    depth = param.pointers
    if param.kind in ("interface", "opaque") or depth > 1:
        place: Any = c_void_p()
    elif param.kind == "enum":
        place = c_int32()
    else:
        place = C_TYPES[param.type]()
    frame.keep(place)
    frame.places[param.name] = place
    frame.add(byref(place))
    if not is_length:
        frame.result(lambda: _read(frame, param, place))


def _read(frame: Frame, param: Param, place: Any) -> Any:
    if param.kind == "interface" or param.type == "c_void":
        interface = frame.wanted if param.type == "c_void" else param.type
        return frame.kind.adopt(place.value, interface)
    if param.kind == "enum":
        return enum(param.type, place.value)
    if param.type == "VARIANT":
        return _variant.take(place, frame.kind)
    if param.type == "BSTR":
        return _bstr.take(place.value)
    if param.type == "BYTE" and param.size_is:
        return _bytes(place.value, frame.places[param.size_is].value)
    if param.type == "VARIANT_BOOL":
        return place.value != VARIANT_FALSE
    if param.type == "HRESULT":
        return HResult(place.value)
    if param.type == "GUID":
        return str(place)
    return place if isinstance(place, ctypes.Structure) else place.value


def enum(name: str, value: int) -> int:
    """A value of an enumeration; a plain number if it is none that this package knows."""
    try:
        return ENUMS[name](value)
    except ValueError:
        return value


def _bytes(address: Any, size: int) -> bytes:
    if not address:
        return b""
    try:
        return ctypes.string_at(address, size)
    finally:
        library().CoTaskMemFree(address)
