//! The models, checked. How far each looks is what takes half a minute or so on two processors.
//!
//! By hand one looks further, with hours and gigabytes to spend: `MODEL_TIME`, `MODEL_FAULTS` and
//! `MODEL_SECONDS` in the environment stand in place of the steps of time, of the faults, and of the
//! seconds that interleavings are drawn by lot for. One test at a time:
//!
//! ```text
//! MODEL_TIME=6 cargo test --manifest-path crates/lease/model/Cargo.toml two_nodes_and_any_fault -- --nocapture
//! MODEL_SECONDS=600 cargo test --manifest-path crates/lease/model/Cargo.toml by_lot -- --nocapture --test-threads 1
//! ```

use stateright::{Checker, HasDiscoveries, Model, UniformChooser};
use std::time::Duration;
use tapi3_lease_model::lines::{Broken, Lines, Step};
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
    let seconds = Duration::from_secs(named("MODEL_SECONDS", 1));
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
const UP: &str = "every line comes up again";

/// Of which clocks; the second node has the line at first. They may differ by a sixteenth.
const PACES: [[u64; 2]; 3] = [[8000, 8000], [8000, 7600], [7600, 8000]];

fn lines() -> Lines {
    Lines {
        paces: vec![8000, 8000],
        lines: 1,
        time: 4,
        faults: 1,
        kinds: |_| true,
        in_turn: false,
        wipe: false,
        broken: None,
    }
}

#[test]
fn two_nodes_and_any_fault() {
    assert_eq!(all(lines()), [MOVES]);
}

/// Looks further, since what goes well goes in turn.
#[test]
fn two_nodes_and_any_fault_for_longer() {
    for paces in PACES {
        let model = Lines {
            paces: paces.to_vec(),
            time: 9,
            in_turn: true,
            ..lines()
        };
        assert_eq!(all(model), [MOVES]);
    }
}

/// The slow one, which has the line, counts its lease for longer than others do.
#[test]
fn nodes_that_stand_still_for_however_long() {
    let model = Lines {
        paces: vec![8000, 7600],
        time: 5,
        kinds: Step::is_stop,
        ..lines()
    };
    assert_eq!(all(model), [MOVES]);
}

#[test]
fn nodes_that_stand_still_while_answers_or_writes_are_late_by_lot() {
    let kinds: [fn(&Step) -> bool; 4] = [
        |step| matches!(step, Step::Stop(_) | Step::TakeOnly(_) | Step::Stall(_)),
        |step| matches!(step, Step::Stop(_) | Step::TakeOnly(_)),
        |step| matches!(step, Step::Stop(_) | Step::Late(_)),
        |step| matches!(step, Step::Stop(_) | Step::GiveUp(_)),
    ];
    for kinds in kinds {
        let model = Lines {
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
fn a_store_that_loses_everything() {
    let model = Lines {
        time: 2,
        faults: 0,
        wipe: true,
        ..lines()
    };
    assert!(all(model).iter().all(|found| *found == MOVES));
    for paces in PACES {
        let model = Lines {
            paces: paces.to_vec(),
            time: 9,
            faults: 0,
            in_turn: true,
            wipe: true,
            ..lines()
        };
        assert!(all(model).iter().all(|found| *found == MOVES));
    }
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
            broken: None,
        };
        assert!(some(model).iter().all(|found| *found == MOVES));
    }
}

/// That the model sees what it looks for: each rule, broken, is found to be needed.
#[test]
fn rules_that_are_broken_are_found_out() {
    let in_turn = || Lines {
        time: 6,
        kinds: Step::is_stop,
        in_turn: true,
        ..lines()
    };
    let wiped = || Lines {
        time: 8,
        faults: 0,
        in_turn: true,
        wipe: true,
        ..lines()
    };
    for (broken, found, model) in [
        (Broken::Guard, TWO, in_turn()),
        (
            Broken::Sent,
            TWO,
            Lines {
                paces: vec![8000, 7600],
                faults: 2,
                kinds: |step| *step == Step::Stop(1),
                ..in_turn()
            },
        ),
        (Broken::Patience, TWO, in_turn()),
        (Broken::Compare, TWO, lines()),
        (Broken::Watched, TWO, wiped()),
        (Broken::Epoch, UP, wiped()),
    ] {
        let broken = Some(broken);
        let seen = all(Lines { broken, ..model });
        assert!(seen.contains(&found), "{broken:?}: {seen:?}");
    }
}

/// So is one more: that clocks differ in pace by as much as they may, and no more.
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
