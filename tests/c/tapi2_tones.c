/*
 * Tones of TAPI 2: sent at one end of a call between two lines of the simulated exchange, and heard at
 * the other, by whoever has the call.
 */
#include "tapi2_test.h"

#include <pthread.h>

static Program program;
static HLINE line1; /* 2001 */
static HLINE line2; /* 2002, whose incoming calls the program owns */
static HCALL sends;
static HCALL hears;

/* ---- Calls ---- */

static void call_up(void)
{
    hears = offered(&program, line1, line2, &sends);
    expect_reply(&program, lineAnswer(hears, NULL, 0), 0, "lineAnswer");
    expect_state2(&program, sends, LINECALLSTATE_CONNECTED, "the caller");
    expect_state2(&program, hears, LINECALLSTATE_CONNECTED, "the callee");
}

static void hang_up(void)
{
    expect_reply(&program, lineDrop(sends, NULL, 0), 0, "lineDrop");
    expect_state2(&program, sends, LINECALLSTATE_IDLE, "hung up");
    expect_state2(&program, hears, LINECALLSTATE_IDLE, "hung up by the far end");
    expect_code(lineDeallocateCall(sends), 0, "the caller");
    expect_code(lineDeallocateCall(hears), 0, "the callee");
}

static LINEMONITORTONE sought(DWORD number, DWORD duration, DWORD first, DWORD second)
{
    LINEMONITORTONE tone;

    tone.dwAppSpecific = number;
    tone.dwDuration = duration;
    tone.dwFrequency1 = first;
    tone.dwFrequency2 = second;
    tone.dwFrequency3 = 0;
    return tone;
}

static LINEGENERATETONE voice(DWORD frequency, DWORD volume)
{
    LINEGENERATETONE tone;

    tone.dwFrequency = frequency;
    tone.dwCadenceOn = 500;
    tone.dwCadenceOff = 0;
    tone.dwVolume = volume;
    return tone;
}

static void wait_for_end(DWORD how, const char *what)
{
    LINEMESSAGE message = wait_for(&program, sends, LINE_GENERATE, how, what);

    check(message.dwParam2 == 0 && message.dwCallbackInstance == 4711, "%s: for whoever sends", what);
}

/* ---- What a line says that it can do ---- */

static void capabilities(void)
{
    const DWORD all = LINETONEMODE_CUSTOM | LINETONEMODE_RINGBACK | LINETONEMODE_BUSY | LINETONEMODE_BEEP |
                      LINETONEMODE_BILLING;
    union {
        LINEDEVCAPS caps;
        unsigned char bytes[2048];
    } dev;
    union {
        LINEADDRESSCAPS caps;
        unsigned char bytes[2048];
    } address;

    memset(&dev, 0, sizeof dev);
    dev.caps.dwTotalSize = sizeof dev;
    expect_code(lineGetDevCapsA(program.app, 0, 0x00020002, 0, &dev.caps), 0, "lineGetDevCaps");
    check(dev.caps.dwGenerateToneModes == all, "every tone can be sent");
    check(dev.caps.dwGenerateToneMaxNumFreq == 4, "of four frequencies");
    check(dev.caps.dwMonitorToneMaxNumFreq == 3 && dev.caps.dwMonitorToneMaxNumEntries == 16,
          "sixteen can be listened for, of three");
    memset(&address, 0, sizeof address);
    address.caps.dwTotalSize = sizeof address;
    expect_code(lineGetAddressCapsA(program.app, 0, 0, 0x00020002, 0, &address.caps), 0, "lineGetAddressCaps");
    check((address.caps.dwCallFeatures & (LINECALLFEATURE_GENERATETONE | LINECALLFEATURE_MONITORTONES)) ==
              (LINECALLFEATURE_GENERATETONE | LINECALLFEATURE_MONITORTONES),
          "so do the features of calls");
}

/* ---- Refused ---- */

static void refused_before_the_call_is_up(void)
{
    LINEGENERATETONE tone = voice(700, 0xffff);
    LINEMONITORTONE wanted = sought(5, 60, 700, 0);
    HCALL waiting = 0;

    hears = offered(&program, line1, line2, &sends);
    expect_code(lineGenerateTone(sends, LINETONEMODE_BEEP, 20, 0, NULL), LINEERR_INVALCALLSTATE, "it only rings");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 1, &tone), LINEERR_INVALCALLSTATE, "nor so");
    expect_code(lineGenerateTone(sends, 0, 0, 0, NULL), LINEERR_INVALCALLSTATE, "there is nothing to give up");
    expect_code(lineGenerateTone(sends, 32, 20, 0, NULL), LINEERR_INVALTONEMODE, "the mode is looked at first");
    check((features_of(sends) & (LINECALLFEATURE_GENERATETONE | LINECALLFEATURE_MONITORTONES)) ==
              LINECALLFEATURE_MONITORTONES,
          "one may listen to a call on its way");
    expect_code(lineMonitorTones(sends, &wanted, 1), 0, "lineMonitorTones of a call on its way");
    expect_code(lineMonitorTones(hears, &wanted, 1), 0, "and of one that is offered");
    expect_reply(&program, lineDrop(sends, NULL, 0), 0, "lineDrop");
    expect_state2(&program, sends, LINECALLSTATE_IDLE, "hung up");
    expect_state2(&program, hears, LINECALLSTATE_IDLE, "hung up by the far end");
    expect_code(lineMonitorTones(sends, &wanted, 1), LINEERR_INVALCALLSTATE, "it is over");
    expect_code(lineMonitorTones(sends, NULL, 0), LINEERR_INVALCALLSTATE, "and nothing to end");
    expect_code(lineGenerateTone(sends, LINETONEMODE_BEEP, 20, 0, NULL), LINEERR_INVALCALLSTATE, "it is over");
    check(features_of(sends) == 0, "nothing is left to do");
    expect_code(lineDeallocateCall(sends), 0, "the caller");
    expect_code(lineDeallocateCall(hears), 0, "the callee");
    expect_code(lineMonitorTones(sends, &wanted, 1), LINEERR_INVALCALLHANDLE, "it is let go of");
    expect_code(lineGenerateTone(sends, 0, 0, 0, NULL), LINEERR_INVALCALLHANDLE, "nor is there anything to send on");

    forget(&program);
    expect_reply(&program, lineMakeCallA(line1, &waiting, NULL, 0, NULL), 0, "a call that waits for digits");
    expect_code(lineMonitorTones(waiting, &wanted, 1), LINEERR_INVALCALLSTATE, "nothing can be heard yet");
    check((features_of(waiting) & LINECALLFEATURE_MONITORTONES) == 0, "its features say so");
    expect_reply(&program, lineDrop(waiting, NULL, 0), 0, "lineDrop");
    expect_code(lineDeallocateCall(waiting), 0, "it is given up");
}

static void refused(void)
{
    LINEGENERATETONE voices[5];
    LINEMONITORTONE many[17];
    LINEMONITORTONE none;
    unsigned char odd[1 + sizeof(LINEGENERATETONE)];
    int i;

    for (i = 0; i < 5; i++) {
        voices[i] = voice(700, 0xffff);
    }
    for (i = 0; i < 17; i++) {
        many[i] = sought((DWORD)i, 60, 700, 0);
    }
    call_up();
    expect_code(lineGenerateTone(sends, 3, 20, 1, voices), LINEERR_INVALTONEMODE, "two modes at once");
    expect_code(lineGenerateTone(sends, 0x80000000, 20, 1, voices), LINEERR_INVALTONEMODE, "no such mode");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 1, NULL), LINEERR_INVALPOINTER, "no frequencies");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 0, NULL), LINEERR_INVALPOINTER, "nor any list");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 0, voices), LINEERR_INVALTONE, "an empty list");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 5, voices), LINEERR_INVALTONE, "too many");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 0xffffffff, NOWHERE(LINEGENERATETONE)),
                LINEERR_INVALTONE, "far too many, which are not read");
    voices[1].dwVolume = 0x10000;
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 2, voices), LINEERR_INVALTONE, "too loud");
    none = sought(5, 60, 9000, 0);
    expect_code(lineMonitorTones(hears, &none, 1), LINEERR_INVALTONE, "a tone that no telephone carries");
    none = sought(5, 60, 700, 50);
    expect_code(lineMonitorTones(hears, &none, 1), LINEERR_INVALTONE, "nor such a low one");
    expect_code(lineMonitorTones(hears, many, 17), LINEERR_RESOURCEUNAVAIL, "too many tones");
    expect_code(lineMonitorTones(hears, NOWHERE(LINEMONITORTONE), 0xffffffff), LINEERR_RESOURCEUNAVAIL,
                "far too many, which are not read");
    expect_code(lineMonitorTones(hears, many, 16), 0, "as many as there may be");
    expect_code(lineMonitorTones(hears, many, 0), 0, "an empty list ends it");
    expect_code(lineMonitorTones(hears, NULL, 5), 0, "as no list does");
    expect_code(lineMonitorTones(hears, NULL, 0), 0, "or again");
    /* At an address that is no multiple of anything. */
    memcpy(odd + 1, &voices[0], sizeof voices[0]);
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 20, 1, (LINEGENERATETONE *)(void *)(odd + 1)), 0,
                "at an odd address");
    wait_for_end(LINEGENERATETERM_DONE, "it is sent");
    expect_reply(&program, lineHold(sends), 0, "lineHold");
    expect_state2(&program, sends, LINECALLSTATE_ONHOLD, "on hold");
    expect_code(lineGenerateTone(sends, LINETONEMODE_BEEP, 20, 0, NULL), LINEERR_INVALCALLSTATE, "on hold");
    expect_code(lineMonitorTones(sends, many, 1), 0, "one may listen");
    hang_up();
}

/* ---- Sent and heard ---- */

static void sent_and_heard(void)
{
    LINEGENERATETONE tone = voice(700, 0xffff);
    LINEGENERATETONE chord[2];
    LINEMONITORTONE wanted[3];
    LINEMESSAGE message;

    call_up();
    wanted[0] = sought(0xfffffff5, 60, 700, 0);
    wanted[1] = sought(6, 60, 900, 0);
    wanted[2] = sought(7, 60, 1100, 1500);
    expect_code(lineMonitorTones(hears, wanted, 3), 0, "lineMonitorTones");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 300, 1, &tone), 0, "lineGenerateTone");
    message = wait_for(&program, hears, LINE_MONITORTONE, 0xfffffff5, "the tone is heard");
    check(message.dwParam2 == 0 && message.dwParam3 != 0, "and when");
    check(message.dwCallbackInstance == 4711, "for the line that listens");
    program.next = 0;
    wait_for_end(LINEGENERATETERM_DONE, "it is sent");
    check(count_of(&program, hears, LINE_MONITORTONE, 6) == 0, "no other one is heard");

    chord[0] = voice(1100, 0xffff);
    chord[1] = voice(1500, 0xffff);
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 0, 2, chord), 0, "two frequencies, without end");
    wait_for(&program, hears, LINE_MONITORTONE, 7, "both are heard");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 0, 1, &tone), 0, "another takes its place");
    wait_for_end(LINEGENERATETERM_CANCEL, "the first is given up");
    program.next = 0;
    expect_code(lineGenerateDigitsA(sends, LINEDIGITMODE_DTMF, "1", 50), 0, "digits take the place of tones");
    check(count_of(&program, sends, LINE_GENERATE, LINEGENERATETERM_DONE) == 1, "one was sent to its end");
    forget(&program);
    expect_code(lineGenerateTone(sends, LINETONEMODE_RINGBACK, 0, 77, NOWHERE(LINEGENERATETONE)), 0,
                "a ready-made one, to which the list means nothing");
    expect_code(lineGenerateTone(sends, 0, 0, 77, NOWHERE(LINEGENERATETONE)), 0, "0 gives it up");
    expect_code(lineGenerateTone(sends, 0, 0, 0, NULL), 0, "and again");
    wait_for_end(LINEGENERATETERM_CANCEL, "that is told");
    forget(&program);
    expect_code(lineGenerateTone(sends, LINETONEMODE_BUSY, 40, 0, NULL), 0, "busy");
    wait_for_end(LINEGENERATETERM_DONE, "busy");
    expect_code(lineGenerateTone(sends, LINETONEMODE_BEEP, 40, 0, NULL), 0, "a beep");
    wait_for_end(LINEGENERATETERM_DONE, "a beep");
    expect_code(lineGenerateTone(sends, LINETONEMODE_BILLING, 40, 0, NULL), 0, "billing");
    wait_for_end(LINEGENERATETERM_DONE, "billing");

    flush_line(&program, line2);
    forget(&program);
    wanted[0] = sought(8, 60, 700, 0);
    expect_code(lineMonitorTones(hears, wanted, 1), 0, "another list");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 300, 1, &tone), 0, "lineGenerateTone");
    wait_for(&program, hears, LINE_MONITORTONE, 8, "the tone is heard");
    check(count_of(&program, hears, LINE_MONITORTONE, 0xfffffff5) == 0, "by the new list alone");
    program.next = 0;
    wait_for_end(LINEGENERATETERM_DONE, "it is sent");
    expect_code(lineMonitorTones(hears, NULL, 0), 0, "nobody listens any more");
    flush_line(&program, line2);
    forget(&program);
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 300, 1, &tone), 0, "lineGenerateTone");
    wait_for_end(LINEGENERATETERM_DONE, "it is sent");
    flush_line(&program, line2);
    check(count_of(&program, hears, LINE_MONITORTONE, ANYTHING) == 0, "nothing is told");
    /* A call that ends takes what is being sent with it. */
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 0, 1, &tone), 0, "without end");
    forget(&program);
    expect_reply(&program, lineDrop(sends, NULL, 0), 0, "lineDrop");
    program.next = 0;
    wait_for_end(LINEGENERATETERM_CANCEL, "it is given up with the call");
    expect_state2(&program, sends, LINECALLSTATE_IDLE, "hung up");
    expect_state2(&program, hears, LINECALLSTATE_IDLE, "hung up by the far end");
    expect_code(lineDeallocateCall(sends), 0, "the caller");
    expect_code(lineDeallocateCall(hears), 0, "the callee");
}

/* Silence is a tone without frequencies. */
static void silence(void)
{
    LINEMONITORTONE wanted = sought(9, 200, 0, 0);

    call_up();
    expect_code(lineMonitorTones(hears, &wanted, 1), 0, "lineMonitorTones");
    wait_for(&program, hears, LINE_MONITORTONE, 9, "nobody says anything");
    hang_up();
}

/* ---- Who only looks on ---- */

static void monitors(void)
{
    const DWORD listening = LINECALLFEATURE_MONITORDIGITS | LINECALLFEATURE_MONITORTONES | LINECALLFEATURE_MONITORMEDIA;
    HLINE watching = line_open(&program, 1, LINECALLPRIVILEGE_MONITOR);
    LINEGENERATETONE tone = voice(700, 0xffff);
    LINEMONITORTONE wanted = sought(10, 60, 700, 0);
    LINEMONITORTONE same = sought(11, 60, 700, 0);
    LINEMESSAGE message;
    HCALL watched;
    int i;

    call_up();
    program.next = 0;
    message = wait_for(&program, watching, LINE_APPNEWCALL, ANYTHING, "who looks on is told of the call");
    watched = (HCALL)message.dwParam2;
    check(message.dwParam3 == LINECALLPRIVILEGE_MONITOR, "it looks on");
    expect_state2(&program, watched, LINECALLSTATE_CONNECTED, "at a call that is up");
    check(features_of(watched) == listening, "it may listen and nothing else");
    expect_code(lineGenerateTone(watched, LINETONEMODE_BEEP, 20, 0, NULL), LINEERR_NOTOWNER, "it may send nothing");
    expect_code(lineGenerateTone(watched, 99, 20, 0, NULL), LINEERR_NOTOWNER, "whatever it is");
    expect_code(lineMonitorTones(watched, &wanted, 1), 0, "but listen");
    expect_code(lineMonitorTones(hears, &same, 1), 0, "as the owner does");
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 300, 1, &tone), 0, "lineGenerateTone");
    wait_for(&program, watched, LINE_MONITORTONE, 10, "it hears the tone");
    program.next = 0;
    wait_for(&program, hears, LINE_MONITORTONE, 11, "as the owner does");
    program.next = 0;
    wait_for_end(LINEGENERATETERM_DONE, "it is sent");
    check(count_of(&program, watched, LINE_MONITORTONE, 11) + count_of(&program, hears, LINE_MONITORTONE, 10) == 0,
          "each hears its own");
    /* It goes while it listens. So many more find no place on the call if one of them stays there. */
    expect_code(lineDeallocateCall(watched), 0, "it looks away");
    for (i = 0; i < 20; i++) {
        HLINE passing = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
        unsigned char space[64];
        LINECALLLIST *list = (LINECALLLIST *)(void *)space;

        memset(space, 0, sizeof space);
        list->dwTotalSize = sizeof space;
        if (lineGetNewCalls(passing, 0, LINECALLSELECT_LINE, list) != 0 || list->dwCallsNumEntries != 1) {
            bail_out("lineGetNewCalls");
        }
        memcpy(&watched, space + list->dwCallsOffset, sizeof watched);
        expect_code(lineMonitorTones(watched, &wanted, 1), 0, "one that comes and goes");
        if (i % 2 == 0) {
            expect_code(lineDeallocateCall(watched), 0, "by the call");
        }
        expect_code(lineClose(passing), 0, "by the line");
    }
    expect_code(lineClose(watching), 0, "lineClose");
    forget(&program);
    expect_code(lineGenerateTone(sends, LINETONEMODE_CUSTOM, 300, 1, &tone), 0, "lineGenerateTone");
    wait_for(&program, hears, LINE_MONITORTONE, 11, "the owner still hears");
    hang_up();
}

/* ---- Two that list at once, and one that lets go ---- */

static HCALL contested;

static void *listen_on(void *unused)
{
    int i;

    (void)unused;
    for (i = 0; i < 100; i++) {
        LINEMONITORTONE wanted = sought(12, 60, 700, 0);
        LONG code = lineMonitorTones(contested, &wanted, 1);

        if (code == LINEERR_INVALCALLHANDLE || code == LINEERR_INVALCALLSTATE) {
            break;
        }
        if (code != 0) {
            return (void *)(size_t)(DWORD)code;
        }
    }
    return NULL;
}

static void at_once(void)
{
    int round;

    call_up();
    for (round = 0; round < 20; round++) {
        HLINE passing = line_open(&program, 1, LINECALLPRIVILEGE_NONE);
        unsigned char space[64];
        LINECALLLIST *list = (LINECALLLIST *)(void *)space;
        pthread_t threads[2];
        void *code;
        int i;

        memset(space, 0, sizeof space);
        list->dwTotalSize = sizeof space;
        if (lineGetNewCalls(passing, 0, LINECALLSELECT_LINE, list) != 0 || list->dwCallsNumEntries != 1) {
            bail_out("lineGetNewCalls");
        }
        memcpy(&contested, space + list->dwCallsOffset, sizeof contested);
        for (i = 0; i < 2; i++) {
            if (pthread_create(&threads[i], NULL, listen_on, NULL) != 0) {
                bail_out("pthread_create");
            }
        }
        expect_code(lineDeallocateCall(contested), 0, "let go of while two list");
        for (i = 0; i < 2; i++) {
            pthread_join(threads[i], &code);
            expect_code((LONG)(size_t)code, 0, "each list is taken, or the call is gone");
        }
        expect_code(lineClose(passing), 0, "lineClose");
    }
    /* A place is left for this one: none of those stayed. */
    contested = hears;
    expect_code((LONG)(size_t)listen_on(NULL), 0, "nobody stayed on the call");
    hang_up();
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    line2 = line_open(&program, 1, LINECALLPRIVILEGE_OWNER);
    capabilities();
    refused_before_the_call_is_up();
    refused();
    sent_and_heard();
    silence();
    monitors();
    at_once();
    program_end(&program);
    return tests_done();
}
