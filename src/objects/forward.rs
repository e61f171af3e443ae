//! The forwarding information object: what ITAddress::Forward is told.

use super::capabilities::{FORWARD_MODES, MAX_RINGS};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, Bstr, Error, OK, Object, Ref, Result, Success, com_class};
use crate::engine::Forward;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tapi3_common::text;

/// Rings before a call is forwarded that nobody answers, unless said otherwise.
const DEFAULT_RINGS: i32 = 3;

/// Forwarding rules in the making.
pub struct ForwardInformation {
    rules: Mutex<Rules>,
}

com_class!(ForwardInformation: ITForwardInformation2);

struct Rules {
    rings: i32,
    entries: Vec<Entry>,
}

struct Entry {
    mode: i32,
    destination: String,
    caller: String,
    destination_kind: i32,
    caller_kind: i32,
}

/// LINEADDRESSTYPE_PHONENUMBER: what an address is if nothing else was said.
const PHONE_NUMBER: i32 = LINEADDRESSTYPE_PHONENUMBER;

fn one_mode(mode: LONG) -> Result<i32> {
    if mode & FORWARD_MODES != 0 && mode & !FORWARD_MODES == 0 && mode.count_ones() == 1 {
        return Ok(mode);
    }
    Err(Error::invalid_argument(
        "Not one LINEFORWARDMODE that is offered: UNCOND, BUSY or NOANSW.",
    ))
}

impl ForwardInformation {
    /// An object that holds a copy of `forwards`; none at all for a new one.
    pub(super) fn create(forwards: &[Forward]) -> Result<Ref<Self>> {
        let mut rules = Rules {
            rings: DEFAULT_RINGS,
            entries: Vec::new(),
        };
        rules.entries.try_reserve_exact(forwards.len())?;
        for forward in forwards {
            if forward.rings > 0 {
                rules.rings = i32::try_from(forward.rings).unwrap_or(MAX_RINGS);
            }
            rules.entries.push(Entry {
                mode: i32::try_from(forward.mode).unwrap_or(0),
                destination: text::copy(&forward.destination)?,
                caller: text::copy(forward.caller.as_deref().unwrap_or_default())?,
                destination_kind: PHONE_NUMBER,
                caller_kind: PHONE_NUMBER,
            });
        }
        Object::new(ForwardInformation {
            rules: Mutex::new(rules),
        })
    }

    /// The rules, for the engine.
    pub(super) fn forwards(&self) -> Result<Vec<Forward>> {
        let rules = self.rules();
        let mut forwards = Vec::new();
        forwards.try_reserve_exact(rules.entries.len())?;
        for entry in &rules.entries {
            let caller = text::copy(&entry.caller)?;
            forwards.push(Forward {
                mode: u32::try_from(entry.mode).unwrap_or(0),
                destination: text::copy(&entry.destination)?,
                caller: Some(caller).filter(|caller| !caller.is_empty()),
                rings: u32::try_from(rules.rings).unwrap_or(0),
            });
        }
        Ok(forwards)
    }

    fn rules(&self) -> MutexGuard<'_, Rules> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with_entry<T>(&self, mode: LONG, read: impl FnOnce(&Entry) -> Result<T>) -> Result<T> {
        let mode = one_mode(mode)?;
        match self.rules().entries.iter().find(|entry| entry.mode == mode) {
            Some(entry) => read(entry),
            None => Err(Error::invalid_argument(
                "Nothing is set for this kind of forwarding.",
            )),
        }
    }

    fn set(&self, new: Entry) -> Result<Success> {
        let mode = one_mode(new.mode)?;
        let mut rules = self.rules();
        rules.entries.try_reserve(1)?;
        rules.entries.retain(|entry| entry.mode != mode);
        rules.entries.push(new);
        Ok(OK)
    }
}

impl ITForwardInformationImpl for Object<ForwardInformation> {
    fn put_num_rings_no_answer(&self, rings: LONG) -> Result<Success> {
        if !(1..=MAX_RINGS).contains(&rings) {
            return Err(Error::invalid_argument(
                "The number of rings must lie within AC_MINFWDNUMRINGS and AC_MAXFWDNUMRINGS.",
            ));
        }
        self.rules().rings = rings;
        Ok(OK)
    }

    fn get_num_rings_no_answer(&self) -> Result<LONG> {
        Ok(self.rules().rings)
    }

    fn set_forward_type(&self, mode: LONG, to: BStr<'_>, caller: BStr<'_>) -> Result<Success> {
        self.set(Entry {
            mode,
            destination: to.to_string_lossy()?,
            caller: caller.to_string_lossy()?,
            destination_kind: PHONE_NUMBER,
            caller_kind: PHONE_NUMBER,
        })
    }

    fn get_forward_type_destination(&self, mode: LONG) -> Result<Bstr> {
        self.with_entry(mode, |entry| Bstr::new(&entry.destination))
    }

    fn get_forward_type_caller(&self, mode: LONG) -> Result<Bstr> {
        self.with_entry(mode, |entry| Bstr::new(&entry.caller))
    }

    fn get_forward_type(&self, mode: LONG) -> Result<(Bstr, Bstr)> {
        self.with_entry(mode, |entry| {
            Ok((Bstr::new(&entry.destination)?, Bstr::new(&entry.caller)?))
        })
    }

    fn clear(&self) -> Result<Success> {
        let mut rules = self.rules();
        rules.entries.clear();
        rules.rings = DEFAULT_RINGS;
        Ok(OK)
    }
}

impl ITForwardInformation2Impl for Object<ForwardInformation> {
    fn set_forward_type2(
        &self,
        mode: LONG,
        to: BStr<'_>,
        to_kind: LONG,
        caller: BStr<'_>,
        caller_kind: LONG,
    ) -> Result<Success> {
        self.set(Entry {
            mode,
            destination: to.to_string_lossy()?,
            caller: caller.to_string_lossy()?,
            destination_kind: to_kind,
            caller_kind,
        })
    }

    fn get_forward_type2(&self, mode: LONG) -> Result<(Bstr, LONG, Bstr, LONG)> {
        self.with_entry(mode, |entry| {
            Ok((
                Bstr::new(&entry.destination)?,
                entry.destination_kind,
                Bstr::new(&entry.caller)?,
                entry.caller_kind,
            ))
        })
    }

    fn get_forward_type_destination_address_type(&self, mode: LONG) -> Result<LONG> {
        self.with_entry(mode, |entry| Ok(entry.destination_kind))
    }

    fn get_forward_type_caller_address_type(&self, mode: LONG) -> Result<LONG> {
        self.with_entry(mode, |entry| Ok(entry.caller_kind))
    }
}
