//! One object per key, even when lookups race with the last Release.

use super::*;
use std::sync::atomic::AtomicBool;
use std::thread;

struct Face {
    key: u32,
    map: &'static Faces,
}

/// A map, and how many faces live for each key.
struct Faces {
    map: WeakMap<u32, Face>,
    alive: [AtomicUsize; 2],
    twice: AtomicBool,
}

com_class!(Face: IUnknown);

impl Faces {
    const fn new() -> Self {
        Self {
            map: WeakMap::new(),
            alive: [AtomicUsize::new(0), AtomicUsize::new(0)],
            twice: AtomicBool::new(false),
        }
    }

    fn face(&'static self, key: u32) -> Ref<Face> {
        self.map
            .get_or_insert(key, || Ok(Face { key, map: self }))
            .unwrap()
    }
}

impl Drop for Face {
    fn drop(&mut self) {
        self.map.map.remove_dead(&self.key);
    }
}

#[test]
fn a_key_has_one_object_while_it_lives_and_another_afterwards() {
    static FACES: Faces = Faces::new();
    let first = FACES.face(1);
    assert!(FACES.face(1).is(&first));
    assert!(FACES.map.get(&1).unwrap().is(&first));
    assert!(!FACES.face(2).is(&first));
    assert!(FACES.map.get(&2).is_none());
    assert!(!FACES.map.remove_dead(&1));
    assert_eq!(FACES.map.living().unwrap().len(), 1);
    let weak = first.downgrade();
    drop(first);
    assert!(FACES.map.get(&1).is_none());
    let second = FACES.face(1);
    assert!(!second.downgrade().is(&weak));
}

#[test]
fn a_failure_to_make_the_value_leaves_the_map_as_it_was() {
    static FACES: Faces = Faces::new();
    let failed = FACES.map.get_or_insert(1, || Err(Error::new(E_FAIL)));
    assert_eq!(failed.unwrap_err().hresult(), E_FAIL);
    assert!(FACES.map.get(&1).is_none());
    drop(FACES.face(1));
}

#[test]
fn lookups_that_race_with_the_last_release_never_meet_two_objects() {
    static FACES: Faces = Faces::new();
    const ROUNDS: usize = if cfg!(miri) { 50 } else { 20_000 };
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for round in 0..ROUNDS {
                    let key = (round % 2) as u32;
                    let face = FACES.face(key);
                    // While this reference is held, every lookup must find the same object.
                    if let Some(other) = FACES.map.get(&key) {
                        if !other.is(&face) {
                            FACES.twice.store(true, Ordering::Relaxed);
                        }
                    } else {
                        FACES.twice.store(true, Ordering::Relaxed);
                    }
                    FACES.alive[key as usize].fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert!(!FACES.twice.load(Ordering::Relaxed));
    assert!(FACES.map.living().unwrap().is_empty());
    let visits = FACES
        .alive
        .iter()
        .map(|count| count.load(Ordering::Relaxed));
    assert_eq!(visits.sum::<usize>(), 4 * ROUNDS);
}
