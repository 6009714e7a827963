// Complaints (投诉): taken on and given to somebody, answered, and what the complainant said of it.
import { ask, list, moment, say } from "/site.js";
import { history, plain } from "/work/kit.js";
import { decision } from "/work/decision.js";

const OPEN = ["filed", "assigned", "answered"];
const NEXT = {
  FILED: ["2个工作日内受理交办", "Give it to somebody within 2 working days"],
  ASSIGNED: ["10个工作日内答复", "Answer within 10 working days"],
  ANSWERED: ["等投诉人评价，可代记回访", "Wait for the complainant's word"],
};
const STEPS = {
  FILED: ["assign", "withdraw"],
  ASSIGNED: ["answer", "assign", "withdraw"],
  ANSWERED: ["satisfied", "dissatisfied"],
};
const TITLES = {
  assign: ["受理交办", "Give it to"],
  answer: ["答复投诉人", "Answer"],
  satisfied: ["电话回访：满意", "Called: content"],
  dissatisfied: ["电话回访：不满意", "Called: not content"],
  withdraw: ["投诉人撤回", "Taken back"],
};

/** All that are not closed. */
export async function complaints() {
  const answers = await Promise.all(OPEN.map((state) => ask("/complaints?limit=200&state=" + state)));
  if (!answers.every((one) => one.ok)) return null;
  return answers.flatMap((one) => one.body.complaints).map(row);
}

function row(one) {
  return {
    kind: "complaint",
    id: one.id,
    uscc: one.complainant,
    what: [one.categoryZh, one.organisation].filter(Boolean).join(" · "),
    state: say(one.stateZh, plain(one.state)),
    dueOn: one.dueOn,
    overdue: one.overdue,
    waiting: one.state === "ANSWERED",
    next: say(...NEXT[one.state]),
    open: (done) => open(one, done),
  };
}

function open(one, done) {
  return [
    list([
      [say("投诉人", "Complainant"), [one.complainant, one.contact].filter(Boolean).join(" · ")],
      [say("渠道与工单", "Channel and ticket"), [one.channel, one.ticket].filter(Boolean).join(" · ")],
      [say("类别", "Category"), say(one.categoryZh, plain(one.category))],
      [say("被投诉方", "Against"), one.organisation || say("平台", "the platform")],
      [say("收到时间", "Received at"), moment(one.at)],
      [say("承办单位", "Given to"), one.assignee || "—"],
      [say("投诉内容", "What happened"), one.text],
    ]),
    history(one.history),
    decision({
      steps: STEPS[one.state].map((code) => ({ code, title: say(...TITLES[code]) })),
      fields: (code) => (code === "assign"
        ? [{ name: "to", required: true, label: say("交办给（机构代码）", "Given to (organisation)"), value: one.assignee || one.organisation }] : []),
      body: (code, filled) => ({ step: code, ...filled }),
      path: "/complaints/" + encodeURIComponent(one.id) + "/steps",
      done,
    }),
  ];
}
