/*
 * A program that leaves with a live call, in as many ways as there are:
 *
 *     leaving MODE DESTINATION
 *
 * It prints "up" when the call is connected. Whoever started it looks at the other end of the call.
 */
#include "tapi_test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Client client;
static ITBasicCallControl *call;
static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
static volatile int inside;
static volatile int ending;
/* Which thread that is, under /proc. */
static char first_to_leave[64];
static const char *mode;

static int is(const char *name)
{
    return strcmp(mode, name) == 0;
}

static void say(const char *word)
{
    printf("%s\n", word);
    fflush(stdout);
}

/* Within the sink. */
static void on_event(Client *to, const Seen *seen, void *context)
{
    (void)to;
    (void)context;
    if (seen->kind != TE_CALLSTATE || seen->what != CS_CONNECTED) {
        return;
    }
    set_flag(&inside);
    if (is("sink")) {
        say("up");
        exit(7);
    }
    if (is("held")) {
        pthread_mutex_lock(&held); /* the main thread has it, and leaves */
        pthread_mutex_unlock(&held);
    }
    for (;;) {
        pause();
    }
}

static ITAddress *first_address(void)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;

    if (FAILED(ITTAPI_EnumerateAddresses(client.tapi, &addresses)) ||
        IEnumAddress_Next(addresses, 1, &address, NULL) != S_OK) {
        bail_out("no address");
    }
    IEnumAddress_Release(addresses);
    return address;
}

static void *busy(void *address)
{
    for (;;) {
        ITBasicCallControl *other = new_call((ITAddress *)address, OLESTR("sip:nobody@127.0.0.1"));

        state_of(call);
        ITBasicCallControl_Disconnect(other, DC_NORMAL);
        ITBasicCallControl_Release(other);
    }
    return NULL; /* never */
}

static void *shut_down(void *unused)
{
    (void)unused;
    set_flag(&inside);
    ITTAPI_Shutdown(client.tapi);
    return NULL;
}

/* A thread that is to end shuts down first. */
static void *shut_down_when_cancelled(void *shut)
{
    pthread_cancel(pthread_self());
    *(HRESULT *)shut = ITTAPI_Shutdown(client.tapi);
    pthread_testcancel();
    return shut;
}

/* The end has come as far as the program's own destructors. The library's is the next. */
static void __attribute__((destructor)) destroyed(void)
{
    set_flag(&ending);
}

static void *leave_first(void *unused)
{
    (void)unused;
    if (readlink("/proc/thread-self", first_to_leave, sizeof first_to_leave - 1) < 0) {
        bail_out("no /proc/thread-self");
    }
    exit(7);
}

/* Waits until the thread that leaves first has come to where it waits for the far end. */
static void wait_for_first(void)
{
    char path[128];
    char state = 0;

    wait_for_flag(&ending);
    snprintf(path, sizeof path, "/proc/%s/stat", first_to_leave);
    while (state != 'S') {
        FILE *file = fopen(path, "r");

        if (file == NULL || fscanf(file, "%*d (%*[^)]) %c", &state) != 1) {
            _exit(3);
        }
        fclose(file);
    }
}

/* The way that the documentation recommends. */
static void *wait_for_signal(void *signals)
{
    int signal = 0;

    sigwait((const sigset_t *)signals, &signal);
    ITTAPI_Shutdown(client.tapi);
    _exit(128 + signal);
}

/* Registered before the library was used: runs while it still works. */
static void at_exit(void)
{
    HRESULT ended = ITBasicCallControl_Disconnect(call, DC_NORMAL);

    printf("at exit: %s, then %s\n", hr_name(ended), hr_name(ITTAPI_Shutdown(client.tapi)));
    ITBasicCallControl_Release(call);
    ITTAPI_Release(client.tapi);
}

int main(int count, char **arguments)
{
    static sigset_t signals;
    ITAddress *address;
    BSTR destination;
    HRESULT hr;
    int sinks;

    if (count != 3) {
        return 2;
    }
    mode = arguments[1];
    sinks = is("sink") || is("stuck") || is("held");
    if (is("handler")) {
        atexit(at_exit);
    }
    if (is("signal")) {
        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, NULL);
    }
    tests_begin(280);
    client_open(&client, sinks ? TE_CALLSTATE : 0);
    if (sinks) {
        client_hook(&client, on_event, NULL);
    }
    if (is("signal")) {
        start_thread(wait_for_signal, &signals);
    }
    address = first_address();
    destination = tapi3_utf8_to_bstr(arguments[2]);
    hr = ITAddress_CreateCall(address, destination, LINEADDRESSTYPE_DOMAINNAME, TAPIMEDIATYPE_AUDIO,
                              &call);
    if (FAILED(hr)) {
        bail_out("CreateCall: %s", hr_name(hr));
    }
    if (is("held")) {
        pthread_mutex_lock(&held);
    }
    hr = ITBasicCallControl_Connect(call, is("early") ? VARIANT_FALSE : VARIANT_TRUE);
    if (FAILED(hr)) {
        bail_out("Connect: %s", hr_name(hr));
    }
    if (is("early")) {
        return 0;
    }
    if (is("stuck") || is("held")) {
        wait_for_flag(&inside);
    }
    if (is("busy")) {
        start_thread(busy, address);
        start_thread(busy, address);
    }
    if (is("shutdown")) {
        start_thread(shut_down, NULL);
        wait_for_flag(&inside);
    }
    if (is("cancelled")) {
        HRESULT shut = E_FAIL;

        say(join_thread(start_thread(shut_down_when_cancelled, &shut)) == PTHREAD_CANCELED
                ? "cancelled behind it"
                : "not cancelled");
        if (shut != S_OK) {
            bail_out("Shutdown: %s", hr_name(shut));
        }
    }
    if (is("sink") || is("signal")) {
        if (is("signal")) {
            say("up");
        }
        for (;;) {
            pause();
        }
    }
    say("up");
    if (is("twice")) {
        start_thread(leave_first, NULL);
        wait_for_first();
    }
    if (is("exit") || is("twice")) {
        exit(7);
    }
    return 0;
}
