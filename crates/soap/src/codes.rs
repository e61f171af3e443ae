//! The error values of the schema's `ResponseCodeType` that the telephone operations use, with the
//! text that goes with each. Codes outside this list are never sent: clients break on values that
//! their schema does not have.

macro_rules! error_codes {
    ($( $(#[$doc:meta])* $name:ident = $wire:literal, $text:literal; )+) => {
        /// Why an operation or a whole request was refused: a value of the schema's
        /// `ResponseCodeType`. `NoError` is not one of them; it is the absence of an error.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorCode { $( $(#[$doc])* $name, )+ }

        impl ErrorCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The value on the wire.
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$name => $wire, )+ }
            }

            /// The sentence sent with the code where there is nothing better to say.
            pub fn message(self) -> &'static str {
                match self { $( Self::$name => $text, )+ }
            }

            /// The code that `wire` spells, if it is one that we know.
            pub fn from_wire(wire: &str) -> Option<Self> {
                match wire { $( $wire => Some(Self::$name), )+ _ => None }
            }
        }
    };
}

error_codes! {
    /// The call does not exist, is not this user's, or its identifier is not one of ours.
    InvalidPhoneCallId = "ErrorInvalidPhoneCallId", "The phone call ID isn't valid";
    /// The dial string is not a telephone number or address.
    InvalidPhoneNumber = "ErrorInvalidPhoneNumber", "The phone number isn't valid.";
    /// The number may not be dialled by this user or from this line.
    PhoneNumberNotDialable = "ErrorPhoneNumberNotDialable", "The phone number can't be dialed.";
    /// The dial string claims to be a SIP URI and is not.
    InvalidSipUri = "ErrorInvalidSIPUri", "The SIP URI isn't valid.";
    /// No gateway or line can carry the call.
    IpGatewayNotFound = "ErrorIPGatewayNotFound", "No IP gateway could be found.";
    /// The user has no right to telephone.
    UserNotUnifiedMessagingEnabled = "ErrorUserNotUnifiedMessagingEnabled",
        "The user isn't enabled for Unified Messaging.";
    /// The line failed in a way that no other code describes.
    UnifiedMessagingRequestFailed = "ErrorUnifiedMessagingRequestFailed",
        "The Unified Messaging request failed.";
    /// The user's dial plan is missing.
    UnifiedMessagingDialPlanNotFound = "ErrorUnifiedMessagingDialPlanNotFound",
        "The dial plan of the user could not be found.";
    /// No Unified Messaging server is reachable.
    UnifiedMessagingServerNotFound = "ErrorUnifiedMessagingServerNotFound",
        "No Unified Messaging server could be found.";
    /// The item that was to be played does not exist.
    ItemNotFound = "ErrorItemNotFound", "The specified object was not found in the store.";
    /// An identifier does not have the form of an identifier.
    InvalidIdMalformed = "ErrorInvalidIdMalformed", "Id is malformed.";
    /// An identifier is empty.
    InvalidIdEmpty = "ErrorInvalidIdEmpty", "Id must be non-empty.";
    /// The user may not do this.
    AccessDenied = "ErrorAccessDenied", "Access is denied. Check credentials and try again.";
    /// The user may not act for the account that was named.
    ImpersonateUserDenied = "ErrorImpersonateUserDenied",
        "The account does not have permission to impersonate the requested user.";
    /// Impersonation is not open to this user at all.
    ImpersonationDenied = "ErrorImpersonationDenied",
        "The calling account does not have impersonation rights.";
    /// The impersonation header does not name exactly one account.
    InvalidExchangeImpersonationHeaderData = "ErrorInvalidExchangeImpersonationHeaderData",
        "ExchangeImpersonation SOAP header must have only one element and cannot be empty.";
    /// Nobody is found by a name: what ResolveNames hears, which looks for nobody here.
    NameResolutionNoResults = "ErrorNameResolutionNoResults", "No results were found.";
    /// There is no such mailbox.
    NonExistentMailbox = "ErrorNonExistentMailbox", "The mailbox does not exist.";
    /// Too many requests; sent with the time to wait.
    ServerBusy = "ErrorServerBusy",
        "The server cannot service this request right now. Try again later.";
    /// Too many connections or calls at once.
    ExceededConnectionCount = "ErrorExceededConnectionCount",
        "You have exceeded the available concurrent connections for your account.";
    /// The server did not finish in time.
    TimeoutExpired = "ErrorTimeoutExpired", "The request timed out.";
    /// The server has run out of something.
    InsufficientResources = "ErrorInsufficientResources",
        "The server does not have the resources to service this request.";
    /// The server failed.
    InternalServerError = "ErrorInternalServerError",
        "An internal server error occurred. The operation failed.";
    /// The server failed and may succeed when asked again.
    InternalServerTransientError = "ErrorInternalServerTransientError",
        "An internal server error occurred. Try again later.";
    /// The request is not one that this server can read. The text is fixed by MS-OXWUMS §2.2.2.1.
    InvalidRequest = "ErrorInvalidRequest", "The request is invalid.";
    /// The request is well-formed and its content is not what the schema says.
    SchemaValidation = "ErrorSchemaValidation", "The request failed schema validation.";
    /// The request asks for a server version that has no such operation.
    InvalidServerVersion = "ErrorInvalidServerVersion",
        "The operation is only available to requests for Exchange2010 or later.";
    /// The request body is longer than the server reads.
    RequestStreamTooBig = "ErrorRequestStreamTooBig",
        "The request stream size exceeded the limit set by the server.";
    /// A SOAP header occurs twice.
    DuplicateSoapHeader = "ErrorDuplicateSOAPHeader",
        "A SOAP header occurs more than once in the request.";
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::ErrorCode;

    #[test]
    fn every_code_reads_back_and_is_spelled_as_an_error() {
        for &code in ErrorCode::ALL {
            assert_eq!(ErrorCode::from_wire(code.as_str()), Some(code));
            assert!(code.as_str().starts_with("Error"), "{code}");
        }
    }

    #[test]
    fn codes_that_clients_do_not_know_do_not_exist() {
        for never in [
            "ErrorServiceUnavailable",
            "ErrorUMServerUnavailable",
            "NoError",
        ] {
            assert_eq!(ErrorCode::from_wire(never), None);
        }
    }
}
