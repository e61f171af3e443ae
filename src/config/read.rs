//! From TOML to a configuration. The lines are read one by one, for their keys depend on their
//! provider and an error is to name its place.

use super::{ClockKind, Configuration, LineSettings, ServerSettings, Source};
use crate::engine::Result;
use crate::providers::sim;
use crate::settings::duration;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny, IntoDeserializer};
use std::collections::HashMap;
use std::time::Duration;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The file without its lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Top {
    #[serde(deserialize_with = "duration")]
    operation_timeout: Duration,
    clock: ClockKind,
    simulation: sim::Simulation,
    server: Option<ServerSettings>,
    /// Named here only to be named in messages: the lines are taken out before.
    #[serde(rename = "line")]
    _line: IgnoredAny,
}

impl Default for Top {
    fn default() -> Self {
        let defaults = Configuration::default();
        Top {
            operation_timeout: defaults.operation_timeout,
            clock: defaults.clock,
            simulation: defaults.simulation,
            server: defaults.server,
            _line: IgnoredAny,
        }
    }
}

type Table<'a> = Spanned<DeTable<'a>>;
type Value<'a> = Spanned<DeValue<'a>>;

pub(super) fn read(source: &Source) -> Result<Configuration> {
    let root = DeTable::parse(&source.text).map_err(|error| source.error_of(&error))?;
    let place = root.span();
    let mut table = root.into_inner();
    let lines = table.remove("line");
    let mut seen = Seen::default();
    if let Some(simulation) = table.get("simulation") {
        extension_numbers(source, simulation, &mut seen)?;
    }
    let top: Top = settings(source, Spanned::new(place, table))?;
    if top.operation_timeout.is_zero() {
        return Err(source.error_at(None, "operation_timeout must not be zero"));
    }
    let lines = match lines {
        Some(lines) => read_lines(source, lines, &mut seen)?,
        None => Configuration::default().lines,
    };
    let simulated = lines.iter().filter_map(|(name, settings)| match settings {
        LineSettings::Sim(settings) => Some((name.clone(), settings.clone())),
        LineSettings::Sip(_) | LineSettings::Ews(_) => None,
    });
    sim::check(&top.simulation, simulated.collect())
        .map_err(|error| source.error_at(None, error.message().trim_end_matches('.')))?;
    Ok(Configuration {
        operation_timeout: top.operation_timeout,
        clock: top.clock,
        simulation: top.simulation,
        lines,
        server: top.server,
        source: Some(source.name.clone()),
    })
}

/// Reads the settings of one provider, or of the whole, from what is left in a table.
fn settings<T: DeserializeOwned>(source: &Source, table: Table) -> Result<T> {
    let place = table.span();
    let value = Spanned::new(place, DeValue::Table(table.into_inner()));
    T::deserialize(value.into_deserializer()).map_err(|error| source.error_of(&error))
}

/// What must not be there twice, and the place of the first.
#[derive(Default)]
struct Seen {
    names: HashMap<String, usize>,
    numbers: HashMap<String, usize>,
}

fn once(
    source: &Source,
    seen: &mut HashMap<String, usize>,
    value: &Value,
    what: &str,
) -> Result<()> {
    let place = value.span();
    let Some(text) = value.get_ref().as_str() else {
        return Ok(());
    };
    match seen.insert(text.to_owned(), place.start) {
        None => Ok(()),
        Some(first) => {
            let number = source.line_of(first);
            let message = format!("the {what} \"{text}\" is taken already, in line {number}");
            Err(source.error_at(Some(place), &message))
        }
    }
}

fn extension_numbers(source: &Source, simulation: &Value, seen: &mut Seen) -> Result<()> {
    let extensions = simulation.get_ref().get("extension");
    let extensions = extensions.and_then(|value| value.get_ref().as_array());
    for extension in extensions.into_iter().flatten() {
        if let Some(number) = extension.get_ref().get("number") {
            once(source, &mut seen.numbers, number, "number")?;
        }
    }
    Ok(())
}

fn read_lines(
    source: &Source,
    lines: Value,
    seen: &mut Seen,
) -> Result<Vec<(String, LineSettings)>> {
    let place = lines.span();
    let DeValue::Array(lines) = lines.into_inner() else {
        return Err(source.error_at(Some(place), "lines are written as [[line]]"));
    };
    let mut read = Vec::new();
    for line in lines {
        let place = line.span();
        let DeValue::Table(table) = line.into_inner() else {
            return Err(source.error_at(Some(place), "lines are written as [[line]]"));
        };
        read.push(read_line(source, Spanned::new(place, table), seen)?);
    }
    Ok(read)
}

fn read_line(source: &Source, line: Table, seen: &mut Seen) -> Result<(String, LineSettings)> {
    let place = line.span();
    let mut table = line.into_inner();
    let name = text(source, &mut table, &place, "name")?;
    once(source, &mut seen.names, &name, "line name")?;
    let provider = text(source, &mut table, &place, "provider")?;
    if let Some(address) = table.get("address") {
        once(source, &mut seen.numbers, address, "number")?;
    }
    let rest = Spanned::new(place, table);
    let settings = match provider.get_ref().as_str().unwrap_or_default() {
        "sim" => LineSettings::Sim(settings(source, rest)?),
        "sip" => LineSettings::Sip(Box::new(settings(source, rest)?)),
        "ews" => LineSettings::Ews(Box::new(settings(source, rest)?)),
        other => {
            let message =
                format!("there is no provider \"{other}\"; there are \"sim\", \"sip\" and \"ews\"");
            return Err(source.error_at(Some(provider.span()), &message));
        }
    };
    let name = name.get_ref().as_str().unwrap_or_default().to_owned();
    Ok((name, settings))
}

/// Takes a text that must be there, and not be empty, out of a line's table.
fn text<'a>(
    source: &Source,
    table: &mut DeTable<'a>,
    place: &std::ops::Range<usize>,
    key: &str,
) -> Result<Value<'a>> {
    let Some(value) = table.remove(key) else {
        let message = format!("[[line]] lacks the key `{key}`");
        return Err(source.error_at(Some(place.clone()), &message));
    };
    match value.get_ref().as_str() {
        Some(text) if !text.is_empty() => Ok(value),
        _ => Err(source.error_at(Some(value.span()), "this must be a text that is not empty")),
    }
}
