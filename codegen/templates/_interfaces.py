"""The interfaces of TAPI 3 as tables: what can be called, under which number, with what.

Made by ``cargo run -p codegen`` from idl/; do not edit.
"""

from __future__ import annotations

from enum import IntEnum, IntFlag
from typing import Dict, NamedTuple, Optional, Tuple, Type


class Param(NamedTuple):
    """A parameter of a method."""

    name: str
    #: The type's name, such as "LONG", "BSTR" or "ITAddress"; "c_void" for an untyped pointer.
    type: str
    #: What the name stands for: "scalar", "struct", "opaque", "enum" or "interface".
    kind: str
    #: How many pointers stand before it.
    pointers: int
    #: "in", "out" or "inout".
    direction: str
    #: It is the value that the method gives a script.
    retval: bool
    #: The parameter that holds the number of elements that this one points to.
    size_is: Optional[str]


class Method(NamedTuple):
    """A method of an interface."""

    #: The name in the vtable: a property's has "get_" or "put_" before it.
    name: str
    #: The name for scripts: without "get_" or "put_".
    member: str
    #: "method", "propget" or "propput".
    kind: str
    #: The place in the vtable, from 0; None in a dispinterface.
    slot: Optional[int]
    #: The number for IDispatch.Invoke.
    dispid: Optional[int]
    #: Not meant for scripts.
    hidden: bool
    #: "HRESULT" or "ULONG".
    returns: str
    params: Tuple[Param, ...]
    doc: str


class Interface(NamedTuple):
    """An interface; its own methods only, those of its base are there."""

    name: str
    iid: str
    base: Optional[str]
    #: "custom" (vtable only), "dual" (vtable and IDispatch) or "dispinterface" (IDispatch only).
    kind: str
    methods: Tuple[Method, ...]
    doc: str


class Coclass(NamedTuple):
    """A class that CoCreateInstance makes objects of."""

    name: str
    clsid: str
    progids: Tuple[str, ...]


# ---- Enumerations ----


class _NamedInt(IntEnum):
    """A number that prints as its name, in every version of Python."""

    def __str__(self) -> str:
        return self.name


@@ENUMS@@

#: Every enumeration by its name.
ENUMS: Dict[str, Type[IntEnum | IntFlag]] = {
@@ENUM_NAMES@@}

# ---- Result codes ----

@@HRESULTS@@

# ---- Constants ----

@@CONSTANTS@@

# ---- Classes and interfaces ----

#: Every class by its name.
COCLASSES: Dict[str, Coclass] = {
@@COCLASSES@@}

#: Every interface by its name.
INTERFACES: Dict[str, Interface] = {
@@INTERFACES@@}
