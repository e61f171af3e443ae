//! Text whose allocation can fail.

use crate::shared::OutOfMemory;

/// `str::to_owned` that answers an error instead of aborting when memory is short.
pub fn copy(text: &str) -> Result<String, OutOfMemory> {
    let mut copy = String::new();
    copy.try_reserve_exact(text.len())?;
    copy.push_str(text);
    Ok(copy)
}
