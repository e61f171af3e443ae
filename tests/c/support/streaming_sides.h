/*
 * The two sides of the call of media_streaming.c, each with a program as its terminal.
 */
#ifndef STREAMING_SIDES_H
#define STREAMING_SIDES_H

#include "sound.h"

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

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

/* ---- Events, as a program makes them that has no compat headers ---- */

static TAPI3_EVENT new_event(void)
{
    TAPI3_EVENT event;

    event.descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    event.manual = FALSE;
    if (event.descriptor < 0) {
        bail_out("no event");
    }
    return event;
}

/* Waits for an event and takes its signal; -1 if there is none. */
static int wait_for(const TAPI3_EVENT *event, int milliseconds)
{
    struct pollfd look;
    uint64_t signals;

    look.fd = event->descriptor;
    look.events = POLLIN;
    look.revents = 0;
    while (poll(&look, 1, milliseconds) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return read(event->descriptor, &signals, sizeof signals) == (ssize_t)sizeof signals ? 0 : -1;
}

#endif
