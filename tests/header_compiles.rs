//! The headers compile in every language that they promise, with every warning an error, and a
//! program written as for Windows compiles against them.

#[path = "support/compiler.rs"]
mod compiler;

use compiler::Unit;

const C: [&str; 3] = ["c99", "c11", "c17"];
const CPP: [&str; 4] = ["c++11", "c++14", "c++17", "c++20"];

#[test]
fn headers_alone() {
    // An empty unit is itself a pedantic error in C.
    let alone = "#include <tapi3.h>\nextern int not_empty;\n";
    for standard in C {
        for options in [
            &[][..],
            &["-DCOBJMACROS"],
            &["-DCINTERFACE"],
            &["-fshort-wchar"],
        ] {
            Unit {
                standard,
                options,
                source: alone,
            }
            .compile();
        }
    }
    for standard in CPP {
        for options in [
            &["-Wold-style-cast", "-Wuseless-cast", "-Wconversion"][..],
            &["-fshort-wchar"],
            &["-DCINTERFACE"],
            &["-DCINTERFACE", "-DCOBJMACROS"],
        ] {
            Unit {
                standard,
                options,
                source: alone,
            }
            .compile();
        }
        for pair in [
            "#include <tapi3.hpp>\n",
            "#include <tapi3.hpp>\n#include <tapi3.h>\n",
            "#include <tapi3.h>\n#include <tapi3.hpp>\n",
        ] {
            Unit {
                standard,
                options: &[],
                source: pair,
            }
            .compile();
        }
    }
}

/// Places a call and hangs up, as the samples for Windows do it in C.
const C_PROGRAM: &str = r#"
#define COBJMACROS
#include <tapi3.h>

static HRESULT STDMETHODCALLTYPE Sink_QueryInterface(ITTAPIEventNotification *This, REFIID riid, void **ppv) {
    if (!IsEqualIID(riid, &IID_IUnknown) && !IsEqualIID(riid, &IID_ITTAPIEventNotification)) {
        *ppv = NULL;
        return E_NOINTERFACE;
    }
    *ppv = This;
    return S_OK;
}
static ULONG STDMETHODCALLTYPE Sink_AddRef(ITTAPIEventNotification *This) { (void)This; return 2; }
static ULONG STDMETHODCALLTYPE Sink_Release(ITTAPIEventNotification *This) { (void)This; return 1; }
static HRESULT STDMETHODCALLTYPE Sink_Event(ITTAPIEventNotification *This, TAPI_EVENT TapiEvent, IDispatch *pEvent) {
    (void)This;
    (void)pEvent;
    switch (TapiEvent) {
    case TE_CALLSTATE:
    case TE_CALLNOTIFICATION:
        return S_OK;
    default:
        return S_FALSE;
    }
}
static const ITTAPIEventNotificationVtbl sink_methods = {Sink_QueryInterface, Sink_AddRef, Sink_Release, Sink_Event};
static ITTAPIEventNotification sink = {&sink_methods};

int main(void) {
    ITTAPI *tapi = NULL;
    ITAddress *address = NULL;
    ITBasicCallControl *call = NULL;
    IEnumAddress *addresses = NULL;
    IConnectionPointContainer *container = NULL;
    VARIANT v;
    BSTR number;
    HRESULT hr = CoCreateInstance(&CLSID_TAPI, NULL, CLSCTX_INPROC_SERVER, &IID_ITTAPI, (void **)&tapi);
    if (FAILED(hr)) return 1;
    hr = ITTAPI_QueryInterface(tapi, &IID_IConnectionPointContainer, (void **)&container);
    if (SUCCEEDED(hr)) (void)IConnectionPointContainer_Release(container);
    ITTAPI_put_EventFilter(tapi, TE_CALLSTATE | TE_CALLNOTIFICATION);
    ITTAPI_EnumerateAddresses(tapi, &addresses);
    IEnumAddress_Next(addresses, 1, &address, NULL);
    number = SysAllocString(OLESTR("1001"));
    hr = ITAddress_CreateCall(address, number, LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call);
    SysFreeString(number);
    if (hr == TAPI_E_INVALADDRESSTYPE || hr == (HRESULT)E_POINTER) return 1;
    V_VT(&v) = VT_ARRAY | VT_DISPATCH;
    V_ARRAY(&v) = NULL;
    ITTAPI_SetCallHubTracking(tapi, v, VARIANT_TRUE);
    if (S_OK != ITBasicCallControl_Disconnect(call, DC_NORMAL)) return HRESULT_CODE(hr);
    return sink.lpVtbl->Event(&sink, TE_CALLSTATE, NULL) == S_OK ? 0 : 1;
}
"#;

#[test]
fn a_c_program_for_windows() {
    for standard in ["c11", "c17"] {
        for options in [&[][..], &["-fshort-wchar"], &["-Wconversion"]] {
            Unit {
                standard,
                options,
                source: C_PROGRAM,
            }
            .compile();
        }
    }
    let short = C_PROGRAM.replace("OLESTR(\"1001\")", "L\"1001\"");
    Unit {
        standard: "c99",
        options: &["-fshort-wchar"],
        source: &short,
    }
    .compile();
    let utf16 = C_PROGRAM.replace("OLESTR(\"1001\")", "u\"1001\"");
    Unit {
        standard: "c11",
        options: &[],
        source: &utf16,
    }
    .compile();
}

/// The same in C++, with and without the helpers of tapi3.hpp.
const CPP_PROGRAM: &str = r#"
#include <tapi3.h>

class Sink final : public ITTAPIEventNotification {
public:
    STDMETHODIMP QueryInterface(REFIID riid, void **ppv) override {
        if (riid != IID_IUnknown && !IsEqualIID(riid, IID_ITTAPIEventNotification)) {
            *ppv = nullptr;
            return E_NOINTERFACE;
        }
        *ppv = static_cast<ITTAPIEventNotification *>(this);
        AddRef();
        return S_OK;
    }
    STDMETHODIMP_(ULONG) AddRef() override { return ++references; }
    STDMETHODIMP_(ULONG) Release() override { return --references; }
    STDMETHODIMP Event(TAPI_EVENT TapiEvent, IDispatch *pEvent) override {
        ITCallStateEvent *event = nullptr;
        if (TapiEvent != TE_CALLSTATE) return S_FALSE;
        return pEvent->QueryInterface(IID_ITCallStateEvent, reinterpret_cast<void **>(&event));
    }
private:
    ULONG references = 1;
};

int main() {
    ITTAPI *pTapi = NULL;
    HRESULT hr = CoCreateInstance(CLSID_TAPI, NULL, CLSCTX_INPROC_SERVER, IID_ITTAPI, (void **)&pTapi);
    if (FAILED(hr)) return 1;
    pTapi->put_EventFilter(TE_CALLSTATE | TE_CALLNOTIFICATION);
    Sink sink;
    tapi3::ComPtr<ITTAPI> tapi;
    if (FAILED(tapi3::create(CLSID_TAPI, tapi))) return 1;
    tapi3::ComPtr<IEnumAddress> addresses;
    tapi->EnumerateAddresses(addresses.put());
    tapi3::ComPtr<ITAddress> address;
    addresses->Next(1, address.put(), nullptr);
    tapi3::Bstr number(OLESTR("1001"));
    if (tapi3::Bstr::from_utf8("1001").utf8() != number.utf8()) return 1;
    tapi3::ComPtr<ITBasicCallControl> call;
    hr = address->CreateCall(number.get(), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, call.put());
    ITCallInfo *info = nullptr;
    hr = call->QueryInterface(&info);
    hr = call->QueryInterface(IID_PPV_ARGS(&info));
    tapi3::ComPtr<ITCallInfo2> info2 = call.as<ITCallInfo2>();
    if (info2 && tapi3::iid<ITCallInfo2>() == IID_ITCallInfo2) info2.reset();
    VARIANT v;
    v.vt = VT_I4;
    v.lVal = static_cast<LONG>(number.str().size() + number.length());
    tapi->SetCallHubTracking(v, VARIANT_FALSE);
    return call->Disconnect(DC_NORMAL) == S_OK ? 0 : 1;
}
"#;

#[test]
fn a_cpp_program_for_windows() {
    for standard in CPP {
        for options in [&[][..], &["-fshort-wchar"], &["-Woverloaded-virtual"]] {
            Unit {
                standard,
                options,
                source: CPP_PROGRAM,
            }
            .compile();
        }
    }
}

#[test]
fn the_hpp_says_so_when_the_c_view_is_asked_for() {
    let refused = std::panic::catch_unwind(|| {
        Unit {
            standard: "c++17",
            options: &["-DCINTERFACE"],
            source: "#include <tapi3.hpp>\n",
        }
        .compile();
    });
    let message = refused.expect_err("both views cannot be had at once");
    let message = message.downcast_ref::<String>().expect("a message");
    assert!(
        message.contains("CINTERFACE asks for the C view"),
        "{message}"
    );
}
