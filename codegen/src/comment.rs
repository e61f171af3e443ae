//! Turns documentation lines into comments of C and C++.

/// A `/** … */` block, one line where it fits; nothing for no documentation.
#[must_use]
pub fn block(indent: &str, lines: &[String]) -> String {
    match lines {
        [] => String::new(),
        [only] => format!("{indent}/** {} */\n", escape(only)),
        _ => {
            let mut out = format!("{indent}/**\n");
            for line in lines {
                out += format!("{indent} * {}", escape(line)).trim_end();
                out.push('\n');
            }
            out + indent + " */\n"
        }
    }
}

/// The text with nothing in it that would end a comment or open one inside it.
fn escape(text: &str) -> String {
    text.replace("*/", "* /").replace("/*", "/ *")
}

/// A Rust source whose doc comments are safe inside C comments; cbindgen does not see to it.
#[must_use]
pub fn escape_docs(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.lines() {
        match line.trim_start().strip_prefix("///") {
            Some(text) => {
                let (indent, _) = line.split_at(line.len() - text.len());
                out += indent;
                out += &escape(text);
            }
            None => out += line,
        }
        out.push('\n');
    }
    out
}

/// Puts each comment of one line, for which cbindgen takes three, on one line.
#[must_use]
pub fn close_up(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = lines.as_slice();
    while let [first, after @ ..] = rest {
        match after {
            [only, end, ..] if first.ends_with("/**") && end.trim() == "*/" => {
                let words = only.trim_start().trim_start_matches("* ");
                out += &format!("{first} {words} */\n");
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                out += first;
                out.push('\n');
                rest = after;
            }
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{block, close_up, escape_docs};

    #[test]
    fn nothing_in_a_text_ends_its_comment() {
        let lines = [
            "one */ two".to_owned(),
            String::new(),
            "/* three".to_owned(),
        ];
        assert_eq!(
            block("  ", &lines),
            "  /**\n   * one * / two\n   *\n   * / * three\n   */\n"
        );
        assert_eq!(block("", &[]), "");
        let source = "    /// a */ b\n    let p: *const u8; /* kept */\n";
        assert_eq!(
            escape_docs(source),
            "    /// a * / b\n    let p: *const u8; /* kept */\n"
        );
    }

    #[test]
    fn only_comments_of_one_line_are_closed_up() {
        let text =
            "/**\n * One.\n */\nint a;\n    /**\n     * One.\n     * Two.\n     */\n    int b;";
        let expected =
            "/** One. */\nint a;\n    /**\n     * One.\n     * Two.\n     */\n    int b;";
        assert_eq!(close_up(text), expected);
    }
}
