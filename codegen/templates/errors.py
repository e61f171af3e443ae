"""One exception class for each result code that means failure.

``except tapi3.TAPI_E_TIMEOUT`` catches that code alone, ``except tapi3.Error`` all of them.

Made by ``cargo run -p codegen`` from idl/; do not edit.
"""

from __future__ import annotations

from typing import Dict, Optional, Tuple, Type

from ._error import Error, HResult


@@CLASSES@@_CLASSES: Tuple[Type[Error], ...] = (
@@LIST@@)

#: Every class by its name, which is that of its code.
CLASSES: Dict[str, Type[Error]] = {kind.__name__: kind for kind in _CLASSES}

#: Every class by its code.
BY_CODE: Dict[int, Type[Error]] = {}
for _class in _CLASSES:
    # Two names may stand for one code; the first is the usual one.
    BY_CODE.setdefault(int(_class.hresult), _class)


def error(hresult: int, message: Optional[str] = None, argument: Optional[str] = None) -> Error:
    """The exception for a code; a plain :class:`Error` for one without a name."""
    kind = BY_CODE.get(hresult)
    if kind is None:
        return Error(message, hresult, argument)
    return kind(message, None, argument)


__all__ = [
@@ALL@@]
