/*
 * What the test programs for TAPI 2 share: an application that records its messages, and waiting for
 * one of them with a deadline. Compiles as C11 and as C++17.
 */
#ifndef TAPI2_TEST_H
#define TAPI2_TEST_H

#include "tapi_test.h"

#include <tapi3/compat/tapi.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How long a message may take, in milliseconds: nobody waits so long unless something is broken. */
#define PATIENCE 30000

#define ANYTHING ((DWORD_PTR)0x5a5a5a5a)

/* A pointer that leads nowhere, for what is not to be read. */
#define NOWHERE(type) ((type *)(size_t)1)

/* An application that gets its messages by lineGetMessage. */
typedef struct Program {
    HLINEAPP app;
    DWORD devices;
    HANDLE event;
    LINEMESSAGE seen[2048];
    size_t count;
    /* Where the search for the next message begins. */
    size_t next;
} Program;

static const char *code_name(LONG code)
{
    const char *name = tapi3_line_error_name(code);

    return code == 0 ? "0" : name ? name : code > 0 ? "a request id" : "an unknown code";
}

/* One TAP line for a result code. */
static inline int expect_code(LONG got, LONG wanted, const char *what)
{
    if (got != wanted) {
        note("%s: got %s (0x%x), wanted %s", what, code_name(got), (unsigned)got, code_name(wanted));
    }
    return check(got == wanted, "%s", what);
}

/* A request that has to be under way. Returns its id. */
static inline LONG expect_request(LONG got, const char *what)
{
    if (got <= 0) {
        note("%s: got %s", what, code_name(got));
    }
    check(got > 0, "%s: a request is under way", what);
    return got;
}

static inline void program_begin(Program *program)
{
    LINEINITIALIZEEXPARAMS parameters;
    DWORD version = 0x00030001;
    LONG code;

    memset(program, 0, sizeof *program);
    memset(&parameters, 0, sizeof parameters);
    parameters.dwTotalSize = sizeof parameters;
    parameters.dwOptions = LINEINITIALIZEEXOPTION_USEEVENT;
    code = lineInitializeExA(&program->app, NULL, NULL, "test", &program->devices, &version, &parameters);
    if (code != 0) {
        bail_out("lineInitializeEx: %s", code_name(code));
    }
    program->event = parameters.Handles.hEvent;
}

static inline void program_end(Program *program)
{
    expect_code(lineShutdown(program->app), 0, "lineShutdown");
}

static inline HLINE line_open(Program *program, DWORD device, DWORD privileges)
{
    HLINE line = 0;
    LONG code = lineOpenA(program->app, device, &line, 0x00020002, 0, 4711, privileges,
                          LINEMEDIAMODE_INTERACTIVEVOICE, NULL);

    if (code != 0) {
        bail_out("lineOpen: %s", code_name(code));
    }
    return line;
}

/* Records the next message. Returns whether one came in time. */
static inline int program_take(Program *program, DWORD wait)
{
    if (program->count == sizeof program->seen / sizeof program->seen[0]) {
        bail_out("too many messages");
    }
    if (lineGetMessage(program->app, &program->seen[program->count], wait) != 0) {
        return 0;
    }
    program->count++;
    return 1;
}

static inline int matches(const LINEMESSAGE *message, DWORD device, DWORD id, DWORD_PTR first)
{
    return (device == (DWORD)ANYTHING || message->hDevice == device) && message->dwMessageID == id &&
           (first == ANYTHING || message->dwParam1 == first);
}

/* Waits for a message among those that were not waited for yet; what stood before it is passed. */
static inline LINEMESSAGE wait_for(Program *program, DWORD device, DWORD id, DWORD_PTR first, const char *what)
{
    for (;;) {
        while (program->next < program->count) {
            const LINEMESSAGE *message = &program->seen[program->next++];

            if (matches(message, device, id, first)) {
                check(1, "%s: the message came", what);
                return *message;
            }
        }
        if (!program_take(program, PATIENCE)) {
            size_t i;

            for (i = 0; i < program->count; i++) {
                const LINEMESSAGE *m = &program->seen[i];

                note("message %u of 0x%x: 0x%lx 0x%lx 0x%lx", (unsigned)m->dwMessageID, (unsigned)m->hDevice,
                     (unsigned long)m->dwParam1, (unsigned long)m->dwParam2, (unsigned long)m->dwParam3);
            }
            bail_out("%s: message %u (0x%lx) did not come", what, (unsigned)id, (unsigned long)first);
        }
    }
}

/* How many such messages came so far. */
static inline size_t count_of(const Program *program, DWORD device, DWORD id, DWORD_PTR first)
{
    size_t i;
    size_t found = 0;

    for (i = 0; i < program->count; i++) {
        found += (size_t)matches(&program->seen[i], device, id, first);
    }
    return found;
}

/* Where such a message stands among those that came; count if none did. */
static inline size_t place_of(const Program *program, DWORD device, DWORD id, DWORD_PTR first)
{
    size_t i;

    for (i = 0; i < program->count && !matches(&program->seen[i], device, id, first); i++) {
    }
    return i;
}

/* Waits for the reply to a request and checks its outcome. */
static inline void expect_reply(Program *program, LONG id, LONG outcome, const char *what)
{
    size_t from = 0;
    LINEMESSAGE reply;

    if (id <= 0) {
        note("%s: got %s", what, code_name(id));
        check(0, "%s: a request is under way", what);
        return;
    }
    /* Replies and states have no order between them: look from the beginning. */
    program->next = from;
    reply = wait_for(program, 0, LINE_REPLY, (DWORD_PTR)id, what);
    expect_code((LONG)reply.dwParam2, outcome, what);
}

static inline LINEMESSAGE expect_state2(Program *program, HCALL call, DWORD state, const char *what)
{
    program->next = 0;
    return wait_for(program, call, LINE_CALLSTATE, state, what);
}

/* Makes a call and waits until it is in a state. */
static inline HCALL call_in(Program *program, HLINE line, const char *destination, DWORD state)
{
    HCALL call = 0;
    LONG id = lineMakeCallA(line, &call, destination, 0, NULL);

    if (id <= 0) {
        bail_out("lineMakeCall %s: %s", destination, code_name(id));
    }
    expect_reply(program, id, 0, "lineMakeCall");
    if (state != 0) {
        expect_state2(program, call, state, destination);
    }
    return call;
}

/* The state that lineGetCallStatus tells; 0 if it fails. */
static inline DWORD state_now(HCALL call)
{
    LINECALLSTATUS status;

    memset(&status, 0, sizeof status);
    status.dwTotalSize = sizeof status;
    return lineGetCallStatus(call, &status) == 0 ? status.dwCallState : 0;
}

/* What may be done with a call now: LINECALLFEATURE_ bits. */
static inline DWORD features_of(HCALL call)
{
    LINECALLSTATUS status;

    memset(&status, 0, sizeof status);
    status.dwTotalSize = sizeof status;
    expect_code(lineGetCallStatus(call, &status), 0, "lineGetCallStatus");
    return status.dwCallFeatures;
}

/* How many calls the line has that are up, as the device itself tells. */
static inline DWORD calls_up(HLINE line)
{
    LINEDEVSTATUS status;

    memset(&status, 0, sizeof status);
    status.dwTotalSize = sizeof status;
    if (lineGetLineDevStatus(line, &status) != 0) {
        bail_out("lineGetLineDevStatus failed");
    }
    return status.dwNumActiveCalls + status.dwNumOnHoldCalls + status.dwNumOnHoldPendCalls;
}

/* All that the line had to say before this has been recorded when this returns: messages of one line
 * come in order. */
static inline void flush_line(Program *program, HLINE line)
{
    HCALL call = call_in(program, line, "9999", LINECALLSTATE_IDLE);

    expect_code(lineDeallocateCall(call), 0, "flush");
}

/* Forgets what came. */
static inline void forget(Program *program)
{
    program->count = 0;
    program->next = 0;
}

/* Lets two lines of the built-in exchange talk: `line` calls 2002, whose line is `other`. */
static inline HCALL offered(Program *program, HLINE line, HLINE other, HCALL *caller)
{
    LINEMESSAGE message;

    forget(program);
    *caller = call_in(program, line, "2002", 0);
    program->next = 0;
    message = wait_for(program, other, LINE_APPNEWCALL, ANYTHING, "an incoming call");
    expect_state2(program, (HCALL)message.dwParam2, LINECALLSTATE_OFFERING, "an incoming call is offered");
    return (HCALL)message.dwParam2;
}

#endif /* TAPI2_TEST_H */
