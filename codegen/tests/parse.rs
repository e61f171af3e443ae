//! What the parser understands, and that it names each mistake with its place.

use codegen::model::{Direction, InterfaceKind, MethodKind, Returns, TypeKind};
use codegen::parse::{read_folder, read_sources};
use std::path::Path;

/// Enough of a base for small descriptions.
const ROOT: &str = r#"
#[uuid("00000000-0000-0000-C000-000000000046")]
pub trait IUnknown {
    fn QueryInterface(riid: REFIID, #[out] ppvObject: *mut *mut c_void);
    fn AddRef() -> ULONG;
    fn Release() -> ULONG;
}
"#;

fn mistake(text: &str) -> String {
    let sources = [
        ("root.rs".to_owned(), ROOT.to_owned()),
        ("x.rs".to_owned(), text.to_owned()),
    ];
    read_sources(&sources)
        .expect_err("the description should be refused")
        .to_string()
}

fn idl() -> codegen::model::Description {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../idl");
    read_folder(&folder).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn reads_the_real_descriptions() {
    let idl = idl();
    let call = idl.interface("ITBasicCallControl2").expect("described");
    assert_eq!(call.iid.to_string(), "161A4A56-1E99-4B3F-A46A-168F38A5EE4C");
    assert_eq!(
        (call.first_slot, call.vtable_len, call.kind),
        (25, 28, InterfaceKind::Dual)
    );
    assert!(idl.derives_from(call, "IDispatch"));
    let slots = idl.vtable(call);
    assert_eq!(slots.len(), 28);
    assert!(
        slots
            .iter()
            .enumerate()
            .all(|(i, (_, m))| m.slot == Some(i))
    );
    let (owner, disconnect) = slots[9];
    assert_eq!(
        (owner.name.as_str(), disconnect.name.as_str()),
        ("ITBasicCallControl", "Disconnect")
    );
    assert_eq!(disconnect.dispid, Some(0x20005));
    assert_eq!(disconnect.params[0].ty.kind, TypeKind::Enum);
}

#[test]
fn reads_every_part_of_a_method() {
    let idl = idl();
    let collection = idl.interface("ITCollection").expect("described");
    let new_enum = &collection.methods[2];
    assert_eq!(
        (new_enum.member_name(), new_enum.dispid),
        ("_NewEnum", Some(-4))
    );
    assert!(new_enum.restricted && new_enum.kind == MethodKind::PropGet);
    let out = &new_enum.params[0];
    assert_eq!(
        (out.direction, out.retval, out.ty.pointers),
        (Direction::Out, true, 2)
    );
    let unknown = idl.interface("IUnknown").expect("described");
    assert_eq!(unknown.methods[1].returns, Returns::Ulong);
    let invoke = &idl.interface("IDispatch").expect("described").methods[3];
    assert!(invoke.params[5].optional);
    let sink = idl
        .interface("ITTAPIDispatchEventNotification")
        .expect("described");
    assert_eq!((sink.vtable_len, sink.methods[0].slot), (7, None));
}

#[test]
fn names_each_mistake_and_its_line() {
    let interface = |body: &str| {
        format!(
            "#[uuid(\"B1EFC382-9355-11D0-835C-00AA003CCABD\")]\npub trait ITX: IUnknown {{\n{body}\n}}\n"
        )
    };
    let cases = [
        (
            interface("#[idd(1)]\nfn F();"),
            "x.rs:3: #[idd] is not known here",
        ),
        (
            interface("fn F(a: LONGER);"),
            "x.rs:3: F: unknown type LONGER of a",
        ),
        (
            interface("fn F(a: IUnknown);"),
            "x.rs:3: F: a must be a pointer",
        ),
        (
            interface("#[id(1)]\nfn F();\n#[id(1)]\nfn G();"),
            "x.rs:6: ITX: G has the dispatch id 0x1 of F",
        ),
        (
            interface("fn F(#[out] a: LONG);"),
            "x.rs:3: a gives something back, so it must be a pointer",
        ),
        (
            interface("fn F(#[size_is(n)] a: *mut BYTE);"),
            "x.rs:3: F: size_is(n) names no parameter",
        ),
        (
            interface("fn F(#[retval] a: *mut LONG, b: LONG);"),
            "x.rs:3: F: the retval a must be the last parameter",
        ),
        (
            interface("fn F(a: LONG, a: LONG);"),
            "x.rs:3: F has two parameters called a",
        ),
        (
            interface("#[propget]\n#[id(1)]\nfn State(#[retval] a: *mut LONG);"),
            "x.rs:5: State must be called get_State",
        ),
        (
            interface("#[propget]\nfn get_State();"),
            "x.rs:4: get_State is a propget",
        ),
        (interface("fn F() -> BOOL;"), "x.rs:3: F returns BOOL"),
        (interface("fn F(").replace("}\n", ""), "x.rs:"),
        (
            "pub trait ITX: IUnknown {}".to_owned(),
            "x.rs:1: interface ITX has no #[uuid",
        ),
        (
            "#[uuid(\"B1EFC382\")]\npub trait ITX: IUnknown {}".to_owned(),
            "x.rs:1: B1EFC382 is not a GUID",
        ),
        (
            "#[uuid(\"00000000-0000-0000-C000-000000000046\")]\npub trait ITX: IUnknown {}"
                .to_owned(),
            "x.rs:2: ITX has the IID of IUnknown",
        ),
        (
            "#[uuid(\"B1EFC382-9355-11D0-835C-00AA003CCABD\")]\npub trait ITX: ITY {}".to_owned(),
            "x.rs:2: ITX derives from ITY, which is not described",
        ),
        (
            "pub enum E {\n  A,\n}".to_owned(),
            "x.rs:2: A needs its value written out",
        ),
        (
            "pub enum E { A = 1 }\npub enum F { A = 2 }".to_owned(),
            "x.rs:2: F::A is described twice",
        ),
        (
            "pub const A: FLOAT = 1;".to_owned(),
            "x.rs:1: A: a constant is",
        ),
        (
            "pub const A: HRESULT = -1;".to_owned(),
            "x.rs:1: A does not fit in 32 bits",
        ),
        ("pub fn f() {}".to_owned(), "x.rs:1: only a trait"),
    ];
    for (text, expected) in cases {
        let message = mistake(&text);
        assert!(
            message.starts_with(expected),
            "{message:?} should start with {expected:?}, for:\n{text}"
        );
    }
}
