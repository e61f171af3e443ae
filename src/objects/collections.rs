//! The collection object.

use crate::com::interfaces::{ITCollection2Impl, ITCollectionImpl};
use crate::com::{abi::ITCollection2, *};

/// Objects or texts for Automation clients.
pub struct Collection {
    _items: Vec<Variant>,
}

com_class!(Collection: ITCollection2);

impl Collection {
    /// A collection of `items`.
    pub fn new(items: Vec<Variant>) -> Result<Ref<Self>> {
        Object::new(Collection { _items: items })
    }
}

impl ITCollectionImpl for Object<Collection> {}
impl ITCollection2Impl for Object<Collection> {}
