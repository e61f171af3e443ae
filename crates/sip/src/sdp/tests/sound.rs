//! What is agreed on for sound: codecs, packets, events, noise, ports and keys.

use super::*;

const ALL: Media = Media {
    events: true,
    offered: 3,
    noise: true,
    shares_port: true,
    ptime: 20,
    security: Security::Offered,
    ..Media::PLAIN
};

fn wide() -> Media {
    Media {
        codecs: Codecs::new([Codec::G722, Codec::L16Wide, Codec::Pcma]),
        ..ALL
    }
}

fn keyed(media: Media, seed: u64) -> Local {
    local(media).with_keys(&mut Random::seeded(seed))
}

/// The session that two sides come to: the one that offers, and the other.
fn agreed(offering: Media, answering: Media) -> Option<(Session, Session)> {
    let (mut one, mut other) = (keyed(offering, 1), keyed(answering, 2));
    let answer = other.answer(&one.offer()).ok()?;
    one.answered(&answer).ok()?;
    Some((one.session()?, other.session()?))
}

#[test]
fn both_sides_come_to_the_same() {
    for media in [ALL, wide()] {
        let (one, other) = agreed(media, media).unwrap();
        assert_eq!(one.send, other.send);
        assert_eq!(one.receive.first(), Some(&one.send));
        assert_eq!(one.send_events, other.send_events);
        assert!(one.send_events.is_some());
        assert_eq!(one.send_noise, Some(13));
        assert!(one.shares_port && other.shares_port);
        assert_eq!((one.ptime, other.ptime), (20, 20));
        let (ours, theirs) = (one.protection.unwrap(), other.protection.unwrap());
        assert_eq!((&ours.ours, &ours.theirs), (&theirs.theirs, &theirs.ours));
        assert_ne!(ours.ours.inline, ours.theirs.inline);
        assert_eq!(ours.ours.suite, Suite::Tag80);
    }
}

#[test]
fn what_one_side_does_not_want_is_not_there() {
    let plain = Media {
        events: false,
        ..Media::PLAIN
    };
    let (one, other) = agreed(plain, ALL).unwrap();
    for session in [one, other] {
        assert_eq!(session.send_events, None);
        assert_eq!(session.send_noise, None);
        assert!(!session.shares_port);
        assert_eq!(session.protection, None);
    }
}

#[test]
fn whose_order_counts() {
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0 8 9\r\n");
    for (prefers, wanted) in [(false, "8 9"), (true, "9 8")] {
        let media = Media { prefers, ..wide() };
        let answer = answer_of(media, &offer);
        let line = format!("m=audio 4000 RTP/AVP {wanted}");
        assert_eq!(m_lines(&answer), [line], "{prefers}");
    }
}

#[test]
fn events_have_the_clocks_of_the_codecs() {
    let offer = text(local(wide()).offer());
    for line in [
        "m=audio 4000 RTP/AVP 9 101 8 13 102 103\r\n",
        "a=rtpmap:9 G722/8000\r\n",
        "a=rtpmap:101 L16/16000\r\n",
        "a=rtpmap:13 CN/8000\r\n",
        "a=rtpmap:102 telephone-event/8000\r\n",
        "a=rtpmap:103 telephone-event/16000\r\n",
        "a=ptime:20\r\na=rtcp-mux\r\n",
    ] {
        assert!(offer.contains(line), "{line}{offer}");
    }
    let offer = format!(
        "{HEAD}m=audio 5000 RTP/AVP 96 97 98\r\na=rtpmap:96 L16/16000/1\r\n\
         a=rtpmap:97 telephone-event/8000\r\na=rtpmap:98 telephone-event/16000\r\n"
    );
    let mut local = local(wide());
    let answer = text(local.answer(offer.as_bytes()).unwrap());
    assert_eq!(m_lines(&answer), ["m=audio 4000 RTP/AVP 96 98"]);
    let events = local.session().unwrap().send_events.unwrap();
    assert_eq!((events.payload, events.clock), (98, 16_000));
}

#[test]
fn opus_has_two_channels_and_events_of_its_clock() {
    let media = Media {
        codecs: Codecs::new([Codec::Opus, Codec::Pcma]),
        offered: 2,
        ..ALL
    };
    let offer = text(local(media).offer());
    for line in [
        "m=audio 4000 RTP/AVP 101 8 13 102 103\r\n",
        "a=rtpmap:101 opus/48000/2\r\n\
         a=fmtp:101 maxplaybackrate=16000;sprop-maxcapturerate=16000\r\n",
        "a=rtpmap:102 telephone-event/48000\r\n",
        "a=rtpmap:103 telephone-event/8000\r\n",
    ] {
        assert!(offer.contains(line), "{line}{offer}");
    }
    for (ptime, told) in [(20, 20), (30, 20), (50, 40), (60, 60)] {
        let offer = text(local(Media { ptime, ..media }).offer());
        assert!(offer.contains(&format!("a=ptime:{told}\r\n")), "{offer}");
    }
    let (one, other) = agreed(media, media).unwrap();
    for session in [one, other] {
        assert_eq!(
            (session.send.codec, session.send.payload),
            (Codec::Opus, 101)
        );
        let events = session.send_events.unwrap();
        assert_eq!((events.payload, events.clock), (102, 48_000));
        assert_eq!(session.receive_events.len(), 2);
        assert_eq!(session.send_noise, None);
    }
    // Many have events of the other clock alone.
    let offer = format!(
        "{HEAD}m=audio 5000 RTP/AVP 96 97\r\na=rtpmap:96 opus/48000/2\r\n\
         a=rtpmap:97 telephone-event/8000\r\n"
    );
    let mut other = local(media);
    let answer = text(other.answer(offer.as_bytes()).unwrap());
    assert_eq!(m_lines(&answer), ["m=audio 4000 RTP/AVP 96 97"]);
    let events = other.session().unwrap().send_events.unwrap();
    assert_eq!((events.payload, events.clock), (97, 8_000));
    // Of one channel it is something else; hints may say anything.
    for (map, taken) in [
        ("OPUS/48000/2\r\na=fmtp:96 stereo=1;cbr=x;;=", true),
        ("opus/48000", false),
        ("opus/48000/1", false),
        ("opus/16000/2", false),
    ] {
        let offer = format!("{HEAD}m=audio 5000 RTP/AVP 96\r\na=rtpmap:96 {map}\r\n");
        let answer = local(media).answer(offer.as_bytes());
        assert_eq!(answer.is_ok(), taken, "{map}");
    }
}

#[test]
fn numbers_are_those_of_whoever_receives() {
    let mut local = local(wide());
    local.offer();
    let answer = format!(
        "{HEAD}m=audio 5000 RTP/AVP 120 121\r\na=rtpmap:120 L16/16000\r\n\
         a=rtpmap:121 telephone-event/16000\r\na=ptime:40\r\na=maxptime:30\r\n"
    );
    local.answered(answer.as_bytes()).unwrap();
    let session = local.session().unwrap();
    assert_eq!(session.send.payload, 120);
    assert_eq!(session.send_events.unwrap().payload, 121);
    assert_eq!(session.ptime, 30);
    let received = session.receive.iter();
    let wide = received.filter(|format| format.codec == Codec::L16Wide);
    assert_eq!(wide.map(|format| format.payload).collect::<Vec<_>>(), [101]);
    assert_eq!(session.control, Some("192.0.2.9:5001".parse().unwrap()));
}

#[test]
fn rtcp_goes_where_it_is_said_to() {
    for (line, wanted) in [
        ("", "192.0.2.9:5001"),
        ("a=rtcp:6000\r\n", "192.0.2.9:6000"),
        ("a=rtcp:6000 IN IP4 192.0.2.8\r\n", "192.0.2.8:6000"),
        ("a=rtcp:0\r\n", "192.0.2.9:5001"),
        ("a=rtcp:6000 IN IP4 0.0.0.0\r\n", "192.0.2.9:5001"),
        ("a=rtcp:x\r\n", "192.0.2.9:5001"),
    ] {
        let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\n{line}");
        let mut local = local(TALKS);
        local.answer(offer.as_bytes()).unwrap();
        let control = local.session().unwrap().control;
        assert_eq!(control, Some(wanted.parse().unwrap()), "{line}");
    }
}

#[test]
fn what_is_protected_is_what_both_want() {
    use Security::{Impossible, Off, Offered, Required};
    for (one, other, protected) in [
        (Off, Off, Some(false)),
        (Off, Offered, Some(false)),
        (Offered, Off, Some(false)),
        (Offered, Offered, Some(true)),
        (Offered, Required, Some(true)),
        (Required, Offered, Some(true)),
        (Required, Required, Some(true)),
        (Required, Off, None),
        (Off, Required, None),
        (Off, Impossible, None),
        (Offered, Impossible, None),
    ] {
        let with = |security| Media { security, ..ALL };
        let agreed = agreed(with(one), with(other));
        let found = agreed.map(|(one, other)| {
            assert_eq!(one.protection.is_some(), other.protection.is_some());
            one.protection.is_some()
        });
        assert_eq!(found, protected, "{one:?} {other:?}");
    }
}

#[test]
fn keys_stay_the_same_in_later_descriptions() {
    let media = Media {
        security: Security::Required,
        ..ALL
    };
    let (mut one, mut other) = (keyed(media, 1), keyed(media, 2));
    let offer = one.offer();
    assert!(text(offer.clone()).contains("m=audio 4000 RTP/SAVP 0 8"));
    let answer = other.answer(&offer).unwrap();
    one.answered(&answer).unwrap();
    let first = one.session().unwrap().protection;
    other.hold(true);
    let answer = one.answer(&other.offer()).unwrap();
    other.answered(&answer).unwrap();
    assert_eq!(one.session().unwrap().protection, first);
    let theirs = other.session().unwrap().protection.unwrap();
    assert_eq!(Some(theirs.theirs), first.map(|first| first.ours));
}

#[test]
fn an_answer_with_a_key_that_was_not_offered_is_none() {
    let media = Media {
        security: Security::Required,
        ..ALL
    };
    let mut local = keyed(media, 1);
    local.offer();
    let key = keyed(media, 2).offer();
    let key = text(key);
    let key = key
        .lines()
        .find(|line| line.starts_with("a=crypto:1 "))
        .unwrap();
    for (line, fine) in [
        (key.to_owned(), true),
        (key.replace("crypto:1", "crypto:3"), false),
        (key.replace("crypto:1", "crypto:2"), false),
        (key.replace("SHA1_80", "SHA1_32"), false),
        (String::new(), false),
    ] {
        let answer = format!("{HEAD}m=audio 5000 RTP/SAVP 0\r\n{line}\r\n");
        let mut local = local.clone();
        assert_eq!(local.answered(answer.as_bytes()).is_ok(), fine, "{line}");
    }
}
