/*
 * TAPI 2 when memory runs out, of applications, lines, phones, assisted telephony and translation: what
 * a function cannot do it says, with nothing changed; lineClose and lineShutdown take no memory at all.
 */
#include "tapi2_memory.h"

/* An application whose messages are functions' to take, with a line of its own. */
static Program reader;
static HLINE reader_line;
static Program passing; /* for those that shut down */
static HLINEAPP called_back;
static HLINE called_back_line;
static HPHONEAPP phones;
static LONG heard;
static DWORD version;
static DWORD first_number;
static DWORD second_number;
static LINEMESSAGE message;
static PHONEMESSAGE of_phone;
static union {
    LINEREQMAKECALL a;
    LINEREQMAKECALLW w;
} request;
static char narrow_text[64];
static WCHAR wide_text[64];

static void CALLBACK hear(DWORD device, DWORD what, DWORD_PTR instance, DWORD_PTR first, DWORD_PTR second,
                          DWORD_PTR third_parameter)
{
    (void)device;
    (void)instance;
    (void)second;
    (void)third_parameter;
    if (what == LINE_REPLY) {
        heard = (LONG)first;
    }
}

/* What an assisted call says where there is no memory. */
static HRESULT as_request(LONG code)
{
    return code == TAPIERR_REQUESTFAILED ? E_OUTOFMEMORY : as_hresult(code);
}

/* ---- Applications ---- */

LINE_ACT(close_line, lineClose(passing_line))
LINE_ACT(shut_down, lineShutdown(passing.app))
LINE_ACT(get_message, lineGetMessage(reader.app, &message, PATIENCE))
LINE_ACT(pump, tapi3_line_pump(called_back, PATIENCE) > 0 ? 0 : LINEERR_NOMEM)
LINE_ACT(negotiate, lineNegotiateAPIVersion(program.app, 0, 0x00010003, 0x00030001, &version, NULL))
LINE_ACT(dev_caps, lineGetDevCapsA(program.app, 0, 0x00030001, 0, &space.dev))
LINE_ACT(dev_caps_w, lineGetDevCapsW(program.app, 0, 0x00030001, 0, &space.dev))
LINE_ACT(address_caps, lineGetAddressCapsA(program.app, 0, 0, 0x00030001, 0, &space.address))
LINE_ACT(address_caps_w, lineGetAddressCapsW(program.app, 0, 0, 0x00030001, 0, &space.address))
LINE_ACT(providers, lineGetProviderListA(0x00020000, &space.providers))
LINE_ACT(providers_w, lineGetProviderListW(0x00020000, &space.providers))

static HRESULT negotiate_extension(void)
{
    return refused(lineNegotiateExtVersion(program.app, 0, 0x00030001, 0, 0, &version), LINEERR_OPERATIONUNAVAIL);
}

static HRESULT error_name(void)
{
    return tapi3_line_error_name(LINEERR_NOMEM) != NULL ? S_OK : E_FAIL;
}

/* As make, of any program. */
static HCALL quietly(Program *of, HLINE line, const char *destination, DWORD state)
{
    HCALL made = 0;

    if (lineMakeCallA(line, &made, destination, 0, NULL) <= 0) {
        bail_out("lineMakeCall");
    }
    while (place_of(of, made, LINE_CALLSTATE, state) == of->count) {
        if (!program_take(of, PATIENCE)) {
            bail_out("a call was not made");
        }
    }
    return made;
}

static void prepare_line(void)
{
    prepare();
    passing_line = line_open(&program, 0, LINECALLPRIVILEGE_OWNER);
}

static void prepare_program(void)
{
    prepare();
    program_begin(&passing);
    passing_line = line_open(&passing, 0, LINECALLPRIVILEGE_OWNER);
}

/* A call that is up, one that waits for its digits, and one that is just being dropped. */
static void prepare_calls(Program *of)
{
    forget(of);
    call = quietly(of, passing_line, "1001", LINECALLSTATE_CONNECTED);
    other = quietly(of, passing_line, NULL, LINECALLSTATE_DIALTONE);
    third = quietly(of, passing_line, "1001", LINECALLSTATE_CONNECTED);
    if (lineDrop(third, NULL, 0) <= 0) {
        bail_out("lineDrop");
    }
}

/* One whose callbacks come on a thread of the library's, which the end waits for. */
static void prepare_called_back(void)
{
    DWORD devices;

    prepare();
    if (lineInitialize(&passing.app, NULL, hear, "passing", &devices) != 0 ||
        tapi3_line_use_thread(passing.app) != 0) {
        bail_out("lineInitialize");
    }
}

static void prepare_line_with_calls(void)
{
    prepare_line();
    prepare_calls(&program);
}

static void prepare_program_with_calls(void)
{
    prepare_program();
    prepare_calls(&passing);
}

/* No call is up, and no handle alive. */
static int finish_all_over(void)
{
    LINEDEVSTATUS status;
    int dead = lineDrop(call, NULL, 0) == LINEERR_INVALCALLHANDLE && lineDrop(other, NULL, 0) == LINEERR_INVALCALLHANDLE &&
               lineDrop(third, NULL, 0) == LINEERR_INVALCALLHANDLE;

    settle();
    memset(&status, 0, sizeof status);
    status.dwTotalSize = sizeof status;
    return lineGetLineDevStatus(line1, &status) == 0 && status.dwNumActiveCalls + status.dwNumOnHoldCalls == 0 && dead;
}

static void prepare_message(void)
{
    prepare();
    memset(&message, 0, sizeof message);
    id = lineForwardA(reader_line, 1, 0, NULL, 0, &third, NULL);
}

static int finish_message(void)
{
    return message.dwMessageID == LINE_REPLY && message.dwParam1 == (DWORD_PTR)id;
}

static void prepare_callback(void)
{
    prepare();
    heard = 0;
    id = lineForwardA(called_back_line, 1, 0, NULL, 0, &third, NULL);
}

static int finish_callback(void)
{
    return heard == id;
}

static int finish_version(void)
{
    return version == 0x00030001;
}

/* ---- Open lines ---- */

LINE_ACT(set_messages, lineSetStatusMessages(line1, LINEDEVSTATE_RINGING, 0))
LINE_ACT(get_messages, lineGetStatusMessages(line1, &first_number, &second_number))
LINE_ACT(line_status, lineGetLineDevStatusA(line1, &space.line))
LINE_ACT(line_status_w, lineGetLineDevStatusW(line1, &space.line))
LINE_ACT(set_line_status, lineSetLineDevStatus(line1, LINEDEVSTATUSFLAGS_MSGWAIT, 1))
LINE_ACT(address_status, lineGetAddressStatusA(line1, 0, &space.address_status))
LINE_ACT(address_status_w, lineGetAddressStatusW(line1, 0, &space.address_status))
LINE_ACT(address_id, lineGetAddressIDA(line1, &first_number, LINEADDRESSMODE_DIALABLEADDR, "2001", 5))
LINE_ACT(address_id_w, lineGetAddressIDW(line1, &first_number, LINEADDRESSMODE_DIALABLEADDR, WIDE("2001"), 10))
LINE_ACT(line_id, lineGetIDA(line1, 0, 0, LINECALLSELECT_LINE, &space.text, "tapi/line"))
LINE_ACT(line_id_w, lineGetIDW(line1, 0, 0, LINECALLSELECT_LINE, &space.text, WIDE("tapi/line")))
LINE_ACT(get_rings, lineGetNumRings(line1, 0, &first_number))
LINE_ACT(set_rings, lineSetNumRings(line1, 0, 3))
LINE_ACT(forwarding, lineForwardA(line1, 1, 0, &space.forwards, 3, &third, NULL))
LINE_ACT(forwarding_w, lineForwardW(line1, 1, 0, &space.forwards, 3, &third, NULL))

static void prepare_forwarding(void)
{
    static const char NARROW[] = "1002";
    LINEFORWARDLIST *list = &space.forwards;

    prepare();
    list->dwNumEntries = 1;
    list->ForwardList[0].dwForwardMode = LINEFORWARDMODE_UNCOND;
    list->ForwardList[0].dwDestAddressOffset = sizeof *list;
    list->ForwardList[0].dwDestAddressSize = sizeof NARROW;
    memcpy(space.bytes + sizeof *list, NARROW, sizeof NARROW);
}

static void prepare_forwarding_w(void)
{
    static const OLECHAR WIDE_TEXT[] = { '1', '0', '0', '2', 0 };
    LINEFORWARDLIST *list = &space.forwards;

    prepare_forwarding();
    list->ForwardList[0].dwDestAddressSize = sizeof WIDE_TEXT;
    memcpy(space.bytes + sizeof *list, WIDE_TEXT, sizeof WIDE_TEXT);
}

static int finish_forwarding(void)
{
    int good = reply_is(0);

    id = lineForwardA(line1, 1, 0, NULL, 0, &third, NULL);
    return reply_is(0) && good;
}

/* ---- Assisted telephony ---- */

LINE_ACT(register_recipient, lineRegisterRequestRecipient(program.app, 7, LINEREQUESTMODE_MAKECALL, TRUE))
LINE_ACT(get_request, lineGetRequestA(program.app, LINEREQUESTMODE_MAKECALL, &request.a))
LINE_ACT(get_request_w, lineGetRequestW(program.app, LINEREQUESTMODE_MAKECALL, &request.w))
LINE_ACT(set_priority, lineSetAppPriorityA("x", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, 1))
LINE_ACT(set_priority_w, lineSetAppPriorityW(WIDE("x"), LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, 1))
LINE_ACT(get_priority, lineGetAppPriorityA("x", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, &first_number))
LINE_ACT(get_priority_w, lineGetAppPriorityW(WIDE("x"), LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, &first_number))

static HRESULT request_call(void)
{
    return as_request(tapiRequestMakeCallA("1001", "letter", "Zoe", "hello"));
}

static HRESULT request_call_w(void)
{
    return as_request(tapiRequestMakeCallW(WIDE("1001"), WIDE("letter"), WIDE("Zoe"), WIDE("hello")));
}

static int finish_registered(void)
{
    return lineRegisterRequestRecipient(program.app, 7, LINEREQUESTMODE_MAKECALL, FALSE) == 0;
}

static void prepare_recipient(void)
{
    prepare();
    if (lineRegisterRequestRecipient(program.app, 7, LINEREQUESTMODE_MAKECALL, TRUE) != 0) {
        bail_out("lineRegisterRequestRecipient");
    }
}

static int finish_requested(void)
{
    int good;

    next_of(0, LINE_REQUEST, LINEREQUESTMODE_MAKECALL);
    good = lineGetRequestA(program.app, LINEREQUESTMODE_MAKECALL, &request.a) == 0;
    good = strcmp(request.a.szDestAddress, "1001") == 0 && good;
    return finish_registered() && good;
}

static void prepare_request(void)
{
    prepare_recipient();
    if (tapiRequestMakeCallA("1001", "letter", "Zoe", "hello") != 0) {
        bail_out("tapiRequestMakeCall");
    }
    next_of(0, LINE_REQUEST, LINEREQUESTMODE_MAKECALL);
}

static int finish_first(void)
{
    return lineSetAppPriorityA("x", LINEMEDIAMODE_INTERACTIVEVOICE, NULL, 0, NULL, 0) == 0;
}

/* ---- Translation ---- */

LINE_ACT(translate, lineTranslateAddressA(program.app, 0, 0x00030001, "+49 (30) 123", 0, 0, &space.translation))
LINE_ACT(translate_w, lineTranslateAddressW(program.app, 0, 0x00030001, WIDE("+49 (30) 123"), 0, 0, &space.translation))
LINE_ACT(translate_caps, lineGetTranslateCapsA(program.app, 0x00030001, &space.translate_caps))
LINE_ACT(translate_caps_w, lineGetTranslateCapsW(program.app, 0x00030001, &space.translate_caps))
LINE_ACT(country, lineGetCountryA(49, 0x00030001, &space.countries))
LINE_ACT(country_w, lineGetCountryW(49, 0x00030001, &space.countries))
LINE_ACT(set_location, lineSetCurrentLocation(program.app, space.translate_caps.dwCurrentLocationID))
LINE_ACT(location, tapiGetLocationInfoA(narrow_text, narrow_text + 32))
LINE_ACT(location_w, tapiGetLocationInfoW(wide_text, wide_text + 32))

static HRESULT dialog(void)
{
    return refused(lineTranslateDialogA(program.app, 0, 0x00030001, NULL, "1"), LINEERR_OPERATIONFAILED);
}

static HRESULT dialog_w(void)
{
    return refused(lineTranslateDialogW(program.app, 0, 0x00030001, NULL, WIDE("1")), LINEERR_OPERATIONFAILED);
}

static HRESULT toll_list(void)
{
    return refused(lineSetTollListA(program.app, 0, "+49 (30) 123", LINETOLLLISTOPTION_ADD), LINEERR_OPERATIONUNAVAIL);
}

static HRESULT toll_list_w(void)
{
    return refused(lineSetTollListW(program.app, 0, WIDE("+49 (30) 123"), LINETOLLLISTOPTION_ADD),
                   LINEERR_OPERATIONUNAVAIL);
}

static void prepare_location(void)
{
    prepare();
    if (lineGetTranslateCapsA(program.app, 0x00030001, &space.translate_caps) != 0) {
        bail_out("lineGetTranslateCaps");
    }
}

/* ---- Phones ---- */

LINE_ACT(phones_old, phoneInitialize(&phones, NULL, hear, "x", &first_number))
LINE_ACT(phones_a, phoneInitializeExA(&phones, NULL, hear, "x", &first_number, &version, NULL))
LINE_ACT(phones_w, phoneInitializeExW(&phones, NULL, hear, WIDE("x"), &first_number, &version, NULL))
LINE_ACT(phones_end, phoneShutdown(phones))

static HRESULT phone_message(void)
{
    return refused(phoneGetMessage(phones, &of_phone, 0), PHONEERR_OPERATIONFAILED);
}

static void prepare_version(void)
{
    prepare();
    version = 0x00030001;
}

static void prepare_phones(void)
{
    PHONEINITIALIZEEXPARAMS parameters;

    prepare_version();
    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwOptions = PHONEINITIALIZEEXOPTION_USEEVENT;
    if (phoneInitializeExA(&phones, NULL, NULL, "x", &first_number, &version, &parameters) != 0) {
        bail_out("phoneInitializeEx");
    }
}

static int finish_phones(void)
{
    return phoneShutdown(phones) == 0;
}

static const Scenario FALLIBLE[] = {
    { "lineGetMessage", prepare_message, get_message, NULL, finish_message },
    { "tapi3_line_pump", prepare_callback, pump, NULL, finish_callback },
    { "tapi3_line_error_name", prepare, error_name, NULL, finish_nothing },
    { "lineNegotiateAPIVersion", prepare, negotiate, NULL, finish_version },
    { "lineNegotiateExtVersion", prepare, negotiate_extension, NULL, finish_nothing },
    { "lineGetDevCapsA", prepare, dev_caps, NULL, finish_filled },
    { "lineGetDevCapsW", prepare, dev_caps_w, NULL, finish_filled },
    { "lineGetAddressCapsA", prepare, address_caps, NULL, finish_filled },
    { "lineGetAddressCapsW", prepare, address_caps_w, NULL, finish_filled },
    { "lineGetProviderListA", prepare, providers, NULL, finish_filled },
    { "lineGetProviderListW", prepare, providers_w, NULL, finish_filled },
    { "lineSetStatusMessages", prepare, set_messages, NULL, finish_nothing },
    { "lineGetStatusMessages", prepare, get_messages, NULL, finish_nothing },
    { "lineGetLineDevStatusA", prepare, line_status, NULL, finish_filled },
    { "lineGetLineDevStatusW", prepare, line_status_w, NULL, finish_filled },
    { "lineSetLineDevStatus", prepare, set_line_status, NULL, finish_plain_reply },
    { "lineGetAddressStatusA", prepare, address_status, NULL, finish_filled },
    { "lineGetAddressStatusW", prepare, address_status_w, NULL, finish_filled },
    { "lineGetAddressIDA", prepare, address_id, NULL, finish_nothing },
    { "lineGetAddressIDW", prepare, address_id_w, NULL, finish_nothing },
    { "lineGetIDA", prepare, line_id, NULL, finish_filled },
    { "lineGetIDW", prepare, line_id_w, NULL, finish_filled },
    { "lineGetNumRings", prepare, get_rings, NULL, finish_nothing },
    { "lineSetNumRings", prepare, set_rings, NULL, finish_nothing },
    { "lineForwardA", prepare_forwarding, forwarding, NULL, finish_forwarding },
    { "lineForwardW", prepare_forwarding_w, forwarding_w, NULL, finish_forwarding },
    { "lineRegisterRequestRecipient", prepare, register_recipient, NULL, finish_registered },
    { "tapiRequestMakeCallA", prepare_recipient, request_call, NULL, finish_requested },
    { "tapiRequestMakeCallW", prepare_recipient, request_call_w, NULL, finish_requested },
    { "lineGetRequestA", prepare_request, get_request, NULL, finish_registered },
    { "lineGetRequestW", prepare_request, get_request_w, NULL, finish_registered },
    { "lineSetAppPriorityA", prepare, set_priority, NULL, finish_first },
    { "lineSetAppPriorityW", prepare, set_priority_w, NULL, finish_first },
    { "lineGetAppPriorityA", prepare, get_priority, NULL, finish_nothing },
    { "lineGetAppPriorityW", prepare, get_priority_w, NULL, finish_nothing },
    { "lineTranslateAddressA", prepare, translate, NULL, finish_filled },
    { "lineTranslateAddressW", prepare, translate_w, NULL, finish_filled },
    { "lineGetTranslateCapsA", prepare, translate_caps, NULL, finish_filled },
    { "lineGetTranslateCapsW", prepare, translate_caps_w, NULL, finish_filled },
    { "lineGetCountryA", prepare, country, NULL, finish_filled },
    { "lineGetCountryW", prepare, country_w, NULL, finish_filled },
    { "lineSetCurrentLocation", prepare_location, set_location, NULL, finish_nothing },
    { "lineTranslateDialogA", prepare, dialog, NULL, finish_nothing },
    { "lineTranslateDialogW", prepare, dialog_w, NULL, finish_nothing },
    { "lineSetTollListA", prepare, toll_list, NULL, finish_nothing },
    { "lineSetTollListW", prepare, toll_list_w, NULL, finish_nothing },
    { "tapiGetLocationInfoA", prepare, location, NULL, finish_nothing },
    { "tapiGetLocationInfoW", prepare, location_w, NULL, finish_nothing },
    { "phoneInitialize", prepare, phones_old, NULL, finish_phones },
    { "phoneInitializeExA", prepare_version, phones_a, NULL, finish_phones },
    { "phoneInitializeExW", prepare_version, phones_w, NULL, finish_phones },
    { "phoneGetMessage", prepare_phones, phone_message, NULL, finish_phones },
};

static const Scenario INFALLIBLE[] = {
    { "lineShutdown where a thread calls back", prepare_called_back, shut_down, NULL, finish_gone },
    { "lineClose", prepare_line, close_line, NULL, finish_gone },
    { "lineShutdown", prepare_program, shut_down, NULL, finish_gone },
    { "lineClose of a line with calls", prepare_line_with_calls, close_line, NULL, finish_all_over },
    { "lineShutdown of an application with calls", prepare_program_with_calls, shut_down, NULL, finish_all_over },
    { "phoneShutdown", prepare_phones, phones_end, NULL, finish_nothing },
};

static void begin_called_back(void)
{
    DWORD devices;

    if (lineInitialize(&called_back, NULL, hear, "called back", &devices) != 0 ||
        lineOpenA(called_back, 0, &called_back_line, 0x00020002, 0, 0, LINECALLPRIVILEGE_NONE, 0, NULL) != 0) {
        bail_out("lineInitialize");
    }
}

/* ---- Applications that come and go while the engine runs on for another user ---- */

static void one_application(void)
{
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    program_end(&program);
}

static void test_nothing_stays_of_an_application(void)
{
    static Client other_user;
    long before;
    int i;

    client_open(&other_user, 0);
    for (i = 0; i < 4; i++) {
        one_application();
    }
    before = live_blocks();
    for (i = 0; i < 16; i++) {
        one_application();
    }
    check(live_blocks() < before + 16, "nothing of an application stays with the engine");
    client_close(&other_user);
}

/* ---- A line whose thread waits for memory ---- */

/* More messages than there is room for without memory. */
#define MANY 2000

static void test_closing_waits_for_no_memory(void)
{
    struct timespec moment = { 0, 200000000 };
    DWORD i;

    program_begin(&passing);
    passing_line = line_open(&passing, 0, LINECALLPRIVILEGE_OWNER);
    call = quietly(&passing, passing_line, "1001", LINECALLSTATE_CONNECTED);
    fail_on_other_threads(1);
    for (i = 1; i <= MANY; i++) {
        lineSetAppSpecific(call, i);
    }
    /* The thread that tells of these has no memory for it by now. */
    nanosleep(&moment, NULL);
    expect_code(lineClose(passing_line), 0, "lineClose while there is no memory");
    fail_on_other_threads(0);
    program_end(&passing);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[location]\nname = \"Office\"\nid = 7\ncountry = 49\narea = \"30\"\noutside = \"0\"\n"
              "[card]\nname = \"Example\"\nid = 3\nnumber = \"4711\"\nsame_area = \"18,H,G\"\n"
              "long_distance = \"18,H,FG\"\ninternational = \"18,H,01EFG\"\n");
    program_begin(&program);
    program_begin(&reader);
    begin_called_back();
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    reader_line = line_open(&reader, 0, LINECALLPRIVILEGE_NONE);
    for (i = 0; i < sizeof FALLIBLE / sizeof FALLIBLE[0]; i++) {
        survive(&FALLIBLE[i]);
    }
    for (i = 0; i < sizeof INFALLIBLE / sizeof INFALLIBLE[0]; i++) {
        survive_without_memory(&INFALLIBLE[i]);
    }
    program_end(&program);
    program_end(&reader);
    expect_code(lineShutdown(called_back), 0, "lineShutdown");
    configure(NULL);
    test_nothing_stays_of_an_application();
    test_closing_waits_for_no_memory();
    return tests_done();
}
