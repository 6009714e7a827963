// Offers for a demand, each with why, and every product that is withheld with why not.
import { button, day, details, el, get, link, list, marks, months, note, paged, percent, say, wan, yuan } from "/site.js";
import { instead, path, words } from "/enterprise/context.js";
import { applying } from "/enterprise/apply.js";

const PAGE = 10;
const CHANCES = { product: ["按该产品以往审批", "by past decisions on this product"], lender: ["按该机构以往审批", "by past decisions of this lender"], market: ["按全市以往审批", "by past decisions of all"], none: ["尚无审批记录", "no decisions yet"] };

/** The offers and what is withheld, for a demand. */
export async function matches(demand) {
  const base = "/demands/" + encodeURIComponent(demand.id) + "/matches?limit=" + PAGE;
  const first = await get(base);
  if (!first.ok) return [instead(first)];
  const found = first.body;
  const again = async (query) => {
    const answer = await get(base + query);
    return answer.ok ? answer.body : null;
  };
  const chosen = new Map();
  const box = applying(demand, chosen);
  const offers = await paged(async (next) => {
    const page = next === null ? found : await again("&offersFrom=" + next);
    return page && { nodes: page.offers.map((one) => offer(one, demand, chosen, box)), next: page.nextOffers };
  }, say("目前没有符合条件的产品，请看下面的原因和办法。", "No product is open; see why below."));
  const withheld = await paged(async (next) => {
    const page = next === null ? found : await again("&withheldAfter=" + encodeURIComponent(next));
    return page && { nodes: page.withheld.map(missed), next: page.nextWithheld };
  }, say("没有。", "None."));
  return [
    found.disputed ? note(say(found.disputed.textZh, found.disputed.textEn)) : null,
    el("h3", {}, say(`可以申请的产品（${found.offered}个）`, `Open to you (${found.offered})`)),
    found.offered > 0 ? el("p", { class: "soft" }, say("按对您最划算的顺序排列，排位不能购买。选1至3个一并申请。", "The best for you first; no place can be bought. Choose 1 to 3.")) : null,
    offers,
    box.node,
    details(say(`暂不符合的产品（${found.withheldCount}个）及原因`, `Not open to you (${found.withheldCount}), and why`), withheld),
  ].filter(Boolean);
}

function offer(one, demand, chosen, box) {
  const id = "offer-" + one.productId;
  const pick = demand.status !== "open" ? null : el("p", { class: "check" },
    el("input", { type: "checkbox", id, change: (event) => {
      if (event.target.checked) chosen.set(one.productId, one);
      else chosen.delete(one.productId);
      box.draw();
    } }),
    el("label", { for: id }, say("选择申请 ", "Apply to ") + words(one.name)));
  return el("article", { class: "card", "data-product": one.productId },
    el("h4", {}, `${one.place}. ${words(one.name)}`),
    el("p", { class: "soft" }, words(one.lender)),
    one.preferred ? marks([{ text: say("您优先考虑的机构", "You named this lender"), kind: "good" }]) : null,
    el("p", {}, words(one.why)),
    list(terms(one)),
    policies(one),
    conditions(one),
    pick,
    link(say("向该机构提问", "Ask this lender"), "#ask/product/" + encodeURIComponent(one.productId)));
}

function terms(one) {
  const chance = one.benefit.approvalBasis === "none" ? null : Math.round(one.benefit.approvalChance * 100) + "%";
  return [
    [say("可贷金额", "Amount"), wan(one.amountFen)],
    [say("期限", "Term"), months(one.termMonths)],
    [say("年利率", "Yearly rate"), one.annualRateBp === null ? say("由机构确定", "set by the lender") : percent(one.annualRateBp)],
    [say("一年约付", "Cost a year"), one.benefit.rateKnown ? yuan(one.benefit.yearlyCostFen) : null],
    [say("政策补贴一年约省", "Saved by policy a year"), one.benefit.yearlySubsidyFen > 0 ? yuan(one.benefit.yearlySubsidyFen) : null],
    [say("通过的可能", "Chance of approval"), chance && chance + say("（", " (") + say(...CHANCES[one.benefit.approvalBasis]) + say("）", ")")],
    [say("答复约需", "Answer in about"), one.benefit.answerDays === null ? null : say(one.benefit.answerDays + "天", one.benefit.answerDays + " days")],
  ];
}

function policies(one) {
  if (one.policies.length === 0) return null;
  return el("div", {}, el("p", {}, say("可享政策：", "Policy tools:")),
    el("ul", {}, one.policies.map((tool) => el("li", {}, words(tool.name) + say("：", ": ") + words(tool.words)))));
}

function conditions(one) {
  if (one.conditions.length === 0) return null;
  return el("div", {}, el("p", {}, say("还要注意：", "Please note:")),
    el("ul", {}, one.conditions.map((condition) => el("li", {}, words(condition.words)))));
}

/** A product that is not open, with every reason. */
function missed(one) {
  return el("article", { class: "card", "data-withheld": one.productId },
    el("h4", {}, words(one.name)),
    el("p", { class: "soft" }, words(one.lender)),
    mismatches(one.mismatches),
    openedBy(one.productId));
}

// Asked for when somebody wants to know: it is computed anew for each product.
function openedBy(product) {
  const place = el("div");
  return el("div", {}, button(say("怎样才能符合", "What would open it"), async (pressed) => {
    const answer = await get(path("/advice/" + encodeURIComponent(product)));
    pressed.hidden = answer.ok;
    place.replaceChildren(answer.ok ? advised(answer.body) : instead(answer));
  }, { class: "quiet" }), place);
}

function advised(advice) {
  const steps = [...advice.steps.map((one) => words(one.text)), ...advice.declare.map(words)];
  const heading = steps.length > 0 && advice.months > 0 ? say(`（约需${months(advice.months)}）`, ` (about ${months(advice.months)})`) : "";
  return el("div", {},
    el("p", {}, el("strong", {}, say(advice.stateZh, advice.state)), heading),
    steps.length > 0 ? el("ul", {}, steps.map((one) => el("li", {}, one))) : null,
    advice.blockers.length > 0 ? el("p", {}, say("短期内改变不了的：", "What time or effort cannot soon change:")) : null,
    advice.blockers.length > 0 ? mismatches(advice.blockers) : null);
}

export function mismatches(all) {
  return el("ul", {}, all.map((one) => el("li", {}, mismatch(one))));
}

function mismatch(one) {
  const parts = [el("strong", {}, words(one.criterion))];
  if (!words(one.criterion).includes(words(one.required))) parts.push(say("：要求", ": wants ") + words(one.required));
  if (one.kind === "NO_DATA") parts.push(say("，平台还没有您的这项数据", "; the platform has no such data of you"));
  else if (one.kind === "UNDECLARED") parts.push(say("，您还没有申报", "; you have not declared it"));
  else if (words(one.actualText)) parts.push(say("，您现在是", ", yours is ") + words(one.actualText));
  const lines = [el("span", {}, parts)];
  if (one.shortfall !== null && one.shortfall > 0) lines.push(el("small", {}, say("还差 ", "Short by ") + amount(one.shortfall, one.unit)));
  if (one.earliest) lines.push(el("small", {}, say(`最早${day(one.earliest)}可符合`, `Could pass on ${one.earliest}`)));
  if (one.rule) lines.push(el("small", {}, say("依据：", "By: ") + one.rule.basis), el("small", {}, say("出路：", "Way out: ") + words(one.rule.exit)));
  return lines;
}

function amount(figure, unit) {
  switch (unit) {
    case "fen": return wan(Math.round(figure));
    case "basis_points": return percent(Math.round(figure));
    case "ratio": return percent(Math.round(figure * 10000));
    case "count": return say(Math.round(figure) + "个", String(Math.round(figure)));
    case "persons": return say(Math.round(figure) + "人", Math.round(figure) + " persons");
    case "years": return say(Math.round(figure) + "年", Math.round(figure) + " years");
    case "kilowatt_hours": return say(Math.round(figure) + "千瓦时", Math.round(figure) + " kWh");
    case "class": return say(Math.round(figure) + "级", Math.round(figure) + " classes");
    case "months": return months(Math.round(figure));
    case "days": return say(Math.round(figure) + "天", Math.round(figure) + " days");
    default: return String(Math.round(figure * 100) / 100);
  }
}
