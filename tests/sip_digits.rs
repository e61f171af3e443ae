//! Digits between a SIP line and telephones that were made without us, both ways, in each form: as
//! telephone events, by INFO, and as sound.

mod support;

use std::path::Path;
use std::time::Duration;
use support::baresip::Baresip;
use support::linphone::Linphone;
use support::phone::Phone;
use support::terminals::read_file;
use support::until;
use tapi3::engine::{CallHandle, DTMF, DTMF_END, State};
use tapi3_media::dtmf::{Detector, Dial, Event, Timing};

const EACH: Duration = Duration::from_millis(120);
const GAP: Duration = Duration::from_millis(80);

/// The far end tells which keys it hears.
fn peer_hears(peer: &mut Baresip, keys: &str) {
    for key in keys.chars() {
        peer.expect_with("CALL_DTMF_START", &format!("\"param\":\"{key}\""));
        peer.expect("CALL_DTMF_END");
    }
}

fn connected(phone: &Phone, port: u16) -> CallHandle {
    let call = phone.dial(port);
    phone.expect(&call, State::Connected);
    call.detect_digits(DTMF | DTMF_END).unwrap();
    call
}

fn presses(peer: &mut Baresip, phone: &Phone, keys: &str) {
    let mut wanted = phone.digits();
    for key in keys.chars() {
        peer.command("sndcode", &key.to_string());
        wanted.push(key);
        wanted.push('.');
        until("the digit is told, and its end", || {
            phone.digits() == wanted
        });
    }
}

fn both_ways(settings: &str, account: &str) {
    let peer = Baresip::start(&format!("{account};answermode=auto"));
    both_ways_with(peer, settings, account);
}

fn both_ways_with(mut peer: Baresip, settings: &str, account: &str) {
    let phone = Phone::open(settings);
    let call = connected(&phone, peer.port);
    peer.expect("CALL_ESTABLISHED");
    call.send_digits(b"12#*90AD".to_vec(), EACH, GAP).unwrap();
    peer_hears(&mut peer, "12#*90AD");
    until("it is told that they are sent", || phone.digits() == "|");
    // By INFO it tells of none that it is told to send.
    if account.is_empty() {
        presses(&mut peer, &phone, "5#0");
    }
}

#[test]
fn digits_go_as_events_both_ways() {
    both_ways("", "");
    both_ways("dtmf = 'rfc4733'", "");
}

/// baresip has events of 8,000 a second alone, whatever the codec.
#[cfg(feature = "opus")]
#[test]
fn digits_go_as_events_beside_opus() {
    let port = support::free_port();
    let account = format!("<sip:bob@127.0.0.1:{port}>;regint=0;answermode=auto");
    let account = format!("{account};audio_codecs=opus/48000/2");
    let peer = Baresip::listening(port, &account, "module opus.so\n");
    both_ways_with(peer, "codecs = ['opus']\ndtmf = 'rfc4733'", "");
}

#[test]
fn digits_go_by_info_both_ways() {
    both_ways("dtmf = 'info'", ";dtmfmode=info");
}

#[test]
fn digits_of_linphone_come_in_either_form() {
    let ways = ["use_info=1\nuse_rfc2833=0\n", "use_info=0\nuse_rfc2833=1\n"];
    for way in ways {
        let phone = Phone::open("");
        let mut peer = Linphone::listening("sip_port", way);
        let call = phone.dial(peer.port);
        peer.expect("incoming call");
        peer.command("answer");
        phone.expect(&call, State::Connected);
        peer.expect("Media streams established");
        call.detect_digits(DTMF | DTMF_END).unwrap();
        let mut wanted = String::new();
        for key in ["7", "*", "3"] {
            peer.command(key);
            wanted.push_str(&format!("{key}."));
            until("the digit is told, and its end", || {
                phone.digits() == wanted
            });
        }
    }
}

/// The digits in some samples.
fn digits_in(samples: &[i16], rate: u32) -> String {
    let mut detector = Detector::try_new(rate).unwrap();
    let mut digits = String::new();
    let mut told = |event| {
        if let Event::Start { key, .. } = event {
            digits.push(key.as_char());
        }
    };
    detector.hear(samples, &mut told);
    detector.hear(&vec![0; rate as usize], &mut told);
    digits
}

fn write(path: &Path, samples: &[i16]) {
    let data: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
    let mut file = std::fs::read(path).unwrap();
    file.truncate(44);
    file.extend_from_slice(&data);
    file[4..8].copy_from_slice(&(36 + data.len() as u32).to_le_bytes());
    file[40..44].copy_from_slice(&(data.len() as u32).to_le_bytes());
    std::fs::write(path, file).unwrap();
}

#[test]
fn digits_go_as_sound_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let says = folder.path().join("says.wav");
    support::terminals::tone_file(&says, 8_000, 400.0, 1);
    let mut samples = vec![0; 16_000];
    let mut dial = Dial::try_new(
        "2580*",
        Timing {
            on: 100,
            off: 100,
            pause: 0,
        },
    )
    .unwrap();
    let mut piece = vec![0; 16_000];
    let made = dial.fill(8_000, &mut piece);
    samples.extend_from_slice(&piece[..made]);
    samples.extend(vec![0; 8_000 * 60]);
    write(&says, &samples);
    let phone = Phone::open("dtmf = 'inband'");
    let mut peer = Baresip::with_files(";answermode=auto", &["g711"], &says, folder.path());
    let call = connected(&phone, peer.port);
    until("its digits are heard", || phone.digits() == "2.5.8.0.*.");
    call.send_digits(b"147#".to_vec(), EACH, GAP).unwrap();
    until("it is told that they are sent", || {
        phone.digits().ends_with('|')
    });
    // They are heard later than they are sent.
    std::thread::sleep(Duration::from_secs(2));
    call.disconnect(tapi3::engine::DropReason::Normal).unwrap();
    phone.expect(&call, State::Disconnected);
    peer.expect("CALL_CLOSED");
    until("the far end has heard ours", || {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let mut files = files.map(|file| file.unwrap().path());
        let heard = files.find(|path| path.to_string_lossy().ends_with("-dec.wav"));
        heard.is_some_and(|path| {
            let (rate, samples) = read_file(&path);
            digits_in(&samples, rate) == "147#"
        })
    });
}
