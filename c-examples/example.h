/*
 * What the C examples share: an event sink written in C, the choice of an address, and words for
 * the terminal. Included after tapi3.h, by one source file per program.
 */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A program in C passes an id by its address, one in C++ by reference. These compile as both. */
#ifdef __cplusplus
#define ID(id) id
#else
#define ID(id) &id
#endif

/* ---- The event sink ---- */

/* Called for each event, one after the other, on a thread of the library. It may call any method,
 * but while it works the next event waits. The object is the library's: AddRef it to keep it. */
typedef void (*EventHandler)(TAPI_EVENT event, IDispatch *object);

/* A COM object in C: the interface stands first, so its address is that of the whole. The sinks
 * of the examples are static and outlive the TAPI object, so nobody counts references. */
typedef struct EventSink {
    ITTAPIEventNotification notification;
    EventHandler handler;
    IConnectionPoint *point;
    DWORD cookie;
} EventSink;

static inline HRESULT sink_query(ITTAPIEventNotification *This, REFIID riid, void **object)
{
    if (object == NULL) {
        return E_POINTER;
    }
    if (IsEqualIID(riid, ID(IID_IUnknown)) || IsEqualIID(riid, ID(IID_ITTAPIEventNotification))) {
        *object = This;
        return S_OK;
    }
    *object = NULL;
    return E_NOINTERFACE;
}

static inline ULONG sink_add_ref(ITTAPIEventNotification *This)
{
    (void)This;
    return 2;
}

static inline ULONG sink_release(ITTAPIEventNotification *This)
{
    (void)This;
    return 1;
}

static inline HRESULT sink_event(ITTAPIEventNotification *This, TAPI_EVENT event, IDispatch *object)
{
    ((EventSink *)This)->handler(event, object);
    return S_OK;
}

static const ITTAPIEventNotificationVtbl SINK_METHODS = {
    sink_query,
    sink_add_ref,
    sink_release,
    sink_event,
};

/* Hears the events of `tapi` from now on. They also need ITTAPI_put_EventFilter: no event is on
 * from the start. */
static inline HRESULT sink_connect(EventSink *sink, ITTAPI *tapi, EventHandler handler)
{
    IConnectionPointContainer *container = NULL;
    HRESULT hr;

    sink->notification.lpVtbl = &SINK_METHODS;
    sink->handler = handler;
    sink->point = NULL;
    sink->cookie = 0;
    hr = ITTAPI_QueryInterface(tapi, ID(IID_IConnectionPointContainer), (void **)&container);
    if (FAILED(hr)) {
        return hr;
    }
    hr = IConnectionPointContainer_FindConnectionPoint(
        container, ID(IID_ITTAPIEventNotification), &sink->point);
    IConnectionPointContainer_Release(container);
    if (FAILED(hr)) {
        return hr;
    }
    hr = IConnectionPoint_Advise(sink->point, (IUnknown *)&sink->notification, &sink->cookie);
    if (FAILED(hr)) {
        IConnectionPoint_Release(sink->point);
        sink->point = NULL;
    }
    return hr;
}

/* Hears no further event. One that is being delivered may still run: it has ended for certain when
 * ITTAPI_Shutdown returns. */
static inline void sink_disconnect(EventSink *sink)
{
    if (sink->point != NULL) {
        IConnectionPoint_Unadvise(sink->point, sink->cookie);
        IConnectionPoint_Release(sink->point);
        sink->point = NULL;
    }
}

/* ---- Words ---- */

/* The name of a result code, such as "TAPI_E_TIMEOUT". */
static inline const char *hresult_name(HRESULT hr)
{
    const char *name = tapi3_hresult_name(hr);

    return name != NULL ? name : "a result code without a name";
}

/* Says what failed, with the result code's name and the library's own sentence about it. */
static inline void complain(const char *what, HRESULT hr)
{
    char *message = tapi3_last_error_message();

    fprintf(stderr, "%s: %s (0x%08X)\n", what, hresult_name(hr), (unsigned)hr);
    fprintf(stderr, "  %s\n", message != NULL ? message : tapi3_hresult_message(hr));
    CoTaskMemFree(message);
}

/* A text of the library as UTF-8, to be freed with CoTaskMemFree; NULL when memory is short. Frees
 * the BSTR, which getters hand over. */
static inline char *take_text(BSTR text)
{
    char *utf8 = tapi3_bstr_to_utf8(text);

    SysFreeString(text);
    return utf8;
}

static inline const char *state_name(CALL_STATE state)
{
    switch (state) {
    case CS_IDLE:
        return "idle";
    case CS_INPROGRESS:
        return "in progress";
    case CS_CONNECTED:
        return "connected";
    case CS_DISCONNECTED:
        return "disconnected";
    case CS_OFFERING:
        return "offering";
    case CS_HOLD:
        return "on hold";
    case CS_QUEUED:
        return "queued";
    default:
        return "unknown";
    }
}

static inline const char *cause_name(CALL_STATE_EVENT_CAUSE cause)
{
    switch (cause) {
    case CEC_DISCONNECT_NORMAL:
        return " (normal)";
    case CEC_DISCONNECT_BUSY:
        return " (busy)";
    case CEC_DISCONNECT_BADADDRESS:
        return " (bad address)";
    case CEC_DISCONNECT_NOANSWER:
        return " (no answer)";
    case CEC_DISCONNECT_CANCELLED:
        return " (cancelled)";
    case CEC_DISCONNECT_REJECTED:
        return " (rejected)";
    case CEC_DISCONNECT_FAILED:
        return " (failed)";
    case CEC_DISCONNECT_BLOCKED:
        return " (blocked)";
    default:
        return "";
    }
}

/* ---- Addresses ---- */

/* Whether the address carries audio and, if `name` is given, has that name. */
static inline int address_fits(ITAddress *address, const char *name)
{
    ITMediaSupport *media = NULL;
    VARIANT_BOOL audio = VARIANT_FALSE;
    BSTR text = NULL;
    char *found;
    int fits;

    if (FAILED(ITAddress_QueryInterface(address, ID(IID_ITMediaSupport), (void **)&media))) {
        return 0;
    }
    fits = SUCCEEDED(ITMediaSupport_QueryMediaType(media, TAPIMEDIATYPE_AUDIO, &audio)) && audio;
    ITMediaSupport_Release(media);
    if (!fits || name == NULL) {
        return fits;
    }
    if (FAILED(ITAddress_get_AddressName(address, &text))) {
        return 0;
    }
    found = take_text(text);
    fits = found != NULL && strcmp(found, name) == 0;
    CoTaskMemFree(found);
    return fits;
}

/* The first address that fits. The caller releases it. TAPI_E_NOITEMS when there is none. */
static inline HRESULT find_address(ITTAPI *tapi, const char *name, ITAddress **found)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    HRESULT hr = ITTAPI_EnumerateAddresses(tapi, &addresses);

    *found = NULL;
    if (FAILED(hr)) {
        return hr;
    }
    hr = TAPI_E_NOITEMS;
    while (IEnumAddress_Next(addresses, 1, &address, NULL) == S_OK) {
        if (address_fits(address, name)) {
            *found = address;
            hr = S_OK;
            break;
        }
        ITAddress_Release(address);
    }
    IEnumAddress_Release(addresses);
    return hr;
}

/* Says why find_address has found none. */
static inline void complain_of_line(const char *name, HRESULT hr)
{
    char what[200] = "No address for audio";

    if (name != NULL && hr == TAPI_E_NOITEMS) {
        snprintf(what, sizeof what, "No line for audio is called \"%.150s\"", name);
    }
    complain(what, hr);
}

/* ---- Time ---- */

/* The time `seconds` from now, for pthread_cond_timedwait. */
static inline struct timespec seconds_from_now(long seconds)
{
    struct timespec when;

    clock_gettime(CLOCK_REALTIME, &when);
    when.tv_sec += seconds;
    return when;
}

#endif /* EXAMPLE_H */
