//! The names of headers, long and compact (RFC 3261 §7.3.3), as values that are compared in one step.
//! A header without a place here is found by its text.

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $long:literal $(/ $short:literal)?,)*) => {
        /// A header's name, in its long or compact form (RFC 3261 §7.3.3), in any case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Name {
            $($(#[$doc])* $name,)*
            /// Any other.
            Other,
        }

        impl Name {
            /// Every spelling with its name.
            const SPELLINGS: &[(&str, Name)] = &[
                $(($long, Name::$name), $(($short, Name::$name),)?)*
            ];

            /// The long form; empty for [`Name::Other`].
            pub fn text(self) -> &'static str {
                match self {
                    $(Name::$name => $long,)*
                    Name::Other => "",
                }
            }
        }
    };
}

/// Where to look for a name: by its length, first, middle and last letter.
const fn slot(text: &[u8]) -> usize {
    let length = text.len();
    let (Some(first), Some(last)) = (text.first(), text.last()) else {
        return 0;
    };
    let middle = text[length / 2] | 0x20;
    let hash = (*first | 0x20) as usize * 7 + (*last | 0x20) as usize * 29 + middle as usize * 3;
    (hash + length * 11) % SLOTS
}

const SLOTS: usize = 256;
/// As many spellings share a slot at most.
const DEPTH: usize = 3;

/// The spellings by slot: indices into [`Name::SPELLINGS`], or 255 for nothing.
static TABLE: [[u8; DEPTH]; SLOTS] = {
    let mut table = [[u8::MAX; DEPTH]; SLOTS];
    let mut index = 0;
    while index < Name::SPELLINGS.len() {
        let at = slot(Name::SPELLINGS[index].0.as_bytes());
        let mut depth = 0;
        // Fails to compile when a slot overflows.
        while table[at][depth] != u8::MAX {
            depth += 1;
        }
        table[at][depth] = index as u8;
        index += 1;
    }
    table
};

impl Name {
    /// The name of this text.
    pub fn of(text: &str) -> Self {
        Name::of_bytes(text.as_bytes())
    }

    pub(super) fn of_bytes(text: &[u8]) -> Self {
        for &index in TABLE.get(slot(text)).into_iter().flatten() {
            match Name::SPELLINGS.get(usize::from(index)) {
                // Most write it as it stands here, which takes a comparison of memory.
                Some((spelling, name))
                    if spelling.as_bytes() == text
                        || spelling.as_bytes().eq_ignore_ascii_case(text) =>
                {
                    return *name;
                }
                Some(_) => {}
                None => break,
            }
        }
        Name::Other
    }
}

names! {
    Via = "Via" / "v",
    From = "From" / "f",
    To = "To" / "t",
    CallId = "Call-ID" / "i",
    CSeq = "CSeq",
    Contact = "Contact" / "m",
    MaxForwards = "Max-Forwards",
    ContentLength = "Content-Length" / "l",
    ContentType = "Content-Type" / "c",
    Route = "Route",
    RecordRoute = "Record-Route",
    Allow = "Allow",
    Supported = "Supported" / "k",
    UserAgent = "User-Agent",
    Require = "Require",
    ProxyRequire = "Proxy-Require",
    Unsupported = "Unsupported",
    Accept = "Accept",
    AcceptEncoding = "Accept-Encoding",
    AcceptLanguage = "Accept-Language",
    ContentDisposition = "Content-Disposition",
    ContentEncoding = "Content-Encoding" / "e",
    ContentLanguage = "Content-Language",
    MimeVersion = "MIME-Version",
    Expires = "Expires",
    MinExpires = "Min-Expires",
    WwwAuthenticate = "WWW-Authenticate",
    Authorization = "Authorization",
    ProxyAuthenticate = "Proxy-Authenticate",
    ProxyAuthorization = "Proxy-Authorization",
    AuthenticationInfo = "Authentication-Info",
    RetryAfter = "Retry-After",
    Server = "Server",
    Date = "Date",
    Warning = "Warning",
    Subject = "Subject" / "s",
    Timestamp = "Timestamp",
    AlertInfo = "Alert-Info",
    CallInfo = "Call-Info",
    /// RFC 4028
    SessionExpires = "Session-Expires" / "x",
    /// RFC 4028
    MinSe = "Min-SE",
    /// RFC 3262
    RSeq = "RSeq",
    /// RFC 3262
    RAck = "RAck",
    /// RFC 3515
    ReferTo = "Refer-To" / "r",
    /// RFC 3892
    ReferredBy = "Referred-By" / "b",
    /// RFC 4488
    ReferSub = "Refer-Sub",
    /// RFC 3891
    Replaces = "Replaces",
    /// RFC 3911
    Join = "Join",
    /// RFC 6665
    Event = "Event" / "o",
    /// RFC 6665
    SubscriptionState = "Subscription-State",
    /// RFC 6665
    AllowEvents = "Allow-Events" / "u",
    /// RFC 3326
    Reason = "Reason",
    /// RFC 5806
    Diversion = "Diversion",
    /// RFC 7044
    HistoryInfo = "History-Info",
    /// RFC 3325
    PAssertedIdentity = "P-Asserted-Identity",
    /// RFC 3325
    PPreferredIdentity = "P-Preferred-Identity",
    RemotePartyId = "Remote-Party-ID",
    /// RFC 3323
    Privacy = "Privacy",
    /// RFC 3608
    ServiceRoute = "Service-Route",
    /// RFC 3327
    Path = "Path",
    /// RFC 7315
    PAssociatedUri = "P-Associated-URI",
}
