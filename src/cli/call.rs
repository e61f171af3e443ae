//! `tapi3 call`: places a call, shows its states as they come, and hangs up.

use super::Failure;
use super::sound::{self, Sound};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use tapi3::engine::{
    Call, CallHandle, Cause, Client, DropReason, Engine, Error, Event, Line, MediaNews, PartyId,
    State, bits,
};
use tapi3::settings::parse_duration;
use tapi3::system::System;
use tapi3_common::media::AUDIO;

/// What to call, and how.
#[derive(clap::Args)]
pub struct Options {
    /// The number or address to call.
    destination: String,

    /// The line to call on, by name or address; otherwise the first that is in service.
    #[arg(long, value_name = "LINE")]
    line: Option<String>,

    /// How long after the answer to hang up, such as 5s or 2m; otherwise on Ctrl-C or when the
    /// other side hangs up. A second Ctrl-C leaves without waiting for the end of the call.
    #[arg(long = "for", value_name = "TIME", value_parser = time)]
    stay: Option<Duration>,

    #[command(flatten)]
    sound: sound::Options,
}

/// How long the line stays open after the last that was to be said.
const FAREWELL: Duration = Duration::from_secs(1);

/// How long a hang-up may take before a word is said about it.
const PATIENCE: Duration = Duration::from_secs(2);

/// What wakes the command.
enum Signal {
    Event(Event),
    Sound(sound::News),
    Interrupt,
    /// The hang-up was refused, or nobody answered it.
    NotHungUp(Error),
}

/// Places the call and follows it to its end. Success means that it was connected.
pub fn place(system: &System, options: &Options) -> Result<ExitCode, Failure> {
    if options.destination.is_empty() {
        return Err("there is nobody to call: the destination is empty".into());
    }
    let engine = system.engine();
    let line = choose(engine, options.line.as_deref())?;
    let (sender, signals) = channel();
    let (hang_up_sender, sound_sender) = (sender.clone(), sender.clone());
    let client = engine.add_client("tapi3".to_owned())?;
    listen(&client, sender.clone())?;
    // Before the call is placed, so that no moment is left in which Ctrl-C would lose it.
    ctrlc::set_handler(move || {
        // The command is over if nobody receives any more.
        let _ = sender.send(Signal::Interrupt);
    })?;
    let kind = address_type(&options.destination);
    let call = Call::outgoing(&client, &line, options.destination.clone(), AUDIO, kind)?;
    call.attach()?;
    let tell = move |news| {
        // The command is over if nobody receives any more.
        let _ = sound_sender.send(Signal::Sound(news));
    };
    let mut sound = Sound::begin(&call, &options.sound, system.devices(), tell)?;
    say!("calling {} on {}", options.destination, line.info().name);
    let outcome = follow(&call, &signals, &hang_up_sender, options, &mut sound);
    sound.clear();
    call.call.finish_sound();
    sound.clean_up();
    client.close();
    outcome
}

fn time(text: &str) -> Result<Duration, String> {
    parse_duration(text).ok_or_else(|| "not a time such as 500ms, 5s or 2m".to_owned())
}

fn choose(engine: &Arc<Engine>, wanted: Option<&str>) -> Result<Arc<Line>, Failure> {
    let lines = engine.lines()?;
    let found = match wanted {
        Some(wanted) => lines.into_iter().find(|line| {
            let info = line.info();
            info.name.eq_ignore_ascii_case(wanted) || info.address == wanted
        }),
        None => lines.into_iter().find(|line| line.in_service()),
    };
    found.ok_or_else(|| match wanted {
        Some(wanted) => format!("no line is called {wanted:?}; `tapi3 lines` shows them").into(),
        None => "no line is in service; `tapi3 lines` shows them".into(),
    })
}

/// LINEADDRESSTYPE_*, by the look of the destination.
fn address_type(destination: &str) -> u32 {
    const PHONE_NUMBER: u32 = 0x1;
    const DOMAIN_NAME: u32 = 0x8;
    if destination.contains(['@', ':']) {
        DOMAIN_NAME
    } else {
        PHONE_NUMBER
    }
}

fn listen(client: &Client, sender: Sender<Signal>) -> Result<(), Failure> {
    client.set_event_mask(bits::CALL_STATE | bits::CALL_INFO | bits::DIGIT | bits::GENERATE);
    client.set_listening(true)?;
    client.deliver_to(move |event| {
        let _ = sender.send(Signal::Event(event));
    })?;
    Ok(())
}

fn follow(
    call: &CallHandle,
    signals: &Receiver<Signal>,
    sender: &Sender<Signal>,
    options: &Options,
    sound: &mut Sound,
) -> Result<ExitCode, Failure> {
    let start = Instant::now();
    let mut connected = false;
    let mut hanging_up = false;
    let mut hang_up_at: Option<Instant> = None;
    let mut explain_at: Option<Instant> = None;
    call.connect(false)?;
    let mut answered = start;
    let mut show_at: Option<Instant> = None;
    loop {
        let act_at = hang_up_at.or(explain_at);
        let signal = match act_at.into_iter().chain(show_at).min() {
            Some(at) => signals.recv_timeout(at.saturating_duration_since(Instant::now())),
            None => signals.recv().map_err(RecvTimeoutError::from),
        };
        let early = act_at.is_none_or(|at| Instant::now() < at);
        if show_at.is_some() && early && matches!(signal, Err(RecvTimeoutError::Timeout)) {
            sound.show(answered.elapsed());
            show_at = sound.next();
            continue;
        }
        sound.clear();
        match signal {
            Ok(Signal::Event(Event::CallState { state, cause, .. })) => {
                say!(
                    "{:9.3} s  {}{}",
                    start.elapsed().as_secs_f64(),
                    describe(state, cause),
                    answer(call, state, cause)
                );
                if state == State::Connected && !connected {
                    connected = true;
                    answered = Instant::now();
                    show_at = sound.next();
                    let stay = options.stay.filter(|_| !hanging_up);
                    // A short file may be over before its answer is told.
                    hang_up_at = stay.map(|stay| Instant::now() + stay).or(hang_up_at);
                    if !hanging_up {
                        sound.connected(call)?;
                    }
                }
                if state == State::Disconnected {
                    sound.over(connected)?;
                    return Ok(ExitCode::from(u8::from(!connected)));
                }
            }
            Ok(Signal::Event(Event::CallInfo { call, .. })) => {
                let party = call.party(PartyId::Connected)?;
                if !party.number.is_empty() {
                    say!(
                        "{:9.3} s  with {} {}",
                        start.elapsed().as_secs_f64(),
                        party.number,
                        party.name
                    );
                }
            }
            Ok(Signal::Event(Event::Media(event))) => {
                let at = start.elapsed().as_secs_f64();
                let over = match &event.news {
                    MediaNews::Digit { key, .. } => {
                        say!("{at:9.3} s  they pressed {}", char::from(*key));
                        false
                    }
                    MediaNews::Generated(_) => {
                        say!("{at:9.3} s  the digits were sent");
                        sound.sent(&options.sound)
                    }
                    _ => false,
                };
                if over && options.stay.is_none() && !hanging_up {
                    hang_up_at = Some(Instant::now() + FAREWELL);
                }
            }
            Ok(Signal::Sound(sound::News::Played(reason))) => {
                let at = start.elapsed().as_secs_f64();
                match reason {
                    None => say!("{at:9.3} s  the file was played"),
                    Some(reason) => {
                        say!("{at:9.3} s  not played any further: {reason}");
                        sound.broke("the file was not played to its end", reason);
                    }
                }
                if sound.played() && options.stay.is_none() && !hanging_up {
                    hang_up_at = Some(Instant::now() + FAREWELL);
                }
            }
            Ok(Signal::Sound(sound::News::NotRecorded(reason))) => {
                let at = start.elapsed().as_secs_f64();
                say!("{at:9.3} s  not recorded any further: {reason}");
                sound.broke("the recording is not complete", reason);
            }
            Ok(Signal::Event(_)) => {}
            Err(RecvTimeoutError::Timeout) if hanging_up => {
                explain_at = None;
                say!(
                    "{:9.3} s  the line has not confirmed it yet; Ctrl-C leaves at once",
                    start.elapsed().as_secs_f64()
                );
            }
            Ok(Signal::Interrupt) | Err(RecvTimeoutError::Timeout) => {
                if hanging_up {
                    return Err("left without waiting for the end of the call".into());
                }
                hanging_up = true;
                hang_up_at = None;
                explain_at = Some(Instant::now() + PATIENCE);
                say!("{:9.3} s  hanging up", start.elapsed().as_secs_f64());
                hang_up(call, sender);
            }
            Ok(Signal::NotHungUp(error)) => {
                // Said now: closing the line, which may try again, takes its time.
                say!("{:9.3} s  {error}", start.elapsed().as_secs_f64());
                return Err("not hung up; the call may still be up".into());
            }
            Err(RecvTimeoutError::Disconnected) => return Err("the events ended".into()),
        }
    }
}

/// Hangs up on a thread of its own, so that a second Ctrl-C is heard while the provider is silent.
fn hang_up(call: &CallHandle, sender: &Sender<Signal>) {
    let hang_up = {
        let call = call.clone();
        let sender = sender.clone();
        move || {
            if let Err(error) = call.disconnect(DropReason::Normal) {
                // The command is over if nobody receives any more.
                let _ = sender.send(Signal::NotHungUp(error));
            }
        }
    };
    // Without a thread the hang-up is what matters.
    if std::thread::Builder::new().spawn(hang_up.clone()).is_err() {
        hang_up();
    }
}

/// What the network has said of a call that it refused, such as " (486 Busy Here)", or where else to
/// look.
fn answer(call: &CallHandle, state: State, cause: Cause) -> String {
    let response = call.call.network_response();
    match response.filter(|said| said.code >= 300) {
        _ if state != State::Disconnected => String::new(),
        Some(said) => {
            let text: String = said.text.chars().filter(|c| !c.is_control()).collect();
            format!(" ({} {text})", said.code)
        }
        None if cause == Cause::Failed => " (TAPI3_LOG=warn may say why)".to_owned(),
        None => String::new(),
    }
}

fn describe(state: State, cause: Cause) -> &'static str {
    match (state, cause) {
        (State::Idle, _) => "idle",
        (State::InProgress, _) => "in progress",
        (State::Connected, _) => "connected",
        (State::Offering, _) => "offering",
        (State::Hold, _) => "on hold",
        (State::Queued, _) => "queued",
        (State::Disconnected, Cause::None | Cause::Normal) => "disconnected",
        (State::Disconnected, Cause::Busy) => "disconnected: busy",
        (State::Disconnected, Cause::BadAddress) => "disconnected: no such address",
        (State::Disconnected, Cause::NoAnswer) => "disconnected: no answer",
        (State::Disconnected, Cause::Cancelled) => "disconnected: cancelled",
        (State::Disconnected, Cause::Rejected) => "disconnected: refused",
        (State::Disconnected, Cause::Failed) => "disconnected: failed",
        (State::Disconnected, Cause::Blocked) => "disconnected: blocked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;
    use std::fs::File;
    use tapi3::config::{Configuration, Source};
    use tapi3_media::wav::{Coding, Container, Spec, Writer};

    /// Longer than anything takes.
    const LONGEST: Duration = Duration::from_secs(60);

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        options: Options,
    }

    /// A file of two minutes.
    fn make(file: &std::path::Path) {
        let spec = Spec {
            container: Container::Wave,
            coding: Coding::Pcm16,
            rate: 8_000,
            channels: 1,
        };
        let mut writer = Writer::new(File::create(file).unwrap(), spec).unwrap();
        writer.write(&vec![1; 120 * 8_000]).unwrap();
        writer.finish().unwrap();
    }

    /// Both come on threads of their own, so a short file may be over before the answer is told.
    #[test]
    fn a_file_whose_end_is_told_before_the_answer_ends_the_call() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("long.wav");
        make(&file);
        let (done, outcome) = channel();
        std::thread::spawn(move || {
            let source = Source::text("[[line]]\nname = '1'\nprovider = 'sim'\naddress = '2001'");
            let system = System::new(Configuration::read(&source).unwrap()).unwrap();
            let line = choose(system.engine(), None).unwrap();
            let client = system.engine().add_client("test".to_owned()).unwrap();
            let (sender, signals) = channel();
            // This one is there before any event is.
            sender
                .send(Signal::Sound(sound::News::Played(None)))
                .unwrap();
            listen(&client, sender.clone()).unwrap();
            let arguments = [
                "tapi3".as_ref(),
                "1001".as_ref(),
                "--play".as_ref(),
                file.as_os_str(),
            ];
            let options = Command::parse_from(arguments).options;
            let call = Call::outgoing(&client, &line, "1001".to_owned(), AUDIO, 1).unwrap();
            call.attach().unwrap();
            let mut sound = Sound::begin(&call, &options.sound, system.devices(), |_| {}).unwrap();
            let followed = follow(&call, &signals, &sender, &options, &mut sound);
            client.close();
            // Nobody receives if it took too long.
            let _ = done.send(followed.is_ok());
        });
        assert_eq!(outcome.recv_timeout(LONGEST), Ok(true), "the call goes on");
    }
}
