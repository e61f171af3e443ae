/*
 * The two ways of getting messages of TAPI 2: a callback that the program or a thread of the library calls,
 * and an event to wait for; and who waits when the application ends.
 */
#include "tapi2_test.h"

#include <poll.h>
#include <pthread.h>

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
    }
    check(pthread_equal(callback_thread, pthread_self()), "the callback ran where the program pumps");
    expect_code(tapi3_line_use_thread(callback_app), 0, "tapi3_line_use_thread");
    pthread_mutex_lock(&heard_lock);
    over = 0;
    expect_request(lineMakeCallA(line, &callback_call, "1001", 0, NULL), "lineMakeCall");
    while (!over) {
        pthread_cond_wait(&heard, &heard_lock);
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

int main(void)
{
    tests_begin(240);
    configure(NULL);
    callbacks();
    events();
    shut_down_elsewhere();
    return tests_done();
}
