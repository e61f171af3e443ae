//! What a program may do at random with the sound of a call: files, streams, digits and tones.

use super::act::Turn;
use super::counted::*;
use super::world::{Call, World, null};
use std::io::Write;
use std::sync::OnceLock;
use tapi3::com::abi::*;

const PLAYER: &str = "{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}";
const RECORDER: &str = "{521F3D06-C3D0-4511-8617-86B9A783DA77}";

/// A file of 60 ms, and one to record into.
fn files() -> &'static (String, String) {
    static FILES: OnceLock<(String, String)> = OnceLock::new();
    FILES.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("tapi3-random-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (spoken, heard) = (folder.join("spoken.wav"), folder.join("heard.wav"));
        let samples = [0x20_u8; 960];
        let mut file = std::fs::File::create(&spoken).unwrap();
        let length = samples.len() as u32;
        for part in [
            &b"RIFF"[..],
            &(36 + length).to_le_bytes(),
            b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data",
            &length.to_le_bytes(),
            &samples,
        ] {
            file.write_all(part).unwrap();
        }
        let text = |path: std::path::PathBuf| path.to_str().unwrap().to_owned();
        (text(spoken), text(heard))
    })
}

fn check_all(turn: &mut Turn, name: &str, answers: &[HRESULT]) {
    for answer in answers {
        turn.world.check(name, *answer);
    }
}

/// A terminal for a call; none if the line has none.
fn requested(
    call: &Com<ITBasicCallControl2>,
    class: &str,
    way: TERMINAL_DIRECTION,
) -> Option<Com<ITTerminal>> {
    let class = Text::new(class);
    out(|terminal| {
        call!(
            call,
            RequestTerminal,
            class.0,
            TAPIMEDIATYPE_AUDIO,
            way,
            terminal
        )
    })
}

fn call2(turn: &mut Turn) -> Option<(Call, Com<ITBasicCallControl2>)> {
    let call = turn.call()?;
    let call2 = call.query(&IID_ITBasicCallControl2)?;
    Some((call, call2))
}

/// A file is put on a call and, mostly, started.
fn select(turn: &mut Turn, call: &Com<ITBasicCallControl2>, terminal: &Com<ITTerminal>) {
    let selected = call!(call, SelectTerminalOnCall, terminal.raw());
    turn.world.check("SelectTerminalOnCall", selected);
    if selected == S_OK && !turn.dice.once_in(3) {
        let control: Com<ITMediaControl> = terminal.query(&IID_ITMediaControl).unwrap();
        turn.world.check("Start", call!(control, Start));
    }
}

pub fn play(turn: &mut Turn) {
    let Some((_call, call2)) = call2(turn) else {
        return;
    };
    let Some(player) = requested(&call2, PLAYER, TD_CAPTURE) else {
        return;
    };
    let playback: Com<ITMediaPlayback> = player.query(&IID_ITMediaPlayback).unwrap();
    let name = Text::new(&files().0);
    let list = VARIANT {
        vt: VT_BSTR,
        wReserved1: 0,
        wReserved2: 0,
        wReserved3: 0,
        value: VARIANT_VALUE { bstrVal: name.0 },
    };
    let answer = call!(playback, put_PlayList, list);
    if answer != S_OK {
        turn.world.fault(format!("put_PlayList gives {answer:#x}"));
    }
    select(turn, &call2, &player);
}

pub fn record(turn: &mut Turn) {
    let Some((_call, call2)) = call2(turn) else {
        return;
    };
    let both = turn.dice.once_in(2);
    let way = if both { TD_BIDIRECTIONAL } else { TD_RENDER };
    let Some(recorder) = requested(&call2, RECORDER, way) else {
        return;
    };
    let record: Com<ITMediaRecord> = recorder.query(&IID_ITMediaRecord).unwrap();
    let name = Text::new(&files().1);
    let answer = call!(record, put_FileName, name.0);
    if answer != S_OK {
        turn.world.fault(format!("put_FileName gives {answer:#x}"));
    }
    select(turn, &call2, &recorder);
}

/// The streams of a call.
fn streams(call: &Call) -> Vec<Com<ITStream>> {
    let control: Option<Com<ITStreamControl>> = call.query(&IID_ITStreamControl);
    let list = control.and_then(|control| out(|list| call!(control, EnumerateStreams, list)));
    let mut found = Vec::new();
    if let Some(list) = list {
        while let Some(stream) = out(|stream| call!(list, Next, 1, stream, null())) {
            found.push(stream);
        }
    }
    found
}

/// The terminals on a stream.
fn terminals(stream: &Com<ITStream>) -> Vec<Com<ITTerminal>> {
    let list: Option<Com<IEnumTerminal>> = out(|list| call!(stream, EnumerateTerminals, list));
    let mut found = Vec::new();
    if let Some(list) = list {
        while let Some(terminal) = out(|terminal| call!(list, Next, 1, terminal, null())) {
            found.push(terminal);
        }
    }
    found
}

/// A terminal of some stream of a call, and its file.
fn some_track(
    turn: &mut Turn,
    call: &Call,
) -> Option<(Com<ITStream>, Com<ITTerminal>, Com<ITTerminal>)> {
    let streams = streams(call);
    let stream = turn.dice.choose(&streams)?.clone();
    let terminals = terminals(&stream);
    let terminal = turn.dice.choose(&terminals)?.clone();
    let track: Com<ITFileTrack> = terminal.query(&IID_ITFileTrack)?;
    let file = out(|file| call!(track, get_ControllingTerminal, file))?;
    Some((stream, terminal, file))
}

pub fn control(turn: &mut Turn) {
    let Some(call) = turn.call() else { return };
    let Some((_, _, file)) = some_track(turn, &call) else {
        return;
    };
    let control: Com<ITMediaControl> = file.query(&IID_ITMediaControl).unwrap();
    let answer = match turn.dice.roll(3) {
        0 => call!(control, Start),
        1 => call!(control, Pause),
        _ => call!(control, Stop),
    };
    turn.world.check("a file", answer);
}

pub fn unselect(turn: &mut Turn) {
    let Some((call, call2)) = call2(turn) else {
        return;
    };
    let Some((stream, track, file)) = some_track(turn, &call) else {
        return;
    };
    let answer = if turn.dice.once_in(2) {
        call!(call2, UnselectTerminalOnCall, file.raw())
    } else {
        call!(stream, UnselectTerminal, track.raw())
    };
    turn.world.check("unselecting", answer);
}

pub fn stream(turn: &mut Turn) {
    let Some(call) = turn.call() else { return };
    for stream in streams(&call) {
        let answer = match turn.dice.roll(4) {
            0 => call!(stream, StopStream),
            1 => call!(stream, PauseStream),
            _ => call!(stream, StartStream),
        };
        turn.world.check("a stream", answer);
    }
}

fn legacy(turn: &mut Turn) -> Option<Com<ITLegacyCallMediaControl2>> {
    turn.call()?.query(&IID_ITLegacyCallMediaControl2)
}

pub fn send_digits(turn: &mut Turn) {
    let Some(legacy) = legacy(turn) else { return };
    let text = Text::new(turn.dice.choose(&["12", "#", ",", "5!", "", "x"]).unwrap());
    let long = 40 + turn.dice.roll(60) as LONG;
    let answers = [call!(
        legacy,
        GenerateDigits2,
        text.0,
        LINEDIGITMODE_DTMF,
        long
    )];
    check_all(turn, "GenerateDigits2", &answers);
}

pub fn gather(turn: &mut Turn) {
    let Some(legacy) = legacy(turn) else { return };
    let (count, first, inter) = (turn.dice.roll(4), turn.dice.roll(60), turn.dice.roll(60));
    let ends = Text::new("#");
    let answers = [call!(
        legacy,
        GatherDigits,
        LINEDIGITMODE_DTMF,
        count as LONG,
        ends.0,
        first as LONG,
        inter as LONG
    )];
    check_all(turn, "GatherDigits", &answers);
}

pub fn detect(turn: &mut Turn) {
    let Some(legacy) = legacy(turn) else { return };
    let modes = turn.dice.roll(4) as LONG * LINEDIGITMODE_DTMF;
    let answers = [call!(legacy, DetectDigits, modes)];
    check_all(turn, "DetectDigits", &answers);
}

pub fn tones(turn: &mut Turn) {
    let Some(legacy) = legacy(turn) else { return };
    let mut sought = TAPI_DETECTTONE {
        dwAppSpecific: 1,
        dwDuration: 20,
        dwFrequency1: 1000,
        dwFrequency2: 0,
        dwFrequency3: 0,
    };
    let answers = match turn.dice.roll(4) {
        0 => [call!(legacy, DetectTones, &raw mut sought, 1)],
        1 => [call!(legacy, DetectTones, null(), 0)],
        2 => [call!(
            legacy,
            GenerateTone,
            TTM_BEEP,
            1 + turn.dice.roll(60) as LONG
        )],
        _ => [call!(legacy, GenerateTone, TTM_BUSY, 0)],
    };
    check_all(turn, "tones", &answers);
}

/// A stream is told to be active with a terminal only, and that goes in its direction.
pub fn check_event(world: &World, object: &Com<IDispatch>) {
    let event: Com<ITCallMediaEvent> = object.query(&IID_ITCallMediaEvent).unwrap();
    let mut what = -1;
    call!(event, get_Event, &raw mut what);
    let Some(stream) = out(|stream| call!(event, get_Stream, stream)) else {
        world.fault(String::from("a media event has no stream"));
        return;
    };
    if what != CME_STREAM_ACTIVE {
        return;
    }
    let Some(terminal) = out(|terminal| call!(event, get_Terminal, terminal)) else {
        world.fault(String::from("a stream is active without a terminal"));
        return;
    };
    let (mut of_stream, mut of_terminal) = (-1, -2);
    call!(stream, get_Direction, &raw mut of_stream);
    call!(terminal, get_Direction, &raw mut of_terminal);
    if of_stream != of_terminal {
        world.fault(format!(
            "a stream of {of_stream} has a terminal of {of_terminal}"
        ));
    }
}
