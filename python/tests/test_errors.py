"""Exceptions, and how the library is found."""

from __future__ import annotations

import os
import pathlib
import pickle
import shutil
import tempfile
import unittest

import tapi3
from tapi3 import _interfaces

from .support import PACKAGE, SessionTest, run


class ErrorTest(SessionTest):
    def test_the_class_tells_the_code(self) -> None:
        call = self.one.call("1002")
        with self.assertRaises(tapi3.TAPI_E_DESTBUSY) as caught:
            call.connect()
        self.assertEqual(caught.exception.hresult, _interfaces.TAPI_E_DESTBUSY)
        self.assertEqual(caught.exception.name, "TAPI_E_DESTBUSY")
        self.assertIsInstance(caught.exception, tapi3.Error)

    def test_the_message_is_the_librarys_own(self) -> None:
        with self.assertRaises(tapi3.E_INVALIDARG) as caught:
            self.one.com.CreateCall("1001", 3, 8)
        standard = tapi3.E_INVALIDARG().message
        self.assertNotEqual(caught.exception.message, standard)
        self.assertIn(caught.exception.message, str(caught.exception))

    def test_a_message_does_not_stay_for_the_next_failure(self) -> None:
        with self.assertRaises(tapi3.E_INVALIDARG):
            self.tapi.com.Addresses[99]
        with self.assertRaises(tapi3.E_NOINTERFACE) as caught:
            self.one.com.query("ITTAPI")
        self.assertIn("ITTAPI", caught.exception.message)

    def test_a_failure_through_invoke_has_the_code_and_the_message_of_the_member(self) -> None:
        late = self.tapi.com.query("IDispatch")
        with self.assertRaises(tapi3.E_INVALIDARG) as direct:
            self.tapi.com.UnregisterNotifications(12345)
        with self.assertRaises(tapi3.E_INVALIDARG) as caught:
            late.UnregisterNotifications(12345)
        self.assertEqual(caught.exception.message, direct.exception.message)

    def test_an_argument_at_fault_is_named(self) -> None:
        late = self.one.com.query("IDispatch")
        with self.assertRaises(tapi3.DISP_E_TYPEMISMATCH) as caught:
            late.CreateCall("1001", 1, [])
        self.assertEqual(caught.exception.argument, "lMediaTypes")
        with self.assertRaises(tapi3.DISP_E_TYPEMISMATCH) as caught:
            late.CreateCall("1001", lMediaTypes=8, lAddressType="x")
        self.assertEqual(caught.exception.argument, "lAddressType")
        with self.assertRaises(tapi3.DISP_E_TYPEMISMATCH) as caught:
            self.tapi.com.query("IDispatch").EventFilter = "x"
        self.assertEqual(caught.exception.argument, "the value")

    def test_a_mistake_in_the_configuration_is_told_with_its_place(self) -> None:
        self.tapi.close()
        with self.assertRaisesRegex(tapi3.Error, "line 2"):
            tapi3.open("# A comment.\nnonsense = 1\n")
        # The mistake does not stay.
        with tapi3.open() as tapi:
            self.assertEqual(len(tapi.lines), 2)


class ClassesTest(unittest.TestCase):
    def test_every_code_that_means_failure_has_a_class(self) -> None:
        for name, (value, sentence) in _interfaces.HRESULTS.items():
            if value & 0x80000000:
                kind = getattr(tapi3, name)
                self.assertTrue(issubclass(kind, tapi3.Error), name)
                self.assertEqual(kind.hresult, value)
                self.assertEqual(kind().message, sentence)
                self.assertIn(name, tapi3.__all__)
            else:
                self.assertFalse(isinstance(getattr(tapi3, name, None), type), name)

    def test_a_code_without_a_name_is_a_plain_error(self) -> None:
        found = tapi3.errors.error(0x89999999)
        self.assertIs(type(found), tapi3.Error)
        self.assertEqual(str(found.hresult), "0x89999999")
        self.assertEqual(found.hresult, 0x89999999)

    def test_pythons_own_exceptions_catch_theirs(self) -> None:
        for ours, python in (
            (tapi3.TAPI_E_TIMEOUT, TimeoutError),
            (tapi3.E_OUTOFMEMORY, MemoryError),
            (tapi3.E_INVALIDARG, ValueError),
            (tapi3.E_NOTIMPL, NotImplementedError),
        ):
            with self.assertRaises(python):
                raise ours("text")

    def test_exceptions_can_be_pickled(self) -> None:
        for error in (
            tapi3.TAPI_E_TIMEOUT("late", argument="x"),
            tapi3.Error("odd", 0x89999999),
            tapi3.LibraryNotFound("gone"),
        ):
            back = pickle.loads(pickle.dumps(error))
            self.assertIs(type(back), type(error))
            self.assertEqual((back.hresult, str(back)), (error.hresult, str(error)))

    def test_names_of_success(self) -> None:
        self.assertEqual([str(tapi3.S_OK), str(tapi3.S_FALSE)], ["S_OK", "S_FALSE"])
        self.assertFalse(tapi3.S_FALSE.failed)


class LibraryTest(unittest.TestCase):
    PROGRAM = "import tapi3; print(tapi3.library_version())"

    def test_the_version(self) -> None:
        self.assertRegex(tapi3.library_version(), r"^\d+\.\d+\.\d+$")

    def test_a_path_that_is_wrong_is_named(self) -> None:
        result = run(self.PROGRAM, TAPI3_LIBRARY="/nonexistent/libtapi3.so")
        self.assertEqual(result.returncode, 1)
        self.assertIn("LibraryNotFound", result.stderr)
        self.assertIn("TAPI3_LIBRARY is /nonexistent/libtapi3.so", result.stderr)

    def test_without_a_library_all_places_are_named(self) -> None:
        result = run(self.PROGRAM, TAPI3_LIBRARY="", LD_LIBRARY_PATH="")
        if result.returncode == 0:
            self.skipTest("the loader has a libtapi3 of its own")
        for place in ("not in " + str(PACKAGE / "tapi3"), "TAPI3_LIBRARY", "libtapi3.so.0"):
            self.assertIn(place, result.stderr)

    def test_another_library_is_refused(self) -> None:
        result = run(self.PROGRAM, TAPI3_LIBRARY="libc.so.6")
        self.assertIn("libc.so.6 has no function", result.stderr)

    def test_the_one_next_to_the_package_comes_before_the_loaders(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            package = pathlib.Path(folder, "tapi3")
            ignored = shutil.ignore_patterns("libtapi3*", "__pycache__")
            shutil.copytree(PACKAGE / "tapi3", package, ignore=ignored)
            shutil.copy(os.environ["TAPI3_LIBRARY"], package / "libtapi3.so.0")
            program = "import sys; sys.path.insert(0, sys.argv[1]); import tapi3._native as n; "
            program += "print(n.library().path)"
            (pathlib.Path(folder) / "libtapi3.so.0").touch()
            result = run(program, folder, TAPI3_LIBRARY="", LD_LIBRARY_PATH=folder)
            self.assertEqual(result.stdout.strip(), str(package / "libtapi3.so.0"), result.stderr)
            # A library that is named comes before all.
            result = run(program, folder, TAPI3_LIBRARY="/nonexistent")
            self.assertIn("TAPI3_LIBRARY is /nonexistent", result.stderr)

    def test_the_loader_finds_it(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(os.environ["TAPI3_LIBRARY"], pathlib.Path(folder, "libtapi3.so"))
            result = run(self.PROGRAM, TAPI3_LIBRARY="", LD_LIBRARY_PATH=folder)
            self.assertEqual(result.returncode, 0, result.stderr)

    def test_importing_needs_no_library(self) -> None:
        result = run("import tapi3; print(tapi3.CS_IDLE)", TAPI3_LIBRARY="/nonexistent")
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    unittest.main()
