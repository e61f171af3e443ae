//! One HTTP request: where it leads, who sends it, what it says, and what is answered.

use super::accounts::{Denied, UserId};
use super::before::{Before, LastLogin};
use super::client_address::Peer;
use super::content::unreadable_kind;
use super::http_answer::{Answer, plain, retry_after, soap_answer};
use super::request_body::{Unread, closing};
use super::request_ids::{self, ClientId};
use super::{Endpoint, framing};
use crate::config::MetricsAccess;
use crate::engine::{Gauge, Provider};
use crate::log::RequestId;
use crate::soap::{self, ErrorCode, Fault, OperationKind, Request as SoapRequest, schema};
use hyper::body::Incoming;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, StatusCode};
use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;
use tracing::Instrument;

/// Where SOAP is spoken.
pub(super) const PATH: &str = "/EWS/Exchange.asmx";

/// How long a client is told to wait when all hands are busy.
const SOON: Duration = Duration::from_secs(1);

/// What a request leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Soap,
    Wsdl,
    Schema(&'static str),
    Health,
    Metrics,
}

impl Place {
    /// Paths are compared as Exchange does, in any case.
    fn find(path: &str, query: Option<&str>) -> Option<Self> {
        let is = |known: &str| path.eq_ignore_ascii_case(known);
        if is(PATH) {
            let wsdl = query.is_some_and(|query| query.eq_ignore_ascii_case("wsdl"));
            return Some(if wsdl { Place::Wsdl } else { Place::Soap });
        }
        if is("/healthz") {
            return Some(Place::Health);
        }
        if is("/metrics") {
            return Some(Place::Metrics);
        }
        let (folder, file) = path.rsplit_once('/')?;
        if !folder.eq_ignore_ascii_case("/EWS") {
            return None;
        }
        if file.eq_ignore_ascii_case("Services.wsdl") {
            return Some(Place::Wsdl);
        }
        schema::file(file).map(Place::Schema)
    }
}

impl Endpoint {
    /// Answers a request that came from `peer`, on a connection on which this came before.
    pub(super) async fn answer(
        self: &Arc<Self>,
        request: Request<Incoming>,
        peer: Peer,
        before: &Before,
    ) -> Answer {
        let id = self.next_request_id();
        let begun = Instant::now();
        let client = ClientId::read(request.headers());
        let peer = match peer.is_proxy {
            true => peer.client(request.headers(), &self.rules().proxies),
            false => peer,
        };
        let method = request.method().clone();
        // Only of what is refused.
        let path = |request: &Request<Incoming>| Cow::Owned(soap::clip(request.uri().path()));
        let (asked_for, mut answer) = match framing::wrong(&request) {
            Some((status, what)) => (path(&request), closing(plain(status, what))),
            None => {
                let place = Place::find(request.uri().path(), request.uri().query());
                let asked_for = match place {
                    Some(Place::Soap) if method == Method::POST => Cow::Borrowed(PATH),
                    _ => path(&request),
                };
                (
                    asked_for,
                    self.answer_at(place, request, (peer, before), id).await,
                )
            }
        };
        let status = answer.status().as_u16();
        let client_id = client.as_ref().map(ClientId::as_str);
        if !matches!(status, 200 | 201) && answer.extensions().get::<IsSoap>().is_none() {
            self.metrics.refused(status);
            // Whoever is not let in has a line of their own.
            if !matches!(status, 401 | 429) {
                tracing::info!(request = %id, client_id, %peer, %method, path = &*asked_for, status, "refused");
            }
        }
        tracing::debug!(request = %id, client_id, %peer, %method, status, took = ?begun.elapsed(), "answered");
        request_ids::name(&mut answer, id, client);
        answer
    }

    async fn answer_at(
        self: &Arc<Self>,
        place: Option<Place>,
        request: Request<Incoming>,
        (peer, before): (Peer, &Before),
        id: RequestId,
    ) -> Answer {
        let _place = match peer.of_a_header() {
            false => None,
            true => match self.places.take(peer.ip) {
                Some(place) => Some(place),
                None => {
                    tracing::warn!(request = %id, %peer, "too many requests from this address");
                    let answer = plain(
                        StatusCode::TOO_MANY_REQUESTS,
                        "Too many requests at once from this address.",
                    );
                    return self.skip(request, retry_after(answer, SOON)).await;
                }
            },
        };
        // What is logged on the way to the answer says which request it comes from.
        let span = tracing::error_span!("request", %id, number = id.0);
        // What is rare is put aside: each request would have to carry room for it.
        match (place, request.method()) {
            (Some(Place::Soap), &Method::POST) => {
                self.soap(request, peer, before).instrument(span).await
            }
            (Some(place), &Method::GET | &Method::HEAD) if place != Place::Soap => {
                let page = self.page(place, request.headers(), peer, &before.login);
                let answer = Box::pin(page.instrument(span)).await;
                self.skip(request, answer).await
            }
            (Some(Place::Soap), _) => self.skip(request, not_allowed("POST")).await,
            (Some(_), _) => self.skip(request, not_allowed("GET, HEAD")).await,
            (None, _) if Self::is_api(request.uri().path()) => {
                let answer = self.api(request, peer, before);
                Box::pin(answer.instrument(span)).await
            }
            (None, _) if Self::is_page(request.uri().path()) => {
                let answer = self.page_file(request, peer, &before.login);
                Box::pin(answer.instrument(span)).await
            }
            (None, _) => {
                let answer = plain(StatusCode::NOT_FOUND, "There is no such page.");
                self.skip(request, answer).await
            }
        }
    }

    async fn page(
        &self,
        place: Place,
        headers: &HeaderMap,
        peer: Peer,
        login: &LastLogin,
    ) -> Answer {
        match place {
            Place::Soap => not_allowed("POST"),
            Place::Wsdl => xml(schema::services_wsdl(&self.address_for(headers))),
            Place::Schema(text) => xml(text),
            Place::Health => self.health(),
            Place::Metrics => match self.rules().metrics {
                MetricsAccess::Off => plain(StatusCode::NOT_FOUND, "There is no such page."),
                MetricsAccess::Anybody => self.metrics_page(),
                MetricsAccess::Users => match self.identify(headers, peer, login).await {
                    Ok(_) => self.metrics_page(),
                    Err(denied) => {
                        tell_denied(&denied, peer);
                        self.denied(&denied)
                    }
                },
            },
        }
    }

    fn health(&self) -> Answer {
        if self.is_closing() {
            return plain(StatusCode::SERVICE_UNAVAILABLE, "stopping");
        }
        if self.is_draining() {
            return plain(StatusCode::SERVICE_UNAVAILABLE, "draining");
        }
        let full = self.requests.available_permits() == 0;
        if let Some(standstill) = self.health.standstill(Instant::now(), full) {
            return plain(StatusCode::SERVICE_UNAVAILABLE, standstill);
        }
        let now = Instant::now();
        // Without memory to look, none is known.
        let all = self.client.engine().lines().unwrap_or_default();
        let serves = |user: &super::rules::User| {
            let mut lines = user.lines.among(&all);
            lines.any(|line| self.trunks.serves(line, now))
        };
        if self.rules().users().any(serves) {
            plain(StatusCode::OK, "ok")
        } else {
            plain(StatusCode::SERVICE_UNAVAILABLE, "no line is in service")
        }
    }

    /// What the providers of the users' lines count.
    fn gauges(&self) -> Vec<Gauge> {
        let rules = self.rules();
        let all = self.client.engine().lines().unwrap_or_default();
        let mut providers: Vec<&Arc<dyn Provider>> = Vec::new();
        for line in rules.users().flat_map(|user| user.lines.among(&all)) {
            let provider = line.provider();
            if !providers.iter().any(|known| Arc::ptr_eq(known, provider)) {
                providers.push(provider);
            }
        }
        let counted = providers.into_iter().map(|provider| provider.gauges());
        counted.flatten().collect()
    }

    fn metrics_page(&self) -> Answer {
        self.calls.settle();
        let mut page = self.metrics.page(self.calls.remembered(), &self.gauges());
        page += &self.records.metrics();
        let mut answer = Answer::new(page.into());
        let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
        answer.headers_mut().insert(header::CONTENT_TYPE, kind);
        answer
    }

    /// The address of the service as the client that asks sees it.
    fn address_for(&self, headers: &HeaderMap) -> String {
        if let Some(url) = &self.rules().public_url {
            return url.clone();
        }
        let fits = |host: &&str| {
            let fit = |b: u8| b.is_ascii_alphanumeric() || b".-:[]_".contains(&b);
            !host.is_empty() && host.len() <= 255 && host.bytes().all(fit)
        };
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        match host.filter(fits) {
            Some(host) => format!("{}://{host}{PATH}", self.scheme),
            None => format!("{}://{}{PATH}", self.scheme, self.address),
        }
    }

    pub(super) async fn identify(
        &self,
        headers: &HeaderMap,
        peer: Peer,
        login: &LastLogin,
    ) -> Result<UserId, Denied> {
        let authorization = headers.get(header::AUTHORIZATION);
        let now = Instant::now();
        login
            .identify(&self.accounts, authorization, peer.ip, now)
            .await
    }

    pub(super) fn denied(&self, denied: &Denied) -> Answer {
        match denied {
            Denied::NoCredentials | Denied::UnknownKind(_) | Denied::Wrong(_) => {
                let mut answer = plain(
                    StatusCode::UNAUTHORIZED,
                    "Log in with a name and password, or with a token.",
                );
                for challenge in self.accounts.challenges() {
                    let challenge = HeaderValue::from_static(challenge);
                    answer
                        .headers_mut()
                        .append(header::WWW_AUTHENTICATE, challenge);
                }
                answer
            }
            Denied::TooMany(wait) => retry_after(
                plain(StatusCode::TOO_MANY_REQUESTS, "Too many failed logins."),
                *wait,
            ),
            Denied::Busy => retry_after(
                plain(StatusCode::TOO_MANY_REQUESTS, "Too many logins at once."),
                SOON,
            ),
        }
    }

    async fn soap(
        self: &Arc<Self>,
        request: Request<Incoming>,
        peer: Peer,
        before: &Before,
    ) -> Answer {
        let headers = request.headers();
        let user = match self.identify(headers, peer, &before.login).await {
            Ok(user) => user,
            Err(denied) => {
                tell_denied(&denied, peer);
                return self.skip(request, self.denied(&denied)).await;
            }
        };
        if let Some(answer) = unreadable_kind(headers) {
            return self.skip(request, answer).await;
        }
        let body = match self.read_body(request, &before.received).await {
            Ok(body) => body,
            Err(Unread::TooBig(rest)) => {
                let reason = "the body is longer than the server reads";
                let fault = Fault::new(ErrorCode::RequestStreamTooBig, reason);
                let answer = self.fault(&fault, None, user);
                return self.discard(rest, answer).await;
            }
            Err(Unread::TooSlow) => {
                let answer = plain(StatusCode::REQUEST_TIMEOUT, "The body took too long.");
                return closing(answer);
            }
            Err(Unread::Broken) => {
                return closing(plain(StatusCode::BAD_REQUEST, "The body broke off."));
            }
        };
        self.work(user, peer, (before, &body)).await
    }

    /// From the body to the answer. Whether the user may ask now is settled first; the request is
    /// still read then, for the answer is to be in its spelling.
    async fn work(
        self: &Arc<Self>,
        sender: UserId,
        peer: Peer,
        (before, body): (&Before, &[u8]),
    ) -> Answer {
        let rules = self.rules();
        let bucket = rules.user(sender).map(|user| &user.bucket);
        let allowed = bucket.map_or(Ok(()), |bucket| bucket.take(Instant::now()));
        let request = lock(&before.request).parse(body);
        let request = match request {
            Ok(request) => request,
            Err(fault) => return self.fault(&fault, None, sender),
        };
        let kind = request.operation.kind();
        let refuse = |fault: Fault| {
            let fault = fault.in_namespaces(request.namespaces);
            self.fault(&fault, Some(kind), sender)
        };
        if let Err(wait) = allowed {
            return refuse(Fault::busy(wait));
        }
        if self.is_closing() && kind == OperationKind::PlayOnPhone {
            return refuse(Fault::busy(super::STOPPING));
        }
        let Ok(permit) = self.requests.clone().try_acquire_owned() else {
            return refuse(Fault::busy(SOON));
        };
        let user = match &request.headers.impersonation {
            None => sender,
            Some(account) => match rules.impersonated(sender, account) {
                Ok(user) => user,
                Err(code) => return refuse(Fault::new(code, "impersonation")),
            },
        };
        let SoapRequest {
            namespaces,
            operation,
            ..
        } = request;
        let response = self.execute(user, peer.ip, operation, permit).await;
        self.health.served(Instant::now());
        let error = response.error().map(|error| error.code);
        self.metrics.answered(Some(kind), error);
        let result = error.map_or("NoError", ErrorCode::as_str);
        tracing::debug!(operation = %kind, result, "done");
        soap_answer(self.answers.response(&response, namespaces))
    }

    fn fault(&self, fault: &Fault, operation: Option<OperationKind>, user: UserId) -> Answer {
        self.metrics.answered(operation, Some(fault.code.ews()));
        let name = self.rules().name_of(user);
        tracing::info!(user = &*name, code = %fault.code, reason = fault.reason, "refused");
        let mut answer = soap_answer(self.answers.fault(fault));
        answer.extensions_mut().insert(IsSoap);
        match &fault.detail {
            soap::FaultDetail::BackOff(wait) => retry_after(answer, *wait),
            _ => answer,
        }
    }
}

/// Says in the log why somebody was not let in.
pub(super) fn tell_denied(denied: &Denied, peer: Peer) {
    match denied {
        // Many clients ask without credentials first, to learn which are wanted.
        Denied::NoCredentials => tracing::debug!(%peer, "no credentials"),
        _ => tracing::info!(%peer, why = %denied, "not let in"),
    }
}

/// Marks a refusal that is a SOAP message.
#[derive(Clone)]
struct IsSoap;

pub(super) fn not_allowed(allowed: &'static str) -> Answer {
    let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "Not with this method.");
    let allowed = HeaderValue::from_static(allowed);
    answer.headers_mut().insert(header::ALLOW, allowed);
    answer
}

fn xml(text: impl Into<hyper::body::Bytes>) -> Answer {
    let mut answer = Answer::new(text.into().into());
    let kind = HeaderValue::from_static(soap::CONTENT_TYPE);
    answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_in_any_case() {
        for (path, query, place) in [
            ("/EWS/Exchange.asmx", None, Some(Place::Soap)),
            ("/ews/exchange.ASMX", Some("x=1"), Some(Place::Soap)),
            ("/EWS/Exchange.asmx", Some("WSDL"), Some(Place::Wsdl)),
            ("/ews/services.wsdl", None, Some(Place::Wsdl)),
            (
                "/EWS/Types.xsd",
                None,
                Some(Place::Schema(schema::TYPES_XSD)),
            ),
            ("/healthz", None, Some(Place::Health)),
            ("/metrics", None, Some(Place::Metrics)),
            ("/", None, None),
            ("/EWS/", None, None),
            ("/EWS/../etc/passwd", None, None),
            ("/other/types.xsd", None, None),
        ] {
            assert_eq!(Place::find(path, query), place, "{path}");
        }
    }
}
