// The chain of the audit verified (审计链核验), and who read in the file of an enterprise (查阅日志).
import { ask, button, el, field, form, list, moment, note, paged, say, showProblem, tell } from "/site.js";
import { both, figure, purpose, rows as lined } from "/site/kit.js";
import { roleOf } from "/audit/entries.js";

const PAGE = 100;

/** Follows the whole chain when asked to. */
export function chain() {
  const result = el("div", {});
  const follow = button(say("核验整条审计链", "Follow the whole chain"), async () => {
    tell(say("正在逐条核验…", "Following the chain…"));
    const answer = await ask("/audit/verification");
    tell("");
    if (answer.ok) result.replaceChildren(...verdict(answer.body));
    else showProblem(answer.body);
  });
  return [el("p", {}, say(
    "每条记录带前一条的 SM3 摘要：缺失、改动、截断、追加都会使其后的摘要不符。与外存的签名链头比对，用命令 xyd audit verify。",
    "Each entry holds the SM3 digest of the one before it, so that a missing, altered, cut or added one shows. To compare with heads that were signed and kept elsewhere: xyd audit verify.")),
  follow, result];
}

function verdict(one) {
  const said = one.whole
    ? say("审计链完整，共 " + one.entries + " 条。", "The chain is whole: " + one.entries + " entries.")
    : say("审计链在第 " + one.brokenAt + " 条断裂：", "The chain breaks at " + one.brokenAt + ": ") + both(one.broken);
  return [note(said, one.whole ? "good" : "bad"),
    list([[say("核验时间", "Verified at"), moment(one.at)], [say("链尾编号", "Last entry"), String(one.head)],
      [say("链尾摘要", "Its link"), el("code", {}, one.digest)]])];
}

/** Who read the file of one enterprise. */
export function readings() {
  const found = el("div", {});
  const made = form([
    field({ name: "uscc", label: say("统一社会信用代码", "Unified social credit code"), required: true, minlength: 18, maxlength: 18 }),
  ], say("查询", "Search"), async ({ uscc }) => {
    found.replaceChildren(await paged((next) => page(uscc, next ?? 0), say("没有他人查阅。", "Nobody else has read it.")));
  });
  made.className = "filters";
  return [el("p", {}, say("谁、何时、为何查阅了一家企业的档案；审计员的这次查询同样留痕。", "Who read the file of an enterprise, when and why; this search is noted as well.")), made, found];
}

async function page(uscc, before) {
  const answer = await ask("/enterprises/" + encodeURIComponent(uscc) + "/accesses?limit=" + PAGE + "&before=" + before,
    undefined, purpose(say("审计查询", "audit")));
  if (!answer.ok) {
    showProblem(answer.body);
    return null;
  }
  const { accesses, next } = answer.body;
  const columns = [say("时间", "When"), say("角色", "Role"), say("机构", "Organisation"), say("查阅内容", "Read"), say("目的", "Why"), say("审计编号", "Entry")];
  const rows = accesses.map((one) => [moment(one.at), roleOf(one.role), one.organisation, one.operation, one.purpose || "—", figure(one.number)]);
  return { nodes: rows.length === 0 ? [] : [lined(say("查阅日志", "Readings"), columns, rows)], next };
}
