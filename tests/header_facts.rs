//! The C header, held against facts that do not come from `idl/`: every slot, every prototype,
//! every IID, every enumeration value, every result code.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/facts.rs"]
mod facts;

use compiler::Unit;
use facts::{Facts, Slot, number, text};
use std::fmt::Write;

/// The start of a C or C++ unit: the assertion has another name in each.
const HEAD: &str = "#include <tapi3.h>\n\
    #ifdef __cplusplus\n#define CHECK(condition, name) static_assert(condition, name)\n\
    #else\n#define CHECK(condition, name) _Static_assert(condition, name)\n#endif\n";

/// IUnknown's and IDispatch's methods in slot order.
const UNKNOWN: [&str; 3] = ["QueryInterface", "AddRef", "Release"];
const DISPATCH: [&str; 4] = ["GetTypeInfoCount", "GetTypeInfo", "GetIDsOfNames", "Invoke"];

fn inherited(interface: &serde_json::Value) -> Vec<&'static str> {
    let mut names = UNKNOWN.to_vec();
    if interface["root"] == "IDispatch" {
        names.extend(DISPATCH);
    }
    names
}

#[test]
fn every_slot_is_where_windows_has_it() {
    let facts = Facts::load();
    let mut source = HEAD.to_owned();
    let mut checked = 0;
    for interface in facts.interfaces() {
        let name = text(&interface["name"]);
        let size = number(&interface["vtable_size"]);
        let _ = writeln!(
            source,
            "CHECK(sizeof({name}Vtbl) == {size} * sizeof(void *), \"{name}\");"
        );
        let own = facts.slots(interface);
        let slots = inherited(interface).into_iter().enumerate();
        for (slot, method) in slots.chain(own.iter().map(|s| (s.slot, s.name))) {
            let _ = writeln!(
                source,
                "CHECK(offsetof({name}Vtbl, {method}) == {slot} * sizeof(void *), \"{name}::{method}\");"
            );
            checked += 1;
        }
    }
    assert!(checked > 1000, "only {checked} slots were checked");
    compile_as_c(&source, &[]);
}

#[test]
fn every_method_has_its_prototype() {
    let facts = Facts::load();
    let mut source = HEAD.to_owned();
    for interface in facts.interfaces() {
        let name = text(&interface["name"]);
        let slots = facts.slots(interface);
        for Slot {
            name: method,
            params,
            ..
        } in &slots
        {
            let list: String = params.iter().map(|(_, ty)| format!(", {ty}")).collect();
            let _ = writeln!(source, "HRESULT {name}__{method}({name} *{list});");
        }
        let _ = writeln!(
            source,
            "void fill_{name}({name}Vtbl *table);\nvoid fill_{name}({name}Vtbl *table) {{"
        );
        let _ = writeln!(source, "    (void)table;");
        for Slot { name: method, .. } in &slots {
            let _ = writeln!(source, "    table->{method} = {name}__{method};");
        }
        source += "}\n";
    }
    compile_as_c(&source, &[]);
}

#[test]
fn every_method_has_its_macro() {
    let facts = Facts::load();
    let mut source = HEAD.to_owned();
    for interface in facts.interfaces() {
        let name = text(&interface["name"]);
        for Slot {
            name: method,
            params,
            ..
        } in facts.slots(interface)
        {
            let typed: String = params.iter().map(|(p, ty)| format!(", {ty} {p}")).collect();
            let plain: String = params.iter().map(|(p, _)| format!(", {p}")).collect();
            let head = format!("HRESULT call_{name}_{method}({name} *self{typed})");
            let _ = writeln!(
                source,
                "{head};\n{head} {{ return {name}_{method}(self{plain}); }}"
            );
        }
        let _ = writeln!(
            source,
            "ULONG end_{name}({name} *self);\nULONG end_{name}({name} *self) {{ return {name}_Release(self); }}"
        );
    }
    compile_as_c(&source, &["-DCOBJMACROS"]);
}

#[test]
fn every_value_is_what_windows_has() {
    let facts = Facts::load();
    let mut source = HEAD.to_owned();
    let mut check = |name: &str, ty: &str, value: &serde_json::Value| {
        let _ = writeln!(
            source,
            "CHECK({name} == ({ty}){}, \"{name}\");",
            number(value)
        );
    };
    let mut values = 0;
    for (name, members) in facts.table("enums") {
        for (member, value) in members.as_object().expect("a table") {
            check(member, name, value);
            values += 1;
        }
    }
    let mut codes = 0;
    for (name, value) in facts.table("errors") {
        check(name, "HRESULT", value);
        codes += 1;
    }
    let plain = |(_, v): &(&str, &serde_json::Value)| text(v).starts_with("0x");
    for (name, value) in facts.table("constants").filter(plain) {
        check(name, "LONG", value);
    }
    assert_eq!((values, codes), (420, 90));
    compile_as_c(&source, &[]);
}

#[test]
fn every_id_in_the_library_is_what_windows_has() {
    let facts = Facts::load();
    let mut source = "#include <tapi3.h>\n#include <stdio.h>\n\
        static void show(const char *name, const GUID *id) {\n\
            printf(\"%s %08X-%04X-%04X-%02X%02X-%02X%02X%02X%02X%02X%02X\\n\", name, (unsigned)id->Data1,\n\
                (unsigned)id->Data2, (unsigned)id->Data3, id->Data4[0], id->Data4[1], id->Data4[2],\n\
                id->Data4[3], id->Data4[4], id->Data4[5], id->Data4[6], id->Data4[7]);\n}\n\
        int main(void) {\n"
        .to_owned();
    let mut expected = String::new();
    let mut show = |symbol: &str, id: &str| {
        let _ = writeln!(source, "    show(\"{symbol}\", &{symbol});");
        let _ = writeln!(expected, "{symbol} {id}");
    };
    for interface in facts.interfaces() {
        let name = text(&interface["name"]);
        let prefix = if name == "ITTAPIDispatchEventNotification" {
            "DIID"
        } else {
            "IID"
        };
        show(&format!("{prefix}_{name}"), text(&interface["iid"]));
    }
    for class in facts.coclasses() {
        show(
            &format!("CLSID_{}", text(&class["name"])),
            text(&class["clsid"]),
        );
    }
    // Not among the facts, and known to everybody.
    show("IID_IUnknown", "00000000-0000-0000-C000-000000000046");
    show("IID_IDispatch", "00020400-0000-0000-C000-000000000046");
    source += "    return 0;\n}\n";
    let printed = Unit {
        standard: "c11",
        options: &[],
        source: &source,
    }
    .run();
    assert_eq!(printed, expected);
}

#[test]
fn text_constants_are_utf16_and_complete() {
    let facts = Facts::load();
    let mut source = "#include <tapi3.h>\n#include <stdio.h>\n\
        static void show(const char *name, const OLECHAR *text) {\n    printf(\"%s \", name);\n\
            while (*text) putchar((int)*text++);\n    putchar('\\n');\n}\nint main(void) {\n"
        .to_owned();
    let mut expected = String::new();
    let is_text = |(_, v): &(&str, &serde_json::Value)| text(v).starts_with('{');
    for (name, value) in facts.table("constants").filter(is_text) {
        let _ = writeln!(source, "    show(\"{name}\", {name});");
        let _ = writeln!(expected, "{name} {}", text(value));
    }
    source += "    return 0;\n}\n";
    for standard in ["c11", "c++11"] {
        for options in [&[][..], &["-fshort-wchar"][..]] {
            let printed = Unit {
                standard,
                options,
                source: &source,
            }
            .run();
            assert_eq!(printed, expected, "{standard} {options:?}");
        }
    }
}

/// Compiles with the C view of the header, in C and in C++.
fn compile_as_c(source: &str, options: &[&str]) {
    let c_view = [options, &["-DCINTERFACE"]].concat();
    Unit {
        standard: "c11",
        options,
        source,
    }
    .compile();
    Unit {
        standard: "c++17",
        options: &c_view,
        source,
    }
    .compile();
}
