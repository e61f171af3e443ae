/*
 * The C functions when memory runs out: texts, VARIANTs, SAFEARRAYs, ids, objects, error info.
 */
#include "handed_out.h"

#include <string.h>

static const OLECHAR CLASS_TEXT[] = OLESTR("{21D6D48E-A88B-11D0-83DD-00AA003CCABD}");

/* ---- Those that need no memory ---- */

static void *some_memory;

static void prepare_memory(void)
{
    text = SysAllocString(OLESTR("a text"));
    some_memory = CoTaskMemAlloc(100);
}

static HRESULT of_texts(void)
{
    HRESULT hr = SysStringLen(text) == 6 && SysStringByteLen(text) == 12 ? S_OK : E_FAIL;

    SysFreeString(text);
    CoTaskMemFree(some_memory);
    return hr;
}

static HRESULT of_ids(void)
{
    GUID id;
    OLECHAR room[39];

    TRY(CLSIDFromProgID(OLESTR("TAPI.TAPI"), &id));
    TRY(CLSIDFromString(CLASS_TEXT, &id));
    TRY(IIDFromString(CLASS_TEXT, &id));
    return StringFromGUID2(ID(CLSID_TAPI), room, 39) == 39 ? S_OK : E_FAIL;
}

static HRESULT of_words(void)
{
    return tapi3_hresult_name(E_FAIL) != NULL && tapi3_hresult_message(E_FAIL) != NULL &&
                   tapi3_version() != NULL
               ? S_OK
               : E_FAIL;
}

static HRESULT of_initialization(void)
{
    TRY(CoInitialize(NULL));
    CoUninitialize();
    TRY(CoInitializeEx(NULL, COINIT_MULTITHREADED));
    CoUninitialize();
    return DllCanUnloadNow();
}

static const Scenario WITHOUT[] = {
    { "SysStringLen, SysFreeString and their kin", prepare_memory, of_texts, NULL, finish_nothing },
    { "CLSIDFromString, StringFromGUID2 and their kin", nothing, of_ids, NULL, finish_nothing },
    { "tapi3_hresult_name and its kin", nothing, of_words, NULL, finish_nothing },
    { "CoInitializeEx and CoUninitialize", nothing, of_initialization, NULL, finish_nothing },
};

/* ---- Texts ---- */

static HRESULT alloc_length(void)
{
    text = SysAllocStringLen(OLESTR("a text"), 3);
    return text != NULL ? S_OK : E_OUTOFMEMORY;
}

static HRESULT alloc_bytes(void)
{
    text = SysAllocStringByteLen("abcd", 4);
    return text != NULL ? S_OK : E_OUTOFMEMORY;
}

static void prepare_text(void)
{
    nothing();
    text = SysAllocString(OLESTR("short"));
}

ACT(realloc_text,
           SysReAllocString(&text, OLESTR("much longer than before")) ? S_OK : E_OUTOFMEMORY)
ACT(realloc_length,
           SysReAllocStringLen(&text, OLESTR("much longer than before"), 9) ? S_OK : E_OUTOFMEMORY)

static int text_is_short(void)
{
    return SysStringLen(text) == 5 && text[4] == 't';
}

static HRESULT id_text(void)
{
    LPOLESTR written = NULL;
    HRESULT hr = StringFromIID(ID(IID_ITAddress), &written);

    if ((hr == S_OK) != (written != NULL)) {
        hr = E_FAIL;
    }
    CoTaskMemFree(written);
    return hr;
}

static void *block;

static void prepare_block(void)
{
    block = NULL;
}

static HRESULT alloc_block(void)
{
    block = CoTaskMemAlloc(100);
    return block != NULL ? S_OK : E_OUTOFMEMORY;
}

static void prepare_grown(void)
{
    block = CoTaskMemAlloc(10);
    memset(block, 7, 10);
}

static HRESULT grow_block(void)
{
    void *grown = CoTaskMemRealloc(block, 10000);

    if (grown == NULL) {
        return E_OUTOFMEMORY;
    }
    block = grown;
    return S_OK;
}

static int block_is_whole(void)
{
    return ((const BYTE *)block)[9] == 7;
}

static int finish_block(void)
{
    int good = block != NULL;

    CoTaskMemFree(block);
    return good;
}

/* ---- VARIANTs ---- */

static VARIANT source;

static void prepare_source(void)
{
    nothing();
    VariantInit(&source);
    source.vt = VT_BSTR;
    source.bstrVal = SysAllocString(OLESTR("4711"));
}

static void prepare_number(void)
{
    nothing();
    VariantInit(&source);
    source.vt = VT_I4;
    source.lVal = 4711;
}

static void prepare_reference(void)
{
    static BSTR pointed_at;

    nothing();
    pointed_at = B("far away");
    VariantInit(&source);
    source.vt = VT_BSTR | VT_BYREF;
    source.pbstrVal = &pointed_at;
}

ACT(copy_variant, VariantCopy(&value, &source))
ACT(copy_indirect, VariantCopyInd(&value, &source))
ACT(number_to_text, VariantChangeType(&value, &source, 0, VT_BSTR))
ACT(text_to_bytes, VariantChangeType(&value, &source, 0, VT_ARRAY | VT_UI1))
ACT(text_to_number, VariantChangeType(&value, &source, 0, VT_R8))

static int finish_source(void)
{
    int good = finish_value();

    VariantClear(&source);
    return good;
}

/* ---- SAFEARRAYs ---- */

static SAFEARRAY *array;
static BSTR element;

static void prepare_nothing_array(void)
{
    nothing();
    array = NULL;
    element = NULL;
}

static void prepare_array(void)
{
    LONG index = 1;

    prepare_nothing_array();
    array = SafeArrayCreateVector(VT_BSTR, 0, 3);
    if (array == NULL || SafeArrayPutElement(array, &index, B("an element")) != S_OK) {
        bail_out("no array");
    }
}

static int no_array(void)
{
    return array == NULL;
}

static HRESULT create_array(void)
{
    SAFEARRAYBOUND bounds[2] = { { 2, 0 }, { 3, 1 } };

    array = SafeArrayCreate(VT_VARIANT, 2, bounds);
    return array != NULL ? S_OK : E_OUTOFMEMORY;
}

static int finish_array(void)
{
    int good = array != NULL;

    SysFreeString(element);
    return SafeArrayDestroy(array) == S_OK && good;
}

static HRESULT read_array(void)
{
    LONG lower, upper;
    VARTYPE type;
    void *data;

    TRY(SafeArrayGetLBound(array, 1, &lower));
    TRY(SafeArrayGetUBound(array, 1, &upper));
    TRY(SafeArrayGetVartype(array, &type));
    TRY(SafeArrayAccessData(array, &data));
    TRY(SafeArrayUnaccessData(array));
    return SafeArrayGetDim(array) == 1 && upper - lower == 2 && type == VT_BSTR ? S_OK : E_FAIL;
}

static HRESULT destroy_array(void)
{
    SAFEARRAY *gone = array;

    array = NULL;
    return SafeArrayDestroy(gone);
}

static HRESULT get_element(void)
{
    LONG index = 1;

    return SafeArrayGetElement(array, &index, &element);
}

static int no_element(void)
{
    return element == NULL;
}

static HRESULT put_element(void)
{
    LONG index = 1;

    return SafeArrayPutElement(array, &index, B("another"));
}

/* The old element is still there. */
static int old_element(void)
{
    BSTR found = NULL;
    LONG index = 1;

    return SafeArrayGetElement(array, &index, &found) == S_OK && text_is(found, "an element");
}

/* ---- Objects and error info ---- */

ACT(dll_class,
           DllGetClassObject(ID(CLSID_TAPI), ID(IID_IClassFactory), (void **)&object))
ACT(create_info, CreateErrorInfo((ICreateErrorInfo **)&object))

static ICreateErrorInfo *info;

static void prepare_info(void)
{
    nothing();
    if (CreateErrorInfo(&info) != S_OK) {
        bail_out("no error info");
    }
}

static HRESULT fill_info(void)
{
    TRY(ICreateErrorInfo_SetGUID(info, ID(IID_ITAddress)));
    TRY(ICreateErrorInfo_SetHelpContext(info, 7));
    TRY(ICreateErrorInfo_SetSource(info, OLESTR("a source")));
    TRY(ICreateErrorInfo_SetDescription(info, OLESTR("a description")));
    return ICreateErrorInfo_SetHelpFile(info, OLESTR("a file"));
}

static int finish_info(void)
{
    ICreateErrorInfo_Release(info);
    return 1;
}

static IErrorInfo *filled;

static void prepare_filled(void)
{
    prepare_info();
    if (FAILED(fill_info())) {
        bail_out("the error info is not filled in");
    }
    filled = (IErrorInfo *)query(info, ID(IID_IErrorInfo));
}

static HRESULT read_info(void)
{
    GUID id;
    DWORD context;

    TRY(IErrorInfo_GetGUID(filled, &id));
    return IErrorInfo_GetHelpContext(filled, &context);
}

ACT(info_source, IErrorInfo_GetSource(filled, &text))
ACT(info_description, IErrorInfo_GetDescription(filled, &text))
ACT(info_file, IErrorInfo_GetHelpFile(filled, &text))

static int finish_filled(void)
{
    IErrorInfo_Release(filled);
    return finish_info();
}

static int finish_filled_text(void)
{
    int good = finish_text();

    return finish_filled() && good;
}

/* The thread's place for error info takes memory the first time; without it the info is lost. */
static HRESULT set_info(void)
{
    HRESULT hr;

    TRY(SetErrorInfo(0, filled));
    hr = GetErrorInfo(0, (IErrorInfo **)&object);
    return hr == S_FALSE ? E_OUTOFMEMORY : hr;
}

static int finish_set_info(void)
{
    int good = finish_object();

    return finish_filled() && good;
}

static HRESULT last_message(void)
{
    char *words;

    IIDFromString(OLESTR("no id"), NULL);
    words = tapi3_last_error_message();
    if (words == NULL) {
        return E_OUTOFMEMORY;
    }
    CoTaskMemFree(words);
    return S_OK;
}

static IClassFactory *factory;

static void prepare_factory(void)
{
    nothing();
    if (CoGetClassObject(ID(CLSID_TAPI), CLSCTX_INPROC_SERVER, NULL, ID(IID_IClassFactory),
                         (void **)&factory) != S_OK) {
        bail_out("no class object");
    }
}

ACT(from_factory,
           IClassFactory_CreateInstance(factory, NULL, ID(IID_ITTAPI), (void **)&object))
ACT(lock_server, IClassFactory_LockServer(factory, TRUE))

static int finish_factory(void)
{
    IClassFactory_Release(factory);
    return 1;
}

static int finish_from_factory(void)
{
    int good = finish_object();

    return finish_factory() && good;
}

static const Scenario SCENARIOS[] = {
    { "SysAllocStringLen", nothing, alloc_length, nothing_given, finish_text },
    { "SysAllocStringByteLen", nothing, alloc_bytes, nothing_given, finish_text },
    { "SysReAllocString", prepare_text, realloc_text, text_is_short, finish_text },
    { "SysReAllocStringLen", prepare_text, realloc_length, text_is_short, finish_text },
    { "StringFromIID", nothing, id_text, NULL, finish_nothing },
    { "CoTaskMemAlloc", prepare_block, alloc_block, NULL, finish_block },
    { "CoTaskMemRealloc", prepare_grown, grow_block, block_is_whole, finish_block },
    { "VariantCopy", prepare_source, copy_variant, nothing_given, finish_source },
    { "VariantCopyInd", prepare_reference, copy_indirect, nothing_given, finish_source },
    { "VariantChangeType, to a text", prepare_number, number_to_text, nothing_given,
      finish_source },
    { "VariantChangeType, to bytes", prepare_source, text_to_bytes, nothing_given, finish_source },
    { "VariantChangeType, to a number", prepare_source, text_to_number, nothing_given,
      finish_source },
    { "SafeArrayCreate", prepare_nothing_array, create_array, no_array, finish_array },
    { "SafeArrayGetElement", prepare_array, get_element, no_element, finish_array },
    { "SafeArrayPutElement", prepare_array, put_element, old_element, finish_array },
    { "DllGetClassObject", nothing, dll_class, nothing_given, finish_object },
    { "CreateErrorInfo", nothing, create_info, nothing_given, finish_object },
    { "ICreateErrorInfo::SetSource and its kin", prepare_info, fill_info, NULL, finish_info },
    { "IErrorInfo::GetSource", prepare_filled, info_source, nothing_given, finish_filled_text },
    { "IErrorInfo::GetDescription", prepare_filled, info_description, nothing_given,
      finish_filled_text },
    { "IErrorInfo::GetHelpFile", prepare_filled, info_file, nothing_given, finish_filled_text },
    { "SetErrorInfo", prepare_filled, set_info, nothing_given, finish_set_info },
    { "tapi3_last_error_message", nothing, last_message, NULL, finish_nothing },
    { "IClassFactory::CreateInstance", prepare_factory, from_factory, nothing_given,
      finish_from_factory },
};

static const Scenario MORE_WITHOUT[] = {
    { "SafeArrayGetLBound and its kin", prepare_array, read_array, NULL, finish_array },
    { "SafeArrayDestroy", prepare_array, destroy_array, NULL, finish_nothing },
    { "IErrorInfo::GetGUID and GetHelpContext", prepare_filled, read_info, NULL, finish_filled },
    { "IClassFactory::LockServer", prepare_factory, lock_server, NULL, finish_factory },
};

int main(void)
{
    size_t i;

    tests_begin(280);
    for (i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        survive_without_memory(&WITHOUT[i]);
    }
    for (i = 0; i < sizeof MORE_WITHOUT / sizeof *MORE_WITHOUT; i++) {
        survive_without_memory(&MORE_WITHOUT[i]);
    }
    for (i = 0; i < sizeof SCENARIOS / sizeof *SCENARIOS; i++) {
        survive(&SCENARIOS[i]);
    }
    return tests_done();
}
