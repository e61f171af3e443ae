//! What a hang-up costs, through the C vtable, beside something known in the same run.
//!
//! `idle_disconnect` against a bare call through a C function pointer; connect and disconnect in
//! cycles on the simulated exchange, on one thread and two, with and without a sink.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::{Duration, Instant};

#[path = "../tests/support/vtable.rs"]
mod vtable;

use vtable::{Address, CountingSink, Tapi};

/// A C function that does nothing, called as a vtable calls.
extern "C" fn nothing(_: *mut std::ffi::c_void, code: i32) -> u32 {
    u32::from(code == 0)
}

fn idle_disconnect(c: &mut Criterion) {
    let tapi = Tapi::open();
    let call = tapi.first_address().create_call("1001");
    let mut group = c.benchmark_group("idle_disconnect");
    let bare: extern "C" fn(*mut std::ffi::c_void, i32) -> u32 = black_box(nothing);
    group.bench_function("bare_function_pointer", |b| {
        b.iter(|| bare(black_box(std::ptr::null_mut()), black_box(0)));
    });
    group.bench_function("ITBasicCallControl_Disconnect", |b| {
        b.iter(|| black_box(&call).disconnect(black_box(0)));
    });
    group.finish();
}

fn one_cycle(address: &Address) {
    let call = address.create_call("1001");
    assert_eq!(call.connect(true), 0);
    assert_eq!(call.disconnect(0), 0);
}

fn cycles(c: &mut Criterion) {
    let mut group = c.benchmark_group("connect_disconnect");
    group.throughput(Throughput::Elements(1));
    {
        let tapi = Tapi::open();
        let address = tapi.first_address();
        group.bench_function("one_thread", |b| b.iter(|| one_cycle(&address)));
        group.bench_function("two_threads", |b| {
            b.iter_custom(|count| on_two_threads(&tapi, count));
        });
    }
    {
        let tapi = Tapi::open();
        let sink = CountingSink::new();
        tapi.advise(&sink);
        tapi.put_event_filter(tapi3::com::abi::TE_CALLSTATE);
        let address = tapi.first_address();
        group.bench_function("one_thread_with_sink", |b| {
            b.iter_batched(|| (), |()| one_cycle(&address), BatchSize::SmallInput);
        });
        group.bench_function("two_threads_with_sink", |b| {
            b.iter_custom(|count| on_two_threads(&tapi, count));
        });
    }
    group.finish();
}

/// The time that two threads on two lines need for `count` cycles together.
fn on_two_threads(tapi: &Tapi, count: u64) -> Duration {
    let addresses = [tapi.address(0), tapi.address(1)];
    let start = Instant::now();
    std::thread::scope(|scope| {
        for address in &addresses {
            scope.spawn(move || {
                for _ in 0..count.div_ceil(2) {
                    one_cycle(address);
                }
            });
        }
    });
    start.elapsed()
}

criterion_group!(benches, idle_disconnect, cycles);
criterion_main!(benches);
