//! The Python tables, loaded by Python and held against the same facts as the C header.

#[path = "support/child.rs"]
mod child;

use std::path::Path;

/// Prints how much was compared; any difference is an AssertionError.
const SCRIPT: &str = r#"
import enum, importlib.util, json, sys
tables, facts = sys.argv[1:]
spec = importlib.util.spec_from_file_location("_interfaces", tables)
ours = importlib.util.module_from_spec(spec)
sys.modules["_interfaces"] = ours
spec.loader.exec_module(ours)
facts = json.load(open(facts, encoding="utf-8"))

def same(left, right, what):
    assert left == right, (what, left, right)

methods = 0
for known in facts["interfaces"]:
    if known["header"] != "tapi3if.h":
        continue
    mine = ours.INTERFACES[known["name"]]
    same((mine.iid, mine.base), (known["iid"], known["base"]), known["name"])
    same([m.name for m in mine.methods], [m["name"] for m in known["methods"]], known["name"])
    for m, k in zip(mine.methods, known["methods"]):
        what = known["name"] + "." + m.name
        id = None if m.dispid is None else m.dispid & 0xFFFFFFFF
        known_id = None if k["dispid"] is None else k["dispid"] & 0xFFFFFFFF
        same((m.slot, id, m.kind), (k["slot"], known_id, k["kind"]), what)
        same([(p.name, p.direction) for p in m.params], [(p["name"], p["dir"]) for p in k["params"]], what)
        same([p.pointers for p in m.params], [p["type"].count("*") for p in k["params"]], what)
        methods += 1
for name, values in facts["enums"].items():
    mine = ours.ENUMS[name]
    same({n: int(v) for n, v in mine.__members__.items()}, values, name)
for name, value in facts["errors"].items():
    same(ours.HRESULTS[name][0], int(value, 16), name)
    same(getattr(ours, name), int(value, 16), name)
    assert ours.HRESULTS[name][1], name
for name, value in facts["constants"].items():
    same(getattr(ours, name), int(value, 16) if value.startswith("0x") else value, name)
for known in facts["coclasses"]:
    same(ours.COCLASSES[known["name"]].clsid, known["clsid"], known["name"])
# A filter is made of several events, and stays one.
both = ours.TAPI_EVENT.TE_CALLSTATE | ours.TAPI_EVENT.TE_CALLNOTIFICATION
assert isinstance(both, ours.TAPI_EVENT) and issubclass(ours.CALL_STATE, enum.IntEnum)
print(methods, "methods")
"#;

#[test]
fn tables_agree_with_the_facts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = child::python()
        // Nothing of the run is left in the source tree.
        .args(["-B", "-c", SCRIPT])
        .arg(root.join("python/tapi3/_interfaces.py"))
        .arg(root.join("tests/data/tapi3-interfaces.json"))
        .output()
        .unwrap_or_else(|e| panic!("Python cannot be started ({e}); set PYTHON"));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "475 methods"
    );
}
