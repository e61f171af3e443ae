/*
 * Address translation when memory runs out: E_OUTOFMEMORY, nothing handed out, and a second try that
 * works.
 */
#include "handed_out.h"
#include "places.h"

static Client client;
static ITAddress *line1;
static ITAddressTranslation *translation;
static ITAddressTranslationInfo *info;
static ITLocationInfo *location;
static ITCallingCard *card;

ACT(translate, ITAddressTranslation_TranslateAddress(translation, B("+49 (89) 12-34|5^Name"), 3, 3,
                                                     (ITAddressTranslationInfo **)&object))
ACT(enumerate_locations,
    ITAddressTranslation_EnumerateLocations(translation, (IEnumLocation **)&object))
ACT(get_locations, ITAddressTranslation_get_Locations(translation, &value))
ACT(enumerate_cards,
    ITAddressTranslation_EnumerateCallingCards(translation, (IEnumCallingCard **)&object))
ACT(get_cards, ITAddressTranslation_get_CallingCards(translation, &value))
ACT(dialable, ITAddressTranslationInfo_get_DialableString(info, &text))
ACT(displayable, ITAddressTranslationInfo_get_DisplayableString(info, &text))
ACT(location_name, ITLocationInfo_get_LocationName(location, &text))
ACT(city_code, ITLocationInfo_get_CityCode(location, &text))
ACT(local_access, ITLocationInfo_get_LocalAccessCode(location, &text))
ACT(far_access, ITLocationInfo_get_LongDistanceAccessCode(location, &text))
ACT(toll_list, ITLocationInfo_get_TollPrefixList(location, &text))
ACT(call_waiting, ITLocationInfo_get_CancelCallWaitingCode(location, &text))
ACT(card_name, ITCallingCard_get_CardName(card, &text))
ACT(same_area, ITCallingCard_get_SameAreaDialingRule(card, &text))
ACT(long_distance, ITCallingCard_get_LongDistanceDialingRule(card, &text))
ACT(international, ITCallingCard_get_InternationalDialingRule(card, &text))

/* It always fails; with or without memory for the number. */
static HRESULT dialog(void)
{
    TRY_FOR(TAPI_E_OPERATIONFAILED,
            ITAddressTranslation_TranslateDialog(translation, 0, B("+49 1")));
    return S_OK;
}

static HRESULT numbers(void)
{
    TRY(ITAddressTranslationInfo_get_CurrentCountryCode(info, &number));
    TRY(ITAddressTranslationInfo_get_DestinationCountryCode(info, &number));
    TRY(ITAddressTranslationInfo_get_TranslationResults(info, &number));
    TRY(ITLocationInfo_get_PermanentLocationID(location, &number));
    TRY(ITLocationInfo_get_CountryCode(location, &number));
    TRY(ITLocationInfo_get_CountryID(location, &number));
    TRY(ITLocationInfo_get_Options(location, &number));
    TRY(ITLocationInfo_get_PreferredCardID(location, &number));
    TRY(ITCallingCard_get_PermanentCardID(card, &number));
    TRY(ITCallingCard_get_NumberOfDigits(card, &number));
    return ITCallingCard_get_Options(card, &number);
}

static const Scenario WITHOUT = { "the numbers of translation", nothing, numbers, NULL,
                                  finish_nothing };

static const Scenario SCENARIOS[] = {
    { "TranslateAddress", nothing, translate, nothing_given, finish_object },
    { "TranslateDialog", nothing, dialog, NULL, finish_nothing },
    { "EnumerateLocations", nothing, enumerate_locations, nothing_given, finish_object },
    { "get_Locations", nothing, get_locations, nothing_given, finish_value },
    { "EnumerateCallingCards", nothing, enumerate_cards, nothing_given, finish_object },
    { "get_CallingCards", nothing, get_cards, nothing_given, finish_value },
    { "get_DialableString", nothing, dialable, nothing_given, finish_text },
    { "get_DisplayableString", nothing, displayable, nothing_given, finish_text },
    { "get_LocationName", nothing, location_name, nothing_given, finish_text },
    { "get_CityCode", nothing, city_code, nothing_given, finish_text },
    { "get_LocalAccessCode", nothing, local_access, nothing_given, finish_text },
    { "get_LongDistanceAccessCode", nothing, far_access, nothing_given, finish_text },
    { "get_TollPrefixList", nothing, toll_list, nothing_given, finish_text },
    { "get_CancelCallWaitingCode", nothing, call_waiting, nothing_given, finish_text },
    { "get_CardName", nothing, card_name, nothing_given, finish_text },
    { "get_SameAreaDialingRule", nothing, same_area, nothing_given, finish_text },
    { "get_LongDistanceDialingRule", nothing, long_distance, nothing_given, finish_text },
    { "get_InternationalDialingRule", nothing, international, nothing_given, finish_text },
};

/* The one location and the last card, and their enumerators with every method. */
static void take_from_lists(void)
{
    IEnumLocation *locations = NULL;
    IEnumCallingCard *cards = NULL;

    if (ITAddressTranslation_EnumerateLocations(translation, &locations) != S_OK ||
        IEnumLocation_Next(locations, 1, &location, NULL) != S_OK ||
        ITAddressTranslation_EnumerateCallingCards(translation, &cards) != S_OK ||
        IEnumCallingCard_Skip(cards, 1) != S_OK ||
        IEnumCallingCard_Next(cards, 1, &card, NULL) != S_OK ||
        ITAddressTranslation_TranslateAddress(translation, B("+49 (89) 1"), 0, 0, &info) != S_OK) {
        bail_out("no location, card or translation");
    }
    IEnumCallingCard_Release(cards);
    IEnumLocation_Release(locations);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure(PLACES);
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    translation = (ITAddressTranslation *)query(line1, ID(IID_ITAddressTranslation));
    take_from_lists();
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    survive_without_memory(&WITHOUT);
    ITAddressTranslationInfo_Release(info);
    ITLocationInfo_Release(location);
    ITCallingCard_Release(card);
    ITAddressTranslation_Release(translation);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
