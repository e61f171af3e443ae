//! What a line's provider is called. One whose lines are other machines' has the machine behind an `@`,
//! which is another when the line has moved.

use super::line::{Line, LineInfo};
use tapi3_common::sync::lock;

impl LineInfo {
    /// The provider's name without the machine: the same wherever the line is.
    pub fn provider_itself(&self) -> &str {
        let name = self.provider.split('@').next();
        name.unwrap_or(&self.provider)
    }
}

impl Line {
    /// Reads what the provider is called now; a lock is held meanwhile.
    pub fn with_provider_name<T>(&self, read: impl FnOnce(&str) -> T) -> T {
        let status = lock(&self.status);
        let moved = status.moved_provider.as_deref();
        read(moved.unwrap_or(&self.info().provider))
    }

    /// The line has moved, and its provider is called this from now on.
    pub fn set_provider_name(&self, name: String) {
        let old = lock(&self.status).moved_provider.replace(name);
        drop(old);
    }
}
