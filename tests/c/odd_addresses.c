/*
 * What a method is pointed to may lie at any address: script engines pack their values. Here
 * everything that C can put at an odd address lies there.
 */
#include "tapi_test.h"
#include <string.h>

static Client client;
static ITAddress *line1; /* 2001 */

/* A copy of a value at an odd address. It is never given back. */
static void *odd(const void *value, size_t size)
{
    static char room[4096];
    static size_t used = 0;
    char *place = room + used;

    if (((size_t)place & 1) == 0) {
        place++;
    }
    used = (size_t)(place - room) + size;
    if (used > sizeof room) {
        bail_out("no room");
    }
    if (value != NULL) {
        memcpy(place, value, size);
    } else {
        memset(place, 0x5a, size);
    }
    return place;
}

/* The value at an odd address. */
#define TAKE(variable, place) memcpy(&(variable), (place), sizeof(variable))

static void variants(void)
{
    ITTAPI2 *tapi = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    ITCollection2 **collection = (ITCollection2 **)odd(NULL, sizeof(ITCollection2 *));
    ITCollection2 *made = NULL;
    VARIANT number;
    VARIANT reference;
    VARIANT *found = (VARIANT *)odd(NULL, sizeof(VARIANT));
    LONG *count = (LONG *)odd(NULL, sizeof(LONG));
    LONG value = 0;

    expect(ITTAPI2_CreateEmptyCollectionObject(tapi, collection), S_OK, "a collection");
    TAKE(made, collection);
    VariantInit(&number);
    V_VT(&number) = VT_I4;
    V_I4(&number) = 7;
    expect(ITCollection2_Add(made, 1, (VARIANT *)odd(&number, sizeof number)), S_OK, "Add");
    V_I4(&number) = 8;
    VariantInit(&reference);
    V_VT(&reference) = VT_BYREF | VT_VARIANT;
    V_VARIANTREF(&reference) = (VARIANT *)odd(&number, sizeof number);
    expect(ITCollection2_Add(made, 2, (VARIANT *)odd(&reference, sizeof reference)), S_OK,
           "Add by reference");
    expect(ITCollection2_get_Count(made, count), S_OK, "get_Count");
    TAKE(value, count);
    check(value == 2, "both");
    expect(ITCollection2_get_Item(made, 2, found), S_OK, "get_Item");
    TAKE(number, found);
    check(V_VT(&number) == VT_I4 && V_I4(&number) == 8, "the value itself");
    expect(ITCollection2_get_Item(made, 3, found), E_INVALIDARG, "get_Item, none");
    TAKE(number, found);
    check(V_VT(&number) == VT_EMPTY, "empty");
    ITCollection2_Release(made);

    expect(VariantCopy(found, (VARIANT *)odd(&reference, sizeof reference)), S_OK, "VariantCopy");
    expect(VariantCopyInd(found, (VARIANT *)odd(&reference, sizeof reference)), S_OK,
           "VariantCopyInd");
    expect(VariantChangeType(found, found, 0, VT_BSTR), S_OK, "VariantChangeType");
    TAKE(number, found);
    check(V_VT(&number) == VT_BSTR && SysStringLen(V_BSTR(&number)) == 1, "a text");
    expect(VariantClear(found), S_OK, "VariantClear");
    ITTAPI2_Release(tapi);
}

static void results(void)
{
    ITBasicCallControl **made = (ITBasicCallControl **)odd(NULL, sizeof(ITBasicCallControl *));
    ITBasicCallControl *call = NULL;
    ITForwardInformation *forward = NULL;
    BSTR *first = (BSTR *)odd(NULL, sizeof(BSTR));
    BSTR *second = (BSTR *)odd(NULL, sizeof(BSTR));
    BSTR to = NULL;
    BSTR caller = NULL;
    LONG *token = (LONG *)odd(NULL, sizeof(LONG));
    LONG value = 0;
    void **found = (void **)odd(NULL, sizeof(void *));
    void *object = NULL;
    static const OLECHAR NUMBER[] = { '1', '0', '0', '1', 0 };

    expect(ITAddress_CreateCall(line1, (BSTR)odd(NUMBER, sizeof NUMBER), LINEADDRESSTYPE_PHONENUMBER,
                                TAPIMEDIATYPE_AUDIO, made),
           S_OK, "CreateCall");
    TAKE(call, made);
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "Connect");
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "Disconnect");
#ifndef __cplusplus
    expect(ITBasicCallControl_QueryInterface(call, (REFIID)odd(&IID_ITCallInfo, sizeof(IID)), found),
           S_OK, "QueryInterface");
#else
    expect(ITBasicCallControl_QueryInterface(call, *(const IID *)odd(&IID_ITCallInfo, sizeof(IID)),
                                             found),
           S_OK, "QueryInterface");
#endif
    TAKE(object, found);
    ITCallInfo_Release((ITCallInfo *)object);
    ITBasicCallControl_Release(call);

    expect(ITTAPI_RegisterCallNotifications(client.tapi, line1, VARIANT_FALSE, VARIANT_TRUE,
                                            TAPIMEDIATYPE_AUDIO, 1, token),
           S_OK, "RegisterCallNotifications");
    TAKE(value, token);
    expect(ITTAPI_UnregisterNotifications(client.tapi, value), S_OK, "its token");

    expect(ITAddress_CreateForwardInfoObject(line1, &forward), S_OK, "forwarding");
    expect(ITForwardInformation_SetForwardType(forward, 1, B("1003"), B("1005")), S_OK, "a rule");
    expect(ITForwardInformation_GetForwardType(forward, 1, first, second), S_OK, "read");
    TAKE(to, first);
    TAKE(caller, second);
    check(text_is(to, "1003") && text_is(caller, "1005"), "both");
    /* A result that is NULL leaves nothing in the other one. */
    memset(first, 0x5a, sizeof *first);
    memset(second, 0x5a, sizeof *second);
    expect(ITForwardInformation_GetForwardType(forward, 1, first, NULL), E_POINTER, "one is NULL");
    expect(ITForwardInformation_GetForwardType(forward, 1, NULL, second), E_POINTER, "the other is");
    TAKE(to, first);
    TAKE(caller, second);
    check(to == NULL && caller == NULL, "both are NULL now");
    ITForwardInformation_Release(forward);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    variants();
    results();
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
