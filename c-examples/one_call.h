/*
 * What programs share that answer one call: the call, what has become of it, and the events that tell.
 * Each program adds what it waits for besides, and hears of that by events of its own.
 */
#ifndef ONE_CALL_H
#define ONE_CALL_H

#include <pthread.h>

#include "example.h"

/* The call, and what has become of it. */
typedef struct OneCall {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    ITBasicCallControl *call; /* with a reference of its own */
    int offering;
    int over;
} OneCall;

static OneCall one = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, NULL, 0, 0 };

/* Says that something has come about: a flag below, or the program's own. */
static inline void set(int *flag)
{
    pthread_mutex_lock(&one.lock);
    *flag = 1;
    pthread_cond_signal(&one.changed);
    pthread_mutex_unlock(&one.lock);
}

/* Waits until `*flag` is set or the call is over. Returns whether `*flag` was, within `seconds`. */
static inline int wait_for(const int *flag, long seconds)
{
    struct timespec deadline = seconds_from_now(seconds);
    int found;

    pthread_mutex_lock(&one.lock);
    while (!*flag && !one.over) {
        if (pthread_cond_timedwait(&one.changed, &one.lock, &deadline) != 0) {
            break;
        }
    }
    found = *flag;
    pthread_mutex_unlock(&one.lock);
    return found;
}

/* Waits for a call. S_FALSE if none comes, which is said. */
static inline HRESULT wait_for_call(long seconds)
{
    if (wait_for(&one.offering, seconds)) {
        return S_OK;
    }
    fprintf(stderr, "Nobody called within %ld seconds.\n", seconds);
    return S_FALSE;
}

/* A call is new: keep it if it is the first. */
static inline void on_notification(ITCallNotificationEvent *news)
{
    ITCallInfo *info = NULL;
    ITBasicCallControl *call = NULL;
    int busy;

    if (FAILED(ITCallNotificationEvent_get_Call(news, &info))) {
        return;
    }
    if (SUCCEEDED(ITCallInfo_QueryInterface(info, ID(IID_ITBasicCallControl), (void **)&call))) {
        pthread_mutex_lock(&one.lock);
        busy = one.call != NULL;
        if (!busy) {
            one.call = call;
        }
        pthread_mutex_unlock(&one.lock);
        if (busy) {
            ITBasicCallControl_Disconnect(call, DC_REJECTED);
            ITBasicCallControl_Release(call);
        }
    }
    ITCallInfo_Release(info);
}

static inline void on_state(ITCallStateEvent *change)
{
    CALL_STATE state = CS_IDLE;
    CALL_STATE_EVENT_CAUSE cause = CEC_NONE;

    ITCallStateEvent_get_State(change, &state);
    ITCallStateEvent_get_Cause(change, &cause);
    printf("event: %s%s\n", state_name(state), cause_name(cause));
    fflush(stdout);
    if (state == CS_OFFERING) {
        set(&one.offering);
    } else if (state == CS_DISCONNECTED) {
        set(&one.over);
    }
}

/* Takes in what is told of calls and their states; runs on the library's thread. Returns whether the
 * event was such a one. */
static inline int on_call_event(TAPI_EVENT event, IDispatch *object)
{
    void *found = NULL;

    if (event == TE_CALLNOTIFICATION &&
        SUCCEEDED(IDispatch_QueryInterface(object, ID(IID_ITCallNotificationEvent), &found))) {
        on_notification((ITCallNotificationEvent *)found);
    } else if (event == TE_CALLSTATE &&
               SUCCEEDED(IDispatch_QueryInterface(object, ID(IID_ITCallStateEvent), &found))) {
        on_state((ITCallStateEvent *)found);
    }
    if (found == NULL) {
        return 0;
    }
    IUnknown_Release((IUnknown *)found);
    return 1;
}

#endif
