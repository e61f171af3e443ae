//! Devices that come and go: while somebody listens to what happens to lines, they are looked for now
//! and then, and what has changed is told of every line that streams media.

use super::device::{Device, Devices, Port};
use super::fault::{Fault, Result};
use crate::engine::{self, DeviceEvent, Engine, TerminalRef, bits};
use nix::sys::signal::SigSet;
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::time::Duration;
use tapi3_common::sync::unmodelled::lock;
use tapi3_common::thread;

/// How often devices are looked for.
const EVERY: Duration = Duration::from_secs(1);

/// Who knows which devices there are.
pub(super) trait Host: Send + 'static {
    fn list(&mut self) -> Result<Vec<Device>>;
}

impl Host for Devices {
    fn list(&mut self) -> Result<Vec<Device>> {
        Devices::list(*self)
    }
}

#[derive(Default)]
struct Inside {
    is_over: Mutex<bool>,
    changed: Condvar,
}

/// Looks for devices until it is dropped. Nobody waits for a look that is under way.
pub struct Watch(Arc<Inside>);

impl Watch {
    /// Begins to tell the listeners of an engine's lines. None where devices neither come nor go.
    ///
    /// # Errors
    /// There is no thread for it.
    pub fn start(devices: Devices, engine: &Arc<Engine>) -> Result<Option<Self>> {
        match devices {
            Devices::Cards => Watch::of(devices, engine, EVERY).map(Some),
            Devices::None | Devices::Silent => Ok(None),
        }
    }

    fn of(host: impl Host, engine: &Arc<Engine>, every: Duration) -> Result<Self> {
        let inside = Arc::new(Inside::default());
        let looks = Looks {
            host,
            engine: Arc::downgrade(engine),
            known: None,
        };
        let same = inside.clone();
        let started = thread::start("tapi3-devices", move || run(looks, &same, every));
        started.map_err(|error| Fault::thread("looks for sound devices", &error))?;
        Ok(Watch(inside))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        *lock(&self.0.is_over) = true;
        self.0.changed.notify_all();
    }
}

fn run(mut looks: Looks<impl Host>, inside: &Inside, every: Duration) {
    // The program's signals are for its own threads.
    if let Err(error) = SigSet::all().thread_block() {
        tracing::warn!("the thread that looks for sound devices cannot block signals: {error}");
    }
    loop {
        looks.look();
        let over = lock(&inside.is_over);
        let waited = inside
            .changed
            .wait_timeout_while(over, every, |over| !*over);
        if *waited.unwrap_or_else(PoisonError::into_inner).0 {
            return;
        }
    }
}

/// What was seen.
struct Looks<H> {
    host: H,
    engine: Weak<Engine>,
    /// What there was when somebody listened last; nothing as long as nobody does.
    known: Option<Vec<Device>>,
}

impl<H: Host> Looks<H> {
    fn look(&mut self) {
        let listened =
            (self.engine.upgrade()).filter(|engine| engine.is_listened_to(bits::ADDRESS));
        let Some(engine) = listened else {
            self.known = None;
            return;
        };
        let now = match self.host.list() {
            Ok(now) => now,
            Err(fault) => return tracing::warn!("sound devices cannot be looked for: {fault}"),
        };
        if let Some(before) = &self.known {
            let tell = |from: &[Device], not_in: &[Device], event| {
                let changed = from.iter().filter(|device| !not_in.contains(device));
                changed.for_each(|device| tell(&engine, device, event));
            };
            tell(before, &now, DeviceEvent::Removed);
            tell(&now, before, DeviceEvent::New);
        }
        self.known = Some(now);
    }
}

fn tell(engine: &Arc<Engine>, device: &Device, event: DeviceEvent) {
    let name = &device.name;
    tracing::debug!("the sound device {name}: {event:?}");
    if let Err(error) = try_tell(engine, device, event) {
        tracing::error!("nobody is told of the sound device {name}: {error}");
    }
}

fn try_tell(engine: &Arc<Engine>, device: &Device, event: DeviceEvent) -> engine::Result<()> {
    let terminal = TerminalRef::new(Port::try_new(device.clone())?);
    for line in engine.lines()? {
        if line.info().features.streams {
            line.tell_of_terminal(event, &terminal)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Event, Flow};
    use crate::terminals::ringing::ringing;
    use crate::terminals::sounds::PATIENCE;
    use std::time::Instant;

    /// Devices as a test has them.
    #[derive(Clone, Default)]
    struct Fake(Arc<Mutex<(Vec<Device>, usize)>>);

    impl Host for Fake {
        fn list(&mut self) -> Result<Vec<Device>> {
            let mut all = lock(&self.0);
            all.1 += 1;
            Ok(all.0.clone())
        }
    }

    impl Fake {
        fn has(&self, devices: &[&Device]) {
            lock(&self.0).0 = devices.iter().copied().cloned().collect();
        }

        fn looks(&self) -> usize {
            lock(&self.0).1
        }
    }

    /// What was told: the device's name and what happened.
    fn told(event: &Event) -> Option<(String, DeviceEvent)> {
        let Event::Terminal(news) = event else {
            return None;
        };
        let port = news.terminal.get::<crate::shared::Shared<Port>>()?;
        Some((port.device().name.to_string(), news.event))
    }

    #[test]
    fn whoever_listens_is_told_of_devices_that_come_and_go() {
        let (engine, client, _call) = ringing();
        let pair = Devices::Silent.list().unwrap();
        let [microphone, loudspeaker] = [pair[0].clone(), pair[1].clone()];
        assert_eq!(microphone.flow, Flow::Capture);
        let (fake, mut looks) = (Fake::default(), None);
        let mut look = || {
            let looks = looks.get_or_insert_with(|| Looks {
                host: fake.clone(),
                engine: Arc::downgrade(&engine),
                known: None,
            });
            looks.look();
            let events = std::iter::from_fn(|| client.events().try_next());
            events.filter_map(|event| told(&event)).collect::<Vec<_>>()
        };
        fake.has(&[&microphone]);
        assert!(look().is_empty());
        assert_eq!(fake.looks(), 0, "nobody listens");
        client.set_event_mask(bits::ADDRESS);
        client.set_listening(true).unwrap();
        assert!(look().is_empty(), "it was there before");
        fake.has(&[&loudspeaker, &microphone]);
        let new = |device: &Device| (device.name.to_string(), DeviceEvent::New);
        let gone = |device: &Device| (device.name.to_string(), DeviceEvent::Removed);
        assert_eq!(look(), [new(&loudspeaker)]);
        fake.has(&[&microphone, &loudspeaker]);
        assert!(look().is_empty(), "another order is nothing new");
        fake.has(&[]);
        assert_eq!(look(), [gone(&microphone), gone(&loudspeaker)]);
        fake.has(&[&microphone]);
        assert_eq!(look(), [new(&microphone)]);
        // What happens while nobody listens is not told later.
        client.set_event_mask(bits::CALL_STATE);
        fake.has(&[&loudspeaker]);
        assert!(look().is_empty());
        client.set_event_mask(bits::ADDRESS);
        assert!(look().is_empty());
        let event = DeviceEvent::Removed as u32;
        let line = engine.lines().unwrap()[0].id();
        client
            .set_line_filter(line, bits::ADDRESS, 1 << event, false)
            .unwrap();
        fake.has(&[&microphone]);
        assert_eq!(
            look(),
            [new(&microphone)],
            "the other does not pass the filter"
        );
        engine.close();
    }

    #[test]
    fn a_watch_looks_again_and_again_until_it_ends() {
        let (engine, client, _call) = ringing();
        client.set_event_mask(bits::ADDRESS);
        client.set_listening(true).unwrap();
        let fake = Fake::default();
        let watch = Watch::of(fake.clone(), &engine, Duration::from_millis(1)).unwrap();
        let deadline = Instant::now() + PATIENCE;
        while fake.looks() < 3 {
            assert!(Instant::now() < deadline, "nobody looks");
            std::thread::yield_now();
        }
        let inside = Arc::downgrade(&watch.0);
        drop(watch);
        while inside.strong_count() > 0 {
            assert!(Instant::now() < deadline, "it does not end");
            std::thread::yield_now();
        }
        engine.close();
        let nothing = [Devices::None, Devices::Silent];
        assert!(
            nothing
                .iter()
                .all(|it| Watch::start(*it, &engine).unwrap().is_none())
        );
    }
}
