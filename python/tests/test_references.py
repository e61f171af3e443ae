"""References: what Python takes it gives back, at once and once."""

from __future__ import annotations

import gc
import unittest
from typing import Any, Callable

import tapi3

from .support import SOON, SessionTest, count


class BalanceTest(unittest.TestCase):
    def setUp(self) -> None:
        # Nothing may wait for the garbage collector.
        gc.collect()
        gc.disable()
        self.addCleanup(gc.enable)
        self.tapi = tapi3.create("TAPI", "ITTAPI2")
        self.tapi.Initialize()
        self.addCleanup(self.tapi.Shutdown)
        self.address = next(iter(self.tapi.EnumerateAddresses()))
        self.call = self.address.CreateCall("1001", 1, 8)

    def unchanged(self, found: tapi3.Object, work: Callable[[], Any]) -> None:
        work()
        before = count(found)
        for _ in range(3):
            work()
        self.assertEqual(count(found), before)

    def test_a_new_object_is_ours_alone(self) -> None:
        self.assertEqual(count(tapi3.create("TAPI")), 1)
        self.assertEqual(count(self.call), 1)

    def test_query_and_comparison(self) -> None:
        self.unchanged(self.call, lambda: self.call.query("ITCallInfo"))
        self.unchanged(self.call, lambda: self.call.supports("ITCallInfo"))
        self.unchanged(self.call, lambda: self.call == self.call.query("IUnknown"))

    def test_members_of_both_kinds(self) -> None:
        late = self.call.query("IDispatch")
        self.unchanged(self.call, lambda: late.CallState)
        self.unchanged(self.address, lambda: self.call.CallInfoLong(tapi3.CIL_ORIGIN))
        self.unchanged(self.address, lambda: late.Address)
        self.unchanged(self.address, lambda: self.call.query("ITCallInfo").Address)
        self.unchanged(self.call, lambda: list(self.address.Calls))
        self.unchanged(self.call, lambda: list(self.address.EnumerateCalls()))
        self.unchanged(self.address, lambda: self.tapi.EnumerateAddresses().Next(2))

    def test_objects_as_arguments(self) -> None:
        def register() -> None:
            token = self.tapi.RegisterCallNotifications(self.address, False, True, 8, 0)
            self.tapi.UnregisterNotifications(token)

        late = self.tapi.query("IDispatch")

        def register_late() -> None:
            token = late.RegisterCallNotifications(self.address, False, True, 8, 0)
            late.UnregisterNotifications(token)

        def track() -> None:
            self.tapi.SetCallHubTracking([self.address], True)
            late.SetCallHubTracking([self.address], False)

        for work in (register, register_late, track):
            self.unchanged(self.address, work)

    def test_collections_hold_what_they_hold(self) -> None:
        held = self.tapi.CreateEmptyCollectionObject()
        before = count(self.call)
        held.Add(1, self.call)
        self.assertEqual(count(self.call), before + 1)
        held.Add(2, [self.call, self.call])
        self.assertEqual(count(self.call), before + 3)
        self.unchanged(self.call, lambda: [held[1], held[2], list(held)])
        held.release()
        self.assertEqual(count(self.call), before)

    def test_failures(self) -> None:
        def fail() -> None:
            for work in (
                lambda: self.tapi.RegisterCallNotifications(self.address, False, False, 8, 0),
                lambda: self.tapi.RegisterCallNotifications(self.address, False, True, 8, "x"),
                lambda: self.tapi.query("IDispatch").RegisterCallNotifications(self.address),
                lambda: self.tapi.SetCallHubTracking([self.address, object()], True),
                lambda: self.address.query("ITBasicCallControl"),
            ):
                try:
                    work()
                except (tapi3.Error, TypeError, ValueError):
                    continue
                self.fail("a failure was expected")

        self.unchanged(self.address, fail)

    def test_release_gives_back_at_once(self) -> None:
        other = self.call.query("ITCallInfo")
        self.assertEqual(count(self.call), 2)
        other.release()
        self.assertEqual(count(self.call), 1)


class SessionBalanceTest(SessionTest):
    def test_a_session_lets_go_of_its_calls_and_itself(self) -> None:
        found = self.tapi.com
        gc.collect()
        gc.disable()
        self.addCleanup(gc.enable)
        before = count(found)
        with self.tapi.listen() as incoming:
            for _ in range(3):
                outgoing = self.one.call(self.two.number)
                outgoing.connect(wait=False)
                call = incoming.wait(SOON)
                call.answer()
                call.disconnect()
                for ended in (outgoing, call):
                    list(ended.events(timeout=SOON))
        watched = outgoing.com
        del outgoing, call, ended
        # The library's event object goes after the sink has returned.
        self.tapi.close()
        self.assertEqual(count(watched), 1)
        self.assertLessEqual(count(found), before)
        self.assertEqual(len(self.tapi._calls), 0)


class FinalizedTest(SessionTest):
    def test_what_is_finalised_in_a_cycle_can_be_found_again(self) -> None:
        """The collector finalises a whole cycle before it looks whether something holds it."""
        found = []

        class Keeper:
            def __init__(self, call: tapi3.Object) -> None:
                self.call = call
                self.me = self

            def __del__(self) -> None:
                found.append(self.call)

        Keeper(self.one.com.CreateCall("1001", 1, 8))
        gc.collect()
        (call,) = found
        with self.assertRaises(tapi3.Released):
            call.Disconnect(tapi3.DC_NORMAL)
        with self.assertRaises(tapi3.Released):
            call.query("ITCallInfo")


if __name__ == "__main__":
    unittest.main()
