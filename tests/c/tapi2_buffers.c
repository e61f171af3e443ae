/*
 * What the program gives to be filled later is the program's own again once it has the message, or has
 * let go of the call, the line or the application: nothing is written there afterwards.
 */
#include "tapi2_test.h"

#include <pthread.h>

#define ROUNDS 200

static Program program;
static HLINE line1;

static union {
    unsigned char bytes[128];
    VARSTRING text;
} space;

/* Whether the structure is as the program left it. */
static int is_untouched(void)
{
    size_t i = sizeof space.text.dwTotalSize;

    while (i < sizeof space.bytes && space.bytes[i] == 0x5a) {
        i++;
    }
    return i == sizeof space.bytes;
}

/* The reply with the address waits to be taken, and the call is let go of before it is. */
static void parked_and_let_go(void)
{
    HCALL call;
    LONG id;
    int tries;

    forget(&program);
    call = call_in(&program, line1, "1001", LINECALLSTATE_CONNECTED);
    memset(&space, 0x5a, sizeof space);
    space.text.dwTotalSize = sizeof space;
    id = expect_request(lineParkA(call, LINEPARKMODE_NONDIRECTED, NULL, &space.text), "linePark");
    for (tries = 0; state_now(call) != LINECALLSTATE_IDLE && tries < 3000; tries++) {
        struct timespec pause = {0, 10000000};

        nanosleep(&pause, NULL);
    }
    expect_code(lineDeallocateCall(call), 0, "lineDeallocateCall before the reply is taken");
    expect_reply(&program, id, 0, "the reply comes nevertheless");
    check(is_untouched(), "but nothing is written any more");
}

/* ---- A thread that takes all messages, while calls are let go of whose digits are gathered ---- */

static HLINEAPP shared;

static void *take(void *unused)
{
    LINEMESSAGE message;

    (void)unused;
    while (lineGetMessage(shared, &message, 0xffffffff) == 0) {
    }
    return NULL;
}

static HCALL connected(HLINE line)
{
    HCALL call = 0;
    int tries;

    if (lineMakeCallA(line, &call, "1001", 0, NULL) <= 0) {
        bail_out("lineMakeCall");
    }
    for (tries = 0; state_now(call) != LINECALLSTATE_CONNECTED; tries++) {
        struct timespec pause = {0, 1000000};

        if (tries == PATIENCE) {
            bail_out("the call was not connected");
        }
        nanosleep(&pause, NULL);
    }
    return call;
}

static size_t touched(const unsigned char *bytes, size_t count)
{
    size_t i;
    size_t found = 0;

    for (i = 0; i < count; i++) {
        found += bytes[i] != 0x5a;
    }
    return found;
}

static void let_go_while_digits_are_gathered(void)
{
    static Program other;
    static unsigned char buffers[ROUNDS][8];
    pthread_t thread;
    HLINE line;
    size_t bad = 0;
    size_t i;

    program_begin(&other);
    shared = other.app;
    line = line_open(&other, 0, LINECALLPRIVILEGE_NONE);
    pthread_create(&thread, NULL, take, NULL);
    for (i = 0; i < ROUNDS; i++) {
        HCALL call = connected(line);

        if (lineGatherDigitsA(call, LINEDIGITMODE_DTMF, (LPSTR)buffers[i], 1, NULL, 0, 0) != 0 ||
            lineGatherDigitsA(call, 0, NULL, 0, NULL, 0, 0) != 0) {
            bail_out("lineGatherDigits");
        }
        /* Its ending is on its way by now, or just being taken. */
        if ((i % 10 == 9 ? lineClose(line) : lineDeallocateCall(call)) != 0) {
            bail_out("a call or a line was not let go of");
        }
        memset(buffers[i], 0x5a, sizeof buffers[i]);
        if (i % 10 == 9) {
            line = line_open(&other, 0, LINECALLPRIVILEGE_NONE);
        }
    }
    program_end(&other);
    pthread_join(thread, NULL);
    for (i = 0; i < ROUNDS; i++) {
        bad += touched(buffers[i], sizeof buffers[i]);
    }
    check(bad == 0, "no buffer is written once its call is let go of");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    program_begin(&program);
    line1 = line_open(&program, 0, LINECALLPRIVILEGE_NONE);
    parked_and_let_go();
    let_go_while_digits_are_gathered();
    program_end(&program);
    return tests_done();
}
