// What the enterprise may do next with an application: the platform names it, this page offers it.
import { button, card, el, field, form, get, note, openView, post, say, showProblem } from "/site.js";
import { applying, consentFields, consentOf } from "/enterprise/apply.js";
import { instead, products, words } from "/enterprise/context.js";

const NOTE_LENGTH = 500;

/** A list of the texts that the platform gives as its reasons. */
export function mismatchWords(all) {
  return el("ul", {}, all.map((one) => el("li", {}, words(one))));
}

const OFFERED = {
  take_up: (one) => simple(one, "take_up", say("接受这笔授信", "Take this grant"), say("接受后，同一需求的其他申请将结束。", "Other applications for the demand then end.")),
  supply_documents: (one) => noted(one, "supply_documents", say("我已补充材料", "Documents are supplied"), say("说明补充了什么", "What you supplied")),
  invite_guarantor: (one) => guarantor(one),
  reassign: (one) => reassign(one),
  withdraw: (one) => noted(one, "withdraw", say("撤回申请", "Withdraw"), say("撤回原因", "Why"), "danger"),
};

/** The steps that are open to the enterprise now; null where there is none. */
export async function steps(one) {
  const open = one.steps.filter((step) => OFFERED[step]);
  if (open.length === 0) return null;
  const order = Object.keys(OFFERED).filter((step) => open.includes(step));
  return card(say("您可以做的", "What you can do"), ...(await Promise.all(order.map((step) => OFFERED[step](one)))));
}

async function take(one, body, said) {
  const answer = await post("/applications/" + encodeURIComponent(one.id) + "/steps", body);
  if (answer.ok) openView("application/" + answer.body.id, said);
  return answer;
}

function done() {
  return say("已办理。", "Done.");
}

function simple(one, step, text, hint) {
  return el("div", { class: "field" }, el("p", {}, hint), button(text, async () => {
    const answer = await take(one, { step }, done());
    if (!answer.ok) showProblem(answer.body);
  }));
}

function fold(summary, ...content) {
  return el("details", {}, el("summary", {}, summary), ...content);
}

function noted(one, step, text, label) {
  return fold(text, form([field({ name: "note", type: "textarea", label, required: true, maxlength: NOTE_LENGTH })], text,
    (filled) => take(one, { step, note: filled.note }, done())));
}

async function guarantor(one) {
  const all = [...(await products()).values()].filter((product) => product.lender.type === "guarantee");
  const options = new Map(all.map((product) => [product.lender.organisation, say(product.lender.nameZh, product.lender.nameEn)]));
  const name = options.size > 0
    ? field({ name: "guarantor", type: "select", label: say("担保机构", "Guarantee company"), options: [...options].map(([value, text]) => ({ value, text })) })
    : field({ name: "guarantor", label: say("担保机构名称", "Name of the guarantee company"), required: true });
  const text = say("邀请担保机构", "Invite a guarantee company");
  return fold(text, form([name], text, (filled) => take(one, { step: "invite_guarantor", guarantor: filled.guarantor }, done())));
}

async function reassign(one) {
  const text = await get("/consent-text");
  if (!text.ok) return instead(text);
  const others = [...(await products()).values()].filter((product) => product.lender.organisation !== one.product.lender);
  const options = others.map((product) => ({ value: product.id, text: say(product.lender.nameZh + "：" + product.nameZh, product.lender.nameEn + ": " + product.nameEn) }));
  const title = say("转到其他机构办理", "Give it to another lender");
  return fold(title, form([
    field({ name: "product", type: "select", label: say("转到", "To"), options }),
    field({ name: "note", type: "textarea", label: say("原因", "Why"), required: true, maxlength: NOTE_LENGTH }),
    ...consentFields(text.body),
  ], title, (filled) => take(one, { step: "reassign", product: filled.product, note: filled.note, consent: consentOf(filled, text.body) }, done())));
}

/** A loan that runs can be renewed with the same product; null where none does. */
export async function renewal(one) {
  if (one.state !== "LENT") return null;
  const answer = await get("/demands?limit=100");
  const open = answer.ok ? answer.body.demands.filter((demand) => demand.status === "open") : [];
  const title = say("续贷", "Renew this loan");
  if (open.length === 0) {
    return card(title, note(say("续贷前请先发布新的融资需求。", "Post a new demand first.")), el("p", {}, el("a", { href: "#demands" }, say("去发布需求", "Post a demand"))));
  }
  const product = (await products()).get(one.product.id);
  const chosen = new Map([[one.product.id, { name: one.product.name, lender: product ? { zh: product.lender.nameZh, en: product.lender.nameEn } : { zh: one.product.lender, en: one.product.lender } }]]);
  const box = applying(open[0], chosen, {
    fields: field({ name: "withoutRepayment", type: "checkbox", label: say("无还本续贷：新贷款直接结清旧贷款", "Without repayment: the new loan settles the old one") }),
    body: (filled) => ({ renewalOf: one.id, withoutRepayment: filled.withoutRepayment === "on" }),
  });
  return card(title, el("p", {}, say("以最新的需求向同一机构续贷。", "With your newest demand, at the same lender.")), button(title, () => box.draw()), box.node);
}
