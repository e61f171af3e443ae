//! Who is let in, how many may try, and what becomes of them when the accounts change.

use super::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::pin::Pin;
use std::task::Poll;

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

fn basic(pair: impl AsRef<[u8]>) -> Vec<u8> {
    format!("Basic {}", STANDARD.encode(pair)).into_bytes()
}

fn accounts(remember: Duration, failures: u32) -> Arc<Accounts> {
    let login = |user, names: &[&str], password: Option<&str>, token: Option<&str>| Login {
        user,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        password_hash: password.map(password::hash_cheaply),
        token_hashes: token.map(|t| hash_of(t.as_bytes())).into_iter().collect(),
    };
    let logins = vec![
        login(0, &["alice", "dom\\alice"], Some("a:secret"), None),
        login(1, &["bob"], Some("pässword"), Some("tapi3_token")),
        login(2, &["jürgen"], Some("ü€"), None),
        login(3, &["robot"], None, Some("tapi3.a.b")),
    ];
    Arc::new(Accounts::new(logins, remember, failures).unwrap())
}

#[tokio::test]
async fn passwords_and_tokens_let_their_owners_in() {
    let accounts = accounts(Duration::from_secs(60), 100);
    for (value, user) in [
        (basic("alice:a:secret"), Some(0)),
        (basic("ALICE:a:secret"), Some(0)),
        (basic("bob:pässword"), Some(1)),
        (basic(b"bob:p\xe4ssword"), Some(1)),
        (basic("Jürgen:ü€"), Some(2)),
        (basic("JÜRGEN:ü€"), Some(2)),
        (basic(b"j\xfcrgen:\xfc\x80"), Some(2)),
        (basic(b"J\xdcRGEN:\xfc\x80"), Some(2)),
        (basic(b"j\xfcrgen:\xfc\x81"), None),
        (basic(b"j\xfcrgen:\xc3\xbc\x80"), None),
        (basic("DOM\\Alice:a:secret"), Some(0)),
        (basic("EVIL\\alice:a:secret"), None),
        (basic("robot:"), None),
        (b"Bearer tapi3.a.b".to_vec(), Some(3)),
        (b"bearer  tapi3_token ".to_vec(), Some(1)),
        (basic("alice:secret"), None),
        (basic("alice:pässword"), None),
        (basic("carol:"), None),
        (basic("alice"), None),
        (basic(""), None),
        (b"Bearer tapi3_toke".to_vec(), None),
        (b"Bearer".to_vec(), None),
        (b"Basic !!!".to_vec(), None),
        (b"Negotiate TlRMTVNTUAAB".to_vec(), None),
        (b"".to_vec(), None),
    ] {
        // Twice: what is remembered must say the same.
        for _ in 0..2 {
            let found = accounts.identify(Some(&value), HERE).await;
            assert_eq!(found.ok(), user, "{value:?}");
        }
    }
    assert!(accounts.identify(None, HERE).await.is_err());
}

#[tokio::test]
async fn many_failures_make_an_address_wait_but_not_those_who_are_in() {
    let accounts = accounts(Duration::from_secs(60), 2);
    let good = basic("alice:a:secret");
    assert_eq!(accounts.identify(Some(&good), HERE).await, Ok(0));
    for guess in ["alice:1", "alice:2"] {
        let denied = accounts.identify(Some(&basic(guess)), HERE).await;
        let why = "the password of \"alice\" is another".to_owned();
        assert_eq!(denied, Err(Denied::Wrong(why)));
    }
    let third = accounts.identify(Some(&basic("alice:3")), HERE).await;
    assert!(matches!(third, Err(Denied::TooMany(wait)) if wait > Duration::ZERO));
    assert_eq!(accounts.identify(Some(&good), HERE).await, Ok(0));
    let elsewhere = IpAddr::from([192, 0, 2, 1]);
    let other = basic("bob:pässword");
    assert_eq!(accounts.identify(Some(&other), elsewhere).await, Ok(1));
}

#[tokio::test]
async fn asking_at_once_or_hanging_up_gets_nobody_more_guesses() {
    let accounts = accounts(Duration::from_secs(60), 3);
    for n in 0..3 {
        let guess = basic(format!("alice:{n}"));
        let mut login = Box::pin(accounts.identify(Some(&guess), HERE));
        // Begun, and then its client is gone.
        assert!(poll_once(&mut login).await.is_none());
    }
    assert_eq!(lock(&accounts.checks).len(), 3);
    let late = accounts.identify(Some(&basic("alice:x")), HERE).await;
    assert!(matches!(late, Err(Denied::TooMany(_))), "{late:?}");
}

/// Polls once.
async fn poll_once<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|cx| match Pin::new(&mut *future).poll(cx) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

#[tokio::test]
async fn many_logins_of_one_user_at_once_cost_one_check() {
    let accounts = accounts(Duration::from_secs(60), 1);
    let good = basic("alice:a:secret");
    let logins: Vec<_> = (0..50)
        .map(|_| {
            let (accounts, good) = (accounts.clone(), good.clone());
            tokio::spawn(async move { accounts.identify(Some(&good), HERE).await })
        })
        .collect();
    for login in logins {
        assert_eq!(login.await.unwrap(), Ok(0));
    }
    assert!(lock(&accounts.checks).is_empty());
}

#[tokio::test]
async fn right_logins_at_once_wait_for_each_other_and_wrong_ones_get_no_more_checks() {
    let accounts = accounts(Duration::ZERO, 2);
    let login = |pair: String| {
        let (accounts, value) = (accounts.clone(), basic(pair));
        tokio::spawn(async move { accounts.identify(Some(&value), HERE).await })
    };
    // Different spellings of the same name, so that each is a check of its own.
    let spelled = |n: u32| {
        let letters = "alice".chars().enumerate();
        let spell = |(place, c): (usize, char)| match n >> place & 1 {
            1 => c.to_ascii_uppercase(),
            _ => c,
        };
        letters.map(spell).collect::<String>()
    };
    let right: Vec<_> = (0..20).map(|n| login(spelled(n) + ":a:secret")).collect();
    for login in right {
        assert_eq!(login.await.unwrap(), Ok(0));
    }
    let wrong: Vec<_> = (0..20).map(|n| login(format!("alice:{n}"))).collect();
    let mut checked = 0;
    for login in wrong {
        match login.await.unwrap() {
            Err(Denied::Wrong(_)) => checked += 1,
            other => assert!(matches!(other, Err(Denied::TooMany(_))), "{other:?}"),
        }
    }
    assert_eq!(checked, 2);
}

#[tokio::test]
async fn a_success_is_forgotten_after_its_time() {
    let accounts = accounts(Duration::ZERO, 100);
    let good = basic("alice:a:secret");
    assert_eq!(accounts.identify(Some(&good), HERE).await, Ok(0));
    assert!(accounts.remembered.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_refusal_says_why_in_words() {
    let accounts = accounts(Duration::ZERO, 6);
    for (value, words) in [
        (basic("carol:x"), "there is no user \"carol\""),
        (basic("alice:x"), "the password of \"alice\" is another"),
        (
            basic(b"j\xfcrgen:x\xff"),
            "the password of \"jürgen\" is another",
        ),
        (
            basic("alice:ä"),
            "the password of \"alice\" is another, read as UTF-8 and as Latin-1",
        ),
        (basic("robot:x"), "\"robot\" has no password, only tokens"),
        (b"Bearer x".to_vec(), "no user has this token"),
        (
            b"Negotiate x".to_vec(),
            "Negotiate is not understood, only Basic and Bearer are",
        ),
    ] {
        let denied = accounts.identify(Some(&value), HERE).await.unwrap_err();
        assert_eq!(denied.to_string(), words);
    }
    let value = basic("alice:y");
    let denied = accounts.identify(Some(&value), HERE).await.unwrap_err();
    let said = denied.to_string();
    let wait = said.strip_prefix("too many failed logins from this address; the next one in ");
    // Ten seconds, unless some have gone by.
    let wait = wait.and_then(|wait| wait.strip_suffix(" s")?.parse().ok());
    assert!(
        wait.is_some_and(|wait: u64| (1..=10).contains(&wait)),
        "{said}"
    );
}

#[tokio::test]
async fn new_accounts_let_out_whose_password_or_name_is_gone_and_nobody_else() {
    let accounts = accounts(Duration::from_secs(60), 100);
    let (alice, bob) = (basic("alice:a:secret"), basic("bob:pässword"));
    let token = b"Bearer tapi3_token".to_vec();
    for (value, user) in [(&alice, 0), (&bob, 1), (&token, 1)] {
        assert_eq!(accounts.identify(Some(value), HERE).await, Ok(user));
    }
    let hash = accounts.known.get().names["alice"].1.clone().unwrap();
    let login = |user, name: &str, hash: &str| Login {
        user,
        names: vec![name.to_owned()],
        password_hash: Some(hash.to_owned()),
        token_hashes: Vec::new(),
    };
    let new = password::hash_cheaply("new");
    let before = accounts.generation();
    accounts.replace(vec![login(0, "alice", &hash), login(1, "bob", &new)]);
    assert_ne!(accounts.generation(), before);
    assert_eq!(lock(&accounts.remembered).len(), 1);
    assert_eq!(accounts.identify(Some(&alice), HERE).await, Ok(0));
    for gone in [&bob, &token] {
        assert!(accounts.identify(Some(gone), HERE).await.is_err());
    }
    let value = basic("bob:new");
    assert_eq!(accounts.identify(Some(&value), HERE).await, Ok(1));
    accounts.replace(Vec::new());
    assert!(accounts.identify(Some(&alice), HERE).await.is_err());
}

#[tokio::test]
async fn a_check_that_was_begun_with_an_old_password_lets_nobody_in_after_it() {
    let accounts = accounts(Duration::from_secs(60), 100);
    let value = basic("alice:a:secret");
    let mut login = Box::pin(accounts.identify(Some(&value), HERE));
    assert!(poll_once(&mut login).await.is_none());
    accounts.replace(Vec::new());
    assert!(matches!(login.await, Err(Denied::Wrong(_))));
    assert!(lock(&accounts.remembered).is_empty());
}

#[test]
fn the_addresses_of_one_network_count_as_one() {
    let one = network_of("2001:db8:1:2:3:4:5:6".parse().unwrap());
    let other = network_of("2001:db8:1:2:ffff::1".parse().unwrap());
    assert_eq!(one, other);
    assert_ne!(one, network_of("2001:db8:1:3::1".parse().unwrap()));
    let mapped = network_of("::ffff:192.0.2.7".parse().unwrap());
    assert_eq!(mapped, IpAddr::from([192, 0, 2, 7]));
}
