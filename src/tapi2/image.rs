//! Structures with a variable part, built in memory of our own: what is written to the program's is
//! never longer than it says that there is room for.

use super::abi::{STRINGFORMAT_ASCII, STRINGFORMAT_UNICODE, VARSTRING};
use super::fault::{Fault, Result};
use super::text::Form;
use std::mem::{offset_of, size_of};

/// A structure under construction. Its first three members are dwTotalSize, dwNeededSize and
/// dwUsedSize.
pub struct Image {
    bytes: Vec<u8>,
    total: usize,
    needed: usize,
    fixed: usize,
}

const NEEDED: usize = 4;
const USED: usize = 8;

impl Image {
    /// A structure for which there are `total` bytes, and whose fixed part has `fixed` in the
    /// version in use. Zero all over.
    pub fn new(total: u32, fixed: usize) -> Result<Self> {
        let total = total as usize;
        if total < fixed {
            return Err(Fault::TOO_SMALL);
        }
        let mut image = Image {
            bytes: Vec::new(),
            total,
            needed: fixed,
            fixed,
        };
        image.extend(fixed)?;
        image.put(0, total as u32);
        Ok(image)
    }

    fn extend(&mut self, length: usize) -> Result<()> {
        let more = length.saturating_sub(self.bytes.len());
        self.bytes.try_reserve(more)?;
        self.bytes.resize(length, 0);
        Ok(())
    }

    /// Sets a member of the fixed part. One that the version in use does not have is left out.
    pub fn put(&mut self, offset: usize, value: u32) {
        self.put_bytes(offset, &value.to_le_bytes());
    }

    /// As [`Image::put`], for a member of any length.
    pub fn put_bytes(&mut self, offset: usize, bytes: &[u8]) {
        let end = offset.saturating_add(bytes.len());
        if end <= self.fixed {
            if let Some(place) = self.bytes.get_mut(offset..end) {
                place.copy_from_slice(bytes);
            }
        }
    }

    /// Adds a variable part, described by a size at `member` and an offset right behind it. Where
    /// there is no room for all of it there is none of it, and only the needed size tells.
    pub fn part(&mut self, member: usize, part: &[u8]) -> Result<()> {
        if part.is_empty() || member.saturating_add(8) > self.fixed {
            return Ok(());
        }
        let at = self.next_part();
        self.needed = at + part.len();
        if self.needed > self.total {
            return Ok(());
        }
        self.extend(at)?;
        self.bytes.try_reserve(part.len())?;
        self.bytes.extend_from_slice(part);
        self.put(member, part.len() as u32);
        self.put(member + 4, at as u32);
        Ok(())
    }

    /// Where the next part will be, if there is room for it: for parts that name places within
    /// themselves, counted from the start of the whole.
    pub fn next_part(&self) -> usize {
        self.needed.next_multiple_of(4)
    }

    /// As [`Image::part`], for a text, which ends with a zero; an empty one is no part at all.
    pub fn text(&mut self, member: usize, text: &str, form: Form) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.part(member, &form.encode(text)?)
    }

    /// Whether all of it has found room.
    pub fn is_whole(&self) -> bool {
        self.needed <= self.total
    }

    /// The bytes to be written.
    pub fn finish(mut self) -> Vec<u8> {
        let used = self.bytes.len();
        self.put(NEEDED, u32::try_from(self.needed).unwrap_or(u32::MAX));
        self.put(USED, used as u32);
        self.bytes
    }
}

/// A VARSTRING that holds a text.
pub fn varstring(total: u32, text: &str, form: Form) -> Result<Vec<u8>> {
    let format = match form {
        Form::Bytes => STRINGFORMAT_ASCII,
        Form::Wide => STRINGFORMAT_UNICODE,
    };
    varstring_of(total, &form.encode(text)?, format)
}

/// A VARSTRING that holds bytes of a STRINGFORMAT_.
pub fn varstring_of(total: u32, bytes: &[u8], format: u32) -> Result<Vec<u8>> {
    let mut image = Image::new(total, size_of::<VARSTRING>())?;
    image.put(offset_of!(VARSTRING, dwStringFormat), format);
    image.part(offset_of!(VARSTRING, dwStringSize), bytes)?;
    Ok(image.finish())
}

/// A variable part within bytes that a program has given: the size at `member`, the offset behind it.
pub fn part_of(structure: &[u8], member: usize) -> Option<&[u8]> {
    let size = number_in(structure, member)? as usize;
    let offset = number_in(structure, member.checked_add(4)?)? as usize;
    if size == 0 {
        return None;
    }
    structure.get(offset..offset.checked_add(size)?)
}

/// A number within bytes that a program has given; none where they end before it.
pub fn number_in(structure: &[u8], member: usize) -> Option<u32> {
    let bytes = structure.get(member..member.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(bytes: &[u8], at: usize) -> u32 {
        number_in(bytes, at).unwrap()
    }

    #[test]
    fn a_part_is_there_whole_or_not_at_all() {
        let image = |total| {
            let mut image = Image::new(total, 20).unwrap();
            image.part(12, b"abcdef").unwrap();
            image.finish()
        };
        let whole = image(26);
        assert_eq!(whole.len(), 26);
        assert_eq!((number(&whole, 12), number(&whole, 16)), (6, 20));
        let cut = image(25);
        assert_eq!(cut.len(), 20);
        assert_eq!((number(&cut, 12), number(&cut, 16)), (0, 0));
        for bytes in [whole, cut] {
            assert_eq!(number(&bytes, NEEDED), 26);
            assert_eq!(number(&bytes, USED), bytes.len() as u32);
        }
    }

    #[test]
    fn a_later_part_may_fit_where_an_earlier_one_does_not() {
        let mut image = Image::new(30, 28).unwrap();
        image.part(12, &[1; 100]).unwrap();
        image.part(20, &[2; 2]).unwrap();
        let bytes = image.finish();
        assert!(bytes.len() <= 30);
        assert!(number(&bytes, NEEDED) >= 130);
    }

    #[test]
    fn members_of_later_versions_are_left_alone() {
        let mut image = Image::new(64, 16).unwrap();
        image.put(16, 7);
        image.put(14, 7);
        image.part(12, b"abc").unwrap();
        assert_eq!(image.finish().len(), 16);
    }

    #[test]
    fn less_than_the_fixed_part_is_refused() {
        assert_eq!(Image::new(15, 16).err(), Some(Fault::TOO_SMALL));
    }

    #[test]
    fn offsets_beyond_the_end_lead_to_nothing() {
        let mut bytes = [0_u8; 24];
        bytes[0..4].copy_from_slice(&8_u32.to_le_bytes());
        bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(part_of(&bytes, 0), None);
        bytes[4..8].copy_from_slice(&20_u32.to_le_bytes());
        assert_eq!(part_of(&bytes, 0), None);
        bytes[4..8].copy_from_slice(&16_u32.to_le_bytes());
        assert_eq!(part_of(&bytes, 0).map(<[u8]>::len), Some(8));
        assert_eq!(part_of(&bytes, usize::MAX - 2), None);
    }
}
