/*
 * The calls of out_of_memory_calls.c, and how each scenario brings them to where it begins.
 */
#ifndef PREPARED_CALLS_H
#define PREPARED_CALLS_H

#include "tapi_test.h"

static Client client;
static Client watcher; /* monitors line 1 */
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002, whose incoming calls the client owns */

/* What the scenarios work on. */
static ITBasicCallControl *call;
static ITBasicCallControl *other;
static CALL_STATE call_before;
static CALL_STATE other_before;
static BSTR parked_at;

static void note_states(void)
{
    call_before = state_of(call);
    other_before = other != NULL ? state_of(other) : -1;
}

static void prepare_idle(void)
{
    client_forget(&client);
    call = new_call(line1, OLESTR("1001"));
    other = NULL;
    note_states();
}

static void prepare_to(const OLECHAR *destination)
{
    client_forget(&client);
    call = new_call(line1, destination);
    other = NULL;
    if (ITBasicCallControl_Connect(call, VARIANT_FALSE) != S_OK) {
        bail_out("Connect failed");
    }
    note_states();
}

static void prepare_ringing(void)
{
    prepare_to(OLESTR("1003"));
}

static void prepare_dialling(void)
{
    prepare_to(OLESTR("100;"));
}

static void prepare_queued(void)
{
    prepare_to(OLESTR("1012"));
}

static void prepare_connected(void)
{
    prepare_to(OLESTR("1001"));
}

static void prepare_held(void)
{
    prepare_connected();
    ITBasicCallControl_Hold(call, VARIANT_TRUE);
    note_states();
}

/* `call` is offered on line 2; `other` is its caller. */
static void prepare_offering(void)
{
    client_forget(&client);
    other = new_call(line1, OLESTR("2002"));
    ITBasicCallControl_Connect(other, VARIANT_FALSE);
    call = client_take_call(&client);
    note_states();
}

static void prepare_talking(void)
{
    prepare_offering();
    ITBasicCallControl_Answer(call);
    note_states();
}

static void prepare_caller(void)
{
    ITBasicCallControl *callee;

    prepare_talking();
    callee = call;
    call = other;
    other = callee;
    note_states();
}

static void prepare_idle_to_line2(void)
{
    client_forget(&client);
    call = new_call(line1, OLESTR("2002"));
    other = NULL;
    note_states();
}

/* `call` talks, `other` is idle and would consult. */
static void prepare_consulting(void)
{
    prepare_connected();
    other = new_call(line1, OLESTR("1001"));
    note_states();
}

/* `call` is the consultation of `other`, on another line. */
static void prepare_consultation_across(void)
{
    prepare_connected();
    other = call;
    call = new_call(line2, OLESTR("1001"));
    if (ITBasicCallControl_Conference(other, call, VARIANT_TRUE) != S_OK) {
        bail_out("Conference failed");
    }
    note_states();
}

/* `call` is the consultation of `other`. */
static void prepare_consultation(void)
{
    ITBasicCallControl *consult;

    prepare_consulting();
    if (ITBasicCallControl_Transfer(call, other, VARIANT_TRUE) != S_OK) {
        bail_out("Transfer failed");
    }
    consult = other;
    other = call;
    call = consult;
    note_states();
}

static void prepare_conference(void)
{
    prepare_consultation();
    if (ITBasicCallControl_Finish(call, FM_ASCONFERENCE) != S_OK) {
        bail_out("Finish failed");
    }
    note_states();
}

static void prepare_conference_across(void)
{
    prepare_consultation_across();
    if (ITBasicCallControl_Finish(call, FM_ASCONFERENCE) != S_OK) {
        bail_out("Finish failed");
    }
    note_states();
}

static void prepare_swap(void)
{
    prepare_connected();
    ITBasicCallControl_Hold(call, VARIANT_TRUE);
    other = connected_call(line1, OLESTR("1001"));
    note_states();
}

/* `call` is idle and its destination is where another call is parked. */
static void prepare_parked(void)
{
    ITBasicCallControl *parked = connected_call(line1, OLESTR("1001"));

    client_forget(&client);
    if (ITBasicCallControl_ParkDirect(parked, B("7100")) != S_OK) {
        bail_out("ParkDirect failed");
    }
    ITBasicCallControl_Release(parked);
    call = new_call(line1, OLESTR("7100"));
    other = NULL;
    note_states();
}

/* `call` is idle on line 1; a call rings on line 2. */
static void prepare_pickup(void)
{
    ITBasicCallControl *ringing;

    prepare_offering();
    ringing = call;
    call = new_call(line1, OLESTR("2002"));
    ITBasicCallControl_Release(ringing);
    note_states();
}

#endif
