//! The tones with which networks and exchanges answer, by country (ITU-T E.180 and its list), and
//! the others that TAPI names (LINETONEMODE).

use super::{Cadence, Tone, ZERO_DBM0};

/// Whose tones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Country {
    /// The United States, and Canada with them.
    #[default]
    UnitedStates,
    /// The United Kingdom.
    UnitedKingdom,
    /// Germany.
    Germany,
    /// France.
    France,
    /// Italy.
    Italy,
    /// Japan.
    Japan,
    /// Australia.
    Australia,
    /// China.
    China,
}

impl Country {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::UnitedStates,
        Self::UnitedKingdom,
        Self::Germany,
        Self::France,
        Self::Italy,
        Self::Japan,
        Self::Australia,
        Self::China,
    ];

    /// Its two letters of ISO 3166, small; `uk` is `gb` there.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnitedStates => "us",
            Self::UnitedKingdom => "gb",
            Self::Germany => "de",
            Self::France => "fr",
            Self::Italy => "it",
            Self::Japan => "jp",
            Self::Australia => "au",
            Self::China => "cn",
        }
    }

    /// The country of two letters, large or small; `uk` is taken too.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code.eq_ignore_ascii_case("uk") {
            return Some(Self::UnitedKingdom);
        }
        let same = |country: &&Self| country.code().eq_ignore_ascii_case(code);
        Self::ALL.iter().find(same).copied()
    }
}

/// What a tone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// "Dial".
    Dial,
    /// The telephone there rings.
    Ringback,
    /// The other is busy.
    Busy,
    /// The network is busy.
    Congestion,
    /// An announcement follows (E.180 §5: three rising tones).
    SpecialInformation,
}

impl Progress {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Dial,
        Self::Ringback,
        Self::Busy,
        Self::Congestion,
        Self::SpecialInformation,
    ];
}

/// How loud each frequency is: −13 dBm0.
const PEAK: f32 = ZERO_DBM0 * 0.223_87;

/// A tone of a country's networks, for so many milliseconds or, with `None`, endlessly. Each
/// frequency has −13 dBm0.
#[must_use]
pub fn progress(country: Country, progress: Progress, duration: Option<u32>) -> Tone {
    let mut tone = Tone::silent(duration);
    if progress == Progress::SpecialInformation {
        for (at, frequency) in (0..).zip([950.0, 1_400.0, 1_800.0]) {
            let cadence = Cadence::new(330, 1_660).after(330 * at);
            tone.add(frequency, PEAK, cadence, 0);
        }
        return tone;
    }
    let (frequencies, cadence) = sound(country, progress);
    for &frequency in frequencies {
        tone.add(frequency, PEAK, cadence, 0);
    }
    if (country, progress) == (Country::Japan, Progress::Ringback) {
        // 400 Hz that rises and falls fifteen times a second: so it is three frequencies.
        for beside in [385.0, 415.0] {
            tone.add(beside, PEAK / 2.0, cadence, 0);
        }
    }
    tone
}

fn sound(country: Country, progress: Progress) -> (&'static [f32], Cadence) {
    use Country::{Australia, China, France, Germany, Italy, Japan, UnitedKingdom, UnitedStates};
    use Progress::{Busy, Congestion, Dial, Ringback};

    let twice = Cadence::twice;
    let once = Cadence::new;
    let long = Cadence::STEADY;
    match (country, progress) {
        (UnitedStates | UnitedKingdom, Dial) => (&[350.0, 440.0], long),
        (UnitedStates, Ringback) => (&[440.0, 480.0], once(2_000, 4_000)),
        (UnitedStates, Busy) => (&[480.0, 620.0], once(500, 500)),
        (UnitedStates, _) => (&[480.0, 620.0], once(250, 250)),
        (UnitedKingdom, Ringback) => (&[400.0, 450.0], twice([400, 200, 400, 2_000])),
        (UnitedKingdom, Busy) => (&[400.0], once(375, 375)),
        (UnitedKingdom, _) => (&[400.0], twice([400, 350, 225, 525])),
        (Germany, Dial) => (&[425.0], long),
        (Germany | Italy, Ringback) => (&[425.0], once(1_000, 4_000)),
        (Germany, Busy) => (&[425.0], once(480, 480)),
        (Germany, _) => (&[425.0], once(240, 240)),
        (France, Dial) => (&[440.0], long),
        (France, Ringback) => (&[440.0], once(1_500, 3_500)),
        (France, Busy) => (&[440.0], once(500, 500)),
        (France, _) => (&[440.0], once(250, 250)),
        (Italy, Dial) => (&[425.0], twice([200, 200, 600, 1_000])),
        (Italy, Busy) => (&[425.0], once(500, 500)),
        (Italy, _) => (&[425.0], once(200, 200)),
        (Japan, Dial) => (&[400.0], long),
        (Japan, Ringback) => (&[400.0], once(1_000, 2_000)),
        (Japan, Busy | Congestion | Progress::SpecialInformation) => (&[400.0], once(500, 500)),
        (Australia, Dial) => (&[413.0, 438.0], long),
        (Australia, Ringback) => (&[413.0, 438.0], twice([400, 200, 400, 2_000])),
        (Australia, _) => (&[425.0], once(375, 375)),
        (China, Dial) => (&[450.0], long),
        (China, Ringback) => (&[450.0], once(1_000, 4_000)),
        (China, Busy) => (&[450.0], once(350, 350)),
        (China, _) => (&[450.0], once(700, 700)),
    }
}

/// The beep before a recording (LINETONEMODE_BEEP): 1,000 Hz, for so many milliseconds or, with
/// `None`, endlessly, −10 dBm0.
#[must_use]
pub fn beep(duration: Option<u32>) -> Tone {
    let mut tone = Tone::silent(duration);
    tone.add(1_000.0, ZERO_DBM0 * 0.316_23, Cadence::STEADY, 0);
    tone
}

/// The tone that asks for a calling card (LINETONEMODE_BILLING), as in the United States: the digit
/// \# for 60 ms, then a dial tone that fades within a second. `None` is one of it; with a
/// duration it is repeated, or cut.
#[must_use]
pub fn billing(duration: Option<u32>) -> Tone {
    const STRUCK: u32 = 60;
    const FADES: u32 = 940;
    let mut tone = Tone::silent(Some(duration.unwrap_or(STRUCK + FADES)));
    for frequency in [941.0, 1_477.0] {
        tone.add(frequency, PEAK, Cadence::new(STRUCK, FADES), 0);
    }
    for frequency in [350.0, 440.0] {
        let cadence = Cadence::new(FADES, STRUCK).after(STRUCK);
        tone.add(frequency, PEAK, cadence, 200);
    }
    tone
}
