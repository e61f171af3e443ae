/*
 * Methods that are refused, when memory runs out: the answer is the one that they have with memory, or
 * E_OUTOFMEMORY. The process never ends because there is no memory to say what is wrong.
 */
#include "handed_out.h"
#include "sound.h"

static Client client;
static ITTAPI2 *tapi2;
static ITAddress2 *line;
static ITAddress *sip_line;
static ITAddressCapabilities *caps;
static ITAddressTranslation *translation;
static ITTerminalSupport2 *support;
static ITBasicCallControl2 *idle;
static ITCallInfo2 *idle_info;
static ITBasicCallControl2 *up;
static ITCallInfo2 *up_info;
static ITBasicCallControl *nowhere; /* a call of the SIP line whose destination is none */
static ITStreamControl *control;
static ITStream *render;
static ITLegacyCallMediaControl2 *digits;
static ITForwardInformation2 *forward;
static ITTerminal *recorder;
static ITMultiTrackTerminal *tracks;
static ITFileTrack *file_track;
static ITMediaRecord *record;
static ITMediaControl *recording;
static ITMediaPlayback *playback;
static ITScriptableAudioFormat *format;
static ITCollection2 *collection;
static IDispatch *by_name;
static VARIANT missing; /* a list of a file that is not there */
static VARIANT a_number;
static BSTR no_folder;
static BSTR a_folder;
static BSTR other_text;
static DWORD size;
static BYTE *bytes;

/* LINEFORWARDMODE_BUSY and LINETRANSLATEOPTION_CARDOVERRIDE of <tapi.h>. */
enum { WHEN_BUSY = 0x10, OF_THIS_CARD = 1 };

static HRESULT invoke(DISPID member, WORD flags, VARTYPE type, unsigned count)
{
    VARIANT arguments[4];
    DISPPARAMS given = { arguments, NULL, 0, 0 };
    EXCEPINFO failed;
    UINT wrong;
    HRESULT hr;
    unsigned i;

    for (i = 0; i < 4; i++) {
        VariantInit(&arguments[i]);
        arguments[i].vt = type;
        arguments[i].llVal = 0;
    }
    given.cArgs = count;
    memset(&failed, 0, sizeof failed);
    hr = IDispatch_Invoke(by_name, member, ID(IID_NULL), 0, flags, &given, &value, &failed, &wrong);
    if (hr == DISP_E_EXCEPTION) {
        hr = failed.scode;
        SysFreeString(failed.bstrSource);
        SysFreeString(failed.bstrDescription);
    }
    return hr;
}

static HRESULT name_of_nothing(void)
{
    OLECHAR name[] = { 'N', 'o', 'S', 'u', 'c', 'h', 0 };
    LPOLESTR names[1];
    DISPID id;

    names[0] = name;
    return IDispatch_GetIDsOfNames(by_name, ID(IID_NULL), names, 1, 0, &id);
}

static HRESULT format_of_nothing(void)
{
    AM_MEDIA_TYPE type;

    memset(&type, 0, sizeof type);
    return ITFileTrack_put_Format(file_track, &type);
}

static HRESULT no_tones(void)
{
    TAPI_DETECTTONE tones[1];

    memset(tones, 0, sizeof tones);
    tones[0].dwFrequency1 = 77777;
    return ITLegacyCallMediaControl2_DetectTones(digits, tones, 1);
}

#define OBJECT(type) ((type **)(void *)&object)

/* ---- The TAPI object, addresses ---- */

ACT(no_collection, ITTAPI2_get_CallHubs(tapi2, NULL))
ACT(bad_filter, ITTAPI2_put_EventFilter(tapi2, 0x40000000))
ACT(bad_media,
    ITTAPI2_RegisterCallNotifications(tapi2, (ITAddress *)line, VARIANT_TRUE, VARIANT_TRUE,
        0x100, 0, &number))
ACT(no_address,
    ITTAPI2_RegisterCallNotifications(tapi2, NULL, VARIANT_TRUE, VARIANT_TRUE,
        TAPIMEDIATYPE_AUDIO, 0, &number))
ACT(not_registered, ITTAPI2_UnregisterNotifications(tapi2, 4711))
ACT(bad_request_mode, ITTAPI2_RegisterRequestRecipient(tapi2, 0, 99, VARIANT_TRUE))
ACT(bad_address_type,
    ITAddress2_CreateCall(line, B("1001"), 0x40, TAPIMEDIATYPE_AUDIO,
        OBJECT(ITBasicCallControl)))
ACT(video_call,
    ITAddress2_CreateCall(line, B("1001"), 1, TAPIMEDIATYPE_VIDEO, OBJECT(ITBasicCallControl)))
ACT(filter_of_no_event, ITAddress2_put_EventFilter(line, TE_ADDRESS, 99, VARIANT_TRUE))
ACT(filter_of_no_kind, ITAddress2_put_EventFilter(line, (TAPI_EVENT)3, 0, VARIANT_TRUE))
ACT(device_specific, ITAddress2_DeviceSpecific(line, NULL, NULL, 0))
ACT(no_capability,
    ITAddressCapabilities_get_AddressCapability(caps, (ADDRESS_CAPABILITY)999, &number))
ACT(no_capability_text,
    ITAddressCapabilities_get_AddressCapabilityString(caps, (ADDRESS_CAPABILITY_STRING)999,
        &text))
ACT(bad_forward_type, ITForwardInformation2_SetForwardType(forward, 0x12345, B("1002"), NULL))
ACT(forward_not_set, ITForwardInformation2_GetForwardType(forward, WHEN_BUSY, &text, &other_text))
ACT(bad_rings, ITForwardInformation2_put_NumRingsNoAnswer(forward, -1))

/* ---- Translation ---- */

ACT(bad_translation,
    ITAddressTranslation_TranslateAddress(translation, B("+49 (89 1234"), 0, 0,
        OBJECT(ITAddressTranslationInfo)))
ACT(no_card,
    ITAddressTranslation_TranslateAddress(translation, B("+49 (89) 1234"), 99, OF_THIS_CARD,
        OBJECT(ITAddressTranslationInfo)))
ACT(bad_option,
    ITAddressTranslation_TranslateAddress(translation, B("1234"), 0, 0x4000,
        OBJECT(ITAddressTranslationInfo)))

/* ---- Calls ---- */

ACT(answer_idle, ITBasicCallControl2_Answer(idle))
ACT(hold_idle, ITBasicCallControl2_Hold(idle, VARIANT_TRUE))
ACT(swap_with_nothing, ITBasicCallControl2_SwapHold(up, NULL))
ACT(swap_with_idle, ITBasicCallControl2_SwapHold(up, (ITBasicCallControl *)idle))
ACT(join_nothing, ITBasicCallControl2_Conference(up, NULL, VARIANT_TRUE))
ACT(join_itself, ITBasicCallControl2_Conference(up, (ITBasicCallControl *)up, VARIANT_TRUE))
ACT(transfer_nothing, ITBasicCallControl2_Transfer(up, NULL, VARIANT_TRUE))
ACT(transfer_idle, ITBasicCallControl2_BlindTransfer(idle, B("1002")))
ACT(transfer_nowhere, ITBasicCallControl2_BlindTransfer(up, B("")))
ACT(park_idle, ITBasicCallControl2_ParkDirect(idle, B("7001")))
ACT(unpark_up, ITBasicCallControl2_Unpark(up))
ACT(pick_up_up, ITBasicCallControl2_Pickup(up, B("1")))
ACT(remove_idle, ITBasicCallControl2_RemoveFromConference(idle))
ACT(finish_idle, ITBasicCallControl2_Finish(idle, FM_ASTRANSFER))
ACT(finish_badly, ITBasicCallControl2_Finish(up, (FINISH_MODE)99))
ACT(dial_idle, ITBasicCallControl2_Dial(idle, B("1")))
ACT(connect_again, ITBasicCallControl2_Connect(up, VARIANT_TRUE))
ACT(to_no_program, ITBasicCallControl2_HandoffDirect(up, B("no-such-program")))
ACT(to_no_medium, ITBasicCallControl2_HandoffIndirect(up, 77))
ACT(bad_disconnect, ITBasicCallControl2_Disconnect(up, (DISCONNECT_CODE)99))
ACT(sip_nowhere, ITBasicCallControl_Connect(nowhere, VARIANT_TRUE))
ACT(no_call_long, ITCallInfo2_get_CallInfoLong(up_info, (CALLINFO_LONG)999, &number))
ACT(bad_call_long, ITCallInfo2_put_CallInfoLong(up_info, CIL_CALLID, 1))
ACT(no_call_string, ITCallInfo2_get_CallInfoString(up_info, (CALLINFO_STRING)999, &text))
ACT(bad_call_string, ITCallInfo2_put_CallInfoString(up_info, CIS_CALLERIDNUMBER, B("1")))
ACT(no_call_buffer, ITCallInfo2_get_CallInfoBuffer(up_info, (CALLINFO_BUFFER)999, &value))
ACT(number_as_buffer, ITCallInfo2_put_CallInfoBuffer(idle_info, CIB_USERUSERINFO, a_number))
ACT(filter_of_call, ITCallInfo2_put_EventFilter(up_info, TE_CALLSTATE, 99, VARIANT_TRUE))

/* ---- By name ---- */

ACT(no_member, invoke(4711, DISPATCH_METHOD, VT_I4, 0))
ACT(too_many, invoke(0x20001, DISPATCH_METHOD, VT_I4, 4))
ACT(too_few, invoke(0x20003, DISPATCH_METHOD, VT_I4, 0))
ACT(wrong_type, invoke(0x20003, DISPATCH_METHOD, VT_DISPATCH, 1))

/* ---- Sound ---- */

ACT(no_class,
    ITTerminalSupport2_CreateTerminal(support, B("no class"), TAPIMEDIATYPE_AUDIO, TD_RENDER,
        OBJECT(ITTerminal)))
ACT(unknown_class,
    ITTerminalSupport2_CreateTerminal(support, B("{00000000-0000-0000-0000-000000000001}"),
        TAPIMEDIATYPE_AUDIO, TD_RENDER, OBJECT(ITTerminal)))
ACT(no_device,
    ITTerminalSupport2_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_VIDEO, TD_RENDER,
        OBJECT(ITTerminal)))
ACT(request_no_class,
    ITBasicCallControl2_RequestTerminal(up, B("{oops}"), TAPIMEDIATYPE_AUDIO, TD_RENDER,
        OBJECT(ITTerminal)))
ACT(unselect_nothing, ITBasicCallControl2_UnselectTerminalOnCall(up, recorder))
ACT(select_nothing, ITBasicCallControl2_SelectTerminalOnCall(up, NULL))
ACT(no_stream,
    ITStreamControl_CreateStream(control, TAPIMEDIATYPE_AUDIO, TD_RENDER, OBJECT(ITStream)))
ACT(stream_stays, ITStreamControl_RemoveStream(control, render))
ACT(not_on_stream, ITStream_UnselectTerminal(render, recorder))
ACT(no_track,
    ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_VIDEO, TD_RENDER,
        OBJECT(ITTerminal)))
ACT(no_such_track, ITMultiTrackTerminal_RemoveTrackTerminal(tracks, recorder))
ACT(in_no_folder, ITMediaRecord_put_FileName(record, no_folder))
ACT(onto_a_folder, ITMediaRecord_put_FileName(record, a_folder))
ACT(no_name, ITMediaRecord_put_FileName(record, B("")))
ACT(start_without_call, ITMediaControl_Start(recording))
ACT(play_missing, ITMediaPlayback_put_PlayList(playback, missing))
ACT(play_number, ITMediaPlayback_put_PlayList(playback, a_number))
ACT(no_rate, ITScriptableAudioFormat_put_SamplesPerSec(format, -1))
ACT(bad_mode, ITLegacyCallMediaControl2_GenerateDigits(digits, B("12"), 77))
ACT(bad_length, ITLegacyCallMediaControl2_GenerateDigits2(digits, B("12"), LINEDIGITMODE_DTMF, -5))
ACT(bad_detection, ITLegacyCallMediaControl2_DetectDigits(digits, 77))
ACT(bad_tone, ITLegacyCallMediaControl2_GenerateTone(digits, (TAPI_TONEMODE)77, 100))
ACT(tones_of_nothing, ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(digits, NULL, 100))
ACT(no_device_class, ITLegacyCallMediaControl2_GetID(digits, B("no/class"), &size, &bytes))
ACT(item_of_nothing, ITCollection2_get_Item(collection, 99, &value))
ACT(remove_nothing, ITCollection2_Remove(collection, 99))
ACT(add_nowhere, ITCollection2_Add(collection, 99, &a_number))

static const struct {
    const char *name;
    HRESULT (*act)(void);
} REFUSED[] = {
#define R(name) { #name, name }
    R(no_collection), R(bad_filter), R(bad_media), R(no_address), R(not_registered),
    R(bad_request_mode), R(bad_address_type), R(video_call), R(filter_of_no_event),
    R(filter_of_no_kind), R(device_specific), R(no_capability), R(no_capability_text),
    R(bad_forward_type), R(forward_not_set), R(bad_rings), R(bad_translation), R(no_card),
    R(bad_option), R(answer_idle), R(hold_idle), R(swap_with_nothing), R(swap_with_idle),
    R(join_nothing), R(join_itself), R(transfer_nothing), R(transfer_idle), R(transfer_nowhere),
    R(park_idle), R(unpark_up), R(pick_up_up), R(remove_idle), R(finish_idle), R(finish_badly),
    R(dial_idle), R(connect_again), R(to_no_program), R(to_no_medium), R(bad_disconnect),
    R(sip_nowhere), R(no_call_long), R(bad_call_long), R(no_call_string), R(bad_call_string),
    R(no_call_buffer), R(number_as_buffer), R(filter_of_call), R(name_of_nothing), R(no_member),
    R(too_many), R(too_few), R(wrong_type), R(no_class), R(unknown_class), R(no_device),
    R(request_no_class), R(unselect_nothing), R(select_nothing), R(no_stream), R(stream_stays),
    R(not_on_stream), R(no_track), R(no_such_track), R(in_no_folder), R(onto_a_folder),
    R(no_name), R(start_without_call), R(play_missing), R(play_number), R(format_of_nothing),
    R(no_rate), R(bad_mode), R(bad_length), R(bad_detection), R(bad_tone), R(no_tones),
    R(tones_of_nothing), R(no_device_class), R(item_of_nothing), R(remove_nothing),
    R(add_nowhere),
#undef R
};

/* The one that is tried, and its answer where there is memory. */
static size_t which;
static HRESULT wanted;

static void prepare(void)
{
    nothing();
    wanted = REFUSED[which].act();
    if (SUCCEEDED(wanted) || wanted == E_OUTOFMEMORY) {
        bail_out("%s: %s", REFUSED[which].name, hr_name(wanted));
    }
}

static HRESULT refuse(void)
{
    HRESULT hr = REFUSED[which].act();

    return hr == wanted ? S_OK : FAILED(hr) ? hr : E_FAIL;
}

static void set_up(void)
{
    ITBasicCallControl *call;
    IEnumStream *all = NULL;
    ITTerminal *track = NULL, *player;

    tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    line = (ITAddress2 *)client_address(&client, OLESTR("2001"));
    caps = (ITAddressCapabilities *)query(line, ID(IID_ITAddressCapabilities));
    translation = (ITAddressTranslation *)query(line, ID(IID_ITAddressTranslation));
    support = (ITTerminalSupport2 *)query(line, ID(IID_ITTerminalSupport2));
    call = new_call((ITAddress *)line, OLESTR("1001"));
    idle = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    ITBasicCallControl_Release(call);
    idle_info = (ITCallInfo2 *)query(idle, ID(IID_ITCallInfo2));
    call = connected_call((ITAddress *)line, OLESTR("1001"));
    up = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    ITBasicCallControl_Release(call);
    up_info = (ITCallInfo2 *)query(up, ID(IID_ITCallInfo2));
    by_name = (IDispatch *)query(up, ID(IID_IDispatch));
    control = (ITStreamControl *)query(up, ID(IID_ITStreamControl));
    digits = (ITLegacyCallMediaControl2 *)query(up, ID(IID_ITLegacyCallMediaControl2));
    ITStreamControl_EnumerateStreams(control, &all);
    IEnumStream_Skip(all, 1);
    IEnumStream_Next(all, 1, &render, NULL);
    IEnumStream_Release(all);
    ITAddress2_CreateForwardInfoObject(line, (ITForwardInformation **)(void *)&forward);
    recorder = request(up, RECORDER_CLASS, TAPIMEDIATYPE_AUDIO, TD_RENDER);
    tracks = (ITMultiTrackTerminal *)query(recorder, ID(IID_ITMultiTrackTerminal));
    record = (ITMediaRecord *)query(recorder, ID(IID_ITMediaRecord));
    recording = (ITMediaControl *)query(recorder, ID(IID_ITMediaControl));
    ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, TD_RENDER, &track);
    file_track = (ITFileTrack *)query(track, ID(IID_ITFileTrack));
    ITTerminal_Release(track);
    ITFileTrack_get_EmptyAudioFormatForScripting(file_track, &format);
    player = request(up, PLAYER_CLASS, TAPIMEDIATYPE_AUDIO, TD_CAPTURE);
    playback = (ITMediaPlayback *)query(player, ID(IID_ITMediaPlayback));
    ITTerminal_Release(player);
    ITTAPI2_CreateEmptyCollectionObject(tapi2, &collection);
    missing = play_list(sound_path("no file.wav"));
    no_folder = tapi3_utf8_to_bstr(sound_path("no folder/out.wav"));
    a_folder = tapi3_utf8_to_bstr(sound_folder());
    VariantInit(&a_number);
    a_number.vt = VT_I4;
    sip_line = client_address(&client, OLESTR("sip:me@127.0.0.1"));
    nowhere = new_call(sip_line, OLESTR("sip:a b@"));
}

static void let_go(void)
{
    ITBasicCallControl_Release(nowhere);
    ITAddress_Release(sip_line);
    SysFreeString(a_folder);
    SysFreeString(no_folder);
    VariantClear(&missing);
    ITCollection2_Release(collection);
    ITMediaPlayback_Release(playback);
    ITScriptableAudioFormat_Release(format);
    ITFileTrack_Release(file_track);
    ITMediaControl_Release(recording);
    ITMediaRecord_Release(record);
    ITMultiTrackTerminal_Release(tracks);
    ITTerminal_Release(recorder);
    ITForwardInformation2_Release(forward);
    ITStream_Release(render);
    ITLegacyCallMediaControl2_Release(digits);
    ITStreamControl_Release(control);
    IDispatch_Release(by_name);
    ITCallInfo2_Release(up_info);
    ITBasicCallControl2_Release(up);
    ITCallInfo2_Release(idle_info);
    ITBasicCallControl2_Release(idle);
    ITTerminalSupport2_Release(support);
    ITAddressTranslation_Release(translation);
    ITAddressCapabilities_Release(caps);
    ITAddress2_Release(line);
    ITTAPI2_Release(tapi2);
}

int main(void)
{
    tests_begin(280);
    configure("clock = \"manual\"\n[sound]\ndevices = \"silent\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"SIP\"\nprovider = \"sip\"\nuri = \"sip:me@127.0.0.1\"\nlisten = \"127.0.0.1:0\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    set_up();
    for (which = 0; which < sizeof REFUSED / sizeof *REFUSED; which++) {
        Scenario scenario = { REFUSED[which].name, prepare, refuse, NULL, finish_nothing };

        survive(&scenario);
    }
    let_go();
    client_close(&client);
    return tests_done();
}
