// The office looks over the market (监管): the funnel, districts, lenders, refusals, and sources.
import { ask, details, el, field, form, link, openView, problemText, say, table, tell, wan } from "/site.js";
import { both, figure, plain, share, span } from "/site/kit.js";

const chosen = { district: "", asOf: "", month: "" };

/** The whole view; a district may stand in the address. */
export async function supervision(who, district = "") {
  chosen.district = district;
  const query = new URLSearchParams();
  if (chosen.district) query.set("district", chosen.district);
  const day = new URLSearchParams(query);
  if (chosen.asOf) day.set("asOf", chosen.asOf);
  tell(say("正在统计…", "Counting…"));
  const [funnel, lenders, answers, overdue] = await Promise.all([
    ask("/funnel?" + day), ask("/lender-handling?" + query), ask("/inquiries/response-times"), ask("/overdue-tasks?" + query)]);
  if (!funnel.ok) {
    tell(problemText(funnel.body), "bad");
    return [];
  }
  tell("");
  const delivered = who.division ? [] : await sources();
  return [filters(funnel.body), ...stages(funnel.body), district ? "" : districts(funnel.body), ...handling(lenders, answers),
    ...late(overdue), waits(funnel.body), refusals(funnel.body), ...delivered];
}

function again() {
  return openView("supervision" + (chosen.district ? "/" + chosen.district : ""));
}

function filters(funnel) {
  const made = form([field({ name: "asOf", type: "date", label: say("截至日", "As of"), value: chosen.asOf || funnel.asOf })],
    say("查看", "Show"), (filled) => {
      chosen.asOf = filled.asOf || "";
      return again();
    });
  made.className = "filters";
  if (!chosen.district) return made;
  return el("div", {}, el("p", {}, say("区县 ", "District ") + chosen.district + "　",
    link(say("返回全部区县", "All districts"), "#supervision")), made);
}

function stages(funnel) {
  const most = Math.max(1, ...funnel.total.stages.map((one) => one.enterprises));
  const rows = funnel.total.stages.map((one) => {
    const title = say(one.stageZh, plain(one.stage));
    const bar = el("progress", { max: most, value: one.enterprises, "aria-label": title });
    return [title, figure(one.enterprises), bar, figure(one.fromBefore)];
  });
  const total = funnel.total;
  return [
    table(say("从注册到结清", "From registration to a settled loan"), [say("环节", "Stage"), say("企业数", "Enterprises"), say("占比", "Share"), say("来自上一环节", "From the one before")], rows),
    el("p", {}, say(
      "申请 " + total.applications + " 笔，授信 " + total.granted + " 笔 " + wan(total.grantedFen) + "，放款 " + total.drawn + " 笔 " + wan(total.drawnFen)
        + "；首贷占比 " + share(total.firstLoanShare) + "，信用贷占比 " + share(total.unsecuredShare) + "。",
      total.applications + " applications; granted " + total.granted + ", " + wan(total.grantedFen) + "; drawn " + total.drawn + ", " + wan(total.drawnFen)
        + "; first loans " + share(total.firstLoanShare) + ", unsecured " + share(total.unsecuredShare) + ".")),
  ];
}

function districts(funnel) {
  const group = funnel.groups.find((one) => one.dimension === "district");
  const count = (line, stage) => figure((line.stages.find((one) => one.stage === stage) || {}).enterprises);
  const names = funnel.total.stages;
  const rows = group.lines.map((line) => [
    /^[0-9]{6}$/.test(line.key) ? link(both(line.title), "#supervision/" + line.key) : both(line.title),
    ...names.map((one) => count(line, one.stage)), figure(line.applications), figure(wan(line.drawnFen))]);
  return table(say("分区县（点击区县下钻）", "By district (click one to look closer)"), [say("区县", "District"), ...names.map((one) => say(one.stageZh, plain(one.stage))),
    say("申请笔数", "Applications"), say("放款金额", "Drawn")], rows);
}

function handling(lenders, answers) {
  if (!lenders.ok) return [];
  const times = new Map((answers.ok ? answers.body.lenders : []).map((one) => [one.lender, one]));
  const rows = lenders.body.lenders.map((one) => {
    const answer = times.get(one.lender);
    return [both(one.name), figure(one.applications), figure(one.answered), figure(share(one.inTimeShare)),
      figure(one.medianWorkingDays), figure(share(one.approvalShare)), figure(one.waiting),
      one.overdue > 0 ? el("span", { class: "mark bad" }, String(one.overdue)) : figure(0),
      figure(answer ? span(answer.medianMinutes) : null)];
  });
  return [
    table(say("金融机构办理情况", "How lenders handle applications"), [say("机构", "Lender"), say("申请", "Applications"), say("已答复", "Answered"), say("按时率", "In time"),
      say("中位用时（工作日）", "Median working days"), say("通过率", "Approved"), say("在办", "Waiting"),
      say("超期", "Overdue"), say("问答中位用时", "Median answer to questions")], rows)];
}

function late(overdue) {
  if (!overdue.ok || overdue.body.tasks.length === 0) return [];
  return [
    table(say("超期任务", "What is past its time"), [say("单位", "Who"), say("事项", "What"), say("数量", "Count"), say("最早应办结日", "Oldest due on")],
      overdue.body.tasks.map((one) => [one.who, say(one.kindZh, plain(one.kind)) + " · " + both(one.what), figure(one.count), one.dueOn]))];
}

function waits(funnel) {
  return table(say("各状态用时", "How long applications stand where"), [say("状态", "State"), say("现有", "There now"), say("已离开", "Left"), say("中位用时", "Median"), say("九成不超过", "Nine of ten")],
      funnel.stays.map((one) => [say(one.stateZh, plain(one.state)), figure(one.there), figure(one.left),
        figure(one.left ? span(one.medianMinutes) : null), figure(one.left ? span(one.p90Minutes) : null)]));
}

function refusals(funnel) {
  return table(say("拒贷原因", "Why lenders say no"), [say("原因", "Reason"), say("不予受理", "Declined"), say("审批未通过", "Refused")],
      funnel.refusals.map((one) => [both(one.reason), figure(one.declined), figure(one.refused)]));
}

/** What the server calls a line over all sources or districts. */
const TOTAL = "合计";
const DEBTS = { missing: ["漏报", "missing"], late: ["迟报", "late"], pending: ["待报", "due"] };

/** Deliveries of a month; the city's office alone sees them. */
async function sources() {
  const query = new URLSearchParams();
  if (chosen.month) query.set("month", chosen.month);
  if (chosen.district) query.set("district", chosen.district);
  const [answer, feeds] = await Promise.all([ask("/quality?" + query), ask("/feeds")]);
  if (!answer.ok) return [];
  const known = new Map((feeds.ok ? feeds.body.feeds : []).map((one) => [one.id, one]));
  const made = form([field({ name: "month", type: "month", label: say("月份", "Month"), value: answer.body.month })],
    say("查看", "Show"), (filled) => {
      chosen.month = filled.month || "";
      return again();
    });
  made.className = "filters";
  const { lines, owed } = answer.body;
  return [made,
    delivered(say("数源单位报送与质量", "Deliveries of sources and their quality"), lines.filter((one) => one.source === TOTAL), owed, known),
    details(say("分单位、分区县明细", "By source and district"),
      delivered(say("报送明细", "Deliveries in detail"), lines.filter((one) => one.source !== TOTAL), owed, known))];
}

function delivered(caption, lines, owed, known) {
  const rows = lines.map((one) => {
    const feed = known.get(one.feed);
    const debts = owed.filter((each) => each.feed === one.feed && [each.source, TOTAL].includes(one.source));
    return [feed ? say(feed.titleZh, feed.id) : one.feed, one.source === TOTAL && feed ? feed.source : one.source, one.district || "—",
      figure(one.reported), figure(share(one.conformingRate)), figure(share(one.timelyRate)), figure(one.repeated), figure(one.codeErrors), state(debts)];
  });
  return table(caption, [say("数据目录", "Feed"), say("数源单位", "Source"), say("区县", "District"), say("报送条数", "Reported"), say("合规率", "Conforming"),
    say("及时率", "In time"), say("重复", "Repeated"), say("代码错误", "Wrong codes"), say("报送状态", "State")], rows);
}

function state(debts) {
  if (debts.length === 0) return say("已报", "reported");
  const only = debts.every((one) => one.state === "pending");
  return el("span", { class: "mark " + (only ? "warn" : "bad") },
    [...new Set(debts.map((one) => say(...(DEBTS[one.state] || [one.state, one.state]))))].join(say("、", ", ")));
}
