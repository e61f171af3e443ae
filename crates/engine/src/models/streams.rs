//! Sound against the end of the call: no terminal stays behind, and every end is told once.

use super::*;
use tapi3_common::shared::Shared;

/// Counts on how many streams it is.
#[derive(Default)]
struct Counted {
    on: AtomicUsize,
    tone: StdMutex<Option<u32>>,
}

impl Terminal for Counted {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        self.on.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {
        let before = self.on.fetch_sub(1, Ordering::SeqCst);
        assert_ne!(before, 0, "taken off twice");
    }

    fn play(&self, call: &Call, _: u32, _: &mut [i16]) -> bool {
        if let Some(serial) = *self.tone.lock().unwrap() {
            call.generated(serial);
        }
        true
    }
}

fn counted() -> Shared<Counted> {
    Shared::try_new(Counted::default()).unwrap()
}

fn select(call: &CallHandle, terminal: &Shared<Counted>) -> Result<()> {
    let terminal = TerminalRef::new(terminal.clone());
    call.select(Flow::Capture, terminal, Role::Plays, Kind::Shown)
}

/// How often each kind of event was told of a call: streams active, streams inactive, generations.
fn told(rig: &Rig) -> (usize, usize, usize) {
    let (mut active, mut inactive, mut generated) = (0, 0, 0);
    while let Some(event) = rig.client.events().try_next() {
        let Event::Media(event) = event else {
            continue;
        };
        match &event.news {
            MediaNews::Stream {
                event: StreamEvent::Active,
                ..
            } => active += 1,
            MediaNews::Stream { .. } => inactive += 1,
            MediaNews::Generated(_) => generated += 1,
            _ => {}
        }
    }
    (active, inactive, generated)
}

fn listening() -> Rig {
    let rig = Rig::new(scripted());
    let wanted = bits::CALL_MEDIA | bits::GENERATE | bits::GATHER_DIGITS;
    rig.client.set_event_mask(wanted);
    rig.client.set_listening(true).unwrap();
    rig
}

#[test]
fn a_terminal_does_not_stay_on_a_call_that_ends() {
    check(3, || {
        let rig = listening();
        let (call, terminal) = (rig.connected_call(), counted());
        let (other, same) = (call.clone(), terminal.clone());
        let selecting = thread::spawn(move || select(&other, &same).is_ok());
        call.call.disconnected(Cause::Normal);
        selecting.join().unwrap();
        assert_eq!(terminal.on.load(Ordering::SeqCst), 0);
        let (active, inactive, _) = told(&rig);
        assert_eq!(active, inactive);
        rig.take_apart();
    });
}

#[test]
fn a_terminal_selected_while_the_call_is_answered_plays() {
    check(3, || {
        let rig = listening();
        let (call, terminal) = (rig.call(), counted());
        call.connect(false).unwrap();
        let (other, same) = (call.clone(), terminal.clone());
        let selecting = thread::spawn(move || select(&other, &same).unwrap());
        call.call.connected();
        selecting.join().unwrap();
        assert!(call.call.playout(8_000, &mut [0; 2]));
        assert_eq!(told(&rig), (1, 0, 0));
        call.call.disconnected(Cause::Normal);
        rig.take_apart();
    });
}

#[test]
fn a_terminal_is_taken_off_once_by_its_owner_or_by_the_end() {
    check(3, || {
        let rig = listening();
        let (call, terminal) = (rig.connected_call(), counted());
        select(&call, &terminal).unwrap();
        let (other, same) = (call.clone(), terminal.clone());
        let unselecting =
            thread::spawn(move || other.unselect(Flow::Capture, &TerminalRef::new(same)));
        call.call.disconnected(Cause::Normal);
        // It may have gone already.
        let _ = unselecting.join().unwrap();
        assert_eq!(terminal.on.load(Ordering::SeqCst), 0);
        assert_eq!(told(&rig), (1, 1, 0));
        rig.take_apart();
    });
}

#[test]
fn a_tone_ends_once_though_the_call_ends_too() {
    check(2, || {
        let rig = listening();
        let (call, tone) = (rig.connected_call(), counted());
        let inside = tone.clone();
        let begun = call.send_tone(|serial| {
            *inside.tone.lock().unwrap() = Some(serial);
            Ok(TerminalRef::new(inside.clone()))
        });
        begun.unwrap();
        let playing = call.call.clone();
        let player = thread::spawn(move || playing.playout(8_000, &mut [0; 2]));
        call.call.disconnected(Cause::Normal);
        player.join().unwrap();
        assert_eq!(told(&rig).2, 1);
        assert_eq!(tone.on.load(Ordering::SeqCst), 0);
        rig.take_apart();
    });
}

#[test]
fn a_tone_that_begins_while_the_call_ends_is_told_or_refused() {
    check(2, || {
        let rig = listening();
        let (call, tone) = (rig.connected_call(), counted());
        let (other, same) = (call.clone(), tone.clone());
        let sending =
            thread::spawn(move || other.send_tone(|_| Ok(TerminalRef::new(same))).is_ok());
        call.call.disconnected(Cause::Normal);
        let begun = sending.join().unwrap();
        assert_eq!(tone.on.load(Ordering::SeqCst), 0);
        let ends = told(&rig).2;
        assert!(if begun { ends == 1 } else { ends <= 1 }, "{begun} {ends}");
        rig.take_apart();
    });
}

#[test]
fn of_two_tones_one_stays_and_a_stop_ends_it() {
    check(2, || {
        let rig = listening();
        let (call, first, second) = (rig.connected_call(), counted(), counted());
        let (other, same) = (call.clone(), first.clone());
        let sending = thread::spawn(move || {
            let begun = other.send_tone(|_| Ok(TerminalRef::new(same)));
            begun.unwrap();
        });
        let same = second.clone();
        call.send_tone(|_| Ok(TerminalRef::new(same))).unwrap();
        sending.join().unwrap();
        let on = || first.on.load(Ordering::SeqCst) + second.on.load(Ordering::SeqCst);
        assert_eq!(on(), 1);
        call.stop_generation().unwrap();
        assert_eq!(on(), 0);
        assert_eq!(told(&rig).2, 2);
        call.call.disconnected(Cause::Normal);
        rig.take_apart();
    });
}

#[test]
fn a_tone_that_begins_beside_a_stop_can_be_stopped() {
    check(2, || {
        let rig = listening();
        let (call, tone) = (rig.connected_call(), counted());
        let (other, same) = (call.clone(), tone.clone());
        let sending =
            thread::spawn(move || other.send_tone(|_| Ok(TerminalRef::new(same))).unwrap());
        call.stop_generation().unwrap();
        sending.join().unwrap();
        call.stop_generation().unwrap();
        assert_eq!(tone.on.load(Ordering::SeqCst), 0);
        assert_eq!(told(&rig).2, 1);
        call.call.disconnected(Cause::Normal);
        rig.take_apart();
    });
}

#[test]
fn a_digit_beside_the_end_of_the_time_comes_before_it_or_after_the_gathering() {
    check(3, || {
        let rig = listening();
        let call = rig.connected_call();
        let wanted = Gather {
            id: 0,
            modes: DTMF,
            count: 2,
            terminators: b"",
            first: Some(Duration::from_secs(5)),
            inter: Some(Duration::from_secs(100)),
        };
        call.gather_digits(&wanted).unwrap();
        let pressed = call.call.clone();
        let pressing = thread::spawn(move || pressed.digit(b'1', DTMF));
        rig.engine.ring(Duration::from_secs(6));
        pressing.join().unwrap();
        while let Some(event) = rig.client.events().try_next() {
            let Event::Media(event) = event else {
                continue;
            };
            if let MediaNews::Gathered { .. } = &event.news {
                assert_eq!(
                    event.gathered().unwrap(),
                    b"",
                    "the digit had begun a new time"
                );
            }
        }
        call.call.disconnected(Cause::Normal);
        rig.take_apart();
    });
}

/// Places that let nobody hear anything.
struct Places;

impl Mixer for Places {
    fn place(&self, _: Option<&TerminalRef>, _: Option<&TerminalRef>) -> Result<TerminalRef> {
        Ok(TerminalRef::new(counted()))
    }
}

/// A rig with a second line, and who mixes.
fn mixing() -> (Rig, Arc<Line>) {
    let rig = Rig::new(scripted());
    rig.engine.set_mixer(Arc::new(Places));
    let mut info = rig.line.info().clone();
    info.name = "other".into();
    let other = rig.engine.add_line(info, rig.provider.clone());
    (rig, other)
}

fn connected_on(rig: &Rig, line: &Arc<Line>) -> CallHandle {
    let call = Call::outgoing(&rig.client, line, "2".into(), AUDIO, NUMBER).unwrap();
    call.attach().unwrap();
    call.connect(false).unwrap();
    call.call.connected();
    call
}

/// Joins two calls that are both up, as Finish does with them.
fn bring_together(original: &CallHandle, consult: &CallHandle) {
    let reply = Reply::new(
        consult.call.clone(),
        crate::request::Request::Join(original.call.clone()),
        0,
    );
    let provider = original.call.line().provider();
    original
        .call
        .bring_together(&consult.call, &**provider, reply);
}

#[test]
fn nobody_is_left_alone_in_a_mix_whose_other_call_ends_as_it_joins() {
    check(2, || {
        let (rig, other) = mixing();
        let (one, two) = (rig.connected_call(), connected_on(&rig, &other));
        let (first, second) = (one.clone(), two.clone());
        let joining = thread::spawn(move || bring_together(&first, &second));
        one.call.disconnected(Cause::Normal);
        joining.join().unwrap();
        assert_eq!(two.call.state(), State::Connected);
        assert!(!one.call.is_mixed() && !two.call.is_mixed());
        two.call.disconnected(Cause::Normal);
        rig.take_apart();
    });
}

#[test]
fn two_who_join_one_call_at_once_are_in_one_mix() {
    check(2, || {
        let (rig, other) = mixing();
        let one = rig.connected_call();
        let [two, three] = [(); 2].map(|()| connected_on(&rig, &other));
        let (first, second) = (one.clone(), two.clone());
        let joining = thread::spawn(move || bring_together(&first, &second));
        bring_together(&one, &three);
        joining.join().unwrap();
        assert!([&one, &two, &three].iter().all(|call| call.call.is_mixed()));
        let hub = one.call.hub();
        assert!(two.call.hub() == hub && three.call.hub() == hub);
        one.call.disconnected(Cause::Normal);
        assert!(two.call.is_mixed() && three.call.is_mixed());
        two.call.disconnected(Cause::Normal);
        assert!(!three.call.is_mixed());
        three.call.disconnected(Cause::Normal);
        rig.take_apart();
    });
}
