/*
 * What the methods of ITBasicCallControl do to several calls and several parties: transfer,
 * conference, swap, park and unpark, pickup, hand-off; and what callers and called see of it.
 */
#include "tapi_test.h"

static Client client;
static ITAddress *line1; /* 2001; its incoming calls are the client's, as on the others */
static ITAddress *line2; /* 2002 */
static ITAddress *line3; /* 2003 */

/* LINECALLREASON_* bits. */
#define REASON_DIRECT 0x1
#define REASON_PICKUP 0x10
#define REASON_UNPARK 0x20
#define REASON_TRANSFER 0x100

static void hang_up(ITBasicCallControl *call)
{
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITBasicCallControl_Release(call);
}

/* A call from `from` to `number` that the called line, one of ours, has answered. */
static ITBasicCallControl *talking_to(ITAddress *from, const OLECHAR *number,
                                      ITBasicCallControl **far_end)
{
    ITBasicCallControl *call = new_call(from, number);

    client_forget(&client);
    ITBasicCallControl_Connect(call, VARIANT_FALSE);
    *far_end = client_take_call(&client);
    if (ITBasicCallControl_Answer(*far_end) != S_OK || state_of(call) != CS_CONNECTED) {
        bail_out("the call is not answered");
    }
    client_flush(&client);
    client_forget(&client);
    return call;
}

static LONG number_of(ITBasicCallControl *call, CALLINFO_LONG which)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    LONG number = -1;

    ITCallInfo_get_CallInfoLong(info, which, &number);
    ITCallInfo_Release(info);
    return number;
}

static int party_is(ITBasicCallControl *call, CALLINFO_STRING which, const char *wanted)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    BSTR text = NULL;

    ITCallInfo_get_CallInfoString(info, which, &text);
    ITCallInfo_Release(info);
    return text_is(text, wanted);
}

static ITCallHub *hub_of(ITBasicCallControl *call)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    ITCallHub *hub = NULL;

    if (ITCallInfo_get_CallHub(info, &hub) != S_OK) {
        bail_out("the call has no hub");
    }
    ITCallInfo_Release(info);
    return hub;
}

static LONG calls_in_hub(ITBasicCallControl *call)
{
    ITCallHub *hub = hub_of(call);
    LONG count = -1;

    ITCallHub_get_NumCalls(hub, &count);
    ITCallHub_Release(hub);
    return count;
}

/* 2001 talks to 2002, asks 2003, and connects the two. */
static void transfer_with_consultation(void)
{
    ITBasicCallControl *far2, *far3;
    ITBasicCallControl *original = talking_to(line1, OLESTR("2002"), &far2);
    ITBasicCallControl *consult = new_call(line1, OLESTR("2003"));

    expect(ITBasicCallControl_Transfer(original, consult, VARIANT_FALSE), S_OK, "Transfer");
    expect_state(&client, original, CS_HOLD, CEC_NONE, "Transfer: the original waits");
    far3 = client_take_call(&client);
    check(number_of(consult, CIL_RELATEDCALLID) == id_of(original), "it is the related call");
    expect(ITBasicCallControl_Finish(consult, FM_ASTRANSFER), TAPI_E_INVALCALLSTATE,
           "Finish before the consultation is answered");
    ITBasicCallControl_Answer(far3);
    expect_state(&client, consult, CS_CONNECTED, CEC_NONE, "the consultation talks");
    expect(ITBasicCallControl_Finish(original, FM_ASTRANSFER), TAPI_E_INVALCALLSTATE,
           "Finish on the original");
    expect(ITBasicCallControl_Finish(consult, FM_ASTRANSFER), S_OK, "Finish");
    expect_state(&client, original, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "the original ends");
    expect_state(&client, consult, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "so does the other");
    check(state_of(far2) == CS_CONNECTED && state_of(far3) == CS_CONNECTED,
          "the other two talk to each other");
    check(party_is(far2, CIS_CONNECTEDIDNUMBER, "2003"), "2002 knows to whom");
    check(party_is(far3, CIS_CONNECTEDIDNUMBER, "2002"), "2003 knows to whom");
    check(party_is(far3, CIS_REDIRECTINGIDNUMBER, "2001"), "2003 knows by whom");
    check(number_of(far3, CIL_REASON) == REASON_TRANSFER, "2003 knows why");
    expect(ITBasicCallControl_Disconnect(far2, DC_NORMAL), S_OK, "2002 hangs up");
    expect_state(&client, far3, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "2003 hears of it");
    hang_up(far2);
    hang_up(far3);
    hang_up(consult);
    hang_up(original);
}

/* The consultation does not come about: the original comes back. */
static void transfer_to_a_busy_number(void)
{
    ITBasicCallControl *original = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *consult = new_call(line1, OLESTR("1002"));

    client_forget(&client);
    expect(ITBasicCallControl_Transfer(original, consult, VARIANT_TRUE), TAPI_E_DESTBUSY,
           "Transfer to a busy number");
    expect_state(&client, consult, CS_DISCONNECTED, CEC_DISCONNECT_BUSY, "busy");
    expect_state(&client, original, CS_CONNECTED, CEC_NONE, "the original comes back");
    hang_up(consult);
    hang_up(original);
}

/* A call that is up already is tied to another one. */
static void transfer_to_a_call_that_is_up(void)
{
    ITBasicCallControl *original = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *consult;

    ITBasicCallControl_Hold(original, VARIANT_TRUE);
    consult = connected_call(line1, OLESTR("1001"));
    expect(ITBasicCallControl_Transfer(original, consult, VARIANT_TRUE), S_OK,
           "Transfer with a call that is up");
    expect(ITBasicCallControl_Finish(consult, FM_ASTRANSFER), S_OK, "Finish");
    check(state_of(original) == CS_DISCONNECTED && state_of(consult) == CS_DISCONNECTED,
          "both end");
    hang_up(consult);
    hang_up(original);
}

static void blind_transfer(void)
{
    ITBasicCallControl *far2, *far3;
    ITBasicCallControl *call = talking_to(line1, OLESTR("2002"), &far2);

    expect(ITBasicCallControl_BlindTransfer(call, B("2003")), S_OK, "BlindTransfer");
    expect_state(&client, call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "the call ends for us");
    far3 = client_take_call(&client);
    check(party_is(far3, CIS_CALLERIDNUMBER, "2002"), "2003 sees 2002 calling");
    check(party_is(far3, CIS_REDIRECTINGIDNUMBER, "2001"), "sent by 2001");
    check(number_of(far3, CIL_REASON) == REASON_TRANSFER, "by a transfer");
    expect(ITBasicCallControl_Answer(far3), S_OK, "2003 answers");
    check(state_of(far2) == CS_CONNECTED && state_of(far3) == CS_CONNECTED, "they talk");
    hang_up(far3);
    expect_state(&client, far2, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "until one hangs up");
    hang_up(far2);
    hang_up(call);
}

static void swap_hold(void)
{
    ITBasicCallControl *held = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *active, *third;

    ITBasicCallControl_Hold(held, VARIANT_TRUE);
    active = connected_call(line1, OLESTR("1001"));
    third = connected_call(line1, OLESTR("1001"));
    client_flush(&client);
    client_forget(&client);
    expect(ITBasicCallControl_SwapHold(active, third), TAPI_E_INVALCALLSTATE,
           "SwapHold with a call that is not held");
    expect(ITBasicCallControl_SwapHold(active, held), S_OK, "SwapHold");
    expect_state(&client, active, CS_HOLD, CEC_NONE, "one is held");
    expect_state(&client, held, CS_CONNECTED, CEC_NONE, "the other comes back");
    expect(ITBasicCallControl_SwapHold(held, active), S_OK, "SwapHold, back");
    check(state_of(active) == CS_CONNECTED && state_of(held) == CS_HOLD, "as before");
    hang_up(third);
    hang_up(active);
    hang_up(held);
}

static void conference(void)
{
    ITBasicCallControl *far2, *far3;
    ITBasicCallControl *first = talking_to(line1, OLESTR("2002"), &far2);
    ITBasicCallControl *second = new_call(line1, OLESTR("2003"));
    ITBasicCallControl *third = new_call(line1, OLESTR("1001"));

    expect(ITBasicCallControl_Conference(first, second, VARIANT_FALSE), S_OK, "Conference");
    far3 = client_take_call(&client);
    ITBasicCallControl_Answer(far3);
    expect_state(&client, second, CS_CONNECTED, CEC_NONE, "the consultation talks");
    client_forget(&client);
    expect(ITBasicCallControl_Finish(second, FM_ASCONFERENCE), S_OK, "Finish");
    expect_state(&client, first, CS_CONNECTED, CEC_NONE, "the original comes back");
    check(state_of(second) == CS_CONNECTED, "the consultation stays");
    check(client_wait(&client, TE_CALLHUB, second, CHE_CALLJOIN, NULL), "it joins the hub");
    check(calls_in_hub(first) == 4, "all four calls are in one hub");
    expect(ITBasicCallControl_Finish(second, FM_ASCONFERENCE), TAPI_E_INVALCALLSTATE,
           "Finish, a second time");

    expect(ITBasicCallControl_Conference(first, third, VARIANT_TRUE), S_OK, "one more");
    expect(ITBasicCallControl_Finish(third, FM_ASCONFERENCE), TAPI_E_CONFERENCEFULL,
           "more than the exchange allows");
    check(state_of(third) == CS_CONNECTED, "the consultation is still there");
    hang_up(third);

    client_forget(&client);
    expect(ITBasicCallControl_RemoveFromConference(second), S_OK, "RemoveFromConference");
    expect_state(&client, second, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "it ends");
    expect_state(&client, far3, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "for both sides");
    check(client_wait(&client, TE_CALLHUB, second, CHE_CALLLEAVE, NULL), "it leaves the hub");
    check(state_of(first) == CS_CONNECTED, "the other member goes on");
    hang_up(far3);
    hang_up(second);
    hang_up(first);
    expect_state(&client, far2, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "until it ends");
    hang_up(far2);
}

/* Calls on two addresses: nobody but the library can bring them together. */
static void conference_across_addresses(void)
{
    ITBasicCallControl *first = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *second = new_call(line2, OLESTR("1001"));
    ITBasicCallControl *third = new_call(line2, OLESTR("1001"));

    client_forget(&client);
    expect(ITBasicCallControl_Conference(first, second, VARIANT_TRUE), S_OK,
           "Conference with a call of another address");
    expect_state(&client, first, CS_HOLD, CEC_NONE, "across: the original waits");
    expect(ITBasicCallControl_Finish(second, FM_ASTRANSFER), TAPI_E_NOTSUPPORTED,
           "across: no transfer");
    expect(ITBasicCallControl_Finish(second, FM_ASCONFERENCE), S_OK, "across: Finish");
    expect_state(&client, first, CS_CONNECTED, CEC_NONE, "across: the original comes back");
    check(client_wait(&client, TE_CALLHUB, second, CHE_CALLJOIN, NULL), "across: it joins the hub");
    check(state_of(second) == CS_CONNECTED, "across: the consultation stays");
    check(calls_in_hub(first) == 2, "across: both calls are in one hub");
    expect(ITBasicCallControl_Conference(second, third, VARIANT_TRUE), S_OK, "across: one more");
    expect(ITBasicCallControl_Finish(third, FM_ASCONFERENCE), TAPI_E_CONFERENCEFULL,
           "across: more than the exchange allows");
    check(state_of(third) == CS_CONNECTED && state_of(second) == CS_HOLD,
          "across: both are as they were");
    client_forget(&client);
    hang_up(third);
    expect_state(&client, second, CS_CONNECTED, CEC_NONE, "across: the member comes back");
    check(calls_in_hub(first) == 2, "across: it is in the conference still");
    expect(ITBasicCallControl_RemoveFromConference(first), S_OK, "across: RemoveFromConference");
    expect_state(&client, first, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "across: it ends");
    check(state_of(second) == CS_CONNECTED, "across: the last one has a call");
    expect(ITBasicCallControl_RemoveFromConference(second), TAPI_E_NOCONFERENCE,
           "across: and is in no conference");
    hang_up(second);
    hang_up(first);
}

static void clear_a_hub(void)
{
    ITBasicCallControl *far2;
    ITBasicCallControl *first = talking_to(line1, OLESTR("2002"), &far2);
    ITBasicCallControl *second = new_call(line1, OLESTR("1001"));
    ITCallHub *hub;
    CALLHUB_STATE state = -1;
    IEnumCall *calls = NULL;
    ITCallInfo *info[4] = { NULL, NULL, NULL, NULL };
    ULONG fetched = 9;
    ULONG i;

    ITBasicCallControl_Conference(first, second, VARIANT_TRUE);
    ITBasicCallControl_Finish(second, FM_ASCONFERENCE);
    hub = hub_of(first);
    expect(ITCallHub_get_State(hub, &state), S_OK, "get_State");
    check(state == CHS_ACTIVE, "the hub is active");
    expect(ITCallHub_EnumerateCalls(hub, &calls), S_OK, "EnumerateCalls of a hub");
    expect(IEnumCall_Next(calls, 4, info, &fetched), S_FALSE, "there are fewer than four");
    check(fetched == 3, "there are three");
    for (i = 0; i < fetched; i++) {
        ITCallInfo_Release(info[i]);
    }
    IEnumCall_Release(calls);
    client_forget(&client);
    expect(ITCallHub_Clear(hub), S_OK, "Clear");
    check(state_of(first) == CS_DISCONNECTED && state_of(second) == CS_DISCONNECTED &&
              state_of(far2) == CS_DISCONNECTED,
          "every call of the hub is over");
    check(client_wait(&client, TE_CALLHUB, ANY_CALL, CHE_CALLHUBIDLE, NULL), "the hub is idle");
    expect(ITCallHub_get_State(hub, &state), S_OK, "get_State");
    check(state == CHS_IDLE, "and says so");
    ITCallHub_Release(hub);
    hang_up(far2);
    hang_up(second);
    hang_up(first);
}

static void park_and_unpark(void)
{
    ITBasicCallControl *far2;
    ITBasicCallControl *call = talking_to(line1, OLESTR("2002"), &far2);
    ITBasicCallControl *back = new_call(line3, OLESTR("7777"));
    ITBasicCallControl *late = new_call(line3, OLESTR("7777"));

    expect(ITBasicCallControl_ParkDirect(call, B("7777")), S_OK, "ParkDirect");
    expect_state(&client, call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "the call ends for us");
    check(state_of(far2) == CS_CONNECTED, "the other side waits");
    expect(ITBasicCallControl_Unpark(back), S_OK, "Unpark, on another line");
    expect_state(&client, back, CS_CONNECTED, CEC_NONE, "connected");
    check(number_of(back, CIL_REASON) == REASON_UNPARK, "CIL_REASON says why");
    check(party_is(back, CIS_CALLERIDNUMBER, "2002"), "and the caller is known");
    check(party_is(far2, CIS_CONNECTEDIDNUMBER, "2003"), "the other side knows, too");
    expect(ITBasicCallControl_Unpark(late), TAPI_E_INVALPARKID, "nothing is parked any more");
    check(state_of(late) == CS_IDLE, "the late one is still idle");
    hang_up(back);
    expect_state(&client, far2, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "it can be ended");
    hang_up(far2);
    hang_up(late);
    hang_up(call);
}

static void park_where_the_exchange_likes(void)
{
    ITBasicCallControl *one = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *other = connected_call(line1, OLESTR("1001"));
    BSTR first = NULL;
    BSTR second = NULL;
    ITBasicCallControl *back = NULL;

    expect(ITBasicCallControl_ParkIndirect(one, &first), S_OK, "ParkIndirect");
    expect(ITBasicCallControl_ParkIndirect(other, &second), S_OK, "ParkIndirect, another");
    check(text_is(first, "7001"), "at 7001");
    ITAddress_CreateCall(line1, second, LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &back);
    check(text_is(second, "7002"), "and at 7002");
    expect(ITBasicCallControl_Unpark(back), S_OK, "Unpark from there");
    hang_up(back);
    back = new_call(line1, OLESTR("7001"));
    expect(ITBasicCallControl_Unpark(back), S_OK, "Unpark the first");
    hang_up(back);
    hang_up(one);
    hang_up(other);
}

/* A call rings at 2002; 2003, of the same group, takes it. */
static void pickup(const OLECHAR *destination, const OLECHAR *group, const char *how)
{
    ITBasicCallControl *caller = new_call(line1, OLESTR("2002"));
    ITBasicCallControl *taker = new_call(line3, destination);
    ITBasicCallControl *ringing;

    client_forget(&client);
    ITBasicCallControl_Connect(caller, VARIANT_FALSE);
    ringing = client_take_call(&client);
    expect(ITBasicCallControl_Pickup(taker, group != NULL ? test_bstr(group) : NULL), S_OK,
           "Pickup %s", how);
    expect_state(&client, taker, CS_CONNECTED, CEC_NONE, "Pickup %s: connected", how);
    expect_state(&client, ringing, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "it stops ringing");
    expect_state(&client, caller, CS_CONNECTED, CEC_NONE, "the caller is connected");
    check(number_of(taker, CIL_REASON) == REASON_PICKUP, "CIL_REASON says why");
    check(party_is(taker, CIS_CALLERIDNUMBER, "2001"), "and the caller is known");
    check(party_is(caller, CIS_CONNECTEDIDNUMBER, "2003"), "the caller knows who answered");
    hang_up(caller);
    expect_state(&client, taker, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "it can be ended");
    hang_up(ringing);
    hang_up(taker);
}

static void forwarding(void)
{
    const LONG UNCONDITIONAL = 1; /* LINEFORWARDMODE_UNCOND */
    ITForwardInformation *rules = NULL;
    ITForwardInformation *current = NULL;
    ITBasicCallControl *caller, *callee;
    BSTR destination = NULL;

    client_forget(&client);
    expect(ITAddress_CreateForwardInfoObject(line2, &rules), S_OK, "CreateForwardInfoObject");
    expect(ITForwardInformation_SetForwardType(rules, UNCONDITIONAL, B("2003"), NULL), S_OK,
           "SetForwardType");
    expect(ITAddress_Forward(line2, rules, NULL), S_OK, "Forward");
    check(client_wait(&client, TE_ADDRESS, ANY_CALL, AE_FORWARD, NULL), "AE_FORWARD is told");
    expect(ITAddress_get_CurrentForwardInfo(line2, &current), S_OK, "get_CurrentForwardInfo");
    expect(ITForwardInformation_get_ForwardTypeDestination(current, UNCONDITIONAL, &destination),
           S_OK, "get_ForwardTypeDestination");
    check(text_is(destination, "2003"), "it says where to");

    caller = new_call(line1, OLESTR("2002"));
    ITBasicCallControl_Connect(caller, VARIANT_FALSE);
    callee = client_take_call(&client);
    check(party_is(callee, CIS_REDIRECTINGIDNUMBER, "2002"), "2003 gets the call for 2002");
    hang_up(caller);
    hang_up(callee);

    expect(ITAddress_Forward(line2, NULL, NULL), S_OK, "Forward(NULL) cancels");
    client_forget(&client);
    caller = new_call(line1, OLESTR("2002"));
    ITBasicCallControl_Connect(caller, VARIANT_FALSE);
    callee = client_take_call(&client);
    check(party_is(callee, CIS_REDIRECTINGIDNUMBER, ""), "2002 gets its own calls again");
    hang_up(caller);
    hang_up(callee);
    ITForwardInformation_Release(current);
    ITForwardInformation_Release(rules);
}

static void do_not_disturb(void)
{
    VARIANT_BOOL on = VARIANT_FALSE;
    ITBasicCallControl *caller = new_call(line1, OLESTR("2002"));

    expect(ITAddress_put_DoNotDisturb(line2, VARIANT_TRUE), S_OK, "put_DoNotDisturb");
    expect(ITAddress_get_DoNotDisturb(line2, &on), S_OK, "get_DoNotDisturb");
    check(on == VARIANT_TRUE, "it is on");
    expect(ITBasicCallControl_Connect(caller, VARIANT_TRUE), TAPI_E_DESTBUSY, "busy to callers");
    expect(ITAddress_put_DoNotDisturb(line2, VARIANT_FALSE), S_OK, "put_DoNotDisturb, off");
    hang_up(caller);
}

int main(void)
{
    VARIANT all;

    tests_begin(280);
    configure("[simulation]\nmax_conference = 3\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\ngroup = \"A\"\n"
              "[[line]]\nname = \"Third\"\nprovider = \"sim\"\naddress = \"2003\"\ngroup = \"A\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    line3 = client_address(&client, OLESTR("2003"));
    client_register(&client, line1, 0, 1, 1);
    client_register(&client, line2, 0, 1, 2);
    client_register(&client, line3, 0, 1, 3);
    VariantInit(&all);
    ITTAPI_SetCallHubTracking(client.tapi, all, VARIANT_TRUE);

    transfer_with_consultation();
    transfer_to_a_busy_number();
    transfer_to_a_call_that_is_up();
    blind_transfer();
    swap_hold();
    conference();
    conference_across_addresses();
    clear_a_hub();
    park_and_unpark();
    park_where_the_exchange_likes();
    pickup(NULL, NULL, "nearby");
    pickup(NULL, OLESTR("A"), "in a group");
    pickup(OLESTR("2002"), NULL, "at a number");
    forwarding();
    do_not_disturb();

    ITAddress_Release(line3);
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
