//! What is told of the sound of calls.

use super::scripted::Program;
use crate::engine::MediaNews;
use crate::tapi2::abi::*;
use crate::tapi2::digits::Gathered;
use crate::tapi2::queue::Place;
use crate::tapi2::text::Form;
use crate::tapi2::tones::Entries;
use crate::tapi2::{digits, ending, registry, tones};

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

#[test]
fn what_a_reply_has_granted_counts_for_digits_and_tones() {
    let mut program = Program::on_line_with(|features| features.streams = true);
    let call = program.connected();
    // As it is between the reply to lineUnhold and the state.
    registry::call(call).unwrap().lock().state = LINECALLSTATE_ONHOLD;
    let keys = Ok(Some("1".to_owned()));
    assert_eq!(digits::generate(call, LINEDIGITMODE_DTMF, keys, 0), Ok(()));
    let tone = tones::generate(call, LINETONEMODE_BEEP, 100, &Entries::NONE);
    assert_eq!(tone, Ok(()));
    let mut room = [0_u8; 2];
    let mut gathered = Gathered {
        modes: LINEDIGITMODE_DTMF,
        place: Some(Place {
            address: room.as_mut_ptr() as usize,
            total: 2,
            form: Form::Bytes,
        }),
        count: 1,
        terminators: Ok(None),
        first: 0,
        inter: 0,
    };
    assert_eq!(digits::gather(call, &gathered), Ok(()));
    gathered.place = None;
    assert_eq!(digits::gather(call, &gathered), Ok(()));
    // The buffer is done with once this is told.
    program.wait_for(|seen| seen.id == LINE_GATHERDIGITS && seen.device == call);
}
