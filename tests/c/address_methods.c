/*
 * ITAddress, ITAddress2, ITAddressCapabilities and ITMediaSupport of a simulated line.
 */
#include "tapi_test.h"

static Client client;
static ITAddress *line1; /* 2001 */

static void create_call(void)
{
    ITBasicCallControl *call = (ITBasicCallControl *)(void *)line1;
    static const LONG NO_SINGLE_TYPE[] = { 0, 3, 0x20, -1 };
    static const LONG NOT_OURS[] = { LINEADDRESSTYPE_SDP, LINEADDRESSTYPE_EMAILNAME,
                                     LINEADDRESSTYPE_DOMAINNAME, LINEADDRESSTYPE_IPADDRESS };
    size_t i;

    for (i = 0; i < sizeof NO_SINGLE_TYPE / sizeof *NO_SINGLE_TYPE; i++) {
        expect(ITAddress_CreateCall(line1, B("1001"), NO_SINGLE_TYPE[i], TAPIMEDIATYPE_AUDIO, &call),
               E_INVALIDARG, "CreateCall, address type %d", (int)NO_SINGLE_TYPE[i]);
        check(call == NULL, "NULL");
    }
    for (i = 0; i < sizeof NOT_OURS / sizeof *NOT_OURS; i++) {
        expect(ITAddress_CreateCall(line1, B("1001"), NOT_OURS[i], TAPIMEDIATYPE_AUDIO, &call),
               TAPI_E_INVALADDRESSTYPE, "CreateCall, address type %d", (int)NOT_OURS[i]);
    }
    expect(ITAddress_CreateCall(line1, B("1001"), LINEADDRESSTYPE_PHONENUMBER,
                                TAPIMEDIATYPE_VIDEO, &call),
           TAPI_E_INVALIDMEDIATYPE, "CreateCall, video");
    expect(ITAddress_CreateCall(line1, B("1001"), LINEADDRESSTYPE_PHONENUMBER,
                                TAPIMEDIATYPE_AUDIO, NULL),
           E_POINTER, "CreateCall to NULL");
    expect(ITAddress_CreateCall(line1, NULL, LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO,
                                &call),
           S_OK, "CreateCall without destination");
    check(state_of(call) == CS_IDLE, "it is idle");
    ITBasicCallControl_Release(call);
}

static void names(void)
{
    BSTR text = NULL;
    ITTAPI *tapi = NULL;
    ADDRESS_STATE state = -1;

    expect(ITAddress_get_AddressName(line1, &text), S_OK, "get_AddressName");
    check(text_is(text, "First"), "First");
    expect(ITAddress_get_DialableAddress(line1, &text), S_OK, "get_DialableAddress");
    check(text_is(text, "2001"), "2001");
    expect(ITAddress_get_ServiceProviderName(line1, &text), S_OK, "get_ServiceProviderName");
    check(text_is(text, "Simulated exchange"), "Simulated exchange");
    expect(ITAddress_get_TAPIObject(line1, &tapi), S_OK, "get_TAPIObject");
    check(tapi == client.tapi, "ours");
    ITTAPI_Release(tapi);
    expect(ITAddress_get_State(line1, &state), S_OK, "get_State");
    check(state == AS_INSERVICE, "in service");
    expect(ITAddress_get_AddressName(line1, NULL), E_POINTER, "get_AddressName(NULL)");
    expect(ITAddress_get_State(line1, NULL), E_POINTER, "get_State(NULL)");
    expect(ITAddress_get_TAPIObject(line1, NULL), E_POINTER, "get_TAPIObject(NULL)");
}

static void calls(void)
{
    ITBasicCallControl *one = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl *two = new_call(line1, OLESTR("1001"));
    IEnumCall *list = NULL;
    ITCallInfo *info[3] = { NULL, NULL, NULL };
    ITCallInfo *mine = (ITCallInfo *)query(one, ID(IID_ITCallInfo));
    VARIANT value;
    ULONG fetched = 0;
    ULONG i;

    VariantInit(&value);
    expect(ITAddress_EnumerateCalls(line1, &list), S_OK, "EnumerateCalls");
    expect(IEnumCall_Next(list, 3, info, &fetched), S_FALSE, "Next");
    check(fetched == 2, "both calls, the idle one, too");
    check(info[0] == mine, "the objects are those that we have");
    for (i = 0; i < fetched; i++) {
        ITCallInfo_Release(info[i]);
    }
    IEnumCall_Release(list);
    expect(ITAddress_get_Calls(line1, &value), S_OK, "get_Calls");
    check(value.vt == VT_DISPATCH, "a collection");
    VariantClear(&value);
    expect(ITAddress_EnumerateCalls(line1, NULL), E_POINTER, "EnumerateCalls(NULL)");
    expect(ITAddress_get_Calls(line1, NULL), E_POINTER, "get_Calls(NULL)");
    ITBasicCallControl_Disconnect(one, DC_NORMAL);
    ITCallInfo_Release(mine);
    ITBasicCallControl_Release(one);
    ITBasicCallControl_Release(two);
}

static void lamp(void)
{
    VARIANT_BOOL on = VARIANT_TRUE;

    client_forget(&client);
    expect(ITAddress_get_MessageWaiting(line1, &on), S_OK, "get_MessageWaiting");
    check(on == VARIANT_FALSE, "no message waits");
    expect(ITAddress_put_MessageWaiting(line1, VARIANT_TRUE), S_OK, "put_MessageWaiting");
    expect(ITAddress_get_MessageWaiting(line1, &on), S_OK, "get_MessageWaiting");
    check(on == VARIANT_TRUE, "now one does");
    check(client_wait(&client, TE_ADDRESS, ANY_CALL, AE_MSGWAITON, NULL), "it is told");
    expect(ITAddress_put_MessageWaiting(line1, VARIANT_FALSE), S_OK, "put_MessageWaiting, off");
    check(client_wait(&client, TE_ADDRESS, ANY_CALL, AE_MSGWAITOFF, NULL), "told, too");
    expect(ITAddress_get_MessageWaiting(line1, NULL), E_POINTER, "get_MessageWaiting(NULL)");
    expect(ITAddress_get_DoNotDisturb(line1, NULL), E_POINTER, "get_DoNotDisturb(NULL)");
}

static void forward_arguments(void)
{
    ITForwardInformation *rules = NULL;
    ITAddress *other = client_address(&client, OLESTR("2002"));
    ITBasicCallControl *elsewhere = new_call(other, OLESTR("1001"));
    BSTR text = NULL;
    LONG rings = -1;

    expect(ITAddress_CreateForwardInfoObject(line1, NULL), E_POINTER,
           "CreateForwardInfoObject(NULL)");
    expect(ITAddress_CreateForwardInfoObject(line1, &rules), S_OK, "CreateForwardInfoObject");
    expect(ITForwardInformation_put_NumRingsNoAnswer(rules, 4), S_OK, "put_NumRingsNoAnswer");
    expect(ITForwardInformation_get_NumRingsNoAnswer(rules, &rings), S_OK, "get_NumRingsNoAnswer");
    check(rings == 4, "four");
    expect(ITForwardInformation_SetForwardType(rules, 0, B("2002"), NULL), E_INVALIDARG,
           "SetForwardType 0");
    expect(ITForwardInformation_SetForwardType(rules, 3, B("2002"), NULL), E_INVALIDARG,
           "SetForwardType, two at once");
    expect(ITForwardInformation_get_ForwardTypeDestination(rules, 1, &text), E_INVALIDARG,
           "a type that was not set");
    expect(ITForwardInformation_SetForwardType(rules, 1, B("4711"), NULL), S_OK,
           "SetForwardType to a number that nobody has");
    expect(ITAddress_Forward(line1, rules, NULL), TAPI_E_INVALADDRESS, "which Forward refuses");
    expect(ITForwardInformation_Clear(rules), S_OK, "Clear");
    expect(ITForwardInformation_get_ForwardTypeDestination(rules, 1, &text), E_INVALIDARG,
           "nothing is left");
    expect(ITAddress_Forward(line1, rules, elsewhere), E_INVALIDARG,
           "Forward with a call of another address");
    ITForwardInformation_Release(rules);
    ITBasicCallControl_Release(elsewhere);
    ITAddress_Release(other);
}

static void event_filter(void)
{
    ITAddress2 *address = (ITAddress2 *)query(line1, ID(IID_ITAddress2));
    ITBasicCallControl *call;
    VARIANT_BOOL on = VARIANT_FALSE;

    expect(ITAddress2_get_EventFilter(address, TE_CALLSTATE, CS_CONNECTED, &on), S_OK, "at first");
    check(on == VARIANT_TRUE, "every event passes");
    expect(ITAddress2_put_EventFilter(address, TE_CALLSTATE, CS_CONNECTED, VARIANT_FALSE), S_OK,
           "stop one state");
    expect(ITAddress2_put_EventFilter(address, TE_CALLSTATE, 77, VARIANT_FALSE), E_INVALIDARG,
           "no such state");
    expect(ITAddress2_put_EventFilter(address, 0x40000000, 0, VARIANT_FALSE), E_INVALIDARG,
           "no such event");
    expect(ITAddress2_get_EventFilter(address, TE_CALLSTATE, CS_IDLE, NULL), E_POINTER, "NULL");
    client_forget(&client);
    call = connected_call(line1, OLESTR("1001"));
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, call, CS_CONNECTED) == 0, "one state is not told");
    check(client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 1, "another is");
    ITBasicCallControl_Release(call);
    expect(ITAddress2_put_EventFilter(address, TE_CALLSTATE, -1, VARIANT_TRUE), S_OK, "all again");
    ITAddress2_Release(address);
}

static void no_phones_and_no_extensions(void)
{
    ITAddress2 *address = (ITAddress2 *)query(line1, ID(IID_ITAddress2));
    IEnumPhone *phones = NULL;
    VARIANT value;
    LONG version = 9;
    BYTE byte = 1;

    VariantInit(&value);
    expect(ITAddress2_EnumeratePhones(address, &phones), S_OK, "EnumeratePhones");
    IEnumPhone_Release(phones);
    expect(ITAddress2_EnumeratePreferredPhones(address, &phones), S_OK, "EnumeratePreferredPhones");
    IEnumPhone_Release(phones);
    expect(ITAddress2_get_Phones(address, &value), S_OK, "get_Phones");
    VariantClear(&value);
    expect(ITAddress2_DeviceSpecific(address, NULL, &byte, 1), TAPI_E_NOTSUPPORTED,
           "DeviceSpecific");
    expect(ITAddress2_DeviceSpecificVariant(address, NULL, value), TAPI_E_NOTSUPPORTED,
           "DeviceSpecificVariant");
    expect(ITAddress2_NegotiateExtVersion(address, 1, 2, &version), TAPI_E_NOTSUPPORTED,
           "NegotiateExtVersion");
    check(version == 0, "0");
    ITAddress2_Release(address);
}

static void capabilities(void)
{
    ITAddressCapabilities *caps =
        (ITAddressCapabilities *)query(line1, ID(IID_ITAddressCapabilities));
    IEnumBstr *classes = NULL;
    VARIANT value;
    BSTR text = NULL;
    LONG which;
    LONG number = -1;

    VariantInit(&value);
    for (which = AC_ADDRESSTYPES; which <= AC_GENERATEDIGITDEFAULTDURATION; which++) {
        expect(ITAddressCapabilities_get_AddressCapability(caps, which, &number), S_OK,
               "capability %d", (int)which);
    }
    expect(ITAddressCapabilities_get_AddressCapability(caps, which, &number), E_INVALIDARG,
           "one more");
    check(number == 0, "0");
    expect(ITAddressCapabilities_get_AddressCapability(caps, AC_ADDRESSTYPES, &number), S_OK,
           "AC_ADDRESSTYPES");
    check(number == LINEADDRESSTYPE_PHONENUMBER, "numbers");
    expect(ITAddressCapabilities_get_AddressCapability(caps, AC_MAXNUMCONFERENCE, &number), S_OK,
           "AC_MAXNUMCONFERENCE");
    check(number == 8, "eight parties");
    expect(ITAddressCapabilities_get_AddressCapability(caps, AC_PARKSUPPORT, &number), S_OK,
           "AC_PARKSUPPORT");
    check(number == 3, "both kinds of parking");
    expect(ITAddressCapabilities_get_AddressCapability(caps, 0, NULL), E_POINTER, "NULL");
    for (which = ACS_PROTOCOL; which <= ACS_PERMANENTDEVICEGUID; which++) {
        expect(ITAddressCapabilities_get_AddressCapabilityString(caps, which, &text), S_OK,
               "text %d", (int)which);
        check(SysStringLen(text) > 0, "says something");
        SysFreeString(text);
    }
    expect(ITAddressCapabilities_get_AddressCapabilityString(caps, which, &text), E_INVALIDARG,
           "one more");
    ITAddressCapabilities_get_AddressCapabilityString(caps, ACS_PROTOCOL, &text);
    check(text_is(text, "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}"), "TAPIPROTOCOL_PSTN");
    expect(ITAddressCapabilities_EnumerateDeviceClasses(caps, &classes), S_OK,
           "EnumerateDeviceClasses");
    expect(IEnumBstr_Next(classes, 1, &text, NULL), S_OK, "the first");
    check(text_is(text, "tapi/line"), "tapi/line");
    IEnumBstr_Release(classes);
    expect(ITAddressCapabilities_get_CallTreatments(caps, &value), S_OK, "get_CallTreatments");
    VariantClear(&value);
    expect(ITAddressCapabilities_get_CompletionMessages(caps, &value), S_OK,
           "get_CompletionMessages");
    VariantClear(&value);
    ITAddressCapabilities_Release(caps);
}

static void media(void)
{
    ITMediaSupport *support = (ITMediaSupport *)query(line1, ID(IID_ITMediaSupport));
    LONG types = 0;
    VARIANT_BOOL has = VARIANT_FALSE;

    expect(ITMediaSupport_get_MediaTypes(support, &types), S_OK, "get_MediaTypes");
    check(types == TAPIMEDIATYPE_AUDIO, "audio");
    expect(ITMediaSupport_QueryMediaType(support, TAPIMEDIATYPE_AUDIO, &has), S_OK, "audio?");
    check(has == VARIANT_TRUE, "yes");
    expect(ITMediaSupport_QueryMediaType(support, TAPIMEDIATYPE_VIDEO, &has), S_OK, "video?");
    check(has == VARIANT_FALSE, "no");
    expect(ITMediaSupport_QueryMediaType(support, TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO, &has),
           S_OK, "both?");
    check(has == VARIANT_FALSE, "no");
    expect(ITMediaSupport_QueryMediaType(support, TAPIMEDIATYPE_AUDIO, NULL), E_POINTER, "NULL");
    ITMediaSupport_Release(support);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));

    create_call();
    names();
    calls();
    lamp();
    forward_arguments();
    event_filter();
    no_phones_and_no_extensions();
    capabilities();
    media();

    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
