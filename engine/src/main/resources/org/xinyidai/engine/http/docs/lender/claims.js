// Claims of loans made outside the platform (平台外贷款认领): filed with the facts of the loan, proved by
// files, and taken back.
import { both, el, facts, hint, join, mark, refused, section } from "/lender/build.js";
import { sendFile } from "/lender/files.js";
import { action, form } from "/lender/form.js";
import { money } from "/lender/format.js";
import { SECURITY_OPTIONS, securityWords } from "/lender/words.js";
import { API, get, months, openView, percent, post } from "/site.js";

const FILES = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx";
const OPEN = ["FILED", "AGREED", "OBJECTED"];
const YES_NO = [["true", both("是", "yes")], ["false", both("否", "no")]];
const STATES = { FILED: "waits for the enterprise", AGREED: "agreed", OBJECTED: "objected", CONFIRMED: "confirmed", REFUSED: "refused", WITHDRAWN: "withdrawn" };

function again() {
  return openView("reports");
}

function filing() {
  const specs = [
    { name: "uscc", title: both("统一社会信用代码", "Code of the enterprise"), required: true, longest: 18 },
    { name: "contractNumber", title: both("合同编号", "Contract number"), required: true, longest: 64 },
    { name: "amountFen", title: both("贷款金额", "Amount"), kind: "wan", required: true },
    { name: "rateBp", title: both("年利率", "Yearly rate"), kind: "percent", required: true },
    { name: "termMonths", title: both("期限", "Term"), kind: "months", required: true },
    { name: "grantedOn", title: both("发放日", "Granted on"), kind: "day", required: true },
    { name: "dueOn", title: both("到期日", "Due on"), kind: "day", required: true },
    { name: "security", title: both("担保方式", "Security"), options: SECURITY_OPTIONS, required: true },
    { name: "firstLoan", title: both("是否首贷", "First loan ever"), options: YES_NO, required: true },
    { name: "drawDownNumber", title: both("借据编号", "Draw-down number"), longest: 64 },
    { name: "balanceFen", title: both("贷款余额", "Balance"), kind: "wan" },
  ];
  const sent = (typed) => post("/loan-claims", { ...typed, firstLoan: typed.firstLoan === "true" });
  return el("details", { class: "step" }, el("summary", null, both("认领一笔平台外贷款", "Claim a loan")), form(specs, both("提交认领", "File the claim"), sent, again));
}

function evidence(claim) {
  const path = "/loan-claims/" + encodeURIComponent(claim.id) + "/files";
  return claim.files.map((one) => el("a", { class: "piece", href: API + path + "/" + one.number, download: one.name }, one.name));
}

function work(claim) {
  if (!OPEN.includes(claim.state)) return "";
  const path = "/loan-claims/" + encodeURIComponent(claim.id);
  const specs = [{ name: "file", title: both("证据", "Evidence"), kind: "file", required: true, accept: FILES, hint: both("合同、借据等，至多5份", "the contract, the receipt: five at most") }];
  const attach = (typed) => sendFile(path + "/files?name=" + encodeURIComponent(typed.file.name), typed.file);
  return el(
    "details",
    { class: "part" },
    el("summary", null, both("补充证据或撤回", "Add evidence, or withdraw")),
    form(specs, both("提交证据", "Send"), attach, again),
    action(both("撤回认领", "Withdraw the claim"), () => post(path + "/steps", { step: "withdraw" }), again, "danger"),
  );
}

function one(claim) {
  const { loan } = claim;
  return el(
    "li",
    null,
    facts([
      [both("企业", "Enterprise"), claim.uscc],
      [both("合同", "Contract"), loan.contractNumber],
      [both("贷款", "Loan"), join(money(loan.amountFen), "，", percent(loan.rateBp), "，", months(loan.termMonths), "，", securityWords(loan.security))],
      [both("发放日", "Granted on"), loan.grantedOn],
      [both("状态", "State"), mark(both(claim.stateZh, STATES[claim.state] || claim.state))],
      [both("企业可提异议至", "The enterprise may object until"), claim.state === "FILED" ? claim.objectionUntil : null],
      [both("证据", "Evidence"), claim.files.length ? el("span", null, evidence(claim)) : null],
    ]),
    el("ul", null, claim.history.filter((step) => step.note).map((step) => el("li", null, join(both(step.stepZh, step.step), both("：", ": "), step.note)))),
    work(claim),
  );
}

/** The part of the page of reports that is of claims. */
export async function claims() {
  const answer = await get("/loan-claims?limit=50");
  const title = both("平台外贷款认领", "Loans made outside the platform");
  if (!answer.ok) return section(title, refused(answer));
  const list = el("ul", { class: "kept" }, answer.body.claims.map(one));
  return section(title, filing(), answer.body.claims.length ? list : hint(both("尚无认领。", "No claims yet.")));
}
