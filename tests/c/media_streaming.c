/*
 * A program as the terminal of a call: what it writes sample by sample at one end is what it reads at
 * the other, bit by bit; samples are done, taken back and aborted; the end of what is written is told,
 * and the end of the call ends everything.
 */
#include "sound.h"

#include <tapi3/compat/windows.h>

#define SAMPLES 100
#define SIZE 320

static Client client;
static ITAddress *line1; /* 2001 */
static ITAddress *line2; /* 2002 */

/* A terminal of one side of a call, and its faces. */
typedef struct Side {
    ITBasicCallControl *call;
    ITBasicCallControl2 *call2;
    ITTerminal *terminal;
    IMediaStream *stream;
    IAudioMediaStream *audio;
    ITAllocatorProperties *properties;
    ITAMMediaFormat *format;
} Side;

static Side writer;
static Side reader;

static void take_faces(Side *side, TERMINAL_DIRECTION direction)
{
    side->call2 = (ITBasicCallControl2 *)query(side->call, ID(IID_ITBasicCallControl2));
    side->terminal = request(side->call2, MEDIA_STREAM_CLASS, TAPIMEDIATYPE_AUDIO, direction);
    side->stream = (IMediaStream *)query(side->terminal, ID(IID_IMediaStream));
    side->audio = (IAudioMediaStream *)query(side->stream, ID(IID_IAudioMediaStream));
    side->properties =
        (ITAllocatorProperties *)query(side->audio, ID(IID_ITAllocatorProperties));
    side->format = (ITAMMediaFormat *)query(side->properties, ID(IID_ITAMMediaFormat));
}

static void drop_faces(Side *side)
{
    ITAMMediaFormat_Release(side->format);
    ITAllocatorProperties_Release(side->properties);
    IAudioMediaStream_Release(side->audio);
    IMediaStream_Release(side->stream);
    ITTerminal_Release(side->terminal);
    ITBasicCallControl2_Release(side->call2);
    ITBasicCallControl_Release(side->call);
}

static void call_up(void)
{
    writer.call = new_call(line1, OLESTR("2002"));
    expect(ITBasicCallControl_Connect(writer.call, VARIANT_FALSE), S_OK, "Connect");
    reader.call = client_take_call(&client);
    take_faces(&writer, TD_CAPTURE);
    take_faces(&reader, TD_RENDER);
}

static void select_both(void)
{
    expect(ITBasicCallControl2_SelectTerminalOnCall(writer.call2, writer.terminal), S_OK,
           "the terminal that is written is selected");
    expect(ITBasicCallControl2_SelectTerminalOnCall(reader.call2, reader.terminal), S_OK,
           "and the one that is read");
}

static void answer(void)
{
    expect(ITBasicCallControl_Answer(reader.call), S_OK, "Answer");
    check(client_wait(&client, TE_CALLMEDIA, writer.call, CME_STREAM_ACTIVE, NULL) &&
              client_wait(&client, TE_CALLMEDIA, reader.call, CME_STREAM_ACTIVE, NULL),
          "both streams are active");
}

static void hang_up(void)
{
    expect(ITBasicCallControl_Disconnect(writer.call, DC_NORMAL), S_OK, "Disconnect");
    expect_state(&client, reader.call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL,
                 "both sides are over");
}

static void forget(void)
{
    drop_faces(&writer);
    drop_faces(&reader);
    client_flush(&client);
    client_forget(&client);
}

static IStreamSample *sample_of(Side *side)
{
    IStreamSample *sample = NULL;
    HRESULT hr = IMediaStream_AllocateSample(side->stream, 0, &sample);

    if (hr != S_OK) {
        bail_out("AllocateSample: %s", hr_name(hr));
    }
    return sample;
}

static IMemoryData *memory_of(IStreamSample *sample)
{
    return (IMemoryData *)query(sample, ID(IID_IMemoryData));
}

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
    ALLOCATOR_PROPERTIES wanted = { 5, SIZE, 64, 8 };
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
    check(got.cBuffers == 5 && got.cbBuffer == SIZE && got.cbAlign == 64 && got.cbPrefix == 8,
          "and what was wanted");
    expect(ITAllocatorProperties_SetAllocatorProperties(side->properties, &got),
           VFW_E_ALREADY_CONNECTED, "they stay");
    expect(IMediaStream_AllocateSample(side->stream, 0, &sample), VFW_E_NOT_COMMITTED,
           "there is no sample before the stream runs");
}

/* ---- Sound from one end to the other ---- */

static SHORT written(unsigned index)
{
    return (SHORT)(index * 7 + 100);
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
        good &= IStreamSample_CompletionStatus(kept[i], COMPSTAT_WAIT, INFINITE) == S_OK;
        IStreamSample_Release(kept[i]);
    }
    return good ? &client : NULL;
}

/* Looks for what was written among what is read. Returns how much of it was found in a row. */
static unsigned found;

static void look_at(const BYTE *data, DWORD bytes)
{
    DWORD i;

    for (i = 0; i + 1 < bytes; i += 2) {
        SHORT sound;
        memcpy(&sound, data + i, 2);
        if (sound == written(found) && found < SAMPLES * SIZE / 2) {
            found++;
        } else if (found < SAMPLES * SIZE / 2) {
            found = sound == written(0);
        }
    }
}

static void speak_and_listen(void)
{
    IStreamSample *samples[5], *sixth = NULL;
    IMemoryData *memories[5];
    HANDLE events[5];
    pthread_t thread;
    LONGLONG last = -1;
    int in_order = 1, good = 1, rounds = 0;
    unsigned i;

    for (i = 0; i < 5; i++) {
        HRESULT hr;
        samples[i] = sample_of(&reader);
        memories[i] = memory_of(samples[i]);
        events[i] = CreateEvent(NULL, FALSE, FALSE, NULL);
        hr = IStreamSample_Update(samples[i], 0, events[i], NULL, 0);
        good &= hr == S_OK || hr == MS_S_PENDING;
    }
    check(good, "five samples wait for sound");
    expect(IMediaStream_AllocateSample(reader.stream, 0, &sixth), MS_E_BUSY, "there is no sixth");
    thread = start_thread(write_all, NULL);
    while (found < SAMPLES * SIZE / 2 && rounds++ < 2000) {
        DWORD which = WaitForMultipleObjects(5, events, FALSE, 10000);
        DWORD size = 0, actual = 0;
        BYTE *data = NULL;
        LONGLONG from = 0, to = 0, now = 0;
        HRESULT hr;

        if (which >= 5) {
            bail_out("no sound");
        }
        good &= IStreamSample_CompletionStatus(samples[which], COMPSTAT_WAIT, 0) == S_OK;
        good &= IMemoryData_GetInfo(memories[which], &size, &data, &actual) == S_OK;
        good &= size == SIZE && actual == SIZE;
        look_at(data, actual);
        good &= IStreamSample_GetSampleTimes(samples[which], &from, &to, &now) == S_OK;
        in_order &= from > last && to == from + 200000 && now > 0;
        last = from;
        hr = IStreamSample_Update(samples[which], 0, events[which], NULL, 0);
        good &= hr == S_OK || hr == MS_S_PENDING;
    }
    check(good, "every sample was filled");
    check(in_order, "one after the other");
    check(found == SAMPLES * SIZE / 2, "what was written is read, bit by bit: %u of %u", found,
          SAMPLES * SIZE / 2);
    check(join_thread(thread) != NULL, "every sample was sent");
    for (i = 0; i < 5; i++) {
        expect(IStreamSample_CompletionStatus(samples[i], COMPSTAT_ABORT | COMPSTAT_WAIT, INFINITE),
               E_ABORT, "a sample that waits is aborted");
        check(WaitForSingleObject(events[i], 0) == WAIT_OBJECT_0, "which its event tells");
        IMemoryData_Release(memories[i]);
        IStreamSample_Release(samples[i]);
        CloseHandle(events[i]);
    }
}

int main(void)
{
    LONG token;

    tests_begin(120);
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
    hang_up();
    forget();
    expect(ITTAPI_UnregisterNotifications(client.tapi, token), S_OK, "UnregisterNotifications");
    ITAddress_Release(line2);
    ITAddress_Release(line1);
    client_close(&client);
    return tests_done();
}
