//! Calls as they should be: placed, answered, refused, given up and ended.

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
