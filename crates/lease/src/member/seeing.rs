//! What the store says, taken in.

use super::*;

impl Member {
    pub(super) fn take_snapshot(&mut self, now: Time, snapshot: Snapshot, out: &mut Vec<Action>) {
        let same = self.view.epoch == snapshot.epoch;
        let old = std::mem::take(&mut self.view);
        let unwatched = std::mem::take(&mut self.unwatched);
        self.view.epoch = snapshot.epoch;
        for (key, entry) in &snapshot.entries {
            self.view.put(now, key, entry);
        }
        if same {
            for (key, entry) in &unwatched {
                self.view.put(now, key, entry);
            }
            // What is as it was has been so for as long as before.
            for (life, known) in &mut self.view.lives {
                if let Some(before) = old.lives.get(life) {
                    if before.revision == known.revision {
                        known.since = before.since;
                    }
                }
            }
        } else if !old.epoch.is_empty() {
            for (name, known) in old.lines {
                if let (Some(line), false) = (known.record, self.view.lines.contains_key(&name)) {
                    self.restore.insert(name, line.text);
                }
            }
            self.lease.said = None;
        }
        self.watching = Some(now);
        self.settled = now;
        self.changed = true;
        self.heed_drain();
        // What happened to us meanwhile.
        let was_there = same && old.lives.contains_key(&self.life);
        match self.view.lives.get(&self.life).map(|known| &known.record) {
            None if was_there => self.cut(out),
            None => {}
            Some(None) => self.cut(out),
            Some(Some(beat)) => {
                let (number, over) = (beat.beat, beat.over);
                self.beaten(now, number, over, out);
            }
        }
        let names: Vec<String> = self.held.keys().cloned().collect();
        for line in names {
            self.check_claim(&line, out);
        }
    }

    pub(super) fn beaten(&mut self, now: Time, number: u64, over: bool, out: &mut Vec<Action>) {
        match over {
            true if self.leaving => self.stage = Stage::Left,
            true => self.cut(out),
            false => self.granted(now, number),
        }
    }

    pub(super) fn take_in(&mut self, now: Time, key: &Key, entry: &Entry, out: &mut Vec<Action>) {
        let before = self.standing(key);
        if self.watching.is_none() {
            self.unwatched.insert(key.clone(), entry.clone());
        }
        if !self.view.put(now, key, entry) {
            return;
        }
        match key {
            Key::Life(life) if *life == self.life => match &entry.record {
                Some(Record::Beat(beat)) => self.beaten(now, beat.beat, beat.over, out),
                _ => self.cut(out),
            },
            Key::Life(_) => {
                if before != self.standing(key) {
                    self.settled = now;
                    self.changed = true;
                }
            }
            Key::Claim(line) => {
                self.changed = true;
                self.check_claim(line, out);
            }
            Key::Line(line) => {
                self.changed = true;
                self.settled = now;
                self.restore.remove(line);
            }
            Key::Drain(_) => self.heed_drain(),
        }
    }

    /// Drains, or takes lines again, if the store says either of this process. A store that has lost
    /// everything says neither.
    pub(super) fn heed_drain(&mut self) {
        let known = self.view.drains.get(&self.settings.node);
        if let (Some(known), false) = (known, self.leaving) {
            let drain = known.record.as_ref();
            self.draining = drain.is_some_and(|drain| drain.lot == self.settings.lot);
            self.changed = true;
        }
    }

    /// What counts for the plan in what stands under a life's key.
    pub(super) fn standing(&self, key: &Key) -> Option<(u32, bool, bool, Vec<String>)> {
        let Key::Life(life) = key else {
            return None;
        };
        let beat = self.view.beat(life)?;
        Some((beat.weight, beat.draining, beat.over, beat.unfit.clone()))
    }

    /// Stops a line that somebody else has.
    pub(super) fn check_claim(&mut self, line: &str, out: &mut Vec<Action>) {
        let Some(claim) = self.view.claim(line) else {
            return;
        };
        if claim.holder.as_ref() == Some(&self.life) {
            return;
        }
        self.release.remove(line);
        // One that is closing since an earlier life is no news.
        if self.stage == Stage::Living {
            self.stop(line, Why::Lost, out);
        }
    }

    pub(super) fn take_answer(
        &mut self,
        now: Time,
        ticket: Ticket,
        answer: Answer,
        out: &mut Vec<Action>,
    ) {
        let Some(Pending { epoch, key, record }) = self.pending.remove(&ticket) else {
            return;
        };
        self.awaited.remove(&key);
        self.changed = true;
        // What was written into a store that is gone is gone with it.
        if epoch != self.view.epoch {
            return;
        }
        match answer {
            Answer::Done(revision) => {
                let entry = Entry { revision, record };
                self.take_in(now, &key, &entry, out);
            }
            Answer::Stands(Some(entry)) => {
                match self.view.revision(&key) {
                    // An old answer, or a store that has gone back.
                    Some(known) if entry.revision < known => out.push(Action::Reread),
                    _ => self.take_in(now, &key, &entry, out),
                }
            }
            Answer::Stands(None) => out.push(Action::Reread),
            // What came of it is seen when it comes.
            Answer::Unknown => {
                if key == Key::Life(self.life.clone()) {
                    self.lease.unknown = true;
                }
            }
        }
    }
}
