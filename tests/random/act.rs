//! Everything that a program may do, at random. Most of it is refused, for the call is in another
//! state by then.

use super::capi::SysFreeString;
use super::counted::*;
use super::dice::Dice;
use super::sink::Sink;
use super::watch::{Place, lock};
use super::world::{Call, Client, Role, World, advance, empty, null};
use std::sync::Arc;
use std::time::Duration;
use tapi3::com::abi::*;

const NUMBERS: &[&str] = &[
    "1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "1010", "1012", "3001",
    "3002", "3003", "2001", "2002", "2001", "2002", "2001", "2002", "9999", "", "20;", "7001",
];

/// Where calls are parked.
const PARKS: &[&str] = &["7001", "7002", "55"];

/// One thing to be done.
pub struct Turn<'a> {
    pub world: &'a World,
    pub client: &'a Client,
    pub dice: &'a mut Dice,
    place: &'a Arc<Place>,
    in_sink: bool,
}

type Act = fn(&mut Turn);

/// How often, what, and how.
const ACTS: &[(usize, &str, Act)] = &[
    (12, "CreateCall and Connect", |turn| {
        let call = turn.create();
        turn.connect(call);
    }),
    (6, "CreateCall", |turn| {
        let call = turn.create();
        turn.put(call);
    }),
    (6, "Connect", |turn| {
        let call = turn.call();
        turn.connect(call);
    }),
    (8, "Answer", |turn| {
        turn.on_call("Answer", |call, _| call!(call, Answer))
    }),
    (10, "Disconnect", |turn| {
        let call = turn.call();
        turn.disconnect(call);
    }),
    (4, "Hold", |turn| {
        turn.on_call("Hold", |call, dice| {
            call!(call, Hold, bool_of(dice.once_in(2)))
        });
    }),
    (3, "SwapHold", |turn| {
        turn.on_two("SwapHold", |call, other, _| call!(call, SwapHold, other))
    }),
    (3, "BlindTransfer", |turn| {
        turn.with_text("BlindTransfer", NUMBERS, |call, text| {
            call!(call, BlindTransfer, text)
        });
    }),
    (5, "Transfer", |turn| {
        turn.on_two("Transfer", |call, other, dice| {
            call!(call, Transfer, other, bool_of(dice.once_in(4)))
        });
    }),
    (5, "Conference", |turn| {
        turn.on_two("Conference", |call, other, dice| {
            call!(call, Conference, other, bool_of(dice.once_in(4)))
        });
    }),
    (4, "Finish", |turn| {
        turn.on_call("Finish", |call, dice| {
            call!(call, Finish, dice.roll(2) as FINISH_MODE)
        });
    }),
    (2, "RemoveFromConference", |turn| {
        turn.on_call("RemoveFromConference", |call, _| {
            call!(call, RemoveFromConference)
        });
    }),
    (3, "ParkDirect", |turn| {
        turn.with_text("ParkDirect", PARKS, |call, text| {
            call!(call, ParkDirect, text)
        });
    }),
    (2, "ParkIndirect", |turn| turn.park()),
    (3, "Unpark", |turn| {
        let call = turn.idle(PARKS);
        turn.put(call.clone());
        turn.on_this("Unpark", call, |call| call!(call, Unpark));
    }),
    (3, "Pickup", |turn| {
        let call = turn.idle(&["", "2001", "2002"]);
        turn.put(call.clone());
        let group = Text::new(if turn.dice.once_in(2) { "1" } else { "" });
        turn.on_this("Pickup", call, |call| call!(call, Pickup, group.0));
    }),
    (3, "Dial", |turn| {
        turn.with_text("Dial", &["01", "02", "1"], |call, text| {
            call!(call, Dial, text)
        })
    }),
    (3, "HandoffDirect", |turn| {
        let name = turn.world.application.clone();
        turn.with_text("HandoffDirect", &[&name], |call, text| {
            call!(call, HandoffDirect, text)
        });
    }),
    (1, "HandoffIndirect", |turn| {
        turn.on_call("HandoffIndirect", |call, _| {
            call!(call, HandoffIndirect, TAPIMEDIATYPE_AUDIO)
        });
    }),
    (8, "EnumerateCalls", |turn| turn.use_enumerated()),
    (8, "whether calls are listed", |turn| {
        if let Some(call) = turn.call() {
            super::check::is_listed(turn.world, turn.client, &call);
        }
    }),
    (4, "EnumerateCallHubs", |turn| turn.use_hubs()),
    (3, "get_CallHub", |turn| turn.use_hub()),
    (12, "Release", |turn| turn.put(None)),
    (3, "Release of a new call", |turn| drop(turn.create())),
    (3, "RegisterCallNotifications", |turn| {
        let (line, monitor) = (turn.dice.roll(2), turn.dice.once_in(2));
        turn.client
            .register(line, monitor, !monitor || turn.dice.once_in(2));
    }),
    (3, "UnregisterNotifications", |turn| turn.unregister()),
    (3, "put_EventFilter", |turn| turn.filter()),
    (2, "ITCallInfo2::put_EventFilter", |turn| turn.filter_call()),
    (2, "ITAddress2::put_EventFilter", |turn| {
        turn.filter_address()
    }),
    (3, "Advise", |turn| turn.advise()),
    (3, "Unadvise", |turn| turn.unadvise()),
    (2, "Shutdown", |turn| turn.shut_down()),
    (3, "Initialize", |turn| {
        if !turn.client.is_untouched() {
            turn.client.open(turn.world, turn.dice);
        }
    }),
    (3, "information", |turn| turn.read()),
    (6, "a file player", super::sound::play),
    (5, "a file recorder", super::sound::record),
    (4, "Start, Pause and Stop of a file", super::sound::control),
    (4, "UnselectTerminalOnCall", super::sound::unselect),
    (3, "a stream", super::sound::stream),
    (4, "GenerateDigits", super::sound::send_digits),
    (3, "GatherDigits", super::sound::gather),
    (2, "DetectDigits", super::sound::detect),
    (3, "tones", super::sound::tones),
    (5, "a pause", |turn| {
        let long = turn.dice.roll(4000);
        match (turn.world.manual, turn.in_sink) {
            (true, _) => advance(long),
            (false, false) => std::thread::sleep(Duration::from_micros(long as u64)),
            (false, true) => std::thread::yield_now(),
        }
    }),
];

/// Does one thing as `client`.
pub fn one(world: &World, client: &Client, dice: &mut Dice, place: &Arc<Place>, in_sink: bool) {
    let all: usize = ACTS.iter().map(|(weight, ..)| weight).sum();
    let mut left = dice.roll(all);
    let chosen = ACTS.iter().find(|(weight, ..)| {
        let found = left < *weight;
        left = left.saturating_sub(*weight);
        found
    });
    let (_, name, act) = chosen.unwrap();
    place.is(&format!("{name}, as client {}", client.number));
    act(&mut Turn {
        world,
        client,
        dice,
        place,
        in_sink,
    });
}

impl Turn<'_> {
    // Calls at hand.

    fn slot(&mut self) -> usize {
        self.dice.roll(self.client.slots.len())
    }

    pub fn call(&mut self) -> Option<Call> {
        let slot = self.slot();
        let call = lock(&self.client.slots[slot]).clone();
        // Whatever is at hand, so that more comes about than refusals.
        let mut slots = self.client.slots.iter();
        call.or_else(|| slots.find_map(|slot| lock(slot).clone()))
    }

    fn put(&mut self, call: Option<Call>) {
        let slot = self.slot();
        self.client.put(slot, call);
    }

    fn idle(&mut self, numbers: &[&str]) -> Option<Call> {
        let (line, number) = (self.dice.roll(2), self.dice.choose(numbers).copied());
        let Some(call) = create_call(&self.client.address(line)?, number?) else {
            // A TAPI object that is shut down makes no calls.
            if self.client.is_untouched() {
                self.world.fault(String::from("CreateCall fails"));
            }
            return None;
        };
        if self.client.hears_all() && self.dice.once_in(3) {
            self.client.keep(call.clone(), true);
        }
        Some(call)
    }

    fn create(&mut self) -> Option<Call> {
        self.idle(NUMBERS)
    }

    // Operations.

    fn on_this(&mut self, name: &str, call: Option<Call>, act: impl FnOnce(&Call) -> HRESULT) {
        if let Some(call) = call {
            self.world.check(name, act(&call));
        }
    }

    fn on_call(&mut self, name: &str, act: impl FnOnce(&Call, &mut Dice) -> HRESULT) {
        if let Some(call) = self.call() {
            self.world.check(name, act(&call, self.dice));
        }
    }

    fn on_two(
        &mut self,
        name: &str,
        act: impl FnOnce(&Call, *mut ITBasicCallControl, &mut Dice) -> HRESULT,
    ) {
        let other = if self.dice.once_in(2) {
            self.create()
        } else {
            self.call()
        };
        if let (Some(call), Some(other)) = (self.call(), other) {
            self.world.check(name, act(&call, other.raw(), self.dice));
            self.put(Some(other));
        }
    }

    fn with_text(&mut self, name: &str, texts: &[&str], act: impl FnOnce(&Call, BSTR) -> HRESULT) {
        let text = Text::new(self.dice.choose(texts).unwrap());
        self.on_call(name, |call, _| act(call, text.0));
    }

    fn connect(&mut self, call: Option<Call>) {
        let wait = self.dice.once_in(3);
        self.put(call.clone());
        self.on_this("Connect", call, |call| call!(call, Connect, bool_of(wait)));
    }

    fn disconnect(&mut self, call: Option<Call>) {
        let code = self.dice.roll(4) as DISCONNECT_CODE;
        let Some(call) = call else { return };
        let answer = call!(call, Disconnect, code);
        self.world.check("Disconnect", answer);
        if answer == S_OK && state_of(&call) != CS_DISCONNECTED {
            let state = state_of(&call);
            self.world.fault(format!(
                "Disconnect gives S_OK, and the call is in state {state}"
            ));
        }
        if code == 3 && answer != E_INVALIDARG {
            self.world.fault(format!("Disconnect(3) gives {answer:#x}"));
        }
    }

    fn park(&mut self) {
        self.on_call("ParkIndirect", |call, _| {
            let mut address = null();
            let answer = call!(call, ParkIndirect, &raw mut address);
            // SAFETY: the text is given to us.
            unsafe { SysFreeString(address) };
            answer
        });
    }

    fn use_enumerated(&mut self) {
        let line = self.dice.roll(2);
        let Some(address) = self.client.address(line) else {
            return;
        };
        for call in listed(&address).unwrap_or_default() {
            match self.dice.roll(6) {
                0 => self.connect(Some(call)),
                1 => self.disconnect(Some(call)),
                2 => super::check::is_listed(self.world, self.client, &call),
                3 => self.put(Some(call)),
                _ => {}
            }
        }
    }

    fn use_hubs(&mut self) {
        let hubs = out(|hubs| call!(self.client.tapi, EnumerateCallHubs, hubs));
        let Some(hubs) = hubs else { return };
        while let Some(hub) = out(|hub| call!(hubs, Next, 1, hub, null())) {
            self.look_at(&hub);
        }
    }

    fn use_hub(&mut self) {
        let Some(call) = self.call() else { return };
        if let Some(hub) = out(|hub| call!(info_of(&call), get_CallHub, hub)) {
            self.look_at(&hub);
        }
    }

    fn look_at(&mut self, hub: &Com<ITCallHub>) {
        let mut count = 0;
        call!(hub, get_NumCalls, &raw mut count);
        let calls = calls_of(out(|list| call!(hub, EnumerateCalls, list)));
        if let Some(call) = self.dice.choose(&calls) {
            self.put(Some(call.clone()));
        }
        if self.dice.once_in(6) {
            self.world.check("ITCallHub::Clear", call!(hub, Clear));
        }
    }

    fn unregister(&mut self) {
        let token = lock(&self.client.home).tokens.pop();
        if let Some(token) = token {
            call!(self.client.tapi, UnregisterNotifications, token);
        }
    }

    // Who hears what. Those who are to hear every state keep their filters for states.

    fn filter(&mut self) {
        let mask = super::world::ALL_EVENTS;
        let mask = match self.client.role {
            Role::Fickle if self.dice.once_in(2) => mask & (self.dice.roll(0x80) as LONG),
            _ => mask,
        };
        call!(self.client.tapi, put_EventFilter, mask);
    }

    fn kind_to_filter(&mut self) -> TAPI_EVENT {
        match self.client.role {
            Role::Fickle if self.dice.once_in(2) => TE_CALLSTATE,
            _ => TE_CALLINFOCHANGE,
        }
    }

    fn filter_call(&mut self) {
        let (kind, on) = (self.kind_to_filter(), bool_of(self.dice.once_in(2)));
        let Some(call) = self.call() else { return };
        let info: Com<ITCallInfo2> = call.query(&IID_ITCallInfo2).unwrap();
        call!(info, put_EventFilter, kind, -1, on);
    }

    fn filter_address(&mut self) {
        let (kind, on) = (self.kind_to_filter(), bool_of(self.dice.once_in(2)));
        let line = self.dice.roll(2);
        let Some(address) = self.client.address(line) else {
            return;
        };
        let address: Com<ITAddress2> = address.query(&IID_ITAddress2).unwrap();
        call!(address, put_EventFilter, kind, -1, on);
    }

    fn advise(&mut self) {
        let dice = Dice::new(self.dice.roll(usize::MAX) as u64, 0);
        let world = &self.client.sink.world();
        let number = self.client.number;
        let place = self
            .world
            .watch
            .place(format!("another sink of client {number}"));
        let sink = Sink::new(number, dice, world, place);
        if let Some(cookie) = self.client.advise(&sink) {
            lock(&self.client.more_sinks).push((cookie, sink));
        }
    }

    fn unadvise(&mut self) {
        let tied = lock(&self.client.more_sinks).pop();
        if let Some((cookie, _)) = tied {
            self.client.unadvise(cookie);
        }
    }

    /// One's own TAPI object, or that of another.
    fn shut_down(&mut self) {
        let chosen = self.dice.roll(self.world.actors().len());
        let client = &self.world.actors()[chosen];
        // A round in which everybody is gone soon shows little.
        if client.role == Role::Fickle || self.dice.once_in(3) {
            let doing = format!("Shutdown of client {}", client.number);
            self.place.is(&doing);
            self.world.check("Shutdown", client.shut_down());
        }
    }

    fn read(&mut self) {
        let mut hubs = empty();
        call!(self.client.tapi, get_CallHubs, &raw mut hubs);
        // SAFETY: the variant is ours.
        unsafe { super::capi::VariantClear(&raw mut hubs) };
        self.on_call("get_CallInfoString", |call, _| {
            let mut text = null();
            let which = CIS_CALLEDIDNUMBER;
            let answer = call!(info_of(call), get_CallInfoString, which, &raw mut text);
            // SAFETY: the text is given to us.
            unsafe { SysFreeString(text) };
            answer
        });
        self.on_call("get_Address", |call, _| {
            drop(out(|address| call!(info_of(call), get_Address, address)));
            S_OK
        });
    }
}
