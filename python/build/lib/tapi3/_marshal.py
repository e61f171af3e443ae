"""Arguments and results of a call through the vtable: Python values to C and back.

For Python a method takes its in-parameters and gives back what it writes: nothing written gives
the result code, one value gives that value, several give a tuple. The length of an array goes
with the array and is no parameter of its own.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, c_int32, c_void_p
from typing import Any, Callable, Dict, List, Tuple

from . import _bstr, _variant
from ._abi import C_TYPES, GUID, VARIANT_FALSE, VARIANT_TRUE
from ._error import HResult
from ._interfaces import ENUMS, Method, Param
from ._native import library
from ._reference import GUIDS


class Frame:
    """One call: its C arguments, what must be undone afterwards, and where its results are."""

    def __init__(self) -> None:
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


def lengths(method: Method) -> Dict[str, str]:
    """The parameters that tell a length, each with the array that goes the same way: the length of
    an array is told by the array. How many elements are wanted is for the program to say."""
    ways = {p.name: p.direction for p in method.params}
    arrays = [p for p in method.params if p.size_is and ways[p.size_is] == p.direction]
    return {p.size_is: p.name for p in arrays if p.size_is}


def takes(method: Method) -> Tuple[Param, ...]:
    """The parameters that Python gives."""
    own = lengths(method)
    return tuple(p for p in method.params if p.direction == "in" and p.name not in own)


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
            frame.add(_count(values[own[param.name]]))
        else:
            try:
                _in(frame, param, values[param.name])
            except (TypeError, ValueError, OverflowError) as failure:
                failure.args = ("%s: %s" % (param.name, failure),)
                raise


def _count(array: Any) -> int:
    return 0 if array is None else len(array)


# ---- In ----


def _in(frame: Frame, param: Param, value: Any) -> None:
    if param.kind == "interface":
        frame.add(interface_address(frame, value, param.type))
    elif param.kind == "opaque":
        frame.add(value)
    elif param.pointers:
        frame.add(_array(frame, param, value))
    elif param.kind == "enum":
        frame.add(whole(value, c_int32))
    else:
        frame.add(_CONVERTERS.get(param.type, _plain)(frame, param, value))


def interface_address(frame: Frame, value: Any, interface: str) -> Any:
    """The address of an object's interface, which lives as long as the frame; None for None."""
    from .com import Object, unwrap

    value = unwrap(value)
    if value is None:
        return None
    if not isinstance(value, Object):
        raise TypeError("an object with %s is needed, not %s" % (interface, type(value).__name__))
    return frame.keep(value.reference_to(interface)).address


def _array(frame: Frame, param: Param, value: Any) -> Any:
    if param.type == "VARIANT":
        made = frame.keep(_variant.put(value))
        frame.after(_variant.clear, made)
        return byref(made)
    if value is None:
        return None
    if param.type == "BYTE":
        return frame.keep(ctypes.create_string_buffer(bytes(value), len(value)))
    element = C_TYPES[param.type]
    return frame.keep((element * len(value))(*value))


def whole(value: Any, kind: Any) -> int:
    """An integer that fits. 32 bits may be given as signed or unsigned: many are bit masks."""
    if isinstance(value, float):
        raise TypeError("a whole number is needed, not float")
    number = int(value)
    bits = 8 * ctypes.sizeof(kind)
    if not -(1 << (bits - 1)) <= number < 1 << bits:
        raise OverflowError("%d does not fit into %d bits" % (number, bits))
    return number


def _plain(frame: Frame, param: Param, value: Any) -> Any:
    kind = C_TYPES[param.type]
    return value if kind is c_void_p else whole(value, kind)


def _text(frame: Frame, param: Param, value: Any) -> Any:
    made = _bstr.new(value)
    frame.after(_bstr.free, made)
    return made


def _wide(frame: Frame, param: Param, value: Any) -> Any:
    if value is None:
        return None
    units = _bstr.utf16(value)
    return frame.keep(ctypes.create_string_buffer(units, len(units)))


def guid(value: Any) -> GUID:
    """A GUID from an interface's name, from text, or as it is."""
    if isinstance(value, GUID):
        return value
    try:
        return GUIDS[GUIDS.name(str(value))]
    except KeyError:
        return GUID.parse(value)


def _guid_pointer(frame: Frame, param: Param, value: Any) -> Any:
    made = frame.keep(guid(value))
    frame.wanted = GUIDS.name_of(made) or "IUnknown"
    return byref(made)


def _value(frame: Frame, param: Param, value: Any) -> Any:
    made = frame.keep(_variant.put(value))
    frame.after(_variant.clear, made)
    return made


_CONVERTERS: Dict[str, Callable[[Frame, Param, Any], Any]] = {
    "BSTR": _text,
    "GUID": lambda frame, param, value: guid(value),
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
        from .com import Object

        return Object.adopt(place.value, frame.wanted if param.type == "c_void" else param.type)
    if param.kind == "enum":
        return enum(param.type, place.value)
    if param.type == "VARIANT":
        return _variant.take(place)
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
