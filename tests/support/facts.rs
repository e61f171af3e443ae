//! The facts about TAPI 3's interfaces that the generated header is held against. They come from
//! two independent public sources, not from `idl/`: see `_meta` in the file.

// Each test uses a part of it.
#![allow(dead_code)]

use serde_json::Value;
use std::path::Path;

/// The facts, as they stand in the file.
pub struct Facts(Value);

/// A method with the interface that declares it.
pub struct Slot<'a> {
    /// The absolute place in the vtable.
    pub slot: usize,
    /// The name in the vtable.
    pub name: &'a str,
    /// The parameters: name and type, the types as C knows them.
    pub params: Vec<(&'a str, String)>,
    /// The dispatch id, if it has one.
    pub dispid: Option<i64>,
}

impl Facts {
    /// Reads the file of the repository.
    pub fn load() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tapi3-interfaces.json");
        let text = std::fs::read_to_string(&path).expect("the facts are in the repository");
        Self(serde_json::from_str(&text).expect("the facts are JSON"))
    }

    /// The interfaces of tapi3if.h, and the dispinterface of the event sink.
    pub fn interfaces(&self) -> Vec<&Value> {
        let all = self.0["interfaces"]
            .as_array()
            .expect("a list of interfaces");
        let ours = |i: &&Value| {
            i["header"] == "tapi3if.h" || i["name"] == "ITTAPIDispatchEventNotification"
        };
        all.iter().filter(ours).collect()
    }

    /// The names and values of a table: `enums`, `errors`, `constants`.
    pub fn table(&self, name: &str) -> impl Iterator<Item = (&str, &Value)> {
        let table = self.0[name].as_object().expect("a table");
        table.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The classes.
    pub fn coclasses(&self) -> &[Value] {
        self.0["coclasses"].as_array().expect("a list of classes")
    }

    /// The methods of an interface and its bases, without those of IUnknown and IDispatch.
    pub fn slots<'a>(&'a self, interface: &'a Value) -> Vec<Slot<'a>> {
        let mut slots = match text(&interface["base"]) {
            "IUnknown" | "IDispatch" => Vec::new(),
            base => {
                let base = self.interfaces().into_iter().find(|i| i["name"] == base);
                self.slots(base.expect("the base is among the interfaces"))
            }
        };
        for method in interface["methods"].as_array().expect("a list of methods") {
            let params = method["params"].as_array().expect("a list of parameters");
            slots.push(Slot {
                slot: usize::try_from(method["slot"].as_u64().expect("a slot")).expect("small"),
                name: text(&method["name"]),
                params: params
                    .iter()
                    .map(|p| (text(&p["name"]), c_type(p)))
                    .collect(),
                dispid: method["dispid"].as_i64(),
            });
        }
        slots
    }
}

/// A text of the facts.
pub fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} should be a text"))
}

/// A number of the facts, whether written as one or as hexadecimal text.
pub fn number(value: &Value) -> i64 {
    match value {
        Value::String(hex) => {
            i64::from_str_radix(hex.trim_start_matches("0x"), 16).expect("hexadecimal")
        }
        other => other
            .as_i64()
            .unwrap_or_else(|| panic!("{other} should be a number")),
    }
}

/// The fixed-width C type of a parameter. An HRESULT has no sign in this library.
fn c_type(param: &Value) -> String {
    match text(&param["type"]) {
        "HRESULT*" => "HRESULT*".to_owned(),
        _ => text(&param["ptype"]).to_owned(),
    }
}
