//! The dispatch mapper: lets scripts, which cannot call QueryInterface, get at another interface
//! of an object.
//!
//! Source: the ITDispatchMapper page (tapi3if.h).

use crate::com::abi::{CLSID_DispatchMapper, IDispatch, ITDispatchMapper, IUnknown};
use crate::com::interfaces::{ITDispatchMapperImpl, PROGIDS_DispatchMapper};
use crate::com::{
    BStr, ClassEntry, ComPtr, Error, In, Object, Result, com_class, guid::guid_from_text,
};

/// The dispatch mapper. It has no state.
pub struct DispatchMapper;

com_class!(DispatchMapper: ITDispatchMapper);

/// How the class is created.
pub const CLASS: ClassEntry = ClassEntry {
    clsid: &CLSID_DispatchMapper,
    progids: PROGIDS_DispatchMapper,
    create,
};

fn create() -> Result<ComPtr<IUnknown>> {
    Ok(Object::new(DispatchMapper)?.into_interface())
}

impl ITDispatchMapperImpl for Object<DispatchMapper> {
    /// An IDispatch that answers for the interface named. Here every IDispatch of an object
    /// answers for all of its interfaces, so that what matters is whether the object has it.
    fn query_dispatch_interface(
        &self,
        iid: BStr<'_>,
        object: Option<In<'_, IDispatch>>,
    ) -> Result<ComPtr<IDispatch>> {
        let object = object.ok_or(Error::pointer())?;
        let iid = guid_from_text(iid.units()).ok_or(Error::invalid_argument(
            "The interface id must look like {B1EFC389-9355-11D0-835C-00AA003CCABD}.",
        ))?;
        object.query_for(&iid)?.query()
    }
}
