//! `idl/` itself, held against facts that do not come from it: what the C header cannot show,
//! such as dispatch ids, bases and the direction of parameters.

#[path = "support/facts.rs"]
mod facts;

use codegen::model::{Description, Direction, InterfaceKind, MethodKind, Param};
use facts::{Facts, number, text};
use serde_json::Value;
use std::path::Path;

fn described() -> Description {
    let idl = Path::new(env!("CARGO_MANIFEST_DIR")).join("idl");
    codegen::parse::read_folder(&idl).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn every_interface_has_its_id_base_and_kind() {
    let (idl, facts) = (described(), Facts::load());
    let interfaces = facts.interfaces();
    assert_eq!(
        interfaces.len(),
        84,
        "83 of tapi3if.h and the dispinterface"
    );
    for known in interfaces {
        let name = text(&known["name"]);
        let ours = idl
            .interface(name)
            .unwrap_or_else(|| panic!("{name} is not described"));
        assert_eq!(ours.iid.to_string(), text(&known["iid"]), "{name}");
        assert_eq!(ours.base.as_deref(), known["base"].as_str(), "{name}");
        assert_eq!(
            ours.first_slot as i64,
            number(&known["first_slot"]),
            "{name}"
        );
        assert_eq!(
            ours.vtable_len as i64,
            number(&known["vtable_size"]),
            "{name}"
        );
        let attributes = known["attrs"].as_array().expect("a list");
        let has = |word: &str| attributes.iter().any(|a| a == word);
        // The sources leave `dual` out of some interfaces that have dispatch ids all the same.
        assert!(
            !has("dual") || ours.kind == InterfaceKind::Dual,
            "{name} is dual"
        );
        let automation = known["root"] == "IDispatch";
        assert_eq!(automation, ours.kind != InterfaceKind::Custom, "{name}");
        let late = ours.kind == InterfaceKind::Dispinterface;
        assert_eq!(has("dispinterface"), late, "{name}");
    }
}

#[test]
fn every_method_has_its_number_and_parameters() {
    let (idl, facts) = (described(), Facts::load());
    let mut compared = 0;
    for known in facts.interfaces() {
        let name = text(&known["name"]);
        let ours = idl
            .interface(name)
            .unwrap_or_else(|| panic!("{name} is not described"));
        let methods = known["methods"].as_array().expect("a list");
        if ours.kind != InterfaceKind::Dispinterface {
            assert_eq!(ours.methods.len(), methods.len(), "{name}");
        }
        for (ours, known) in ours.methods.iter().zip(methods) {
            let name = format!("{name}::{}", ours.name);
            assert_eq!(ours.name, text(&known["name"]), "{name}");
            let slot = usize::try_from(number(&known["slot"])).expect("small");
            assert_eq!(ours.slot, Some(slot), "{name}");
            // The facts write a dispatch id without its sign.
            let id = ours.dispid.map(|id| i64::from(id) & 0xFFFF_FFFF);
            let known_id = known["dispid"].as_i64().map(|id| id & 0xFFFF_FFFF);
            assert_eq!(id, known_id, "{name}");
            let kind = match ours.kind {
                MethodKind::Method => "method",
                MethodKind::PropGet => "propget",
                MethodKind::PropPut => "propput",
            };
            assert_eq!(kind, text(&known["kind"]), "{name}");
            let params = known["params"].as_array().expect("a list");
            assert_eq!(ours.params.len(), params.len(), "{name}");
            ours.params
                .iter()
                .zip(params)
                .for_each(|(p, k)| compare(&name, p, k));
            compared += 1;
        }
    }
    assert_eq!(compared, 475);
}

fn compare(method: &str, ours: &Param, known: &Value) {
    let name = format!("{method}({})", ours.name);
    assert_eq!(ours.name, text(&known["name"]), "{name}");
    let direction = match ours.direction {
        Direction::In => "in",
        Direction::Out => "out",
        Direction::InOut => "inout",
    };
    assert_eq!(direction, text(&known["dir"]), "{name}");
    assert_eq!(ours.retval, known["retval"] == true, "{name}");
    let buffer = known["idl"].as_array().is_some_and(|words| {
        words
            .iter()
            .filter_map(Value::as_str)
            .any(|w| w.starts_with("size_is") && w.contains("Size"))
    });
    assert!(
        !buffer || ours.size_is.is_some(),
        "{name} is a buffer and has no size_is"
    );
}

#[test]
fn every_class_has_its_names() {
    let (idl, facts) = (described(), Facts::load());
    for known in facts.coclasses() {
        let name = text(&known["name"]);
        let ours = idl.coclasses.iter().find(|c| c.name == name);
        let ours = ours.unwrap_or_else(|| panic!("{name} is not described"));
        assert_eq!(ours.clsid.to_string(), text(&known["clsid"]), "{name}");
        // Some of them carry a remark behind the name.
        let ids = known["progids"]
            .as_array()
            .expect("a list")
            .iter()
            .map(text);
        let ids: Vec<&str> = ids.filter_map(|id| id.split(' ').next()).collect();
        assert_eq!(ours.progids, ids, "{name}");
    }
}
