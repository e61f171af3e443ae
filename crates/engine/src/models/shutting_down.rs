//! Shutting down against everything else.

use super::*;

fn owner(rig: &Rig, name: &str) -> Client {
    let client = rig.engine.add_client(name.into()).unwrap();
    client.register(&rig.line, false, true, AUDIO, 0).unwrap();
    client
}

#[test]
fn a_call_that_is_placed_during_the_shutdown_ends() {
    check(3, || {
        let rig = Rig::new(scripted());
        let call = rig.call();
        let client = rig.client.clone();
        let closes = thread::spawn(move || client.close());
        let connected = call.connect(false);
        closes.join().unwrap();
        assert!(!call.call.is_up(), "{connected:?}");
        assert_eq!(connected.is_ok(), rig.drops() == 1);
        rig.take_apart();
    });
}

#[test]
fn a_call_that_comes_in_during_the_shutdown_does_not_stay_with_a_dead_owner() {
    check(2, || {
        let rig = Rig::new(scripted());
        rig.client
            .register(&rig.line, false, true, AUDIO, 0)
            .unwrap();
        let client = rig.client.clone();
        let closes = thread::spawn(move || client.close());
        let call = rig.incoming().unwrap();
        closes.join().unwrap();
        // Either the client had its call hung up, or the call has no owner and rings on.
        let has_owner = lock(&call.core().inner).holders.iter().next().is_some();
        assert_eq!(call.is_up(), !has_owner);
        rig.take_apart();
    });
}

#[test]
fn a_call_is_handed_to_a_client_that_is_there_or_to_nobody() {
    check(2, || {
        let rig = Rig::new(scripted());
        let target = owner(&rig, "target");
        let call = rig.connected_call();
        let closes = thread::spawn(move || target.close());
        let given = call.hand_off_to("target", Giver::LooksOn);
        closes.join().unwrap();
        assert_eq!(given.is_ok(), !call.call.is_up(), "{given:?}");
        rig.take_apart();
    });
}

#[test]
fn a_call_of_two_owners_ends_with_the_last() {
    check(2, || {
        let rig = Rig::new(scripted());
        let second = owner(&rig, "second");
        let call = rig.connected_call();
        call.call.add_owner(&second);
        let thread = thread::spawn(move || second.close());
        rig.client.close();
        thread.join().unwrap();
        assert!(!call.call.is_up());
        rig.take_apart();
    });
}

#[test]
fn an_owner_who_would_rather_look_on_leaves_no_call_without_one() {
    check(3, || {
        let rig = Rig::new(scripted());
        let other = rig.engine.add_client("other".into()).unwrap();
        let call = rig.connected_call();
        let theirs = call.call.join(&other, 0).unwrap();
        theirs.attach().unwrap();
        theirs.set_privilege(Privilege::Owner).unwrap();
        let client = rig.client.clone();
        let closes = thread::spawn(move || client.close());
        let looks_on = theirs.set_privilege(Privilege::Monitor);
        closes.join().unwrap();
        assert_eq!(looks_on.is_ok(), !call.call.is_up(), "{looks_on:?}");
        other.close();
        assert!(!call.call.is_up());
        rig.take_apart();
    });
}

#[test]
fn clients_that_close_each_other_from_their_deliveries_both_come_back() {
    check(3, || {
        let rig = Rig::new(scripted());
        let second = rig.engine.add_client("second".into()).unwrap();
        let closed = Arc::new(AtomicUsize::new(0));
        for (listener, other) in [(&rig.client, &second), (&second, &rig.client)] {
            listener.set_event_mask(bits::ADDRESS);
            listener.set_listening(true).unwrap();
            let (other, closed) = (other.clone(), closed.clone());
            let close = move |_| {
                other.close();
                closed.fetch_add(1, Ordering::SeqCst);
            };
            listener.deliver_to(close).unwrap();
        }
        rig.line.set_in_service(false);
        rig.client.close();
        second.close();
        rig.take_apart();
    });
}
