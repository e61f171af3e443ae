//! The holders of one call. Nearly always there is one, which needs no memory of its own.

use super::error::Result;
use super::holder::Holder;

#[derive(Default)]
pub(super) struct Holders {
    first: Option<Holder>,
    others: Vec<Holder>,
}

impl Holders {
    /// One, or none.
    pub fn new(first: Option<Holder>) -> Self {
        Holders {
            first,
            others: Vec::new(),
        }
    }

    /// Makes room for `count` more.
    pub fn try_reserve(&mut self, count: usize) -> Result<()> {
        self.others.try_reserve(count)?;
        Ok(())
    }

    /// Adds one; room for a second was made before.
    pub fn push(&mut self, holder: Holder) {
        if self.first.is_none() && self.others.is_empty() {
            self.first = Some(holder);
        } else {
            self.others.push(holder);
        }
    }

    /// Makes room for one and adds it.
    pub fn try_push(&mut self, holder: Holder) -> Result<()> {
        if self.first.is_some() {
            self.others.try_reserve(1)?;
        }
        self.push(holder);
        Ok(())
    }

    /// Takes the last one off again.
    pub fn pop(&mut self) {
        if self.others.pop().is_none() {
            self.first = None;
        }
    }

    pub fn clear(&mut self) {
        self.others.clear();
        self.first = None;
    }

    pub fn len(&self) -> usize {
        usize::from(self.first.is_some()) + self.others.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Holder> {
        self.first.iter().chain(&self.others)
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Holder> {
        self.first.iter_mut().chain(&mut self.others)
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut Holder> {
        match index {
            0 => self.first.as_mut(),
            _ => self.others.get_mut(index - 1),
        }
    }
}
