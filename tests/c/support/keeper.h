/*
 * A sink that keeps the last object of each kind of event.
 */
#ifndef KEEPER_H
#define KEEPER_H

#include "tapi_test.h"

#include <time.h>

#define KINDS 32

/* A sink that keeps the last object of each kind of event. */
typedef struct Keeper {
    ITTAPIEventNotification sink;
    pthread_mutex_t lock;
    pthread_cond_t came;
    IDispatch *last[KINDS];
    /* Whether none that come now are kept: they hold the call that they are about. */
    int is_full;
} Keeper;

static inline HRESULT keeper_query(ITTAPIEventNotification *This, REFIID riid, void **found)
{
    if (IsEqualIID(riid, ID(IID_IUnknown)) || IsEqualIID(riid, ID(IID_ITTAPIEventNotification))) {
        *found = This;
        return S_OK;
    }
    *found = NULL;
    return E_NOINTERFACE;
}

static inline ULONG keeper_count(ITTAPIEventNotification *This)
{
    (void)This;
    return 2;
}

static inline size_t place_of(TAPI_EVENT kind)
{
    size_t place = 0;

    while (kind > 1) {
        kind /= 2;
        place++;
    }
    return place;
}

static inline HRESULT keeper_event(ITTAPIEventNotification *This, TAPI_EVENT kind, IDispatch *event)
{
    Keeper *keeper = (Keeper *)This;
    size_t place = place_of(kind);

    pthread_mutex_lock(&keeper->lock);
    if (keeper->is_full) {
        pthread_mutex_unlock(&keeper->lock);
        return S_OK;
    }
    IDispatch_AddRef(event);
    if (keeper->last[place] != NULL) {
        IDispatch_Release(keeper->last[place]);
    }
    keeper->last[place] = event;
    pthread_cond_broadcast(&keeper->came);
    pthread_mutex_unlock(&keeper->lock);
    return S_OK;
}

static const ITTAPIEventNotificationVtbl KEEPER_METHODS = { keeper_query, keeper_count,
                                                            keeper_count, keeper_event };
static Keeper keeper;

/* How long an event may take, in seconds: nobody waits so long unless something is broken. */
#define LONGEST_WAIT 60

/* Waits for an event of this kind; the object goes on to belong to the keeper. */
static inline void *event_as(TAPI_EVENT kind, REFIID iid)
{
    size_t place = place_of(kind);
    struct timespec until;
    void *event;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += LONGEST_WAIT;
    pthread_mutex_lock(&keeper.lock);
    while (keeper.last[place] == NULL) {
        if (pthread_cond_timedwait(&keeper.came, &keeper.lock, &until) != 0) {
            bail_out("no event %d", (int)kind);
        }
    }
    event = query(keeper.last[place], iid); /* before the next one of its kind comes */
    pthread_mutex_unlock(&keeper.lock);
    return event;
}

/* Whether an event of this kind has come. */
static inline int has_come(TAPI_EVENT kind)
{
    int has;

    pthread_mutex_lock(&keeper.lock);
    has = keeper.last[place_of(kind)] != NULL;
    pthread_mutex_unlock(&keeper.lock);
    return has;
}

/* From now on the events of a TAPI object are kept. */
static inline void keep_events_of(ITTAPI *owner)
{
    IConnectionPointContainer *container =
        (IConnectionPointContainer *)query(owner, ID(IID_IConnectionPointContainer));
    IConnectionPoint *point = NULL;
    DWORD cookie = 0;

    keeper.sink.lpVtbl = (ITTAPIEventNotificationVtbl *)&KEEPER_METHODS;
    pthread_mutex_init(&keeper.lock, NULL);
    pthread_cond_init(&keeper.came, NULL);
    if (IConnectionPointContainer_FindConnectionPoint(
            container, ID(IID_ITTAPIEventNotification), &point) != S_OK ||
        IConnectionPoint_Advise(point, (IUnknown *)&keeper.sink, &cookie) != S_OK) {
        bail_out("no connection");
    }
    IConnectionPoint_Release(point);
    IConnectionPointContainer_Release(container);
}

/* Those that come from now on are not kept. */
static inline void keep_no_more_events(void)
{
    pthread_mutex_lock(&keeper.lock);
    keeper.is_full = 1;
    pthread_mutex_unlock(&keeper.lock);
}

/* Lets go of them. */
static inline void forget_events(void)
{
    size_t i;

    for (i = 0; i < KINDS; i++) {
        if (keeper.last[i] != NULL) {
            IDispatch_Release(keeper.last[i]);
            keeper.last[i] = NULL;
        }
    }
}

#endif /* KEEPER_H */
