//! Opens the lines: the one place that knows every provider.

use crate::engine::{Engine, Settings, SystemClock};
use std::sync::Arc;

/// The running system.
pub struct System(Arc<Engine>);

impl System {
    /// Opens the system.
    pub fn open() -> crate::engine::Result<System> {
        let clock = Arc::new(SystemClock::new());
        Ok(System(Engine::new(clock, Settings::default())))
    }

    /// Its engine.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.0
    }

    /// Closes it.
    pub fn close(&self) {
        self.0.close();
    }
}

/// The engine of the running system, if it runs.
pub fn running_engine() -> Option<Arc<Engine>> {
    None
}
