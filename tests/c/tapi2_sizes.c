/*
 * The protocol of dwTotalSize, dwNeededSize and dwUsedSize: for each function that fills a structure,
 * with every size from nothing to more than enough, no byte is written beyond what the program says
 * that there is, a part is there whole or not at all, and what is needed is told.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1;
static HLINE line2;
static HCALL call;

#define SPACE 4096
#define GUARD 0xa5

typedef struct Head {
    DWORD dwTotalSize;
    DWORD dwNeededSize;
    DWORD dwUsedSize;
} Head;

typedef LONG (*Fill)(void *structure);

static LONG dev_caps_a(void *s) { return lineGetDevCapsA(program.app, 0, 0x00030001, 0, (LINEDEVCAPS *)s); }
static LONG dev_caps_w(void *s) { return lineGetDevCapsW(program.app, 0, 0x00030001, 0, (LINEDEVCAPS *)s); }
static LONG dev_caps_13(void *s) { return lineGetDevCapsA(program.app, 0, 0x00010003, 0, (LINEDEVCAPS *)s); }
static LONG dev_caps_14(void *s) { return lineGetDevCapsA(program.app, 0, 0x00010004, 0, (LINEDEVCAPS *)s); }
static LONG dev_caps_20(void *s) { return lineGetDevCapsA(program.app, 0, 0x00020000, 0, (LINEDEVCAPS *)s); }
static LONG dev_caps_22(void *s) { return lineGetDevCapsA(program.app, 0, 0x00020002, 0, (LINEDEVCAPS *)s); }
static LONG address_caps_a(void *s) { return lineGetAddressCapsA(program.app, 0, 0, 0x00020002, 0, (LINEADDRESSCAPS *)s); }
static LONG address_caps_w(void *s) { return lineGetAddressCapsW(program.app, 0, 0, 0x00020002, 0, (LINEADDRESSCAPS *)s); }
static LONG address_caps_13(void *s) { return lineGetAddressCapsA(program.app, 0, 0, 0x00010003, 0, (LINEADDRESSCAPS *)s); }
static LONG address_caps_14(void *s) { return lineGetAddressCapsA(program.app, 0, 0, 0x00010004, 0, (LINEADDRESSCAPS *)s); }
static LONG call_info_a(void *s) { return lineGetCallInfoA(call, (LINECALLINFO *)s); }
static LONG call_info_w(void *s) { return lineGetCallInfoW(call, (LINECALLINFO *)s); }
static LONG call_status(void *s) { return lineGetCallStatus(call, (LINECALLSTATUS *)s); }
static LONG line_status_a(void *s) { return lineGetLineDevStatusA(line1, (LINEDEVSTATUS *)s); }
static LONG line_status_w(void *s) { return lineGetLineDevStatusW(line1, (LINEDEVSTATUS *)s); }
static LONG address_status(void *s) { return lineGetAddressStatusA(line1, 0, (LINEADDRESSSTATUS *)s); }
static LONG provider_list(void *s) { return lineGetProviderListA(0x00020000, (LINEPROVIDERLIST *)s); }
static LONG provider_list_w(void *s) { return lineGetProviderListW(0x00020000, (LINEPROVIDERLIST *)s); }
static LONG id_of_line(void *s) { return lineGetIDA(line1, 0, 0, LINECALLSELECT_LINE, (VARSTRING *)s, "TAPI/Line"); }

static LONG translated_a(void *s) { return lineTranslateAddressA(program.app, 0, 0x00030001, "+49 (30) 123", 0, 0, (LINETRANSLATEOUTPUT *)s); }
static LONG translated_w(void *s) { return lineTranslateAddressW(program.app, 0, 0x00030001, OLESTR("+49 (30) 123"), 0, 0, (LINETRANSLATEOUTPUT *)s); }
static LONG translate_caps(void *s) { return lineGetTranslateCapsA(program.app, 0x00020000, (LINETRANSLATECAPS *)s); }
static LONG translate_caps_13(void *s) { return lineGetTranslateCapsA(program.app, 0x00010003, (LINETRANSLATECAPS *)s); }
static LONG country_a(void *s) { return lineGetCountryA(49, 0x00020000, (LINECOUNTRYLIST *)s); }
static LONG country_w(void *s) { return lineGetCountryW(49, 0x00020000, (LINECOUNTRYLIST *)s); }

static const struct Case {
    const char *name;
    Fill fill;
    DWORD fixed;
    /* Sizes that are followed by offsets, ending with 0: where the parts stand. */
    DWORD parts[8];
    /* Where the counts of lists stand, each with the size of its list, ending with 0. */
    DWORD counts[3][2];
} CASES[] = {
    { "lineGetDevCapsA", dev_caps_a, 292, { 12, 20, 32, 244, 0 }, { { 0, 0 } } },
    { "lineGetDevCapsW", dev_caps_w, 292, { 12, 20, 32, 244, 0 }, { { 0, 0 } } },
    { "lineGetDevCaps 1.3", dev_caps_13, 236, { 12, 20, 32, 0 }, { { 0, 0 } } },
    { "lineGetDevCaps 1.4", dev_caps_14, 240, { 12, 20, 32, 0 }, { { 0, 0 } } },
    { "lineGetDevCaps 2.0", dev_caps_20, 252, { 12, 20, 32, 244, 0 }, { { 0, 0 } } },
    { "lineGetDevCaps 2.2", dev_caps_22, 268, { 12, 20, 32, 244, 0 }, { { 0, 0 } } },
    { "lineGetAddressCapsA", address_caps_a, 228, { 16, 0 }, { { 0, 0 } } },
    { "lineGetAddressCapsW", address_caps_w, 228, { 16, 0 }, { { 0, 0 } } },
    { "lineGetAddressCaps 1.3", address_caps_13, 176, { 16, 0 }, { { 0, 0 } } },
    { "lineGetAddressCaps 1.4", address_caps_14, 180, { 16, 0 }, { { 0, 0 } } },
    { "lineGetCallInfoA", call_info_a, 324, { 0 }, { { 0, 0 } } },
    { "lineGetCallInfoW", call_info_w, 324, { 0 }, { { 0, 0 } } },
    { "lineGetCallStatus", call_status, 56, { 0 }, { { 0, 0 } } },
    { "lineGetLineDevStatusA", line_status_a, 88, { 80, 0 }, { { 0, 0 } } },
    { "lineGetLineDevStatusW", line_status_w, 88, { 80, 0 }, { { 0, 0 } } },
    { "lineGetAddressStatus", address_status, 64, { 0 }, { { 36, 40 }, { 0, 0 } } },
    { "lineGetProviderListA", provider_list, 24, { 0 }, { { 12, 16 }, { 0, 0 } } },
    { "lineGetProviderListW", provider_list_w, 24, { 0 }, { { 12, 16 }, { 0, 0 } } },
    { "lineGetID", id_of_line, 24, { 16, 0 }, { { 0, 0 } } },
    { "lineTranslateAddressA", translated_a, 40, { 12, 20, 0 }, { { 0, 0 } } },
    { "lineTranslateAddressW", translated_w, 40, { 12, 20, 0 }, { { 0, 0 } } },
    { "lineGetTranslateCaps", translate_caps, 44, { 32, 0 }, { { 12, 16 }, { 28, 32 }, { 0, 0 } } },
    { "lineGetTranslateCaps 1.3", translate_caps_13, 44, { 32, 0 }, { { 12, 16 }, { 28, 32 }, { 0, 0 } } },
    { "lineGetCountryA", country_a, 24, { 16, 0 }, { { 12, 16 }, { 0, 0 } } },
    { "lineGetCountryW", country_w, 24, { 16, 0 }, { { 12, 16 }, { 0, 0 } } },
};

/* What is wrong with a structure that was filled; NULL if nothing is. */
static const char *fault_of(const struct Case *one, const unsigned char *space, DWORD total)
{
    Head head;
    DWORD i;

    memcpy(&head, space, sizeof head);
    for (i = total; i < SPACE; i++) {
        if (space[i] != GUARD) return "a byte beyond the end was written";
    }
    if (head.dwTotalSize != total) return "dwTotalSize was changed";
    if (head.dwUsedSize > total) return "more is used than there is";
    if (head.dwNeededSize < one->fixed) return "less is needed than the fixed part";
    if (head.dwNeededSize <= total && head.dwUsedSize > head.dwNeededSize) return "more is used than needed";
    for (i = 0; one->parts[i] != 0; i++) {
        DWORD size;
        DWORD offset;

        memcpy(&size, space + one->parts[i], sizeof size);
        memcpy(&offset, space + one->parts[i] + 4, sizeof offset);
        if (size == 0 && offset != 0) return "a part that is not there has a place";
        if (size == 0 && head.dwNeededSize <= total) return "a part is missing although there is room";
        if (size != 0 && (offset < one->fixed || offset > total || size > total - offset)) {
            return "a part lies outside";
        }
    }
    for (i = 0; one->counts[i][0] != 0; i++) {
        DWORD count;
        DWORD size;

        memcpy(&count, space + one->counts[i][0], sizeof count);
        memcpy(&size, space + one->counts[i][1], sizeof size);
        if ((count == 0) != (size == 0)) return "a list that is not there has entries";
    }
    return NULL;
}

static void every_size(const struct Case *one)
{
    static unsigned char space[SPACE];
    DWORD needed = 0;
    DWORD total;
    const char *fault = NULL;

    for (total = 12; total < 1200 && fault == NULL; total++) {
        LONG code;

        memset(space, GUARD, sizeof space);
        memcpy(space, &total, sizeof total);
        code = one->fill(space);
        if (total < one->fixed) {
            DWORD i;

            if (code != LINEERR_STRUCTURETOOSMALL) fault = "too small a structure is not refused";
            for (i = 4; i < SPACE; i++) {
                if (space[i] != GUARD) fault = "something was written although it failed";
            }
        } else if (code != 0) {
            fault = code_name(code);
        } else {
            DWORD now;

            fault = fault_of(one, space, total);
            memcpy(&now, space + 4, sizeof now);
            if (needed != 0 && now != needed) fault = "what is needed depends on what there is";
            needed = now;
        }
    }
    if (fault) note("%s with %u bytes: %s", one->name, (unsigned)total - 1, fault);
    check(fault == NULL, "%s: every size", one->name);
    check(needed < 1200, "%s: %u bytes are enough", one->name, (unsigned)needed);
    memset(space, GUARD, sizeof space);
    total = needed;
    memcpy(space, &total, sizeof total);
    check(one->fill(space) == 0 && fault_of(one, space, total) == NULL, "%s: exactly what is needed", one->name);
    /* As large as can be said: what is written is what is needed. */
    memset(space, GUARD, sizeof space);
    total = 0xffffffff;
    memcpy(space, &total, sizeof total);
    check(one->fill(space) == 0, "%s: an enormous size", one->name);
    for (total = needed; total < SPACE && space[total] == GUARD; total++) {
    }
    check(total == SPACE, "%s: no more is written than is needed", one->name);
    expect_code(one->fill(NULL), LINEERR_INVALPOINTER, one->name);
}

/* The size of a structure is that of the version with which the line was opened. */
static void by_version(void)
{
    static const struct {
        DWORD version;
        DWORD info;
        DWORD status;
        DWORD line;
    } VERSIONS[] = {
        { 0x00010003, 296, 36, 76 },
        { 0x00010004, 296, 36, 76 },
        { 0x00020000, 324, 56, 88 },
        { 0x00020002, 324, 56, 88 },
        { 0x00030000, 344, 56, 88 },
        { 0x00030001, 344, 56, 88 },
    };
    size_t i;

    for (i = 0; i < sizeof VERSIONS / sizeof VERSIONS[0]; i++) {
        union {
            unsigned char bytes[2048];
            LINECALLINFO info;
            LINECALLSTATUS status;
            LINEDEVSTATUS line;
            Head head;
        } space;
        HLINE line = 0;
        HCALL own = 0;

        forget(&program);
        expect_code(lineOpenA(program.app, 0, &line, VERSIONS[i].version, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL), 0,
                    "lineOpen of a version");
        expect_reply(&program, lineMakeCallA(line, &own, NULL, 0, NULL), 0, "lineMakeCall");
        memset(&space, GUARD, sizeof space);
        space.head.dwTotalSize = VERSIONS[i].info - 1;
        expect_code(lineGetCallInfoA(own, &space.info), LINEERR_STRUCTURETOOSMALL, "less than the version's");
        space.head.dwTotalSize = VERSIONS[i].info;
        expect_code(lineGetCallInfoA(own, &space.info), 0, "as much as the version's");
        check(space.bytes[VERSIONS[i].info] == GUARD, "version %x: lineGetCallInfo", (unsigned)VERSIONS[i].version);
        memset(&space, GUARD, sizeof space);
        space.head.dwTotalSize = sizeof space;
        expect_code(lineGetCallStatus(own, &space.status), 0, "lineGetCallStatus");
        check(space.bytes[VERSIONS[i].status] == GUARD && space.head.dwNeededSize == VERSIONS[i].status,
              "version %x: lineGetCallStatus", (unsigned)VERSIONS[i].version);
        memset(&space, GUARD, sizeof space);
        space.head.dwTotalSize = sizeof space;
        expect_code(lineGetLineDevStatusA(line, &space.line), 0, "lineGetLineDevStatus");
        /* Who has the line open is told from 2.0 on. */
        check(VERSIONS[i].version < 0x00020000 ? space.bytes[VERSIONS[i].line] == GUARD &&
                                                     space.head.dwNeededSize == VERSIONS[i].line
                                               : space.line.dwAppInfoOffset == VERSIONS[i].line,
              "version %x: lineGetLineDevStatus", (unsigned)VERSIONS[i].version);
        expect_code(lineClose(line), 0, "lineClose");
    }
}

/* What a program passes: sizes and offsets that lead nowhere. */
static void parameters(void)
{
    union {
        unsigned char bytes[512];
        LINECALLPARAMS params;
    } space;
    HCALL own = 0;
    LONG id;

    memset(&space, 0, sizeof space);
    space.params.dwTotalSize = 175;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_STRUCTURETOOSMALL, "too small");
    space.params.dwTotalSize = sizeof space;
    space.params.dwBearerMode = LINEBEARERMODE_DATA;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_BEARERMODEUNAVAIL, "data");
    space.params.dwBearerMode = 3 << 20;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALBEARERMODE, "no bearer mode");
    space.params.dwBearerMode = LINEBEARERMODE_VOICE;
    space.params.dwMediaMode = LINEMEDIAMODE_DATAMODEM;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALMEDIAMODE, "no modem");
    space.params.dwMediaMode = LINEMEDIAMODE_INTERACTIVEVOICE;
    space.params.dwAddressMode = LINEADDRESSMODE_ADDRESSID;
    space.params.dwAddressID = 1;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALADDRESSID, "no second address");
    space.params.dwAddressID = 0;
    space.params.dwAddressMode = 4;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALADDRESSMODE, "no such mode");
    space.params.dwAddressMode = LINEADDRESSMODE_ADDRESSID;
    space.params.dwCallParamFlags = 0x100;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALCALLPARAMS, "no such flag");
    space.params.dwCallParamFlags = 0;
    space.params.dwCommentSize = 0xffffffff;
    space.params.dwCommentOffset = 0xfffffff0;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALCALLPARAMS,
                "an offset that leads nowhere");
    space.params.dwCommentSize = 10;
    space.params.dwCommentOffset = sizeof space - 5;
    expect_code(lineMakeCallA(line1, &own, "1003", 0, &space.params), LINEERR_INVALCALLPARAMS,
                "a part that ends outside");
    space.params.dwCommentSize = 0;
    space.params.dwDisplayableAddressSize = 4;
    space.params.dwDisplayableAddressOffset = 300;
    memcpy(space.bytes + 300, "Zoe", 4);
    id = lineMakeCallA(line1, &own, "1003", 0, &space.params);
    expect_reply(&program, expect_request(id, "a part that lies inside"), 0, "a part that lies inside");
    {
        union {
            unsigned char bytes[2048];
            LINECALLINFO info;
        } told;

        memset(&told, 0, sizeof told);
        told.info.dwTotalSize = sizeof told;
        expect_code(lineGetCallInfoA(own, &told.info), 0, "lineGetCallInfo");
        check(told.info.dwDisplayableAddressSize == 4 &&
                  strcmp((char *)told.bytes + told.info.dwDisplayableAddressOffset, "Zoe") == 0,
              "what lies inside is kept");
        check(told.info.dwCommentSize == 0, "what is empty is nothing");
    }
    expect_code(lineDeallocateCall(own), 0, "lineDeallocateCall");
}

int main(void)
{
    HCALL caller;
    size_t i;

    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    call = offered(&program, line1, line2, &caller);
    for (i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        every_size(&CASES[i]);
    }
    expect_code(lineDeallocateCall(call), 0, "lineDeallocateCall");
    by_version();
    forget(&program);
    parameters();
    program_end(&program);
    return tests_done();
}
