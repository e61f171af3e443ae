//! How calls end for whoever holds them.

use super::cluster::{Program, until};
use std::collections::HashMap;
use tapi3::engine::{CallHandle, Cause, DropReason, Event, State};

/// Waits until these calls are over. Each was told its end once, and why: what is told of a call on
/// another line, which is placed and ended then, comes behind all that.
#[track_caller]
pub fn each_is_over_once(program: &Program, calls: &[CallHandle], another: &str) -> Vec<Cause> {
    until("all calls are over", || {
        let mut calls = calls.iter();
        calls.all(|call| call.call.state() == State::Disconnected)
    });
    let last = program.connected(another, "1001");
    last.disconnect(DropReason::Normal).unwrap();
    let mut told: HashMap<u64, Vec<Cause>> = HashMap::new();
    program.told("the last call is over", |event| match event {
        Event::CallState {
            call,
            state: State::Disconnected,
            cause,
            ..
        } => {
            told.entry(call.id()).or_default().push(*cause);
            call.same(&last.call).then_some(())
        }
        _ => None,
    });
    let ends = calls.iter().map(|call| {
        let told = told.remove(&call.call.id()).unwrap_or_default();
        assert_eq!(told.len(), 1, "{told:?}");
        told[0]
    });
    ends.collect()
}
