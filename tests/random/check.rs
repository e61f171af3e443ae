//! What must hold: at every moment, when everybody has come to rest, and when all is over.

use super::capi::*;
use super::counted::*;
use super::dice::Dice;
use super::sink::{is_anybody_busy, may_become};
use super::watch::lock;
use super::world::{Call, Client, Kept, World, null};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tapi3::com::abi::*;

/// A call that is up before and after its line is asked must be among the line's calls, and the
/// same for its hub.
pub fn is_listed(world: &World, client: &Client, call: &Call) {
    let info = info_of(call);
    let before = state_of(call);
    let Some(address) = out(|address| call!(info, get_Address, address)) else {
        return;
    };
    let line = listed(&address);
    let hub = out(|hub| call!(info, get_CallHub, hub));
    let members = hub
        .as_ref()
        .and_then(|hub| out(|list| call!(hub, EnumerateCalls, list)));
    let members = members.map(|list| calls_of(Some(list)));
    // A call may join another hub in between.
    let stayed = hub == out(|hub| call!(info, get_CallHub, hub));
    let after = state_of(call);
    if !is_up(before) || !is_up(after) {
        return;
    }
    // A TAPI object that is shut down lists nothing: the method fails.
    if line.is_some_and(|line| !line.contains(call)) {
        world.fault(format!("its line does not list {}", describe(client, call)));
    }
    if stayed && members.is_some_and(|members| !members.contains(call)) {
        world.fault(format!("its hub does not list {}", describe(client, call)));
    }
}

/// A call as a report names it.
fn describe(client: &Client, call: &Call) -> String {
    let id = number_of(call, CIL_CALLID);
    let owners = number_of(call, CIL_NUMBEROFOWNERS);
    let mut privilege = -1;
    call!(info_of(call), get_Privilege, &raw mut privilege);
    let part = if privilege == CP_OWNER {
        "owner"
    } else {
        "monitor"
    };
    let state = state_of(call);
    let (number, role) = (client.number, client.role);
    let shut = if client.is_untouched() {
        ""
    } else {
        ", which was shut down"
    };
    let history = client.sink.history(id);
    format!(
        "call {id} in state {state}, {owners} owners, as seen by its {part}, client {number} \
         ({role:?}{shut}), who was told {history:?}"
    )
}

/// Waits until every sink is back, and has been told of everything that was raised before.
pub fn come_to_rest(world: &World) {
    world.calm.store(true, Ordering::SeqCst);
    wait(|| !is_anybody_busy());
    flush(world);
}

/// Waits until whoever has been open from the beginning has been told of everything that was
/// raised before: a lamp goes on and off, and events come in their order.
pub fn flush(world: &World) {
    let open: Vec<&Client> = world.clients.iter().filter(|c| c.is_untouched()).collect();
    let before: Vec<u64> = open.iter().map(|client| client.sink.lamps()).collect();
    for client in &open {
        call!(client.tapi, put_EventFilter, super::world::ALL_EVENTS);
    }
    let Some(address) = open.first().and_then(|client| client.address(0)) else {
        return;
    };
    for on in [true, false] {
        assert_eq!(call!(address, put_MessageWaiting, bool_of(on)), S_OK);
    }
    wait(|| {
        let mut both = open.iter().zip(&before);
        both.all(|(client, before)| client.sink.lamps() > *before)
    });
}

/// The watchdog sees to it that this does not last for ever.
fn wait(mut done: impl FnMut() -> bool) {
    while !done() {
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// What must hold when nobody does anything any more.
pub fn at_rest(world: &World) {
    for client in &world.clients {
        for call in client.held() {
            is_listed(world, client, &call);
        }
    }
    if !world.watched {
        return;
    }
    for client in world.clients.iter().filter(|c| c.hears_all()) {
        for kept in client.all_kept() {
            // Time may go on meanwhile, and the call with it.
            let is_told = || {
                let state = state_of(&kept.call);
                let told = client.told(&kept);
                told.last().is_none_or(|told| *told == state)
            };
            if !eventually(world, is_told) {
                let call = describe(client, &kept.call);
                world.fault(format!("not the state that was told: {call}"));
            }
            let told = client.told(&kept);
            let mut steps = told.iter().zip(told.iter().skip(1));
            if !steps.all(|(before, next)| may_become(*before, *next)) {
                let call = describe(client, &kept.call);
                world.fault(format!("no way from state to state: {call}"));
            }
        }
    }
}

/// Whether something comes to hold that is told to the sinks. A state may be seen a moment before
/// its event is under way.
fn eventually(world: &World, mut holds: impl FnMut() -> bool) -> bool {
    for _ in 0..500 {
        if holds() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(1));
        flush(world);
    }
    false
}

/// Hangs up whatever anybody owns.
pub fn hang_up_everything(world: &World, dice: &mut Dice) {
    for client in world.actors() {
        let mut calls = client.held();
        for line in 0..2 {
            let address = client.address(line);
            calls.extend(
                address
                    .and_then(|address| listed(&address))
                    .into_iter()
                    .flatten(),
            );
        }
        for call in calls {
            let code = dice.roll(3) as DISCONNECT_CODE;
            let answer = call!(call, Disconnect, code);
            world.check("Disconnect", answer);
            let state = state_of(&call);
            let kept_its_word = match answer {
                S_OK => state == CS_DISCONNECTED,
                S_FALSE => state == CS_IDLE,
                // The extension that never confirms, and calls of which others are the owner.
                TAPI_E_TIMEOUT | TAPI_E_NOTOWNER => true,
                _ => false,
            };
            if !kept_its_word {
                let call = describe(client, &call);
                world.fault(format!(
                    "Disconnect gives {answer:#x} for {call}, state {state}"
                ));
            }
        }
    }
}

/// Shuts everybody down but the watcher, one after the other or some at the same time.
pub fn shut_down_actors(world: &World, dice: &mut Dice) {
    let mut left: Vec<&Client> = world.actors().iter().collect();
    while !left.is_empty() {
        let client = left.swap_remove(dice.roll(left.len()));
        let far_ends = far_ends(world, client);
        if !left.is_empty() && dice.once_in(3) {
            let other = left.swap_remove(dice.roll(left.len()));
            std::thread::scope(|scope| {
                scope.spawn(|| other.shut_down());
                client.shut_down();
            });
            is_over(world, other);
        } else {
            client.shut_down();
        }
        is_over(world, client);
        for (near, far) in far_ends {
            if is_up(state_of(&far)) {
                let far = describe(world.watcher().unwrap_or(client), &far);
                let number = client.number;
                world.fault(format!(
                    "client {number}, the only owner of call {near}, is shut down; the other end: \
                     {far}"
                ));
            }
        }
    }
}

/// Whether the client alone owns the call.
fn owns_alone(call: &Call) -> bool {
    let mut privilege = -1;
    call!(info_of(call), get_Privilege, &raw mut privilege);
    privilege == CP_OWNER && number_of(call, CIL_NUMBEROFOWNERS) == 1
}

/// For each call that the client alone owns and that talks to one call of another line since its
/// beginning: its number, and that other call as the watcher sees it.
fn far_ends(world: &World, client: &Client) -> Vec<(LONG, Call)> {
    let Some(watcher) = world.watcher() else {
        return Vec::new();
    };
    let mut far = Vec::new();
    for call in client.held().iter().filter(|call| owns_alone(call)) {
        let near = number_of(call, CIL_CALLID);
        let hub = watcher
            .all_kept()
            .iter()
            .find_map(|Kept { call: seen, .. }| {
                let same = number_of(seen, CIL_CALLID) == near;
                same.then(|| out(|hub| call!(info_of(seen), get_CallHub, hub)))?
            });
        let members = hub.map(|hub| calls_of(out(|list| call!(hub, EnumerateCalls, list))));
        let mut members = members.unwrap_or_default();
        let told = |call: &Call| watcher.sink.history(number_of(call, CIL_CALLID));
        let mut ways: Vec<Vec<CALL_STATE>> = members.iter().map(told).collect();
        ways.sort();
        if ways == [[CS_INPROGRESS, CS_CONNECTED], [CS_OFFERING, CS_CONNECTED]] {
            members.retain(|member| number_of(member, CIL_CALLID) != near);
            far.extend(members.pop().map(|far| (near, far)));
        }
    }
    far
}

/// After Shutdown: the calls that the client alone owns are over.
fn is_over(world: &World, client: &Client) {
    for call in client.held() {
        let state = state_of(&call);
        if is_up(state) && owns_alone(&call) {
            world.fault(format!(
                "Shutdown has not ended {}",
                describe(client, &call)
            ));
        }
    }
}

/// Only the watcher is left: every call is over that anybody has ever owned, and it has heard so
/// once.
pub fn nothing_is_up(world: &World) {
    let Some(watcher) = world.watcher() else {
        return;
    };
    for line in 0..2 {
        let address = watcher.address(line).unwrap();
        for call in listed(&address).unwrap() {
            if number_of(&call, CIL_NUMBEROFOWNERS) != 0 && is_up(state_of(&call)) {
                let call = describe(watcher, &call);
                world.fault(format!("everybody is shut down, but for {call}"));
            }
        }
    }
    flush(world);
    every_end_is_told_once(world);
}

/// Whoever heard everything of a call that it holds heard of its end once.
pub fn every_end_is_told_once(world: &World) {
    for client in world
        .clients
        .iter()
        .filter(|c| world.watched && c.hears_all())
    {
        for Kept { call, id, .. } in client.all_kept() {
            let is_told = || {
                let history = client.sink.history(id);
                let ends = history.iter().filter(|state| **state == CS_DISCONNECTED);
                ends.count() == usize::from(state_of(&call) == CS_DISCONNECTED)
            };
            if !eventually(world, is_told) {
                world.fault(format!("not one end of {}", describe(client, &call)));
            }
        }
    }
}

/// Shuts the last one down, and lets go of everything: nobody else holds it.
pub fn let_go(world: &Arc<World>) {
    for client in &world.clients {
        client.shut_down();
        client.sink.expect_silence();
        for (_, sink) in lock(&client.more_sinks).iter() {
            sink.expect_silence();
        }
    }
    for client in &world.clients {
        let number = client.number;
        let mut held = client.held();
        drop(core::mem::take(&mut *lock(&client.kept)));
        for slot in 0..client.slots.len() {
            client.put(slot, None);
        }
        held.sort_by_key(Com::raw);
        let mut held = held.into_iter().peekable();
        while let Some(call) = held.next() {
            let is_last = held.peek().is_none_or(|next| *next != call);
            let id = number_of(&call, CIL_CALLID);
            let left = call.release();
            if is_last && left != 0 {
                world.fault(format!(
                    "client {number}: {left} references to call {id} are left"
                ));
            }
        }
        let home = core::mem::take(&mut *lock(&client.home));
        for address in home.addresses {
            let left = address.release();
            if left != 0 {
                world.fault(format!(
                    "client {number}: {left} references to an address are left"
                ));
            }
        }
        let sinks = core::mem::take(&mut *lock(&client.more_sinks));
        let sinks = sinks.iter().map(|(_, sink)| sink).chain([&client.sink]);
        for sink in sinks {
            let left = Arc::strong_count(sink) - 1;
            if left != 0 {
                world.fault(format!(
                    "client {number}: {left} references to a sink are left"
                ));
            }
        }
        let left = client.tapi.clone().release() - 1;
        if left != 0 {
            world.fault(format!(
                "client {number}: {left} references to the TAPI object are left"
            ));
        }
    }
    // What the last failure on this thread left behind.
    // SAFETY: takes any thread; NULL takes the error information away.
    unsafe { SetErrorInfo(0, null()) };
}
