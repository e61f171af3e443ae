//! The page of live calls of `tapi3 serve` in a real browser: Debian's chromium without a window,
//! driven by playwright-core (`tests/page/browser.js`). Where they are not installed the test says
//! so and ends, unless `TAPI3_REQUIRE_TOOLS` is set, as it is in CI; `scripts/setup` installs them.

#[path = "support/browser.rs"]
mod browser;
#[path = "support/ews/mod.rs"]
mod ews;

use ews::{Endpoint, file, password_hash};
use tempfile::NamedTempFile;

/// The configuration that `browser.js` expects, at this address.
fn configuration(listen: &str) -> String {
    let mut text = format!(
        "[[line]]\nname = \"Desk\"\nprovider = \"sim\"\naddress = \"2001\"\nmax_calls = 100\n\
         [[line]]\nname = \"Trunk\"\nprovider = \"sim\"\naddress = \"2002\"\nmax_calls = 100\n\
         [[line]]\nname = \"Away\"\nprovider = \"sip\"\nuri = \"sip:a@127.0.0.1:9\"\n\
         listen = \"127.0.0.1:0\"\nregister = true\nuser = \"a\"\npassword = \"b\"\n\
         [server]\nlisten = \"{listen}\"\nany_item = true\nshutdown_timeout = \"1s\"\n\
         [server.limits]\nanswer_timeout = \"500ms\"\n"
    );
    for (name, rest) in [
        ("alice", "dial = [\"*\"]\ndeny = [\"1900*\"]\n"),
        ("bob", "dial = [\"*\"]\ndeny = [\"1900*\"]\n"),
        ("watcher", ""),
        (
            "root",
            "dial = [\"*\"]\ndeny = [\"1900*\"]\nline = \"Trunk\"\nadministrator = true\n",
        ),
    ] {
        let hash = password_hash(name);
        text += &format!("[[server.user]]\nname = \"{name}\"\n{hash}{rest}");
    }
    text
}

/// A server that can be stopped and started again at the same address.
struct Server {
    configuration: NamedTempFile,
    running: Option<Endpoint>,
    url: String,
}

impl Server {
    fn start() -> Self {
        let text = configuration("127.0.0.1:0");
        let running = Endpoint::configured(&text);
        let address = running.address.to_string();
        let configuration = file(&text.replace("127.0.0.1:0\"\nany", &format!("{address}\"\nany")));
        Server {
            configuration,
            running: Some(running),
            url: format!("http://{address}/"),
        }
    }

    /// Does what the script asks for, if that is what it says.
    fn obey(&mut self, what: &str) -> bool {
        match what {
            "stop the server" => {
                let running = self.running.take().unwrap();
                running.signal("TERM");
                running.end();
            }
            "kill the server" => {
                drop(self.running.take());
            }
            "start the server" => {
                let text = std::fs::read_to_string(self.configuration.path()).unwrap();
                self.running = Some(Endpoint::configured(&text));
            }
            _ => return false,
        }
        true
    }
}

fn drive(scenario: &str) {
    let mut server = Server::start();
    let url = server.url.clone();
    let Some((went_well, said)) = browser::drive(&url, scenario, |what| server.obey(what)) else {
        return;
    };
    let log = server.running.map(|running| running.log());
    assert!(went_well, "{said}\n{}", log.unwrap_or_default());
}

#[test]
fn a_call_is_seen_to_come_and_to_go() {
    drive("comes_and_goes");
}

#[test]
fn a_call_is_ended_by_the_keyboard_after_a_question() {
    drive("keyboard");
}

#[test]
fn what_cannot_be_done_is_said_in_words() {
    drive("refusals");
}

#[test]
fn an_administrator_sees_and_ends_the_calls_of_all() {
    drive("administrator");
}

#[test]
fn a_server_that_goes_away_and_comes_back_is_noticed() {
    drive("comes_back");
}

#[test]
fn it_can_be_read_in_light_and_dark_and_on_a_telephone() {
    drive("looks");
}

#[test]
fn no_other_site_can_act_through_it() {
    drive("other_sites");
}
