//! Offers and answers, as peers write them and as the RFC wants them.

mod sound;

use super::*;
use crate::random::Random;

const LISTENS: Media = Media {
    sends: false,
    ..Media::PLAIN
};
const TALKS: Media = Media {
    events: true,
    ..Media::PLAIN
};
const HEAD: &str = "v=0\r\no=x 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";

fn local(media: Media) -> Local {
    Local::new("192.0.2.1:4000".parse().unwrap(), 7, media)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

fn answer_of(media: Media, offer: &str) -> String {
    text(local(media).answer(offer.as_bytes()).unwrap())
}

fn m_lines(description: &str) -> Vec<&str> {
    let lines = description.lines();
    lines.filter(|line| line.starts_with("m=")).collect()
}

/// The direction that a description of ours ends with.
fn said(description: &str) -> &str {
    let mut attributes = description.lines().rev();
    attributes.find_map(|l| l.strip_prefix("a=")).unwrap()
}

#[test]
fn our_own_offer_is_usable_and_grows_older_when_it_changes() {
    let mut local = local(LISTENS);
    let first = text(local.offer());
    assert_eq!(
        first,
        "v=0\r\no=- 7 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n\
         m=audio 4000 RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n\
         a=recvonly\r\n"
    );
    assert!(is_usable(first.as_bytes(), &TALKS));
    assert_eq!(text(local.offer()), first, "the same is not another");
    local.hold(true);
    let second = text(local.offer());
    assert_eq!(
        second,
        first
            .replace(" 7 1 ", " 7 2 ")
            .replace("recvonly", "inactive")
    );
    local.hold(false);
    let third = text(local.describe(&Agreed::to(b"", &TALKS).unwrap()));
    assert_eq!(
        third,
        first.replace(" 7 1 ", " 7 3 "),
        "no offer leads to ours"
    );
}

#[test]
fn directions_are_turned_round() {
    for (offered, listening, talking, on_hold) in [
        ("", "recvonly", "sendrecv", "sendonly"),
        ("a=sendrecv\r\n", "recvonly", "sendrecv", "sendonly"),
        ("a=sendonly\r\n", "recvonly", "recvonly", "inactive"),
        ("a=recvonly\r\n", "inactive", "sendonly", "sendonly"),
        ("a=inactive\r\n", "inactive", "inactive", "inactive"),
    ] {
        let offer = format!("{HEAD}m=audio 5000 RTP/AVP 8 0 101\r\n{offered}");
        let answer = answer_of(LISTENS, &offer);
        assert!(answer.contains("m=audio 4000 RTP/AVP 8 0\r\n"), "{answer}");
        assert!(
            answer.ends_with(&format!("a={listening}\r\n")),
            "{offered}: {answer}"
        );
        assert_eq!(said(&answer_of(TALKS, &offer)), talking, "{offered}");
        let mut holding = local(TALKS);
        holding.hold(true);
        let answer = text(holding.answer(offer.as_bytes()).unwrap());
        assert_eq!(said(&answer), on_hold, "{offered}");
        assert_eq!(holding.direction().text(), on_hold);
    }
    // A direction before the first stream is for all of them that have none.
    let offer = format!("{HEAD}a=inactive\r\nm=audio 5000 RTP/AVP 0\r\n");
    assert_eq!(said(&answer_of(TALKS, &offer)), "inactive");
    let offer = format!("{offer}a=sendonly\r\n");
    assert_eq!(said(&answer_of(TALKS, &offer)), "recvonly");
}

#[test]
fn every_stream_is_answered_and_one_is_taken() {
    let offer = format!(
        "{HEAD}m=video 5002 RTP/AVP 96 97\r\nm=audio 5000/1 RTP/AVP 97\r\n\
         a=rtpmap:97 pcma/8000\r\nm=audio 5004 RTP/AVP 0\r\nm=image 5006 udptl t38\r\n\
         m=message 0 TCP/MSRP\r\n"
    );
    let answer = answer_of(LISTENS, &offer);
    assert_eq!(
        m_lines(&answer),
        [
            "m=video 0 RTP/AVP 96",
            "m=audio 4000 RTP/AVP 97",
            "m=audio 0 RTP/AVP 0",
            "m=image 0 udptl t38",
            "m=message 0 TCP/MSRP 0",
        ]
    );
    assert!(answer.contains("a=rtpmap:97 PCMA/8000\r\n"));
}

#[test]
fn what_was_refused_stays_refused_in_later_offers() {
    let offer = format!(
        "{HEAD}m=video 5002 RTP/AVP 96\r\nm=audio 5000 RTP/AVP 97 99\r\n\
         a=rtpmap:97 PCMA/8000\r\na=rtpmap:99 telephone-event/8000\r\nm=image 5006 udptl t38\r\n"
    );
    let mut local = local(TALKS);
    local.answer(offer.as_bytes()).unwrap();
    local.hold(true);
    let ours = text(local.offer());
    assert_eq!(
        m_lines(&ours),
        [
            "m=video 0 RTP/AVP 96",
            "m=audio 4000 RTP/AVP 97 0 99",
            "m=image 0 udptl t38",
        ]
    );
    assert!(ours.contains(" 7 2 IN "), "{ours}");
    // Its answer is read where our stream stands.
    let answer = format!(
        "{HEAD}m=video 0 RTP/AVP 96\r\nm=audio 5000 RTP/AVP 0\r\na=recvonly\r\n\
         m=image 0 udptl t38\r\n"
    );
    let remote = local.answered(answer.as_bytes()).unwrap();
    assert_eq!(remote.formats[0].codec, Codec::Pcmu);
    assert_eq!(local.direction(), Direction::SendOnly);
    assert!(m_lines(&text(local.offer()))[0].starts_with("m=video 0"));
}

#[test]
fn nothing_in_common_is_no_answer() {
    for (media, why) in [
        (
            "m=audio 5000 RTP/AVP 18 9\r\n",
            Unacceptable::NothingInCommon,
        ),
        ("m=audio 0 RTP/AVP 0\r\n", Unacceptable::NothingInCommon),
        ("m=audio 5000 RTP/SAVP 0\r\n", Unacceptable::NothingInCommon),
        (
            "m=audio 5000 RTP/AVP 0\r\na=rtpmap:0 G729/8000\r\n",
            Unacceptable::NothingInCommon,
        ),
        (
            "m=audio 5000 RTP/AVP 97\r\na=rtpmap:97 PCMU/16000\r\n",
            Unacceptable::NothingInCommon,
        ),
        (
            "m=audio 5000 RTP/AVP 97\r\na=rtpmap:97 PCMU/8000/2\r\n",
            Unacceptable::NothingInCommon,
        ),
        (
            "m=audio 5000 RTP/AVP 101\r\na=rtpmap:101 telephone-event/8000\r\n",
            Unacceptable::NothingInCommon,
        ),
        ("m=video 5000 RTP/AVP 0\r\n", Unacceptable::NothingInCommon),
        ("m=audio nonsense\r\n", Unacceptable::Unreadable),
        ("m=audio 65536 RTP/AVP 0\r\n", Unacceptable::Unreadable),
        ("m=audio +5000 RTP/AVP 0\r\n", Unacceptable::Unreadable),
        ("m=audio 5000\r\n", Unacceptable::Unreadable),
        ("m=\r\n", Unacceptable::Unreadable),
        ("", Unacceptable::NothingInCommon),
    ] {
        let offer = format!("{HEAD}{media}");
        assert_eq!(Agreed::to(offer.as_bytes(), &TALKS), Err(why), "{media}");
        assert!(!is_usable(offer.as_bytes(), &TALKS), "{media}");
    }
    for offer in [
        &b"\xff\xfe"[..],
        b"hello",
        b"v=1\r\nm=audio 1 RTP/AVP 0",
        b"v=0\r\n1=1\r\nc=IN IP4 192.0.2.9\r\nm=audio 5000 RTP/AVP 0\r\n",
        b"\r\n",
    ] {
        assert_eq!(Agreed::to(offer, &TALKS), Err(Unacceptable::Unreadable));
    }
}

#[test]
fn a_refused_offer_leaves_the_session_as_it_was() {
    let mut local = local(TALKS);
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\n");
    let first = local.answer(offer.as_bytes()).unwrap();
    let other = format!("{HEAD}m=audio 5000 RTP/AVP 18\r\na=inactive\r\n");
    let refused = local.answer(other.as_bytes());
    assert_eq!(refused, Err(Unacceptable::NothingInCommon));
    assert_eq!(local.direction(), Direction::SendRecv);
    let again = local.answer(offer.as_bytes()).unwrap();
    assert_eq!(again, first, "the same offer has the same answer");
}

#[test]
fn huge_descriptions_are_not_read() {
    let many = "m=audio 5000 RTP/AVP 0\r\n".repeat(64);
    let offer = format!("{HEAD}{many}");
    assert_eq!(m_lines(&answer_of(LISTENS, &offer)).len(), 64);
    let offer = format!("{offer}m=audio 5000 RTP/AVP 0\r\n");
    assert_eq!(
        Agreed::to(offer.as_bytes(), &TALKS),
        Err(Unacceptable::TooLarge)
    );
    let long = format!(
        "{HEAD}m=audio 5000 RTP/AVP 0\r\na={}\r\n",
        "x".repeat(1 << 16)
    );
    assert_eq!(
        Agreed::to(long.as_bytes(), &TALKS),
        Err(Unacceptable::TooLarge)
    );
    // Formats that come again and again count once.
    let again = "0 8 ".repeat(10_000);
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP {again}\r\n");
    assert_eq!(
        m_lines(&answer_of(LISTENS, &offer)),
        ["m=audio 4000 RTP/AVP 0 8"]
    );
    // What is repeated of a refused stream is a word of some length.
    let word = "x".repeat(65);
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\nm=video 1 RTP/AVP {word}\r\n");
    assert!(answer_of(LISTENS, &offer).ends_with("m=video 0 RTP/AVP 0\r\n"));
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\nm={word} 1 RTP/AVP 0\r\n");
    assert_eq!(
        Agreed::to(offer.as_bytes(), &TALKS),
        Err(Unacceptable::Unreadable)
    );
}

#[test]
fn telephone_events_are_taken_when_they_are_offered() {
    let offer = format!(
        "{HEAD}m=audio 5000 RTP/AVP 8 100 101\r\na=rtpmap:100 telephone-event/48000\r\n\
         a=rtpmap:101 Telephone-Event/8000\r\na=fmtp:101 0-16\r\n"
    );
    let answer = answer_of(LISTENS, &offer);
    assert!(answer.contains("m=audio 4000 RTP/AVP 8 101\r\n"));
    assert!(answer.contains("a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n"));
    let ours = text(local(TALKS).offer());
    assert!(ours.contains("m=audio 4000 RTP/AVP 0 8 101\r\n"), "{ours}");
    assert!(ours.contains("a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n"));
    // A number that means something else already is left alone.
    let mut local = local(TALKS);
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP 101\r\na=rtpmap:101 PCMU/8000\r\n");
    local.answer(offer.as_bytes()).unwrap();
    assert_eq!(
        m_lines(&text(local.offer())),
        ["m=audio 4000 RTP/AVP 101 8 102"]
    );
}

fn remote_of(offer: &str) -> Remote {
    let agreed = Agreed::to(offer.as_bytes(), &TALKS).unwrap();
    agreed.remote().unwrap().clone()
}

fn events_of(remote: &Remote) -> Vec<(u8, u32)> {
    let events = remote.events.iter();
    events
        .map(|events| (events.payload, events.clock))
        .collect()
}

#[test]
fn the_far_end_is_read() {
    let offer = format!(
        "{HEAD}b=AS:64\r\na=tool:x\r\nm=audio 5000 RTP/AVP 8 0 101\r\nc=IN IP4 192.0.2.77\r\n\
         b=TIAS:64000\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:30\r\n\
         a=rtcp:53020 IN IP4 192.0.2.8\r\na=rtcp-mux\r\n"
    );
    let remote = remote_of(&offer);
    assert_eq!(remote.address, Some("192.0.2.77:5000".parse().unwrap()));
    assert_eq!(remote.direction, Direction::SendRecv);
    assert!(!remote.holds);
    let codecs: Vec<Codec> = remote.formats.iter().map(|f| f.codec).collect();
    assert_eq!(codecs, [Codec::Pcma, Codec::Pcmu]);
    assert_eq!(events_of(&remote), [(101, 8_000)]);
    assert_eq!((remote.ptime, remote.longest), (Some(30), None));
    assert_eq!(remote.control, Some("192.0.2.8:53020".parse().unwrap()));
    assert!(remote.shares_port);
}

#[test]
fn what_is_said_twice_or_elsewhere_does_not_count() {
    let offer = format!(
        "{HEAD}m=audio 5000 RTP/AVP 97 98 99 100\r\na=rtpmap:97 PCMA/8000\r\n\
         a=rtpmap:97 G729/8000\r\na=rtpmap:99 telephone-event/8000\r\n\
         a=rtpmap:100 telephone-event/8000\r\nm=video 1 RTP/AVP 98\r\na=rtpmap:98 PCMU/8000\r\n"
    );
    let remote = remote_of(&offer);
    let payloads: Vec<u8> = remote.formats.iter().map(|f| f.payload).collect();
    assert_eq!(
        (payloads, events_of(&remote)),
        (vec![97], vec![(99, 8_000)])
    );
}

#[test]
fn a_number_means_one_thing() {
    let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\na=rtpmap:0 PCMA/8000\r\n");
    let mut local = local(LISTENS);
    local.answer(offer.as_bytes()).unwrap();
    assert_eq!(m_lines(&text(local.offer())), ["m=audio 4000 RTP/AVP 0"]);
}

#[test]
fn an_answer_is_read_where_our_stream_stands() {
    let stream = |port: u16, codec: &str| format!("m=audio {port} RTP/AVP {codec}\r\n");
    let offer = [HEAD, &stream(5000, "18"), &stream(5002, "8")].concat();
    let mut local = local(TALKS);
    local.answer(offer.as_bytes()).unwrap();
    local.offer();
    let answer = [HEAD, &stream(5000, "0"), &stream(5002, "8")].concat();
    let remote = local.answered(answer.as_bytes()).unwrap();
    assert_eq!(remote.address.unwrap().port(), 5002);
    // Unless nothing of use stands there.
    let answer = [HEAD, &stream(5000, "0")].concat();
    let remote = local.answered(answer.as_bytes()).unwrap();
    assert_eq!(remote.address.unwrap().port(), 5000);
}

#[test]
fn addresses_in_every_form() {
    for (line, address) in [
        ("c=IN IP6 2001:db8::1\r\n", Some("[2001:db8::1]:5000")),
        ("c=IN IP4 233.252.0.1/127/3\r\n", Some("233.252.0.1:5000")),
        ("c=IN IP4 host.example.org\r\n", None),
        ("c=IN IP6 192.0.2.1\r\n", None),
        ("c=ATM NSAP 47\r\n", None),
        ("c=IN\r\n", None),
        ("", Some("192.0.2.9:5000")),
    ] {
        let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\n{line}");
        let address = address.map(|text| text.parse().unwrap());
        assert_eq!(remote_of(&offer).address, address, "{line}");
    }
}

#[test]
fn hold_in_both_spellings() {
    for (lines, direction, holds) in [
        ("a=sendonly\r\n", Direction::SendOnly, true),
        ("a=inactive\r\n", Direction::Inactive, true),
        ("c=IN IP4 0.0.0.0\r\n", Direction::SendOnly, true),
        (
            "c=IN IP4 0.0.0.0\r\na=recvonly\r\n",
            Direction::Inactive,
            true,
        ),
        ("c=IN IP6 ::\r\n", Direction::SendOnly, true),
        ("a=recvonly\r\n", Direction::RecvOnly, false),
        ("", Direction::SendRecv, false),
    ] {
        let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\n{lines}");
        let remote = remote_of(&offer);
        let zeros = lines.starts_with("c=");
        assert_eq!(remote.address.is_none(), zeros, "{lines}");
        assert_eq!(
            (remote.direction, remote.holds),
            (direction, holds),
            "{lines}"
        );
        let mut local = local(TALKS);
        local.answer(offer.as_bytes()).unwrap();
        assert_eq!(local.direction(), direction.reversed());
    }
}

#[test]
fn an_answer_holds_us_only_if_it_wants_nothing_of_what_we_offer() {
    let answer = |line: &str| format!("{HEAD}m=audio 5000 RTP/AVP 0\r\n{line}").into_bytes();
    for (media, hold, line, direction, holds) in [
        (TALKS, false, "", Direction::SendRecv, false),
        (TALKS, false, "a=sendonly\r\n", Direction::RecvOnly, true),
        (TALKS, false, "a=inactive\r\n", Direction::Inactive, true),
        (TALKS, false, "a=recvonly\r\n", Direction::SendOnly, false),
        (TALKS, true, "a=recvonly\r\n", Direction::SendOnly, false),
        (TALKS, true, "a=inactive\r\n", Direction::Inactive, true),
        // More than was offered is not given.
        (TALKS, true, "a=sendrecv\r\n", Direction::SendOnly, false),
        (LISTENS, false, "a=sendonly\r\n", Direction::RecvOnly, false),
        (LISTENS, false, "", Direction::RecvOnly, false),
        (LISTENS, true, "a=inactive\r\n", Direction::Inactive, false),
    ] {
        let mut local = local(media);
        local.hold(hold);
        local.offer();
        let remote = local.answered(&answer(line)).unwrap();
        assert_eq!(remote.holds, holds, "{media:?} {hold} {line}");
        assert_eq!(local.direction(), direction, "{media:?} {hold} {line}");
    }
    // Whoever holds us by an offer goes on, as far as an answer cannot tell.
    let mut local = local(LISTENS);
    local.answer(&answer("a=inactive\r\n")).unwrap();
    local.offer();
    assert!(local.answered(&answer("a=inactive\r\n")).unwrap().holds);
    local.answer(&answer("")).unwrap();
    local.offer();
    assert!(!local.answered(&answer("a=sendonly\r\n")).unwrap().holds);
}

#[test]
fn an_answer_that_refuses_our_stream_is_told() {
    let mut local = local(TALKS);
    local.offer();
    for (answer, why) in [
        (
            format!("{HEAD}m=audio 0 RTP/AVP 0\r\n"),
            Unacceptable::NothingInCommon,
        ),
        (
            format!("{HEAD}m=audio 5000 RTP/AVP 18\r\n"),
            Unacceptable::NothingInCommon,
        ),
        (String::from("nothing"), Unacceptable::Unreadable),
        (String::new(), Unacceptable::Unreadable),
    ] {
        assert_eq!(local.answered(answer.as_bytes()), Err(why), "{answer}");
        assert_eq!(local.remote(), None);
    }
}

#[test]
fn we_hold_and_resume() {
    for (media, on, off) in [
        (TALKS, "sendonly", "sendrecv"),
        (LISTENS, "inactive", "recvonly"),
    ] {
        let mut local = local(media);
        let offer = format!("{HEAD}m=audio 5000 RTP/AVP 0\r\n");
        local.answer(offer.as_bytes()).unwrap();
        for (hold, direction, version) in [(true, on, 2), (false, off, 3), (true, on, 4)] {
            local.hold(hold);
            assert_eq!(local.holds(), hold);
            let ours = text(local.offer());
            assert_eq!(said(&ours), direction);
            assert!(ours.contains(&format!("o=- 7 {version} IN")), "{ours}");
        }
        local.want(Direction::Inactive);
        assert_eq!(said(&text(local.offer())), "inactive");
        assert!(local.holds());
    }
}

#[test]
fn sound_may_move_and_the_session_keeps_its_name() {
    let mut local = local(TALKS);
    local.offer();
    local.move_to("[2001:db8::7]:6000".parse().unwrap());
    let moved = text(local.offer());
    assert!(moved.starts_with(
        "v=0\r\no=- 7 2 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP6 2001:db8::7\r\nt=0 0\r\n\
         m=audio 6000 "
    ));
    assert!(is_usable(moved.as_bytes(), &TALKS));
}

#[test]
fn descriptions_by_careless_writers_are_read() {
    for offer in [
        "v=0\no=x 1 1 IN IP4 192.0.2.9\ns=-\nc=IN IP4 192.0.2.9\nt=0 0\nm=audio 5000 RTP/AVP 0",
        "\r\nv=0\r\nm=audio 5000 RTP/AVP  0 \r\nc=IN IP4 192.0.2.9\r\n",
        "v=0 \r\nnonsense\r\n=\r\nc=IN IP4 192.0.2.9\r\nm=audio\t5000 RTP/AVP 0\r\na=\r\na=rtpmap:\r\n\
         a=rtpmap:999 PCMU/8000\r\na=ptime:x\r\n",
    ] {
        let remote = remote_of(offer);
        assert_eq!(remote.address, Some("192.0.2.9:5000".parse().unwrap()));
        assert_eq!(remote.formats.len(), 1);
    }
    let mut latin = b"v=0\r\ns=caf\xe9\r\nm=audio 5000 RTP/AVP 0\r\na=x:\xe9\r\n".to_vec();
    assert!(is_usable(&latin, &TALKS));
    latin.extend_from_slice(b"m=\xe9 1 RTP/AVP 0\r\n");
    assert_eq!(Agreed::to(&latin, &TALKS), Err(Unacceptable::Unreadable));
}

/// Nothing that comes from outside makes a line of ours, and nothing makes it panic.
#[test]
fn whatever_comes_is_survived() {
    let offer = format!(
        "{HEAD}a=sendonly\r\nm=video 5002 RTP/AVP 96\r\nm=audio 5000 RTP/AVP 8 0 101\r\n\
         a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\n"
    );
    let mut random = Random::seeded(8866);
    for _ in 0..20_000 {
        let mut bytes = offer.clone().into_bytes();
        for _ in 0..=random.byte() % 6 {
            let at = random.number() as usize % bytes.len();
            match random.byte() % 3 {
                0 => bytes[at] = random.byte(),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"\r\n= /:0m"[usize::from(random.byte()) % 8]),
            }
        }
        let mut local = local(TALKS);
        let Ok(answer) = local.answer(&bytes) else {
            continue;
        };
        let streams = Description::parse(&bytes).unwrap().streams.len();
        let answer = text(answer);
        assert_eq!(m_lines(&answer).len(), streams);
        assert!(is_usable(answer.as_bytes(), &TALKS), "{answer}");
        assert!(local.answered(&bytes).is_ok());
        assert_eq!(m_lines(&text(local.offer())).len(), streams);
    }
}
