/*
 * Forwarding, do not disturb and the message lamp when memory runs out: E_OUTOFMEMORY, the address
 * as it was, and a second try that works and is told.
 */
#include "handed_out.h"

static Client client;
static ITAddress *line1;
static ITForwardInformation2 *rules;

static ITForwardInformation *rules1(void)
{
    return (ITForwardInformation *)rules;
}

/* ---- The forwarding information ---- */

static void prepare_rules(void)
{
    ITForwardInformation *made = NULL;

    nothing();
    client_forget(&client);
    if (ITAddress_CreateForwardInfoObject(line1, &made) != S_OK) {
        bail_out("CreateForwardInfoObject failed");
    }
    rules = (ITForwardInformation2 *)query(made, ID(IID_ITForwardInformation2));
    ITForwardInformation_Release(made);
}

static void prepare_filled(void)
{
    prepare_rules();
    if (ITForwardInformation_SetForwardType(rules1(), 1, B("2002"), B("4711")) != S_OK) {
        bail_out("SetForwardType failed");
    }
}

ACT(set_type, ITForwardInformation_SetForwardType(rules1(), 1, B("2002"), B("4711")))
ACT(set_type2, ITForwardInformation2_SetForwardType2(rules, 1, B("2002"),
                                                     LINEADDRESSTYPE_PHONENUMBER, B("4711"),
                                                     LINEADDRESSTYPE_PHONENUMBER))
ACT(replace_type, ITForwardInformation_SetForwardType(rules1(), 1, B("1001"), B("1")))

static int destination_is(const char *wanted)
{
    BSTR destination = NULL;

    return ITForwardInformation_get_ForwardTypeDestination(rules1(), 1, &destination) == S_OK &&
           text_is(destination, wanted);
}

static int no_rule(void)
{
    BSTR destination = NULL;

    return ITForwardInformation_get_ForwardTypeDestination(rules1(), 1, &destination) ==
           E_INVALIDARG;
}

static int rule_is_old(void)
{
    return destination_is("2002");
}

static int finish_rules(void)
{
    ITForwardInformation2_Release(rules);
    return 1;
}

static int finish_set(void)
{
    int good = destination_is("2002");

    return finish_rules() && good;
}

static int finish_replaced(void)
{
    int good = destination_is("1001");

    return finish_rules() && good;
}

ACT(get_destination, ITForwardInformation_get_ForwardTypeDestination(rules1(), 1, &text))
ACT(get_caller, ITForwardInformation_get_ForwardTypeCaller(rules1(), 1, &text))

static int finish_got_text(void)
{
    int good = finish_text();

    return finish_rules() && good;
}

static BSTR second;
static LONG kinds[2];

static void prepare_two(void)
{
    prepare_filled();
    second = NULL;
    kinds[0] = kinds[1] = 0;
}

ACT(get_type, ITForwardInformation_GetForwardType(rules1(), 1, &text, &second))
ACT(get_type2, ITForwardInformation2_GetForwardType2(rules, 1, &text, &kinds[0], &second, &kinds[1]))

static int neither_given(void)
{
    return nothing_given() && second == NULL && kinds[0] == 0 && kinds[1] == 0;
}

static int finish_two(void)
{
    int good = text_is(second, "4711");

    return finish_got_text() && good;
}

static HRESULT numbers_of_rules(void)
{
    TRY(ITForwardInformation_put_NumRingsNoAnswer(rules1(), 5));
    TRY(ITForwardInformation_get_NumRingsNoAnswer(rules1(), &number));
    TRY(ITForwardInformation2_get_ForwardTypeDestinationAddressType(rules, 1, &number));
    TRY(ITForwardInformation2_get_ForwardTypeCallerAddressType(rules, 1, &number));
    return ITForwardInformation_Clear(rules1());
}

/* ---- The address ---- */

static int told(ADDRESS_EVENT event)
{
    return client_wait(&client, TE_ADDRESS, ANY_CALL, event, NULL);
}

static int nobody_told(void)
{
    client_flush(&client);
    return client_count(&client, TE_ADDRESS, ANY_CALL, ANY) == 0;
}

static int forwards(void)
{
    ITForwardInformation *current = NULL;
    BSTR destination = NULL;
    int good = ITAddress_get_CurrentForwardInfo(line1, &current) == S_OK &&
               ITForwardInformation_get_ForwardTypeDestination(current, 1, &destination) == S_OK;

    ITForwardInformation_Release(current);
    SysFreeString(destination);
    return good;
}

ACT(forward, ITAddress_Forward(line1, rules1(), NULL))

static int forwards_nothing(void)
{
    return !forwards() && nobody_told();
}

static int forwards_still(void)
{
    return forwards() && nobody_told();
}

static int finish_forwarded(void)
{
    int good = forwards() && told(AE_FORWARD);

    ITAddress_Forward(line1, NULL, NULL);
    client_flush(&client);
    return finish_rules() && good;
}

static void prepare_forwarded(void)
{
    prepare_filled();
    if (ITAddress_Forward(line1, rules1(), NULL) != S_OK || !told(AE_FORWARD)) {
        bail_out("Forward failed");
    }
    client_flush(&client);
    client_forget(&client);
}

ACT(forward_nothing, ITAddress_Forward(line1, NULL, NULL))

static int finish_cancelled(void)
{
    int good = !forwards() && told(AE_FORWARD);

    client_flush(&client);
    return finish_rules() && good;
}

ACT(current_rules, ITAddress_get_CurrentForwardInfo(line1, (ITForwardInformation **)&object))

static int finish_read(void)
{
    ITAddress_Forward(line1, NULL, NULL);
    client_flush(&client);
    return finish_rules();
}

static int finish_current(void)
{
    int good = finish_object();

    return finish_read() && good;
}

static VARIANT_BOOL is_on(HRESULT (*get)(ITAddress *, VARIANT_BOOL *))
{
    VARIANT_BOOL on = VARIANT_TRUE;

    return get(line1, &on) == S_OK ? on : 7;
}

static HRESULT read_flags(void)
{
    VARIANT_BOOL on;

    TRY(ITAddress_get_DoNotDisturb(line1, &on));
    return ITAddress_get_MessageWaiting(line1, &on);
}

static void prepare_off(void)
{
    nothing();
    ITAddress_put_DoNotDisturb(line1, VARIANT_FALSE);
    ITAddress_put_MessageWaiting(line1, VARIANT_FALSE);
    client_flush(&client);
    client_forget(&client);
}

ACT(disturb_not, ITAddress_put_DoNotDisturb(line1, VARIANT_TRUE))
ACT(disturb, ITAddress_put_DoNotDisturb(line1, VARIANT_FALSE))
ACT(light_lamp, ITAddress_put_MessageWaiting(line1, VARIANT_TRUE))

static int disturbs(void)
{
    return is_on(line1->lpVtbl->get_DoNotDisturb) == VARIANT_FALSE;
}

static int finish_disturb_not(void)
{
    int good = is_on(line1->lpVtbl->get_DoNotDisturb) == VARIANT_TRUE;

    ITAddress_put_DoNotDisturb(line1, VARIANT_FALSE);
    return good;
}

/* Do not disturb is on, and the address forwards; to put it out cancels both. */
static void prepare_both(void)
{
    prepare_forwarded();
    ITAddress_put_DoNotDisturb(line1, VARIANT_TRUE);
}

static int both_still(void)
{
    return is_on(line1->lpVtbl->get_DoNotDisturb) == VARIANT_TRUE && forwards_still();
}

static int finish_neither(void)
{
    int good = disturbs() && !forwards() && told(AE_FORWARD);

    client_flush(&client);
    return finish_rules() && good;
}

static int lamp_is_out(void)
{
    return is_on(line1->lpVtbl->get_MessageWaiting) == VARIANT_FALSE && nobody_told();
}

static int finish_lit(void)
{
    int good = is_on(line1->lpVtbl->get_MessageWaiting) == VARIANT_TRUE && told(AE_MSGWAITON);

    ITAddress_put_MessageWaiting(line1, VARIANT_FALSE);
    client_flush(&client);
    return good;
}

static const Scenario SCENARIOS[] = {
    { "SetForwardType", prepare_rules, set_type, no_rule, finish_set },
    { "SetForwardType, in place of another", prepare_filled, replace_type, rule_is_old,
      finish_replaced },
    { "SetForwardType2", prepare_rules, set_type2, no_rule, finish_set },
    { "get_ForwardTypeDestination", prepare_filled, get_destination, nothing_given,
      finish_got_text },
    { "get_ForwardTypeCaller", prepare_filled, get_caller, nothing_given, finish_got_text },
    { "GetForwardType", prepare_two, get_type, neither_given, finish_two },
    { "GetForwardType2", prepare_two, get_type2, neither_given, finish_two },
    { "Forward", prepare_filled, forward, forwards_nothing, finish_forwarded },
    { "Forward, to nowhere", prepare_forwarded, forward_nothing, forwards_still,
      finish_cancelled },
    { "get_CurrentForwardInfo", prepare_forwarded, current_rules, nothing_given, finish_current },
    { "put_DoNotDisturb, on", prepare_off, disturb_not, disturbs, finish_disturb_not },
    { "put_DoNotDisturb, off, which ends the forwarding", prepare_both, disturb, both_still,
      finish_neither },
    { "put_MessageWaiting", prepare_off, light_lamp, lamp_is_out, finish_lit },
};

static const Scenario WITHOUT[] = {
    { "the numbers of a forwarding information", prepare_filled, numbers_of_rules, NULL,
      finish_rules },
    { "get_DoNotDisturb and get_MessageWaiting", nothing, read_flags, NULL, finish_nothing },
    { "get_DoNotDisturb and get_MessageWaiting of an address that forwards", prepare_forwarded,
      read_flags, NULL, finish_read },
};

/* With an argument, the address of a line of the configured file. */
int main(int count, char **arguments)
{
    BSTR address = tapi3_utf8_to_bstr(count > 1 ? arguments[1] : "2001");
    size_t i;

    tests_begin(280);
    if (count == 1) {
        configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
                  "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    }
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, address);
    SysFreeString(address);
    /* The threads of a real line keep some memory for a while. */
    expect_no_blocks_left(count == 1);
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    survive_without_memory(&WITHOUT[0]);
    survive_without_memory(&WITHOUT[1]);
    survive_without_memory(&WITHOUT[2]);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
