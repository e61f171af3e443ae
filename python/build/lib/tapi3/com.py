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
- A collection or an enumerator is iterated over; the elements of a collection count from 1.
- A failure raises the exception of its result code.

References are counted by Python's: an object is released when nobody holds it, or at once by
``release()``, or at the end of a ``with`` block.
"""

from __future__ import annotations

from ctypes import byref, c_void_p
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

from . import _dispatch, _interfaces, _members, _vtable
from ._abi import GUID, VT_DISPATCH, VT_UNKNOWN
from ._bstr import utf16
from ._error import Released
from ._marshal import guid
from ._members import Member
from ._native import check, library
from ._reference import GUIDS, Reference, add_ref, query
from .errors import DISP_E_MEMBERNOTFOUND, E_NOINTERFACE

_CLSCTX_INPROC_SERVER = 1
_OWN = ("_reference", "_dispatch", "_identity", "_interface")


class HasObject:
    """Something that stands for a COM object, and may be an argument in its place."""

    @property
    def com(self) -> Object:
        """The COM object."""
        raise NotImplementedError


def unwrap(value: Any) -> Any:
    """The COM object of something that stands for one; anything else as it is."""
    return value.com if isinstance(value, HasObject) else value


class Object:
    """A COM object, known by one of its interfaces. See the module for how it is used."""

    __slots__ = (*_OWN, "__weakref__")

    _reference: Optional[Reference]
    _dispatch: Optional[Reference]
    _identity: Optional[int]
    _interface: str

    def __init__(self, reference: Reference, interface: str) -> None:
        """Not for programs: see :func:`create` and :meth:`query`."""
        set_own = object.__setattr__
        set_own(self, "_reference", reference)
        set_own(self, "_dispatch", None)
        set_own(self, "_identity", None)
        set_own(self, "_interface", interface)

    # ---- Making, and what it is ----

    @classmethod
    def adopt(cls, address: Optional[int], interface: str) -> Optional[Object]:
        """The object of an interface pointer, whose count goes over to it; None for null."""
        return cls(Reference(address), interface) if address else None

    @classmethod
    def borrow(cls, address: Optional[int], interface: str) -> Optional[Object]:
        """The object of an interface pointer that stays its owner's; None for null."""
        if not address:
            return None
        add_ref(address)
        return cls.adopt(address, interface)

    @property
    def interface(self) -> str:
        """The name of the interface that it is known by."""
        return self._interface

    def reference(self) -> Reference:
        """The counted reference; raises :class:`Released` if there is none any more."""
        reference = self._reference
        if reference is None:
            raise Released("This %s was released." % self._interface)
        return reference

    def reference_to(self, interface: str) -> Reference:
        """A counted reference to an interface.

        Raises :class:`tapi3.E_NOINTERFACE` if the object does not have it.
        """
        own = self.reference()
        if _members.derives_from(self._interface, interface) and interface != "IUnknown":
            return own
        found = query(own.address, GUIDS[interface])
        if found is None:
            message = "The object (%s) has no %s." % (self._interface, interface)
            raise E_NOINTERFACE(message)
        return Reference(found)

    def query(self, interface: Union[str, GUID]) -> Object:
        """The same object, known by another interface: its name, or its id as text.

        Raises :class:`tapi3.E_NOINTERFACE` if the object does not have it.
        """
        wanted = guid(interface)
        name = GUIDS.name_of(wanted)
        if name is not None:
            return Object(self.reference_to(name), name)
        found = query(self.reference().address, wanted)
        if found is None:
            raise E_NOINTERFACE("The object has no %s." % wanted)
        return Object(Reference(found), "IUnknown")

    def supports(self, interface: Union[str, GUID]) -> bool:
        """Whether the object has an interface."""
        found = query(self.reference().address, guid(interface))
        if found is None:
            return False
        Reference(found)  # Gives the count back at once.
        return True

    def give(self) -> Tuple[int, int]:
        """For a VARIANT: its type, and a pointer with a count of its own."""
        try:
            reference, vt = self._dispatching(), VT_DISPATCH
        except E_NOINTERFACE:
            reference, vt = self.reference_to("IUnknown"), VT_UNKNOWN
        add_ref(reference.address)
        return vt, reference.address

    def release(self) -> None:
        """Lets go of the object now. A call that another thread is in still ends well."""
        object.__setattr__(self, "_reference", None)
        object.__setattr__(self, "_dispatch", None)

    def __enter__(self) -> Object:
        return self

    def __exit__(self, *details: object) -> None:
        self.release()

    def identity(self) -> int:
        """What is equal for all interfaces of one object, and for no other object that is alive."""
        known = self._identity
        if known is None:
            known = self.reference_to("IUnknown").address
            object.__setattr__(self, "_identity", known)
        return known

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Object):
            return NotImplemented
        return self is other or self.identity() == other.identity()

    def __hash__(self) -> int:
        return hash(self.identity())

    def __bool__(self) -> bool:
        return True

    def __reduce__(self) -> Any:
        raise TypeError("a COM object cannot be copied or pickled")

    def __repr__(self) -> str:
        if self._reference is None:
            return "<%s, released>" % self._interface
        return "<%s at 0x%x>" % (self._interface, self._reference.address)

    def __dir__(self) -> List[str]:
        return sorted({*object.__dir__(self), *_members.names(self._interface)})

    # ---- Members ----

    def _dispatching(self) -> Reference:
        known = self._dispatch
        if known is None:
            known = self.reference_to("IDispatch")
            object.__setattr__(self, "_dispatch", known)
        return known

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        member = _members.members(self._interface).get(name.lower())
        if member is not None:
            if member.is_value and member.get is not None:
                return _vtable.call(self.reference(), member.get, {})
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
            _vtable.call(self.reference(), member.put, values)

    def _late(self, name: str) -> Late:
        try:
            reference = self._dispatching()
        except E_NOINTERFACE:
            raise AttributeError("%s has no member %s" % (self._interface, name)) from None
        for flags, plain in _ways(name):
            found = _dispatch.ids(reference.address, [plain])
            if found:
                known = self._known(plain, found[0])
                return Late(self, reference, plain, found[0], flags, known)
        raise AttributeError("%s has no member %s" % (self._interface, name))

    def _known(self, name: str, dispid: int) -> Optional[Member]:
        candidates = _members.by_dispid(name, dispid)
        if len(candidates) == 1:
            return candidates[0][1]
        return next((member for of, member in candidates if self.supports(of)), None)

    # ---- Collections and enumerators ----

    def __iter__(self) -> Iterator[Any]:
        if _vtable.is_enumerator(self._interface):
            return _vtable.elements(self.reference(), self._interface)
        address = self._dispatching().address
        try:
            found = _dispatch.invoke(
                address, _dispatch.DISPID_NEWENUM, _dispatch.GET | _dispatch.METHOD
            )
        except DISP_E_MEMBERNOTFOUND:
            raise TypeError("%s is no collection" % self._interface) from None
        return iter(found.query("IEnumVARIANT"))

    def __len__(self) -> int:
        try:
            return int(self.Count)
        except AttributeError:
            raise TypeError("%s has no length" % self._interface) from None

    def __getitem__(self, index: Any) -> Any:
        try:
            item = self.Item
        except AttributeError:
            raise TypeError("%s has no elements" % self._interface) from None
        return item(index)


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
        reference: Reference,
        name: str,
        dispid: int,
        flags: int,
        known: Optional[Member],
    ) -> None:
        self._owner = owner
        self._reference = reference
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
        return self._typed(_dispatch.invoke(self._reference.address, self._dispid, _dispatch.GET))

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self._flags == _dispatch.PUT:
            return self.put(arguments[:-1], *arguments[-1:], **named)
        return self._typed(self._invoke(self._flags, arguments, named))

    def put(self, arguments: Tuple[Any, ...], value: Any) -> Any:
        """Sets the property."""
        named = {_dispatch.DISPID_PROPERTYPUT: value}
        address = self._reference.address
        return _dispatch.invoke(address, self._dispid, _dispatch.PUT, arguments, named)

    def __getitem__(self, key: Any) -> Any:
        return self(*_vtable.as_tuple(key))

    def __setitem__(self, key: Any, value: Any) -> None:
        self.put(_vtable.as_tuple(key), value)

    def _invoke(self, flags: int, arguments: Tuple[Any, ...], named: Dict[str, Any]) -> Any:
        address = self._reference.address
        names = list(named)
        numbers = _dispatch.ids(address, [self._name, *names]) or [self._dispid]
        by_number = dict(zip(numbers[1:], named.values()))
        if len(by_number) != len(named):
            raise TypeError("%s: an argument is given twice" % self._name)
        return _dispatch.invoke(address, self._dispid, flags, arguments, by_number, names)

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
    such class.
    """
    functions = library()
    known = _interfaces.COCLASSES.get(name)
    clsid = GUID()
    if known is not None:
        clsid = GUID.parse(known.clsid)
    else:
        text = name if "." in name or name.startswith("{") else "{%s}" % name
        check(functions.CLSIDFromString(utf16(text), byref(clsid)))
    proper = GUIDS.name(interface)
    found = c_void_p()
    check(
        functions.CoCreateInstance(
            byref(clsid), None, _CLSCTX_INPROC_SERVER, byref(GUIDS[proper]), byref(found)
        )
    )
    return Object(Reference(found.value or 0), proper)
