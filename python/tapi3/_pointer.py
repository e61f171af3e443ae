"""Interface pointers in Python's hands: which object, known by which interface.

The ground that :mod:`tapi3.com` stands on. What converts values of the library to Python's and back
needs to know an object when it sees one, and nothing of its members.
"""

from __future__ import annotations

from typing import Any, Optional, Tuple, Type, TypeVar, Union

from . import _members, _process
from ._abi import GUID, VT_DISPATCH, VT_UNKNOWN
from ._error import Released
from ._reference import GUIDS, Reference, add_ref, interface_id, interface_name, query
from .errors import E_NOINTERFACE

P = TypeVar("P", bound="Pointer")


class HasObject:
    """Something that stands for a COM object, and may be an argument in its place."""

    @property
    def com(self) -> Pointer:
        """The COM object."""
        raise NotImplementedError


def unwrap(value: Any) -> Any:
    """The COM object of something that stands for one; anything else as it is."""
    return value.com if isinstance(value, HasObject) else value


class Pointer:
    """A counted pointer to one interface of an object.

    What is read through it, such as the object that a method gives, is of the same class as it.
    """

    __slots__ = ("_dispatch", "_identity", "_interface", "_reference", "__weakref__")

    _reference: Optional[Reference]
    _dispatch: Optional[Reference]
    _identity: Optional[int]
    _interface: str

    def __init__(self, reference: Reference, interface: str) -> None:
        """Not for programs: see :func:`tapi3.create` and :meth:`query`."""
        # A derived class may set attributes in another way.
        set_own = object.__setattr__
        set_own(self, "_reference", reference)
        set_own(self, "_dispatch", None)
        set_own(self, "_identity", None)
        set_own(self, "_interface", interface)

    @classmethod
    def adopt(cls: Type[P], address: Optional[int], interface: str) -> Optional[P]:
        """The object of an interface pointer, whose count goes over to it; None for null."""
        return cls(Reference(address), interface) if address else None

    @classmethod
    def borrow(cls: Type[P], address: Optional[int], interface: str) -> Optional[P]:
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
        """The counted reference; raises :class:`tapi3.Released` if there is none any more, and
        :class:`tapi3.TAPI_E_NOT_INITIALIZED` in a child of the process that it belongs to."""
        reference = self._reference
        if reference is None:
            raise Released("This %s was released." % self._interface)
        _process.check(reference.made)
        return reference

    def reference_to(self, interface: str) -> Reference:
        """A counted reference to an interface.

        Raises :class:`tapi3.E_NOINTERFACE` if the object does not have it.
        """
        own = self.reference()
        if _members.derives_from(self._interface, interface) and interface != "IUnknown":
            return own
        found = query(own.address, GUIDS[interface_name("interface", interface)])
        if found is None:
            message = "The object (%s) has no %s." % (self._interface, interface)
            raise E_NOINTERFACE(message)
        return Reference(found)

    def query(self: P, interface: Union[str, GUID]) -> P:
        """The same object, known by another interface: its name, or its id as text.

        Raises :class:`tapi3.E_NOINTERFACE` if the object does not have it, and LookupError if the
        name is that of no interface.
        """
        wanted = interface_id("interface", interface)
        name = GUIDS.name_of(wanted)
        if name is not None:
            return type(self)(self.reference_to(name), name)
        found = query(self.reference().address, wanted)
        if found is None:
            raise E_NOINTERFACE("The object has no %s." % wanted)
        return type(self)(Reference(found), "IUnknown")

    def supports(self, interface: Union[str, GUID]) -> bool:
        """Whether the object has an interface. Raises LookupError if the name is that of none."""
        found = query(self.reference().address, interface_id("interface", interface))
        if found is None:
            return False
        Reference(found)  # Gives the count back at once.
        return True

    def dispatching(self) -> Reference:
        """Not for programs: the reference to its IDispatch.

        Raises :class:`tapi3.E_NOINTERFACE` if the object does not have it.
        """
        self.reference()
        known = self._dispatch
        if known is None:
            known = self.reference_to("IDispatch")
            object.__setattr__(self, "_dispatch", known)
        return known

    def give(self) -> Tuple[int, int]:
        """For a VARIANT: its type, and a pointer with a count of its own."""
        try:
            reference, vt = self.dispatching(), VT_DISPATCH
        except E_NOINTERFACE:
            reference, vt = self.reference_to("IUnknown"), VT_UNKNOWN
        add_ref(reference.address)
        return vt, reference.address

    def release(self) -> None:
        """Lets go of the object now. A call that another thread is in still ends well."""
        object.__setattr__(self, "_reference", None)
        object.__setattr__(self, "_dispatch", None)

    def __enter__(self: P) -> P:
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
        if not isinstance(other, Pointer):
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
