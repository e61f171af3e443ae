/*
 * lineDrop: in every state, for every kind of handle, and whatever follows at once. It returns at
 * once, its reply always comes, and IDLE is always the last state.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002, whose incoming calls the program owns */

/* Drops, and checks the reply and that IDLE came once and last. */
static void expect_end2(HCALL call, HLINE line, const char *what)
{
    LONG id = expect_request(lineDrop(call, NULL, 0), what);
    size_t i;
    size_t last = 0;

    expect_reply(&program, id, 0, what);
    expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    flush_line(&program, line);
    check(count_of(&program, 0, LINE_REPLY, (DWORD_PTR)id) == 1, "%s: one reply", what);
    check(count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 1, "%s: IDLE once", what);
    for (i = 0; i < program.count; i++) {
        if (matches(&program.seen[i], call, LINE_CALLSTATE, ANYTHING)) {
            last = i;
        }
    }
    check(program.seen[last].dwParam1 == LINECALLSTATE_IDLE, "%s: IDLE is the last state", what);
    check(state_now(call) == LINECALLSTATE_IDLE, "%s: the status says so", what);
    expect_code(lineDrop(call, NULL, 0), LINEERR_INVALCALLSTATE, "a call that is over cannot be dropped");
    expect_code(lineDeallocateCall(call), 0, "its handle is still there");
    expect_code(lineDrop(call, NULL, 0), LINEERR_INVALCALLHANDLE, "a handle that is gone");
    expect_code(lineDeallocateCall(call), LINEERR_INVALCALLHANDLE, "a handle that is gone is gone");
}

static void by_its_maker(void)
{
    HCALL call;

    forget(&program);
    expect_end2(call_in(&program, line1, "1003", LINECALLSTATE_PROCEEDING), line1, "on its way");
    forget(&program);
    expect_end2(call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED), line1, "connected");
    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineHold(call), 0, "lineHold");
    expect_state2(&program, call, LINECALLSTATE_ONHOLD, "on hold");
    expect_end2(call, line1, "on hold");
    forget(&program);
    expect_end2(call_in(&program, line1, NULL, LINECALLSTATE_DIALTONE), line1, "with a dial tone");
    forget(&program);
    expect_end2(call_in(&program, line1, "10;", LINECALLSTATE_DIALING), line1, "half dialled");
}

static void offered_calls(void)
{
    HCALL caller;
    HCALL callee = offered(&program, line1, line2, &caller);
    LONG id = expect_request(lineDrop(callee, NULL, 0), "offering");

    expect_reply(&program, id, 0, "offering");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "offering");
    expect_state2(&program, caller, LINECALLSTATE_DISCONNECTED, "the caller is refused");
    check(count_of(&program, callee, LINE_CALLSTATE, LINECALLSTATE_DISCONNECTED) == 0,
          "offering: who drops needs no telling why");
    expect_code(lineDeallocateCall(callee), 0, "offering");
    expect_code(lineDeallocateCall(caller), 0, "refused");

    callee = offered(&program, line1, line2, &caller);
    expect_reply(&program, lineAccept(callee, NULL, 0), 0, "lineAccept");
    expect_state2(&program, callee, LINECALLSTATE_ACCEPTED, "accepted");
    expect_end2(callee, line2, "accepted");
    expect_code(lineDeallocateCall(caller), 0, "refused");

    callee = offered(&program, line1, line2, &caller);
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "answered");
    expect_end2(callee, line2, "answered");
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "the other side ends as well");
    expect_code(lineDeallocateCall(caller), 0, "hung up on");
}

/* The far end left: DISCONNECTED, and then IDLE by itself; between the two the call may be dropped. */
static void after_the_far_end(void)
{
    /* A program of its own, whose messages are taken one by one: IDLE waits in the queue. */
    static Program other;
    HLINE line;
    HCALL caller = 0;
    HCALL callee;
    LINEMESSAGE message;
    LONG id;

    program_begin(&other);
    line = line_open(&other, 0, LINECALLPRIVILEGE_NONE);
    forget(&program);
    id = lineMakeCallA(line, &caller, "2002", 0, NULL);
    expect_reply(&other, id, 0, "lineMakeCall");
    message = wait_for(&program, line2, LINE_APPNEWCALL, ANYTHING, "an incoming call");
    callee = (HCALL)message.dwParam2;
    expect_state2(&program, callee, LINECALLSTATE_OFFERING, "offered");
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&other, caller, LINECALLSTATE_CONNECTED, "answered");
    expect_reply(&program, lineDrop(callee, NULL, 0), 0, "the callee hangs up");
    expect_state2(&other, caller, LINECALLSTATE_DISCONNECTED, "the caller hears of it");
    check(count_of(&other, caller, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 0, "IDLE comes behind it");
    check(state_now(caller) == LINECALLSTATE_DISCONNECTED, "the call is disconnected");
    id = expect_request(lineDrop(caller, NULL, 0), "disconnected");
    expect_reply(&other, id, 0, "disconnected");
    expect_state2(&other, caller, LINECALLSTATE_IDLE, "disconnected");
    flush_line(&other, line);
    check(count_of(&other, caller, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 1, "disconnected: IDLE once");
    expect_code(lineDrop(caller, NULL, 0), LINEERR_INVALCALLSTATE, "disconnected, then idle");
    expect_code(lineDeallocateCall(caller), 0, "disconnected");
    expect_code(lineDeallocateCall(callee), 0, "hung up");
    program_end(&other);
}

/* The reply to lineMakeCall gives the handle; before it there is none. */
static void before_the_reply(void)
{
    HCALL call = 0;
    LONG id;

    forget(&program);
    id = expect_request(lineMakeCallA(line1, &call, "1001", 0, NULL), "lineMakeCall");
    check(call != 0, "the handle is written at once");
    expect_code(lineDrop(call, NULL, 0), LINEERR_INVALCALLHANDLE, "before the reply was taken");
    expect_code(lineDeallocateCall(call), LINEERR_INVALCALLHANDLE, "nor can it be let go of");
    expect_reply(&program, id, 0, "lineMakeCall");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "it goes on");
    check(place_of(&program, 0, LINE_REPLY, (DWORD_PTR)id) < place_of(&program, call, LINE_CALLSTATE, ANYTHING),
          "the reply comes before every state");
    expect_end2(call, line1, "after the reply");
}

/* A monitor may look on and let go, nothing else. */
static void by_a_monitor(void)
{
    HLINE monitor = line_open(&program, 0, LINECALLPRIVILEGE_MONITOR);
    HCALL call;
    HCALL watched;
    LINEMESSAGE message;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    program.next = 0;
    message = wait_for(&program, monitor, LINE_APPNEWCALL, ANYTHING, "a monitor is told");
    watched = (HCALL)message.dwParam2;
    check(message.dwParam3 == LINECALLPRIVILEGE_MONITOR, "a monitor monitors");
    message = wait_for(&program, watched, LINE_CALLSTATE, ANYTHING, "a monitor's first state");
    check(message.dwParam1 == LINECALLSTATE_UNKNOWN && message.dwParam3 == LINECALLPRIVILEGE_MONITOR,
          "it is unknown, with the right");
    expect_state2(&program, watched, LINECALLSTATE_CONNECTED, "a monitor sees the call");
    expect_code(lineDrop(watched, NULL, 0), LINEERR_NOTOWNER, "a monitor cannot drop");
    check(state_now(call) == LINECALLSTATE_CONNECTED, "the call goes on");
    expect_code(lineSetCallPrivilege(watched, LINECALLPRIVILEGE_OWNER), 0, "a monitor becomes an owner");
    expect_end2(watched, monitor, "an owner beside the maker");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "the maker's call ends");
    expect_code(lineDeallocateCall(call), 0, "the maker's");

    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    forget(&program);
    expect_code(lineClose(monitor), 0, "a monitor closes");
    flush_line(&program, line1);
    check(state_now(call) == LINECALLSTATE_CONNECTED, "the call is nothing to it");
    expect_end2(call, line1, "without a monitor");
}

/* The far side of a call, which tells whether the drop was carried out. */
static HCALL connected_to_line2(HCALL *callee)
{
    HCALL caller;

    *callee = offered(&program, line1, line2, &caller);
    expect_reply(&program, lineAnswer(*callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "connected");
    return caller;
}

static void and_then_at_once(void)
{
    HCALL callee;
    HCALL caller = connected_to_line2(&callee);
    HCALL dead;
    LONG id = expect_request(lineDrop(caller, NULL, 0), "drop and deallocate");

    expect_code(lineDeallocateCall(caller), 0, "drop and deallocate");
    expect_reply(&program, id, 0, "drop and deallocate: the reply still comes");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "drop and deallocate: the call ends");
    expect_code(lineDeallocateCall(callee), 0, "drop and deallocate");

    /* Nobody could end it any more. */
    caller = connected_to_line2(&callee);
    expect_code(lineDeallocateCall(callee), 0, "only deallocated");
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "the last owner's handle goes: the call ends");
    expect_code(lineDeallocateCall(caller), 0, "only deallocated");

    caller = connected_to_line2(&callee);
    dead = caller;
    id = expect_request(lineDrop(caller, NULL, 0), "drop and close");
    expect_code(lineClose(line1), 0, "drop and close");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "drop and close: the call ends");
    expect_code(lineDrop(dead, NULL, 0), LINEERR_INVALCALLHANDLE, "drop and close: the handle is dead");
    expect_code(lineClose(line1), LINEERR_INVALLINEHANDLE, "drop and close: the line is closed");
    flush_line(&program, line2);
    expect_code(lineDeallocateCall(callee), 0, "drop and close");
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);

    caller = connected_to_line2(&callee);
    expect_code(lineClose(line1), 0, "only closed");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "only closed: the call ends");
    expect_code(lineDeallocateCall(callee), 0, "only closed");
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
}

/* Another program's line hears that a call ends whose program shuts down. */
static void and_shut_down(void)
{
    static Program other;
    HLINE line;
    HCALL caller = 0;
    HCALL callee;
    LINEMESSAGE message;
    LONG id;

    program_begin(&other);
    line = line_open(&other, 0, LINECALLPRIVILEGE_NONE);
    forget(&program);
    id = lineMakeCallA(line, &caller, "2002", 0, NULL);
    message = wait_for(&program, line2, LINE_APPNEWCALL, ANYTHING, "shut down: a call");
    callee = (HCALL)message.dwParam2;
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "shut down: answered");
    expect_reply(&other, id, 0, "shut down: made");
    expect_request(lineDrop(caller, NULL, 0), "drop and shut down");
    expect_code(lineShutdown(other.app), 0, "drop and shut down");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "drop and shut down: the call ends");
    expect_code(lineShutdown(other.app), LINEERR_INVALAPPHANDLE, "shut down twice");
    expect_code(lineDrop(caller, NULL, 0), LINEERR_INVALCALLHANDLE, "its calls' handles are dead");
    expect_code(lineGetMessage(other.app, &message, 0), LINEERR_INVALAPPHANDLE, "it gets no message");
    expect_code(lineDeallocateCall(callee), 0, "shut down");
}

static void several_at_once(void)
{
    HCALL call;
    LONG first;
    LONG second;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    first = expect_request(lineDrop(call, NULL, 0), "two drops");
    second = lineDrop(call, NULL, 0);
    check(second > 0 || second == LINEERR_INVALCALLSTATE, "two drops: the second has an answer");
    expect_reply(&program, first, 0, "two drops");
    if (second > 0) {
        expect_reply(&program, second, 0, "two drops: the second");
    }
    expect_state2(&program, call, LINECALLSTATE_IDLE, "two drops");
    flush_line(&program, line1);
    check(count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_IDLE) == 1, "two drops: IDLE once");
    check(count_of(&program, 0, LINE_REPLY, (DWORD_PTR)first) == 1, "two drops: one reply each");
    expect_code(lineDeallocateCall(call), 0, "two drops");
}

static void wrong_handles(void)
{
    expect_code(lineDrop(0, NULL, 0), LINEERR_INVALCALLHANDLE, "no handle");
    expect_code(lineDrop(0xffffffff, NULL, 0), LINEERR_INVALCALLHANDLE, "a number that is no handle");
    expect_code(lineDrop(line1, NULL, 0), LINEERR_INVALCALLHANDLE, "a line's handle");
    expect_code(lineDrop(program.app, NULL, 0), LINEERR_INVALCALLHANDLE, "an application's handle");
}

/* 1006 answers and never confirms a hang-up. The clock is moved, so nobody waits. */
static void a_silent_provider(void)
{
    HCALL call;
    LONG id;
    LONG again;

    configure("clock = \"manual\"\noperation_timeout = \"2m\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    call = call_in(&program, line1, "1006", LINECALLSTATE_CONNECTED);
    id = expect_request(lineDrop(call, NULL, 0), "silent: lineDrop returns at once");
    check(!program_take(&program, 0), "silent: no answer, no message");
    tapi3_clock_advance(121000);
    expect_reply(&program, id, LINEERR_OPERATIONFAILED, "silent: the reply comes all the same");
    check(state_now(call) == LINECALLSTATE_CONNECTED, "silent: the call is still there");
    again = expect_request(lineDrop(call, NULL, 0), "silent: it can be dropped again");
    expect_code(lineDeallocateCall(call), 0, "silent: deallocated");
    tapi3_clock_advance(121000);
    expect_reply(&program, again, LINEERR_OPERATIONFAILED, "silent: again");
    program_end(&program);
    configure(NULL);
}

/* The exchange confirms the hang-up five seconds later. Letting go of the call meanwhile asks for its end
 * once more, and takes nothing from the reply to the drop. */
static void confirmed_late(void)
{
    HCALL call;
    LONG id;

    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[simulation.extension]]\nnumber = \"4001\"\nbehaviour = \"answer\"\nconfirms_after = \"5s\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    call = call_in(&program, line1, "4001", LINECALLSTATE_CONNECTED);
    id = expect_request(lineDrop(call, NULL, 0), "confirmed late");
    expect_code(lineDeallocateCall(call), 0, "confirmed late: deallocated");
    check(!program_take(&program, 0), "confirmed late: no reply before that");
    tapi3_clock_advance(5000);
    expect_reply(&program, id, 0, "confirmed late");
    check(calls_up(line1) == 0, "confirmed late: the call is over");
    program_end(&program);
    configure(NULL);
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    by_its_maker();
    offered_calls();
    after_the_far_end();
    before_the_reply();
    by_a_monitor();
    and_then_at_once();
    and_shut_down();
    several_at_once();
    wrong_handles();
    program_end(&program);
    a_silent_provider();
    confirmed_late();
    return tests_done();
}
