//! The levels of the library's log, for tapi3_log.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Level of the log: something failed, and a call, an event or a line is lost by it.
pub const TAPI3_LOG_ERROR: LONG = 1;

/// Level of the log: something that should not be.
pub const TAPI3_LOG_WARN: LONG = 2;

/// Level of the log: what a line or a server does, now and then.
pub const TAPI3_LOG_INFO: LONG = 3;

/// Level of the log: what helps to find a fault.
pub const TAPI3_LOG_DEBUG: LONG = 4;

/// Level of the log: everything.
pub const TAPI3_LOG_TRACE: LONG = 5;
