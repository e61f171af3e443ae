/*
 * Every function of TAPI 2 once more: what it answers to handles that are none, to pointers that are
 * NULL and to what no line here can do; initialising in all its ways; phones, of which there are none.
 */
#include "tapi2_test.h"

static Program program;
static HLINE line1;
static HLINE line2;
static HCALL call;

#define NO_APP(expression) expect_code((expression), LINEERR_INVALAPPHANDLE, #expression)
#define NO_LINE(expression) expect_code((expression), LINEERR_INVALLINEHANDLE, #expression)
#define NO_CALL(expression) expect_code((expression), LINEERR_INVALCALLHANDLE, #expression)
#define UNAVAILABLE(expression) expect_code((expression), LINEERR_OPERATIONUNAVAIL, #expression)
#define NO_POINTER(expression) expect_code((expression), LINEERR_INVALPOINTER, #expression)

static void CALLBACK hear(DWORD device, DWORD id, DWORD_PTR instance, DWORD_PTR a, DWORD_PTR b, DWORD_PTR c)
{
    (void)device;
    (void)id;
    (void)instance;
    (void)a;
    (void)b;
    (void)c;
}

static LONG initialize(DWORD options, DWORD size, LINECALLBACK callback, DWORD version, DWORD *told)
{
    LINEINITIALIZEEXPARAMS parameters;
    HLINEAPP app = 0;
    DWORD devices = 0;
    LONG code;

    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = size;
    parameters.dwOptions = options;
    code = lineInitializeExA(&app, NULL, callback, NULL, &devices, &version, &parameters);
    if (code == 0) {
        check(devices == 2, "two lines");
        check(parameters.dwNeededSize == sizeof parameters && parameters.dwUsedSize == sizeof parameters,
              "the sizes are told");
        check((parameters.Handles.hEvent != NULL) == (options == LINEINITIALIZEEXOPTION_USEEVENT), "the event");
        expect_code(lineShutdown(app), 0, "lineShutdown");
    }
    if (told) *told = version;
    return code;
}

static void initializing(void)
{
    const DWORD size = sizeof(LINEINITIALIZEEXPARAMS);
    DWORD told = 0;
    HLINEAPP app = 0;
    DWORD devices = 0;
    DWORD version = 0x00020000;

    expect_code(initialize(LINEINITIALIZEEXOPTION_USEEVENT, size, NULL, 0x00020000, &told), 0, "by event");
    check(told == 0x00030001, "the highest version is told");
    expect_code(initialize(LINEINITIALIZEEXOPTION_USEHIDDENWINDOW, size, hear, 0x00010003, NULL), 0, "by callback");
    expect_code(initialize(LINEINITIALIZEEXOPTION_USEHIDDENWINDOW, size, NULL, 0x00020000, NULL),
                LINEERR_INVALPOINTER, "without a callback");
    expect_code(initialize(LINEINITIALIZEEXOPTION_USECOMPLETIONPORT, size, NULL, 0x00020000, NULL),
                LINEERR_INVALPARAM, "no completion ports");
    expect_code(initialize(77, size, hear, 0x00020000, NULL), LINEERR_INVALPARAM, "no such way");
    expect_code(initialize(LINEINITIALIZEEXOPTION_USEEVENT, size - 1, NULL, 0x00020000, NULL),
                LINEERR_STRUCTURETOOSMALL, "too small");
    expect_code(initialize(LINEINITIALIZEEXOPTION_USEEVENT, size, NULL, 0x00010002, NULL),
                LINEERR_INCOMPATIBLEAPIVERSION, "too old");
    expect_code(initialize(LINEINITIALIZEEXOPTION_USEEVENT, size, NULL, 0x00990000, &told), 0, "newer than we are");
    NO_POINTER(lineInitializeExA(NULL, NULL, hear, NULL, &devices, &version, NULL));
    NO_POINTER(lineInitializeExA(&app, NULL, hear, NULL, NULL, &version, NULL));
    NO_POINTER(lineInitializeExA(&app, NULL, hear, NULL, &devices, NULL, NULL));
    expect_code(lineInitializeExW(&app, NULL, hear, (const WCHAR *)OLESTR("Zoë"), &devices, &version, NULL), 0,
                "without parameters: by callback");
    expect_code(lineShutdown(app), 0, "lineShutdown");
    NO_APP(lineShutdown(app));
    NO_APP(lineShutdown(0));
}

static void opening(void)
{
    HLINE line = 0;
    DWORD version = 0;
    LINEEXTENSIONID extension;
    const HLINEAPP app = program.app;

    memset(&extension, 0x5a, sizeof extension);
    expect_code(lineNegotiateAPIVersion(app, 0, 0x00010003, 0x00020001, &version, &extension), 0, "negotiate");
    check(version == 0x00020001, "the highest that both know");
    check(extension.dwExtensionID0 == 0 && extension.dwExtensionID3 == 0, "no extensions");
    expect_code(lineNegotiateAPIVersion(app, 0, 0x00010003, 0x00990000, &version, NULL), 0, "negotiate");
    check(version == 0x00030001, "what there is");
    expect_code(lineNegotiateAPIVersion(app, 0, 0x00040000, 0x00050000, &version, NULL),
                LINEERR_INCOMPATIBLEAPIVERSION, "too new");
    expect_code(lineNegotiateAPIVersion(app, 0, 0x00010000, 0x00010002, &version, NULL),
                LINEERR_INCOMPATIBLEAPIVERSION, "too old");
    expect_code(lineNegotiateAPIVersion(app, 2, 0x00010003, 0x00020000, &version, NULL), LINEERR_BADDEVICEID,
                "no third line");
    NO_POINTER(lineNegotiateAPIVersion(app, 0, 0x00010003, 0x00020000, NULL, NULL));
    NO_APP(lineNegotiateAPIVersion(0, 0, 0x00010003, 0x00020000, &version, NULL));
    UNAVAILABLE(lineNegotiateExtVersion(app, 0, 0x00020000, 0, 0, &version));
    NO_APP(lineOpenA(0, 0, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL));
    NO_POINTER(lineOpenA(app, 0, NULL, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL));
    expect_code(lineOpenA(app, 9, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL), LINEERR_BADDEVICEID, "9");
    expect_code(lineOpenA(app, 0, &line, 0x00010000, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL),
                LINEERR_INCOMPATIBLEAPIVERSION, "a version");
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 1, 0, LINECALLPRIVILEGE_NONE, 0, NULL),
                LINEERR_INCOMPATIBLEEXTVERSION, "an extension");
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 0, 0, 0, NULL), LINEERR_INVALPRIVSELECT, "no right");
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE | LINECALLPRIVILEGE_OWNER, 4, NULL),
                LINEERR_INVALPRIVSELECT, "rights that contradict each other");
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_OWNER, 0, NULL), LINEERR_INVALMEDIAMODE,
                "an owner of nothing");
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_OWNER, LINEMEDIAMODE_DATAMODEM, NULL),
                LINEERR_INVALMEDIAMODE, "no modem");
    UNAVAILABLE(lineOpenA(app, 0, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE | LINEOPENOPTION_PROXY, 0, NULL));
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0, NOWHERE(LINECALLPARAMS)), 0,
                "without the mapper they mean nothing");
    expect_code(lineClose(line), 0, "lineClose");
    expect_code(lineOpenA(app, LINEMAPPER, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL),
                LINEERR_LINEMAPPERFAILED, "the mapper wants parameters");
    {
        LINECALLPARAMS parameters;

        memset(&parameters, 0, sizeof parameters);
        parameters.dwTotalSize = sizeof parameters;
        expect_code(lineOpenA(app, LINEMAPPER, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE,
                              LINEMEDIAMODE_INTERACTIVEVOICE, &parameters),
                    0, "the mapper finds a line");
        expect_code(lineClose(line), 0, "lineClose");
        expect_code(lineOpenA(app, LINEMAPPER, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_MONITOR,
                              LINEMEDIAMODE_DATAMODEM, &parameters),
                    0, "the media modes are an owner's");
        expect_code(lineClose(line), 0, "lineClose");
        parameters.dwMediaMode = LINEMEDIAMODE_G3FAX;
        expect_code(lineOpenA(app, LINEMAPPER, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0,
                              &parameters),
                    LINEERR_LINEMAPPERFAILED, "no line has what the parameters want");
        parameters.dwTotalSize = 20;
        expect_code(lineOpenW(app, LINEMAPPER, &line, 0x00020000, 0, 0, LINECALLPRIVILEGE_NONE, 0,
                              &parameters),
                    LINEERR_STRUCTURETOOSMALL, "parameters that end too early");
    }
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 0, 0xffffffff, 0, NULL), LINEERR_INVALPRIVSELECT,
                "rights that there are not");
    NO_LINE(lineClose(line));
    NO_LINE(lineClose(call));
}

static DWORD first_provider(void)
{
    struct {
        LINEPROVIDERLIST list;
        char more[200];
    } room;
    LINEPROVIDERENTRY entry;

    memset(&room, 0, sizeof room);
    room.list.dwTotalSize = sizeof room;
    expect_code(lineGetProviderListA(0x00020000, &room.list), 0, "lineGetProviderList");
    memcpy(&entry, (char *)&room + room.list.dwProviderListOffset, sizeof entry);
    return entry.dwPermanentProviderID;
}

static void of_lines(void)
{
    DWORD number = 0;
    DWORD other = 0;
    HCALL new_call = 0;
    VARSTRING *id = (VARSTRING *)malloc(64);
    LINEFORWARDLIST *list = (LINEFORWARDLIST *)calloc(1, 128);

    if (!id || !list) bail_out("no memory");
    NO_LINE(lineSetStatusMessages(0, 0, 0));
    expect_code(lineSetStatusMessages(line1, 0x80000000, 0), LINEERR_INVALLINESTATE, "no such state");
    expect_code(lineSetStatusMessages(line1, 0, 0x80000000), LINEERR_INVALADDRESSSTATE, "no such state");
    expect_code(lineSetStatusMessages(line1, 0x1ffffff, 0x1ff), 0, "every state");
    expect_code(lineGetStatusMessages(line1, &number, &other), 0, "lineGetStatusMessages");
    check(number == 0x1ffffff && other == 0x1ff, "what was set");
    NO_POINTER(lineGetStatusMessages(line1, NULL, &other));
    expect_code(lineGetAddressIDA(line1, &number, LINEADDRESSMODE_DIALABLEADDR, "2001", 5), 0, "lineGetAddressID");
    check(number == 0, "the address is the first");
    expect_code(lineGetAddressIDA(line1, &number, LINEADDRESSMODE_DIALABLEADDR, "2002", 4), LINEERR_INVALADDRESS,
                "another's");
    expect_code(lineGetAddressIDW(line1, &number, LINEADDRESSMODE_DIALABLEADDR, (const WCHAR *)OLESTR("2001"), 8), 0,
                "the wide form");
    id->dwTotalSize = 64;
    expect_code(lineGetIDA(line1, 0, 0, LINECALLSELECT_LINE, id, "tapi/line"), 0, "lineGetID");
    memcpy(&number, (char *)id + id->dwStringOffset, sizeof number);
    check(id->dwStringFormat == STRINGFORMAT_BINARY && id->dwStringSize == 4 && number == 0, "the device id");
    expect_code(lineGetIDA(0, 0, call, LINECALLSELECT_CALL, id, "tapi/line"), 0, "by the call");
    expect_code(lineGetIDA(line1, 0, 0, LINECALLSELECT_LINE, id, "tapi/providerid"), 0, "lineGetID of its provider");
    memcpy(&number, (char *)id + id->dwStringOffset, sizeof number);
    check(id->dwStringSize == 4 && number == first_provider(), "the number that lineGetProviderList has for it");
    expect_code(lineGetIDA(line1, 0, 0, LINECALLSELECT_LINE, id, "comm/datamodem"), LINEERR_INVALDEVICECLASS, "no modem");
    expect_code(lineGetIDA(line1, 0, 0, 64, id, "tapi/line"), LINEERR_INVALCALLSELECT, "of nothing");
    expect_code(lineGetNumRings(line1, 0, &number), 0, "lineGetNumRings");
    expect_code(lineSetNumRings(line1, 0, 3), 0, "lineSetNumRings");
    expect_code(lineSetNumRings(line1, 1, 3), LINEERR_INVALADDRESSID, "no second address");
    NO_LINE(lineGetNewCalls(0, 0, LINECALLSELECT_LINE, NULL));
    list->dwTotalSize = 128;
    list->dwNumEntries = 1;
    list->ForwardList[0].dwForwardMode = LINEFORWARDMODE_UNCOND;
    memcpy((char *)list + 100, "1001", 5);
    list->ForwardList[0].dwDestAddressSize = 5;
    list->ForwardList[0].dwDestAddressOffset = 100;
    forget(&program);
    expect_reply(&program, lineForwardA(line1, 1, 0, list, 0, &new_call, NOWHERE(LINECALLPARAMS)), 0, "lineForward");
    program.next = 0;
    wait_for(&program, line1, LINE_ADDRESSSTATE, ANYTHING, "forwarding is told");
    {
        union {
            LINEADDRESSSTATUS status;
            char bytes[512];
        } told;

        memset(&told, 0, sizeof told);
        told.status.dwTotalSize = sizeof told;
        expect_code(lineGetAddressStatusA(line1, 0, &told.status), 0, "lineGetAddressStatus");
        check(told.status.dwForwardNumEntries == 1, "one entry");
        if (told.status.dwForwardNumEntries == 1) {
            LINEFORWARD entry;

            memset(&entry, 0, sizeof entry);
            /* The line was opened with 2.2, where an entry is shorter. */
            memcpy(&entry, told.bytes + told.status.dwForwardOffset, 24);
            check(entry.dwForwardMode == LINEFORWARDMODE_UNCOND, "of this kind");
            check(strcmp(told.bytes + entry.dwDestAddressOffset, "1001") == 0, "to this number");
        }
    }
    list->dwNumEntries = 0xffffffff;
    expect_code(lineForwardA(line1, 1, 0, list, 0, &new_call, NULL), LINEERR_INVALPARAM, "too many entries");
    list->dwNumEntries = 1;
    list->ForwardList[0].dwDestAddressOffset = 0xfffffff0;
    expect_code(lineForwardA(line1, 1, 0, list, 0, &new_call, NULL), LINEERR_INVALADDRESS, "an address outside");
    expect_code(lineForwardA(line1, 1, 0, NULL, 0, NULL, NULL), LINEERR_INVALPOINTER, "nowhere for a call");
    expect_code(lineForwardW(line1, 1, 0, NULL, 0, NULL, NULL), LINEERR_INVALPOINTER, "in the wide form");
    NO_LINE(lineForwardA(0, 1, 0, NULL, 0, NULL, NULL));
    new_call = 4711;
    expect_reply(&program, lineForwardA(line1, 1, 0, NULL, 0, &new_call, NULL), 0, "no forwarding any more");
    check(new_call == 0, "and no call for it");
    forget(&program);
    expect_reply(&program, lineSetLineDevStatus(line1, LINEDEVSTATUSFLAGS_MSGWAIT, 1), 0, "lineSetLineDevStatus");
    program.next = 0;
    wait_for(&program, line1, LINE_LINEDEVSTATE, LINEDEVSTATE_MSGWAITON, "a message waits");
    UNAVAILABLE(lineDevSpecific(line1, 0, 0, NULL, 0));
    UNAVAILABLE(lineDevSpecificFeature(line1, 0, NULL, 0));
    UNAVAILABLE(lineUncompleteCall(line1, 0));
    UNAVAILABLE(lineSetTerminal(line1, 0, 0, LINECALLSELECT_LINE, 0, 0, 0));
    UNAVAILABLE(lineSetMediaControl(line1, 0, 0, 1, NULL, 0, NULL, 0, NULL, 0, NULL, 0));
    NO_LINE(lineDevSpecific(0, 0, 0, NULL, 0));
    free(id);
    free(list);
}

static void of_calls(void)
{
    unsigned char data[3];
    HCALL other = 0;

    NO_CALL(lineAnswer(0, NULL, 0));
    NO_CALL(lineAccept(0, NULL, 0));
    NO_CALL(lineHold(0));
    NO_CALL(lineUnhold(line1));
    NO_CALL(lineSwapHold(call, 0));
    NO_CALL(lineDialA(0, "1", 0));
    NO_CALL(lineBlindTransferA(0, "1", 0));
    NO_CALL(lineSetupTransferA(0, &other, NULL));
    NO_CALL(lineCompleteTransfer(0, 0, NULL, LINETRANSFERMODE_TRANSFER));
    NO_CALL(lineGetCallInfoA(0, NULL));
    NO_CALL(lineGetCallStatus(0, NULL));
    NO_CALL(lineSetCallPrivilege(0, LINECALLPRIVILEGE_OWNER));
    NO_CALL(lineHandoffA(0, NULL, 0));
    NO_CALL(lineGenerateDigitsA(0, LINEDIGITMODE_DTMF, "1", 0));
    NO_CALL(lineMonitorDigits(0, 0));
    NO_CALL(lineGatherDigitsA(0, LINEDIGITMODE_DTMF, NULL, 0, NULL, 0, 0));
    NO_CALL(lineRedirectA(0, "1", 0));
    NO_CALL(linePickupA(0, 0, &other, "1", NULL) == LINEERR_INVALLINEHANDLE ? LINEERR_INVALCALLHANDLE : 1);
    NO_LINE(lineMakeCallA(0, &other, "1001", 0, NULL));
    NO_POINTER(lineMakeCallA(line1, NULL, "1001", 0, NULL));
    NO_POINTER(lineSetupTransferA(call, NULL, NULL));
    NO_POINTER(lineGetCallInfoW(call, NULL));
    expect_code(lineMakeCallA(line1, &other, "10$01", 0, NULL), LINEERR_DIALBILLING, "$");
    expect_code(lineMakeCallA(line1, &other, "10@01", 0, NULL), LINEERR_DIALQUIET, "@");
    expect_code(lineMakeCallA(line1, &other, "10W01", 0, NULL), LINEERR_DIALDIALTONE, "W");
    expect_code(lineMakeCallA(line1, &other, "10?01", 0, NULL), LINEERR_DIALPROMPT, "?");
    expect_code(lineDialA(call, "1", 0), LINEERR_INVALCALLSTATE, "it is dialled");
    expect_code(lineAnswer(call, NULL, 0), LINEERR_INVALCALLSTATE, "it is nothing to answer");
    expect_code(lineRedirectA(call, "1", 0), LINEERR_INVALCALLSTATE, "it is not offered");
    expect_code(lineParkA(call, 9, NULL, NULL), LINEERR_INVALPARKMODE, "no such way to park");
    expect_code(lineCompleteTransfer(call, call, NULL, 9), LINEERR_INVALTRANSFERMODE, "no such transfer");
    memcpy(data, "abc", 3);
    expect_reply(&program, expect_request(lineSetCallData(call, data, 3), "lineSetCallData"), 0, "lineSetCallData");
    expect_code(lineSetAppSpecific(call, 0x12345678), 0, "lineSetAppSpecific");
    program.next = 0;
    wait_for(&program, call, LINE_CALLINFO, LINECALLINFOSTATE_APPSPECIFIC, "a change is told");
    {
        union {
            LINECALLINFO info;
            char bytes[2048];
        } told;

        memset(&told, 0, sizeof told);
        told.info.dwTotalSize = sizeof told;
        expect_code(lineGetCallInfoA(call, &told.info), 0, "lineGetCallInfo");
        check(told.info.dwAppSpecific == 0x12345678, "the program's number");
        check(told.info.dwCallDataSize == 3 && memcmp(told.bytes + told.info.dwCallDataOffset, "abc", 3) == 0, "its data");
        check(told.info.dwOrigin == LINECALLORIGIN_OUTBOUND && told.info.hLine == line1, "its line");
        check(strcmp(told.bytes + told.info.dwCalledIDOffset, "1001") == 0, "whom it calls");
    }
    expect_code(lineSetMediaMode(call, LINEMEDIAMODE_INTERACTIVEVOICE), 0, "lineSetMediaMode");
    expect_code(lineMonitorMedia(call, LINEMEDIAMODE_DATAMODEM), LINEERR_INVALMEDIAMODE, "lineMonitorMedia");
    UNAVAILABLE(lineCompleteCall(call, NULL, LINECALLCOMPLMODE_CALLBACK, 0));
    UNAVAILABLE(lineSecureCall(call));
    UNAVAILABLE(lineReleaseUserUserInfo(call));
    UNAVAILABLE(lineSendUserUserInfo(call, NULL, 0));
    UNAVAILABLE(lineSetCallParams(call, 0, 0, 0, NULL));
    UNAVAILABLE(lineSetCallQualityOfService(call, NULL, 0, NULL, 0));
    UNAVAILABLE(lineSetCallTreatment(call, 0));
    NO_CALL(lineGenerateTone(0, LINETONEMODE_CUSTOM, 0, 1, NULL));
    NO_CALL(lineMonitorTones(line1, NULL, 0));
}

static void of_the_rest(void)
{
    const HLINEAPP app = program.app;
    DWORD number = 0;
    HICON icon = NULL;

    UNAVAILABLE(lineConfigDialogA(0, NULL, NULL));
    expect_code(lineConfigDialogA(7, NULL, NULL), LINEERR_BADDEVICEID, "lineConfigDialog of nothing");
    UNAVAILABLE(lineConfigDialogEditA(0, NULL, NULL, NULL, 0, NULL));
    UNAVAILABLE(lineGetDevConfigA(0, NULL, NULL));
    UNAVAILABLE(lineSetDevConfigA(0, NULL, 0, NULL));
    UNAVAILABLE(lineGetIconA(0, NULL, &icon));
    UNAVAILABLE(lineAddProviderA(NULL, NULL, NULL));
    UNAVAILABLE(lineConfigProvider(NULL, 0));
    UNAVAILABLE(lineRemoveProvider(0, NULL));
    UNAVAILABLE(lineGetProxyStatus(app, 0, 0, NULL));
    UNAVAILABLE(lineGetAgentCapsA(app, 0, 0, 0, NULL));
    UNAVAILABLE(lineGetAgentStatusA(line1, 0, NULL));
    UNAVAILABLE(lineSetAgentState(line1, 0, 0, 0));
    UNAVAILABLE(lineGetQueueListA(line1, NULL, NULL));
    UNAVAILABLE(lineGetGroupListW(line1, NULL));
    NO_APP(lineGetAgentCapsA(0, 0, 0, 0, NULL));
    NO_LINE(lineGetAgentStatusW(0, 0, NULL));
    expect_code(lineSetAppPriorityA("test.exe", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, 1), 0, "first");
    expect_code(lineGetAppPriorityA("TEST.EXE", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, &number), 0, "asked");
    check(number == 1, "it is the first");
    expect_code(lineSetAppPriorityA("test.exe", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, 0), 0, "removed");
    expect_code(lineGetAppPriorityA("test.exe", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, &number), 0, "asked");
    check(number == 0, "it is none");
    expect_code(lineSetAppPriorityA(NULL, LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, 1), LINEERR_INVALAPPNAME, "who");
    expect_code(lineRegisterRequestRecipient(app, 0, LINEREQUESTMODE_MEDIACALL, 1), LINEERR_INVALREQUESTMODE, "media");
    NO_APP(lineRegisterRequestRecipient(0, 0, LINEREQUESTMODE_MAKECALL, 1));
    expect_code(tapiRequestDrop(NULL, 0), TAPIERR_REQUESTFAILED, "tapiRequestDrop");
    expect_code(tapiRequestMediaCallA(NULL, 0, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL), TAPIERR_REQUESTFAILED, "media");
    check(strcmp(tapi3_line_error_name(LINEERR_NOTOWNER), "LINEERR_NOTOWNER") == 0, "a code has a name");
    check(tapi3_line_error_name(17) == NULL, "a number that is none has not");
}

static void phones(void)
{
    HPHONEAPP app = 0;
    HPHONE phone = 0;
    DWORD devices = 77;
    DWORD version = 0x00020000;
    PHONEINITIALIZEEXPARAMS parameters;
    PHONEMESSAGE message;
    PHONECAPS caps;

    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwOptions = PHONEINITIALIZEEXOPTION_USEEVENT;
    expect_code(phoneInitializeExA(&app, NULL, NULL, "x", &devices, &version, &parameters), 0, "phoneInitializeEx");
    check(devices == 0 && version == 0x00030001 && parameters.Handles.hEvent != NULL, "no phones, and an event");
    expect_code(phoneGetMessage(app, &message, 0), PHONEERR_OPERATIONFAILED, "no message");
    expect_code(phoneNegotiateAPIVersion(app, 0, 0x00010003, 0x00020000, &version, NULL), PHONEERR_BADDEVICEID, "none");
    expect_code(phoneOpen(app, 0, &phone, 0x00020000, 0, 0, PHONEPRIVILEGE_MONITOR), PHONEERR_BADDEVICEID, "none");
    expect_code(phoneGetDevCapsA(app, 0, 0x00020000, 0, &caps), PHONEERR_BADDEVICEID, "none");
    expect_code(phoneClose(1), PHONEERR_INVALPHONEHANDLE, "phoneClose");
    expect_code(phoneSetLamp(1, 0, 0), PHONEERR_INVALPHONEHANDLE, "phoneSetLamp");
    expect_code(phoneGetStatusW(1, NULL), PHONEERR_INVALPHONEHANDLE, "phoneGetStatus");
    expect_code(phoneShutdown(program.app), PHONEERR_INVALAPPHANDLE, "an application of lines is none of phones");
    NO_APP(lineShutdown(app));
    expect_code(phoneShutdown(app), 0, "phoneShutdown");
    expect_code(phoneShutdown(app), PHONEERR_INVALAPPHANDLE, "twice");
    expect_code(phoneInitialize(&app, NULL, hear, "x", &devices), 0, "phoneInitialize");
    check(devices == 0, "no phones");
    expect_code(phoneShutdown(app), 0, "phoneShutdown");
    expect_code(phoneInitialize(&app, NULL, NULL, "x", &devices), PHONEERR_INVALPOINTER, "no callback");
    expect_code(phoneInitialize(NULL, NULL, hear, "x", &devices), PHONEERR_INVALPOINTER, "nowhere");
    version = 0x00010000;
    expect_code(phoneInitializeExW(&app, NULL, hear, NULL, &devices, &version, NULL), PHONEERR_INCOMPATIBLEAPIVERSION,
                "too old");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    initializing();
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    opening();
    of_lines();
    of_calls();
    of_the_rest();
    phones();
    expect_code(lineDeallocateCall(call), 0, "lineDeallocateCall");
    expect_code(lineClose(line2), 0, "lineClose");
    program_end(&program);
    return tests_done();
}
