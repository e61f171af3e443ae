//! The legs: one record for each call of a line, at a fixed place that the call's tag names.

use super::plan::Target;
use crate::engine::{Call, Cause, Reply};
use crate::shared::OutOfMemory;

/// Who is at the other end of a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// Nobody, or nobody yet.
    Nobody,
    /// An extension of the exchange.
    Extension(u32),
    /// Another leg.
    Leg(u32),
    /// The leg waits in this parking place.
    Park(u32),
}

/// Where a leg stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// The caller has not dialled all digits.
    Dialling,
    /// The caller hears ringing, or nothing yet.
    Calling,
    /// The called line rings.
    Offering,
    /// Answered.
    Talking,
    /// Transferred away: our line leaves it as soon as the new party is there.
    Leaving,
    /// Hung up by our line; the far end has not confirmed it.
    Unconfirmed,
    /// Over before the engine had its call.
    Over(Cause),
}

/// What happens to a leg when its time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The number that was dialled is reached: [`Leg::target`].
    Reach,
    /// The extension rings.
    Ring,
    /// The extension does what it does.
    Act,
    /// The caller comes out of the queue.
    Answer,
    /// The exchange gives up ringing.
    GiveUp,
    /// The called line has rung long enough to forward the call.
    Forward,
    /// The extension hangs up.
    HangUp,
    /// The extension's line drops.
    LineDrops,
    /// The extension confirms the hang-up.
    Confirm,
}

/// One call of a line.
#[derive(Debug)]
pub(super) struct Leg {
    /// The engine's call; not there while the engine is making it.
    pub call: Option<Call>,
    /// The answer still owed to the engine.
    pub owed: Option<Reply>,
    /// Digits dialled so far.
    pub digits: String,
    pub far: Far,
    /// Where the call is going, while it waits to get there.
    pub target: Target,
    pub line: u32,
    /// The next leg of the same conference; itself if in none.
    pub ring: u32,
    pub phase: Phase,
    pub next: Next,
}

#[derive(Debug)]
struct Slot {
    generation: u32,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Used(Leg),
    /// The next free slot.
    Free(u32),
}

const CHUNK: usize = 64;
const END: u32 = u32::MAX;

/// All legs. They stand in pieces of fixed size, so that growing moves none of them and wastes
/// little.
#[derive(Debug)]
pub(super) struct Legs {
    chunks: Vec<Vec<Slot>>,
    free: u32,
}

impl Default for Legs {
    fn default() -> Self {
        Legs {
            chunks: Vec::new(),
            free: END,
        }
    }
}

impl Legs {
    fn slot(&self, index: u32) -> Option<&Slot> {
        let index = index as usize;
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    fn slot_mut(&mut self, index: u32) -> Option<&mut Slot> {
        let index = index as usize;
        self.chunks.get_mut(index / CHUNK)?.get_mut(index % CHUNK)
    }

    /// Adds a leg and returns its index.
    pub fn add(&mut self, leg: Leg) -> Result<u32, OutOfMemory> {
        if self.free == END {
            self.grow()?;
        }
        let index = self.free;
        let Some(slot) = self.slot_mut(index) else {
            return Err(OutOfMemory);
        };
        let Content::Free(next) = slot.content else {
            return Err(OutOfMemory);
        };
        slot.content = Content::Used(leg);
        if let Content::Used(leg) = &mut slot.content {
            leg.ring = index;
        }
        self.free = next;
        Ok(index)
    }

    fn grow(&mut self) -> Result<(), OutOfMemory> {
        let first = self.chunks.len() * CHUNK;
        if first + CHUNK >= END as usize {
            return Err(OutOfMemory);
        }
        self.chunks.try_reserve(1)?;
        let mut chunk = Vec::new();
        chunk.try_reserve_exact(CHUNK)?;
        chunk.extend((1..=CHUNK).map(|place| Slot {
            generation: 0,
            content: Content::Free(if place == CHUNK {
                END
            } else {
                (first + place) as u32
            }),
        }));
        self.chunks.push(chunk);
        self.free = first as u32;
        Ok(())
    }

    /// Takes a leg out. Its tag names nothing from now on.
    pub fn remove(&mut self, index: u32) -> Option<Leg> {
        let free = self.free;
        let slot = self.slot_mut(index)?;
        if matches!(slot.content, Content::Free(_)) {
            return None;
        }
        slot.generation = slot.generation.wrapping_add(1);
        let content = std::mem::replace(&mut slot.content, Content::Free(free));
        self.free = index;
        match content {
            Content::Used(leg) => Some(leg),
            Content::Free(_) => None,
        }
    }

    pub fn get(&self, index: u32) -> Option<&Leg> {
        match &self.slot(index)?.content {
            Content::Used(leg) => Some(leg),
            Content::Free(_) => None,
        }
    }

    pub fn get_mut(&mut self, index: u32) -> Option<&mut Leg> {
        match &mut self.slot_mut(index)?.content {
            Content::Used(leg) => Some(leg),
            Content::Free(_) => None,
        }
    }

    /// The number that stands for a leg in [`Call::tag`]; never 0.
    pub fn tag(&self, index: u32) -> u64 {
        let generation = self.slot(index).map_or(0, |slot| slot.generation);
        u64::from(generation) << 32 | (u64::from(index) + 1)
    }

    /// The leg with this tag, unless it is gone.
    pub fn find(&self, tag: u64) -> Option<u32> {
        let index = (tag as u32).checked_sub(1)?;
        let slot = self.slot(index)?;
        let lives = slot.generation == (tag >> 32) as u32;
        (lives && matches!(slot.content, Content::Used(_))).then_some(index)
    }

    /// All legs, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Leg)> {
        let slots = self.chunks.iter().flatten().zip(0_u32..);
        slots.filter_map(|(slot, index)| match &slot.content {
            Content::Used(leg) => Some((index, leg)),
            Content::Free(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leg(line: u32) -> Leg {
        Leg {
            call: None,
            owed: None,
            digits: String::new(),
            far: Far::Nobody,
            target: Target::Unknown,
            line,
            ring: 0,
            phase: Phase::Dialling,
            next: Next::Reach,
        }
    }

    #[test]
    fn a_leg_is_small() {
        assert!(size_of::<Slot>() <= 128, "{}", size_of::<Slot>());
    }

    #[test]
    fn a_tag_outlives_its_leg_without_naming_another() {
        let mut legs = Legs::default();
        let index = legs.add(leg(1)).unwrap();
        let tag = legs.tag(index);
        assert_eq!(legs.find(tag), Some(index));
        legs.remove(index).unwrap();
        assert_eq!(legs.add(leg(2)).unwrap(), index);
        assert_eq!(legs.find(tag), None);
        assert_eq!(legs.find(0), None);
        assert_eq!(legs.find(u64::MAX), None);
    }

    #[test]
    fn many_legs_keep_their_places() {
        let mut legs = Legs::default();
        let indexes: Vec<u32> = (0..200).map(|n| legs.add(leg(n)).unwrap()).collect();
        for (n, index) in indexes.iter().enumerate() {
            assert_eq!(legs.get(*index).unwrap().line, n as u32);
        }
        assert_eq!(legs.iter().count(), 200);
    }
}
