//! Answer against time-out against the next operation.

use super::*;

/// A provider that keeps its answer to Hold for another thread.
fn with_kept_answer(kept: &Place<Reply>) -> Scripted {
    let kept = kept.clone();
    Scripted {
        other: Box::new(move |_, reply| put(&kept, reply)),
        ..scripted()
    }
}

#[test]
fn an_answer_that_meets_the_end_of_patience_counts_and_confuses_nothing() {
    check(3, || {
        let kept = Place::default();
        let rig = Rig::with_clock(with_kept_answer(&kept), true);
        let call = rig.connected_call();
        let answer = kept.clone();
        let answers = thread::spawn(move || {
            if let Some(reply) = take(&answer) {
                reply.ok();
            }
        });
        let held = call.hold();
        if let Err(error) = &held {
            assert_eq!(error.kind(), ErrorKind::Timeout);
        }
        // The next operation gets its own answer, never that of the one before.
        match call.unhold() {
            Err(error) if call.call.state() == State::Hold => {
                assert!(error == UNHOLD_FAILS || error.kind() == ErrorKind::InvalidCallState);
            }
            other => assert_eq!(other.unwrap_err().kind(), ErrorKind::InvalidCallState),
        }
        answers.join().unwrap();
        if let Some(reply) = take(&kept) {
            // It came later still.
            reply.ok();
        }
        assert_eq!(call.call.state(), State::Hold, "a late answer takes effect");
        assert_eq!(call.unhold(), Err(UNHOLD_FAILS));
        rig.take_apart();
    });
}

#[test]
fn an_answer_reaches_who_waits_although_another_asks_next() {
    check(3, || {
        let kept: Place<Reply> = Place::default();
        let rig = Rig::new(Scripted {
            // Another thread, as a sink does, goes on as soon as the call is on hold.
            other: {
                let kept = kept.clone();
                Box::new(move |_, reply| put(&kept, reply))
            },
            ..scripted()
        });
        let call = rig.connected_call();
        let other = call.clone();
        let holds = thread::spawn(move || other.hold());
        let answers = thread::spawn(move || {
            loop {
                if let Some(reply) = take(&kept) {
                    return reply.ok();
                }
                thread::yield_now();
            }
        });
        // Whatever it meets, it gets an answer of its own.
        let next = call.unhold();
        assert!(matches!(
            next.unwrap_err().kind(),
            ErrorKind::InvalidCallState | ErrorKind::OperationFailed
        ));
        assert_eq!(holds.join().unwrap(), Ok(()));
        answers.join().unwrap();
        rig.take_apart();
    });
}

#[test]
fn a_call_that_ends_wakes_who_waits_for_it() {
    check(3, || {
        let kept = Place::default();
        let rig = Rig::new(with_kept_answer(&kept));
        let call = rig.connected_call();
        let ends = call.call.clone();
        let thread = thread::spawn(move || ends.disconnected(Cause::Normal));
        let held = call.hold().unwrap_err().kind();
        assert!(matches!(
            held,
            ErrorKind::Dropped | ErrorKind::InvalidCallState
        ));
        thread.join().unwrap();
        drop(take(&kept));
        rig.take_apart();
    });
}

/// Who only asks hears it by the answer, or that the call was over before: never that it failed.
#[test]
fn who_asks_when_the_call_ends_has_one_word_of_it() {
    check(3, || {
        let kept = Place::default();
        let rig = Rig::new(with_kept_answer(&kept));
        let call = rig.connected_call();
        let ends = call.call.clone();
        let thread = thread::spawn(move || ends.disconnected(Cause::Normal));
        let asked = call.ask_for(Ask::Hold, 7).map_err(|error| error.kind());
        thread.join().unwrap();
        let mut answers = 0;
        while let Some(event) = rig.client.events().try_next() {
            answers += u32::from(matches!(event, Event::Answer { id: 7, .. }));
        }
        match asked {
            Ok(()) => assert_eq!(answers, 1),
            Err(kind) => assert_eq!((kind, answers), (ErrorKind::InvalidCallState, 0)),
        }
        drop(take(&kept));
        rig.take_apart();
    });
}

#[test]
fn a_transfer_ends_the_call_whose_far_end_was_transferred() {
    check(3, || {
        let rig = Rig::new(scripted());
        let [first, second, consultation] = [(); 3].map(|()| rig.connected_call());
        first.transfer(&consultation, false).unwrap();
        let (other, consulted) = (second.clone(), consultation.clone());
        let another = thread::spawn(move || other.tie(&consulted));
        consultation.finish(FinishMode::Transfer).unwrap();
        another.join().unwrap();
        let transferred = take(&rig.provider.transferred).unwrap();
        for call in [&first, &second] {
            let over = call.call.state() == State::Disconnected;
            assert_eq!(over, call.call.same(&transferred));
        }
        drop(transferred);
        for call in [first, second, consultation] {
            call.call.end_consultation();
        }
        rig.take_apart();
    });
}
