// What sources delivered of the enterprise, one by one, and its own word on that: objection, repair.
import { button, card, day, details, el, field, form, get, list, marks, moment, note, openView, paged, post, say, showProblem } from "/site.js";
import { feeds, instead, path, uscc, words } from "/enterprise/context.js";

export async function records(chosen) {
  const [known, cases, reviews, titles] = await Promise.all([get(path()), get("/objections"), get("/reviews"), feeds()]);
  const kinds = known.ok ? known.body.feeds : [];
  return [
    kinds.length > 0 ? choice(kinds, titles, chosen) : el("p", { class: "empty" }, say("还没有您的记录。", "There are no records of you yet.")),
    kinds.includes(chosen) ? card(title(titles, chosen), await rows(chosen, titles)) : null,
    card(say("我的异议与修复申请", "My objections and repairs"), cases.ok ? files(cases.body.cases, "/objections") : instead(cases)),
    card(say("我的人工复核申请", "My requests for a review"), reviews.ok ? files(reviews.body.reviews, "/reviews") : instead(reviews)),
  ].filter(Boolean);
}

function title(titles, feed) {
  return say(titles.get(feed)?.titleZh ?? feed, feed);
}

function choice(kinds, titles, chosen) {
  const options = kinds.map((id) => ({ value: id, text: title(titles, id) }));
  return form([field({ name: "feed", type: "select", label: say("查看哪类记录", "Which records"), options, value: chosen })], say("查看", "Show"), async (filled) => {
    await openView("records/" + encodeURIComponent(filled.feed));
  });
}

async function rows(feed, titles) {
  const columns = new Map((titles.get(feed)?.columns ?? []).map((one) => [one.name, one]));
  return paged(async (next) => {
    const answer = await get(path("/facts?limit=10&feed=" + feed) + (next ? "&after=" + encodeURIComponent(next) : ""));
    if (!answer.ok) return { nodes: [instead(answer)], next: null };
    return { nodes: answer.body.facts.map((one) => row(one, columns)), next: answer.body.next };
  }, say("没有记录。", "None."));
}

function row(one, columns) {
  const said = [];
  if (one.withdrawn) said.push({ text: say("数源已撤回", "withdrawn by its source"), kind: "" });
  if (one.objection) said.push({ text: say("异议中", "disputed"), kind: "warn" });
  const pairs = Object.entries(one.record).filter(([name]) => name !== "uscc").map(([name, value]) => [columns.get(name)?.titleZh && say(columns.get(name).titleZh, name) || name, shown(value, columns.get(name))]);
  return el("article", { class: "row" }, el("h4", {}, day(one.day)), marks(said), list(pairs),
    one.statement ? note(say("企业声明：", "Your statement: ") + one.statement) : null,
    one.repairRoute ? el("p", { class: "soft" }, words(one.repairRoute)) : null,
    one.withdrawn || one.objection ? null : details(say("对这条记录有异议", "Dispute this record"), disputing(one)));
}

// A record shows the texts of its file: money there is in yuan, and codes have names.
function shown(text, column) {
  if (text === null || text === undefined || text === "") return null;
  if (column?.kind === "fen") return text + say("元", " yuan");
  const named = (column?.codes ?? []).find((one) => one[0] === text);
  return named ? say(named[1] ?? named[0], named[0]) : String(text);
}

function disputing(one) {
  const kinds = [{ value: "objection", text: say("记录有误（异议）", "It is wrong (objection)") }, { value: "repair", text: say("已改正，申请信用修复", "It is mended (repair)") }];
  return form([
    field({ name: "kind", type: "select", label: say("申请类型", "Kind"), options: kinds }),
    field({ name: "statement", type: "textarea", label: say("请说明情况", "Say what is wrong"), required: true, maxlength: 2000 }),
  ], say("提交", "Send"), async (filled) => {
    const answer = await post("/objections", { uscc: uscc(), factId: one.id, ...filled });
    if (answer.ok) openView("records", say("已提交。该记录已标注“异议中”，结果见通知。", "Taken; the record is marked, the answer comes as a notice."));
    return answer;
  });
}

function files(all, address) {
  if (all.length === 0) return el("p", { class: "empty" }, say("没有。", "None."));
  return el("div", {}, all.map((one) => file(one, address)));
}

function file(one, address) {
  const running = one.dueOn !== null;
  const withdraw = running ? button(say("撤回", "Withdraw"), async () => {
    const answer = await post(address + "/" + encodeURIComponent(one.id) + "/steps", { step: "WITHDRAW", note: say("企业撤回", "withdrawn") });
    if (answer.ok) openView("records", say("已撤回。", "Withdrawn."));
    else showProblem(answer.body);
  }, { class: "quiet" }) : null;
  return el("article", { class: "row" },
    marks([{ text: say(one.stateZh, one.state.toLowerCase().replaceAll("_", " ")), kind: running ? "warn" : "" }]),
    one.dueOn ? el("p", {}, say(`最迟${day(one.dueOn)}答复`, `Answered by ${one.dueOn}`)) : null,
    details(say("办理经过", "What happened"), el("ol", {}, one.steps.map((step) => el("li", {}, say(step.stateZh, step.state.toLowerCase()), " ", el("span", { class: "soft" }, moment(step.at)), step.note ? el("div", {}, step.note) : null)))),
    withdraw);
}
