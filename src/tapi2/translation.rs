//! Translation of addresses: lineTranslateAddress, lineGetTranslateCaps, lineGetCountry and their kin.
//! What the rules are stands in `crates/translation`; what they are about, in the configuration, which
//! no program changes.

use super::abi::*;
use super::caps::check_version;
use super::fault::{Fault, Result};
use super::image::Image;
use super::list::List;
use super::registry;
use super::text::Form;
use crate::system;
use crate::translation::{self, Book, Card, Country, Error, Location, Options, result};
use std::mem::{offset_of, size_of};
use std::sync::Arc;

/// Versions that brought something.
const V1_4: u32 = 0x0001_0004;
const V2_0: u32 = 0x0002_0000;
const V3_0: u32 = 0x0003_0000;

/// The fixed parts of entries, as version 1.3 had them.
const OLD_LOCATION: usize = 28;
const OLD_CARD: usize = 12;

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Fault(match error {
            Error::OutOfMemory => LINEERR_NOMEM,
            Error::InvalidAddress => LINEERR_INVALADDRESS,
            Error::InvalidCard => LINEERR_INVALCARD,
            Error::InvalidOptions => LINEERR_INVALPARAM,
        })
    }
}

/// What an application translates by. A program may name none (0) once one is initialised in it.
fn book(app: u32) -> Result<Arc<Book>> {
    match app {
        0 => system::translation().ok_or(Fault::APP),
        app => Ok(registry::app(app)?.translation()),
    }
}

/// lineTranslateAddress.
pub fn translate(
    (app, device, version): (u32, u32, u32),
    address: Result<Option<String>>,
    (card, options): (u32, u32),
    total: Result<u32>,
    form: Form,
) -> Result<Vec<u8>> {
    let book = book(app)?;
    let address = address?.ok_or(Fault::POINTER)?;
    let total = total?;
    if app != 0 {
        registry::app(app)?.device(device)?;
    }
    check_version(version, 0)?;
    let mut image = Image::new(total, size_of::<LINETRANSLATEOUTPUT>())?;
    let translated = book.translate(&address, card, Options::new(options)?)?;
    let later = |bit, since| if version < since { bit } else { 0 };
    let unknown = later(result::VOICE_DETECT, V2_0) | later(result::NO_TRANSLATION, V3_0);
    for (member, number) in [
        (
            offset_of!(LINETRANSLATEOUTPUT, dwCurrentCountry),
            translated.current_country,
        ),
        (
            offset_of!(LINETRANSLATEOUTPUT, dwDestCountry),
            translated.destination_country,
        ),
        (
            offset_of!(LINETRANSLATEOUTPUT, dwTranslateResults),
            translated.results & !unknown,
        ),
    ] {
        image.put(member, number);
    }
    image.text(
        offset_of!(LINETRANSLATEOUTPUT, dwDialableStringSize),
        &translated.dialable,
        form,
    )?;
    image.text(
        offset_of!(LINETRANSLATEOUTPUT, dwDisplayableStringSize),
        &translated.displayable,
        form,
    )?;
    Ok(image.finish())
}

/// lineGetTranslateCaps.
pub fn caps(app: u32, version: u32, total: Result<u32>, form: Form) -> Result<Vec<u8>> {
    let book = book(app)?;
    let total = total?;
    check_version(version, 0)?;
    let is_old = version < V1_4;
    let mut image = Image::new(total, size_of::<LINETRANSLATECAPS>())?;
    let current = book.current();
    for (member, number) in [
        (
            offset_of!(LINETRANSLATECAPS, dwCurrentLocationID),
            current.map_or(0, |location| location.id),
        ),
        (
            offset_of!(LINETRANSLATECAPS, dwCurrentPreferredCardID),
            current.map_or(0, |location| location.card),
        ),
    ] {
        image.put(member, number);
    }
    let size = match is_old {
        true => OLD_LOCATION,
        false => size_of::<LINELOCATIONENTRY>(),
    };
    let mut list = List::new(image.next_part(), book.locations().len(), size, form)?;
    for (nth, location) in book.locations().iter().enumerate() {
        put_location(&mut list, nth * size, location, &book, is_old)?;
    }
    image.part(
        offset_of!(LINETRANSLATECAPS, dwLocationListSize),
        list.bytes(),
    )?;
    if image.is_whole() {
        let count = book.locations().len() as u32;
        image.put(offset_of!(LINETRANSLATECAPS, dwNumLocations), count);
    }
    let size = match is_old {
        true => OLD_CARD,
        false => size_of::<LINECARDENTRY>(),
    };
    let mut list = List::new(image.next_part(), book.cards().len(), size, form)?;
    for (nth, card) in book.cards().iter().enumerate() {
        put_card(&mut list, nth * size, card, is_old)?;
    }
    image.part(offset_of!(LINETRANSLATECAPS, dwCardListSize), list.bytes())?;
    if image.is_whole() {
        let count = book.cards().len() as u32;
        image.put(offset_of!(LINETRANSLATECAPS, dwNumCards), count);
    }
    Ok(image.finish())
}

fn put_location(
    list: &mut List,
    at: usize,
    of: &Location,
    book: &Book,
    is_old: bool,
) -> Result<()> {
    let code = book.country(of.country).map_or(0, |country| country.code);
    list.put(
        at + offset_of!(LINELOCATIONENTRY, dwPermanentLocationID),
        of.id,
    );
    list.put(at + offset_of!(LINELOCATIONENTRY, dwCountryCode), code);
    list.put(
        at + offset_of!(LINELOCATIONENTRY, dwPreferredCardID),
        of.card,
    );
    list.text(
        at + offset_of!(LINELOCATIONENTRY, dwLocationNameSize),
        &of.name,
    )?;
    list.text(at + offset_of!(LINELOCATIONENTRY, dwCityCodeSize), &of.area)?;
    if is_old {
        return Ok(());
    }
    list.put(at + offset_of!(LINELOCATIONENTRY, dwCountryID), of.country);
    list.put(at + offset_of!(LINELOCATIONENTRY, dwOptions), of.options());
    list.text(
        at + offset_of!(LINELOCATIONENTRY, dwLocalAccessCodeSize),
        &of.local_access,
    )?;
    list.text(
        at + offset_of!(LINELOCATIONENTRY, dwLongDistanceAccessCodeSize),
        &of.long_distance_access,
    )?;
    list.text_of(
        at + offset_of!(LINELOCATIONENTRY, dwTollPrefixListSize),
        of.toll_list(),
    )?;
    list.text(
        at + offset_of!(LINELOCATIONENTRY, dwCancelCallWaitingSize),
        &of.cancel_call_waiting,
    )
}

/// How long the card's number is, and never the number.
fn put_card(list: &mut List, at: usize, of: &Card, is_old: bool) -> Result<()> {
    list.put(at + offset_of!(LINECARDENTRY, dwPermanentCardID), of.id);
    list.text(at + offset_of!(LINECARDENTRY, dwCardNameSize), &of.name)?;
    if is_old {
        return Ok(());
    }
    list.put(
        at + offset_of!(LINECARDENTRY, dwCardNumberDigits),
        of.number.len() as u32,
    );
    list.put(at + offset_of!(LINECARDENTRY, dwOptions), of.options);
    list.text(
        at + offset_of!(LINECARDENTRY, dwSameAreaRuleSize),
        &of.same_area,
    )?;
    list.text(
        at + offset_of!(LINECARDENTRY, dwLongDistanceRuleSize),
        &of.long_distance,
    )?;
    list.text(
        at + offset_of!(LINECARDENTRY, dwInternationalRuleSize),
        &of.international,
    )
}

fn put_country(list: &mut List, at: usize, of: &Country, next: u32) -> Result<()> {
    list.put(at + offset_of!(LINECOUNTRYENTRY, dwCountryID), of.id);
    list.put(at + offset_of!(LINECOUNTRYENTRY, dwCountryCode), of.code);
    list.put(at + offset_of!(LINECOUNTRYENTRY, dwNextCountryID), next);
    list.text(
        at + offset_of!(LINECOUNTRYENTRY, dwCountryNameSize),
        &of.name,
    )?;
    list.text(
        at + offset_of!(LINECOUNTRYENTRY, dwSameAreaRuleSize),
        &of.same_area,
    )?;
    list.text(
        at + offset_of!(LINECOUNTRYENTRY, dwLongDistanceRuleSize),
        &of.long_distance,
    )?;
    list.text(
        at + offset_of!(LINECOUNTRYENTRY, dwInternationalRuleSize),
        &of.international,
    )
}

/// lineGetCountry: one by its id, or with 0 all. Where nothing is initialised, the built-in table.
pub fn country(id: u32, version: u32, total: Result<u32>, form: Form) -> Result<Vec<u8>> {
    let book = system::translation();
    let known = match &book {
        Some(book) => book.countries(),
        None => translation::built_in_countries(),
    };
    let total = total?;
    check_version(version, 0)?;
    let wanted = match id {
        0 => 0..known.len(),
        id => {
            let place = known.iter().position(|country| country.id == id);
            let place = place.ok_or(Fault(LINEERR_INVALCOUNTRYCODE))?;
            place..place + 1
        }
    };
    let mut image = Image::new(total, size_of::<LINECOUNTRYLIST>())?;
    let count = wanted.len() as u32;
    let size = size_of::<LINECOUNTRYENTRY>();
    let mut list = List::new(image.next_part(), wanted.len(), size, form)?;
    for (nth, place) in wanted.enumerate() {
        let next = known.get(place + 1).map_or(0, |country| country.id);
        if let Some(country) = known.get(place) {
            put_country(&mut list, nth * size, country, next)?;
        }
    }
    image.part(offset_of!(LINECOUNTRYLIST, dwCountryListSize), list.bytes())?;
    if image.is_whole() {
        image.put(offset_of!(LINECOUNTRYLIST, dwNumCountries), count);
    }
    Ok(image.finish())
}

/// lineSetCurrentLocation: the one in use may be chosen again; another is a matter of the
/// configuration.
pub fn set_location(app: u32, location: u32) -> Result<()> {
    let book = book(app)?;
    if book.current().is_some_and(|current| current.id == location) {
        return Ok(());
    }
    match book.locations().iter().any(|known| known.id == location) {
        true => Err(Fault::UNAVAILABLE),
        false => Err(Fault(LINEERR_INVALLOCATION)),
    }
}

/// lineSetTollList: a matter of the configuration.
pub fn set_toll_list(app: u32, device: u32, address: Result<Option<String>>) -> Result<()> {
    book(app)?;
    let address = address?.ok_or(Fault::POINTER)?;
    if app != 0 {
        registry::app(app)?.device(device)?;
    }
    match translation::Address::parse(&address)? {
        translation::Address::Canonical(_) => Err(Fault::UNAVAILABLE),
        _ => Err(Fault(LINEERR_INVALADDRESS)),
    }
}

/// lineTranslateDialog: there is none.
pub fn dialog(
    (app, device, version): (u32, u32, u32),
    address: Result<Option<String>>,
) -> Result<()> {
    book(app)?;
    let address = address?;
    if app != 0 {
        registry::app(app)?.device(device)?;
    }
    check_version(version, 0)?;
    if let Some(address) = address {
        translation::Address::parse(&address)?;
    }
    Err(Fault::FAILED)
}

/// How many units the texts of tapiGetLocationInfo have room for, their zeros included.
pub const LOCATION_INFO: usize = 8;

/// tapiGetLocationInfo: the country code and the area code of the location in use, with their zeros.
pub fn location_info(form: Form) -> Result<[Vec<u8>; 2]> {
    let failed = Fault(TAPIERR_REQUESTFAILED);
    let book = system::translation().ok_or(failed)?;
    let location = book.current().ok_or(failed)?;
    let country = book.country(location.country).ok_or(failed)?;
    let mut room = arrayvec::ArrayString::<10>::new();
    std::fmt::Write::write_fmt(&mut room, format_args!("{}", country.code)).map_err(|_| failed)?;
    let texts = [form.encode(&room)?, form.encode(&location.area)?];
    let most = LOCATION_INFO * form.unit();
    match texts.iter().all(|text| text.len() <= most) {
        true => Ok(texts),
        false => Err(failed),
    }
}
