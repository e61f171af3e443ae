/*
 * The TAPI object: ITTAPI and ITTAPI2 before Initialize, after it and after Shutdown, registration
 * and hand-off among several of them, call hubs, connection points, the dispatch mapper.
 */
#include "tapi_test.h"

static Client client;
static ITAddress *line1; /* 2001 */

static void hang_up(ITBasicCallControl *call)
{
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITBasicCallControl_Release(call);
}

static VARIANT empty(void)
{
    VARIANT value;

    VariantInit(&value);
    return value;
}

/* ---- Before Initialize, and after Shutdown ---- */

/* Every method that needs an initialised object, on one that is not. */
static void refuses(ITTAPI2 *tapi, const char *when)
{
    IEnumAddress *addresses = NULL;
    IEnumCallHub *hubs = NULL;
    IEnumPhone *phones = NULL;
    VARIANT value = empty();
    LONG token = 5;

    expect(ITTAPI2_EnumerateAddresses(tapi, &addresses), E_INVALIDARG, "%s: EnumerateAddresses",
           when);
    expect(ITTAPI2_get_Addresses(tapi, &value), E_INVALIDARG, "%s: get_Addresses", when);
    expect(ITTAPI2_EnumerateCallHubs(tapi, &hubs), E_INVALIDARG, "%s: EnumerateCallHubs", when);
    expect(ITTAPI2_get_CallHubs(tapi, &value), E_INVALIDARG, "%s: get_CallHubs", when);
    expect(ITTAPI2_EnumeratePhones(tapi, &phones), E_INVALIDARG, "%s: EnumeratePhones", when);
    expect(ITTAPI2_RegisterCallNotifications(tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                             TAPIMEDIATYPE_AUDIO, 0, &token),
           TAPI_E_NOT_INITIALIZED, "%s: RegisterCallNotifications", when);
    check(token == 0, "a failed method sets its result to 0");
    expect(ITTAPI2_UnregisterNotifications(tapi, 1), E_INVALIDARG, "%s: UnregisterNotifications",
           when);
    expect(ITTAPI2_SetCallHubTracking(tapi, empty(), VARIANT_TRUE), E_INVALIDARG,
           "%s: SetCallHubTracking", when);
    expect(ITTAPI2_RegisterRequestRecipient(tapi, 1, 1, VARIANT_TRUE), E_INVALIDARG,
           "%s: RegisterRequestRecipient", when);
    expect(ITTAPI2_SetApplicationPriority(tapi, B("a program"), TAPIMEDIATYPE_AUDIO, VARIANT_TRUE),
           TAPI_E_NOT_INITIALIZED, "%s: SetApplicationPriority", when);
}

static void beginning_and_end(void)
{
    ITTAPI2 *tapi = NULL;
    LONG mask = -1;

    expect(CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI2),
                            (void **)&tapi),
           S_OK, "CoCreateInstance");
    refuses(tapi, "before Initialize");
    expect(ITTAPI2_Shutdown(tapi), TAPI_E_NOT_INITIALIZED, "before Initialize: Shutdown");
    expect(ITTAPI2_get_EventFilter(tapi, &mask), S_OK, "before Initialize: get_EventFilter");
    check(mask == 0, "no event is on");
    expect(ITTAPI2_put_EventFilter(tapi, TE_CALLSTATE), S_OK, "the filter may come first");
    expect(ITTAPI2_Initialize(tapi), S_OK, "Initialize");
    expect(ITTAPI2_Initialize(tapi), S_FALSE, "Initialize, again");
    expect(ITTAPI2_get_EventFilter(tapi, &mask), S_OK, "get_EventFilter");
    check(mask == TE_CALLSTATE, "the filter is kept");
    expect(ITTAPI2_put_EventFilter(tapi, 0x40000000), E_INVALIDARG, "a bit that is no event");
    expect(ITTAPI2_put_EventFilter(tapi, -1), E_INVALIDARG, "all bits");
    expect(ITTAPI2_get_EventFilter(tapi, NULL), E_POINTER, "get_EventFilter(NULL)");
    expect(ITTAPI2_EnumerateAddresses(tapi, NULL), E_POINTER, "EnumerateAddresses(NULL)");
    expect(ITTAPI2_get_Addresses(tapi, NULL), E_POINTER, "get_Addresses(NULL)");
    expect(ITTAPI2_Shutdown(tapi), S_OK, "Shutdown");
    expect(ITTAPI2_Shutdown(tapi), S_FALSE, "Shutdown, again");
    refuses(tapi, "after Shutdown");
    check(ITTAPI2_Release(tapi) == 0, "nobody else holds it");
}

static void an_object_released_without_shutdown(void)
{
    ITTAPI *tapi = NULL;
    ITBasicCallControl *call;
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;

    CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI), (void **)&tapi);
    ITTAPI_Initialize(tapi);
    ITTAPI_EnumerateAddresses(tapi, &addresses);
    IEnumAddress_Next(addresses, 1, &address, NULL);
    IEnumAddress_Release(addresses);
    call = connected_call(address, OLESTR("1001"));
    ITTAPI_Release(tapi);
    check(state_of(call) == CS_DISCONNECTED, "its calls are over");
    ITBasicCallControl_Release(call);
    ITAddress_Release(address);
}

/* ---- Lists ---- */

static void addresses(void)
{
    IEnumAddress *list = NULL;
    IEnumAddress *copy = NULL;
    ITAddress *found[3] = { NULL, NULL, NULL };
    ITAddress *again = NULL;
    ULONG fetched = 9;

    expect(ITTAPI_EnumerateAddresses(client.tapi, &list), S_OK, "EnumerateAddresses");
    expect(IEnumAddress_Next(list, 3, found, &fetched), S_FALSE, "Next, three of two");
    check(fetched == 2, "gives two");
    check(found[0] == line1 && found[1] != line1, "in the order of the configuration");
    expect(IEnumAddress_Next(list, 1, &again, NULL), S_FALSE, "Next, at the end");
    expect(IEnumAddress_Reset(list), S_OK, "Reset");
    expect(IEnumAddress_Skip(list, 1), S_OK, "Skip one");
    expect(IEnumAddress_Clone(list, &copy), S_OK, "Clone");
    expect(IEnumAddress_Next(copy, 1, &again, NULL), S_OK, "Next, without counting");
    check(again == found[1], "the copy stood where the list stood");
    expect(IEnumAddress_Skip(list, 2), S_FALSE, "Skip past the end");
    expect(IEnumAddress_Next(list, 2, found, NULL), E_POINTER, "Next, two without counting");
    expect(IEnumAddress_Next(list, 1, NULL, NULL), E_POINTER, "Next to NULL");
    expect(IEnumAddress_Clone(list, NULL), E_POINTER, "Clone to NULL");
    ITAddress_Release(again);
    IEnumAddress_Release(copy);
    IEnumAddress_Release(list);
    ITAddress_Release(found[0]);
    ITAddress_Release(found[1]);
}

static void collection(void)
{
    VARIANT value = empty();
    VARIANT item = empty();
    ITCollection *list;
    ITAddress *address;
    IUnknown *unknown = NULL;
    IEnumVARIANT *each;
    LONG count = 0;
    ULONG fetched = 0;
    ULONG seen = 0;

    expect(ITTAPI_get_Addresses(client.tapi, &value), S_OK, "get_Addresses");
    check(value.vt == VT_DISPATCH, "an object");
    list = (ITCollection *)query(value.pdispVal, ID(IID_ITCollection));
    VariantClear(&value);
    expect(ITCollection_get_Count(list, &count), S_OK, "get_Count");
    check(count == 2, "two addresses");
    expect(ITCollection_get_Item(list, 1, &item), S_OK, "the first has the index 1");
    address = (ITAddress *)query(item.pdispVal, ID(IID_ITAddress));
    check(address == line1, "and is the first");
    ITAddress_Release(address);
    VariantClear(&item);
    expect(ITCollection_get_Item(list, 0, &item), E_INVALIDARG, "none has the index 0");
    check(item.vt == VT_EMPTY, "empty");
    expect(ITCollection_get_Item(list, 3, &item), E_INVALIDARG, "nor 3");
    expect(ITCollection_get_Item(list, -1, &item), E_INVALIDARG, "nor -1");
    expect(ITCollection_get_Item(list, 1, NULL), E_POINTER, "get_Item to NULL");
    expect(ITCollection_get_Count(list, NULL), E_POINTER, "get_Count to NULL");
    expect(ITCollection_get__NewEnum(list, &unknown), S_OK, "get__NewEnum");
    each = (IEnumVARIANT *)query(unknown, ID(IID_IEnumVARIANT));
    while (IEnumVARIANT_Next(each, 1, &item, &fetched) == S_OK) {
        seen += fetched;
        VariantClear(&item);
    }
    check(seen == 2, "for each finds both");
    IEnumVARIANT_Release(each);
    IUnknown_Release(unknown);
    ITCollection_Release(list);
}

static void phones_and_private_objects(void)
{
    ITTAPI2 *tapi = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    IEnumPhone *phones = NULL;
    ITPhone *phone = NULL;
    IEnumUnknown *objects = NULL;
    ITCollection2 *made = NULL;
    VARIANT value = empty();
    VARIANT number = empty();
    LONG count = -1;

    expect(ITTAPI2_EnumeratePhones(tapi, &phones), S_OK, "EnumeratePhones");
    expect(IEnumPhone_Next(phones, 1, &phone, NULL), S_FALSE, "there is none");
    IEnumPhone_Release(phones);
    expect(ITTAPI2_get_Phones(tapi, &value), S_OK, "get_Phones");
    VariantClear(&value);
    expect(ITTAPI2_EnumeratePrivateTAPIObjects(tapi, &objects), TAPI_E_NOITEMS,
           "EnumeratePrivateTAPIObjects");
    expect(ITTAPI2_get_PrivateTAPIObjects(tapi, &value), TAPI_E_NOITEMS, "get_PrivateTAPIObjects");

    expect(ITTAPI2_CreateEmptyCollectionObject(tapi, &made), S_OK, "CreateEmptyCollectionObject");
    number.vt = VT_I4;
    number.lVal = 42;
    expect(ITCollection2_Add(made, 1, &number), S_OK, "Add at 1");
    expect(ITCollection2_Add(made, 3, &number), E_INVALIDARG, "Add at 3");
    expect(ITCollection2_get_Count(made, &count), S_OK, "get_Count");
    check(count == 1, "one");
    expect(ITCollection2_get_Item(made, 1, &value), S_OK, "get_Item");
    check(value.vt == VT_I4 && value.lVal == 42, "it is what was added");
    expect(ITCollection2_Remove(made, 1), S_OK, "Remove");
    expect(ITCollection2_Remove(made, 1), E_INVALIDARG, "Remove from nothing");
    ITCollection2_Release(made);
    ITTAPI2_Release(tapi);
}

/* ---- Registration ---- */

static void registration_arguments(void)
{
    Client stranger;
    ITAddress *theirs;
    LONG token = 0;
    LONG second = 0;

    client_open(&stranger, 0);
    theirs = client_address(&stranger, OLESTR("2001"));
    expect(ITTAPI_RegisterCallNotifications(client.tapi, NULL, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 0, &token),
           E_POINTER, "RegisterCallNotifications without address");
    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 0, NULL),
           E_POINTER, "to NULL");
    expect(ITTAPI_RegisterCallNotifications(client.tapi, theirs, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 0, &token),
           E_INVALIDARG, "an address of another TAPI object");
    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_FALSE, VARIANT_FALSE,
                                            TAPIMEDIATYPE_AUDIO, 0, &token),
           E_INVALIDARG, "neither monitor nor owner");
    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO, 0, &token),
           TAPI_E_INVALIDMEDIATYPE, "media that the address does not have");
    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 0, &token),
           S_OK, "RegisterCallNotifications");
    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 0, &second),
           S_OK, "a second time");
    check(token != 0 && second != 0 && token != second, "each has a number of its own");
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), E_INVALIDARG, "once only");
    expect(ITTAPI_UnregisterNotifications(stranger.tapi, second), E_INVALIDARG, "not another's");
    expect(ITTAPI_UnregisterNotifications(client.tapi, second), S_OK, "the second one, too");
    ITAddress_Release(theirs);
    client_close(&stranger);
}

/* Two TAPI objects register: the first owns, both are told, each with its own number. */
static void owners_and_monitors(void)
{
    Client second;
    ITAddress *line2 = client_address(&client, OLESTR("2002"));
    ITAddress *same_line;
    ITBasicCallControl *caller = new_call(line1, OLESTR("2002"));
    ITBasicCallControl *owned, *watched;
    LONG token = client_register(&client, line2, 0, 1, 11);
    Seen seen;

    client_open(&second, ALL_EVENTS);
    same_line = client_address(&second, OLESTR("2002"));
    client_register(&second, same_line, 1, 1, 22);
    client_forget(&client);
    ITBasicCallControl_Connect(caller, VARIANT_FALSE);
    client_wait(&client, TE_CALLNOTIFICATION, ANY_CALL, ANY, &seen);
    check(seen.what == CNE_OWNER && seen.instance == 11, "the first to register owns the call");
    owned = client_take_call(&client);
    client_wait(&second, TE_CALLNOTIFICATION, ANY_CALL, ANY, &seen);
    check(seen.what == CNE_MONITOR && seen.instance == 22, "the second looks on");
    watched = client_take_call(&second);
    client_wait(&second, TE_CALLSTATE, watched, CS_OFFERING, &seen);
    check(seen.instance == 22, "states come with the number, too");
    expect(ITBasicCallControl_Answer(watched), TAPI_E_NOTOWNER, "a monitor does not answer");

    client_forget(&second);
    expect(ITBasicCallControl_HandoffIndirect(owned, TAPIMEDIATYPE_AUDIO), TAPI_E_TARGETSELF,
           "hand-off to the best: ourselves");
    expect(ITBasicCallControl_HandoffDirect(owned, B("no such program")), TAPI_E_TARGETNOTFOUND,
           "hand-off to nobody");
    ITTAPI_UnregisterNotifications(client.tapi, token);
    expect(ITBasicCallControl_HandoffIndirect(owned, TAPIMEDIATYPE_AUDIO), S_OK, "hand-off");
    client_wait(&second, TE_CALLNOTIFICATION, watched, ANY, &seen);
    check(seen.what == CNE_OWNER, "the second owns it now");
    check(client_wait(&client, TE_CALLINFOCHANGE, owned, CIC_PRIVILEGE, NULL),
          "the first is told that it does not");
    expect(ITBasicCallControl_Answer(owned), TAPI_E_NOTOWNER, "the first does not answer any more");
    expect(ITBasicCallControl_Answer(watched), S_OK, "the second does");
    expect(ITBasicCallControl_Disconnect(watched, DC_NORMAL), S_OK, "and hangs up");
    ITBasicCallControl_Release(watched);
    ITBasicCallControl_Release(owned);
    hang_up(caller);
    ITAddress_Release(same_line);
    client_close(&second);

    client_forget(&client);
    caller = new_call(line1, OLESTR("2002"));
    ITBasicCallControl_Connect(caller, VARIANT_FALSE);
    client_flush(&client);
    check(client_count(&client, TE_CALLNOTIFICATION, ANY_CALL, ANY) == 0,
          "who is not registered is not told");
    hang_up(caller);
    ITAddress_Release(line2);
}

/* ---- Hubs ---- */

static void hubs(void)
{
    ITBasicCallControl *call;
    IEnumCallHub *list = NULL;
    ITCallHub *hub = NULL;
    ITCallHub *none = NULL;
    LONG count = -1;

    client_forget(&client);
    expect(ITTAPI_SetCallHubTracking(client.tapi, empty(), VARIANT_TRUE), S_OK,
           "SetCallHubTracking, all addresses");
    call = connected_call(line1, OLESTR("1001"));
    check(client_wait(&client, TE_CALLHUB, ANY_CALL, CHE_CALLHUBNEW, NULL), "a new hub");
    check(client_wait(&client, TE_CALLHUB, call, CHE_CALLJOIN, NULL), "with a call in it");
    expect(ITTAPI_EnumerateCallHubs(client.tapi, &list), S_OK, "EnumerateCallHubs");
    expect(IEnumCallHub_Next(list, 1, &hub, NULL), S_OK, "it is there");
    expect(IEnumCallHub_Next(list, 1, &none, NULL), S_FALSE, "alone");
    IEnumCallHub_Release(list);
    expect(ITCallHub_get_NumCalls(hub, &count), S_OK, "get_NumCalls");
    check(count == 1, "one call");
    hang_up(call);
    check(client_wait(&client, TE_CALLHUB, ANY_CALL, CHE_CALLHUBIDLE, NULL), "the hub is idle");
    ITCallHub_Release(hub);
    client_flush(&client);
    client_forget(&client);
    expect(ITTAPI_SetCallHubTracking(client.tapi, empty(), VARIANT_FALSE), S_OK, "off again");
    hang_up(connected_call(line1, OLESTR("1001")));
    client_flush(&client);
    check(client_count(&client, TE_CALLHUB, ANY_CALL, ANY) == 0, "no hub is told of");
}

/* ---- Connection points ---- */

static void connection_points(void)
{
    IConnectionPointContainer *container =
        (IConnectionPointContainer *)query(client.tapi, ID(IID_IConnectionPointContainer));
    IConnectionPointContainer *back = NULL;
    IConnectionPoint *point = NULL;
    IID iid;
    DWORD cookie = 0;

    expect(IConnectionPointContainer_FindConnectionPoint(container, ID(IID_ITAddress), &point),
           CONNECT_E_NOCONNECTION, "no connection point for ITAddress");
    check(point == NULL, "NULL");
    expect(IConnectionPointContainer_FindConnectionPoint(
               container, ID(DIID_ITTAPIDispatchEventNotification), &point),
           S_OK, "one for scripts");
    expect(IConnectionPoint_GetConnectionInterface(point, &iid), S_OK, "GetConnectionInterface");
    check(IsEqualIID(ID(iid), ID(DIID_ITTAPIDispatchEventNotification)), "it knows its interface");
    IConnectionPoint_Release(point);
    expect(IConnectionPointContainer_FindConnectionPoint(
               container, ID(IID_ITTAPIEventNotification), &point),
           S_OK, "one for C and C++");
    expect(IConnectionPoint_GetConnectionPointContainer(point, &back), S_OK,
           "GetConnectionPointContainer");
    check(back == container, "it knows whose it is");
    expect(IConnectionPoint_Advise(point, NULL, &cookie), E_POINTER, "Advise(NULL)");
    expect(IConnectionPoint_Advise(point, (IUnknown *)point, &cookie), CONNECT_E_CANNOTCONNECT,
           "Advise with something that is no sink");
    expect(IConnectionPoint_Unadvise(point, 12345), CONNECT_E_NOCONNECTION, "Unadvise nobody");
    IConnectionPointContainer_Release(back);
    IConnectionPoint_Release(point);
    IConnectionPointContainer_Release(container);
}

/* ---- The dispatch mapper ---- */

static void dispatch_mapper(void)
{
    ITDispatchMapper *mapper = NULL;
    IDispatch *mapped = NULL;
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));

    expect(CoCreateInstance(ID(CLSID_DispatchMapper), NULL, CLSCTX_INPROC_SERVER,
                            ID(IID_ITDispatchMapper), (void **)&mapper),
           S_OK, "CoCreateInstance of the dispatch mapper");
    expect(ITDispatchMapper_QueryDispatchInterface(
               mapper, B("{350F85D1-1227-11D3-83D4-00C04FB6809F}"), (IDispatch *)call, &mapped),
           S_OK, "QueryDispatchInterface, ITCallInfo of a call");
    IDispatch_Release(mapped);
    expect(ITDispatchMapper_QueryDispatchInterface(
               mapper, B("{B1EFC386-9355-11D0-835C-00AA003CCABD}"), (IDispatch *)call, &mapped),
           E_NOINTERFACE, "ITAddress of a call");
    check(mapped == NULL, "NULL");
    expect(ITDispatchMapper_QueryDispatchInterface(mapper, B("no GUID"), (IDispatch *)call, &mapped),
           E_INVALIDARG, "text that is no GUID");
    expect(ITDispatchMapper_QueryDispatchInterface(
               mapper, B("{350F85D1-1227-11D3-83D4-00C04FB6809F}"), NULL, &mapped),
           E_POINTER, "no object");
    ITDispatchMapper_Release(mapper);
    ITBasicCallControl_Release(call);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));

    beginning_and_end();
    an_object_released_without_shutdown();
    addresses();
    collection();
    phones_and_private_objects();
    registration_arguments();
    owners_and_monitors();
    hubs();
    connection_points();
    dispatch_mapper();

    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
