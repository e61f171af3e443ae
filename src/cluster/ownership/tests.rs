use super::*;
use crate::config::{Configuration, Source};
use crate::system::System;

/// What a provider that breaks off while its line is opened leaves behind.
fn breaks(_: &Arc<Engine>, _: &Simulation, _: &Guard, _: (&str, &str)) -> Result<OpenLine> {
    panic!("of the test");
}

#[tokio::test]
async fn a_line_whose_opening_breaks_off_cannot_be_opened() {
    let text = "[cluster]\nurl = \"nats://127.0.0.1:1\"\nname = \"n1\"\nweight = 1\n\
                lines_secret = \"a secret of the tests\"\n";
    let configuration = Configuration::read(&Source::text(text)).unwrap();
    let (cluster, simulation) = (
        configuration.cluster.clone().unwrap(),
        configuration.simulation.clone(),
    );
    let system = System::new(configuration).unwrap();
    let link = Link::open(cluster.access().unwrap(), cluster.lease, true);
    let member = Member::new(Settings {
        node: "n1".to_owned(),
        lot: 1,
        weight: 1,
        lease: cluster.lease,
    });
    let (words, mut to_do) = unbounded_channel();
    let mut keeper = Keeper::new(
        member,
        cluster.lease,
        (link.await.unwrap(), cluster.lines_secret().unwrap()),
        (system.engine().clone(), simulation),
        words,
    );
    keeper.opens = breaks;
    keeper.start("L".to_owned(), 1, String::new());
    let word = tokio::time::timeout(Duration::from_secs(60), to_do.recv()).await;
    let Ok(Some(Word::Opened(line, Err(_)))) = word else {
        panic!("nobody is told of it");
    };
    keeper.opened(line, Err(failed("It", &"breaks off")));
    assert!(keeper.opening.is_empty() && keeper.open.is_empty());
    system.engine().close();
}
