//! The runtime as its callers meet it: through vtables, on a class made for these tests.

mod boundary;
mod connection;
mod dispatch;
mod enumerator;
mod object;
mod out_parameters;
mod part;
mod safearray;
mod variant_convert;
mod weak_map;

use super::abi::*;
use super::interfaces::*;
use super::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};

/// An object with two families of interfaces. What it does depends on the arguments.
pub(super) struct Probe {
    /// Dropped with the probe: its count tells how many live.
    _witness: Arc<()>,
    pub(super) value: AtomicI32,
    pub(super) calls: AtomicUsize,
}

com_class!(Probe: ITCallInfo2, ITBasicCallControl);

impl Probe {
    fn make(witness: &Arc<()>) -> Ref<Self> {
        Object::new(Self {
            _witness: witness.clone(),
            value: AtomicI32::new(0),
            calls: AtomicUsize::new(0),
        })
        .unwrap()
    }

    /// A probe that nobody counts.
    fn new() -> Ref<Self> {
        Self::make(&Arc::new(()))
    }
}

impl ITBasicCallControlImpl for Object<Probe> {
    /// Fails, succeeds, panics: as told.
    fn disconnect(&self, code: DISCONNECT_CODE) -> Result<Success> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        match code {
            0 => Ok(OK),
            1 => Ok(Success::False),
            2 => Err(Error::with(TAPI_E_TIMEOUT, "The far end does not answer.")),
            3 => panic!("number {code}"),
            _ => Err(Error::new(E_INVALIDARG)),
        }
    }

    fn connect(&self, sync: bool) -> Result<Success> {
        self.value.store(i32::from(sync), Ordering::Relaxed);
        Ok(OK)
    }

    fn park_indirect(&self) -> Result<Bstr> {
        Bstr::new("lot 7")
    }

    /// Tells whether the argument is this very object.
    fn swap_hold(&self, call: Option<In<'_, ITBasicCallControl>>) -> Result<Success> {
        let call = call.ok_or(Error::pointer())?;
        let other = call
            .downcast::<Probe>()
            .ok_or(Error::invalid_argument("Not a probe."))?;
        Ok(if other.is(&self.this()) {
            OK
        } else {
            Success::False
        })
    }

    fn blind_transfer(&self, destination: BStr<'_>) -> Result<Success> {
        match destination.to_string_lossy()?.as_str() {
            "" if destination.is_null() => Err(Error::pointer()),
            "" => Ok(Success::False),
            "1001" => Ok(OK),
            other => Err(Error::format(
                E_INVALIDARG,
                format_args!("{other} is no number"),
            )),
        }
    }
}

impl ITCallInfoImpl for Object<Probe> {
    fn get_call_info_long(&self, selector: CALLINFO_LONG) -> Result<LONG> {
        Ok(self.value.load(Ordering::Relaxed) + selector)
    }

    fn put_call_info_long(&self, selector: CALLINFO_LONG, value: LONG) -> Result<Success> {
        self.value.store(value - selector, Ordering::Relaxed);
        Ok(OK)
    }

    fn get_call_info_buffer(&self, selector: CALLINFO_BUFFER) -> Result<Variant> {
        Variant::bytes(&[u8::try_from(selector).map_err(|_| Error::new(E_INVALIDARG))?])
    }

    fn put_call_info_buffer(&self, _: CALLINFO_BUFFER, buffer: &Variant) -> Result<Success> {
        let length = buffer.as_array().map_or(-1, |array| array.len() as i32);
        self.value.store(length, Ordering::Relaxed);
        Ok(OK)
    }

    fn get_call_info_buffer_(&self, selector: CALLINFO_BUFFER) -> Result<TaskMem> {
        if selector < 0 {
            return Err(Error::new(E_INVALIDARG));
        }
        TaskMem::copy_from(&vec![7; selector as usize])
    }

    fn set_call_info_buffer(&self, _: CALLINFO_BUFFER, buffer: &[u8]) -> Result<Success> {
        self.value.store(
            buffer.iter().map(|b| i32::from(*b)).sum(),
            Ordering::Relaxed,
        );
        Ok(OK)
    }
}

impl ITCallInfo2Impl for Object<Probe> {
    fn get_event_filter(&self, event: TAPI_EVENT, sub_event: LONG) -> Result<bool> {
        Ok(event == sub_event)
    }
}

/// The message that the thread's error info carries, which is taken.
fn taken_message() -> Option<String> {
    let info = error_info::take().unwrap()?;
    let text = error_info::description(&info).unwrap();
    Some(text.to_string_lossy().unwrap())
}
