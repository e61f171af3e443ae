//! Conversions between one rate and those that calls have, made beforehand: a call may change its
//! rate between two frames, when there is no time to ask for memory.

use crate::shared::OutOfMemory;
use tapi3_media::resample::{Error, Resampler};

/// The rates that calls have: those of the codecs.
const CALLS: [u32; 3] = [8_000, 16_000, 48_000];

/// One way between a rate and those of calls.
#[derive(Debug)]
pub(crate) struct Converters {
    made: [Resampler; CALLS.len()],
    last: Option<usize>,
}

fn each(make: impl Fn(u32) -> Result<Resampler, Error>) -> Result<Converters, OutOfMemory> {
    let [narrow, wide, full] = CALLS.map(|rate| make(rate).map_err(|_| OutOfMemory));
    Ok(Converters {
        made: [narrow?, wide?, full?],
        last: None,
    })
}

impl Converters {
    /// From those of calls to this one, which must be one that can be converted.
    pub fn to(rate: u32) -> Result<Self, OutOfMemory> {
        each(|call| Resampler::try_new(call, rate))
    }

    /// From this one to those of calls, likewise.
    pub fn from(rate: u32) -> Result<Self, OutOfMemory> {
        each(|call| Resampler::try_new(rate, call))
    }

    /// The one for a call of this rate; none for a rate that no codec has.
    pub fn at(&mut self, call: u32) -> Option<&mut Resampler> {
        let place = CALLS.iter().position(|rate| *rate == call);
        let resampler = self.made.get_mut(place?)?;
        if self.last != place {
            self.last = place;
            // What it remembers is from before.
            resampler.reset();
        }
        Some(resampler)
    }
}
