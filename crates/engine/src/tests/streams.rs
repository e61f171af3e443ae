//! Who is on the streams of a call, when they run, and what is told of it.

use super::*;
use std::sync::atomic::AtomicBool;
use tapi3_common::shared::Shared;

/// Says a number, and remembers the numbers that it hears.
#[derive(Default)]
struct Number {
    says: i16,
    heard: Mutex<Vec<i16>>,
    on: AtomicU32,
    finished: AtomicBool,
    refuses: bool,
}

impl Terminal for Number {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        if self.refuses {
            return Err(Error::new(ErrorKind::TerminalInUse, "on purpose"));
        }
        self.on.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {
        self.on.fetch_sub(1, Ordering::Relaxed);
    }

    fn play(&self, _: &Call, _: u32, frame: &mut [i16]) -> bool {
        for sample in frame {
            *sample = sample.saturating_add(self.says);
        }
        self.says != 0
    }

    fn hear(&self, _: &Call, _: u32, frame: &[i16]) {
        lock(&self.heard).extend(frame);
    }

    fn finish(&self) {
        self.finished.store(true, Ordering::Relaxed);
    }
}

fn number(says: i16) -> Shared<Number> {
    let number = Number {
        says,
        ..Number::default()
    };
    Shared::try_new(number).unwrap()
}

fn of(number: &Shared<Number>) -> TerminalRef {
    TerminalRef::new(number.clone())
}

fn player(call: &CallHandle, number: &Shared<Number>) -> Result<()> {
    call.select(Flow::Capture, of(number), Role::Plays, Kind::Shown)
}

fn hearer(call: &CallHandle, number: &Shared<Number>) -> Result<()> {
    call.select(Flow::Render, of(number), Role::Hears, Kind::Shown)
}

/// What was told of the streams and of the states, in order.
fn told(client: &Client) -> Vec<String> {
    let short = |event: Event| match event {
        Event::CallState { state, .. } => format!("{state:?}"),
        Event::Media(event) => match &event.news {
            MediaNews::Stream {
                event,
                cause,
                flow,
                terminal,
                ..
            } => {
                assert!(terminal.is_some(), "an event of a stream names a terminal");
                format!("{flow:?} {event:?} {cause:?}")
            }
            other => format!("{other:?}"),
        },
        other => format!("{other:?}"),
    };
    events(client).into_iter().map(short).collect()
}

/// What the far end gets in a frame of two samples.
fn said(call: &CallHandle) -> Vec<i16> {
    let mut frame = [7; 2];
    call.call.playout(8_000, &mut frame);
    frame.to_vec()
}

#[test]
fn a_terminal_selected_early_plays_as_soon_as_the_call_is_connected() {
    let rig = Rig::new();
    let call = rig.idle();
    let (mouth, ear) = (number(3), number(0));
    player(&call, &mouth).unwrap();
    hearer(&call, &ear).unwrap();
    assert_eq!(said(&call), [0, 0]);
    call.connect(false).unwrap();
    call.call.progressing();
    assert!(!call.call.is_heard());
    call.call.connected();
    assert_eq!(said(&call), [3, 3]);
    call.call.capture(8_000, &mut [5, 6]);
    assert_eq!(*lock(&ear.heard), [5, 6]);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(said(&call), [0, 0]);
    assert_eq!(mouth.on.load(Ordering::Relaxed), 0, "unselected at the end");
    assert!(!ear.finished.load(Ordering::Relaxed));
    call.call.finish_sound();
    assert!(ear.finished.load(Ordering::Relaxed));
    let expected = [
        "InProgress",
        "Connected",
        "Capture Active LocalRequest",
        "Render Active LocalRequest",
        "Disconnected",
        "Capture Inactive LocalRequest",
        "Render Inactive LocalRequest",
    ];
    assert_eq!(told(&rig.client), expected);
}

#[test]
fn a_stream_without_terminals_is_never_active() {
    let rig = Rig::new();
    let call = rig.connected();
    assert_eq!(call.stream_wish(Flow::Capture), Wish::Run);
    call.wish_stream(Flow::Capture, Wish::Stop).unwrap();
    call.wish_stream(Flow::Capture, Wish::Run).unwrap();
    let tone = number(1);
    call.select(Flow::Capture, of(&tone), Role::Plays, Kind::Hidden)
        .unwrap();
    assert_eq!(said(&call), [1, 1]);
    assert!(call.terminals(Flow::Capture).unwrap().is_empty());
    assert_eq!(told(&rig.client), ["InProgress", "Connected"]);
}

#[test]
fn what_plays_on_one_stream_is_mixed_without_overflow() {
    let rig = Rig::new();
    let call = rig.connected();
    for says in [30_000, 4_000] {
        player(&call, &number(says)).unwrap();
    }
    assert_eq!(said(&call), [i16::MAX, i16::MAX]);
    // Whoever hears what we say, hears all of it.
    let both = number(0);
    call.select(Flow::Capture, of(&both), Role::Hears, Kind::Shown)
        .unwrap();
    said(&call);
    assert_eq!(*lock(&both.heard), [i16::MAX, i16::MAX]);
}

#[test]
fn a_stopped_stream_stays_stopped_and_goes_on_when_asked() {
    let rig = Rig::new();
    let call = rig.connected();
    told(&rig.client);
    call.wish_stream(Flow::Capture, Wish::Stop).unwrap();
    player(&call, &number(3)).unwrap();
    assert_eq!(said(&call), [0, 0]);
    call.wish_stream(Flow::Capture, Wish::Run).unwrap();
    call.wish_stream(Flow::Capture, Wish::Run).unwrap();
    assert_eq!(said(&call), [3, 3]);
    call.wish_stream(Flow::Capture, Wish::Pause).unwrap();
    let expected = [
        "Capture Active LocalRequest",
        "Capture Inactive LocalRequest",
    ];
    assert_eq!(told(&rig.client), expected);
}

#[test]
fn hold_silences_and_the_far_end_may_silence_too() {
    let rig = Rig::new();
    let call = rig.connected();
    player(&call, &number(3)).unwrap();
    told(&rig.client);
    call.hold().unwrap();
    assert_eq!(said(&call), [0, 0]);
    call.unhold().unwrap();
    let closed = Transport::Closed;
    call.call
        .set_transport(Flow::Capture, closed, StreamCause::RemoteRequest)
        .unwrap();
    assert_eq!(said(&call), [0, 0]);
    let expected = [
        "Hold",
        "Capture Inactive LocalRequest",
        "Connected",
        "Capture Active LocalRequest",
        "Capture Inactive RemoteRequest",
    ];
    assert_eq!(told(&rig.client), expected);
}

#[test]
fn early_media_is_heard_before_the_answer() {
    let rig = Rig::new();
    let call = rig.idle();
    let ear = number(0);
    hearer(&call, &ear).unwrap();
    call.connect(false).unwrap();
    call.call.progressing();
    call.call
        .set_transport(Flow::Render, Transport::Early, StreamCause::RemoteRequest)
        .unwrap();
    call.call.capture(8_000, &mut [9]);
    assert_eq!(*lock(&ear.heard), [9]);
    call.call.connected();
    let expected = ["InProgress", "Render Active RemoteRequest", "Connected"];
    assert_eq!(told(&rig.client), expected);
}

#[test]
fn a_caller_hears_before_the_answer_what_is_played_to_it() {
    let rig = Rig::owning();
    let call = rig.offered();
    player(&call, &number(7)).unwrap();
    let mut frame = [0];
    assert!(!call.call.playout(8_000, &mut frame));
    call.call
        .set_transport(Flow::Capture, Transport::Early, StreamCause::LocalRequest)
        .unwrap();
    assert!(call.call.playout(8_000, &mut frame));
    assert_eq!(frame, [7]);
    call.answer().unwrap();
    let told = told(&rig.client);
    let expected = ["Capture Active LocalRequest", "Connected"];
    assert!(told.ends_with(&expected.map(str::to_owned)), "{told:?}");
}

#[test]
fn a_terminal_is_on_a_stream_once_and_leaves_once() {
    let rig = Rig::new();
    let call = rig.connected();
    let mouth = number(3);
    player(&call, &mouth).unwrap();
    assert_eq!(kind(player(&call, &mouth)), ErrorKind::InvalidTerminal);
    let known = call.terminals(Flow::Capture).unwrap();
    assert!(known.iter().all(|one| one.same(&of(&mouth))) && known.len() == 1);
    call.unselect(Flow::Capture, &of(&mouth)).unwrap();
    let again = call.unselect(Flow::Capture, &of(&mouth));
    assert_eq!(kind(again), ErrorKind::InvalidTerminal);
    assert_eq!(mouth.on.load(Ordering::Relaxed), 0);
    let told = told(&rig.client);
    assert_eq!(told.last().unwrap(), "Capture Inactive LocalRequest");
}

#[test]
fn a_terminal_that_refuses_is_not_there() {
    let rig = Rig::new();
    let call = rig.connected();
    let busy = Number {
        refuses: true,
        ..Number::default()
    };
    let busy = Shared::try_new(busy).unwrap();
    assert_eq!(kind(player(&call, &busy)), ErrorKind::TerminalInUse);
    assert!(call.terminals(Flow::Capture).unwrap().is_empty());
    for says in 0..MAX_TERMINALS {
        player(&call, &number(says as i16)).unwrap();
    }
    let late = number(1);
    assert_eq!(kind(player(&call, &late)), ErrorKind::MaxTerminals);
    assert_eq!(late.on.load(Ordering::Relaxed), 0);
}

#[test]
fn terminals_go_with_the_last_object_of_the_call() {
    let rig = Rig::new();
    let call = rig.connected();
    let mouth = number(3);
    player(&call, &mouth).unwrap();
    call.detach();
    assert_eq!(mouth.on.load(Ordering::Relaxed), 0);
    assert_eq!(said(&call), [0, 0]);
}

#[test]
fn a_call_that_is_over_takes_no_terminal() {
    let rig = Rig::new();
    let call = rig.connected();
    call.disconnect(DropReason::Normal).unwrap();
    let mouth = number(3);
    assert_eq!(kind(player(&call, &mouth)), ErrorKind::InvalidCallState);
    assert_eq!(mouth.on.load(Ordering::Relaxed), 0);
}

#[test]
fn a_line_that_streams_nothing_has_no_streams() {
    let rig = Rig::new();
    let silent = add_line(&rig.engine, &rig.fake, Features::default());
    let call = outgoing(&rig.client, &silent, "1");
    assert_eq!(kind(player(&call, &number(3))), ErrorKind::NotSupported);
}
