//! The process's one system: when it opens and closes, and which configuration it reads.

#[path = "support/child.rs"]
mod child;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tapi3::engine::{Call, Cause, ErrorKind, State};
use tapi3::system;

/// There is one system in a process, so one test at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    let guard = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    system::set_configuration(Some("")).unwrap();
    guard
}

const MANUAL: &str = "clock = \"manual\"\n\
    [[line]]\nname = \"Only\"\nprovider = \"sim\"\naddress = \"1\"";

fn line_names(system: &system::System) -> Vec<String> {
    let lines = system.engine().lines().unwrap();
    lines.iter().map(|line| line.info().name.clone()).collect()
}

#[test]
fn all_users_share_one_system() {
    let _alone = alone();
    let first = system::open().unwrap();
    let second = system::open().unwrap();
    assert!(std::sync::Arc::ptr_eq(first.engine(), second.engine()));
    assert_eq!(line_names(&first), ["Simulated line 1", "Simulated line 2"]);
    assert!(system::running_engine().is_some());
    first.close();
    first.close();
    assert_eq!(line_names(&second).len(), 2, "it is open for the other");
    drop(second);
    assert!(system::running_engine().is_none());
}

#[test]
fn the_configuration_is_read_anew_when_nobody_uses_the_system() {
    let _alone = alone();
    let first = system::open().unwrap();
    let refused = system::set_configuration(Some(MANUAL)).unwrap_err();
    assert!(refused.message().contains("Shutdown"), "{refused}");
    first.close();
    system::set_configuration(Some(MANUAL)).unwrap();
    let second = system::open().unwrap();
    assert_eq!(line_names(&second), ["Only"]);
}

#[test]
fn lines_stand_in_the_order_of_the_file() {
    let text = |first: &str, second: &str| {
        let line = |name: &str| match name {
            "Sim" => "[[line]]\nname = \"Sim\"\nprovider = \"sim\"\naddress = \"1\"\n",
            _ => {
                "[[line]]\nname = \"Sip\"\nprovider = \"sip\"\nuri = \"sip:a@127.0.0.1\"\n\
                 listen = \"127.0.0.1:0\"\n"
            }
        };
        format!("{}{}", line(first), line(second))
    };
    let _alone = alone();
    for (first, second) in [("Sip", "Sim"), ("Sim", "Sip")] {
        system::set_configuration(Some(&text(first, second))).unwrap();
        assert_eq!(line_names(&system::open().unwrap()), [first, second]);
    }
}

#[test]
fn a_wrong_configuration_is_refused_and_the_last_one_kept() {
    let _alone = alone();
    system::set_configuration(Some(MANUAL)).unwrap();
    let error = system::set_configuration(Some("clock = 1")).unwrap_err();
    assert!(error.message().contains("clock"), "{error}");
    assert_eq!(line_names(&system::open().unwrap()), ["Only"]);
}

#[test]
fn a_manual_clock_moves_when_told() {
    let _alone = alone();
    let second = Duration::from_secs(1);
    let nobody = system::advance_clock(second).unwrap_err();
    assert_eq!(nobody.kind(), ErrorKind::NotInitialized);
    {
        let _system = system::open().unwrap();
        let machine = system::advance_clock(second).unwrap_err();
        assert_eq!(machine.kind(), ErrorKind::NotSupported);
    }
    system::set_configuration(Some(MANUAL)).unwrap();
    let system = system::open().unwrap();
    let client = system.engine().add_client("test".to_owned()).unwrap();
    let line = &system.engine().lines().unwrap()[0];
    let call = Call::outgoing(&client, line, "1007".to_owned(), 8, 1).unwrap();
    call.connect(true).unwrap();
    system::advance_clock(second).unwrap();
    assert_eq!(call.call.state(), State::Disconnected);
    assert_eq!(call.call.cause(), Cause::Failed);
}

#[test]
fn the_last_close_hangs_up() {
    let _alone = alone();
    let system = system::open().unwrap();
    let client = system.engine().add_client("test".to_owned()).unwrap();
    let line = &system.engine().lines().unwrap()[0];
    let call = Call::outgoing(&client, line, "1001".to_owned(), 8, 1).unwrap();
    call.connect(true).unwrap();
    system.close();
    assert_eq!(call.call.state(), State::Disconnected);
}

#[test]
fn the_file_is_found_by_its_variable_then_in_the_users_folder() {
    let _alone = alone();
    let folder = std::env::temp_dir().join(format!("tapi3-system-{}", std::process::id()));
    let user = folder.join("tapi3");
    std::fs::create_dir_all(&user).unwrap();
    std::fs::write(user.join("tapi3.toml"), MANUAL).unwrap();
    let named = folder.join("named.toml");
    std::fs::write(&named, MANUAL.replace("Only", "Named")).unwrap();

    // A program of its own for each environment: this one's must not change under other tests.
    let lines_with = |variables: &[(&str, &std::path::Path)]| {
        let mut child = child::command(std::env::current_exe().unwrap());
        child.args([
            "--ignored",
            "--exact",
            "print_lines_of_the_file",
            "--nocapture",
        ]);
        child.env_remove("TAPI3_CONFIG").env("HOME", &folder);
        child.envs(variables.iter().copied());
        String::from_utf8_lossy(&child.output().unwrap().stdout).into_owned()
    };
    let found = lines_with(&[("XDG_CONFIG_HOME", &folder)]);
    assert!(found.contains("lines: Only\n"), "{found}");
    let found = lines_with(&[("XDG_CONFIG_HOME", &folder), ("TAPI3_CONFIG", &named)]);
    assert!(found.contains("lines: Named\n"), "{found}");
    let missing = folder.join("missing.toml");
    let found = lines_with(&[("XDG_CONFIG_HOME", &folder), ("TAPI3_CONFIG", &missing)]);
    assert!(found.contains("error: The configuration"), "{found}");
    assert!(found.contains("missing.toml"), "{found}");
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Not a test of its own: what the test above runs in another environment.
#[test]
#[ignore = "run by another test, in an environment of its own"]
fn print_lines_of_the_file() {
    match system::open() {
        Ok(system) => println!("\nlines: {}\n", line_names(&system).join(", ")),
        Err(error) => println!("\nerror: {error}\n"),
    }
}

/// Whoever holds a call holds the engine with it, and its clock.
#[test]
fn nothing_is_due_any_more_once_a_system_is_closed() {
    let _alone = alone();
    let system = system::open().unwrap();
    let engine = system.engine().clone();
    drop(system);
    let (due, told) = std::sync::mpsc::channel();
    let clock = engine.clock();
    clock.at(clock.now(), Box::new(move || due.send(()).unwrap()));
    assert!(told.recv().is_err(), "it has a thread still");
}
