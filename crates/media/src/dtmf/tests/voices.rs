//! Sounds that are no digits.

use super::*;

/// A voice: a pulse at a pitch that glides, through the resonances of a vowel.
fn vowel(sound: &mut Sound, pitch: [f32; 2], formants: [f32; 3], ms: f32) {
    let count = (ms * 8.0) as usize;
    let mut phase = 0.0;
    for at in 0..count {
        let part = at as f32 / count as f32;
        let pitch = pitch[0] + (pitch[1] - pitch[0]) * part;
        phase += TAU * pitch / 8_000.0;
        let mut value = 0.0;
        let mut harmonic = 1.0;
        while harmonic * pitch < 3_900.0 {
            let hertz = harmonic * pitch;
            let gain: f32 = formants
                .iter()
                .map(|formant| 1.0 / (1.0 + ((hertz - formant) / 70.0).powi(2)))
                .sum();
            value += gain * (phase * harmonic + harmonic).sin();
            harmonic += 1.0;
        }
        sound.samples.push(6_000.0 * value);
    }
}

#[test]
fn a_voice_is_no_digit() {
    let mut sound = Sound::new();
    // The vowels of ah, eh, ee, oh, oo, and resonances right at the frequencies of keys.
    let mut formants = vec![
        [730.0, 1_090.0, 2_440.0],
        [530.0, 1_840.0, 2_480.0],
        [270.0, 2_290.0, 3_010.0],
        [570.0, 840.0, 2_410.0],
        [300.0, 870.0, 2_240.0],
    ];
    for row in ROWS {
        formants.extend(COLUMNS.map(|column| [row, column, 2_600.0]));
    }
    for formants in formants {
        for pitch in (80..=320).step_by(10) {
            let pitch = pitch as f32;
            for glide in [0.9, 1.0, 1.12] {
                vowel(&mut sound, [pitch, pitch * glide], formants, 120.0);
            }
        }
    }
    // Three and a half minutes, and a consonant now and then.
    let minutes = sound.samples.len() as f32 / 8_000.0 / 60.0;
    assert!(minutes > 3.0, "{minutes}");
    for (at, sample) in sound.samples.iter_mut().enumerate() {
        *sample *= (at as f32 * 0.002).sin().abs();
    }
    assert_eq!(digits(&sound.noisy(-45.0).pause(100.0).events()), "");
}

#[test]
fn noise_and_single_tones_are_no_digits() {
    let noise = Sound::new().pause(60_000.0).noisy(-10.0);
    assert_eq!(digits(&noise.events()), "");
    let mut sweep = Sound::new();
    let mut phase = 0.0_f32;
    for at in 0..80_000 {
        phase = (phase + TAU * (300.0 + at as f32 * 0.04) / 8_000.0) % TAU;
        sweep.samples.push(10_000.0 * phase.sin());
    }
    assert_eq!(digits(&sweep.events()), "");
    for [low, high] in [
        [350.0, 440.0],
        [440.0, 480.0],
        [480.0, 620.0],
        [697.0, 941.0],
        [1_209.0, 1_477.0],
    ] {
        let mut tones = Sound::new();
        for at in 0..8_000 {
            let wave = |hertz: f32| (TAU * hertz * at as f32 / 8_000.0).sin();
            tones.samples.push(5_000.0 * (wave(low) + wave(high)));
        }
        assert_eq!(digits(&tones.events()), "", "{low} {high}");
    }
}
