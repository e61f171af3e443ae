/*
 * TAPI 2 under threads that do at the same moment what excludes each other, and where ends come in an
 * unusual order: no call is lost, no handle outlives its line, each call's IDLE comes once and last,
 * and no reply comes that nobody asked for.
 */
#include "tapi2_test.h"

#include <pthread.h>

#define ROUNDS 150

static Program program;
static HLINE line1;
static HLINE line2;

/* ---- Two threads that begin at the same moment ---- */

typedef struct Act {
    LONG (*act)(HCALL call);
    HCALL call;
    LONG got;
} Act;

static pthread_barrier_t start;

static void *run(void *argument)
{
    Act *act = (Act *)argument;

    pthread_barrier_wait(&start);
    act->got = act->act(act->call);
    return NULL;
}

static void at_once(Act *first, Act *second)
{
    pthread_t threads[2];

    pthread_barrier_init(&start, NULL, 2);
    pthread_create(&threads[0], NULL, run, first);
    pthread_create(&threads[1], NULL, run, second);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    pthread_barrier_destroy(&start);
}

static LONG dial(HCALL call)
{
    return lineDialA(call, "1001", 0);
}

static LONG drop(HCALL call)
{
    return lineDrop(call, NULL, 0);
}

static LONG deallocate(HCALL call)
{
    return lineDeallocateCall(call);
}

static HCALL seized(void)
{
    HCALL call = 0;

    forget(&program);
    expect_reply(&program, lineMakeCallA(line1, &call, NULL, 0, NULL), 0, "a call that waits for digits");
    return call;
}

/* All that is told of the call has been: IDLE once, and nothing behind it. */
static int ended_well(HCALL call)
{
    size_t i;
    size_t idle;

    expect_state2(&program, call, LINECALLSTATE_IDLE, "the call's end");
    flush_line(&program, line1);
    idle = place_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    for (i = idle + 1; i < program.count; i++) {
        if (program.seen[i].hDevice == call && program.seen[i].dwMessageID == LINE_CALLSTATE) {
            note("behind IDLE: 0x%lx", (unsigned long)program.seen[i].dwParam1);
            return 0;
        }
    }
    return 1;
}

static void two_dial(void)
{
    int lost = 0;
    int odd = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        HCALL call = seized();
        Act first = {dial, call, 0};
        Act second = {dial, call, 0};
        LONG id;

        at_once(&first, &second);
        odd += (first.got > 0) + (second.got > 0) != 1;
        id = first.got > 0 ? first.got : second.got;
        expect_reply(&program, id, 0, "one of two dials");
        expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
        odd += !ended_well(call);
        lost += calls_up(line1) != 0;
        expect_code(lineDeallocateCall(call), 0, "lineDeallocateCall");
    }
    check(odd == 0, "of two threads that dial one does (%d)", odd);
    check(lost == 0, "no call is left that nobody has (%d)", lost);
}

static void dial_and_drop(void)
{
    int lost = 0;
    int odd = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        HCALL call = seized();
        Act first = {dial, call, 0};
        Act second = {drop, call, 0};

        at_once(&first, &second);
        odd += second.got <= 0;
        expect_reply(&program, second.got, 0, "dropped while dialled");
        odd += !ended_well(call);
        lost += calls_up(line1) != 0;
        expect_code(lineDeallocateCall(call), 0, "lineDeallocateCall");
    }
    check(odd == 0, "dropped while dialled: IDLE once and last (%d)", odd);
    check(lost == 0, "dropped while dialled: it is over (%d)", lost);
}

static void dial_and_deallocate(void)
{
    int lost = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        HCALL call = seized();
        Act first = {dial, call, 0};
        Act second = {deallocate, call, 0};

        at_once(&first, &second);
        flush_line(&program, line1);
        lost += calls_up(line1) != 0;
    }
    check(lost == 0, "let go of while dialled: it is over (%d)", lost);
}

static LONG accept_call(HCALL call)
{
    return lineAccept(call, NULL, 0);
}

/* The caller gives up while the callee says that it has seen the call. */
static void accepted_while_given_up(void)
{
    int odd = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        HCALL caller = 0;
        HCALL callee = offered(&program, line1, line2, &caller);
        Act first = {accept_call, callee, 0};
        Act second = {drop, caller, 0};

        at_once(&first, &second);
        odd += !ended_well(callee);
        odd += !ended_well(caller);
        expect_code(lineDeallocateCall(callee), 0, "the callee");
        expect_code(lineDeallocateCall(caller), 0, "the caller");
    }
    check(odd == 0, "accepted while given up: IDLE comes last (%d)", odd);
}

/* ---- Owners who let go ---- */

static HCALL second_owner(HLINE line)
{
    unsigned char space[256];
    LINECALLLIST *list = (LINECALLLIST *)(void *)space;
    HCALL found = 0;

    memset(space, 0, sizeof space);
    list->dwTotalSize = sizeof space;
    if (lineGetNewCalls(line, 0, LINECALLSELECT_LINE, list) != 0 || list->dwCallsNumEntries != 1) {
        bail_out("lineGetNewCalls: no call");
    }
    memcpy(&found, space + list->dwCallsOffset, sizeof found);
    expect_code(lineSetCallPrivilege(found, LINECALLPRIVILEGE_OWNER), 0, "a second owner");
    return found;
}

static void two_let_go(void)
{
    HLINE late = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    int lost = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        Act first = {deallocate, 0, 0};
        Act second = {deallocate, 0, 0};

        forget(&program);
        first.call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
        second.call = second_owner(late);
        at_once(&first, &second);
        flush_line(&program, line1);
        if (calls_up(line1) != 0) {
            lost++;
            bail_out("two let go at once: the call is left");
        }
    }
    check(lost == 0, "two let go at once: the call is over");
    expect_code(lineClose(late), 0, "lineClose");
}

static void one_lets_go_and_one_closes(void)
{
    HLINE late = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    HCALL call;
    HCALL watched;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    second_owner(late);
    expect_code(lineDeallocateCall(call), 0, "the first owner lets go");
    check(calls_up(line1) == 1, "the call is the second's");
    expect_code(lineClose(late), 0, "the second closes");
    flush_line(&program, line1);
    check(calls_up(line1) == 0, "which ends the call");

    /* Somebody who looks on may become an owner, so the call goes on, until it goes as well. */
    late = line_open(&program, 0, LINECALLPRIVILEGE_MONITOR);
    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    program.next = 0;
    watched = (HCALL)wait_for(&program, late, LINE_APPNEWCALL, ANYTHING, "somebody looks on").dwParam2;
    expect_code(lineDeallocateCall(call), 0, "the only owner lets go");
    check(calls_up(line1) == 1, "the call goes on");
    expect_code(lineDeallocateCall(watched), 0, "who looks on lets go");
    flush_line(&program, line1);
    check(calls_up(line1) == 0, "the last handle of all: the call is over");
    /* That line saw the call by which this one was flushed. */
    flush_line(&program, late);
    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    program.next = 0;
    wait_for(&program, late, LINE_APPNEWCALL, ANYTHING, "somebody looks on again");
    expect_code(lineDeallocateCall(call), 0, "the only owner lets go again");
    check(calls_up(line1) == 1, "the call goes on again");
    expect_code(lineClose(late), 0, "who looks on closes");
    flush_line(&program, line1);
    check(calls_up(line1) == 0, "the last line of all: the call is over");
}

static LONG found(HCALL line)
{
    unsigned char space[256];
    LINECALLLIST *list = (LINECALLLIST *)(void *)space;

    memset(space, 0, sizeof space);
    list->dwTotalSize = sizeof space;
    return lineGetNewCalls(line, 0, LINECALLSELECT_LINE, list) == 0 ? (LONG)list->dwCallsNumEntries : -1;
}

/* A call is new to the program once. */
static void two_find(void)
{
    int odd = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        HLINE late = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
        Act first = {found, late, 0};
        Act second = {found, late, 0};
        HCALL call;

        forget(&program);
        call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
        at_once(&first, &second);
        odd += first.got + second.got != 1;
        expect_code(lineClose(late), 0, "lineClose");
        expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
        expect_code(lineDeallocateCall(call), 0, "lineDeallocateCall");
    }
    check(odd == 0, "of two threads that look for new calls one finds the call (%d)", odd);
}

/* ---- Handles that are no calls of the network ---- */

static void closed_with_the_line(void)
{
    HLINE line = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    HCALL call = 0;
    HCALL member;
    HCALL whole = 0;
    HCALL consult = 0;

    forget(&program);
    expect_reply(&program, lineMakeCallA(line, &call, NULL, 0, NULL), 0, "a call that waits for digits");
    member = call_in(&program, line, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupConferenceA(member, 0, &whole, &consult, 3, NULL), 0, "lineSetupConference");
    expect_code(lineClose(line), 0, "lineClose");
    expect_code(lineDrop(call, NULL, 0), LINEERR_INVALCALLHANDLE, "a call that waited for digits is dead");
    expect_code(lineDrop(consult, NULL, 0), LINEERR_INVALCALLHANDLE, "a consultation is dead");
    expect_code(lineDrop(whole, NULL, 0), LINEERR_INVALCALLHANDLE, "a conference is dead");
    expect_code(lineDeallocateCall(whole), LINEERR_INVALCALLHANDLE, "it cannot be let go of");
}

/* What the library asks for on its own has no reply. */
static void no_reply_without_a_request(void)
{
    int i;
    int unknown = 0;

    for (i = 0; i < ROUNDS; i++) {
        HCALL call;
        HCALL consult = 0;
        LONG last;
        size_t k;

        forget(&program);
        call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
        expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
        last = lineDrop(consult, NULL, 0);
        expect_reply(&program, last, 0, "the consultation is given up");
        forget(&program);
        expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call comes back");
        for (k = 0; k < program.count; k++) {
            const LINEMESSAGE *m = &program.seen[k];

            unknown += m->dwMessageID == LINE_REPLY && (LONG)m->dwParam1 != last;
        }
        expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
        expect_code(lineDeallocateCall(call), 0, "the call");
        expect_code(lineDeallocateCall(consult), 0, "the consultation");
    }
    check(unknown == 0, "no reply comes that nobody asked for (%d)", unknown);
}

/* ---- Several threads that take messages ---- */

static HLINEAPP shared;
static int leaving;
static int early;

static void *take(void *unused)
{
    LINEMESSAGE message;
    LINECALLSTATUS status;

    (void)unused;
    while (lineGetMessage(shared, &message, INFINITE) == 0) {
        if (message.dwMessageID != LINE_CALLSTATE) {
            continue;
        }
        memset(&status, 0, sizeof status);
        status.dwTotalSize = sizeof status;
        /* A handle dies with its application, which may be as soon as the message is taken. */
        if (lineGetCallStatus(message.hDevice, &status) != 0 && !__sync_fetch_and_add(&leaving, 0)) {
            __sync_fetch_and_add(&early, 1);
        }
    }
    return NULL;
}

static void several_take_messages(void)
{
    static Program own;
    pthread_t threads[4];
    HLINE line;
    int i;

    program_begin(&own);
    shared = own.app;
    line = line_open(&own, 0, LINECALLPRIVILEGE_NONE);
    for (i = 0; i < 4; i++) {
        pthread_create(&threads[i], NULL, take, NULL);
    }
    for (i = 0; i < ROUNDS * 20; i++) {
        HCALL call = 0;

        lineMakeCallA(line, &call, "", 0, NULL);
    }
    __sync_fetch_and_add(&leaving, 1);
    program_end(&own);
    for (i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    check(early == 0, "a state never comes before its handle is good (%d)", early);
}

/* ---- Digits ---- */

static void gathered_twice(void)
{
    HCALL call;
    char first[4];
    char second[4];

    forget(&program);
    call = call_in(&program, line1, "1015", LINECALLSTATE_CONNECTED);
    memset(first, 'x', sizeof first);
    memset(second, 'x', sizeof second);
    expect_code(lineGatherDigitsA(call, LINEDIGITMODE_DTMF, first, 3, NULL, 0, 0), 0, "lineGatherDigits");
    expect_code(lineGatherDigitsA(call, LINEDIGITMODE_DTMF, second, 3, NULL, 0, 0), 0, "instead of it");
    expect_code(lineGenerateDigitsA(call, LINEDIGITMODE_DTMF, "123", 50), 0, "lineGenerateDigits");
    wait_for(&program, call, LINE_GATHERDIGITS, LINEGATHERTERM_CANCEL, "the first is given up");
    program.next = 0;
    wait_for(&program, call, LINE_GATHERDIGITS, LINEGATHERTERM_BUFFERFULL, "the second is complete");
    check(memcmp(second, "123x", 4) == 0, "the digits are where the second wanted them");
    check(first[1] == 'x', "and not where the first did");
    expect_reply(&program, lineDrop(call, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(call), 0, "digits");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    two_dial();
    dial_and_drop();
    dial_and_deallocate();
    accepted_while_given_up();
    two_let_go();
    one_lets_go_and_one_closes();
    two_find();
    closed_with_the_line();
    no_reply_without_a_request();
    gathered_twice();
    program_end(&program);
    several_take_messages();
    return tests_done();
}
