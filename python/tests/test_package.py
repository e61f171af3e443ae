"""The package as a whole: its tables, its types, its age, its installation."""

from __future__ import annotations

import ast
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import tapi3
from tapi3 import _interfaces, _marshal, _members, _vtable

from .support import PACKAGE, ROOT, run


def found(module: str) -> bool:
    """Whether there is such a module."""
    looked = [sys.executable, "-c", "import importlib, sys; importlib.import_module(sys.argv[1])"]
    return subprocess.run([*looked, module], capture_output=True).returncode == 0


SOURCES = sorted([*(PACKAGE / "tapi3").rglob("*.py*"), *(PACKAGE / "examples").glob("*.py")])
SOURCES = [path for path in SOURCES if path.suffix != ".pyc" and path.is_file()]


class TablesTest(unittest.TestCase):
    def test_every_method_of_every_interface_can_be_called(self) -> None:
        for interface in _interfaces.INTERFACES.values():
            for method in interface.methods:
                with self.subTest(interface=interface.name, method=method.name):
                    for param in method.params:
                        self.assertIsNotNone(_marshal.c_type(param))
                    if method.slot is not None:
                        _vtable._prototype(method)
                        hidden = interface.name in ("IUnknown", "IDispatch")
                        found = _members.members(interface.name).get(method.name.lower())
                        self.assertEqual(found is None, hidden)

    def test_every_name_of_tapi_is_in_the_package(self) -> None:
        for name, kind in _interfaces.ENUMS.items():
            self.assertIs(getattr(tapi3, name), kind)
            for value in kind.__members__:
                self.assertEqual(getattr(tapi3, value), kind[value])
        self.assertEqual(tapi3.TAPIMEDIATYPE_AUDIO, 8)
        self.assertEqual(len(tapi3.__all__), len(set(tapi3.__all__)))
        for name in tapi3.__all__:
            self.assertTrue(hasattr(tapi3, name), name)

    def test_every_event_has_its_interface(self) -> None:
        from tapi3._sink import INTERFACES

        for event, interface in INTERFACES.items():
            self.assertIn(event, tapi3.TAPI_EVENT.__members__)
            self.assertIn(interface, _interfaces.INTERFACES)

    def test_the_stubs_name_what_is_there(self) -> None:
        tree = ast.parse((PACKAGE / "tapi3/_interfaces.pyi").read_text(encoding="utf-8"))
        for item in tree.body:
            if isinstance(item, ast.ClassDef) and item.name in _interfaces.INTERFACES:
                members = _members.members(item.name)
                for member in item.body:
                    if isinstance(member, ast.FunctionDef):
                        self.assertIn(member.name.lower(), members, item.name)
            elif isinstance(item, ast.ClassDef):
                self.assertTrue(hasattr(_interfaces, item.name), item.name)


class SourcesTest(unittest.TestCase):
    def test_python_3_9_reads_them(self) -> None:
        for path in SOURCES:
            with self.subTest(path=path.name):
                text = path.read_text(encoding="utf-8")
                tree = ast.parse(text, feature_version=(3, 9))
                # Annotations are not evaluated: newer forms may stand there alone.
                if path.suffix == ".py":
                    self.assertIn("from __future__ import annotations", text)
                self.assertFalse([n for n in ast.walk(tree) if type(n).__name__ == "Match"])

    def test_nothing_but_the_standard_library_is_imported(self) -> None:
        known = getattr(sys, "stdlib_module_names", None)
        if known is None:
            self.skipTest("this Python does not know its own modules")
        for path in SOURCES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and not node.level:
                    names = [node.module or ""]
                for name in names:
                    self.assertIn(name.split(".")[0], {*known, "tapi3"}, path)

    def test_files_are_small(self) -> None:
        generated = {"_interfaces.py", "_interfaces.pyi", "constants.py", "errors.py"}
        for path in SOURCES:
            if path.name not in generated:
                self.assertLess(len(path.read_text(encoding="utf-8").splitlines()), 500, path)

    def checked(self, tool: str, *arguments: str) -> None:
        if not found(tool):
            self.skipTest("%s is not installed" % tool)
        checked = subprocess.run(
            [sys.executable, "-m", tool, *arguments], cwd=PACKAGE, capture_output=True, text=True
        )
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_types(self) -> None:
        self.checked("mypy", "--no-incremental")

    def test_types_of_the_examples(self) -> None:
        for path in (PACKAGE / "examples").glob("*.py"):
            self.checked("mypy", "--strict", "--no-incremental", str(path))

    def test_types_as_pyright_sees_them(self) -> None:
        self.checked("pyright", "tapi3", "examples")

    def test_there_is_one_version(self) -> None:
        written = re.compile(r'^(?:__)?version(?:__)? = "(.*)"$', re.MULTILINE)
        found = {
            str(path.name): written.findall(path.read_text(encoding="utf-8"))[0]
            for path in (
                PACKAGE / "pyproject.toml",
                PACKAGE / "tapi3/__init__.py",
                ROOT / "Cargo.toml",
            )
        }
        self.assertEqual(len(set(found.values())), 1, found)


class InstallTest(unittest.TestCase):
    def test_pip_installs_it(self) -> None:
        # Older versions of setuptools need wheel.
        for needed in ("pip", "setuptools"):
            if not found(needed):
                self.skipTest("%s is not installed" % needed)
        if not found("wheel") and not found("setuptools._vendor.wheel"):
            self.skipTest("wheel is not installed")
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "source")
            target = pathlib.Path(folder, "target")
            # A copy: setuptools writes beside the sources.
            source.mkdir()
            for name in ("pyproject.toml", "setup.py", "README.md"):
                (source / name).write_bytes((PACKAGE / name).read_bytes())
            ignored = shutil.ignore_patterns("libtapi3*", "__pycache__")
            shutil.copytree(PACKAGE / "tapi3", source / "tapi3", ignore=ignored)
            options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
            result = subprocess.run(
                [sys.executable, "-m", "pip", "install", *options, "-t", str(target), str(source)],
                capture_output=True,
                text=True,
            )
            self.assertEqual(result.returncode, 0, result.stderr)
            for name in ("py.typed", "_interfaces.pyi", "com.py", "aio/_call.py"):
                self.assertTrue((target / "tapi3" / name).is_file(), name)
            program = "import sys; sys.path.insert(0, sys.argv[1]); import tapi3; "
            program += "print(tapi3.__file__, tapi3.library_version())"
            ran = run(program, str(target))
            self.assertIn(str(target), ran.stdout, ran.stderr)


if __name__ == "__main__":
    unittest.main()
