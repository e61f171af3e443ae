//! What CIL_REASON and CIL_ORIGIN of a call can be; the values are TAPI 2's.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// CIL_REASON: the call came straight to this address.
pub const LINECALLREASON_DIRECT: LONG = 0x1;

/// CIL_REASON: forwarded: the called party was busy.
pub const LINECALLREASON_FWDBUSY: LONG = 0x2;

/// CIL_REASON: forwarded: the called party did not answer.
pub const LINECALLREASON_FWDNOANSWER: LONG = 0x4;

/// CIL_REASON: forwarded: all calls are.
pub const LINECALLREASON_FWDUNCOND: LONG = 0x8;

/// CIL_REASON: picked up from another extension.
pub const LINECALLREASON_PICKUP: LONG = 0x10;

/// CIL_REASON: taken back from where it was parked.
pub const LINECALLREASON_UNPARK: LONG = 0x20;

/// CIL_REASON: redirected to this address.
pub const LINECALLREASON_REDIRECT: LONG = 0x40;

/// CIL_REASON: the result of a completion request.
pub const LINECALLREASON_CALLCOMPLETION: LONG = 0x80;

/// CIL_REASON: transferred to this address.
pub const LINECALLREASON_TRANSFER: LONG = 0x100;

/// CIL_REASON: a reminder of a call that was parked or held too long.
pub const LINECALLREASON_REMINDER: LONG = 0x200;

/// CIL_REASON: not known yet; it may become known.
pub const LINECALLREASON_UNKNOWN: LONG = 0x400;

/// CIL_REASON: not known, and never will be.
pub const LINECALLREASON_UNAVAIL: LONG = 0x800;

/// CIL_REASON: broke in on another call.
pub const LINECALLREASON_INTRUDE: LONG = 0x1000;

/// CIL_REASON: parked on this address.
pub const LINECALLREASON_PARKED: LONG = 0x2000;

/// CIL_REASON: waiting for a busy address.
pub const LINECALLREASON_CAMPEDON: LONG = 0x4000;

/// CIL_REASON: the switch asks where the call is to go.
pub const LINECALLREASON_ROUTEREQUEST: LONG = 0x8000;

/// CIL_ORIGIN: the call is made from here.
pub const LINECALLORIGIN_OUTBOUND: LONG = 0x1;

/// CIL_ORIGIN: comes from inside the same switch.
pub const LINECALLORIGIN_INTERNAL: LONG = 0x2;

/// CIL_ORIGIN: comes from outside.
pub const LINECALLORIGIN_EXTERNAL: LONG = 0x4;

/// CIL_ORIGIN: not known yet; it may become known.
pub const LINECALLORIGIN_UNKNOWN: LONG = 0x10;

/// CIL_ORIGIN: not known, and never will be.
pub const LINECALLORIGIN_UNAVAIL: LONG = 0x20;

/// CIL_ORIGIN: the handle of a conference.
pub const LINECALLORIGIN_CONFERENCE: LONG = 0x40;

/// CIL_ORIGIN: comes from elsewhere, inside or outside.
pub const LINECALLORIGIN_INBOUND: LONG = 0x80;
