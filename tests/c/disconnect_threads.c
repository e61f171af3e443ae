/*
 * ITBasicCallControl::Disconnect from several threads at once, from inside a sink, while Connect
 * blocks, during and after Shutdown, and with a provider that does not answer.
 */
#include "tapi_test.h"

#define ROUNDS 200

static const char TWO_LINES[] =
    "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
    "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n";

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002, whose incoming calls the client owns */

static void open_lines(const char *configuration)
{
    configure(configuration);
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    client_register(&client, line2, 0, 1, 5);
}

static void close_lines(void)
{
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
}

/* A method's result as what a thread returns. */
static void *as_pointer(HRESULT hr)
{
    return (void *)(uintptr_t)hr;
}

static HRESULT result_of(pthread_t thread)
{
    return (HRESULT)(uintptr_t)join_thread(thread);
}

/* Whether `disconnect` has come to its end on the latest call. */
static volatile int disconnect_returned;

static void *disconnect(void *call)
{
    HRESULT hr = ITBasicCallControl_Disconnect((ITBasicCallControl *)call, DC_NORMAL);

    set_flag(&disconnect_returned);
    return as_pointer(hr);
}

static void *connect_and_wait(void *call)
{
    return as_pointer(ITBasicCallControl_Connect((ITBasicCallControl *)call, VARIANT_TRUE));
}

/* ---- Two threads ---- */

static void two_threads_at_once(void)
{
    int good = 0;
    int once = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        ITBasicCallControl *call = connected_call(line1, OLESTR("1001"));
        pthread_t one, other;
        HRESULT first, second;

        client_forget(&client);
        one = start_thread(disconnect, call);
        other = start_thread(disconnect, call);
        first = result_of(one);
        second = result_of(other);
        good += first == S_OK && second == S_OK;
        client_flush(&client);
        once += client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 1;
        ITBasicCallControl_Release(call);
    }
    check(good == ROUNDS, "two threads: both get S_OK, %d of %d times", good, ROUNDS);
    check(once == ROUNDS, "two threads: one event, %d of %d times", once, ROUNDS);
}

/* Both ends of one call hang up at the same time. */
static void both_ends_at_once(void)
{
    int good = 0;
    int once = 0;
    int i;

    for (i = 0; i < ROUNDS; i++) {
        ITBasicCallControl *caller, *callee;
        pthread_t one, other;
        HRESULT first, second;

        client_forget(&client);
        caller = new_call(line1, OLESTR("2002"));
        ITBasicCallControl_Connect(caller, VARIANT_FALSE);
        callee = client_take_call(&client);
        ITBasicCallControl_Answer(callee);
        one = start_thread(disconnect, caller);
        other = start_thread(disconnect, callee);
        first = result_of(one);
        second = result_of(other);
        good += first == S_OK && second == S_OK;
        client_flush(&client);
        once += client_count(&client, TE_CALLSTATE, caller, CS_DISCONNECTED) == 1 &&
                client_count(&client, TE_CALLSTATE, callee, CS_DISCONNECTED) == 1;
        ITBasicCallControl_Release(caller);
        ITBasicCallControl_Release(callee);
    }
    check(good == ROUNDS, "both ends: both get S_OK, %d of %d times", good, ROUNDS);
    check(once == ROUNDS, "both ends: one event each, %d of %d times", once, ROUNDS);
}

/* ---- While Connect blocks ---- */

static void while_connect_blocks(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1003"));
    pthread_t caller;

    client_forget(&client);
    caller = start_thread(connect_and_wait, call);
    expect_state(&client, call, CS_INPROGRESS, CEC_NONE, "Connect blocks");
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "Disconnect meanwhile");
    expect(result_of(caller), TAPI_E_DROPPED, "what Connect returns");
    expect_state(&client, call, CS_DISCONNECTED, CEC_DISCONNECT_CANCELLED, "the cause");
    ITBasicCallControl_Release(call);
}

/* ---- Inside a sink ---- */

typedef struct InSink {
    CALL_STATE when;
    DISCONNECT_CODE code;
    int release;
    int shut_down;
    volatile int done;
    HRESULT result;
    HRESULT shutdown_result;
    CALL_STATE before;
    ITBasicCallControl *call;
} InSink;

static void act_in_sink(Client *owner, const Seen *seen, void *context)
{
    InSink *plan = (InSink *)context;
    int fits = plan->when == CS_IDLE ? seen->kind == TE_CALLNOTIFICATION
                                     : seen->kind == TE_CALLSTATE && seen->what == plan->when;

    if (!fits || plan->done) {
        return;
    }
    if (plan->shut_down) {
        plan->shutdown_result = ITTAPI_Shutdown(owner->tapi);
    }
    plan->before = state_of(seen->call);
    plan->result = ITBasicCallControl_Disconnect(seen->call, plan->code);
    if (plan->release) {
        ITBasicCallControl_Release(plan->call);
    }
    set_flag(&plan->done);
}

static void in_sink_on_connected(int release)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    InSink plan = { CS_CONNECTED, DC_NORMAL, release, 0, 0, E_FAIL, S_OK, CS_IDLE, call };

    client_forget(&client);
    client_hook(&client, act_in_sink, &plan);
    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "in the sink: Connect");
    check(wait_for_flag(&plan.done), "in the sink: it ran");
    expect(plan.result, S_OK, "in the sink, on CONNECTED%s", release ? ", with last Release" : "");
    client_hook(&client, NULL, NULL);
    if (!release) {
        expect_state(&client, call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "in the sink: end");
        ITBasicCallControl_Release(call);
    }
    client_flush(&client);
}

/* Programs refuse a second call here, before the event of its offer. */
static void in_sink_on_notification(void)
{
    static const DISCONNECT_CODE CODES[] = { DC_REJECTED, DC_NOANSWER, DC_NORMAL };
    static const CALL_STATE_EVENT_CAUSE CAUSES[] = {
        CEC_DISCONNECT_REJECTED,
        CEC_DISCONNECT_NOANSWER,
        CEC_DISCONNECT_BUSY,
    };
    size_t i;

    for (i = 0; i < 3; i++) {
        ITBasicCallControl *caller = new_call(line1, OLESTR("2002"));
        ITBasicCallControl *callee;
        InSink plan = { CS_IDLE, CODES[i], 0, 0, 0, E_FAIL, S_OK, CS_IDLE, NULL };

        client_forget(&client);
        client_hook(&client, act_in_sink, &plan);
        ITBasicCallControl_Connect(caller, VARIANT_FALSE);
        check(wait_for_flag(&plan.done), "on TE_CALLNOTIFICATION: it ran");
        client_hook(&client, NULL, NULL);
        callee = client_take_call(&client);
        check(plan.before == CS_OFFERING, "on TE_CALLNOTIFICATION: offering already");
        expect(plan.result, S_OK, "on TE_CALLNOTIFICATION, code %d", (int)CODES[i]);
        expect_state(&client, caller, CS_DISCONNECTED, CAUSES[i], "what the caller sees");
        expect_state(&client, callee, CS_OFFERING, CEC_NONE, "the offer is told all the same");
        client_flush(&client);
        check(client_count(&client, TE_CALLSTATE, callee, CS_DISCONNECTED) == 1,
              "and its end, once");
        ITBasicCallControl_Release(callee);
        ITBasicCallControl_Release(caller);
    }
}

/* ---- Shutdown ---- */

static void after_shutdown(void)
{
    Client other;
    ITAddress *address;
    ITBasicCallControl *idle, *ringing, *talking, *over;

    client_open(&other, ALL_EVENTS);
    address = client_address(&other, OLESTR("2001"));
    idle = new_call(address, OLESTR("1001"));
    ringing = new_call(address, OLESTR("1003"));
    ITBasicCallControl_Connect(ringing, VARIANT_FALSE);
    talking = connected_call(address, OLESTR("1001"));
    over = connected_call(address, OLESTR("1001"));
    ITBasicCallControl_Disconnect(over, DC_NORMAL);

    expect(ITTAPI_Shutdown(other.tapi), S_OK, "Shutdown with calls up");
    check(state_of(ringing) == CS_DISCONNECTED, "Shutdown ends the call that rings");
    check(state_of(talking) == CS_DISCONNECTED, "Shutdown ends the call that is up");
    expect(ITBasicCallControl_Disconnect(idle, DC_NORMAL), S_FALSE, "after Shutdown: idle");
    expect(ITBasicCallControl_Disconnect(ringing, DC_NORMAL), S_OK, "after Shutdown: rang");
    expect(ITBasicCallControl_Disconnect(talking, DC_NORMAL), S_OK, "after Shutdown: was up");
    expect(ITBasicCallControl_Disconnect(over, DC_NORMAL), S_OK, "after Shutdown: was over");
    expect(ITBasicCallControl_Disconnect(talking, 9), E_INVALIDARG, "after Shutdown: bad code");
    expect(ITBasicCallControl_Connect(idle, VARIANT_TRUE), TAPI_E_NOT_INITIALIZED,
           "after Shutdown: Connect");
    ITBasicCallControl_Release(idle);
    ITBasicCallControl_Release(ringing);
    ITBasicCallControl_Release(talking);
    ITBasicCallControl_Release(over);
    ITAddress_Release(address);
    client_close(&other);
}

typedef struct Many {
    ITBasicCallControl *calls[64];
    volatile int started;
    int bad;
} Many;

static void *disconnect_many(void *argument)
{
    Many *many = (Many *)argument;
    size_t i;

    for (i = 0; i < 64; i++) {
        if (ITBasicCallControl_Disconnect(many->calls[i], DC_NORMAL) != S_OK) {
            many->bad++;
        }
        if (i == 8) {
            set_flag(&many->started);
        }
    }
    return NULL;
}

static void during_shutdown(void)
{
    int round;
    int bad = 0;

    for (round = 0; round < 20; round++) {
        Client other;
        ITAddress *address;
        Many many = { { NULL }, 0, 0 };
        pthread_t thread;
        size_t i;

        client_open(&other, ALL_EVENTS);
        address = client_address(&other, OLESTR("2001"));
        for (i = 0; i < 64; i++) {
            many.calls[i] = connected_call(address, OLESTR("1001"));
        }
        thread = start_thread(disconnect_many, &many);
        wait_for_flag(&many.started);
        if (ITTAPI_Shutdown(other.tapi) != S_OK) {
            bad++;
        }
        join_thread(thread);
        bad += many.bad;
        for (i = 0; i < 64; i++) {
            ITBasicCallControl_Release(many.calls[i]);
        }
        ITAddress_Release(address);
        client_close(&other);
    }
    check(bad == 0, "during Shutdown: S_OK on every call (%d were not)", bad);
}

static void shutdown_in_sink(void)
{
    Client other;
    ITAddress *address;
    ITBasicCallControl *call;
    InSink plan = { CS_CONNECTED, DC_NORMAL, 0, 1, 0, E_FAIL, E_FAIL, CS_IDLE, NULL };

    client_open(&other, ALL_EVENTS);
    address = client_address(&other, OLESTR("2001"));
    call = new_call(address, OLESTR("1001"));
    client_hook(&other, act_in_sink, &plan);
    expect(ITBasicCallControl_Connect(call, VARIANT_FALSE), S_OK, "Shutdown in the sink: Connect");
    check(wait_for_flag(&plan.done), "Shutdown in the sink: it ran");
    expect(plan.shutdown_result, S_OK, "Shutdown in the sink");
    expect(plan.result, S_OK, "Disconnect after Shutdown in the sink");
    ITBasicCallControl_Release(call);
    ITAddress_Release(address);
    client_close(&other);
}

/* ---- A provider that does not answer ---- */

static void never_confirmed(void)
{
    ITBasicCallControl *call;
    pthread_t one, other;
    LONGLONG start;

    open_lines("operation_timeout = \"100ms\"\n"
               "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
               "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    call = connected_call(line1, OLESTR("1006"));
    client_forget(&client);
    start = now_ms();
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), TAPI_E_TIMEOUT, "never confirmed");
    check(now_ms() - start >= 100, "after the whole operation_timeout");
    check(state_of(call) == CS_CONNECTED, "the call is as it was");
    one = start_thread(disconnect, call);
    other = start_thread(disconnect, call);
    expect(result_of(one), TAPI_E_TIMEOUT, "again, from one thread");
    expect(result_of(other), TAPI_E_TIMEOUT, "and from another");
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 0, "no event");
    expect(ITTAPI_Shutdown(client.tapi), S_OK, "Shutdown does not wait for it");
    check(state_of(call) == CS_DISCONNECTED, "Shutdown ends it");
    ITBasicCallControl_Release(call);
    close_lines();
}

/* Hours of a manual clock stand between the caller's patience and the confirmation. */
static void confirmed_late(void)
{
    static const ULONG STEP_MS = 100;
    ITBasicCallControl *call;
    pthread_t thread;
    int waited = 0;

    open_lines("clock = \"manual\"\noperation_timeout = \"2m\"\n"
               "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
               "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
               "[[simulation.extension]]\nnumber = \"1006\"\nbehaviour = \"answer\"\n"
               "confirms_after = \"1000h\"\n");
    call = connected_call(line1, OLESTR("1006"));
    client_forget(&client);
    disconnect_returned = 0;
    thread = start_thread(disconnect, call);
    /* The two minutes begin when the thread waits, which nobody sees from here. */
    while (!disconnect_returned) {
        if (tapi3_clock_advance(STEP_MS) != S_OK) {
            bail_out("the clock does not advance");
        }
        waited++;
    }
    expect(result_of(thread), TAPI_E_TIMEOUT, "the caller gives up");
    check(waited >= 1200, "not before two minutes have passed (%d steps)", waited);
    check(state_of(call) == CS_CONNECTED, "late: the call is as it was");
    expect(tapi3_clock_advance(4000000000u), S_OK, "more than a thousand hours pass");
    expect_state(&client, call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "the late answer counts");
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "late: Disconnect is content");
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 1, "late: one event");
    ITBasicCallControl_Release(call);
    close_lines();
}

/* Several callers wait for one confirmation. */
static void confirmed_while_waiting(void)
{
    ITBasicCallControl *call;
    pthread_t threads[4];
    size_t i;

    open_lines("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
               "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n"
               "[[simulation.extension]]\nnumber = \"1006\"\nbehaviour = \"answer\"\n"
               "confirms_after = \"100ms\"\n");
    call = connected_call(line1, OLESTR("1006"));
    client_forget(&client);
    for (i = 0; i < 4; i++) {
        threads[i] = start_thread(disconnect, call);
    }
    for (i = 0; i < 4; i++) {
        expect(result_of(threads[i]), S_OK, "waiting thread %d", (int)i);
    }
    client_flush(&client);
    check(client_count(&client, TE_CALLSTATE, call, CS_DISCONNECTED) == 1, "they share one end");
    ITBasicCallControl_Release(call);
    close_lines();
}

int main(void)
{
    tests_begin(280);
    open_lines(TWO_LINES);
    two_threads_at_once();
    both_ends_at_once();
    while_connect_blocks();
    in_sink_on_connected(0);
    in_sink_on_connected(1);
    in_sink_on_notification();
    after_shutdown();
    during_shutdown();
    shutdown_in_sink();
    close_lines();

    never_confirmed();
    confirmed_late();
    confirmed_while_waiting();
    return tests_done();
}
