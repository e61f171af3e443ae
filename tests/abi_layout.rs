//! The structures of the ABI are laid out alike in Rust and in C, and the C++ classes put their
//! methods into the slots of the C vtables.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/facts.rs"]
mod facts;

use compiler::Unit;
use facts::{Facts, text};
use std::fmt::Write;
use std::mem::{align_of, offset_of, size_of};
use tapi3::com::types::*;

/// Assertions in C for one structure: its size, alignment and the offsets of its fields in Rust.
macro_rules! layout {
    ($source:ident, $ty:ident: $($field:ident),*) => {
        let _ = writeln!($source, "CHECK(sizeof({0}) == {1}, \"{0}\");", stringify!($ty), size_of::<$ty>());
        let _ = writeln!(
            $source,
            "struct {0}_at {{ char c; {0} it; }};\nCHECK(offsetof(struct {0}_at, it) == {1}, \"{0}\");",
            stringify!($ty),
            align_of::<$ty>()
        );
        $(
            let _ = writeln!(
                $source,
                "CHECK(offsetof({0}, {1}) == {2}, \"{0}.{1}\");",
                stringify!($ty),
                stringify!($field),
                offset_of!($ty, $field)
            );
        )*
    };
}

#[test]
fn structures_are_laid_out_alike() {
    let mut source = "#include <tapi3.h>\n#ifdef __cplusplus\n#define CHECK static_assert\n\
        #else\n#define CHECK _Static_assert\n#endif\n"
        .to_owned();
    layout!(source, GUID: Data1, Data2, Data3, Data4);
    layout!(source, TAPI_CUSTOMTONE: dwFrequency, dwCadenceOn, dwCadenceOff, dwVolume);
    layout!(source, AM_MEDIA_TYPE: majortype, subtype, bFixedSizeSamples, bTemporalCompression,
        lSampleSize, formattype, pUnk, cbFormat, pbFormat);
    layout!(source, WAVEFORMATEX: wFormatTag, nChannels, nSamplesPerSec, nAvgBytesPerSec,
        nBlockAlign, wBitsPerSample, cbSize);
    layout!(source, ALLOCATOR_PROPERTIES: cBuffers, cbBuffer, cbAlign, cbPrefix);
    layout!(source, TAPI3_EVENT: descriptor, manual);
    layout!(source, TAPI_DETECTTONE: dwAppSpecific, dwDuration, dwFrequency1, dwFrequency2, dwFrequency3);
    layout!(source, CONNECTDATA: pUnk, dwCookie);
    layout!(source, SAFEARRAYBOUND: cElements, lLbound);
    layout!(source, SAFEARRAY: cDims, fFeatures, cbElements, cLocks, pvData, rgsabound);
    layout!(source, CY: int64);
    layout!(source, DECIMAL: wReserved, scale, sign, Hi32, Lo32, Mid32);
    layout!(source, BRECORD: pvRecord, pRecInfo);
    layout!(source, VARIANT: vt, wReserved1, wReserved2, wReserved3);
    layout!(source, DISPPARAMS: rgvarg, rgdispidNamedArgs, cArgs, cNamedArgs);
    layout!(source, EXCEPINFO: wCode, wReserved, bstrSource, bstrDescription, bstrHelpFile,
        dwHelpContext, pvReserved, pfnDeferredFillIn, scode);
    for member in [
        "lVal", "bstrVal", "pdispVal", "parray", "byref", "pvRecord", "boolVal", "dblVal",
    ] {
        let _ = writeln!(
            source,
            "CHECK(offsetof(VARIANT, {member}) == {}, \"{member}\");",
            offset_of!(VARIANT, value)
        );
    }
    source += "CHECK(offsetof(VARIANT, pRecInfo) == 16, \"pRecInfo\");\nCHECK(offsetof(VARIANT, decVal) == 0, \"decVal\");\n";
    Unit {
        standard: "c11",
        options: &[],
        source: &source,
    }
    .compile();
    Unit {
        standard: "c++17",
        options: &[],
        source: &source,
    }
    .compile();
}

/// A class of C++ is called through the C vtable of the same interface: the two views are two
/// units of one program. Every method of every interface tells its own number.
#[test]
fn cpp_methods_are_in_the_slots_of_the_c_vtable() {
    let facts = Facts::load();
    let mut source = "#include <tapi3.h>\n#include <cstdio>\n\
        // The C view of any object: a pointer to its table of methods.\n\
        struct Plain { HRESULT (**methods)(void *); };\n"
        .to_owned();
    let mut calls = String::new();
    let mut expected = String::new();
    for interface in facts.interfaces() {
        let name = text(&interface["name"]);
        let mut body = String::from(
            "    HRESULT QueryInterface(REFIID, void **) override { return 0; }\n\
                 ULONG AddRef() override { return 1; }\n    ULONG Release() override { return 2; }\n",
        );
        if interface["root"] == "IDispatch" {
            body += "    HRESULT GetTypeInfoCount(UINT *) override { return 3; }\n\
                HRESULT GetTypeInfo(UINT, LCID, ITypeInfo **) override { return 4; }\n\
                HRESULT GetIDsOfNames(REFIID, LPOLESTR *, UINT, LCID, DISPID *) override { return 5; }\n\
                HRESULT Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS *, VARIANT *, EXCEPINFO *, UINT *) override { return 6; }\n";
        }
        for slot in facts.slots(interface) {
            let types: Vec<&str> = slot.params.iter().map(|(_, ty)| ty.as_str()).collect();
            let _ = writeln!(
                body,
                "    HRESULT {}({}) override {{ return {}; }}",
                slot.name,
                types.join(", "),
                slot.slot
            );
        }
        let size = facts::number(&interface["vtable_size"]);
        let _ = writeln!(
            source,
            "struct My{name} final : public {name} {{\n{body}}};"
        );
        let _ = writeln!(
            calls,
            "    {{ My{name} object; wrong += check(\"{name}\", static_cast<{name} *>(&object), {size}); }}"
        );
        let _ = writeln!(expected, "{name} {size}");
    }
    // The arguments that the methods declare do not matter: none of them looks at any.
    source += "static int check(const char *name, void *object, int size) {\n\
        Plain *plain = static_cast<Plain *>(object);\n    int right = 0;\n\
        for (int slot = 0; slot < size; slot++)\n\
            right += plain->methods[slot](object) == static_cast<HRESULT>(slot);\n\
        std::printf(\"%s %d\\n\", name, right);\n    return right != size;\n}\n\
        int main() {\n    int wrong = 0;\n";
    source += &calls;
    source += "    return wrong;\n}\n";
    let printed = Unit {
        standard: "c++17",
        options: &[],
        source: &source,
    }
    .run();
    assert_eq!(printed, expected);
}
