/*
 * The checks of tapi_test.h; its recording client is in recording_client.c.
 */
#include "tapi_test.h"
#include "checking.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int checks;
static int failures;
static pthread_mutex_t output = PTHREAD_MUTEX_INITIALIZER;

/* ---- Checks ---- */

/* To print is no cancellation point here, as calling the library is none. Returns what give_output wants. */
static int take_output(void)
{
    int before;

    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    pthread_mutex_lock(&output);
    return before;
}

static void give_output(int before)
{
    fflush(stdout);
    pthread_mutex_unlock(&output);
    pthread_setcancelstate(before, NULL);
}

int report(int good, const char *extra, const char *what, va_list arguments)
{
    int before = take_output();

    checks++;
    failures += !good;
    printf("%s %d - ", good ? "ok" : "not ok", checks);
    vprintf(what, arguments);
    printf("\n%s", good ? "" : extra);
    give_output(before);
    return good;
}

int check(int good, const char *what, ...)
{
    va_list arguments;

    va_start(arguments, what);
    report(good, "", what, arguments);
    va_end(arguments);
    return good;
}

const char *hr_name(HRESULT hr)
{
    const char *name = tapi3_hresult_name(hr);

    return name != NULL ? name : "nameless";
}

int expect_hr(HRESULT got, HRESULT wanted, const char *file, int line, const char *what, ...)
{
    char extra[200];
    va_list arguments;

    snprintf(extra, sizeof extra, "# %s:%d: got %s (0x%08X), wanted %s\n", file, line, hr_name(got),
             (unsigned)got, hr_name(wanted));
    va_start(arguments, what);
    report(got == wanted, extra, what, arguments);
    va_end(arguments);
    return got == wanted;
}

void note(const char *what, ...)
{
    va_list arguments;
    int before = take_output();

    va_start(arguments, what);
    printf("# ");
    vprintf(what, arguments);
    printf("\n");
    va_end(arguments);
    give_output(before);
}

void bail_out(const char *what, ...)
{
    va_list arguments;

    pthread_mutex_lock(&output);
    va_start(arguments, what);
    printf("Bail out! ");
    vprintf(what, arguments);
    printf("\n");
    fflush(stdout);
    va_end(arguments);
    _exit(99);
}

int tests_done(void)
{
    CoUninitialize();
    printf("1..%d\n", checks);
    if (failures > 0) {
        printf("# %d of %d failed\n", failures, checks);
    }
    return failures > 0 || checks == 0;
}

static void too_late(int signal)
{
    static const char words[] = "Bail out! the test hangs\n";

    (void)signal;
    if (write(1, words, sizeof words - 1) < 0) {
        _exit(98);
    }
    _exit(97);
}

static void lock_literals(void);
static void unlock_literals(void);

void tests_begin(unsigned seconds)
{
    HRESULT hr;

    /* A child that is forked while another thread makes a literal may make some itself. */
    pthread_atfork(lock_literals, unlock_literals, unlock_literals);
    signal(SIGALRM, too_late);
    alarm(seconds);
    hr = CoInitializeEx(NULL, COINIT_MULTITHREADED);
    if (FAILED(hr)) {
        bail_out("CoInitializeEx: %s", hr_name(hr));
    }
}

void configure(const char *toml)
{
    HRESULT hr = tapi3_set_configuration(toml);
    char *message;

    if (FAILED(hr)) {
        message = tapi3_last_error_message();
        bail_out("tapi3_set_configuration: %s: %s", hr_name(hr), message != NULL ? message : "");
    }
}

/* ---- Small things ---- */

/* The literals made so far, so that each is one BSTR for the whole run and none is a leak. */
static struct Literal {
    const OLECHAR *text;
    BSTR made;
} literals[256];
static pthread_mutex_t literals_lock = PTHREAD_MUTEX_INITIALIZER;

static void lock_literals(void)
{
    pthread_mutex_lock(&literals_lock);
}

static void unlock_literals(void)
{
    pthread_mutex_unlock(&literals_lock);
}

BSTR test_bstr(const OLECHAR *text)
{
    size_t i;
    BSTR made = NULL;

    pthread_mutex_lock(&literals_lock);
    for (i = 0; i < sizeof literals / sizeof *literals && made == NULL; i++) {
        if (literals[i].made == NULL) {
            literals[i].text = text;
            literals[i].made = SysAllocString(text);
        }
        if (literals[i].text == text) {
            made = literals[i].made;
        }
    }
    pthread_mutex_unlock(&literals_lock);
    if (made == NULL) {
        bail_out("too many literals");
    }
    return made;
}

void *query(void *object, REFIID iid)
{
    IUnknown *unknown = (IUnknown *)object;
    void *found = NULL;
    HRESULT hr = IUnknown_QueryInterface(unknown, iid, &found);

    if (FAILED(hr) || found == NULL) {
        bail_out("QueryInterface: %s", hr_name(hr));
    }
    return found;
}

void leave_error_info(void)
{
    IIDFromString(OLESTR("no id"), NULL);
}

ULONG references_of(void *object)
{
    IUnknown *unknown = (IUnknown *)object;

    IUnknown_AddRef(unknown);
    return IUnknown_Release(unknown);
}

int text_is(BSTR text, const char *wanted)
{
    char *utf8 = tapi3_bstr_to_utf8(text);
    int same = utf8 != NULL && strcmp(utf8, wanted) == 0;

    if (!same) {
        note("text is \"%s\", wanted \"%s\"", utf8 != NULL ? utf8 : "(none)", wanted);
    }
    CoTaskMemFree(utf8);
    SysFreeString(text);
    return same;
}

pthread_t start_thread(void *(*body)(void *), void *argument)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, body, argument) != 0) {
        bail_out("a thread does not start");
    }
    return thread;
}

void *join_thread(pthread_t thread)
{
    void *result = NULL;

    pthread_join(thread, &result);
    return result;
}

LONGLONG now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (LONGLONG)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct timespec patience(void)
{
    struct timespec until;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE_SECONDS;
    return until;
}

static pthread_mutex_t flags_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t flags_changed = PTHREAD_COND_INITIALIZER;

int wait_on(pthread_cond_t *condition, pthread_mutex_t *lock, const struct timespec *until)
{
    int before, waited;

    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    waited = pthread_cond_timedwait(condition, lock, until);
    pthread_setcancelstate(before, NULL);
    return waited;
}

int wait_for_flag(const volatile int *flag)
{
    struct timespec until = patience();
    int set;

    pthread_mutex_lock(&flags_lock);
    while (!*flag && wait_on(&flags_changed, &flags_lock, &until) == 0) {
    }
    set = *flag;
    pthread_mutex_unlock(&flags_lock);
    return set;
}

void set_flag(volatile int *flag)
{
    pthread_mutex_lock(&flags_lock);
    *flag = 1;
    pthread_cond_broadcast(&flags_changed);
    pthread_mutex_unlock(&flags_lock);
}
