//! Mistakes that a configuration may have.

/// What is wrong, in which line and with which key (none where a whole table is to blame), and what
/// the message must say besides.
pub(super) type Mistake = (&'static str, u32, &'static str, &'static [&'static str]);

pub(super) const MISTAKES: &[Mistake] = &[
    (
        "operation_timeout = \"2 parsecs\"",
        1,
        "operation_timeout",
        &["\"2 parsecs\"", "250ms"],
    ),
    (
        "operation_timeout = 5",
        1,
        "operation_timeout",
        &["5 is not possible", "250ms"],
    ),
    (
        "\noperation_timeout = \"0s\"",
        2,
        "operation_timeout",
        &["1ms", "24h"],
    ),
    (
        "operation_timeout = \"1s1s\"",
        1,
        "operation_timeout",
        &["1s1s"],
    ),
    (
        "operation_timeout = \"25h\"",
        1,
        "operation_timeout",
        &["24h"],
    ),
    (
        "operation_timeout = \"-1s\"",
        1,
        "operation_timeout",
        &["-1s"],
    ),
    (
        "operation_timeout = 1979-05-27",
        1,
        "operation_timeout",
        &["a date"],
    ),
    (
        "clock = \"sundial\"",
        1,
        "clock",
        &["\"sundial\"", "`system`, `manual`"],
    ),
    (
        "clock = true",
        1,
        "clock",
        &["true is not possible", "a text in quotes"],
    ),
    (
        "\ntimeout = \"2m\"",
        2,
        "",
        &["`timeout`", "`operation_timeout`", "`line`"],
    ),
    (
        "simulation = 1",
        1,
        "simulation",
        &["1 is not possible", "a table"],
    ),
    (
        "[simulation]\nring = \"2s\"",
        2,
        "",
        &["`ring`", "`ring_interval`"],
    ),
    (
        "[simulation]\nmax_conference = 0",
        2,
        "max_conference",
        &["from 2 to 1000"],
    ),
    (
        "[simulation]\nmax_conference = 1001",
        2,
        "max_conference",
        &["1001"],
    ),
    (
        "[simulation]\nmax_conference = -1",
        2,
        "max_conference",
        &["-1", "whole number"],
    ),
    (
        "[simulation]\nmax_conference = 1.5",
        2,
        "max_conference",
        &["1.5", "whole number"],
    ),
    (
        "[simulation]\nmax_conference = 99999999999999999999999",
        2,
        "max_conference",
        &["99999999999999999999999 is not", "whole number"],
    ),
    (
        "[simulation]\nring_interval = \"0\"",
        2,
        "ring_interval",
        &["1ms"],
    ),
    (
        "[simulation]\npark_reminder = \"0\"",
        2,
        "park_reminder",
        &["1ms"],
    ),
    (
        "[simulation]\nextension = 5",
        2,
        "extension",
        &["5 is not possible", "a list"],
    ),
    (
        "[simulation.extension]\nnumber = \"1\"",
        1,
        "extension",
        &["a table", "a list"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"sing\"",
        3,
        "behaviour",
        &["\"sing\"", "`answer`"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"",
        1,
        "",
        &["`behaviour`", "missing"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"\"\nbehaviour = \"ring\"",
        2,
        "number",
        &["25 digits"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"ring\"\nname = \"a\\nb\"",
        4,
        "name",
        &["line break"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"busy\"\nhang_up_after = \"1s\"",
        4,
        "hang_up_after",
        &["answer"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"busy\"\nno_answer_after = \"1s\"",
        4,
        "no_answer_after",
        &["ring"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"answer\"\nconfirms = false\n\
         confirms_after = \"1s\"",
        5,
        "confirms_after",
        &["exclude"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"ring\"\n\
         [[simulation.extension]]\nbehaviour = \"ring\"\nnumber = \"(1)\"",
        6,
        "number",
        &["taken already"],
    ),
    ("line = 5", 1, "", &["[[line]]"]),
    ("line = [5]", 1, "", &["[[line]]"]),
    ("[[line]]\nprovider = \"sim\"", 1, "", &["`name`"]),
    ("[[line]]\nname = \"A\"", 1, "", &["`provider`"]),
    ("[[line]]\nname = \"\"", 2, "name", &["not empty"]),
    ("[[line]]\nname = 7", 2, "name", &["text"]),
    (
        "[[line]]\nname = \"A\"\nprovider = \"smoke\"",
        3,
        "provider",
        &["smoke", "\"sim\""],
    ),
    (
        "[[line]]\nname = \" A\"\nprovider = \"sim\"",
        2,
        "name",
        &["blank"],
    ),
    (
        "[[line]]\nname = \"A\\tB\"\nprovider = \"sim\"",
        2,
        "name",
        &["control character"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"",
        1,
        "",
        &["`address`"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"1\"\ncolour = \"red\"",
        5,
        "",
        &["`colour`", "`address`"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"1\"\n\
         [[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"2\"",
        6,
        "name",
        &["\"A\"", "in line 2"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"1\"\n\
         [[line]]\nname = \"B\"\nprovider = \"sim\"\naddress = \"1\"",
        8,
        "address",
        &["\"1\"", "in line 4"],
    ),
    (
        "[[simulation.extension]]\nnumber = \"1\"\nbehaviour = \"ring\"\n\
         [[line]]\nname = \"B\"\nprovider = \"sim\"\naddress = \"1\"",
        7,
        "address",
        &["\"1\"", "in line 2"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"one\"",
        4,
        "address",
        &["\"one\"", "digits"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"1\"\nmax_calls = 0",
        5,
        "max_calls",
        &["from 1"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"1\"\ngroup = \"\"",
        5,
        "group",
        &["empty"],
    ),
    (
        "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"1\"\n\
         appears_after = \"2s\"\nvanishes_after = \"1s\"",
        6,
        "vanishes_after",
        &["before it is there"],
    ),
    (
        "[[simulation.call]]\nfrom = \"1\"\nto = \"2\"\nafter = \"1s\"",
        3,
        "to",
        &["\"2\"", "no simulated line"],
    ),
    (
        "[[simulation.call]]\nfrom = \"2001\"\nto = \"2002\"\nafter = \"1s\"",
        2,
        "from",
        &["\"2001\"", "is a line"],
    ),
    (
        "[[simulation.call]]\nfrom = \"1\"\nto = \"2001\"\nafter = \"1s\"\nevery = \"0\"",
        5,
        "every",
        &["1ms"],
    ),
    ("[[line]\n", 1, "", &["not TOML"]),
    (
        "clock = \"manual\"\nclock = \"manual\"",
        2,
        "",
        &["duplicate key"],
    ),
];

/// Mistakes in the third line of a SIP line, or in one of the table's own (line 1).
pub(super) const SIP_MISTAKES: &[(&str, u32, &str)] = &[
    ("uri = \"bob\"", 3, "uri"),
    ("uri = 5", 3, "uri"),
    ("uri = \"sips:a@b\"", 3, "uri"),
    ("uri = \"sip:a:hunter2@b\"", 3, "uri"),
    ("uri = \"sip:a@b:0\"", 3, "uri"),
    ("uri = \"sip:a@b\\u0007\"", 3, "uri"),
    ("display_name = \"a\\nb\"", 3, "display_name"),
    ("listen = \"everywhere\"", 3, "listen"),
    ("listen = \"127.0.0.1:99999\"", 3, "listen"),
    ("listen = 5060", 3, "listen"),
    ("registrar = \"http://x\"", 3, "registrar"),
    ("registrar = \"x:0\"", 3, "registrar"),
    ("outbound_proxy = \"x:y\"", 3, "outbound_proxy"),
    ("user = \"\"", 3, "user"),
    ("register = \"yes\"", 3, "register"),
    ("expires = 0", 3, "expires"),
    ("expires = 4294967295", 3, "expires"),
    ("expires = 4294967296", 3, "expires"),
    ("max_calls = 0", 3, "max_calls"),
    ("max_calls = 4000000000", 3, "max_calls"),
    ("t1 = \"1ms\"", 3, "t1"),
    ("transport = \"pigeon\"", 3, "transport"),
    ("user_name = \"x\"", 3, ""),
];

/// The same of an EWS line.
pub(super) const EWS_MISTAKES: &[(&str, u32, &str)] = &[
    ("url = \"mail.example\"", 3, "url"),
    ("url = \"https://mail.example:0/\"", 3, "url"),
    ("url = \"http://mail.example/\"", 3, "url"),
    ("url = \"https://me:hunter2@mail.example/\"", 3, "url"),
    ("item = \" \"", 3, "item"),
    ("max_calls = 0", 3, "max_calls"),
    ("request_timeout = \"0\"", 3, "request_timeout"),
    ("poll_while_calling = \"0s\"", 3, "poll_while_calling"),
    ("lost_after = \"25h\"", 3, "lost_after"),
    ("user = \"a\\nb\"", 3, "user"),
    ("allow_plain_http = 1", 3, "allow_plain_http"),
];

/// Mistakes under `[server]`, from its line 3 on.
pub(super) const SERVER_MISTAKES: &[(&str, u32, &str)] = &[
    ("orphan_after = \"1h1h\"", 3, "orphan_after"),
    ("max_call_time = \"9000h\"", 3, "max_call_time"),
    ("public_url = \"mail.example\"", 3, "public_url"),
    ("metrics = \"none\"", 3, "metrics"),
    ("line = \"a\"\nlines = [\"b\"]", 4, "lines"),
    ("lines = [\"a\", \"\"]", 3, "lines"),
    ("lines = [\"a\\nb\"]", 3, "lines"),
    ("choose = \"any\"", 3, "choose"),
    ("[server.limits]\nmax_calls = 0", 4, "max_calls"),
    (
        "[server.limits]\nmax_connections = 9223372036854775807",
        4,
        "max_connections",
    ),
    ("[server.limits]\nmax_body = 1000000", 4, "max_body"),
    ("[server.limits]\nrate = 0", 4, "rate"),
    ("[server.limits]\nidle_timeout = \"0\"", 4, "idle_timeout"),
    (
        "[[server.user]]\nname = \"a:b\"\ntoken_hashes = [\"x\"]",
        4,
        "name",
    ),
    ("[[server.user]]\nname = \"a\"", 3, ""),
    (
        "[[server.user]]\nname = \"a\"\ntoken_hashes = [\"x\"]\nmax_calls = 0",
        6,
        "max_calls",
    ),
    (
        "[[server.user]]\nname = \"a\"\ntoken_hashes = [\"x\"]\nline = \"a\"\nlines = [\"b\"]",
        7,
        "lines",
    ),
    ("[[server.item]]\nid = \"\"\nfile = \"x\"", 4, "id"),
    ("[[server.item]]\nid = \"a\"", 3, ""),
];

/// What a SIP line needs.
pub(super) const SIP: &[&str] = &["uri = \"sip:a@b\""];
/// What an EWS line needs.
pub(super) const EWS: &[&str] = &[
    "url = \"https://mail.example/\"",
    "item = \"welcome\"",
    "user = \"me\"",
    "password = \"hunter2\"",
];
/// What a server needs.
pub(super) const SERVER: &str = "[server]\nlisten = \"127.0.0.1:0\"\n";
