/*
 * lineRedirect: a call that rings goes on to ring elsewhere, and leaves the line that it was offered on.
 */
#include "tapi2_test.h"

#include <pthread.h>

static Program program;
static HLINE line1; /* 2001, which calls */
static HLINE line2; /* 2002, which sends on */
static HLINE line3; /* 2003, where calls ring then */
static HCALL caller;
static HCALL callee;

#define WIDE(literal) ((const WCHAR *)OLESTR(literal))

static union {
    LINECALLINFO info;
    unsigned char bytes[2048];
} told;

static void look_at(HCALL call)
{
    memset(&told, 0, sizeof told);
    told.info.dwTotalSize = sizeof told;
    expect_code(lineGetCallInfoA(call, &told.info), 0, "lineGetCallInfo");
}

static void is_known(DWORD flags, DWORD offset, const char *number, const char *what)
{
    const char *text = (flags & LINECALLPARTYID_ADDRESS) != 0 ? (const char *)told.bytes + offset : "";

    if (!check(strcmp(text, number) == 0, "%s", what)) {
        note("it is %s", text);
    }
}

static void ring(void)
{
    callee = offered(&program, line1, line2, &caller);
}

static HCALL rings_at(HLINE line, const char *what)
{
    LINEMESSAGE message;

    program.next = 0;
    message = wait_for(&program, line, LINE_APPNEWCALL, ANYTHING, what);
    expect_state2(&program, (HCALL)message.dwParam2, LINECALLSTATE_OFFERING, what);
    return (HCALL)message.dwParam2;
}

static void ends(HCALL call, const char *what)
{
    expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    expect_code(lineDeallocateCall(call), 0, what);
}

static void drop(HCALL call, const char *what)
{
    expect_reply(&program, lineDrop(call, NULL, 0), 0, what);
    ends(call, what);
}

static void to_another_line(void)
{
    HCALL new_call;
    size_t reply;
    size_t idle;
    LONG id;

    ring();
    check((features_of(callee) & LINECALLFEATURE_REDIRECT) != 0, "its features say that it can be sent on");
    check((features_of(caller) & LINECALLFEATURE_REDIRECT) == 0, "the caller's do not");
    id = expect_request(lineRedirectA(callee, "2003", 0), "lineRedirect");
    expect_reply(&program, id, 0, "lineRedirect");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "it has left this line");
    reply = place_of(&program, 0, LINE_REPLY, (DWORD_PTR)id);
    idle = place_of(&program, callee, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    check(reply < idle, "the reply comes first");
    check(count_of(&program, callee, LINE_CALLSTATE, LINECALLSTATE_DISCONNECTED) == 0,
          "nobody is told why a call ends that one has sent away");
    check(features_of(callee) == 0, "there is nothing left to do with it");
    new_call = rings_at(line3, "it rings elsewhere");
    look_at(new_call);
    check(told.info.dwReason == LINECALLREASON_REDIRECT, "since it was redirected");
    is_known(told.info.dwCallerIDFlags, told.info.dwCallerIDOffset, "2001", "the caller is the same");
    is_known(told.info.dwCalledIDFlags, told.info.dwCalledIDOffset, "2002", "whom it called");
    is_known(told.info.dwRedirectingIDFlags, told.info.dwRedirectingIDOffset, "2002", "who has sent it on");
    look_at(caller);
    is_known(told.info.dwRedirectingIDFlags, told.info.dwRedirectingIDOffset, "2002", "the caller knows who, too");
    is_known(told.info.dwRedirectionIDFlags, told.info.dwRedirectionIDOffset, "2003", "and where to");
    expect_code(lineRedirectA(callee, "2003", 0), LINEERR_INVALCALLSTATE, "it is gone");
    expect_code(lineDrop(callee, NULL, 0), LINEERR_INVALCALLSTATE, "it needs no hang-up");
    expect_code(lineDeallocateCall(callee), 0, "lineDeallocateCall");
    expect_reply(&program, lineAnswer(new_call, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "answered there");
    look_at(caller);
    is_known(told.info.dwConnectedIDFlags, told.info.dwConnectedIDOffset, "2003", "by the new one");
    check(state_now(caller) == LINECALLSTATE_CONNECTED, "one call for the caller");
    drop(caller, "the caller");
    ends(new_call, "the new one");
}

static void to_an_extension(void)
{
    ring();
    expect_reply(&program, expect_request(lineRedirectW(callee, WIDE("1001"), 49), "lineRedirectW"), 0, "lineRedirectW");
    ends(callee, "sent to an extension");
    expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "which answers");
    drop(caller, "the caller");
    ring();
    expect_reply(&program, lineRedirect(callee, "1002", 0), 0, "to one that is busy");
    ends(callee, "it is gone here");
    expect_state2(&program, caller, LINECALLSTATE_DISCONNECTED, "the caller hears that");
    ends(caller, "busy");
}

static void refused(void)
{
    HLINE watching = line_open(&program, 1, LINECALLPRIVILEGE_MONITOR);
    LINEMESSAGE message;

    ring();
    program.next = 0;
    message = wait_for(&program, watching, LINE_APPNEWCALL, ANYTHING, "one looks on");
    expect_code(lineRedirectA((HCALL)message.dwParam2, "2003", 0), LINEERR_NOTOWNER, "who only looks on");
    expect_code(lineClose(watching), 0, "lineClose");
    expect_code(lineRedirectA(callee, NULL, 0), LINEERR_INVALPOINTER, "to no address");
    expect_code(lineRedirectW(callee, NULL, 0), LINEERR_INVALPOINTER, "nor so");
    expect_code(lineRedirectA(callee, "", 0), LINEERR_INVALADDRESS, "to an empty one");
    expect_code(lineRedirectA(caller, "2003", 0), LINEERR_INVALCALLSTATE, "the caller has nothing to redirect");
    expect_reply(&program, expect_request(lineRedirectA(callee, "9999", 0), "to nobody"), LINEERR_INVALADDRESS,
                 "to nobody");
    expect_reply(&program, expect_request(lineRedirectA(callee, "2001", 0), "to the caller"), LINEERR_OPERATIONFAILED,
                 "to the caller, who is busy");
    check(state_now(callee) == LINECALLSTATE_OFFERING, "it rings on");
    check(count_of(&program, line3, LINE_APPNEWCALL, ANYTHING) == 0, "and nowhere else");
    expect_reply(&program, lineAccept(callee, NULL, 0), 0, "lineAccept");
    expect_code(lineRedirectA(callee, "2003", 0), LINEERR_INVALCALLSTATE, "it is accepted");
    check((features_of(callee) & LINECALLFEATURE_REDIRECT) == 0, "its features say so");
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "it can be answered as ever");
    expect_code(lineRedirectA(callee, "2003", 0), LINEERR_INVALCALLSTATE, "it is answered");
    drop(caller, "the caller");
    expect_state2(&program, callee, LINECALLSTATE_DISCONNECTED, "what was refused does not end it: the caller does");
    ends(callee, "the callee");
    expect_code(lineRedirectA(callee, "2003", 0), LINEERR_INVALCALLHANDLE, "it is let go of");
}

/* ---- At the same time as other things ---- */

static void *drop_it(void *answer)
{
    *(LONG *)answer = lineDrop(callee, NULL, 0);
    return NULL;
}

static void *give_up(void *answer)
{
    *(LONG *)answer = lineDrop(caller, NULL, 0);
    return NULL;
}

/* Whatever comes first: the call here ends, each request has its reply, and the caller's call either rings
 * elsewhere or is over. */
static void with(void *(*other)(void *), const char *what)
{
    int round;

    for (round = 0; round < 50; round++) {
        pthread_t thread;
        LONG answer = 0;
        LONG dropped;
        LONG outcome;
        LONG id;
        size_t i;
        HCALL new_call = 0;

        ring();
        if (pthread_create(&thread, NULL, other, &answer) != 0) {
            bail_out("pthread_create");
        }
        id = lineRedirectA(callee, "2003", 0);
        pthread_join(thread, NULL);
        check(id > 0 || id == LINEERR_INVALCALLSTATE, "%s: redirected, or over", what);
        check(answer > 0 || answer == LINEERR_INVALCALLSTATE, "%s: the other, too", what);
        if (answer > 0) {
            expect_reply(&program, answer, 0, what);
        }
        outcome = id;
        if (id > 0) {
            program.next = 0;
            outcome = (LONG)wait_for(&program, 0, LINE_REPLY, (DWORD_PTR)id, what).dwParam2;
        }
        check(outcome == 0 || outcome == LINEERR_INVALCALLSTATE, "%s: it is redirected, or over before", what);
        ends(callee, what);
        dropped = lineDrop(caller, NULL, 0);
        /* A call that was redirected is up, unless the caller itself has hung up. */
        check(dropped > 0 || (dropped == LINEERR_INVALCALLSTATE && !(outcome == 0 && other == drop_it)),
              "%s: the caller's is not lost", what);
        ends(caller, what);
        flush_line(&program, line3);
        for (i = 0; i < program.count; i++) {
            if (program.seen[i].dwMessageID == LINE_APPNEWCALL && program.seen[i].hDevice == line3) {
                new_call = (HCALL)program.seen[i].dwParam2;
            }
        }
        /* Who hangs up here at the same moment may be told that the call was over, whatever became of it. */
        check(outcome == 0 || new_call == 0 || other == drop_it, "%s: it rings elsewhere only if the reply says so",
              what);
        if (new_call != 0) {
            ends(new_call, what);
        }
    }
}

static void let_go_at_once(void)
{
    HCALL new_call;

    ring();
    expect_request(lineRedirectA(callee, "2003", 0), "lineRedirect");
    expect_code(lineDeallocateCall(callee), 0, "let go of right behind it");
    new_call = rings_at(line3, "it goes on all the same");
    drop(caller, "the caller");
    ends(new_call, "given up");
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
              "[[line]]\nname = \"Third\"\nprovider = \"sim\"\naddress = \"2003\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    line3 = line_open(&program, 2, LINECALLPRIVILEGE_OWNER);
    to_another_line();
    to_an_extension();
    refused();
    let_go_at_once();
    with(drop_it, "with a hang-up here");
    with(give_up, "with one by the caller");
    program_end(&program);
    configure(NULL);
    return tests_done();
}
