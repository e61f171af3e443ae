/*
 * Microphones and loudspeakers as static terminals, with the silent pair of `[sound]`: how a program
 * finds them, what they tell, and a call that has them, as Microsoft's samples do it.
 */
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITTerminalSupport *support;

static ITTerminal *device_of(TERMINAL_DIRECTION direction)
{
    ITTerminal *terminal = NULL;

    expect(ITTerminalSupport_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_AUDIO, direction,
                                                      &terminal),
           S_OK, "GetDefaultStaticTerminal");
    return terminal;
}

static int is_class(ITTerminal *terminal, const char *wanted)
{
    BSTR text = NULL;

    expect(ITTerminal_get_TerminalClass(terminal, &text), S_OK, "get_TerminalClass");
    return text_is(text, wanted);
}

static void list(void)
{
    IEnumTerminal *all = NULL, *again = NULL;
    ITTerminal *found[3] = { NULL, NULL, NULL }, *same[2] = { NULL, NULL }, *none = NULL;
    ITCollection *collection;
    VARIANT value;
    ULONG count = 0;
    LONG number = 0;
    BSTR name = NULL;

    expect(ITTerminalSupport_EnumerateStaticTerminals(support, &all), S_OK,
           "EnumerateStaticTerminals");
    expect(IEnumTerminal_Next(all, 3, found, &count), S_FALSE, "there are fewer than three");
    check(count == 2, "a microphone and a loudspeaker");
    check(is_class(found[0], MICROPHONE_CLASS), "MicrophoneTerminal");
    check(is_class(found[1], SPEAKERS_CLASS), "SpeakersTerminal");
    expect(ITTerminal_get_Name(found[0], &name), S_OK, "get_Name");
    check(text_is(name, "Silent microphone"), "its name");
    ITTerminalSupport_EnumerateStaticTerminals(support, &again);
    IEnumTerminal_Next(again, 2, same, &count);
    check(same[0] == found[0] && same[1] == found[1], "the same objects each time");
    expect(ITTerminalSupport_get_StaticTerminals(support, &value), S_OK, "get_StaticTerminals");
    collection = (ITCollection *)query(value.pdispVal, ID(IID_ITCollection));
    ITCollection_get_Count(collection, &number);
    check(number == 2, "two");
    expect(ITTerminalSupport_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_VIDEO, TD_CAPTURE,
                                                      &none),
           TAPI_E_NOITEMS, "no camera");
    check(none == NULL, "and NULL");
    expect(ITTerminalSupport_GetDefaultStaticTerminal(support, TAPIMEDIATYPE_AUDIO,
                                                      TD_BIDIRECTIONAL, &none),
           E_INVALIDARG, "one direction");
    ITCollection_Release(collection);
    VariantClear(&value);
    ITTerminal_Release(found[0]);
    ITTerminal_Release(found[1]);
    ITTerminal_Release(same[0]);
    ITTerminal_Release(same[1]);
    IEnumTerminal_Release(all);
    IEnumTerminal_Release(again);
}

static void facts(TERMINAL_DIRECTION direction)
{
    ITTerminal *terminal = device_of(direction);
    ITBasicAudioTerminal *audio =
        (ITBasicAudioTerminal *)query(terminal, ID(IID_ITBasicAudioTerminal));
    ITStaticAudioTerminal *number =
        (ITStaticAudioTerminal *)query(terminal, ID(IID_ITStaticAudioTerminal));
    TERMINAL_DIRECTION told = TD_NONE;
    TERMINAL_TYPE type = TT_DYNAMIC;
    TERMINAL_STATE state = TS_INUSE;
    LONG value = -1;

    expect(ITTerminal_get_Direction(terminal, &told), S_OK, "get_Direction");
    check(told == direction, "its direction");
    expect(ITTerminal_get_TerminalType(terminal, &type), S_OK, "get_TerminalType");
    check(type == TT_STATIC, "a static terminal");
    expect(ITTerminal_get_State(terminal, &state), S_OK, "get_State");
    check(state == TS_NOTINUSE, "not in use");
    expect(ITTerminal_get_MediaType(terminal, &value), S_OK, "get_MediaType");
    check(value == TAPIMEDIATYPE_AUDIO, "audio");
    expect(ITBasicAudioTerminal_get_Volume(audio, &value), S_OK, "get_Volume");
    check(value == 0xFFFF, "full at first");
    expect(ITBasicAudioTerminal_put_Volume(audio, 0x8000), S_OK, "put_Volume, not selected");
    ITBasicAudioTerminal_get_Volume(audio, &value);
    check(value == 0x8000, "it is kept");
    expect(ITBasicAudioTerminal_put_Volume(audio, -1), E_INVALIDARG, "too little");
    expect(ITBasicAudioTerminal_put_Volume(audio, 0x10000), E_INVALIDARG, "too much");
    expect(ITBasicAudioTerminal_get_Volume(audio, NULL), E_POINTER, "NULL");
    expect(ITBasicAudioTerminal_put_Balance(audio, 0), E_NOTIMPL, "one channel has no balance");
    expect(ITBasicAudioTerminal_get_Balance(audio, &value), E_NOTIMPL, "one channel has no balance");
    expect(ITStaticAudioTerminal_get_WaveId(number, &value), S_OK, "get_WaveId");
    check(value == 0, "the first");
    expect(ITStaticAudioTerminal_get_WaveId(number, NULL), E_POINTER, "NULL");
    expect(ITBasicAudioTerminal_put_Volume(audio, 0xFFFF), S_OK, "full again");
    ITStaticAudioTerminal_Release(number);
    ITBasicAudioTerminal_Release(audio);
    ITTerminal_Release(terminal);
}

/* As t3in and t3out do it: the default device for every stream of the call, then Connect. */
static ITBasicCallControl *call_with_devices(void)
{
    ITBasicCallControl *call = new_call(line1, OLESTR("1001"));
    ITStreamControl *control = (ITStreamControl *)query(call, ID(IID_ITStreamControl));
    IEnumStream *streams = NULL;
    ITStream *stream = NULL;
    int selected = 0;

    ITStreamControl_EnumerateStreams(control, &streams);
    while (IEnumStream_Next(streams, 1, &stream, NULL) == S_OK) {
        TERMINAL_DIRECTION direction = TD_NONE;
        ITTerminal *terminal;
        ITStream_get_Direction(stream, &direction);
        terminal = device_of(direction);
        expect(ITStream_SelectTerminal(stream, terminal), S_OK, "SelectTerminal");
        selected++;
        ITTerminal_Release(terminal);
        ITStream_Release(stream);
    }
    check(selected == 2, "both streams have a device");
    IEnumStream_Release(streams);
    ITStreamControl_Release(control);
    expect(ITBasicCallControl_Connect(call, VARIANT_TRUE), S_OK, "Connect");
    return call;
}

static void calls(void)
{
    ITBasicCallControl *first = call_with_devices(), *second;
    ITBasicCallControl2 *first2 =
        (ITBasicCallControl2 *)query(first, ID(IID_ITBasicCallControl2));
    ITTerminal *speakers = device_of(TD_RENDER), *asked = NULL;
    TERMINAL_STATE state = TS_NOTINUSE;

    ITTerminal_get_State(speakers, &state);
    check(state == TS_INUSE, "in use");
    expect(ITBasicCallControl2_SelectTerminalOnCall(first2, speakers), TAPI_E_INVALIDTERMINAL,
           "it is there already");
    second = call_with_devices();
    expect(ITBasicCallControl_Disconnect(second, DC_NORMAL), S_OK, "Disconnect");
    ITTerminal_get_State(speakers, &state);
    check(state == TS_INUSE, "the first call has it still");
    expect(ITBasicCallControl2_RequestTerminal(first2, B(SPEAKERS_CLASS), TAPIMEDIATYPE_AUDIO,
                                               TD_RENDER, &asked),
           S_OK, "RequestTerminal finds it");
    check(asked == speakers, "the same");
    ITTerminal_Release(asked);
    expect(ITBasicCallControl2_RequestTerminal(first2, B(SPEAKERS_CLASS), TAPIMEDIATYPE_AUDIO,
                                               TD_CAPTURE, &asked),
           TAPI_E_INVALIDTERMINALCLASS, "not in the other direction");
    expect(ITTerminalSupport_CreateTerminal(support, B(SPEAKERS_CLASS), TAPIMEDIATYPE_AUDIO,
                                            TD_RENDER, &asked),
           TAPI_E_INVALIDTERMINALCLASS, "a device is not made");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(first2, speakers), S_OK, "off the stream");
    ITTerminal_get_State(speakers, &state);
    check(state == TS_NOTINUSE, "not in use any more");
    expect(ITBasicCallControl_Disconnect(first, DC_NORMAL), S_OK, "Disconnect");
    ITTerminal_Release(speakers);
    ITBasicCallControl2_Release(first2);
    ITBasicCallControl_Release(second);
    ITBasicCallControl_Release(first);
}

int main(void)
{
    tests_begin(280);
    configure("[sound]\ndevices = \"silent\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    support = (ITTerminalSupport *)query(line1, ID(IID_ITTerminalSupport));
    list();
    facts(TD_CAPTURE);
    facts(TD_RENDER);
    calls();
    ITTerminalSupport_Release(support);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
