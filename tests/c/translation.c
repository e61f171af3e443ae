/*
 * Address translation: what is dialled from a location, the locations and calling cards, and what is
 * refused. One program that dials what it was told.
 */
#include "places.h"
#include "tapi_test.h"

#include <stdio.h>
#include <string.h>

static Client client;
static ITAddress *line1;
static ITAddressTranslation *translation;

/* LINETRANSLATERESULT_ bits. */
#define CANONICAL 0x1
#define INTERNATIONAL 0x2
#define LONGDISTANCE 0x4
#define LOCAL 0x8
#define INTOLLLIST 0x10
#define NOTINTOLLLIST 0x20
#define DIALBILLING 0x40
#define NOTRANSLATION 0x800

static int is(BSTR text, const char *expected)
{
    char *found = tapi3_bstr_to_utf8(text);
    int same;

    if (found == NULL) {
        bail_out("no text");
    }
    same = strcmp(found, expected) == 0;
    if (!same) {
        printf("# %s, not %s\n", found, expected);
    }
    CoTaskMemFree(found);
    SysFreeString(text);
    return same;
}

static void open_with(const char *toml)
{
    configure(toml);
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    translation = (ITAddressTranslation *)query(line1, ID(IID_ITAddressTranslation));
}

static void close_it(void)
{
    ITAddressTranslation_Release(translation);
    ITAddress_Release(line1);
    client_close(&client);
}

/* One number: what it becomes. */
typedef struct Row {
    const char *number;
    LONG card;
    LONG options;
    const char *dialled;
    const char *shown;
    LONG destination;
    LONG results;
} Row;

static const Row ROWS[] = {
    { "+49 (30) 123-45", 0, 0, "012345", "0 123-45", 49, CANONICAL | LOCAL | NOTINTOLLLIST },
    { "+49 (30) 551", 0, 0, "9030551", "9 0 30 551", 49, CANONICAL | LOCAL | INTOLLLIST },
    { "+49 (30) 551", 0, 4, "0551", "0 551", 49, CANONICAL | LOCAL },
    { "+49 (30) 123", 0, 8, "9030123", "9 0 30 123", 49, CANONICAL | LONGDISTANCE },
    { "+49 (30) 123", 0, 2, "*700123", "*700 123", 49, CANONICAL | LOCAL | NOTINTOLLLIST },
    { "+49 (89) 1 2|3^Name", 0, 0, "908912|3^Name", "9 0 89 1 2", 49, CANONICAL | LONGDISTANCE },
    { "+1 (425) 882-8080", 99, 0, "90014258828080", "9 00 1 425 882-8080", 1,
      CANONICAL | INTERNATIONAL },
    { "+49 (89) 12", 3, 1, "91800$98765,8912", "9 1800$ [Blue] , 89 12", 49,
      CANONICAL | LONGDISTANCE | DIALBILLING },
    { "0123 (x)", 0, 0, "0123 (x)", "0123 (x)", 0, 0 },
    { "", 0, 0, "", "", 0, 0 },
};

static void numbers(void)
{
    size_t i;

    for (i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const Row *row = &ROWS[i];
        ITAddressTranslationInfo *info = NULL;
        BSTR number = tapi3_utf8_to_bstr(row->number);
        BSTR text = NULL;
        LONG value = -1;

        if (number == NULL) {
            bail_out("no text");
        }
        expect(ITAddressTranslation_TranslateAddress(translation, number, row->card, row->options,
                                                     &info),
               S_OK, row->number);
        SysFreeString(number);
        expect(ITAddressTranslationInfo_get_DialableString(info, &text), S_OK, "dialable");
        check(is(text, row->dialled), row->dialled);
        expect(ITAddressTranslationInfo_get_DisplayableString(info, &text), S_OK, "displayable");
        check(is(text, row->shown), row->shown);
        ITAddressTranslationInfo_get_CurrentCountryCode(info, &value);
        check(value == 49, "from here");
        ITAddressTranslationInfo_get_DestinationCountryCode(info, &value);
        check(value == row->destination, "to there");
        ITAddressTranslationInfo_get_TranslationResults(info, &value);
        check(value == row->results, "results");
        ITAddressTranslationInfo_Release(info);
    }
}

static void refused(const OLECHAR *number, LONG card, LONG options, HRESULT code, const char *what)
{
    ITAddressTranslationInfo *info = (ITAddressTranslationInfo *)&info;

    expect(ITAddressTranslation_TranslateAddress(translation, (BSTR)number, card, options, &info),
           code, what);
    check(info == NULL, "nothing is handed out");
}

static void refusals(void)
{
    refused(OLESTR("+49 (30"), 0, 0, TAPI_E_INVALADDRESS, "an open bracket");
    refused(OLESTR("+"), 0, 0, TAPI_E_INVALADDRESS, "nothing behind +");
    refused(OLESTR("+49 1"), 99, 1, TAPI_E_INVALCARD, "an unknown card");
    refused(OLESTR("+49 1"), -1, 1, TAPI_E_INVALCARD, "a negative card");
    refused(OLESTR("+49 1"), 0, 12, E_INVALIDARG, "both that force");
    refused(OLESTR("+49 1"), 0, 16, E_INVALIDARG, "an unknown option");
    refused(OLESTR("+49 1"), 0, -1, E_INVALIDARG, "all options");
    expect(ITAddressTranslation_TranslateAddress(translation, NULL, 0, 0, NULL), E_POINTER,
           "no place for the result");
    expect(ITAddressTranslation_TranslateDialog(translation, 0, NULL), TAPI_E_OPERATIONFAILED,
           "there is no dialog");
    expect(ITAddressTranslation_TranslateDialog(translation, 0, (BSTR)OLESTR("+")),
           TAPI_E_INVALADDRESS, "nor for what is no number");
}

static void locations(void)
{
    IEnumLocation *list = NULL;
    ITLocationInfo *found[3] = { NULL, NULL, NULL };
    ULONG given = 0;
    BSTR text = NULL;
    LONG value = -1;

    expect(ITAddressTranslation_EnumerateLocations(translation, &list), S_OK, "locations");
    expect(IEnumLocation_Next(list, 3, found, &given), S_FALSE, "Next");
    check(given == 2, "two");
    ITLocationInfo_get_PermanentLocationID(found[0], &value);
    check(value == 1, "the id is the place in the file");
    ITLocationInfo_get_PermanentLocationID(found[1], &value);
    check(value == 7, "the id that is given");
    ITLocationInfo_get_CountryCode(found[0], &value);
    check(value == 49, "country code");
    ITLocationInfo_get_CountryID(found[1], &value);
    check(value == 1, "country id");
    ITLocationInfo_get_Options(found[0], &value);
    check(value == 0, "no pulses");
    ITLocationInfo_get_Options(found[1], &value);
    check(value == 1, "pulses");
    ITLocationInfo_get_PreferredCardID(found[1], &value);
    check(value == 3, "its card");
    ITLocationInfo_get_LocationName(found[0], &text);
    check(is(text, "Office"), "its name");
    ITLocationInfo_get_CityCode(found[0], &text);
    check(is(text, "30"), "its area");
    ITLocationInfo_get_LocalAccessCode(found[0], &text);
    check(is(text, "0"), "outside, local");
    ITLocationInfo_get_LongDistanceAccessCode(found[0], &text);
    check(is(text, "9"), "outside, long distance");
    ITLocationInfo_get_TollPrefixList(found[0], &text);
    check(is(text, "55,66"), "its toll list");
    ITLocationInfo_get_CancelCallWaitingCode(found[0], &text);
    check(is(text, "*70"), "its code against call waiting");
    ITLocationInfo_Release(found[0]);
    ITLocationInfo_Release(found[1]);
    IEnumLocation_Release(list);
}

static void cards(void)
{
    IEnumCallingCard *list = NULL;
    ITCallingCard *found[3] = { NULL, NULL, NULL };
    ULONG given = 0;
    BSTR text = NULL;
    LONG value = -1;

    expect(ITAddressTranslation_EnumerateCallingCards(translation, &list), S_OK, "cards");
    expect(IEnumCallingCard_Next(list, 3, found, &given), S_FALSE, "Next");
    check(given == 2, "two");
    ITCallingCard_get_PermanentCardID(found[0], &value);
    check(value == 0, "direct dialling is always there");
    ITCallingCard_get_Options(found[0], &value);
    check(value == 1, "and built in");
    ITCallingCard_get_PermanentCardID(found[1], &value);
    check(value == 3, "the other one");
    ITCallingCard_get_Options(found[1], &value);
    check(value == 0, "is the user's");
    ITCallingCard_get_NumberOfDigits(found[1], &value);
    check(value == 5, "five digits");
    ITCallingCard_get_CardName(found[1], &text);
    check(is(text, "Blue"), "its name");
    ITCallingCard_get_SameAreaDialingRule(found[1], &text);
    check(is(text, "G"), "its rule in the area");
    ITCallingCard_get_LongDistanceDialingRule(found[1], &text);
    check(is(text, "1800$H,FG"), "its rule in the country");
    ITCallingCard_get_InternationalDialingRule(found[1], &text);
    check(is(text, "1800$H,01EFG"), "its rule to others");
    ITCallingCard_Release(found[0]);
    ITCallingCard_Release(found[1]);
    IEnumCallingCard_Release(list);
}

/* How many a collection has. */
static LONG count_of(VARIANT *collection)
{
    ITCollection *all = (ITCollection *)query(V_DISPATCH(collection), ID(IID_ITCollection));
    LONG count = -1;

    ITCollection_get_Count(all, &count);
    ITCollection_Release(all);
    VariantClear(collection);
    return count;
}

static void collections(LONG of_locations, LONG of_cards)
{
    VARIANT all;

    VariantInit(&all);
    expect(ITAddressTranslation_get_Locations(translation, &all), S_OK, "get_Locations");
    check(count_of(&all) == of_locations, "all locations");
    expect(ITAddressTranslation_get_CallingCards(translation, &all), S_OK, "get_CallingCards");
    check(count_of(&all) == of_cards, "all cards");
}

/* The dialable string goes to CreateCall as it is. */
static void dialled(void)
{
    ITAddressTranslationInfo *info = NULL;
    ITBasicCallControl *call;
    BSTR text = NULL;

    expect(ITAddressTranslation_TranslateAddress(translation, (BSTR)OLESTR("+49 (30) 12-3"), 0, 0,
                                                 &info),
           S_OK, "translated");
    ITAddressTranslationInfo_get_DialableString(info, &text);
    ITAddressTranslationInfo_Release(info);
    call = connected_call(line1, text);
    SysFreeString(text);
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "hung up");
    ITBasicCallControl_Release(call);
}

static void without_locations(void)
{
    ITAddressTranslationInfo *info = NULL;
    BSTR text = NULL;
    LONG value = -1;

    collections(0, 1);
    expect(ITAddressTranslation_TranslateAddress(translation, (BSTR)OLESTR("+49 (30) 12-3"), 0, 2,
                                                 &info),
           S_OK, "there is no location");
    ITAddressTranslationInfo_get_DialableString(info, &text);
    check(is(text, "+4930123"), "so it stays a number of the world");
    ITAddressTranslationInfo_get_TranslationResults(info, &value);
    check(value == (CANONICAL | NOTRANSLATION), "and the results say so");
    ITAddressTranslationInfo_get_CurrentCountryCode(info, &value);
    check(value == 0, "no country");
    ITAddressTranslationInfo_Release(info);
}

/* The address is kept beyond Shutdown, and answers. */
static void after_shutdown(void)
{
    IEnumLocation *list = (IEnumLocation *)&list;

    ITTAPI_Shutdown(client.tapi);
    refused(OLESTR("+49 1"), 0, 0, TAPI_E_NOT_INITIALIZED, "after Shutdown");
    expect(ITAddressTranslation_EnumerateLocations(translation, &list), TAPI_E_NOT_INITIALIZED,
           "after Shutdown");
    check(list == NULL, "no list");
}

int main(void)
{
    tests_begin(280);
    open_with(PLACES);
    numbers();
    refusals();
    locations();
    cards();
    collections(2, 2);
    dialled();
    after_shutdown();
    close_it();
    open_with("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    without_locations();
    close_it();
    return tests_done();
}
