//! A user's call on another node, and what a client hears of it.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::api::CallView;
use super::super::operations::{Because, Refused};
use super::super::random::CallId;
use super::{Elsewhere, Silence};
use crate::soap::{
    ConnectionFailureCause, ErrorCode, PhoneCallId, PhoneCallInformation, PhoneCallState,
};
use std::sync::Arc;
use std::time::Duration;
use tapi3_bus::{OwnerSays, Want};

/// How soon a client may try again what another node had no room for.
const BACK_OFF: Duration = Duration::from_secs(1);

/// Why nobody knows how a call is.
pub(in super::super) const SILENT: &str = "the node of the call does not answer";

/// A user's call on another node.
pub(in super::super) struct Place<'a> {
    elsewhere: &'a Elsewhere,
    pub(super) node: String,
    pub(super) user: Arc<str>,
    pub(super) call: &'a PhoneCallId,
    patience: Duration,
}

impl Place<'_> {
    async fn ask(&self, want: Want) -> std::result::Result<OwnerSays, Refused> {
        let answer = self.elsewhere.ask(self, want, self.patience).await;
        answer.map_err(|silence| match silence {
            Silence::Gone => ErrorCode::InvalidPhoneCallId.because("the node of the call is gone"),
            Silence::Silent => ErrorCode::TimeoutExpired.because(SILENT),
        })
    }

    /// How the call is.
    pub async fn information(&self) -> std::result::Result<PhoneCallInformation, Refused> {
        match self.ask(Want::Information).await? {
            OwnerSays::Information {
                state,
                cause,
                code,
                text,
            } => {
                let state = PhoneCallState::from_wire(&state);
                let cause = ConnectionFailureCause::from_wire(&cause);
                let (Some(state), Some(cause)) = (state, cause) else {
                    return Err(not_understood());
                };
                Ok(PhoneCallInformation {
                    state,
                    cause,
                    sip_text: Some(text),
                    sip_code: Some(code.into()),
                })
            }
            OwnerSays::Refused { code, reason } => Err(refusal(&code, reason)),
            _ => Err(not_understood()),
        }
    }

    /// All that there is to show of the call.
    pub async fn view(&self) -> std::result::Result<CallView, Refused> {
        match self.ask(Want::Call).await? {
            OwnerSays::Calls { calls, .. } => {
                let is_it = |call: &CallView| call.id() == self.call.0;
                let mut calls = calls.into_iter();
                let read = calls.find_map(|call| CallView::read(&self.node, call).filter(is_it));
                read.ok_or_else(not_understood)
            }
            OwnerSays::Refused { code, reason } => Err(refusal(&code, reason)),
            _ => Err(not_understood()),
        }
    }

    /// Ends it for somebody to whom it is shown: with an administrator's right, if the user has that
    /// there.
    pub async fn hang_up(&self) -> std::result::Result<(), Refused> {
        self.end_with(Want::HangUp).await
    }

    /// Ends it.
    pub async fn end(&self) -> std::result::Result<(), Refused> {
        self.end_with(Want::End).await
    }

    async fn end_with(&self, want: Want) -> std::result::Result<(), Refused> {
        match self.ask(want).await? {
            OwnerSays::Ended {} => Ok(()),
            OwnerSays::Refused { code, reason } => Err(refusal(&code, reason)),
            _ => Err(not_understood()),
        }
    }
}

impl Endpoint {
    /// Where a call is that a user names, if that is another node.
    pub(in super::super) fn elsewhere<'a>(
        &'a self,
        user: UserId,
        call: &'a PhoneCallId,
    ) -> Option<Place<'a>> {
        let elsewhere = self.elsewhere.as_deref()?;
        let (_, node) = CallId::read(&call.0)?;
        let node = node.filter(|node| *node != elsewhere.node)?;
        let rules = self.rules();
        Some(Place {
            elsewhere,
            node,
            user: rules.name_of(user),
            call,
            patience: rules.limits.answer_timeout,
        })
    }
}

fn not_understood() -> Refused {
    let code = ErrorCode::UnifiedMessagingRequestFailed;
    code.because("the node of the call says what is not understood")
}

/// What another node has refused, as far as a client may hear it of one of the two operations.
fn refusal(code: &str, reason: String) -> Refused {
    let known = [
        ErrorCode::InvalidPhoneCallId,
        ErrorCode::TimeoutExpired,
        ErrorCode::InsufficientResources,
        ErrorCode::ServerBusy,
    ];
    let found = ErrorCode::from_wire(code).filter(|code| known.contains(code));
    let code = found.unwrap_or(ErrorCode::UnifiedMessagingRequestFailed);
    Refused {
        back_off: (code == ErrorCode::ServerBusy).then_some(BACK_OFF),
        ..code.because(reason)
    }
}
