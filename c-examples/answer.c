/*
 * Answers calls: waits for one, answers it, waits until the caller hangs up.
 *
 *     answer [--line NAME] [--count N] [--timeout SECONDS]
 *
 * It ends with status 0 after N calls (1 if not said), with 1 when SECONDS pass without the next
 * call or without its end (60 if not said). With the lines of the simulated exchange, let one
 * come in by itself: see [[simulation.call]] in the documentation of the configuration.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* pthreads and clock_gettime */
#endif
#define CINTERFACE /* the C view of the interfaces, even when this is compiled as C++ */
#define COBJMACROS
#include <pthread.h>
#include <tapi3.h>

#include "example.h"

/* The call that is being handled. One at a time: a second one meanwhile is refused. */
typedef struct Phone {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    ITBasicCallControl *call; /* with a reference of its own */
    int offering;
    int over;
} Phone;

static Phone phone = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, NULL, 0, 0 };
static EventSink sink;

/* Says who calls; what the network does not tell is an empty text. */
static void print_caller(ITCallInfo *info)
{
    BSTR name = NULL;
    BSTR number = NULL;
    char *name_utf8, *number_utf8;

    ITCallInfo_get_CallInfoString(info, CIS_CALLERIDNAME, &name);
    ITCallInfo_get_CallInfoString(info, CIS_CALLERIDNUMBER, &number);
    name_utf8 = take_text(name);
    number_utf8 = take_text(number);
    printf("call from %s %s\n", number_utf8 != NULL ? number_utf8 : "",
           name_utf8 != NULL ? name_utf8 : "");
    fflush(stdout);
    CoTaskMemFree(name_utf8);
    CoTaskMemFree(number_utf8);
}

/* A call is new: keep it, or refuse it if the line is taken. Its state is CS_OFFERING already. */
static void on_notification(ITCallNotificationEvent *news)
{
    CALL_NOTIFICATION_EVENT kind = CNE_MONITOR;
    ITCallInfo *info = NULL;
    ITBasicCallControl *call = NULL;
    int busy;

    ITCallNotificationEvent_get_Event(news, &kind);
    if (kind != CNE_OWNER || FAILED(ITCallNotificationEvent_get_Call(news, &info))) {
        return;
    }
    if (SUCCEEDED(ITCallInfo_QueryInterface(info, ID(IID_ITBasicCallControl), (void **)&call))) {
        pthread_mutex_lock(&phone.lock);
        busy = phone.call != NULL;
        if (!busy) {
            phone.call = call;
        }
        pthread_mutex_unlock(&phone.lock);
        if (busy) {
            ITBasicCallControl_Disconnect(call, DC_REJECTED);
            ITBasicCallControl_Release(call);
        } else {
            print_caller(info);
        }
    }
    ITCallInfo_Release(info);
}

/* The call's state changed: wake main(), which answers. */
static void on_state(ITCallStateEvent *change)
{
    CALL_STATE state = CS_IDLE;
    CALL_STATE_EVENT_CAUSE cause = CEC_NONE;
    ITCallInfo *info = NULL;
    ITBasicCallControl *call = NULL;

    ITCallStateEvent_get_State(change, &state);
    ITCallStateEvent_get_Cause(change, &cause);
    if (FAILED(ITCallStateEvent_get_Call(change, &info))) {
        return;
    }
    if (SUCCEEDED(ITCallInfo_QueryInterface(info, ID(IID_ITBasicCallControl), (void **)&call))) {
        pthread_mutex_lock(&phone.lock);
        /* One call is one object, and an object has one pointer for each interface. */
        if (call == phone.call) {
            printf("event: %s%s\n", state_name(state), cause_name(cause));
            fflush(stdout);
            phone.offering |= state == CS_OFFERING;
            phone.over |= state == CS_DISCONNECTED;
            pthread_cond_signal(&phone.changed);
        }
        pthread_mutex_unlock(&phone.lock);
        ITBasicCallControl_Release(call);
    }
    ITCallInfo_Release(info);
}

/* Runs on the library's thread. */
static void on_event(TAPI_EVENT event, IDispatch *object)
{
    if (event == TE_CALLNOTIFICATION) {
        ITCallNotificationEvent *news = NULL;
        if (SUCCEEDED(IDispatch_QueryInterface(object, ID(IID_ITCallNotificationEvent),
                                               (void **)&news))) {
            on_notification(news);
            ITCallNotificationEvent_Release(news);
        }
    } else if (event == TE_CALLSTATE) {
        ITCallStateEvent *change = NULL;
        if (SUCCEEDED(IDispatch_QueryInterface(object, ID(IID_ITCallStateEvent),
                                               (void **)&change))) {
            on_state(change);
            ITCallStateEvent_Release(change);
        }
    }
}

/* Waits until `*flag` is set. Returns whether it was, within `seconds`. */
static int wait_for(const int *flag, long seconds)
{
    struct timespec deadline = seconds_from_now(seconds);
    int set;

    pthread_mutex_lock(&phone.lock);
    while (!*flag) {
        if (pthread_cond_timedwait(&phone.changed, &phone.lock, &deadline) != 0) {
            break;
        }
    }
    set = *flag;
    pthread_mutex_unlock(&phone.lock);
    return set;
}

/* Lets go of the call, so that the next one is taken. */
static void forget_call(void)
{
    ITBasicCallControl *call;

    pthread_mutex_lock(&phone.lock);
    call = phone.call;
    phone.call = NULL;
    phone.offering = 0;
    phone.over = 0;
    pthread_mutex_unlock(&phone.lock);
    if (call != NULL) {
        ITBasicCallControl_Release(call);
    }
}

/* Answers one call and waits until its caller hangs up. Returns whether that went well. */
static int take_one_call(long seconds)
{
    HRESULT hr;
    int over;

    if (!wait_for(&phone.offering, seconds)) {
        fprintf(stderr, "Nobody called.\n");
        return 0;
    }
    hr = ITBasicCallControl_Answer(phone.call);
    printf("Answer: %s\n", hresult_name(hr));
    fflush(stdout);
    if (FAILED(hr)) {
        complain("Answer", hr); /* the caller may have given up meanwhile */
    }
    over = wait_for(&phone.over, seconds);
    if (!over) {
        fprintf(stderr, "The caller does not hang up, so we do.\n");
        ITBasicCallControl_Disconnect(phone.call, DC_NORMAL);
    }
    forget_call();
    return over && SUCCEEDED(hr);
}

/* Everything between Initialize and Shutdown. */
static int take_calls(ITTAPI *tapi, const char *line, long count, long seconds)
{
    ITAddress *address = NULL;
    LONG registration = 0;
    HRESULT hr;
    int good = 0;

    hr = find_address(tapi, line, &address);
    if (FAILED(hr)) {
        complain_of_line(line, hr);
        return 0;
    }
    hr = sink_connect(&sink, tapi, on_event);
    if (FAILED(hr)) {
        complain("Advise", hr);
        ITAddress_Release(address);
        return 0;
    }
    hr = ITTAPI_put_EventFilter(tapi, TE_CALLNOTIFICATION | TE_CALLSTATE);
    if (SUCCEEDED(hr)) {
        /* As owner, so that we may answer; not as monitor, so other programs' calls are theirs. */
        hr = ITTAPI_RegisterCallNotifications(tapi, address, VARIANT_FALSE, VARIANT_TRUE,
                                              TAPIMEDIATYPE_AUDIO, 0, &registration);
    }
    if (SUCCEEDED(hr)) {
        printf("waiting\n");
        fflush(stdout);
        for (good = 1; good && count > 0; count--) {
            good = take_one_call(seconds);
        }
        ITTAPI_UnregisterNotifications(tapi, registration);
    } else {
        complain("RegisterCallNotifications", hr);
    }

    sink_disconnect(&sink);
    ITAddress_Release(address);
    return good;
}

int main(int argc, char **argv)
{
    const char *line = NULL;
    long count = 1;
    long seconds = 60;
    ITTAPI *tapi = NULL;
    HRESULT hr;
    int good = 0;
    int i;

    for (i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (value != NULL && strcmp(argv[i], "--line") == 0) {
            line = value;
        } else if (value != NULL && strcmp(argv[i], "--count") == 0) {
            count = strtol(value, NULL, 10);
        } else if (value != NULL && strcmp(argv[i], "--timeout") == 0) {
            seconds = strtol(value, NULL, 10);
        } else {
            fprintf(stderr, "usage: %s [--line NAME] [--count N] [--timeout SECONDS]\n", argv[0]);
            return 2;
        }
        i++;
    }

    hr = CoInitializeEx(NULL, COINIT_MULTITHREADED);
    if (FAILED(hr)) {
        complain("CoInitializeEx", hr);
        return 1;
    }
    hr = CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI), (void **)&tapi);
    if (FAILED(hr)) {
        complain("CoCreateInstance", hr);
        CoUninitialize();
        return 1;
    }
    hr = ITTAPI_Initialize(tapi);
    if (SUCCEEDED(hr)) {
        good = take_calls(tapi, line, count, seconds);
        ITTAPI_Shutdown(tapi);
        forget_call(); /* one may have come after the last that we wanted */
    } else {
        complain("Initialize", hr);
    }
    ITTAPI_Release(tapi);
    CoUninitialize();
    return good ? 0 : 1;
}
