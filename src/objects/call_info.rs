//! ITCallInfo2 of the call object: what is known about a call, and what a program may say of it.

use super::call::Call;
use super::capabilities::{BEARER_VOICE, MAX_CALL_DATA};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, Bstr, ComPtr, Error, OK, Object, Result, Success, TaskMem, Variant};
use crate::engine::{self, Buffer, Direction, Number, Party, PartyId, Privilege, State, Text};

/// LINECALLORIGIN_OUTBOUND.
const ORIGIN_OUTBOUND: i32 = 0x1;
/// LINECALLORIGIN_INBOUND.
const ORIGIN_INBOUND: i32 = 0x80;
/// LINECALLREASON_DIRECT.
const REASON_DIRECT: i32 = 0x1;
/// What LINECALLINFO holds for a trunk that is not known.
const TRUNK_UNKNOWN: i32 = -1;
/// Bytes of user-user information that a network carries (ITU-T Q.931 §4.5.30).
const MAX_USER_USER: usize = 128;

fn bad_selector() -> Error {
    Error::invalid_argument("Not a value that this property knows, or one that is read-only.")
}

/// A call's number as a C long: positive, and the same in every property that tells it.
fn as_long(number: u64) -> i32 {
    i32::try_from(number & 0x7fff_ffff).unwrap_or(i32::MAX)
}

fn buffer_of(which: CALLINFO_BUFFER) -> Result<Buffer> {
    Ok(match which {
        CIB_USERUSERINFO => Buffer::UserUserInfo,
        CIB_DEVSPECIFICBUFFER => Buffer::DeviceSpecific,
        CIB_CALLDATABUFFER => Buffer::CallData,
        CIB_CHARGINGINFOBUFFER => Buffer::Charging,
        CIB_HIGHLEVELCOMPATIBILITYBUFFER => Buffer::HighLevelCompatibility,
        CIB_LOWLEVELCOMPATIBILITYBUFFER => Buffer::LowLevelCompatibility,
        _ => return Err(bad_selector()),
    })
}

/// The numbers that the engine keeps, and whether they may be changed once the call is under way.
fn number_of(which: CALLINFO_LONG) -> Option<(Number, bool)> {
    Some(match which {
        CIL_APPSPECIFIC => (Number::AppSpecific, true),
        CIL_BEARERMODE => (Number::BearerMode, false),
        CIL_CALLPARAMSFLAGS => (Number::CallParamsFlags, false),
        CIL_MINRATE => (Number::MinRate, false),
        CIL_MAXRATE => (Number::MaxRate, false),
        CIL_COUNTRYCODE => (Number::CountryCode, false),
        CIL_GENERATEDIGITDURATION => (Number::DigitDuration, true),
        CIL_CALLTREATMENT => (Number::Treatment, true),
        _ => return None,
    })
}

/// Takes a party's name, or its number.
type Part = fn(Party) -> String;

/// Which party a string tells of, and whether its name or its number.
fn party_of(which: CALLINFO_STRING) -> Option<(PartyId, Part)> {
    fn name(party: Party) -> String {
        party.name
    }
    fn number(party: Party) -> String {
        party.number
    }
    Some(match which {
        CIS_CALLERIDNAME => (PartyId::Caller, name),
        CIS_CALLERIDNUMBER => (PartyId::Caller, number),
        CIS_CALLEDIDNAME => (PartyId::Called, name),
        CIS_CALLEDIDNUMBER => (PartyId::Called, number),
        CIS_CONNECTEDIDNAME => (PartyId::Connected, name),
        CIS_CONNECTEDIDNUMBER => (PartyId::Connected, number),
        CIS_REDIRECTIONIDNAME => (PartyId::Redirection, name),
        CIS_REDIRECTIONIDNUMBER => (PartyId::Redirection, number),
        CIS_REDIRECTINGIDNAME => (PartyId::Redirecting, name),
        CIS_REDIRECTINGIDNUMBER => (PartyId::Redirecting, number),
        _ => return None,
    })
}

/// The texts that the application keeps.
fn text_of(which: CALLINFO_STRING) -> Option<Text> {
    Some(match which {
        CIS_CALLEDPARTYFRIENDLYNAME => Text::CalledPartyName,
        CIS_COMMENT => Text::Comment,
        CIS_DISPLAYABLEADDRESS => Text::DisplayableAddress,
        _ => return None,
    })
}

impl Call {
    fn engine_call(&self) -> &engine::Call {
        &self.handle().call
    }

    fn check_owner(&self) -> Result<()> {
        if self.handle().privilege() == Privilege::Owner {
            return Ok(());
        }
        Err(Error::new(TAPI_E_NOTOWNER))
    }

    fn check_idle(&self) -> Result<()> {
        if self.engine_call().state() == State::Idle {
            return Ok(());
        }
        Err(Error::with(
            TAPI_E_INVALCALLSTATE,
            "This can be set only before the call is placed.",
        ))
    }

    /// The kind of a party's number: that of the call, if the party is known.
    fn party_kind(&self, id: PartyId) -> Result<i32> {
        let known = !self.engine_call().party(id)?.number.is_empty();
        let kind = if known {
            self.engine_call().address_type()
        } else {
            0
        };
        Ok(i32::try_from(kind).unwrap_or(0))
    }

    fn put_buffer(&self, which: CALLINFO_BUFFER, bytes: &[u8]) -> Result<Success> {
        let which = buffer_of(which)?;
        self.check_owner()?;
        match which {
            Buffer::Charging => return Err(bad_selector()),
            Buffer::UserUserInfo if bytes.len() > MAX_USER_USER => {
                return Err(Error::new(TAPI_E_USERUSERINFOTOOBIG));
            }
            _ if bytes.len() > MAX_CALL_DATA => {
                return Err(Error::invalid_argument(
                    "The buffer is longer than AC_MAXCALLDATASIZE.",
                ));
            }
            _ => {}
        }
        let mut copy = Vec::new();
        copy.try_reserve_exact(bytes.len())?;
        copy.extend_from_slice(bytes);
        self.engine_call().set_buffer(which, copy)?;
        Ok(OK)
    }
}

impl ITCallInfoImpl for Object<Call> {
    fn get_address(&self) -> Result<ComPtr<ITAddress>> {
        let address = self.session().address(self.engine_call().line())?;
        Ok(address.into_interface())
    }

    fn get_call_state(&self) -> Result<CALL_STATE> {
        Ok(self.engine_call().state() as i32)
    }

    fn get_privilege(&self) -> Result<CALL_PRIVILEGE> {
        Ok(self.handle().privilege() as i32)
    }

    fn get_call_hub(&self) -> Result<ComPtr<ITCallHub>> {
        if self.engine_call().state() == State::Idle {
            return Err(Error::with(
                E_PENDING,
                "The call has no hub before it is placed.",
            ));
        }
        let hub = self.session().hub(self.engine_call().hub())?;
        Ok(hub.into_interface())
    }

    fn get_call_info_long(&self, which: CALLINFO_LONG) -> Result<LONG> {
        let call = self.engine_call();
        if let Some((number, _)) = number_of(which) {
            let fallback = if which == CIL_BEARERMODE {
                BEARER_VOICE
            } else {
                0
            };
            return Ok(call.number(number).unwrap_or(fallback));
        }
        let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(match which {
            CIL_MEDIATYPESAVAILABLE => i32::try_from(call.media()).unwrap_or(0),
            CIL_CALLERIDADDRESSTYPE => self.party_kind(PartyId::Caller)?,
            CIL_CALLEDIDADDRESSTYPE => self.party_kind(PartyId::Called)?,
            CIL_CONNECTEDIDADDRESSTYPE => self.party_kind(PartyId::Connected)?,
            CIL_REDIRECTIONIDADDRESSTYPE => self.party_kind(PartyId::Redirection)?,
            CIL_REDIRECTINGIDADDRESSTYPE => self.party_kind(PartyId::Redirecting)?,
            CIL_ORIGIN => match call.direction() {
                Direction::Outgoing => ORIGIN_OUTBOUND,
                Direction::Incoming => ORIGIN_INBOUND,
            },
            CIL_REASON => call.number(Number::Reason).unwrap_or(REASON_DIRECT),
            CIL_CALLID => as_long(call.id()),
            CIL_RELATEDCALLID => call.related().map_or(0, |other| as_long(other.id())),
            CIL_NUMBEROFOWNERS => count(call.count_holders().0),
            CIL_NUMBEROFMONITORS => count(call.count_holders().1),
            CIL_TRUNK => TRUNK_UNKNOWN,
            CIL_MONITORDIGITMODES => i32::try_from(self.handle().digit_modes()).unwrap_or(0),
            CIL_COMPLETIONID | CIL_RATE | CIL_MONITORMEDIAMODES => 0,
            _ => return Err(bad_selector()),
        })
    }

    fn put_call_info_long(&self, which: CALLINFO_LONG, value: LONG) -> Result<Success> {
        let (number, any_time) = number_of(which).ok_or_else(bad_selector)?;
        self.check_owner()?;
        if !any_time {
            self.check_idle()?;
        }
        self.engine_call().set_number(number, value)?;
        Ok(OK)
    }

    fn get_call_info_string(&self, which: CALLINFO_STRING) -> Result<Bstr> {
        let call = self.engine_call();
        if let Some((id, part)) = party_of(which) {
            return Bstr::new(&part(call.party(id)?));
        }
        if let Some(text) = text_of(which) {
            let kept = call.with_info(|info| Bstr::new(info.text(text)))?;
            if text == Text::DisplayableAddress && kept.is_empty() {
                return Bstr::new(call.destination());
            }
            return Ok(kept);
        }
        match which {
            CIS_CALLINGPARTYID => Bstr::new(&call.party(PartyId::Caller)?.number),
            _ => Err(bad_selector()),
        }
    }

    fn put_call_info_string(&self, which: CALLINFO_STRING, value: BStr<'_>) -> Result<Success> {
        let call = self.engine_call();
        let text = text_of(which);
        if text.is_none() && which != CIS_CALLINGPARTYID {
            return Err(bad_selector());
        }
        self.check_owner()?;
        self.check_idle()?;
        let value = value.to_string_lossy()?;
        match text {
            Some(text) => call.change_info(|info| info.set_text(text, value))?,
            None => {
                let name = call.party(PartyId::Caller)?.name;
                let party = Party {
                    name,
                    number: value,
                };
                call.set_party(PartyId::Caller, party)?;
            }
        }
        Ok(OK)
    }

    fn get_call_info_buffer(&self, which: CALLINFO_BUFFER) -> Result<Variant> {
        Variant::bytes(&self.engine_call().buffer(buffer_of(which)?)?)
    }

    fn put_call_info_buffer(&self, which: CALLINFO_BUFFER, value: &Variant) -> Result<Success> {
        if value.is_missing() {
            return self.put_buffer(which, &[]);
        }
        let array = value.as_array();
        let bytes = array.as_ref().and_then(|array| array.as_bytes());
        let bytes = bytes.ok_or(Error::with(
            DISP_E_TYPEMISMATCH,
            "The buffer must be an array of bytes (VT_ARRAY | VT_UI1).",
        ))?;
        self.put_buffer(which, bytes)
    }

    fn get_call_info_buffer_(&self, which: CALLINFO_BUFFER) -> Result<TaskMem> {
        TaskMem::copy_from(&self.engine_call().buffer(buffer_of(which)?)?)
    }

    fn set_call_info_buffer(&self, which: CALLINFO_BUFFER, bytes: &[BYTE]) -> Result<Success> {
        self.put_buffer(which, bytes)
    }

    fn release_user_user_info(&self) -> Result<Success> {
        self.check_owner()?;
        self.engine_call()
            .set_buffer(Buffer::UserUserInfo, Vec::new())?;
        Ok(OK)
    }
}

impl ITCallInfo2Impl for Object<Call> {
    fn get_event_filter(&self, event: TAPI_EVENT, sub_event: LONG) -> Result<bool> {
        let (event, sub) = super::filter::call_event(event, sub_event)?;
        Ok(self.handle().allows(event, sub.first()))
    }

    fn put_event_filter(&self, event: TAPI_EVENT, sub_event: LONG, on: bool) -> Result<Success> {
        let (event, sub) = super::filter::call_event(event, sub_event)?;
        self.handle().set_filter(event, sub.mask(), on)?;
        Ok(OK)
    }
}
