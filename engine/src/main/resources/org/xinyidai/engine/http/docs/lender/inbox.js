// The inbox of applications: what is due when, the most pressing first.
import { both, button, el, hint, join, refused, table } from "/lender/build.js";
import { dayFromNow, daysBetween, money } from "/lender/format.js";
import { stateWords } from "/lender/words.js";
import { get, moment } from "/site.js";

const PAGE = 100;
const GROUPS = [
  ["decide", both("待办理", "To decide"), ["SUBMITTED", "ACCEPTED", "DUE_DILIGENCE"]],
  ["choose", both("待企业选用", "With the enterprise"), ["GRANTED"]],
  ["lend", both("待签约放款", "To sign and pay out"), ["TAKEN_UP", "CONTRACTED"]],
  ["loan", both("贷后", "Running loans"), ["LENT", "OVERDUE"]],
  ["ended", both("已终结", "Ended"), ["SETTLED", "DECLINED", "REFUSED", "WITHDRAWN", "NOT_CHOSEN", "EXPIRED", "REASSIGNED"]],
];

/** How near the due day of an application is, in words with a colour. */
export function due(line) {
  if (!line.dueOn) return null;
  const left = daysBetween(dayFromNow(0), line.dueOn);
  if (line.overdue) return el("span", { class: "mark bad" }, join(line.dueOn, both(" 已超期", " overdue")));
  const words = left === 0 ? both(" 今日到期", " due today") : join(both(" 还有", " in "), left, both("天", " days"));
  return el("span", { class: left <= 3 ? "mark warn" : "mark" }, join(line.dueOn, words));
}

function pressing(a, b) {
  const day = (one) => one.dueOn || "9999-12-31";
  return day(a).localeCompare(day(b)) || b.filedAt.localeCompare(a.filedAt);
}

function row(line) {
  return [
    due(line),
    el("a", { href: "#application/" + line.id }, line.uscc),
    line.productName,
    money(line.amountFen),
    stateWords(line.state),
    moment(line.filedAt),
  ];
}

const COLUMNS = [
  both("办理期限", "Due"),
  both("企业（统一社会信用代码）", "Enterprise"),
  both("产品", "Product"),
  both("申请金额", "Amount asked"),
  both("状态", "State"),
  both("提交时间", "Filed"),
];

/** Reads the next page of each state that has one. */
async function read(pages) {
  const wanted = pages.filter((one) => one.next !== null);
  const answers = await Promise.all(
    wanted.map((one) => get("/applications?state=" + one.state.toLowerCase() + "&limit=" + PAGE + (one.next ? "&after=" + encodeURIComponent(one.next) : ""))),
  );
  const failed = answers.find((one) => !one.ok);
  if (failed) return failed;
  wanted.forEach((one, at) => {
    one.lines.push(...answers[at].body.applications);
    one.next = answers[at].body.next || null;
  });
  return null;
}

function list(place, group) {
  const pages = group[2].map((state) => ({ state, next: "", lines: [] }));
  const draw = async () => {
    const failure = await read(pages);
    const lines = pages.flatMap((one) => one.lines).sort(pressing);
    place.replaceChildren(
      failure ? refused(failure) : "",
      lines.length ? table(group[1], COLUMNS, lines.map(row)) : hint(both("这里没有申请。", "There are no applications here.")),
      pages.some((one) => one.next) ? button(both("读取更多", "Read more"), draw, "quiet") : "",
    );
  };
  return draw();
}

async function overdue(place) {
  const answer = await get("/overdue-tasks");
  if (!answer.ok || !answer.body.tasks.length) return;
  const lines = answer.body.tasks.map((one) =>
    el("li", null, join(one.kindZh ? both(one.kindZh, one.kind.replaceAll("_", " ")) : one.kind, both("：", ": "), one.what, both("，应于", ", due "), one.dueOn)),
  );
  place.append(el("div", { class: "note" }, el("h3", null, both("已超期事项", "Past their time")), el("ul", null, ...lines)));
}

/** Shows a group of the inbox. */
export async function show(view, chosen) {
  const group = GROUPS.find((one) => one[0] === chosen) || GROUPS[0];
  const tabs = GROUPS.map((one) =>
    el("a", { href: "#inbox/" + one[0], class: "tab", "aria-current": one === group ? "page" : null }, one[1]),
  );
  const late = el("div");
  const place = el("div", { "aria-live": "polite" });
  view.append(
    el("nav", { class: "tabs", "aria-label": both("申请分组", "Groups of applications") }, ...tabs),
    late,
    place,
    group === GROUPS[0] ? hint(both("收到申请后10个工作日内须作出决定，企业补件期间不计时。", "A decision is due within 10 working days; while documents are owed the clock stands.")) : "",
  );
  await Promise.all([list(place, group), group === GROUPS[0] ? overdue(late) : null]);
}

