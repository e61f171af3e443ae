//! A user's call on another node, and what a client hears of it.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::api::CallView;
use super::super::random::CallId;
use super::super::refusal::{Because, Refused};
use super::{Elsewhere, Silence};
use crate::soap::{
    ConnectionFailureCause, ErrorCode, PhoneCallId, PhoneCallInformation, PhoneCallState,
};
use std::sync::Arc;
use std::time::Duration;
use tapi3_bus::{OwnerSays, Want};

/// How much longer a hang-up is waited for than its node waits for the line: so its own word comes.
const ON_ITS_WAY: Duration = Duration::from_secs(2);

/// How soon a client may try again what another node had no room for.
const BACK_OFF: Duration = Duration::from_secs(1);

/// Why nobody knows how a call is.
pub(in super::super) const SILENT: &str = "the node of the call does not answer";

/// A user's call on another node.
pub(in super::super) struct Place {
    elsewhere: Arc<Elsewhere>,
    pub(super) node: String,
    pub(super) user: Arc<str>,
    pub(super) call: PhoneCallId,
    patience: Duration,
}

impl Place {
    async fn ask(&self, want: Want) -> std::result::Result<OwnerSays, Refused> {
        let patience = match want {
            Want::End | Want::HangUp => self.patience + ON_ITS_WAY,
            _ => self.patience,
        };
        let answer = self.elsewhere.ask(self, want, patience).await;
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
        let says = self.ask(Want::Call).await?;
        self.viewed(says)
    }

    fn viewed(&self, says: OwnerSays) -> std::result::Result<CallView, Refused> {
        match says {
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
    /// there. Returns how it is then.
    pub async fn hang_up(self) -> std::result::Result<CallView, Refused> {
        to_the_end(async move {
            let says = self.ask(Want::HangUp).await?;
            self.viewed(says)
        })
        .await
    }

    /// Ends it.
    pub async fn end(self) -> std::result::Result<(), Refused> {
        to_the_end(async move {
            match self.ask(Want::End).await? {
                OwnerSays::Ended {} => Ok(()),
                OwnerSays::Refused { code, reason } => Err(refusal(&code, reason)),
                _ => Err(not_understood()),
            }
        })
        .await
    }
}

/// Does it also if whoever waits for it goes away: a node may have to be asked more than once.
async fn to_the_end<T: Send + 'static>(
    asking: impl Future<Output = std::result::Result<T, Refused>> + Send + 'static,
) -> std::result::Result<T, Refused> {
    let broke_off = |_| Err(ErrorCode::TimeoutExpired.because(SILENT));
    tokio::spawn(asking).await.unwrap_or_else(broke_off)
}

impl Endpoint {
    /// Where a call is that a user names, if that is another node.
    pub(in super::super) fn elsewhere(&self, user: UserId, call: &PhoneCallId) -> Option<Place> {
        let elsewhere = self.elsewhere.as_ref()?;
        let (_, node) = CallId::read(&call.0)?;
        let node = node.filter(|node| *node != elsewhere.node)?;
        let rules = self.rules();
        Some(Place {
            elsewhere: elsewhere.clone(),
            node,
            user: rules.name_of(user),
            call: call.clone(),
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
