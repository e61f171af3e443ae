//! Our own address here: the system tells of addresses and routes that come and go (rtnetlink(7)), and
//! what was said to others with an address that is ours no longer is said anew.

use super::station::{Order, Station};
use nix::sys::socket::{
    AddressFamily, MsgFlags, NetlinkAddr, SockFlag, SockProtocol, SockType, bind, recv, socket,
};
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tapi3_sip::agent::CallId;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::sync::mpsc::UnboundedSender;

/// How long after the first news the stations look: much comes at once, and not all in its order.
const SETTLES: Duration = Duration::from_millis(300);

/// How long they look no more after that: where containers come and go there is no end of news.
const APART: Duration = Duration::from_secs(1);

/// How often they look where the system tells nothing.
const LOOKS: Duration = Duration::from_secs(30);

/// Tells the stations when our addresses may have changed, as long as there are any.
pub(super) async fn watch(stations: Vec<UnboundedSender<Order>>) {
    let news = News::new().inspect_err(|error| {
        tracing::debug!("the system does not tell of addresses that change: {error}");
    });
    let mut news = news.ok();
    while stations.iter().any(|station| !station.is_closed()) {
        let pause = match &mut news {
            Some(told) => match told.next().await {
                Ok(()) => SETTLES,
                Err(error) => {
                    tracing::warn!("the system tells no more of addresses: {error}");
                    news = None;
                    LOOKS
                }
            },
            None => LOOKS,
        };
        tokio::time::sleep(pause).await;
        if let Some(news) = &news {
            news.pass_over();
        }
        for station in &stations {
            // One that has ended has no address.
            let _ = station.send(Order::Readdress);
        }
        tokio::time::sleep(APART).await;
    }
}

/// A socket that the system tells of addresses and routes.
struct News(AsyncFd<OwnedFd>);

impl News {
    /// Must be called within the runtime.
    fn new() -> io::Result<Self> {
        const GROUPS: [i32; 4] = [
            nix::libc::RTMGRP_IPV4_IFADDR,
            nix::libc::RTMGRP_IPV6_IFADDR,
            nix::libc::RTMGRP_IPV4_ROUTE,
            nix::libc::RTMGRP_IPV6_ROUTE,
        ];
        let flags = SockFlag::SOCK_CLOEXEC | SockFlag::SOCK_NONBLOCK;
        let socket = socket(
            AddressFamily::Netlink,
            SockType::Raw,
            flags,
            SockProtocol::NetlinkRoute,
        )?;
        let groups = GROUPS
            .iter()
            .map(|group| u32::try_from(*group).unwrap_or_default());
        let groups = groups.fold(0, std::ops::BitOr::bitor);
        bind(socket.as_raw_fd(), &NetlinkAddr::new(0, groups))?;
        #[allow(
            deprecated,
            reason = "what stands for it asks for a newer tokio than we do"
        )]
        let socket = AsyncFd::with_interest(socket, Interest::READABLE)?;
        Ok(News(socket))
    }

    /// Waits for news. What they say is asked for elsewhere.
    async fn next(&mut self) -> io::Result<()> {
        self.0.readable().await?.clear_ready();
        Ok(())
    }

    /// Reads whatever is there.
    fn pass_over(&self) {
        let mut buffer = [0; 4096];
        // When too much has come at once the system says so, and that is news, too.
        loop {
            match recv(self.0.as_raw_fd(), &mut buffer, MsgFlags::MSG_DONTWAIT) {
                Ok(_) | Err(nix::errno::Errno::ENOBUFS | nix::errno::Errno::EINTR) => {}
                Err(_) => return,
            }
        }
    }
}

impl Station {
    /// Our addresses may be others by now: whoever knows one that is ours no longer is told.
    pub fn readdress(&mut self) {
        if self.closing {
            return;
        }
        let now = Instant::now();
        for gone in self.transports.readdress() {
            tracing::debug!("{}: our address is gone", gone.flow);
            self.agent.broken(now, &gone);
        }
        let (agent, transports) = (&mut self.agent, &mut self.transports);
        let calls = agent.readdress(now, |flow| transports.moved(flow));
        for call in calls {
            self.tell_address(call);
        }
        if let Some(outside) = &mut self.outside {
            outside.ask_soon(now);
        }
    }

    /// Tells the far end of a call where it reaches us by now, and has the call's sound arrive there.
    pub(super) fn tell_address(&mut self, id: CallId) {
        let Some(ip) = self.agent.local_ip(id) else {
            return;
        };
        let leg = self.legs.get(&id).filter(|leg| !leg.is_over());
        let Some((leg, ports)) = leg.and_then(|leg| Some((leg, leg.ports.clone()?))) else {
            return;
        };
        let (line, number) = (leg.line, leg.call.id());
        let stays = ports.rtp().is_some_and(|rtp| rtp.ip() == ip);
        let ports = match stays {
            true => ports,
            false => match self.ports(line, ip) {
                Ok(new) => {
                    tracing::info!("call {number} goes on at {ip}: our address has changed");
                    self.move_sound(id, new.clone());
                    new
                }
                Err(error) => {
                    tracing::warn!("call {number} has no sound at its new address: {error}");
                    return;
                }
            },
        };
        if let Some(media) = self.media_address(line, &ports) {
            self.agent.tell_address(Instant::now(), id, media);
        }
    }

    fn move_sound(&mut self, id: CallId, ports: Arc<super::ports::Ports>) {
        if let Some(leg) = self.legs.get_mut(&id) {
            if let Some(sounding) = &leg.sound {
                ports.listen();
                sounding.talk().move_to(ports.clone());
            }
            leg.ports = Some(ports);
        }
    }
}
