/*
 * The allocator of failing_malloc.h. It stands in front of glibc's, for the library as well as for
 * the program.
 */
#include "failing_malloc.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A method that needs more than this many allocations is not sound. */
#define MOST_ALLOCATIONS 500

#ifdef __cplusplus
#define NOTHROW noexcept
extern "C" {
#else
#define NOTHROW
#endif

/* glibc's own, under the names that it keeps for those who stand in front of it. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *block);

/* How many allocations of this thread succeed before one fails; negative: no failing. */
static __thread long until_failure = -1;
/* Whether all later ones fail, too. */
static __thread int for_good;
/* Only those that are larger than this fail, or count. */
static __thread size_t passes;
static __thread int failed;
/* Whether a scenario's method runs on this thread. */
static __thread int acting;
static long blocks;
/* The same by size, in steps of STEP bytes; the last is of all that are larger. */
#define STEP 16
#define STEPS 256
static long blocks_of[STEPS];
/* Whether all allocations of threads fail that are not spared. */
static volatile int fails_elsewhere;
static __thread int spared;

static int fails(size_t size)
{
    if (fails_elsewhere && !spared) {
        errno = ENOMEM;
        return 1;
    }
    if (until_failure < 0 || size <= passes) {
        return 0;
    }
    if (until_failure > 0) {
        until_failure--;
        return 0;
    }
    if (!for_good) {
        until_failure = -1;
    }
    failed = 1;
    errno = ENOMEM;
    return 1;
}

static void count_size(void *block, long more)
{
    size_t step = malloc_usable_size(block) / STEP;

    __sync_add_and_fetch(&blocks_of[step < STEPS ? step : STEPS - 1], more);
}

static void *counted(void *block)
{
    if (block != NULL) {
        __sync_add_and_fetch(&blocks, 1);
        count_size(block, 1);
    }
    return block;
}

void *malloc(size_t size) NOTHROW
{
    return fails(size) ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size) NOTHROW
{
    return fails(count * size) ? NULL : counted(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size) NOTHROW
{
    void *larger;

    if (block == NULL) {
        return malloc(size);
    }
    if (fails(size)) {
        return NULL;
    }
    count_size(block, -1);
    larger = __libc_realloc(block, size);
    count_size(larger != NULL ? larger : block, 1);
    return larger;
}

void *aligned_alloc(size_t alignment, size_t size) NOTHROW
{
    return fails(size) ? NULL : counted(__libc_memalign(alignment, size));
}

int posix_memalign(void **block, size_t alignment, size_t size) NOTHROW
{
    *block = aligned_alloc(alignment, size);
    return *block != NULL ? 0 : ENOMEM;
}

void free(void *block) NOTHROW
{
    if (block != NULL) {
        __sync_sub_and_fetch(&blocks, 1);
        count_size(block, -1);
        __libc_free(block);
    }
}

void fail_on_other_threads(int on)
{
    spared = 1;
    fails_elsewhere = on;
}

long live_blocks(void)
{
    return __sync_add_and_fetch(&blocks, 0);
}

/* ---- What ran ---- */

#define MOST_NAMES 400

static pthread_mutex_t names_lock = PTHREAD_MUTEX_INITIALIZER;
/* The names that the scenario of the moment has called, each once. */
static const char *names[MOST_NAMES];
static size_t name_count;

void note_run(const char *name)
{
    size_t i = 0;

    if (!acting) {
        return;
    }
    pthread_mutex_lock(&names_lock);
    while (i < name_count && strcmp(names[i], name) != 0) {
        i++;
    }
    if (i == MOST_NAMES) {
        bail_out("too many names");
    }
    names[i] = name;
    name_count += i == name_count;
    pthread_mutex_unlock(&names_lock);
}

static void tell_names(void)
{
    size_t i;

    for (i = 0; i < name_count; i++) {
        note("ran %s", names[i]);
    }
    name_count = 0;
}

/* ---- Running a scenario ---- */

static const char *running = "";
static const char *running_how = "";
static const char *running_where = "";
static long running_n;

/* The library gave up instead of answering E_OUTOFMEMORY: say where. */
static void on_abort(int signal)
{
    char words[200];
    int length = snprintf(words, sizeof words, "Bail out! %s aborts when allocation %ld fails (%s%s)\n",
                          running, running_n, running_how, running_where);

    (void)signal;
    if (write(1, words, (size_t)length) < 0) {
        _exit(96);
    }
    _exit(95);
}

typedef struct Tally {
    long allocations;
    long wrong_code;
    long changed;
    long second_try;
    long unfinished;
    HRESULT last_wrong;
} Tally;

/* Which allocations fail. */
typedef enum Failing {
    ONE,           /* the n-th */
    ALL_FROM,      /* the n-th and all that follow */
    LARGER_THAN    /* all that are larger than the n-th of SIZES */
} Failing;

/* Where the method runs. */
typedef enum Place {
    HERE,          /* on a thread that has called the library often */
    NEW_THREAD,    /* on one that has never called it */
    FAILED_THREAD, /* on a new one whose only call has failed */
    IN_SINK        /* on the thread that delivers events */
} Place;

static const char *const FAILING[] = { "one fails", "all from it on", "all larger than a size" };
static const char *const PLACES[] = { "", " on a new thread", " with an error info", " in a sink" };
static const size_t SIZES[] = { 0,  8,   16,  24,  32,  40,  48,  64,   80,
                                96, 128, 160, 192, 256, 384, 512, 1024, 65536 };
#define SIZE_COUNT ((long)(sizeof SIZES / sizeof *SIZES))

/* What a thread is to do, and what came of it. */
typedef struct Attempt {
    const Scenario *scenario;
    long n;
    Failing failing;
    Place place;
    int fired;
    HRESULT result;
    volatile int done;
} Attempt;

static void *act_with_failure(void *argument)
{
    Attempt *attempt = (Attempt *)argument;

    if (attempt->place == FAILED_THREAD) {
        leave_error_info();
    }
    failed = 0;
    acting = 1;
    for_good = attempt->failing != ONE;
    passes = attempt->failing == LARGER_THAN ? SIZES[attempt->n - 1] : 0;
    until_failure = attempt->failing == LARGER_THAN ? 0 : attempt->n - 1;
    attempt->result = attempt->scenario->act();
    until_failure = -1;
    passes = 0;
    acting = 0;
    attempt->fired = failed;
    return NULL;
}

static void act_in_sink(Client *client, const Seen *seen, void *context)
{
    Attempt *attempt = (Attempt *)context;

    (void)client;
    (void)seen;
    if (!attempt->done) {
        act_with_failure(attempt);
        set_flag(&attempt->done);
    }
}

/* Raises an event, so that the sink of `client` runs, and waits until it has acted. */
static void act_in_sink_of(Client *client, Attempt *attempt)
{
    client_flush(client);
    client_hook(client, act_in_sink, attempt);
    client_flush(client);
    client_hook(client, NULL, NULL);
    if (!attempt->done) {
        bail_out("the sink did not act");
    }
}

static void judge(const Scenario *scenario, const Attempt *attempt, Tally *tally)
{
    HRESULT hr = attempt->result;

    if (FAILED(hr) && !(attempt->fired && hr == E_OUTOFMEMORY)) {
        tally->wrong_code++;
        tally->last_wrong = hr;
    }
    if (attempt->fired && FAILED(hr)) {
        tally->changed += scenario->unchanged != NULL && !scenario->unchanged();
        tally->second_try += FAILED(scenario->act());
    }
    tally->unfinished += !scenario->finish();
}

/* One pass over all n. A method may do without an allocation that failed, if its work is done. */
static void pass(const Scenario *scenario, Failing failing, Place place, Client *client, Tally *tally)
{
    long most = failing == LARGER_THAN ? SIZE_COUNT : MOST_ALLOCATIONS;
    long n;

    for (n = 1; n <= most; n++) {
        Attempt attempt = { scenario, n, failing, place, 0, S_OK, 0 };

        running_n = n;
        running_how = FAILING[failing];
        running_where = PLACES[place];
        scenario->prepare();
        if (place == HERE) {
            act_with_failure(&attempt);
        } else if (place == IN_SINK) {
            act_in_sink_of(client, &attempt);
        } else {
            join_thread(start_thread(act_with_failure, &attempt));
        }
        judge(scenario, &attempt, tally);
        if (!attempt.fired) {
            break;
        }
    }
    if (failing != LARGER_THAN) {
        tally->allocations = n - 1;
    }
}

/* The blocks in use, once what is still on its way to a sink has been let go: no more than `before`
 * if that can be had soon. */
static long settled_blocks(long before)
{
    LONGLONG until = now_ms() + 30000;
    struct timespec moment = { 0, 1000000 };

    while (live_blocks() > before && now_ms() < until) {
        nanosleep(&moment, NULL);
    }
    return live_blocks();
}

static void *act_when_cancelled(void *argument)
{
    Attempt *attempt = (Attempt *)argument;

    pthread_cancel(pthread_self());
    attempt->result = attempt->scenario->act();
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    return argument;
}

/* The method is called by a thread that is to end at its next cancellation point. There is none within
 * the library, where the end of a thread is that of the process. */
static void act_on_cancelled_thread(const Scenario *scenario, Tally *tally)
{
    Attempt attempt = { scenario, 0, ONE, NEW_THREAD, 0, S_OK, 0 };

    running_n = 0;
    running_how = "none fails";
    running_where = " on a thread that is cancelled";
    scenario->prepare();
    if (join_thread(start_thread(act_when_cancelled, &attempt)) != &attempt) {
        bail_out("%s: the thread was cancelled within", scenario->name);
    }
    judge(scenario, &attempt, tally);
}

/* Every way of failing in one place; returns how many allocations there are at most. */
static long all_ways(const Scenario *scenario, Place place, Client *client, Tally *tally)
{
    long most;

    pass(scenario, ONE, place, client, tally);
    most = tally->allocations;
    if (place == FAILED_THREAD) {
        return most;
    }
    pass(scenario, ALL_FROM, place, client, tally);
    pass(scenario, LARGER_THAN, place, client, tally);
    return tally->allocations > most ? tally->allocations : most;
}

/* The blocks of each size at the end of the round before. */
static long before_of[STEPS];

/* Says of which sizes there are more than before. */
static void tell_growth(void)
{
    size_t i;

    for (i = 0; i < STEPS; i++) {
        if (blocks_of[i] != before_of[i]) {
            note("%+ld of some %lu bytes", blocks_of[i] - before_of[i], (unsigned long)(i * STEP));
        }
    }
}

static int blocks_may_stay;

void expect_no_blocks_left(int expected)
{
    blocks_may_stay = !expected;
}

/* More threads than run at once later. The C library keeps the stack of a thread that has ended, and with
 * it the place of thread-locals, for the next one: the more threads at once, the more of these. */
#define MANY_THREADS 12
/* As the library's. */
#define STACK (2 << 20)

static pthread_barrier_t all_there;

static void *be_there(void *unused)
{
    leave_error_info();
    pthread_barrier_wait(&all_there);
    return unused;
}

static void have_many_threads_once(void)
{
    static int done;
    pthread_t threads[MANY_THREADS];
    pthread_attr_t attributes;
    int i;

    if (done) {
        return;
    }
    done = 1;
    pthread_barrier_init(&all_there, NULL, MANY_THREADS);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    for (i = 0; i < MANY_THREADS; i++) {
        if (pthread_create(&threads[i], &attributes, be_there, NULL) != 0) {
            bail_out("pthread_create");
        }
    }
    for (i = 0; i < MANY_THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    pthread_attr_destroy(&attributes);
    pthread_barrier_destroy(&all_there);
}

static void run(const Scenario *scenario, Client *client, int without_memory)
{
    Tally tally;
    long before, after, most;
    int round;

    have_many_threads_once();
    memset(&tally, 0, sizeof tally);
    running = scenario->name;
    signal(SIGABRT, on_abort);
    before = after = most = 0;
    /* Caches and queues grow in the first rounds; what grows again and again is a leak. */
    for (round = 0; round < 4; round++) {
        Place place = client != NULL ? IN_SINK : HERE;
        Place last = client != NULL ? IN_SINK : FAILED_THREAD;

        before = after;
        memcpy(before_of, blocks_of, sizeof before_of);
        for (; place <= last; place = (Place)(place + 1)) {
            long now = all_ways(scenario, place, client, &tally);
            most = now > most ? now : most;
        }
        if (client == NULL) {
            act_on_cancelled_thread(scenario, &tally);
        }
        after = blocks_may_stay ? 0 : settled_blocks(round == 0 ? live_blocks() : before);
        if (round > 0 && after > before) {
            note("%s, round %d: %ld blocks stay", scenario->name, round + 1, after - before);
            tell_growth();
        }
    }
    signal(SIGABRT, SIG_DFL);
    if (!check(tally.wrong_code + tally.changed + tally.second_try + tally.unfinished == 0 &&
                   after <= before && !(without_memory && most > 0),
               "%s%s: %ld allocations, each can fail", scenario->name,
               client != NULL ? PLACES[IN_SINK] : "", most)) {
        note("%ld wrong codes (last: %s), %ld changes, %ld failed second tries, %ld unfinished, "
             "%ld blocks left",
             tally.wrong_code, hr_name(tally.last_wrong), tally.changed, tally.second_try,
             tally.unfinished, after - before);
    }
    tell_names();
}

void survive(const Scenario *scenario)
{
    run(scenario, NULL, 0);
}

void survive_in_sink(const Scenario *scenario, Client *client)
{
    run(scenario, client, 0);
}

void survive_without_memory(const Scenario *scenario)
{
    run(scenario, NULL, 1);
}

#ifdef __cplusplus
}
#endif
