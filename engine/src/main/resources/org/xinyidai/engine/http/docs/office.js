// Shows the office its targets, gives the report as a file, and files it. All figures are the
// server's: nothing is computed here, and what is shown is what the files hold.
import { $, API, ask, el, get, isEnglish, link, problemText, say, start, table, tell } from "/site.js";

const FIRST_PACK = "genhe-2023";
const TIMELINESS = { late: ["（迟报）", " (late)"], in_time: ["（按期）", " (in time)"] };
let shown = null;

function sheet(one) {
  const rows = one.rows.map((cells) =>
    cells.map((cell) => (typeof cell === "string" ? cell : cell.number === null ? cell.shown : { number: cell.shown })));
  return el("section", {}, el("h2", {}, one.title), table(one.title, one.columns, rows));
}

function query(form) {
  const parts = new URLSearchParams({ kind: $("kind").value, language: isEnglish() ? "en" : "zh" });
  if ($("as-of").value) parts.set("asOf", $("as-of").value);
  if (form) parts.set("form", form);
  return "/office-reports/" + encodeURIComponent($("pack").value || FIRST_PACK) + "?" + parts;
}

function choices(report) {
  $("pack").replaceChildren(...report.packs.map((pack) =>
    el("option", { value: pack.id, selected: pack.id === report.pack }, say(pack.zh, pack.en))));
}

async function look() {
  tell(say("正在汇总，请稍候。", "Putting the report together."));
  const answer = await get(query(""));
  if (!answer.ok) {
    tell(problemText(answer.body), "bad");
    return;
  }
  shown = answer.body;
  tell("");
  choices(shown);
  $("as-of").value = shown.asOf;
  $("xlsx").href = API + query("xlsx");
  $("pdf").href = API + query("pdf");
  $("choice").hidden = $("files").hidden = false;
  $("simulated").hidden = !shown.simulated;
  $("sheets").replaceChildren(...shown.sheets.map(sheet));
}

function dueRow(report) {
  const filing = report.filing;
  const file = filing ? link(filing.id, API + "/filings/" + encodeURIComponent(filing.id) + "/file?form=xlsx") : "";
  return [report.pack, say(report.periodZh, report.period), report.dueOn, say(report.stateZh, report.state), file];
}

async function calendar() {
  const answer = await get("/filing-calendar");
  if (!answer.ok) return;
  const title = say("报送日历", "Calendar of reports");
  const columns = say(["考核方案", "报送期", "截止日", "状态", "报送存档"], ["Targets", "Period", "Due on", "State", "Filed"]);
  $("calendar").replaceChildren(el("h2", {}, title), table(title, columns, answer.body.reports.map(dueRow)));
}

async function file() {
  const body = { pack: shown.pack, period: shown.period, reason: $("reason").value.trim() || null };
  const answer = await ask("/filings", body);
  if (answer.ok) {
    $("because").hidden = true;
    $("reason").value = "";
    const timeliness = TIMELINESS[answer.body.timeliness];
    tell(say("已报送并签名存档：", "Filed, signed and kept: ") + answer.body.id + (timeliness ? say(...timeliness) : ""), "good");
    calendar();
  } else {
    $("because").hidden = answer.body.field !== "reason";
    tell(problemText(answer.body), "bad");
  }
}

$("choice").addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});
$("file").addEventListener("click", file);
start(["office", "auditor"], async () => {
  await look();
  if (shown) await calendar();
});
