// What others want of the lender: notices of the office that it is behind, to be acknowledged, and
// complaints that were given to it, to be answered.
import { both, el, facts, hint, join, mark, refused, section } from "/lender/build.js";
import { action, form } from "/lender/form.js";
import { get, moment, openView, post } from "/site.js";

function again() {
  return openView("matters");
}

function arrears(one) {
  const { matter } = one;
  const path = "/arrears/notices/" + encodeURIComponent(one.id) + "/acknowledgement";
  return el(
    "li",
    { class: one.acknowledgedAt ? null : "unread" },
    el("p", null, mark(both(one.levelZh, one.level.toLowerCase()), "warn"), " ", both(matter.ruleZh, matter.rule.toLowerCase().replaceAll("_", " ")), both("：", ": "), matter.detail),
    facts([
      [both("自", "Since"), matter.since],
      [both("依据", "By"), matter.requirement],
      [both("发出", "Sent"), join(one.by, " · ", moment(one.at))],
      [both("附言", "Note"), one.note],
      [both("签收", "Acknowledged"), moment(one.acknowledgedAt)],
    ]),
    one.acknowledgedAt ? null : action(both("签收", "Acknowledge"), () => post(path, null), again),
  );
}

function due(one) {
  return one.dueOn ? mark(join(one.dueOn, one.overdue ? both(" 已超期", " overdue") : ""), one.overdue ? "bad" : "warn") : null;
}

function complaint(one) {
  const specs = [{ name: "note", title: both("答复", "Answer"), kind: "words", required: true }];
  const sent = (typed) => post("/complaints/" + encodeURIComponent(one.id) + "/steps", { step: "answer", note: typed.note });
  const owed = one.state === "ASSIGNED";
  return el(
    "li",
    null,
    el("p", null, mark(both(one.stateZh, one.state.toLowerCase())), " ", both(one.categoryZh, one.category.toLowerCase().replaceAll("_", " ")), " · ", moment(one.at)),
    el("p", { class: "said" }, one.text),
    facts([[both("投诉人", "From"), one.complainant], [both("联系方式", "Contact"), one.contact], [both("办理期限", "Due"), due(one)]]),
    el("ul", null, one.history.filter((step) => step.note).map((step) => el("li", null, join(both(step.stepZh, step.step), both("：", ": "), step.note)))),
    owed ? el("details", { class: "step" }, el("summary", null, both("答复", "Answer")), form(specs, both("提交答复", "Send"), sent, again)) : null,
  );
}

async function listed(path, name, title, line, none) {
  const answer = await get(path);
  if (!answer.ok) return section(title, refused(answer));
  const list = answer.body[name];
  return section(title, list.length ? el("ul", { class: "kept" }, list.map(line)) : hint(none));
}

/** Shows what is wanted of the lender. */
export async function show(view) {
  view.append(
    ...(await Promise.all([
      listed("/arrears/notices?limit=50", "notices", both("督促通知", "Notices of the office"), arrears, both("没有督促通知。", "No notices.")),
      listed("/complaints?limit=50", "complaints", both("交办投诉", "Complaints"), complaint, both("没有交办的投诉。", "No complaints.")),
    ])),
  );
}
