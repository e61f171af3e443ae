//! The address object: a line as TAPI shows it, with its capabilities and media.

use super::capabilities;
use super::filter;
use super::forward::ForwardInformation;
use super::media::{DEVICE_CLASSES, StaticTerminals};
use super::media_types;
use super::session::Session;
use super::{collection_of, collection_of_texts, enumerator_of};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    BStr, Bstr, ComPtr, Error, In, Interface, MayHide, OK, Object, Ref, Result, Success, Variant,
    com_class, enumerate,
};
use crate::engine::{self, Line, LineInfo};
use crate::terminals::Devices;
use std::sync::Arc;

/// A line as one TAPI object sees it.
pub struct Address {
    line: Arc<Line>,
    session: Session,
    static_terminals: StaticTerminals,
}

com_class!(
    Address: ITAddress2, ITAddressCapabilities, ITMediaSupport, ITTerminalSupport2,
    ITLegacyAddressMediaControl2, ITAddressTranslation;
    may hide; no cancellation points in ITAddress
);

/// What a program finds on a line that streams media, and nowhere else.
impl MayHide for Address {
    fn hides(&self, iid: &GUID) -> bool {
        ITTerminalSupport2::LINEAGE.contains(iid)
            && !IDispatch::LINEAGE.contains(iid)
            && !self.info().features.streams
    }
}

impl Address {
    pub(super) fn new(session: Session, line: &Arc<Line>) -> Self {
        Address {
            line: line.clone(),
            session,
            static_terminals: StaticTerminals::default(),
        }
    }

    /// The engine's side of it.
    pub(super) fn line(&self) -> &Arc<Line> {
        &self.line
    }

    pub(super) fn static_terminals(&self) -> &StaticTerminals {
        &self.static_terminals
    }

    /// Which microphones and loudspeakers there are.
    pub(super) fn devices(&self) -> Devices {
        self.session.devices()
    }

    /// Whether it belongs to this session.
    pub(super) fn is_of(&self, session: &Session) -> bool {
        self.session.client().same(session.client())
    }

    /// The TAPI object's part of everything.
    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    /// What is known of the line.
    pub(super) fn info(&self) -> &LineInfo {
        self.line.info()
    }

    fn own_calls(&self) -> Result<Vec<Ref<super::call::Call>>> {
        self.session.client().check_open()?;
        self.session.own_calls(self.line.calls()?)
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        self.session.forget_address(self.line.id());
    }
}

fn no_phones<T>() -> Result<T> {
    Err(Error::with(
        TAPI_E_NOITEMS,
        "No phone devices are offered, so no terminal belongs to one.",
    ))
}

/// One LINEADDRESSTYPE bit that the line knows.
fn address_type(info: &LineInfo, kind: LONG) -> Result<u32> {
    let bits = u32::try_from(kind).unwrap_or(0);
    if bits.count_ones() != 1 || bits > 0x10 {
        return Err(Error::invalid_argument(
            "The address type must be exactly one LINEADDRESSTYPE value.",
        ));
    }
    if bits & info.address_types == 0 {
        return Err(Error::new(TAPI_E_INVALADDRESSTYPE));
    }
    Ok(bits)
}

impl ITAddressImpl for Object<Address> {
    fn get_state(&self) -> Result<ADDRESS_STATE> {
        Ok(if self.line.in_service() {
            AS_INSERVICE
        } else {
            AS_OUTOFSERVICE
        })
    }

    fn get_address_name(&self) -> Result<Bstr> {
        Bstr::new(&self.info().name)
    }

    fn get_service_provider_name(&self) -> Result<Bstr> {
        self.line.with_provider_name(Bstr::new)
    }

    fn get_tapi_object(&self) -> Result<ComPtr<ITTAPI>> {
        Ok(self.session.tapi()?.into_interface())
    }

    fn create_call(
        &self,
        destination: BStr<'_>,
        kind: LONG,
        media: LONG,
    ) -> Result<ComPtr<ITBasicCallControl>> {
        let kind = address_type(self.info(), kind)?;
        let media = media_types::checked(media, self.info().media)?;
        let destination = destination.to_string_lossy()?;
        let client = self.session.client();
        let call = self
            .session
            .new_call(|| engine::Call::unlisted(client, &self.line, destination, media, kind))?;
        Ok(call.into_interface())
    }

    fn get_calls(&self) -> Result<Variant> {
        collection_of::<ITCallInfo, _>(self.own_calls()?)
    }

    fn enumerate_calls(&self) -> Result<ComPtr<IEnumCall>> {
        enumerator_of(self.own_calls()?)
    }

    fn get_dialable_address(&self) -> Result<Bstr> {
        Bstr::new(&self.info().address)
    }

    fn create_forward_info_object(&self) -> Result<ComPtr<ITForwardInformation>> {
        Ok(ForwardInformation::create(&[])?.into_interface())
    }

    /// Where the line offers it; unconditional, when busy, when nobody answers.
    fn forward(
        &self,
        information: Option<In<'_, ITForwardInformation>>,
        call: Option<In<'_, ITBasicCallControl>>,
    ) -> Result<Success> {
        self.session.client().check_open()?;
        if let Some(call) = call {
            let ours = call.downcast::<super::call::Call>();
            if ours.is_none_or(|call| call.handle().call.line().id() != self.line.id()) {
                return Err(Error::invalid_argument(
                    "The call is not one of this address.",
                ));
            }
        }
        let forwards = match information {
            None => Vec::new(),
            Some(information) => information
                .downcast::<ForwardInformation>()
                .ok_or(Error::invalid_argument(
                    "The forwarding information must come from CreateForwardInfoObject.",
                ))?
                .forwards()?,
        };
        self.line.set_forwarding(forwards)?;
        Ok(OK)
    }

    fn get_current_forward_info(&self) -> Result<Option<ComPtr<ITForwardInformation>>> {
        let copied = |status: &engine::LineStatus| ForwardInformation::create(&status.forwards);
        Ok(Some(self.line.with_status(copied)?.into_interface()))
    }

    /// Where the line offers it.
    fn put_message_waiting(&self, on: bool) -> Result<Success> {
        self.line.set_message_waiting(on)?;
        Ok(OK)
    }

    fn get_message_waiting(&self) -> Result<bool> {
        Ok(self.line.with_status(|status| status.message_waiting))
    }

    /// Where the line offers it.
    fn put_do_not_disturb(&self, on: bool) -> Result<Success> {
        self.line.set_do_not_disturb(on)?;
        Ok(OK)
    }

    fn get_do_not_disturb(&self) -> Result<bool> {
        Ok(self.line.with_status(|status| status.do_not_disturb))
    }
}

impl ITAddress2Impl for Object<Address> {
    /// No phone devices: always empty.
    fn get_phones(&self) -> Result<Variant> {
        collection_of_texts(&[])
    }

    /// No phone devices: always empty.
    fn enumerate_phones(&self) -> Result<ComPtr<IEnumPhone>> {
        enumerate(Vec::new())
    }

    /// No phone devices: TAPI_E_NOITEMS.
    fn get_phone_from_terminal(
        &self,
        terminal: Option<In<'_, ITTerminal>>,
    ) -> Result<ComPtr<ITPhone>> {
        terminal.ok_or(Error::pointer())?;
        no_phones()
    }

    /// No phone devices: always empty.
    fn get_preferred_phones(&self) -> Result<Variant> {
        collection_of_texts(&[])
    }

    /// No phone devices: always empty.
    fn enumerate_preferred_phones(&self) -> Result<ComPtr<IEnumPhone>> {
        enumerate(Vec::new())
    }

    fn get_event_filter(&self, event: TAPI_EVENT, sub_event: LONG) -> Result<bool> {
        let (event, sub) = filter::address_event(event, sub_event)?;
        let client = self.session.client();
        Ok(client.line_allows(self.line.id(), event, sub.first()))
    }

    fn put_event_filter(&self, event: TAPI_EVENT, sub_event: LONG, on: bool) -> Result<Success> {
        let (event, sub) = filter::address_event(event, sub_event)?;
        let client = self.session.client();
        client.set_line_filter(self.line.id(), event, sub.mask(), on)?;
        Ok(OK)
    }

    /// No provider has extensions of its own: TAPI_E_NOTSUPPORTED.
    fn device_specific(
        &self,
        _call: Option<In<'_, ITCallInfo>>,
        _bytes: &[BYTE],
    ) -> Result<Success> {
        no_device_specific()
    }

    /// No provider has extensions of its own: TAPI_E_NOTSUPPORTED.
    fn device_specific_variant(
        &self,
        _call: Option<In<'_, ITCallInfo>>,
        _bytes: &Variant,
    ) -> Result<Success> {
        no_device_specific()
    }

    /// No provider has extensions of its own: TAPI_E_NOTSUPPORTED.
    fn negotiate_ext_version(&self, _low: LONG, _high: LONG) -> Result<LONG> {
        no_device_specific()
    }
}

fn no_device_specific<T>() -> Result<T> {
    Err(Error::with(
        TAPI_E_NOTSUPPORTED,
        "The provider of this address has no extensions of its own.",
    ))
}

impl ITAddressCapabilitiesImpl for Object<Address> {
    fn get_address_capability(&self, which: ADDRESS_CAPABILITY) -> Result<LONG> {
        capabilities::value(self.info(), self.line.id(), which).ok_or(Error::invalid_argument(
            "Not a value of ADDRESS_CAPABILITY.",
        ))
    }

    fn get_address_capability_string(&self, which: ADDRESS_CAPABILITY_STRING) -> Result<Bstr> {
        match which {
            ACS_PROTOCOL => Bstr::new(&self.info().protocol),
            ACS_PROVIDERSPECIFIC | ACS_SWITCHSPECIFIC => self.line.with_provider_name(Bstr::new),
            ACS_LINEDEVICESPECIFIC | ACS_ADDRESSDEVICESPECIFIC => Bstr::new(&self.info().name),
            ACS_PERMANENTDEVICEGUID => Bstr::new(&capabilities::permanent_guid(self.info())?),
            _ => Err(Error::invalid_argument(
                "Not a value of ADDRESS_CAPABILITY_STRING.",
            )),
        }
    }

    /// Always empty.
    fn get_call_treatments(&self) -> Result<Variant> {
        collection_of_texts(&[])
    }

    /// Always empty.
    fn enumerate_call_treatments(&self) -> Result<ComPtr<IEnumBstr>> {
        enumerate(Vec::new())
    }

    /// Always empty.
    fn get_completion_messages(&self) -> Result<Variant> {
        collection_of_texts(&[])
    }

    /// Always empty.
    fn enumerate_completion_messages(&self) -> Result<ComPtr<IEnumBstr>> {
        enumerate(Vec::new())
    }

    fn get_device_classes(&self) -> Result<Variant> {
        collection_of_texts(DEVICE_CLASSES)
    }

    fn enumerate_device_classes(&self) -> Result<ComPtr<IEnumBstr>> {
        enumerate_texts(DEVICE_CLASSES)
    }
}

fn enumerate_texts(texts: &[&str]) -> Result<ComPtr<IEnumBstr>> {
    let mut items = Vec::new();
    items.try_reserve_exact(texts.len())?;
    for text in texts {
        items.push(Bstr::new(text)?);
    }
    enumerate(items)
}

impl ITMediaSupportImpl for Object<Address> {
    fn get_media_types(&self) -> Result<LONG> {
        Ok(i32::try_from(self.info().media).unwrap_or(0))
    }

    fn query_media_type(&self, media: LONG) -> Result<bool> {
        let available = self.info().media;
        Ok(media_types::has(
            available,
            media_types::meant(media, available),
        ))
    }
}
