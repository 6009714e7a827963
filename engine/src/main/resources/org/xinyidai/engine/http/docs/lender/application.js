// One application: what was asked, where it stands, what may be done next, the file of the enterprise
// as far as it has consented, and every step that was taken.
import { both, el, facts, hint, join, link, mark, refused, section, table } from "/lender/build.js";
import { fileOf } from "/lender/file.js";
import { form } from "/lender/form.js";
import { money } from "/lender/format.js";
import { due } from "/lender/inbox.js";
import { stepForms } from "/lender/steps.js";
import { guaranteeWords, partyWords, purposeWords, reminderWords, securityWords, stateWords, stepWords } from "/lender/words.js";
import { get, moment, months, openView, percent, post } from "/site.js";

const DETAILS = {
  number: both("编号", "number"),
  amountFen: both("金额", "amount"),
  rateBp: both("年利率", "yearly rate"),
  termMonths: both("期限", "term"),
  security: both("担保方式", "security"),
  firstLoan: both("首贷", "first loan"),
  validUntil: both("有效期至", "valid until"),
  signedOn: both("签约日", "signed on"),
  drawnOn: both("放款日", "drawn on"),
  dueOn: both("到期日", "due on"),
  paidOn: both("还款日", "paid on"),
  days: both("逾期天数", "days late"),
  feeBp: both("年担保费率", "yearly fee"),
  guarantor: both("担保机构", "guarantor"),
  reason: both("原因", "reason"),
  level: both("催办对象", "reminded"),
  lender: both("转至机构", "to the lender"),
  to: both("新申请", "new application"),
  by: both("由", "by"),
  keepOthers: both("保留其他申请", "keeps the others"),
};

function detail(name, value) {
  if (name.endsWith("Fen")) return money(Number(value));
  if (name.endsWith("Bp")) return percent(Number(value));
  if (name === "termMonths") return months(Number(value));
  if (name === "security") return securityWords(value);
  if (name === "level") return reminderWords(value);
  if (value === "true") return both("是", "yes");
  return value === "false" ? both("否", "no") : value;
}

function origin(application) {
  const { kind, of, withoutRepayment } = application.origin;
  if (kind === "NEW") return null;
  const words =
    kind === "RENEWAL"
      ? withoutRepayment
        ? both("无还本续贷，原申请 ", "renewal without repayment of ")
        : both("续贷，原申请 ", "renewal of ")
      : both("由他行转办，原申请 ", "given over by another lender: ");
  return el("span", null, words, kind === "RENEWAL" ? link("application/" + of, of) : of);
}

function asked(application) {
  const { asked: wish } = application;
  return facts([
    [both("统一社会信用代码", "Enterprise"), application.uscc],
    [both("申请金额", "Amount asked"), money(wish.amountFen)],
    [both("期限", "Term"), months(wish.termMonths)],
    [both("用途", "Purpose"), purposeWords(wish.purpose)],
    [both("可接受年利率上限", "Rate ceiling"), percent(wish.maxAnnualRateBp)],
    [both("行政区划", "District"), application.district],
    [both("提交时间", "Filed"), moment(application.filedAt)],
    [both("来源", "Origin"), origin(application)],
    [both("申请编号", "Number"), application.id],
  ]);
}

function clock(application) {
  const held = application.clock;
  const owed = held.documentsOwed ? both("企业补件中，暂停计时", "Documents are owed: the clock stands") : null;
  return facts([
    [both("办理期限", "Due"), due({ dueOn: held.dueOn, overdue: held.overdue })],
    [both("已用工作日", "Working days used"), join(held.usedWorkingDays, " / 10")],
    [both("计时起", "Since"), held.startedOn],
    [both("停止计时", "Stopped on"), held.stoppedOn],
    [both("补件", "Documents"), owed],
  ]);
}

function granted(application) {
  const { grant, contract, loan, guarantee, denial } = application;
  const parts = [];
  if (denial) {
    parts.push(facts([[both("原因", "Reason"), denial.reason], [both("给企业的建议", "Advice to the enterprise"), denial.advice]]));
  }
  if (guarantee) {
    parts.push(facts([
      [both("担保机构", "Guarantor"), guarantee.organisation],
      [both("担保意见", "Its answer"), guaranteeWords(guarantee.answer)],
      [both("年担保费率", "Yearly fee"), guarantee.feeBp ? percent(guarantee.feeBp) : null],
    ]));
  }
  if (grant) {
    parts.push(facts([
      [both("授信金额", "Granted"), money(grant.amountFen)],
      [both("年利率", "Yearly rate"), percent(grant.rateBp)],
      [both("期限", "Term"), months(grant.termMonths)],
      [both("担保方式", "Security"), securityWords(grant.security)],
      [both("首贷", "First loan"), grant.firstLoan ? both("是", "yes") : both("否", "no")],
      [both("授信有效期至", "Valid until"), grant.validUntil],
      [both("授信编号", "Grant number"), grant.number],
      [both("合同", "Contract"), contract ? contract.number + " · " + contract.signedOn : null],
      [both("已放款", "Drawn"), loan.drawnFen ? money(loan.drawnFen) : null],
      [both("已还款", "Repaid"), loan.repaidFen ? money(loan.repaidFen) : null],
      [both("贷款余额", "Balance"), loan.drawnFen ? money(loan.balanceFen) : null],
      [both("逾期", "Overdue"), loan.overdue ? join(loan.overdue.days, both("天，", " days, "), money(loan.overdue.amountFen)) : null],
    ]));
  }
  return parts.length ? section(both("办理结果", "What was decided"), ...parts) : "";
}

function line(step, reasons) {
  const told = Object.entries(step.details).map(([name, value]) => {
    const last = name.split(".").pop();
    const words = last === "reason" && reasons[value] ? join(value, " ", reasons[value]) : detail(last, value);
    return join(DETAILS[last] || last, both("：", ": "), words);
  });
  return [
    moment(step.at),
    stepWords(step.step),
    el("span", null, partyWords(step.by), step.by === "LENDER" || step.by === "GUARANTOR" ? " " + step.organisation : ""),
    stateWords(step.state),
    told.length || step.note ? el("span", null, told.map((one) => el("span", { class: "piece" }, one)), step.note ? el("span", { class: "said" }, step.note) : "") : null,
  ];
}

function timeline(history, reasons) {
  const columns = [both("时间", "When"), both("步骤", "Step"), both("办理方", "By"), both("状态", "State"), both("内容", "Details")];
  return section(both("办理记录", "Every step"), table(both("办理记录", "Every step"), columns, history.steps.map((one) => line(one, reasons)).reverse()));
}

function question(application) {
  const specs = [{ name: "text", title: both("问题", "Question"), kind: "words", required: true }];
  const sent = (typed) => post("/inquiries", { about: { kind: "application", id: application.id }, text: typed.text });
  const next = (thread) => openView("questions/" + thread.id);
  return el("details", { class: "step" }, el("summary", null, both("向企业提问", "Ask the enterprise")), form(specs, both("发送", "Send"), sent, next));
}

/** Shows one application. */
export async function show(view, id) {
  const path = "/applications/" + encodeURIComponent(id);
  const [found, history, reasons] = await Promise.all([get(path), get(path + "/history"), get("/denial-reasons")]);
  if (!found.ok || !history.ok) {
    view.append(refused(found.ok ? history : found));
    return;
  }
  const application = found.body;
  const known = reasons.ok ? reasons.body.reasons : [];
  const taken = (step) => openView("application/" + id, join(both("已办理：", "Done: "), stepWords(step)));
  const open = stepForms(application, known, taken);
  const actable = open.length ? open : [hint(both("现在没有由贵机构办理的步骤。", "There is no step for you to take now."))];
  view.append(
    el("p", null, link("inbox", both("← 全部申请", "← All applications"))),
    el("h3", null, application.product.name, " ", mark(stateWords(application.state))),
    el("div", { class: "columns" }, asked(application), clock(application)),
    section(both("下一步", "What you may do"), ...actable, question(application)),
    granted(application),
    fileOf(application),
    timeline(history.body, Object.fromEntries(known.map((one) => [one.code, one.reason]))),
  );
}
