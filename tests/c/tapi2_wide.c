/*
 * The W forms of what takes texts and fills buffers later: parking and digits.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1;

#define WIDE(literal) ((const WCHAR *)OLESTR(literal))

static int same(const WCHAR *text, const char *wanted)
{
    while (*wanted != 0 && *text == (WCHAR)*wanted) {
        text++;
        wanted++;
    }
    return *wanted == 0;
}

static void parking(void)
{
    HCALL call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    HCALL back = 0;
    WCHAR told[8];
    LONG id;
    struct {
        VARSTRING head;
        unsigned char text[64];
        unsigned char guard[16];
    } where;

    memset(&where, 0x5a, sizeof where);
    where.head.dwTotalSize = sizeof where.head + sizeof where.text;
    id = lineParkW(call, LINEPARKMODE_NONDIRECTED, NOWHERE(WCHAR), &where.head);
    expect_reply(&program, expect_request(id, "linePark"), 0, "linePark");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "parked");
    check(where.head.dwStringSize == 10 && where.head.dwStringFormat == STRINGFORMAT_UNICODE, "where is told");
    memcpy(told, (unsigned char *)&where + where.head.dwStringOffset, 10);
    check(same(told, "7001") && told[4] == 0, "in UTF-16");
    check(where.guard[0] == 0x5a, "no more than that");
    expect_code(lineDeallocateCall(call), 0, "parked");

    id = lineUnparkW(line1, 0, &back, told);
    expect_reply(&program, expect_request(id, "lineUnpark"), 0, "lineUnpark");
    expect_state2(&program, back, LINECALLSTATE_CONNECTED, "unparked");
    id = lineParkW(back, LINEPARKMODE_DIRECTED, WIDE("7005"), NOWHERE(VARSTRING));
    expect_reply(&program, expect_request(id, "linePark"), 0, "linePark, directed");
    expect_code(lineDeallocateCall(back), 0, "parked again");
    id = lineUnparkW(line1, 0, &back, WIDE("7005"));
    expect_reply(&program, expect_request(id, "lineUnpark"), 0, "lineUnpark, directed");
    expect_state2(&program, back, LINECALLSTATE_CONNECTED, "unparked");

    /* Room for less than the text: the structure's head, and what is needed. */
    memset(&where, 0x5a, sizeof where);
    where.head.dwTotalSize = sizeof where.head + 4;
    id = lineParkW(back, LINEPARKMODE_NONDIRECTED, NULL, &where.head);
    expect_reply(&program, expect_request(id, "linePark"), LINEERR_STRUCTURETOOSMALL,
                 "linePark with little room");
    check(where.head.dwStringSize == 0 && where.head.dwNeededSize == sizeof where.head + 10, "says what it needs");
    check(where.text[0] == 0x5a, "and cuts no text");
    expect_code(lineDeallocateCall(back), 0, "parked");
    id = lineUnparkW(line1, 0, &back, WIDE("7001"));
    expect_reply(&program, expect_request(id, "lineUnpark"), 0, "lineUnpark");
    expect_reply(&program, lineDrop(back, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(back), 0, "unparked");
}

static void digits(void)
{
    HCALL call;
    WCHAR gathered[5];

    forget(&program);
    call = call_in(&program, line1, "1015", LINECALLSTATE_CONNECTED);
    memset(gathered, 'x', sizeof gathered);
    expect_code(lineGatherDigitsW(call, LINEDIGITMODE_DTMF, gathered, 3, WIDE("#"), 0, 0), 0, "lineGatherDigits");
    expect_code(lineGenerateDigitsW(call, LINEDIGITMODE_DTMF, WIDE("12#"), 50), 0, "lineGenerateDigits");
    wait_for(&program, call, LINE_GENERATE, LINEGENERATETERM_DONE, "generated");
    program.next = 0;
    wait_for(&program, call, LINE_GATHERDIGITS, LINEGATHERTERM_TERMDIGIT, "gathered to the digit that ends it");
    check(same(gathered, "12#"), "the digits are there, and that one");
    check(gathered[3] == 0x7878 || gathered[3] == 0, "and no more");
    check(gathered[4] == 0x7878, "nothing behind the buffer");
    expect_code(lineGatherDigitsW(call, LINEDIGITMODE_DTMF, gathered, 4, NULL, 0, 0), 0, "once more");
    expect_code(lineGatherDigitsW(call, 0, NULL, 0, NOWHERE(WCHAR), 0, 0), 0, "given up");
    program.next = 0;
    wait_for(&program, call, LINE_GATHERDIGITS, LINEGATHERTERM_CANCEL, "given up");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "digits");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    parking();
    digits();
    program_end(&program);
    return tests_done();
}
