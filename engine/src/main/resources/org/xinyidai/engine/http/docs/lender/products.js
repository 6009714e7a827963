// The lender's products: what is on the shelf in which version, what is being prepared, and for one
// product its versions, its quota and its withdrawal.
import { both, el, facts, hint, join, link, mark, refused, section, series, table } from "/lender/build.js";
import { action, form } from "/lender/form.js";
import { dayFromNow, money } from "/lender/format.js";
import { criterionWords } from "/lender/criteria.js";
import { purposeWords, securityWords, stageWords, versionWords } from "/lender/words.js";
import { get, moment, openView, percent, post } from "/site.js";

export function rateWords(rate) {
  if (!rate) return null;
  if (rate.fixed !== undefined) return percent(rate.fixed);
  return rate.min === undefined ? join(both("不高于", "at most "), percent(rate.max)) : percent(rate.min) + "—" + percent(rate.max);
}

function amountWords(amount) {
  return amount.min ? join(money(amount.min), both("至", " to "), money(amount.max)) : join(both("最高", "up to "), money(amount.max));
}

function termWords(term) {
  return term ? join(term.min, "—", term.max, both("个月", " months")) : null;
}

function listed(codes, words) {
  return codes ? series(codes.map(words)) : null;
}

function terms(product) {
  return facts([
    [both("额度", "Amount"), amountWords(product.amountFen)],
    [both("期限", "Term"), termWords(product.termMonths)],
    [both("年利率", "Yearly rate"), rateWords(product.rateBp)],
    [both("担保方式", "Security"), listed(product.security, securityWords)],
    [both("用途", "Purposes"), listed(product.purposes, purposeWords)],
    [both("生效日", "From"), product.effectiveFrom],
    [both("终止日", "Until"), product.effectiveTo],
  ]);
}

function conditions(product, attributes) {
  if (!product.criteria.length) return hint(both("没有准入条件。", "There are no conditions."));
  const lines = product.criteria.map((one) => el("li", null, criterionWords(attributes, one)));
  return section(both("准入条件（须全部满足）", "Conditions (all must hold)"), el("ol", null, lines));
}

function shelf(products) {
  if (!products.length) return hint(both("尚无已发布的产品。", "No product is published yet."));
  const columns = [both("产品", "Product"), both("版本", "Version"), both("额度", "Amount"), both("年利率", "Rate"), both("期限", "Term")];
  const rows = products.map((one) => [
    el("a", { href: "#product/" + one.id }, both(one.nameZh, one.nameEn)),
    one.version,
    amountWords(one.amountFen),
    rateWords(one.rateBp),
    termWords(one.termMonths),
  ]);
  return table(both("已发布产品", "Published"), columns, rows);
}

function drafts(list) {
  const open = list.filter((one) => one.stage === "draft" || one.stage === "signed");
  if (!open.length) return hint(both("没有在起草的产品。", "Nothing is being prepared."));
  const columns = [both("产品", "Product"), both("状态", "Stage"), both("问题", "Problems"), both("试运行", "Dry run"), both("修改时间", "Changed")];
  const rows = open.map((one) => [
    el("a", { href: "#draft/" + one.id }, both(one.product.nameZh, one.product.nameEn)),
    stageWords(one.stage),
    one.problems.length || both("无", "none"),
    one.trial ? both("已完成", "done") : both("未试运行", "not yet"),
    moment(one.changedAt),
  ]);
  return table(both("起草中的产品", "In preparation"), columns, rows);
}

async function all(view) {
  const [published, prepared] = await Promise.all([get("/products?limit=1000"), get("/product-drafts")]);
  const failed = [published, prepared].find((one) => !one.ok);
  if (failed) {
    view.append(refused(failed));
    return;
  }
  view.append(
    el("p", null, el("a", { class: "button", href: "#draft/new" }, both("起草新产品", "Draft a product"))),
    section(both("起草与复核", "In preparation"), drafts(prepared.body.drafts)),
    section(both("已发布", "Published"), shelf(published.body.products)),
  );
}

function versions(list) {
  const columns = [both("版本", "Version"), both("状态", "State"), both("生效日", "From"), both("终止日", "Until"), both("额度", "Amount"), both("年利率", "Rate"), both("下架", "Withdrawal")];
  const rows = list.map((one) => [
    one.version,
    versionWords(one.status),
    one.product.effectiveFrom,
    one.product.effectiveTo,
    amountWords(one.product.amountFen),
    rateWords(one.product.rateBp),
    one.withdrawal ? join(one.withdrawal.from, both("：", ": "), one.withdrawal.reason) : null,
  ]);
  return table(both("全部版本", "All versions"), columns, rows.reverse());
}

function left(bound, used, rest) {
  return bound === null ? both("不限", "no bound") : join(both("上限 ", "bound "), bound, both("，已用 ", ", used "), used, both("，剩余 ", ", left "), rest);
}

function quota(id, held, again) {
  const told = facts([
    [both("笔数", "Loans"), left(held.loans, held.usedLoans, held.loansLeft)],
    [both("金额", "Money"), left(held.amountFen === null ? null : money(held.amountFen), money(held.usedFen), money(held.fenLeft ?? 0))],
  ]);
  const specs = [
    { name: "loans", title: both("笔数上限", "Most loans"), kind: "whole", value: held.loans, hint: both("留空为不限", "empty: no bound") },
    { name: "amountFen", title: both("金额上限", "Most money"), kind: "wan", value: held.amountFen, hint: both("留空为不限；授信即占用", "empty: no bound; a grant takes off it") },
  ];
  return section(both("额度与预算", "Quota and budget"), told, form(specs, both("设定上限", "Set the bounds"), (typed) => post("/products/" + id + "/quota", typed), again));
}

function withdrawal(id, again) {
  const specs = [
    { name: "reason", title: both("下架原因", "Reason"), required: true },
    { name: "from", title: both("下架日", "From"), kind: "day", required: true, value: dayFromNow(0) },
  ];
  const made = form(specs, both("确认下架", "Withdraw"), (typed) => post("/products/" + id + "/withdrawal", typed), again);
  return el("details", { class: "step grim" }, el("summary", null, both("下架", "Withdraw from the shelf")), hint(both("已有申请不受影响。", "Applications that were filed go on.")), made);
}

function basis(product) {
  const { version, effectiveFrom, effectiveTo, ...kept } = product;
  return action(both("以此为基础起草新版本", "Draft a new version of it"), () => post("/product-drafts", kept), (draft) => openView("draft/" + draft.id));
}

async function one(view, id) {
  const path = "/products/" + encodeURIComponent(id);
  const answers = await Promise.all([get(path + "/versions"), get(path + "/quota"), get("/product-attributes")]);
  const failed = answers.find((answer) => !answer.ok);
  if (failed) {
    view.append(refused(failed));
    return;
  }
  const [held, bounds, attributes] = answers;
  const again = () => {
    view.replaceChildren();
    return one(view, id);
  };
  const list = held.body.versions;
  const newest = list[list.length - 1];
  const shown = list.find((version) => version.status === "offered") || newest;
  view.append(
    el("p", null, link("products", both("← 全部产品", "← All products"))),
    el("h3", null, both(shown.product.nameZh, shown.product.nameEn), " ", mark(versionWords(shown.status))),
    terms(shown.product),
    conditions(shown.product, attributes.body.attributes),
    basis(newest.product),
    section(both("全部版本", "All versions"), versions(list)),
    quota(encodeURIComponent(id), bounds.body, again),
    newest.status === "withdrawn" ? "" : withdrawal(encodeURIComponent(id), again),
  );
}

/** Shows all products, or one. */
export async function show(view, id) {
  await (id ? one(view, id) : all(view));
}
