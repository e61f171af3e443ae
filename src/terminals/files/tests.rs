use super::*;
use std::sync::Arc;

/// A job that waits at a gate.
pub(in super::super) struct Gate {
    pub disk: u64,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    is_open: bool,
    begun: u32,
    done: u32,
}

/// Longer than anything takes.
const PATIENCE: Duration = Duration::from_secs(60);

impl Gate {
    fn new(disk: u64, is_open: bool) -> Arc<Self> {
        Arc::new(Gate {
            disk,
            state: Mutex::new(State {
                is_open,
                begun: 0,
                done: 0,
            }),
            changed: Condvar::new(),
        })
    }

    pub fn work(&self) -> After {
        let mut state = lock(&self.state);
        state.begun += 1;
        self.changed.notify_all();
        let waited = (self.changed).wait_while(state, |state| !state.is_open);
        state = waited.unwrap();
        state.done += 1;
        self.changed.notify_all();
        After::Rest
    }

    fn open(&self) {
        lock(&self.state).is_open = true;
        self.changed.notify_all();
    }

    /// Waits until `is_so`, while a call's clock wakes the threads again and again.
    fn wait(&self, files: &Files, is_so: impl Fn(&State) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut state = lock(&self.state);
        while !is_so(&state) {
            assert!(Instant::now() < deadline, "nobody comes");
            files.wake();
            let tick = Duration::from_millis(20);
            state = self.changed.wait_timeout(state, tick).unwrap().0;
        }
    }

    fn done(&self) -> u32 {
        lock(&self.state).done
    }
}

/// Threads of the test's own.
fn files() -> &'static Files {
    let files: &'static Files = Box::leak(Box::new(Files::new()));
    files.ready().unwrap();
    files
}

#[test]
fn what_is_on_another_disk_goes_on_while_one_hangs() {
    let files = files();
    let (hung, beside, other) = (Gate::new(7, false), Gate::new(7, true), Gate::new(8, true));
    files.add(Job::Waits(hung.clone())).unwrap();
    hung.wait(files, |state| state.begun > 0);
    files.add(Job::Waits(beside.clone())).unwrap();
    files.add(Job::Waits(other.clone())).unwrap();
    other.wait(files, |state| state.done > 2);
    assert_eq!(beside.done(), 0, "it would hang, too");
    assert!(files.leaves_alone(7) && !files.leaves_alone(8));

    hung.open();
    beside.wait(files, |state| state.done > 0);
    hung.wait(files, |state| state.done > 1);
    assert!(!files.leaves_alone(7));
}

#[test]
fn another_disk_that_hangs_later_stops_nobody_either() {
    let files = files();
    let other = Gate::new(9, true);
    files.add(Job::Waits(other.clone())).unwrap();
    for disk in 1..4 {
        let hung = Gate::new(disk, false);
        files.add(Job::Waits(hung.clone())).unwrap();
        hung.wait(files, |state| state.begun > 0);
        let before = other.done();
        other.wait(files, |state| state.done > before + 1);
        hung.open();
        hung.wait(files, |state| state.done > 0);
    }
}
