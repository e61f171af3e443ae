//! The page of live calls, at `/`: a document, a style and a script that stand beside this file and
//! are part of the program. All that it shows and does goes over the JSON API; nothing comes from
//! elsewhere, and the headers see to it that nothing can.

use super::Endpoint;
use super::before::LastLogin;
use super::client_address::Peer;
use super::http::{not_allowed, tell_denied};
use super::http_answer::Answer;
use hyper::body::Incoming;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Method, Request};

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// Path, kind and content of each file.
const FILES: [(&str, &str, &str); 4] = [
    ("/", HTML, include_str!("index.html")),
    ("/page/page.css", CSS, include_str!("page.css")),
    ("/page/page.js", SCRIPT, include_str!("page.js")),
    ("/page/icon.svg", SVG, include_str!("icon.svg")),
];

/// What a browser is told to keep from the page: anything that is not this server's own, frames of
/// others, forms that lead elsewhere, text that becomes markup.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; form-action 'none'; base-uri 'none'; \
                      frame-ancestors 'none'; require-trusted-types-for 'script'; \
                      trusted-types 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-cache"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

impl Endpoint {
    /// Whether the page has a file of this path.
    pub(super) fn is_page(path: &str) -> bool {
        FILES.iter().any(|(known, ..)| *known == path)
    }

    /// Answers a request for a file of the page.
    pub(super) async fn page_file(
        &self,
        request: Request<Incoming>,
        peer: Peer,
        login: &LastLogin,
    ) -> Answer {
        let answer = self.file_for(&request, peer, login).await;
        self.skip(request, answer).await
    }

    async fn file_for(&self, request: &Request<Incoming>, peer: Peer, login: &LastLogin) -> Answer {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return not_allowed("GET, HEAD");
        }
        if let Err(denied) = self.identify(request.headers(), peer, login).await {
            tell_denied(&denied, peer);
            return self.denied(&denied);
        }
        let path = request.uri().path();
        let file = FILES.iter().find(|(known, ..)| *known == path);
        let (_, kind, text) = *file.unwrap_or(&("", HTML, ""));
        let mut answer = Answer::new(text.into());
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        for (name, value) in HEADERS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_page_leads_elsewhere() {
        for (path, _, text) in FILES {
            for (place, _) in text.match_indices("//") {
                let before = &text[..place];
                let line = before.rsplit('\n').next().unwrap_or_default();
                let is_comment = line.trim().is_empty();
                let is_namespace = text[place..].starts_with("//www.w3.org/2000/svg\"");
                assert!(is_comment || is_namespace, "{path}: {line}");
            }
            for forbidden in [
                "innerHTML",
                "insertAdjacentHTML",
                "eval(",
                "style=",
                "onclick=",
            ] {
                assert!(!text.contains(forbidden), "{path}: {forbidden}");
            }
        }
    }
}
