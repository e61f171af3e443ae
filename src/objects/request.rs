//! The object through which a program without telephony of its own asks another for a call.

use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, ClassEntry, Error, OK, Object, Result, Success, com_class};
use crate::engine::CallRequest;
use crate::system;

/// Assisted telephony's asking side; it has no state.
pub struct RequestMakeCall;

com_class!(RequestMakeCall: ITRequest);

/// How programs make one.
pub const CLASS: ClassEntry = ClassEntry {
    clsid: &CLSID_RequestMakeCall,
    progids: PROGIDS_RequestMakeCall,
    create: || Ok(Object::new(RequestMakeCall)?.into_interface()),
};

impl ITRequestImpl for Object<RequestMakeCall> {
    fn make_call(
        &self,
        destination: BStr<'_>,
        application: BStr<'_>,
        called_party: BStr<'_>,
        comment: BStr<'_>,
    ) -> Result<Success> {
        if destination.is_empty() {
            return Err(Error::with(
                TAPI_E_INVALADDRESS,
                "The request names nobody to call.",
            ));
        }
        let request = CallRequest {
            instance: 0,
            destination: destination.to_string_lossy()?,
            application: application.to_string_lossy()?,
            called_party: called_party.to_string_lossy()?,
            comment: comment.to_string_lossy()?,
        };
        match system::running_engine() {
            Some(engine) => engine.request_call(&request)?,
            None => return Err(Error::new(TAPI_E_NOREQUESTRECIPIENT)),
        }
        Ok(OK)
    }
}
