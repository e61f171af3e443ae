//! What a list of calls is asked to have: `state=live&limit=10`.

use super::view::Which;

/// Calls that are over, if nobody says how many, and the most of them.
const USUAL: usize = 100;
const MOST: usize = 10_000;

/// What a list is to have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listing {
    pub which: Which,
    pub limit: usize,
}

impl Listing {
    /// Reads a query. An error is a sentence.
    pub fn read(query: &str) -> Result<Self, String> {
        let (mut which, mut limit) = (None, None);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let twice = match key {
                "state" => which.replace(state(value)?).is_some(),
                "limit" => limit.replace(count(value)?).is_some(),
                _ => return Err("A list of calls takes state and limit.".to_owned()),
            };
            if twice {
                return Err(format!("There is more than one {key}."));
            }
        }
        Ok(Listing {
            which: which.unwrap_or(Which::All),
            limit: limit.unwrap_or(USUAL),
        })
    }
}

fn state(value: &str) -> Result<Which, String> {
    match value {
        "all" => Ok(Which::All),
        "live" => Ok(Which::Live),
        "over" => Ok(Which::Over),
        _ => Err("A state is all, live or over.".to_owned()),
    }
}

fn count(value: &str) -> Result<usize, String> {
    let is_number = value.bytes().all(|b| b.is_ascii_digit());
    let number = value
        .parse()
        .ok()
        .filter(|number| is_number && *number <= MOST);
    number.ok_or_else(|| format!("A limit is a number from 0 to {MOST}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_says_which_calls_and_how_many() {
        for (query, which, limit) in [
            ("", Which::All, USUAL),
            ("&", Which::All, USUAL),
            ("state=live", Which::Live, USUAL),
            ("state=over&limit=0", Which::Over, 0),
            ("limit=10000&state=all", Which::All, MOST),
        ] {
            assert_eq!(
                Listing::read(query),
                Ok(Listing { which, limit }),
                "{query}"
            );
        }
        for query in [
            "state",
            "state=",
            "state=Live",
            "state=live&state=over",
            "limit=-1",
            "limit=+1",
            "limit=10001",
            "limit=",
            "limit=99999999999999999999999",
            "user=bob",
            "=",
        ] {
            assert!(Listing::read(query).is_err(), "{query}");
        }
    }
}
