//! Requests of ours.

use super::*;

#[derive(Clone, Copy)]
enum Do {
    /// A response comes.
    Get(u16),
    /// A response to the CANCEL comes.
    GetForCancel(u16),
    Cancel,
    Forget,
    Broken,
    /// The same before anything was written.
    NotTaken,
}

use Do::{Broken, Cancel, Forget, Get, GetForCancel, NotTaken};

struct Case {
    what: &'static str,
    transport: Transport,
    method: Method,
    script: &'static [(u64, Do)],
    sent: &'static [(u64, &'static str)],
    told: &'static [(u64, &'static str)],
    /// When nothing is left.
    over: u64,
}

fn play(cases: &[Case]) {
    for case in cases {
        let mut bench = Bench::new(case.transport);
        let id = bench.send(case.method, false, 0);
        let request = bench.last().to_vec();
        for (ms, action) in case.script {
            bench.until(*ms);
            match action {
                Get(code) => {
                    bench.receive(&answer(&request, *code, "b"));
                }
                GetForCancel(code) => {
                    let text = String::from_utf8(answer(&request, *code, "b").to_vec()).unwrap();
                    bench.receive(text.replace("1 INVITE", "1 CANCEL").as_bytes());
                }
                Cancel => {
                    let now = bench.now;
                    bench.layer.cancel(now, id, b"", &mut bench.out);
                }
                Forget => bench.layer.forget(id),
                Broken | NotTaken => {
                    let mut gone = Gone::of(bench.flow.clone());
                    if matches!(action, NotTaken) {
                        gone.unsent = bench.wire.iter().map(|t| t.bytes.clone()).collect();
                    }
                    let (now, random) = (bench.now, &mut bench.random);
                    bench.layer.broken(now, &gone, random, &mut bench.out);
                }
            }
            bench.look();
        }
        bench.until(1_000_000);
        assert_eq!(bench.sent, words(case.sent), "{}: sent", case.what);
        assert_eq!(bench.told, words(case.told), "{}: told", case.what);
        assert_eq!(bench.over, Some(case.over), "{}: over", case.what);
        let first = bench.wire.first().unwrap();
        for again in bench
            .wire
            .iter()
            .filter(|t| word(&t.bytes) == word(&first.bytes))
        {
            assert_eq!(
                again.bytes.as_ptr(),
                first.bytes.as_ptr(),
                "{}: bytes",
                case.what
            );
        }
    }
}

#[test]
fn an_invite_by_its_machine() {
    let (udp, tcp) = (Transport::Udp, Transport::Tcp);
    let case = |what, transport, script, sent, told, over| Case {
        what,
        transport,
        method: Method::Invite,
        script,
        sent,
        told,
        over,
    };
    play(&[
        case(
            "no answer: Timers A and B",
            udp,
            &[],
            &[
                (0, "INVITE"),
                (500, "INVITE"),
                (1500, "INVITE"),
                (3500, "INVITE"),
                (7500, "INVITE"),
                (15500, "INVITE"),
                (31500, "INVITE"),
            ],
            &[(32000, "TimedOut")],
            32000,
        ),
        case(
            "no answer over TCP: Timer B only",
            tcp,
            &[],
            &[(0, "INVITE")],
            &[(32000, "TimedOut")],
            32000,
        ),
        case(
            "a ringing INVITE waits as long as it takes; every 2xx goes up until Timer M",
            udp,
            &[
                (400, Get(100)),
                (900, Get(180)),
                (90_000, Get(183)),
                (100_000, Get(200)),
                (100_500, Get(200)),
                (101_000, Get(180)),
                (101_000, Get(486)),
                (131_999, Get(202)),
                (132_001, Get(200)),
            ],
            &[(0, "INVITE")],
            &[
                (400, "100"),
                (900, "180"),
                (90_000, "183"),
                (100_000, "200"),
                (100_500, "200"),
                (131_999, "202"),
                (132_001, "Stray"),
            ],
            132_000,
        ),
        case(
            "Timer M over TCP is no shorter",
            tcp,
            &[(10, Get(200)), (20, Get(200))],
            &[(0, "INVITE")],
            &[(10, "200"), (20, "200")],
            32_010,
        ),
        case(
            "a refusal is acknowledged, and each copy of it, until Timer D",
            udp,
            &[
                (600, Get(180)),
                (700, Get(486)),
                (1200, Get(486)),
                (2200, Get(486)),
                (3000, Get(180)),
                (4000, Get(200)),
                (32_600, Get(486)),
                (32_800, Get(486)),
            ],
            &[
                (0, "INVITE"),
                (500, "INVITE"),
                (700, "ACK"),
                (1200, "ACK"),
                (2200, "ACK"),
                (32_600, "ACK"),
            ],
            &[
                (600, "180"),
                (700, "486"),
                (4000, "Stray"),
                (32_800, "Stray"),
            ],
            32_700,
        ),
        case(
            "Timer D over TCP is zero",
            tcp,
            &[(10, Get(503)), (20, Get(503))],
            &[(0, "INVITE"), (10, "ACK")],
            &[(10, "503"), (20, "Stray")],
            10,
        ),
        case(
            "CANCEL leaves at once after a provisional response",
            udp,
            &[
                (100, Get(100)),
                (200, Cancel),
                (200, Cancel),
                (300, GetForCancel(200)),
                (350, Get(487)),
                (360, Get(487)),
            ],
            &[(0, "INVITE"), (200, "CANCEL"), (350, "ACK"), (360, "ACK")],
            &[(100, "100"), (350, "487")],
            32_350,
        ),
        case(
            "CANCEL waits for a provisional response",
            udp,
            &[(100, Cancel), (1600, Get(180)), (1700, Get(487))],
            &[
                (0, "INVITE"),
                (500, "INVITE"),
                (1500, "INVITE"),
                (1600, "CANCEL"),
                (1700, "ACK"),
            ],
            &[(1600, "180"), (1700, "487")],
            33_700,
        ),
        case(
            "without a provisional response there is no CANCEL",
            udp,
            &[(100, Cancel)],
            &[
                (0, "INVITE"),
                (500, "INVITE"),
                (1500, "INVITE"),
                (3500, "INVITE"),
                (7500, "INVITE"),
                (15500, "INVITE"),
                (31500, "INVITE"),
            ],
            &[(32000, "TimedOut")],
            32000,
        ),
        case(
            "the CANCEL is answered, the INVITE not: 64·T1",
            udp,
            &[(100, Get(180)), (1000, Cancel), (1600, GetForCancel(200))],
            &[(0, "INVITE"), (1000, "CANCEL"), (1500, "CANCEL")],
            &[(100, "180"), (33_000, "TimedOut")],
            33_000,
        ),
        case(
            "the CANCEL is not answered either: Timers E and F",
            udp,
            &[(100, Get(180)), (1000, Cancel)],
            &[
                (0, "INVITE"),
                (1000, "CANCEL"),
                (1500, "CANCEL"),
                (2500, "CANCEL"),
                (4500, "CANCEL"),
                (8500, "CANCEL"),
                (12_500, "CANCEL"),
                (16_500, "CANCEL"),
                (20_500, "CANCEL"),
                (24_500, "CANCEL"),
                (28_500, "CANCEL"),
                (32_500, "CANCEL"),
            ],
            &[(100, "180"), (33_000, "TimedOut")],
            33_000,
        ),
        case(
            "a 200 crosses the CANCEL, which is not sent again then",
            udp,
            &[
                (100, Get(180)),
                (1000, Cancel),
                (1100, Get(200)),
                (1200, GetForCancel(481)),
            ],
            &[(0, "INVITE"), (1000, "CANCEL")],
            &[(100, "180"), (1100, "200")],
            33_100,
        ),
        case(
            "a 200 comes before the CANCEL could leave",
            udp,
            &[(100, Cancel), (200, Get(200))],
            &[(0, "INVITE")],
            &[(200, "200")],
            32_200,
        ),
        case(
            "a forgotten INVITE is quiet, and its refusal acknowledged",
            udp,
            &[
                (100, Forget),
                (3000, Get(180)),
                (9000, Get(486)),
                (9500, Get(486)),
            ],
            &[(0, "INVITE"), (9000, "ACK"), (9500, "ACK")],
            &[],
            41_000,
        ),
        case(
            "a forgotten INVITE that nobody answers ends in silence",
            udp,
            &[(100, Forget)],
            &[(0, "INVITE")],
            &[],
            32_000,
        ),
        case(
            "a forgotten INVITE that rings ends after 64·T1; its 2xx is a stray",
            udp,
            &[
                (100, Get(180)),
                (50_000, Forget),
                (60_000, Get(200)),
                (60_500, Get(200)),
            ],
            &[(0, "INVITE")],
            &[(100, "180"), (60_000, "Stray"), (60_500, "Stray")],
            92_000,
        ),
        case(
            "a forgotten INVITE that rings on ends",
            udp,
            &[(100, Get(180)), (50_000, Forget), (60_000, Get(183))],
            &[(0, "INVITE")],
            &[(100, "180")],
            82_000,
        ),
        case(
            "a CANCEL that waits leaves even if the INVITE is forgotten",
            udp,
            &[
                (100, Cancel),
                (100, Forget),
                (5000, Get(100)),
                (5100, Get(487)),
            ],
            &[(0, "INVITE"), (5000, "CANCEL"), (5100, "ACK")],
            &[],
            37_100,
        ),
        case(
            "a way that is not to be had ends it",
            tcp,
            &[(200, NotTaken), (300, Get(180))],
            &[(0, "INVITE")],
            &[(200, "NotSent"), (300, "Stray")],
            200,
        ),
        case(
            "a broken way ends it for those above, and it is cancelled, as its CANCEL says",
            tcp,
            &[
                (100, Get(100)),
                (200, Broken),
                (300, Get(180)),
                (400, GetForCancel(200)),
                (500, Get(487)),
            ],
            &[(0, "INVITE"), (200, "CANCEL"), (500, "ACK")],
            &[(100, "100"), (200, "Lost")],
            500,
        ),
        case(
            "its 2xx comes too late",
            tcp,
            &[(100, Get(180)), (200, Broken), (300, Get(200))],
            &[(0, "INVITE"), (200, "CANCEL")],
            &[(100, "180"), (200, "Lost"), (300, "Stray")],
            32_300,
        ),
        case(
            "without a provisional response the CANCEL waits for one",
            tcp,
            &[(200, Broken), (9000, Get(180)), (9100, Get(487))],
            &[(0, "INVITE"), (9000, "CANCEL"), (9100, "ACK")],
            &[(200, "Lost")],
            9100,
        ),
        case(
            "and none comes",
            tcp,
            &[(200, Broken), (300, Broken)],
            &[(0, "INVITE")],
            &[(200, "Lost")],
            32_000,
        ),
        case(
            "a CANCEL whose way broke is sent once more",
            tcp,
            &[
                (100, Get(180)),
                (1000, Cancel),
                (30_000, Broken),
                (40_000, GetForCancel(200)),
                (40_100, Get(487)),
            ],
            &[
                (0, "INVITE"),
                (1000, "CANCEL"),
                (30_000, "CANCEL"),
                (40_100, "ACK"),
            ],
            &[(100, "180"), (40_100, "487")],
            40_100,
        ),
        case(
            "and no more than once",
            tcp,
            &[
                (100, Get(180)),
                (1000, Cancel),
                (2000, Broken),
                (3000, NotTaken),
                (4000, Broken),
            ],
            &[(0, "INVITE"), (1000, "CANCEL"), (2000, "CANCEL")],
            &[(100, "180"), (3000, "Lost")],
            34_000,
        ),
        case(
            "one that was answered is not",
            tcp,
            &[
                (100, Get(180)),
                (1000, Cancel),
                (1100, GetForCancel(200)),
                (2000, Broken),
                (2100, Get(487)),
            ],
            &[(0, "INVITE"), (1000, "CANCEL"), (2100, "ACK")],
            &[(100, "180"), (2000, "Lost")],
            2100,
        ),
        case(
            "what nobody waits for is not cancelled",
            tcp,
            &[(100, Get(180)), (200, Forget), (200, Broken)],
            &[(0, "INVITE")],
            &[(100, "180")],
            32_200,
        ),
        case(
            "a broken way does not end what waits for copies",
            udp,
            &[(100, Get(486)), (200, Broken), (300, Get(486))],
            &[(0, "INVITE"), (100, "ACK"), (300, "ACK")],
            &[(100, "486")],
            32_100,
        ),
    ]);
}

#[test]
fn any_other_request_by_its_machine() {
    let (udp, tcp) = (Transport::Udp, Transport::Tls);
    let case = |what, transport, script, sent, told, over| Case {
        what,
        transport,
        method: Method::Bye,
        script,
        sent,
        told,
        over,
    };
    play(&[
        case(
            "no answer: Timers E and F",
            udp,
            &[],
            &[
                (0, "BYE"),
                (500, "BYE"),
                (1500, "BYE"),
                (3500, "BYE"),
                (7500, "BYE"),
                (11_500, "BYE"),
                (15_500, "BYE"),
                (19_500, "BYE"),
                (23_500, "BYE"),
                (27_500, "BYE"),
                (31_500, "BYE"),
            ],
            &[(32_000, "TimedOut")],
            32_000,
        ),
        case(
            "no answer over TLS: Timer F only",
            tcp,
            &[],
            &[(0, "BYE")],
            &[(32_000, "TimedOut")],
            32_000,
        ),
        case(
            "each T2 after a provisional response, and Timer F all the same",
            udp,
            &[(600, Get(100)), (9000, Get(100))],
            &[
                (0, "BYE"),
                (500, "BYE"),
                (1500, "BYE"),
                (5500, "BYE"),
                (9500, "BYE"),
                (13_500, "BYE"),
                (17_500, "BYE"),
                (21_500, "BYE"),
                (25_500, "BYE"),
                (29_500, "BYE"),
            ],
            &[(600, "100"), (9000, "100"), (32_000, "TimedOut")],
            32_000,
        ),
        case(
            "copies of the answer are absorbed until Timer K",
            udp,
            &[
                (600, Get(200)),
                (700, Get(200)),
                (800, Get(100)),
                (5601, Get(200)),
            ],
            &[(0, "BYE"), (500, "BYE")],
            &[(600, "200"), (5601, "Stray")],
            5600,
        ),
        case(
            "Timer K over TLS is zero",
            tcp,
            &[(600, Get(481)), (700, Get(481))],
            &[(0, "BYE")],
            &[(600, "481"), (700, "Stray")],
            600,
        ),
        case(
            "a CANCEL is for INVITEs only",
            udp,
            &[(100, Get(100)), (200, Cancel), (300, Get(200))],
            &[(0, "BYE")],
            &[(100, "100"), (300, "200")],
            5300,
        ),
        case(
            "what is forgotten is over",
            udp,
            &[(100, Forget), (200, Get(200))],
            &[(0, "BYE")],
            &[(200, "Stray")],
            100,
        ),
        case(
            "a broken way ends it",
            udp,
            &[(700, Broken)],
            &[(0, "BYE"), (500, "BYE")],
            &[(700, "Lost")],
            700,
        ),
        case(
            "a way that is not to be had ends it",
            tcp,
            &[(700, NotTaken)],
            &[(0, "BYE")],
            &[(700, "NotSent")],
            700,
        ),
    ]);
}
