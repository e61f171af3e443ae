/*
 * The allocator of failing_malloc.h. It stands in front of glibc's, for the library as well as for
 * the program.
 */
#include "failing_malloc.h"

#include <errno.h>
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
static __thread int failed;
static long blocks;

static int fails(void)
{
    if (until_failure < 0) {
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

static void *counted(void *block)
{
    if (block != NULL) {
        __sync_add_and_fetch(&blocks, 1);
    }
    return block;
}

void *malloc(size_t size) NOTHROW
{
    return fails() ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size) NOTHROW
{
    return fails() ? NULL : counted(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size) NOTHROW
{
    if (block == NULL) {
        return malloc(size);
    }
    return fails() ? NULL : __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) NOTHROW
{
    return fails() ? NULL : counted(__libc_memalign(alignment, size));
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
        __libc_free(block);
    }
}

long live_blocks(void)
{
    return __sync_add_and_fetch(&blocks, 0);
}

/* ---- Running a scenario ---- */

static const char *running = "";
static long running_n;

/* The library gave up instead of answering E_OUTOFMEMORY: say where. */
static void on_abort(int signal)
{
    char words[200];
    int length = snprintf(words, sizeof words, "Bail out! %s aborts when allocation %ld fails\n",
                          running, running_n);

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

/* What a thread is to do, and what came of it. */
typedef struct Attempt {
    const Scenario *scenario;
    long n;
    int lasting;
    int fired;
    HRESULT result;
} Attempt;

static void *act_with_failure(void *argument)
{
    Attempt *attempt = (Attempt *)argument;

    failed = 0;
    for_good = attempt->lasting;
    until_failure = attempt->n - 1;
    attempt->result = attempt->scenario->act();
    until_failure = -1;
    attempt->fired = failed;
    return NULL;
}

/* One pass over all n, on this thread or each time on a new one, which has never called the library
 * before. A method may do without an allocation that failed, if its work is done. */
static void pass(const Scenario *scenario, int lasting, int new_thread, Tally *tally)
{
    long n;

    for (n = 1; n <= MOST_ALLOCATIONS; n++) {
        Attempt attempt = { scenario, n, lasting, 0, S_OK };
        HRESULT hr;
        int fired;

        running_n = n;
        scenario->prepare();
        if (new_thread) {
            join_thread(start_thread(act_with_failure, &attempt));
        } else {
            act_with_failure(&attempt);
        }
        hr = attempt.result;
        fired = attempt.fired;
        if (fired && FAILED(hr)) {
            if (hr != E_OUTOFMEMORY) {
                tally->wrong_code++;
                tally->last_wrong = hr;
            }
            tally->changed += scenario->unchanged != NULL && !scenario->unchanged();
            hr = scenario->act();
            tally->second_try += FAILED(hr);
        } else if (FAILED(hr)) {
            tally->wrong_code++;
            tally->last_wrong = hr;
        }
        tally->unfinished += !scenario->finish();
        if (!fired) {
            break;
        }
    }
    tally->allocations = n - 1;
}

/* The blocks in use, once what is still on its way to a sink has been let go: no more than `before`
 * if that can be had soon. */
static long settled_blocks(long before)
{
    LONGLONG until = now_ms() + 2000;
    struct timespec moment = { 0, 1000000 };

    while (live_blocks() > before && now_ms() < until) {
        nanosleep(&moment, NULL);
    }
    return live_blocks();
}

void survive(const Scenario *scenario)
{
    Tally tally;
    long before, after;
    int round;

    memset(&tally, 0, sizeof tally);
    running = scenario->name;
    signal(SIGABRT, on_abort);
    before = after = 0;
    /* Caches and queues grow in the first rounds; what grows again and again is a leak. */
    for (round = 0; round < 4; round++) {
        before = after;
        pass(scenario, 0, 0, &tally);
        pass(scenario, 1, 0, &tally);
        pass(scenario, 0, 1, &tally);
        pass(scenario, 1, 1, &tally);
        after = settled_blocks(round == 0 ? live_blocks() : before);
    }
    signal(SIGABRT, SIG_DFL);
    if (!check(tally.wrong_code + tally.changed + tally.second_try + tally.unfinished == 0 &&
                   after <= before,
               "%s: %ld allocations, each can fail", scenario->name, tally.allocations)) {
        note("%ld wrong codes (last: %s), %ld changes, %ld failed second tries, %ld unfinished, "
             "%ld blocks left",
             tally.wrong_code, hr_name(tally.last_wrong), tally.changed, tally.second_try,
             tally.unfinished, after - before);
    }
}

#ifdef __cplusplus
}
#endif
