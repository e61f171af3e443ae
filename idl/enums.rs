//! The enumerations. Values cross the C ABI as 32-bit integers, never as Rust enums.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Tones that ITLegacyCallMediaControl2::GenerateTone can play.
///
/// Page: TAPI_TONEMODE (tapi3if.h).
#[flags]
pub enum TAPI_TONEMODE {
    /// The ringing tone that a caller hears.
    TTM_RINGBACK = 2,
    /// The busy tone.
    TTM_BUSY = 4,
    /// A short beep, as before a recording.
    TTM_BEEP = 8,
    /// The tone that asks for a billing number.
    TTM_BILLING = 16,
}

/// Why the gathering of digits ended.
///
/// Page: TAPI_GATHERTERM (tapi3if.h).
#[flags]
pub enum TAPI_GATHERTERM {
    /// As many digits as asked for have come.
    TGT_BUFFERFULL = 1,
    /// One of the termination digits has come; it is the last one gathered.
    TGT_TERMDIGIT = 2,
    /// No digit came in time.
    TGT_FIRSTTIMEOUT = 4,
    /// The next digit did not come in time.
    TGT_INTERTIMEOUT = 8,
    /// The program cancelled it or began another.
    TGT_CANCEL = 16,
}

/// What a TE_ADDRESS event reports.
///
/// Page: ADDRESS_EVENT (tapi3if.h).
pub enum ADDRESS_EVENT {
    /// The address went into or out of service; see ITAddress::get_State.
    AE_STATE = 0,
    /// The capabilities of the address changed; read them again.
    AE_CAPSCHANGE = 1,
    /// The address rings.
    AE_RINGING = 2,
    /// The configuration of the address changed.
    AE_CONFIGCHANGE = 3,
    /// The forwarding changed; see ITAddress::get_CurrentForwardInfo.
    AE_FORWARD = 4,
    /// A terminal was added; select it if it is wanted on a call.
    AE_NEWTERMINAL = 5,
    /// A terminal was removed; unselect it where it is in use.
    AE_REMOVETERMINAL = 6,
    /// The message-waiting lamp went on.
    AE_MSGWAITON = 7,
    /// The message-waiting lamp went off.
    AE_MSGWAITOFF = 8,
    /// The highest value of this enumeration.
    AE_LASTITEM = 8,
}

/// Whether an address can be used.
///
/// Page: ADDRESS_STATE (tapi3if.h).
pub enum ADDRESS_STATE {
    /// Calls can be made and received.
    AS_INSERVICE = 0,
    /// Not at this moment: no network, no registration, or switched off.
    AS_OUTOFSERVICE = 1,
}

/// The states of a call.
///
/// CS_IDLE is where every call begins, CS_DISCONNECTED where it ends; nothing leads back from
/// there. INPROGRESS, OFFERING and QUEUED lead to CONNECTED, HOLD or DISCONNECTED; CONNECTED
/// and HOLD to each other and to DISCONNECTED.
/// Page: CALL_STATE (tapi3if.h).
pub enum CALL_STATE {
    /// Prepared, not yet placed or offered.
    CS_IDLE = 0,
    /// Outgoing: dialling or ringing at the far end. May be left out.
    CS_INPROGRESS = 1,
    /// The two parties can talk.
    CS_CONNECTED = 2,
    /// Over; the object stays readable until its last Release.
    CS_DISCONNECTED = 3,
    /// Incoming: rings here. Answer or Disconnect it.
    CS_OFFERING = 4,
    /// On hold, also while a transfer or conference is pending.
    CS_HOLD = 5,
    /// Waits in a queue, as of a call centre.
    CS_QUEUED = 6,
    /// The highest value of this enumeration.
    CS_LASTITEM = 6,
}

/// Why a call is in its new state; more than CEC_NONE only for CS_DISCONNECTED.
///
/// Page: CALL_STATE_EVENT_CAUSE (tapi3if.h).
pub enum CALL_STATE_EVENT_CAUSE {
    /// No particular cause; not a disconnect.
    CEC_NONE = 0,
    /// One of the parties hung up, or the call went elsewhere.
    CEC_DISCONNECT_NORMAL = 1,
    /// The called party is busy.
    CEC_DISCONNECT_BUSY = 2,
    /// The destination does not exist or is malformed.
    CEC_DISCONNECT_BADADDRESS = 3,
    /// Nobody answered.
    CEC_DISCONNECT_NOANSWER = 4,
    /// The caller gave up before there was an answer.
    CEC_DISCONNECT_CANCELLED = 5,
    /// The called party refused the call.
    CEC_DISCONNECT_REJECTED = 6,
    /// Any other failure, such as congestion or a lost network.
    CEC_DISCONNECT_FAILED = 7,
    /// The network or the called party bars this caller.
    CEC_DISCONNECT_BLOCKED = 8,
}

/// What a TE_CALLMEDIA event reports.
///
/// Page: CALL_MEDIA_EVENT (tapi3if.h).
pub enum CALL_MEDIA_EVENT {
    /// The call has a new stream.
    CME_NEW_STREAM = 0,
    /// A stream, or a request to it, failed.
    CME_STREAM_FAIL = 1,
    /// A terminal failed.
    CME_TERMINAL_FAIL = 2,
    /// A stream stays unused.
    CME_STREAM_NOT_USED = 3,
    /// A stream began to flow.
    CME_STREAM_ACTIVE = 4,
    /// A stream stopped.
    CME_STREAM_INACTIVE = 5,
    /// The highest value of this enumeration.
    CME_LASTITEM = 5,
}

/// Why a TE_CALLMEDIA event was raised.
///
/// Page: CALL_MEDIA_EVENT_CAUSE (tapi3if.h).
pub enum CALL_MEDIA_EVENT_CAUSE {
    /// The cause is not known.
    CMC_UNKNOWN = 0,
    /// The recording or playing device does not work.
    CMC_BAD_DEVICE = 1,
    /// The device could not be connected.
    CMC_CONNECT_FAIL = 2,
    /// This side asked for it.
    CMC_LOCAL_REQUEST = 3,
    /// The far side asked for it.
    CMC_REMOTE_REQUEST = 4,
    /// No media came for too long.
    CMC_MEDIA_TIMEOUT = 5,
    /// Media flow again after a break.
    CMC_MEDIA_RECOVERED = 6,
    /// The quality of service changed.
    CMC_QUALITY_OF_SERVICE = 7,
}

/// The reason that ITBasicCallControl::Disconnect gives; a hint for the network.
///
/// Page: DISCONNECT_CODE (tapi3if.h).
pub enum DISCONNECT_CODE {
    /// The usual end of a call.
    DC_NORMAL = 0,
    /// The offered call was left ringing; nobody is there.
    DC_NOANSWER = 1,
    /// The offered call is refused.
    DC_REJECTED = 2,
}

/// Whether a terminal is in use.
///
/// Page: TERMINAL_STATE (tapi3if.h).
pub enum TERMINAL_STATE {
    /// Selected on a stream.
    TS_INUSE = 0,
    /// Free.
    TS_NOTINUSE = 1,
}

/// Which way media flow through a terminal or stream.
///
/// Page: TERMINAL_DIRECTION (tapi3if.h).
pub enum TERMINAL_DIRECTION {
    /// From the device towards the call, as from a microphone.
    TD_CAPTURE = 0,
    /// From the call towards the device, as to a loudspeaker.
    TD_RENDER = 1,
    /// Both ways through one terminal.
    TD_BIDIRECTIONAL = 2,
    /// A multitrack terminal whose tracks differ in direction.
    TD_MULTITRACK_MIXED = 3,
    /// No direction, as of a multitrack terminal without tracks.
    TD_NONE = 4,
}

/// Where a terminal comes from.
///
/// Page: TERMINAL_TYPE (tapi3if.h).
pub enum TERMINAL_TYPE {
    /// A device that is there anyway, such as a sound card.
    TT_STATIC = 0,
    /// Made when the program asks for it, such as a file terminal.
    TT_DYNAMIC = 1,
}

/// What a program may do with a call.
///
/// Page: CALL_PRIVILEGE (tapi3if.h).
pub enum CALL_PRIVILEGE {
    /// Control it and read about it.
    CP_OWNER = 0,
    /// Read about it only.
    CP_MONITOR = 1,
}

/// The kinds of events, as bits for the event filters; each names its event interface.
///
/// Page: TAPI_EVENT (tapi3if.h).
#[flags]
pub enum TAPI_EVENT {
    /// The TAPI object changed: ITTAPIObjectEvent.
    TE_TAPIOBJECT = 1,
    /// An address changed: ITAddressEvent.
    TE_ADDRESS = 2,
    /// A new call was announced: ITCallNotificationEvent.
    TE_CALLNOTIFICATION = 4,
    /// A call changed its state: ITCallStateEvent.
    TE_CALLSTATE = 8,
    /// The media of a call changed: ITCallMediaEvent.
    TE_CALLMEDIA = 16,
    /// A call hub changed: ITCallHubEvent.
    TE_CALLHUB = 32,
    /// Information about a call changed: ITCallInfoChangeEvent.
    TE_CALLINFOCHANGE = 64,
    /// An event of the provider's own kind: ITPrivateEvent.
    TE_PRIVATE = 0x80,
    /// An assisted-telephony request came: ITRequestEvent.
    TE_REQUEST = 0x100,
    /// A call-centre agent changed: ITAgentEvent.
    TE_AGENT = 0x200,
    /// An agent session changed: ITAgentSessionEvent.
    TE_AGENTSESSION = 0x400,
    /// The quality of service changed: ITQOSEvent.
    TE_QOSEVENT = 0x800,
    /// An agent handler came or went: ITAgentHandlerEvent.
    TE_AGENTHANDLER = 0x1000,
    /// An ACD group came or went: ITACDGroupEvent.
    TE_ACDGROUP = 0x2000,
    /// An ACD queue came or went: ITQueueEvent.
    TE_QUEUE = 0x4000,
    /// A digit was detected: ITDigitDetectionEvent.
    TE_DIGITEVENT = 0x8000,
    /// Digits have been sent: ITDigitGenerationEvent.
    TE_GENERATEEVENT = 0x10000,
    /// A speech-recognition terminal: ITASRTerminalEvent.
    TE_ASRTERMINAL = 0x20000,
    /// A text-to-speech terminal: ITTTSTerminalEvent.
    TE_TTSTERMINAL = 0x40000,
    /// A file terminal: ITFileTerminalEvent.
    TE_FILETERMINAL = 0x80000,
    /// A tone terminal: ITToneTerminalEvent.
    TE_TONETERMINAL = 0x100000,
    /// A phone changed: ITPhoneEvent.
    TE_PHONEEVENT = 0x200000,
    /// A tone was detected: ITToneDetectionEvent.
    TE_TONEEVENT = 0x400000,
    /// The gathering of digits ended: ITDigitsGatheredEvent.
    TE_GATHERDIGITS = 0x800000,
    /// A device-specific event of an address: ITAddressDeviceSpecificEvent.
    TE_ADDRESSDEVSPECIFIC = 0x1000000,
    /// A device-specific event of a phone: ITPhoneDeviceSpecificEvent.
    TE_PHONEDEVSPECIFIC = 0x2000000,
}

/// What a TE_CALLNOTIFICATION event gives the program.
///
/// Page: CALL_NOTIFICATION_EVENT (tapi3if.h).
pub enum CALL_NOTIFICATION_EVENT {
    /// The call is owned by this program.
    CNE_OWNER = 0,
    /// The call is only monitored by this program.
    CNE_MONITOR = 1,
    /// The highest value of this enumeration.
    CNE_LASTITEM = 1,
}

/// What a TE_CALLHUB event reports.
///
/// Page: CALLHUB_EVENT (tapi3if.h).
pub enum CALLHUB_EVENT {
    /// A call joined the hub.
    CHE_CALLJOIN = 0,
    /// A call left the hub.
    CHE_CALLLEAVE = 1,
    /// The hub is new.
    CHE_CALLHUBNEW = 2,
    /// The hub has no live call any more.
    CHE_CALLHUBIDLE = 3,
    /// The highest value of this enumeration.
    CHE_LASTITEM = 3,
}

/// Whether a call hub still lives.
///
/// Page: CALLHUB_STATE (tapi3if.h).
pub enum CALLHUB_STATE {
    /// At least one call of it is not over.
    CHS_ACTIVE = 0,
    /// Every call of it is over.
    CHS_IDLE = 1,
}

/// What a TE_TAPIOBJECT event reports.
///
/// Page: TAPIOBJECT_EVENT (tapi3if.h).
pub enum TAPIOBJECT_EVENT {
    /// An address was added.
    TE_ADDRESSCREATE = 0,
    /// An address was removed.
    TE_ADDRESSREMOVE = 1,
    /// The lines changed so much that programs must shut down and initialize again.
    TE_REINIT = 2,
    /// The locations or calling cards changed.
    TE_TRANSLATECHANGE = 3,
    /// An address was closed from outside; its calls are lost.
    TE_ADDRESSCLOSE = 4,
    /// A phone was added.
    TE_PHONECREATE = 5,
    /// A phone was removed.
    TE_PHONEREMOVE = 6,
}

/// The kinds of TAPI objects.
///
/// Page: TAPI_OBJECT_TYPE (tapi3if.h).
pub enum TAPI_OBJECT_TYPE {
    /// None.
    TOT_NONE = 0,
    /// The TAPI object.
    TOT_TAPI = 1,
    /// An address.
    TOT_ADDRESS = 2,
    /// A terminal.
    TOT_TERMINAL = 3,
    /// A call.
    TOT_CALL = 4,
    /// A call hub.
    TOT_CALLHUB = 5,
    /// A phone.
    TOT_PHONE = 6,
}

/// How strongly a quality of service is wanted.
///
/// Page: QOS_SERVICE_LEVEL (tapi3if.h).
pub enum QOS_SERVICE_LEVEL {
    /// The call must have it, or fail.
    QSL_NEEDED = 1,
    /// The call shall have it where it can be had.
    QSL_IF_AVAILABLE = 2,
    /// No guarantee is wanted.
    QSL_BEST_EFFORT = 3,
}

/// What a TE_QOSEVENT reports.
///
/// Page: QOS_EVENT (tapi3if.h).
pub enum QOS_EVENT {
    /// The quality of service is not to be had.
    QE_NOQOS = 1,
    /// The network has no room for it.
    QE_ADMISSIONFAILURE = 2,
    /// The network's rules forbid it.
    QE_POLICYFAILURE = 3,
    /// It failed for another reason.
    QE_GENERICERROR = 4,
    /// The highest value of this enumeration.
    QE_LASTITEM = 4,
}

/// What is new about a call, in a TE_CALLINFOCHANGE event.
///
/// Page: CALLINFOCHANGE_CAUSE (tapi3if.h).
pub enum CALLINFOCHANGE_CAUSE {
    /// Something else.
    CIC_OTHER = 0,
    /// CIB_DEVSPECIFICBUFFER.
    CIC_DEVSPECIFIC = 1,
    /// CIL_BEARERMODE.
    CIC_BEARERMODE = 2,
    /// CIL_RATE.
    CIC_RATE = 3,
    /// CIL_APPSPECIFIC, set by an owner.
    CIC_APPSPECIFIC = 4,
    /// CIL_CALLID.
    CIC_CALLID = 5,
    /// CIL_RELATEDCALLID.
    CIC_RELATEDCALLID = 6,
    /// CIL_ORIGIN.
    CIC_ORIGIN = 7,
    /// CIL_REASON.
    CIC_REASON = 8,
    /// CIL_COMPLETIONID.
    CIC_COMPLETIONID = 9,
    /// CIL_NUMBEROFOWNERS went up.
    CIC_NUMOWNERINCR = 10,
    /// CIL_NUMBEROFOWNERS went down.
    CIC_NUMOWNERDECR = 11,
    /// CIL_NUMBEROFMONITORS.
    CIC_NUMMONITORS = 12,
    /// CIL_TRUNK.
    CIC_TRUNK = 13,
    /// The caller: CIS_CALLERIDNAME, CIS_CALLERIDNUMBER.
    CIC_CALLERID = 14,
    /// The called party: CIS_CALLEDIDNAME, CIS_CALLEDIDNUMBER.
    CIC_CALLEDID = 15,
    /// The party reached: CIS_CONNECTEDIDNAME, CIS_CONNECTEDIDNUMBER.
    CIC_CONNECTEDID = 16,
    /// The new destination: CIS_REDIRECTIONIDNAME, CIS_REDIRECTIONIDNUMBER.
    CIC_REDIRECTIONID = 17,
    /// Who redirected: CIS_REDIRECTINGIDNAME, CIS_REDIRECTINGIDNUMBER.
    CIC_REDIRECTINGID = 18,
    /// CIB_USERUSERINFO.
    CIC_USERUSERINFO = 19,
    /// CIB_HIGHLEVELCOMPATIBILITYBUFFER.
    CIC_HIGHLEVELCOMP = 20,
    /// CIB_LOWLEVELCOMPATIBILITYBUFFER.
    CIC_LOWLEVELCOMP = 21,
    /// CIB_CHARGINGINFOBUFFER.
    CIC_CHARGINGINFO = 22,
    /// CIL_CALLTREATMENT.
    CIC_TREATMENT = 23,
    /// CIB_CALLDATABUFFER.
    CIC_CALLDATA = 24,
    /// The privilege of this program; see ITCallInfo::get_Privilege.
    CIC_PRIVILEGE = 25,
    /// CIL_MEDIATYPESAVAILABLE.
    CIC_MEDIATYPE = 26,
    /// The highest value of this enumeration.
    CIC_LASTITEM = 26,
}

/// Selects a number for ITCallInfo::get_CallInfoLong and put_CallInfoLong.
///
/// Page: CALLINFO_LONG (tapi3if.h).
pub enum CALLINFO_LONG {
    /// The media types of the call (TAPIMEDIATYPE_ bits).
    CIL_MEDIATYPESAVAILABLE = 0,
    /// The bearer mode (LINEBEARERMODE_; voice is 1).
    CIL_BEARERMODE = 1,
    /// The kind of the caller's address (LINEADDRESSTYPE_).
    CIL_CALLERIDADDRESSTYPE = 2,
    /// The kind of the called address (LINEADDRESSTYPE_).
    CIL_CALLEDIDADDRESSTYPE = 3,
    /// The kind of the address reached (LINEADDRESSTYPE_).
    CIL_CONNECTEDIDADDRESSTYPE = 4,
    /// The kind of the address redirected to (LINEADDRESSTYPE_).
    CIL_REDIRECTIONIDADDRESSTYPE = 5,
    /// The kind of the address that redirected (LINEADDRESSTYPE_).
    CIL_REDIRECTINGIDADDRESSTYPE = 6,
    /// LINECALLORIGIN_: outbound 1, internal 2, external 4, unknown 0x10, inbound 0x80.
    CIL_ORIGIN = 7,
    /// LINECALLREASON_: direct 1, pickup 0x10, unpark 0x20, redirect 0x40, transfer 0x100...
    CIL_REASON = 8,
    /// A number for the programs that share the call; only an owner may set it.
    CIL_APPSPECIFIC = 9,
    /// Wishes for an outgoing call (LINECALLPARAMFLAGS_ bits).
    CIL_CALLPARAMSFLAGS = 10,
    /// What an unanswered or held caller hears (LINECALLTREATMENT_).
    CIL_CALLTREATMENT = 11,
    /// The lowest data rate, in bits per second.
    CIL_MINRATE = 12,
    /// The highest data rate, in bits per second.
    CIL_MAXRATE = 13,
    /// The country code of the destination.
    CIL_COUNTRYCODE = 14,
    /// The switch's id of the call; calls with the same one share a hub.
    CIL_CALLID = 15,
    /// The id of a related call, as of a consultation.
    CIL_RELATEDCALLID = 16,
    /// The id of the call completion request that this call fulfils.
    CIL_COMPLETIONID = 17,
    /// How many programs own the call.
    CIL_NUMBEROFOWNERS = 18,
    /// How many programs monitor the call.
    CIL_NUMBEROFMONITORS = 19,
    /// The number of the trunk that carries the call.
    CIL_TRUNK = 20,
    /// The present data rate, in bits per second.
    CIL_RATE = 21,
    /// How long a generated digit lasts, in milliseconds.
    CIL_GENERATEDIGITDURATION = 22,
    /// The digit modes being detected (LINEDIGITMODE_ bits).
    CIL_MONITORDIGITMODES = 23,
    /// The media types being detected (TAPIMEDIATYPE_ bits).
    CIL_MONITORMEDIAMODES = 24,
}

/// Selects a text for ITCallInfo::get_CallInfoString and put_CallInfoString.
///
/// Page: CALLINFO_STRING (tapi3if.h).
pub enum CALLINFO_STRING {
    /// The caller's name.
    CIS_CALLERIDNAME = 0,
    /// The caller's number or address.
    CIS_CALLERIDNUMBER = 1,
    /// The name of the party called.
    CIS_CALLEDIDNAME = 2,
    /// The number or address called.
    CIS_CALLEDIDNUMBER = 3,
    /// The name of the party reached.
    CIS_CONNECTEDIDNAME = 4,
    /// The number or address reached.
    CIS_CONNECTEDIDNUMBER = 5,
    /// The name of the party that the call was redirected to.
    CIS_REDIRECTIONIDNAME = 6,
    /// The number or address that the call was redirected to.
    CIS_REDIRECTIONIDNUMBER = 7,
    /// The name of the party that redirected the call.
    CIS_REDIRECTINGIDNAME = 8,
    /// The number or address that redirected the call.
    CIS_REDIRECTINGIDNUMBER = 9,
    /// The called party's name, as the calling program shows it.
    CIS_CALLEDPARTYFRIENDLYNAME = 10,
    /// A remark of the calling program; settable in CS_IDLE only.
    CIS_COMMENT = 11,
    /// The destination as it is shown to people.
    CIS_DISPLAYABLEADDRESS = 12,
    /// The identity that the caller wants to show.
    CIS_CALLINGPARTYID = 13,
}

/// Selects a block of bytes for the CallInfoBuffer methods of ITCallInfo.
///
/// Page: CALLINFO_BUFFER (tapi3if.h).
pub enum CALLINFO_BUFFER {
    /// Bytes that travel between the two parties' programs.
    CIB_USERUSERINFO = 0,
    /// Bytes that the provider defines for its devices.
    CIB_DEVSPECIFICBUFFER = 1,
    /// Bytes that go with the call when it is handed on.
    CIB_CALLDATABUFFER = 2,
    /// Charging information (ISDN, Q.931).
    CIB_CHARGINGINFOBUFFER = 3,
    /// High-level compatibility (ISDN, Q.931).
    CIB_HIGHLEVELCOMPATIBILITYBUFFER = 4,
    /// Low-level compatibility (ISDN, Q.931).
    CIB_LOWLEVELCOMPATIBILITYBUFFER = 5,
}

/// Selects a capability for ITAddressCapabilities::get_AddressCapability.
///
/// Page: ADDRESS_CAPABILITY (tapi3if.h).
pub enum ADDRESS_CAPABILITY {
    /// The address types that CreateCall takes (LINEADDRESSTYPE_ bits).
    AC_ADDRESSTYPES = 0,
    /// The bearer modes (LINEBEARERMODE_ bits).
    AC_BEARERMODES = 1,
    /// How many calls can be connected at once.
    AC_MAXACTIVECALLS = 2,
    /// How many calls can be on hold at once.
    AC_MAXONHOLDCALLS = 3,
    /// How many calls can await a transfer or conference at once.
    AC_MAXONHOLDPENDINGCALLS = 4,
    /// How many parties a conference can have.
    AC_MAXNUMCONFERENCE = 5,
    /// How many parties a conference can have that began as a transfer.
    AC_MAXNUMTRANSCONF = 6,
    /// The digit modes that can be detected (LINEDIGITMODE_ bits).
    AC_MONITORDIGITSUPPORT = 7,
    /// The digit modes that can be sent (LINEDIGITMODE_ bits).
    AC_GENERATEDIGITSUPPORT = 8,
    /// The tones that can be sent (LINETONEMODE_ bits).
    AC_GENERATETONEMODES = 9,
    /// How many frequencies a sent tone can have.
    AC_GENERATETONEMAXNUMFREQ = 10,
    /// How many frequencies a detected tone can have; 0 for no detection.
    AC_MONITORTONEMAXNUMFREQ = 11,
    /// How many tones can be detected at once.
    AC_MONITORTONEMAXNUMENTRIES = 12,
    /// Abilities of the line (LINEDEVCAPFLAGS_ bits).
    AC_DEVCAPFLAGS = 13,
    /// What Answer does to an active call: 1 nothing, 2 drops it, 4 holds it.
    AC_ANSWERMODES = 14,
    /// What the line can do (LINEFEATURE_ bits).
    AC_LINEFEATURES = 15,
    /// The line's states that a program can set (LINEDEVSTATUSFLAGS_ bits).
    AC_SETTABLEDEVSTATUS = 16,
    /// How calls can be parked: 0x1 by ParkDirect, 0x2 by ParkIndirect.
    AC_PARKSUPPORT = 17,
    /// What may be known of the caller (LINECALLPARTYID_ bits).
    AC_CALLERIDSUPPORT = 18,
    /// What may be known of the party called (LINECALLPARTYID_ bits).
    AC_CALLEDIDSUPPORT = 19,
    /// What may be known of the party reached (LINECALLPARTYID_ bits).
    AC_CONNECTEDIDSUPPORT = 20,
    /// What may be known of the party redirected to (LINECALLPARTYID_ bits).
    AC_REDIRECTIONIDSUPPORT = 21,
    /// What may be known of who redirected (LINECALLPARTYID_ bits).
    AC_REDIRECTINGIDSUPPORT = 22,
    /// Abilities of the address (LINEADDRCAPFLAGS_ bits).
    AC_ADDRESSCAPFLAGS = 23,
    /// What can be done with calls (LINECALLFEATURE_ bits).
    AC_CALLFEATURES1 = 24,
    /// More of what can be done with calls (LINECALLFEATURE2_ bits).
    AC_CALLFEATURES2 = 25,
    /// Who can leave a conference: 1 nobody, 2 the last added, 3 anyone.
    AC_REMOVEFROMCONFCAPS = 26,
    /// The call's state after it left a conference (LINECALLSTATE_).
    AC_REMOVEFROMCONFSTATE = 27,
    /// How Finish can end a Transfer: 0x1 as transfer, 0x2 as conference.
    AC_TRANSFERMODES = 28,
    /// What can be done on the address (LINEADDRFEATURE_ bits).
    AC_ADDRESSFEATURES = 29,
    /// States that can transfer a predictive call (LINECALLSTATE_).
    AC_PREDICTIVEAUTOTRANSFERSTATES = 30,
    /// How many bytes CIB_CALLDATABUFFER can hold.
    AC_MAXCALLDATASIZE = 31,
    /// The number of the line in this session, from 0.
    AC_LINEID = 32,
    /// The number of the address on its line, from 0; always the same.
    AC_ADDRESSID = 33,
    /// The forward types that can be set (LINEFORWARDMODE_ bits).
    AC_FORWARDMODES = 34,
    /// How many forwarding rules there can be.
    AC_MAXFORWARDENTRIES = 35,
    /// How many of these can be for one caller; 0 for none.
    AC_MAXSPECIFICENTRIES = 36,
    /// The fewest rings that can be set as no answer.
    AC_MINFWDNUMRINGS = 37,
    /// The most rings that can be set as no answer.
    AC_MAXFWDNUMRINGS = 38,
    /// How many call completion requests can wait at once; 0 for none.
    AC_MAXCALLCOMPLETIONS = 39,
    /// When calls can be completed later: 0x1 busy, 0x2 no answer.
    AC_CALLCOMPLETIONCONDITIONS = 40,
    /// How calls can be completed later (LINECALLCOMPLMODE_ bits).
    AC_CALLCOMPLETIONMODES = 41,
    /// The number of the line in the configuration; always the same.
    AC_PERMANENTDEVICEID = 42,
    /// The shortest timeout of GatherDigits, in milliseconds.
    AC_GATHERDIGITSMINTIMEOUT = 43,
    /// The longest timeout of GatherDigits, in milliseconds.
    AC_GATHERDIGITSMAXTIMEOUT = 44,
    /// The shortest duration of a sent digit, in milliseconds.
    AC_GENERATEDIGITMINDURATION = 45,
    /// The longest duration of a sent digit, in milliseconds.
    AC_GENERATEDIGITMAXDURATION = 46,
    /// The usual duration of a sent digit, in milliseconds.
    AC_GENERATEDIGITDEFAULTDURATION = 47,
}

/// Selects a text for ITAddressCapabilities::get_AddressCapabilityString.
///
/// Page: ADDRESS_CAPABILITY_STRING (tapi3if.h).
pub enum ADDRESS_CAPABILITY_STRING {
    /// The protocol as GUID text, such as TAPIPROTOCOL_String_PSTN.
    ACS_PROTOCOL = 0,
    /// The provider's own bytes about the address; not always text.
    ACS_ADDRESSDEVICESPECIFIC = 1,
    /// The provider's own bytes about the line; not always text.
    ACS_LINEDEVICESPECIFIC = 2,
    /// The provider's description of itself.
    ACS_PROVIDERSPECIFIC = 3,
    /// The provider's description of the switch.
    ACS_SWITCHSPECIFIC = 4,
    /// The id of the line as GUID text; always the same.
    ACS_PERMANENTDEVICEGUID = 5,
}

/// Whether a wave device can play and record at once.
///
/// Page: FULLDUPLEX_SUPPORT (tapi3if.h).
pub enum FULLDUPLEX_SUPPORT {
    /// It can.
    FDS_SUPPORTED = 0,
    /// It cannot.
    FDS_NOTSUPPORTED = 1,
    /// It is not known.
    FDS_UNKNOWN = 2,
}

/// How ITBasicCallControl::Finish ends a Transfer or Conference.
///
/// Page: FINISH_MODE (tapi3if.h).
pub enum FINISH_MODE {
    /// Connect the two other parties and leave.
    FM_ASTRANSFER = 0,
    /// Join all three parties.
    FM_ASCONFERENCE = 1,
}

/// What a program may do with a phone.
///
/// Page: PHONE_PRIVILEGE (tapi3if.h).
pub enum PHONE_PRIVILEGE {
    /// Control it and read about it.
    PP_OWNER = 0,
    /// Read about it only.
    PP_MONITOR = 1,
}

/// The hook-switch devices of a phone, as bits.
///
/// Page: PHONE_HOOK_SWITCH_DEVICE (tapi3if.h).
#[flags]
pub enum PHONE_HOOK_SWITCH_DEVICE {
    /// The handset.
    PHSD_HANDSET = 1,
    /// The speakerphone.
    PHSD_SPEAKERPHONE = 2,
    /// The headset.
    PHSD_HEADSET = 4,
}

/// The states of a hook switch, as bits.
///
/// Page: PHONE_HOOK_SWITCH_STATE (tapi3if.h).
#[flags]
pub enum PHONE_HOOK_SWITCH_STATE {
    /// Hung up: microphone and speaker are off.
    PHSS_ONHOOK = 1,
    /// Off hook with the microphone only.
    PHSS_OFFHOOK_MIC_ONLY = 2,
    /// Off hook with the speaker only.
    PHSS_OFFHOOK_SPEAKER_ONLY = 4,
    /// Off hook with microphone and speaker.
    PHSS_OFFHOOK = 8,
}

/// How a lamp of a phone shines.
///
/// Page: PHONE_LAMP_MODE (tapi3if.h).
#[flags]
pub enum PHONE_LAMP_MODE {
    /// There is no lamp at this place.
    LM_DUMMY = 1,
    /// Dark.
    LM_OFF = 2,
    /// Steady light.
    LM_STEADY = 4,
    /// Winking: mostly on.
    LM_WINK = 8,
    /// Flashing: on and off in equal parts.
    LM_FLASH = 16,
    /// Fluttering: fast flashes.
    LM_FLUTTER = 32,
    /// Flutter and off in turn.
    LM_BROKENFLUTTER = 64,
    /// The provider does not know.
    LM_UNKNOWN = 0x80,
}

/// Selects a capability for ITPhone::get_PhoneCapsLong.
///
/// Page: PHONECAPS_LONG (tapi3if.h).
pub enum PHONECAPS_LONG {
    /// The hook-switch devices (PHONE_HOOK_SWITCH_DEVICE bits).
    PCL_HOOKSWITCHES = 0,
    /// The handset's states (PHONE_HOOK_SWITCH_STATE bits).
    PCL_HANDSETHOOKSWITCHMODES = 1,
    /// The headset's states (PHONE_HOOK_SWITCH_STATE bits).
    PCL_HEADSETHOOKSWITCHMODES = 2,
    /// The speakerphone's states (PHONE_HOOK_SWITCH_STATE bits).
    PCL_SPEAKERPHONEHOOKSWITCHMODES = 3,
    /// The rows of the display; 0 for no display.
    PCL_DISPLAYNUMROWS = 4,
    /// The columns of the display; 0 for no display.
    PCL_DISPLAYNUMCOLUMNS = 5,
    /// How many ring modes there are; 0 often means that there is no ringer.
    PCL_NUMRINGMODES = 6,
    /// How many buttons and lamps there are.
    PCL_NUMBUTTONLAMPS = 7,
    /// 1 for a phone that serves every audio address, as a USB phone; otherwise 0.
    PCL_GENERICPHONE = 8,
}

/// Selects a text for ITPhone::get_PhoneCapsString.
///
/// Page: PHONECAPS_STRING (tapi3if.h).
pub enum PHONECAPS_STRING {
    /// The name of the phone.
    PCS_PHONENAME = 0,
    /// A description of the phone.
    PCS_PHONEINFO = 1,
    /// A description of its provider.
    PCS_PROVIDERINFO = 2,
}

/// Selects a block of bytes for the PhoneCapsBuffer methods of ITPhone.
///
/// Page: PHONECAPS_BUFFER (tapi3if.h).
pub enum PHONECAPS_BUFFER {
    /// Bytes that the provider defines.
    PCB_DEVSPECIFICBUFFER = 0,
}

/// The position of a button.
///
/// Page: PHONE_BUTTON_STATE (tapi3if.h).
#[flags]
pub enum PHONE_BUTTON_STATE {
    /// Not pressed.
    PBS_UP = 1,
    /// Pressed.
    PBS_DOWN = 2,
    /// Not known yet.
    PBS_UNKNOWN = 4,
    /// Never to be known.
    PBS_UNAVAIL = 8,
}

/// What kind of button it is.
///
/// Page: PHONE_BUTTON_MODE (tapi3if.h).
pub enum PHONE_BUTTON_MODE {
    /// No button at this place; perhaps a lamp.
    PBM_DUMMY = 0,
    /// Selects a call appearance.
    PBM_CALL = 1,
    /// Asks the switch for a feature.
    PBM_FEATURE = 2,
    /// A key of the number pad.
    PBM_KEYPAD = 3,
    /// Acts on the phone alone, such as its volume.
    PBM_LOCAL = 4,
    /// A soft key beside the display.
    PBM_DISPLAY = 5,
}

/// What pressing a button does.
///
/// Page: PHONE_BUTTON_FUNCTION (tapi3if.h).
pub enum PHONE_BUTTON_FUNCTION {
    /// Unknown or not assigned.
    PBF_UNKNOWN = 0,
    /// Begins a conference or adds to it.
    PBF_CONFERENCE = 1,
    /// Begins or completes a transfer.
    PBF_TRANSFER = 2,
    /// Drops the active call.
    PBF_DROP = 3,
    /// Holds the active call.
    PBF_HOLD = 4,
    /// Takes a call off hold.
    PBF_RECALL = 5,
    /// Disconnects a call, as after a transfer has begun.
    PBF_DISCONNECT = 6,
    /// Returns to the call on consultation hold.
    PBF_CONNECT = 7,
    /// Turns a message-waiting lamp on.
    PBF_MSGWAITON = 8,
    /// Turns a message-waiting lamp off.
    PBF_MSGWAITOFF = 9,
    /// Selects the ring pattern.
    PBF_SELECTRING = 10,
    /// Says that a short number follows.
    PBF_ABBREVDIAL = 11,
    /// Sets or changes forwarding.
    PBF_FORWARD = 12,
    /// Picks up a call that rings elsewhere.
    PBF_PICKUP = 13,
    /// Asks to be called when a busy or absent party is free.
    PBF_RINGAGAIN = 14,
    /// Parks the active call.
    PBF_PARK = 15,
    /// Refuses an offered call.
    PBF_REJECT = 16,
    /// Sends an offered call to another extension.
    PBF_REDIRECT = 17,
    /// Mutes the microphone.
    PBF_MUTE = 18,
    /// Makes it louder.
    PBF_VOLUMEUP = 19,
    /// Makes it quieter.
    PBF_VOLUMEDOWN = 20,
    /// Turns the loudspeaker on.
    PBF_SPEAKERON = 21,
    /// Turns the loudspeaker off.
    PBF_SPEAKEROFF = 22,
    /// A short on-hook and off-hook: the next digits are for the switch.
    PBF_FLASH = 23,
    /// Says that the next call carries data.
    PBF_DATAON = 24,
    /// Says that the next call carries no data.
    PBF_DATAOFF = 25,
    /// Keeps incoming calls away.
    PBF_DONOTDISTURB = 26,
    /// Speaks over the intercom.
    PBF_INTERCOM = 27,
    /// Selects an appearance of a shared address.
    PBF_BRIDGEDAPP = 28,
    /// Makes the phone look busy.
    PBF_BUSY = 29,
    /// Selects a call appearance.
    PBF_CALLAPP = 30,
    /// Shows date and time.
    PBF_DATETIME = 31,
    /// Opens the switch's directory.
    PBF_DIRECTORY = 32,
    /// Sends all calls to the phone that covers for this one.
    PBF_COVER = 33,
    /// Shows the caller's identity.
    PBF_CALLID = 34,
    /// Dials the last number again.
    PBF_LASTNUM = 35,
    /// Goes into night service.
    PBF_NIGHTSRV = 36,
    /// Sends all calls to the covering phone, as PBF_COVER does.
    PBF_SENDCALLS = 37,
    /// Controls the message lamp.
    PBF_MSGINDICATOR = 38,
    /// Dials a stored number by its short code.
    PBF_REPDIAL = 39,
    /// Stores a number under a short code.
    PBF_SETREPDIAL = 40,
    /// Dials a number stored in the switch by its short code.
    PBF_SYSTEMSPEED = 41,
    /// Dials a number stored for this phone by its short code.
    PBF_STATIONSPEED = 42,
    /// Waits for a busy extension and rings when it is free.
    PBF_CAMPON = 43,
    /// Stores the number of the present call, or repeats the one stored.
    PBF_SAVEREPEAT = 44,
    /// Waits for a free trunk and rings when there is one.
    PBF_QUEUECALL = 45,
    /// No function.
    PBF_NONE = 46,
    /// Sends the request for a call.
    PBF_SEND = 47,
}

/// Tones that ITAutomatedPhoneControl::StartTone can play.
///
/// Page: PHONE_TONE (tapi3if.h).
pub enum PHONE_TONE {
    /// DTMF 0.
    PT_KEYPADZERO = 0,
    /// DTMF 1.
    PT_KEYPADONE = 1,
    /// DTMF 2.
    PT_KEYPADTWO = 2,
    /// DTMF 3.
    PT_KEYPADTHREE = 3,
    /// DTMF 4.
    PT_KEYPADFOUR = 4,
    /// DTMF 5.
    PT_KEYPADFIVE = 5,
    /// DTMF 6.
    PT_KEYPADSIX = 6,
    /// DTMF 7.
    PT_KEYPADSEVEN = 7,
    /// DTMF 8.
    PT_KEYPADEIGHT = 8,
    /// DTMF 9.
    PT_KEYPADNINE = 9,
    /// DTMF star.
    PT_KEYPADSTAR = 10,
    /// DTMF hash.
    PT_KEYPADPOUND = 11,
    /// DTMF A.
    PT_KEYPADA = 12,
    /// DTMF B.
    PT_KEYPADB = 13,
    /// DTMF C.
    PT_KEYPADC = 14,
    /// DTMF D.
    PT_KEYPADD = 15,
    /// The usual dial tone.
    PT_NORMALDIALTONE = 16,
    /// The dial tone of an outside line.
    PT_EXTERNALDIALTONE = 17,
    /// The busy tone.
    PT_BUSY = 18,
    /// The ringing tone that a caller hears.
    PT_RINGBACK = 19,
    /// The error tone.
    PT_ERRORTONE = 20,
    /// Silence.
    PT_SILENCE = 21,
}

/// What a TE_PHONEEVENT reports.
///
/// Page: PHONE_EVENT (tapi3if.h).
pub enum PHONE_EVENT {
    /// The display changed.
    PE_DISPLAY = 0,
    /// A lamp changed.
    PE_LAMPMODE = 1,
    /// The ring mode changed.
    PE_RINGMODE = 2,
    /// The ring volume changed.
    PE_RINGVOLUME = 3,
    /// A hook switch changed.
    PE_HOOKSWITCH = 4,
    /// The capabilities changed; read them again.
    PE_CAPSCHANGE = 5,
    /// A button was pressed or released.
    PE_BUTTON = 6,
    /// The phone was closed from outside.
    PE_CLOSE = 7,
    /// A whole number has been dialled on the phone.
    PE_NUMBERGATHERED = 8,
    /// Dialling on the phone began.
    PE_DIALING = 9,
    /// The user answered on the phone.
    PE_ANSWER = 10,
    /// The user hung up on the phone.
    PE_DISCONNECT = 11,
    /// The highest value of this enumeration.
    PE_LASTITEM = 11,
}

/// Whether a file terminal or track plays or records.
///
/// Page: TERMINAL_MEDIA_STATE (tapi3if.h).
pub enum TERMINAL_MEDIA_STATE {
    /// Stopped.
    TMS_IDLE = 0,
    /// Running.
    TMS_ACTIVE = 1,
    /// Paused; Start goes on from here.
    TMS_PAUSED = 2,
    /// The highest value of this enumeration.
    TMS_LASTITEM = 2,
}

/// Why a file terminal changed its state.
///
/// Page: FT_STATE_EVENT_CAUSE (tapi3if.h).
pub enum FT_STATE_EVENT_CAUSE {
    /// The program asked for it.
    FTEC_NORMAL = 0,
    /// The file is at its end.
    FTEC_END_OF_FILE = 1,
    /// The file could not be read.
    FTEC_READ_ERROR = 2,
    /// The file could not be written.
    FTEC_WRITE_ERROR = 3,
}

/// The state that a call-centre agent went into.
///
/// Page: AGENT_EVENT (tapi3cc.h).
pub enum AGENT_EVENT {
    /// Not ready for calls.
    AE_NOT_READY = 0,
    /// Ready for calls.
    AE_READY = 1,
    /// Busy with a call from a queue.
    AE_BUSY_ACD = 2,
    /// Busy with another incoming call.
    AE_BUSY_INCOMING = 3,
    /// Busy with an outgoing call.
    AE_BUSY_OUTGOING = 4,
    /// Not known.
    AE_UNKNOWN = 5,
}

/// The states of a call-centre agent.
///
/// Page: AGENT_STATE (tapi3cc.h).
pub enum AGENT_STATE {
    /// Not ready for calls.
    AS_NOT_READY = 0,
    /// Ready for calls.
    AS_READY = 1,
    /// Busy with a call from a queue.
    AS_BUSY_ACD = 2,
    /// Busy with another incoming call.
    AS_BUSY_INCOMING = 3,
    /// Busy with an outgoing call.
    AS_BUSY_OUTGOING = 4,
    /// Not known.
    AS_UNKNOWN = 5,
}

/// What happened to an agent session.
///
/// Page: AGENT_SESSION_EVENT (tapi3cc.h).
pub enum AGENT_SESSION_EVENT {
    /// It began.
    ASE_NEW_SESSION = 0,
    /// It takes no calls now.
    ASE_NOT_READY = 1,
    /// It takes calls now.
    ASE_READY = 2,
    /// It is busy with a call.
    ASE_BUSY = 3,
    /// It is busy with the work after a call.
    ASE_WRAPUP = 4,
    /// It ended.
    ASE_END = 5,
}

/// The states of an agent session.
///
/// Page: AGENT_SESSION_STATE (tapi3cc.h).
pub enum AGENT_SESSION_STATE {
    /// Takes no calls.
    ASST_NOT_READY = 0,
    /// Takes calls.
    ASST_READY = 1,
    /// Busy with a call.
    ASST_BUSY_ON_CALL = 2,
    /// Busy with the work after a call.
    ASST_BUSY_WRAPUP = 3,
    /// Ended.
    ASST_SESSION_ENDED = 4,
}

/// What happened to an agent handler.
///
/// Page: AGENTHANDLER_EVENT (tapi3cc.h).
pub enum AGENTHANDLER_EVENT {
    /// It was added.
    AHE_NEW_AGENTHANDLER = 0,
    /// It was removed.
    AHE_AGENTHANDLER_REMOVED = 1,
}

/// What happened to an ACD group.
///
/// Page: ACDGROUP_EVENT (tapi3cc.h).
pub enum ACDGROUP_EVENT {
    /// It was added.
    ACDGE_NEW_GROUP = 0,
    /// It was removed.
    ACDGE_GROUP_REMOVED = 1,
}

/// What happened to an ACD queue.
///
/// Page: ACDQUEUE_EVENT (tapi3cc.h).
pub enum ACDQUEUE_EVENT {
    /// It was added.
    ACDQE_NEW_QUEUE = 0,
    /// It was removed.
    ACDQE_QUEUE_REMOVED = 1,
}

/// Which directions a terminal class can work in, as bits.
///
/// Page: TMGR_DIRECTION (termmgr.h).
pub enum TMGR_DIRECTION {
    /// Towards the call.
    TMGR_TD_CAPTURE = 1,
    /// Towards the device.
    TMGR_TD_RENDER = 2,
    /// Both, TMGR_TD_CAPTURE and TMGR_TD_RENDER together.
    TMGR_TD_BOTH = 3,
}
