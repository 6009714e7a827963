// Demands of the enterprise: posted, listed, ended; one demand with its offers below.
import { bpOfPercent, button, card, day, details, el, fenOfWan, field, form, get, link, marks, months, openView, paged, percent, post, say, showProblem, wan } from "/site.js";
import { instead, lenders, purpose, security, uscc } from "/enterprise/context.js";
import { review } from "/enterprise/file.js";
import { matches } from "/enterprise/offers.js";

const STATES = { open: ["进行中", "open", "good"], expired: ["已到期", "expired", ""], closed: ["已结束", "closed", ""] };
const MOST_PREFERRED = 10;
/** What a demand that names no rate is kept with: any that the law allows. */
const ANY_RATE_BP = 3600;

export async function demands() {
  const posted = await paged(async (next) => {
    const answer = await get("/demands?limit=20" + (next ? "&after=" + encodeURIComponent(next) : ""));
    return answer.ok ? { nodes: answer.body.demands.map(line), next: answer.body.next } : { nodes: [instead(answer)], next: null };
  }, say("还没有发布过需求。", "No demand yet."));
  return [card(say("发布融资需求", "Post a demand"), await posting()), el("h3", {}, say("我的需求", "My demands")), posted];
}

function line(one) {
  return card(null,
    el("p", {}, link(summary(one), "#demand/" + one.id)),
    marks([state(one)]),
    el("small", {}, say(`发布于${day(one.postedOn)}`, `Posted ${one.postedOn}`), one.expiresOn ? say(`，有效至${day(one.expiresOn)}`, `, until ${one.expiresOn}`) : ""));
}

function summary(one) {
  return `${wan(one.amountFen)} · ${months(one.termMonths)} · ${purpose(one.purpose)}`;
}

function state(one) {
  const [zh, en, kind] = STATES[one.status];
  return { text: say(zh, en), kind };
}

async function posting() {
  const known = [...(await lenders())].map(([value, text]) => ({ value, text }));
  return form([
    field({ name: "amountFen", label: say("需要多少钱（万元）", "Amount (10,000 yuan)"), inputmode: "decimal", required: true, pattern: "[0-9]+([.][0-9]{1,6})?", title: say("填数字，如 50 或 12.5", "A number such as 50 or 12.5"), placeholder: "50" }),
    field({ name: "termMonths", label: say("用多久（个月）", "For how many months"), type: "number", min: 1, max: 360, value: 12, required: true }),
    field({ name: "purpose", label: say("用来做什么", "What for"), type: "select", options: purpose.options(), value: "workingCapital" }),
    details(say("更多要求（可不填）", "More wishes (optional)"),
      field({ name: "maxAnnualRateBp", label: say("最高能接受的年利率（%）", "Highest yearly rate (%)"), inputmode: "decimal", pattern: "[0-9]+([.][0-9]{1,2})?", title: say("填数字，如 6 或 4.35", "A number such as 6 or 4.35"), hint: say("不填即不限", "Any where left out") }),
      field({ name: "security", label: say("可接受的担保方式", "Security you would give"), type: "choices", options: security.options() }),
      field({ name: "preferredLenders", label: say("优先考虑的机构", "Lenders to put first"), type: "choices", options: known, hint: say(`至多${MOST_PREFERRED}家，其方案排在最前`, `At most ${MOST_PREFERRED}`) })),
  ], say("发布并查看匹配", "Post and see offers"), send);
}

async function send(filled, made) {
  const amountFen = fenOfWan(filled.amountFen);
  const rate = filled.maxAnnualRateBp === undefined ? undefined : bpOfPercent(filled.maxAnnualRateBp);
  if (amountFen === null || amountFen === 0) return refused("amountFen", say("请填写大于零的金额，如 50 或 12.5", "Give an amount above zero, such as 50 or 12.5"));
  if (rate === null) return refused("maxAnnualRateBp", say("请填写利率，如 6 或 4.35", "Give a rate such as 6 or 4.35"));
  const body = { ...filled, uscc: uscc(), amountFen, termMonths: Number(filled.termMonths), maxAnnualRateBp: rate };
  const answer = await post("/demands", body);
  if (answer.ok) {
    made.reset();
    openView("demand/" + answer.body.id, say("需求已发布，下面是匹配结果。", "Posted; offers are below."));
  }
  return answer;
}

function refused(name, title) {
  return { ok: false, body: { title, field: name } };
}

/** One demand, with what the lenders offer for it and why the others do not. */
export async function demand(id) {
  const answer = await get("/demands/" + encodeURIComponent(id));
  if (!answer.ok) return [instead(answer)];
  const one = answer.body;
  const about = card(summary(one), marks([state(one)]), wishes(one), one.status === "open" ? ending(one) : null);
  return [about, ...(await matches(one)), card(null, details(say("对匹配结果有疑问？申请人工复核", "Ask a person to look at these matches"), review("match", one.id)))];
}

function wishes(one) {
  const said = [
    one.maxAnnualRateBp < ANY_RATE_BP ? say(`年利率不超过${percent(one.maxAnnualRateBp)}`, `at most ${percent(one.maxAnnualRateBp)} a year`) : "",
    one.security.length > 0 ? say("担保方式：", "security: ") + one.security.map(security).join(say("、", ", ")) : "",
    one.expiresOn ? say(`有效至${day(one.expiresOn)}`, `until ${one.expiresOn}`) : "",
  ].filter(Boolean);
  return el("p", { class: "soft" }, said.join(say("；", "; ")));
}

function ending(one) {
  return button(say("结束此需求", "End this demand"), async () => {
    if (!confirm(say("结束后不再匹配，已提交的申请不受影响。确定？", "It is matched no more; applications stay. End it?"))) return;
    const answer = await post("/demands/" + one.id + "/closure", null);
    if (answer.ok) openView("demand/" + one.id, say("需求已结束。", "The demand has ended."));
    else showProblem(answer.body);
  }, { class: "quiet" });
}
