/*
 * How what is asked by TAPI 2 ends, and whether it was refused. Compiles as C11 and as C++17.
 */
#ifndef TAPI2_OUTCOME_H
#define TAPI2_OUTCOME_H

#include "tapi2_test.h"

/* Whether a code says that something cannot be done at all, or not now. */
static inline int refused(LONG code)
{
    return code == LINEERR_OPERATIONUNAVAIL || code == LINEERR_INVALCALLSTATE || code == LINEERR_NOTOWNER ||
           code == LINEERR_INVALCONFCALLHANDLE;
}

/* How a function ends: at once, or in the reply. */
static inline LONG outcome(Program *program, LONG code)
{
    if (code <= 0) {
        return code;
    }
    program->next = 0;
    return (LONG)wait_for(program, 0, LINE_REPLY, (DWORD_PTR)code, "the reply").dwParam2;
}

#endif /* TAPI2_OUTCOME_H */
