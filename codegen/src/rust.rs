//! Writes the Rust side of the interfaces, `$OUT_DIR/interfaces.rs`: for each one a safe trait, the
//! thunks that lead from the vtable into it, and its Automation members; and how the library calls
//! sinks. How a parameter looks in the trait is decided in `rust_params`.
//!
//! The text is included by `src/com/interfaces.rs`, which brings everything it names into scope.

use crate::abi;
use crate::model::{Description, Guid, Interface, InterfaceKind, Method, MethodKind};
use crate::rust_members;
use crate::rust_params::{Conversion, Signature};
use crate::rust_sinks;
use std::fmt::Write;

/// The interfaces that the runtime writes by hand, because every object has them.
const BY_HAND: [&str; 2] = ["IUnknown", "IDispatch"];

/// The whole module.
#[must_use]
pub fn module(description: &Description) -> String {
    let mut out = String::new();
    for interface in &description.interfaces {
        identity(&mut out, description, interface);
        if rust_members::has_members(interface) {
            rust_members::table(&mut out, interface);
        }
        if has_trait(interface) {
            methods(&mut out, description, interface);
            for method in &interface.methods {
                thunk(&mut out, interface, method);
            }
            vtable(&mut out, description, interface);
        }
    }
    rust_sinks::calls(&mut out, description);
    classes(&mut out, description);
    out
}

pub(crate) fn has_trait(interface: &Interface) -> bool {
    !BY_HAND.contains(&interface.name.as_str()) && interface.kind != InterfaceKind::Dispinterface
}

fn guid_literal(guid: Guid) -> String {
    let bytes: Vec<String> = guid.data4.iter().map(|b| format!("{b:#04x}")).collect();
    format!(
        "GUID {{ Data1: {:#010x}, Data2: {:#06x}, Data3: {:#06x}, Data4: [{}] }}",
        guid.data1,
        guid.data2,
        guid.data3,
        bytes.join(", ")
    )
}

/// Who the interface is and what it derives from.
fn identity(out: &mut String, description: &Description, interface: &Interface) {
    let name = &interface.name;
    let mut bases: Vec<&Interface> = description.lineage(interface);
    bases.reverse();
    let answered: Vec<String> = (bases.iter().filter(|b| b.name != "IUnknown"))
        .map(|b| format!("<{} as Interface>::IID", b.name))
        .collect();
    let members: Vec<String> = (bases.iter().filter(|b| rust_members::has_members(b)))
        .map(|b| rust_members::table_name(b))
        .collect();
    let _ = writeln!(
        out,
        "// SAFETY: abi.rs lays the structure and its vtable out from the same description.
unsafe impl Interface for {name} {{
    type Vtbl = {name}Vtbl;
    const IID: GUID = {};
    const NAME: &'static str = {name:?};
    const LINEAGE: &'static [GUID] = &[{}];
    const MEMBERS: &'static [&'static [Member]] = &[{}];
    const IS_DISPATCH: bool = {};
}}",
        guid_literal(interface.iid),
        answered.join(", "),
        members.join(", "),
        description.derives_from(interface, "IDispatch")
    );
    for base in bases.iter().skip(1) {
        let _ = writeln!(
            out,
            "// SAFETY: the vtable of {name} begins with that of {0}.\nunsafe impl DerivesFrom<{0}> for {name} {{}}",
            base.name
        );
    }
}

/// The name of a trait method: the vtable name in snake case. A name that Rust's prelude needs for
/// itself, or a property of the same interface (`get_CallInfoBuffer`, `GetCallInfoBuffer`), gets
/// an underscore.
#[must_use]
pub fn method_name(interface: &Interface, method: &Method) -> String {
    let name = snake_case(&method.name);
    let is_taken = method.kind == MethodKind::Method
        && (interface.methods.iter())
            .any(|m| m.kind != MethodKind::Method && snake_case(&m.name) == name);
    if is_taken || matches!(name.as_str(), "clone" | "drop") {
        return name + "_";
    }
    abi::ident(&name)
}

/// `get_TAPIObject` → `get_tapi_object`, `SetQOS` → `set_qos`, `get__NewEnum` → `get_new_enum`.
#[must_use]
pub fn snake_case(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (index, &letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|i| letters.get(i));
        let after = letters.get(index + 1);
        let starts_word = letter.is_ascii_uppercase()
            && (before.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                || before.is_some_and(char::is_ascii_uppercase)
                    && after.is_some_and(char::is_ascii_lowercase));
        if (starts_word || letter == '_') && !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        if letter != '_' {
            out.push(letter.to_ascii_lowercase());
        }
    }
    out
}

/// The trait with a default for each method.
fn methods(out: &mut String, description: &Description, interface: &Interface) {
    let name = &interface.name;
    for line in &interface.doc {
        let _ = writeln!(out, "{}", format!("/// {line}").trim_end());
    }
    let base = (interface
        .base
        .as_deref()
        .and_then(|b| description.interface(b)))
    .filter(|b| has_trait(b))
    .map_or(String::new(), |b| format!(": {}Impl", b.name));
    let _ = writeln!(out, "pub trait {name}Impl{base} {{");
    for method in &interface.methods {
        let signature = Signature::of(interface, method);
        for line in &method.doc {
            let _ = writeln!(out, "{}", format!("    /// {line}").trim_end());
        }
        if signature.is_raw {
            let _ = writeln!(
                out,
                "    ///\n    /// # Safety\n    /// The pointers are as the interface demands of its callers."
            );
        }
        let arguments: Vec<String> = (signature.params.iter())
            .filter_map(|p| Some(format!(", {}: {}", p.rust_name, p.argument.as_ref()?.ty)))
            .collect();
        let _ = writeln!(
            out,
            "    {}fn {}(&self{}) -> Result<{}> {{\n        Err(Error::not_implemented({:?}))\n    }}",
            if signature.is_raw { "unsafe " } else { "" },
            method_name(interface, method),
            arguments.concat(),
            signature.returns(),
            format!("{name}::{} is not implemented by this object.", method.name)
        );
    }
    out.push_str("}\n");
}

fn thunk_name(interface: &Interface, method: &Method) -> String {
    format!("{}_{}", interface.name, method.name)
}

/// The function that stands in the vtable.
fn thunk(out: &mut String, interface: &Interface, method: &Method) {
    let name = &interface.name;
    let signature = Signature::of(interface, method);
    let parameters: Vec<String> = (method.params.iter())
        .map(|p| format!(", {}: {}", abi::ident(&p.name), abi::rust_type(&p.ty)))
        .collect();
    let (mut clear, mut body) = (String::new(), String::new());
    for (param, converted) in method.params.iter().zip(&signature.params) {
        let name = abi::ident(&param.name);
        if converted.check {
            let _ = writeln!(clear, "        let {name} = Out::clear({name});");
            let _ = writeln!(body, "            {name}.check()?;");
        } else if converted.result.is_some() {
            let _ = writeln!(clear, "        let {name} = Out::clear({name});");
        } else if converted.clear {
            let _ = writeln!(clear, "        Out::clear({name});");
        }
    }
    let arguments: Vec<&str> = (signature.params.iter())
        .filter_map(|p| Some(p.argument.as_ref()?.value.as_str()))
        .collect();
    let call = format!(
        "object.here()?.{}({})",
        method_name(interface, method),
        arguments.join(", ")
    );
    let results: Vec<&Conversion> = signature
        .params
        .iter()
        .filter_map(|p| p.result.as_ref())
        .collect();
    match results.as_slice() {
        [] => {
            let _ = writeln!(body, "            {call}");
        }
        [only] => {
            let _ = writeln!(
                body,
                "            let value = {call}?;\n            {}",
                only.value
            );
        }
        several => {
            let names: Vec<String> = (0..several.len()).map(|i| format!("value{i}")).collect();
            let _ = writeln!(body, "            let ({}) = {call}?;", names.join(", "));
            for (result, name) in several.iter().zip(&names) {
                let _ = writeln!(body, "            {}", result.value.replace("value", name));
            }
        }
    }
    if !results.is_empty() {
        body.push_str("            Ok(OK)\n");
    }
    let _ = write!(
        out,
        "unsafe extern \"C\" fn {thunk}<I: DerivesFrom<{name}>, T: Class, const SLOT: usize>(This: *mut I{parameters}) -> HRESULT
where
    Object<T>: {name}Impl,
{{
    // SAFETY: the caller vouches for its arguments as the interface demands, and every vtable that
    // holds this thunk is made for `Object<T>` and this slot.
    unsafe {{
{clear}        enter::<{name}, I, T, SLOT>(This, |object| {{
{body}        }})
    }}
}}
",
        thunk = thunk_name(interface, method),
        parameters = parameters.concat()
    );
}

/// The vtable for any class that implements the trait.
fn vtable(out: &mut String, description: &Description, interface: &Interface) {
    let name = &interface.name;
    let _ = writeln!(
        out,
        "impl<T: Class, const SLOT: usize> VtableOf<T, SLOT> for {name}
where
    Object<T>: {name}Impl,
{{
    const VTABLE: {name}Vtbl = {name}Vtbl {{"
    );
    for (owner, method) in description.vtable(interface) {
        let function = if BY_HAND.contains(&owner.name.as_str()) {
            format!("class::{}", snake_case(&method.name))
        } else {
            thunk_name(owner, method)
        };
        let _ = writeln!(
            out,
            "        {}: {function}::<Self, T, SLOT>,",
            abi::ident(&method.name)
        );
    }
    out.push_str("    };\n}\n");
}

/// The programmatic ids of the classes.
fn classes(out: &mut String, description: &Description) {
    for class in &description.coclasses {
        let _ = writeln!(
            out,
            "/// The programmatic ids of the class {0}.\npub const PROGIDS_{0}: &[&str] = &{1:?};",
            class.name, class.progids
        );
    }
}

/// Whether the method reads, writes or acts, as the runtime names it.
pub(crate) fn member_kind(method: &Method) -> &'static str {
    match method.kind {
        MethodKind::Method => "MemberKind::Method",
        MethodKind::PropGet => "MemberKind::Get",
        MethodKind::PropPut => "MemberKind::Put",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_snake_case_by_words() {
        for (name, expected) in [
            ("Connect", "connect"),
            ("get_TAPIObject", "get_tapi_object"),
            ("SetQOS", "set_qos"),
            ("get__NewEnum", "get_new_enum"),
            ("put_lParam1", "put_l_param1"),
            ("GetCallInfoBuffer", "get_call_info_buffer"),
            ("GetIDsOfNames", "get_i_ds_of_names"),
            ("GetID", "get_id"),
        ] {
            assert_eq!(snake_case(name), expected);
        }
    }

    /// The text made of one dual interface with the given methods.
    fn written(methods: &str) -> String {
        let source = format!(
            "#[uuid(\"00000000-0000-0000-C000-000000000046\")]
            pub trait IUnknown {{
                fn QueryInterface(riid: REFIID, #[out] ppvObject: *mut *mut c_void);
                fn AddRef() -> ULONG;
                fn Release() -> ULONG;
            }}
            #[uuid(\"00020400-0000-0000-C000-000000000046\")]
            pub trait IDispatch: IUnknown {{}}
            #[uuid(\"11111111-0000-0000-C000-000000000046\")]
            #[dual]
            pub trait IThing: IDispatch {{ {methods} }}"
        );
        let sources = [("thing.rs".to_owned(), source)];
        module(&crate::parse::read_sources(&sources).unwrap())
    }

    #[test]
    fn parameters_become_arguments_and_results() {
        for (method, expected) in [
            ("fn A();", "fn a(&self) -> Result<Success>"),
            (
                "fn A(n: LONG, f: VARIANT_BOOL);",
                "fn a(&self, n: LONG, f: bool) -> Result<Success>",
            ),
            (
                "fn A(pName: BSTR);",
                "fn a(&self, p_name: BStr<'_>) -> Result<Success>",
            ),
            (
                "fn A(p: *mut IThing);",
                "fn a(&self, p: Option<In<'_, IThing>>) -> Result<Success>",
            ),
            (
                "fn A(v: VARIANT);",
                "fn a(&self, v: &Variant) -> Result<Success>",
            ),
            (
                "fn A(riid: REFIID);",
                "fn a(&self, riid: &GUID) -> Result<Success>",
            ),
            (
                "fn A(#[retval] p: *mut BSTR);",
                "fn a(&self) -> Result<Bstr>",
            ),
            (
                "fn A(#[retval] p: *mut *mut IThing);",
                "fn a(&self) -> Result<ComPtr<IThing>>",
            ),
            (
                "fn A(#[retval] #[nullable] p: *mut *mut IThing);",
                "fn a(&self) -> Result<Option<ComPtr<IThing>>>",
            ),
            (
                "fn A(#[out] a: *mut LONG, #[out] b: *mut VARIANT_BOOL);",
                "fn a(&self) -> Result<(LONG, bool)>",
            ),
            (
                "fn A(dwSize: DWORD, #[size_is(dwSize)] pBytes: *mut BYTE);",
                "fn a(&self, p_bytes: &[BYTE]) -> Result<Success>",
            ),
            (
                "fn A(dwSize: DWORD, #[size_is(dwSize)] pIds: *mut GUID);",
                "fn a(&self, p_ids: Elements<'_, GUID>) -> Result<Success>",
            ),
            (
                "fn A(#[out] pSize: *mut DWORD, #[out] #[size_is(pSize)] ppBytes: *mut *mut BYTE);",
                "fn a(&self) -> Result<TaskMem>",
            ),
            (
                "fn A(p: *mut c_void);",
                "unsafe fn a(&self, p: *mut core::ffi::c_void) -> Result<Success>",
            ),
        ] {
            let text = written(&format!("#[id(1)] {method}"));
            assert!(
                text.contains(&format!("    {expected} {{")),
                "{method}\n{text}"
            );
        }
    }

    #[test]
    fn a_method_beside_a_property_of_the_same_name_gets_an_underscore() {
        let text = written(
            "#[propget] #[id(1)] fn get_Info(#[retval] p: *mut LONG);
            #[id(2)] fn GetInfo(#[retval] p: *mut LONG);
            #[id(3)] fn Clone();",
        );
        for name in [
            "fn get_info(&self)",
            "fn get_info_(&self)",
            "fn clone_(&self)",
        ] {
            assert!(text.contains(name), "{name}");
        }
    }

    #[test]
    fn a_member_that_automation_cannot_carry_is_listed_without_a_caller() {
        let text = written(
            "#[id(7)] fn Raw(p: *mut c_void);
            #[id(8)] fn Plain(n: LONG);",
        );
        assert!(text.contains("name: \"Raw\", id: 7,"));
        assert!(text.contains("Kind::Other"));
        assert!(!text.contains("fn call_IThing_Raw"));
        assert!(text.contains("fn call_IThing_Plain"));
    }
}
