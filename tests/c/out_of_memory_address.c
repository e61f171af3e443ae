/*
 * The methods of addresses when memory runs out: E_OUTOFMEMORY, nothing handed out, and a second
 * try that works. Also the error info that a failed method leaves.
 */
#include "handed_out.h"

static Client client;
static ITAddress *line1;

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

ACT(provider_name, ITAddress_get_ServiceProviderName(line1, &text))
ACT(tapi_object, ITAddress_get_TAPIObject(line1, (ITTAPI **)&object))

/* ---- Phones, capabilities and media ---- */

static ITAddress2 *address2;
static ITAddressCapabilities *caps;
static ITMediaSupport *media;

ACT(get_phones, ITAddress2_get_Phones(address2, &value))
ACT(enumerate_phones, ITAddress2_EnumeratePhones(address2, (IEnumPhone **)&object))
ACT(get_preferred, ITAddress2_get_PreferredPhones(address2, &value))
ACT(enumerate_preferred, ITAddress2_EnumeratePreferredPhones(address2, (IEnumPhone **)&object))
ACT(get_treatments, ITAddressCapabilities_get_CallTreatments(caps, &value))
ACT(enumerate_treatments,
    ITAddressCapabilities_EnumerateCallTreatments(caps, (IEnumBstr **)&object))
ACT(get_messages, ITAddressCapabilities_get_CompletionMessages(caps, &value))
ACT(enumerate_messages,
    ITAddressCapabilities_EnumerateCompletionMessages(caps, (IEnumBstr **)&object))
ACT(get_classes, ITAddressCapabilities_get_DeviceClasses(caps, &value))

/* Methods that always fail keep their sentence where there is memory for it, and their code. */
static HRESULT not_there(void)
{
    ITPhone *phone;
    VARIANT bytes;

    VariantInit(&bytes);
    TRY_FOR(E_POINTER, ITAddress2_GetPhoneFromTerminal(address2, NULL, &phone));
    TRY_FOR(TAPI_E_NOTSUPPORTED, ITAddress2_DeviceSpecific(address2, NULL, NULL, 0));
    TRY_FOR(TAPI_E_NOTSUPPORTED, ITAddress2_DeviceSpecificVariant(address2, NULL, bytes));
    TRY_FOR(TAPI_E_NOTSUPPORTED, ITAddress2_NegotiateExtVersion(address2, 1, 2, &number));
    return S_OK;
}

static HRESULT numbers(void)
{
    VARIANT_BOOL on;
    ADDRESS_STATE state;

    TRY(ITAddress_get_State(line1, &state));
    TRY(ITAddress2_get_EventFilter(address2, TE_ADDRESS, AE_RINGING, &on));
    TRY(ITAddressCapabilities_get_AddressCapability(caps, AC_ADDRESSTYPES, &number));
    TRY(ITMediaSupport_get_MediaTypes(media, &number));
    return ITMediaSupport_QueryMediaType(media, TAPIMEDIATYPE_AUDIO, &on);
}

/* What every object has. */
static HRESULT of_every_object(void)
{
    ISupportErrorInfo *support = NULL;
    UINT count;
    ITypeInfo *info;

    TRY(ITAddress_QueryInterface(line1, ID(IID_ISupportErrorInfo), (void **)&support));
    ISupportErrorInfo_AddRef(support);
    ISupportErrorInfo_Release(support);
    number = ISupportErrorInfo_InterfaceSupportsErrorInfo(support, ID(IID_ITAddress)) == S_OK;
    ISupportErrorInfo_Release(support);
    TRY(ITAddress_GetTypeInfoCount(line1, &count));
    TRY_FOR(E_NOTIMPL, ITAddress_GetTypeInfo(line1, 0, 0, &info));
    return number == 1 ? S_OK : E_FAIL;
}

static const Scenario WITHOUT = { "the numbers of an address", nothing, numbers, NULL,
                                  finish_nothing };

static const Scenario SCENARIOS[] = {
    { "GetErrorInfo", nothing, error_info, nothing_given, finish_object },
    { "CreateCall", nothing, create_call, nothing_given, finish_object },
    { "get_AddressName", nothing, address_name, nothing_given, finish_text },
    { "get_DialableAddress", nothing, dialable_address, nothing_given, finish_text },
    { "EnumerateCalls", nothing, enumerate_calls, nothing_given, finish_object },
    { "get_Calls", nothing, get_calls, nothing_given, finish_value },
    { "CreateForwardInfoObject", nothing, forward_info, nothing_given, finish_object },
    { "get_AddressCapabilityString", nothing, capability_string, nothing_given, finish_text },
    { "EnumerateDeviceClasses", nothing, device_classes, nothing_given, finish_object },
    { "ITAddress2::put_EventFilter", nothing, filter_address, NULL, finish_nothing },
    { "get_ServiceProviderName", nothing, provider_name, nothing_given, finish_text },
    { "get_TAPIObject", nothing, tapi_object, nothing_given, finish_object },
    { "get_Phones", nothing, get_phones, nothing_given, finish_value },
    { "EnumeratePhones", nothing, enumerate_phones, nothing_given, finish_object },
    { "get_PreferredPhones", nothing, get_preferred, nothing_given, finish_value },
    { "EnumeratePreferredPhones", nothing, enumerate_preferred, nothing_given, finish_object },
    { "get_CallTreatments", nothing, get_treatments, nothing_given, finish_value },
    { "EnumerateCallTreatments", nothing, enumerate_treatments, nothing_given, finish_object },
    { "get_CompletionMessages", nothing, get_messages, nothing_given, finish_value },
    { "EnumerateCompletionMessages", nothing, enumerate_messages, nothing_given, finish_object },
    { "get_DeviceClasses", nothing, get_classes, nothing_given, finish_value },
    { "methods that always fail", nothing, not_there, NULL, finish_nothing },
    { "what every object has", nothing, of_every_object, NULL, finish_nothing },
};

int main(void)
{
    ITBasicCallControl *standing;
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    address2 = (ITAddress2 *)query(line1, ID(IID_ITAddress2));
    caps = (ITAddressCapabilities *)query(line1, ID(IID_ITAddressCapabilities));
    media = (ITMediaSupport *)query(line1, ID(IID_ITMediaSupport));
    /* A call that is there all the time, for the lists to have something in them. */
    standing = connected_call(line1, OLESTR("1001"));
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    survive_without_memory(&WITHOUT);
    ITBasicCallControl_Disconnect(standing, DC_NORMAL);
    ITBasicCallControl_Release(standing);
    ITMediaSupport_Release(media);
    ITAddressCapabilities_Release(caps);
    ITAddress2_Release(address2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
