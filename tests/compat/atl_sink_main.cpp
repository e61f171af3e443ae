// The rest of a program whose beginning, with the sink and its queue, stands in docs/porting.md.
#include <stdio.h>

CComModule _Module;

static HRESULT Call(CEventQueue &queue) {
    CComPtr<ITTAPI> pTapi;
    CComObject<CTapiSink> *pSink = NULL;
    HRESULT hr = pTapi.CoCreateInstance(CLSID_TAPI);
    if (SUCCEEDED(hr)) hr = pTapi->Initialize();
    if (SUCCEEDED(hr)) hr = CComObject<CTapiSink>::CreateInstance(&pSink);
    if (FAILED(hr)) return hr;
    pSink->AddRef();
    pSink->m_pQueue = &queue;
    DWORD dwCookie = 0;
    hr = AtlAdvise(pTapi, pSink->GetUnknown(), IID_ITTAPIEventNotification, &dwCookie);
    if (SUCCEEDED(hr)) hr = pTapi->put_EventFilter(TE_CALLSTATE);
    CComPtr<IEnumAddress> pAddresses;
    if (SUCCEEDED(hr)) hr = pTapi->EnumerateAddresses(&pAddresses);
    CComPtr<ITAddress> pAddress;
    if (SUCCEEDED(hr)) hr = pAddresses->Next(1, &pAddress, NULL);
    CComPtr<ITBasicCallControl> pCall;
    if (SUCCEEDED(hr))
        hr = pAddress->CreateCall(CComBSTR("1001"), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &pCall);
    if (SUCCEEDED(hr)) hr = pCall->Connect(VARIANT_FALSE);
    CALL_STATE cs = CS_IDLE;
    while (SUCCEEDED(hr) && cs != CS_DISCONNECTED) {
        CComPtr<IDispatch> pEvent;
        if (queue.Get(pEvent) != TE_CALLSTATE) continue;
        hr = CComQIPtr<ITCallStateEvent>(pEvent)->get_State(&cs);
        puts(cs == CS_INPROGRESS ? "in progress" : cs == CS_CONNECTED ? "connected" : "disconnected");
        if (SUCCEEDED(hr) && cs == CS_CONNECTED) hr = pCall->Disconnect(DC_NORMAL);
    }
    if (SUCCEEDED(hr)) hr = AtlUnadvise(pTapi, IID_ITTAPIEventNotification, dwCookie);
    pTapi->Shutdown();
    return pSink->Release() == 0 && _Module.GetLockCount() == 0 ? hr : E_FAIL;
}

int main() {
    CoInitialize(NULL);
    _Module.Init(NULL, NULL);
    CEventQueue queue;
    const HRESULT hr = Call(queue);
    _Module.Term();
    CoUninitialize();
    return FAILED(hr);
}
