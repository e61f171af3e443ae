//! The COM runtime of the library. It knows nothing of telephony.
//!
//! # Objects
//!
//! An object is one block from `malloc`: a vtable pointer for each most-derived interface and one
//! for ISupportErrorInfo, two counts, and the value. [`Object<T>`] is that block, [`Ref<T>`] owns a
//! reference to it, [`Weak<T>`] remembers it, [`ComPtr<I>`] owns a reference to one interface of any
//! object, ours or not, and [`In<I>`](In) borrows one for a call.
//!
//! A class is declared with `com_class!(Call: ITCallInfo2, ITBasicCallControl);` and implements the
//! traits that `codegen` makes of the descriptions, for `Object<Call>`, so that every method knows
//! the object itself:
//!
//! ```ignore
//! impl ITBasicCallControlImpl for Object<Call> {
//!     fn disconnect(&self, code: DISCONNECT_CODE) -> Result<Success> { Ok(OK) }
//! }
//! ```
//!
//! A method that is left out answers `E_NOTIMPL`. The generated thunk around it refuses null
//! pointers, sets out-parameters to nothing beforehand, catches panics, and turns an [`Error`] into
//! the HRESULT and the thread's error info. Success costs a null check.
//!
//! # Rules
//!
//! - What a caller hands in by pointer may lie at any address: it is copied in ([`Lent`],
//!   [`Elements`]) and results are written unaligned. A text among the arguments is a [`BStr`],
//!   read to its zero and no further; only a [`Bstr`] has its length in front.
//! - The last Release drops the value, on whatever thread and inside whatever call it happens. Hold
//!   no lock while a `Ref` or `ComPtr` that may be the last one is dropped, nor while a foreign
//!   interface is called.
//! - Nothing here aborts for want of memory: what allocates answers `E_OUTOFMEMORY`.
//! - Interfaces given to the library must be callable from any thread, as its own are.

#[macro_use]
mod class;
pub mod activation;
mod bstr;
mod buffer;
mod connection;
mod dispatch;
mod dispatch_arguments;
pub mod enumerator;
mod error;
pub mod error_info;
mod event;
mod failure;
pub mod guid;
pub mod hresult;
pub mod interfaces;
mod lent;
mod media_type;
mod member;
mod memory;
mod number;
mod object;
mod panic;
pub mod part;
mod pointer;
pub mod safearray;
#[cfg(test)]
mod tests;
mod thread_value;
mod thunk;
pub mod types;
mod uncancelled;
pub mod variant;
pub mod variant_convert;
mod weak;
mod weak_map;

/// The interfaces as C sees them: vtables, ids, enumerations and constants, made from `idl/`.
pub mod abi {
    #![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
    pub use super::types::*;
    include!(concat!(env!("OUT_DIR"), "/abi.rs"));
}

pub use activation::ClassEntry;
pub use bstr::{BStr, Bstr, bstr_alloc, bstr_byte_len, bstr_free};
pub use buffer::{Buffer, LONGEST_BUFFER};
pub(crate) use class::com_class;
pub use class::{MayHide, VtableOf};
pub use connection::{ConnectionPoint, EventSource, Source};
pub use enumerator::enumerate;
pub use error::{Error, OK, Result, Success, try_format};
pub use event::Event;
pub use lent::{Elements, Lent, Place};
pub use media_type::{MediaType, TaskMediaType};
pub use memory::{TaskMem, task_alloc, task_free, task_realloc};
pub use object::{Class, Implemented, Object, Ref, Vacant};
pub use panic::discard_panic;
pub use part::{HasPart, IsPart, Once};
pub use pointer::{ComPtr, DerivesFrom, In, Interface};
pub use safearray::SafeArray;
pub use thunk::guard;
pub use uncancelled::Uncancelled;
pub use variant::Variant;
pub use weak::Weak;
pub use weak_map::WeakMap;
