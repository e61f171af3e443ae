//! Collections for Automation clients; indexes are 1-based.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// A list for Automation clients; what For Each and Python's for loop over.
///
/// The get_ methods that list things hand it out in a VARIANT of VT_DISPATCH. Indexes are
/// 1-based. A snapshot: it does not follow later changes, and keeps its items alive.
/// Page: ITCollection (tapi3if.h).
#[uuid("5EC5ACF2-9C02-11D0-8362-00AA003CCABD")]
#[dual]
pub trait ITCollection: IDispatch {
    /// Counts the items.
    ///
    /// lCount: receives the number.
    /// Returns E_POINTER.
    /// Page: ITCollection::get_Count (tapi3if.h).
    #[propget]
    #[id(0x60020000)]
    fn get_Count(#[retval] lCount: *mut LONG);

    /// Gives one item; the default member, so that list(1) works in scripts.
    ///
    /// Index: from 1 to Count.
    /// pVariant: receives the item, VT_DISPATCH for an object, VT_BSTR for a text; free it with
    /// VariantClear.
    /// Returns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCollection::get_Item (tapi3if.h).
    #[propget]
    #[id(0x0)]
    fn get_Item(Index: LONG, #[retval] pVariant: *mut VARIANT);

    /// Starts a walk over all items.
    ///
    /// ppNewEnum: receives an enumerator; ask it for IEnumVARIANT; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCollection::get__NewEnum (tapi3if.h).
    #[propget]
    #[id(0xfffffffc)]
    #[restricted]
    fn get__NewEnum(#[retval] ppNewEnum: *mut *mut IUnknown);
}

/// A list that the program fills itself, for methods that take one.
///
/// Made by ITTAPI2::CreateEmptyCollectionObject. Unlike what TAPI lists, it can be changed.
/// Page: ITCollection2 (tapi3if.h).
#[uuid("E6DDDDA5-A6D3-48FF-8737-D32FC4D95477")]
#[dual]
pub trait ITCollection2: ITCollection {
    /// Inserts an item.
    ///
    /// Index: the place that it gets, from 1 to Count + 1; later items move up.
    /// pVariant: the item; copied, stays the caller's; not NULL.
    /// Returns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCollection2::Add (tapi3if.h).
    #[id(0x1)]
    fn Add(Index: LONG, pVariant: *mut VARIANT);

    /// Removes an item.
    ///
    /// Index: from 1 to Count; later items move down.
    /// Returns E_INVALIDARG for an index outside.
    /// Page: ITCollection2::Remove (tapi3if.h).
    #[id(0x2)]
    fn Remove(Index: LONG);
}
