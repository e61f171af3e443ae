use super::*;
use crate::terminals::sounds::{PATIENCE, difference, ramp, sine};
use std::sync::Barrier;

const AT_ONCE: Option<Duration> = Some(Duration::ZERO);
const QUEUE: Duration = Duration::from_millis(100);

fn moved(count: usize, closed: bool) -> Moved {
    Moved { count, closed }
}

fn frame(source: &ProgramSource, rate: u32) -> (Vec<i16>, Said) {
    let mut frame = vec![0; rate as usize / 50];
    let said = source.play(rate, &mut frame);
    (frame, said)
}

#[test]
fn what_the_program_says_is_sent_bit_by_bit_and_then_its_end_is_told_once() {
    let source = ProgramSource::try_new(8_000, QUEUE).unwrap();
    assert_eq!(frame(&source, 8_000).1, Said::default());
    let sound = ramp(1, 400);
    assert_eq!(source.write(&sound, AT_ONCE), moved(400, false));
    assert_eq!(source.queued(), Duration::from_millis(50));
    source.close();
    assert_eq!(source.write(&sound, None), moved(0, true));
    let mut heard = Vec::new();
    for _ in 0..3 {
        let (frame, said) = frame(&source, 8_000);
        assert!(said.sounded && !said.over);
        heard.extend(frame);
    }
    assert_eq!(heard[..400], sound);
    assert_eq!(heard[400..], [0; 80]);
    let (_, said) = frame(&source, 8_000);
    assert!(said.over && !said.sounded);
    assert_eq!(frame(&source, 8_000).1, Said::default());
    assert_eq!(source.starved(), 0);
}

#[test]
fn a_full_queue_takes_no_more_until_there_is_room() {
    let source = ProgramSource::try_new(8_000, QUEUE).unwrap();
    assert_eq!(source.write(&[1; 1_000], AT_ONCE), moved(800, false));
    assert_eq!(source.write(&[1; 10], AT_ONCE), moved(0, false));
    frame(&source, 8_000);
    assert_eq!(source.write(&[1; 1_000], AT_ONCE), moved(160, false));
    source.clear();
    assert_eq!(source.queued(), Duration::ZERO);
    assert!(source.drain(AT_ONCE));
}

#[test]
fn whoever_waits_for_room_comes_back_when_there_is_some() {
    let source = ProgramSource::try_new(8_000, QUEUE).unwrap();
    let sound = ramp(1, 4_000);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| source.write(&sound, Some(PATIENCE)));
        let mut heard = Vec::new();
        while heard.len() < sound.len() {
            let (frame, said) = frame(&source, 8_000);
            match said.sounded {
                true => heard.extend(frame.into_iter().filter(|sample| *sample != 0)),
                false => std::thread::yield_now(),
            }
        }
        assert_eq!(heard, sound);
        assert_eq!(writer.join().unwrap(), moved(4_000, false));
    });
    assert!(source.drain(None));
}

#[test]
fn whoever_waits_comes_back_when_it_is_closed() {
    let source = ProgramSource::try_new(8_000, QUEUE).unwrap();
    let drain = ProgramDrain::try_new(8_000, QUEUE).unwrap();
    let ready = Barrier::new(3);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            ready.wait();
            source.write(&[1; 1_000], None)
        });
        let reader = scope.spawn(|| {
            ready.wait();
            drain.read(&mut [0; 10], None)
        });
        ready.wait();
        // Whether they wait already or not, it is the same.
        source.close();
        drain.close();
        assert!(writer.join().unwrap().closed);
        assert_eq!(reader.join().unwrap(), moved(0, true));
    });
}

#[test]
fn sound_is_converted_between_the_program_and_the_call() {
    for (own, call) in [
        (16_000, 8_000),
        (8_000, 16_000),
        (24_000, 8_000),
        (8_000, 48_000),
    ] {
        let source = ProgramSource::try_new(own, QUEUE).unwrap();
        let drain = ProgramDrain::try_new(own, QUEUE).unwrap();
        let sound = sine(own, 200.0, own as usize);
        let (mut sent, mut heard) = (Vec::new(), Vec::new());
        for piece in sound.chunks(own as usize / 50) {
            assert_eq!(source.write(piece, AT_ONCE), moved(piece.len(), false));
            let (frame, _) = frame(&source, call);
            drain.hear(call, &frame);
            sent.extend(frame);
            let mut piece = vec![0; own as usize / 50];
            let read = drain.read(&mut piece, AT_ONCE);
            heard.extend(&piece[..read.count]);
        }
        // Late by what two filters are late by, and the same.
        let best = (0..300).map(|late| difference(&sound[..own as usize / 2], &heard[late..]));
        let best = best.fold(0.0, f64::min);
        assert!(best < -25.0, "{own} {call}: {best} dB");
        assert_eq!(drain.lost(), 0);
    }
}

#[test]
fn a_program_that_reads_too_late_hears_the_latest() {
    let drain = ProgramDrain::try_new(8_000, QUEUE).unwrap();
    let sound = ramp(1, 1_600);
    for frame in sound.chunks(160) {
        drain.hear(8_000, frame);
    }
    assert_eq!(drain.lost(), 800);
    let mut heard = [0; 900];
    assert_eq!(drain.read(&mut heard, AT_ONCE), moved(800, false));
    assert_eq!(heard[..800], sound[800..]);
    assert_eq!(drain.read(&mut heard, AT_ONCE), moved(0, false));
    drain.hear(8_000, &[7; 160]);
    drain.close();
    drain.hear(8_000, &[8; 160]);
    // What came before the end is still there.
    assert_eq!(drain.read(&mut heard, None), moved(160, true));
    assert_eq!(heard[..160], [7; 160]);
    assert_eq!(drain.read(&mut heard, None), moved(0, true));
}

#[test]
fn a_frame_that_comes_too_late_is_counted() {
    let source = ProgramSource::try_new(8_000, QUEUE).unwrap();
    frame(&source, 8_000);
    assert_eq!(source.starved(), 0, "it has not begun");
    source.write(&[1; 200], AT_ONCE);
    frame(&source, 8_000);
    let (heard, said) = frame(&source, 8_000);
    assert!(said.sounded && heard[40..] == [0; 120]);
    assert_eq!(source.starved(), 1);
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (rate, queue) in [
        (1, QUEUE),
        (8_000, Duration::ZERO),
        (8_000, Duration::from_secs(61)),
    ] {
        assert!(ProgramSource::try_new(rate, queue).is_err());
        assert!(ProgramDrain::try_new(rate, queue).is_err());
    }
}
