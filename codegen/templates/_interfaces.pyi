# Made by `cargo run -p codegen` from idl/; do not edit.

from enum import IntEnum, IntFlag
from typing import Any, Dict, NamedTuple, Optional, Protocol, Tuple, Type, Union

class Param(NamedTuple):
    name: str
    type: str
    kind: str
    pointers: int
    direction: str
    retval: bool
    size_is: Optional[str]

class Method(NamedTuple):
    name: str
    member: str
    kind: str
    slot: Optional[int]
    dispid: Optional[int]
    hidden: bool
    returns: str
    params: Tuple[Param, ...]
    doc: str

class Interface(NamedTuple):
    name: str
    iid: str
    base: Optional[str]
    kind: str
    methods: Tuple[Method, ...]
    doc: str

class Coclass(NamedTuple):
    name: str
    clsid: str
    progids: Tuple[str, ...]

ENUMS: Dict[str, Union[Type[IntEnum], Type[IntFlag]]]
HRESULTS: Dict[str, Tuple[int, str]]
COCLASSES: Dict[str, Coclass]
INTERFACES: Dict[str, Interface]

@@CONSTANTS@@

@@ENUMS@@

# For type checkers only: what a late-bound object that has the interface offers. Import these
# under `if TYPE_CHECKING:`. A property that takes arguments is read like a method, as in
# `call.CallInfoString(CALLINFO_STRING.CIS_CALLERIDNUMBER)`, and written with `put_` before its name.

@@CLASSES@@
