// Drives the page of live calls in a browser, as people do: by what they see, hear and press.
//
// usage: node browser.js URL SCENARIO
//
// The users "alice" and "bob" and the administrator "root" have their names as their passwords;
// none of them may dial what begins with 1900. Prints "done" at its end. Exits with 77 when
// playwright-core (NODE_PATH says where it is) or chromium is not installed. What it wants done to the server meanwhile it prints, and waits for a line.
"use strict";

const assert = require("assert");
const fs = require("fs");
const http = require("http");
const path = require("path");
const readline = require("readline");

function missing(what) {
  console.log(what);
  process.exit(77);
}

let chromium;
try {
  ({ chromium } = require("playwright-core"));
} catch (error) {
  missing(error.message.split("\n")[0]);
}

function browserPath() {
  for (const folder of (process.env.PATH || "").split(path.delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) {
        return file;
      }
    }
  }
  return missing("there is no chromium");
}

const [base, scenario] = process.argv.slice(2);
const PATIENCE = 60000;

const credentials = (who) => `Basic ${Buffer.from(`${who}:${who}`).toString("base64")}`;

/** Asks the API as a program does. */
async function ask(who, place, content) {
  const answer = await fetch(`${base}api/v1/${place}`, {
    method: content ? "POST" : "GET",
    headers: { Authorization: credentials(who), ...(content && { "Content-Type": "application/json" }) },
    body: content && JSON.stringify(content),
  });
  return { status: answer.status, ...(await answer.json()) };
}

async function live(who) {
  return (await ask(who, "calls?state=live")).calls;
}

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Has the test do something to the server. */
async function have(done) {
  console.log(done);
  assert.strictEqual((await lines.next()).value, "done");
}

let browser;
const faults = [];

/** A page that somebody has logged in to. */
async function open(who, more = {}) {
  const context = await browser.newContext({
    httpCredentials: { username: who, password: who },
    viewport: { width: 1280, height: 900 },
    ...more,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) {
      faults.push(`asked for ${request.url()}`);
    }
  });
  await page.goto(base);
  await page.getByText("live", { exact: true }).waitFor();
  return page;
}

const liveTable = (page) => page.getByRole("table", { name: "Live calls" });
const recentTable = (page) => page.getByRole("table", { name: "Recent calls" });
const row = (table, text) => table.getByRole("row").filter({ hasText: text });

async function dial(page, number) {
  await page.getByLabel("Number or SIP address").fill(number);
  await page.getByRole("button", { name: "Call", exact: true }).click();
}

/** Waits until a call has been placed by the form: the field is empty for the next number, and has the focus. */
async function answered(page) {
  await page.waitForFunction(() => {
    const at = document.activeElement;
    return at.id === "number" && at.value === "" && !document.getElementById("call").disabled;
  });
}

async function hangUp(page, number) {
  await page.getByRole("button", { name: `Hang up on ${number}` }).click();
  const question = page.getByRole("dialog", { name: "Hang up?" });
  await question.getByText(number).waitFor();
  await question.getByRole("button", { name: "Hang up" }).click();
  await question.waitFor({ state: "hidden" });
}

const SCENARIOS = {
  /** A call comes and goes, whoever places and ends it; others' calls are not shown. */
  async comes_and_goes() {
    const page = await open("alice");
    await page.getByText("No call is up.").waitFor();
    assert.strictEqual(await page.title(), "Calls – tapi3");
    await ask("bob", "calls", { number: "1001" });
    const { id } = await ask("alice", "calls", { number: "1003", item: "welcome" });
    const shown = row(liveTable(page), "1003");
    await shown.getByText("Ringing").waitFor();
    assert.match(await shown.innerText(), /1003\s+Ringing\s+0:\d\d\s+Desk\s+welcome\s+Hang up/);
    assert.strictEqual(await page.title(), "(1) Calls – tapi3");
    // Time goes on without any event.
    const time = shown.locator(".time");
    const before = await time.innerText();
    await page.waitForFunction(
      (before) => document.querySelector("#live-rows .time").textContent !== before,
      before,
    );
    // It was shown as new for a moment, and is not again when a cell of it comes into view.
    await page.waitForFunction(() => !document.querySelector("#live-rows .new"));
    await ask("alice", `calls/${id}/hang-up`, {});
    await row(recentTable(page), "1003").getByText("Cancelled before the answer").waitFor();
    await page.getByText("No call is up.").waitFor();
    // The far end answers and hangs up by itself.
    await ask("alice", "calls", { number: "1005" });
    await row(recentTable(page), "1005").getByText("by the far end").waitFor();
    await ask("alice", "calls", { number: "1002" });
    await row(recentTable(page), "1002").getByText("486 Busy Here").waitFor();
    const recent = await recentTable(page).locator("tbody .number").allInnerTexts();
    assert.deepStrictEqual(recent, ["1002", "1005", "1003"]);
    assert.strictEqual(await page.getByText("1001").count(), 0);
    assert.strictEqual(await page.getByText("administrator").isVisible(), false);
    const shownLines = await page.getByRole("region", { name: "Lines" }).getByRole("listitem").allInnerTexts();
    assert.deepStrictEqual(shownLines.map((text) => text.replace(/\s+/g, " ")), ["Desk 2001 in service"]);
  },

  /** Only with the keyboard: a question comes before a call is ended, and it can be kept. */
  async keyboard() {
    const page = await open("alice");
    await page.getByLabel("Number or SIP address").focus();
    await page.keyboard.type("1001");
    await page.keyboard.press("Enter");
    const button = page.getByRole("button", { name: "Hang up on 1001" });
    await button.waitFor();
    await answered(page);
    const focused = () => page.evaluate(() => {
      const at = document.activeElement;
      return at.getAttribute("aria-label") || at.textContent.trim() || at.id;
    });
    for (let n = 0; (await focused()) !== "Hang up on 1001"; n++) {
      assert(n < 10, "the button cannot be reached by the keyboard");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "Hang up?" });
    await question.waitFor();
    assert.strictEqual(await focused(), "Keep the call");
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "hidden" });
    assert.strictEqual(await focused(), "Hang up on 1001");
    assert.strictEqual((await live("alice")).length, 1);
    await page.keyboard.press("Enter");
    await question.waitFor();
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "hidden" });
    assert.strictEqual((await live("alice")).length, 1, "the first answer keeps the call");
    await page.keyboard.press("Enter");
    await question.waitFor();
    await page.keyboard.press("Tab");
    assert.strictEqual(await focused(), "Hang up");
    await page.keyboard.press("Enter");
    await row(recentTable(page), "1001").getByText("by its user").waitFor();
    assert.strictEqual((await live("alice")).length, 0);
    assert.match(await focused(), /^Live calls/);
    // Those who do not see it hear of it.
    await page.waitForFunction(() => document.getElementById("told").textContent === "Call to 1001: Ended");
  },

  /** What may not be dialled is refused in words; a hang-up that is not confirmed, too. */
  async refusals() {
    const page = await open("alice");
    const field = page.getByLabel("Number or SIP address");
    for (const [number, words] of [
      ["", "Whom shall it call?"],
      ["1900123", "You may not dial this number."],
      ["nobody", "This is no number or SIP address that can be dialled."],
    ]) {
      await dial(page, number);
      const message = page.locator("#form-message");
      await message.getByText(words).waitFor();
      assert.strictEqual(await field.getAttribute("aria-invalid"), "true");
      assert.strictEqual(await field.inputValue(), number);
    }
    assert.strictEqual((await live("alice")).length, 0);
    await dial(page, "1006");
    await row(liveTable(page), "1006").getByText("Connected").waitFor();
    assert.strictEqual(await page.locator("#form-message").innerText(), "");
    await page.getByRole("button", { name: "Hang up on 1006" }).click();
    const question = page.getByRole("dialog", { name: "Hang up?" });
    await question.getByRole("button", { name: "Hang up" }).click();
    await question.getByRole("alert").filter({ hasText: "the call is still up" }).waitFor();
    await question.getByRole("button", { name: "Keep the call" }).click();
    await row(liveTable(page), "1006").waitFor();
    // A user without dial patterns has no form.
    const watcher = await open("watcher");
    assert.strictEqual(await watcher.getByLabel("Number or SIP address").isVisible(), false);
  },

  /** An administrator sees and ends the calls of all, and their users see who did. */
  async administrator() {
    const [alice, root] = [await open("alice"), await open("root")];
    await dial(alice, "1001");
    await dial(root, "1003");
    const shown = row(liveTable(root), "1001");
    await shown.getByText("alice").waitFor();
    await row(liveTable(root), "1003").getByText("root").waitFor();
    assert.strictEqual(await row(liveTable(alice), "1003").count(), 0);
    assert.strictEqual(await root.getByText("administrator", { exact: true }).isVisible(), true);
    const shownLines = await root.getByRole("region", { name: "Lines" }).getByRole("listitem").count();
    assert.strictEqual(shownLines, 3);
    await root.getByText("out of service").waitFor();
    await root.getByRole("button", { name: "Hang up on 1001" }).click();
    await root.getByText("The call of alice to 1001 on Desk will be ended.").waitFor();
    await root.getByRole("button", { name: "Keep the call" }).click();
    await hangUp(root, "1001");
    await row(recentTable(alice), "1001").getByText("by an administrator").waitFor();
    await row(recentTable(root), "1001").getByText("alice").waitFor();
    assert.strictEqual((await live("root")).length, 1);
  },

  /** In a pool: the calls of another node, where alice has one to 1001, are seen and ended here. */
  async pool() {
    const [page, alice] = [await open("root"), await open("alice")];
    const far = row(liveTable(page), "1001");
    await far.getByText("n1", { exact: true }).waitFor();
    await far.getByText("alice").waitFor();
    assert.strictEqual(await page.getByRole("columnheader", { name: "Node" }).count(), 1);
    await dial(alice, "1003");
    await row(liveTable(page), "1003").getByText("n2", { exact: true }).waitFor();
    await row(liveTable(alice), "1001").getByText("n1", { exact: true }).waitFor();
    await hangUp(alice, "1001");
    await row(recentTable(page), "1001").getByText("by its user").waitFor();
    await row(recentTable(page), "1001").getByText("n1", { exact: true }).waitFor();
    await have("kill the other node");
    await page.getByText("No answer from n1").waitFor();
    await row(recentTable(page), "1001").waitFor({ state: "detached" });
    await page.getByText("No answer from n1").waitFor({ state: "hidden" });
    // Where there is one node only, nobody needs to be told which it is.
    await page.getByRole("columnheader", { name: "Node" }).waitFor({ state: "detached" });
    await row(liveTable(page), "1003").getByText("Ringing").waitFor();
  },

  /** A server that goes away is noticed, and so is its return. */
  async comes_back() {
    const page = await open("alice");
    await dial(page, "1001");
    await row(liveTable(page), "1001").getByText("Connected").waitFor();
    await have("stop the server");
    await page.getByText("not connected").waitFor();
    await page.getByRole("alert").filter({ hasText: "may be out of date" }).waitFor();
    await dial(page, "1002");
    await page.getByText("The server cannot be reached.").waitFor();
    await have("start the server");
    await page.getByText("live", { exact: true }).waitFor();
    // It has forgotten what was before.
    await page.getByText("No call is up.").waitFor();
    await row(liveTable(page), "1001").waitFor({ state: "detached" });
    await page.getByRole("alert").filter({ hasText: "out of date" }).waitFor({ state: "hidden" });
    await dial(page, "1001");
    await row(liveTable(page), "1001").getByText("Connected").waitFor();
    // And one that dies without a word.
    await have("kill the server");
    await page.getByText("not connected").waitFor();
    await have("start the server");
    await page.getByText("live", { exact: true }).waitFor();
    await page.getByText("No call is up.").waitFor();
  },

  /** Readable in the light and in the dark, on a wide screen and on a telephone's. */
  async looks() {
    const grounds = new Set();
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [1280, 1000, 390, 320]) {
        const page = await open("root", { colorScheme, viewport: { width, height: 800 } });
        if ((await live("root")).length === 0) {
          await dial(page, "1001");
          await dial(page, "sip:somebody.with.a.long.name.indeed.that.is@example.com");
          // As long as those of Exchange are.
          await page.locator("#item").fill(`AAMk${"x".repeat(300)}`);
          await dial(page, "1003");
        }
        await row(liveTable(page), "1003").getByText("Ringing").waitFor();
        const found = await page.evaluate(looksWrong);
        assert.deepStrictEqual(found.wrong, [], `${colorScheme} ${width}`);
        grounds.add(found.ground);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(overflow <= 0, `${width}: it is ${overflow} pixels too wide`);
        await page.context().close();
      }
    }
    assert.strictEqual(grounds.size, 2, "light and dark are the same");
  },

  /** No other site gets a browser that is logged in to do anything here, or to read it. */
  async other_sites() {
    const page = await open("alice");
    const before = (await ask("alice", "calls")).calls.length;
    const evil = http.createServer((request, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end("<title>evil</title><form method=post enctype=text/plain></form>");
    });
    await new Promise((listening) => evil.listen(0, "127.0.0.1", listening));
    // The same host in another spelling, so that the browser knows the credentials for both.
    const other = `http://127.0.0.1:${evil.address().port}/`;
    const tab = await page.context().newPage();
    await tab.goto(other);
    const tried = await tab.evaluate(async ({ api, other }) => {
      const content = JSON.stringify({ number: "1001" });
      const kinds = ["application/json", "text/plain", "application/x-www-form-urlencoded"];
      const results = [];
      for (const mode of ["cors", "no-cors"]) {
        for (const kind of kinds) {
          try {
            const answer = await fetch(api, {
              method: "POST", mode, credentials: "include", headers: { "Content-Type": kind }, body: content,
            });
            results.push(answer.type);
          } catch (error) {
            results.push("refused");
          }
        }
      }
      try {
        results.push(await (await fetch(api, { credentials: "include" })).text());
      } catch (error) {
        results.push("refused");
      }
      const form = document.querySelector("form");
      form.action = api;
      const field = document.createElement("input");
      field.name = '{"number":"1001","item":"';
      field.value = '"}';
      form.append(field);
      form.submit();
      return results;
    }, { api: `${base}api/v1/calls`, other });
    assert(tried.every((result) => result === "refused" || result === "opaque"), tried.join());
    await tab.waitForURL(`${base}api/v1/calls`);
    assert.match(await tab.innerText("body"), /another_site/);
    // Nor does it stand in a frame.
    await tab.goto(other);
    await tab.evaluate((base) => {
      const frame = document.createElement("iframe");
      frame.src = base;
      document.body.append(frame);
      return new Promise((loaded) => frame.addEventListener("load", loaded));
    }, base);
    assert.strictEqual(tab.frames().some((frame) => frame.url() === base), false);
    evil.close();
    assert.strictEqual((await ask("alice", "calls")).calls.length, before);
    // And text that were a script would not run.
    await page.evaluate(() => {
      window.ran = false;
      const script = document.createElement("script");
      try {
        script.textContent = "window.ran = true";
      } catch (error) {
        // Trusted types are demanded.
      }
      document.body.append(script);
    });
    assert.strictEqual(await page.evaluate(() => window.ran), false);
    faults.length = 0;
  },
};

/** In the page: texts whose colour is too near to that of their ground (WCAG 2.2, 1.4.3), controls
 * without a name, and those that are too small to be hit. */
function looksWrong() {
  const wrong = [];
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (color !== "transparent" && numbers(color)[3] !== 0) {
        return color;
      }
    }
    return "rgb(255, 255, 255)";
  };
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !element.checkVisibility() || element.closest(".unseen, .skip, thead, noscript, template")) {
      continue;
    }
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) {
      wrong.push(`"${element.textContent.trim()}" has a contrast of ${contrast.toFixed(2)}`);
    }
  }
  for (const button of document.querySelectorAll("button, input, select")) {
    const { height, width } = button.getBoundingClientRect();
    if (button.checkVisibility() && (height < 24 || width < 24)) {
      wrong.push(`${button.outerHTML} is ${width} x ${height}`);
    }
  }
  // A line, a user: a word stands on one row, whatever is beside it.
  for (const cell of document.querySelectorAll("td.line, td.user, td.node")) {
    const text = document.createRange();
    text.selectNodeContents(cell);
    const rows = new Set([...text.getClientRects()].map((row) => row.top)).size;
    if (rows > cell.textContent.trim().split(" ").length) {
      wrong.push(`"${cell.textContent}" is broken into ${rows} rows`);
    }
  }
  return { wrong, ground: getComputedStyle(document.body).backgroundColor };
}

(async () => {
  browser = await chromium.launch({
    executablePath: browserPath(),
    // The sandbox wants what containers do not give, and only our own page is looked at.
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    timeout: PATIENCE,
  });
  try {
    await SCENARIOS[scenario]();
    assert.deepStrictEqual(faults, []);
    console.log("all is well");
  } finally {
    await browser.close();
  }
})().then(
  () => process.exit(0),
  (error) => {
    console.log(error.stack || error);
    process.exit(1);
  },
);
