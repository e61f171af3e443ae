/*
 * Memory runs out while a sink does not come back and its queue of events grows and grows: a
 * hang-up is told all the same, anything else answers E_OUTOFMEMORY and is told when it is done.
 */
#include "failing_malloc.h"

#define MANY 40
/* How often each call is held and taken back. */
#define TIMES 20

static Client slow; /* a new one each time, so that its queue is still small */
static volatile int sink_blocked;
static volatile int sink_may_go;
static ITBasicCallControl *many[MANY];
static int steps[MANY]; /* how far each has come */
static ITBasicCallControl *waker; /* its first event is what the sink sleeps over */

static void block(Client *owner, const Seen *seen, void *context)
{
    (void)owner;
    (void)seen;
    (void)context;
    set_flag(&sink_blocked);
    wait_for_flag(&sink_may_go);
}

static void prepare_blocked(void)
{
    ITAddress *address;
    size_t i;

    client_open(&slow, ALL_EVENTS);
    address = client_address(&slow, OLESTR("2001"));
    for (i = 0; i < MANY; i++) {
        many[i] = connected_call(address, OLESTR("1001"));
    }
    client_flush(&slow);
    client_forget(&slow);
    for (i = 0; i < MANY; i++) {
        steps[i] = 0;
    }
    sink_blocked = 0;
    sink_may_go = 0;
    client_hook(&slow, block, NULL);
    waker = connected_call(address, OLESTR("1001"));
    ITAddress_Release(address);
    wait_for_flag(&sink_blocked);
}

/* Ends every call, whatever the first ones answer. */
static HRESULT disconnect_all(void)
{
    HRESULT worst = S_OK;
    size_t i;

    for (i = 0; i < MANY; i++) {
        HRESULT hr = ITBasicCallControl_Disconnect(many[i], DC_NORMAL);
        worst = FAILED(hr) ? hr : worst;
    }
    return worst;
}

/* Holds every call and takes it back, several times over. What failed is done by the next call. */
static HRESULT hold_and_take_back_all(void)
{
    HRESULT worst = S_OK;
    size_t i;

    for (i = 0; i < MANY; i++) {
        while (steps[i] < 2 * TIMES) {
            HRESULT hr = ITBasicCallControl_Hold(
                many[i], steps[i] % 2 == 0 ? VARIANT_TRUE : VARIANT_FALSE);
            if (FAILED(hr)) {
                worst = hr;
                break;
            }
            steps[i]++;
        }
    }
    return worst;
}

/* Sets the application's own number of every call, several times over. */
static HRESULT number_all(void)
{
    HRESULT worst = S_OK;
    size_t i;

    for (i = 0; i < MANY; i++) {
        ITCallInfo *info = (ITCallInfo *)query(many[i], ID(IID_ITCallInfo));
        while (steps[i] < 2 * TIMES) {
            HRESULT hr = ITCallInfo_put_CallInfoLong(info, CIL_APPSPECIFIC, steps[i] + 1);
            if (FAILED(hr)) {
                worst = hr;
                break;
            }
            steps[i]++;
        }
        ITCallInfo_Release(info);
    }
    return worst;
}

/* Lets the sink go on, and counts what it gets of each call. */
static int finish_blocked(TAPI_EVENT kind, LONG what, size_t wanted)
{
    int good = 1;
    size_t i;

    client_hook(&slow, NULL, NULL);
    set_flag(&sink_may_go);
    client_flush(&slow);
    for (i = 0; i < MANY; i++) {
        good = client_count(&slow, kind, many[i], what) == wanted && good;
        ITBasicCallControl_Disconnect(many[i], DC_NORMAL);
        ITBasicCallControl_Release(many[i]);
    }
    ITBasicCallControl_Disconnect(waker, DC_NORMAL);
    ITBasicCallControl_Release(waker);
    client_close(&slow);
    return good;
}

static int finish_over(void)
{
    return finish_blocked(TE_CALLSTATE, CS_DISCONNECTED, 1);
}

static int finish_held(void)
{
    return finish_blocked(TE_CALLSTATE, CS_HOLD, TIMES);
}

static int finish_numbered(void)
{
    return finish_blocked(TE_CALLINFOCHANGE, CIC_APPSPECIFIC, 2 * TIMES);
}

static const Scenario SCENARIOS[] = {
    { "Disconnect of forty calls while the sink sleeps", prepare_blocked, disconnect_all, NULL,
      finish_over },
    { "Hold of forty calls while the sink sleeps", prepare_blocked, hold_and_take_back_all, NULL,
      finish_held },
    { "put_CallInfoLong of forty calls while the sink sleeps", prepare_blocked, number_all, NULL,
      finish_numbered },
};

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    return tests_done();
}
