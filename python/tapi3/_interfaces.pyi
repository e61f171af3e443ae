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

TAPI_E_NOTENOUGHMEMORY: int
TAPI_E_NOITEMS: int
TAPI_E_NOTSUPPORTED: int
TAPI_E_INVALIDMEDIATYPE: int
TAPI_E_OPERATIONFAILED: int
TAPI_E_ALLOCATED: int
TAPI_E_CALLUNAVAIL: int
TAPI_E_COMPLETIONOVERRUN: int
TAPI_E_CONFERENCEFULL: int
TAPI_E_DIALMODIFIERNOTSUPPORTED: int
TAPI_E_INUSE: int
TAPI_E_INVALADDRESS: int
TAPI_E_INVALADDRESSSTATE: int
TAPI_E_INVALCALLPARAMS: int
TAPI_E_INVALCALLPRIVILEGE: int
TAPI_E_INVALCALLSTATE: int
TAPI_E_INVALCARD: int
TAPI_E_INVALCOMPLETIONID: int
TAPI_E_INVALCOUNTRYCODE: int
TAPI_E_INVALDEVICECLASS: int
TAPI_E_INVALDIALPARAMS: int
TAPI_E_INVALDIGITS: int
TAPI_E_INVALGROUPID: int
TAPI_E_INVALLOCATION: int
TAPI_E_INVALMESSAGEID: int
TAPI_E_INVALPARKID: int
TAPI_E_INVALRATE: int
TAPI_E_INVALTIMEOUT: int
TAPI_E_INVALTONE: int
TAPI_E_INVALLIST: int
TAPI_E_INVALMODE: int
TAPI_E_NOCONFERENCE: int
TAPI_E_NODEVICE: int
TAPI_E_NOREQUEST: int
TAPI_E_NOTOWNER: int
TAPI_E_NOTREGISTERED: int
TAPI_E_REQUESTOVERRUN: int
TAPI_E_TARGETNOTFOUND: int
TAPI_E_TARGETSELF: int
TAPI_E_USERUSERINFOTOOBIG: int
TAPI_E_REINIT: int
TAPI_E_ADDRESSBLOCKED: int
TAPI_E_BILLINGREJECTED: int
TAPI_E_INVALFEATURE: int
TAPI_E_INVALBUTTONLAMPID: int
TAPI_E_INVALBUTTONSTATE: int
TAPI_E_INVALDATAID: int
TAPI_E_INVALHOOKSWITCHDEV: int
TAPI_E_DROPPED: int
TAPI_E_NOREQUESTRECIPIENT: int
TAPI_E_REQUESTQUEUEFULL: int
TAPI_E_DESTBUSY: int
TAPI_E_DESTNOANSWER: int
TAPI_E_DESTUNAVAIL: int
TAPI_E_REQUESTFAILED: int
TAPI_E_REQUESTCANCELLED: int
TAPI_E_INVALPRIVILEGE: int
TAPI_E_INVALIDDIRECTION: int
TAPI_E_INVALIDTERMINAL: int
TAPI_E_INVALIDTERMINALCLASS: int
TAPI_E_NODRIVER: int
TAPI_E_MAXSTREAMS: int
TAPI_E_NOTERMINALSELECTED: int
TAPI_E_TERMINALINUSE: int
TAPI_E_NOTSTOPPED: int
TAPI_E_MAXTERMINALS: int
TAPI_E_INVALIDSTREAM: int
TAPI_E_TIMEOUT: int
TAPI_E_CALLCENTER_GROUP_REMOVED: int
TAPI_E_CALLCENTER_QUEUE_REMOVED: int
TAPI_E_CALLCENTER_NO_AGENT_ID: int
TAPI_E_CALLCENTER_INVALAGENTID: int
TAPI_E_CALLCENTER_INVALAGENTGROUP: int
TAPI_E_CALLCENTER_INVALPASSWORD: int
TAPI_E_CALLCENTER_INVALAGENTSTATE: int
TAPI_E_CALLCENTER_INVALAGENTACTIVITY: int
TAPI_E_REGISTRY_SETTING_CORRUPT: int
TAPI_E_TERMINAL_PEER: int
TAPI_E_PEER_NOT_SET: int
TAPI_E_NOEVENT: int
TAPI_E_INVALADDRESSTYPE: int
TAPI_E_RESOURCEUNAVAIL: int
TAPI_E_PHONENOTOPEN: int
TAPI_E_CALLNOTSELECTED: int
TAPI_E_WRONGEVENT: int
TAPI_E_NOFORMAT: int
TAPI_E_INVALIDSTREAMSTATE: int
TAPI_E_WRONG_STATE: int
TAPI_E_NOT_INITIALIZED: int
TAPI_E_SERVICE_NOT_RUNNING: int
S_OK: int
S_FALSE: int
E_PENDING: int
E_NOTIMPL: int
E_NOINTERFACE: int
E_POINTER: int
E_ABORT: int
E_FAIL: int
E_UNEXPECTED: int
E_ACCESSDENIED: int
E_OUTOFMEMORY: int
E_INVALIDARG: int
CONNECT_E_NOCONNECTION: int
CONNECT_E_ADVISELIMIT: int
CONNECT_E_CANNOTCONNECT: int
CLASS_E_NOAGGREGATION: int
CLASS_E_CLASSNOTAVAILABLE: int
REGDB_E_CLASSNOTREG: int
CO_E_NOTINITIALIZED: int
CO_E_OBJNOTCONNECTED: int
CO_E_CLASSSTRING: int
CO_E_IIDSTRING: int
RPC_E_CHANGED_MODE: int
DISP_E_UNKNOWNINTERFACE: int
DISP_E_MEMBERNOTFOUND: int
DISP_E_PARAMNOTFOUND: int
DISP_E_TYPEMISMATCH: int
DISP_E_UNKNOWNNAME: int
DISP_E_NONAMEDARGS: int
DISP_E_BADVARTYPE: int
DISP_E_EXCEPTION: int
DISP_E_OVERFLOW: int
DISP_E_BADINDEX: int
DISP_E_UNKNOWNLCID: int
DISP_E_ARRAYISLOCKED: int
DISP_E_BADPARAMCOUNT: int
DISP_E_PARAMNOTOPTIONAL: int
MS_S_PENDING: int
MS_S_NOUPDATE: int
MS_S_ENDOFSTREAM: int
MS_E_SAMPLEALLOC: int
MS_E_PURPOSEID: int
MS_E_NOSTREAM: int
MS_E_NOSEEKING: int
MS_E_INCOMPATIBLE: int
MS_E_BUSY: int
MS_E_NOTINIT: int
MS_E_SOURCEALREADYDEFINED: int
MS_E_INVALIDSTREAMTYPE: int
MS_E_NOTRUNNING: int
VFW_E_ALREADY_CONNECTED: int
VFW_E_NOT_CONNECTED: int
VFW_E_BUFFER_NOTSET: int
VFW_E_BUFFER_OVERFLOW: int
VFW_E_BADALIGN: int
VFW_E_NOT_COMMITTED: int
VFW_E_TYPE_NOT_ACCEPTED: int
VFW_E_TIMEOUT: int
VT_EMPTY: int
VT_NULL: int
VT_I2: int
VT_I4: int
VT_R4: int
VT_R8: int
VT_CY: int
VT_DATE: int
VT_BSTR: int
VT_DISPATCH: int
VT_ERROR: int
VT_BOOL: int
VT_VARIANT: int
VT_UNKNOWN: int
VT_DECIMAL: int
VT_I1: int
VT_UI1: int
VT_UI2: int
VT_UI4: int
VT_I8: int
VT_UI8: int
VT_INT: int
VT_UINT: int
VT_RECORD: int
VT_ARRAY: int
VT_BYREF: int
VT_TYPEMASK: int
VARIANT_TRUE: int
VARIANT_FALSE: int
FADF_AUTO: int
FADF_STATIC: int
FADF_EMBEDDED: int
FADF_FIXEDSIZE: int
FADF_RECORD: int
FADF_HAVEIID: int
FADF_HAVEVARTYPE: int
FADF_BSTR: int
FADF_UNKNOWN: int
FADF_DISPATCH: int
FADF_VARIANT: int
DISPATCH_METHOD: int
DISPATCH_PROPERTYGET: int
DISPATCH_PROPERTYPUT: int
DISPATCH_PROPERTYPUTREF: int
DISPID_UNKNOWN: int
DISPID_VALUE: int
DISPID_PROPERTYPUT: int
DISPID_NEWENUM: int
VARIANT_NOVALUEPROP: int
VARIANT_ALPHABOOL: int
VARIANT_LOCALBOOL: int
CLSCTX_INPROC_SERVER: int
CLSCTX_INPROC_HANDLER: int
CLSCTX_LOCAL_SERVER: int
CLSCTX_REMOTE_SERVER: int
CLSCTX_ALL: int
COINIT_APARTMENTTHREADED: int
COINIT_MULTITHREADED: int
COINIT_DISABLE_OLE1DDE: int
COINIT_SPEED_OVER_MEMORY: int
LOCALE_SYSTEM_DEFAULT: int
LOCALE_USER_DEFAULT: int
LINEADDRESSTYPE_PHONENUMBER: int
LINEADDRESSTYPE_SDP: int
LINEADDRESSTYPE_EMAILNAME: int
LINEADDRESSTYPE_DOMAINNAME: int
LINEADDRESSTYPE_IPADDRESS: int
LINEDIGITMODE_PULSE: int
LINEDIGITMODE_DTMF: int
LINEDIGITMODE_DTMFEND: int
TAPIMEDIATYPE_AUDIO: int
TAPIMEDIATYPE_VIDEO: int
TAPIMEDIATYPE_DATAMODEM: int
TAPIMEDIATYPE_G3FAX: int
TAPIMEDIATYPE_MULTITRACK: int
LINECALLREASON_DIRECT: int
LINECALLREASON_FWDBUSY: int
LINECALLREASON_FWDNOANSWER: int
LINECALLREASON_FWDUNCOND: int
LINECALLREASON_PICKUP: int
LINECALLREASON_UNPARK: int
LINECALLREASON_REDIRECT: int
LINECALLREASON_CALLCOMPLETION: int
LINECALLREASON_TRANSFER: int
LINECALLREASON_REMINDER: int
LINECALLREASON_UNKNOWN: int
LINECALLREASON_UNAVAIL: int
LINECALLREASON_INTRUDE: int
LINECALLREASON_PARKED: int
LINECALLREASON_CAMPEDON: int
LINECALLREASON_ROUTEREQUEST: int
LINECALLORIGIN_OUTBOUND: int
LINECALLORIGIN_INTERNAL: int
LINECALLORIGIN_EXTERNAL: int
LINECALLORIGIN_UNKNOWN: int
LINECALLORIGIN_UNAVAIL: int
LINECALLORIGIN_CONFERENCE: int
LINECALLORIGIN_INBOUND: int
TAPI3_LOG_ERROR: int
TAPI3_LOG_WARN: int
TAPI3_LOG_INFO: int
TAPI3_LOG_DEBUG: int
TAPI3_LOG_TRACE: int
SSUPDATE_ASYNC: int
SSUPDATE_CONTINUOUS: int
COMPSTAT_NOUPDATEOK: int
COMPSTAT_WAIT: int
COMPSTAT_ABORT: int
CLSID_String_VideoWindowTerm: str
CLSID_String_VideoInputTerminal: str
CLSID_String_HandsetTerminal: str
CLSID_String_HeadsetTerminal: str
CLSID_String_SpeakerphoneTerminal: str
CLSID_String_MicrophoneTerminal: str
CLSID_String_SpeakersTerminal: str
CLSID_String_MediaStreamTerminal: str
CLSID_String_FileRecordingTerminal: str
CLSID_String_FilePlaybackTerminal: str
TAPIPROTOCOL_String_PSTN: str
TAPIPROTOCOL_String_H323: str
TAPIPROTOCOL_String_Multicast: str

class TAPI_TONEMODE(IntFlag):
    TTM_RINGBACK = 2
    TTM_BUSY = 4
    TTM_BEEP = 8
    TTM_BILLING = 16

class TAPI_GATHERTERM(IntFlag):
    TGT_BUFFERFULL = 1
    TGT_TERMDIGIT = 2
    TGT_FIRSTTIMEOUT = 4
    TGT_INTERTIMEOUT = 8
    TGT_CANCEL = 16

class ADDRESS_EVENT(IntEnum):
    AE_STATE = 0
    AE_CAPSCHANGE = 1
    AE_RINGING = 2
    AE_CONFIGCHANGE = 3
    AE_FORWARD = 4
    AE_NEWTERMINAL = 5
    AE_REMOVETERMINAL = 6
    AE_MSGWAITON = 7
    AE_MSGWAITOFF = 8
    AE_LASTITEM = 8

class ADDRESS_STATE(IntEnum):
    AS_INSERVICE = 0
    AS_OUTOFSERVICE = 1

class CALL_STATE(IntEnum):
    CS_IDLE = 0
    CS_INPROGRESS = 1
    CS_CONNECTED = 2
    CS_DISCONNECTED = 3
    CS_OFFERING = 4
    CS_HOLD = 5
    CS_QUEUED = 6
    CS_LASTITEM = 6

class CALL_STATE_EVENT_CAUSE(IntEnum):
    CEC_NONE = 0
    CEC_DISCONNECT_NORMAL = 1
    CEC_DISCONNECT_BUSY = 2
    CEC_DISCONNECT_BADADDRESS = 3
    CEC_DISCONNECT_NOANSWER = 4
    CEC_DISCONNECT_CANCELLED = 5
    CEC_DISCONNECT_REJECTED = 6
    CEC_DISCONNECT_FAILED = 7
    CEC_DISCONNECT_BLOCKED = 8

class CALL_MEDIA_EVENT(IntEnum):
    CME_NEW_STREAM = 0
    CME_STREAM_FAIL = 1
    CME_TERMINAL_FAIL = 2
    CME_STREAM_NOT_USED = 3
    CME_STREAM_ACTIVE = 4
    CME_STREAM_INACTIVE = 5
    CME_LASTITEM = 5

class CALL_MEDIA_EVENT_CAUSE(IntEnum):
    CMC_UNKNOWN = 0
    CMC_BAD_DEVICE = 1
    CMC_CONNECT_FAIL = 2
    CMC_LOCAL_REQUEST = 3
    CMC_REMOTE_REQUEST = 4
    CMC_MEDIA_TIMEOUT = 5
    CMC_MEDIA_RECOVERED = 6
    CMC_QUALITY_OF_SERVICE = 7

class DISCONNECT_CODE(IntEnum):
    DC_NORMAL = 0
    DC_NOANSWER = 1
    DC_REJECTED = 2

class TERMINAL_STATE(IntEnum):
    TS_INUSE = 0
    TS_NOTINUSE = 1

class TERMINAL_DIRECTION(IntEnum):
    TD_CAPTURE = 0
    TD_RENDER = 1
    TD_BIDIRECTIONAL = 2
    TD_MULTITRACK_MIXED = 3
    TD_NONE = 4

class TERMINAL_TYPE(IntEnum):
    TT_STATIC = 0
    TT_DYNAMIC = 1

class CALL_PRIVILEGE(IntEnum):
    CP_OWNER = 0
    CP_MONITOR = 1

class TAPI_EVENT(IntFlag):
    TE_TAPIOBJECT = 1
    TE_ADDRESS = 2
    TE_CALLNOTIFICATION = 4
    TE_CALLSTATE = 8
    TE_CALLMEDIA = 16
    TE_CALLHUB = 32
    TE_CALLINFOCHANGE = 64
    TE_PRIVATE = 128
    TE_REQUEST = 256
    TE_AGENT = 512
    TE_AGENTSESSION = 1024
    TE_QOSEVENT = 2048
    TE_AGENTHANDLER = 4096
    TE_ACDGROUP = 8192
    TE_QUEUE = 16384
    TE_DIGITEVENT = 32768
    TE_GENERATEEVENT = 65536
    TE_ASRTERMINAL = 131072
    TE_TTSTERMINAL = 262144
    TE_FILETERMINAL = 524288
    TE_TONETERMINAL = 1048576
    TE_PHONEEVENT = 2097152
    TE_TONEEVENT = 4194304
    TE_GATHERDIGITS = 8388608
    TE_ADDRESSDEVSPECIFIC = 16777216
    TE_PHONEDEVSPECIFIC = 33554432

class CALL_NOTIFICATION_EVENT(IntEnum):
    CNE_OWNER = 0
    CNE_MONITOR = 1
    CNE_LASTITEM = 1

class CALLHUB_EVENT(IntEnum):
    CHE_CALLJOIN = 0
    CHE_CALLLEAVE = 1
    CHE_CALLHUBNEW = 2
    CHE_CALLHUBIDLE = 3
    CHE_LASTITEM = 3

class CALLHUB_STATE(IntEnum):
    CHS_ACTIVE = 0
    CHS_IDLE = 1

class TAPIOBJECT_EVENT(IntEnum):
    TE_ADDRESSCREATE = 0
    TE_ADDRESSREMOVE = 1
    TE_REINIT = 2
    TE_TRANSLATECHANGE = 3
    TE_ADDRESSCLOSE = 4
    TE_PHONECREATE = 5
    TE_PHONEREMOVE = 6

class TAPI_OBJECT_TYPE(IntEnum):
    TOT_NONE = 0
    TOT_TAPI = 1
    TOT_ADDRESS = 2
    TOT_TERMINAL = 3
    TOT_CALL = 4
    TOT_CALLHUB = 5
    TOT_PHONE = 6

class QOS_SERVICE_LEVEL(IntEnum):
    QSL_NEEDED = 1
    QSL_IF_AVAILABLE = 2
    QSL_BEST_EFFORT = 3

class QOS_EVENT(IntEnum):
    QE_NOQOS = 1
    QE_ADMISSIONFAILURE = 2
    QE_POLICYFAILURE = 3
    QE_GENERICERROR = 4
    QE_LASTITEM = 4

class CALLINFOCHANGE_CAUSE(IntEnum):
    CIC_OTHER = 0
    CIC_DEVSPECIFIC = 1
    CIC_BEARERMODE = 2
    CIC_RATE = 3
    CIC_APPSPECIFIC = 4
    CIC_CALLID = 5
    CIC_RELATEDCALLID = 6
    CIC_ORIGIN = 7
    CIC_REASON = 8
    CIC_COMPLETIONID = 9
    CIC_NUMOWNERINCR = 10
    CIC_NUMOWNERDECR = 11
    CIC_NUMMONITORS = 12
    CIC_TRUNK = 13
    CIC_CALLERID = 14
    CIC_CALLEDID = 15
    CIC_CONNECTEDID = 16
    CIC_REDIRECTIONID = 17
    CIC_REDIRECTINGID = 18
    CIC_USERUSERINFO = 19
    CIC_HIGHLEVELCOMP = 20
    CIC_LOWLEVELCOMP = 21
    CIC_CHARGINGINFO = 22
    CIC_TREATMENT = 23
    CIC_CALLDATA = 24
    CIC_PRIVILEGE = 25
    CIC_MEDIATYPE = 26
    CIC_LASTITEM = 26

class CALLINFO_LONG(IntEnum):
    CIL_MEDIATYPESAVAILABLE = 0
    CIL_BEARERMODE = 1
    CIL_CALLERIDADDRESSTYPE = 2
    CIL_CALLEDIDADDRESSTYPE = 3
    CIL_CONNECTEDIDADDRESSTYPE = 4
    CIL_REDIRECTIONIDADDRESSTYPE = 5
    CIL_REDIRECTINGIDADDRESSTYPE = 6
    CIL_ORIGIN = 7
    CIL_REASON = 8
    CIL_APPSPECIFIC = 9
    CIL_CALLPARAMSFLAGS = 10
    CIL_CALLTREATMENT = 11
    CIL_MINRATE = 12
    CIL_MAXRATE = 13
    CIL_COUNTRYCODE = 14
    CIL_CALLID = 15
    CIL_RELATEDCALLID = 16
    CIL_COMPLETIONID = 17
    CIL_NUMBEROFOWNERS = 18
    CIL_NUMBEROFMONITORS = 19
    CIL_TRUNK = 20
    CIL_RATE = 21
    CIL_GENERATEDIGITDURATION = 22
    CIL_MONITORDIGITMODES = 23
    CIL_MONITORMEDIAMODES = 24

class CALLINFO_STRING(IntEnum):
    CIS_CALLERIDNAME = 0
    CIS_CALLERIDNUMBER = 1
    CIS_CALLEDIDNAME = 2
    CIS_CALLEDIDNUMBER = 3
    CIS_CONNECTEDIDNAME = 4
    CIS_CONNECTEDIDNUMBER = 5
    CIS_REDIRECTIONIDNAME = 6
    CIS_REDIRECTIONIDNUMBER = 7
    CIS_REDIRECTINGIDNAME = 8
    CIS_REDIRECTINGIDNUMBER = 9
    CIS_CALLEDPARTYFRIENDLYNAME = 10
    CIS_COMMENT = 11
    CIS_DISPLAYABLEADDRESS = 12
    CIS_CALLINGPARTYID = 13

class CALLINFO_BUFFER(IntEnum):
    CIB_USERUSERINFO = 0
    CIB_DEVSPECIFICBUFFER = 1
    CIB_CALLDATABUFFER = 2
    CIB_CHARGINGINFOBUFFER = 3
    CIB_HIGHLEVELCOMPATIBILITYBUFFER = 4
    CIB_LOWLEVELCOMPATIBILITYBUFFER = 5

class ADDRESS_CAPABILITY(IntEnum):
    AC_ADDRESSTYPES = 0
    AC_BEARERMODES = 1
    AC_MAXACTIVECALLS = 2
    AC_MAXONHOLDCALLS = 3
    AC_MAXONHOLDPENDINGCALLS = 4
    AC_MAXNUMCONFERENCE = 5
    AC_MAXNUMTRANSCONF = 6
    AC_MONITORDIGITSUPPORT = 7
    AC_GENERATEDIGITSUPPORT = 8
    AC_GENERATETONEMODES = 9
    AC_GENERATETONEMAXNUMFREQ = 10
    AC_MONITORTONEMAXNUMFREQ = 11
    AC_MONITORTONEMAXNUMENTRIES = 12
    AC_DEVCAPFLAGS = 13
    AC_ANSWERMODES = 14
    AC_LINEFEATURES = 15
    AC_SETTABLEDEVSTATUS = 16
    AC_PARKSUPPORT = 17
    AC_CALLERIDSUPPORT = 18
    AC_CALLEDIDSUPPORT = 19
    AC_CONNECTEDIDSUPPORT = 20
    AC_REDIRECTIONIDSUPPORT = 21
    AC_REDIRECTINGIDSUPPORT = 22
    AC_ADDRESSCAPFLAGS = 23
    AC_CALLFEATURES1 = 24
    AC_CALLFEATURES2 = 25
    AC_REMOVEFROMCONFCAPS = 26
    AC_REMOVEFROMCONFSTATE = 27
    AC_TRANSFERMODES = 28
    AC_ADDRESSFEATURES = 29
    AC_PREDICTIVEAUTOTRANSFERSTATES = 30
    AC_MAXCALLDATASIZE = 31
    AC_LINEID = 32
    AC_ADDRESSID = 33
    AC_FORWARDMODES = 34
    AC_MAXFORWARDENTRIES = 35
    AC_MAXSPECIFICENTRIES = 36
    AC_MINFWDNUMRINGS = 37
    AC_MAXFWDNUMRINGS = 38
    AC_MAXCALLCOMPLETIONS = 39
    AC_CALLCOMPLETIONCONDITIONS = 40
    AC_CALLCOMPLETIONMODES = 41
    AC_PERMANENTDEVICEID = 42
    AC_GATHERDIGITSMINTIMEOUT = 43
    AC_GATHERDIGITSMAXTIMEOUT = 44
    AC_GENERATEDIGITMINDURATION = 45
    AC_GENERATEDIGITMAXDURATION = 46
    AC_GENERATEDIGITDEFAULTDURATION = 47

class ADDRESS_CAPABILITY_STRING(IntEnum):
    ACS_PROTOCOL = 0
    ACS_ADDRESSDEVICESPECIFIC = 1
    ACS_LINEDEVICESPECIFIC = 2
    ACS_PROVIDERSPECIFIC = 3
    ACS_SWITCHSPECIFIC = 4
    ACS_PERMANENTDEVICEGUID = 5

class FULLDUPLEX_SUPPORT(IntEnum):
    FDS_SUPPORTED = 0
    FDS_NOTSUPPORTED = 1
    FDS_UNKNOWN = 2

class FINISH_MODE(IntEnum):
    FM_ASTRANSFER = 0
    FM_ASCONFERENCE = 1

class PHONE_PRIVILEGE(IntEnum):
    PP_OWNER = 0
    PP_MONITOR = 1

class PHONE_HOOK_SWITCH_DEVICE(IntFlag):
    PHSD_HANDSET = 1
    PHSD_SPEAKERPHONE = 2
    PHSD_HEADSET = 4

class PHONE_HOOK_SWITCH_STATE(IntFlag):
    PHSS_ONHOOK = 1
    PHSS_OFFHOOK_MIC_ONLY = 2
    PHSS_OFFHOOK_SPEAKER_ONLY = 4
    PHSS_OFFHOOK = 8

class PHONE_LAMP_MODE(IntFlag):
    LM_DUMMY = 1
    LM_OFF = 2
    LM_STEADY = 4
    LM_WINK = 8
    LM_FLASH = 16
    LM_FLUTTER = 32
    LM_BROKENFLUTTER = 64
    LM_UNKNOWN = 128

class PHONECAPS_LONG(IntEnum):
    PCL_HOOKSWITCHES = 0
    PCL_HANDSETHOOKSWITCHMODES = 1
    PCL_HEADSETHOOKSWITCHMODES = 2
    PCL_SPEAKERPHONEHOOKSWITCHMODES = 3
    PCL_DISPLAYNUMROWS = 4
    PCL_DISPLAYNUMCOLUMNS = 5
    PCL_NUMRINGMODES = 6
    PCL_NUMBUTTONLAMPS = 7
    PCL_GENERICPHONE = 8

class PHONECAPS_STRING(IntEnum):
    PCS_PHONENAME = 0
    PCS_PHONEINFO = 1
    PCS_PROVIDERINFO = 2

class PHONECAPS_BUFFER(IntEnum):
    PCB_DEVSPECIFICBUFFER = 0

class PHONE_BUTTON_STATE(IntFlag):
    PBS_UP = 1
    PBS_DOWN = 2
    PBS_UNKNOWN = 4
    PBS_UNAVAIL = 8

class PHONE_BUTTON_MODE(IntEnum):
    PBM_DUMMY = 0
    PBM_CALL = 1
    PBM_FEATURE = 2
    PBM_KEYPAD = 3
    PBM_LOCAL = 4
    PBM_DISPLAY = 5

class PHONE_BUTTON_FUNCTION(IntEnum):
    PBF_UNKNOWN = 0
    PBF_CONFERENCE = 1
    PBF_TRANSFER = 2
    PBF_DROP = 3
    PBF_HOLD = 4
    PBF_RECALL = 5
    PBF_DISCONNECT = 6
    PBF_CONNECT = 7
    PBF_MSGWAITON = 8
    PBF_MSGWAITOFF = 9
    PBF_SELECTRING = 10
    PBF_ABBREVDIAL = 11
    PBF_FORWARD = 12
    PBF_PICKUP = 13
    PBF_RINGAGAIN = 14
    PBF_PARK = 15
    PBF_REJECT = 16
    PBF_REDIRECT = 17
    PBF_MUTE = 18
    PBF_VOLUMEUP = 19
    PBF_VOLUMEDOWN = 20
    PBF_SPEAKERON = 21
    PBF_SPEAKEROFF = 22
    PBF_FLASH = 23
    PBF_DATAON = 24
    PBF_DATAOFF = 25
    PBF_DONOTDISTURB = 26
    PBF_INTERCOM = 27
    PBF_BRIDGEDAPP = 28
    PBF_BUSY = 29
    PBF_CALLAPP = 30
    PBF_DATETIME = 31
    PBF_DIRECTORY = 32
    PBF_COVER = 33
    PBF_CALLID = 34
    PBF_LASTNUM = 35
    PBF_NIGHTSRV = 36
    PBF_SENDCALLS = 37
    PBF_MSGINDICATOR = 38
    PBF_REPDIAL = 39
    PBF_SETREPDIAL = 40
    PBF_SYSTEMSPEED = 41
    PBF_STATIONSPEED = 42
    PBF_CAMPON = 43
    PBF_SAVEREPEAT = 44
    PBF_QUEUECALL = 45
    PBF_NONE = 46
    PBF_SEND = 47

class PHONE_TONE(IntEnum):
    PT_KEYPADZERO = 0
    PT_KEYPADONE = 1
    PT_KEYPADTWO = 2
    PT_KEYPADTHREE = 3
    PT_KEYPADFOUR = 4
    PT_KEYPADFIVE = 5
    PT_KEYPADSIX = 6
    PT_KEYPADSEVEN = 7
    PT_KEYPADEIGHT = 8
    PT_KEYPADNINE = 9
    PT_KEYPADSTAR = 10
    PT_KEYPADPOUND = 11
    PT_KEYPADA = 12
    PT_KEYPADB = 13
    PT_KEYPADC = 14
    PT_KEYPADD = 15
    PT_NORMALDIALTONE = 16
    PT_EXTERNALDIALTONE = 17
    PT_BUSY = 18
    PT_RINGBACK = 19
    PT_ERRORTONE = 20
    PT_SILENCE = 21

class PHONE_EVENT(IntEnum):
    PE_DISPLAY = 0
    PE_LAMPMODE = 1
    PE_RINGMODE = 2
    PE_RINGVOLUME = 3
    PE_HOOKSWITCH = 4
    PE_CAPSCHANGE = 5
    PE_BUTTON = 6
    PE_CLOSE = 7
    PE_NUMBERGATHERED = 8
    PE_DIALING = 9
    PE_ANSWER = 10
    PE_DISCONNECT = 11
    PE_LASTITEM = 11

class TERMINAL_MEDIA_STATE(IntEnum):
    TMS_IDLE = 0
    TMS_ACTIVE = 1
    TMS_PAUSED = 2
    TMS_LASTITEM = 2

class FT_STATE_EVENT_CAUSE(IntEnum):
    FTEC_NORMAL = 0
    FTEC_END_OF_FILE = 1
    FTEC_READ_ERROR = 2
    FTEC_WRITE_ERROR = 3

class AGENT_EVENT(IntEnum):
    AE_NOT_READY = 0
    AE_READY = 1
    AE_BUSY_ACD = 2
    AE_BUSY_INCOMING = 3
    AE_BUSY_OUTGOING = 4
    AE_UNKNOWN = 5

class AGENT_STATE(IntEnum):
    AS_NOT_READY = 0
    AS_READY = 1
    AS_BUSY_ACD = 2
    AS_BUSY_INCOMING = 3
    AS_BUSY_OUTGOING = 4
    AS_UNKNOWN = 5

class AGENT_SESSION_EVENT(IntEnum):
    ASE_NEW_SESSION = 0
    ASE_NOT_READY = 1
    ASE_READY = 2
    ASE_BUSY = 3
    ASE_WRAPUP = 4
    ASE_END = 5

class AGENT_SESSION_STATE(IntEnum):
    ASST_NOT_READY = 0
    ASST_READY = 1
    ASST_BUSY_ON_CALL = 2
    ASST_BUSY_WRAPUP = 3
    ASST_SESSION_ENDED = 4

class AGENTHANDLER_EVENT(IntEnum):
    AHE_NEW_AGENTHANDLER = 0
    AHE_AGENTHANDLER_REMOVED = 1

class ACDGROUP_EVENT(IntEnum):
    ACDGE_NEW_GROUP = 0
    ACDGE_GROUP_REMOVED = 1

class ACDQUEUE_EVENT(IntEnum):
    ACDQE_NEW_QUEUE = 0
    ACDQE_QUEUE_REMOVED = 1

class TMGR_DIRECTION(IntEnum):
    TMGR_TD_CAPTURE = 1
    TMGR_TD_RENDER = 2
    TMGR_TD_BOTH = 3

class STREAM_TYPE(IntEnum):
    STREAMTYPE_READ = 0
    STREAMTYPE_WRITE = 1
    STREAMTYPE_TRANSFORM = 2

class STREAM_STATE(IntEnum):
    STREAMSTATE_STOP = 0
    STREAMSTATE_RUN = 1

# For type checkers only: what a late-bound object that has the interface offers. Import these
# under `if TYPE_CHECKING:`. A property that takes arguments is read like a method, as in
# `call.CallInfoString(CALLINFO_STRING.CIS_CALLERIDNUMBER)`, and written with `put_` before its name.

class ITMediaSupport(Protocol):
    @property
    def MediaTypes(self) -> int: ...
    def QueryMediaType(self, lMediaType: int) -> bool: ...

class ITAddress(Protocol):
    @property
    def State(self) -> ADDRESS_STATE: ...
    @property
    def AddressName(self) -> str: ...
    @property
    def ServiceProviderName(self) -> str: ...
    @property
    def TAPIObject(self) -> ITTAPI: ...
    def CreateCall(self, pDestAddress: Optional[str], lAddressType: int, lMediaTypes: int) -> ITBasicCallControl: ...
    @property
    def Calls(self) -> Any: ...
    @property
    def DialableAddress(self) -> str: ...
    def CreateForwardInfoObject(self) -> ITForwardInformation: ...
    def Forward(self, pForwardInfo: Any, pCall: Any) -> int: ...
    @property
    def CurrentForwardInfo(self) -> ITForwardInformation: ...
    @property
    def MessageWaiting(self) -> bool: ...
    @MessageWaiting.setter
    def MessageWaiting(self, value: bool) -> None: ...
    @property
    def DoNotDisturb(self) -> bool: ...
    @DoNotDisturb.setter
    def DoNotDisturb(self, value: bool) -> None: ...

class ITAddress2(ITAddress, Protocol):
    @property
    def Phones(self) -> Any: ...
    def GetPhoneFromTerminal(self, pTerminal: Any) -> ITPhone: ...
    @property
    def PreferredPhones(self) -> Any: ...
    def EventFilter(self, TapiEvent: TAPI_EVENT, lSubEvent: int) -> bool: ...
    def put_EventFilter(self, TapiEvent: TAPI_EVENT, lSubEvent: int, bEnable: bool) -> int: ...
    def DeviceSpecificVariant(self, pCall: Any, varDevSpecificByteArray: Any) -> int: ...
    def NegotiateExtVersion(self, lLowVersion: int, lHighVersion: int) -> int: ...

class ITAddressCapabilities(Protocol):
    def AddressCapability(self, AddressCap: ADDRESS_CAPABILITY) -> int: ...
    def AddressCapabilityString(self, AddressCapString: ADDRESS_CAPABILITY_STRING) -> str: ...
    @property
    def CallTreatments(self) -> Any: ...
    @property
    def CompletionMessages(self) -> Any: ...
    @property
    def DeviceClasses(self) -> Any: ...

class ITForwardInformation(Protocol):
    @property
    def NumRingsNoAnswer(self) -> int: ...
    @NumRingsNoAnswer.setter
    def NumRingsNoAnswer(self, value: int) -> None: ...
    def SetForwardType(self, ForwardType: int, pDestAddress: Optional[str], pCallerAddress: Optional[str]) -> int: ...
    def ForwardTypeDestination(self, ForwardType: int) -> str: ...
    def ForwardTypeCaller(self, Forwardtype: int) -> str: ...
    def Clear(self) -> int: ...

class ITForwardInformation2(ITForwardInformation, Protocol):
    def SetForwardType2(self, ForwardType: int, pDestAddress: Optional[str], DestAddressType: int, pCallerAddress: Optional[str], CallerAddressType: int) -> int: ...
    def ForwardTypeDestinationAddressType(self, ForwardType: int) -> int: ...
    def ForwardTypeCallerAddressType(self, Forwardtype: int) -> int: ...

class ITBasicCallControl(Protocol):
    def Connect(self, fSync: bool) -> int: ...
    def Answer(self) -> int: ...
    def Disconnect(self, code: DISCONNECT_CODE) -> int: ...
    def Hold(self, fHold: bool) -> int: ...
    def HandoffDirect(self, pApplicationName: Optional[str]) -> int: ...
    def HandoffIndirect(self, lMediaType: int) -> int: ...
    def Conference(self, pCall: Any, fSync: bool) -> int: ...
    def Transfer(self, pCall: Any, fSync: bool) -> int: ...
    def BlindTransfer(self, pDestAddress: Optional[str]) -> int: ...
    def SwapHold(self, pCall: Any) -> int: ...
    def ParkDirect(self, pParkAddress: Optional[str]) -> int: ...
    def ParkIndirect(self) -> str: ...
    def Unpark(self) -> int: ...
    def SetQOS(self, lMediaType: int, ServiceLevel: QOS_SERVICE_LEVEL) -> int: ...
    def Pickup(self, pGroupID: Optional[str]) -> int: ...
    def Dial(self, pDestAddress: Optional[str]) -> int: ...
    def Finish(self, finishMode: FINISH_MODE) -> int: ...
    def RemoveFromConference(self) -> int: ...

class ITCallInfo(Protocol):
    @property
    def Address(self) -> ITAddress: ...
    @property
    def CallState(self) -> CALL_STATE: ...
    @property
    def Privilege(self) -> CALL_PRIVILEGE: ...
    @property
    def CallHub(self) -> ITCallHub: ...
    def CallInfoLong(self, CallInfoLong: CALLINFO_LONG) -> int: ...
    def put_CallInfoLong(self, CallInfoLong: CALLINFO_LONG, lCallInfoLongVal: int) -> int: ...
    def CallInfoString(self, CallInfoString: CALLINFO_STRING) -> str: ...
    def put_CallInfoString(self, CallInfoString: CALLINFO_STRING, pCallInfoString: Optional[str]) -> int: ...
    def CallInfoBuffer(self, CallInfoBuffer: CALLINFO_BUFFER) -> Any: ...
    def put_CallInfoBuffer(self, CallInfoBuffer: CALLINFO_BUFFER, pCallInfoBuffer: Any) -> int: ...
    def ReleaseUserUserInfo(self) -> int: ...

class ITCallInfo2(ITCallInfo, Protocol):
    def EventFilter(self, TapiEvent: TAPI_EVENT, lSubEvent: int) -> bool: ...
    def put_EventFilter(self, TapiEvent: TAPI_EVENT, lSubEvent: int, bEnable: bool) -> int: ...

class ITCallHub(Protocol):
    def Clear(self) -> int: ...
    @property
    def Calls(self) -> Any: ...
    @property
    def NumCalls(self) -> int: ...
    @property
    def State(self) -> CALLHUB_STATE: ...

class ITBasicCallControl2(ITBasicCallControl, Protocol):
    def RequestTerminal(self, bstrTerminalClassGUID: Optional[str], lMediaType: int, Direction: TERMINAL_DIRECTION) -> ITTerminal: ...
    def SelectTerminalOnCall(self, pTerminal: Any) -> int: ...
    def UnselectTerminalOnCall(self, pTerminal: Any) -> int: ...

class ITCollection(Protocol):
    @property
    def Count(self) -> int: ...
    def Item(self, Index: int) -> Any: ...

class ITCollection2(ITCollection, Protocol):
    def Add(self, Index: int, pVariant: Any) -> int: ...
    def Remove(self, Index: int) -> int: ...

class ITPrivateEvent(Protocol):
    @property
    def Address(self) -> ITAddress: ...
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def CallHub(self) -> ITCallHub: ...
    @property
    def EventCode(self) -> int: ...
    @property
    def EventInterface(self) -> Any: ...

class ITPhoneEvent(Protocol):
    @property
    def Phone(self) -> ITPhone: ...
    @property
    def Event(self) -> PHONE_EVENT: ...
    @property
    def ButtonState(self) -> PHONE_BUTTON_STATE: ...
    @property
    def HookSwitchState(self) -> PHONE_HOOK_SWITCH_STATE: ...
    @property
    def HookSwitchDevice(self) -> PHONE_HOOK_SWITCH_DEVICE: ...
    @property
    def RingMode(self) -> int: ...
    @property
    def ButtonLampId(self) -> int: ...
    @property
    def NumberGathered(self) -> str: ...
    @property
    def Call(self) -> ITCallInfo: ...

class ITCallStateEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def State(self) -> CALL_STATE: ...
    @property
    def Cause(self) -> CALL_STATE_EVENT_CAUSE: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITPhoneDeviceSpecificEvent(Protocol):
    @property
    def Phone(self) -> ITPhone: ...
    @property
    def lParam1(self) -> int: ...
    @property
    def lParam2(self) -> int: ...
    @property
    def lParam3(self) -> int: ...

class ITCallMediaEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Event(self) -> CALL_MEDIA_EVENT: ...
    @property
    def Error(self) -> int: ...
    @property
    def Terminal(self) -> ITTerminal: ...
    @property
    def Stream(self) -> ITStream: ...
    @property
    def Cause(self) -> CALL_MEDIA_EVENT_CAUSE: ...

class ITDigitDetectionEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Digit(self) -> int: ...
    @property
    def DigitMode(self) -> int: ...
    @property
    def TickCount(self) -> int: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITDigitGenerationEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def GenerationTermination(self) -> int: ...
    @property
    def TickCount(self) -> int: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITDigitsGatheredEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Digits(self) -> str: ...
    @property
    def GatherTermination(self) -> TAPI_GATHERTERM: ...
    @property
    def TickCount(self) -> int: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITToneDetectionEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def AppSpecific(self) -> int: ...
    @property
    def TickCount(self) -> int: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITTAPIObjectEvent(Protocol):
    @property
    def TAPIObject(self) -> ITTAPI: ...
    @property
    def Event(self) -> TAPIOBJECT_EVENT: ...
    @property
    def Address(self) -> ITAddress: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITTAPIObjectEvent2(ITTAPIObjectEvent, Protocol):
    @property
    def Phone(self) -> ITPhone: ...

class ITCallHubEvent(Protocol):
    @property
    def Event(self) -> CALLHUB_EVENT: ...
    @property
    def CallHub(self) -> ITCallHub: ...
    @property
    def Call(self) -> ITCallInfo: ...

class ITAddressEvent(Protocol):
    @property
    def Address(self) -> ITAddress: ...
    @property
    def Event(self) -> ADDRESS_EVENT: ...
    @property
    def Terminal(self) -> ITTerminal: ...

class ITAddressDeviceSpecificEvent(Protocol):
    @property
    def Address(self) -> ITAddress: ...
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def lParam1(self) -> int: ...
    @property
    def lParam2(self) -> int: ...
    @property
    def lParam3(self) -> int: ...

class ITFileTerminalEvent(Protocol):
    @property
    def Terminal(self) -> ITTerminal: ...
    @property
    def Track(self) -> ITFileTrack: ...
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def State(self) -> TERMINAL_MEDIA_STATE: ...
    @property
    def Cause(self) -> FT_STATE_EVENT_CAUSE: ...
    @property
    def Error(self) -> int: ...

class ITTTSTerminalEvent(Protocol):
    @property
    def Terminal(self) -> ITTerminal: ...
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Error(self) -> int: ...

class ITASRTerminalEvent(Protocol):
    @property
    def Terminal(self) -> ITTerminal: ...
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Error(self) -> int: ...

class ITToneTerminalEvent(Protocol):
    @property
    def Terminal(self) -> ITTerminal: ...
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Error(self) -> int: ...

class ITQOSEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Event(self) -> QOS_EVENT: ...
    @property
    def MediaType(self) -> int: ...

class ITCallInfoChangeEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Cause(self) -> CALLINFOCHANGE_CAUSE: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITRequestEvent(Protocol):
    @property
    def RegistrationInstance(self) -> int: ...
    @property
    def RequestMode(self) -> int: ...
    @property
    def DestAddress(self) -> str: ...
    @property
    def AppName(self) -> str: ...
    @property
    def CalledParty(self) -> str: ...
    @property
    def Comment(self) -> str: ...

class ITCallNotificationEvent(Protocol):
    @property
    def Call(self) -> ITCallInfo: ...
    @property
    def Event(self) -> CALL_NOTIFICATION_EVENT: ...
    @property
    def CallbackInstance(self) -> int: ...

class ITLegacyCallMediaControl(Protocol):
    def DetectDigits(self, DigitMode: int) -> int: ...
    def GenerateDigits(self, pDigits: Optional[str], DigitMode: int) -> int: ...
    def SetMediaType(self, lMediaType: int) -> int: ...
    def MonitorMedia(self, lMediaType: int) -> int: ...

class ITLegacyCallMediaControl2(ITLegacyCallMediaControl, Protocol):
    def GenerateDigits2(self, pDigits: Optional[str], DigitMode: int, lDuration: int) -> int: ...
    def GatherDigits(self, DigitMode: int, lNumDigits: int, pTerminationDigits: Optional[str], lFirstDigitTimeout: int, lInterDigitTimeout: int) -> int: ...
    def DetectTonesByCollection(self, pDetectToneCollection: Any) -> int: ...
    def GenerateTone(self, ToneMode: TAPI_TONEMODE, lDuration: int) -> int: ...
    def GenerateCustomTonesByCollection(self, pCustomToneCollection: Any, lDuration: int) -> int: ...
    def CreateDetectToneObject(self) -> ITDetectTone: ...
    def CreateCustomToneObject(self) -> ITCustomTone: ...
    def GetIDAsVariant(self, bstrDeviceClass: Optional[str]) -> Any: ...

class ITDetectTone(Protocol):
    @property
    def AppSpecific(self) -> int: ...
    @AppSpecific.setter
    def AppSpecific(self, value: int) -> None: ...
    @property
    def Duration(self) -> int: ...
    @Duration.setter
    def Duration(self, value: int) -> None: ...
    def Frequency(self, Index: int) -> int: ...
    def put_Frequency(self, Index: int, lFrequency: int) -> int: ...

class ITCustomTone(Protocol):
    @property
    def Frequency(self) -> int: ...
    @Frequency.setter
    def Frequency(self, value: int) -> None: ...
    @property
    def CadenceOn(self) -> int: ...
    @CadenceOn.setter
    def CadenceOn(self, value: int) -> None: ...
    @property
    def CadenceOff(self) -> int: ...
    @CadenceOff.setter
    def CadenceOff(self, value: int) -> None: ...
    @property
    def Volume(self) -> int: ...
    @Volume.setter
    def Volume(self, value: int) -> None: ...

class ITLegacyWaveSupport(Protocol):
    def IsFullDuplex(self) -> FULLDUPLEX_SUPPORT: ...

class ITPhone(Protocol):
    def Open(self, Privilege: PHONE_PRIVILEGE) -> int: ...
    def Close(self) -> int: ...
    @property
    def Addresses(self) -> Any: ...
    def PhoneCapsLong(self, pclCap: PHONECAPS_LONG) -> int: ...
    def PhoneCapsString(self, pcsCap: PHONECAPS_STRING) -> str: ...
    def Terminals(self, pAddress: Any) -> Any: ...
    def ButtonMode(self, lButtonID: int) -> PHONE_BUTTON_MODE: ...
    def put_ButtonMode(self, lButtonID: int, ButtonMode: PHONE_BUTTON_MODE) -> int: ...
    def ButtonFunction(self, lButtonID: int) -> PHONE_BUTTON_FUNCTION: ...
    def put_ButtonFunction(self, lButtonID: int, ButtonFunction: PHONE_BUTTON_FUNCTION) -> int: ...
    def ButtonText(self, lButtonID: int) -> str: ...
    def put_ButtonText(self, lButtonID: int, bstrButtonText: Optional[str]) -> int: ...
    def ButtonState(self, lButtonID: int) -> PHONE_BUTTON_STATE: ...
    def HookSwitchState(self, HookSwitchDevice: PHONE_HOOK_SWITCH_DEVICE) -> PHONE_HOOK_SWITCH_STATE: ...
    def put_HookSwitchState(self, HookSwitchDevice: PHONE_HOOK_SWITCH_DEVICE, HookSwitchState: PHONE_HOOK_SWITCH_STATE) -> int: ...
    @property
    def RingMode(self) -> int: ...
    @RingMode.setter
    def RingMode(self, value: int) -> None: ...
    @property
    def RingVolume(self) -> int: ...
    @RingVolume.setter
    def RingVolume(self, value: int) -> None: ...
    @property
    def Privilege(self) -> PHONE_PRIVILEGE: ...
    def PhoneCapsBuffer(self, pcbCaps: PHONECAPS_BUFFER) -> Any: ...
    def LampMode(self, lLampID: int) -> PHONE_LAMP_MODE: ...
    def put_LampMode(self, lLampID: int, LampMode: PHONE_LAMP_MODE) -> int: ...
    @property
    def Display(self) -> str: ...
    def SetDisplay(self, lRow: int, lColumn: int, bstrDisplay: Optional[str]) -> int: ...
    @property
    def PreferredAddresses(self) -> Any: ...
    def DeviceSpecificVariant(self, varDevSpecificByteArray: Any) -> int: ...
    def NegotiateExtVersion(self, lLowVersion: int, lHighVersion: int) -> int: ...

class ITAutomatedPhoneControl(Protocol):
    def StartTone(self, Tone: PHONE_TONE, lDuration: int) -> int: ...
    def StopTone(self) -> int: ...
    @property
    def Tone(self) -> PHONE_TONE: ...
    def StartRinger(self, lRingMode: int, lDuration: int) -> int: ...
    def StopRinger(self) -> int: ...
    @property
    def Ringer(self) -> bool: ...
    @property
    def PhoneHandlingEnabled(self) -> bool: ...
    @PhoneHandlingEnabled.setter
    def PhoneHandlingEnabled(self, value: bool) -> None: ...
    @property
    def AutoEndOfNumberTimeout(self) -> int: ...
    @AutoEndOfNumberTimeout.setter
    def AutoEndOfNumberTimeout(self, value: int) -> None: ...
    @property
    def AutoDialtone(self) -> bool: ...
    @AutoDialtone.setter
    def AutoDialtone(self, value: bool) -> None: ...
    @property
    def AutoStopTonesOnOnHook(self) -> bool: ...
    @AutoStopTonesOnOnHook.setter
    def AutoStopTonesOnOnHook(self, value: bool) -> None: ...
    @property
    def AutoStopRingOnOffHook(self) -> bool: ...
    @AutoStopRingOnOffHook.setter
    def AutoStopRingOnOffHook(self, value: bool) -> None: ...
    @property
    def AutoKeypadTones(self) -> bool: ...
    @AutoKeypadTones.setter
    def AutoKeypadTones(self, value: bool) -> None: ...
    @property
    def AutoKeypadTonesMinimumDuration(self) -> int: ...
    @AutoKeypadTonesMinimumDuration.setter
    def AutoKeypadTonesMinimumDuration(self, value: int) -> None: ...
    @property
    def AutoVolumeControl(self) -> bool: ...
    @AutoVolumeControl.setter
    def AutoVolumeControl(self, value: bool) -> None: ...
    @property
    def AutoVolumeControlStep(self) -> int: ...
    @AutoVolumeControlStep.setter
    def AutoVolumeControlStep(self, value: int) -> None: ...
    @property
    def AutoVolumeControlRepeatDelay(self) -> int: ...
    @AutoVolumeControlRepeatDelay.setter
    def AutoVolumeControlRepeatDelay(self, value: int) -> None: ...
    @property
    def AutoVolumeControlRepeatPeriod(self) -> int: ...
    @AutoVolumeControlRepeatPeriod.setter
    def AutoVolumeControlRepeatPeriod(self, value: int) -> None: ...
    def SelectCall(self, pCall: Any, fSelectDefaultTerminals: bool) -> int: ...
    def UnselectCall(self, pCall: Any) -> int: ...
    @property
    def SelectedCalls(self) -> Any: ...

class ITTAPI(Protocol):
    def Initialize(self) -> int: ...
    def Shutdown(self) -> int: ...
    @property
    def Addresses(self) -> Any: ...
    def RegisterCallNotifications(self, pAddress: Any, fMonitor: bool, fOwner: bool, lMediaTypes: int, lCallbackInstance: int) -> int: ...
    def UnregisterNotifications(self, lRegister: int) -> int: ...
    @property
    def CallHubs(self) -> Any: ...
    def SetCallHubTracking(self, pAddresses: Any, bTracking: bool) -> int: ...
    @property
    def PrivateTAPIObjects(self) -> Any: ...
    def RegisterRequestRecipient(self, lRegistrationInstance: int, lRequestMode: int, fEnable: bool) -> int: ...
    def SetAssistedTelephonyPriority(self, pAppFilename: Optional[str], fPriority: bool) -> int: ...
    def SetApplicationPriority(self, pAppFilename: Optional[str], lMediaType: int, fPriority: bool) -> int: ...
    @property
    def EventFilter(self) -> int: ...
    @EventFilter.setter
    def EventFilter(self, value: int) -> None: ...

class ITTAPI2(ITTAPI, Protocol):
    @property
    def Phones(self) -> Any: ...
    def CreateEmptyCollectionObject(self) -> ITCollection2: ...

class ITRequest(Protocol):
    def MakeCall(self, pDestAddress: Optional[str], pAppName: Optional[str], pCalledParty: Optional[str], pComment: Optional[str]) -> int: ...

class ITDispatchMapper(Protocol):
    def QueryDispatchInterface(self, pIID: Optional[str], pInterfaceToMap: Any) -> Any: ...

class ITPluggableTerminalClassInfo(Protocol):
    @property
    def Name(self) -> str: ...
    @property
    def Company(self) -> str: ...
    @property
    def Version(self) -> str: ...
    @property
    def TerminalClass(self) -> str: ...
    @property
    def CLSID(self) -> str: ...
    @property
    def Direction(self) -> TERMINAL_DIRECTION: ...
    @property
    def MediaTypes(self) -> int: ...

class ITPluggableTerminalSuperclassInfo(Protocol):
    @property
    def Name(self) -> str: ...
    @property
    def CLSID(self) -> str: ...

class ITTerminalSupport(Protocol):
    @property
    def StaticTerminals(self) -> Any: ...
    @property
    def DynamicTerminalClasses(self) -> Any: ...
    def CreateTerminal(self, pTerminalClass: Optional[str], lMediaType: int, Direction: TERMINAL_DIRECTION) -> ITTerminal: ...
    def GetDefaultStaticTerminal(self, lMediaType: int, Direction: TERMINAL_DIRECTION) -> ITTerminal: ...

class ITTerminalSupport2(ITTerminalSupport, Protocol):
    @property
    def PluggableSuperclasses(self) -> Any: ...
    def PluggableTerminalClasses(self, bstrTerminalSuperclass: Optional[str], lMediaType: int) -> Any: ...

class ITTerminal(Protocol):
    @property
    def Name(self) -> str: ...
    @property
    def State(self) -> TERMINAL_STATE: ...
    @property
    def TerminalType(self) -> TERMINAL_TYPE: ...
    @property
    def TerminalClass(self) -> str: ...
    @property
    def MediaType(self) -> int: ...
    @property
    def Direction(self) -> TERMINAL_DIRECTION: ...

class ITMultiTrackTerminal(Protocol):
    @property
    def TrackTerminals(self) -> Any: ...
    def CreateTrackTerminal(self, MediaType: int, TerminalDirection: TERMINAL_DIRECTION) -> ITTerminal: ...
    @property
    def MediaTypesInUse(self) -> int: ...
    @property
    def DirectionsInUse(self) -> TERMINAL_DIRECTION: ...
    def RemoveTrackTerminal(self, pTrackTerminalToRemove: Any) -> int: ...

class ITFileTrack(Protocol):
    @property
    def ControllingTerminal(self) -> ITTerminal: ...
    @property
    def AudioFormatForScripting(self) -> ITScriptableAudioFormat: ...
    @AudioFormatForScripting.setter
    def AudioFormatForScripting(self, value: ITScriptableAudioFormat) -> None: ...
    @property
    def EmptyAudioFormatForScripting(self) -> ITScriptableAudioFormat: ...

class ITMediaPlayback(Protocol):
    @property
    def PlayList(self) -> Any: ...
    @PlayList.setter
    def PlayList(self, value: Any) -> None: ...

class ITMediaRecord(Protocol):
    @property
    def FileName(self) -> str: ...
    @FileName.setter
    def FileName(self, value: str) -> None: ...

class ITMediaControl(Protocol):
    def Start(self) -> int: ...
    def Stop(self) -> int: ...
    def Pause(self) -> int: ...
    @property
    def MediaState(self) -> TERMINAL_MEDIA_STATE: ...

class ITBasicAudioTerminal(Protocol):
    @property
    def Volume(self) -> int: ...
    @Volume.setter
    def Volume(self, value: int) -> None: ...
    @property
    def Balance(self) -> int: ...
    @Balance.setter
    def Balance(self, value: int) -> None: ...

class ITStaticAudioTerminal(Protocol):
    @property
    def WaveId(self) -> int: ...

class ITStreamControl(Protocol):
    def CreateStream(self, lMediaType: int, td: TERMINAL_DIRECTION) -> ITStream: ...
    def RemoveStream(self, pStream: Any) -> int: ...
    @property
    def Streams(self) -> Any: ...

class ITStream(Protocol):
    @property
    def MediaType(self) -> int: ...
    @property
    def Direction(self) -> TERMINAL_DIRECTION: ...
    @property
    def Name(self) -> str: ...
    def StartStream(self) -> int: ...
    def PauseStream(self) -> int: ...
    def StopStream(self) -> int: ...
    def SelectTerminal(self, pTerminal: Any) -> int: ...
    def UnselectTerminal(self, pTerminal: Any) -> int: ...
    @property
    def Terminals(self) -> Any: ...

class ITSubStreamControl(Protocol):
    def CreateSubStream(self) -> ITSubStream: ...
    def RemoveSubStream(self, pSubStream: Any) -> int: ...
    @property
    def SubStreams(self) -> Any: ...

class ITSubStream(Protocol):
    def StartSubStream(self) -> int: ...
    def PauseSubStream(self) -> int: ...
    def StopSubStream(self) -> int: ...
    def SelectTerminal(self, pTerminal: Any) -> int: ...
    def UnselectTerminal(self, pTerminal: Any) -> int: ...
    @property
    def Terminals(self) -> Any: ...
    @property
    def Stream(self) -> ITStream: ...

class ITScriptableAudioFormat(Protocol):
    @property
    def Channels(self) -> int: ...
    @Channels.setter
    def Channels(self, value: int) -> None: ...
    @property
    def SamplesPerSec(self) -> int: ...
    @SamplesPerSec.setter
    def SamplesPerSec(self, value: int) -> None: ...
    @property
    def AvgBytesPerSec(self) -> int: ...
    @AvgBytesPerSec.setter
    def AvgBytesPerSec(self, value: int) -> None: ...
    @property
    def BlockAlign(self) -> int: ...
    @BlockAlign.setter
    def BlockAlign(self, value: int) -> None: ...
    @property
    def BitsPerSample(self) -> int: ...
    @BitsPerSample.setter
    def BitsPerSample(self, value: int) -> None: ...
    @property
    def FormatTag(self) -> int: ...
    @FormatTag.setter
    def FormatTag(self, value: int) -> None: ...

class ITAddressTranslation(Protocol):
    def TranslateAddress(self, pAddressToTranslate: Optional[str], lCard: int, lTranslateOptions: int) -> ITAddressTranslationInfo: ...
    def TranslateDialog(self, hwndOwner: int, pAddressIn: Optional[str]) -> int: ...
    @property
    def Locations(self) -> Any: ...
    @property
    def CallingCards(self) -> Any: ...

class ITAddressTranslationInfo(Protocol):
    @property
    def DialableString(self) -> str: ...
    @property
    def DisplayableString(self) -> str: ...
    @property
    def CurrentCountryCode(self) -> int: ...
    @property
    def DestinationCountryCode(self) -> int: ...
    @property
    def TranslationResults(self) -> int: ...

class ITLocationInfo(Protocol):
    @property
    def PermanentLocationID(self) -> int: ...
    @property
    def CountryCode(self) -> int: ...
    @property
    def CountryID(self) -> int: ...
    @property
    def Options(self) -> int: ...
    @property
    def PreferredCardID(self) -> int: ...
    @property
    def LocationName(self) -> str: ...
    @property
    def CityCode(self) -> str: ...
    @property
    def LocalAccessCode(self) -> str: ...
    @property
    def LongDistanceAccessCode(self) -> str: ...
    @property
    def TollPrefixList(self) -> str: ...
    @property
    def CancelCallWaitingCode(self) -> str: ...

class ITCallingCard(Protocol):
    @property
    def PermanentCardID(self) -> int: ...
    @property
    def NumberOfDigits(self) -> int: ...
    @property
    def Options(self) -> int: ...
    @property
    def CardName(self) -> str: ...
    @property
    def SameAreaDialingRule(self) -> str: ...
    @property
    def LongDistanceDialingRule(self) -> str: ...
    @property
    def InternationalDialingRule(self) -> str: ...

