// CComPtr, CComQIPtr, CComBSTR, CComVariant: who holds a reference, who frees, what is thrown.
#include <atlbase.h>

#include <utility>
#include <vector>

#include "check.h"
#include "counted.h"

static void pointers() {
    Counted object;
    ITTAPIEventNotification *const raw = &object;
    {
        CComPtr<ITTAPIEventNotification> one(raw);
        CHECK(object.references == 2 && one == raw && one.p == raw && !(!one));
        CComPtr<ITTAPIEventNotification> two = one;
        CHECK(object.references == 3);
        CComPtr<ITTAPIEventNotification> moved = std::move(two);
        CHECK(object.references == 3 && two == NULL && moved != NULL);
        CComPtr<ITTAPIEventNotification> &itself = moved;
        moved = itself;
        one = one.p;
        CHECK(object.references == 3 && moved.p == raw);
        moved = NULL;
        CHECK(object.references == 2 && !moved);
        moved = raw;
        CHECK(object.references == 3);
        moved.Release();
        moved.Release();
        CHECK(object.references == 2 && moved == nullptr);

        CHECK(one.CopyTo(&moved) == S_OK && object.references == 3);
        CHECK(one.CopyTo(nullptr) == E_POINTER);
        ITTAPIEventNotification *detached = moved.Detach();
        CHECK(object.references == 3 && detached == raw && moved == NULL);
        moved.Attach(detached);
        CHECK(object.references == 3);
        one.Attach(moved.Detach());
        CHECK(object.references == 2);

        CComPtr<IUnknown> unknown;
        CHECK(one.QueryInterface(&unknown) == S_OK && object.references == 3);
        CHECK(one.IsEqualObject(unknown) && !one.IsEqualObject(NULL) && !moved.IsEqualObject(unknown));
        CHECK(object.references == 3);
        // Another interface is asked for.
        CComPtr<ISupportErrorInfo> other = one;
        CHECK(other != NULL && object.references == 4 && other->InterfaceSupportsErrorInfo(IID_ITTAPI) == S_OK);
        CComPtr<ITTAPI> none = one;
        CHECK(none == NULL && object.references == 4);

        std::vector<CComPtr<ITTAPIEventNotification>> many(5, one);
        CHECK(object.references == 9);
        many.erase(many.begin());
        CHECK(object.references == 8);
    }
    CHECK(object.references == 1);
}

static void asking_pointers() {
    Counted object;
    {
        CComPtr<ITTAPIEventNotification> sink(&object);
        CComQIPtr<ISupportErrorInfo> other = sink;
        CHECK(other != NULL && object.references == 3);
        CComQIPtr<ITTAPI> none(sink);
        CHECK(none == NULL && object.references == 3);
        CComQIPtr<ISupportErrorInfo, &IID_ISupportErrorInfo> with_id(static_cast<IUnknown *>(sink.p));
        CHECK(with_id != NULL && object.references == 4);
        none = sink;
        other = sink;
        CHECK(none == NULL && other != NULL && object.references == 4);
        CComQIPtr<IUnknown> unknown(sink);
        CHECK(unknown != NULL && object.references == 5);
        other = (ISupportErrorInfo *)NULL;
        with_id = other;
        CHECK(object.references == 3);
        const CComQIPtr<ITTAPIEventNotification> copy = CComQIPtr<ITTAPIEventNotification>(sink);
        CHECK(object.references == 4);
    }
    CHECK(object.references == 1);
    // A raw pointer of another kind, as a sink receives it.
    IUnknown *const raw = static_cast<ISupportErrorInfo *>(&object);
    CComQIPtr<ITTAPIEventNotification> from_raw = raw;
    CHECK(from_raw != NULL && object.references == 2);
    from_raw = NULL;
    CHECK(object.references == 1);
    CComQIPtr<ITTAPI> nothing(static_cast<IUnknown *>(NULL));
    CHECK(!nothing);
}

static void texts() {
    CComBSTR empty;
    CHECK(empty == NULL && empty.Length() == 0 && !empty && empty.Copy() == NULL);
    CComBSTR number(OLESTR("1001")), narrow("caf\xc3\xa9"), sized(3, OLESTR("10012"));
    CHECK(number.Length() == 4 && number.ByteLength() == 8 && number == OLESTR("1001") && number == "1001");
    CHECK(narrow.Length() == 4 && narrow == OLESTR("caf\u00e9") && sized == OLESTR("100") && number != NULL);
    CComBSTR copy = number;
    CHECK(copy == number && copy.m_str != number.m_str && !(copy < number) && number > sized);
    const BSTR before = copy.m_str;
    CComBSTR moved = std::move(copy);
    CHECK(moved.m_str == before && copy.m_str == NULL);
    CComBSTR &itself = moved;
    moved = itself;
    moved = moved.m_str;
    CHECK(moved.m_str == before && moved == number);
    moved = "12";
    moved += OLESTR("3");
    moved += number;
    CHECK(SUCCEEDED(moved.Append("x")) && moved == OLESTR("1231001x"));
    CHECK(SUCCEEDED(moved.Append(moved)) && moved.Length() == 16);
    BSTR taken = moved.Detach();
    CHECK(moved == NULL && SysStringLen(taken) == 16);
    moved.Attach(taken);
    BSTR given = NULL;
    CHECK(moved.CopyTo(&given) == S_OK && given != taken);
    moved.Empty();
    *&moved = given;
    VARIANT variant;
    CHECK(moved.CopyTo(&variant) == S_OK && variant.vt == VT_BSTR);
    CHECK(VariantClear(&variant) == S_OK);
    CHECK(CComBSTR(CLSID_TAPI) == OLESTR("{21D6D48E-A88B-11D0-83DD-00AA003CCABD}"));
    CHECK(moved.AssignBSTR(NULL) == S_OK && moved == NULL && CComBSTR(5).Length() == 5);

    USES_CONVERSION;
    CHECK(strcmp(OLE2A(narrow), "caf\xc3\xa9") == 0 && CComBSTR(A2W("x")) == OLESTR("x") && W2A((LPCWSTR)NULL) == NULL);
    CHECK(strcmp(CW2A(number), "1001") == 0 && CComBSTR(CA2W("1001")) == number);
    CHECK(CComBSTR(CT2W(TEXT("1001"))) == number && strcmp(CT2A(TEXT("1001")), "1001") == 0);
    CW2CT same(number);
    CHECK(lstrcmp(same, CA2T("1001")) == 0);
}

static void variants() {
    Counted object;
    {
        CComVariant nothing, number(5), flag(true), text(OLESTR("1001")), narrow("x"), fraction(0.5);
        CComVariant unknown(static_cast<IUnknown *>(static_cast<ITTAPIEventNotification *>(&object)));
        CHECK(nothing.vt == VT_EMPTY && number.vt == VT_I4 && number.lVal == 5 && fraction.vt == VT_R8);
        CHECK(flag.vt == VT_BOOL && flag.boolVal == VARIANT_TRUE && text.vt == VT_BSTR && narrow.vt == VT_BSTR);
        CHECK(unknown.vt == VT_UNKNOWN && object.references == 2);
        // What is a long here is one of 32 bits on Windows, as long as it fits.
        CHECK(CComVariant(5l).vt == VT_I4 && CComVariant(5ul).vt == VT_UI4 && CComVariant(TE_CALLSTATE).vt == VT_I4);
        CHECK(CComVariant(5000000000l).vt == VT_I8 && CComVariant(5ll).vt == VT_I8);
        CComVariant copy = unknown;
        CHECK(object.references == 3 && copy == unknown && copy != number);
        CComVariant moved = std::move(copy);
        CHECK(object.references == 3 && copy.vt == VT_EMPTY);
        copy = moved;
        CHECK(object.references == 4);
        copy = 17;
        CHECK(object.references == 3 && copy == CComVariant(17));
        copy = text;
        CHECK(copy == text && copy.bstrVal != text.bstrVal);
        copy = OLESTR("again");
        VARIANT raw;
        VariantInit(&raw);
        CHECK(moved.Detach(&raw) == S_OK && moved.vt == VT_EMPTY && object.references == 3);
        CHECK(moved.Attach(&raw) == S_OK && raw.vt == VT_EMPTY && object.references == 3);
        CHECK(moved.Clear() == S_OK && object.references == 2);
        CHECK(number.ChangeType(VT_BSTR) == S_OK && number.vt == VT_BSTR && CComBSTR(number.bstrVal) == "5");
        BSTR given = NULL;
        CHECK(number.CopyTo(&given) == S_OK && nothing.CopyTo(&given) == DISP_E_TYPEMISMATCH);
        SysFreeString(given);
        CHECK(unknown.Copy(&text) == S_OK && object.references == 1);
    }
    CHECK(object.references == 1);
}

static void locks() {
    CComAutoCriticalSection section;
    CHECK(section.Lock() == S_OK);
    {
        CComCritSecLock<CComAutoCriticalSection> lock(section), later(section, false);
        CHECK(later.Lock() == S_OK);
    }
    CHECK(section.Unlock() == S_OK);
}

// The pointers with objects of the library.
static void with_the_library() {
    CHECK(SUCCEEDED(CoInitializeEx(NULL, COINIT_MULTITHREADED)));
    CHECK(CoInitializeSecurity(NULL, -1, NULL, NULL, RPC_C_AUTHN_LEVEL_DEFAULT, RPC_C_IMP_LEVEL_IMPERSONATE, NULL,
                               EOAC_NONE, NULL) == S_OK);
    {
        CComPtr<ITTAPI> tapi;
        CHECK(tapi.CoCreateInstance(__uuidof(TAPI)) == S_OK && tapi->Initialize() == S_OK);
        CComPtr<ITTAPI2> second;
        CHECK(CoCreateInstance(CLSID_TAPI, NULL, CLSCTX_SERVER, IID_PPV_ARGS(&second)) == S_OK && second != NULL);
        Counted sink;
        DWORD cookie = 0;
        CComPtr<IUnknown> unknown;
        CHECK(tapi.QueryInterface(&unknown) == S_OK && tapi.IsEqualObject(unknown));
        CHECK(tapi.Advise(static_cast<ITTAPIEventNotification *>(&sink), IID_ITTAPIEventNotification, &cookie) == S_OK);
        CHECK(sink.references > 1 && cookie != 0);
        CComPtr<IEnumAddress> addresses;
        CHECK(tapi->EnumerateAddresses(&addresses) == S_OK);
        CComPtr<ITAddress> address;
        CHECK(addresses->Next(1, &address, NULL) == S_OK);
        CComQIPtr<ITAddressCapabilities> capabilities = address;
        CComQIPtr<ITMediaSupport> media(address);
        CHECK(capabilities != NULL && media != NULL);
        CComBSTR name;
        CHECK(address->get_AddressName(&name) == S_OK && name.Length() > 0);
        // By name, as scripts do.
        LPOLESTR member = const_cast<LPOLESTR>(OLESTR("AddressName"));
        DISPID id = 0;
        CComVariant by_name;
        DISPPARAMS none = {NULL, NULL, 0, 0};
        CHECK(address->GetIDsOfNames(IID_NULL, &member, 1, LOCALE_USER_DEFAULT, &id) == S_OK);
        CHECK(address->Invoke(id, IID_NULL, GetUserDefaultLCID(), DISPATCH_PROPERTYGET, &none, &by_name, NULL, NULL) == S_OK);
        CHECK(by_name.vt == VT_BSTR && name == by_name.bstrVal);
        CComPtr<ITBasicCallControl> call;
        CHECK(address->CreateCall(CComBSTR("1001"), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call) == S_OK);
        CHECK(call->Connect(VARIANT_TRUE) == S_OK);
        CComQIPtr<ITCallInfo> info(call);
        CALL_STATE state = CS_IDLE;
        CHECK(info && info->get_CallState(&state) == S_OK && state == CS_CONNECTED);
        CHECK(call->Disconnect(DC_NORMAL) == S_OK);
        CHECK(AtlUnadvise(tapi, IID_ITTAPIEventNotification, cookie) == S_OK);
        CHECK(tapi->Shutdown() == S_OK);
        CHECK(sink.references == 1);
    }
    CoUninitialize();
}

int main() {
    pointers();
    asking_pointers();
    texts();
    variants();
    locks();
    with_the_library();
    puts("done");
    return 0;
}
