"""Counted references to COM objects, and calls through their vtables.

A :class:`Reference` owns one count and gives it back when Python lets go of it. After the
interpreter has begun to end nothing is released any more: the process is about to go, and the
library must not be entered from a half-dismantled interpreter.
"""

from __future__ import annotations

from ctypes import CFUNCTYPE, POINTER, byref, c_uint32, c_void_p
from difflib import get_close_matches
from typing import Any, List, Optional
from uuid import UUID

from . import _interfaces, _interrupt
from ._abi import GUID, POINTER_SIZE
from ._check import instance
from ._error import Released
from ._process import generation, is_inherited
from .errors import error

_QUERY = CFUNCTYPE(c_uint32, c_void_p, POINTER(GUID), POINTER(c_void_p))
_COUNT = CFUNCTYPE(c_uint32, c_void_p)

#: Becomes true at the end of the interpreter; a list, so that ``__del__`` sees the change even
#: when the module's names are gone.
_over: List[bool] = []


def end() -> None:
    """No reference is released from now on."""
    _over.append(True)


def slot(address: int, index: int) -> int:
    """The address of the function in a slot of an object's vtable."""
    if not address:
        raise Released("The object was released.")
    vtable = c_void_p.from_address(address).value or 0
    return c_void_p.from_address(vtable + index * POINTER_SIZE).value or 0


def query(address: int, iid: GUID) -> Optional[int]:
    """QueryInterface: the interface's address with a count for the caller; None if it has none.

    Raises :class:`Error` for any other failure.
    """
    found = c_void_p()
    result = _QUERY(slot(address, 0))(address, byref(iid), byref(found))
    if result == _interfaces.E_NOINTERFACE:
        return None
    if result & 0x80000000:
        raise error(result)
    return found.value


def add_ref(address: int) -> int:
    """AddRef; gives the new count, which is for tests only."""
    count: int = _COUNT(slot(address, 1))(address)
    return count


def release(address: int) -> int:
    """Release; gives the new count, which is for tests only."""
    count: int = _COUNT(slot(address, 2))(address)
    return count


class Reference:
    """One count of an object's interface. Whoever is in a call holds the reference meanwhile, so
    that another thread that lets go of it cannot end the object under the call."""

    __slots__ = ("address", "made")

    def __init__(self, address: int) -> None:
        #: The process that it belongs to.
        self.made = generation()
        #: The interface pointer; 0 once the count was given back.
        self.address = address

    def __del__(
        self,
        _over: List[bool] = _over,
        _release: Any = release,
        _is_inherited: Any = is_inherited,
        _keep_interrupt: Any = _interrupt.keep,
    ) -> None:
        # It may be found again afterwards: what is in one cycle with it, and is finalised later,
        # such as a coroutine, may still use it.
        address, self.address = self.address, 0
        try:
            if address and not _over and not _is_inherited(self.made):
                _release(address)
        except KeyboardInterrupt:
            # It would be lost here. The count was given back: signals wait for the call's end.
            _keep_interrupt()

    def __reduce__(self) -> Any:
        # A copy would give back a count that it does not own.
        raise TypeError("a COM reference cannot be copied or pickled")


class UnknownInterface(LookupError, ValueError):
    """A text that is neither the name of an interface nor an id."""


class Guids:
    """The ids of the interfaces by name, parsed once, and the names by id."""

    def __init__(self) -> None:
        interfaces = _interfaces.INTERFACES.items()
        self._known = {name: GUID.parse(interface.iid) for name, interface in interfaces}
        self._lower = {name.lower(): name for name in self._known}
        self._names = {bytes(iid): name for name, iid in self._known.items()}

    def __getitem__(self, name: str) -> GUID:
        return self._known[name]

    def name(self, name: str) -> str:
        """The interface's name in its proper spelling. Raises KeyError if there is none."""
        return name if name in self._known else self._lower[name.lower()]

    def like(self, name: str) -> Optional[str]:
        """The interface whose name is most like this one, which is none; None if none is."""
        close = get_close_matches(name.lower(), self._lower, 1)
        return self._lower[close[0]] if close else None

    def name_of(self, iid: GUID) -> Optional[str]:
        """The name of the interface with this id."""
        return self._names.get(bytes(iid))


GUIDS = Guids()


def interface_id(parameter: str, value: Any) -> GUID:
    """The id of an interface: from its name in any case of letters, from an id as text, or as it
    is. Raises TypeError and LookupError, with the name of the parameter that the value is for."""
    if isinstance(value, GUID):
        return value
    if isinstance(value, UUID):
        return GUID.parse(value)
    name = instance(parameter, value, str, "the name of an interface, or its id as text")
    try:
        return GUIDS[GUIDS.name(name)]
    except KeyError:
        pass
    try:
        return GUID.parse(name)
    except ValueError:
        like = GUIDS.like(name)
        hint = "; is %s meant?" % like if like else ""
        message = "%s: there is no interface %r, and that is no id of one%s"
        raise UnknownInterface(message % (parameter, name, hint)) from None


def interface_name(parameter: str, value: Any) -> str:
    """The name, in its proper spelling, of an interface that the tables know."""
    found = interface_id(parameter, value)
    name = GUIDS.name_of(found)
    if name is None:
        raise UnknownInterface("%s: no interface with the id %s is known" % (parameter, found))
    return name
