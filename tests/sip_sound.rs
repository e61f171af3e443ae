//! The sound of calls between a SIP line and telephones that were made without us: what either side
//! says is found in what the other hears.

mod support;

use std::path::{Path, PathBuf};
use support::baresip::Baresip;
use support::linphone::Linphone;
use support::phone::Phone;
use support::terminals::{listen, read_file, say, seconds_of, tone_file};
use support::until;
use tapi3::engine::{DropReason, State};

/// What we say and what the far end says, in hertz.
const OURS: f64 = 1_000.0;
const THEIRS: f64 = 437.0;

/// What baresip has recorded of what it heard: samples a second, and the samples.
fn recording(folder: &Path) -> (u32, Vec<i16>) {
    let files = std::fs::read_dir(folder).unwrap();
    let mut files = files.map(|file| file.unwrap().path());
    let is_heard = |path: &PathBuf| path.to_string_lossy().ends_with("-dec.wav");
    files
        .find(is_heard)
        .map_or((8_000, Vec::new()), |path| read_file(&path))
}

fn both_hear(settings: &str, codecs: &[&str], account: &str, rate: u32) {
    let folder = tempfile::tempdir().unwrap();
    let says = folder.path().join("says.wav");
    tone_file(&says, rate, THEIRS, 60);
    let phone = Phone::open(settings);
    let mut peer = Baresip::with_files(account, codecs, &says, folder.path());
    let call = phone.dial(peer.port);
    let memory = listen(&call);
    let _tone = say(&call, OURS);
    peer.expect("CALL_INCOMING");
    peer.command("accept", "");
    phone.expect(&call, State::Connected);
    until("the far end is heard", || {
        let (rate, heard) = memory.heard();
        seconds_of(&heard, rate, THEIRS) > 1.0
    });
    let (heard_at, _) = memory.heard();
    assert_eq!(heard_at, rate);
    call.disconnect(DropReason::Normal).unwrap();
    phone.expect(&call, State::Disconnected);
    peer.expect("CALL_CLOSED");
    // It writes its file when the call is over.
    until("the far end hears us", || {
        let (rate, heard) = recording(folder.path());
        seconds_of(&heard, rate, OURS) > 0.5
    });
}

#[test]
fn both_sides_hear_each_other_in_mu_law() {
    both_hear("codecs = ['PCMU']", &["g711"], "", 8_000);
}

#[test]
fn both_sides_hear_each_other_in_a_law() {
    both_hear("codecs = ['PCMA']", &["g711"], "", 8_000);
}

#[test]
fn both_sides_hear_each_other_in_g722() {
    both_hear("codecs = ['G722']", &["g722"], "", 16_000);
}

#[test]
fn linphone_stays_in_a_silent_call() {
    let phone = Phone::open("");
    let mut peer = Linphone::start();
    let call = phone.dial(peer.port);
    peer.expect("incoming call");
    peer.command("answer");
    phone.expect(&call, State::Connected);
    // It gives up calls in which nothing came for half a minute.
    std::thread::sleep(std::time::Duration::from_secs(40));
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    phone.expect(&call, State::Disconnected);
}
