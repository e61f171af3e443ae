// A program for Windows that sends sound and records it, sample by sample: the way from the classes of
// an address to the last sample, with the headers that such programs include.
#include <windows.h>
#include <tapi3.h>
#include <control.h>
#include <strmif.h>
#include <uuids.h>
#include <mmsystem.h>
#include <amstream.h>
#include <mtype.h>
#include <vfwmsgs.h>
#include <atlbase.h>

#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

#include "check.h"

static const int BUFFERS = 5;
// A second, so that a busy machine loses nothing.
static const int BYTES = 16000;
static const int MESSAGE = 6 * BYTES;

// Never silence, which is heard where the sender is too slow.
static SHORT Sound(int n) { return static_cast<SHORT>(n + 1); }

// The events of calls, each with the call that it is about.
class Sink final : public ITTAPIEventNotification {
public:
    CComPtr<ITBasicCallControl> incoming;
    HANDLE offered = CreateEvent(NULL, FALSE, FALSE, NULL);
    HANDLE active = CreateEvent(NULL, FALSE, FALSE, NULL);

    ~Sink() {
        CloseHandle(offered);
        CloseHandle(active);
    }
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
        if (iid != IID_IUnknown && iid != IID_ITTAPIEventNotification) {
            *object = NULL;
            return E_NOINTERFACE;
        }
        *object = this;
        return S_OK;
    }
    // It lives as long as main() says.
    ULONG STDMETHODCALLTYPE AddRef() override { return 2; }
    ULONG STDMETHODCALLTYPE Release() override { return 1; }

    HRESULT STDMETHODCALLTYPE Event(TAPI_EVENT event, IDispatch *data) override {
        if (event == TE_CALLNOTIFICATION) {
            CComQIPtr<ITCallNotificationEvent> note(data);
            CComPtr<ITCallInfo> info;
            CHECK(note->get_Call(&info) == S_OK);
            CHECK(info.QueryInterface(&incoming) == S_OK);
            SetEvent(offered);
        } else if (event == TE_CALLMEDIA) {
            CComQIPtr<ITCallMediaEvent> media(data);
            CALL_MEDIA_EVENT what;
            CComPtr<ITTerminal> terminal;
            CHECK(media->get_Event(&what) == S_OK);
            if (what == CME_STREAM_ACTIVE) {
                TERMINAL_DIRECTION direction;
                CHECK(media->get_Terminal(&terminal) == S_OK && terminal);
                CHECK(terminal->get_Direction(&direction) == S_OK);
                if (direction == TD_RENDER) SetEvent(active);
            }
        }
        return S_OK;
    }
};

// The terminal that an address makes, with the format that sound has.
static CComPtr<ITTerminal> Terminal(ITAddress *address, TERMINAL_DIRECTION direction) {
    CComPtr<ITTerminalSupport> support;
    CComPtr<IEnumTerminalClass> classes;
    CComPtr<ITTerminal> terminal;
    CComPtr<ITAMMediaFormat> format;
    CComPtr<ITAllocatorProperties> properties;
    GUID found;
    bool listed = false;
    CHECK(address->QueryInterface(IID_ITTerminalSupport, reinterpret_cast<void **>(&support)) == S_OK);
    CHECK(support->EnumerateDynamicTerminalClasses(&classes) == S_OK);
    while (classes->Next(1, &found, NULL) == S_OK) listed = listed || found == CLSID_MediaStreamTerminal;
    CHECK(listed);
    LPOLESTR text = NULL;
    CHECK(StringFromCLSID(CLSID_MediaStreamTerminal, &text) == S_OK);
    CComBSTR name(text);
    CoTaskMemFree(text);
    CHECK(support->CreateTerminal(name, TAPIMEDIATYPE_AUDIO, direction, &terminal) == S_OK);
    CHECK(terminal.QueryInterface(&format) == S_OK && terminal.QueryInterface(&properties) == S_OK);

    WAVEFORMATEX wave = {};
    wave.wFormatTag = WAVE_FORMAT_PCM;
    wave.nChannels = 1;
    wave.nSamplesPerSec = 8000;
    wave.wBitsPerSample = 16;
    wave.nBlockAlign = 2;
    wave.nAvgBytesPerSec = 16000;
    AM_MEDIA_TYPE media;
    CHECK(CreateAudioMediaType(&wave, &media, TRUE) == S_OK);
    CHECK(format->put_MediaFormat(&media) == S_OK);
    AM_MEDIA_TYPE *copy = CreateMediaType(&media);
    CHECK(copy && copy->cbFormat == 18 && copy->pbFormat != media.pbFormat);
    copy->subtype.Data1 = WAVE_FORMAT_MULAW;
    reinterpret_cast<WAVEFORMATEX *>(copy->pbFormat)->wFormatTag = WAVE_FORMAT_MULAW;
    CHECK(format->put_MediaFormat(copy) == VFW_E_TYPE_NOT_ACCEPTED);
    DeleteMediaType(copy);
    FreeMediaType(media);
    CHECK(media.pbFormat == NULL && media.cbFormat == 0);
    DeleteMediaType(NULL);
    CHECK(format->get_MediaFormat(&copy) == S_OK);
    CHECK(copy->majortype == MEDIATYPE_Audio && copy->subtype == MEDIASUBTYPE_PCM);
    CHECK(IsEqualGUID(copy->formattype, FORMAT_WaveFormatEx));
    DeleteMediaType(copy);

    ALLOCATOR_PROPERTIES wanted = {BUFFERS, BYTES, 1, 0};
    CHECK(properties->SetAllocatorProperties(&wanted) == S_OK);
    CHECK(properties->SetAllocateBuffers(TRUE) == S_OK);
    return terminal;
}

static void Select(ITBasicCallControl *call, ITTerminal *terminal, TERMINAL_DIRECTION wanted) {
    CComPtr<ITStreamControl> control;
    CComPtr<IEnumStream> streams;
    CHECK(call->QueryInterface(IID_ITStreamControl, reinterpret_cast<void **>(&control)) == S_OK);
    CHECK(control->EnumerateStreams(&streams) == S_OK);
    for (;;) {
        CComPtr<ITStream> stream;
        TERMINAL_DIRECTION direction;
        long media;
        CHECK(streams->Next(1, &stream, NULL) == S_OK);
        CHECK(stream->get_Direction(&direction) == S_OK && stream->get_MediaType(&media) == S_OK);
        if (direction == wanted && media == TAPIMEDIATYPE_AUDIO) {
            CHECK(stream->SelectTerminal(terminal) == S_OK);
            return;
        }
    }
}

// Writes the message, and keeps a reference for each buffer until all are sent.
static void Send(ITTerminal *terminal) {
    CComPtr<IMediaStream> stream;
    std::vector<IStreamSample *> sent;
    CHECK(terminal->QueryInterface(IID_IMediaStream, reinterpret_cast<void **>(&stream)) == S_OK);
    for (int at = 0; at < MESSAGE; at += BYTES) {
        IStreamSample *sample = NULL;
        HRESULT hr = stream->AllocateSample(0, &sample);
        while (hr == VFW_E_NOT_COMMITTED && at == 0) {
            Sleep(10);
            hr = stream->AllocateSample(0, &sample);
        }
        CHECK(hr == S_OK);
        CComPtr<IMemoryData> memory;
        ULONG size = 0;
        BYTE *buffer = NULL;
        CHECK(sample->QueryInterface(IID_IMemoryData, reinterpret_cast<void **>(&memory)) == S_OK);
        CHECK(memory->GetInfo(&size, &buffer, NULL) == S_OK && size == BYTES);
        for (int i = 0; i < BYTES / 2; ++i) {
            const SHORT sound = Sound(at / 2 + i);
            memcpy(buffer + 2 * i, &sound, sizeof sound);
        }
        CHECK(memory->SetActual(BYTES) == S_OK);
        CHECK(SUCCEEDED(sample->Update(SSUPDATE_ASYNC, NULL, NULL, 0)));
        sent.push_back(sample);
    }
    for (IStreamSample *sample : sent) {
        CHECK(sample->CompletionStatus(COMPSTAT_WAIT, INFINITE) == S_OK);
        sample->Release();
    }
    CHECK(stream->SendEndOfStream(0) == S_OK);
}

// Reads until the whole message was there in one piece.
static void Receive(ITTerminal *terminal) {
    CComPtr<IMediaStream> stream;
    CComPtr<ITAllocatorProperties> properties;
    ALLOCATOR_PROPERTIES got;
    CHECK(terminal->QueryInterface(IID_IMediaStream, reinterpret_cast<void **>(&stream)) == S_OK);
    CHECK(stream.QueryInterface(&properties) == S_OK);
    CHECK(properties->GetAllocatorProperties(&got) == S_OK && got.cBuffers == BUFFERS);
    IStreamSample *samples[BUFFERS];
    HANDLE events[BUFFERS];
    for (int i = 0; i < BUFFERS; ++i) {
        CHECK(stream->AllocateSample(0, &samples[i]) == S_OK);
        events[i] = CreateEvent(NULL, FALSE, FALSE, NULL);
        CHECK(SUCCEEDED(samples[i]->Update(0, events[i], NULL, 0)));
    }
    int found = 0;
    // In the order in which they were begun, whatever is done already.
    for (int which = 0; found < MESSAGE / 2; which = (which + 1) % BUFFERS) {
        CHECK(WaitForSingleObject(events[which], PATIENCE) == WAIT_OBJECT_0);
        CHECK(samples[which]->CompletionStatus(COMPSTAT_WAIT, 0) == S_OK);
        CComPtr<IMemoryData> memory;
        ULONG size = 0, actual = 0;
        BYTE *buffer = NULL;
        CHECK(samples[which]->QueryInterface(IID_IMemoryData, reinterpret_cast<void **>(&memory)) == S_OK);
        CHECK(memory->GetInfo(&size, &buffer, &actual) == S_OK && actual == BYTES);
        for (ULONG i = 0; i < actual / 2 && found < MESSAGE / 2; ++i) {
            SHORT sound;
            memcpy(&sound, buffer + 2 * i, sizeof sound);
            CHECK(sound == 0 || sound == Sound(found));
            found += sound != 0;
        }
        CHECK(SUCCEEDED(samples[which]->Update(0, events[which], NULL, 0)));
    }
    for (int i = 0; i < BUFFERS; ++i) {
        samples[i]->CompletionStatus(COMPSTAT_WAIT | COMPSTAT_ABORT, INFINITE);
        CHECK(samples[i]->CompletionStatus(COMPSTAT_WAIT, 0) != MS_S_PENDING);
        samples[i]->Release();
        CloseHandle(events[i]);
    }
}

static CComPtr<ITAddress> Address(ITTAPI *tapi, const WCHAR *number) {
    CComPtr<IEnumAddress> all;
    CHECK(tapi->EnumerateAddresses(&all) == S_OK);
    for (;;) {
        CComPtr<ITAddress> address;
        CComBSTR own;
        CHECK(all->Next(1, &address, NULL) == S_OK);
        CHECK(address->get_DialableAddress(&own) == S_OK);
        if (lstrcmpW(own, number) == 0) return address;
    }
}

int main() {
    Sink sink;
    CHECK(SUCCEEDED(CoInitializeEx(NULL, COINIT_MULTITHREADED)));
    CHECK(tapi3_set_configuration("[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"2001\"\n"
                                  "[[line]]\nname = \"B\"\nprovider = \"sim\"\naddress = \"2002\"\n") == S_OK);
    {
        CComPtr<ITTAPI> tapi;
        CHECK(tapi.CoCreateInstance(CLSID_TAPI) == S_OK && tapi->Initialize() == S_OK);
        CHECK(tapi->put_EventFilter(TE_CALLNOTIFICATION | TE_CALLSTATE | TE_CALLMEDIA) == S_OK);
        DWORD cookie;
        CHECK(AtlAdvise(tapi, &sink, IID_ITTAPIEventNotification, &cookie) == S_OK);
        CComPtr<ITAddress> one = Address(tapi, OLESTR("2001")), two = Address(tapi, OLESTR("2002"));
        long token;
        CHECK(tapi->RegisterCallNotifications(two, VARIANT_FALSE, VARIANT_TRUE, TAPIMEDIATYPE_AUDIO, 0, &token) ==
              S_OK);

        CComPtr<ITBasicCallControl> call;
        CHECK(one->CreateCall(CComBSTR(OLESTR("2002")), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call) ==
              S_OK);
        CHECK(call->Connect(VARIANT_FALSE) == S_OK);
        CHECK(WaitForSingleObject(sink.offered, PATIENCE) == WAIT_OBJECT_0);
        CComPtr<ITTerminal> read = Terminal(two, TD_RENDER), written = Terminal(one, TD_CAPTURE);
        Select(sink.incoming, read, TD_RENDER);
        CHECK(sink.incoming->Answer() == S_OK);
        Select(call, written, TD_CAPTURE);
        CHECK(WaitForSingleObject(sink.active, PATIENCE) == WAIT_OBJECT_0);
        std::thread sender(Send, written.p);
        Receive(read);
        sender.join();
        CHECK(call->Disconnect(DC_NORMAL) == S_OK);
        sink.incoming.Release();
        CHECK(tapi->UnregisterNotifications(token) == S_OK);
        CHECK(AtlUnadvise(tapi, IID_ITTAPIEventNotification, cookie) == S_OK);
        CHECK(tapi->Shutdown() == S_OK);
    }
    CoUninitialize();
    puts("done");
    return 0;
}
