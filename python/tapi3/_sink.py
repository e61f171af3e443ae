"""Event sinks in Python: COM objects that the library calls, on its own thread.

All sinks share two vtables of ctypes callbacks that are made once and never freed, since a
callback must not be freed while it runs. Nothing that a program's function raises gets into the
library: it is logged, and the sink answers with a code.
"""

from __future__ import annotations

import ctypes
import logging
import time
from ctypes import CFUNCTYPE, POINTER, c_int32, c_uint16, c_uint32, c_void_p
from typing import Any, Callable, Dict, List, Optional, Tuple

from . import _interfaces, _process, _variant
from ._abi import DISPPARAMS, EXCEPINFO, GUID, VARIANT
from ._reference import GUIDS
from ._stream import Deadline
from .com import HasObject, Object

log = logging.getLogger("tapi3")

#: What a program gives: it gets the TAPI_EVENT and the event's object.
Callback = Callable[[int, Object], Any]

VTABLE = "ITTAPIEventNotification"
DISPATCH = "ITTAPIDispatchEventNotification"

_EVENT = 1  # The member Event of the dispinterface.

#: The sinks that are alive, by the address that the library knows them by.
_alive: Dict[int, Sink] = {}
_lock = _process.Lock()

#: Those of a parent's, in a child.
_inherited: List[Dict[int, Sink]] = []

#: Becomes true with the first sink.
_used = False

#: Becomes true at the end of the interpreter.
_silent = False


class Sink(HasObject):
    """A sink that calls a function with each event. It lives while anybody counts on it."""

    def __init__(self, callback: Callback, interface: str = VTABLE) -> None:
        vtable = _VTABLES[interface]
        self.callback: Optional[Callback] = callback
        self.interface = interface
        #: The interfaces that QueryInterface gives.
        self.offers = {bytes(GUIDS[name]) for name in _OFFERS[interface]}
        self._memory = c_void_p(ctypes.addressof(vtable))
        self.address = ctypes.addressof(self._memory)
        #: The first count belongs to the object made below.
        self.count = 1
        global _used
        _used = True
        with _lock:
            _alive[self.address] = self
        # Weakly, so to say: the counts are held by the object's reference, not by this one.
        self._object = Object.adopt(self.address, interface)

    @property
    def com(self) -> Object:
        if self._object is None:
            raise ValueError("this sink was closed")
        return self._object

    def close(self) -> None:
        """No event gets to the function any more, and Python's own count is given back."""
        self.callback = None
        self._object = None


def silence() -> None:
    """No function is called with an event any more."""
    global _silent
    _silent = True


def drain(deadline: Deadline) -> None:
    """Waits until the library is done with all sinks that were closed: it holds a reference to a
    sink as long as an event is on its way there."""
    if not _used:
        return
    while any(sink.callback is None for sink in list(_alive.values())) and deadline.left():
        time.sleep(0.001)
    # The last one has let go of its reference, but may not be back in the library.
    time.sleep(0.001)


def cut_off() -> None:
    """Has the library call nothing of Python's any more, whatever it still holds: a function of the
    C library that gives 0 for whatever it is called with, which is S_OK."""
    if not _used:
        return
    nothing = ctypes.cast(ctypes.CDLL(None).sched_yield, c_void_p).value
    for vtable in _VTABLES.values():
        # Nobody asks for an interface of a sink that has been tied.
        for index in range(1, len(vtable)):
            vtable[index] = nothing


@_process.in_child
def _forked() -> None:
    global _used
    # The library knows where they are, so they stay there.
    _inherited.append(dict(_alive))
    _alive.clear()
    _used = False


# ---- What the library calls ----


def _query_interface(this: int, iid: Any, found: Any) -> int:
    if not found:
        return _interfaces.E_POINTER
    found[0] = None
    sink = _alive.get(this)
    if sink is None or not iid or bytes(iid[0]) not in sink.offers:
        return _interfaces.E_NOINTERFACE
    _add_ref(this)
    found[0] = this
    return _interfaces.S_OK


def _add_ref(this: int) -> int:
    with _lock:
        sink = _alive.get(this)
        if sink is None:
            return 0
        sink.count += 1
        return sink.count


def _release(this: int) -> int:
    with _lock:
        sink = _alive.get(this)
        if sink is None:
            return 0
        sink.count -= 1
        if sink.count == 0:
            del _alive[this]
        return sink.count


def _event(this: int, event: int, pointer: Optional[int]) -> int:
    try:
        sink = _alive.get(this)
        callback = sink.callback if sink else None
        if callback is None or _silent:
            return _interfaces.S_OK
        kind, described = describe(event, Object.borrow(pointer, "IDispatch"))
        callback(kind, described)
        return _interfaces.S_OK
    except BaseException:
        log.exception("an event sink raised; the event counts as delivered")
        return _interfaces.E_FAIL


def _type_info_count(this: int, count: Any) -> int:
    if not count:
        return _interfaces.E_POINTER
    count[0] = 0
    return _interfaces.S_OK


def _type_info(this: int, index: int, language: int, info: Any) -> int:
    if info:
        info[0] = None
    return _interfaces.E_NOTIMPL


def _ids_of_names(this: int, iid: Any, names: Any, count: int, language: int, ids: Any) -> int:
    try:
        unknown = False
        for index in range(count):
            known = index == 0 and _wide(names[index]).lower() == "event"
            ids[index] = _EVENT if known else -1
            unknown = unknown or not known
        return _interfaces.DISP_E_UNKNOWNNAME if unknown else _interfaces.S_OK
    except BaseException:
        log.exception("GetIDsOfNames of an event sink failed")
        return _interfaces.E_FAIL


def _wide(address: int) -> str:
    units: List[bytes] = []
    while True:
        unit = ctypes.string_at(address + 2 * len(units), 2)
        if unit == b"\0\0":
            return b"".join(units).decode("utf-16-le", "replace")
        units.append(unit)


def _invoke(
    this: int,
    dispid: int,
    iid: Any,
    language: int,
    flags: int,
    parameters: Any,
    result: Any,
    exception: Any,
    fault: Any,
) -> int:
    try:
        if dispid != _EVENT:
            return _interfaces.DISP_E_MEMBERNOTFOUND
        if not parameters or parameters[0].cArgs != 2:
            return _interfaces.DISP_E_BADPARAMCOUNT
        # The last argument stands first.
        event = _variant.get(parameters[0].rgvarg[1])
        pointer = parameters[0].rgvarg[0].pointer
        return _event(this, event, pointer)
    except BaseException:
        log.exception("Invoke of an event sink failed")
        return _interfaces.E_FAIL


_QUERY = CFUNCTYPE(c_uint32, c_void_p, POINTER(GUID), POINTER(c_void_p))
_COUNT = CFUNCTYPE(c_uint32, c_void_p)
_UNKNOWN: Tuple[Any, ...] = (_QUERY(_query_interface), _COUNT(_add_ref), _COUNT(_release))

_VTABLE_SINK: Tuple[Any, ...] = (
    *_UNKNOWN,
    CFUNCTYPE(c_uint32, c_void_p, c_int32, c_void_p)(_event),
)
_DISPATCH_SINK: Tuple[Any, ...] = (
    *_UNKNOWN,
    CFUNCTYPE(c_uint32, c_void_p, POINTER(c_uint32))(_type_info_count),
    CFUNCTYPE(c_uint32, c_void_p, c_uint32, c_uint32, POINTER(c_void_p))(_type_info),
    CFUNCTYPE(
        c_uint32,
        c_void_p,
        POINTER(GUID),
        POINTER(c_void_p),
        c_uint32,
        c_uint32,
        POINTER(c_int32),
    )(_ids_of_names),
    CFUNCTYPE(
        c_uint32,
        c_void_p,
        c_int32,
        POINTER(GUID),
        c_uint32,
        c_uint16,
        POINTER(DISPPARAMS),
        POINTER(VARIANT),
        POINTER(EXCEPINFO),
        POINTER(c_uint32),
    )(_invoke),
)


def _vtable(functions: Tuple[Any, ...]) -> Any:
    for function in functions:
        # Never freed, not even when the interpreter takes its modules apart.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(function))
    made = (c_void_p * len(functions))(
        *(ctypes.cast(function, c_void_p).value for function in functions)
    )
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(made))
    return made


_VTABLES = {VTABLE: _vtable(_VTABLE_SINK), DISPATCH: _vtable(_DISPATCH_SINK)}
_OFFERS = {VTABLE: ("IUnknown", VTABLE), DISPATCH: ("IUnknown", "IDispatch", DISPATCH)}


# ---- Events ----

#: The interface of each event's object.
INTERFACES: Dict[str, str] = {
    "TE_TAPIOBJECT": "ITTAPIObjectEvent",
    "TE_ADDRESS": "ITAddressEvent",
    "TE_CALLNOTIFICATION": "ITCallNotificationEvent",
    "TE_CALLSTATE": "ITCallStateEvent",
    "TE_CALLMEDIA": "ITCallMediaEvent",
    "TE_CALLHUB": "ITCallHubEvent",
    "TE_CALLINFOCHANGE": "ITCallInfoChangeEvent",
    "TE_PRIVATE": "ITPrivateEvent",
    "TE_REQUEST": "ITRequestEvent",
    "TE_QOSEVENT": "ITQOSEvent",
    "TE_DIGITEVENT": "ITDigitDetectionEvent",
    "TE_GENERATEEVENT": "ITDigitGenerationEvent",
    "TE_ASRTERMINAL": "ITASRTerminalEvent",
    "TE_TTSTERMINAL": "ITTTSTerminalEvent",
    "TE_FILETERMINAL": "ITFileTerminalEvent",
    "TE_TONETERMINAL": "ITToneTerminalEvent",
    "TE_PHONEEVENT": "ITPhoneEvent",
    "TE_TONEEVENT": "ITToneDetectionEvent",
    "TE_GATHERDIGITS": "ITDigitsGatheredEvent",
    "TE_ADDRESSDEVSPECIFIC": "ITAddressDeviceSpecificEvent",
    "TE_PHONEDEVSPECIFIC": "ITPhoneDeviceSpecificEvent",
}


def describe(event: int, found: Optional[Object]) -> Tuple[int, Any]:
    """The event's number as a TAPI_EVENT, and its object known by the event's interface."""
    try:
        kind: int = _interfaces.TAPI_EVENT(event)
        name = INTERFACES.get(getattr(kind, "name", None) or "")
    except ValueError:
        return event, found
    if found is None or name is None or not found.supports(name):
        return kind, found
    return kind, found.query(name)
