// Policy tools (政策工具): what stands, what is left of its budget, and a new version of one.
import { ask, el, field, form, link, list, note, openView, percent, problemText, say, table, tell, wan } from "/site.js";
import { figure, rows } from "/site/kit.js";

const WAN_FEN = 1000000;
const RATE = 100;
const WHOLE = 1;
const KINDS = {
  interestSubsidy: { title: ["贷款贴息", "Interest subsidy"], fields: [
    ["bp", "年贴息（%）", "Subsidy a year, %", RATE], ["capFen", "每户上限（万元）", "Cap, 10,000 yuan", WAN_FEN]] },
  guaranteeFee: { title: ["担保费优惠", "Guarantee fee"], grades: true, fields: [] },
  compensationFund: { title: ["风险补偿基金", "Compensation fund"], fields: [
    ["balanceFen", "基金余额（万元）", "Balance, 10,000 yuan", WAN_FEN], ["shareBp", "分担比例（%）", "Share, %", RATE]] },
  bridgeFund: { title: ["过桥资金", "Bridge fund"], fields: [
    ["dailyBp", "日费率（%）", "A day, %", RATE], ["maxDays", "最长天数", "Days at most", WHOLE]] },
  insurance: { title: ["保证保险", "Credit insurance"], fields: [
    ["premiumBp", "保费率（%）", "Premium, %", RATE], ["subsidyBp", "其中补贴（%）", "Subsidised, %", RATE]] },
};
const GRADES = ["A", "B", "C", "D"];
let done = "";

/** The tools that stand. */
export async function policy(who) {
  const answer = await ask("/policy-tools");
  if (!answer.ok) return note(problemText(answer.body), "bad");
  tell(done, done ? "good" : "");
  done = "";
  const fresh = el("p", {}, link(say("新建政策工具", "A new tool"), "#tool", { class: "button" }));
  return who.division ? listed(answer.body.tools, false) : [listed(answer.body.tools, true), fresh];
}

/** A new version of a tool, or a new tool where none is named. */
export async function tool(id = "") {
  const back = el("p", {}, link(say("← 返回政策工具", "← Back to the tools"), "#policy"));
  if (!id) return [back, ...edit(null)];
  const answer = await ask("/policy-tools/" + encodeURIComponent(id));
  if (!answer.ok) return [back, note(problemText(answer.body), "bad")];
  const versions = answer.body.tools;
  const newest = versions.reduce((one, other) => (other.version > one.version ? other : one));
  return [back, ...edit(newest), table(say("历次版本", "Versions"), [say("版本", "Version"), say("内容", "Terms"), say("剩余预算", "Budget left"), say("依据文件", "Paper")],
    versions.map((one) => [figure(one.version), terms(one.measure), figure(wan(one.budgetLeftFen)), one.document]))];
}

function terms(measure) {
  switch (measure.type) {
    case "interestSubsidy": return say("年贴息 ", "yearly ") + percent(measure.bp) + say("，上限 ", ", at most ") + wan(measure.capFen);
    case "guaranteeFee": return Object.entries(measure.feeBp).map(([grade, bp]) => grade + " " + percent(bp)).join("，");
    case "compensationFund": return say("余额 ", "balance ") + wan(measure.balanceFen) + say("，分担 ", ", share ") + percent(measure.shareBp);
    case "bridgeFund": return say("日费率 ", "daily ") + percent(measure.dailyBp) + say("，最长 ", ", at most ") + measure.maxDays + say(" 天", " days");
    default: return say("保费 ", "premium ") + percent(measure.premiumBp) + say("，补贴 ", ", subsidised ") + percent(measure.subsidyBp);
  }
}

function span({ effectiveFrom, effectiveTo }) {
  if (!effectiveFrom && !effectiveTo) return say("长期", "open");
  return (effectiveFrom ? effectiveFrom + say("起", " on") : "") + (effectiveTo ? say("至", " until ") + effectiveTo : "");
}

function listed(tools, mayChange) {
  if (tools.length === 0) return note(say("尚无政策工具。", "There is none yet."));
  return rows(say("现行政策工具", "Tools that stand"), [say("名称", "Name"), say("类别", "Kind"), say("内容", "Terms"), say("有效期", "In effect"),
    say("剩余预算", "Budget left"), say("依据文件", "Paper"), say("版本", "Version"), ...(mayChange ? [say("变更", "Change")] : [])],
  tools.map((one) => [say(one.nameZh, one.nameEn), say(...KINDS[one.measure.type].title), terms(one.measure),
    span(one), figure(wan(one.budgetLeftFen)), one.document, figure(one.version),
    mayChange ? link(say("变更", "Change"), "#tool/" + encodeURIComponent(one.id), { class: "button quiet", "aria-label": say("变更 ", "Change ") + say(one.nameZh, one.nameEn) }) : null].slice(0, mayChange ? undefined : -1)));
}

function edit(old) {
  const measure = el("div", { class: "fields" });
  const draw = (type) => measure.replaceChildren(...inputs(type, old));
  const type = old ? old.measure.type : Object.keys(KINDS)[0];
  const kind = old ? list([[say("类别", "Kind"), say(...KINDS[type].title)], [say("编号", "Id"), old.id]])
    : el("div", { class: "fields" },
      field({ name: "id", label: say("编号（小写字母、数字、连字符）", "Id (small letters, digits, hyphens)"), required: true, pattern: "[a-z0-9\\-]+" }),
      field({ name: "type", type: "select", label: say("类别", "Kind"), change: (event) => draw(event.target.value),
        options: Object.entries(KINDS).map(([value, one]) => ({ value, text: say(...one.title) })) }));
  const made = form([kind, el("div", { class: "fields" },
    field({ name: "nameZh", label: say("名称", "Name in Chinese"), value: old ? old.nameZh : "", required: true }),
    field({ name: "nameEn", label: say("英文名称", "Name in English"), value: old ? old.nameEn : "", required: true })),
  measure, el("div", { class: "fields" },
    field({ name: "effectiveFrom", type: "date", label: say("生效日", "From"), value: old ? old.effectiveFrom : null }),
    field({ name: "effectiveTo", type: "date", label: say("失效日", "To"), value: old ? old.effectiveTo : null }),
    field({ name: "budgetLeft", inputmode: "decimal", label: say("剩余预算（万元）", "Budget left, 10,000 yuan"), value: old ? old.budgetLeftFen / WAN_FEN : null, required: true }),
    field({ name: "document", label: say("依据文件", "Paper"), value: old ? old.document : "", required: true }))],
  say("发布", "Publish"), (filled) => publish(filled, filled.type || type, old));
  draw(type);
  return [el("p", {}, old ? say("发布第 " + (old.version + 1) + " 版；旧版保留。", "Publishes version " + (old.version + 1) + "; the old one is kept.") : ""), made];
}

function inputs(type, old) {
  const held = old && old.measure.type === type ? old.measure : {};
  if (KINDS[type].grades) {
    const fees = held.feeBp || {};
    return GRADES.map((grade) => number("feeBp." + grade, say("等级 " + grade + " 担保费率（%）", "Fee of grade " + grade + ", %"), fees[grade], RATE, false));
  }
  return KINDS[type].fields.map(([name, zh, en, unit]) => number(name, say(zh, en), held[name], unit, true));
}

function number(name, label, value, unit, required) {
  return field({ name: "measure." + name, label, required, inputmode: "decimal", pattern: "[0-9]+(\\.[0-9]+)?",
    value: value === undefined ? null : value / unit });
}

function read(text, unit) {
  return Math.round(Number(text) * unit);
}

function measured(filled, type) {
  if (KINDS[type].grades) {
    const given = GRADES.filter((grade) => filled["measure.feeBp." + grade] !== undefined);
    return { type, feeBp: Object.fromEntries(given.map((grade) => [grade, read(filled["measure.feeBp." + grade], RATE)])) };
  }
  return { type, ...Object.fromEntries(KINDS[type].fields.map(([name, , , unit]) => [name, read(filled["measure." + name], unit)])) };
}

async function publish(filled, type, old) {
  const body = { ...(old || { id: filled.id }), version: old ? old.version + 1 : 1, nameZh: filled.nameZh, nameEn: filled.nameEn,
    measure: measured(filled, type), budgetLeftFen: read(filled.budgetLeft, WAN_FEN), document: filled.document };
  for (const name of ["effectiveFrom", "effectiveTo"]) {
    if (filled[name]) body[name] = filled[name];
    else delete body[name];
  }
  const answer = await ask("/policy-tools", body);
  if (answer.ok) {
    done = say("已发布：", "Published: ") + say(body.nameZh, body.nameEn);
    openView("policy");
  }
  return answer;
}
