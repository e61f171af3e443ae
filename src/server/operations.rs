//! The three operations: what PlayOnPhone, GetPhoneCallInformation and DisconnectPhoneCall do to
//! the engine's calls.

use super::Endpoint;
use super::accounts::UserId;
use super::calls::Entry;
use super::dial::Destination;
use super::ledger::{Door, EndedBy, Origin};
use super::lines::Needs;
use super::patterns::Forbidden;
use super::random::CallId;
use super::refusal::{
    Because, Refused, no_line, no_new_calls, no_such_call, not_ended, not_placed, too_many,
};
use super::rules::User;
use crate::engine::{Call, CallHandle, DropReason, Error, ErrorKind, Line, State};
use crate::soap::{
    ErrorCode, ItemId, Operation, OperationError, PhoneCallId, PhoneCallInformation, Response, clip,
};
use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tapi3_common::media::AUDIO;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

impl Endpoint {
    /// Does what `user` asks for, from the address `from`. The permit is held for as long as the
    /// work goes on, which may be longer than the client waits.
    pub(super) async fn execute(
        self: &Arc<Self>,
        user: UserId,
        from: IpAddr,
        operation: Operation,
        permit: OwnedSemaphorePermit,
    ) -> Response {
        let name = || self.rules().name_of(user);
        let kind = operation.kind();
        let refuse = |refused: Refused| {
            let Refused { code, reason, .. } = &refused;
            tracing::info!(user = &*name(), operation = %kind, %code, %reason, "refused");
            OperationError::from(refused)
        };
        if let Err(code) = operation.check() {
            return operation.refuse(refuse(code.into()));
        }
        match operation {
            Operation::PlayOnPhone { item, dial_string } => {
                // Put aside: the others would have to carry room for it.
                let played = Box::pin(self.play((user, from), &item, &dial_string, permit)).await;
                Response::PlayOnPhone(played.map_err(|refused| {
                    let (item, dial_string) = (clip(&item.id), clip(&dial_string));
                    tracing::info!(user = &*name(), item, dial_string, "no call");
                    refuse(refused)
                }))
            }
            Operation::GetPhoneCallInformation(id) => {
                let told = self.inform(user, &id, permit).await;
                Response::GetPhoneCallInformation(told.map_err(refuse))
            }
            Operation::DisconnectPhoneCall(id) => {
                let ended = self.disconnect(user, &id, permit).await;
                Response::DisconnectPhoneCall(ended.map_err(refuse))
            }
        }
    }

    async fn play(
        self: &Arc<Self>,
        (id, from): (UserId, IpAddr),
        item: &ItemId,
        dial_string: &str,
        permit: OwnedSemaphorePermit,
    ) -> Result<PhoneCallId, Refused> {
        let item = self.rules().item(&item.id)?;
        let door = (from, Door::Ews);
        let entry = self.call_out((id, door), item, dial_string, permit).await?;
        Ok(PhoneCallId(entry.name.to_string()))
    }

    /// Places a call for a user, who asks for it from an address and by a door.
    pub(super) async fn call_out(
        self: &Arc<Self>,
        (id, door): (UserId, (IpAddr, Door)),
        item: Arc<str>,
        dial_string: &str,
        permit: OwnedSemaphorePermit,
    ) -> Result<Arc<Entry>, Refused> {
        if self.is_draining() {
            return Err(no_new_calls("draining"));
        }
        let rules = self.rules();
        let user = rules.user(id).ok_or(ErrorCode::AccessDenied)?;
        let destination = check_destination(user, dial_string)?;
        let needs = Needs {
            address_type: destination.address_type,
            plays: rules.file_of(&item).is_some(),
        };
        let all = self.client.engine().lines();
        let all = all.map_err(|error| not_placed(&error, needs.address_type))?;
        let mut lines = user.lines.for_call(&all, needs, &self.trunks)?.into_iter();
        let end = tokio::time::Instant::now() + rules.limits.answer_timeout;
        let permit = Arc::new(permit);
        let mut line = lines.next().ok_or_else(no_line)?;
        loop {
            let (entry, handle) = self.admit((id, door), (user, &line), &item, &destination)?;
            let call = handle.call.clone();
            // Until its client is told of it nobody knows this call, and it must not stay.
            let unknown = Unknown {
                endpoint: self,
                entry: &entry,
            };
            if let Some(file) = rules.file_of(&entry.item) {
                let put = self.play_on(&entry, &handle, file).await;
                put.map_err(|error| {
                    tracing::error!(item = ?entry.item, "not played: {error}");
                    self.calls.withdraw(&entry);
                    ErrorCode::ItemNotFound.because(error.message().to_owned())
                })?;
            }
            let placed = self.place(entry.clone(), handle, permit.clone());
            match tokio::time::timeout_at(end, placed).await {
                Ok(Ok(())) => {}
                // It was on its way and came back already: its state says how.
                Ok(Err(_)) if call.state() == State::Disconnected => self.calls.note_end(&entry),
                Ok(Err(error)) if leads_nowhere(&error, &call) => {
                    return Err(self.not_reached(&call, error.message().to_owned()));
                }
                Ok(Err(error)) if error.kind() != ErrorKind::Timeout => {
                    // It is certain that this line has not placed it.
                    let next = lines.next().filter(|_| is_not_taken(&error, &call));
                    line = next.ok_or_else(|| not_placed(&error, needs.address_type))?;
                    tracing::info!(
                        call = call.id(),
                        next = line.info().name,
                        "not taken: {error}"
                    );
                    continue;
                }
                // One client sends its request again when it hears ErrorTimeoutExpired, so that is
                // not what it hears of a call.
                Ok(Err(_)) | Err(_) => {
                    tracing::warn!(call = call.id(), "the line does not say whether it calls");
                    self.end(&entry, EndedBy::Line);
                    let code = ErrorCode::UnifiedMessagingRequestFailed;
                    return Err(code.because("the line does not say whether it calls"));
                }
            }
            drop(permit);
            self.hear_of(&entry, &call).await?;
            std::mem::forget(unknown);
            return Ok(entry);
        }
    }

    /// Waits until the server that the call has gone to has said that it has it, where one says so
    /// at once: a call that nobody has is not on its way.
    async fn hear_of(&self, entry: &Entry, call: &Call) -> Result<(), Refused> {
        let end = Instant::now() + self.rules().limits.gateway_timeout;
        let mut pause = Duration::from_millis(1);
        while call.lacks_word() && call.is_up() {
            if Instant::now() >= end {
                self.end(entry, EndedBy::Line);
                return Err(self.not_reached(call, "nobody answers".to_owned()));
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_millis(50));
        }
        if call.lacks_word() {
            self.calls.note_end(entry);
            return Err(self.not_reached(call, "nobody is reached".to_owned()));
        }
        self.trunks.answered(call.line());
        Ok(())
    }

    /// A call did not reach the network: that is the line's fault, not the number's.
    fn not_reached(&self, call: &Call, why: String) -> Refused {
        self.trunks.failed(call.line(), &why, Instant::now());
        ErrorCode::IpGatewayNotFound.because(why)
    }

    fn admit(
        &self,
        (id, (from, door)): (UserId, (IpAddr, Door)),
        (user, line): (&User, &Arc<Line>),
        item: &Arc<str>,
        destination: &Destination,
    ) -> Result<(Arc<Entry>, CallHandle), Refused> {
        let call_id = CallId::new().map_err(|error| {
            ErrorCode::InternalServerError.because(format!("no randomness: {error}"))
        })?;
        let (text, address_type) = (destination.text.clone(), destination.address_type);
        let handle = Call::outgoing(&self.client, line, text, AUDIO, address_type)
            .map_err(|error| not_placed(&error, address_type))?;
        let origin = Origin {
            user: user.name.clone(),
            from,
            door,
        };
        let limit = user.max_calls;
        let admitted = self
            .calls
            .admit(call_id, id, limit, item.clone(), origin, handle.clone());
        let entry = admitted.map_err(|full| {
            handle.detach();
            too_many(full)
        })?;
        // Whoever stops the server sees either this call, or that it is not to be placed.
        if self.is_closing() || self.is_draining() {
            self.calls.withdraw(&entry);
            return Err(no_new_calls("stopping"));
        }
        self.calls.placed(&entry);
        let destination = handle.call.destination();
        let line = &line.info().name;
        tracing::info!(
            user = %user.name, call = handle.call.id(), destination, line, item = ?entry.item,
            "placing a call"
        );
        Ok((entry, handle))
    }

    /// Places the call: at once if its provider answers at once, otherwise on a thread that may wait.
    /// A call that has not come about is taken back; one whose client is gone meanwhile is ended,
    /// since nobody will ever know it.
    async fn place(
        self: &Arc<Self>,
        entry: Arc<Entry>,
        handle: CallHandle,
        permit: Arc<OwnedSemaphorePermit>,
    ) -> Result<(), Error> {
        // A provider's bug costs its call, and not the connection with all that is on it.
        let placed = catch_unwind(AssertUnwindSafe(|| handle.place()));
        let placing = match placed {
            Ok(Ok(Some(placing))) => placing,
            Ok(placed) => {
                self.withdraw_unplaced(&entry, &handle);
                return placed.map(drop);
            }
            Err(_) => {
                tracing::error!(call = handle.call.id(), "the placing broke off");
                self.withdraw_unplaced(&entry, &handle);
                return Err(BROKE_OFF);
            }
        };
        let (sender, receiver) = oneshot::channel();
        let endpoint = self.clone();
        tokio::task::spawn_blocking(move || {
            let placed = placing.wait();
            endpoint.withdraw_unplaced(&entry, &handle);
            if sender.send(placed).is_err() {
                endpoint.end(&entry, EndedBy::LostReply);
            }
            drop(permit);
        });
        receiver.await.unwrap_or(Err(BROKE_OFF))
    }

    /// Takes a call back that has not come about.
    fn withdraw_unplaced(&self, entry: &Entry, handle: &CallHandle) {
        if handle.call.state() == State::Idle && !handle.call.is_up() {
            self.calls.withdraw(entry);
        }
    }

    async fn inform(
        &self,
        user: UserId,
        id: &PhoneCallId,
        permit: OwnedSemaphorePermit,
    ) -> Result<PhoneCallInformation, Refused> {
        #[cfg(feature = "cluster")]
        if let Some(place) = self.elsewhere(user, id) {
            // Who only waits takes no place from those who work.
            drop(permit);
            return Box::pin(place.information()).await;
        }
        let _held = permit;
        let entry = self.calls.find(&id.0, user);
        let entry = entry.ok_or_else(no_such_call)?;
        self.calls.note_end(&entry);
        Ok(entry.information())
    }

    async fn disconnect(
        &self,
        user: UserId,
        id: &PhoneCallId,
        permit: OwnedSemaphorePermit,
    ) -> Result<(), Refused> {
        #[cfg(feature = "cluster")]
        if let Some(place) = self.elsewhere(user, id) {
            drop(permit);
            return Box::pin(place.end()).await;
        }
        let entry = self.calls.find(&id.0, user);
        let entry = entry.ok_or_else(no_such_call)?;
        self.hang_up(&entry, EndedBy::Client, permit).await
    }

    /// Ends a call for somebody who waits for that.
    pub(super) async fn hang_up(
        &self,
        entry: &Entry,
        by: EndedBy,
        permit: OwnedSemaphorePermit,
    ) -> Result<(), Refused> {
        let Some(handle) = entry.live() else {
            return Ok(());
        };
        let begun = Instant::now();
        let number = handle.call.id();
        let was_up = handle.call.is_up();
        if was_up {
            entry.begin_end(by);
        }
        let done = match handle.hang_up(DropReason::Normal) {
            Ok(Some(_)) => Ok(()),
            Err(error) => Err(error),
            // The provider is at work. Who only waits for it takes no place from those who work.
            Ok(None) => {
                drop(permit);
                let mut end = entry.wait_for_end(handle);
                let known = end.wait_for(Option::is_some);
                match tokio::time::timeout(self.rules().limits.answer_timeout, known).await {
                    Ok(Ok(known)) => known.clone().unwrap_or(Err(BROKE_OFF)),
                    Ok(Err(_)) => Err(BROKE_OFF),
                    Err(_) => Err(Error::new(ErrorKind::Timeout, "The line is silent.")),
                }
            }
        };
        match done {
            Ok(()) => {
                if was_up && entry.ended_for_client() {
                    self.metrics.disconnect_took(begun.elapsed());
                }
                self.calls.note_end(entry);
                tracing::debug!(call = number, by = by.as_str(), "ended");
                Ok(())
            }
            Err(error) => {
                tracing::warn!(call = number, %error, "not ended");
                Err(not_ended(&error))
            }
        }
    }

    /// Ends a call without waiting for it. Asked again, it asks a line again that has refused.
    pub(super) fn end(&self, entry: &Entry, by: EndedBy) {
        let Some(handle) = entry.live() else {
            return;
        };
        if handle.call.is_up() && entry.begin_end(by) {
            tracing::info!(call = handle.call.id(), ?by, "ending a call");
        }
        if let Err(error) = handle.hang_up(DropReason::Normal) {
            tracing::warn!(call = handle.call.id(), %error, "not hung up");
        }
        self.calls.note_end(entry);
    }
}

pub(super) const BROKE_OFF: Error = Error::new(ErrorKind::OperationFailed, "The work broke off.");

/// A call that its client has not been told of. Dropped, it is ended.
struct Unknown<'a> {
    endpoint: &'a Endpoint,
    entry: &'a Entry,
}

impl Drop for Unknown<'_> {
    fn drop(&mut self) {
        self.endpoint.end(self.entry, EndedBy::LostReply);
    }
}

fn check_destination(user: &User, dial_string: &str) -> Result<Destination, Refused> {
    let destination = Destination::read(dial_string)?;
    user.dial.check(&destination).map_err(|forbidden| {
        let code = match forbidden {
            Forbidden::Everything => ErrorCode::UserNotUnifiedMessagingEnabled,
            _ => ErrorCode::PhoneNumberNotDialable,
        };
        code.because(forbidden.as_str())
    })?;
    Ok(destination)
}

/// Whether a line has refused a call before anything of it has left: then another may have it. A
/// node says so of a line that it has no more, too.
fn is_not_taken(error: &Error, call: &Call) -> bool {
    let refused = matches!(
        error.kind(),
        ErrorKind::CallUnavailable | ErrorKind::OutOfService | ErrorKind::AccessDenied
    );
    refused && call.state() == State::Idle && !call.is_up()
}

/// Whether a call failed because nobody was reached who could have taken it.
fn leads_nowhere(error: &Error, call: &Call) -> bool {
    error.kind() == ErrorKind::OperationFailed && call.lacks_word()
}
