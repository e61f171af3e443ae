/*
 * An answering machine: answers a call, plays a greeting, records what the caller says, hangs up.
 *
 *     answering_machine GREETING RECORDING [--line NAME] [--seconds N] [--timeout SECONDS]
 *                       [--try LINE]
 *
 * GREETING is a WAV file that is played, RECORDING one that is written. It records for N seconds (10
 * if not said), or until the caller hangs up. It ends with status 0 after one call, with 1 when
 * SECONDS pass without one (60 if not said) or something fails. With --try another LINE of the
 * simulated exchange calls, and says the greeting over and over, so that some of it is recorded.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* pthreads and clock_gettime */
#endif
#define CINTERFACE /* the C view of the interfaces, even when this is compiled as C++ */
#define COBJMACROS
#include <tapi3.h>

#include "caller.h"
#include "one_call.h"

static int played; /* the greeting is over */
static EventSink sink;

/* A file has begun, or come to its end. A player's direction is that of a microphone. */
static void on_file(ITFileTerminalEvent *change)
{
    TERMINAL_MEDIA_STATE state = TMS_ACTIVE;
    TERMINAL_DIRECTION direction = TD_NONE;
    ITTerminal *terminal = NULL;

    ITFileTerminalEvent_get_State(change, &state);
    if (FAILED(ITFileTerminalEvent_get_Terminal(change, &terminal))) {
        return;
    }
    ITTerminal_get_Direction(terminal, &direction);
    ITTerminal_Release(terminal);
    printf("event: %s %s\n", direction == TD_CAPTURE ? "greeting" : "recording",
           state == TMS_IDLE ? "ended" : "began");
    fflush(stdout);
    if (direction == TD_CAPTURE && state == TMS_IDLE) {
        set(&played);
    }
}

/* Runs on the library's thread. */
static void on_event(TAPI_EVENT event, IDispatch *object)
{
    void *found = NULL;

    if (!on_call_event(event, object) && event == TE_FILETERMINAL &&
        SUCCEEDED(IDispatch_QueryInterface(object, ID(IID_ITFileTerminalEvent), &found))) {
        on_file((ITFileTerminalEvent *)found);
        IUnknown_Release((IUnknown *)found);
    }
}

/* ---- The call ---- */

/* What is done with the call between its offer and its end. */
static HRESULT serve(ITBasicCallControl2 *call, const char *greeting, const char *recording,
                     long seconds)
{
    ITTerminal *player = NULL;
    ITTerminal *recorder = NULL;
    /* A greeting that is missing is found out before the call is answered. */
    HRESULT hr = make_player(call, greeting, 1, &player);

    if (SUCCEEDED(hr)) {
        hr = ITBasicCallControl2_Answer(call);
    }
    if (SUCCEEDED(hr)) {
        hr = begin(call, player);
    }
    if (SUCCEEDED(hr) && wait_for(&played, 600)) {
        hr = make_recorder(call, recording, &recorder);
        if (SUCCEEDED(hr)) {
            hr = begin(call, recorder);
        }
        if (SUCCEEDED(hr)) {
            wait_for(&one.over, seconds);
        }
    }
    ITBasicCallControl2_Disconnect(call, DC_NORMAL);
    /* The recording is complete when the end of the call is told. */
    wait_for(&one.over, 10);
    if (recorder != NULL) {
        ITTerminal_Release(recorder);
    }
    if (player != NULL) {
        ITTerminal_Release(player);
    }
    return hr;
}

/* Everything between Initialize and Shutdown. */
static int take_call(ITTAPI *tapi, const char *line, const char *greeting, const char *recording,
                     long seconds, long timeout, Caller *caller)
{
    ITAddress *address = NULL;
    ITBasicCallControl2 *call = NULL;
    LONG registration = 0;
    HRESULT hr = find_address(tapi, line, &address);

    if (FAILED(hr)) {
        complain_of_line(line, hr);
        return 0;
    }
    hr = sink_connect(&sink, tapi, on_event);
    if (SUCCEEDED(hr)) {
        hr = ITTAPI_put_EventFilter(tapi, TE_CALLNOTIFICATION | TE_CALLSTATE | TE_FILETERMINAL);
    }
    if (SUCCEEDED(hr)) {
        hr = ITTAPI_RegisterCallNotifications(tapi, address, VARIANT_FALSE, VARIANT_TRUE,
                                              TAPIMEDIATYPE_AUDIO, 0, &registration);
    }
    if (SUCCEEDED(hr)) {
        printf("waiting\n");
        fflush(stdout);
        hr = caller_start(caller, tapi, address);
    }
    if (SUCCEEDED(hr)) {
        hr = wait_for_call(timeout);
        ITTAPI_UnregisterNotifications(tapi, registration);
    }
    if (hr == S_OK) {
        hr = ITBasicCallControl_QueryInterface(one.call, ID(IID_ITBasicCallControl2),
                                               (void **)&call);
    }
    if (call != NULL) {
        hr = serve(call, greeting, recording, seconds);
        ITBasicCallControl2_Release(call);
    }
    if (FAILED(hr)) {
        complain(one.call != NULL ? "The call was not taken" : "No call came", hr);
    }
    caller_wait(caller);
    sink_disconnect(&sink);
    ITAddress_Release(address);
    return SUCCEEDED(hr) && call != NULL;
}

static int usage(const char *program)
{
    fprintf(stderr,
            "usage: %s GREETING RECORDING [--line NAME] [--seconds N] [--timeout SECONDS] "
            "[--try LINE]\n",
            program);
    return 2;
}

int main(int argc, char **argv)
{
    const char *line = NULL;
    long seconds = 10;
    long timeout = 60;
    Caller caller = { NULL, NULL, NULL, NULL, 0, 0 };
    ITTAPI *tapi = NULL;
    HRESULT hr;
    int good = 0;
    int i;

    if (argc < 3 || argv[1][0] == '-') {
        return usage(argv[0]);
    }
    for (i = 3; i < argc; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (value != NULL && strcmp(argv[i], "--line") == 0) {
            line = value;
        } else if (value != NULL && strcmp(argv[i], "--seconds") == 0) {
            seconds = strtol(value, NULL, 10);
        } else if (value != NULL && strcmp(argv[i], "--timeout") == 0) {
            timeout = strtol(value, NULL, 10);
        } else if (value != NULL && strcmp(argv[i], "--try") == 0) {
            caller.line = value;
        } else {
            return usage(argv[0]);
        }
    }

    hr = CoInitializeEx(NULL, COINIT_MULTITHREADED);
    if (FAILED(hr)) {
        complain("CoInitializeEx", hr);
        return 1;
    }
    hr = CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                          (void **)&tapi);
    if (FAILED(hr)) {
        complain("CoCreateInstance", hr);
        CoUninitialize();
        return 1;
    }
    hr = ITTAPI_Initialize(tapi);
    if (SUCCEEDED(hr)) {
        caller.file = argv[1];
        good = take_call(tapi, line, argv[1], argv[2], seconds, timeout, &caller);
        ITTAPI_Shutdown(tapi);
        if (one.call != NULL) {
            ITBasicCallControl_Release(one.call);
        }
    } else {
        complain("Initialize", hr);
    }
    ITTAPI_Release(tapi);
    CoUninitialize();
    return good ? 0 : 1;
}
