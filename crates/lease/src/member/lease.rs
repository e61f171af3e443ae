//! The lease of a life: from its beats to its end.

use super::*;

impl Member {
    pub(super) fn grace(&self) -> Duration {
        self.settings.lease / GRACE
    }

    /// Whether the lease lasts long enough to begin something.
    pub(super) fn is_sure(&self, now: Time) -> bool {
        let end = now.saturating_add(self.grace());
        self.stage == Stage::Living && self.lease.until.is_some_and(|until| end < until)
    }

    pub(super) fn expire(&mut self, now: Time, out: &mut Vec<Action>) {
        let end = now.saturating_add(self.grace());
        if self.stage == Stage::Living && self.lease.until.is_some_and(|until| end >= until) {
            self.end_life(out);
        }
    }

    /// This life is over: another begins when all is closed. What closes may act until the lease is
    /// over.
    pub(super) fn end_life(&mut self, out: &mut Vec<Action>) {
        self.stage = Stage::Over;
        self.stop_all(Why::Lost, out);
    }

    /// Others take this life for over: nothing acts from now on.
    pub(super) fn cut(&mut self, out: &mut Vec<Action>) {
        self.lease.until = None;
        if self.stage == Stage::Living {
            self.end_life(out);
        }
    }

    pub(super) fn begin_life(&mut self) {
        self.life.turn = self.life.turn.saturating_add(1);
        self.stage = Stage::Living;
        self.lease = Lease::default();
        self.release.clear();
        self.changed = true;
    }

    pub(super) fn granted(&mut self, now: Time, beat: u64) {
        let Some(sent) = self.lease.sent.get(&beat) else {
            return;
        };
        let until = sent.saturating_add(self.settings.lease);
        self.lease.sent.retain(|other, _| *other > beat);
        if now.saturating_add(self.grace()) < until && self.stage == Stage::Living {
            self.lease.until = self.lease.until.max(Some(until));
        }
    }

    pub(super) fn beat(&mut self, now: Time, out: &mut Vec<Action>) {
        let key = Key::Life(self.life.clone());
        if self.stage != Stage::Living || self.is_pending(&key) {
            return;
        }
        let over = self.leaving && self.held.is_empty();
        let unfit: Vec<String> = self.unfit.keys().take(MAX_UNFIT).cloned().collect();
        let said = (self.draining, unfit.clone());
        let pause = match self.lease.unknown {
            // A store that was away may be back at any moment.
            true => self.settings.lease / BEATS / RETRIES,
            false => self.settings.lease / BEATS,
        };
        let due = |last: Time| now >= last.saturating_add(pause);
        if !over && self.lease.said.as_ref() == Some(&said) && !self.lease.last_sent.is_none_or(due)
        {
            return;
        }
        let number = self.lease.next;
        self.lease.next += 1;
        let recent = now.saturating_sub(self.settings.lease);
        self.lease.sent.retain(|_, sent| *sent >= recent);
        self.lease.sent.insert(number, now);
        self.lease.last_sent = Some(now);
        self.lease.unknown = false;
        self.lease.said = Some(said);
        let beat = Beat {
            v: VERSION,
            life: self.life.clone(),
            beat: number,
            lease_ms: u64::try_from(self.settings.lease.as_millis()).unwrap_or(u64::MAX),
            weight: self.settings.weight,
            draining: self.draining,
            over,
            unfit,
        };
        self.write(key, Some(Record::Beat(beat)), out);
    }

    /// The longest lease of anybody.
    pub(super) fn longest(&self) -> Duration {
        let beats = self.view.lives.values().filter_map(|k| k.record.as_ref());
        let others = beats.map(Beat::lease).max().unwrap_or_default();
        others.max(self.settings.lease)
    }

    /// Says of lives that were silent for their lease that they are over.
    pub(super) fn say_over(&mut self, now: Time, out: &mut Vec<Action>) {
        let mut over = Vec::new();
        for (life, known) in &self.view.lives {
            let Some(beat) = known.record.as_ref().filter(|beat| !beat.over) else {
                continue;
            };
            let is_own = life.node == self.life.node && life.lot == self.life.lot;
            let is_due = match is_own {
                true => life.turn < self.life.turn,
                false => now >= known.since.saturating_add(patience(beat.lease())),
            };
            if is_due {
                let over_now = Beat {
                    over: true,
                    ..beat.clone()
                };
                over.push((life.clone(), over_now));
            }
        }
        let longest = patience(self.longest());
        for (life, since) in self.unheard(now) {
            if now >= since.saturating_add(longest) {
                let unknown = Beat {
                    v: VERSION,
                    life: life.clone(),
                    beat: 0,
                    lease_ms: 0,
                    weight: 0,
                    draining: true,
                    over: true,
                    unfit: Vec::new(),
                };
                over.push((life, unknown));
            }
        }
        for (life, beat) in over {
            self.write(Key::Life(life), Some(Record::Beat(beat)), out);
        }
    }

    /// Lives that have lines and of which nothing else is known, each with since when.
    pub(super) fn unheard(&mut self, now: Time) -> Vec<(Life, Time)> {
        let view = &mut self.view;
        let mut unheard = BTreeMap::new();
        let claims = view.claims.values().filter_map(|k| k.record.as_ref());
        for life in claims.filter_map(|claim| claim.holder.as_ref()) {
            if *life != self.life && !view.lives.contains_key(life) && !unheard.contains_key(life) {
                let since = view.unheard.get(life).copied().unwrap_or(now);
                unheard.insert(life.clone(), since);
            }
        }
        view.unheard = unheard;
        let all = view.unheard.iter();
        all.map(|(life, since)| (life.clone(), *since)).collect()
    }

    /// Writes lines again that the store has lost.
    pub(super) fn write_lines(&mut self, out: &mut Vec<Action>) {
        let lost: Vec<(String, String)> = match self.restore.is_empty() {
            true => return,
            false => self.restore.clone().into_iter().collect(),
        };
        for (name, text) in lost {
            let line = crate::LineText::new(name.clone(), text);
            self.write(Key::Line(name), Some(Record::Line(line)), out);
        }
    }

    /// Deletes what is said of lives that are over and that no claim names any more. One node does,
    /// the first of those that live.
    pub(super) fn tidy(&mut self, now: Time, out: &mut Vec<Action>) {
        let living = self.view.lives.iter().find(|(_, known)| {
            let beat = known.record.as_ref();
            beat.is_some_and(|beat| !beat.over)
        });
        if living.is_none_or(|(life, _)| *life != self.life) {
            return;
        }
        let claims = self.view.claims.values().filter_map(|k| k.record.as_ref());
        let named: BTreeSet<&Life> = claims.filter_map(|c| c.holder.as_ref()).collect();
        let pause = patience(self.longest());
        let mut old = Vec::new();
        for (life, known) in &self.view.lives {
            let is_over = known.record.as_ref().is_some_and(|beat| beat.over);
            if is_over && !named.contains(life) && now >= known.since.saturating_add(pause) {
                old.push(life.clone());
            }
        }
        let mut void = Vec::new();
        for (line, known) in &self.view.claims {
            let holder = known
                .record
                .as_ref()
                .and_then(|claim| claim.holder.as_ref());
            let is_void = holder.is_some_and(|life| self.view.is_over(life));
            if is_void && self.view.line(line).is_none() {
                void.push(line.clone());
            }
        }
        for life in old {
            self.write(Key::Life(life), None, out);
        }
        for line in void {
            self.give_back(line, out);
        }
    }
}
