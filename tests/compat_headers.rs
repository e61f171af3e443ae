//! The headers under the names of Windows, `include/tapi3/compat`: every one alone and all together,
//! in several translation units, and what they offer at run time (`tests/compat`).

#[path = "support/child.rs"]
mod child;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use compiler::{STRICT, Unit, library};
use programs::{Language, Program, build, root, run};

/// The folder goes before that of the library's own headers.
const COMPAT: [&str; 2] = ["-I", "include/tapi3/compat"];
const SANITIZED: &[&str] = &["-fsanitize=address,undefined", "-fno-omit-frame-pointer"];

/// How programs for Windows differ: in what a TCHAR and a literal are.
const KINDS: [&[&str]; 4] = [
    &[],
    &["-DUNICODE", "-D_UNICODE"],
    &["-fshort-wchar"],
    &["-DUNICODE", "-fshort-wchar", "-D_DEBUG"],
];

/// The headers, and whether they are C++ only.
fn headers() -> Vec<(String, bool)> {
    let folder = root().join("include/tapi3/compat");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of the headers")
        .map(|file| file.expect("a file").file_name())
        .map(|name| name.into_string().expect("a name in ASCII"))
        .map(|name| {
            let cpp = name.starts_with("atl") || name.starts_with("com");
            (name, cpp)
        })
        .collect();
    found.sort();
    found
}

fn compile(standard: &str, options: &[&str], source: &str) {
    let folder = root().join("include/tapi3/compat");
    let folder = folder.to_str().expect("a path in UTF-8");
    let mut all = vec!["-I", folder];
    all.extend(options);
    let options = &all;
    Unit {
        standard,
        options,
        source,
    }
    .compile();
}

#[test]
fn the_promised_names_are_there() {
    let there: Vec<_> = headers().into_iter().map(|(name, _)| name).collect();
    for name in [
        "windows.h",
        "objbase.h",
        "oleauto.h",
        "ole2.h",
        "tapi3.h",
        "tapi3if.h",
        "tapi3err.h",
        "initguid.h",
        "tchar.h",
        "strsafe.h",
        "crtdbg.h",
        "winerror.h",
        "control.h",
        "strmif.h",
        "amstream.h",
        "mmstream.h",
        "austream.h",
        "mmsystem.h",
        "mtype.h",
        "uuids.h",
        "vfwmsgs.h",
        "atlbase.h",
        "atlcom.h",
        "comdef.h",
    ] {
        assert!(there.iter().any(|found| found == name), "{name}");
    }
}

#[test]
fn every_header_alone() {
    for (header, cpp) in headers() {
        let source = format!("#include <{header}>\nextern int not_empty;\n");
        if !cpp {
            compile("c11", &[], &source);
        }
        compile("c++17", &[], &source);
    }
}

#[test]
fn all_headers_together_in_every_standard() {
    let all = |cpp_too: bool| -> String {
        (headers().iter())
            .filter(|(_, cpp)| cpp_too || !cpp)
            .map(|(header, _)| format!("#include <{header}>\n"))
            .chain(["extern int not_empty;\n".to_owned()])
            .collect()
    };
    for options in KINDS {
        for standard in ["c11", "c17", "gnu11"] {
            compile(standard, options, &all(false));
        }
        for standard in ["c++11", "c++14", "c++17", "c++20"] {
            compile(standard, options, &all(true));
        }
    }
    // What the system's headers leave behind must not matter.
    let behind = format!(
        "#include <stdio.h>\n#include <wchar.h>\n#include <time.h>\n{}",
        all(false)
    );
    compile("c11", &["-DCOBJMACROS", "-fshort-wchar"], &behind);
    let before = format!(
        "{}#include <map>\n#include <sstream>\n#include <vector>\n",
        all(true)
    );
    compile("c++17", &["-DUNICODE"], &before);
}

#[test]
fn the_librarys_own_header_is_found_from_the_folder() {
    // Whichever of the two a path finds first, and both together.
    for source in [
        "#include <tapi3.h>\nstatic ITTAPI *tapi;\nHANDLE of(void);\nHANDLE of(void) { return (void *)&tapi; }\n",
        "#include \"../../tapi3.h\"\n#include <tapi3.h>\nint (*f)(LPCWSTR) = lstrlenW;\n",
    ] {
        compile("c11", &[], source);
        compile("c++17", &[], source);
    }
}

#[test]
fn one_program_of_several_units() {
    let folder = tempfile::tempdir().expect("a folder for the program");
    let home = library();
    let home = home.parent().expect("the library lies in a folder");
    let mut objects = Vec::new();
    for (file, standard) in [
        ("unit_main.c", "-std=c11"),
        ("unit_one.c", "-std=c17"),
        ("unit_two.cpp", "-std=c++11"),
    ] {
        let object = folder.path().join(file).with_extension("o");
        let compiler = match file.ends_with('c') {
            true => std::env::var("CC").unwrap_or_else(|_| "cc".to_owned()),
            false => std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned()),
        };
        let outcome = run(child::command(compiler)
            .current_dir(root())
            .args([standard, "-c", "-pthread"])
            .args(STRICT)
            .args(COMPAT)
            .args(["-I", "include", "-o"])
            .arg(&object)
            .arg(format!("tests/compat/{file}")));
        outcome.succeeded();
        objects.push(object);
    }
    let program = folder.path().join("units");
    let linker = std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned());
    run(child::command(linker)
        .args(&objects)
        .arg("-o")
        .arg(&program)
        .args(["-pthread", "-ltapi3"])
        .arg(format!("-L{}", home.display()))
        .arg(format!("-Wl,-rpath,{}", home.display())))
    .succeeded();
    let outcome = run(&mut child::command(program)).succeeded();
    assert_eq!(outcome.stdout, "done\n");
}

fn program(file: &str, language: Language, options: &[&str]) -> Program {
    let options = [&COMPAT[..], options].concat();
    build(&[&format!("tests/compat/{file}")], language, &options)
}

/// It came to its end: every check held.
#[track_caller]
fn complete(outcome: programs::Outcome) {
    let outcome = outcome.succeeded();
    assert_eq!(outcome.stdout.lines().last(), Some("done"));
}

fn in_every_language(file: &str) {
    for options in KINDS {
        complete(program(file, Language::C, options).run(&[]));
        complete(program(file, Language::Cpp, options).run(&[]));
    }
    let hardened = [SANITIZED, &["-DUNICODE", "-O1"]].concat();
    complete(program(file, Language::C, &hardened).run(&[]));
    complete(program(file, Language::Cpp, &hardened).run(&[]));
}

#[test]
fn events_and_critical_sections() {
    in_every_language("waiting.c");
    complete(program("waiting.c", Language::C, &[]).run_under_valgrind(&[]));
}

#[test]
fn texts_and_messages() {
    in_every_language("text.c");
    complete(program("text.c", Language::C, &["-fshort-wchar"]).run_under_valgrind(&[]));
}

fn in_cpp(file: &str) {
    for options in KINDS {
        complete(program(file, Language::Cpp, options).run(&[]));
    }
    complete(program(file, Language::Cpp, &["-std=c++11"]).run(&[]));
    complete(program(file, Language::Cpp, &["-std=c++20", "-O2"]).run(&[]));
    // The library's objects have no type information that -fsanitize=vptr could look at.
    let hardened = [SANITIZED, &["-fno-sanitize=vptr", "-DUNICODE"]].concat();
    complete(program(file, Language::Cpp, &hardened).run(&[]));
    complete(program(file, Language::Cpp, &[]).run_under_valgrind(&[]));
}

#[test]
fn smart_pointers_of_atl() {
    in_cpp("atl.cpp");
}

#[test]
fn objects_of_atl() {
    in_cpp("objects.cpp");
}

#[test]
fn smart_pointers_of_comutil() {
    in_cpp("comutil.cpp");
}

#[test]
fn streams_sample_by_sample() {
    in_cpp("streaming.cpp");
}

#[test]
fn variables_of_type_long() {
    in_cpp("long.cpp");
}

/// What would write beyond the program's variable is a warning: `(long *)&dword`.
#[test]
fn a_cast_of_32_bits_to_long_is_found() {
    let source = "#include <windows.h>\n#include <tapi3.h>\n\
                  HRESULT f(ITCollection *items, DWORD *count) {\n\
                  return items->get_Count((long *)count);\n}\n";
    let refused = std::panic::catch_unwind(|| {
        compile("c++17", &["-Wcast-align=strict"], source);
    });
    let message = refused.expect_err("the warning is an error here");
    let message = message.downcast_ref::<String>().expect("a message");
    assert!(message.contains("cast-align"), "{message}");
}

/// A stream of the C++ library would print the address of a WCHAR text, or read beyond it.
#[test]
fn a_stream_refuses_a_text_of_wchars() {
    for stream in ["cout", "wcout"] {
        let source = format!(
            "#include <iostream>\n#include <windows.h>\n\
             void f(BSTR text) {{ std::{stream} << text; }}\n"
        );
        for options in [&[][..], &["-fshort-wchar"]] {
            for standard in ["c++11", "c++20"] {
                let refused = std::panic::catch_unwind(|| compile(standard, options, &source));
                let message = refused.expect_err("it is deleted");
                let message = message.downcast_ref::<String>().expect("a message");
                assert!(message.contains("deleted"), "{message}");
            }
        }
    }
}

/// A `long *` where the C view wants a LONG * is found, too.
#[test]
fn a_long_in_c_is_found() {
    let source = "#define COBJMACROS\n#include <tapi3.h>\n\
                  HRESULT f(ITCollection *items);\n\
                  HRESULT f(ITCollection *items) {\n\
                  long count;\nreturn ITCollection_get_Count(items, &count);\n}\n";
    let refused = std::panic::catch_unwind(|| compile("c11", &[], source));
    assert!(refused.is_err());
}

#[test]
fn the_smart_pointers_say_so_in_c() {
    for header in ["atlbase.h", "comdef.h"] {
        let source = format!("#include <{header}>\n");
        let refused = std::panic::catch_unwind(|| compile("c11", &[], &source));
        let message = refused.expect_err("they are C++");
        let message = message.downcast_ref::<String>().expect("a message");
        assert!(message.contains("are C++"), "{message}");
    }
}
