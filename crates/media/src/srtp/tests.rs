//! Both directions together. The RFC's vectors are beside the keys.

use proptest::prelude::*;

use super::*;
use crate::rtcp::{self, Summary};
use crate::rtp::{HEADER, Header, Packet};

fn key(octet: u8) -> MasterKey {
    MasterKey::new(&std::array::from_fn(|index| octet ^ index as u8))
}

fn pair(suite: Suite) -> (Protector, Opener) {
    (Protector::new(suite, &key(7)), Opener::new(suite, &key(7)))
}

fn packet(ssrc: u32, sequence: u16) -> Vec<u8> {
    let header = Header {
        payload_type: 8,
        marker: false,
        sequence,
        timestamp: 160,
        ssrc,
    };
    let mut out = vec![0x55; HEADER + 160];
    header.write(&mut out).unwrap();
    out
}

fn protected(protector: &mut Protector, ssrc: u32, sequence: u16) -> Vec<u8> {
    let mut out = packet(ssrc, sequence);
    let length = out.len();
    out.resize(length + 10, 0);
    let length = protector.sound(&mut out, length).unwrap();
    out.truncate(length);
    out
}

/// The packet of libsrtp's own test, whose key is that of RFC 3711 §B.3: an independent
/// implementation made it.
#[test]
fn a_packet_of_another_implementation_is_the_same() {
    let octets = [
        0xE1, 0xF9, 0x7A, 0x0D, 0x3E, 0x01, 0x8B, 0xE0, 0xD6, 0x4F, 0xA3, 0x2C, 0x06, 0xDE, 0x41,
        0x39, 0x0E, 0xC6, 0x75, 0xAD, 0x49, 0x8A, 0xFE, 0xEB, 0xB6, 0x96, 0x0B, 0x3A, 0xAB, 0xE6,
    ];
    let plain = [
        0x80, 0x0F, 0x12, 0x34, 0xDE, 0xCA, 0xFB, 0xAD, 0xCA, 0xFE, 0xBA, 0xBE, 0xAB, 0xAB, 0xAB,
        0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB,
    ];
    let cipher = [
        0x80, 0x0F, 0x12, 0x34, 0xDE, 0xCA, 0xFB, 0xAD, 0xCA, 0xFE, 0xBA, 0xBE, 0x4E, 0x55, 0xDC,
        0x4C, 0xE7, 0x99, 0x78, 0xD8, 0x8C, 0xA4, 0xD2, 0x15, 0x94, 0x9D, 0x24, 0x02, 0xB7, 0x8D,
        0x6A, 0xCC, 0x99, 0xEA, 0x17, 0x9B, 0x8D, 0xBB,
    ];
    let master = MasterKey::new(&octets);
    let mut buffer = [0; 38];
    buffer[..28].copy_from_slice(&plain);
    let length = Protector::new(Suite::Tag80, &master).sound(&mut buffer, 28);
    assert_eq!((length, buffer), (Some(38), cipher));
    assert_eq!(
        Opener::new(Suite::Tag80, &master).sound(&mut buffer),
        Ok(28)
    );
    assert_eq!(buffer[..28], plain);
}

#[test]
fn what_is_protected_is_opened_once() {
    for (suite, tag) in [(Suite::Tag80, 10), (Suite::Tag32, 4)] {
        let (mut protector, mut opener) = pair(suite);
        let sealed = protected(&mut protector, 1, 100);
        assert_eq!(sealed.len(), 172 + tag);
        assert_eq!(
            sealed[..HEADER],
            packet(1, 100)[..HEADER],
            "headers are readable"
        );
        assert_ne!(sealed[HEADER..172], packet(1, 100)[HEADER..]);
        let mut open = sealed.clone();
        assert_eq!(opener.sound(&mut open), Ok(172));
        assert_eq!(open[..172], packet(1, 100));
        let mut again = sealed.clone();
        assert_eq!(opener.sound(&mut again), Err(Rejected::Replayed));
        assert_eq!(again, sealed);
    }
}

/// Whatever is changed of it: nothing is opened, and what comes after is opened all the same.
#[test]
fn a_forged_packet_moves_nothing() {
    let (mut protector, mut opener) = pair(Suite::Tag80);
    let first = protected(&mut protector, 1, 0xFFF0);
    opener.sound(&mut first.clone()).unwrap();
    let mut far = protected(&mut Protector::new(Suite::Tag80, &key(8)), 1, 0x4000);
    assert_eq!(opener.sound(&mut far), Err(Rejected::Forged));
    let second = protected(&mut protector, 1, 0xFFF1);
    for at in 0..second.len() {
        let mut changed = second.clone();
        changed[at] ^= 1;
        assert!(opener.sound(&mut changed).is_err(), "{at}");
    }
    assert_eq!(opener.sound(&mut second.clone()), Ok(172));
}

#[test]
fn overflows_are_counted_on_both_sides_with_packets_out_of_order_and_lost() {
    let (mut protector, mut opener) = pair(Suite::Tag80);
    let sealed: Vec<Vec<u8>> = (0..200_000u32)
        .step_by(15)
        .map(|number| protected(&mut protector, 9, (60_000 + number) as u16))
        .collect();
    assert_eq!(protector.overflows(), 3);
    for (index, chunk) in sealed.chunks(7).enumerate() {
        // The first of each seven is overtaken by the others, every eleventh is lost.
        for one in chunk
            .iter()
            .skip(1)
            .chain(chunk.first())
            .skip(usize::from(index % 11 == 0))
        {
            assert_eq!(opener.sound(&mut one.clone()), Ok(172));
        }
    }
}

#[test]
fn each_source_has_its_own_overflows() {
    let (mut one, mut opener) = pair(Suite::Tag80);
    let mut other = Protector::new(Suite::Tag80, &key(7));
    for sequence in (0..200_000u32).step_by(1000) {
        assert!(
            opener
                .sound(&mut protected(&mut one, 1, sequence as u16))
                .is_ok()
        );
    }
    assert!(opener.sound(&mut protected(&mut other, 2, 5)).is_ok());
    assert!(
        opener
            .sound(&mut protected(&mut one, 1, 200_001u32 as u16))
            .is_ok()
    );
    assert!(opener.sound(&mut protected(&mut other, 2, 6)).is_ok());
}

#[test]
fn reports_are_protected_with_an_index_of_their_own() {
    let (mut protector, mut opener) = pair(Suite::Tag32);
    let mut buffer = [0; 200];
    let summary = Summary {
        ssrc: 5,
        sending: None,
        report: None,
        name: b"name",
        bye: true,
    };
    let length = rtcp::write(&summary, &mut buffer).unwrap();
    let plain = buffer[..length].to_vec();
    let sealed = protector.control(&mut buffer, length).unwrap();
    assert_eq!(sealed, length + 14);
    assert_eq!(buffer[..8], plain[..8]);
    assert_ne!(buffer[8..length], plain[8..]);
    assert_eq!(buffer[length..length + 4], [0x80, 0, 0, 0]);
    let first = buffer[..sealed].to_vec();
    assert_eq!(opener.control(&mut buffer[..sealed]), Ok(length));
    assert_eq!(buffer[..length], plain);
    assert_eq!(opener.control(&mut first.clone()), Err(Rejected::Replayed));
    let sealed = protector.control(&mut buffer, length).unwrap();
    assert_eq!(buffer[length..length + 4], [0x80, 0, 0, 1]);
    assert_eq!(opener.control(&mut buffer[..sealed]), Ok(length));
    for at in 0..first.len() {
        let mut changed = first.clone();
        changed[at] ^= 0x10;
        assert!(opener.control(&mut changed).is_err(), "{at}");
    }
}

proptest! {
    #[test]
    fn no_datagram_makes_it_panic_or_is_believed(
        mut datagram in proptest::collection::vec(any::<u8>(), 0..120), first in 0x80..=0xBFu8,
    ) {
        if let Some(octet) = datagram.first_mut() {
            *octet = first;
        }
        let (mut protector, mut opener) = pair(Suite::Tag32);
        prop_assert!(opener.sound(&mut datagram.clone()).is_err());
        prop_assert!(opener.control(&mut datagram.clone()).is_err());
        let length = datagram.len();
        datagram.resize(length + 14, 0);
        let _ = protector.control(&mut datagram.clone(), length);
        if let Some(sealed) = protector.sound(&mut datagram, length) {
            prop_assert!(Packet::header_length(&datagram).is_ok());
            prop_assert_eq!(opener.sound(&mut datagram[..sealed]), Ok(length));
        }
    }
}
