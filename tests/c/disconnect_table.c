/*
 * ITBasicCallControl::Disconnect in every state of a call, with every code: what it answers, which
 * events come and how the other calls fare.
 */
#include "tapi_test.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002, whose incoming calls the client owns */

static const DISCONNECT_CODE CODES[] = { DC_NORMAL, DC_NOANSWER, DC_REJECTED };
static const char *const CODE_NAMES[] = { "DC_NORMAL", "DC_NOANSWER", "DC_REJECTED" };

/* The end of a call is told once, and the call stays readable. */
static void expect_one_end(ITBasicCallControl *call, const char *where)
{
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 1,
          "%s: exactly one event says that the call is over", where);
    check(state_of(call) == CS_DISCONNECTED, "%s: the call is over", where);
}

/* Hangs up, again, and lets go. */
static void expect_end(ITBasicCallControl *call, DISCONNECT_CODE code, CALL_STATE_EVENT_CAUSE cause,
                       const char *where)
{
    expect(ITBasicCallControl_Disconnect(call, code), S_OK, "%s", where);
    check(state_of(call) == CS_DISCONNECTED, "%s: over when Disconnect returns", where);
    expect_state(&client, call, CS_DISCONNECTED, cause, "%s: the cause", where);
    expect(ITBasicCallControl_Disconnect(call, code), S_OK, "%s: a second time", where);
    expect_one_end(call, where);
    ITBasicCallControl_Release(call);
}

/* Calls line 2 and takes the offered call out. */
static ITBasicCallControl *offered_call(ITBasicCallControl **caller)
{
    client_forget(&client);
    *caller = new_call(line1, OLESTR("2002"));
    if (ITBasicCallControl_Connect(*caller, VARIANT_FALSE) != S_OK) {
        bail_out("Connect to line 2 failed");
    }
    return client_take_call(&client);
}

static void idle(void)
{
    size_t i;

    for (i = 0; i < 3; i++) {
        ITBasicCallControl *call = new_call(line1, OLESTR("1001"));

        client_forget(&client);
        expect(ITBasicCallControl_Disconnect(call, CODES[i]), S_FALSE, "idle, %s", CODE_NAMES[i]);
        expect(ITBasicCallControl_Disconnect(call, CODES[i]), S_FALSE, "idle, a second time");
        check(state_of(call) == CS_IDLE, "idle: the call is still idle");
        client_flush(&client);
        check(client_count(&client, TE_CALLSTATE, call, ANY) == 0, "idle: no event");
        expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "idle: it can be connected");
        expect_end(call, DC_NORMAL, CEC_DISCONNECT_NORMAL, "idle, then connected");
    }
}

static void in_progress(void)
{
    size_t i;

    for (i = 0; i < 3; i++) {
        ITBasicCallControl *call = new_call(line1, OLESTR("1003"));

        client_forget(&client);
        expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "in progress: Connect");
        expect_state(&client, call, CS_INPROGRESS, CEC_NONE, "in progress: the state");
        expect_end(call, CODES[i], CEC_DISCONNECT_CANCELLED, "in progress");
    }
}

static void offering(void)
{
    static const CALL_STATE_EVENT_CAUSE CALLEE[] = {
        CEC_DISCONNECT_NORMAL,
        CEC_DISCONNECT_NOANSWER,
        CEC_DISCONNECT_REJECTED,
    };
    static const CALL_STATE_EVENT_CAUSE CALLER[] = {
        CEC_DISCONNECT_BUSY,
        CEC_DISCONNECT_NOANSWER,
        CEC_DISCONNECT_REJECTED,
    };
    size_t i;

    for (i = 0; i < 3; i++) {
        ITBasicCallControl *caller;
        ITBasicCallControl *callee = offered_call(&caller);

        check(state_of(callee) == CS_OFFERING, "offering, %s: the state", CODE_NAMES[i]);
        expect_end(callee, CODES[i], CALLEE[i], "offering");
        expect_state(&client, caller, CS_DISCONNECTED, CALLER[i], "offering: what the caller sees");
        expect(ITBasicCallControl_Disconnect(caller, DC_NORMAL), S_OK, "refused: Disconnect");
        expect_one_end(caller, "refused");
        ITBasicCallControl_Release(caller);
    }
}

static void offering_and_caller_gives_up(void)
{
    ITBasicCallControl *caller;
    ITBasicCallControl *callee = offered_call(&caller);

    expect(ITBasicCallControl_Disconnect(caller, DC_NORMAL), S_OK, "the caller gives up");
    expect_state(&client, caller, CS_DISCONNECTED, CEC_DISCONNECT_CANCELLED,
                 "the caller's own cause");
    expect_state(&client, callee, CS_DISCONNECTED, CEC_DISCONNECT_CANCELLED,
                 "what the called side sees");
    expect(ITBasicCallControl_Answer(callee), E_UNEXPECTED, "too late to answer");
    expect(ITBasicCallControl_Disconnect(callee, DC_REJECTED), S_OK, "too late to refuse");
    expect_one_end(callee, "given up");
    ITBasicCallControl_Release(callee);
    ITBasicCallControl_Release(caller);
}

static void connected(void)
{
    size_t i;

    for (i = 0; i < 3; i++) {
        client_forget(&client);
        expect_end(connected_call(line1, OLESTR("1001")), CODES[i], CEC_DISCONNECT_NORMAL,
                   "connected");
    }
}

static void connected_both_ends(void)
{
    ITBasicCallControl *caller;
    ITBasicCallControl *callee = offered_call(&caller);

    expect(ITBasicCallControl_Answer(callee), S_OK, "answered");
    expect_state(&client, caller, CS_CONNECTED, CEC_NONE, "the caller is connected");
    expect_end(callee, DC_NORMAL, CEC_DISCONNECT_NORMAL, "the called side hangs up");
    expect_state(&client, caller, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "so the caller is too");
    expect(ITBasicCallControl_Disconnect(caller, DC_NORMAL), S_OK, "after the remote hang-up");
    expect_one_end(caller, "remote hang-up");
    ITBasicCallControl_Release(caller);
}

static void held(void)
{
    size_t i;

    for (i = 0; i < 3; i++) {
        ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));

        client_forget(&client);
        expect(ITBasicCallControl_Hold(call, VARIANT_TRUE), S_OK, "held: Hold");
        expect_state(&client, call, CS_HOLD, CEC_NONE, "held: the state");
        expect_end(call, CODES[i], CEC_DISCONNECT_NORMAL, "held");
    }
}

static void queued(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1012"));

    client_forget(&client);
    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "queued: Connect");
    expect_state(&client, call, CS_QUEUED, CEC_NONE, "queued: the state");
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "queued");
    expect_one_end(call, "queued");
    ITBasicCallControl_Release(call);
}

static void dialling(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("10;"));

    client_forget(&client);
    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "dialling: Connect");
    expect_state(&client, call, CS_INPROGRESS, CEC_NONE, "dialling: waits for digits");
    expect_end(call, DC_NORMAL, CEC_DISCONNECT_CANCELLED, "dialling");
}

/* The extension hangs up, or its line drops: Disconnect is still welcome. */
static void already_over(const OLECHAR *extension, CALL_STATE_EVENT_CAUSE cause, const char *where)
{
    ITBasicCallControl *call = new_call(line1, extension);

    client_forget(&client);
    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "%s: Connect", where);
    expect_state(&client, call, CS_DISCONNECTED, cause, "%s: ends by itself", where);
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "%s: Disconnect", where);
    expect(ITBasicCallControl_Disconnect(call, DC_REJECTED), S_OK, "%s: Disconnect again", where);
    expect_one_end(call, where);
    ITBasicCallControl_Release(call);
}

static void out_of_range(void)
{
    static const DISCONNECT_CODE BAD[] = { -1, 3, 4, 0x7fffffff, (-0x7fffffff - 1) };
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    size_t i;

    client_forget(&client);
    for (i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        expect(ITBasicCallControl_Disconnect(call, BAD[i]), E_INVALIDARG, "idle, code %d",
               (int)BAD[i]);
    }
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "out of range: Connect");
    for (i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        expect(ITBasicCallControl_Disconnect(call, BAD[i]), E_INVALIDARG, "connected, code %d",
               (int)BAD[i]);
    }
    check(state_of(call) == CS_CONNECTED, "out of range: the call is as it was");
    expect_end(call, DC_NORMAL, CEC_DISCONNECT_NORMAL, "after bad codes");
}

/* The last reference goes at once: the far end must still be told. */
static void last_release(void)
{
    ITBasicCallControl *caller;
    ITBasicCallControl *callee = offered_call(&caller);

    expect(ITBasicCallControl_Answer(callee), S_OK, "last Release: answered");
    expect(ITBasicCallControl_Disconnect(caller, DC_NORMAL), S_OK, "last Release: Disconnect");
    ITBasicCallControl_Release(caller);
    expect_state(&client, callee, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL,
                 "the far end hears of it");
    ITBasicCallControl_Release(callee);
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, callee, CS_DISCONNECTED) == 1,
          "the far end hears of it once");
}

/* Released without Disconnect the call stays with its line, and can be found and ended there. */
static void released_while_up(void)
{
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));
    LONG id = id_of(call);
    IEnumCall *calls = NULL;
    ITCallInfo *info = NULL;
    ITBasicCallControl *found;

    client_flush(&client);
    ITBasicCallControl_Release(call);
    expect(ITAddress_EnumerateCalls(line1, &calls), S_OK, "released while up: EnumerateCalls");
    expect(IEnumCall_Next(calls, 1, &info, NULL), S_OK, "the call is there");
    IEnumCall_Release(calls);
    found = (ITBasicCallControl *)query(info, ID(IID_ITBasicCallControl));
    ITCallInfo_Release(info);
    check(id_of(found) == id, "it is the same call");
    client_forget(&client);
    expect_end(found, DC_NORMAL, CEC_DISCONNECT_NORMAL, "found again");
}

static void consultation(int conference)
{
    const char *where = conference ? "consultation of a conference" : "consultation of a transfer";
    ITBasicCallControl *original = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *consult = new_call(line1, OLESTR("1001"));
    HRESULT hr;

    client_forget(&client);
    hr = conference ? ITBasicCallControl_Conference(original, consult, VARIANT_TRUE)
                    : ITBasicCallControl_Transfer(original, consult, VARIANT_TRUE);
    expect(hr, S_OK, "%s: begun", where);
    expect_state(&client, original, CS_HOLD, CEC_NONE, "%s: the original waits", where);
    check(state_of(consult) == CS_CONNECTED, "%s: connected", where);
    client_forget(&client);
    expect_end(consult, DC_NORMAL, CEC_DISCONNECT_NORMAL, where);
    expect_state(&client, original, CS_CONNECTED, CEC_NONE, "%s: the original comes back", where);
    expect_end(original, DC_NORMAL, CEC_DISCONNECT_NORMAL, "the original");
}

/* The original ends while it waits: the consultation is an ordinary call again. */
static void original_of_consultation(void)
{
    ITBasicCallControl *original = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *consult = new_call(line1, OLESTR("1001"));

    expect(ITBasicCallControl_Transfer(original, consult, VARIANT_TRUE), S_OK, "transfer begun");
    client_forget(&client);
    expect_end(original, DC_NORMAL, CEC_DISCONNECT_NORMAL, "original of a consultation");
    check(state_of(consult) == CS_CONNECTED, "the consultation goes on");
    expect(ITBasicCallControl_Finish(consult, FM_ASTRANSFER), TAPI_E_INVALCALLSTATE,
           "there is nothing to finish");
    client_forget(&client);
    expect_end(consult, DC_NORMAL, CEC_DISCONNECT_NORMAL, "the former consultation");
}

static void conference_members(void)
{
    ITBasicCallControl *first = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *second = new_call(line1, OLESTR("1001"));

    expect(ITBasicCallControl_Conference(first, second, VARIANT_TRUE), S_OK, "conference begun");
    expect(ITBasicCallControl_Finish(second, FM_ASCONFERENCE), S_OK, "conference made");
    check(state_of(first) == CS_CONNECTED && state_of(second) == CS_CONNECTED,
          "both members talk");
    client_forget(&client);
    expect_end(second, DC_NORMAL, CEC_DISCONNECT_NORMAL, "a member");
    check(state_of(first) == CS_CONNECTED, "the other member goes on");
    client_forget(&client);
    expect_end(first, DC_NORMAL, CEC_DISCONNECT_NORMAL, "the conference's first call");
}

static void monitor_only(void)
{
    Client watcher;
    ITAddress *watched;
    ITBasicCallControl *call;
    ITBasicCallControl *seen;

    client_open(&watcher, ALL_EVENTS);
    watched = client_address(&watcher, OLESTR("2001"));
    client_register(&watcher, watched, 1, 0, 77);
    call = connected_call(line1, OLESTR("1001"));
    seen = client_take_call(&watcher);
    check(seen != call, "each TAPI object has its own object for the call");
    check(state_of(seen) == CS_CONNECTED, "monitor: sees the call");
    expect(ITBasicCallControl_Disconnect(seen, DC_NORMAL), TAPI_E_NOTOWNER, "monitor");
    expect(ITBasicCallControl_Disconnect(seen, 17), E_INVALIDARG, "monitor, with a bad code");
    check(state_of(call) == CS_CONNECTED, "monitor: the call is as it was");
    client_forget(&client);
    expect_end(call, DC_NORMAL, CEC_DISCONNECT_NORMAL, "the owner of a monitored call");
    expect_state(&watcher, seen, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "the monitor is told");
    expect(ITBasicCallControl_Disconnect(seen, DC_NORMAL), S_OK, "monitor, when it is over");
    ITBasicCallControl_Release(seen);
    ITAddress_Release(watched);
    client_close(&watcher);
}

static void user_user_info(void)
{
    BYTE bytes[129] = { 42 };
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));

    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_USERUSERINFO, 129, bytes),
           TAPI_E_USERUSERINFOTOOBIG, "user-user info that is too long");
    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_USERUSERINFO, 128, bytes), S_OK,
           "user-user info that fits");
    ITCallInfo_Release(info);
    client_forget(&client);
    expect_end(call, DC_NORMAL, CEC_DISCONNECT_NORMAL, "with user-user info");
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
              "[[simulation.extension]]\nnumber = \"1012\"\nbehaviour = \"answer\"\nqueue_for = \"1h\"\n"
              "[[simulation.extension]]\nnumber = \"1005\"\nbehaviour = \"answer\"\n"
              "hang_up_after = \"20ms\"\n"
              "[[simulation.extension]]\nnumber = \"1007\"\nbehaviour = \"answer\"\n"
              "line_drops_after = \"20ms\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    client_register(&client, line2, 0, 1, 5);

    idle();
    in_progress();
    dialling();
    queued();
    offering();
    offering_and_caller_gives_up();
    connected();
    connected_both_ends();
    held();
    already_over(OLESTR("1002"), CEC_DISCONNECT_BUSY, "busy");
    already_over(OLESTR("1004"), CEC_DISCONNECT_REJECTED, "refused");
    already_over(OLESTR("1008"), CEC_DISCONNECT_BLOCKED, "blocked");
    already_over(OLESTR("1009"), CEC_DISCONNECT_FAILED, "failed");
    already_over(OLESTR("1005"), CEC_DISCONNECT_NORMAL, "remote hang-up");
    already_over(OLESTR("1007"), CEC_DISCONNECT_FAILED, "line drop");
    already_over(OLESTR("4711"), CEC_DISCONNECT_BADADDRESS, "bad address");
    out_of_range();
    last_release();
    released_while_up();
    consultation(0);
    consultation(1);
    original_of_consultation();
    conference_members();
    monitor_only();
    user_user_info();

    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
