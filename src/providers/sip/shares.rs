//! What lines at one address share: its sockets, and what goes with them.

use super::config::Config;
use super::transport::{Bound, Files, Listen, Security};
use crate::settings::Wrong;
use std::sync::Arc;
use tapi3_sip::message::uri::SipUri;

/// What lines at one address share.
pub(super) struct Shares {
    listen: Listen,
    files: Files,
    pub stun: Option<SipUri>,
}

impl Shares {
    pub fn of(config: &Config) -> Self {
        Shares {
            listen: config.listen,
            files: config.tls_files.clone(),
            stun: config.stun_server.clone(),
        }
    }

    /// Whether both want the same sockets. With port 0 each has its own.
    pub fn same_place(&self, other: &Shares) -> bool {
        self.listen.address == other.listen.address && self.listen.address.port() != 0
    }

    /// Fails if they want different things of them.
    pub fn check_same(&self, other: &Shares) -> Result<(), Wrong> {
        if self.listen.tls != other.listen.tls {
            let what = "is another one than that of a line before with the same listen";
            return Err(Wrong::new("tls_listen", what));
        }
        if self.files != other.files {
            let what = "is another one than that of a line before with the same listen";
            return Err(Wrong::new("tls_cert_file", what));
        }
        if self.stun != other.stun {
            let what = "is another one than that of a line before with the same listen";
            return Err(Wrong::new("stun_server", what));
        }
        Ok(())
    }

    pub fn bind(&self) -> Result<Bound, Wrong> {
        let security = Arc::new(Security::read(&self.files)?);
        Bound::at(&self.listen, security)
    }
}
