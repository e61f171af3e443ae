"""COM objects as Python objects, with their members by name.

``create("TAPI.TAPI")`` makes an object; its members are attributes, in any case of letters:

>>> tapi = create("TAPI.TAPI")
>>> tapi.Initialize()
S_OK
>>> for address in tapi.Addresses:
...     print(address.AddressName)

An object knows one interface, by which its members are found. Those are called through the
vtable. A member that the interface does not have is looked for by IDispatch, as is every member
of an object that is known as an IDispatch only. ``query`` gives the same object with another
interface.

- A property is read and set as an attribute. One with arguments is read like a method,
  ``call.CallInfoString(CIS_COMMENT)``, and set by ``call.put_CallInfoString(CIS_COMMENT, "…")`` or
  ``call.CallInfoString[CIS_COMMENT] = "…"``.
- A method gives what it writes: nothing gives its result code, several values give a tuple.
- Arguments may be given by the names of the parameters.
- A collection or an enumerator is iterated over; the elements of a collection count from 1:
  ``tapi.Addresses[1]``, or by the default member ``tapi.Addresses(1)``, which is ``Item``.
- A failure raises the exception of its result code.

References are counted by Python's: an object is released when nobody holds it, or at once by
``release()``, or at the end of a ``with`` block.
"""

from __future__ import annotations

import operator
from ctypes import byref, c_void_p
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

from . import _dispatch, _interfaces, _log, _members, _vtable
from ._abi import GUID
from ._bstr import utf16
from ._check import kind_of, text
from ._members import DISPID_VALUE, Member
from ._native import check, library
from ._pointer import HasObject as HasObject
from ._pointer import Pointer
from ._pointer import unwrap as unwrap
from ._reference import GUIDS, Reference, interface_name
from .errors import DISP_E_MEMBERNOTFOUND, E_NOINTERFACE

_CLSCTX_INPROC_SERVER = 1

#: What the default member of a collection is called.
_ITEM = "Item"


class Object(Pointer):
    """A COM object, known by one of its interfaces. See the module for how it is used."""

    __slots__ = ()

    def __dir__(self) -> List[str]:
        return sorted({*object.__dir__(self), *_members.names(self._interface)})

    # ---- Members ----

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        member = _members.members(self._interface).get(name.lower())
        if member is not None:
            if member.is_value and member.get is not None:
                return _vtable.call(self, member.get, {})
            return _vtable.Bound(self, member)
        late = self._late(name)
        return late.value() if late.is_value else late

    def __setattr__(self, name: str, value: Any) -> None:
        member = _members.members(self._interface).get(name.lower())
        if member is None:
            self._late(name).put((), value)
        elif member.put is None:
            raise AttributeError("%s of %s cannot be set" % (name, self._interface))
        else:
            values = _members.bind(member.put, (value,), {})
            _vtable.call(self, member.put, values)

    def _late(self, name: str) -> Late:
        try:
            self.dispatching()
        except E_NOINTERFACE:
            raise AttributeError("%s has no member %s" % (self._interface, name)) from None
        for flags, plain in _ways(name):
            found = _dispatch.ids(self, [plain])
            if found:
                known = self._known(plain, found[0])
                return Late(self, plain, found[0], flags, known)
        raise AttributeError("%s has no member %s" % (self._interface, name))

    def _known(self, name: str, dispid: int) -> Optional[Member]:
        candidates = _members.by_dispid(name, dispid)
        if len(candidates) == 1:
            return candidates[0][1]
        return next((member for of, member in candidates if self.supports(of)), None)

    # ---- Collections and enumerators ----

    def __iter__(self) -> Iterator[Any]:
        if _vtable.is_enumerator(self._interface):
            return _vtable.elements(self)
        flags = _dispatch.GET | _dispatch.METHOD
        try:
            found = _dispatch.invoke(self, _dispatch.DISPID_NEWENUM, flags)
        except (DISP_E_MEMBERNOTFOUND, E_NOINTERFACE):
            raise TypeError("%s is no collection" % self._interface) from None
        return iter(found.query("IEnumVARIANT"))

    def __len__(self) -> int:
        try:
            return int(self.Count)
        except AttributeError:
            raise TypeError("%s has no length" % self._interface) from None

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._value("has no default member: it cannot be called", arguments, named)

    def __getitem__(self, index: Any) -> Any:
        try:
            number = operator.index(index)
        except TypeError:
            message = "index must be a whole number that counts from 1, not %s" % kind_of(index)
            raise TypeError(message) from None
        return self._value("has no elements", (number,), {})

    def _value(self, complaint: str, arguments: Tuple[Any, ...], named: Dict[str, Any]) -> Any:
        """What the default member gives, the one that stands for the object itself."""
        member = _members.default(self._interface)
        if member is not None:
            return _vtable.Bound(self, member)(*arguments, **named)
        flags = _dispatch.METHOD | _dispatch.GET
        known = self._known(_ITEM, DISPID_VALUE)
        try:
            return Late(self, _ITEM, DISPID_VALUE, flags, known)(*arguments, **named)
        except (DISP_E_MEMBERNOTFOUND, E_NOINTERFACE):
            raise TypeError("%s %s" % (self._interface, complaint)) from None


def _ways(name: str) -> List[Tuple[int, str]]:
    ways = [(_dispatch.METHOD | _dispatch.GET, name)]
    if name[:4].lower() == "put_":
        ways.append((_dispatch.PUT, name[4:]))
    elif name[:4].lower() == "get_":
        ways.append((_dispatch.GET, name[4:]))
    return ways


class Late:
    """A member that IDispatch has found, of one object."""

    def __init__(
        self,
        owner: Object,
        name: str,
        dispid: int,
        flags: int,
        known: Optional[Member],
    ) -> None:
        self._owner = owner
        self._name = name
        self._dispid = dispid
        self._flags = flags
        self._known = known

    @property
    def is_value(self) -> bool:
        """Whether it is known to be a property without arguments."""
        wanted = _dispatch.METHOD | _dispatch.GET
        return self._flags == wanted and self._known is not None and self._known.is_value

    def value(self) -> Any:
        """The value of the property."""
        return self._typed(_dispatch.invoke(self._owner, self._dispid, _dispatch.GET))

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self._flags == _dispatch.PUT:
            if not arguments or named:
                raise TypeError("%s takes the value, as the last argument" % self._name)
            return self.put(arguments[:-1], arguments[-1])
        return self._typed(self._invoke(self._flags, arguments, named))

    def put(self, arguments: Tuple[Any, ...], value: Any) -> Any:
        """Sets the property."""
        named = {_dispatch.DISPID_PROPERTYPUT: value}
        return _dispatch.invoke(self._owner, self._dispid, _dispatch.PUT, arguments, named)

    def __getitem__(self, key: Any) -> Any:
        return self(*_vtable.as_tuple(key))

    def __setitem__(self, key: Any, value: Any) -> None:
        self.put(_vtable.as_tuple(key), value)

    def _invoke(self, flags: int, arguments: Tuple[Any, ...], named: Dict[str, Any]) -> Any:
        names = list(named)
        numbers = _dispatch.ids(self._owner, [self._name, *names]) or [self._dispid]
        by_number = dict(zip(numbers[1:], named.values()))
        if len(by_number) != len(named):
            raise TypeError("%s: an argument is given twice" % self._name)
        method = self._known.reader if self._known else None
        known = [p.name for p in _members.takes(method)] if method else []
        return _dispatch.invoke(
            self._owner, self._dispid, flags, arguments, by_number, names, known
        )

    def _typed(self, value: Any) -> Any:
        """A value with the type that the tables say: an enumeration, or an interface."""
        if self._known is None or self._known.reader is None:
            return value
        return _vtable.typed(self._known.reader, value)

    def __repr__(self) -> str:
        return "<%s of %r>" % (self._name, self._owner)


def create(name: str, interface: str = "IDispatch") -> Object:
    """Makes an object of a class: its programmatic id (``"TAPI.TAPI"``), its name (``"TAPI"``), or
    its class id as text. ``interface`` is the one to know it by.

    Raises :class:`tapi3.REGDB_E_CLASSNOTREG` or :class:`tapi3.CO_E_CLASSSTRING` if there is no
    such class, and LookupError if there is no such interface.
    """
    text("name", name)
    proper = interface_name("interface", interface)
    functions = library()
    _log.follow(functions)
    known = _interfaces.COCLASSES.get(name)
    clsid = GUID()
    if known is not None:
        clsid = GUID.parse(known.clsid)
    else:
        written = name if "." in name or name.startswith("{") else "{%s}" % name
        check(functions.CLSIDFromString(utf16(written), byref(clsid)))
    found = c_void_p()
    check(
        functions.CoCreateInstance(
            byref(clsid), None, _CLSCTX_INPROC_SERVER, byref(GUIDS[proper]), byref(found)
        )
    )
    return Object(Reference(found.value or 0), proper)
