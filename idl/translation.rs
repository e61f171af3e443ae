//! Address translation: locations and calling cards.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Turns numbers as people write them into what must be dialled from here.
///
/// QueryInterface of the address. A canonical number is +country (area) subscriber. What is
/// handed out is freed as usual: Release, SysFreeString, VariantClear.
/// Page: ITAddressTranslation (tapi3if.h).
#[uuid("0C4D8F03-8DDB-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITAddressTranslation: IDispatch {
    /// Translates a canonical number for the present location.
    ///
    /// pAddressToTranslate: the number. lCard: the calling card's id, 0 for the usual one.
    /// lTranslateOptions: LINETRANSLATEOPTION_ bits. ppTranslated: receives the result; Release
    /// it.
    #[id(0x40001)]
    fn TranslateAddress(pAddressToTranslate: BSTR, lCard: LONG, lTranslateOptions: LONG, #[retval] ppTranslated: *mut *mut ITAddressTranslationInfo);

    /// Shows the dialog for locations and calling cards.
    ///
    /// hwndOwner: the owning window. pAddressIn: the number to show; may be NULL.
    #[id(0x40002)]
    fn TranslateDialog(hwndOwner: TAPIHWND, pAddressIn: BSTR);

    /// Lists the dialling locations, for C and C++ clients.
    #[id(0x40003)]
    #[hidden]
    fn EnumerateLocations(#[retval] ppEnumLocation: *mut *mut IEnumLocation);

    /// Lists the dialling locations, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x40004)]
    fn get_Locations(#[retval] pVariant: *mut VARIANT);

    /// Lists the calling cards, for C and C++ clients.
    #[id(0x40005)]
    #[hidden]
    fn EnumerateCallingCards(#[retval] ppEnumCallingCard: *mut *mut IEnumCallingCard);

    /// Lists the calling cards, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x40006)]
    fn get_CallingCards(#[retval] pVariant: *mut VARIANT);
}

/// The result of ITAddressTranslation::TranslateAddress.
///
/// Page: ITAddressTranslationInfo (tapi3if.h).
#[uuid("AFC15945-8D40-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITAddressTranslationInfo: IDispatch {
    /// Tells what to give to ITAddress::CreateCall; may hold card numbers, so do not show it.
    #[propget]
    #[id(0x1)]
    fn get_DialableString(#[retval] ppDialableString: *mut BSTR);

    /// Tells what to show to people.
    #[propget]
    #[id(0x2)]
    fn get_DisplayableString(#[retval] ppDisplayableString: *mut BSTR);

    /// Tells the country code of the present location.
    #[propget]
    #[id(0x3)]
    fn get_CurrentCountryCode(#[retval] CountryCode: *mut LONG);

    /// Tells the country code of the destination; 0 if it is not known.
    #[propget]
    #[id(0x4)]
    fn get_DestinationCountryCode(#[retval] CountryCode: *mut LONG);

    /// Tells what was found out on the way (LINETRANSLATERESULT_ bits).
    #[propget]
    #[id(0x5)]
    fn get_TranslationResults(#[retval] plResults: *mut LONG);
}

/// A dialling location: the rules of a place that calls are made from.
///
/// Comes from ITAddressTranslation::EnumerateLocations. Texts are freed with SysFreeString.
/// Page: ITLocationInfo (tapi3if.h).
#[uuid("0C4D8EFF-8DDB-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITLocationInfo: IDispatch {
    /// Tells the id of the location; always the same.
    #[propget]
    #[id(0x1)]
    fn get_PermanentLocationID(#[retval] plLocationID: *mut LONG);

    /// Tells the country code, such as 49.
    #[propget]
    #[id(0x2)]
    fn get_CountryCode(#[retval] plCountryCode: *mut LONG);

    /// Tells the id of the country, which tells countries with one code apart.
    #[propget]
    #[id(0x3)]
    fn get_CountryID(#[retval] plCountryID: *mut LONG);

    /// Tells options of the location (LINELOCATIONOPTION_ bits; 1 is pulse dialling).
    #[propget]
    #[id(0x4)]
    fn get_Options(#[retval] plOptions: *mut LONG);

    /// Tells the id of the calling card that is used from here.
    #[propget]
    #[id(0x5)]
    fn get_PreferredCardID(#[retval] plCardID: *mut LONG);

    /// Tells the name of the location.
    #[propget]
    #[id(0x6)]
    fn get_LocationName(#[retval] ppLocationName: *mut BSTR);

    /// Tells the area code.
    #[propget]
    #[id(0x7)]
    fn get_CityCode(#[retval] ppCode: *mut BSTR);

    /// Tells what to dial for an outside line before a local call.
    #[propget]
    #[id(0x8)]
    fn get_LocalAccessCode(#[retval] ppCode: *mut BSTR);

    /// Tells what to dial for an outside line before a long-distance call.
    #[propget]
    #[id(0x9)]
    fn get_LongDistanceAccessCode(#[retval] ppCode: *mut BSTR);

    /// Tells the prefixes that need the long-distance code within the area.
    #[propget]
    #[id(0xa)]
    fn get_TollPrefixList(#[retval] ppTollList: *mut BSTR);

    /// Tells what to dial to switch call waiting off.
    #[propget]
    #[id(0xb)]
    fn get_CancelCallWaitingCode(#[retval] ppCode: *mut BSTR);
}

/// A calling card: how calls are charged and dialled with it.
///
/// Comes from ITAddressTranslation::EnumerateCallingCards. Texts are freed with SysFreeString.
/// Page: ITCallingCard (tapi3if.h).
#[uuid("0C4D8F00-8DDB-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITCallingCard: IDispatch {
    /// Tells the id of the card; always the same.
    #[propget]
    #[id(0x1)]
    fn get_PermanentCardID(#[retval] plCardID: *mut LONG);

    /// Tells how many digits the card's number has.
    #[propget]
    #[id(0x2)]
    fn get_NumberOfDigits(#[retval] plDigits: *mut LONG);

    /// Tells options of the card (LINECARDOPTION_ bits).
    #[propget]
    #[id(0x3)]
    fn get_Options(#[retval] plOptions: *mut LONG);

    /// Tells the name of the card.
    #[propget]
    #[id(0x4)]
    fn get_CardName(#[retval] ppCardName: *mut BSTR);

    /// Tells the dialling rule for calls within the area.
    #[propget]
    #[id(0x5)]
    fn get_SameAreaDialingRule(#[retval] ppRule: *mut BSTR);

    /// Tells the dialling rule for long-distance calls.
    #[propget]
    #[id(0x6)]
    fn get_LongDistanceDialingRule(#[retval] ppRule: *mut BSTR);

    /// Tells the dialling rule for international calls.
    #[propget]
    #[id(0x7)]
    fn get_InternationalDialingRule(#[retval] ppRule: *mut BSTR);
}
