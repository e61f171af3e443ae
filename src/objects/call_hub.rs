//! The call hub object: the calls that belong together, such as the members of a conference.

use super::call::Call;
use super::session::Session;
use super::{collection_of, enumerator_of};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{ComPtr, Error, OK, Object, Ref, Result, Success, Variant, com_class};
use crate::engine::{DropReason, State};

/// A hub as one TAPI object sees it.
pub struct CallHub {
    hub: u64,
    session: Session,
}

com_class!(CallHub: ITCallHub);

impl CallHub {
    pub(super) fn new(session: &Session, hub: u64) -> Self {
        CallHub {
            hub,
            session: session.clone(),
        }
    }

    /// Its calls, as far as the application has a part in them.
    fn calls(&self) -> Result<Vec<Ref<Call>>> {
        let mut calls = self.session.client().engine().hub_calls(self.hub)?;
        calls.retain(|call| !matches!(call.state(), State::Idle | State::Disconnected));
        self.session.own_calls(calls)
    }
}

impl Drop for CallHub {
    fn drop(&mut self) {
        self.session.forget_hub(self.hub);
    }
}

impl ITCallHubImpl for Object<CallHub> {
    fn clear(&self) -> Result<Success> {
        let mut failure = None;
        let calls = self.calls()?;
        // All are asked before any is waited for: one that nobody confirms holds up no other.
        for call in &calls {
            if let Err(error) = call.handle().hang_up(DropReason::Normal) {
                failure = Some(error);
            }
        }
        for call in calls {
            if let Err(error) = call.handle().disconnect(DropReason::Normal) {
                failure = Some(error);
            }
        }
        match failure {
            Some(error) => Err(Error::from(error)),
            None => Ok(OK),
        }
    }

    fn enumerate_calls(&self) -> Result<ComPtr<IEnumCall>> {
        enumerator_of(self.calls()?)
    }

    fn get_calls(&self) -> Result<Variant> {
        collection_of::<ITCallInfo, _>(self.calls()?)
    }

    fn get_num_calls(&self) -> Result<LONG> {
        Ok(i32::try_from(self.calls()?.len()).unwrap_or(i32::MAX))
    }

    fn get_state(&self) -> Result<CALLHUB_STATE> {
        Ok(if self.calls()?.is_empty() {
            CHS_IDLE
        } else {
            CHS_ACTIVE
        })
    }
}
