// My file at a glance: who I am here, the score with its reasons, what would raise it, who told of me.
import { button, card, day, details, download, el, field, form, get, list, marks, months, note, post, say, tell, link } from "/site.js";
import { feeds, instead, path, words } from "/enterprise/context.js";

const GRADES = {
  A: ["信用良好，可选产品较多", "Good: many products are open"],
  B: ["信用较好", "Fairly good"],
  C: ["信用一般，部分产品有条件", "Middling: some products have conditions"],
  D: ["信用偏弱，建议先按下列建议改善", "Weak: first follow the advice below"],
};
const KINDS = { FIRM: ["企业", "firm"], SOLE_TRADER: ["个体工商户", "sole trader"], FARMER_COOPERATIVE: ["农民专业合作社", "cooperative"], FARMER: ["农户", "farm"] };
const STATUSES = {
  ACTIVE: ["存续（在营）", "active"], REVOKED: ["吊销", "revoked"], DEREGISTERED: ["注销", "deregistered"], MOVED: ["迁出", "moved away"],
  ABNORMAL: ["经营异常", "abnormal"], LIQUIDATING: ["清算", "in liquidation"], BANKRUPT: ["破产", "bankrupt"],
};

export async function file() {
  const [known, score, advice, warned] = await Promise.all(
    ["", "/score", "/advice", "/warnings"].map((rest) => get(path(rest))));
  const parts = [await identity(known)];
  if (!known.ok) return [...parts, verifyFirst()];
  parts.push(score.ok ? scored(score.body) : card(say("信用评分", "Credit score"), instead(score)));
  if (advice.ok) parts.push(advised(advice.body));
  if (warned.ok && warned.body.warnings.length > 0) parts.push(warnings(warned.body));
  parts.push(report());
  return parts;
}

async function identity(known) {
  if (!known.ok) {
    return card(say("还没有您的记录", "There are no records of you yet"),
      note(say("数源单位尚未报送贵企业的记录。您仍可发布需求；有记录后，评分和匹配会自动出现。",
        "No source has delivered records of your enterprise. You can post a demand; score and matches come with the records.")));
  }
  const one = known.body;
  const titles = await feeds();
  const sources = one.feeds.map((id) => ({ text: say(titles.get(id)?.titleZh ?? id, id), kind: "" }));
  return card(one.name ?? one.uscc,
    list([
      [say("统一社会信用代码", "Code"), one.uscc],
      [say("成立日期", "Founded"), day(one.foundedOn)],
      [say("登记状态", "Status"), STATUSES[one.status] ? say(...STATUSES[one.status]) : one.status],
      [say("主体类型", "Kind"), KINDS[one.subjectType] ? say(...KINDS[one.subjectType]) : one.subjectType],
      [say("已归集记录", "Records"), say(`${one.records}条，来自${one.feeds.length}类数据`, `${one.records} from ${one.feeds.length} kinds of source`)],
    ]),
    details(say("哪些单位报送了我的数据", "What was delivered about me"), marks(sources), link(say("逐条查看记录、提出异议", "See each record, dispute one"), "#records")));
}

function verifyFirst() {
  return el("p", {}, link(say("去实名认证", "Be verified"), "#verification"));
}

function scored(score) {
  const grade = GRADES[score.grade] ? say(...GRADES[score.grade]) : "";
  const reasons = score.reasons.map((one) => el("li", {}, say(one.textZh, one.textEn), one.repairRoute ? el("small", {}, words(one.repairRoute)) : null));
  return card(say("信用评分", "Credit score"),
    el("p", { class: "lead" }, say(`${score.points}分 · ${score.grade}级`, `${score.points} points, grade ${score.grade}`)),
    el("p", {}, grade, " ", el("span", { "aria-hidden": "true" }, "★".repeat(score.stars))),
    score.disputed ? note(say(score.disputed.textZh, score.disputed.textEn), "warn") : null,
    reasons.length > 0 ? el("p", {}, say("影响评分最大的原因：", "What lowers it most:")) : null,
    reasons.length > 0 ? el("ol", {}, reasons) : null,
    el("small", {}, say(`截至${day(score.asOf)}。评分供金融机构参考，是否放款由金融机构决定。`, `As of ${score.asOf}. The score advises; the lender decides.`)),
    details(say("对评分有疑问？申请人工复核", "Ask a person to look at this score"), review("score", score.scoreId)));
}

/** The form by which a person is asked to look again at a score or at the matches of a demand. */
export function review(about, reference) {
  return form([field({ name: "statement", type: "textarea", label: say("请说明哪里不对", "What is wrong with it"), required: true, maxlength: 2000 })],
    say("提交复核申请", "Ask for a review"),
    async (filled, made) => {
      const answer = await post("/reviews", { about, reference, statement: filled.statement });
      if (answer.ok) {
        made.reset();
        tell(say("已收到，工作人员将在20日内答复，结果见通知。", "Taken: a person answers within 20 days, as a notice."), "good");
      }
      return answer;
    });
}

function advised(advice) {
  const title = say("怎样提高评分", "What would raise it");
  const none = advice.reached
    ? say(`已达到${advice.target}级。`, `Grade ${advice.target} is reached.`)
    : say("目前没有切实可行的短期改善办法。", "Nothing realistic would raise it soon.");
  if (advice.steps.length === 0) return card(title, el("p", {}, none));
  return card(title,
    el("p", {}, say(`做到以下各项，约${months(advice.months)}后可达${advice.target}级：`, `With these, grade ${advice.target} in about ${months(advice.months)}:`)),
    el("ul", {}, advice.steps.map((one) => el("li", {}, say(one.textZh, one.textEn)))));
}

function warnings(found) {
  return card(say("需要留意", "Take care"),
    el("ul", {}, found.warnings.map((one) => el("li", {}, say(`${one.titleZh}（${one.severityZh}）：${one.reasonZh}`, `${one.titleEn}: ${one.reasonEn}`)))));
}

function report() {
  const printed = el("div");
  const made = form([field({ name: "purpose", label: say("报告用途", "What it is for"), required: true, maxlength: 100, value: say("申请贷款", "A loan") })],
    say("生成信用报告", "Print a credit report"),
    async (filled) => {
      const answer = await post(path("/credit-reports"), { purpose: filled.purpose });
      if (answer.ok) printed.replaceChildren(ready(answer.body));
      return answer;
    });
  return card(say("信用报告", "Credit report"),
    el("p", {}, say("带签名的 PDF，任何人可在“报告核验”页核对真伪。", "A signed PDF that anyone can check.")), made, printed);
}

function ready(one) {
  return el("p", { class: "note good" }, say("报告已生成，核验码 ", "Printed, code "), el("code", {}, one.code), " ",
    button(say("下载 PDF", "Download PDF"), () => download(path("/credit-reports/" + one.code), "credit-report-" + one.code + ".pdf", "application/pdf")));
}
