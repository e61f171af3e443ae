/*
 * A sink, a callback of TAPI 2 and the log's function, each on its own thread of the library's, that
 * end each other at the same moment: nobody waits for ever, and afterwards none of them runs.
 */
#include "tapi2_test.h"

#include <string.h>

/* How many are inside their function, and how many have ended the other. */
static int inside;
static int back;
static int expected;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void begin(int parties)
{
    inside = back = 0;
    expected = parties;
}

/* Waits until all are inside; the alarm ends a program that waits in vain. */
static void meet(void)
{
    pthread_mutex_lock(&lock);
    inside++;
    pthread_cond_broadcast(&changed);
    while (inside < expected) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
}

static void come_back(void)
{
    pthread_mutex_lock(&lock);
    back++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

static void all_come_back(const char *who)
{
    pthread_mutex_lock(&lock);
    while (back < expected) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
    check(1, "%s end each other", who);
}

/* ---- Whom they end ---- */

typedef enum Whom { THE_OBJECT, THE_LOG, APPLICATION } Whom;

static Client client;
static HLINEAPP applications[2];

static void end(Whom whom, int number)
{
    switch (whom) {
    case THE_OBJECT:
        ITTAPI_Shutdown(client.tapi);
        break;
    case THE_LOG:
        tapi3_set_log_callback(NULL, 0, NULL);
        break;
    case APPLICATION:
        lineShutdown(applications[number]);
        break;
    }
    come_back();
}

/* ---- The three kinds of functions; each acts in its first event ---- */

static Whom sinks_victim;
static Whom logs_victim;
static Whom callbacks_victims[2];
static int in_sink;
static int in_callback[2];

static void in_the_sink(Client *owner, const Seen *seen, void *context)
{
    (void)owner;
    (void)seen;
    (void)context;
    if (!in_sink) {
        in_sink = 1;
        meet();
        end(sinks_victim, 0);
    }
}

static void in_the_log(LONG level, const char *target, const char *text, void *context)
{
    (void)level;
    (void)text;
    (void)context;
    if (strcmp(target, "each other") == 0) {
        meet();
        end(logs_victim, 0);
    }
}

static void CALLBACK in_a_callback(DWORD device, DWORD message, DWORD_PTR instance, DWORD_PTR first,
                                   DWORD_PTR second, DWORD_PTR third)
{
    (void)device;
    (void)first;
    (void)second;
    (void)third;
    if (message == LINE_CALLSTATE && !in_callback[instance]) {
        in_callback[instance] = 1;
        meet();
        end(callbacks_victims[instance], (int)(1 - instance));
    }
}

/* ---- What has their first event come ---- */

static void open_object(Whom victim)
{
    in_sink = 0;
    sinks_victim = victim;
    client_open(&client, TE_CALLSTATE);
    client_hook(&client, in_the_sink, NULL);
}

static ITBasicCallControl *place_call(void)
{
    ITAddress *address = client_address(&client, OLESTR("2001"));
    ITBasicCallControl *call = new_call(address, OLESTR("1001"));

    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "Connect");
    ITAddress_Release(address);
    return call;
}

static void close_object(ITBasicCallControl *call)
{
    /* Whoever ended it did not wait for a sink that still ran; this does. */
    ITTAPI_Shutdown(client.tapi);
    check(state_of(call) == CS_DISCONNECTED, "its call is over");
    check(ITBasicCallControl_Release(call) == 0, "and gone");
    client_close(&client);
}

static void open_log(Whom victim)
{
    logs_victim = victim;
    expect(tapi3_set_log_callback(in_the_log, TAPI3_LOG_ERROR, NULL), S_OK, "a log callback");
}

static HLINE open_application(int number, Whom victim)
{
    LINEINITIALIZEEXPARAMS parameters;
    DWORD devices;
    DWORD version = 0x00020002;
    HLINE line = 0;

    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwOptions = LINEINITIALIZEEXOPTION_USEHIDDENWINDOW;
    in_callback[number] = 0;
    callbacks_victims[number] = victim;
    expect_code(lineInitializeExA(&applications[number], NULL, in_a_callback, "each other", &devices, &version,
                                  &parameters),
                0, "lineInitializeEx");
    expect_code(tapi3_line_use_thread(applications[number]), 0, "its own thread");
    expect_code(lineOpenA(applications[number], 1, &line, 0x00020002, 0, (DWORD_PTR)number,
                          LINECALLPRIVILEGE_NONE, 0, NULL),
                0, "lineOpen");
    return line;
}

static void dial(HLINE line)
{
    HCALL call;

    check(lineMakeCallA(line, &call, "1001", 0, NULL) > 0, "lineMakeCall");
}

/* ---- Who with whom ---- */

static void sink_and_log(void)
{
    ITBasicCallControl *call;

    begin(2);
    open_object(THE_LOG);
    open_log(THE_OBJECT);
    tapi3_log(TAPI3_LOG_ERROR, "each other", "now");
    call = place_call();
    all_come_back("a sink and the log");
    expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "no log callback");
    close_object(call);
}

static void callback_and_log(void)
{
    HLINE line;

    begin(2);
    line = open_application(0, THE_LOG);
    open_log(APPLICATION);
    tapi3_log(TAPI3_LOG_ERROR, "each other", "now");
    dial(line);
    all_come_back("a callback and the log");
    expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "no log callback");
    expect_code(lineShutdown(applications[0]), LINEERR_INVALAPPHANDLE, "the application has ended");
}

static void callback_and_sink(void)
{
    ITBasicCallControl *call;
    HLINE line;

    begin(2);
    open_object(APPLICATION);
    line = open_application(0, THE_OBJECT);
    dial(line);
    call = place_call();
    all_come_back("a callback and a sink");
    close_object(call);
    expect_code(lineShutdown(applications[0]), LINEERR_INVALAPPHANDLE, "the application has ended");
}

static void two_callbacks(void)
{
    HLINE lines[2];
    int i;

    begin(2);
    for (i = 0; i < 2; i++) {
        lines[i] = open_application(i, APPLICATION);
    }
    for (i = 0; i < 2; i++) {
        dial(lines[i]);
    }
    all_come_back("two callbacks");
    for (i = 0; i < 2; i++) {
        expect_code(lineShutdown(applications[i]), LINEERR_INVALAPPHANDLE, "the application has ended");
    }
}

static void all_three_in_a_ring(void)
{
    ITBasicCallControl *call;
    HLINE line;

    begin(3);
    open_object(THE_LOG);
    line = open_application(0, THE_OBJECT);
    open_log(APPLICATION);
    tapi3_log(TAPI3_LOG_ERROR, "each other", "now");
    dial(line);
    call = place_call();
    all_come_back("all three");
    expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "no log callback");
    close_object(call);
    expect_code(lineShutdown(applications[0]), LINEERR_INVALAPPHANDLE, "the application has ended");
}

/* ---- Some set the log's function while others take it away, and no line comes ---- */

#define ROUNDS 100
#define TIMES 200

static void *set_it(void *unused)
{
    int i;

    for (i = 0; i < TIMES; i++) {
        tapi3_set_log_callback(in_the_log, TAPI3_LOG_ERROR, NULL);
    }
    return unused;
}

static void *take_it_away(void *unused)
{
    int i;

    for (i = 0; i < TIMES; i++) {
        tapi3_set_log_callback(NULL, 0, NULL);
    }
    return unused;
}

static void some_set_the_log(void)
{
    pthread_t threads[4];
    int round, i;

    for (round = 0; round < ROUNDS; round++) {
        for (i = 0; i < 4; i++) {
            threads[i] = start_thread(i % 2 == 0 ? set_it : take_it_away, NULL);
        }
        for (i = 0; i < 4; i++) {
            join_thread(threads[i]);
        }
    }
    check(1, "nobody waits for a log that somebody else has meanwhile");
    expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "no log callback");
}

int main(void)
{
    tests_begin(200);
    sink_and_log();
    callback_and_log();
    callback_and_sink();
    two_callbacks();
    all_three_in_a_ring();
    some_set_the_log();
    return tests_done();
}
