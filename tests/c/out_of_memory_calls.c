/*
 * The methods of calls when memory runs out: E_OUTOFMEMORY, the calls as they were, and a second
 * try that works. A hang-up needs no memory at all.
 */
#include "failing_malloc.h"
#include "prepared_calls.h"

#include <string.h>

/* ---- The methods ---- */

static HRESULT disconnect(void)
{
    return ITBasicCallControl_Disconnect(call, DC_NORMAL);
}

static HRESULT connect_async(void)
{
    return ITBasicCallControl_Connect(call, VARIANT_FALSE);
}

static HRESULT connect_sync(void)
{
    return ITBasicCallControl_Connect(call, VARIANT_TRUE);
}

static HRESULT answer(void)
{
    return ITBasicCallControl_Answer(call);
}

static HRESULT hold(void)
{
    return ITBasicCallControl_Hold(call, VARIANT_TRUE);
}

static HRESULT unhold(void)
{
    return ITBasicCallControl_Hold(call, VARIANT_FALSE);
}

static HRESULT swap_hold(void)
{
    return ITBasicCallControl_SwapHold(other, call);
}

static HRESULT transfer(void)
{
    return ITBasicCallControl_Transfer(call, other, VARIANT_TRUE);
}

static HRESULT conference(void)
{
    return ITBasicCallControl_Conference(call, other, VARIANT_TRUE);
}

static HRESULT finish_transfer(void)
{
    return ITBasicCallControl_Finish(call, FM_ASTRANSFER);
}

static HRESULT finish_conference(void)
{
    return ITBasicCallControl_Finish(call, FM_ASCONFERENCE);
}

static HRESULT remove_from_conference(void)
{
    return ITBasicCallControl_RemoveFromConference(call);
}

static HRESULT blind_transfer(void)
{
    return ITBasicCallControl_BlindTransfer(call, B("1001"));
}

static HRESULT park_direct(void)
{
    return ITBasicCallControl_ParkDirect(call, B("7200"));
}

static HRESULT park_indirect(void)
{
    return ITBasicCallControl_ParkIndirect(call, &parked_at);
}

static HRESULT unpark(void)
{
    return ITBasicCallControl_Unpark(call);
}

static HRESULT pickup(void)
{
    return ITBasicCallControl_Pickup(call, NULL);
}

static HRESULT dial(void)
{
    return ITBasicCallControl_Dial(call, B("1"));
}

static HRESULT set_qos(void)
{
    return ITBasicCallControl_SetQOS(call, TAPIMEDIATYPE_AUDIO, QSL_BEST_EFFORT);
}

static HRESULT hand_off(void)
{
    return ITBasicCallControl_HandoffIndirect(call, TAPIMEDIATYPE_AUDIO);
}

/* Applications go by the name of their program; both clients are in this one. */
static BSTR own_name;

static HRESULT hand_off_directly(void)
{
    return ITBasicCallControl_HandoffDirect(call, own_name);
}

/* ---- After ---- */

static int unchanged(void)
{
    client_flush(&client);
    return state_of(call) == call_before && (other == NULL || state_of(other) == other_before) &&
           parked_at == NULL;
}

static int told(ITBasicCallControl *of, CALL_STATE state)
{
    return client_wait(&client, TE_CALLSTATE, of, state, NULL);
}

/* Every event has arrived, and those who looked on have let go of the calls. */
static void come_to_rest(void)
{
    client_flush(&client);
    client_forget(&client);
    if (watcher.tapi != NULL) {
        client_flush(&watcher);
        client_forget(&watcher);
    }
}

/* Ends what is left and lets it go. */
static void let_go(void)
{
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITBasicCallControl_Release(call);
    if (other != NULL) {
        ITBasicCallControl_Disconnect(other, DC_NORMAL);
        ITBasicCallControl_Release(other);
    }
    come_to_rest();
}

static int finish_idle(void)
{
    int good = state_of(call) == CS_IDLE;

    let_go();
    return good;
}

static int finish_in(CALL_STATE state)
{
    int good = state_of(call) == state && told(call, state);

    let_go();
    return good;
}

static int finish_over(void)
{
    return finish_in(CS_DISCONNECTED);
}

/* Whoever looks on at line 1 was told of the call. */
static int monitors_told(void)
{
    LONG id = id_of(call);
    size_t i;
    int told_of = 0;

    if (watcher.tapi == NULL) {
        return 1;
    }
    client_flush(&watcher);
    pthread_mutex_lock(&watcher.lock);
    for (i = 0; i < watcher.count; i++) {
        told_of |= watcher.seen[i].kind == TE_CALLNOTIFICATION && watcher.seen[i].call_id == id;
    }
    pthread_mutex_unlock(&watcher.lock);
    return told_of;
}

static int finish_connected(void)
{
    return finish_in(CS_CONNECTED);
}

static int finish_placed(void)
{
    int good = monitors_told();

    return finish_connected() && good;
}

static int finish_held(void)
{
    return finish_in(CS_HOLD);
}

static int finish_as_it_was(void)
{
    int good = unchanged();

    let_go();
    return good;
}

/* The other call ends, too. */
static int finish_both_over(void)
{
    int good = told(other, CS_DISCONNECTED) && state_of(other) == CS_DISCONNECTED;

    return finish_over() && good;
}

/* The original comes back from hold. */
static int finish_original_back(void)
{
    int good = told(other, CS_CONNECTED) && state_of(other) == CS_CONNECTED;

    return finish_over() && good;
}

static int finish_consulting(void)
{
    int good = state_of(call) == CS_HOLD && told(other, CS_CONNECTED);

    let_go();
    return good;
}

static int finish_joined(void)
{
    int good = state_of(call) == CS_CONNECTED && state_of(other) == CS_CONNECTED;

    let_go();
    return good;
}

static int finish_swapped(void)
{
    int good = state_of(call) == CS_CONNECTED && state_of(other) == CS_HOLD;

    let_go();
    return good;
}

/* A call came in on line 2. */
static int finish_offered(void)
{
    int good;

    other = client_take_call(&client);
    good = state_of(other) == CS_OFFERING && told(other, CS_OFFERING);
    let_go();
    return good;
}

/* Takes the parked call back, so that its place is free again. */
static int finish_parked(void)
{
    ITBasicCallControl *back;
    int good = told(call, CS_DISCONNECTED);
    BSTR place = parked_at != NULL ? parked_at : SysAllocString(OLESTR("7200"));

    parked_at = NULL;
    if (ITAddress_CreateCall(line1, place, LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO,
                             &back) != S_OK) {
        bail_out("CreateCall failed");
    }
    SysFreeString(place);
    good = ITBasicCallControl_Unpark(back) == S_OK && good;
    ITBasicCallControl_Disconnect(back, DC_NORMAL);
    ITBasicCallControl_Release(back);
    let_go();
    return good;
}

/* Now the watcher owns the call, and the client only looks on. */
static int finish_handed_off(void)
{
    ITBasicCallControl *theirs = client_take_call(&watcher);
    int good = ITBasicCallControl_Disconnect(call, DC_NORMAL) == TAPI_E_NOTOWNER;

    good = ITBasicCallControl_Disconnect(theirs, DC_NORMAL) == S_OK && good;
    ITBasicCallControl_Release(theirs);
    let_go();
    return good;
}

static const Scenario SCENARIOS[] = {
    { "Disconnect, idle", prepare_idle, disconnect, unchanged, finish_idle },
    { "Disconnect, in progress", prepare_ringing, disconnect, unchanged, finish_over },
    { "Disconnect, dialling", prepare_dialling, disconnect, unchanged, finish_over },
    { "Disconnect, queued", prepare_queued, disconnect, unchanged, finish_over },
    { "Disconnect, connected", prepare_connected, disconnect, unchanged, finish_over },
    { "Disconnect, held", prepare_held, disconnect, unchanged, finish_over },
    { "Disconnect, offering", prepare_offering, disconnect, unchanged, finish_both_over },
    { "Disconnect, called side", prepare_talking, disconnect, unchanged, finish_both_over },
    { "Disconnect, calling side", prepare_caller, disconnect, unchanged, finish_both_over },
    { "Disconnect, consultation", prepare_consultation, disconnect, unchanged,
      finish_original_back },
    { "Disconnect, conference member", prepare_conference, disconnect, unchanged, finish_over },
    { "Connect, asynchronous", prepare_idle, connect_async, unchanged, finish_placed },
    { "Connect, synchronous", prepare_idle, connect_sync, unchanged, finish_placed },
    { "Connect, to a line of ours", prepare_idle_to_line2, connect_async, unchanged,
      finish_offered },
    { "Answer", prepare_offering, answer, unchanged, finish_connected },
    { "Hold", prepare_connected, hold, unchanged, finish_held },
    { "Hold, off", prepare_held, unhold, unchanged, finish_connected },
    { "SwapHold", prepare_swap, swap_hold, unchanged, finish_swapped },
    { "Transfer", prepare_consulting, transfer, unchanged, finish_consulting },
    { "Conference", prepare_consulting, conference, unchanged, finish_consulting },
    { "Finish, transfer", prepare_consultation, finish_transfer, unchanged, finish_both_over },
    { "Finish, conference", prepare_consultation, finish_conference, unchanged, finish_joined },
    { "Finish, conference across lines", prepare_consultation_across, finish_conference, unchanged,
      finish_joined },
    { "RemoveFromConference", prepare_conference, remove_from_conference, unchanged, finish_over },
    { "RemoveFromConference, across lines", prepare_conference_across, remove_from_conference,
      unchanged, finish_over },
    { "Disconnect, conference across lines", prepare_conference_across, disconnect, unchanged,
      finish_over },
    { "BlindTransfer", prepare_connected, blind_transfer, unchanged, finish_over },
    { "BlindTransfer, of a line of ours", prepare_caller, blind_transfer, unchanged,
      finish_over },
    { "ParkDirect", prepare_connected, park_direct, unchanged, finish_parked },
    { "ParkIndirect", prepare_connected, park_indirect, unchanged, finish_parked },
    { "Unpark", prepare_parked, unpark, unchanged, finish_placed },
    { "Pickup", prepare_pickup, pickup, unchanged, finish_placed },
    { "Dial", prepare_dialling, dial, unchanged, finish_connected },
    { "SetQOS", prepare_connected, set_qos, unchanged, finish_as_it_was },
};

static const Scenario HAND_OFF = { "HandoffIndirect", prepare_connected, hand_off, unchanged,
                                   finish_handed_off };
static const Scenario HAND_OFF_DIRECTLY = { "HandoffDirect", prepare_connected, hand_off_directly,
                                            unchanged, finish_handed_off };

static void run_all(const char *how)
{
    size_t i;

    note("%s", how);
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
}

/* Filters that stop what no scenario waits for, and a line that forwards: both are looked at with
 * each event and call. */
static void set_filters_and_forward(void)
{
    ITAddress2 *address2 = (ITAddress2 *)query(line1, ID(IID_ITAddress2));
    ITForwardInformation *rules = NULL;

    if (ITAddress2_put_EventFilter(address2, TE_ADDRESS, AE_RINGING, VARIANT_FALSE) != S_OK ||
        ITAddress2_put_EventFilter(address2, TE_CALLINFOCHANGE, CIC_CALLERID, VARIANT_FALSE) !=
            S_OK ||
        ITAddress_CreateForwardInfoObject(line1, &rules) != S_OK ||
        ITForwardInformation_SetForwardType(rules, 0x10, B("1003"), NULL) != S_OK ||
        ITAddress_Forward(line1, rules, NULL) != S_OK) {
        bail_out("no filter, or no forwarding");
    }
    ITForwardInformation_Release(rules);
    ITAddress2_Release(address2);
}

int main(int argc, char **argv)
{
    const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
    ITAddress *watched;
    VARIANT all;
    LONG token;
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\ngroup = \"1\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\ngroup = \"1\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    client_register(&client, line2, 0, 1, 5);

    own_name = tapi3_utf8_to_bstr(slash != NULL ? slash + 1 : argv[0]);

    run_all("one client");
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive_in_sink(&SCENARIOS[i], &client);
    }

    VariantInit(&all);
    ITTAPI_SetCallHubTracking(client.tapi, all, VARIANT_TRUE);
    client_open(&watcher, ALL_EVENTS);
    watched = client_address(&watcher, OLESTR("2001"));
    token = client_register(&watcher, watched, 1, 0, 6);
    set_filters_and_forward();
    run_all("call hubs tracked, filters set, calls forwarded, and a second client that looks on");

    ITTAPI_UnregisterNotifications(watcher.tapi, token);
    client_register(&watcher, watched, 0, 1, 7);
    survive(&HAND_OFF_DIRECTLY);
    survive(&HAND_OFF);

    ITAddress_Release(watched);
    client_close(&watcher);
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    SysFreeString(own_name);
    return tests_done();
}
