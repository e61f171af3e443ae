//! The models, checked. How far each looks is what takes a minute or so; `MODEL_TIME`, `MODEL_FAULTS`
//! and `MODEL_SECONDS` in the environment make them look further.

use stateright::{Checker, HasDiscoveries, Model, UniformChooser};
use std::time::Duration;
use tapi3_lease_model::lines::{Lines, Step};
use tapi3_lease_model::requests::Requests;

fn named<T: std::str::FromStr>(name: &str, otherwise: T) -> T {
    let text = std::env::var(name).ok();
    text.and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// What is found in all interleavings, with how it comes to that.
fn all(model: Lines) -> Vec<&'static str> {
    let model = Lines {
        time: named("MODEL_TIME", model.time),
        faults: named("MODEL_FAULTS", model.faults),
        ..model
    };
    let checker = model
        .checker()
        .threads(2)
        .finish_when(HasDiscoveries::AnyFailures)
        .spawn_bfs()
        .join();
    eprintln!("{} states", checker.unique_state_count());
    found(&checker)
}

/// What is found in interleavings by lot.
fn some(model: Lines) -> Vec<&'static str> {
    let seconds = Duration::from_secs(named("MODEL_SECONDS", 10));
    let builder = model
        .checker()
        .threads(2)
        .timeout(seconds)
        .finish_when(HasDiscoveries::AnyFailures);
    let checker = builder.spawn_simulation(1, UniformChooser).join();
    eprintln!("{} states", checker.state_count());
    found(&checker)
}

fn found(checker: &impl Checker<Lines>) -> Vec<&'static str> {
    let found = checker.discoveries().into_iter();
    found
        .map(|(name, path)| {
            eprintln!("{name}: {:?}", path.into_actions());
            name
        })
        .collect()
}

const MOVES: &str = "a line moves";
const TWO: &str = "no two nodes act on one line";

fn lines() -> Lines {
    Lines {
        paces: vec![8000, 8000],
        lines: 1,
        time: 4,
        faults: 1,
        kinds: |_| true,
        in_turn: false,
        wipe: false,
    }
}

#[test]
fn two_nodes_and_any_fault() {
    assert_eq!(all(lines()), [MOVES]);
}

#[test]
fn nodes_that_stand_still_while_answers_or_writes_are_late() {
    let kinds: [fn(&Step) -> bool; 4] = [
        |step| matches!(step, Step::Stop(_) | Step::TakeOnly(_) | Step::Stall(_)),
        |step| matches!(step, Step::Stop(_) | Step::TakeOnly(_)),
        |step| matches!(step, Step::Stop(_) | Step::Late(_)),
        |step| matches!(step, Step::Stop(_) | Step::GiveUp(_)),
    ];
    for kinds in kinds {
        let model = Lines {
            // The second has the line, and is slow.
            paces: vec![8000, 7600],
            kinds,
            time: 9,
            faults: 3,
            in_turn: true,
            ..lines()
        };
        assert!(some(model).iter().all(|found| *found == MOVES));
    }
}

#[test]
fn nodes_that_stand_still_for_however_long() {
    let model = Lines {
        time: 6,
        kinds: Step::is_stop,
        ..lines()
    };
    assert_eq!(all(model), [MOVES]);
}

#[test]
fn clocks_that_differ_in_pace_by_as_much_as_they_may() {
    for paces in [vec![7600, 8000], vec![8000, 7600]] {
        let model = Lines {
            paces,
            time: 6,
            kinds: Step::is_stop,
            ..lines()
        };
        assert_eq!(all(model), [MOVES]);
    }
}

/// That the model sees what it looks for.
#[test]
fn clocks_that_differ_more_are_found_to_break_the_rule() {
    let found = all(Lines {
        // The second has the line.
        paces: vec![8600, 6500],
        time: 6,
        kinds: Step::is_stop,
        ..lines()
    });
    assert!(found.contains(&TWO), "{found:?}");
}

#[test]
fn a_store_that_loses_everything() {
    let model = Lines {
        time: 4,
        faults: 0,
        wipe: true,
        ..lines()
    };
    assert!(all(model).iter().all(|found| *found == MOVES));
}

#[test]
fn three_nodes_two_lines_and_many_faults_by_lot() {
    for (paces, lines, wipe) in [
        (vec![8000, 8000], 1, false),
        (vec![7800, 8000], 1, true),
        (vec![8000, 7800, 8200], 2, true),
    ] {
        let model = Lines {
            paces,
            lines,
            time: 16,
            faults: 6,
            kinds: |_| true,
            in_turn: false,
            wipe,
        };
        assert!(some(model).iter().all(|found| *found == MOVES));
    }
}

#[test]
fn requests_are_carried_out_at_most_once() {
    let model = Requests {
        operations: 4,
        room: 2,
        asks: 2,
        lives: 1,
    };
    let checker = model.checker().threads(2).spawn_bfs().join();
    eprintln!("{} states", checker.unique_state_count());
    checker.assert_properties();
}
