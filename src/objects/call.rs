//! The call object: ITBasicCallControl, and with `call_info` ITCallInfo2. What it shows of sound is
//! in `media`.
//!
//! One network call is one object for each TAPI object that knows of it, so that programs can
//! compare pointers. When the last reference goes, the call itself stays with its line.

use super::media::CallMedia;
use super::session::Session;
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    BStr, Bstr, Error, In, Interface, MayHide, OK, Object, Once, Ref, Result, Success, Weak,
    com_class,
};
use crate::engine::{CallHandle, Disconnected, DropReason, FinishMode, Giver};
use tapi3_common::slip::Slip;

/// A call as one TAPI object sees it.
pub struct Call {
    handle: CallHandle,
    session: Session,
    media: Once<CallMedia>,
}

com_class!(
    Call: ITBasicCallControl2, ITCallInfo2;
    has part; may hide; no cancellation points in ITBasicCallControl ITCallInfo
);

/// What a program finds on a line that streams media, and nowhere else.
impl MayHide for Call {
    fn hides(&self, iid: &GUID) -> bool {
        *iid == ITBasicCallControl2::IID && !self.streams_media()
    }
}

impl Call {
    /// The part of its TAPI object in `handle`'s call. The object must be the only one for it:
    /// [`Session::call`] sees to that.
    pub(super) fn new(session: &Session, handle: CallHandle) -> Self {
        Call {
            handle,
            session: session.clone(),
            media: Once::new(),
        }
    }

    /// Where the part of it that has to do with sound is kept.
    pub(super) fn media(&self) -> &Once<CallMedia> {
        &self.media
    }

    /// Whether sound of it comes by here at all.
    pub(super) fn streams_media(&self) -> bool {
        self.handle.call.line().info().features.streams
    }

    /// What the engine keeps of its object.
    pub(super) fn slip(object: &Ref<Call>) -> Slip {
        Slip::new(object.downgrade())
    }

    /// The object behind a slip, if somebody still holds it.
    pub(super) fn living(slip: &Slip) -> Option<Ref<Call>> {
        slip.get::<Weak<Call>>()?.upgrade()
    }

    /// The engine's side of it.
    pub(super) fn handle(&self) -> &CallHandle {
        &self.handle
    }

    /// Where it belongs.
    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    /// The bits that a media argument means on the call's line.
    fn media_meant(&self, media: LONG) -> u32 {
        super::media_types::meant(media, self.handle.call.line().info().media)
    }

    /// Our own call behind an argument: one of the same TAPI object.
    fn partner(&self, call: Option<In<'_, ITBasicCallControl>>) -> Result<Ref<Call>> {
        let call = call.ok_or(Error::pointer())?;
        call.downcast::<Call>()
            .filter(|other| other.handle.client.same(&self.handle.client))
            .ok_or(Error::invalid_argument(
                "The argument is not a call of this TAPI object.",
            ))
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        let dead = |slip: &Slip| slip.get::<Weak<Call>>().is_none_or(Weak::is_dead);
        self.handle.let_go(dead);
    }
}

/// The text of an argument that must be there.
fn required(argument: BStr<'_>) -> Result<String> {
    if argument.is_null() {
        return Err(Error::pointer());
    }
    argument.to_string_lossy()
}

/// A method that may wait keeps the object with `this()`: meanwhile a sink may release the reference
/// that the caller goes by, as many programs do when they hear that the call is over.
impl ITBasicCallControlImpl for Object<Call> {
    fn connect(&self, wait: bool) -> Result<Success> {
        self.this().handle.connect(wait)?;
        Ok(OK)
    }

    fn answer(&self) -> Result<Success> {
        self.this().handle.answer()?;
        Ok(OK)
    }

    fn disconnect(&self, code: DISCONNECT_CODE) -> Result<Success> {
        let Some(reason) = DropReason::from_code(code) else {
            return Err(Error::invalid_argument("Not a value of DISCONNECT_CODE."));
        };
        // A call that is idle or over is not waited for, and its answer costs next to nothing.
        let found = match self.handle.call.at_rest() {
            Some(found) => found,
            None => self.this().handle.disconnect(reason)?,
        };
        Ok(match found {
            Disconnected::Over => Success::Ok,
            Disconnected::Nothing => Success::False,
        })
    }

    /// Where the line offers it.
    fn hold(&self, on: bool) -> Result<Success> {
        if on {
            self.this().handle.hold()?;
        } else {
            self.this().handle.unhold()?;
        }
        Ok(OK)
    }

    /// Applications are the TAPI objects of this process.
    fn handoff_direct(&self, application: BStr<'_>) -> Result<Success> {
        self.handle
            .hand_off_to(&required(application)?, Giver::LooksOn)?;
        Ok(OK)
    }

    /// Applications are the TAPI objects of this process.
    fn handoff_indirect(&self, media: LONG) -> Result<Success> {
        self.handle
            .hand_off_by_media(self.media_meant(media), Giver::LooksOn)?;
        Ok(OK)
    }

    fn conference(
        &self,
        consult: Option<In<'_, ITBasicCallControl>>,
        wait: bool,
    ) -> Result<Success> {
        let consult = self.partner(consult)?;
        self.this().handle.conference(&consult.handle, wait)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn transfer(&self, consult: Option<In<'_, ITBasicCallControl>>, wait: bool) -> Result<Success> {
        let consult = self.partner(consult)?;
        self.this().handle.transfer(&consult.handle, wait)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn blind_transfer(&self, destination: BStr<'_>) -> Result<Success> {
        self.this().handle.blind_transfer(&required(destination)?)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn swap_hold(&self, held: Option<In<'_, ITBasicCallControl>>) -> Result<Success> {
        let held = self.partner(held)?;
        self.this().handle.swap(&held.handle)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn park_direct(&self, address: BStr<'_>) -> Result<Success> {
        let address = required(address)?;
        if address.is_empty() {
            return Err(Error::invalid_argument("ParkDirect needs a park address."));
        }
        self.this().handle.park(Some(&address))?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn park_indirect(&self) -> Result<Bstr> {
        // Memory comes first: a call that is parked where nobody knows would be lost.
        let room = Bstr::from_utf16(&[0; 128])?;
        let address = self.this().handle.park(None)?;
        room.replace(&address)
    }

    /// Where the line offers it.
    fn unpark(&self) -> Result<Success> {
        self.this().handle.unpark()?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn set_qos(&self, media: LONG, level: QOS_SERVICE_LEVEL) -> Result<Success> {
        if !matches!(level, QSL_NEEDED | QSL_IF_AVAILABLE | QSL_BEST_EFFORT) {
            return Err(Error::invalid_argument("Not a value of QOS_SERVICE_LEVEL."));
        }
        self.handle
            .set_quality_of_service(self.media_meant(media))?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn pickup(&self, group: BStr<'_>) -> Result<Success> {
        let group = group.to_string_lossy()?;
        let group = Some(group.as_str()).filter(|group| !group.is_empty());
        self.this().handle.pickup(group)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn dial(&self, digits: BStr<'_>) -> Result<Success> {
        self.this().handle.dial(&required(digits)?)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn finish(&self, mode: FINISH_MODE) -> Result<Success> {
        let mode = match mode {
            FM_ASTRANSFER => FinishMode::Transfer,
            FM_ASCONFERENCE => FinishMode::Conference,
            _ => return Err(Error::invalid_argument("Not a value of FINISH_MODE.")),
        };
        self.this().handle.finish(mode)?;
        Ok(OK)
    }

    /// Where the line offers it.
    fn remove_from_conference(&self) -> Result<Success> {
        self.this().handle.leave_conference()?;
        Ok(OK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a program pays for a call, silent or not: blocks of 57 to 72 bytes cost the C library
    /// the same. What has to do with sound is elsewhere, and made when it is asked for.
    #[test]
    fn the_object_of_a_call_is_small() {
        assert!(
            size_of::<Object<Call>>() <= 72,
            "{}",
            size_of::<Object<Call>>()
        );
    }
}
