//! From TOML to a configuration. The lines are read one by one, for their keys depend on their
//! provider and an error is to name its place.

use super::translation;
use super::value::Node;
use super::{ClockKind, Configuration, LineSettings, ServerSettings, Sound, Source};
use crate::engine::Result;
#[cfg(feature = "cluster")]
use crate::pool::ClusterSettings;
#[cfg(feature = "cluster")]
use crate::providers::remote;
use crate::providers::{ews, sim, sip};
use crate::settings::{Place, Wrong, check_text, check_time, duration};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::collections::HashMap;
use std::sync::Arc;
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
    sound: Sound,
    server: Option<ServerSettings>,
    #[cfg(feature = "cluster")]
    cluster: Option<ClusterSettings>,
    /// Named here only to be named in messages: these tables are taken out before.
    #[serde(rename = "line")]
    _line: IgnoredAny,
    #[serde(rename = "location")]
    _location: IgnoredAny,
    #[serde(rename = "card")]
    _card: IgnoredAny,
    #[serde(rename = "country")]
    _country: IgnoredAny,
}

impl Default for Top {
    fn default() -> Self {
        let defaults = Configuration::default();
        Top {
            operation_timeout: defaults.operation_timeout,
            clock: defaults.clock,
            simulation: defaults.simulation,
            sound: defaults.sound,
            server: defaults.server,
            #[cfg(feature = "cluster")]
            cluster: defaults.cluster,
            _line: IgnoredAny,
            _location: IgnoredAny,
            _card: IgnoredAny,
            _country: IgnoredAny,
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
    let translation = translation::book(
        placed(source, table.remove("location"))?,
        placed(source, table.remove("card"))?,
        placed(source, table.remove("country"))?,
    )
    .map_err(|text| source.error(text))?;
    #[cfg(not(feature = "cluster"))]
    if let Some((key, _)) = table.get_key_value("cluster") {
        return Err(source.error_at(&key.span(), Some("cluster"), WITHOUT_CLUSTER));
    }
    let mut seen = Seen::default();
    if let Some(simulation) = table.get("simulation") {
        extension_numbers(source, simulation, &mut seen)?;
    }
    let whole = source.place_of(&table, &place);
    let places = Places::of(source, &table);
    let sound = tables(source, table.get("sound"));
    let mut top: Top = settings(source, Spanned::new(place, table))?;
    places.give(&mut top);
    check_time("operation_timeout", top.operation_timeout, "1ms", "24h")
        .map_err(|wrong| source.error(whole.tell("", &wrong)))?;
    if !top.sound.devices.are_known() {
        let what = "this build knows no sound cards (the cargo feature sound-card)";
        let place = sound.into_iter().next().unwrap_or_default();
        return Err(source.error(place.tell("", &Wrong::new("devices", what))));
    }
    if let Some(server) = &top.server {
        server.check().map_err(|text| source.error(text))?;
    }
    #[cfg(feature = "cluster")]
    if let Some(cluster) = &top.cluster {
        cluster
            .check()
            .map_err(|wrong| source.error(cluster.place.tell("[cluster]", &wrong)))?;
    }
    let lines = match lines {
        Some(lines) => read_lines(source, lines, &mut seen)?,
        #[cfg(feature = "cluster")]
        None if top.cluster.as_ref().is_some_and(|c| c.takes_lines()) => Vec::new(),
        None => Configuration::default().lines,
    };
    let simulated = lines.iter().filter_map(|(name, settings)| match settings {
        LineSettings::Sim(settings) => Some((name.clone(), settings.clone())),
        _ => None,
    });
    sim::check(&top.simulation, simulated.collect())
        .map_err(|error| source.error(error.message().to_owned()))?;
    #[cfg(feature = "cluster")]
    check_cluster(source, top.cluster.as_ref(), &lines)?;
    Ok(Configuration {
        operation_timeout: top.operation_timeout,
        clock: top.clock,
        simulation: top.simulation,
        lines,
        sound: top.sound,
        translation: Arc::new(translation),
        server: top.server,
        #[cfg(feature = "cluster")]
        cluster: top.cluster,
    })
}

/// What is said of a key that this build does not have.
#[cfg(not(feature = "cluster"))]
const WITHOUT_CLUSTER: &str = "lines are shared between machines by a build with the feature \"cluster\"; this one has it not";

/// Lines of other machines need to know where those are.
#[cfg(feature = "cluster")]
fn check_cluster(
    source: &Source,
    cluster: Option<&ClusterSettings>,
    lines: &[(String, LineSettings)],
) -> Result<()> {
    let mut remote = lines.iter().filter_map(|(_, settings)| match settings {
        LineSettings::Remote(settings) => Some(settings),
        _ => None,
    });
    let Some(first) = remote.next() else {
        return Ok(());
    };
    if cluster.is_some_and(|cluster| cluster.user.is_some()) {
        return Ok(());
    }
    let what = "a line with provider = \"remote\" needs [cluster] with url, user and secret";
    Err(source.error(first.place.tell("", &Wrong::new("", what))))
}

/// Reads the settings of one provider, or of the whole, from what is left in a table.
fn settings<T: DeserializeOwned>(source: &Source, table: Table) -> Result<T> {
    let place = table.span();
    let value = Spanned::new(place.clone(), DeValue::Table(table.into_inner()));
    T::deserialize(Node::new(&value)).map_err(|mistake| source.error_in(&mistake, &place))
}

/// The settings of a table of which there may be one or many, each with its place.
fn placed<T: DeserializeOwned>(source: &Source, value: Option<Value>) -> Result<Vec<(Place, T)>> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    let span = value.span();
    let all = match value.into_inner() {
        DeValue::Array(values) => values.into_iter().collect(),
        one => vec![Spanned::new(span, one)],
    };
    let read = |value: Value| {
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            return Err(source.error_at(&span, None, "this must be a table, or several"));
        };
        let place = source.place_of(&table, &span);
        Ok((place, settings(source, Spanned::new(span, table))?))
    };
    all.into_iter().map(read).collect()
}

/// Where the tables of the file stand, one of a kind or many.
struct Places {
    simulation: Vec<Place>,
    extension: Vec<Place>,
    call: Vec<Place>,
    server: Vec<Place>,
    limits: Vec<Place>,
    user: Vec<Place>,
    item: Vec<Place>,
    records: Vec<Place>,
    #[cfg(feature = "cluster")]
    cluster: Vec<Place>,
    #[cfg(feature = "cluster")]
    grant: Vec<Place>,
}

impl Places {
    fn of(source: &Source, root: &DeTable) -> Self {
        let inside = |outer: &str, name: &str| {
            let table = root.get(outer).and_then(|value| value.get_ref().get(name));
            tables(source, table)
        };
        Places {
            simulation: tables(source, root.get("simulation")),
            extension: inside("simulation", "extension"),
            call: inside("simulation", "call"),
            server: tables(source, root.get("server")),
            limits: inside("server", "limits"),
            user: inside("server", "user"),
            item: inside("server", "item"),
            records: inside("server", "records"),
            #[cfg(feature = "cluster")]
            cluster: tables(source, root.get("cluster")),
            #[cfg(feature = "cluster")]
            grant: inside("cluster", "grant"),
        }
    }

    /// Tells the settings where they stand. They were read from the same tables, in the same order.
    fn give(self, top: &mut Top) {
        let simulation = &mut top.simulation;
        give(self.simulation, [&mut simulation.place]);
        give(
            self.extension,
            simulation.extension.iter_mut().map(|e| &mut e.place),
        );
        give(
            self.call,
            simulation.call.iter_mut().map(|call| &mut call.place),
        );
        #[cfg(feature = "cluster")]
        if let Some(cluster) = &mut top.cluster {
            give(self.cluster, [&mut cluster.place]);
            give(self.grant, cluster.grant.iter_mut().map(|g| &mut g.place));
        }
        if let Some(server) = &mut top.server {
            give(self.server, [&mut server.place]);
            give(self.limits, [&mut server.limits.place]);
            give(self.records, [&mut server.records.place]);
            give(
                self.user,
                server.user.iter_mut().map(|user| &mut user.place),
            );
            give(
                self.item,
                server.item.iter_mut().map(|item| &mut item.place),
            );
        }
    }
}

fn give<'a>(places: Vec<Place>, to: impl IntoIterator<Item = &'a mut Place>) {
    for (place, to) in places.into_iter().zip(to) {
        *to = place;
    }
}

/// The places of a table, or of each table in a list.
fn tables(source: &Source, value: Option<&Value>) -> Vec<Place> {
    let one = |value: &Value| match value.get_ref() {
        DeValue::Table(table) => source.place_of(table, &value.span()),
        _ => Place::default(),
    };
    match value.map(|value| (value, value.get_ref())) {
        Some((_, DeValue::Array(values))) => values.iter().map(one).collect(),
        Some((value, _)) => vec![one(value)],
        None => Vec::new(),
    }
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
    (key, value): (&str, &Value),
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
            let message = format!("the {what} {text:?} is taken already, in line {number}");
            Err(source.error_at(&place, Some(key), &message))
        }
    }
}

fn extension_numbers(source: &Source, simulation: &Value, seen: &mut Seen) -> Result<()> {
    let extensions = simulation.get_ref().get("extension");
    let extensions = extensions.and_then(|value| value.get_ref().as_array());
    for extension in extensions.into_iter().flatten() {
        if let Some(number) = extension.get_ref().get("number") {
            once(source, &mut seen.numbers, ("number", number), "number")?;
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
        return Err(source.error_at(&place, None, "lines are written as [[line]]"));
    };
    let mut read = Vec::new();
    for line in lines {
        let place = line.span();
        let DeValue::Table(table) = line.into_inner() else {
            return Err(source.error_at(&place, None, "lines are written as [[line]]"));
        };
        read.push(read_line(source, Spanned::new(place, table), seen)?);
    }
    Ok(read)
}

fn read_line(source: &Source, line: Table, seen: &mut Seen) -> Result<(String, LineSettings)> {
    let span = line.span();
    let mut table = line.into_inner();
    let place = source.place_of(&table, &span);
    #[cfg(feature = "cluster")]
    if table.contains_key("lines") && !table.contains_key("name") {
        return read_all(source, Spanned::new(span, table), place);
    }
    let name = text(source, &mut table, &span, "name")?;
    once(source, &mut seen.names, ("name", &name), "line name")?;
    let provider = text(source, &mut table, &span, "provider")?;
    if let Some(address) = table.get("address") {
        once(source, &mut seen.numbers, ("address", address), "number")?;
    }
    let name = name.get_ref().as_str().unwrap_or_default().to_owned();
    let told = |wrong: Wrong| source.error(place.tell("", &wrong));
    check_name(&name).map_err(told)?;
    let rest = Spanned::new(span, table);
    let settings = match provider.get_ref().as_str().unwrap_or_default() {
        "sim" => {
            let mut settings: sim::Settings = settings(source, rest)?;
            settings.place = place.clone();
            settings.check().map_err(told)?;
            LineSettings::Sim(settings)
        }
        "sip" => {
            let mut settings: Box<sip::Settings> = Box::new(settings(source, rest)?);
            settings.place = place.clone();
            settings.check().map_err(told)?;
            LineSettings::Sip(settings)
        }
        "ews" => {
            let mut settings: Box<ews::Settings> = Box::new(settings(source, rest)?);
            settings.place = place.clone();
            settings.check().map_err(told)?;
            LineSettings::Ews(settings)
        }
        #[cfg(feature = "cluster")]
        "remote" => {
            let mut settings: remote::Settings = settings(source, rest)?;
            settings.place = place.clone();
            settings.check().map_err(told)?;
            if settings.lines.is_some() {
                let what = "stands in place of a name, not beside one";
                return Err(told(Wrong::new("lines", what)));
            }
            LineSettings::Remote(settings)
        }
        #[cfg(not(feature = "cluster"))]
        "remote" => {
            return Err(source.error_at(&provider.span(), Some("provider"), WITHOUT_CLUSTER));
        }
        other => {
            let message = format!(
                "there is no provider {other:?}; there are \"sim\", \"sip\", \"ews\" and \"remote\""
            );
            return Err(source.error_at(&provider.span(), Some("provider"), &message));
        }
    };
    Ok((name, settings))
}

/// All lines of other machines, which have no name here.
#[cfg(feature = "cluster")]
fn read_all(source: &Source, line: Table, place: Place) -> Result<(String, LineSettings)> {
    let span = line.span();
    let mut table = line.into_inner();
    let provider = text(source, &mut table, &span, "provider")?;
    if provider.get_ref().as_str() != Some("remote") {
        let message = "[[line]] lacks the key `name`; only provider = \"remote\" has `lines`";
        return Err(source.error_at(&span, None, message));
    }
    let mut settings: remote::Settings = settings(source, Spanned::new(span, table))?;
    settings.place = place.clone();
    let told = |wrong: Wrong| source.error(place.tell("", &wrong));
    settings.check().map_err(told)?;
    Ok(("*".to_owned(), LineSettings::Remote(settings)))
}

fn check_name(name: &str) -> std::result::Result<(), Wrong> {
    check_text("name", name)?;
    if name.trim() != name {
        let what = "must not begin or end with a blank";
        return Err(Wrong::new("name", what));
    }
    Ok(())
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
        return Err(source.error_at(place, None, &message));
    };
    match value.get_ref().as_str() {
        Some(text) if !text.is_empty() => Ok(value),
        _ => {
            let message = "this must be a text that is not empty";
            Err(source.error_at(&value.span(), Some(key), message))
        }
    }
}
