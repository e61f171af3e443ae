/*
 * An allocator that fails when it is told to: for every n, the n-th allocation that a method makes
 * on the calling thread fails, and the method must answer E_OUTOFMEMORY with nothing changed.
 *
 * Which methods and functions really ran so is recorded, and printed with each scenario: "# ran
 * ITAddress::get_State". The test holds that against what works (tests/out_of_memory.rs).
 */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

#include "tapi_test.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A method or function is about to be called; counts while a scenario lets memory run out. */
void note_run(const char *name);

/* Macros that say so, for every method and function; made for the test by codegen. */
#include "recorded_methods.h"

/* A method under test, with what comes before and after it. */
typedef struct Scenario {
    const char *name;
    /* Makes what the method needs. */
    void (*prepare)(void);
    /* Calls the method; may be called again after E_OUTOFMEMORY. */
    HRESULT (*act)(void);
    /* Whether all is as `prepare` left it; NULL when there is nothing to see. */
    int (*unchanged)(void);
    /* Whether the method did what it does; lets everything go. */
    int (*finish)(void);
} Scenario;

/* Runs a scenario for every n, with one failure and with all allocations failing from the n-th on,
 * then with all failing that are larger than some size; on this thread, on new ones, and on new ones
 * that have an error info already, and on one with a cancellation pending; and several times over, to see that no memory stays behind. One
 * TAP line. */
void survive(const Scenario *scenario);

/* As `survive`, inside the sink of `client`, which must hear ALL_EVENTS. The scenario must not wait
 * for an event of that client before its `finish`. */
void survive_in_sink(const Scenario *scenario, Client *client);

/* As `survive`, and the method takes no memory at all, so that none can be refused. */
void survive_without_memory(const Scenario *scenario);

/* Whether memory that stays behind is a failure; so at first. The threads of a real line keep some
 * for a while: it counts when the line is closed. */
void expect_no_blocks_left(int expected);

/* Whether every allocation fails on threads that have not called this. */
void fail_on_other_threads(int on);

/* The blocks of memory that are allocated now. */
long live_blocks(void);

#ifdef __cplusplus
}
#endif

#endif /* FAILING_MALLOC_H */
