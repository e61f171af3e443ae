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
