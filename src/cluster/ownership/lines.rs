//! What becomes of lines: opened, closed, and kept from new calls, on threads of their own.

use super::{Keeper, Word};
use crate::cluster::acts::unbroken;
use crate::cluster::opening::OpenLine;
use crate::engine::Result;
use crate::providers::guard::now;
use tapi3_lease::{Action, Why};

impl Keeper {
    pub(super) fn opened(&mut self, name: String, opened: Result<OpenLine>) -> Vec<Action> {
        let is_to_close = self.opening.remove(&name).unwrap_or_default();
        match opened {
            Err(error) => {
                tracing::error!(
                    line = name,
                    "a line of the bus cannot be opened here: {error}"
                );
                self.member.failed(now(), &name)
            }
            Ok(line) => {
                line.withhold(self.is_draining);
                self.open.insert(name.clone(), line);
                match is_to_close {
                    true => {
                        self.close(name);
                        Vec::new()
                    }
                    false => self.member.opened(now(), &name),
                }
            }
        }
    }

    pub(super) fn start(&mut self, line: String, fence: u64, text: String) {
        tracing::info!(line, fence, "a line of the bus is ours");
        self.opening.insert(line.clone(), false);
        let (engine, simulation) = (self.engine.clone(), self.simulation.clone());
        let (guard, words, opens) = (self.guard.clone(), self.words.clone(), self.opens);
        self.threads.run(move || {
            let opened = unbroken(|| opens(&engine, &simulation, &guard, (&line, &text)));
            let _ = words.send(Word::Opened(line, opened));
        });
    }

    /// Takes no new calls while lines are handed on; those that stand end where they are.
    pub(super) fn heed_draining(&mut self) {
        let is_draining = self.member.is_draining();
        if is_draining == self.is_draining {
            return;
        }
        self.is_draining = is_draining;
        match is_draining {
            true => tracing::info!("the lines of the bus are handed on, and none is taken"),
            false => tracing::info!("lines of the bus are taken again"),
        }
        self.open
            .values()
            .for_each(|line| line.withhold(is_draining));
    }

    /// Whether a line that is to be closed without calls has one after all, since we last looked. If
    /// not, it takes none any more.
    fn is_needed(&self, line: &str) -> bool {
        let Some(open) = self.open.get(line) else {
            return false;
        };
        if open.is_busy() {
            return true;
        }
        open.withhold(true);
        // One that has begun meanwhile.
        let is_busy = open.is_busy();
        if is_busy {
            open.withhold(self.is_draining);
        }
        is_busy
    }

    pub(super) fn stop_line(&mut self, line: String, why: Why) {
        if matches!(why, Why::GivenBack | Why::Changed) && self.is_needed(&line) {
            self.busy.insert(line.clone());
            let actions = self.member.kept(now(), &line);
            return self.carry_out(actions);
        }
        match why {
            Why::Lost => tracing::warn!(line, "a line of the bus is lost, and its calls are over"),
            why => tracing::info!(line, ?why, "a line of the bus is closed"),
        }
        match self.opening.get_mut(&line) {
            Some(is_to_close) => *is_to_close = true,
            None => self.close(line),
        }
    }

    fn close(&mut self, name: String) {
        self.busy.remove(&name);
        let Some(line) = self.open.remove(&name) else {
            let _ = self.words.send(Word::Closed(name));
            return;
        };
        let words = self.words.clone();
        self.threads.run(move || {
            let closed = unbroken(|| {
                drop(line);
                Ok(())
            });
            let _ = words.send(match closed {
                Ok(()) => Word::Closed(name),
                Err(_) => Word::Broken(name),
            });
        });
    }

    pub(super) fn look_at_calls(&mut self) {
        let mut changed = Vec::new();
        for (name, line) in &self.open {
            let is_busy = line.is_busy();
            if is_busy != self.busy.contains(name) {
                changed.push((name.clone(), is_busy));
            }
        }
        for (name, is_busy) in changed {
            let actions = self.member.busy(now(), &name, is_busy);
            match is_busy {
                true => self.busy.insert(name),
                false => self.busy.remove(&name),
            };
            self.carry_out(actions);
        }
    }
}
