//! What lines of other machines cost, beside what they go over, on a nats-server of the bench's own:
//!
//! - a pool of many nodes and lines: how long it takes to know them, and what goes over the bus at rest;
//! - Disconnect on a remote line of the simulated exchange, beside a request and its answer over NATS;
//! - calls placed and ended a second through one node, beside the same in this process, and beside the
//!   questions that are answered a second over the bus, as many at once: a call takes two of them, and
//!   three messages more; and on a node's own line by the node itself, beside the same without a bus;
//! - how long a node's lines are nobody's after its death.
//!
//! ```text
//! cargo bench --features cluster --bench cluster [-- NODES LINES]
//! ```
//!
//! Nodes, programs and the nats-server share the machine. The nodes of the first part, 1,000 with 100
//! lines each, are threads of one process: what they hear of each other is a cost of one machine here,
//! and of a thousand elsewhere.

#[path = "../tests/support/cluster.rs"]
mod cluster;

use cluster::{Bus, Program, SECRET, all_lines, child};
use futures_util::StreamExt;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tapi3::cluster::{Node, SharedLines, lines_of};
use tapi3::config::{Configuration, Source};
use tapi3::engine::{Call, CallHandle, Client, DropReason, Line};
use tapi3::system::System;
use tempfile::NamedTempFile;
use tokio::runtime::Runtime;

/// How long the lines of a pool may take to be known.
const PATIENCE: Duration = Duration::from_secs(300);

/// How long calls are placed and ended, for one figure.
const SPELL: Duration = Duration::from_secs(3);

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|a| a != "--bench").collect();
    let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    match words[..] {
        ["--echo", url] => return echo(url),
        ["--nodes", file, nodes, lines] => return many_nodes(file, number(nodes), number(lines)),
        _ => {}
    }
    let (nodes, lines) = match words[..] {
        [nodes, lines] => (number(nodes), number(lines)),
        _ => (1000, 100),
    };
    let bus = Bus::with_store().expect("scripts/setup installs a nats-server");
    // First, as long as this process is small.
    many(nodes, lines);
    disconnects(&bus);
    calls_a_second(&bus);
    take_over(&bus, 1000);
}

fn number(word: &str) -> usize {
    word.parse().expect("a number")
}

/// A process that is there for a while, and has said that it is.
struct Process {
    child: Child,
    _output: BufReader<ChildStdout>,
    _file: Option<NamedTempFile>,
}

impl Process {
    fn start(program: &str, words: &[&str], file: Option<NamedTempFile>) -> Self {
        let mut command = child::command(program);
        let mut child = command
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        output.read_line(&mut said).unwrap();
        assert!(!said.is_empty(), "{words:?} does not begin");
        Process {
            child,
            _output: output,
            _file: file,
        }
    }

    /// This program in another part.
    fn own(words: &[&str]) -> Self {
        let own = std::env::current_exe().unwrap();
        Self::start(own.to_str().unwrap(), words, None)
    }

    fn node(bus: &Bus, name: &str, more: &str) -> Self {
        let file = NamedTempFile::new().unwrap();
        let text = format!(
            "{}{more}[server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
             [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{}\"\n",
            pool(bus, name),
            tapi3::server::hash_password("demo").unwrap(),
        );
        std::fs::write(file.path(), text).unwrap();
        let path = file.path().to_str().unwrap().to_owned();
        let words = ["--config", &path, "serve", "--log", "error"];
        Self::start(env!("CARGO_BIN_EXE_tapi3"), &words, Some(file))
    }

    fn memory(&self) -> usize {
        memory(&self.child.id().to_string())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a process has in memory, in KiB; `self` is this one.
fn memory(process: &str) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    number(line.unwrap().trim().trim_end_matches(" kB"))
}

/// `[cluster]` of a node, and who may use its lines.
fn pool(bus: &Bus, name: &str) -> String {
    format!(
        "[[cluster.grant]]\nuser = \"alice\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n\
         [cluster]\n{}name = \"{name}\"\n",
        bus.access(name)
    )
}

fn simulated(name: &str, address: usize) -> String {
    format!("[[line]]\nname = \"{name}\"\nprovider = \"sim\"\naddress = \"{address}\"\n")
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e6
}

fn connected(client: &Client, line: &Arc<Line>) -> CallHandle {
    let call = Call::outgoing(client, line, "1001".to_owned(), 8, 1).unwrap();
    call.attach().unwrap();
    call.connect(true).unwrap();
    call
}

/// Answers on the subject `echo` with what it is asked.
fn echo(url: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.unwrap().block_on(async {
        let client = async_nats::connect(url).await.unwrap();
        let mut questions = client.subscribe("echo").await.unwrap();
        client.flush().await.unwrap();
        println!("it listens");
        while let Some(question) = questions.next().await {
            let reply = question.reply.unwrap();
            client.publish(reply, question.payload).await.unwrap();
        }
    });
}

fn disconnects(bus: &Bus) {
    const ROUNDS: usize = 10;
    const EACH: usize = 300;
    let url = format!("nats://127.0.0.1:{}", bus.port);
    let _echo = Process::own(&["--echo", &url]);
    let _node = Process::node(bus, "n1", &simulated("L", 2001));
    let runtime = Runtime::new().unwrap();
    let client = runtime.block_on(async_nats::connect(&url)).unwrap();
    let program = Program::start(bus, "alice");
    let line = program.line("L");
    let (mut bare, mut ends) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for _ in 0..EACH {
            // As long as what is asked and answered about a call.
            let question = vec![b'x'; 300];
            let begun = Instant::now();
            let answer = client.request("echo", question.into());
            runtime.block_on(answer).unwrap();
            bare.push(begun.elapsed());
        }
        for _ in 0..EACH {
            let call = connected(&program.client, &line);
            let begun = Instant::now();
            call.disconnect(DropReason::Normal).unwrap();
            ends.push(begun.elapsed());
        }
    }
    let (bare, ends) = (median(bare), median(ends));
    println!("a request and its answer over NATS: {bare:.0} us (median)");
    println!(
        "Disconnect on a remote line:        {ends:.0} us, {:.2} times that",
        ends / bare
    );
}

fn calls_a_second(bus: &Bus) {
    let local = Program::with(&simulated("L", 2001));
    println!("calls placed and ended a second, on one line:");
    for threads in [1, 8, 64] {
        // A node of its own, since none may be asked for ever.
        let _node = Process::node(bus, "n1", &simulated("L", 2001));
        let remote = Program::start(bus, "alice");
        let (own, other) = (rate(&local, threads), rate(&remote, threads));
        let answered = answers_a_second(bus, threads);
        println!(
            "{threads:4} at once: {other:.0} remote, {own:.0} in the process: {:.3} of that; \
             {answered:.0} questions are answered over the bus, {:.1} for each of the remote ones",
            other / own,
            answered / other
        );
    }
    own_calls_a_second(bus, &local);
}

/// How many questions are answered a second over the bus, if so many are asked at once.
fn answers_a_second(bus: &Bus, at_once: usize) -> f64 {
    let url = format!("nats://127.0.0.1:{}", bus.port);
    let _echo = Process::own(&["--echo", &url]);
    let runtime = Runtime::new().unwrap();
    runtime.block_on(async {
        let client = async_nats::connect(&url).await.unwrap();
        let begun = Instant::now();
        let asking = (0..at_once).map(|_| async {
            let mut count = 0_u32;
            while begun.elapsed() < SPELL {
                let question = vec![b'x'; 300];
                client.request("echo", question.into()).await.unwrap();
                count += 1;
            }
            count
        });
        let counts = futures_util::future::join_all(asking).await;
        f64::from(counts.into_iter().sum::<u32>()) / begun.elapsed().as_secs_f64()
    })
}

/// What its own calls cost a node: the process that has the line places them.
fn own_calls_a_second(bus: &Bus, local: &Program) {
    const ROUNDS: usize = 5;
    let text = pool(bus, "n2") + &simulated("L", 2001);
    let settings = Configuration::read(&Source::text(&text)).unwrap().cluster;
    let shared = Program::with(&text);
    let node = Node::start(&settings.unwrap(), shared.system.engine(), None).unwrap();
    // The node has come to the bus, and shows its line.
    let remote = Program::start(bus, "alice");
    drop(remote.line("L"));
    for threads in [1, 8] {
        let mut ratios: Vec<(f64, f64)> = (0..ROUNDS)
            .map(|_| (rate(local, threads), rate(&shared, threads)))
            .map(|(alone, in_pool)| (in_pool / alone, in_pool))
            .collect();
        ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (ratio, in_pool) = ratios[ROUNDS / 2];
        println!(
            "{threads:4} at once: {in_pool:.0} by the node itself: {ratio:.3} of those without a bus"
        );
    }
    drop(node);
}

fn rate(program: &Program, threads: usize) -> f64 {
    let (line, client) = (program.line("L"), &program.client);
    let begun = Instant::now();
    let counts = std::thread::scope(|scope| {
        let place = || {
            let mut count = 0_u32;
            while begun.elapsed() < SPELL {
                let call = connected(client, &line);
                call.disconnect(DropReason::Normal).unwrap();
                count += 1;
            }
            count
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(place)).collect();
        let counts = threads.into_iter().map(|thread| thread.join().unwrap());
        counts.sum::<u32>()
    });
    f64::from(counts) / begun.elapsed().as_secs_f64()
}

/// Two nodes have twice as many lines of the bus between them, and one is killed.
fn take_over(bus: &Bus, lines: usize) {
    let node = |name: &str| {
        let taking = format!("weight = 1\nlines_secret = \"{SECRET}\"\n");
        // Without a line of its own there is no endpoint.
        Process::node(bus, name, &(taking + &simulated("own", 2001)))
    };
    let (mut killed, _other) = (node("n1"), node("n2"));
    let text = format!(
        "[cluster]\n{}lines_secret = \"{SECRET}\"\n",
        bus.access("admin")
    );
    let configuration = Configuration::read(&Source::text(&text)).unwrap();
    let shared = SharedLines::open(&configuration.cluster.unwrap()).unwrap();
    let text: String = (0..2 * lines)
        .map(|i| simulated(&format!("L{i}"), 3000 + i))
        .collect();
    let texts = lines_of(&Source::text(&text)).unwrap();
    let begun = Instant::now();
    shared.import(&texts, false, None).unwrap();
    println!(
        "{} lines are put into the bus in {:.1?}",
        2 * lines,
        begun.elapsed()
    );
    let of = |node: &str| {
        let rows = shared.rows().unwrap();
        rows.iter()
            .filter(|row| row.node.as_deref() == Some(node))
            .count()
    };
    let wait = |what: &dyn Fn() -> bool| {
        while !what() {
            std::thread::sleep(Duration::from_millis(100));
        }
    };
    wait(&|| of("n1") == lines && of("n2") == lines);
    println!(
        "two nodes have shared them out after {:.1?}",
        begun.elapsed()
    );
    let begun = Instant::now();
    killed.child.kill().unwrap();
    wait(&|| of("n2") == 2 * lines);
    println!(
        "{lines} lines of a node that was killed are another's after {:.1?}, of which the lease is 10 s",
        begun.elapsed()
    );
}

/// The nodes of a pool, in a process of their own; it says when all have begun.
fn many_nodes(file: &str, nodes: usize, lines: usize) {
    let access = std::fs::read_to_string(file).unwrap();
    let start = |node: usize| {
        let lines: String = (0..lines)
            .map(|line| simulated(&format!("n{node} {line}"), 3000 + line))
            .collect();
        let text = access.replace("NAME", &format!("n{node}")) + &lines;
        let configuration = Configuration::read(&Source::text(&text)).unwrap();
        let settings = configuration.cluster.clone().unwrap();
        let system = System::new(configuration).unwrap();
        let node = Node::start(&settings, system.engine(), None).unwrap();
        (system, node)
    };
    let _nodes: Vec<_> = (0..nodes).map(start).collect();
    println!("they have begun");
    // Until nobody needs them.
    let _ = std::io::stdin().read(&mut [0]);
    std::thread::park();
}

fn many(nodes: usize, lines: usize) {
    const REST: Duration = Duration::from_secs(20);
    let bus = Bus::start().unwrap();
    let file = NamedTempFile::new().unwrap();
    // Each node hears each notice, here all on one machine: with the usual lease of 10 seconds a
    // thousand would have 400,000 to hear each second.
    let text = pool(&bus, "NAME") + "lease = \"60s\"\n";
    std::fs::write(file.path(), text).unwrap();
    let begun = Instant::now();
    let path = file.path().to_str().unwrap();
    let (count, each) = (nodes.to_string(), lines.to_string());
    let all = Process::own(&["--nodes", path, &count, &each]);
    let (lines, before) = (nodes * lines, all.memory());
    println!(
        "{nodes} nodes with {lines} lines have begun in {:.1?}: {} bytes a line",
        begun.elapsed(),
        before * 1024 / lines
    );
    let own = memory("self");
    let begun = Instant::now();
    let program = Program::with(&all_lines(&bus, "alice").replace("2s", "60s"));
    let known = || program.system.engine().lines().unwrap().len();
    while known() < lines {
        assert!(begun.elapsed() < PATIENCE, "{} lines are known", known());
        std::thread::sleep(Duration::from_millis(100));
    }
    println!(
        "a program knows them after {:.1?}: {} bytes a line there, {} in the nodes",
        begun.elapsed(),
        (memory("self") - own) * 1024 / lines,
        all.memory().saturating_sub(before) * 1024 / lines
    );
    let url = format!("nats://127.0.0.1:{}", bus.port);
    let runtime = Runtime::new().unwrap();
    let (messages, bytes) = runtime.block_on(async {
        let client = async_nats::connect(&url).await.unwrap();
        let mut heard = client.subscribe(">").await.unwrap();
        let (mut messages, mut bytes) = (0_u32, 0);
        let _ = tokio::time::timeout(REST, async {
            while let Some(message) = heard.next().await {
                messages += 1;
                bytes += message.length;
            }
        })
        .await;
        (f64::from(messages), bytes)
    });
    println!(
        "at rest, with a lease of 60 s, {:.0} messages a second go over the bus, with {} KiB",
        messages / REST.as_secs_f64(),
        bytes / 1024 / 20
    );
    drop(program);
}
