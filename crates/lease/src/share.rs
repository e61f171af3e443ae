//! Who shall have which line: shares by weight, the same for everybody who knows the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Somebody who may have lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<'a, Id> {
    /// Who.
    pub id: Id,
    /// The node's name, which decides which lines suit it best.
    pub node: &'a str,
    /// How much it shall have, relative to others; 0 for nothing.
    pub weight: u32,
    /// Whether it takes none.
    pub draining: bool,
    /// What it could not open.
    pub unfit: BTreeSet<&'a str>,
}

/// Who shall have what.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan<'a, Id> {
    /// How many lines each shall have.
    pub targets: BTreeMap<Id, usize>,
    /// Who shall take which of those that nobody has.
    pub takes: BTreeMap<&'a str, Id>,
}

/// How well a line suits a node, by highest random weight: whoever comes or goes, the order of the
/// others stays. Higher is better. The first of all candidates has the line as a rule, the next is its
/// standby.
pub fn score(line: &str, node: &str, weight: u32) -> f64 {
    // Of an even number between 0 and 1, -1/ln x is as likely the highest as its factor says
    // (Schindelhauer and Schomaker, "Weighted distributed hash tables", 2005).
    let even = (hash(line, node) >> 11) as f64 + 0.5;
    f64::from(weight) / -(even / (1u64 << 53) as f64).ln()
}

/// FNV-1a of both texts, and mixed: the same on every machine.
fn hash(line: &str, node: &str) -> u64 {
    let bytes = line.bytes().chain([0xff]).chain(node.bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The end of SplitMix64, since FNV leaves likes alike.
    let sum = (sum ^ (sum >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let sum = (sum ^ (sum >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    sum ^ (sum >> 31)
}

/// Plans. `lines` are all, each with whom has it, if anybody among the candidates has. Lines that
/// somebody has stay where they are: that one has too many is seen by its target.
pub fn plan<'a, Id: Ord + Copy + std::hash::Hash>(
    lines: &BTreeMap<&'a str, Option<Id>>,
    candidates: &[Candidate<'a, Id>],
) -> Plan<'a, Id> {
    let mut has: HashMap<Id, usize> = HashMap::new();
    for holder in lines.values().flatten() {
        *has.entry(*holder).or_default() += 1;
    }
    let count = |id: Id| has.get(&id).copied().unwrap_or_default();
    let targets = targets(lines.len(), candidates, count);
    let mut room: HashMap<Id, usize> = HashMap::new();
    for (id, target) in &targets {
        room.insert(*id, target.saturating_sub(count(*id)));
    }
    let mut free: Vec<&'a str> = Vec::new();
    free.extend(lines.iter().filter(|(_, id)| id.is_none()).map(|(l, _)| *l));
    let mut takes = BTreeMap::new();
    for line in free {
        let mut best: Option<(bool, f64, Id)> = None;
        for candidate in candidates {
            if candidate.draining || candidate.weight == 0 || candidate.unfit.contains(line) {
                continue;
            }
            let has_room = room.get(&candidate.id).is_some_and(|room| *room > 0);
            let score = score(line, candidate.node, candidate.weight);
            let this = (has_room, score, candidate.id);
            if best.is_none_or(|best| best < this) {
                best = Some(this);
            }
        }
        if let Some((_, _, id)) = best {
            if let Some(room) = room.get_mut(&id) {
                *room = room.saturating_sub(1);
            }
            takes.insert(line, id);
        }
    }
    Plan { targets, takes }
}

/// Shares that add up to `lines`, each within one line of what its weight says. Where one line more
/// or less is nobody's by weight, who has more already keeps it.
fn targets<Id: Ord + Copy>(
    lines: usize,
    candidates: &[Candidate<'_, Id>],
    count: impl Fn(Id) -> usize,
) -> BTreeMap<Id, usize> {
    let mut targets: BTreeMap<Id, usize> = candidates.iter().map(|c| (c.id, 0)).collect();
    let takers: Vec<_> = candidates.iter().filter(|c| !c.draining).collect();
    let all: u128 = takers.iter().map(|c| u128::from(c.weight)).sum();
    if all == 0 {
        return targets;
    }
    let mut rest = Vec::new();
    let mut given = 0;
    for candidate in takers {
        let share = lines as u128 * u128::from(candidate.weight);
        // It is at most `lines`.
        let whole = usize::try_from(share / all).unwrap_or_default();
        given += whole;
        targets.insert(candidate.id, whole);
        let has_more = count(candidate.id) > whole;
        rest.push((share % all, has_more, candidate.id));
    }
    // Those who are owed most first; among equals, who has more already.
    rest.sort_by(|a, b| b.cmp(a));
    for (_, _, id) in rest.into_iter().take(lines.saturating_sub(given)) {
        if let Some(target) = targets.get_mut(&id) {
            *target += 1;
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn candidate(id: usize, node: &str, weight: u32) -> Candidate<'_, usize> {
        Candidate {
            id,
            node,
            weight,
            draining: false,
            unfit: BTreeSet::new(),
        }
    }

    const NODES: [&str; 5] = ["n0", "n1", "n2", "n3", "n4"];

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| format!("line {i}")).collect()
    }

    /// Lets everybody take and give back until nobody has anything to do; returns how many lines
    /// moved.
    fn settle<'a>(
        lines: &mut BTreeMap<&'a str, Option<usize>>,
        candidates: &[Candidate<'a, usize>],
    ) -> usize {
        let mut moved = 0;
        for _ in 0..1000 {
            let plan = plan(lines, candidates);
            let mut changed = false;
            for (line, id) in plan.takes {
                lines.insert(line, Some(id));
                changed = true;
                moved += 1;
            }
            for candidate in candidates {
                let own = lines.iter().filter(|(_, id)| **id == Some(candidate.id));
                let own: Vec<&str> = own.map(|(line, _)| *line).collect();
                if own.len() > plan.targets[&candidate.id] {
                    lines.insert(own[0], None);
                    changed = true;
                }
            }
            if !changed {
                return moved;
            }
        }
        panic!("they never settle: {lines:?}");
    }

    #[test]
    fn shares_follow_the_weights() {
        let names = names(100);
        let mut lines: BTreeMap<&str, Option<usize>> =
            names.iter().map(|name| (name.as_str(), None)).collect();
        let candidates = [
            candidate(0, "n0", 1),
            candidate(1, "n1", 2),
            candidate(2, "n2", 1),
        ];
        settle(&mut lines, &candidates);
        let of = |id| lines.values().filter(|holder| **holder == Some(id)).count();
        assert_eq!([of(0), of(1), of(2)], [25, 50, 25]);
    }

    #[test]
    fn a_line_that_nobody_can_open_is_taken_by_nobody_and_the_next_takes_one_that_one_cannot() {
        let names = names(2);
        let lines: BTreeMap<&str, Option<usize>> =
            names.iter().map(|name| (name.as_str(), None)).collect();
        let mut candidates = [candidate(0, "n0", 1), candidate(1, "n1", 1)];
        candidates[0].unfit.extend(["line 0", "line 1"]);
        candidates[1].unfit.extend(["line 1"]);
        let plan = plan(&lines, &candidates);
        assert_eq!(plan.takes, BTreeMap::from([("line 0", 1)]));
    }

    proptest! {
        /// Whoever comes, goes, drains or has how many: all lines have somebody, everybody has what
        /// its weight says to within one line, and nothing moves any more.
        #[test]
        fn everybody_has_a_fair_share(
            count in 0usize..40,
            weights in prop::collection::vec(1u32..5, 1..5),
            draining in prop::collection::vec(any::<bool>(), 5),
            held in prop::collection::vec(0usize..7, 40),
        ) {
            let names = names(count);
            let mut candidates: Vec<_> = weights.iter().enumerate()
                .map(|(i, weight)| candidate(i, NODES[i], *weight)).collect();
            for (candidate, draining) in candidates.iter_mut().zip(draining).skip(1) {
                candidate.draining = draining;
            }
            let holder = |held: usize| (held < candidates.len()).then_some(held);
            let mut lines: BTreeMap<&str, Option<usize>> =
                names.iter().zip(held).map(|(name, held)| (name.as_str(), holder(held))).collect();
            settle(&mut lines, &candidates);
            let all: u32 = candidates.iter().filter(|c| !c.draining).map(|c| c.weight).sum();
            for candidate in &candidates {
                let has = lines.values().filter(|id| **id == Some(candidate.id)).count();
                let share = match candidate.draining {
                    true => 0.0,
                    false => count as f64 * f64::from(candidate.weight) / f64::from(all),
                };
                prop_assert!((has as f64 - share).abs() < 1.0, "{has} of {share}");
            }
            prop_assert!(lines.values().all(Option::is_some));
        }

        /// When one goes, only its lines move.
        #[test]
        fn nothing_else_moves_when_one_goes(count in 0usize..60, nodes in 2usize..5) {
            let names = names(count);
            let mut candidates: Vec<_> = (0..nodes).map(|i| candidate(i, NODES[i], 1)).collect();
            let mut lines: BTreeMap<&str, Option<usize>> =
                names.iter().map(|name| (name.as_str(), None)).collect();
            settle(&mut lines, &candidates);
            candidates.remove(0);
            let mut lost = 0;
            for holder in lines.values_mut().filter(|holder| **holder == Some(0)) {
                *holder = None;
                lost += 1;
            }
            prop_assert_eq!(settle(&mut lines, &candidates), lost);
        }
    }
}
