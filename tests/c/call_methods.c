/*
 * The methods of ITBasicCallControl, each in every state of a call, with bad arguments, on a call
 * that is only monitored, and after Shutdown. What they do to several calls is in call_groups.c.
 */
#include "tapi_test.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002, whose incoming calls the client owns */

/* ---- A call in a given state ---- */

/* `other` receives the far end, if it is a call of ours. */
static ITBasicCallControl *call_in(CALL_STATE state, ITBasicCallControl **other)
{
    ITBasicCallControl *call;

    *other = NULL;
    switch (state) {
    case CS_IDLE:
        return new_call(line1, OLESTR("1001"));
    case CS_INPROGRESS:
        call = new_call(line1, OLESTR("1003"));
        ITBasicCallControl_Connect(call, VARIANT_FALSE);
        return call;
    case CS_QUEUED:
        call = new_call(line1, OLESTR("1012"));
        ITBasicCallControl_Connect(call, VARIANT_FALSE);
        return call;
    case CS_OFFERING:
        client_forget(&client);
        *other = new_call(line1, OLESTR("2002"));
        ITBasicCallControl_Connect(*other, VARIANT_FALSE);
        return client_take_call(&client);
    default:
        call = connected_call(line1, OLESTR("1001"));
        if (state == CS_HOLD) {
            ITBasicCallControl_Hold(call, VARIANT_TRUE);
        } else if (state == CS_DISCONNECTED) {
            ITBasicCallControl_Disconnect(call, DC_NORMAL);
        }
        return call;
    }
}

static void let_go(ITBasicCallControl *call)
{
    if (call != NULL) {
        ITBasicCallControl_Disconnect(call, DC_NORMAL);
        ITBasicCallControl_Release(call);
    }
}

/* ---- The methods, with arguments that are right ---- */

static HRESULT connect_async(ITBasicCallControl *call)
{
    return ITBasicCallControl_Connect(call, VARIANT_FALSE);
}

static HRESULT answer(ITBasicCallControl *call)
{
    return ITBasicCallControl_Answer(call);
}

static HRESULT hold(ITBasicCallControl *call)
{
    return ITBasicCallControl_Hold(call, VARIANT_TRUE);
}

static HRESULT unhold(ITBasicCallControl *call)
{
    return ITBasicCallControl_Hold(call, VARIANT_FALSE);
}

/* Another call on the same address. */
static ITBasicCallControl *beside(ITBasicCallControl *call, CALL_STATE state)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    ITAddress *address = NULL;
    ITBasicCallControl *made;

    if (ITCallInfo_get_Address(info, &address) != S_OK) {
        bail_out("get_Address failed");
    }
    ITCallInfo_Release(info);
    made = new_call(address, OLESTR("1001"));
    ITAddress_Release(address);
    if (state == CS_HOLD) {
        ITBasicCallControl_Connect(made, VARIANT_TRUE);
        ITBasicCallControl_Hold(made, VARIANT_TRUE);
    }
    return made;
}

/* With an idle consultation that is let go again. */
static HRESULT consult(ITBasicCallControl *call, int conference)
{
    ITBasicCallControl *consultation = beside(call, CS_IDLE);
    HRESULT hr = conference ? ITBasicCallControl_Conference(call, consultation, VARIANT_TRUE)
                            : ITBasicCallControl_Transfer(call, consultation, VARIANT_TRUE);

    let_go(consultation);
    return hr;
}

static HRESULT transfer(ITBasicCallControl *call)
{
    return consult(call, 0);
}

static HRESULT conference(ITBasicCallControl *call)
{
    return consult(call, 1);
}

static HRESULT blind_transfer(ITBasicCallControl *call)
{
    return ITBasicCallControl_BlindTransfer(call, B("1001"));
}

static HRESULT swap_hold(ITBasicCallControl *call)
{
    ITBasicCallControl *held = beside(call, CS_HOLD);
    HRESULT hr = ITBasicCallControl_SwapHold(call, held);

    let_go(held);
    return hr;
}

/* Takes the parked call back, so that its place is free for the next. */
static void take_back(BSTR place)
{
    ITBasicCallControl *call = NULL;

    if (ITAddress_CreateCall(line1, place, LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO,
                             &call) == S_OK) {
        check(ITBasicCallControl_Unpark(call) == S_OK, "the parked call is taken back");
        let_go(call);
    }
}

static HRESULT park_direct(ITBasicCallControl *call)
{
    HRESULT hr = ITBasicCallControl_ParkDirect(call, B("7100"));

    if (hr == S_OK) {
        take_back(B("7100"));
    }
    return hr;
}

static HRESULT park_indirect(ITBasicCallControl *call)
{
    BSTR place = (BSTR)(void *)call; /* anything but NULL */
    HRESULT hr = ITBasicCallControl_ParkIndirect(call, &place);

    if (hr == S_OK) {
        take_back(place);
        SysFreeString(place);
    } else {
        check(place == NULL, "a failed ParkIndirect sets its result to NULL");
    }
    return hr;
}

static HRESULT unpark(ITBasicCallControl *call)
{
    return ITBasicCallControl_Unpark(call);
}

static HRESULT set_qos(ITBasicCallControl *call)
{
    return ITBasicCallControl_SetQOS(call, TAPIMEDIATYPE_AUDIO, QSL_NEEDED);
}

static HRESULT pickup(ITBasicCallControl *call)
{
    return ITBasicCallControl_Pickup(call, B("1"));
}

static HRESULT dial(ITBasicCallControl *call)
{
    return ITBasicCallControl_Dial(call, B("1"));
}

static HRESULT finish_transfer(ITBasicCallControl *call)
{
    return ITBasicCallControl_Finish(call, FM_ASTRANSFER);
}

static HRESULT finish_conference(ITBasicCallControl *call)
{
    return ITBasicCallControl_Finish(call, FM_ASCONFERENCE);
}

static HRESULT remove_from_conference(ITBasicCallControl *call)
{
    return ITBasicCallControl_RemoveFromConference(call);
}

/* ---- In every state ---- */

#define WRONG TAPI_E_INVALCALLSTATE

static const CALL_STATE STATES[] = { CS_IDLE,     CS_INPROGRESS,   CS_CONNECTED, CS_HOLD,
                                     CS_OFFERING, CS_DISCONNECTED, CS_QUEUED };
static const char *const STATE_NAMES[] = { "idle",     "in progress",  "connected", "on hold",
                                           "offering", "disconnected", "queued" };

/* A row for each method, a column for each state of STATES. Disconnect has a program of its own,
 * and so have the hand-offs. */
static const struct Row {
    const char *name;
    HRESULT (*method)(ITBasicCallControl *call);
    HRESULT answers[7];
} ROWS[] = {
    { "Connect", connect_async, { S_OK, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG } },
    { "Answer",
      answer,
      { E_UNEXPECTED, E_UNEXPECTED, E_UNEXPECTED, E_UNEXPECTED, S_OK, E_UNEXPECTED,
        E_UNEXPECTED } },
    { "Hold, on", hold, { WRONG, WRONG, S_OK, WRONG, WRONG, WRONG, WRONG } },
    { "Hold, off", unhold, { WRONG, WRONG, WRONG, S_OK, WRONG, WRONG, WRONG } },
    { "Transfer", transfer, { WRONG, WRONG, S_OK, S_OK, WRONG, WRONG, WRONG } },
    { "Conference", conference, { WRONG, WRONG, S_OK, S_OK, WRONG, WRONG, WRONG } },
    { "BlindTransfer", blind_transfer, { WRONG, WRONG, S_OK, WRONG, WRONG, WRONG, WRONG } },
    { "SwapHold", swap_hold, { WRONG, WRONG, S_OK, WRONG, WRONG, WRONG, WRONG } },
    { "ParkDirect", park_direct, { WRONG, WRONG, S_OK, WRONG, WRONG, WRONG, WRONG } },
    { "ParkIndirect", park_indirect, { WRONG, WRONG, S_OK, WRONG, WRONG, WRONG, WRONG } },
    { "Unpark", unpark, { TAPI_E_INVALPARKID, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG } },
    { "SetQOS", set_qos, { S_OK, S_OK, S_OK, S_OK, S_OK, S_OK, S_OK } },
    { "Pickup", pickup, { TAPI_E_OPERATIONFAILED, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG } },
    { "Dial", dial, { WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG } },
    { "Finish, transfer", finish_transfer, { WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG } },
    { "Finish, conference", finish_conference,
      { WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG } },
    { "RemoveFromConference",
      remove_from_conference,
      { TAPI_E_NOCONFERENCE, TAPI_E_NOCONFERENCE, TAPI_E_NOCONFERENCE, TAPI_E_NOCONFERENCE,
        TAPI_E_NOCONFERENCE, TAPI_E_NOCONFERENCE, TAPI_E_NOCONFERENCE } },
};

static void every_method_in_every_state(void)
{
    size_t row, column;

    for (row = 0; row < sizeof ROWS / sizeof *ROWS; row++) {
        for (column = 0; column < 7; column++) {
            ITBasicCallControl *other;
            ITBasicCallControl *call = call_in(STATES[column], &other);
            HRESULT hr;

            if (state_of(call) != STATES[column]) {
                bail_out("no call that is %s", STATE_NAMES[column]);
            }
            hr = ROWS[row].method(call);
            expect(hr, ROWS[row].answers[column], "%s, %s", ROWS[row].name, STATE_NAMES[column]);
            if (FAILED(hr)) {
                check(state_of(call) == STATES[column], "%s, %s: the call is as it was",
                      ROWS[row].name, STATE_NAMES[column]);
            }
            let_go(call);
            let_go(other);
        }
    }
}

/* ---- Bad arguments ---- */

static void null_arguments(void)
{
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));

    expect(ITBasicCallControl_HandoffDirect(call, NULL), E_POINTER, "HandoffDirect(NULL)");
    expect(ITBasicCallControl_Conference(call, NULL, VARIANT_TRUE), E_POINTER, "Conference(NULL)");
    expect(ITBasicCallControl_Transfer(call, NULL, VARIANT_TRUE), E_POINTER, "Transfer(NULL)");
    expect(ITBasicCallControl_BlindTransfer(call, NULL), E_POINTER, "BlindTransfer(NULL)");
    expect(ITBasicCallControl_SwapHold(call, NULL), E_POINTER, "SwapHold(NULL)");
    expect(ITBasicCallControl_ParkDirect(call, NULL), E_POINTER, "ParkDirect(NULL)");
    expect(ITBasicCallControl_ParkIndirect(call, NULL), E_POINTER, "ParkIndirect(NULL)");
    expect(ITBasicCallControl_Dial(call, NULL), E_POINTER, "Dial(NULL)");
    check(state_of(call) == CS_CONNECTED, "NULL arguments: the call is as it was");
    let_go(call);
}

/* A call of another TAPI object is not one that a method can work with. */
static void strange_arguments(void)
{
    Client stranger;
    ITAddress *theirs;
    ITBasicCallControl *foreign, *elsewhere;
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *nowhere = new_call(line1, NULL);

    client_open(&stranger, 0);
    theirs = client_address(&stranger, OLESTR("2001"));
    foreign = new_call(theirs, OLESTR("1001"));
    elsewhere = new_call(line2, OLESTR("1001"));
    expect(ITBasicCallControl_Transfer(call, foreign, VARIANT_TRUE), E_INVALIDARG,
           "Transfer to a call of another TAPI object");
    expect(ITBasicCallControl_Conference(call, foreign, VARIANT_TRUE), E_INVALIDARG,
           "Conference with one");
    expect(ITBasicCallControl_SwapHold(call, foreign), E_INVALIDARG, "SwapHold with one");
    expect(ITBasicCallControl_Transfer(call, elsewhere, VARIANT_TRUE), E_INVALIDARG,
           "Transfer to a call of another address");
    expect(ITBasicCallControl_SwapHold(call, elsewhere), E_INVALIDARG, "SwapHold with one");
    expect(ITBasicCallControl_Transfer(call, call, VARIANT_TRUE), E_INVALIDARG,
           "Transfer to itself");
    expect(ITBasicCallControl_SwapHold(call, call), E_INVALIDARG, "SwapHold with itself");
    expect(ITBasicCallControl_Transfer(call, nowhere, VARIANT_TRUE), E_INVALIDARG,
           "Transfer to an idle call without destination");
    expect(ITBasicCallControl_Conference(call, nowhere, VARIANT_TRUE), E_INVALIDARG,
           "Conference with one");
    check(state_of(call) == CS_CONNECTED, "strange arguments: the call is as it was");
    let_go(elsewhere);
    let_go(nowhere);
    let_go(call);
    ITBasicCallControl_Release(foreign);
    ITAddress_Release(theirs);
    client_close(&stranger);
}

static void values_out_of_range(void)
{
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *nowhere = new_call(line1, NULL);
    ITBasicCallControl *dialling = new_call(line1, NULL);

    expect(ITBasicCallControl_SetQOS(call, TAPIMEDIATYPE_VIDEO, QSL_NEEDED), E_INVALIDARG,
           "SetQOS, media that the address does not have");
    expect(ITBasicCallControl_SetQOS(call, TAPIMEDIATYPE_AUDIO, 0), E_INVALIDARG, "SetQOS, level 0");
    expect(ITBasicCallControl_SetQOS(call, TAPIMEDIATYPE_AUDIO, 4), E_INVALIDARG, "SetQOS, level 4");
    expect(ITBasicCallControl_HandoffIndirect(call, TAPIMEDIATYPE_VIDEO), E_INVALIDARG,
           "HandoffIndirect, media that the address does not have");
    expect(ITBasicCallControl_Finish(call, 2), E_INVALIDARG, "Finish, mode 2");
    expect(ITBasicCallControl_Finish(call, -1), E_INVALIDARG, "Finish, mode -1");
    expect(ITBasicCallControl_BlindTransfer(call, B("")), TAPI_E_INVALADDRESS,
           "BlindTransfer to nowhere");
    expect(ITBasicCallControl_BlindTransfer(call, B("4711")), TAPI_E_INVALADDRESS,
           "BlindTransfer to a number that nobody has");
    expect(ITBasicCallControl_ParkDirect(call, B("")), E_INVALIDARG, "ParkDirect nowhere");
    expect(ITBasicCallControl_ParkDirect(call, B("1001")), TAPI_E_INVALPARKID,
           "ParkDirect where somebody lives");
    expect(ITBasicCallControl_Pickup(nowhere, B("no such group")), TAPI_E_INVALGROUPID,
           "Pickup from a group that is not there");
    check(state_of(call) == CS_CONNECTED && state_of(nowhere) == CS_IDLE,
          "out of range: the calls are as they were");

    expect(ITBasicCallControl_Connect(dialling, VARIANT_FALSE), S_OK, "Connect without number");
    check(state_of(dialling) == CS_INPROGRESS, "it waits for digits");
    expect(ITBasicCallControl_Dial(dialling, B("x")), TAPI_E_INVALDIGITS, "Dial x");
    expect(ITBasicCallControl_Dial(dialling, B("10;")), S_OK, "Dial 10;");
    check(state_of(dialling) == CS_INPROGRESS, "it waits for more");
    expect(ITBasicCallControl_Dial(dialling, B("01")), S_OK, "Dial 01");
    check(state_of(dialling) == CS_CONNECTED, "1001 answers");
    let_go(dialling);
    let_go(nowhere);
    let_go(call);
}

/* ---- Who may act ---- */

static void monitors_only_look(void)
{
    static const struct Attempt {
        const char *name;
        HRESULT (*method)(ITBasicCallControl *call);
    } ATTEMPTS[] = {
        { "Hold", hold },
        { "BlindTransfer", blind_transfer },
        { "ParkDirect", park_direct },
        { "ParkIndirect", park_indirect },
    };
    Client watcher;
    ITAddress *watched;
    ITBasicCallControl *call, *seen, *consultation;
    ITCallInfo *info;
    CALL_PRIVILEGE privilege = -1;
    size_t i;

    client_open(&watcher, ALL_EVENTS);
    watched = client_address(&watcher, OLESTR("2001"));
    client_register(&watcher, watched, 1, 0, 7);
    call = connected_call(line1, OLESTR("1001"));
    seen = client_take_call(&watcher);
    info = (ITCallInfo *)query(seen, ID(IID_ITCallInfo));
    expect(ITCallInfo_get_Privilege(info, &privilege), S_OK, "get_Privilege");
    check(privilege == CP_MONITOR, "the second client monitors");
    for (i = 0; i < sizeof ATTEMPTS / sizeof *ATTEMPTS; i++) {
        expect(ATTEMPTS[i].method(seen), TAPI_E_NOTOWNER, "a monitor: %s", ATTEMPTS[i].name);
    }
    consultation = new_call(watched, OLESTR("1001"));
    expect(ITBasicCallControl_Transfer(seen, consultation, VARIANT_TRUE), TAPI_E_NOTOWNER,
           "a monitor: Transfer");
    expect(ITBasicCallControl_Conference(seen, consultation, VARIANT_TRUE), TAPI_E_NOTOWNER,
           "a monitor: Conference");
    expect(ITBasicCallControl_Disconnect(seen, DC_NORMAL), TAPI_E_NOTOWNER,
           "a monitor: Disconnect");
    expect(ITCallInfo_put_CallInfoLong(info, CIL_APPSPECIFIC, 1), TAPI_E_NOTOWNER,
           "a monitor: put_CallInfoLong");
    expect(ITCallInfo_ReleaseUserUserInfo(info), TAPI_E_NOTOWNER,
           "a monitor: ReleaseUserUserInfo");
    check(state_of(call) == CS_CONNECTED, "monitors: the call is as it was");
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(consultation);
    ITBasicCallControl_Release(seen);
    let_go(call);
    ITAddress_Release(watched);
    client_close(&watcher);
}

/* ---- After Shutdown ---- */

static void after_shutdown(void)
{
    Client other;
    ITAddress *address;
    ITBasicCallControl *idle;
    ITBasicCallControl *made = NULL;
    BSTR name = NULL;
    IEnumCall *calls = NULL;

    client_open(&other, 0);
    address = client_address(&other, OLESTR("2001"));
    idle = new_call(address, OLESTR("1001"));
    expect(ITTAPI_Shutdown(other.tapi), S_OK, "Shutdown");
    expect(ITBasicCallControl_Connect(idle, VARIANT_TRUE), TAPI_E_NOT_INITIALIZED,
           "after Shutdown: Connect");
    expect(ITBasicCallControl_Unpark(idle), TAPI_E_NOT_INITIALIZED, "after Shutdown: Unpark");
    expect(ITBasicCallControl_Pickup(idle, NULL), TAPI_E_NOT_INITIALIZED, "after Shutdown: Pickup");
    expect(ITAddress_CreateCall(address, B("1001"), LINEADDRESSTYPE_PHONENUMBER,
                                TAPIMEDIATYPE_AUDIO, &made),
           TAPI_E_NOT_INITIALIZED, "after Shutdown: CreateCall");
    check(made == NULL, "no call is made");
    expect(ITAddress_EnumerateCalls(address, &calls), TAPI_E_NOT_INITIALIZED,
           "after Shutdown: EnumerateCalls");
    expect(ITAddress_get_AddressName(address, &name), S_OK, "after Shutdown: get_AddressName");
    SysFreeString(name);
    ITBasicCallControl_Release(idle);
    ITAddress_Release(address);
    client_close(&other);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\ngroup = \"1\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
              "[[simulation.extension]]\nnumber = \"1012\"\nbehaviour = \"answer\"\nqueue_for = \"1h\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    client_register(&client, line2, 0, 1, 5);

    every_method_in_every_state();
    null_arguments();
    strange_arguments();
    values_out_of_range();
    monitors_only_look();
    after_shutdown();

    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
