/*
 * Calls that are handed from one open line to another, of the same program and of others.
 */
#include "tapi2_test.h"

#include <unistd.h>

static Program program;
static HLINE line1;
static HLINE line2;
static char own_name[256];
static WCHAR own_name_wide[256];

/* The name that lineHandoff knows this program by. */
static void find_own_name(void)
{
    char path[1024];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    size_t i;

    if (length <= 0) {
        bail_out("/proc/self/exe");
    }
    path[length] = 0;
    snprintf(own_name, sizeof own_name, "%s", strrchr(path, '/') + 1);
    for (i = 0; i < sizeof own_name; i++) {
        own_name_wide[i] = (WCHAR)own_name[i];
    }
}

static DWORD owners_of(HCALL call)
{
    union {
        LINECALLINFO info;
        char room[1024];
    } space;

    memset(&space, 0, sizeof space);
    space.info.dwTotalSize = sizeof space;
    expect_code(lineGetCallInfoA(call, &space.info), 0, "lineGetCallInfo");
    return space.info.dwNumOwners;
}

/* An offered call goes to another line of this program, and comes back once it is answered. */
static void to_another_line(void)
{
    HCALL caller;
    HCALL callee = offered(&program, line1, line2, &caller);
    HCALL theirs;
    HLINE line3;
    LINEMESSAGE message;

    expect_code(lineHandoffA(callee, own_name, 0), 0, "the program has no other line there, and keeps it");
    check(owners_of(callee) == 1, "as its one owner");
    line3 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    forget(&program);
    expect_code(lineHandoffA(callee, own_name, 0), 0, "lineHandoff, now that it has");
    message = wait_for(&program, line3, LINE_APPNEWCALL, ANYTHING, "the other line gets it");
    check(message.dwParam3 == LINECALLPRIVILEGE_OWNER, "as its owner");
    theirs = (HCALL)message.dwParam2;
    message = expect_state2(&program, theirs, LINECALLSTATE_OFFERING, "it is offered there");
    check(message.dwParam3 == LINECALLPRIVILEGE_OWNER, "to its owner");
    check(owners_of(callee) == 2, "who gave it owns it, too");
    expect_code(lineSetCallPrivilege(callee, LINECALLPRIVILEGE_MONITOR), 0, "until it looks on");
    expect_code(lineDrop(callee, NULL, 0), LINEERR_NOTOWNER, "which is all that it may do then");
    expect_reply(&program, lineAnswer(theirs, NULL, 0), 0, "the new owner answers");
    expect_state2(&program, theirs, LINECALLSTATE_CONNECTED, "it is connected");
    message = expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "who looks on sees that");
    check(message.dwParam3 == 0, "with the right that it had");

    forget(&program);
    expect_code(lineHandoffW(theirs, own_name_wide, 0), 0, "lineHandoff, back");
    message = expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "the first line has the call again");
    check(message.dwParam3 == LINECALLPRIVILEGE_OWNER, "as its owner");
    check(count_of(&program, line2, LINE_APPNEWCALL, ANYTHING) == 0, "by the handle that it has");
    expect_reply(&program, lineDrop(theirs, NULL, 0), 0, "who gave it may still end it");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "for itself");
    expect_state2(&program, theirs, LINECALLSTATE_IDLE, "for who looks on");
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "and for the caller");
    expect_code(lineDeallocateCall(callee), 0, "the callee");
    expect_code(lineDeallocateCall(theirs), 0, "the other handle");
    expect_code(lineDeallocateCall(caller), 0, "the caller");
    expect_code(lineClose(line3), 0, "lineClose");
}

static void to_another_program(void)
{
    static Program other;
    HLINE line;
    HCALL caller;
    HCALL callee;
    LINEMESSAGE message;

    program_begin(&other);
    line = line_open(&other, 1, LINECALLPRIVILEGE_OWNER);
    callee = offered(&program, line1, line2, &caller);
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_code(lineHandoffA(callee, "nobody.exe", 0), LINEERR_TARGETNOTFOUND, "nobody is called so");
    expect_code(lineHandoffA(callee, NULL, LINEMEDIAMODE_INTERACTIVEVOICE), LINEERR_TARGETSELF,
                "the first for voice is the program itself");
    expect_code(lineClose(line2), 0, "the owner closes");
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "nobody else owned the call");
    expect_code(lineDeallocateCall(caller), 0, "the caller");

    /* Now the other program comes first, and this one opens behind it. */
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    forget(&other);
    caller = call_in(&program, line1, "2002", LINECALLSTATE_PROCEEDING);
    message = wait_for(&other, line, LINE_APPNEWCALL, ANYTHING, "the first owner gets it");
    callee = (HCALL)message.dwParam2;
    expect_reply(&other, lineAnswer(callee, NULL, 0), 0, "it answers");
    expect_state2(&other, callee, LINECALLSTATE_CONNECTED, "it answers");
    /* The names of both are this program's, so the other line of that name gets it. */
    expect_code(lineHandoffA(callee, own_name, 0), 0, "it hands the call on");
    {
        LINEMESSAGE given = wait_for(&program, line2, LINE_APPNEWCALL, ANYTHING, "the first program gets it");

        check(given.dwParam3 == LINECALLPRIVILEGE_OWNER, "as its owner");
        expect_state2(&program, (HCALL)given.dwParam2, LINECALLSTATE_CONNECTED, "connected");
        check(owners_of(callee) == 2, "beside the giver");
        expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "and the caller hears that it is answered");
        expect_code(lineClose(line), 0, "who leaves");
        flush_line(&program, line2);
        check(state_now(caller) == LINECALLSTATE_CONNECTED, "which ends nothing");
        check(owners_of((HCALL)given.dwParam2) == 1, "the call has one owner left");
        expect_reply(&program, lineDrop((HCALL)given.dwParam2, NULL, 0), 0, "who ends it");
        expect_code(lineDeallocateCall((HCALL)given.dwParam2), 0, "lineDeallocateCall");
    }
    expect_state2(&program, caller, LINECALLSTATE_IDLE, "the call ends");
    expect_code(lineDeallocateCall(caller), 0, "the caller");
    program_end(&other);
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    find_own_name();
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    to_another_line();
    to_another_program();
    program_end(&program);
    return tests_done();
}
