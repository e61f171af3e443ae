//! What stands at the end of a stream, on calls of the simulated exchange.

#[path = "support/meter.rs"]
mod meter;
#[path = "support/ramps.rs"]
mod ramps;

use meter::taken;
use ramps::{make, ramp};
use std::sync::Arc;
use std::time::Duration;
use tapi3::config::{Configuration, Source};
use tapi3::engine::{
    Call, CallHandle, Client, DTMF, DTMF_END, Event, Flow, Kind, Line, MediaNews, Result, Role,
    State, Terminal, TerminalRef, bits,
};
use tapi3::shared::Shared;
use tapi3::system::System;
use tapi3::terminals::{
    Country, Custom, DigitListener, LevelMeter, Player, ProgramDrain, ProgramSource, Recorder,
    Sought, Tone, ToneError, ToneListener, ToneMode, ToneSource, files,
};
use tapi3_media::dtmf::{Dial, Timing};

/// TAPIMEDIATYPE_AUDIO
const AUDIO: u32 = 8;
/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;
/// Longer than any test waits.
const PATIENCE: Duration = Duration::from_secs(60);

const CONFIGURATION: &str = r#"
    clock = "manual"

    [[line]]
    name = "1"
    provider = "sim"
    address = "2001"

    [[line]]
    name = "2"
    provider = "sim"
    address = "2002"
"#;

/// Two lines that talk to each other.
struct Rig {
    system: System,
    client: Client,
    caller: CallHandle,
    called: CallHandle,
}

impl Rig {
    fn new() -> Self {
        let configuration = Configuration::read(&Source::text(CONFIGURATION)).unwrap();
        let system = System::new(configuration).unwrap();
        let lines: Vec<Arc<Line>> = system.engine().lines().unwrap();
        let client = system.engine().add_client("test".to_owned()).unwrap();
        client.set_event_mask(bits::DIGIT | bits::GENERATE | bits::TONE | bits::CALL_NOTIFICATION);
        client.set_listening(true).unwrap();
        for line in &lines {
            client.register(line, true, true, AUDIO, 0).unwrap();
        }
        let caller = Call::outgoing(&client, &lines[0], "2002".to_owned(), AUDIO, NUMBER).unwrap();
        caller.attach().unwrap();
        caller.connect(false).unwrap();
        let calls = lines[1].calls().unwrap();
        let called = calls.iter().find(|call| call.state() == State::Offering);
        let called = called.unwrap().handle_for(&client).unwrap();
        called.attach().unwrap();
        called.answer().unwrap();
        Rig {
            system,
            client,
            caller,
            called,
        }
    }

    fn advance(&self, milliseconds: u64) {
        let by = Duration::from_millis(milliseconds);
        self.system.advance_clock(by).unwrap();
    }

    /// What was told since the last time.
    fn told(&self) -> Vec<String> {
        let events = std::iter::from_fn(|| self.client.events().try_next());
        let told = events.filter_map(|event| {
            let Event::Media(event) = event else {
                return None;
            };
            match &event.news {
                MediaNews::Tone { app_specific, .. } => Some(format!("tone {app_specific}")),
                MediaNews::Generated(ending) => Some(format!("sent {}", ending.how())),
                MediaNews::Digit { key, mode, .. } => Some(format!("{} {mode}", char::from(*key))),
                _ => None,
            }
        });
        told.collect()
    }
}

/// Puts somebody who hears on the stream from the far end.
fn listen<T: Terminal + 'static>(call: &CallHandle, terminal: &Shared<T>) -> Result<()> {
    let terminal = TerminalRef::new(terminal.clone());
    call.select(Flow::Render, terminal, Role::Hears, Kind::Hidden)
}

fn send(call: &CallHandle, tone: Tone) {
    call.send_tone(|serial| ToneSource::try_new(serial, tone))
        .unwrap();
}

fn hertz(frequency: u32, milliseconds: u32) -> Tone {
    let voice = Custom {
        frequency,
        on: 1,
        off: 0,
        volume: 0xffff,
    };
    Tone::custom(&[voice], Some(milliseconds)).unwrap()
}

fn sought(duration: u32, frequency: u32) -> Sought {
    Sought {
        duration,
        frequencies: [frequency, 0, 0],
    }
}

#[test]
fn a_tone_is_sent_and_heard_and_its_end_told() {
    let rig = Rig::new();
    let tones = [(sought(100, 1_000), 77), (sought(100, 500), 78)];
    let listener = ToneListener::try_new(tones).unwrap();
    listen(&rig.called, &listener).unwrap();
    let meter = LevelMeter::try_new().unwrap();
    listen(&rig.called, &meter).unwrap();
    send(&rig.caller, hertz(1_000, 300));
    rig.advance(200);
    assert_eq!(rig.told(), ["tone 77"]);
    let level = meter.take().unwrap();
    assert!((level.peak + 12.04).abs() < 0.1, "{level:?}");
    // It is sent when its last sample is: a frame later.
    rig.advance(100);
    assert_eq!(rig.told(), [""; 0]);
    rig.advance(20);
    assert_eq!(rig.told(), ["sent 1"]);
    rig.advance(100);
    meter.take();
    rig.advance(100);
    let level = meter.take();
    assert!(
        level.is_none_or(|level| level.peak == f32::NEG_INFINITY),
        "{level:?}"
    );
    assert_eq!(rig.told(), [""; 0]);
}

#[test]
fn an_endless_tone_ends_when_another_takes_its_place() {
    let rig = Rig::new();
    send(&rig.caller, ToneMode::Busy.tone(Country::Germany, 0));
    rig.advance(60_000);
    assert_eq!(rig.told(), [""; 0]);
    send(&rig.caller, ToneMode::Billing.tone(Country::default(), 0));
    assert_eq!(rig.told(), ["sent 2"]);
    rig.advance(1_100);
    assert_eq!(rig.told(), ["sent 1"]);
}

#[test]
fn modes_have_tapis_numbers() {
    for (number, mode) in [
        (2, ToneMode::Ringback),
        (4, ToneMode::Busy),
        (8, ToneMode::Beep),
        (16, ToneMode::Billing),
    ] {
        assert_eq!(ToneMode::from_number(number), Some(mode));
    }
    for number in [0, 1, 3, 6, 32] {
        assert_eq!(ToneMode::from_number(number), None);
    }
}

#[test]
fn digits_are_heard_in_the_sound_itself() {
    let rig = Rig::new();
    rig.called.detect_digits(DTMF | DTMF_END).unwrap();
    let listener = DigitListener::try_new().unwrap();
    listen(&rig.called, &listener).unwrap();
    let source = ProgramSource::try_new(16_000, Duration::from_secs(3)).unwrap();
    let mouth = Shared::try_new(Mouth(source.clone())).unwrap();
    let mouth = TerminalRef::new(mouth);
    (rig.caller
        .select(Flow::Capture, mouth, Role::Plays, Kind::Shown))
    .unwrap();
    let dial = |keys: &str, samples: usize| {
        let mut sound = vec![0; samples];
        Dial::try_new(keys, Timing::default())
            .unwrap()
            .fill(16_000, &mut sound);
        source.write(&sound, Some(Duration::ZERO));
    };
    dial("1#D", 9_600);
    rig.advance(1_000);
    assert_eq!(rig.told(), ["1 2", "1 4", "# 2", "# 4", "D 2", "D 4"]);
    // One that sounds when it is taken off has ended.
    dial("7", 1_600);
    rig.advance(80);
    assert_eq!(rig.told(), ["7 2"]);
    let terminal = TerminalRef::new(listener.clone());
    rig.called.unselect(Flow::Render, &terminal).unwrap();
    assert_eq!(rig.told(), ["7 4"]);
}

/// The program's voice as a terminal.
struct Mouth(Shared<ProgramSource>);

impl Terminal for Mouth {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {}

    fn play(&self, _: &Call, rate: u32, frame: &mut [i16]) -> bool {
        self.0.play(rate, frame).sounded
    }
}

#[test]
fn a_listener_lets_go_of_its_call() {
    let rig = Rig::new();
    let listener = ToneListener::try_new([(sought(100, 1_000), 1)]).unwrap();
    listen(&rig.called, &listener).unwrap();
    rig.called
        .disconnect(tapi3::engine::DropReason::Normal)
        .unwrap();
    listener.hear(&rig.called.call, 8_000, &[0; 160]);
    assert_eq!(rig.told(), [""; 0]);
}

#[test]
fn tones_that_cannot_be_heard_are_refused() {
    let error = ToneListener::try_new([(sought(100, 50), 1)]).err();
    assert_eq!(error, Some(ToneError::Frequency(50)));
    let error = ToneListener::try_new([(sought(100, 1_000), 1); 17]).err();
    assert_eq!(error, Some(ToneError::TooMany));
}

#[test]
fn a_frame_takes_no_memory() {
    let rig = Rig::new();
    let folder = tempfile::tempdir().unwrap();
    let file = make(&folder.path().join("a.wav"), &ramp(500));
    let player = Player::try_new().unwrap();
    player.set_files(&[file]).unwrap();
    player.prepare(1, 0).unwrap();
    player.start().unwrap();
    let recorder = Recorder::try_new().unwrap();
    recorder.set_file(&folder.path().join("b.wav")).unwrap();
    recorder.prepare(1, 0).unwrap();
    recorder.start().unwrap();
    let source = ProgramSource::try_new(8_000, Duration::from_secs(1)).unwrap();
    source.write(&ramp(1_000), None);
    let drain = ProgramDrain::try_new(8_000, Duration::from_secs(1)).unwrap();
    let digits = DigitListener::try_new().unwrap();
    let tones = ToneListener::try_new([(sought(100, 1_000), 1)]).unwrap();
    let meter = LevelMeter::try_new().unwrap();
    let call = &rig.called.call;
    let (memory, ends) = taken(|| {
        let mut ends = 0;
        for rate in [8_000, 16_000, 8_000, 48_000, 44_100] {
            let mut frame = [0; 960];
            let frame = &mut frame[..rate as usize / 50];
            for _ in 0..20 {
                ends += usize::from(player.play(1, rate, frame).ended.is_some());
                source.play(rate, frame);
                recorder.hear(1, rate, frame);
                drain.hear(rate, frame);
                digits.hear(call, rate, frame);
                tones.hear(call, rate, frame);
                meter.hear(call, rate, frame);
                files::settle(PATIENCE);
            }
        }
        player.stop();
        recorder.stop();
        ends
    });
    assert_eq!((memory, ends), (0, 1));
}
