//! How many bytes a live call takes: the C heap before and after 100,000 connected calls.

#[path = "../tests/support/vtable.rs"]
mod vtable;

const CALLS: usize = 100_000;

fn heap() -> usize {
    // SAFETY: mallinfo2 only reads the allocator's counters.
    let info = unsafe { libc::mallinfo2() };
    info.uordblks + info.hblkhd
}

fn main() {
    let tapi = vtable::Tapi::open();
    let address = tapi.first_address();
    let mut calls = Vec::with_capacity(CALLS);
    let before = heap();
    for _ in 0..CALLS {
        let call = address.create_call("1001");
        assert_eq!(call.connect(true), 0);
        calls.push(call);
    }
    let bytes = (heap() - before) / CALLS;
    println!("{CALLS} live calls: {bytes} bytes a call");
    for call in &calls {
        assert_eq!(call.disconnect(0), 0);
    }
    drop(calls);
    let left = heap().saturating_sub(before);
    println!("after hanging up and releasing all: {left} bytes kept for the next calls");
}
