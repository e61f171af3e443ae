//! Reads `idl/*.rs` into the model. The files are Rust syntax and are never compiled, so every
//! mistake in them must be found here and named with its file and line.

use crate::model::{
    Coclass, Constant, Description, Direction, Enum, EnumValue, Hresult, Interface, InterfaceKind,
    Method, MethodKind, Param, Place, Returns, TextConstant, Type, TypeKind,
};
use crate::resolve;
use std::fmt;
use std::path::Path;
use syn::spanned::Spanned;

/// What is wrong with a description, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file and line of the mistake.
    pub place: Place,
    /// What is wrong, in a sentence.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}",
            self.place.file, self.place.line, self.message
        )
    }
}

impl std::error::Error for Error {}

/// The result of reading a description.
pub type Result<T> = std::result::Result<T, Error>;

/// Reads all `*.rs` files of a folder, in the order of their names.
///
/// # Errors
/// The first mistake found, or the file that cannot be read.
pub fn read_folder(folder: &Path) -> Result<Description> {
    let unreadable = |path: &Path, why: &std::io::Error| Error {
        place: Place {
            file: path.display().to_string(),
            line: 0,
        },
        message: format!("cannot be read: {why}"),
    };
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        let path = entry.map_err(|e| unreadable(folder, &e))?.path();
        if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            sources.push((format!("idl/{name}"), text));
        }
    }
    sources.sort();
    read_sources(&sources)
}

/// Reads descriptions from memory: pairs of a file name for messages and its text.
///
/// # Errors
/// The first mistake found.
pub fn read_sources(sources: &[(String, String)]) -> Result<Description> {
    let mut description = Description::default();
    for (file, text) in sources {
        let reader = Reader { file };
        let syntax = syn::parse_file(text).map_err(|e| reader.error(e.span(), e.to_string()))?;
        for item in &syntax.items {
            reader.item(item, &mut description)?;
        }
    }
    resolve::finish(&mut description)?;
    Ok(description)
}

/// Reads one file.
pub(crate) struct Reader<'a> {
    file: &'a str,
}

impl Reader<'_> {
    fn place(&self, span: proc_macro2::Span) -> Place {
        Place {
            file: self.file.to_owned(),
            line: span.start().line,
        }
    }

    pub(crate) fn error(&self, span: proc_macro2::Span, message: impl Into<String>) -> Error {
        Error {
            place: self.place(span),
            message: message.into(),
        }
    }

    fn item(&self, item: &syn::Item, into: &mut Description) -> Result<()> {
        match item {
            syn::Item::Trait(t) => into.interfaces.push(self.interface(t)?),
            syn::Item::Enum(e) => into.enums.push(self.enumeration(e)?),
            syn::Item::Struct(s) => into.coclasses.push(self.coclass(s)?),
            syn::Item::Const(c) => self.constant(c, into)?,
            other => {
                return Err(self.error(
                    other.span(),
                    "only a trait (interface), an enum, a const or a unit struct (class) can be described",
                ));
            }
        }
        Ok(())
    }

    fn interface(&self, item: &syn::ItemTrait) -> Result<Interface> {
        let name = item.ident.to_string();
        let attributes = self.attributes(&item.attrs, &["uuid", "dual", "dispinterface"])?;
        let iid = attributes.uuid.ok_or_else(|| {
            self.error(
                item.ident.span(),
                format!("interface {name} has no #[uuid(\"…\")]"),
            )
        })?;
        let kind = match (attributes.has("dual"), attributes.has("dispinterface")) {
            (false, false) => InterfaceKind::Custom,
            (true, false) => InterfaceKind::Dual,
            (false, true) => InterfaceKind::Dispinterface,
            (true, true) => {
                return Err(self.error(
                    item.ident.span(),
                    format!("{name} cannot be both dual and a dispinterface"),
                ));
            }
        };
        let mut bases = item.supertraits.iter();
        let base = match (bases.next(), bases.next()) {
            (None, _) => None,
            (Some(syn::TypeParamBound::Trait(t)), None) => Some(self.single_name(&t.path)?),
            (Some(other), _) => {
                return Err(self.error(other.span(), format!("{name} must have one plain base")));
            }
        };
        let methods = item
            .items
            .iter()
            .map(|member| match member {
                syn::TraitItem::Fn(f) => self.method(f),
                other => Err(self.error(other.span(), format!("{name} may hold methods only"))),
            })
            .collect::<Result<_>>()?;
        Ok(Interface {
            name,
            iid,
            base,
            kind,
            doc: attributes.doc,
            methods,
            first_slot: 0,
            vtable_len: 0,
            place: self.place(item.ident.span()),
        })
    }

    fn method(&self, item: &syn::TraitItemFn) -> Result<Method> {
        let name = item.sig.ident.to_string();
        let span = item.sig.ident.span();
        let attributes = self.attributes(
            &item.attrs,
            &["id", "propget", "propput", "hidden", "restricted"],
        )?;
        let (kind, prefix) = match (attributes.has("propget"), attributes.has("propput")) {
            (false, false) => (MethodKind::Method, ""),
            (true, false) => (MethodKind::PropGet, "get_"),
            (false, true) => (MethodKind::PropPut, "put_"),
            (true, true) => {
                return Err(self.error(span, format!("{name} cannot be both propget and propput")));
            }
        };
        if !name.starts_with(prefix) {
            return Err(self.error(
                span,
                format!("{name} must be called {prefix}{name}, as its vtable slot is"),
            ));
        }
        if let Some(body) = &item.default {
            return Err(self.error(body.span(), format!("{name} cannot have a body")));
        }
        let returns = match &item.sig.output {
            syn::ReturnType::Default => Returns::Hresult,
            syn::ReturnType::Type(_, ty) => match self.ty(ty)?.name.as_str() {
                "HRESULT" => Returns::Hresult,
                "ULONG" => Returns::Ulong,
                other => {
                    return Err(self.error(
                        ty.span(),
                        format!("{name} returns {other}; HRESULT or ULONG it must be"),
                    ));
                }
            },
        };
        let params = item
            .sig
            .inputs
            .iter()
            .map(|p| self.param(p))
            .collect::<Result<Vec<_>>>()?;
        let method = Method {
            name,
            slot: None,
            dispid: attributes.id,
            kind,
            hidden: attributes.has("hidden"),
            restricted: attributes.has("restricted"),
            params,
            returns,
            doc: attributes.doc,
            place: self.place(span),
        };
        resolve::check_params(&method)?;
        Ok(method)
    }

    fn param(&self, item: &syn::FnArg) -> Result<Param> {
        let syn::FnArg::Typed(typed) = item else {
            return Err(self.error(item.span(), "methods are written without self"));
        };
        let syn::Pat::Ident(ident) = typed.pat.as_ref() else {
            return Err(self.error(typed.pat.span(), "a parameter needs a plain name"));
        };
        let name = ident.ident.to_string();
        let attributes = self.attributes(
            &typed.attrs,
            &[
                "in", "out", "inout", "retval", "optional", "nullable", "size_is",
            ],
        )?;
        let ty = self.ty(&typed.ty)?;
        let retval = attributes.has("retval");
        let direction = match (attributes.has("out") || retval, attributes.has("inout")) {
            (false, false) => Direction::In,
            (true, false) => Direction::Out,
            (false, true) => Direction::InOut,
            (true, true) => {
                return Err(
                    self.error(ident.span(), format!("{name} cannot be both out and inout"))
                );
            }
        };
        if direction != Direction::In && (ty.pointers == 0 && ty.name != "LPVOID") {
            return Err(self.error(
                typed.ty.span(),
                format!("{name} gives something back, so it must be a pointer"),
            ));
        }
        Ok(Param {
            name,
            ty,
            direction,
            retval,
            optional: attributes.has("optional"),
            nullable: attributes.has("nullable"),
            size_is: attributes.size_is,
        })
    }

    /// A type, its kind still unknown: names are looked up when everything has been read.
    fn ty(&self, ty: &syn::Type) -> Result<Type> {
        match ty {
            syn::Type::Path(path) => Ok(Type {
                name: self.single_name(&path.path)?,
                kind: TypeKind::Scalar,
                pointers: 0,
                is_const: false,
            }),
            syn::Type::Ptr(pointer) => {
                let inner = self.ty(&pointer.elem)?;
                let innermost = inner.pointers == 0;
                if pointer.const_token.is_some() && !innermost {
                    return Err(self.error(ty.span(), "only the innermost pointer can be *const"));
                }
                Ok(Type {
                    pointers: inner.pointers + 1,
                    is_const: if innermost {
                        pointer.const_token.is_some()
                    } else {
                        inner.is_const
                    },
                    ..inner
                })
            }
            other => Err(self.error(
                other.span(),
                "a type is a plain name, or *mut or *const of one",
            )),
        }
    }

    fn enumeration(&self, item: &syn::ItemEnum) -> Result<Enum> {
        let attributes = self.attributes(&item.attrs, &["flags"])?;
        let values = item
            .variants
            .iter()
            .map(|variant| {
                let Some((_, value)) = &variant.discriminant else {
                    return Err(self.error(
                        variant.span(),
                        format!("{} needs its value written out", variant.ident),
                    ));
                };
                let (value, _) = self.integer(value)?;
                let value = narrow_i32(value).ok_or_else(|| {
                    self.error(
                        variant.span(),
                        format!("{} does not fit in 32 bits", variant.ident),
                    )
                })?;
                let doc = self.attributes(&variant.attrs, &[])?.doc;
                Ok(EnumValue {
                    name: variant.ident.to_string(),
                    value,
                    doc,
                })
            })
            .collect::<Result<_>>()?;
        Ok(Enum {
            name: item.ident.to_string(),
            flags: attributes.has("flags"),
            values,
            doc: attributes.doc,
            place: self.place(item.ident.span()),
        })
    }

    fn coclass(&self, item: &syn::ItemStruct) -> Result<Coclass> {
        let attributes = self.attributes(&item.attrs, &["uuid", "progid"])?;
        let clsid = attributes.uuid.ok_or_else(|| {
            self.error(
                item.ident.span(),
                format!("class {} has no #[uuid(\"…\")]", item.ident),
            )
        })?;
        if !matches!(item.fields, syn::Fields::Unit) {
            return Err(self.error(
                item.ident.span(),
                format!("class {} cannot have fields", item.ident),
            ));
        }
        Ok(Coclass {
            name: item.ident.to_string(),
            clsid,
            progids: attributes.progids,
            doc: attributes.doc,
        })
    }

    fn constant(&self, item: &syn::ItemConst, into: &mut Description) -> Result<()> {
        let name = item.ident.to_string();
        let doc = self.attributes(&item.attrs, &[])?.doc;
        if matches!(item.ty.as_ref(), syn::Type::Reference(_)) {
            let syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) = item.expr.as_ref()
            else {
                return Err(self.error(item.expr.span(), format!("{name} must be a plain text")));
            };
            into.strings.push(TextConstant {
                name,
                value: text.value(),
                doc,
            });
            return Ok(());
        }
        let ty = self.ty(&item.ty)?.name;
        let (value, hexadecimal) = self.integer(&item.expr)?;
        match ty.as_str() {
            "HRESULT" => {
                let value = u32::try_from(value).map_err(|_| {
                    self.error(item.expr.span(), format!("{name} does not fit in 32 bits"))
                })?;
                let sentence = doc
                    .iter()
                    .take_while(|l| !l.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" ");
                into.hresults.push(Hresult {
                    name,
                    value,
                    sentence,
                    doc,
                });
            }
            "LONG" | "DWORD" | "VARTYPE" | "WORD" | "VARIANT_BOOL" => {
                into.constants.push(Constant {
                    name,
                    ty,
                    value,
                    hexadecimal,
                    doc,
                });
            }
            other => {
                return Err(self.error(
                    item.ty.span(),
                    format!("{name}: a constant is HRESULT, LONG, DWORD, WORD, VARTYPE, VARIANT_BOOL or &str, not {other}"),
                ));
            }
        }
        Ok(())
    }

    /// An integer literal, perhaps negative, and whether it was written in hexadecimal.
    pub(crate) fn integer(&self, expr: &syn::Expr) -> Result<(i64, bool)> {
        match expr {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Int(int),
                ..
            }) => {
                let value = int
                    .base10_parse()
                    .map_err(|e| self.error(expr.span(), e.to_string()))?;
                Ok((value, int.to_string().starts_with("0x")))
            }
            syn::Expr::Unary(syn::ExprUnary {
                op: syn::UnOp::Neg(_),
                expr: inner,
                ..
            }) => self.integer(inner).map(|(value, hex)| (-value, hex)),
            other => Err(self.error(other.span(), "a value must be an integer literal")),
        }
    }

    pub(crate) fn single_name(&self, path: &syn::Path) -> Result<String> {
        path.get_ident()
            .map(ToString::to_string)
            .ok_or_else(|| self.error(path.span(), "a plain name is expected here"))
    }
}

/// A 32-bit value that may be written signed or as its bits: `-4` and `0xfffffffc` are the same.
pub(crate) fn narrow_i32(value: i64) -> Option<i32> {
    i32::try_from(value).ok().or_else(|| {
        u32::try_from(value)
            .ok()
            .map(|bits| i32::from_ne_bytes(bits.to_ne_bytes()))
    })
}
