//! Pointers to interfaces: owning (`ComPtr`) and borrowed for one call (`In`).
//!
//! What is behind them may be ours or anybody's. The library is free-threaded and says so: an
//! interface that is handed to it must be callable from any thread, which is why both are `Send`
//! and `Sync`.

use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

use super::abi::{GUID, IUnknown, S_OK};
use super::error::{Error, Result};
use super::member::Member;

/// An interface of the description: a pointer to a vtable that begins with `IUnknown`'s.
///
/// # Safety
/// The type is `#[repr(C)]` and holds exactly one pointer, to a `Vtbl` whose first three slots are
/// `IUnknown`'s; the constants are those of the interface.
pub unsafe trait Interface: Sized + 'static {
    /// The vtable's layout.
    type Vtbl: 'static;
    /// The interface id.
    const IID: GUID;
    /// Microsoft's name.
    const NAME: &'static str;
    /// The ids that a pointer to this interface answers for: its own and its bases', most derived
    /// first, without `IUnknown`'s.
    const LINEAGE: &'static [GUID];
    /// Its Automation members and those of its bases; empty when it is not dual.
    const MEMBERS: &'static [&'static [Member]];
    /// Whether it derives from `IDispatch`.
    const IS_DISPATCH: bool;
}

/// Says that a pointer to `Self` is a pointer to `B` as well.
///
/// # Safety
/// `B` is `Self`, or one of the interfaces from which `Self` derives.
pub unsafe trait DerivesFrom<B: Interface>: Interface {}

// SAFETY: every interface is itself.
unsafe impl<I: Interface> DerivesFrom<I> for I {}

/// An owned reference to an interface. Clone is `AddRef`, drop is `Release`.
#[repr(transparent)]
pub struct ComPtr<I: Interface> {
    raw: NonNull<I>,
    owns: PhantomData<I>,
}

// SAFETY: interfaces given to or made by the library are free-threaded (see above).
unsafe impl<I: Interface> Send for ComPtr<I> {}
// SAFETY: as for `Send`.
unsafe impl<I: Interface> Sync for ComPtr<I> {}

impl<I: Interface> ComPtr<I> {
    /// Takes over a reference; none for null.
    ///
    /// # Safety
    /// `raw` is null or points to a live `I`, with one reference that the caller gives up.
    #[must_use]
    pub const unsafe fn from_raw(raw: *mut I) -> Option<Self> {
        match NonNull::new(raw) {
            Some(raw) => Some(Self {
                raw,
                owns: PhantomData,
            }),
            None => None,
        }
    }

    /// Gives the reference up, for the other side to release.
    #[must_use]
    pub fn into_raw(self) -> *mut I {
        ManuallyDrop::new(self).raw.as_ptr()
    }

    /// The same pointer as one of its bases.
    #[must_use]
    pub fn upcast<B: Interface>(self) -> ComPtr<B>
    where
        I: DerivesFrom<B>,
    {
        ComPtr {
            raw: ManuallyDrop::new(self).raw.cast(),
            owns: PhantomData,
        }
    }

    /// The pointer itself; the reference stays with this value.
    #[must_use]
    pub const fn as_raw(&self) -> *mut I {
        self.raw.as_ptr()
    }

    /// Asks the object for another interface; see [`In::query`].
    pub fn query<J: Interface>(&self) -> Result<ComPtr<J>> {
        self.as_in().query()
    }

    /// Whether both pointers are to the same object; see [`In::same_object`].
    #[must_use]
    pub fn same_object<J: Interface>(&self, other: &ComPtr<J>) -> bool {
        self.as_in().same_object(other.as_in())
    }

    /// The pointer, lent for a call.
    #[must_use]
    pub const fn as_in(&self) -> In<'_, I> {
        In {
            raw: self.raw,
            owner: PhantomData,
        }
    }
}

impl<I: Interface> Clone for ComPtr<I> {
    fn clone(&self) -> Self {
        self.as_in().to_owned()
    }
}

impl<I: Interface> Drop for ComPtr<I> {
    fn drop(&mut self) {
        let unknown: *mut IUnknown = self.raw.as_ptr().cast();
        // SAFETY: the interface begins with IUnknown's vtable, and this value owns a reference.
        unsafe { ((*(*unknown).lpVtbl).Release)(unknown) };
    }
}

impl<I: Interface> fmt::Debug for ComPtr<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_in().fmt(f)
    }
}

/// A pointer to an interface that somebody else keeps alive for `'a`: the caller of a method, or
/// the owner that lent it.
#[repr(transparent)]
pub struct In<'a, I: Interface> {
    raw: NonNull<I>,
    owner: PhantomData<&'a I>,
}

// SAFETY: as for `ComPtr`.
unsafe impl<I: Interface> Send for In<'_, I> {}
// SAFETY: as for `ComPtr`.
unsafe impl<I: Interface> Sync for In<'_, I> {}

impl<I: Interface> Clone for In<'_, I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Interface> Copy for In<'_, I> {}

impl<I: Interface> In<'_, I> {
    /// Borrows a pointer; none for null.
    ///
    /// # Safety
    /// `raw` is null or points to a live `I`, which somebody keeps alive for the lifetime chosen.
    #[must_use]
    pub const unsafe fn from_raw(raw: *mut I) -> Option<Self> {
        match NonNull::new(raw) {
            Some(raw) => Some(Self {
                raw,
                owner: PhantomData,
            }),
            None => None,
        }
    }

    /// The pointer itself.
    #[must_use]
    pub const fn as_raw(self) -> *mut I {
        self.raw.as_ptr()
    }

    /// A reference of our own (`AddRef`).
    #[must_use]
    pub fn to_owned(self) -> ComPtr<I> {
        let unknown: *mut IUnknown = self.raw.as_ptr().cast();
        // SAFETY: the interface is alive and begins with IUnknown's vtable.
        unsafe { ((*(*unknown).lpVtbl).AddRef)(unknown) };
        ComPtr {
            raw: self.raw,
            owns: PhantomData,
        }
    }

    /// A reference of our own to the same pointer, as what all interfaces begin with.
    #[must_use]
    pub fn as_unknown(self) -> ComPtr<IUnknown> {
        ComPtr {
            raw: ManuallyDrop::new(self.to_owned()).raw.cast(),
            owns: PhantomData,
        }
    }

    /// Asks the object for another interface (`QueryInterface`).
    ///
    /// # Errors
    /// What the object answers; `E_NOINTERFACE` when it answers success without a pointer.
    pub fn query<J: Interface>(self) -> Result<ComPtr<J>> {
        let raw = self.query_raw(&J::IID)?;
        // SAFETY: QueryInterface for J's id answered an owned reference to a J.
        unsafe { ComPtr::from_raw(raw.as_ptr().cast()) }.ok_or(Error::no_interface())
    }

    /// `QueryInterface` for an id known only at run time: an owned reference to that interface.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    pub fn query_raw(self, iid: &GUID) -> Result<NonNull<c_void>> {
        let unknown: *mut IUnknown = self.raw.as_ptr().cast();
        let mut found = core::ptr::null_mut();
        // SAFETY: the interface is alive and begins with IUnknown's vtable; both pointers are to
        // locals that outlive the call.
        let hresult =
            unsafe { ((*(*unknown).lpVtbl).QueryInterface)(unknown, iid, &raw mut found) };
        match NonNull::new(found) {
            Some(found) if hresult == S_OK => Ok(found),
            _ if hresult >= 0x8000_0000 => Err(Error::new(hresult)),
            _ => Err(Error::no_interface()),
        }
    }

    /// As [`query`](Self::query), for an interface id known only at run time. The interface itself
    /// is known only to whoever named it.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    pub fn query_for(self, iid: &GUID) -> Result<ComPtr<IUnknown>> {
        let raw = self.query_raw(iid)?;
        // SAFETY: the pointer carries a reference, and every interface begins as IUnknown does.
        unsafe { ComPtr::from_raw(raw.as_ptr().cast()) }.ok_or(Error::no_interface())
    }

    /// Whether both pointers are to the same object: COM's rule compares `IUnknown` pointers.
    #[must_use]
    pub fn same_object<J: Interface>(self, other: In<'_, J>) -> bool {
        match (self.query::<IUnknown>(), other.query::<IUnknown>()) {
            (Ok(left), Ok(right)) => left.as_raw() == right.as_raw(),
            _ => false,
        }
    }
}

impl<I: Interface> fmt::Debug for In<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({:p})", I::NAME, self.raw)
    }
}
