// The forms of the steps that a lender or a guarantee company may take in an application.
import { both, el } from "/lender/build.js";
import { form } from "/lender/form.js";
import { dayFromNow } from "/lender/format.js";
import { SECURITY_OPTIONS, stepWords } from "/lender/words.js";
import { post } from "/site.js";

const YES_NO = [
  ["true", both("是", "yes")],
  ["false", both("否", "no")],
];
const GRANT_DAYS = 30;

function said(required, hint) {
  return { name: "note", title: both("说明", "Note"), kind: "words", required, hint };
}

function number(title, name = "number") {
  return { name, title, required: true, longest: 64 };
}

function day(name, title, value) {
  return { name, title, kind: "day", required: true, value };
}

/** The fields of each step beside its note, and how they go into a call. */
const PARTS = {
  grant: (application) => ({
    specs: [
      number(both("授信编号", "Grant number")),
      { name: "amountFen", title: both("授信金额", "Amount"), kind: "wan", required: true, value: application.asked.amountFen, hint: both("不超过申请金额", "no more than was asked for") },
      { name: "rateBp", title: both("年利率", "Yearly rate"), kind: "percent", required: true },
      { name: "termMonths", title: both("期限", "Term"), kind: "months", required: true, value: application.asked.termMonths },
      { name: "security", title: both("担保方式", "Security"), options: SECURITY_OPTIONS, required: true },
      { name: "firstLoan", title: both("是否首贷", "First loan ever"), options: YES_NO, required: true },
      day("validUntil", both("授信有效期至", "Valid until"), dayFromNow(GRANT_DAYS)),
    ],
    body: (typed) => ({ grant: { ...typed, firstLoan: typed.firstLoan === "true" } }),
  }),
  sign: () => ({
    specs: [number(both("合同编号", "Contract number")), day("signedOn", both("签约日", "Signed on"), dayFromNow(0))],
    body: (typed) => ({ contract: typed }),
  }),
  draw_down: (application) => ({
    specs: [
      number(both("借据编号", "Draw-down number")),
      { name: "amountFen", title: both("放款金额", "Amount"), kind: "wan", required: true, value: application.grant ? application.grant.amountFen - application.loan.drawnFen : null },
      day("drawnOn", both("放款日", "Drawn on"), dayFromNow(0)),
      day("dueOn", both("到期日", "Due on")),
    ],
    body: (typed) => ({ drawDown: typed }),
  }),
  repay: () => ({
    specs: [
      number(both("还款编号", "Repayment number")),
      { name: "amountFen", title: both("归还本金", "Principal repaid"), kind: "yuan", required: true },
      day("paidOn", both("还款日", "Paid on"), dayFromNow(0)),
    ],
    body: (typed) => ({ repayment: typed }),
  }),
  report_overdue: () => ({
    specs: [
      { name: "days", title: both("逾期天数", "Days late"), kind: "days", required: true },
      { name: "amountFen", title: both("逾期本金", "Principal late"), kind: "yuan", required: true },
    ],
    body: (typed) => ({ overdue: typed }),
  }),
  invite_guarantor: () => ({
    specs: [{ name: "guarantor", title: both("担保机构全称", "Guarantee company"), required: true, hint: both("须已入驻平台", "with an account here") }],
    body: (typed) => typed,
  }),
  guarantee: () => ({
    specs: [{ name: "feeBp", title: both("年担保费率", "Yearly fee"), kind: "percent", required: true }],
    body: (typed) => typed,
  }),
};

const NOTED = {
  ask_documents: both("请写明需要哪些材料，企业会看到", "say which documents; the enterprise will see it"),
  decline_guarantee: both("请说明理由", "say why"),
};

function partsOf(step, application, reasons) {
  if (step === "decline" || step === "refuse") {
    const options = reasons.map((one) => [one.code, both(one.code + " " + one.reason.zh, one.code + " " + one.reason.en)]);
    return {
      specs: [{ name: "reason", title: both("原因", "Reason"), options, required: true, hint: both("原因与改进建议将告知企业", "the enterprise is told the reason and what it can do") }],
      body: (typed) => typed,
    };
  }
  return PARTS[step] ? PARTS[step](application) : { specs: [], body: () => ({}) };
}

function stepForm(step, application, reasons, done) {
  const parts = partsOf(step, application, reasons);
  const specs = [...parts.specs, said(step in NOTED, NOTED[step])];
  const sent = ({ note, ...typed }) => {
    const body = { step, ...parts.body(typed) };
    if (note) body.note = note;
    return post("/applications/" + encodeURIComponent(application.id) + "/steps", body);
  };
  const made = form(specs, both("确认" + stepWords(step).zh, "Confirm: " + stepWords(step).en), sent, () => done(step));
  const grim = step === "decline" || step === "refuse" || step === "decline_guarantee";
  return el("details", { class: grim ? "step grim" : "step", "data-step": step }, el("summary", null, stepWords(step)), made);
}

/** A form, folded, for each step that the caller may take; done is told which was taken. */
export function stepForms(application, reasons, done) {
  return application.steps.map((step) => stepForm(step, application, reasons, done));
}
