//! Assisted telephony: tapiRequestMakeCall, and the programs that place such calls.

use super::abi::*;
use super::app::App;
use super::fault::{Fault, Result};
use super::queue::{Effect, Message, OUT_OF_MEMORY_PAUSE};
use super::registry;
use super::text::Form;
use crate::engine::{CallRequest, REQUEST_MAKE_CALL};
use crate::shared::Shared;
use crate::system;
use std::collections::VecDeque;
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// The requests that one recipient has been told of.
#[derive(Default)]
pub(super) struct Requested(Mutex<VecDeque<Shared<CallRequest>>>);

/// A request has come for a recipient.
pub(super) fn told(app: &App, wanted: &Shared<CallRequest>) {
    // Who asked was told that somebody would place the call.
    loop {
        let mut list = lock(&app.requested.0);
        if list.try_reserve(1).is_ok() {
            list.push_back(wanted.clone());
            app.client.keep_requests(list.len());
            break;
        }
        drop(list);
        if app.queue.is_closed() {
            return;
        }
        std::thread::sleep(OUT_OF_MEMORY_PAUSE);
    }
    let message = Message {
        device: 0,
        id: LINE_REQUEST,
        instance: wanted.instance as u32 as usize,
        parameters: [LINEREQUESTMODE_MAKECALL as usize, 0, 0],
        line: 0,
        effect: Effect::Nothing,
    };
    app.queue.insist(None, message);
}

/// lineRegisterRequestRecipient.
pub fn register(app: u32, instance: u32, mode: u32, on: bool) -> Result<()> {
    let app = registry::app(app)?;
    if mode != REQUEST_MAKE_CALL as u32 {
        return Err(Fault(LINEERR_INVALREQUESTMODE));
    }
    Ok(app.client.receive_requests(instance as i32, on)?)
}

/// lineGetRequest: the oldest request, as LINEREQMAKECALL has it.
pub fn get(app: u32, mode: u32, pointer: Result<()>, form: Form) -> Result<Vec<u8>> {
    let app = registry::app(app)?;
    pointer?;
    if mode != REQUEST_MAKE_CALL as u32 {
        return Err(Fault(LINEERR_INVALREQUESTMODE));
    }
    let mut list = lock(&app.requested.0);
    let wanted = list.front().ok_or(Fault(LINEERR_NOREQUEST))?;
    let mut bytes = Vec::new();
    let texts = [
        (&wanted.destination, TAPIMAXDESTADDRESSSIZE),
        (&wanted.application, TAPIMAXAPPNAMESIZE),
        (&wanted.called_party, TAPIMAXCALLEDPARTYSIZE),
        (&wanted.comment, TAPIMAXCOMMENTSIZE),
    ];
    for (text, room) in texts {
        let size = room as usize * form.unit();
        let mut field = form.encode(form.cut(text, room as usize - 1))?;
        field.try_reserve(size)?;
        field.resize(size, 0);
        bytes.try_reserve(size)?;
        bytes.extend_from_slice(&field);
    }
    let gone = list.pop_front();
    app.client.keep_requests(list.len());
    drop(list);
    drop(gone);
    Ok(bytes)
}

/// tapiRequestMakeCall.
pub fn make_call(
    destination: Result<Option<String>>,
    application: Result<Option<String>>,
    called_party: Result<Option<String>>,
    comment: Result<Option<String>>,
) -> Result<()> {
    // A text that cannot be read is one that there was no memory for; there is no code for that.
    let failed = |_| Fault(TAPIERR_REQUESTFAILED);
    let destination = destination.map_err(failed)?.unwrap_or_default();
    // In both forms: whoever places the call must not get a part of it.
    if destination.is_empty() || destination.len() >= TAPIMAXDESTADDRESSSIZE as usize {
        return Err(Fault(TAPIERR_INVALDESTADDRESS));
    }
    let request = CallRequest {
        instance: 0,
        destination,
        application: cut(application.map_err(failed)?, TAPIMAXAPPNAMESIZE),
        called_party: cut(called_party.map_err(failed)?, TAPIMAXCALLEDPARTYSIZE),
        comment: cut(comment.map_err(failed)?, TAPIMAXCOMMENTSIZE),
    };
    let engine = system::running_engine().ok_or(Fault(TAPIERR_NOREQUESTRECIPIENT))?;
    engine
        .request_call(&request)
        .map_err(|error| match Fault::from(&error) {
            recipient @ Fault(TAPIERR_NOREQUESTRECIPIENT | TAPIERR_REQUESTQUEUEFULL) => recipient,
            _ => Fault(TAPIERR_REQUESTFAILED),
        })
}

/// As much of a text as there is room for.
fn cut(text: Option<String>, room: u32) -> String {
    let mut text = text.unwrap_or_default();
    let length = Form::Wide.cut(&text, room as usize - 1).len();
    text.truncate(length);
    text
}

/// lineSetAppPriority.
pub fn set_priority(
    name: Result<Option<String>>,
    media: u32,
    request: u32,
    priority: u32,
) -> Result<()> {
    let name = name?.filter(|name| !name.is_empty());
    let name = name.ok_or(Fault(LINEERR_INVALAPPNAME))?;
    if priority > 1 {
        return Err(Fault::PARAMETER);
    }
    let engine = system::running_engine().ok_or(Fault(LINEERR_UNINITIALIZED))?;
    let first = priority == 1;
    match (media, request) {
        (0, LINEREQUESTMODE_MAKECALL) => Ok(engine.set_assisted_priority(&name, first)?),
        (0, 0) => Err(Fault(LINEERR_INVALREQUESTMODE)),
        (_, 0) => {
            let media = super::media::for_engine(media);
            Ok(engine.set_priority(&name, media, first)?)
        }
        _ => Err(Fault(LINEERR_INVALREQUESTMODE)),
    }
}

/// lineGetAppPriority: 1 for the application that comes first, 0 for one of which nothing is said.
pub fn get_priority(name: Result<Option<String>>, media: u32, request: u32) -> Result<u32> {
    let name = name?.filter(|name| !name.is_empty());
    let name = name.ok_or(Fault(LINEERR_INVALAPPNAME))?;
    let engine = system::running_engine().ok_or(Fault(LINEERR_UNINITIALIZED))?;
    let media = match (media, request) {
        (0, LINEREQUESTMODE_MAKECALL) => None,
        (0, _) => return Err(Fault(LINEERR_INVALREQUESTMODE)),
        (media, _) => Some(super::media::for_engine(media)),
    };
    Ok(engine.priority(&name, media))
}
