/*
 * A text that a method is given need not be a BSTR: plain UTF-16 text that ends with a zero does,
 * wherever it lies. Here every text stands at the very beginning of a page, behind one that cannot be
 * read, or at the very end of one, before such a page.
 */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE 1
#endif
#include "tapi_test.h"
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static Client client;
static ITAddress *line1; /* 2001 */

static size_t units(const OLECHAR *text)
{
    size_t length = 0;

    while (text[length] != 0) {
        length++;
    }
    return length + 1;
}

/* A copy of the text between two pages that nobody may touch. It is never given back. */
static BSTR place(const OLECHAR *text, int at_end)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t bytes = units(text) * sizeof *text;
    char *pages = (char *)mmap(NULL, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *start;

    if (pages == MAP_FAILED || mprotect(pages + page, page, PROT_READ | PROT_WRITE) != 0) {
        bail_out("no pages");
    }
    start = at_end ? pages + 2 * page - bytes : pages + page;
    memcpy(start, text, bytes);
    return (BSTR)(void *)start;
}

#define FIRST(text) place(OLESTR(text), 0)
#define LAST(text) place(OLESTR(text), 1)

static ITBasicCallControl *call_to(BSTR destination, const char *what)
{
    ITBasicCallControl *call = NULL;

    expect(ITAddress_CreateCall(line1, destination, LINEADDRESSTYPE_PHONENUMBER,
                                TAPIMEDIATYPE_AUDIO, &call),
           S_OK, "CreateCall, %s", what);
    return call;
}

static void end(ITBasicCallControl *call)
{
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "Disconnect");
    ITBasicCallControl_Release(call);
}

static void calls(void)
{
    ITBasicCallControl *call = call_to(FIRST("1001"), "a plain text");

    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "it is 1001 who is called");
    expect(ITBasicCallControl_HandoffDirect(call, FIRST("nobody")), TAPI_E_TARGETNOTFOUND,
           "HandoffDirect");
    expect(ITBasicCallControl_ParkDirect(call, FIRST("nowhere")), TAPI_E_INVALPARKID, "ParkDirect");
    expect(ITBasicCallControl_BlindTransfer(call, FIRST("1001")), S_OK, "BlindTransfer");
    end(call);
    call = call_to(LAST("1001"), "a plain text at the end of a page");
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "Connect");
    end(call);
    call = call_to(FIRST(""), "an empty text");
    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "nothing is dialled yet");
    expect(ITBasicCallControl_Dial(call, FIRST("1001")), S_OK, "Dial");
    end(call);
    call = call_to(NULL, "no text");
    expect(ITBasicCallControl_Pickup(call, FIRST("7")), TAPI_E_INVALGROUPID, "Pickup");
    ITBasicCallControl_Release(call);
}

static void zero_inside(void)
{
    static const OLECHAR TEXT[] = { '1', '0', '0', '1', 0, '9', '9' };
    BSTR text = SysAllocStringLen(TEXT, 7);
    ITBasicCallControl *call = call_to(text, "a BSTR with a zero inside");
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    BSTR found = NULL;

    check(SysStringLen(text) == 7, "the functions for BSTRs go by the length");
    SysFreeString(text);
    expect(ITCallInfo_get_CallInfoString(info, CIS_DISPLAYABLEADDRESS, &found), S_OK, "the address");
    check(text_is(found, "1001"), "what stands before the zero counts");
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(call);
}

/* Everything that an Automation client passes is a VARIANT. */
static HRESULT by_invoke(ITCallInfo *info, BSTR text)
{
    DISPPARAMS arguments;
    DISPID named = DISPID_PROPERTYPUT;
    DISPID id = 0;
    OLECHAR name[] = { 'C', 'a', 'l', 'l', 'I', 'n', 'f', 'o', 'S', 't', 'r', 'i', 'n', 'g', 0 };
    LPOLESTR names[1];
    VARIANT values[2];

    names[0] = name;
    expect(ITCallInfo_GetIDsOfNames(info, ID(IID_NULL), names, 1, 0, &id), S_OK, "the member");
    VariantInit(&values[0]);
    V_VT(&values[0]) = VT_BSTR;
    V_BSTR(&values[0]) = text;
    VariantInit(&values[1]);
    V_VT(&values[1]) = VT_I4;
    V_I4(&values[1]) = CIS_COMMENT;
    arguments.rgvarg = values;
    arguments.rgdispidNamedArgs = &named;
    arguments.cArgs = 2;
    arguments.cNamedArgs = 1;
    return ITCallInfo_Invoke(info, id, ID(IID_NULL), 0, DISPATCH_PROPERTYPUT, &arguments, NULL, NULL,
                             NULL);
}

static void information(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    BSTR text = NULL;

    expect(ITCallInfo_put_CallInfoString(info, CIS_COMMENT, FIRST("a comment")), S_OK, "a comment");
    expect(ITCallInfo_get_CallInfoString(info, CIS_COMMENT, &text), S_OK, "read");
    check(text_is(text, "a comment"), "it is whole");
    expect(by_invoke(info, FIRST("another")), S_OK, "by Invoke");
    expect(ITCallInfo_get_CallInfoString(info, CIS_COMMENT, &text), S_OK, "read");
    check(text_is(text, "another"), "it is whole");
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(call);
}

static void forwarding(void)
{
    ITForwardInformation *forward = NULL;
    ITForwardInformation2 *second;
    BSTR to = NULL;
    BSTR caller = NULL;

    expect(ITAddress_CreateForwardInfoObject(line1, &forward), S_OK, "CreateForwardInfoObject");
    expect(ITForwardInformation_SetForwardType(forward, 1, FIRST("1003"), LAST("1005")), S_OK,
           "SetForwardType");
    expect(ITForwardInformation_GetForwardType(forward, 1, &to, &caller), S_OK, "GetForwardType");
    check(text_is(to, "1003") && text_is(caller, "1005"), "both are whole");
    second = (ITForwardInformation2 *)query(forward, ID(IID_ITForwardInformation2));
    expect(ITForwardInformation2_SetForwardType2(second, 1, FIRST("1001"), 1, FIRST(""), 1), S_OK,
           "SetForwardType2");
    expect(ITForwardInformation2_get_ForwardTypeDestination(second, 1, &to), S_OK, "read");
    check(text_is(to, "1001"), "it is whole");
    ITForwardInformation2_Release(second);
    ITForwardInformation_Release(forward);
}

static void others(void)
{
    ITTAPI2 *tapi = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    ITCollection2 *collection = NULL;
    ITRequest *request = NULL;
    ITDispatchMapper *mapper = NULL;
    ICreateErrorInfo *made = NULL;
    IDispatch *found = NULL;
    char *utf8 = tapi3_bstr_to_utf8(FIRST("1001"));
    VARIANT value;

    check(strcmp(utf8, "1001") == 0, "tapi3_bstr_to_utf8 takes a plain text");
    CoTaskMemFree(utf8);
    expect(ITTAPI2_SetApplicationPriority(tapi, FIRST("program"), TAPIMEDIATYPE_AUDIO, VARIANT_TRUE),
           S_OK, "SetApplicationPriority");
    expect(ITTAPI2_SetAssistedTelephonyPriority(tapi, FIRST("program"), VARIANT_TRUE), S_OK,
           "SetAssistedTelephonyPriority");

    /* A collection keeps what it is given. */
    expect(ITTAPI2_CreateEmptyCollectionObject(tapi, &collection), S_OK, "a collection");
    VariantInit(&value);
    V_VT(&value) = VT_BSTR;
    V_BSTR(&value) = FIRST("an element");
    expect(ITCollection2_Add(collection, 1, &value), S_OK, "Add");
    VariantInit(&value);
    expect(ITCollection2_get_Item(collection, 1, &value), S_OK, "get_Item");
    check(V_VT(&value) == VT_BSTR && text_is(V_BSTR(&value), "an element"), "it is whole");
    ITCollection2_Release(collection);

    expect(CoCreateInstance(ID(CLSID_RequestMakeCall), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITRequest),
                            (void **)&request),
           S_OK, "a request object");
    expect(ITRequest_MakeCall(request, FIRST("1001"), FIRST("program"), FIRST("Ann"), FIRST("")),
           TAPI_E_NOREQUESTRECIPIENT, "MakeCall");
    ITRequest_Release(request);

    expect(CoCreateInstance(ID(CLSID_DispatchMapper), NULL, CLSCTX_INPROC_SERVER,
                            ID(IID_ITDispatchMapper), (void **)&mapper),
           S_OK, "a dispatch mapper");
    expect(ITDispatchMapper_QueryDispatchInterface(
               mapper, FIRST("{B1EFC389-9355-11D0-835C-00AA003CCABD}"), (IDispatch *)(void *)line1,
               &found),
           E_NOINTERFACE, "an interface that an address has not");
    expect(ITDispatchMapper_QueryDispatchInterface(
               mapper, LAST("{B1EFC386-9355-11D0-835C-00AA003CCABD}"), (IDispatch *)(void *)line1,
               &found),
           S_OK, "one that it has");
    IDispatch_Release(found);
    ITDispatchMapper_Release(mapper);

    expect(CreateErrorInfo(&made), S_OK, "an error info");
    expect(ICreateErrorInfo_SetDescription(made, FIRST("It went wrong.")), S_OK, "SetDescription");
    ICreateErrorInfo_Release(made);
    ITTAPI2_Release(tapi);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));

    calls();
    zero_inside();
    information();
    forwarding();
    others();

    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
