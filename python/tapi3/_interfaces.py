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


class TAPI_TONEMODE(IntFlag):
    """Tones that ITLegacyCallMediaControl2::GenerateTone can play.

    Page: TAPI_TONEMODE (tapi3if.h).
    """

    #: The ringing tone that a caller hears.
    TTM_RINGBACK = 2
    #: The busy tone.
    TTM_BUSY = 4
    #: A short beep, as before a recording.
    TTM_BEEP = 8
    #: The tone that asks for a billing number.
    TTM_BILLING = 16


class TAPI_GATHERTERM(IntFlag):
    """Why the gathering of digits ended.

    Page: TAPI_GATHERTERM (tapi3if.h).
    """

    #: As many digits as asked for have come.
    TGT_BUFFERFULL = 1
    #: One of the termination digits has come; it is the last one gathered.
    TGT_TERMDIGIT = 2
    #: No digit came in time.
    TGT_FIRSTTIMEOUT = 4
    #: The next digit did not come in time.
    TGT_INTERTIMEOUT = 8
    #: The program cancelled it or began another.
    TGT_CANCEL = 16


class ADDRESS_EVENT(_NamedInt):
    """What a TE_ADDRESS event reports.

    Page: ADDRESS_EVENT (tapi3if.h).
    """

    #: The address went into or out of service; see ITAddress::get_State.
    AE_STATE = 0
    #: The capabilities of the address changed; read them again.
    AE_CAPSCHANGE = 1
    #: The address rings.
    AE_RINGING = 2
    #: The configuration of the address changed.
    AE_CONFIGCHANGE = 3
    #: The forwarding changed; see ITAddress::get_CurrentForwardInfo.
    AE_FORWARD = 4
    #: A terminal was added; select it if it is wanted on a call.
    AE_NEWTERMINAL = 5
    #: A terminal was removed; unselect it where it is in use.
    AE_REMOVETERMINAL = 6
    #: The message-waiting lamp went on.
    AE_MSGWAITON = 7
    #: The message-waiting lamp went off.
    AE_MSGWAITOFF = 8
    #: The highest value of this enumeration.
    AE_LASTITEM = 8


class ADDRESS_STATE(_NamedInt):
    """Whether an address can be used.

    Page: ADDRESS_STATE (tapi3if.h).
    """

    #: Calls can be made and received.
    AS_INSERVICE = 0
    #: Not at this moment: no network, no registration, or switched off.
    AS_OUTOFSERVICE = 1


class CALL_STATE(_NamedInt):
    """The states of a call.

    CS_IDLE is where every call begins, CS_DISCONNECTED where it ends; nothing leads back from
    there. INPROGRESS, OFFERING and QUEUED lead to CONNECTED, HOLD or DISCONNECTED; CONNECTED
    and HOLD to each other and to DISCONNECTED.
    Page: CALL_STATE (tapi3if.h).
    """

    #: Prepared, not yet placed or offered.
    CS_IDLE = 0
    #: Outgoing: dialling or ringing at the far end. May be left out.
    CS_INPROGRESS = 1
    #: The two parties can talk.
    CS_CONNECTED = 2
    #: Over; the object stays readable until its last Release.
    CS_DISCONNECTED = 3
    #: Incoming: rings here. Answer or Disconnect it.
    CS_OFFERING = 4
    #: On hold, also while a transfer or conference is pending.
    CS_HOLD = 5
    #: Waits in a queue, as of a call centre.
    CS_QUEUED = 6
    #: The highest value of this enumeration.
    CS_LASTITEM = 6


class CALL_STATE_EVENT_CAUSE(_NamedInt):
    """Why a call is in its new state; more than CEC_NONE only for CS_DISCONNECTED.

    Page: CALL_STATE_EVENT_CAUSE (tapi3if.h).
    """

    #: No particular cause; not a disconnect.
    CEC_NONE = 0
    #: One of the parties hung up, or the call went elsewhere.
    CEC_DISCONNECT_NORMAL = 1
    #: The called party is busy.
    CEC_DISCONNECT_BUSY = 2
    #: The destination does not exist or is malformed.
    CEC_DISCONNECT_BADADDRESS = 3
    #: Nobody answered.
    CEC_DISCONNECT_NOANSWER = 4
    #: The caller gave up before there was an answer.
    CEC_DISCONNECT_CANCELLED = 5
    #: The called party refused the call.
    CEC_DISCONNECT_REJECTED = 6
    #: Any other failure, such as congestion or a lost network.
    CEC_DISCONNECT_FAILED = 7
    #: The network or the called party bars this caller.
    CEC_DISCONNECT_BLOCKED = 8


class CALL_MEDIA_EVENT(_NamedInt):
    """What a TE_CALLMEDIA event reports.

    Page: CALL_MEDIA_EVENT (tapi3if.h).
    """

    #: The call has a new stream.
    CME_NEW_STREAM = 0
    #: A stream, or a request to it, failed.
    CME_STREAM_FAIL = 1
    #: A terminal failed.
    CME_TERMINAL_FAIL = 2
    #: A stream stays unused.
    CME_STREAM_NOT_USED = 3
    #: A stream began to flow.
    CME_STREAM_ACTIVE = 4
    #: A stream stopped.
    CME_STREAM_INACTIVE = 5
    #: The highest value of this enumeration.
    CME_LASTITEM = 5


class CALL_MEDIA_EVENT_CAUSE(_NamedInt):
    """Why a TE_CALLMEDIA event was raised.

    Page: CALL_MEDIA_EVENT_CAUSE (tapi3if.h).
    """

    #: The cause is not known.
    CMC_UNKNOWN = 0
    #: The recording or playing device does not work.
    CMC_BAD_DEVICE = 1
    #: The device could not be connected.
    CMC_CONNECT_FAIL = 2
    #: This side asked for it.
    CMC_LOCAL_REQUEST = 3
    #: The far side asked for it.
    CMC_REMOTE_REQUEST = 4
    #: No media came for too long.
    CMC_MEDIA_TIMEOUT = 5
    #: Media flow again after a break.
    CMC_MEDIA_RECOVERED = 6
    #: The quality of service changed.
    CMC_QUALITY_OF_SERVICE = 7


class DISCONNECT_CODE(_NamedInt):
    """The reason that ITBasicCallControl::Disconnect gives; a hint for the network.

    Page: DISCONNECT_CODE (tapi3if.h).
    """

    #: The usual end of a call.
    DC_NORMAL = 0
    #: The offered call was left ringing; nobody is there.
    DC_NOANSWER = 1
    #: The offered call is refused.
    DC_REJECTED = 2


class TERMINAL_STATE(_NamedInt):
    """Whether a terminal is in use.

    Page: TERMINAL_STATE (tapi3if.h).
    """

    #: Selected on a stream.
    TS_INUSE = 0
    #: Free.
    TS_NOTINUSE = 1


class TERMINAL_DIRECTION(_NamedInt):
    """Which way media flow through a terminal or stream.

    Page: TERMINAL_DIRECTION (tapi3if.h).
    """

    #: From the device towards the call, as from a microphone.
    TD_CAPTURE = 0
    #: From the call towards the device, as to a loudspeaker.
    TD_RENDER = 1
    #: Both ways through one terminal.
    TD_BIDIRECTIONAL = 2
    #: A multitrack terminal whose tracks differ in direction.
    TD_MULTITRACK_MIXED = 3
    #: No direction, as of a multitrack terminal without tracks.
    TD_NONE = 4


class TERMINAL_TYPE(_NamedInt):
    """Where a terminal comes from.

    Page: TERMINAL_TYPE (tapi3if.h).
    """

    #: A device that is there anyway, such as a sound card.
    TT_STATIC = 0
    #: Made when the program asks for it, such as a file terminal.
    TT_DYNAMIC = 1


class CALL_PRIVILEGE(_NamedInt):
    """What a program may do with a call.

    Page: CALL_PRIVILEGE (tapi3if.h).
    """

    #: Control it and read about it.
    CP_OWNER = 0
    #: Read about it only.
    CP_MONITOR = 1


class TAPI_EVENT(IntFlag):
    """The kinds of events, as bits for the event filters; each names its event interface.

    Page: TAPI_EVENT (tapi3if.h).
    """

    #: The TAPI object changed: ITTAPIObjectEvent.
    TE_TAPIOBJECT = 1
    #: An address changed: ITAddressEvent.
    TE_ADDRESS = 2
    #: A new call was announced: ITCallNotificationEvent.
    TE_CALLNOTIFICATION = 4
    #: A call changed its state: ITCallStateEvent.
    TE_CALLSTATE = 8
    #: The media of a call changed: ITCallMediaEvent.
    TE_CALLMEDIA = 16
    #: A call hub changed: ITCallHubEvent.
    TE_CALLHUB = 32
    #: Information about a call changed: ITCallInfoChangeEvent.
    TE_CALLINFOCHANGE = 64
    #: An event of the provider's own kind: ITPrivateEvent.
    TE_PRIVATE = 128
    #: An assisted-telephony request came: ITRequestEvent.
    TE_REQUEST = 256
    #: A call-centre agent changed: ITAgentEvent.
    TE_AGENT = 512
    #: An agent session changed: ITAgentSessionEvent.
    TE_AGENTSESSION = 1024
    #: The quality of service changed: ITQOSEvent.
    TE_QOSEVENT = 2048
    #: An agent handler came or went: ITAgentHandlerEvent.
    TE_AGENTHANDLER = 4096
    #: An ACD group came or went: ITACDGroupEvent.
    TE_ACDGROUP = 8192
    #: An ACD queue came or went: ITQueueEvent.
    TE_QUEUE = 16384
    #: A digit was detected: ITDigitDetectionEvent.
    TE_DIGITEVENT = 32768
    #: Digits have been sent: ITDigitGenerationEvent.
    TE_GENERATEEVENT = 65536
    #: A speech-recognition terminal: ITASRTerminalEvent.
    TE_ASRTERMINAL = 131072
    #: A text-to-speech terminal: ITTTSTerminalEvent.
    TE_TTSTERMINAL = 262144
    #: A file terminal: ITFileTerminalEvent.
    TE_FILETERMINAL = 524288
    #: A tone terminal: ITToneTerminalEvent.
    TE_TONETERMINAL = 1048576
    #: A phone changed: ITPhoneEvent.
    TE_PHONEEVENT = 2097152
    #: A tone was detected: ITToneDetectionEvent.
    TE_TONEEVENT = 4194304
    #: The gathering of digits ended: ITDigitsGatheredEvent.
    TE_GATHERDIGITS = 8388608
    #: A device-specific event of an address: ITAddressDeviceSpecificEvent.
    TE_ADDRESSDEVSPECIFIC = 16777216
    #: A device-specific event of a phone: ITPhoneDeviceSpecificEvent.
    TE_PHONEDEVSPECIFIC = 33554432


class CALL_NOTIFICATION_EVENT(_NamedInt):
    """What a TE_CALLNOTIFICATION event gives the program.

    Page: CALL_NOTIFICATION_EVENT (tapi3if.h).
    """

    #: The call is owned by this program.
    CNE_OWNER = 0
    #: The call is only monitored by this program.
    CNE_MONITOR = 1
    #: The highest value of this enumeration.
    CNE_LASTITEM = 1


class CALLHUB_EVENT(_NamedInt):
    """What a TE_CALLHUB event reports.

    Page: CALLHUB_EVENT (tapi3if.h).
    """

    #: A call joined the hub.
    CHE_CALLJOIN = 0
    #: A call left the hub.
    CHE_CALLLEAVE = 1
    #: The hub is new.
    CHE_CALLHUBNEW = 2
    #: The hub has no live call any more.
    CHE_CALLHUBIDLE = 3
    #: The highest value of this enumeration.
    CHE_LASTITEM = 3


class CALLHUB_STATE(_NamedInt):
    """Whether a call hub still lives.

    Page: CALLHUB_STATE (tapi3if.h).
    """

    #: At least one call of it is not over.
    CHS_ACTIVE = 0
    #: Every call of it is over.
    CHS_IDLE = 1


class TAPIOBJECT_EVENT(_NamedInt):
    """What a TE_TAPIOBJECT event reports.

    Page: TAPIOBJECT_EVENT (tapi3if.h).
    """

    #: An address was added.
    TE_ADDRESSCREATE = 0
    #: An address was removed.
    TE_ADDRESSREMOVE = 1
    #: The lines changed so much that programs must shut down and initialize again.
    TE_REINIT = 2
    #: The locations or calling cards changed.
    TE_TRANSLATECHANGE = 3
    #: An address was closed from outside; its calls are lost.
    TE_ADDRESSCLOSE = 4
    #: A phone was added.
    TE_PHONECREATE = 5
    #: A phone was removed.
    TE_PHONEREMOVE = 6


class TAPI_OBJECT_TYPE(_NamedInt):
    """The kinds of TAPI objects.

    Page: TAPI_OBJECT_TYPE (tapi3if.h).
    """

    #: None.
    TOT_NONE = 0
    #: The TAPI object.
    TOT_TAPI = 1
    #: An address.
    TOT_ADDRESS = 2
    #: A terminal.
    TOT_TERMINAL = 3
    #: A call.
    TOT_CALL = 4
    #: A call hub.
    TOT_CALLHUB = 5
    #: A phone.
    TOT_PHONE = 6


class QOS_SERVICE_LEVEL(_NamedInt):
    """How strongly a quality of service is wanted.

    Page: QOS_SERVICE_LEVEL (tapi3if.h).
    """

    #: The call must have it, or fail.
    QSL_NEEDED = 1
    #: The call shall have it where it can be had.
    QSL_IF_AVAILABLE = 2
    #: No guarantee is wanted.
    QSL_BEST_EFFORT = 3


class QOS_EVENT(_NamedInt):
    """What a TE_QOSEVENT reports.

    Page: QOS_EVENT (tapi3if.h).
    """

    #: The quality of service is not to be had.
    QE_NOQOS = 1
    #: The network has no room for it.
    QE_ADMISSIONFAILURE = 2
    #: The network's rules forbid it.
    QE_POLICYFAILURE = 3
    #: It failed for another reason.
    QE_GENERICERROR = 4
    #: The highest value of this enumeration.
    QE_LASTITEM = 4


class CALLINFOCHANGE_CAUSE(_NamedInt):
    """What is new about a call, in a TE_CALLINFOCHANGE event.

    Page: CALLINFOCHANGE_CAUSE (tapi3if.h).
    """

    #: Something else.
    CIC_OTHER = 0
    #: CIB_DEVSPECIFICBUFFER.
    CIC_DEVSPECIFIC = 1
    #: CIL_BEARERMODE.
    CIC_BEARERMODE = 2
    #: CIL_RATE.
    CIC_RATE = 3
    #: CIL_APPSPECIFIC, set by an owner.
    CIC_APPSPECIFIC = 4
    #: CIL_CALLID.
    CIC_CALLID = 5
    #: CIL_RELATEDCALLID.
    CIC_RELATEDCALLID = 6
    #: CIL_ORIGIN.
    CIC_ORIGIN = 7
    #: CIL_REASON.
    CIC_REASON = 8
    #: CIL_COMPLETIONID.
    CIC_COMPLETIONID = 9
    #: CIL_NUMBEROFOWNERS went up.
    CIC_NUMOWNERINCR = 10
    #: CIL_NUMBEROFOWNERS went down.
    CIC_NUMOWNERDECR = 11
    #: CIL_NUMBEROFMONITORS.
    CIC_NUMMONITORS = 12
    #: CIL_TRUNK.
    CIC_TRUNK = 13
    #: The caller: CIS_CALLERIDNAME, CIS_CALLERIDNUMBER.
    CIC_CALLERID = 14
    #: The called party: CIS_CALLEDIDNAME, CIS_CALLEDIDNUMBER.
    CIC_CALLEDID = 15
    #: The party reached: CIS_CONNECTEDIDNAME, CIS_CONNECTEDIDNUMBER.
    CIC_CONNECTEDID = 16
    #: The new destination: CIS_REDIRECTIONIDNAME, CIS_REDIRECTIONIDNUMBER.
    CIC_REDIRECTIONID = 17
    #: Who redirected: CIS_REDIRECTINGIDNAME, CIS_REDIRECTINGIDNUMBER.
    CIC_REDIRECTINGID = 18
    #: CIB_USERUSERINFO.
    CIC_USERUSERINFO = 19
    #: CIB_HIGHLEVELCOMPATIBILITYBUFFER.
    CIC_HIGHLEVELCOMP = 20
    #: CIB_LOWLEVELCOMPATIBILITYBUFFER.
    CIC_LOWLEVELCOMP = 21
    #: CIB_CHARGINGINFOBUFFER.
    CIC_CHARGINGINFO = 22
    #: CIL_CALLTREATMENT.
    CIC_TREATMENT = 23
    #: CIB_CALLDATABUFFER.
    CIC_CALLDATA = 24
    #: The privilege of this program; see ITCallInfo::get_Privilege.
    CIC_PRIVILEGE = 25
    #: CIL_MEDIATYPESAVAILABLE.
    CIC_MEDIATYPE = 26
    #: The highest value of this enumeration.
    CIC_LASTITEM = 26


class CALLINFO_LONG(_NamedInt):
    """Selects a number for ITCallInfo::get_CallInfoLong and put_CallInfoLong.

    Page: CALLINFO_LONG (tapi3if.h).
    """

    #: The media types of the call (TAPIMEDIATYPE_ bits).
    CIL_MEDIATYPESAVAILABLE = 0
    #: The bearer mode (LINEBEARERMODE_; voice is 1).
    CIL_BEARERMODE = 1
    #: The kind of the caller's address (LINEADDRESSTYPE_).
    CIL_CALLERIDADDRESSTYPE = 2
    #: The kind of the called address (LINEADDRESSTYPE_).
    CIL_CALLEDIDADDRESSTYPE = 3
    #: The kind of the address reached (LINEADDRESSTYPE_).
    CIL_CONNECTEDIDADDRESSTYPE = 4
    #: The kind of the address redirected to (LINEADDRESSTYPE_).
    CIL_REDIRECTIONIDADDRESSTYPE = 5
    #: The kind of the address that redirected (LINEADDRESSTYPE_).
    CIL_REDIRECTINGIDADDRESSTYPE = 6
    #: LINECALLORIGIN_: outbound 1, internal 2, external 4, unknown 0x10, inbound 0x80.
    CIL_ORIGIN = 7
    #: LINECALLREASON_: direct 1, pickup 0x10, unpark 0x20, redirect 0x40, transfer 0x100...
    CIL_REASON = 8
    #: A number for the programs that share the call; only an owner may set it.
    CIL_APPSPECIFIC = 9
    #: Wishes for an outgoing call (LINECALLPARAMFLAGS_ bits).
    CIL_CALLPARAMSFLAGS = 10
    #: What an unanswered or held caller hears (LINECALLTREATMENT_).
    CIL_CALLTREATMENT = 11
    #: The lowest data rate, in bits per second.
    CIL_MINRATE = 12
    #: The highest data rate, in bits per second.
    CIL_MAXRATE = 13
    #: The country code of the destination.
    CIL_COUNTRYCODE = 14
    #: The switch's id of the call; calls with the same one share a hub.
    CIL_CALLID = 15
    #: The id of a related call, as of a consultation.
    CIL_RELATEDCALLID = 16
    #: The id of the call completion request that this call fulfils.
    CIL_COMPLETIONID = 17
    #: How many programs own the call.
    CIL_NUMBEROFOWNERS = 18
    #: How many programs monitor the call.
    CIL_NUMBEROFMONITORS = 19
    #: The number of the trunk that carries the call.
    CIL_TRUNK = 20
    #: The present data rate, in bits per second.
    CIL_RATE = 21
    #: How long a generated digit lasts, in milliseconds.
    CIL_GENERATEDIGITDURATION = 22
    #: The digit modes being detected (LINEDIGITMODE_ bits).
    CIL_MONITORDIGITMODES = 23
    #: The media types being detected (TAPIMEDIATYPE_ bits).
    CIL_MONITORMEDIAMODES = 24


class CALLINFO_STRING(_NamedInt):
    """Selects a text for ITCallInfo::get_CallInfoString and put_CallInfoString.

    Page: CALLINFO_STRING (tapi3if.h).
    """

    #: The caller's name.
    CIS_CALLERIDNAME = 0
    #: The caller's number or address.
    CIS_CALLERIDNUMBER = 1
    #: The name of the party called.
    CIS_CALLEDIDNAME = 2
    #: The number or address called.
    CIS_CALLEDIDNUMBER = 3
    #: The name of the party reached.
    CIS_CONNECTEDIDNAME = 4
    #: The number or address reached.
    CIS_CONNECTEDIDNUMBER = 5
    #: The name of the party that the call was redirected to.
    CIS_REDIRECTIONIDNAME = 6
    #: The number or address that the call was redirected to.
    CIS_REDIRECTIONIDNUMBER = 7
    #: The name of the party that redirected the call.
    CIS_REDIRECTINGIDNAME = 8
    #: The number or address that redirected the call.
    CIS_REDIRECTINGIDNUMBER = 9
    #: The called party's name, as the calling program shows it.
    CIS_CALLEDPARTYFRIENDLYNAME = 10
    #: A remark of the calling program; settable in CS_IDLE only.
    CIS_COMMENT = 11
    #: The destination as it is shown to people.
    CIS_DISPLAYABLEADDRESS = 12
    #: The identity that the caller wants to show.
    CIS_CALLINGPARTYID = 13


class CALLINFO_BUFFER(_NamedInt):
    """Selects a block of bytes for the CallInfoBuffer methods of ITCallInfo.

    Page: CALLINFO_BUFFER (tapi3if.h).
    """

    #: Bytes that travel between the two parties' programs.
    CIB_USERUSERINFO = 0
    #: Bytes that the provider defines for its devices.
    CIB_DEVSPECIFICBUFFER = 1
    #: Bytes that go with the call when it is handed on.
    CIB_CALLDATABUFFER = 2
    #: Charging information (ISDN, Q.931).
    CIB_CHARGINGINFOBUFFER = 3
    #: High-level compatibility (ISDN, Q.931).
    CIB_HIGHLEVELCOMPATIBILITYBUFFER = 4
    #: Low-level compatibility (ISDN, Q.931).
    CIB_LOWLEVELCOMPATIBILITYBUFFER = 5


class ADDRESS_CAPABILITY(_NamedInt):
    """Selects a capability for ITAddressCapabilities::get_AddressCapability.

    Page: ADDRESS_CAPABILITY (tapi3if.h).
    """

    #: The address types that CreateCall takes (LINEADDRESSTYPE_ bits).
    AC_ADDRESSTYPES = 0
    #: The bearer modes (LINEBEARERMODE_ bits).
    AC_BEARERMODES = 1
    #: How many calls can be connected at once.
    AC_MAXACTIVECALLS = 2
    #: How many calls can be on hold at once.
    AC_MAXONHOLDCALLS = 3
    #: How many calls can await a transfer or conference at once.
    AC_MAXONHOLDPENDINGCALLS = 4
    #: How many parties a conference can have.
    AC_MAXNUMCONFERENCE = 5
    #: How many parties a conference can have that began as a transfer.
    AC_MAXNUMTRANSCONF = 6
    #: The digit modes that can be detected (LINEDIGITMODE_ bits).
    AC_MONITORDIGITSUPPORT = 7
    #: The digit modes that can be sent (LINEDIGITMODE_ bits).
    AC_GENERATEDIGITSUPPORT = 8
    #: The tones that can be sent (LINETONEMODE_ bits).
    AC_GENERATETONEMODES = 9
    #: How many frequencies a sent tone can have.
    AC_GENERATETONEMAXNUMFREQ = 10
    #: How many frequencies a detected tone can have; 0 for no detection.
    AC_MONITORTONEMAXNUMFREQ = 11
    #: How many tones can be detected at once.
    AC_MONITORTONEMAXNUMENTRIES = 12
    #: Abilities of the line (LINEDEVCAPFLAGS_ bits).
    AC_DEVCAPFLAGS = 13
    #: What Answer does to an active call: 1 nothing, 2 drops it, 4 holds it.
    AC_ANSWERMODES = 14
    #: What the line can do (LINEFEATURE_ bits).
    AC_LINEFEATURES = 15
    #: The line's states that a program can set (LINEDEVSTATUSFLAGS_ bits).
    AC_SETTABLEDEVSTATUS = 16
    #: How calls can be parked: 0x1 by ParkDirect, 0x2 by ParkIndirect.
    AC_PARKSUPPORT = 17
    #: What may be known of the caller (LINECALLPARTYID_ bits).
    AC_CALLERIDSUPPORT = 18
    #: What may be known of the party called (LINECALLPARTYID_ bits).
    AC_CALLEDIDSUPPORT = 19
    #: What may be known of the party reached (LINECALLPARTYID_ bits).
    AC_CONNECTEDIDSUPPORT = 20
    #: What may be known of the party redirected to (LINECALLPARTYID_ bits).
    AC_REDIRECTIONIDSUPPORT = 21
    #: What may be known of who redirected (LINECALLPARTYID_ bits).
    AC_REDIRECTINGIDSUPPORT = 22
    #: Abilities of the address (LINEADDRCAPFLAGS_ bits).
    AC_ADDRESSCAPFLAGS = 23
    #: What can be done with calls (LINECALLFEATURE_ bits).
    AC_CALLFEATURES1 = 24
    #: More of what can be done with calls (LINECALLFEATURE2_ bits).
    AC_CALLFEATURES2 = 25
    #: Who can leave a conference: 1 nobody, 2 the last added, 3 anyone.
    AC_REMOVEFROMCONFCAPS = 26
    #: The call's state after it left a conference (LINECALLSTATE_).
    AC_REMOVEFROMCONFSTATE = 27
    #: How Finish can end a Transfer: 0x1 as transfer, 0x2 as conference.
    AC_TRANSFERMODES = 28
    #: What can be done on the address (LINEADDRFEATURE_ bits).
    AC_ADDRESSFEATURES = 29
    #: States that can transfer a predictive call (LINECALLSTATE_).
    AC_PREDICTIVEAUTOTRANSFERSTATES = 30
    #: How many bytes CIB_CALLDATABUFFER can hold.
    AC_MAXCALLDATASIZE = 31
    #: The number of the line in this session, from 0.
    AC_LINEID = 32
    #: The number of the address on its line, from 0; always the same.
    AC_ADDRESSID = 33
    #: The forward types that can be set (LINEFORWARDMODE_ bits).
    AC_FORWARDMODES = 34
    #: How many forwarding rules there can be.
    AC_MAXFORWARDENTRIES = 35
    #: How many of these can be for one caller; 0 for none.
    AC_MAXSPECIFICENTRIES = 36
    #: The fewest rings that can be set as no answer.
    AC_MINFWDNUMRINGS = 37
    #: The most rings that can be set as no answer.
    AC_MAXFWDNUMRINGS = 38
    #: How many call completion requests can wait at once; 0 for none.
    AC_MAXCALLCOMPLETIONS = 39
    #: When calls can be completed later: 0x1 busy, 0x2 no answer.
    AC_CALLCOMPLETIONCONDITIONS = 40
    #: How calls can be completed later (LINECALLCOMPLMODE_ bits).
    AC_CALLCOMPLETIONMODES = 41
    #: The number of the line in the configuration; always the same.
    AC_PERMANENTDEVICEID = 42
    #: The shortest timeout of GatherDigits, in milliseconds.
    AC_GATHERDIGITSMINTIMEOUT = 43
    #: The longest timeout of GatherDigits, in milliseconds.
    AC_GATHERDIGITSMAXTIMEOUT = 44
    #: The shortest duration of a sent digit, in milliseconds.
    AC_GENERATEDIGITMINDURATION = 45
    #: The longest duration of a sent digit, in milliseconds.
    AC_GENERATEDIGITMAXDURATION = 46
    #: The usual duration of a sent digit, in milliseconds.
    AC_GENERATEDIGITDEFAULTDURATION = 47


class ADDRESS_CAPABILITY_STRING(_NamedInt):
    """Selects a text for ITAddressCapabilities::get_AddressCapabilityString.

    Page: ADDRESS_CAPABILITY_STRING (tapi3if.h).
    """

    #: The protocol as GUID text, such as TAPIPROTOCOL_String_PSTN.
    ACS_PROTOCOL = 0
    #: The provider's own bytes about the address; not always text.
    ACS_ADDRESSDEVICESPECIFIC = 1
    #: The provider's own bytes about the line; not always text.
    ACS_LINEDEVICESPECIFIC = 2
    #: The provider's description of itself.
    ACS_PROVIDERSPECIFIC = 3
    #: The provider's description of the switch.
    ACS_SWITCHSPECIFIC = 4
    #: The id of the line as GUID text; always the same.
    ACS_PERMANENTDEVICEGUID = 5


class FULLDUPLEX_SUPPORT(_NamedInt):
    """Whether a wave device can play and record at once.

    Page: FULLDUPLEX_SUPPORT (tapi3if.h).
    """

    #: It can.
    FDS_SUPPORTED = 0
    #: It cannot.
    FDS_NOTSUPPORTED = 1
    #: It is not known.
    FDS_UNKNOWN = 2


class FINISH_MODE(_NamedInt):
    """How ITBasicCallControl::Finish ends a Transfer or Conference.

    Page: FINISH_MODE (tapi3if.h).
    """

    #: Connect the two other parties and leave.
    FM_ASTRANSFER = 0
    #: Join all three parties.
    FM_ASCONFERENCE = 1


class PHONE_PRIVILEGE(_NamedInt):
    """What a program may do with a phone.

    Page: PHONE_PRIVILEGE (tapi3if.h).
    """

    #: Control it and read about it.
    PP_OWNER = 0
    #: Read about it only.
    PP_MONITOR = 1


class PHONE_HOOK_SWITCH_DEVICE(IntFlag):
    """The hook-switch devices of a phone, as bits.

    Page: PHONE_HOOK_SWITCH_DEVICE (tapi3if.h).
    """

    #: The handset.
    PHSD_HANDSET = 1
    #: The speakerphone.
    PHSD_SPEAKERPHONE = 2
    #: The headset.
    PHSD_HEADSET = 4


class PHONE_HOOK_SWITCH_STATE(IntFlag):
    """The states of a hook switch, as bits.

    Page: PHONE_HOOK_SWITCH_STATE (tapi3if.h).
    """

    #: Hung up: microphone and speaker are off.
    PHSS_ONHOOK = 1
    #: Off hook with the microphone only.
    PHSS_OFFHOOK_MIC_ONLY = 2
    #: Off hook with the speaker only.
    PHSS_OFFHOOK_SPEAKER_ONLY = 4
    #: Off hook with microphone and speaker.
    PHSS_OFFHOOK = 8


class PHONE_LAMP_MODE(IntFlag):
    """How a lamp of a phone shines.

    Page: PHONE_LAMP_MODE (tapi3if.h).
    """

    #: There is no lamp at this place.
    LM_DUMMY = 1
    #: Dark.
    LM_OFF = 2
    #: Steady light.
    LM_STEADY = 4
    #: Winking: mostly on.
    LM_WINK = 8
    #: Flashing: on and off in equal parts.
    LM_FLASH = 16
    #: Fluttering: fast flashes.
    LM_FLUTTER = 32
    #: Flutter and off in turn.
    LM_BROKENFLUTTER = 64
    #: The provider does not know.
    LM_UNKNOWN = 128


class PHONECAPS_LONG(_NamedInt):
    """Selects a capability for ITPhone::get_PhoneCapsLong.

    Page: PHONECAPS_LONG (tapi3if.h).
    """

    #: The hook-switch devices (PHONE_HOOK_SWITCH_DEVICE bits).
    PCL_HOOKSWITCHES = 0
    #: The handset's states (PHONE_HOOK_SWITCH_STATE bits).
    PCL_HANDSETHOOKSWITCHMODES = 1
    #: The headset's states (PHONE_HOOK_SWITCH_STATE bits).
    PCL_HEADSETHOOKSWITCHMODES = 2
    #: The speakerphone's states (PHONE_HOOK_SWITCH_STATE bits).
    PCL_SPEAKERPHONEHOOKSWITCHMODES = 3
    #: The rows of the display; 0 for no display.
    PCL_DISPLAYNUMROWS = 4
    #: The columns of the display; 0 for no display.
    PCL_DISPLAYNUMCOLUMNS = 5
    #: How many ring modes there are; 0 often means that there is no ringer.
    PCL_NUMRINGMODES = 6
    #: How many buttons and lamps there are.
    PCL_NUMBUTTONLAMPS = 7
    #: 1 for a phone that serves every audio address, as a USB phone; otherwise 0.
    PCL_GENERICPHONE = 8


class PHONECAPS_STRING(_NamedInt):
    """Selects a text for ITPhone::get_PhoneCapsString.

    Page: PHONECAPS_STRING (tapi3if.h).
    """

    #: The name of the phone.
    PCS_PHONENAME = 0
    #: A description of the phone.
    PCS_PHONEINFO = 1
    #: A description of its provider.
    PCS_PROVIDERINFO = 2


class PHONECAPS_BUFFER(_NamedInt):
    """Selects a block of bytes for the PhoneCapsBuffer methods of ITPhone.

    Page: PHONECAPS_BUFFER (tapi3if.h).
    """

    #: Bytes that the provider defines.
    PCB_DEVSPECIFICBUFFER = 0


class PHONE_BUTTON_STATE(IntFlag):
    """The position of a button.

    Page: PHONE_BUTTON_STATE (tapi3if.h).
    """

    #: Not pressed.
    PBS_UP = 1
    #: Pressed.
    PBS_DOWN = 2
    #: Not known yet.
    PBS_UNKNOWN = 4
    #: Never to be known.
    PBS_UNAVAIL = 8


class PHONE_BUTTON_MODE(_NamedInt):
    """What kind of button it is.

    Page: PHONE_BUTTON_MODE (tapi3if.h).
    """

    #: No button at this place; perhaps a lamp.
    PBM_DUMMY = 0
    #: Selects a call appearance.
    PBM_CALL = 1
    #: Asks the switch for a feature.
    PBM_FEATURE = 2
    #: A key of the number pad.
    PBM_KEYPAD = 3
    #: Acts on the phone alone, such as its volume.
    PBM_LOCAL = 4
    #: A soft key beside the display.
    PBM_DISPLAY = 5


class PHONE_BUTTON_FUNCTION(_NamedInt):
    """What pressing a button does.

    Page: PHONE_BUTTON_FUNCTION (tapi3if.h).
    """

    #: Unknown or not assigned.
    PBF_UNKNOWN = 0
    #: Begins a conference or adds to it.
    PBF_CONFERENCE = 1
    #: Begins or completes a transfer.
    PBF_TRANSFER = 2
    #: Drops the active call.
    PBF_DROP = 3
    #: Holds the active call.
    PBF_HOLD = 4
    #: Takes a call off hold.
    PBF_RECALL = 5
    #: Disconnects a call, as after a transfer has begun.
    PBF_DISCONNECT = 6
    #: Returns to the call on consultation hold.
    PBF_CONNECT = 7
    #: Turns a message-waiting lamp on.
    PBF_MSGWAITON = 8
    #: Turns a message-waiting lamp off.
    PBF_MSGWAITOFF = 9
    #: Selects the ring pattern.
    PBF_SELECTRING = 10
    #: Says that a short number follows.
    PBF_ABBREVDIAL = 11
    #: Sets or changes forwarding.
    PBF_FORWARD = 12
    #: Picks up a call that rings elsewhere.
    PBF_PICKUP = 13
    #: Asks to be called when a busy or absent party is free.
    PBF_RINGAGAIN = 14
    #: Parks the active call.
    PBF_PARK = 15
    #: Refuses an offered call.
    PBF_REJECT = 16
    #: Sends an offered call to another extension.
    PBF_REDIRECT = 17
    #: Mutes the microphone.
    PBF_MUTE = 18
    #: Makes it louder.
    PBF_VOLUMEUP = 19
    #: Makes it quieter.
    PBF_VOLUMEDOWN = 20
    #: Turns the loudspeaker on.
    PBF_SPEAKERON = 21
    #: Turns the loudspeaker off.
    PBF_SPEAKEROFF = 22
    #: A short on-hook and off-hook: the next digits are for the switch.
    PBF_FLASH = 23
    #: Says that the next call carries data.
    PBF_DATAON = 24
    #: Says that the next call carries no data.
    PBF_DATAOFF = 25
    #: Keeps incoming calls away.
    PBF_DONOTDISTURB = 26
    #: Speaks over the intercom.
    PBF_INTERCOM = 27
    #: Selects an appearance of a shared address.
    PBF_BRIDGEDAPP = 28
    #: Makes the phone look busy.
    PBF_BUSY = 29
    #: Selects a call appearance.
    PBF_CALLAPP = 30
    #: Shows date and time.
    PBF_DATETIME = 31
    #: Opens the switch's directory.
    PBF_DIRECTORY = 32
    #: Sends all calls to the phone that covers for this one.
    PBF_COVER = 33
    #: Shows the caller's identity.
    PBF_CALLID = 34
    #: Dials the last number again.
    PBF_LASTNUM = 35
    #: Goes into night service.
    PBF_NIGHTSRV = 36
    #: Sends all calls to the covering phone, as PBF_COVER does.
    PBF_SENDCALLS = 37
    #: Controls the message lamp.
    PBF_MSGINDICATOR = 38
    #: Dials a stored number by its short code.
    PBF_REPDIAL = 39
    #: Stores a number under a short code.
    PBF_SETREPDIAL = 40
    #: Dials a number stored in the switch by its short code.
    PBF_SYSTEMSPEED = 41
    #: Dials a number stored for this phone by its short code.
    PBF_STATIONSPEED = 42
    #: Waits for a busy extension and rings when it is free.
    PBF_CAMPON = 43
    #: Stores the number of the present call, or repeats the one stored.
    PBF_SAVEREPEAT = 44
    #: Waits for a free trunk and rings when there is one.
    PBF_QUEUECALL = 45
    #: No function.
    PBF_NONE = 46
    #: Sends the request for a call.
    PBF_SEND = 47


class PHONE_TONE(_NamedInt):
    """Tones that ITAutomatedPhoneControl::StartTone can play.

    Page: PHONE_TONE (tapi3if.h).
    """

    #: DTMF 0.
    PT_KEYPADZERO = 0
    #: DTMF 1.
    PT_KEYPADONE = 1
    #: DTMF 2.
    PT_KEYPADTWO = 2
    #: DTMF 3.
    PT_KEYPADTHREE = 3
    #: DTMF 4.
    PT_KEYPADFOUR = 4
    #: DTMF 5.
    PT_KEYPADFIVE = 5
    #: DTMF 6.
    PT_KEYPADSIX = 6
    #: DTMF 7.
    PT_KEYPADSEVEN = 7
    #: DTMF 8.
    PT_KEYPADEIGHT = 8
    #: DTMF 9.
    PT_KEYPADNINE = 9
    #: DTMF star.
    PT_KEYPADSTAR = 10
    #: DTMF hash.
    PT_KEYPADPOUND = 11
    #: DTMF A.
    PT_KEYPADA = 12
    #: DTMF B.
    PT_KEYPADB = 13
    #: DTMF C.
    PT_KEYPADC = 14
    #: DTMF D.
    PT_KEYPADD = 15
    #: The usual dial tone.
    PT_NORMALDIALTONE = 16
    #: The dial tone of an outside line.
    PT_EXTERNALDIALTONE = 17
    #: The busy tone.
    PT_BUSY = 18
    #: The ringing tone that a caller hears.
    PT_RINGBACK = 19
    #: The error tone.
    PT_ERRORTONE = 20
    #: Silence.
    PT_SILENCE = 21


class PHONE_EVENT(_NamedInt):
    """What a TE_PHONEEVENT reports.

    Page: PHONE_EVENT (tapi3if.h).
    """

    #: The display changed.
    PE_DISPLAY = 0
    #: A lamp changed.
    PE_LAMPMODE = 1
    #: The ring mode changed.
    PE_RINGMODE = 2
    #: The ring volume changed.
    PE_RINGVOLUME = 3
    #: A hook switch changed.
    PE_HOOKSWITCH = 4
    #: The capabilities changed; read them again.
    PE_CAPSCHANGE = 5
    #: A button was pressed or released.
    PE_BUTTON = 6
    #: The phone was closed from outside.
    PE_CLOSE = 7
    #: A whole number has been dialled on the phone.
    PE_NUMBERGATHERED = 8
    #: Dialling on the phone began.
    PE_DIALING = 9
    #: The user answered on the phone.
    PE_ANSWER = 10
    #: The user hung up on the phone.
    PE_DISCONNECT = 11
    #: The highest value of this enumeration.
    PE_LASTITEM = 11


class TERMINAL_MEDIA_STATE(_NamedInt):
    """Whether a file terminal or track plays or records.

    Page: TERMINAL_MEDIA_STATE (tapi3if.h).
    """

    #: Stopped.
    TMS_IDLE = 0
    #: Running.
    TMS_ACTIVE = 1
    #: Paused; Start goes on from here.
    TMS_PAUSED = 2
    #: The highest value of this enumeration.
    TMS_LASTITEM = 2


class FT_STATE_EVENT_CAUSE(_NamedInt):
    """Why a file terminal changed its state.

    Page: FT_STATE_EVENT_CAUSE (tapi3if.h).
    """

    #: The program asked for it.
    FTEC_NORMAL = 0
    #: The file is at its end.
    FTEC_END_OF_FILE = 1
    #: The file could not be read.
    FTEC_READ_ERROR = 2
    #: The file could not be written.
    FTEC_WRITE_ERROR = 3


class AGENT_EVENT(_NamedInt):
    """The state that a call-centre agent went into.

    Page: AGENT_EVENT (tapi3cc.h).
    """

    #: Not ready for calls.
    AE_NOT_READY = 0
    #: Ready for calls.
    AE_READY = 1
    #: Busy with a call from a queue.
    AE_BUSY_ACD = 2
    #: Busy with another incoming call.
    AE_BUSY_INCOMING = 3
    #: Busy with an outgoing call.
    AE_BUSY_OUTGOING = 4
    #: Not known.
    AE_UNKNOWN = 5


class AGENT_STATE(_NamedInt):
    """The states of a call-centre agent.

    Page: AGENT_STATE (tapi3cc.h).
    """

    #: Not ready for calls.
    AS_NOT_READY = 0
    #: Ready for calls.
    AS_READY = 1
    #: Busy with a call from a queue.
    AS_BUSY_ACD = 2
    #: Busy with another incoming call.
    AS_BUSY_INCOMING = 3
    #: Busy with an outgoing call.
    AS_BUSY_OUTGOING = 4
    #: Not known.
    AS_UNKNOWN = 5


class AGENT_SESSION_EVENT(_NamedInt):
    """What happened to an agent session.

    Page: AGENT_SESSION_EVENT (tapi3cc.h).
    """

    #: It began.
    ASE_NEW_SESSION = 0
    #: It takes no calls now.
    ASE_NOT_READY = 1
    #: It takes calls now.
    ASE_READY = 2
    #: It is busy with a call.
    ASE_BUSY = 3
    #: It is busy with the work after a call.
    ASE_WRAPUP = 4
    #: It ended.
    ASE_END = 5


class AGENT_SESSION_STATE(_NamedInt):
    """The states of an agent session.

    Page: AGENT_SESSION_STATE (tapi3cc.h).
    """

    #: Takes no calls.
    ASST_NOT_READY = 0
    #: Takes calls.
    ASST_READY = 1
    #: Busy with a call.
    ASST_BUSY_ON_CALL = 2
    #: Busy with the work after a call.
    ASST_BUSY_WRAPUP = 3
    #: Ended.
    ASST_SESSION_ENDED = 4


class AGENTHANDLER_EVENT(_NamedInt):
    """What happened to an agent handler.

    Page: AGENTHANDLER_EVENT (tapi3cc.h).
    """

    #: It was added.
    AHE_NEW_AGENTHANDLER = 0
    #: It was removed.
    AHE_AGENTHANDLER_REMOVED = 1


class ACDGROUP_EVENT(_NamedInt):
    """What happened to an ACD group.

    Page: ACDGROUP_EVENT (tapi3cc.h).
    """

    #: It was added.
    ACDGE_NEW_GROUP = 0
    #: It was removed.
    ACDGE_GROUP_REMOVED = 1


class ACDQUEUE_EVENT(_NamedInt):
    """What happened to an ACD queue.

    Page: ACDQUEUE_EVENT (tapi3cc.h).
    """

    #: It was added.
    ACDQE_NEW_QUEUE = 0
    #: It was removed.
    ACDQE_QUEUE_REMOVED = 1


class TMGR_DIRECTION(_NamedInt):
    """Which directions a terminal class can work in, as bits.

    Page: TMGR_DIRECTION (termmgr.h).
    """

    #: Towards the call.
    TMGR_TD_CAPTURE = 1
    #: Towards the device.
    TMGR_TD_RENDER = 2
    #: Both, TMGR_TD_CAPTURE and TMGR_TD_RENDER together.
    TMGR_TD_BOTH = 3


class STREAM_TYPE(_NamedInt):
    """Which way a stream goes, as the program sees it.

    Page: STREAM_TYPE (mmstream.h).
    """

    #: The program reads from it.
    STREAMTYPE_READ = 0
    #: The program writes to it.
    STREAMTYPE_WRITE = 1
    #: Samples are changed on their way.
    STREAMTYPE_TRANSFORM = 2


class STREAM_STATE(_NamedInt):
    """Whether a multimedia stream runs.

    Page: STREAM_STATE (mmstream.h).
    """

    #: It stands.
    STREAMSTATE_STOP = 0
    #: It runs.
    STREAMSTATE_RUN = 1


#: Every enumeration by its name.
ENUMS: Dict[str, Type[IntEnum | IntFlag]] = {
    "TAPI_TONEMODE": TAPI_TONEMODE,
    "TAPI_GATHERTERM": TAPI_GATHERTERM,
    "ADDRESS_EVENT": ADDRESS_EVENT,
    "ADDRESS_STATE": ADDRESS_STATE,
    "CALL_STATE": CALL_STATE,
    "CALL_STATE_EVENT_CAUSE": CALL_STATE_EVENT_CAUSE,
    "CALL_MEDIA_EVENT": CALL_MEDIA_EVENT,
    "CALL_MEDIA_EVENT_CAUSE": CALL_MEDIA_EVENT_CAUSE,
    "DISCONNECT_CODE": DISCONNECT_CODE,
    "TERMINAL_STATE": TERMINAL_STATE,
    "TERMINAL_DIRECTION": TERMINAL_DIRECTION,
    "TERMINAL_TYPE": TERMINAL_TYPE,
    "CALL_PRIVILEGE": CALL_PRIVILEGE,
    "TAPI_EVENT": TAPI_EVENT,
    "CALL_NOTIFICATION_EVENT": CALL_NOTIFICATION_EVENT,
    "CALLHUB_EVENT": CALLHUB_EVENT,
    "CALLHUB_STATE": CALLHUB_STATE,
    "TAPIOBJECT_EVENT": TAPIOBJECT_EVENT,
    "TAPI_OBJECT_TYPE": TAPI_OBJECT_TYPE,
    "QOS_SERVICE_LEVEL": QOS_SERVICE_LEVEL,
    "QOS_EVENT": QOS_EVENT,
    "CALLINFOCHANGE_CAUSE": CALLINFOCHANGE_CAUSE,
    "CALLINFO_LONG": CALLINFO_LONG,
    "CALLINFO_STRING": CALLINFO_STRING,
    "CALLINFO_BUFFER": CALLINFO_BUFFER,
    "ADDRESS_CAPABILITY": ADDRESS_CAPABILITY,
    "ADDRESS_CAPABILITY_STRING": ADDRESS_CAPABILITY_STRING,
    "FULLDUPLEX_SUPPORT": FULLDUPLEX_SUPPORT,
    "FINISH_MODE": FINISH_MODE,
    "PHONE_PRIVILEGE": PHONE_PRIVILEGE,
    "PHONE_HOOK_SWITCH_DEVICE": PHONE_HOOK_SWITCH_DEVICE,
    "PHONE_HOOK_SWITCH_STATE": PHONE_HOOK_SWITCH_STATE,
    "PHONE_LAMP_MODE": PHONE_LAMP_MODE,
    "PHONECAPS_LONG": PHONECAPS_LONG,
    "PHONECAPS_STRING": PHONECAPS_STRING,
    "PHONECAPS_BUFFER": PHONECAPS_BUFFER,
    "PHONE_BUTTON_STATE": PHONE_BUTTON_STATE,
    "PHONE_BUTTON_MODE": PHONE_BUTTON_MODE,
    "PHONE_BUTTON_FUNCTION": PHONE_BUTTON_FUNCTION,
    "PHONE_TONE": PHONE_TONE,
    "PHONE_EVENT": PHONE_EVENT,
    "TERMINAL_MEDIA_STATE": TERMINAL_MEDIA_STATE,
    "FT_STATE_EVENT_CAUSE": FT_STATE_EVENT_CAUSE,
    "AGENT_EVENT": AGENT_EVENT,
    "AGENT_STATE": AGENT_STATE,
    "AGENT_SESSION_EVENT": AGENT_SESSION_EVENT,
    "AGENT_SESSION_STATE": AGENT_SESSION_STATE,
    "AGENTHANDLER_EVENT": AGENTHANDLER_EVENT,
    "ACDGROUP_EVENT": ACDGROUP_EVENT,
    "ACDQUEUE_EVENT": ACDQUEUE_EVENT,
    "TMGR_DIRECTION": TMGR_DIRECTION,
    "STREAM_TYPE": STREAM_TYPE,
    "STREAM_STATE": STREAM_STATE,
}

# ---- Result codes ----

TAPI_E_NOTENOUGHMEMORY = 0x80040001
TAPI_E_NOITEMS = 0x80040002
TAPI_E_NOTSUPPORTED = 0x80040003
TAPI_E_INVALIDMEDIATYPE = 0x80040004
TAPI_E_OPERATIONFAILED = 0x80040005
TAPI_E_ALLOCATED = 0x80040006
TAPI_E_CALLUNAVAIL = 0x80040007
TAPI_E_COMPLETIONOVERRUN = 0x80040008
TAPI_E_CONFERENCEFULL = 0x80040009
TAPI_E_DIALMODIFIERNOTSUPPORTED = 0x8004000A
TAPI_E_INUSE = 0x8004000B
TAPI_E_INVALADDRESS = 0x8004000C
TAPI_E_INVALADDRESSSTATE = 0x8004000D
TAPI_E_INVALCALLPARAMS = 0x8004000E
TAPI_E_INVALCALLPRIVILEGE = 0x8004000F
TAPI_E_INVALCALLSTATE = 0x80040010
TAPI_E_INVALCARD = 0x80040011
TAPI_E_INVALCOMPLETIONID = 0x80040012
TAPI_E_INVALCOUNTRYCODE = 0x80040013
TAPI_E_INVALDEVICECLASS = 0x80040014
TAPI_E_INVALDIALPARAMS = 0x80040015
TAPI_E_INVALDIGITS = 0x80040016
TAPI_E_INVALGROUPID = 0x80040017
TAPI_E_INVALLOCATION = 0x80040018
TAPI_E_INVALMESSAGEID = 0x80040019
TAPI_E_INVALPARKID = 0x8004001A
TAPI_E_INVALRATE = 0x8004001B
TAPI_E_INVALTIMEOUT = 0x8004001C
TAPI_E_INVALTONE = 0x8004001D
TAPI_E_INVALLIST = 0x8004001E
TAPI_E_INVALMODE = 0x8004001F
TAPI_E_NOCONFERENCE = 0x80040020
TAPI_E_NODEVICE = 0x80040021
TAPI_E_NOREQUEST = 0x80040022
TAPI_E_NOTOWNER = 0x80040023
TAPI_E_NOTREGISTERED = 0x80040024
TAPI_E_REQUESTOVERRUN = 0x80040025
TAPI_E_TARGETNOTFOUND = 0x80040026
TAPI_E_TARGETSELF = 0x80040027
TAPI_E_USERUSERINFOTOOBIG = 0x80040028
TAPI_E_REINIT = 0x80040029
TAPI_E_ADDRESSBLOCKED = 0x8004002A
TAPI_E_BILLINGREJECTED = 0x8004002B
TAPI_E_INVALFEATURE = 0x8004002C
TAPI_E_INVALBUTTONLAMPID = 0x8004002D
TAPI_E_INVALBUTTONSTATE = 0x8004002E
TAPI_E_INVALDATAID = 0x8004002F
TAPI_E_INVALHOOKSWITCHDEV = 0x80040030
TAPI_E_DROPPED = 0x80040031
TAPI_E_NOREQUESTRECIPIENT = 0x80040032
TAPI_E_REQUESTQUEUEFULL = 0x80040033
TAPI_E_DESTBUSY = 0x80040034
TAPI_E_DESTNOANSWER = 0x80040035
TAPI_E_DESTUNAVAIL = 0x80040036
TAPI_E_REQUESTFAILED = 0x80040037
TAPI_E_REQUESTCANCELLED = 0x80040038
TAPI_E_INVALPRIVILEGE = 0x80040039
TAPI_E_INVALIDDIRECTION = 0x8004003A
TAPI_E_INVALIDTERMINAL = 0x8004003B
TAPI_E_INVALIDTERMINALCLASS = 0x8004003C
TAPI_E_NODRIVER = 0x8004003D
TAPI_E_MAXSTREAMS = 0x8004003E
TAPI_E_NOTERMINALSELECTED = 0x8004003F
TAPI_E_TERMINALINUSE = 0x80040040
TAPI_E_NOTSTOPPED = 0x80040041
TAPI_E_MAXTERMINALS = 0x80040042
TAPI_E_INVALIDSTREAM = 0x80040043
TAPI_E_TIMEOUT = 0x80040044
TAPI_E_CALLCENTER_GROUP_REMOVED = 0x80040045
TAPI_E_CALLCENTER_QUEUE_REMOVED = 0x80040046
TAPI_E_CALLCENTER_NO_AGENT_ID = 0x80040047
TAPI_E_CALLCENTER_INVALAGENTID = 0x80040048
TAPI_E_CALLCENTER_INVALAGENTGROUP = 0x80040049
TAPI_E_CALLCENTER_INVALPASSWORD = 0x8004004A
TAPI_E_CALLCENTER_INVALAGENTSTATE = 0x8004004B
TAPI_E_CALLCENTER_INVALAGENTACTIVITY = 0x8004004C
TAPI_E_REGISTRY_SETTING_CORRUPT = 0x8004004D
TAPI_E_TERMINAL_PEER = 0x8004004E
TAPI_E_PEER_NOT_SET = 0x8004004F
TAPI_E_NOEVENT = 0x80040050
TAPI_E_INVALADDRESSTYPE = 0x80040051
TAPI_E_RESOURCEUNAVAIL = 0x80040052
TAPI_E_PHONENOTOPEN = 0x80040053
TAPI_E_CALLNOTSELECTED = 0x80040054
TAPI_E_WRONGEVENT = 0x80040055
TAPI_E_NOFORMAT = 0x80040056
TAPI_E_INVALIDSTREAMSTATE = 0x80040057
TAPI_E_WRONG_STATE = 0x80040058
TAPI_E_NOT_INITIALIZED = 0x80040059
TAPI_E_SERVICE_NOT_RUNNING = 0x8004005A
S_OK = 0x00000000
S_FALSE = 0x00000001
E_PENDING = 0x8000000A
E_NOTIMPL = 0x80004001
E_NOINTERFACE = 0x80004002
E_POINTER = 0x80004003
E_ABORT = 0x80004004
E_FAIL = 0x80004005
E_UNEXPECTED = 0x8000FFFF
E_ACCESSDENIED = 0x80070005
E_OUTOFMEMORY = 0x8007000E
E_INVALIDARG = 0x80070057
CONNECT_E_NOCONNECTION = 0x80040200
CONNECT_E_ADVISELIMIT = 0x80040201
CONNECT_E_CANNOTCONNECT = 0x80040202
CLASS_E_NOAGGREGATION = 0x80040110
CLASS_E_CLASSNOTAVAILABLE = 0x80040111
REGDB_E_CLASSNOTREG = 0x80040154
CO_E_NOTINITIALIZED = 0x800401F0
CO_E_OBJNOTCONNECTED = 0x800401FD
CO_E_CLASSSTRING = 0x800401F3
CO_E_IIDSTRING = 0x800401F4
RPC_E_CHANGED_MODE = 0x80010106
DISP_E_UNKNOWNINTERFACE = 0x80020001
DISP_E_MEMBERNOTFOUND = 0x80020003
DISP_E_PARAMNOTFOUND = 0x80020004
DISP_E_TYPEMISMATCH = 0x80020005
DISP_E_UNKNOWNNAME = 0x80020006
DISP_E_NONAMEDARGS = 0x80020007
DISP_E_BADVARTYPE = 0x80020008
DISP_E_EXCEPTION = 0x80020009
DISP_E_OVERFLOW = 0x8002000A
DISP_E_BADINDEX = 0x8002000B
DISP_E_UNKNOWNLCID = 0x8002000C
DISP_E_ARRAYISLOCKED = 0x8002000D
DISP_E_BADPARAMCOUNT = 0x8002000E
DISP_E_PARAMNOTOPTIONAL = 0x8002000F
MS_S_PENDING = 0x00040001
MS_S_NOUPDATE = 0x00040002
MS_S_ENDOFSTREAM = 0x00040003
MS_E_SAMPLEALLOC = 0x80040401
MS_E_PURPOSEID = 0x80040402
MS_E_NOSTREAM = 0x80040403
MS_E_NOSEEKING = 0x80040404
MS_E_INCOMPATIBLE = 0x80040405
MS_E_BUSY = 0x80040406
MS_E_NOTINIT = 0x80040407
MS_E_SOURCEALREADYDEFINED = 0x80040408
MS_E_INVALIDSTREAMTYPE = 0x80040409
MS_E_NOTRUNNING = 0x8004040A
VFW_E_ALREADY_CONNECTED = 0x80040204
VFW_E_NOT_CONNECTED = 0x80040209
VFW_E_BUFFER_NOTSET = 0x8004020C
VFW_E_BUFFER_OVERFLOW = 0x8004020D
VFW_E_BADALIGN = 0x8004020E
VFW_E_NOT_COMMITTED = 0x80040211
VFW_E_TYPE_NOT_ACCEPTED = 0x8004022A
VFW_E_TIMEOUT = 0x8004022E

#: Every result code: its value and what it says.
HRESULTS: Dict[str, Tuple[int, str]] = {
    "TAPI_E_NOTENOUGHMEMORY": (TAPI_E_NOTENOUGHMEMORY, "The buffer given is too small for the answer; pass a larger one."),
    "TAPI_E_NOITEMS": (TAPI_E_NOITEMS, "Nothing matches the query: there are no such items."),
    "TAPI_E_NOTSUPPORTED": (TAPI_E_NOTSUPPORTED, "This address or its provider cannot do this; ask the address capabilities first."),
    "TAPI_E_INVALIDMEDIATYPE": (TAPI_E_INVALIDMEDIATYPE, "The media type is unknown or not for this address; see ITMediaSupport."),
    "TAPI_E_OPERATIONFAILED": (TAPI_E_OPERATIONFAILED, "The provider could not do it; the error info and the log may tell why."),
    "TAPI_E_ALLOCATED": (TAPI_E_ALLOCATED, "The device belongs to another program; try again when that lets go of it."),
    "TAPI_E_CALLUNAVAIL": (TAPI_E_CALLUNAVAIL, "All call appearances are taken; end a call on this address and try again."),
    "TAPI_E_COMPLETIONOVERRUN": (TAPI_E_COMPLETIONOVERRUN, "Too many call completion requests are waiting on this address."),
    "TAPI_E_CONFERENCEFULL": (TAPI_E_CONFERENCEFULL, "The conference has as many parties as it can hold."),
    "TAPI_E_DIALMODIFIERNOTSUPPORTED": (TAPI_E_DIALMODIFIERNOTSUPPORTED, "The dial string has a modifier that the provider cannot dial; remove it."),
    "TAPI_E_INUSE": (TAPI_E_INUSE, "The device is busy; try again later."),
    "TAPI_E_INVALADDRESS": (TAPI_E_INVALADDRESS, "The destination is malformed or unknown; check it and its address type."),
    "TAPI_E_INVALADDRESSSTATE": (TAPI_E_INVALADDRESSSTATE, "The address is in a state that does not allow this; see ITAddress::get_State."),
    "TAPI_E_INVALCALLPARAMS": (TAPI_E_INVALCALLPARAMS, "The call parameters contradict each other or do not suit this address."),
    "TAPI_E_INVALCALLPRIVILEGE": (TAPI_E_INVALCALLPRIVILEGE, "The call privilege is not a CALL_PRIVILEGE value."),
    "TAPI_E_INVALCALLSTATE": (TAPI_E_INVALCALLSTATE, "The call is in a state that does not allow this; see ITCallInfo::get_CallState."),
    "TAPI_E_INVALCARD": (TAPI_E_INVALCARD, "There is no calling card with this id."),
    "TAPI_E_INVALCOMPLETIONID": (TAPI_E_INVALCOMPLETIONID, "There is no call completion request with this id."),
    "TAPI_E_INVALCOUNTRYCODE": (TAPI_E_INVALCOUNTRYCODE, "The country code is not valid."),
    "TAPI_E_INVALDEVICECLASS": (TAPI_E_INVALDEVICECLASS, "The device class is unknown here; see ITAddressCapabilities::get_DeviceClasses."),
    "TAPI_E_INVALDIALPARAMS": (TAPI_E_INVALDIALPARAMS, "The dialling durations are outside what the provider can do."),
    "TAPI_E_INVALDIGITS": (TAPI_E_INVALDIGITS, "A character is not a digit of this digit mode."),
    "TAPI_E_INVALGROUPID": (TAPI_E_INVALGROUPID, "There is no pickup group with this id."),
    "TAPI_E_INVALLOCATION": (TAPI_E_INVALLOCATION, "There is no dialling location with this id."),
    "TAPI_E_INVALMESSAGEID": (TAPI_E_INVALMESSAGEID, "There is no call completion message with this id."),
    "TAPI_E_INVALPARKID": (TAPI_E_INVALPARKID, "Nothing is parked at this address, or nothing can be parked there."),
    "TAPI_E_INVALRATE": (TAPI_E_INVALRATE, "The data rate is outside what the address can do."),
    "TAPI_E_INVALTIMEOUT": (TAPI_E_INVALTIMEOUT, "The timeout is outside the range that the address capabilities give."),
    "TAPI_E_INVALTONE": (TAPI_E_INVALTONE, "The tone has frequencies or times that the provider cannot do."),
    "TAPI_E_INVALLIST": (TAPI_E_INVALLIST, "The list is malformed or has too many entries."),
    "TAPI_E_INVALMODE": (TAPI_E_INVALMODE, "The mode is unknown or not possible here."),
    "TAPI_E_NOCONFERENCE": (TAPI_E_NOCONFERENCE, "The call is not part of a conference."),
    "TAPI_E_NODEVICE": (TAPI_E_NODEVICE, "The device is gone, or the call has none of this class."),
    "TAPI_E_NOREQUEST": (TAPI_E_NOREQUEST, "No assisted-telephony request is waiting."),
    "TAPI_E_NOTOWNER": (TAPI_E_NOTOWNER, "This program only monitors the call; only its owner may do this."),
    "TAPI_E_NOTREGISTERED": (TAPI_E_NOTREGISTERED, "This program is not registered as a recipient of assisted-telephony requests."),
    "TAPI_E_REQUESTOVERRUN": (TAPI_E_REQUESTOVERRUN, "Too many assisted-telephony requests are waiting; try again later."),
    "TAPI_E_TARGETNOTFOUND": (TAPI_E_TARGETNOTFOUND, "No program is there to hand the call to; it must register on the address first."),
    "TAPI_E_TARGETSELF": (TAPI_E_TARGETSELF, "The call would be handed to this program itself; no other stands before it."),
    "TAPI_E_USERUSERINFOTOOBIG": (TAPI_E_USERUSERINFOTOOBIG, "The user-user information is longer than the network allows; shorten it."),
    "TAPI_E_REINIT": (TAPI_E_REINIT, "The lines have changed; all programs must shut down and initialize again."),
    "TAPI_E_ADDRESSBLOCKED": (TAPI_E_ADDRESSBLOCKED, "Calls to this destination are barred by the network or the called party."),
    "TAPI_E_BILLINGREJECTED": (TAPI_E_BILLINGREJECTED, "The network refused the calling card or billing data."),
    "TAPI_E_INVALFEATURE": (TAPI_E_INVALFEATURE, "The feature is unknown or not available on this device."),
    "TAPI_E_INVALBUTTONLAMPID": (TAPI_E_INVALBUTTONLAMPID, "The phone has no button or lamp with this id."),
    "TAPI_E_INVALBUTTONSTATE": (TAPI_E_INVALBUTTONSTATE, "The button state is not a PHONE_BUTTON_STATE value."),
    "TAPI_E_INVALDATAID": (TAPI_E_INVALDATAID, "The phone has no data area with this id."),
    "TAPI_E_INVALHOOKSWITCHDEV": (TAPI_E_INVALHOOKSWITCHDEV, "The phone has no such hook-switch device."),
    "TAPI_E_DROPPED": (TAPI_E_DROPPED, "The call was disconnected while the method was waiting."),
    "TAPI_E_NOREQUESTRECIPIENT": (TAPI_E_NOREQUESTRECIPIENT, "No program is registered to carry out assisted-telephony requests."),
    "TAPI_E_REQUESTQUEUEFULL": (TAPI_E_REQUESTQUEUEFULL, "The queue of assisted-telephony requests is full; try again later."),
    "TAPI_E_DESTBUSY": (TAPI_E_DESTBUSY, "The called party is busy; try again later."),
    "TAPI_E_DESTNOANSWER": (TAPI_E_DESTNOANSWER, "The called party did not answer."),
    "TAPI_E_DESTUNAVAIL": (TAPI_E_DESTUNAVAIL, "The called party refused the call or cannot be reached."),
    "TAPI_E_REQUESTFAILED": (TAPI_E_REQUESTFAILED, "The assisted-telephony request failed; no reason was given."),
    "TAPI_E_REQUESTCANCELLED": (TAPI_E_REQUESTCANCELLED, "The assisted-telephony request was withdrawn."),
    "TAPI_E_INVALPRIVILEGE": (TAPI_E_INVALPRIVILEGE, "The privilege is not enough for this, or is not a privilege value."),
    "TAPI_E_INVALIDDIRECTION": (TAPI_E_INVALIDDIRECTION, "The direction is not a TERMINAL_DIRECTION value, or does not fit here."),
    "TAPI_E_INVALIDTERMINAL": (TAPI_E_INVALIDTERMINAL, "The terminal does not fit this stream, call or address, or is not selected."),
    "TAPI_E_INVALIDTERMINALCLASS": (TAPI_E_INVALIDTERMINALCLASS, "The terminal class is unknown to this address."),
    "TAPI_E_NODRIVER": (TAPI_E_NODRIVER, "The provider of this address has been removed."),
    "TAPI_E_MAXSTREAMS": (TAPI_E_MAXSTREAMS, "The call has as many streams as it can have."),
    "TAPI_E_NOTERMINALSELECTED": (TAPI_E_NOTERMINALSELECTED, "Nothing to work with: select a terminal first."),
    "TAPI_E_TERMINALINUSE": (TAPI_E_TERMINALINUSE, "The terminal is used elsewhere; unselect it there first."),
    "TAPI_E_NOTSTOPPED": (TAPI_E_NOTSTOPPED, "The streams of the call must be stopped first."),
    "TAPI_E_MAXTERMINALS": (TAPI_E_MAXTERMINALS, "The stream has as many terminals as it can have."),
    "TAPI_E_INVALIDSTREAM": (TAPI_E_INVALIDSTREAM, "The stream does not belong to this call or cannot do this."),
    "TAPI_E_TIMEOUT": (TAPI_E_TIMEOUT, "The provider has not answered in time; a late answer still takes effect."),
    "TAPI_E_CALLCENTER_GROUP_REMOVED": (TAPI_E_CALLCENTER_GROUP_REMOVED, "The ACD group has been removed."),
    "TAPI_E_CALLCENTER_QUEUE_REMOVED": (TAPI_E_CALLCENTER_QUEUE_REMOVED, "The ACD queue has been removed."),
    "TAPI_E_CALLCENTER_NO_AGENT_ID": (TAPI_E_CALLCENTER_NO_AGENT_ID, "The agent was created without an id."),
    "TAPI_E_CALLCENTER_INVALAGENTID": (TAPI_E_CALLCENTER_INVALAGENTID, "The agent id is not valid."),
    "TAPI_E_CALLCENTER_INVALAGENTGROUP": (TAPI_E_CALLCENTER_INVALAGENTGROUP, "The agent group is not valid."),
    "TAPI_E_CALLCENTER_INVALPASSWORD": (TAPI_E_CALLCENTER_INVALPASSWORD, "The agent's password is wrong."),
    "TAPI_E_CALLCENTER_INVALAGENTSTATE": (TAPI_E_CALLCENTER_INVALAGENTSTATE, "The agent state is not valid, or does not follow from the present one."),
    "TAPI_E_CALLCENTER_INVALAGENTACTIVITY": (TAPI_E_CALLCENTER_INVALAGENTACTIVITY, "The agent activity is not valid."),
    "TAPI_E_REGISTRY_SETTING_CORRUPT": (TAPI_E_REGISTRY_SETTING_CORRUPT, "A stored setting is damaged; repair the configuration."),
    "TAPI_E_TERMINAL_PEER": (TAPI_E_TERMINAL_PEER, "The bridge terminal already has a peer."),
    "TAPI_E_PEER_NOT_SET": (TAPI_E_PEER_NOT_SET, "The bridge terminal has no peer yet; set it first."),
    "TAPI_E_NOEVENT": (TAPI_E_NOEVENT, "The provider's event queue is empty."),
    "TAPI_E_INVALADDRESSTYPE": (TAPI_E_INVALADDRESSTYPE, "The address does not take this address type; see AC_ADDRESSTYPES."),
    "TAPI_E_RESOURCEUNAVAIL": (TAPI_E_RESOURCEUNAVAIL, "The provider is short of a resource; try again later."),
    "TAPI_E_PHONENOTOPEN": (TAPI_E_PHONENOTOPEN, "The phone is not open; call ITPhone::Open first."),
    "TAPI_E_CALLNOTSELECTED": (TAPI_E_CALLNOTSELECTED, "The call is not selected on the phone; call SelectCall first."),
    "TAPI_E_WRONGEVENT": (TAPI_E_WRONGEVENT, "This property says nothing for this kind of event; see its get_Event."),
    "TAPI_E_NOFORMAT": (TAPI_E_NOFORMAT, "No media format is set or known."),
    "TAPI_E_INVALIDSTREAMSTATE": (TAPI_E_INVALIDSTREAMSTATE, "The stream is in a state that does not allow this."),
    "TAPI_E_WRONG_STATE": (TAPI_E_WRONG_STATE, "The object is in a state that does not allow this."),
    "TAPI_E_NOT_INITIALIZED": (TAPI_E_NOT_INITIALIZED, "The TAPI object is not initialized; call ITTAPI::Initialize first."),
    "TAPI_E_SERVICE_NOT_RUNNING": (TAPI_E_SERVICE_NOT_RUNNING, "The telephony service is not running."),
    "S_OK": (S_OK, "The method succeeded."),
    "S_FALSE": (S_FALSE, "The method succeeded, but there was nothing, or less, to do or to give."),
    "E_PENDING": (E_PENDING, "The information is not known yet; ask again after the next event."),
    "E_NOTIMPL": (E_NOTIMPL, "The method exists but is not implemented here."),
    "E_NOINTERFACE": (E_NOINTERFACE, "The object does not have this interface."),
    "E_POINTER": (E_POINTER, "A pointer that must not be NULL is NULL."),
    "E_ABORT": (E_ABORT, "The operation was abandoned."),
    "E_FAIL": (E_FAIL, "The operation failed; the error info may tell why."),
    "E_UNEXPECTED": (E_UNEXPECTED, "The object was not in a state to do this, or the library met an internal error."),
    "E_ACCESSDENIED": (E_ACCESSDENIED, "Access was denied; check the rights and the credentials."),
    "E_OUTOFMEMORY": (E_OUTOFMEMORY, "There is not enough memory; nothing has changed, the method can be called again."),
    "E_INVALIDARG": (E_INVALIDARG, "An argument is outside the values that the method takes."),
    "CONNECT_E_NOCONNECTION": (CONNECT_E_NOCONNECTION, "There is no connection with this cookie; it may have been unadvised already."),
    "CONNECT_E_ADVISELIMIT": (CONNECT_E_ADVISELIMIT, "The connection point takes no further sinks."),
    "CONNECT_E_CANNOTCONNECT": (CONNECT_E_CANNOTCONNECT, "The sink does not have the interface of this connection point."),
    "CLASS_E_NOAGGREGATION": (CLASS_E_NOAGGREGATION, "The class cannot be aggregated; pass NULL as the outer object."),
    "CLASS_E_CLASSNOTAVAILABLE": (CLASS_E_CLASSNOTAVAILABLE, "The library has no class with this id."),
    "REGDB_E_CLASSNOTREG": (REGDB_E_CLASSNOTREG, "No class is registered with this id."),
    "CO_E_NOTINITIALIZED": (CO_E_NOTINITIALIZED, "COM is not initialized on this thread; call CoInitializeEx first."),
    "CO_E_OBJNOTCONNECTED": (CO_E_OBJNOTCONNECTED, "The object has lost its connection to what it stands for."),
    "CO_E_CLASSSTRING": (CO_E_CLASSSTRING, "The text is not a class id and not a known ProgID."),
    "CO_E_IIDSTRING": (CO_E_IIDSTRING, "The text is not an interface id in braces."),
    "RPC_E_CHANGED_MODE": (RPC_E_CHANGED_MODE, "COM is already initialized on this thread with another apartment kind."),
    "DISP_E_UNKNOWNINTERFACE": (DISP_E_UNKNOWNINTERFACE, "The interface is not known."),
    "DISP_E_MEMBERNOTFOUND": (DISP_E_MEMBERNOTFOUND, "The object has no member with this dispid that can be used in this way."),
    "DISP_E_PARAMNOTFOUND": (DISP_E_PARAMNOTFOUND, "The dispid of a named argument matches no parameter."),
    "DISP_E_TYPEMISMATCH": (DISP_E_TYPEMISMATCH, "An argument cannot be converted to the type of its parameter."),
    "DISP_E_UNKNOWNNAME": (DISP_E_UNKNOWNNAME, "The object has no member or parameter with this name."),
    "DISP_E_NONAMEDARGS": (DISP_E_NONAMEDARGS, "The member takes no named arguments."),
    "DISP_E_BADVARTYPE": (DISP_E_BADVARTYPE, "An argument has a variant type that is not allowed."),
    "DISP_E_EXCEPTION": (DISP_E_EXCEPTION, "The member was called and failed; EXCEPINFO has the HRESULT and the reason."),
    "DISP_E_OVERFLOW": (DISP_E_OVERFLOW, "An argument is too large or too small for the type of its parameter."),
    "DISP_E_BADINDEX": (DISP_E_BADINDEX, "The index is outside the array."),
    "DISP_E_UNKNOWNLCID": (DISP_E_UNKNOWNLCID, "The locale id is not known."),
    "DISP_E_ARRAYISLOCKED": (DISP_E_ARRAYISLOCKED, "The array is locked; undo SafeArrayAccessData first."),
    "DISP_E_BADPARAMCOUNT": (DISP_E_BADPARAMCOUNT, "The number of arguments is not that of the member's parameters."),
    "DISP_E_PARAMNOTOPTIONAL": (DISP_E_PARAMNOTOPTIONAL, "An argument is missing for a parameter that is not optional."),
    "MS_S_PENDING": (MS_S_PENDING, "The update has begun and is not done yet; this is a success."),
    "MS_S_NOUPDATE": (MS_S_NOUPDATE, "The sample was taken back before anything was done with it."),
    "MS_S_ENDOFSTREAM": (MS_S_ENDOFSTREAM, "The stream is at its end."),
    "MS_E_SAMPLEALLOC": (MS_E_SAMPLEALLOC, "Samples of the stream have been handed out, so this cannot be changed any more."),
    "MS_E_PURPOSEID": (MS_E_PURPOSEID, "The stream has no such purpose."),
    "MS_E_NOSTREAM": (MS_E_NOSTREAM, "There is no such stream."),
    "MS_E_NOSEEKING": (MS_E_NOSEEKING, "The stream has no position that could be changed."),
    "MS_E_INCOMPATIBLE": (MS_E_INCOMPATIBLE, "The streams, or the sample and the stream, do not go together."),
    "MS_E_BUSY": (MS_E_BUSY, "The sample is being updated; wait for the end of that with CompletionStatus."),
    "MS_E_NOTINIT": (MS_E_NOTINIT, "What is needed first has not been set yet."),
    "MS_E_SOURCEALREADYDEFINED": (MS_E_SOURCEALREADYDEFINED, "The stream has a source already."),
    "MS_E_INVALIDSTREAMTYPE": (MS_E_INVALIDSTREAMTYPE, "Not possible on a stream of this type."),
    "MS_E_NOTRUNNING": (MS_E_NOTRUNNING, "The stream does not run."),
    "VFW_E_ALREADY_CONNECTED": (VFW_E_ALREADY_CONNECTED, "The terminal is on a stream already, so this cannot be changed any more."),
    "VFW_E_NOT_CONNECTED": (VFW_E_NOT_CONNECTED, "The terminal is on no stream."),
    "VFW_E_BUFFER_NOTSET": (VFW_E_BUFFER_NOTSET, "The sample has no memory; give it some with IMemoryData::SetBuffer."),
    "VFW_E_BUFFER_OVERFLOW": (VFW_E_BUFFER_OVERFLOW, "That does not fit into the buffer."),
    "VFW_E_BADALIGN": (VFW_E_BADALIGN, "The alignment of buffers must be a power of two."),
    "VFW_E_NOT_COMMITTED": (VFW_E_NOT_COMMITTED, "The stream does not run: wait for CME_STREAM_ACTIVE, or the call is over."),
    "VFW_E_TYPE_NOT_ACCEPTED": (VFW_E_TYPE_NOT_ACCEPTED, "The terminal takes another format only; get_MediaFormat tells which."),
    "VFW_E_TIMEOUT": (VFW_E_TIMEOUT, "It did not happen in time."),
}

# ---- Constants ----

VT_EMPTY = 0
VT_NULL = 1
VT_I2 = 2
VT_I4 = 3
VT_R4 = 4
VT_R8 = 5
VT_CY = 6
VT_DATE = 7
VT_BSTR = 8
VT_DISPATCH = 9
VT_ERROR = 10
VT_BOOL = 11
VT_VARIANT = 12
VT_UNKNOWN = 13
VT_DECIMAL = 14
VT_I1 = 16
VT_UI1 = 17
VT_UI2 = 18
VT_UI4 = 19
VT_I8 = 20
VT_UI8 = 21
VT_INT = 22
VT_UINT = 23
VT_RECORD = 36
VT_ARRAY = 0x2000
VT_BYREF = 0x4000
VT_TYPEMASK = 0xfff
VARIANT_TRUE = -1
VARIANT_FALSE = 0
FADF_AUTO = 0x1
FADF_STATIC = 0x2
FADF_EMBEDDED = 0x4
FADF_FIXEDSIZE = 0x10
FADF_RECORD = 0x20
FADF_HAVEIID = 0x40
FADF_HAVEVARTYPE = 0x80
FADF_BSTR = 0x100
FADF_UNKNOWN = 0x200
FADF_DISPATCH = 0x400
FADF_VARIANT = 0x800
DISPATCH_METHOD = 0x1
DISPATCH_PROPERTYGET = 0x2
DISPATCH_PROPERTYPUT = 0x4
DISPATCH_PROPERTYPUTREF = 0x8
DISPID_UNKNOWN = -1
DISPID_VALUE = 0
DISPID_PROPERTYPUT = -3
DISPID_NEWENUM = -4
VARIANT_NOVALUEPROP = 0x1
VARIANT_ALPHABOOL = 0x2
VARIANT_LOCALBOOL = 0x10
CLSCTX_INPROC_SERVER = 0x1
CLSCTX_INPROC_HANDLER = 0x2
CLSCTX_LOCAL_SERVER = 0x4
CLSCTX_REMOTE_SERVER = 0x10
CLSCTX_ALL = 0x17
COINIT_APARTMENTTHREADED = 0x2
COINIT_MULTITHREADED = 0x0
COINIT_DISABLE_OLE1DDE = 0x4
COINIT_SPEED_OVER_MEMORY = 0x8
LOCALE_SYSTEM_DEFAULT = 0x800
LOCALE_USER_DEFAULT = 0x400
LINEADDRESSTYPE_PHONENUMBER = 0x1
LINEADDRESSTYPE_SDP = 0x2
LINEADDRESSTYPE_EMAILNAME = 0x4
LINEADDRESSTYPE_DOMAINNAME = 0x8
LINEADDRESSTYPE_IPADDRESS = 0x10
LINEDIGITMODE_PULSE = 0x1
LINEDIGITMODE_DTMF = 0x2
LINEDIGITMODE_DTMFEND = 0x4
TAPIMEDIATYPE_AUDIO = 0x8
TAPIMEDIATYPE_VIDEO = 0x8000
TAPIMEDIATYPE_DATAMODEM = 0x10
TAPIMEDIATYPE_G3FAX = 0x20
TAPIMEDIATYPE_MULTITRACK = 0x10000
LINECALLREASON_DIRECT = 0x1
LINECALLREASON_FWDBUSY = 0x2
LINECALLREASON_FWDNOANSWER = 0x4
LINECALLREASON_FWDUNCOND = 0x8
LINECALLREASON_PICKUP = 0x10
LINECALLREASON_UNPARK = 0x20
LINECALLREASON_REDIRECT = 0x40
LINECALLREASON_CALLCOMPLETION = 0x80
LINECALLREASON_TRANSFER = 0x100
LINECALLREASON_REMINDER = 0x200
LINECALLREASON_UNKNOWN = 0x400
LINECALLREASON_UNAVAIL = 0x800
LINECALLREASON_INTRUDE = 0x1000
LINECALLREASON_PARKED = 0x2000
LINECALLREASON_CAMPEDON = 0x4000
LINECALLREASON_ROUTEREQUEST = 0x8000
LINECALLORIGIN_OUTBOUND = 0x1
LINECALLORIGIN_INTERNAL = 0x2
LINECALLORIGIN_EXTERNAL = 0x4
LINECALLORIGIN_UNKNOWN = 0x10
LINECALLORIGIN_UNAVAIL = 0x20
LINECALLORIGIN_CONFERENCE = 0x40
LINECALLORIGIN_INBOUND = 0x80
TAPI3_LOG_ERROR = 1
TAPI3_LOG_WARN = 2
TAPI3_LOG_INFO = 3
TAPI3_LOG_DEBUG = 4
TAPI3_LOG_TRACE = 5
SSUPDATE_ASYNC = 0x1
SSUPDATE_CONTINUOUS = 0x2
COMPSTAT_NOUPDATEOK = 0x1
COMPSTAT_WAIT = 0x2
COMPSTAT_ABORT = 0x4
CLSID_String_VideoWindowTerm = "{F7438990-D6EB-11D0-82A6-00AA00B5CA1B}"
CLSID_String_VideoInputTerminal = "{AAF578EC-DC70-11D0-8ED3-00C04FB6809F}"
CLSID_String_HandsetTerminal = "{AAF578EB-DC70-11D0-8ED3-00C04FB6809F}"
CLSID_String_HeadsetTerminal = "{AAF578ED-DC70-11D0-8ED3-00C04FB6809F}"
CLSID_String_SpeakerphoneTerminal = "{AAF578EE-DC70-11D0-8ED3-00C04FB6809F}"
CLSID_String_MicrophoneTerminal = "{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}"
CLSID_String_SpeakersTerminal = "{AAF578F0-DC70-11D0-8ED3-00C04FB6809F}"
CLSID_String_MediaStreamTerminal = "{E2F7AEF7-4971-11D1-A671-006097C9A2E8}"
CLSID_String_FileRecordingTerminal = "{521F3D06-C3D0-4511-8617-86B9A783DA77}"
CLSID_String_FilePlaybackTerminal = "{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}"
TAPIPROTOCOL_String_PSTN = "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}"
TAPIPROTOCOL_String_H323 = "{831CE2D7-83B5-11D1-BB5C-00C04FB6809F}"
TAPIPROTOCOL_String_Multicast = "{831CE2D8-83B5-11D1-BB5C-00C04FB6809F}"

# ---- Classes and interfaces ----

#: Every class by its name.
COCLASSES: Dict[str, Coclass] = {
    "TAPI": Coclass("TAPI", "21D6D48E-A88B-11D0-83DD-00AA003CCABD", ("TAPI.TAPI", "TAPI.TAPI.1",)),
    "DispatchMapper": Coclass("DispatchMapper", "E9225296-C759-11D1-A02B-00C04FB6809F", ("DispatchMapper.DispatchMapper", "DispatchMapper.DispatchMapper.1",)),
    "RequestMakeCall": Coclass("RequestMakeCall", "AC48FFE0-F8C4-11D1-A030-00C04FB6809F", ("RequestMakeCall.RequestMakeCall.1",)),
}

#: Every interface by its name.
INTERFACES: Dict[str, Interface] = {
    "IUnknown": Interface(
        "IUnknown", "00000000-0000-0000-C000-000000000046", None, "custom", (
            Method("QueryInterface", "QueryInterface", "method", 0, None, False, "HRESULT", (
                Param("riid", "REFIID", "scalar", 0, "in", False, None),
                Param("ppvObject", "c_void", "opaque", 2, "out", False, None),
            ), (
                "Asks the object for another of its interfaces."
                "\n"
                "\n`riid`: the interface wanted."
                "\n`ppvObject`: receives the interface pointer with a reference that the caller must release; NULL on failure."
                "\n"
                "\nReturns S_OK; E_NOINTERFACE when the object does not have it; E_POINTER when `ppvObject` is NULL.")),
            Method("AddRef", "AddRef", "method", 1, None, False, "ULONG", (
            ), "Adds a reference. Returns the new count, which is meant for diagnosis only."),
            Method("Release", "Release", "method", 2, None, False, "ULONG", (
            ), "Gives a reference back; the object is gone after the last one. Returns the new count, for diagnosis only."),
        ),
        (
                "The root of every interface: identity and lifetime."
                "\n"
                "\nSource: the IUnknown pages of the Windows SDK documentation (unknwn.h)."),
    ),
    "IDispatch": Interface(
        "IDispatch", "00020400-0000-0000-C000-000000000046", "IUnknown", "custom", (
            Method("GetTypeInfoCount", "GetTypeInfoCount", "method", 3, None, False, "HRESULT", (
                Param("pctinfo", "UINT", "scalar", 1, "out", False, None),
            ), (
                "Tells whether the object can describe its type: 0 or 1."
                "\n"
                "\n`pctinfo`: receives the number of type descriptions. This library has none and answers 0."
                "\n"
                "\nReturns S_OK; E_POINTER.")),
            Method("GetTypeInfo", "GetTypeInfo", "method", 4, None, False, "HRESULT", (
                Param("iTInfo", "UINT", "scalar", 0, "in", False, None),
                Param("lcid", "LCID", "scalar", 0, "in", False, None),
                Param("ppTInfo", "ITypeInfo", "opaque", 2, "out", False, None),
            ), (
                "Gives the object's type description."
                "\n"
                "\n`iTInfo`: which one; 0."
                "\n`lcid`: the language; ignored."
                "\n`ppTInfo`: receives the description; always NULL here."
                "\n"
                "\nReturns E_NOTIMPL: this library carries no type library.")),
            Method("GetIDsOfNames", "GetIDsOfNames", "method", 5, None, False, "HRESULT", (
                Param("riid", "REFIID", "scalar", 0, "in", False, None),
                Param("rgszNames", "LPOLESTR", "scalar", 1, "in", False, "cNames"),
                Param("cNames", "UINT", "scalar", 0, "in", False, None),
                Param("lcid", "LCID", "scalar", 0, "in", False, None),
                Param("rgDispId", "DISPID", "scalar", 1, "out", False, "cNames"),
            ), (
                "Finds the dispatch ids of a member and, after it, of its named arguments."
                "\n"
                "\n`riid`: reserved; IID_NULL."
                "\n`rgszNames`: `cNames` names, the member's first; upper and lower case are the same."
                "\n`cNames`: how many names; at least 1."
                "\n`lcid`: the language; ignored."
                "\n`rgDispId`: receives `cNames` ids; DISPID_UNKNOWN for a name that is not known."
                "\n"
                "\nReturns S_OK; DISP_E_UNKNOWNNAME; DISP_E_UNKNOWNINTERFACE when `riid` is not IID_NULL; E_POINTER.")),
            Method("Invoke", "Invoke", "method", 6, None, False, "HRESULT", (
                Param("dispIdMember", "DISPID", "scalar", 0, "in", False, None),
                Param("riid", "REFIID", "scalar", 0, "in", False, None),
                Param("lcid", "LCID", "scalar", 0, "in", False, None),
                Param("wFlags", "WORD", "scalar", 0, "in", False, None),
                Param("pDispParams", "DISPPARAMS", "struct", 1, "in", False, None),
                Param("pVarResult", "VARIANT", "struct", 1, "out", False, None),
                Param("pExcepInfo", "EXCEPINFO", "struct", 1, "out", False, None),
                Param("puArgErr", "UINT", "scalar", 1, "out", False, None),
            ), (
                "Calls a method, or reads or writes a property."
                "\n"
                "\n`dispIdMember`: the member's dispatch id."
                "\n`riid`: reserved; IID_NULL."
                "\n`lcid`: the language; ignored."
                "\n`wFlags`: DISPATCH_METHOD, DISPATCH_PROPERTYGET, DISPATCH_PROPERTYPUT."
                "\n`pDispParams`: the arguments, last one first; they stay the caller's."
                "\n`pVarResult`: receives the result, which the caller clears; NULL when it is not wanted."
                "\n`pExcepInfo`: receives details when DISP_E_EXCEPTION is returned; the caller frees its strings; may be NULL."
                "\n`puArgErr`: receives the index of the argument at fault for DISP_E_TYPEMISMATCH and DISP_E_PARAMNOTFOUND; may be NULL."
                "\n"
                "\nReturns S_OK; DISP_E_MEMBERNOTFOUND; DISP_E_BADPARAMCOUNT; DISP_E_TYPEMISMATCH; DISP_E_OVERFLOW;"
                "\nDISP_E_PARAMNOTFOUND; DISP_E_PARAMNOTOPTIONAL; DISP_E_UNKNOWNINTERFACE; DISP_E_EXCEPTION when the member failed.")),
        ),
        (
                "Calls by name, for scripts and late-bound programs."
                "\n"
                "\nSource: the IDispatch pages of the Windows SDK documentation (oaidl.h)."),
    ),
    "ITMediaSupport": Interface(
        "ITMediaSupport", "B1EFC384-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("get_MediaTypes", "MediaTypes", "propget", 7, 0x30001, False, "HRESULT", (
                Param("plMediaTypes", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Tells all media types of the address."
                "\n"
                "\nplMediaTypes: receives the TAPIMEDIATYPE_ bits, OR-ed."
                "\nReturns E_POINTER."
                "\nPage: ITMediaSupport::get_MediaTypes (tapi3if.h).")),
            Method("QueryMediaType", "QueryMediaType", "method", 8, 0x30002, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("pfSupport", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), (
                "Tells whether the address has certain media types."
                "\n"
                "\nlMediaType: one TAPIMEDIATYPE_ bit, or several OR-ed; 0 means what the address has."
                "\npfSupport: receives VARIANT_TRUE if the address has every one of them, otherwise"
                "\nVARIANT_FALSE."
                "\nReturns E_POINTER."
                "\nPage: ITMediaSupport::QueryMediaType (tapi3if.h).")),
        ),
        (
                "Tells which media an address can carry."
                "\n"
                "\nQueryInterface of the address. Programs choose an address with it, mostly by"
                "\nTAPIMEDIATYPE_AUDIO."
                "\nPage: ITMediaSupport (tapi3if.h)."),
    ),
    "ITAddress": Interface(
        "ITAddress", "B1EFC386-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("get_State", "State", "propget", 7, 0x10001, False, "HRESULT", (
                Param("pAddressState", "ADDRESS_STATE", "enum", 1, "out", True, None),
            ), (
                "Tells whether the address can be used at this moment."
                "\n"
                "\npAddressState: receives AS_INSERVICE or AS_OUTOFSERVICE; TE_ADDRESS with AE_STATE"
                "\nreports changes."
                "\nReturns E_POINTER."
                "\nPage: ITAddress::get_State (tapi3if.h).")),
            Method("get_AddressName", "AddressName", "propget", 8, 0x10002, False, "HRESULT", (
                Param("ppName", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Tells the name of the address, for showing to people."
                "\n"
                "\nppName: receives the name; free it with SysFreeString."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::get_AddressName (tapi3if.h).")),
            Method("get_ServiceProviderName", "ServiceProviderName", "propget", 9, 0x10003, False, "HRESULT", (
                Param("ppName", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Tells which provider offers the address."
                "\n"
                "\nppName: receives the provider's name; free it with SysFreeString."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::get_ServiceProviderName (tapi3if.h).")),
            Method("get_TAPIObject", "TAPIObject", "propget", 10, 0x10004, False, "HRESULT", (
                Param("ppTapiObject", "ITTAPI", "interface", 2, "out", True, None),
            ), (
                "Gives the TAPI object that the address belongs to."
                "\n"
                "\nppTapiObject: receives it; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITAddress::get_TAPIObject (tapi3if.h).")),
            Method("CreateCall", "CreateCall", "method", 11, 0x10005, False, "HRESULT", (
                Param("pDestAddress", "BSTR", "scalar", 0, "in", False, None),
                Param("lAddressType", "LONG", "scalar", 0, "in", False, None),
                Param("lMediaTypes", "LONG", "scalar", 0, "in", False, None),
                Param("ppCall", "ITBasicCallControl", "interface", 2, "out", True, None),
            ), (
                "Prepares an outgoing call; nothing is dialled before ITBasicCallControl::Connect."
                "\n"
                "\npDestAddress: the destination, written as lAddressType says; NULL for a call that gets"
                "\nit later or needs none (consultation, Pickup, Unpark). Copied; stays the caller's."
                "\nlAddressType: exactly one LINEADDRESSTYPE_ bit, of those in AC_ADDRESSTYPES."
                "\nlMediaTypes: the TAPIMEDIATYPE_ bits of the call, OR-ed; 0 means what the address has."
                "\nppCall: receives the call, in CS_IDLE and owned by this program; Release it. The caller"
                "\nneeds no RegisterCallNotifications for it, only the event filter."
                "\nReturns E_INVALIDARG for an unknown address type or more than one,"
                "\nTAPI_E_INVALADDRESSTYPE for one that this address does not have, TAPI_E_INVALIDMEDIATYPE"
                "\nfor media that it does not have, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::CreateCall (tapi3if.h).")),
            Method("get_Calls", "Calls", "propget", 12, 0x10006, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the calls on the address, for Automation clients."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with"
                "\nVariantClear. The objects are the same that the events name."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::get_Calls (tapi3if.h).")),
            Method("EnumerateCalls", "EnumerateCalls", "method", 13, 0x10007, True, "HRESULT", (
                Param("ppCallEnum", "IEnumCall", "interface", 2, "out", True, None),
            ), (
                "Lists the calls on the address, for C and C++ clients."
                "\n"
                "\nppCallEnum: receives a new enumerator of ITCallInfo, a snapshot; Release it. The objects"
                "\nare the same that the events name."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::EnumerateCalls (tapi3if.h).")),
            Method("get_DialableAddress", "DialableAddress", "propget", 14, 0x10008, False, "HRESULT", (
                Param("pDialableAddress", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Tells the address as others dial it."
                "\n"
                "\npDialableAddress: receives the number or address; free it with SysFreeString."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::get_DialableAddress (tapi3if.h).")),
            Method("CreateForwardInfoObject", "CreateForwardInfoObject", "method", 15, 0x1000a, False, "HRESULT", (
                Param("ppForwardInfo", "ITForwardInformation", "interface", 2, "out", True, None),
            ), (
                "Makes an empty set of forwarding rules, to be filled in and given to Forward."
                "\n"
                "\nppForwardInfo: receives it; Release it."
                "\nReturns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::CreateForwardInfoObject (tapi3if.h).")),
            Method("Forward", "Forward", "method", 16, 0x1000b, False, "HRESULT", (
                Param("pForwardInfo", "ITForwardInformation", "interface", 1, "in", False, None),
                Param("pCall", "ITBasicCallControl", "interface", 1, "in", False, None),
            ), (
                "Sets the forwarding of incoming calls, in place of what was set before."
                "\n"
                "\npForwardInfo: the rules; NULL cancels all forwarding; stays the caller's."
                "\npCall: the consultation call that some switches want (LINEADDRCAPFLAGS_FWDCONSULT in"
                "\nAC_ADDRESSCAPFLAGS); otherwise NULL; stays the caller's."
                "\nBlocks until the provider has answered; TE_ADDRESS with AE_FORWARD follows."
                "\nReturns E_INVALIDARG if pCall is needed and is no call, or a rule is not possible here,"
                "\nTAPI_E_NOTSUPPORTED if the address has no forwarding, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITAddress::Forward (tapi3if.h).")),
            Method("get_CurrentForwardInfo", "CurrentForwardInfo", "propget", 17, 0x1000c, False, "HRESULT", (
                Param("ppForwardInfo", "ITForwardInformation", "interface", 2, "out", True, None),
            ), (
                "Tells the forwarding that is in force."
                "\n"
                "\nppForwardInfo: receives a copy of the rules; changing it changes nothing before Forward;"
                "\nRelease it."
                "\nReturns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress::get_CurrentForwardInfo (tapi3if.h).")),
            Method("put_MessageWaiting", "MessageWaiting", "propput", 18, 0x1000e, False, "HRESULT", (
                Param("fMessageWaiting", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Turns the message-waiting lamp of the address on or off."
                "\n"
                "\nfMessageWaiting: VARIANT_TRUE for on. TE_ADDRESS with AE_MSGWAITON or AE_MSGWAITOFF"
                "\nfollows."
                "\nBlocks until the provider has answered."
                "\nReturns TAPI_E_NOTSUPPORTED if there is none, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITAddress::put_MessageWaiting (tapi3if.h).")),
            Method("get_MessageWaiting", "MessageWaiting", "propget", 19, 0x1000e, False, "HRESULT", (
                Param("pfMessageWaiting", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), (
                "Tells whether the message-waiting lamp is on."
                "\n"
                "\npfMessageWaiting: receives VARIANT_TRUE if it is."
                "\nReturns TAPI_E_NOTSUPPORTED if there is none, E_POINTER."
                "\nPage: ITAddress::get_MessageWaiting (tapi3if.h).")),
            Method("put_DoNotDisturb", "DoNotDisturb", "propput", 20, 0x1000f, False, "HRESULT", (
                Param("fDoNotDisturb", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Keeps incoming calls away from the address, or lets them in again."
                "\n"
                "\nfDoNotDisturb: VARIANT_TRUE to keep them away; VARIANT_FALSE lets them in and also"
                "\ncancels all forwarding, because the one is done by means of the other."
                "\nBlocks until the provider has answered."
                "\nReturns TAPI_E_NOTSUPPORTED if the address cannot do it, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITAddress::put_DoNotDisturb (tapi3if.h).")),
            Method("get_DoNotDisturb", "DoNotDisturb", "propget", 21, 0x1000f, False, "HRESULT", (
                Param("pfDoNotDisturb", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), (
                "Tells whether incoming calls are kept away."
                "\n"
                "\npfDoNotDisturb: receives VARIANT_TRUE if they are."
                "\nReturns TAPI_E_NOTSUPPORTED if the address cannot do it, E_POINTER."
                "\nPage: ITAddress::get_DoNotDisturb (tapi3if.h).")),
        ),
        (
                "An address: a place on a line, such as an extension, where calls are made and received."
                "\n"
                "\nComes from ITTAPI::EnumerateAddresses or get_Addresses; QueryInterface gives ITAddress2,"
                "\nITAddressCapabilities and ITMediaSupport. One address has one object while it is in use."
                "\nFree-threaded. All methods: E_POINTER for a NULL out-pointer, E_OUTOFMEMORY with nothing"
                "\nchanged. Methods that ask the provider wait for it 120 s at most (configurable)."
                "\nPage: ITAddress (tapi3if.h)."),
    ),
    "ITAddress2": Interface(
        "ITAddress2", "B0AE5D9B-BE51-46C9-B0F7-DFA8A22A8BC4", "ITAddress", "dual", (
            Method("get_Phones", "Phones", "propget", 22, 0x10010, False, "HRESULT", (
                Param("pPhones", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the phones that can be used with the address, for Automation clients."
                "\n"
                "\npPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with"
                "\nVariantClear."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress2::get_Phones (tapi3if.h).")),
            Method("EnumeratePhones", "EnumeratePhones", "method", 23, 0x10011, True, "HRESULT", (
                Param("ppEnumPhone", "IEnumPhone", "interface", 2, "out", True, None),
            ), (
                "Lists the phones that can be used with the address, for C and C++ clients."
                "\n"
                "\nppEnumPhone: receives a new enumerator, perhaps empty; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress2::EnumeratePhones (tapi3if.h).")),
            Method("GetPhoneFromTerminal", "GetPhoneFromTerminal", "method", 24, 0x10012, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
                Param("ppPhone", "ITPhone", "interface", 2, "out", True, None),
            ), (
                "Finds the phone that a terminal is part of."
                "\n"
                "\npTerminal: the terminal; not NULL; stays the caller's."
                "\nppPhone: receives the phone; Release it."
                "\nReturns TAPI_E_NOITEMS if the terminal is part of no phone, E_POINTER."
                "\nPage: ITAddress2::GetPhoneFromTerminal (tapi3if.h).")),
            Method("get_PreferredPhones", "PreferredPhones", "propget", 25, 0x10014, False, "HRESULT", (
                Param("pPhones", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the phones that the provider recommends, for Automation clients."
                "\n"
                "\npPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with"
                "\nVariantClear."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress2::get_PreferredPhones (tapi3if.h).")),
            Method("EnumeratePreferredPhones", "EnumeratePreferredPhones", "method", 26, 0x10015, True, "HRESULT", (
                Param("ppEnumPhone", "IEnumPhone", "interface", 2, "out", True, None),
            ), (
                "Lists the phones that the provider recommends, for C and C++ clients."
                "\n"
                "\nppEnumPhone: receives a new enumerator, perhaps empty; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddress2::EnumeratePreferredPhones (tapi3if.h).")),
            Method("get_EventFilter", "EventFilter", "propget", 27, 0x10013, False, "HRESULT", (
                Param("TapiEvent", "TAPI_EVENT", "enum", 0, "in", False, None),
                Param("lSubEvent", "LONG", "scalar", 0, "in", False, None),
                Param("pEnable", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), (
                "Tells whether an event about this address or its calls is let through."
                "\n"
                "\nTapiEvent: the kind of event, one TAPI_EVENT bit."
                "\nlSubEvent: which one of that kind, a value of its enumeration: ADDRESS_EVENT for"
                "\nTE_ADDRESS, CALL_STATE for TE_CALLSTATE, CALL_NOTIFICATION_EVENT for"
                "\nTE_CALLNOTIFICATION, CALL_MEDIA_EVENT for TE_CALLMEDIA, CALLHUB_EVENT for TE_CALLHUB,"
                "\nCALLINFOCHANGE_CAUSE for TE_CALLINFOCHANGE, QOS_EVENT for TE_QOSEVENT; 0 for a kind"
                "\nwithout one."
                "\npEnable: receives VARIANT_TRUE if it is. At the start everything is that"
                "\nITTAPI::put_EventFilter lets through."
                "\nReturns E_INVALIDARG for an unknown event or sub-event, E_POINTER."
                "\nPage: ITAddress2::get_EventFilter (tapi3if.h).")),
            Method("put_EventFilter", "EventFilter", "propput", 28, 0x10013, False, "HRESULT", (
                Param("TapiEvent", "TAPI_EVENT", "enum", 0, "in", False, None),
                Param("lSubEvent", "LONG", "scalar", 0, "in", False, None),
                Param("bEnable", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Lets an event about this address or its calls through, or keeps it back."
                "\n"
                "\nTapiEvent, lSubEvent: as for get_EventFilter."
                "\nbEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back. With everything"
                "\nkept back nothing arrives for this address. The filter of the TAPI object must let it"
                "\nthrough as well."
                "\nReturns E_INVALIDARG for an unknown event or sub-event."
                "\nPage: ITAddress2::put_EventFilter (tapi3if.h).")),
            Method("DeviceSpecific", "DeviceSpecific", "method", 29, 0x10016, True, "HRESULT", (
                Param("pCall", "ITCallInfo", "interface", 1, "in", False, None),
                Param("pParams", "BYTE", "scalar", 1, "in", False, "dwSize"),
                Param("dwSize", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Sends the provider a request of its own kind, for C and C++ clients."
                "\n"
                "\npCall: the call concerned; NULL for the address itself; stays the caller's."
                "\npParams: the bytes, laid out as the provider wants them; not NULL; stays the caller's."
                "\ndwSize: their number."
                "\nBlocks until the provider has answered."
                "\nReturns E_POINTER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITAddress2::DeviceSpecific (tapi3if.h).")),
            Method("DeviceSpecificVariant", "DeviceSpecificVariant", "method", 30, 0x10017, False, "HRESULT", (
                Param("pCall", "ITCallInfo", "interface", 1, "in", False, None),
                Param("varDevSpecificByteArray", "VARIANT", "struct", 0, "in", False, None),
            ), (
                "Sends the provider a request of its own kind, for Automation clients."
                "\n"
                "\npCall: the call concerned; NULL for the address itself; stays the caller's."
                "\nvarDevSpecificByteArray: VT_ARRAY of VT_UI1, laid out as the provider wants it; stays"
                "\nthe caller's."
                "\nBlocks until the provider has answered."
                "\nReturns E_INVALIDARG for another kind of VARIANT, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY,"
                "\nTAPI_E_TIMEOUT."
                "\nPage: ITAddress2::DeviceSpecificVariant (tapi3if.h).")),
            Method("NegotiateExtVersion", "NegotiateExtVersion", "method", 31, 0x10018, False, "HRESULT", (
                Param("lLowVersion", "LONG", "scalar", 0, "in", False, None),
                Param("lHighVersion", "LONG", "scalar", 0, "in", False, None),
                Param("plExtVersion", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Agrees with the provider on a version of its device-specific requests."
                "\n"
                "\nlLowVersion, lHighVersion: the versions that the program knows, each as major in the"
                "\nupper and minor in the lower 16 bits."
                "\nplExtVersion: receives the version agreed on."
                "\nReturns TAPI_E_NOTSUPPORTED if the provider has none in this range, E_POINTER."
                "\nPage: ITAddress2::NegotiateExtVersion (tapi3if.h).")),
        ),
        (
                "An address with the additions of Windows XP: phones, a filter, device-specific requests."
                "\n"
                "\nQueryInterface of the address; all that is said of ITAddress holds here too."
                "\nPage: ITAddress2 (tapi3if.h)."),
    ),
    "ITAddressCapabilities": Interface(
        "ITAddressCapabilities", "8DF232F5-821B-11D1-BB5C-00C04FB6809F", "IDispatch", "dual", (
            Method("get_AddressCapability", "AddressCapability", "propget", 7, 0x20001, False, "HRESULT", (
                Param("AddressCap", "ADDRESS_CAPABILITY", "enum", 0, "in", False, None),
                Param("plCapability", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Reads one capability that is a number or a bit mask."
                "\n"
                "\nAddressCap: which one (ADDRESS_CAPABILITY says what each means)."
                "\nplCapability: receives it; 0 where the address has nothing of the kind."
                "\nReturns E_INVALIDARG for an unknown capability, E_POINTER."
                "\nPage: ITAddressCapabilities::get_AddressCapability (tapi3if.h).")),
            Method("get_AddressCapabilityString", "AddressCapabilityString", "propget", 8, 0x20002, False, "HRESULT", (
                Param("AddressCapString", "ADDRESS_CAPABILITY_STRING", "enum", 0, "in", False, None),
                Param("ppCapabilityString", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Reads one capability that is a text."
                "\n"
                "\nAddressCapString: which one (ADDRESS_CAPABILITY_STRING)."
                "\nppCapabilityString: receives the text, empty where there is none; free it with"
                "\nSysFreeString. The ..DEVICESPECIFIC ones hold raw bytes: take their number from"
                "\nSysStringByteLen."
                "\nReturns E_INVALIDARG for an unknown capability, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::get_AddressCapabilityString (tapi3if.h).")),
            Method("get_CallTreatments", "CallTreatments", "propget", 9, 0x20003, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists what a held or unanswered caller can be given to hear, for Automation clients."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with"
                "\nVariantClear."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::get_CallTreatments (tapi3if.h).")),
            Method("EnumerateCallTreatments", "EnumerateCallTreatments", "method", 10, 0x20004, True, "HRESULT", (
                Param("ppEnumCallTreatment", "IEnumBstr", "interface", 2, "out", True, None),
            ), (
                "Lists what a held or unanswered caller can be given to hear, for C and C++."
                "\n"
                "\nppEnumCallTreatment: receives an enumerator, perhaps empty; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::EnumerateCallTreatments (tapi3if.h).")),
            Method("get_CompletionMessages", "CompletionMessages", "propget", 11, 0x20005, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the messages that can be left for a busy or absent party, for Automation."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with"
                "\nVariantClear."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::get_CompletionMessages (tapi3if.h).")),
            Method("EnumerateCompletionMessages", "EnumerateCompletionMessages", "method", 12, 0x20006, True, "HRESULT", (
                Param("ppEnumCompletionMessage", "IEnumBstr", "interface", 2, "out", True, None),
            ), (
                "Lists the messages that can be left for a busy or absent party, for C and C++."
                "\n"
                "\nppEnumCompletionMessage: receives an enumerator, perhaps empty; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::EnumerateCompletionMessages (tapi3if.h).")),
            Method("get_DeviceClasses", "DeviceClasses", "propget", 13, 0x20007, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the device classes of the address, such as tapi/line, for Automation clients."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection of BSTR; free it with VariantClear."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::get_DeviceClasses (tapi3if.h).")),
            Method("EnumerateDeviceClasses", "EnumerateDeviceClasses", "method", 14, 0x20008, True, "HRESULT", (
                Param("ppEnumDeviceClass", "IEnumBstr", "interface", 2, "out", True, None),
            ), (
                "Lists the device classes of the address, such as tapi/line, for C and C++ clients."
                "\n"
                "\nppEnumDeviceClass: receives an enumerator; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITAddressCapabilities::EnumerateDeviceClasses (tapi3if.h).")),
        ),
        (
                "Tells what an address can do, before one tries."
                "\n"
                "\nQueryInterface of the address. Many answers are LINE..._ bit masks of tapi.h; a bit that is"
                "\nset means that the feature may work, in a state that suits it."
                "\nPage: ITAddressCapabilities (tapi3if.h)."),
    ),
    "ITForwardInformation": Interface(
        "ITForwardInformation", "449F659E-88A3-11D1-BB5D-00C04FB6809F", "IDispatch", "dual", (
            Method("put_NumRingsNoAnswer", "NumRingsNoAnswer", "propput", 7, 0x1, False, "HRESULT", (
                Param("lNumRings", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sets after how many rings a call counts as unanswered."
                "\n"
                "\nlNumRings: from AC_MINFWDNUMRINGS to AC_MAXFWDNUMRINGS."
                "\nReturns E_INVALIDARG for a negative number."
                "\nPage: ITForwardInformation::put_NumRingsNoAnswer (tapi3if.h).")),
            Method("get_NumRingsNoAnswer", "NumRingsNoAnswer", "propget", 8, 0x1, False, "HRESULT", (
                Param("plNumRings", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Tells after how many rings a call counts as unanswered."
                "\n"
                "\nplNumRings: receives the number; 0 if it was never set."
                "\nReturns E_POINTER."
                "\nPage: ITForwardInformation::get_NumRingsNoAnswer (tapi3if.h).")),
            Method("SetForwardType", "SetForwardType", "method", 9, 0x2, False, "HRESULT", (
                Param("ForwardType", "LONG", "scalar", 0, "in", False, None),
                Param("pDestAddress", "BSTR", "scalar", 0, "in", False, None),
                Param("pCallerAddress", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Sets the rule for one forward type, in place of an earlier one."
                "\n"
                "\nForwardType: one LINEFORWARDMODE_ bit; AC_FORWARDMODES says which ones the address can"
                "\ndo."
                "\npDestAddress: where the calls go; not NULL. pCallerAddress: the caller concerned, for a"
                "\ntype for one given caller; otherwise empty or NULL. Both are copied and stay the"
                "\ncaller's."
                "\nReturns E_INVALIDARG for an unknown type, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITForwardInformation::SetForwardType (tapi3if.h).")),
            Method("get_ForwardTypeDestination", "ForwardTypeDestination", "propget", 10, 0x3, False, "HRESULT", (
                Param("ForwardType", "LONG", "scalar", 0, "in", False, None),
                Param("ppDestAddress", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Tells where the calls of one forward type go."
                "\n"
                "\nForwardType: one LINEFORWARDMODE_ bit."
                "\nppDestAddress: receives the address; free it with SysFreeString."
                "\nReturns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITForwardInformation::get_ForwardTypeDestination (tapi3if.h).")),
            Method("get_ForwardTypeCaller", "ForwardTypeCaller", "propget", 11, 0x4, False, "HRESULT", (
                Param("Forwardtype", "LONG", "scalar", 0, "in", False, None),
                Param("ppCallerAddress", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Tells which caller the rule of one forward type is about."
                "\n"
                "\nForwardtype: one LINEFORWARDMODE_ bit."
                "\nppCallerAddress: receives the caller's address, empty for any caller; free it with"
                "\nSysFreeString."
                "\nReturns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITForwardInformation::get_ForwardTypeCaller (tapi3if.h).")),
            Method("GetForwardType", "GetForwardType", "method", 12, 0x5, True, "HRESULT", (
                Param("ForwardType", "LONG", "scalar", 0, "in", False, None),
                Param("ppDestinationAddress", "BSTR", "scalar", 1, "out", False, None),
                Param("ppCallerAddress", "BSTR", "scalar", 1, "out", False, None),
            ), (
                "Tells the whole rule of one forward type, for C and C++ clients."
                "\n"
                "\nForwardType: one LINEFORWARDMODE_ bit."
                "\nppDestinationAddress, ppCallerAddress: receive where the calls go and which caller is"
                "\nmeant (empty for any); free both with SysFreeString."
                "\nReturns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITForwardInformation::GetForwardType (tapi3if.h).")),
            Method("Clear", "Clear", "method", 13, 0x6, False, "HRESULT", (
            ), (
                "Removes every rule from the set."
                "\n"
                "\nCancels nothing by itself: ITAddress::Forward puts the empty set into force."
                "\nPage: ITForwardInformation::Clear (tapi3if.h).")),
        ),
        (
                "A set of forwarding rules: which incoming calls go where."
                "\n"
                "\nMade by ITAddress::CreateForwardInfoObject or read by get_CurrentForwardInfo. Only a note"
                "\npad: nothing changes before ITAddress::Forward."
                "\nA forward type is one LINEFORWARDMODE_ bit: 0x1 all calls, 0x10 when busy, 0x100 when"
                "\nunanswered, 0x1000 when busy or unanswered; each times 2 for internal calls only, times 4"
                "\nfor external calls only, times 8 for one given caller."
                "\nPage: ITForwardInformation (tapi3if.h)."),
    ),
    "ITForwardInformation2": Interface(
        "ITForwardInformation2", "5229B4ED-B260-4382-8E1A-5DF3A8A4CCC0", "ITForwardInformation", "dual", (
            Method("SetForwardType2", "SetForwardType2", "method", 14, 0x7, False, "HRESULT", (
                Param("ForwardType", "LONG", "scalar", 0, "in", False, None),
                Param("pDestAddress", "BSTR", "scalar", 0, "in", False, None),
                Param("DestAddressType", "LONG", "scalar", 0, "in", False, None),
                Param("pCallerAddress", "BSTR", "scalar", 0, "in", False, None),
                Param("CallerAddressType", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sets the rule for one forward type, with the kinds of the addresses."
                "\n"
                "\nForwardType: one LINEFORWARDMODE_ bit."
                "\npDestAddress, pCallerAddress: as for ITForwardInformation::SetForwardType."
                "\nDestAddressType, CallerAddressType: one LINEADDRESSTYPE_ bit each."
                "\nReturns E_INVALIDARG for an unknown forward or address type, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITForwardInformation2::SetForwardType2 (tapi3if.h).")),
            Method("GetForwardType2", "GetForwardType2", "method", 15, 0x8, True, "HRESULT", (
                Param("ForwardType", "LONG", "scalar", 0, "in", False, None),
                Param("ppDestinationAddress", "BSTR", "scalar", 1, "out", False, None),
                Param("pDestAddressType", "LONG", "scalar", 1, "out", False, None),
                Param("ppCallerAddress", "BSTR", "scalar", 1, "out", False, None),
                Param("pCallerAddressType", "LONG", "scalar", 1, "out", False, None),
            ), (
                "Tells the whole rule of one forward type, with the kinds of the addresses."
                "\n"
                "\nForwardType: one LINEFORWARDMODE_ bit."
                "\nppDestinationAddress, ppCallerAddress: receive the addresses; free both with"
                "\nSysFreeString."
                "\npDestAddressType, pCallerAddressType: receive one LINEADDRESSTYPE_ bit each."
                "\nReturns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITForwardInformation2::GetForwardType2 (tapi3if.h).")),
            Method("get_ForwardTypeDestinationAddressType", "ForwardTypeDestinationAddressType", "propget", 16, 0x9, False, "HRESULT", (
                Param("ForwardType", "LONG", "scalar", 0, "in", False, None),
                Param("pDestAddressType", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Tells what kind of address the destination of one forward type is."
                "\n"
                "\nForwardType: one LINEFORWARDMODE_ bit."
                "\npDestAddressType: receives one LINEADDRESSTYPE_ bit."
                "\nReturns E_INVALIDARG for an unknown type or one without a rule, E_POINTER."
                "\nPage: ITForwardInformation2::get_ForwardTypeDestinationAddressType (tapi3if.h).")),
            Method("get_ForwardTypeCallerAddressType", "ForwardTypeCallerAddressType", "propget", 17, 0xa, False, "HRESULT", (
                Param("Forwardtype", "LONG", "scalar", 0, "in", False, None),
                Param("pCallerAddressType", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Tells what kind of address the caller of one forward type is."
                "\n"
                "\nForwardtype: one LINEFORWARDMODE_ bit."
                "\npCallerAddressType: receives one LINEADDRESSTYPE_ bit."
                "\nReturns E_INVALIDARG for an unknown type or one without a rule, E_POINTER."
                "\nPage: ITForwardInformation2::get_ForwardTypeCallerAddressType (tapi3if.h).")),
        ),
        (
                "Forwarding rules that also say what kind of address each text is."
                "\n"
                "\nQueryInterface of the forward information object. Rules set through the older interface"
                "\ncount as LINEADDRESSTYPE_PHONENUMBER."
                "\nPage: ITForwardInformation2 (tapi3if.h)."),
    ),
    "ITBasicCallControl": Interface(
        "ITBasicCallControl", "B1EFC389-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("Connect", "Connect", "method", 7, 0x20003, False, "HRESULT", (
                Param("fSync", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Places the outgoing call that ITAddress::CreateCall prepared."
                "\n"
                "\nfSync: VARIANT_TRUE blocks until the call is connected or has failed; VARIANT_FALSE"
                "\nreturns as soon as the call is on its way and TE_CALLSTATE tells the rest: CS_INPROGRESS"
                "\n(may be left out), then CS_CONNECTED, or CS_DISCONNECTED with its cause. With"
                "\nVARIANT_FALSE advise the sink and set the filter first."
                "\nReturns TAPI_E_INVALCALLSTATE if the call is not idle or not made by CreateCall,"
                "\nTAPI_E_INVALADDRESSSTATE if the address is out of service, TAPI_E_NOTOWNER,"
                "\nTAPI_E_NOTSUPPORTED, E_OUTOFMEMORY (the call is unchanged: try again)."
                "\nWith VARIANT_TRUE also TAPI_E_DESTBUSY if the called party is busy, TAPI_E_DESTNOANSWER"
                "\nif nobody answers, TAPI_E_INVALADDRESS if the destination is no good, TAPI_E_DESTUNAVAIL"
                "\nif it refuses or cannot be reached, TAPI_E_ADDRESSBLOCKED if it is barred,"
                "\nTAPI_E_DROPPED if Disconnect was called meanwhile, TAPI_E_OPERATIONFAILED for any other"
                "\nfailure; the call is then in CS_DISCONNECTED, or still idle if the provider would not"
                "\neven begin. TAPI_E_TIMEOUT if nothing is decided in time: the attempt goes on,"
                "\nDisconnect gives it up."
                "\nPage: ITBasicCallControl::Connect (tapi3if.h).")),
            Method("Answer", "Answer", "method", 8, 0x20004, False, "HRESULT", (
            ), (
                "Answers an offered call."
                "\n"
                "\nThe call becomes CS_CONNECTED; TE_CALLSTATE says so. AC_ANSWERMODES tells whether"
                "\nanother active call on the address is then left alone, dropped or held."
                "\nBlocks until the provider has answered."
                "\nReturns E_UNEXPECTED if the call is not in CS_OFFERING, TAPI_E_NOTOWNER, TAPI_E_DROPPED"
                "\nif the caller gives up meanwhile, TAPI_E_OPERATIONFAILED, E_OUTOFMEMORY (try again),"
                "\nTAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::Answer (tapi3if.h).")),
            Method("Disconnect", "Disconnect", "method", 9, 0x20005, False, "HRESULT", (
                Param("code", "DISCONNECT_CODE", "enum", 0, "in", False, None),
            ), (
                "Ends the call, in whatever state it is."
                "\n"
                "\ncode: why (DISCONNECT_CODE). A reason hint for the network: DC_NORMAL is the usual end;"
                "\nan offered call is refused as DC_REJECTED or DC_NOANSWER says."
                "\nThe call becomes CS_DISCONNECTED and TE_CALLSTATE gives the cause:"
                "\nCEC_DISCONNECT_CANCELLED for a call that was being placed, CEC_DISCONNECT_REJECTED or"
                "\nCEC_DISCONNECT_NOANSWER for a refused one, CEC_DISCONNECT_NORMAL otherwise. A Connect"
                "\nthat waits in another thread returns TAPI_E_DROPPED. Ending a consultation call brings"
                "\nthe original call back from its hold."
                "\nA call that is already disconnected, by the far end for example, gives S_OK and no"
                "\nsecond event. Two threads that disconnect one call share the work and both get its"
                "\nresult. The last Release may follow at once: the hang-up is still carried through."
                "\nBlocks until the provider has taken the hang-up over, two minutes at most."
                "\nReturns S_FALSE if the call is idle (never connected; nothing happens), E_INVALIDARG for"
                "\nan unknown code, E_OUTOFMEMORY (the call is unchanged: try again), TAPI_E_NOTOWNER,"
                "\nTAPI_E_OPERATIONFAILED if the provider cannot end it, TAPI_E_TIMEOUT (a late answer"
                "\nstill ends it)."
                "\nPage: ITBasicCallControl::Disconnect (tapi3if.h).")),
            Method("Hold", "Hold", "method", 10, 0x20006, False, "HRESULT", (
                Param("fHold", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Puts the call on hold or takes it back."
                "\n"
                "\nfHold: VARIANT_TRUE takes a connected call to CS_HOLD, VARIANT_FALSE a held call to"
                "\nCS_CONNECTED. TE_CALLSTATE follows, with cause CEC_NONE."
                "\nBlocks until the provider has answered."
                "\nReturns TAPI_E_INVALCALLSTATE in any other state, TAPI_E_NOTSUPPORTED (SwapHold may"
                "\nstill work), TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::Hold (tapi3if.h).")),
            Method("HandoffDirect", "HandoffDirect", "method", 11, 0x20007, False, "HRESULT", (
                Param("pApplicationName", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Gives the ownership of the call to another program, by name."
                "\n"
                "\npApplicationName: the file name of that program, which must have registered on the"
                "\naddress for the call's media type; not NULL; stays the caller's."
                "\nThat program gets TE_CALLNOTIFICATION with CNE_OWNER; this one keeps the call as a"
                "\nmonitor."
                "\nReturns E_POINTER, TAPI_E_TARGETNOTFOUND if no such program is registered,"
                "\nTAPI_E_TARGETSELF if it is the caller itself, TAPI_E_INVALCALLSTATE if the call is idle"
                "\nor over, TAPI_E_NOTOWNER, E_OUTOFMEMORY."
                "\nPage: ITBasicCallControl::HandoffDirect (tapi3if.h).")),
            Method("HandoffIndirect", "HandoffIndirect", "method", 12, 0x20008, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Gives the ownership of the call to the other program that stands first for a media type."
                "\n"
                "\nlMediaType: one TAPIMEDIATYPE_ bit; 0 means those that the address has."
                "\nITTAPI::SetApplicationPriority decides who stands first."
                "\nThat program gets TE_CALLNOTIFICATION with CNE_OWNER; this one keeps the call as a"
                "\nmonitor."
                "\nReturns E_INVALIDARG for a media type that the address does not have,"
                "\nTAPI_E_TARGETNOTFOUND if nobody is registered for it, TAPI_E_TARGETSELF if nobody but"
                "\nthe caller is, TAPI_E_INVALCALLSTATE if the call is idle or over, TAPI_E_NOTOWNER,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITBasicCallControl::HandoffIndirect (tapi3if.h).")),
            Method("Conference", "Conference", "method", 13, 0x20009, False, "HRESULT", (
                Param("pCall", "ITBasicCallControl", "interface", 1, "in", False, None),
                Param("fSync", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Begins to bring another party into this call."
                "\n"
                "\npCall: the consultation call to that party: connected or held, or idle with a"
                "\ndestination (then it is dialled); not NULL; stays the caller's."
                "\nfSync: VARIANT_TRUE blocks until the consultation call is connected or has failed;"
                "\nVARIANT_FALSE returns early and TE_CALLSTATE tells the rest."
                "\nThis call must be connected or held and waits on CS_HOLD; call pCall's Finish with"
                "\nFM_ASCONFERENCE to join the two, or its Disconnect to give up. If dialling fails, this"
                "\ncall comes back from hold."
                "\nReturns E_POINTER, E_INVALIDARG if pCall is no other call of this address, has nowhere"
                "\nto dial or is in another state, TAPI_E_INVALCALLSTATE if this call is,"
                "\nTAPI_E_CONFERENCEFULL, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY,"
                "\nTAPI_E_TIMEOUT; with VARIANT_TRUE also the codes of Connect."
                "\nPage: ITBasicCallControl::Conference (tapi3if.h).")),
            Method("Transfer", "Transfer", "method", 14, 0x2000a, False, "HRESULT", (
                Param("pCall", "ITBasicCallControl", "interface", 1, "in", False, None),
                Param("fSync", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Begins a transfer with consultation; called on the call that is to be transferred."
                "\n"
                "\npCall: the consultation call to the new party: connected or held, or idle with a"
                "\ndestination (then it is dialled); not NULL; stays the caller's."
                "\nfSync: VARIANT_TRUE blocks until the consultation call is connected or has failed;"
                "\nVARIANT_FALSE returns early and TE_CALLSTATE tells the rest."
                "\nThis call must be connected or held and waits on CS_HOLD; call pCall's Finish with"
                "\nFM_ASTRANSFER to hand the party over, or its Disconnect to give up. If dialling fails,"
                "\nthis call comes back from hold."
                "\nReturns E_POINTER, E_INVALIDARG if pCall is no other call of this address, has nowhere"
                "\nto dial or is in another state, TAPI_E_INVALCALLSTATE if this call is,"
                "\nTAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT; with VARIANT_TRUE"
                "\nalso the codes of Connect."
                "\nPage: ITBasicCallControl::Transfer (tapi3if.h).")),
            Method("BlindTransfer", "BlindTransfer", "method", 15, 0x2000b, False, "HRESULT", (
                Param("pDestAddress", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Transfers the connected call to another address without asking there first."
                "\n"
                "\npDestAddress: where to; not NULL; stays the caller's."
                "\nThis call becomes CS_DISCONNECTED, cause CEC_DISCONNECT_NORMAL; the party goes on to"
                "\ntalk to pDestAddress. Blocks until the provider has answered."
                "\nReturns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not connected,"
                "\nTAPI_E_INVALADDRESS, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, TAPI_E_OPERATIONFAILED,"
                "\nE_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::BlindTransfer (tapi3if.h).")),
            Method("SwapHold", "SwapHold", "method", 16, 0x2000c, False, "HRESULT", (
                Param("pCall", "ITBasicCallControl", "interface", 1, "in", False, None),
            ), (
                "Holds this connected call and takes back the held one."
                "\n"
                "\npCall: the held call, on the same address; not NULL; stays the caller's."
                "\nBoth change state, each with its own TE_CALLSTATE. Blocks until the provider has"
                "\nanswered."
                "\nReturns E_POINTER, E_INVALIDARG if pCall is no other call of this address,"
                "\nTAPI_E_INVALCALLSTATE if this call is not connected or pCall not on hold,"
                "\nTAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, TAPI_E_OPERATIONFAILED, E_OUTOFMEMORY,"
                "\nTAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::SwapHold (tapi3if.h).")),
            Method("ParkDirect", "ParkDirect", "method", 17, 0x2000d, False, "HRESULT", (
                Param("pParkAddress", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Parks the connected call at a given address."
                "\n"
                "\npParkAddress: where to park it; not NULL; stays the caller's."
                "\nThis call becomes CS_DISCONNECTED; fetch it with Unpark from any address of the switch."
                "\nIf nobody does, it may come back as a new offered call. Blocks until the provider has"
                "\nanswered."
                "\nReturns E_POINTER, E_INVALIDARG for an empty address, TAPI_E_INVALCALLSTATE if the call"
                "\nis not connected, TAPI_E_INVALPARKID if the place is unknown or taken,"
                "\nTAPI_E_NOTSUPPORTED (see AC_PARKSUPPORT), TAPI_E_NOTOWNER, E_OUTOFMEMORY,"
                "\nTAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::ParkDirect (tapi3if.h).")),
            Method("ParkIndirect", "ParkIndirect", "method", 18, 0x2000e, False, "HRESULT", (
                Param("ppNonDirAddress", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Parks the connected call where the switch likes and tells where."
                "\n"
                "\nppNonDirAddress: receives the address to give to ITAddress::CreateCall for Unpark; free"
                "\nit with SysFreeString."
                "\nThis call becomes CS_DISCONNECTED. Blocks until the provider has answered."
                "\nReturns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not connected,"
                "\nTAPI_E_NOTSUPPORTED (see AC_PARKSUPPORT), TAPI_E_NOTOWNER, E_OUTOFMEMORY,"
                "\nTAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::ParkIndirect (tapi3if.h).")),
            Method("Unpark", "Unpark", "method", 19, 0x2000f, False, "HRESULT", (
            ), (
                "Fetches a parked call."
                "\n"
                "\nCall it on an idle call that ITAddress::CreateCall made with the park address as its"
                "\ndestination; it becomes CS_CONNECTED. Blocks until the provider has answered."
                "\nReturns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALPARKID if nothing is"
                "\nparked there, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::Unpark (tapi3if.h).")),
            Method("SetQOS", "SetQOS", "method", 20, 0x20010, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("ServiceLevel", "QOS_SERVICE_LEVEL", "enum", 0, "in", False, None),
            ), (
                "Asks for a quality of service for the media of the call."
                "\n"
                "\nlMediaType: the TAPIMEDIATYPE_ bits concerned; 0 means those that the address has."
                "\nServiceLevel: how strongly (QOS_SERVICE_LEVEL). Call it before Connect or Answer;"
                "\nTE_QOSEVENT reports trouble."
                "\nReturns E_INVALIDARG for an unknown level or media that the address does not have,"
                "\nTAPI_E_NOTSUPPORTED."
                "\nPage: ITBasicCallControl::SetQOS (tapi3if.h).")),
            Method("Pickup", "Pickup", "method", 21, 0x20013, False, "HRESULT", (
                Param("pGroupID", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Takes over a call that rings elsewhere."
                "\n"
                "\npGroupID: the pickup group; NULL if the destination of this call names the ringing"
                "\nextension; stays the caller's."
                "\nCall it on an idle call from ITAddress::CreateCall; it becomes CS_CONNECTED and its"
                "\nCIL_REASON LINECALLREASON_PICKUP (0x10). Blocks until the provider has answered."
                "\nReturns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALGROUPID for an"
                "\nunknown group, TAPI_E_OPERATIONFAILED if nothing rings there, TAPI_E_NOTSUPPORTED,"
                "\nTAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::Pickup (tapi3if.h).")),
            Method("Dial", "Dial", "method", 22, 0x20014, False, "HRESULT", (
                Param("pDestAddress", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Dials further digits on a call that is being placed."
                "\n"
                "\npDestAddress: the digits; a semicolon at the end says that more will follow; not NULL;"
                "\nstays the caller's. For tones on a connected call use"
                "\nITLegacyCallMediaControl::GenerateDigits."
                "\nBlocks until the provider has answered; TE_CALLSTATE tells the progress."
                "\nReturns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not in CS_INPROGRESS,"
                "\nTAPI_E_INVALDIGITS for what cannot be dialled, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER,"
                "\nE_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::Dial (tapi3if.h).")),
            Method("Finish", "Finish", "method", 23, 0x20015, False, "HRESULT", (
                Param("finishMode", "FINISH_MODE", "enum", 0, "in", False, None),
            ), (
                "Completes a transfer or conference; called on the consultation call."
                "\n"
                "\nfinishMode: FM_ASTRANSFER connects the two other parties and disconnects both calls;"
                "\nFM_ASCONFERENCE joins all three: the original call returns to CS_CONNECTED, the"
                "\nconsultation call stays connected or disconnects, as the provider has it, and"
                "\nCHE_CALLJOIN is raised."
                "\nBlocks until the provider has answered."
                "\nReturns E_INVALIDARG for an unknown mode, TAPI_E_INVALCALLSTATE if no Transfer or"
                "\nConference with this call is pending or this call is not connected yet,"
                "\nTAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::Finish (tapi3if.h).")),
            Method("RemoveFromConference", "RemoveFromConference", "method", 24, 0x20016, False, "HRESULT", (
            ), (
                "Takes this call out of its conference."
                "\n"
                "\nAC_REMOVEFROMCONFCAPS says which members can be taken out, AC_REMOVEFROMCONFSTATE the"
                "\nstate afterwards, often disconnected. CHE_CALLLEAVE is raised. Blocks until the provider"
                "\nhas answered."
                "\nReturns TAPI_E_NOCONFERENCE if the call is in no conference, TAPI_E_NOTSUPPORTED,"
                "\nTAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITBasicCallControl::RemoveFromConference (tapi3if.h).")),
        ),
        (
                "Controls a call: connects, answers, holds, transfers and ends it."
                "\n"
                "\nITAddress::CreateCall makes one for an outgoing call, TE_CALLNOTIFICATION announces one for"
                "\nan incoming call; QueryInterface of the call object (ITCallInfo, ITBasicCallControl2, ...)."
                "\nA call has one object, and each interface of it one pointer for life, so pointers may be"
                "\ncompared."
                "\nOnly the owner (CP_OWNER) may act on a call; in a monitor's hands every method here gives"
                "\nTAPI_E_NOTOWNER. What the provider cannot do gives TAPI_E_NOTSUPPORTED; AC_CALLFEATURES1,"
                "\nAC_ADDRESSFEATURES and the like say so beforehand. E_OUTOFMEMORY always leaves the call as"
                "\nit was. After ITTAPI::Shutdown all but Disconnect give TAPI_E_NOT_INITIALIZED."
                "\nMethods that need the provider block until it has answered, 120 s at most (configurable),"
                "\nthen give TAPI_E_TIMEOUT; a late answer still moves the call and raises its event. A call"
                "\ndoes one such thing at a time: meanwhile another gives TAPI_E_INVALCALLSTATE. Only"
                "\nDisconnect is always possible; what was waiting then gives TAPI_E_DROPPED, as it does when"
                "\nthe far end hangs up. Do not hold a lock that an event sink takes while such a method waits:"
                "\nthe event may come before or after the method returns, on another thread."
                "\nPage: ITBasicCallControl (tapi3if.h)."),
    ),
    "ITCallInfo": Interface(
        "ITCallInfo", "350F85D1-1227-11D3-83D4-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Address", "Address", "propget", 7, 0x10001, False, "HRESULT", (
                Param("ppAddress", "ITAddress", "interface", 2, "out", True, None),
            ), (
                "Tells on which address the call is."
                "\n"
                "\nppAddress: receives the address; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallInfo::get_Address (tapi3if.h).")),
            Method("get_CallState", "CallState", "propget", 8, 0x10002, False, "HRESULT", (
                Param("pCallState", "CALL_STATE", "enum", 1, "out", True, None),
            ), (
                "Tells the state of the call at this moment."
                "\n"
                "\npCallState: receives the state (CALL_STATE). Events may lag behind it: read a"
                "\nTE_CALLSTATE event for what changed, this for what is."
                "\nReturns E_POINTER."
                "\nPage: ITCallInfo::get_CallState (tapi3if.h).")),
            Method("get_Privilege", "Privilege", "propget", 9, 0x10003, False, "HRESULT", (
                Param("pPrivilege", "CALL_PRIVILEGE", "enum", 1, "out", True, None),
            ), (
                "Tells whether this program owns the call or only watches it."
                "\n"
                "\npPrivilege: receives CP_OWNER or CP_MONITOR."
                "\nReturns E_POINTER."
                "\nPage: ITCallInfo::get_Privilege (tapi3if.h).")),
            Method("get_CallHub", "CallHub", "propget", 10, 0x10004, False, "HRESULT", (
                Param("ppCallHub", "ITCallHub", "interface", 2, "out", True, None),
            ), (
                "Gives the hub that ties this call to the other calls of the conversation."
                "\n"
                "\nppCallHub: receives the hub; Release it."
                "\nReturns E_PENDING while the hub is not known yet, E_POINTER."
                "\nPage: ITCallInfo::get_CallHub (tapi3if.h).")),
            Method("get_CallInfoLong", "CallInfoLong", "propget", 11, 0x10005, False, "HRESULT", (
                Param("CallInfoLong", "CALLINFO_LONG", "enum", 0, "in", False, None),
                Param("plCallInfoLongVal", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Reads one number about the call."
                "\n"
                "\nCallInfoLong: which one (CALLINFO_LONG)."
                "\nplCallInfoLongVal: receives it; 0 where the provider does not say."
                "\nReturns E_INVALIDARG for an unknown selector, E_POINTER."
                "\nPage: ITCallInfo::get_CallInfoLong (tapi3if.h).")),
            Method("put_CallInfoLong", "CallInfoLong", "propput", 12, 0x10005, False, "HRESULT", (
                Param("CallInfoLong", "CALLINFO_LONG", "enum", 0, "in", False, None),
                Param("lCallInfoLongVal", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sets one number about the call."
                "\n"
                "\nCallInfoLong: which one (CALLINFO_LONG). Most are settable only while the call is idle;"
                "\nCIL_APPSPECIFIC in any state, by an owner."
                "\nlCallInfoLongVal: the value."
                "\nReturns E_INVALIDARG for an unknown selector or one that cannot be set,"
                "\nTAPI_E_INVALCALLSTATE if not in this state, TAPI_E_NOTOWNER."
                "\nPage: ITCallInfo::put_CallInfoLong (tapi3if.h).")),
            Method("get_CallInfoString", "CallInfoString", "propget", 13, 0x10006, False, "HRESULT", (
                Param("CallInfoString", "CALLINFO_STRING", "enum", 0, "in", False, None),
                Param("ppCallInfoString", "BSTR", "scalar", 1, "out", True, None),
            ), (
                "Reads one text about the call, such as the caller's number."
                "\n"
                "\nCallInfoString: which one (CALLINFO_STRING)."
                "\nppCallInfoString: receives the text; free it with SysFreeString. Information that is not"
                "\nthere gives S_OK and an empty BSTR; caller id may come later, with TE_CALLINFOCHANGE."
                "\nReturns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCallInfo::get_CallInfoString (tapi3if.h).")),
            Method("put_CallInfoString", "CallInfoString", "propput", 14, 0x10006, False, "HRESULT", (
                Param("CallInfoString", "CALLINFO_STRING", "enum", 0, "in", False, None),
                Param("pCallInfoString", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Sets one text about the call."
                "\n"
                "\nCallInfoString: which one (CALLINFO_STRING): CIS_CALLEDPARTYFRIENDLYNAME, CIS_COMMENT,"
                "\nCIS_DISPLAYABLEADDRESS or CIS_CALLINGPARTYID, while the call is idle."
                "\npCallInfoString: the text; copied, stays the caller's."
                "\nReturns E_INVALIDARG for an unknown selector or one that cannot be set,"
                "\nTAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_NOTOWNER, E_OUTOFMEMORY."
                "\nPage: ITCallInfo::put_CallInfoString (tapi3if.h).")),
            Method("get_CallInfoBuffer", "CallInfoBuffer", "propget", 15, 0x10007, False, "HRESULT", (
                Param("CallInfoBuffer", "CALLINFO_BUFFER", "enum", 0, "in", False, None),
                Param("ppCallInfoBuffer", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Reads one block of bytes about the call, for Automation clients."
                "\n"
                "\nCallInfoBuffer: which one (CALLINFO_BUFFER)."
                "\nppCallInfoBuffer: receives VT_ARRAY of VT_UI1, empty if there is none; free it with"
                "\nVariantClear."
                "\nReturns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCallInfo::get_CallInfoBuffer (tapi3if.h).")),
            Method("put_CallInfoBuffer", "CallInfoBuffer", "propput", 16, 0x10007, False, "HRESULT", (
                Param("CallInfoBuffer", "CALLINFO_BUFFER", "enum", 0, "in", False, None),
                Param("pCallInfoBuffer", "VARIANT", "struct", 0, "in", False, None),
            ), (
                "Sets one block of bytes about the call, for Automation clients."
                "\n"
                "\nCallInfoBuffer: which one (CALLINFO_BUFFER); CIB_USERUSERINFO before Connect travels"
                "\nwith the call."
                "\npCallInfoBuffer: VT_ARRAY of VT_UI1; copied, stays the caller's."
                "\nReturns E_INVALIDARG for an unknown selector or another kind of VARIANT,"
                "\nTAPI_E_INVALCALLSTATE, TAPI_E_USERUSERINFOTOOBIG, TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITCallInfo::put_CallInfoBuffer (tapi3if.h).")),
            Method("GetCallInfoBuffer", "GetCallInfoBuffer", "method", 17, 0x10008, True, "HRESULT", (
                Param("CallInfoBuffer", "CALLINFO_BUFFER", "enum", 0, "in", False, None),
                Param("pdwSize", "DWORD", "scalar", 1, "out", False, None),
                Param("ppCallInfoBuffer", "BYTE", "scalar", 2, "out", False, "pdwSize"),
            ), (
                "Reads one block of bytes about the call, for C and C++ clients."
                "\n"
                "\nCallInfoBuffer: which one (CALLINFO_BUFFER)."
                "\npdwSize: receives the number of bytes, 0 if there are none."
                "\nppCallInfoBuffer: receives the bytes, NULL if there are none; free them with"
                "\nCoTaskMemFree."
                "\nReturns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCallInfo::GetCallInfoBuffer (tapi3if.h).")),
            Method("SetCallInfoBuffer", "SetCallInfoBuffer", "method", 18, 0x10009, True, "HRESULT", (
                Param("CallInfoBuffer", "CALLINFO_BUFFER", "enum", 0, "in", False, None),
                Param("dwSize", "DWORD", "scalar", 0, "in", False, None),
                Param("pCallInfoBuffer", "BYTE", "scalar", 1, "in", False, "dwSize"),
            ), (
                "Sets one block of bytes about the call, for C and C++ clients."
                "\n"
                "\nCallInfoBuffer: which one (CALLINFO_BUFFER); CIB_USERUSERINFO before Connect travels"
                "\nwith the call."
                "\ndwSize: the number of bytes."
                "\npCallInfoBuffer: the bytes; may be NULL only if dwSize is 0; copied, stays the caller's."
                "\nReturns E_INVALIDARG for an unknown selector, TAPI_E_INVALCALLSTATE,"
                "\nTAPI_E_USERUSERINFOTOOBIG, TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_POINTER,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITCallInfo::SetCallInfoBuffer (tapi3if.h).")),
            Method("ReleaseUserUserInfo", "ReleaseUserUserInfo", "method", 19, 0x1000a, False, "HRESULT", (
            ), (
                "Discards the user-user information received, so that the next can come in."
                "\n"
                "\nBlocks until the provider has answered, two minutes at most."
                "\nReturns TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT."
                "\nPage: ITCallInfo::ReleaseUserUserInfo (tapi3if.h).")),
        ),
        (
                "Tells what is known of a call: its state, address, parties and numbers."
                "\n"
                "\nQueryInterface of the call object; the call events hand it out too. Never blocks, except"
                "\nReleaseUserUserInfo. A disconnected call stays readable until its last Release."
                "\nPage: ITCallInfo (tapi3if.h)."),
    ),
    "ITCallInfo2": Interface(
        "ITCallInfo2", "94D70CA6-7AB0-4DAA-81CA-B8F8643FAEC1", "ITCallInfo", "dual", (
            Method("get_EventFilter", "EventFilter", "propget", 20, 0x1000b, False, "HRESULT", (
                Param("TapiEvent", "TAPI_EVENT", "enum", 0, "in", False, None),
                Param("lSubEvent", "LONG", "scalar", 0, "in", False, None),
                Param("pEnable", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), (
                "Tells whether an event about this call is let through."
                "\n"
                "\nTapiEvent: the kind of event, one TAPI_EVENT bit."
                "\nlSubEvent: which one of that kind, a value of its enumeration: CALL_STATE for"
                "\nTE_CALLSTATE, CALL_NOTIFICATION_EVENT for TE_CALLNOTIFICATION, CALL_MEDIA_EVENT for"
                "\nTE_CALLMEDIA, CALLHUB_EVENT for TE_CALLHUB, CALLINFOCHANGE_CAUSE for TE_CALLINFOCHANGE,"
                "\nQOS_EVENT for TE_QOSEVENT; 0 for a kind without one."
                "\npEnable: receives VARIANT_TRUE if it is. At the start everything is."
                "\nReturns E_INVALIDARG for an unknown event or sub-event, E_POINTER."
                "\nPage: ITCallInfo2::get_EventFilter (tapi3if.h).")),
            Method("put_EventFilter", "EventFilter", "propput", 21, 0x1000b, False, "HRESULT", (
                Param("TapiEvent", "TAPI_EVENT", "enum", 0, "in", False, None),
                Param("lSubEvent", "LONG", "scalar", 0, "in", False, None),
                Param("bEnable", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Lets an event about this call through, or keeps it back."
                "\n"
                "\nTapiEvent, lSubEvent: as for get_EventFilter."
                "\nbEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back."
                "\nReturns E_INVALIDARG for an unknown event or sub-event."
                "\nPage: ITCallInfo2::put_EventFilter (tapi3if.h).")),
        ),
        (
                "Call information with an event filter for this one call."
                "\n"
                "\nQueryInterface of the call object. An event about the call arrives only if the filters of"
                "\nthe TAPI object, of the address and of the call all let it through."
                "\nPage: ITCallInfo2 (tapi3if.h)."),
    ),
    "ITCallHub": Interface(
        "ITCallHub", "A3C1544E-5B92-11D1-8F4E-00C04FB6809F", "IDispatch", "dual", (
            Method("Clear", "Clear", "method", 7, 0x1, False, "HRESULT", (
            ), (
                "Tries to end every call of the hub."
                "\n"
                "\nCalls that this program does not own stay. Each call that ends raises its own"
                "\nTE_CALLSTATE. Blocks until the provider has answered for each, two minutes at most."
                "\nReturns the first failure if a call that the program owns could not be ended,"
                "\nE_OUTOFMEMORY."
                "\nPage: ITCallHub::Clear (tapi3if.h).")),
            Method("EnumerateCalls", "EnumerateCalls", "method", 8, 0x2, True, "HRESULT", (
                Param("ppEnumCall", "IEnumCall", "interface", 2, "out", True, None),
            ), (
                "Lists the calls of the hub, for C and C++ clients."
                "\n"
                "\nppEnumCall: receives a new enumerator of ITCallInfo, a snapshot; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCallHub::EnumerateCalls (tapi3if.h).")),
            Method("get_Calls", "Calls", "propget", 9, 0x3, False, "HRESULT", (
                Param("pCalls", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the calls of the hub, for Automation clients."
                "\n"
                "\npCalls: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with VariantClear."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCallHub::get_Calls (tapi3if.h).")),
            Method("get_NumCalls", "NumCalls", "propget", 10, 0x4, False, "HRESULT", (
                Param("plCalls", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Counts the calls of the hub."
                "\n"
                "\nplCalls: receives the number."
                "\nReturns E_POINTER."
                "\nPage: ITCallHub::get_NumCalls (tapi3if.h).")),
            Method("get_State", "State", "propget", 11, 0x5, False, "HRESULT", (
                Param("pState", "CALLHUB_STATE", "enum", 1, "out", True, None),
            ), (
                "Tells whether the hub still has a live call."
                "\n"
                "\npState: receives CHS_ACTIVE or CHS_IDLE."
                "\nReturns E_POINTER."
                "\nPage: ITCallHub::get_State (tapi3if.h).")),
        ),
        (
                "A conversation: the calls that belong together, such as the legs of a conference."
                "\n"
                "\nNever made by the program: the provider's call ids decide which calls share a hub. Comes"
                "\nfrom ITCallInfo::get_CallHub, ITTAPI::EnumerateCallHubs or TE_CALLHUB. Other parties' calls"
                "\nare in it only as far as the provider shows them."
                "\nPage: ITCallHub (tapi3if.h)."),
    ),
    "ITBasicCallControl2": Interface(
        "ITBasicCallControl2", "161A4A56-1E99-4B3F-A46A-168F38A5EE4C", "ITBasicCallControl", "dual", (
            Method("RequestTerminal", "RequestTerminal", "method", 25, 0x20017, False, "HRESULT", (
                Param("bstrTerminalClassGUID", "BSTR", "scalar", 0, "in", False, None),
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("Direction", "TERMINAL_DIRECTION", "enum", 0, "in", False, None),
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), (
                "Makes or finds a terminal that fits the call."
                "\n"
                "\nbstrTerminalClassGUID: the terminal class as GUID text, one of CLSID_String_...; stays"
                "\nthe caller's."
                "\nlMediaType: the TAPIMEDIATYPE_ bits that it must carry."
                "\nDirection: capture, render or both (TERMINAL_DIRECTION)."
                "\nppTerminal: receives the terminal; Release it."
                "\nReturns E_INVALIDARG if the text is no GUID, TAPI_E_INVALIDTERMINALCLASS,"
                "\nTAPI_E_INVALIDMEDIATYPE, TAPI_E_INVALIDDIRECTION, TAPI_E_NOTSUPPORTED if the provider"
                "\nhas no media, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITBasicCallControl2::RequestTerminal (tapi3if.h).")),
            Method("SelectTerminalOnCall", "SelectTerminalOnCall", "method", 26, 0x20018, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
            ), (
                "Uses a terminal for every stream of the call that it fits."
                "\n"
                "\npTerminal: the terminal; not NULL; the call keeps its own reference. Allowed from"
                "\nCS_IDLE on; before there is a stream the choice is kept for later."
                "\nReturns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_TERMINALINUSE, TAPI_E_MAXTERMINALS,"
                "\nTAPI_E_NOTSUPPORTED, E_OUTOFMEMORY."
                "\nPage: ITBasicCallControl2::SelectTerminalOnCall (tapi3if.h).")),
            Method("UnselectTerminalOnCall", "UnselectTerminalOnCall", "method", 27, 0x20019, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
            ), (
                "Stops using a terminal for the call."
                "\n"
                "\npTerminal: a terminal that is selected; not NULL."
                "\nReturns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_NOTSUPPORTED."
                "\nPage: ITBasicCallControl2::UnselectTerminalOnCall (tapi3if.h).")),
        ),
        (
                "Call control with terminals: which device records and plays the call."
                "\n"
                "\nQueryInterface of the call object. All that is said of ITBasicCallControl holds here too."
                "\nPage: ITBasicCallControl2 (tapi3if.h)."),
    ),
    "ITCollection": Interface(
        "ITCollection", "5EC5ACF2-9C02-11D0-8362-00AA003CCABD", "IDispatch", "dual", (
            Method("get_Count", "Count", "propget", 7, 0x60020000, False, "HRESULT", (
                Param("lCount", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Counts the items."
                "\n"
                "\nlCount: receives the number."
                "\nReturns E_POINTER."
                "\nPage: ITCollection::get_Count (tapi3if.h).")),
            Method("get_Item", "Item", "propget", 8, 0x0, False, "HRESULT", (
                Param("Index", "LONG", "scalar", 0, "in", False, None),
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Gives one item; the default member, so that list(1) works in scripts."
                "\n"
                "\nIndex: from 1 to Count."
                "\npVariant: receives the item, VT_DISPATCH for an object, VT_BSTR for a text; free it with"
                "\nVariantClear."
                "\nReturns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCollection::get_Item (tapi3if.h).")),
            Method("get__NewEnum", "_NewEnum", "propget", 9, -4, True, "HRESULT", (
                Param("ppNewEnum", "IUnknown", "interface", 2, "out", True, None),
            ), (
                "Starts a walk over all items."
                "\n"
                "\nppNewEnum: receives an enumerator; ask it for IEnumVARIANT; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCollection::get__NewEnum (tapi3if.h).")),
        ),
        (
                "A list for Automation clients; what For Each and Python's for loop over."
                "\n"
                "\nThe get_ methods that list things hand it out in a VARIANT of VT_DISPATCH. Indexes are"
                "\n1-based. A snapshot: it does not follow later changes, and keeps its items alive."
                "\nPage: ITCollection (tapi3if.h)."),
    ),
    "ITCollection2": Interface(
        "ITCollection2", "E6DDDDA5-A6D3-48FF-8737-D32FC4D95477", "ITCollection", "dual", (
            Method("Add", "Add", "method", 10, 0x1, False, "HRESULT", (
                Param("Index", "LONG", "scalar", 0, "in", False, None),
                Param("pVariant", "VARIANT", "struct", 1, "in", False, None),
            ), (
                "Inserts an item."
                "\n"
                "\nIndex: the place that it gets, from 1 to Count + 1; later items move up."
                "\npVariant: the item; copied, stays the caller's; not NULL."
                "\nReturns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITCollection2::Add (tapi3if.h).")),
            Method("Remove", "Remove", "method", 11, 0x2, False, "HRESULT", (
                Param("Index", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Removes an item."
                "\n"
                "\nIndex: from 1 to Count; later items move down."
                "\nReturns E_INVALIDARG for an index outside."
                "\nPage: ITCollection2::Remove (tapi3if.h).")),
        ),
        (
                "A list that the program fills itself, for methods that take one."
                "\n"
                "\nMade by ITTAPI2::CreateEmptyCollectionObject. Unlike what TAPI lists, it can be changed."
                "\nPage: ITCollection2 (tapi3if.h)."),
    ),
    "IClassFactory": Interface(
        "IClassFactory", "00000001-0000-0000-C000-000000000046", "IUnknown", "custom", (
            Method("CreateInstance", "CreateInstance", "method", 3, None, False, "HRESULT", (
                Param("pUnkOuter", "IUnknown", "interface", 1, "in", False, None),
                Param("riid", "REFIID", "scalar", 0, "in", False, None),
                Param("ppvObject", "c_void", "opaque", 2, "out", False, None),
            ), (
                "Makes an object."
                "\n"
                "\n`pUnkOuter`: the aggregating object; must be NULL."
                "\n`riid`: the interface wanted."
                "\n`ppvObject`: receives the interface pointer, which the caller must release; NULL on failure."
                "\n"
                "\nReturns S_OK; CLASS_E_NOAGGREGATION; E_NOINTERFACE; E_OUTOFMEMORY; E_POINTER.")),
            Method("LockServer", "LockServer", "method", 4, None, False, "HRESULT", (
                Param("fLock", "BOOL", "scalar", 0, "in", False, None),
            ), (
                "Keeps the server in memory. The library stays loaded anyway, so this only counts."
                "\n"
                "\n`fLock`: TRUE to lock, FALSE to unlock."
                "\n"
                "\nReturns S_OK.")),
        ),
        (
                "Makes objects of one class."
                "\n"
                "\nSource: the IClassFactory pages of the Windows SDK documentation (unknwn.h)."),
    ),
    "IConnectionPointContainer": Interface(
        "IConnectionPointContainer", "B196B284-BAB4-101A-B69C-00AA00341D07", "IUnknown", "custom", (
            Method("EnumConnectionPoints", "EnumConnectionPoints", "method", 3, None, False, "HRESULT", (
                Param("ppEnum", "IEnumConnectionPoints", "interface", 2, "out", False, None),
            ), (
                "Lists the event sources."
                "\n"
                "\n`ppEnum`: receives the enumerator, which the caller must release."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
            Method("FindConnectionPoint", "FindConnectionPoint", "method", 4, None, False, "HRESULT", (
                Param("riid", "REFIID", "scalar", 0, "in", False, None),
                Param("ppCP", "IConnectionPoint", "interface", 2, "out", False, None),
            ), (
                "Finds the event source that calls a given interface."
                "\n"
                "\n`riid`: the interface that the source calls, such as IID_ITTAPIEventNotification."
                "\n`ppCP`: receives the connection point, which the caller must release; NULL on failure."
                "\n"
                "\nReturns S_OK; CONNECT_E_NOCONNECTION when there is none for it; E_OUTOFMEMORY; E_POINTER.")),
        ),
        (
                "The event sources of an object."
                "\n"
                "\nSource: the IConnectionPointContainer pages of the Windows SDK documentation (ocidl.h)."),
    ),
    "IConnectionPoint": Interface(
        "IConnectionPoint", "B196B286-BAB4-101A-B69C-00AA00341D07", "IUnknown", "custom", (
            Method("GetConnectionInterface", "GetConnectionInterface", "method", 3, None, False, "HRESULT", (
                Param("pIID", "GUID", "struct", 1, "out", False, None),
            ), (
                "Tells which interface this source calls."
                "\n"
                "\n`pIID`: receives the interface id."
                "\n"
                "\nReturns S_OK; E_POINTER.")),
            Method("GetConnectionPointContainer", "GetConnectionPointContainer", "method", 4, None, False, "HRESULT", (
                Param("ppCPC", "IConnectionPointContainer", "interface", 2, "out", False, None),
            ), (
                "Gives the object that the source belongs to."
                "\n"
                "\n`ppCPC`: receives the container, which the caller must release."
                "\n"
                "\nReturns S_OK; E_UNEXPECTED when the object is gone; E_POINTER.")),
            Method("Advise", "Advise", "method", 5, None, False, "HRESULT", (
                Param("pUnkSink", "IUnknown", "interface", 1, "in", False, None),
                Param("pdwCookie", "DWORD", "scalar", 1, "out", False, None),
            ), (
                "Ties a sink to the source."
                "\n"
                "\n`pUnkSink`: the sink; it is asked for the source's interface and kept with a reference."
                "\n`pdwCookie`: receives the number for Unadvise; never 0 on success."
                "\n"
                "\nReturns S_OK; CONNECT_E_CANNOTCONNECT when the sink lacks the interface; CONNECT_E_ADVISELIMIT; E_POINTER.")),
            Method("Unadvise", "Unadvise", "method", 6, None, False, "HRESULT", (
                Param("dwCookie", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Unties a sink; its reference is released and no event reaches it any more."
                "\n"
                "\n`dwCookie`: the number from Advise."
                "\n"
                "\nReturns S_OK; CONNECT_E_NOCONNECTION when there is no such sink.")),
            Method("EnumConnections", "EnumConnections", "method", 7, None, False, "HRESULT", (
                Param("ppEnum", "IEnumConnections", "interface", 2, "out", False, None),
            ), (
                "Lists the sinks."
                "\n"
                "\n`ppEnum`: receives the enumerator, which the caller must release."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
        ),
        (
                "One event source: sinks are tied to it and untied from it."
                "\n"
                "\nSource: the IConnectionPoint pages of the Windows SDK documentation (ocidl.h)."),
    ),
    "IEnumConnectionPoints": Interface(
        "IEnumConnectionPoints", "B196B285-BAB4-101A-B69C-00AA00341D07", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("cConnections", "ULONG", "scalar", 0, "in", False, None),
                Param("ppCP", "IConnectionPoint", "interface", 2, "out", False, "cConnections"),
                Param("pcFetched", "ULONG", "scalar", 1, "out", False, None),
            ), (
                "Gives the next `cConnections` connection points."
                "\n"
                "\n`cConnections`: how many are wanted."
                "\n`ppCP`: receives them; the caller must release each."
                "\n`pcFetched`: receives how many there were; NULL only when one is wanted."
                "\n"
                "\nReturns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.")),
            Method("Skip", "Skip", "method", 4, None, False, "HRESULT", (
                Param("cConnections", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Passes over the next `cConnections` connection points."
                "\n"
                "\n`cConnections`: how many to pass over."
                "\n"
                "\nReturns S_OK; S_FALSE when there were fewer.")),
            Method("Reset", "Reset", "method", 5, None, False, "HRESULT", (
            ), "Starts again from the first. Returns S_OK."),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumConnectionPoints", "interface", 2, "out", False, None),
            ), (
                "Makes an enumerator that stands at the same place."
                "\n"
                "\n`ppEnum`: receives it; the caller must release it."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
        ),
        (
                "Walks over event sources."
                "\n"
                "\nSource: the IEnumConnectionPoints pages of the Windows SDK documentation (ocidl.h)."),
    ),
    "IEnumConnections": Interface(
        "IEnumConnections", "B196B287-BAB4-101A-B69C-00AA00341D07", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("cConnections", "ULONG", "scalar", 0, "in", False, None),
                Param("rgcd", "CONNECTDATA", "struct", 1, "out", False, "cConnections"),
                Param("pcFetched", "ULONG", "scalar", 1, "out", False, None),
            ), (
                "Gives the next `cConnections` connections."
                "\n"
                "\n`cConnections`: how many are wanted."
                "\n`rgcd`: receives them; the caller must release each `pUnk`."
                "\n`pcFetched`: receives how many there were; NULL only when one is wanted."
                "\n"
                "\nReturns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.")),
            Method("Skip", "Skip", "method", 4, None, False, "HRESULT", (
                Param("cConnections", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Passes over the next `cConnections` connections."
                "\n"
                "\n`cConnections`: how many to pass over."
                "\n"
                "\nReturns S_OK; S_FALSE when there were fewer.")),
            Method("Reset", "Reset", "method", 5, None, False, "HRESULT", (
            ), "Starts again from the first. Returns S_OK."),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumConnections", "interface", 2, "out", False, None),
            ), (
                "Makes an enumerator that stands at the same place."
                "\n"
                "\n`ppEnum`: receives it; the caller must release it."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
        ),
        (
                "Walks over the sinks of an event source."
                "\n"
                "\nSource: the IEnumConnections pages of the Windows SDK documentation (ocidl.h)."),
    ),
    "IEnumVARIANT": Interface(
        "IEnumVARIANT", "00020404-0000-0000-C000-000000000046", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("rgVar", "VARIANT", "struct", 1, "out", False, "celt"),
                Param("pCeltFetched", "ULONG", "scalar", 1, "out", False, None),
            ), (
                "Gives the next `celt` elements."
                "\n"
                "\n`celt`: how many are wanted."
                "\n`rgVar`: receives them; the caller clears each with VariantClear."
                "\n`pCeltFetched`: receives how many there were; may be NULL."
                "\n"
                "\nReturns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.")),
            Method("Skip", "Skip", "method", 4, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Passes over the next `celt` elements."
                "\n"
                "\n`celt`: how many to pass over."
                "\n"
                "\nReturns S_OK; S_FALSE when there were fewer.")),
            Method("Reset", "Reset", "method", 5, None, False, "HRESULT", (
            ), "Starts again from the first. Returns S_OK."),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumVARIANT", "interface", 2, "out", False, None),
            ), (
                "Makes an enumerator that stands at the same place."
                "\n"
                "\n`ppEnum`: receives it; the caller must release it."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
        ),
        (
                "Walks over VARIANTs; what `For Each` uses on a collection."
                "\n"
                "\nSource: the IEnumVARIANT pages of the Windows SDK documentation (oaidl.h)."),
    ),
    "IEnumUnknown": Interface(
        "IEnumUnknown", "00000100-0000-0000-C000-000000000046", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("rgelt", "IUnknown", "interface", 2, "out", False, "celt"),
                Param("pceltFetched", "ULONG", "scalar", 1, "out", False, None),
            ), (
                "Gives the next `celt` objects."
                "\n"
                "\n`celt`: how many are wanted."
                "\n`rgelt`: receives them; the caller must release each."
                "\n`pceltFetched`: receives how many there were; NULL only when one is wanted."
                "\n"
                "\nReturns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.")),
            Method("Skip", "Skip", "method", 4, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Passes over the next `celt` objects."
                "\n"
                "\n`celt`: how many to pass over."
                "\n"
                "\nReturns S_OK; S_FALSE when there were fewer.")),
            Method("Reset", "Reset", "method", 5, None, False, "HRESULT", (
            ), "Starts again from the first. Returns S_OK."),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppenum", "IEnumUnknown", "interface", 2, "out", False, None),
            ), (
                "Makes an enumerator that stands at the same place."
                "\n"
                "\n`ppenum`: receives it; the caller must release it."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
        ),
        (
                "Walks over objects."
                "\n"
                "\nSource: the IEnumUnknown pages of the Windows SDK documentation (objidl.h)."),
    ),
    "IErrorInfo": Interface(
        "IErrorInfo", "1CF2B120-547D-101B-8E65-08002B2BD119", "IUnknown", "custom", (
            Method("GetGUID", "GetGUID", "method", 3, None, False, "HRESULT", (
                Param("pGUID", "GUID", "struct", 1, "out", False, None),
            ), (
                "Tells which interface the error came from."
                "\n"
                "\n`pGUID`: receives the interface id; all zeros when there is none."
                "\n"
                "\nReturns S_OK; E_POINTER.")),
            Method("GetSource", "GetSource", "method", 4, None, False, "HRESULT", (
                Param("pBstrSource", "BSTR", "scalar", 1, "out", False, None),
            ), (
                "Tells which program or library the error came from."
                "\n"
                "\n`pBstrSource`: receives a string that the caller frees with SysFreeString."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
            Method("GetDescription", "GetDescription", "method", 5, None, False, "HRESULT", (
                Param("pBstrDescription", "BSTR", "scalar", 1, "out", False, None),
            ), (
                "Says what went wrong in a sentence."
                "\n"
                "\n`pBstrDescription`: receives a string that the caller frees with SysFreeString."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY; E_POINTER.")),
            Method("GetHelpFile", "GetHelpFile", "method", 6, None, False, "HRESULT", (
                Param("pBstrHelpFile", "BSTR", "scalar", 1, "out", False, None),
            ), (
                "Names a help file; there is none, so the string is NULL."
                "\n"
                "\n`pBstrHelpFile`: receives a string that the caller frees with SysFreeString."
                "\n"
                "\nReturns S_OK; E_POINTER.")),
            Method("GetHelpContext", "GetHelpContext", "method", 7, None, False, "HRESULT", (
                Param("pdwHelpContext", "DWORD", "scalar", 1, "out", False, None),
            ), (
                "Names the place in the help file; 0."
                "\n"
                "\n`pdwHelpContext`: receives the number."
                "\n"
                "\nReturns S_OK; E_POINTER.")),
        ),
        (
                "What went wrong, in words: see GetErrorInfo."
                "\n"
                "\nSource: the IErrorInfo pages of the Windows SDK documentation (oaidl.h)."),
    ),
    "ISupportErrorInfo": Interface(
        "ISupportErrorInfo", "DF0B3D60-548F-101B-8E65-08002B2BD119", "IUnknown", "custom", (
            Method("InterfaceSupportsErrorInfo", "InterfaceSupportsErrorInfo", "method", 3, None, False, "HRESULT", (
                Param("riid", "REFIID", "scalar", 0, "in", False, None),
            ), (
                "Asks whether methods of an interface leave error information."
                "\n"
                "\n`riid`: the interface."
                "\n"
                "\nReturns S_OK when they do; S_FALSE when they do not.")),
        ),
        (
                "Says that an object leaves error information for an interface."
                "\n"
                "\nSource: the ISupportErrorInfo pages of the Windows SDK documentation (oaidl.h)."),
    ),
    "ICreateErrorInfo": Interface(
        "ICreateErrorInfo", "22F03340-547D-101B-8E65-08002B2BD119", "IUnknown", "custom", (
            Method("SetGUID", "SetGUID", "method", 3, None, False, "HRESULT", (
                Param("rguid", "REFGUID", "scalar", 0, "in", False, None),
            ), (
                "Sets the interface that the error comes from."
                "\n"
                "\n`rguid`: the interface id."
                "\n"
                "\nReturns S_OK; E_POINTER.")),
            Method("SetSource", "SetSource", "method", 4, None, False, "HRESULT", (
                Param("szSource", "LPCOLESTR", "scalar", 0, "in", False, None),
            ), (
                "Sets the program or library that the error comes from."
                "\n"
                "\n`szSource`: UTF-16 text that ends with a zero; NULL for none."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY.")),
            Method("SetDescription", "SetDescription", "method", 5, None, False, "HRESULT", (
                Param("szDescription", "LPCOLESTR", "scalar", 0, "in", False, None),
            ), (
                "Sets the sentence that says what went wrong."
                "\n"
                "\n`szDescription`: UTF-16 text that ends with a zero; NULL for none."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY.")),
            Method("SetHelpFile", "SetHelpFile", "method", 6, None, False, "HRESULT", (
                Param("szHelpFile", "LPCOLESTR", "scalar", 0, "in", False, None),
            ), (
                "Sets the help file."
                "\n"
                "\n`szHelpFile`: UTF-16 text that ends with a zero; NULL for none."
                "\n"
                "\nReturns S_OK; E_OUTOFMEMORY.")),
            Method("SetHelpContext", "SetHelpContext", "method", 7, None, False, "HRESULT", (
                Param("dwHelpContext", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Sets the place in the help file."
                "\n"
                "\n`dwHelpContext`: the number."
                "\n"
                "\nReturns S_OK.")),
        ),
        (
                "Fills in what an IErrorInfo says: see CreateErrorInfo. Each text is copied."
                "\n"
                "\nSource: the ICreateErrorInfo pages of the Windows SDK documentation (oaidl.h)."),
    ),
    "IEnumPhone": Interface(
        "IEnumPhone", "F15B7669-4780-4595-8C89-FB369C8CF7AA", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITPhone", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next phones."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITPhone); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumPhone::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumPhone::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumPhone::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumPhone", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumPhone::Clone (tapi3if.h).")),
        ),
        (
                "Walks over phones, for C and C++ clients."
                "\n"
                "\nComes from ITTAPI2::EnumeratePhones. A snapshot: it does not follow later changes. Not for"
                "\nuse by several threads at once: Clone it for each."
                "\nPage: IEnumPhone (tapi3if.h)."),
    ),
    "IEnumTerminal": Interface(
        "IEnumTerminal", "AE269CF4-935E-11D0-835C-00AA003CCABD", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITTerminal", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next terminals."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITTerminal); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumTerminal::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumTerminal::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumTerminal::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumTerminal", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumTerminal::Clone (tapi3if.h).")),
        ),
        (
                "Walks over terminals, for C and C++ clients."
                "\n"
                "\nComes from ITTerminalSupport::EnumerateStaticTerminals and others. A snapshot: it does not"
                "\nfollow later changes. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumTerminal (tapi3if.h)."),
    ),
    "IEnumTerminalClass": Interface(
        "IEnumTerminalClass", "AE269CF5-935E-11D0-835C-00AA003CCABD", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("pElements", "GUID", "struct", 1, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next terminal classes."
                "\n"
                "\ncelt: how many are wanted."
                "\npElements: room for celt elements (GUID); plain values, nothing to free."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumTerminalClass::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumTerminalClass::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumTerminalClass::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumTerminalClass", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumTerminalClass::Clone (tapi3if.h).")),
        ),
        (
                "Walks over terminal classes, for C and C++ clients."
                "\n"
                "\nComes from ITTerminalSupport::EnumerateDynamicTerminalClasses. A snapshot: it does not"
                "\nfollow later changes. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumTerminalClass (tapi3if.h)."),
    ),
    "IEnumCall": Interface(
        "IEnumCall", "AE269CF6-935E-11D0-835C-00AA003CCABD", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITCallInfo", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next calls."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITCallInfo); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumCall::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumCall::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumCall::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumCall", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumCall::Clone (tapi3if.h).")),
        ),
        (
                "Walks over calls, for C and C++ clients."
                "\n"
                "\nComes from ITAddress::EnumerateCalls and ITCallHub::EnumerateCalls. A snapshot: it does not"
                "\nfollow later changes. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumCall (tapi3if.h)."),
    ),
    "IEnumAddress": Interface(
        "IEnumAddress", "1666FCA1-9363-11D0-835C-00AA003CCABD", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITAddress", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next addresses."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITAddress); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumAddress::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumAddress::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumAddress::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumAddress", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumAddress::Clone (tapi3if.h).")),
        ),
        (
                "Walks over addresses, for C and C++ clients."
                "\n"
                "\nComes from ITTAPI::EnumerateAddresses. A snapshot: it does not follow later changes. Not for"
                "\nuse by several threads at once: Clone it for each."
                "\nPage: IEnumAddress (tapi3if.h)."),
    ),
    "IEnumCallHub": Interface(
        "IEnumCallHub", "A3C15450-5B92-11D1-8F4E-00C04FB6809F", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITCallHub", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next call hubs."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITCallHub); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumCallHub::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumCallHub::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumCallHub::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumCallHub", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumCallHub::Clone (tapi3if.h).")),
        ),
        (
                "Walks over call hubs, for C and C++ clients."
                "\n"
                "\nComes from ITTAPI::EnumerateCallHubs. A snapshot: it does not follow later changes. Not for"
                "\nuse by several threads at once: Clone it for each."
                "\nPage: IEnumCallHub (tapi3if.h)."),
    ),
    "IEnumBstr": Interface(
        "IEnumBstr", "35372049-0BC6-11D2-A033-00C04FB6809F", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppStrings", "BSTR", "scalar", 1, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next texts."
                "\n"
                "\ncelt: how many are wanted."
                "\nppStrings: room for celt elements (BSTR); free each with SysFreeString."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumBstr::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumBstr::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumBstr::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumBstr", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumBstr::Clone (tapi3if.h).")),
        ),
        (
                "Walks over texts, for C and C++ clients."
                "\n"
                "\nComes from the Enumerate methods of ITAddressCapabilities. A snapshot: it does not follow"
                "\nlater changes. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumBstr (tapi3if.h)."),
    ),
    "IEnumPluggableTerminalClassInfo": Interface(
        "IEnumPluggableTerminalClassInfo", "4567450C-DBEE-4E3F-AAF5-37BF9EBF5E29", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITPluggableTerminalClassInfo", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next pluggable terminal classes."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITPluggableTerminalClassInfo); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumPluggableTerminalClassInfo::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumPluggableTerminalClassInfo::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumPluggableTerminalClassInfo::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumPluggableTerminalClassInfo", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumPluggableTerminalClassInfo::Clone (tapi3if.h).")),
        ),
        (
                "Walks over pluggable terminal classes, for C and C++ clients."
                "\n"
                "\nComes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. A snapshot: it does not"
                "\nfollow later changes. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumPluggableTerminalClassInfo (tapi3if.h)."),
    ),
    "IEnumPluggableSuperclassInfo": Interface(
        "IEnumPluggableSuperclassInfo", "E9586A80-89E6-4CFF-931D-478D5751F4C0", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITPluggableTerminalSuperclassInfo", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next pluggable terminal superclasses."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITPluggableTerminalSuperclassInfo); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumPluggableSuperclassInfo::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumPluggableSuperclassInfo::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumPluggableSuperclassInfo::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumPluggableSuperclassInfo", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumPluggableSuperclassInfo::Clone (tapi3if.h).")),
        ),
        (
                "Walks over pluggable terminal superclasses, for C and C++ clients."
                "\n"
                "\nComes from ITTerminalSupport2::EnumeratePluggableSuperclasses. A snapshot: it does not"
                "\nfollow later changes. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumPluggableSuperclassInfo (tapi3if.h)."),
    ),
    "IEnumLocation": Interface(
        "IEnumLocation", "0C4D8F01-8DDB-11D1-A09E-00805FC147D3", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITLocationInfo", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next dialling locations."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITLocationInfo); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumLocation::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumLocation::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumLocation::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumLocation", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumLocation::Clone (tapi3if.h).")),
        ),
        (
                "Walks over dialling locations, for C and C++ clients."
                "\n"
                "\nComes from ITAddressTranslation::EnumerateLocations. A snapshot: it does not follow later"
                "\nchanges. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumLocation (tapi3if.h)."),
    ),
    "IEnumCallingCard": Interface(
        "IEnumCallingCard", "0C4D8F02-8DDB-11D1-A09E-00805FC147D3", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITCallingCard", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next calling cards."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITCallingCard); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumCallingCard::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumCallingCard::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumCallingCard::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumCallingCard", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumCallingCard::Clone (tapi3if.h).")),
        ),
        (
                "Walks over calling cards, for C and C++ clients."
                "\n"
                "\nComes from ITAddressTranslation::EnumerateCallingCards. A snapshot: it does not follow later"
                "\nchanges. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumCallingCard (tapi3if.h)."),
    ),
    "IEnumStream": Interface(
        "IEnumStream", "EE3BD606-3868-11D2-A045-00C04FB6809F", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITStream", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next streams."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITStream); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumStream::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumStream::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumStream::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumStream", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumStream::Clone (tapi3if.h).")),
        ),
        (
                "Walks over streams, for C and C++ clients."
                "\n"
                "\nComes from ITStreamControl::EnumerateStreams. A snapshot: it does not follow later changes."
                "\nNot for use by several threads at once: Clone it for each."
                "\nPage: IEnumStream (tapi3if.h)."),
    ),
    "IEnumSubStream": Interface(
        "IEnumSubStream", "EE3BD609-3868-11D2-A045-00C04FB6809F", "IUnknown", "custom", (
            Method("Next", "Next", "method", 3, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
                Param("ppElements", "ITSubStream", "interface", 2, "out", False, None),
                Param("pceltFetched", "ULONG", "scalar", 1, "inout", False, None),
            ), (
                "Gives the next substreams."
                "\n"
                "\ncelt: how many are wanted."
                "\nppElements: room for celt elements (ITSubStream); Release each."
                "\npceltFetched: receives how many there were; may be NULL only if celt is 1."
                "\nReturns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is"
                "\nhanded out, the position stays)."
                "\nPage: IEnumSubStream::Next (tapi3if.h).")),
            Method("Reset", "Reset", "method", 4, None, False, "HRESULT", (
            ), (
                "Goes back to the first element."
                "\n"
                "\nPage: IEnumSubStream::Reset (tapi3if.h).")),
            Method("Skip", "Skip", "method", 5, None, False, "HRESULT", (
                Param("celt", "ULONG", "scalar", 0, "in", False, None),
            ), (
                "Leaves out the next elements."
                "\n"
                "\ncelt: how many. Returns S_FALSE if there were fewer; the walk is then at its end."
                "\nPage: IEnumSubStream::Skip (tapi3if.h).")),
            Method("Clone", "Clone", "method", 6, None, False, "HRESULT", (
                Param("ppEnum", "IEnumSubStream", "interface", 2, "out", True, None),
            ), (
                "Makes a second enumerator at the same position."
                "\n"
                "\nppEnum: receives it; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: IEnumSubStream::Clone (tapi3if.h).")),
        ),
        (
                "Walks over substreams, for C and C++ clients."
                "\n"
                "\nComes from ITSubStreamControl::EnumerateSubStreams. A snapshot: it does not follow later"
                "\nchanges. Not for use by several threads at once: Clone it for each."
                "\nPage: IEnumSubStream (tapi3if.h)."),
    ),
    "ITPrivateEvent": Interface(
        "ITPrivateEvent", "0E269CD0-10D4-4121-9C22-9C85D625650D", "IDispatch", "dual", (
            Method("get_Address", "Address", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppAddress", "ITAddress", "interface", 2, "out", True, None),
            ), (
                "Gives the address concerned."
                "\n"
                "\nppAddress: receives it, NULL if none; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITPrivateEvent::get_Address (tapi3if.h).")),
            Method("get_Call", "Call", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), (
                "Gives the call concerned."
                "\n"
                "\nppCallInfo: receives it, NULL if none; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITPrivateEvent::get_Call (tapi3if.h).")),
            Method("get_CallHub", "CallHub", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppCallHub", "ITCallHub", "interface", 2, "out", True, None),
            ), (
                "Gives the call hub concerned."
                "\n"
                "\nppCallHub: receives it, NULL if none; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITPrivateEvent::get_CallHub (tapi3if.h).")),
            Method("get_EventCode", "EventCode", "propget", 10, 0x4, False, "HRESULT", (
                Param("plEventCode", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Tells which of the provider's events this is."
                "\n"
                "\nplEventCode: receives the provider's number for it."
                "\nReturns E_POINTER."
                "\nPage: ITPrivateEvent::get_EventCode (tapi3if.h).")),
            Method("get_EventInterface", "EventInterface", "propget", 11, 0x5, False, "HRESULT", (
                Param("pEventInterface", "IDispatch", "interface", 2, "out", True, None),
            ), (
                "Gives the provider's own object with the details."
                "\n"
                "\npEventInterface: receives it, NULL if none; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITPrivateEvent::get_EventInterface (tapi3if.h).")),
        ),
        (
                "TE_PRIVATE: an event of the provider's own kind."
                "\n"
                "\nRead-only; E_POINTER for a NULL out-pointer. The provider's documentation explains it."
                "\nPage: ITPrivateEvent (tapi3if.h)."),
    ),
    "ITPhoneEvent": Interface(
        "ITPhoneEvent", "8F942DD8-64ED-4AAF-A77D-B23DB0837EAD", "IDispatch", "dual", (
            Method("get_Phone", "Phone", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppPhone", "ITPhone", "interface", 2, "out", True, None),
            ), "Gives the phone; Release it."),
            Method("get_Event", "Event", "propget", 8, 0x2, False, "HRESULT", (
                Param("pEvent", "PHONE_EVENT", "enum", 1, "out", True, None),
            ), "Tells what happened (PHONE_EVENT)."),
            Method("get_ButtonState", "ButtonState", "propget", 9, 0x3, False, "HRESULT", (
                Param("pState", "PHONE_BUTTON_STATE", "enum", 1, "out", True, None),
            ), "Tells the state of the button, for PE_BUTTON."),
            Method("get_HookSwitchState", "HookSwitchState", "propget", 10, 0x4, False, "HRESULT", (
                Param("pState", "PHONE_HOOK_SWITCH_STATE", "enum", 1, "out", True, None),
            ), "Tells the new hook-switch state, for PE_HOOKSWITCH."),
            Method("get_HookSwitchDevice", "HookSwitchDevice", "propget", 11, 0x5, False, "HRESULT", (
                Param("pDevice", "PHONE_HOOK_SWITCH_DEVICE", "enum", 1, "out", True, None),
            ), "Tells which hook-switch device changed, for PE_HOOKSWITCH."),
            Method("get_RingMode", "RingMode", "propget", 12, 0x6, False, "HRESULT", (
                Param("plRingMode", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the new ring mode, for PE_RINGMODE."),
            Method("get_ButtonLampId", "ButtonLampId", "propget", 13, 0x7, False, "HRESULT", (
                Param("plButtonLampId", "LONG", "scalar", 1, "out", True, None),
            ), "Tells which button or lamp it was, for PE_BUTTON and PE_LAMPMODE."),
            Method("get_NumberGathered", "NumberGathered", "propget", 14, 0x8, False, "HRESULT", (
                Param("ppNumber", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the number dialled, for PE_NUMBERGATHERED; free it with SysFreeString."),
            Method("get_Call", "Call", "propget", 15, 0x9, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call concerned, for PE_ANSWER and PE_DISCONNECT; Release it."),
        ),
        (
                "TE_PHONEEVENT: something happened on a phone."
                "\n"
                "\nWhich properties mean something depends on get_Event; the others give TAPI_E_WRONGEVENT."
                "\nPage: ITPhoneEvent (tapi3if.h)."),
    ),
    "ITCallStateEvent": Interface(
        "ITCallStateEvent", "62F47097-95C9-11D0-835D-00AA003CCABD", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), (
                "Gives the call."
                "\n"
                "\nppCallInfo: receives it, the same object that every event and method names; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallStateEvent::get_Call (tapi3if.h).")),
            Method("get_State", "State", "propget", 8, 0x2, False, "HRESULT", (
                Param("pCallState", "CALL_STATE", "enum", 1, "out", True, None),
            ), (
                "Tells the state that the call went into."
                "\n"
                "\npCallState: receives it (CALL_STATE). ITCallInfo::get_CallState may be ahead of it."
                "\nReturns E_POINTER."
                "\nPage: ITCallStateEvent::get_State (tapi3if.h).")),
            Method("get_Cause", "Cause", "propget", 9, 0x3, False, "HRESULT", (
                Param("pCEC", "CALL_STATE_EVENT_CAUSE", "enum", 1, "out", True, None),
            ), (
                "Tells why the call is in this state."
                "\n"
                "\npCEC: receives the cause (CALL_STATE_EVENT_CAUSE); CEC_NONE unless the state is"
                "\nCS_DISCONNECTED."
                "\nReturns E_POINTER."
                "\nPage: ITCallStateEvent::get_Cause (tapi3if.h).")),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 10, 0x4, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Gives back the value from the registration."
                "\n"
                "\nplCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0"
                "\nfor a call without registration."
                "\nReturns E_POINTER."
                "\nPage: ITCallStateEvent::get_CallbackInstance (tapi3if.h).")),
        ),
        (
                "TE_CALLSTATE: a call is now in another state."
                "\n"
                "\nRaised for every change, also one that this program caused, once and in order for each call;"
                "\nthe order across calls is not promised. Incoming calls start with CS_OFFERING, after their"
                "\nTE_CALLNOTIFICATION. CS_DISCONNECTED is the last. Read-only; the values are those of the"
                "\nmoment of the change."
                "\nPage: ITCallStateEvent (tapi3if.h)."),
    ),
    "ITPhoneDeviceSpecificEvent": Interface(
        "ITPhoneDeviceSpecificEvent", "63FFB2A6-872B-4CD3-A501-326E8FB40AF7", "IDispatch", "dual", (
            Method("get_Phone", "Phone", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppPhone", "ITPhone", "interface", 2, "out", True, None),
            ), "Gives the phone; Release it."),
            Method("get_lParam1", "lParam1", "propget", 8, 0x2, False, "HRESULT", (
                Param("pParam1", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the provider's first number."),
            Method("get_lParam2", "lParam2", "propget", 9, 0x3, False, "HRESULT", (
                Param("pParam2", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the provider's second number."),
            Method("get_lParam3", "lParam3", "propget", 10, 0x4, False, "HRESULT", (
                Param("pParam3", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the provider's third number."),
        ),
        (
                "TE_PHONEDEVSPECIFIC: an event of the provider's own kind on a phone."
                "\n"
                "\nThe provider's documentation explains the three numbers."
                "\nPage: ITPhoneDeviceSpecificEvent (tapi3if.h)."),
    ),
    "ITCallMediaEvent": Interface(
        "ITCallMediaEvent", "FF36B87F-EC3A-11D0-8EE4-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), (
                "Gives the call."
                "\n"
                "\nppCallInfo: receives it; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallMediaEvent::get_Call (tapi3if.h).")),
            Method("get_Event", "Event", "propget", 8, 0x2, False, "HRESULT", (
                Param("pCallMediaEvent", "CALL_MEDIA_EVENT", "enum", 1, "out", True, None),
            ), (
                "Tells what happened."
                "\n"
                "\npCallMediaEvent: receives it (CALL_MEDIA_EVENT)."
                "\nReturns E_POINTER."
                "\nPage: ITCallMediaEvent::get_Event (tapi3if.h).")),
            Method("get_Error", "Error", "propget", 9, 0x3, False, "HRESULT", (
                Param("phrError", "HRESULT", "scalar", 1, "out", True, None),
            ), (
                "Tells the error behind a CME_STREAM_FAIL or CME_TERMINAL_FAIL."
                "\n"
                "\nphrError: receives the HRESULT, S_OK for the other events."
                "\nReturns E_POINTER."
                "\nPage: ITCallMediaEvent::get_Error (tapi3if.h).")),
            Method("get_Terminal", "Terminal", "propget", 10, 0x4, False, "HRESULT", (
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), (
                "Gives the terminal concerned."
                "\n"
                "\nppTerminal: receives it, NULL if none; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallMediaEvent::get_Terminal (tapi3if.h).")),
            Method("get_Stream", "Stream", "propget", 11, 0x5, False, "HRESULT", (
                Param("ppStream", "ITStream", "interface", 2, "out", True, None),
            ), (
                "Gives the stream concerned."
                "\n"
                "\nppStream: receives it, NULL if none; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallMediaEvent::get_Stream (tapi3if.h).")),
            Method("get_Cause", "Cause", "propget", 12, 0x6, False, "HRESULT", (
                Param("pCause", "CALL_MEDIA_EVENT_CAUSE", "enum", 1, "out", True, None),
            ), (
                "Tells why it happened."
                "\n"
                "\npCause: receives the cause (CALL_MEDIA_EVENT_CAUSE)."
                "\nReturns E_POINTER."
                "\nPage: ITCallMediaEvent::get_Cause (tapi3if.h).")),
        ),
        (
                "TE_CALLMEDIA: a stream or terminal of a call changed."
                "\n"
                "\nMay still arrive some seconds after the call is disconnected. Read-only."
                "\nPage: ITCallMediaEvent (tapi3if.h)."),
    ),
    "ITDigitDetectionEvent": Interface(
        "ITDigitDetectionEvent", "80D3BFAC-57D9-11D2-A04A-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_Digit", "Digit", "propget", 8, 0x2, False, "HRESULT", (
                Param("pucDigit", "BYTE", "scalar", 1, "out", True, None),
            ), "Tells the digit, as an ASCII character: 0 to 9, A to D, star or hash."),
            Method("get_DigitMode", "DigitMode", "propget", 9, 0x3, False, "HRESULT", (
                Param("pDigitMode", "TAPI_DIGITMODE", "scalar", 1, "out", True, None),
            ), "Tells how it was signalled (LINEDIGITMODE_)."),
            Method("get_TickCount", "TickCount", "propget", 10, 0x4, False, "HRESULT", (
                Param("plTickCount", "LONG", "scalar", 1, "out", True, None),
            ), "Tells when, in milliseconds of the system's running time."),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 11, 0x5, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), "Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications."),
        ),
        (
                "TE_DIGITEVENT: the far end pressed a key."
                "\n"
                "\nRaised after ITLegacyCallMediaControl::DetectDigits."
                "\nPage: ITDigitDetectionEvent (tapi3if.h)."),
    ),
    "ITDigitGenerationEvent": Interface(
        "ITDigitGenerationEvent", "80D3BFAD-57D9-11D2-A04A-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_GenerationTermination", "GenerationTermination", "propget", 8, 0x2, False, "HRESULT", (
                Param("plGenerationTermination", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how it ended: 1 all sent (LINEGENERATETERM_DONE), 2 cancelled."),
            Method("get_TickCount", "TickCount", "propget", 9, 0x3, False, "HRESULT", (
                Param("plTickCount", "LONG", "scalar", 1, "out", True, None),
            ), "Tells when, in milliseconds of the system's running time."),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 10, 0x4, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), "Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications."),
        ),
        (
                "TE_GENERATEEVENT: digits asked for with GenerateDigits have been sent."
                "\n"
                "\nPage: ITDigitGenerationEvent (tapi3if.h)."),
    ),
    "ITDigitsGatheredEvent": Interface(
        "ITDigitsGatheredEvent", "E52EC4C1-CBA3-441A-9E6A-93CB909E9724", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_Digits", "Digits", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppDigits", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the digits gathered so far, perhaps none; free it with SysFreeString."),
            Method("get_GatherTermination", "GatherTermination", "propget", 9, 0x3, False, "HRESULT", (
                Param("pGatherTermination", "TAPI_GATHERTERM", "enum", 1, "out", True, None),
            ), "Tells why it ended (TAPI_GATHERTERM)."),
            Method("get_TickCount", "TickCount", "propget", 10, 0x4, False, "HRESULT", (
                Param("plTickCount", "LONG", "scalar", 1, "out", True, None),
            ), "Tells when, in milliseconds of the system's running time."),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 11, 0x5, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), "Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications."),
        ),
        (
                "TE_GATHERDIGITS: a GatherDigits has ended."
                "\n"
                "\nPage: ITDigitsGatheredEvent (tapi3if.h)."),
    ),
    "ITToneDetectionEvent": Interface(
        "ITToneDetectionEvent", "407E0FAF-D047-4753-B0C6-8E060373FECD", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCallInfo", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_AppSpecific", "AppSpecific", "propget", 8, 0x2, False, "HRESULT", (
                Param("plAppSpecific", "LONG", "scalar", 1, "out", True, None),
            ), "Tells which tone: the number given to it beforehand (ITDetectTone::put_AppSpecific)."),
            Method("get_TickCount", "TickCount", "propget", 9, 0x3, False, "HRESULT", (
                Param("plTickCount", "LONG", "scalar", 1, "out", True, None),
            ), "Tells when, in milliseconds of the system's running time."),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 10, 0x4, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), "Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications."),
        ),
        (
                "TE_TONEEVENT: a tone asked for with DetectTones was heard."
                "\n"
                "\nPage: ITToneDetectionEvent (tapi3if.h)."),
    ),
    "ITTAPIObjectEvent": Interface(
        "ITTAPIObjectEvent", "F4854D48-937A-11D1-BB58-00C04FB6809F", "IDispatch", "dual", (
            Method("get_TAPIObject", "TAPIObject", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppTAPIObject", "ITTAPI", "interface", 2, "out", True, None),
            ), (
                "Gives the TAPI object."
                "\n"
                "\nppTAPIObject: receives it; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITTAPIObjectEvent::get_TAPIObject (tapi3if.h).")),
            Method("get_Event", "Event", "propget", 8, 0x2, False, "HRESULT", (
                Param("pEvent", "TAPIOBJECT_EVENT", "enum", 1, "out", True, None),
            ), (
                "Tells what happened."
                "\n"
                "\npEvent: receives it (TAPIOBJECT_EVENT)."
                "\nReturns E_POINTER."
                "\nPage: ITTAPIObjectEvent::get_Event (tapi3if.h).")),
            Method("get_Address", "Address", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppAddress", "ITAddress", "interface", 2, "out", True, None),
            ), (
                "Gives the address that came, went or closed."
                "\n"
                "\nppAddress: receives it; Release it."
                "\nReturns TAPI_E_WRONGEVENT if the event is not about an address, E_POINTER."
                "\nPage: ITTAPIObjectEvent::get_Address (tapi3if.h).")),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 10, 0x4, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Gives back the value from the registration."
                "\n"
                "\nplCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0"
                "\nwithout registration."
                "\nReturns E_POINTER."
                "\nPage: ITTAPIObjectEvent::get_CallbackInstance (tapi3if.h).")),
        ),
        (
                "TE_TAPIOBJECT: the TAPI object itself changed, such as a new address."
                "\n"
                "\nRead-only."
                "\nPage: ITTAPIObjectEvent (tapi3if.h)."),
    ),
    "ITTAPIObjectEvent2": Interface(
        "ITTAPIObjectEvent2", "359DDA6E-68CE-4383-BF0B-169133C41B46", "ITTAPIObjectEvent", "dual", (
            Method("get_Phone", "Phone", "propget", 11, 0x5, False, "HRESULT", (
                Param("ppPhone", "ITPhone", "interface", 2, "out", True, None),
            ), (
                "Gives the phone that came or went."
                "\n"
                "\nppPhone: receives it; Release it."
                "\nReturns TAPI_E_WRONGEVENT if the event is not TE_PHONECREATE or TE_PHONEREMOVE,"
                "\nE_POINTER."
                "\nPage: ITTAPIObjectEvent2::get_Phone (tapi3if.h).")),
        ),
        (
                "TE_TAPIOBJECT with the phone concerned."
                "\n"
                "\nQueryInterface of the event object."
                "\nPage: ITTAPIObjectEvent2 (tapi3if.h)."),
    ),
    "ITCallHubEvent": Interface(
        "ITCallHubEvent", "A3C15451-5B92-11D1-8F4E-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Event", "Event", "propget", 7, 0x1, False, "HRESULT", (
                Param("pEvent", "CALLHUB_EVENT", "enum", 1, "out", True, None),
            ), (
                "Tells what happened."
                "\n"
                "\npEvent: receives it (CALLHUB_EVENT)."
                "\nReturns E_POINTER."
                "\nPage: ITCallHubEvent::get_Event (tapi3if.h).")),
            Method("get_CallHub", "CallHub", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppCallHub", "ITCallHub", "interface", 2, "out", True, None),
            ), (
                "Gives the hub."
                "\n"
                "\nppCallHub: receives it; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallHubEvent::get_CallHub (tapi3if.h).")),
            Method("get_Call", "Call", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), (
                "Gives the call that joined or left."
                "\n"
                "\nppCall: receives it, NULL where no call of this program is concerned; Release it if not"
                "\nNULL."
                "\nReturns E_POINTER."
                "\nPage: ITCallHubEvent::get_Call (tapi3if.h).")),
        ),
        (
                "TE_CALLHUB: a call joined or left a hub, or a hub came or went idle."
                "\n"
                "\nRaised while ITTAPI::SetCallHubTracking is on. Read-only."
                "\nPage: ITCallHubEvent (tapi3if.h)."),
    ),
    "ITAddressEvent": Interface(
        "ITAddressEvent", "831CE2D1-83B5-11D1-BB5C-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Address", "Address", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppAddress", "ITAddress", "interface", 2, "out", True, None),
            ), (
                "Gives the address."
                "\n"
                "\nppAddress: receives it; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITAddressEvent::get_Address (tapi3if.h).")),
            Method("get_Event", "Event", "propget", 8, 0x2, False, "HRESULT", (
                Param("pEvent", "ADDRESS_EVENT", "enum", 1, "out", True, None),
            ), (
                "Tells what happened."
                "\n"
                "\npEvent: receives it (ADDRESS_EVENT)."
                "\nReturns E_POINTER."
                "\nPage: ITAddressEvent::get_Event (tapi3if.h).")),
            Method("get_Terminal", "Terminal", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), (
                "Gives the terminal that came or went."
                "\n"
                "\nppTerminal: receives it; Release it."
                "\nReturns TAPI_E_WRONGEVENT if the event is not AE_NEWTERMINAL or AE_REMOVETERMINAL,"
                "\nE_POINTER."
                "\nPage: ITAddressEvent::get_Terminal (tapi3if.h).")),
        ),
        (
                "TE_ADDRESS: an address changed."
                "\n"
                "\nRead-only."
                "\nPage: ITAddressEvent (tapi3if.h)."),
    ),
    "ITAddressDeviceSpecificEvent": Interface(
        "ITAddressDeviceSpecificEvent", "3ACB216B-40BD-487A-8672-5CE77BD7E3A3", "IDispatch", "dual", (
            Method("get_Address", "Address", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppAddress", "ITAddress", "interface", 2, "out", True, None),
            ), "Gives the address; Release it."),
            Method("get_Call", "Call", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call concerned, NULL if none; Release it."),
            Method("get_lParam1", "lParam1", "propget", 9, 0x3, False, "HRESULT", (
                Param("pParam1", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the provider's first number."),
            Method("get_lParam2", "lParam2", "propget", 10, 0x4, False, "HRESULT", (
                Param("pParam2", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the provider's second number."),
            Method("get_lParam3", "lParam3", "propget", 11, 0x5, False, "HRESULT", (
                Param("pParam3", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the provider's third number."),
        ),
        (
                "TE_ADDRESSDEVSPECIFIC: an event of the provider's own kind on an address."
                "\n"
                "\nThe provider's documentation explains the three numbers."
                "\nPage: ITAddressDeviceSpecificEvent (tapi3if.h)."),
    ),
    "ITFileTerminalEvent": Interface(
        "ITFileTerminalEvent", "E4A7FBAC-8C17-4427-9F55-9F589AC8AF00", "IDispatch", "dual", (
            Method("get_Terminal", "Terminal", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), "Gives the file terminal; Release it."),
            Method("get_Track", "Track", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppTrackTerminal", "ITFileTrack", "interface", 2, "out", True, None),
            ), "Gives the track concerned, NULL if it is the whole terminal; Release it."),
            Method("get_Call", "Call", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_State", "State", "propget", 10, 0x4, False, "HRESULT", (
                Param("pState", "TERMINAL_MEDIA_STATE", "enum", 1, "out", True, None),
            ), "Tells the state that it went into (TERMINAL_MEDIA_STATE)."),
            Method("get_Cause", "Cause", "propget", 11, 0x5, False, "HRESULT", (
                Param("pCause", "FT_STATE_EVENT_CAUSE", "enum", 1, "out", True, None),
            ), "Tells why (FT_STATE_EVENT_CAUSE)."),
            Method("get_Error", "Error", "propget", 12, 0x6, False, "HRESULT", (
                Param("phrErrorCode", "HRESULT", "scalar", 1, "out", True, None),
            ), "Tells the error code if a failure caused it, otherwise S_OK."),
        ),
        (
                "TE_FILETERMINAL: playing or recording on a file terminal changed its state."
                "\n"
                "\nPage: ITFileTerminalEvent (tapi3if.h)."),
    ),
    "ITTTSTerminalEvent": Interface(
        "ITTTSTerminalEvent", "D964788F-95A5-461D-AB0C-B9900A6C2713", "IDispatch", "dual", (
            Method("get_Terminal", "Terminal", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), "Gives the terminal; Release it."),
            Method("get_Call", "Call", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_Error", "Error", "propget", 9, 0x3, False, "HRESULT", (
                Param("phrErrorCode", "HRESULT", "scalar", 1, "out", True, None),
            ), "Tells the error code."),
        ),
        (
                "TE_TTSTERMINAL: a text-to-speech terminal reports an error."
                "\n"
                "\nPage: ITTTSTerminalEvent (tapi3if.h)."),
    ),
    "ITASRTerminalEvent": Interface(
        "ITASRTerminalEvent", "EE016A02-4FA9-467C-933F-5A15B12377D7", "IDispatch", "dual", (
            Method("get_Terminal", "Terminal", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), "Gives the terminal; Release it."),
            Method("get_Call", "Call", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_Error", "Error", "propget", 9, 0x3, False, "HRESULT", (
                Param("phrErrorCode", "HRESULT", "scalar", 1, "out", True, None),
            ), "Tells the error code."),
        ),
        (
                "TE_ASRTERMINAL: a speech-recognition terminal reports an error."
                "\n"
                "\nPage: ITASRTerminalEvent (tapi3if.h)."),
    ),
    "ITToneTerminalEvent": Interface(
        "ITToneTerminalEvent", "E6F56009-611F-4945-BBD2-2D0CE5612056", "IDispatch", "dual", (
            Method("get_Terminal", "Terminal", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), "Gives the terminal; Release it."),
            Method("get_Call", "Call", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_Error", "Error", "propget", 9, 0x3, False, "HRESULT", (
                Param("phrErrorCode", "HRESULT", "scalar", 1, "out", True, None),
            ), "Tells the error code."),
        ),
        (
                "TE_TONETERMINAL: a tone terminal reports an error."
                "\n"
                "\nPage: ITToneTerminalEvent (tapi3if.h)."),
    ),
    "ITQOSEvent": Interface(
        "ITQOSEvent", "CFA3357C-AD77-11D1-BB68-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), "Gives the call; Release it."),
            Method("get_Event", "Event", "propget", 8, 0x3, False, "HRESULT", (
                Param("pQosEvent", "QOS_EVENT", "enum", 1, "out", True, None),
            ), "Tells what happened (QOS_EVENT)."),
            Method("get_MediaType", "MediaType", "propget", 9, 0x4, False, "HRESULT", (
                Param("plMediaType", "LONG", "scalar", 1, "out", True, None),
            ), "Tells which media it is about (TAPIMEDIATYPE_)."),
        ),
        (
                "TE_QOSEVENT: the quality of service of a call changed or could not be had."
                "\n"
                "\nPage: ITQOSEvent (tapi3if.h)."),
    ),
    "ITCallInfoChangeEvent": Interface(
        "ITCallInfoChangeEvent", "5D4B65F9-E51C-11D1-A02F-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), (
                "Gives the call."
                "\n"
                "\nppCall: receives it; Release it."
                "\nReturns E_POINTER."
                "\nPage: ITCallInfoChangeEvent::get_Call (tapi3if.h).")),
            Method("get_Cause", "Cause", "propget", 8, 0x2, False, "HRESULT", (
                Param("pCIC", "CALLINFOCHANGE_CAUSE", "enum", 1, "out", True, None),
            ), (
                "Tells what is new."
                "\n"
                "\npCIC: receives it (CALLINFOCHANGE_CAUSE), such as CIC_CALLERID."
                "\nReturns E_POINTER."
                "\nPage: ITCallInfoChangeEvent::get_Cause (tapi3if.h).")),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 9, 0x3, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Gives back the value from the registration."
                "\n"
                "\nplCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0"
                "\nfor a call without registration."
                "\nReturns E_POINTER."
                "\nPage: ITCallInfoChangeEvent::get_CallbackInstance (tapi3if.h).")),
        ),
        (
                "TE_CALLINFOCHANGE: something that ITCallInfo tells of a call is new."
                "\n"
                "\nRead-only. Ask ITCallInfo for the new value."
                "\nPage: ITCallInfoChangeEvent (tapi3if.h)."),
    ),
    "ITRequestEvent": Interface(
        "ITRequestEvent", "AC48FFDE-F8C4-11D1-A030-00C04FB6809F", "IDispatch", "dual", (
            Method("get_RegistrationInstance", "RegistrationInstance", "propget", 7, 0x1, False, "HRESULT", (
                Param("plRegistrationInstance", "LONG", "scalar", 1, "out", True, None),
            ), "Gives back lRegistrationInstance of ITTAPI::RegisterRequestRecipient."),
            Method("get_RequestMode", "RequestMode", "propget", 8, 0x2, False, "HRESULT", (
                Param("plRequestMode", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the kind of request (LINEREQUESTMODE_MAKECALL = 1)."),
            Method("get_DestAddress", "DestAddress", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppDestAddress", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the number or address to call."),
            Method("get_AppName", "AppName", "propget", 10, 0x5, False, "HRESULT", (
                Param("ppAppName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the program that asks."),
            Method("get_CalledParty", "CalledParty", "propget", 11, 0x6, False, "HRESULT", (
                Param("ppCalledParty", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the person to call."),
            Method("get_Comment", "Comment", "propget", 12, 0x7, False, "HRESULT", (
                Param("ppComment", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the remark of the program that asks."),
        ),
        (
                "TE_REQUEST: another program asks this one to make a call (ITRequest::MakeCall)."
                "\n"
                "\nEvery text is freed with SysFreeString."
                "\nPage: ITRequestEvent (tapi3if.h)."),
    ),
    "ITCallNotificationEvent": Interface(
        "ITCallNotificationEvent", "895801DF-3DD6-11D1-8F30-00C04FB6809F", "IDispatch", "dual", (
            Method("get_Call", "Call", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppCall", "ITCallInfo", "interface", 2, "out", True, None),
            ), (
                "Gives the new call."
                "\n"
                "\nppCall: receives it; Release it. Keep it for as long as its events are wanted."
                "\nReturns E_POINTER."
                "\nPage: ITCallNotificationEvent::get_Call (tapi3if.h).")),
            Method("get_Event", "Event", "propget", 8, 0x2, False, "HRESULT", (
                Param("pCallNotificationEvent", "CALL_NOTIFICATION_EVENT", "enum", 1, "out", True, None),
            ), (
                "Tells what the program may do with the call."
                "\n"
                "\npCallNotificationEvent: receives CNE_OWNER or CNE_MONITOR."
                "\nReturns E_POINTER."
                "\nPage: ITCallNotificationEvent::get_Event (tapi3if.h).")),
            Method("get_CallbackInstance", "CallbackInstance", "propget", 9, 0x3, False, "HRESULT", (
                Param("plCallbackInstance", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Gives back the value from the registration."
                "\n"
                "\nplCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications."
                "\nReturns E_POINTER."
                "\nPage: ITCallNotificationEvent::get_CallbackInstance (tapi3if.h).")),
        ),
        (
                "TE_CALLNOTIFICATION: a new call object is there: an incoming, handed-over or parked call."
                "\n"
                "\nComes before the first TE_CALLSTATE of the call, to programs that used"
                "\nITTAPI::RegisterCallNotifications. An incoming call is already in CS_OFFERING, so it may be"
                "\nrefused here; answer it when TE_CALLSTATE says CS_OFFERING. Read-only."
                "\nPage: ITCallNotificationEvent (tapi3if.h)."),
    ),
    "ITLegacyAddressMediaControl": Interface(
        "ITLegacyAddressMediaControl", "AB493640-4C0B-11D2-A046-00C04FB6809F", "IUnknown", "custom", (
            Method("GetID", "GetID", "method", 3, 0x50001, True, "HRESULT", (
                Param("pDeviceClass", "BSTR", "scalar", 0, "in", False, None),
                Param("pdwSize", "DWORD", "scalar", 1, "out", False, None),
                Param("ppDeviceID", "BYTE", "scalar", 2, "out", False, "pdwSize"),
            ), (
                "Reads the id of the address's device of one class."
                "\n"
                "\npDeviceClass: the class. pdwSize, ppDeviceID: receive the bytes and their number;"
                "\nCoTaskMemFree.")),
            Method("GetDevConfig", "GetDevConfig", "method", 4, 0x50002, True, "HRESULT", (
                Param("pDeviceClass", "BSTR", "scalar", 0, "in", False, None),
                Param("pdwSize", "DWORD", "scalar", 1, "out", False, None),
                Param("ppDeviceConfig", "BYTE", "scalar", 2, "out", False, "pdwSize"),
            ), (
                "Reads the settings of the address's device of one class, as the provider lays them out."
                "\n"
                "\npDeviceClass: the class. pdwSize, ppDeviceConfig: receive the bytes and their number;"
                "\nCoTaskMemFree.")),
            Method("SetDevConfig", "SetDevConfig", "method", 5, 0x50003, True, "HRESULT", (
                Param("pDeviceClass", "BSTR", "scalar", 0, "in", False, None),
                Param("dwSize", "DWORD", "scalar", 0, "in", False, None),
                Param("pDeviceConfig", "BYTE", "scalar", 1, "in", False, "dwSize"),
            ), (
                "Puts settings back that GetDevConfig read."
                "\n"
                "\npDeviceClass: the class. dwSize, pDeviceConfig: the bytes and their number; stay the"
                "\ncaller's.")),
        ),
        (
                "Device ids and device settings of an address whose media TAPI does not stream."
                "\n"
                "\nQueryInterface of the address; for C and C++ only. What it hands out is freed with"
                "\nCoTaskMemFree. A device class is a name such as wave/in, wave/out or comm/datamodem."
                "\nPage: ITLegacyAddressMediaControl (tapi3if.h)."),
    ),
    "ITLegacyAddressMediaControl2": Interface(
        "ITLegacyAddressMediaControl2", "B0EE512B-A531-409E-9DD9-4099FE86C738", "ITLegacyAddressMediaControl", "custom", (
            Method("ConfigDialog", "ConfigDialog", "method", 6, 0x50004, True, "HRESULT", (
                Param("hwndOwner", "HWND", "scalar", 0, "in", False, None),
                Param("pDeviceClass", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Shows a dialog for the settings of the address's device of one class."
                "\n"
                "\nhwndOwner: the owning window. pDeviceClass: the class.")),
            Method("ConfigDialogEdit", "ConfigDialogEdit", "method", 7, 0x50005, True, "HRESULT", (
                Param("hwndOwner", "HWND", "scalar", 0, "in", False, None),
                Param("pDeviceClass", "BSTR", "scalar", 0, "in", False, None),
                Param("dwSizeIn", "DWORD", "scalar", 0, "in", False, None),
                Param("pDeviceConfigIn", "BYTE", "scalar", 1, "in", False, "dwSizeIn"),
                Param("pdwSizeOut", "DWORD", "scalar", 1, "out", False, None),
                Param("ppDeviceConfigOut", "BYTE", "scalar", 2, "out", False, "pdwSizeOut"),
            ), (
                "Shows a dialog for given settings and hands the changed ones out."
                "\n"
                "\nhwndOwner: the owning window. pDeviceClass: the class. dwSizeIn, pDeviceConfigIn: the"
                "\nsettings from GetDevConfig. pdwSizeOut, ppDeviceConfigOut: receive the new ones;"
                "\nCoTaskMemFree.")),
        ),
        (
                "Dialogs for the device settings of an address."
                "\n"
                "\nQueryInterface of the address; for C and C++ only."
                "\nPage: ITLegacyAddressMediaControl2 (tapi3if.h)."),
    ),
    "ITLegacyCallMediaControl": Interface(
        "ITLegacyCallMediaControl", "D624582F-CC23-4436-B8A5-47C625C8045D", "IDispatch", "dual", (
            Method("DetectDigits", "DetectDigits", "method", 7, 0x30001, False, "HRESULT", (
                Param("DigitMode", "TAPI_DIGITMODE", "scalar", 0, "in", False, None),
            ), (
                "Begins to report the keys that the far end presses, as TE_DIGITEVENT."
                "\n"
                "\nDigitMode: LINEDIGITMODE_ bits, OR-ed; 0 stops it. TE_DIGITEVENT must be in the event"
                "\nfilter.")),
            Method("GenerateDigits", "GenerateDigits", "method", 8, 0x30002, False, "HRESULT", (
                Param("pDigits", "BSTR", "scalar", 0, "in", False, None),
                Param("DigitMode", "TAPI_DIGITMODE", "scalar", 0, "in", False, None),
            ), (
                "Sends digits to the far end."
                "\n"
                "\npDigits: 0 to 9, star and hash, for DTMF also A to D; a comma pauses. DigitMode:"
                "\nLINEDIGITMODE_PULSE or LINEDIGITMODE_DTMF. TE_GENERATEEVENT says when they are sent.")),
            Method("GetID", "GetID", "method", 9, 0x30003, True, "HRESULT", (
                Param("pDeviceClass", "BSTR", "scalar", 0, "in", False, None),
                Param("pdwSize", "DWORD", "scalar", 1, "out", False, None),
                Param("ppDeviceID", "BYTE", "scalar", 2, "out", False, "pdwSize"),
            ), (
                "Reads the id of the call's device of one class."
                "\n"
                "\npDeviceClass: the class, such as wave/in. pdwSize, ppDeviceID: receive the bytes and"
                "\ntheir number; CoTaskMemFree.")),
            Method("SetMediaType", "SetMediaType", "method", 10, 0x30004, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sets the media type of the call, where the provider cannot find it out."
                "\n"
                "\nlMediaType: one TAPIMEDIATYPE_ bit.")),
            Method("MonitorMedia", "MonitorMedia", "method", 11, 0x30005, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Begins to detect the media type of the call."
                "\n"
                "\nlMediaType: the TAPIMEDIATYPE_ bits to look for, OR-ed; 0 stops it.")),
        ),
        (
                "Digits and media types of a call."
                "\n"
                "\nQueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE."
                "\nPage: ITLegacyCallMediaControl (tapi3if.h)."),
    ),
    "ITLegacyCallMediaControl2": Interface(
        "ITLegacyCallMediaControl2", "57CA332D-7BC2-44F1-A60C-936FE8D7CE73", "ITLegacyCallMediaControl", "dual", (
            Method("GenerateDigits2", "GenerateDigits2", "method", 12, 0x30006, False, "HRESULT", (
                Param("pDigits", "BSTR", "scalar", 0, "in", False, None),
                Param("DigitMode", "TAPI_DIGITMODE", "scalar", 0, "in", False, None),
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sends digits of a given duration to the far end."
                "\n"
                "\npDigits, DigitMode: as for GenerateDigits. lDuration: of each digit and of each gap, in"
                "\nmilliseconds; 0 for the usual.")),
            Method("GatherDigits", "GatherDigits", "method", 13, 0x30007, False, "HRESULT", (
                Param("DigitMode", "TAPI_DIGITMODE", "scalar", 0, "in", False, None),
                Param("lNumDigits", "LONG", "scalar", 0, "in", False, None),
                Param("pTerminationDigits", "BSTR", "scalar", 0, "in", False, None),
                Param("lFirstDigitTimeout", "LONG", "scalar", 0, "in", False, None),
                Param("lInterDigitTimeout", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Collects digits from the far end and reports them together, as TE_GATHERDIGITS."
                "\n"
                "\nDigitMode: LINEDIGITMODE_ bits. lNumDigits: how many; 0 cancels. pTerminationDigits:"
                "\ndigits that end it early. lFirstDigitTimeout, lInterDigitTimeout: in milliseconds, from"
                "\nAC_GATHERDIGITSMINTIMEOUT to AC_GATHERDIGITSMAXTIMEOUT. One gathering at a time: another"
                "\none cancels the first.")),
            Method("DetectTones", "DetectTones", "method", 14, 0x30008, True, "HRESULT", (
                Param("pToneList", "TAPI_DETECTTONE", "struct", 1, "in", False, "lNumTones"),
                Param("lNumTones", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Begins to report tones, as TE_TONEEVENT, for C and C++ clients."
                "\n"
                "\npToneList, lNumTones: the tones; NULL and 0 stop it.")),
            Method("DetectTonesByCollection", "DetectTonesByCollection", "method", 15, 0x30009, False, "HRESULT", (
                Param("pDetectToneCollection", "ITCollection2", "interface", 1, "in", False, None),
            ), (
                "Begins to report tones, as TE_TONEEVENT, for Automation clients."
                "\n"
                "\npDetectToneCollection: a collection of ITDetectTone; NULL stops it.")),
            Method("GenerateTone", "GenerateTone", "method", 16, 0x3000a, False, "HRESULT", (
                Param("ToneMode", "TAPI_TONEMODE", "enum", 0, "in", False, None),
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sends a ready-made tone to the far end."
                "\n"
                "\nToneMode: which one. lDuration: in milliseconds; 0 for the usual, mostly without end.")),
            Method("GenerateCustomTones", "GenerateCustomTones", "method", 17, 0x3000b, True, "HRESULT", (
                Param("pToneList", "TAPI_CUSTOMTONE", "struct", 1, "in", False, "lNumTones"),
                Param("lNumTones", "LONG", "scalar", 0, "in", False, None),
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sends a tone of one's own, for C and C++ clients."
                "\n"
                "\npToneList, lNumTones: the tone's parts. lDuration: in milliseconds; 0 for without end.")),
            Method("GenerateCustomTonesByCollection", "GenerateCustomTonesByCollection", "method", 18, 0x3000c, False, "HRESULT", (
                Param("pCustomToneCollection", "ITCollection2", "interface", 1, "in", False, None),
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Sends a tone of one's own, for Automation clients."
                "\n"
                "\npCustomToneCollection: a collection of ITCustomTone. lDuration: in milliseconds; 0 for"
                "\nwithout end.")),
            Method("CreateDetectToneObject", "CreateDetectToneObject", "method", 19, 0x3000d, False, "HRESULT", (
                Param("ppDetectTone", "ITDetectTone", "interface", 2, "out", True, None),
            ), "Makes an empty tone for DetectTonesByCollection; Release it."),
            Method("CreateCustomToneObject", "CreateCustomToneObject", "method", 20, 0x3000e, False, "HRESULT", (
                Param("ppCustomTone", "ITCustomTone", "interface", 2, "out", True, None),
            ), "Makes an empty tone for GenerateCustomTonesByCollection; Release it."),
            Method("GetIDAsVariant", "GetIDAsVariant", "method", 21, 0x3000f, False, "HRESULT", (
                Param("bstrDeviceClass", "BSTR", "scalar", 0, "in", False, None),
                Param("pVarDeviceID", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Reads the id of the call's device of one class, for Automation clients."
                "\n"
                "\nbstrDeviceClass: the class. pVarDeviceID: receives VT_ARRAY of VT_UI1; VariantClear.")),
        ),
        (
                "Digits and tones of a call, with durations, gathering and tone detection."
                "\n"
                "\nQueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE."
                "\nPage: ITLegacyCallMediaControl2 (tapi3if.h)."),
    ),
    "ITDetectTone": Interface(
        "ITDetectTone", "961F79BD-3097-49DF-A1D6-909B77E89CA0", "IDispatch", "dual", (
            Method("get_AppSpecific", "AppSpecific", "propget", 7, 0x1, False, "HRESULT", (
                Param("plAppSpecific", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the number that TE_TONEEVENT gives back."),
            Method("put_AppSpecific", "AppSpecific", "propput", 8, 0x1, False, "HRESULT", (
                Param("lAppSpecific", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the number that TE_TONEEVENT gives back."),
            Method("get_Duration", "Duration", "propget", 9, 0x2, False, "HRESULT", (
                Param("plDuration", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how long the tone must last before it counts, in milliseconds."),
            Method("put_Duration", "Duration", "propput", 10, 0x2, False, "HRESULT", (
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how long the tone must last before it counts, in milliseconds."),
            Method("get_Frequency", "Frequency", "propget", 11, 0x3, False, "HRESULT", (
                Param("Index", "LONG", "scalar", 0, "in", False, None),
                Param("plFrequency", "LONG", "scalar", 1, "out", True, None),
            ), "Tells one of the three frequencies, in hertz."),
            Method("put_Frequency", "Frequency", "propput", 12, 0x3, False, "HRESULT", (
                Param("Index", "LONG", "scalar", 0, "in", False, None),
                Param("lFrequency", "LONG", "scalar", 0, "in", False, None),
            ), "Sets one of the three frequencies, in hertz; 0 for unused, all three 0 for silence."),
        ),
        (
                "A tone to be detected: up to three frequencies."
                "\n"
                "\nMade by ITLegacyCallMediaControl2::CreateDetectToneObject."
                "\nPage: ITDetectTone (tapi3if.h)."),
    ),
    "ITCustomTone": Interface(
        "ITCustomTone", "357AD764-B3C6-4B2A-8FA5-0722827A9254", "IDispatch", "dual", (
            Method("get_Frequency", "Frequency", "propget", 7, 0x1, False, "HRESULT", (
                Param("plFrequency", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the frequency, in hertz."),
            Method("put_Frequency", "Frequency", "propput", 8, 0x1, False, "HRESULT", (
                Param("lFrequency", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the frequency, in hertz; 0 for silence."),
            Method("get_CadenceOn", "CadenceOn", "propget", 9, 0x2, False, "HRESULT", (
                Param("plCadenceOn", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how long it sounds in each turn, in milliseconds."),
            Method("put_CadenceOn", "CadenceOn", "propput", 10, 0x2, False, "HRESULT", (
                Param("CadenceOn", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how long it sounds in each turn, in milliseconds."),
            Method("get_CadenceOff", "CadenceOff", "propget", 11, 0x3, False, "HRESULT", (
                Param("plCadenceOff", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how long it is silent in each turn, in milliseconds."),
            Method("put_CadenceOff", "CadenceOff", "propput", 12, 0x3, False, "HRESULT", (
                Param("lCadenceOff", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how long it is silent in each turn, in milliseconds; 0 for a steady tone."),
            Method("get_Volume", "Volume", "propget", 13, 0x4, False, "HRESULT", (
                Param("plVolume", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the volume, from 0 (silence) to 0xFFFF (full)."),
            Method("put_Volume", "Volume", "propput", 14, 0x4, False, "HRESULT", (
                Param("lVolume", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the volume, from 0 (silence) to 0xFFFF (full)."),
        ),
        (
                "One part of a tone to be sent: a frequency and its rhythm."
                "\n"
                "\nMade by ITLegacyCallMediaControl2::CreateCustomToneObject."
                "\nPage: ITCustomTone (tapi3if.h)."),
    ),
    "ITLegacyWaveSupport": Interface(
        "ITLegacyWaveSupport", "207823EA-E252-11D2-B77E-0080C7135381", "IDispatch", "dual", (
            Method("IsFullDuplex", "IsFullDuplex", "method", 7, 0x60020000, False, "HRESULT", (
                Param("pSupport", "FULLDUPLEX_SUPPORT", "enum", 1, "out", False, None),
            ), "Tells whether the wave device can play and record at once (FULLDUPLEX_SUPPORT)."),
        ),
        (
                "Tells what the wave device of a call can do."
                "\n"
                "\nQueryInterface of the call object."
                "\nPage: ITLegacyWaveSupport (tapi3if.h)."),
    ),
    "ITPhone": Interface(
        "ITPhone", "09D48DB4-10CC-4388-9DE7-A8465618975A", "IDispatch", "dual", (
            Method("Open", "Open", "method", 7, 0x10001, False, "HRESULT", (
                Param("Privilege", "PHONE_PRIVILEGE", "enum", 0, "in", False, None),
            ), "Opens the phone, to control (PP_OWNER) or only to watch it (PP_MONITOR)."),
            Method("Close", "Close", "method", 8, 0x10002, False, "HRESULT", (
            ), "Closes the phone; its events end."),
            Method("get_Addresses", "Addresses", "propget", 9, 0x10003, False, "HRESULT", (
                Param("pAddresses", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the addresses that can be used with the phone, as an ITCollection in VT_DISPATCH."),
            Method("EnumerateAddresses", "EnumerateAddresses", "method", 10, 0x10004, True, "HRESULT", (
                Param("ppEnumAddress", "IEnumAddress", "interface", 2, "out", True, None),
            ), "Lists the addresses that can be used with the phone, for C and C++ clients."),
            Method("get_PhoneCapsLong", "PhoneCapsLong", "propget", 11, 0x10005, False, "HRESULT", (
                Param("pclCap", "PHONECAPS_LONG", "enum", 0, "in", False, None),
                Param("plCapability", "LONG", "scalar", 1, "out", True, None),
            ), "Reads one capability that is a number (PHONECAPS_LONG)."),
            Method("get_PhoneCapsString", "PhoneCapsString", "propget", 12, 0x10006, False, "HRESULT", (
                Param("pcsCap", "PHONECAPS_STRING", "enum", 0, "in", False, None),
                Param("ppCapability", "BSTR", "scalar", 1, "out", True, None),
            ), "Reads one capability that is a text (PHONECAPS_STRING)."),
            Method("get_Terminals", "Terminals", "propget", 13, 0x10007, False, "HRESULT", (
                Param("pAddress", "ITAddress", "interface", 1, "in", False, None),
                Param("pTerminals", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the phone's terminals that pAddress can use, as an ITCollection in VT_DISPATCH."),
            Method("EnumerateTerminals", "EnumerateTerminals", "method", 14, 0x10008, True, "HRESULT", (
                Param("pAddress", "ITAddress", "interface", 1, "in", False, None),
                Param("ppEnumTerminal", "IEnumTerminal", "interface", 2, "out", True, None),
            ), "Lists the phone's terminals that pAddress can use, for C and C++ clients."),
            Method("get_ButtonMode", "ButtonMode", "propget", 15, 0x10009, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("pButtonMode", "PHONE_BUTTON_MODE", "enum", 1, "out", True, None),
            ), "Tells what kind of button lButtonID is."),
            Method("put_ButtonMode", "ButtonMode", "propput", 16, 0x10009, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("ButtonMode", "PHONE_BUTTON_MODE", "enum", 0, "in", False, None),
            ), "Sets what kind of button lButtonID is."),
            Method("get_ButtonFunction", "ButtonFunction", "propget", 17, 0x1000a, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("pButtonFunction", "PHONE_BUTTON_FUNCTION", "enum", 1, "out", True, None),
            ), "Tells what button lButtonID does."),
            Method("put_ButtonFunction", "ButtonFunction", "propput", 18, 0x1000a, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("ButtonFunction", "PHONE_BUTTON_FUNCTION", "enum", 0, "in", False, None),
            ), "Sets what button lButtonID does."),
            Method("get_ButtonText", "ButtonText", "propget", 19, 0x1000b, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("ppButtonText", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the label of button lButtonID."),
            Method("put_ButtonText", "ButtonText", "propput", 20, 0x1000b, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("bstrButtonText", "BSTR", "scalar", 0, "in", False, None),
            ), "Sets the label of button lButtonID."),
            Method("get_ButtonState", "ButtonState", "propget", 21, 0x1000c, False, "HRESULT", (
                Param("lButtonID", "LONG", "scalar", 0, "in", False, None),
                Param("pButtonState", "PHONE_BUTTON_STATE", "enum", 1, "out", True, None),
            ), "Tells whether button lButtonID is pressed."),
            Method("get_HookSwitchState", "HookSwitchState", "propget", 22, 0x1000d, False, "HRESULT", (
                Param("HookSwitchDevice", "PHONE_HOOK_SWITCH_DEVICE", "enum", 0, "in", False, None),
                Param("pHookSwitchState", "PHONE_HOOK_SWITCH_STATE", "enum", 1, "out", True, None),
            ), "Tells the state of one hook-switch device."),
            Method("put_HookSwitchState", "HookSwitchState", "propput", 23, 0x1000d, False, "HRESULT", (
                Param("HookSwitchDevice", "PHONE_HOOK_SWITCH_DEVICE", "enum", 0, "in", False, None),
                Param("HookSwitchState", "PHONE_HOOK_SWITCH_STATE", "enum", 0, "in", False, None),
            ), "Sets the state of one hook-switch device, where the phone lets programs do so."),
            Method("put_RingMode", "RingMode", "propput", 24, 0x1000e, False, "HRESULT", (
                Param("lRingMode", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the ring mode, from 0 to one less than PCL_NUMRINGMODES."),
            Method("get_RingMode", "RingMode", "propget", 25, 0x1000e, False, "HRESULT", (
                Param("plRingMode", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the ring mode."),
            Method("put_RingVolume", "RingVolume", "propput", 26, 0x1000f, False, "HRESULT", (
                Param("lRingVolume", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the ring volume, from 0 (silence) to 0xFFFF (full)."),
            Method("get_RingVolume", "RingVolume", "propget", 27, 0x1000f, False, "HRESULT", (
                Param("plRingVolume", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the ring volume, from 0 (silence) to 0xFFFF (full)."),
            Method("get_Privilege", "Privilege", "propget", 28, 0x10010, False, "HRESULT", (
                Param("pPrivilege", "PHONE_PRIVILEGE", "enum", 1, "out", True, None),
            ), "Tells how this program has opened the phone."),
            Method("GetPhoneCapsBuffer", "GetPhoneCapsBuffer", "method", 29, 0x10011, True, "HRESULT", (
                Param("pcbCaps", "PHONECAPS_BUFFER", "enum", 0, "in", False, None),
                Param("pdwSize", "DWORD", "scalar", 1, "out", False, None),
                Param("ppPhoneCapsBuffer", "BYTE", "scalar", 2, "out", False, "pdwSize"),
            ), "Reads one capability that is a block of bytes, for C and C++ clients; CoTaskMemFree."),
            Method("get_PhoneCapsBuffer", "PhoneCapsBuffer", "propget", 30, 0x10012, False, "HRESULT", (
                Param("pcbCaps", "PHONECAPS_BUFFER", "enum", 0, "in", False, None),
                Param("pVarBuffer", "VARIANT", "struct", 1, "out", True, None),
            ), "Reads one capability that is a block of bytes, as VT_ARRAY of VT_UI1."),
            Method("get_LampMode", "LampMode", "propget", 31, 0x10013, False, "HRESULT", (
                Param("lLampID", "LONG", "scalar", 0, "in", False, None),
                Param("pLampMode", "PHONE_LAMP_MODE", "enum", 1, "out", True, None),
            ), "Tells how lamp lLampID shines."),
            Method("put_LampMode", "LampMode", "propput", 32, 0x10013, False, "HRESULT", (
                Param("lLampID", "LONG", "scalar", 0, "in", False, None),
                Param("LampMode", "PHONE_LAMP_MODE", "enum", 0, "in", False, None),
            ), "Sets how lamp lLampID shines."),
            Method("get_Display", "Display", "propget", 33, 0x10014, False, "HRESULT", (
                Param("pbstrDisplay", "BSTR", "scalar", 1, "out", True, None),
            ), "Reads the text on the display, its rows one after the other."),
            Method("SetDisplay", "SetDisplay", "method", 34, 0x10015, False, "HRESULT", (
                Param("lRow", "LONG", "scalar", 0, "in", False, None),
                Param("lColumn", "LONG", "scalar", 0, "in", False, None),
                Param("bstrDisplay", "BSTR", "scalar", 0, "in", False, None),
            ), "Writes bstrDisplay on the display, from row lRow and column lColumn, both from 0."),
            Method("get_PreferredAddresses", "PreferredAddresses", "propget", 35, 0x10016, False, "HRESULT", (
                Param("pAddresses", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the addresses that recommend this phone, as an ITCollection in VT_DISPATCH."),
            Method("EnumeratePreferredAddresses", "EnumeratePreferredAddresses", "method", 36, 0x10017, True, "HRESULT", (
                Param("ppEnumAddress", "IEnumAddress", "interface", 2, "out", True, None),
            ), "Lists the addresses that recommend this phone, for C and C++ clients."),
            Method("DeviceSpecific", "DeviceSpecific", "method", 37, 0x10018, True, "HRESULT", (
                Param("pParams", "BYTE", "scalar", 1, "in", False, "dwSize"),
                Param("dwSize", "DWORD", "scalar", 0, "in", False, None),
            ), "Sends the provider dwSize bytes of its own kind, for C and C++ clients."),
            Method("DeviceSpecificVariant", "DeviceSpecificVariant", "method", 38, 0x10019, False, "HRESULT", (
                Param("varDevSpecificByteArray", "VARIANT", "struct", 0, "in", False, None),
            ), "Sends the provider bytes of its own kind, as VT_ARRAY of VT_UI1."),
            Method("NegotiateExtVersion", "NegotiateExtVersion", "method", 39, 0x1001a, False, "HRESULT", (
                Param("lLowVersion", "LONG", "scalar", 0, "in", False, None),
                Param("lHighVersion", "LONG", "scalar", 0, "in", False, None),
                Param("plExtVersion", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Agrees with the provider on a version of its device-specific requests."
                "\n"
                "\nlLowVersion, lHighVersion: the versions that the program knows, each as major in the"
                "\nupper and minor in the lower 16 bits. plExtVersion: receives the one agreed on.")),
        ),
        (
                "A phone device: handset, hook switch, buttons, lamps, display and ringer."
                "\n"
                "\nComes from ITTAPI2::EnumeratePhones or ITAddress2. Most methods want Open first, otherwise"
                "\nTAPI_E_PHONENOTOPEN. What is handed out is freed as usual: Release, SysFreeString,"
                "\nVariantClear, CoTaskMemFree."
                "\nPage: ITPhone (tapi3if.h)."),
    ),
    "ITAutomatedPhoneControl": Interface(
        "ITAutomatedPhoneControl", "1EE1AF0E-6159-4A61-B79B-6A4BA3FC9DFC", "IDispatch", "dual", (
            Method("StartTone", "StartTone", "method", 7, 0x20001, False, "HRESULT", (
                Param("Tone", "PHONE_TONE", "enum", 0, "in", False, None),
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), "Plays a tone on the phone; lDuration in milliseconds, 0 until StopTone."),
            Method("StopTone", "StopTone", "method", 8, 0x20002, False, "HRESULT", (
            ), "Stops the tone."),
            Method("get_Tone", "Tone", "propget", 9, 0x20003, False, "HRESULT", (
                Param("pTone", "PHONE_TONE", "enum", 1, "out", True, None),
            ), "Tells which tone plays; PT_SILENCE for none."),
            Method("StartRinger", "StartRinger", "method", 10, 0x20004, False, "HRESULT", (
                Param("lRingMode", "LONG", "scalar", 0, "in", False, None),
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), "Rings the phone; lRingMode depends on the phone, lDuration in ms, 0 until StopRinger."),
            Method("StopRinger", "StopRinger", "method", 11, 0x20005, False, "HRESULT", (
            ), "Stops the ringing."),
            Method("get_Ringer", "Ringer", "propget", 12, 0x20006, False, "HRESULT", (
                Param("pfRinging", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether the phone rings."),
            Method("put_PhoneHandlingEnabled", "PhoneHandlingEnabled", "propput", 13, 0x20007, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), "Turns the handling of the phone by the library on or off."),
            Method("get_PhoneHandlingEnabled", "PhoneHandlingEnabled", "propget", 14, 0x20007, False, "HRESULT", (
                Param("pfEnabled", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether the library handles the phone."),
            Method("put_AutoEndOfNumberTimeout", "AutoEndOfNumberTimeout", "propput", 15, 0x20008, False, "HRESULT", (
                Param("lTimeout", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how long after the last digit a number counts as whole, in milliseconds."),
            Method("get_AutoEndOfNumberTimeout", "AutoEndOfNumberTimeout", "propget", 16, 0x20008, False, "HRESULT", (
                Param("plTimeout", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how long after the last digit a number counts as whole, in milliseconds."),
            Method("put_AutoDialtone", "AutoDialtone", "propput", 17, 0x20009, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), "Turns the dial tone that plays by itself when the phone goes off hook on or off."),
            Method("get_AutoDialtone", "AutoDialtone", "propget", 18, 0x20009, False, "HRESULT", (
                Param("pfEnabled", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether the dial tone plays by itself when the phone goes off hook."),
            Method("put_AutoStopTonesOnOnHook", "AutoStopTonesOnOnHook", "propput", 19, 0x2000a, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), "Turns the stopping of tones when the phone goes on hook on or off."),
            Method("get_AutoStopTonesOnOnHook", "AutoStopTonesOnOnHook", "propget", 20, 0x2000a, False, "HRESULT", (
                Param("pfEnabled", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether tones stop when the phone goes on hook."),
            Method("put_AutoStopRingOnOffHook", "AutoStopRingOnOffHook", "propput", 21, 0x2000b, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), "Turns the stopping of the ringer when the phone goes off hook on or off."),
            Method("get_AutoStopRingOnOffHook", "AutoStopRingOnOffHook", "propget", 22, 0x2000b, False, "HRESULT", (
                Param("pfEnabled", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether the ringer stops when the phone goes off hook."),
            Method("put_AutoKeypadTones", "AutoKeypadTones", "propput", 23, 0x2000c, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), "Turns tones for the keys that are pressed on or off."),
            Method("get_AutoKeypadTones", "AutoKeypadTones", "propget", 24, 0x2000c, False, "HRESULT", (
                Param("pfEnabled", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether keys that are pressed make tones."),
            Method("put_AutoKeypadTonesMinimumDuration", "AutoKeypadTonesMinimumDuration", "propput", 25, 0x2000d, False, "HRESULT", (
                Param("lDuration", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how long a key's tone lasts at least, in milliseconds."),
            Method("get_AutoKeypadTonesMinimumDuration", "AutoKeypadTonesMinimumDuration", "propget", 26, 0x2000d, False, "HRESULT", (
                Param("plDuration", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how long a key's tone lasts at least, in milliseconds."),
            Method("put_AutoVolumeControl", "AutoVolumeControl", "propput", 27, 0x2000e, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), "Turns the effect of the volume keys on or off."),
            Method("get_AutoVolumeControl", "AutoVolumeControl", "propget", 28, 0x2000e, False, "HRESULT", (
                Param("fEnabled", "VARIANT_BOOL", "scalar", 1, "out", True, None),
            ), "Tells whether the volume keys have effect."),
            Method("put_AutoVolumeControlStep", "AutoVolumeControlStep", "propput", 29, 0x2000f, False, "HRESULT", (
                Param("lStepSize", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how far one press of a volume key goes, of a range of 0xFFFF; 4096 at the start."),
            Method("get_AutoVolumeControlStep", "AutoVolumeControlStep", "propget", 30, 0x2000f, False, "HRESULT", (
                Param("plStepSize", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how far one press of a volume key goes, of a range of 0xFFFF."),
            Method("put_AutoVolumeControlRepeatDelay", "AutoVolumeControlRepeatDelay", "propput", 31, 0x20010, False, "HRESULT", (
                Param("lDelay", "LONG", "scalar", 0, "in", False, None),
            ), "Sets how long a volume key must be held before it repeats, in milliseconds."),
            Method("get_AutoVolumeControlRepeatDelay", "AutoVolumeControlRepeatDelay", "propget", 32, 0x20010, False, "HRESULT", (
                Param("plDelay", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how long a volume key must be held before it repeats, in milliseconds."),
            Method("put_AutoVolumeControlRepeatPeriod", "AutoVolumeControlRepeatPeriod", "propput", 33, 0x20011, False, "HRESULT", (
                Param("lPeriod", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the time between the repeats of a volume key, in milliseconds."),
            Method("get_AutoVolumeControlRepeatPeriod", "AutoVolumeControlRepeatPeriod", "propget", 34, 0x20011, False, "HRESULT", (
                Param("plPeriod", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the time between the repeats of a volume key, in milliseconds."),
            Method("SelectCall", "SelectCall", "method", 35, 0x20012, False, "HRESULT", (
                Param("pCall", "ITCallInfo", "interface", 1, "in", False, None),
                Param("fSelectDefaultTerminals", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Ties a call to the phone: lifting answers it, hanging up disconnects it."
                "\n"
                "\npCall: a call that this program owns; the phone keeps a reference."
                "\nfSelectDefaultTerminals: VARIANT_TRUE to use the phone's terminals for it; if one fails,"
                "\nall fails.")),
            Method("UnselectCall", "UnselectCall", "method", 36, 0x20013, False, "HRESULT", (
                Param("pCall", "ITCallInfo", "interface", 1, "in", False, None),
            ), "Unties a call from the phone; happens by itself when the call is disconnected."),
            Method("EnumerateSelectedCalls", "EnumerateSelectedCalls", "method", 37, 0x20014, True, "HRESULT", (
                Param("ppCallEnum", "IEnumCall", "interface", 2, "out", True, None),
            ), "Lists the calls tied to the phone, for C and C++ clients."),
            Method("get_SelectedCalls", "SelectedCalls", "propget", 38, 0x20015, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the calls tied to the phone, as an ITCollection in VT_DISPATCH."),
        ),
        (
                "Lets the library run the phone: tones, ringing, volume keys and the call in hand."
                "\n"
                "\nQueryInterface of the phone. Wants a phone opened as PP_OWNER."
                "\nPage: ITAutomatedPhoneControl (tapi3if.h)."),
    ),
    "IMultiMediaStream": Interface(
        "IMultiMediaStream", "B502D1BC-9A57-11D0-8FDE-00C04FD9189D", "IUnknown", "custom", (
            Method("GetInformation", "GetInformation", "method", 3, None, False, "HRESULT", (
                Param("pdwFlags", "DWORD", "scalar", 1, "out", False, None),
                Param("pStreamType", "STREAM_TYPE", "enum", 1, "out", False, None),
            ), "Tells what it can do, and its type."),
            Method("GetMediaStream", "GetMediaStream", "method", 4, None, False, "HRESULT", (
                Param("idPurpose", "REFGUID", "scalar", 0, "in", False, None),
                Param("ppMediaStream", "IMediaStream", "interface", 2, "out", False, None),
            ), "Gives the stream of a purpose; Release it."),
            Method("EnumMediaStreams", "EnumMediaStreams", "method", 5, None, False, "HRESULT", (
                Param("Index", "LONG", "scalar", 0, "in", False, None),
                Param("ppMediaStream", "IMediaStream", "interface", 2, "out", False, None),
            ), "Gives a stream by its number; Release it."),
            Method("GetState", "GetState", "method", 6, None, False, "HRESULT", (
                Param("pCurrentState", "STREAM_STATE", "enum", 1, "out", False, None),
            ), "Tells whether it runs."),
            Method("SetState", "SetState", "method", 7, None, False, "HRESULT", (
                Param("NewState", "STREAM_STATE", "enum", 0, "in", False, None),
            ), "Lets it run, or stand."),
            Method("GetTime", "GetTime", "method", 8, None, False, "HRESULT", (
                Param("pCurrentTime", "LONGLONG", "scalar", 1, "out", False, None),
            ), "Tells the time, in units of 100 ns."),
            Method("GetDuration", "GetDuration", "method", 9, None, False, "HRESULT", (
                Param("pDuration", "LONGLONG", "scalar", 1, "out", False, None),
            ), "Tells how long it is, in units of 100 ns."),
            Method("Seek", "Seek", "method", 10, None, False, "HRESULT", (
                Param("SeekTime", "LONGLONG", "scalar", 0, "in", False, None),
            ), "Goes to a time, in units of 100 ns."),
            Method("GetEndOfStreamEventHandle", "GetEndOfStreamEventHandle", "method", 11, None, False, "HRESULT", (
                Param("phEOS", "HANDLE", "scalar", 1, "out", False, None),
            ), "Gives the event that is signalled at the end."),
        ),
        (
                "Several streams that run together. No object of this library has it."
                "\n"
                "\nPage: IMultiMediaStream (mmstream.h)."),
    ),
    "IMediaStream": Interface(
        "IMediaStream", "B502D1BD-9A57-11D0-8FDE-00C04FD9189D", "IUnknown", "custom", (
            Method("GetMultiMediaStream", "GetMultiMediaStream", "method", 3, None, False, "HRESULT", (
                Param("ppMultiMediaStream", "IMultiMediaStream", "interface", 2, "out", False, None),
            ), "Gives the multimedia stream that it is part of; Release it."),
            Method("GetInformation", "GetInformation", "method", 4, None, False, "HRESULT", (
                Param("pPurposeId", "GUID", "struct", 1, "out", False, None),
                Param("pType", "STREAM_TYPE", "enum", 1, "out", False, None),
            ), (
                "Tells what the stream is."
                "\n"
                "\npPurposeId: receives MSPID_PrimaryAudio; NULL if not wanted. pType: receives"
                "\nSTREAMTYPE_WRITE for a terminal that goes towards the far end (TD_CAPTURE), and"
                "\nSTREAMTYPE_READ for one from there; NULL if not wanted.")),
            Method("SetSameFormat", "SetSameFormat", "method", 5, None, False, "HRESULT", (
                Param("pStreamThatHasDesiredFormat", "IMediaStream", "interface", 1, "in", False, None),
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Gives the stream the format of another."
                "\n"
                "\npStreamThatHasDesiredFormat: a stream of this library. dwFlags: 0."
                "\nReturns MS_E_INCOMPATIBLE for any other stream.")),
            Method("AllocateSample", "AllocateSample", "method", 6, None, False, "HRESULT", (
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
                Param("ppSample", "IStreamSample", "interface", 2, "out", False, None),
            ), (
                "Gives a sample whose buffer is free; Release it."
                "\n"
                "\ndwFlags: 0. ppSample: receives it, with a reference of its own even if it is one that was"
                "\ngiven before. On a stream that is written this waits while all samples are on their way, at"
                "\nlongest to the end of the call; on one that is read there are as many as GetAllocatorProperties"
                "\ntells (MS_E_BUSY)."
                "\nReturns VFW_E_NOT_COMMITTED before the stream runs and when it has ended.")),
            Method("CreateSharedSample", "CreateSharedSample", "method", 7, None, False, "HRESULT", (
                Param("pExistingSample", "IStreamSample", "interface", 1, "in", False, None),
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
                Param("ppNewSample", "IStreamSample", "interface", 2, "out", False, None),
            ), (
                "Makes a sample that shares the memory of another; Release it."
                "\n"
                "\npExistingSample: a sample of this library. dwFlags: 0.")),
            Method("SendEndOfStream", "SendEndOfStream", "method", 8, None, False, "HRESULT", (
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Says that nothing more is to be written for now. When all is sent, CME_STREAM_INACTIVE is told;"
                "\na sample that is written afterwards begins anew."
                "\n"
                "\ndwFlags: 0."
                "\nReturns MS_E_INVALIDSTREAMTYPE on a stream that is read.")),
        ),
        (
                "Sound that a program writes or reads in samples, each a buffer of many sound samples."
                "\n"
                "\nQueryInterface of a media streaming terminal (CreateTerminal with CLSID_MediaStreamTerminal)."
                "\nPage: IMediaStream (mmstream.h)."),
    ),
    "IStreamSample": Interface(
        "IStreamSample", "B502D1BE-9A57-11D0-8FDE-00C04FD9189D", "IUnknown", "custom", (
            Method("GetMediaStream", "GetMediaStream", "method", 3, None, False, "HRESULT", (
                Param("ppMediaStream", "IMediaStream", "interface", 2, "out", False, None),
            ), "Gives the stream of the sample; Release it."),
            Method("GetSampleTimes", "GetSampleTimes", "method", 4, None, False, "HRESULT", (
                Param("pStartTime", "LONGLONG", "scalar", 1, "out", False, None),
                Param("pEndTime", "LONGLONG", "scalar", 1, "out", False, None),
                Param("pCurrentTime", "LONGLONG", "scalar", 1, "out", False, None),
            ), (
                "Tells the times of the sample and of the stream, in units of 100 ns since the terminal was put"
                "\non it. Each pointer may be NULL.")),
            Method("SetSampleTimes", "SetSampleTimes", "method", 5, None, False, "HRESULT", (
                Param("pStartTime", "LONGLONG", "scalar", 1, "in", False, None),
                Param("pEndTime", "LONGLONG", "scalar", 1, "in", False, None),
            ), (
                "Sets the times of a sample that is written, in units of 100 ns; they are only kept. A pointer"
                "\nthat is NULL leaves its time as it is.")),
            Method("Update", "Update", "method", 6, None, False, "HRESULT", (
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
                Param("hEvent", "HANDLE", "scalar", 0, "in", False, None),
                Param("pfnAPC", "PAPCFUNC", "scalar", 0, "in", False, None),
                Param("dwAPCData", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Sends the sample, or has it filled."
                "\n"
                "\ndwFlags: SSUPDATE_ bits. hEvent: an event (CreateEvent of the compat headers, or the address of"
                "\na TAPI3_EVENT) that is signalled at the end; it may be closed meanwhile. pfnAPC: NULL; there are no APCs"
                "\n(E_NOTIMPL). dwAPCData: not used. Without an event and without flags this waits for the end."
                "\nReturns S_OK if it is done already, the event signalled; MS_S_PENDING if not; MS_E_BUSY if it"
                "\nwas under way already; VFW_E_NOT_COMMITTED if the stream does not run; VFW_E_BUFFER_NOTSET"
                "\nwithout memory; E_INVALIDARG for an event and an APC, or flags that do not exist; when it waits,"
                "\nE_ABORT if the stream ended meanwhile.")),
            Method("CompletionStatus", "CompletionStatus", "method", 7, None, False, "HRESULT", (
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
                Param("dwMilliseconds", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Tells how the last update went."
                "\n"
                "\ndwFlags: COMPSTAT_ bits. dwMilliseconds: the longest time to wait, with COMPSTAT_WAIT; INFINITE"
                "\n(0xFFFFFFFF) for ever."
                "\nReturns S_OK when it is done; MS_S_PENDING; MS_S_NOUPDATE if it was taken back; E_ABORT if it was"
                "\nended by COMPSTAT_ABORT or by the end of the stream.")),
        ),
        (
                "One buffer of a stream."
                "\n"
                "\nComes from IMediaStream::AllocateSample. QueryInterface for IMemoryData leads to its memory."
                "\nPage: IStreamSample (mmstream.h)."),
    ),
    "IMemoryData": Interface(
        "IMemoryData", "327FC560-AF60-11D0-8212-00C04FC32C45", "IUnknown", "custom", (
            Method("SetBuffer", "SetBuffer", "method", 3, None, False, "HRESULT", (
                Param("cbSize", "DWORD", "scalar", 0, "in", False, None),
                Param("pbData", "BYTE", "scalar", 1, "in", False, None),
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Gives the sample memory of the caller's, which must live as long as the sample uses it: until"
                "\nother memory is set, or the sample is gone and no update is under way."
                "\n"
                "\ncbSize: its length in bytes, not 0. pbData: not NULL. dwFlags: 0."
                "\nReturns MS_E_BUSY during an update.")),
            Method("GetInfo", "GetInfo", "method", 4, None, False, "HRESULT", (
                Param("pdwLength", "DWORD", "scalar", 1, "out", False, None),
                Param("ppbData", "BYTE", "scalar", 2, "out", False, None),
                Param("pcbActualData", "DWORD", "scalar", 1, "out", False, None),
            ), (
                "Tells where the memory is; each pointer may be NULL."
                "\n"
                "\npdwLength: receives its length in bytes. ppbData: receives its address, which stays the sample's."
                "\npcbActualData: receives how many bytes of it are sound."
                "\nReturns MS_E_NOTINIT without memory.")),
            Method("SetActual", "SetActual", "method", 5, None, False, "HRESULT", (
                Param("cbDataValid", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Says how many bytes of the memory are sound."
                "\n"
                "\ncbDataValid: no more than its length (E_INVALIDARG)."
                "\nReturns MS_E_BUSY during an update; MS_E_NOTINIT without memory.")),
        ),
        (
                "The memory of a sample."
                "\n"
                "\nQueryInterface of the sample."
                "\nPage: IMemoryData (austream.h)."),
    ),
    "IAudioData": Interface(
        "IAudioData", "54C719C0-AF60-11D0-8212-00C04FC32C45", "IMemoryData", "custom", (
            Method("GetFormat", "GetFormat", "method", 6, None, False, "HRESULT", (
                Param("pWaveFormatCurrent", "WAVEFORMATEX", "struct", 1, "out", False, None),
            ), "Tells the format."),
            Method("SetFormat", "SetFormat", "method", 7, None, False, "HRESULT", (
                Param("lpWaveFormat", "WAVEFORMATEX", "struct", 1, "in", False, None),
            ), "Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED)."),
        ),
        (
                "The memory of a sample of sound, and its format."
                "\n"
                "\nComes from IAudioStreamSample, or QueryInterface of the sample."
                "\nPage: IAudioData (austream.h)."),
    ),
    "IAudioMediaStream": Interface(
        "IAudioMediaStream", "F7537560-A3BE-11D0-8212-00C04FC32C45", "IMediaStream", "custom", (
            Method("GetFormat", "GetFormat", "method", 9, None, False, "HRESULT", (
                Param("pWaveFormatCurrent", "WAVEFORMATEX", "struct", 1, "out", False, None),
            ), "Tells the format."),
            Method("SetFormat", "SetFormat", "method", 10, None, False, "HRESULT", (
                Param("lpWaveFormat", "WAVEFORMATEX", "struct", 1, "in", False, None),
            ), "Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED)."),
            Method("CreateSample", "CreateSample", "method", 11, None, False, "HRESULT", (
                Param("pAudioData", "IAudioData", "interface", 1, "in", False, None),
                Param("dwFlags", "DWORD", "scalar", 0, "in", False, None),
                Param("ppSample", "IAudioStreamSample", "interface", 2, "out", False, None),
            ), (
                "Makes a sample with memory that is there already; Release it."
                "\n"
                "\npAudioData: memory of a sample of this library. dwFlags: 0.")),
        ),
        (
                "A stream of sound."
                "\n"
                "\nQueryInterface of a media streaming terminal."
                "\nPage: IAudioMediaStream (austream.h)."),
    ),
    "IAudioStreamSample": Interface(
        "IAudioStreamSample", "345FEE00-ABA5-11D0-8212-00C04FC32C45", "IStreamSample", "custom", (
            Method("GetAudioData", "GetAudioData", "method", 8, None, False, "HRESULT", (
                Param("ppAudio", "IAudioData", "interface", 2, "out", False, None),
            ), "Gives the memory of the sample; Release it."),
        ),
        (
                "A sample of a stream of sound."
                "\n"
                "\nQueryInterface of the sample."
                "\nPage: IAudioStreamSample (austream.h)."),
    ),
    "ITAMMediaFormat": Interface(
        "ITAMMediaFormat", "0364EB00-4A77-11D1-A671-006097C9A2E8", "IUnknown", "custom", (
            Method("get_MediaFormat", "MediaFormat", "propget", 3, 0x1, False, "HRESULT", (
                Param("ppmt", "AM_MEDIA_TYPE", "opaque", 2, "out", True, None),
            ), "Tells the format; free it with DeleteMediaType."),
            Method("put_MediaFormat", "MediaFormat", "propput", 4, 0x1, False, "HRESULT", (
                Param("pmt", "AM_MEDIA_TYPE", "opaque", 1, "in", False, None),
            ), "Sets the format; it must be the one that the terminal has already (VFW_E_TYPE_NOT_ACCEPTED)."),
        ),
        (
                "The format of a media streaming terminal."
                "\n"
                "\nQueryInterface of the terminal."
                "\nPage: ITAMMediaFormat (tapi3ds.h)."),
    ),
    "ITAllocatorProperties": Interface(
        "ITAllocatorProperties", "C1BC3C90-BCFE-11D1-9745-00C04FD91AC0", "IUnknown", "custom", (
            Method("SetAllocatorProperties", "SetAllocatorProperties", "method", 3, None, False, "HRESULT", (
                Param("pAllocProperties", "ALLOCATOR_PROPERTIES", "struct", 1, "in", False, None),
            ), (
                "Says how many samples there are, and how large they are."
                "\n"
                "\npAllocProperties: from 1 to 64 samples, of up to a megabyte."
                "\nReturns VFW_E_ALREADY_CONNECTED when the terminal is on a stream; VFW_E_BADALIGN; E_INVALIDARG.")),
            Method("GetAllocatorProperties", "GetAllocatorProperties", "method", 4, None, False, "HRESULT", (
                Param("pAllocProperties", "ALLOCATOR_PROPERTIES", "struct", 1, "out", False, None),
            ), (
                "Tells how many samples there are, and how large they are."
                "\n"
                "\nReturns VFW_E_NOT_CONNECTED while the terminal is on no stream.")),
            Method("SetAllocateBuffers", "SetAllocateBuffers", "method", 5, None, False, "HRESULT", (
                Param("bAllocBuffers", "BOOL", "scalar", 0, "in", False, None),
            ), (
                "Says whether samples come with memory (TRUE, which is so at first), or the program sets it with"
                "\nIMemoryData::SetBuffer."
                "\n"
                "\nReturns MS_E_SAMPLEALLOC when samples have been handed out.")),
            Method("GetAllocateBuffers", "GetAllocateBuffers", "method", 6, None, False, "HRESULT", (
                Param("pbAllocBuffers", "BOOL", "scalar", 1, "out", False, None),
            ), "Tells whether samples come with memory."),
            Method("SetBufferSize", "SetBufferSize", "method", 7, None, False, "HRESULT", (
                Param("BufferSize", "DWORD", "scalar", 0, "in", False, None),
            ), (
                "Says how large the memory of samples is that are handed out from now on, in bytes."
                "\n"
                "\nBufferSize: up to a megabyte; 0 for what the allocator properties say.")),
            Method("GetBufferSize", "GetBufferSize", "method", 8, None, False, "HRESULT", (
                Param("pBufferSize", "DWORD", "scalar", 1, "out", False, None),
            ), "Tells how large the memory of samples is that are handed out from now on, in bytes."),
        ),
        (
                "The buffers of a media streaming terminal."
                "\n"
                "\nQueryInterface of the terminal."
                "\nPage: ITAllocatorProperties (tapi3ds.h)."),
    ),
    "ITTAPI": Interface(
        "ITTAPI", "B1EFC382-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("Initialize", "Initialize", "method", 7, 0x1000d, False, "HRESULT", (
            ), (
                "Opens the configured lines; the first call to make on the object."
                "\n"
                "\nReturns S_FALSE if the object is already initialized, TAPI_E_OPERATIONFAILED if the"
                "\nconfiguration is wrong or a provider does not start (the error info says where and why),"
                "\nE_OUTOFMEMORY."
                "\nPage: ITTAPI::Initialize (tapi3if.h).")),
            Method("Shutdown", "Shutdown", "method", 8, 0x1000e, False, "HRESULT", (
            ), (
                "Ends the session: stops all event delivery and gives up the calls."
                "\n"
                "\nCalls that only this program owns are hung up, without waiting for the far end;"
                "\nregistrations end; events that still wait are thrown away. Unadvise the sinks first."
                "\nWaits until a sink that is running in another thread has returned, so the caller must"
                "\nnot hold a lock that its sink takes; called inside a sink it does not wait for that"
                "\nsink. No event arrives after it returns. Addresses and calls that are still referenced"
                "\nstay readable."
                "\nReturns S_FALSE if the object has been shut down already, TAPI_E_NOT_INITIALIZED if it"
                "\nwas never initialized."
                "\nPage: ITTAPI::Shutdown (tapi3if.h).")),
            Method("get_Addresses", "Addresses", "propget", 9, 0x10001, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the addresses, for Automation clients."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection of ITAddress; free it with VariantClear."
                "\nReturns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI::get_Addresses (tapi3if.h).")),
            Method("EnumerateAddresses", "EnumerateAddresses", "method", 10, 0x10002, True, "HRESULT", (
                Param("ppEnumAddress", "IEnumAddress", "interface", 2, "out", True, None),
            ), (
                "Lists the addresses, for C and C++ clients."
                "\n"
                "\nppEnumAddress: receives a new enumerator, a snapshot of the addresses at this moment;"
                "\nRelease it."
                "\nReturns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI::EnumerateAddresses (tapi3if.h).")),
            Method("RegisterCallNotifications", "RegisterCallNotifications", "method", 11, 0x10003, False, "HRESULT", (
                Param("pAddress", "ITAddress", "interface", 1, "in", False, None),
                Param("fMonitor", "VARIANT_BOOL", "scalar", 0, "in", False, None),
                Param("fOwner", "VARIANT_BOOL", "scalar", 0, "in", False, None),
                Param("lMediaTypes", "LONG", "scalar", 0, "in", False, None),
                Param("lCallbackInstance", "LONG", "scalar", 0, "in", False, None),
                Param("plRegister", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Asks to be told of new calls on an address."
                "\n"
                "\npAddress: the address; not NULL."
                "\nfMonitor, fOwner: VARIANT_TRUE to be offered calls as monitor, as owner. To get both,"
                "\nset both in one call instead of calling twice."
                "\nlMediaTypes: the TAPIMEDIATYPE_ bits of interest, OR-ed; ITMediaSupport says which ones"
                "\nthe address has. 0 means all of these."
                "\nlCallbackInstance: any value; the events of these calls give it back in"
                "\nget_CallbackInstance."
                "\nplRegister: receives the token for UnregisterNotifications."
                "\nA matching incoming call then makes a call object and raises TE_CALLNOTIFICATION; the"
                "\nevent filter must let it and TE_CALLSTATE through. Sink and registration may come in"
                "\neither order. Calls made with ITAddress::CreateCall need no registration."
                "\nReturns TAPI_E_NOT_INITIALIZED before Initialize, TAPI_E_INVALIDMEDIATYPE for media bits"
                "\nthat are unknown, E_POINTER if pAddress or plRegister is NULL, E_OUTOFMEMORY."
                "\nPage: ITTAPI::RegisterCallNotifications (tapi3if.h).")),
            Method("UnregisterNotifications", "UnregisterNotifications", "method", 12, 0x10004, False, "HRESULT", (
                Param("lRegister", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Takes back a RegisterCallNotifications."
                "\n"
                "\nlRegister: the token. Calls that were announced before stay with the program."
                "\nReturns E_INVALIDARG for an unknown token or before Initialize."
                "\nPage: ITTAPI::UnregisterNotifications (tapi3if.h).")),
            Method("get_CallHubs", "CallHubs", "propget", 13, 0x10005, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the call hubs that exist at this moment, for Automation clients."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection of ITCallHub; free it with VariantClear."
                "\nReturns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI::get_CallHubs (tapi3if.h).")),
            Method("EnumerateCallHubs", "EnumerateCallHubs", "method", 14, 0x10006, True, "HRESULT", (
                Param("ppEnumCallHub", "IEnumCallHub", "interface", 2, "out", True, None),
            ), (
                "Lists the call hubs that exist at this moment, for C and C++ clients."
                "\n"
                "\nppEnumCallHub: receives a new enumerator; Release it."
                "\nReturns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI::EnumerateCallHubs (tapi3if.h).")),
            Method("SetCallHubTracking", "SetCallHubTracking", "method", 15, 0x10007, False, "HRESULT", (
                Param("pAddresses", "VARIANT", "struct", 0, "in", False, None),
                Param("bTracking", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Turns the tracking of call hubs, and with it TE_CALLHUB, on or off."
                "\n"
                "\npAddresses: VT_ARRAY of VT_DISPATCH or VT_UNKNOWN with the ITAddress pointers concerned;"
                "\nan empty VARIANT means every address. Stays the caller's."
                "\nbTracking: VARIANT_TRUE for on, VARIANT_FALSE for off."
                "\nReturns E_INVALIDARG before Initialize or for another kind of VARIANT, E_OUTOFMEMORY."
                "\nPage: ITTAPI::SetCallHubTracking (tapi3if.h).")),
            Method("EnumeratePrivateTAPIObjects", "EnumeratePrivateTAPIObjects", "method", 16, 0x10008, True, "HRESULT", (
                Param("ppEnumUnknown", "IEnumUnknown", "interface", 2, "out", False, None),
            ), (
                "Lists the providers' private objects, for C and C++ clients."
                "\n"
                "\nppEnumUnknown: receives an enumerator of IUnknown; Release it."
                "\nReturns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,"
                "\nE_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI::EnumeratePrivateTAPIObjects (tapi3if.h).")),
            Method("get_PrivateTAPIObjects", "PrivateTAPIObjects", "propget", 17, 0x10009, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the providers' private objects, for Automation clients."
                "\n"
                "\npVariant: receives VT_DISPATCH, an ITCollection; free it with VariantClear."
                "\nReturns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,"
                "\nE_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI::get_PrivateTAPIObjects (tapi3if.h).")),
            Method("RegisterRequestRecipient", "RegisterRequestRecipient", "method", 18, 0x1000a, False, "HRESULT", (
                Param("lRegistrationInstance", "LONG", "scalar", 0, "in", False, None),
                Param("lRequestMode", "LONG", "scalar", 0, "in", False, None),
                Param("fEnable", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Makes this program the recipient of assisted-telephony requests, or stops that."
                "\n"
                "\nlRegistrationInstance: any value; ITRequestEvent gives it back."
                "\nlRequestMode: the kind of request, LINEREQUESTMODE_MAKECALL = 1."
                "\nfEnable: VARIANT_TRUE to register, VARIANT_FALSE to stop."
                "\nThe requests of ITRequest::MakeCall then arrive as TE_REQUEST."
                "\nReturns E_INVALIDARG before Initialize or for an unknown mode, E_OUTOFMEMORY."
                "\nPage: ITTAPI::RegisterRequestRecipient (tapi3if.h).")),
            Method("SetAssistedTelephonyPriority", "SetAssistedTelephonyPriority", "method", 19, 0x1000b, False, "HRESULT", (
                Param("pAppFilename", "BSTR", "scalar", 0, "in", False, None),
                Param("fPriority", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Prefers a program as the recipient of assisted-telephony requests."
                "\n"
                "\npAppFilename: the program's file name, without folders; stays the caller's."
                "\nfPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the"
                "\nprocess ends."
                "\nReturns E_INVALIDARG for an empty name, E_OUTOFMEMORY."
                "\nPage: ITTAPI::SetAssistedTelephonyPriority (tapi3if.h).")),
            Method("SetApplicationPriority", "SetApplicationPriority", "method", 20, 0x1000c, False, "HRESULT", (
                Param("pAppFilename", "BSTR", "scalar", 0, "in", False, None),
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("fPriority", "VARIANT_BOOL", "scalar", 0, "in", False, None),
            ), (
                "Prefers a program when calls of a media type are handed out."
                "\n"
                "\npAppFilename: the program's file name, without folders; stays the caller's."
                "\nlMediaType: one TAPIMEDIATYPE_ bit; 0 means those of all addresses."
                "\nfPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the"
                "\nprocess ends."
                "\nDecides who gets an incoming call and whom ITBasicCallControl::HandoffIndirect chooses."
                "\nReturns E_INVALIDARG for an empty name or an unknown media type, E_OUTOFMEMORY."
                "\nPage: ITTAPI::SetApplicationPriority (tapi3if.h).")),
            Method("put_EventFilter", "EventFilter", "propput", 21, 0x1000f, False, "HRESULT", (
                Param("lFilterMask", "LONG", "scalar", 0, "in", False, None),
            ), (
                "Chooses the events that the sinks receive."
                "\n"
                "\nlFilterMask: the TAPI_EVENT bits wanted, OR-ed. At the start it is 0: no events at all."
                "\nITAddress2 and ITCallInfo2 have filters that narrow this one for an address or a call."
                "\nReturns E_INVALIDARG for bits that are not in TAPI_EVENT."
                "\nPage: ITTAPI::put_EventFilter (tapi3if.h).")),
            Method("get_EventFilter", "EventFilter", "propget", 22, 0x1000f, False, "HRESULT", (
                Param("plFilterMask", "LONG", "scalar", 1, "out", True, None),
            ), (
                "Tells which events the sinks receive."
                "\n"
                "\nplFilterMask: receives the TAPI_EVENT bits, OR-ed; 0 until put_EventFilter."
                "\nReturns E_POINTER."
                "\nPage: ITTAPI::get_EventFilter (tapi3if.h).")),
        ),
        (
                "The TAPI object: the way to the lines, and the source of all events."
                "\n"
                "\nMade with CoCreateInstance of CLSID_TAPI; Initialize comes first, Shutdown last."
                "\nAlso answers QueryInterface for ITTAPI2 and IConnectionPointContainer, whose connection"
                "\npoints for ITTAPIEventNotification and ITTAPIDispatchEventNotification take the event sinks."
                "\nFree-threaded: any thread may call any method, a sink inside its Event included."
                "\nEvery interface pointer, BSTR and VARIANT that a method hands out is the caller's: free them"
                "\nwith Release, SysFreeString and VariantClear. A NULL out-pointer gives E_POINTER, lack of"
                "\nmemory E_OUTOFMEMORY with nothing changed."
                "\nPage: ITTAPI (tapi3if.h)."),
    ),
    "ITTAPI2": Interface(
        "ITTAPI2", "54FBDC8C-D90F-4DAD-9695-B373097F094B", "ITTAPI", "dual", (
            Method("get_Phones", "Phones", "propget", 23, 0x10010, False, "HRESULT", (
                Param("pPhones", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the phone devices, for Automation clients."
                "\n"
                "\npPhones: receives VT_DISPATCH, an ITCollection of ITPhone, empty where there are no"
                "\nphones; free it with VariantClear."
                "\nReturns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI2::get_Phones (tapi3if.h).")),
            Method("EnumeratePhones", "EnumeratePhones", "method", 24, 0x10011, True, "HRESULT", (
                Param("ppEnumPhone", "IEnumPhone", "interface", 2, "out", True, None),
            ), (
                "Lists the phone devices, for C and C++ clients."
                "\n"
                "\nppEnumPhone: receives an enumerator, empty where there are no phones; Release it."
                "\nReturns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI2::EnumeratePhones (tapi3if.h).")),
            Method("CreateEmptyCollectionObject", "CreateEmptyCollectionObject", "method", 25, 0x10012, False, "HRESULT", (
                Param("ppCollection", "ITCollection2", "interface", 2, "out", True, None),
            ), (
                "Makes an empty collection that the program fills itself."
                "\n"
                "\nppCollection: receives the collection; Release it."
                "\nReturns E_POINTER, E_OUTOFMEMORY."
                "\nPage: ITTAPI2::CreateEmptyCollectionObject (tapi3if.h).")),
        ),
        (
                "The TAPI object with the additions of Windows XP: phones and writable collections."
                "\n"
                "\nQueryInterface of the TAPI object; ownership and threads as for ITTAPI."
                "\nPage: ITTAPI2 (tapi3if.h)."),
    ),
    "ITTAPIEventNotification": Interface(
        "ITTAPIEventNotification", "EDDB9426-3B91-11D1-8F30-00C04FB6809F", "IUnknown", "custom", (
            Method("Event", "Event", "method", 3, 0x1, False, "HRESULT", (
                Param("TapiEvent", "TAPI_EVENT", "enum", 0, "in", False, None),
                Param("pEvent", "IDispatch", "interface", 1, "in", False, None),
            ), (
                "Receives one event."
                "\n"
                "\nTapiEvent: the kind of event (TAPI_EVENT)."
                "\npEvent: the event object; ask it for the interface that TAPI_EVENT names. Borrowed for"
                "\nthe duration of the call: AddRef it to keep it."
                "\nMay call any method, Disconnect and the last Release of a call included. The next event"
                "\nwaits until this one returns, so hand long work to another thread; a method that waits"
                "\nhere must not wait for something that only a later event brings. A failure that it"
                "\nreturns is ignored."
                "\nPage: ITTAPIEventNotification::Event (tapi3if.h).")),
        ),
        (
                "The event sink, implemented by the program (C, C++)."
                "\n"
                "\nHand it over with IConnectionPointContainer::FindConnectionPoint"
                "\n(IID_ITTAPIEventNotification) and IConnectionPoint::Advise on the TAPI object, which keeps a"
                "\nreference until Unadvise. Nothing arrives until ITTAPI::put_EventFilter has been called."
                "\nEvents arrive one at a time and in order on one thread of the library, with no lock held."
                "\nPage: ITTAPIEventNotification (tapi3if.h)."),
    ),
    "ITRequest": Interface(
        "ITRequest", "AC48FFDF-F8C4-11D1-A030-00C04FB6809F", "IDispatch", "dual", (
            Method("MakeCall", "MakeCall", "method", 7, 0x1, False, "HRESULT", (
                Param("pDestAddress", "BSTR", "scalar", 0, "in", False, None),
                Param("pAppName", "BSTR", "scalar", 0, "in", False, None),
                Param("pCalledParty", "BSTR", "scalar", 0, "in", False, None),
                Param("pComment", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Asks the registered recipient to call somebody."
                "\n"
                "\npDestAddress: the number or address to call; must not be empty."
                "\npAppName, pCalledParty, pComment: the asking program, the called person, a remark; may"
                "\nbe NULL. All four stay the caller's and reach the recipient in ITRequestEvent."
                "\nQueues the request and does not wait; how the call fares is not reported here."
                "\nReturns TAPI_E_NOREQUESTRECIPIENT if nobody has registered, TAPI_E_INVALADDRESS for an"
                "\nempty address, TAPI_E_REQUESTQUEUEFULL if too many requests wait, E_OUTOFMEMORY."
                "\nPage: ITRequest::MakeCall (tapi3if.h).")),
        ),
        (
                "Assisted telephony: lets a program without telephony of its own ask for a call."
                "\n"
                "\nMade with CoCreateInstance of CLSID_RequestMakeCall. Another program, registered with"
                "\nITTAPI::RegisterRequestRecipient, places the call."
                "\nPage: ITRequest (tapi3if.h)."),
    ),
    "ITDispatchMapper": Interface(
        "ITDispatchMapper", "E9225295-C759-11D1-A02B-00C04FB6809F", "IDispatch", "dual", (
            Method("QueryDispatchInterface", "QueryDispatchInterface", "method", 7, 0x1, False, "HRESULT", (
                Param("pIID", "BSTR", "scalar", 0, "in", False, None),
                Param("pInterfaceToMap", "IDispatch", "interface", 1, "in", False, None),
                Param("ppReturnedInterface", "IDispatch", "interface", 2, "out", True, None),
            ), (
                "Finds another dual interface of an object, by IID."
                "\n"
                "\npIID: the IID as text in braces, such as {B1EFC389-9355-11D0-835C-00AA003CCABD}; stays"
                "\nthe caller's."
                "\npInterfaceToMap: any interface of the object; not NULL; stays the caller's."
                "\nppReturnedInterface: receives the interface; Release it."
                "\nReturns E_INVALIDARG if the text is no GUID, E_NOINTERFACE if the object has no such"
                "\ndual interface, E_POINTER."
                "\nPage: ITDispatchMapper::QueryDispatchInterface (tapi3if.h).")),
        ),
        (
                "Gives scripts the other interfaces of an object."
                "\n"
                "\nScripts reach an object only through IDispatch and cannot call QueryInterface. Made with"
                "\nCoCreateInstance of CLSID_DispatchMapper; it has no state and is free-threaded."
                "\nPage: ITDispatchMapper (tapi3if.h)."),
    ),
    "ITTAPIDispatchEventNotification": Interface(
        "ITTAPIDispatchEventNotification", "9F34325B-7E62-11D2-9457-00C04F8EC888", "IDispatch", "dispinterface", (
            Method("Event", "Event", "method", None, 0x1, False, "HRESULT", (
                Param("TapiEvent", "TAPI_EVENT", "enum", 0, "in", False, None),
                Param("pEvent", "IDispatch", "interface", 1, "in", False, None),
            ), (
                "Receives one event, by dispid 1."
                "\n"
                "\nTapiEvent, pEvent: as for ITTAPIEventNotification::Event. Scripts name the handler after"
                "\nthe object, such as tapi_Event.")),
        ),
        (
                "The event sink of Automation clients, the default source interface of the TAPI object."
                "\n"
                "\nThe library calls it through IDispatch::Invoke only; advise it on the connection point of"
                "\nits IID. Order, thread and filter are those of ITTAPIEventNotification."
                "\nPage: ITTAPIDispatchEventNotification (tapi3.h)."),
    ),
    "ITPluggableTerminalClassInfo": Interface(
        "ITPluggableTerminalClassInfo", "41757F4A-CF09-4B34-BC96-0A79D2390076", "IDispatch", "dual", (
            Method("get_Name", "Name", "propget", 7, 0x1, False, "HRESULT", (
                Param("pName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the class."),
            Method("get_Company", "Company", "propget", 8, 0x2, False, "HRESULT", (
                Param("pCompany", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells who made it."),
            Method("get_Version", "Version", "propget", 9, 0x3, False, "HRESULT", (
                Param("pVersion", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells its version."),
            Method("get_TerminalClass", "TerminalClass", "propget", 10, 0x4, False, "HRESULT", (
                Param("pTerminalClass", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the terminal class as GUID text, as CreateTerminal wants it."),
            Method("get_CLSID", "CLSID", "propget", 11, 0x5, False, "HRESULT", (
                Param("pCLSID", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the class id of the object as GUID text."),
            Method("get_Direction", "Direction", "propget", 12, 0x6, False, "HRESULT", (
                Param("pDirection", "TERMINAL_DIRECTION", "enum", 1, "out", True, None),
            ), "Tells the directions that it can work in."),
            Method("get_MediaTypes", "MediaTypes", "propget", 13, 0x7, False, "HRESULT", (
                Param("pMediaTypes", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the media that it can carry (TAPIMEDIATYPE_ bits)."),
        ),
        (
                "Describes a terminal class that was plugged in."
                "\n"
                "\nComes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. Texts are freed with"
                "\nSysFreeString."
                "\nPage: ITPluggableTerminalClassInfo (tapi3if.h)."),
    ),
    "ITPluggableTerminalSuperclassInfo": Interface(
        "ITPluggableTerminalSuperclassInfo", "6D54E42C-4625-4359-A6F7-631999107E05", "IDispatch", "dual", (
            Method("get_Name", "Name", "propget", 7, 0x1, False, "HRESULT", (
                Param("pName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the family; free it with SysFreeString."),
            Method("get_CLSID", "CLSID", "propget", 8, 0x2, False, "HRESULT", (
                Param("pCLSID", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the class id of the family as GUID text; free it with SysFreeString."),
        ),
        (
                "Describes a family of terminal classes that were plugged in."
                "\n"
                "\nComes from ITTerminalSupport2::EnumeratePluggableSuperclasses."
                "\nPage: ITPluggableTerminalSuperclassInfo (tapi3if.h)."),
    ),
    "ITTerminalSupport": Interface(
        "ITTerminalSupport", "B1EFC385-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("get_StaticTerminals", "StaticTerminals", "propget", 7, 0x60001, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the devices that are there anyway, as an ITCollection in VT_DISPATCH."),
            Method("EnumerateStaticTerminals", "EnumerateStaticTerminals", "method", 8, 0x60002, True, "HRESULT", (
                Param("ppTerminalEnumerator", "IEnumTerminal", "interface", 2, "out", True, None),
            ), "Lists the devices that are there anyway, for C and C++ clients."),
            Method("get_DynamicTerminalClasses", "DynamicTerminalClasses", "propget", 9, 0x60003, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the terminal classes that can be made, as an ITCollection of GUID texts."),
            Method("EnumerateDynamicTerminalClasses", "EnumerateDynamicTerminalClasses", "method", 10, 0x60004, True, "HRESULT", (
                Param("ppTerminalClassEnumerator", "IEnumTerminalClass", "interface", 2, "out", True, None),
            ), "Lists the terminal classes that can be made, for C and C++ clients."),
            Method("CreateTerminal", "CreateTerminal", "method", 11, 0x60005, False, "HRESULT", (
                Param("pTerminalClass", "BSTR", "scalar", 0, "in", False, None),
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("Direction", "TERMINAL_DIRECTION", "enum", 0, "in", False, None),
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), (
                "Makes a terminal."
                "\n"
                "\npTerminalClass: the class as GUID text, one of CLSID_String_... lMediaType: the"
                "\nTAPIMEDIATYPE_ bits. Direction: see TERMINAL_DIRECTION. ppTerminal: receives it; Release"
                "\nit.")),
            Method("GetDefaultStaticTerminal", "GetDefaultStaticTerminal", "method", 12, 0x60006, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("Direction", "TERMINAL_DIRECTION", "enum", 0, "in", False, None),
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), (
                "Gives the usual device for a media type and direction."
                "\n"
                "\nlMediaType: one TAPIMEDIATYPE_ bit. Direction: TD_CAPTURE or TD_RENDER. ppTerminal:"
                "\nreceives it; Release it.")),
        ),
        (
                "Finds and makes the terminals of an address: devices and files that media flow to and from."
                "\n"
                "\nQueryInterface of the address, where its provider streams media. What is handed out is freed"
                "\nas usual: Release, VariantClear."
                "\nPage: ITTerminalSupport (tapi3if.h)."),
    ),
    "ITTerminalSupport2": Interface(
        "ITTerminalSupport2", "F3EB39BC-1B1F-4E99-A0C0-56305C4DD591", "ITTerminalSupport", "dual", (
            Method("get_PluggableSuperclasses", "PluggableSuperclasses", "propget", 13, 0x60007, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the families of plugged-in classes, as an ITCollection in VT_DISPATCH."),
            Method("EnumeratePluggableSuperclasses", "EnumeratePluggableSuperclasses", "method", 14, 0x60008, True, "HRESULT", (
                Param("ppSuperclassEnumerator", "IEnumPluggableSuperclassInfo", "interface", 2, "out", True, None),
            ), "Lists the families of plugged-in classes, for C and C++ clients."),
            Method("get_PluggableTerminalClasses", "PluggableTerminalClasses", "propget", 15, 0x60009, False, "HRESULT", (
                Param("bstrTerminalSuperclass", "BSTR", "scalar", 0, "in", False, None),
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), (
                "Lists the plugged-in classes of one family, as an ITCollection in VT_DISPATCH."
                "\n"
                "\nbstrTerminalSuperclass: the family as GUID text. lMediaType: the TAPIMEDIATYPE_ bits"
                "\nwanted.")),
            Method("EnumeratePluggableTerminalClasses", "EnumeratePluggableTerminalClasses", "method", 16, 0x6000a, True, "HRESULT", (
                Param("iidTerminalSuperclass", "GUID", "struct", 0, "in", False, None),
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("ppClassEnumerator", "IEnumPluggableTerminalClassInfo", "interface", 2, "out", True, None),
            ), (
                "Lists the plugged-in classes of one family, for C and C++ clients."
                "\n"
                "\niidTerminalSuperclass: the family. lMediaType: the TAPIMEDIATYPE_ bits wanted.")),
        ),
        (
                "Finds the terminal classes that were plugged in."
                "\n"
                "\nQueryInterface of the address, where its provider streams media."
                "\nPage: ITTerminalSupport2 (tapi3if.h)."),
    ),
    "ITTerminal": Interface(
        "ITTerminal", "B1EFC38A-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("get_Name", "Name", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the terminal; free it with SysFreeString."),
            Method("get_State", "State", "propget", 8, 0x2, False, "HRESULT", (
                Param("pTerminalState", "TERMINAL_STATE", "enum", 1, "out", True, None),
            ), "Tells whether the terminal is in use."),
            Method("get_TerminalType", "TerminalType", "propget", 9, 0x3, False, "HRESULT", (
                Param("pType", "TERMINAL_TYPE", "enum", 1, "out", True, None),
            ), "Tells whether the terminal is a device or was made."),
            Method("get_TerminalClass", "TerminalClass", "propget", 10, 0x4, False, "HRESULT", (
                Param("ppTerminalClass", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the terminal class as GUID text; free it with SysFreeString."),
            Method("get_MediaType", "MediaType", "propget", 11, 0x5, False, "HRESULT", (
                Param("plMediaType", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the media of the terminal (TAPIMEDIATYPE_)."),
            Method("get_Direction", "Direction", "propget", 12, 0x6, False, "HRESULT", (
                Param("pDirection", "TERMINAL_DIRECTION", "enum", 1, "out", True, None),
            ), "Tells the direction of the terminal."),
        ),
        (
                "A source or drain of media: a microphone, a loudspeaker, a file."
                "\n"
                "\nComes from ITTerminalSupport; put to use by ITStream::SelectTerminal or"
                "\nITBasicCallControl2::SelectTerminalOnCall."
                "\nPage: ITTerminal (tapi3if.h)."),
    ),
    "ITMultiTrackTerminal": Interface(
        "ITMultiTrackTerminal", "FE040091-ADE8-4072-95C9-BF7DE8C54B44", "IDispatch", "dual", (
            Method("get_TrackTerminals", "TrackTerminals", "propget", 7, 0x10001, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the tracks, as an ITCollection of ITTerminal in VT_DISPATCH."),
            Method("EnumerateTrackTerminals", "EnumerateTrackTerminals", "method", 8, 0x10002, True, "HRESULT", (
                Param("ppEnumTerminal", "IEnumTerminal", "interface", 2, "out", True, None),
            ), "Lists the tracks, for C and C++ clients."),
            Method("CreateTrackTerminal", "CreateTrackTerminal", "method", 9, 0x10003, False, "HRESULT", (
                Param("MediaType", "LONG", "scalar", 0, "in", False, None),
                Param("TerminalDirection", "TERMINAL_DIRECTION", "enum", 0, "in", False, None),
                Param("ppTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), "Adds a track of a media type and direction; Release it."),
            Method("get_MediaTypesInUse", "MediaTypesInUse", "propget", 10, 0x10004, False, "HRESULT", (
                Param("plMediaTypesInUse", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the media of all tracks in use (TAPIMEDIATYPE_ bits)."),
            Method("get_DirectionsInUse", "DirectionsInUse", "propget", 11, 0x10005, False, "HRESULT", (
                Param("plDirectionsInUsed", "TERMINAL_DIRECTION", "enum", 1, "out", True, None),
            ), "Tells the direction of the tracks in use; TD_MULTITRACK_MIXED if they differ."),
            Method("RemoveTrackTerminal", "RemoveTrackTerminal", "method", 12, 0x10006, False, "HRESULT", (
                Param("pTrackTerminalToRemove", "ITTerminal", "interface", 1, "in", False, None),
            ), "Removes a track that CreateTrackTerminal added."),
        ),
        (
                "A terminal made of several tracks, such as a file with sound and video."
                "\n"
                "\nQueryInterface of the terminal."
                "\nPage: ITMultiTrackTerminal (tapi3if.h)."),
    ),
    "ITFileTrack": Interface(
        "ITFileTrack", "31CA6EA9-C08A-4BEA-8811-8E9C1BA3EA3A", "IDispatch", "dual", (
            Method("get_Format", "Format", "propget", 7, 0x10001, True, "HRESULT", (
                Param("ppmt", "AM_MEDIA_TYPE", "opaque", 2, "out", True, None),
            ), "Tells the format of the track, for C and C++ clients; free it with DeleteMediaType."),
            Method("put_Format", "Format", "propput", 8, 0x10001, True, "HRESULT", (
                Param("pmt", "AM_MEDIA_TYPE", "opaque", 1, "in", False, None),
            ), "Sets the format of the track, for C and C++ clients."),
            Method("get_ControllingTerminal", "ControllingTerminal", "propget", 9, 0x10002, False, "HRESULT", (
                Param("ppControllingTerminal", "ITTerminal", "interface", 2, "out", True, None),
            ), "Gives the file terminal that the track is part of, NULL if that is gone; Release it."),
            Method("get_AudioFormatForScripting", "AudioFormatForScripting", "propget", 10, 0x10003, False, "HRESULT", (
                Param("ppAudioFormat", "ITScriptableAudioFormat", "interface", 2, "out", True, None),
            ), "Tells the audio format of the track, for Automation clients; Release it."),
            Method("put_AudioFormatForScripting", "AudioFormatForScripting", "propput", 11, 0x10003, False, "HRESULT", (
                Param("pAudioFormat", "ITScriptableAudioFormat", "interface", 1, "in", False, None),
            ), "Sets the audio format of the track, for Automation clients."),
            Method("get_EmptyAudioFormatForScripting", "EmptyAudioFormatForScripting", "propget", 12, 0x10005, False, "HRESULT", (
                Param("ppAudioFormat", "ITScriptableAudioFormat", "interface", 2, "out", True, None),
            ), "Makes an empty audio format to fill in; Release it."),
        ),
        (
                "One track of a file terminal and its format."
                "\n"
                "\nQueryInterface of the track's terminal."
                "\nPage: ITFileTrack (tapi3if.h)."),
    ),
    "ITMediaPlayback": Interface(
        "ITMediaPlayback", "627E8AE6-AE4C-4A69-BB63-2AD625404B77", "IDispatch", "dual", (
            Method("put_PlayList", "PlayList", "propput", 7, 0x40001, False, "HRESULT", (
                Param("PlayListVariant", "VARIANT", "struct", 0, "in", False, None),
            ), "Sets the files to play: VT_ARRAY of VT_VARIANT with VT_BSTR file names or objects."),
            Method("get_PlayList", "PlayList", "propget", 8, 0x40001, False, "HRESULT", (
                Param("pPlayListVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Tells the files to play; free it with VariantClear."),
        ),
        (
                "What a file terminal plays."
                "\n"
                "\nQueryInterface of a file playback terminal."
                "\nPage: ITMediaPlayback (tapi3if.h)."),
    ),
    "ITMediaRecord": Interface(
        "ITMediaRecord", "F5DD4592-5476-4CC1-9D4D-FAD3EEFE7DB2", "IDispatch", "dual", (
            Method("put_FileName", "FileName", "propput", 7, 0x30001, False, "HRESULT", (
                Param("bstrFileName", "BSTR", "scalar", 0, "in", False, None),
            ), "Sets the file to record to."),
            Method("get_FileName", "FileName", "propget", 8, 0x30001, False, "HRESULT", (
                Param("pbstrFileName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the file recorded to; free it with SysFreeString."),
        ),
        (
                "Where a file terminal records to."
                "\n"
                "\nQueryInterface of a file recording terminal."
                "\nPage: ITMediaRecord (tapi3if.h)."),
    ),
    "ITMediaControl": Interface(
        "ITMediaControl", "C445DDE8-5199-4BC7-9807-5FFB92E42E09", "IDispatch", "dual", (
            Method("Start", "Start", "method", 7, 0x20001, False, "HRESULT", (
            ), "Starts it, or goes on after Pause."),
            Method("Stop", "Stop", "method", 8, 0x20002, False, "HRESULT", (
            ), "Stops it."),
            Method("Pause", "Pause", "method", 9, 0x20003, False, "HRESULT", (
            ), "Pauses it."),
            Method("get_MediaState", "MediaState", "propget", 10, 0x20004, False, "HRESULT", (
                Param("pTerminalMediaState", "TERMINAL_MEDIA_STATE", "enum", 1, "out", True, None),
            ), "Tells whether it runs (TERMINAL_MEDIA_STATE)."),
        ),
        (
                "Starts, pauses and stops a file terminal."
                "\n"
                "\nQueryInterface of the terminal; TE_FILETERMINAL reports the changes."
                "\nPage: ITMediaControl (tapi3if.h)."),
    ),
    "ITBasicAudioTerminal": Interface(
        "ITBasicAudioTerminal", "B1EFC38D-9355-11D0-835C-00AA003CCABD", "IDispatch", "dual", (
            Method("put_Volume", "Volume", "propput", 7, 0x1, False, "HRESULT", (
                Param("lVolume", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the volume, from 0 (silence) to 0xFFFF (full)."),
            Method("get_Volume", "Volume", "propget", 8, 0x1, False, "HRESULT", (
                Param("plVolume", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the volume, from 0 (silence) to 0xFFFF (full)."),
            Method("put_Balance", "Balance", "propput", 9, 0x2, False, "HRESULT", (
                Param("lBalance", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the balance, from -10000 (left only) over 0 (both) to 10000 (right only)."),
            Method("get_Balance", "Balance", "propget", 10, 0x2, False, "HRESULT", (
                Param("plBalance", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the balance, from -10000 (left only) over 0 (both) to 10000 (right only)."),
        ),
        (
                "Volume and balance of an audio terminal."
                "\n"
                "\nQueryInterface of the terminal."
                "\nPage: ITBasicAudioTerminal (tapi3if.h)."),
    ),
    "ITStaticAudioTerminal": Interface(
        "ITStaticAudioTerminal", "A86B7871-D14C-48E6-922E-A8D15F984800", "IDispatch", "dual", (
            Method("get_WaveId", "WaveId", "propget", 7, 0x1, False, "HRESULT", (
                Param("plWaveId", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the number of the wave device."),
        ),
        (
                "Tells which sound device an audio terminal is."
                "\n"
                "\nQueryInterface of the terminal."
                "\nPage: ITStaticAudioTerminal (tapi3if.h)."),
    ),
    "ITStreamControl": Interface(
        "ITStreamControl", "EE3BD604-3868-11D2-A045-00C04FB6809F", "IDispatch", "dual", (
            Method("CreateStream", "CreateStream", "method", 7, 0x40001, False, "HRESULT", (
                Param("lMediaType", "LONG", "scalar", 0, "in", False, None),
                Param("td", "TERMINAL_DIRECTION", "enum", 0, "in", False, None),
                Param("ppStream", "ITStream", "interface", 2, "out", True, None),
            ), (
                "Adds a stream of a media type and direction."
                "\n"
                "\nlMediaType: one TAPIMEDIATYPE_ bit. td: TD_CAPTURE or TD_RENDER. ppStream: receives it;"
                "\nRelease it.")),
            Method("RemoveStream", "RemoveStream", "method", 8, 0x40002, False, "HRESULT", (
                Param("pStream", "ITStream", "interface", 1, "in", False, None),
            ), "Removes a stream."),
            Method("EnumerateStreams", "EnumerateStreams", "method", 9, 0x40003, True, "HRESULT", (
                Param("ppEnumStream", "IEnumStream", "interface", 2, "out", False, None),
            ), "Lists the streams, for C and C++ clients."),
            Method("get_Streams", "Streams", "propget", 10, 0x40004, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the streams, as an ITCollection in VT_DISPATCH."),
        ),
        (
                "The media streams of a call."
                "\n"
                "\nQueryInterface of the call object, where its provider streams media. What is handed out is"
                "\nfreed as usual: Release, VariantClear."
                "\nPage: ITStreamControl (tapi3if.h)."),
    ),
    "ITStream": Interface(
        "ITStream", "EE3BD605-3868-11D2-A045-00C04FB6809F", "IDispatch", "dual", (
            Method("get_MediaType", "MediaType", "propget", 7, 0x1, False, "HRESULT", (
                Param("plMediaType", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the media type (TAPIMEDIATYPE_)."),
            Method("get_Direction", "Direction", "propget", 8, 0x2, False, "HRESULT", (
                Param("pTD", "TERMINAL_DIRECTION", "enum", 1, "out", True, None),
            ), "Tells the direction."),
            Method("get_Name", "Name", "propget", 9, 0x3, False, "HRESULT", (
                Param("ppName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the stream; free it with SysFreeString."),
            Method("StartStream", "StartStream", "method", 10, 0x4, False, "HRESULT", (
            ), "Starts the stream, or goes on after PauseStream."),
            Method("PauseStream", "PauseStream", "method", 11, 0x5, False, "HRESULT", (
            ), "Pauses the stream."),
            Method("StopStream", "StopStream", "method", 12, 0x6, False, "HRESULT", (
            ), "Stops the stream."),
            Method("SelectTerminal", "SelectTerminal", "method", 13, 0x7, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
            ), "Connects a terminal to the stream; the stream keeps a reference."),
            Method("UnselectTerminal", "UnselectTerminal", "method", 14, 0x8, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
            ), "Disconnects a terminal from the stream."),
            Method("EnumerateTerminals", "EnumerateTerminals", "method", 15, 0x9, True, "HRESULT", (
                Param("ppEnumTerminal", "IEnumTerminal", "interface", 2, "out", False, None),
            ), "Lists the terminals on the stream, for C and C++ clients."),
            Method("get_Terminals", "Terminals", "propget", 16, 0xa, False, "HRESULT", (
                Param("pTerminals", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the terminals on the stream, as an ITCollection in VT_DISPATCH."),
        ),
        (
                "One stream of a call: a media type in one direction."
                "\n"
                "\nComes from ITStreamControl. Select a terminal on it before Connect or Answer."
                "\nPage: ITStream (tapi3if.h)."),
    ),
    "ITSubStreamControl": Interface(
        "ITSubStreamControl", "EE3BD607-3868-11D2-A045-00C04FB6809F", "IDispatch", "dual", (
            Method("CreateSubStream", "CreateSubStream", "method", 7, 0x1, False, "HRESULT", (
                Param("ppSubStream", "ITSubStream", "interface", 2, "out", True, None),
            ), "Adds a substream; Release it."),
            Method("RemoveSubStream", "RemoveSubStream", "method", 8, 0x2, False, "HRESULT", (
                Param("pSubStream", "ITSubStream", "interface", 1, "in", False, None),
            ), "Removes a substream."),
            Method("EnumerateSubStreams", "EnumerateSubStreams", "method", 9, 0x3, True, "HRESULT", (
                Param("ppEnumSubStream", "IEnumSubStream", "interface", 2, "out", False, None),
            ), "Lists the substreams, for C and C++ clients."),
            Method("get_SubStreams", "SubStreams", "propget", 10, 0x4, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the substreams, as an ITCollection in VT_DISPATCH."),
        ),
        (
                "The substreams of a stream, such as one for each speaker of a conference."
                "\n"
                "\nQueryInterface of the stream."
                "\nPage: ITSubStreamControl (tapi3if.h)."),
    ),
    "ITSubStream": Interface(
        "ITSubStream", "EE3BD608-3868-11D2-A045-00C04FB6809F", "IDispatch", "dual", (
            Method("StartSubStream", "StartSubStream", "method", 7, 0x1, False, "HRESULT", (
            ), "Starts the substream, or goes on after PauseSubStream."),
            Method("PauseSubStream", "PauseSubStream", "method", 8, 0x2, False, "HRESULT", (
            ), "Pauses the substream."),
            Method("StopSubStream", "StopSubStream", "method", 9, 0x3, False, "HRESULT", (
            ), "Stops the substream."),
            Method("SelectTerminal", "SelectTerminal", "method", 10, 0x4, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
            ), "Connects a terminal to the substream; the substream keeps a reference."),
            Method("UnselectTerminal", "UnselectTerminal", "method", 11, 0x5, False, "HRESULT", (
                Param("pTerminal", "ITTerminal", "interface", 1, "in", False, None),
            ), "Disconnects a terminal from the substream."),
            Method("EnumerateTerminals", "EnumerateTerminals", "method", 12, 0x6, True, "HRESULT", (
                Param("ppEnumTerminal", "IEnumTerminal", "interface", 2, "out", False, None),
            ), "Lists the terminals on the substream, for C and C++ clients."),
            Method("get_Terminals", "Terminals", "propget", 13, 0x7, False, "HRESULT", (
                Param("pTerminals", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the terminals on the substream, as an ITCollection in VT_DISPATCH."),
            Method("get_Stream", "Stream", "propget", 14, 0x8, False, "HRESULT", (
                Param("ppITStream", "ITStream", "interface", 2, "out", True, None),
            ), "Gives the stream that it is part of; Release it."),
        ),
        (
                "One substream of a stream."
                "\n"
                "\nComes from ITSubStreamControl."
                "\nPage: ITSubStream (tapi3if.h)."),
    ),
    "ITScriptableAudioFormat": Interface(
        "ITScriptableAudioFormat", "B87658BD-3C59-4F64-BE74-AEDE3E86A81E", "IDispatch", "dual", (
            Method("get_Channels", "Channels", "propget", 7, 0x1, False, "HRESULT", (
                Param("pVal", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the number of channels: 1 mono, 2 stereo."),
            Method("put_Channels", "Channels", "propput", 8, 0x1, False, "HRESULT", (
                Param("nNewVal", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the number of channels: 1 mono, 2 stereo."),
            Method("get_SamplesPerSec", "SamplesPerSec", "propget", 9, 0x2, False, "HRESULT", (
                Param("pVal", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the sampling rate, in hertz."),
            Method("put_SamplesPerSec", "SamplesPerSec", "propput", 10, 0x2, False, "HRESULT", (
                Param("nNewVal", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the sampling rate, in hertz."),
            Method("get_AvgBytesPerSec", "AvgBytesPerSec", "propget", 11, 0x3, False, "HRESULT", (
                Param("pVal", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the average data rate, in bytes per second."),
            Method("put_AvgBytesPerSec", "AvgBytesPerSec", "propput", 12, 0x3, False, "HRESULT", (
                Param("nNewVal", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the average data rate, in bytes per second."),
            Method("get_BlockAlign", "BlockAlign", "propget", 13, 0x4, False, "HRESULT", (
                Param("pVal", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the size of the smallest unit of data, in bytes."),
            Method("put_BlockAlign", "BlockAlign", "propput", 14, 0x4, False, "HRESULT", (
                Param("nNewVal", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the size of the smallest unit of data, in bytes."),
            Method("get_BitsPerSample", "BitsPerSample", "propget", 15, 0x5, False, "HRESULT", (
                Param("pVal", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the size of a sample, in bits."),
            Method("put_BitsPerSample", "BitsPerSample", "propput", 16, 0x5, False, "HRESULT", (
                Param("nNewVal", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the size of a sample, in bits."),
            Method("get_FormatTag", "FormatTag", "propget", 17, 0x6, False, "HRESULT", (
                Param("pVal", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law)."),
            Method("put_FormatTag", "FormatTag", "propput", 18, 0x6, False, "HRESULT", (
                Param("nNewVal", "LONG", "scalar", 0, "in", False, None),
            ), "Sets the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law)."),
        ),
        (
                "A PCM-style audio format, for Automation clients."
                "\n"
                "\nComes from ITFileTrack; the properties are those of WAVEFORMATEX."
                "\nPage: ITScriptableAudioFormat (tapi3if.h)."),
    ),
    "ITAddressTranslation": Interface(
        "ITAddressTranslation", "0C4D8F03-8DDB-11D1-A09E-00805FC147D3", "IDispatch", "dual", (
            Method("TranslateAddress", "TranslateAddress", "method", 7, 0x40001, False, "HRESULT", (
                Param("pAddressToTranslate", "BSTR", "scalar", 0, "in", False, None),
                Param("lCard", "LONG", "scalar", 0, "in", False, None),
                Param("lTranslateOptions", "LONG", "scalar", 0, "in", False, None),
                Param("ppTranslated", "ITAddressTranslationInfo", "interface", 2, "out", True, None),
            ), (
                "Translates a canonical number for the present location."
                "\n"
                "\npAddressToTranslate: the number. lCard: the calling card's id, 0 for the usual one."
                "\nlTranslateOptions: LINETRANSLATEOPTION_ bits. ppTranslated: receives the result; Release"
                "\nit.")),
            Method("TranslateDialog", "TranslateDialog", "method", 8, 0x40002, False, "HRESULT", (
                Param("hwndOwner", "TAPIHWND", "scalar", 0, "in", False, None),
                Param("pAddressIn", "BSTR", "scalar", 0, "in", False, None),
            ), (
                "Shows the dialog for locations and calling cards."
                "\n"
                "\nhwndOwner: the owning window. pAddressIn: the number to show; may be NULL.")),
            Method("EnumerateLocations", "EnumerateLocations", "method", 9, 0x40003, True, "HRESULT", (
                Param("ppEnumLocation", "IEnumLocation", "interface", 2, "out", True, None),
            ), "Lists the dialling locations, for C and C++ clients."),
            Method("get_Locations", "Locations", "propget", 10, 0x40004, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the dialling locations, as an ITCollection in VT_DISPATCH."),
            Method("EnumerateCallingCards", "EnumerateCallingCards", "method", 11, 0x40005, True, "HRESULT", (
                Param("ppEnumCallingCard", "IEnumCallingCard", "interface", 2, "out", True, None),
            ), "Lists the calling cards, for C and C++ clients."),
            Method("get_CallingCards", "CallingCards", "propget", 12, 0x40006, False, "HRESULT", (
                Param("pVariant", "VARIANT", "struct", 1, "out", True, None),
            ), "Lists the calling cards, as an ITCollection in VT_DISPATCH."),
        ),
        (
                "Turns numbers as people write them into what must be dialled from here."
                "\n"
                "\nQueryInterface of the address. A canonical number is +country (area) subscriber. What is"
                "\nhanded out is freed as usual: Release, SysFreeString, VariantClear."
                "\nPage: ITAddressTranslation (tapi3if.h)."),
    ),
    "ITAddressTranslationInfo": Interface(
        "ITAddressTranslationInfo", "AFC15945-8D40-11D1-A09E-00805FC147D3", "IDispatch", "dual", (
            Method("get_DialableString", "DialableString", "propget", 7, 0x1, False, "HRESULT", (
                Param("ppDialableString", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells what to give to ITAddress::CreateCall; may hold card numbers, so do not show it."),
            Method("get_DisplayableString", "DisplayableString", "propget", 8, 0x2, False, "HRESULT", (
                Param("ppDisplayableString", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells what to show to people."),
            Method("get_CurrentCountryCode", "CurrentCountryCode", "propget", 9, 0x3, False, "HRESULT", (
                Param("CountryCode", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the country code of the present location."),
            Method("get_DestinationCountryCode", "DestinationCountryCode", "propget", 10, 0x4, False, "HRESULT", (
                Param("CountryCode", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the country code of the destination; 0 if it is not known."),
            Method("get_TranslationResults", "TranslationResults", "propget", 11, 0x5, False, "HRESULT", (
                Param("plResults", "LONG", "scalar", 1, "out", True, None),
            ), "Tells what was found out on the way (LINETRANSLATERESULT_ bits)."),
        ),
        (
                "The result of ITAddressTranslation::TranslateAddress."
                "\n"
                "\nPage: ITAddressTranslationInfo (tapi3if.h)."),
    ),
    "ITLocationInfo": Interface(
        "ITLocationInfo", "0C4D8EFF-8DDB-11D1-A09E-00805FC147D3", "IDispatch", "dual", (
            Method("get_PermanentLocationID", "PermanentLocationID", "propget", 7, 0x1, False, "HRESULT", (
                Param("plLocationID", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the id of the location; always the same."),
            Method("get_CountryCode", "CountryCode", "propget", 8, 0x2, False, "HRESULT", (
                Param("plCountryCode", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the country code, such as 49."),
            Method("get_CountryID", "CountryID", "propget", 9, 0x3, False, "HRESULT", (
                Param("plCountryID", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the id of the country, which tells countries with one code apart."),
            Method("get_Options", "Options", "propget", 10, 0x4, False, "HRESULT", (
                Param("plOptions", "LONG", "scalar", 1, "out", True, None),
            ), "Tells options of the location (LINELOCATIONOPTION_ bits; 1 is pulse dialling)."),
            Method("get_PreferredCardID", "PreferredCardID", "propget", 11, 0x5, False, "HRESULT", (
                Param("plCardID", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the id of the calling card that is used from here."),
            Method("get_LocationName", "LocationName", "propget", 12, 0x6, False, "HRESULT", (
                Param("ppLocationName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the location."),
            Method("get_CityCode", "CityCode", "propget", 13, 0x7, False, "HRESULT", (
                Param("ppCode", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the area code."),
            Method("get_LocalAccessCode", "LocalAccessCode", "propget", 14, 0x8, False, "HRESULT", (
                Param("ppCode", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells what to dial for an outside line before a local call."),
            Method("get_LongDistanceAccessCode", "LongDistanceAccessCode", "propget", 15, 0x9, False, "HRESULT", (
                Param("ppCode", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells what to dial for an outside line before a long-distance call."),
            Method("get_TollPrefixList", "TollPrefixList", "propget", 16, 0xa, False, "HRESULT", (
                Param("ppTollList", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the prefixes that need the long-distance code within the area."),
            Method("get_CancelCallWaitingCode", "CancelCallWaitingCode", "propget", 17, 0xb, False, "HRESULT", (
                Param("ppCode", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells what to dial to switch call waiting off."),
        ),
        (
                "A dialling location: the rules of a place that calls are made from."
                "\n"
                "\nComes from ITAddressTranslation::EnumerateLocations. Texts are freed with SysFreeString."
                "\nPage: ITLocationInfo (tapi3if.h)."),
    ),
    "ITCallingCard": Interface(
        "ITCallingCard", "0C4D8F00-8DDB-11D1-A09E-00805FC147D3", "IDispatch", "dual", (
            Method("get_PermanentCardID", "PermanentCardID", "propget", 7, 0x1, False, "HRESULT", (
                Param("plCardID", "LONG", "scalar", 1, "out", True, None),
            ), "Tells the id of the card; always the same."),
            Method("get_NumberOfDigits", "NumberOfDigits", "propget", 8, 0x2, False, "HRESULT", (
                Param("plDigits", "LONG", "scalar", 1, "out", True, None),
            ), "Tells how many digits the card's number has."),
            Method("get_Options", "Options", "propget", 9, 0x3, False, "HRESULT", (
                Param("plOptions", "LONG", "scalar", 1, "out", True, None),
            ), "Tells options of the card (LINECARDOPTION_ bits)."),
            Method("get_CardName", "CardName", "propget", 10, 0x4, False, "HRESULT", (
                Param("ppCardName", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the name of the card."),
            Method("get_SameAreaDialingRule", "SameAreaDialingRule", "propget", 11, 0x5, False, "HRESULT", (
                Param("ppRule", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the dialling rule for calls within the area."),
            Method("get_LongDistanceDialingRule", "LongDistanceDialingRule", "propget", 12, 0x6, False, "HRESULT", (
                Param("ppRule", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the dialling rule for long-distance calls."),
            Method("get_InternationalDialingRule", "InternationalDialingRule", "propget", 13, 0x7, False, "HRESULT", (
                Param("ppRule", "BSTR", "scalar", 1, "out", True, None),
            ), "Tells the dialling rule for international calls."),
        ),
        (
                "A calling card: how calls are charged and dialled with it."
                "\n"
                "\nComes from ITAddressTranslation::EnumerateCallingCards. Texts are freed with SysFreeString."
                "\nPage: ITCallingCard (tapi3if.h)."),
    ),
}
