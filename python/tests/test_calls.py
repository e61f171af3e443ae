"""Sessions, lines and calls: the pythonic face."""

from __future__ import annotations

import gc
import pathlib
import re
import tempfile
import unittest

import tapi3
from tapi3._line import address_type_of

from .support import MANUAL, PACKAGE, ROOT, SOON, SessionTest, come_true, run, states


class CallTest(SessionTest):
    def test_place_and_hang_up(self) -> None:
        call = self.one.call("1001")
        self.assertIs(call.state, tapi3.CS_IDLE)
        call.connect()
        self.assertIs(call.state, tapi3.CS_CONNECTED)
        self.assertTrue(call.disconnect())
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)
        self.assertTrue(call.disconnect())
        self.assertEqual(
            states(call.events(timeout=SOON)), ["CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"]
        )
        self.assertIs(call.cause, tapi3.CEC_DISCONNECT_NORMAL)

    def test_a_call_that_was_never_placed_needs_no_hanging_up(self) -> None:
        self.assertFalse(self.one.call("1001").disconnect())

    def test_what_came_instead_of_an_answer(self) -> None:
        for number, error, cause in (
            ("1002", tapi3.TAPI_E_DESTBUSY, tapi3.CEC_DISCONNECT_BUSY),
            ("1004", tapi3.TAPI_E_DESTUNAVAIL, tapi3.CEC_DISCONNECT_REJECTED),
            ("9999", tapi3.TAPI_E_INVALADDRESS, tapi3.CEC_DISCONNECT_BADADDRESS),
        ):
            with self.subTest(number=number):
                call = self.one.call(number)
                with self.assertRaises(error):
                    call.connect()
                self.assertEqual(states(call.events(timeout=SOON))[-1:], ["CS_DISCONNECTED"])
                self.assertIs(call.cause, cause)

    def test_it_rings_no_longer_than_allowed(self) -> None:
        call = self.one.call("1003")
        with self.assertRaisesRegex(tapi3.TAPI_E_TIMEOUT, "0.05"):
            call.connect(timeout=0.05)
        # Idle where the thread that was to place it had not begun.
        self.assertIn(call.state, (tapi3.CS_IDLE, tapi3.CS_DISCONNECTED))

    def test_without_waiting(self) -> None:
        call = self.one.call("1003")
        call.connect(wait=False)
        self.assertIs(call.wait(tapi3.CS_INPROGRESS, timeout=SOON), tapi3.CS_INPROGRESS)
        with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
            call.wait(tapi3.CS_CONNECTED, timeout=0.05)
        call.disconnect()
        with self.assertRaises(tapi3.TAPI_E_DROPPED):
            call.wait(tapi3.CS_CONNECTED, timeout=SOON)

    def test_the_end_of_a_block_hangs_up(self) -> None:
        with self.connected() as call:
            pass
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)
        with self.one.call("1001") as call:
            pass
        self.assertIs(call.state, tapi3.CS_IDLE)
        with self.assertRaises(KeyError), self.connected() as call:
            raise KeyError
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    def test_hold_and_swap(self) -> None:
        first, second = self.connected(), self.connected()
        first.hold()
        self.assertIs(first.state, tapi3.CS_HOLD)
        second.swap(first)
        self.assertEqual((first.state, second.state), (tapi3.CS_CONNECTED, tapi3.CS_HOLD))
        second.unhold()
        self.assertIs(second.state, tapi3.CS_CONNECTED)
        with self.assertRaises(tapi3.TAPI_E_INVALCALLSTATE):
            second.unhold()

    def test_a_transfer_after_asking(self) -> None:
        call, _ = self.pair()
        consultation = self.one.call("1001")
        call.transfer(consultation)
        self.assertIs(call.state, tapi3.CS_HOLD)
        consultation.finish()
        for done in (call, consultation):
            self.assertIs(done.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    def test_a_conference_of_two_lines(self) -> None:
        call = self.connected()
        consultation = self.two.call("1001")
        call.conference(consultation)
        self.assertIs(call.state, tapi3.CS_HOLD)
        consultation.finish()
        self.assertIs(call.state, tapi3.CS_CONNECTED)
        consultation.leave_conference()
        self.assertIs(consultation.state, tapi3.CS_DISCONNECTED)
        self.assertIs(call.state, tapi3.CS_CONNECTED)

    def test_a_conference(self) -> None:
        call = self.connected()
        consultation = self.one.call("1001")
        call.conference(consultation)
        consultation.finish()
        self.assertIs(call.state, tapi3.CS_CONNECTED)
        self.assertEqual(call.hub.NumCalls, consultation.hub.NumCalls)
        consultation.leave_conference()
        self.assertIs(consultation.wait(timeout=SOON), tapi3.CS_DISCONNECTED)
        with self.assertRaises(tapi3.TAPI_E_NOCONFERENCE):
            self.connected().leave_conference()

    def test_a_blind_transfer(self) -> None:
        call, _ = self.pair()
        call.blind_transfer("1001")
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)

    def test_park_and_unpark(self) -> None:
        parked = self.connected()
        address = parked.park()
        self.assertRegex(address, r"^\d+$")
        self.assertIs(parked.state, tapi3.CS_DISCONNECTED)
        self.assertIs(self.two.unpark(address).state, tapi3.CS_CONNECTED)
        self.assertEqual(self.connected().park("8000"), "8000")
        with self.assertRaises(tapi3.Error):
            self.two.unpark("8001")

    def test_pickup(self) -> None:
        call = self.one.call(self.two.number)
        call.connect(wait=False)
        other = self.one.pickup(self.two.number)
        self.assertIs(other.state, tapi3.CS_CONNECTED)
        self.assertIs(call.wait(tapi3.CS_CONNECTED, timeout=SOON), tapi3.CS_CONNECTED)
        with self.assertRaises(tapi3.Error):
            self.one.pickup(group="1")

    def test_dial_what_is_missing(self) -> None:
        call = self.one.call("100;")
        call.connect(wait=False)
        call.dial("1")
        self.assertIs(call.wait(tapi3.CS_CONNECTED, timeout=SOON), tapi3.CS_CONNECTED)

    def test_hand_off_to_nobody(self) -> None:
        call = self.connected()
        with self.assertRaises(tapi3.TAPI_E_TARGETNOTFOUND):
            call.hand_off("no such program")
        with self.assertRaises(tapi3.Error):
            call.hand_off()

    def test_info(self) -> None:
        outgoing, incoming = self.pair()
        self.assertEqual(incoming.info.caller_number, "2001")
        self.assertEqual(incoming.info.caller_name, "Simulated line 1")
        self.assertEqual(outgoing.info.called_number, "2002")
        self.assertEqual(outgoing.info.media_types, tapi3.TAPIMEDIATYPE_AUDIO)
        incoming.info.app_specific = 42
        self.assertEqual(incoming.info.as_dict()["app_specific"], 42)
        self.assertIn("caller_number='2001'", repr(incoming.info))
        with self.assertRaises(tapi3.TAPI_E_INVALCALLSTATE):
            outgoing.info.comment = "too late"
        with self.assertRaises(tapi3.E_INVALIDARG):
            outgoing.info.call_id = 1
        call = self.one.call("1001")
        call.info.comment, call.info.user_user = "hello", b"\x01\x02"
        self.assertEqual((call.info.comment, call.info.user_user), ("hello", b"\x01\x02"))
        self.assertEqual(call.info.call_data, b"")

    def test_a_call_is_one_object_while_somebody_holds_it(self) -> None:
        call = self.connected()
        (found,) = self.one.calls
        self.assertIs(found, call)
        self.assertEqual(call.line, self.one)
        self.assertIs(call.privilege, tapi3.CP_OWNER)
        del found, call
        come_true(
            lambda: gc.collect() >= 0 and len(self.tapi._calls) == 0, "the end of the call's object"
        )


class LineTest(SessionTest):
    def test_what_a_line_says_of_itself(self) -> None:
        line = self.one
        self.assertEqual((line.name, line.number), ("Simulated line 1", "2001"))
        self.assertEqual(line.provider, "Simulated exchange")
        self.assertTrue(line.in_service)
        self.assertEqual(line.media_types, tapi3.TAPIMEDIATYPE_AUDIO)
        kinds = line.capability(tapi3.AC_ADDRESSTYPES)
        self.assertTrue(kinds & tapi3.LINEADDRESSTYPE_PHONENUMBER)
        self.assertRegex(line.capability_text(tapi3.ACS_PROTOCOL), r"^\{[-0-9A-F]{36}\}$")
        with self.assertRaises(tapi3.E_INVALIDARG):
            line.capability(12345)

    def test_a_line_by_name_and_by_number(self) -> None:
        self.assertEqual(self.tapi.line("2002"), self.two)
        self.assertEqual(self.tapi.line("Simulated line 1"), self.one)
        self.assertEqual(len({self.one, self.two, *self.tapi.lines}), 2)
        with self.assertRaisesRegex(tapi3.TAPI_E_INVALADDRESS, "Simulated line 2"):
            self.tapi.line("Nonsense")

    def test_lamp_and_do_not_disturb(self) -> None:
        self.two.message_waiting = True
        self.assertTrue(self.two.message_waiting)
        self.two.do_not_disturb = True
        with self.assertRaises(tapi3.Error):
            self.one.call(self.two.number).connect()
        self.two.do_not_disturb = False
        self.assertFalse(self.two.do_not_disturb)

    def test_the_kind_of_a_destination(self) -> None:
        for text, known, wanted in (
            ("1001", 0x1D, 0x1),
            ("+49 (89) 123-456", 0x1D, 0x1),
            ("sip:bob@example.com", 0x1D, 0x4),
            ("bob@example.com", 0x1D, 0x4),
            ("bob@example.com", 0x9, 0x8),
            ("sip:127.0.0.1:5070", 0x1D, 0x10),
            ("sip:example.com", 0x1D, 0x8),
            ("example.com:5070", 0x1D, 0x8),
            ("example.com", 0x1D, 0x1),
            ("bob", 0x1D, 0x1),
            ("tel:+4930123", 0x1D, 0x1),
            ("bob", 0x1, 0x1),
            ("", 0x1D, 0x1),
            ("1001", 0x8, 0x8),
        ):
            with self.subTest(text=text, known=known):
                self.assertEqual(address_type_of(text, known), wanted)


class SessionsTest(unittest.TestCase):
    def test_a_session_ends_once(self) -> None:
        with tapi3.open() as tapi:
            call = tapi.call("1001")
            call.connect()
            stream, events = tapi.events(), call.events()
            self.assertEqual([events.wait(SOON).state for _ in range(2)], [1, 2])
        tapi.close()
        self.assertIs(call.state, tapi3.CS_DISCONNECTED)
        list(stream)
        list(events)
        self.assertEqual(list(tapi.events()), [])
        with self.assertRaises(tapi3.Error):
            tapi.lines
        with self.assertRaises(tapi3.Released):
            tapi.listen([])
        self.assertIn("closed", repr(tapi))

    def test_a_configuration_holds_for_its_session(self) -> None:
        with tapi3.open(MANUAL) as tapi:
            self.assertEqual([line.name for line in tapi.lines], ["One", "Two"])
        with tapi3.open() as tapi:
            self.assertEqual(tapi.lines[0].name, "Simulated line 1")

    def test_a_configuration_from_a_file(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "tapi3.toml")
            path.write_text(MANUAL.replace("One", "Größe"), encoding="utf-8")
            with tapi3.open(path) as tapi:
                self.assertEqual(tapi.lines[0].name, "Größe")

    def test_the_configuration_stays_while_a_session_is_open(self) -> None:
        with tapi3.open(MANUAL) as tapi, tapi3.open() as other:
            self.assertEqual([line.name for line in other.lines], ["One", "Two"])
            with self.assertRaises(tapi3.TAPI_E_OPERATIONFAILED):
                tapi3.configure("")
            tapi.close()
            self.assertEqual(len(other.lines), 2)

    def test_the_manual_clock(self) -> None:
        with tapi3.open(MANUAL) as tapi:
            call = tapi.call("1005")
            call.connect()
            tapi3.advance_clock(1999)
            self.assertIs(call.state, tapi3.CS_CONNECTED)
            tapi3.advance_clock(1)
            self.assertIs(call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)
            self.assertTrue(call.disconnect())
        with self.assertRaises(tapi3.Error):
            tapi3.advance_clock(1)

    def test_a_hang_up_that_is_not_confirmed(self) -> None:
        with tapi3.open(MANUAL.replace('clock = "manual"', "").replace("1s", "50ms")) as tapi:
            call = tapi.call("1006")
            call.connect()
            with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
                call.disconnect()
            self.assertIs(call.state, tapi3.CS_CONNECTED)


class ProgramsTest(unittest.TestCase):
    """What is shown to newcomers works."""

    def test_the_examples_of_the_documentation(self) -> None:
        for path in (ROOT / "README.md", PACKAGE / "README.md"):
            programs = re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
            self.assertTrue(programs, path)
            for program in programs:
                case = self.subTest(path=path, program=program)
                with case, tempfile.TemporaryDirectory() as folder:
                    result = run(program, cwd=folder)
                    self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_hangup(self) -> None:
        program = (PACKAGE / "examples/hangup.py").read_text(encoding="utf-8")
        for arguments, status, said in (
            ((), 0, ["in progress", "connected", "Disconnect: S_OK", "disconnected (normal)"]),
            (("1002",), 1, ["in progress", "disconnected (busy)", "Disconnect: S_OK"]),
            (("--line", "2002", "1001"), 0, ["in progress", "connected"]),
        ):
            with self.subTest(arguments=arguments):
                result = run(program, *arguments)
                self.assertEqual(result.returncode, status, result.stderr)
                for text in said:
                    self.assertIn(text, result.stdout)
        self.assertIn("TAPI_E_DESTBUSY", run(program, "1002").stderr)


if __name__ == "__main__":
    unittest.main()
