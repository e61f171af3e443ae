//! Where payloads wait: blocks of octets, handed out in runs. There are as many as were ever needed at a
//! time, up to a fixed number; a silent call has none.

/// The octets of one block.
const BLOCK: usize = 128;
/// Blocks, one for each bit of the map.
const BLOCKS: usize = 48;
/// So many more are made at a time: four packets of G.711, which is what waits where nothing is late.
const STEP: usize = 8;

/// A run of blocks that holds one payload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    first: u8,
    blocks: u8,
    octets: u16,
}

impl Run {
    pub(super) fn octets(self) -> usize {
        usize::from(self.octets)
    }
}

#[derive(Debug, Default)]
pub(super) struct Store {
    octets: Vec<u8>,
    used: u64,
}

impl Store {
    /// The longest payload that is taken.
    pub(super) const LONGEST: usize = 1500;

    /// Keeps a payload; `None` if it is too long, there is no run of free blocks for it, or no memory.
    pub(super) fn keep(&mut self, payload: &[u8]) -> Option<Run> {
        if payload.len() > Store::LONGEST {
            return None;
        }
        let blocks = payload.len().div_ceil(BLOCK);
        let first = (0..=BLOCKS - blocks).find(|&first| self.used & mask(first, blocks) == 0)?;
        self.grow(first + blocks)?;
        let place = self
            .octets
            .get_mut(first * BLOCK..)?
            .get_mut(..payload.len())?;
        place.copy_from_slice(payload);
        self.used |= mask(first, blocks);
        Some(Run {
            first: u8::try_from(first).ok()?,
            blocks: u8::try_from(blocks).ok()?,
            octets: u16::try_from(payload.len()).ok()?,
        })
    }

    /// There are so many blocks from now on, or there is no memory for them.
    fn grow(&mut self, blocks: usize) -> Option<()> {
        let wanted = blocks.next_multiple_of(STEP) * BLOCK;
        let more = wanted.saturating_sub(self.octets.len());
        if more > 0 {
            self.octets.try_reserve_exact(more).ok()?;
            self.octets.resize(wanted, 0);
        }
        Some(())
    }

    /// What is kept in the run.
    pub(super) fn read(&self, run: Run) -> &[u8] {
        let first = usize::from(run.first) * BLOCK;
        self.octets
            .get(first..first + run.octets())
            .unwrap_or_default()
    }

    /// Lets the run go. Its octets stay as they are until the next [`Store::keep`].
    pub(super) fn free(&mut self, run: Run) {
        self.used &= !mask(usize::from(run.first), usize::from(run.blocks));
    }

    pub(super) fn clear(&mut self) {
        self.used = 0;
    }

    pub(super) fn heap(&self) -> usize {
        self.octets.capacity()
    }
}

fn mask(first: usize, blocks: usize) -> u64 {
    ((1 << blocks) - 1) << first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_blocks_as_were_needed() {
        let mut store = Store::default();
        assert_eq!(store.heap(), 0);
        for expected in [1, 1, 1, 1, 2] {
            store.keep(&[7; 160]).unwrap();
            assert_eq!(store.heap(), expected * STEP * BLOCK);
        }
        store.clear();
        store.keep(&[7; Store::LONGEST]).unwrap();
        assert_eq!(store.heap(), 2 * STEP * BLOCK, "what is there is used");
    }

    #[test]
    fn runs_are_whole_and_reused() {
        let mut store = Store::default();
        let runs: Vec<Run> = (0..24u8).map(|n| store.keep(&[n; 160]).unwrap()).collect();
        assert_eq!(
            store.keep(&[0; 1]),
            None,
            "24 packets of G.711, and no room for more"
        );
        for (n, run) in (0..).zip(&runs) {
            assert_eq!(store.read(*run), [n; 160]);
        }
        store.free(runs[3]);
        store.free(runs[5]);
        assert_eq!(store.keep(&[0; 320]), None, "no run of three");
        store.free(runs[4]);
        let long = store.keep(&[99; 320]).unwrap();
        assert_eq!(store.read(long), [99; 320]);
        assert_eq!(store.read(runs[2]), [2; 160]);
        assert_eq!(store.read(runs[6]), [6; 160]);
    }

    #[test]
    fn a_payload_without_octets_takes_no_block() {
        let mut store = Store::default();
        let run = store.keep(&[]).unwrap();
        assert_eq!((run.octets(), store.used), (0, 0));
        assert_eq!(store.keep(&[0; Store::LONGEST + 1]), None);
    }
}
