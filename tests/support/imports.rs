//! Finds what a Rust source takes from other modules and crates: `use` trees, paths in the midst of
//! the code and in macros, and `super::` that leaves the module. It reads words, not meaning: what
//! stands in comments, texts and lifetimes is left out.

/// One path that a source names.
#[derive(Debug, PartialEq, Eq)]
pub struct Import {
    /// The line, counted from 1.
    pub line: usize,
    /// From the root of its crate, or beginning with a crate's name.
    pub from: Root,
    /// The names behind it.
    pub path: Vec<String>,
}

/// Where a path begins.
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum Root {
    /// The crate's own root.
    Crate,
    /// Another crate of the project.
    Extern(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Name(String),
    Sign(char),
    /// `::`
    Colons,
}

/// Splits a source into words with their lines.
fn words(source: &str) -> Vec<(Word, usize)> {
    let letters: Vec<char> = source.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or('\0');
    let (mut found, mut index, mut line) = (Vec::new(), 0, 1);
    while index < letters.len() {
        let letter = at(index);
        let start = index;
        match letter {
            '/' if at(index + 1) == '/' => {
                while index < letters.len() && at(index) != '\n' {
                    index += 1;
                }
            }
            '/' if at(index + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (at(index), at(index + 1)) {
                        ('/', '*') => (depth, index) = (depth + 1, index + 2),
                        ('*', '/') => (depth, index) = (depth - 1, index + 2),
                        _ => index += 1,
                    }
                    if depth == 0 || index >= letters.len() {
                        break;
                    }
                }
            }
            '"' => index = text_end(&letters, index + 1),
            // A lifetime has no quote behind its first letter.
            '\'' if at(index + 1) == '\\' || at(index + 2) == '\'' => {
                index += if at(index + 1) == '\\' { 3 } else { 2 };
                while index < letters.len() && at(index) != '\'' {
                    index += 1;
                }
                index += 1;
            }
            _ if letter.is_alphabetic() || letter == '_' => {
                while at(index).is_alphanumeric() || at(index) == '_' {
                    index += 1;
                }
                let name: String = letters[start..index].iter().collect();
                let hashes = (index..).take_while(|i| at(*i) == '#').count();
                if matches!(name.as_str(), "r" | "br" | "cr") && at(index + hashes) == '"' {
                    index = raw_text_end(&letters, index + hashes + 1, hashes);
                } else {
                    found.push((Word::Name(name), line));
                }
            }
            ':' if at(index + 1) == ':' => {
                found.push((Word::Colons, line));
                index += 2;
            }
            _ => {
                if !letter.is_whitespace() {
                    found.push((Word::Sign(letter), line));
                }
                index += 1;
            }
        }
        let passed = &letters[start..index.min(letters.len())];
        line += passed.iter().filter(|l| **l == '\n').count();
    }
    found
}

fn text_end(letters: &[char], mut index: usize) -> usize {
    while index < letters.len() && letters[index] != '"' {
        index += if letters[index] == '\\' { 2 } else { 1 };
    }
    index + 1
}

fn raw_text_end(letters: &[char], mut index: usize, hashes: usize) -> usize {
    let closes = |index: usize| {
        let rest = letters.iter().skip(index + 1);
        letters[index] == '"' && rest.take_while(|l| **l == '#').take(hashes).count() == hashes
    };
    while index < letters.len() && !closes(index) {
        index += 1;
    }
    index + 1 + hashes
}

/// Everything that the source of a module takes from elsewhere in the project.
///
/// `module`: where the source stands in its crate; empty for the root.
/// `crates`: the project's crates, as Rust names them.
pub fn imports(source: &str, module: &[&str], crates: &[&str]) -> Vec<Import> {
    let words = words(source);
    let mut scan = Scan {
        words: &words,
        module: module.iter().map(|name| (*name).to_owned()).collect(),
        found: Vec::new(),
    };
    // Modules within the source, with the depth of braces at which each ends.
    let mut inner: Vec<usize> = Vec::new();
    let (mut depth, mut index) = (0, 0);
    while index < words.len() {
        let follows_path = index > 0 && words[index - 1].0 == Word::Colons;
        match &words[index].0 {
            Word::Name(name) if name == "mod" => {
                if let (Some(Word::Name(name)), Some(Word::Sign('{'))) =
                    (scan.word(index + 1), scan.word(index + 2))
                {
                    scan.module.push(name.clone());
                    inner.push(depth);
                }
            }
            Word::Name(name) if !follows_path && scan.word(index + 1) == Some(&Word::Colons) => {
                let is_root = name == "crate" || name == "super" || crates.contains(&name.as_str());
                if is_root {
                    index = scan.tree(index, &[]);
                    continue;
                }
            }
            Word::Sign('{') => depth += 1,
            Word::Sign('}') => {
                depth -= 1;
                if inner.last() == Some(&depth) {
                    inner.pop();
                    scan.module.pop();
                }
            }
            _ => {}
        }
        index += 1;
    }
    scan.found
}

struct Scan<'a> {
    words: &'a [(Word, usize)],
    module: Vec<String>,
    found: Vec<Import>,
}

impl Scan<'_> {
    fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index).map(|(word, _)| word)
    }

    /// A path, or a tree of them in braces, that begins at `index`; answers where it ends.
    fn tree(&mut self, mut index: usize, before: &[String]) -> usize {
        let mut path = before.to_vec();
        let line = self.words.get(index).map_or(0, |(_, line)| *line);
        loop {
            match self.word(index) {
                Some(Word::Name(name)) => path.push(name.clone()),
                Some(Word::Sign('{')) => {
                    index += 1;
                    while !matches!(self.word(index), Some(Word::Sign('}')) | None) {
                        let end = self.tree(index, &path);
                        index = end.max(index + 1);
                    }
                    return index + 1;
                }
                _ => break,
            }
            index += 1;
            if self.word(index) != Some(&Word::Colons) {
                break;
            }
            index += 1;
        }
        if path.len() > before.len() {
            self.resolve(path, line);
        }
        if self.word(index) == Some(&Word::Name("as".to_owned())) {
            index += 2;
        }
        index
    }

    /// Notes a path, unless it stays in the module from which it begins.
    fn resolve(&mut self, path: Vec<String>, line: usize) {
        let mut names = path.into_iter().peekable();
        let root = match names.next().as_deref() {
            Some("crate") => Root::Crate,
            Some("super") => {
                let mut up = 1;
                while names.next_if(|name| name == "super").is_some() {
                    up += 1;
                }
                // Short of the root the path stays in the room.
                if up < self.module.len() {
                    return;
                }
                Root::Crate
            }
            Some(name) => Root::Extern(name.to_owned()),
            None => return,
        };
        let path = names.collect();
        self.found.push(Import {
            line,
            from: root,
            path,
        });
    }
}
