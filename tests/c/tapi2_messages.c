/*
 * The two ways of getting messages of TAPI 2: a callback that the program or a thread of the library calls,
 * and an event to wait for; who waits when the application ends; and that a new handle is where the
 * program wants it before anything is told of it.
 */
#include "tapi2_test.h"

#include <poll.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t heard_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t heard = PTHREAD_COND_INITIALIZER;
static HLINEAPP callback_app;
static pthread_t callback_thread;
static HCALL callback_call;
static int over;

static void CALLBACK hear(DWORD device, DWORD id, DWORD_PTR instance, DWORD_PTR first, DWORD_PTR second,
                          DWORD_PTR third)
{
    (void)instance;
    (void)second;
    (void)third;
    pthread_mutex_lock(&heard_lock);
    callback_thread = pthread_self();
    if (id == LINE_CALLSTATE && device == callback_call && first == LINECALLSTATE_CONNECTED) {
        check(lineDrop(device, NULL, 0) > 0, "a callback may drop");
    }
    if (id == LINE_CALLSTATE && device == callback_call && first == LINECALLSTATE_IDLE) {
        check(lineDeallocateCall(device) == 0, "and deallocate");
        over = 1;
        pthread_cond_broadcast(&heard);
    }
    pthread_mutex_unlock(&heard_lock);
}

static void callbacks(void)
{
    LINEMESSAGE message;
    DWORD devices = 0;
    HLINE line = 0;
    LONGLONG until = now_ms() + 60000;
    struct timespec latest;

    expect_code(lineInitialize(&callback_app, NULL, NULL, "x", &devices), LINEERR_INVALPOINTER, "no callback");
    expect_code(lineInitialize(&callback_app, NULL, hear, "x", &devices), 0, "lineInitialize");
    check(devices == 2, "two lines");
    expect_code(lineOpenA(callback_app, 0, &line, 0x00020000, 0, 1, LINECALLPRIVILEGE_NONE, 0, NULL), 0, "lineOpen");
    check(tapi3_line_pump(callback_app, 0) == 0, "nothing has happened");
    over = 0;
    expect_request(lineMakeCallA(line, &callback_call, "1001", 0, NULL), "lineMakeCall");
    while (!over) {
        if (tapi3_line_pump(callback_app, PATIENCE) < 0) {
            bail_out("tapi3_line_pump failed");
        }
        if (now_ms() > until) {
            bail_out("the call that is pumped is not over");
        }
    }
    check(pthread_equal(callback_thread, pthread_self()), "the callback ran where the program pumps");
    expect_code(tapi3_line_use_thread(callback_app), 0, "tapi3_line_use_thread");
    pthread_mutex_lock(&heard_lock);
    over = 0;
    expect_request(lineMakeCallA(line, &callback_call, "1001", 0, NULL), "lineMakeCall");
    clock_gettime(CLOCK_REALTIME, &latest);
    latest.tv_sec += 60;
    while (!over) {
        if (pthread_cond_timedwait(&heard, &heard_lock, &latest) != 0) {
            bail_out("the call on the library's thread is not over");
        }
    }
    check(!pthread_equal(callback_thread, pthread_self()), "the callback ran on the library's thread");
    pthread_mutex_unlock(&heard_lock);
    expect_code(lineGetMessage(callback_app, &message, 0), LINEERR_INVALAPPHANDLE, "no lineGetMessage");
    expect_code(lineShutdown(callback_app), 0, "lineShutdown");
    expect_code(tapi3_line_pump(callback_app, 0), LINEERR_INVALAPPHANDLE, "it is gone");
}

static int is_ready(int descriptor)
{
    struct pollfd look;

    look.fd = descriptor;
    look.events = POLLIN;
    look.revents = 0;
    return poll(&look, 1, 0) == 1;
}

static void events(void)
{
    static Program own;
    HLINE line;
    HCALL call = 0;
    int descriptor;

    program_begin(&own);
    descriptor = (int)(intptr_t)own.event;
    check(descriptor > 2, "there is a descriptor");
    line = line_open(&own, 0, LINECALLPRIVILEGE_NONE);
    check(!is_ready(descriptor), "nothing waits");
    expect_code(lineGetMessage(own.app, &own.seen[0], 0), LINEERR_OPERATIONFAILED, "so there is none");
    expect_request(lineMakeCallA(line, &call, NULL, 0, NULL), "lineMakeCall");
    check(is_ready(descriptor), "something waits");
    check(WaitForSingleObject(own.event, INFINITE) == WAIT_OBJECT_0, "which can be waited for");
    check(program_take(&own, 0), "the reply");
    check(is_ready(descriptor), "something waits still");
    check(program_take(&own, 0), "the state");
    check(!is_ready(descriptor), "nothing waits any more");
    check(WaitForSingleObject(own.event, 0) == WAIT_TIMEOUT, "as waiting tells");
    expect_reply(&own, lineDrop(call, NULL, 0), 0, "lineDrop");
    program_end(&own);
}

static void *shut_down(void *app)
{
    HLINEAPP own = *(HLINEAPP *)app;

    lineShutdown(own);
    return NULL;
}

static void shut_down_elsewhere(void)
{
    static Program own;
    pthread_t thread;
    LINEMESSAGE message;

    program_begin(&own);
    pthread_create(&thread, NULL, shut_down, &own.app);
    expect_code(lineGetMessage(own.app, &message, INFINITE), LINEERR_INVALAPPHANDLE, "who waits is woken");
    pthread_join(thread, NULL);
}

/* ---- New handles ---- */

#define ROUNDS 200

/* What a request is to fill: no reply comes before. */
static HCALL *wanted[2];
static LONG last_reply;
static LONG outcome;
static int not_filled;

static void CALLBACK look(DWORD device, DWORD id, DWORD_PTR instance, DWORD_PTR first, DWORD_PTR second,
                          DWORD_PTR third)
{
    (void)device;
    (void)instance;
    (void)third;
    if (id != LINE_REPLY) {
        return;
    }
    pthread_mutex_lock(&heard_lock);
    not_filled += (wanted[0] != NULL && *wanted[0] == 0) || (wanted[1] != NULL && *wanted[1] == 0);
    wanted[0] = NULL;
    wanted[1] = NULL;
    last_reply = (LONG)first;
    outcome = (LONG)second;
    pthread_cond_broadcast(&heard);
    pthread_mutex_unlock(&heard_lock);
}

/* The request that comes next fills these. */
static void to_fill(HCALL *first, HCALL *second)
{
    *first = 0;
    if (second != NULL) {
        *second = 0;
    }
    pthread_mutex_lock(&heard_lock);
    wanted[0] = first;
    wanted[1] = second;
    pthread_mutex_unlock(&heard_lock);
}

static void replied(LONG id, const char *what)
{
    struct timespec until;

    if (id <= 0) {
        bail_out("%s: %s", what, code_name(id));
    }
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE / 1000;
    pthread_mutex_lock(&heard_lock);
    while (last_reply != id) {
        if (pthread_cond_timedwait(&heard, &heard_lock, &until) != 0) {
            bail_out("%s: no reply", what);
        }
    }
    pthread_mutex_unlock(&heard_lock);
    if (outcome != 0) {
        bail_out("%s: the reply is %s", what, code_name(outcome));
    }
}

static void comes_to(HCALL call, DWORD state, const char *what)
{
    const struct timespec pause = { 0, 200000 };
    LONGLONG until = now_ms() + PATIENCE;

    while (state_now(call) != state) {
        if (now_ms() > until) {
            bail_out("%s: state 0x%x", what, (unsigned)state_now(call));
        }
        nanosleep(&pause, NULL);
    }
}

static void let_go(HCALL call, const char *what)
{
    comes_to(call, LINECALLSTATE_IDLE, what);
    if (lineDeallocateCall(call) != 0) {
        bail_out("%s: lineDeallocateCall", what);
    }
}

/* A call to 1001 that is up. */
static void call_up(HLINE line, HCALL *call)
{
    to_fill(call, NULL);
    replied(lineMakeCallA(line, call, "1001", 0, NULL), "lineMakeCall");
    comes_to(*call, LINECALLSTATE_CONNECTED, "lineMakeCall");
}

static void dialled(HCALL consult)
{
    replied(lineDialA(consult, "1001", 0), "lineDial");
    comes_to(consult, LINECALLSTATE_CONNECTED, "lineDial");
}

static void consultations(HLINE line)
{
    HCALL call;
    HCALL consult;
    HCALL third;
    HCALL whole;

    call_up(line, &call);
    to_fill(&consult, NULL);
    replied(lineSetupTransferA(call, &consult, NULL), "lineSetupTransfer");
    dialled(consult);
    to_fill(&whole, NULL);
    replied(lineCompleteTransfer(call, consult, &whole, LINETRANSFERMODE_CONFERENCE), "lineCompleteTransfer");
    replied(lineDrop(whole, NULL, 0), "lineDrop");
    let_go(call, "a member");
    let_go(consult, "a member");
    let_go(whole, "a conference");

    call_up(line, &call);
    to_fill(&whole, &consult);
    replied(lineSetupConferenceA(call, 0, &whole, &consult, 3, NULL), "lineSetupConference");
    dialled(consult);
    replied(lineAddToConference(whole, consult), "lineAddToConference");
    to_fill(&third, NULL);
    replied(linePrepareAddToConferenceA(whole, &third, NULL), "linePrepareAddToConference");
    replied(lineDrop(third, NULL, 0), "lineDrop");
    replied(lineDrop(whole, NULL, 0), "lineDrop");
    let_go(call, "a member");
    let_go(consult, "a member");
    let_go(third, "a consultation");
    let_go(whole, "a conference");
}

static void taken_over(HLINE line)
{
    HCALL call;
    HCALL mine;

    call_up(line, &call);
    replied(lineParkA(call, LINEPARKMODE_DIRECTED, "7005", NULL), "linePark");
    let_go(call, "a call that is parked");
    to_fill(&call, NULL);
    replied(lineUnparkA(line, 0, &call, "7005"), "lineUnpark");
    replied(lineDrop(call, NULL, 0), "lineDrop");
    let_go(call, "a call that was parked");

    to_fill(&call, NULL);
    replied(lineMakeCallA(line, &call, "2002", 0, NULL), "lineMakeCall");
    comes_to(call, LINECALLSTATE_RINGBACK, "lineMakeCall");
    to_fill(&mine, NULL);
    replied(linePickupA(line, 0, &mine, "2002", NULL), "linePickup");
    replied(lineDrop(mine, NULL, 0), "lineDrop");
    let_go(mine, "a call that was picked up");
    let_go(call, "its caller");
}

/* The exchange answers within the request, so a callback may run before the function is back. */
static void handles(void)
{
    HLINEAPP app;
    HLINE line = 0;
    HLINE other = 0;
    DWORD devices = 0;
    int round;

    expect_code(lineInitialize(&app, NULL, look, "x", &devices), 0, "lineInitialize");
    expect_code(tapi3_line_use_thread(app), 0, "tapi3_line_use_thread");
    expect_code(lineOpenA(app, 0, &line, 0x00020000, 0, 1, LINECALLPRIVILEGE_NONE, 0, NULL), 0, "lineOpen");
    expect_code(lineOpenA(app, 1, &other, 0x00020000, 0, 1, LINECALLPRIVILEGE_OWNER, LINEMEDIAMODE_INTERACTIVEVOICE,
                          NULL), 0, "lineOpen");
    for (round = 0; round < ROUNDS; round++) {
        consultations(line);
        taken_over(line);
    }
    check(not_filled == 0, "each handle is there before the reply (%d not)", not_filled);
    expect_code(lineShutdown(app), 0, "lineShutdown");
}

int main(void)
{
    tests_begin(280);
    configure(NULL);
    callbacks();
    events();
    shut_down_elsewhere();
    handles();
    return tests_done();
}
