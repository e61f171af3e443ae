/*
 * Address translation through the functions of TAPI 2: what the program of a location dials, and what
 * it is told of locations, cards and countries. The rules themselves are tested with the crate.
 */
#include "tapi2_test.h"

static Program program;

typedef union Space {
    LINETRANSLATEOUTPUT output;
    LINETRANSLATECAPS caps;
    LINECOUNTRYLIST countries;
    unsigned char bytes[65536];
} Space;

static Space space;

static const char *text_at(DWORD size, DWORD offset)
{
    if (size == 0 || offset + size > sizeof space || space.bytes[offset + size - 1] != 0) {
        return "(none)";
    }
    return (const char *)space.bytes + offset;
}

static LONG translate(const char *address, DWORD card, DWORD options, DWORD version)
{
    memset(&space, 0, sizeof space);
    space.output.dwTotalSize = sizeof space;
    return lineTranslateAddressA(program.app, 0, version, address, card, options, &space.output);
}

static void becomes(const char *address, const char *dialable, const char *displayable, DWORD results)
{
    const char *dialled, *shown;

    expect_code(translate(address, 0, 0, 0x00020002), 0, address);
    dialled = text_at(space.output.dwDialableStringSize, space.output.dwDialableStringOffset);
    shown = text_at(space.output.dwDisplayableStringSize, space.output.dwDisplayableStringOffset);
    note("%s: %s, shown as %s", address, dialled, shown);
    check(strcmp(dialled, dialable) == 0, "%s is dialled", dialable);
    check(strcmp(shown, displayable) == 0, "%s is shown", displayable);
    check(space.output.dwTranslateResults == results, "results %x", (unsigned)results);
    check(space.output.dwCurrentCountry == 49, "from Germany");
}

static void addresses(void)
{
    LINETRANSLATEOUTPUT small;
    static const WCHAR wide[] = { '+', '4', '9', ' ', '(', '3', '0', ')', ' ', '1', '2', '3', 0 };

    becomes("1001", "1001", "1001", 0);
    becomes("+49 (30) 123-45", "012345", "0 123-45",
            LINETRANSLATERESULT_CANONICAL | LINETRANSLATERESULT_LOCAL |
                LINETRANSLATERESULT_NOTINTOLLLIST);
    becomes("+49 (89) 123-45", "008912345", "0 0 89 123-45",
            LINETRANSLATERESULT_CANONICAL | LINETRANSLATERESULT_LONGDISTANCE);
    check(space.output.dwDestCountry == 49, "to Germany");
    becomes("+1 (425) 882-8080", "00014258828080", "0 00 1 425 882-8080",
            LINETRANSLATERESULT_CANONICAL | LINETRANSLATERESULT_INTERNATIONAL);
    check(space.output.dwDestCountry == 1, "to the United States");
    expect_code(translate("+49 (30) 123", 3, LINETRANSLATEOPTION_CARDOVERRIDE, 0x00020000), 0,
                "with a card");
    check(strstr(text_at(space.output.dwDisplayableStringSize,
                         space.output.dwDisplayableStringOffset), "4711") == NULL,
          "its number is not shown");
    expect_code(translate("+49 (30) 123", 9, LINETRANSLATEOPTION_CARDOVERRIDE, 0x00020000),
                LINEERR_INVALCARD, "no such card");
    expect_code(translate("+49 (30) 123", 0, LINETRANSLATEOPTION_FORCELOCAL |
                          LINETRANSLATEOPTION_FORCELD, 0x00020000), LINEERR_INVALPARAM, "both ways");
    expect_code(translate("+abc", 0, 0, 0x00020000), LINEERR_INVALADDRESS, "no number");
    expect_code(translate(NULL, 0, 0, 0x00020000), LINEERR_INVALPOINTER, "NULL");
    expect_code(translate("1", 0, 0, 0x00040000), LINEERR_INCOMPATIBLEAPIVERSION, "no version");
    expect_code(lineTranslateAddressA(program.app, 99, 0x00020000, "1", 0, 0, &space.output),
                LINEERR_BADDEVICEID, "no device");
    expect_code(lineTranslateAddressA(0x12345678, 0, 0x00020000, "1", 0, 0, &space.output),
                LINEERR_INVALAPPHANDLE, "no application");
    expect_code(lineTranslateAddressA(program.app, 0, 0x00020000, "1", 0, 0, NULL),
                LINEERR_INVALPOINTER, "nowhere");
    memset(&small, 0, sizeof small);
    small.dwTotalSize = sizeof small;
    expect_code(lineTranslateAddressW(0, 0, 0x00020000, wide, 0, 0, &small), 0,
                "in UTF-16, for no application, with too little room");
    check(small.dwDialableStringSize == 0 && small.dwNeededSize == sizeof small + 12 + 12 &&
          small.dwUsedSize == sizeof small, "what is needed is told");
}

static void caps(void)
{
    LINELOCATIONENTRY location;
    LINECARDENTRY card;

    memset(&space, 0, sizeof space);
    space.caps.dwTotalSize = sizeof space;
    expect_code(lineGetTranslateCapsA(program.app, 0x00020000, &space.caps), 0, "lineGetTranslateCaps");
    check(space.caps.dwNumLocations == 1 && space.caps.dwNumCards == 2, "a location, and two cards");
    check(space.caps.dwCurrentLocationID == 7, "the location in use");
    memcpy(&location, space.bytes + space.caps.dwLocationListOffset, sizeof location);
    check(location.dwPermanentLocationID == 7 && location.dwCountryID == 49 &&
          location.dwCountryCode == 49, "its numbers");
    check(strcmp(text_at(location.dwLocationNameSize, location.dwLocationNameOffset), "Office") == 0,
          "its name");
    check(strcmp(text_at(location.dwCityCodeSize, location.dwCityCodeOffset), "30") == 0, "its area");
    check(strcmp(text_at(location.dwTollPrefixListSize, location.dwTollPrefixListOffset),
                 "88,99") == 0, "its toll list");
    memcpy(&card, space.bytes + space.caps.dwCardListOffset + sizeof card, sizeof card);
    check(card.dwPermanentCardID == 3 && card.dwCardNumberDigits == 4, "the card");
    check(strcmp(text_at(card.dwCardNameSize, card.dwCardNameOffset), "Example") == 0, "its name");
    expect_code(lineGetTranslateCapsA(program.app, 0x00010003, &space.caps), 0, "as version 1.3");
    check(space.caps.dwLocationListSize < sizeof location, "shorter entries");
}

static void countries(void)
{
    LINECOUNTRYENTRY one;
    DWORD i, all, seen = 0;

    memset(&space, 0, sizeof space);
    space.countries.dwTotalSize = sizeof space;
    expect_code(lineGetCountryA(49, 0x00020000, &space.countries), 0, "lineGetCountry");
    check(space.countries.dwNumCountries == 1, "one");
    memcpy(&one, space.bytes + space.countries.dwCountryListOffset, sizeof one);
    check(one.dwCountryID == 49 && one.dwCountryCode == 49 && one.dwNextCountryID > 49, "Germany");
    check(strcmp(text_at(one.dwLongDistanceRuleSize, one.dwLongDistanceRuleOffset), "0FG") == 0,
          "its rule to other areas");
    expect_code(lineGetCountryA(9999, 0x00020000, &space.countries), LINEERR_INVALCOUNTRYCODE,
                "no country");
    expect_code(lineGetCountryA(0, 0x00020000, &space.countries), 0, "all");
    all = space.countries.dwNumCountries;
    check(all > 200 && space.countries.dwNeededSize <= sizeof space, "%u countries", (unsigned)all);
    memcpy(&one, space.bytes + space.countries.dwCountryListOffset, sizeof one);
    check(one.dwCountryID == 1, "the first");
    for (i = 1; i < all; i++) {
        LINECOUNTRYENTRY next;
        memcpy(&next, space.bytes + space.countries.dwCountryListOffset + i * sizeof next, sizeof next);
        seen += one.dwNextCountryID == next.dwCountryID;
        one = next;
    }
    check(seen == all - 1 && one.dwNextCountryID == 0, "each leads to the next, the last to none");
}

static void what_is_configured(void)
{
    char country[8], area[8];

    expect_code(lineSetCurrentLocation(program.app, 7), 0, "the location in use");
    expect_code(lineSetCurrentLocation(program.app, 8), LINEERR_INVALLOCATION, "no location");
    expect_code(lineSetTollListA(program.app, 0, "+49 (30) 77", LINETOLLLISTOPTION_ADD),
                LINEERR_OPERATIONUNAVAIL, "lineSetTollList");
    expect_code(lineSetTollListA(program.app, 0, "77", LINETOLLLISTOPTION_ADD),
                LINEERR_INVALADDRESS, "not canonical");
    expect_code(lineSetTollListA(program.app, 0, "+49 (30) 77", 3), LINEERR_INVALPARAM, "no option");
    expect_code(lineTranslateDialogA(program.app, 0, 0x00020000, NULL, NULL),
                LINEERR_OPERATIONFAILED, "there is no dialog");
    expect_code(tapiGetLocationInfoA(country, area), 0, "tapiGetLocationInfo");
    check(strcmp(country, "49") == 0 && strcmp(area, "30") == 0, "country and area");
    expect_code(tapiGetLocationInfoA(NULL, area), LINEERR_INVALPOINTER, "NULL");
}

int main(void)
{
    tests_begin(280);
    memset(&space, 0, sizeof space);
    space.countries.dwTotalSize = sizeof space;
    expect_code(lineGetCountryA(49, 0x00020000, &space.countries), 0, "countries before anything");
    expect_code(lineTranslateAddressA(0, 0, 0x00020000, "1", 0, 0, &space.output),
                LINEERR_INVALAPPHANDLE, "nothing is initialised");
    configure("[location]\nname = \"Office\"\nid = 7\ncountry = 49\narea = \"30\"\noutside = \"0\"\n"
              "toll = [\"88\", \"99\"]\n"
              "[card]\nname = \"Example\"\nid = 3\nnumber = \"4711\"\nsame_area = \"18,H,G\"\n"
              "long_distance = \"18,H,FG\"\ninternational = \"18,H,01EFG\"\n");
    program_begin(&program);
    addresses();
    caps();
    countries();
    what_is_configured();
    program_end(&program);
    return tests_done();
}
