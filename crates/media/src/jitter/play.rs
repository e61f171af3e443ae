//! What is played when: the position in the sender's time goes on with ours, a little faster or
//! slower where nobody hears it.

use std::time::Duration;

use super::{Content, Entry, JitterBuffer, Next};
use crate::source::ticks;

/// Concealment goes on for this many frames, by when it has faded to silence.
const CONCEALED: u32 = 3;
/// After this many frames without a packet the delay is made anew with the next one.
const PAUSE: u32 = 50;

impl JitterBuffer {
    /// What is played at `now`: 20 ms, or what there is in one piece. `quiet` says that what was
    /// played last was so quiet that nobody hears if some of it is missing or comes twice.
    pub fn next(&mut self, now: Duration, quiet: bool) -> Next<'_> {
        let frame = i64::from(self.rate / 50);
        let clock = ticks(now, self.rate);
        let Some(least) = self.quickest.least(clock, self.rate) else {
            // Nothing has come for so long that nothing is known.
            self.position = None;
            return self.background(frame);
        };
        let wanted = clock - least - ticks(self.lateness.target(), self.rate);
        if self.position.is_none() {
            self.take_noise(wanted);
            match self.waiting.first() {
                Some(first) if first.at <= wanted => {
                    self.position = Some(first.at);
                    self.last = self.last.max(first.number.saturating_sub(1));
                    self.passed = 0;
                }
                _ => return self.background(frame),
            }
        }
        // How much later than wanted we play.
        let behind = wanted - self.position.unwrap_or(wanted);
        if behind > 10 * frame {
            self.position = Some(wanted);
            self.joint = true;
        }
        self.drop_past();
        let position = self.position.unwrap_or(wanted);
        self.take_noise(position);
        match self.waiting.first() {
            None => self.nothing_waits(frame, behind),
            Some(first) if first.at - position >= (frame / 4).max(1) => {
                let (gap, missing) = (first.at - position, !self.all_passed(first.number));
                self.in_a_gap(frame, behind, gap, missing)
            }
            Some(_) => self.play(frame, behind, quiet),
        }
    }

    /// What is heard when nothing was sent.
    fn background(&self, frame: i64) -> Next<'static> {
        let frame = u32::try_from(frame).unwrap_or(0);
        self.noise
            .map_or(Next::Silence(frame), |level| Next::Noise(frame, level))
    }

    /// Payloads whose time is over while they waited are left out.
    fn drop_past(&mut self) {
        while let (Some(position), Some(first)) = (self.position, self.waiting.first()) {
            let sound = matches!(first.content, Content::Audio { .. });
            if !sound || first.at + i64::from(first.left) > position {
                break;
            }
            self.discard_first();
        }
    }

    /// Comfort noise begins when the time of its packet has come.
    fn take_noise(&mut self, position: i64) {
        while let Some(&Entry {
            number,
            at,
            content: Content::Noise(level),
            run,
            ..
        }) = self.waiting.first()
        {
            if at > position {
                break;
            }
            self.noise = Some(level);
            self.waiting.remove(0);
            self.store.free(run);
            self.go_past(number);
        }
    }

    /// Whether every number between what was played last and this one was something else than sound.
    fn all_passed(&self, number: u64) -> bool {
        let between = number.saturating_sub(self.last.saturating_add(1));
        between < 64 && (!self.passed & ((1 << between) - 1)) == 0
    }

    fn nothing_waits(&mut self, frame: i64, behind: i64) -> Next<'_> {
        self.missing = self.missing.saturating_add(1);
        if self.missing >= PAUSE {
            self.position = None;
            self.waited = 0;
            return self.background(frame);
        }
        let early = behind < -frame / 4;
        if early {
            self.counts.inserted += 1;
        } else {
            self.advance(frame);
            self.waited += frame;
        }
        // What came after the last sound was none: a digit, and nothing is missing.
        let passed = self.passed & 1 != 0;
        if passed || self.noise.is_some() || self.missing > CONCEALED {
            return self.background(frame);
        }
        self.counts.concealed += u64::from(!early);
        Next::Conceal(u32::try_from(frame).unwrap_or(0))
    }

    fn in_a_gap(&mut self, frame: i64, behind: i64, gap: i64, missing: bool) -> Next<'_> {
        self.missing = self.missing.saturating_add(1);
        self.waited = 0;
        let length = gap.min(frame);
        if behind < -frame / 4 {
            self.counts.inserted += 1;
        } else if behind > frame {
            // Nothing is heard anyway: here it costs nothing to play sooner.
            self.advance(gap.min(length + frame));
        } else {
            self.advance(length);
        }
        let length = u32::try_from(length).unwrap_or(0);
        if !missing || self.noise.is_some() || self.missing > CONCEALED {
            return match self.noise {
                Some(level) => Next::Noise(length, level),
                None => Next::Silence(length),
            };
        }
        self.counts.concealed += 1;
        Next::Conceal(length)
    }

    fn advance(&mut self, by: i64) {
        self.position = self.position.map(|position| position + by);
    }

    fn play(&mut self, frame: i64, behind: i64, quiet: bool) -> Next<'_> {
        let (hardly, much) = (frame, 3 * frame);
        if behind < -2 * frame || (quiet && behind < -frame / 4) {
            self.counts.inserted += 1;
            return Next::Conceal(u32::try_from(frame).unwrap_or(0));
        }
        if (behind > much || (quiet && behind > hardly)) && self.waiting.len() > 1 {
            self.discard_first();
        }
        self.missing = 0;
        self.waited = 0;
        self.noise = None;
        let joint = std::mem::take(&mut self.joint);
        let Some(first) = self.waiting.first_mut() else {
            return Next::Silence(0);
        };
        let per_tick = match first.content {
            Content::Audio { octets_per_tick } => u32::from(octets_per_tick),
            Content::Noise(_) => 0,
        };
        let frame = u32::try_from(frame).unwrap_or(u32::MAX);
        let whole = first.run.octets();
        let from = usize::from(first.played).min(whole);
        let (length, to) = if per_tick == 0 || first.left <= frame {
            (first.left, whole)
        } else {
            (frame, (from + (frame * per_tick) as usize).min(whole))
        };
        let (run, number, payload_type) = (first.run, first.number, first.payload_type);
        self.position = Some(first.at + i64::from(length));
        first.at += i64::from(length);
        first.left -= length;
        first.played = u16::try_from(to).unwrap_or(u16::MAX);
        if first.left == 0 {
            self.waiting.remove(0);
            self.store.free(run);
            self.go_past(number);
        }
        let payload = self.store.read(run).get(from..to).unwrap_or_default();
        Next::Audio {
            payload_type,
            payload,
            length,
            joint,
        }
    }
}
