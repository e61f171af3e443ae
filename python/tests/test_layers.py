"""The order of the package's modules: none imports, by whatever way, one that imports it."""

from __future__ import annotations

import ast
import pathlib
import unittest
from typing import Dict, Iterator, List, Set

from .support import PACKAGE, run

ROOT = PACKAGE / "tapi3"

#: Imports one module of the package without the package's own __init__, which imports most of them.
ALONE = """
import importlib, sys, types
package = types.ModuleType("tapi3")
package.__path__ = [sys.argv[1]]
sys.modules["tapi3"] = package
importlib.import_module(sys.argv[2])
"""


def module_name(path: pathlib.Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES: Dict[str, pathlib.Path] = {module_name(path): path for path in ROOT.rglob("*.py")}


def is_for_checkers_alone(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id.endswith("TYPE_CHECKING")
    )


def imports(node: ast.AST) -> Iterator[ast.ImportFrom]:
    """The relative imports that are carried out some time, those within functions too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ImportFrom) and child.level:
            yield child
        elif not is_for_checkers_alone(child):
            yield from imports(child)


def imported(name: str) -> Set[str]:
    """The modules of the package that a module imports."""
    path = SOURCES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found: Set[str] = set()
    for node in imports(ast.parse(path.read_text(encoding="utf-8"))):
        parts = package.split(".")
        base = ".".join(parts[: len(parts) - node.level + 1])
        source = "%s.%s" % (base, node.module) if node.module else base
        for alias in node.names:
            inner = "%s.%s" % (source, alias.name)
            found.add(inner if inner in SOURCES else source)
    return found


class LayersTest(unittest.TestCase):
    def test_no_module_imports_one_that_imports_it(self) -> None:
        done: Set[str] = set()

        def visit(name: str, way: List[str]) -> None:
            self.assertNotIn(name, way, " imports ".join([*way, name]))
            if name not in done:
                for other in sorted(imported(name)):
                    visit(other, [*way, name])
                done.add(name)

        for name in SOURCES:
            visit(name, [])
        # That there was anything to look at.
        self.assertIn("tapi3._pointer", imported("tapi3.com"))

    def test_asyncio_is_there_without_an_import_of_its_own(self) -> None:
        program = "import sys, tapi3; print('asyncio' in sys.modules, tapi3.aio.open.__name__)"
        self.assertEqual(run(program).stdout, "False open_session\n")

    def test_each_module_can_be_imported_alone(self) -> None:
        for name in SOURCES:
            if name == "tapi3":
                continue
            with self.subTest(module=name):
                result = run(ALONE, str(ROOT), name)
                self.assertEqual((result.returncode, result.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
