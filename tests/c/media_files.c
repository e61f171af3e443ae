/*
 * Files played into a call and recorded from it, between two lines of the simulated exchange: the
 * player is selected before the call is connected and after, the end of a file is told when its last
 * sample was sent, and what was recorded is complete when the end of the call is told.
 */
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002 */

/* A call from the first line to the second, not answered yet. */
static ITBasicCallControl *out;
static ITBasicCallControl *in;
static ITBasicCallControl2 *out2;
static ITBasicCallControl2 *in2;

static void call_up(void)
{
    out = new_call(line1, OLESTR("2002"));
    out2 = (ITBasicCallControl2 *)query(out, ID(IID_ITBasicCallControl2));
    expect(ITBasicCallControl_Connect(out, VARIANT_FALSE), S_OK, "Connect");
    in = client_take_call(&client);
    in2 = (ITBasicCallControl2 *)query(in, ID(IID_ITBasicCallControl2));
}

static void answer(void)
{
    expect(ITBasicCallControl_Answer(in), S_OK, "Answer");
    expect_state(&client, out, CS_CONNECTED, CEC_NONE, "the call is connected");
}

static void hang_up(void)
{
    expect(ITBasicCallControl_Disconnect(out, DC_NORMAL), S_OK, "Disconnect");
    expect_state(&client, in, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "both sides are over");
    ITBasicCallControl2_Release(in2);
    ITBasicCallControl2_Release(out2);
    ITBasicCallControl_Release(in);
    ITBasicCallControl_Release(out);
    client_flush(&client);
    client_forget(&client);
}

/* How many milliseconds of the tone the recording had when its call was told to be over. */
static unsigned complete;
static const char *recording;

static void look_at_recording(Client *owner, const Seen *seen, void *context)
{
    (void)owner;
    (void)context;
    if (seen->kind == TE_CALLSTATE && seen->what == CS_DISCONNECTED && seen->call == in) {
        complete = tone_in_file(recording, 1000);
    }
}

/* `late`: the terminals are selected when the call is connected, and not before. */
static void play_and_record(int late)
{
    ITTerminal *player, *recorder;
    Seen seen;

    recording = sound_path(late ? "late.wav" : "early.wav");
    complete = 0;
    call_up();
    if (late) {
        answer();
    }
    player = player_of(out2, sound_path("tone.wav"));
    recorder = recorder_of(in2, recording);
    expect(start(player), TAPI_E_NOTERMINALSELECTED, "a player that is nowhere does not start");
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, player), S_OK, "the player is selected");
    expect(ITBasicCallControl2_SelectTerminalOnCall(in2, recorder), S_OK,
           "the recorder is selected");
    if (!late) {
        client_flush(&client);
        check(client_count(&client, TE_CALLMEDIA, ANY_CALL, ANY) == 0,
              "no stream is active before the call is connected");
        answer();
    }
    check(client_wait(&client, TE_CALLMEDIA, in, CME_STREAM_ACTIVE, &seen) &&
              seen.why == CMC_LOCAL_REQUEST && seen.error == S_OK && seen.terminal != NULL,
          "the stream from the far end becomes active, with its terminal");
    check(client_wait(&client, TE_CALLMEDIA, out, CME_STREAM_ACTIVE, &seen) &&
              seen.terminal != NULL && seen.stream != NULL,
          "so does that to the far end");
    expect(start(recorder), S_OK, "the recorder starts");
    check(client_wait(&client, TE_FILETERMINAL, in, TMS_ACTIVE, &seen) && seen.why == FTEC_NORMAL &&
              seen.terminal == recorder && seen.track != NULL,
          "that is told");
    expect(start(player), S_OK, "the player starts");
    expect(start(player), S_OK, "and once more");
    check(client_wait(&client, TE_FILETERMINAL, out, TMS_IDLE, &seen) &&
              seen.why == FTEC_END_OF_FILE && seen.error == S_OK && seen.terminal == player,
          "the end of the file is told");
    client_hook(&client, look_at_recording, NULL);
    hang_up();
    client_hook(&client, NULL, NULL);
    check(complete >= 360 && complete <= 420, "the recording was complete: %u of 400 ms",
          complete);
    ITTerminal_Release(recorder);
    ITTerminal_Release(player);
}

int main(void)
{
    LONG token;

    tests_begin(120);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    token = client_register(&client, line2, 0, 1, 1);
    write_tone(sound_path("tone.wav"), 1000, 400);
    play_and_record(0);
    play_and_record(1);
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    remove_sounds();
    return tests_done();
}
