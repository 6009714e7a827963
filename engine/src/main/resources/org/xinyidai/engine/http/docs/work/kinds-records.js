// Rows whose enterprise is not certain (待归集), and who is behind with what (督促).
import { ask, el, list, say, table } from "/site.js";
import { figure, plain, share } from "/site/kit.js";
import { decision } from "/work/decision.js";

const LEVELS = { REMINDER: ["提醒函", "reminder"], NOTICE: ["督办通知", "notice"], CIRCULAR: ["通报", "circular"] };

/** Rows in the queue; the city's office alone decides whose they are. */
export async function resolutions() {
  const answer = await ask("/resolutions?status=queued&limit=1000");
  return answer.ok ? answer.body.map(row) : null;
}

function row(one) {
  return {
    kind: "resolution",
    id: one.id,
    uscc: "",
    what: one.feed + " · " + Object.values(one.row).filter(Boolean).slice(0, 2).join(" · "),
    state: say("待归集", "queued"),
    dueOn: null,
    next: say("认定是哪家企业，或均不是", "Say whose row it is, or nobody's"),
    open: (done) => open(one, done),
  };
}

function open(one, done) {
  return [
    el("h3", {}, say("报送内容", "The row")),
    list(Object.entries(one.row).filter(([, value]) => value)),
    table(say("候选企业", "Candidates"), [say("统一社会信用代码", "Code"), say("可信度", "Confidence"), say("依据", "Evidence")],
      one.candidates.map((each) => [
        el("code", {}, each.uscc), figure(share(each.confidence)), each.evidence.join("；")])),
    decision({
      steps: [
        ...one.candidates.map((each) => ({ code: each.uscc, title: say("属于 ", "It is of ") + each.uscc })),
        { code: "", title: say("均不是", "None of them") },
      ],
      body: (code, { note }) => ({ uscc: code || null, note }),
      path: "/resolutions/" + encodeURIComponent(one.id) + "/decision",
      done,
    }),
  ];
}

/** Who is behind: a notice of the next level can be sent. */
export async function behind() {
  const answer = await ask("/arrears");
  return answer.ok ? answer.body.matters.map(matter) : null;
}

function matter(one) {
  const level = one.next ? say(...LEVELS[one.next]) : "";
  return {
    kind: "behind",
    id: one.matter.key,
    uscc: "",
    what: one.matter.organisation + " · " + say(one.matter.ruleZh, plain(one.matter.rule)) + " · " + one.matter.detail,
    state: one.sent ? say(...LEVELS[one.sent]) + say("已发", " sent") : say("未督促", "not told"),
    dueOn: one.matter.since,
    since: true,
    waiting: !one.due,
    next: one.due
      ? say("发送", "Send the ") + level
      : (one.next ? say("可发" + level + "：", "From ") + one.from : say("三级均已发", "All were sent")),
    open: (done) => openMatter(one, level, done),
  };
}

function openMatter(one, level, done) {
  const known = list([
    [say("单位", "Who"), one.matter.organisation],
    [say("事项", "Rule"), say(one.matter.ruleZh, plain(one.matter.rule)) + say("（", " (") + one.matter.requirement + say("）", ")")],
    [say("情况", "Detail"), one.matter.detail],
    [say("落后自", "Since"), one.matter.since],
  ]);
  if (!one.due) return [known];
  return [known, decision({
    title: say("督促", "Notice"),
    steps: [{ code: "send", title: say("发送", "Send the ") + level }],
    optional: true,
    body: (code, { note }) => ({ matters: [one.matter.key], note: note ?? "" }),
    path: "/arrears/notices",
    done,
  })];
}
