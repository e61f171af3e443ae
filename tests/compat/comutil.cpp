// _bstr_t, _variant_t, _com_error, _com_ptr_t and __uuidof.
#include <comdef.h>

#include <type_traits>

#include "check.h"
#include "counted.h"

_COM_SMARTPTR_TYPEDEF(ITTAPI, __uuidof(ITTAPI));
_COM_SMARTPTR_TYPEDEF(ITAddress, __uuidof(ITAddress));
_COM_SMARTPTR_TYPEDEF(ITBasicCallControl, __uuidof(ITBasicCallControl));
_COM_SMARTPTR_TYPEDEF(ITCallInfo, __uuidof(ITCallInfo));
_COM_SMARTPTR_TYPEDEF(IEnumAddress, __uuidof(IEnumAddress));
_COM_SMARTPTR_TYPEDEF(ISupportErrorInfo, __uuidof(ISupportErrorInfo));
_COM_SMARTPTR_TYPEDEF(ITTAPIEventNotification, __uuidof(ITTAPIEventNotification));

// What `action` throws, as an HRESULT; S_OK when it throws nothing.
template <class Action> static HRESULT thrown(Action action) {
    try {
        action();
    } catch (const _com_error &error) {
        return error.Error();
    }
    return S_OK;
}

// NULL is a number to the compiler, and 0 too; neither may be ambiguous.
static ITTAPIPtr no_pointer(int which) {
    if (which == 0) return NULL;
    if (which == 1) return 0;
    return nullptr;
}

static void ids() {
    ITTAPI *tapi = nullptr;
    ITTAPI *const *const far = &tapi;
    ITTAPIPtr pointer;
    CHECK(__uuidof(ITTAPI) == IID_ITTAPI && __uuidof(tapi) == IID_ITTAPI && __uuidof(far) == IID_ITTAPI);
    CHECK(__uuidof(const ITTAPI) == IID_ITTAPI && __uuidof(*tapi) == IID_ITTAPI);
    CHECK(__uuidof(TAPI) == CLSID_TAPI && __uuidof(ITTAPIDispatchEventNotification) == DIID_ITTAPIDispatchEventNotification);
    CHECK(ITTAPIPtr::GetIID() == IID_ITTAPI);
}

static void texts() {
    _bstr_t empty, number(OLESTR("1001")), narrow("caf\xc3\xa9");
    CHECK(!empty && empty.length() == 0 && static_cast<const OLECHAR *>(empty) == nullptr);
    CHECK(static_cast<const char *>(empty) == nullptr && empty.copy() == nullptr);
    CHECK(number.length() == 4 && narrow.length() == 4 && narrow == _bstr_t(OLESTR("caf\u00e9")));
    CHECK(strcmp(static_cast<const char *>(narrow), "caf\xc3\xa9") == 0);
    // Copies share the text.
    _bstr_t shared = number;
    CHECK(static_cast<const OLECHAR *>(shared) == static_cast<const OLECHAR *>(number));
    CHECK(static_cast<const char *>(shared) == static_cast<const char *>(number));
    shared += "2";
    CHECK(shared == _bstr_t("10012") && number == _bstr_t("1001") && number < shared && shared >= number);
    CHECK("+49 " + number + OLESTR("-") + "5" == _bstr_t("+49 1001-5") && empty + empty == _bstr_t(""));
    BSTR own = number.copy();
    CHECK(own != static_cast<const OLECHAR *>(number) && number.copy(false) == static_cast<const OLECHAR *>(number));
    _bstr_t taken(own, false);
    CHECK(static_cast<const OLECHAR *>(taken) == own);
    BSTR detached = taken.Detach();
    CHECK(detached == own && !taken);
    taken.Attach(detached);
    _bstr_t &itself = taken;
    taken = itself;
    CHECK(taken == number);
    *taken.GetAddress() = SysAllocString(OLESTR("given"));
    CHECK(taken == _bstr_t("given"));
    taken.Assign(number.GetBSTR());
    CHECK(taken == number && static_cast<OLECHAR *>(taken) != static_cast<OLECHAR *>(number));
    CHECK(_bstr_t().GetBSTR() != nullptr);
}

static void variants() {
    Counted object;
    IUnknown *const unknown = static_cast<ITTAPIEventNotification *>(&object);
    {
        _variant_t number(5l), flag(true), text("1001"), pointer(unknown);
        CHECK(number.vt == VT_I4 && flag.vt == VT_BOOL && text.vt == VT_BSTR && object.references == 2);
        CHECK(static_cast<long>(number) == 5 && static_cast<bool>(flag) && static_cast<long>(text) == 1001);
        CHECK(static_cast<_bstr_t>(number) == _bstr_t("5") && static_cast<double>(text) > 1000.5);
        _variant_t copy = pointer;
        CHECK(object.references == 3 && copy == pointer);
        IUnknown *held = copy;
        CHECK(held == unknown && object.references == 4);
        held->Release();
        _variant_t without(unknown, false);
        unknown->AddRef();
        CHECK(object.references == 4);
        VARIANT raw = without.Detach();
        CHECK(without.vt == VT_EMPTY);
        without.Attach(raw);
        CHECK(raw.vt == VT_EMPTY && object.references == 4);
        without.Clear();
        copy = "text";
        pointer = copy;
        CHECK(object.references == 1 && pointer == copy);
        pointer.ChangeType(VT_BSTR);
        CHECK(thrown([&] { pointer.ChangeType(VT_I4); }) == DISP_E_TYPEMISMATCH);
        CHECK(thrown([&] { static_cast<void>(static_cast<long>(pointer)); }) == DISP_E_TYPEMISMATCH);
        CHECK(thrown([] { _variant_t none(static_cast<const VARIANT *>(nullptr)); }) == E_POINTER);
        _variant_t missing(vtMissing);
        CHECK(missing.vt == VT_ERROR);
        *pointer.GetAddress() = number.Detach();
        CHECK(static_cast<long>(pointer) == 5);
    }
    CHECK(object.references == 1);
}

static void errors() {
    const _com_error plain(TAPI_E_TIMEOUT);
    CHECK(plain.Error() == TAPI_E_TIMEOUT && plain.ErrorInfo() == nullptr && !plain.Description());
    CHECK(_bstr_t(plain.ErrorMessage()) == _bstr_t(tapi3_hresult_message(TAPI_E_TIMEOUT)));
    CHECK(_bstr_t(_com_error(0x8abcdef1u).ErrorMessage()) == _bstr_t("Unknown error 0x8abcdef1"));
    CHECK(_com_error::WCodeToHRESULT(7) == 0x80040207u && _com_error(0x80040207u).WCode() == 7);
    CHECK(thrown([] { _com_util::CheckError(S_FALSE); }) == S_OK);
    CHECK(thrown([] { _com_util::CheckError(E_ABORT); }) == E_ABORT);

    ICreateErrorInfo *made = nullptr;
    IErrorInfo *info = nullptr;
    CHECK(CreateErrorInfo(&made) == S_OK && made->SetDescription(_bstr_t("the line is gone").GetBSTR()) == S_OK);
    CHECK(made->QueryInterface(IID_IErrorInfo, reinterpret_cast<void **>(&info)) == S_OK);
    made->Release();
    CHECK(SetErrorInfo(0, info) == S_OK);
    info->Release();
    Counted object;
    try {
        _com_issue_errorex(E_FAIL, static_cast<ITTAPIEventNotification *>(&object), IID_ITTAPI);
    } catch (const _com_error &error) {
        const _com_error copy(error);
        CHECK(copy.Error() == E_FAIL && copy.Description() == _bstr_t("the line is gone"));
        IErrorInfo *again = copy.ErrorInfo();
        CHECK(again != nullptr);
        again->Release();
    }
    CHECK(object.references == 1);
}

static void pointers() {
    Counted object;
    ITTAPIEventNotification *const raw = &object;
    {
        ITTAPIEventNotificationPtr one(raw);
        CHECK(object.references == 2 && one == raw && one);
        ITTAPIEventNotificationPtr two = one;
        CHECK(object.references == 3);
        for (int which = 0; which < 3; ++which) CHECK(no_pointer(which) == NULL);
        ISupportErrorInfoPtr other = two;
        CHECK(object.references == 4 && other->InterfaceSupportsErrorInfo(IID_ITTAPI) == S_OK);
        ITTAPIPtr none(one);
        CHECK(none == NULL && object.references == 4);
        // & lets go of what was held.
        &two;
        CHECK(object.references == 3 && two == NULL);
        two.Attach(one.Detach());
        CHECK(object.references == 3 && one == nullptr);
        one = two;
        one = raw;
        ITTAPIEventNotificationPtr &itself = one;
        one = itself;
        CHECK(object.references == 4);
        other = NULL;
        two = nullptr;
        CHECK(object.references == 2);
        CHECK(thrown([&] { two->Event(TE_CALLSTATE, nullptr); }) == E_POINTER);
        CHECK(thrown([&] { two.Release(); }) == E_POINTER);
        CHECK(one.QueryInterface(IID_ISupportErrorInfo, &other) == S_OK && object.references == 3);
    }
    CHECK(object.references == 1);
}

// A call by the pointers that _COM_SMARTPTR_TYPEDEF makes.
static void with_the_library() {
    CHECK(SUCCEEDED(CoInitialize(NULL)));
    {
        ITTAPIPtr tapi(__uuidof(TAPI));
        CHECK(tapi != NULL && tapi->Initialize() == S_OK);
        IEnumAddressPtr addresses;
        ITAddressPtr address;
        ITBasicCallControlPtr call;
        CHECK(tapi->EnumerateAddresses(&addresses) == S_OK && addresses->Next(1, &address, NULL) == S_OK);
        _bstr_t number("1001");
        CHECK(address->CreateCall(number.GetBSTR(), LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call) == S_OK);
        ITCallInfoPtr info = call;
        _bstr_t called;
        CHECK(info->get_CallInfoString(CIS_CALLEDIDNUMBER, called.GetAddress()) == S_OK || !called);
        CHECK(call->Connect(VARIANT_TRUE) == S_OK && call->Disconnect(DC_NORMAL) == S_OK);
        CHECK(thrown([&] { _com_util::CheckError(call->Connect(VARIANT_TRUE)); }) != S_OK);
        CHECK(tapi->Shutdown() == S_OK);
    }
    ITTAPIPtr by_name;
    CHECK(by_name.CreateInstance(OLESTR("TAPI.TAPI")) == S_OK && by_name != NULL);
    by_name = NULL;
    CHECK(FAILED(by_name.CreateInstance(OLESTR("No.Such"))));
    CoUninitialize();
}

int main() {
    ids();
    texts();
    variants();
    errors();
    pointers();
    with_the_library();
    puts("done");
    return 0;
}
