"""Calls through the vtable, by the interface tables."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, byref, c_uint32, c_void_p
from functools import cache
from typing import Any, Dict, Iterator, List, Tuple

from . import _bstr, _interfaces, _marshal, _members, _variant
from ._abi import CONNECTDATA, GUID, VARIANT
from ._error import HResult
from ._interfaces import INTERFACES, Method
from ._members import Member
from ._native import check
from ._pointer import Pointer
from ._reference import slot


@cache
def _prototype(method: Method) -> Any:
    return CFUNCTYPE(c_uint32, c_void_p, *(_marshal.c_type(p) for p in method.params))


def call(pointer: Pointer, method: Method, values: Dict[str, Any]) -> Any:
    """Calls a method with arguments by the names of its parameters."""
    if method.slot is None:
        raise TypeError("%s is not in a vtable" % method.name)
    reference = pointer.reference()
    frame = _marshal.Frame(type(pointer))
    try:
        _marshal.fill(frame, method, values)
        function = _prototype(method)(slot(reference.address, method.slot))
        result = function(reference.address, *frame.arguments)
        if method.returns != "HRESULT":
            return result
        check(result)
        results = frame.results()
    finally:
        frame.close()
    if not results:
        return HResult(result)
    return results[0] if len(results) == 1 else tuple(results)


def as_tuple(key: Any) -> Tuple[Any, ...]:
    """The arguments in square brackets."""
    return key if isinstance(key, tuple) else (key,)


class Bound:
    """A method, or a property that takes arguments, of one object."""

    def __init__(self, owner: Pointer, member: Member) -> None:
        self._owner = owner
        self._member = member
        if member.reader is not None:
            self.__doc__ = member.reader.doc

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        method = self._member.reader
        if method is None:
            raise AttributeError("%s cannot be read" % self._member.name)
        if method.name == "Next" and is_enumerator(self._owner.interface):
            values = _members.bind(method, arguments, named)
            (wanted,) = (_marshal.whole(value, c_uint32) for value in values.values())
            return following(self._owner, wanted)
        values = _members.bind(method, arguments, named)
        return call(self._owner, method, values)

    def __getitem__(self, key: Any) -> Any:
        return self(*as_tuple(key))

    def __setitem__(self, key: Any, value: Any) -> None:
        method = self._member.put
        if method is None:
            raise AttributeError("%s cannot be set" % self._member.name)
        values = _members.bind(method, (*as_tuple(key), value), {})
        call(self._owner, method, values)

    def __repr__(self) -> str:
        return "<%s of %r>" % (self._member.name, self._owner)


def typed(method: Method, value: Any) -> Any:
    """A value that came through IDispatch, with the type that the method's result has."""
    result = next((p for p in method.params if p.retval), None)
    if result is None:
        return HResult(_interfaces.S_OK) if value is None else value
    if result.kind == "enum" and isinstance(value, int):
        return _marshal.enum(result.type, value)
    if result.type == "HRESULT" and isinstance(value, int):
        return HResult(value & 0xFFFFFFFF)
    if result.kind == "interface" and isinstance(value, Pointer):
        return value.query(result.type)
    return value


# ---- Enumerators ----

#: What an element is in memory, and its Python value, objects being of a class.
_PLACES: Dict[str, Any] = {
    "BSTR": (c_void_p, lambda place, kind: _bstr.take(place.value)),
    "CONNECTDATA": (
        CONNECTDATA,
        lambda place, kind: (kind.adopt(place.pUnk, "IUnknown"), place.dwCookie),
    ),
    "GUID": (GUID, lambda place, kind: str(place)),
    "VARIANT": (VARIANT, _variant.take),
}


def is_enumerator(interface: str) -> bool:
    """Whether an interface is an ``IEnum…``."""
    return interface.startswith("IEnum")


def following(pointer: Pointer, wanted: int) -> List[Any]:
    """The next elements of an enumerator: as many as wanted, or fewer at the end."""
    reference, kind = pointer.reference(), type(pointer)
    method = next(m for m in INTERFACES[pointer.interface].methods if m.name == "Next")
    element = method.params[1]
    if element.type in _PLACES:
        layout, read = _PLACES[element.type]
    else:
        layout, read = c_void_p, lambda place, kind: kind.adopt(place.value, element.type)
    places, fetched = (layout * max(wanted, 1))(), c_uint32()
    function = _prototype(method)(slot(reference.address, method.slot or 0))
    check(function(reference.address, wanted, byref(places), byref(fetched)))
    size = ctypes.sizeof(layout)
    return [read(layout.from_buffer(places, i * size), kind) for i in range(fetched.value)]


def elements(pointer: Pointer) -> Iterator[Any]:
    """The elements of an enumerator from where it stands."""
    while True:
        found = following(pointer, 1)
        if not found:
            return
        yield found[0]
