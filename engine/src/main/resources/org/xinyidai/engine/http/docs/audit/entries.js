// The audit searched (审计查询): every change with whoever made it, the newest first.
import { ask, el, field, form, moment, paged, say, showProblem } from "/site.js";
import { figure, rows, short } from "/site/kit.js";
import { ROLES } from "/site/pages.js";

const PAGE = 50;
const SHOWN_DIGITS = 12;
const BESIDES = { anyone: ["未登录者", "a stranger"], platform: ["平台", "platform"], operator: ["运维终端", "terminal"] };
let operations = null;
let people = null;

/** What operations are called, and who accounts are; asked for once. */
async function learn() {
  if (operations) return;
  const [described, accounts] = await Promise.all([fetch("/openapi.json").then((one) => one.json()), ask("/accounts")]);
  operations = new Map();
  for (const one of Object.values(described.paths).flatMap((path) => Object.values(path))) {
    if (one.operationId) operations.set(one.operationId, (one.summary || one.operationId).split(" · "));
  }
  people = new Map((accounts.ok ? accounts.body.accounts : []).map((one) => [one.id, one.name]));
}

function called(operation) {
  const [zh, en] = operations.get(operation) || [operation, operation];
  return say(zh, en || zh);
}

/** What an act of a role is called, also of those who are no account. */
export function roleOf(role) {
  return say(...(ROLES[role] || BESIDES[role] || [role, role]));
}

/** A search and what it finds. */
export async function entries() {
  await learn();
  const found = el("div", {});
  const search = async (filled) => found.replaceChildren(await paged((next) => page(filled, next ?? 0), say("没有符合条件的记录。", "None matches.")));
  const anyOf = (options) => [{ value: "", text: say("全部", "all") }, ...options];
  const named = [...operations.keys()].sort().map((value) => ({ value, text: called(value) + " " + value }));
  const made = form([
    field({ name: "organisation", label: say("机构", "Organisation") }),
    field({ name: "role", type: "select", label: say("角色", "Role"), options: anyOf(Object.entries(ROLES).map(([value, one]) => ({ value, text: say(...one) }))) }),
    field({ name: "operation", type: "select", label: say("操作", "Operation"), options: anyOf(named) }),
    field({ name: "subject", label: say("涉及企业（统一社会信用代码）", "Enterprise concerned"), maxlength: 18 }),
    field({ name: "actor", label: say("账户编号", "Account") }),
    field({ name: "from", type: "date", label: say("自", "From") }),
    field({ name: "until", type: "date", label: say("至", "Until") }),
  ], say("查询", "Search"), search);
  made.className = "filters";
  await search({});
  return [made, found];
}

async function page(filled, before) {
  const answer = await ask("/audit?" + new URLSearchParams({ ...filled, before, limit: PAGE }));
  if (!answer.ok) {
    showProblem(answer.body);
    return null;
  }
  const { entries: some, next } = answer.body;
  const columns = [say("编号", "Number"), say("时间", "When"), say("操作", "Operation"), say("经办", "By"), say("机构", "Organisation"),
    say("涉及企业", "Enterprise"), say("变更", "Changed"), say("摘要", "Digest")];
  const title = some.length === 0 ? "" : say("第 ", "Entries ") + some.at(-1).number + "—" + some[0].number + say(" 条之间", "");
  return { nodes: some.length === 0 ? [] : [rows(title, columns, some.map(row))], next };
}

function row({ number, at, act, changed, digest }) {
  return [figure(number), short(moment(at)), el("span", { title: act.operation }, called(act.operation)),
    roleOf(act.role) + (act.actor === act.role ? "" : " " + (people.get(act.actor) || act.actor)), act.organisation || "—", act.subject || "—",
    Object.entries(changed).map(([family, count]) => family + " " + count).join(say("，", ", ")),
    el("code", { title: digest, class: "short" }, digest.slice(0, SHOWN_DIGITS))];
}
