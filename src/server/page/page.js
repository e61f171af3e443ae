// The page of live calls: hears what happens from /api/v1/events and shows it, places calls and
// hangs up. All text goes into the page as text, never as markup.
"use strict";

(() => {
  const API = "/api/v1/";
  // A stream that says nothing for so long is dead: the server speaks every 15 seconds.
  const SILENCE = 40000;
  const MOST_RECENT = 100;

  const find = (id) => document.getElementById(id);

  const STATES = {
    connecting: ["Connecting", "waiting"],
    ringing: ["Ringing", "waiting"],
    connected: ["Connected", "good"],
    held: ["On hold", "waiting"],
    over: ["Over", ""],
  };
  const CAUSES = {
    normal: "Ended",
    cancelled: "Cancelled before the answer",
    busy: "Busy",
    no_answer: "No answer",
    refused: "Refused",
    bad_address: "No such number",
    blocked: "Blocked",
    failed: "Failed",
    not_placed: "The line did not take it",
  };
  const ENDERS = {
    client: "by its user",
    administrator: "by an administrator",
    far_end: "by the far end",
    line: "by the line",
    orphan: "because nobody asked about it",
    time_limit: "because it had lasted too long",
    lost_reply: "because its client was gone",
    played: "because everything was played",
    shutdown: "because the server stopped",
  };

  /** The calls by their identifiers. */
  const calls = new Map();
  /** The rows of the live ones and of those that are over. */
  const liveRows = new Map();
  const recentRows = new Map();
  let account = null;
  /** How far the server's clock is ahead of ours, in milliseconds. */
  let ahead = 0;

  // --- Words ---------------------------------------------------------------------------------

  const two = (number) => String(number).padStart(2, "0");

  function span(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const end = two(seconds % 60);
    return hours ? `${hours}:${two(minutes)}:${end}` : `${minutes}:${end}`;
  }

  /** How long a call has been connected, or is being set up. */
  const lasts = (call) => span(Date.now() + ahead - Date.parse(call.answer || call.begin));

  const isToday = (date) => date.toDateString() === new Date().toDateString();

  function clock(date) {
    const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    return isToday(date) ? time : `${date.toLocaleDateString()} ${time}`;
  }

  const stateOf = (call) => (call.ending ? ["Hanging up…", "waiting"] : STATES[call.state] || [call.state, ""]);

  function outcome(call) {
    const cause = CAUSES[call.cause] || call.cause;
    const isPlain = call.cause === "normal" || call.cause === "cancelled";
    return [cause, isPlain ? ENDERS[call.ended_by] || "" : `${call.sip_code} ${call.sip_text}`];
  }

  /** Says something to those who do not see the page. */
  function tell(text) {
    find("told").textContent = text;
  }

  function set(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  function pill(element, [text, kind]) {
    set(element, text);
    element.className = kind ? `pill ${kind}` : "pill";
  }

  // --- Calls ---------------------------------------------------------------------------------

  const isLive = (call) => call.state !== "over";

  const fresh = (template) => find(template).content.firstElementChild.cloneNode(true);

  /** Where among the rows, newest first, a call has its place. */
  function put(row, body, rows, call) {
    row.dataset.begin = call.begin;
    let next = body.firstElementChild;
    while (next && next.dataset.begin > call.begin) {
      next = next.nextElementSibling;
    }
    body.insertBefore(row, next);
    rows.set(call.id, row);
  }

  function showLive(call) {
    let row = liveRows.get(call.id);
    if (!row) {
      row = fresh("live-row");
      row.classList.add("new");
      // Once: a cell that is shown later, with the first item or in a wider window, is not new then.
      row.addEventListener("animationend", () => row.classList.remove("new"), { once: true });
      row.querySelector("button").addEventListener("click", () => ask(call.id));
      put(row, find("live-rows"), liveRows, call);
    }
    set(row.querySelector(".number"), call.number);
    pill(row.querySelector(".pill"), stateOf(call));
    set(row.querySelector(".time"), lasts(call));
    set(row.querySelector(".line"), call.line);
    set(row.querySelector(".node"), call.node || "");
    set(row.querySelector(".user"), call.user);
    set(row.querySelector(".item"), call.item);
    const button = row.querySelector("button");
    button.setAttribute("aria-label", `Hang up on ${call.number}`);
  }

  function showOver(call) {
    let row = recentRows.get(call.id);
    if (!row) {
      row = fresh("recent-row");
      put(row, find("recent-rows"), recentRows, call);
    }
    set(row.querySelector(".number"), call.number);
    const [cause, more] = outcome(call);
    const quiet = document.createElement("span");
    quiet.className = "quiet";
    quiet.textContent = more;
    row.querySelector(".outcome").replaceChildren(`${cause} `, quiet);
    set(row.querySelector(".time"), call.answer ? span(call.duration * 1000) : "");
    const time = row.querySelector("time");
    time.dateTime = call.begin;
    set(time, clock(new Date(call.begin)));
    set(row.querySelector(".line"), call.line);
    set(row.querySelector(".node"), call.node || "");
    set(row.querySelector(".user"), call.user);
  }

  function removeLive(id) {
    const row = liveRows.get(id);
    if (!row) {
      return;
    }
    // Whoever was on the button that goes away is not sent to the top of the page.
    const hadFocus = row.contains(document.activeElement);
    row.remove();
    liveRows.delete(id);
    if (hadFocus) {
      find("live-heading").focus();
    }
  }

  function forget(id) {
    removeLive(id);
    recentRows.get(id)?.remove();
    recentRows.delete(id);
    calls.delete(id);
    if (asked === id) {
      question.close();
    }
  }

  function take(call) {
    const before = calls.get(call.id);
    if (before && !isLive(before) && isLive(call)) {
      // An answer that comes after the news of the end.
      return;
    }
    calls.set(call.id, call);
    if (isLive(call)) {
      showLive(call);
    } else {
      removeLive(call.id);
      showOver(call);
      if (asked === call.id) {
        question.close();
      }
      while (recentRows.size > MOST_RECENT) {
        forget([...recentRows.keys()].reduce((a, b) => (calls.get(a).begin < calls.get(b).begin ? a : b)));
      }
    }
    announce(before, call);
    count();
  }

  /** Of their own calls those hear who do not see the page. */
  function announce(before, call) {
    if (!account || call.user !== account.user || (before && before.state === call.state)) {
      return;
    }
    const words = isLive(call) ? stateOf(call)[0] : outcome(call)[0];
    tell(`Call to ${call.number}: ${words}`);
  }

  function count() {
    const live = liveRows.size;
    set(find("live-count"), String(live));
    find("live-none").hidden = live > 0;
    find("live").hidden = live === 0;
    const plays = [...liveRows.keys()].map((id) => calls.get(id));
    document.body.classList.toggle("items", plays.some((call) => call?.item));
    find("recent-none").hidden = recentRows.size > 0;
    find("recent").hidden = recentRows.size === 0;
    document.title = live ? `(${live}) Calls – tapi3` : "Calls – tapi3";
  }

  setInterval(() => {
    if (!document.body.classList.contains("lost")) {
      for (const [id, row] of liveRows) {
        set(row.querySelector(".time"), lasts(calls.get(id)));
      }
    }
  }, 1000);

  // --- Lines and the user --------------------------------------------------------------------

  function showLines(lines) {
    find("lines").replaceChildren(
      ...lines.map((line) => {
        const row = fresh("line-row");
        set(row.querySelector(".name"), line.name);
        set(row.querySelector(".address"), line.address);
        pill(row.querySelector(".pill"), line.in_service ? ["in service", "good"] : ["out of service", "bad"]);
        return row;
      }),
    );
  }

  /** Of a pool: where calls are, if there are several places, and whose calls may be missing. */
  function showNodes({ nodes = [], silent = [], incomplete = [] }) {
    document.body.classList.toggle("nodes", nodes.length + silent.length > 1);
    const words = [];
    if (silent.length) {
      words.push(`No answer from ${silent.join(", ")}: calls there may be missing or out of date.`);
    }
    if (incomplete.length) {
      words.push(`Not all calls of ${incomplete.join(", ")} are shown: there are too many.`);
    }
    find("silent").hidden = words.length === 0;
    set(find("silent"), words.join(" "));
  }

  function option(text, value) {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = text;
    return option;
  }

  function showAccount(now) {
    if (JSON.stringify(now) === JSON.stringify(account)) {
      return;
    }
    account = now;
    set(find("user"), account.user);
    find("administrator").hidden = !account.administrator;
    find("account").hidden = false;
    document.body.classList.toggle("administrator", account.administrator);
    find("place").hidden = !account.may_dial;
    const [any, choice] = [find("item"), find("item-choice")];
    find("item-field").hidden = !account.any_item && account.items.length === 0;
    any.hidden = any.disabled = !account.any_item;
    choice.hidden = choice.disabled = account.any_item;
    find("item-field").querySelector("label").htmlFor = account.any_item ? "item" : "item-choice";
    choice.replaceChildren(option("Nothing", ""), ...account.items.map((item) => option(item, item)));
    find("items").replaceChildren(...account.items.map((item) => option("", item)));
  }

  // --- The stream ----------------------------------------------------------------------------

  let stream = null;
  let heard = 0;
  let pause = 0;

  function connected(is, why) {
    document.body.classList.toggle("lost", !is);
    pill(find("connection"), is ? ["live", "good"] : ["not connected", "bad"]);
    const lost = find("lost");
    lost.hidden = is;
    set(lost, is ? "" : why);
  }

  function lose(why) {
    stream?.close();
    stream = null;
    connected(false, `${why} What is shown may be out of date. Trying again…`);
    pause = Math.min((pause || 500) * 2, 10000);
    setTimeout(connect, pause);
  }

  function snapshot(all) {
    showAccount(all.account);
    const known = new Set(all.calls.map((call) => call.id));
    for (const id of [...calls.keys()]) {
      if (!known.has(id)) {
        forget(id);
      }
    }
    all.calls.forEach(take);
    showLines(all.lines);
    showNodes(all);
    count();
  }

  const HEARD = {
    snapshot,
    call: (news) => take(news.call),
    gone: (news) => {
      forget(news.id);
      count();
    },
    lines: (news) => showLines(news.lines),
    nodes: showNodes,
    now: () => {},
  };

  function connect() {
    const opened = new EventSource(`${API}events`);
    stream = opened;
    heard = Date.now();
    for (const [name, act] of Object.entries(HEARD)) {
      opened.addEventListener(name, (event) => {
        if (opened !== stream) {
          return;
        }
        const news = JSON.parse(event.data);
        heard = Date.now();
        if (news.now) {
          ahead = Date.parse(news.now) - heard;
        }
        if (name === "snapshot") {
          pause = 0;
          connected(true);
        }
        act(news);
      });
    }
    // The server has read its rules anew: whoever may still look on begins anew, too.
    opened.addEventListener("again", () => {
      if (opened === stream) {
        opened.close();
        connect();
      }
    });
    opened.addEventListener("stopping", () => opened === stream && lose("The server has been stopped."));
    opened.onerror = () => opened === stream && lose("The connection to the server is lost.");
  }

  setInterval(() => {
    if (stream && Date.now() - heard > SILENCE) {
      lose("The server says nothing any more.");
    }
  }, 5000);

  // --- What changes something ----------------------------------------------------------------

  /** Sends a request. Returns the call that it is about, or throws the sentence of what is wrong. */
  async function send(path, content) {
    let answer;
    try {
      answer = await fetch(API + path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(content),
      });
    } catch {
      throw new Error("The server cannot be reached.");
    }
    let said = null;
    try {
      said = await answer.json();
    } catch {
      // A proxy may answer with something else.
    }
    if (!answer.ok || !said) {
      throw new Error(said?.message ? sentence(said.message) : `The server answers ${answer.status}.`);
    }
    return said;
  }

  function sentence(text) {
    const whole = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?]$/.test(whole) ? whole : `${whole}.`;
  }

  find("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const [field, message, button] = [find("number"), find("form-message"), find("call")];
    const number = field.value.trim();
    const item = (account?.any_item ? find("item") : find("item-choice")).value.trim();
    const refuse = (text) => {
      field.setAttribute("aria-invalid", "true");
      set(message, text);
      field.focus();
    };
    set(message, "");
    field.removeAttribute("aria-invalid");
    if (!number) {
      refuse("Whom shall it call?");
      return;
    }
    button.disabled = true;
    try {
      take(await send("calls", item ? { number, item } : { number }));
      // Whoever goes on meanwhile is left alone, and so is what they have typed.
      if (field.value.trim() === number) {
        field.value = "";
      }
      if ([document.body, button, field].includes(document.activeElement)) {
        field.focus();
      }
    } catch (wrong) {
      refuse(wrong.message);
    } finally {
      button.disabled = false;
    }
  });

  const question = find("question");
  /** The call that the question is about. */
  let asked = null;

  function ask(id) {
    const call = calls.get(id);
    if (!call) {
      return;
    }
    asked = id;
    const whose = account && call.user !== account.user ? ` of ${call.user}` : "";
    set(find("question-text"), `The call${whose} to ${call.number} on ${call.line} will be ended.`);
    set(find("question-message"), "");
    find("hang-up").disabled = false;
    question.showModal();
    find("keep").focus();
  }

  question.addEventListener("close", () => {
    const row = liveRows.get(asked);
    asked = null;
    (row ? row.querySelector("button") : find("live-heading")).focus();
  });

  find("keep").addEventListener("click", () => question.close());

  find("hang-up").addEventListener("click", async () => {
    const id = asked;
    find("hang-up").disabled = true;
    try {
      take(await send(`calls/${id}/hang-up`, {}));
    } catch (wrong) {
      if (asked === id) {
        set(find("question-message"), wrong.message);
        find("hang-up").disabled = false;
        find("keep").focus();
      }
    }
  });

  count();
  connect();
})();
