/*
 * ITCallInfo and ITCallInfo2: what is known of a call, what a program may say of it and when, the
 * events of a change, and the filter of a call.
 */
#include "tapi_test.h"

#include <string.h>

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002, whose incoming calls the client owns */

#define ORIGIN_OUTBOUND 0x1
#define ORIGIN_INBOUND 0x80
#define REASON_DIRECT 0x1
#define BEARER_VOICE 0x1

static ITCallInfo *info_of(ITBasicCallControl *call)
{
    return (ITCallInfo *)query(call, ID(IID_ITCallInfo));
}

static void hang_up(ITBasicCallControl *call)
{
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITBasicCallControl_Release(call);
}

static int string_is(ITCallInfo *info, CALLINFO_STRING which, const char *wanted)
{
    BSTR text = NULL;

    return ITCallInfo_get_CallInfoString(info, which, &text) == S_OK && text_is(text, wanted);
}

static int long_is(ITCallInfo *info, CALLINFO_LONG which, LONG wanted)
{
    LONG number = -4711;

    if (ITCallInfo_get_CallInfoLong(info, which, &number) != S_OK || number != wanted) {
        note("number %d is %d, wanted %d", (int)which, (int)number, (int)wanted);
        return 0;
    }
    return 1;
}

static void parties(void)
{
    ITBasicCallControl *caller = new_call(line1, OLESTR("2002"));
    ITBasicCallControl *callee;
    ITCallInfo *out = info_of(caller);
    ITCallInfo *in;

    client_forget(&client);
    check(string_is(out, CIS_CALLERIDNUMBER, "2001"), "idle: we are the caller");
    check(string_is(out, CIS_CALLEDIDNUMBER, "2002"), "idle: the destination is called");
    check(string_is(out, CIS_DISPLAYABLEADDRESS, "2002"), "idle: and shown");
    check(string_is(out, CIS_CONNECTEDIDNUMBER, ""), "idle: nobody is connected");
    check(long_is(out, CIL_CONNECTEDIDADDRESSTYPE, 0), "idle: nor has an address");
    ITBasicCallControl_Connect(caller, VARIANT_FALSE);
    callee = client_take_call(&client);
    in = info_of(callee);
    check(string_is(in, CIS_CALLERIDNUMBER, "2001"), "offered: the caller's number");
    check(string_is(in, CIS_CALLINGPARTYID, "2001"), "offered: the same as calling party");
    check(string_is(in, CIS_CALLEDIDNUMBER, "2002"), "offered: the number that was called");
    check(long_is(in, CIL_CALLERIDADDRESSTYPE, LINEADDRESSTYPE_PHONENUMBER), "offered: a number");
    check(long_is(in, CIL_ORIGIN, ORIGIN_INBOUND), "offered: it comes in");
    check(long_is(out, CIL_ORIGIN, ORIGIN_OUTBOUND), "the caller's goes out");
    check(long_is(in, CIL_REASON, REASON_DIRECT), "offered: directly");
    check(long_is(in, CIL_MEDIATYPESAVAILABLE, TAPIMEDIATYPE_AUDIO), "offered: audio");
    ITBasicCallControl_Answer(callee);
    check(string_is(out, CIS_CONNECTEDIDNUMBER, "2002"), "connected: to whom");
    check(string_is(in, CIS_CONNECTEDIDNUMBER, "2001"), "connected: the other side, too");
    ITBasicCallControl_Disconnect(caller, DC_NORMAL);
    check(string_is(in, CIS_CALLERIDNUMBER, "2001"), "over: it can still be read");
    ITCallInfo_Release(in);
    ITCallInfo_Release(out);
    hang_up(callee);
    hang_up(caller);
}

static void numbers(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    ITCallInfo *info = info_of(call);
    static const CALLINFO_LONG BEFORE[] = { CIL_BEARERMODE, CIL_CALLPARAMSFLAGS, CIL_MINRATE,
                                            CIL_MAXRATE, CIL_COUNTRYCODE };
    static const CALLINFO_LONG ALWAYS[] = { CIL_APPSPECIFIC, CIL_GENERATEDIGITDURATION,
                                            CIL_CALLTREATMENT };
    static const CALLINFO_LONG NEVER[] = { CIL_ORIGIN, CIL_REASON, CIL_CALLID, CIL_TRUNK,
                                           CIL_NUMBEROFOWNERS, CIL_MEDIATYPESAVAILABLE };
    LONG which;
    size_t i;

    for (which = CIL_MEDIATYPESAVAILABLE; which <= CIL_MONITORMEDIAMODES; which++) {
        LONG number = 0;
        expect(ITCallInfo_get_CallInfoLong(info, which, &number), S_OK, "number %d is there",
               (int)which);
    }
    expect(ITCallInfo_get_CallInfoLong(info, which, &which), E_INVALIDARG, "one more is not");
    expect(ITCallInfo_get_CallInfoLong(info, -1, &which), E_INVALIDARG, "nor is -1");
    expect(ITCallInfo_get_CallInfoLong(info, CIL_REASON, NULL), E_POINTER, "NULL");
    check(long_is(info, CIL_BEARERMODE, BEARER_VOICE), "the bearer is for voice");
    check(long_is(info, CIL_NUMBEROFOWNERS, 1), "one owner");
    check(long_is(info, CIL_NUMBEROFMONITORS, 0), "no monitor");

    for (i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        expect(ITCallInfo_put_CallInfoLong(info, BEFORE[i], 5), S_OK, "idle: put %d",
               (int)BEFORE[i]);
        check(long_is(info, BEFORE[i], 5), "and get it back");
    }
    for (i = 0; i < sizeof NEVER / sizeof *NEVER; i++) {
        expect(ITCallInfo_put_CallInfoLong(info, NEVER[i], 5), E_INVALIDARG, "%d is read-only",
               (int)NEVER[i]);
    }
    ITBasicCallControl_Connect(call, VARIANT_TRUE);
    for (i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        expect(ITCallInfo_put_CallInfoLong(info, BEFORE[i], 6), TAPI_E_INVALCALLSTATE,
               "connected: put %d", (int)BEFORE[i]);
        check(long_is(info, BEFORE[i], 5), "nothing has changed");
    }
    for (i = 0; i < sizeof ALWAYS / sizeof *ALWAYS; i++) {
        expect(ITCallInfo_put_CallInfoLong(info, ALWAYS[i], 7), S_OK, "connected: put %d",
               (int)ALWAYS[i]);
        check(long_is(info, ALWAYS[i], 7), "and get it back");
    }
    check(client_wait(&client, TE_CALLINFOCHANGE, call, CIC_APPSPECIFIC, NULL),
          "the change is told");
    ITCallInfo_Release(info);
    hang_up(call);
}

static void strings(void)
{
    static const CALLINFO_STRING OURS[] = { CIS_COMMENT, CIS_CALLEDPARTYFRIENDLYNAME,
                                            CIS_DISPLAYABLEADDRESS, CIS_CALLINGPARTYID };
    static const CALLINFO_STRING NETWORKS[] = { CIS_CALLERIDNAME, CIS_CALLEDIDNUMBER,
                                                CIS_CONNECTEDIDNAME, CIS_REDIRECTINGIDNUMBER };
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    ITCallInfo *info = info_of(call);
    BSTR text = NULL;
    LONG which;
    size_t i;

    for (which = CIS_CALLERIDNAME; which <= CIS_CALLINGPARTYID; which++) {
        text = NULL;
        expect(ITCallInfo_get_CallInfoString(info, which, &text), S_OK, "text %d is there",
               (int)which);
        SysFreeString(text);
    }
    text = B("not touched");
    expect(ITCallInfo_get_CallInfoString(info, which, &text), E_INVALIDARG, "one more is not");
    check(text == NULL, "a failed getter sets its result to NULL");
    expect(ITCallInfo_get_CallInfoString(info, CIS_COMMENT, NULL), E_POINTER, "NULL");

    for (i = 0; i < sizeof OURS / sizeof *OURS; i++) {
        expect(ITCallInfo_put_CallInfoString(info, OURS[i], B("said by us")), S_OK, "idle: put %d",
               (int)OURS[i]);
        check(string_is(info, OURS[i], "said by us"), "and get it back");
    }
    for (i = 0; i < sizeof NETWORKS / sizeof *NETWORKS; i++) {
        expect(ITCallInfo_put_CallInfoString(info, NETWORKS[i], B("x")), E_INVALIDARG,
               "%d is the network's", (int)NETWORKS[i]);
    }
    expect(ITCallInfo_put_CallInfoString(info, CIS_COMMENT, NULL), S_OK, "NULL is the empty text");
    check(string_is(info, CIS_COMMENT, ""), "the comment is gone");
    ITBasicCallControl_Connect(call, VARIANT_TRUE);
    for (i = 0; i < sizeof OURS / sizeof *OURS; i++) {
        expect(ITCallInfo_put_CallInfoString(info, OURS[i], B("too late")), TAPI_E_INVALCALLSTATE,
               "connected: put %d", (int)OURS[i]);
    }
    ITCallInfo_Release(info);
    hang_up(call);
}

static void buffers(void)
{
    ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));
    ITCallInfo *info = info_of(call);
    BYTE data[200];
    BYTE *bytes = NULL;
    DWORD size = 9;
    VARIANT value;

    memset(data, 0x5a, sizeof data);
    VariantInit(&value);
    expect(ITCallInfo_GetCallInfoBuffer(info, CIB_CALLDATABUFFER, &size, &bytes), S_OK,
           "a buffer that was never set");
    check(size == 0, "is empty");
    CoTaskMemFree(bytes);
    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_CALLDATABUFFER, 200, data), S_OK, "200 bytes");
    expect(ITCallInfo_GetCallInfoBuffer(info, CIB_CALLDATABUFFER, &size, &bytes), S_OK, "read");
    check(size == 200 && bytes != NULL && memcmp(bytes, data, 200) == 0, "come back");
    CoTaskMemFree(bytes);
    expect(ITCallInfo_get_CallInfoBuffer(info, CIB_CALLDATABUFFER, &value), S_OK, "as a VARIANT");
    check(value.vt == (VT_ARRAY | VT_UI1), "it is an array of bytes");
    expect(ITCallInfo_put_CallInfoBuffer(info, CIB_USERUSERINFO, value), TAPI_E_USERUSERINFOTOOBIG,
           "too much for user-user information");
    expect(ITCallInfo_put_CallInfoBuffer(info, CIB_DEVSPECIFICBUFFER, value), S_OK, "put back");
    VariantClear(&value);
    value.vt = VT_I4;
    value.lVal = 5;
    expect(ITCallInfo_put_CallInfoBuffer(info, CIB_CALLDATABUFFER, value), DISP_E_TYPEMISMATCH,
           "a number is no buffer");
    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_CHARGINGINFOBUFFER, 1, data), E_INVALIDARG,
           "charging information is the network's");
    expect(ITCallInfo_SetCallInfoBuffer(info, 6, 1, data), E_INVALIDARG, "no such buffer");
    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_CALLDATABUFFER, 1, NULL), E_POINTER,
           "one byte at NULL");
    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_CALLDATABUFFER, 0, NULL), S_OK, "none at NULL");
    expect(ITCallInfo_GetCallInfoBuffer(info, CIB_CALLDATABUFFER, NULL, &bytes), E_POINTER, "NULL");
    expect(ITCallInfo_GetCallInfoBuffer(info, CIB_CALLDATABUFFER, &size, NULL), E_POINTER, "NULL");

    expect(ITCallInfo_SetCallInfoBuffer(info, CIB_USERUSERINFO, 3, data), S_OK, "user-user");
    check(client_wait(&client, TE_CALLINFOCHANGE, call, CIC_USERUSERINFO, NULL), "is told");
    expect(ITCallInfo_ReleaseUserUserInfo(info), S_OK, "ReleaseUserUserInfo");
    expect(ITCallInfo_GetCallInfoBuffer(info, CIB_USERUSERINFO, &size, &bytes), S_OK, "read");
    check(size == 0, "it is gone");
    CoTaskMemFree(bytes);
    ITCallInfo_Release(info);
    hang_up(call);
}

static void relations(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    ITCallInfo *info = info_of(call);
    ITCallInfo *again;
    ITBasicCallControl *same;
    ITAddress *address = NULL;
    ITCallHub *hub = (ITCallHub *)(void *)call;
    ITCallHub *second = NULL;
    CALL_STATE state = -1;
    CALL_PRIVILEGE privilege = -1;

    expect(ITCallInfo_get_Address(info, &address), S_OK, "get_Address");
    check(address == line1, "it is the address that made the call");
    ITAddress_Release(address);
    expect(ITCallInfo_get_CallState(info, &state), S_OK, "get_CallState");
    check(state == CS_IDLE, "idle");
    expect(ITCallInfo_get_Privilege(info, &privilege), S_OK, "get_Privilege");
    check(privilege == CP_OWNER, "ours");
    expect(ITCallInfo_get_CallHub(info, &hub), E_PENDING, "an idle call has no hub yet");
    check(hub == NULL, "NULL");
    ITBasicCallControl_Connect(call, VARIANT_TRUE);
    expect(ITCallInfo_get_CallHub(info, &hub), S_OK, "a live call has one");
    expect(ITCallInfo_get_CallHub(info, &second), S_OK, "and asked again");
    check(hub == second, "it is the same");
    ITCallHub_Release(second);
    ITCallHub_Release(hub);
    expect(ITCallInfo_get_Address(info, NULL), E_POINTER, "get_Address(NULL)");
    expect(ITCallInfo_get_CallState(info, NULL), E_POINTER, "get_CallState(NULL)");
    expect(ITCallInfo_get_Privilege(info, NULL), E_POINTER, "get_Privilege(NULL)");
    expect(ITCallInfo_get_CallHub(info, NULL), E_POINTER, "get_CallHub(NULL)");

    same = (ITBasicCallControl *)query(info, ID(IID_ITBasicCallControl));
    again = info_of(same);
    check(same == call && again == info, "one object has one pointer for each interface");
    ITCallInfo_Release(again);
    ITBasicCallControl_Release(same);
    ITCallInfo_Release(info);
    hang_up(call);
}

static void what_a_call_is_not(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    void *none = call;

    expect(ITBasicCallControl_QueryInterface(call, ID(IID_ITStream), &none), E_NOINTERFACE,
           "ITStream");
    check(none == NULL, "NULL");
    expect(ITBasicCallControl_QueryInterface(call, ID(IID_ITCallInfo), NULL), E_POINTER, "NULL");
    ITBasicCallControl_Release(call);
}

static void filter(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    ITCallInfo2 *info = (ITCallInfo2 *)query(call, ID(IID_ITCallInfo2));
    VARIANT_BOOL on = VARIANT_FALSE;

    client_forget(&client);
    expect(ITCallInfo2_get_EventFilter(info, TE_CALLSTATE, CS_CONNECTED, &on), S_OK, "at first");
    check(on == VARIANT_TRUE, "every event passes");
    expect(ITCallInfo2_put_EventFilter(info, TE_CALLSTATE, CS_CONNECTED, VARIANT_FALSE), S_OK,
           "stop one state");
    expect(ITCallInfo2_get_EventFilter(info, TE_CALLSTATE, CS_CONNECTED, &on), S_OK, "now");
    check(on == VARIANT_FALSE, "it does not");
    expect(ITCallInfo2_put_EventFilter(info, TE_CALLINFOCHANGE, -1, VARIANT_FALSE), S_OK,
           "stop all of a kind");
    expect(ITCallInfo2_put_EventFilter(info, TE_CALLSTATE, CS_LASTITEM + 1, VARIANT_FALSE),
           E_INVALIDARG, "no such state");
    expect(ITCallInfo2_put_EventFilter(info, TE_ADDRESS, AE_STATE, VARIANT_FALSE), E_INVALIDARG,
           "not an event of calls");
    expect(ITCallInfo2_put_EventFilter(info, TE_CALLSTATE | TE_CALLINFOCHANGE, -1, VARIANT_FALSE),
           E_INVALIDARG, "two events at once");
    expect(ITCallInfo2_get_EventFilter(info, TE_CALLSTATE, CS_IDLE, NULL), E_POINTER, "NULL");
    ITBasicCallControl_Connect(call, VARIANT_TRUE);
    ITCallInfo2_put_CallInfoLong(info, CIL_APPSPECIFIC, 3);
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, call, CS_INPROGRESS) == 1, "one state is told");
    check(client_count(&client, TE_CALLSTATE, call, CS_CONNECTED) == 0, "one is not");
    check(client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 1, "one is told");
    check(client_count(&client, TE_CALLINFOCHANGE, call, ANY) == 0, "no change is");
    ITCallInfo2_Release(info);
    ITBasicCallControl_Release(call);
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    client_register(&client, line2, 0, 1, 5);

    parties();
    numbers();
    strings();
    buffers();
    relations();
    what_a_call_is_not();
    filter();

    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
