"""Members by name, in any case of letters: what the interface tables know of each interface."""

from __future__ import annotations

from functools import cache
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple

from ._interfaces import INTERFACES, Interface, Method, Param

#: Their methods are this package's business: to call Release by hand would upset its counting.
_HIDDEN = ("IUnknown", "IDispatch")

#: The number of the member that stands for the object itself.
DISPID_VALUE = 0


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


class Member(NamedTuple):
    """A method, or a property with its two ways."""

    name: str
    call: Optional[Method] = None
    get: Optional[Method] = None
    put: Optional[Method] = None

    @property
    def is_value(self) -> bool:
        """Whether it is read without arguments, as an attribute is."""
        return self.get is not None and not takes(self.get)

    @property
    def reader(self) -> Optional[Method]:
        """What gives a value: the method itself, or the property's getter."""
        return self.call or self.get


def lineage(name: str) -> Iterator[Interface]:
    """An interface and its bases, the most derived first."""
    current: Optional[str] = name
    while current is not None:
        interface = INTERFACES[current]
        yield interface
        current = interface.base


@cache
def derives_from(name: str, base: str) -> bool:
    """Whether an interface is another one or derives from it."""
    return any(interface.name == base for interface in lineage(name))


@cache
def members(name: str) -> Dict[str, Member]:
    """The members of an interface that is called through its vtable, by their names in lower case.
    A property is there under its own name, and with ``get_`` and ``put_`` before it."""
    found: Dict[str, Member] = {}
    for interface in reversed([i for i in lineage(name) if i.name not in _HIDDEN]):
        for method in interface.methods:
            if method.slot is None:
                continue
            key = method.member.lower()
            before = found.get(key, Member(method.member))
            if method.kind == "propget":
                found[key] = before._replace(get=method)
                found["get_" + key] = Member(method.name, call=method)
            elif method.kind == "propput":
                found[key] = before._replace(put=method)
                found["put_" + key] = Member(method.name, call=method)
            else:
                found[key] = before._replace(call=method)
    return found


@cache
def _by_dispid() -> Dict[Tuple[str, int], List[Tuple[str, Member]]]:
    found: Dict[Tuple[str, int], List[Tuple[str, Member]]] = {}
    for interface in INTERFACES.values():
        for key, member in members(interface.name).items():
            method = member.call or member.get or member.put
            if method is not None and method.dispid is not None and method in interface.methods:
                found.setdefault((key, method.dispid), []).append((interface.name, member))
    return found


def by_dispid(name: str, dispid: int) -> List[Tuple[str, Member]]:
    """What the tables know of a member that IDispatch found: the interfaces with such a member.
    Several events share names and numbers, such as ``Event``, number 2."""
    return _by_dispid().get((name.lower(), dispid), [])


@cache
def default(interface: str) -> Optional[Member]:
    """The default member (DISPID_VALUE) of an interface; None if it has none."""
    for found in lineage(interface):
        for method in found.methods:
            if method.dispid == DISPID_VALUE and method.slot is not None:
                return members(interface)[method.member.lower()]
    return None


def names(interface: str) -> List[str]:
    """The names of the members that an object has, for ``dir()``."""
    shown = members(interface).items()
    return sorted({m.name for key, m in shown if not key.startswith(("get_", "put_"))})


def bind(
    method: Method, arguments: Tuple[object, ...], named: Dict[str, object]
) -> Dict[str, object]:
    """The arguments of a call by the names of the parameters, as Python binds them to a function's;
    the names in any case of letters."""
    parameters: Tuple[Param, ...] = takes(method)
    if len(arguments) > len(parameters):
        raise TypeError(
            "%s takes %d arguments, %d are given" % (method.member, len(parameters), len(arguments))
        )
    values = {p.name: value for p, value in zip(parameters, arguments)}
    proper = {p.name.lower(): p.name for p in parameters}
    for name, value in named.items():
        known = proper.get(name.lower())
        if known is None:
            raise TypeError("%s has no parameter %s" % (method.member, name))
        if known in values:
            raise TypeError("%s: %s is given twice" % (method.member, known))
        values[known] = value
    missing = [p.name for p in parameters if p.name not in values]
    if missing:
        raise TypeError("%s: %s is missing" % (method.member, ", ".join(missing)))
    return values
