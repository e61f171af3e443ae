//! Streams of sound from a peer that does what it is told, and that no telephone would: SIPp plays
//! files before the answer, falls silent, and sends packets that were recorded elsewhere.

mod support;

use std::f64::consts::TAU;
use std::path::Path;
use support::phone::Phone;
use support::sipp::Sipp;
use support::terminals::{listen, seconds_of};
use support::until;
use tapi3::engine::{DTMF, DTMF_END, DropReason, Flow, State};
use tapi3_media::g711::to_mu_law;

const TONE: f64 = 600.0;

/// A second of a tone, in mu-law, as SIPp reads it.
fn tone(path: &Path) -> String {
    let sample = |at: u32| (8_000.0 * (TAU * TONE * f64::from(at) / 8_000.0).sin()) as i16;
    let bytes: Vec<u8> = (0..8_000).map(|at| to_mu_law(sample(at))).collect();
    let file = path.join("tone.ul");
    std::fs::write(&file, bytes).unwrap();
    file.display().to_string()
}

#[test]
fn what_is_said_before_the_answer_is_heard() {
    let folder = tempfile::tempdir().unwrap();
    let phone = Phone::open("");
    let peer = Sipp::called("speaks_early", &[("file", &tone(folder.path()))]);
    let call = phone.dial(peer.port);
    let memory = listen(&call);
    let heard = || {
        until("the tone is heard", || {
            let (rate, heard) = memory.heard();
            seconds_of(&heard, rate, TONE) > 0.7
        });
    };
    heard();
    assert_eq!(call.call.state(), State::InProgress);
    phone.expect(&call, State::Connected);
    memory.forget();
    heard();
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
}

#[test]
fn a_far_end_that_falls_silent_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let file = tone(folder.path());
    let phone = Phone::open("media_timeout = '1s'");
    let peer = Sipp::called("falls_silent", &[("file", &file)]);
    let call = phone.dial(peer.port);
    let memory = listen(&call);
    phone.expect(&call, State::Connected);
    until("it is heard", || !memory.heard().1.is_empty());
    let streams = || call.call.is_streaming(Flow::Render);
    until("nothing comes", || !streams());
    assert_eq!(call.call.state(), State::Connected);
    until("it comes again", streams);
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
    // Or the call ends.
    let phone = Phone::open("media_timeout = '1s'\nmedia_timeout_hangs_up = true");
    let peer = Sipp::called("falls_silent", &[("file", &file)]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    phone.expect_end(&call);
}

/// The packets have the clock of another codec, and the end of each key has one sequence number three
/// times; each recording begins anew.
#[test]
fn keys_are_told_once_each_however_oddly_they_come() {
    let phone = Phone::open("");
    let folder = "/usr/share/sip-tester";
    assert!(
        Path::new(folder).join("dtmf_2833_1.pcap").exists(),
        "SIPp's recordings are missing; this test needs them: apt-get install sip-tester"
    );
    let keys = [("folder", folder), ("type", "101")];
    let peer = Sipp::called("presses_keys", &keys);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    call.detect_digits(DTMF | DTMF_END).unwrap();
    until("all keys are told", || phone.digits() == "1.9.#.");
}
