//! The helpers of tapi3.hpp at run time, against the library: who holds a reference, who frees.

#[path = "support/compiler.rs"]
mod compiler;

use compiler::Unit;

/// Exits with the line of the first check that fails.
const PROGRAM: &str = r#"
#include <tapi3.hpp>
#include <utility>
#define CHECK(condition) do { if (!(condition)) return __LINE__; } while (0)

class Counted final : public IUnknown {
public:
    ULONG references = 1;
    STDMETHODIMP QueryInterface(REFIID riid, void **ppv) override {
        if (!ppv) return E_POINTER;
        *ppv = riid == IID_IUnknown ? this : nullptr;
        if (!*ppv) return E_NOINTERFACE;
        AddRef();
        return S_OK;
    }
    STDMETHODIMP_(ULONG) AddRef() override { return ++references; }
    STDMETHODIMP_(ULONG) Release() override { return --references; }
};

static int pointers() {
    Counted object;
    {
        tapi3::ComPtr<IUnknown> one(&object);
        CHECK(object.references == 2 && one.get() == &object && one);
        tapi3::ComPtr<IUnknown> two = one;
        CHECK(object.references == 3);
        tapi3::ComPtr<IUnknown> moved = std::move(two);
        CHECK(object.references == 3 && !two);
        moved = moved;
        CHECK(object.references == 3 && moved.get() == &object);
        moved = nullptr;
        CHECK(object.references == 2 && !moved);
        CHECK(SUCCEEDED(one->QueryInterface(IID_IUnknown, moved.put_void())));
        CHECK(object.references == 3);
        CHECK(!one.as<ITTAPI>() && one.as<IUnknown>());
        CHECK(object.references == 3);
        tapi3::ComPtr<ITTAPI> none;
        CHECK(one.query(none) == E_NOINTERFACE && none.query(one) == E_POINTER && one);
        moved.put();
        CHECK(object.references == 2);
        moved.attach(one.detach());
        CHECK(object.references == 2 && !one);
    }
    CHECK(object.references == 1);
    return 0;
}

static int texts() {
    tapi3::Bstr empty;
    CHECK(empty.empty() && empty.get() == nullptr && empty.utf8().empty() && empty.str().empty());
    tapi3::Bstr number(OLESTR("1001"));
    CHECK(number.length() == 4 && SysStringLen(number.get()) == 4 && number.utf8() == "1001");
    tapi3::Bstr copy = number;
    CHECK(copy.get() != number.get() && copy.str() == number.str());
    BSTR raw = copy.detach();
    CHECK(copy.empty() && raw);
    *copy.put() = raw;
    CHECK(copy.utf8() == "1001");
    copy = tapi3::Bstr::from_utf8("Z\xC3\xBCrich \xF0\x9F\x93\x9E");
    CHECK(copy.length() == 9 && copy.utf8() == "Z\xC3\xBCrich \xF0\x9F\x93\x9E");
    const OLECHAR with_zero[] = {'a', 0, 'b'};
    tapi3::Bstr kept(std::basic_string<OLECHAR>(with_zero, 3));
    CHECK(kept.length() == 3 && tapi3::Bstr(kept).length() == 3);
    return 0;
}

static int objects() {
    tapi3::ComPtr<ITTAPI> tapi;
    CHECK(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED)));
    CHECK(tapi3::create(CLSID_TAPI, tapi) == S_OK && tapi);
    ITTAPI2 *second = nullptr;
    CHECK(tapi->QueryInterface(&second) == S_OK && second != nullptr);
    // One object, one identity.
    CHECK(tapi.as<IUnknown>().get() == tapi3::ComPtr<ITTAPI2>(second).as<IUnknown>().get());
    second->Release();
    // A VARIANT is passed by value from C++ to the library.
    VARIANT wrong;
    VariantInit(&wrong);
    wrong.vt = VT_I4;
    wrong.lVal = 7;
    CHECK(tapi->Initialize() == S_OK);
    CHECK(tapi->SetCallHubTracking(wrong, VARIANT_TRUE) == E_INVALIDARG);
    VARIANT all;
    VariantInit(&all);
    CHECK(tapi->SetCallHubTracking(all, VARIANT_TRUE) == S_OK);
    CHECK(tapi->Shutdown() == S_OK);
    tapi.reset();
    CoUninitialize();
    return 0;
}

int main() {
    int line = pointers();
    if (!line) line = texts();
    if (!line) line = objects();
    if (line) std::printf("line %d\n", line);
    return line != 0;
}
"#;

#[test]
fn helpers_hold_what_they_should_and_give_it_back() {
    for standard in ["c++11", "c++20"] {
        let source = format!("#include <cstdio>{PROGRAM}");
        // `moved = moved` is meant.
        let options = &["-Wno-self-assign-overloaded"][..];
        Unit {
            standard,
            options,
            source: &source,
        }
        .run();
    }
}
