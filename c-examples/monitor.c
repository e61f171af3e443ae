/*
 * Looks on: prints every event of every address, with the caller's name and number.
 *
 *     monitor [--for SECONDS]
 *
 * It owns no call, so it is in nobody's way. It ends after SECONDS or, if not said, with Ctrl-C.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* sigtimedwait */
#endif
#define CINTERFACE /* the C view of the interfaces, even when this is compiled as C++ */
#define COBJMACROS
#include <signal.h>
#include <tapi3.h>

#include "example.h"

static EventSink sink;

/* ` label text`, or nothing if the network does not tell. */
static void print_string(ITCallInfo *info, CALLINFO_STRING which, const char *label)
{
    BSTR text = NULL;
    char *utf8;

    if (FAILED(ITCallInfo_get_CallInfoString(info, which, &text))) {
        return;
    }
    utf8 = take_text(text);
    if (utf8 != NULL && utf8[0] != '\0') {
        printf(" %s %s", label, utf8);
    }
    CoTaskMemFree(utf8);
}

/* `call 17 from 2002 (Ann) to 2001`. Releases `info`, which may be NULL. */
static void print_call(ITCallInfo *info)
{
    LONG id = 0;

    if (info == NULL) {
        return;
    }
    ITCallInfo_get_CallInfoLong(info, CIL_CALLID, &id);
    printf(" call %d", (int)id);
    print_string(info, CIS_CALLERIDNUMBER, "from");
    print_string(info, CIS_CALLERIDNAME, "named");
    print_string(info, CIS_CALLEDIDNUMBER, "to");
    ITCallInfo_Release(info);
}

/* Releases `address`, which may be NULL. */
static void print_address(ITAddress *address)
{
    BSTR name = NULL;
    char *utf8;

    if (address == NULL) {
        return;
    }
    if (SUCCEEDED(ITAddress_get_AddressName(address, &name))) {
        utf8 = take_text(name);
        printf(" %s", utf8 != NULL ? utf8 : "");
        CoTaskMemFree(utf8);
    }
    ITAddress_Release(address);
}

static void print_notification(IDispatch *object)
{
    ITCallNotificationEvent *event = NULL;
    CALL_NOTIFICATION_EVENT kind = CNE_OWNER;
    ITCallInfo *info = NULL;

    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITCallNotificationEvent),
                                        (void **)&event))) {
        return;
    }
    ITCallNotificationEvent_get_Event(event, &kind);
    ITCallNotificationEvent_get_Call(event, &info);
    printf("new (%s):", kind == CNE_OWNER ? "owner" : "monitor");
    print_call(info);
    ITCallNotificationEvent_Release(event);
}

static void print_state(IDispatch *object)
{
    ITCallStateEvent *event = NULL;
    CALL_STATE state = CS_IDLE;
    CALL_STATE_EVENT_CAUSE cause = CEC_NONE;
    ITCallInfo *info = NULL;

    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITCallStateEvent), (void **)&event))) {
        return;
    }
    ITCallStateEvent_get_State(event, &state);
    ITCallStateEvent_get_Cause(event, &cause);
    ITCallStateEvent_get_Call(event, &info);
    printf("%s%s:", state_name(state), cause_name(cause));
    print_call(info);
    ITCallStateEvent_Release(event);
}

static void print_info_change(IDispatch *object)
{
    ITCallInfoChangeEvent *event = NULL;
    CALLINFOCHANGE_CAUSE cause = CIC_OTHER;
    ITCallInfo *info = NULL;

    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITCallInfoChangeEvent), (void **)&event))) {
        return;
    }
    ITCallInfoChangeEvent_get_Cause(event, &cause);
    ITCallInfoChangeEvent_get_Call(event, &info);
    printf("information %d:", (int)cause);
    print_call(info);
    ITCallInfoChangeEvent_Release(event);
}

static void print_hub(IDispatch *object)
{
    static const char *const NAMES[] = { "a call joins", "a call leaves", "is new", "is idle" };
    ITCallHubEvent *event = NULL;
    CALLHUB_EVENT kind = CHE_CALLJOIN;
    ITCallInfo *info = NULL;

    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITCallHubEvent), (void **)&event))) {
        return;
    }
    ITCallHubEvent_get_Event(event, &kind);
    ITCallHubEvent_get_Call(event, &info); /* NULL when the event is about the hub alone */
    printf("hub: %s", kind >= CHE_CALLJOIN && kind <= CHE_LASTITEM ? NAMES[kind] : "?");
    print_call(info);
    ITCallHubEvent_Release(event);
}

static void print_address_event(IDispatch *object)
{
    ITAddressEvent *event = NULL;
    ADDRESS_EVENT kind = AE_STATE;
    ITAddress *address = NULL;

    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITAddressEvent), (void **)&event))) {
        return;
    }
    ITAddressEvent_get_Event(event, &kind);
    ITAddressEvent_get_Address(event, &address);
    printf("%s %d:", kind == AE_RINGING ? "ringing" : "address", (int)kind);
    print_address(address);
    ITAddressEvent_Release(event);
}

static void print_tapi_event(IDispatch *object)
{
    ITTAPIObjectEvent *event = NULL;
    TAPIOBJECT_EVENT kind = TE_ADDRESSCREATE;
    ITAddress *address = NULL;

    if (FAILED(IDispatch_QueryInterface(object, ID(IID_ITTAPIObjectEvent), (void **)&event))) {
        return;
    }
    ITTAPIObjectEvent_get_Event(event, &kind);
    ITTAPIObjectEvent_get_Address(event, &address);
    printf("addresses %d:", (int)kind);
    print_address(address);
    ITTAPIObjectEvent_Release(event);
}

/* Runs on the library's thread, for one event after the other. Nor does a line mix with one of the
 * main thread, which prints some too. */
static void on_event(TAPI_EVENT event, IDispatch *object)
{
    flockfile(stdout);
    switch (event) {
    case TE_CALLNOTIFICATION:
        print_notification(object);
        break;
    case TE_CALLSTATE:
        print_state(object);
        break;
    case TE_CALLINFOCHANGE:
        print_info_change(object);
        break;
    case TE_CALLHUB:
        print_hub(object);
        break;
    case TE_ADDRESS:
        print_address_event(object);
        break;
    case TE_TAPIOBJECT:
        print_tapi_event(object);
        break;
    default:
        printf("event 0x%X", (unsigned)event);
        break;
    }
    printf("\n");
    fflush(stdout);
    funlockfile(stdout);
}

/* Registers as monitor of every address, and for the hubs of all of them. */
static HRESULT watch_everything(ITTAPI *tapi)
{
    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL;
    VARIANT all;
    HRESULT hr = ITTAPI_EnumerateAddresses(tapi, &addresses);

    if (FAILED(hr)) {
        return hr;
    }
    while (SUCCEEDED(hr) && IEnumAddress_Next(addresses, 1, &address, NULL) == S_OK) {
        ITMediaSupport *media = NULL;
        LONG types = 0;
        LONG registration = 0;

        hr = ITAddress_QueryInterface(address, ID(IID_ITMediaSupport), (void **)&media);
        if (SUCCEEDED(hr)) {
            hr = ITMediaSupport_get_MediaTypes(media, &types);
            ITMediaSupport_Release(media);
        }
        if (SUCCEEDED(hr)) {
            /* Shutdown ends the registration; no need to keep its number. */
            hr = ITTAPI_RegisterCallNotifications(tapi, address, VARIANT_TRUE, VARIANT_FALSE, types,
                                                  0, &registration);
        }
        flockfile(stdout);
        printf("watching:");
        print_address(address);
        printf("\n");
        funlockfile(stdout);
    }
    fflush(stdout);
    IEnumAddress_Release(addresses);
    if (FAILED(hr)) {
        return hr;
    }
    VariantInit(&all); /* VT_EMPTY: all addresses */
    return ITTAPI_SetCallHubTracking(tapi, all, VARIANT_TRUE);
}

/* Prints events until the time is over or a signal comes. */
static int look_on(ITTAPI *tapi, const sigset_t *signals, long seconds)
{
    struct timespec time;
    HRESULT hr = sink_connect(&sink, tapi, on_event);

    if (FAILED(hr)) {
        complain("Advise", hr);
        return 0;
    }
    hr = ITTAPI_put_EventFilter(tapi, TE_CALLNOTIFICATION | TE_CALLSTATE | TE_CALLINFOCHANGE |
                                          TE_CALLHUB | TE_ADDRESS | TE_TAPIOBJECT);
    if (SUCCEEDED(hr)) {
        hr = watch_everything(tapi);
    }
    if (FAILED(hr)) {
        complain("Watching", hr);
    } else if (seconds > 0) {
        time.tv_sec = seconds;
        time.tv_nsec = 0;
        sigtimedwait(signals, NULL, &time);
    } else {
        sigwaitinfo(signals, NULL);
    }
    sink_disconnect(&sink);
    return SUCCEEDED(hr);
}

int main(int argc, char **argv)
{
    long seconds = 0;
    sigset_t signals;
    ITTAPI *tapi = NULL;
    HRESULT hr;
    int good = 0;

    if (argc == 3 && strcmp(argv[1], "--for") == 0) {
        seconds = strtol(argv[2], NULL, 10);
    } else if (argc != 1) {
        fprintf(stderr, "usage: %s [--for SECONDS]\n", argv[0]);
        return 2;
    }

    /* Before the library starts a thread, so that the signals come to nobody but us. */
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, NULL);

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
        good = look_on(tapi, &signals, seconds);
        ITTAPI_Shutdown(tapi);
    } else {
        complain("Initialize", hr);
    }
    ITTAPI_Release(tapi);
    CoUninitialize();
    return good ? 0 : 1;
}
