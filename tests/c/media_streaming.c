/*
 * A program as the terminal of a call: what it writes sample by sample at one end is what it reads at
 * the other, bit by bit; samples are done, taken back and aborted; the end of what is written is told,
 * and the end of the call ends everything.
 */
#include "streaming_sides.h"

#define FOREVER 0xffffffffu
#define PATIENCE 30000

#define SAMPLES 100
#define SIZE 320
/* A second, so that a busy machine loses nothing. */
#define LARGE 16000

/* ---- What can be said of it before it is on a call ---- */

static void formats(Side *side)
{
    AM_MEDIA_TYPE *media = NULL;
    AM_MEDIA_TYPE other;
    WAVEFORMATEX wave, told;
    GUID purpose;
    STREAM_TYPE kind = STREAMTYPE_TRANSFORM;
    IMultiMediaStream *several = NULL;

    expect(ITAMMediaFormat_get_MediaFormat(side->format, &media), S_OK, "get_MediaFormat");
    memcpy(&wave, media->pbFormat, sizeof wave);
    check(media->cbFormat == 18 && wave.wFormatTag == 1 && wave.nChannels == 1 &&
              wave.nSamplesPerSec == 8000 && wave.nAvgBytesPerSec == 16000 &&
              wave.nBlockAlign == 2 && wave.wBitsPerSample == 16 && wave.cbSize == 0,
          "it is 8 kHz, 16 bit, mono");
    expect(ITAMMediaFormat_put_MediaFormat(side->format, media), S_OK, "which can be put");
    other = *media;
    other.pbFormat = (BYTE *)&wave;
    wave.nSamplesPerSec = 11025;
    expect(ITAMMediaFormat_put_MediaFormat(side->format, &other), VFW_E_TYPE_NOT_ACCEPTED,
           "another cannot");
    expect(IAudioMediaStream_SetFormat(side->audio, &wave), VFW_E_TYPE_NOT_ACCEPTED,
           "not in this way either");
    CoTaskMemFree(media->pbFormat);
    CoTaskMemFree(media);
    expect(IAudioMediaStream_GetFormat(side->audio, &told), S_OK, "GetFormat");
    check(told.nSamplesPerSec == 8000 && told.wBitsPerSample == 16, "tells the same");
    expect(IAudioMediaStream_SetFormat(side->audio, &told), S_OK, "SetFormat");
    expect(IMediaStream_GetInformation(side->stream, &purpose, &kind), S_OK, "GetInformation");
    check(kind == (side == &writer ? STREAMTYPE_WRITE : STREAMTYPE_READ) &&
              purpose.Data1 == 0xA35FF56B,
          "its type is that of its direction");
    expect(IMediaStream_GetInformation(side->stream, NULL, NULL), S_OK, "nothing is a must");
    expect(IMediaStream_GetMultiMediaStream(side->stream, &several), MS_E_NOSTREAM,
           "it is part of none");
    expect(IMediaStream_SetSameFormat(side->stream, reader.stream, 0), S_OK, "SetSameFormat");
    expect(IMediaStream_SetSameFormat(side->stream, NULL, 0), E_POINTER, "of nothing");
}

static void properties(Side *side)
{
    ALLOCATOR_PROPERTIES wanted = { 5, side == &writer ? SIZE : LARGE, 64, 8 };
    ALLOCATOR_PROPERTIES bad = { 65, SIZE, 1, 0 };
    ALLOCATOR_PROPERTIES got;
    IStreamSample *sample = NULL;
    BOOL memory = 7;
    DWORD size = 0;

    expect(ITAllocatorProperties_GetAllocatorProperties(side->properties, &got),
           VFW_E_NOT_CONNECTED, "the properties are not settled yet");
    expect(ITAllocatorProperties_SetAllocatorProperties(side->properties, &bad), E_INVALIDARG,
           "65 samples are too many");
    expect(ITAllocatorProperties_SetAllocatorProperties(side->properties, &wanted), S_OK,
           "SetAllocatorProperties");
    expect(ITAllocatorProperties_GetAllocateBuffers(side->properties, &memory), S_OK,
           "GetAllocateBuffers");
    check(memory == TRUE, "samples come with memory");
    expect(ITAllocatorProperties_SetAllocateBuffers(side->properties, FALSE), S_OK, "or without");
    expect(ITAllocatorProperties_SetAllocateBuffers(side->properties, TRUE), S_OK, "or with it");
    expect(ITAllocatorProperties_SetBufferSize(side->properties, 480), S_OK, "SetBufferSize");
    expect(ITAllocatorProperties_GetBufferSize(side->properties, &size), S_OK, "GetBufferSize");
    check(size == 480, "tells it");
    expect(ITAllocatorProperties_SetBufferSize(side->properties, 0), S_OK, "and undone");
    expect(IMediaStream_AllocateSample(side->stream, 0, &sample), VFW_E_NOT_COMMITTED,
           "there is no sample before the terminal is selected");
    check(sample == NULL, "nothing is given");
}

static void connected(Side *side)
{
    ALLOCATOR_PROPERTIES got = { 0, 0, 0, 0 };
    IStreamSample *sample = NULL;

    expect(ITAllocatorProperties_GetAllocatorProperties(side->properties, &got), S_OK,
           "the properties are settled");
    check(got.cBuffers == 5 && got.cbBuffer == (side == &writer ? SIZE : LARGE) && got.cbAlign == 64 && got.cbPrefix == 8,
          "and what was wanted");
    expect(ITAllocatorProperties_SetAllocatorProperties(side->properties, &got),
           VFW_E_ALREADY_CONNECTED, "they stay");
    expect(IMediaStream_AllocateSample(side->stream, 0, &sample), VFW_E_NOT_COMMITTED,
           "there is no sample before the stream runs");
}

/* ---- Sound from one end to the other ---- */

/* Never silence. */
static SHORT written(unsigned index)
{
    return (SHORT)(index + 1);
}

/* Writes SAMPLES samples as fast as they are to be had. Keeps a reference to each, as programs do. */
static void *write_all(void *unused)
{
    static IStreamSample *kept[SAMPLES];
    unsigned i, j;
    int good = 1;

    (void)unused;
    for (i = 0; i < SAMPLES; i++) {
        IMemoryData *memory;
        DWORD size = 0;
        BYTE *data = NULL;
        HRESULT hr;

        kept[i] = sample_of(&writer);
        memory = memory_of(kept[i]);
        good &= IMemoryData_GetInfo(memory, &size, &data, NULL) == S_OK && size == SIZE &&
                (uintptr_t)data % 64 == 0;
        for (j = 0; j < SIZE / 2; j++) {
            SHORT sound = written(i * SIZE / 2 + j);
            memcpy(data + 2 * j, &sound, 2);
        }
        good &= IMemoryData_SetActual(memory, SIZE) == S_OK;
        hr = IStreamSample_Update(kept[i], SSUPDATE_ASYNC, NULL, NULL, 0);
        good &= hr == S_OK || hr == MS_S_PENDING;
        IMemoryData_Release(memory);
    }
    for (i = 0; i < SAMPLES; i++) {
        good &= IStreamSample_CompletionStatus(kept[i], COMPSTAT_WAIT, FOREVER) == S_OK;
        IStreamSample_Release(kept[i]);
    }
    return good ? &client : NULL;
}

/* How much of what was written was read, one after the other. Where the program is too slow there is
 * silence in between. */
static unsigned found;
static int strange;

static void look_at(const BYTE *data, DWORD bytes)
{
    DWORD i;

    for (i = 0; i + 1 < bytes; i += 2) {
        SHORT sound;
        memcpy(&sound, data + i, 2);
        if (sound == written(found)) {
            found++;
        } else {
            strange |= sound != 0;
        }
    }
}

static void speak_and_listen(void)
{
    IStreamSample *samples[5], *sixth = NULL;
    IMemoryData *memories[5];
    TAPI3_EVENT events[5];
    pthread_t thread;
    LONGLONG last = -1;
    int in_order = 1, good = 1, rounds = 0;
    unsigned i;

    for (i = 0; i < 5; i++) {
        HRESULT hr;
        samples[i] = sample_of(&reader);
        memories[i] = memory_of(samples[i]);
        events[i] = new_event();
        hr = IStreamSample_Update(samples[i], 0, &events[i], NULL, 0);
        good &= hr == S_OK || hr == MS_S_PENDING;
    }
    check(good, "five samples wait for sound");
    expect(IMediaStream_AllocateSample(reader.stream, 0, &sixth), MS_E_BUSY, "there is no sixth");
    thread = start_thread(write_all, NULL);
    for (; found < SAMPLES * SIZE / 2 && rounds < 200 && !strange; rounds++) {
        int which = rounds % 5;
        DWORD size = 0, actual = 0;
        BYTE *data = NULL;
        LONGLONG from = 0, to = 0, now = 0;
        HRESULT hr;

        if (wait_for(&events[which], PATIENCE) < 0) {
            bail_out("no sound");
        }
        good &= IStreamSample_CompletionStatus(samples[which], COMPSTAT_WAIT, 0) == S_OK;
        good &= IMemoryData_GetInfo(memories[which], &size, &data, &actual) == S_OK;
        good &= size == LARGE && actual == LARGE;
        look_at(data, actual);
        good &= IStreamSample_GetSampleTimes(samples[which], &from, &to, &now) == S_OK;
        in_order &= from > last && to == from + 10000000 && now > 0;
        last = from;
        hr = IStreamSample_Update(samples[which], 0, &events[which], NULL, 0);
        good &= hr == S_OK || hr == MS_S_PENDING;
    }
    check(good, "every sample was filled");
    check(in_order, "one after the other");
    check(found == SAMPLES * SIZE / 2 && !strange, "what was written is read, bit by bit: %u of %u", found,
          SAMPLES * SIZE / 2);
    check(join_thread(thread) != NULL, "every sample was sent");
    for (i = 0; i < 5; i++) {
        expect(IStreamSample_CompletionStatus(samples[i], COMPSTAT_ABORT | COMPSTAT_WAIT, FOREVER),
               E_ABORT, "a sample that waits is aborted");
        check(wait_for(&events[i], 0) == 0, "which its event tells");
        IMemoryData_Release(memories[i]);
        IStreamSample_Release(samples[i]);
        close(events[i].descriptor);
    }
}

/* ---- Single updates ---- */

/* Sends so many milliseconds. */
static HRESULT say(IStreamSample *sample, DWORD bytes, DWORD flags, HANDLE event)
{
    IMemoryData *memory = memory_of(sample);
    BYTE *data = NULL;
    DWORD size = 0;
    HRESULT hr = IMemoryData_GetInfo(memory, &size, &data, NULL);

    if (hr == S_OK) {
        memset(data, 1, size);
        hr = IMemoryData_SetActual(memory, bytes);
    }
    IMemoryData_Release(memory);
    return hr == S_OK ? IStreamSample_Update(sample, flags, event, NULL, 0) : hr;
}

static void not_called(size_t data)
{
    (void)data;
}

static void updates(void)
{
    IStreamSample *sample = sample_of(&writer), *shared = NULL, *again = NULL;
    IMemoryData *memory = memory_of(sample), *other;
    IAudioStreamSample *audio = (IAudioStreamSample *)query(sample, ID(IID_IAudioStreamSample));
    IAudioStreamSample *with_data = NULL;
    IAudioData *sound = NULL;
    IMediaStream *stream = NULL;
    TAPI3_EVENT event = new_event();
    static BYTE own[SIZE];
    static BYTE second[16000]; /* a second, so that what waits behind it has not begun */
    WAVEFORMATEX wave;
    BYTE *data = NULL;
    LONGLONG from = 77, to = 88;
    DWORD size = 0, actual = 1;
    HRESULT hr;

    /* What is wrong is refused, and nothing is under way. */
    expect(IStreamSample_Update(sample, 4, NULL, NULL, 0), E_INVALIDARG, "a flag that is none");
    expect(IStreamSample_Update(sample, 0, &event, not_called, 0), E_INVALIDARG, "event and APC");
    expect(IStreamSample_Update(sample, 0, NULL, not_called, 0), E_NOTIMPL, "an APC");
    expect(IStreamSample_Update(sample, 0, (HANDLE)(intptr_t)-1, NULL, 0), E_INVALIDARG,
           "a HANDLE of nothing");
    expect(IStreamSample_CompletionStatus(sample, 8, 0), E_INVALIDARG, "a flag that is none");
    expect(IMemoryData_SetActual(memory, SIZE + 1), E_INVALIDARG, "more than there is room for");
    expect(IMemoryData_SetBuffer(memory, 0, own, 0), E_INVALIDARG, "no memory");
    expect(IMemoryData_SetBuffer(memory, SIZE, NULL, 0), E_INVALIDARG, "nowhere");
    expect(IStreamSample_CompletionStatus(sample, 0, 0), S_OK, "nothing is under way");

    /* Synchronously, and nothing at all. */
    expect(say(sample, SIZE, 0, NULL), S_OK, "an update that is waited for");
    expect(say(sample, 0, SSUPDATE_ASYNC, NULL), S_OK, "one without sound is done at once");

    /* One that goes on and on, until it is taken back. */
    expect(IMemoryData_SetBuffer(memory, sizeof second, second, 0), S_OK, "memory for a second");
    hr = say(sample, sizeof second, SSUPDATE_CONTINUOUS, &event);
    expect(hr, MS_S_PENDING, "one that begins again and again");
    check(wait_for(&event, PATIENCE) == 0, "tells each time");
    expect(IStreamSample_Update(sample, 0, NULL, NULL, 0), MS_E_BUSY, "is not begun twice");
    expect(IMemoryData_SetActual(memory, 2), MS_E_BUSY, "its length stays");
    expect(IMemoryData_SetBuffer(memory, SIZE, own, 0), MS_E_BUSY, "and its memory");
    expect(IMediaStream_CreateSharedSample(writer.stream, sample, 0, &shared), S_OK,
           "CreateSharedSample");
    expect(IStreamSample_Update(shared, SSUPDATE_ASYNC, NULL, NULL, 0), MS_S_PENDING,
           "another with the same memory waits behind it");
    expect(IStreamSample_CompletionStatus(shared, COMPSTAT_NOUPDATEOK, 0), MS_S_NOUPDATE,
           "and is taken back");
    expect(IStreamSample_CompletionStatus(shared, 0, 0), MS_S_NOUPDATE, "which it tells again");
    expect(IStreamSample_CompletionStatus(sample, COMPSTAT_WAIT, 50), MS_S_PENDING,
           "it does not end by itself");
    expect(IStreamSample_CompletionStatus(sample, COMPSTAT_ABORT, 0), E_ABORT, "but is aborted");
    expect(IStreamSample_CompletionStatus(sample, COMPSTAT_WAIT, FOREVER), E_ABORT,
           "which it tells again");

    /* Memory of the program's own. */
    expect(IMemoryData_SetBuffer(memory, SIZE, own, 0), S_OK, "SetBuffer");
    expect(IMemoryData_GetInfo(memory, &size, &data, &actual), S_OK, "GetInfo");
    check(size == SIZE && data == own && actual == 0, "tells it");
    other = memory_of(shared);
    expect(IMemoryData_GetInfo(other, NULL, &data, NULL), S_OK, "GetInfo of the other");
    check(data == own, "which shares it");
    expect(say(sample, SIZE, 0, NULL), S_OK, "and it is sent");

    /* The faces of a sample. */
    expect(IAudioStreamSample_GetAudioData(audio, &sound), S_OK, "GetAudioData");
    expect(IAudioData_GetFormat(sound, &wave), S_OK, "GetFormat");
    check(wave.nSamplesPerSec == 8000, "tells it");
    expect(IAudioData_SetFormat(sound, &wave), S_OK, "SetFormat");
    wave.nChannels = 2;
    expect(IAudioData_SetFormat(sound, &wave), VFW_E_TYPE_NOT_ACCEPTED, "another");
    expect(IAudioMediaStream_CreateSample(writer.audio, sound, 0, &with_data), S_OK,
           "CreateSample");
    expect(IStreamSample_SetSampleTimes(sample, &from, NULL), S_OK, "SetSampleTimes");
    expect(IStreamSample_GetSampleTimes(sample, &to, NULL, NULL), S_OK, "GetSampleTimes");
    check(to == 77, "tells it");
    expect(IStreamSample_GetMediaStream(sample, &stream), S_OK, "GetMediaStream");
    check(stream == writer.stream, "tells its stream");
    IMediaStream_Release(stream);
    IAudioStreamSample_Release(with_data);
    IAudioData_Release(sound);
    IAudioStreamSample_Release(audio);
    IMemoryData_Release(other);
    IStreamSample_Release(shared);
    IMemoryData_Release(memory);

    /* Without memory. */
    IStreamSample_Release(sample);
    sample = sample_of(&writer);
    expect(ITAllocatorProperties_SetAllocateBuffers(writer.properties, FALSE), MS_E_SAMPLEALLOC,
           "samples that were handed out have memory");
    IStreamSample_Release(sample);
    close(event.descriptor);

    /* An event that is closed meanwhile, and one of what is read. */
    again = sample_of(&reader);
    event = new_event();
    hr = IStreamSample_Update(again, 0, &event, NULL, 0);
    check(hr == S_OK || hr == MS_S_PENDING, "what is read is told to an event");
    close(event.descriptor);
    expect(IStreamSample_CompletionStatus(again, COMPSTAT_WAIT, FOREVER), S_OK,
           "which may be closed");
    IStreamSample_Release(again);
}

/* ---- The ends ---- */

static void end_of_stream(void)
{
    IStreamSample *sample = sample_of(&writer);

    expect(IMediaStream_SendEndOfStream(reader.stream, 0), MS_E_INVALIDSTREAMTYPE,
           "what is read is not ended here");
    expect(IMediaStream_SendEndOfStream(writer.stream, 1), E_INVALIDARG, "there are no flags");
    client_flush(&client);
    client_forget(&client);
    expect(say(sample, SIZE, SSUPDATE_ASYNC, NULL) & 0x80000000u, 0, "the last words");
    expect(IMediaStream_SendEndOfStream(writer.stream, 0), S_OK, "SendEndOfStream");
    check(client_wait(&client, TE_CALLMEDIA, writer.call, CME_STREAM_INACTIVE, NULL),
          "the end is told when all is sent");
    expect(say(sample, SIZE, 0, NULL), S_OK, "something is left to be said");
    check(client_wait(&client, TE_CALLMEDIA, writer.call, CME_STREAM_ACTIVE, NULL),
          "which is told too");
    IStreamSample_Release(sample);
}

static volatile int is_over;

/* Waits for a sample that never comes: the ones that there are never end. */
static void *wait_for_sample(void *unused)
{
    IStreamSample *sample = NULL;
    HRESULT hr = IMediaStream_AllocateSample(writer.stream, 0, &sample);

    (void)unused;
    set_flag(&is_over);
    return hr == VFW_E_NOT_COMMITTED && sample == NULL ? &client : NULL;
}

static void *wait_for_sound(void *sample)
{
    return IStreamSample_Update((IStreamSample *)sample, 0, NULL, NULL, 0) == E_ABORT ? &client
                                                                                      : NULL;
}

static void end_of_call(void)
{
    IStreamSample *samples[5], *heard = sample_of(&reader), *silent = sample_of(&reader);
    TAPI3_EVENT event = new_event();
    pthread_t waits, listens;
    IMemoryData *memory = memory_of(silent);
    static BYTE large[1 << 20];
    int i, good = 1;

    for (i = 0; i < 5; i++) {
        samples[i] = sample_of(&writer);
        good &= say(samples[i], SIZE, SSUPDATE_CONTINUOUS, NULL) == MS_S_PENDING;
    }
    check(good, "all samples are on their way and stay so");
    expect(IMemoryData_SetBuffer(memory, sizeof large, large, 0), S_OK, "a minute to be heard");
    expect(IStreamSample_Update(silent, 0, &event, NULL, 0), MS_S_PENDING, "is waited for");
    IMemoryData_Release(memory);
    waits = start_thread(wait_for_sample, NULL);
    listens = start_thread(wait_for_sound, heard);
    for (i = 0; i < 10000 && IStreamSample_CompletionStatus(heard, 0, 0) != MS_S_PENDING; i++) {
        poll(NULL, 0, 1);
    }
    check(i < 10000 && !is_over, "nobody goes on meanwhile");
    hang_up();
    check(join_thread(waits) != NULL, "who waits for a sample hears that it is over");
    check(join_thread(listens) != NULL, "so does who waits for sound");
    check(wait_for(&event, PATIENCE) == 0, "and an event is signalled");
    expect(IStreamSample_CompletionStatus(silent, COMPSTAT_WAIT | COMPSTAT_ABORT, FOREVER),
           E_ABORT, "the update was aborted");
    expect(IStreamSample_Update(silent, 0, &event, NULL, 0), VFW_E_NOT_COMMITTED,
           "nothing begins any more");
    for (i = 0; i < 5; i++) {
        expect(IStreamSample_CompletionStatus(samples[i], 0, 0), E_ABORT, "what was written too");
        IStreamSample_Release(samples[i]);
    }
    IStreamSample_Release(silent);
    IStreamSample_Release(heard);
    close(event.descriptor);
}

/* A terminal is on one stream at a time, can be taken off, and be used again. */
static void another_call(void)
{
    IStreamSample *sample;
    TERMINAL_STATE state = TS_NOTINUSE;

    call_up();
    expect(ITAllocatorProperties_SetAllocateBuffers(writer.properties, FALSE), S_OK,
           "samples without memory");
    select_both();
    answer();
    sample = sample_of(&writer);
    expect(IStreamSample_Update(sample, 0, NULL, NULL, 0), VFW_E_BUFFER_NOTSET,
           "cannot be sent before they have some");
    expect(ITTerminal_get_State(writer.terminal, &state), S_OK, "get_State");
    check(state == TS_INUSE, "it is in use");
    expect(ITBasicCallControl2_UnselectTerminalOnCall(writer.call2, writer.terminal), S_OK,
           "it is taken off");
    expect(ITTerminal_get_State(writer.terminal, &state), S_OK, "get_State");
    check(state == TS_NOTINUSE, "it is not in use");
    expect(IStreamSample_Update(sample, 0, NULL, NULL, 0), VFW_E_NOT_COMMITTED,
           "and nothing can be sent");
    expect(ITBasicCallControl2_SelectTerminalOnCall(writer.call2, writer.terminal), S_OK,
           "it is selected again");
    expect(IStreamSample_Update(sample, 0, NULL, NULL, 0), VFW_E_BUFFER_NOTSET, "and runs");
    IStreamSample_Release(sample);
    hang_up();
    forget();
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
    token = client_register(&client, line2, 0, 1, 1);
    call_up();
    formats(&writer);
    formats(&reader);
    properties(&writer);
    properties(&reader);
    select_both();
    connected(&writer);
    connected(&reader);
    answer();
    speak_and_listen();
    updates();
    end_of_stream();
    end_of_call();
    forget();
    another_call();
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
