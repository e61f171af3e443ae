//! Names of lines, as patterns.

/// Whether a name fits a pattern in which `*` stands for any run of characters.
pub fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(place) => rest = rest.get(place + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_is_any_run_of_characters() {
        for (pattern, name) in [
            ("*", ""),
            ("*", "Front desk"),
            ("Front*", "Front desk"),
            ("*desk", "Front desk"),
            ("F*t*k", "Front desk"),
            ("a*a", "aa"),
            ("Front desk", "Front desk"),
            ("**", "x"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("", "x"),
            ("Front", "Front desk"),
            ("desk*", "Front desk"),
            ("a*a", "a"),
            ("F*x*k", "Front desk"),
            ("front*", "Front desk"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }
}
