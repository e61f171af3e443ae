/*
 * Streams and terminals when memory runs out: E_OUTOFMEMORY, nothing handed out, the streams as they
 * were, and a second try that works.
 */
#include "handed_out.h"
#include "sound.h"

#include <unistd.h>

static Client client;
static ITAddress *line1;
static ITTerminalSupport2 *support;
static ITBasicCallControl *call; /* connected, all the time */
static ITBasicCallControl2 *call2;
static ITStreamControl *control;
static ITStream *render;
static ITTerminal *speakers; /* silent ones */
static ITBasicAudioTerminal *audio;
static ITStaticAudioTerminal *device;
static ITTerminal *recorder; /* with a file and a track */
static ITMultiTrackTerminal *tracks;
static ITTerminal *track;
static ITFileTrack *file_track;
static ITMediaRecord *record;
static ITMediaControl *recording;
static ITTerminal *player; /* with a file */
static ITMediaPlayback *playback;
static ITMediaControl *playing;
static ITScriptableAudioFormat *format;
static VARIANT list;
/* The same file by its name alone. */
static VARIANT relative_list;

/* ---- What hands something out ---- */

static ITBasicCallControl *fresh;

static void prepare_fresh(void)
{
    nothing();
    fresh = new_call(line1, OLESTR("1001"));
}

static HRESULT ask_for_streams(void)
{
    return ITBasicCallControl_QueryInterface(fresh, ID(IID_ITStreamControl), (void **)&object);
}

static int finish_fresh(void)
{
    ITBasicCallControl_Release(fresh);
    return finish_object();
}

static HRESULT streams_by_name(void)
{
    IDispatch *by_name = (IDispatch *)query(fresh, ID(IID_IDispatch));
    DISPPARAMS none = { NULL, NULL, 0, 0 };
    EXCEPINFO failed;
    HRESULT hr;

    memset(&failed, 0, sizeof failed);
    hr = IDispatch_Invoke(by_name, 0x40004, ID(IID_NULL), 0, DISPATCH_PROPERTYGET, &none, &value,
                          &failed, NULL);
    IDispatch_Release(by_name);
    SysFreeString(failed.bstrSource);
    SysFreeString(failed.bstrDescription);
    /* What the method itself answers comes as an exception. */
    return hr == DISP_E_EXCEPTION ? (HRESULT)failed.scode : hr;
}

static int finish_fresh_value(void)
{
    ITBasicCallControl_Release(fresh);
    return finish_value();
}

ACT(get_streams, ITStreamControl_get_Streams(control, &value))
ACT(enumerate_streams, ITStreamControl_EnumerateStreams(control, (IEnumStream **)&object))
ACT(stream_name, ITStream_get_Name(render, &text))
ACT(get_terminals, ITStream_get_Terminals(render, &value))
ACT(enumerate_terminals, ITStream_EnumerateTerminals(render, (IEnumTerminal **)&object))
ACT(file_name, ITTerminal_get_Name(recorder, &text))
ACT(file_class, ITTerminal_get_TerminalClass(recorder, &text))
ACT(track_name, ITTerminal_get_Name(track, &text))
ACT(track_class, ITTerminal_get_TerminalClass(track, &text))
ACT(get_tracks, ITMultiTrackTerminal_get_TrackTerminals(tracks, &value))
ACT(enumerate_tracks, ITMultiTrackTerminal_EnumerateTrackTerminals(tracks, (IEnumTerminal **)&object))
ACT(get_format, ITFileTrack_get_AudioFormatForScripting(file_track,
                                                        (ITScriptableAudioFormat **)&object))
ACT(empty_format, ITFileTrack_get_EmptyAudioFormatForScripting(file_track,
                                                               (ITScriptableAudioFormat **)&object))
ACT(controlling, ITFileTrack_get_ControllingTerminal(file_track, (ITTerminal **)&object))
ACT(get_play_list, ITMediaPlayback_get_PlayList(playback, &value))
ACT(get_file_name, ITMediaRecord_get_FileName(record, &text))
ACT(request_player, ITBasicCallControl2_RequestTerminal(call2, B(PLAYER_CLASS), TAPIMEDIATYPE_AUDIO,
                                                        TD_CAPTURE, (ITTerminal **)&object))
ACT(create_recorder, ITTerminalSupport2_CreateTerminal(support, B(RECORDER_CLASS),
                                                       TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                                       (ITTerminal **)&object))
ACT(get_statics, ITTerminalSupport2_get_StaticTerminals(support, &value))
ACT(enumerate_statics, ITTerminalSupport2_EnumerateStaticTerminals(support,
                                                                   (IEnumTerminal **)&object))
ACT(default_static, ITTerminalSupport2_GetDefaultStaticTerminal(
                        support, TAPIMEDIATYPE_AUDIO, TD_RENDER, (ITTerminal **)&object))
ACT(request_static, ITBasicCallControl2_RequestTerminal(call2, B(SPEAKERS_CLASS),
                                                        TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                                        (ITTerminal **)&object))
ACT(static_name, ITTerminal_get_Name(speakers, &text))
ACT(static_class, ITTerminal_get_TerminalClass(speakers, &text))
ACT(get_classes, ITTerminalSupport2_get_DynamicTerminalClasses(support, &value))
ACT(enumerate_classes, ITTerminalSupport2_EnumerateDynamicTerminalClasses(
                           support, (IEnumTerminalClass **)&object))
ACT(get_families, ITTerminalSupport2_get_PluggableSuperclasses(support, &value))
ACT(enumerate_families, ITTerminalSupport2_EnumeratePluggableSuperclasses(
                            support, (IEnumPluggableSuperclassInfo **)&object))
ACT(get_plugged, ITTerminalSupport2_get_PluggableTerminalClasses(
                     support, B("{B4790031-56DB-4D3E-88C8-6FFAAFA08A91}"), TAPIMEDIATYPE_AUDIO,
                     &value))
ACT(enumerate_plugged, ITTerminalSupport2_EnumeratePluggableTerminalClasses(
                           support, IID_ITTerminal, TAPIMEDIATYPE_AUDIO,
                           (IEnumPluggableTerminalClassInfo **)&object))

static AM_MEDIA_TYPE *media;

static HRESULT get_media_type(void)
{
    return ITFileTrack_get_Format(file_track, &media);
}

static int no_media_type(void)
{
    return media == NULL;
}

static int finish_media_type(void)
{
    int good = media != NULL && media->cbFormat == 18 && media->pbFormat[0] == 1;

    if (media != NULL) {
        CoTaskMemFree(media->pbFormat);
        CoTaskMemFree(media);
        media = NULL;
    }
    return good;
}

static HRESULT add_track(void)
{
    return ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_CAPTURE,
                                                    (ITTerminal **)&object);
}

static int finish_track(void)
{
    int good = object != NULL && ITMultiTrackTerminal_RemoveTrackTerminal(
                                     tracks, (ITTerminal *)(void *)object) == S_OK;

    return finish_object() && good;
}

/* ---- What changes something ---- */

static HRESULT put_play_list(void)
{
    return ITMediaPlayback_put_PlayList(playback, list);
}

static HRESULT put_relative_play_list(void)
{
    return ITMediaPlayback_put_PlayList(playback, relative_list);
}

static HRESULT put_file_name(void)
{
    return ITMediaRecord_put_FileName(record, text);
}

static void prepare_name(void)
{
    nothing();
    text = tapi3_utf8_to_bstr(sound_path("out.wav"));
}

static void prepare_relative_name(void)
{
    nothing();
    text = tapi3_utf8_to_bstr("out.wav");
}

static HRESULT put_formats(void)
{
    BYTE bytes[18] = { 7, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0, 0, 0 };
    AM_MEDIA_TYPE ours;

    TRY(ITFileTrack_get_Format(file_track, &media));
    ours = *media;
    finish_media_type();
    ours.pbFormat = bytes;
    TRY(ITFileTrack_put_Format(file_track, &ours));
    return ITFileTrack_put_AudioFormatForScripting(file_track, format);
}

static int on_render(void)
{
    IEnumTerminal *all = NULL;
    ULONG count = 0;
    ITTerminal *first = NULL;

    ITStream_EnumerateTerminals(render, &all);
    if (IEnumTerminal_Next(all, 1, &first, &count) == S_OK) {
        ITTerminal_Release(first);
    }
    IEnumTerminal_Release(all);
    return (int)count;
}

static int nobody_on_render(void)
{
    return on_render() == 0;
}

ACT(select_on_stream, ITStream_SelectTerminal(render, track))
ACT(select_on_call, ITBasicCallControl2_SelectTerminalOnCall(call2, recorder))
ACT(unselect_on_stream, ITStream_UnselectTerminal(render, track))
ACT(unselect_on_call, ITBasicCallControl2_UnselectTerminalOnCall(call2, recorder))

ACT(select_device, ITBasicCallControl2_SelectTerminalOnCall(call2, speakers))

static int finish_device(void)
{
    int good = on_render() == 1;

    return ITBasicCallControl2_UnselectTerminalOnCall(call2, speakers) == S_OK && good;
}

static int finish_selected(void)
{
    int good = on_render() == 1;

    return ITStream_UnselectTerminal(render, track) == S_OK && good;
}

static void prepare_selected(void)
{
    nothing();
    if (select_on_stream() != S_OK) {
        bail_out("not selected");
    }
}

static int finish_unselected(void)
{
    return nobody_on_render();
}

static HRESULT wish(void)
{
    TRY(ITStream_StopStream(render));
    TRY(ITStream_PauseStream(render));
    return ITStream_StartStream(render);
}

static HRESULT record_a_while(void)
{
    TRY(ITMediaControl_Start(recording));
    TRY(ITMediaControl_Pause(recording));
    TRY(ITMediaControl_Start(recording));
    return ITMediaControl_Stop(recording);
}

static void prepare_playing(void)
{
    nothing();
    if (ITBasicCallControl2_SelectTerminalOnCall(call2, player) != S_OK) {
        bail_out("not selected");
    }
}

static HRESULT play_a_while(void)
{
    TRY(ITMediaControl_Start(playing));
    TRY(ITMediaControl_Pause(playing));
    return ITMediaControl_Stop(playing);
}

static int finish_playing(void)
{
    return ITBasicCallControl2_UnselectTerminalOnCall(call2, player) == S_OK;
}

static const Scenario SCENARIOS[] = {
    { "QueryInterface, the part of sound", prepare_fresh, ask_for_streams, nothing_given,
      finish_fresh },
    { "Invoke, the part of sound", prepare_fresh, streams_by_name, nothing_given,
      finish_fresh_value },
    { "get_Streams", nothing, get_streams, nothing_given, finish_value },
    { "EnumerateStreams", nothing, enumerate_streams, nothing_given, finish_object },
    { "ITStream::get_Name", nothing, stream_name, nothing_given, finish_text },
    { "ITStream::get_Terminals", prepare_selected, get_terminals, nothing_given, NULL },
    { "ITStream::EnumerateTerminals", prepare_selected, enumerate_terminals, nothing_given, NULL },
    { "get_Name of a file", nothing, file_name, nothing_given, finish_text },
    { "get_TerminalClass of a file", nothing, file_class, nothing_given, finish_text },
    { "get_Name of a track", nothing, track_name, nothing_given, finish_text },
    { "get_TerminalClass of a track", nothing, track_class, nothing_given, finish_text },
    { "get_TrackTerminals", nothing, get_tracks, nothing_given, finish_value },
    { "EnumerateTrackTerminals", nothing, enumerate_tracks, nothing_given, finish_object },
    { "CreateTrackTerminal", nothing, add_track, nothing_given, finish_track },
    { "get_AudioFormatForScripting", nothing, get_format, nothing_given, finish_object },
    { "get_EmptyAudioFormatForScripting", nothing, empty_format, nothing_given, finish_object },
    { "get_ControllingTerminal", nothing, controlling, nothing_given, finish_object },
    { "get_Format", nothing, get_media_type, no_media_type, finish_media_type },
    { "get_PlayList", nothing, get_play_list, nothing_given, finish_value },
    { "get_FileName", nothing, get_file_name, nothing_given, finish_text },
    { "RequestTerminal", nothing, request_player, nothing_given, finish_object },
    { "CreateTerminal", nothing, create_recorder, nothing_given, finish_object },
    { "get_StaticTerminals", nothing, get_statics, nothing_given, finish_value },
    { "EnumerateStaticTerminals", nothing, enumerate_statics, nothing_given, finish_object },
    { "GetDefaultStaticTerminal", nothing, default_static, nothing_given, finish_object },
    { "RequestTerminal of a device", nothing, request_static, nothing_given, finish_object },
    { "get_Name of a device", nothing, static_name, nothing_given, finish_text },
    { "get_TerminalClass of a device", nothing, static_class, nothing_given, finish_text },
    { "get_DynamicTerminalClasses", nothing, get_classes, nothing_given, finish_value },
    { "EnumerateDynamicTerminalClasses", nothing, enumerate_classes, nothing_given, finish_object },
    { "get_PluggableSuperclasses", nothing, get_families, nothing_given, finish_value },
    { "EnumeratePluggableSuperclasses", nothing, enumerate_families, nothing_given, finish_object },
    { "get_PluggableTerminalClasses", nothing, get_plugged, nothing_given, finish_value },
    { "EnumeratePluggableTerminalClasses", nothing, enumerate_plugged, nothing_given,
      finish_object },
    { "put_PlayList", nothing, put_play_list, NULL, finish_nothing },
    { "put_PlayList, of this folder", nothing, put_relative_play_list, NULL, finish_nothing },
    { "put_FileName", prepare_name, put_file_name, NULL, finish_text },
    { "put_FileName, in this folder", prepare_relative_name, put_file_name, NULL, finish_text },
    { "put_Format", nothing, put_formats, no_media_type, finish_nothing },
    { "ITStream::SelectTerminal", nothing, select_on_stream, nobody_on_render, finish_selected },
    { "SelectTerminalOnCall", nothing, select_on_call, nobody_on_render, finish_selected },
    { "SelectTerminalOnCall, a device", nothing, select_device, nobody_on_render, finish_device },
    { "ITStream::UnselectTerminal", prepare_selected, unselect_on_stream, NULL, finish_unselected },
    { "UnselectTerminalOnCall", prepare_selected, unselect_on_call, NULL, finish_unselected },
    { "StopStream, PauseStream, StartStream", prepare_selected, wish, NULL, finish_selected },
};

/* What is on its way to a file stays for a moment. */
static const Scenario FILES[] = {
    { "a recording", prepare_selected, record_a_while, NULL, finish_selected },
    { "a play list", prepare_playing, play_a_while, NULL, finish_playing },
};

/* ---- Without memory ---- */

static HRESULT numbers(void)
{
    TERMINAL_DIRECTION direction;
    TERMINAL_STATE state;
    TERMINAL_TYPE type;
    TERMINAL_MEDIA_STATE media_state;

    TRY(ITStream_get_MediaType(render, &number));
    TRY(ITStream_get_Direction(render, &direction));
    TRY(ITTerminal_get_State(track, &state));
    TRY(ITTerminal_get_TerminalType(track, &type));
    TRY(ITTerminal_get_MediaType(track, &number));
    TRY(ITTerminal_get_Direction(track, &direction));
    TRY(ITTerminal_get_State(recorder, &state));
    TRY(ITTerminal_get_TerminalType(recorder, &type));
    TRY(ITTerminal_get_MediaType(recorder, &number));
    TRY(ITTerminal_get_Direction(recorder, &direction));
    TRY(ITTerminal_get_State(speakers, &state));
    TRY(ITTerminal_get_TerminalType(speakers, &type));
    TRY(ITTerminal_get_MediaType(speakers, &number));
    TRY(ITTerminal_get_Direction(speakers, &direction));
    TRY(ITBasicAudioTerminal_put_Volume(audio, 0x8000));
    TRY(ITBasicAudioTerminal_get_Volume(audio, &number));
    TRY(ITStaticAudioTerminal_get_WaveId(device, &number));
    TRY(ITMultiTrackTerminal_get_MediaTypesInUse(tracks, &number));
    TRY(ITMultiTrackTerminal_get_DirectionsInUse(tracks, &direction));
    return ITMediaControl_get_MediaState(recording, &media_state);
}

static HRESULT format_fields(void)
{
    TRY(ITScriptableAudioFormat_put_Channels(format, 1));
    TRY(ITScriptableAudioFormat_put_SamplesPerSec(format, 8000));
    TRY(ITScriptableAudioFormat_put_AvgBytesPerSec(format, 16000));
    TRY(ITScriptableAudioFormat_put_BlockAlign(format, 2));
    TRY(ITScriptableAudioFormat_put_BitsPerSample(format, 16));
    TRY(ITScriptableAudioFormat_put_FormatTag(format, 1));
    TRY(ITScriptableAudioFormat_get_Channels(format, &number));
    TRY(ITScriptableAudioFormat_get_SamplesPerSec(format, &number));
    TRY(ITScriptableAudioFormat_get_AvgBytesPerSec(format, &number));
    TRY(ITScriptableAudioFormat_get_BlockAlign(format, &number));
    TRY(ITScriptableAudioFormat_get_BitsPerSample(format, &number));
    return ITScriptableAudioFormat_get_FormatTag(format, &number);
}

static const Scenario WITHOUT[] = {
    { "numbers of streams and terminals", nothing, numbers, NULL, finish_nothing },
    { "ITScriptableAudioFormat", nothing, format_fields, NULL, finish_nothing },
};

/* ---- What always says no ---- */

static HRESULT not_there(void)
{
    ITStream *stream = NULL;
    ITTerminal *terminal = NULL;

    TRY_FOR(TAPI_E_MAXSTREAMS,
            ITStreamControl_CreateStream(control, TAPIMEDIATYPE_AUDIO, TD_RENDER, &stream));
    TRY_FOR(TAPI_E_NOTSUPPORTED, ITStreamControl_RemoveStream(control, render));
    TRY_FOR(TAPI_E_NOITEMS, ITTerminalSupport2_GetDefaultStaticTerminal(
                                support, TAPIMEDIATYPE_VIDEO, TD_RENDER, &terminal));
    TRY_FOR(E_INVALIDARG, ITMultiTrackTerminal_RemoveTrackTerminal(tracks, recorder));
    return S_OK;
}

static const Scenario REFUSED = { "methods that always fail", nothing, not_there, NULL,
                                  finish_nothing };

/* ---- The tests ---- */

static int finish_selected_value(void)
{
    int good = finish_value();

    return finish_selected() && good;
}

static int finish_selected_object(void)
{
    int good = finish_object();

    return finish_selected() && good;
}

static void set_up(void)
{
    IEnumStream *all = NULL;
    ITStream *both[2] = { NULL, NULL };

    support = (ITTerminalSupport2 *)query(line1, ID(IID_ITTerminalSupport2));
    call = connected_call(line1, OLESTR("1001"));
    call2 = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    control = (ITStreamControl *)query(call, ID(IID_ITStreamControl));
    ITStreamControl_EnumerateStreams(control, &all);
    IEnumStream_Next(all, 1, &both[0], NULL);
    IEnumStream_Next(all, 1, &both[1], NULL);
    IEnumStream_Release(all);
    ITStream_Release(both[0]);
    render = both[1];
    if (ITTerminalSupport2_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                                    &speakers) != S_OK) {
        bail_out("no loudspeaker");
    }
    audio = (ITBasicAudioTerminal *)query(speakers, ID(IID_ITBasicAudioTerminal));
    device = (ITStaticAudioTerminal *)query(speakers, ID(IID_ITStaticAudioTerminal));
    recorder = recorder_of(call2, sound_path("out.wav"));
    tracks = (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));
    record = (ITMediaRecord *)query(recorder, ID(IID_ITMediaRecord));
    recording = (ITMediaControl *)query(recorder, ID(IID_ITMediaControl));
    if (ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, &track) !=
        S_OK) {
        bail_out("no track");
    }
    file_track = (ITFileTrack *)query(track, ID(IID_ITFileTrack));
    ITFileTrack_get_AudioFormatForScripting(file_track, &format);
    write_tone(sound_path("in.wav"), 1000, 400);
    player = player_of(call2, sound_path("in.wav"));
    playback = (ITMediaPlayback *)query(player, ID(IID_ITMediaPlayback));
    playing = (ITMediaControl *)query(player, ID(IID_ITMediaControl));
    list = play_list(sound_path("in.wav"));
    if (chdir(sound_folder()) != 0) {
        bail_out("no folder");
    }
    relative_list = play_list("in.wav");
}

static void let_go(void)
{
    VariantClear(&relative_list);
    VariantClear(&list);
    ITMediaControl_Release(playing);
    ITMediaPlayback_Release(playback);
    ITTerminal_Release(player);
    ITScriptableAudioFormat_Release(format);
    ITFileTrack_Release(file_track);
    ITTerminal_Release(track);
    ITMediaControl_Release(recording);
    ITMediaRecord_Release(record);
    ITMultiTrackTerminal_Release(tracks);
    ITTerminal_Release(recorder);
    ITStaticAudioTerminal_Release(device);
    ITBasicAudioTerminal_Release(audio);
    ITTerminal_Release(speakers);
    ITStream_Release(render);
    ITStreamControl_Release(control);
    ITBasicCallControl2_Release(call2);
    ITBasicCallControl_Release(call);
    ITTerminalSupport2_Release(support);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("clock = \"manual\"\n[sound]\ndevices = \"silent\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    set_up();
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        Scenario scenario = SCENARIOS[i];
        if (scenario.finish == NULL) {
            scenario.finish = scenario.act == get_terminals ? finish_selected_value
                                                            : finish_selected_object;
        }
        survive(&scenario);
    }
    expect_no_blocks_left(0);
    for (i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        survive(&FILES[i]);
    }
    expect_no_blocks_left(1);
    for (i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        survive_without_memory(&WITHOUT[i]);
    }
    survive(&REFUSED);
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    let_go();
    ITAddress_Release(line1);
    client_close(&client);
    remove_sounds();
    return tests_done();
}
