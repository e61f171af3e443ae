//! Digits as pairs of tones (ITU-T Q.23 and Q.24): [`Dial`] makes them, [`Detector`] hears them.

mod detect;
mod generate;

pub use detect::{Detector, Event};
pub use generate::{Dial, OutOfMemory, Timing};

/// The frequencies of the rows and of the columns, in hertz (Q.23).
const ROWS: [f32; 4] = [697.0, 770.0, 852.0, 941.0];
const COLUMNS: [f32; 4] = [1_209.0, 1_336.0, 1_477.0, 1_633.0];

/// The sixteen keys, row by row.
const KEYS: [[char; 4]; 4] = [
    ['1', '2', '3', 'A'],
    ['4', '5', '6', 'B'],
    ['7', '8', '9', 'C'],
    ['*', '0', '#', 'D'],
];

/// One of the sixteen keys.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    row: u8,
    column: u8,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.as_char())
    }
}

impl Key {
    /// The key with this character: 0 to 9, A to D in either case, * or #.
    #[must_use]
    pub fn from_char(character: char) -> Option<Self> {
        let character = character.to_ascii_uppercase();
        for (row, keys) in (0..).zip(KEYS) {
            for (column, key) in (0..).zip(keys) {
                if key == character {
                    return Some(Self { row, column });
                }
            }
        }
        None
    }

    /// Its character; letters are capitals.
    #[must_use]
    pub fn as_char(self) -> char {
        let row = KEYS.get(usize::from(self.row));
        let key = row.and_then(|keys| keys.get(usize::from(self.column)));
        key.copied().unwrap_or('0')
    }

    /// The frequencies of its row and its column, in hertz.
    #[must_use]
    pub fn frequencies(self) -> [f32; 2] {
        let row = ROWS.get(usize::from(self.row)).copied();
        let column = COLUMNS.get(usize::from(self.column)).copied();
        [row.unwrap_or(0.0), column.unwrap_or(0.0)]
    }

    fn at(row: usize, column: usize) -> Self {
        Self {
            row: (row & 3) as u8,
            column: (column & 3) as u8,
        }
    }
}

#[cfg(test)]
mod tests;
