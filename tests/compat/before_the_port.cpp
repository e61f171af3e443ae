// Calls a number, shows each state of the call, hangs up when it has been connected for a second.
// This is the program of docs/porting.md before the port: it builds on Windows, not here.
#define UNICODE
#define _UNICODE
#define _WIN32_DCOM
#include <Windows.h>
#include <AtlBase.h>
#include <Tapi3.h>
#include <stdio.h>
#include <string>

static HANDLE g_hConnected, g_hOver;

static const wchar_t *StateName(CALL_STATE state)
{
    switch (state)
    {
    case CS_INPROGRESS: return L"in progress";
    case CS_CONNECTED: return L"connected";
    case CS_DISCONNECTED: return L"disconnected";
    default: return L"another state";
    }
}

class CSink : public ITTAPIEventNotification
{
    long m_cRef;

public:
    CSink() : m_cRef(1) {}
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
        CComQIPtr<ITCallStateEvent> pState(pEvent);
        CALL_STATE state;
        if (TapiEvent != TE_CALLSTATE || !pState || FAILED(pState->get_State(&state)))
            return S_OK;
        wprintf(L"The call is %s\n", StateName(state));
        if (state == CS_CONNECTED)
            SetEvent(g_hConnected);
        if (state == CS_DISCONNECTED)
            SetEvent(g_hOver);
        return S_OK;
    }
};

// Waits for one of the events; the messages of the apartment go on meanwhile.
static DWORD Wait(DWORD nCount, const HANDLE *phEvents, DWORD dwMilliseconds)
{
    for (;;)
    {
        DWORD dw = MsgWaitForMultipleObjects(nCount, phEvents, FALSE, dwMilliseconds, QS_ALLINPUT);
        if (dw != WAIT_OBJECT_0 + nCount)
            return dw;
        MSG msg;
        while (PeekMessage(&msg, NULL, 0, 0, PM_REMOVE))
            DispatchMessage(&msg);
    }
}

static HRESULT FindAddress(ITTAPI *pTapi, ITAddress **ppAddress)
{
    CComPtr<IEnumAddress> pAddresses;
    HRESULT hr = pTapi->EnumerateAddresses(&pAddresses);
    while (SUCCEEDED(hr))
    {
        CComPtr<ITAddress> pAddress;
        if (pAddresses->Next(1, &pAddress, NULL) != S_OK)
            return E_FAIL;
        CComQIPtr<ITAddressCapabilities> pCaps(pAddress);
        long lTypes = 0;
        if (pCaps && SUCCEEDED(pCaps->get_AddressCapability(AC_ADDRESSTYPES, &lTypes)) &&
            (lTypes & LINEADDRESSTYPE_PHONENUMBER))
            return pAddress.CopyTo(ppAddress);
    }
    return hr;
}

static HRESULT Call(const std::wstring &strNumber)
{
    CComPtr<ITTAPI> pTapi;
    HRESULT hr = pTapi.CoCreateInstance(CLSID_TAPI);
    if (hr < 0)
        return hr;
    hr = pTapi->Initialize();
    if (FAILED(hr))
        return hr;
    pTapi->put_EventFilter(TE_CALLSTATE);

    CSink *pSink = new CSink;
    DWORD dwCookie = 0;
    hr = pTapi.Advise(pSink, IID_ITTAPIEventNotification, &dwCookie);
    pSink->Release();

    CComPtr<ITAddress> pAddress;
    if (SUCCEEDED(hr))
        hr = FindAddress(pTapi, &pAddress);
    CComBSTR bstrName;
    if (SUCCEEDED(hr) && SUCCEEDED(pAddress->get_AddressName(&bstrName)))
        wprintf(L"From %s to %s\n", bstrName.m_str, strNumber.c_str());

    CComPtr<ITBasicCallControl> pCall;
    if (SUCCEEDED(hr))
        hr = pAddress->CreateCall(CComBSTR(strNumber.c_str()), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &pCall);
    if (SUCCEEDED(hr))
        hr = pCall->Connect(VARIANT_FALSE);
    HANDLE hEvents[] = {g_hConnected, g_hOver};
    if (SUCCEEDED(hr) && Wait(2, hEvents, 30000) == WAIT_OBJECT_0)
    {
        Sleep(1000);
        hr = pCall->Disconnect(DC_NORMAL);
        wprintf(L"Disconnect: 0x%08lx\n", hr);
        Wait(1, &g_hOver, 10000);
    }
    pTapi->Shutdown();
    return hr;
}

int wmain(int argc, wchar_t *argv[])
{
    if (argc != 2)
    {
        wprintf(L"Usage: %s NUMBER\n", argv[0]);
        return 2;
    }
    CoInitialize(NULL);
    g_hConnected = CreateEvent(NULL, FALSE, FALSE, NULL);
    g_hOver = CreateEvent(NULL, FALSE, FALSE, NULL);
    HRESULT hr = Call(argv[1]);
    if (FAILED(hr))
        wprintf(L"It failed: 0x%08lx\n", hr);
    CloseHandle(g_hConnected);
    CloseHandle(g_hOver);
    CoUninitialize();
    return FAILED(hr);
}
