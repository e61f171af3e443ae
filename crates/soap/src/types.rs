//! The messages as types: requests with their headers, responses, and the enumerations of the
//! schema. Combinations that the contract does not have cannot be built, except for what only the
//! meaning forbids ([`Operation::check`]).

use std::time::Duration;

use super::codes::ErrorCode;
use super::names::Namespaces;

macro_rules! wire_enum {
    ($(#[$outer:meta])* $name:ident { $( $(#[$doc:meta])* $variant:ident = $wire:literal, )+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$doc])* $variant, )+ }

        impl $name {
            /// Every value, in the order of the schema.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The value on the wire.
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $wire, )+ }
            }

            /// The value that `wire` spells, letter for letter.
            pub fn from_wire(wire: &str) -> Option<Self> {
                match wire { $( $wire => Some(Self::$variant), )+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

wire_enum! {
    /// `t:PhoneCallStateType`: where a call is.
    PhoneCallState {
        /// No call yet.
        Idle = "Idle",
        /// The call is being set up.
        Connecting = "Connecting",
        /// The far end rings.
        Alerted = "Alerted",
        /// The far end has answered.
        Connected = "Connected",
        /// The call is over.
        Disconnected = "Disconnected",
        /// The call comes from outside.
        Incoming = "Incoming",
        /// The call is being transferred.
        Transferring = "Transferring",
        /// The call is being forwarded.
        Forwarding = "Forwarding",
    }
}

wire_enum! {
    /// `t:ConnectionFailureCauseType`: why a call did not come about.
    ConnectionFailureCause {
        /// Nothing failed.
        None = "None",
        /// The far end is busy.
        UserBusy = "UserBusy",
        /// Nobody answered.
        NoAnswer = "NoAnswer",
        /// The far end cannot be reached.
        Unavailable = "Unavailable",
        /// Anything else; the SIP response says more.
        Other = "Other",
    }
}

wire_enum! {
    /// `t:ResponseClassType`: how an operation went.
    ResponseClass {
        /// It was done.
        Success = "Success",
        /// It was not done, because of something outside the request.
        Warning = "Warning",
        /// It was refused or failed.
        Error = "Error",
    }
}

wire_enum! {
    /// `t:ExchangeVersionType`, oldest first: the schema that a request is written for.
    ExchangeVersion {
        /// The first EWS.
        Exchange2007 = "Exchange2007",
        /// Service pack 1.
        Exchange2007Sp1 = "Exchange2007_SP1",
        /// A pre-release name.
        Exchange2009 = "Exchange2009",
        /// The first version with the telephone operations.
        Exchange2010 = "Exchange2010",
        /// Service pack 1.
        Exchange2010Sp1 = "Exchange2010_SP1",
        /// Service packs 2 and 3.
        Exchange2010Sp2 = "Exchange2010_SP2",
        /// A pre-release name.
        Exchange2012 = "Exchange2012",
        /// Exchange 2013.
        Exchange2013 = "Exchange2013",
        /// Service pack 1.
        Exchange2013Sp1 = "Exchange2013_SP1",
        /// A pre-release name.
        Exchange2015 = "Exchange2015",
        /// Exchange 2016.
        Exchange2016 = "Exchange2016",
        /// A dated schema.
        V20151005 = "V2015_10_05",
        /// A dated schema.
        V20160106 = "V2016_01_06",
        /// A dated schema.
        V20160413 = "V2016_04_13",
        /// A dated schema.
        V20160713 = "V2016_07_13",
        /// A dated schema.
        V20161010 = "V2016_10_10",
        /// A dated schema.
        V20170107 = "V2017_01_07",
        /// A dated schema.
        V20170414 = "V2017_04_14",
        /// A dated schema.
        V20170711 = "V2017_07_11",
        /// A dated schema.
        V20171009 = "V2017_10_09",
        /// A dated schema.
        V20180108 = "V2018_01_08",
    }
}

impl ExchangeVersion {
    /// Whether this version has PlayOnPhone, GetPhoneCallInformation and DisconnectPhoneCall.
    pub fn has_telephone_operations(self) -> bool {
        self >= Self::Exchange2010
    }
}

wire_enum! {
    /// The three operations; the value on the wire is the request's element name.
    OperationKind {
        /// Start a call and play an item on it.
        PlayOnPhone = "PlayOnPhone",
        /// Ask for a call's state.
        GetPhoneCallInformation = "GetPhoneCallInformation",
        /// End a call.
        DisconnectPhoneCall = "DisconnectPhoneCall",
    }
}

impl OperationKind {
    /// The element name of the response.
    pub fn response_element(self) -> &'static str {
        match self {
            Self::PlayOnPhone => "PlayOnPhoneResponse",
            Self::GetPhoneCallInformation => "GetPhoneCallInformationResponse",
            Self::DisconnectPhoneCall => "DisconnectPhoneCallResponse",
        }
    }

    /// The value of the `SOAPAction` header, quotes included. Servers dispatch on the body; the
    /// header is for intermediaries.
    pub fn soap_action(self) -> String {
        format!(
            "\"{}/{}\"",
            super::names::Vocabulary::Messages.uri(super::Scheme::Http),
            self.as_str()
        )
    }
}

/// `t:ItemIdType`: the item to be played.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ItemId {
    /// The identifier.
    pub id: String,
    /// The version of the item, if the client names one.
    pub change_key: Option<String>,
}

/// `t:PhoneCallIdType`: the name that the server gave to a call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhoneCallId(pub String);

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `m:PlayOnPhone`
    PlayOnPhone {
        /// What is to be played.
        item: ItemId,
        /// Whom to call, in the form of RFC 3966.
        dial_string: String,
    },
    /// `m:GetPhoneCallInformation`
    GetPhoneCallInformation(PhoneCallId),
    /// `m:DisconnectPhoneCall`
    DisconnectPhoneCall(PhoneCallId),
}

impl Operation {
    /// Which operation this is.
    pub fn kind(&self) -> OperationKind {
        match self {
            Self::PlayOnPhone { .. } => OperationKind::PlayOnPhone,
            Self::GetPhoneCallInformation(_) => OperationKind::GetPhoneCallInformation,
            Self::DisconnectPhoneCall(_) => OperationKind::DisconnectPhoneCall,
        }
    }

    /// Refuses what the schema allows and the meaning does not: empty or blank strings.
    ///
    /// # Errors
    /// `ErrorInvalidIdEmpty` for the item, `ErrorInvalidPhoneNumber` for the dial string,
    /// `ErrorInvalidPhoneCallId` for the call.
    pub fn check(&self) -> Result<(), ErrorCode> {
        let blank = |s: &str| s.trim().is_empty();
        match self {
            Self::PlayOnPhone { item, .. } if blank(&item.id) => Err(ErrorCode::InvalidIdEmpty),
            Self::PlayOnPhone { dial_string, .. } if blank(dial_string) => {
                Err(ErrorCode::InvalidPhoneNumber)
            }
            Self::GetPhoneCallInformation(id) | Self::DisconnectPhoneCall(id) if blank(&id.0) => {
                Err(ErrorCode::InvalidPhoneCallId)
            }
            _ => Ok(()),
        }
    }

    /// The answer that says that this operation failed.
    pub fn refuse(&self, error: OperationError) -> Response {
        match self {
            Self::PlayOnPhone { .. } => Response::PlayOnPhone(Err(error)),
            Self::GetPhoneCallInformation(_) => Response::GetPhoneCallInformation(Err(error)),
            Self::DisconnectPhoneCall(_) => Response::DisconnectPhoneCall(Err(error)),
        }
    }
}

/// `t:ExchangeImpersonation/t:ConnectingSID`: the account that the caller wants to act for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Impersonation {
    /// A user principal name.
    PrincipalName(String),
    /// A security identifier in SDDL form.
    Sid(String),
    /// The primary mail address.
    PrimarySmtpAddress(String),
    /// Any mail address of the account.
    SmtpAddress(String),
}

impl Impersonation {
    /// The element name and its text.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::PrincipalName(v) => ("PrincipalName", v),
            Self::Sid(v) => ("SID", v),
            Self::PrimarySmtpAddress(v) => ("PrimarySmtpAddress", v),
            Self::SmtpAddress(v) => ("SmtpAddress", v),
        }
    }

    /// The account that the element `name` with the text `value` names.
    pub(super) fn from_parts(name: &str, value: String) -> Option<Self> {
        match name {
            "PrincipalName" => Some(Self::PrincipalName(value)),
            "SID" => Some(Self::Sid(value)),
            "PrimarySmtpAddress" => Some(Self::PrimarySmtpAddress(value)),
            "SmtpAddress" => Some(Self::SmtpAddress(value)),
            _ => None,
        }
    }
}

/// The SOAP headers of a request, all optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RequestHeaders {
    /// `t:RequestServerVersion/@Version`
    pub version: Option<ExchangeVersion>,
    /// `t:ExchangeImpersonation`
    pub impersonation: Option<Impersonation>,
    /// `t:MailboxCulture`, a language tag; not looked into.
    pub culture: Option<String>,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// How the namespaces are spelled; the answer uses the same.
    pub namespaces: Namespaces,
    /// The SOAP headers.
    pub headers: RequestHeaders,
    /// What is asked.
    pub operation: Operation,
}

/// `t:PhoneCallInformationType`: what the server knows about a call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhoneCallInformation {
    /// Where the call is.
    pub state: PhoneCallState,
    /// Why it failed, or `None`.
    pub cause: ConnectionFailureCause,
    /// The reason phrase of the last SIP response. Clients report "OK" when it is left out.
    pub sip_text: Option<String>,
    /// The status code of the last SIP response. Clients report 200 when it is left out.
    pub sip_code: Option<i32>,
}

/// An operation that was not done. HTTP 200: the request itself was fine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OperationError {
    /// Why.
    pub code: ErrorCode,
    /// A sentence for the user.
    pub message: String,
    /// How long to wait before asking again (with `ErrorServerBusy`), in whole milliseconds.
    pub back_off: Option<Duration>,
}

impl From<ErrorCode> for OperationError {
    fn from(code: ErrorCode) -> Self {
        Self {
            code,
            message: code.message().to_owned(),
            back_off: None,
        }
    }
}

/// The server's answer to one operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Response {
    /// The call is under way.
    PlayOnPhone(Result<PhoneCallId, OperationError>),
    /// What is known of the call.
    GetPhoneCallInformation(Result<PhoneCallInformation, OperationError>),
    /// The call is over.
    DisconnectPhoneCall(Result<(), OperationError>),
}

impl Response {
    /// The operation that this answers.
    pub fn kind(&self) -> OperationKind {
        match self {
            Self::PlayOnPhone(_) => OperationKind::PlayOnPhone,
            Self::GetPhoneCallInformation(_) => OperationKind::GetPhoneCallInformation,
            Self::DisconnectPhoneCall(_) => OperationKind::DisconnectPhoneCall,
        }
    }

    /// Why the operation was not done, if so.
    pub fn error(&self) -> Option<&OperationError> {
        match self {
            Self::PlayOnPhone(r) => r.as_ref().err(),
            Self::GetPhoneCallInformation(r) => r.as_ref().err(),
            Self::DisconnectPhoneCall(r) => r.as_ref().err(),
        }
    }
}

/// `t:ServerVersionInfo`: what the server says it is. Two known clients fail unless all of it is
/// there, so nothing is optional.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ServerVersionInfo {
    /// 15 for Exchange 2013 and 2016.
    pub major: i32,
    /// 1 for Exchange 2016.
    pub minor: i32,
    /// The build.
    pub major_build: i32,
    /// The revision of the build.
    pub minor_build: i32,
    /// The name of the schema.
    pub version: String,
}

impl Default for ServerVersionInfo {
    /// Exchange 2016, the last version that had these operations.
    fn default() -> Self {
        Self {
            major: 15,
            minor: 1,
            major_build: 0,
            minor_build: 0,
            version: ExchangeVersion::Exchange2016.as_str().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_values_read_back() {
        for &v in PhoneCallState::ALL {
            assert_eq!(PhoneCallState::from_wire(v.as_str()), Some(v));
        }
        for &v in ExchangeVersion::ALL {
            assert_eq!(ExchangeVersion::from_wire(v.as_str()), Some(v));
        }
        assert_eq!(PhoneCallState::from_wire("connected"), None);
    }

    #[test]
    fn the_operations_begin_with_exchange_2010() {
        let without: Vec<_> = ExchangeVersion::ALL
            .iter()
            .filter(|v| !v.has_telephone_operations())
            .map(|v| v.as_str())
            .collect();
        assert_eq!(
            without,
            ["Exchange2007", "Exchange2007_SP1", "Exchange2009"]
        );
    }

    #[test]
    fn blank_strings_are_refused_by_meaning() {
        let play = |id: &str, dial: &str| {
            Operation::PlayOnPhone {
                item: ItemId {
                    id: id.into(),
                    change_key: None,
                },
                dial_string: dial.into(),
            }
            .check()
        };
        assert_eq!(play("a", "1"), Ok(()));
        assert_eq!(play(" ", "1"), Err(ErrorCode::InvalidIdEmpty));
        assert_eq!(play("a", "\n"), Err(ErrorCode::InvalidPhoneNumber));
        let id = PhoneCallId(String::new());
        assert_eq!(
            Operation::DisconnectPhoneCall(id.clone()).check(),
            Err(ErrorCode::InvalidPhoneCallId)
        );
        assert_eq!(
            Operation::GetPhoneCallInformation(id).check(),
            Err(ErrorCode::InvalidPhoneCallId)
        );
    }
}
