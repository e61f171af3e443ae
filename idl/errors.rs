//! HRESULT values: the TAPI_E_* codes and the standard ones that the library returns.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// The buffer given is too small for the answer; pass a larger one.
pub const TAPI_E_NOTENOUGHMEMORY: HRESULT = 0x80040001;

/// Nothing matches the query: there are no such items.
pub const TAPI_E_NOITEMS: HRESULT = 0x80040002;

/// This address or its provider cannot do this; ask the address capabilities first.
pub const TAPI_E_NOTSUPPORTED: HRESULT = 0x80040003;

/// The media type is unknown or not for this address; see ITMediaSupport.
pub const TAPI_E_INVALIDMEDIATYPE: HRESULT = 0x80040004;

/// The provider could not do it; the error info and the log may tell why.
pub const TAPI_E_OPERATIONFAILED: HRESULT = 0x80040005;

/// The device belongs to another program; try again when that lets go of it.
pub const TAPI_E_ALLOCATED: HRESULT = 0x80040006;

/// All call appearances are taken; end a call on this address and try again.
pub const TAPI_E_CALLUNAVAIL: HRESULT = 0x80040007;

/// Too many call completion requests are waiting on this address.
pub const TAPI_E_COMPLETIONOVERRUN: HRESULT = 0x80040008;

/// The conference has as many parties as it can hold.
pub const TAPI_E_CONFERENCEFULL: HRESULT = 0x80040009;

/// The dial string has a modifier that the provider cannot dial; remove it.
pub const TAPI_E_DIALMODIFIERNOTSUPPORTED: HRESULT = 0x8004000A;

/// The device is busy; try again later.
pub const TAPI_E_INUSE: HRESULT = 0x8004000B;

/// The destination is malformed or unknown; check it and its address type.
pub const TAPI_E_INVALADDRESS: HRESULT = 0x8004000C;

/// The address is in a state that does not allow this; see ITAddress::get_State.
pub const TAPI_E_INVALADDRESSSTATE: HRESULT = 0x8004000D;

/// The call parameters contradict each other or do not suit this address.
pub const TAPI_E_INVALCALLPARAMS: HRESULT = 0x8004000E;

/// The call privilege is not a CALL_PRIVILEGE value.
pub const TAPI_E_INVALCALLPRIVILEGE: HRESULT = 0x8004000F;

/// The call is in a state that does not allow this; see ITCallInfo::get_CallState.
pub const TAPI_E_INVALCALLSTATE: HRESULT = 0x80040010;

/// There is no calling card with this id.
pub const TAPI_E_INVALCARD: HRESULT = 0x80040011;

/// There is no call completion request with this id.
pub const TAPI_E_INVALCOMPLETIONID: HRESULT = 0x80040012;

/// The country code is not valid.
pub const TAPI_E_INVALCOUNTRYCODE: HRESULT = 0x80040013;

/// The device class is unknown here; see ITAddressCapabilities::get_DeviceClasses.
pub const TAPI_E_INVALDEVICECLASS: HRESULT = 0x80040014;

/// The dialling durations are outside what the provider can do.
pub const TAPI_E_INVALDIALPARAMS: HRESULT = 0x80040015;

/// A character is not a digit of this digit mode.
pub const TAPI_E_INVALDIGITS: HRESULT = 0x80040016;

/// There is no pickup group with this id.
pub const TAPI_E_INVALGROUPID: HRESULT = 0x80040017;

/// There is no dialling location with this id.
pub const TAPI_E_INVALLOCATION: HRESULT = 0x80040018;

/// There is no call completion message with this id.
pub const TAPI_E_INVALMESSAGEID: HRESULT = 0x80040019;

/// Nothing is parked at this address, or nothing can be parked there.
pub const TAPI_E_INVALPARKID: HRESULT = 0x8004001A;

/// The data rate is outside what the address can do.
pub const TAPI_E_INVALRATE: HRESULT = 0x8004001B;

/// The timeout is outside the range that the address capabilities give.
pub const TAPI_E_INVALTIMEOUT: HRESULT = 0x8004001C;

/// The tone has frequencies or times that the provider cannot do.
pub const TAPI_E_INVALTONE: HRESULT = 0x8004001D;

/// The list is malformed or has too many entries.
pub const TAPI_E_INVALLIST: HRESULT = 0x8004001E;

/// The mode is unknown or not possible here.
pub const TAPI_E_INVALMODE: HRESULT = 0x8004001F;

/// The call is not part of a conference.
pub const TAPI_E_NOCONFERENCE: HRESULT = 0x80040020;

/// The device is gone, or the call has none of this class.
pub const TAPI_E_NODEVICE: HRESULT = 0x80040021;

/// No assisted-telephony request is waiting.
pub const TAPI_E_NOREQUEST: HRESULT = 0x80040022;

/// This program only monitors the call; only its owner may do this.
pub const TAPI_E_NOTOWNER: HRESULT = 0x80040023;

/// This program is not registered as a recipient of assisted-telephony requests.
pub const TAPI_E_NOTREGISTERED: HRESULT = 0x80040024;

/// Too many assisted-telephony requests are waiting; try again later.
pub const TAPI_E_REQUESTOVERRUN: HRESULT = 0x80040025;

/// No program is there to hand the call to; it must register on the address first.
pub const TAPI_E_TARGETNOTFOUND: HRESULT = 0x80040026;

/// The call would be handed to this program itself; no other stands before it.
pub const TAPI_E_TARGETSELF: HRESULT = 0x80040027;

/// The user-user information is longer than the network allows; shorten it.
pub const TAPI_E_USERUSERINFOTOOBIG: HRESULT = 0x80040028;

/// The lines have changed; all programs must shut down and initialize again.
pub const TAPI_E_REINIT: HRESULT = 0x80040029;

/// Calls to this destination are barred by the network or the called party.
pub const TAPI_E_ADDRESSBLOCKED: HRESULT = 0x8004002A;

/// The network refused the calling card or billing data.
pub const TAPI_E_BILLINGREJECTED: HRESULT = 0x8004002B;

/// The feature is unknown or not available on this device.
pub const TAPI_E_INVALFEATURE: HRESULT = 0x8004002C;

/// The phone has no button or lamp with this id.
pub const TAPI_E_INVALBUTTONLAMPID: HRESULT = 0x8004002D;

/// The button state is not a PHONE_BUTTON_STATE value.
pub const TAPI_E_INVALBUTTONSTATE: HRESULT = 0x8004002E;

/// The phone has no data area with this id.
pub const TAPI_E_INVALDATAID: HRESULT = 0x8004002F;

/// The phone has no such hook-switch device.
pub const TAPI_E_INVALHOOKSWITCHDEV: HRESULT = 0x80040030;

/// The call was disconnected while the method was waiting.
pub const TAPI_E_DROPPED: HRESULT = 0x80040031;

/// No program is registered to carry out assisted-telephony requests.
pub const TAPI_E_NOREQUESTRECIPIENT: HRESULT = 0x80040032;

/// The queue of assisted-telephony requests is full; try again later.
pub const TAPI_E_REQUESTQUEUEFULL: HRESULT = 0x80040033;

/// The called party is busy; try again later.
pub const TAPI_E_DESTBUSY: HRESULT = 0x80040034;

/// The called party did not answer.
pub const TAPI_E_DESTNOANSWER: HRESULT = 0x80040035;

/// The called party refused the call or cannot be reached.
pub const TAPI_E_DESTUNAVAIL: HRESULT = 0x80040036;

/// The assisted-telephony request failed; no reason was given.
pub const TAPI_E_REQUESTFAILED: HRESULT = 0x80040037;

/// The assisted-telephony request was withdrawn.
pub const TAPI_E_REQUESTCANCELLED: HRESULT = 0x80040038;

/// The privilege is not enough for this, or is not a privilege value.
pub const TAPI_E_INVALPRIVILEGE: HRESULT = 0x80040039;

/// The direction is not a TERMINAL_DIRECTION value, or does not fit here.
pub const TAPI_E_INVALIDDIRECTION: HRESULT = 0x8004003A;

/// The terminal does not fit this stream, call or address, or is not selected.
pub const TAPI_E_INVALIDTERMINAL: HRESULT = 0x8004003B;

/// The terminal class is unknown to this address.
pub const TAPI_E_INVALIDTERMINALCLASS: HRESULT = 0x8004003C;

/// The provider of this address has been removed.
pub const TAPI_E_NODRIVER: HRESULT = 0x8004003D;

/// The call has as many streams as it can have.
pub const TAPI_E_MAXSTREAMS: HRESULT = 0x8004003E;

/// Nothing to work with: select a terminal first.
pub const TAPI_E_NOTERMINALSELECTED: HRESULT = 0x8004003F;

/// The terminal is used elsewhere; unselect it there first.
pub const TAPI_E_TERMINALINUSE: HRESULT = 0x80040040;

/// The streams of the call must be stopped first.
pub const TAPI_E_NOTSTOPPED: HRESULT = 0x80040041;

/// The stream has as many terminals as it can have.
pub const TAPI_E_MAXTERMINALS: HRESULT = 0x80040042;

/// The stream does not belong to this call or cannot do this.
pub const TAPI_E_INVALIDSTREAM: HRESULT = 0x80040043;

/// The provider has not answered in time; a late answer still takes effect.
pub const TAPI_E_TIMEOUT: HRESULT = 0x80040044;

/// The ACD group has been removed.
pub const TAPI_E_CALLCENTER_GROUP_REMOVED: HRESULT = 0x80040045;

/// The ACD queue has been removed.
pub const TAPI_E_CALLCENTER_QUEUE_REMOVED: HRESULT = 0x80040046;

/// The agent was created without an id.
pub const TAPI_E_CALLCENTER_NO_AGENT_ID: HRESULT = 0x80040047;

/// The agent id is not valid.
pub const TAPI_E_CALLCENTER_INVALAGENTID: HRESULT = 0x80040048;

/// The agent group is not valid.
pub const TAPI_E_CALLCENTER_INVALAGENTGROUP: HRESULT = 0x80040049;

/// The agent's password is wrong.
pub const TAPI_E_CALLCENTER_INVALPASSWORD: HRESULT = 0x8004004A;

/// The agent state is not valid, or does not follow from the present one.
pub const TAPI_E_CALLCENTER_INVALAGENTSTATE: HRESULT = 0x8004004B;

/// The agent activity is not valid.
pub const TAPI_E_CALLCENTER_INVALAGENTACTIVITY: HRESULT = 0x8004004C;

/// A stored setting is damaged; repair the configuration.
pub const TAPI_E_REGISTRY_SETTING_CORRUPT: HRESULT = 0x8004004D;

/// The bridge terminal already has a peer.
pub const TAPI_E_TERMINAL_PEER: HRESULT = 0x8004004E;

/// The bridge terminal has no peer yet; set it first.
pub const TAPI_E_PEER_NOT_SET: HRESULT = 0x8004004F;

/// The provider's event queue is empty.
pub const TAPI_E_NOEVENT: HRESULT = 0x80040050;

/// The address does not take this address type; see AC_ADDRESSTYPES.
pub const TAPI_E_INVALADDRESSTYPE: HRESULT = 0x80040051;

/// The provider is short of a resource; try again later.
pub const TAPI_E_RESOURCEUNAVAIL: HRESULT = 0x80040052;

/// The phone is not open; call ITPhone::Open first.
pub const TAPI_E_PHONENOTOPEN: HRESULT = 0x80040053;

/// The call is not selected on the phone; call SelectCall first.
pub const TAPI_E_CALLNOTSELECTED: HRESULT = 0x80040054;

/// This property says nothing for this kind of event; see its get_Event.
pub const TAPI_E_WRONGEVENT: HRESULT = 0x80040055;

/// No media format is set or known.
pub const TAPI_E_NOFORMAT: HRESULT = 0x80040056;

/// The stream is in a state that does not allow this.
pub const TAPI_E_INVALIDSTREAMSTATE: HRESULT = 0x80040057;

/// The object is in a state that does not allow this.
pub const TAPI_E_WRONG_STATE: HRESULT = 0x80040058;

/// The TAPI object is not initialized; call ITTAPI::Initialize first.
pub const TAPI_E_NOT_INITIALIZED: HRESULT = 0x80040059;

/// The telephony service is not running.
pub const TAPI_E_SERVICE_NOT_RUNNING: HRESULT = 0x8004005A;

/// The method succeeded.
pub const S_OK: HRESULT = 0;

/// The method succeeded, but there was nothing, or less, to do or to give.
pub const S_FALSE: HRESULT = 1;

/// The information is not known yet; ask again after the next event.
pub const E_PENDING: HRESULT = 0x8000000A;

/// The method exists but is not implemented here.
pub const E_NOTIMPL: HRESULT = 0x80004001;

/// The object does not have this interface.
pub const E_NOINTERFACE: HRESULT = 0x80004002;

/// A pointer that must not be NULL is NULL.
pub const E_POINTER: HRESULT = 0x80004003;

/// The operation was abandoned.
pub const E_ABORT: HRESULT = 0x80004004;

/// The operation failed; the error info may tell why.
pub const E_FAIL: HRESULT = 0x80004005;

/// The object was not in a state to do this, or the library met an internal error.
pub const E_UNEXPECTED: HRESULT = 0x8000FFFF;

/// Access was denied; check the rights and the credentials.
pub const E_ACCESSDENIED: HRESULT = 0x80070005;

/// There is not enough memory; nothing has changed, the method can be called again.
pub const E_OUTOFMEMORY: HRESULT = 0x8007000E;

/// An argument is outside the values that the method takes.
pub const E_INVALIDARG: HRESULT = 0x80070057;

/// There is no connection with this cookie; it may have been unadvised already.
pub const CONNECT_E_NOCONNECTION: HRESULT = 0x80040200;

/// The connection point takes no further sinks.
pub const CONNECT_E_ADVISELIMIT: HRESULT = 0x80040201;

/// The sink does not have the interface of this connection point.
pub const CONNECT_E_CANNOTCONNECT: HRESULT = 0x80040202;

/// The class cannot be aggregated; pass NULL as the outer object.
pub const CLASS_E_NOAGGREGATION: HRESULT = 0x80040110;

/// The library has no class with this id.
pub const CLASS_E_CLASSNOTAVAILABLE: HRESULT = 0x80040111;

/// No class is registered with this id.
pub const REGDB_E_CLASSNOTREG: HRESULT = 0x80040154;

/// COM is not initialized on this thread; call CoInitializeEx first.
pub const CO_E_NOTINITIALIZED: HRESULT = 0x800401F0;

/// The object has lost its connection to what it stands for.
pub const CO_E_OBJNOTCONNECTED: HRESULT = 0x800401FD;

/// The text is not a class id and not a known ProgID.
pub const CO_E_CLASSSTRING: HRESULT = 0x800401F3;

/// The text is not an interface id in braces.
pub const CO_E_IIDSTRING: HRESULT = 0x800401F4;

/// COM is already initialized on this thread with another apartment kind.
pub const RPC_E_CHANGED_MODE: HRESULT = 0x80010106;

/// The interface is not known.
pub const DISP_E_UNKNOWNINTERFACE: HRESULT = 0x80020001;

/// The object has no member with this dispid that can be used in this way.
pub const DISP_E_MEMBERNOTFOUND: HRESULT = 0x80020003;

/// The dispid of a named argument matches no parameter.
pub const DISP_E_PARAMNOTFOUND: HRESULT = 0x80020004;

/// An argument cannot be converted to the type of its parameter.
pub const DISP_E_TYPEMISMATCH: HRESULT = 0x80020005;

/// The object has no member or parameter with this name.
pub const DISP_E_UNKNOWNNAME: HRESULT = 0x80020006;

/// The member takes no named arguments.
pub const DISP_E_NONAMEDARGS: HRESULT = 0x80020007;

/// An argument has a variant type that is not allowed.
pub const DISP_E_BADVARTYPE: HRESULT = 0x80020008;

/// The member was called and failed; EXCEPINFO has the HRESULT and the reason.
pub const DISP_E_EXCEPTION: HRESULT = 0x80020009;

/// An argument is too large or too small for the type of its parameter.
pub const DISP_E_OVERFLOW: HRESULT = 0x8002000A;

/// The index is outside the array.
pub const DISP_E_BADINDEX: HRESULT = 0x8002000B;

/// The locale id is not known.
pub const DISP_E_UNKNOWNLCID: HRESULT = 0x8002000C;

/// The array is locked; undo SafeArrayAccessData first.
pub const DISP_E_ARRAYISLOCKED: HRESULT = 0x8002000D;

/// The number of arguments is not that of the member's parameters.
pub const DISP_E_BADPARAMCOUNT: HRESULT = 0x8002000E;

/// An argument is missing for a parameter that is not optional.
pub const DISP_E_PARAMNOTOPTIONAL: HRESULT = 0x8002000F;
