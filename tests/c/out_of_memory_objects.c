/*
 * The methods of the TAPI object and of lists when memory runs out, and the functions
 * that make objects and texts: E_OUTOFMEMORY, nothing handed out, and a second try that works.
 */
#include "failing_malloc.h"

static Client client;
static ITAddress *line1;

/* What a method handed out. */
static IUnknown *object;
static BSTR text;
static VARIANT value;
static LONG number;
static DWORD cookie;

static void nothing(void)
{
    object = NULL;
    text = NULL;
    VariantInit(&value);
    number = 0;
    cookie = 0;
}

static int nothing_given(void)
{
    return object == NULL && text == NULL && value.vt == VT_EMPTY && number == 0 &&
           cookie == 0;
}

static int finish_object(void)
{
    int good = object != NULL;

    if (object != NULL) {
        IUnknown_Release(object);
    }
    client_flush(&client);
    client_forget(&client);
    return good;
}

static int finish_text(void)
{
    int good = SysStringLen(text) > 0;

    SysFreeString(text);
    return good;
}

static int finish_value(void)
{
    int good = value.vt != VT_EMPTY;

    return VariantClear(&value) == S_OK && good;
}

static int finish_nothing(void)
{
    return 1;
}

/* ---- Making objects and texts ---- */

static HRESULT create_tapi(void)
{
    return CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                            (void **)&object);
}

static HRESULT create_mapper(void)
{
    return CoCreateInstance(ID(CLSID_DispatchMapper), NULL, CLSCTX_INPROC_SERVER,
                            ID(IID_ITDispatchMapper), (void **)&object);
}

static HRESULT class_object(void)
{
    return CoGetClassObject(ID(CLSID_TAPI), CLSCTX_INPROC_SERVER, NULL, ID(IID_IClassFactory),
                            (void **)&object);
}

static HRESULT alloc_string(void)
{
    text = SysAllocString(OLESTR("a text"));
    return text != NULL ? S_OK : E_OUTOFMEMORY;
}

static HRESULT from_utf8(void)
{
    text = tapi3_utf8_to_bstr("gr\xc3\xbc\xc3\x9f");
    return text != NULL ? S_OK : E_OUTOFMEMORY;
}

static HRESULT to_utf8(void)
{
    char *utf8 = tapi3_bstr_to_utf8(B("a text"));
    HRESULT hr = utf8 != NULL ? S_OK : E_OUTOFMEMORY;

    CoTaskMemFree(utf8);
    return hr;
}

static HRESULT clsid_text(void)
{
    LPOLESTR written = NULL;
    HRESULT hr = StringFromCLSID(ID(CLSID_TAPI), &written);

    CoTaskMemFree(written);
    return hr;
}

/* ---- The TAPI object ---- */

static HRESULT enumerate_addresses(void)
{
    return ITTAPI_EnumerateAddresses(client.tapi, (IEnumAddress **)&object);
}

static HRESULT get_addresses(void)
{
    return ITTAPI_get_Addresses(client.tapi, &value);
}

static HRESULT enumerate_hubs(void)
{
    return ITTAPI_EnumerateCallHubs(client.tapi, (IEnumCallHub **)&object);
}

static HRESULT get_hubs(void)
{
    return ITTAPI_get_CallHubs(client.tapi, &value);
}

static HRESULT register_calls(void)
{
    return ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 3, &number);
}

static int finish_registered(void)
{
    return ITTAPI_UnregisterNotifications(client.tapi, number) == S_OK;
}

static HRESULT track_hubs(void)
{
    SAFEARRAY *addresses = SafeArrayCreateVector(VT_DISPATCH, 0, 1);
    LONG index = 0;
    VARIANT which;
    HRESULT hr;

    if (addresses == NULL) {
        return E_OUTOFMEMORY;
    }
    VariantInit(&which);
    which.vt = VT_ARRAY | VT_DISPATCH;
    which.parray = addresses;
    hr = SafeArrayPutElement(addresses, &index, line1);
    if (SUCCEEDED(hr)) {
        hr = ITTAPI_SetCallHubTracking(client.tapi, which, VARIANT_TRUE);
    }
    VariantClear(&which);
    return hr;
}

static int finish_tracking(void)
{
    VARIANT all;

    VariantInit(&all);
    return ITTAPI_SetCallHubTracking(client.tapi, all, VARIANT_FALSE) == S_OK;
}

static HRESULT prioritise(void)
{
    return ITTAPI_SetApplicationPriority(client.tapi, B("a program"), TAPIMEDIATYPE_AUDIO,
                                         VARIANT_TRUE);
}

static int finish_priority(void)
{
    return ITTAPI_SetApplicationPriority(client.tapi, B("a program"), TAPIMEDIATYPE_AUDIO,
                                         VARIANT_FALSE) == S_OK;
}

static HRESULT empty_collection(void)
{
    ITTAPI2 *tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    HRESULT hr = ITTAPI2_CreateEmptyCollectionObject(tapi2, (ITCollection2 **)&object);

    ITTAPI2_Release(tapi2);
    return hr;
}

static HRESULT advise(void)
{
    return IConnectionPoint_Advise(client.point, (IUnknown *)&client.sink, &cookie);
}

static int finish_advised(void)
{
    return IConnectionPoint_Unadvise(client.point, cookie) == S_OK;
}

static HRESULT enumerate_connections(void)
{
    return IConnectionPoint_EnumConnections(client.point, (IEnumConnections **)&object);
}

static HRESULT enumerate_points(void)
{
    IConnectionPointContainer *container =
        (IConnectionPointContainer *)query(client.tapi, ID(IID_IConnectionPointContainer));
    HRESULT hr = IConnectionPointContainer_EnumConnectionPoints(container,
                                                                (IEnumConnectionPoints **)&object);

    IConnectionPointContainer_Release(container);
    return hr;
}

/* A method of the hub of a call that stands all the time. */
static ITBasicCallControl *standing;

static ITCallHub *standing_hub(void)
{
    ITCallInfo *info = (ITCallInfo *)query(standing, ID(IID_ITCallInfo));
    ITCallHub *hub = NULL;

    ITCallInfo_get_CallHub(info, &hub);
    ITCallInfo_Release(info);
    return hub;
}

static HRESULT hub_calls(void)
{
    ITCallHub *hub = standing_hub();
    HRESULT hr = E_OUTOFMEMORY;

    if (hub != NULL) {
        hr = ITCallHub_EnumerateCalls(hub, (IEnumCall **)&object);
        ITCallHub_Release(hub);
    }
    return hr;
}

static HRESULT count_hub_calls(void)
{
    ITCallHub *hub = standing_hub();
    HRESULT hr = E_OUTOFMEMORY;

    if (hub != NULL) {
        hr = ITCallHub_get_NumCalls(hub, &number);
        ITCallHub_Release(hub);
    }
    return hr;
}

static int finish_one(void)
{
    return number == 1;
}

static HRESULT map_dispatch(void)
{
    ITDispatchMapper *mapper = NULL;
    HRESULT hr = CoCreateInstance(ID(CLSID_DispatchMapper), NULL, CLSCTX_INPROC_SERVER,
                                  ID(IID_ITDispatchMapper), (void **)&mapper);

    if (SUCCEEDED(hr)) {
        hr = ITDispatchMapper_QueryDispatchInterface(
            mapper, B("{8DF232F5-821B-11D1-BB5C-00C04FB6809F}"), (IDispatch *)line1,
            (IDispatch **)&object);
        ITDispatchMapper_Release(mapper);
    }
    return hr;
}

/* ---- Collections and enumerators ---- */

static ITCollection *collection;
static IEnumAddress *addresses;

static void prepare_collection(void)
{
    VARIANT holder;

    nothing();
    VariantInit(&holder);
    if (ITTAPI_get_Addresses(client.tapi, &holder) != S_OK) {
        bail_out("get_Addresses failed");
    }
    collection = (ITCollection *)query(holder.pdispVal, ID(IID_ITCollection));
    VariantClear(&holder);
}

static HRESULT item(void)
{
    return ITCollection_get_Item(collection, 1, &value);
}

static int finish_item(void)
{
    ITCollection_Release(collection);
    return finish_value();
}

static ITCollection2 *made;

static void prepare_made(void)
{
    ITTAPI2 *tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));

    nothing();
    if (ITTAPI2_CreateEmptyCollectionObject(tapi2, &made) != S_OK) {
        bail_out("CreateEmptyCollectionObject failed");
    }
    ITTAPI2_Release(tapi2);
}

static HRESULT add(void)
{
    VARIANT what;

    VariantInit(&what);
    what.vt = VT_BSTR;
    what.bstrVal = B("an element");
    return ITCollection2_Add(made, 1, &what);
}

static int made_is_empty(void)
{
    LONG count = -1;

    return ITCollection2_get_Count(made, &count) == S_OK && count == 0;
}

static int finish_added(void)
{
    LONG count = -1;
    int good = ITCollection2_get_Count(made, &count) == S_OK && count == 1;

    ITCollection2_Release(made);
    return good;
}

static HRESULT new_enum(void)
{
    return ITCollection_get__NewEnum(collection, &object);
}

static int finish_new_enum(void)
{
    ITCollection_Release(collection);
    return finish_object();
}

static void prepare_enumerator(void)
{
    nothing();
    if (ITTAPI_EnumerateAddresses(client.tapi, &addresses) != S_OK) {
        bail_out("EnumerateAddresses failed");
    }
}

static HRESULT next(void)
{
    return IEnumAddress_Next(addresses, 1, (ITAddress **)&object, NULL);
}

static HRESULT clone(void)
{
    return IEnumAddress_Clone(addresses, (IEnumAddress **)&object);
}

static int finish_enumerator(void)
{
    IEnumAddress_Release(addresses);
    return finish_object();
}

static const Scenario SCENARIOS[] = {
    { "CoCreateInstance, TAPI", nothing, create_tapi, nothing_given, finish_object },
    { "CoCreateInstance, DispatchMapper", nothing, create_mapper, nothing_given, finish_object },
    { "CoGetClassObject", nothing, class_object, nothing_given, finish_object },
    { "SysAllocString", nothing, alloc_string, nothing_given, finish_text },
    { "tapi3_utf8_to_bstr", nothing, from_utf8, nothing_given, finish_text },
    { "tapi3_bstr_to_utf8", nothing, to_utf8, NULL, finish_nothing },
    { "StringFromCLSID", nothing, clsid_text, NULL, finish_nothing },
    { "EnumerateAddresses", nothing, enumerate_addresses, nothing_given, finish_object },
    { "get_Addresses", nothing, get_addresses, nothing_given, finish_value },
    { "EnumerateCallHubs", nothing, enumerate_hubs, nothing_given, finish_object },
    { "get_CallHubs", nothing, get_hubs, nothing_given, finish_value },
    { "RegisterCallNotifications", nothing, register_calls, nothing_given, finish_registered },
    { "SetCallHubTracking", nothing, track_hubs, NULL, finish_tracking },
    { "SetApplicationPriority", nothing, prioritise, NULL, finish_priority },
    { "CreateEmptyCollectionObject", nothing, empty_collection, nothing_given, finish_object },
    { "Advise", nothing, advise, nothing_given, finish_advised },
    { "EnumConnections", nothing, enumerate_connections, nothing_given, finish_object },
    { "EnumConnectionPoints", nothing, enumerate_points, nothing_given, finish_object },
    { "ITCallHub::EnumerateCalls", nothing, hub_calls, nothing_given, finish_object },
    { "ITCallHub::get_NumCalls", nothing, count_hub_calls, nothing_given, finish_one },
    { "QueryDispatchInterface", nothing, map_dispatch, nothing_given, finish_object },
    { "ITCollection2::Add", prepare_made, add, made_is_empty, finish_added },
    { "ITCollection::get_Item", prepare_collection, item, nothing_given, finish_item },
    { "ITCollection::get__NewEnum", prepare_collection, new_enum, nothing_given, finish_new_enum },
    { "IEnumAddress::Next", prepare_enumerator, next, nothing_given, finish_enumerator },
    { "IEnumAddress::Clone", prepare_enumerator, clone, nothing_given, finish_enumerator },
};

/* ---- Shutdown ---- */

static Client passing;
static ITBasicCallControl *left_up;

static void prepare_shutdown(void)
{
    ITAddress *address;

    client_open(&passing, ALL_EVENTS);
    address = client_address(&passing, OLESTR("2001"));
    client_register(&passing, address, 1, 1, 0);
    left_up = connected_call(address, OLESTR("1001"));
    ITAddress_Release(address);
}

static HRESULT shut_down(void)
{
    return ITTAPI_Shutdown(passing.tapi);
}

static int finish_shutdown(void)
{
    int good = state_of(left_up) == CS_DISCONNECTED;

    ITBasicCallControl_Release(left_up);
    client_close(&passing);
    return good;
}

static const Scenario SHUTDOWN = { "Shutdown, with a call up", prepare_shutdown, shut_down, NULL,
                                   finish_shutdown };

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    /* A call that is there all the time, for the lists to have something in them. */
    standing = connected_call(line1, OLESTR("1001"));
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    ITBasicCallControl_Disconnect(standing, DC_NORMAL);
    ITBasicCallControl_Release(standing);
    survive(&SHUTDOWN);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
