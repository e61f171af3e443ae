/*
 * Streams and terminals as a program meets them: which interfaces a call has, every result code of
 * what puts terminals on streams, and the same by name, as Visual Basic does it.
 */
#include "sound.h"

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002 */

/* An idle call of the first line, and what it has of sound. */
static ITBasicCallControl *call;
static ITBasicCallControl2 *call2;
static ITStreamControl *control;
static ITStream *capture;
static ITStream *render;

static void make_call(void)
{
    IEnumStream *streams = NULL;
    ULONG count = 0;
    ITStream *both[2] = { NULL, NULL };

    call = new_call(line1, OLESTR("2002"));
    call2 = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    control = (ITStreamControl *)query(call, ID(IID_ITStreamControl));
    ITStreamControl_EnumerateStreams(control, &streams);
    IEnumStream_Next(streams, 2, both, &count);
    IEnumStream_Release(streams);
    if (count != 2) {
        bail_out("no streams");
    }
    capture = both[0];
    render = both[1];
}

static void drop_call(void)
{
    ITStream_Release(render);
    ITStream_Release(capture);
    ITStreamControl_Release(control);
    ITBasicCallControl2_Release(call2);
    ITBasicCallControl_Release(call);
}

/* ---- One object ---- */

static void one_object(void)
{
    ULONG before;
    ITStreamControl *again;
    ITBasicCallControl *back;
    ITLegacyCallMediaControl2 *legacy;
    ISupportErrorInfo *support;
    IUnknown *unknown, *same;
    void *none = call;

    call = new_call(line1, OLESTR("2002"));
    before = references_of(call);
    control = (ITStreamControl *)query(call, ID(IID_ITStreamControl));
    check(references_of(call) == before + 1 && references_of(control) == before + 1,
          "the streams' interface counts with the call");
    again = (ITStreamControl *)query(call, ID(IID_ITStreamControl));
    check(again == control, "it is one pointer");
    back = (ITBasicCallControl *)query(control, ID(IID_ITBasicCallControl));
    check(back == call, "and leads back to the call");
    unknown = (IUnknown *)query(call, ID(IID_IUnknown));
    same = (IUnknown *)query(control, ID(IID_IUnknown));
    check(unknown == same, "they are one object");
    IUnknown_Release(unknown);
    unknown = (IUnknown *)query(call, ID(IID_IDispatch));
    IUnknown_Release(same);
    same = (IUnknown *)query(control, ID(IID_IDispatch));
    check(unknown == same, "with one IDispatch");
    legacy = (ITLegacyCallMediaControl2 *)query(control, ID(IID_ITLegacyCallMediaControl2));
    check((void *)query(call, ID(IID_ITLegacyCallMediaControl)) == (void *)legacy,
          "digits have one pointer, too");
    support = (ISupportErrorInfo *)query(control, ID(IID_ISupportErrorInfo));
    expect(ISupportErrorInfo_InterfaceSupportsErrorInfo(support, ID(IID_ITStreamControl)), S_OK,
           "the streams' interface leaves error infos");
    expect(ITStreamControl_QueryInterface(control, ID(IID_ITStream), &none), E_NOINTERFACE,
           "ITStream of a call");
    check(none == NULL, "NULL");
    ISupportErrorInfo_Release(support);
    ITLegacyCallMediaControl2_Release(legacy);
    ITLegacyCallMediaControl2_Release(legacy);
    IUnknown_Release(unknown);
    IUnknown_Release(same);
    ITBasicCallControl_Release(back);
    ITStreamControl_Release(again);
    /* The last reference may be to any of its interfaces. */
    check(ITBasicCallControl_Release(call) == 1, "one reference is left");
    check(ITStreamControl_Release(control) == 0, "the last one ends the object");
}

/* ---- Streams ---- */

static void streams(void)
{
    IEnumStream *list = NULL;
    ITStream *first = NULL, *other = NULL;
    ITStreamControl *foreign_control;
    ITBasicCallControl *foreign_call;
    IEnumStream *foreign = NULL;
    TERMINAL_DIRECTION direction = TD_NONE;
    VARIANT value, item;
    ITCollection *collection;
    LONG number = 0;
    BSTR name = NULL;
    void *none = call;

    make_call();
    ITStream_get_Direction(capture, &direction);
    ITStream_get_MediaType(capture, &number);
    check(direction == TD_CAPTURE && number == TAPIMEDIATYPE_AUDIO, "the first goes out");
    ITStream_get_Direction(render, &direction);
    ITStream_get_MediaType(render, &number);
    check(direction == TD_RENDER && number == TAPIMEDIATYPE_AUDIO, "the second comes in");
    expect(ITStream_get_Name(render, &name), S_OK, "get_Name");
    check(SysStringLen(name) > 0, "it has a name");
    SysFreeString(name);
    expect(ITStream_get_Name(render, NULL), E_POINTER, "get_Name, NULL");
    expect(ITStream_QueryInterface(render, ID(IID_ITSubStreamControl), &none), E_NOINTERFACE,
           "no substreams");

    expect(ITStreamControl_EnumerateStreams(control, &list), S_OK, "EnumerateStreams");
    expect(IEnumStream_Next(list, 1, &first, NULL), S_OK, "the first");
    check(first == capture, "a stream is one object");
    ITStream_Release(first);
    IEnumStream_Release(list);
    expect(ITStreamControl_EnumerateStreams(control, NULL), E_POINTER, "EnumerateStreams, NULL");
    expect(ITStreamControl_get_Streams(control, &value), S_OK, "get_Streams");
    collection = (ITCollection *)query(value.pdispVal, ID(IID_ITCollection));
    expect(ITCollection_get_Count(collection, &number), S_OK, "how many");
    check(number == 2, "two");
    expect(ITCollection_get_Item(collection, 2, &item), S_OK, "the second");
    other = (ITStream *)query(item.pdispVal, ID(IID_ITStream));
    check(other == render, "the same object");
    ITStream_Release(other);
    VariantClear(&item);
    ITCollection_Release(collection);
    VariantClear(&value);

    first = capture;
    expect(ITStreamControl_CreateStream(control, TAPIMEDIATYPE_AUDIO, TD_RENDER, &first),
           TAPI_E_MAXSTREAMS, "a third stream");
    check(first == NULL, "NULL");
    expect(ITStreamControl_CreateStream(control, TAPIMEDIATYPE_VIDEO, TD_RENDER, &first),
           TAPI_E_INVALIDMEDIATYPE, "video");
    expect(ITStreamControl_CreateStream(control, TAPIMEDIATYPE_AUDIO, TD_BIDIRECTIONAL, &first),
           TAPI_E_INVALIDDIRECTION, "both ways");
    expect(ITStreamControl_CreateStream(control, TAPIMEDIATYPE_AUDIO, TD_RENDER, NULL), E_POINTER,
           "NULL");
    foreign_call = new_call(line2, OLESTR("2001"));
    foreign_control = (ITStreamControl *)query(foreign_call, ID(IID_ITStreamControl));
    ITStreamControl_EnumerateStreams(foreign_control, &foreign);
    IEnumStream_Next(foreign, 1, &other, NULL);
    expect(ITStreamControl_RemoveStream(control, NULL), E_POINTER, "RemoveStream, NULL");
    expect(ITStreamControl_RemoveStream(control, other), E_INVALIDARG, "another call's");
    expect(ITStreamControl_RemoveStream(control, render), TAPI_E_NOTSUPPORTED, "its own");
    IEnumStream_Release(foreign);
    ITStreamControl_Release(foreign_control);
    ITBasicCallControl_Release(foreign_call);
    expect(ITStream_StartStream(other), E_UNEXPECTED, "a stream whose call is gone");
    expect(ITStream_EnumerateTerminals(other, (IEnumTerminal **)&none), E_UNEXPECTED,
           "it has no terminals");
    expect(ITStream_get_Direction(other, &direction), S_OK, "but a direction");
    ITStream_Release(other);

    expect(ITStream_StopStream(render), S_OK, "StopStream without a terminal");
    expect(ITStream_PauseStream(render), S_OK, "PauseStream");
    expect(ITStream_StartStream(render), S_OK, "StartStream");
    expect(ITStream_StartStream(render), S_OK, "and once more");
    drop_call();
}

/* ---- Terminals on streams ---- */

static ULONG terminals_on(ITStream *stream, ITTerminal **first)
{
    IEnumTerminal *list = NULL;
    ITTerminal *terminal = NULL;
    ULONG count = 0;

    expect(ITStream_EnumerateTerminals(stream, &list), S_OK, "EnumerateTerminals");
    while (IEnumTerminal_Next(list, 1, &terminal, NULL) == S_OK) {
        if (count++ == 0 && first != NULL) {
            *first = terminal; /* to be compared only */
        }
        ITTerminal_Release(terminal);
    }
    IEnumTerminal_Release(list);
    return count;
}

static ITTerminal *track_of(ITTerminal *file, TERMINAL_DIRECTION direction)
{
    ITMultiTrackTerminal *tracks =
        (ITMultiTrackTerminal *)query(file, ID(IID_ITMultiTrackTerminal));
    ITTerminal *track = NULL;

    expect(ITMultiTrackTerminal_CreateTrackTerminal(tracks, TAPIMEDIATYPE_AUDIO, direction, &track),
           S_OK, "CreateTrackTerminal");
    ITMultiTrackTerminal_Release(tracks);
    return track;
}

static void on_streams(void)
{
    ITTerminal *recorder, *player, *track, *other, *first = NULL;
    ITTerminal *many[8];
    TERMINAL_STATE state = TS_INUSE;
    size_t i;

    make_call();
    recorder = recorder_of(call2, sound_path("streams.wav"));
    player = request(call2, PLAYER_CLASS, TAPIMEDIATYPE_MULTITRACK, TD_CAPTURE);
    expect(ITStream_SelectTerminal(render, NULL), E_POINTER, "SelectTerminal, NULL");
    expect(ITStream_SelectTerminal(render, recorder), TAPI_E_INVALIDTERMINAL,
           "a file is not for a stream");
    expect(ITStream_SelectTerminal(render, (ITTerminal *)(void *)line1), TAPI_E_INVALIDTERMINAL,
           "nor an address");
    track = track_of(recorder, TD_RENDER);
    expect(ITStream_SelectTerminal(capture, track), TAPI_E_INVALIDTERMINAL, "the wrong direction");
    expect(ITStream_UnselectTerminal(render, track), TAPI_E_INVALIDTERMINAL, "it is not there");
    expect(ITStream_UnselectTerminal(render, recorder), TAPI_E_INVALIDTERMINAL, "nor the file");
    expect(ITStream_UnselectTerminal(render, NULL), E_POINTER, "UnselectTerminal, NULL");
    expect(ITTerminal_get_State(track, &state), S_OK, "get_State");
    check(state == TS_NOTINUSE, "not in use");
    expect(ITStream_SelectTerminal(render, track), S_OK, "the right one");
    expect(ITStream_SelectTerminal(render, track), TAPI_E_INVALIDTERMINAL, "only once");
    ITTerminal_get_State(track, &state);
    check(state == TS_INUSE, "in use");
    check(terminals_on(render, &first) == 1 && first == track, "it is listed");
    check(terminals_on(capture, NULL) == 0, "on its stream only");

    /* The file is on this call, so it cannot be on another. */
    other = (ITTerminal *)new_call(line2, OLESTR("2001"));
    {
        ITBasicCallControl2 *other2 =
            (ITBasicCallControl2 *)query(other, ID(IID_ITBasicCallControl2));
        expect(ITBasicCallControl2_SelectTerminalOnCall(other2, recorder), TAPI_E_TERMINALINUSE,
               "a file on two calls");
        expect(ITBasicCallControl2_UnselectTerminalOnCall(other2, recorder),
               TAPI_E_INVALIDTERMINAL, "it is not on the other");
        ITBasicCallControl2_Release(other2);
    }
    ITTerminal_Release(other);

    /* Seven more fit on the stream. */
    for (i = 0; i < 8; i++) {
        ITTerminal *file = recorder_of(call2, sound_path("more.wav"));
        many[i] = track_of(file, TD_RENDER);
        expect(ITStream_SelectTerminal(render, many[i]), i < 7 ? S_OK : TAPI_E_MAXTERMINALS,
               "terminal %d", (int)i + 2);
        ITTerminal_Release(file);
    }
    check(terminals_on(render, NULL) == 8, "eight");
    for (i = 0; i < 8; i++) {
        expect(ITStream_UnselectTerminal(render, many[i]),
               i < 7 ? S_OK : TAPI_E_INVALIDTERMINAL, "off again");
        ITTerminal_Release(many[i]);
    }

    expect(ITBasicCallControl2_SelectTerminalOnCall(call2, NULL), E_POINTER,
           "SelectTerminalOnCall, NULL");
    expect(ITBasicCallControl2_SelectTerminalOnCall(call2, player), TAPI_E_INVALIDTERMINAL,
           "a player without a file");
    expect(ITBasicCallControl2_SelectTerminalOnCall(call2, recorder), TAPI_E_INVALIDTERMINAL,
           "a file that is there already");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(call2, NULL), E_POINTER,
           "UnselectTerminalOnCall, NULL");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(call2, recorder), S_OK,
           "the file and its track");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(call2, recorder), TAPI_E_INVALIDTERMINAL,
           "only once");
    check(terminals_on(render, NULL) == 0, "none is left");
    expect(ITBasicCallControl2_SelectTerminalOnCall(call2, recorder), S_OK, "again");
    check(terminals_on(render, &first) == 1 && first == track, "with the track that it has");
    ITTerminal_Release(track);
    ITTerminal_Release(player);
    ITTerminal_Release(recorder);
    drop_call();
}

static void requested(void)
{
    ITTerminal *terminal = (ITTerminal *)line1;

    make_call();
    expect(ITBasicCallControl2_RequestTerminal(call2, NULL, TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                               &terminal),
           E_POINTER, "RequestTerminal, NULL");
    check(terminal == NULL, "NULL");
    expect(ITBasicCallControl2_RequestTerminal(call2, B("{}"), TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                               &terminal),
           E_INVALIDARG, "no GUID");
    expect(ITBasicCallControl2_RequestTerminal(
               call2, B("{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}"), TAPIMEDIATYPE_AUDIO, TD_CAPTURE,
               &terminal),
           TAPI_E_INVALIDTERMINALCLASS, "a microphone that is not there");
    expect(ITBasicCallControl2_RequestTerminal(call2, B(PLAYER_CLASS), TAPIMEDIATYPE_VIDEO,
                                               TD_CAPTURE, &terminal),
           TAPI_E_INVALIDMEDIATYPE, "video");
    expect(ITBasicCallControl2_RequestTerminal(call2, B(PLAYER_CLASS), 0, TD_CAPTURE, &terminal),
           TAPI_E_INVALIDMEDIATYPE, "nothing");
    expect(ITBasicCallControl2_RequestTerminal(call2, B(PLAYER_CLASS), TAPIMEDIATYPE_AUDIO,
                                               TD_RENDER, &terminal),
           TAPI_E_INVALIDDIRECTION, "the wrong direction");
    check(terminal == NULL, "NULL");
    drop_call();
}

/* ---- By name ---- */

static VARIANT invoke(IDispatch *object, const OLECHAR *name, WORD how, VARIANT *argument)
{
    LPOLESTR names = (LPOLESTR)name;
    DISPPARAMS arguments = { argument, NULL, argument != NULL, 0 };
    DISPID id = -1;
    VARIANT result;

    VariantInit(&result);
    if (!expect(IDispatch_GetIDsOfNames(object, ID(IID_NULL), &names, 1, 0, &id), S_OK,
                "it has the name") ||
        !expect(IDispatch_Invoke(object, id, ID(IID_NULL), 0, how, &arguments, &result, NULL, NULL),
                S_OK, "Invoke")) {
        bail_out("not by name");
    }
    return result;
}

/* For Each: how many elements, and the last one of them. */
static LONG for_each(IDispatch *collection, VARIANT *last)
{
    DISPPARAMS none = { NULL, NULL, 0, 0 };
    IEnumVARIANT *list;
    VARIANT result, element;
    LONG count = 0;

    VariantInit(&result);
    VariantInit(&element);
    IDispatch_Invoke(collection, DISPID_NEWENUM, ID(IID_NULL), 0,
                     DISPATCH_METHOD | DISPATCH_PROPERTYGET, &none, &result, NULL, NULL);
    list = (IEnumVARIANT *)query(result.punkVal, ID(IID_IEnumVARIANT));
    while (IEnumVARIANT_Next(list, 1, &element, NULL) == S_OK) {
        VariantClear(last);
        *last = element;
        count++;
    }
    IEnumVARIANT_Release(list);
    VariantClear(&result);
    return count;
}

static void by_name(void)
{
    IDispatch *object;
    ITTerminal *recorder;
    VARIANT all, stream, terminals, terminal, value, argument;

    make_call();
    recorder = recorder_of(call2, sound_path("name.wav"));
    object = (IDispatch *)query(call, ID(IID_IDispatch));
    VariantInit(&argument);
    VariantInit(&stream);
    VariantInit(&terminal);
    argument.vt = VT_DISPATCH;
    argument.pdispVal = (IDispatch *)(void *)recorder;
    value = invoke(object, OLESTR("SelectTerminalOnCall"), DISPATCH_METHOD, &argument);
    all = invoke(object, OLESTR("Streams"), DISPATCH_PROPERTYGET, NULL);
    check(all.vt == VT_DISPATCH, "a collection");
    check(for_each(all.pdispVal, &stream) == 2, "For Each over the streams");
    value = invoke(stream.pdispVal, OLESTR("Direction"), DISPATCH_PROPERTYGET, NULL);
    check(value.vt == VT_I4 && value.lVal == TD_RENDER, "the last comes in");
    terminals = invoke(stream.pdispVal, OLESTR("Terminals"), DISPATCH_PROPERTYGET, NULL);
    check(for_each(terminals.pdispVal, &terminal) == 1, "For Each over its terminals");
    value = invoke(terminal.pdispVal, OLESTR("Name"), DISPATCH_PROPERTYGET, NULL);
    check(value.vt == VT_BSTR && SysStringLen(value.bstrVal) > 0, "which has a name");
    VariantClear(&value);
    value = invoke(terminal.pdispVal, OLESTR("ControllingTerminal"), DISPATCH_PROPERTYGET, NULL);
    check(value.vt == VT_DISPATCH && value.pdispVal == argument.pdispVal, "and its file");
    VariantClear(&value);
    VariantClear(&terminal);
    VariantClear(&terminals);
    VariantClear(&stream);
    VariantClear(&all);
    IDispatch_Release(object);
    ITTerminal_Release(recorder);
    drop_call();
}

int main(void)
{
    tests_begin(280);
    configure("[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"
              "[[line]]\nname = \"Second\"\nprovider = \"sim\"\naddress = \"2002\"\n");
    client_open(&client, ALL_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    line2 = client_address(&client, OLESTR("2002"));
    one_object();
    streams();
    on_streams();
    requested();
    by_name();
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    remove_sounds();
    return tests_done();
}
