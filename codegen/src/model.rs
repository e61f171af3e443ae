//! The interface descriptions as plain data: what `parse` reads out of `idl/` and every
//! writer (Rust, C, C++, Python) works from. No syntax trees and no text formats in here.

use std::fmt;

/// Everything that `idl/` describes, in the order of the files and of their items.
#[derive(Debug, Clone, Default)]
pub struct Description {
    /// All interfaces. A base stands before what derives from it.
    pub interfaces: Vec<Interface>,
    /// All enumerations.
    pub enums: Vec<Enum>,
    /// All HRESULT constants.
    pub hresults: Vec<Hresult>,
    /// All integer constants.
    pub constants: Vec<Constant>,
    /// All text constants.
    pub strings: Vec<TextConstant>,
    /// All classes that can be created.
    pub coclasses: Vec<Coclass>,
}

impl Description {
    /// The interface of that name.
    #[must_use]
    pub fn interface(&self, name: &str) -> Option<&Interface> {
        self.interfaces.iter().find(|i| i.name == name)
    }

    /// The interface and its bases, the root first.
    #[must_use]
    pub fn lineage(&self, interface: &Interface) -> Vec<&Interface> {
        let mut line = Vec::new();
        let mut next = self.interface(&interface.name);
        while let Some(current) = next {
            line.push(current);
            next = current.base.as_deref().and_then(|b| self.interface(b));
        }
        line.reverse();
        line
    }

    /// All methods of the interface's vtable in slot order, those of its bases included.
    ///
    /// A dispinterface has the vtable of `IDispatch`: its own members have no slots.
    #[must_use]
    pub fn vtable(&self, interface: &Interface) -> Vec<(&Interface, &Method)> {
        self.lineage(interface)
            .into_iter()
            .flat_map(|i| i.methods.iter().map(move |m| (i, m)))
            .filter(|(_, m)| m.slot.is_some())
            .collect()
    }

    /// Whether the interface is `ancestor` or derives from it.
    #[must_use]
    pub fn derives_from(&self, interface: &Interface, ancestor: &str) -> bool {
        self.lineage(interface).iter().any(|i| i.name == ancestor)
    }
}

/// Where something was described, for error messages and for grouping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The file as it was given to the parser, such as `idl/call.rs`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// A GUID in its four parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid {
    /// The first eight hexadecimal digits.
    pub data1: u32,
    /// The next four.
    pub data2: u16,
    /// The next four.
    pub data3: u16,
    /// The rest, in the order in which it is written.
    pub data4: [u8; 8],
}

impl Guid {
    /// Reads `B1EFC382-9355-11D0-835C-00AA003CCABD`, in either case and without braces.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let groups: Vec<&str> = text.split('-').collect();
        let lengths: Vec<usize> = groups.iter().map(|g| g.len()).collect();
        if lengths != [8, 4, 4, 4, 12] || !text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
        {
            return None;
        }
        let bits = u128::from_str_radix(&groups.concat(), 16).ok()?;
        Some(Self {
            data1: u32::try_from(bits >> 96).ok()?,
            data2: u16::try_from((bits >> 80) & 0xFFFF).ok()?,
            data3: u16::try_from((bits >> 64) & 0xFFFF).ok()?,
            data4: u64::try_from(bits & u128::from(u64::MAX))
                .ok()?
                .to_be_bytes(),
        })
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, tail @ ..] = self.data4;
        write!(
            f,
            "{:08X}-{:04X}-{:04X}-{a:02X}{b:02X}-",
            self.data1, self.data2, self.data3
        )?;
        tail.iter().try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

/// How an interface can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterfaceKind {
    /// Through its vtable only.
    Custom,
    /// Through its vtable and through `IDispatch`.
    Dual,
    /// Through `IDispatch::Invoke` only.
    Dispinterface,
}

/// One interface.
#[derive(Debug, Clone)]
pub struct Interface {
    /// Microsoft's name, such as `ITBasicCallControl`.
    pub name: String,
    /// Its interface id.
    pub iid: Guid,
    /// What it derives from; only `IUnknown` derives from nothing.
    pub base: Option<String>,
    /// How it can be called.
    pub kind: InterfaceKind,
    /// The documentation, line by line, without the comment marks.
    pub doc: Vec<String>,
    /// Its own methods in vtable order.
    pub methods: Vec<Method>,
    /// The slot of its first own method: the number of slots that its bases take.
    pub first_slot: usize,
    /// The number of slots of the whole vtable.
    pub vtable_len: usize,
    /// Where it is described.
    pub place: Place,
}

/// What a method is to an Automation client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodKind {
    /// A method.
    Method,
    /// Reads a property.
    PropGet,
    /// Writes a property.
    PropPut,
}

/// What a method returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returns {
    /// An HRESULT, as nearly everything does.
    Hresult,
    /// A count: `IUnknown::AddRef` and `IUnknown::Release`.
    Ulong,
}

/// One method.
#[derive(Debug, Clone)]
pub struct Method {
    /// Its name in the vtable: properties carry `get_` or `put_`.
    pub name: String,
    /// The absolute vtable slot, from 0; none in a dispinterface.
    pub slot: Option<usize>,
    /// The dispatch id, if it has one.
    pub dispid: Option<i32>,
    /// What it is to an Automation client.
    pub kind: MethodKind,
    /// Not shown to Automation users.
    pub hidden: bool,
    /// Not to be called from macro languages (`_NewEnum`).
    pub restricted: bool,
    /// The parameters in order, without `This`.
    pub params: Vec<Param>,
    /// What it returns.
    pub returns: Returns,
    /// The documentation, line by line.
    pub doc: Vec<String>,
    /// Where it is described.
    pub place: Place,
}

impl Method {
    /// The name under which Automation clients know it: without `get_` or `put_`.
    #[must_use]
    pub fn member_name(&self) -> &str {
        let prefix = match self.kind {
            MethodKind::Method => "",
            MethodKind::PropGet => "get_",
            MethodKind::PropPut => "put_",
        };
        self.name.strip_prefix(prefix).unwrap_or(&self.name)
    }
}

/// Which way a parameter carries its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the caller.
    In,
    /// To the caller: always a pointer, written by the method.
    Out,
    /// Both: always a pointer; what NULL means is the method's affair.
    InOut,
}

/// One parameter.
#[derive(Debug, Clone)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Its direction. A `retval` is `Out`.
    pub direction: Direction,
    /// It is the value that the method gives an Automation client.
    pub retval: bool,
    /// NULL is a valid argument (`#[optional]`).
    pub optional: bool,
    /// The interface that the method gives back may be NULL although it succeeds (`#[nullable]`).
    pub nullable: bool,
    /// The parameter that holds the number of elements that this one points to (`#[size_is(name)]`).
    /// With two pointers and `Out` the method allocates the buffer and writes its length there.
    pub size_is: Option<String>,
}

/// A type: a named one behind any number of pointers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Type {
    /// The name in the description, such as `LONG` or `ITAddress`; `c_void` for an untyped pointer.
    pub name: String,
    /// What kind of name that is.
    pub kind: TypeKind,
    /// How many pointers stand before it.
    pub pointers: usize,
    /// What the innermost pointer points to must not be written (`*const`).
    pub is_const: bool,
}

/// What a type's name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeKind {
    /// An integer, a string or a handle: `LONG`, `BSTR`, `HWND`.
    Scalar,
    /// A structure that crosses the ABI: `VARIANT`, `GUID`, `DISPPARAMS`.
    Struct,
    /// A structure that is only ever pointed to: `ITypeInfo`, `AM_MEDIA_TYPE`, `c_void`.
    Opaque,
    /// One of the enumerations: a 32-bit integer.
    Enum,
    /// One of the interfaces, always behind a pointer.
    Interface,
}

/// One enumeration.
#[derive(Debug, Clone)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// Its values are bits that can be combined (`#[flags]`).
    pub flags: bool,
    /// Its values in order; two names may share a value.
    pub values: Vec<EnumValue>,
    /// The documentation, line by line.
    pub doc: Vec<String>,
    /// Where it is described.
    pub place: Place,
}

/// One value of an enumeration.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: i32,
    /// The documentation, line by line.
    pub doc: Vec<String>,
}

/// A result code.
#[derive(Debug, Clone)]
pub struct Hresult {
    /// Its name, such as `TAPI_E_TIMEOUT`.
    pub name: String,
    /// Its value.
    pub value: u32,
    /// What it says to a user: the first paragraph of its documentation.
    pub sentence: String,
    /// The whole documentation, line by line.
    pub doc: Vec<String>,
}

/// An integer constant.
#[derive(Debug, Clone)]
pub struct Constant {
    /// Its name.
    pub name: String,
    /// The type it is declared with, such as `LONG` or `DWORD`.
    pub ty: String,
    /// Its value.
    pub value: i64,
    /// It was written in hexadecimal, and is to be shown so.
    pub hexadecimal: bool,
    /// The documentation, line by line.
    pub doc: Vec<String>,
}

/// A text constant.
#[derive(Debug, Clone)]
pub struct TextConstant {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The documentation, line by line.
    pub doc: Vec<String>,
}

/// A class that `CoCreateInstance` can create.
#[derive(Debug, Clone)]
pub struct Coclass {
    /// Its name without the prefix `CLSID_`.
    pub name: String,
    /// Its class id.
    pub clsid: Guid,
    /// Its programmatic ids; the version-independent one first.
    pub progids: Vec<String>,
    /// The documentation, line by line.
    pub doc: Vec<String>,
}

/// The scalar types that a description may name.
pub const SCALARS: &[&str] = &[
    "BOOL",
    "BSTR",
    "BYTE",
    "DISPID",
    "DWORD",
    "HANDLE",
    "HRESULT",
    "HWND",
    "INT",
    "LCID",
    "LONG",
    "LONGLONG",
    "LPCOLESTR",
    "LPOLESTR",
    "LPVOID",
    "OLECHAR",
    "PAPCFUNC",
    "REFCLSID",
    "REFGUID",
    "REFIID",
    "TAPIHWND",
    "TAPI_DIGITMODE",
    "UINT",
    "ULONG",
    "USHORT",
    "VARIANT_BOOL",
    "WORD",
];

/// The structures that a description may name.
pub const STRUCTS: &[&str] = &[
    "ALLOCATOR_PROPERTIES",
    "CONNECTDATA",
    "DISPPARAMS",
    "EXCEPINFO",
    "GUID",
    "TAPI_CUSTOMTONE",
    "TAPI_DETECTTONE",
    "VARIANT",
    "WAVEFORMATEX",
];

/// The structures that a description may name behind a pointer only.
pub const OPAQUES: &[&str] = &["AM_MEDIA_TYPE", "ITypeInfo", "c_void"];
