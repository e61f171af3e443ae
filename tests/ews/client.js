// Drives the endpoint with node's `soap`.
//
// usage: node client.js URL [NUMBER]
//
// As clients.py. Exits with 77 when `soap` is not installed; NODE_PATH says where it is.
"use strict";

const assert = require("assert");
const cases = require("./cases.json");

let soap;
try {
  soap = require("soap");
} catch (missing) {
  console.log(missing.message.split("\n")[0]);
  process.exit(77);
}

const [url, number] = process.argv.slice(2);
const TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";

async function connect(user, password) {
  const client = await soap.createClientAsync(url + "?wsdl");
  client.setSecurity(new soap.BasicAuthSecurity(user, password || user));
  return {
    client,
    async ask(operation, contents) {
      try {
        const [answer] = await client[operation + "Async"](contents);
        return [answer.ResponseCode, answer];
      } catch (error) {
        const fault = error.root && error.root.Envelope.Body.Fault;
        if (fault) {
          const xml = fault.detail.MessageXml;
          const value = xml && xml.Value;
          return ["fault " + fault.detail.ResponseCode, value && Number(value.$value || value)];
        }
        return ["HTTP " + ((error.response && error.response.status) || error.message), null];
      }
    },
    async play(item, number) {
      const contents = { ItemId: { attributes: { Id: item } }, DialString: number };
      const [code, answer] = await this.ask("PlayOnPhone", contents);
      return [code, code === "NoError" ? answer.PhoneCallId.attributes.Id : null];
    },
    async information(call) {
      const contents = { PhoneCallId: { attributes: { Id: call } } };
      const [code, answer] = await this.ask("GetPhoneCallInformation", contents);
      if (code !== "NoError") return [code, answer];
      const info = answer.PhoneCallInformation;
      return [
        code,
        [info.PhoneCallState, info.ConnectionFailureCause, info.SIPResponseCode, info.SIPResponseText],
      ];
    },
    async disconnect(call) {
      return (await this.ask("DisconnectPhoneCall", { PhoneCallId: { attributes: { Id: call } } }))[0];
    },
  };
}

async function cycle(client) {
  for (const [number, ...shown] of cases.shown) {
    const [code, call] = await client.play("welcome", number);
    assert.strictEqual(code, "NoError", number);
    assert.deepStrictEqual((await client.information(call))[1], shown, number);
    assert.strictEqual(await client.disconnect(call), "NoError", number);
    assert.strictEqual((await client.information(call))[1][0], "Disconnected", number);
    assert.strictEqual(await client.disconnect(call), "NoError", number);
  }
}

// What people do who do not test.
async function hangUp(client) {
  const [code, call] = await client.play("welcome", number);
  assert.strictEqual(code, "NoError");
  const end = Date.now() + 30000;
  let shown;
  while ((shown = (await client.information(call))[1])[0] !== "Connected") {
    assert.ok(Date.now() < end, `${number} does not answer: ${shown}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.strictEqual(await client.disconnect(call), "NoError");
  assert.deepStrictEqual((await client.information(call))[1], ["Disconnected", "None", 200, "OK"]);
}

async function refusals(client) {
  for (const [user, item, number, wanted] of cases.refused) {
    const [code] = await (await connect(user)).play(item, number);
    assert.strictEqual(code, wanted, `${user} ${item} ${number}`);
  }
  for (const [length, wanted] of cases.long) {
    assert.strictEqual((await client.play("x".repeat(length), "1001"))[0], wanted);
  }
  for (const [user, xml, wanted] of cases.headers) {
    const other = await connect(user);
    other.client.addSoapHeader(xml.replace(/<t:\w+/g, `$& xmlns:t="${TYPES}"`));
    assert.strictEqual((await other.information("x"))[0], wanted, `${xml} by ${user}`);
  }
  const [broken] = await client.ask("GetPhoneCallInformation", { Nonsense: {} });
  assert.strictEqual(broken, "fault ErrorSchemaValidation");
  for (const call of ["OWVl4NWb3N29t", "A".repeat(22)]) {
    assert.strictEqual((await client.information(call))[0], "ErrorInvalidPhoneCallId");
    assert.strictEqual(await client.disconnect(call), "ErrorInvalidPhoneCallId");
  }
  const [, silent] = await client.play("welcome", "1006");
  assert.strictEqual(await client.disconnect(silent), "ErrorTimeoutExpired");
  let code;
  do [code] = await client.play("welcome", "1003");
  while (code === "NoError");
  assert.strictEqual(code, "ErrorInsufficientResources");
}

async function tooFast() {
  const client = await connect("hasty");
  for (let n = 0; n < 1000; n++) {
    const [code, backOff] = await client.information("x");
    if (code !== "ErrorInvalidPhoneCallId") {
      assert.strictEqual(code, "fault ErrorServerBusy");
      assert.ok(backOff >= 1 && backOff <= 1000, String(backOff));
      return;
    }
  }
  assert.fail("never too many requests");
}

async function main() {
  const client = await connect("demo");
  if (number) {
    await hangUp(client);
    return console.log("done");
  }
  await cycle(client);
  await refusals(client);
  await tooFast();
  const stranger = await connect("demo", "wrong");
  assert.strictEqual((await stranger.information("x"))[0], "HTTP 401");
  console.log("done");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
