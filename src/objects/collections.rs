//! The collection object, through which Automation clients get addresses, calls and texts.
//!
//! Elements are counted from 1. Source: the ITCollection and ITCollection2 pages (tapi3if.h), and
//! the programs that loop from 1 to `Count`.

use crate::com::abi::{IEnumVARIANT, ITCollection2, IUnknown, LONG};
use crate::com::interfaces::{ITCollection2Impl, ITCollectionImpl};
use crate::com::{
    ComPtr, Error, In, OK, Object, Ref, Result, Success, Variant, com_class, enumerate,
};
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// Objects or texts for Automation clients.
pub struct Collection {
    items: Mutex<Vec<Variant>>,
}

com_class!(Collection: ITCollection2);

impl Collection {
    /// A collection of `items`.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn new(items: Vec<Variant>) -> Result<Ref<Self>> {
        Object::new(Collection {
            items: Mutex::new(items),
        })
    }

    fn copies(&self) -> Result<Vec<Variant>> {
        // Declared first, so that on failure the copies go after the lock does.
        let mut copies = Vec::new();
        let items = lock(&self.items);
        copies.try_reserve_exact(items.len())?;
        for item in items.iter() {
            copies.push(item.try_clone()?);
        }
        Ok(copies)
    }
}

/// The elements of a collection of ours, such as a program makes for what a method takes.
///
/// # Errors
/// `E_INVALIDARG` for a foreign one; `E_OUTOFMEMORY`.
pub fn items_of(collection: In<'_, ITCollection2>) -> Result<Vec<Variant>> {
    let own = collection
        .downcast::<Collection>()
        .ok_or(Error::invalid_argument(
            "The collection must come from ITTAPI2::CreateEmptyCollectionObject.",
        ))?;
    own.copies()
}

/// The position in memory of the element with a 1-based index, if it is at most `last`.
fn position(index: LONG, last: usize) -> Result<usize> {
    usize::try_from(index)
        .ok()
        .filter(|index| (1..=last).contains(index))
        .map(|index| index - 1)
        .ok_or(Error::invalid_argument(
            "The collection has no element with this index; the first one has the index 1.",
        ))
}

impl ITCollectionImpl for Object<Collection> {
    fn get_count(&self) -> Result<LONG> {
        LONG::try_from(lock(&self.items).len())
            .map_err(|_| Error::unexpected("The collection has more elements than a LONG can say."))
    }

    fn get_item(&self, index: LONG) -> Result<Variant> {
        let items = lock(&self.items);
        let position = position(index, items.len())?;
        items
            .get(position)
            .map_or(Ok(Variant::empty()), Variant::try_clone)
    }

    fn get_new_enum(&self) -> Result<ComPtr<IUnknown>> {
        Ok(enumerate::<IEnumVARIANT>(self.copies()?)?.upcast())
    }
}

impl ITCollection2Impl for Object<Collection> {
    /// The element gets the index; the one that had it, and all behind it, move up. One past the
    /// last is allowed.
    fn add(&self, index: LONG, item: &Variant) -> Result<Success> {
        let item = item.keep()?;
        let mut items = lock(&self.items);
        let position = position(index, items.len() + 1)?;
        items.try_reserve(1)?;
        items.insert(position, item);
        Ok(OK)
    }

    fn remove(&self, index: LONG) -> Result<Success> {
        let mut items = lock(&self.items);
        let position = position(index, items.len())?;
        let removed = items.remove(position);
        // What is removed goes after the lock does: its destructor may come back here.
        drop(items);
        drop(removed);
        Ok(OK)
    }
}
