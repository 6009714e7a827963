// Consents: given and withdrawn by the enterprise; and who has read what of it.
import { button, card, el, field, form, get, list, marks, moment, note, openView, paged, post, say, showProblem } from "/site.js";
import { category, consentPurpose, instead, isInForce, lenders, lenderTitle, path } from "/enterprise/context.js";
import { consentFields, consentOf } from "/enterprise/apply.js";

export async function consents() {
  const [given, text, titles] = await Promise.all([get("/consents"), get("/consent-text"), lenders()]);
  return [
    el("p", { class: "soft" }, say("没有您的授权，金融机构看不到您的任何信息。授权随时可以撤回，撤回后立即看不到。", "Without your consent no lender sees anything of you. It can be taken back at any time.")),
    given.ok ? await held(given.body.consents) : instead(given),
    text.ok ? giving(text.body, titles) : instead(text),
    card(say("谁查阅过我的信息", "Who has read my file"), await readings()),
  ];
}

function state(one) {
  if (isInForce(one)) return { text: say("有效", "in force"), kind: "good" };
  return { text: one.revokedAt ? say("已撤回", "revoked") : say("已到期", "ended"), kind: "" };
}

async function held(all) {
  if (all.length === 0) return el("p", { class: "empty" }, say("还没有授权给任何机构。", "No consent has been given."));
  return el("div", {}, await Promise.all(all.map(line)));
}

async function line(one) {
  return el("section", { class: "card", "data-consent": one.id },
    el("h3", {}, await lenderTitle(one.grantee)), marks([state(one)]),
    list([
      [say("用途", "Purpose"), consentPurpose(one.purpose)],
      [say("可查阅", "May read"), one.categories.map(category).join(say("；", "; "))],
      [say("有效期", "In force"), `${moment(one.grantedAt)} — ${moment(one.expiresAt)}`],
      [say("撤回时间", "Revoked"), one.revokedAt ? moment(one.revokedAt) : null],
    ]),
    isInForce(one) ? button(say("撤回授权", "Revoke"), () => revoke(one), { class: "danger" }) : null);
}

async function revoke(one) {
  if (!confirm(say("撤回后该机构立即不能再查阅。确定撤回？", "The lender can read nothing from now on. Revoke?"))) return;
  const answer = await post("/consents/" + encodeURIComponent(one.id) + "/revocation", null);
  if (answer.ok) openView("consents", say("授权已撤回，即时生效。", "Revoked, at once."));
  else showProblem(answer.body);
}

function giving(text, titles) {
  const options = [...titles].map(([value, shown]) => ({ value, text: shown }));
  if (options.length === 0) return note(say("平台上还没有金融机构。", "There is no lender yet."));
  const title = say("授权一家机构", "Let a lender read");
  const made = form([
    field({ name: "grantee", type: "select", label: say("金融机构", "Lender"), options }),
    field({ name: "purpose", type: "select", label: say("用途", "Purpose"), options: consentPurpose.options() }),
    ...consentFields(text),
  ], say("同意授权", "Agree"), async (filled) => {
    const answer = await post("/consents", { grantee: filled.grantee, purpose: filled.purpose, ...consentOf(filled, text) });
    if (answer.ok) openView("consents", say("授权已生效。", "The consent is in force."));
    return answer;
  });
  return el("details", { class: "card" }, el("summary", {}, title), made);
}

async function readings() {
  return paged(async (next) => {
    const answer = await get(path("/accesses?limit=20") + (next ? "&before=" + next : ""));
    if (!answer.ok) return { nodes: [instead(answer)], next: null };
    return { nodes: answer.body.accesses.map(reading), next: answer.body.next };
  }, say("还没有人查阅过。", "Nobody has read it."));
}

function reading(one) {
  return el("p", {}, el("strong", {}, one.organisation || one.role), " ", one.purpose, el("small", {}, moment(one.at) + " · " + one.operation));
}
