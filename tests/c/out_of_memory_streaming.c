/*
 * The media streaming terminal when memory runs out: E_OUTOFMEMORY, nothing handed out, as many samples
 * to be had as before, and a second try that works.
 */
#include "handed_out.h"
#include "sound.h"

static Client client;
static ITAddress *line1;
static ITBasicCallControl *call; /* connected, all the time */
static ITBasicCallControl2 *call2;
static ITTerminal *terminal; /* on the call, to be written */
static ITTerminal *other;    /* on no stream */
static IAudioMediaStream *stream;
static ITAMMediaFormat *format;
static ITAllocatorProperties *properties;
static IAudioStreamSample *sample; /* one of two */
static IAudioData *memory;
static BYTE bytes[2];

/* ---- What hands something out ---- */

ACT(make_terminal, ITBasicCallControl2_RequestTerminal(call2, B(MEDIA_STREAM_CLASS),
                                                       TAPIMEDIATYPE_AUDIO, TD_RENDER,
                                                       (ITTerminal **)&object))
ACT(name, ITTerminal_get_Name(terminal, &text))
ACT(class_text, ITTerminal_get_TerminalClass(terminal, &text))
ACT(allocate, IAudioMediaStream_AllocateSample(stream, 0, (IStreamSample **)&object))
ACT(share, IAudioMediaStream_CreateSharedSample(stream, (IStreamSample *)sample, 0,
                                                (IStreamSample **)&object))
ACT(with_memory,
    IAudioMediaStream_CreateSample(stream, memory, 0, (IAudioStreamSample **)&object))

static AM_MEDIA_TYPE *media;

ACT(get_media_type, ITAMMediaFormat_get_MediaFormat(format, &media))

static int no_media_type(void)
{
    return media == NULL;
}

static int finish_media_type(void)
{
    int good = media != NULL && media->cbFormat == 18 && media->pbFormat[0] == 1;

    if (media != NULL) {
        good = ITAMMediaFormat_put_MediaFormat(format, media) == S_OK && good;
        CoTaskMemFree(media->pbFormat);
        CoTaskMemFree(media);
        media = NULL;
    }
    return good;
}

/* Another size, so that the memory of a sample that is used again is made anew. */
static void prepare_used(void)
{
    IStreamSample *used = NULL;
    IMemoryData *own;

    nothing();
    ITAllocatorProperties_SetBufferSize(properties, 480);
    if (IAudioMediaStream_AllocateSample(stream, 0, &used) != S_OK) {
        bail_out("no sample");
    }
    own = (IMemoryData *)query(used, ID(IID_IMemoryData));
    /* Without sound it is sent at once, and can be had again. */
    IMemoryData_SetActual(own, 0);
    IStreamSample_Update(used, 0, NULL, NULL, 0);
    IMemoryData_Release(own);
    IStreamSample_Release(used);
    ITAllocatorProperties_SetBufferSize(properties, 640);
}

static int finish_used(void)
{
    IMemoryData *own = NULL;
    DWORD size = 0;
    int good = object != NULL;

    if (good) {
        own = (IMemoryData *)query(object, ID(IID_IMemoryData));
        good = IMemoryData_GetInfo(own, &size, NULL, NULL) == S_OK && size == 640;
        IMemoryData_Release(own);
    }
    return finish_object() && good;
}

static TERMINAL_STATE state_of_other(void)
{
    TERMINAL_STATE state = TS_INUSE;

    ITTerminal_get_State(other, &state);
    return state;
}

ACT(select_other, ITBasicCallControl2_SelectTerminalOnCall(call2, other))

static int other_is_free(void)
{
    return state_of_other() == TS_NOTINUSE;
}

static int finish_selected(void)
{
    int good = state_of_other() == TS_INUSE;

    return ITBasicCallControl2_UnselectTerminalOnCall(call2, other) == S_OK && good;
}

static const Scenario SCENARIOS[] = {
    { "RequestTerminal", nothing, make_terminal, nothing_given, finish_object },
    { "get_Name", nothing, name, nothing_given, finish_text },
    { "get_TerminalClass", nothing, class_text, nothing_given, finish_text },
    { "get_MediaFormat", nothing, get_media_type, no_media_type, finish_media_type },
    { "AllocateSample", nothing, allocate, nothing_given, finish_object },
    { "AllocateSample, one that was used", prepare_used, allocate, nothing_given, finish_used },
    { "CreateSharedSample", nothing, share, nothing_given, finish_object },
    { "CreateSample", nothing, with_memory, nothing_given, finish_object },
    { "SelectTerminalOnCall", nothing, select_other, other_is_free, finish_selected },
};

/* ---- Without memory ---- */

static HRESULT settings(void)
{
    ALLOCATOR_PROPERTIES wanted = { 4, 320, 1, 0 };
    BOOL with = FALSE;
    DWORD size;
    ITAllocatorProperties *free_ones =
        (ITAllocatorProperties *)query(other, ID(IID_ITAllocatorProperties));
    HRESULT hr = ITAllocatorProperties_SetAllocatorProperties(free_ones, &wanted);

    ITAllocatorProperties_Release(free_ones);
    TRY(hr);
    TRY(ITAllocatorProperties_GetAllocatorProperties(properties, &wanted));
    TRY(ITAllocatorProperties_GetAllocateBuffers(properties, &with));
    TRY(ITAllocatorProperties_SetAllocateBuffers(properties, with));
    TRY(ITAllocatorProperties_SetBufferSize(properties, 0));
    return ITAllocatorProperties_GetBufferSize(properties, &size);
}

static HRESULT formats(void)
{
    WAVEFORMATEX wave;
    GUID purpose;
    STREAM_TYPE type;

    TRY(IAudioMediaStream_GetFormat(stream, &wave));
    TRY(IAudioMediaStream_SetFormat(stream, &wave));
    TRY(IAudioData_GetFormat(memory, &wave));
    TRY(IAudioData_SetFormat(memory, &wave));
    TRY(IAudioMediaStream_GetInformation(stream, &purpose, &type));
    return IAudioMediaStream_SetSameFormat(stream, (IMediaStream *)stream, 0);
}

static HRESULT send(void)
{
    LONGLONG from = 1, to = 2, now;
    DWORD size, actual;
    BYTE *place;
    IMediaStream *back = NULL;
    IAudioData *data = NULL;

    TRY(IAudioData_SetBuffer(memory, sizeof bytes, bytes, 0));
    TRY(IAudioData_SetActual(memory, 0));
    TRY(IAudioData_GetInfo(memory, &size, &place, &actual));
    TRY(IAudioStreamSample_SetSampleTimes(sample, &from, &to));
    TRY(IAudioStreamSample_GetSampleTimes(sample, &from, &to, &now));
    TRY(IAudioStreamSample_Update(sample, 0, NULL, NULL, 0));
    TRY(IAudioData_SetActual(memory, sizeof bytes));
    TRY(IAudioStreamSample_Update(sample, SSUPDATE_ASYNC, NULL, NULL, 0));
    TRY(IAudioStreamSample_CompletionStatus(sample, COMPSTAT_NOUPDATEOK, 0));
    TRY(IAudioMediaStream_SendEndOfStream(stream, 0));
    TRY(IAudioStreamSample_GetAudioData(sample, &data));
    IAudioData_Release(data);
    TRY(IAudioStreamSample_GetMediaStream(sample, &back));
    IMediaStream_Release(back);
    return S_OK;
}

static const Scenario WITHOUT[] = {
    { "ITAllocatorProperties", nothing, settings, NULL, finish_nothing },
    { "formats", nothing, formats, NULL, finish_nothing },
    { "a sample is sent", nothing, send, NULL, finish_nothing },
};

/* ---- What always says no ---- */

static HRESULT not_there(void)
{
    IMultiMediaStream *several = NULL;
    TAPI3_EVENT closed = { -1, FALSE };
    AM_MEDIA_TYPE ours;

    memset(&ours, 0, sizeof ours);
    TRY_FOR(VFW_E_TYPE_NOT_ACCEPTED, ITAMMediaFormat_put_MediaFormat(format, &ours));
    TRY_FOR(E_INVALIDARG, IAudioStreamSample_Update(sample, 0, &closed, NULL, 0));
    TRY_FOR(MS_E_NOSTREAM, IAudioMediaStream_GetMultiMediaStream(stream, &several));
    return S_OK;
}

static const Scenario REFUSED = { "methods that always fail", nothing, not_there, NULL,
                                  finish_nothing };

/* ---- The tests ---- */

static void set_up(void)
{
    ALLOCATOR_PROPERTIES wanted = { 2, 320, 1, 0 };

    call = connected_call(line1, OLESTR("1001"));
    call2 = (ITBasicCallControl2 *)query(call, ID(IID_ITBasicCallControl2));
    terminal = request(call2, MEDIA_STREAM_CLASS, TAPIMEDIATYPE_AUDIO, TD_CAPTURE);
    other = request(call2, MEDIA_STREAM_CLASS, TAPIMEDIATYPE_AUDIO, TD_RENDER);
    stream = (IAudioMediaStream *)query(terminal, ID(IID_IAudioMediaStream));
    format = (ITAMMediaFormat *)query(terminal, ID(IID_ITAMMediaFormat));
    properties = (ITAllocatorProperties *)query(terminal, ID(IID_ITAllocatorProperties));
    if (ITAllocatorProperties_SetAllocatorProperties(properties, &wanted) != S_OK ||
        ITBasicCallControl2_SelectTerminalOnCall(call2, terminal) != S_OK ||
        IAudioMediaStream_AllocateSample(stream, 0, (IStreamSample **)&object) != S_OK) {
        bail_out("no terminal");
    }
    sample = (IAudioStreamSample *)query(object, ID(IID_IAudioStreamSample));
    IUnknown_Release(object);
    memory = (IAudioData *)query(sample, ID(IID_IAudioData));
}

static void let_go(void)
{
    IAudioData_Release(memory);
    IAudioStreamSample_Release(sample);
    ITAllocatorProperties_Release(properties);
    ITAMMediaFormat_Release(format);
    IAudioMediaStream_Release(stream);
    ITTerminal_Release(other);
    ITTerminal_Release(terminal);
    ITBasicCallControl2_Release(call2);
    ITBasicCallControl_Release(call);
}

int main(void)
{
    size_t i;

    tests_begin(280);
    configure("clock = \"manual\"\n"
              "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n");
    client_open(&client, ALL_EVENTS | MEDIA_EVENTS);
    line1 = client_address(&client, OLESTR("2001"));
    set_up();
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    for (i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        survive_without_memory(&WITHOUT[i]);
    }
    survive(&REFUSED);
    ITBasicCallControl_Disconnect(call, DC_NORMAL);
    let_go();
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
