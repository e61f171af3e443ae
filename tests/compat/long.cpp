// A program whose numbers are `long`, as on Windows: the methods fill them whole, high half too.
#include <windows.h>
#include <tapi3.h>
#include <control.h>

#include "check.h"

static const long garbage = static_cast<long>(0x5a5a5a5a5a5a5a5aull);

// Compiles only: no object has it.
static HRESULT place(IVideoWindow *window) {
    long width, height;
    LONG left;
    HRESULT hr = window->get_Width(&width);
    if (SUCCEEDED(hr)) hr = window->GetWindowPosition(&left, &height, &width, &height);
    return hr;
}

int main() {
    ITTAPI *tapi = NULL;
    CHECK(SUCCEEDED(CoInitialize(NULL)));
    CHECK(CoCreateInstance(CLSID_TAPI, NULL, CLSCTX_INPROC_SERVER, IID_ITTAPI, (void **)&tapi) == S_OK);
    CHECK(tapi->Initialize() == S_OK);

    long filter = garbage;
    CHECK(tapi->put_EventFilter(TE_CALLSTATE) == S_OK && tapi->get_EventFilter(&filter) == S_OK);
    CHECK(filter == TE_CALLSTATE);
    // Signed: the sign goes through.
    CHECK(tapi->put_EventFilter(-1) == E_INVALIDARG || tapi->get_EventFilter(&filter) == S_OK);

    IEnumAddress *addresses = NULL;
    ITAddress *address = NULL, *two[2] = {NULL, NULL};
    unsigned long fetched = static_cast<unsigned long>(garbage);
    CHECK(tapi->EnumerateAddresses(&addresses) == S_OK);
    CHECK(addresses->Next(1, &address, NULL) == S_OK);
    CHECK(addresses->Next(2, two, &fetched) == S_FALSE && fetched == 1);
    two[0]->Release();
    addresses->Release();

    ITAddressCapabilities *capabilities = NULL;
    long types = garbage;
    LONG exactly = 0;
    CHECK(address->QueryInterface(IID_ITAddressCapabilities, (void **)&capabilities) == S_OK);
    CHECK(capabilities->get_AddressCapability(AC_ADDRESSTYPES, &types) == S_OK);
    CHECK(capabilities->get_AddressCapability(AC_ADDRESSTYPES, &exactly) == S_OK);
    CHECK(types == exactly && types != 0);
    // A failure clears it, and NULL is still NULL.
    types = garbage;
    CHECK(FAILED(capabilities->get_AddressCapability(static_cast<ADDRESS_CAPABILITY>(9999), &types)) && types == 0);
    CHECK(capabilities->get_AddressCapability(AC_ADDRESSTYPES, NULL) == E_POINTER);
    CHECK(capabilities->get_AddressCapability(AC_ADDRESSTYPES, static_cast<long *>(NULL)) == E_POINTER);
    capabilities->Release();

    long registration = garbage;
    CHECK(tapi->RegisterCallNotifications(address, VARIANT_TRUE, VARIANT_TRUE, TAPIMEDIATYPE_AUDIO, 0, &registration) ==
          S_OK);
    CHECK(registration == static_cast<LONG>(registration) && tapi->UnregisterNotifications(registration) == S_OK);

    VARIANT collection;
    CHECK(tapi->get_Addresses(&collection) == S_OK && collection.vt == VT_DISPATCH);
    ITCollection *items = NULL;
    long count = garbage;
    CHECK(collection.pdispVal->QueryInterface(IID_ITCollection, (void **)&items) == S_OK);
    CHECK(items->get_Count(&count) == S_OK && count == 2);
    items->Release();
    VariantClear(&collection);

    // Indices and bounds of a safe array.
    SAFEARRAY *array = SafeArrayCreateVector(VT_BSTR, 1, 2);
    BSTR text = SysAllocString(OLESTR("welcome.wav")), back = NULL;
    long index = 1, lower = garbage, upper = garbage;
    CHECK(array && SafeArrayPutElement(array, &index, text) == S_OK);
    CHECK(SafeArrayGetElement(array, &index, &back) == S_OK && SysStringLen(back) == 11);
    CHECK(SafeArrayGetLBound(array, 1, &lower) == S_OK && SafeArrayGetUBound(array, 1, &upper) == S_OK);
    CHECK(lower == 1 && upper == 2);
    index = 9;
    CHECK(FAILED(SafeArrayPutElement(array, &index, text)) && FAILED(SafeArrayPutElement(array, (long *)NULL, text)));
    SysFreeString(back);
    SysFreeString(text);
    CHECK(SafeArrayDestroy(array) == S_OK);

    // Reference counts of a program's own.
    long references = 1;
    unsigned long users = 1;
    ULONG others = 1;
    CHECK(InterlockedIncrement(&references) == 2 && InterlockedDecrement(&references) == 1 && references == 1);
    CHECK(InterlockedDecrement(&references) == 0 && InterlockedDecrement(&references) == -1 && references == -1);
    CHECK(InterlockedExchange(&references, 7) == -1 && InterlockedExchangeAdd(&references, -2) == 7);
    CHECK(InterlockedCompareExchange(&references, 1, 5) == 5 && references == 1);
    CHECK(::InterlockedIncrement(&users) == 2 && ::InterlockedDecrement(&others) == 0);

    address->Release();
    CHECK(tapi->Shutdown() == S_OK);
    tapi->Release();
    CoUninitialize();
    (void)place;
    puts("done");
    return 0;
}
