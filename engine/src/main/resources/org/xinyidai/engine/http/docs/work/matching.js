// The plan of a matching day (对接会撮合方案): which open demand should go where within all quotas.
import { ask, button, download, el, field, form, note, say, table, tell, wan, yuan } from "/site.js";
import { both, figure, namesOf } from "/site/kit.js";

/** The form, and the plan below it once it was made. */
export function matching() {
  const result = el("div", {});
  const made = form([field({ name: "day", type: "date", label: say("对接会日期（空为数据截至日）", "Day of the meeting (that of the data where empty)") })],
    say("生成撮合方案", "Make the plan"), (filled) => plan(filled.day, result));
  made.className = "filters";
  return [
    el("p", {}, say(
      "在各产品额度内，为每笔公开需求推荐一个去处，使企业获益合计最大。方案仅供参考：由机构决定，由企业申请。",
      "Within all quotas each open demand is advised one product, so that enterprises gain most together. It is advice: lenders decide, enterprises apply.")),
    made, result];
}

async function plan(day, result) {
  tell(say("正在撮合，请稍候…", "Matching; please wait…"));
  const path = "/match-day" + (day ? "?asOf=" + day : "");
  const answer = await ask(path);
  if (!answer.ok) return answer;
  tell("");
  const found = answer.body;
  const names = await namesOf(found.lines.map((line) => line.uscc));
  result.replaceChildren(
    el("p", {}, say(
      found.day + "：需求 " + found.demands + " 笔，推荐 " + found.lines.length + " 笔，未能推荐 " + found.unassigned.length + " 笔。",
      found.day + ": " + found.demands + " demands, " + found.lines.length + " placed, " + found.unassigned.length + " not.")),
    button(say("下载 CSV", "Download CSV"), () => download(path, "match-day-" + found.day + ".csv", "text/csv")),
    table(say("撮合方案", "The plan"), [say("企业", "Enterprise"), say("机构", "Lender"), say("产品", "Product"), say("金额", "Amount"),
      say("期限（月）", "Months"), say("预期获益", "Expected worth")],
    found.lines.map((line) => [names.get(line.uscc) || line.uscc, both(line.lender), both(line.product), figure(wan(line.amountFen)),
      figure(line.termMonths), figure(yuan(line.worthFen))])),
    note(both(found.note)));
  return answer;
}
