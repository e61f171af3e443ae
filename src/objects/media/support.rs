//! ITTerminalSupport2 of the address: which terminals there are, and which can be made.
//!
//! Which microphones and loudspeakers there are is a matter of the configuration (`[sound]`). There are
//! no plugged-in classes: the lists of these are empty. Source: the
//! ITTerminalSupport and ITTerminalSupport2 pages (tapi3if.h).

use super::class;
use super::{flow_of, terminal_collection};
use crate::com::abi::*;
use crate::com::guid::guid_from_text;
use crate::com::interfaces::*;
use crate::com::{BStr, ComPtr, Error, Object, Result, Variant, enumerate};
use crate::objects::address::Address;
use crate::objects::collection;

/// Every TAPIMEDIATYPE_ bit.
const ALL_MEDIA: LONG = TAPIMEDIATYPE_AUDIO
    | TAPIMEDIATYPE_VIDEO
    | TAPIMEDIATYPE_DATAMODEM
    | TAPIMEDIATYPE_G3FAX
    | TAPIMEDIATYPE_MULTITRACK;

/// The text of a terminal class, read to its zero: programs pass what StringFromCLSID gave them.
pub(super) fn class_of(text: BStr<'_>) -> Result<GUID> {
    if text.is_null() {
        return Err(Error::pointer());
    }
    guid_from_text(text.units()).ok_or(Error::invalid_argument(
        "A terminal class looks like {0CB9914C-79CD-47DC-ADB0-327F47CEFB20}.",
    ))
}

impl Address {
    /// What the methods here need: a line that streams media.
    fn check_streams(&self) -> Result<()> {
        if self.info().features.streams {
            return Ok(());
        }
        Err(Error::with(
            TAPI_E_NOTSUPPORTED,
            "The line streams no media.",
        ))
    }

    fn check_plugged(&self, media: LONG) -> Result<()> {
        self.check_streams()?;
        check_media(media)
    }
}

/// Whether media types are ones that a terminal can have, and there is one at all.
fn check_media(media: LONG) -> Result<()> {
    if media == 0 || media & !ALL_MEDIA != 0 {
        return Err(Error::invalid_argument(
            "Not media types that a terminal can have (TAPIMEDIATYPE_ bits).",
        ));
    }
    Ok(())
}

impl ITTerminalSupportImpl for Object<Address> {
    /// The microphones and loudspeakers; empty where there are none.
    fn get_static_terminals(&self) -> Result<Variant> {
        self.check_streams()?;
        terminal_collection(self.static_terminals().shown(self.devices())?)
    }

    /// The microphones and loudspeakers; empty where there are none.
    fn enumerate_static_terminals(&self) -> Result<ComPtr<IEnumTerminal>> {
        self.check_streams()?;
        enumerate(self.static_terminals().shown(self.devices())?)
    }

    fn get_dynamic_terminal_classes(&self) -> Result<Variant> {
        self.check_streams()?;
        let mut texts = Vec::new();
        texts.try_reserve_exact(class::DYNAMIC.len())?;
        for class in class::DYNAMIC {
            texts.push(Variant::bstr(class::text(class)?));
        }
        collection(texts)
    }

    fn enumerate_dynamic_terminal_classes(&self) -> Result<ComPtr<IEnumTerminalClass>> {
        self.check_streams()?;
        let mut classes = Vec::new();
        classes.try_reserve_exact(class::DYNAMIC.len())?;
        classes.extend_from_slice(class::DYNAMIC);
        enumerate(classes)
    }

    fn create_terminal(
        &self,
        class: BStr<'_>,
        media: LONG,
        direction: TERMINAL_DIRECTION,
    ) -> Result<ComPtr<ITTerminal>> {
        let class = class_of(class)?;
        self.check_streams()?;
        check_media(media)?;
        class::make(&class, media, direction)
    }

    /// The device that the user prefers; TAPI_E_NOITEMS where there is none.
    fn get_default_static_terminal(
        &self,
        media: LONG,
        direction: TERMINAL_DIRECTION,
    ) -> Result<ComPtr<ITTerminal>> {
        self.check_streams()?;
        check_media(media)?;
        if media.count_ones() != 1 {
            return Err(Error::invalid_argument(
                "The media type must be exactly one TAPIMEDIATYPE_ bit.",
            ));
        }
        let flow = flow_of(direction).ok_or(Error::invalid_argument(
            "The direction must be TD_CAPTURE or TD_RENDER.",
        ))?;
        let preferred = match media {
            TAPIMEDIATYPE_AUDIO => self.static_terminals().preferred(self.devices(), flow)?,
            _ => None,
        };
        preferred.ok_or(Error::with(
            TAPI_E_NOITEMS,
            "The address has no such device; make a terminal with CreateTerminal.",
        ))
    }
}

impl ITTerminalSupport2Impl for Object<Address> {
    /// No plugged-in classes: always empty.
    fn get_pluggable_superclasses(&self) -> Result<Variant> {
        self.check_streams()?;
        collection(Vec::new())
    }

    /// No plugged-in classes: always empty.
    fn enumerate_pluggable_superclasses(&self) -> Result<ComPtr<IEnumPluggableSuperclassInfo>> {
        self.check_streams()?;
        enumerate(Vec::new())
    }

    /// No plugged-in classes: always empty.
    fn get_pluggable_terminal_classes(&self, superclass: BStr<'_>, media: LONG) -> Result<Variant> {
        class_of(superclass)?;
        self.check_plugged(media)?;
        collection(Vec::new())
    }

    /// No plugged-in classes: always empty.
    fn enumerate_pluggable_terminal_classes(
        &self,
        _superclass: GUID,
        media: LONG,
    ) -> Result<ComPtr<IEnumPluggableTerminalClassInfo>> {
        self.check_plugged(media)?;
        enumerate(Vec::new())
    }
}
