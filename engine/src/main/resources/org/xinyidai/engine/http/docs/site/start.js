// How a page begins: its language, its bar with the links of the role, who is in, and its views.
import { ask, enter, session, tell } from "/site/ask.js";
import { $, button, el, link } from "/site/build.js";
import { isEnglish, say, switchLanguage, translate, whenSwitched } from "/site/language.js";
import { ROLES, pagesOf } from "/site/pages.js";

/**
 * Begins a page. Roles are those that it is for; none means that it is for everyone. Draw gets the
 * session (null for a stranger on a page for everyone) and is called again in the other language.
 */
export async function start(roles, draw) {
  translate();
  const who = await session();
  bar(who);
  whenSwitched(async () => {
    const now = await session();
    bar(now);
    if (allowed(roles, now)) draw(now);
  });
  if (roles.length > 0 && !who) {
    location.replace("/login?next=" + encodeURIComponent(location.pathname + location.hash));
    return;
  }
  if (allowed(roles, who)) await draw(who);
  else tell(say("此页不属于您的角色。", "This page is not for your role."), "bad");
}

function allowed(roles, who) {
  return roles.length === 0 || (who && roles.includes(who.role));
}

export function bar(who) {
  const language = el("button", { type: "button", id: "language", class: "quiet", lang: isEnglish() ? "zh-CN" : "en", click: switchLanguage }, isEnglish() ? "中文" : "English");
  const brand = link(say("信易贷", "Xinyidai"), "/", { class: "brand" });
  if (!who) {
    $("bar").replaceChildren(brand, el("div", { class: "who" }, language));
    return;
  }
  const links = pagesOf(who.role).map((page) =>
    link(say(page.zh, page.en), page.path, { "aria-current": page.path === location.pathname ? "page" : null }));
  const name = el("span", { id: "who" }, who.user + " · " + say(...ROLES[who.role]) + " · " + who.organisation);
  const leave = button(say("退出", "Leave"), out, { id: "leave", class: "quiet" });
  $("bar").replaceChildren(brand, el("nav", { "aria-label": say("页面", "Pages") }, links), el("div", { class: "who" }, name, language, leave));
}

async function out() {
  const answer = await ask("/sessions/own/end", null, { quiet: true });
  if (!answer.ok && answer.status !== 401) return;
  enter(null);
  location.assign("/login#left");
}

let known = [];
let place = null;
let turn = 0;
let done = "";

/**
 * The views of a page, each under a name after the #: {id, zh, en, draw, hidden}. Draw gets the parts
 * of the address after the name and returns the nodes to show. The first view is where one begins.
 */
export function views(into, all) {
  const first = place === null;
  known = all;
  place = into;
  if (first) window.addEventListener("hashchange", () => show(true));
  return show(false);
}

/** Goes to a view, or draws it anew where it is the one that shows, and says what was done. */
export function openView(address, said = "") {
  done = said;
  if (location.hash === "#" + address) return show(true);
  location.hash = "#" + address;
  return Promise.resolve();
}

async function show(moved) {
  const parts = location.hash.slice(1).split("/").map(decodeURIComponent);
  const view = known.find((one) => one.id === parts[0]) || known[0];
  const mine = ++turn;
  tell("");
  const nodes = await view.draw(...parts.slice(1));
  if (mine !== turn) return;
  const heading = el("h2", { tabindex: "-1" }, say(view.zh, view.en));
  const section = el("div", { class: "view", "data-view": view.id }, heading, ...[nodes].flat());
  place.replaceChildren(tabs(view), section);
  if (moved) heading.focus();
  if (done) tell(done, "good");
  done = "";
}

function tabs(view) {
  const links = known.filter((one) => !one.hidden).map((one) =>
    link(say(one.zh, one.en), "#" + one.id, { "aria-current": one.id === (view.under || view.id) ? "true" : null, "data-tab": one.id }));
  return el("nav", { class: "tabs", "aria-label": say("本页内容", "On this page") }, links);
}
