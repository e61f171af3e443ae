/*
 * The library's log as a program hears it: levels, texts, threads, and what may be done from within
 * the callback. Nothing here depends on what the library itself logs.
 */
#include "tapi_test.h"
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 4000

typedef struct Heard {
    LONG level;
    char target[128];
    char text[2100];
} Heard;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static Heard heard[MOST];
static size_t count;
static int context_is_right = 1;
static int marker;

static void remember(LONG level, const char *target, const char *text)
{
    pthread_mutex_lock(&lock);
    if (count < MOST) {
        heard[count].level = level;
        snprintf(heard[count].target, sizeof heard[count].target, "%s", target);
        snprintf(heard[count].text, sizeof heard[count].text, "%s", text);
        count++;
    }
    pthread_cond_broadcast(&more);
    pthread_mutex_unlock(&lock);
}

static void listen(LONG level, const char *target, const char *text, void *context)
{
    context_is_right &= context == &marker;
    /* Lines of the library itself may come between. */
    if (strncmp(target, "tapi3::", 7) != 0 || strcmp(target, "tapi3::log") == 0) {
        remember(level, target, text);
    }
}

/* Takes the callback away, which waits for what is on its way, and forgets what came. */
static void fall_silent(void)
{
    expect(tapi3_set_log_callback(NULL, 0, NULL), S_OK, "the callback is taken away");
}

static void forget(void)
{
    pthread_mutex_lock(&lock);
    count = 0;
    pthread_mutex_unlock(&lock);
}

static int is(size_t index, LONG level, const char *target, const char *text)
{
    return index < count && heard[index].level == level &&
           strcmp(heard[index].target, target) == 0 && strcmp(heard[index].text, text) == 0;
}

static void test_levels_and_texts(void)
{
    static char longer[5001];

    forget();
    tapi3_log(TAPI3_LOG_ERROR, "test", "nobody hears this");
    expect(tapi3_set_log_callback(listen, TAPI3_LOG_INFO, &marker), S_OK, "a callback is set");
    tapi3_log(TAPI3_LOG_ERROR, "test", "an error");
    tapi3_log(TAPI3_LOG_WARN, "test::part", "a warning");
    tapi3_log(TAPI3_LOG_INFO, NULL, "no\ntarget");
    tapi3_log(TAPI3_LOG_DEBUG, "test", "too fine");
    tapi3_log(TAPI3_LOG_TRACE, "test", "too fine");
    tapi3_log(-5, "test", "below the levels");
    tapi3_log(50, "test", "above the levels");
    tapi3_log(TAPI3_LOG_INFO, "test", NULL);
    tapi3_log(TAPI3_LOG_INFO, "\xff", "caf\xc3\xa9 \xff \x1b[31m");
    memset(longer, 'x', sizeof longer - 1);
    tapi3_log(TAPI3_LOG_INFO, "test", longer);
    fall_silent();
    tapi3_log(TAPI3_LOG_ERROR, "test", "nobody hears this either");
    check(count == 6, "six lines were heard: %zu", count);
    check(is(0, TAPI3_LOG_ERROR, "test", "an error"), "an error");
    check(is(1, TAPI3_LOG_WARN, "test::part", "a warning"), "a warning");
    check(is(2, TAPI3_LOG_INFO, "program", "no\ntarget"), "a line without a target");
    check(is(3, TAPI3_LOG_ERROR, "test", "below the levels"), "a level that is none");
    check(is(4, TAPI3_LOG_INFO, "\xef\xbf\xbd", "caf\xc3\xa9 \xef\xbf\xbd \xef\xbf\xbd[31m"),
          "what is not UTF-8, or for terminals, is mended: %s", heard[4].text);
    check(strlen(heard[5].text) <= 2003 && strlen(heard[5].text) > 1900 &&
              strcmp(heard[5].text + strlen(heard[5].text) - 3, "\xe2\x80\xa6") == 0,
          "a long line is cut");
    check(context_is_right, "the context comes back");

    expect(tapi3_set_log_callback(listen, 0, NULL), E_INVALIDARG, "no level below");
    expect(tapi3_set_log_callback(listen, TAPI3_LOG_TRACE + 1, NULL), E_INVALIDARG, "nor above");
    tapi3_log(TAPI3_LOG_ERROR, "test", "nobody hears this either");
    check(count == 6, "a callback that was refused is not called");
}

/* ---- Many threads ---- */

#define THREADS 4
#define LINES 400

static void *talk(void *number)
{
    int i;

    for (i = 0; i < LINES; i++) {
        char text[32];
        snprintf(text, sizeof text, "%d", i);
        tapi3_log(TAPI3_LOG_INFO, (const char *)number, text);
    }
    return NULL;
}

static void test_threads(void)
{
    static char names[THREADS][2] = {"0", "1", "2", "3"};
    int next[THREADS] = {0};
    pthread_t threads[THREADS];
    int in_order = 1;
    size_t i;

    forget();
    tapi3_set_log_callback(listen, TAPI3_LOG_TRACE, &marker);
    for (i = 0; i < THREADS; i++) {
        threads[i] = start_thread(talk, names[i]);
    }
    for (i = 0; i < THREADS; i++) {
        join_thread(threads[i]);
    }
    fall_silent();
    check(count == THREADS * LINES, "every line of every thread was heard: %zu", count);
    for (i = 0; i < count; i++) {
        int thread = heard[i].target[0] - '0';
        int number = -1;
        sscanf(heard[i].text, "%d", &number);
        in_order &= thread >= 0 && thread < THREADS && number == next[thread]++;
    }
    check(in_order, "the lines of a thread are in order");
}

/* ---- A callback that takes its time ---- */

static volatile int inside;
static volatile int may_go;
static volatile int removing;
static volatile int inside_at_return;

static void linger(LONG level, const char *target, const char *text, void *context)
{
    (void)context;
    if (strcmp(target, "test") == 0 && strcmp(text, "stay") == 0) {
        struct timespec moment = {0, 100000000};
        set_flag(&inside);
        wait_for_flag(&may_go);
        /* A removal that does not wait has returned by then, most likely. */
        nanosleep(&moment, NULL);
        inside = 0;
    } else {
        listen(level, target, text, &marker);
    }
}

static void *take_away(void *replacement)
{
    HRESULT hr;

    set_flag(&removing);
    hr = tapi3_set_log_callback(replacement == NULL ? (TAPI3_LOG_CALLBACK)NULL : listen,
                                TAPI3_LOG_INFO, &marker);
    inside_at_return = inside;
    return hr == S_OK ? &marker : NULL;
}

static void test_removal_waits(void)
{
    int replace;

    for (replace = 0; replace < 2; replace++) {
        pthread_t remover;
        inside = may_go = removing = 0;
        tapi3_set_log_callback(linger, TAPI3_LOG_INFO, NULL);
        tapi3_log(TAPI3_LOG_INFO, "test", "stay");
        check(wait_for_flag(&inside), "the callback runs");
        remover = start_thread(take_away, replace ? &marker : NULL);
        wait_for_flag(&removing);
        set_flag(&may_go);
        check(join_thread(remover) != NULL, "it is %s", replace ? "replaced" : "taken away");
        check(inside_at_return == 0, "and does not run any more");
    }
    fall_silent();
}

static void test_a_flood_is_counted(void)
{
    char text[1000];
    size_t lines;
    int told = 0;
    size_t i;

    forget();
    inside = may_go = 0;
    tapi3_set_log_callback(linger, TAPI3_LOG_INFO, NULL);
    tapi3_log(TAPI3_LOG_INFO, "test", "stay");
    wait_for_flag(&inside);
    /* More than is kept; the threads that log go on. */
    memset(text, '.', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (lines = 0; lines < 1000; lines++) {
        tapi3_log(TAPI3_LOG_INFO, "test", text);
    }
    set_flag(&may_go);
    fall_silent();
    for (i = 0; i < count; i++) {
        unsigned long missing = 0;
        if (strcmp(heard[i].target, "tapi3::log") == 0 &&
            sscanf(heard[i].text, "%lu lines are missing", &missing) == 1) {
            told = heard[i].level == TAPI3_LOG_WARN && count - 1 + missing == lines;
        }
    }
    check(told, "the lines that found no room were counted");
}

/* ---- What may be done from within ---- */

static ITBasicCallControl *live;
static volatile int done;
static HRESULT hung_up;
static HRESULT removed;
static int times;

static void hang_up(LONG level, const char *target, const char *text, void *context)
{
    (void)level;
    (void)context;
    if (strcmp(target, "test") == 0 && strcmp(text, "now") == 0) {
        times++;
        tapi3_log(TAPI3_LOG_ERROR, "test", "now");
        hung_up = ITBasicCallControl_Disconnect(live, DC_NORMAL);
        removed = tapi3_set_log_callback(listen, TAPI3_LOG_INFO, &marker);
        set_flag(&done);
    }
}

static void test_from_within(void)
{
    Client client;
    ITAddress *address;

    client_open(&client, ALL_EVENTS);
    address = client_address(&client, OLESTR("2001"));
    live = connected_call(address, OLESTR("1001"));
    forget();
    done = times = 0;
    tapi3_set_log_callback(hang_up, TAPI3_LOG_TRACE, NULL);
    tapi3_log(TAPI3_LOG_INFO, "test", "now");
    check(wait_for_flag(&done), "the callback came back");
    expect(hung_up, S_OK, "it hung up");
    expect(removed, S_OK, "it gave its place to another");
    check(times == 1, "its own lines did not come back to it");
    check(state_of(live) == CS_DISCONNECTED, "the call is over");
    tapi3_log(TAPI3_LOG_INFO, "test", "the next");
    fall_silent();
    check(count == 1 && is(0, TAPI3_LOG_INFO, "test", "the next"), "the other has its place");
    ITBasicCallControl_Release(live);
    ITAddress_Release(address);
    client_close(&client);
}

/* Setting and taking away in many threads at once. */
static void *change(void *unused)
{
    int i;

    (void)unused;
    for (i = 0; i < 50; i++) {
        tapi3_set_log_callback(listen, TAPI3_LOG_TRACE, &marker);
        tapi3_log(TAPI3_LOG_INFO, "test", "a line");
        tapi3_set_log_callback(NULL, 0, NULL);
    }
    return NULL;
}

static void test_changing_in_many_threads(void)
{
    pthread_t threads[THREADS];
    size_t i;

    for (i = 0; i < THREADS; i++) {
        threads[i] = start_thread(change, NULL);
    }
    for (i = 0; i < THREADS; i++) {
        join_thread(threads[i]);
    }
    forget();
    tapi3_log(TAPI3_LOG_INFO, "test", "unheard");
    check(count == 0, "at the end nobody listens");
}

/* A child that was forked has a log of its own once it asks for one, and does not hang. */
static void test_a_forked_child(void)
{
    pid_t child;
    int status = -1;

    forget();
    tapi3_set_log_callback(listen, TAPI3_LOG_TRACE, &marker);
    child = fork();
    if (child == 0) {
        int good;
        alarm(60);
        tapi3_log(TAPI3_LOG_ERROR, "test", "first");
        good = tapi3_set_log_callback(listen, TAPI3_LOG_INFO, &marker) == S_OK;
        tapi3_log(TAPI3_LOG_INFO, "test", "heard");
        good &= tapi3_set_log_callback(NULL, 0, NULL) == S_OK;
        good &= count == 2 && is(0, TAPI3_LOG_ERROR, "test", "first");
        good &= is(1, TAPI3_LOG_INFO, "test", "heard");
        /* Another program, for valgrind would ask this one about its parent's threads. */
        execl("/bin/sh", "sh", "-c", good ? "exit 0" : "exit 1", (char *)NULL);
        _exit(2);
    }
    waitpid(child, &status, 0);
    check(child > 0 && status == 0, "a forked child has a log of its own: %d", status);
    tapi3_log(TAPI3_LOG_INFO, "test", "still here");
    fall_silent();
    check(count == 1 && is(0, TAPI3_LOG_INFO, "test", "still here"), "and its parent keeps its own");
}

int main(void)
{
    tests_begin(280);
    test_levels_and_texts();
    test_threads();
    test_removal_waits();
    test_a_flood_is_counted();
    test_from_within();
    test_changing_in_many_threads();
    test_a_forked_child();
    return tests_done();
}
