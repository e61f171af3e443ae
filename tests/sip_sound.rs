//! The sound of calls between a SIP line and telephones that were made without us: what either side
//! says is found in what the other hears.

mod support;

use std::path::Path;
use std::sync::Arc;
use support::baresip::Baresip;
use support::certificates::Certificates;
use support::linphone::Linphone;
use support::phone::Phone;
use support::relay::Relay;
use support::terminals::{Memory, listen, read_file, say, seconds_of, tone_file};
use support::{free_port, is_listening, until};
use tapi3::engine::{CallHandle, DropReason, Flow, State};
use tempfile::TempDir;

/// What we say and what the far end says, in hertz.
const OURS: f64 = 1_000.0;
const THEIRS: f64 = 437.0;

/// What baresip has recorded of what it heard: samples a second, and the samples. After every change
/// of a call it begins a new file.
fn recording(folder: &Path) -> (u32, Vec<i16>) {
    let (mut rate, mut samples) = (8_000, Vec::new());
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.to_string_lossy().ends_with("-dec.wav") {
            let (of_file, more) = read_file(&path);
            rate = of_file;
            samples.extend(more);
        }
    }
    (rate, samples)
}

/// The length of what both have to hear of each other, in seconds.
const LONG: f64 = 0.7;

fn hears(memory: &Memory, seconds: f64) {
    until("the far end is heard", || {
        let (rate, heard) = memory.heard();
        seconds_of(&heard, rate, THEIRS) > seconds
    });
}

/// A call to a telephone that was made without us, in which both say something: what we hear, and
/// where it records.
struct Conversation {
    phone: Phone,
    peer: Baresip,
    call: CallHandle,
    memory: Arc<Memory>,
    folder: TempDir,
}

impl Conversation {
    fn begin(settings: &str, modules: &[&str], account: &str) -> Self {
        let folder = folder(8_000);
        let says = folder.path().join("says.wav");
        let account = format!("{account};answermode=auto");
        let peer = Baresip::with_files(&account, modules, &says, folder.path());
        let port = peer.port;
        Conversation::with(settings, peer, port, folder)
    }

    fn with(settings: &str, peer: Baresip, port: u16, folder: TempDir) -> Self {
        let phone = Phone::open(settings);
        let call = phone.dial(port);
        let memory = listen(&call);
        say(&call, OURS);
        phone.expect(&call, State::Connected);
        Conversation {
            phone,
            peer,
            call,
            memory,
            folder,
        }
    }

    /// The far end has called.
    fn taken(settings: &str, modules: &[&str], account: &str) -> Self {
        let folder = folder(8_000);
        let says = folder.path().join("says.wav");
        let phone = Phone::open(settings);
        let mut peer = Baresip::with_files(account, modules, &says, folder.path());
        peer.command("dial", &format!("sip:alice@127.0.0.1:{}", phone.port));
        let call = phone.incoming();
        let memory = listen(&call);
        say(&call, OURS);
        call.answer().unwrap();
        phone.expect(&call, State::Connected);
        Conversation {
            phone,
            peer,
            call,
            memory,
            folder,
        }
    }

    /// First we hold the far end, then it holds us; after each we hear it again.
    fn hold_and_take_back(&mut self) {
        self.call.hold().unwrap();
        self.phone.expect(&self.call, State::Hold);
        self.call.unhold().unwrap();
        self.phone.expect(&self.call, State::Connected);
        self.memory.forget();
        hears(&self.memory, LONG);
        let call = self.call.call.clone();
        self.peer.command("hold", "");
        until("the far end holds", || !call.is_streaming(Flow::Capture));
        self.peer.command("resume", "");
        until("it takes us back", || call.is_streaming(Flow::Capture));
        self.memory.forget();
        hears(&self.memory, LONG);
    }

    /// Ends it, and looks how long the far end has heard us.
    fn end(mut self) -> f64 {
        // For as long again, so that what a busy machine loses of it at the end does not count.
        self.memory.forget();
        hears(&self.memory, 1.0);
        self.call.disconnect(DropReason::Normal).unwrap();
        self.phone.expect(&self.call, State::Disconnected);
        self.peer.expect("CALL_CLOSED");
        // It writes its file when the call is over.
        let mut seconds = 0.0;
        until("the far end has heard us", || {
            let (rate, heard) = recording(self.folder.path());
            seconds = seconds_of(&heard, rate, OURS);
            seconds > LONG
        });
        seconds
    }
}

/// A folder with a tone that the far end says.
fn folder(rate: u32) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    tone_file(&folder.path().join("says.wav"), rate, THEIRS, 60);
    folder
}

fn both_hear(codec: &str, module: &str, rate: u32) {
    let folder = folder(rate);
    let says = folder.path().join("says.wav");
    let peer = Baresip::with_files(";answermode=auto", &[module], &says, folder.path());
    let port = peer.port;
    let settings = format!("codecs = ['{codec}']");
    let talk = Conversation::with(&settings, peer, port, folder);
    hears(&talk.memory, 1.0);
    assert_eq!(talk.memory.heard().0, rate);
    talk.end();
}

#[test]
fn both_sides_hear_each_other_in_mu_law() {
    both_hear("PCMU", "g711", 8_000);
}

#[test]
fn both_sides_hear_each_other_in_a_law() {
    both_hear("PCMA", "g711", 8_000);
}

#[test]
fn both_sides_hear_each_other_in_g722() {
    both_hear("G722", "g722", 16_000);
}

#[test]
fn both_sides_hear_each_other_in_linear_samples() {
    both_hear("L16", "l16", 8_000);
}

/// A telephone that has Opus alone, at 48,000 samples a second in two channels, and says what is in a
/// file of one.
#[cfg(feature = "opus")]
fn with_opus(folder: &TempDir) -> Baresip {
    let says = folder.path().join("says.wav");
    let port = free_port();
    let account = format!("<sip:bob@127.0.0.1:{port}>;regint=0;answermode=auto");
    let more = "ausrc_channels 1\n";
    Baresip::with_files_at(port, &account, &["opus"], &says, folder.path(), more)
}

#[cfg(feature = "opus")]
#[test]
fn both_sides_hear_each_other_in_opus_and_after_a_hold_from_either_side() {
    let folder = folder(48_000);
    let peer = with_opus(&folder);
    let port = peer.port;
    let mut talk = Conversation::with("codecs = ['opus', 'PCMU']", peer, port, folder);
    hears(&talk.memory, 1.0);
    assert_eq!(talk.memory.heard().0, 16_000);
    talk.hold_and_take_back();
    talk.end();
}

#[cfg(feature = "opus")]
#[test]
fn packets_of_opus_of_every_length_are_heard() {
    for ptime in [10, 30, 60] {
        let folder = folder(48_000);
        let peer = with_opus(&folder);
        let port = peer.port;
        let settings = format!("codecs = ['opus']\nptime = {ptime}");
        let talk = Conversation::with(&settings, peer, port, folder);
        hears(&talk.memory, 1.0);
        talk.end();
    }
}

#[cfg(feature = "opus")]
#[test]
fn opus_is_heard_over_a_network_that_loses_packets() {
    let folder = folder(48_000);
    let peer = with_opus(&folder);
    let relay = Relay::to(peer.port, 5);
    let talk = Conversation::with("codecs = ['opus']", peer, relay.port, folder);
    hears(&talk.memory, 3.0);
    talk.end();
    assert!(relay.lost() > 0);
}

#[test]
fn a_caller_is_heard_and_hears() {
    let talk = Conversation::taken("", &["g711"], "");
    hears(&talk.memory, 1.0);
    talk.end();
}

#[test]
fn packets_of_every_length_are_heard() {
    for ptime in [10, 30, 60] {
        let talk = Conversation::begin(&format!("ptime = {ptime}"), &["g711"], "");
        hears(&talk.memory, 1.0);
        talk.end();
    }
}

#[test]
fn sound_goes_on_after_a_hold_from_either_side() {
    let mut talk = Conversation::begin("", &["g711"], "");
    hears(&talk.memory, LONG);
    talk.hold_and_take_back();
    talk.end();
}

#[test]
fn whoever_is_on_hold_hears_the_music() {
    let music = tempfile::tempdir().unwrap();
    let path = music.path().join("music.wav");
    tone_file(&path, 16_000, 700.0, 1);
    let settings = format!("music_on_hold = '{}'", path.display());
    let (phone, other) = (Phone::open(&settings), Phone::open(""));
    let call = phone.dial(other.port);
    say(&call, OURS);
    let taken = other.incoming();
    let memory = listen(&taken);
    taken.answer().unwrap();
    phone.expect(&call, State::Connected);
    let heard = |hertz: f64, seconds: f64| {
        until("something is heard", || {
            let (rate, heard) = memory.heard();
            seconds_of(&heard, rate, hertz) > seconds
        });
    };
    heard(OURS, LONG);
    call.hold().unwrap();
    phone.expect(&call, State::Hold);
    // The piece is a second long, and begins anew at its end.
    heard(700.0, 2.0);
    memory.forget();
    call.unhold().unwrap();
    phone.expect(&call, State::Connected);
    heard(OURS, LONG);
}

#[test]
fn both_sides_hear_each_other_over_a_network_that_loses_packets() {
    let folder = folder(8_000);
    let says = folder.path().join("says.wav");
    let peer = Baresip::with_files(";answermode=auto", &["g711"], &says, folder.path());
    let relay = Relay::to(peer.port, 5);
    let talk = Conversation::with("", peer, relay.port, folder);
    hears(&talk.memory, 3.0);
    talk.end();
    assert!(relay.lost() > 0);
}

fn over_srtp(settings: &str, account: &str) {
    let certificates = Certificates::new();
    let folder = folder(8_000);
    let says = folder.path().join("says.wav");
    let port = free_port();
    let more = format!(
        "sip_certificate {}\nsip_cafile {}\n",
        certificates.path("both.pem"),
        certificates.path("authority.pem")
    );
    let account =
        format!("<sip:bob@127.0.0.1:{port};transport=tls>;regint=0;answermode=auto{account}");
    let modules = ["g711", "srtp"];
    let peer = Baresip::with_files_at(port, &account, &modules, &says, folder.path(), &more);
    until("baresip listens for TLS", || is_listening(port + 1));
    let settings = format!("transport = 'tls'\n{settings}{}", certificates.believed());
    let talk = Conversation::with(&settings, peer, port + 1, folder);
    hears(&talk.memory, 1.0);
    talk.end();
}

#[test]
fn both_sides_hear_each_other_over_srtp() {
    over_srtp("srtp = 'require'\n", ";mediaenc=srtp-mand");
}

#[test]
fn srtp_is_offered_to_those_who_may_have_it() {
    over_srtp("", ";mediaenc=srtp");
}

#[test]
fn who_has_no_srtp_is_heard_where_it_is_not_required() {
    over_srtp("", "");
}

/// Both ways, over UDP: baresip insists on protected sound.
#[test]
fn keys_go_over_udp_where_the_line_wants_it() {
    let settings = "srtp = 'require-in-clear'";
    let account = ";mediaenc=srtp-mand";
    let talk = Conversation::begin(settings, &["g711", "srtp"], account);
    hears(&talk.memory, 1.0);
    talk.end();
    let talk = Conversation::taken(settings, &["g711", "srtp"], account);
    hears(&talk.memory, 1.0);
    talk.end();
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
