//! What the configuration file may say, and what is said of one that may not.

mod cluster;
mod mistakes;
mod table;
mod translation;

use super::*;
use crate::providers::sim::Behaviour;

fn read(text: &str) -> Result<Configuration> {
    Configuration::read(&Source::text(text))
}

fn sim(configuration: &Configuration, line: usize) -> &sim::Settings {
    let LineSettings::Sim(settings) = &configuration.lines[line].1 else {
        panic!("not a simulated line");
    };
    settings
}

#[test]
fn an_empty_file_gives_two_simulated_lines() {
    let configuration = read("").unwrap();
    assert_eq!(configuration.operation_timeout, Duration::from_secs(120));
    assert_eq!(configuration.clock, ClockKind::System);
    let names: Vec<&str> = configuration.lines.iter().map(|l| &*l.0).collect();
    assert_eq!(names, ["Simulated line 1", "Simulated line 2"]);
    assert_eq!(sim(&configuration, 0).address, "2001");
    assert_eq!(sim(&configuration, 1).address, "2002");
}

#[test]
fn every_key_is_read() {
    let configuration = read(
        r#"
        operation_timeout = "1m30s"
        clock = "manual"

        [simulation]
        ring_interval = "4s"
        park_reminder = "1m"
        max_conference = 5

        [[simulation.extension]]
        number = "3001"
        name = "Slow"
        behaviour = "answer"
        ring_after = "10ms"
        answer_after = "20ms"
        queue_for = "30ms"
        hang_up_after = "1s"
        line_drops_after = "2s"
        calls_back_after = "3s"
        confirms_after = "4s"

        [[simulation.extension]]
        number = "3002"
        behaviour = "ring"
        no_answer_after = "1h"
        confirms = false

        [[simulation.call]]
        from = "+49 30 1"
        name = "Berlin"
        to = "4001"
        after = "1s"
        every = "5s"

        [[line]]
        name = "Reception"
        provider = "sim"
        address = "4001"
        group = "front"
        ring_after = "50ms"
        max_calls = 2
        "#,
    )
    .unwrap();
    let ms = Duration::from_millis;
    assert_eq!(configuration.operation_timeout, ms(90_000));
    assert_eq!(configuration.clock, ClockKind::Manual);
    let simulation = &configuration.simulation;
    assert_eq!(simulation.ring_interval, ms(4000));
    assert_eq!(simulation.park_reminder, Some(ms(60_000)));
    assert_eq!(simulation.max_conference, 5);
    let slow = &simulation.extension[0];
    assert_eq!((&*slow.number, &*slow.name), ("3001", "Slow"));
    assert_eq!(slow.behaviour, Behaviour::Answer);
    assert_eq!((slow.ring_after, slow.answer_after), (ms(10), ms(20)));
    assert_eq!(slow.queue_for, Some(ms(30)));
    assert_eq!(slow.hang_up_after, Some(ms(1000)));
    assert_eq!(slow.line_drops_after, Some(ms(2000)));
    assert_eq!(slow.calls_back_after, Some(ms(3000)));
    assert_eq!(slow.confirms_after, Some(ms(4000)));
    assert!(slow.confirms && !simulation.extension[1].confirms);
    assert_eq!(simulation.extension[1].no_answer_after, Some(ms(3_600_000)));
    let call = &simulation.call[0];
    assert_eq!(
        (&*call.from, &*call.name, &*call.to),
        ("+49 30 1", "Berlin", "4001")
    );
    assert_eq!((call.after, call.every), (ms(1000), Some(ms(5000))));
    assert_eq!(configuration.lines.len(), 1);
    assert_eq!(configuration.lines[0].0, "Reception");
    let line = sim(&configuration, 0);
    assert_eq!(
        (&*line.address, line.group.as_deref()),
        ("4001", Some("front"))
    );
    assert_eq!((line.ring_after, line.max_calls), (ms(50), Some(2)));
}

#[test]
fn a_file_is_named_in_its_messages() {
    let path = std::env::temp_dir().join(format!("tapi3-config-{}.toml", std::process::id()));
    std::fs::write(&path, "clock = 1").unwrap();
    let source = Source::file(&path);
    std::fs::remove_file(&path).unwrap();
    let error = Configuration::read(&source.unwrap()).unwrap_err();
    assert!(
        error.message().contains(&*path.to_string_lossy()),
        "{error}"
    );
    let missing = Source::file(&path).unwrap_err();
    assert!(
        missing.message().contains(&*path.to_string_lossy()),
        "{missing}"
    );
}
