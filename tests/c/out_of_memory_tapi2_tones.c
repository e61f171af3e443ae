/*
 * Tones of TAPI 2 when memory runs out: what is sent and listened for stays as it was, and a call that
 * is let go of takes its listener with it without any memory.
 */
#include "tapi2_memory.h"

static LINEGENERATETONE voices[2];
static LINEMONITORTONE sought[2];

LINE_ACT(generate, lineGenerateTone(call, LINETONEMODE_CUSTOM, 0, 2, voices))
LINE_ACT(generate_known, lineGenerateTone(call, LINETONEMODE_BUSY, 0, 0, NULL))
LINE_ACT(stop, lineGenerateTone(call, 0, 0, 0, NULL))
LINE_ACT(monitor, lineMonitorTones(call, sought, 2))
LINE_ACT(monitor_no_more, lineMonitorTones(call, NULL, 0))
LINE_ACT(drop, lineDrop(call, NULL, 0))
LINE_ACT(deallocate, lineDeallocateCall(call))
LINE_ACT(close_line, lineClose(passing_line))

static void prepare_tone(void)
{
    prepare_connected();
    if (lineGenerateTone(call, LINETONEMODE_RINGBACK, 0, 0, NULL) != 0) {
        bail_out("lineGenerateTone");
    }
}

static void prepare_listening(void)
{
    prepare_connected();
    if (lineMonitorTones(call, sought, 1) != 0) {
        bail_out("lineMonitorTones");
    }
}

static void prepare_all(void)
{
    prepare_listening();
    if (lineGenerateTone(call, LINETONEMODE_RINGBACK, 0, 0, NULL) != 0) {
        bail_out("lineGenerateTone");
    }
}

static void prepare_line(void)
{
    prepare();
    passing_line = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    call = make(passing_line, "1001", LINECALLSTATE_CONNECTED);
    if (lineMonitorTones(call, sought, 2) != 0) {
        bail_out("lineMonitorTones");
    }
}

/* Something is being sent, and ends when it is given up. */
static int finish_sending(void)
{
    int good = lineGenerateTone(call, 0, 0, 0, NULL) == 0;

    next_of(call, LINE_GENERATE, LINEGENERATETERM_CANCEL);
    return finish_call() && good;
}

static int finish_stopped(void)
{
    next_of(call, LINE_GENERATE, LINEGENERATETERM_CANCEL);
    return finish_call();
}

static int finish_listening(void)
{
    int good = lineMonitorTones(call, NULL, 0) == 0;

    return finish_call() && good;
}

static int finish_dropped(void)
{
    int good = ended(call);

    settle();
    return good;
}

static const Scenario FALLIBLE[] = {
    { "lineGenerateTone", prepare_connected, generate, NULL, finish_sending },
    { "lineGenerateTone, a known one", prepare_connected, generate_known, NULL, finish_sending },
    { "lineMonitorTones", prepare_connected, monitor, NULL, finish_listening },
    { "lineMonitorTones, another list", prepare_listening, monitor, NULL, finish_listening },
};

static const Scenario INFALLIBLE[] = {
    { "lineGenerateTone that ends one", prepare_tone, stop, NULL, finish_stopped },
    { "lineMonitorTones no more", prepare_listening, monitor_no_more, NULL, finish_call },
    { "lineDrop while a tone is sent", prepare_all, drop, NULL, finish_dropped },
    { "lineDeallocateCall while a tone is sent", prepare_all, deallocate, NULL, finish_gone },
    { "lineClose while tones are listened for", prepare_line, close_line, NULL, finish_gone },
};

int main(void)
{
    size_t i;

    tests_begin(280);
    for (i = 0; i < 2; i++) {
        voices[i].dwFrequency = 700 + (DWORD)i * 200;
        voices[i].dwCadenceOn = 100;
        voices[i].dwVolume = 0xffff;
        sought[i].dwDuration = 60;
        sought[i].dwFrequency1 = 700 + (DWORD)i * 200;
    }
    /* Under a clock that stands still: no tone sounds, or is heard, between two looks. */
    configure("clock = \"manual\"\noperation_timeout = \"2m\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    for (i = 0; i < sizeof FALLIBLE / sizeof FALLIBLE[0]; i++) {
        survive(&FALLIBLE[i]);
    }
    for (i = 0; i < sizeof INFALLIBLE / sizeof INFALLIBLE[0]; i++) {
        survive_without_memory(&INFALLIBLE[i]);
    }
    program_end(&program);
    configure(NULL);
    return tests_done();
}
