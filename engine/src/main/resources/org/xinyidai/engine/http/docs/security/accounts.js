// Accounts (账户): who may come in, with what, and how somebody is shut out.
import { ask, button, card, el, field, link, list, moment, note, openView, problemText, say, showProblem, table, tell } from "/site.js";
import { rows as lined } from "/site/kit.js";
import { ROLES } from "/site/pages.js";

/** Lines that a person reads; beyond them a search is quicker. */
const MOST = 200;

let sought = "";
let done = "";

/** All accounts, with a field to find somebody among them. */
export async function accounts() {
  const answer = await ask("/accounts");
  if (!answer.ok) return note(problemText(answer.body), "bad");
  tell(done, done ? "good" : "");
  done = "";
  const all = answer.body.accounts;
  const found = el("div", {});
  const draw = () => found.replaceChildren(...listed(all));
  const seek = field({ name: "seek", type: "search", value: sought, label: say("按姓名、机构或编号查找", "Find by name, organisation or id"),
    input: (event) => {
      sought = event.target.value.trim();
      draw();
    } });
  draw();
  return [seek, found];
}

function listed(all) {
  const some = all.filter((one) => [one.id, one.name, one.organisation].some((text) => text.includes(sought)));
  const columns = [say("姓名", "Name"), say("角色", "Role"), say("机构", "Organisation"), say("区县", "District"), say("编号", "Id"), say("管理", "Open")];
  const rows = some.slice(0, MOST).map((one) => [one.name, say(...ROLES[one.role]), one.organisation, one.division || "—", el("code", {}, one.id),
    link(say("管理", "Open"), "#account/" + encodeURIComponent(one.id), { class: "button quiet", "aria-label": say("管理 ", "Open ") + one.name + " " + one.id })]);
  const title = say("账户 " + some.length + " 个", some.length + " accounts");
  const made = lined(title, columns, rows);
  return some.length > MOST ? [made, note(say("仅列前 " + MOST + " 个，请查找缩小范围。", "The first " + MOST + " are listed; search to narrow it down."))] : [made];
}

/** One account: what it comes in with, and how that ends. */
export async function account(id) {
  const path = "/accounts/" + encodeURIComponent(id);
  const back = el("p", {}, link(say("← 返回账户", "← Back to the accounts"), "#accounts"));
  const [all, answer] = await Promise.all([ask("/accounts"), ask(path + "/credentials")]);
  if (!answer.ok) return [back, note(problemText(answer.body), "bad")];
  const one = all.body.accounts.find((each) => each.id === id);
  const again = () => openView("account/" + id);
  const held = answer.body;
  return [back,
    card(one.name, list([[say("角色", "Role"), say(...ROLES[one.role])], [say("机构", "Organisation"), one.organisation],
      [say("区县", "District"), one.division], [say("编号", "Id"), one.id]])),
    card(say("会话", "Sessions"), ...sessions(held, path, again)),
    card(say("机器令牌", "Tokens of machines"), tokens(held, path, again)),
    card(say("证书与验签公钥", "Certificates and keys"), bindings(held, path, again)),
    card(say("停用账户", "Shut out"),
      el("p", {}, say("停用后立即不能进入，会话与令牌一并失效，且不能恢复；审计记录保留。", "It cannot come in from then on, its sessions and tokens end, and it does not come back; the audit stays.")),
      act(say("停用此账户", "Shut this account out"), path + "/removal", () => {
        done = say("已停用：", "Shut out: ") + one.name;
        openView("accounts");
      }))];
}

/** A button that must be pressed twice: what it does cannot be taken back. */
function act(title, path, after) {
  let armed = false;
  return button(title, async (made) => {
    if (!armed) {
      armed = true;
      made.textContent = say("再按一次确认：", "Press again: ") + title;
      return;
    }
    const answer = await ask(path, null);
    if (answer.ok) await after();
    else showProblem(answer.body);
  }, { class: "danger" });
}

function sessions(held, path, again) {
  if (held.sessions.length === 0) return [el("p", { class: "empty" }, say("没有打开的会话。", "None is open."))];
  return [table(say("打开的会话", "Open sessions"), [say("进入时间", "Came in"), say("最近使用", "Last used")],
    held.sessions.map((one) => [moment(one.startedAt), moment(one.seenAt)])),
  act(say("结束全部会话", "End all sessions"), path + "/sessions/end", again)];
}

function tokens(held, path, again) {
  if (held.tokens.length === 0) return el("p", { class: "empty" }, say("没有令牌。", "There is none."));
  return table(say("令牌", "Tokens"), [say("编号", "Id"), say("范围", "Scopes"), say("失效时间", "Ends at"), say("收回", "Revoke")],
    held.tokens.map((one) => [el("code", {}, one.id), one.whole ? say("账户全部权限", "all of the account") : one.scopes.join(", "),
      one.endsAt ? moment(one.endsAt) : say("长期", "open"),
      act(say("收回", "Revoke"), path + "/tokens/" + encodeURIComponent(one.id) + "/revocation", again)]));
}

function bindings(held, path, again) {
  const remove = (name) => act(say("解除", "Unbind"), path + "/bindings/" + encodeURIComponent(name) + "/removal", again);
  const rows = [
    ...held.certificates.map((one) => [say("客户端证书", "certificate"), el("code", {}, one), remove(one)]),
    ...held.keys.map((one) => [say("验签公钥 ", "key ") + one.algorithm, el("code", {}, one.keyId), remove(one.keyId)]),
  ];
  if (rows.length === 0) return el("p", { class: "empty" }, say("没有绑定。", "Nothing is bound."));
  return table(say("绑定", "Bindings"), [say("种类", "Kind"), say("指纹或编号", "Name"), say("解除", "Unbind")], rows);
}
