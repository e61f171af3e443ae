//! The COM objects of TAPI, each a few lines over the engine: they check arguments, ask the engine,
//! and hand out objects. No sockets, timers or threads here.

mod address;
mod call;
mod call_hub;
mod call_info;
mod capabilities;
mod collections;
mod dispatch_mapper;
mod error;
mod events;
mod filter;
mod forward;
mod media;
mod media_types;
mod request;
mod session;
mod sinks;
mod tapi;
mod translation;

use crate::com::abi::{IDispatch, ITCollection};
use crate::com::enumerator::{EnumInterface, Enumerator};
use crate::com::{
    Class, ClassEntry, ComPtr, DerivesFrom, Interface, Ref, Result, Variant, enumerate,
};

/// The classes that programs can create.
pub static CLASSES: &[ClassEntry] = &[tapi::CLASS, dispatch_mapper::CLASS, request::CLASS];

/// An enumerator over one interface of each object.
fn enumerator_of<E, I, T>(objects: Vec<Ref<T>>) -> Result<ComPtr<E>>
where
    E: EnumInterface<Element = ComPtr<I>>,
    Enumerator<E>: Class,
    I: Interface,
    T: Class,
{
    let mut pointers = Vec::new();
    pointers.try_reserve_exact(objects.len())?;
    pointers.extend(objects.into_iter().map(Ref::into_interface::<I>));
    enumerate(pointers)
}

/// A collection of objects, as Automation clients get it.
fn collection_of<I, T>(objects: Vec<Ref<T>>) -> Result<Variant>
where
    I: DerivesFrom<IDispatch>,
    T: Class,
{
    let mut items = Vec::new();
    items.try_reserve_exact(objects.len())?;
    items.extend(
        objects
            .into_iter()
            .map(|object| Variant::dispatch(Some(object.into_interface::<I>()))),
    );
    collection(items)
}

/// A collection, as Automation clients get it.
fn collection(items: Vec<Variant>) -> Result<Variant> {
    let collection = collections::Collection::new(items)?;
    Ok(Variant::dispatch(Some(
        collection.interface::<ITCollection>(),
    )))
}

/// A collection of texts; none gives the empty collection.
fn collection_of_texts(texts: &[&str]) -> Result<Variant> {
    let mut items = Vec::new();
    items.try_reserve_exact(texts.len())?;
    for text in texts {
        items.push(Variant::bstr(crate::com::Bstr::new(text)?));
    }
    collection(items)
}
