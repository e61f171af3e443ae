//! A network that loses datagrams of sound: what we and a telephone send each other by UDP passes
//! through it, and descriptions are changed so that the sound does too.

use std::net::{SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Ends with its last use.
pub struct Relay {
    /// Where calls to the telephone go to.
    pub port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    over: AtomicBool,
    lost: AtomicU32,
    /// Where sound for the caller and for the called telephone goes.
    sound: [Mutex<Option<SocketAddr>>; 2],
}

impl Relay {
    /// Between whoever calls and the telephone at `port`; of a hundred datagrams of sound, so many
    /// are lost.
    pub fn to(port: u16, loss: u32) -> Self {
        let shared = Arc::new(Shared {
            over: AtomicBool::new(false),
            lost: AtomicU32::new(0),
            sound: Default::default(),
        });
        let bind = || {
            let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
            let patience = Some(Duration::from_millis(50));
            socket.set_read_timeout(patience).unwrap();
            Arc::new(socket)
        };
        let signalling = bind();
        let sides = [bind(), bind()];
        for side in [0, 1] {
            let (shared, sides) = (shared.clone(), sides.clone());
            std::thread::spawn(move || carry_sound(&shared, &sides, side, loss));
        }
        let relay = Relay {
            port: signalling.local_addr().unwrap().port(),
            shared: shared.clone(),
        };
        let peer = SocketAddr::from(([127, 0, 0, 1], port));
        std::thread::spawn(move || carry_messages(&shared, &signalling, &sides, peer));
        relay
    }

    /// How many datagrams were lost.
    pub fn lost(&self) -> u32 {
        self.shared.lost.load(Ordering::Relaxed)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::Relaxed);
    }
}

/// Sound that comes to `side`, from whom it faces, goes out of the other one.
fn carry_sound(shared: &Shared, sides: &[Arc<UdpSocket>; 2], side: usize, loss: u32) {
    let mut state = 0x2545_F491_u32;
    let mut buffer = [0; 2048];
    while !shared.over.load(Ordering::Relaxed) {
        let Ok((length, _)) = sides[side].recv_from(&mut buffer) else {
            continue;
        };
        for shift in [13, 17, 5] {
            state ^= if shift == 17 {
                state >> shift
            } else {
                state << shift
            };
        }
        if state % 100 < loss {
            shared.lost.fetch_add(1, Ordering::Relaxed);
        } else if let Some(to) = *shared.sound[1 - side].lock().unwrap() {
            let _ = sides[1 - side].send_to(&buffer[..length], to);
        }
    }
}

fn carry_messages(
    shared: &Shared,
    socket: &UdpSocket,
    sides: &[Arc<UdpSocket>; 2],
    peer: SocketAddr,
) {
    let mut caller = None;
    let mut buffer = [0; 65_536];
    while !shared.over.load(Ordering::Relaxed) {
        let Ok((length, from)) = socket.recv_from(&mut buffer) else {
            continue;
        };
        let (side, to) = match from == peer {
            true => (1, caller),
            false => {
                caller = Some(from);
                (0, Some(peer))
            }
        };
        let mut text = String::from_utf8_lossy(&buffer[..length]).into_owned();
        if let Some(at) = text.find("m=audio ") {
            let rest = &text[at + 8..];
            let port = rest.split(' ').next().unwrap().to_owned();
            let sound = SocketAddr::from(([127, 0, 0, 1], port.parse().unwrap()));
            *shared.sound[side].lock().unwrap() = Some(sound);
            // All ports have five digits, so the message is as long as before.
            let ours = sides[1 - side].local_addr().unwrap().port().to_string();
            assert_eq!(ours.len(), port.len());
            text.replace_range(at + 8..at + 8 + port.len(), &ours);
        }
        if let Some(to) = to {
            let _ = socket.send_to(text.as_bytes(), to);
        }
    }
}
