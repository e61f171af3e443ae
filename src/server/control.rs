//! The way from `tapi3 reload`, `tapi3 drain` and `tapi3 lines` to the server that runs with the same
//! file: a socket in the abstract namespace of unix(7), named after the file, so that nothing lies about
//! in a folder and nothing has to be configured. Only root and the user that the server runs as are heard.

use super::listing::ListedLine;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixListener as StdListener, UnixStream as StdStream};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tapi3_common::words;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;

/// What is said to the server, and a line feed. It answers with one of the two words, a blank and a
/// sentence.
const RELOAD: &str = "reload";
const DRAIN: &str = "drain";
const LINES: &str = "lines";
const LONGEST_ORDER: usize = 16;
const DONE: &str = "done";
const FAILED: &str = "failed";

/// How long each may take to say it.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long the server may take to read its files.
const WORK: Duration = Duration::from_secs(60);
const LONGEST_ANSWER: u64 = 64 << 20;

/// The socket of the server that runs with this configuration file.
fn address(file: &Path) -> io::Result<SocketAddr> {
    let mut name = "tapi3-serve-".to_owned();
    for byte in Sha256::digest(canonical(file).as_os_str().as_bytes())
        .iter()
        .take(16)
    {
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    SocketAddr::from_abstract_name(name)
}

/// One spelling of a path. The file itself may be a link that leads elsewhere tomorrow.
fn canonical(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default();
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.unwrap_or(Path::new(".")).canonicalize() {
        Ok(folder) => folder.join(name),
        Err(_) => file.to_owned(),
    }
}

/// Asks the server that runs with this file to read it anew, and waits until it has. Returns what
/// the server says.
///
/// # Errors
/// A sentence: there is no such server, or what is wrong with the file; then the server goes on as
/// it was.
pub fn reload(file: &Path) -> Result<String, String> {
    ask(file, RELOAD)?.ok_or_else(|| format!("no server runs with {}", file.display()))
}

/// Asks the server that runs with this file to take no new calls, and to stop when there are none.
/// Asked again, it says again how many are left. Returns what the server says; none if there is no
/// such server, or none any more.
///
/// # Errors
/// A sentence: the server does not answer.
pub fn drain(file: &Path) -> Result<Option<String>, String> {
    ask(file, DRAIN)
}

/// Asks the server that runs with this file for its lines; none if there is no such server.
///
/// # Errors
/// A sentence: the server does not answer.
pub fn lines(file: &Path) -> Result<Option<Vec<ListedLine>>, String> {
    let Some(said) = ask(file, LINES)? else {
        return Ok(None);
    };
    let lines = serde_json::from_str(&said).map_err(|_| no_answer(&file.display()))?;
    Ok(Some(lines))
}

fn ask(file: &Path, order: &str) -> Result<Option<String>, String> {
    let told = || -> io::Result<String> {
        let mut stream = connect(file)?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_read_timeout(Some(WORK))?;
        stream.write_all(format!("{order}\n").as_bytes())?;
        let mut answer = String::new();
        stream.take(LONGEST_ANSWER).read_to_string(&mut answer)?;
        Ok(answer)
    };
    let told = told();
    if told
        .as_ref()
        .is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused)
    {
        return Ok(None);
    }
    let file = file.display();
    let answer = told.map_err(|error| match error.kind() {
        // It does not listen to what others than its own user and root say.
        io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset => no_answer(&file),
        io::ErrorKind::WouldBlock => format!("the server of {file} does not answer"),
        _ => format!(
            "the server of {file} cannot be asked: {}",
            words::of(&error)
        ),
    })?;
    match answer.split_once(' ') {
        Some((DONE, said)) => Ok(Some(said.to_owned())),
        Some((FAILED, said)) => Err(said.to_owned()),
        _ => Err(no_answer(&file)),
    }
}

fn no_answer(file: &std::path::Display<'_>) -> String {
    format!(
        "the server of {file} gave no answer: it runs as another user, and only that one and root \
         may ask, or it is stopping"
    )
}

/// The way to the server of this file: as it is named, or where a link of that name leads.
fn connect(file: &Path) -> io::Result<StdStream> {
    let named = StdStream::connect_addr(&address(file)?);
    named.or_else(|error| match file.canonicalize() {
        Ok(file) if error.kind() == io::ErrorKind::ConnectionRefused => {
            StdStream::connect_addr(&address(&file)?)
        }
        _ => Err(error),
    })
}

/// Where the server hears who asks. Without it (another server runs with the same file) it still
/// reads its files when they change, and on SIGHUP.
pub(super) struct Control(Option<mpsc::Receiver<Asked>>);

impl Control {
    /// Listens for whoever has this configuration file.
    pub fn of(file: &Path) -> Self {
        let listen = || -> io::Result<UnixListener> {
            let listener = StdListener::bind_addr(&address(file)?)?;
            listener.set_nonblocking(true)?;
            UnixListener::from_std(listener)
        };
        Control(match listen() {
            Ok(listener) => {
                let (sender, receiver) = mpsc::channel(1);
                tokio::spawn(hear(listener, sender));
                Some(receiver)
            }
            Err(error) => {
                tracing::warn!(%error, "`tapi3 reload` does not reach this server");
                None
            }
        })
    }

    /// Waits for somebody who may ask and wants the files read anew. Nobody is lost if the waiting
    /// is broken off.
    pub async fn next(&mut self) -> Asked {
        let asked = match &mut self.0 {
            Some(receiver) => receiver.recv().await,
            None => None,
        };
        match asked {
            Some(asked) => asked,
            None => std::future::pending().await,
        }
    }
}

/// Hears one after the other, for as long as anybody wants to know.
async fn hear(listener: UnixListener, sender: mpsc::Sender<Asked>) {
    while !sender.is_closed() {
        match listener.accept().await {
            Ok((stream, _)) => {
                if let Some(asked) = Asked::hear(stream).await {
                    // If nobody takes it the server stops, and whoever asks hears the end.
                    let _ = sender.send(asked).await;
                }
            }
            Err(error) => {
                tracing::debug!(%error, "nobody heard");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

/// What somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Reload,
    Drain,
    Lines,
}

/// Somebody waits for an answer.
pub(super) struct Asked {
    stream: UnixStream,
    pub order: Order,
}

impl Asked {
    async fn hear(mut stream: UnixStream) -> Option<Self> {
        let peer = stream.peer_cred().ok()?.uid();
        let own = rustix::process::geteuid().as_raw();
        if peer != own && peer != 0 {
            tracing::warn!(user = peer, "asks for something and may not");
            return None;
        }
        let mut said = Vec::new();
        let read = async {
            while said.last() != Some(&b'\n') && said.len() < LONGEST_ORDER {
                said.push(stream.read_u8().await?);
            }
            io::Result::Ok(())
        };
        tokio::time::timeout(PATIENCE, read).await.ok()?.ok()?;
        let order = match std::str::from_utf8(&said).ok()?.strip_suffix('\n')? {
            RELOAD => Order::Reload,
            DRAIN => Order::Drain,
            LINES => Order::Lines,
            _ => return None,
        };
        Some(Asked { stream, order })
    }

    /// Answers.
    pub async fn answer(mut self, outcome: &Result<String, String>) {
        let answer = match outcome {
            Ok(said) => format!("{DONE} {said}"),
            Err(said) => format!("{FAILED} {said}"),
        };
        let answer = async {
            self.stream.write_all(answer.as_bytes()).await?;
            self.stream.shutdown().await
        };
        // Who does not wait does not hear it; the log has it too.
        let _ = tokio::time::timeout(PATIENCE, answer).await;
    }
}
