//! Lines that come and go.

use super::*;

/// Lines of other machines come and go for as long as a program runs.
#[test]
fn lines_that_are_gone_take_no_room() {
    let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
    let kept = engine.add_line(line_info(EVERYTHING, 9), Arc::new(Fake::default()));
    for _ in 0..1000 {
        let line = engine.add_line(line_info(EVERYTHING, 9), Arc::new(Fake::default()));
        let never_published = engine.make_line(line_info(EVERYTHING, 9), Arc::new(Fake::default()));
        engine.remove_line(&line);
        drop(never_published);
    }
    assert_eq!(engine.lines().unwrap().len(), 1);
    let room = lock(&engine.lines).capacity();
    assert!(room < 16, "{room}");
    engine.remove_line(&kept);
}

#[test]
fn there_is_room_for_each_line_that_is_to_be_published() {
    let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
    let make = |_| engine.make_line(line_info(EVERYTHING, 9), Arc::new(Fake::default()));
    for line in (0..9).map(make).collect::<Vec<_>>() {
        engine.publish_line(&line);
        engine.remove_line(&line);
    }
    let made: Vec<_> = (0..100).map(make).collect();
    let room = lock(&engine.lines).capacity();
    assert!(room >= 100, "{room}");
    for line in &made {
        engine.publish_line(line);
    }
    assert_eq!(lock(&engine.lines).capacity(), room);
    engine.close();
}
