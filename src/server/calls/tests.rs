//! Whose calls are found, how many there may be, and what is known of those that are over.

use super::*;
use crate::config::RecordsSettings;
use crate::engine::{Client, Engine, ManualClock, Settings};
use crate::providers::sim;
use crate::server::ledger::Door;
use crate::server::metrics::Metrics;
use crate::server::records::Records;
use crate::soap::PhoneCallState;
use std::net::IpAddr;

struct Rig {
    engine: Arc<Engine>,
    client: Client,
}

fn ledger() -> Ledger {
    let records = Records::open(&RecordsSettings::default()).unwrap();
    Ledger::new(Arc::new(Metrics::new()), Arc::new(records), Arc::default())
}

fn origin() -> Origin {
    Origin {
        user: Arc::from("alice"),
        from: IpAddr::from([192, 0, 2, 1]),
        door: Door::Ews,
    }
}

impl Rig {
    fn new() -> Self {
        let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
        let simulation = sim::Simulation::default();
        sim::open(&engine, &simulation, sim::default_lines()).unwrap();
        let client = engine.add_client("test".to_owned()).unwrap();
        Rig { engine, client }
    }

    fn handle(&self) -> CallHandle {
        let line = self.engine.lines().unwrap()[0].clone();
        Call::outgoing(&self.client, &line, "1001".to_owned(), 8, 1).unwrap()
    }

    fn admit(&self, calls: &Calls, user: UserId, limit: usize) -> Result<Arc<Entry>, Full> {
        let id = CallId::new().unwrap();
        let entry = calls.admit(id, user, limit, Arc::from("item"), origin(), self.handle())?;
        entry.live().unwrap().connect(false).unwrap();
        Ok(entry)
    }
}

#[test]
fn a_call_is_found_by_its_owner_only() {
    let (rig, calls) = (Rig::new(), Calls::new(2, 10, 10, ledger()));
    let entry = rig.admit(&calls, 0, 5).unwrap();
    let id = entry.name.to_string();
    assert!(calls.find(&id, 0).is_some());
    assert!(calls.find(&id, 1).is_none());
    assert!(calls.find("OWVl4NWb3N29t", 0).is_none());
    assert!(calls.find(&CallId::new().unwrap().text(None), 0).is_none());
}

#[test]
fn limits_count_calls_that_are_up_and_no_others() {
    let (rig, calls) = (Rig::new(), Calls::new(2, 3, 10, ledger()));
    let first = rig.admit(&calls, 0, 2).unwrap();
    rig.admit(&calls, 0, 2).unwrap();
    assert_eq!(rig.admit(&calls, 0, 2).err(), Some(Full::User));
    rig.admit(&calls, 1, 2).unwrap();
    assert_eq!(rig.admit(&calls, 1, 2).err(), Some(Full::Server));
    first
        .live()
        .unwrap()
        .disconnect(DropReason::Normal)
        .unwrap();
    rig.admit(&calls, 0, 2).unwrap();
    assert_eq!(calls.live(), 3);
}

#[test]
fn a_call_that_is_over_is_remembered_without_the_engine() {
    let (rig, calls) = (Rig::new(), Calls::new(1, 10, 1, ledger()));
    let entry = rig.admit(&calls, 0, 5).unwrap();
    entry
        .live()
        .unwrap()
        .disconnect(DropReason::Normal)
        .unwrap();
    calls.settle();
    assert!(entry.live().is_none());
    assert_eq!(entry.information().state, PhoneCallState::Disconnected);
    assert_eq!((calls.live(), calls.remembered()), (0, 1));
    calls.forget(Duration::from_secs(60));
    assert!(calls.find(entry.name.as_ref(), 0).is_some());
    calls.forget(Duration::ZERO);
    assert!(calls.find(entry.name.as_ref(), 0).is_none());
}

#[test]
fn a_call_that_is_connected_has_the_time_of_its_answer_before_anybody_hears_of_it() {
    let (rig, calls) = (Rig::new(), Calls::new(1, 10, 1, ledger()));
    let entry = rig.admit(&calls, 0, 5).unwrap();
    let look = || entry.look(|call| entry.answered(call), |record| record.answered);
    let seen = look().unwrap();
    calls.changed(&entry.live().unwrap().call);
    assert_eq!(look().unwrap().clock, seen.clock);
}

#[test]
fn a_call_that_is_given_up_has_failed() {
    let (rig, calls) = (Rig::new(), Calls::new(1, 10, 1, ledger()));
    let entry = rig.admit(&calls, 0, 5).unwrap();
    entry.begin_end(EndedBy::Shutdown);
    assert_eq!(calls.give_up(), 1);
    let told = entry.look(
        |_| panic!("it is up"),
        |record| (record.cause_in_words(), record.ended_by),
    );
    assert_eq!(told, ("failed", EndedBy::Shutdown));
    assert_eq!(calls.give_up(), 0);
}

#[test]
fn the_oldest_are_forgotten_first() {
    let (rig, calls) = (Rig::new(), Calls::new(1, 10, 1, ledger()));
    let ended: Vec<_> = (0..3)
        .map(|_| {
            let entry = rig.admit(&calls, 0, 5).unwrap();
            entry
                .live()
                .unwrap()
                .disconnect(DropReason::Normal)
                .unwrap();
            calls.note_end(&entry);
            entry.name.to_string()
        })
        .collect();
    calls.forget(Duration::from_secs(60));
    let found: Vec<_> = ended.iter().map(|id| calls.find(id, 0).is_some()).collect();
    assert_eq!(found, [false, false, true]);
}

#[test]
fn a_call_that_was_never_dialled_leaves_nothing_behind() {
    let (rig, calls) = (Rig::new(), Calls::new(1, 10, 10, ledger()));
    let entry = calls
        .admit(
            CallId::new().unwrap(),
            0,
            5,
            Arc::from(""),
            origin(),
            rig.handle(),
        )
        .unwrap();
    calls.withdraw(&entry);
    calls.withdraw(&entry);
    // Whoever still has the entry may come later, and then there is nothing to give back.
    calls.note_end(&entry);
    assert_eq!((calls.live(), calls.remembered()), (0, 0));
    assert!(entry.live().is_none());
    assert!(calls.find(entry.name.as_ref(), 0).is_none());
    assert!(rig.engine.calls().unwrap().is_empty());
}
