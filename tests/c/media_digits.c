/*
 * Digits and tones of a call between two lines of the simulated exchange: what each method answers
 * in which state, and what its events say.
 */
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002 */

static ITBasicCallControl *out;
static ITBasicCallControl *in;
static ITLegacyCallMediaControl2 *sends; /* of the caller's side */
static ITLegacyCallMediaControl2 *hears; /* of the called side */

#define DTMF LINEDIGITMODE_DTMF
#define DTMFEND LINEDIGITMODE_DTMFEND
#define DONE 1   /* LINEGENERATETERM_DONE */
#define CANCEL 2 /* LINEGENERATETERM_CANCEL */

static void call_up(void)
{
    out = new_call(line1, OLESTR("2002"));
    sends = (ITLegacyCallMediaControl2 *)query(out, ID(IID_ITLegacyCallMediaControl2));
}

static void connect_up(void)
{
    expect(ITBasicCallControl_Connect(out, VARIANT_FALSE), S_OK, "Connect");
    in = client_take_call(&client);
    hears = (ITLegacyCallMediaControl2 *)query(in, ID(IID_ITLegacyCallMediaControl2));
    expect(ITBasicCallControl_Answer(in), S_OK, "Answer");
    expect_state(&client, out, CS_CONNECTED, CEC_NONE, "the call is connected");
}

static void hang_up(void)
{
    expect(ITBasicCallControl_Disconnect(out, DC_NORMAL), S_OK, "Disconnect");
    expect_state(&client, in, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL, "both sides are over");
}

static void let_go(void)
{
    ITLegacyCallMediaControl2_Release(hears);
    ITLegacyCallMediaControl2_Release(sends);
    ITBasicCallControl_Release(in);
    ITBasicCallControl_Release(out);
    client_flush(&client);
    client_forget(&client);
}

/* Waits for the `n`-th event of this kind for a call, counted from 1. */
static int wait_for(size_t n, TAPI_EVENT kind, const ITBasicCallControl *call, Seen *seen)
{
    LONGLONG until = now_ms() + 60000;

    while (client_count(&client, kind, call, ANY) < n) {
        struct timespec pause = { 0, 5000000 };
        if (now_ms() > until) {
            return 0;
        }
        nanosleep(&pause, NULL);
    }
    return client_wait(&client, kind, call, ANY, seen);
}

/* The digits that a call was told, in order. */
static void told(const ITBasicCallControl *call, LONG mode, char *digits, size_t room)
{
    size_t i, count = 0;

    pthread_mutex_lock(&client.lock);
    for (i = 0; i < client.count && count + 1 < room; i++) {
        const Seen *seen = &client.seen[i];
        if (seen->kind == TE_DIGITEVENT && seen->call == call && seen->why == mode) {
            digits[count++] = (char)seen->what;
        }
    }
    pthread_mutex_unlock(&client.lock);
    digits[count] = 0;
}

/* ---- Before and after ---- */

static void in_no_state_for_it(HRESULT detect, const char *state)
{
    expect(ITLegacyCallMediaControl2_DetectDigits(sends, DTMF), detect, "DetectDigits, %s", state);
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, B("1"), DTMF), TAPI_E_INVALCALLSTATE,
           "GenerateDigits, %s", state);
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, NULL, DTMF), TAPI_E_INVALCALLSTATE,
           "GenerateDigits, NULL, %s", state);
    expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, B("1"), DTMF, 50),
           TAPI_E_INVALCALLSTATE, "GenerateDigits2, %s", state);
    expect(ITLegacyCallMediaControl2_GatherDigits(sends, DTMF, 1, NULL, 0, 0),
           TAPI_E_INVALCALLSTATE, "GatherDigits, %s", state);
    expect(ITLegacyCallMediaControl2_GatherDigits(sends, DTMF, 0, NULL, 0, 0),
           TAPI_E_INVALCALLSTATE, "GatherDigits, nothing, %s", state);
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, TTM_BEEP, 20), TAPI_E_INVALCALLSTATE,
           "GenerateTone, %s", state);
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, 0, 0), TAPI_E_INVALCALLSTATE,
           "GenerateTone, nothing, %s", state);
}

static void states(void)
{
    call_up();
    in_no_state_for_it(TAPI_E_INVALCALLSTATE, "idle");
    connect_up();
    hang_up();
    in_no_state_for_it(TAPI_E_INVALCALLSTATE, "disconnected");
    let_go();
}

/* ---- Arguments ---- */

/* The modes in which digits are told, as the call's information has them. */
static void modes_are(LONG wanted)
{
    ITCallInfo *info = NULL;
    LONG modes = -1;

    expect(ITLegacyCallMediaControl2_QueryInterface(sends, ID(IID_ITCallInfo), (void **)&info), S_OK,
           "ITCallInfo");
    expect(ITCallInfo_get_CallInfoLong(info, CIL_MONITORDIGITMODES, &modes), S_OK, "the modes");
    expect((HRESULT)modes, (HRESULT)wanted, "CIL_MONITORDIGITMODES");
    ITCallInfo_Release(info);
}

static void arguments(void)
{
    call_up();
    connect_up();
    expect(ITLegacyCallMediaControl2_DetectDigits(sends, LINEDIGITMODE_PULSE), TAPI_E_INVALMODE,
           "no pulses");
    expect(ITLegacyCallMediaControl2_DetectDigits(sends, 8), TAPI_E_INVALMODE, "no such mode");
    expect(ITLegacyCallMediaControl2_DetectDigits(sends, DTMF | DTMFEND), S_OK, "both");
    modes_are(DTMF | DTMFEND);
    expect(ITLegacyCallMediaControl2_DetectDigits(sends, 0), S_OK, "none");
    modes_are(0);
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, B("1"), LINEDIGITMODE_PULSE),
           TAPI_E_INVALMODE, "pulses are not sent");
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, B("1"), DTMF | DTMFEND),
           TAPI_E_INVALMODE, "nor two modes");
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, B("1"), 0), TAPI_E_INVALMODE, "nor none");
    expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, B("1"), DTMF, -1), E_INVALIDARG,
           "a negative duration");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, -1, NULL, 0, 0), E_INVALIDARG,
           "a negative number");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 0x10000, NULL, 0, 0), E_INVALIDARG,
           "too many");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, 0, 1, NULL, 0, 0), TAPI_E_INVALMODE,
           "no mode");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, LINEDIGITMODE_PULSE, 1, NULL, 0, 0),
           TAPI_E_INVALMODE, "pulses");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 1, B("x"), 0, 0),
           TAPI_E_INVALDIGITS, "no digit");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 1, NULL, -1, 0),
           TAPI_E_INVALTIMEOUT, "a negative time");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 1, NULL, 0, -1),
           TAPI_E_INVALTIMEOUT, "a negative time");
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, 1, 0), E_INVALIDARG, "no ready-made tone");
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, TTM_BEEP, -1), E_INVALIDARG,
           "a negative duration");
    expect(ITLegacyCallMediaControl2_GenerateCustomTones(sends, NULL, 1, 20), E_POINTER, "NULL");
    expect(ITLegacyCallMediaControl2_GenerateCustomTones(sends, NULL, 0, 20), TAPI_E_INVALTONE,
           "no tone");
    expect(ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(sends, NULL, 20), E_POINTER,
           "NULL");
    expect(ITLegacyCallMediaControl2_SetMediaType(sends, TAPIMEDIATYPE_AUDIO), S_OK,
           "SetMediaType");
    expect(ITLegacyCallMediaControl2_SetMediaType(sends, TAPIMEDIATYPE_VIDEO), E_INVALIDARG,
           "video");
    expect(ITLegacyCallMediaControl2_SetMediaType(sends, 0), E_INVALIDARG, "nothing");
    expect(ITLegacyCallMediaControl2_MonitorMedia(sends, TAPIMEDIATYPE_AUDIO), S_OK,
           "MonitorMedia");
    expect(ITLegacyCallMediaControl2_MonitorMedia(sends, 0), S_OK, "no more");
    expect(ITLegacyCallMediaControl2_MonitorMedia(sends, 0x40), E_INVALIDARG, "no media type");
    check(client_count(&client, TE_GENERATEEVENT, ANY_CALL, ANY) == 0 &&
              client_count(&client, TE_GATHERDIGITS, ANY_CALL, ANY) == 0,
          "nothing was begun");
    hang_up();
    let_go();
}

/* ---- Digits ---- */

static void digits(void)
{
    char found[32];
    Seen seen;

    call_up();
    connect_up();
    expect(ITLegacyCallMediaControl2_DetectDigits(hears, DTMF | DTMFEND), S_OK, "DetectDigits");
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, B("1x2 *#aD"), DTMF), S_OK,
           "GenerateDigits");
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == DONE, "they are sent");
    check(wait_for(12, TE_DIGITEVENT, in, NULL), "they are heard, twice each");
    told(in, DTMF, found, sizeof found);
    check(strcmp(found, "12*#AD") == 0, "when pressed: %s", found);
    told(in, DTMFEND, found, sizeof found);
    check(strcmp(found, "12*#AD") == 0, "when let go: %s", found);
    check(client_count(&client, TE_DIGITEVENT, out, ANY) == 0, "by the other side only");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_DetectDigits(hears, 0), S_OK, "no more");
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, B("?"), DTMF), S_OK, "nothing to send");
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == DONE, "is sent at once");
    client_forget(&client);

    expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, B("123456789"), DTMF, 8000), S_OK,
           "long ones");
    expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, B("7"), DTMF, 1), S_OK,
           "another takes their place");
    check(wait_for(2, TE_GENERATEEVENT, out, &seen) && seen.what == CANCEL,
          "the first were given up");
    check(client_count(&client, TE_GENERATEEVENT, out, DONE) == 1, "the second were sent");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, B("123456789"), DTMF, 8000), S_OK,
           "long ones again");
    expect(ITLegacyCallMediaControl2_GenerateDigits(sends, NULL, DTMF), S_OK, "NULL gives them up");
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == CANCEL, "that is told");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, B("123456789"), DTMF, 8000), S_OK,
           "and again");
    hang_up();
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == CANCEL,
          "the end of the call gives them up");
    let_go();
}

/* ---- Gathering ---- */

static void gather(const char *what, LONG count, const OLECHAR *ends, LONG first, LONG inter,
                   const OLECHAR *sent, LONG how, const char *wanted)
{
    Seen seen;
    int good;

    memset(&seen, 0, sizeof seen);
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, count,
                                                  ends != NULL ? test_bstr(ends) : NULL, first,
                                                  inter),
           S_OK, "GatherDigits, %s", what);
    if (sent != NULL) {
        expect(ITLegacyCallMediaControl2_GenerateDigits2(sends, test_bstr(sent), DTMF, 40), S_OK,
               "they are sent");
    }
    good = wait_for(1, TE_GATHERDIGITS, in, &seen) && seen.what == how &&
           strcmp(seen.digits, wanted) == 0 && seen.instance == 7;
    check(good, "%s: %d, \"%s\"", what, (int)seen.what, seen.digits);
}

static void gatherings(void)
{
    Seen seen;

    call_up();
    connect_up();
    gather("as many as wanted", 3, NULL, 20000, 20000, OLESTR("123"), TGT_BUFFERFULL, "123");
    gather("one that ends it", 9, OLESTR("#*"), 20000, 20000, OLESTR("45#"), TGT_TERMDIGIT, "45#");
    gather("too late for the first", 3, NULL, 60, 0, NULL, TGT_FIRSTTIMEOUT, "");
    gather("too late for the next", 3, NULL, 20000, 300, OLESTR("7"), TGT_INTERTIMEOUT, "7");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMFEND, 3, NULL, 0, 0), S_OK,
           "without times");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 3, B(""), 0, 0), S_OK,
           "another takes its place");
    check(wait_for(1, TE_GATHERDIGITS, in, &seen) && seen.what == TGT_CANCEL, "which ends the first");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 0, NULL, 0, 0), S_OK,
           "nothing ends it");
    check(wait_for(1, TE_GATHERDIGITS, in, &seen) && seen.what == TGT_CANCEL, "that is told");
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 0, NULL, 0, 0), S_OK,
           "nothing ends nothing");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GatherDigits(hears, DTMF, 3, NULL, 0, 0), S_OK, "once more");
    hang_up();
    check(wait_for(1, TE_GATHERDIGITS, in, &seen) && seen.what == TGT_CANCEL,
          "the end of the call ends it");
    let_go();
}

/* ---- Tones ---- */

static ITCollection2 *empty_collection(void)
{
    ITTAPI2 *tapi2 = (ITTAPI2 *)query(client.tapi, ID(IID_ITTAPI2));
    ITCollection2 *collection = NULL;

    ITTAPI2_CreateEmptyCollectionObject(tapi2, &collection);
    ITTAPI2_Release(tapi2);
    return collection;
}

static void add(ITCollection2 *collection, void *object)
{
    VARIANT item;

    VariantInit(&item);
    item.vt = VT_DISPATCH;
    item.pdispVal = (IDispatch *)object;
    expect(ITCollection2_Add(collection, 1, &item), S_OK, "Add");
}

static void tone_objects(void)
{
    ITDetectTone *detect = NULL;
    ITCustomTone *custom = NULL;
    LONG number = -1;

    call_up();
    expect(ITLegacyCallMediaControl2_CreateDetectToneObject(sends, &detect), S_OK,
           "CreateDetectToneObject");
    expect(ITLegacyCallMediaControl2_CreateDetectToneObject(sends, NULL), E_POINTER, "NULL");
    expect(ITDetectTone_get_Frequency(detect, 1, &number), S_OK, "the first frequency");
    check(number == 0, "0");
    expect(ITDetectTone_put_Frequency(detect, 3, 440), S_OK, "the third");
    expect(ITDetectTone_get_Frequency(detect, 3, &number), S_OK, "is read back");
    check(number == 440, "440");
    expect(ITDetectTone_put_Frequency(detect, 0, 440), E_INVALIDARG, "no such one");
    expect(ITDetectTone_get_Frequency(detect, 4, &number), E_INVALIDARG, "nor such one");
    expect(ITDetectTone_put_AppSpecific(detect, -7), S_OK, "put_AppSpecific");
    expect(ITDetectTone_get_AppSpecific(detect, &number), S_OK, "get_AppSpecific");
    check(number == -7, "-7");
    expect(ITDetectTone_put_Duration(detect, 100), S_OK, "put_Duration");
    expect(ITDetectTone_get_Duration(detect, &number), S_OK, "get_Duration");
    check(number == 100, "100");
    ITDetectTone_Release(detect);
    expect(ITLegacyCallMediaControl2_CreateCustomToneObject(sends, &custom), S_OK,
           "CreateCustomToneObject");
    expect(ITLegacyCallMediaControl2_CreateCustomToneObject(sends, NULL), E_POINTER, "NULL");
    expect(ITCustomTone_put_Frequency(custom, 700), S_OK, "put_Frequency");
    expect(ITCustomTone_put_CadenceOn(custom, 500), S_OK, "put_CadenceOn");
    expect(ITCustomTone_put_CadenceOff(custom, 5), S_OK, "put_CadenceOff");
    expect(ITCustomTone_put_Volume(custom, 0xFFFF), S_OK, "put_Volume");
    ITCustomTone_get_Frequency(custom, &number);
    check(number == 700, "700");
    ITCustomTone_get_CadenceOn(custom, &number);
    check(number == 500, "500");
    ITCustomTone_get_CadenceOff(custom, &number);
    check(number == 5, "5");
    ITCustomTone_get_Volume(custom, &number);
    check(number == 0xFFFF, "0xFFFF");
    ITCustomTone_Release(custom);
    ITLegacyCallMediaControl2_Release(sends);
    ITBasicCallControl_Release(out);
}

static void tones(void)
{
    TAPI_CUSTOMTONE tone = { 700, 500, 0, 0xFFFF };
    TAPI_CUSTOMTONE many[5] = { { 700, 500, 0, 0xFFFF } };
    TAPI_DETECTTONE sought = { 5, 60, 700, 0, 0 };
    TAPI_DETECTTONE too_high = { 5, 60, 9000, 0, 0 };
    ITCollection2 *collection = empty_collection();
    ITCustomTone *custom = NULL;
    ITDetectTone *detect = NULL;
    Seen seen;

    call_up();
    connect_up();
    expect(ITLegacyCallMediaControl2_DetectTones(hears, &too_high, 1), TAPI_E_INVALTONE,
           "a tone that no telephone carries");
    expect(ITLegacyCallMediaControl2_DetectTones(hears, NULL, 2), E_POINTER, "NULL");
    expect(ITLegacyCallMediaControl2_DetectTones(hears, &sought, 1), S_OK, "DetectTones");
    expect(ITLegacyCallMediaControl2_GenerateCustomTones(sends, &tone, 1, 300), S_OK,
           "GenerateCustomTones");
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == DONE, "it is sent");
    check(wait_for(1, TE_TONEEVENT, in, &seen) && seen.what == 5, "and heard");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_DetectTones(hears, NULL, 0), S_OK, "no more");
    expect(ITLegacyCallMediaControl2_DetectTonesByCollection(hears, NULL), S_OK, "nor so");
    expect(ITLegacyCallMediaControl2_DetectTonesByCollection(hears, collection), S_OK,
           "the empty collection");
    many[1] = many[2] = many[3] = many[4] = tone;
    expect(ITLegacyCallMediaControl2_GenerateCustomTones(sends, many, 5, 20), TAPI_E_INVALTONE,
           "too many at once");
    tone.dwVolume = 0x10000;
    expect(ITLegacyCallMediaControl2_GenerateCustomTones(sends, &tone, 1, 20), TAPI_E_INVALTONE,
           "too loud");
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, TTM_BEEP, 40), S_OK, "a beep");
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == DONE, "is sent");
    check(client_count(&client, TE_TONEEVENT, in, ANY) == 0, "nobody listens for it");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, TTM_RINGBACK, 0), S_OK, "without end");
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, TTM_BUSY, 20), S_OK, "another");
    check(wait_for(2, TE_GENERATEEVENT, out, &seen) && seen.what == CANCEL,
          "takes the place of the first");
    client_forget(&client);
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, TTM_BILLING, 0), S_OK, "billing");
    expect(ITLegacyCallMediaControl2_GenerateTone(sends, 0, 0), S_OK, "0 gives it up");
    check(wait_for(1, TE_GENERATEEVENT, out, &seen) && seen.what == CANCEL, "that is told");
    client_forget(&client);

    ITLegacyCallMediaControl2_CreateDetectToneObject(hears, &detect);
    ITDetectTone_put_Frequency(detect, 1, 900);
    ITDetectTone_put_Duration(detect, 60);
    ITDetectTone_put_AppSpecific(detect, 6);
    add(collection, detect);
    expect(ITLegacyCallMediaControl2_DetectTonesByCollection(hears, collection), S_OK,
           "DetectTonesByCollection");
    expect(ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(sends, collection, 20),
           TAPI_E_INVALTONE, "a tone of the other kind");
    ITCollection2_Remove(collection, 1);
    ITLegacyCallMediaControl2_CreateCustomToneObject(sends, &custom);
    ITCustomTone_put_Frequency(custom, 900);
    ITCustomTone_put_CadenceOn(custom, 1000);
    ITCustomTone_put_Volume(custom, 0xFFFF);
    add(collection, custom);
    expect(ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(sends, collection, 300), S_OK,
           "GenerateCustomTonesByCollection");
    check(wait_for(1, TE_TONEEVENT, in, &seen) && seen.what == 6, "is heard");
    ITCustomTone_Release(custom);
    ITDetectTone_Release(detect);
    ITCollection2_Release(collection);
    hang_up();
    let_go();
}

/* ---- Devices ---- */

static void devices(void)
{
    ITLegacyWaveSupport *wave;
    ITLegacyAddressMediaControl2 *address =
        (ITLegacyAddressMediaControl2 *)query(line1, ID(IID_ITLegacyAddressMediaControl2));
    ITAddressCapabilities *caps =
        (ITAddressCapabilities *)query(line1, ID(IID_ITAddressCapabilities));
    FULLDUPLEX_SUPPORT duplex = FDS_UNKNOWN;
    BYTE *bytes = NULL;
    DWORD size = 0;
    VARIANT value;
    LONG number = 0;

    call_up();
    wave = (ITLegacyWaveSupport *)query(out, ID(IID_ITLegacyWaveSupport));
    expect(ITLegacyWaveSupport_IsFullDuplex(wave, &duplex), S_OK, "IsFullDuplex");
    check(duplex == FDS_SUPPORTED, "yes");
    ITLegacyWaveSupport_Release(wave);
    ITAddressCapabilities_get_AddressCapability(caps, AC_LINEID, &number);
    expect(ITLegacyCallMediaControl2_GetID(sends, B("tapi/line"), &size, &bytes), S_OK, "GetID");
    check(size == 4 && memcmp(bytes, &number, 4) == 0, "the line");
    CoTaskMemFree(bytes);
    expect(ITLegacyCallMediaControl2_GetID(sends, B("wave/in"), &size, &bytes), TAPI_E_NODEVICE,
           "no wave device");
    check(size == 0 && bytes == NULL, "nothing");
    expect(ITLegacyCallMediaControl2_GetID(sends, B("toaster"), &size, &bytes),
           TAPI_E_INVALDEVICECLASS, "no class");
    expect(ITLegacyCallMediaControl2_GetID(sends, NULL, &size, &bytes), E_POINTER, "NULL");
    expect(ITLegacyCallMediaControl2_GetIDAsVariant(sends, B("TAPI/Line"), &value), S_OK,
           "GetIDAsVariant");
    check(value.vt == (VT_ARRAY | VT_UI1), "bytes");
    VariantClear(&value);
    expect(ITLegacyAddressMediaControl2_GetID(address, B("tapi/line"), &size, &bytes), S_OK,
           "GetID of the address");
    check(size == 4 && memcmp(bytes, &number, 4) == 0, "the same");
    CoTaskMemFree(bytes);
    expect(ITLegacyAddressMediaControl2_GetDevConfig(address, B("tapi/line"), &size, &bytes),
           TAPI_E_NOTSUPPORTED, "GetDevConfig");
    expect(ITLegacyAddressMediaControl2_SetDevConfig(address, B("wave/out"), 0, NULL),
           TAPI_E_NODEVICE, "SetDevConfig");
    expect(ITLegacyAddressMediaControl2_ConfigDialog(address, NULL, B("tapi/line")),
           TAPI_E_NOTSUPPORTED, "ConfigDialog");
    expect(ITLegacyAddressMediaControl2_ConfigDialogEdit(address, NULL, B("x"), 0, NULL, &size,
                                                         &bytes),
           TAPI_E_INVALDEVICECLASS, "ConfigDialogEdit");
    ITAddressCapabilities_get_AddressCapability(caps, AC_MONITORDIGITSUPPORT, &number);
    check(number == (DTMF | DTMFEND), "what can be detected");
    ITAddressCapabilities_get_AddressCapability(caps, AC_GENERATEDIGITSUPPORT, &number);
    check(number == DTMF, "what can be sent");
    ITAddressCapabilities_get_AddressCapability(caps, AC_GENERATETONEMODES, &number);
    check((number & TTM_BEEP) != 0, "a beep is one of the tones");
    ITAddressCapabilities_Release(caps);
    ITLegacyAddressMediaControl2_Release(address);
    ITLegacyCallMediaControl2_Release(sends);
    ITBasicCallControl_Release(out);
}

int main(void)
{
    LONG token;

    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    token = client_register(&client, line2, 0, 1, 7);
    states();
    arguments();
    digits();
    gatherings();
    tone_objects();
    tones();
    devices();
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
