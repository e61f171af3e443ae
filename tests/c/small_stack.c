/*
 * A thread with little stack takes the whole way of a call with sound, from the configuration to
 * Shutdown: on the simulated exchange, and on a SIP line over TLS that reaches nobody.
 */
#include "sound.h"

#include <pthread.h>
#include <unistd.h>

/* A release build gets by with a quarter of it (docs/conventions.md promises half); without optimisation
 * each function has more on the stack. */
static const size_t STACK = 128 * 1024;

static char tone[] = "/tmp/tapi3-small-stack-XXXXXX";

static void place(const char *lines, const OLECHAR *number, const OLECHAR *destination, HRESULT placed)
{
    Client client;
    ITAddress *line;
    ITBasicCallControl *call;
    ITBasicCallControl2 *call2;
    ITTerminal *player;

    configure(lines);
    client_open(&client, ALL_EVENTS);
    line = client_address(&client, number);
    call = new_call(line, destination);
    call2 = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    player = player_of(call2, tone);
    expect(ITBasicCallControl2_SelectTerminalOnCall(call2, player), S_OK, "SelectTerminalOnCall");
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), placed, "Connect");
    if (placed == S_OK) {
        expect(start(player), S_OK, "Start");
    }
    expect(ITBasicCallControl_Disconnect(call, DC_NORMAL), S_OK, "Disconnect");
    ITTerminal_Release(player);
    ITBasicCallControl2_Release(call2);
    ITBasicCallControl_Release(call);
    ITAddress_Release(line);
    expect(ITTAPI_Shutdown(client.tapi), S_OK, "Shutdown");
    client_close(&client);
}

static void *with_little(void *context)
{
    (void)context;
    expect(CoInitializeEx(NULL, COINIT_MULTITHREADED), S_OK, "CoInitializeEx");
    place("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n", OLESTR("2001"),
          OLESTR("1001"), S_OK);
    place("[[line]]\nname = \"First\"\nprovider = \"sip\"\nuri = \"sips:a@127.0.0.1\"\n"
          "transport = \"tls\"\nlisten = \"127.0.0.1:0\"\n",
          OLESTR("sips:a@127.0.0.1"), OLESTR("sips:b@127.0.0.1:9"), TAPI_E_OPERATIONFAILED);
    CoUninitialize();
    return NULL;
}

int main(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    int file = mkstemp(tone);

    tests_begin(60);
    if (file < 0) {
        bail_out("no file for the tone");
    }
    close(file);
    write_tone(tone, 1000, 500);
    if (pthread_attr_init(&attributes) != 0 || pthread_attr_setstacksize(&attributes, STACK) != 0 ||
        pthread_create(&thread, &attributes, with_little, NULL) != 0) {
        bail_out("no thread");
    }
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    unlink(tone);
    return tests_done();
}
