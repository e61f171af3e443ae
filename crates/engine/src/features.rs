//! What a line offers.

/// What a line offers beyond placing, answering and ending calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Features {
    /// Hold and unhold.
    pub hold: bool,
    /// Swap an active call with a held one.
    pub swap: bool,
    /// Send an offered call elsewhere.
    pub redirect: bool,
    /// Transfer without consultation.
    pub blind_transfer: bool,
    /// Transfer after consultation.
    pub transfer: bool,
    /// Conference after consultation, and removal from it.
    pub conference: bool,
    /// Park at a given address.
    pub park_direct: bool,
    /// Park where the switch chooses.
    pub park_indirect: bool,
    /// Take a parked call.
    pub unpark: bool,
    /// Take a ringing call.
    pub pickup: bool,
    /// Dial piece by piece.
    pub dial: bool,
    /// Forwarding.
    pub forward: bool,
    /// Do not disturb.
    pub do_not_disturb: bool,
    /// Message waiting lamp.
    pub message_waiting: bool,
    /// Quality of service requests.
    pub quality_of_service: bool,
    /// Calls have streams, with sound on them.
    pub streams: bool,
}
