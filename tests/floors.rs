//! A room imports only rooms on floors below it: the sources are held against the table in
//! CONTRIBUTING.md, which is the only place that says which room is on which floor.

#[path = "support/imports.rs"]
mod imports;

use imports::{Import, Root, imports as imports_of};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const RULE: &str = "a room imports only rooms on floors below it (CONTRIBUTING.md, \"The house\")";

/// The rooms by their paths, such as `src/com` or `src/system.rs`, each with its floor and the
/// row of the table that it shares with others.
struct House {
    rooms: BTreeMap<String, (u32, usize)>,
    /// What `src/lib.rs` calls the crates that it hands on: `engine` is `tapi3_engine`.
    aliases: BTreeMap<String, String>,
}

impl House {
    /// Reads the table: `| floor | room | what lives there |`.
    fn read(contributing: &str, library: &str) -> Self {
        let mut rooms = BTreeMap::new();
        for (row, line) in contributing.lines().enumerate() {
            let mut cells = line.split('|').map(str::trim).skip(1);
            let (Some(floor), Some(named)) = (cells.next(), cells.next()) else {
                continue;
            };
            let Ok(floor) = floor.parse() else { continue };
            for room in named.split('`').skip(1).step_by(2) {
                let room = room.trim_end_matches('/').to_owned();
                assert!(
                    rooms.insert(room.clone(), (floor, row)).is_none(),
                    "{room} stands twice in the table"
                );
            }
        }
        let mut aliases = BTreeMap::new();
        for line in library.lines() {
            let Some(item) = line.strip_prefix("pub use ") else {
                continue;
            };
            let item = item.trim_end_matches(';');
            let (path, alias) = item.split_once(" as ").unwrap_or_else(|| {
                let name = item.rsplit("::").next().unwrap_or(item);
                (item, name)
            });
            let crate_name = path.split("::").next().unwrap_or(path);
            aliases.insert(alias.to_owned(), crate_name.to_owned());
        }
        House { rooms, aliases }
    }

    /// The room that a file or folder lies in.
    fn room_of(&self, path: &str) -> Option<&str> {
        let found = self.rooms.keys().filter(|room| {
            path.strip_prefix(room.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        found.max_by_key(|room| room.len()).map(String::as_str)
    }

    /// The room of a crate of the project.
    fn room_of_crate(&self, name: &str) -> Option<&str> {
        let folder = name.strip_prefix("tapi3_").unwrap_or(name);
        (self.room_of(&format!("crates/{folder}"))).or_else(|| self.room_of(folder))
    }

    /// The room that an import leads to, for a source in the crate whose sources are in `home`.
    /// None for what lies in no room: the root's own items.
    fn target(&self, import: &Import, home: &str) -> Option<&str> {
        let first = import.path.first().map(String::as_str);
        match &import.from {
            Root::Crate if home != "src" => self.room_of(home),
            Root::Extern(name) if name != "tapi3" => self.room_of_crate(name),
            // The library itself, from within or by its name.
            _ => {
                let name = first?;
                if let Some(handed_on) = self.aliases.get(name) {
                    return self.room_of_crate(handed_on);
                }
                self.room_of(&format!("src/{name}"))
                    .or_else(|| self.room_of(&format!("src/{name}.rs")))
            }
        }
    }

    /// What is wrong with the imports of a source, each with its place.
    fn mistakes(&self, file: &str, source: &str, crates: &[&str]) -> Vec<String> {
        let Some(room) = self.room_of(file) else {
            return vec![format!("{file}: lies in no room of CONTRIBUTING.md")];
        };
        let (home, module) = place(file);
        let module: Vec<&str> = module.iter().map(String::as_str).collect();
        let mut mistakes = Vec::new();
        for import in imports_of(source, &module, crates) {
            let Some(target) = self.target(&import, &home) else {
                continue;
            };
            let ((floor, row), (below, other_row)) = (self.rooms[room], self.rooms[target]);
            if row != other_row && below >= floor {
                mistakes.push(format!(
                    "{file}:{}: `{room}` (floor {floor}) imports `{target}` (floor {below}): {RULE}",
                    import.line
                ));
            }
        }
        mistakes
    }
}

/// The folder of a source's crate, and the source's module in it.
fn place(file: &str) -> (String, Vec<String>) {
    let (home, inside) = match file.split_once("/src/") {
        Some((folder, inside)) => (folder.to_owned(), inside),
        None => ("src".to_owned(), file.trim_start_matches("src/")),
    };
    let mut module: Vec<String> = (inside.trim_end_matches(".rs").split('/'))
        .map(str::to_owned)
        .collect();
    if matches!(
        module.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        module.pop();
    }
    (home, module)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn house() -> House {
    House::read(&read("CONTRIBUTING.md"), &read("src/lib.rs"))
}

/// The Rust sources below a folder, by their paths in the repository.
fn sources(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path
                .strip_prefix(root())
                .expect("it lies in the repository");
            found.push(name.to_str().expect("a plain name").to_owned());
        }
    }
}

fn folders(path: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.into_string().expect("a plain name"))
        .collect()
}

#[test]
fn no_room_imports_upwards() {
    let house = house();
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let mut crates = vec!["tapi3".to_owned(), "codegen".to_owned()];
    for name in folders("crates") {
        sources(&root().join("crates").join(&name).join("src"), &mut files);
        crates.push(format!("tapi3_{name}"));
    }
    sources(&root().join("codegen/src"), &mut files);
    let crates: Vec<&str> = crates.iter().map(String::as_str).collect();
    assert!(files.len() > 150, "the sources are found");
    let mistakes: Vec<String> = (files.iter())
        // The roof: it only names the rooms.
        .filter(|file| *file != "src/lib.rs")
        .flat_map(|file| house.mistakes(file, &read(file), &crates))
        .collect();
    assert!(mistakes.is_empty(), "\n{}\n", mistakes.join("\n"));
}

#[test]
fn every_room_of_the_table_is_there() {
    for room in house().rooms.keys() {
        assert!(root().join(room).exists(), "{room} is in the table only");
    }
}

/// A crate below may not depend on one above, whatever its sources say.
#[test]
fn no_crate_depends_upwards() {
    let house = house();
    for name in folders("crates") {
        let manifest = format!("crates/{name}/Cargo.toml");
        let (floor, _) = house.rooms[&format!("crates/{name}")];
        for (index, line) in read(&manifest).lines().enumerate() {
            let Some(dependency) = line.split([' ', '.', '=']).next() else {
                continue;
            };
            let crate_name = dependency.replace('-', "_");
            if !line.contains('=') || !crate_name.starts_with("tapi3_") {
                continue;
            }
            let room = house.room_of_crate(&crate_name);
            let room = room.unwrap_or_else(|| panic!("{manifest}: {dependency} has no room"));
            let (below, _) = house.rooms[room];
            assert!(below < floor, "{manifest}:{}: {RULE}", index + 1);
        }
    }
}

mod the_scanner {
    use super::{House, Root, imports_of};

    const CRATES: &[&str] = &["tapi3", "tapi3_engine", "tapi3_common"];
    const TABLE: &str = "
| floor | room | what lives there |
|---|---|---|
| 5 | `src/main.rs`, `src/cli/` | the command |
| 4 | `src/objects/` | objects |
| 4 | `src/server/` | the endpoint |
| 3 | `src/system.rs`, `src/config/` | the configuration |
| 1 | `crates/engine/` | calls |
| 1 | `src/com/` | COM |
| 0 | `crates/common/` | small things |
";
    const LIBRARY: &str =
        "pub mod com;\npub use tapi3_common::shared;\npub use tapi3_engine as engine;\n";

    /// What a source in `file` does wrong.
    fn mistakes(file: &str, source: &str) -> Vec<String> {
        House::read(TABLE, LIBRARY).mistakes(file, source, CRATES)
    }

    #[track_caller]
    fn refused(file: &str, source: &str, line: usize, target: &str) {
        let found = mistakes(file, source);
        assert_eq!(found.len(), 1, "{source}: {found:?}");
        assert!(
            found[0].starts_with(&format!("{file}:{line}: ")),
            "{found:?}"
        );
        assert!(
            found[0].contains(&format!("imports `{target}`")),
            "{found:?}"
        );
        assert!(found[0].contains(super::RULE), "{found:?}");
    }

    #[test]
    fn an_import_upwards_is_found_however_it_is_written() {
        for source in [
            "\n\nuse crate::objects::Call;",
            "\n\nuse crate::{objects::Call};",
            "\n\nuse crate::com::{self}; use crate::{com::x, objects::{Call, Tapi}};",
            "\n\nfn f() -> crate::objects::Call { f() }",
            "\n\nuse super::objects::Call;",
            "\n\nmod tests { use super::super::objects::Call; }",
            "\n\nmacro_rules! m { () => { $crate::objects::f() } }",
            "\n\npub(in crate::objects) fn f() {}",
            "//* no comment\n\nfn f() { r#\"\\\"#; '\"'; crate::objects::f() }",
        ] {
            let found = mistakes("src/com/mod.rs", source);
            assert!(!found.is_empty(), "{source}");
            let place = "src/com/mod.rs:3: `src/com` (floor 1) imports `src/objects` (floor 4)";
            assert!(
                found.iter().all(|m| m.starts_with(place)),
                "{source}: {found:?}"
            );
        }
        refused(
            "src/com/deep/x.rs",
            "use super::super::super::objects::Call;",
            1,
            "src/objects",
        );
        refused("src/com/x.rs", "use crate::system;", 1, "src/system.rs");
        refused(
            "src/server/x.rs",
            "use crate::objects::Call;",
            1,
            "src/objects",
        );
        refused("src/system.rs", "use super::server::x;", 1, "src/server");
        refused(
            "crates/common/src/x.rs",
            "use tapi3_engine::Call;",
            1,
            "crates/engine",
        );
        refused(
            "crates/engine/src/a/b.rs",
            "\nuse tapi3::com::X;",
            2,
            "src/com",
        );
        refused(
            "src/com/x.rs",
            "fn f(c: crate::engine::Call) {}",
            1,
            "crates/engine",
        );
    }

    #[test]
    fn a_source_in_no_room_is_found() {
        let found = mistakes("src/stray.rs", "");
        assert_eq!(found, ["src/stray.rs: lies in no room of CONTRIBUTING.md"]);
    }

    #[test]
    fn what_is_allowed_passes() {
        for (file, source) in [
            (
                "src/objects/x.rs",
                "use crate::com::{Bstr, error::Error}; use crate::engine::Call;",
            ),
            (
                "src/objects/x.rs",
                "use crate::{com, shared::Shared, system};",
            ),
            (
                "src/objects/x.rs",
                "use super::call::Call; use super::super::com::Bstr;",
            ),
            (
                "src/com/x.rs",
                "// use crate::objects::Call;\n/* crate::objects /* nested */ */",
            ),
            (
                "src/com/x.rs",
                "const A: &str = \"crate::objects\"; const B: &str = r#\"crate::objects\"#;",
            ),
            (
                "src/com/x.rs",
                "fn f<'a>(x: &'a str) {} const C: char = '\"'; use tapi3_common::lock;",
            ),
            (
                "src/com/tests/x.rs",
                "mod inner { use super::super::objects::X; }",
            ),
            ("src/config/x.rs", "use crate::system::X;"),
            (
                "src/cli/x.rs",
                "use tapi3::objects::X; use crate::cli::y; use super::z;",
            ),
            (
                "crates/engine/src/x.rs",
                "use crate::objects::Call; use tapi3_common::sync::lock;",
            ),
            ("src/com/x.rs", "use other::objects::crate_;"),
        ] {
            assert_eq!(
                mistakes(file, source),
                Vec::<String>::new(),
                "{file}: {source}"
            );
        }
    }

    #[test]
    fn a_tree_gives_each_of_its_paths() {
        let source = "use crate::{a::{b, c as d}, e::*};\nuse super::super::{f, g::h};";
        let found: Vec<(usize, String)> = imports_of(source, &["x", "y"], CRATES)
            .into_iter()
            .inspect(|import| assert_eq!(import.from, Root::Crate))
            .map(|import| (import.line, import.path.join("::")))
            .collect();
        let expected = [(1, "a::b"), (1, "a::c"), (1, "e"), (2, "f"), (2, "g::h")];
        let expected = expected.map(|(line, path)| (line, path.to_owned()));
        assert_eq!(found, expected);
    }
}
