//! Fills the `@@NAME@@` places of a template.

/// Puts each section in its place. A place that has no section, or a section that has no place,
/// is a mistake of this program and refused.
///
/// # Errors
/// The name that does not fit.
pub fn fill(template: &str, sections: &[(&str, String)]) -> Result<String, String> {
    let mut out = String::new();
    let mut used = vec![false; sections.len()];
    let mut pieces = template.split("@@");
    out += pieces.next().unwrap_or_default();
    while let (Some(name), Some(after)) = (pieces.next(), pieces.next()) {
        let index = sections
            .iter()
            .position(|(n, _)| *n == name)
            .ok_or(format!("no section {name}"))?;
        if let (Some((_, text)), Some(mark)) = (sections.get(index), used.get_mut(index)) {
            out += text;
            *mark = true;
        }
        out += after;
    }
    match sections.iter().zip(used).find(|(_, used)| !used) {
        Some(((name, _), _)) => Err(format!("no place for section {name}")),
        None => Ok(out),
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn every_place_and_every_section_must_be_used() {
        let section = |name| (name, "x".to_owned());
        assert_eq!(
            fill("a @@A@@ b @@A@@", &[section("A")]).as_deref(),
            Ok("a x b x")
        );
        assert_eq!(
            fill("@@B@@", &[section("A")]),
            Err("no section B".to_owned())
        );
        assert_eq!(
            fill("a", &[section("A")]),
            Err("no place for section A".to_owned())
        );
    }
}
