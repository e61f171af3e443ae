"""Events: each once, in order, through both kinds of sink, whatever the sinks do."""

from __future__ import annotations

import threading
import unittest
from typing import Any, List, Tuple

import tapi3
from tapi3 import _sink

from .support import SOON, SessionTest, count, states

ALL_THREE = ["CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"]


class Collector:
    """Remembers what a sink is called with, and lets a test wait for it."""

    def __init__(self) -> None:
        self.seen: List[Tuple[int, Any]] = []
        self.changed = threading.Condition()

    def __call__(self, kind: int, event: tapi3.Object) -> None:
        detail = event.State if kind == tapi3.TE_CALLSTATE else None
        with self.changed:
            self.seen.append((kind, detail))
            self.changed.notify_all()

    def wait_for_end(self, calls: int = 1) -> None:
        def over() -> bool:
            return self.seen.count((tapi3.TE_CALLSTATE, tapi3.CS_DISCONNECTED)) >= calls

        with self.changed:
            if not self.changed.wait_for(over, SOON):
                raise AssertionError("the call did not end: %r" % self.seen)

    def states(self) -> List[str]:
        return [state.name for _, state in self.seen if state is not None]


class PluggingTest(unittest.TestCase):
    """TE_TAPIOBJECT and TE_ADDRESS: lines that come and go while everything runs."""

    lines = """
        clock = "manual"

        [[line]]
        name = "Guest"
        provider = "sim"
        address = "2001"
        appears_after = "1s"
        vanishes_after = "2s"
    """

    def test_an_address_that_comes_and_goes_is_told_of(self) -> None:
        tapi3.configure(self.lines)
        self.addCleanup(tapi3.configure, None)
        tapi = tapi3.create("TAPI", "ITTAPI")
        tapi.Initialize()
        self.addCleanup(lambda: tapi.Shutdown())
        tapi.EventFilter = tapi3.TE_TAPIOBJECT
        heard = threading.Semaphore(0)
        seen: List[Tuple[Any, str]] = []

        def sink(kind: int, event: tapi3.Object) -> None:
            seen.append((event.Event, event.Address.AddressName))
            heard.release()

        self.assertEqual(tapi.Addresses.Count, 0)
        with tapi3.advise(tapi, sink):
            for there in (1, 0):
                tapi3.advance_clock(1000)
                self.assertTrue(heard.acquire(timeout=SOON))
                self.assertEqual(tapi.Addresses.Count, there)
        self.assertEqual(
            seen, [(tapi3.TE_ADDRESSCREATE, "Guest"), (tapi3.TE_ADDRESSREMOVE, "Guest")]
        )


class SinkTest(unittest.TestCase):
    """Level one: ``advise`` on a TAPI object."""

    interface = "ITTAPIEventNotification"

    def setUp(self) -> None:
        self.tapi = tapi3.create("TAPI", "ITTAPI")
        self.tapi.Initialize()
        self.addCleanup(lambda: self.tapi.Shutdown())
        self.tapi.EventFilter = tapi3.TE_CALLSTATE
        self.address = next(iter(self.tapi.EnumerateAddresses()))

    def call(self, number: str = "1001") -> tapi3.Object:
        call: tapi3.Object = self.address.CreateCall(number, 1, 8)
        return call

    def talk(self) -> None:
        call = self.call()
        call.Connect(True)
        call.Disconnect(tapi3.DC_NORMAL)

    def test_each_event_comes_once_and_in_order(self) -> None:
        seen = Collector()
        with tapi3.advise(self.tapi, seen, self.interface):
            for round in range(1, 51):
                call = self.call()
                call.Connect(True)
                call.Disconnect(tapi3.DC_NORMAL)
                seen.wait_for_end(round)
        self.assertEqual(seen.states(), ALL_THREE * 50)
        self.assertEqual({kind for kind, _ in seen.seen}, {tapi3.TE_CALLSTATE})

    def test_the_object_is_known_by_the_interface_of_the_event(self) -> None:
        found: List[tapi3.Object] = []
        seen = Collector()

        def sink(kind: int, event: tapi3.Object) -> None:
            found.append(event)
            seen(kind, event)

        call = self.call()
        with tapi3.advise(self.tapi, sink, self.interface):
            call.Connect(True)
            call.Disconnect(tapi3.DC_NORMAL)
            seen.wait_for_end()
        self.assertEqual({event.interface for event in found}, {"ITCallStateEvent"})
        # It stays usable after the sink has returned, and tells of the very call.
        self.assertEqual(found[0].Call, call)
        self.assertIs(found[-1].Cause, tapi3.CEC_DISCONNECT_NORMAL)

    def test_every_sink_gets_every_event(self) -> None:
        sinks = [Collector() for _ in range(3)]
        tied = [tapi3.advise(self.tapi, sink, self.interface) for sink in sinks]
        call = self.call()
        call.Connect(True)
        call.Disconnect(tapi3.DC_NORMAL)
        for sink in sinks:
            sink.wait_for_end()
            self.assertEqual(sink.states(), ALL_THREE)
        for connection in tied:
            connection.close()

    def test_a_sink_that_raises_is_logged_and_gets_the_next_event(self) -> None:
        seen = Collector()

        def sink(kind: int, event: tapi3.Object) -> None:
            seen(kind, event)
            raise SystemExit("from a sink")

        call = self.call()
        with self.assertLogs("tapi3") as logs, tapi3.advise(self.tapi, sink, self.interface):
            call.Connect(True)
            call.Disconnect(tapi3.DC_NORMAL)
            seen.wait_for_end()
            self.tapi.Shutdown()
        self.assertEqual(seen.states(), ALL_THREE)
        self.assertEqual(len(logs.records), 3)
        self.assertIn("from a sink", logs.output[0])

    def test_no_event_after_close(self) -> None:
        first, second = Collector(), Collector()
        connection = tapi3.advise(self.tapi, first, self.interface)
        connection.close()
        connection.close()
        call = self.call()
        with tapi3.advise(self.tapi, second, self.interface):
            call.Connect(True)
            call.Disconnect(tapi3.DC_NORMAL)
            second.wait_for_end()
        self.assertEqual(first.seen, [])

    def test_a_sink_may_call_any_method_the_last_release_included(self) -> None:
        call = self.call()
        done = threading.Event()
        codes: List[Any] = []

        def sink(kind: int, event: tapi3.Object) -> None:
            if event.State == tapi3.CS_CONNECTED:
                codes.append(event.Call.Disconnect(tapi3.DC_NORMAL))
                connection.close()
                self.tapi.Shutdown()
                self.tapi.release()
                done.set()

        connection = tapi3.advise(self.tapi, sink, self.interface)
        call.Connect(False)
        self.assertTrue(done.wait(SOON))
        self.assertEqual(codes[0], tapi3.S_OK)
        self.tapi = tapi3.create("TAPI", "ITTAPI")
        self.tapi.Initialize()

    def test_the_filter_chooses(self) -> None:
        seen = Collector()
        self.tapi.EventFilter = tapi3.TE_CALLINFOCHANGE | tapi3.TE_CALLSTATE
        call = self.call()
        with tapi3.advise(self.tapi, seen, self.interface):
            call.query("ITCallInfo").CallInfoLong[tapi3.CIL_APPSPECIFIC] = 1
            self.tapi.EventFilter = tapi3.TE_CALLSTATE
            call.query("ITCallInfo").CallInfoLong[tapi3.CIL_APPSPECIFIC] = 2
            call.Connect(True)
            call.Disconnect(tapi3.DC_NORMAL)
            seen.wait_for_end()
        kinds = [kind for kind, _ in seen.seen]
        self.assertEqual(kinds, [tapi3.TE_CALLINFOCHANGE] + [tapi3.TE_CALLSTATE] * 3)

    def test_references_to_a_sink_are_balanced(self) -> None:
        before = len(_sink._alive)
        seen = Collector()
        connection = tapi3.advise(self.tapi, seen, self.interface)
        sink = connection._sink
        assert sink is not None
        call = self.call()
        call.Connect(True)
        call.Disconnect(tapi3.DC_NORMAL)
        seen.wait_for_end()
        connection.close()
        self.tapi.Shutdown()
        self.assertEqual(sink.count, 0)
        self.assertEqual(len(_sink._alive), before)

    def test_what_a_sink_is_asked_for(self) -> None:
        sink = _sink.Sink(lambda kind, event: None, self.interface)
        self.addCleanup(sink.close)
        found = sink.com.query("IUnknown")
        self.assertEqual(found, sink.com)
        self.assertTrue(found.supports(self.interface))
        self.assertFalse(found.supports("ITTAPI"))
        self.assertEqual(count(found), 2)

    def test_what_is_no_source_is_refused(self) -> None:
        with self.assertRaises(tapi3.E_NOINTERFACE):
            tapi3.advise(self.address, lambda kind, event: None, self.interface)
        with self.assertRaises(TypeError):
            tapi3.advise("TAPI", lambda kind, event: None, self.interface)
        with self.assertRaises(ValueError):
            tapi3.advise(self.tapi, lambda kind, event: None, "ITAddress")


class DispatchSinkTest(SinkTest):
    interface = "ITTAPIDispatchEventNotification"

    def test_it_answers_for_its_member_by_name(self) -> None:
        seen: List[Any] = []
        sink = _sink.Sink(lambda kind, event: seen.append((kind, event)), self.interface)
        self.addCleanup(sink.close)
        late = sink.com.query("IDispatch")
        self.assertEqual(late.EVENT(tapi3.TE_ADDRESS, self.address), None)
        self.assertEqual(seen[0], (tapi3.TE_ADDRESS, self.address))
        with self.assertRaises(AttributeError):
            late.Nonsense
        with self.assertRaises(tapi3.DISP_E_BADPARAMCOUNT):
            late.Event(1)


class StreamTest(SessionTest):
    """Level two: iterators and functions."""

    def test_a_stream_of_a_call_begins_with_it_and_ends_with_it(self) -> None:
        call = self.connected()
        early = call.events()
        call.disconnect()
        self.assertEqual(states(early), ALL_THREE)
        self.assertEqual(states(call.events()), ALL_THREE)
        self.assertTrue(all(event.call is call for event in call.events()))

    def test_a_stream_of_the_session_has_all_calls(self) -> None:
        with self.tapi.events(timeout=SOON) as stream:
            first, second = self.connected(), self.connected()
            first.disconnect()
            second.disconnect()
            seen: List[Any] = []
            for event in stream:
                if event.state is not None:
                    seen.append(event)
                if len(seen) == 6:
                    break
        for call in (first, second):
            self.assertEqual(states(e for e in seen if e.call is call), ALL_THREE)
        self.assertEqual(list(stream), [])

    def test_a_stream_waits_no_longer_than_allowed(self) -> None:
        self.assertEqual(list(self.tapi.events(timeout=0.01)), [])
        with self.tapi.events() as stream, self.assertRaises(tapi3.TAPI_E_TIMEOUT):
            stream.wait(0.01)
        with self.assertRaises(tapi3.Released):
            stream.wait()

    def test_functions_are_called_until_they_are_dropped(self) -> None:
        seen: List[Any] = []
        more: List[Any] = []
        call = self.one.call("1001")
        subscription = call.on_event(seen.append)
        with self.tapi.on_event(more.append):
            call.connect()
            call.wait(tapi3.CS_CONNECTED, timeout=SOON)
            list(zip(range(2), call.events(timeout=SOON)))
            subscription.close()
        call.disconnect()
        self.assertEqual(len(list(call.events())), 3)
        self.assertEqual(states(seen), ALL_THREE[:2])
        self.assertEqual(states(more)[:1], ALL_THREE[:1])
        with self.assertRaises(TypeError):
            call.on_event(3)  # type: ignore[arg-type]

    def test_a_function_that_raises_disturbs_nobody(self) -> None:
        seen: List[Any] = []
        call = self.one.call("1001")
        call.on_event(lambda event: 1 / 0)
        call.on_event(seen.append)
        with self.assertLogs("tapi3") as logs:
            call.connect()
            call.disconnect()
            self.assertEqual(len(list(call.events())), 3)
        self.assertEqual(states(seen), ALL_THREE)
        self.assertIn("ZeroDivisionError", logs.output[0])

    def test_a_function_may_hang_up(self) -> None:
        call = self.one.call("1001")

        def hang_up(event: tapi3.Event) -> None:
            if event.state == tapi3.CS_CONNECTED:
                call.disconnect()

        call.on_event(hang_up)
        call.connect(wait=False)
        self.assertIs(call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    def test_events_of_every_kind(self) -> None:
        self.tapi.com.SetCallHubTracking(None, True)
        with self.tapi.events(timeout=SOON) as stream:
            outgoing, incoming = self.pair()
            outgoing.info.app_specific = 5
            self.two.message_waiting = True
            kinds = {}
            for event in stream:
                kinds[event.kind] = event
                if event.detail == tapi3.AE_MSGWAITON and event.kind == tapi3.TE_ADDRESS:
                    break
        self.assertIs(kinds[tapi3.TE_CALLNOTIFICATION].call, incoming)
        self.assertIs(kinds[tapi3.TE_CALLNOTIFICATION].detail, tapi3.CNE_OWNER)
        self.assertIs(kinds[tapi3.TE_CALLINFOCHANGE].call, outgoing)
        self.assertIs(kinds[tapi3.TE_CALLINFOCHANGE].detail, tapi3.CIC_APPSPECIFIC)
        self.assertEqual(kinds[tapi3.TE_CALLHUB].com.interface, "ITCallHubEvent")
        self.assertEqual(kinds[tapi3.TE_ADDRESS].line, self.two)
        self.assertNotIn("None", repr(kinds[tapi3.TE_ADDRESS]))

    def test_events_of_terminals_have_their_object(self) -> None:
        class Told:
            Address = None

            def __init__(self, event: int) -> None:
                self.Event = event

        for detail in (tapi3.AE_NEWTERMINAL, tapi3.AE_REMOVETERMINAL):
            told: Any = Told(detail)
            event = self.tapi._read(tapi3.TE_ADDRESS, told)
            self.assertEqual((event.detail, event.com), (detail, told))
        told = Told(tapi3.AE_STATE)
        self.assertIsNone(self.tapi._read(tapi3.TE_ADDRESS, told).com)


if __name__ == "__main__":
    unittest.main()
