// Objects of ATL: who holds them, what their maps answer, what becomes of one that cannot be made.
#include <atlbase.h>
CComModule _Module;
#include <atlcom.h>

#include <tapi3.h>

#include <thread>

#include "check.h"

static LONG g_constructed, g_released, g_destroyed, g_connected;

// An interface of the program's own.
static const IID IID_IMine = {0x5d0c7a52, 0x3f0e, 0x4c5c, {0x9d, 0x5b, 0x6b, 0x3a, 0x0e, 0x11, 0x7f, 0x01}};
struct IMine : public IUnknown {
    STDMETHOD_(int, Answer)() = 0;
};
template <> inline const IID &tapi3::iid<IMine>() noexcept { return IID_IMine; }

template <class Model> class ATL_NO_VTABLE CBaseSink : public CComObjectRootEx<Model>, public ITTAPIEventNotification {
public:
    BEGIN_COM_MAP(CBaseSink)
        COM_INTERFACE_ENTRY(ITTAPIEventNotification)
    END_COM_MAP()

    STDMETHOD(Event)(TAPI_EVENT event, IDispatch *object) {
        typename CBaseSink::ObjectLock lock(this);
        CComQIPtr<ITCallStateEvent> state(object);
        CALL_STATE now = CS_IDLE;
        if (event == TE_CALLSTATE && state && SUCCEEDED(state->get_State(&now)) && now == CS_CONNECTED)
            InterlockedIncrement(&g_connected);
        return S_OK;
    }
};

class ATL_NO_VTABLE CSink : public CBaseSink<CComSingleThreadModel>,
                            public CComCoClass<CSink, &CLSID_NULL>,
                            public ISupportErrorInfo,
                            public IMine {
public:
    DECLARE_NO_REGISTRY()
    DECLARE_NOT_AGGREGATABLE(CSink)
    DECLARE_PROTECT_FINAL_CONSTRUCT()
    DECLARE_GET_CONTROLLING_UNKNOWN()

    BEGIN_COM_MAP(CSink)
        COM_INTERFACE_ENTRY_NOINTERFACE(ITTAPI)
        COM_INTERFACE_ENTRY(ISupportErrorInfo)
        COM_INTERFACE_ENTRY2(IMine, IMine)
        COM_INTERFACE_ENTRY_IID(IID_ITTAPI2, ISupportErrorInfo)
        COM_INTERFACE_ENTRY_CHAIN(CBaseSink<CComSingleThreadModel>)
    END_COM_MAP()

    ~CSink() { ++g_destroyed; }
    HRESULT FinalConstruct() {
        ++g_constructed;
        CComPtr<IUnknown> myself(GetUnknown());
        return m_hrConstruct;
    }
    void FinalRelease() {
        ++g_released;
        CComPtr<IUnknown> myself(GetControllingUnknown());
        // It is clear whose AddRef this is.
        AddRef();
        Release();
    }
    STDMETHOD(InterfaceSupportsErrorInfo)(REFIID) { return S_FALSE; }
    STDMETHOD_(int, Answer)() { return 42; }

    static HRESULT m_hrConstruct;
};
HRESULT CSink::m_hrConstruct = S_OK;

class CThrows : public CBaseSink<CComMultiThreadModel> {
public:
    CThrows() { AtlThrow(E_ACCESSDENIED); }
};

static void references() {
    CComObject<CSink> *sink = NULL;
    CHECK(CComObject<CSink>::CreateInstance(NULL) == E_POINTER);
    CHECK(CComObject<CSink>::CreateInstance(&sink) == S_OK && sink != NULL);
    CHECK(sink->m_dwRef == 0 && g_constructed == 1 && _Module.GetLockCount() == 1);
    CHECK(sink->AddRef() == 1 && sink->AddRef() == 2 && sink->Release() == 1);
    {
        CComPtr<IUnknown> unknown, again;
        CHECK(sink->QueryInterface(IID_IUnknown, (void **)&unknown) == S_OK && unknown == sink->GetUnknown());
        CHECK(sink->m_dwRef == 2);
        CComQIPtr<ITTAPIEventNotification> events(unknown);
        CComQIPtr<ISupportErrorInfo> errors(events);
        CComQIPtr<IMine> mine(errors);
        CHECK(events && errors && mine && mine->Answer() == 42 && sink->m_dwRef == 5);
        CHECK(mine->QueryInterface(IID_IUnknown, (void **)&again) == S_OK && again == unknown);
        CComPtr<ITTAPI> none;
        CHECK(mine->QueryInterface(IID_ITTAPI, (void **)&none) == E_NOINTERFACE && none == NULL);
        void *other = sink;
        CHECK(sink->QueryInterface(IID_ITAddress, &other) == E_NOINTERFACE && other == NULL);
        CHECK(sink->QueryInterface(IID_ITTAPI2, &other) == S_OK && other == errors.p);
        errors->Release();
        CHECK(sink->QueryInterface(IID_IUnknown, NULL) == E_POINTER);
        CComPtr<IMine> typed;
        CHECK(sink->QueryInterface(&typed) == S_OK && typed == mine);
    }
    CHECK(sink->m_dwRef == 1 && g_released == 0);
    CHECK(sink->Release() == 0);
    CHECK(g_released == 1 && g_destroyed == 1 && _Module.GetLockCount() == 0);
}

static void other_ways() {
    // One that cannot be made, and one whose constructor throws.
    CSink::m_hrConstruct = E_ACCESSDENIED;
    CComObject<CSink> *sink = NULL;
    CHECK(CComObject<CSink>::CreateInstance(&sink) == E_ACCESSDENIED && sink == NULL);
    CHECK(g_constructed == 2 && g_destroyed == 2 && _Module.GetLockCount() == 0);
    CSink::m_hrConstruct = S_OK;
    CComObject<CThrows> *throws = NULL;
    CHECK(CComObject<CThrows>::CreateInstance(&throws) == E_ACCESSDENIED && throws == NULL);
    CHECK(_Module.GetLockCount() == 0);
    {
        CComPtr<IMine> mine;
        CHECK(CSink::CreateInstance(&mine) == S_OK && mine->Answer() == 42 && _Module.GetLockCount() == 1);
        CComPtr<ITTAPI> none;
        CHECK(CSink::CreateInstance(&none) == E_NOINTERFACE && none == NULL && g_destroyed == 3);
        CHECK(CSink::GetObjectCLSID() == CLSID_NULL);
    }
    CHECK(g_destroyed == 4 && _Module.GetLockCount() == 0);
    {
        CComObjectStackEx<CSink> here;
        CHECK(here.m_hResFinalConstruct == S_OK);
        CComQIPtr<IMine> mine(here.GetUnknown());
        CHECK(mine && here.m_dwRef == 1);
    }
    CHECK(g_destroyed == 5 && g_released == 5);
    CComPtr<IMine> alone(new CComObjectNoLock<CSink>);
    CHECK(_Module.GetLockCount() == 0 && alone->Answer() == 42);
}

// CComSingleThreadModel is enough: its references are counted for several threads.
static void threads() {
    CComObject<CSink> *sink = NULL;
    CHECK(CComObject<CSink>::CreateInstance(&sink) == S_OK);
    sink->AddRef();
    auto use = [sink] {
        for (int i = 0; i < 20000; ++i) {
            sink->AddRef();
            CSink::ObjectLock lock(sink), again(sink);
            sink->Release();
        }
    };
    std::thread one(use), two(use);
    one.join();
    two.join();
    CHECK(sink->m_dwRef == 1 && sink->Release() == 0);
}

static void with_the_library() {
    CHECK(CoInitialize(NULL) == S_OK);
    {
        CComPtr<ITTAPI> tapi;
        CHECK(tapi.CoCreateInstance(CLSID_TAPI) == S_OK && tapi->Initialize() == S_OK);
        CComObject<CSink> *sink = NULL;
        CHECK(CComObject<CSink>::CreateInstance(&sink) == S_OK);
        sink->AddRef();
        DWORD cookie = 0;
        CHECK(AtlAdvise(tapi, sink->GetUnknown(), IID_ITTAPIEventNotification, &cookie) == S_OK && sink->m_dwRef > 1);
        CHECK(tapi->put_EventFilter(TE_CALLSTATE) == S_OK);
        CComPtr<IEnumAddress> addresses;
        CComPtr<ITAddress> address;
        CHECK(tapi->EnumerateAddresses(&addresses) == S_OK && addresses->Next(1, &address, NULL) == S_OK);
        CComPtr<ITBasicCallControl> call;
        CHECK(address->CreateCall(CComBSTR("1001"), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call) == S_OK);
        CHECK(call->Connect(VARIANT_TRUE) == S_OK);
        for (DWORD waited = 0; InterlockedExchangeAdd(&g_connected, 0) == 0 && waited < PATIENCE; waited += 5) Sleep(5);
        CHECK(g_connected == 1);
        CHECK(call->Disconnect(DC_NORMAL) == S_OK);
        CHECK(AtlUnadvise(tapi, IID_ITTAPIEventNotification, cookie) == S_OK);
        CHECK(tapi->Shutdown() == S_OK);
        CHECK(sink->Release() == 0);
    }
    CoUninitialize();
}

int main() {
    CHECK(_Module.Init(NULL, NULL) == S_OK && _Module.GetModuleInstance() == NULL);
    references();
    other_ways();
    threads();
    with_the_library();
    _Module.Term();
    puts("done");
    return 0;
}
