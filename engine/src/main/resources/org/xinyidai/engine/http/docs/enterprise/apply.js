// Applying to one or several lenders, with the consent that this needs, shown before it is given.
import { card, el, field, form, get, moment, note, openView, post, say } from "/site.js";
import { category, instead, words } from "/enterprise/context.js";

const MOST = 3;
const MONTHS = 3;
const NEEDED = ["identity", "score"];

/** Where the application is made: {node, draw}; draw is called when what is chosen changed. */
export function applying(demand, chosen, more = {}) {
  const node = el("div", { id: "applying" });
  const draw = async () => {
    if (chosen.size === 0) node.replaceChildren();
    else if (chosen.size > MOST) node.replaceChildren(note(say(`一次至多选${MOST}个产品，请去掉一些。`, `At most ${MOST} at once.`), "bad"));
    else node.replaceChildren(await sheet(demand, chosen, more));
  };
  return { node, draw };
}

async function sheet(demand, chosen, more) {
  const text = await get("/consent-text");
  if (!text.ok) return instead(text);
  const names = [...chosen.values()].map((one) => words(one.lender) + say("“", " “") + words(one.name) + say("”", "”"));
  const made = form([...consentFields(text.body), more.fields ?? []],
    say("同意授权并提交申请", "Agree and apply"),
    (filled) => send(demand, chosen, filled, text.body, more));
  return card(say("提交申请", "Apply"),
    el("p", {}, say("将提交给：", "It goes to: ") + names.join(say("、", ", "))),
    made);
}

/** Who may read what and how long, in full, before it is agreed to. */
export function consentFields(text) {
  return [
    el("div", { class: "agreement" }, el("p", {}, say("金融机构审查需要查阅您的信息。请先看清授权内容：", "The lender needs to read your file. Read what you agree to:")),
      el("pre", { tabindex: "0" }, say(text.zh, text.en))),
    field({ name: "categories", type: "choices", label: say("允许查阅哪些信息", "What may be read"),
      options: category.options().map((one) => ({ ...one, checked: NEEDED.includes(one.value) })) }),
    field({ name: "months", type: "number", label: say("授权几个月（1至12）", "For how many months (1 to 12)"), min: 1, max: 12, value: MONTHS, required: true,
      hint: say(`到期自动失效，也可随时撤回。`, "It ends by itself and can be taken back at any time.") }),
    field({ name: "agreed", type: "checkbox", label: say("我已阅读并同意上述授权", "I have read this and agree"), required: true }),
  ];
}

/** What was filled in as the consent of the API. */
export function consentOf(filled, text) {
  return { categories: [filled.categories ?? []].flat(), months: Number(filled.months), textVersion: text.version };
}

async function send(demand, chosen, filled, text, more) {
  const body = { products: [...chosen.keys()], consent: consentOf(filled, text), ...(more.body ? more.body(filled) : {}) };
  const answer = await post("/demands/" + demand.id + "/applications", body);
  if (answer.ok) {
    const made = answer.body.applications;
    const where = made.length === 1 ? "application/" + made[0].id : "applications";
    openView(where, say(`已提交${made.length}份申请。机构须在期限内答复，进展见此页和通知。`, `${made.length} filed at ${moment(made[0].filedAt)}.`));
  }
  return answer;
}
