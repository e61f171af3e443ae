"""Result codes as numbers that know their names, and the root of all exceptions of the package."""

from __future__ import annotations

from typing import Any, Dict, Optional, Tuple

from . import _interfaces

_NAMES: Dict[int, str] = {}
for _name, (_value, _) in _interfaces.HRESULTS.items():
    # Two names may stand for one code; the first is the usual one.
    _NAMES.setdefault(_value, _name)


class HResult(int):
    """A result code: a number that knows its name.

    >>> HResult(0x80040010)
    TAPI_E_INVALIDTERMINALCLASS
    """

    @property
    def name(self) -> str:
        """The name, such as ``TAPI_E_TIMEOUT``; the number in hexadecimal if it has none."""
        return _NAMES.get(int(self), "0x%08X" % int(self))

    @property
    def message(self) -> str:
        """What the code means, in a sentence."""
        known = _interfaces.HRESULTS.get(self.name)
        return known[1] if known else "There is no description of this code."

    @property
    def failed(self) -> bool:
        """Whether it means failure; ``S_FALSE`` is a success."""
        return int(self) & 0x80000000 != 0

    def __repr__(self) -> str:
        return self.name

    def __str__(self) -> str:
        return self.name


S_OK = HResult(_interfaces.S_OK)
S_FALSE = HResult(_interfaces.S_FALSE)


class Error(Exception):
    """A method of the library failed. Each result code has a subclass of its own."""

    #: The result code.
    hresult: HResult = HResult(_interfaces.E_FAIL)

    def __init__(
        self,
        message: Optional[str] = None,
        hresult: Optional[int] = None,
        argument: Optional[str] = None,
    ) -> None:
        if hresult is not None:
            self.hresult = HResult(hresult)
        #: What went wrong, in the library's words; the code's own sentence if it had none.
        self.message = message or self.hresult.message
        #: The argument at fault, where the library tells.
        self.argument = argument
        super().__init__(self.message)

    @property
    def name(self) -> str:
        """The name of the code."""
        return self.hresult.name

    def __str__(self) -> str:
        where = " (argument %s)" % self.argument if self.argument else ""
        return "%s: %s%s" % (self.name, self.message, where)

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self.message, int(self.hresult), self.argument)


class LibraryNotFound(Error, OSError):
    """The shared library is missing or cannot be loaded; the message tells what was tried."""

    hresult = HResult(0x8007007E)  # ERROR_MOD_NOT_FOUND

    def __str__(self) -> str:
        return self.message


class Released(Error, ValueError):
    """The object was released, or the session that it belongs to was closed."""

    hresult = HResult(0x80010114)  # RPC_E_INVALID_OBJECT
