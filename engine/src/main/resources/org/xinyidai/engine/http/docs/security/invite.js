// Invitations and organisations (邀请与机构): a person is let in by a code that is shown once.
import { ask, el, field, form, list, note, openView, problemText, say, tell } from "/site.js";
import { rows } from "/site/kit.js";
import { ROLES } from "/site/pages.js";

const KINDS = {
  bank: ["银行", "bank"],
  guarantee: ["融资担保公司", "guarantee company"],
  small_loan: ["小额贷款公司", "small-loan company"],
  pawn: ["典当行", "pawn shop"],
  office: ["主管部门", "office"],
};
const LONGEST = 200;

let done = "";

function titleOf(unit) {
  return unit.name + say("（", " (") + say(...KINDS[unit.kind]) + (unit.division ? " " + unit.division : "") + say("）", ")");
}

/** The form, and below it what came of it. */
export async function invite() {
  const answer = await ask("/organisations");
  if (!answer.ok) return note(problemText(answer.body), "bad");
  const given = el("div", {});
  const units = answer.body.organisations.map((one) => ({ value: one.id, text: titleOf(one) }));
  const other = el("div", { class: "fields" },
    field({ name: "role", type: "select", label: say("角色", "Role"),
      options: Object.entries(ROLES).map(([value, one]) => ({ value, text: say(...one) })) }),
    field({ name: "organisation", label: say("机构", "Organisation"), maxlength: LONGEST, required: true,
      hint: say("企业填统一社会信用代码；数源单位、金融机构填其机构代码", "Of an enterprise its unified code; of a source or lender the code under which it publishes") }));
  const listed = (event) => {
    other.hidden = event.target.value !== "";
    other.querySelector("[name=organisation]").required = !other.hidden;
  };
  const made = form([
    field({ name: "name", label: say("姓名", "Name"), maxlength: LONGEST, required: true, autocomplete: "off" }),
    field({ name: "unit", type: "select", label: say("在册机构（决定角色与区县）", "Registered organisation (tells role and district)"), change: listed,
      options: [{ value: "", text: say("不在册，按下列角色与机构开通", "None: by the role and organisation below") }, ...units] }),
    other,
  ], say("生成邀请码", "Make an invitation"), (filled) => send(filled, made, given));
  return [made, given];
}

async function send(filled, made, given) {
  const body = filled.unit ? { name: filled.name, unit: filled.unit } : filled;
  const answer = await ask("/invitations", body);
  if (!answer.ok) return answer;
  made.querySelector("[name=name]").value = "";
  given.replaceChildren(
    note(say("邀请码只显示这一次，请立即交给本人。", "The code is shown this once; hand it over now."), "good"),
    list([[say("姓名", "Name"), filled.name], [say("账户编号", "Account"), answer.body.account],
      [say("邀请码", "Code"), el("code", { id: "code" }, answer.body.code)]]),
    el("p", {}, say(
      "请当面或经可信渠道交付：本人打开 /login，选“我有邀请码，首次开通”，自设用户名与口令。",
      "Hand it over in person or by a channel you trust: at /login the person opens the account with it and chooses user name and password.")));
  return answer;
}

/** The organisations that people act for, and a form for one more. */
export async function organisations() {
  const answer = await ask("/organisations");
  if (!answer.ok) return note(problemText(answer.body), "bad");
  tell(done, done ? "good" : "");
  done = "";
  const all = answer.body.organisations;
  const names = new Map(all.map((one) => [one.id, one.name]));
  const known = rows(say("金融机构与主管部门 " + all.length + " 家", all.length + " lenders and offices"),
    [say("名称", "Name"), say("类别", "Kind"), say("上级", "Above"), say("区划", "Division"), say("机构代码", "Code")],
    all.map((one) => [one.name, say(...KINDS[one.kind]), one.parent ? names.get(one.parent) || one.parent : "—", one.division || "—", one.institutionCode || "—"]));
  return [known, el("h3", {}, say("登记机构", "Register one")), registration(all)];
}

function registration(all) {
  return form([
    field({ name: "kind", type: "select", label: say("类别", "Kind"), options: Object.entries(KINDS).map(([value, one]) => ({ value, text: say(...one) })) }),
    field({ name: "name", label: say("名称", "Name"), maxlength: LONGEST, required: true }),
    field({ name: "parent", type: "select", label: say("上级机构", "Above"),
      options: [{ value: "", text: say("无（总部或市级）", "none (a head)") }, ...all.map((one) => ({ value: one.id, text: titleOf(one) }))] }),
    field({ name: "division", label: say("行政区划代码", "Division"), pattern: "[0-9]{6}", maxlength: 6, inputmode: "numeric",
      hint: say("区县主管部门必填，据此只见本区县", "Of a district's office, which sees its district alone") }),
    field({ name: "institutionCode", label: say("统一社会信用代码（总行）", "Unified code (of a head office)"), maxlength: 18 }),
  ], say("登记", "Register"), async (filled) => {
    const answer = await ask("/organisations", filled);
    if (answer.ok) {
      done = say("已登记：", "Registered: ") + filled.name;
      openView("organisations");
    }
    return answer;
  });
}
