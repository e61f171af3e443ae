/*
 * Consultations and conferences that come to nothing, or end in an unusual order: what waited for them
 * comes back, and a conference of nobody is over.
 */
#include "tapi2_test.h"

#include <pthread.h>

static Program program;
static HLINE line1;

static LINEMESSAGE conference_of(HCALL *first, HCALL *second, HCALL *whole)
{
    forget(&program);
    *first = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupConferenceA(*first, 0, whole, second, 3, NULL), 0, "lineSetupConference");
    expect_reply(&program, lineDialA(*second, "1013", 0), 0, "lineDial");
    expect_state2(&program, *second, LINECALLSTATE_CONNECTED, "the second answers");
    expect_reply(&program, lineAddToConference(*whole, *second), 0, "lineAddToConference");
    return expect_state2(&program, *second, LINECALLSTATE_CONFERENCED, "the second member");
}

static void a_third_is_not_added(void)
{
    HCALL first = 0;
    HCALL second = 0;
    HCALL third = 0;
    HCALL whole = 0;
    LONG id;

    conference_of(&first, &second, &whole);
    id = linePrepareAddToConferenceA(whole, &third, NULL);
    expect_reply(&program, expect_request(id, "prepare"), 0, "linePrepareAddToConference");
    expect_reply(&program, lineDrop(third, NULL, 0), 0, "the third is given up");
    expect_state2(&program, third, LINECALLSTATE_IDLE, "the third is over");
    expect_reply(&program, lineDrop(whole, NULL, 0), 0, "the conference is dropped");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "the conference is over");
    flush_line(&program, line1);
    check(calls_up(line1) == 0, "with all of its members");
    expect_code(lineDeallocateCall(first), 0, "the first");
    expect_code(lineDeallocateCall(second), 0, "the second");
    expect_code(lineDeallocateCall(third), 0, "the third");
    expect_code(lineDeallocateCall(whole), 0, "the conference");
}

/* A third that is not added after all: the conference talks again, once, and can be made larger. */
static void a_conference_comes_back(void)
{
    static const char *const WAYS[] = {"dropped undialled", "dropped", "busy", "let go of undialled", "let go of"};
    HCALL first = 0;
    HCALL second = 0;
    HCALL third = 0;
    HCALL whole = 0;
    int way;

    for (way = 0; way < 5; way++) {
        const char *what = WAYS[way];

        conference_of(&first, &second, &whole);
        expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference talks");
        forget(&program);
        expect_reply(&program, linePrepareAddToConferenceA(whole, &third, NULL), 0, "linePrepareAddToConference");
        expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
        forget(&program);
        if (way == 1 || way == 4) {
            expect_reply(&program, lineDialA(third, "1014", 0), 0, "lineDial");
            expect_state2(&program, third, LINECALLSTATE_CONNECTED, "the third answers");
        } else if (way == 2) {
            expect_reply(&program, lineDialA(third, "1002", 0), 0, "lineDial");
            expect_state2(&program, third, LINECALLSTATE_IDLE, "the third is busy");
        }
        if (way < 2) {
            expect_reply(&program, lineDrop(third, NULL, 0), 0, what);
        }
        expect_code(lineDeallocateCall(third), 0, what);
        expect_state2(&program, whole, LINECALLSTATE_CONNECTED, what);
        flush_line(&program, line1);
        check(count_of(&program, whole, LINE_CALLSTATE, ANYTHING) == 1, "%s: which is told once", what);
        check(state_now(first) == LINECALLSTATE_CONFERENCED, "%s: the members stay members", what);
        expect_reply(&program, linePrepareAddToConferenceA(whole, &third, NULL), 0, "another one");
        expect_reply(&program, lineDialA(third, "1014", 0), 0, "lineDial");
        expect_state2(&program, third, LINECALLSTATE_CONNECTED, "the third answers");
        forget(&program);
        expect_reply(&program, lineAddToConference(whole, third), 0, "lineAddToConference");
        expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference has three members");
        flush_line(&program, line1);
        check(count_of(&program, whole, LINE_CALLSTATE, ANYTHING) == 1, "which is told once");
        expect_reply(&program, lineDrop(whole, NULL, 0), 0, "the conference is dropped");
        expect_state2(&program, whole, LINECALLSTATE_IDLE, "the conference is over");
    }
}

/* The member that is on hold for a third leaves: the others talk, and the third can still come. */
static void the_one_who_waits_leaves(void)
{
    HCALL first = 0;
    HCALL second = 0;
    HCALL third = 0;
    HCALL fourth = 0;
    HCALL whole = 0;

    conference_of(&first, &second, &whole);
    expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference talks");
    forget(&program);
    expect_reply(&program, linePrepareAddToConferenceA(whole, &third, NULL), 0, "linePrepareAddToConference");
    expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
    forget(&program);
    expect_reply(&program, lineDrop(first, NULL, 0), 0, "the first leaves");
    expect_state2(&program, first, LINECALLSTATE_IDLE, "the first is over");
    expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference waits no more");
    expect_reply(&program, expect_request(lineDialA(third, "1014", 0), "lineDial"), 0, "lineDial");
    expect_state2(&program, third, LINECALLSTATE_CONNECTED, "the third answers");
    expect_reply(&program, linePrepareAddToConferenceA(whole, &fourth, NULL), 0, "linePrepareAddToConference");
    expect_reply(&program, lineAddToConference(whole, third), 0, "the third is added");
    expect_state2(&program, third, LINECALLSTATE_CONFERENCED, "it is a member");
    expect_reply(&program, lineDrop(fourth, NULL, 0), 0, "the fourth is given up");
    expect_reply(&program, lineDrop(whole, NULL, 0), 0, "the conference is dropped");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "the conference is over");
    flush_line(&program, line1);
    check(calls_up(line1) == 0, "with all of its members");
}

/* A consultation that is let go of before it is dialled: what waited for it comes back. */
static void let_go_before_it_is_dialled(void)
{
    HCALL call;
    HCALL consult = 0;
    HCALL whole = 0;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_state2(&program, call, LINECALLSTATE_ONHOLDPENDTRANSFER, "the call waits");
    forget(&program);
    expect_code(lineDeallocateCall(consult), 0, "its consultation is let go of");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call comes back");

    forget(&program);
    expect_reply(&program, lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL), 0, "lineSetupConference");
    expect_state2(&program, call, LINECALLSTATE_CONFERENCED, "the call waits for a second");
    forget(&program);
    expect_code(lineDeallocateCall(consult), 0, "which is let go of");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call comes back again");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "a conference of nobody is over");
    expect_code(lineDeallocateCall(whole), 0, "the conference");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "the call");
}

/* The reply that brings the conference's handle is taken when its members are over already. */
static void over_before_it_is_known(void)
{
    HCALL call;
    HCALL consult = 0;
    HCALL whole = 0;
    LONG id;
    int tries;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "the second answers");
    id = expect_request(lineCompleteTransfer(call, consult, &whole, LINETRANSFERMODE_CONFERENCE), "a conference");
    for (tries = 0; state_now(consult) != LINECALLSTATE_CONFERENCED && tries < 3000; tries++) {
        struct timespec pause = {0, 10000000};

        nanosleep(&pause, NULL);
    }
    expect_request(lineDrop(call, NULL, 0), "the first member");
    expect_request(lineDrop(consult, NULL, 0), "the second member");
    expect_reply(&program, id, 0, "the conference's handle comes");
    expect_state2(&program, consult, LINECALLSTATE_IDLE, "the second is over");
    flush_line(&program, line1);
    check(count_of(&program, whole, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 1, "a conference without members: IDLE once");
    expect_code(lineDeallocateCall(call), 0, "the first");
    expect_code(lineDeallocateCall(consult), 0, "the second");
    expect_code(lineDeallocateCall(whole), 0, "the conference");
}

/* A consultation that is dropped as soon as its handle is there: the conference's comes at that moment. */
static void dropped_as_it_begins(void)
{
    HCALL call;
    HCALL consult = 0;
    HCALL whole = 0;
    LONG id;
    int dead = 0;
    int tries;
    LONGLONG until;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    for (tries = 0; tries < 300; tries++) {
        forget(&program);
        until = now_ms() + 60000;
        id = lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL);
        if (id <= 0) {
            bail_out("lineSetupConference: %s", code_name(id));
        }
        /* Without sleeping, so that nothing lies between the message and the drop. */
        while (place_of(&program, 0, LINE_REPLY, (DWORD_PTR)id) == program.count) {
            if (!program_take(&program, 0) && now_ms() > until) {
                bail_out("no reply to lineSetupConference");
            }
        }
        dead += state_now(whole) == 0;
        if (lineDrop(consult, NULL, 0) <= 0) {
            bail_out("lineDrop");
        }
        while (place_of(&program, whole, LINE_CALLSTATE, LINECALLSTATE_IDLE) == program.count ||
               place_of(&program, consult, LINE_CALLSTATE, LINECALLSTATE_IDLE) == program.count ||
               place_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED) == program.count) {
            if (!program_take(&program, PATIENCE)) {
                bail_out("a conference of nobody is not over");
            }
        }
        if (lineDeallocateCall(whole) != 0 || lineDeallocateCall(consult) != 0) {
            bail_out("lineDeallocateCall");
        }
    }
    check(dead == 0, "the conference's handle is alive with the reply, and the conference over, every time");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "the call");
}

/* The call that waited is let go of, then the consultation. */
static void nobody_is_left_who_waits(void)
{
    HCALL call;
    HCALL consult = 0;
    HCALL whole = 0;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL), 0, "lineSetupConference");
    expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
    expect_code(lineDeallocateCall(call), 0, "its first member is let go of");
    forget(&program);
    expect_reply(&program, lineDrop(consult, NULL, 0), 0, "and the second is given up");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "a conference of nobody is over");
    expect_code(lineDeallocateCall(whole), 0, "the conference");
    expect_code(lineDeallocateCall(consult), 0, "the consultation");
}

/* A third that the network does not add: it was never a member, so it does not end with them. */
static void a_third_does_not_fit(void)
{
    HCALL first = 0;
    HCALL second = 0;
    HCALL third = 0;
    HCALL whole = 0;
    LONG id;

    conference_of(&first, &second, &whole);
    id = linePrepareAddToConferenceA(whole, &third, NULL);
    expect_reply(&program, expect_request(id, "prepare"), 0, "linePrepareAddToConference");
    expect_reply(&program, lineDialA(third, "1001", 0), 0, "lineDial");
    expect_state2(&program, third, LINECALLSTATE_CONNECTED, "the third answers");
    id = lineAddToConference(whole, third);
    if (id > 0) {
        expect_reply(&program, id, LINEERR_CONFERENCEFULL, "there is no room for it");
    } else {
        expect_code(id, LINEERR_CONFERENCEFULL, "there is no room for it");
    }
    expect_reply(&program, lineDrop(whole, NULL, 0), 0, "the conference is dropped");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "the conference is over");
    flush_line(&program, line1);
    check(state_now(third) == LINECALLSTATE_CONNECTED, "who was not in it goes on");
    check(count_of(&program, third, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 0, "and is not over");
    expect_reply(&program, lineDrop(third, NULL, 0), 0, "until it is dropped");
    expect_state2(&program, third, LINECALLSTATE_IDLE, "the third is over");
    check(calls_up(line1) == 0, "nobody is left");
}

/* How often a call was told to be connected. */
static size_t connected(HCALL call)
{
    return count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
}

/* It is connected once that is told, which may be behind the reply. */
static void take_back(HCALL call, const char *what)
{
    forget(&program);
    expect_reply(&program, lineUnhold(call), 0, what);
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, what);
}

static HCALL consultation(HCALL call, const char *number)
{
    HCALL consult = 0;

    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_state2(&program, call, LINECALLSTATE_ONHOLDPENDTRANSFER, "the call waits");
    if (number) {
        expect_reply(&program, lineDialA(consult, number, 0), 0, "lineDial");
        expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "the consultation answers");
    }
    return consult;
}

/* A call that the program took back and put on hold itself does not wait for a consultation any more. */
static void held_by_the_program(const char *number)
{
    HCALL call;
    HCALL consult;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    consult = consultation(call, number);
    take_back(call, "the call is taken back");
    expect_reply(&program, lineHold(call), 0, "and put on hold");
    expect_state2(&program, call, LINECALLSTATE_ONHOLD, "waiting for nobody");
    forget(&program);
    expect_reply(&program, lineDrop(consult, NULL, 0), 0, "the consultation is given up");
    expect_state2(&program, consult, LINECALLSTATE_IDLE, "the consultation is over");
    flush_line(&program, line1);
    check(state_now(call) == LINECALLSTATE_ONHOLD && connected(call) == 0, "the call stays on hold");
    expect_code(lineDeallocateCall(consult), 0, "the consultation");
    if (!number) {
        /* One that is dialled although nobody waits for it is a call like any other. */
        consult = 0;
        take_back(call, "the call is taken back again");
        consult = consultation(call, NULL);
        take_back(call, "and again");
        expect_reply(&program, lineHold(call), 0, "and put on hold");
        expect_state2(&program, call, LINECALLSTATE_ONHOLD, "waiting for nobody");
        expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
        expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "who was forgotten answers");
        forget(&program);
        expect_reply(&program, lineDrop(consult, NULL, 0), 0, "and is given up");
        expect_state2(&program, consult, LINECALLSTATE_IDLE, "and over");
        flush_line(&program, line1);
        check(state_now(call) == LINECALLSTATE_ONHOLD && connected(call) == 0, "the call stays on hold again");
        expect_code(lineDeallocateCall(consult), 0, "the consultation");
    }
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "the call");
}

/* A first consultation is forgotten; the call waits for a second one. */
static void waits_for_another(void)
{
    HCALL call;
    HCALL first;
    HCALL second;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    first = consultation(call, NULL);
    take_back(call, "the call is taken back");
    second = consultation(call, NULL);
    forget(&program);
    expect_code(lineDeallocateCall(first), 0, "the first is let go of");
    flush_line(&program, line1);
    check(state_now(call) == LINECALLSTATE_ONHOLDPENDTRANSFER && connected(call) == 0, "the call waits for the second");
    expect_reply(&program, lineDrop(second, NULL, 0), 0, "which is given up");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call comes back");
    expect_code(lineDeallocateCall(second), 0, "the second");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "the call");
}

/* Whoever waited comes back, as a call like any other. */
static void comes_back(HCALL call, HCALL whole, const char *how)
{
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, how);
    if (whole) {
        expect_state2(&program, whole, LINECALLSTATE_IDLE, "a conference of nobody is over");
        expect_code(lineDeallocateCall(whole), 0, "the conference");
    }
    forget(&program);
    expect_reply(&program, lineHold(call), 0, "lineHold");
    expect_state2(&program, call, LINECALLSTATE_ONHOLD, "it is on hold for nobody");
    expect_reply(&program, lineUnhold(call), 0, "lineUnhold");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "it is taken back");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "the call");
}

/* A consultation that is dialled, and over before the two are joined. */
static void dialled_for_nothing(int conference)
{
    HCALL call;
    HCALL consult;
    HCALL whole;
    int way;

    for (way = 0; way < 3; way++) {
        consult = whole = 0;
        forget(&program);
        call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
        if (conference) {
            expect_reply(&program, lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL), 0, "lineSetupConference");
            expect_state2(&program, call, LINECALLSTATE_CONFERENCED, "the call waits for a second");
        } else {
            consult = consultation(call, NULL);
        }
        forget(&program);
        expect_reply(&program, lineDialA(consult, way == 0 ? "1002" : "1013", 0), 0, "lineDial");
        if (way == 0) {
            expect_state2(&program, consult, LINECALLSTATE_IDLE, "who is asked is busy");
            expect_code(lineDeallocateCall(consult), 0, "the consultation");
            comes_back(call, whole, "busy: the call comes back");
            continue;
        }
        expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "who is asked answers");
        if (way == 1) {
            expect_reply(&program, lineDrop(consult, NULL, 0), 0, "and is dropped");
            comes_back(call, whole, "dropped: the call comes back");
        }
        expect_code(lineDeallocateCall(consult), 0, "the consultation");
        if (way == 2) {
            comes_back(call, whole, "let go of: the call comes back");
        }
    }
}

/* The last handles of its members go: the conference is over. */
static void members_let_go_of(void)
{
    HCALL first = 0;
    HCALL second = 0;
    HCALL whole = 0;

    conference_of(&first, &second, &whole);
    expect_code(lineDeallocateCall(first), 0, "the first member is let go of");
    flush_line(&program, line1);
    check(count_of(&program, whole, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 0, "there is another one");
    expect_code(lineDeallocateCall(second), 0, "the second member is let go of");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "a conference of nobody is over");
    expect_code(lineDeallocateCall(whole), 0, "the conference");
}

/* Calls of two lines, which TAPI 2 does not bring together: nothing happens to them. */
static void of_two_lines(void)
{
    HLINE line2 = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
    HCALL first = 0;
    HCALL second = 0;
    HCALL whole = 0;
    HCALL none = 0;
    HCALL other = call_in(&program, line2, "1001", LINECALLSTATE_CONNECTED);
    HCALL held;

    conference_of(&first, &second, &whole);
    expect_code(lineAddToConference(whole, other), LINEERR_INVALCALLHANDLE, "no member of another line");
    held = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineHold(held), 0, "lineHold");
    expect_state2(&program, held, LINECALLSTATE_ONHOLD, "lineHold");
    expect_code(lineCompleteTransfer(held, other, NULL, LINETRANSFERMODE_TRANSFER),
                LINEERR_INVALCONSULTCALLHANDLE, "no transfer to another line");
    expect_code(lineCompleteTransfer(held, other, &none, LINETRANSFERMODE_CONFERENCE),
                LINEERR_INVALCONSULTCALLHANDLE, "no conference with another line");
    check(none == 0, "and no handle of one");
    check(state_now(held) == LINECALLSTATE_ONHOLD, "the one is on hold");
    check(state_now(other) == LINECALLSTATE_CONNECTED, "the other goes on");
    expect_code(lineClose(line2), 0, "lineClose");
    expect_reply(&program, lineDrop(whole, NULL, 0), 0, "the conference is dropped");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "the conference is over");
    expect_reply(&program, lineDrop(held, NULL, 0), 0, "the held call is dropped");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    a_third_is_not_added();
    a_conference_comes_back();
    the_one_who_waits_leaves();
    let_go_before_it_is_dialled();
    over_before_it_is_known();
    dropped_as_it_begins();
    nobody_is_left_who_waits();
    held_by_the_program(NULL);
    held_by_the_program("1013");
    waits_for_another();
    dialled_for_nothing(0);
    dialled_for_nothing(1);
    members_let_go_of();
    of_two_lines();
    program_end(&program);
    configure("[simulation]\nmax_conference = 3\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    a_third_does_not_fit();
    program_end(&program);
    return tests_done();
}
