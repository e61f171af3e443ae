//! There is no memory, and calls on lines of other machines must end; what is asked of such a line then
//! is refused, and nothing has changed. The programs are those of `out_of_memory_lines.rs` and
//! `hang_up_without_memory.rs`.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/out_of_memory.rs"]
mod out_of_memory;
#[path = "support/programs.rs"]
mod programs;

use cluster::{Bus, Node, file_for};
use out_of_memory::{complete, program};
use programs::{Language, build_test, run};

fn pool() -> Option<(Bus, Node)> {
    let bus = Bus::start()?;
    let node = Node::start(&bus, "n1");
    Some((bus, node))
}

#[test]
fn what_ends_things_takes_no_memory() {
    let Some((bus, _node)) = pool() else { return };
    let file = file_for(&bus, "alice");
    let program = program("ending", Language::C);
    let mut command = program.command(&["1001"]);
    complete(&run(command.env("TAPI3_CONFIG", file.path())));
}

#[test]
fn what_is_set_on_a_line_is_refused_without_memory() {
    let Some((bus, _node)) = pool() else { return };
    let file = file_for(&bus, "alice");
    let program = program("forwarding", Language::C);
    let mut command = program.command(&["2001"]);
    complete(&run(command.env("TAPI3_CONFIG", file.path())));
}

#[test]
fn threads_that_never_had_memory_hang_up() {
    let Some((bus, _node)) = pool() else { return };
    let file = file_for(&bus, "alice");
    let program = build_test("hang_up_without_memory", Language::C, &[]);
    for mode in ["disconnect", "shutdown", "release"] {
        let mut command = program.command(&[mode, "1001"]);
        run(command.env("TAPI3_CONFIG", file.path())).succeeded();
    }
}
