// Whether the enterprise is who it says: its representative, then a small transfer to its account.
import { card, el, field, form, get, list, marks, moment, note, openView, post, say } from "/site.js";
import { instead, uscc, words } from "/enterprise/context.js";

const KINDS = { verified: "good", refused: "bad" };

export async function verification() {
  const answer = await get("/verifications/" + encodeURIComponent(uscc()));
  if (!answer.ok && answer.status !== 404) return [instead(answer)];
  const one = answer.ok ? answer.body : { state: "registered", stateZh: "已注册" };
  const shown = card(say("实名认证", "Verification"),
    marks([{ text: say(one.stateZh, one.state.replaceAll("_", " ")), kind: KINDS[one.state] ?? "" }]),
    one.reason ? note(words(one.reason)) : null,
    one.note ? el("p", {}, one.note) : null,
    list([
      [say("法定代表人", "Representative"), one.legalRepresentative],
      [say("开户行", "Bank"), one.bank],
      [say("账号", "Account"), one.accountNumber],
      [say("请在此前填写", "Enter it by"), one.confirmBy ? moment(one.confirmBy) : null],
      [say("还可尝试", "Tries left"), one.triesLeft === null || one.triesLeft === undefined ? null : String(one.triesLeft)],
    ]));
  return [shown, next(one)].filter(Boolean);
}

function next(one) {
  switch (one.state) {
    case "registered":
    case "refused": return claiming();
    case "transfer_sent": return confirming();
    case "verified": return note(say("已通过实名认证，可以授权和申请。", "Verified: you can give consents and apply."), "good");
    default: return note(say("已提交，请等待主管部门处理，进展见通知。", "Sent; the office handles it and notices tell."));
  }
}

function claiming() {
  return card(say("第一步：填写信息", "First: who you are"),
    el("p", {}, say("姓名会与市场监管登记核对；随后主管部门向该账户转入一笔不足一元的款项。", "The name is compared with the register; then the office sends less than a yuan to the account.")),
    form([
      field({ name: "legalRepresentative", label: say("法定代表人（经营者）姓名", "Legal representative"), required: true, autocomplete: "name" }),
      field({ name: "bank", label: say("对公账户开户行", "Bank of the account"), required: true }),
      field({ name: "accountNumber", label: say("账号", "Account number"), inputmode: "numeric", required: true }),
    ], say("提交", "Send"), async (filled) => {
      const answer = await post("/verifications", filled);
      if (answer.ok) openView("verification", say("已提交。", "Sent."));
      return answer;
    }));
}

function confirming() {
  return card(say("第二步：填写收到的金额和附言", "Second: what arrived"),
    form([
      field({ name: "amountFen", label: say("收到多少分钱（如0.37元填37）", "How many fen arrived (37 for 0.37 yuan)"), type: "number", min: 1, max: 99, required: true }),
      field({ name: "code", label: say("附言中的六位数字", "The six digits in the remark"), inputmode: "numeric", pattern: "[0-9]{6}", required: true, autocomplete: "one-time-code" }),
    ], say("确认", "Confirm"), async (filled) => {
      const answer = await post("/verifications/" + encodeURIComponent(uscc()) + "/confirmation", { amountFen: Number(filled.amountFen), code: filled.code });
      if (answer.ok) openView("verification");
      return answer;
    }));
}
