"""One exception class for each result code that means failure.

``except tapi3.TAPI_E_TIMEOUT`` catches that code alone, ``except tapi3.Error`` all of them.

Made by ``cargo run -p codegen`` from idl/; do not edit.
"""

from __future__ import annotations

from typing import Dict, Optional, Tuple, Type

from ._error import Error, HResult


class TAPI_E_NOTENOUGHMEMORY(Error):
    """The buffer given is too small for the answer; pass a larger one."""

    hresult = HResult(0x80040001)


class TAPI_E_NOITEMS(Error):
    """Nothing matches the query: there are no such items."""

    hresult = HResult(0x80040002)


class TAPI_E_NOTSUPPORTED(Error):
    """This address or its provider cannot do this; ask the address capabilities first."""

    hresult = HResult(0x80040003)


class TAPI_E_INVALIDMEDIATYPE(Error):
    """The media type is unknown or not for this address; see ITMediaSupport."""

    hresult = HResult(0x80040004)


class TAPI_E_OPERATIONFAILED(Error):
    """The provider could not do it; the error info and the log may tell why."""

    hresult = HResult(0x80040005)


class TAPI_E_ALLOCATED(Error):
    """The device belongs to another program; try again when that lets go of it."""

    hresult = HResult(0x80040006)


class TAPI_E_CALLUNAVAIL(Error):
    """All call appearances are taken; end a call on this address and try again."""

    hresult = HResult(0x80040007)


class TAPI_E_COMPLETIONOVERRUN(Error):
    """Too many call completion requests are waiting on this address."""

    hresult = HResult(0x80040008)


class TAPI_E_CONFERENCEFULL(Error):
    """The conference has as many parties as it can hold."""

    hresult = HResult(0x80040009)


class TAPI_E_DIALMODIFIERNOTSUPPORTED(Error):
    """The dial string has a modifier that the provider cannot dial; remove it."""

    hresult = HResult(0x8004000A)


class TAPI_E_INUSE(Error):
    """The device is busy; try again later."""

    hresult = HResult(0x8004000B)


class TAPI_E_INVALADDRESS(Error):
    """The destination is malformed or unknown; check it and its address type."""

    hresult = HResult(0x8004000C)


class TAPI_E_INVALADDRESSSTATE(Error):
    """The address is in a state that does not allow this; see ITAddress::get_State."""

    hresult = HResult(0x8004000D)


class TAPI_E_INVALCALLPARAMS(Error):
    """The call parameters contradict each other or do not suit this address."""

    hresult = HResult(0x8004000E)


class TAPI_E_INVALCALLPRIVILEGE(Error):
    """The call privilege is not a CALL_PRIVILEGE value."""

    hresult = HResult(0x8004000F)


class TAPI_E_INVALCALLSTATE(Error):
    """The call is in a state that does not allow this; see ITCallInfo::get_CallState."""

    hresult = HResult(0x80040010)


class TAPI_E_INVALCARD(Error):
    """There is no calling card with this id."""

    hresult = HResult(0x80040011)


class TAPI_E_INVALCOMPLETIONID(Error):
    """There is no call completion request with this id."""

    hresult = HResult(0x80040012)


class TAPI_E_INVALCOUNTRYCODE(Error):
    """The country code is not valid."""

    hresult = HResult(0x80040013)


class TAPI_E_INVALDEVICECLASS(Error):
    """The device class is unknown here; see ITAddressCapabilities::get_DeviceClasses."""

    hresult = HResult(0x80040014)


class TAPI_E_INVALDIALPARAMS(Error):
    """The dialling durations are outside what the provider can do."""

    hresult = HResult(0x80040015)


class TAPI_E_INVALDIGITS(Error):
    """A character is not a digit of this digit mode."""

    hresult = HResult(0x80040016)


class TAPI_E_INVALGROUPID(Error):
    """There is no pickup group with this id."""

    hresult = HResult(0x80040017)


class TAPI_E_INVALLOCATION(Error):
    """There is no dialling location with this id."""

    hresult = HResult(0x80040018)


class TAPI_E_INVALMESSAGEID(Error):
    """There is no call completion message with this id."""

    hresult = HResult(0x80040019)


class TAPI_E_INVALPARKID(Error):
    """Nothing is parked at this address, or nothing can be parked there."""

    hresult = HResult(0x8004001A)


class TAPI_E_INVALRATE(Error):
    """The data rate is outside what the address can do."""

    hresult = HResult(0x8004001B)


class TAPI_E_INVALTIMEOUT(Error):
    """The timeout is outside the range that the address capabilities give."""

    hresult = HResult(0x8004001C)


class TAPI_E_INVALTONE(Error):
    """The tone has frequencies or times that the provider cannot do."""

    hresult = HResult(0x8004001D)


class TAPI_E_INVALLIST(Error):
    """The list is malformed or has too many entries."""

    hresult = HResult(0x8004001E)


class TAPI_E_INVALMODE(Error):
    """The mode is unknown or not possible here."""

    hresult = HResult(0x8004001F)


class TAPI_E_NOCONFERENCE(Error):
    """The call is not part of a conference."""

    hresult = HResult(0x80040020)


class TAPI_E_NODEVICE(Error):
    """The device is gone, or the call has none of this class."""

    hresult = HResult(0x80040021)


class TAPI_E_NOREQUEST(Error):
    """No assisted-telephony request is waiting."""

    hresult = HResult(0x80040022)


class TAPI_E_NOTOWNER(Error):
    """This program only monitors the call; only its owner may do this."""

    hresult = HResult(0x80040023)


class TAPI_E_NOTREGISTERED(Error):
    """This program is not registered as a recipient of assisted-telephony requests."""

    hresult = HResult(0x80040024)


class TAPI_E_REQUESTOVERRUN(Error):
    """Too many assisted-telephony requests are waiting; try again later."""

    hresult = HResult(0x80040025)


class TAPI_E_TARGETNOTFOUND(Error):
    """No program is there to hand the call to; it must register on the address first."""

    hresult = HResult(0x80040026)


class TAPI_E_TARGETSELF(Error):
    """The call would be handed to this program itself; no other stands before it."""

    hresult = HResult(0x80040027)


class TAPI_E_USERUSERINFOTOOBIG(Error):
    """The user-user information is longer than the network allows; shorten it."""

    hresult = HResult(0x80040028)


class TAPI_E_REINIT(Error):
    """The lines have changed; all programs must shut down and initialize again."""

    hresult = HResult(0x80040029)


class TAPI_E_ADDRESSBLOCKED(Error):
    """Calls to this destination are barred by the network or the called party."""

    hresult = HResult(0x8004002A)


class TAPI_E_BILLINGREJECTED(Error):
    """The network refused the calling card or billing data."""

    hresult = HResult(0x8004002B)


class TAPI_E_INVALFEATURE(Error):
    """The feature is unknown or not available on this device."""

    hresult = HResult(0x8004002C)


class TAPI_E_INVALBUTTONLAMPID(Error):
    """The phone has no button or lamp with this id."""

    hresult = HResult(0x8004002D)


class TAPI_E_INVALBUTTONSTATE(Error):
    """The button state is not a PHONE_BUTTON_STATE value."""

    hresult = HResult(0x8004002E)


class TAPI_E_INVALDATAID(Error):
    """The phone has no data area with this id."""

    hresult = HResult(0x8004002F)


class TAPI_E_INVALHOOKSWITCHDEV(Error):
    """The phone has no such hook-switch device."""

    hresult = HResult(0x80040030)


class TAPI_E_DROPPED(Error):
    """The call was disconnected while the method was waiting."""

    hresult = HResult(0x80040031)


class TAPI_E_NOREQUESTRECIPIENT(Error):
    """No program is registered to carry out assisted-telephony requests."""

    hresult = HResult(0x80040032)


class TAPI_E_REQUESTQUEUEFULL(Error):
    """The queue of assisted-telephony requests is full; try again later."""

    hresult = HResult(0x80040033)


class TAPI_E_DESTBUSY(Error):
    """The called party is busy; try again later."""

    hresult = HResult(0x80040034)


class TAPI_E_DESTNOANSWER(Error):
    """The called party did not answer."""

    hresult = HResult(0x80040035)


class TAPI_E_DESTUNAVAIL(Error):
    """The called party refused the call or cannot be reached."""

    hresult = HResult(0x80040036)


class TAPI_E_REQUESTFAILED(Error):
    """The assisted-telephony request failed; no reason was given."""

    hresult = HResult(0x80040037)


class TAPI_E_REQUESTCANCELLED(Error):
    """The assisted-telephony request was withdrawn."""

    hresult = HResult(0x80040038)


class TAPI_E_INVALPRIVILEGE(Error):
    """The privilege is not enough for this, or is not a privilege value."""

    hresult = HResult(0x80040039)


class TAPI_E_INVALIDDIRECTION(Error):
    """The direction is not a TERMINAL_DIRECTION value, or does not fit here."""

    hresult = HResult(0x8004003A)


class TAPI_E_INVALIDTERMINAL(Error):
    """The terminal does not fit this stream, call or address, or is not selected."""

    hresult = HResult(0x8004003B)


class TAPI_E_INVALIDTERMINALCLASS(Error):
    """The terminal class is unknown to this address."""

    hresult = HResult(0x8004003C)


class TAPI_E_NODRIVER(Error):
    """The provider of this address has been removed."""

    hresult = HResult(0x8004003D)


class TAPI_E_MAXSTREAMS(Error):
    """The call has as many streams as it can have."""

    hresult = HResult(0x8004003E)


class TAPI_E_NOTERMINALSELECTED(Error):
    """Nothing to work with: select a terminal first."""

    hresult = HResult(0x8004003F)


class TAPI_E_TERMINALINUSE(Error):
    """The terminal is used elsewhere; unselect it there first."""

    hresult = HResult(0x80040040)


class TAPI_E_NOTSTOPPED(Error):
    """The streams of the call must be stopped first."""

    hresult = HResult(0x80040041)


class TAPI_E_MAXTERMINALS(Error):
    """The stream has as many terminals as it can have."""

    hresult = HResult(0x80040042)


class TAPI_E_INVALIDSTREAM(Error):
    """The stream does not belong to this call or cannot do this."""

    hresult = HResult(0x80040043)


class TAPI_E_TIMEOUT(Error, TimeoutError):
    """The provider has not answered in time; a late answer still takes effect."""

    hresult = HResult(0x80040044)


class TAPI_E_CALLCENTER_GROUP_REMOVED(Error):
    """The ACD group has been removed."""

    hresult = HResult(0x80040045)


class TAPI_E_CALLCENTER_QUEUE_REMOVED(Error):
    """The ACD queue has been removed."""

    hresult = HResult(0x80040046)


class TAPI_E_CALLCENTER_NO_AGENT_ID(Error):
    """The agent was created without an id."""

    hresult = HResult(0x80040047)


class TAPI_E_CALLCENTER_INVALAGENTID(Error):
    """The agent id is not valid."""

    hresult = HResult(0x80040048)


class TAPI_E_CALLCENTER_INVALAGENTGROUP(Error):
    """The agent group is not valid."""

    hresult = HResult(0x80040049)


class TAPI_E_CALLCENTER_INVALPASSWORD(Error):
    """The agent's password is wrong."""

    hresult = HResult(0x8004004A)


class TAPI_E_CALLCENTER_INVALAGENTSTATE(Error):
    """The agent state is not valid, or does not follow from the present one."""

    hresult = HResult(0x8004004B)


class TAPI_E_CALLCENTER_INVALAGENTACTIVITY(Error):
    """The agent activity is not valid."""

    hresult = HResult(0x8004004C)


class TAPI_E_REGISTRY_SETTING_CORRUPT(Error):
    """A stored setting is damaged; repair the configuration."""

    hresult = HResult(0x8004004D)


class TAPI_E_TERMINAL_PEER(Error):
    """The bridge terminal already has a peer."""

    hresult = HResult(0x8004004E)


class TAPI_E_PEER_NOT_SET(Error):
    """The bridge terminal has no peer yet; set it first."""

    hresult = HResult(0x8004004F)


class TAPI_E_NOEVENT(Error):
    """The provider's event queue is empty."""

    hresult = HResult(0x80040050)


class TAPI_E_INVALADDRESSTYPE(Error):
    """The address does not take this address type; see AC_ADDRESSTYPES."""

    hresult = HResult(0x80040051)


class TAPI_E_RESOURCEUNAVAIL(Error):
    """The provider is short of a resource; try again later."""

    hresult = HResult(0x80040052)


class TAPI_E_PHONENOTOPEN(Error):
    """The phone is not open; call ITPhone::Open first."""

    hresult = HResult(0x80040053)


class TAPI_E_CALLNOTSELECTED(Error):
    """The call is not selected on the phone; call SelectCall first."""

    hresult = HResult(0x80040054)


class TAPI_E_WRONGEVENT(Error):
    """This property says nothing for this kind of event; see its get_Event."""

    hresult = HResult(0x80040055)


class TAPI_E_NOFORMAT(Error):
    """No media format is set or known."""

    hresult = HResult(0x80040056)


class TAPI_E_INVALIDSTREAMSTATE(Error):
    """The stream is in a state that does not allow this."""

    hresult = HResult(0x80040057)


class TAPI_E_WRONG_STATE(Error):
    """The object is in a state that does not allow this."""

    hresult = HResult(0x80040058)


class TAPI_E_NOT_INITIALIZED(Error):
    """The TAPI object is not initialized; call ITTAPI::Initialize first."""

    hresult = HResult(0x80040059)


class TAPI_E_SERVICE_NOT_RUNNING(Error):
    """The telephony service is not running."""

    hresult = HResult(0x8004005A)


class E_PENDING(Error):
    """The information is not known yet; ask again after the next event."""

    hresult = HResult(0x8000000A)


class E_NOTIMPL(Error, NotImplementedError):
    """The method exists but is not implemented here."""

    hresult = HResult(0x80004001)


class E_NOINTERFACE(Error):
    """The object does not have this interface."""

    hresult = HResult(0x80004002)


class E_POINTER(Error):
    """A pointer that must not be NULL is NULL."""

    hresult = HResult(0x80004003)


class E_ABORT(Error):
    """The operation was abandoned."""

    hresult = HResult(0x80004004)


class E_FAIL(Error):
    """The operation failed; the error info may tell why."""

    hresult = HResult(0x80004005)


class E_UNEXPECTED(Error):
    """The object was not in a state to do this, or the library met an internal error."""

    hresult = HResult(0x8000FFFF)


class E_ACCESSDENIED(Error):
    """Access was denied; check the rights and the credentials."""

    hresult = HResult(0x80070005)


class E_OUTOFMEMORY(Error, MemoryError):
    """There is not enough memory; nothing has changed, the method can be called again."""

    hresult = HResult(0x8007000E)


class E_INVALIDARG(Error, ValueError):
    """An argument is outside the values that the method takes."""

    hresult = HResult(0x80070057)


class CONNECT_E_NOCONNECTION(Error):
    """There is no connection with this cookie; it may have been unadvised already."""

    hresult = HResult(0x80040200)


class CONNECT_E_ADVISELIMIT(Error):
    """The connection point takes no further sinks."""

    hresult = HResult(0x80040201)


class CONNECT_E_CANNOTCONNECT(Error):
    """The sink does not have the interface of this connection point."""

    hresult = HResult(0x80040202)


class CLASS_E_NOAGGREGATION(Error):
    """The class cannot be aggregated; pass NULL as the outer object."""

    hresult = HResult(0x80040110)


class CLASS_E_CLASSNOTAVAILABLE(Error):
    """The library has no class with this id."""

    hresult = HResult(0x80040111)


class REGDB_E_CLASSNOTREG(Error):
    """No class is registered with this id."""

    hresult = HResult(0x80040154)


class CO_E_NOTINITIALIZED(Error):
    """COM is not initialized on this thread; call CoInitializeEx first."""

    hresult = HResult(0x800401F0)


class CO_E_OBJNOTCONNECTED(Error):
    """The object has lost its connection to what it stands for."""

    hresult = HResult(0x800401FD)


class CO_E_CLASSSTRING(Error):
    """The text is not a class id and not a known ProgID."""

    hresult = HResult(0x800401F3)


class CO_E_IIDSTRING(Error):
    """The text is not an interface id in braces."""

    hresult = HResult(0x800401F4)


class RPC_E_CHANGED_MODE(Error):
    """COM is already initialized on this thread with another apartment kind."""

    hresult = HResult(0x80010106)


class DISP_E_UNKNOWNINTERFACE(Error):
    """The interface is not known."""

    hresult = HResult(0x80020001)


class DISP_E_MEMBERNOTFOUND(Error):
    """The object has no member with this dispid that can be used in this way."""

    hresult = HResult(0x80020003)


class DISP_E_PARAMNOTFOUND(Error):
    """The dispid of a named argument matches no parameter."""

    hresult = HResult(0x80020004)


class DISP_E_TYPEMISMATCH(Error, TypeError):
    """An argument cannot be converted to the type of its parameter."""

    hresult = HResult(0x80020005)


class DISP_E_UNKNOWNNAME(Error):
    """The object has no member or parameter with this name."""

    hresult = HResult(0x80020006)


class DISP_E_NONAMEDARGS(Error):
    """The member takes no named arguments."""

    hresult = HResult(0x80020007)


class DISP_E_BADVARTYPE(Error):
    """An argument has a variant type that is not allowed."""

    hresult = HResult(0x80020008)


class DISP_E_EXCEPTION(Error):
    """The member was called and failed; EXCEPINFO has the HRESULT and the reason."""

    hresult = HResult(0x80020009)


class DISP_E_OVERFLOW(Error, OverflowError):
    """An argument is too large or too small for the type of its parameter."""

    hresult = HResult(0x8002000A)


class DISP_E_BADINDEX(Error):
    """The index is outside the array."""

    hresult = HResult(0x8002000B)


class DISP_E_UNKNOWNLCID(Error):
    """The locale id is not known."""

    hresult = HResult(0x8002000C)


class DISP_E_ARRAYISLOCKED(Error):
    """The array is locked; undo SafeArrayAccessData first."""

    hresult = HResult(0x8002000D)


class DISP_E_BADPARAMCOUNT(Error, TypeError):
    """The number of arguments is not that of the member's parameters."""

    hresult = HResult(0x8002000E)


class DISP_E_PARAMNOTOPTIONAL(Error):
    """An argument is missing for a parameter that is not optional."""

    hresult = HResult(0x8002000F)


class MS_E_SAMPLEALLOC(Error):
    """Samples of the stream have been handed out, so this cannot be changed any more."""

    hresult = HResult(0x80040401)


class MS_E_PURPOSEID(Error):
    """The stream has no such purpose."""

    hresult = HResult(0x80040402)


class MS_E_NOSTREAM(Error):
    """There is no such stream."""

    hresult = HResult(0x80040403)


class MS_E_NOSEEKING(Error):
    """The stream has no position that could be changed."""

    hresult = HResult(0x80040404)


class MS_E_INCOMPATIBLE(Error):
    """The streams, or the sample and the stream, do not go together."""

    hresult = HResult(0x80040405)


class MS_E_BUSY(Error):
    """The sample is being updated; wait for the end of that with CompletionStatus."""

    hresult = HResult(0x80040406)


class MS_E_NOTINIT(Error):
    """What is needed first has not been set yet."""

    hresult = HResult(0x80040407)


class MS_E_SOURCEALREADYDEFINED(Error):
    """The stream has a source already."""

    hresult = HResult(0x80040408)


class MS_E_INVALIDSTREAMTYPE(Error):
    """Not possible on a stream of this type."""

    hresult = HResult(0x80040409)


class MS_E_NOTRUNNING(Error):
    """The stream does not run."""

    hresult = HResult(0x8004040A)


class VFW_E_ALREADY_CONNECTED(Error):
    """The terminal is on a stream already, so this cannot be changed any more."""

    hresult = HResult(0x80040204)


class VFW_E_NOT_CONNECTED(Error):
    """The terminal is on no stream."""

    hresult = HResult(0x80040209)


class VFW_E_BUFFER_NOTSET(Error):
    """The sample has no memory; give it some with IMemoryData::SetBuffer."""

    hresult = HResult(0x8004020C)


class VFW_E_BUFFER_OVERFLOW(Error):
    """That does not fit into the buffer."""

    hresult = HResult(0x8004020D)


class VFW_E_BADALIGN(Error):
    """The alignment of buffers must be a power of two."""

    hresult = HResult(0x8004020E)


class VFW_E_NOT_COMMITTED(Error):
    """The stream does not run: wait for CME_STREAM_ACTIVE, or the call is over."""

    hresult = HResult(0x80040211)


class VFW_E_TYPE_NOT_ACCEPTED(Error):
    """The terminal takes another format only; get_MediaFormat tells which."""

    hresult = HResult(0x8004022A)


class VFW_E_TIMEOUT(Error):
    """It did not happen in time."""

    hresult = HResult(0x8004022E)


_CLASSES: Tuple[Type[Error], ...] = (
    TAPI_E_NOTENOUGHMEMORY,
    TAPI_E_NOITEMS,
    TAPI_E_NOTSUPPORTED,
    TAPI_E_INVALIDMEDIATYPE,
    TAPI_E_OPERATIONFAILED,
    TAPI_E_ALLOCATED,
    TAPI_E_CALLUNAVAIL,
    TAPI_E_COMPLETIONOVERRUN,
    TAPI_E_CONFERENCEFULL,
    TAPI_E_DIALMODIFIERNOTSUPPORTED,
    TAPI_E_INUSE,
    TAPI_E_INVALADDRESS,
    TAPI_E_INVALADDRESSSTATE,
    TAPI_E_INVALCALLPARAMS,
    TAPI_E_INVALCALLPRIVILEGE,
    TAPI_E_INVALCALLSTATE,
    TAPI_E_INVALCARD,
    TAPI_E_INVALCOMPLETIONID,
    TAPI_E_INVALCOUNTRYCODE,
    TAPI_E_INVALDEVICECLASS,
    TAPI_E_INVALDIALPARAMS,
    TAPI_E_INVALDIGITS,
    TAPI_E_INVALGROUPID,
    TAPI_E_INVALLOCATION,
    TAPI_E_INVALMESSAGEID,
    TAPI_E_INVALPARKID,
    TAPI_E_INVALRATE,
    TAPI_E_INVALTIMEOUT,
    TAPI_E_INVALTONE,
    TAPI_E_INVALLIST,
    TAPI_E_INVALMODE,
    TAPI_E_NOCONFERENCE,
    TAPI_E_NODEVICE,
    TAPI_E_NOREQUEST,
    TAPI_E_NOTOWNER,
    TAPI_E_NOTREGISTERED,
    TAPI_E_REQUESTOVERRUN,
    TAPI_E_TARGETNOTFOUND,
    TAPI_E_TARGETSELF,
    TAPI_E_USERUSERINFOTOOBIG,
    TAPI_E_REINIT,
    TAPI_E_ADDRESSBLOCKED,
    TAPI_E_BILLINGREJECTED,
    TAPI_E_INVALFEATURE,
    TAPI_E_INVALBUTTONLAMPID,
    TAPI_E_INVALBUTTONSTATE,
    TAPI_E_INVALDATAID,
    TAPI_E_INVALHOOKSWITCHDEV,
    TAPI_E_DROPPED,
    TAPI_E_NOREQUESTRECIPIENT,
    TAPI_E_REQUESTQUEUEFULL,
    TAPI_E_DESTBUSY,
    TAPI_E_DESTNOANSWER,
    TAPI_E_DESTUNAVAIL,
    TAPI_E_REQUESTFAILED,
    TAPI_E_REQUESTCANCELLED,
    TAPI_E_INVALPRIVILEGE,
    TAPI_E_INVALIDDIRECTION,
    TAPI_E_INVALIDTERMINAL,
    TAPI_E_INVALIDTERMINALCLASS,
    TAPI_E_NODRIVER,
    TAPI_E_MAXSTREAMS,
    TAPI_E_NOTERMINALSELECTED,
    TAPI_E_TERMINALINUSE,
    TAPI_E_NOTSTOPPED,
    TAPI_E_MAXTERMINALS,
    TAPI_E_INVALIDSTREAM,
    TAPI_E_TIMEOUT,
    TAPI_E_CALLCENTER_GROUP_REMOVED,
    TAPI_E_CALLCENTER_QUEUE_REMOVED,
    TAPI_E_CALLCENTER_NO_AGENT_ID,
    TAPI_E_CALLCENTER_INVALAGENTID,
    TAPI_E_CALLCENTER_INVALAGENTGROUP,
    TAPI_E_CALLCENTER_INVALPASSWORD,
    TAPI_E_CALLCENTER_INVALAGENTSTATE,
    TAPI_E_CALLCENTER_INVALAGENTACTIVITY,
    TAPI_E_REGISTRY_SETTING_CORRUPT,
    TAPI_E_TERMINAL_PEER,
    TAPI_E_PEER_NOT_SET,
    TAPI_E_NOEVENT,
    TAPI_E_INVALADDRESSTYPE,
    TAPI_E_RESOURCEUNAVAIL,
    TAPI_E_PHONENOTOPEN,
    TAPI_E_CALLNOTSELECTED,
    TAPI_E_WRONGEVENT,
    TAPI_E_NOFORMAT,
    TAPI_E_INVALIDSTREAMSTATE,
    TAPI_E_WRONG_STATE,
    TAPI_E_NOT_INITIALIZED,
    TAPI_E_SERVICE_NOT_RUNNING,
    E_PENDING,
    E_NOTIMPL,
    E_NOINTERFACE,
    E_POINTER,
    E_ABORT,
    E_FAIL,
    E_UNEXPECTED,
    E_ACCESSDENIED,
    E_OUTOFMEMORY,
    E_INVALIDARG,
    CONNECT_E_NOCONNECTION,
    CONNECT_E_ADVISELIMIT,
    CONNECT_E_CANNOTCONNECT,
    CLASS_E_NOAGGREGATION,
    CLASS_E_CLASSNOTAVAILABLE,
    REGDB_E_CLASSNOTREG,
    CO_E_NOTINITIALIZED,
    CO_E_OBJNOTCONNECTED,
    CO_E_CLASSSTRING,
    CO_E_IIDSTRING,
    RPC_E_CHANGED_MODE,
    DISP_E_UNKNOWNINTERFACE,
    DISP_E_MEMBERNOTFOUND,
    DISP_E_PARAMNOTFOUND,
    DISP_E_TYPEMISMATCH,
    DISP_E_UNKNOWNNAME,
    DISP_E_NONAMEDARGS,
    DISP_E_BADVARTYPE,
    DISP_E_EXCEPTION,
    DISP_E_OVERFLOW,
    DISP_E_BADINDEX,
    DISP_E_UNKNOWNLCID,
    DISP_E_ARRAYISLOCKED,
    DISP_E_BADPARAMCOUNT,
    DISP_E_PARAMNOTOPTIONAL,
    MS_E_SAMPLEALLOC,
    MS_E_PURPOSEID,
    MS_E_NOSTREAM,
    MS_E_NOSEEKING,
    MS_E_INCOMPATIBLE,
    MS_E_BUSY,
    MS_E_NOTINIT,
    MS_E_SOURCEALREADYDEFINED,
    MS_E_INVALIDSTREAMTYPE,
    MS_E_NOTRUNNING,
    VFW_E_ALREADY_CONNECTED,
    VFW_E_NOT_CONNECTED,
    VFW_E_BUFFER_NOTSET,
    VFW_E_BUFFER_OVERFLOW,
    VFW_E_BADALIGN,
    VFW_E_NOT_COMMITTED,
    VFW_E_TYPE_NOT_ACCEPTED,
    VFW_E_TIMEOUT,
)

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
    "TAPI_E_NOTENOUGHMEMORY",
    "TAPI_E_NOITEMS",
    "TAPI_E_NOTSUPPORTED",
    "TAPI_E_INVALIDMEDIATYPE",
    "TAPI_E_OPERATIONFAILED",
    "TAPI_E_ALLOCATED",
    "TAPI_E_CALLUNAVAIL",
    "TAPI_E_COMPLETIONOVERRUN",
    "TAPI_E_CONFERENCEFULL",
    "TAPI_E_DIALMODIFIERNOTSUPPORTED",
    "TAPI_E_INUSE",
    "TAPI_E_INVALADDRESS",
    "TAPI_E_INVALADDRESSSTATE",
    "TAPI_E_INVALCALLPARAMS",
    "TAPI_E_INVALCALLPRIVILEGE",
    "TAPI_E_INVALCALLSTATE",
    "TAPI_E_INVALCARD",
    "TAPI_E_INVALCOMPLETIONID",
    "TAPI_E_INVALCOUNTRYCODE",
    "TAPI_E_INVALDEVICECLASS",
    "TAPI_E_INVALDIALPARAMS",
    "TAPI_E_INVALDIGITS",
    "TAPI_E_INVALGROUPID",
    "TAPI_E_INVALLOCATION",
    "TAPI_E_INVALMESSAGEID",
    "TAPI_E_INVALPARKID",
    "TAPI_E_INVALRATE",
    "TAPI_E_INVALTIMEOUT",
    "TAPI_E_INVALTONE",
    "TAPI_E_INVALLIST",
    "TAPI_E_INVALMODE",
    "TAPI_E_NOCONFERENCE",
    "TAPI_E_NODEVICE",
    "TAPI_E_NOREQUEST",
    "TAPI_E_NOTOWNER",
    "TAPI_E_NOTREGISTERED",
    "TAPI_E_REQUESTOVERRUN",
    "TAPI_E_TARGETNOTFOUND",
    "TAPI_E_TARGETSELF",
    "TAPI_E_USERUSERINFOTOOBIG",
    "TAPI_E_REINIT",
    "TAPI_E_ADDRESSBLOCKED",
    "TAPI_E_BILLINGREJECTED",
    "TAPI_E_INVALFEATURE",
    "TAPI_E_INVALBUTTONLAMPID",
    "TAPI_E_INVALBUTTONSTATE",
    "TAPI_E_INVALDATAID",
    "TAPI_E_INVALHOOKSWITCHDEV",
    "TAPI_E_DROPPED",
    "TAPI_E_NOREQUESTRECIPIENT",
    "TAPI_E_REQUESTQUEUEFULL",
    "TAPI_E_DESTBUSY",
    "TAPI_E_DESTNOANSWER",
    "TAPI_E_DESTUNAVAIL",
    "TAPI_E_REQUESTFAILED",
    "TAPI_E_REQUESTCANCELLED",
    "TAPI_E_INVALPRIVILEGE",
    "TAPI_E_INVALIDDIRECTION",
    "TAPI_E_INVALIDTERMINAL",
    "TAPI_E_INVALIDTERMINALCLASS",
    "TAPI_E_NODRIVER",
    "TAPI_E_MAXSTREAMS",
    "TAPI_E_NOTERMINALSELECTED",
    "TAPI_E_TERMINALINUSE",
    "TAPI_E_NOTSTOPPED",
    "TAPI_E_MAXTERMINALS",
    "TAPI_E_INVALIDSTREAM",
    "TAPI_E_TIMEOUT",
    "TAPI_E_CALLCENTER_GROUP_REMOVED",
    "TAPI_E_CALLCENTER_QUEUE_REMOVED",
    "TAPI_E_CALLCENTER_NO_AGENT_ID",
    "TAPI_E_CALLCENTER_INVALAGENTID",
    "TAPI_E_CALLCENTER_INVALAGENTGROUP",
    "TAPI_E_CALLCENTER_INVALPASSWORD",
    "TAPI_E_CALLCENTER_INVALAGENTSTATE",
    "TAPI_E_CALLCENTER_INVALAGENTACTIVITY",
    "TAPI_E_REGISTRY_SETTING_CORRUPT",
    "TAPI_E_TERMINAL_PEER",
    "TAPI_E_PEER_NOT_SET",
    "TAPI_E_NOEVENT",
    "TAPI_E_INVALADDRESSTYPE",
    "TAPI_E_RESOURCEUNAVAIL",
    "TAPI_E_PHONENOTOPEN",
    "TAPI_E_CALLNOTSELECTED",
    "TAPI_E_WRONGEVENT",
    "TAPI_E_NOFORMAT",
    "TAPI_E_INVALIDSTREAMSTATE",
    "TAPI_E_WRONG_STATE",
    "TAPI_E_NOT_INITIALIZED",
    "TAPI_E_SERVICE_NOT_RUNNING",
    "E_PENDING",
    "E_NOTIMPL",
    "E_NOINTERFACE",
    "E_POINTER",
    "E_ABORT",
    "E_FAIL",
    "E_UNEXPECTED",
    "E_ACCESSDENIED",
    "E_OUTOFMEMORY",
    "E_INVALIDARG",
    "CONNECT_E_NOCONNECTION",
    "CONNECT_E_ADVISELIMIT",
    "CONNECT_E_CANNOTCONNECT",
    "CLASS_E_NOAGGREGATION",
    "CLASS_E_CLASSNOTAVAILABLE",
    "REGDB_E_CLASSNOTREG",
    "CO_E_NOTINITIALIZED",
    "CO_E_OBJNOTCONNECTED",
    "CO_E_CLASSSTRING",
    "CO_E_IIDSTRING",
    "RPC_E_CHANGED_MODE",
    "DISP_E_UNKNOWNINTERFACE",
    "DISP_E_MEMBERNOTFOUND",
    "DISP_E_PARAMNOTFOUND",
    "DISP_E_TYPEMISMATCH",
    "DISP_E_UNKNOWNNAME",
    "DISP_E_NONAMEDARGS",
    "DISP_E_BADVARTYPE",
    "DISP_E_EXCEPTION",
    "DISP_E_OVERFLOW",
    "DISP_E_BADINDEX",
    "DISP_E_UNKNOWNLCID",
    "DISP_E_ARRAYISLOCKED",
    "DISP_E_BADPARAMCOUNT",
    "DISP_E_PARAMNOTOPTIONAL",
    "MS_E_SAMPLEALLOC",
    "MS_E_PURPOSEID",
    "MS_E_NOSTREAM",
    "MS_E_NOSEEKING",
    "MS_E_INCOMPATIBLE",
    "MS_E_BUSY",
    "MS_E_NOTINIT",
    "MS_E_SOURCEALREADYDEFINED",
    "MS_E_INVALIDSTREAMTYPE",
    "MS_E_NOTRUNNING",
    "VFW_E_ALREADY_CONNECTED",
    "VFW_E_NOT_CONNECTED",
    "VFW_E_BUFFER_NOTSET",
    "VFW_E_BUFFER_OVERFLOW",
    "VFW_E_BADALIGN",
    "VFW_E_NOT_COMMITTED",
    "VFW_E_TYPE_NOT_ACCEPTED",
    "VFW_E_TIMEOUT",
]
