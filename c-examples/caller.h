/*
 * The other side of a call, to try an example without a telephone: another line of the exchange
 * calls, and plays a file or sends digits until the call ends. It has a TAPI object of its own, as
 * another program would, and no sink: it asks.
 */
#ifndef CALLER_H
#define CALLER_H

#include <pthread.h>

#include "files.h"

/* The one whom it calls may listen only after a greeting. */
enum { CALLER_TIMES = 10 };

/* Who calls, whom, and what it does then. Lives as long as the caller. */
typedef struct Caller {
    const char *line;
    BSTR number;        /* whom it calls; freed in the end */
    const char *file;   /* played CALLER_TIMES times, if not NULL */
    const char *digits; /* sent, if not NULL */
    pthread_t thread;
    int started;
} Caller;

static inline void caller_talk(Caller *caller, ITBasicCallControl2 *call)
{
    ITLegacyCallMediaControl2 *keys = NULL;
    ITTerminal *player = NULL;

    if (caller->file != NULL && SUCCEEDED(make_player(call, caller->file, CALLER_TIMES, &player))) {
        begin(call, player);
    }
    if (caller->digits != NULL &&
        SUCCEEDED(ITBasicCallControl2_QueryInterface(call, ID(IID_ITLegacyCallMediaControl2),
                                                     (void **)&keys))) {
        BSTR digits = tapi3_utf8_to_bstr(caller->digits);
        ITLegacyCallMediaControl2_GenerateDigits(keys, digits, LINEDIGITMODE_DTMF);
        SysFreeString(digits);
        ITLegacyCallMediaControl2_Release(keys);
    }
    if (player != NULL) {
        ITTerminal_Release(player); /* the call keeps it as long as it is on a stream */
    }
}

static inline void caller_call(Caller *caller, ITAddress *address)
{
    ITBasicCallControl *call = NULL;
    ITBasicCallControl2 *call2 = NULL;
    ITCallInfo *info = NULL;
    CALL_STATE state = CS_CONNECTED;

    if (FAILED(ITAddress_CreateCall(address, caller->number, LINEADDRESSTYPE_PHONENUMBER,
                                    TAPIMEDIATYPE_AUDIO, &call))) {
        return;
    }
    if (SUCCEEDED(ITBasicCallControl_QueryInterface(call, ID(IID_ITBasicCallControl2),
                                                    (void **)&call2)) &&
        SUCCEEDED(ITBasicCallControl_QueryInterface(call, ID(IID_ITCallInfo), (void **)&info)) &&
        ITBasicCallControl_Connect(call, VARIANT_TRUE) == S_OK) {
        caller_talk(caller, call2);
        while (SUCCEEDED(ITCallInfo_get_CallState(info, &state)) && state != CS_DISCONNECTED) {
            struct timespec pause = { 0, 50000000 };
            nanosleep(&pause, NULL);
        }
    }
    if (info != NULL) {
        ITCallInfo_Release(info);
    }
    if (call2 != NULL) {
        ITBasicCallControl2_Release(call2);
    }
    ITBasicCallControl_Release(call);
}

static inline void *caller_run(void *argument)
{
    Caller *caller = (Caller *)argument;
    ITTAPI *tapi = NULL;
    ITAddress *address = NULL;

    if (FAILED(CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                                (void **)&tapi))) {
        return NULL;
    }
    if (SUCCEEDED(ITTAPI_Initialize(tapi))) {
        if (SUCCEEDED(find_address(tapi, caller->line, &address))) {
            caller_call(caller, address);
            ITAddress_Release(address);
        }
        ITTAPI_Shutdown(tapi);
    }
    ITTAPI_Release(tapi);
    return NULL;
}

/* Lets `caller->line` call the address, if there is to be a caller. */
static inline HRESULT caller_start(Caller *caller, ITTAPI *tapi, ITAddress *address)
{
    ITAddress *own = NULL;
    HRESULT hr;

    if (caller->line == NULL) {
        return S_OK;
    }
    hr = find_address(tapi, caller->line, &own);
    if (FAILED(hr)) {
        fprintf(stderr, "The caller's line \"%s\" was not found.\n", caller->line);
        return hr;
    }
    ITAddress_Release(own);
    hr = ITAddress_get_DialableAddress(address, &caller->number);
    if (SUCCEEDED(hr)) {
        caller->started = pthread_create(&caller->thread, NULL, caller_run, caller) == 0;
        hr = caller->started ? S_OK : E_OUTOFMEMORY;
    }
    return hr;
}

/* Waits until it has ended, which it does when its call is over. */
static inline void caller_wait(Caller *caller)
{
    if (caller->started) {
        pthread_join(caller->thread, NULL);
        caller->started = 0;
    }
    SysFreeString(caller->number);
    caller->number = NULL;
}

#endif /* CALLER_H */
