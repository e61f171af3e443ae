//! DirectShow's media types: read from the caller, and handed out to it.

use core::mem::ManuallyDrop;
use core::ptr::{self, NonNull};
use core::slice;

use super::abi::{AM_MEDIA_TYPE, GUID};
use super::error::{Error, Result};
use super::lent::referred;
use super::memory::{TaskMem, task_alloc, task_free};

/// What a media type says.
#[derive(Debug, Clone, Copy)]
pub struct MediaType<'a> {
    /// The medium.
    pub major: GUID,
    /// The encoding.
    pub subtype: GUID,
    /// The size of each sample in bytes; 0 if it varies.
    pub sample_size: u32,
    /// What `format` is.
    pub format_type: GUID,
    /// The format itself.
    pub format: &'a [u8],
}

impl<'a> MediaType<'a> {
    /// Looks at a media type of the caller's, at any address.
    ///
    /// # Errors
    /// `E_POINTER` for null, `E_INVALIDARG` if it says that it has a format and has none.
    ///
    /// # Safety
    /// `place` is null or points to a valid one, whose format lives and stays unchanged for `'a`.
    pub(super) unsafe fn read(place: *const AM_MEDIA_TYPE) -> Result<Self> {
        // SAFETY: the caller vouches for the place.
        let found = unsafe { referred(place) }.ok_or(Error::pointer())?;
        let format = match found.cbFormat as usize {
            0 => &[][..],
            _ if found.pbFormat.is_null() => {
                return Err(Error::invalid_argument("The media type has no format."));
            }
            // SAFETY: the caller vouches for the format; a byte may lie anywhere.
            length => unsafe { slice::from_raw_parts(found.pbFormat, length) },
        };
        Ok(Self {
            major: found.majortype,
            subtype: found.subtype,
            sample_size: found.lSampleSize,
            format_type: found.formattype,
            format,
        })
    }

    /// A copy in task memory, for the caller to free.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn to_task_memory(&self) -> Result<TaskMediaType> {
        let length = u32::try_from(self.format.len())
            .map_err(|_| Error::unexpected("The format is longer than its length can say."))?;
        let format = match length {
            0 => None,
            _ => Some(TaskMem::copy_from(self.format)?),
        };
        let place = task_alloc(size_of::<AM_MEDIA_TYPE>()).cast::<AM_MEDIA_TYPE>();
        let place = NonNull::new(place).ok_or(Error::out_of_memory())?;
        let copy = AM_MEDIA_TYPE {
            majortype: self.major,
            subtype: self.subtype,
            bFixedSizeSamples: (self.sample_size != 0).into(),
            bTemporalCompression: 0,
            lSampleSize: self.sample_size,
            formattype: self.format_type,
            pUnk: ptr::null_mut(),
            cbFormat: length,
            pbFormat: format.map_or(ptr::null_mut(), TaskMem::into_raw),
        };
        // SAFETY: the block is new, large enough, and aligned for any type of C.
        unsafe { place.write(copy) };
        Ok(TaskMediaType(place))
    }
}

/// A media type in task memory.
#[derive(Debug)]
pub struct TaskMediaType(NonNull<AM_MEDIA_TYPE>);

impl TaskMediaType {
    /// Gives it up, for the caller to free.
    #[must_use]
    pub fn into_raw(self) -> *mut AM_MEDIA_TYPE {
        ManuallyDrop::new(self).0.as_ptr()
    }
}

impl Drop for TaskMediaType {
    fn drop(&mut self) {
        // SAFETY: this value owns both blocks.
        unsafe {
            task_free((*self.0.as_ptr()).pbFormat.cast());
            task_free(self.0.as_ptr().cast());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: GUID = GUID {
        Data1: 1,
        Data2: 2,
        Data3: 3,
        Data4: [4; 8],
    };

    #[test]
    fn what_is_handed_out_is_read_back() {
        for format in [&b"format"[..], b""] {
            let media = MediaType {
                major: SOME,
                subtype: SOME,
                sample_size: 2,
                format_type: SOME,
                format,
            };
            let copy = media.to_task_memory().unwrap();
            // SAFETY: the copy is alive.
            let read = unsafe { MediaType::read(copy.0.as_ptr()) }.unwrap();
            assert_eq!(read.format, format);
            assert_eq!((read.sample_size, read.major), (2, SOME));
        }
    }

    #[test]
    fn a_format_that_is_not_there_is_refused() {
        // SAFETY: null is allowed.
        assert!(unsafe { MediaType::read(ptr::null()) }.is_err());
        let missing = AM_MEDIA_TYPE {
            majortype: SOME,
            subtype: SOME,
            bFixedSizeSamples: 1,
            bTemporalCompression: 0,
            lSampleSize: 2,
            formattype: SOME,
            pUnk: ptr::null_mut(),
            cbFormat: 18,
            pbFormat: ptr::null_mut(),
        };
        // SAFETY: it points to no format, which is what is looked for.
        assert!(unsafe { MediaType::read(&raw const missing) }.is_err());
    }
}
