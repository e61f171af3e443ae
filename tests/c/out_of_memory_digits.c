/*
 * Digits and tones of a call when memory runs out: E_OUTOFMEMORY, nothing begun, and a second try
 * that works. What an event of sound tells needs no memory, but for the digits that were gathered.
 */
#include "handed_out.h"
#include "keeper.h"
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002 */
static ITBasicCallControl *out; /* connected to `in`, all the time */
static ITBasicCallControl *in;
static ITLegacyCallMediaControl2 *sends;
static ITLegacyCallMediaControl2 *hears;
static ITLegacyAddressMediaControl2 *devices;
static ITLegacyWaveSupport *wave;
static ITDetectTone *detect_tone;
static ITCustomTone *custom_tone;
static ITCollection2 *detect_tones;
static ITCollection2 *custom_tones;

/* ---- Scenarios ---- */

ACT(detect, ITLegacyCallMediaControl2_DetectDigits(hears, LINEDIGITMODE_DTMF))
ACT(generate, ITLegacyCallMediaControl2_GenerateDigits(sends, B("123"), LINEDIGITMODE_DTMF))
ACT(generate2, ITLegacyCallMediaControl2_GenerateDigits2(sends, B("123"), LINEDIGITMODE_DTMF, 50))
ACT(gather, ITLegacyCallMediaControl2_GatherDigits(hears, LINEDIGITMODE_DTMF, 5, B("#"), 1000, 1000))
ACT(tone, ITLegacyCallMediaControl2_GenerateTone(sends, TTM_BEEP, 100))
ACT(custom_by_collection,
    ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(sends, custom_tones, 100))
ACT(detect_by_collection,
    ITLegacyCallMediaControl2_DetectTonesByCollection(hears, detect_tones))
ACT(create_detect, ITLegacyCallMediaControl2_CreateDetectToneObject(hears, (ITDetectTone **)&object))
ACT(create_custom, ITLegacyCallMediaControl2_CreateCustomToneObject(hears, (ITCustomTone **)&object))
ACT(id_as_variant, ITLegacyCallMediaControl2_GetIDAsVariant(hears, B("tapi/line"), &value))

static HRESULT custom(void)
{
    TAPI_CUSTOMTONE part = { 700, 500, 0, 0xFFFF };

    return ITLegacyCallMediaControl2_GenerateCustomTones(sends, &part, 1, 100);
}

static HRESULT listen_for(void)
{
    TAPI_DETECTTONE part = { 1, 60, 700, 0, 0 };

    return ITLegacyCallMediaControl2_DetectTones(hears, &part, 1);
}

static int finish_detection(void)
{
    return ITLegacyCallMediaControl2_DetectDigits(hears, 0) == S_OK;
}

static int finish_generation(void)
{
    return ITLegacyCallMediaControl2_GenerateDigits(sends, NULL, LINEDIGITMODE_DTMF) == S_OK;
}

static int finish_gathering(void)
{
    return ITLegacyCallMediaControl2_GatherDigits(hears, LINEDIGITMODE_DTMF, 0, NULL, 0, 0) == S_OK;
}

static int finish_listening(void)
{
    return ITLegacyCallMediaControl2_DetectTones(hears, NULL, 0) == S_OK;
}

static BYTE *bytes;
static DWORD size;

static HRESULT id_of_call(void)
{
    return ITLegacyCallMediaControl2_GetID(hears, B("tapi/line"), &size, &bytes);
}

static HRESULT id_of_address(void)
{
    return ITLegacyAddressMediaControl2_GetID(devices, B("tapi/line"), &size, &bytes);
}

static int no_bytes(void)
{
    return bytes == NULL && size == 0;
}

static int finish_bytes(void)
{
    int good = size == 4;

    CoTaskMemFree(bytes);
    bytes = NULL;
    size = 0;
    return good;
}

static const Scenario SCENARIOS[] = {
    { "DetectDigits", nothing, detect, NULL, finish_detection },
    { "GenerateDigits", nothing, generate, NULL, finish_generation },
    { "GenerateDigits2", nothing, generate2, NULL, finish_generation },
    { "GatherDigits", nothing, gather, NULL, finish_gathering },
    { "DetectTones", nothing, listen_for, NULL, finish_listening },
    { "DetectTonesByCollection", nothing, detect_by_collection, NULL, finish_listening },
    { "GenerateTone", nothing, tone, NULL, finish_generation },
    { "GenerateCustomTones", nothing, custom, NULL, finish_generation },
    { "GenerateCustomTonesByCollection", nothing, custom_by_collection, NULL, finish_generation },
    { "CreateDetectToneObject", nothing, create_detect, nothing_given, finish_object },
    { "CreateCustomToneObject", nothing, create_custom, nothing_given, finish_object },
    { "GetIDAsVariant", nothing, id_as_variant, nothing_given, finish_value },
    { "GetID of a call", nothing, id_of_call, no_bytes, finish_bytes },
    { "GetID of an address", nothing, id_of_address, no_bytes, finish_bytes },
};

/* ---- Without memory ---- */

static HRESULT numbers(void)
{
    FULLDUPLEX_SUPPORT duplex;

    TRY(ITLegacyCallMediaControl2_SetMediaType(hears, TAPIMEDIATYPE_AUDIO));
    TRY(ITLegacyCallMediaControl2_MonitorMedia(hears, TAPIMEDIATYPE_AUDIO));
    return ITLegacyWaveSupport_IsFullDuplex(wave, &duplex);
}

static HRESULT detect_fields(void)
{
    TRY(ITDetectTone_put_AppSpecific(detect_tone, 9));
    TRY(ITDetectTone_put_Duration(detect_tone, 60));
    TRY(ITDetectTone_put_Frequency(detect_tone, 1, 700));
    TRY(ITDetectTone_get_AppSpecific(detect_tone, &number));
    TRY(ITDetectTone_get_Duration(detect_tone, &number));
    return ITDetectTone_get_Frequency(detect_tone, 1, &number);
}

static HRESULT custom_fields(void)
{
    TRY(ITCustomTone_put_Frequency(custom_tone, 700));
    TRY(ITCustomTone_put_CadenceOn(custom_tone, 1000));
    TRY(ITCustomTone_put_CadenceOff(custom_tone, 0));
    TRY(ITCustomTone_put_Volume(custom_tone, 0xFFFF));
    TRY(ITCustomTone_get_Frequency(custom_tone, &number));
    TRY(ITCustomTone_get_CadenceOn(custom_tone, &number));
    TRY(ITCustomTone_get_CadenceOff(custom_tone, &number));
    return ITCustomTone_get_Volume(custom_tone, &number);
}

static HRESULT not_there(void)
{
    TRY_FOR(TAPI_E_NOTSUPPORTED,
            ITLegacyAddressMediaControl2_GetDevConfig(devices, B("tapi/line"), &size, &bytes));
    TRY_FOR(TAPI_E_NOTSUPPORTED,
            ITLegacyAddressMediaControl2_SetDevConfig(devices, B("tapi/line"), 0, NULL));
    TRY_FOR(TAPI_E_NOTSUPPORTED,
            ITLegacyAddressMediaControl2_ConfigDialog(devices, NULL, B("tapi/line")));
    TRY_FOR(TAPI_E_NOTSUPPORTED,
            ITLegacyAddressMediaControl2_ConfigDialogEdit(devices, NULL, B("tapi/line"), 0, NULL,
                                                          &size, &bytes));
    return S_OK;
}

/* ---- Events ---- */

static ITCallMediaEvent *stream_event;
static ITFileTerminalEvent *file_event;
static ITDigitDetectionEvent *digit_event;
static ITDigitGenerationEvent *generation_event;
static ITDigitsGatheredEvent *gathering_event;
static ITToneDetectionEvent *tone_event;

/* The call of an event. */
#define CALL_OF(I, event)                                                                          \
    do {                                                                                           \
        ITCallInfo *info = NULL;                                                                   \
        TRY(I##_get_Call(event, &info));                                                           \
        ITCallInfo_Release(info);                                                                  \
    } while (0)

static HRESULT of_stream(void)
{
    CALL_MEDIA_EVENT event;
    CALL_MEDIA_EVENT_CAUSE cause;
    HRESULT error;
    ITTerminal *terminal = NULL;
    ITStream *stream = NULL;

    CALL_OF(ITCallMediaEvent, stream_event);
    TRY(ITCallMediaEvent_get_Event(stream_event, &event));
    TRY(ITCallMediaEvent_get_Error(stream_event, &error));
    TRY(ITCallMediaEvent_get_Terminal(stream_event, &terminal));
    ITTerminal_Release(terminal);
    TRY(ITCallMediaEvent_get_Stream(stream_event, &stream));
    ITStream_Release(stream);
    return ITCallMediaEvent_get_Cause(stream_event, &cause);
}

static HRESULT of_file(void)
{
    TERMINAL_MEDIA_STATE state;
    FT_STATE_EVENT_CAUSE cause;
    HRESULT error;
    ITTerminal *terminal = NULL;
    ITFileTrack *track = NULL;

    CALL_OF(ITFileTerminalEvent, file_event);
    TRY(ITFileTerminalEvent_get_Terminal(file_event, &terminal));
    ITTerminal_Release(terminal);
    TRY(ITFileTerminalEvent_get_Track(file_event, &track));
    ITFileTrack_Release(track);
    TRY(ITFileTerminalEvent_get_State(file_event, &state));
    TRY(ITFileTerminalEvent_get_Cause(file_event, &cause));
    return ITFileTerminalEvent_get_Error(file_event, &error);
}

static HRESULT of_digit(void)
{
    BYTE digit;
    TAPI_DIGITMODE mode;

    CALL_OF(ITDigitDetectionEvent, digit_event);
    TRY(ITDigitDetectionEvent_get_Digit(digit_event, &digit));
    TRY(ITDigitDetectionEvent_get_DigitMode(digit_event, &mode));
    TRY(ITDigitDetectionEvent_get_TickCount(digit_event, &number));
    return ITDigitDetectionEvent_get_CallbackInstance(digit_event, &number);
}

static HRESULT of_generation(void)
{
    CALL_OF(ITDigitGenerationEvent, generation_event);
    TRY(ITDigitGenerationEvent_get_GenerationTermination(generation_event, &number));
    TRY(ITDigitGenerationEvent_get_TickCount(generation_event, &number));
    return ITDigitGenerationEvent_get_CallbackInstance(generation_event, &number);
}

static HRESULT of_gathering(void)
{
    TAPI_GATHERTERM how;

    CALL_OF(ITDigitsGatheredEvent, gathering_event);
    TRY(ITDigitsGatheredEvent_get_GatherTermination(gathering_event, &how));
    TRY(ITDigitsGatheredEvent_get_TickCount(gathering_event, &number));
    return ITDigitsGatheredEvent_get_CallbackInstance(gathering_event, &number);
}

static HRESULT of_tone(void)
{
    CALL_OF(ITToneDetectionEvent, tone_event);
    TRY(ITToneDetectionEvent_get_AppSpecific(tone_event, &number));
    TRY(ITToneDetectionEvent_get_TickCount(tone_event, &number));
    return ITToneDetectionEvent_get_CallbackInstance(tone_event, &number);
}

static const Scenario WITHOUT[] = {
    { "numbers of a call", nothing, numbers, NULL, finish_nothing },
    { "ITDetectTone", nothing, detect_fields, NULL, finish_nothing },
    { "ITCustomTone", nothing, custom_fields, NULL, finish_nothing },
    { "ITCallMediaEvent", nothing, of_stream, NULL, finish_nothing },
    { "ITFileTerminalEvent", nothing, of_file, NULL, finish_nothing },
    { "ITDigitDetectionEvent", nothing, of_digit, NULL, finish_nothing },
    { "ITDigitGenerationEvent", nothing, of_generation, NULL, finish_nothing },
    { "ITDigitsGatheredEvent", nothing, of_gathering, NULL, finish_nothing },
    { "ITToneDetectionEvent", nothing, of_tone, NULL, finish_nothing },
};

static const Scenario REFUSED = { "methods that always fail", nothing, not_there, no_bytes,
                                  finish_nothing };

ACT(gathered, ITDigitsGatheredEvent_get_Digits(gathering_event, &text))

static const Scenario GATHERED = { "ITDigitsGatheredEvent::get_Digits", nothing, gathered,
                                   nothing_given, finish_text };

/* ---- The tests ---- */

/* Lets an event of each kind happen, and keeps their objects. */
static void take_events(void)
{
    int tries;
    ITBasicCallControl2 *out2 = (ITBasicCallControl2 *)query(out, ID(IID_ITBasicCallControl2));
    ITTerminal *player;

    write_tone(sound_path("in.wav"), 1000, 400);
    player = player_of(out2, sound_path("in.wav"));
    if (ITBasicCallControl2_SelectTerminalOnCall(out2, player) != S_OK || start(player) != S_OK ||
        detect() != S_OK || listen_for() != S_OK ||
        ITLegacyCallMediaControl2_GatherDigits(hears, LINEDIGITMODE_DTMF, 2, NULL, 0, 0) != S_OK) {
        bail_out("no events");
    }
    /* The exchange's thread leaves sound out that it comes to too late, as a busy machine may have it. */
    for (tries = 0; tries < 100 && !(has_come(TE_GATHERDIGITS) && has_come(TE_TONEEVENT)); tries++) {
        struct timespec pause = { 0, 20000000 };

        if (generate() != S_OK) {
            bail_out("no digits");
        }
        tapi3_clock_advance(2000);
        if (custom() != S_OK) {
            bail_out("no tone");
        }
        tapi3_clock_advance(1000);
        nanosleep(&pause, NULL);
    }
    stream_event = (ITCallMediaEvent *)event_as(TE_CALLMEDIA, ID(IID_ITCallMediaEvent));
    file_event = (ITFileTerminalEvent *)event_as(TE_FILETERMINAL, ID(IID_ITFileTerminalEvent));
    digit_event = (ITDigitDetectionEvent *)event_as(TE_DIGITEVENT, ID(IID_ITDigitDetectionEvent));
    generation_event =
        (ITDigitGenerationEvent *)event_as(TE_GENERATEEVENT, ID(IID_ITDigitGenerationEvent));
    gathering_event =
        (ITDigitsGatheredEvent *)event_as(TE_GATHERDIGITS, ID(IID_ITDigitsGatheredEvent));
    tone_event = (ITToneDetectionEvent *)event_as(TE_TONEEVENT, ID(IID_ITToneDetectionEvent));
    ITBasicCallControl2_UnselectTerminalOnCall(out2, player);
    finish_detection();
    finish_listening();
    ITTerminal_Release(player);
    ITBasicCallControl2_Release(out2);
}

static void add(ITCollection2 **collection, void *element)
{
    ITTAPI2 *tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    VARIANT item;

    VariantInit(&item);
    item.vt = VT_DISPATCH;
    item.pdispVal = (IDispatch *)element;
    if (ITTAPI2_CreateEmptyCollectionObject(tapi2, collection) != S_OK ||
        ITCollection2_Add(*collection, 1, &item) != S_OK) {
        bail_out("no collection");
    }
    ITTAPI2_Release(tapi2);
}

static void set_up(void)
{
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    client_register(&client, line2, 0, 1, 1);
    out = new_call(line1, OLESTR("2002"));
    if (ITBasicCallControl_Connect(out, VARIANT_FALSE) != S_OK) {
        bail_out("Connect failed");
    }
    in = client_take_call(&client);
    if (ITBasicCallControl_Answer(in) != S_OK) {
        bail_out("Answer failed");
    }
    sends = (ITLegacyCallMediaControl2 *)query(out, ID(IID_ITLegacyCallMediaControl2));
    hears = (ITLegacyCallMediaControl2 *)query(in, ID(IID_ITLegacyCallMediaControl2));
    devices = (ITLegacyAddressMediaControl2 *)query(line1, ID(IID_ITLegacyAddressMediaControl2));
    wave = (ITLegacyWaveSupport *)query(out, ID(IID_ITLegacyWaveSupport));
    ITLegacyCallMediaControl2_CreateDetectToneObject(hears, &detect_tone);
    ITLegacyCallMediaControl2_CreateCustomToneObject(hears, &custom_tone);
    detect_fields();
    custom_fields();
    add(&detect_tones, detect_tone);
    add(&custom_tones, custom_tone);
}

static void let_go(void)
{
    ITCallMediaEvent_Release(stream_event);
    ITFileTerminalEvent_Release(file_event);
    ITDigitDetectionEvent_Release(digit_event);
    ITDigitGenerationEvent_Release(generation_event);
    ITDigitsGatheredEvent_Release(gathering_event);
    ITToneDetectionEvent_Release(tone_event);
    forget_events();
    ITCollection2_Release(custom_tones);
    ITCollection2_Release(detect_tones);
    ITCustomTone_Release(custom_tone);
    ITDetectTone_Release(detect_tone);
    ITLegacyWaveSupport_Release(wave);
    ITLegacyAddressMediaControl2_Release(devices);
    ITLegacyCallMediaControl2_Release(hears);
    ITLegacyCallMediaControl2_Release(sends);
    ITBasicCallControl_Release(in);
    ITBasicCallControl_Release(out);
    ITAddress_Release(line2);
    ITAddress_Release(line1);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    keep_events_of(client.tapi);
    set_up();
    take_events();
    keep_no_more_events();
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    for (i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        survive_without_memory(&WITHOUT[i]);
    }
    survive(&GATHERED);
    survive(&REFUSED);
    ITBasicCallControl_Disconnect(out, DC_NORMAL);
    client_flush(&client);
    let_go();
    client_close(&client);
    remove_sounds();
    return tests_done();
}
