/*
 * What is named among the features of a call is not refused as unavailable or in the wrong state, and what
 * is not named is: each bit in each state. tapi2_line_features.c does so of lines and addresses.
 */
#include "tapi2_outcome.h"

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002, whose calls the program owns */
static HLINE looks; /* 2001, as one who looks on */
static HCALL call;  /* what is tried */
static HCALL held;  /* another one, on hold */

static const char exchange[] =
    "[[simulation.extension]]\nnumber = \"3001\"\nbehaviour = \"ring\"\nring_after = \"1h\"\n";

/* Waits for the reply, and for the state that the request brings. */
static void reached(HCALL which, DWORD state, LONG id, const char *what)
{
    expect_reply(&program, id, 0, what);
    expect_state2(&program, which, state, what);
}

/* ---- What is tried with a call ---- */

static HCALL new_one;
static HCALL another;
static char digits[8];
static union {
    VARSTRING head;
    char bytes[256];
} parked;

static LONG accept_it(void)
{
    return lineAccept(call, NULL, 0);
}

static LONG add(void)
{
    return lineAddToConference(call, held);
}

static LONG answer(void)
{
    return lineAnswer(call, NULL, 0);
}

static LONG blind_transfer(void)
{
    return lineBlindTransferA(call, "1001", 0);
}

static LONG complete_call(void)
{
    DWORD id = 0;

    return lineCompleteCall(call, &id, LINECALLCOMPLMODE_CALLBACK, 0);
}

static LONG complete_transfer(void)
{
    HCALL partner = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);

    return lineCompleteTransfer(call, partner, NULL, LINETRANSFERMODE_TRANSFER);
}

static LONG dial(void)
{
    return lineDialA(call, "01", 0);
}

static LONG drop(void)
{
    return lineDrop(call, NULL, 0);
}

static LONG gather(void)
{
    return lineGatherDigitsA(call, LINEDIGITMODE_DTMF, digits, 4, NULL, 0, 0);
}

static LONG generate_digits(void)
{
    return lineGenerateDigitsA(call, LINEDIGITMODE_DTMF, "1", 0);
}

static LONG generate_tone(void)
{
    return lineGenerateTone(call, LINETONEMODE_BEEP, 0, 0, NULL);
}

static LONG hold(void)
{
    return lineHold(call);
}

static LONG monitor_digits(void)
{
    return lineMonitorDigits(call, LINEDIGITMODE_DTMF);
}

static LONG monitor_media(void)
{
    return lineMonitorMedia(call, LINEMEDIAMODE_INTERACTIVEVOICE);
}

static LONG monitor_tones(void)
{
    LINEMONITORTONE tone;

    memset(&tone, 0, sizeof tone);
    tone.dwDuration = 50;
    tone.dwFrequency1 = 440;
    return lineMonitorTones(call, &tone, 1);
}

static LONG park(void)
{
    memset(&parked, 0, sizeof parked);
    parked.head.dwTotalSize = sizeof parked;
    return lineParkA(call, LINEPARKMODE_NONDIRECTED, NULL, &parked.head);
}

static LONG prepare_add(void)
{
    return linePrepareAddToConferenceA(call, &another, NULL);
}

static LONG redirect(void)
{
    return lineRedirectA(call, "1001", 0);
}

static LONG remove_it(void)
{
    return lineRemoveFromConference(call);
}

static LONG secure(void)
{
    return lineSecureCall(call);
}

static LONG send_user_user(void)
{
    return lineSendUserUserInfo(call, "x", 1);
}

static LONG call_params(void)
{
    return lineSetCallParams(call, LINEBEARERMODE_VOICE, 0, 0, NULL);
}

static LONG media_control(void)
{
    return lineSetMediaControl(line1, 0, call, LINECALLSELECT_CALL, NULL, 0, NULL, 0, NULL, 0, NULL, 0);
}

static LONG terminal(void)
{
    return lineSetTerminal(line1, 0, call, LINECALLSELECT_CALL, LINETERMMODE_MEDIABIDIRECT, 0, 1);
}

static LONG set_up_conference(void)
{
    return lineSetupConferenceA(call, 0, &new_one, &another, 3, NULL);
}

static LONG set_up_transfer(void)
{
    return lineSetupTransferA(call, &another, NULL);
}

static LONG swap(void)
{
    return lineSwapHold(call, held);
}

static LONG unhold(void)
{
    return lineUnhold(call);
}

static LONG release_user_user(void)
{
    return lineReleaseUserUserInfo(call);
}

static LONG treatment(void)
{
    return lineSetCallTreatment(call, LINECALLTREATMENT_SILENCE);
}

static LONG quality(void)
{
    return lineSetCallQualityOfService(call, NULL, 0, NULL, 0);
}

static LONG call_data(void)
{
    static char data[] = "data";

    return lineSetCallData(call, data, sizeof data);
}

/* One for each bit of LINECALLFEATURE_, from the lowest. */
static const struct {
    const char *name;
    LONG (*attempt)(void);
} attempts[32] = {
    { "ACCEPT", accept_it },
    { "ADDTOCONF", add },
    { "ANSWER", answer },
    { "BLINDTRANSFER", blind_transfer },
    { "COMPLETECALL", complete_call },
    { "COMPLETETRANSF", complete_transfer },
    { "DIAL", dial },
    { "DROP", drop },
    { "GATHERDIGITS", gather },
    { "GENERATEDIGITS", generate_digits },
    { "GENERATETONE", generate_tone },
    { "HOLD", hold },
    { "MONITORDIGITS", monitor_digits },
    { "MONITORMEDIA", monitor_media },
    { "MONITORTONES", monitor_tones },
    { "PARK", park },
    { "PREPAREADDCONF", prepare_add },
    { "REDIRECT", redirect },
    { "REMOVEFROMCONF", remove_it },
    { "SECURECALL", secure },
    { "SENDUSERUSER", send_user_user },
    { "SETCALLPARAMS", call_params },
    { "SETMEDIACONTROL", media_control },
    { "SETTERMINAL", terminal },
    { "SETUPCONF", set_up_conference },
    { "SETUPTRANSFER", set_up_transfer },
    { "SWAPHOLD", swap },
    { "UNHOLD", unhold },
    { "RELEASEUSERUSERINFO", release_user_user },
    { "SETTREATMENT", treatment },
    { "SETQOS", quality },
    { "SETCALLDATA", call_data },
};

/* ---- The states ---- */

static void offering(void)
{
    HCALL caller;

    call = offered(&program, line1, line2, &caller);
}

static void accepted(void)
{
    offering();
    reached(call, LINECALLSTATE_ACCEPTED, lineAccept(call, NULL, 0), "lineAccept");
}

static void dial_tone(void)
{
    reached(call, LINECALLSTATE_DIALTONE, lineMakeCallA(line1, &call, NULL, 0, NULL), "no digits");
}

static void dialling(void)
{
    call = call_in(&program, line1, "10;", LINECALLSTATE_DIALING);
}

static void proceeding(void)
{
    call = call_in(&program, line1, "3001", LINECALLSTATE_PROCEEDING);
}

static void ringing(void)
{
    call = call_in(&program, line1, "1003", LINECALLSTATE_RINGBACK);
}

static void connected(void)
{
    call = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);
}

static void on_hold(void)
{
    connected();
    reached(call, LINECALLSTATE_ONHOLD, lineHold(call), "lineHold");
}

static void before_a_transfer(void)
{
    connected();
    reached(call, LINECALLSTATE_ONHOLDPENDTRANSFER, lineSetupTransferA(call, &another, NULL), "lineSetupTransfer");
}

static void a_member_to_be(void)
{
    connected();
    reached(call, LINECALLSTATE_CONFERENCED, lineSetupConferenceA(call, 0, &new_one, &another, 3, NULL), "to be");
}

static void a_conference_that_waits(void)
{
    a_member_to_be();
    expect_state2(&program, new_one, LINECALLSTATE_ONHOLDPENDCONF, "the conference waits");
    call = new_one;
}

static void a_member(void)
{
    a_member_to_be();
    reached(another, LINECALLSTATE_CONNECTED, lineDialA(another, "1001", 0), "the second answers");
    reached(another, LINECALLSTATE_CONFERENCED, lineAddToConference(new_one, another), "and is a member");
    expect_state2(&program, new_one, LINECALLSTATE_CONNECTED, "the conference talks");
}

static void a_conference_that_talks(void)
{
    a_member();
    call = new_one;
}

static void disconnected(void)
{
    call = call_in(&program, line1, "1002", LINECALLSTATE_DISCONNECTED);
}

static void idle(void)
{
    call = call_in(&program, line1, "1002", LINECALLSTATE_IDLE);
}

static void looked_at(void)
{
    connected();
    program.next = 0;
    call = (HCALL)wait_for(&program, looks, LINE_APPNEWCALL, ANYTHING, "who looks on has a handle").dwParam2;
    expect_state2(&program, call, LINECALLSTATE_CONNECTED, "of the call");
}

static const struct {
    const char *name;
    void (*begin)(void);
    DWORD state;
} places[] = {
    { "offering", offering, LINECALLSTATE_OFFERING },
    { "accepted", accepted, LINECALLSTATE_ACCEPTED },
    { "dial tone", dial_tone, LINECALLSTATE_DIALTONE },
    { "dialling", dialling, LINECALLSTATE_DIALING },
    { "proceeding", proceeding, LINECALLSTATE_PROCEEDING },
    { "ringing", ringing, LINECALLSTATE_RINGBACK },
    { "connected", connected, LINECALLSTATE_CONNECTED },
    { "on hold", on_hold, LINECALLSTATE_ONHOLD },
    { "before a transfer", before_a_transfer, LINECALLSTATE_ONHOLDPENDTRANSFER },
    { "a member to be", a_member_to_be, LINECALLSTATE_CONFERENCED },
    { "a conference that waits", a_conference_that_waits, LINECALLSTATE_ONHOLDPENDCONF },
    { "a member", a_member, LINECALLSTATE_CONFERENCED },
    { "a conference that talks", a_conference_that_talks, LINECALLSTATE_CONNECTED },
    { "disconnected", disconnected, LINECALLSTATE_DISCONNECTED },
    { "idle", idle, LINECALLSTATE_IDLE },
    { "looked at", looked_at, LINECALLSTATE_CONNECTED },
};

/* Opens the lines, and puts a call on hold that is there for another. */
static void begin(void)
{
    forget(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    held = call_in(&program, line1, "1013", LINECALLSTATE_CONNECTED);
    reached(held, LINECALLSTATE_ONHOLD, lineHold(held), "another call");
    looks = line_open(&program, 0, LINECALLPRIVILEGE_MONITOR);
}

/* Whoever closes a line hangs up what it alone owns. */
static void end(void)
{
    expect_code(lineClose(looks), 0, "lineClose");
    expect_code(lineClose(line2), 0, "lineClose");
    expect_code(lineClose(line1), 0, "lineClose");
}

/* Returns all that was named of calls. */
static DWORD of_calls(void)
{
    DWORD all = 0;
    size_t place;
    unsigned bit;

    for (place = 0; place < sizeof places / sizeof places[0]; place++) {
        for (bit = 0; bit < 32; bit++) {
            DWORD named;
            LONG code;

            begin();
            places[place].begin();
            check(state_now(call) == places[place].state, "%s: the state", places[place].name);
            named = features_of(call);
            all |= named;
            code = outcome(&program, attempts[bit].attempt());
            if (!check(((named >> bit) & 1) == (DWORD)!refused(code), "%s: %s is%s named", places[place].name,
                       attempts[bit].name, refused(code) ? " not" : "")) {
                note("got %s", code_name(code));
            }
            end();
        }
    }
    return all;
}

/* What the address tells of its calls is what was named of them in one state or another. */
static void of_the_address(DWORD named)
{
    union {
        LINEADDRESSCAPS address;
        char bytes[4096];
    } told;

    memset(&told, 0, sizeof told);
    told.address.dwTotalSize = sizeof told;
    expect_code(lineGetAddressCapsA(program.app, 0, 0, 0x00020002, 0, &told.address), 0, "lineGetAddressCaps");
    if (!check(told.address.dwCallFeatures == named, "dwCallFeatures")) {
        note("named 0x%x, of the address 0x%x", (unsigned)named, (unsigned)told.address.dwCallFeatures);
    }
}

int main(void)
{
    tests_begin(280);
    configure(exchange);
    program_begin(&program);
    of_the_address(of_calls());
    program_end(&program);
    return tests_done();
}
