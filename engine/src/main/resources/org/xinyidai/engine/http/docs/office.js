// Shows the office its targets, gives the report as a file, and files it. All figures are the
// server's: nothing is computed here, and what is shown is what the files hold.
const API = "/api/v1";
const FIRST_PACK = "genhe-2023";
const WORDS = {
  "offline": ["无法连接平台，请稍后再试。", "The platform cannot be reached; try again later."],
  "office": ["此页供主管部门和审计员使用。", "This page is for the office and the auditor."],
  "working": ["正在汇总，请稍候。", "Putting the report together."],
  "filed": ["已报送并签名存档：", "Filed, signed and kept: "],
  "late": ["（迟报）", " (late)"],
  "in_time": ["（按期）", " (in time)"],
};
const $ = (id) => document.getElementById(id);
let english = false;
let csrf = "";
let shown = null;

function show(text) {
  $("message").textContent = text;
}

function word(name) {
  return WORDS[name][english ? 1 : 0];
}

function translate() {
  english = !english;
  document.documentElement.lang = english ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-en]")) {
    const other = element.dataset.other || element.dataset.en;
    element.dataset.other = element.textContent;
    element.textContent = other;
  }
  $("language").textContent = english ? "中文" : "English";
  $("language").lang = english ? "zh-CN" : "en";
  if (shown) look();
}

async function ask(path, body) {
  const options = { headers: { "Accept": "application/json", "Accept-Language": english ? "en" : "zh-CN" } };
  if (body) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    options.method = "POST";
    options.headers["Content-Type"] = "application/json";
    options.headers["X-CSRF-Token"] = csrf;
    options.headers["Idempotency-Key"] = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
    options.body = JSON.stringify(body);
  }
  try {
    const answer = await fetch(API + path, options);
    return { ok: answer.ok, status: answer.status, body: await answer.json() };
  } catch (failure) {
    show(word("offline"));
    return null;
  }
}

function cell(tag, text, number) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (number) made.className = "number";
  if (tag === "th") made.scope = "col";
  return made;
}

function row(tag, texts) {
  const made = document.createElement("tr");
  for (const one of texts) {
    made.append(typeof one === "string" ? cell(tag, one, false) : cell(tag, one.shown, one.number !== null));
  }
  return made;
}

function sheet(one) {
  const section = document.createElement("section");
  const title = document.createElement("h2");
  title.textContent = one.title;
  const wide = document.createElement("div");
  wide.className = "wide";
  const table = document.createElement("table");
  const head = document.createElement("thead");
  head.append(row("th", one.columns));
  const body = document.createElement("tbody");
  body.append(...one.rows.map((texts) => row("td", texts)));
  table.append(head, body);
  wide.append(table);
  section.append(title, wide);
  return section;
}

function query(form) {
  const parts = new URLSearchParams({ kind: $("kind").value, language: english ? "en" : "zh" });
  if ($("as-of").value) parts.set("asOf", $("as-of").value);
  if (form) parts.set("form", form);
  return "/office-reports/" + encodeURIComponent($("pack").value || FIRST_PACK) + "?" + parts;
}

function choices(report) {
  const chosen = report.pack;
  $("pack").replaceChildren(...report.packs.map((pack) => {
    const option = document.createElement("option");
    option.value = pack.id;
    option.textContent = english ? pack.en : pack.zh;
    option.selected = pack.id === chosen;
    return option;
  }));
}

async function look() {
  show(word("working"));
  const answer = await ask(query(""));
  if (!answer) return;
  if (!answer.ok) {
    if (answer.status === 401) $("enter").hidden = false;
    show(answer.status === 403 ? word("office") : answer.body.detail || answer.body.title);
    return;
  }
  shown = answer.body;
  show("");
  choices(shown);
  $("as-of").value = shown.asOf;
  $("xlsx").href = API + query("xlsx");
  $("pdf").href = API + query("pdf");
  $("choice").hidden = $("files").hidden = $("calendar").hidden = false;
  $("simulated").hidden = !shown.simulated;
  $("sheets").replaceChildren(...shown.sheets.map(sheet));
}

function dueRow(report) {
  const made = row("td", [report.pack, english ? report.period : report.periodZh, report.dueOn, english ? report.state : report.stateZh]);
  const filed = document.createElement("td");
  if (report.filing) {
    const link = document.createElement("a");
    link.href = API + "/filings/" + encodeURIComponent(report.filing.id) + "/file?form=xlsx";
    link.textContent = report.filing.id;
    filed.append(link);
  }
  made.append(filed);
  return made;
}

async function calendar() {
  const answer = await ask("/filing-calendar");
  if (answer && answer.ok) $("due").replaceChildren(...answer.body.reports.map(dueRow));
}

async function file() {
  const body = { pack: shown.pack, period: shown.period, reason: $("reason").value.trim() || null };
  const answer = await ask("/filings", body);
  if (!answer) return;
  if (answer.ok) {
    $("because").hidden = true;
    $("reason").value = "";
    show(word("filed") + answer.body.id + (WORDS[answer.body.timeliness] ? word(answer.body.timeliness) : ""));
    calendar();
  } else {
    $("because").hidden = answer.body.field !== "reason";
    show(answer.body.detail || answer.body.title);
  }
}

async function begin() {
  const session = await ask("/sessions/own");
  if (!session || !session.ok) {
    $("enter").hidden = false;
    return;
  }
  csrf = session.body.csrf;
  await look();
  if (shown) calendar();
}

$("language").addEventListener("click", translate);
$("choice").addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});
$("file").addEventListener("click", file);
begin();
