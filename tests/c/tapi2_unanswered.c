/*
 * Calls that nobody answers in time: those that their maker gives up (dwNoAnswerTimeout), and those that
 * the called line forwards (dwNumRingsNoAnswer). The clock goes when the test says so.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002, whose incoming calls the program owns */

/* Parameters of a call that is given up after so many seconds; 0 for never. */
static LINECALLPARAMS *within(DWORD seconds)
{
    static LINECALLPARAMS parameters;

    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwBearerMode = LINEBEARERMODE_VOICE;
    parameters.dwMediaMode = LINEMEDIAMODE_INTERACTIVEVOICE;
    parameters.dwAddressMode = LINEADDRESSMODE_ADDRESSID;
    parameters.dwNoAnswerTimeout = seconds;
    return &parameters;
}

static HCALL call_within(HLINE line, const char *destination, DWORD seconds, DWORD state)
{
    HCALL call = 0;

    forget(&program);
    expect_reply(&program, lineMakeCallA(line, &call, destination, 0, within(seconds)), 0, "lineMakeCall");
    expect_state2(&program, call, state, destination);
    return call;
}

/* The call ends since nobody has answered. */
static void expect_given_up(HLINE line, HCALL call, const char *what)
{
    LINEMESSAGE message = expect_state2(&program, call, LINECALLSTATE_DISCONNECTED, what);

    check(message.dwParam2 == LINEDISCONNECTMODE_NOANSWER, "%s: nobody has answered", what);
    expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    flush_line(&program, line);
    check(count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_DISCONNECTED) == 1, "%s: once", what);
    check(count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 1, "%s: over once", what);
    expect_code(lineDeallocateCall(call), 0, what);
}

static void drop(HCALL call, const char *what)
{
    expect_reply(&program, lineDrop(call, NULL, 0), 0, what);
    expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    expect_code(lineDeallocateCall(call), 0, what);
}

static void given_up(void)
{
    HCALL call = call_within(line1, "1003", 10, LINECALLSTATE_RINGBACK);

    tapi3_clock_advance(9900);
    flush_line(&program, line1);
    check(state_now(call) == LINECALLSTATE_RINGBACK, "it rings as long as it may");
    tapi3_clock_advance(100);
    expect_given_up(line1, call, "given up");

    /* Who is called sees the caller go. */
    call = call_within(line1, "2002", 5, LINECALLSTATE_RINGBACK);
    program.next = 0;
    {
        HCALL callee = (HCALL)wait_for(&program, line2, LINE_APPNEWCALL, ANYTHING, "it is offered").dwParam2;

        tapi3_clock_advance(5000);
        expect_state2(&program, callee, LINECALLSTATE_IDLE, "the called line rings no more");
        expect_given_up(line1, call, "a call of two lines");
        expect_code(lineDeallocateCall(callee), 0, "lineDeallocateCall");
    }
}

static void digit_by_digit(void)
{
    HCALL call = 0;

    forget(&program);
    expect_reply(&program, lineMakeCallA(line1, &call, NULL, 0, within(10)), 0, "lineMakeCall without a number");
    tapi3_clock_advance(20000);
    check(state_now(call) == LINECALLSTATE_DIALTONE, "who dials takes the time that it takes");
    expect_reply(&program, lineDialA(call, "1003", 0), 0, "lineDial");
    expect_state2(&program, call, LINECALLSTATE_RINGBACK, "it rings");
    tapi3_clock_advance(9900);
    check(state_now(call) == LINECALLSTATE_RINGBACK, "it rings from then on as long as it may");
    tapi3_clock_advance(100);
    expect_given_up(line1, call, "dialled");
}

static void a_consultation(void)
{
    HCALL first = call_within(line1, "1001", 10, LINECALLSTATE_CONNECTED);
    HCALL consult = 0;

    expect_reply(&program, lineSetupTransferA(first, &consult, within(3)), 0, "lineSetupTransfer");
    expect_reply(&program, lineDialA(consult, "1003", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_RINGBACK, "it rings");
    forget(&program);
    tapi3_clock_advance(3000);
    expect_state2(&program, first, LINECALLSTATE_CONNECTED, "the call that waited comes back");
    expect_given_up(line1, consult, "consultation");
    drop(first, "first");
}

static void not_given_up(void)
{
    HLINE old = 0;
    HCALL call = call_within(line1, "1001", 10, LINECALLSTATE_CONNECTED);

    tapi3_clock_advance(60000);
    check(state_now(call) == LINECALLSTATE_CONNECTED, "one that was answered goes on");
    drop(call, "answered");

    call = call_within(line1, "1003", 0, LINECALLSTATE_RINGBACK);
    tapi3_clock_advance(3600000);
    check(state_now(call) == LINECALLSTATE_RINGBACK, "without a time it rings for ever");
    drop(call, "for ever");

    call = call_within(line1, "1003", 0xffffffff, LINECALLSTATE_RINGBACK);
    tapi3_clock_advance(3600000);
    check(state_now(call) == LINECALLSTATE_RINGBACK, "and for a hundred years");
    drop(call, "a hundred years");

    call = call_within(line1, "1003", 10, LINECALLSTATE_RINGBACK);
    drop(call, "dropped before");
    tapi3_clock_advance(20000);
    flush_line(&program, line1);
    check(count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_DISCONNECTED) == 0, "which is all that it hears");

    /* What stands there means nothing to programs of 1.x: their structures end before. */
    expect_code(lineOpenA(program.app, 0, &old, 0x00010004, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL), 0, "lineOpen 1.4");
    call = call_within(old, "1003", 10, LINECALLSTATE_RINGBACK);
    tapi3_clock_advance(60000);
    check(state_now(call) == LINECALLSTATE_RINGBACK, "an old program's call rings on");
    drop(call, "old");
    expect_code(lineClose(old), 0, "lineClose");
}

static void seen_by_others(void)
{
    HLINE monitor = line_open(&program, 0, LINECALLPRIVILEGE_MONITOR);
    HCALL call = call_within(line1, "1003", 10, LINECALLSTATE_RINGBACK);
    HCALL seen;

    program.next = 0;
    seen = (HCALL)wait_for(&program, monitor, LINE_APPNEWCALL, ANYTHING, "somebody looks on").dwParam2;
    tapi3_clock_advance(10000);
    expect_given_up(monitor, seen, "as others see it");
    expect_given_up(line1, call, "as its maker sees it");
    expect_code(lineClose(monitor), 0, "lineClose");
}

static DWORD rings_of(HLINE line)
{
    LINEADDRESSSTATUS status;

    memset(&status, 0, sizeof status);
    status.dwTotalSize = sizeof status;
    expect_code(lineGetAddressStatusA(line, 0, &status), 0, "lineGetAddressStatus");
    return status.dwNumRingsNoAnswer;
}

static void forward_after(DWORD mode, DWORD rings)
{
    struct {
        LINEFORWARDLIST list;
        char number[8];
    } room;
    HCALL consultation = 0;

    memset(&room, 0, sizeof room);
    room.list.dwTotalSize = sizeof room;
    room.list.dwNumEntries = 1;
    room.list.ForwardList[0].dwForwardMode = mode;
    room.list.ForwardList[0].dwDestAddressSize = 5;
    room.list.ForwardList[0].dwDestAddressOffset = (DWORD)((char *)room.number - (char *)&room);
    memcpy(room.number, "1001", 5);
    expect_reply(&program, lineForwardA(line2, TRUE, 0, &room.list, rings, &consultation, NULL), 0, "lineForward");
}

static void forwarded(void)
{
    HCALL caller;
    HCALL callee;

    check(rings_of(line2) == 0, "nothing is forwarded");
    forward_after(LINEFORWARDMODE_NOANSW, 2);
    check(rings_of(line2) == 2, "the rings are told");
    callee = offered(&program, line1, line2, &caller);
    tapi3_clock_advance(11900);
    check(state_now(callee) == LINECALLSTATE_OFFERING, "two rings are twelve seconds");
    tapi3_clock_advance(100);
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "then it rings there no more");
    expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "and is answered elsewhere");
    expect_code(lineDeallocateCall(callee), 0, "lineDeallocateCall");
    drop(caller, "caller");

    forward_after(LINEFORWARDMODE_NOANSW, 0);
    check(rings_of(line2) == 1, "fewer rings than there may be are the fewest");
    forward_after(LINEFORWARDMODE_BUSYNA, 1000);
    check(rings_of(line2) == 20, "and more the most");
    forward_after(LINEFORWARDMODE_UNCOND, 3);
    check(rings_of(line2) == 0, "what is forwarded at once waits for no ring");
    expect_reply(&program, lineForwardA(line2, TRUE, 0, NULL, 0, &caller, NULL), 0, "no more");
}

static void saving_tolls(void)
{
    HLINE other = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
    DWORD rings = 0;

    expect_code(lineGetNumRings(line2, 0, &rings), 0, "lineGetNumRings");
    check(rings == 0xffffffff, "nobody asks for rings");
    expect_code(lineSetNumRings(line2, 0, 5), 0, "lineSetNumRings");
    expect_code(lineSetNumRings(other, 0, 3), 0, "and of another line of the device");
    expect_code(lineGetNumRings(line2, 0, &rings), 0, "lineGetNumRings");
    check(rings == 3, "the fewest count");
    expect_code(lineGetNumRings(line1, 0, &rings), 0, "lineGetNumRings of another device");
    check(rings == 0xffffffff, "which it says nothing about");
    expect_code(lineClose(other), 0, "lineClose");
    expect_code(lineGetNumRings(line2, 0, &rings), 0, "lineGetNumRings");
    check(rings == 5, "of those that are open");
}

int main(void)
{
    tests_begin(280);
    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    given_up();
    digit_by_digit();
    a_consultation();
    not_given_up();
    seen_by_others();
    forwarded();
    saving_tolls();
    program_end(&program);
    configure(NULL);
    return tests_done();
}
