//! Two programs that call each other on the lines of a node.

#![allow(dead_code, reason = "each test file uses its part")]

use super::cluster::{Bus, Node, Program, until};
use tapi3::engine::{CallHandle, State};

/// A node, and two programs that use its lines: alice both, bob `n1 b` (2002), whose calls he takes.
pub struct Pair {
    pub alice: Program,
    pub bob: Program,
    pub node: Node,
    pub bus: Bus,
}

impl Pair {
    pub fn start() -> Option<Self> {
        let bus = Bus::start()?;
        let node = Node::start(&bus, "n1");
        Some(Self::on(bus, node))
    }

    /// With a node of the test's own, whose name is `n1`.
    pub fn on(bus: Bus, node: Node) -> Self {
        let (alice, bob) = (Program::start(&bus, "alice"), Program::start(&bus, "bob"));
        bob.register("n1 b");
        Pair {
            alice,
            bob,
            node,
            bus,
        }
    }

    /// A call of alice's that rings at bob's: hers and his.
    pub fn ring(&self) -> (CallHandle, CallHandle) {
        let call = self.alice.call("n1 a", "2002");
        call.connect(false).unwrap();
        (call, self.bob.offered())
    }

    /// A call of alice's that bob has answered: hers and his.
    pub fn talk(&self) -> (CallHandle, CallHandle) {
        let (call, offered) = self.ring();
        offered.answer().unwrap();
        until("bob has answered", || call.call.state() == State::Connected);
        (call, offered)
    }
}
