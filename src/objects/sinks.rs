//! What the TAPI object calls: the sinks of its events.
//!
//! Source: the ITTAPIEventNotification and ITTAPIDispatchEventNotification pages (tapi3if.h).

use crate::com::abi::{
    DISPID, IConnectionPoint, IDispatch, ITTAPIDispatchEventNotification, ITTAPIEventNotification,
};
use crate::com::{ConnectionPoint, In, Source, com_class};

/// The events of a TAPI object.
pub struct TapiEvents;

com_class!(ConnectionPoint<TapiEvents>: IConnectionPoint);

impl Source for TapiEvents {
    type Vtable = ITTAPIEventNotification;
    type Dispatch = ITTAPIDispatchEventNotification;
    /// `Event(TapiEvent, pEvent)`.
    const MEMBER: DISPID = 1;

    fn call(sink: In<'_, ITTAPIEventNotification>, event: i32, object: In<'_, IDispatch>) {
        sink.event(event, object);
    }
}
