/*
 * Ten thousand calls, connected and disconnected from eight threads: every event is delivered
 * exactly once and in order for each call, and in the end nothing is held any more.
 *
 *     stress [CALLS]
 */
#include "tapi_test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define THREADS 8
#define MOST_CALLS 10000
/* CIL_CALLID counts from 1; flushing uses some, too. Numbers are taken in blocks, of which some are lost. */
#define MOST_IDS (8 * MOST_CALLS)

/* How many calls: all of them, unless the command line says so; each thread has its share. */
static int calls = MOST_CALLS;

static Client client;
static ITAddress *lines[2];

/* A state as `history` keeps it. */
#define H(state) ((unsigned)(state) + 1)

/* ---- What the sink checks, as the events come ---- */

/* By CIL_CALLID: the states so far, four bits each, the latest lowest. */
static unsigned history[MOST_IDS];
static int out_of_bounds;

static void note_state(Client *owner, const Seen *seen, void *context)
{
    (void)context;
    if (seen->kind != TE_CALLSTATE) {
        return;
    }
    pthread_mutex_lock(&owner->lock);
    if (seen->call_id > 0 && seen->call_id < MOST_IDS) {
        history[seen->call_id] = history[seen->call_id] << 4 | H(seen->what);
    } else {
        out_of_bounds++;
    }
    pthread_mutex_unlock(&owner->lock);
}

/* Waits until the sink has seen the end of a call. Returns whether it has. */
static int wait_for_end(LONG id)
{
    struct timespec until;
    int over;

    if (id <= 0 || id >= MOST_IDS) {
        return 0;
    }
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 60;
    pthread_mutex_lock(&client.lock);
    while ((history[id] & 0xf) != H(CS_DISCONNECTED) &&
           pthread_cond_timedwait(&client.changed, &client.lock, &until) == 0) {
    }
    over = (history[id] & 0xf) == H(CS_DISCONNECTED);
    pthread_mutex_unlock(&client.lock);
    return over;
}

/* ---- What the threads do ---- */

/* What a thread is to do, and what it saw go wrong. */
typedef struct Work {
    int offset;
    int bad_results;
} Work;

/* Even calls go to an extension that answers, odd ones to one that rings until we give up. */
static void one_call(Work *work, int index)
{
    const int answers = index % 2 == 0;
    ITAddress *line = lines[(index / 2) % 2];
    ITBasicCallControl *call = new_call(line, answers ? OLESTR("1001") : OLESTR("1003"));
    HRESULT hr;

    hr = ITBasicCallControl_Connect(call, answers ? VARIANT_TRUE : VARIANT_FALSE);
    work->bad_results += hr != S_OK;
    if (index % 5 == 0 && answers) {
        work->bad_results += ITBasicCallControl_Hold(call, VARIANT_TRUE) != S_OK;
    }
    work->bad_results += ITBasicCallControl_Disconnect(call, DC_NORMAL) != S_OK;
    work->bad_results += ITBasicCallControl_Disconnect(call, DC_NORMAL) != S_OK;
    work->bad_results += state_of(call) != CS_DISCONNECTED;
    /* The reference goes when the sink has seen the end: the last Release ends the events. */
    work->bad_results += !wait_for_end(id_of(call));
    ITBasicCallControl_Release(call);
}

static void *work_through(void *argument)
{
    Work *work = (Work *)argument;
    int i;

    for (i = 0; i < calls / THREADS; i++) {
        one_call(work, i);
    }
    return NULL;
}

static int is_whole(unsigned states)
{
    const unsigned rang = H(CS_INPROGRESS) << 4 | H(CS_DISCONNECTED);
    const unsigned talked = H(CS_INPROGRESS) << 8 | H(CS_CONNECTED) << 4 | H(CS_DISCONNECTED);
    const unsigned held = H(CS_INPROGRESS) << 12 | H(CS_CONNECTED) << 8 | H(CS_HOLD) << 4 |
                          H(CS_DISCONNECTED);

    return states == rang || states == talked || states == held;
}

/* ---- All calls are up at once, and every thread hangs all of them up ---- */

static ITBasicCallControl *up[MOST_CALLS];

static void *hang_up_all(void *argument)
{
    Work *work = (Work *)argument;
    int i;

    for (i = 0; i < calls; i++) {
        int index = (i + work->offset) % calls;
        work->bad_results += ITBasicCallControl_Disconnect(up[index], DC_NORMAL) != S_OK;
    }
    return NULL;
}

static int everybody_hangs_up_everything(void)
{
    Work work[THREADS];
    pthread_t threads[THREADS];
    int bad = 0;
    int i;

    memset(work, 0, sizeof work);
    for (i = 0; i < calls; i++) {
        up[i] = connected_call(lines[i % 2], OLESTR("1001"));
    }
    for (i = 0; i < THREADS; i++) {
        /* Half of them meet at the same calls, half come from elsewhere. */
        work[i].offset = i % 2 == 0 ? 0 : i * (calls / THREADS);
        threads[i] = start_thread(hang_up_all, &work[i]);
    }
    for (i = 0; i < THREADS; i++) {
        join_thread(threads[i]);
        bad += work[i].bad_results;
    }
    for (i = 0; i < calls; i++) {
        bad += !wait_for_end(id_of(up[i]));
        ITBasicCallControl_Release(up[i]);
    }
    return bad;
}

/* Checks what the sink has seen of `wanted` calls, and forgets it. */
static void check_history(int wanted)
{
    int whole = 0;
    int broken = 0;
    int id;

    client_flush(&client);
    for (id = 0; id < MOST_IDS; id++) {
        whole += is_whole(history[id]);
        broken += history[id] != 0 && !is_whole(history[id]);
        history[id] = 0;
    }
    check(whole == wanted, "%d of %d calls were told from beginning to end", whole, wanted);
    check(broken == 0, "no call was told twice or out of order (%d were)", broken);
    check(out_of_bounds == 0, "every event names its call");
}

int main(int argc, char **argv)
{
    Work work[THREADS];
    pthread_t threads[THREADS];
    int bad_results = 0;
    size_t i;

    if (argc > 1) {
        calls = atoi(argv[1]);
    }
    if (calls < THREADS || calls > MOST_CALLS || calls % THREADS != 0) {
        bail_out("the number of calls must be a multiple of %d, up to %d", THREADS, MOST_CALLS);
    }
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    lines[0] = client_address(&client, OLESTR("2001"));
    lines[1] = client_address(&client, OLESTR("2002"));
    client_hook(&client, note_state, NULL);

    memset(work, 0, sizeof work);
    for (i = 0; i < THREADS; i++) {
        threads[i] = start_thread(work_through, &work[i]);
    }
    for (i = 0; i < THREADS; i++) {
        join_thread(threads[i]);
        bad_results += work[i].bad_results;
    }
    check(bad_results == 0, "every method answered S_OK (%d did not)", bad_results);
    check_history(calls);

    bad_results = everybody_hangs_up_everything();
    check(bad_results == 0, "every thread got S_OK for every call (%d did not)", bad_results);
    check_history(calls);
    client_hook(&client, NULL, NULL);

    for (i = 0; i < 2; i++) {
        IEnumCall *left_over = NULL;
        ITCallInfo *left = NULL;

        ITAddress_EnumerateCalls(lines[i], &left_over);
        check(IEnumCall_Next(left_over, 1, &left, NULL) == S_FALSE, "no call is left on a line");
        IEnumCall_Release(left_over);
        check(references_of(lines[i]) == 2, "nobody but us and the TAPI object holds the address");
        ITAddress_Release(lines[i]);
    }
    client_close(&client); /* checks the references of the TAPI object and of the sink */
    return tests_done();
}
