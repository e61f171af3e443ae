//! Calls as they should be: placed, answered, refused, given up and ended.

use super::peer::Solo;
use super::*;

#[test]
fn a_call_is_placed_answered_and_ended_by_its_caller() {
    let mut net = Net::pair();
    let (alice, _) = net.connected();
    net.hang_up(0, alice);
    net.pass(Duration::from_millis(100));
    assert_eq!(ends(&net.told[1]).len(), 1);
    assert!(ends(&net.told[0]).is_empty(), "whoever hangs up knows");
    let lines = net.first_lines();
    let lines: Vec<(usize, &str)> = lines
        .iter()
        .map(|(of, line)| (*of, line.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            (0, "INVITE"),
            (1, "180"),
            (0, "PRACK"),
            (1, "200"),
            (1, "200"),
            (0, "ACK"),
            (0, "BYE"),
            (1, "200"),
        ]
    );
    net.until_over();
}

#[test]
fn a_call_is_ended_by_the_called_party() {
    let mut net = Net::pair();
    let (_, bob) = net.connected();
    net.hang_up(1, bob);
    net.pass(Duration::from_millis(100));
    let told = net.told(0);
    assert!(matches!(ends(&told)[..], [End::Bye { .. }]), "{told:?}");
    net.until_over();
}

#[test]
fn a_refused_call_says_why() {
    let mut net = Net::pair();
    net.place(0);
    net.pass(Duration::from_millis(100));
    let bob = net.offered(1);
    net.hang_up(1, bob);
    net.pass(Duration::from_millis(100));
    let told = net.told(0);
    let refused = End::Refused {
        code: 486,
        rang: true,
        q850: None,
    };
    assert_eq!(ends(&told), [&refused]);
    net.until_over();
}

#[test]
fn a_call_that_rings_is_given_up_with_a_cancel() {
    let mut net = Net::pair();
    let alice = net.place(0);
    net.pass(Duration::from_millis(100));
    net.offered(1);
    net.hang_up(0, alice);
    net.pass(Duration::from_millis(100));
    let told = net.told(1);
    assert!(
        matches!(ends(&told)[..], [End::Cancelled { .. }]),
        "{told:?}"
    );
    assert!(net.first_lines().contains(&(1, "487".to_owned())));
    net.until_over();
}

#[test]
fn nobody_answers_and_the_call_ends_after_64_t1() {
    let mut net = Net::pair();
    net.drop_if = Box::new(|_, _| true);
    let begun = net.now;
    net.place(0);
    net.pass(T1 * 63);
    assert!(ends(&net.told[0]).is_empty());
    net.pass(T1 * 2);
    assert!(matches!(
        ends(&net.told[0])[..],
        [End::Refused { code: 408, .. }]
    ));
    let times: Vec<u128> = net
        .sent
        .iter()
        .map(|(_, at, _)| at.duration_since(begun).as_millis())
        .collect();
    assert_eq!(times, [0, 500, 1500, 3500, 7500, 15500, 31500]);
    net.until_over();
}

#[test]
fn a_caller_waits_no_longer_than_it_said() {
    let mut net = Net::pair();
    let mut placing = net.placing(0);
    placing.lines = b"Expires: 5\r\n".to_vec();
    net.agents[0].place(net.now, placing).unwrap();
    net.pass(Duration::from_secs(4));
    assert!(ends(&net.told[1]).is_empty());
    net.pass(Duration::from_secs(2));
    assert!(matches!(ends(&net.told[1])[..], [End::Cancelled { .. }]));
    net.until_over();
}

/// One datagram is enough for a call that rings, and nothing of its sender may ever be heard again.
#[test]
fn a_call_that_nobody_answers_rings_for_as_long_as_the_line_wants() {
    const MOST: Duration = Duration::from_secs(180);
    for (most, expires, seconds, code) in [
        (Some(MOST), "", 180, "480"),
        (Some(MOST), "Expires: 16777216\n", 180, "480"),
        (Some(MOST), "Expires: 5\n", 5, "487"),
        (None, "Expires: 300\n", 300, "487"),
        (None, "", 7200, ""),
    ] {
        let mut solo = Solo::new(LineSettings {
            rings_for: most,
            ..line_settings("alice")
        });
        let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\n{expires}");
        let invite = solo.request("INVITE", &lines, "");
        solo.receive(&invite);
        let call = solo.offered().unwrap();
        solo.agent.ring(solo.now, call);
        solo.pass(Duration::from_secs(seconds) - Duration::from_millis(1));
        assert!(solo.kinds().iter().all(|kind| kind == "180"), "{expires}");
        assert!(solo.ends().is_empty(), "{expires}");
        solo.pass(Duration::from_millis(1));
        match (code, solo.ends().as_slice()) {
            ("480", [End::Unanswered]) | ("487", [End::Cancelled { .. }]) => {
                let last = solo.sent().pop().unwrap();
                assert_eq!(super::peer::kind(&last), code);
                let has_reason = last.contains("\r\nReason: Q.850;cause=19");
                assert_eq!(has_reason, code == "480");
                solo.is_over();
            }
            ("", []) => {}
            (_, ends) => panic!("{expires} {ends:?}"),
        }
    }
}

/// A server that forks a call to two lines of ours has two telephones here (§8.2.2.2).
#[test]
fn a_call_that_is_forked_to_two_lines_rings_at_both() {
    let invite = |to: &str, branch: &str| {
        format!(
            "INVITE sip:{to}@10.0.0.1:5060 SIP/2.0\r\n\
             Via: SIP/2.0/UDP 192.0.2.9:5070;branch=z9hG4bK{branch}\r\nMax-Forwards: 70\r\n\
             From: <sip:peer@192.0.2.9>;tag=far\r\nTo: <sip:group@example.com>\r\n\
             Call-ID: forked\r\nCSeq: 1 INVITE\r\nContact: <sip:peer@192.0.2.9:5070>\r\n\
             Content-Length: 0\r\n\r\n"
        )
    };
    let forked = [
        ("alice", "1"),
        ("bob", "2"),
        ("alice", "3"),
        ("b%6Fb", "4"),
        ("alice", "1"),
    ];
    for several in [true, false] {
        let mut solo = Solo::new(line_settings("alice"));
        if several {
            solo.agent.add_line(line_settings("bob"));
        }
        let from = solo.flow.clone();
        let mut said = Vec::new();
        for (to, branch) in forked {
            let text = invite(to, branch);
            solo.receive_by(&from, &text.replace("\r\n", "\n"));
            said.extend(solo.kinds());
        }
        let offered = solo.told.iter().filter_map(|event| match event {
            Event::Offered { line, .. } => Some(line.0),
            _ => None,
        });
        let offered: Vec<u32> = offered.collect();
        let (rang, wanted): (&[u32], &[&str]) = match several {
            true => (&[0, 1], &["482", "482"]),
            // One telephone, whatever it is called.
            false => (&[0], &["482", "482", "482"]),
        };
        assert_eq!(
            (offered.as_slice(), said.as_slice()),
            (
                rang,
                &*wanted
                    .iter()
                    .map(|code| (*code).to_owned())
                    .collect::<Vec<_>>()
            )
        );
    }
}

#[test]
fn a_call_for_nobody_is_refused() {
    let mut net = Net::new(1, [line_settings("alice"), line_settings("bob")]);
    net.agents[1].add_line(line_settings("carol"));
    let mut placing = net.placing(0);
    placing.target = "sip:dave@10.0.0.2".to_owned();
    net.agents[0].place(net.now, placing).unwrap();
    net.pass(Duration::from_millis(100));
    assert!(matches!(
        ends(&net.told[0])[..],
        [End::Refused { code: 404, .. }]
    ));
    let mut placing = net.placing(0);
    placing.target = "sip:c%61rol@10.0.0.2".to_owned();
    net.agents[0].place(net.now, placing).unwrap();
    net.pass(Duration::from_millis(100));
    net.offered(1);
}
