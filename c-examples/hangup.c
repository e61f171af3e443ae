/*
 * Places a call, shows each of its states as the event arrives, hangs up.
 *
 *     hangup [--line NAME] [DESTINATION]
 *
 * Without arguments it calls 1001, which on the simulated exchange answers. It ends with status 0
 * when the call was connected and hung up.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* pthreads and clock_gettime */
#endif
#define CINTERFACE /* the C view of the interfaces, even when this is compiled as C++ */
#define COBJMACROS /* ITAddress_CreateCall(address, …) for address->lpVtbl->CreateCall(address, …) */
#include <pthread.h>
#include <tapi3.h>

#include "example.h"

/* How long to wait for the last event of a call that was hung up. */
#define PATIENCE_SECONDS 10

/* What the sink tells the main thread: whether the call is over. */
typedef struct Progress {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int over;
} Progress;

static Progress progress = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0 };
static EventSink sink;

/* Runs on the library's thread. */
static void on_event(TAPI_EVENT event, IDispatch *object)
{
    ITCallStateEvent *change = NULL;
    CALL_STATE state = CS_IDLE;
    CALL_STATE_EVENT_CAUSE cause = CEC_NONE;

    if (event != TE_CALLSTATE) {
        return;
    }
    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITCallStateEvent), (void **)&change))) {
        return;
    }
    ITCallStateEvent_get_State(change, &state);
    ITCallStateEvent_get_Cause(change, &cause);
    ITCallStateEvent_Release(change);

    printf("event: %s%s\n", state_name(state), cause_name(cause));
    fflush(stdout);
    if (state == CS_DISCONNECTED) {
        pthread_mutex_lock(&progress.lock);
        progress.over = 1;
        pthread_cond_signal(&progress.changed);
        pthread_mutex_unlock(&progress.lock);
    }
}

/* Waits for the event that says the call is over. Returns whether it came. */
static int wait_for_end(void)
{
    struct timespec deadline = seconds_from_now(PATIENCE_SECONDS);
    int over;

    pthread_mutex_lock(&progress.lock);
    while (!progress.over) {
        if (pthread_cond_timedwait(&progress.changed, &progress.lock, &deadline) != 0) {
            break;
        }
    }
    over = progress.over;
    pthread_mutex_unlock(&progress.lock);
    return over;
}

/* A number is dialled, anything else (sip:bob@example.com) is looked up. */
static LONG address_type(const char *destination)
{
    size_t digits = strspn(destination, "+0123456789*#ABCDabcd,-.() ");

    return destination[digits] == '\0' ? LINEADDRESSTYPE_PHONENUMBER : LINEADDRESSTYPE_DOMAINNAME;
}

/* A new call on `address`. It is idle: nothing leaves for the network before Connect. */
static HRESULT create_call(ITAddress *address, const char *destination, ITBasicCallControl **call)
{
    BSTR text = tapi3_utf8_to_bstr(destination);
    HRESULT hr;

    if (text == NULL) {
        return E_OUTOFMEMORY;
    }
    hr = ITAddress_CreateCall(address, text, address_type(destination), TAPIMEDIATYPE_AUDIO, call);
    SysFreeString(text); /* a BSTR that goes in stays ours */
    return hr;
}

/* Connects the call and hangs up. Returns whether both went well. */
static int talk(ITBasicCallControl *call)
{
    HRESULT connected, ended;

    /* VARIANT_TRUE: return when the far end has answered, or has not. */
    connected = ITBasicCallControl_Connect(call, VARIANT_TRUE);
    if (FAILED(connected)) {
        complain("Connect", connected);
    }

    /* Also after a failure: it costs nothing when the call is over already. */
    ended = ITBasicCallControl_Disconnect(call, DC_NORMAL);
    if (FAILED(ended)) {
        complain("Disconnect", ended);
        return 0;
    }
    /* Events come on a thread of their own; S_FALSE says that there was nothing to end. */
    if (ended == S_OK && !wait_for_end()) {
        fprintf(stderr, "The event that says the call is over did not come.\n");
        return 0;
    }
    printf("Disconnect: %s\n", hresult_name(ended));
    return SUCCEEDED(connected);
}

/* Everything between Initialize and Shutdown. */
static int place_and_hang_up(ITTAPI *tapi, const char *line, const char *destination)
{
    ITAddress *address = NULL;
    ITBasicCallControl *call = NULL;
    HRESULT hr;
    int good = 0;

    hr = find_address(tapi, line, &address);
    if (FAILED(hr)) {
        complain_of_line(line, hr);
        return 0;
    }

    /* The sink comes first, then the filter, then the call: so no event is missed. */
    hr = sink_connect(&sink, tapi, on_event);
    if (FAILED(hr)) {
        complain("Advise", hr);
        ITAddress_Release(address);
        return 0;
    }
    hr = ITTAPI_put_EventFilter(tapi, TE_CALLSTATE);
    if (SUCCEEDED(hr)) {
        hr = create_call(address, destination, &call);
    }
    if (SUCCEEDED(hr)) {
        good = talk(call);
        ITBasicCallControl_Release(call);
    } else {
        complain("CreateCall", hr);
    }

    sink_disconnect(&sink);
    ITAddress_Release(address);
    return good;
}

int main(int argc, char **argv)
{
    const char *line = NULL;
    const char *destination = "1001";
    ITTAPI *tapi = NULL;
    HRESULT hr;
    int good = 0;
    int i;

    for (i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--line") == 0 && i + 1 < argc) {
            line = argv[++i];
        } else if (argv[i][0] != '-') {
            destination = argv[i];
        } else {
            fprintf(stderr, "usage: %s [--line NAME] [DESTINATION]\n", argv[0]);
            return 2;
        }
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
        good = place_and_hang_up(tapi, line, destination);
        ITTAPI_Shutdown(tapi);
    } else {
        complain("Initialize", hr);
    }
    ITTAPI_Release(tapi);
    CoUninitialize();
    return good ? 0 : 1;
}
