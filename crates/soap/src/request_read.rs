//! The server reads a request: strictly, so that nothing is dialled on a guess. What each kind of
//! bad request is refused with stands in the table of the module's documentation.

use roxmltree::Node;
use std::ops::Range;

use super::codes::ErrorCode;
use super::document::{
    self, Envelope, EnvelopeError, ReadError, clip, describe, is_schema_hint, local, namespace,
    stray_text, vocabulary,
};
use super::fault::{Fault, FaultCode, Probe, Violation};
use super::names::{Namespaces, Scheme, Vocabulary};
use super::scan;
use super::types::{
    ExchangeVersion, Impersonation, ItemId, Operation, OperationKind, PhoneCallId, Request,
    RequestHeaders,
};

/// Reads the body of an HTTP request.
///
/// # Errors
/// The fault to answer with; [`write_fault`](super::write_fault) writes it.
pub fn parse_request(body: &[u8]) -> Result<Request, Fault> {
    read_request(body).map(|read| read.request)
}

/// A request, and where in the body the identifier of its call stands, if it is about one.
pub(super) struct Read {
    pub(super) request: Request,
    pub(super) call_id: Option<Range<usize>>,
}

/// As [`parse_request`].
pub(super) fn read_request(body: &[u8]) -> Result<Read, Fault> {
    let text = scan::check(body).map_err(unreadable)?;
    let doc = document::parse(text).map_err(unreadable)?;
    let envelope = document::envelope(&doc).map_err(|e| {
        let fault = match e {
            EnvelopeError::Version(uri) => Fault::soap(
                FaultCode::VersionMismatch,
                format!("the envelope is in namespace '{uri}'"),
            ),
            EnvelopeError::Shape(reason) => Fault::new(ErrorCode::InvalidRequest, reason),
        };
        let envelope = vocabulary(doc.root_element()).map_or_else(Scheme::default, |(_, s)| s);
        fault.in_namespaces(Namespaces {
            envelope,
            ..Namespaces::default()
        })
    })?;
    let namespaces = spelling(&envelope);
    let request = read(&envelope, namespaces).map_err(|fault| fault.in_namespaces(namespaces))?;
    let begin = body.len() - text.len();
    let call_id = place_of_call_id(&request.operation, envelope.body);
    let call_id = call_id.map(|id| begin + id.start..begin + id.end);
    Ok(Read { request, call_id })
}

/// Where the value of the attribute stands in the text.
fn place_of_call_id(operation: &Operation, body: Node<'_, '_>) -> Option<Range<usize>> {
    if let Operation::PlayOnPhone { .. } = operation {
        return None;
    }
    let element = body.first_element_child()?.first_element_child()?;
    let mut attributes = element.attributes();
    let id = attributes.find(|a| a.name() == "Id" && a.namespace().is_none())?;
    Some(id.range_value())
}

fn unreadable(error: ReadError) -> Fault {
    let code = match error {
        ReadError::TooBig => ErrorCode::RequestStreamTooBig,
        _ => ErrorCode::InvalidRequest,
    };
    Fault::new(code, error.to_string())
}

/// How the request spells its namespaces. One that it does not use follows the one that it does.
fn spelling(envelope: &Envelope<'_, '_>) -> Namespaces {
    let first = |parent: Option<Node<'_, '_>>, wanted| {
        parent?
            .children()
            .filter(Node::is_element)
            .filter_map(vocabulary)
            .find_map(|(v, scheme)| (v == wanted).then_some(scheme))
    };
    let messages = first(Some(envelope.body), Vocabulary::Messages);
    let types = first(envelope.header, Vocabulary::Types);
    Namespaces {
        envelope: envelope.scheme,
        messages: messages.or(types).unwrap_or_default(),
        types: types.or(messages).unwrap_or_default(),
    }
}

fn read(envelope: &Envelope<'_, '_>, namespaces: Namespaces) -> Result<Request, Fault> {
    let (kind, element) = dispatch(envelope.body)?;
    let headers = match envelope.header {
        Some(header) => read_headers(header)?,
        None => RequestHeaders::default(),
    };
    Ok(Request {
        namespaces,
        headers,
        operation: read_operation(kind, element)?,
    })
}

/// Finds the operation: the only element in the body.
fn dispatch<'a, 'i>(body: Node<'a, 'i>) -> Result<(OperationKind, Node<'a, 'i>), Fault> {
    let refuse = |reason: String| Err(Fault::new(ErrorCode::InvalidRequest, reason));
    if body.children().any(stray_text) {
        return refuse("the body has text beside the operation".to_owned());
    }
    let mut elements = body.children().filter(Node::is_element);
    let Some(element) = elements.next() else {
        return refuse("the body is empty".to_owned());
    };
    if let Some(second) = elements.next() {
        return refuse(format!("a second operation, {}", describe(second)));
    }
    let is_ours = matches!(vocabulary(element), Some((Vocabulary::Messages, _)));
    let name = Some(local(element)).filter(|_| is_ours);
    match name.and_then(OperationKind::from_wire) {
        Some(kind) => Ok((kind, element)),
        None => match name.and_then(Probe::from_wire) {
            Some(probe) => Err(Fault::probe(probe)),
            None => refuse(format!("no such operation: {}", describe(element))),
        },
    }
}

fn read_headers(header: Node<'_, '_>) -> Result<RequestHeaders, Fault> {
    let mut headers = RequestHeaders::default();
    let mut culture_seen = false;
    if header.children().any(stray_text) {
        return Err(Fault::new(ErrorCode::InvalidRequest, "the header has text"));
    }
    for entry in header.children().filter(Node::is_element) {
        let known = matches!(vocabulary(entry), Some((Vocabulary::Types, _)));
        let twice = match local(entry) {
            "RequestServerVersion" if known => {
                headers.version.replace(read_version(entry)?).is_some()
            }
            "ExchangeImpersonation" if known => headers
                .impersonation
                .replace(read_impersonation(entry)?)
                .is_some(),
            "MailboxCulture" if known => {
                header_attributes(entry, &[])?;
                headers.culture = Some(text_only(entry)?);
                std::mem::replace(&mut culture_seen, true)
            }
            _ => ignore_header(entry).map(|()| false)?,
        };
        if twice {
            return Err(Fault::new(
                ErrorCode::DuplicateSoapHeader,
                format!("two headers {}", describe(entry)),
            ));
        }
    }
    match headers.version {
        Some(v) if !v.has_telephone_operations() => Err(Fault::new(
            ErrorCode::InvalidServerVersion,
            format!("{v} has no telephone operations"),
        )),
        _ => Ok(headers),
    }
}

/// A header that is not ours may be ignored unless its sender forbids it (SOAP 1.1 §4.2.3) to us
/// (§4.2.2: without an actor, or for whoever comes next).
fn ignore_header(entry: Node<'_, '_>) -> Result<(), Fault> {
    let soap = |name: &str| {
        entry
            .attributes()
            .find(|a| a.name() == name && is_soap_attribute(a))
            .map(|a| a.value())
    };
    let must = matches!(soap("mustUnderstand"), Some("1" | "true"));
    let for_us = matches!(
        soap("actor"),
        None | Some("" | "http://schemas.xmlsoap.org/soap/actor/next")
    );
    if must && for_us {
        let reason = format!("must understand {}", describe(entry));
        return Err(Fault::soap(FaultCode::MustUnderstand, reason));
    }
    Ok(())
}

fn read_version(entry: Node<'_, '_>) -> Result<ExchangeVersion, Fault> {
    let [version] = header_attributes(entry, &["Version"])?;
    no_content(entry)?;
    let version = required(entry, "Version", version)?;
    ExchangeVersion::from_wire(version).ok_or_else(|| {
        Fault::new(
            ErrorCode::InvalidRequest,
            format!("unknown version '{}'", clip(version)),
        )
    })
}

fn read_impersonation(entry: Node<'_, '_>) -> Result<Impersonation, Fault> {
    header_attributes(entry, &[])?;
    let mut children = Sequence::of(entry);
    let sid = children.next("ConnectingSID")?;
    children.end()?;
    let [] = attributes(sid, &[])?;
    let refuse = |reason: &str| {
        Err(Fault::new(
            ErrorCode::InvalidExchangeImpersonationHeaderData,
            format!("ConnectingSID {reason}"),
        ))
    };
    if let Some(text) = sid.children().find(|n| stray_text(*n)) {
        return Err(violation(
            text,
            "ConnectingSID cannot contain text.".to_owned(),
        ));
    }
    let mut accounts = sid.children().filter(Node::is_element);
    let (Some(account), None) = (accounts.next(), accounts.next()) else {
        return refuse("does not name exactly one account");
    };
    let [] = attributes(account, &[])?;
    let value = text_only(account)?;
    if value.trim().is_empty() {
        return refuse("names an empty account");
    }
    if namespace(account) != namespace(entry) {
        return Err(unexpected(sid, account, "PrincipalName"));
    }
    match Impersonation::from_parts(local(account), value) {
        Some(impersonation) => Ok(impersonation),
        None => Err(unexpected(sid, account, "PrincipalName")),
    }
}

fn read_operation(kind: OperationKind, element: Node<'_, '_>) -> Result<Operation, Fault> {
    let [] = attributes(element, &[])?;
    let mut children = Sequence::of(element);
    let operation = match kind {
        OperationKind::PlayOnPhone => {
            let item = read_item(children.next("ItemId")?)?;
            let dial_string = children.next("DialString")?;
            let [] = attributes(dial_string, &[])?;
            Operation::PlayOnPhone {
                item,
                dial_string: text_only(dial_string)?,
            }
        }
        OperationKind::GetPhoneCallInformation => {
            Operation::GetPhoneCallInformation(read_call_id(children.next("PhoneCallId")?)?)
        }
        OperationKind::DisconnectPhoneCall => {
            Operation::DisconnectPhoneCall(read_call_id(children.next("PhoneCallId")?)?)
        }
    };
    children.end()?;
    Ok(operation)
}

fn read_item(node: Node<'_, '_>) -> Result<ItemId, Fault> {
    let [id, change_key] = attributes(node, &["Id", "ChangeKey"])?;
    no_content(node)?;
    Ok(ItemId {
        id: required(node, "Id", id)?.to_owned(),
        change_key: change_key.map(str::to_owned),
    })
}

fn read_call_id(node: Node<'_, '_>) -> Result<PhoneCallId, Fault> {
    let [id] = attributes(node, &["Id"])?;
    no_content(node)?;
    Ok(PhoneCallId(required(node, "Id", id)?.to_owned()))
}

/// The children of an element, taken one after the other as the schema orders them.
struct Sequence<'a, 'i> {
    parent: Node<'a, 'i>,
    rest: roxmltree::Children<'a, 'i>,
}

impl<'a, 'i> Sequence<'a, 'i> {
    fn of(parent: Node<'a, 'i>) -> Self {
        Self {
            parent,
            rest: parent.children(),
        }
    }

    /// The next child element, which must be `name` in the parent's own namespace.
    fn next(&mut self, name: &'static str) -> Result<Node<'a, 'i>, Fault> {
        match self.advance()? {
            Some(n) if local(n) == name && namespace(n) == namespace(self.parent) => Ok(n),
            Some(other) => Err(unexpected(self.parent, other, name)),
            None => Err(violation(
                self.parent,
                format!(
                    "The element {} has incomplete content. List of possible elements expected: \
                     '{name}'.",
                    describe(self.parent)
                ),
            )),
        }
    }

    fn end(mut self) -> Result<(), Fault> {
        match self.advance()? {
            None => Ok(()),
            Some(extra) => Err(violation(
                extra,
                format!(
                    "The element {} has invalid child element {}.",
                    describe(self.parent),
                    describe(extra)
                ),
            )),
        }
    }

    fn advance(&mut self) -> Result<Option<Node<'a, 'i>>, Fault> {
        for node in self.rest.by_ref() {
            if node.is_element() {
                return Ok(Some(node));
            }
            if stray_text(node) {
                let text = format!("The element {} cannot contain text.", describe(self.parent));
                return Err(violation(node, text));
            }
        }
        Ok(None)
    }
}

fn unexpected(parent: Node<'_, '_>, found: Node<'_, '_>, wanted: &str) -> Fault {
    violation(
        found,
        format!(
            "The element {} has invalid child element {}. List of possible elements expected: \
             '{wanted}'.",
            describe(parent),
            describe(found)
        ),
    )
}

fn violation(node: Node<'_, '_>, text: String) -> Fault {
    let at = node.document().text_pos_at(node.range().start);
    Fault::schema(Violation {
        line: at.row,
        position: at.col,
        text,
    })
}

fn required<'a>(node: Node<'_, '_>, name: &str, value: Option<&'a str>) -> Result<&'a str, Fault> {
    value.ok_or_else(|| violation(node, format!("The required attribute '{name}' is missing.")))
}

/// The values of the unqualified attributes `names`; any other attribute breaks the schema.
fn attributes<'a, const N: usize>(
    node: Node<'a, '_>,
    names: &[&str; N],
) -> Result<[Option<&'a str>; N], Fault> {
    pick(node, names, |_| false)
}

/// The same for a header entry, which may also carry SOAP's own attributes.
fn header_attributes<'a, const N: usize>(
    node: Node<'a, '_>,
    names: &[&str; N],
) -> Result<[Option<&'a str>; N], Fault> {
    pick(node, names, is_soap_attribute)
}

fn pick<'a, const N: usize>(
    node: Node<'a, '_>,
    names: &[&str; N],
    also: impl Fn(&roxmltree::Attribute<'_, '_>) -> bool,
) -> Result<[Option<&'a str>; N], Fault> {
    let mut values = [None; N];
    for attribute in node.attributes() {
        let declared = names.iter().position(|n| *n == attribute.name());
        match declared.and_then(|i| values.get_mut(i)) {
            Some(value) if attribute.namespace().is_none() => *value = Some(attribute.value()),
            _ if is_schema_hint(&attribute) || also(&attribute) => {}
            _ => {
                let text = format!(
                    "The '{}' attribute is not declared.",
                    clip(attribute.name())
                );
                return Err(violation(node, text));
            }
        }
    }
    Ok(values)
}

fn is_soap_attribute(attribute: &roxmltree::Attribute<'_, '_>) -> bool {
    attribute
        .namespace()
        .and_then(Vocabulary::recognise)
        .is_some_and(|(v, _)| v == Vocabulary::Envelope)
}

/// The text of an element of simple type.
fn text_only(node: Node<'_, '_>) -> Result<String, Fault> {
    match node.children().find(Node::is_element) {
        None => Ok(document::text(node)),
        Some(child) => Err(violation(
            child,
            format!(
                "The element {} cannot contain child elements.",
                describe(node)
            ),
        )),
    }
}

/// Refuses content in an element that the schema defines as empty.
fn no_content(node: Node<'_, '_>) -> Result<(), Fault> {
    match node.children().find(|n| n.is_element() || stray_text(*n)) {
        None => Ok(()),
        Some(child) => Err(violation(
            child,
            format!("The element {} must be empty.", describe(node)),
        )),
    }
}
