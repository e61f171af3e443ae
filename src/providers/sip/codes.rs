//! Feature codes: what a server wants to be dialled so that it parks a call, gives a parked one back,
//! or lets somebody else's ringing call be answered here.

use super::settings::Settings;
use crate::engine::{Error, ErrorKind};
use crate::settings::{Wrong, check_text};
use std::sync::Arc;
use tapi3_sip::message::uri::{SipUri, destination, escape_user};

pub(super) const NO_CODE: Error = Error::new(
    ErrorKind::NotSupported,
    "The line's settings have no feature code for it.",
);

/// The codes of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Codes {
    pub park: Option<Arc<str>>,
    pub unpark: Option<Arc<str>>,
    pub pickup: Option<Arc<str>>,
    pub group_pickup: Option<Arc<str>>,
}

impl Codes {
    /// Reads and checks them.
    pub fn read(settings: &Settings) -> Result<Self, Wrong> {
        Ok(Codes {
            park: code("park_code", settings.park_code.as_deref())?,
            unpark: code("unpark_code", settings.unpark_code.as_deref())?,
            pickup: code("pickup_code", settings.pickup_code.as_deref())?,
            group_pickup: code("group_pickup_code", settings.group_pickup_code.as_deref())?,
        })
    }
}

fn code(key: &'static str, text: Option<&str>) -> Result<Option<Arc<str>>, Wrong> {
    let Some(text) = text else { return Ok(None) };
    check_text(key, text)?;
    let is_dialled = |byte: u8| byte.is_ascii_alphanumeric() || b"*#-_.+".contains(&byte);
    match !text.is_empty() && text.bytes().all(is_dialled) {
        true => Ok(Some(text.into())),
        false => Err(Wrong::new(
            key,
            "is not a code that can be dialled, such as \"*68\"",
        )),
    }
}

/// What is dialled: the code with the number behind it, at the host of the number, or at the line's
/// own if there is none. `None` if the number is none.
pub(super) fn dialled(code: &str, number: &str, own: &SipUri) -> Option<SipUri> {
    let number = match number.trim() {
        "" => SipUri {
            user: String::new(),
            params: Vec::new(),
            ..own.clone()
        },
        number => destination(number, own, false)?,
    };
    Some(SipUri {
        user: format!("{}{}", escape_user(code)?, number.user),
        ..number
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_before_the_number() {
        let own = SipUri::parse("sip:alice@example.com:5070").unwrap();
        for (code, number, wanted) in [
            ("*68", "701", "sip:*68701@example.com:5070"),
            ("*8", "", "sip:*8@example.com:5070"),
            ("#7", "7 01", "sip:%237701@example.com:5070"),
            ("**", "sip:bob@10.0.0.1", "sip:**bob@10.0.0.1"),
        ] {
            let uri = dialled(code, number, &own).unwrap().to_string();
            assert_eq!(uri, wanted, "{code} {number}");
        }
        assert!(dialled("*8", "sip:", &own).is_none());
    }
}
