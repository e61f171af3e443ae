//! The interfaces as this library implements them, made from `idl/` by `codegen`: for each a safe
//! trait (`ITAddressImpl`), the thunks of its vtable, and its Automation members.

#![allow(
    non_snake_case,
    non_upper_case_globals,
    unused_variables,
    clippy::too_many_arguments
)]

use core::ffi::c_void;
use core::ptr::NonNull;

use super::abi::*;
use super::bstr::{BStr, Bstr};
use super::class::{self, VtableOf};
use super::error::{Error, OK, Result, Success};
use super::event::Event;
use super::lent::{Elements, Place, referred};
use super::media_type::{MediaType, TaskMediaType};
use super::member::{Kind, Member, MemberKind, Parameter};
use super::memory::TaskMem;
use super::object::{Class, Object};
use super::pointer::{ComPtr, DerivesFrom, In, Interface};
use super::thunk::{Out, counted, counted_bytes, enter, length_of, required};
use super::types::*;
use super::variant::Variant;

include!(concat!(env!("OUT_DIR"), "/interfaces.rs"));
