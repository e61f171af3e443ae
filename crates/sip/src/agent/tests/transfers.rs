//! Transfers, blind and attended, with three agents and with a peer that is written by hand.

use super::peer::{OFFER, Solo, field, kind, response};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// Alice calls bob, and carol is there.
fn three() -> (Net, CallId, CallId) {
    let mut net = Net::pair();
    net.add("carol");
    let (alice, bob) = net.connected();
    (net, alice, bob)
}

fn wanted(net: &mut Net, of: usize) -> (CallId, String) {
    let told = net.told(of);
    let wanted = told.iter().find_map(|event| match event {
        Event::TransferWanted { call, target, .. } => Some((*call, target.clone())),
        _ => None,
    });
    wanted.unwrap_or_else(|| panic!("{told:?}"))
}

fn results(told: &[Event]) -> Vec<Result<(), Refusal>> {
    let done = told.iter().filter_map(|event| match event {
        Event::Done { result, .. } => Some(result.clone()),
        _ => None,
    });
    done.collect()
}

fn codes(told: &[Event]) -> Vec<u16> {
    let codes = told.iter().filter_map(|event| match event {
        Event::Transferring { code, .. } => Some(*code),
        _ => None,
    });
    codes.collect()
}

/// Bob does what a REFER wants: calls the target, and says so.
fn follow(net: &mut Net, of: usize) -> CallId {
    let (old, target) = wanted(net, of);
    let (uri, replaces) = split_target(&target);
    let mut placing = net.placing_to(of, 2);
    placing.target = uri;
    if let Some(replaces) = replaces {
        placing.lines = format!("Replaces: {replaces}\r\nRequire: replaces\r\n").into_bytes();
    }
    let now = net.now;
    let new = net.agents[of].place(now, placing).unwrap();
    net.agents[of].accept_transfer(now, old, new);
    net.settle();
    new
}

#[test]
fn a_blind_transfer_that_succeeds_and_ones_that_do_not() {
    for (code, wanted) in [(0, Ok(())), (486, Err(486)), (404, Err(404))] {
        let (mut net, alice, bob) = three();
        let target = format!("sip:carol@{}", address(2));
        net.agents[0]
            .transfer(net.now, alice, &target, "<sip:alice@example.com>")
            .unwrap();
        let again = net.agents[0].transfer(net.now, alice, &target, "<sip:a@b>");
        assert_eq!(again, Err(Refusal::WrongState));
        net.pass(SECOND);
        let new = follow(&mut net, 1);
        net.pass(SECOND);
        let carol = net.offered(2);
        match code {
            0 => net.answer(2, carol),
            code => net.agents[2].refuse(net.now, carol, code),
        }
        net.pass(SECOND);
        let told = net.told(0);
        let done: Vec<Result<(), u16>> = results(&told)
            .into_iter()
            .map(|result| match result {
                Err(Refusal::Answer(code, _)) => Err(code),
                other => other.map_err(|_| 0),
            })
            .collect();
        assert_eq!(done, [wanted]);
        let heard = codes(&told);
        assert_eq!(heard, [100, 180, if code == 0 { 200 } else { code }]);
        assert!(ends(&told).is_empty(), "the call itself goes on");
        net.hang_up(0, alice);
        net.hang_up(1, bob);
        net.hang_up(1, new);
        net.until_over();
    }
}

#[test]
fn a_transfer_that_is_refused_or_given_up() {
    let (mut net, alice, _) = three();
    net.agents[0]
        .transfer(net.now, alice, "sip:carol@h", "<sip:a@b>")
        .unwrap();
    net.pass(SECOND);
    let (bob, _) = wanted(&mut net, 1);
    net.agents[1].refuse_transfer(net.now, bob, 603);
    net.pass(SECOND);
    let told = net.told(0);
    assert!(
        matches!(results(&told)[..], [Err(Refusal::Answer(603, _))]),
        "{told:?}"
    );
    // The one who was to go is hung up while it calls.
    let target = format!("sip:carol@{}", address(2));
    net.agents[0]
        .transfer(net.now, alice, &target, "<sip:a@b>")
        .unwrap();
    net.pass(SECOND);
    let new = follow(&mut net, 1);
    net.pass(SECOND);
    net.hang_up(1, new);
    net.pass(SECOND);
    assert!(matches!(
        results(&net.told(0))[..],
        [Err(Refusal::Answer(487, _))]
    ));
    net.hang_up(0, alice);
    net.until_over();
}

#[test]
fn a_transfer_ends_with_its_call() {
    // Whoever goes where it was sent may hang up without a further word.
    for (who, accepted) in [(0, false), (0, true), (1, false), (1, true)] {
        let (mut net, alice, bob) = three();
        let target = format!("sip:carol@{}", address(2));
        net.agents[0]
            .transfer(net.now, alice, &target, "<sip:a@b>")
            .unwrap();
        net.pass(SECOND);
        let new = accepted.then(|| follow(&mut net, 1));
        net.pass(SECOND);
        net.hang_up(who, if who == 0 { alice } else { bob });
        net.pass(SECOND);
        let done = results(&net.told(0));
        let wanted = if who == 1 && accepted {
            Ok(())
        } else {
            Err(Refusal::Over)
        };
        assert!(
            done == [wanted] || !accepted && who == 1 && done.len() == 1,
            "{done:?}"
        );
        if let Some(new) = new {
            net.hang_up(1, new);
        }
        net.until_over();
    }
}

#[test]
fn an_attended_transfer_replaces_the_call() {
    let (mut net, alice, bob) = three();
    net.agents[0].hold(net.now, alice).unwrap();
    net.pass(SECOND);
    let placing = net.placing_to(0, 2);
    let second = net.agents[0].place(net.now, placing).unwrap();
    net.pass(SECOND);
    let carol = net.offered(2);
    net.answer(2, carol);
    net.pass(SECOND);
    net.told(0);
    let replaces = net.agents[0].replaces(second).unwrap();
    let target = target_with(&net.agents[0].far_uri(second).unwrap(), &replaces);
    net.agents[0]
        .transfer(net.now, alice, &target, "<sip:a@b>")
        .unwrap();
    net.pass(SECOND);
    let new = follow(&mut net, 1);
    net.pass(SECOND);
    let told = net.told(2);
    let (offered, replaced) = told
        .iter()
        .find_map(|event| match event {
            Event::Offered { call, offer, .. } => Some((*call, offer.replaces)),
            _ => None,
        })
        .unwrap();
    assert_eq!(replaced, Some(carol));
    net.answer(2, offered);
    net.pass(SECOND);
    assert_eq!(ends(&net.told[2]).len(), 1, "the old call is over");
    let told = net.told(0);
    assert_eq!(results(&told), [Ok(())]);
    assert_eq!(
        ends(&told).len(),
        1,
        "carol ended the call that was replaced"
    );
    net.hang_up(0, alice);
    net.hang_up(1, new);
    net.until_over();
    let _ = bob;
}

#[test]
fn what_a_replaces_may_name() {
    for (to, from, more, over, code) in [
        ("own", "far", "", false, "180"),
        ("own", "odd", "", false, "481"),
        ("odd", "far", "", false, "481"),
        ("own", "far", ";early-only", false, "486"),
        ("own", "far", "", true, "603"),
        ("own", "", "", false, "400"),
        (
            "own",
            "far",
            "\nReplaces: a;to-tag=b;from-tag=c",
            false,
            "400",
        ),
    ] {
        let mut solo = Solo::alice();
        let call = solo.up_called();
        let (_, own) = solo.near.split_once(";tag=").unwrap();
        let to = if to == "own" { own } else { to };
        let from = if from.is_empty() {
            String::new()
        } else {
            format!(";from-tag={from}")
        };
        let value = format!("{};to-tag={to}{from}{more}", solo.call_id);
        if over {
            solo.hang_up(call);
            solo.sent();
        }
        solo.call_id = "another".to_owned();
        solo.near = "<sip:alice@10.0.0.1>".to_owned();
        let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\nReplaces: {value}\n");
        let invite = solo.request("INVITE", &lines, OFFER);
        solo.receive(&invite);
        if let Some(new) = solo.offered() {
            solo.agent.ring(solo.now, new);
        }
        assert_eq!(kind(&solo.one()), code, "{value}");
    }
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&super::peer::ringing(&invite, "b"));
    let (_, own) = solo
        .near
        .clone()
        .split_once(";tag=")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    for (from, code) in [("b", "180"), ("c", "481")] {
        let value = format!("{};to-tag={own};from-tag={from}", solo.call_id);
        let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\nReplaces: {value}\n");
        let before = (solo.near.clone(), solo.call_id.clone());
        (solo.near, solo.call_id) = ("<sip:alice@10.0.0.1>".to_owned(), format!("x{from}"));
        let invite = solo.request("INVITE", &lines, OFFER);
        (solo.near, solo.call_id) = before;
        solo.receive(&invite);
        if let Some(new) = solo.offered() {
            solo.agent.ring(solo.now, new);
        }
        assert_eq!(kind(&solo.one()), code, "{from}");
    }
}

#[test]
fn what_a_refer_may_say() {
    for (lines, code) in [
        ("", "400"),
        ("Refer-To: <sip:c@h>\nRefer-To: <sip:d@h>\n", "400"),
        ("Refer-To: <sip:c@h>, <sip:d@h>\n", "400"),
        ("Refer-To: <http://h/>\n", "416"),
        ("Refer-To: <sip:c@h;method=BYE>\n", "603"),
        ("Refer-To: <sip:c@h;method=INVITE>\n", ""),
        ("Refer-To: sip:c@h\nRefer-Sub: false\n", ""),
    ] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.number += 1;
        let refer = solo.request("REFER", lines, "");
        solo.receive(&refer);
        let sent = solo.sent();
        assert_eq!(
            sent.first().map(|text| kind(text)).unwrap_or_default(),
            code,
            "{lines}"
        );
        if code.is_empty() {
            // One at a time; and the end of the call answers it.
            assert_eq!(solo.ask("REFER", lines, ""), "603");
            solo.hang_up(call);
            assert_eq!(solo.kinds(), ["487", "BYE"]);
        }
        solo.hang_up(call);
        solo.is_over();
    }
    let mut solo = Solo::alice();
    assert_eq!(
        solo.ask("REFER", "Refer-To: <sip:c@h>\n", ""),
        "603",
        "nobody is transferred"
    );
}

fn news(solo: &mut Solo, state: &str, body: &str) -> String {
    solo.number += 1;
    let lines = format!("Event: refer\nSubscription-State: {state}\n");
    let request = solo.request("NOTIFY", &lines, body);
    let media_type = match body.starts_with("--") {
        true => "multipart/mixed;boundary=cut",
        false => "message/sipfrag",
    };
    let request = request.replace("application/sdp", media_type);
    solo.receive(&request);
    kind(&solo.one())
}

#[test]
fn what_the_far_end_tells_of_a_transfer() {
    for (first, answer, told, wanted) in [
        // The news before the 202.
        (Some("SIP/2.0 200 OK\n"), "202 Accepted", &[][..], Ok(())),
        (
            None,
            "202 Accepted",
            &["SIP/2.0 100 Trying\n", "SIP/2.0 486 Busy Here\n"][..],
            Err(Refusal::Answer(486, "Busy Here".to_owned())),
        ),
        (
            None,
            "202 Accepted",
            &["nonsense\n", "SIP/2.0 99999 X\n", "SIP/2.0 200 OK\n"][..],
            Ok(()),
        ),
        // News among other parts.
        (
            None,
            "202 Accepted",
            &["--cut\nContent-Type: message/sipfrag\n\nSIP/2.0 200 OK\n--cut--\n"][..],
            Ok(()),
        ),
        (
            None,
            "405 No",
            &[][..],
            Err(Refusal::Answer(405, "No".to_owned())),
        ),
        // News without end, and none at all.
        (
            None,
            "202 Accepted",
            &["SIP/2.0 180 Ringing\n"][..],
            Err(Refusal::TimedOut),
        ),
        (None, "202 Accepted", &[][..], Err(Refusal::TimedOut)),
    ] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.agent
            .transfer(solo.now, call, "sip:c@h", "<sip:a@b>\r\nX: y")
            .unwrap();
        let refer = solo.one();
        assert_eq!(field(&refer, "Referred-By"), "<sip:a@b>X: y");
        if let Some(first) = first {
            assert_eq!(news(&mut solo, "active;expires=60", first), "200");
        }
        solo.receive(&response(&refer, answer, "", "", ""));
        for body in told {
            assert_eq!(news(&mut solo, "active;expires=60", body), "200", "{body}");
        }
        // The far end says for how long its word is good.
        let mut done = Vec::new();
        if told.iter().any(|body| body.contains(" 180 ")) {
            solo.pass(SECOND * 50);
            done = solo.done();
            assert_eq!(done, []);
        }
        solo.pass(SECOND * 70);
        done.extend(solo.done());
        assert_eq!(done, [wanted], "{answer} {told:?}");
        assert_eq!(news(&mut solo, "terminated", "SIP/2.0 200 OK\n"), "481");
        solo.hang_up(call);
        solo.is_over();
    }
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.agent
        .transfer(solo.now, call, "sip:c@h", "<sip:a@b>")
        .unwrap();
    let refer = solo.one();
    let silent = "Refer-Sub: false\n";
    solo.receive(&response(&refer, "202 Accepted", "", silent, ""));
    assert_eq!(solo.done(), [Ok(())]);
    solo.agent
        .transfer(solo.now, call, "sip:c@h", "<sip:a@b>")
        .unwrap();
    solo.pass(SECOND * 33);
    assert_eq!(solo.done(), [Err(Refusal::TimedOut)]);
    solo.hang_up(call);
    solo.is_over();
}

/// A REFER of ours and one of theirs at a time: the answers are not taken for each other's.
#[test]
fn both_sides_transfer_at_once() {
    let mut solo = Solo::alice();
    let call = solo.up();
    assert_eq!(solo.kinds(), [""; 0]);
    solo.number += 1;
    let refer = solo.request("REFER", "Refer-To: <sip:c@h>\n", "");
    solo.receive(&refer);
    let (new, invite) = solo.place();
    solo.far = "<sip:bob@192.0.2.9:5070>;tag=b".to_owned();
    solo.agent.accept_transfer(solo.now, call, new);
    let sent = solo.sent();
    let kinds: Vec<String> = sent.iter().map(|text| kind(text)).collect();
    assert_eq!(kinds, ["202", "NOTIFY"]);
    solo.agent
        .transfer(solo.now, call, "sip:d@h", "<sip:a@b>")
        .unwrap();
    let ours = solo.one();
    // The answer to the NOTIFY says nothing about our REFER.
    solo.receive(&response(&sent[1], "200 OK", "", "", ""));
    solo.receive(&response(&ours, "603 Decline", "", "", ""));
    assert!(matches!(solo.done()[..], [Err(Refusal::Answer(603, _))]));
    solo.receive(&response(&invite, "486 Busy", "z", "", ""));
    let sent = solo.sent();
    let last = sent.last().unwrap();
    assert!(last.ends_with("SIP/2.0 486 Busy Here\r\n"), "{last}");
    assert!(field(last, "Subscription-State").starts_with("terminated"));
    // It wants to hear no more.
    solo.receive(&response(last, "481 Gone", "", "", ""));
    solo.hang_up(call);
    solo.pass(SECOND * 300);
    assert_eq!(solo.agent.counts(), Counts::default());
}

/// What is under way to a far end that has left is no debt.
#[test]
fn nothing_is_owed_to_who_has_left() {
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.number += 1;
    let refer = solo.request("REFER", "Refer-To: <sip:c@h>\n", "");
    solo.receive(&refer);
    let before = (solo.far.clone(), solo.near.clone(), solo.call_id.clone());
    let (new, invite) = solo.place();
    (solo.far, solo.near, solo.call_id) = before;
    solo.agent.accept_transfer(solo.now, call, new);
    solo.agent
        .transfer(solo.now, call, "sip:d@h", "<sip:a@b>")
        .unwrap();
    let kinds = solo.kinds();
    assert_eq!(kinds, ["202", "NOTIFY", "REFER"]);
    let news = |sent: &[String]| sent.iter().filter(|text| kind(text) == "NOTIFY").count();
    solo.receive(&response(
        &invite,
        "183 Progress",
        "z",
        "Require: 100rel\nRSeq: 1\n",
        "",
    ));
    let sent = solo.sent();
    assert_eq!(sent.iter().filter(|text| kind(text) == "PRACK").count(), 1);
    assert_eq!(news(&sent), 0, "one at a time");
    assert_eq!(solo.ask("BYE", "", ""), "200");
    solo.receive(&response(&invite, "486 Busy", "z", "", ""));
    assert!(!solo.agent.owes());
    solo.sent();
    solo.pass(SECOND * 40);
    assert!(solo.sent().is_empty());
    assert_eq!(solo.agent.counts(), Counts::default());
}
