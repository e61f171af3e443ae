"""What is wrongly given is refused where it comes in, in Python's words: the sentence names the
parameter and says what is wanted."""

from __future__ import annotations

import inspect
import os
import pathlib
import re
import tempfile
import unittest
from typing import Any, Callable, Iterator, List, Tuple

import tapi3
from tapi3 import _check

from .support import PACKAGE, SOON, SessionTest, states

#: No parameter of the package takes this.
NOTHING = object()

#: What a wrong argument may raise.
REFUSALS = (TypeError, ValueError, LookupError)


class RefusalTest(SessionTest):
    def refused(self, parameter: str, wanted: str, function: Callable[[], Any]) -> None:
        with self.subTest(parameter=parameter, wanted=wanted):
            with self.assertRaises(REFUSALS) as caught:
                function()
            self.assertNotIsInstance(caught.exception, tapi3.Error)
            self.assertRegex(str(caught.exception), "^%s\\b.*%s" % (parameter, wanted))

    def test_of_calls(self) -> None:
        call = self.one.call("1001")
        for parameter, wanted, function in (
            ("consultation", "a call .*not int", lambda: call.transfer(5)),
            ("consultation", "a call .*not None", lambda: call.conference(None)),
            ("consultation", "a call .*not Line", lambda: call.transfer(self.one)),
            ("held", "a call .*not str", lambda: call.swap("1001")),
            ("wait", "True or False, not int", lambda: call.connect(5)),
            ("wait", "True or False", lambda: call.transfer(self.one.call("1001"), "no")),
            ("timeout", "seconds.*not str", lambda: call.connect(timeout="soon")),
            ("timeout", "from 0 on, not -1", lambda: call.connect(timeout=-1)),
            ("timeout", "from 0 on, not nan", lambda: call.wait(timeout=float("nan"))),
            ("states", "CALL_STATE", lambda: call.wait("CS_CONNECTED")),
            ("states", "timeout=", lambda: call.wait(10)),
            ("code", "whole number.*not str", lambda: call.disconnect("normal")),
            ("mode", "whole number", lambda: call.finish("transfer")),
            ("destination", "text", lambda: call.blind_transfer(1001)),
            ("destination", "not be empty", lambda: call.blind_transfer("")),
            ("address", "text", lambda: call.park(8000)),
            ("group", "text", lambda: call.pickup(1)),
            ("digits", "text", lambda: call.dial(1)),
            ("digits", "not be empty", lambda: call.dial("")),
            ("application", "text", lambda: call.hand_off(1)),
            ("media", "whole number", lambda: call.hand_off(media="audio")),
            ("callback", "a function", lambda: call.on_event(None)),
            ("timeout", "seconds", lambda: call.events("5")),
            ("comment", "text.*not int", lambda: setattr(call.info, "comment", 5)),
            ("comment", "NUL", lambda: setattr(call.info, "comment", "half\0of it")),
            ("address", "NUL", lambda: call.park("7001\0")),
            ("app_specific", "whole number", lambda: setattr(call.info, "app_specific", "x")),
            ("user_user", "bytes.*not str", lambda: setattr(call.info, "user_user", "x")),
        ):
            self.refused(parameter, wanted, function)
        # Nothing has happened.
        self.assertIs(call.state, tapi3.CS_IDLE)

    def test_of_lines(self) -> None:
        line = self.one
        for parameter, wanted, function in (
            ("destination", "text.*not int", lambda: line.call(5)),
            ("destination", "text.*not bytes", lambda: line.call(b"1001")),
            ("destination", "NUL", lambda: line.call("1001\0002")),
            ("media", "whole number", lambda: line.call("1001", "audio")),
            ("address_type", "whole number", lambda: line.call("1001", address_type="phone")),
            ("address_type", "from", lambda: line.call("1001", address_type=1 << 40)),
            ("number", "text", lambda: line.pickup(1)),
            ("group", "text", lambda: line.pickup("1", 1)),
            ("address", "text", lambda: line.unpark(8000)),
            ("address", "not be empty", lambda: line.unpark("")),
            ("which", "whole number", lambda: line.capability("x")),
            ("which", "whole number", lambda: line.capability_text(None)),
            ("do_not_disturb", "True", lambda: setattr(line, "do_not_disturb", "yes")),
            ("message_waiting", "True", lambda: setattr(line, "message_waiting", 2)),
        ):
            self.refused(parameter, wanted, function)

    def test_of_sessions(self) -> None:
        tapi = self.tapi
        for parameter, wanted, function in (
            ("name", "text.*not int", lambda: tapi.line(1)),
            ("destination", "text.*not int", lambda: tapi.call(1001)),
            ("media", "whole number", lambda: tapi.call("1001", "audio")),
            ("timeout", "seconds", lambda: tapi.events("1")),
            ("callback", "a function of one argument", lambda: tapi.on_event(5)),
            ("lines", "a list of lines.*not Line", lambda: tapi.listen(self.one)),
            ("lines", "a list of lines.*not str", lambda: tapi.listen("2001")),
            ("media", "whole number", lambda: tapi.listen(media="audio")),
            ("monitor", "True or False", lambda: tapi.listen(monitor=1)),
            ("timeout", "seconds", lambda: tapi.listen(timeout="1")),
            ("timeout", "seconds", lambda: tapi.events().wait("1")),
            ("timeout", "seconds", lambda: setattr(tapi.events(), "timeout", [])),
            ("milliseconds", "whole number", lambda: tapi3.advance_clock(1.5)),
            ("milliseconds", "from 0", lambda: tapi3.advance_clock(-1)),
            ("found", "COM object", lambda: tapi.call_of(5)),
            ("found", "COM object", lambda: tapi.line_of(None)),
        ):
            self.refused(parameter, wanted, function)

    def test_of_objects(self) -> None:
        com = self.one.com
        for parameter, wanted, function in (
            ("name", "text.*not None", lambda: tapi3.create(None)),
            ("name", "text.*not int", lambda: tapi3.create(5)),
            ("interface", "the name of an interface.*not None", lambda: tapi3.create("TAPI", None)),
            ("interface", "ITTAPI2", lambda: tapi3.create("TAPI", "ITTAPI22")),
            ("interface", "no interface 'ITNope'", lambda: com.query("ITNope")),
            ("interface", "is ITAddress meant", lambda: com.query("ITAdress")),
            ("interface", "the name of an interface.*not int", lambda: com.query(5)),
            ("interface", "the name of an interface.*not None", lambda: com.supports(None)),
            ("source", "COM object.*not None", lambda: tapi3.advise(None, print)),
            ("interface", "ITTAPIEventNotification", lambda: tapi3.advise(self.tapi, print, "IX")),
            ("index", "whole number.*not str", lambda: self.tapi.com.Addresses["x"]),
            ("pDestAddress", "text", lambda: com.CreateCall(5, 1, 8)),
            ("lMediaTypes", "whole number", lambda: com.CreateCall("1001", 1, "audio")),
            (
                "pAddress",
                "ITAddress",
                lambda: self.tapi.com.RegisterCallNotifications(1, 0, 1, 8, 0),
            ),
        ):
            self.refused(parameter, wanted, function)
        info = self.one.call("1001").com.query("ITCallInfo2")
        self.refused("pCallInfoBuffer", "bytes", lambda: info.SetCallInfoBuffer(1, 5))
        self.refused("pCallInfoBuffer", "bytes", lambda: info.SetCallInfoBuffer(1, "text"))

    def test_through_idispatch_too(self) -> None:
        late = self.one.com.query("IDispatch")
        with self.assertRaises(TypeError) as caught:
            late.CreateCall("1001", 1, "audio")
        self.assertIn("lMediaTypes", str(caught.exception))
        with self.assertRaises(TypeError):
            late.CreateCall("1001")
        with self.assertRaisesRegex(TypeError, "lMediaTypes: dict has no form"):
            late.CreateCall("1001", 1, {})
        with self.assertRaisesRegex(ValueError, "lMediaTypes: .*64 bits"):
            late.CreateCall("1001", 1, 1 << 70)
        with self.assertRaisesRegex(TypeError, "takes the value"):
            self.tapi.com.query("IDispatch").put_EventFilter()

    def test_of_configurations(self) -> None:
        self.tapi.close()
        for wrong in (5, b"", [], 1.5, NOTHING):
            self.refused("configuration", "TOML text", lambda: tapi3.open(wrong))
            self.refused("configuration", "TOML text", lambda: tapi3.configure(wrong))
        self.refused("configuration", "NUL", lambda: tapi3.open("# \0"))
        with self.assertRaises(FileNotFoundError):
            tapi3.open(PACKAGE / "tests/nowhere.toml")
        with tempfile.TemporaryDirectory() as folder:
            pipe = pathlib.Path(folder, "pipe")
            os.mkfifo(pipe)
            self.refused("configuration", "regular file", lambda: tapi3.open(pipe))

    def test_whatever_is_given_nothing_of_the_inside_is_seen(self) -> None:
        """Each parameter of each method, with what fits nowhere."""
        call, stream = self.one.call("1001"), self.tapi.events()
        for owner in (self.tapi, self.one, call, stream, self.one.com):
            for name, member in inspect.getmembers(type(owner), inspect.isfunction):
                if name.startswith("_") or name in ("deliver", "put", "adopt", "borrow", "begin"):
                    continue
                for arguments, named in wrongly(member):
                    with self.subTest(owner=type(owner).__name__, method=name, wrong=named):
                        with self.assertRaises(REFUSALS) as caught:
                            getattr(owner, name)(*arguments)
                        self.assertTrue(str(caught.exception).startswith(named), caught.exception)


def wrongly(method: Any) -> Iterator[Tuple[List[Any], str]]:
    """Arguments with a wrong one, for each parameter in its turn, and that one's name."""
    fitting = {
        "digits": "1",
        "consultation": None,
        "count": 4,
        "held": None,
        "lines": None,
        "media": 8,
    }
    parameters = list(inspect.signature(method).parameters.values())[1:]
    for index, parameter in enumerate(parameters):
        if parameter.kind not in (parameter.POSITIONAL_OR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        before = [
            fitting.get(p.name, "1001") if p.default is p.empty else p.default
            for p in parameters[:index]
        ]
        if None in (value for value, p in zip(before, parameters) if p.default is p.empty):
            continue
        yield [*before, NOTHING], parameter.name


class DestinationTest(SessionTest):
    def test_a_call_to_nowhere_fails_at_once(self) -> None:
        for nowhere in (None, "", "  "):
            for function in (self.one.call, self.tapi.call):
                with self.assertRaisesRegex(ValueError, "destination .*call_without_destination"):
                    function(nowhere)
        with self.assertRaises(TypeError):
            self.one.call()  # type: ignore[call-arg]

    def test_dialling_piece_by_piece_has_a_name_of_its_own(self) -> None:
        call = self.one.call_without_destination()
        call.connect(wait=False)
        for digits in ("1;", "00;", "1"):
            call.dial(digits)
        self.assertIs(call.wait(tapi3.CS_CONNECTED, timeout=SOON), tapi3.CS_CONNECTED)
        call.disconnect()
        self.assertEqual(states(call.events(timeout=SOON))[-1], "CS_DISCONNECTED")


class SinkTest(SessionTest):
    """A sink is looked at when it is connected."""

    def test_one_without_the_method_is_refused(self) -> None:
        class Nothing:
            pass

        class Number:
            Event = 5

        for sink in (Nothing(), Number(), None, 5, "sink", {}):
            with self.assertRaisesRegex(TypeError, "callback must be a function of two arguments"):
                tapi3.advise(self.tapi, sink)

    def test_one_with_another_number_of_arguments_is_refused(self) -> None:
        class Short:
            def Event(self, kind: int) -> None:
                pass

        for sink in (lambda: None, lambda event: None, lambda a, b, c: None, Short(), Short):
            with self.assertRaisesRegex(TypeError, "callback must be"):
                tapi3.advise(self.tapi, sink)
        for function in (lambda: None, lambda a, b: None):
            with self.assertRaisesRegex(TypeError, "callback must be a function of one argument"):
                self.tapi.on_event(function)

    def test_a_coroutine_function_is_refused(self) -> None:
        async def sink(kind: int, event: object) -> None:
            pass

        with self.assertRaisesRegex(TypeError, "coroutine"):
            tapi3.advise(self.tapi, sink)

    def test_a_com_object_is_refused(self) -> None:
        with self.assertRaisesRegex(TypeError, "COM object"):
            tapi3.advise(self.tapi, self.one.com)
        with self.assertRaisesRegex(TypeError, "COM object"):
            self.tapi.on_event(self.one.com)

    def test_nothing_stays_tied(self) -> None:
        container = self.tapi.com.query("IConnectionPointContainer")
        point = container.FindConnectionPoint("ITTAPIEventNotification")
        before = len(list(point.EnumConnections()))
        with self.assertRaises(TypeError):
            tapi3.advise(self.tapi, object())
        self.assertEqual(len(list(point.EnumConnections())), before)

    def test_an_object_with_the_method_is_called(self) -> None:
        seen: List[Tuple[int, Any]] = []

        class Sink:
            def Event(self, kind: int, event: tapi3.Object) -> None:
                seen.append((kind, event.State if kind == tapi3.TE_CALLSTATE else None))

        for interface in ("ITTAPIEventNotification", "ITTAPIDispatchEventNotification"):
            seen.clear()
            with tapi3.advise(self.tapi, Sink(), interface):
                call = self.connected()
                call.disconnect()
                for _ in call.events(timeout=SOON):
                    pass
            # Untying waits for nobody: what is on its way to the last may be missing.
            self.assertIn((tapi3.TE_CALLSTATE, tapi3.CS_CONNECTED), seen)


class CheckTest(unittest.TestCase):
    def test_times(self) -> None:
        self.assertIsNone(_check.seconds("t", None))
        self.assertIsNone(_check.seconds("t", float("inf")))
        self.assertIsNone(_check.seconds("t", 1e300))
        self.assertEqual(_check.seconds("t", 2), 2.0)

    def test_numbers_that_do_not_fit_are_two_kinds_of_error(self) -> None:
        for kind in (ValueError, OverflowError):
            with self.assertRaises(kind):
                _check.whole("n", 1 << 32)

    def test_a_function_of_c_is_believed(self) -> None:
        for function in (print, [].append, re.compile("x").match):
            self.assertIs(_check.function("f", function, 1, "a function"), function)


if __name__ == "__main__":
    unittest.main()
