/*
 * What ends things when there is no memory at all: Disconnect, the last Release and Shutdown take
 * none, on any line. Each runs on a thread that the library knows, on one that has never called it,
 * and in a sink.
 *
 * Usage: out_of_memory_ending [destination [number of the second line]]
 * With a destination, which must answer, the lines are those of TAPI3_CONFIG. The second line, if
 * there is one, is called by the first and takes its calls in this program.
 */
#include "handed_out.h"

static const OLECHAR *destination;
static const OLECHAR *second; /* NULL if there is none */
static Client client; /* open all the time */
static Client passing; /* a second one, for those that shut down */
static ITAddress *line;
static ITBasicCallControl *call;

static ITAddress *first_address(Client *of)
{
    IEnumAddress *addresses = NULL;
    ITAddress *first = NULL;

    if (ITTAPI_EnumerateAddresses(of->tapi, &addresses) != S_OK ||
        IEnumAddress_Next(addresses, 1, &first, NULL) != S_OK) {
        bail_out("no address");
    }
    IEnumAddress_Release(addresses);
    return first;
}

static int is_over(ITBasicCallControl *which)
{
    return state_of(which) == CS_DISCONNECTED;
}

/* ---- Calls ---- */

static void prepare_idle(void)
{
    client_forget(&client);
    call = new_call(line, destination);
}

static void prepare_placed(void)
{
    prepare_idle();
    if (ITBasicCallControl_Connect(call, VARIANT_FALSE) != S_OK) {
        bail_out("Connect failed");
    }
}

static void prepare_connected(void)
{
    client_forget(&client);
    call = connected_call(line, destination);
}

ACT(disconnect, ITBasicCallControl_Disconnect(call, DC_NORMAL))

static HRESULT disconnect_idle(void)
{
    TRY_FOR(S_FALSE, ITBasicCallControl_Disconnect(call, DC_NORMAL));
    return S_OK;
}

static HRESULT disconnect_twice(void)
{
    TRY(ITBasicCallControl_Disconnect(call, DC_NORMAL));
    return ITBasicCallControl_Disconnect(call, DC_NORMAL);
}

static HRESULT disconnect_and_release(void)
{
    HRESULT hr = ITBasicCallControl_Disconnect(call, DC_NORMAL);

    ITBasicCallControl_Release(call);
    return hr;
}

static HRESULT release_call(void)
{
    ITBasicCallControl_Release(call);
    return S_OK;
}

static int finish_idle(void)
{
    int good = state_of(call) == CS_IDLE;

    ITBasicCallControl_Release(call);
    return good;
}

static int finish_over(void)
{
    int good = is_over(call) && client_wait(&client, TE_CALLSTATE, call, CS_DISCONNECTED, NULL);

    ITBasicCallControl_Release(call);
    client_flush(&client);
    client_forget(&client);
    return good;
}

static int finish_gone(void)
{
    client_flush(&client);
    client_forget(&client);
    return 1;
}

/* The call that nobody holds is still with its line, and can be ended. An idle one may be there too,
 * whose last event is still on its way. */
static int finish_left_up(void)
{
    IEnumCall *calls = NULL;
    ITCallInfo *info = NULL;
    int ended = 0;

    if (ITAddress_EnumerateCalls(line, &calls) != S_OK) {
        return 0;
    }
    while (IEnumCall_Next(calls, 1, &info, NULL) == S_OK) {
        ITBasicCallControl *found =
            (ITBasicCallControl *)query(info, ID(IID_ITBasicCallControl));

        ended += ITBasicCallControl_Disconnect(found, DC_NORMAL) == S_OK;
        ITBasicCallControl_Release(found);
        ITCallInfo_Release(info);
    }
    IEnumCall_Release(calls);
    return finish_gone() && ended == 1;
}

static const Scenario CALLS[] = {
    { "Disconnect, idle", prepare_idle, disconnect_idle, NULL, finish_idle },
    { "Disconnect, just placed", prepare_placed, disconnect, NULL, finish_over },
    { "Disconnect, connected", prepare_connected, disconnect, NULL, finish_over },
    { "Disconnect, twice", prepare_connected, disconnect_twice, NULL, finish_over },
    { "Disconnect and the last Release", prepare_connected, disconnect_and_release, NULL,
      finish_gone },
    { "the last Release of an idle call", prepare_idle, release_call, NULL, finish_gone },
    { "the last Release of a call that is up", prepare_connected, release_call, NULL,
      finish_left_up },
};

/* ---- Calls from the first line to the second ---- */

static ITBasicCallControl *offered;

static void prepare_offered(void)
{
    client_forget(&client);
    call = new_call(line, second);
    if (ITBasicCallControl_Connect(call, VARIANT_FALSE) != S_OK) {
        bail_out("Connect failed");
    }
    offered = client_take_call(&client);
}

static void prepare_answered(void)
{
    prepare_offered();
    if (ITBasicCallControl_Answer(offered) != S_OK) {
        bail_out("Answer failed");
    }
}

ACT(answer, ITBasicCallControl_Answer(offered))
ACT(refuse, ITBasicCallControl_Disconnect(offered, DC_REJECTED))
ACT(hang_up_called, ITBasicCallControl_Disconnect(offered, DC_NORMAL))

static int still_offered(void)
{
    return state_of(offered) == CS_OFFERING;
}

static int finish_both(void)
{
    int good = client_wait(&client, TE_CALLSTATE, call, CS_DISCONNECTED, NULL);

    ITBasicCallControl_Release(offered);
    return finish_over() && good;
}

static int finish_answered(void)
{
    int good = ITBasicCallControl_Disconnect(call, DC_NORMAL) == S_OK &&
               client_wait(&client, TE_CALLSTATE, offered, CS_DISCONNECTED, NULL);

    return finish_both() && good;
}

static const Scenario ANSWER = { "Answer", prepare_offered, answer, still_offered,
                                 finish_answered };
static const Scenario INCOMING[] = {
    { "Disconnect, offering", prepare_offered, refuse, NULL, finish_both },
    { "Disconnect, called side", prepare_answered, hang_up_called, NULL, finish_both },
};

/* ---- Placing calls: this takes memory, and may fail ---- */

static int still_idle(void)
{
    return state_of(call) == CS_IDLE;
}

ACT(place, ITBasicCallControl_Connect(call, VARIANT_FALSE))
ACT(place_and_wait, ITBasicCallControl_Connect(call, VARIANT_TRUE))

static int finish_placed(void)
{
    int good = ITBasicCallControl_Disconnect(call, DC_NORMAL) == S_OK;

    return finish_over() && good;
}

static const Scenario PLACING[] = {
    { "Connect, asynchronous", prepare_idle, place, still_idle, finish_placed },
    { "Connect, synchronous", prepare_idle, place_and_wait, still_idle, finish_placed },
};

/* ---- Other objects ---- */

static IUnknown *last_of[8];
static size_t last_count;

static void keep(void *of)
{
    last_of[last_count++] = (IUnknown *)of;
}

/* The only references to one object of each kind. An address goes with Shutdown. */
static void prepare_objects(void)
{
    ITForwardInformation *rules = NULL;
    IEnumAddress *addresses = NULL;
    IEnumCall *calls = NULL;
    ITAddress *mine = first_address(&passing);
    IErrorInfo *info = NULL;

    last_count = 0;
    nothing();
    if (ITAddress_CreateForwardInfoObject(mine, &rules) != S_OK ||
        ITTAPI_EnumerateAddresses(passing.tapi, &addresses) != S_OK ||
        ITAddress_EnumerateCalls(mine, &calls) != S_OK ||
        ITAddress_get_Calls(mine, &value) != S_OK) {
        bail_out("an object is missing");
    }
    keep(rules);
    keep(addresses);
    keep(calls);
    keep(value.pdispVal);
    ITAddress_get_AddressName(mine, NULL);
    if (GetErrorInfo(0, &info) != S_OK) {
        bail_out("no error info");
    }
    keep(info);
    ITAddress_Release(mine);
}

static HRESULT release_objects(void)
{
    size_t i;

    for (i = last_count; i > 0; i--) {
        if (IUnknown_Release(last_of[i - 1]) != 0) {
            return E_FAIL;
        }
    }
    return S_OK;
}

static const Scenario OBJECTS = { "the last Release of other objects", prepare_objects,
                                  release_objects, NULL, finish_nothing };

static DWORD cookie;

static void prepare_advised(void)
{
    if (IConnectionPoint_Advise(passing.point, (IUnknown *)&passing.sink, &cookie) != S_OK) {
        bail_out("Advise failed");
    }
}

ACT(unadvise, IConnectionPoint_Unadvise(passing.point, cookie))

static const Scenario UNADVISE = { "Unadvise", prepare_advised, unadvise, NULL, finish_nothing };

/* ---- Shutting down ---- */

static ITBasicCallControl *left_up;

static void prepare_passing(void)
{
    ITAddress *address;

    client_open(&passing, ALL_EVENTS);
    address = first_address(&passing);
    client_register(&passing, address, 1, 1, 0);
    left_up = connected_call(address, destination);
    ITAddress_Release(address);
}

ACT(shut_down, ITTAPI_Shutdown(passing.tapi))

static int finish_shut_down(void)
{
    int good = is_over(left_up);

    ITBasicCallControl_Release(left_up);
    client_close(&passing);
    return good;
}

/* A TAPI object that is released without Shutdown, with a call up that somebody holds. */
static ITTAPI *abandoned;

static void prepare_abandoned(void)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;

    if (CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                         (void **)&abandoned) != S_OK ||
        ITTAPI_Initialize(abandoned) != S_OK ||
        ITTAPI_EnumerateAddresses(abandoned, &addresses) != S_OK ||
        IEnumAddress_Next(addresses, 1, &address, NULL) != S_OK) {
        bail_out("no TAPI object");
    }
    IEnumAddress_Release(addresses);
    left_up = connected_call(address, destination);
    ITAddress_Release(address);
}

static HRESULT release_tapi(void)
{
    return ITTAPI_Release(abandoned) == 0 ? S_OK : E_FAIL;
}

static int finish_abandoned(void)
{
    int good = is_over(left_up);

    ITBasicCallControl_Release(left_up);
    return good;
}

static const Scenario SHUTDOWN[] = {
    { "Shutdown, with a call up", prepare_passing, shut_down, NULL, finish_shut_down },
    { "the last Release of a TAPI object, with a call up", prepare_abandoned, release_tapi, NULL,
      finish_abandoned },
};

/* The same while no other TAPI object is there: the lines close, and their threads end. */
static const Scenario LAST_SHUTDOWN[] = {
    { "Shutdown of the last TAPI object, with a call up", prepare_passing, shut_down, NULL,
      finish_shut_down },
    { "the last Release of the last TAPI object, with a call up", prepare_abandoned, release_tapi,
      NULL, finish_abandoned },
};

static void take_calls_on_second(void)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;

    if (ITTAPI_EnumerateAddresses(client.tapi, &addresses) != S_OK ||
        IEnumAddress_Skip(addresses, 1) != S_OK ||
        IEnumAddress_Next(addresses, 1, &address, NULL) != S_OK) {
        bail_out("no second line");
    }
    client_register(&client, address, 0, 1, 0);
    ITAddress_Release(address);
    IEnumAddress_Release(addresses);
}

int main(int argc, char **argv)
{
    size_t i;

    tests_begin(280);
    if (argc > 1) {
        destination = tapi3_utf8_to_bstr(argv[1]);
        second = argc > 2 ? tapi3_utf8_to_bstr(argv[2]) : NULL;
        expect_no_blocks_left(0);
    } else {
        destination = OLESTR("1001");
        second = OLESTR("2002");
        configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
                  "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    }
    client_open(&client, ALL_EVENTS);
    line = first_address(&client);
    for (i = 0; i < sizeof CALLS / sizeof *CALLS; i++) {
        survive_without_memory(&CALLS[i]);
        survive_in_sink(&CALLS[i], &client);
    }
    for (i = 0; i < sizeof PLACING / sizeof *PLACING; i++) {
        survive(&PLACING[i]);
    }
    survive_in_sink(&PLACING[0], &client);
    if (second != NULL) {
        take_calls_on_second();
        survive(&ANSWER);
        for (i = 0; i < sizeof INCOMING / sizeof *INCOMING; i++) {
            survive_without_memory(&INCOMING[i]);
        }
    }
    for (i = 0; i < sizeof SHUTDOWN / sizeof *SHUTDOWN; i++) {
        survive_without_memory(&SHUTDOWN[i]);
    }
    client_open(&passing, ALL_EVENTS);
    survive_without_memory(&OBJECTS);
    survive_without_memory(&UNADVISE);
    client_close(&passing);
    ITAddress_Release(line);
    client_close(&client);
    expect_no_blocks_left(1);
    for (i = 0; i < sizeof LAST_SHUTDOWN / sizeof *LAST_SHUTDOWN; i++) {
        survive_without_memory(&LAST_SHUTDOWN[i]);
    }
    return tests_done();
}
