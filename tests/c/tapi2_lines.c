/*
 * Line devices that come and go while a program runs, and what happens to one beside its calls.
 */
#include "tapi2_test.h"

static Program program;

static void come_and_go(void)
{
    HLINE stays;
    HLINE first;
    HLINE second;
    HCALL call = 0;
    HCALL other = 0;
    LINEMESSAGE message;
    size_t gone;

    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\nvanishes_after = \"2s\"\n"
              "[[line]]\nname = \"Third\"\nprovider = \"sim\"\naddress = \"2003\"\nappears_after = \"1s\"\n");
    program_begin(&program);
    check(program.devices == 2, "two devices are there");
    stays = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    first = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
    second = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    tapi3_clock_advance(1500);
    message = wait_for(&program, 0, LINE_CREATE, ANYTHING, "a third comes");
    check(message.dwParam1 == 2, "it is the next device");
    expect_code(lineClose(line_open(&program, 2, LINECALLPRIVILEGE_NONE)), 0, "it can be opened");

    expect_reply(&program, lineMakeCallA(first, &call, NULL, 0, NULL), 0, "a call of the first");
    expect_reply(&program, lineMakeCallA(second, &other, NULL, 0, NULL), 0, "a call of the second");
    expect_code(lineSetStatusMessages(first, LINEDEVSTATE_REMOVED, 0), 0, "the first is told that its device goes");
    tapi3_clock_advance(1000);
    message = wait_for(&program, 0, LINE_REMOVE, ANYTHING, "a device goes");
    check(message.dwParam1 == 1, "the one that was to go");
    gone = place_of(&program, 0, LINE_REMOVE, ANYTHING);
    check(place_of(&program, first, LINE_CLOSE, ANYTHING) < gone, "a line that was open on it closes before");
    check(place_of(&program, second, LINE_CLOSE, ANYTHING) < gone, "and the other one");
    check(place_of(&program, first, LINE_LINEDEVSTATE, LINEDEVSTATE_REMOVED) <
              place_of(&program, first, LINE_CLOSE, ANYTHING), "who wants to hear why it closes does, before");
    check(count_of(&program, second, LINE_LINEDEVSTATE, ANYTHING) == 0, "and who does not want to does not");
    expect_code(lineClose(first), LINEERR_INVALLINEHANDLE, "its handle is dead");
    expect_code(lineClose(second), LINEERR_INVALLINEHANDLE, "and the other's");
    expect_code(lineDrop(call, NULL, 0), LINEERR_INVALCALLHANDLE, "so are those of their calls");
    expect_code(lineDrop(other, NULL, 0), LINEERR_INVALCALLHANDLE, "so are those of their calls");
    expect_code(lineOpenA(program.app, 1, &first, 0x00020002, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL),
                LINEERR_NODEVICE, "nobody opens it again");

    flush_line(&program, stays);
    check(count_of(&program, (DWORD)ANYTHING, LINE_CLOSE, ANYTHING) == 2, "no other line closes, and none twice");
    check(count_of(&program, 0, LINE_REMOVE, ANYTHING) == 1, "one device goes once");
    expect_code(lineClose(stays), 0, "the other device's line is open");
    program_end(&program);
    configure(NULL);
}

static void only_of_its_own(void)
{
    struct {
        LINEFORWARDLIST list;
        char number[8];
    } room;
    HLINE line1;
    HLINE line2;
    HCALL caller;
    HCALL callee;
    HCALL consultation = 0;

    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    expect_code(lineSetStatusMessages(line1, 0x1ffffff, 0x1ff), 0, "one line tells everything");
    callee = offered(&program, line1, line2, &caller);
    memset(&room, 0, sizeof room);
    room.list.dwTotalSize = sizeof room;
    room.list.dwNumEntries = 1;
    room.list.ForwardList[0].dwForwardMode = LINEFORWARDMODE_UNCOND;
    room.list.ForwardList[0].dwDestAddressSize = 5;
    room.list.ForwardList[0].dwDestAddressOffset = (DWORD)((char *)room.number - (char *)&room);
    memcpy(room.number, "1001", 5);
    expect_reply(&program, lineForwardA(line2, TRUE, 0, &room.list, 3, &consultation, NULL), 0, "the other forwards");
    expect_reply(&program, lineForwardA(line2, TRUE, 0, NULL, 3, &consultation, NULL), 0, "and no more");
    flush_line(&program, line1);
    flush_line(&program, line2);
    check(count_of(&program, line1, LINE_LINEDEVSTATE, LINEDEVSTATE_RINGING) == 0, "it does not ring itself");
    check(count_of(&program, line1, LINE_ADDRESSSTATE, ANYTHING) == 0, "nor does it forward");
    check(count_of(&program, line2, LINE_LINEDEVSTATE, ANYTHING) == 0, "and the other tells nothing");
    expect_code(lineDeallocateCall(callee), 0, "lineDeallocateCall");
    expect_code(lineDeallocateCall(caller), 0, "lineDeallocateCall");
    program_end(&program);
}

int main(void)
{
    tests_begin(280);
    come_and_go();
    only_of_its_own();
    return tests_done();
}
