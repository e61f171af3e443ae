//! Parts of the messages that are kept in `v1`.

use tapi3_bus::{Ask, ForwardEntry, RecordEntry, RecordsPart, RecordsWanted, Tell};

pub fn wanted() -> Ask {
    let text = |text: &str| Some(text.to_owned());
    Ask::Records(RecordsWanted {
        user: text("Z\u{fc}rich"),
        since: text("2026-11-26"),
        until: text("2026-11-27T08:30"),
        last: 100,
    })
}

pub fn all_wanted() -> Ask {
    Ask::Records(RecordsWanted {
        last: u32::MAX,
        ..RecordsWanted::default()
    })
}

pub fn records() -> Tell {
    let text = str::to_owned;
    let answered = RecordEntry {
        id: text("AQ"),
        user: text("Z\u{fc}rich"),
        from: text("192.0.2.7"),
        through: text("ews"),
        item: text("welcome"),
        number: text("+4930123xxxx"),
        line: text("Trunk"),
        begin: text("2026-11-26T07:38:39.907Z"),
        answer: Some(text("2026-11-26T07:38:42.120Z")),
        end: text("2026-11-26T07:39:40.101Z"),
        duration: 57_981,
        cause: text("normal"),
        code: 200,
        text: text("OK"),
        ended_by: text("client"),
    };
    let busy = RecordEntry {
        answer: None,
        duration: 0,
        cause: text("busy"),
        code: 486,
        ..answered.clone()
    };
    Tell::Records(RecordsPart {
        op: 4,
        part: 1,
        more: false,
        cut: true,
        records: vec![answered, busy],
    })
}

pub fn forwards() -> Vec<ForwardEntry> {
    let anybody = ForwardEntry {
        mode: 1,
        destination: "1002".to_owned(),
        ..ForwardEntry::default()
    };
    let one = ForwardEntry {
        mode: 0x1000,
        destination: "1003".to_owned(),
        caller: Some("2001".to_owned()),
        rings: 4,
    };
    vec![anybody, one]
}
