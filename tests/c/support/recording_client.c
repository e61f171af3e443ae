/*
 * The recording client of tapi_test.h.
 */
#include "tapi_test.h"
#include "media_events.h"
#include "checking.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- The sink ---- */

static HRESULT sink_query(ITTAPIEventNotification *This, REFIID riid, void **object)
{
    if (IsEqualIID(riid, ID(IID_IUnknown)) || IsEqualIID(riid, ID(IID_ITTAPIEventNotification))) {
        *object = This;
        ITTAPIEventNotification_AddRef(This);
        return S_OK;
    }
    *object = NULL;
    return E_NOINTERFACE;
}

static ULONG sink_add_ref(ITTAPIEventNotification *This)
{
    return (ULONG)__sync_add_and_fetch(&((Client *)This)->references, 1);
}

static ULONG sink_release(ITTAPIEventNotification *This)
{
    return (ULONG)__sync_sub_and_fetch(&((Client *)This)->references, 1);
}

static void look_at_call(Seen *seen, ITCallInfo *info)
{
    if (info == NULL) {
        return;
    }
    ITCallInfo_get_CallInfoLong(info, CIL_CALLID, &seen->call_id);
    seen->call = (ITBasicCallControl *)query(info, ID(IID_ITBasicCallControl));
    ITBasicCallControl_Release(seen->call);
    ITCallInfo_Release(info);
}

static void look_at(Seen *seen, IDispatch *object)
{
    ITCallInfo *info = NULL;

    switch (seen->kind) {
    case TE_CALLNOTIFICATION: {
        ITCallNotificationEvent *event =
            (ITCallNotificationEvent *)query(object, ID(IID_ITCallNotificationEvent));
        ITCallNotificationEvent_get_Event(event, &seen->what);
        ITCallNotificationEvent_get_CallbackInstance(event, &seen->instance);
        ITCallNotificationEvent_get_Call(event, &info);
        ITCallNotificationEvent_Release(event);
        break;
    }
    case TE_CALLSTATE: {
        ITCallStateEvent *event = (ITCallStateEvent *)query(object, ID(IID_ITCallStateEvent));
        ITCallStateEvent_get_State(event, &seen->what);
        ITCallStateEvent_get_Cause(event, &seen->cause);
        ITCallStateEvent_get_CallbackInstance(event, &seen->instance);
        ITCallStateEvent_get_Call(event, &info);
        ITCallStateEvent_Release(event);
        break;
    }
    case TE_CALLINFOCHANGE: {
        ITCallInfoChangeEvent *event =
            (ITCallInfoChangeEvent *)query(object, ID(IID_ITCallInfoChangeEvent));
        ITCallInfoChangeEvent_get_Cause(event, &seen->what);
        ITCallInfoChangeEvent_get_CallbackInstance(event, &seen->instance);
        ITCallInfoChangeEvent_get_Call(event, &info);
        ITCallInfoChangeEvent_Release(event);
        break;
    }
    case TE_CALLHUB: {
        ITCallHubEvent *event = (ITCallHubEvent *)query(object, ID(IID_ITCallHubEvent));
        ITCallHubEvent_get_Event(event, &seen->what);
        ITCallHubEvent_get_Call(event, &info);
        if (SUCCEEDED(ITCallHubEvent_get_CallHub(event, &seen->hub))) {
            ITCallHub_Release(seen->hub);
        }
        ITCallHubEvent_Release(event);
        break;
    }
    case TE_ADDRESS: {
        ITAddressEvent *event = (ITAddressEvent *)query(object, ID(IID_ITAddressEvent));
        ITAddressEvent_get_Event(event, &seen->what);
        if (SUCCEEDED(ITAddressEvent_get_Address(event, &seen->address))) {
            ITAddress_Release(seen->address);
        }
        ITAddressEvent_Release(event);
        break;
    }
    default:
        info = look_at_media(seen, object);
        break;
    }
    look_at_call(seen, info);
}

/* A notification that nobody has taken yet keeps its call alive. */
static int holds_call(const Seen *seen)
{
    return seen->kind == TE_CALLNOTIFICATION && seen->call != NULL && !(seen->what & 0x100);
}

static HRESULT sink_event(ITTAPIEventNotification *This, TAPI_EVENT kind, IDispatch *object)
{
    Client *client = (Client *)This;
    Seen seen;
    Hook hook;
    void *context;

    memset(&seen, 0, sizeof seen);
    seen.kind = kind;
    look_at(&seen, object);
    if (holds_call(&seen)) {
        ITBasicCallControl_AddRef(seen.call);
    }

    pthread_mutex_lock(&client->lock);
    hook = client->hook;
    context = client->hook_context;
    pthread_mutex_unlock(&client->lock);
    if (hook != NULL) {
        hook(client, &seen, context);
    }

    pthread_mutex_lock(&client->lock);
    if (client->count == 0 && client->capacity == 0) {
        client->delivery_thread = pthread_self();
    } else if (!pthread_equal(client->delivery_thread, pthread_self())) {
        client->several_threads = 1;
    }
    if (client->count == client->capacity) {
        client->capacity = client->capacity == 0 ? 64 : client->capacity * 2;
        client->seen = (Seen *)realloc(client->seen, client->capacity * sizeof *client->seen);
        if (client->seen == NULL) {
            bail_out("no memory to record an event");
        }
    }
    client->seen[client->count++] = seen;
    pthread_cond_broadcast(&client->changed);
    pthread_mutex_unlock(&client->lock);
    return S_OK;
}

static const ITTAPIEventNotificationVtbl SINK_METHODS = {
    sink_query,
    sink_add_ref,
    sink_release,
    sink_event,
};

/* ---- The client ---- */

static void listen_to(Client *client, LONG events)
{
    IConnectionPointContainer *container =
        (IConnectionPointContainer *)query(client->tapi, ID(IID_IConnectionPointContainer));
    HRESULT hr = IConnectionPointContainer_FindConnectionPoint(
        container, ID(IID_ITTAPIEventNotification), &client->point);

    IConnectionPointContainer_Release(container);
    if (SUCCEEDED(hr)) {
        hr = IConnectionPoint_Advise(client->point, (IUnknown *)&client->sink, &client->cookie);
    }
    if (SUCCEEDED(hr)) {
        hr = ITTAPI_put_EventFilter(client->tapi, events);
    }
    if (FAILED(hr)) {
        bail_out("the sink cannot be tied: %s", hr_name(hr));
    }
}

void client_open(Client *client, LONG events)
{
    HRESULT hr;
    char *message;

    memset(client, 0, sizeof *client);
    client->sink.lpVtbl = &SINK_METHODS;
    pthread_mutex_init(&client->lock, NULL);
    pthread_cond_init(&client->changed, NULL);
    hr = CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                          (void **)&client->tapi);
    if (SUCCEEDED(hr)) {
        hr = ITTAPI_Initialize(client->tapi);
    }
    if (FAILED(hr)) {
        message = tapi3_last_error_message();
        bail_out("Initialize: %s: %s", hr_name(hr), message != NULL ? message : "");
    }
    if (events != 0) {
        listen_to(client, events);
    }
}

void client_forget(Client *client)
{
    size_t i;

    pthread_mutex_lock(&client->lock);
    for (i = 0; i < client->count; i++) {
        if (holds_call(&client->seen[i])) {
            ITBasicCallControl_Release(client->seen[i].call);
        }
    }
    client->count = 0;
    pthread_mutex_unlock(&client->lock);
}

void client_close(Client *client)
{
    HRESULT hr;

    client_hook(client, NULL, NULL);
    if (client->point != NULL) {
        IConnectionPoint_Unadvise(client->point, client->cookie);
        IConnectionPoint_Release(client->point);
    }
    hr = ITTAPI_Shutdown(client->tapi);
    if (FAILED(hr)) {
        check(0, "Shutdown: %s", hr_name(hr));
    }
    client_forget(client);
    if (ITTAPI_Release(client->tapi) != 0) {
        check(0, "somebody keeps a reference to the TAPI object");
    }
    if (client->references != 0) {
        check(0, "%d references to the sink are left", (int)client->references);
    }
    if (client->several_threads) {
        check(0, "events came on more than one thread");
    }
    free(client->seen);
    pthread_cond_destroy(&client->changed);
    pthread_mutex_destroy(&client->lock);
}

void client_hook(Client *client, Hook hook, void *context)
{
    pthread_mutex_lock(&client->lock);
    client->hook = hook;
    client->hook_context = context;
    pthread_mutex_unlock(&client->lock);
}

ITAddress *client_address(Client *client, const OLECHAR *number)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    ITAddress *found = NULL;
    BSTR wanted = test_bstr(number);

    if (FAILED(ITTAPI_EnumerateAddresses(client->tapi, &addresses))) {
        bail_out("EnumerateAddresses failed");
    }
    while (found == NULL && IEnumAddress_Next(addresses, 1, &address, NULL) == S_OK) {
        BSTR text = NULL;
        ITAddress_get_DialableAddress(address, &text);
        if (SysStringByteLen(text) == SysStringByteLen(wanted) &&
            memcmp(text, wanted, SysStringByteLen(text)) == 0) {
            found = address;
        } else {
            ITAddress_Release(address);
        }
        SysFreeString(text);
    }
    IEnumAddress_Release(addresses);
    if (found == NULL) {
        bail_out("the address is missing");
    }
    return found;
}

LONG client_register(Client *client, ITAddress *address, int monitor, int owner, LONG instance)
{
    LONG token = 0;
    HRESULT hr = ITTAPI_RegisterCallNotifications(
        client->tapi, address, monitor ? VARIANT_TRUE : VARIANT_FALSE,
        owner ? VARIANT_TRUE : VARIANT_FALSE, TAPIMEDIATYPE_AUDIO, instance, &token);

    if (FAILED(hr)) {
        bail_out("RegisterCallNotifications: %s", hr_name(hr));
    }
    return token;
}

static int matches(const Seen *seen, TAPI_EVENT kind, const ITBasicCallControl *call, LONG what)
{
    return seen->kind == kind && (call == ANY_CALL || seen->call == call) &&
           (what == ANY || (seen->what & 0xff) == what);
}

size_t client_count(Client *client, TAPI_EVENT kind, const ITBasicCallControl *call, LONG what)
{
    size_t i;
    size_t count = 0;

    pthread_mutex_lock(&client->lock);
    for (i = 0; i < client->count; i++) {
        count += (size_t)matches(&client->seen[i], kind, call, what);
    }
    pthread_mutex_unlock(&client->lock);
    return count;
}

/* With the lock held: the index of the first event from `i` on that fits, waiting for it; -1 if none
 * comes. */
static long find_or_wait(Client *client, size_t i, TAPI_EVENT kind, const ITBasicCallControl *call,
                         LONG what)
{
    struct timespec until = patience();

    for (;;) {
        for (; i < client->count; i++) {
            if (matches(&client->seen[i], kind, call, what)) {
                return (long)i;
            }
        }
        if (wait_on(&client->changed, &client->lock, &until) != 0) {
            return -1;
        }
    }
}

int client_wait(Client *client, TAPI_EVENT kind, const ITBasicCallControl *call, LONG what,
                Seen *seen)
{
    long index;

    pthread_mutex_lock(&client->lock);
    index = find_or_wait(client, 0, kind, call, what);
    if (index >= 0 && seen != NULL) {
        *seen = client->seen[index];
        seen->what &= 0xff;
    }
    pthread_mutex_unlock(&client->lock);
    return index >= 0;
}

int expect_state_at(Client *client, const ITBasicCallControl *call, CALL_STATE state,
                    CALL_STATE_EVENT_CAUSE cause, const char *file, int line, const char *what, ...)
{
    Seen seen;
    int came = client_wait(client, TE_CALLSTATE, call, state, &seen);
    int good = came && seen.cause == cause;
    char extra[200];
    va_list arguments;

    if (came) {
        snprintf(extra, sizeof extra, "# %s:%d: cause %d, wanted %d\n", file, line,
                 (int)seen.cause, (int)cause);
    } else {
        snprintf(extra, sizeof extra, "# %s:%d: no event for state %d\n", file, line, (int)state);
    }
    va_start(arguments, what);
    report(good, extra, what, arguments);
    va_end(arguments);
    return good;
}

ITBasicCallControl *client_take_call(Client *client)
{
    struct timespec until = patience();
    ITBasicCallControl *call = NULL;
    size_t i = 0;

    pthread_mutex_lock(&client->lock);
    while (call == NULL) {
        for (; i < client->count && call == NULL; i++) {
            if (holds_call(&client->seen[i])) {
                call = client->seen[i].call;
                client->seen[i].what |= 0x100; /* taken */
            }
        }
        if (call == NULL &&
            wait_on(&client->changed, &client->lock, &until) != 0) {
            bail_out("no call comes in");
        }
    }
    pthread_mutex_unlock(&client->lock);
    return call;
}

/* Events of one client come in order, so one that is raised now comes after all earlier ones. */
void client_flush(Client *client)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    ITBasicCallControl *call;
    ITCallInfo *info;
    LONGLONG until = now_ms() + PATIENCE_SECONDS * 1000;
    struct timespec moment = { 0, 1000000 };
    size_t before;
    long index;

    if (FAILED(ITTAPI_EnumerateAddresses(client->tapi, &addresses)) ||
        IEnumAddress_Next(addresses, 1, &address, NULL) != S_OK) {
        bail_out("no address to flush with");
    }
    IEnumAddress_Release(addresses);
    call = new_call(address, OLESTR("1001"));
    ITAddress_Release(address);
    info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    /* An earlier call may have stood at the same place: its events do not count. */
    pthread_mutex_lock(&client->lock);
    before = client->count;
    pthread_mutex_unlock(&client->lock);
    ITCallInfo_put_CallInfoLong(info, CIL_APPSPECIFIC, 1);
    pthread_mutex_lock(&client->lock);
    index = find_or_wait(client, before, TE_CALLINFOCHANGE, call, CIC_APPSPECIFIC);
    pthread_mutex_unlock(&client->lock);
    if (index < 0) {
        bail_out("events are not delivered");
    }
    ITCallInfo_Release(info);
    /* The event's object lets go of the call a moment after the sink has returned. */
    while (references_of(call) > 1 && now_ms() < until) {
        nanosleep(&moment, NULL);
    }
    ITBasicCallControl_Release(call);
}

/* ---- Calls ---- */

ITBasicCallControl *new_call(ITAddress *address, const OLECHAR *destination)
{
    ITBasicCallControl *call = NULL;
    BSTR text = destination != NULL ? test_bstr(destination) : NULL;
    HRESULT hr = ITAddress_CreateCall(address, text, LINEADDRESSTYPE_PHONENUMBER,
                                      TAPIMEDIATYPE_AUDIO, &call);

    if (hr != S_OK) {
        bail_out("CreateCall: %s", hr_name(hr));
    }
    return call;
}

ITBasicCallControl *connected_call(ITAddress *address, const OLECHAR *destination)
{
    ITBasicCallControl *call = new_call(address, destination);
    HRESULT hr = ITBasicCallControl_Connect(call, VARIANT_TRUE);

    if (hr != S_OK) {
        bail_out("Connect: %s", hr_name(hr));
    }
    return call;
}

CALL_STATE state_of(ITBasicCallControl *call)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    CALL_STATE state = -1;

    ITCallInfo_get_CallState(info, &state);
    ITCallInfo_Release(info);
    return state;
}

LONG id_of(ITBasicCallControl *call)
{
    ITCallInfo *info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    LONG id = 0;

    ITCallInfo_get_CallInfoLong(info, CIL_CALLID, &id);
    ITCallInfo_Release(info);
    return id;
}
