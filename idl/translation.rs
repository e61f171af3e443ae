//! Address translation: locations and calling cards.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITAddressTranslation.
#[uuid("0C4D8F03-8DDB-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITAddressTranslation: IDispatch {
    /// TranslateAddress.
    #[id(0x40001)]
    fn TranslateAddress(pAddressToTranslate: BSTR, lCard: LONG, lTranslateOptions: LONG, #[retval] ppTranslated: *mut *mut ITAddressTranslationInfo);

    /// TranslateDialog.
    #[id(0x40002)]
    fn TranslateDialog(hwndOwner: TAPIHWND, pAddressIn: BSTR);

    /// EnumerateLocations.
    #[id(0x40003)]
    #[hidden]
    fn EnumerateLocations(#[retval] ppEnumLocation: *mut *mut IEnumLocation);

    /// get_Locations.
    #[propget]
    #[id(0x40004)]
    fn get_Locations(#[retval] pVariant: *mut VARIANT);

    /// EnumerateCallingCards.
    #[id(0x40005)]
    #[hidden]
    fn EnumerateCallingCards(#[retval] ppEnumCallingCard: *mut *mut IEnumCallingCard);

    /// get_CallingCards.
    #[propget]
    #[id(0x40006)]
    fn get_CallingCards(#[retval] pVariant: *mut VARIANT);
}

/// ITAddressTranslationInfo.
#[uuid("AFC15945-8D40-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITAddressTranslationInfo: IDispatch {
    /// get_DialableString.
    #[propget]
    #[id(0x1)]
    fn get_DialableString(#[retval] ppDialableString: *mut BSTR);

    /// get_DisplayableString.
    #[propget]
    #[id(0x2)]
    fn get_DisplayableString(#[retval] ppDisplayableString: *mut BSTR);

    /// get_CurrentCountryCode.
    #[propget]
    #[id(0x3)]
    fn get_CurrentCountryCode(#[retval] CountryCode: *mut LONG);

    /// get_DestinationCountryCode.
    #[propget]
    #[id(0x4)]
    fn get_DestinationCountryCode(#[retval] CountryCode: *mut LONG);

    /// get_TranslationResults.
    #[propget]
    #[id(0x5)]
    fn get_TranslationResults(#[retval] plResults: *mut LONG);
}

/// ITLocationInfo.
#[uuid("0C4D8EFF-8DDB-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITLocationInfo: IDispatch {
    /// get_PermanentLocationID.
    #[propget]
    #[id(0x1)]
    fn get_PermanentLocationID(#[retval] plLocationID: *mut LONG);

    /// get_CountryCode.
    #[propget]
    #[id(0x2)]
    fn get_CountryCode(#[retval] plCountryCode: *mut LONG);

    /// get_CountryID.
    #[propget]
    #[id(0x3)]
    fn get_CountryID(#[retval] plCountryID: *mut LONG);

    /// get_Options.
    #[propget]
    #[id(0x4)]
    fn get_Options(#[retval] plOptions: *mut LONG);

    /// get_PreferredCardID.
    #[propget]
    #[id(0x5)]
    fn get_PreferredCardID(#[retval] plCardID: *mut LONG);

    /// get_LocationName.
    #[propget]
    #[id(0x6)]
    fn get_LocationName(#[retval] ppLocationName: *mut BSTR);

    /// get_CityCode.
    #[propget]
    #[id(0x7)]
    fn get_CityCode(#[retval] ppCode: *mut BSTR);

    /// get_LocalAccessCode.
    #[propget]
    #[id(0x8)]
    fn get_LocalAccessCode(#[retval] ppCode: *mut BSTR);

    /// get_LongDistanceAccessCode.
    #[propget]
    #[id(0x9)]
    fn get_LongDistanceAccessCode(#[retval] ppCode: *mut BSTR);

    /// get_TollPrefixList.
    #[propget]
    #[id(0xa)]
    fn get_TollPrefixList(#[retval] ppTollList: *mut BSTR);

    /// get_CancelCallWaitingCode.
    #[propget]
    #[id(0xb)]
    fn get_CancelCallWaitingCode(#[retval] ppCode: *mut BSTR);
}

/// ITCallingCard.
#[uuid("0C4D8F00-8DDB-11D1-A09E-00805FC147D3")]
#[dual]
pub trait ITCallingCard: IDispatch {
    /// get_PermanentCardID.
    #[propget]
    #[id(0x1)]
    fn get_PermanentCardID(#[retval] plCardID: *mut LONG);

    /// get_NumberOfDigits.
    #[propget]
    #[id(0x2)]
    fn get_NumberOfDigits(#[retval] plDigits: *mut LONG);

    /// get_Options.
    #[propget]
    #[id(0x3)]
    fn get_Options(#[retval] plOptions: *mut LONG);

    /// get_CardName.
    #[propget]
    #[id(0x4)]
    fn get_CardName(#[retval] ppCardName: *mut BSTR);

    /// get_SameAreaDialingRule.
    #[propget]
    #[id(0x5)]
    fn get_SameAreaDialingRule(#[retval] ppRule: *mut BSTR);

    /// get_LongDistanceDialingRule.
    #[propget]
    #[id(0x6)]
    fn get_LongDistanceDialingRule(#[retval] ppRule: *mut BSTR);

    /// get_InternationalDialingRule.
    #[propget]
    #[id(0x7)]
    fn get_InternationalDialingRule(#[retval] ppRule: *mut BSTR);
}
