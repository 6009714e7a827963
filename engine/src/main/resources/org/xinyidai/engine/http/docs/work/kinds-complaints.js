// Complaints (投诉): taken on and given to somebody, answered, and what the complainant said of it.
import { ask, el, field, form, link, list, moment, say } from "/site.js";
import { history, plain, whole } from "/site/kit.js";
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
const CHANNELS = {
  online: ["平台", "online"],
  hotline_12345: ["12345热线", "hotline 12345"],
  mengqitong: ["蒙企通", "Mengqitong"],
  counter: ["窗口", "counter"],
};
const CATEGORIES = {
  slow_handling: ["办理超时或推诿", "slow handling"],
  fees_or_tying: ["违规收费或搭售", "fees or tying"],
  refusal_unexplained: ["拒贷未说明理由", "refusal unexplained"],
  data_wrong: ["数据错误或更正不及时", "wrong data"],
  privacy: ["超范围查询或泄露信息", "privacy"],
  platform_service: ["平台功能或服务", "the platform's service"],
  other: ["其他", "other"],
};
const AGAINST = { lender: ["金融机构", "lender"], source: ["数源单位", "source"], platform: ["平台", "the platform"] };
const TITLES = {
  assign: ["受理交办", "Give it to"],
  answer: ["答复投诉人", "Answer"],
  satisfied: ["电话回访：满意", "Called: content"],
  dissatisfied: ["电话回访：不满意", "Called: not content"],
  withdraw: ["投诉人撤回", "Taken back"],
};

/** All that are not closed. */
export async function complaints() {
  const found = await Promise.all(OPEN.map((state) => whole("/complaints?state=" + state, "complaints")));
  return found.includes(null) ? null : found.flat().map(row);
}

function row(one) {
  return {
    kind: "complaint",
    id: one.id,
    uscc: one.complainant,
    what: [say(one.categoryZh, plain(one.category)), one.organisation].filter(Boolean).join(" · "),
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
      [say("渠道与工单", "Channel and ticket"), [say(...CHANNELS[one.channel]), one.ticket].filter(Boolean).join(" · ")],
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

function choose(name, label, words) {
  return field({ name, type: "select", label, options: Object.entries(words).map(([value, one]) => ({ value, text: say(...one) })) });
}

/** A complaint that came by telephone or at the counter, entered by the clerk who took it. */
export function enter(done) {
  const { online, ...channels } = CHANNELS;
  return [el("p", {}, link(say("← 返回待办", "← Back to what waits"), "#waiting")), form([
    choose("channel", say("受理渠道", "Channel"), channels),
    field({ name: "ticket", label: say("工单编号", "Ticket"), maxlength: 100 }),
    field({ name: "complainant", label: say("投诉人（企业填统一社会信用代码）", "Complainant (an enterprise by its code)"), maxlength: 100, required: true }),
    field({ name: "contact", label: say("联系方式", "Contact"), maxlength: 100 }),
    choose("category", say("类别", "Category"), CATEGORIES),
    choose("against", say("被投诉方", "Against"), AGAINST),
    field({ name: "organisation", label: say("被投诉机构（平台可不填）", "Organisation (none for the platform)"), maxlength: 100 }),
    field({ name: "text", type: "textarea", label: say("投诉内容", "What happened"), maxlength: 2000, required: true }),
  ], say("登记", "Enter"), async (filled) => {
    const answer = await ask("/complaints", filled);
    if (answer.ok) done(answer.body);
    return answer;
  })];
}
