// The terms of a draft as a form, and back: names, amounts, rate, fees, days and where they are
// published. A field bears the path under which the platform speaks of it.
import { both, el } from "/lender/build.js";
import { field, values } from "/lender/form.js";
import { LENDER_OPTIONS, PURPOSE_OPTIONS, SECURITY_OPTIONS } from "/lender/words.js";

function ticks(title, options, chosen) {
  const boxes = options.map(([code]) => el("input", { type: "checkbox", value: code, checked: chosen.includes(code) }));
  const node = el("fieldset", null, el("legend", null, title), ...boxes.map((box, at) => el("label", { class: "choice" }, box, " ", options[at][1])));
  return { node, read: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

function specs(product, fresh) {
  const rate = product.rateBp || {};
  const lender = product.lender || {};
  return [
    fresh
      ? { name: "id", title: both("产品编号", "Id of the product"), required: true, longest: 64, hint: both("小写字母、数字和连字符，如 abc-tax-loan；发布后不变", "lower-case words with hyphens; stays for ever") }
      : null,
    { name: "nameZh", title: both("产品名称（中文）", "Name in Chinese"), required: true, value: product.nameZh },
    { name: "nameEn", title: both("产品名称（英文）", "Name in English"), required: true, value: product.nameEn },
    { name: "lender.nameZh", title: both("机构名称（中文）", "Lender in Chinese"), required: true, value: lender.nameZh },
    { name: "lender.nameEn", title: both("机构名称（英文）", "Lender in English"), required: true, value: lender.nameEn },
    { name: "lender.type", title: both("机构类型", "Kind of lender"), options: LENDER_OPTIONS, required: true, value: lender.type || "bank" },
    { name: "amountFen.min", title: both("最低金额", "Least amount"), kind: "wan", value: product.amountFen?.min },
    { name: "amountFen.max", title: both("最高金额", "Greatest amount"), kind: "wan", required: true, value: product.amountFen?.max },
    { name: "termMonths.min", title: both("最短期限", "Shortest term"), kind: "months", value: product.termMonths?.min },
    { name: "termMonths.max", title: both("最长期限", "Longest term"), kind: "months", value: product.termMonths?.max },
    { name: "rateBp.min", title: both("最低年利率", "Lowest yearly rate"), kind: "percent", value: rate.fixed ?? rate.min, hint: both("固定利率两栏填同一数", "the same in both for a fixed rate") },
    { name: "rateBp.max", title: both("最高年利率", "Highest yearly rate"), kind: "percent", value: rate.fixed ?? rate.max },
    { name: "feesBp.once", title: both("一次性费用", "Fee, once"), kind: "percent", value: product.feesBp?.once },
    { name: "feesBp.yearly", title: both("每年费用", "Fee, yearly"), kind: "percent", value: product.feesBp?.yearly },
    { name: "effectiveFrom", title: both("生效日", "In effect from"), kind: "day", value: product.effectiveFrom, hint: both("留空为发布当日", "empty: the day of publication") },
    { name: "effectiveTo", title: both("终止日", "In effect until"), kind: "day", value: product.effectiveTo, hint: both("留空为长期", "empty: without end") },
    { name: "source.document", title: both("依据文件", "Document"), required: true, value: product.source?.document, hint: both("产品办法、公告等", "the rules or notice it comes from") },
    { name: "source.note", title: both("备注", "Remark"), value: product.source?.note },
  ].filter((one) => one);
}

function rateOf(min, max) {
  if (max === undefined) return min === undefined ? null : { fixed: min };
  if (min === undefined) return { max };
  return min === max ? { fixed: min } : { min, max };
}

function span(typed, name, ends) {
  const made = {};
  for (const end of ends) if (typed[name + "." + end] !== undefined) made[end] = typed[name + "." + end];
  return Object.keys(made).length ? made : null;
}

/** The fields of the terms over a product that may be empty. */
export function termsEditor(product, fresh) {
  const fields = specs(product, fresh).map(field);
  const purposes = ticks(both("可用于（不选为不限）", "May be used for (none: anything)"), PURPOSE_OPTIONS, product.purposes || []);
  const security = ticks(both("担保方式", "Security"), SECURITY_OPTIONS, product.security || []);
  const read = () => {
    const typed = values(fields);
    if (!typed) return null;
    const made = { id: fresh ? typed.id : product.id, nameZh: typed.nameZh, nameEn: typed.nameEn };
    made.lender = { nameZh: typed["lender.nameZh"], nameEn: typed["lender.nameEn"], type: typed["lender.type"] };
    made.source = span(typed, "source", ["document", "note"]);
    made.purposes = purposes.read();
    made.security = security.read();
    const optional = {
      amountFen: span(typed, "amountFen", ["min", "max"]),
      termMonths: span(typed, "termMonths", ["min", "max"]),
      rateBp: rateOf(typed["rateBp.min"], typed["rateBp.max"]),
      feesBp: span(typed, "feesBp", ["once", "yearly"]),
      effectiveFrom: typed.effectiveFrom,
      effectiveTo: typed.effectiveTo,
    };
    for (const [name, value] of Object.entries(optional)) if (value !== null && value !== undefined) made[name] = value;
    return made;
  };
  return { node: el("div", null, el("div", { class: "grid" }, ...fields.map((one) => one.node)), purposes.node, security.node), fields, read };
}
