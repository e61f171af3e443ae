/*
 * An allocator that fails when it is told to: for every n, the n-th allocation that a method makes
 * on the calling thread fails, and the method must answer E_OUTOFMEMORY with nothing changed.
 */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

#include "tapi_test.h"

#ifdef __cplusplus
extern "C" {
#endif

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
 * on this thread and on new ones, and several times over, to see that no memory stays behind. One
 * TAP line. */
void survive(const Scenario *scenario);

/* The blocks of memory that are allocated now. */
long live_blocks(void);

#ifdef __cplusplus
}
#endif

#endif /* FAILING_MALLOC_H */
