// What waits for the office today (待办): every kind in one list, the most urgent first, each with
// its clock and next step; one is opened, and decided with a reason.
import { button, card, el, link, list, note, openView, say, tell, today } from "/site.js";
import { namesOf, rows as lined, short } from "/site/kit.js";
import { reviews, rights } from "/work/kinds-rights.js";
import { claims, escalations } from "/work/kinds-loans.js";
import { names } from "/work/kinds-names.js";
import { complaints, enter } from "/work/kinds-complaints.js";
import { behind, resolutions } from "/work/kinds-records.js";

/** In the order in which they stand; some are the business of the city's office alone. */
const KINDS = [
  { id: "objection", title: ["异议", "Objections"], load: rights },
  { id: "repair", title: ["信用修复", "Repairs"], load: rights },
  { id: "review", title: ["人工复核", "Reviews"], load: reviews },
  { id: "name", title: ["实名认证", "Real names"], load: names },
  { id: "claim", title: ["贷款认领", "Claims"], load: claims },
  { id: "complaint", title: ["投诉", "Complaints"], load: complaints },
  { id: "escalation", title: ["超期申请", "Overdue applications"], load: escalations },
  { id: "resolution", title: ["待归集记录", "Rows without owner"], load: resolutions, city: true },
  { id: "behind", title: ["落后单位", "Who is behind"], load: behind, city: true },
];
const DAY_MS = 86_400_000;
const SOON_DAYS = 3;

let shown = "all";
let done = "";

function titleOf(row) {
  return say(...KINDS.find((kind) => kind.id === row.kind).title);
}

/** The list of all that waits. */
export async function waiting(who) {
  tell(say("正在汇总待办…", "Putting together what waits…"));
  const loaders = [...new Set(KINDS.filter((kind) => !kind.city || !who.division).map((kind) => kind.load))];
  const loaded = await Promise.all(loaders.map((load) => load()));
  const unread = KINDS.filter((kind) => loaded[loaders.indexOf(kind.load)] === null).map((kind) => say(...kind.title));
  const rows = loaded.filter(Boolean).flat();
  rows.sort((a, b) => urgency(a).localeCompare(urgency(b)));
  await name(rows);
  tell(done, done ? "good" : "");
  done = "";
  const place = el("div", {});
  const draw = () => place.replaceChildren(listed(rows));
  const chosen = el("div", { class: "chips", role: "group", "aria-label": say("按类别查看", "By kind") });
  chosen.append(...chips(rows, draw));
  draw();
  const failed = unread.length === 0 ? null
    : note(say("未能读取：", "Could not be read: ") + unread.join(say("、", ", ")) + say("。请稍后重试。", ". Try again later."), "bad");
  return [failed ?? "", chosen, place, el("p", {}, link(say("登记来电、来访投诉", "Enter a complaint by telephone"), "#complaint", { class: "button quiet" }))];
}

/** A form for a complaint that came in elsewhere. */
export function complaint() {
  return enter((made) => {
    done = say("已登记投诉 ", "Entered: ") + made.id;
    openView("waiting");
  });
}

/** One case, with what is known of it and what may be done. */
export async function one(who, kind, ...rest) {
  const wanted = rest.join("/");
  const asked = KINDS.find((each) => each.id === kind && (!each.city || !who.division));
  const rows = (asked && await asked.load()) || [];
  const row = rows.find((each) => each.kind === kind && each.id === wanted);
  const back = el("p", {}, link(say("← 返回待办", "← Back to what waits"), "#waiting"));
  if (!row) return [back, note(say("这一项已办结，或不在您的辖区。", "This is done, or is not of your district."))];
  await name([row]);
  const nodes = await row.open(() => {
    done = say("已办理：", "Done: ") + titleOf(row) + " " + (row.name || row.uscc || row.what);
    openView("waiting");
  });
  const about = list([
    [say("当事人", "Whose"), [row.name, row.uscc].filter(Boolean).join(" · ")],
    [say("状态", "State"), row.state], [say("期限", "Clock"), clock(row)], [say("下一步", "Next step"), row.next]]);
  return [back, card(titleOf(row), about), card(say("情况与办理", "Facts and decision"), ...nodes)];
}

/** What has a term first, by its day; then who is behind; what waits for others comes last. */
function urgency(row) {
  return (row.waiting ? "2" : row.since ? "1" : "0") + (row.dueOn || "9999-12-31") + row.kind;
}

async function name(rows) {
  const known = await namesOf(rows.map((row) => row.uscc));
  for (const row of rows) row.name = known.get(row.uscc);
}

function chips(rows, draw) {
  const kinds = [{ id: "all", title: ["全部", "All"] }, ...KINDS]
    .map((kind) => ({ ...kind, rows: kind.id === "all" ? rows : rows.filter((row) => row.kind === kind.id) }))
    .filter((kind) => kind.id === "all" || kind.rows.length > 0);
  if (!kinds.some((kind) => kind.id === shown)) shown = "all";
  const buttons = kinds.map((kind) => {
    const late = kind.rows.filter((row) => left(row) < 0).length;
    return button(say(...kind.title) + " " + kind.rows.length + (late > 0 ? say("（超期 ", " (late ") + late + say("）", ")") : ""), () => {
      shown = kind.id;
      buttons.forEach((each, at) => each.setAttribute("aria-pressed", String(kinds[at].id === shown)));
      draw();
    }, { class: "chip quiet", "aria-pressed": String(kind.id === shown), "data-kind": kind.id });
  });
  return buttons;
}

/** Days until the row is due; no number where nothing is. */
function left(row) {
  if (!row.dueOn || row.since) return NaN;
  return Math.round((Date.parse(row.dueOn) - Date.parse(today())) / DAY_MS);
}

function clock(row) {
  if (row.since) return short(say("自 ", "since ") + row.dueOn, "mark bad");
  const days = left(row);
  if (Number.isNaN(days)) return "—";
  const text = days < 0
    ? say("已超期 " + -days + " 天", -days + " days late")
    : (days === 0 ? say("今天到期", "due today") : say("剩 " + days + " 天", days + " days left"));
  return el("span", {}, short(row.dueOn), " ", short(text, "mark " + (days < 0 ? "bad" : days <= SOON_DAYS ? "warn" : "")));
}

function listed(rows) {
  const some = rows.filter((row) => shown === "all" || row.kind === shown);
  if (some.length === 0) return note(say("没有待办事项。", "Nothing waits."), "good");
  const columns = [say("类别", "Kind"), say("当事人", "Whose"), say("事项", "What"), say("状态", "State"),
    say("期限", "Clock"), say("下一步", "Next step"), say("办理", "Open")];
  return lined(say("待办，最急的在前", "What waits, the most urgent first"), columns, some.map((row) => [
    short(titleOf(row)), row.name || row.uscc || "—", row.what, short(row.state), clock(row), row.next,
    link(say("办理", "Open"), "#case/" + row.kind + "/" + encodeURIComponent(row.id),
      { class: "button quiet", "aria-label": say("办理 ", "Open ") + titleOf(row) + " " + row.id })]));
}
