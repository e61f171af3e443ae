//! The lines as a table shows them.

use crate::engine::{Engine, Features, Result};

/// The name of a line, its address, its provider with its node if that is another machine, whether it
/// is in service, and what it offers.
pub type ListedLine = [String; 5];

/// A row for each line of the engine.
///
/// # Errors
/// Memory is short.
pub fn list(engine: &Engine) -> Result<Vec<ListedLine>> {
    let rows = engine.lines()?.into_iter().map(|line| {
        let info = line.info();
        [
            info.name.clone(),
            info.address.clone(),
            line.with_provider_name(str::to_owned),
            state(line.in_service()).to_owned(),
            offers(info.features),
        ]
    });
    Ok(rows.collect())
}

fn state(in_service: bool) -> &'static str {
    if in_service {
        "in service"
    } else {
        "out of service"
    }
}

/// What a line does besides placing, answering and ending calls.
fn offers(f: Features) -> String {
    let all = [
        (f.hold, "hold"),
        (f.swap, "swap"),
        (f.redirect, "redirect"),
        (f.blind_transfer, "blind-transfer"),
        (f.transfer, "transfer"),
        (f.conference, "conference"),
        (f.park_direct || f.park_indirect, "park"),
        (f.unpark, "unpark"),
        (f.pickup, "pickup"),
        (f.dial, "dial"),
        (f.forward, "forward"),
        (f.do_not_disturb, "do-not-disturb"),
        (f.message_waiting, "message-waiting"),
    ];
    let names: Vec<&str> = all.iter().filter(|o| o.0).map(|o| o.1).collect();
    names.join(",")
}
