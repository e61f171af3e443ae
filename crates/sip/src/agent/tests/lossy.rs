//! Calls over a network that loses, doubles and delays.

use super::*;

/// A tenth of all datagrams is lost each way, others come twice or late: every call ends at both
/// ends, and nothing is left of any.
#[test]
fn every_call_ends_at_both_ends_whatever_the_network_loses() {
    for seed in 0..10 {
        let mut net = Net::new(seed, [line_settings("alice"), line_settings("bob")]);
        net.loss = 26;
        net.doubled = 26;
        net.keep_sent = false;
        let mut calls = Vec::new();
        for round in 0..100_u32 {
            let from = (round % 2) as usize;
            calls.push((from, net.place(from)));
            net.pass(Duration::from_millis(50));
        }
        let mut open = 0;
        for round in 0..400_u32 {
            net.pass(Duration::from_millis(500));
            for of in 0..2 {
                let offered: Vec<CallId> = net.told[of]
                    .iter()
                    .filter_map(|event| match event {
                        Event::Offered { call, .. } => Some(*call),
                        _ => None,
                    })
                    .collect();
                net.told[of].retain(|event| !matches!(event, Event::Offered { .. }));
                for call in offered {
                    open += 1;
                    let media = SocketAddr::from(([10, 0, 0, 1], 4002));
                    match open % 4 {
                        0 => net.hang_up(of, call),
                        // Given up meanwhile, perhaps.
                        1 | 2 => drop(net.agents[of].answer(net.now, call, media, 3)),
                        _ => {}
                    }
                }
            }
            if let Some((from, call)) = (round > 4).then(|| calls.pop()).flatten() {
                net.hang_up(from, call);
            }
        }
        net.until_over();
        for told in &net.told {
            let ended = ends(told).len();
            let gone = told
                .iter()
                .filter(|e| matches!(e, Event::Gone { .. }))
                .count();
            assert_eq!(gone, 100, "seed {seed}");
            assert!(ended <= 100);
        }
    }
}
