//! Sound files that settings of providers name.

use crate::settings::open_file;
use std::io::BufReader;
use std::path::Path;
use tapi3_media::resample::Resampler;
use tapi3_media::wav::Reader;

/// The longest sound, in seconds: it is kept in memory.
const LONGEST: u64 = 600;

/// Reads a WAV file as samples at `rate` Hz, of one channel. Fails, with a sentence, on one that
/// cannot be read or is longer than ten minutes.
pub fn read(path: &Path, rate: u32) -> Result<Vec<i16>, String> {
    let file = open_file(path).map_err(|error| error.to_string())?;
    let mut reader = Reader::new(BufReader::new(file)).map_err(|error| error.to_string())?;
    let mut resampler = Resampler::try_new(reader.rate(), rate).map_err(|e| e.to_string())?;
    let most = LONGEST * u64::from(rate);
    let mut sound = Vec::new();
    let mut piece = [0; 1024];
    let mut silence = resampler.delay();
    loop {
        let read = reader.read(&mut piece).map_err(|error| error.to_string())?;
        // What the filter still holds comes out with silence behind it.
        let count = match read {
            0 => silence.min(piece.len()),
            read => read,
        };
        let input = piece.get_mut(..count).unwrap_or_default();
        if read == 0 {
            input.fill(0);
            silence -= count;
        }
        convert(&mut resampler, input, &mut sound);
        if sound.len() as u64 > most {
            return Err(format!("is longer than {} minutes", LONGEST / 60));
        }
        if read == 0 && silence == 0 {
            return Ok(sound);
        }
    }
}

fn convert(resampler: &mut Resampler, mut input: &[i16], sound: &mut Vec<i16>) {
    let mut out = [0; 1024];
    loop {
        let done = resampler.process(input, &mut out);
        sound.extend(out.iter().take(done.given));
        input = input.get(done.taken..).unwrap_or_default();
        if input.is_empty() && done.given < out.len() {
            return;
        }
    }
}
