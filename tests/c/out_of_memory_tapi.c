/*
 * The TAPI object's registrations, filters and connection points when memory runs out, and the hubs
 * of its calls.
 */
#include "handed_out.h"

static Client client;
static ITAddress *line1;
static ITTAPI2 *tapi2;
static ITBasicCallControl *standing; /* a call that is up all the time */

/* ---- Filters, registrations, requests ---- */

static HRESULT filters(void)
{
    LONG mask = 0;

    TRY(ITTAPI_put_EventFilter(client.tapi, ALL_EVENTS));
    TRY(ITTAPI_get_EventFilter(client.tapi, &mask));
    return mask == ALL_EVENTS ? S_OK : E_FAIL;
}

static HRESULT request_recipient(void)
{
    TRY(ITTAPI_RegisterRequestRecipient(client.tapi, 1, 1, VARIANT_TRUE));
    return ITTAPI_RegisterRequestRecipient(client.tapi, 1, 1, VARIANT_FALSE);
}

static void prepare_registered(void)
{
    number = client_register(&client, line1, 1, 1, 0);
}

ACT(unregister, ITTAPI_UnregisterNotifications(client.tapi, number))

ACT(assisted_first,
           ITTAPI_SetAssistedTelephonyPriority(client.tapi, B("a program"), VARIANT_TRUE))
ACT(assisted_last,
           ITTAPI_SetAssistedTelephonyPriority(client.tapi, B("a program"), VARIANT_FALSE))

static int finish_assisted(void)
{
    return assisted_last() == S_OK;
}

static HRESULT nothing_private(void)
{
    IEnumUnknown *all;

    TRY_FOR(TAPI_E_NOITEMS, ITTAPI_EnumeratePrivateTAPIObjects(client.tapi, &all));
    TRY_FOR(TAPI_E_NOITEMS, ITTAPI_get_PrivateTAPIObjects(client.tapi, &value));
    return S_OK;
}

ACT(get_phones, ITTAPI2_get_Phones(tapi2, &value))
ACT(enumerate_phones, ITTAPI2_EnumeratePhones(tapi2, (IEnumPhone **)&object))

/* ---- Connection points ---- */

static HRESULT of_point(void)
{
    IID iid;
    IConnectionPointContainer *container = NULL;

    TRY(IConnectionPoint_GetConnectionInterface(client.point, &iid));
    TRY(IConnectionPoint_GetConnectionPointContainer(client.point, &container));
    IConnectionPointContainer_Release(container);
    return S_OK;
}

static DWORD cookie;

static void prepare_advised(void)
{
    if (IConnectionPoint_Advise(client.point, (IUnknown *)&client.sink, &cookie) != S_OK) {
        bail_out("Advise failed");
    }
}

ACT(unadvise, IConnectionPoint_Unadvise(client.point, cookie))

/* The first FindConnectionPoint of a TAPI object that is initialised already, and has a call up whose
 * end is to be told from then on. */
static Client late;
static ITBasicCallControl *late_call;

static void prepare_late(void)
{
    ITAddress *address;

    nothing();
    client_open(&late, 0);
    address = client_address(&late, OLESTR("2001"));
    late_call = connected_call(address, OLESTR("1001"));
    ITAddress_Release(address);
}

static HRESULT find_point(void)
{
    IConnectionPointContainer *container = NULL;
    HRESULT hr;

    TRY(ITTAPI_QueryInterface(late.tapi, ID(IID_IConnectionPointContainer), (void **)&container));
    hr = IConnectionPointContainer_FindConnectionPoint(
        container, ID(IID_ITTAPIEventNotification), (IConnectionPoint **)&object);
    IConnectionPointContainer_Release(container);
    return hr;
}

/* Events really come through it. */
static int finish_late(void)
{
    int good;

    late.point = (IConnectionPoint *)object;
    good = object != NULL && IConnectionPoint_Advise(late.point, (IUnknown *)&late.sink,
                                                     &late.cookie) == S_OK;
    ITTAPI_put_EventFilter(late.tapi, ALL_EVENTS);
    ITBasicCallControl_Disconnect(late_call, DC_NORMAL);
    good = good && client_wait(&late, TE_CALLSTATE, late_call, CS_DISCONNECTED, NULL);
    ITBasicCallControl_Release(late_call);
    client_close(&late);
    return good;
}

/* ---- Hubs ---- */

static ITCallHub *hub;

ACT(calls_of_hub, ITCallHub_get_Calls(hub, &value))

static HRESULT state_of_hub(void)
{
    CALLHUB_STATE state;

    TRY(ITCallHub_get_State(hub, &state));
    return state == CHS_ACTIVE ? S_OK : E_FAIL;
}

static ITCallHub *hub_of(ITBasicCallControl *call)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    ITCallHub *found = NULL;

    if (ITCallInfo_get_CallHub(info, &found) != S_OK) {
        bail_out("no hub");
    }
    ITCallInfo_Release(info);
    return found;
}

static ITBasicCallControl *cleared;
static ITCallHub *cleared_hub;

static void prepare_cleared(void)
{
    client_forget(&client);
    cleared = connected_call(line1, OLESTR("1001"));
    cleared_hub = hub_of(cleared);
}

ACT(clear, ITCallHub_Clear(cleared_hub))

static int not_cleared(void)
{
    return state_of(cleared) == CS_CONNECTED;
}

static int finish_cleared(void)
{
    int good = state_of(cleared) == CS_DISCONNECTED;

    ITCallHub_Release(cleared_hub);
    ITBasicCallControl_Release(cleared);
    client_flush(&client);
    client_forget(&client);
    return good;
}

static const Scenario SCENARIOS[] = {
    { "SetAssistedTelephonyPriority", nothing, assisted_first, NULL, finish_assisted },
    { "EnumeratePrivateTAPIObjects", nothing, nothing_private, nothing_given, finish_nothing },
    { "ITTAPI2::get_Phones", nothing, get_phones, nothing_given, finish_value },
    { "ITTAPI2::EnumeratePhones", nothing, enumerate_phones, nothing_given, finish_object },
    { "FindConnectionPoint, the first one", prepare_late, find_point, nothing_given, finish_late },
    { "ITCallHub::get_Calls", nothing, calls_of_hub, nothing_given, finish_value },
    { "ITCallHub::get_State", nothing, state_of_hub, NULL, finish_nothing },
    { "ITCallHub::Clear", prepare_cleared, clear, not_cleared, finish_cleared },
};

static const Scenario WITHOUT[] = {
    { "put_EventFilter and get_EventFilter", nothing, filters, NULL, finish_nothing },
    { "RegisterRequestRecipient", nothing, request_recipient, NULL, finish_nothing },
    { "UnregisterNotifications", prepare_registered, unregister, NULL, finish_nothing },
    { "GetConnectionPointContainer and GetConnectionInterface", nothing, of_point, NULL,
      finish_nothing },
    { "Unadvise", prepare_advised, unadvise, NULL, finish_nothing },
};

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS);
    tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    line1 = client_address(&client, OLESTR("2001"));
    standing = connected_call(line1, OLESTR("1001"));
    hub = hub_of(standing);
    client_flush(&client); /* the thread of events has begun, and has its first blocks */
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    for (i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        survive_without_memory(&WITHOUT[i]);
    }
    ITCallHub_Release(hub);
    ITBasicCallControl_Disconnect(standing, DC_NORMAL);
    ITBasicCallControl_Release(standing);
    ITAddress_Release(line1);
    ITTAPI2_Release(tapi2);
    client_close(&client);
    return tests_done();
}
