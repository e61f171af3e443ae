/*
 * File terminals and their tracks: every result code, what a play list may look like, formats, and a
 * recording of both sides.
 */
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITBasicCallControl *call;
static ITBasicCallControl2 *call2;

/* ---- Play lists ---- */

static ITMediaPlayback *playback;

static VARIANT text_variant(const char *text)
{
    VARIANT value;

    VariantInit(&value);
    value.vt = VT_BSTR;
    value.bstrVal = tapi3_utf8_to_bstr(text);
    return value;
}

/* Puts a list and frees it. */
static void put(VARIANT list, HRESULT wanted, const char *what)
{
    expect(ITMediaPlayback_put_PlayList(playback, list), wanted, "put_PlayList, %s", what);
    VariantClear(&list);
}

static VARIANT array_of(VARTYPE type, LONG lower, ULONG count)
{
    SAFEARRAYBOUND bound;
    VARIANT list;

    bound.cElements = count;
    bound.lLbound = lower;
    VariantInit(&list);
    list.vt = (VARTYPE)(VT_ARRAY | type);
    list.parray = SafeArrayCreate(type, 1, &bound);
    return list;
}

static void set_element(VARIANT *list, LONG index, VARIANT element)
{
    if (list->vt == (VT_ARRAY | VT_BSTR)) {
        SafeArrayPutElement(list->parray, &index, element.bstrVal);
    } else {
        SafeArrayPutElement(list->parray, &index, &element);
    }
    VariantClear(&element);
}

static void play_lists(void)
{
    ITTerminal *player = request(call2, PLAYER_CLASS, TAPIMEDIATYPE_AUDIO, TD_CAPTURE);
    ITMultiTrackTerminal *tracks =
        (ITMultiTrackTerminal *)query(player, ID(IID_ITMultiTrackTerminal));
    const char *good = sound_path("good.wav");
    VARIANT list, found, element, lent;
    ITTerminal *track = player;
    TERMINAL_DIRECTION direction = TD_CAPTURE;
    LONG lower = 0, number = -1;

    playback = (ITMediaPlayback *)query(player, ID(IID_ITMediaPlayback));
    expect(ITMediaPlayback_get_PlayList(playback, &found), TAPI_E_NOITEMS, "nothing yet");
    check(found.vt == VT_EMPTY, "empty");
    expect(ITMultiTrackTerminal_get_MediaTypesInUse(tracks, &number), S_OK, "media in use");
    check(number == 0, "none");
    expect(ITMultiTrackTerminal_get_DirectionsInUse(tracks, &direction), S_OK, "directions");
    check(direction == TD_NONE, "none");
    put(text_variant(good), S_OK, "one name");
    ITMultiTrackTerminal_get_MediaTypesInUse(tracks, &number);
    ITMultiTrackTerminal_get_DirectionsInUse(tracks, &direction);
    check(number == TAPIMEDIATYPE_AUDIO && direction == TD_CAPTURE, "now there is a track");
    list = array_of(VT_VARIANT, 1, 2);
    set_element(&list, 1, text_variant(good));
    set_element(&list, 2, text_variant(good));
    put(list, S_OK, "two names, from 1");
    expect(ITMediaPlayback_get_PlayList(playback, &found), S_OK, "get_PlayList");
    check(found.vt == (VT_ARRAY | VT_VARIANT) &&
              SafeArrayGetLBound(found.parray, 1, &lower) == S_OK && lower == 1,
          "it begins with 1 still");
    number = 2;
    VariantInit(&element);
    SafeArrayGetElement(found.parray, &number, &element);
    check(element.vt == VT_BSTR && SysStringLen(element.bstrVal) == strlen(good), "the second name");
    VariantClear(&element);
    VariantClear(&found);
    list = array_of(VT_BSTR, 0, 1);
    set_element(&list, 0, text_variant(good));
    put(list, S_OK, "an array of texts, from 0");
    list = array_of(VT_BSTR, 0, 1);
    set_element(&list, 0, text_variant(good));
    VariantInit(&lent);
    lent.vt = VT_ARRAY | VT_BSTR | VT_BYREF;
    lent.pparray = &list.parray;
    put(lent, S_OK, "an array by reference");
    VariantClear(&list);
    put(text_variant("/nowhere/at/all.wav"), 0x80070002, "a file that is missing");
    put(text_variant(sound_path("bad.wav")), 0x8007000d, "a file that is none");
    list = array_of(VT_VARIANT, 1, 1);
    VariantInit(&element);
    element.vt = VT_DISPATCH;
    element.pdispVal = (IDispatch *)(void *)player;
    ITTerminal_AddRef(player);
    set_element(&list, 1, element);
    put(list, TAPI_E_NOTSUPPORTED, "an object");
    list = array_of(VT_VARIANT, 1, 1);
    element.vt = VT_I4;
    element.lVal = 7;
    set_element(&list, 1, element);
    put(list, E_INVALIDARG, "a number");
    element.vt = VT_I4;
    put(element, E_INVALIDARG, "a number alone");
    expect(ITMediaPlayback_get_PlayList(playback, &found), S_OK, "the last good list stays");
    VariantClear(&found);
    expect(ITMediaPlayback_get_PlayList(playback, NULL), E_POINTER, "NULL");

    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_CAPTURE, &track),
           TAPI_E_NOTSUPPORTED, "a player's tracks are those of its files");
    check(track == NULL, "NULL");
    ITTerminal_Release(player);
    ITMultiTrackTerminal_Release(tracks);
    ITMediaPlayback_Release(playback);
}

/* ---- Tracks of a recorder ---- */

static void tracks_of_a_recorder(void)
{
    ITTerminal *recorder = recorder_of(call2, sound_path("tracks.wav"));
    ITMultiTrackTerminal *tracks =
        (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));
    ITMediaRecord *record = (ITMediaRecord *)query(recorder, ID(IID_ITMediaRecord));
    ITMediaControl *control = (ITMediaControl *)query(recorder, ID(IID_ITMediaControl));
    ITTerminal *render = NULL, *capture = NULL, *none = recorder;
    TERMINAL_MEDIA_STATE state = TMS_ACTIVE;
    TERMINAL_DIRECTION direction = TD_NONE;
    TERMINAL_TYPE type = TT_STATIC;
    LONG media = 0;
    BSTR text = NULL;
    void *missing = recorder;

    expect(ITTerminal_get_Name(recorder, &text), S_OK, "get_Name");
    check(SysStringLen(text) > 0, "it has one");
    SysFreeString(text);
    expect(ITTerminal_get_TerminalClass(recorder, &text), S_OK, "get_TerminalClass");
    check(text_is(text, RECORDER_CLASS), "its class");
    expect(ITTerminal_get_TerminalType(recorder, &type), S_OK, "get_TerminalType");
    check(type == TT_DYNAMIC, "made");
    ITTerminal_get_MediaType(recorder, &media);
    ITTerminal_get_Direction(recorder, &direction);
    check(media == TAPIMEDIATYPE_MULTITRACK && direction == TD_RENDER, "media and direction");
    expect(ITTerminal_QueryInterface(recorder, ID(IID_ITMediaPlayback), &missing), E_NOINTERFACE,
           "a recorder is no player");
    expect(ITTerminal_QueryInterface(recorder, ID(IID_ITBasicAudioTerminal), &missing),
           E_NOINTERFACE, "nor a device");

    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_VIDEO, TD_RENDER, &none),
           TAPI_E_INVALIDMEDIATYPE, "a video track");
    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_BIDIRECTIONAL,
                                                    &none),
           TAPI_E_INVALIDDIRECTION, "a track both ways");
    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, NULL),
           E_POINTER, "NULL");
    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, &render),
           S_OK, "a track");
    ITTerminal_get_MediaType(render, &media);
    ITTerminal_get_Direction(render, &direction);
    check(media == TAPIMEDIATYPE_AUDIO && direction == TD_RENDER, "of sound that comes in");
    expect(ITTerminal_QueryInterface(render, ID(IID_ITMultiTrackTerminal), &missing), E_NOINTERFACE,
           "it has no tracks");
    expect(ITTerminal_QueryInterface(render, ID(IID_ITMediaControl), &missing), E_NOINTERFACE,
           "and is not started");
    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_CAPTURE,
                                                    &capture),
           S_OK, "a track of what goes out");
    ITMultiTrackTerminal_get_DirectionsInUse(tracks, &direction);
    check(direction == TD_MULTITRACK_MIXED, "the directions differ");
    expect(ITMultiTrackTerminal_RemoveTrackTerminal(tracks, NULL), E_POINTER, "RemoveTrack, NULL");
    expect(ITMultiTrackTerminal_RemoveTrackTerminal(tracks, recorder), E_INVALIDARG,
           "the file itself");
    expect(ITBasicCallControl2_SelectTerminalOnCall(call2, recorder), S_OK, "selected");
    expect(ITMultiTrackTerminal_RemoveTrackTerminal(tracks, render), TAPI_E_TERMINALINUSE,
           "a track in use");
    expect(ITMultiTrackTerminal_RemoveTrackTerminal(tracks, capture), S_OK, "the other one");
    expect(ITMultiTrackTerminal_RemoveTrackTerminal(tracks, capture), E_INVALIDARG, "is gone");

    expect(ITMediaControl_get_MediaState(control, &state), S_OK, "get_MediaState");
    check(state == TMS_IDLE, "idle");
    expect(ITMediaControl_Pause(control), TAPI_E_WRONG_STATE, "Pause");
    expect(ITMediaControl_Stop(control), S_OK, "Stop");
    expect(ITMediaRecord_put_FileName(record, NULL), E_POINTER, "put_FileName, NULL");
    expect(ITMediaRecord_put_FileName(record, B("/nowhere/at/all.wav")), 0x80070002,
           "a folder that is missing");
    expect(ITMediaRecord_put_FileName(record, B("")), E_INVALIDARG, "no name");
    expect(ITMediaControl_Start(control), S_OK, "Start");
    ITMediaControl_get_MediaState(control, &state);
    check(state == TMS_ACTIVE, "active");
    text = tapi3_utf8_to_bstr(sound_path("other.wav"));
    expect(ITMediaRecord_put_FileName(record, text), TAPI_E_WRONG_STATE, "another file meanwhile");
    SysFreeString(text);
    expect(ITMediaControl_Pause(control), S_OK, "Pause");
    ITMediaControl_get_MediaState(control, &state);
    check(state == TMS_PAUSED, "paused");
    expect(ITMediaControl_Start(control), S_OK, "Start again");
    expect(ITMediaControl_Stop(control), S_OK, "Stop");
    expect(ITMediaRecord_get_FileName(record, &text), S_OK, "get_FileName");
    check(text_is(text, sound_path("tracks.wav")), "the first");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(call2, recorder), S_OK, "off again");
    ITTerminal_Release(capture);
    ITTerminal_Release(render);
    ITMediaControl_Release(control);
    ITMediaRecord_Release(record);
    ITMultiTrackTerminal_Release(tracks);
    ITTerminal_Release(recorder);
}

/* ---- Formats ---- */

static void formats(void)
{
    ITTerminal *recorder = recorder_of(call2, sound_path("formats.wav"));
    ITMultiTrackTerminal *tracks =
        (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));
    ITTerminal *terminal = NULL;
    ITFileTrack *track;
    ITScriptableAudioFormat *format = NULL;
    AM_MEDIA_TYPE *media = NULL;
    AM_MEDIA_TYPE ours;
    BYTE bytes[18];
    LONG number = 0;

    ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, &terminal);
    track = (ITFileTrack *)query(terminal, ID(IID_ITFileTrack));
    expect(ITFileTrack_get_Format(track, NULL), E_POINTER, "get_Format, NULL");
    expect(ITFileTrack_get_Format(track, &media), S_OK, "get_Format");
    check(media->cbFormat == 18 && media->lSampleSize == 2 &&
              memcmp(media->pbFormat, "\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0\0\0", 18) == 0,
          "PCM, 8 kHz, 16 bits, mono");
    ours = *media;
    memcpy(bytes, media->pbFormat, 18);
    ours.pbFormat = bytes;
    CoTaskMemFree(media->pbFormat);
    CoTaskMemFree(media);
    expect(ITFileTrack_put_Format(track, NULL), E_POINTER, "put_Format, NULL");
    expect(ITFileTrack_put_Format(track, &ours), S_OK, "the same");
    bytes[0] = 7; /* mu-law */
    bytes[14] = 8;
    expect(ITFileTrack_put_Format(track, &ours), S_OK, "mu-law");
    bytes[0] = 0x55; /* MP3 */
    expect(ITFileTrack_put_Format(track, &ours), E_INVALIDARG, "MP3");
    bytes[0] = 7;
    bytes[2] = 3;
    expect(ITFileTrack_put_Format(track, &ours), E_INVALIDARG, "three channels");
    bytes[2] = 1;
    ours.cbFormat = 12;
    expect(ITFileTrack_put_Format(track, &ours), E_INVALIDARG, "too short");
    ours.pbFormat = NULL;
    expect(ITFileTrack_put_Format(track, &ours), E_INVALIDARG, "no format");
    ours.pbFormat = bytes;
    ours.cbFormat = 18;
    ours.formattype.Data1++;
    expect(ITFileTrack_put_Format(track, &ours), E_INVALIDARG, "no WAVEFORMATEX");

    expect(ITFileTrack_get_AudioFormatForScripting(track, &format), S_OK, "as an object");
    ITScriptableAudioFormat_get_FormatTag(format, &number);
    check(number == 7, "mu-law");
    ITScriptableAudioFormat_Release(format);
    expect(ITFileTrack_get_EmptyAudioFormatForScripting(track, &format), S_OK, "an empty one");
    ITScriptableAudioFormat_get_SamplesPerSec(format, &number);
    check(number == 0, "empty");
    expect(ITScriptableAudioFormat_put_Channels(format, -1), E_INVALIDARG, "no number of channels");
    ITScriptableAudioFormat_put_FormatTag(format, 1);
    ITScriptableAudioFormat_put_Channels(format, 2);
    ITScriptableAudioFormat_put_SamplesPerSec(format, 16000);
    ITScriptableAudioFormat_put_BitsPerSample(format, 16);
    expect(ITFileTrack_put_AudioFormatForScripting(track, format), S_OK, "is taken");
    expect(ITFileTrack_put_AudioFormatForScripting(track, NULL), E_POINTER, "NULL is not");
    ITScriptableAudioFormat_Release(format);
    ITFileTrack_Release(track);
    ITTerminal_Release(terminal);
    ITMultiTrackTerminal_Release(tracks);
    ITTerminal_Release(recorder);
}

/* ---- Both sides ---- */

/* How loud a tone is in one channel of a stereo recording, as milliseconds. */
static unsigned tone_in_channel(const Heard *heard, unsigned channel, double hertz)
{
    Heard one = *heard;

    one.samples = heard->samples + channel;
    one.count = heard->count - channel;
    return tone_in(&one, hertz);
}

static void both_sides(void)
{
    ITAddress *line2 = client_address(&client, OLESTR("2002"));
    LONG token = client_register(&client, line2, 0, 1, 1);
    ITBasicCallControl *out = new_call(line1, OLESTR("2002"));
    ITBasicCallControl2 *out2 = (ITBasicCallControl2 *)query(out, ID(IID_ITBasicCallControl2));
    ITBasicCallControl *in;
    ITBasicCallControl2 *in2;
    ITTerminal *ours, *theirs, *recorder;
    ITMediaRecord *record;
    ITMultiTrackTerminal *tracks;
    ITTerminal *track = NULL;
    ITFileTrack *file_track;
    ITScriptableAudioFormat *format = NULL;
    BSTR name = tapi3_utf8_to_bstr(sound_path("both.wav"));
    Heard heard;
    Seen seen;

    expect(ITBasicCallControl_Connect(out, VARIANT_FALSE), S_OK, "Connect");
    in = client_take_call(&client);
    in2 = (ITBasicCallControl2 *)query(in, ID(IID_ITBasicCallControl2));
    expect(ITBasicCallControl_Answer(in), S_OK, "Answer");
    expect_state(&client, out, CS_CONNECTED, CEC_NONE, "connected");
    recorder = request(out2, RECORDER_CLASS, TAPIMEDIATYPE_MULTITRACK, TD_BIDIRECTIONAL);
    record = (ITMediaRecord *)query(recorder, ID(IID_ITMediaRecord));
    expect(ITMediaRecord_put_FileName(record, name), S_OK, "put_FileName");
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, recorder), S_OK, "on both streams");
    tracks = (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));
    {
        IEnumTerminal *list = NULL;
        ITMultiTrackTerminal_EnumerateTrackTerminals(tracks, &list);
        check(IEnumTerminal_Next(list, 1, &track, NULL) == S_OK &&
                  IEnumTerminal_Skip(list, 1) == S_OK && IEnumTerminal_Skip(list, 1) == S_FALSE,
              "with a track each");
        IEnumTerminal_Release(list);
    }
    file_track = (ITFileTrack *)query(track, ID(IID_ITFileTrack));
    ITFileTrack_get_AudioFormatForScripting(file_track, &format);
    ITScriptableAudioFormat_put_Channels(format, 2);
    expect(ITFileTrack_put_AudioFormatForScripting(file_track, format), S_OK, "in stereo");
    expect(start(recorder), S_OK, "it records");
    ours = player_of(out2, sound_path("high.wav"));
    theirs = player_of(in2, sound_path("good.wav"));
    expect(ITBasicCallControl2_SelectTerminalOnCall(out2, ours), S_OK, "we speak");
    expect(ITBasicCallControl2_SelectTerminalOnCall(in2, theirs), S_OK, "they speak");
    expect(start(theirs), S_OK, "now");
    expect(start(ours), S_OK, "and now");
    tapi3_clock_advance(400);
    check(client_wait(&client, TE_FILETERMINAL, out, TMS_IDLE, &seen) &&
              client_wait(&client, TE_FILETERMINAL, in, TMS_IDLE, &seen),
          "to the end");
    expect(ITBasicCallControl_Disconnect(out, DC_NORMAL), S_OK, "Disconnect");
    expect_state(&client, out, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "over");
    if (check(read_wav(sound_path("both.wav"), &heard) && heard.channels == 2, "two channels")) {
        unsigned left = tone_in_channel(&heard, 0, 2000) + tone_in_channel(&heard, 1, 2000);
        unsigned right = tone_in_channel(&heard, 0, 1000) + tone_in_channel(&heard, 1, 1000);
        check(left >= 140 && left <= 260 && right >= 140 && right <= 260,
              "each side is in one of them: %u and %u ms", left, right);
        free(heard.samples);
    }
    ITScriptableAudioFormat_Release(format);
    ITFileTrack_Release(file_track);
    ITTerminal_Release(track);
    ITMultiTrackTerminal_Release(tracks);
    ITMediaRecord_Release(record);
    ITTerminal_Release(theirs);
    ITTerminal_Release(ours);
    ITTerminal_Release(recorder);
    SysFreeString(name);
    ITBasicCallControl2_Release(in2);
    ITBasicCallControl_Release(in);
    ITBasicCallControl2_Release(out2);
    ITBasicCallControl_Release(out);
    ITTAPI_UnregisterNotifications(client.tapi, token);
    ITAddress_Release(line2);
}

int main(void)
{
    FILE *bad;

    tests_begin(280);
    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    call = new_call(line1, OLESTR("2002"));
    call2 = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    write_tone(sound_path("good.wav"), 1000, 200);
    write_tone(sound_path("high.wav"), 2000, 200);
    bad = fopen(sound_path("bad.wav"), "wb");
    fputs("This is no sound.", bad);
    fclose(bad);
    play_lists();
    tracks_of_a_recorder();
    formats();
    both_sides();
    ITBasicCallControl2_Release(call2);
    ITBasicCallControl_Release(call);
    ITAddress_Release(line1);
    client_close(&client);
    remove_sounds();
    return tests_done();
}
