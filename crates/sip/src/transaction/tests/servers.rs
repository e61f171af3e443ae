//! Requests of the far end.

use super::requests::{BRANCH, of_it, request};
use super::*;

#[derive(Clone, Copy)]
enum Do {
    /// The request comes again.
    Again,
    Ack,
    Cancel,
    /// We answer; whether that is taken.
    Answer(u16, bool),
    Acknowledged,
}

use Do::{Ack, Acknowledged, Again, Answer, Cancel};

struct Case {
    what: &'static str,
    transport: Transport,
    method: &'static str,
    script: &'static [(u64, Do)],
    sent: &'static [(u64, &'static str)],
    /// What is told after the request itself.
    told: &'static [(u64, &'static str)],
    /// When nothing is left.
    over: u64,
}

fn play(cases: &[Case]) {
    // By the branch, and without one as in RFC 2543.
    for (case, branch) in cases.iter().flat_map(|case| [(case, BRANCH), (case, "")]) {
        let what = format!("{}{}", case.what, branch);
        let mut bench = Bench::new(case.transport);
        let request = request(case.method, branch);
        let Received::Request(id) = bench.receive(request.as_bytes()) else {
            panic!("{what}");
        };
        for (ms, action) in case.script {
            bench.until(*ms);
            match action {
                Again => {
                    bench.receive(request.as_bytes());
                }
                Ack => {
                    let ack = of_it(&request, case.method, "ACK");
                    let ack = ack.replace(
                        "To: <sip:bob@example.org>",
                        "To: <sip:bob@example.org>;tag=mine",
                    );
                    bench.receive(ack.as_bytes());
                }
                Cancel => {
                    bench.receive(of_it(&request, case.method, "CANCEL").as_bytes());
                }
                Answer(code, taken) => {
                    let done = bench.respond(id, *code, request.as_bytes());
                    assert_eq!(done, *taken, "{what}: {code}");
                }
                Acknowledged => bench.layer.acknowledged(id),
            }
            bench.look();
        }
        bench.until(1_000_000);
        assert_eq!(bench.sent, words(case.sent), "{what}: sent");
        assert_eq!(bench.told.remove(0).1, "Request");
        assert_eq!(bench.told, words(case.told), "{what}: told");
        assert_eq!(bench.over, Some(case.over), "{what}: over");
        assert!(
            !bench
                .layer
                .respond(bench.now, id, 200, Bytes::new(), &mut bench.out)
        );
    }
}

#[test]
fn an_invite_by_its_machine() {
    let (udp, tcp) = (Transport::Udp, Transport::Tcp);
    let case = |what, transport, script, sent, told, over| Case {
        what,
        transport,
        method: "INVITE",
        script,
        sent,
        told,
        over,
    };
    play(&[
        case(
            "100 after 200 ms; copies get the last provisional response; Timers G and H",
            udp,
            &[
                (100, Again),
                (500, Again),
                (600, Answer(180, true)),
                (1500, Again),
                (2000, Answer(183, true)),
                (3500, Again),
                (4000, Answer(486, true)),
                (4100, Again),
                (4200, Answer(200, false)),
                (4200, Answer(180, false)),
            ],
            &[
                (200, "100"),
                (500, "100"),
                (600, "180"),
                (1500, "180"),
                (2000, "183"),
                (3500, "183"),
                (4000, "486"),
                (4100, "486"),
                (4500, "486"),
                (5500, "486"),
                (7500, "486"),
                (11_500, "486"),
                (15_500, "486"),
                (19_500, "486"),
                (23_500, "486"),
                (27_500, "486"),
                (31_500, "486"),
                (35_500, "486"),
            ],
            &[],
            36_000,
        ),
        case(
            "no 100 after an answer; the ACK ends a refusal, its copies are absorbed until Timer I",
            udp,
            &[
                (0, Answer(180, true)),
                (300, Answer(603, true)),
                (900, Ack),
                (1000, Ack),
                (1100, Again),
            ],
            &[(0, "180"), (300, "603"), (800, "603")],
            &[],
            5900,
        ),
        case(
            "over TCP: no Timer G, but Timer H",
            tcp,
            &[(0, Answer(486, true)), (100, Again)],
            &[(0, "486"), (100, "486")],
            &[],
            32_000,
        ),
        case(
            "over TCP: Timer I is zero",
            tcp,
            &[(0, Answer(486, true)), (100, Ack)],
            &[(0, "486")],
            &[],
            100,
        ),
        case(
            "a 2xx is sent again until its ACK; copies of the INVITE are absorbed until Timer L",
            udp,
            &[
                (0, Answer(200, true)),
                (600, Again),
                (1600, Ack),
                (1600, Acknowledged),
                (1700, Again),
                (1800, Ack),
            ],
            &[(0, "200"), (500, "200"), (1500, "200")],
            &[(1600, "Ack"), (1800, "Ack")],
            32_000,
        ),
        case(
            "a 2xx that is never acknowledged",
            tcp,
            &[(0, Answer(180, true)), (1000, Answer(202, true))],
            &[
                (0, "180"),
                (1000, "202"),
                (1500, "202"),
                (2500, "202"),
                (4500, "202"),
                (8500, "202"),
                (12_500, "202"),
                (16_500, "202"),
                (20_500, "202"),
                (24_500, "202"),
                (28_500, "202"),
                (32_500, "202"),
            ],
            &[(33_000, "NotAcknowledged")],
            33_000,
        ),
        case(
            "a CANCEL is told once, and answered each time",
            udp,
            &[
                (0, Answer(180, true)),
                (100, Cancel),
                (150, Cancel),
                (200, Answer(487, true)),
                (300, Cancel),
                (400, Ack),
            ],
            &[
                (0, "180"),
                (100, "200"),
                (150, "200"),
                (200, "487"),
                (300, "200"),
            ],
            &[(100, "Cancel")],
            5400,
        ),
        case(
            "a CANCEL after the answer changes nothing",
            udp,
            &[
                (0, Answer(200, true)),
                (100, Cancel),
                (200, Ack),
                (200, Acknowledged),
            ],
            &[(0, "200"), (100, "200")],
            &[(200, "Ack")],
            32_000,
        ),
        case(
            "an ACK before the answer is nobody's",
            udp,
            &[
                (0, Answer(180, true)),
                (100, Ack),
                (200, Acknowledged),
                (300, Answer(408, true)),
                (400, Ack),
            ],
            &[(0, "180"), (300, "408")],
            &[],
            5400,
        ),
    ]);
}

#[test]
fn any_other_request_by_its_machine() {
    let (udp, tcp) = (Transport::Udp, Transport::Tcp);
    let case = |what, transport, script, sent, told, over| Case {
        what,
        transport,
        method: "OPTIONS",
        script,
        sent,
        told,
        over,
    };
    play(&[
        case(
            "copies get the last response, until Timer J",
            udp,
            &[
                (100, Again),
                (300, Answer(100, true)),
                (500, Again),
                (600, Answer(200, true)),
                (1500, Again),
                (1600, Answer(500, false)),
                (32_599, Again),
            ],
            &[
                (300, "100"),
                (500, "100"),
                (600, "200"),
                (1500, "200"),
                (32_599, "200"),
            ],
            &[],
            32_600,
        ),
        case(
            "Timer J over TCP is zero",
            tcp,
            &[(600, Answer(200, true)), (700, Answer(200, false))],
            &[(600, "200")],
            &[],
            600,
        ),
        case(
            "without an answer it ends, and nothing is sent",
            udp,
            &[(500, Again)],
            &[],
            &[],
            32_000,
        ),
        case(
            "without a final answer it ends, too",
            udp,
            &[(100, Answer(100, true)), (500, Again)],
            &[(100, "100"), (500, "100")],
            &[],
            32_000,
        ),
        case(
            "a 408 is never sent",
            udp,
            &[(10_000, Answer(408, true))],
            &[],
            &[],
            10_000,
        ),
        case(
            "a CANCEL of it finds no INVITE",
            udp,
            &[(100, Cancel), (200, Answer(200, true))],
            &[(100, "481"), (200, "200")],
            &[],
            32_200,
        ),
    ]);
}
