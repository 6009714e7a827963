// Claims of loans made outside (贷款认领) and applications that a lender let pass its time (超期申请).
import { API, ask, el, list, moment, note, percent, problemText, say, table, wan } from "/site.js";
import { both, history, plain, purpose, whole } from "/site/kit.js";
import { decision } from "/work/decision.js";

const OPEN = ["filed", "agreed", "objected"];
const KIB = 1024;

/** All claims that wait for the office or for the enterprise's word. */
export async function claims() {
  const found = await Promise.all(OPEN.map((state) => whole("/loan-claims?state=" + state, "claims")));
  return found.includes(null) ? null : found.flat().map(claim);
}

function claim(one) {
  const waits = one.state === "FILED";
  return {
    kind: "claim",
    id: one.id,
    uscc: one.uscc,
    what: one.lender + " · " + wan(one.loan.amountFen),
    state: say(one.stateZh, plain(one.state)),
    dueOn: one.objectionUntil,
    waiting: waits,
    next: waits
      ? say("等企业确认；期满后认定", "Wait for the enterprise; then confirm")
      : say("核对证据后认定或不予认定", "Look at the evidence, then confirm or refuse"),
    open: (done) => openClaim(one, done),
  };
}

function evidence(one) {
  return table(say("证据材料", "Evidence"), [say("材料", "File"), say("大小", "Size"), say("SM3 摘要", "SM3 digest")],
    one.files.map((file) => [
      el("a", { href: API + "/loan-claims/" + encodeURIComponent(one.id) + "/files/" + file.number }, file.name),
      { number: Math.ceil(file.bytes / KIB) + " KiB" },
      el("code", {}, file.sm3)]));
}

function openClaim(one, done) {
  const loan = one.loan;
  return [
    list([
      [say("机构", "Lender"), one.lender],
      [say("合同编号", "Contract"), loan.contractNumber],
      [say("金额", "Amount"), wan(loan.amountFen)],
      [say("年利率", "Yearly rate"), percent(loan.rateBp)],
      [say("期限", "Term"), loan.termMonths + say(" 个月", " months")],
      [say("发放日至到期日", "From, to"), loan.grantedOn + " — " + loan.dueOn],
      [say("首贷", "First loan"), loan.firstLoan ? say("是", "yes") : say("否", "no")],
      [say("撮合依据", "Matched here"), say("需求 ", "demand ") + one.proof.demand + " · " + one.proof.postedOn + " · " + one.proof.products.join("、")],
      [say("企业可提异议至", "May object until"), one.objectionUntil || say("日历未公布", "not known")],
    ]),
    evidence(one), history(one.history),
    decision({
      steps: [
        { code: "confirm", title: say("认定", "Confirm") },
        { code: "refuse", title: say("不予认定", "Refuse") },
      ],
      optional: one.state !== "OBJECTED",
      body: (code, { note }) => ({ step: code, note: note ?? "" }),
      path: "/loan-claims/" + encodeURIComponent(one.id) + "/steps",
      done,
    }),
  ];
}

/** Applications that stand with a lender behind its 10 working days. */
export async function escalations() {
  const found = await whole("/applications?overdue=true", "applications");
  return found && found.map(application);
}

function application(one) {
  return {
    kind: "escalation",
    id: one.id,
    uscc: one.uscc,
    what: one.lender + " · " + both(one.productName) + " · " + wan(one.amountFen),
    state: say(one.stateZh, plain(one.state)),
    dueOn: one.dueOn,
    next: say("督办，或转办其他机构", "Urge, or give it to another lender"),
    open: (done) => openApplication(one, done),
  };
}

/** What may be done here: only what the server says is open to the office. */
const STEPS = {
  urge: ["督办：催促机构办理", "Urge the lender"],
  reassign: ["转办其他机构的产品", "Give it to another lender's product"],
};

async function openApplication(line, done) {
  const path = "/applications/" + encodeURIComponent(line.id);
  const [found, steps] = await Promise.all([
    ask(path, undefined, purpose(say("督办申请 ", "escalation ") + line.id)), ask(path + "/history")]);
  if (!found.ok) return [note(problemText(found.body), "bad")];
  const one = found.body;
  return [
    list([
      [say("机构与产品", "Lender and product"), one.product.lender + " · " + both(one.product.name)],
      [say("申请金额", "Amount"), wan(one.asked.amountFen)],
      [say("期限", "Term"), one.asked.termMonths + say(" 个月", " months")],
      [say("提交时间", "Filed at"), moment(one.filedAt)],
      [say("已用工作日", "Working days used"), String(one.clock.usedWorkingDays)],
      [say("应办结日", "Due on"), one.clock.dueOn || "—"],
      [say("是否待企业补件", "Documents owed"), one.clock.documentsOwed ? say("是", "yes") : say("否", "no")],
    ]),
    history(steps.ok ? steps.body.steps : []),
    decision({
      steps: one.steps.filter((code) => STEPS[code]).map((code) => ({ code, title: say(...STEPS[code]) })),
      fields: (code) => (code === "reassign"
        ? [{ name: "product", required: true, label: say("转办到的产品编号", "Number of the product") }] : []),
      body: (code, filled) => ({ step: code, ...filled }),
      path: path + "/steps",
      done,
    }),
  ];
}
