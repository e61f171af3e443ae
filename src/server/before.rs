//! What came before on a connection. Who has logged in, above all: most clients send the same
//! credentials with each request, and to look at these costs more than to answer many a request.

use super::accounts::{Accounts, Denied, UserId};
use super::request_body::Received;
use crate::soap::LastRequest;
use hyper::header::HeaderValue;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;

/// So long a login counts without being looked at again, unless the accounts change before.
const LASTS: Duration = Duration::from_secs(1);

/// What came before on a connection, and how far the request has come that it is in.
#[derive(Default)]
pub(super) struct Before {
    pub login: LastLogin,
    pub request: Mutex<LastRequest>,
    pub received: Received,
}

/// The last login of one connection.
#[derive(Default)]
pub(super) struct LastLogin(Mutex<Option<Known>>);

struct Known {
    authorization: HeaderValue,
    user: UserId,
    until: Instant,
    /// That of the accounts then.
    generation: u64,
}

impl LastLogin {
    /// Finds out who sends `authorization`, on this connection.
    pub async fn identify(
        &self,
        accounts: &Arc<Accounts>,
        authorization: Option<&HeaderValue>,
        peer: IpAddr,
        now: Instant,
    ) -> Result<UserId, Denied> {
        let generation = accounts.generation();
        let is_it = |known: &&Known| {
            Some(&known.authorization) == authorization
                && known.generation == generation
                && known.until > now
        };
        let known = lock(&self.0).as_ref().filter(is_it).map(|known| known.user);
        if let Some(user) = known {
            return Ok(user);
        }
        let value = authorization.map(HeaderValue::as_bytes);
        // It is rare, and each request would have to carry room for it.
        let found = Box::pin(accounts.identify(value, peer)).await;
        let known = found.as_ref().ok().zip(authorization);
        *lock(&self.0) = known.map(|(user, authorization)| Known {
            authorization: authorization.clone(),
            user: *user,
            until: now + LASTS,
            generation,
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::accounts::{Login, hash_of};
    use super::*;

    #[tokio::test]
    async fn a_login_counts_for_its_credentials_its_time_and_its_accounts() {
        let logins = vec![Login {
            user: 0,
            names: vec!["alice".to_owned()],
            password_hash: None,
            token_hashes: vec![hash_of(b"token")],
        }];
        let accounts = Accounts::new(logins, Duration::from_secs(60), 100).unwrap();
        let accounts = Arc::new(accounts);
        let (right, wrong) = ("Bearer token", "Bearer other");
        let last = LastLogin::default();
        let now = Instant::now();
        let ask = async |value: Option<&'static str>, now| {
            let value = value.map(HeaderValue::from_static);
            let here = IpAddr::from([127, 0, 0, 1]);
            let found = last.identify(&accounts, value.as_ref(), here, now).await;
            found.ok()
        };
        assert_eq!(ask(Some(right), now).await, Some(0));
        // Whatever it finds now, it has not been looked at.
        if let Some(known) = &mut *lock(&last.0) {
            known.user = 7;
        }
        assert_eq!(ask(Some(right), now).await, Some(7));
        assert_eq!(ask(Some(right), now + LASTS).await, Some(0));
        assert_eq!(ask(Some(wrong), now).await, None);
        assert_eq!(ask(None, now).await, None);
        assert_eq!(ask(Some(right), now).await, Some(0));
        if let Some(known) = &mut *lock(&last.0) {
            (known.user, known.generation) = (7, 1);
        }
        assert_eq!(
            ask(Some(right), now).await,
            Some(0),
            "the accounts have changed"
        );
    }
}
