//! Enumerating, releasing and ending: what a line lists.

use super::*;
use tapi3_common::slip::Slip;

/// What `ITAddress::EnumerateCalls` does: an object for each call of the client.
fn enumerate(line: &Line, client: &Client) -> Option<CallHandle> {
    let call = line.calls().unwrap().pop()?;
    let handle = call.handle_for(client)?;
    handle.attach().ok()?;
    Some(handle)
}

#[test]
fn a_call_that_was_found_while_it_was_released_is_listed_or_dead() {
    check(3, || {
        let rig = Rig::new(scripted());
        let call = rig.call();
        let releases = thread::spawn(move || call.detach());
        if let Some(found) = enumerate(&rig.line, &rig.client) {
            assert_eq!(found.connect(false), Ok(()));
            assert!(rig.lists(&found.call), "a live call that nobody can find");
            rig.client.close();
            assert_eq!(found.call.state(), State::Disconnected);
            releases.join().unwrap();
            found.detach();
            assert!(!rig.lists(&found.call));
        } else {
            releases.join().unwrap();
            assert!(rig.line.calls().unwrap().is_empty());
        }
        rig.take_apart();
    });
}

/// The count of an object's references: dead once it is zero.
type Object = Arc<AtomicUsize>;

/// The object, with a reference more, if somebody still holds it.
fn living(slip: &Slip) -> Option<Object> {
    let object = slip.get::<Object>()?;
    let mut count = object.load(Ordering::Relaxed);
    while count > 0 {
        let (yes, no) = (Ordering::Acquire, Ordering::Relaxed);
        match object.compare_exchange(count, count + 1, yes, no) {
            Ok(_) => return Some(object.clone()),
            Err(found) => count = found,
        }
    }
    None
}

/// Gives one reference to the object back; with the last one the object lets go of the call.
fn release(handle: &CallHandle, object: &Object) {
    if object.fetch_sub(1, Ordering::Release) == 1 {
        let dead = |slip: &Slip| slip.get::<Object>().unwrap().load(Ordering::Relaxed) == 0;
        handle.let_go(dead);
    }
}

#[test]
fn a_client_has_one_object_for_a_call_however_release_and_find_meet() {
    check(3, || {
        let rig = Rig::new(scripted());
        let handle = Call::unlisted(&rig.client, &rig.line, "2".into(), AUDIO, NUMBER).unwrap();
        let first: Object = Arc::new(AtomicUsize::new(1));
        handle.list(Slip::new(first.clone())).unwrap();
        let call = handle.call.clone();
        let releases = thread::spawn(move || release(&handle, &first));
        let make = |handle| {
            let new: Object = Arc::new(AtomicUsize::new(1));
            Ok::<_, Error>(((new.clone(), Some(handle)), Slip::new(new)))
        };
        let found = |slip: &Slip| living(slip).map(|object| (object, None));
        match call.object(&rig.client, found, make) {
            Ok(found) => {
                let (object, handle) = found.unwrap();
                releases.join().unwrap();
                let again = call.known_object(&rig.client, living).unwrap();
                assert!(Arc::ptr_eq(&object, &again), "two objects for one call");
                assert!(
                    rig.lists(&call),
                    "a call with an object that nobody can find"
                );
                let handle = handle.unwrap_or_else(|| call.handle_for(&rig.client).unwrap());
                release(&handle, &again);
                assert!(rig.lists(&call));
                release(&handle, &object);
            }
            Err(_) => releases.join().unwrap(),
        }
        assert!(call.known_object(&rig.client, living).is_none());
        assert!(rig.line.calls().unwrap().is_empty());
        rig.take_apart();
    });
}

#[test]
fn a_call_that_ends_while_it_is_released_leaves_the_line() {
    check(3, || {
        let rig = Rig::new(scripted());
        let call = rig.connected_call();
        let ends = call.call.clone();
        let thread = thread::spawn(move || ends.disconnected(Cause::Normal));
        call.detach();
        thread.join().unwrap();
        assert!(rig.line.calls().unwrap().is_empty());
        rig.take_apart();
    });
}

#[test]
fn a_call_that_fails_while_it_is_released_leaves_the_line() {
    check(3, || {
        let rig = Rig::new(Scripted {
            make: Box::new(|_, reply| reply.fail(UNHOLD_FAILS)),
            ..scripted()
        });
        let call = rig.call();
        let releases = call.clone();
        let thread = thread::spawn(move || releases.detach());
        assert!(call.connect(false).is_err());
        thread.join().unwrap();
        assert!(rig.line.calls().unwrap().is_empty());
        rig.take_apart();
    });
}

#[test]
fn room_for_the_end_is_kept_however_listening_meets_a_new_call() {
    check(3, || {
        let rig = Rig::new(scripted());
        let client = rig.client.clone();
        let listens = thread::spawn(move || client.set_listening(true).unwrap());
        let call = rig.call();
        listens.join().unwrap();
        assert!(call.call.keeps_room_for(&rig.client));
        rig.take_apart();
    });
}

#[test]
fn a_call_that_comes_in_where_none_may_is_over_for_whoever_finds_it() {
    check(3, || {
        let rig = Rig::new(scripted());
        rig.client
            .register(&rig.line, false, true, AUDIO, 0)
            .unwrap();
        rig.engine.remove_line(&rig.line);
        let (line, client) = (rig.line.clone(), rig.client.clone());
        let finds = thread::spawn(move || enumerate(&line, &client));
        assert!(rig.incoming().is_err());
        if let Some(found) = finds.join().unwrap() {
            assert_eq!(found.call.at_rest(), Some(Disconnected::Over));
        }
        rig.take_apart();
    });
}
