/*
 * The event objects when memory runs out, and the requests of one program that another hears: what
 * an event tells needs no memory, but for the texts of a request.
 */
#include "handed_out.h"
#include "keeper.h"

static ITTAPI *tapi;
static ITAddress *line1;
static ITBasicCallControl *call;
static ITCallStateEvent *state_event;
static ITCallNotificationEvent *notification;
static ITCallInfoChangeEvent *change;
static ITCallHubEvent *hub_event;
static ITAddressEvent *address_event;
static ITTAPIObjectEvent2 *lines_event;
static ITRequestEvent *request_event;
static ITRequest *asker;

#define RELEASED(I, pointer) (pointer != NULL ? (void)I##_Release(pointer) : (void)0)

static HRESULT of_state(void)
{
    ITCallInfo *info = NULL;
    CALL_STATE state;
    CALL_STATE_EVENT_CAUSE cause;

    TRY(ITCallStateEvent_get_Call(state_event, &info));
    RELEASED(ITCallInfo, info);
    TRY(ITCallStateEvent_get_State(state_event, &state));
    TRY(ITCallStateEvent_get_Cause(state_event, &cause));
    return ITCallStateEvent_get_CallbackInstance(state_event, &number);
}

static HRESULT of_notification(void)
{
    ITCallInfo *info = NULL;
    CALL_NOTIFICATION_EVENT event;

    TRY(ITCallNotificationEvent_get_Call(notification, &info));
    RELEASED(ITCallInfo, info);
    TRY(ITCallNotificationEvent_get_Event(notification, &event));
    return ITCallNotificationEvent_get_CallbackInstance(notification, &number);
}

static HRESULT of_change(void)
{
    ITCallInfo *info = NULL;
    CALLINFOCHANGE_CAUSE cause;

    TRY(ITCallInfoChangeEvent_get_Call(change, &info));
    RELEASED(ITCallInfo, info);
    TRY(ITCallInfoChangeEvent_get_Cause(change, &cause));
    return ITCallInfoChangeEvent_get_CallbackInstance(change, &number);
}

static HRESULT of_hub(void)
{
    ITCallInfo *info = NULL;
    ITCallHub *hub = NULL;
    CALLHUB_EVENT event;

    TRY(ITCallHubEvent_get_Call(hub_event, &info));
    RELEASED(ITCallInfo, info);
    TRY(ITCallHubEvent_get_CallHub(hub_event, &hub));
    RELEASED(ITCallHub, hub);
    return ITCallHubEvent_get_Event(hub_event, &event);
}

static HRESULT of_address(void)
{
    ITAddress *address = NULL;
    ADDRESS_EVENT event;

    TRY(ITAddressEvent_get_Address(address_event, &address));
    RELEASED(ITAddress, address);
    return ITAddressEvent_get_Event(address_event, &event);
}

static HRESULT of_lines(void)
{
    ITTAPI *owner = NULL;
    ITAddress *address = NULL;
    TAPIOBJECT_EVENT event;

    TRY(ITTAPIObjectEvent2_get_TAPIObject(lines_event, &owner));
    RELEASED(ITTAPI, owner);
    TRY(ITTAPIObjectEvent2_get_Address(lines_event, &address));
    RELEASED(ITAddress, address);
    TRY(ITTAPIObjectEvent2_get_Event(lines_event, &event));
    return ITTAPIObjectEvent2_get_CallbackInstance(lines_event, &number);
}

static HRESULT of_request(void)
{
    TRY(ITRequestEvent_get_RegistrationInstance(request_event, &number));
    return ITRequestEvent_get_RequestMode(request_event, &number);
}

/* Only events of other kinds have these. */
static HRESULT not_theirs(void)
{
    ITTerminal *terminal;
    ITPhone *phone;

    TRY_FOR(TAPI_E_WRONGEVENT, ITAddressEvent_get_Terminal(address_event, &terminal));
    TRY_FOR(TAPI_E_WRONGEVENT, ITTAPIObjectEvent2_get_Phone(lines_event, &phone));
    return S_OK;
}

static const Scenario WITHOUT[] = {
    { "ITCallStateEvent", nothing, of_state, NULL, finish_nothing },
    { "ITCallNotificationEvent", nothing, of_notification, NULL, finish_nothing },
    { "ITCallInfoChangeEvent", nothing, of_change, NULL, finish_nothing },
    { "ITCallHubEvent", nothing, of_hub, NULL, finish_nothing },
    { "ITAddressEvent", nothing, of_address, NULL, finish_nothing },
    { "ITTAPIObjectEvent2", nothing, of_lines, NULL, finish_nothing },
    { "ITRequestEvent, numbers", nothing, of_request, NULL, finish_nothing },
};

ACT(request_destination, ITRequestEvent_get_DestAddress(request_event, &text))
ACT(request_application, ITRequestEvent_get_AppName(request_event, &text))
ACT(request_party, ITRequestEvent_get_CalledParty(request_event, &text))
ACT(request_comment, ITRequestEvent_get_Comment(request_event, &text))
ACT(ask, ITRequest_MakeCall(asker, B("1001"), B("a program"), B("somebody"), B("a remark")))

static IDispatch *last_request(void)
{
    IDispatch *last;

    pthread_mutex_lock(&keeper.lock);
    last = keeper.last[place_of(TE_REQUEST)];
    pthread_mutex_unlock(&keeper.lock);
    return last;
}

static void prepare_request(void)
{
    IDispatch *last;

    pthread_mutex_lock(&keeper.lock);
    last = keeper.last[place_of(TE_REQUEST)];
    keeper.last[place_of(TE_REQUEST)] = NULL;
    pthread_mutex_unlock(&keeper.lock);
    if (last != NULL) {
        IDispatch_Release(last);
    }
    nothing();
}

static int no_request(void)
{
    return last_request() == NULL;
}

static int finish_request(void)
{
    ITRequestEvent *event = (ITRequestEvent *)event_as(TE_REQUEST, ID(IID_ITRequestEvent));
    BSTR comment = NULL;
    int good = ITRequestEvent_get_Comment(event, &comment) == S_OK && text_is(comment, "a remark");

    ITRequestEvent_Release(event);
    return good;
}

static const Scenario SCENARIOS[] = {
    { "ITRequestEvent::get_DestAddress", nothing, request_destination, nothing_given,
      finish_text },
    { "ITRequestEvent::get_AppName", nothing, request_application, nothing_given, finish_text },
    { "ITRequestEvent::get_CalledParty", nothing, request_party, nothing_given, finish_text },
    { "ITRequestEvent::get_Comment", nothing, request_comment, nothing_given, finish_text },
    { "get_Terminal and get_Phone of events without", nothing, not_theirs, NULL, finish_nothing },
    { "ITRequest::MakeCall", prepare_request, ask, no_request, finish_request },
};

/* ---- The clock ---- */

static ITBasicCallControl *short_call;

static void prepare_short(void)
{
    nothing();
    short_call = connected_call(line1, OLESTR("1005"));
}

/* The far end hangs up meanwhile. */
ACT(go_on, tapi3_clock_advance(2000))

static int finish_short(void)
{
    int good = state_of(short_call) == CS_DISCONNECTED;

    ITBasicCallControl_Release(short_call);
    return good;
}

static const Scenario CLOCK = { "tapi3_clock_advance", prepare_short, go_on, NULL, finish_short };

/* ---- The tests ---- */

/* Lets an event of each kind happen, and keeps their objects. */
static void raise_events(void)
{
    IEnumAddress *addresses = NULL;
    ITCallInfo *info;
    VARIANT all;
    LONG token;

    VariantInit(&all);
    ITTAPI_EnumerateAddresses(tapi, &addresses);
    if (IEnumAddress_Next(addresses, 1, &line1, NULL) != S_OK ||
        ITTAPI_SetCallHubTracking(tapi, all, VARIANT_TRUE) != S_OK ||
        ITTAPI_RegisterRequestRecipient(tapi, 3, 1, VARIANT_TRUE) != S_OK ||
        ITTAPI_RegisterCallNotifications(tapi, line1, VARIANT_TRUE, VARIANT_TRUE,
                                         TAPIMEDIATYPE_AUDIO, 1, &token) != S_OK) {
        bail_out("not ready for events");
    }
    IEnumAddress_Release(addresses);
    call = connected_call(line1, OLESTR("1001"));
    info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    ITCallInfo_put_CallInfoLong(info, CIL_APPSPECIFIC, 1);
    ITCallInfo_Release(info);
    ITAddress_put_MessageWaiting(line1, VARIANT_TRUE);
    if (FAILED(ask())) {
        bail_out("no request");
    }
}

static void take_events(void)
{
    state_event = (ITCallStateEvent *)event_as(TE_CALLSTATE, ID(IID_ITCallStateEvent));
    notification = (ITCallNotificationEvent *)event_as(TE_CALLNOTIFICATION,
                                                       ID(IID_ITCallNotificationEvent));
    change = (ITCallInfoChangeEvent *)event_as(TE_CALLINFOCHANGE, ID(IID_ITCallInfoChangeEvent));
    hub_event = (ITCallHubEvent *)event_as(TE_CALLHUB, ID(IID_ITCallHubEvent));
    address_event = (ITAddressEvent *)event_as(TE_ADDRESS, ID(IID_ITAddressEvent));
    lines_event = (ITTAPIObjectEvent2 *)event_as(TE_TAPIOBJECT, ID(IID_ITTAPIObjectEvent2));
    request_event = (ITRequestEvent *)event_as(TE_REQUEST, ID(IID_ITRequestEvent));
}

static void let_go(void)
{
    ITCallStateEvent_Release(state_event);
    ITCallNotificationEvent_Release(notification);
    ITCallInfoChangeEvent_Release(change);
    ITCallHubEvent_Release(hub_event);
    ITAddressEvent_Release(address_event);
    ITTAPIObjectEvent2_Release(lines_event);
    ITRequestEvent_Release(request_event);
    forget_events();
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Later\"\nprovider = \"sim\"\naddress = \"2002\"\n"
              "appears_after = \"1s\"\n"
              "[[simulation.call]]\nfrom = \"5551234\"\nto = \"2001\"\nafter = \"1s\"\n");
    if (CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                         (void **)&tapi) != S_OK ||
        CoCreateInstance(ID(CLSID_RequestMakeCall), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITRequest),
                         (void **)&asker) != S_OK) {
        bail_out("no TAPI object");
    }
    keep_events_of(tapi);
    if (ITTAPI_Initialize(tapi) != S_OK ||
        ITTAPI_put_EventFilter(tapi, ALL_EVENTS | TE_REQUEST) != S_OK) {
        bail_out("Initialize failed");
    }
    raise_events();
    tapi3_clock_advance(1000);
    take_events();
    for (i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        survive_without_memory(&WITHOUT[i]);
    }
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    /* An event that is kept holds its call, and which one that is depends on when they come. */
    keep_no_more_events();
    forget_events();
    survive_without_memory(&CLOCK);
    ITRequest_Release(asker);
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    ITTAPI_Shutdown(tapi);
    let_go();
    ITBasicCallControl_Release(call);
    ITAddress_Release(line1);
    ITTAPI_Release(tapi);
    return tests_done();
}
