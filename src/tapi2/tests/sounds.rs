//! What is told of the sound of calls.

use super::scripted::Program;
use crate::engine::MediaNews;
use crate::tapi2::abi::*;
use crate::tapi2::{digits, ending, registry};

#[test]
fn nothing_is_heard_on_a_handle_that_was_let_go_of() {
    let mut program = Program::new();
    let call = program.connected();
    let news = [
        MediaNews::Digit {
            key: b'1',
            mode: LINEDIGITMODE_DTMF,
            tick: 0,
        },
        MediaNews::Tone {
            app_specific: 1,
            tick: 0,
        },
    ];
    // Whoever tells has found it before.
    let part = registry::call(call).unwrap();
    let tell = || news.iter().for_each(|news| digits::told(&part, news));
    tell();
    for id in [LINE_MONITORDIGITS, LINE_MONITORTONE] {
        program.wait_for(|seen| seen.id == id && seen.device == call);
    }
    ending::deallocate(call).unwrap();
    program.flush();
    program.forget();
    tell();
    program.flush();
    assert_eq!(program.count(call), 0);
}
