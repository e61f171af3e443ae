//! What the mixing of many calls costs: how often calls are looked at, to tell them apart or for what
//! joins them. A time would say less, and something else on each machine.

use super::*;
use std::cell::Cell;
use tapi3_common::shared::Shared;

thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Whoever looks at a call's number, or its line's conference, says so.
pub(crate) fn count_step() {
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// How many steps this takes.
fn steps_of(act: impl FnOnce()) -> usize {
    let before = STEPS.get();
    act();
    STEPS.get() - before
}

struct Places;

impl Mixer for Places {
    fn place(&self, _: Option<&TerminalRef>, _: Option<&TerminalRef>) -> Result<TerminalRef> {
        struct Place;
        impl Terminal for Place {
            fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
                Ok(())
            }
            fn unselected(&self, _: &Call, _: Flow) {}
        }
        Ok(TerminalRef::new(Shared::try_new(Place)?))
    }
}

struct Lines {
    rig: Rig,
    both: [Arc<Line>; 2],
}

impl Lines {
    fn new() -> Self {
        let rig = Rig::new();
        rig.engine.set_mixer(Arc::new(Places));
        let both = [(); 2].map(|()| add_line_for(&rig.engine, &rig.fake, EVERYTHING, 1_000));
        Lines { rig, both }
    }

    fn up(&self, line: usize) -> CallHandle {
        let call = outgoing(&self.rig.client, &self.both[line], "1");
        call.connect(false).unwrap();
        call.call.connected();
        call
    }

    /// A conference of so many, on the two lines by turns or on one.
    fn conference(&self, size: usize, of_both: bool) -> CallHandle {
        let first = self.up(0);
        for number in 1..size {
            join(&first, &self.up(if of_both { number % 2 } else { 0 }));
        }
        first
    }
}

fn join(original: &CallHandle, consult: &CallHandle) {
    original.conference(consult, false).unwrap();
    consult.finish(FinishMode::Conference).unwrap();
}

/// Four times as many calls take some four times as many steps, and not sixteen times.
fn grows_with_the_calls(steps: impl Fn(usize) -> usize) {
    let [few, many] = [40, 160].map(steps);
    assert!(many < 8 * few, "{few} steps became {many}");
}

#[test]
fn two_mixes_become_one_in_linear_time() {
    grows_with_the_calls(|size| {
        let lines = Lines::new();
        let [one, other] = [(); 2].map(|()| lines.conference(size, true));
        let steps = steps_of(|| join(&one, &other));
        assert!(lines.rig.engine.calls().unwrap().iter().all(Call::is_mixed));
        steps
    });
}

#[test]
fn the_conference_of_a_line_comes_into_a_mix_in_linear_time() {
    grows_with_the_calls(|size| {
        let lines = Lines::new();
        let (one, other) = (lines.conference(size, false), lines.conference(size, true));
        assert!(!one.call.is_mixed());
        let steps = steps_of(|| join(&one, &other));
        assert!(lines.rig.engine.calls().unwrap().iter().all(Call::is_mixed));
        steps
    });
}

#[test]
fn one_more_comes_and_one_leaves_in_linear_time() {
    grows_with_the_calls(|size| {
        let lines = Lines::new();
        let one = lines.conference(size, true);
        let more = lines.up(1);
        steps_of(|| {
            join(&one, &more);
            more.disconnect(DropReason::Normal).unwrap();
        })
    });
}
