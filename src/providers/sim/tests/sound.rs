//! Sound between lines, sample by sample, and digits.

use super::*;
use crate::engine::{
    DTMF, DropReason, FinishMode, Flow, Kind, MediaNews, Result, Role, Terminal, TerminalRef,
};
use crate::providers::sim::Behaviour;
use crate::shared::Shared;
use std::path::Path;
use std::sync::Mutex;
use tapi3_common::sync::lock;
use tapi3_media::wav::{Coding, Container, Reader, Spec, Writer};

/// Says the numbers from its first one on, one a sample; and remembers what it hears.
#[derive(Default)]
struct Numbers {
    next: Mutex<Option<i16>>,
    heard: Mutex<Vec<i16>>,
}

impl Terminal for Numbers {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {}

    fn play(&self, _: &Call, rate: u32, frame: &mut [i16]) -> bool {
        assert_eq!((rate, frame.len()), (8_000, 160));
        let mut next = lock(&self.next);
        let Some(next) = &mut *next else {
            return false;
        };
        for sample in frame {
            *sample += *next;
            *next += 1;
        }
        true
    }

    fn hear(&self, _: &Call, _: u32, frame: &[i16]) {
        lock(&self.heard).extend(frame);
    }
}

/// Puts a mouth that begins with this number, and an ear, on a call.
fn voice(call: &CallHandle, first: Option<i16>) -> Shared<Numbers> {
    let numbers = Numbers {
        next: Mutex::new(first),
        ..Numbers::default()
    };
    let numbers = Shared::try_new(numbers).unwrap();
    let terminal = || TerminalRef::new(numbers.clone());
    call.select(Flow::Capture, terminal(), Role::Plays, Kind::Shown)
        .unwrap();
    call.select(Flow::Render, terminal(), Role::Hears, Kind::Shown)
        .unwrap();
    numbers
}

fn heard(numbers: &Shared<Numbers>) -> Vec<i16> {
    std::mem::take(&mut lock(&numbers.heard))
}

#[test]
fn two_lines_hear_each_other_sample_by_sample() {
    let rig = Rig::new();
    let (caller, called) = rig.talk(1, 2);
    let one = voice(&caller, Some(0));
    rig.advance(20);
    assert_eq!(heard(&one), [0; 160], "nobody speaks yet");
    let two = voice(&called, Some(10_000));
    rig.advance(60);
    assert_eq!(heard(&two), (160..640).collect::<Vec<i16>>());
    assert_eq!(heard(&one), (10_000..10_480).collect::<Vec<i16>>());
    caller.hold().unwrap();
    rig.advance(20);
    assert_eq!(heard(&two), [0; 160], "held");
    assert!(heard(&one).is_empty());
    caller.unhold().unwrap();
    rig.advance(20);
    assert_eq!(heard(&two), (640..800).collect::<Vec<i16>>());
}

#[test]
fn a_terminal_on_a_call_that_is_not_placed_yet_speaks_from_its_answer_on() {
    let rig = Rig::new();
    let caller = rig.idle(1, "2002");
    voice(&caller, Some(1));
    caller.connect(false).unwrap();
    rig.advance(100);
    let called = rig.offered(2);
    let ear = voice(&called, None);
    rig.advance(100);
    called.answer().unwrap();
    rig.advance(20);
    assert_eq!(heard(&ear), (1..=160).collect::<Vec<i16>>());
}

#[test]
fn all_of_a_conference_hear_all_others() {
    let rig = Rig::with_lines(Simulation::default(), 3);
    let (first, far) = rig.talk(1, 2);
    let consult = rig.idle(1, "2003");
    first.conference(&consult, false).unwrap();
    let third = rig.offered(3);
    third.answer().unwrap();
    consult.finish(FinishMode::Conference).unwrap();
    let (two, three) = (voice(&far, Some(100)), voice(&third, Some(10_000)));
    let own = voice(&first, None);
    rig.advance(20);
    assert_eq!(heard(&two), (10_000..10_160).collect::<Vec<i16>>());
    assert_eq!(heard(&three), (100..260).collect::<Vec<i16>>());
    assert_eq!(heard(&own), (100..260).collect::<Vec<i16>>());
}

#[test]
fn digits_arrive_in_order_and_are_told_to_be_sent() {
    let rig = Rig::new();
    rig.client
        .set_event_mask(bits::DIGIT | bits::GENERATE | bits::CALL_NOTIFICATION);
    let (caller, called) = rig.talk(1, 2);
    called.detect_digits(DTMF).unwrap();
    let ms = Duration::from_millis(100);
    caller.send_digits(b"1,#".to_vec(), ms, ms).unwrap();
    let told = || {
        std::iter::from_fn(|| rig.client.events().try_next())
            .filter_map(|event| match event {
                Event::Media(event) => match &event.news {
                    MediaNews::Digit { key, .. } => Some(char::from(*key)),
                    MediaNews::Generated(end) => Some(char::from(b'a' + end.how() as u8)),
                    _ => None,
                },
                _ => None,
            })
            .collect::<String>()
    };
    rig.advance(1_000);
    assert_eq!(told(), "1");
    rig.advance(2_000);
    assert_eq!(told(), "#b");
}

#[test]
fn nothing_rings_when_nobody_has_sound() {
    let rig = Rig::new();
    let (caller, _called) = rig.talk(1, 2);
    let one = voice(&caller, None);
    rig.advance(100);
    caller
        .unselect(Flow::Capture, &TerminalRef::new(one.clone()))
        .unwrap();
    caller
        .unselect(Flow::Render, &TerminalRef::new(one.clone()))
        .unwrap();
    rig.advance(100);
    assert!(!rig.exchange.sound.is_ringing());
}

fn write_file(path: &Path, samples: &[i16]) {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: 8_000,
        channels: 1,
    };
    let file = std::fs::File::create(path).unwrap();
    let mut writer = Writer::new(file, spec).unwrap();
    writer.write(samples).unwrap();
    writer.finish().unwrap();
}

/// An exchange with an extension 77 that answers and does this.
fn rig_with(change: impl FnOnce(&mut ExtensionSettings)) -> Rig {
    let mut extension = ExtensionSettings::new("77", Behaviour::Answer);
    change(&mut extension);
    Rig::with_extension(extension)
}

#[test]
fn an_extension_echoes() {
    let rig = Rig::new();
    let call = rig.dial(1, "1013");
    let own = voice(&call, Some(1));
    rig.advance(60);
    let heard = heard(&own);
    assert_eq!(heard[..160], [0; 160]);
    assert_eq!(heard[160..], (1..=320).collect::<Vec<i16>>());
}

#[test]
fn an_extension_says_a_tone() {
    let rig = Rig::new();
    let call = rig.dial(1, "1014");
    let own = voice(&call, None);
    rig.advance(1_000);
    let heard = heard(&own);
    // A sine crosses zero twice a period.
    let signs: Vec<bool> = heard.iter().map(|sample| *sample > 0).collect();
    let crossings = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!((876..=882).contains(&crossings), "{crossings}");
}

#[test]
fn an_extension_plays_a_file_and_another_records_it() {
    let folder = tempfile::tempdir().unwrap();
    let (played, recorded) = (folder.path().join("a.wav"), folder.path().join("b.wav"));
    let samples: Vec<i16> = (0..4_000).collect();
    write_file(&played, &samples);

    let rig = rig_with(|extension| extension.plays = Some(played.clone()));
    let call = rig.dial(1, "77");
    let own = voice(&call, None);
    rig.advance(1_000);
    let heard = heard(&own);
    assert_eq!(heard[..4_000], samples);
    assert!(heard[4_000..].iter().all(|sample| *sample == 0));

    let rig = rig_with(|extension| extension.records = Some(recorded.clone()));
    let call = rig.dial(1, "77");
    voice(&call, Some(5));
    rig.advance(200);
    call.disconnect(DropReason::Normal).unwrap();
    rig.exchange.close();
    let file = std::fs::File::open(&recorded).unwrap();
    let mut reader = Reader::new(file).unwrap();
    let mut out = vec![0; 1_600];
    assert_eq!(reader.read(&mut out).unwrap(), 1_600);
    assert_eq!(out, (5..1_605).collect::<Vec<i16>>());
}

#[test]
fn an_extension_that_would_record_into_a_pipe_stops_no_other_recording() {
    let folder = tempfile::tempdir().unwrap();
    let (pipe, recorded) = (folder.path().join("pipe"), folder.path().join("b.wav"));
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    let extension = |number: &str, records: &Path| ExtensionSettings {
        records: Some(records.to_owned()),
        ..ExtensionSettings::new(number, Behaviour::Answer)
    };
    let simulation = Simulation {
        extension: vec![extension("77", &pipe), extension("78", &recorded)],
        ..Simulation::default()
    };
    let rig = Rig::with_lines(simulation, 2);
    let into_the_pipe = rig.dial(1, "77");
    voice(&into_the_pipe, Some(5));
    rig.advance(40);
    let call = rig.dial(2, "78");
    voice(&call, Some(5));
    rig.advance(200);
    call.disconnect(DropReason::Normal).unwrap();
    rig.exchange.close();
    let mut reader = Reader::new(std::fs::File::open(&recorded).unwrap()).unwrap();
    let mut out = vec![0; 1_600];
    assert_eq!(reader.read(&mut out).unwrap(), 1_600);
    assert_eq!(out, (5..1_605).collect::<Vec<i16>>());
}

#[test]
fn an_extension_says_back_the_digits_that_it_hears() {
    let rig = Rig::new();
    rig.client.set_event_mask(bits::DIGIT);
    let call = rig.dial(1, "1015");
    call.detect_digits(DTMF).unwrap();
    let ms = Duration::from_millis(100);
    call.send_digits(b"12#".to_vec(), ms, ms).unwrap();
    rig.advance(5_000);
    let told: String = std::iter::from_fn(|| rig.client.events().try_next())
        .filter_map(|event| match event {
            Event::Media(event) => match &event.news {
                MediaNews::Digit { key, .. } => Some(char::from(*key)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(told, "12#");
    assert!(!rig.exchange.sound.is_ringing());
}

#[test]
fn a_file_that_cannot_be_played_is_said_at_the_start() {
    let mut extension = ExtensionSettings::new("77", Behaviour::Answer);
    extension.plays = Some("/nowhere.wav".into());
    let simulation = Simulation {
        extension: vec![extension],
        ..Simulation::default()
    };
    let error = crate::providers::sim::check(&simulation, Vec::new()).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("\"/nowhere.wav\" cannot be read"),
        "{error}"
    );
}
