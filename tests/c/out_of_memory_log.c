/*
 * Memory runs out while the log is heard: a line needs none, and a hang-up that logs ends the call.
 */
#include "failing_malloc.h"

static Client client;
static ITBasicCallControl *call;
static volatile LONG lines;

static void listen(LONG level, const char *target, const char *text, void *context)
{
    (void)level;
    (void)target;
    (void)text;
    (void)context;
    __atomic_add_fetch(&lines, 1, __ATOMIC_SEQ_CST);
}

static void prepare(void)
{
    ITAddress *address;

    client_open(&client, ALL_EVENTS);
    address = client_address(&client, OLESTR("2001"));
    call = connected_call(address, OLESTR("1001"));
    ITAddress_Release(address);
    expect(tapi3_set_log_callback(listen, TAPI3_LOG_TRACE, NULL), S_OK, "a callback is set");
    lines = 0;
}

static HRESULT act(void)
{
    tapi3_log(TAPI3_LOG_ERROR, "test", "a line of the program's own");
    return ITBasicCallControl_Disconnect(call, DC_NORMAL);
}

static int finish(void)
{
    int good = tapi3_set_log_callback(NULL, 0, NULL) == S_OK && lines > 0 &&
               state_of(call) == CS_DISCONNECTED;

    ITBasicCallControl_Release(call);
    client_close(&client);
    return good;
}

int main(void)
{
    static const Scenario scenario = {"a line and a hang-up", prepare, act, NULL, finish};

    tests_begin(280);
    survive(&scenario);
    return tests_done();
}
