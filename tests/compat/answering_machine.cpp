// An answering machine for Windows: greets whoever calls on any line, records the message, and takes
// digits meanwhile, of which # ends it. All of it happens in the sink, as programs have it that Microsoft's
// samples begat; the TAPI part has nothing that Windows does not have.
//
//     answering_machine GREETING RECORDING MILLISECONDS
//
// It hangs up after the message has lasted for MILLISECONDS, and ends after one call.
#define UNICODE
#define _UNICODE
#define _WIN32_DCOM
#include <windows.h>
#include <atlbase.h>
#include <tapi3.h>
#include <stdio.h>
#include <stdlib.h>

static HANDLE g_hMessage, g_hDone, g_hOver;

// Says what failed, and lets the call end.
static bool Good(HRESULT hr, const char *pszWhat)
{
    if (SUCCEEDED(hr))
        return true;
    printf("%s: 0x%08lx\n", pszWhat, (unsigned long)hr);
    fflush(stdout);
    SetEvent(g_hDone);
    return false;
}

static void Say(const char *pszWhat)
{
    printf("%s\n", pszWhat);
    fflush(stdout);
}

class CMachine final : public ITTAPIEventNotification
{
    long m_cRef;
    CComBSTR m_bstrGreeting, m_bstrRecording;
    CComPtr<ITTerminal> m_pPlayer, m_pRecorder;

public:
    CComPtr<ITBasicCallControl2> m_pCall;

    CMachine(const WCHAR *pszGreeting, const WCHAR *pszRecording)
        : m_cRef(1), m_bstrGreeting(pszGreeting), m_bstrRecording(pszRecording)
    {
    }
    STDMETHODIMP QueryInterface(REFIID riid, void **ppv)
    {
        if (riid != IID_IUnknown && riid != IID_ITTAPIEventNotification)
        {
            *ppv = NULL;
            return E_NOINTERFACE;
        }
        *ppv = static_cast<ITTAPIEventNotification *>(this);
        AddRef();
        return S_OK;
    }
    STDMETHODIMP_(ULONG) AddRef() { return InterlockedIncrement(&m_cRef); }
    STDMETHODIMP_(ULONG) Release()
    {
        long cRef = InterlockedDecrement(&m_cRef);
        if (cRef == 0)
            delete this;
        return cRef;
    }

    STDMETHODIMP Event(TAPI_EVENT TapiEvent, IDispatch *pEvent)
    {
        switch (TapiEvent)
        {
        case TE_CALLNOTIFICATION: OnCall(pEvent); break;
        case TE_CALLSTATE: OnState(pEvent); break;
        case TE_CALLMEDIA: OnMedia(pEvent); break;
        case TE_FILETERMINAL: OnFile(pEvent); break;
        case TE_GATHERDIGITS: OnDigits(pEvent); break;
        default: break;
        }
        return S_OK;
    }

    // The terminals go before the call does.
    void Forget()
    {
        m_pPlayer.Release();
        m_pRecorder.Release();
        m_pCall.Release();
    }

private:
    void OnCall(IDispatch *pEvent)
    {
        CComQIPtr<ITCallNotificationEvent> pNews(pEvent);
        CComPtr<ITCallInfo> pInfo;
        if (pNews && SUCCEEDED(pNews->get_Call(&pInfo)) && !m_pCall)
            pInfo->QueryInterface(IID_ITBasicCallControl2, (void **)&m_pCall);
    }

    void OnState(IDispatch *pEvent)
    {
        CComQIPtr<ITCallStateEvent> pNews(pEvent);
        CALL_STATE state;
        if (!pNews || FAILED(pNews->get_State(&state)) || !m_pCall)
            return;
        if (state == CS_OFFERING)
        {
            Say("offering");
            CComQIPtr<ITBasicCallControl> pControl(m_pCall);
            if (!PrepareGreeting() || !Good(pControl->Answer(), "Answer"))
                pControl->Disconnect(DC_NORMAL);
        }
        if (state == CS_CONNECTED)
            Say("connected");
        if (state == CS_DISCONNECTED)
        {
            Say("disconnected");
            SetEvent(g_hDone);
            SetEvent(g_hOver);
        }
    }

    HRESULT Request(REFCLSID clsid, TERMINAL_DIRECTION direction, ITTerminal **ppTerminal)
    {
        // As it comes: no BSTR.
        LPOLESTR pszClass = NULL;
        HRESULT hr = StringFromCLSID(clsid, &pszClass);
        if (FAILED(hr))
            return hr;
        hr = m_pCall->RequestTerminal(pszClass, TAPIMEDIATYPE_AUDIO, direction, ppTerminal);
        CoTaskMemFree(pszClass);
        return hr;
    }

    bool PrepareGreeting()
    {
        if (!Good(Request(CLSID_FilePlaybackTerminal, TD_CAPTURE, &m_pPlayer), "RequestTerminal"))
            return false;
        CComQIPtr<ITMediaPlayback> pPlayback(m_pPlayer);
        SAFEARRAYBOUND bound = {1, 1};
        VARIANT varList, varFile;
        VariantInit(&varList);
        varList.vt = VT_ARRAY | VT_VARIANT;
        varList.parray = SafeArrayCreate(VT_VARIANT, 1, &bound);
        varFile.vt = VT_BSTR;
        varFile.bstrVal = m_bstrGreeting.m_str;
        LONG lIndex = 1;
        SafeArrayPutElement(varList.parray, &lIndex, &varFile);
        HRESULT hr = pPlayback->put_PlayList(varList);
        VariantClear(&varList);
        return Good(hr, "put_PlayList") &&
               Good(m_pCall->SelectTerminalOnCall(m_pPlayer), "SelectTerminalOnCall");
    }

    void OnMedia(IDispatch *pEvent)
    {
        CComQIPtr<ITCallMediaEvent> pNews(pEvent);
        CALL_MEDIA_EVENT event;
        if (!pNews || FAILED(pNews->get_Event(&event)) || event != CME_STREAM_ACTIVE)
            return;
        // The first terminal of the stream says which stream it is.
        CComPtr<ITStream> pStream;
        CComPtr<IEnumTerminal> pTerminals;
        CComPtr<ITTerminal> pTerminal;
        TERMINAL_DIRECTION direction;
        if (Good(pNews->get_Stream(&pStream), "get_Stream") &&
            Good(pStream->EnumerateTerminals(&pTerminals), "EnumerateTerminals") &&
            Good(pTerminals->Next(1, &pTerminal, NULL) == S_OK ? S_OK : E_FAIL, "Next") &&
            Good(pTerminal->get_Direction(&direction), "get_Direction") &&
            direction == TD_CAPTURE && m_pPlayer)
        {
            CComQIPtr<ITMediaControl> pControl(m_pPlayer);
            Good(pControl->Start(), "Start the greeting");
        }
    }

    void OnFile(IDispatch *pEvent)
    {
        CComQIPtr<ITFileTerminalEvent> pNews(pEvent);
        CComPtr<ITTerminal> pTerminal;
        TERMINAL_MEDIA_STATE state;
        TERMINAL_DIRECTION direction;
        if (!pNews || FAILED(pNews->get_State(&state)) || FAILED(pNews->get_Terminal(&pTerminal)) ||
            FAILED(pTerminal->get_Direction(&direction)))
            return;
        if (direction != TD_CAPTURE || state != TMS_IDLE || !m_pPlayer)
            return;
        Say("greeted");
        Good(m_pCall->UnselectTerminalOnCall(m_pPlayer), "UnselectTerminalOnCall");
        m_pPlayer.Release();
        if (StartRecording() && GatherDigits())
        {
            Say("recording");
            SetEvent(g_hMessage);
        }
    }

    // A track of its own for the stream from the caller.
    bool StartRecording()
    {
        if (!Good(Request(CLSID_FileRecordingTerminal, TD_RENDER, &m_pRecorder), "RequestTerminal"))
            return false;
        CComQIPtr<ITMediaRecord> pRecord(m_pRecorder);
        CComQIPtr<ITMultiTrackTerminal> pTracks(m_pRecorder);
        CComQIPtr<ITMediaControl> pControl(m_pRecorder);
        CComPtr<ITTerminal> pTrack;
        CComPtr<ITStream> pStream;
        return Good(pRecord->put_FileName(m_bstrRecording.m_str), "put_FileName") &&
               Good(FindStream(TD_RENDER, &pStream), "EnumerateStreams") &&
               Good(pTracks->CreateTrackTerminal(TAPIMEDIATYPE_AUDIO, TD_RENDER, &pTrack),
                    "CreateTrackTerminal") &&
               Good(pStream->SelectTerminal(pTrack), "SelectTerminal") &&
               Good(pControl->Start(), "Start the recording");
    }

    HRESULT FindStream(TERMINAL_DIRECTION wanted, ITStream **ppStream)
    {
        CComQIPtr<ITStreamControl> pControl(m_pCall);
        CComPtr<IEnumStream> pStreams;
        HRESULT hr = pControl->EnumerateStreams(&pStreams);
        while (SUCCEEDED(hr))
        {
            CComPtr<ITStream> pStream;
            TERMINAL_DIRECTION direction;
            if (pStreams->Next(1, &pStream, NULL) != S_OK)
                return E_FAIL;
            if (SUCCEEDED(pStream->get_Direction(&direction)) && direction == wanted)
                return pStream.CopyTo(ppStream);
        }
        return hr;
    }

    bool GatherDigits()
    {
        CComQIPtr<ITLegacyCallMediaControl2> pDigits(m_pCall);
        return Good(pDigits->GatherDigits(LINEDIGITMODE_DTMF, 20, CComBSTR(u"#"), 0, 0),
                    "GatherDigits");
    }

    void OnDigits(IDispatch *pEvent)
    {
        CComQIPtr<ITDigitsGatheredEvent> pNews(pEvent);
        CComBSTR bstrDigits;
        TAPI_GATHERTERM how;
        if (!pNews || FAILED(pNews->get_Digits(&bstrDigits)) ||
            FAILED(pNews->get_GatherTermination(&how)) || how == TGT_CANCEL)
            return;
        wprintf(u"digits %s\n", bstrDigits.m_str);
        SetEvent(g_hDone);
    }
};

static HRESULT Listen(ITTAPI *pTapi)
{
    CComPtr<IEnumAddress> pAddresses;
    HRESULT hr = pTapi->EnumerateAddresses(&pAddresses);
    while (SUCCEEDED(hr))
    {
        CComPtr<ITAddress> pAddress;
        if (pAddresses->Next(1, &pAddress, NULL) != S_OK)
            return S_OK;
        CComQIPtr<ITMediaSupport> pSupport(pAddress);
        VARIANT_BOOL bAudio = VARIANT_FALSE;
        LONG lToken = 0;
        hr = pSupport->QueryMediaType(TAPIMEDIATYPE_AUDIO, &bAudio);
        if (SUCCEEDED(hr) && bAudio)
            hr = pTapi->RegisterCallNotifications(pAddress, VARIANT_FALSE, VARIANT_TRUE,
                                                  TAPIMEDIATYPE_AUDIO, 0, &lToken);
    }
    return hr;
}

static HRESULT Run(CMachine *pMachine, DWORD dwLength)
{
    CComPtr<ITTAPI> pTapi;
    HRESULT hr = pTapi.CoCreateInstance(CLSID_TAPI);
    if (FAILED(hr))
        return hr;
    hr = pTapi->Initialize();
    if (FAILED(hr))
        return hr;
    pTapi->put_EventFilter(TE_CALLNOTIFICATION | TE_CALLSTATE | TE_CALLMEDIA | TE_FILETERMINAL |
                           TE_GATHERDIGITS);
    DWORD dwCookie = 0;
    hr = pTapi.Advise(pMachine, IID_ITTAPIEventNotification, &dwCookie);
    if (SUCCEEDED(hr))
        hr = Listen(pTapi);
    if (SUCCEEDED(hr))
    {
        Say("listening");
        HANDLE hEvents[] = {g_hMessage, g_hDone};
        if (WaitForMultipleObjects(2, hEvents, FALSE, 60000) == WAIT_OBJECT_0)
            WaitForSingleObject(g_hDone, dwLength);
        CComQIPtr<ITBasicCallControl> pControl(pMachine->m_pCall);
        hr = pControl ? pControl->Disconnect(DC_NORMAL) : E_FAIL;
        printf("Disconnect: 0x%08lx\n", (unsigned long)hr);
        WaitForSingleObject(g_hOver, 10000);
    }
    pTapi->Shutdown();
    pMachine->Forget();
    return hr;
}

int main(int argc, char *argv[])
{
    if (argc != 4)
        return 2;
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    g_hMessage = CreateEvent(NULL, FALSE, FALSE, NULL);
    g_hDone = CreateEvent(NULL, TRUE, FALSE, NULL);
    g_hOver = CreateEvent(NULL, TRUE, FALSE, NULL);
    CMachine *pMachine = new CMachine(CA2W(argv[1]).m_psz, CA2W(argv[2]).m_psz);
    HRESULT hr = Run(pMachine, (DWORD)atoi(argv[3]));
    pMachine->Release();
    CloseHandle(g_hMessage);
    CloseHandle(g_hDone);
    CloseHandle(g_hOver);
    CoUninitialize();
    return FAILED(hr);
}
