// Objections, repairs and human reviews (异议、信用修复、人工复核): what waits, its facts, its steps.
import { ask, el, list, moment, say, table } from "/site.js";
import { both, history, plain, purpose } from "/site/kit.js";
import { decision } from "/work/decision.js";

/** Products of a page of matches: what a clerk reads at a sitting. */
const PRODUCTS = 40;

/** Before the name of a field of the record, which may be that of a field of the form. */
const FIELD = "correction.";

/** What may follow on a state, in the order in which a clerk thinks of it. */
const NEXT = {
  objection: {
    MARKED: ["ASK_SOURCE", "CORRECT", "REMOVE"],
    CHECKING: ["UPHOLD", "CORRECT", "REMOVE", "ANNOTATE"],
    UPHELD: ["ANSWER"], CORRECTED: ["ANSWER"], REMOVED: ["ANSWER"], ANNOTATED: ["ANSWER"],
  },
  repair: { APPLIED: ["ADMIT", "RETURN"], ADMITTED: ["GRANT", "REFUSE"] },
};
const STEPS = {
  ASK_SOURCE: ["函询数源单位核查", "Ask the source"],
  UPHOLD: ["维持：记录属实", "Uphold: the record is right"],
  CORRECT: ["更正记录", "Correct the record"],
  REMOVE: ["删除记录", "Remove the record"],
  ANNOTATE: ["无法核实，添加企业声明", "Neither shown: add the statement"],
  ANSWER: ["已书面答复企业", "The written answer went out"],
  ADMIT: ["初审通过", "Admit"],
  RETURN: ["退回补充", "Return"],
  GRANT: ["准予修复", "Grant the repair"],
  REFUSE: ["不予修复", "Refuse the repair"],
};
const NEXT_STEP = {
  MARKED: ["核查后更正、删除，或函询数源单位", "Check; ask the source, correct or remove"],
  CHECKING: ["收到回函后作出决定", "Decide once the source has answered"],
  APPLIED: ["3个工作日内初审", "First review within 3 working days"],
  ADMITTED: ["决定是否准予修复", "Grant or refuse"],
};
const ANSWER = ["书面答复企业", "Answer in writing"];

function row(file) {
  return {
    kind: file.kind,
    id: file.id,
    uscc: file.uscc,
    what: file.steps[0].note,
    state: say(file.stateZh, plain(file.state)),
    dueOn: file.dueOn,
    next: say(...(NEXT_STEP[file.state] || ANSWER)),
    open: (done) => open(file, done),
  };
}

/** All that waits. */
export async function rights() {
  const answer = await ask("/objections");
  return answer.ok ? answer.body.cases.map(row) : null;
}

/** The one fact that a case is about; its number tells the feed that it came by. */
async function disputed(file) {
  const feed = file.factId.split(".")[0];
  const path = "/enterprises/" + file.uscc + "/facts?limit=1000&feed=" + encodeURIComponent(feed);
  const [fact, feeds] = await Promise.all([search(path, file), ask("/feeds")]);
  const known = feeds.ok ? feeds.body.feeds.find((one) => one.id === feed) : undefined;
  return { fact, columns: known ? known.columns : [] };
}

async function search(path, file) {
  let after = "";
  for (;;) {
    const answer = await ask(path + after, undefined, purpose(say("办理", "case ") + file.id));
    if (!answer.ok) return undefined;
    const fact = answer.body.facts.find((one) => one.id === file.factId);
    if (fact || !answer.body.next) return fact;
    after = "&after=" + encodeURIComponent(answer.body.next);
  }
}

function record({ fact, columns }) {
  if (!fact) return el("p", {}, say("该记录已不在档案中。", "The record is no longer on file."));
  const title = new Map(columns.map((one) => [one.name, one.titleZh]));
  const pairs = [[say("数据目录", "Feed"), fact.feedZh], [say("入库时间", "Known since"), moment(fact.knownAt)]];
  for (const [name, value] of Object.entries(fact.record)) {
    if (value) pairs.push([title.get(name) || name, value]);
  }
  if (fact.repairRoute) pairs.push([say("修复途径", "Way to repair"), both(fact.repairRoute)]);
  return list(pairs);
}

/** One field for each of the record, to be filled in where it is wrong. */
function corrections({ fact, columns }) {
  const title = new Map(columns.map((one) => [one.name, one.titleZh]));
  return Object.entries(fact ? fact.record : {})
    .filter(([name]) => name !== "uscc")
    .map(([name, value]) => ({ name: FIELD + name, label: title.get(name) || name, value: value || "" }));
}

async function open(file, done) {
  const found = await disputed(file);
  const steps = (NEXT[file.kind][file.state] || []).map((code) => ({ code, title: say(...STEPS[code]) }));
  return [
    list([
      [say("企业陈述", "The enterprise says"), file.steps[0].note],
      [say("案号", "Case"), file.id],
    ]),
    el("h3", {}, say("所涉记录", "The record")), record(found),
    history(file.steps),
    decision({
      steps,
      fields: (code) => (code === "CORRECT" ? corrections(found) : []),
      body: (code, filled) => ({ step: code, note: filled.note, correction: code === "CORRECT" ? changed(filled, found) : null }),
      path: "/objections/" + encodeURIComponent(file.id) + "/steps",
      done,
    }),
  ];
}

function changed(filled, { fact }) {
  const entries = Object.entries(fact.record)
    .map(([name, before]) => [name, filled[FIELD + name] ?? "", before ?? ""])
    .filter(([name, now, before]) => name !== "uscc" && now !== before);
  return Object.fromEntries(entries.map(([name, now]) => [name, now]));
}

/** All reviews that wait. */
export async function reviews() {
  const answer = await ask("/reviews");
  return answer.ok ? answer.body.reviews.map(review) : null;
}

function review(file) {
  return {
    kind: "review",
    id: file.id,
    uscc: file.uscc,
    what: file.steps[0] ? file.steps[0].note : "",
    state: say(file.stateZh, plain(file.state)),
    dueOn: file.dueOn,
    next: say("人工核对后维持或调整", "Look again, then uphold or change"),
    open: (done) => openReview(file, done),
  };
}

async function about(file) {
  if (file.about === "score") {
    const score = await ask("/scores/" + encodeURIComponent(file.reference));
    return score.ok ? scored(score.body.score) : el("p", {}, file.reference);
  }
  const matches = await ask("/demands/" + encodeURIComponent(file.reference) + "/matches?limit=" + PRODUCTS);
  return matches.ok ? matched(matches.body) : el("p", {}, file.reference);
}

function scored(score) {
  return list([
    [say("评分", "Score"), String(score.points)],
    [say("等级", "Grade"), String(score.grade)],
    [say("评分日", "As of"), score.asOf],
    [say("主要原因", "Main reasons"), score.reasons.map((one) => say(one.textZh, one.textEn)).join("；")],
  ]);
}

function matched(page) {
  const offers = page.offers.map((one) => [both(one.name), both(one.lender), both(one.why)]);
  const withheld = page.withheld.map((one) => [
    both(one.name), both(one.lender), one.mismatches.map((each) => both(each.criterion)).join("；")]);
  const columns = [say("产品", "Product"), say("机构", "Lender"), say("理由", "Why")];
  return el("div", {}, table(say("可申请的产品", "Offered"), columns, offers), table(say("不符合的产品", "Withheld"), columns, withheld));
}

async function openReview(file, done) {
  const subject = await about(file);
  return [
    list([
      [say("企业陈述", "The enterprise says"), file.steps[0] ? file.steps[0].note : ""],
      [say("复核对象", "About"), file.about === "score" ? say("评分 ", "score ") + file.reference : say("需求匹配 ", "matches of ") + file.reference],
    ]),
    el("h3", {}, say("机器给出的结果", "What the machine said")), subject,
    history(file.steps),
    decision({
      steps: [
        { code: "UPHOLD", title: say("维持", "Uphold") },
        { code: "CHANGE", title: say("调整", "Change") },
      ],
      body: (code, { note }) => ({ step: code, note }),
      path: "/reviews/" + encodeURIComponent(file.id) + "/steps",
      done,
    }),
  ];
}

