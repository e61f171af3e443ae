//! Conferences across lines.

use super::*;
use tapi3_common::shared::Shared;

/// Lets everybody hear what the others of its room have said last.
#[derive(Default)]
struct Rooms {
    /// Whether it has no memory left.
    fails: std::sync::atomic::AtomicBool,
}

struct Spot {
    room: Shared<Mutex<Vec<(u32, i16)>>>,
    party: u32,
}

static SPOTS: AtomicU32 = AtomicU32::new(1);

impl Mixer for Rooms {
    fn place(
        &self,
        beside: Option<&TerminalRef>,
        party: Option<&TerminalRef>,
    ) -> Result<TerminalRef> {
        let spot = |known: &TerminalRef| known.get::<Shared<Spot>>().unwrap().clone();
        let room = match beside {
            Some(beside) => spot(beside).room.clone(),
            None => Shared::try_new(Mutex::default())?,
        };
        if self.fails.load(Ordering::Relaxed) {
            return Err(Error::new(ErrorKind::OutOfMemory, "on purpose"));
        }
        let number = SPOTS.fetch_add(1, Ordering::Relaxed);
        Ok(TerminalRef::new(Shared::try_new(Spot {
            room,
            party: party.map_or(number, |party| spot(party).party),
        })?))
    }
}

impl Terminal for Spot {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {}

    fn play(&self, _: &Call, _: u32, frame: &mut [i16]) -> bool {
        let room = lock(&self.room);
        let others = room.iter().filter(|(party, _)| *party != self.party);
        frame[0] += others.map(|(_, said)| *said).sum::<i16>();
        true
    }

    fn hear(&self, _: &Call, _: u32, frame: &[i16]) {
        lock(&self.room).push((self.party, frame[0]));
    }
}

/// Two lines of two providers, and a third one that streams nothing.
struct Lines {
    rig: Rig,
    other: Arc<Line>,
    far: Arc<Fake>,
    silent: Arc<Line>,
    rooms: Arc<Rooms>,
}

impl Lines {
    fn new() -> Self {
        let rig = Rig::new();
        let rooms = Arc::new(Rooms::default());
        rig.engine.set_mixer(rooms.clone());
        let far = Arc::new(Fake::default());
        let other = add_line(&rig.engine, &far, EVERYTHING);
        let no_streams = Features {
            streams: false,
            ..EVERYTHING
        };
        let silent = add_line(&rig.engine, &far, no_streams);
        Lines {
            rig,
            other,
            far,
            silent,
            rooms,
        }
    }

    fn up(&self, line: &Arc<Line>) -> CallHandle {
        let call = outgoing(&self.rig.client, line, "1");
        call.connect(false).unwrap();
        call.call.progressing();
        call.call.connected();
        call
    }

    fn here(&self) -> CallHandle {
        self.up(&self.rig.line)
    }

    fn there(&self) -> CallHandle {
        self.up(&self.other)
    }

    /// Two calls of the two lines, in a conference.
    fn pair(&self) -> [CallHandle; 2] {
        let pair = [self.here(), self.there()];
        join(&pair[0], &pair[1]);
        pair
    }
}

fn join(original: &CallHandle, consult: &CallHandle) {
    original.conference(consult, false).unwrap();
    consult.finish(FinishMode::Conference).unwrap();
    for call in [original, consult] {
        assert_eq!(call.call.state(), State::Connected);
        assert!(call.call.is_conferenced());
    }
    assert_eq!(original.call.hub(), consult.call.hub());
}

/// What each call's far end hears when each says a number: 1, 2, 4 ...
fn heard(calls: &[&CallHandle]) -> Vec<i16> {
    for (place, call) in calls.iter().enumerate() {
        call.call.capture(8_000, &mut [1 << place]);
    }
    let hear = |call: &&CallHandle| {
        let mut frame = [0];
        call.call.playout(8_000, &mut frame);
        frame[0]
    };
    let all = calls.iter().map(hear).collect();
    // What was said is said.
    for call in calls {
        call.call.known_media().inspect(|media| {
            media.with_seat(|seat| {
                let spot = seat.map(|seat| seat.place.get::<Shared<Spot>>().unwrap());
                spot.inspect(|spot| lock(&spot.room).clear());
            });
        });
    }
    all
}

#[test]
fn calls_of_two_lines_hear_each_other() {
    let lines = Lines::new();
    let [one, two] = lines.pair();
    assert_eq!(heard(&[&one, &two]), [2, 1]);
    // Their lines know nothing of it but that the first was on hold.
    assert_eq!(lines.rig.fake.asked()[1..], [Ask::Hold, Ask::Unhold]);
    assert_eq!(lines.far.asked(), [Ask::Make]);
    let was = [
        State::InProgress,
        State::Connected,
        State::Hold,
        State::Connected,
    ];
    let states = |call| told(&lines.rig.client, call);
    let told: Vec<State> = states(&one).into_iter().map(|(state, _)| state).collect();
    assert_eq!(told, was);
}

#[test]
fn the_consultation_may_be_dialled_and_both_may_be_on_hold() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), outgoing(&lines.rig.client, &lines.other, "1"));
    one.conference(&two, false).unwrap();
    assert_eq!(one.call.state(), State::Hold);
    two.call.connected();
    two.hold().unwrap();
    drop(events(&lines.rig.client));
    two.finish(FinishMode::Conference).unwrap();
    let all = events(&lines.rig.client);
    let states = all.iter().filter_map(|event| match event {
        Event::CallState { call, state, .. } => Some((call.id(), *state)),
        _ => None,
    });
    let expected = [one.call.id(), two.call.id()].map(|id| (id, State::Connected));
    assert!(states.eq(expected), "{all:?}");
    assert_eq!(heard(&[&one, &two]), [2, 1]);
}

#[test]
fn who_ends_leaves_and_the_last_one_has_a_call_like_any_other() {
    for first in 0..2 {
        for ours in [true, false] {
            let lines = Lines::new();
            let pair = lines.pair();
            let (gone, stays) = (&pair[first], &pair[1 - first]);
            match ours {
                true => drop(gone.disconnect(DropReason::Normal).unwrap()),
                false => gone.call.disconnected(Cause::Normal),
            }
            assert_eq!(end(gone), over(Cause::Normal));
            assert_eq!(stays.call.state(), State::Connected);
            assert!(!stays.call.is_mixed() && !stays.call.is_heard());
            // Its own line is asked, and says that it is in none.
            stays.leave_conference().unwrap();
            let fake = [&lines.far, &lines.rig.fake][first];
            assert_eq!(fake.count(Ask::Leave), 1);
        }
    }
}

#[test]
fn who_is_removed_is_hung_up() {
    let lines = Lines::new();
    let [one, two] = lines.pair();
    let three = lines.there();
    join(&one, &three);
    assert_eq!(heard(&[&one, &two, &three]), [6, 5, 3]);
    two.leave_conference().unwrap();
    assert_eq!(end(&two), over(Cause::Normal));
    assert_eq!(lines.far.count(Ask::Drop), 1);
    assert_eq!(heard(&[&one, &three]), [2, 1]);
}

#[test]
fn a_conference_of_a_line_comes_in_as_a_whole_and_is_not_mixed_twice() {
    let lines = Lines::new();
    let [one, two, three] = [(); 3].map(|()| lines.here());
    join(&one, &two);
    let far = lines.there();
    join(&two, &far);
    // The line lets the first two hear each other.
    assert_eq!(heard(&[&one, &two, &far]), [4, 4, 3]);
    assert_eq!(lines.rig.fake.count(Ask::Join), 1);
    // Whoever comes now comes into the mix.
    join(&far, &three);
    assert_eq!(heard(&[&one, &two, &far, &three]), [12, 12, 11, 7]);
    assert_eq!(lines.rig.fake.count(Ask::Join), 1);
    let hubs = [&one, &two, &far, &three].map(|call| call.call.hub());
    assert_eq!(hubs, [hubs[0]; 4]);
    // What is left is the line's alone.
    far.disconnect(DropReason::Normal).unwrap();
    assert_eq!(heard(&[&one, &two, &three]), [4, 4, 3]);
    three.disconnect(DropReason::Normal).unwrap();
    assert!(!one.call.is_mixed() && !two.call.is_mixed());
    assert_eq!(heard(&[&one, &two]), [0, 0]);
}

#[test]
fn two_conferences_become_one() {
    let lines = Lines::new();
    let ([one, two], [three, four]) = (lines.pair(), lines.pair());
    join(&two, &three);
    assert_eq!(heard(&[&one, &two, &three, &four]), [14, 13, 11, 7]);
    let hub = one.call.hub();
    assert!(
        [&two, &three, &four]
            .iter()
            .all(|call| call.call.hub() == hub)
    );
    // Nobody joins whom he hears already.
    one.conference(&four, false).unwrap();
    let again = four.finish(FinishMode::Conference);
    assert_eq!(kind(again), ErrorKind::InvalidArgument);
    one.unhold().unwrap();
    assert_eq!(heard(&[&one, &two, &three, &four]), [14, 13, 11, 7]);
}

#[test]
fn who_is_on_hold_on_either_side_neither_hears_nor_is_heard() {
    let lines = Lines::new();
    let [one, two] = lines.pair();
    let three = lines.here();
    join(&one, &three);
    two.hold().unwrap();
    assert_eq!(heard(&[&one, &two, &three]), [4, 0, 1]);
    two.unhold().unwrap();
    assert_eq!(heard(&[&one, &two, &three]), [6, 5, 3]);
    // The far end holds us, and plays music.
    let cause = StreamCause::RemoteRequest;
    two.call
        .set_transport(Flow::Capture, Transport::Closed, cause)
        .unwrap();
    assert_eq!(heard(&[&one, &two, &three]), [4, 0, 1]);
}

#[test]
fn what_the_program_plays_is_for_one_call_alone() {
    struct Says;
    impl Terminal for Says {
        fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
            Ok(())
        }
        fn unselected(&self, _: &Call, _: Flow) {}
        fn play(&self, _: &Call, _: u32, frame: &mut [i16]) -> bool {
            frame[0] += 100;
            true
        }
    }
    let lines = Lines::new();
    let [one, two] = lines.pair();
    for flow in Flow::ALL {
        let says = TerminalRef::new(Shared::try_new(Says).unwrap());
        one.select(flow, says, Role::Plays, Kind::Shown).unwrap();
    }
    assert_eq!(heard(&[&one, &two]), [102, 1]);
}

#[test]
fn a_program_that_lets_go_of_a_member_leaves_it_in_the_conference() {
    let lines = Lines::new();
    let [one, two] = lines.pair();
    one.detach();
    assert_eq!(heard(&[&one, &two]), [2, 1]);
}

#[test]
fn a_far_end_that_stays_on_hold_leaves_everything_as_it_was() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    one.conference(&two, false).unwrap();
    lines.rig.fake.on(Ask::Unhold, Act::Fail);
    let failed = two.finish(FinishMode::Conference);
    assert_eq!(kind(failed), ErrorKind::OperationFailed);
    assert_eq!(one.call.state(), State::Hold);
    assert_eq!(two.call.state(), State::Connected);
    assert!(!one.call.is_mixed() && !two.call.is_mixed());
    assert!(!one.call.is_conferenced());
    lines.rig.fake.on(Ask::Unhold, Act::Succeed);
    two.finish(FinishMode::Conference).unwrap();
    assert_eq!(heard(&[&one, &two]), [2, 1]);
}

#[test]
fn who_was_taken_back_in_vain_goes_back_on_hold() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    one.conference(&two, false).unwrap();
    two.hold().unwrap();
    lines.rig.fake.on(Ask::Unhold, Act::Fail);
    let failed = two.finish(FinishMode::Conference);
    assert_eq!(kind(failed), ErrorKind::OperationFailed);
    // The consultation was asked first.
    let asked = [Ask::Make, Ask::Hold, Ask::Unhold, Ask::Hold];
    assert_eq!(lines.far.asked(), asked);
    assert_eq!(one.call.state(), State::Hold);
    assert_eq!(two.call.state(), State::Hold);
}

#[test]
fn the_end_of_the_consultation_meanwhile_takes_the_original_back() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    one.conference(&two, false).unwrap();
    lines.rig.fake.on(Ask::Unhold, Act::Keep);
    let finishing = {
        let two = two.clone();
        std::thread::spawn(move || two.finish(FinishMode::Conference))
    };
    let back = lines.rig.fake.kept(Ask::Unhold);
    two.call.disconnected(Cause::Normal);
    assert!(finishing.join().unwrap().is_err());
    // The engine asks too, of a line that is busy with the first question.
    let again = lines.rig.fake.kept(Ask::Unhold);
    again.fail(Error::new(ErrorKind::OperationFailed, "busy"));
    assert_eq!(one.call.state(), State::Hold);
    back.ok();
    assert_eq!(one.call.state(), State::Connected);
    assert!(!one.call.is_mixed());
}

#[test]
fn the_end_of_the_consultation_takes_an_original_back_that_just_goes_back_on_hold() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    one.conference(&two, false).unwrap();
    lines.rooms.fails.store(true, Ordering::Relaxed);
    lines.rig.fake.on(Ask::Hold, Act::Keep);
    let failed = two.finish(FinishMode::Conference);
    assert_eq!(kind(failed), ErrorKind::OutOfMemory);
    let held = lines.rig.fake.kept(Ask::Hold);
    lines.rig.fake.on(Ask::Unhold, Act::Fail);
    two.call.disconnected(Cause::Normal);
    assert_eq!(one.call.state(), State::Hold, "its line is busy");
    lines.rig.fake.on(Ask::Unhold, Act::Succeed);
    held.ok();
    assert_eq!(one.call.state(), State::Connected);
}

#[test]
fn the_end_of_the_original_meanwhile_leaves_the_consultation() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    one.conference(&two, false).unwrap();
    lines.rig.fake.on(Ask::Unhold, Act::Keep);
    let finishing = {
        let two = two.clone();
        std::thread::spawn(move || two.finish(FinishMode::Conference))
    };
    let back = lines.rig.fake.kept(Ask::Unhold);
    one.call.disconnected(Cause::Normal);
    back.ok();
    let failed = finishing.join().unwrap();
    assert_eq!(kind(failed), ErrorKind::OperationFailed);
    assert_eq!(two.call.state(), State::Connected);
    assert!(!two.call.is_mixed());
}

#[test]
fn a_conference_has_no_more_parties_than_the_smaller_line_allows() {
    let lines = Lines::new();
    let [one, _] = lines.pair();
    for _ in 0..6 {
        join(&one, &lines.there());
    }
    let more = lines.there();
    one.conference(&more, false).unwrap();
    let full = more.finish(FinishMode::Conference);
    assert_eq!(kind(full), ErrorKind::ConferenceFull);
    assert_eq!(one.call.state(), State::Hold);
    assert_eq!(more.call.state(), State::Connected);
}

#[test]
fn lines_without_sound_refuse_and_nothing_changes() {
    let lines = Lines::new();
    let (one, silent) = (lines.here(), lines.up(&lines.silent));
    for (original, consult) in [(&one, &silent), (&silent, &one)] {
        let refused = original.conference(consult, false);
        assert_eq!(kind(refused), ErrorKind::NotSupported);
        assert_eq!(original.call.state(), State::Connected);
        assert!(original.call.related().is_none());
    }
    // So does an engine in which nobody mixes.
    let rig = Rig::new();
    let other = add_line(&rig.engine, &rig.fake, EVERYTHING);
    let refused = rig
        .connected()
        .conference(&outgoing(&rig.client, &other, "1"), false);
    assert_eq!(kind(refused), ErrorKind::NotSupported);
}

#[test]
fn calls_of_two_lines_are_not_transferred_to_each_other() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    one.conference(&two, false).unwrap();
    let refused = two.finish(FinishMode::Transfer);
    assert_eq!(kind(refused), ErrorKind::NotSupported);
    two.finish(FinishMode::Conference).unwrap();
    assert_eq!(heard(&[&one, &two]), [2, 1]);
}

#[test]
fn the_two_ends_of_one_call_are_no_conference() {
    let lines = Lines::new();
    let (one, two) = (lines.here(), lines.there());
    two.call.set_hub(one.call.hub());
    one.conference(&two, false).unwrap();
    let refused = two.finish(FinishMode::Conference);
    assert_eq!(kind(refused), ErrorKind::InvalidArgument);
    assert_eq!(one.call.state(), State::Hold);
}
