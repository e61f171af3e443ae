//! Enumerators: one class for all `IEnumXxx`, over a snapshot of the elements.
//!
//! `Next` fills an array of the caller's, so this is the one place where elements leave through
//! raw pointers.

use std::sync::Mutex;

use super::abi::*;
use super::bstr::Bstr;
use super::error::{Error, OK, Result, Success};
use super::interfaces::*;
use super::object::{Class, Object};
use super::pointer::{ComPtr, Interface};
use super::variant::Variant;
use tapi3_common::sync::lock;

/// What an enumerator can hand out.
pub trait Element: Send + Sync + Sized + 'static {
    /// How it lies in the caller's array.
    type Raw;
    /// A copy: an interface gets a reference, text is copied.
    fn try_clone(&self) -> Result<Self>;
    /// Gives the element up to the caller.
    fn into_raw(self) -> Self::Raw;
}

impl<I: Interface> Element for ComPtr<I> {
    type Raw = *mut I;
    fn try_clone(&self) -> Result<Self> {
        Ok(self.clone())
    }
    fn into_raw(self) -> *mut I {
        self.into_raw()
    }
}

impl Element for Bstr {
    type Raw = BSTR;
    fn try_clone(&self) -> Result<Self> {
        self.try_clone()
    }
    fn into_raw(self) -> BSTR {
        self.into_raw()
    }
}

impl Element for Variant {
    type Raw = VARIANT;
    fn try_clone(&self) -> Result<Self> {
        self.try_clone()
    }
    fn into_raw(self) -> VARIANT {
        self.into_raw()
    }
}

impl Element for GUID {
    type Raw = GUID;
    fn try_clone(&self) -> Result<Self> {
        Ok(*self)
    }
    fn into_raw(self) -> GUID {
        self
    }
}

/// A sink and its number, as `IEnumConnections` lists them.
pub struct Connection {
    /// The sink.
    pub sink: ComPtr<IUnknown>,
    /// What `Advise` answered.
    pub cookie: DWORD,
}

impl Element for Connection {
    type Raw = CONNECTDATA;
    fn try_clone(&self) -> Result<Self> {
        Ok(Self {
            sink: self.sink.clone(),
            cookie: self.cookie,
        })
    }
    fn into_raw(self) -> CONNECTDATA {
        CONNECTDATA {
            pUnk: self.sink.into_raw(),
            dwCookie: self.cookie,
        }
    }
}

/// An enumerator interface and the elements it hands out.
pub trait EnumInterface: Interface {
    /// The elements.
    type Element: Element;
    /// `Next` takes a null count of the fetched for any number, not only for one.
    const COUNT_IS_OPTIONAL: bool = false;
}

/// An enumerator over interface `I`.
pub struct Enumerator<I: EnumInterface> {
    elements: Vec<I::Element>,
    position: Mutex<usize>,
}

/// Makes an enumerator over `elements`, which start at the first.
///
/// # Errors
/// `E_OUTOFMEMORY`.
pub fn enumerate<I>(elements: Vec<I::Element>) -> Result<ComPtr<I>>
where
    I: EnumInterface,
    Enumerator<I>: Class,
{
    Ok(Object::new(Enumerator {
        elements,
        position: Mutex::new(0),
    })?
    .into_interface())
}

impl<I: EnumInterface> Object<Enumerator<I>>
where
    Enumerator<I>: Class,
{
    /// `Next`. A caller that takes elements one by one finds nothing there on failure; of an array
    /// none counts then, and its length is the caller's word alone.
    ///
    /// # Safety
    /// `target` is null or has room for `wanted` elements, `fetched` is null or may be written.
    unsafe fn hand_out(
        &self,
        wanted: ULONG,
        target: *mut <I::Element as Element>::Raw,
        fetched: *mut ULONG,
    ) -> Result<Success> {
        if wanted == 1 && !target.is_null() {
            // SAFETY: the caller vouches for it. Nothing is zero for every kind of element.
            unsafe {
                target
                    .cast::<u8>()
                    .write_bytes(0, size_of::<<I::Element as Element>::Raw>())
            };
        }
        if !fetched.is_null() {
            // SAFETY: the caller vouches for it.
            unsafe { fetched.write_unaligned(0) };
        } else if wanted != 1 && !I::COUNT_IS_OPTIONAL {
            return Err(Error::with(
                E_POINTER,
                "The count of fetched elements is NULL, but more than one is wanted.",
            ));
        }
        if target.is_null() {
            return Err(Error::with(
                E_POINTER,
                "The array for the elements is NULL.",
            ));
        }
        // Complete before anything is written, so that a failure hands out nothing.
        let mut copies = Vec::new();
        let mut position = lock(&self.position);
        let rest = self.elements.get(*position..).unwrap_or_default();
        let count = rest.len().min(wanted as usize);
        copies.try_reserve_exact(count)?;
        for element in rest.iter().take(count) {
            copies.push(element.try_clone()?);
        }
        *position += count;
        for (index, copy) in copies.into_iter().enumerate() {
            // SAFETY: the caller vouches for the room; what was there is not ours to drop.
            unsafe { target.add(index).write_unaligned(copy.into_raw()) };
        }
        if !fetched.is_null() {
            // SAFETY: as above. `count` is at most `wanted`, a ULONG.
            unsafe { fetched.write_unaligned(count as ULONG) };
        }
        Ok(if count == wanted as usize {
            OK
        } else {
            Success::False
        })
    }

    fn pass_over(&self, count: ULONG) -> Result<Success> {
        let mut position = lock(&self.position);
        let wanted = position.saturating_add(count as usize);
        *position = wanted.min(self.elements.len());
        Ok(if *position == wanted {
            OK
        } else {
            Success::False
        })
    }

    fn rewind(&self) -> Result<Success> {
        *lock(&self.position) = 0;
        Ok(OK)
    }

    fn duplicate(&self) -> Result<ComPtr<I>> {
        let mut elements = Vec::new();
        elements.try_reserve_exact(self.elements.len())?;
        for element in &self.elements {
            elements.push(element.try_clone()?);
        }
        let position = Mutex::new(*lock(&self.position));
        Ok(Object::new(Enumerator { elements, position })?.into_interface())
    }
}

macro_rules! enumerators {
    ($($interface:ident, $methods:ident => $element:ty $(, $optional:literal)?;)+) => {
        $(
            impl EnumInterface for $interface {
                type Element = $element;
                $(const COUNT_IS_OPTIONAL: bool = $optional;)?
            }

            com_class!(Enumerator<$interface>: $interface);

            impl $methods for Object<Enumerator<$interface>> {
                unsafe fn next(
                    &self,
                    wanted: ULONG,
                    target: *mut <$element as Element>::Raw,
                    fetched: *mut ULONG,
                ) -> Result<Success> {
                    // SAFETY: the caller vouches for both pointers as the interface demands.
                    unsafe { self.hand_out(wanted, target, fetched) }
                }

                fn skip(&self, count: ULONG) -> Result<Success> {
                    self.pass_over(count)
                }

                fn reset(&self) -> Result<Success> {
                    self.rewind()
                }

                fn clone_(&self) -> Result<ComPtr<$interface>> {
                    self.duplicate()
                }
            }
        )+
    };
}

enumerators! {
    IEnumUnknown, IEnumUnknownImpl => ComPtr<IUnknown>;
    IEnumVARIANT, IEnumVARIANTImpl => Variant, true;
    IEnumConnectionPoints, IEnumConnectionPointsImpl => ComPtr<IConnectionPoint>;
    IEnumConnections, IEnumConnectionsImpl => Connection;
    IEnumBstr, IEnumBstrImpl => Bstr;
    IEnumAddress, IEnumAddressImpl => ComPtr<ITAddress>;
    IEnumCall, IEnumCallImpl => ComPtr<ITCallInfo>;
    IEnumCallHub, IEnumCallHubImpl => ComPtr<ITCallHub>;
    IEnumPhone, IEnumPhoneImpl => ComPtr<ITPhone>;
    IEnumTerminal, IEnumTerminalImpl => ComPtr<ITTerminal>;
    IEnumTerminalClass, IEnumTerminalClassImpl => GUID;
    IEnumStream, IEnumStreamImpl => ComPtr<ITStream>;
    IEnumSubStream, IEnumSubStreamImpl => ComPtr<ITSubStream>;
    IEnumPluggableTerminalClassInfo, IEnumPluggableTerminalClassInfoImpl => ComPtr<ITPluggableTerminalClassInfo>;
    IEnumPluggableSuperclassInfo, IEnumPluggableSuperclassInfoImpl => ComPtr<ITPluggableTerminalSuperclassInfo>;
    IEnumLocation, IEnumLocationImpl => ComPtr<ITLocationInfo>;
    IEnumCallingCard, IEnumCallingCardImpl => ComPtr<ITCallingCard>;
}
