//! How one method of a vtable looks in its safe trait: which parameters become arguments, which
//! become results, and what the thunk does to get from one to the other.

use crate::abi;
use crate::model::{Direction, Interface, Method, Param, TypeKind};

/// A type of the trait, and the expression or statement that makes the value.
pub(crate) struct Conversion {
    /// The type in the trait's signature.
    pub(crate) ty: String,
    /// For an argument: the expression that the thunk passes. For a result: the statement that
    /// stores `value`.
    pub(crate) value: String,
}

/// One parameter of the vtable method, as the thunk sees it.
#[derive(Default)]
pub(crate) struct RustParam {
    pub(crate) rust_name: String,
    /// The caller reads what the method puts there: it is set to nothing before anything else.
    pub(crate) clear: bool,
    /// It must not be null.
    pub(crate) check: bool,
    pub(crate) argument: Option<Conversion>,
    pub(crate) result: Option<Conversion>,
}

/// The whole method.
pub(crate) struct Signature {
    pub(crate) params: Vec<RustParam>,
    /// Some pointer is passed on as it is, so the trait's method is unsafe.
    pub(crate) is_raw: bool,
}

impl Signature {
    pub(crate) fn of(interface: &Interface, method: &Method) -> Self {
        let array_out = is_next(interface, method);
        let mut is_raw = false;
        let params = (method.params.iter())
            .map(|param| {
                let converted = if array_out {
                    None
                } else {
                    convert(method, param)
                };
                let mut converted = converted.unwrap_or_else(|| {
                    is_raw |= param.ty.pointers > 0 || is_pointer(&param.ty.name);
                    let mut passed_on = raw(param);
                    // The array of a `Next` has no element until the count says so.
                    let count = array_out && param.direction == Direction::InOut;
                    passed_on.clear = count || !array_out && param.direction == Direction::Out;
                    passed_on
                });
                converted.rust_name = abi::ident(&crate::rust::snake_case(&param.name));
                converted
            })
            .collect();
        Self { params, is_raw }
    }

    /// What the trait's method answers: the results, or how it succeeded.
    pub(crate) fn returns(&self) -> String {
        let types: Vec<&str> = (self.params.iter())
            .filter_map(|p| Some(p.result.as_ref()?.ty.as_str()))
            .collect();
        match types.as_slice() {
            [] => "Success".to_owned(),
            [only] => (*only).to_owned(),
            several => format!("({})", several.join(", ")),
        }
    }
}

/// Names of types that are pointers themselves, to memory that the method must read or write.
fn is_pointer(name: &str) -> bool {
    matches!(name, "LPOLESTR" | "LPCOLESTR" | "LPVOID")
}

/// `IEnumXxx::Next` fills an array of the caller's: the runtime's enumerators do that themselves.
fn is_next(interface: &Interface, method: &Method) -> bool {
    method.name == "Next" && interface.name.starts_with("IEnum")
}

/// Passed on as it is.
fn raw(param: &Param) -> RustParam {
    RustParam {
        argument: Some(Conversion {
            ty: abi::rust_type(&param.ty),
            value: abi::ident(&param.name),
        }),
        ..RustParam::default()
    }
}

fn argument(ty: &str, value: String) -> Option<RustParam> {
    Some(RustParam {
        argument: Some(Conversion {
            ty: ty.to_owned(),
            value,
        }),
        ..RustParam::default()
    })
}

/// Nothing of its own: another parameter takes care of it.
fn absorbed() -> Option<RustParam> {
    Some(RustParam::default())
}

/// The conversion of one parameter; none where there is no safe form.
fn convert(method: &Method, param: &Param) -> Option<RustParam> {
    let counted = method
        .params
        .iter()
        .find(|p| p.size_is.as_ref() == Some(&param.name));
    match (param.direction, counted) {
        (Direction::In, Some(_)) => absorbed(),
        (Direction::In, None) => convert_in(method, param),
        (Direction::Out, Some(_)) => Some(RustParam {
            clear: true,
            check: true,
            ..RustParam::default()
        }),
        (Direction::Out, None) => convert_out(param),
        (Direction::InOut, _) => None,
    }
}

fn convert_in(method: &Method, param: &Param) -> Option<RustParam> {
    let name = abi::ident(&param.name);
    let ty = param.ty.name.as_str();
    if let Some(count) = &param.size_is {
        let count_type = &method.params.iter().find(|p| p.name == *count)?.ty;
        if param.ty.pointers != 1
            || count_type.pointers != 0
            || param.ty.kind == TypeKind::Interface
        {
            return None;
        }
        let count = abi::ident(count);
        return match ty {
            "BYTE" => argument("&[BYTE]", format!("counted_bytes({name}, {count})?")),
            _ => argument(
                &format!("Elements<'_, {ty}>"),
                format!("counted({name}, {count})?"),
            ),
        };
    }
    match (param.ty.pointers, param.ty.kind) {
        (0, _) => match ty {
            "BSTR" => argument("BStr<'_>", format!("BStr::from_raw({name})")),
            "VARIANT" => argument("&Variant", format!("&*Variant::lend(&raw const {name})?")),
            "VARIANT_BOOL" | "BOOL" => argument("bool", format!("{name} != 0")),
            "HANDLE" => argument("Option<Event>", format!("Event::from_raw({name})?")),
            "PAPCFUNC" => argument("bool", format!("{name}.is_some()")),
            "REFIID" | "REFGUID" | "REFCLSID" => argument("&GUID", format!("&required({name})?")),
            _ if is_pointer(ty) => None,
            _ => argument(ty, name),
        },
        (1, TypeKind::Interface) => argument(
            &format!("Option<In<'_, {ty}>>"),
            format!("In::from_raw({name})"),
        ),
        (1, TypeKind::Struct) if ty == "VARIANT" => {
            argument("&Variant", format!("&*Variant::lend({name})?"))
        }
        (1, TypeKind::Struct) => argument(&format!("&{ty}"), format!("&required({name})?")),
        (1, TypeKind::Scalar) if ty == "BYTE" && !param.ty.is_const => {
            argument("Place", format!("Place::from_raw({name})"))
        }
        (1, TypeKind::Scalar) if ty == "LONGLONG" && param.optional => {
            argument("Option<LONGLONG>", format!("referred({name})"))
        }
        (1, TypeKind::Opaque) if ty == "AM_MEDIA_TYPE" => {
            argument("&MediaType<'_>", format!("&MediaType::read({name})?"))
        }
        _ => None,
    }
}

fn convert_out(param: &Param) -> Option<RustParam> {
    let name = abi::ident(&param.name);
    let ty = param.ty.name.as_str();
    let (result, store) = match (param.ty.pointers, param.ty.kind) {
        (1, _) if param.size_is.is_some() => return None,
        (1, TypeKind::Scalar) if ty == "BSTR" => {
            ("Bstr".to_owned(), format!("{name}.set(value.into_raw());"))
        }
        (1, TypeKind::Scalar) if ty == "VARIANT_BOOL" => (
            "bool".to_owned(),
            format!("{name}.set(if value {{ VARIANT_TRUE }} else {{ VARIANT_FALSE }});"),
        ),
        (1, TypeKind::Struct) if ty == "VARIANT" => (
            "Variant".to_owned(),
            format!("{name}.set(value.into_raw());"),
        ),
        (1, TypeKind::Struct) => (ty.to_owned(), format!("{name}.set(value);")),
        (1, TypeKind::Scalar | TypeKind::Enum) => (ty.to_owned(), format!("{name}.set(value);")),
        (2, TypeKind::Interface) if param.nullable => (
            format!("Option<ComPtr<{ty}>>"),
            format!("{name}.set(value.map_or(core::ptr::null_mut(), ComPtr::into_raw));"),
        ),
        (2, TypeKind::Interface) => (
            format!("ComPtr<{ty}>"),
            format!("{name}.set(value.into_raw());"),
        ),
        (2, TypeKind::Opaque) if ty == "c_void" => (
            "NonNull<c_void>".to_owned(),
            format!("{name}.set(value.as_ptr());"),
        ),
        (2, TypeKind::Opaque) if ty == "AM_MEDIA_TYPE" => (
            "TaskMediaType".to_owned(),
            format!("{name}.set(value.into_raw());"),
        ),
        (2, TypeKind::Scalar) if ty == "BYTE" && param.size_is.is_none() => {
            ("Place".to_owned(), format!("{name}.set(value.into_raw());"))
        }
        (2, TypeKind::Scalar) if ty == "BYTE" => {
            let length = abi::ident(param.size_is.as_ref()?);
            (
                "TaskMem".to_owned(),
                format!(
                    "{length}.set(length_of(&value)?);\n            {name}.set(value.into_raw());"
                ),
            )
        }
        _ => return None,
    };
    Some(RustParam {
        clear: true,
        check: !param.optional,
        result: Some(Conversion {
            ty: result,
            value: store,
        }),
        ..RustParam::default()
    })
}
