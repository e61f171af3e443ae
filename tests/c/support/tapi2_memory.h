/*
 * What the programs share that let memory run out in the functions of TAPI 2: an application with two
 * open lines, calls without TAP lines of their own, and result codes as scenarios know them.
 */
#ifndef TAPI2_MEMORY_H
#define TAPI2_MEMORY_H

#include "tapi2_test.h"

#include "handed_out.h"

static Program program;
static HLINE line1;
static HLINE passing_line; /* of one scenario */
static HCALL call;
static HCALL other;
static HCALL third;
static LONG id;
static union {
    unsigned char bytes[2048];
    LINEDEVCAPS dev;
    LINEADDRESSCAPS address;
    LINECALLINFO info;
    LINECALLSTATUS status;
    LINEDEVSTATUS line;
    LINEADDRESSSTATUS address_status;
    LINECALLLIST list;
    LINEPROVIDERLIST providers;
    LINEFORWARDLIST forwards;
    LINETRANSLATEOUTPUT translation;
    LINETRANSLATECAPS translate_caps;
    LINECOUNTRYLIST countries;
    VARSTRING text;
} space;

#define WIDE(literal) ((const WCHAR *)OLESTR(literal))

/* A function of a scenario that is one call. */
#define LINE_ACT(name, expression)                                                                 \
    static HRESULT name(void)                                                                      \
    {                                                                                              \
        return as_hresult(expression);                                                             \
    }

/* ---- Quietly: no TAP lines of their own ---- */

static inline LINEMESSAGE next_of(DWORD device, DWORD message, DWORD_PTR first)
{
    for (;;) {
        size_t place = place_of(&program, device, message, first);

        if (place < program.count) {
            return program.seen[place];
        }
        if (!program_take(&program, PATIENCE)) {
            size_t i;

            for (i = 0; i < program.count; i++) {
                const LINEMESSAGE *m = &program.seen[i];

                note("message %u of 0x%x: 0x%lx 0x%lx 0x%lx", (unsigned)m->dwMessageID, (unsigned)m->hDevice,
                     (unsigned long)m->dwParam1, (unsigned long)m->dwParam2, (unsigned long)m->dwParam3);
            }
            bail_out("message %u of 0x%x (0x%lx) did not come", (unsigned)message, (unsigned)device,
                     (unsigned long)first);
        }
    }
}

static inline int reply_is(LONG wanted)
{
    return (LONG)next_of(0, LINE_REPLY, (DWORD_PTR)id).dwParam2 == wanted;
}

/* A result code as scenarios know it, where this one is wanted. */
static inline HRESULT refused(LONG code, LONG wanted)
{
    return code == wanted ? S_OK : code == LINEERR_NOMEM || code == PHONEERR_NOMEM ? E_OUTOFMEMORY : E_FAIL;
}

/* A function's answer as scenarios know it: at once, or by the reply to its request. */
static inline HRESULT as_hresult(LONG code)
{
    if (code > 0) {
        id = code;
        code = (LONG)next_of(0, LINE_REPLY, (DWORD_PTR)id).dwParam2;
    }
    return refused(code, 0);
}

static inline HCALL make(HLINE line, const char *destination, DWORD state)
{
    HCALL made = 0;

    id = lineMakeCallA(line, &made, destination, 0, NULL);
    if (id <= 0 || !reply_is(0)) {
        bail_out("lineMakeCall");
    }
    next_of(made, LINE_CALLSTATE, state);
    return made;
}

static inline int end(HCALL which)
{
    LONG code = lineDrop(which, NULL, 0);

    if (code > 0) {
        id = code;
        next_of(0, LINE_REPLY, (DWORD_PTR)id);
    } else if (code != LINEERR_INVALCALLSTATE) {
        return 0;
    }
    next_of(which, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    return lineDeallocateCall(which) == 0;
}

/* The end of a call that another one ends. */
static inline int ended(HCALL which)
{
    next_of(which, LINE_CALLSTATE, LINECALLSTATE_IDLE);
    return lineDeallocateCall(which) == 0;
}

/* Whatever was on its way has come. */
static inline void settle(void)
{
    end(make(line1, "9999", LINECALLSTATE_IDLE));
}

static inline void prepare(void)
{
    forget(&program);
    call = other = third = 0;
    memset(&space, 0, sizeof space);
    space.dev.dwTotalSize = sizeof space;
}

static inline void prepare_connected(void)
{
    prepare();
    call = make(line1, "1001", LINECALLSTATE_CONNECTED);
}

static inline int finish_call(void)
{
    int good = end(call);

    settle();
    return good;
}

static inline int finish_gone(void)
{
    settle();
    return 1;
}

static inline int finish_filled(void)
{
    return space.dev.dwUsedSize > 12;
}

static inline int finish_plain_reply(void)
{
    return reply_is(0);
}

#endif /* TAPI2_MEMORY_H */
