//! Declares classes of COM objects, and holds the methods that every object has: those of
//! IUnknown and IDispatch. Those of ISupportErrorInfo are in `error_info.rs`.

use core::ffi::c_void;
use core::ptr::{self, NonNull};

use super::abi::{
    DISPID, DISPPARAMS, E_POINTER, EXCEPINFO, GUID, HRESULT, IDispatch, ITypeInfo, IUnknown,
    IUnknownVtbl, LCID, LPOLESTR, REFIID, S_OK, UINT, ULONG, VARIANT, WORD,
};
use super::dispatch;
use super::error::OK;
use super::lent::referred;
use super::object::{Class, Object};
use super::pointer::{DerivesFrom, Interface};
use super::thunk::{Out, enter};

/// The vtable of an interface for objects of class `T`, whose pointer stands in slot `SLOT`.
pub trait VtableOf<T: Class, const SLOT: usize>: Interface {
    /// The vtable.
    const VTABLE: Self::Vtbl;
}

/// A class whose objects do not all show all of its interfaces.
pub trait MayHide: Class {
    /// Whether QueryInterface of this object does not find an interface that the class has. Its
    /// methods are there all the same, for who has the pointer of an interface derived from it or
    /// calls them by name, and must say no themselves.
    fn hides(&self, iid: &GUID) -> bool;
}

/// Declares a class: `com_class!(Call: ITCallInfo2, ITBasicCallControl);`
///
/// The interfaces are the most derived ones; a base needs no mention, since the same pointer
/// answers for it. The first is the object's identity, and the first dual one answers for
/// IDispatch. ISupportErrorInfo comes by itself. For each interface and each of its bases,
/// `Object<Call>` must implement the trait (`ITCallInfo2Impl`, `ITCallInfoImpl`, …).
///
/// `; has part` and `; is part` at the end make a class of objects that have a part, or are one: see
/// `part.rs`. `; may hide` lets an object hide interfaces of its class: see [`MayHide`]. `; no
/// cancellation points in ITCallInfo` is [`Class::WITHOUT_CANCELLATION_POINTS`].
macro_rules! com_class {
    ($class:ty: $($interface:ident),+ $(,)? $(; $($clause:ident)+)*) => {
        const _: () = {
            use $crate::com::abi::ISupportErrorInfo;
            $crate::com::com_class!(@vtables [$class] [0] $($interface)+ ISupportErrorInfo);
            // SAFETY: the array has one vtable for each entry, in the same order, made for this
            // class and its slot; the statics are this class's own.
            unsafe impl $crate::com::Class for $class {
                const NAME: &'static str = stringify!($class);
                type Vtables = [*const ::core::ffi::c_void; [$(stringify!($interface),)+ ""].len()];
                const VTABLES: Self::Vtables = [
                    $((&raw const $interface).cast(),)+
                    (&raw const ISupportErrorInfo).cast(),
                ];
                const INTERFACES: &'static [$crate::com::Implemented] = &[
                    $($crate::com::Implemented::new::<$interface>(),)+
                    $crate::com::Implemented::new::<ISupportErrorInfo>(),
                ];
                $($crate::com::com_class!(@$($clause)+);)*
            }
        };
    };
    (@has part) => {
        const PART: &'static [$crate::com::Implemented] =
            <<Self as $crate::com::HasPart>::Part as $crate::com::Class>::INTERFACES;

        fn query_further(
            object: &$crate::com::Object<Self>,
            iid: &$crate::com::abi::GUID,
        ) -> $crate::com::Result<::core::ptr::NonNull<::core::ffi::c_void>> {
            $crate::com::part::query(object, iid)
        }

        fn part_slot(
            object: &$crate::com::Object<Self>,
            slot: usize,
        ) -> $crate::com::Result<*mut ::core::ffi::c_void> {
            $crate::com::part::slot(object, slot)
        }
    };
    (@no cancellation points in $($interface:ident)+) => {
        const WITHOUT_CANCELLATION_POINTS: &'static [$crate::com::abi::GUID] =
            &[$(<$interface as $crate::com::Interface>::IID),+];
    };
    (@may hide) => {
        fn offers(&self, iid: &$crate::com::abi::GUID) -> bool {
            !$crate::com::MayHide::hides(self, iid)
        }
    };
    (@is part) => {
        const IS_PART: bool = true;

        fn query(
            object: &$crate::com::Object<Self>,
            iid: &$crate::com::abi::GUID,
        ) -> $crate::com::Result<::core::ptr::NonNull<::core::ffi::c_void>> {
            $crate::com::part::query_whole(object, iid)
        }

        fn add_ref(object: &$crate::com::Object<Self>) -> u32 {
            $crate::com::part::add_ref(object)
        }

        unsafe fn release(object: ::core::ptr::NonNull<$crate::com::Object<Self>>) -> u32 {
            // SAFETY: the caller keeps to the same rules.
            unsafe { $crate::com::part::release(object) }
        }
    };
    (@vtables [$class:ty] [$slot:expr]) => {};
    // The static carries the interface's name, which is free: types have a namespace of their own.
    (@vtables [$class:ty] [$slot:expr] $interface:ident $($rest:ident)*) => {
        #[allow(non_upper_case_globals, reason = "one static per interface, told apart by its name")]
        static $interface: <$interface as $crate::com::Interface>::Vtbl =
            <$interface as $crate::com::VtableOf<$class, { $slot }>>::VTABLE;
        $crate::com::com_class!(@vtables [$class] [$slot + 1] $($rest)*);
    };
}
pub(crate) use com_class;

pub(super) unsafe extern "C" fn query_interface<I: Interface, T: Class, const SLOT: usize>(
    this: *mut I,
    iid: REFIID,
    found: *mut *mut c_void,
) -> HRESULT {
    if found.is_null() {
        return E_POINTER;
    }
    // SAFETY: the caller vouches for its arguments; the vtable fits the class and the slot.
    unsafe {
        found.write_unaligned(ptr::null_mut());
        let (false, Some(iid)) = (this.is_null(), referred(iid)) else {
            return E_POINTER;
        };
        let object = Object::<T>::from_slot::<I, SLOT>(this);
        match T::query(object, &iid) {
            Ok(interface) => {
                found.write_unaligned(interface.as_ptr());
                S_OK
            }
            Err(error) => error.hresult(),
        }
    }
}

pub(super) unsafe extern "C" fn add_ref<I: Interface, T: Class, const SLOT: usize>(
    this: *mut I,
) -> ULONG {
    if this.is_null() {
        return 0;
    }
    // SAFETY: the caller vouches for `this`; the vtable fits the class and the slot.
    unsafe { T::add_ref(Object::<T>::from_slot::<I, SLOT>(this)) }
}

pub(super) unsafe extern "C" fn release<I: Interface, T: Class, const SLOT: usize>(
    this: *mut I,
) -> ULONG {
    if this.is_null() {
        return 0;
    }
    // SAFETY: as for `add_ref`, and the caller gives up a reference.
    unsafe { T::release(NonNull::from(Object::<T>::from_slot::<I, SLOT>(this))) }
}

pub(super) unsafe extern "C" fn get_type_info_count<I, T, const SLOT: usize>(
    this: *mut I,
    count: *mut UINT,
) -> HRESULT
where
    I: DerivesFrom<IDispatch>,
    T: Class,
{
    // SAFETY: the caller vouches for its arguments; the vtable fits the class and the slot.
    unsafe {
        let count = Out::clear(count);
        enter::<IDispatch, I, T, SLOT>(this, |_| count.check().map(|()| OK))
    }
}

pub(super) unsafe extern "C" fn get_type_info<I, T, const SLOT: usize>(
    this: *mut I,
    index: UINT,
    _language: LCID,
    info: *mut *mut ITypeInfo,
) -> HRESULT
where
    I: DerivesFrom<IDispatch>,
    T: Class,
{
    // SAFETY: as for `get_type_info_count`.
    unsafe {
        let info = Out::clear(info);
        enter::<IDispatch, I, T, SLOT>(this, |_| {
            info.check()?;
            Err(dispatch::no_type_info(index))
        })
    }
}

pub(super) unsafe extern "C" fn get_i_ds_of_names<I, T, const SLOT: usize>(
    this: *mut I,
    iid: REFIID,
    names: *mut LPOLESTR,
    count: UINT,
    _language: LCID,
    ids: *mut DISPID,
) -> HRESULT
where
    I: DerivesFrom<IDispatch>,
    T: Class,
{
    // SAFETY: as for `get_type_info_count`.
    unsafe {
        dispatch::forget_ids(ids, count);
        enter::<IDispatch, I, T, SLOT>(this, |_| {
            dispatch::ids_of_names([T::INTERFACES, T::PART], iid, names, count, ids)
        })
    }
}

pub(super) unsafe extern "C" fn invoke<I, T, const SLOT: usize>(
    this: *mut I,
    id: DISPID,
    iid: REFIID,
    _language: LCID,
    flags: WORD,
    arguments: *mut DISPPARAMS,
    result: *mut VARIANT,
    exception: *mut EXCEPINFO,
    argument_at_fault: *mut UINT,
) -> HRESULT
where
    I: DerivesFrom<IDispatch>,
    T: Class,
{
    // SAFETY: as for `get_type_info_count`. The slots of one object stand side by side from slot 0
    // on, and each holds a pointer to the interface that the class names for it; so do those of its
    // part.
    unsafe {
        Out::clear(result);
        enter::<IDispatch, I, T, SLOT>(this, |object| {
            let call = dispatch::Call {
                iid,
                id,
                flags,
                arguments,
                result,
                exception,
                argument_at_fault,
            };
            call.run([T::INTERFACES, T::PART], |slot| {
                match slot.checked_sub(T::INTERFACES.len()) {
                    Some(slot) => T::part_slot(object, slot),
                    None => Ok(object.slot(slot).as_ptr()),
                }
            })
        })
    }
}

/// For objects that nobody calls through an interface, and that are only shared.
impl<T: Class, const SLOT: usize> VtableOf<T, SLOT> for IUnknown {
    const VTABLE: IUnknownVtbl = IUnknownVtbl {
        QueryInterface: query_interface::<Self, T, SLOT>,
        AddRef: add_ref::<Self, T, SLOT>,
        Release: release::<Self, T, SLOT>,
    };
}
