//! What the forwardings of a line mean, for every provider that forwards itself: when, and whose calls
//! (LINEFORWARDMODE_*).

use crate::engine::{Error, ErrorKind, Forward, Result};

/// How often a line rings before it forwards an unanswered call, if the rule does not say.
const RINGS: u32 = 3;

const NO_SUCH_MODE: Error = Error::new(
    ErrorKind::NotSupported,
    "Calls are forwarded unconditionally, when busy and when not answered; not in this mode.",
);

const NO_CALLER: Error = Error::new(
    ErrorKind::InvalidArgument,
    "Forwarding the calls of one caller needs the caller's number.",
);

/// When a line forwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Unconditional,
    Busy,
    NoAnswer,
}

/// Whose calls a line forwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose<'a> {
    Everybody,
    /// Those from the same exchange, or domain.
    Internal,
    External,
    Only(&'a str),
}

/// One forwarding, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Forwarding<'a> {
    pub families: [Option<Family>; 2],
    pub whose: Whose<'a>,
    /// After how many rings an unanswered call is forwarded.
    pub rings: u32,
}

impl<'a> Forwarding<'a> {
    /// Reads one in the engine's words, which has exactly one LINEFORWARDMODE_* bit.
    pub fn read(forward: &'a Forward) -> Result<Self> {
        const BUSY_OR_NO_ANSWER: [Option<Family>; 2] = [Some(Family::Busy), Some(Family::NoAnswer)];
        if forward.mode.count_ones() != 1 {
            return Err(NO_SUCH_MODE);
        }
        let bit = forward.mode.trailing_zeros();
        // Four bits for each kind; within each, whose calls.
        let families = match bit / 4 {
            0 => [Some(Family::Unconditional), None],
            1 => [Some(Family::Busy), None],
            2 => [Some(Family::NoAnswer), None],
            3 => BUSY_OR_NO_ANSWER,
            _ => return Err(NO_SUCH_MODE),
        };
        let caller = forward.caller.as_deref().unwrap_or("");
        let whose = match bit % 4 {
            0 => Whose::Everybody,
            1 => Whose::Internal,
            2 => Whose::External,
            _ if caller.is_empty() => return Err(NO_CALLER),
            _ => Whose::Only(caller),
        };
        let rings = match forward.rings {
            0 => RINGS,
            rings => rings,
        };
        Ok(Forwarding {
            families,
            whose,
            rings,
        })
    }

    /// Whether it is for such a case.
    pub fn is_for(&self, family: Family) -> bool {
        self.families.contains(&Some(family))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mode_says_when_and_whose_calls() {
        use Family::{Busy, NoAnswer, Unconditional};
        let forward = |mode, caller: Option<&str>| Forward {
            mode,
            destination: "1".to_owned(),
            caller: caller.map(str::to_owned),
            rings: 0,
        };
        for (mode, families, whose) in [
            (0x1, [Some(Unconditional), None], Whose::Everybody),
            (0x2, [Some(Unconditional), None], Whose::Internal),
            (0x8, [Some(Unconditional), None], Whose::Only("7")),
            (0x40, [Some(Busy), None], Whose::External),
            (0x100, [Some(NoAnswer), None], Whose::Everybody),
            (0x1000, [Some(Busy), Some(NoAnswer)], Whose::Everybody),
        ] {
            let forward = forward(mode, Some("7"));
            let read = Forwarding::read(&forward).unwrap();
            assert_eq!(
                (read.families, read.whose, read.rings),
                (families, whose, 3)
            );
        }
        for mode in [0, 0x3, 0x10000, 0x20000] {
            let error = Forwarding::read(&forward(mode, None)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotSupported, "{mode:#x}");
        }
        let nobody = forward(0x8, None);
        let error = Forwarding::read(&nobody).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
}
