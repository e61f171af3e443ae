//! Several programs at once, of TAPI 3 and of TAPI 2, on several threads and in their sinks, do at
//! random whatever the vtables and functions offer; after every round nothing may be lost, told twice, or left behind.
//!
//! Each thread's sequence of operations follows from the round's seed; what comes of it follows
//! from the threads too, so a seed that failed may have to be repeated:
//!
//!     TAPI3_RANDOM_SEED=4711 TAPI3_RANDOM_SECONDS=600 cargo test --test random_calls
//!
//! Without a seed each round has another one. `TAPI3_RANDOM_THREADS` sets how many threads there
//! are beside those of the sinks; `TAPI3_RANDOM_PATIENCE` after how many seconds a round counts as
//! stuck (the program then says who is where, and fails); `TAPI3_RANDOM_STAY` keeps a stuck
//! program alive for a debugger.
//!
//! In every other round threads are stopped for a moment wherever they are, again and again.
//!
//! The one test is alone in its program, for it counts the process's memory and threads.

#[path = "support/capi.rs"]
mod capi;
#[path = "support/counted.rs"]
#[macro_use]
mod counted;
#[path = "support/counting_malloc.rs"]
mod counting_malloc;

#[path = "support/tapi2.rs"]
mod line_functions;

#[path = "random/act.rs"]
mod act;
#[path = "random/check.rs"]
mod check;
#[path = "random/dice.rs"]
mod dice;
#[path = "random/jostle.rs"]
mod jostle;
#[path = "random/process.rs"]
mod process;
#[path = "random/sink.rs"]
mod sink;
#[path = "random/sound.rs"]
mod sound;
#[path = "random/tapi2.rs"]
mod tapi2;
#[path = "random/watch.rs"]
mod watch;
#[path = "random/world.rs"]
mod world;

use dice::Dice;
use process::Use;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use watch::Watch;
use world::World;

/// How long to go on, unless somebody says otherwise.
const SECONDS: u64 = 20;
/// How long a round may take, on the busiest machine.
const PATIENCE: u64 = 120;
/// The first rounds make what is made once for the process, such as its tables.
const WARM_UP: u32 = 3;
/// How many blocks may be made once for the process later than that.
const LATE: isize = 2;

fn setting(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{name} is no number: {text}")),
    )
}

#[test]
fn nothing_is_lost_whatever_happens() {
    let end =
        Instant::now() + Duration::from_secs(setting("TAPI3_RANDOM_SECONDS").unwrap_or(SECONDS));
    let fixed = setting("TAPI3_RANDOM_SEED");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let mut seed = fixed.unwrap_or(now.as_millis() as u64 * 1000);
    watch::report_panics();
    let mut rounds = 0;
    let mut grace = LATE;
    while rounds < WARM_UP || Instant::now() < end {
        rounds += 1;
        let grace = (rounds > WARM_UP).then_some(&mut grace);
        let faults = round(seed, grace);
        assert!(
            faults.is_empty(),
            "round {rounds}, TAPI3_RANDOM_SEED={seed}:\n  {}",
            faults.join("\n  ")
        );
        seed += u64::from(fixed.is_none());
    }
    println!("{rounds} rounds, {} blocks made late", LATE - grace);
}

/// One round. Returns what was wrong. With `grace`, no more may be in use afterwards than before.
fn round(seed: u64, grace: Option<&mut isize>) -> Vec<String> {
    let patience = Duration::from_secs(setting("TAPI3_RANDOM_PATIENCE").unwrap_or(PATIENCE));
    let mut title = String::with_capacity(300);
    let before = Use::now();
    let watch = Watch::start(format!("The round of TAPI3_RANDOM_SEED={seed}"), patience);
    let place = watch.place(String::from("the test"));
    place.is("opening");
    let world = World::open(seed, &watch);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        if world.manual {
            scope.spawn(|| time(seed, &over));
        }
        if Dice::new(seed, 5).once_in(2) {
            scope.spawn(|| jostle::jostle(seed, &over));
        }
        place.is("waiting for the threads");
        work(&world, seed);
        let dice = &mut Dice::new(seed, 1);
        place.is("coming to rest");
        check::come_to_rest(&world);
        place.is("waiting for the replies of TAPI 2");
        world
            .applications
            .iter()
            .for_each(tapi2::Application::is_at_rest);
        place.is("checking");
        check::at_rest(&world);
        if dice.once_in(2) {
            place.is("hanging up");
            check::hang_up_everything(&world, dice);
            check::flush(&world);
            check::every_end_is_told_once(&world);
        }
        place.is("shutting down");
        world
            .applications
            .iter()
            .for_each(tapi2::Application::shut_down);
        check::shut_down_actors(&world, dice);
        check::nothing_is_up(&world);
        over.store(true, Ordering::SeqCst);
    });
    place.is("letting go");
    check::let_go(&world);
    let mut faults = world.faults();
    faults.extend(watch::panics());
    watch.end();
    title.push_str(&world.title());
    drop((world, watch, place));
    if let Some(grace) = grace.filter(|_| faults.is_empty()) {
        faults.extend(before.returns(patience, grace).err());
    }
    if !faults.is_empty() {
        faults.insert(0, title);
    }
    faults
}

/// The threads that do something, each by its own dice.
fn work(world: &World, seed: u64) {
    let dice = &mut Dice::new(seed, 2);
    let threads = setting("TAPI3_RANDOM_THREADS").map_or(2 + dice.roll(3), |n| n as usize);
    let steps = 20 + dice.roll(100);
    std::thread::scope(|scope| {
        for number in 0..threads {
            let place = world.watch.place(format!("thread {number}"));
            scope.spawn(move || {
                let mut dice = Dice::new(seed, 10 + number);
                for _ in 0..steps {
                    let (actors, applications) = (world.actors(), &world.applications);
                    let chosen = dice.roll(actors.len() + applications.len());
                    match applications.get(chosen.wrapping_sub(actors.len())) {
                        Some(application) => tapi2::one(world, application, &mut dice, &place),
                        None => act::one(world, &actors[chosen], &mut dice, &place, false),
                    }
                }
                place.is(watch::DONE);
            });
        }
    });
}

/// Time goes on by itself, for those who wait.
fn time(seed: u64, over: &AtomicBool) {
    let mut dice = Dice::new(seed, 3);
    while !over.load(Ordering::SeqCst) {
        world::advance(dice.roll(20));
        std::thread::sleep(Duration::from_micros(100));
    }
}
