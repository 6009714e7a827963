// Real names (实名认证): what the register could not answer, transfers to be made, and the decision.
import { ask, el, list, moment, say, wan } from "/site.js";
import { both, plain } from "/site/kit.js";
import { decision } from "/work/decision.js";

const NEXT = {
  review: ["人工核查后转打款、通过或不通过", "Look the name up, then decide"],
  transfer_due: ["向企业账户打款并登记结果", "Make the transfer and say so"],
  transfer_sent: ["等企业回填金额与附言", "Wait for the enterprise to enter it"],
};
const STEPS = {
  proceed: ["姓名属实，转小额打款", "The name holds: make the transfer"],
  verify: ["直接通过（如窗口核验）", "Verified, such as at the counter"],
  refuse: ["不通过", "Refuse"],
};

/** All that are under way. */
export async function names() {
  const [running, transfers] = await Promise.all([
    ask("/verifications?limit=1000"), ask("/verification-transfers?limit=1000")]);
  if (!running.ok) return null;
  const due = new Map((transfers.ok ? transfers.body.transfers : []).map((one) => [one.uscc, one]));
  return running.body.verifications.map((one) => row(one, due.get(one.uscc)));
}

function row(one, transfer) {
  return {
    kind: "name",
    id: one.uscc,
    uscc: one.uscc,
    what: [one.legalRepresentative, one.bank].filter(Boolean).join(" · "),
    state: say(one.stateZh, plain(one.state)),
    dueOn: one.confirmBy ? one.confirmBy.slice(0, 10) : null,
    waiting: one.state === "transfer_sent",
    next: say(...(NEXT[one.state] || ["—", "—"])),
    open: (done) => open(one, transfer, done),
  };
}

function open(one, transfer, done) {
  const path = "/verifications/" + one.uscc;
  const known = list([
    [say("法定代表人（经营者）", "Legal representative"), one.legalRepresentative || "—"],
    [say("开户行与账号", "Bank and account"), [one.bank, one.accountNumber].filter(Boolean).join(" ")],
    [say("核验情况", "Finding"), one.reason ? both(one.reason) : say("与登记一致", "as registered")],
    [say("最近变动", "Changed at"), one.changedAt ? moment(one.changedAt) : "—"],
    [say("剩余回填次数", "Tries left"), one.triesLeft === null ? "—" : String(one.triesLeft)],
  ]);
  const made = transfer ? transferred(transfer, path, done) : [];
  return [known, ...made, decision({
    title: say("人工决定", "Decide by hand"),
    steps: Object.keys(STEPS).filter((code) => code !== "proceed" || one.state === "review")
      .map((code) => ({ code, title: say(...STEPS[code]) })),
    body: (code, { note }) => ({ decision: code, note }),
    path: path + "/decision",
    done,
  })];
}

function transferred(transfer, path, done) {
  return [
    el("h3", {}, say("待打款", "The transfer")),
    list([
      [say("收款人", "Payee"), transfer.payee],
      [say("收款账户", "Account"), transfer.bank + " " + transfer.accountNumber],
      [say("金额", "Amount"), wan(transfer.amountFen)],
      [say("附言（六位数字）", "Remark"), transfer.code],
    ]),
    decision({
      title: say("登记打款结果", "What became of the transfer"),
      steps: [
        { code: "sent", title: say("已打款", "It was made") },
        { code: "failed", title: say("打款失败或退回", "It failed or came back") },
      ],
      noteless: true,
      body: (code) => ({ result: code }),
      path: path + "/transfer",
      done,
    }),
  ];
}
