//! Whether anything is missing in what a node says.

/// What a message's number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// It is the next.
    Next,
    /// It was here before: it says nothing new.
    Old,
    /// Others should have come before it, and will not any more: the state must be asked for anew.
    Gap,
}

/// The number of the latest message of a session; 0 before the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    last: u64,
}

impl Order {
    /// Takes the number of a message that came.
    pub fn take(&mut self, seq: u64) -> Took {
        if seq <= self.last {
            return Took::Old;
        }
        let took = match seq - 1 == self.last {
            true => Took::Next,
            false => Took::Gap,
        };
        self.last = seq;
        took
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_seen_and_nothing_is_taken_twice() {
        let mut order = Order::default();
        let took: Vec<Took> = [1, 2, 2, 5, 4, 6].map(|seq| order.take(seq)).into();
        use Took::{Gap, Next, Old};
        assert_eq!(took, [Next, Next, Old, Gap, Old, Next]);
        assert_eq!(order.take(u64::MAX), Gap);
        assert_eq!(order.take(u64::MAX), Old);
    }
}
