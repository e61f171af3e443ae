//! Collections for Automation clients; indexes are 1-based.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITCollection.
#[uuid("5EC5ACF2-9C02-11D0-8362-00AA003CCABD")]
#[dual]
pub trait ITCollection: IDispatch {
    /// get_Count.
    #[propget]
    #[id(0x60020000)]
    fn get_Count(#[retval] lCount: *mut LONG);

    /// get_Item.
    #[propget]
    #[id(0x0)]
    fn get_Item(Index: LONG, #[retval] pVariant: *mut VARIANT);

    /// get__NewEnum.
    #[propget]
    #[id(0xfffffffc)]
    #[restricted]
    fn get__NewEnum(#[retval] ppNewEnum: *mut *mut IUnknown);
}

/// ITCollection2.
#[uuid("E6DDDDA5-A6D3-48FF-8737-D32FC4D95477")]
#[dual]
pub trait ITCollection2: ITCollection {
    /// Add.
    #[id(0x1)]
    fn Add(Index: LONG, pVariant: *mut VARIANT);

    /// Remove.
    #[id(0x2)]
    fn Remove(Index: LONG);
}
