"""Calls that come in: from the first simulated line to the second."""

from __future__ import annotations

import unittest

import tapi3

from .support import MANUAL, SOON, SessionTest, states


class IncomingTest(SessionTest):
    def ring(self) -> tapi3.Call:
        call = self.one.call(self.two.number)
        call.connect(wait=False)
        return call

    def test_answer_and_be_hung_up(self) -> None:
        with self.tapi.listen([self.two]) as incoming:
            outgoing = self.ring()
            call = incoming.wait(SOON)
            self.assertIs(call.state, tapi3.CS_OFFERING)
            self.assertEqual(call.line, self.two)
            call.answer()
            self.assertIs(call.state, tapi3.CS_CONNECTED)
            outgoing.wait(tapi3.CS_CONNECTED, timeout=SOON)
            outgoing.disconnect()
            self.assertIs(call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)
            # A remote hang-up is one: ours changes nothing, and is no failure.
            self.assertTrue(call.disconnect())
        self.assertEqual(
            [event.kind.name for event in call.events()],
            ["TE_CALLNOTIFICATION"] + ["TE_CALLSTATE"] * 3,
        )
        self.assertEqual(states(call.events()), ["CS_OFFERING", "CS_CONNECTED", "CS_DISCONNECTED"])

    def test_refuse(self) -> None:
        with self.tapi.listen() as incoming:
            for refuse, cause in (
                (lambda call: call.reject(), tapi3.CEC_DISCONNECT_REJECTED),
                (lambda call: call.disconnect(), tapi3.CEC_DISCONNECT_BUSY),
                (
                    lambda call: call.disconnect(tapi3.DC_NOANSWER),
                    tapi3.CEC_DISCONNECT_NOANSWER,
                ),
            ):
                outgoing = self.ring()
                self.assertTrue(refuse(incoming.wait(SOON)))
                outgoing.wait(timeout=SOON)
                list(outgoing.events(timeout=SOON))
                self.assertIs(outgoing.cause, cause)

    def test_the_caller_gives_up(self) -> None:
        with self.tapi.listen() as incoming:
            outgoing = self.ring()
            call = incoming.wait(SOON)
            outgoing.disconnect()
            self.assertIs(call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)
            with self.assertRaises(tapi3.E_UNEXPECTED):
                call.answer()

    def test_a_loop_over_calls(self) -> None:
        with self.tapi.listen(timeout=SOON) as incoming:
            self.ring()
            for number, call in enumerate(incoming):
                with call:
                    call.answer()
                if number == 4:
                    break
                self.ring()
        self.assertEqual(number, 4)

    def test_it_ends_when_nobody_calls(self) -> None:
        self.assertEqual(list(self.tapi.listen(timeout=0.01)), [])

    def test_a_call_rejected_while_it_is_announced(self) -> None:
        def reject(event: tapi3.Event) -> None:
            if event.kind == tapi3.TE_CALLNOTIFICATION and event.call is not None:
                event.call.reject()

        with self.tapi.on_event(reject), self.tapi.listen():
            outgoing = self.ring()
            self.assertIs(outgoing.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    def test_other_lines_are_not_listened_to(self) -> None:
        with self.tapi.listen([self.one]) as incoming:
            self.ring()
            with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
                incoming.wait(0.05)

    def test_every_listener_gets_each_call_once(self) -> None:
        with self.tapi.listen() as first, self.tapi.listen([self.two]) as second:
            self.ring()
            self.assertIs(first.wait(SOON), second.wait(SOON))
            for listener in (first, second):
                with self.assertRaises(tapi3.TAPI_E_TIMEOUT):
                    listener.wait(0.05)

    def test_after_closing_nobody_is_told(self) -> None:
        with self.tapi.listen() as incoming:
            pass
        incoming.close()
        self.ring()
        self.assertEqual(list(incoming), [])
        self.assertEqual(self.two.calls, [])

    def test_a_monitor_watches_and_may_do_nothing(self) -> None:
        with tapi3.open() as other, other.listen(monitor=True) as watched:
            outgoing, _ = self.pair()
            call = watched.wait(SOON)
            self.assertIs(call.privilege, tapi3.CP_MONITOR)
            with self.assertRaises(tapi3.TAPI_E_NOTOWNER):
                call.disconnect()
            outgoing.disconnect()
            self.assertIs(call.wait(timeout=SOON), tapi3.CS_DISCONNECTED)

    def test_two_sessions_of_a_process(self) -> None:
        with tapi3.open() as other, other.listen() as incoming:
            outgoing = self.ring()
            with incoming.wait(SOON) as call:
                call.answer()
                outgoing.wait(tapi3.CS_CONNECTED, timeout=SOON)
                self.assertEqual(call.info.caller_number, self.one.number)


class VisitTest(SessionTest):
    configuration = (
        MANUAL
        + """
[[simulation.call]]
from = "0891234"
name = "A visitor"
to = "2002"
after = "5s"
"""
    )

    def test_a_call_that_comes_by_itself(self) -> None:
        with self.tapi.listen() as incoming:
            tapi3.advance_clock(5000)
            call = incoming.wait(SOON)
            self.assertEqual(call.info.caller_number, "0891234")
            self.assertEqual(call.info.caller_name, "A visitor")


if __name__ == "__main__":
    unittest.main()
