/*
 * An address that a program was given lives until Shutdown: a program may let go of its last
 * reference while it is registered, keep the pointer, and go on with it.
 */
#include "tapi_test.h"

static const char LINES[] = "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
                            "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n";

/* The pointer without its reference. */
static ITAddress *let_go(ITAddress *address)
{
    check(ITAddress_Release(address) == 1, "the TAPI object alone holds the address");
    return address;
}

/* The call that comes in on `line`, and its address by two ways. */
static void called(Client *client, ITAddress *line, ITAddress *from)
{
    ITBasicCallControl *out = new_call(from, OLESTR("2001"));
    ITBasicCallControl *in;
    ITCallInfo *info;
    ITAddress *address = NULL;
    ITAddress *again;

    expect(ITBasicCallControl_Connect(out, VARIANT_FALSE), S_OK, "a call comes");
    in = client_take_call(client);
    info = (ITCallInfo *)query(in, ID(IID_ITCallInfo));
    expect(ITCallInfo_get_Address(info, &address), S_OK, "get_Address");
    check(address == line, "it is the address that we had");
    ITAddress_Release(address);
    again = client_address(client, OLESTR("2001"));
    check(again == line, "it is still enumerated as the same");
    ITAddress_Release(again);
    expect(ITBasicCallControl_Answer(in), S_OK, "Answer");
    expect(ITBasicCallControl_Disconnect(in, DC_NORMAL), S_OK, "Disconnect");
    expect_state(client, out, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "over");
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(in);
    ITBasicCallControl_Release(out);
}

static void registered(void)
{
    Client client;
    ITAddress *line;
    ITAddress *from;
    ITAddress2 *second;
    VARIANT_BOOL on = VARIANT_FALSE;
    BSTR name = NULL;

    client_open(&client, ALL_EVENTS);
    line = client_address(&client, OLESTR("2001"));
    from = client_address(&client, OLESTR("2002"));
    client_register(&client, line, 0, 1, 7);
    let_go(line);
    let_go(from);
    called(&client, line, from);

    /* The pointer is good for everything, and the events of the address itself come as well. */
    expect(ITAddress_get_AddressName(line, &name), S_OK, "get_AddressName");
    check(text_is(name, "First"), "First");
    expect(ITAddress_put_MessageWaiting(line, VARIANT_TRUE), S_OK, "put_MessageWaiting");
    {
        Seen seen;

        check(client_wait(&client, TE_ADDRESS, ANY_CALL, AE_MSGWAITON, &seen), "the address tells it");
        check(seen.address == line, "it is the address that we had");
    }
    second = (ITAddress2 *)query(line, ID(IID_ITAddress2));
    expect(ITAddress2_put_EventFilter(second, TE_ADDRESS, AE_RINGING, VARIANT_FALSE), S_OK, "a filter");
    ITAddress2_Release(second);
    second = (ITAddress2 *)query(line, ID(IID_ITAddress2));
    expect(ITAddress2_get_EventFilter(second, TE_ADDRESS, AE_RINGING, &on), S_OK, "read");
    check(on == VARIANT_FALSE, "it is kept");
    ITAddress2_Release(second);
    client_close(&client);
}

static void after_shutdown(void)
{
    Client client;
    ITAddress *line;
    ITAddress *again = NULL;
    ITBasicCallControl *call;
    ITCallInfo *info;

    client_open(&client, ALL_EVENTS);
    line = client_address(&client, OLESTR("2001"));
    call = new_call(line, OLESTR("1001"));
    expect(ITTAPI_Shutdown(client.tapi), S_OK, "Shutdown");
    check(references_of(line) == 1, "our reference is the last one");
    ITAddress_Release(line);

    /* What is asked for afterwards lives as long as somebody holds it. */
    info = (ITCallInfo *)query(call, ID(IID_ITCallInfo));
    expect(ITCallInfo_get_Address(info, &again), S_OK, "get_Address of a call that we still hold");
    check(references_of(again) == 1, "nobody else keeps it");
    ITAddress_Release(again);
    ITCallInfo_Release(info);
    ITBasicCallControl_Release(call);
    client_close(&client);
}

/* A program that forgets Shutdown, and one that starts again; valgrind sees what they leave. */
static void without_shutdown(void)
{
    int round;

    for (round = 0; round < 2; round++) {
        ITTAPI *tapi = NULL;
        IEnumAddress *all = NULL;
        ITAddress *address = NULL;

        expect(CoCreateInstance(ID(CLSID_TAPI), NULL, CLSCTX_INPROC_SERVER, ID(IID_ITTAPI),
                                (void **)&tapi),
               S_OK, "a TAPI object");
        expect(ITTAPI_Initialize(tapi), S_OK, "Initialize");
        expect(ITTAPI_EnumerateAddresses(tapi, &all), S_OK, "EnumerateAddresses");
        while (IEnumAddress_Next(all, 1, &address, NULL) == S_OK) {
            ITAddress_Release(address);
        }
        IEnumAddress_Release(all);
        check(ITTAPI_Release(tapi) == 0, "the addresses do not hold the TAPI object");
    }
}

int main(void)
{
    tests_begin(280);
    configure(LINES);
    registered();
    after_shutdown();
    without_shutdown();
    return tests_done();
}
