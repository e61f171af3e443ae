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

/* ---- Whatever is told of a stream ---- */

static volatile int bad_events;

/* An active stream has a terminal, in the event and on itself, of its own direction. */
static void look_at_streams(Client *owner, const Seen *seen, void *context)
{
    IEnumTerminal *list = NULL;
    ITTerminal *terminal = NULL;
    TERMINAL_DIRECTION of_stream = TD_NONE, of_terminal = TD_NONE, of_event = TD_NONE;

    (void)owner;
    (void)context;
    if (seen->kind != TE_CALLMEDIA || seen->what != CME_STREAM_ACTIVE) {
        return;
    }
    if (seen->terminal == NULL || seen->stream == NULL ||
        ITStream_EnumerateTerminals(seen->stream, &list) != S_OK) {
        bad_events++;
        return;
    }
    if (IEnumTerminal_Next(list, 1, &terminal, NULL) == S_OK) {
        ITStream_get_Direction(seen->stream, &of_stream);
        ITTerminal_get_Direction(terminal, &of_terminal);
        ITTerminal_get_Direction(seen->terminal, &of_event);
        bad_events += of_stream != of_terminal || of_stream != of_event;
        ITTerminal_Release(terminal);
    } else {
        bad_events++;
    }
    IEnumTerminal_Release(list);
}

static ITStream *stream_of(ITBasicCallControl *call, TERMINAL_DIRECTION direction)
{
    ITStreamControl *control = (ITStreamControl *)query(call, ID(IID_ITStreamControl));
    IEnumStream *list = NULL;
    ITStream *stream = NULL;
    TERMINAL_DIRECTION found = TD_NONE;

    ITStreamControl_EnumerateStreams(control, &list);
    while (IEnumStream_Next(list, 1, &stream, NULL) == S_OK) {
        ITStream_get_Direction(stream, &found);
        if (found == direction) {
            break;
        }
        ITStream_Release(stream);
    }
    IEnumStream_Release(list);
    ITStreamControl_Release(control);
    return stream;
}

static size_t told_of(LONG what)
{
    client_flush(&client);
    return client_count(&client, TE_CALLMEDIA, out, what);
}

static void streams_run_and_stop(void)
{
    ITTerminal *player, *second;
    ITStream *capture;
    ITCallInfo2 *info;
    Seen seen;

    call_up();
    answer();
    check(told_of(ANY) == 0, "a connected call without terminals tells nothing of its streams");
    capture = stream_of(out, TD_CAPTURE);
    client_hook(&client, look_at_streams, NULL);
    player = player_of(out2, sound_path("tone.wav"));
    second = player_of(out2, sound_path("tone.wav"));
    expect(ITStream_StopStream(capture), S_OK, "a stream is stopped");
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, player), S_OK, "a player comes");
    check(told_of(ANY) == 0, "the stream stays stopped");
    expect(ITStream_StartStream(capture), S_OK, "it is started");
    check(told_of(CME_STREAM_ACTIVE) == 1, "and active");
    expect(ITStream_StartStream(capture), S_OK, "once more");
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, second), S_OK, "a second player comes");
    check(told_of(ANY) == 1, "nothing changes for the stream");
    expect(ITStream_PauseStream(capture), S_OK, "it is paused");
    check(client_wait(&client, TE_CALLMEDIA, out, CME_STREAM_INACTIVE, &seen) &&
              seen.why == CMC_LOCAL_REQUEST && seen.stream == capture,
          "and inactive");
    expect(ITStream_StartStream(capture), S_OK, "it goes on");
    check(told_of(CME_STREAM_ACTIVE) == 2, "active again");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(out2, player), S_OK, "the first goes");
    check(told_of(CME_STREAM_INACTIVE) == 1, "the stream goes on with the second");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(out2, second), S_OK, "the last goes");
    check(told_of(CME_STREAM_INACTIVE) == 2, "and the stream ends");
    info = (ITCallInfo2 *)query(out, ID(IID_ITCallInfo2));
    expect(ITCallInfo2_put_EventFilter(info, TE_CALLMEDIA, CME_STREAM_ACTIVE, VARIANT_FALSE), S_OK,
           "a filter stops one of the two");
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, player), S_OK, "a player comes");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(out2, player), S_OK, "and goes");
    check(told_of(CME_STREAM_ACTIVE) == 2 && told_of(CME_STREAM_INACTIVE) == 3,
          "only the other is told");
    ITCallInfo2_Release(info);
    check(bad_events == 0, "no stream was active without a terminal of its direction");
    hang_up();
    client_hook(&client, NULL, NULL);
    ITStream_Release(capture);
    ITTerminal_Release(second);
    ITTerminal_Release(player);
}

/* ---- All in the sink ---- */

/* What Microsoft's fileterm does: it starts the player when the stream is active, and when the
 * player has ended takes it off, makes a recorder, puts a track of it on the stream from the far end,
 * and starts it: all of it inside the sink. */
static ITTerminal *sink_player;
static ITTerminal *sink_recorder;
static volatile int sink_failed;
static volatile int sink_recording;

static void must(HRESULT hr)
{
    if (hr != S_OK) {
        note("in the sink: %s", hr_name(hr));
        sink_failed = 1;
    }
}

static void record_in_sink(void)
{
    ITStream *render = stream_of(in, TD_RENDER);
    ITMultiTrackTerminal *tracks;
    ITTerminal *track = NULL;

    must(ITBasicCallControl2_UnselectTerminalOnCall(in2, sink_player));
    ITTerminal_Release(sink_player);
    sink_player = NULL;
    sink_recorder = recorder_of(in2, sound_path("sink.wav"));
    tracks = (ITMultiTrackTerminal *)query(sink_recorder, ID(IID_ITMultiTrackTerminal));
    must(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, &track));
    must(ITStream_SelectTerminal(render, track));
    ITTerminal_Release(track);
    must(start(sink_recorder));
    ITMultiTrackTerminal_Release(tracks);
    ITStream_Release(render);
    set_flag(&sink_recording);
}

static void answering_machine(Client *owner, const Seen *seen, void *context)
{
    TERMINAL_DIRECTION direction = TD_NONE;

    (void)owner;
    (void)context;
    if (seen->call != in) {
        return;
    }
    if (seen->kind == TE_CALLMEDIA && seen->what == CME_STREAM_ACTIVE) {
        ITTerminal_get_Direction(seen->terminal, &direction);
        if (direction == TD_CAPTURE) {
            must(start(sink_player));
        }
    } else if (seen->kind == TE_FILETERMINAL && seen->what == TMS_IDLE && sink_player != NULL) {
        ITTerminal_get_Direction(seen->terminal, &direction);
        if (direction == TD_CAPTURE) {
            record_in_sink();
        }
    }
}

/* Lets time go on until the flag is set; returns whether it is, after a minute. */
static int clock_until(const volatile int *flag)
{
    LONGLONG until = now_ms() + 60000;

    while (!*flag && now_ms() < until) {
        struct timespec pause = { 0, 2000000 }; /* for the sink, which has no time but the real one */
        tapi3_clock_advance(20);
        nanosleep(&pause, NULL);
    }
    return wait_for_flag(flag);
}

static void all_in_the_sink(void)
{
    ITTerminal *says;
    Seen seen;

    call_up();
    sink_player = player_of(in2, sound_path("tone.wav"));
    expect(ITBasicCallControl2_SelectTerminalOnCall(in2, sink_player), S_OK,
           "a greeting, before the call is answered");
    client_hook(&client, answering_machine, NULL);
    answer();
    check(clock_until(&sink_recording), "the greeting was played, and the recorder runs");
    says = player_of(out2, sound_path("tone.wav"));
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, says), S_OK, "the caller speaks");
    expect(start(says), S_OK, "now");
    tapi3_clock_advance(400);
    check(client_wait(&client, TE_FILETERMINAL, out, TMS_IDLE, &seen), "to the end");
    hang_up();
    client_hook(&client, NULL, NULL);
    check(!sink_failed, "nothing failed in the sink");
    check(tone_in_file(sound_path("sink.wav"), 1000) >= 160, "it was recorded");
    ITTerminal_Release(says);
    ITTerminal_Release(sink_recorder);
}

/* ---- The program lets go early ---- */

static void released_early(void)
{
    ITTerminal *player, *recorder;
    ITStream *capture;
    IEnumTerminal *list = NULL;
    ITTerminal *track = NULL, *file = NULL;
    ITFileTrack *file_track;
    Seen seen;

    call_up();
    answer();
    player = player_of(out2, sound_path("tone.wav"));
    recorder = recorder_of(in2, sound_path("early-release.wav"));
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, player), S_OK, "a player");
    expect(ITBasicCallControl2_SelectTerminalOnCall(in2, recorder), S_OK, "a recorder");
    expect(start(recorder), S_OK, "records");
    expect(start(player), S_OK, "plays");
    tapi3_clock_advance(400);
    ITTerminal_Release(player);
    ITTerminal_Release(recorder);
    capture = stream_of(out, TD_CAPTURE);
    ITStream_EnumerateTerminals(capture, &list);
    IEnumTerminal_Next(list, 1, &track, NULL);
    file_track = (ITFileTrack *)query(track, ID(IID_ITFileTrack));
    expect(ITFileTrack_get_ControllingTerminal(file_track, &file), S_OK, "the stream keeps both");
    check(file == player, "it is the same");
    check(client_wait(&client, TE_FILETERMINAL, out, TMS_IDLE, &seen) &&
              seen.why == FTEC_END_OF_FILE,
          "it plays to its end");
    hang_up();
    check(tone_in_file(sound_path("early-release.wav"), 1000) >= 160, "it was recorded");
    ITTerminal_Release(file);
    file = (ITTerminal *)track;
    expect(ITFileTrack_get_ControllingTerminal(file_track, &file), S_OK, "after the call");
    check(file == NULL, "the file is gone");
    ITFileTrack_Release(file_track);
    ITTerminal_Release(track);
    IEnumTerminal_Release(list);
    ITStream_Release(capture);
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
    tapi3_clock_advance(400);
    check(client_wait(&client, TE_FILETERMINAL, out, TMS_IDLE, &seen) &&
              seen.why == FTEC_END_OF_FILE && seen.error == S_OK && seen.terminal == player,
          "the end of the file is told");
    client_hook(&client, look_at_recording, NULL);
    hang_up();
    client_hook(&client, NULL, NULL);
    check(complete >= 160 && complete <= 220, "the recording was complete: %u of 200 ms",
          complete);
    ITTerminal_Release(recorder);
    ITTerminal_Release(player);
}

int main(void)
{
    LONG token;

    tests_begin(280);
    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    token = client_register(&client, line2, 0, 1, 1);
    write_tone(sound_path("tone.wav"), 1000, 200);
    play_and_record(0);
    play_and_record(1);
    streams_run_and_stop();
    all_in_the_sink();
    released_early();
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    remove_sounds();
    return tests_done();
}
