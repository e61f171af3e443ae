"""COM objects by name: through the vtable and through IDispatch."""

from __future__ import annotations

import copy
import unittest

import tapi3
from tapi3 import CALL_STATE, CALLINFO_BUFFER, CALLINFO_LONG, CALLINFO_STRING

from . import support  # noqa: F401


class ComTest(unittest.TestCase):
    """Every test runs twice: by IDispatch alone, and through the vtable."""

    interface = "IDispatch"

    def setUp(self) -> None:
        self.tapi = tapi3.create("TAPI.TAPI", self.interface)
        self.assertEqual(self.tapi.Initialize(), tapi3.S_OK)
        self.addCleanup(self.tapi.Shutdown)
        self.address = self.tapi.Addresses[1]

    def create_call(self, destination: str = "1001") -> tapi3.Object:
        call = self.address.CreateCall(
            destination, tapi3.LINEADDRESSTYPE_PHONENUMBER, tapi3.TAPIMEDIATYPE_AUDIO
        )
        self.assertEqual(call.interface, "ITBasicCallControl")
        return self.known(call, "ITBasicCallControl")

    def known(self, found: tapi3.Object, interface: str) -> tapi3.Object:
        """The object in the way that this test is about."""
        return found.query("IDispatch" if self.interface == "IDispatch" else interface)

    def test_members_are_found_in_any_case(self) -> None:
        self.assertEqual(self.address.ADDRESSNAME, self.address.addressname)
        self.assertEqual(self.address.AddressName, "Simulated line 1")

    def test_a_property_is_set_and_read(self) -> None:
        self.assertEqual(self.tapi.EventFilter, 0)
        self.tapi.eventfilter = tapi3.TE_CALLSTATE | tapi3.TE_ADDRESS
        self.assertEqual(self.tapi.EventFilter, 10)

    def test_a_property_is_read_by_its_vtable_name_too(self) -> None:
        self.tapi.put_EventFilter(8)
        self.assertEqual(self.tapi.get_EventFilter(), 8)

    def test_a_property_with_arguments(self) -> None:
        info = self.known(self.create_call().query("ITCallInfo"), "ITCallInfo")
        which = CALLINFO_STRING.CIS_COMMENT
        info.put_CallInfoString(which, "Grüße, 電話 \U0001f4de")
        self.assertEqual(info.CallInfoString(which), "Grüße, 電話 \U0001f4de")
        info.CallInfoString[which] = ""
        self.assertEqual(info.callinfostring[which], "")
        info.CallInfoLong[CALLINFO_LONG.CIL_APPSPECIFIC] = -7
        self.assertEqual(info.get_CallInfoLong(CALLINFO_LONG.CIL_APPSPECIFIC), -7)

    def test_bytes(self) -> None:
        info = self.known(self.create_call().query("ITCallInfo"), "ITCallInfo")
        which = CALLINFO_BUFFER.CIB_USERUSERINFO
        info.CallInfoBuffer[which] = bytes(range(100))
        self.assertEqual(info.CallInfoBuffer(which), bytes(range(100)))

    def test_a_method_gives_its_result_code(self) -> None:
        call = self.create_call()
        self.assertEqual(call.Connect(True).name, "S_OK")
        self.assertEqual(call.Disconnect(tapi3.DC_NORMAL).name, "S_OK")

    def test_named_arguments_in_any_order_and_case(self) -> None:
        call = self.address.CreateCall(
            lmediatypes=tapi3.TAPIMEDIATYPE_AUDIO, pDestAddress="1001", lAddressType=1
        )
        self.assertEqual(call.CallInfoString(CALLINFO_STRING.CIS_CALLEDIDNUMBER), "1001")
        call = self.address.CreateCall("1002", lMediaTypes=8, lAddressType=1)
        self.assertEqual(call.CallInfoString(CALLINFO_STRING.CIS_CALLEDIDNUMBER), "1002")

    def test_a_wrong_name_of_an_argument_is_refused(self) -> None:
        with self.assertRaisesRegex(TypeError, "lMedia"):
            self.address.CreateCall("1001", 1, lMedia=8)

    def test_a_wrong_number_of_arguments_is_refused(self) -> None:
        for arguments in ((), ("1001",), ("1001", 1, 8, 9)):
            with self.assertRaises((TypeError, tapi3.DISP_E_BADPARAMCOUNT)):
                self.address.CreateCall(*arguments)

    def test_values_of_enumerations_are_typed(self) -> None:
        call = self.create_call()
        self.assertIs(call.CallState, CALL_STATE.CS_IDLE)
        self.assertIs(self.address.State, tapi3.ADDRESS_STATE.AS_INSERVICE)

    def test_an_unknown_member_is_an_attribute_error(self) -> None:
        with self.assertRaisesRegex(AttributeError, "Nonsense"):
            self.address.Nonsense
        with self.assertRaisesRegex(AttributeError, "Nonsense"):
            self.address.Nonsense = 1
        self.assertFalse(hasattr(self.address, "Nonsense"))

    def test_a_read_only_property_cannot_be_set(self) -> None:
        with self.assertRaises((AttributeError, tapi3.DISP_E_MEMBERNOTFOUND)):
            self.address.AddressName = "x"

    def test_collections_are_iterated_and_indexed_from_one(self) -> None:
        found = self.tapi.Addresses
        self.assertEqual(len(found), 2)
        names = [address.AddressName for address in found]
        self.assertEqual(names, ["Simulated line 1", "Simulated line 2"])
        self.assertEqual([found[1].AddressName, found.Item(2).AddressName], names)
        for index in (0, 3, -1):
            with self.assertRaises(tapi3.E_INVALIDARG):
                found[index]

    def test_the_default_member_of_a_collection_is_its_item(self) -> None:
        found = self.tapi.Addresses
        for address in (self.tapi.Addresses(1), found(Index=1), found(index=1)):
            self.assertEqual(address, found.Item(1))
            self.assertEqual(address.interface, "IDispatch")
        self.assertEqual(self.tapi.Addresses(2).AddressName, "Simulated line 2")
        with self.assertRaises(tapi3.E_INVALIDARG):
            found(3)
        with self.assertRaises((TypeError, tapi3.DISP_E_BADPARAMCOUNT)):
            found()
        with self.assertRaisesRegex(TypeError, "no default member"):
            self.address(1)

    def test_an_index_is_a_whole_number(self) -> None:
        for index in ("1", "x", 1.0, None, slice(1, 2)):
            with self.assertRaisesRegex(TypeError, "index must be a whole number"):
                self.tapi.Addresses[index]

    def test_a_collection_can_be_iterated_twice_at_once(self) -> None:
        found = self.tapi.Addresses
        pairs = [(a.DialableAddress, b.DialableAddress) for a in found for b in found]
        self.assertEqual(len(set(pairs)), 4)

    def test_what_is_no_collection_says_so(self) -> None:
        with self.assertRaises(TypeError):
            iter(self.address)
        with self.assertRaises(TypeError):
            len(self.address)
        with self.assertRaises(TypeError):
            self.address[1]
        self.assertTrue(self.address)

    def test_an_object_is_one_whatever_its_interface(self) -> None:
        call = self.create_call()
        info = call.query("ITCallInfo")
        self.assertEqual(call, info)
        self.assertEqual(hash(call), hash(info))
        self.assertNotEqual(call, self.create_call())
        self.assertNotEqual(call, 1)
        self.assertIn(info, {call: 1})

    def test_query_knows_interfaces_by_name_and_by_id(self) -> None:
        call = self.create_call()
        self.assertEqual(call.query("itcallinfo").interface, "ITCallInfo")
        by_id = call.query("{350F85D1-1227-11D3-83D4-00C04FB6809F}")
        self.assertEqual(by_id.interface, "ITCallInfo")
        self.assertTrue(call.supports("ITCallInfo2"))
        self.assertFalse(call.supports("ITAddress"))
        with self.assertRaisesRegex(tapi3.E_NOINTERFACE, "ITAddress"):
            call.query("ITAddress")
        with self.assertRaises(ValueError):
            call.query("ITNonsense")

    def test_the_dispatch_mapper(self) -> None:
        mapper = self.known(tapi3.create("DispatchMapper.DispatchMapper"), "ITDispatchMapper")
        call = self.create_call()
        info = mapper.QueryDispatchInterface("{350F85D1-1227-11D3-83D4-00C04FB6809F}", call)
        self.assertIs(info.CallState, CALL_STATE.CS_IDLE)
        self.assertEqual(info, call)
        with self.assertRaises(tapi3.E_NOINTERFACE):
            mapper.QueryDispatchInterface("{B1EFC382-9355-11D0-835C-00AA003CCABD}", call)
        with self.assertRaises(tapi3.E_INVALIDARG):
            mapper.QueryDispatchInterface("ITCallInfo", call)

    def test_an_object_goes_into_a_method(self) -> None:
        token = self.tapi.RegisterCallNotifications(self.address, False, True, 8, 0)
        self.assertIsInstance(token, int)
        self.assertEqual(self.tapi.UnregisterNotifications(token), tapi3.S_OK)
        with self.assertRaises(tapi3.E_INVALIDARG):
            self.tapi.UnregisterNotifications(token)

    def test_an_array_of_objects_goes_into_a_variant(self) -> None:
        addresses = list(self.tapi.Addresses)
        self.assertEqual(self.tapi.SetCallHubTracking(addresses, True), tapi3.S_OK)
        self.assertEqual(self.tapi.SetCallHubTracking(None, False), tapi3.S_OK)
        with self.assertRaises(tapi3.Error):
            self.tapi.SetCallHubTracking(["no object"], True)

    def test_release_ends_the_use(self) -> None:
        call = self.create_call()
        with call:
            self.assertIs(call.CallState, CALL_STATE.CS_IDLE)
        with self.assertRaises(tapi3.Released):
            call.CallState
        call.release()
        self.assertIn("released", repr(call))

    def test_objects_are_not_copied(self) -> None:
        with self.assertRaises(TypeError):
            copy.deepcopy(self.address)
        with self.assertRaises(TypeError):
            copy.copy(self.address)


class VtableTest(ComTest):
    interface = "ITTAPI2"

    def setUp(self) -> None:
        super().setUp()
        self.address = self.address.query("ITAddress")

    def test_members_are_listed(self) -> None:
        self.assertLessEqual({"CreateCall", "AddressName", "query"}, set(dir(self.address)))

    def test_enumerators(self) -> None:
        found = self.tapi.EnumerateAddresses()
        self.assertEqual(found.interface, "IEnumAddress")
        self.assertEqual([a.AddressName[-1] for a in found], ["1", "2"])
        self.assertEqual(found.Next(1), [])
        found.Reset()
        self.assertEqual(found.Skip(1).name, "S_OK")
        other = found.Clone()
        self.assertEqual(len(found.Next(5)), 1)
        self.assertEqual(found.Skip(1).name, "S_FALSE")
        self.assertEqual([a.interface for a in other.Next(celt=1)], ["ITAddress"])

    def test_the_enumerator_of_variants(self) -> None:
        found = self.tapi.Addresses.query("ITCollection")._NewEnum.query("IEnumVARIANT")
        self.assertEqual(len(found.Next(2)), 2)
        self.assertEqual(list(found), [])

    def test_success_codes_are_told_apart(self) -> None:
        self.assertEqual(self.create_call().Disconnect(tapi3.DC_NORMAL), tapi3.S_FALSE)
        self.assertEqual(self.tapi.Initialize(), tapi3.S_FALSE)

    def test_bytes_with_a_length_of_their_own(self) -> None:
        info = self.create_call().query("ITCallInfo")
        which = CALLINFO_BUFFER.CIB_DEVSPECIFICBUFFER
        self.assertEqual(info.SetCallInfoBuffer(which, b"\x00\x01\x02"), tapi3.S_OK)
        self.assertEqual(info.GetCallInfoBuffer(which), b"\x00\x01\x02")

    def test_several_results_are_a_tuple(self) -> None:
        rule = self.address.CreateForwardInfoObject()
        mode = 1  # LINEFORWARDMODE_UNCOND
        rule.SetForwardType(mode, "1001", "")
        self.assertEqual(rule.GetForwardType(mode), ("1001", ""))

    def test_connection_points_by_hand(self) -> None:
        container = self.tapi.query("IConnectionPointContainer")
        point = container.FindConnectionPoint("ITTAPIEventNotification")
        self.assertEqual(point.GetConnectionInterface(), "{EDDB9426-3B91-11D1-8F30-00C04FB6809F}")
        self.assertEqual(point.GetConnectionPointContainer(), container)
        self.assertEqual(len(list(container.EnumConnectionPoints())), 2)
        self.assertEqual(container.EnumConnectionPoints().Next(1), [point])
        with tapi3.advise(self.tapi, lambda kind, event: None):
            ((sink, cookie),) = point.EnumConnections()
            self.assertEqual(sink.interface, "IUnknown")
        with self.assertRaises(tapi3.CONNECT_E_NOCONNECTION):
            point.Unadvise(cookie)
        with self.assertRaises(tapi3.CONNECT_E_NOCONNECTION):
            container.FindConnectionPoint("ITAddress")

    def test_error_info_says_which_interfaces_it_covers(self) -> None:
        info = self.tapi.query("ISupportErrorInfo")
        self.assertEqual(info.InterfaceSupportsErrorInfo("ITTAPI"), tapi3.S_OK)
        self.assertEqual(info.InterfaceSupportsErrorInfo("ITAddress"), tapi3.S_FALSE)

    def test_arguments_of_a_wrong_type_are_refused_by_name(self) -> None:
        for arguments, name in (
            ((1001, 1, 8), "pDestAddress"),
            (("1001", "1", []), "lMediaTypes"),
            (("1001", 1 << 40, 8), "lAddressType"),
            (("1001", 1.5, 8), "lAddressType"),
        ):
            with self.assertRaisesRegex((TypeError, OverflowError), name):
                self.address.CreateCall(*arguments)
        with self.assertRaisesRegex(TypeError, "pAddress"):
            self.tapi.RegisterCallNotifications("2001", False, True, 8, 0)

    def test_null_is_none_both_ways(self) -> None:
        self.assertEqual(self.address.CreateCall(None, 1, 8).CallState, CALL_STATE.CS_IDLE)
        with self.assertRaises(tapi3.E_POINTER):
            self.tapi.RegisterCallNotifications(None, False, True, 8, 0)


class CreateTest(unittest.TestCase):
    def test_a_class_by_each_of_its_names(self) -> None:
        for name in (
            "TAPI.TAPI",
            "tapi.tapi.1",
            "TAPI",
            "21D6D48E-A88B-11D0-83DD-00AA003CCABD",
            "{21D6D48E-A88B-11D0-83DD-00AA003CCABD}",
        ):
            self.assertTrue(tapi3.create(name).supports("ITTAPI2"), name)

    def test_an_unknown_class(self) -> None:
        with self.assertRaises(tapi3.CO_E_CLASSSTRING):
            tapi3.create("Nonsense.Nonsense")
        with self.assertRaises(tapi3.REGDB_E_CLASSNOTREG):
            tapi3.create("{00000000-0000-0000-0000-000000000001}")

    def test_an_interface_that_the_class_does_not_have(self) -> None:
        with self.assertRaises(tapi3.E_NOINTERFACE):
            tapi3.create("TAPI", "ITAddress")


if __name__ == "__main__":
    unittest.main()
