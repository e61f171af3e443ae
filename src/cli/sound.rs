//! What `tapi3 call` plays, records, sends and shows of the sound of its call.

use super::Failure;
use std::io::{IsTerminal, Write};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tapi3::engine::{CallHandle, DTMF, Flow, Kind, Role, TerminalRef};
use tapi3::terminals::{Change, Devices, FileDrain, FileSource, Level, LevelMeter, Port};
use tapi3_common::shared::Shared;

/// How often the meter is shown.
const EVERY: Duration = Duration::from_millis(100);

/// How long each digit sounds, and the silence behind it.
const DIGIT: Duration = Duration::from_millis(100);

/// The quietest that the meter shows, in decibels below the loudest.
const QUIETEST: f32 = 48.0;

/// How many steps the meter has.
const STEPS: usize = 16;

/// What is to be heard.
#[derive(clap::Args)]
#[group(id = "sound")]
pub struct Options {
    /// Play this WAV file, from the answer on. Unless --for says how long to stay, the call is hung
    /// up when the file was played and the digits are sent.
    #[arg(long, value_name = "FILE")]
    play: Option<PathBuf>,

    /// Record what the other side says, from the answer on, into this WAV file; what was in it is
    /// lost then.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,

    /// Speak into the microphone of this machine and hear with its loudspeaker.
    #[arg(long, conflicts_with = "play")]
    microphone: bool,

    /// Send these digits after the answer: 0 to 9, star, hash and A to D; a comma is a pause of two
    /// seconds.
    #[arg(long, value_name = "DIGITS", value_parser = digits)]
    digits: Option<String>,
}

/// What happened to the sound.
pub enum News {
    /// Everything was played, or could not be played any further: the reason.
    Played(Option<String>),
    /// Nothing more can be recorded: the reason.
    NotRecorded(String),
}

fn digits(text: &str) -> Result<String, String> {
    let upper = text.to_ascii_uppercase();
    let fits = |c| matches!(c, '0'..='9' | 'A'..='D' | '*' | '#' | ',');
    match !upper.is_empty() && upper.chars().all(fits) {
        true => Ok(upper),
        false => Err("not digits: 0 to 9, *, #, A to D and the comma".to_owned()),
    }
}

/// The sound of the call.
pub struct Sound {
    digits: Option<Vec<u8>>,
    /// Whether something is played or sent, at whose end the call may end.
    playing: bool,
    sending: bool,
    /// What was not played or recorded to its end, and why.
    broken: Option<String>,
    /// The file to record into, if it was not there before.
    made: Option<PathBuf>,
    /// Of what we say, and of what we hear.
    meters: Option<[Shared<LevelMeter>; 2]>,
    /// Whether a meter stands on the line that is written next.
    shown: bool,
}

fn reason(change: &Change) -> Option<String> {
    change.fault.as_ref().map(|fault| fault.text().to_owned())
}

impl Sound {
    /// Puts onto the call's streams what the options ask for. `tell` must not wait.
    pub fn begin(
        call: &CallHandle,
        options: &Options,
        devices: Devices,
        tell: impl Fn(News) + Clone + Send + Sync + 'static,
    ) -> Result<Self, Failure> {
        check_files(options)?;
        let mut sound = Sound {
            digits: options.digits.clone().map(String::into_bytes),
            playing: options.play.is_some(),
            sending: options.digits.is_some(),
            broken: None,
            made: None,
            meters: None,
            shown: false,
        };
        if let Some(file) = &options.play {
            let tell = tell.clone();
            let ended = move |_: &_, change: &Change| tell(News::Played(reason(change)));
            let source = FileSource::try_new(file.clone(), ended);
            let source = source.map_err(|fault| fault.text().to_owned())?;
            let terminal = TerminalRef::new(source);
            call.select(Flow::Capture, terminal, Role::Plays, Kind::Shown)?;
        }
        if let Some(file) = &options.record {
            // A link to nowhere is there.
            let is_new = file.symlink_metadata().is_err();
            sound.made = is_new.then(|| file.clone());
            let ended = move |change: &Change| {
                tell(News::NotRecorded(reason(change).unwrap_or_default()));
            };
            let drain = FileDrain::try_new(file, ended);
            let drain = drain.map_err(|fault| fault.text().to_owned())?;
            let terminal = TerminalRef::new(drain);
            call.select(Flow::Render, terminal, Role::Hears, Kind::Shown)?;
        }
        if options.microphone {
            talk(call, devices)?;
        }
        let wanted = sound.playing || options.microphone || options.record.is_some();
        if wanted && std::io::stdout().is_terminal() {
            let meters = [meter(call, Flow::Capture)?, meter(call, Flow::Render)?];
            sound.meters = Some(meters);
        }
        Ok(sound)
    }

    /// The call was answered: digits are sent, and listened for.
    pub fn connected(&mut self, call: &CallHandle) -> Result<(), Failure> {
        if call.call.has_streams() || self.digits.is_some() {
            call.detect_digits(DTMF)?;
        }
        if let Some(digits) = self.digits.take() {
            call.send_digits(digits, DIGIT, DIGIT)?;
        }
        Ok(())
    }

    /// The file was played. Returns whether nothing more is to be said.
    pub fn played(&mut self) -> bool {
        let last = std::mem::take(&mut self.playing);
        last && !self.sending
    }

    /// The digits were sent. Returns whether a file was played, and nothing more is to be said.
    pub fn sent(&mut self, options: &Options) -> bool {
        let last = std::mem::take(&mut self.sending);
        last && options.play.is_some() && !self.playing
    }

    /// A file could not be played or recorded any further.
    pub fn broke(&mut self, what: &str, reason: String) {
        self.broken.get_or_insert(format!("{what}: {reason}"));
    }

    /// The call is over. What it comes to if it was `connected`.
    pub fn over(&mut self, connected: bool) -> Result<(), Failure> {
        match (connected, self.broken.take()) {
            (true, Some(broken)) => Err(broken.into()),
            _ => Ok(()),
        }
    }

    /// Takes a file away that was made for a recording that never began.
    pub fn clean_up(&mut self) {
        let Some(made) = self.made.take() else {
            return;
        };
        if made.metadata().is_ok_and(|made| made.len() == 0) {
            // An empty file that stays does no harm.
            let _ = std::fs::remove_file(made);
        }
    }

    /// When the meter is to be shown again.
    pub fn next(&self) -> Option<Instant> {
        self.meters.as_ref().map(|_| Instant::now() + EVERY)
    }

    /// Shows how loud it is, on a line that the next output takes.
    pub fn show(&mut self, since: Duration) {
        let Some(meters) = &self.meters else {
            return;
        };
        let [says, hears] = [bar(meters[0].take()), bar(meters[1].take())];
        let mut stdout = std::io::stdout().lock();
        let seconds = since.as_secs();
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        // Who cannot be written to is noticed with the next line.
        let _ = write!(
            stdout,
            "\r{minutes:3}:{seconds:02}  we {says}  they {hears} "
        );
        let _ = stdout.flush();
        self.shown = true;
    }

    /// Takes the meter off the line.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let mut stdout = std::io::stdout().lock();
            let _ = write!(stdout, "\r{:width$}\r", "", width = 2 * STEPS + 24);
        }
    }
}

/// What is recorded would take the place of what is to be played.
fn check_files(options: &Options) -> Result<(), Failure> {
    let (Some(play), Some(record)) = (&options.play, &options.record) else {
        return Ok(());
    };
    let identity = |file: &PathBuf| {
        let known = file.metadata().ok()?;
        Some((known.dev(), known.ino()))
    };
    match identity(play) {
        Some(played) if identity(record) == Some(played) => {
            let file = record.display();
            Err(format!("{file} cannot be played and recorded into at once").into())
        }
        _ => Ok(()),
    }
}

/// Puts a microphone and a loudspeaker on the call.
fn talk(call: &CallHandle, devices: Devices) -> Result<(), Failure> {
    let listed = devices.list().map_err(|fault| fault.text().to_owned())?;
    for (flow, role, what) in [
        (Flow::Capture, Role::Plays, "microphone"),
        (Flow::Render, Role::Hears, "loudspeaker"),
    ] {
        let Some(device) = listed.iter().find(|device| device.flow == flow) else {
            let configured = "the configuration's [sound] says which devices there are";
            return Err(format!("there is no {what}: {configured}").into());
        };
        let port = Port::try_new(device.clone()).map_err(|fault| fault.text().to_owned())?;
        call.select(flow, TerminalRef::new(port), role, Kind::Shown)?;
    }
    Ok(())
}

fn meter(call: &CallHandle, flow: Flow) -> Result<Shared<LevelMeter>, Failure> {
    let meter = LevelMeter::try_new()?;
    let terminal = TerminalRef::new(meter.clone());
    call.select(flow, terminal, Role::Hears, Kind::Hidden)?;
    Ok(meter)
}

/// How loud, as a bar between brackets.
fn bar(level: Option<Level>) -> String {
    let loud = level.map_or(0.0, |level| (level.rms + QUIETEST).max(0.0) / QUIETEST);
    let steps = ((loud * STEPS as f32) as usize).min(STEPS);
    format!("[{}{}]", "#".repeat(steps), " ".repeat(STEPS - steps))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_it_is_loud() {
        assert_eq!(bar(None), "[                ]");
        let of = |rms| bar(Some(Level { peak: 0.0, rms }));
        assert_eq!(of(-24.0), "[########        ]");
        assert_eq!(of(0.0), "[################]");
        assert_eq!(of(f32::NEG_INFINITY), "[                ]");
    }

    #[test]
    fn only_digits_are_digits() {
        assert_eq!(digits("12#,a").as_deref(), Ok("12#,A"));
        for wrong in ["", "12 3", "E", "\u{661}"] {
            assert!(digits(wrong).is_err(), "{wrong}");
        }
    }
}
