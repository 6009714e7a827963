// What all views of the enterprise share: whose desk it is, and names for the codes of the API.
import { get, note, problemText, say } from "/site.js";

let mine = "";
let shelf = null;
let sources = null;

export function begin(who) {
  mine = who.organisation;
}

/** The code of the enterprise (统一社会信用代码). */
export function uscc() {
  return mine;
}

export function path(rest = "") {
  return "/enterprises/" + encodeURIComponent(mine) + rest;
}

/** A text of the API in the language that the person reads. */
export function words(text) {
  return text ? say(text.zh, text.en) : "";
}

/** A note in place of what could not be shown. */
export function instead(answer) {
  return note(problemText(answer.body), answer.status === 404 ? "" : "bad");
}

const PURPOSES = {
  workingCapital: ["日常经营周转", "Working capital"],
  orderFulfilment: ["订单履约", "Fulfilling an order"],
  equipment: ["设备购置", "Equipment"],
  research: ["研发投入", "Research"],
  payroll: ["薪酬支付", "Payroll"],
  refinancing: ["转贷续贷", "Refinancing"],
  other: ["其他用途", "Another purpose"],
};
const SECURITIES = {
  credit: ["信用（无抵押无担保）", "Credit alone"],
  guarantee: ["保证担保", "Guarantee"],
  mortgage: ["抵押", "Mortgage"],
  pledge: ["质押", "Pledge"],
  riskShared: ["风险分担（政策性担保）", "Shared risk"],
};
const CATEGORIES = {
  identity: ["登记信息（名称、行业、成立日期等）", "Registration (name, trade, age)"],
  score: ["信用评分及理由", "Score and its reasons"],
  features: ["经营指标（纳税、用电、社保等汇总数）", "Features (sums of tax, power, insurance)"],
  records: ["原始记录（逐笔明细）", "Records, one by one"],
};
const CONSENT_PURPOSES = {
  loan_review: ["贷前审查", "Review before a loan"],
  loan_management: ["贷后管理", "Care of a loan"],
  guarantee_review: ["担保审查", "Review of a guarantee"],
};

function namer(table) {
  return Object.assign((code) => (table[code] ? say(...table[code]) : code), {
    options: (codes = Object.keys(table)) => codes.map((code) => ({ value: code, text: say(...table[code]) })),
  });
}

export const purpose = namer(PURPOSES);
export const security = namer(SECURITIES);
export const category = namer(CATEGORIES);
export const consentPurpose = namer(CONSENT_PURPOSES);

/** Whether a consent opens anything now. */
export function isInForce(consent) {
  return !consent.revokedAt && new Date(consent.expiresAt) > new Date();
}

/** Products that are offered, by id; asked for once. */
export async function products() {
  if (shelf) return shelf;
  const found = new Map();
  let after = null;
  do {
    const answer = await get("/products?limit=500" + (after ? "&after=" + encodeURIComponent(after) : ""));
    if (!answer.ok) return found;
    for (const one of answer.body.products) found.set(one.id, one);
    after = answer.body.next ?? null;
  } while (after);
  shelf = found;
  return shelf;
}

/** Lenders with a product: organisation and title. */
export async function lenders() {
  const titles = new Map();
  for (const one of (await products()).values()) {
    const lender = one.lender;
    titles.set(lender.organisation ?? lender.nameZh, say(lender.nameZh, lender.nameEn));
  }
  return titles;
}

export async function lenderTitle(organisation) {
  return (await lenders()).get(organisation) ?? organisation;
}

/** Names of feeds and of their columns, by feed. */
export async function feeds() {
  if (!sources) {
    const answer = await get("/feeds");
    sources = new Map(answer.ok ? answer.body.feeds.map((one) => [one.id, one]) : []);
  }
  return sources;
}
