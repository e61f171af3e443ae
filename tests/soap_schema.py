"""Checks the EWS messages and the service description with software that is not ours.

usage: soap_schema.py DIR

DIR holds the schema files, Services.wsdl and messages/*.xml, all written by the Rust test
`soap_schema`. Every message is validated against the schema (lxml); the WSDL is loaded by zeep with
the network cut off, zeep reads the messages, and the requests that zeep makes are left in
DIR/zeep/*.xml for the Rust test to read.

Exits with 77 when lxml or zeep is not installed.
"""

import pathlib
import socket
import sys

try:
    from lxml import etree
    import zeep
    import zeep.transports
except ImportError as missing:
    print(missing)
    sys.exit(77)

ADDRESS = "http://pbx.example:8080/EWS/Exchange.asmx"
SOAP = "schemas.xmlsoap.org/soap/envelope/"
EXCHANGE = "schemas.microsoft.com/exchange/services/2006/"
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://{e}messages" schemaLocation="messages.xsd"/>
  <xs:import namespace="http://{e}types" schemaLocation="types.xsd"/>
  <xs:import namespace="http://{e}errors" schemaLocation="errors.xsd"/>
</xs:schema>"""


def cut_off_the_network():
    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was asked for")

    socket.socket.connect = refuse
    socket.getaddrinfo = refuse


def load_schema(directory):
    driver = etree.fromstring(SCHEMA.format(e=EXCHANGE), base_url=str(directory / "all.xsd"))
    return etree.XMLSchema(driver)


def parse(text):
    """The message in the http:// spelling, which is the one that the schema describes."""
    for name in (SOAP, EXCHANGE):
        text = text.replace(b"https://" + name.encode(), b"http://" + name.encode())
    return etree.fromstring(text)


def soap(name):
    return f"{{http://{SOAP}}}{name}"


def check_message(schema, root):
    """Raises unless the message is what SOAP 1.1 and the schema say."""
    assert root.tag == soap("Envelope"), root.tag
    body = root[-1]
    assert body.tag == soap("Body") and len(body) == 1, body.tag
    content = body[0]
    if content.tag == soap("Fault"):
        if len(root) == 2:
            assert root[0].tag == soap("Header") and len(root[0]) == 1
            schema.assertValid(root[0][0])
        else:
            assert len(root) == 1, "a fault has the version or no header"
        assert [c.tag for c in content] == ["faultcode", "faultstring", "detail"]
        prefix, code = content[0].text.split(":")
        detail = content[2]
        if prefix == "s":
            assert code in ("VersionMismatch", "MustUnderstand"), code
        else:
            assert content[0].nsmap[prefix] == f"http://{EXCHANGE}types"
            assert detail[0].text == code
        names = [f"{{http://{EXCHANGE}errors}}{n}" for n in ("ResponseCode", "Message")]
        assert [c.tag for c in detail[:2]] == names
        assert len(detail) <= 3
        for part in detail:
            schema.assertValid(part)
    else:
        assert [c.tag for c in root] == [soap("Header"), soap("Body")]
        assert len(root[0]) == 1
        schema.assertValid(root[0][0])
        schema.assertValid(content)
        if content[0].tag == f"{{http://{EXCHANGE}messages}}ResponseMessages":
            content = content[0][0]
        if content.get("ResponseClass") == "Error":
            names = [etree.QName(c).localname for c in content[:3]]
            assert names == ["MessageText", "ResponseCode", "DescriptiveLinkKey"], names


def refuses_spoilt_messages(schema, good):
    """The checks above would be worthless if they let these pass."""
    for old, new in (
        (b"Success", b"Fine"),
        (b"NoError", b"ErrorServiceUnavailable"),
        (b"Connected", b"Ringing"),
        (b"MajorBuildNumber=", b"Other="),
        (b"SIPResponseText", b"SIPResponse"),
        (b"<s:Header>", b"<s:Header><!-- a --><a/>"),
    ):
        assert old in good, old
        try:
            check_message(schema, parse(good.replace(old, new)))
        except (AssertionError, etree.DocumentInvalid):
            continue
        raise SystemExit(f"{new!r} instead of {old!r} went unnoticed")


class Canned(zeep.transports.Transport):
    """Answers every request with `answer` and keeps it."""

    answer = b""
    sent = None

    def post(self, address, message, headers):
        assert address == ADDRESS, address
        self.sent = message
        self.action = headers["SOAPAction"]
        reply = type("Reply", (), {})()
        reply.status_code, reply.content = 200, self.answer
        reply.headers, reply.encoding = {"Content-Type": "text/xml; charset=utf-8"}, "utf-8"
        return reply

    def load(self, url):
        assert "://" not in url or url.startswith("file://"), url
        return super().load(url)


def drive_zeep(directory):
    transport = Canned()
    client = zeep.Client(str(directory / "Services.wsdl"), transport=transport)
    out = directory / "zeep"
    out.mkdir(exist_ok=True)
    headers = {
        "RequestVersion": {"Version": "Exchange2013"},
        "Impersonation": {"ConnectingSID": {"SmtpAddress": "a@example.com"}},
        "MailboxCulture": "de-DE",
    }

    def call(operation, answer, soapheaders=None, **arguments):
        transport.answer = (directory / "messages" / answer).read_bytes()
        result = getattr(client.service, operation)(_soapheaders=soapheaders, **arguments)
        assert transport.action == f'"http://{EXCHANGE}messages/{operation}"', transport.action
        (out / f"{operation}{'' if soapheaders else ' bare'}.xml").write_bytes(transport.sent)
        return result

    for soapheaders in (headers, None):
        play = call(
            "PlayOnPhone",
            "PlayOnPhone success.xml",
            soapheaders,
            ItemId={"Id": "AAMk<&>", "ChangeKey": "k"},
            DialString="tel:+49-30-123;ext=9",
        )
        assert play.header.ServerVersion.MajorVersion == 15
        assert play.body.PhoneCallId.Id == "call 1", play
        get = call(
            "GetPhoneCallInformation",
            "GetPhoneCallInformation Disconnected UserBusy.xml",
            soapheaders,
            PhoneCallId={"Id": "call 1"},
        ).body
        assert get.ResponseClass == "Success" and get.ResponseCode == "NoError"
        info = get.PhoneCallInformation
        assert (info.PhoneCallState, info.ConnectionFailureCause) == ("Disconnected", "UserBusy")
        assert (info.SIPResponseText, info.SIPResponseCode) == ("Busy Here", 486)
        over = call(
            "DisconnectPhoneCall",
            "DisconnectPhoneCall success.xml",
            soapheaders,
            PhoneCallId={"Id": "call 1"},
        ).body
        assert over.ResponseCode == "NoError"
    refused = call(
        "DisconnectPhoneCall",
        "DisconnectPhoneCall ErrorInvalidPhoneCallId.xml",
        PhoneCallId={"Id": "call 2"},
    ).body
    assert refused.ResponseClass == "Error", refused
    assert refused.ResponseCode == "ErrorInvalidPhoneCallId", refused
    assert refused.DescriptiveLinkKey == 0, refused


def main():
    directory = pathlib.Path(sys.argv[1]).resolve()
    cut_off_the_network()
    schema = load_schema(directory)
    messages = sorted((directory / "messages").glob("*.xml"))
    assert messages, "nothing to check"
    for path in messages:
        try:
            check_message(schema, parse(path.read_bytes()))
        except (AssertionError, etree.Error) as wrong:
            raise SystemExit(f"{path.name}: {wrong}") from wrong
    good = directory / "messages" / "GetPhoneCallInformation Connected None.xml"
    refuses_spoilt_messages(schema, good.read_bytes())
    drive_zeep(directory)
    print(f"{len(messages)} messages are valid")


if __name__ == "__main__":
    main()
