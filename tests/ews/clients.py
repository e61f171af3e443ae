"""Drives the endpoint with SOAP clients that others wrote.

usage: clients.py zeep|exchangelib|unpinned URL [NUMBER]

Without a number it goes through every call and error. The users of the endpoint are then those of
the Rust test `ews_clients`; each has its name as password, and `single` has the one call already
that it may have. With a number it calls that, waits for the answer and hangs up.

Exits with 77 when a client is not installed.
"""

import json
import pathlib
import sys
import time

CASES = json.loads((pathlib.Path(__file__).parent / "cases.json").read_text())
DEADLINE = 30
TYPES = "http://schemas.microsoft.com/exchange/services/2006/types"


def expect(what, found, wanted):
    assert found == wanted, f"{what}: {found!r}, not {wanted!r}"


class Zeep:
    """zeep with the WSDL of the endpoint itself."""

    def __init__(self, url, user, password=None):
        import requests
        import zeep
        from zeep.transports import Transport

        session = requests.Session()
        session.auth = (user, password or user)
        self.transport_error = zeep.exceptions.TransportError
        self.fault = zeep.exceptions.Fault
        self.headers = {"RequestVersion": {"Version": "Exchange2013"}}
        self.client = zeep.Client(url + "?wsdl", transport=Transport(session=session))

    @staticmethod
    def spelled(code):
        return code

    def with_headers(self, xml):
        """Sends these header entries, and no others."""
        from lxml import etree

        self.headers = list(etree.fromstring(f'<h xmlns:t="{TYPES}">{xml}</h>'))
        return self

    def ask(self, operation, **arguments):
        try:
            answer = getattr(self.client.service, operation)(
                _soapheaders=self.headers, **arguments
            )
        except self.transport_error as error:
            return f"HTTP {error.status_code}", None
        except self.fault as fault:
            detail = fault.detail.find("{*}ResponseCode").text
            value = fault.detail.find(".//{*}Value")
            expect("faultcode", fault.code.split(":")[1], detail)
            return f"fault {detail}", None if value is None else int(value.text)
        expect("the header", answer.header.ServerVersion.MajorVersion, 15)
        return answer.body.ResponseCode, answer.body

    def play(self, item, number):
        code, body = self.ask("PlayOnPhone", ItemId={"Id": item}, DialString=number)
        return code, body.PhoneCallId and body.PhoneCallId.Id if code == "NoError" else body

    def information(self, call):
        code, body = self.ask("GetPhoneCallInformation", PhoneCallId={"Id": call})
        if code != "NoError":
            return code, body
        info = body.PhoneCallInformation
        return code, [
            info.PhoneCallState,
            info.ConnectionFailureCause,
            info.SIPResponseCode,
            info.SIPResponseText,
        ]

    def disconnect(self, call):
        return self.ask("DisconnectPhoneCall", PhoneCallId={"Id": call})[0]


class Exchangelib:
    """exchangelib with a small service of its own for each operation."""

    def __init__(self, url, user, password=None):
        import exchangelib
        from exchangelib import services
        from exchangelib.errors import EWSError, UnauthorizedError
        from exchangelib.protocol import Protocol
        from exchangelib.services.common import EWSService
        from exchangelib.util import MNS, TNS, create_element
        from exchangelib.version import EXCHANGE_2010, EXCHANGE_2016

        def service(name, contents):
            class Service(EWSService):
                SERVICE_NAME = name
                supported_from = EXCHANGE_2010

                def call(self, **kwargs):
                    return self._get_elements(payload=self.get_payload(**kwargs))

                def get_payload(self, **kwargs):
                    payload = create_element(f"m:{name}")
                    for child, attributes, text in contents(**kwargs):
                        element = create_element(f"m:{child}", attrs=attributes)
                        element.text = text
                        payload.append(element)
                    return payload

            return Service

        del services
        self.play_service = service(
            "PlayOnPhone",
            lambda item, number: [("ItemId", {"Id": item}, None), ("DialString", {}, number)],
        )
        call = lambda call: [("PhoneCallId", {"Id": call}, None)]  # noqa: E731
        self.information_service = service("GetPhoneCallInformation", call)
        self.broken_service = service("GetPhoneCallInformation", lambda: [("Nonsense", {}, None)])
        self.disconnect_service = service("DisconnectPhoneCall", call)
        self.names = MNS, TNS
        self.ews_error, self.unauthorized = EWSError, UnauthorizedError
        self.protocol = Protocol(
            config=exchangelib.Configuration(
                service_endpoint=url,
                credentials=exchangelib.Credentials(user, password or user),
                max_connections=1,
                **self.pinned(exchangelib, EXCHANGE_2016),
            )
        )

    @staticmethod
    def pinned(exchangelib, build):
        return {
            "auth_type": exchangelib.BASIC,
            "version": exchangelib.Version(build=build),
        }

    @staticmethod
    def spelled(code):
        """exchangelib does not tell faults from other errors."""
        return code.removeprefix("fault ")

    def ask(self, service, **arguments):
        try:
            elements = list(service(protocol=self.protocol).call(**arguments))
        except self.unauthorized:
            return "HTTP 401", None
        except self.ews_error as error:
            back_off = getattr(error, "back_off", None)
            kind = "fault " if back_off else ""
            return kind + type(error).__name__, back_off and int(back_off * 1000)
        # Some errors it returns instead of raising them.
        for element in elements:
            if isinstance(element, Exception):
                return type(element).__name__, None
        return "NoError", elements

    def play(self, item, number):
        code, elements = self.ask(self.play_service, item=item, number=number)
        if code != "NoError":
            return code, None
        tag = f"{{{self.names[0]}}}PhoneCallId"
        return code, next(e.get("Id") for e in elements if e.tag == tag)

    def information(self, call):
        code, elements = self.ask(self.information_service, call=call)
        if code != "NoError":
            return code, elements
        messages, types = self.names
        info = next(e for e in elements if e.tag == f"{{{messages}}}PhoneCallInformation")
        text = lambda name: info.find(f"{{{types}}}{name}").text  # noqa: E731
        return code, [
            text("PhoneCallState"),
            text("ConnectionFailureCause"),
            int(text("SIPResponseCode")),
            text("SIPResponseText"),
        ]

    def disconnect(self, call):
        return self.ask(self.disconnect_service, call=call)[0]


class Unpinned(Exchangelib):
    """exchangelib that is told neither the version nor how to log in, and finds out both."""

    @staticmethod
    def pinned(exchangelib, build):
        return {}

    def play(self, item, number):
        found = self.protocol.version
        expect("the version", (found.build.major_version, found.api_version), (15, "Exchange2016"))
        expect("a name", self.protocol.resolve_names(["alice"])[0].__class__.__name__,
               "ErrorNameResolutionNoResults")
        return super().play(item, number)


def cycle(client):
    for number, *shown in CASES["shown"]:
        code, call = client.play("welcome", number)
        expect(f"PlayOnPhone {number}", code, "NoError")
        expect(f"GetPhoneCallInformation {number}", client.information(call)[1], shown)
        expect(f"DisconnectPhoneCall {number}", client.disconnect(call), "NoError")
        expect(f"state after {number}", client.information(call)[1][0], "Disconnected")
        expect(f"DisconnectPhoneCall {number} again", client.disconnect(call), "NoError")
    code, call = client.play("welcome", "1005")
    end = time.monotonic() + DEADLINE
    while client.information(call)[1][0] != "Disconnected":
        assert time.monotonic() < end, "1005 does not hang up"


def hang_up(client, number):
    """What people do who do not test."""
    code, call = client.play("welcome", number)
    expect(f"PlayOnPhone {number}", code, "NoError")
    end = time.monotonic() + DEADLINE
    while (shown := client.information(call)[1])[0] != "Connected":
        assert time.monotonic() < end, f"{number} does not answer: {shown}"
        time.sleep(0.02)
    expect("DisconnectPhoneCall", client.disconnect(call), "NoError")
    expect("the end", client.information(call)[1], ["Disconnected", "None", 200, "OK"])


def refusals(connect, client):
    for user, item, number, wanted in CASES["refused"]:
        code, _ = connect(user).play(item, number)
        expect(f"PlayOnPhone {item!r} {number!r} by {user}", code, wanted)
    for length, wanted in CASES["long"]:
        code, _ = client.play("x" * length, "1001")
        expect(f"an item of {length}", client.spelled(code), client.spelled(wanted))
    for call in ("OWVl4NWb3N29t", "A" * 22, " "):
        expect("unknown", client.information(call)[0], "ErrorInvalidPhoneCallId")
        expect("unknown", client.disconnect(call), "ErrorInvalidPhoneCallId")
    _, call = client.play("welcome", "1001")
    other = connect("single")
    expect("another's call", other.information(call)[0], "ErrorInvalidPhoneCallId")
    expect("another's call", other.disconnect(call), "ErrorInvalidPhoneCallId")
    expect("the call goes on", client.information(call)[1][0], "Connected")
    _, silent = client.play("welcome", "1006")
    expect("no confirmation", client.disconnect(silent), "ErrorTimeoutExpired")
    code = "NoError"
    while code == "NoError":
        code, _ = client.play("welcome", "1003")
    expect("the server is full", code, "ErrorInsufficientResources")


def too_fast(client):
    for _ in range(1000):
        code, back_off = client.information("x")
        if code != "ErrorInvalidPhoneCallId":
            expect("too many requests", code, "fault ErrorServerBusy")
            assert 1 <= back_off <= 1000, back_off
            return
    raise AssertionError("never too many requests")


def main():
    kind, url, *number = sys.argv[1:]
    client_class = {"zeep": Zeep, "exchangelib": Exchangelib, "unpinned": Unpinned}[kind]

    def connect(user, password=None):
        return client_class(url, user, password)

    try:
        client = connect("demo")
    except ImportError as missing:
        print(missing)
        sys.exit(77)
    if number:
        hang_up(client, *number)
        print("done")
        return
    cycle(client)
    refusals(connect, client)
    too_fast(connect("hasty"))
    expect("wrong password", connect("demo", "wrong").information("x")[0], "HTTP 401")
    if kind == "zeep":
        for user, xml, wanted in CASES["headers"]:
            code, _ = connect(user).with_headers(xml).information("x")
            expect(f"{xml} by {user}", code, wanted)
    else:
        code, _ = client.ask(client.broken_service)
        expect("another element", code, "ErrorSchemaValidation")
    print("done")


if __name__ == "__main__":
    main()
