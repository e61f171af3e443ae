//! One node by itself: what it does first, and what it does not do. All interleavings of several are
//! the model's matter.

use std::collections::BTreeMap;
use std::time::Duration;
use tapi3_lease::{
    Action, Answer, Beat, Claim, Drain, Entry, Key, Life, LineText, Member, Record, Settings,
    Snapshot, Ticket, Time, Why,
};

const LEASE: Duration = Duration::from_secs(16);

fn at(seconds: u64) -> Time {
    Duration::from_secs(1000 + seconds)
}

fn member() -> Member {
    Member::new(Settings {
        node: "here".to_owned(),
        lot: 1,
        weight: 1,
        lease: LEASE,
    })
}

fn entry(revision: u64, record: Record) -> (Key, Entry) {
    let key = record.key();
    let record = Some(record);
    (key, Entry { revision, record })
}

fn line() -> (Key, Entry) {
    entry(
        1,
        Record::Line(LineText::new("L".to_owned(), "text".to_owned())),
    )
}

fn store(entries: impl IntoIterator<Item = (Key, Entry)>) -> Snapshot {
    Snapshot {
        epoch: "e".to_owned(),
        entries: entries.into_iter().collect::<BTreeMap<_, _>>(),
    }
}

/// Takes every write, as a store that nobody else writes into; returns what else is to be done.
fn take(member: &mut Member, now: Time, actions: Vec<Action>, revision: &mut u64) -> Vec<Action> {
    let mut rest = Vec::new();
    let mut all = std::collections::VecDeque::from(actions);
    while let Some(action) = all.pop_front() {
        match action {
            Action::Write { ticket, .. } => {
                *revision += 1;
                all.extend(member.answered(now, ticket, Answer::Done(*revision)));
            }
            other => rest.push(other),
        }
    }
    rest
}

/// A member that has the line, open, at 20 seconds.
fn holder() -> (Member, u64) {
    let mut member = member();
    let mut revision = 10;
    let mut done = Vec::new();
    let first = member.snapshot(at(0), store([line()]));
    done.extend(take(&mut member, at(0), first, &mut revision));
    for second in 1..=20 {
        let actions = member.tick(at(second));
        let now = take(&mut member, at(second), actions, &mut revision);
        // Whoever was there before may act for a lease, and its clock be slower.
        assert!(second > 16 || now.is_empty(), "{now:?} after {second} s");
        done.extend(now);
    }
    let started = |action: &Action| matches!(action, Action::Start { fence: 1, .. });
    assert!(done.iter().any(started), "{done:?}");
    member.opened(at(20), "L");
    (member, revision)
}

#[test]
fn a_line_is_taken_when_the_store_was_watched_for_a_lease() {
    let (member, _) = holder();
    assert!(member.holds("L"));
    assert!(member.acting_until() > at(20) && member.acting_until() <= at(36));
}

/// The model does not see this: a line of a node that has not noticed yet does nothing either, since
/// its guard is over ([`Member::acting_until`]). But its calls would stay, and its sockets.
#[test]
fn who_wakes_up_too_late_stops_before_anything_else() {
    let (mut member, _) = holder();
    let first = member.tick(at(60));
    let stop = Action::Stop {
        line: "L".to_owned(),
        why: Why::Lost,
    };
    assert_eq!(first, [stop]);
    assert!(member.acting_until() < at(60));
    // A new life begins when all is closed.
    let life = member.life().clone();
    member.closed(at(60), "L");
    assert_ne!(*member.life(), life);
}

/// The model does not see this either: a lease that a late answer prolongs still counts from before
/// its beat was sent, and others wait for longer. But lines that are being closed would act on.
#[test]
fn a_late_answer_does_not_bring_a_lease_back() {
    let (mut member, mut revision) = holder();
    let until = member.acting_until();
    let beats = member.tick(at(25));
    let Some(Action::Write { ticket, .. }) = beats.first() else {
        panic!("{beats:?}");
    };
    assert!(
        member
            .tick(at(60))
            .iter()
            .any(|a| matches!(a, Action::Stop { .. }))
    );
    revision += 1;
    let after = member.answered(at(60), *ticket, Answer::Done(revision));
    assert!(
        !after.iter().any(|a| matches!(a, Action::Start { .. })),
        "{after:?}"
    );
    assert_eq!(member.acting_until(), until);
}

#[test]
fn a_lease_counts_from_before_its_beat_was_sent() {
    let (mut member, mut revision) = holder();
    let beats = member.tick(at(25));
    let Some(Action::Write { ticket, .. }) = beats.first() else {
        panic!("{beats:?}");
    };
    revision += 1;
    member.answered(at(28), *ticket, Answer::Done(revision));
    assert_eq!(member.acting_until(), at(25) + LEASE);
}

/// A store that was away may be back at any moment, and the lease goes on.
#[test]
fn a_beat_of_which_nobody_knows_is_followed_by_another_soon() {
    let beats = |actions: &[Action]| match actions {
        [
            Action::Write {
                ticket,
                key: Key::Life(_),
                ..
            },
        ] => Some(*ticket),
        _ => None,
    };
    let (mut member, revision) = holder();
    let lost = beats(&member.tick(at(25))).expect("a beat is due");
    assert_eq!(member.answered(at(25), lost, Answer::Unknown), []);
    assert_eq!(member.tick(at(25) + LEASE / 40), []);
    let next = beats(&member.tick(at(25) + LEASE / 20)).expect("the next one");
    member.answered(at(26), next, Answer::Done(revision + 1));
    assert_eq!(member.acting_until(), at(25) + LEASE / 20 + LEASE);
    // From now on as often as ever.
    assert_eq!(member.tick(at(26) + LEASE / 10), []);
    assert!(beats(&member.tick(at(26) + LEASE / 5)).is_some());
}

#[test]
fn who_is_said_to_be_over_acts_no_more_at_all() {
    let (mut member, revision) = holder();
    let beat = Beat {
        v: 1,
        life: member.life().clone(),
        beat: 0,
        lease_ms: 16_000,
        weight: 1,
        draining: false,
        over: true,
        unfit: Vec::new(),
    };
    let (key, entry) = entry(revision + 1, Record::Beat(beat));
    let actions = member.saw(at(21), &key, &entry);
    assert!(matches!(
        actions.first(),
        Some(Action::Stop { why: Why::Lost, .. })
    ));
    assert_eq!(member.acting_until(), Time::ZERO);
}

#[test]
fn a_line_that_another_life_has_is_taken_only_when_that_is_over() {
    let other = Life {
        node: "there".to_owned(),
        lot: 2,
        turn: 1,
    };
    let beat = |over| Beat {
        v: 1,
        life: other.clone(),
        beat: 5,
        lease_ms: 32_000,
        weight: 1,
        draining: false,
        over,
        unfit: Vec::new(),
    };
    let claim = Claim {
        v: 1,
        line: "L".to_owned(),
        holder: Some(other.clone()),
        fence: 7,
    };
    let mut member = member();
    let mut revision = 10;
    let there = [
        line(),
        entry(2, Record::Beat(beat(false))),
        entry(3, Record::Claim(claim)),
    ];
    let mut actions = member.snapshot(at(0), store(there));
    for second in 1..=60 {
        let mut writes = Vec::new();
        for action in std::mem::take(&mut actions) {
            if let Action::Write {
                ticket,
                key,
                expect,
                ..
            } = action
            {
                writes.push((key.clone(), expect));
                revision += 1;
                actions.extend(member.answered(at(second), ticket, Answer::Done(revision)));
            } else if let Action::Start { fence, .. } = action {
                assert_eq!(fence, 8);
                // The other's own lease, and a sixteenth: not ours.
                assert!(second >= 34, "after {second} s");
                return;
            }
        }
        for (key, expect) in writes {
            match key {
                // In place of the very beat that was watched.
                Key::Life(life) if life == other => assert_eq!(expect, Some(2)),
                Key::Claim(_) => assert_eq!(expect, Some(3)),
                _ => {}
            }
        }
        actions.extend(member.tick(at(second)));
    }
    panic!("it is never taken");
}

/// For the model that takes more faults together than it has time for.
#[test]
fn a_beat_that_has_changed_while_nobody_watched_is_watched_anew() {
    let other = Life {
        node: "there".to_owned(),
        lot: 2,
        turn: 1,
    };
    let beat = |number| Beat {
        v: 1,
        life: other.clone(),
        beat: number,
        lease_ms: 32_000,
        weight: 1,
        draining: false,
        over: false,
        unfit: Vec::new(),
    };
    let mut member = member();
    let mut revision = 10;
    let mut said = None;
    for second in 0..=80 {
        let actions = match second {
            0 => member.snapshot(at(0), store([entry(2, Record::Beat(beat(1)))])),
            20 => member.lost(at(20)),
            30 => member.snapshot(at(30), store([entry(9, Record::Beat(beat(2)))])),
            _ => member.tick(at(second)),
        };
        for action in actions {
            if let Action::Write { ticket, key, .. } = action {
                if key == Key::Life(other.clone()) {
                    said.get_or_insert(second);
                }
                revision += 1;
                member.answered(at(second), ticket, Answer::Done(revision));
            }
        }
    }
    assert_eq!(said, Some(64));
}

/// That a process of this node is to drain.
fn drain(revision: u64, lot: u64) -> (Key, Entry) {
    let (v, node) = (1, "here".to_owned());
    entry(revision, Record::Drain(Drain { v, node, lot }))
}

#[test]
fn a_process_drains_until_that_is_taken_back() {
    let (mut member, revision) = holder();
    // Meant for one that was there before.
    let (key, wish) = drain(revision + 1, 2);
    member.saw(at(20), &key, &wish);
    assert!(!member.is_draining());
    let (key, wish) = drain(revision + 2, 1);
    let drained = member.saw(at(20), &key, &wish);
    assert!(member.is_draining());
    assert!(gives_back(&drained), "{drained:?}");
    // The others hear of it at once.
    let says = |action: &Action| match action {
        Action::Write {
            record: Some(Record::Beat(beat)),
            ..
        } => beat.draining,
        _ => false,
    };
    assert!(drained.iter().any(says), "{drained:?}");
    // A store that has lost everything does not take it back.
    let mut other = store([line()]);
    other.epoch = "f".to_owned();
    member.snapshot(at(20), other);
    assert!(member.is_draining());
    let (key, _) = drain(1, 1);
    let record = None;
    member.saw(
        at(21),
        &key,
        &Entry {
            revision: 2,
            record,
        },
    );
    assert!(!member.is_draining());
}

#[test]
fn a_line_that_has_a_call_after_all_is_kept() {
    let (mut member, mut revision) = holder();
    let (key, wish) = drain(revision + 1, 1);
    revision += 1;
    assert!(gives_back(&member.saw(at(20), &key, &wish)));
    let kept = member.kept(at(20), "L");
    let kept = take(&mut member, at(20), kept, &mut revision);
    assert!(kept.is_empty() && member.holds("L"), "{kept:?}");
    assert!(gives_back(&member.busy(at(22), "L", false)));
}

fn gives_back(actions: &[Action]) -> bool {
    let stops = |action: &Action| {
        matches!(
            action,
            Action::Stop {
                why: Why::GivenBack,
                ..
            }
        )
    };
    actions.iter().any(stops)
}

/// The store has lost the line, and the node writes it again: it is configured as before.
#[test]
fn a_line_that_the_store_has_lost_and_has_again_stays_open() {
    let (mut member, _) = holder();
    let mut revision = 0;
    let mut other = store([]);
    other.epoch = "f".to_owned();
    let actions = member.snapshot(at(21), other);
    let mut rest = take(&mut member, at(21), actions, &mut revision);
    for second in 22..60 {
        let actions = member.tick(at(second));
        rest.extend(take(&mut member, at(second), actions, &mut revision));
    }
    assert!(rest.is_empty() && member.holds("L"), "{rest:?}");
    assert!(revision > 1);
}

#[test]
fn who_drains_gives_back_what_is_idle_and_keeps_what_has_calls() {
    let (mut member, mut revision) = holder();
    member.busy(at(20), "L", true);
    revision += 1;
    let (key, wish) = drain(revision, 1);
    let drained = member.saw(at(20), &key, &wish);
    let drained = take(&mut member, at(20), drained, &mut revision);
    assert!(
        !drained.iter().any(|a| matches!(a, Action::Stop { .. })),
        "{drained:?}"
    );
    let idle = member.busy(at(21), "L", false);
    assert!(idle.iter().any(|a| matches!(
        a,
        Action::Stop {
            why: Why::GivenBack,
            ..
        }
    )));
    let given = member.closed(at(22), "L");
    let gives = |action: &Action| match action {
        Action::Write {
            record: Some(Record::Claim(claim)),
            ..
        } => claim.holder.is_none(),
        _ => false,
    };
    assert!(given.iter().any(gives), "{given:?}");
}

fn claims(actions: &[Action]) -> Vec<(Ticket, Claim)> {
    let claim = |action: &Action| match action {
        Action::Write {
            ticket,
            record: Some(Record::Claim(claim)),
            ..
        } => Some((*ticket, claim.clone())),
        _ => None,
    };
    actions.iter().filter_map(claim).collect()
}

/// Once it was written that a line is given back, another may have it, whether the answer has come
/// or not.
#[test]
fn a_line_that_is_being_given_back_is_not_started_again() {
    for answer in [None, Some(Answer::Unknown)] {
        let (mut member, mut revision) = holder();
        revision += 1;
        let (key, wish) = drain(revision, 1);
        assert!(gives_back(&member.saw(at(20), &key, &wish)));
        let given = claims(&member.closed(at(20), "L"));
        let [(ticket, claim)] = given.as_slice() else {
            panic!("{given:?}");
        };
        assert_eq!(claim.holder, None);
        revision += 1;
        let undo = Entry {
            revision,
            record: None,
        };
        let mut later = member.saw(at(20), &key, &undo);
        if let Some(answer) = answer {
            later.extend(member.answered(at(20), *ticket, answer));
        }
        later.extend(member.tick(at(24)));
        let starts = |action: &Action| matches!(action, Action::Start { .. });
        assert!(!later.iter().any(starts), "{later:?}");
        // It is taken anew, under the next number.
        let given = claims(&later).pop();
        let ticket = given.map_or(*ticket, |(ticket, _)| ticket);
        revision += 1;
        let done = member.answered(at(24), ticket, Answer::Done(revision));
        let rest = take(&mut member, at(24), done, &mut revision);
        let anew = |action: &Action| matches!(action, Action::Start { fence: 2, .. });
        assert!(rest.iter().any(anew), "{rest:?}");
    }
}

/// One of those that were too many is on its way: the others stay.
#[test]
fn no_more_lines_are_given_back_than_are_too_many() {
    let (mut member, mut revision) = (member(), 10);
    let first = member.snapshot(at(0), store(three_lines()));
    take(&mut member, at(0), first, &mut revision);
    let mut stopped = Vec::new();
    for second in 1..=60 {
        let mut actions = member.tick(at(second));
        if second >= 20 {
            revision += 1;
            let (key, beat) = beat(revision, second);
            actions.extend(member.saw(at(second), &key, &beat));
        }
        while !actions.is_empty() {
            let mut next = Vec::new();
            for action in take_but_claims(&mut member, at(second), actions, &mut revision) {
                match action {
                    Action::Start { line, .. } => next.extend(member.opened(at(second), &line)),
                    Action::Stop { line, .. } => {
                        next.extend(member.closed(at(second), &line));
                        stopped.push(line);
                    }
                    _ => {}
                }
            }
            actions = next;
        }
    }
    assert_eq!(stopped.len(), 1, "{stopped:?}");
}

/// As `take`; but that a line is given back is never answered.
fn take_but_claims(
    member: &mut Member,
    now: Time,
    actions: Vec<Action>,
    revision: &mut u64,
) -> Vec<Action> {
    let is_answered = |action: &Action| match action {
        Action::Write {
            record: Some(Record::Claim(claim)),
            ..
        } => claim.holder.is_some(),
        _ => true,
    };
    let actions = actions.into_iter().filter(is_answered).collect();
    take(member, now, actions, revision)
}

fn three_lines() -> impl Iterator<Item = (Key, Entry)> {
    let text = |name: &str| Record::Line(LineText::new(name.to_owned(), "text".to_owned()));
    ["L", "M", "N"].map(|name| entry(1, text(name))).into_iter()
}

/// Another node says that it lives, for the so-manieth time.
fn beat(revision: u64, number: u64) -> (Key, Entry) {
    let beat = Beat {
        v: 1,
        life: Life {
            node: "there".to_owned(),
            lot: 2,
            turn: 1,
        },
        beat: number,
        lease_ms: 16_000,
        weight: 1,
        draining: false,
        over: false,
        unfit: Vec::new(),
    };
    entry(revision, Record::Beat(beat))
}

/// A node that starts again and again would keep them for ever otherwise, and never have them.
#[test]
fn no_free_lines_are_left_to_who_has_just_come_or_is_silent() {
    // How many beats the other has said when it was heard last, at which second; and how many lines are
    // taken by this one.
    for (number, second, taken) in [(9, 16, 1), (2, 16, 3), (9, 6, 3)] {
        let (mut member, mut revision) = (member(), 10);
        let first = member.snapshot(at(0), store(three_lines()));
        take(&mut member, at(0), first, &mut revision);
        let mut started = 0;
        for now in 1..=21 {
            let mut actions = member.tick(at(now));
            if now == second {
                revision += 1;
                let (key, beat) = beat(revision, number);
                actions.extend(member.saw(at(now), &key, &beat));
            }
            let rest = take(&mut member, at(now), actions, &mut revision);
            let starts = |action: &&Action| matches!(action, Action::Start { .. });
            started += rest.iter().filter(starts).count();
        }
        assert_eq!(started, taken, "beat {number} at {second} s");
    }
}
