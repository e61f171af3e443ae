/*
 * What lines, addresses and calls say that can be done with them, and that this is what can be done.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002 */

static void drop(HCALL call, const char *what)
{
    expect_reply(&program, lineDrop(call, NULL, 0), 0, what);
    expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    expect_code(lineDeallocateCall(call), 0, what);
}

static DWORD address_features(HLINE line)
{
    union {
        LINEADDRESSSTATUS status;
        char bytes[512];
    } told;

    memset(&told, 0, sizeof told);
    told.status.dwTotalSize = sizeof told;
    expect_code(lineGetAddressStatusA(line, 0, &told.status), 0, "lineGetAddressStatus");
    return told.status.dwAddressFeatures;
}

/* The states that the call may come to are those that the address tells of. */
static void of_states(HCALL call)
{
    union {
        LINECALLINFO call;
        LINEADDRESSCAPS address;
        char bytes[4096];
    } told;
    DWORD states;

    memset(&told, 0, sizeof told);
    told.call.dwTotalSize = sizeof told;
    expect_code(lineGetCallInfoA(call, &told.call), 0, "lineGetCallInfo");
    states = told.call.dwCallStates;
    check((states & LINECALLSTATE_CONFERENCED) != 0, "it may be in a conference");
    memset(&told, 0, sizeof told);
    told.address.dwTotalSize = sizeof told;
    expect_code(lineGetAddressCapsA(program.app, 0, 0, 0x00020002, 0, &told.address), 0, "lineGetAddressCaps");
    check(told.address.dwCallStates == states, "as the address says");
}

/* A conference can only be ended and be made larger; all else is for its members. */
static void of_a_conference(void)
{
    HCALL call;
    HCALL whole = 0;
    HCALL consult = 0;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    of_states(call);
    check((features_of(call) & LINECALLFEATURE_SETUPCONF) != 0, "a conference can begin with a call");
    check((features_of(call) & LINECALLFEATURE_PREPAREADDCONF) == 0, "which is none itself");
    expect_code(linePrepareAddToConferenceA(call, &consult, NULL), LINEERR_INVALCONFCALLHANDLE,
                "so nobody is added to it");
    expect_reply(&program, lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL), 0, "lineSetupConference");
    expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "the second answers");
    check(features_of(whole) == (LINECALLFEATURE_ADDTOCONF | LINECALLFEATURE_DROP), "one that waits gets a member");
    expect_reply(&program, lineAddToConference(whole, consult), 0, "lineAddToConference");
    expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference talks");
    check(features_of(whole) == (LINECALLFEATURE_PREPAREADDCONF | LINECALLFEATURE_DROP), "one that talks can grow");
    expect_code(lineHold(whole), LINEERR_INVALCALLSTATE, "and nothing else");
    expect_code(lineGenerateDigitsA(whole, LINEDIGITMODE_DTMF, "1", 0), LINEERR_INVALCALLSTATE, "no digits");
    drop(whole, "the conference");
    expect_code(lineDeallocateCall(call), 0, "the first");
    expect_code(lineDeallocateCall(consult), 0, "the second");
}

/* LINEADDRFEATURE_SETUPCONF would mean that none is needed. */
static void a_conference_begins_with_a_call(void)
{
    HCALL whole = 0;
    HCALL consult = 0;

    check((address_features(line1) & LINEADDRFEATURE_SETUPCONF) == 0, "no conference of nobody");
    expect_code(lineSetupConferenceA(0, line1, &whole, &consult, 3, NULL), LINEERR_OPERATIONUNAVAIL, "without a call");
    expect_code(lineSetupConferenceW(0, line1, &whole, &consult, 3, NULL), LINEERR_OPERATIONUNAVAIL, "the wide form");
    expect_code(lineSetupConferenceA(0, 4711, &whole, &consult, 3, NULL), LINEERR_INVALLINEHANDLE, "without either");
    expect_code(lineSetupConferenceA(4711, line1, &whole, &consult, 3, NULL), LINEERR_INVALCALLHANDLE, "no such call");
    check(whole == 0 && consult == 0, "there are no handles");
}

static HCALL on_hold(const char *number)
{
    HCALL call = call_in(&program, line1, number, LINECALLSTATE_CONNECTED);

    expect_reply(&program, lineHold(call), 0, "lineHold");
    expect_state2(&program, call, LINECALLSTATE_ONHOLD, "lineHold");
    return call;
}

static void is_a_member(HCALL call, HCALL whole, const char *what)
{
    LINEMESSAGE message;

    program.next = 0;
    do {
        message = wait_for(&program, call, LINE_CALLSTATE, LINECALLSTATE_CONFERENCED, what);
    } while (message.dwParam2 != whole);
    check(state_now(call) == LINECALLSTATE_CONFERENCED, "%s: a member", what);
    check((features_of(call) & LINECALLFEATURE_REMOVEFROMCONF) != 0, "%s: it can leave", what);
}

/* LINEADDRCAPFLAGS_CONFERENCEHELD: a call on hold becomes a member of a conference that waits. */
static void a_held_call_is_added(void)
{
    HCALL call;
    HCALL held;
    HCALL more;
    HLINE other;
    HCALL theirs;
    HCALL whole = 0;
    HCALL consult = 0;
    HCALL next = 0;

    forget(&program);
    held = on_hold("1013");
    more = on_hold("1014");
    check((features_of(held) & LINECALLFEATURE_ADDTOCONF) == 0, "there is no conference yet");
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL), 0, "lineSetupConference");
    expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
    check((features_of(held) & LINECALLFEATURE_ADDTOCONF) != 0, "a call on hold can be added to it");
    other = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    theirs = call_in(&program, other, "1001", LINECALLSTATE_CONNECTED);
    check((features_of(theirs) & LINECALLFEATURE_ADDTOCONF) == 0, "one of another open line cannot");
    expect_code(lineAddToConference(whole, theirs), LINEERR_INVALCALLHANDLE, "nor is it");
    expect_code(lineClose(other), 0, "lineClose");
    check((features_of(call) & LINECALLFEATURE_REMOVEFROMCONF) == 0, "its first member cannot leave yet");
    expect_code(lineAddToConference(whole, whole), LINEERR_INVALCALLHANDLE, "no conference in itself");
    expect_code(lineAddToConference(whole, call), LINEERR_INVALCALLHANDLE, "no member twice");
    forget(&program);
    expect_reply(&program, expect_request(lineAddToConference(whole, held), "add"), 0, "lineAddToConference");
    is_a_member(held, whole, "what was on hold");
    expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference talks");
    check(state_now(call) == LINECALLSTATE_CONFERENCED, "the first is one as it was");
    check((features_of(call) & LINECALLFEATURE_REMOVEFROMCONF) != 0, "and can leave");
    expect_code(lineAddToConference(whole, held), LINEERR_INVALCALLHANDLE, "no member twice");
    expect_code(lineAddToConference(whole, more), LINEERR_INVALCALLSTATE, "one that talks takes nobody");
    drop(consult, "the consultation that nobody waits for");
    check(state_now(call) == LINECALLSTATE_CONFERENCED, "the members go on");

    forget(&program);
    expect_reply(&program, linePrepareAddToConferenceA(whole, &next, NULL), 0, "linePrepareAddToConference");
    expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits again");
    forget(&program);
    expect_reply(&program, expect_request(lineAddToConference(whole, more), "add"), 0, "lineAddToConference");
    is_a_member(more, whole, "one more");
    expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference talks again");
    drop(next, "the consultation that nobody waits for");
    expect_reply(&program, lineRemoveFromConference(more), 0, "the third leaves");
    expect_state2(&program, more, LINECALLSTATE_IDLE, "the third ends");
    expect_reply(&program, lineRemoveFromConference(held), 0, "the second leaves");
    expect_state2(&program, held, LINECALLSTATE_IDLE, "the second ends");
    check((features_of(call) & LINECALLFEATURE_REMOVEFROMCONF) == 0, "the last member cannot leave");
    expect_reply(&program, lineRemoveFromConference(call), LINEERR_INVALCALLSTATE, "nor does it");
    drop(whole, "the conference");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "the first ends");
    expect_code(lineDeallocateCall(call), 0, "the first");
    expect_code(lineDeallocateCall(held), 0, "the second");
    expect_code(lineDeallocateCall(more), 0, "the third");
}

/* A consultation about a call that is no member is not added to the conference instead. */
static void asked_about_another_call(void)
{
    HCALL call;
    HCALL other;
    HCALL whole = 0;
    HCALL next = 0;
    HCALL consult = 0;

    forget(&program);
    other = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupTransferA(other, &consult, NULL), 0, "lineSetupTransfer");
    expect_reply(&program, lineDialA(consult, "1014", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "who is asked answers");
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupConferenceA(call, 0, &whole, &next, 3, NULL), 0, "lineSetupConference");
    expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
    expect_code(lineAddToConference(whole, consult), LINEERR_INVALCALLHANDLE, "the other call waits for it");
    check(state_now(other) == LINECALLSTATE_ONHOLDPENDTRANSFER, "and goes on waiting");
    drop(whole, "the conference");
    expect_reply(&program, lineCompleteTransfer(other, consult, NULL, LINETRANSFERMODE_TRANSFER), 0, "transferred");
    expect_state2(&program, other, LINECALLSTATE_IDLE, "transferred");
    drop(next, "the other consultation");
}

/* After lineSwapHold the consultation is on hold, and is what is transferred. */
static void swapped_before_the_transfer(DWORD mode)
{
    HCALL call;
    HCALL consult = 0;
    HCALL whole = 0;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "who is asked answers");
    forget(&program);
    expect_reply(&program, lineSwapHold(consult, call), 0, "lineSwapHold");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call talks");
    expect_state2(&program, consult, LINECALLSTATE_ONHOLD, "the consultation is on hold");
    check((features_of(consult) & LINECALLFEATURE_COMPLETETRANSF) != 0, "it can be transferred");
    check((features_of(call) & LINECALLFEATURE_COMPLETETRANSF) == 0, "the call that talks cannot");
    expect_code(lineCompleteTransfer(call, consult, &whole, mode), LINEERR_INVALCALLSTATE, "as it was before");
    expect_reply(&program, expect_request(lineCompleteTransfer(consult, call, &whole, mode), "turned"), 0, "turned");
    if (mode == LINETRANSFERMODE_CONFERENCE) {
        is_a_member(call, whole, "the call");
        is_a_member(consult, whole, "the consultation");
        drop(whole, "the conference");
    }
    expect_state2(&program, call, LINECALLSTATE_IDLE, "the call is over");
    expect_state2(&program, consult, LINECALLSTATE_IDLE, "the consultation is over");
    expect_code(lineDeallocateCall(call), 0, "the call");
    expect_code(lineDeallocateCall(consult), 0, "the consultation");
}

/* The call that waited is over: what was to be its consultation can still be dialled, as its features say. */
static void a_consultation_for_nobody(void)
{
    HCALL call;
    HCALL consult = 0;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_state2(&program, consult, LINECALLSTATE_DIALTONE, "the consultation waits for digits");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "the call that waited is dropped");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "it is over");
    check((features_of(consult) & LINECALLFEATURE_DIAL) != 0, "the consultation can be dialled");
    expect_reply(&program, expect_request(lineDialA(consult, "1013", 0), "lineDial"), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "who is called answers");
    drop(consult, "it ends as any other");
    expect_code(lineDeallocateCall(call), 0, "the call that waited");
}

/* The address does not fit: the reply says so, and the call is parked. */
static void parked_with_too_little_room(void)
{
    HCALL call;
    HCALL back = 0;
    struct {
        VARSTRING head;
        char text[4];
        unsigned char guard[16];
    } where;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    memset(&where, 0x5a, sizeof where);
    where.head.dwTotalSize = sizeof where.head + sizeof where.text;
    expect_reply(&program, lineParkA(call, LINEPARKMODE_NONDIRECTED, NULL, &where.head), LINEERR_STRUCTURETOOSMALL,
                 "linePark");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "it is parked all the same");
    check(where.head.dwStringSize == 0 && where.head.dwStringOffset == 0, "no half an address");
    check(where.head.dwNeededSize == sizeof where.head + 5, "what is needed is told");
    check(where.text[0] == 0x5a && where.guard[0] == 0x5a, "nothing is written behind that");
    expect_code(lineDeallocateCall(call), 0, "parked");
    expect_reply(&program, lineUnparkA(line1, 0, &back, "7001"), 0, "lineUnpark");
    expect_state2(&program, back, LINECALLSTATE_CONNECTED, "unparked");
    drop(back, "unparked");
}

typedef struct ForwardRoom {
    LINEFORWARDLIST list;
    char more[64];
} ForwardRoom;

static void forward(const ForwardRoom *room, const char *what)
{
    HCALL none = 0;
    LONG id = lineForwardA(line1, TRUE, 0, room ? (LINEFORWARDLIST *)(void *)(size_t)&room->list : NULL, 3, &none, NULL);

    expect_reply(&program, expect_request(id, what), 0, what);
}

/* What the forwarding of the first line is: how many entries, and the first of them. */
static DWORD forwarding(LINEFORWARD *first)
{
    union {
        LINEADDRESSSTATUS status;
        char bytes[512];
    } told;

    memset(&told, 0, sizeof told);
    memset(first, 0, sizeof *first);
    told.status.dwTotalSize = sizeof told;
    expect_code(lineGetAddressStatusA(line1, 0, &told.status), 0, "lineGetAddressStatus");
    if (told.status.dwForwardNumEntries > 0) {
        /* The line was opened with 2.2, where an entry is shorter. */
        memcpy(first, told.bytes + told.status.dwForwardOffset, 24);
    }
    return told.status.dwForwardNumEntries;
}

static HCALL call_to_line1(DWORD state, DWORD mode, const char *what)
{
    HCALL call = call_in(&program, line2, "2001", 0);
    LINEMESSAGE message = expect_state2(&program, call, state, what);

    check(message.dwParam2 == mode, "%s: in this way", what);
    return call;
}

/* LINEADDRFEATURE_FORWARDDND: an entry that leads to nowhere is do-not-disturb. */
static void do_not_disturb(void)
{
    ForwardRoom room;
    LINEFORWARD entry;
    HCALL none = 0;
    HCALL call;

    forget(&program);
    check((address_features(line1) & LINEADDRFEATURE_FORWARDDND) != 0, "the address has do-not-disturb");
    expect_code(lineSetStatusMessages(line1, 0, LINEADDRESSSTATE_FORWARD), 0, "its forwarding is told");
    memset(&room, 0, sizeof room);
    room.list.dwTotalSize = sizeof room;
    room.list.dwNumEntries = 1;
    room.list.ForwardList[0].dwForwardMode = LINEFORWARDMODE_UNCOND;
    forward(&room, "do not disturb");
    program.next = 0;
    wait_for(&program, line1, LINE_ADDRESSSTATE, ANYTHING, "that it is in force is told");
    check(forwarding(&entry) == 1, "one entry");
    check(entry.dwForwardMode == LINEFORWARDMODE_UNCOND && entry.dwDestAddressSize == 0, "which leads to nowhere");
    call = call_to_line1(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_BUSY, "a caller hears that it is busy");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "the call is over");
    expect_code(lineDeallocateCall(call), 0, "the caller");

    /* The last list counts. */
    room.list.ForwardList[0].dwDestAddressSize = 5;
    room.list.ForwardList[0].dwDestAddressOffset = (DWORD)(room.more - (char *)&room);
    memcpy(room.more, "1001", 5);
    forward(&room, "forwarded instead");
    check(forwarding(&entry) == 1 && entry.dwDestAddressSize == 5, "to a number");
    forget(&program);
    call = call_to_line1(LINECALLSTATE_CONNECTED, LINECONNECTEDMODE_ACTIVE, "a caller gets there");
    drop(call, "the caller");

    memset(room.more, 0, sizeof room.more);
    room.list.ForwardList[0].dwDestAddressSize = 1;
    forward(&room, "an empty text is nowhere, too");
    check(forwarding(&entry) == 1 && entry.dwDestAddressSize == 0, "and takes the number's place");
    room.list.ForwardList[0].dwForwardMode = LINEFORWARDMODE_BUSY;
    expect_code(lineForwardA(line1, TRUE, 0, &room.list, 3, &none, NULL), LINEERR_INVALADDRESS,
                "whoever is busy is not sent to nowhere");
    room.list.ForwardList[0].dwForwardMode = LINEFORWARDMODE_UNCOND;
    room.list.ForwardList[0].dwDestAddressSize = 0x1000;
    expect_code(lineForwardA(line1, TRUE, 0, &room.list, 3, &none, NULL), LINEERR_INVALADDRESS,
                "an address outside is not nowhere");
    check(forwarding(&entry) == 1, "and leaves all as it was");
    forward(NULL, "no more of it");
    check(forwarding(&entry) == 0, "no entry");
    forget(&program);
    call = call_to_line1(LINECALLSTATE_RINGBACK, 0, "the line rings again");
    drop(call, "the caller");
}

static void dialogs(void)
{
    const HLINEAPP app = program.app;

    expect_code(lineTranslateDialogA(app, 0, 0x00020002, NULL, "1"), LINEERR_OPERATIONFAILED, "there is no dialog");
    expect_code(lineTranslateDialogA(app, 9, 0x00020002, NULL, "1"), LINEERR_BADDEVICEID, "nor a device");
    expect_code(lineTranslateDialogW(app, 9, 0x00020002, NULL, NULL), LINEERR_BADDEVICEID, "in the wide form");
    expect_code(lineTranslateDialogA(4711, 9, 0x00020002, NULL, "1"), LINEERR_INVALAPPHANDLE, "nor an application");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
    of_a_conference();
    a_conference_begins_with_a_call();
    a_held_call_is_added();
    asked_about_another_call();
    swapped_before_the_transfer(LINETRANSFERMODE_TRANSFER);
    swapped_before_the_transfer(LINETRANSFERMODE_CONFERENCE);
    a_consultation_for_nobody();
    parked_with_too_little_room();
    do_not_disturb();
    dialogs();
    program_end(&program);
    return tests_done();
}
