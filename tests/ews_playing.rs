//! PlayOnPhone plays: whoever answers hears the item's file from its beginning, and the call ends a
//! moment after its end, or when its client hangs up in the middle.

#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/ramps.rs"]
mod ramps;

use ews::{Endpoint, password_hash, until};
use ramps::{make, ramp, read};
use tempfile::TempDir;

/// An endpoint with the item `hello`, whose extension 20 records what it hears into `heard.wav`.
fn endpoint(folder: &TempDir, samples: &[i16]) -> Endpoint {
    let (hello, heard) = (
        folder.path().join("hello.wav"),
        folder.path().join("heard.wav"),
    );
    make(&hello, samples);
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "[[simulation.extension]]\nnumber = \"20\"\nbehaviour = \"answer\"\n\
         answer_after = \"300ms\"\nrecords = {heard:?}\n\
         [server]\n{{listen}}\nhang_up_after_playing = \"200ms\"\nmetrics = \"anybody\"\n\
         [[server.item]]\nid = \"hello\"\nfile = {hello:?}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}"
    ))
}

#[test]
fn the_telephone_hears_the_file_and_the_call_ends_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = endpoint(&folder, &ramp(4_000));
    let mut client = endpoint.client();
    let id = client.play_item("hello", "20").call_id();
    until("it ends by itself", || {
        client.information(&id).element("PhoneCallState") == "Disconnected"
    });
    assert!(endpoint.page("/metrics").body.contains("by=\"played\"} 1"));
    drop(client);
    endpoint.signal("TERM");
    let (status, log) = endpoint.end();
    assert!(status.success(), "{log}");
    let heard = read(&folder.path().join("heard.wav"));
    let first = heard.iter().position(|sample| *sample != 0).unwrap();
    assert_eq!(heard[first..][..4_000], ramp(4_000));
    assert!(heard[first + 4_000..].iter().all(|sample| *sample == 0));
}

#[test]
fn a_client_hangs_up_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = endpoint(&folder, &ramp(4_000).repeat(40));
    let mut client = endpoint.client();
    let id = client.play_item("hello", "20").call_id();
    until("it is answered", || {
        client.information(&id).element("PhoneCallState") == "Connected"
    });
    assert_eq!(client.disconnect(&id).code(), "NoError");
    assert!(endpoint.page("/metrics").body.contains("by=\"client\"} 1"));
}

#[test]
fn a_file_that_has_gone_is_an_item_that_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = endpoint(&folder, &ramp(4_000));
    std::fs::remove_file(folder.path().join("hello.wav")).unwrap();
    let answer = endpoint.client().play_item("hello", "20");
    assert_eq!(answer.code(), "ErrorItemNotFound");
    until("the log says so", || endpoint.log().contains("not played"));
}
