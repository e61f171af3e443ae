/*
 * A voice menu: answers a call, beeps, gathers digits, says which ones came, hangs up.
 *
 *     ivr [--line NAME] [--digits N] [--timeout SECONDS] [--try LINE]
 *
 * It gathers N digits (4 if not said) or until #, for ten seconds from the beginning and five from
 * one digit to the next. It ends with status 0 after one call with digits, with 1 when SECONDS pass
 * without a call (60 if not said), when no digits come, or something fails. With --try another LINE
 * of the simulated exchange calls, and presses 1, 2 and #.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* pthreads and clock_gettime */
#endif
#define CINTERFACE /* the C view of the interfaces, even when this is compiled as C++ */
#define COBJMACROS
#include <tapi3.h>

#include "caller.h"
#include "one_call.h"

static int gathered;
static size_t digits_came; /* how many; known once they are gathered */
static EventSink sink;

static const char *termination_name(TAPI_GATHERTERM how)
{
    switch (how) {
    case TGT_BUFFERFULL:
        return "as many as wanted";
    case TGT_TERMDIGIT:
        return "ended by the caller";
    case TGT_FIRSTTIMEOUT:
    case TGT_INTERTIMEOUT:
        return "no more came";
    default:
        return "given up";
    }
}

static void on_digits(ITDigitsGatheredEvent *news)
{
    TAPI_GATHERTERM how = TGT_CANCEL;
    BSTR digits = NULL;
    char *text;

    ITDigitsGatheredEvent_get_GatherTermination(news, &how);
    ITDigitsGatheredEvent_get_Digits(news, &digits);
    text = take_text(digits);
    printf("digits: %s (%s)\n", text != NULL ? text : "", termination_name(how));
    fflush(stdout);
    digits_came = text != NULL ? strlen(text) : 0;
    CoTaskMemFree(text);
    set(&gathered);
}

/* Runs on the library's thread. */
static void on_event(TAPI_EVENT event, IDispatch *object)
{
    void *found = NULL;

    if (!on_call_event(event, object) && event == TE_GATHERDIGITS &&
        SUCCEEDED(IDispatch_QueryInterface(object, ID(IID_ITDigitsGatheredEvent), &found))) {
        on_digits((ITDigitsGatheredEvent *)found);
        IUnknown_Release((IUnknown *)found);
    }
}

/* What is done with the call between its offer and its end. */
static HRESULT serve(ITBasicCallControl *call, long digits)
{
    ITLegacyCallMediaControl2 *keys = NULL;
    HRESULT hr = ITBasicCallControl_QueryInterface(call, ID(IID_ITLegacyCallMediaControl2),
                                                   (void **)&keys);

    if (FAILED(hr)) {
        return hr; /* the line has no sound: the caller is not let in */
    }
    hr = ITBasicCallControl_Answer(call);
    if (SUCCEEDED(hr)) {
        BSTR ends = tapi3_utf8_to_bstr("#");
        hr = ITLegacyCallMediaControl2_GatherDigits(keys, LINEDIGITMODE_DTMF, (LONG)digits, ends,
                                                    10000, 5000);
        SysFreeString(ends);
    }
    if (SUCCEEDED(hr)) {
        hr = ITLegacyCallMediaControl2_GenerateTone(keys, TTM_BEEP, 300);
    }
    if (SUCCEEDED(hr)) {
        wait_for(&gathered, 600);
    }
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    wait_for(&one.over, 10);
    ITLegacyCallMediaControl2_Release(keys);
    return hr;
}

/* Everything between Initialize and Shutdown. */
static int take_call(ITTAPI *tapi, const char *line, long digits, long timeout, Caller *caller)
{
    ITAddress *address = NULL;
    LONG registration = 0;
    HRESULT hr = find_address(tapi, line, &address);

    if (FAILED(hr)) {
        complain_of_line(line, hr);
        return 0;
    }
    hr = sink_connect(&sink, tapi, on_event);
    if (SUCCEEDED(hr)) {
        hr = ITTAPI_put_EventFilter(tapi, TE_CALLNOTIFICATION | TE_CALLSTATE | TE_GATHERDIGITS);
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
        hr = serve(one.call, digits);
    }
    if (FAILED(hr)) {
        complain(one.call != NULL ? "The call was not taken" : "No call came", hr);
    }
    caller_wait(caller);
    sink_disconnect(&sink);
    ITAddress_Release(address);
    return SUCCEEDED(hr) && digits_came > 0;
}

static int usage(const char *program)
{
    fprintf(stderr,
            "usage: %s [--line NAME] [--digits N] [--timeout SECONDS] [--try LINE]\n", program);
    return 2;
}

int main(int argc, char **argv)
{
    const char *line = NULL;
    long digits = 4;
    long timeout = 60;
    Caller caller = { NULL, NULL, NULL, NULL, 0, 0 };
    ITTAPI *tapi = NULL;
    HRESULT hr;
    int good = 0;
    int i;

    for (i = 1; i < argc; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (value != NULL && strcmp(argv[i], "--line") == 0) {
            line = value;
        } else if (value != NULL && strcmp(argv[i], "--digits") == 0) {
            digits = strtol(value, NULL, 10);
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
        caller.digits = ",12#"; /* after two seconds */
        good = take_call(tapi, line, digits, timeout, &caller);
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
