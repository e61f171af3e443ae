/*
 * The methods of addresses when memory runs out: E_OUTOFMEMORY, nothing handed out, and a second
 * try that works. Also the error info that a failed method leaves.
 */
#include "failing_malloc.h"

static Client client;
static ITAddress *line1;

/* What a method handed out. */
static IUnknown *object;
static BSTR text;
static VARIANT value;

static void nothing(void)
{
    object = NULL;
    text = NULL;
    VariantInit(&value);
}

static int nothing_given(void)
{
    return object == NULL && text == NULL && value.vt == VT_EMPTY;
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

static HRESULT create_call(void)
{
    return ITAddress_CreateCall(line1, B("1001"), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO,
                                (ITBasicCallControl **)&object);
}

static HRESULT address_name(void)
{
    return ITAddress_get_AddressName(line1, &text);
}

static HRESULT dialable_address(void)
{
    return ITAddress_get_DialableAddress(line1, &text);
}

static HRESULT enumerate_calls(void)
{
    return ITAddress_EnumerateCalls(line1, (IEnumCall **)&object);
}

static HRESULT get_calls(void)
{
    return ITAddress_get_Calls(line1, &value);
}

static HRESULT forward_info(void)
{
    return ITAddress_CreateForwardInfoObject(line1, (ITForwardInformation **)&object);
}

static ITForwardInformation *rules;

static void prepare_rules(void)
{
    nothing();
    if (ITAddress_CreateForwardInfoObject(line1, &rules) != S_OK) {
        bail_out("CreateForwardInfoObject failed");
    }
}

static HRESULT set_rule(void)
{
    return ITForwardInformation_SetForwardType(rules, 1, B("2002"), B("4711"));
}

static int no_rule(void)
{
    BSTR destination = NULL;

    return ITForwardInformation_get_ForwardTypeDestination(rules, 1, &destination) == E_INVALIDARG;
}

static int finish_rule(void)
{
    BSTR destination = NULL;
    int good =
        ITForwardInformation_get_ForwardTypeDestination(rules, 1, &destination) == S_OK &&
        text_is(destination, "2002");

    ITForwardInformation_Release(rules);
    return good;
}

/* The error info of a failure is made when it is asked for. The first failure on a thread that finds
 * no memory leaves none. */
static HRESULT error_info(void)
{
    HRESULT hr;

    ITAddress_get_AddressName(line1, NULL);
    hr = GetErrorInfo(0, (IErrorInfo **)&object);
    return hr == S_FALSE ? E_OUTOFMEMORY : hr;
}

static HRESULT capability_string(void)
{
    ITAddressCapabilities *caps =
        (ITAddressCapabilities *)query(line1, ID(IID_ITAddressCapabilities));
    HRESULT hr =
        ITAddressCapabilities_get_AddressCapabilityString(caps, ACS_PERMANENTDEVICEGUID, &text);

    ITAddressCapabilities_Release(caps);
    return hr;
}

static HRESULT device_classes(void)
{
    ITAddressCapabilities *caps =
        (ITAddressCapabilities *)query(line1, ID(IID_ITAddressCapabilities));
    HRESULT hr = ITAddressCapabilities_EnumerateDeviceClasses(caps, (IEnumBstr **)&object);

    ITAddressCapabilities_Release(caps);
    return hr;
}

static HRESULT filter_address(void)
{
    ITAddress2 *address2 = (ITAddress2 *)query(line1, ID(IID_ITAddress2));
    HRESULT hr = ITAddress2_put_EventFilter(address2, TE_ADDRESS, AE_RINGING, VARIANT_FALSE);

    ITAddress2_Release(address2);
    return hr;
}

static const Scenario SCENARIOS[] = {
    { "GetErrorInfo", nothing, error_info, nothing_given, finish_object },
    { "CreateCall", nothing, create_call, nothing_given, finish_object },
    { "get_AddressName", nothing, address_name, nothing_given, finish_text },
    { "get_DialableAddress", nothing, dialable_address, nothing_given, finish_text },
    { "EnumerateCalls", nothing, enumerate_calls, nothing_given, finish_object },
    { "get_Calls", nothing, get_calls, nothing_given, finish_value },
    { "CreateForwardInfoObject", nothing, forward_info, nothing_given, finish_object },
    { "SetForwardType", prepare_rules, set_rule, no_rule, finish_rule },
    { "get_AddressCapabilityString", nothing, capability_string, nothing_given, finish_text },
    { "EnumerateDeviceClasses", nothing, device_classes, nothing_given, finish_object },
    { "ITAddress2::put_EventFilter", nothing, filter_address, NULL, finish_nothing },
};

int main(void)
{
    ITBasicCallControl *standing;
    size_t i;

    tests_begin(120);
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
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
