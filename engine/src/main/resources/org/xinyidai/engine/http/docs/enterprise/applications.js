// Applications of the enterprise: the list, and one with its timeline, its reasons and its next steps.
import { card, day, el, get, link, list, marks, moment, months, note, paged, percent, say, wan } from "/site.js";
import { category, instead, isInForce, lenderTitle, security, words } from "/enterprise/context.js";
import { mismatchWords, renewal, steps } from "/enterprise/steps.js";

const GOOD = ["GRANTED", "TAKEN_UP", "CONTRACTED", "LENT", "SETTLED"];
const BAD = ["DECLINED", "REFUSED", "OVERDUE"];
const STATES = {
  SUBMITTED: "submitted", ACCEPTED: "accepted", DUE_DILIGENCE: "in due diligence", GRANTED: "granted", TAKEN_UP: "taken up by you",
  CONTRACTED: "contract signed", LENT: "lent", OVERDUE: "overdue", SETTLED: "settled", DECLINED: "declined", REFUSED: "refused",
  WITHDRAWN: "withdrawn", NOT_CHOSEN: "another lender was chosen", EXPIRED: "expired", REASSIGNED: "given to another lender",
};
const WHO = { ENTERPRISE: ["本企业", "You"], LENDER: ["金融机构", "Lender"], GUARANTOR: ["担保机构", "Guarantor"], OFFICE: ["主管部门", "Office"], PLATFORM: ["平台", "Platform"] };

export function stateMark(one) {
  const kind = GOOD.includes(one.state) ? "good" : BAD.includes(one.state) ? "bad" : "";
  return { text: say(one.stateZh, STATES[one.state] ?? one.state), kind };
}

export async function applications() {
  const made = await paged(async (next) => {
    const answer = await get("/applications?limit=20" + (next ? "&after=" + encodeURIComponent(next) : ""));
    if (!answer.ok) return { nodes: [instead(answer)], next: null };
    return { nodes: await Promise.all(answer.body.applications.map(line)), next: answer.body.next };
  }, say("还没有申请。先发布需求，再从匹配的产品中选择。", "No application yet: post a demand, then choose among its offers."));
  return [made];
}

async function line(one) {
  return card(null,
    el("p", {}, link(words(one.productName) + " · " + wan(one.amountFen), "#application/" + one.id)),
    el("p", { class: "soft" }, await lenderTitle(one.lender)),
    marks([stateMark(one), one.overdue ? { text: say("机构已超期", "the lender is late"), kind: "warn" } : null].filter(Boolean)),
    el("small", {}, say(`提交于${moment(one.filedAt)}`, `Filed ${moment(one.filedAt)}`),
      one.dueOn ? say(`；机构应在${day(one.dueOn)}前答复`, `; the lender answers by ${one.dueOn}`) : ""));
}

export async function application(id) {
  const [answer, history] = await Promise.all(["", "/history"].map((rest) => get("/applications/" + encodeURIComponent(id) + rest)));
  if (!answer.ok) return [instead(answer)];
  const one = answer.body;
  return [
    card(words(one.product.name) + " · " + wan(one.asked.amountFen), el("p", { class: "soft" }, await lenderTitle(one.product.lender)),
      marks([stateMark(one)]), clock(one), facts(one),
      el("p", {}, link(say("就此申请向机构提问", "Ask the lender about it"), "#ask/application/" + encodeURIComponent(id)))),
    denial(one),
    platform(one),
    await steps(one),
    await renewal(one),
    history.ok ? card(say("办理经过", "What happened"), timeline(history.body.steps)) : null,
    card(say("授权情况", "Consent"), el("p", {}, await access(one)), link(say("查看或撤回授权", "See or revoke consents"), "#consents")),
  ].filter(Boolean);
}

function clock(one) {
  const time = one.clock;
  const texts = [];
  if (time.documentsOwed) texts.push(note(say("机构在等您补充材料，期间不计机构的时限。", "The lender waits for your documents; its time stands still.")));
  if (time.overdue) texts.push(note(say("机构已超过答复期限，平台已催办。", "The lender is late; the platform reminds it.")));
  if (time.dueOn && !time.stoppedOn) texts.push(el("p", {}, say(`机构应在${day(time.dueOn)}前答复（已用${time.usedWorkingDays}个工作日）。`, `The lender answers by ${time.dueOn} (${time.usedWorkingDays} working days used).`)));
  return el("div", {}, texts);
}

function facts(one) {
  const grant = one.grant;
  const loan = one.loan;
  return list([
    [say("申请金额", "Asked"), `${wan(one.asked.amountFen)} · ${months(one.asked.termMonths)}`],
    [say("提交时间", "Filed"), moment(one.filedAt)],
    [say("授信", "Granted"), grant ? `${wan(grant.amountFen)} · ${percent(grant.rateBp)} · ${months(grant.termMonths)} · ${security(grant.security)}` : null],
    [say("授信有效至", "Grant holds until"), grant ? day(grant.validUntil) : null],
    [say("担保", "Guarantee"), one.guarantee ? guarantee(one.guarantee) : null],
    [say("合同", "Contract"), one.contract ? `${one.contract.number} · ${day(one.contract.signedOn)}` : null],
    [say("已放款", "Drawn"), loan && loan.drawnFen > 0 ? wan(loan.drawnFen) : null],
    [say("尚欠本金", "Balance"), loan && loan.drawnFen > 0 ? wan(loan.balanceFen) : null],
    [say("逾期", "Overdue"), loan && loan.overdue ? say(`${loan.overdue.days}天，${wan(loan.overdue.amountFen)}`, `${loan.overdue.days} days, ${wan(loan.overdue.amountFen)}`) : null],
  ]);
}

function guarantee(one) {
  const answers = { INVITED: ["已邀请，待答复", "asked"], AGREED: ["同意担保", "agreed"], DECLINED: ["不予担保", "declined"] };
  return one.organisation + say("：", ": ") + say(...answers[one.answer]) + (one.answer === "AGREED" ? say("，费率", ", fee ") + percent(one.feeBp) : "");
}

function denial(one) {
  if (!one.denial) return null;
  return card(say("机构没有通过的原因", "Why the lender said no"),
    el("p", {}, words(one.denial.reason)),
    el("p", {}, el("strong", {}, say("您可以：", "You can: ")), words(one.denial.advice)));
}

// What the platform itself found stands beside the lender's reason: the two may differ.
function platform(one) {
  const found = one.file?.platform;
  if (!found) return null;
  return card(say("平台自己的判断（供参考）", "What the platform found"),
    el("p", {}, found.offered ? say("按产品条件，您符合该产品。", "You meet the product's conditions.") : say("按产品条件，有以下不符：", "These conditions are not met:")),
    found.mismatches.length > 0 ? mismatchWords(found.mismatches) : null,
    found.reasons.length > 0 ? el("p", {}, say("评分中影响最大的：", "What lowers the score most:")) : null,
    found.reasons.length > 0 ? mismatchWords(found.reasons) : null);
}

function timeline(all) {
  return el("ol", { class: "timeline" }, all.map((one) =>
    el("li", {},
      el("strong", {}, say(one.stepZh, one.step.replaceAll("_", " "))), " ",
      el("span", { class: "soft" }, say(...WHO[one.by]) + " · " + moment(one.at)),
      one.note ? el("div", {}, one.note) : null)));
}

async function access(one) {
  const answer = await get("/consents");
  const held = answer.ok ? answer.body.consents.filter((consent) => consent.grantee === one.product.lender && isInForce(consent)) : [];
  const readable = [...new Set(held.flatMap((consent) => consent.categories))];
  return readable.length === 0
    ? say("该机构目前不能查阅您的信息。", "The lender can read nothing of you now.")
    : say("该机构现在可查阅：", "The lender can read now: ") + readable.map(category).join(say("；", "; "));
}
