/*
 * TAPI 2 when memory runs out, of calls: what a function cannot do it says (LINEERR_NOMEM), with nothing changed;
 * lineDrop and lineDeallocateCall take no memory at all.
 */
#include "tapi2_memory.h"

#include <unistd.h>

static HLINE line2;
static HCALL fourth;
static char where[32];
static WCHAR where_wide[32];
static char gathered[8];
static WCHAR gathered_wide[8];
static char own_name[256];
static WCHAR own_name_wide[256];

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

/* Takes the call back from where `where` has it by now. */
static int finish_parked_there(int good)
{
    good = finish_left() && good;
    id = lineUnparkA(line1, 0, &call, where);
    good = reply_is(0) && good;
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    return finish_call() && good;
}

static int finish_parked(void)
{
    int good = reply_is(0);

    memset(where, 0, sizeof where);
    memcpy(where, space.bytes + space.text.dwStringOffset, space.text.dwStringSize);
    return finish_parked_there(good);
}

static int finish_parked_w(void)
{
    int good = reply_is(0);
    size_t i;

    memset(where_wide, 0, sizeof where_wide);
    memcpy(where_wide, space.bytes + space.text.dwStringOffset, space.text.dwStringSize);
    for (i = 0; i < sizeof where; i++) {
        where[i] = (char)where_wide[i];
    }
    return finish_parked_there(good);
}

static int finish_over(void)
{
    int good = reply_is(0);

    next_of(call, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    good = lineDeallocateCall(call) == 0 && good;
    settle();
    return good;
}

static int finish_filled_call(void)
{
    return finish_filled() && finish_call();
}

static int is_connected(void)
{
    return state_now(call) == LINECALLSTATE_CONNECTED;
}

/* No handle is left where one was to be. */
static int nothing_made(void)
{
    return call == 0;
}

LINE_ACT(make_call, lineMakeCallA(line1, &call, "1001", 0, NULL))
LINE_ACT(make_call_w, lineMakeCallW(line1, &call, (const WCHAR *)OLESTR("1001"), 0, NULL))
LINE_ACT(seize, lineMakeCallA(line1, &call, NULL, 0, NULL))
LINE_ACT(dial, lineDialA(call, "1001", 0))
LINE_ACT(dial_w, lineDialW(call, WIDE("1001"), 0))
LINE_ACT(answer, lineAnswer(call, NULL, 0))
LINE_ACT(accept_it, lineAccept(call, NULL, 0))
LINE_ACT(drop, lineDrop(call, NULL, 0))
LINE_ACT(deallocate, lineDeallocateCall(call))
LINE_ACT(hold, lineHold(call))
LINE_ACT(unhold, lineUnhold(call))
LINE_ACT(swap, lineSwapHold(other, call))
LINE_ACT(set_up_transfer, lineSetupTransferA(call, &other, NULL))
LINE_ACT(set_up_transfer_w, lineSetupTransferW(call, &other, NULL))
LINE_ACT(complete, lineCompleteTransfer(call, other, NULL, LINETRANSFERMODE_TRANSFER))
LINE_ACT(blind, lineBlindTransferA(call, "1001", 0))
LINE_ACT(blind_w, lineBlindTransferW(call, WIDE("1001"), 0))
LINE_ACT(join, lineCompleteTransfer(call, other, &third, LINETRANSFERMODE_CONFERENCE))
LINE_ACT(park, lineParkA(call, LINEPARKMODE_NONDIRECTED, NULL, &space.text))
LINE_ACT(park_w, lineParkW(call, LINEPARKMODE_NONDIRECTED, NULL, &space.text))
LINE_ACT(unpark, lineUnparkA(line1, 0, &call, where))
LINE_ACT(unpark_w, lineUnparkW(line1, 0, &call, where_wide))
LINE_ACT(pick_up, linePickupA(line1, 0, &third, "2002", NULL))
LINE_ACT(pick_up_w, linePickupW(line1, 0, &third, WIDE("2002"), NULL))
LINE_ACT(set_up_conference, lineSetupConferenceA(call, 0, &third, &other, 3, NULL))
LINE_ACT(set_up_conference_w, lineSetupConferenceW(call, 0, &third, &other, 3, NULL))
LINE_ACT(prepare_to_add, linePrepareAddToConferenceA(third, &fourth, NULL))
LINE_ACT(prepare_to_add_w, linePrepareAddToConferenceW(third, &fourth, NULL))
LINE_ACT(add, lineAddToConference(third, fourth))
LINE_ACT(remove_member, lineRemoveFromConference(other))
LINE_ACT(members, lineGetConfRelatedCalls(call, &space.list))
LINE_ACT(hand_off, lineHandoffA(call, own_name, 0))
LINE_ACT(hand_off_w, lineHandoffW(call, own_name_wide, 0))
LINE_ACT(new_calls, lineGetNewCalls(passing_line, 0, LINECALLSELECT_LINE, &space.list))
LINE_ACT(own, lineSetCallPrivilege(third, LINECALLPRIVILEGE_OWNER))
LINE_ACT(set_media, lineSetMediaMode(call, LINEMEDIAMODE_INTERACTIVEVOICE))
LINE_ACT(monitor_media, lineMonitorMedia(call, LINEMEDIAMODE_INTERACTIVEVOICE))
LINE_ACT(generate, lineGenerateDigitsA(call, LINEDIGITMODE_DTMF, "1", 50))
LINE_ACT(generate_w, lineGenerateDigitsW(call, LINEDIGITMODE_DTMF, WIDE("1"), 50))
LINE_ACT(gather, lineGatherDigitsA(call, LINEDIGITMODE_DTMF, gathered, 1, "#", 0, 0))
LINE_ACT(gather_w, lineGatherDigitsW(call, LINEDIGITMODE_DTMF, gathered_wide, 1, WIDE("#"), 0, 0))
LINE_ACT(call_info, lineGetCallInfoW(call, &space.info))
LINE_ACT(call_info_a, lineGetCallInfoA(call, &space.info))
LINE_ACT(call_status, lineGetCallStatus(call, &space.status))
LINE_ACT(monitor_digits, lineMonitorDigits(call, LINEDIGITMODE_DTMF))
LINE_ACT(call_data, lineSetCallData(call, &space, 16))
LINE_ACT(app_specific, lineSetAppSpecific(call, 77))

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

static int finish_generating(void)
{
    int good = lineGenerateDigitsA(call, LINEDIGITMODE_DTMF, NULL, 0) == 0;

    next_of(call, LINE_GENERATE, ANYTHING);
    return finish_call() && good;
}

static int finish_gathering(void)
{
    int good = lineGatherDigitsA(call, LINEDIGITMODE_DTMF, NULL, 0, NULL, 0, 0) == 0;

    next_of(call, LINE_GATHERDIGITS, ANYTHING);
    return finish_call() && good;
}

static void prepare_parked(void)
{
    size_t i;

    prepare_connected();
    id = lineParkA(call, LINEPARKMODE_NONDIRECTED, NULL, &space.text);
    if (id <= 0 || !reply_is(0)) {
        bail_out("linePark");
    }
    memset(where, 0, sizeof where);
    memcpy(where, space.bytes + space.text.dwStringOffset, space.text.dwStringSize);
    for (i = 0; i < sizeof where; i++) {
        where_wide[i] = (WCHAR)where[i];
    }
    ended(call);
}

static int finish_unparked(void)
{
    int good = reply_is(0);

    next_of(call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    return finish_call() && good;
}

static int finish_picked_up(void)
{
    int good = reply_is(0);

    next_of(third, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    good = end(third) && good;
    good = ended(call) && ended(other) && good;
    settle();
    return good;
}

static int finish_conference_begun(void)
{
    int good = reply_is(0);

    next_of(other, LINE_CALLSTATE, LINECALLSTATE_DIALTONE);
    good = end(other) && good;
    good = ended(third) && good;
    next_of(call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
    return finish_call() && good;
}

static void prepare_conference(void)
{
    prepare_two();
    id = lineCompleteTransfer(call, other, &third, LINETRANSFERMODE_CONFERENCE);
    if (id <= 0 || !reply_is(0)) {
        bail_out("lineCompleteTransfer");
    }
    next_of(third, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
}

static int finish_conference(void)
{
    int good = end(third);

    good = ended(call) && ended(other) && good;
    settle();
    return good;
}

static int finish_adding(void)
{
    int good = reply_is(0);

    next_of(fourth, LINE_CALLSTATE, LINECALLSTATE_DIALTONE);
    good = end(fourth) && good;
    return finish_conference() && good;
}

static void prepare_fourth(void)
{
    prepare_conference();
    id = linePrepareAddToConferenceA(third, &fourth, NULL);
    if (id <= 0 || !reply_is(0)) {
        bail_out("linePrepareAddToConference");
    }
    id = lineDialA(fourth, "1001", 0);
    next_of(fourth, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
}

static int finish_added(void)
{
    int good = reply_is(0);

    next_of(fourth, LINE_CALLSTATE, LINECALLSTATE_CONFERENCED);
    good = finish_conference() && good;
    return ended(fourth) && good;
}

static int finish_removed(void)
{
    int good = reply_is(0);

    good = ended(other) && good;
    good = end(third) && ended(call) && good;
    settle();
    return good;
}

static int finish_members(void)
{
    return space.list.dwCallsNumEntries == 3 && finish_conference();
}

static void prepare_hand_off(void)
{
    prepare_offered();
    passing_line = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
}

static int finish_handed_off(void)
{
    int good;

    third = (HCALL)next_of(passing_line, LINE_APPNEWCALL, ANYTHING).dwParam2;
    next_of(third, LINE_CALLSTATE, LINECALLSTATE_OFFERING);
    good = end(third);
    good = ended(call) && ended(other) && good;
    settle();
    return lineClose(passing_line) == 0 && good;
}

static void prepare_found(void)
{
    prepare_connected();
    passing_line = line_open(&program, 0, LINECALLPRIVILEGE_MONITOR);
}

static int finish_found(void)
{
    int good = space.list.dwCallsNumEntries == 1;
    HCALL found;

    memcpy(&found, space.bytes + space.list.dwCallsOffset, sizeof found);
    good = lineDeallocateCall(found) == 0 && good;
    good = lineClose(passing_line) == 0 && good;
    return finish_call() && good;
}

static void prepare_monitored(void)
{
    prepare_found();
    if (lineGetNewCalls(passing_line, 0, LINECALLSELECT_LINE, &space.list) != 0) {
        bail_out("lineGetNewCalls");
    }
    memcpy(&third, space.bytes + space.list.dwCallsOffset, sizeof third);
}

static int finish_owned(void)
{
    int good = end(third);

    good = ended(call) && good;
    settle();
    return lineClose(passing_line) == 0 && good;
}

static void find_own_name(void)
{
    char path[1024];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    size_t i;

    if (length <= 0) {
        bail_out("/proc/self/exe");
    }
    path[length] = 0;
    snprintf(own_name, sizeof own_name, "%s", strrchr(path, '/') + 1);
    for (i = 0; i < sizeof own_name; i++) {
        own_name_wide[i] = (WCHAR)own_name[i];
    }
}

LINE_ACT(drop_consultation, lineDrop(other, NULL, 0))
LINE_ACT(drop_conference, lineDrop(third, NULL, 0))

static int finish_refused(void)
{
    int good = reply_is(0);

    good = ended(call) && ended(other) && good;
    settle();
    return good;
}

static void prepare_consultation(void)
{
    prepare_connected();
    id = lineSetupTransferA(call, &other, NULL);
    if (id <= 0 || !reply_is(0)) {
        bail_out("lineSetupTransfer");
    }
    id = lineDialA(other, "1001", 0);
    next_of(other, LINE_CALLSTATE, LINECALLSTATE_CONNECTED);
}

static int finish_consultation(void)
{
    int good = reply_is(0);

    good = ended(other) && good;
    good = end(call) && good;
    settle();
    return good;
}

static int finish_conference_over(void)
{
    int good = reply_is(0);

    good = ended(call) && ended(other) && ended(third) && good;
    settle();
    return good;
}

static const Scenario FALLIBLE[] = {
    { "lineMakeCallA", prepare, make_call, nothing_made, finish_made },
    { "lineMakeCallW", prepare, make_call_w, nothing_made, finish_made },
    { "lineMakeCall without a destination", prepare, seize, nothing_made, finish_seized },
    { "lineDialA", prepare_dial_tone, dial, NULL, finish_made },
    { "lineDialW", prepare_dial_tone, dial_w, NULL, finish_made },
    { "lineAnswer", prepare_offered, answer, NULL, finish_both },
    { "lineAccept", prepare_offered, accept_it, NULL, finish_both },
    { "lineHold", prepare_connected, hold, is_connected, finish_replied },
    { "lineUnhold", prepare_held, unhold, NULL, finish_replied },
    { "lineSwapHold", prepare_two, swap, NULL, finish_both },
    { "lineSetupTransferA", prepare_connected, set_up_transfer, is_connected, finish_transfer_begun },
    { "lineSetupTransferW", prepare_connected, set_up_transfer_w, is_connected, finish_transfer_begun },
    { "lineCompleteTransfer", prepare_two, complete, NULL, finish_left },
    { "lineCompleteTransfer, to a conference", prepare_two, join, NULL, finish_joined },
    { "lineBlindTransferA", prepare_connected, blind, is_connected, finish_left },
    { "lineBlindTransferW", prepare_connected, blind_w, is_connected, finish_left },
    { "lineParkA", prepare_connected, park, is_connected, finish_parked },
    { "lineParkW", prepare_connected, park_w, is_connected, finish_parked_w },
    { "lineUnparkA", prepare_parked, unpark, NULL, finish_unparked },
    { "lineUnparkW", prepare_parked, unpark_w, NULL, finish_unparked },
    { "linePickupA", prepare_offered, pick_up, NULL, finish_picked_up },
    { "linePickupW", prepare_offered, pick_up_w, NULL, finish_picked_up },
    { "lineSetupConferenceA", prepare_connected, set_up_conference, is_connected, finish_conference_begun },
    { "lineSetupConferenceW", prepare_connected, set_up_conference_w, is_connected, finish_conference_begun },
    { "linePrepareAddToConferenceA", prepare_conference, prepare_to_add, NULL, finish_adding },
    { "linePrepareAddToConferenceW", prepare_conference, prepare_to_add_w, NULL, finish_adding },
    { "lineAddToConference", prepare_fourth, add, NULL, finish_added },
    { "lineRemoveFromConference", prepare_conference, remove_member, NULL, finish_removed },
    { "lineGetConfRelatedCalls", prepare_conference, members, NULL, finish_members },
    { "lineHandoffA", prepare_hand_off, hand_off, NULL, finish_handed_off },
    { "lineHandoffW", prepare_hand_off, hand_off_w, NULL, finish_handed_off },
    { "lineGetNewCalls", prepare_found, new_calls, NULL, finish_found },
    { "lineSetCallPrivilege", prepare_monitored, own, NULL, finish_owned },
    { "lineSetMediaMode", prepare_connected, set_media, NULL, finish_call },
    { "lineMonitorMedia", prepare_connected, monitor_media, NULL, finish_call },
    { "lineGetCallInfoW", prepare_connected, call_info, NULL, finish_filled_call },
    { "lineGetCallInfoA", prepare_connected, call_info_a, NULL, finish_filled_call },
    { "lineGetCallStatus", prepare_connected, call_status, NULL, finish_filled_call },
    { "lineMonitorDigits", prepare_connected, monitor_digits, NULL, finish_call },
    { "lineSetCallData", prepare_connected, call_data, NULL, finish_replied },
    { "lineSetAppSpecific", prepare_connected, app_specific, NULL, finish_call },
};

static const Scenario INFALLIBLE[] = {
    { "lineDrop of a connected call", prepare_connected, drop, NULL, finish_over },
    { "lineDrop of a call on hold", prepare_held, drop, NULL, finish_over },
    { "lineDrop of a call that waits for digits", prepare_dial_tone, drop, NULL, finish_over },
    { "lineDrop of an offered call", prepare_offered, drop, NULL, finish_refused },
    { "lineDrop of a consultation", prepare_consultation, drop_consultation, NULL, finish_consultation },
    { "lineDrop of a conference", prepare_conference, drop_conference, NULL, finish_conference_over },
    { "lineDeallocateCall", prepare_connected, deallocate, NULL, finish_gone },
};

/* Under a clock that stands still: no digit ends while another one begins. */
static const Scenario DIGITS[] = {
    { "lineGenerateDigitsA", prepare_connected, generate, NULL, finish_generating },
    { "lineGenerateDigitsW", prepare_connected, generate_w, NULL, finish_generating },
    { "lineGatherDigitsA", prepare_connected, gather, NULL, finish_gathering },
    { "lineGatherDigitsW", prepare_connected, gather_w, NULL, finish_gathering },
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

int main(void)
{
    size_t i;

    tests_begin(280);
    configure(NULL);
    find_own_name();
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
    for (i = 0; i < sizeof DIGITS / sizeof DIGITS[0]; i++) {
        survive(&DIGITS[i]);
    }
    /* The network goes on being told of these, so something of each stays. */
    expect_no_blocks_left(0);
    survive_without_memory(&DROPPED_AGAIN);
    expect_no_blocks_left(1);
    program_end(&program);
    configure(NULL);
    return tests_done();
}
