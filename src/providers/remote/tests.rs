use super::control::Admitted;
use super::pool::Leg;
use super::session::Session;
use super::*;
use crate::engine::{
    CallHandle, Cause, Features, LineInfo, Settings as EngineSettings, State, SystemClock,
};
use crate::pool::PROTOCOL;
use tapi3_bus::{Notice, NoticeKind, VERSION};

impl Pool {
    pub(super) fn break_if_asked(&mut self) {
        if let Some(left) = self.breaks.checked_sub(1) {
            self.breaks = left;
            panic!("of the test");
        }
    }
}

/// A pool of which no bus is reached, with the provider of its lines.
async fn pool(engine: &Arc<Engine>) -> (Pool, Arc<RemoteProvider>) {
    let text = "url = 'nats://127.0.0.1:1'\nuser = 'alice'\nsecret = 'a secret of the tests'\n";
    let cluster: ClusterSettings = toml::from_str(text).unwrap();
    let access = cluster.access().unwrap();
    let link = Link::open(access.clone(), cluster.lease, true)
        .await
        .unwrap();
    let board: Arc<Switchboard> = switchboard::make().unwrap();
    let asked: Arc<Asked> = Arc::default();
    let provider = Arc::new(RemoteProvider {
        board: board.clone(),
        asked: asked.clone(),
        worker: Worker::start("test", || {}).unwrap(),
    });
    let pool = Pool {
        engine: engine.clone(),
        provider: Arc::downgrade(&provider),
        board,
        asked,
        link,
        access,
        lease: cluster.lease,
        sound: None,
        who: cluster.identity().unwrap(),
        lot: draw_name().unwrap(),
        wanted: Wanted::default(),
        lines: lines::Lines::default(),
        sessions: Default::default(),
        nodes: Default::default(),
        room: Room::new(MAX_NODES),
        legs: Default::default(),
        refusing: Default::default(),
        last_session: 0,
        lost: None,
        has_lost: false,
        begun: Instant::now(),
        ready: None,
        breaks: 0,
    };
    (pool, provider)
}

/// A call of an open session with the node n1.
fn begin(pool: &mut Pool, provider: &Arc<RemoteProvider>) -> CallHandle {
    let info = LineInfo {
        name: "L".to_owned(),
        address: "2001".to_owned(),
        provider: "SIM@n1".to_owned(),
        protocol: PROTOCOL.to_owned(),
        media: 8,
        address_types: 1,
        features: Features::default(),
        max_active: 9,
        max_held: 9,
        max_conference: 0,
    };
    let line = pool.engine.add_line(info, provider.clone());
    line.set_in_service(true);
    let client = pool.engine.add_client("test".to_owned()).unwrap();
    let handle =
        CallHandle::clone(&Call::outgoing(&client, &line, "1001".to_owned(), 8, 1).unwrap());
    handle.attach().unwrap();
    let mut session = Session::new("n1".to_owned(), 1, "c.1".to_owned(), "alice");
    session.lease = Some(pool.lease);
    let control = Control::new(&pool.asked, Way::Placed).unwrap();
    let admitted: Admitted = pool
        .board
        .enter(&control, |tag| handle.call.set_tag(tag))
        .ok()
        .unwrap();
    let (tag, number) = (admitted.tag(), session.number());
    control.set_tag(tag);
    session.calls.insert(number, tag);
    let leg = Leg {
        call: handle.call.clone(),
        control,
        session: "c.1".to_owned(),
        number,
        hears_digits: false,
        sound: None,
        again: None,
        complained: false,
        _admitted: admitted,
    };
    pool.legs.insert(tag, leg);
    pool.nodes.insert("n1".to_owned(), "c.1".to_owned());
    pool.sessions.insert("c.1".to_owned(), session);
    handle.call.connected();
    assert_eq!(handle.call.state(), State::Connected);
    handle
}

#[tokio::test]
async fn what_breaks_off_ends_its_calls_and_begins_anew() {
    let engine = Engine::new(Arc::new(SystemClock::new()), EngineSettings::default());
    let (mut pool, provider) = pool(&engine).await;
    let call = begin(&mut pool, &provider);
    // And once more in the next life.
    pool.breaks = 2;
    let board = pool.board.clone();
    let desk = Desk::new(board.clone()).unwrap();
    let watch = async {
        let ended = async {
            while call.call.state() != State::Disconnected {
                tokio::time::sleep(TICK).await;
            }
        };
        let ended = tokio::time::timeout(Duration::from_secs(60), ended).await;
        assert_eq!(ended, Ok(()), "the call is up, and nobody speaks of it");
        assert_eq!(call.call.cause(), Cause::Failed);
        board.end(Ending::Closing);
    };
    tokio::join!(serve(pool, &desk), watch);
    provider.close();
    engine.close();
}

/// That it is there, as a node says it.
fn alive(node: &str) -> Vec<u8> {
    let notice = NoticeKind::Alive {
        node: node.to_owned(),
        incarnation: 1,
        revision: 1,
    };
    tapi3_bus::write(&Notice { v: VERSION, notice }).unwrap()
}

#[tokio::test(start_paused = true)]
async fn names_that_nobody_stands_behind_make_room_and_nodes_keep_their_places() {
    let engine = Engine::new(Arc::new(SystemClock::new()), EngineSettings::default());
    let (mut pool, provider) = pool(&engine).await;
    pool.wanted.all = true;
    let call = begin(&mut pool, &provider);
    pool.wanted.named = vec![("L".to_owned(), Some("mine".to_owned()))];
    for number in 0..2 * MAX_NODES {
        pool.noticed(&alive(&format!("m{number}"))).await;
    }
    assert_eq!(pool.sessions.len(), MAX_NODES);
    pool.noticed(&alive("n2")).await;
    assert!(!pool.nodes.contains_key("n2"));
    // One that the program names need not wait.
    pool.noticed(&alive("mine")).await;
    assert!(pool.nodes.contains_key("mine"));
    tokio::time::advance(Duration::from_secs(1)).await;
    pool.noticed(&alive("n2")).await;
    assert!(pool.nodes.contains_key("n2"));
    let name = &pool.nodes["n2"];
    pool.sessions.get_mut(name).unwrap().lease = Some(pool.lease);
    for number in 0..4 * MAX_NODES {
        if number % MAX_NODES == 0 {
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        pool.noticed(&alive(&format!("x{number}"))).await;
        assert_eq!(
            (pool.sessions.len(), pool.nodes.len()),
            (MAX_NODES, MAX_NODES)
        );
    }
    assert!(["n1", "n2", "mine"].map(|node| pool.nodes.contains_key(node)) == [true; 3]);
    assert!(!pool.nodes.contains_key("m0"));
    assert_eq!(call.call.state(), State::Connected);
    provider.close();
    engine.close();
}
