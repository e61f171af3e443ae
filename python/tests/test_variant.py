"""Values on their way through a VARIANT of the library's, there and back."""

from __future__ import annotations

import ctypes
import datetime
import decimal
import unittest

import tapi3
from tapi3 import _abi, _variant
from tapi3._native import library

from . import support  # noqa: F401


class VariantTest(unittest.TestCase):
    def setUp(self) -> None:
        # The collection copies what it is given, and copies it again to give it back.
        self.collection = tapi3.create("TAPI", "ITTAPI2").CreateEmptyCollectionObject()

    def through(self, value: object) -> object:
        self.collection.Add(1, value)
        try:
            return self.collection.Item(1)
        finally:
            self.collection.Remove(1)

    def test_the_layout_is_that_of_the_headers(self) -> None:
        pointer = ctypes.sizeof(ctypes.c_void_p)
        self.assertEqual(ctypes.sizeof(_abi.VARIANT), 8 + 2 * pointer)
        self.assertEqual(ctypes.sizeof(_abi.DECIMAL), 16)
        self.assertEqual(ctypes.sizeof(_abi.GUID), 16)

    def test_values_come_back_as_they_went(self) -> None:
        for value in (
            None,
            True,
            False,
            0,
            -1,
            0x7FFFFFFF,
            -0x80000000,
            0x80000000,
            1 << 62,
            -(1 << 63),
            (1 << 64) - 1,
            1.5,
            -0.0,
            float("inf"),
            "",
            "text",
            "\U0001f4de inside, \ud800 alone",
            decimal.Decimal("-12345678901234567890.12345"),
            decimal.Decimal(0),
            datetime.datetime(2000, 2, 29, 12, 34, 56, 789000),
            datetime.datetime(1890, 1, 1, 6, 0),
            datetime.datetime(1899, 12, 29, 18, 0),
            b"",
            bytes(range(256)),
            [],
            [1, "two", 3.0, None, [True, b"x"]],
        ):
            with self.subTest(value=value):
                back = self.through(value)
                self.assertEqual(back, value)
                self.assertIs(type(back), type(value))

    def test_objects_and_arrays_of_them(self) -> None:
        other = tapi3.create("TAPI")
        self.assertEqual(self.through(other), other)
        self.assertEqual(self.through([other, other]), [other, other])
        self.assertEqual(self.through((other, None, 1)), [other, None, 1])
        point = other.query("IConnectionPointContainer").FindConnectionPoint(
            "ITTAPIEventNotification"
        )
        self.assertEqual(self.through(point), point)

    def test_a_text_that_is_given_ends_at_its_zero(self) -> None:
        self.assertEqual(self.through("1001\0 inside"), "1001")
        self.assertEqual(self.through(["1001\0 inside", 2]), ["1001", 2])

    def test_a_result_code(self) -> None:
        back = self.through(tapi3.E_POINTER.hresult)
        self.assertEqual(repr(back), "E_POINTER")

    def test_what_has_no_form_is_refused(self) -> None:
        for value, kind in (
            (object(), TypeError),
            ({1: 2}, TypeError),
            ([1, object()], TypeError),
            (1 << 64, OverflowError),
            (decimal.Decimal(1 << 97), OverflowError),
            (decimal.Decimal("nan"), ValueError),
            (datetime.datetime.now(datetime.timezone.utc), ValueError),
        ):
            with self.subTest(value=value), self.assertRaises(kind):
                self.collection.Add(1, value)
        self.assertEqual(len(self.collection), 0)

    def test_a_reference_to_a_value_is_followed(self) -> None:
        number = ctypes.c_int32(-5)
        lent = _abi.VARIANT(vt=_abi.VT_BYREF | _abi.VT_I4)
        lent.pointer = ctypes.addressof(number)
        self.assertEqual(_variant.get(lent), -5)

    def test_arrays_of_every_type(self) -> None:
        for vt, kind, value in (
            (_abi.VT_I1, ctypes.c_int8, -3),
            (_abi.VT_I2, ctypes.c_int16, -300),
            (_abi.VT_UI4, ctypes.c_uint32, 0xFFFFFFFF),
            (_abi.VT_I8, ctypes.c_int64, -(1 << 40)),
            (_abi.VT_R4, ctypes.c_float, 0.25),
            (_abi.VT_BOOL, ctypes.c_int16, -1),
        ):
            with self.subTest(vt=vt):
                array = library().SafeArrayCreateVector(vt, 7, 2)
                start = ctypes.c_void_p()
                library().SafeArrayAccessData(array, ctypes.byref(start))
                (kind * 2).from_address(start.value or 0)[1] = value
                library().SafeArrayUnaccessData(array)
                holder = _abi.VARIANT(vt=_abi.VT_ARRAY | vt)
                holder.pointer = array
                self.assertEqual(_variant.take(holder)[1], True if vt == _abi.VT_BOOL else value)

    def test_money(self) -> None:
        holder = _abi.VARIANT(vt=_abi.VT_CY)
        holder.llVal = -123450
        self.assertEqual(_variant.take(holder), decimal.Decimal("-12.345"))

    def test_a_missing_argument_is_none(self) -> None:
        holder = _abi.VARIANT(vt=_abi.VT_ERROR)
        holder.ulVal = int(tapi3.DISP_E_PARAMNOTFOUND.hresult)
        self.assertIsNone(_variant.take(holder))


if __name__ == "__main__":
    unittest.main()
