//! Who is told how many own a call and look on.

use super::*;

const ADDED: InfoChange = InfoChange::OwnerAdded;
const REMOVED: InfoChange = InfoChange::OwnerRemoved;
const MONITORS: InfoChange = InfoChange::Monitors;

/// What a client was told of the numbers of owners and monitors.
fn counts(client: &Client) -> Vec<InfoChange> {
    let told = events(client).into_iter().filter_map(|event| match event {
        Event::CallInfo { change, .. } if change != InfoChange::Privilege => Some(change),
        _ => None,
    });
    told.collect()
}

struct Held {
    rig: Rig,
    call: CallHandle,
    clients: Vec<Client>,
    handles: Vec<CallHandle>,
}

/// A call that is up, and two more clients who look on.
fn held() -> Held {
    let rig = Rig::new();
    let call = rig.connected();
    call.attach().unwrap();
    let mut clients = Vec::new();
    let mut handles = Vec::new();
    for name in ["second.exe", "third.exe"] {
        let client = add_client(&rig.engine, name);
        client.register(&rig.line, false, true, AUDIO, 0).unwrap();
        let handle = call.call.join(&client, 0).unwrap();
        handle.attach().unwrap();
        clients.push(client);
        handles.push(handle);
    }
    let held = Held {
        rig,
        call,
        clients,
        handles,
    };
    held.told();
    held
}

impl Held {
    /// What each was told since: the call's maker, the second, the third.
    fn told(&self) -> [Vec<InfoChange>; 3] {
        let [second, third] = [&self.clients[0], &self.clients[1]];
        [&self.rig.client, second, third].map(counts)
    }
}

#[test]
fn all_others_hear_of_one_who_looks_on() {
    let held = held();
    let late = add_client(&held.rig.engine, "late.exe");
    let theirs = held.call.call.join(&late, 0).unwrap();
    assert_eq!(held.told(), [(); 3].map(|()| vec![MONITORS]));
    theirs.attach().unwrap();
    assert_eq!(held.told(), [(); 3].map(|()| vec![]), "it counts already");
    theirs.leave();
    assert_eq!(held.told(), [(); 3].map(|()| vec![MONITORS]));
    theirs.attach().unwrap();
    assert_eq!(held.told(), [(); 3].map(|()| vec![MONITORS]), "it is back");
    late.close();
    assert_eq!(held.told(), [(); 3].map(|()| vec![MONITORS]));
    assert_eq!(counts(&late), []);
}

#[test]
fn all_others_hear_of_another_right() {
    let held = held();
    held.handles[0].set_privilege(Privilege::Owner).unwrap();
    let more = vec![ADDED, MONITORS];
    assert_eq!(held.told(), [more.clone(), vec![], more]);
    held.call.set_privilege(Privilege::Monitor).unwrap();
    let fewer = vec![REMOVED, MONITORS];
    assert_eq!(held.told(), [vec![], fewer.clone(), fewer]);
    held.handles[0].set_privilege(Privilege::Owner).unwrap();
    assert_eq!(held.told(), [vec![], vec![], vec![]], "it is one already");
}

#[test]
fn all_others_hear_of_an_owner_who_goes() {
    let held = held();
    held.handles[0].set_privilege(Privilege::Owner).unwrap();
    held.handles[1].set_privilege(Privilege::Owner).unwrap();
    held.told();
    held.handles[0].leave();
    assert_eq!(held.told(), [vec![REMOVED], vec![], vec![REMOVED]]);
    held.handles[1].set_privilege(Privilege::Monitor).unwrap();
    let fewer = vec![REMOVED, MONITORS];
    assert_eq!(held.told(), [fewer, vec![], vec![]], "it has no handle");
    held.clients[0].close();
    assert_eq!(held.told(), [vec![], vec![], vec![]], "it has gone before");
    held.clients[1].close();
    assert_eq!(held.told(), [vec![MONITORS], vec![], vec![]]);
}

#[test]
fn those_who_have_no_part_in_a_hand_off_hear_of_what_it_changes() {
    let held = held();
    held.call.hand_off_to("second.exe", Giver::LooksOn).unwrap();
    assert_eq!(
        held.told(),
        [vec![], vec![], vec![]],
        "they have changed places"
    );
    let late = add_client(&held.rig.engine, "late.exe");
    late.register(&held.rig.line, false, true, AUDIO, 0)
        .unwrap();
    held.handles[0]
        .hand_off_to("late.exe", Giver::LooksOn)
        .unwrap();
    assert_eq!(held.told(), [vec![MONITORS], vec![], vec![MONITORS]]);
    assert_eq!(counts(&late), []);
}

#[test]
fn nothing_is_told_of_a_call_that_is_over() {
    let held = held();
    held.call.disconnect(DropReason::Normal).unwrap();
    held.told();
    held.handles[0].set_privilege(Privilege::Owner).unwrap();
    held.handles[1].leave();
    held.clients[1].close();
    assert_eq!(held.told(), [vec![], vec![], vec![]]);
}

#[test]
fn the_owner_hears_of_those_who_look_on_from_the_beginning() {
    let rig = Rig::new();
    let monitor = add_client(&rig.engine, "second.exe");
    monitor.register(&rig.line, true, false, AUDIO, 0).unwrap();
    let call = rig.idle();
    call.connect(false).unwrap();
    assert_eq!(counts(&rig.client), []);
    call.call.progressing();
    assert_eq!(call.call.count_holders(), (1, 1));
    assert_eq!(counts(&rig.client), [MONITORS]);
    assert_eq!(counts(&monitor), [], "it hears of the call itself");
    call.call.connected();
    assert_eq!(counts(&rig.client), []);
}

#[test]
fn one_who_leaves_a_call_while_it_is_shut_down_goes_once() {
    let held = held();
    for (client, handle) in held.clients.iter().zip(&held.handles) {
        handle.set_privilege(Privilege::Owner).unwrap();
        held.told();
        client.close();
        handle.leave();
        assert_eq!(counts(&held.rig.client), [REMOVED]);
    }
}

#[test]
fn an_owner_who_need_not_leave_stays() {
    let held = held();
    held.handles[0].set_privilege(Privilege::Owner).unwrap();
    held.handles.iter().for_each(CallHandle::leave_unless_owner);
    assert_eq!(held.call.call.count_holders(), (2, 0));
}
