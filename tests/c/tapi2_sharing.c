/*
 * Several applications at one line: who has it open, how many calls it has, and how many of them own a
 * call or look on.
 */
#include "tapi2_test.h"

#include <unistd.h>

static Program program;
static Program other;
static HLINE line1;  /* 2001, which calls */
static HLINE line2;  /* 2002, whose incoming calls the program owns */
static HLINE theirs; /* 2002, as the other application has it open */

static union {
    LINEDEVSTATUS line;
    unsigned char bytes[4096];
} told;

static void look_at(HLINE line)
{
    memset(&told, 0, sizeof told);
    told.line.dwTotalSize = sizeof told;
    expect_code(lineGetLineDevStatusA(line, &told.line), 0, "lineGetLineDevStatus");
}

static LINEAPPINFO application(DWORD nth)
{
    LINEAPPINFO info;

    memset(&info, 0, sizeof info);
    if ((nth + 1) * sizeof info <= told.line.dwAppInfoSize) {
        memcpy(&info, told.bytes + told.line.dwAppInfoOffset + nth * sizeof info, sizeof info);
    }
    return info;
}

/* What a program is called by lineHandoff and in LINEAPPINFO. */
static const char *own_name(void)
{
    static char path[1024];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

    if (length <= 0) {
        bail_out("/proc/self/exe");
    }
    path[length] = 0;
    return strrchr(path, '/') + 1;
}

/* ---- The line ---- */

static void opens_are_counted(void)
{
    HLINE again;
    HLINE elsewhere;

    look_at(line2);
    check(told.line.dwNumOpens == 2, "both applications have the line open");
    check(told.line.dwOpenMediaModes == LINEMEDIAMODE_INTERACTIVEVOICE, "for calls by voice");
    look_at(line1);
    check(told.line.dwNumOpens == 1, "the other line is open once");
    again = line_open(&other, 1, LINECALLPRIVILEGE_NONE);
    elsewhere = line_open(&other, 0, LINECALLPRIVILEGE_NONE);
    look_at(line2);
    check(told.line.dwNumOpens == 3, "each lineOpen counts, of this device");
    check(told.line.dwAppInfoSize >= 3 * sizeof(LINEAPPINFO), "all of them are listed");
    check(application(0).dwMediaModes == LINEMEDIAMODE_INTERACTIVEVOICE, "for which media");
    check(application(0).dwAddressID == 0xffffffff, "for all addresses");
    check(application(0).dwFriendlyNameSize == 5 &&
              strcmp((char *)told.bytes + application(0).dwFriendlyNameOffset, "test") == 0,
          "how people know the application");
    check(application(2).dwModuleFilenameSize == strlen(own_name()) + 1 &&
              strcmp((char *)told.bytes + application(2).dwModuleFilenameOffset, own_name()) == 0,
          "and what its program is called");
    expect_code(lineClose(elsewhere), 0, "lineClose");
    expect_code(lineClose(again), 0, "lineClose");
    look_at(theirs);
    check(told.line.dwNumOpens == 2, "one less");
    expect_code(lineOpenA(other.app, 1, &again, 0x00020002, 0, 0,
                          LINECALLPRIVILEGE_NONE | LINEOPENOPTION_SINGLEADDRESS, 0, NULL),
                0, "lineOpen of one address");
    look_at(line2);
    check(application(2).dwAddressID == 0, "which is told");
    expect_code(lineClose(again), 0, "lineClose");
}

static void others_hear_of_opens(void)
{
    static Program third;
    HLINE line;

    expect_code(lineSetStatusMessages(line2, LINEDEVSTATE_OPEN | LINEDEVSTATE_CLOSE, 0), 0, "lineSetStatusMessages");
    expect_code(lineSetStatusMessages(line1, LINEDEVSTATE_OPEN | LINEDEVSTATE_CLOSE, 0), 0, "lineSetStatusMessages");
    forget(&program);
    forget(&other);
    program_begin(&third);
    line = line_open(&third, 1, LINECALLPRIVILEGE_NONE);
    wait_for(&program, line2, LINE_LINEDEVSTATE, LINEDEVSTATE_OPEN, "another application opens the line");
    expect_code(lineClose(line), 0, "lineClose");
    wait_for(&program, line2, LINE_LINEDEVSTATE, LINEDEVSTATE_CLOSE, "and closes it");
    line_open(&third, 1, LINECALLPRIVILEGE_NONE);
    wait_for(&program, line2, LINE_LINEDEVSTATE, LINEDEVSTATE_OPEN, "it opens it again");
    program_end(&third);
    wait_for(&program, line2, LINE_LINEDEVSTATE, LINEDEVSTATE_CLOSE, "and ends");
    line = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
    expect_code(lineClose(line), 0, "lineClose");
    flush_line(&program, line2);
    flush_line(&other, theirs);
    check(count_of(&program, line2, LINE_LINEDEVSTATE, ANYTHING) == 4, "its own opens are no news to it");
    check(count_of(&program, line1, LINE_LINEDEVSTATE, ANYTHING) == 0, "nor are those of another line");
    check(count_of(&other, theirs, LINE_LINEDEVSTATE, ANYTHING) == 0, "who has not asked is told nothing");
    expect_code(lineSetStatusMessages(line1, 0, 0), 0, "lineSetStatusMessages");
    expect_code(lineSetStatusMessages(line2, 0, 0), 0, "lineSetStatusMessages");
}

static void has_calls(HLINE line, DWORD active, DWORD held, DWORD pending, const char *what)
{
    LINEADDRESSSTATUS address;

    look_at(line);
    memset(&address, 0, sizeof address);
    address.dwTotalSize = sizeof address;
    expect_code(lineGetAddressStatusA(line, 0, &address), 0, "lineGetAddressStatus");
    if (!check(told.line.dwNumActiveCalls == active && told.line.dwNumOnHoldCalls == held &&
                   told.line.dwNumOnHoldPendCalls == pending && address.dwNumActiveCalls == active &&
                   address.dwNumOnHoldCalls == held && address.dwNumOnHoldPendCalls == pending,
               "%s", what)) {
        note("%u active, %u on hold, %u pending", (unsigned)told.line.dwNumActiveCalls,
             (unsigned)told.line.dwNumOnHoldCalls, (unsigned)told.line.dwNumOnHoldPendCalls);
    }
}

static void ends(HCALL call, const char *what)
{
    expect_reply(&program, lineDrop(call, NULL, 0), 0, what);
    expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    expect_code(lineDeallocateCall(call), 0, what);
}

static void calls_are_counted(void)
{
    HCALL waiting = 0;
    HCALL call;
    HCALL consult = 0;

    forget(&program);
    has_calls(theirs, 0, 0, 0, "there is no call");
    expect_reply(&program, lineMakeCallA(line2, &waiting, NULL, 0, NULL), 0, "a call that waits for digits");
    has_calls(theirs, 1, 0, 0, "it is one for the other application, too");
    call = call_in(&program, line2, "1001", LINECALLSTATE_CONNECTED);
    has_calls(theirs, 2, 0, 0, "one more");
    expect_reply(&program, lineHold(call), 0, "lineHold");
    expect_state2(&program, call, LINECALLSTATE_ONHOLD, "on hold");
    has_calls(theirs, 1, 1, 0, "one is on hold");
    forget(&program);
    expect_reply(&program, lineUnhold(call), 0, "lineUnhold");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "taken back");
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_state2(&program, call, LINECALLSTATE_ONHOLDPENDTRANSFER, "it waits for a consultation");
    has_calls(line2, 2, 0, 1, "on hold for that, beside the consultation");
    ends(consult, "the consultation");
    ends(call, "the call");
    ends(waiting, "what waited");
    has_calls(theirs, 0, 0, 0, "all are over");
}

static void rings(DWORD first, DWORD second, const char *what)
{
    look_at(line1);
    check(told.line.dwRingMode == first, "%s: the caller's line", what);
    look_at(line2);
    check(told.line.dwRingMode == second, "%s: the line that is called", what);
    look_at(theirs);
    check(told.line.dwRingMode == second, "%s: for the other application, too", what);
}

/* As LINE_LINEDEVSTATE tells it, and as long as a call is offered. */
static void ringing_is_told(void)
{
    HCALL caller;
    HCALL callee;
    LINEMESSAGE message;

    expect_code(lineSetStatusMessages(line2, LINEDEVSTATE_RINGING, 0), 0, "lineSetStatusMessages");
    rings(0, 0, "no call");
    callee = offered(&program, line1, line2, &caller);
    program.next = 0;
    message = wait_for(&program, line2, LINE_LINEDEVSTATE, LINEDEVSTATE_RINGING, "it rings");
    check(message.dwParam2 == 1, "in the one way that there is");
    rings(0, 1, "a call is offered");
    expect_reply(&program, lineAccept(callee, NULL, 0), 0, "lineAccept");
    rings(0, 1, "accepted");
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "lineAnswer");
    rings(0, 0, "answered");
    ends(callee, "the callee");
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "the caller hears the end");
    expect_code(lineDeallocateCall(caller), 0, "the caller");
    expect_code(lineSetStatusMessages(line2, 0, 0), 0, "lineSetStatusMessages");
}

static HCALL talks(Program *whose, HLINE line)
{
    return call_in(whose, line, "1013", LINECALLSTATE_CONNECTED);
}

static void swapped(Program *first, HCALL active, Program *second, HCALL held, const char *what)
{
    forget(first);
    forget(second);
    expect_reply(first, expect_request(lineSwapHold(active, held), what), 0, what);
    expect_state2(first, active, LINECALLSTATE_ONHOLD, what);
    expect_state2(second, held, LINECALLSTATE_CONNECTED, what);
}

/* Two calls of one device can be swapped, by whichever open line each of them came. */
static void calls_of_two_open_lines(void)
{
    HLINE again = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
    HCALL first;
    HCALL second;
    HCALL third;
    HCALL elsewhere;
    HCALL whole = 0;

    forget(&program);
    first = talks(&program, line2);
    expect_reply(&program, lineHold(first), 0, "lineHold");
    expect_state2(&program, first, LINECALLSTATE_ONHOLD, "lineHold");
    elsewhere = talks(&program, line1);
    expect_code(lineSwapHold(elsewhere, first), LINEERR_INVALCALLHANDLE, "not with one of another device");
    second = talks(&program, again);
    swapped(&program, second, &program, first, "with one of another open line");
    swapped(&program, first, &program, second, "and back");
    third = talks(&other, theirs);
    swapped(&program, second, &program, first, "again");
    swapped(&other, third, &program, second, "with one of another application");
    /* A transfer is one of the device; a conference is of calls on one open line. */
    forget(&program);
    expect_reply(&program, lineHold(first), 0, "lineHold");
    expect_state2(&program, first, LINECALLSTATE_ONHOLD, "lineHold");
    expect_code(lineCompleteTransfer(first, second, &whole, LINETRANSFERMODE_CONFERENCE), LINEERR_INVALCONSULTCALLHANDLE,
                "no conference of two open lines");
    expect_reply(&program, lineCompleteTransfer(first, second, NULL, LINETRANSFERMODE_TRANSFER), 0, "a transfer");
    expect_state2(&program, first, LINECALLSTATE_IDLE, "a transfer");
    expect_state2(&program, second, LINECALLSTATE_IDLE, "a transfer");
    expect_code(lineDeallocateCall(first), 0, "the first");
    expect_code(lineDeallocateCall(second), 0, "the second");
    ends(elsewhere, "of another device");
    expect_reply(&other, lineDrop(third, NULL, 0), 0, "the third");
    expect_state2(&other, third, LINECALLSTATE_IDLE, "the third");
    expect_code(lineDeallocateCall(third), 0, "the third");
    expect_code(lineClose(again), 0, "lineClose");
}

/* ---- A call ---- */

static HCALL new_call_of(HLINE line)
{
    union {
        LINECALLLIST list;
        unsigned char bytes[64];
    } found;
    HCALL call = 0;

    memset(&found, 0, sizeof found);
    found.list.dwTotalSize = sizeof found;
    expect_code(lineGetNewCalls(line, 0, LINECALLSELECT_LINE, &found.list), 0, "lineGetNewCalls");
    if (check(found.list.dwCallsNumEntries == 1, "there is one")) {
        memcpy(&call, found.bytes + found.list.dwCallsOffset, sizeof call);
    }
    return call;
}

static void info_is(HCALL call, DWORD owners, DWORD monitors, const char *what)
{
    union {
        LINECALLINFO info;
        unsigned char bytes[2048];
    } known;

    memset(&known, 0, sizeof known);
    known.info.dwTotalSize = sizeof known;
    expect_code(lineGetCallInfoA(call, &known.info), 0, "lineGetCallInfo");
    check(known.info.dwNumOwners == owners && known.info.dwNumMonitors == monitors, "%s", what);
}

/* An application has been told since that these numbers have changed, of a call, each once. */
static void is_told(Program *whose, HLINE line, HCALL call, DWORD bits, const char *what)
{
    static const DWORD each[] = { LINECALLINFOSTATE_NUMOWNERINCR, LINECALLINFOSTATE_NUMOWNERDECR,
                                  LINECALLINFOSTATE_NUMMONITORS };
    size_t i;
    int good = 1;

    flush_line(whose, line);
    for (i = 0; i < 3; i++) {
        good = good && count_of(whose, call, LINE_CALLINFO, each[i]) == ((bits & each[i]) != 0 ? 1 : 0);
    }
    check(good, "%s", what);
    forget(whose);
}

#define INCR LINECALLINFOSTATE_NUMOWNERINCR
#define DECR LINECALLINFOSTATE_NUMOWNERDECR
#define MONITORS LINECALLINFOSTATE_NUMMONITORS

/* Another application takes a handle of a call, and lets go of it. */
static void the_owner_is_told(HCALL callee)
{
    HCALL found = new_call_of(theirs);

    is_told(&program, line2, callee, MONITORS, "another application looks on");
    info_is(callee, 1, 1, "one of each");
    expect_code(lineSetCallPrivilege(found, LINECALLPRIVILEGE_OWNER), 0, "lineSetCallPrivilege");
    is_told(&program, line2, callee, INCR | MONITORS, "it owns the call, too");
    info_is(callee, 2, 0, "two owners");
    expect_code(lineSetCallPrivilege(found, LINECALLPRIVILEGE_MONITOR), 0, "lineSetCallPrivilege");
    is_told(&program, line2, callee, DECR | MONITORS, "and looks on again");
    expect_code(lineDeallocateCall(found), 0, "lineDeallocateCall");
    is_told(&program, line2, callee, MONITORS, "and lets go of it");
    info_is(callee, 1, 0, "one is left");
    found = new_call_of(theirs);
    is_told(&program, line2, callee, MONITORS, "it finds it again");
    is_told(&other, theirs, found, 0, "what it does itself is no news to it");
    expect_code(lineSetCallPrivilege(callee, LINECALLPRIVILEGE_OWNER), 0, "what it is already");
    is_told(&other, theirs, found, 0, "changes nothing");
    expect_code(lineDeallocateCall(found), 0, "lineDeallocateCall");
    is_told(&program, line2, callee, MONITORS, "and lets go of it again");
}

/* A third application looks on while a call is handed over. Returns the handle of whoever gets it. */
static HCALL who_looks_on_is_told(HCALL callee)
{
    static Program third;
    HCALL found = new_call_of(theirs);
    HLINE line;
    HCALL seen;

    is_told(&program, line2, callee, MONITORS, "the other application is back");
    program_begin(&third);
    line = line_open(&third, 1, LINECALLPRIVILEGE_MONITOR);
    forget(&other);
    seen = new_call_of(line);
    is_told(&program, line2, callee, MONITORS, "the owner is told of a third");
    is_told(&other, theirs, found, MONITORS, "so is who looks on");
    forget(&third);
    expect_code(lineDeallocateCall(found), 0, "lineDeallocateCall");
    is_told(&program, line2, callee, MONITORS, "the owner is told of one who lets go");
    is_told(&third, line, seen, MONITORS, "so is who looks on");
    expect_code(lineClose(line), 0, "lineClose");
    is_told(&program, line2, callee, MONITORS, "with a line go its handles");
    line = line_open(&third, 1, LINECALLPRIVILEGE_MONITOR);
    seen = new_call_of(line);
    forget(&third);
    forget(&other);
    expect_code(lineHandoffA(callee, own_name(), 0), 0, "lineHandoff");
    found = (HCALL)wait_for(&other, theirs, LINE_APPNEWCALL, ANYTHING, "the other application gets it").dwParam2;
    is_told(&third, line, seen, LINECALLINFOSTATE_NUMOWNERINCR, "who looks on is told");
    is_told(&other, theirs, found, 0, "who gets it is told of the call alone");
    program_end(&third);
    is_told(&other, theirs, found, MONITORS, "with an application go its handles");
    return found;
}

static void holders_are_told(void)
{
    HCALL caller;
    HCALL callee = offered(&program, line1, line2, &caller);
    HCALL found;

    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "it is up");
    forget(&program);
    forget(&other);
    the_owner_is_told(callee);
    found = who_looks_on_is_told(callee);
    expect_reply(&other, lineDrop(found, NULL, 0), 0, "the new owner ends it");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "it is over");
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "for the caller, too");
    forget(&program);
    expect_code(lineDeallocateCall(found), 0, "the other handle");
    is_told(&program, line2, callee, 0, "of a call that is over nothing is told");
    expect_code(lineDeallocateCall(callee), 0, "the callee");
    expect_code(lineDeallocateCall(caller), 0, "the caller");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    program_begin(&other);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    theirs = line_open(&other, 1, LINECALLPRIVILEGE_OWNER);
    opens_are_counted();
    others_hear_of_opens();
    calls_are_counted();
    ringing_is_told();
    calls_of_two_open_lines();
    holders_are_told();
    program_end(&other);
    program_end(&program);
    return tests_done();
}
