/*
 * Calls of TAPI 2 beside their ends: coming in, hold and swap, transfer, conference, parking, digits,
 * who owns them, and requests of other programs.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002, whose incoming calls the program owns */

static void drop(HCALL call, const char *what)
{
    LONG id = lineDrop(call, NULL, 0);

    if (id > 0) {
        expect_reply(&program, id, 0, what);
        expect_state2(&program, call, LINECALLSTATE_IDLE, what);
    } else {
        check(id == LINEERR_INVALCALLSTATE, "%s: it is over already", what);
    }
    expect_code(lineDeallocateCall(call), 0, what);
}

static void coming_in(void)
{
    HCALL caller;
    HCALL callee;
    LINEMESSAGE first;
    LINEMESSAGE state;
    size_t place;
    unsigned char space[2048];
    LINECALLINFO *info = (LINECALLINFO *)(void *)space;

    expect_code(lineSetStatusMessages(line2, LINEDEVSTATE_RINGING, 0), 0, "ringing is told");
    callee = offered(&program, line1, line2, &caller);
    place = place_of(&program, line2, LINE_APPNEWCALL, ANYTHING);
    first = program.seen[place];
    state = program.seen[place + 1];
    check(first.dwParam1 == 0 && first.dwParam3 == LINECALLPRIVILEGE_OWNER, "an owner is told of a new call");
    check(first.dwCallbackInstance == 4711, "with its own number");
    check(state.dwMessageID == LINE_CALLSTATE && state.hDevice == callee, "its state comes right behind");
    check(state.dwParam1 == LINECALLSTATE_OFFERING && state.dwParam2 == LINEOFFERINGMODE_ACTIVE, "it is offered");
    check(state.dwParam3 == LINECALLPRIVILEGE_OWNER, "with the right");
    program.next = 0;
    state = wait_for(&program, line2, LINE_LINEDEVSTATE, LINEDEVSTATE_RINGING, "the line rings");
    check(state.dwParam2 == 1 && state.dwParam3 == 0, "for the first time");
    memset(space, 0, sizeof space);
    info->dwTotalSize = sizeof space;
    expect_code(lineGetCallInfoA(callee, info), 0, "lineGetCallInfo");
    check(info->dwOrigin == LINECALLORIGIN_INBOUND, "it comes in");
    check(info->dwCallerIDFlags & LINECALLPARTYID_ADDRESS, "the caller is known");
    check(strcmp((char *)space + info->dwCallerIDOffset, "2001") == 0, "by the number");
    check(strcmp((char *)space + info->dwAppNameOffset, "test") == 0, "and the program by its name");
    expect_code(lineAnswer(caller, NULL, 0), LINEERR_INVALCALLSTATE, "the caller has nothing to answer");
    expect_reply(&program, expect_request(lineAnswer(callee, NULL, 0), "lineAnswer"), 0, "lineAnswer");
    expect_state2(&program, callee, LINECALLSTATE_CONNECTED, "answered");
    expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "answered, as the caller sees it");
    flush_line(&program, line2);
    check(count_of(&program, callee, LINE_CALLSTATE, LINECALLSTATE_OFFERING) == 1, "it was offered once");
    check(count_of(&program, callee, LINE_CALLSTATE, LINECALLSTATE_CONNECTED) == 1, "and connected once");
    expect_code(lineSetStatusMessages(line2, 0, 0), 0, "ringing is told no more");
    drop(caller, "the caller");
    drop(callee, "the callee");
}

/* The called party's bell is a state of its own, in its place. */
static void ringing(void)
{
    HCALL caller;
    HCALL callee = offered(&program, line1, line2, &caller);

    expect_state2(&program, caller, LINECALLSTATE_RINGBACK, "it rings there");
    check(place_of(&program, caller, LINE_CALLSTATE, LINECALLSTATE_PROCEEDING) <
              place_of(&program, caller, LINE_CALLSTATE, LINECALLSTATE_RINGBACK),
          "behind the way there");
    expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, caller, LINECALLSTATE_CONNECTED, "answered");
    check(count_of(&program, caller, LINE_CALLSTATE, LINECALLSTATE_RINGBACK) == 1, "it rang once");
    drop(caller, "the caller");
    drop(callee, "the callee");
}

static void hold_and_swap(void)
{
    HCALL one;
    HCALL other;

    forget(&program);
    one = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_code(lineUnhold(one), LINEERR_INVALCALLSTATE, "it is not on hold");
    expect_reply(&program, expect_request(lineHold(one), "lineHold"), 0, "lineHold");
    expect_state2(&program, one, LINECALLSTATE_ONHOLD, "lineHold");
    other = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);
    expect_reply(&program, expect_request(lineSwapHold(other, one), "lineSwapHold"), 0, "lineSwapHold");
    program.next = 0;
    expect_state2(&program, other, LINECALLSTATE_ONHOLD, "swapped");
    flush_line(&program, line1);
    check(state_now(one) == LINECALLSTATE_CONNECTED, "swapped: the other came back");
    expect_reply(&program, expect_request(lineHold(one), "lineHold"), 0, "lineHold again");
    expect_reply(&program, expect_request(lineUnhold(other), "lineUnhold"), 0, "lineUnhold");
    flush_line(&program, line1);
    check(state_now(other) == LINECALLSTATE_CONNECTED, "taken back");
    drop(one, "held");
    drop(other, "taken back");
}

static void transfer_after_consultation(void)
{
    HCALL call;
    HCALL consult = 0;
    LONG id;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    id = expect_request(lineSetupTransferA(call, &consult, NULL), "lineSetupTransfer");
    expect_reply(&program, id, 0, "lineSetupTransfer");
    expect_state2(&program, call, LINECALLSTATE_ONHOLDPENDTRANSFER, "the call waits");
    expect_state2(&program, consult, LINECALLSTATE_DIALTONE, "the consultation can be dialled");
    check(place_of(&program, 0, LINE_REPLY, (DWORD_PTR)id) < place_of(&program, consult, LINE_CALLSTATE, ANYTHING),
          "the reply comes first");
    expect_reply(&program, expect_request(lineDialA(consult, "10;", 0), "lineDial"), 0, "lineDial, first part");
    expect_state2(&program, consult, LINECALLSTATE_DIALING, "half dialled");
    expect_reply(&program, expect_request(lineDialA(consult, "13", 0), "lineDial"), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "consulting");
    id = lineCompleteTransfer(call, consult, NULL, LINETRANSFERMODE_TRANSFER);
    expect_reply(&program, expect_request(id, "lineCompleteTransfer"), 0, "lineCompleteTransfer");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "transferred: the call has left");
    expect_state2(&program, consult, LINECALLSTATE_IDLE, "transferred: the consultation as well");
    check(count_of(&program, call, LINE_CALLSTATE, LINECALLSTATE_DISCONNECTED) == 0, "nobody hung up");
    expect_code(lineDeallocateCall(call), 0, "transferred");
    expect_code(lineDeallocateCall(consult), 0, "transferred");

    /* A second call that was made by itself. */
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    forget(&program);
    expect_reply(&program, lineHold(call), 0, "lineHold");
    expect_state2(&program, call, LINECALLSTATE_ONHOLD, "on hold");
    consult = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineCompleteTransfer(call, consult, NULL, LINETRANSFERMODE_TRANSFER), 0, "joined");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "joined");
    expect_code(lineDeallocateCall(call), 0, "joined");
    expect_code(lineDeallocateCall(consult), 0, "joined");

    /* A consultation that comes to nothing: the call comes back. */
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_state2(&program, consult, LINECALLSTATE_DIALTONE, "dial tone");
    forget(&program);
    expect_reply(&program, lineDrop(consult, NULL, 0), 0, "dropped before it was dialled");
    expect_state2(&program, consult, LINECALLSTATE_IDLE, "dropped before it was dialled");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call comes back");
    expect_code(lineDeallocateCall(consult), 0, "dropped");
    expect_reply(&program, lineSetupTransferA(call, &consult, NULL), 0, "lineSetupTransfer");
    expect_state2(&program, consult, LINECALLSTATE_DIALTONE, "dial tone");
    expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "consulting");
    forget(&program);
    expect_reply(&program, lineDrop(consult, NULL, 0), 0, "dropped while consulting");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "the call comes back again");
    expect_code(lineDeallocateCall(consult), 0, "dropped");
    expect_code(lineBlindTransferA(call, NULL, 0), LINEERR_INVALPOINTER, "a transfer needs a destination");
    expect_code(lineBlindTransferA(call, "", 0), LINEERR_INVALADDRESS, "that is not empty");
    forget(&program);
    expect_reply(&program, expect_request(lineBlindTransferA(call, "1013", 0), "lineBlindTransfer"), 0, "blind");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "transferred blindly");
    expect_code(lineDeallocateCall(call), 0, "transferred blindly");
}

static void conference(void)
{
    HCALL call;
    HCALL whole = 0;
    HCALL consult = 0;
    LINEMESSAGE message;
    LONG id;
    unsigned char space[256];
    LINECALLLIST *list = (LINECALLLIST *)(void *)space;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    id = lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL);
    expect_reply(&program, expect_request(id, "lineSetupConference"), 0, "lineSetupConference");
    expect_state2(&program, whole, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
    message = expect_state2(&program, call, LINECALLSTATE_CONFERENCED, "the first member");
    check(message.dwParam2 == whole, "of this conference");
    expect_state2(&program, consult, LINECALLSTATE_DIALTONE, "the second can be dialled");
    expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "the second answers");
    expect_code(lineAddToConference(call, consult), LINEERR_INVALCONFCALLHANDLE, "a call is no conference");
    id = expect_request(lineAddToConference(whole, consult), "lineAddToConference");
    expect_reply(&program, id, 0, "lineAddToConference");
    message = expect_state2(&program, consult, LINECALLSTATE_CONFERENCED, "the second member");
    check(message.dwParam2 == whole, "of the same conference");
    expect_state2(&program, whole, LINECALLSTATE_CONNECTED, "the conference talks");
    memset(space, 0, sizeof space);
    list->dwTotalSize = sizeof space;
    expect_code(lineGetConfRelatedCalls(consult, list), 0, "lineGetConfRelatedCalls");
    check(list->dwCallsNumEntries == 3, "a conference of two members");
    expect_reply(&program, expect_request(lineRemoveFromConference(consult), "remove"), 0, "lineRemoveFromConference");
    expect_state2(&program, consult, LINECALLSTATE_IDLE, "removed");
    expect_code(lineDeallocateCall(consult), 0, "removed");
    expect_reply(&program, expect_request(lineDrop(whole, NULL, 0), "drop"), 0, "the conference is dropped");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "its member ends");
    expect_state2(&program, whole, LINECALLSTATE_IDLE, "and itself");
    expect_code(lineDeallocateCall(call), 0, "a member's handle");
    expect_code(lineDeallocateCall(whole), 0, "the conference's handle");
}

static void parking(void)
{
    HCALL call;
    HCALL back = 0;
    LONG id;
    struct {
        VARSTRING head;
        char text[64];
        unsigned char guard[16];
    } where;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    memset(&where, 0x5a, sizeof where);
    where.head.dwTotalSize = sizeof where.head + sizeof where.text;
    id = lineParkA(call, LINEPARKMODE_NONDIRECTED, NOWHERE(char), &where.head);
    expect_reply(&program, expect_request(id, "linePark"), 0, "linePark");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "parked");
    check(where.head.dwStringSize == 5 && where.head.dwStringFormat == STRINGFORMAT_ASCII, "where is told");
    check(strcmp((char *)&where + where.head.dwStringOffset, "7001") == 0, "at the first place");
    check(where.guard[0] == 0x5a, "no more than that");
    expect_code(lineDeallocateCall(call), 0, "parked");
    id = lineUnparkA(line1, 0, &back, "7001");
    expect_reply(&program, expect_request(id, "lineUnpark"), 0, "lineUnpark");
    expect_state2(&program, back, LINECALLSTATE_CONNECTED, "unparked");
    check(place_of(&program, 0, LINE_REPLY, (DWORD_PTR)id) < place_of(&program, back, LINE_CALLSTATE, ANYTHING),
          "the reply comes before the state");
    id = lineParkA(back, LINEPARKMODE_DIRECTED, "7005", NOWHERE(VARSTRING));
    expect_reply(&program, expect_request(id, "linePark"), 0, "linePark, directed");
    expect_code(lineDeallocateCall(back), 0, "parked again");
    id = lineUnparkA(line1, 0, &back, "7099");
    if (id > 0) {
        expect_reply(&program, id, LINEERR_INVALADDRESS, "nothing is parked there");
    } else {
        expect_code(id, LINEERR_INVALADDRESS, "nothing is parked there");
    }
    expect_code(lineDrop(back, NULL, 0), LINEERR_INVALCALLHANDLE, "that call never was");
    id = lineUnparkA(line1, 0, &back, "7005");
    expect_reply(&program, expect_request(id, "lineUnpark"), 0, "lineUnpark, directed");
    drop(back, "unparked");
    expect_code(lineParkA(back, 3, NULL, NULL), LINEERR_INVALCALLHANDLE, "a handle that is gone");
}

static void picking_up(void)
{
    HCALL caller;
    HCALL callee = offered(&program, line1, line2, &caller);
    HCALL mine = 0;
    HLINE line3 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    LONG id = linePickupA(line3, 0, &mine, "2002", NULL);

    expect_reply(&program, expect_request(id, "linePickup"), 0, "linePickup");
    expect_state2(&program, mine, LINECALLSTATE_CONNECTED, "picked up");
    expect_state2(&program, callee, LINECALLSTATE_IDLE, "it rings there no more");
    drop(mine, "picked up");
    expect_code(lineDeallocateCall(callee), 0, "taken away");
    drop(caller, "the caller");
    expect_code(lineClose(line3), 0, "lineClose");
    check(line3 != line1, "two opens are two lines");
}

static void digits(void)
{
    HCALL call;
    char gathered[5];
    LINEMESSAGE message;

    forget(&program);
    call = call_in(&program, line1, "1015", LINECALLSTATE_CONNECTED);
    expect_code(lineMonitorDigits(call, LINEDIGITMODE_PULSE), LINEERR_INVALDIGITMODE, "no pulses");
    expect_code(lineMonitorDigits(call, LINEDIGITMODE_DTMF), 0, "lineMonitorDigits");
    memset(gathered, 'x', sizeof gathered);
    expect_code(lineGatherDigitsA(call, LINEDIGITMODE_DTMF, gathered, 3, "#", 0, 0), 0, "lineGatherDigits");
    expect_code(lineGenerateDigitsA(call, LINEDIGITMODE_DTMF, "123", 50), 0, "lineGenerateDigits");
    message = wait_for(&program, call, LINE_GENERATE, LINEGENERATETERM_DONE, "generated");
    program.next = 0;
    message = wait_for(&program, call, LINE_GATHERDIGITS, LINEGATHERTERM_BUFFERFULL, "gathered");
    check(memcmp(gathered, "123x", 4) == 0, "the digits are there, and no more");
    check(count_of(&program, call, LINE_MONITORDIGITS, '1') == 1, "each was told");
    program.next = 0;
    message = wait_for(&program, call, LINE_MONITORDIGITS, '2', "the second");
    check(message.dwParam2 == LINEDIGITMODE_DTMF, "as DTMF");
    expect_code(lineGatherDigitsA(call, LINEDIGITMODE_DTMF, gathered, 4, NULL, 0, 0), 0, "once more");
    expect_code(lineGatherDigitsA(call, 0, NULL, 0, NOWHERE(char), 0, 0), 0, "given up");
    program.next = 0;
    wait_for(&program, call, LINE_GATHERDIGITS, LINEGATHERTERM_CANCEL, "given up");
    drop(call, "digits");
}

static void rights(void)
{
    HLINE late = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    HCALL call;
    HCALL found;
    unsigned char space[256];
    LINECALLLIST *list = (LINECALLLIST *)(void *)space;
    LINECALLSTATUS status;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    expect_code(lineSetCallPrivilege(call, LINECALLPRIVILEGE_MONITOR), LINEERR_INVALCALLSTATE,
                "the only owner stays one");
    expect_code(lineSetCallPrivilege(call, 3), LINEERR_INVALCALLPRIVILEGE, "no such right");
    memset(space, 0, sizeof space);
    list->dwTotalSize = sizeof(LINECALLLIST);
    expect_code(lineGetNewCalls(late, 0, LINECALLSELECT_LINE, list), 0, "no room for a handle");
    check(list->dwNeededSize > list->dwTotalSize && list->dwCallsNumEntries == 0, "none is given out");
    list->dwTotalSize = sizeof space;
    expect_code(lineGetNewCalls(late, 0, LINECALLSELECT_LINE, list), 0, "lineGetNewCalls");
    check(list->dwCallsNumEntries == 1, "there is one call");
    memcpy(&found, space + list->dwCallsOffset, sizeof found);
    check(found != call, "with a handle of its own");
    memset(&status, 0, sizeof status);
    status.dwTotalSize = sizeof status;
    expect_code(lineGetCallStatus(found, &status), 0, "lineGetCallStatus");
    check(status.dwCallState == LINECALLSTATE_CONNECTED, "it is connected");
    check(status.dwCallPrivilege == LINECALLPRIVILEGE_MONITOR, "who finds a call monitors it");
    check(status.tStateEntryTime.wYear > 2000, "since when is told");
    list->dwTotalSize = sizeof space;
    expect_code(lineGetNewCalls(late, 0, LINECALLSELECT_LINE, list), 0, "once more");
    check(list->dwCallsNumEntries == 0, "it is not new any more");
    expect_code(lineSetCallPrivilege(found, LINECALLPRIVILEGE_OWNER), 0, "a second owner");
    expect_code(lineSetCallPrivilege(call, LINECALLPRIVILEGE_MONITOR), 0, "the first steps back");
    expect_code(lineDrop(call, NULL, 0), LINEERR_NOTOWNER, "and cannot drop any more");
    drop(found, "the second owner");
    expect_state2(&program, call, LINECALLSTATE_IDLE, "the first hears of it");
    expect_code(lineDeallocateCall(call), 0, "the first");
    expect_code(lineClose(late), 0, "lineClose");
}

static void requests(void)
{
    LINEREQMAKECALL wanted;
    char umlauts[2 * 50 + 1];
    size_t i;

    expect_code(tapiRequestMakeCallA("1001", "letter", "Zoe", "hello"), TAPIERR_NOREQUESTRECIPIENT,
                "nobody places calls for others");
    expect_code(lineRegisterRequestRecipient(program.app, 7, LINEREQUESTMODE_MAKECALL, TRUE), 0, "register");
    expect_code(tapiRequestMakeCallA("", NULL, NULL, NULL), TAPIERR_INVALDESTADDRESS, "no destination");
    expect_code(tapiRequestMakeCallA("1001", "letter", "Zoe", "hello"), 0, "tapiRequestMakeCall");
    program.next = 0;
    check(wait_for(&program, 0, LINE_REQUEST, LINEREQUESTMODE_MAKECALL, "a request").dwCallbackInstance == 7,
          "with the number that was registered");
    memset(&wanted, 0x5a, sizeof wanted);
    expect_code(lineGetRequestA(program.app, LINEREQUESTMODE_MAKECALL, &wanted), 0, "lineGetRequest");
    check(strcmp(wanted.szDestAddress, "1001") == 0 && strcmp(wanted.szAppName, "letter") == 0, "whom, by whom");
    check(strcmp(wanted.szCalledParty, "Zoe") == 0 && strcmp(wanted.szComment, "hello") == 0, "and the rest");
    expect_code(lineGetRequestA(program.app, LINEREQUESTMODE_MAKECALL, &wanted), LINEERR_NOREQUEST, "no other");

    for (i = 0; i < sizeof umlauts - 1; i += 2) {
        memcpy(umlauts + i, "\303\274", 2);
    }
    umlauts[i] = 0;
    expect_code(tapiRequestMakeCallA(umlauts, NULL, NULL, NULL), TAPIERR_INVALDESTADDRESS, "longer than its field");
    expect_code(tapiRequestMakeCallA("1001", NULL, NULL, umlauts), 0, "a comment that is longer");
    wait_for(&program, 0, LINE_REQUEST, LINEREQUESTMODE_MAKECALL, "the request");
    expect_code(lineGetRequestA(program.app, LINEREQUESTMODE_MAKECALL, &wanted), 0, "lineGetRequest");
    check(strlen(wanted.szComment) == 78 && memcmp(wanted.szComment, umlauts, 78) == 0, "is cut between characters");
    expect_code(lineRegisterRequestRecipient(program.app, 7, LINEREQUESTMODE_MAKECALL, FALSE), 0, "no more");
    expect_code(tapiRequestMakeCallA("1001", NULL, NULL, NULL), TAPIERR_NOREQUESTRECIPIENT, "nobody again");
}

/* More requests than may wait for one program. */
#define TOO_MANY 2000

static void requests_that_nobody_takes_up(void)
{
    static Program slow;
    LINEREQMAKECALL wanted;
    LONG code = 0;
    int made;

    program_begin(&slow);
    expect_code(lineRegisterRequestRecipient(slow.app, 0, LINEREQUESTMODE_MAKECALL, TRUE), 0, "register");
    for (made = 0; made < TOO_MANY && code == 0; made++) {
        code = tapiRequestMakeCallA("1001", NULL, NULL, NULL);
    }
    expect_code(code, TAPIERR_REQUESTQUEUEFULL, "too many");
    /* Some may have been on their way when they were counted. */
    for (; made > 0 && code != 0; made--) {
        while (lineGetRequestA(slow.app, LINEREQUESTMODE_MAKECALL, &wanted) == LINEERR_NOREQUEST) {
            program_take(&slow, PATIENCE);
        }
        code = tapiRequestMakeCallA("1001", NULL, NULL, NULL);
    }
    expect_code(code, 0, "room for another");
    program_end(&slow);
}

/* A program of TAPI 3 calls one of TAPI 2: either ends the call, and both see it. */
static void both_faces(void)
{
    static Client client;
    ITAddress *address;
    int i;

    client_open(&client, ALL_EVENTS);
    address = client_address(&client, OLESTR("2001"));
    for (i = 0; i < 2; i++) {
        ITBasicCallControl *caller = new_call(address, OLESTR("2002"));
        LINEMESSAGE message;
        HCALL callee;

        forget(&program);
        client_forget(&client);
        expect(ITBasicCallControl_Connect(caller, VARIANT_FALSE), S_OK, "both faces: Connect");
        message = wait_for(&program, line2, LINE_APPNEWCALL, ANYTHING, "both faces: TAPI 2 is called");
        callee = (HCALL)message.dwParam2;
        expect_state2(&program, callee, LINECALLSTATE_OFFERING, "both faces: offered");
        expect_reply(&program, lineAnswer(callee, NULL, 0), 0, "both faces: TAPI 2 answers");
        expect_state(&client, caller, CS_CONNECTED, CEC_NONE, "both faces: TAPI 3 sees it");
        if (i == 0) {
            expect(ITBasicCallControl_Disconnect(caller, DC_NORMAL), S_OK, "both faces: TAPI 3 hangs up");
            expect_state2(&program, callee, LINECALLSTATE_DISCONNECTED, "both faces: TAPI 2 sees it");
        } else {
            expect_reply(&program, lineDrop(callee, NULL, 0), 0, "both faces: TAPI 2 hangs up");
            expect_state(&client, caller, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "both faces: TAPI 3 sees it");
        }
        expect_state2(&program, callee, LINECALLSTATE_IDLE, "both faces: over");
        expect_code(lineDeallocateCall(callee), 0, "both faces: deallocated");
        ITBasicCallControl_Release(caller);
    }
    ITAddress_Release(address);
    client_close(&client);
}

/* Whether the call has what the program said of it before it was dialled. */
static int has_comment(HCALL call)
{
    unsigned char space[2048];
    LINECALLINFO *info = (LINECALLINFO *)(void *)space;

    memset(space, 0, sizeof space);
    info->dwTotalSize = sizeof space;
    return lineGetCallInfoA(call, info) == 0 && info->dwCommentSize == sizeof "about the roof" &&
           memcmp(space + info->dwCommentOffset, "about the roof", sizeof "about the roof") == 0;
}

/* What is said of a call holds for one whose digits come later, too. */
static void said_before_it_is_dialled(void)
{
    struct {
        LINECALLPARAMS fixed;
        char comment[sizeof "about the roof"];
    } said;
    HCALL call = 0;
    HCALL consult = 0;

    memset(&said, 0, sizeof said);
    said.fixed.dwTotalSize = sizeof said;
    said.fixed.dwMediaMode = LINEMEDIAMODE_INTERACTIVEVOICE;
    said.fixed.dwCommentSize = sizeof said.comment;
    said.fixed.dwCommentOffset = sizeof said.fixed;
    memcpy(said.comment, "about the roof", sizeof said.comment);
    forget(&program);
    expect_reply(&program, lineMakeCallA(line1, &call, NULL, 0, &said.fixed), 0, "a call that waits for digits");
    expect_reply(&program, lineDialA(call, "1001", 0), 0, "lineDial");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "it is dialled");
    check(has_comment(call), "what was said of it is kept");
    expect_reply(&program, lineSetupTransferA(call, &consult, &said.fixed), 0, "lineSetupTransfer");
    memset(&said, 0, sizeof said);
    expect_reply(&program, lineDialA(consult, "1013", 0), 0, "lineDial");
    expect_state2(&program, consult, LINECALLSTATE_CONNECTED, "the consultation answers");
    check(has_comment(consult), "what was said of the consultation is kept");
    drop(consult, "the consultation");
    drop(call, "the call");
    forget(&program);
    call = 0;
    said.fixed.dwTotalSize = sizeof said;
    said.fixed.dwCommentSize = sizeof said.comment;
    said.fixed.dwCommentOffset = sizeof said.fixed;
    memcpy(said.comment, "about the roof", sizeof said.comment);
    expect_reply(&program, lineMakeCallA(line1, &call, "10;", 0, &said.fixed), 0, "a call that is half dialled");
    expect_reply(&program, lineDialA(call, "01", 0), 0, "lineDial");
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "it is dialled");
    check(has_comment(call), "what was said of it is kept as well");
    drop(call, "the call");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    coming_in();
    said_before_it_is_dialled();
    ringing();
    hold_and_swap();
    transfer_after_consultation();
    conference();
    parking();
    picking_up();
    digits();
    rights();
    requests();
    requests_that_nobody_takes_up();
    both_faces();
    program_end(&program);
    return tests_done();
}
