//! How many samples a terminal has, and how large they are.

use crate::com::abi::*;
use crate::com::{Error, LONGEST_BUFFER, Result};

/// What the program has said of the samples.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub(super) properties: ALLOCATOR_PROPERTIES,
    /// Whether they come with memory.
    pub(super) with_memory: bool,
    /// How large the memory is, if it is not as large as the properties say.
    size: Option<DWORD>,
}

impl Default for Settings {
    /// 20 ms in each of eight.
    fn default() -> Self {
        Settings {
            properties: ALLOCATOR_PROPERTIES {
                cBuffers: 8,
                cbBuffer: 320,
                cbAlign: 1,
                cbPrefix: 0,
            },
            with_memory: true,
            size: None,
        }
    }
}

/// The most samples that a terminal has.
const MOST: LONG = 64;
/// The largest alignment.
const PAGE: LONG = 4096;

impl Settings {
    /// What the program wants is kept to, or refused.
    pub(super) fn set(&mut self, wanted: &ALLOCATOR_PROPERTIES) -> Result<()> {
        let fits = |length: LONG| usize::try_from(length).is_ok_and(|n| n <= LONGEST_BUFFER);
        if !(1..=MOST).contains(&wanted.cBuffers) {
            return Err(Error::invalid_argument("There are from 1 to 64 samples."));
        }
        if wanted.cbBuffer < 2 || !fits(wanted.cbBuffer) || !fits(wanted.cbPrefix) {
            return Err(Error::invalid_argument(
                "A sample has from 2 bytes to a megabyte, and no more in front of it.",
            ));
        }
        if !(0..=PAGE).contains(&wanted.cbAlign) || wanted.cbAlign.count_ones() > 1 {
            return Err(Error::with(
                VFW_E_BADALIGN,
                "The alignment is a power of two, and at most 4,096.",
            ));
        }
        self.properties = *wanted;
        Ok(())
    }

    /// 0: as large as the properties say.
    pub(super) fn set_size(&mut self, size: DWORD) -> Result<()> {
        if size == 1 || usize::try_from(size).is_ok_and(|size| size > LONGEST_BUFFER) {
            return Err(Error::invalid_argument(
                "A sample has from 2 bytes to a megabyte.",
            ));
        }
        self.size = (size > 0).then_some(size);
        Ok(())
    }

    /// Bytes of the memory of a sample.
    pub(super) fn size(&self) -> DWORD {
        self.size
            .unwrap_or(self.properties.cbBuffer.try_into().unwrap_or_default())
    }

    pub(super) fn most(&self) -> usize {
        self.properties.cBuffers.try_into().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_kept_to_is_refused_and_changes_nothing() {
        let own = |count, size, align, prefix| ALLOCATOR_PROPERTIES {
            cBuffers: count,
            cbBuffer: size,
            cbAlign: align,
            cbPrefix: prefix,
        };
        let mut settings = Settings::default();
        for (wanted, code) in [
            (own(0, 320, 1, 0), E_INVALIDARG),
            (own(65, 320, 1, 0), E_INVALIDARG),
            (own(-1, 320, 1, 0), E_INVALIDARG),
            (own(1, 1, 1, 0), E_INVALIDARG),
            (own(1, i32::MAX, 1, 0), E_INVALIDARG),
            (own(1, 320, 1, -1), E_INVALIDARG),
            (own(1, 320, 3, 0), VFW_E_BADALIGN),
            (own(1, 320, -1, 0), VFW_E_BADALIGN),
            (own(1, 320, 8192, 0), VFW_E_BADALIGN),
        ] {
            assert_eq!(settings.set(&wanted).unwrap_err().hresult(), code);
        }
        assert_eq!((settings.most(), settings.size()), (8, 320));
        settings.set(&own(64, 1 << 20, 4096, 16)).unwrap();
        assert_eq!((settings.most(), settings.size()), (64, 1 << 20));
        settings.set_size(480).unwrap();
        assert_eq!(settings.size(), 480);
        assert!(settings.set_size(1).is_err() && settings.set_size(u32::MAX).is_err());
        settings.set_size(0).unwrap();
        assert_eq!(settings.size(), 1 << 20);
    }
}
