/*
 * TAPI 2 when memory runs out: what a function cannot do it says (LINEERR_NOMEM), with nothing changed;
 * lineDrop and whatever lets go take no memory at all.
 */
#include "tapi2_test.h"

#include "handed_out.h"

static Program program;
static Program passing; /* for those that shut down */
static HLINE line1;
static HLINE line2;
static HLINE passing_line;
static HCALL call;
static HCALL other;
static HCALL third;
static LONG id;
static union {
    unsigned char bytes[2048];
    LINEDEVCAPS dev;
    LINEADDRESSCAPS address;
    LINECALLINFO info;
    LINECALLSTATUS status;
    LINEDEVSTATUS line;
    LINEADDRESSSTATUS address_status;
    LINECALLLIST list;
    LINEPROVIDERLIST providers;
    VARSTRING text;
} space;

#define LINE_ACT(name, expression)                                                                 \
    static HRESULT name(void)                                                                      \
    {                                                                                              \
        return as_hresult(expression);                                                             \
    }

/* ---- Quietly: no TAP lines of their own ---- */

static LINEMESSAGE next_of(DWORD device, DWORD message, DWORD_PTR first)
{
    for (;;) {
        size_t place = place_of(&program, device, message, first);

        if (place < program.count) {
            return program.seen[place];
        }
        if (!program_take(&program, PATIENCE)) {
            size_t i;

            for (i = 0; i < program.count; i++) {
                const LINEMESSAGE *m = &program.seen[i];

                note("message %u of 0x%x: 0x%lx 0x%lx 0x%lx", (unsigned)m->dwMessageID, (unsigned)m->hDevice,
                     (unsigned long)m->dwParam1, (unsigned long)m->dwParam2, (unsigned long)m->dwParam3);
            }
            bail_out("message %u of 0x%x (0x%lx) did not come", (unsigned)message, (unsigned)device,
                     (unsigned long)first);
        }
    }
}

static int reply_is(LONG wanted)
{
    return (LONG)next_of(0, LINE_REPLY, (DWORD_PTR)id).dwParam2 == wanted;
}

/* A function's answer as scenarios know it: at once, or by the reply to its request. */
static HRESULT as_hresult(LONG code)
{
    if (code > 0) {
        id = code;
        code = (LONG)next_of(0, LINE_REPLY, (DWORD_PTR)id).dwParam2;
    }
    return code == 0 ? S_OK : code == LINEERR_NOMEM ? E_OUTOFMEMORY : E_FAIL;
}

static HCALL make(HLINE line, const char *destination, DWORD state)
{
    HCALL made = 0;

    id = lineMakeCallA(line, &made, destination, 0, NULL);
    if (id <= 0 || !reply_is(0)) {
        bail_out("lineMakeCall");
    }
    next_of(made, LINE_CALLSTATE, state);
    return made;
}

static int end(HCALL which)
{
    LONG code = lineDrop(which, NULL, 0);

    if (code > 0) {
        id = code;
        next_of(0, LINE_REPLY, (DWORD_PTR)id);
    } else if (code != LINEERR_INVALCALLSTATE) {
        return 0;
    }
    next_of(which, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    return lineDeallocateCall(which) == 0;
}

/* Whatever was on its way has come. */
static void settle(void)
{
    end(make(line1, "9999", LINECALLSTATE_IDLE));
}

static void prepare(void)
{
    forget(&program);
    call = other = third = 0;
    memset(&space, 0, sizeof space);
    space.dev.dwTotalSize = sizeof space;
}

static void prepare_connected(void)
{
    prepare();
    call = make(line1, "1001", LINECALLSTATE_CONNECTED);
}

static void prepare_held(void)
{
    prepare_connected();
    id = lineHold(call);
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_ONHOLD);
}

static void prepare_two(void)
{
    prepare_held();
    other = make(line1, "1001", LINECALLSTATE_CONNECTED);
}

static void prepare_offered(void)
{
    prepare();
    other = make(line1, "2002", LINECALLSTATE_PROCEEDING);
    call = (HCALL)next_of(line2, LINE_APPNEWCALL, ANYTHING).dwParam2;
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_OFFERING);
}

static void prepare_dial_tone(void)
{
    prepare();
    call = make(line1, NULL, LINECALLSTATE_DIALTONE);
}

static int finish_made(void)
{
    int good = reply_is(0);

    next_of(call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    good = end(call) && good;
    settle();
    return good;
}

static int finish_seized(void)
{
    int good = reply_is(0);

    next_of(call, LINE_CALLSTATE, LINECALLSTATE_DIALTONE);
    return end(call) && good;
}

static int finish_call(void)
{
    int good = end(call);

    settle();
    return good;
}

static int finish_replied(void)
{
    int good = reply_is(0);

    return finish_call() && good;
}

static int finish_both(void)
{
    int good = reply_is(0);

    good = end(call) && end(other) && good;
    settle();
    return good;
}

static int finish_left(void)
{
    int good = reply_is(0);

    next_of(call, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    good = lineDeallocateCall(call) == 0 && good;
    if (other != 0) {
        next_of(other, LINE_CALLSTATE, LINECALLSTATE_IDLE);
        good = lineDeallocateCall(other) == 0 && good;
    }
    settle();
    return good;
}

static int finish_parked(void)
{
    char where[32];
    int good = reply_is(0);

    memset(where, 0, sizeof where);
    memcpy(where, space.bytes + space.text.dwStringOffset, space.text.dwStringSize);
    good = finish_left() && good;
    id = lineUnparkA(line1, 0, &call, where);
    good = reply_is(0) && good;
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    return finish_call() && good;
}

static int finish_over(void)
{
    int good = reply_is(0);

    next_of(call, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    good = lineDeallocateCall(call) == 0 && good;
    settle();
    return good;
}

static int finish_gone(void)
{
    settle();
    return 1;
}

static int finish_filled(void)
{
    return space.dev.dwUsedSize > 12;
}

static int finish_filled_call(void)
{
    return finish_filled() && finish_call();
}

static int is_connected(void)
{
    return state_now(call) == LINECALLSTATE_CONNECTED;
}

static int nothing_made(void)
{
    return lineDrop(call, NULL, 0) == LINEERR_INVALCALLHANDLE;
}

LINE_ACT(make_call, lineMakeCallA(line1, &call, "1001", 0, NULL))
LINE_ACT(make_call_w, lineMakeCallW(line1, &call, (const WCHAR *)OLESTR("1001"), 0, NULL))
LINE_ACT(seize, lineMakeCallA(line1, &call, NULL, 0, NULL))
LINE_ACT(dial, lineDialA(call, "1001", 0))
LINE_ACT(answer, lineAnswer(call, NULL, 0))
LINE_ACT(accept_it, lineAccept(call, NULL, 0))
LINE_ACT(drop, lineDrop(call, NULL, 0))
LINE_ACT(deallocate, lineDeallocateCall(call))
LINE_ACT(hold, lineHold(call))
LINE_ACT(unhold, lineUnhold(call))
LINE_ACT(swap, lineSwapHold(other, call))
LINE_ACT(set_up_transfer, lineSetupTransferA(call, &other, NULL))
LINE_ACT(complete, lineCompleteTransfer(call, other, NULL, LINETRANSFERMODE_TRANSFER))
LINE_ACT(blind, lineBlindTransferA(call, "1001", 0))
LINE_ACT(join, lineCompleteTransfer(call, other, &third, LINETRANSFERMODE_CONFERENCE))
LINE_ACT(park, lineParkA(call, LINEPARKMODE_NONDIRECTED, NULL, &space.text))
LINE_ACT(dev_caps, lineGetDevCapsW(program.app, 0, 0x00030001, 0, &space.dev))
LINE_ACT(address_caps, lineGetAddressCapsW(program.app, 0, 0, 0x00030001, 0, &space.address))
LINE_ACT(call_info, lineGetCallInfoW(call, &space.info))
LINE_ACT(call_status, lineGetCallStatus(call, &space.status))
LINE_ACT(line_status, lineGetLineDevStatusW(line1, &space.line))
LINE_ACT(address_status, lineGetAddressStatusW(line1, 0, &space.address_status))
LINE_ACT(providers, lineGetProviderListW(0x00020000, &space.providers))
LINE_ACT(line_id, lineGetIDW(line1, 0, 0, LINECALLSELECT_LINE, &space.text, (const WCHAR *)OLESTR("tapi/line")))
LINE_ACT(new_calls, lineGetNewCalls(line2, 0, LINECALLSELECT_LINE, &space.list))
LINE_ACT(monitor_digits, lineMonitorDigits(call, LINEDIGITMODE_DTMF))
LINE_ACT(call_data, lineSetCallData(call, &space, 16))
LINE_ACT(app_specific, lineSetAppSpecific(call, 77))
LINE_ACT(forwarding, lineForwardA(line1, 1, 0, NULL, 0, &third, NULL))
LINE_ACT(close_line, lineClose(passing_line))
LINE_ACT(shut_down, lineShutdown(passing.app))

static void prepare_line(void)
{
    prepare();
    passing_line = line_open(&program, 0, LINECALLPRIVILEGE_OWNER);
}

static void prepare_program(void)
{
    prepare();
    program_begin(&passing);
    passing_line = line_open(&passing, 0, LINECALLPRIVILEGE_NONE);
}

static int finish_transfer_begun(void)
{
    int good = reply_is(0);

    next_of(other, LINE_CALLSTATE, LINECALLSTATE_DIALTONE);
    good = end(other) && good;
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    return finish_call() && good;
}

static int finish_joined(void)
{
    int good = reply_is(0);

    next_of(third, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    good = end(call) && end(other) && good;
    next_of(third, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    good = lineDeallocateCall(third) == 0 && good;
    settle();
    return good;
}

static int finish_plain_reply(void)
{
    return reply_is(0);
}

static const Scenario FALLIBLE[] = {
    { "lineMakeCallA", prepare, make_call, nothing_made, finish_made },
    { "lineMakeCallW", prepare, make_call_w, nothing_made, finish_made },
    { "lineMakeCall without a destination", prepare, seize, nothing_made, finish_seized },
    { "lineDial", prepare_dial_tone, dial, NULL, finish_made },
    { "lineAnswer", prepare_offered, answer, NULL, finish_both },
    { "lineAccept", prepare_offered, accept_it, NULL, finish_both },
    { "lineHold", prepare_connected, hold, is_connected, finish_replied },
    { "lineUnhold", prepare_held, unhold, NULL, finish_replied },
    { "lineSwapHold", prepare_two, swap, NULL, finish_both },
    { "lineSetupTransfer", prepare_connected, set_up_transfer, is_connected, finish_transfer_begun },
    { "lineCompleteTransfer", prepare_two, complete, NULL, finish_left },
    { "lineCompleteTransfer, to a conference", prepare_two, join, NULL, finish_joined },
    { "lineBlindTransfer", prepare_connected, blind, is_connected, finish_left },
    { "linePark", prepare_connected, park, is_connected, finish_parked },
    { "lineGetDevCaps", prepare, dev_caps, NULL, finish_filled },
    { "lineGetAddressCaps", prepare, address_caps, NULL, finish_filled },
    { "lineGetCallInfo", prepare_connected, call_info, NULL, finish_filled_call },
    { "lineGetCallStatus", prepare_connected, call_status, NULL, finish_filled_call },
    { "lineGetLineDevStatus", prepare, line_status, NULL, finish_filled },
    { "lineGetAddressStatus", prepare, address_status, NULL, finish_filled },
    { "lineGetProviderList", prepare, providers, NULL, finish_filled },
    { "lineGetID", prepare, line_id, NULL, finish_filled },
    { "lineGetNewCalls", prepare, new_calls, NULL, finish_filled },
    { "lineMonitorDigits", prepare_connected, monitor_digits, NULL, finish_call },
    { "lineSetCallData", prepare_connected, call_data, NULL, finish_replied },
    { "lineSetAppSpecific", prepare_connected, app_specific, NULL, finish_call },
    { "lineForward", prepare, forwarding, NULL, finish_plain_reply },
};

static const Scenario INFALLIBLE[] = {
    { "lineDrop of a connected call", prepare_connected, drop, NULL, finish_over },
    { "lineDrop of a call on hold", prepare_held, drop, NULL, finish_over },
    { "lineDrop of a call that waits for digits", prepare_dial_tone, drop, NULL, finish_over },
    { "lineDeallocateCall", prepare_connected, deallocate, NULL, finish_gone },
    { "lineClose", prepare_line, close_line, NULL, finish_gone },
    { "lineShutdown", prepare_program, shut_down, NULL, finish_gone },
};

/* ---- A call of which no hang-up is ever confirmed: 1006 answers so ---- */

static void prepare_not_dropped(void)
{
    prepare();
    call = make(line1, "1006", LINECALLSTATE_CONNECTED);
    id = lineDrop(call, NULL, 0);
    tapi3_clock_advance(121000);
    if (!reply_is(LINEERR_OPERATIONFAILED)) {
        bail_out("the first lineDrop");
    }
}

static HRESULT drop_again(void)
{
    id = lineDrop(call, NULL, 0);
    return id > 0 ? S_OK : E_OUTOFMEMORY;
}

static int finish_not_dropped(void)
{
    int good;

    tapi3_clock_advance(121000);
    good = reply_is(LINEERR_OPERATIONFAILED);
    return lineDeallocateCall(call) == 0 && good;
}

static const Scenario DROPPED_AGAIN = {
    "lineDrop behind one that came to nothing", prepare_not_dropped, drop_again, NULL, finish_not_dropped
};

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

int main(void)
{
    size_t i;

    tests_begin(600);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    for (i = 0; i < sizeof FALLIBLE / sizeof FALLIBLE[0]; i++) {
        survive(&FALLIBLE[i]);
    }
    for (i = 0; i < sizeof INFALLIBLE / sizeof INFALLIBLE[0]; i++) {
        survive_without_memory(&INFALLIBLE[i]);
    }
    program_end(&program);
    configure("clock = \"manual\"\noperation_timeout = \"2m\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    /* The network goes on being told of these, so something of each stays. */
    expect_no_blocks_left(0);
    survive_without_memory(&DROPPED_AGAIN);
    expect_no_blocks_left(1);
    program_end(&program);
    configure(NULL);
    test_nothing_stays_of_an_application();
    return tests_done();
}
