//! What `TAPI3_LOG` says: which lines are wanted, by their level and by where they come from.

use tracing::level_filters::LevelFilter;

/// A level for everything, and levels for some targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filter {
    rest: LevelFilter,
    targets: Vec<(String, LevelFilter)>,
}

/// The parts of a filter that are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong(pub(super) Vec<String>);

impl Filter {
    /// This level for everything.
    pub(super) fn all(level: LevelFilter) -> Self {
        Filter {
            rest: level,
            targets: Vec::new(),
        }
    }

    /// Reads `info`, or `warn,tapi3::sip=debug`: parts between commas, each a level or a target
    /// with its level. A part that is neither is left out and told.
    pub(super) fn read(text: &str) -> (Self, Wrong) {
        let mut filter = Filter {
            rest: LevelFilter::OFF,
            targets: Vec::new(),
        };
        let mut wrong = Vec::new();
        for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            match part.split_once('=') {
                None => match level(part) {
                    Some(level) => filter.rest = level,
                    None => wrong.push(part.to_owned()),
                },
                Some((target, level_name)) => match (target.trim(), level(level_name.trim())) {
                    (target, Some(level)) if is_target(target) => {
                        filter.targets.push((target.to_owned(), level));
                    }
                    _ => wrong.push(part.to_owned()),
                },
            }
        }
        (filter, Wrong(wrong))
    }

    /// The level up to which anything is wanted at all.
    pub(super) fn most(&self) -> LevelFilter {
        let levels = self.targets.iter().map(|(_, level)| *level);
        levels.fold(self.rest, LevelFilter::max)
    }

    /// The level up to which lines of `target` are wanted: that of the longest target that it lies
    /// in, the later one of two.
    pub(super) fn level_of(&self, target: &str) -> LevelFilter {
        let inside = self.targets.iter().filter(|(outer, _)| {
            target
                .strip_prefix(outer.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        });
        inside
            .max_by_key(|(outer, _)| outer.len())
            .map_or(self.rest, |(_, level)| *level)
    }
}

fn level(name: &str) -> Option<LevelFilter> {
    const NAMES: [(&str, LevelFilter); 6] = [
        ("off", LevelFilter::OFF),
        ("error", LevelFilter::ERROR),
        ("warn", LevelFilter::WARN),
        ("info", LevelFilter::INFO),
        ("debug", LevelFilter::DEBUG),
        ("trace", LevelFilter::TRACE),
    ];
    let known = NAMES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    known.map(|(_, level)| *level)
}

fn is_target(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '-' | '.');
    !name.is_empty() && name.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_target_decides_and_the_later_of_two() {
        let (filter, wrong) =
            Filter::read(" warn, tapi3::sip=DEBUG ,tapi3=info,mine=error,mine=trace,other=off,");
        assert_eq!(wrong, Wrong(Vec::new()));
        assert_eq!(filter.most(), LevelFilter::TRACE);
        for (target, level) in [
            ("tapi3::sip", LevelFilter::DEBUG),
            ("tapi3::sip::dialog", LevelFilter::DEBUG),
            ("tapi3::sips", LevelFilter::INFO),
            ("tapi3::ews", LevelFilter::INFO),
            ("tapi30", LevelFilter::WARN),
            ("hyper", LevelFilter::WARN),
            ("mine", LevelFilter::TRACE),
            ("other::part", LevelFilter::OFF),
        ] {
            assert_eq!(filter.level_of(target), level, "{target}");
        }
    }

    #[test]
    fn what_is_no_filter_is_told_and_the_rest_holds() {
        let (filter, wrong) = Filter::read("loud,tapi3::sip=,=info,a b=info,tapi3::ews=debug");
        let parts = ["loud", "tapi3::sip=", "=info", "a b=info"];
        assert_eq!(wrong.0, parts);
        assert_eq!(filter.level_of("tapi3::ews"), LevelFilter::DEBUG);
        assert_eq!(filter.level_of("tapi3::sip"), LevelFilter::OFF);
        let (nothing, wrong) = Filter::read("");
        assert_eq!((nothing.most(), wrong.0.len()), (LevelFilter::OFF, 0));
    }
}
