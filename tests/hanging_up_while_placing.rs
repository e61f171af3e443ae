//! A hang-up in the moment in which another thread places the call: whoever is told that there was
//! nothing to end is told the truth.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tapi3::engine::{
    Call, CallHandle, Client, Disconnected, DropReason, Engine, Features, Line, LineInfo, Provider,
    Reply, Settings, State, SystemClock,
};

/// TAPIMEDIATYPE_AUDIO
const AUDIO: u32 = 8;
/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;
/// How long to try.
const STRESS: Duration = Duration::from_secs(5);

/// A provider that places calls after a short moment, and says when it has begun to.
#[derive(Default)]
struct Placing {
    begun: AtomicU64,
    moment: AtomicU64,
}

impl Provider for Placing {
    fn make(&self, call: &Call, reply: Reply) {
        // The call is being placed since before this.
        self.begun.fetch_add(1, Ordering::SeqCst);
        spin(self.moment.load(Ordering::Relaxed));
        call.progressing();
        reply.ok();
    }

    fn answer(&self, _call: &Call, reply: Reply) {
        reply.ok();
    }

    fn drop_call(&self, _call: &Call, _reason: DropReason, reply: Reply) {
        reply.ok();
    }

    fn close(&self) {}
}

fn spin(times: u64) {
    for _ in 0..times {
        std::hint::spin_loop();
    }
}

/// Waits for a number that another thread counts up to.
fn wait_for(counter: &AtomicU64, number: u64) {
    let mut tries = 0_u32;
    while counter.load(Ordering::SeqCst) < number {
        tries += 1;
        if tries > 3000 {
            std::thread::yield_now();
        }
    }
}

fn open() -> (Arc<Placing>, Arc<Line>, Client) {
    let engine = Engine::new(Arc::new(SystemClock::new()), Settings::default());
    let provider = Arc::new(Placing::default());
    let info = LineInfo {
        name: "Line".to_owned(),
        address: "1".to_owned(),
        provider: "test".to_owned(),
        protocol: String::new(),
        media: AUDIO,
        address_types: NUMBER,
        features: Features::default(),
        max_active: 9,
        max_held: 0,
        max_conference: 0,
    };
    let line = engine.add_line(info, provider.clone());
    let client = engine.add_client("test".to_owned()).unwrap();
    (provider, line, client)
}

#[test]
fn a_call_that_is_being_placed_is_never_nothing_to_end() {
    let (provider, line, client) = open();
    let end = Instant::now() + STRESS;
    let slot: Mutex<Option<CallHandle>> = Mutex::default();
    let (ready, done) = (AtomicU64::new(0), AtomicU64::new(0));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 1.. {
                let call = Call::outgoing(&client, &line, "1".to_owned(), AUDIO, NUMBER);
                let call = call.unwrap();
                let over = Instant::now() > end;
                *slot.lock().unwrap() = (!over).then(|| call.clone());
                ready.store(number, Ordering::SeqCst);
                if over {
                    return;
                }
                // Refused, if the hang-up came first.
                let _ = call.connect(false);
                wait_for(&done, number);
            }
        });
        let mut random = 1_u64;
        let mut wrong = 0_u32;
        for number in 1.. {
            wait_for(&ready, number);
            let Some(call) = slot.lock().unwrap().take() else {
                break;
            };
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            provider
                .moment
                .store((random >> 58) % 40, Ordering::Relaxed);
            wait_for(&provider.begun, number);
            spin((random >> 50) % 20);
            let found = call.disconnect(DropReason::Normal);
            if found != Ok(Disconnected::Over) || call.call.state() != State::Disconnected {
                wrong += 1;
                let _ = call.disconnect(DropReason::Normal);
            }
            call.detach();
            done.store(number, Ordering::SeqCst);
        }
        assert_eq!(wrong, 0, "hang-ups that missed a call under way");
    });
}
