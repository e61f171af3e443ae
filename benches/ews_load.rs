//! What the EWS endpoint can carry: 1,000 live calls on the simulated exchange, ended by
//! DisconnectPhoneCall over keep-alive connections, with requests a second, latencies and memory,
//! beside a bare hyper "hello" on the same machine in the same run.
//!
//!     cargo bench --bench ews_load
//!
//! Both servers are processes of their own with the same runtime; client and server share the
//! machine, so the figures compare, and do not tell what a server alone can do.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const CALLS: usize = 1000;
const ROUNDS: usize = 20;
const CONNECTIONS: usize = 16;

/// Calls that are up at once to see what one takes.
const MANY: usize = 50_000;

/// `demo:demo`
const WHO: &str = "Authorization: Basic ZGVtbzpkZW1v\r\n";

fn main() {
    if std::env::args().any(|argument| argument == "--hello") {
        return hello();
    }
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(measure());
}

/// The bare server: hyper's own example.
fn hello() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("listening on http://{}/", listener.local_addr().unwrap());
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            stream.set_nodelay(true).unwrap();
            tokio::spawn(async move {
                let answer = |_: Request<hyper::body::Incoming>| async {
                    Ok::<_, Infallible>(Response::new(Full::new(Bytes::from("hello"))))
                };
                let _ = hyper::server::conn::http1::Builder::new()
                    .timer(TokioTimer::new())
                    .serve_connection(TokioIo::new(stream), service_fn(answer))
                    .await;
            });
        }
    });
}

struct Server {
    child: Child,
    authority: String,
    _configuration: Option<tempfile::NamedTempFile>,
}

impl Server {
    fn start(command: &mut Command, configuration: Option<tempfile::NamedTempFile>) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap();
        Server {
            authority: url.split('/').nth(2).unwrap().to_owned(),
            child,
            _configuration: configuration,
        }
    }

    fn hello() -> Self {
        let own = std::env::current_exe().unwrap();
        Self::start(Command::new(own).arg("--hello"), None)
    }

    fn endpoint() -> Self {
        let hash = tapi3::server::hash_password("demo").unwrap();
        let configuration = tempfile::NamedTempFile::new().unwrap();
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
             [server.limits]\nrate = 10000000\nburst = 10000000\nmax_calls = 100000\n\
             max_remembered = 2000\n\
             [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 100000\n\
             password_hash = \"{hash}\"\n"
        );
        std::fs::write(configuration.path(), text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_tapi3"));
        command
            .arg("--config")
            .arg(configuration.path())
            .arg("serve");
        Self::start(&mut command, Some(configuration))
    }

    /// Resident memory, in KiB.
    fn memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.unwrap()
            .trim()
            .trim_end_matches(" kB")
            .parse()
            .unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn request(operation: &str) -> String {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\">\
         <s:Body>{operation}</s:Body></s:Envelope>"
    );
    format!(
        "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: localhost\r\n{WHO}\
         Content-Type: text/xml; charset=utf-8\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn play() -> String {
    request(
        "<m:PlayOnPhone><m:ItemId Id=\"welcome\"/><m:DialString>1001</m:DialString></m:PlayOnPhone>",
    )
}

fn disconnect(id: &str) -> String {
    request(&format!(
        "<m:DisconnectPhoneCall><m:PhoneCallId Id=\"{id}\"/></m:DisconnectPhoneCall>"
    ))
}

/// Sends one request and reads its answer, which must be a good one.
async fn exchange(stream: &mut TcpStream, request: &str, buffer: &mut Vec<u8>) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    buffer.clear();
    loop {
        assert!(
            stream.read_buf(buffer).await.unwrap() > 0,
            "the server hung up"
        );
        let text = std::str::from_utf8(buffer).unwrap();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            let fits = name.eq_ignore_ascii_case("content-length");
            fits.then(|| value.parse::<usize>().unwrap())
        });
        if body.len() == length.unwrap() {
            assert!(head.starts_with("HTTP/1.1 200"), "{text}");
            return body.to_owned();
        }
    }
}

/// What a number of requests took.
#[derive(Default)]
struct Figures {
    latencies: Vec<Duration>,
    time: Duration,
}

impl Figures {
    fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.time.as_secs_f64()
    }

    fn percentile(&mut self, percent: usize) -> Duration {
        self.latencies.sort();
        self.latencies[(self.latencies.len() - 1) * percent / 100]
    }

    fn report(&mut self, what: &str) {
        let (rate, middle, slow) = (self.rate(), self.percentile(50), self.percentile(99));
        println!("{what:28} {rate:>9.0} requests/s   p50 {middle:>9.1?}   p99 {slow:>9.1?}");
    }
}

/// Sends the requests over all connections, and keeps what `read` makes of the answers.
async fn send_all(
    connections: &mut Vec<TcpStream>,
    requests: Vec<String>,
    read: fn(&str) -> Option<String>,
    figures: &mut Figures,
) -> Vec<String> {
    let requests = Arc::new(requests);
    let begun = Instant::now();
    let mut tasks = Vec::new();
    let count = connections.len();
    for (n, mut stream) in connections.drain(..).enumerate() {
        let requests = requests.clone();
        tasks.push(tokio::spawn(async move {
            let (mut took, mut found) = (Vec::new(), Vec::new());
            let mut buffer = Vec::with_capacity(4096);
            for request in requests.iter().skip(n).step_by(count) {
                let begun = Instant::now();
                let body = exchange(&mut stream, request, &mut buffer).await;
                took.push(begun.elapsed());
                found.extend(read(&body));
            }
            (stream, took, found)
        }));
    }
    let mut all = Vec::new();
    for task in tasks {
        let (stream, took, found) = task.await.unwrap();
        connections.push(stream);
        figures.latencies.extend(took);
        all.extend(found);
    }
    figures.time += begun.elapsed();
    all
}

fn call_id(body: &str) -> Option<String> {
    let (_, rest) = body.split_once("PhoneCallId Id=\"")?;
    Some(rest.split('"').next()?.to_owned())
}

fn done(body: &str) -> Option<String> {
    assert!(body.contains("NoError"), "{body}");
    None
}

fn said_hello(body: &str) -> Option<String> {
    assert_eq!(body, "hello");
    None
}

async fn connect(server: &Server) -> Vec<TcpStream> {
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        let stream = TcpStream::connect(&server.authority).await.unwrap();
        stream.set_nodelay(true).unwrap();
        connections.push(stream);
    }
    connections
}

async fn measure() {
    let (hello, endpoint) = (Server::hello(), Server::endpoint());
    let mut to_hello = connect(&hello).await;
    let mut to_endpoint = connect(&endpoint).await;
    let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned();
    // The first login costs a password check; nobody measures that.
    let mut warm = Figures::default();
    let first = send_all(&mut to_endpoint, vec![play()], call_id, &mut warm).await;
    let first = first.iter().map(|id| disconnect(id)).collect();
    send_all(&mut to_endpoint, first, done, &mut warm).await;
    let at_rest = endpoint.memory();
    let (mut hellos, mut plays, mut ends) = Default::default();
    let mut live = 0;
    for round in 0..ROUNDS {
        let requests = vec![get.clone(); CALLS];
        send_all(&mut to_hello, requests, said_hello, &mut hellos).await;
        let requests = vec![play(); CALLS];
        let ids = send_all(&mut to_endpoint, requests, call_id, &mut plays).await;
        assert_eq!(ids.len(), CALLS);
        if round == 0 {
            live = endpoint.memory();
        }
        let requests = ids.iter().map(|id| disconnect(id)).collect();
        send_all(&mut to_endpoint, requests, done, &mut ends).await;
    }
    let mut what = String::new();
    write!(
        what,
        "{ROUNDS} rounds of {CALLS} calls over {CONNECTIONS} connections"
    )
    .unwrap();
    println!("{what}");
    hellos.report("bare hyper \"hello\"");
    plays.report("PlayOnPhone");
    ends.report("DisconnectPhoneCall");
    println!(
        "DisconnectPhoneCall is {:.0} % of the bare server",
        100.0 * ends.rate() / hellos.rate()
    );
    println!("memory: {at_rest} KiB at rest, {live} KiB with the first {CALLS} live calls");
    let before = endpoint.memory();
    let requests = vec![play(); MANY];
    send_all(&mut to_endpoint, requests, call_id, &mut Figures::default()).await;
    let after = endpoint.memory();
    println!(
        "        {before} KiB after the rounds, {after} KiB with {MANY} live calls: {} bytes a call",
        (after - before) * 1024 / MANY as u64
    );
}
