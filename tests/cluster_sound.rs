//! Sound on lines of another machine: what a program plays is heard at the far end of the node's call,
//! and what the far end says is heard by the program.
#![cfg(feature = "cluster")]
#![allow(
    clippy::duplicate_mod,
    reason = "nodes and telephones are both waited for, and both children"
)]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/mod.rs"]
mod support;
#[path = "support/talking.rs"]
mod talking;

use cluster::{Bus, Node, Program, Stranger, all_lines, child, file_for, until, with_file};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;
use support::baresip::Baresip;
use support::free_port;
use support::phone::Phone;
use support::terminals::{Memory, listen, read_file, say, seconds_of, tone_file};
use talking::Pair;
use tapi3::engine::{
    CallHandle, Cause, DTMF, DTMF_END, DropReason, Event, FinishMode, Flow, GenerateEnd, MediaNews,
    State, TerminalRef, bits,
};

/// What we say and what the far end says, in hertz.
const OURS: f64 = 1_000.0;
const THEIRS: f64 = 437.0;

#[track_caller]
fn hears(memory: &Memory, hertz: f64, seconds: f64) {
    until("the far end is heard", || {
        let (rate, heard) = memory.heard();
        seconds_of(&heard, rate, hertz) >= seconds
    });
}

#[test]
fn a_file_that_is_played_to_an_echo_on_another_machine_is_recorded() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let file = file_for(&bus, "alice");
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (says, hears) = (path("says.wav"), path("hears.wav"));
    tone_file(says.as_ref(), 8_000, OURS, 3);
    let output = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
        .args(["call", "--line", "n1 a", "1013"])
        .args(["--play", &says, "--record", &hears])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    assert!(text.contains("the file was played\n"), "{text}");
    let (rate, heard) = read_file(hears.as_ref());
    let seconds = seconds_of(&heard, rate, OURS);
    assert!(seconds > 2.0, "{seconds} s of the tone in {}", heard.len());
}

#[test]
fn a_python_program_plays_records_and_presses_keys_on_another_machine() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let file = file_for(&bus, "alice");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let hears = folder.path().join("hears.wav");
    // Unchanged, as it runs on a line of its own.
    let output = with_file(child::python(), &file)
        .arg(root.join("python/examples/play_and_record.py"))
        .args(["--line", "n1 a", "--digits", "12#", "1013", "--record"])
        .arg(&hears)
        .env("PYTHONPATH", root.join("python"))
        .env("TAPI3_LIBRARY", compiler::library())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let (rate, heard) = read_file(&hears);
    let seconds = seconds_of(&heard, rate, 440.0);
    assert!(seconds > 0.5, "{seconds} s");
}

#[test]
fn a_call_of_another_machine_and_one_on_a_sip_line_of_our_own_hear_each_other() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let port = free_port();
    let sip = format!(
        "\n[[line]]\nname = 'desk'\nprovider = 'sip'\nuri = 'sip:alice@127.0.0.1'\n\
         listen = '127.0.0.1:{port}'\n"
    );
    let program = Program::with(&(all_lines(&bus, "alice") + &sip));
    let phone = Phone::open("");
    // 1013 says back what it hears, so whoever speaks to it is heard by himself.
    let echo = program.connected("n1 a", "1013");
    let call = program.call("desk", &format!("sip:bob@127.0.0.1:{}", phone.port));
    echo.conference(&call, false).unwrap();
    assert_eq!(echo.call.state(), State::Hold);
    let taken = phone.incoming();
    let memory = listen(&taken);
    say(&taken, THEIRS);
    taken.answer().unwrap();
    until("the telephone answers", || {
        call.call.state() == State::Connected
    });
    call.finish(FinishMode::Conference).unwrap();
    assert_eq!(echo.call.state(), State::Connected);
    assert_eq!(echo.call.hub(), call.call.hub());
    hears(&memory, THEIRS, 1.0);
    // The node's call ends, and ours goes on alone.
    echo.disconnect(DropReason::Normal).unwrap();
    until("nobody is heard", || {
        memory.forget();
        std::thread::sleep(Duration::from_millis(100));
        let heard = memory.heard().1;
        !heard.is_empty() && heard.iter().all(|sample| sample.unsigned_abs() < 200)
    });
    assert_eq!(call.call.state(), State::Connected);
    assert!(!call.call.is_mixed());
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn terminals_come_and_go_and_only_what_they_carry_is_on_the_bus() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    assert!(program.line("n1 a").info().features.streams);
    // 1014 says a tone by itself.
    let silent = program.connected("n1 a", "1014");
    silent.hold().unwrap();
    silent.unhold().unwrap();
    let call = program.connected("n1 a", "1013");
    let mut stranger = Stranger::come(&bus);
    stranger.listen("tapi3.to.alice.*.*.sound");
    stranger.listen("tapi3.ask.n1~sound.alice");
    stranger.settle();
    let tone = say(&call, OURS);
    // The first frames of sound that there are on the bus: a call without terminals has none.
    let frames: Vec<(String, Vec<u8>)> = (0..5).map(|_| stranger.hear()).collect();
    assert!(frames.iter().all(|(subject, _)| subject.contains('~')));
    let memory = listen(&call);
    hears(&memory, OURS, 0.5);
    call.unselect(Flow::Capture, &TerminalRef::new(tone))
        .unwrap();
    until("the echo ends", || {
        memory.forget();
        std::thread::sleep(Duration::from_millis(100));
        let heard = memory.heard().1;
        !heard.is_empty() && heard.iter().all(|sample| sample.unsigned_abs() < 200)
    });
    // Once more, on hold and back.
    let _tone = say(&call, OURS);
    hears(&memory, OURS, 0.5);
    call.hold().unwrap();
    call.unhold().unwrap();
    memory.forget();
    hears(&memory, OURS, 0.5);
    // Without sound it would be no sooner over: nothing waits behind it.
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(call.call.cause(), Cause::Normal);
    node.says("the sound of a call has ended");
    memory.forget();
    silent.disconnect(DropReason::Normal).unwrap();
    assert!(memory.heard().1.is_empty());
}

#[test]
fn two_programs_talk_to_each_other() {
    let Some(pair) = Pair::start() else { return };
    let (call, theirs) = pair.talk();
    let (heard_by_alice, heard_by_bob) = (listen(&call), listen(&theirs));
    let (_ours, _theirs) = (say(&call, OURS), say(&theirs, THEIRS));
    hears(&heard_by_alice, THEIRS, 1.0);
    hears(&heard_by_bob, OURS, 1.0);
    theirs.disconnect(DropReason::Normal).unwrap();
    until("it is over", || call.call.state() == State::Disconnected);
}

#[test]
fn the_call_of_a_client_that_is_killed_while_it_plays_is_ended() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let called = Program::start(&bus, "bob");
    called.register("n1 b");
    let file = file_for(&bus, "alice");
    let folder = tempfile::tempdir().unwrap();
    let says = folder.path().join("says.wav");
    tone_file(&says, 8_000, OURS, 120);
    let mut client = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
        .args(["call", "--line", "n1 a", "2002", "--play"])
        .arg(&says)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let offered = called.offered();
    let memory = listen(&offered);
    offered.answer().unwrap();
    hears(&memory, OURS, 0.5);
    client.kill().unwrap();
    client.wait().unwrap();
    let end = called.states_of(&offered).last().unwrap().0;
    assert_eq!(end, State::Disconnected);
    // The client's, and that of the call that it had called.
    node.says("the sound of a call has ended");
    node.says("the sound of a call has ended");
}

#[test]
fn a_hang_up_does_not_wait_for_a_bus_that_carries_much_sound() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let calls: Vec<(CallHandle, Arc<Memory>)> = (0..20)
        .map(|_| {
            let call = program.connected("n1 a", "1013");
            let memory = listen(&call);
            let _tone = say(&call, OURS);
            (call, memory)
        })
        .collect();
    for (_, memory) in &calls {
        hears(memory, OURS, 0.3);
    }
    let (sender, ended) = channel();
    std::thread::scope(|scope| {
        for (call, _) in &calls {
            let sender = sender.clone();
            scope.spawn(move || sender.send(call.disconnect(DropReason::Normal).is_ok()));
        }
    });
    assert!(ended.try_iter().take(20).filter(|ok| *ok).count() == 20);
    for _ in &calls {
        node.says("the sound of a call has ended");
    }
}

#[test]
fn sound_goes_on_when_the_bus_is_back() {
    let Some(mut bus) = Bus::start() else { return };
    let _node = Node::leased(&bus, "n1", "10s", "");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1013");
    let memory = listen(&call);
    let _tone = say(&call, OURS);
    hears(&memory, OURS, 0.5);
    bus.end();
    bus.begin();
    memory.forget();
    hears(&memory, OURS, 1.0);
    // One that stands still: what waited meanwhile is no sound any more.
    bus.signal("STOP");
    std::thread::sleep(Duration::from_secs(1));
    bus.signal("CONT");
    memory.forget();
    hears(&memory, OURS, 1.0);
    call.disconnect(DropReason::Normal).unwrap();
}

/// A wide-band call of a SIP line, with a telephone that was made without us.
#[test]
fn both_sides_of_a_call_on_a_sip_line_of_another_machine_hear_each_other() {
    let Some(bus) = Bus::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let says = folder.path().join("says.wav");
    tone_file(&says, 16_000, THEIRS, 60);
    let mut peer = Baresip::with_files(";answermode=auto", &["g722"], &says, folder.path());
    let _node = Node::with(&bus, "n1", &trunk("codecs = [\"G722\"]"));
    let program = Program::start(&bus, "alice");
    let destination = format!("sip:bob@127.0.0.1:{}", peer.port);
    let call = program.call("trunk", &destination);
    let memory = listen(&call);
    let _tone = say(&call, OURS);
    call.connect(true).unwrap();
    hears(&memory, THEIRS, 1.0);
    // It hears us for as long, and writes its file when the call is over.
    memory.forget();
    hears(&memory, THEIRS, 1.0);
    call.disconnect(DropReason::Normal).unwrap();
    peer.expect("CALL_CLOSED");
    until("the far end has heard us", || {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let mut files = files.filter(|path| path.to_string_lossy().ends_with("-dec.wav"));
        files.any(|path| {
            let (rate, heard) = read_file(&path);
            seconds_of(&heard, rate, OURS) > 1.0
        })
    });
}

/// As telephone events (RFC 4733), with a line of our own at the other end.
#[test]
fn digits_go_both_ways_on_a_sip_line_of_another_machine() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::with(&bus, "n1", &trunk(""));
    let program = Program::start(&bus, "alice");
    let digits = bits::CALL_STATE | bits::DIGIT | bits::GENERATE;
    program.client.set_event_mask(digits);
    let phone = Phone::open("");
    let destination = format!("sip:desk@127.0.0.1:{}", phone.port);
    let call = program.call("trunk", &destination);
    call.connect(false).unwrap();
    let theirs = phone.incoming();
    theirs.answer().unwrap();
    theirs.detect_digits(DTMF | DTMF_END).unwrap();
    until("it is connected", || call.call.state() == State::Connected);
    call.detect_digits(DTMF).unwrap();
    let each = Duration::from_millis(80);
    call.send_digits(b"15#".to_vec(), each, each).unwrap();
    until("they are heard", || phone.digits() == "1.5.#.");
    let is_sent = |event: &Event| match event {
        Event::Media(event) => match &event.news {
            MediaNews::Generated(ending) => Some(ending.how()),
            _ => None,
        },
        _ => None,
    };
    let sent = program.told("that they are sent", is_sent);
    assert_eq!(sent, GenerateEnd::Done as u32);
    // The far end's, once the node listens for them.
    let is_key = |event: &Event| match event {
        Event::Media(event) => match &event.news {
            MediaNews::Digit { key, .. } => Some(*key),
            _ => None,
        },
        _ => None,
    };
    theirs.send_digits(b"*".to_vec(), each, each).unwrap();
    assert_eq!(program.told("a digit", is_key), b'*');
    call.disconnect(DropReason::Normal).unwrap();
}

/// A SIP line of a node, with these settings besides.
fn trunk(settings: &str) -> String {
    format!(
        "[[line]]\nname = \"trunk\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:{}\"\n{settings}\n",
        free_port()
    )
}
