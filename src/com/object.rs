//! Our COM objects: one heap block that holds the vtable pointers, the counts and the value.
//!
//! `Object<T>` is what an interface pointer points into, `Ref<T>` owns one, `Weak<T>` (`weak.rs`)
//! remembers one without keeping it alive. A class is declared with `com_class!` (`class.rs`).

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, align_of, size_of};
use core::ops::Deref;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU32, Ordering, fence};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::abi::{GUID, IUnknown};
use super::error::{Error, Result};
use super::member::Member;
use super::panic::discard_panic;
use super::pointer::{ComPtr, In, Interface};
use super::uncancelled::Uncancelled;
use super::weak::Weak;
use tapi3_common::process;

/// A count above this is taken for a leak that runs away: it is pinned at `PINNED`, and the object
/// lives for ever. The distance between the two is more than any number of threads can cover
/// between reading and pinning.
pub(super) const MOST_REFERENCES: u32 = 0x8000_0000;
pub(super) const PINNED: u32 = 0xC000_0000;

/// What a class implements, one entry per vtable pointer.
#[derive(Clone, Copy)]
pub struct Implemented {
    /// The ids that the pointer answers for.
    pub lineage: &'static [GUID],
    /// The Automation members behind it.
    pub members: &'static [&'static [Member]],
}

impl Implemented {
    /// The entry for one interface.
    #[must_use]
    pub const fn new<I: Interface>() -> Self {
        Self {
            lineage: I::LINEAGE,
            members: I::MEMBERS,
        }
    }
}

/// A type whose values can be COM objects. Declared with `com_class!`, never by hand.
///
/// # Safety
/// `Vtables` is an array of as many pointers as `INTERFACES` has entries, and `VTABLES` holds for
/// each entry the address of a static vtable made for `Object<Self>` and that very slot; no other
/// class uses the first one.
pub unsafe trait Class: Sized + Send + Sync + 'static {
    /// The class's name, for messages.
    const NAME: &'static str;
    /// An array of vtable pointers.
    type Vtables: Copy + 'static;
    /// The vtables, in the order of `INTERFACES`.
    const VTABLES: Self::Vtables;
    /// The interfaces; the first is the object's identity, the last is `ISupportErrorInfo`.
    const INTERFACES: &'static [Implemented];
    /// The interfaces of its part, if it has one: see `part.rs`.
    const PART: &'static [Implemented] = &[];
    /// Whether it is a part: its references are its whole's, and nobody owns one to it alone.
    const IS_PART: bool = false;
    /// The interfaces whose methods come to no cancellation point of POSIX, such as a file, a
    /// descriptor or the end of a thread. In all others cancellation is held off, which costs two
    /// atomic operations.
    const WITHOUT_CANCELLATION_POINTS: &'static [GUID] = &[];

    /// Whether this very object shows an interface of its class to those who ask for it.
    fn offers(&self, _iid: &GUID) -> bool {
        true
    }

    /// `QueryInterface`: an owned pointer.
    #[inline(always)]
    fn query(object: &Object<Self>, iid: &GUID) -> Result<NonNull<c_void>> {
        object.query(iid)
    }

    /// `QueryInterface` for what is none of `INTERFACES`.
    #[inline(always)]
    fn query_further(_object: &Object<Self>, _iid: &GUID) -> Result<NonNull<c_void>> {
        Err(Error::no_interface())
    }

    /// A pointer to one of the interfaces of `PART`.
    fn part_slot(_object: &Object<Self>, _slot: usize) -> Result<*mut c_void> {
        Err(Error::no_interface())
    }

    /// `AddRef`.
    #[inline(always)]
    fn add_ref(object: &Object<Self>) -> u32 {
        object.add_ref()
    }

    /// `Release`.
    ///
    /// # Safety
    /// The caller owns a reference, and uses the object no more.
    #[inline(always)]
    unsafe fn release(object: NonNull<Object<Self>>) -> u32 {
        // SAFETY: the caller keeps to the same rules.
        unsafe { Object::release(object) }
    }
}

/// A COM object of class `T`.
///
/// Everything is inside the `UnsafeCell` because a method that holds `&Object<T>` may release the
/// reference that kept the object alive, and the block with it.
#[repr(transparent)]
pub struct Object<T: Class> {
    block: UnsafeCell<Block<T>>,
}

#[repr(C)]
struct Block<T: Class> {
    vtables: T::Vtables,
    strong: AtomicU32,
    /// One for every `Weak`, and one for all strong references together.
    weak: AtomicU32,
    /// The generation of the process that it was made in.
    generation: u32,
    value: ManuallyDrop<T>,
}

// SAFETY: the vtables are statics, the counts are atomic, and `Class` demands `Send + Sync` of T.
unsafe impl<T: Class> Send for Object<T> {}
// SAFETY: as for `Send`.
unsafe impl<T: Class> Sync for Object<T> {}

impl<T: Class> Object<T> {
    /// Makes an object of `value`. `E_OUTOFMEMORY` when memory is short; `value` is dropped then.
    #[allow(
        clippy::new_ret_no_self,
        reason = "an object only ever exists behind a reference"
    )]
    pub fn new(value: T) -> Result<Ref<T>> {
        Ok(Self::reserve()?.fill(value))
    }

    /// Takes the memory for an object beforehand, so that making it later cannot fail.
    pub fn reserve() -> Result<Vacant<T>> {
        const { assert!(align_of::<Self>() <= align_of::<libc::max_align_t>()) };
        // SAFETY: malloc takes any size; what it returns is aligned for any C type, which the
        // assertion above shows to be enough.
        match NonNull::new(unsafe { libc::malloc(size_of::<Self>()) }.cast()) {
            Some(block) => Ok(Vacant { block }),
            None => Err(Error::out_of_memory()),
        }
    }

    /// A reference to this object, for handing out or keeping.
    #[must_use]
    pub fn this(&self) -> Ref<T> {
        const { assert!(!T::IS_PART, "a part is kept by its whole") };
        add_strong(self.strong());
        Ref {
            object: NonNull::from(self),
            owns: PhantomData,
        }
    }

    /// A reference that does not keep the object alive.
    #[must_use]
    pub fn downgrade(&self) -> Weak<T> {
        Weak::of(self)
    }

    /// One of the object's interfaces. That `T` implements it is checked at compile time.
    #[must_use]
    pub fn interface<I: Interface>(&self) -> ComPtr<I> {
        self.this().into_interface()
    }

    /// The address of the vtable that the object's identity carries, and no other object's.
    pub(super) fn identity_vtable() -> *const c_void {
        let vtables = T::VTABLES;
        // SAFETY: `Class` makes this an array of at least one pointer.
        unsafe { (&raw const vtables).cast::<*const c_void>().read() }
    }

    /// The object into which an interface pointer of slot `SLOT` points.
    ///
    /// # Safety
    /// `this` is such a pointer, and the object is alive for `'a`.
    pub(super) unsafe fn from_slot<'a, I, const SLOT: usize>(this: *mut I) -> &'a Self {
        // SAFETY: the vtable pointers stand at the head of the block, one pointer each.
        unsafe { &*this.cast::<*const c_void>().sub(SLOT).cast::<Self>() }
    }

    /// This object, unless the process is a child that was forked after the object was made: its
    /// insides belong to threads that the child has not, and nothing may be asked of them.
    #[inline(always)]
    pub(super) fn here(&self) -> Result<&Self> {
        if process::generation() != 0 && self.is_inherited() {
            return Err(Error::inherited());
        }
        Ok(self)
    }

    /// Whether the object was made before the process was forked.
    #[cold]
    pub(super) fn is_inherited(&self) -> bool {
        // SAFETY: the block is alive while the object is borrowed; the generation never changes.
        unsafe { (*self.block.get()).generation != process::generation() }
    }

    pub(super) fn strong(&self) -> &AtomicU32 {
        // SAFETY: the block is alive while the object is borrowed, and the count is never moved.
        unsafe { &(*self.block.get()).strong }
    }

    pub(super) fn weak(&self) -> &AtomicU32 {
        // SAFETY: as for `strong`.
        unsafe { &(*self.block.get()).weak }
    }

    /// The interface pointer of slot `slot`.
    pub(super) fn slot(&self, slot: usize) -> NonNull<c_void> {
        debug_assert!(slot < T::INTERFACES.len());
        // SAFETY: the slots stand at the head of the block; `slot` comes from `find`.
        unsafe { NonNull::from(self).cast::<*const c_void>().add(slot).cast() }
    }

    /// An owned pointer to the interface `iid`.
    #[inline(always)]
    pub(super) fn query(&self, iid: &GUID) -> Result<NonNull<c_void>> {
        match Self::find(iid) {
            Some(slot) if self.offers(iid) => {
                self.add_ref();
                Ok(self.slot(slot))
            }
            Some(_) => Err(Error::no_interface()),
            None => T::query_further(self, iid),
        }
    }

    /// Takes one reference; the new count, as `AddRef` answers it.
    pub(super) fn add_ref(&self) -> u32 {
        add_strong(self.strong())
    }

    /// Gives one reference back; the new count, as `Release` answers it.
    ///
    /// # Safety
    /// The caller owns the reference, and uses the object no more.
    pub(super) unsafe fn release(object: NonNull<Self>) -> u32 {
        // SAFETY: the caller's reference keeps the block alive until here. Nothing is read from
        // it after the subtraction unless the count went to zero: then nobody else owns one.
        unsafe {
            let block = object.as_ref().block.get();
            let before = (*block).strong.fetch_sub(1, Ordering::Release);
            if before == 1 {
                fence(Ordering::Acquire);
                Self::destroy(object);
                return 0;
            }
            if before > MOST_REFERENCES {
                (*block).strong.store(PINNED, Ordering::Relaxed);
            }
            before - 1
        }
    }

    /// Drops the value and gives the strong references' share of the block back.
    #[cold]
    unsafe fn destroy(object: NonNull<Self>) {
        // SAFETY: the block is alive. What the parent process made is left where it is: to end it
        // could wait for ever for a lock that another thread held, or tell the network.
        if unsafe { object.as_ref() }.is_inherited() {
            return;
        }
        // SAFETY: the strong count is zero, so nobody else can reach the value, and never will:
        // a `Weak` does not revive it. A panic of its destructor must not reach C; the value
        // counts as dropped then, and the block is given back all the same.
        unsafe {
            // With the last object of all the lines are closed.
            let _uncancelled = Uncancelled::begin();
            let value = &raw mut (*object.as_ref().block.get()).value;
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| ManuallyDrop::drop(&mut *value))) {
                discard_panic(panic);
            }
            Self::release_block(object);
        }
    }

    /// Gives a share of the block back.
    ///
    /// # Safety
    /// The caller owns the share, and uses the object no more.
    pub(super) unsafe fn release_block(object: NonNull<Self>) {
        // SAFETY: the caller owns a share of the block; whoever gives the last one back frees it.
        unsafe {
            let weak = &(*object.as_ref().block.get()).weak;
            // The only share stays the only one: to make another takes one. It need not be counted.
            if weak.load(Ordering::Acquire) != 1 {
                if weak.fetch_sub(1, Ordering::Release) != 1 {
                    return;
                }
                fence(Ordering::Acquire);
            }
            libc::free(object.as_ptr().cast());
        }
    }

    /// The slot whose pointer answers for `iid`.
    pub(super) fn find(iid: &GUID) -> Option<usize> {
        if *iid == IUnknown::IID {
            return Some(0);
        }
        T::INTERFACES
            .iter()
            .position(|entry| entry.lineage.contains(iid))
    }
}

/// The slot of `I` in class `T`, worked out while compiling.
const fn slot_of<T: Class, I: Interface>() -> usize {
    if same(&I::IID, &IUnknown::IID) {
        return 0;
    }
    let mut slot = 0;
    while slot < T::INTERFACES.len() {
        let lineage = T::INTERFACES[slot].lineage;
        let mut base = 0;
        while base < lineage.len() {
            if same(&lineage[base], &I::IID) {
                return slot;
            }
            base += 1;
        }
        slot += 1;
    }
    panic!("the class does not implement this interface")
}

pub(super) const fn same(left: &GUID, right: &GUID) -> bool {
    left.Data1 == right.Data1
        && left.Data2 == right.Data2
        && left.Data3 == right.Data3
        && u64::from_ne_bytes(left.Data4) == u64::from_ne_bytes(right.Data4)
}

fn add_strong(count: &AtomicU32) -> u32 {
    let before = count.fetch_add(1, Ordering::Relaxed);
    if before >= MOST_REFERENCES {
        count.store(PINNED, Ordering::Relaxed);
    }
    before.wrapping_add(1)
}

impl<T: Class> Deref for Object<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: a borrowed object is alive, and its value is only ever shared until the last
        // reference is gone.
        unsafe { &(*self.block.get()).value }
    }
}

impl<T: Class> fmt::Debug for Object<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({:p})", T::NAME, self)
    }
}

/// Memory for an object that does not exist yet.
pub struct Vacant<T: Class> {
    block: NonNull<Object<T>>,
}

// SAFETY: uninitialised memory with one owner.
unsafe impl<T: Class> Send for Vacant<T> {}
// SAFETY: as for `Send`; a shared `Vacant` offers nothing.
unsafe impl<T: Class> Sync for Vacant<T> {}

impl<T: Class> Vacant<T> {
    /// Makes the object. Cannot fail.
    #[must_use]
    pub fn fill(self, value: T) -> Ref<T> {
        let object = ManuallyDrop::new(self).block;
        // SAFETY: the block is ours alone and has the object's size and alignment.
        unsafe {
            object.cast::<Block<T>>().write(Block {
                vtables: T::VTABLES,
                strong: AtomicU32::new(1),
                weak: AtomicU32::new(1),
                generation: process::generation(),
                value: ManuallyDrop::new(value),
            });
        }
        Ref {
            object,
            owns: PhantomData,
        }
    }
}

impl<T: Class> Drop for Vacant<T> {
    fn drop(&mut self) {
        // SAFETY: the block came from malloc and holds nothing.
        unsafe { libc::free(self.block.as_ptr().cast()) }
    }
}

/// An owned reference to one of our objects. Clone is `AddRef`, drop is `Release`.
pub struct Ref<T: Class> {
    object: NonNull<Object<T>>,
    owns: PhantomData<Object<T>>,
}

// SAFETY: an object is `Send` and `Sync`, and so is a counted reference to it.
unsafe impl<T: Class> Send for Ref<T> {}
// SAFETY: as for `Send`.
unsafe impl<T: Class> Sync for Ref<T> {}

impl<T: Class> Ref<T> {
    /// Takes over a reference.
    ///
    /// # Safety
    /// `object` is alive, and the caller gives up one reference to it.
    pub(super) const unsafe fn from_raw(object: NonNull<Object<T>>) -> Self {
        Self {
            object,
            owns: PhantomData,
        }
    }

    /// Turns the reference into one of the object's interfaces. That `T` implements it is checked
    /// at compile time.
    #[must_use]
    pub fn into_interface<I: Interface>(self) -> ComPtr<I> {
        const { assert!(!T::IS_PART, "a part is found through its whole") };
        let slot = const { slot_of::<T, I>() };
        let raw = ManuallyDrop::new(self).slot(slot).cast::<I>();
        // SAFETY: the slot's vtable is I's or that of an interface derived from it, and the
        // reference passes to the result. A `NonNull` is never null.
        unsafe { ComPtr::from_raw(raw.as_ptr()).unwrap_unchecked() }
    }

    /// Whether both are the same object.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.object == other.object
    }
}

impl<T: Class> Deref for Ref<T> {
    type Target = Object<T>;

    fn deref(&self) -> &Object<T> {
        // SAFETY: the reference keeps the object alive.
        unsafe { self.object.as_ref() }
    }
}

impl<T: Class> Clone for Ref<T> {
    fn clone(&self) -> Self {
        self.this()
    }
}

impl<T: Class> Drop for Ref<T> {
    fn drop(&mut self) {
        // SAFETY: this value owns a reference.
        unsafe { Object::release(self.object) };
    }
}

impl<T: Class> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<I: Interface> ComPtr<I> {
    /// The object behind the pointer if it is one of ours, of class `T`; see [`In::downcast`].
    #[must_use]
    pub fn downcast<T: Class>(&self) -> Option<Ref<T>> {
        self.as_in().downcast()
    }
}

impl<I: Interface> In<'_, I> {
    /// The object behind the pointer, if it is one of ours and of class `T`.
    ///
    /// It is recognised by the vtable of its identity, whose address no foreign object can have.
    #[must_use]
    pub fn downcast<T: Class>(self) -> Option<Ref<T>> {
        let identity = self.query::<IUnknown>().ok()?;
        // SAFETY: every interface is a pointer to a vtable; it is only compared here.
        let vtable = unsafe { (*identity.as_raw()).lpVtbl };
        if vtable.cast::<c_void>() != Object::<T>::identity_vtable() {
            return None;
        }
        // SAFETY: only `Object<T>` carries this vtable, and as its first field; the reference
        // passes from `identity` to the result.
        let object = unsafe { Ref::<T>::from_raw(NonNull::new(identity.into_raw())?.cast()) };
        // One that this process has inherited is none of ours.
        object.here().is_ok().then_some(object)
    }
}
