//! What a SIP line with `early_media` says to a caller before the call is answered, to peers that were
//! made without us and to one that does what the test says.

mod support;

use std::path::Path;
use std::sync::Arc;
use support::baresip::Baresip;
use support::phone::Phone;
use support::script::{Message, Script};
use support::sipp::Sipp;
use support::terminals::{Memory, Tone, listen, read_file, say, seconds_of, tone_file};
use support::until;
use tapi3::engine::{CallHandle, Cause, DropReason, Flow, State, Wish};

const OURS: f64 = 1_000.0;
const THEIRS: f64 = 437.0;
const EARLY: &str = "early_media = 'when-played'";

fn heard(memory: &Memory, hertz: f64) {
    until("a tone is heard", || {
        let (rate, heard) = memory.heard();
        seconds_of(&heard, rate, hertz) > 0.7
    });
}

/// The description in a message.
fn body(text: &str) -> &str {
    text.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

/// Both sides are ours, and acknowledge what is said before the answer.
#[test]
fn a_caller_hears_an_announcement_before_the_answer_and_is_heard() {
    let (caller, called) = (Phone::open(""), Phone::open(EARLY));
    let call = caller.dial(called.port);
    let memory = listen(&call);
    say(&call, THEIRS);
    let taken = called.incoming();
    let theirs = listen(&taken);
    say(&taken, OURS);
    heard(&memory, OURS);
    heard(&theirs, THEIRS);
    assert_eq!(call.call.state(), State::InProgress);
    assert_eq!(taken.call.state(), State::Offering);
    assert!(taken.call.is_streaming(Flow::Capture));
    taken.answer().unwrap();
    called.expect(&taken, State::Connected);
    caller.expect(&call, State::Connected);
    memory.forget();
    heard(&memory, OURS);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(called.expect(&taken, State::Disconnected), Cause::Normal);
}

/// Its RTP comes from where it was described to come from, so it is found in what baresip records.
#[test]
fn a_telephone_hears_an_announcement_before_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let says = folder.path().join("says.wav");
    tone_file(&says, 8_000, THEIRS, 60);
    let phone = Phone::open(EARLY);
    let mut peer = Baresip::with_files("", &["g711"], &says, folder.path());
    peer.command("dial", &format!("sip:alice@127.0.0.1:{}", phone.port));
    let call = phone.incoming();
    let memory = listen(&call);
    say(&call, OURS);
    peer.expect("CALL_PROGRESS");
    heard(&memory, THEIRS);
    until("the announcement is heard", || {
        recorded(folder.path()) > 0.7
    });
    assert_eq!(call.call.state(), State::Offering);
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    peer.expect("CALL_ESTABLISHED");
    memory.forget();
    heard(&memory, THEIRS);
    call.disconnect(DropReason::Normal).unwrap();
    peer.expect("CALL_CLOSED");
}

/// How many seconds of our tone baresip has recorded so far.
fn recorded(folder: &Path) -> f64 {
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let ours = paths.filter(|path| path.to_string_lossy().ends_with("-dec.wav"));
    ours.map(|path| {
        let (rate, samples) = read_file(&path);
        seconds_of(&samples, rate, OURS)
    })
    .sum()
}

#[test]
fn the_answer_waits_for_the_acknowledgment_and_says_the_same() {
    let phone = Phone::open(EARLY);
    let peer = Sipp::caller("calls_and_hears_early", phone.port, &[]);
    let call = phone.incoming();
    say(&call, OURS);
    until("the caller is told of our sound", || {
        peer.messages().contains("SIP/2.0 183 ")
    });
    // The caller takes its time with the PRACK.
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    let messages = peer.passed();
    let described: Vec<&str> = messages
        .split("\n-----")
        .filter(|part| part.contains("SIP/2.0 183 ") || part.contains("SIP/2.0 200 OK"))
        .filter(|part| part.contains("1 INVITE") && part.contains("m=audio"))
        .map(|part| body(part).trim())
        .collect();
    assert!(described.len() >= 2, "{messages}");
    assert!(
        described.iter().all(|body| *body == described[0]),
        "{messages}"
    );
}

/// A call that a script places, which rings; and a tone that is played to it.
fn ringing(phone: &Phone, script: &Script) -> (CallHandle, Message, Arc<Tone>) {
    script.invite(phone.port, "");
    script.expect("180");
    let call = phone.incoming();
    let tone = say(&call, OURS);
    let progress = script.expect("183");
    assert!(body(&progress.text).contains("m=audio"));
    (call, progress, tone)
}

/// The caller gives up the call that this answered.
fn cancel(phone: &Phone, script: &Script, progress: &Message) {
    let cancel = format!(
        "CANCEL sip:alice@127.0.0.1:{} SIP/2.0\r\nVia: {}\r\nFrom: {}\r\n\
         To: <sip:alice@127.0.0.1:{}>\r\nCall-ID: {}\r\nCSeq: 1 CANCEL\r\n\
         Max-Forwards: 70\r\nContent-Length: 0\r\n\r\n",
        phone.port,
        progress.header("Via").split(";received").next().unwrap(),
        progress.header("From"),
        phone.port,
        progress.header("Call-ID"),
    );
    script.send(&cancel, progress.from);
}

/// Neither for the wire nor for the streams.
fn nothing_is_left(phone: &Phone, call: &CallHandle) {
    until("the call is gone", || {
        let mut gauges = phone.line.provider().gauges().into_iter();
        let calls = gauges.find(|gauge| gauge.name == "tapi3_sip_calls");
        calls.is_some_and(|gauge| gauge.value == 0)
    });
    assert!(!call.call.is_streaming(Flow::Capture));
}

#[test]
fn whoever_hangs_up_before_the_answer_ends_all() {
    let (phone, script) = (Phone::open(EARLY), Script::new());
    let (call, _, tone) = ringing(&phone, &script);
    call.disconnect(DropReason::Rejected).unwrap();
    let refusal = script.find("603");
    script.ack_refusal(&refusal);
    phone.expect(&call, State::Disconnected);
    nothing_is_left(&phone, &call);
    drop(tone);

    let (phone, script) = (Phone::open(EARLY), Script::new());
    let (call, progress, tone) = ringing(&phone, &script);
    cancel(&phone, &script, &progress);
    script.find("487");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    nothing_is_left(&phone, &call);
    drop(tone);
}

/// Somebody hears our silence then, and whatever is played, from the beginning.
#[test]
fn a_line_may_speak_instead_of_ringing() {
    let (caller, called) = (Phone::open(""), Phone::open("early_media = 'at-once'"));
    let call = caller.dial(called.port);
    let memory = listen(&call);
    let taken = called.incoming();
    until("silence is heard", || !memory.heard().1.is_empty());
    say(&taken, OURS);
    heard(&memory, OURS);
    assert_eq!(taken.call.state(), State::Offering);
    taken.disconnect(DropReason::Rejected).unwrap();
    assert_eq!(caller.expect(&call, State::Disconnected), Cause::Rejected);

    let script = Script::new();
    script.invite(called.port, "");
    let progress = script.expect("183");
    let call = called.incoming();
    call.answer().unwrap();
    let answer = script.expect("200");
    assert_eq!(body(&answer.text), body(&progress.text));
    script.ack(&answer);
}

/// An answer that waits for the caller's acknowledgment fails when the caller gives up instead.
#[test]
fn an_answer_that_waits_ends_with_the_call() {
    let (phone, script) = (Phone::open("early_media = 'at-once'"), Script::new());
    script.invite(phone.port, "Supported: 100rel\r\n");
    let progress = script.expect("183");
    assert_eq!(progress.header("Require"), "100rel");
    let call = phone.incoming();
    std::thread::scope(|scope| {
        let answers = scope.spawn(|| call.answer());
        // Whether it waits by then or not: it fails.
        std::thread::sleep(std::time::Duration::from_millis(200));
        cancel(&phone, &script, &progress);
        answers.join().unwrap().unwrap_err();
    });
    assert_eq!(phone.expect_end(&call), Cause::Cancelled);
    script.find("487");
    nothing_is_left(&phone, &call);
}

/// Without the setting a terminal waits for the answer, as it always did.
#[test]
fn nothing_is_said_early_unless_the_line_wants_it() {
    let (phone, script) = (Phone::open(""), Script::new());
    script.invite(phone.port, "");
    script.expect("180");
    let call = phone.incoming();
    say(&call, OURS);
    call.answer().unwrap();
    script.expect("200");
    phone.expect(&call, State::Connected);
}

/// A terminal that only listens says nothing, and a stream that the program has stopped does neither.
#[test]
fn what_is_not_said_is_not_announced() {
    let (phone, script) = (Phone::open(EARLY), Script::new());
    script.invite(phone.port, "");
    script.expect("180");
    let call = phone.incoming();
    listen(&call);
    call.wish_stream(Flow::Capture, Wish::Stop).unwrap();
    say(&call, OURS);
    assert!(!call.call.is_streaming(Flow::Capture));
    call.wish_stream(Flow::Capture, Wish::Run).unwrap();
    let progress = script.expect("183");
    call.answer().unwrap();
    let answer = script.expect("200");
    assert_eq!(body(&answer.text), body(&progress.text));
    script.ack(&answer);
}

/// Nobody has to say anything before the answer: a caller that is silent while it rings is not taken
/// for one that is gone.
#[test]
fn the_silence_of_a_caller_counts_from_the_answer() {
    let settings = format!("{EARLY}\nmedia_timeout = '1s'\nmedia_timeout_hangs_up = true");
    let (phone, script) = (Phone::open(&settings), Script::new());
    let (call, _, tone) = ringing(&phone, &script);
    // So long that it would be over.
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert_eq!(call.call.state(), State::Offering);
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    let answer = script.find("200");
    script.ack(&answer);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
    drop(tone);
}

/// A caller that offers nothing and wants to acknowledge that it rings (RFC 3262 §5). It hears us before
/// the answer only where the line wants that.
#[test]
fn a_caller_that_insists_on_our_offer_has_it_when_it_rings() {
    for (settings, early) in [("", false), (EARLY, true)] {
        let phone = Phone::open(settings);
        let peer = Sipp::caller("insists_on_our_offer", phone.port, &[]);
        let call = phone.incoming();
        let tone = say(&call, OURS);
        if early {
            until("the caller hears us", || {
                call.call.is_streaming(Flow::Capture)
            });
        } else {
            until("the caller has answered", || {
                peer.messages().contains("CSeq: 2 PRACK")
            });
        }
        assert_eq!(call.call.state(), State::Offering);
        assert_eq!(call.call.is_streaming(Flow::Capture), early);
        call.answer().unwrap();
        phone.expect(&call, State::Connected);
        until("sound is there", || call.call.is_streaming(Flow::Capture));
        call.disconnect(DropReason::Normal).unwrap();
        peer.passed();
        drop(tone);
        nothing_is_left(&phone, &call);
    }
}
