//! PlayOnPhone plays: whoever answers hears the item's file from its beginning, and the call ends a
//! moment after its end, or when its client hangs up in the middle.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{Endpoint, password_hash, until};
use std::fs::File;
use std::path::Path;
use tapi3_media::wav::{Coding, Container, Reader, Spec, Writer};
use tempfile::TempDir;

/// Half a second that is not like any other half second.
fn sound() -> Vec<i16> {
    (0..4_000).map(|n: i16| n.wrapping_mul(7) | 1).collect()
}

fn write(path: &Path, samples: &[i16]) {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: 8_000,
        channels: 1,
    };
    let mut writer = Writer::new(File::create(path).unwrap(), spec).unwrap();
    writer.write(samples).unwrap();
    writer.finish().unwrap();
}

fn read(path: &Path) -> Vec<i16> {
    let mut reader = Reader::new(File::open(path).unwrap()).unwrap();
    let mut samples = vec![0; usize::try_from(reader.frames().unwrap()).unwrap()];
    let count = reader.read(&mut samples).unwrap();
    samples.truncate(count);
    samples
}

/// An endpoint with the item `hello`, whose extension 20 records what it hears into `heard.wav`.
fn endpoint(folder: &TempDir, samples: &[i16]) -> Endpoint {
    let (hello, heard) = (folder.path().join("hello.wav"), folder.path().join("heard.wav"));
    write(&hello, samples);
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
    let endpoint = endpoint(&folder, &sound());
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
    assert_eq!(heard[first..][..4_000], sound());
    assert!(heard[first + 4_000..].iter().all(|sample| *sample == 0));
}

#[test]
fn a_client_hangs_up_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = endpoint(&folder, &sound().repeat(40));
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
    let endpoint = endpoint(&folder, &sound());
    std::fs::remove_file(folder.path().join("hello.wav")).unwrap();
    let answer = endpoint.client().play_item("hello", "20");
    assert_eq!(answer.code(), "ErrorItemNotFound");
    assert!(endpoint.log().contains("not played"));
}
