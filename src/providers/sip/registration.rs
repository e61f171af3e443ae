//! Keeps a line registered (RFC 3261 §10.2): refreshes in time, tries again with growing pauses
//! when refused or unanswered, and takes the registration back at the end.

use super::address::NameAddr;
use super::digest::Session;
use super::leg::Station;
use super::stack::Draft;
use rsipstack::sip::{Header, Method, Response};
use rsipstack::transaction::random_text;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The longest pause between attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// A registration of one line.
struct Registration {
    station: Arc<Station>,
    call_id: String,
    tag: String,
    number: u32,
    auth: Session,
    /// What to ask for, in seconds; a registrar may want more.
    expires: u32,
}

/// What a registrar said.
enum Outcome {
    /// For so many seconds.
    Granted(u32),
    /// Not now; perhaps after this time.
    Refused(Option<Duration>),
}

/// Registers the line until `end`, then takes the registration back.
pub(super) async fn keep(station: Arc<Station>, end: CancellationToken) {
    let expires = station.config.expires;
    let shortest = station.stack.timers.give_up / 16;
    let mut registration = Registration {
        station,
        call_id: random_text(24),
        tag: random_text(10),
        number: 0,
        auth: Session::default(),
        expires,
    };
    let mut pause = shortest;
    let mut registered = false;
    // A line that registers is in service until a registrar says otherwise.
    let mut in_service = true;
    let name = registration.station.line.info().name.clone();
    while !end.is_cancelled() {
        let outcome = tokio::select! {
            outcome = registration.attempt(registration.expires) => outcome,
            () = end.cancelled() => {
                // It may have arrived; nobody knows.
                registered = true;
                break;
            }
        };
        let wait = match outcome {
            Outcome::Granted(seconds) => {
                registered = true;
                pause = shortest;
                registration.station.line.set_in_service(true);
                if !in_service {
                    tracing::info!("line {name:?} is in service again");
                }
                in_service = true;
                tracing::debug!("line {name:?} is registered for {seconds} s");
                refresh_after(seconds)
            }
            Outcome::Refused(after) => {
                registered = false;
                registration.station.line.set_in_service(false);
                let wait = after.unwrap_or(pause).min(LONGEST_PAUSE);
                if in_service {
                    tracing::warn!("line {name:?} is out of service: it is not registered");
                }
                in_service = false;
                tracing::debug!("line {name:?}: the next attempt to register is in {wait:?}");
                pause = (pause * 2).min(LONGEST_PAUSE);
                wait
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = end.cancelled() => {}
        }
    }
    if registered && matches!(registration.attempt(0).await, Outcome::Refused(_)) {
        tracing::warn!("line {name:?} may stay registered until its time is over");
    }
}

/// When to register again: with time for a few attempts, at the latest after half of it.
fn refresh_after(seconds: u32) -> Duration {
    let margin = (seconds / 10).clamp(1, 60);
    Duration::from_secs(seconds.saturating_sub(margin).max(1).into())
}

impl Registration {
    /// Registers for `expires` seconds, with as many requests as it takes.
    async fn attempt(&mut self, expires: u32) -> Outcome {
        let name = self.station.line.info().name.clone();
        let mut expires = expires;
        // One round for the interval, and those for challenges, which `Session` limits.
        for _ in 0..5 {
            let Some((response, peer)) = self.request(expires).await else {
                tracing::warn!("line {name:?}: the REGISTER was not sent, or got no answer");
                return Outcome::Refused(None);
            };
            let code = response.status_code.code();
            match code {
                200..300 => {
                    self.auth.accepted();
                    return Outcome::Granted(self.granted(&response, peer, expires));
                }
                401 | 407 if self.station.config.credentials.is_some() => {
                    if !self.auth.take(&response) {
                        tracing::warn!(
                            "line {name:?}: the registrar refused the user name or password"
                        );
                        self.auth = Session::default();
                        return Outcome::Refused(None);
                    }
                }
                423 if expires > 0 => match min_expires(&response).filter(|min| *min > expires) {
                    Some(min) => {
                        self.expires = min;
                        expires = min;
                    }
                    None => {
                        tracing::warn!(
                            "line {name:?}: the registrar wants another time than {expires} s, \
                             and does not say which"
                        );
                        return Outcome::Refused(None);
                    }
                },
                401 | 407 => {
                    tracing::warn!(
                        "line {name:?}: the registrar wants a password, and the settings have none"
                    );
                    return Outcome::Refused(None);
                }
                408 => {
                    tracing::warn!("line {name:?}: the registrar does not answer");
                    return Outcome::Refused(None);
                }
                _ => {
                    tracing::warn!("line {name:?}: the registrar answered {code}");
                    return Outcome::Refused(retry_after(&response));
                }
            }
        }
        tracing::warn!("line {name:?}: the registrar asks again and again");
        Outcome::Refused(None)
    }

    /// Sends one REGISTER. Returns its answer and where it went.
    async fn request(&mut self, expires: u32) -> Option<(Response, SocketAddr)> {
        let station = self.station.clone();
        let config = &station.config;
        let hop = config.outbound_proxy.as_ref().unwrap_or(&config.registrar);
        let peer = match station.stack.resolve(hop).await {
            Ok(peer) => peer,
            Err(error) => {
                tracing::warn!("the host {} is not found: {error}", hop.host);
                return None;
            }
        };
        self.number += 1;
        let routes: Vec<String> = config
            .outbound_proxy
            .iter()
            .map(|p| format!("<{p};lr>"))
            .collect();
        let draft = Draft {
            method: Method::Register,
            uri: &config.registrar,
            from: &format!("{};tag={}", config.identity(), self.tag),
            to: &config.identity(),
            call_id: &self.call_id,
            cseq: self.number,
            routes: &routes,
        };
        let mut request = station.stack.request(&draft, peer);
        request
            .headers
            .push(Header::Contact(station.contact(peer).as_str().into()));
        request.headers.push(Header::Expires(expires.into()));
        if let Some(who) = &config.credentials {
            let uri = config.registrar.to_string();
            request
                .headers
                .extend(self.auth.headers(who, Method::Register, &uri));
        }
        let response = station.stack.exchange(request, peer).await?;
        Some((response, peer))
    }

    /// For how long we are registered: what our own Contact says, or else the whole answer.
    fn granted(&self, response: &Response, peer: SocketAddr, asked: u32) -> u32 {
        let ours = self.station.contact(peer);
        let ours = ours.trim_matches(['<', '>']);
        let mut whole = None;
        for header in response.headers.iter() {
            match header {
                Header::Contact(value) => {
                    let contacts = super::address::split_list(value.value());
                    let mut contacts = contacts.into_iter().filter_map(NameAddr::parse);
                    let own = contacts.find(|contact| contact.uri == ours);
                    let seconds = own.and_then(|own| own.param("expires")?.parse().ok());
                    if let Some(seconds) = seconds {
                        return seconds;
                    }
                }
                Header::Expires(value) => whole = value.value().trim().parse().ok(),
                _ => {}
            }
        }
        whole.unwrap_or(asked)
    }
}

fn min_expires(response: &Response) -> Option<u32> {
    response.headers.iter().find_map(|header| match header {
        Header::MinExpires(value) => value.value().trim().parse().ok(),
        _ => None,
    })
}

fn retry_after(response: &Response) -> Option<Duration> {
    response.headers.iter().find_map(|header| match header {
        Header::RetryAfter(value) => {
            let seconds = value.value().split([';', '(']).next()?;
            Some(Duration::from_secs(seconds.trim().parse().ok()?))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registration_is_refreshed_before_it_ends() {
        for (granted, after) in [(3600, 3540), (60, 54), (10, 9), (2, 1), (1, 1), (0, 1)] {
            assert_eq!(
                refresh_after(granted),
                Duration::from_secs(after),
                "{granted}"
            );
        }
    }
}
