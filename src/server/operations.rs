//! The three operations: what PlayOnPhone, GetPhoneCallInformation and DisconnectPhoneCall do to
//! the engine's calls.

use super::Endpoint;
use super::accounts::UserId;
use super::calls::{Entry, Full};
use super::dial::Destination;
use super::metrics::EndedBy;
use super::random::CallId;
use super::rules::User;
use crate::engine::{Call, CallHandle, DropReason, Error, ErrorKind, State};
use crate::soap::{
    ErrorCode, ItemId, Operation, OperationError, PhoneCallId, PhoneCallInformation, Response,
};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

/// TAPIMEDIATYPE_AUDIO.
const AUDIO: u32 = 0x8;

impl Endpoint {
    /// Does what `user` asks for. The permit is held for as long as the work goes on, which may
    /// be longer than the client waits.
    pub(super) async fn execute(
        self: &Arc<Self>,
        user: UserId,
        operation: Operation,
        permit: OwnedSemaphorePermit,
    ) -> Response {
        if let Err(code) = operation.check() {
            return operation.refuse(code.into());
        }
        match operation {
            Operation::PlayOnPhone { item, dial_string } => {
                Response::PlayOnPhone(self.play(user, &item, &dial_string, permit).await)
            }
            Operation::GetPhoneCallInformation(id) => {
                Response::GetPhoneCallInformation(self.inform(user, &id))
            }
            Operation::DisconnectPhoneCall(id) => {
                Response::DisconnectPhoneCall(self.disconnect(user, &id, permit).await)
            }
        }
    }

    async fn play(
        self: &Arc<Self>,
        id: UserId,
        item: &ItemId,
        dial_string: &str,
        permit: OwnedSemaphorePermit,
    ) -> Result<PhoneCallId, OperationError> {
        let user = self.rules.user(id).ok_or(ErrorCode::AccessDenied)?;
        let item = self.rules.item(&item.id)?;
        let destination = check_destination(user, dial_string)?;
        let entry = self.admit(id, user, item, destination)?;
        let name = entry.id.text();
        let Some(handle) = entry.live() else {
            return Ok(PhoneCallId(name));
        };
        let call = handle.call.clone();
        let placed = self.place(entry.clone(), handle, permit);
        match tokio::time::timeout(self.rules.limits.answer_timeout, placed).await {
            Ok(Ok(())) => {
                self.metrics.placed();
                Ok(PhoneCallId(name))
            }
            // It was on its way and came back already: its state says how.
            Ok(Err(_)) if call.state() == State::Disconnected => {
                self.metrics.placed();
                self.calls.note_end(&entry);
                Ok(PhoneCallId(name))
            }
            Ok(Err(error)) if error.kind() != ErrorKind::Timeout => {
                self.calls.withdraw(&entry);
                tracing::info!(user = %user.name, %error, "call not placed");
                Err(not_placed(&error))
            }
            // Nobody will know this call: it must not stay. One client sends its request again
            // when it hears ErrorTimeoutExpired, so that is not what it hears of a call.
            Ok(Err(_)) | Err(_) => {
                tracing::warn!(user = %user.name, "the line does not say whether it calls");
                self.end(&entry, EndedBy::LostReply);
                Err(ErrorCode::UnifiedMessagingRequestFailed.into())
            }
        }
    }

    fn admit(
        &self,
        id: UserId,
        user: &User,
        item: Arc<str>,
        destination: Destination,
    ) -> Result<Arc<Entry>, OperationError> {
        let call_id = CallId::new().map_err(|error| {
            tracing::error!(%error, "no randomness");
            ErrorCode::InternalServerError
        })?;
        let Destination { text, address_type } = destination;
        let handle = Call::outgoing(&self.client, &user.line, text, AUDIO, address_type)
            .map_err(|error| not_placed(&error))?;
        let (number, kept) = (handle.call.id(), handle.clone());
        let admitted = self.calls.admit(call_id, id, user.max_calls, item, handle);
        match admitted {
            Ok(entry) => {
                kept.call.with_destination(|destination| {
                    let line = &user.line.info().name;
                    tracing::info!(
                        user = %user.name, call = number, destination, line, item = %entry.item,
                        "placing a call"
                    );
                });
                Ok(entry)
            }
            Err(full) => {
                kept.detach();
                Err(too_many(full).into())
            }
        }
    }

    /// Places the call on a thread that may wait. If nobody waits for the result any more, nobody
    /// will ever know the call: it is ended, or taken back if it has not come about.
    async fn place(
        self: &Arc<Self>,
        entry: Arc<Entry>,
        handle: CallHandle,
        permit: OwnedSemaphorePermit,
    ) -> Result<(), Error> {
        let (sender, receiver) = oneshot::channel();
        let endpoint = self.clone();
        tokio::task::spawn_blocking(move || {
            let placed = handle.connect(false);
            if sender.send(placed).is_err() {
                tracing::warn!(call = handle.call.id(), "the client is gone");
                if handle.call.state() == State::Idle && !handle.call.is_up() {
                    endpoint.calls.withdraw(&entry);
                } else {
                    endpoint.end(&entry, EndedBy::LostReply);
                }
            }
            drop(permit);
        });
        receiver.await.unwrap_or_else(|_| {
            Err(Error::new(
                ErrorKind::OperationFailed,
                "The placing of the call broke off.",
            ))
        })
    }

    fn inform(
        &self,
        user: UserId,
        id: &PhoneCallId,
    ) -> Result<PhoneCallInformation, OperationError> {
        let entry = self.calls.find(&id.0, user);
        let entry = entry.ok_or(ErrorCode::InvalidPhoneCallId)?;
        self.calls.note_end(&entry);
        Ok(entry.information())
    }

    async fn disconnect(
        &self,
        user: UserId,
        id: &PhoneCallId,
        permit: OwnedSemaphorePermit,
    ) -> Result<(), OperationError> {
        let entry = self.calls.find(&id.0, user);
        let entry = entry.ok_or(ErrorCode::InvalidPhoneCallId)?;
        let Some(handle) = entry.live() else {
            return Ok(());
        };
        let begun = Instant::now();
        let number = handle.call.id();
        let done = match handle.hang_up(DropReason::Normal) {
            Ok(Some(_)) => Ok(()),
            Err(error) => Err(error),
            // The provider is at work: join it on a thread that may wait.
            Ok(None) => {
                let wait = tokio::task::spawn_blocking(move || {
                    let done = handle.disconnect(DropReason::Normal);
                    drop(permit);
                    done
                });
                match tokio::time::timeout(self.rules.limits.answer_timeout, wait).await {
                    Ok(Ok(done)) => done.map(|_| ()),
                    Ok(Err(_)) => Err(Error::new(ErrorKind::OperationFailed, "It broke off.")),
                    Err(_) => Err(Error::new(ErrorKind::Timeout, "The line is silent.")),
                }
            }
        };
        match done {
            Ok(()) => {
                self.metrics.disconnect_took(begun.elapsed());
                self.metrics.ended(EndedBy::Client);
                self.calls.note_end(&entry);
                tracing::info!(call = number, "ended by its user");
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
        if handle.call.is_up() && entry.begin_end() {
            self.metrics.ended(by);
            tracing::info!(call = handle.call.id(), ?by, "ending a call");
        }
        if let Err(error) = handle.hang_up(DropReason::Normal) {
            tracing::warn!(call = handle.call.id(), %error, "not hung up");
        }
        self.calls.note_end(entry);
    }
}

fn check_destination(user: &User, dial_string: &str) -> Result<Destination, OperationError> {
    let destination = Destination::read(dial_string)?;
    user.dial.check(&destination)?;
    if user.line.info().address_types & destination.address_type == 0 {
        return Err(ErrorCode::PhoneNumberNotDialable.into());
    }
    if !user.line.in_service() {
        return Err(ErrorCode::IpGatewayNotFound.into());
    }
    Ok(destination)
}

fn too_many(full: Full) -> ErrorCode {
    match full {
        Full::User => ErrorCode::ExceededConnectionCount,
        Full::Server => ErrorCode::InsufficientResources,
    }
}

fn not_placed(error: &Error) -> OperationError {
    let code = match error.kind() {
        ErrorKind::InvalidAddress | ErrorKind::InvalidDigits => ErrorCode::InvalidPhoneNumber,
        ErrorKind::NotSupported => ErrorCode::PhoneNumberNotDialable,
        ErrorKind::OutOfService => ErrorCode::IpGatewayNotFound,
        ErrorKind::CallUnavailable => ErrorCode::ExceededConnectionCount,
        ErrorKind::OutOfMemory => ErrorCode::InsufficientResources,
        ErrorKind::NotInitialized => ErrorCode::InternalServerTransientError,
        _ => ErrorCode::UnifiedMessagingRequestFailed,
    };
    code.into()
}

fn not_ended(error: &Error) -> OperationError {
    let code = match error.kind() {
        ErrorKind::Timeout => ErrorCode::TimeoutExpired,
        ErrorKind::OutOfMemory => ErrorCode::InsufficientResources,
        _ => ErrorCode::UnifiedMessagingRequestFailed,
    };
    code.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_error_after_dialling_makes_a_client_dial_again() {
        // Clients were seen to send the same request again when they get one of these.
        let repeated = [
            ErrorCode::InvalidRequest,
            ErrorCode::InvalidServerVersion,
            ErrorCode::TimeoutExpired,
            ErrorCode::InternalServerTransientError,
            ErrorCode::ServerBusy,
        ];
        for kind in [
            ErrorKind::OperationFailed,
            ErrorKind::InvalidArgument,
            ErrorKind::InvalidCallState,
            ErrorKind::AccessDenied,
            ErrorKind::Timeout,
            ErrorKind::Dropped,
            ErrorKind::DestinationUnavailable,
        ] {
            let code = not_placed(&Error::new(kind, "")).code;
            assert!(!repeated.contains(&code), "{kind:?} {code}");
        }
    }
}
