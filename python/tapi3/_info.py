"""What is known about a call."""

from __future__ import annotations

from typing import Any, Dict, Optional, overload

from . import _check
from ._error import Error
from ._interfaces import CALLINFO_BUFFER, CALLINFO_LONG, CALLINFO_STRING
from .com import Object


class _Text:
    """A text of ITCallInfo."""

    def __init__(self, which: CALLINFO_STRING) -> None:
        self._which = which

    def __set_name__(self, owner: Any, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: Any) -> _Text: ...
    @overload
    def __get__(self, owner: CallInfo, kind: Any) -> str: ...
    def __get__(self, owner: Optional[CallInfo], kind: Any) -> Any:
        return self if owner is None else owner.com.CallInfoString(self._which)

    def __set__(self, owner: CallInfo, value: str) -> None:
        _check.text(self._name, value)
        owner.com.CallInfoString[self._which] = value


class _Number:
    """A number of ITCallInfo."""

    def __init__(self, which: CALLINFO_LONG) -> None:
        self._which = which

    def __set_name__(self, owner: Any, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: Any) -> _Number: ...
    @overload
    def __get__(self, owner: CallInfo, kind: Any) -> int: ...
    def __get__(self, owner: Optional[CallInfo], kind: Any) -> Any:
        return self if owner is None else owner.com.CallInfoLong(self._which)

    def __set__(self, owner: CallInfo, value: int) -> None:
        _check.whole(self._name, value)
        owner.com.CallInfoLong[self._which] = value


class _Buffer:
    """Bytes of ITCallInfo."""

    def __init__(self, which: CALLINFO_BUFFER) -> None:
        self._which = which

    def __set_name__(self, owner: Any, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: Any) -> _Buffer: ...
    @overload
    def __get__(self, owner: CallInfo, kind: Any) -> bytes: ...
    def __get__(self, owner: Optional[CallInfo], kind: Any) -> Any:
        if owner is None:
            return self
        # An empty buffer may come as an empty array or as none.
        return owner.com.CallInfoBuffer(self._which) or b""

    def __set__(self, owner: CallInfo, value: bytes) -> None:
        _check.instance(self._name, value, (bytes, bytearray, memoryview), "bytes")
        owner.com.CallInfoBuffer[self._which] = value


class CallInfo:
    """Who is calling whom, and the like. Read at the time of asking, never stored.

    What may be set, and when, the documentation of ITCallInfo says; anything else raises
    :class:`tapi3.E_INVALIDARG` or :class:`tapi3.TAPI_E_INVALCALLSTATE`.
    """

    caller_name = _Text(CALLINFO_STRING.CIS_CALLERIDNAME)
    caller_number = _Text(CALLINFO_STRING.CIS_CALLERIDNUMBER)
    called_name = _Text(CALLINFO_STRING.CIS_CALLEDIDNAME)
    called_number = _Text(CALLINFO_STRING.CIS_CALLEDIDNUMBER)
    connected_name = _Text(CALLINFO_STRING.CIS_CONNECTEDIDNAME)
    connected_number = _Text(CALLINFO_STRING.CIS_CONNECTEDIDNUMBER)
    redirection_name = _Text(CALLINFO_STRING.CIS_REDIRECTIONIDNAME)
    redirection_number = _Text(CALLINFO_STRING.CIS_REDIRECTIONIDNUMBER)
    redirecting_name = _Text(CALLINFO_STRING.CIS_REDIRECTINGIDNAME)
    redirecting_number = _Text(CALLINFO_STRING.CIS_REDIRECTINGIDNUMBER)
    called_party_name = _Text(CALLINFO_STRING.CIS_CALLEDPARTYFRIENDLYNAME)
    comment = _Text(CALLINFO_STRING.CIS_COMMENT)
    displayable_address = _Text(CALLINFO_STRING.CIS_DISPLAYABLEADDRESS)
    calling_party = _Text(CALLINFO_STRING.CIS_CALLINGPARTYID)

    #: The media types of the call: TAPIMEDIATYPE_* bits.
    media_types = _Number(CALLINFO_LONG.CIL_MEDIATYPESAVAILABLE)
    bearer_mode = _Number(CALLINFO_LONG.CIL_BEARERMODE)
    #: LINECALLORIGIN_*.
    origin = _Number(CALLINFO_LONG.CIL_ORIGIN)
    #: LINECALLREASON_*.
    reason = _Number(CALLINFO_LONG.CIL_REASON)
    #: A number of the program's own.
    app_specific = _Number(CALLINFO_LONG.CIL_APPSPECIFIC)
    call_id = _Number(CALLINFO_LONG.CIL_CALLID)
    related_call_id = _Number(CALLINFO_LONG.CIL_RELATEDCALLID)
    owners = _Number(CALLINFO_LONG.CIL_NUMBEROFOWNERS)
    monitors = _Number(CALLINFO_LONG.CIL_NUMBEROFMONITORS)
    country_code = _Number(CALLINFO_LONG.CIL_COUNTRYCODE)

    user_user = _Buffer(CALLINFO_BUFFER.CIB_USERUSERINFO)
    device_specific = _Buffer(CALLINFO_BUFFER.CIB_DEVSPECIFICBUFFER)
    call_data = _Buffer(CALLINFO_BUFFER.CIB_CALLDATABUFFER)

    __slots__ = ("_object",)

    def __init__(self, found: Object) -> None:
        self._object = found

    @property
    def com(self) -> Object:
        """The call's ITCallInfo."""
        return self._object

    def as_dict(self) -> Dict[str, Any]:
        """All of it by name; what cannot be read now is left out."""
        found: Dict[str, Any] = {}
        for name, value in vars(CallInfo).items():
            if isinstance(value, (_Text, _Number, _Buffer)):
                try:
                    found[name] = getattr(self, name)
                except Error:
                    continue
        return found

    def __repr__(self) -> str:
        shown = ("%s=%r" % pair for pair in self.as_dict().items() if pair[1])
        return "CallInfo(%s)" % ", ".join(shown)
