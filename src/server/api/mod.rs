//! The JSON API under `/api/v1/`: what EWS does, for scripts and for the page. The same logins and
//! the same rights; besides, an administrator sees and ends the calls of all users.
//!
//! - `site`: whether a request comes from another site.
//! - `view`: what calls, lines and users look like.
//! - `feed`: what happens, as it happens.
//! - `others`, `pool`: the calls of other nodes, on a server that belongs to a pool.
//! - `answers`: values, and what is wrong.

mod answers;
mod feed;
mod others;
#[cfg(feature = "cluster")]
mod pool;
mod query;
mod site;
mod view;

pub(super) use feed::Feed;
pub(super) use view::CallView;
#[cfg(feature = "cluster")]
pub(super) use view::Which;

use super::Endpoint;
use super::accounts::UserId;
use super::before::{Before, LastLogin};
use super::body::AnswerBody;
use super::client_address::Peer;
use super::http::{not_allowed, tell_denied};
use super::http_answer::{Answer, retry_after};
use super::ledger::{Door, EndedBy};
use super::refusal::no_such_call;
use super::request_body::{Unread, closing};
use answers::{json, problem, refusal};
use hyper::body::Incoming;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, StatusCode};
use query::Listing;
use serde::Deserialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use view::CallList;

/// The description of all this, as it stands in the documentation.
const OPENAPI: &str = include_str!("../../../docs/openapi.json");

/// Where the API is.
const ROOT: &str = "/api/v1/";

/// How long a client is told to wait when all hands are busy.
const SOON: Duration = Duration::from_secs(1);

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place<'a> {
    Description,
    Account,
    Calls,
    Call(&'a str),
    HangUp(&'a str),
    Lines,
    Events,
}

impl<'a> Place<'a> {
    fn find(path: &'a str) -> Option<Self> {
        match path.strip_prefix(ROOT)? {
            "openapi.json" => Some(Place::Description),
            "account" => Some(Place::Account),
            "calls" => Some(Place::Calls),
            "lines" => Some(Place::Lines),
            "events" => Some(Place::Events),
            other => {
                let id = other.strip_prefix("calls/")?;
                match id.split_once('/') {
                    None => Some(Place::Call(id)),
                    Some((id, "hang-up")) => Some(Place::HangUp(id)),
                    Some(_) => None,
                }
            }
        }
    }

    fn methods(self) -> &'static str {
        match self {
            Place::Calls => "GET, HEAD, POST",
            Place::HangUp(_) => "POST",
            _ => "GET, HEAD",
        }
    }

    fn allows(self, method: &Method) -> bool {
        let mut allowed = self.methods().split(", ");
        allowed.any(|allowed| allowed == method.as_str())
    }
}

/// What `POST calls` says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewCall {
    number: String,
    #[serde(default)]
    item: Option<String>,
}

/// What a request without content says: `{}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

impl Endpoint {
    /// Whether the API is there, or the folder it would be in.
    pub(super) fn is_api(path: &str) -> bool {
        path.starts_with("/api/") || path == "/api"
    }

    /// Answers a request to the API.
    pub(super) async fn api(
        self: &Arc<Self>,
        request: Request<Incoming>,
        peer: Peer,
        before: &Before,
    ) -> Answer {
        match self.admit_to_api(&request, peer, &before.login).await {
            Ok(user) => self.serve_api(user, request, (peer, before)).await,
            Err(answer) => self.skip(request, answer).await,
        }
    }

    /// Finds out who asks, and whether that may be asked now.
    async fn admit_to_api(
        &self,
        request: &Request<Incoming>,
        peer: Peer,
        login: &LastLogin,
    ) -> Result<Option<UserId>, Answer> {
        let headers = request.headers();
        let place = Place::find(request.uri().path());
        let is_public = place == Some(Place::Description);
        if is_public && place.is_some_and(|place| place.allows(request.method())) {
            return Ok(None);
        }
        let rules = self.rules();
        let public_url = rules.public_url.as_deref();
        if site::is_foreign(headers, self.scheme, public_url) {
            tracing::info!(%peer, "a request from another site was refused");
            let message = "This request comes from another site. Behind a proxy that changes the \
                           Host, set public_url to the address that browsers use.";
            return Err(problem(StatusCode::FORBIDDEN, "another_site", message));
        }
        let user = match self.identify(headers, peer, login).await {
            Ok(user) => user,
            Err(denied) => {
                tell_denied(&denied, peer);
                return Err(in_json(self.denied(&denied)));
            }
        };
        let Some(place) = place else {
            let message = "There is nothing at this address.";
            return Err(problem(StatusCode::NOT_FOUND, "not_found", message));
        };
        if !place.allows(request.method()) {
            let mut answer = not_allowed(place.methods());
            let message = "This address does not take that method.";
            *answer.body_mut() = words("method_not_allowed", message);
            as_json(&mut answer);
            return Err(answer);
        }
        let bucket = rules.user(user).map(|user| &user.bucket);
        if let Some(Err(wait)) = bucket.map(|bucket| bucket.take(Instant::now())) {
            let message = "More requests than this user may send.";
            let answer = problem(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", message);
            return Err(retry_after(answer, wait));
        }
        Ok(Some(user))
    }

    async fn serve_api(
        self: &Arc<Self>,
        user: Option<UserId>,
        request: Request<Incoming>,
        from: (Peer, &Before),
    ) -> Answer {
        let uri = request.uri().clone();
        let (place, query) = (Place::find(uri.path()), uri.query());
        let (Some(user), Some(place)) = (user, place) else {
            return self.skip(request, description()).await;
        };
        if query.is_some() && place != Place::Calls {
            let answer = bad_request("invalid_query", "This address takes no query.");
            return self.skip(request, answer).await;
        }
        if request.method() == Method::POST {
            if query.is_some() {
                let answer = bad_request("invalid_query", "A new call takes no query.");
                return self.skip(request, answer).await;
            }
            return self.change(user, place, request, from).await;
        }
        let head = request.method() == Method::HEAD;
        let answer = self.show(user, place, query, head).await;
        self.skip(request, answer).await
    }

    /// Shows what is there. Changes nothing.
    async fn show(
        self: &Arc<Self>,
        id: UserId,
        place: Place<'_>,
        query: Option<&str>,
        head: bool,
    ) -> Answer {
        match place {
            Place::Description => description(),
            Place::Account => match self.rules().user(id) {
                Some(user) => json(StatusCode::OK, &self.account(user)),
                None => no_call(),
            },
            Place::Calls => match Listing::read(query.unwrap_or_default()) {
                Ok(listing) => json(StatusCode::OK, &self.list_calls(id, listing).await),
                Err(message) => bad_request("invalid_query", &message),
            },
            Place::Call(call) => {
                #[cfg(feature = "cluster")]
                if let Some(answer) = self.show_elsewhere(id, call).await {
                    return answer;
                }
                match self.find_seen(id, call) {
                    Some(entry) => json(StatusCode::OK, &CallView::of(&entry)),
                    None => no_call(),
                }
            }
            Place::Lines => json(StatusCode::OK, &self.line_list(id)),
            Place::Events if head => feed::event_answer(AnswerBody::from("")),
            Place::Events => self.events(id).unwrap_or_else(|| {
                let message = "This user has as many event streams as a user may have.";
                let answer = problem(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", message);
                retry_after(answer, SOON)
            }),
            Place::HangUp(_) => not_allowed("POST"),
        }
    }

    async fn list_calls(&self, id: UserId, Listing { which, limit }: Listing) -> CallList {
        let list = self.call_list(id, which, limit);
        #[cfg(feature = "cluster")]
        if let Some(elsewhere) = self.elsewhere.clone() {
            return self.with_others(&elsewhere, id, (which, limit), list).await;
        }
        list
    }

    /// A call that a user may see, and that counts as asked about if it is the user's own.
    pub(super) fn find_seen(&self, user: UserId, id: &str) -> Option<Arc<super::calls::Entry>> {
        let entry = self.calls.get(self.calls.read(id)?)?;
        if !self.may_see(user, &entry) {
            return None;
        }
        if entry.user == user {
            self.calls.note_asked(&entry);
        }
        self.calls.note_end(&entry);
        Some(entry)
    }

    /// Does what a request with content wants.
    async fn change(
        self: &Arc<Self>,
        user: UserId,
        place: Place<'_>,
        request: Request<Incoming>,
        (peer, before): (Peer, &Before),
    ) -> Answer {
        if !is_json(request.headers()) {
            let message = "Send JSON as \"Content-Type: application/json\", without compression.";
            let answer = problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", message);
            return self.skip(request, answer).await;
        }
        let body = match self.read_body(request, &before.received).await {
            Ok(body) => body,
            Err(Unread::TooBig(rest)) => {
                let message = "The content is longer than the server reads.";
                let answer = problem(StatusCode::PAYLOAD_TOO_LARGE, "too_long", message);
                return self.discard(rest, answer).await;
            }
            Err(Unread::TooSlow) => {
                let message = "The content took too long.";
                return closing(problem(StatusCode::REQUEST_TIMEOUT, "too_slow", message));
            }
            Err(Unread::Broken) => {
                return closing(bad_request("broken_off", "The content broke off."));
            }
        };
        let answer = match place {
            Place::Calls => match serde_json::from_slice(&body) {
                Ok(new) => self.place_call(user, &new, peer).await,
                Err(error) => not_read(&error),
            },
            Place::HangUp(id) => match serde_json::from_slice::<Nothing>(&body) {
                Ok(_) => self.hang_up_call(user, id).await,
                Err(error) => not_read(&error),
            },
            _ => not_allowed("GET, HEAD"),
        };
        self.health.served(Instant::now());
        answer
    }

    async fn place_call(self: &Arc<Self>, user: UserId, new: &NewCall, peer: Peer) -> Answer {
        let Ok(permit) = self.requests.clone().try_acquire_owned() else {
            return busy();
        };
        let item = match new.item.as_deref() {
            None => Ok(Arc::from("")),
            Some(item) => self.rules().item(item),
        };
        let placed = match item {
            Ok(item) => {
                let door = (peer.ip, Door::Api);
                self.call_out((user, door), item, &new.number, permit).await
            }
            Err(code) => Err(code.into()),
        };
        match placed {
            Ok(entry) => {
                self.calls.note_end(&entry);
                let view = CallView::of(&entry);
                let mut answer = json(StatusCode::CREATED, &view);
                let place = format!("{ROOT}calls/{}", entry.name);
                if let Ok(place) = HeaderValue::from_str(&place) {
                    answer.headers_mut().insert(header::LOCATION, place);
                }
                answer
            }
            Err(refused) => {
                let name = self.rules().name_of(user);
                let number = crate::soap::clip(&new.number);
                let (code, reason) = (refused.code, &refused.reason);
                tracing::info!(user = &*name, number, %code, %reason, "no call");
                refusal(&refused)
            }
        }
    }

    async fn hang_up_call(&self, user: UserId, id: &str) -> Answer {
        #[cfg(feature = "cluster")]
        if let Some(answer) = self.hang_up_elsewhere(user, id).await {
            return answer;
        }
        let Ok(permit) = self.requests.clone().try_acquire_owned() else {
            return busy();
        };
        let Some(entry) = self.find_seen(user, id) else {
            return no_call();
        };
        let name = self.rules().name_of(user);
        tracing::info!(user = &*name, owner = %entry.origin.user, id, "hanging up");
        let by = EndedBy::through_api(entry.user == user);
        match self.hang_up(&entry, by, permit).await {
            Ok(()) => json(StatusCode::OK, &CallView::of(&entry)),
            Err(refused) => refusal(&refused),
        }
    }
}

fn description() -> Answer {
    let mut answer = Answer::new(OPENAPI.into());
    as_json(&mut answer);
    answer
}

fn no_call() -> Answer {
    refusal(&no_such_call())
}

fn busy() -> Answer {
    let message = "All hands are busy.";
    let answer = problem(StatusCode::SERVICE_UNAVAILABLE, "busy", message);
    retry_after(answer, SOON)
}

fn bad_request(code: &str, message: &str) -> Answer {
    problem(StatusCode::BAD_REQUEST, code, message)
}

fn not_read(error: &serde_json::Error) -> Answer {
    bad_request(
        "invalid_content",
        &format!("The content cannot be read: {error}."),
    )
}

fn words(code: &str, message: &str) -> AnswerBody {
    problem(StatusCode::OK, code, message).into_body()
}

fn as_json(answer: &mut Answer) {
    let kind = HeaderValue::from_static("application/json");
    answer.headers_mut().insert(header::CONTENT_TYPE, kind);
}

/// A refusal to let somebody in, with its headers, in the words of the API.
fn in_json(mut answer: Answer) -> Answer {
    let body = match answer.status() {
        StatusCode::UNAUTHORIZED => words(
            "not_logged_in",
            "Log in with a name and password, or with a token.",
        ),
        _ => words(
            "too_many_logins",
            "Too many failed logins, or too many at once.",
        ),
    };
    *answer.body_mut() = body;
    as_json(&mut answer);
    answer
}

/// Whether the content is JSON. No form of another site can send that.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let mut parts = kind.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let is_utf8 = |part: &str| {
        let value = part
            .split_once('=')
            .map(|(name, value)| (name.trim(), value.trim()));
        value.is_none_or(|(name, value)| {
            !name.eq_ignore_ascii_case("charset")
                || value.trim_matches('"').eq_ignore_ascii_case("utf-8")
        })
    };
    let encoding = headers.get(header::CONTENT_ENCODING);
    let is_plain = encoding.is_none_or(|e| e.as_bytes().eq_ignore_ascii_case(b"identity"));
    essence.eq_ignore_ascii_case("application/json") && parts.all(is_utf8) && is_plain
}
