//! Microphones and loudspeakers, through cpal.
//!
//! A device runs on its own clock and on a thread of cpal's; between it and the call stands a short
//! queue, as for sound that the program itself says and hears. Where the two clocks drift apart, a
//! queue that has filled up is emptied, which is heard as a click every few minutes at worst.
//!
//! The libraries below take memory as they like, so what opens and lists devices is not for a path
//! on which a lack of memory must be survived.

use super::device::Device;
use super::fault::{Fault, Result};
use super::program::{ProgramDrain, ProgramSource, Said};
use crate::engine::Flow;
use crate::shared::Shared;
use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{Data, ErrorKind, SampleFormat, StreamConfig, SupportedStreamConfig};
use nix::sys::signal::SigSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;
use tapi3_common::thread;
use tapi3_media::resample;

/// How much waits between a device and a call at most.
const QUEUE: Duration = Duration::from_millis(120);
/// How many frames of a device are looked at together.
const PIECE: usize = 256;
/// The rate that is asked for where a device offers several.
const WANTED: u32 = 48_000;

/// The devices that are there now, the preferred ones first; none where the system has no sound.
pub(super) fn devices() -> Vec<Device> {
    let host = cpal::default_host();
    let mut found = Vec::new();
    let all = match host.devices() {
        Ok(all) => all,
        Err(error) => {
            tracing::warn!("there are no sound devices to be found: {error}");
            return Vec::new();
        }
    };
    let ids = [host.default_input_device(), host.default_output_device()];
    let ids = ids.map(|device| device.and_then(|device| device.id().ok()));
    for device in all {
        let (Ok(id), Ok(description)) = (device.id(), device.description()) else {
            continue;
        };
        for (flow, preferred) in Flow::ALL.into_iter().zip(&ids) {
            let offered = match flow {
                Flow::Capture => device.supports_input(),
                Flow::Render => device.supports_output(),
            };
            if offered {
                let name = description.name().to_owned();
                let device = Device::of_the_machine(name, id.id().to_owned(), flow);
                found.push((preferred.as_ref() != Some(&id), device));
            }
        }
    }
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().map(|(_, device)| device).collect()
}

fn trouble(name: &str, error: &cpal::Error) -> Fault {
    Fault::device(name, &error.to_string())
}

fn find(id: &str) -> Result<cpal::Device> {
    let host = cpal::default_host();
    let found = host.device_by_id(&cpal::DeviceId::new(host.id(), id));
    found.ok_or_else(|| Fault::device(id, "there is no such device"))
}

/// What fits best of what a device offers.
fn choose(
    id: &str,
    offers: impl Iterator<Item = cpal::SupportedStreamConfigRange>,
    usual: std::result::Result<SupportedStreamConfig, cpal::Error>,
) -> Result<SupportedStreamConfig> {
    let formats = [SampleFormat::I16, SampleFormat::F32];
    let rank = |offer: &cpal::SupportedStreamConfigRange| {
        let format = formats.iter().position(|it| *it == offer.sample_format());
        Some((format?, offer.channels()))
    };
    let best = offers
        .filter(|offer| offer.contains_rate(WANTED))
        .filter_map(|offer| Some((rank(&offer)?, offer)))
        .min_by_key(|(rank, _)| *rank);
    let chosen = best.and_then(|(_, offer)| offer.try_with_sample_rate(WANTED));
    let chosen = match chosen {
        Some(chosen) => chosen,
        None => usual.map_err(|error| trouble(id, &error))?,
    };
    let usable = formats.contains(&chosen.sample_format())
        && chosen.channels() > 0
        && resample::RATES.contains(&chosen.sample_rate());
    match usable {
        true => Ok(chosen),
        false => Err(Fault::device(id, "it has no format that can be used")),
    }
}

/// Whether a device is still there, as its errors tell.
#[derive(Clone, Default)]
struct Health(Arc<AtomicBool>);

impl Health {
    fn is_gone(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// What to do with an error.
    fn watch(&self, id: &str) -> impl FnMut(cpal::Error) + Send + 'static {
        let (gone, id) = (self.0.clone(), id.to_owned());
        move |error| match error.kind() {
            // Something was left out or repeated, no more.
            ErrorKind::Xrun | ErrorKind::RealtimeDenied | ErrorKind::DeviceChanged => {
                tracing::debug!("the sound device {id}: {error}");
            }
            _ => {
                tracing::warn!("the sound device {id}: {error}");
                gone.store(true, Ordering::Relaxed);
            }
        }
    }
}

/// A microphone that is open.
pub(super) struct Microphone {
    source: Shared<ProgramSource>,
    health: Health,
    /// It runs for as long as this lives.
    _stream: cpal::Stream,
}

impl Microphone {
    /// Opens it, by [`Device::id`].
    ///
    /// # Errors
    /// It is not there, or in use, or has no format that can be used.
    pub fn open(id: &str) -> Result<Self> {
        let device = find(id)?;
        let offers = device.supported_input_configs();
        let offers = offers.map_err(|error| trouble(id, &error))?;
        let chosen = choose(id, offers, device.default_input_config())?;
        let (config, format) = (StreamConfig::from(chosen), chosen.sample_format());
        let source = ProgramSource::try_new(config.sample_rate, QUEUE)?;
        let (health, mouth) = (Health::default(), source.clone());
        let channels = usize::from(config.channels);
        let opened = device.build_input_stream_raw(
            config,
            format,
            move |data: &Data, _: &_| take_in(&mouth, data, channels),
            health.watch(id),
            None,
        );
        let stream = opened.map_err(|error| trouble(id, &error))?;
        stream.play().map_err(|error| trouble(id, &error))?;
        Ok(Microphone {
            source,
            health,
            _stream: stream,
        })
    }

    /// Whether the device has gone.
    pub fn is_gone(&self) -> bool {
        self.health.is_gone()
    }

    /// Adds the next 20 ms to a frame. Takes no memory and waits for nobody.
    pub fn play(&self, rate: u32, frame: &mut [i16]) -> Said {
        self.source.play(rate, frame)
    }
}

fn take_in(source: &ProgramSource, data: &Data, channels: usize) {
    let mut put = |samples: &[i16]| {
        if source.write(samples, Some(Duration::ZERO)).count < samples.len() {
            // Nobody has taken anything for long, or the device's clock is faster than the call's.
            source.clear();
            source.write(samples, Some(Duration::ZERO));
        }
    };
    if let Some(samples) = data.as_slice::<i16>() {
        mix_down(samples, channels, |sample| i32::from(*sample), &mut put);
    } else if let Some(samples) = data.as_slice::<f32>() {
        let whole = |sample: &f32| (sample * 32_768.0) as i32;
        mix_down(samples, channels, whole, &mut put);
    }
}

/// Makes one channel of several, in pieces.
fn mix_down<T>(
    samples: &[T],
    channels: usize,
    whole: impl Fn(&T) -> i32,
    put: &mut impl FnMut(&[i16]),
) {
    let mut piece = [0; PIECE];
    let count = i32::try_from(channels).unwrap_or(1).max(1);
    for frames in samples.chunks(PIECE * channels.max(1)) {
        let mut made = 0;
        for (slot, frame) in piece.iter_mut().zip(frames.chunks_exact(channels.max(1))) {
            let sum = frame.iter().map(&whole).fold(0, i32::saturating_add);
            *slot = (sum / count).clamp(i16::MIN.into(), i16::MAX.into()) as i16;
            made += 1;
        }
        put(piece.get(..made).unwrap_or(&[]));
    }
}

/// A loudspeaker that is open.
pub(super) struct Speaker {
    drain: Shared<ProgramDrain>,
    health: Health,
    /// It runs for as long as this lives.
    _stream: cpal::Stream,
}

impl Speaker {
    /// Opens it, by [`Device::id`].
    ///
    /// # Errors
    /// It is not there, or in use, or has no format that can be used.
    pub fn open(id: &str) -> Result<Self> {
        let device = find(id)?;
        let offers = device.supported_output_configs();
        let offers = offers.map_err(|error| trouble(id, &error))?;
        let chosen = choose(id, offers, device.default_output_config())?;
        let (config, format) = (StreamConfig::from(chosen), chosen.sample_format());
        let drain = ProgramDrain::try_new(config.sample_rate, QUEUE)?;
        let (health, ear) = (Health::default(), drain.clone());
        let channels = usize::from(config.channels);
        let mut speaks = false;
        let opened = device.build_output_stream_raw(
            config,
            format,
            move |data: &mut Data, _: &_| give_out(&ear, &mut speaks, data, channels),
            health.watch(id),
            None,
        );
        let stream = opened.map_err(|error| trouble(id, &error))?;
        stream.play().map_err(|error| trouble(id, &error))?;
        Ok(Speaker {
            drain,
            health,
            _stream: stream,
        })
    }

    /// Whether the device has gone.
    pub fn is_gone(&self) -> bool {
        self.health.is_gone()
    }

    /// Hears a frame. Takes no memory and waits for nobody.
    pub fn hear(&self, rate: u32, frame: &[i16]) {
        self.drain.hear(rate, frame);
    }
}

/// After a silence, nothing is given out until a third of the queue is there: frames come every
/// 20 ms, and a device asks more often.
fn give_out(drain: &ProgramDrain, speaks: &mut bool, data: &mut Data, channels: usize) {
    let enough = QUEUE.as_millis() as usize * drain.rate() as usize / 3_000;
    *speaks |= drain.waiting() >= enough;
    let mut next = |piece: &mut [i16]| {
        piece.fill(0);
        if *speaks {
            let read = drain.read(piece, Some(Duration::ZERO));
            *speaks = read.count == piece.len();
        }
    };
    if let Some(samples) = data.as_slice_mut::<i16>() {
        spread(samples, channels, |sample| sample, &mut next);
    } else if let Some(samples) = data.as_slice_mut::<f32>() {
        let part = |sample| f32::from(sample) / 32_768.0;
        spread(samples, channels, part, &mut next);
    }
}

/// Gives every channel the same, in pieces.
fn spread<T: Copy>(
    samples: &mut [T],
    channels: usize,
    as_it_is: impl Fn(i16) -> T,
    next: &mut impl FnMut(&mut [i16]),
) {
    let mut piece = [0; PIECE];
    for frames in samples.chunks_mut(PIECE * channels.max(1)) {
        let count = frames.len() / channels.max(1);
        let piece = piece.get_mut(..count).unwrap_or(&mut []);
        next(piece);
        for (frame, sample) in frames.chunks_mut(channels.max(1)).zip(piece) {
            frame.fill(as_it_is(*sample));
        }
    }
}

/// A device that is closed on a thread of its own, so that no hang-up waits for it.
pub(super) struct Closing<T: Send + 'static> {
    device: Option<T>,
    closer: SyncSender<T>,
}

impl<T: Send + 'static> Closing<T> {
    /// Has the thread ready, which may need memory.
    pub fn of(device: T) -> Result<Self> {
        let (closer, closed) = sync_channel(1);
        let spawned = thread::start("tapi3-device", move || {
            // The program's signals are for its own threads.
            if let Err(error) = SigSet::all().thread_block() {
                tracing::warn!("a thread for a sound device cannot block signals: {error}");
            }
            drop(closed.recv());
        });
        spawned.map_err(|error| Fault::thread("closes a sound device", &error))?;
        Ok(Closing {
            device: Some(device),
            closer,
        })
    }

    /// The device.
    pub fn get(&self) -> Option<&T> {
        self.device.as_ref()
    }
}

impl<T: Send + 'static> Drop for Closing<T> {
    fn drop(&mut self) {
        if let Some(device) = self.device.take() {
            // There is room for it, and the thread waits for nothing else.
            let _ = self.closer.try_send(device);
        }
    }
}

#[cfg(test)]
mod tests;
