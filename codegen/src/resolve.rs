//! The second half of reading a description: looks names up, numbers the vtable slots, and
//! refuses what a single item cannot show to be wrong (duplicates, unknown types and bases).

use crate::model::{
    Description, Direction, Interface, InterfaceKind, Method, MethodKind, OPAQUES, Place, SCALARS,
    STRUCTS, TypeKind,
};
use crate::parse::{Error, Result};
use std::collections::{HashMap, HashSet};

fn error(place: &Place, message: String) -> Error {
    Error {
        place: place.clone(),
        message,
    }
}

/// Checks one method's parameters against each other.
///
/// # Errors
/// A duplicate name, a misplaced retval, a `size_is` that names no parameter.
pub(crate) fn check_params(method: &Method) -> Result<()> {
    let fail = |message| Err(error(&method.place, message));
    let name = &method.name;
    for (index, param) in method.params.iter().enumerate() {
        if method
            .params
            .iter()
            .take(index)
            .any(|p| p.name == param.name)
        {
            return fail(format!("{name} has two parameters called {}", param.name));
        }
        if param.retval && index + 1 != method.params.len() {
            return fail(format!(
                "{name}: the retval {} must be the last parameter",
                param.name
            ));
        }
        if let Some(length) = &param.size_is {
            let found = method.params.iter().any(|p| &p.name == length);
            if !found {
                return fail(format!("{name}: size_is({length}) names no parameter"));
            }
        }
    }
    match method.kind {
        MethodKind::PropGet if !method.params.last().is_some_and(|p| p.retval) => fail(format!(
            "{name} is a propget and must end with a #[retval] parameter"
        )),
        MethodKind::PropPut
            if !method
                .params
                .last()
                .is_some_and(|p| p.direction == Direction::In) =>
        {
            fail(format!(
                "{name} is a propput and must end with the value to put"
            ))
        }
        _ => Ok(()),
    }
}

/// Completes what was read: order, slots and kinds of types; and checks it as a whole.
///
/// # Errors
/// The first contradiction found.
pub(crate) fn finish(description: &mut Description) -> Result<()> {
    unique_names(description)?;
    unique_ids(description)?;
    put_bases_first(description)?;
    number_slots(description)?;
    resolve_types(description)?;
    check_dispids(description)
}

fn unique_names(description: &Description) -> Result<()> {
    let mut seen: HashMap<&str, &Place> = HashMap::new();
    for (name, place) in (description.interfaces.iter().map(|i| (&i.name, &i.place)))
        .chain(description.enums.iter().map(|e| (&e.name, &e.place)))
    {
        if let Some(first) = seen.insert(name, place) {
            return Err(error(
                place,
                format!(
                    "{name} is already described at {}:{}",
                    first.file, first.line
                ),
            ));
        }
    }
    let mut values = HashSet::new();
    for item in &description.enums {
        if let Some(twice) = item.values.iter().find(|v| !values.insert(v.name.as_str())) {
            return Err(error(
                &item.place,
                format!("{}::{} is described twice", item.name, twice.name),
            ));
        }
    }
    let constants = (description.hresults.iter().map(|h| &h.name))
        .chain(description.constants.iter().map(|c| &c.name))
        .chain(description.strings.iter().map(|s| &s.name));
    for name in constants {
        if !values.insert(name) {
            return Err(error(
                &Place::default(),
                format!("constant {name} is described twice"),
            ));
        }
    }
    Ok(())
}

fn unique_ids(description: &Description) -> Result<()> {
    let mut seen = HashMap::new();
    for interface in &description.interfaces {
        if let Some(first) = seen.insert(interface.iid, interface) {
            let message = format!(
                "{} has the IID of {} ({})",
                interface.name, first.name, interface.iid
            );
            return Err(error(&interface.place, message));
        }
    }
    Ok(())
}

/// Puts each base before what derives from it, right before where that is possible, and keeps the
/// order otherwise.
fn put_bases_first(description: &mut Description) -> Result<()> {
    let mut waiting: Vec<Option<Interface>> = std::mem::take(&mut description.interfaces)
        .into_iter()
        .map(Some)
        .collect();
    let index: HashMap<String, usize> = waiting
        .iter()
        .flatten()
        .enumerate()
        .map(|(n, i)| (i.name.clone(), n))
        .collect();
    for start in 0..waiting.len() {
        let mut line = Vec::new();
        let mut next = Some(start);
        while let Some(interface) = next.and_then(|n| waiting.get_mut(n)).and_then(Option::take) {
            next = match &interface.base {
                None => None,
                Some(base) => match index.get(base) {
                    Some(place) => Some(*place),
                    None => {
                        let message = format!(
                            "{} derives from {base}, which is not described",
                            interface.name
                        );
                        return Err(error(&interface.place, message));
                    }
                },
            };
            line.push(interface);
        }
        let names: HashSet<&str> = line.iter().map(|i| i.name.as_str()).collect();
        if let Some(last) = line
            .last()
            .filter(|i| i.base.as_deref().is_some_and(|b| names.contains(b)))
        {
            return Err(error(
                &last.place,
                format!("{} derives from itself", last.name),
            ));
        }
        description.interfaces.extend(line.into_iter().rev());
    }
    Ok(())
}

fn number_slots(description: &mut Description) -> Result<()> {
    let mut lengths: HashMap<String, usize> = HashMap::new();
    for interface in &mut description.interfaces {
        let first = match &interface.base {
            Some(base) => lengths.get(base).copied().unwrap_or_default(),
            None if interface.name == "IUnknown" => 0,
            None => {
                return Err(error(
                    &interface.place,
                    format!("{} has no base", interface.name),
                ));
            }
        };
        interface.first_slot = first;
        interface.vtable_len = first;
        if interface.kind != InterfaceKind::Dispinterface {
            interface.vtable_len += interface.methods.len();
            for (index, method) in interface.methods.iter_mut().enumerate() {
                method.slot = Some(first + index);
            }
        }
        lengths.insert(interface.name.clone(), interface.vtable_len);
    }
    Ok(())
}

fn resolve_types(description: &mut Description) -> Result<()> {
    let interfaces: HashSet<String> = description
        .interfaces
        .iter()
        .map(|i| i.name.clone())
        .collect();
    let enums: HashSet<String> = description.enums.iter().map(|e| e.name.clone()).collect();
    let methods = description
        .interfaces
        .iter_mut()
        .flat_map(|i| &mut i.methods);
    for method in methods {
        for param in &mut method.params {
            let ty = &mut param.ty;
            let name = ty.name.as_str();
            ty.kind = if SCALARS.contains(&name) {
                TypeKind::Scalar
            } else if STRUCTS.contains(&name) {
                TypeKind::Struct
            } else if OPAQUES.contains(&name) {
                TypeKind::Opaque
            } else if enums.contains(name) {
                TypeKind::Enum
            } else if interfaces.contains(name) {
                TypeKind::Interface
            } else {
                return Err(error(
                    &method.place,
                    format!("{}: unknown type {name} of {}", method.name, param.name),
                ));
            };
            if ty.pointers == 0 && matches!(ty.kind, TypeKind::Interface | TypeKind::Opaque) {
                return Err(error(
                    &method.place,
                    format!("{}: {} must be a pointer", method.name, param.name),
                ));
            }
        }
    }
    Ok(())
}

/// A dispatch id belongs to one member name in an interface and its bases, and an Automation
/// interface gives every member one.
fn check_dispids(description: &Description) -> Result<()> {
    for interface in &description.interfaces {
        let mut names: HashMap<i32, &str> = HashMap::new();
        for ancestor in description.lineage(interface) {
            for method in &ancestor.methods {
                let Some(id) = method.dispid else {
                    if ancestor.kind == InterfaceKind::Custom {
                        continue;
                    }
                    return Err(error(
                        &method.place,
                        format!("{}::{} needs an #[id(…)]", ancestor.name, method.name),
                    ));
                };
                if let Some(other) = names
                    .insert(id, method.member_name())
                    .filter(|o| *o != method.member_name())
                {
                    let message = format!(
                        "{}: {} has the dispatch id {id:#x} of {other}",
                        interface.name, method.name
                    );
                    return Err(error(&method.place, message));
                }
            }
        }
    }
    Ok(())
}
