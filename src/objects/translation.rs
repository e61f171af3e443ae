//! Address translation: what an address object says of numbers, locations and calling cards. What
//! the rules are stands in `crates/translation`; what they are about, in the configuration.

use super::address::Address;
use super::{collection_of, enumerator_of};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, Bstr, ComPtr, Error, Object, Ref, Result, Success, Variant, com_class};
use crate::translation::{self, Book, Card, Location, Options, Translation};
use std::sync::Arc;

/// The result of a translation.
pub struct Translated {
    translation: Translation,
}

com_class!(Translated: ITAddressTranslationInfo);

/// One location of the book.
pub struct LocationInfo {
    book: Arc<Book>,
    nth: usize,
}

com_class!(LocationInfo: ITLocationInfo);

/// One calling card of the book.
pub struct CallingCard {
    book: Arc<Book>,
    nth: usize,
}

com_class!(CallingCard: ITCallingCard);

fn long(value: u32) -> LONG {
    LONG::try_from(value).unwrap_or(LONG::MAX)
}

/// An object for each of so many elements.
fn objects<T: crate::com::Class>(count: usize, make: impl Fn(usize) -> T) -> Result<Vec<Ref<T>>> {
    let mut objects = Vec::new();
    objects.try_reserve_exact(count)?;
    for nth in 0..count {
        objects.push(Object::new(make(nth))?);
    }
    Ok(objects)
}

impl Address {
    fn book(&self) -> Result<&Arc<Book>> {
        self.session().client().check_open()?;
        Ok(self.session().translation())
    }

    fn locations(&self) -> Result<Vec<Ref<LocationInfo>>> {
        let book = self.book()?;
        objects(book.locations().len(), |nth| LocationInfo {
            book: book.clone(),
            nth,
        })
    }

    fn cards(&self) -> Result<Vec<Ref<CallingCard>>> {
        let book = self.book()?;
        objects(book.cards().len(), |nth| CallingCard {
            book: book.clone(),
            nth,
        })
    }
}

impl ITAddressTranslationImpl for Object<Address> {
    fn translate_address(
        &self,
        address: BStr<'_>,
        card: LONG,
        options: LONG,
    ) -> Result<ComPtr<ITAddressTranslationInfo>> {
        let options = Options::new(u32::from_ne_bytes(options.to_ne_bytes()))?;
        let book = self.book()?;
        let address = address.to_string_lossy()?;
        // No card has a negative id.
        let card = u32::try_from(card).unwrap_or(u32::MAX);
        let translation = book.translate(&address, card, options)?;
        Ok(Object::new(Translated { translation })?.into_interface())
    }

    /// There is no dialog: TAPI_E_OPERATIONFAILED, or TAPI_E_INVALADDRESS for a malformed number.
    fn translate_dialog(&self, _owner: TAPIHWND, address: BStr<'_>) -> Result<Success> {
        self.session().client().check_open()?;
        translation::Address::parse(&address.to_string_lossy()?)?;
        Err(Error::with(
            TAPI_E_OPERATIONFAILED,
            "There is no dialog for locations here; they stand in the configuration, [location].",
        ))
    }

    fn enumerate_locations(&self) -> Result<ComPtr<IEnumLocation>> {
        enumerator_of(self.locations()?)
    }

    fn get_locations(&self) -> Result<Variant> {
        collection_of::<ITLocationInfo, _>(self.locations()?)
    }

    fn enumerate_calling_cards(&self) -> Result<ComPtr<IEnumCallingCard>> {
        enumerator_of(self.cards()?)
    }

    fn get_calling_cards(&self) -> Result<Variant> {
        collection_of::<ITCallingCard, _>(self.cards()?)
    }
}

impl ITAddressTranslationInfoImpl for Object<Translated> {
    fn get_dialable_string(&self) -> Result<Bstr> {
        Bstr::new(&self.translation.dialable)
    }

    fn get_displayable_string(&self) -> Result<Bstr> {
        Bstr::new(&self.translation.displayable)
    }

    fn get_current_country_code(&self) -> Result<LONG> {
        Ok(long(self.translation.current_country))
    }

    fn get_destination_country_code(&self) -> Result<LONG> {
        Ok(long(self.translation.destination_country))
    }

    fn get_translation_results(&self) -> Result<LONG> {
        Ok(long(self.translation.results))
    }
}

impl LocationInfo {
    fn location(&self) -> Result<&Location> {
        let found = self.book.locations().get(self.nth);
        found.ok_or(Error::unexpected("The location is gone."))
    }
}

impl ITLocationInfoImpl for Object<LocationInfo> {
    fn get_permanent_location_id(&self) -> Result<LONG> {
        Ok(long(self.location()?.id))
    }

    fn get_country_code(&self) -> Result<LONG> {
        let country = self.book.country(self.location()?.country);
        Ok(country.map_or(0, |country| long(country.code)))
    }

    fn get_country_id(&self) -> Result<LONG> {
        Ok(long(self.location()?.country))
    }

    fn get_options(&self) -> Result<LONG> {
        Ok(long(self.location()?.options()))
    }

    fn get_preferred_card_id(&self) -> Result<LONG> {
        Ok(long(self.location()?.card))
    }

    fn get_location_name(&self) -> Result<Bstr> {
        Bstr::new(&self.location()?.name)
    }

    fn get_city_code(&self) -> Result<Bstr> {
        Bstr::new(&self.location()?.area)
    }

    fn get_local_access_code(&self) -> Result<Bstr> {
        Bstr::new(&self.location()?.local_access)
    }

    fn get_long_distance_access_code(&self) -> Result<Bstr> {
        Bstr::new(&self.location()?.long_distance_access)
    }

    fn get_toll_prefix_list(&self) -> Result<Bstr> {
        let mut list = String::new();
        for piece in self.location()?.toll_list() {
            list.try_reserve(piece.len())?;
            list.push_str(piece);
        }
        Bstr::new(&list)
    }

    fn get_cancel_call_waiting_code(&self) -> Result<Bstr> {
        Bstr::new(&self.location()?.cancel_call_waiting)
    }
}

impl CallingCard {
    fn card(&self) -> Result<&Card> {
        let found = self.book.cards().get(self.nth);
        found.ok_or(Error::unexpected("The calling card is gone."))
    }
}

impl ITCallingCardImpl for Object<CallingCard> {
    fn get_permanent_card_id(&self) -> Result<LONG> {
        Ok(long(self.card()?.id))
    }

    fn get_number_of_digits(&self) -> Result<LONG> {
        let number = self.card()?.number.chars();
        let digits = number.filter(char::is_ascii_digit).count();
        Ok(LONG::try_from(digits).unwrap_or(LONG::MAX))
    }

    fn get_options(&self) -> Result<LONG> {
        Ok(long(self.card()?.options))
    }

    fn get_card_name(&self) -> Result<Bstr> {
        Bstr::new(&self.card()?.name)
    }

    fn get_same_area_dialing_rule(&self) -> Result<Bstr> {
        Bstr::new(&self.card()?.same_area)
    }

    fn get_long_distance_dialing_rule(&self) -> Result<Bstr> {
        Bstr::new(&self.card()?.long_distance)
    }

    fn get_international_dialing_rule(&self) -> Result<Bstr> {
        Bstr::new(&self.card()?.international)
    }
}
