//! Which lines are started, stopped, taken and given back.

use super::*;
use crate::share::{self, Candidate};
use std::collections::HashMap;

impl Member {
    /// Starts, stops and gives back what is ours according to the store.
    pub(super) fn run_lines(&mut self, out: &mut Vec<Action>) {
        for line in self.own() {
            let claim = self.view.claim(&line).map(|claim| claim.fence);
            let text = self.view.line(&line);
            let text = text.map(|(_, line)| line.text.clone());
            let Some(held) = self.held.get(&line) else {
                let is_unfit = self.unfit.contains_key(&line);
                match (text, claim) {
                    (Some(text), Some(fence))
                        if !self.release.contains(&line) && !self.draining && !is_unfit =>
                    {
                        let held = Held {
                            fence,
                            text: text.clone(),
                            state: State::Opening,
                        };
                        self.held.insert(line.clone(), held);
                        out.push(Action::Start { line, fence, text });
                    }
                    _ => self.give_back(line, out),
                }
                continue;
            };
            match text {
                None if !self.restore.contains_key(&line) => self.stop(&line, Why::Removed, out),
                Some(text) if text != held.text && held.state == State::Open => {
                    self.stop(&line, Why::Changed, out);
                }
                _ => {}
            }
        }
        // Those whose claims the store has lost.
        let mut again = Vec::new();
        for (line, held) in &self.held {
            if held.state != State::Closing && self.view.claim(line).is_none() {
                again.push((line.clone(), held.fence));
            }
        }
        for (line, fence) in again {
            self.claim(line, fence, out);
        }
    }

    /// The lines that this life has according to the store.
    pub(super) fn own(&self) -> Vec<String> {
        let claims = self.view.claims.values().filter_map(|k| k.record.as_ref());
        let own = claims.filter(|claim| claim.holder.as_ref() == Some(&self.life));
        own.map(|claim| claim.line.clone()).collect()
    }

    pub(super) fn claim(&mut self, line: String, fence: u64, out: &mut Vec<Action>) {
        let claim = Claim {
            v: VERSION,
            line: line.clone(),
            holder: Some(self.life.clone()),
            fence,
        };
        self.write(Key::Claim(line), Some(Record::Claim(claim)), out);
    }

    pub(super) fn give_back(&mut self, line: String, out: &mut Vec<Action>) {
        let Some(claim) = self.view.claim(&line) else {
            return;
        };
        let claim = Claim {
            holder: None,
            ..claim.clone()
        };
        // Until it is seen that nobody has it, or another: what is on its way there may arrive.
        self.release.insert(line.clone());
        self.write(Key::Claim(line), Some(Record::Claim(claim)), out);
    }

    /// Takes its share, and gives back what is too much.
    pub(super) fn share(&mut self, now: Time, out: &mut Vec<Action>) {
        let (takes, gives) = self.plan(now);
        for line in takes {
            let fence = self.view.claim(&line).map_or(0, |claim| claim.fence);
            self.release.remove(&line);
            self.claim(line, fence.saturating_add(1), out);
        }
        for line in gives {
            self.release.insert(line.clone());
            self.stop(&line, Why::GivenBack, out);
        }
    }

    /// Everybody who may have lines, in an order that is the same for all nodes; and our own place.
    /// Nothing is left to who has just come, and may not take any for long, nor to who has fallen
    /// silent: either may be gone. All who start together count each other by the time when the first
    /// may take lines.
    pub(super) fn candidates(&self, now: Time) -> (Vec<(&Life, Candidate<'_, usize>)>, usize) {
        let own = Candidate {
            id: 0,
            node: self.life.node.as_str(),
            weight: self.settings.weight,
            draining: self.draining,
            unfit: self.unfit.keys().map(String::as_str).collect(),
        };
        let mut all = BTreeMap::from([(&self.life, own)]);
        for (life, known) in &self.view.lives {
            let Some(beat) = known.record.as_ref() else {
                continue;
            };
            let is_new = beat.beat < u64::from(BEATS - 2);
            let is_silent = now > known.since.saturating_add(beat.lease() / BEATS * 2);
            if beat.over || beat.weight == 0 || is_new || is_silent || *life == self.life {
                continue;
            }
            let other = Candidate {
                id: 0,
                node: life.node.as_str(),
                weight: beat.weight,
                draining: beat.draining,
                unfit: beat.unfit.iter().map(String::as_str).collect(),
            };
            all.insert(life, other);
        }
        let number = |(id, (life, candidate))| (life, Candidate { id, ..candidate });
        let all: Vec<_> = all.into_iter().enumerate().map(number).collect();
        let own = all.iter().position(|(life, _)| **life == self.life);
        (all, own.unwrap_or_default())
    }

    /// Which lines we take, and which we give back.
    pub(super) fn plan(&self, now: Time) -> (Vec<String>, Vec<String>) {
        let (candidates, own) = self.candidates(now);
        let numbers: HashMap<&Life, usize> = candidates.iter().map(|(l, c)| (*l, c.id)).collect();
        let candidates: Vec<_> = candidates
            .into_iter()
            .map(|(_, candidate)| candidate)
            .collect();
        let mut lines = BTreeMap::new();
        for (name, known) in &self.view.lines {
            if known.record.is_none() {
                continue;
            }
            let claim = self.view.claim(name).filter(|_| !self.view.is_free(name));
            let holder = claim.and_then(|claim| claim.holder.as_ref());
            // Somebody unknown has it, too.
            let holder = holder.map(|life| numbers.get(life).copied().unwrap_or(usize::MAX));
            lines.insert(name.as_str(), holder);
        }
        let plan = share::plan(&lines, &candidates);
        let quiet = patience(self.longest());
        let is_quiet = self
            .watching
            .is_some_and(|since| now >= since.saturating_add(quiet));
        let mut takes = Vec::new();
        if is_quiet && !self.draining {
            let ours = plan.takes.iter().filter(|(_, id)| **id == own);
            let ours = ours.filter(|(line, _)| !self.held.contains_key(**line));
            takes.extend(ours.map(|(line, _)| (*line).to_owned()));
        }
        (takes, self.gives(now, own, &lines, &plan, &candidates))
    }

    /// Which of our lines go elsewhere: all that are idle when we are to be empty, otherwise a few at
    /// a time of those that are too many, once nobody has come or gone for a lease.
    pub(super) fn gives(
        &self,
        now: Time,
        id: usize,
        lines: &BTreeMap<&str, Option<usize>>,
        plan: &share::Plan<'_, usize>,
        candidates: &[Candidate<'_, usize>],
    ) -> Vec<String> {
        let is_idle = |line: &str| {
            let held = self.held.get(line);
            held.is_some_and(|held| held.state == State::Open)
        };
        let own = lines.iter().filter(|(_, holder)| **holder == Some(id));
        let own: Vec<&str> = own.map(|(line, _)| *line).collect();
        if self.draining {
            let idle = own.into_iter().filter(|line| is_idle(line));
            return idle.map(str::to_owned).collect();
        }
        let target = plan.targets.get(&id).copied().unwrap_or_default();
        // Those that close, or are closed and not given back yet.
        let is_going = |line: &&&str| {
            let held = self.held.get(**line);
            held.is_none_or(|held| held.state == State::Closing)
        };
        let going = own.iter().filter(is_going).count();
        let too_many = own.len().saturating_sub(target).saturating_sub(going);
        let at_a_time = (own.len() / MOVES).max(1).saturating_sub(going);
        if now < self.settled.saturating_add(self.settings.lease) {
            return Vec::new();
        }
        let mut has: HashMap<usize, usize> = HashMap::new();
        for holder in lines.values().flatten() {
            *has.entry(*holder).or_default() += 1;
        }
        let has_room = |candidate: &&Candidate<'_, usize>| {
            let target = plan.targets.get(&candidate.id).copied().unwrap_or_default();
            candidate.id != id && has.get(&candidate.id).copied().unwrap_or_default() < target
        };
        let with_room: Vec<_> = candidates.iter().filter(has_room).collect();
        let somebody = |line: &str| with_room.iter().any(|c| !c.unfit.contains(line));
        let mut movable: Vec<&str> = own
            .into_iter()
            .filter(|l| is_idle(l) && somebody(l))
            .collect();
        let node = self.life.node.as_str();
        let score = |line: &str| share::score(line, node, self.settings.weight.max(1));
        movable.sort_by(|a, b| score(a).total_cmp(&score(b)));
        let few = movable.into_iter().take(too_many.min(at_a_time));
        few.map(str::to_owned).collect()
    }
}
