/*
 * ITCallInfo when memory runs out: E_OUTOFMEMORY, what is known of the call as it was, no event,
 * and a second try that works.
 */
#include "failing_malloc.h"

static Client client;
static ITAddress *line1;
static ITBasicCallControl *call;
static ITCallInfo *info;

/* What a method handed out. */
static IUnknown *object;
static BSTR text;
static VARIANT value;
static BYTE *bytes;
static DWORD length;

static void nothing(void)
{
    object = NULL;
    text = NULL;
    VariantInit(&value);
    bytes = NULL;
    length = 0;
}

static int nothing_given(void)
{
    return object == NULL && text == NULL && value.vt == VT_EMPTY && bytes == NULL;
}

static void prepare_call(void)
{
    nothing();
    client_forget(&client);
    call = connected_call(line1, OLESTR("1001"));
    info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
}

static void let_call_go(void)
{
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(call);
    client_flush(&client);
    client_forget(&client);
}

static void prepare_idle_call(void)
{
    nothing();
    client_forget(&client);
    call = new_call(line1, OLESTR("1001"));
    info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
}

static HRESULT called_number(void)
{
    return ITCallInfo_get_CallInfoString(info, CIS_CALLEDIDNUMBER, &text);
}

static int finish_call_text(void)
{
    let_call_go();
    return text_is(text, "1001");
}

static int finish_call_object(void)
{
    int good = object != NULL;

    if (good) {
        IUnknown_Release(object);
    }
    let_call_go();
    return good;
}

static HRESULT call_hub(void)
{
    return ITCallInfo_get_CallHub(info, (ITCallHub **)&object);
}

static HRESULT put_comment(void)
{
    return ITCallInfo_put_CallInfoString(info, CIS_COMMENT, B("a comment"));
}

static int comment_is(const char *wanted)
{
    BSTR comment = NULL;

    return ITCallInfo_get_CallInfoString(info, CIS_COMMENT, &comment) == S_OK &&
           text_is(comment, wanted);
}

static int no_comment(void)
{
    return comment_is("");
}

static int finish_comment(void)
{
    int good = comment_is("a comment");

    let_call_go();
    return good;
}

static HRESULT put_caller(void)
{
    return ITCallInfo_put_CallInfoString(info, CIS_CALLINGPARTYID, B("4711"));
}

static int caller_is(const char *wanted)
{
    BSTR caller = NULL;

    return ITCallInfo_get_CallInfoString(info, CIS_CALLERIDNUMBER, &caller) == S_OK &&
           text_is(caller, wanted);
}

static int caller_is_ours(void)
{
    client_flush(&client);
    return caller_is("2001") && client_count(&client, TE_CALLINFOCHANGE, call, CIC_CALLERID) == 0;
}

static int finish_caller(void)
{
    int good = caller_is("4711") && client_wait(&client, TE_CALLINFOCHANGE, call, CIC_CALLERID, NULL);

    let_call_go();
    return good;
}

static HRESULT set_buffer(void)
{
    BYTE data[3] = { 1, 2, 3 };

    return ITCallInfo_SetCallInfoBuffer(info, CIB_CALLDATABUFFER, 3, data);
}

static HRESULT get_buffer(void)
{
    return ITCallInfo_GetCallInfoBuffer(info, CIB_CALLDATABUFFER, &length, &bytes);
}

static HRESULT get_buffer_value(void)
{
    return ITCallInfo_get_CallInfoBuffer(info, CIB_CALLDATABUFFER, &value);
}

static int no_buffer(void)
{
    BYTE *found = NULL;
    DWORD size = 9;
    int good = ITCallInfo_GetCallInfoBuffer(info, CIB_CALLDATABUFFER, &size, &found) == S_OK &&
               size == 0;

    CoTaskMemFree(found);
    return good;
}

static int finish_buffer(void)
{
    int good = get_buffer() == S_OK && length == 3 && bytes[2] == 3;

    CoTaskMemFree(bytes);
    let_call_go();
    return good;
}

static void prepare_buffer(void)
{
    prepare_call();
    set_buffer();
}

static int finish_got_buffer(void)
{
    int good = length == 3 && bytes != NULL && bytes[0] == 1;

    CoTaskMemFree(bytes);
    let_call_go();
    return good;
}

static int finish_got_buffer_value(void)
{
    int good = value.vt == (VT_ARRAY | VT_UI1);

    VariantClear(&value);
    let_call_go();
    return good;
}

static HRESULT filter_call(void)
{
    ITCallInfo2 *info2 = (ITCallInfo2 *)query(call, ID(IID_ITCallInfo2));
    HRESULT hr = ITCallInfo2_put_EventFilter(info2, TE_CALLSTATE, CS_DISCONNECTED, VARIANT_FALSE);

    ITCallInfo2_Release(info2);
    return hr;
}

static int finish_filtered(void)
{
    int good;

    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    client_flush(&client);
    good = client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 0;
    let_call_go();
    return good;
}

static HRESULT state_by_name(void)
{
    LPOLESTR name = B("CallState");
    DISPID id = 0;
    DISPPARAMS none = { NULL, NULL, 0, 0 };
    IDispatch *dispatch = (IDispatch *)info;
    HRESULT hr = IDispatch_GetIDsOfNames(dispatch, ID(IID_NULL), &name, 1, 0, &id);

    if (SUCCEEDED(hr)) {
        hr = IDispatch_Invoke(dispatch, id, ID(IID_NULL), 0, DISPATCH_PROPERTYGET, &none, &value,
                              NULL, NULL);
    }
    return hr;
}

static int finish_state_by_name(void)
{
    int good = value.vt == VT_I4 && value.lVal == CS_CONNECTED;

    let_call_go();
    return good;
}

static HRESULT address_of(void)
{
    return ITCallInfo_get_Address(info, (ITAddress **)&object);
}

static HRESULT put_buffer(void)
{
    VARIANT bytes;
    HRESULT hr;

    VariantInit(&bytes);
    hr = ITCallInfo_get_CallInfoBuffer(info, CIB_CALLDATABUFFER, &bytes);
    if (SUCCEEDED(hr)) {
        hr = ITCallInfo_put_CallInfoBuffer(info, CIB_DEVSPECIFICBUFFER, bytes);
    }
    VariantClear(&bytes);
    return hr;
}

static int no_device_buffer(void)
{
    BYTE *found = NULL;
    DWORD size = 9;
    int good = ITCallInfo_GetCallInfoBuffer(info, CIB_DEVSPECIFICBUFFER, &size, &found) == S_OK &&
               size == 0;

    CoTaskMemFree(found);
    return good;
}

static int finish_put_buffer(void)
{
    int good = !no_device_buffer();

    let_call_go();
    return good;
}

static void prepare_user_info(void)
{
    BYTE data[3] = { 1, 2, 3 };

    prepare_call();
    if (ITCallInfo_SetCallInfoBuffer(info, CIB_USERUSERINFO, 3, data) != S_OK) {
        bail_out("no user-user information");
    }
    client_flush(&client);
    client_forget(&client);
}

static HRESULT release_user_info(void)
{
    return ITCallInfo_ReleaseUserUserInfo(info);
}

static int user_info_still(void)
{
    DWORD size = 0;
    BYTE *found = NULL;
    int good;

    good = ITCallInfo_GetCallInfoBuffer(info, CIB_USERUSERINFO, &size, &found) == S_OK && size == 3;
    CoTaskMemFree(found);
    client_flush(&client);
    return good && client_count(&client, TE_CALLINFOCHANGE, call, CIC_USERUSERINFO) == 0;
}

static int finish_user_info(void)
{
    int good = client_wait(&client, TE_CALLINFOCHANGE, call, CIC_USERUSERINFO, NULL);

    let_call_go();
    return good;
}

/* The kind of a party is told by whether the party is known, which is found out with a copy. */
static HRESULT party_kind(void)
{
    LONG kind = 0;
    HRESULT hr = ITCallInfo_get_CallInfoLong(info, CIL_CALLEDIDADDRESSTYPE, &kind);

    return SUCCEEDED(hr) && kind != LINEADDRESSTYPE_PHONENUMBER ? E_FAIL : hr;
}

static int finish_call(void)
{
    let_call_go();
    return 1;
}

static HRESULT numbers(void)
{
    static const CALLINFO_LONG WHICH[] = {
        CIL_MEDIATYPESAVAILABLE, CIL_BEARERMODE, CIL_ORIGIN, CIL_REASON, CIL_APPSPECIFIC,
        CIL_CALLID, CIL_RELATEDCALLID, CIL_NUMBEROFOWNERS, CIL_NUMBEROFMONITORS, CIL_TRUNK, CIL_RATE,
    };
    ITCallInfo2 *info2 = NULL;
    CALL_STATE state;
    CALL_PRIVILEGE privilege;
    LONG number;
    VARIANT_BOOL on;
    size_t i;
    HRESULT hr = ITCallInfo_QueryInterface(info, ID(IID_ITCallInfo2), (void **)&info2);

    if (FAILED(hr)) {
        return hr;
    }
    hr = ITCallInfo2_get_EventFilter(info2, TE_CALLSTATE, CS_CONNECTED, &on);
    ITCallInfo2_Release(info2);
    for (i = 0; SUCCEEDED(hr) && i < sizeof WHICH / sizeof *WHICH; i++) {
        hr = ITCallInfo_get_CallInfoLong(info, WHICH[i], &number);
    }
    if (SUCCEEDED(hr)) {
        hr = ITCallInfo_get_CallState(info, &state);
    }
    return SUCCEEDED(hr) ? ITCallInfo_get_Privilege(info, &privilege) : hr;
}

static const Scenario WITHOUT = { "the numbers of a call", prepare_call, numbers, NULL,
                                  finish_call };

static const Scenario SCENARIOS[] = {
    { "get_Address", prepare_call, address_of, nothing_given, finish_call_object },
    { "put_CallInfoBuffer", prepare_buffer, put_buffer, no_device_buffer, finish_put_buffer },
    { "ReleaseUserUserInfo", prepare_user_info, release_user_info, user_info_still,
      finish_user_info },
    { "get_CallInfoLong, the kind of a party", prepare_call, party_kind, NULL, finish_call },
    { "get_CallInfoString", prepare_call, called_number, nothing_given, finish_call_text },
    { "get_CallHub", prepare_call, call_hub, nothing_given, finish_call_object },
    { "put_CallInfoString", prepare_idle_call, put_comment, no_comment, finish_comment },
    { "put_CallInfoString, with an event", prepare_idle_call, put_caller, caller_is_ours,
      finish_caller },
    { "SetCallInfoBuffer", prepare_call, set_buffer, no_buffer, finish_buffer },
    { "GetCallInfoBuffer", prepare_buffer, get_buffer, nothing_given, finish_got_buffer },
    { "get_CallInfoBuffer", prepare_buffer, get_buffer_value, nothing_given,
      finish_got_buffer_value },
    { "ITCallInfo2::put_EventFilter", prepare_call, filter_call, NULL, finish_filtered },
    { "Invoke", prepare_call, state_by_name, nothing_given, finish_state_by_name },
};

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    survive_without_memory(&WITHOUT);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
