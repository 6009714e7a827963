// Brings people in: by password and code, by an invitation, or by their organisation's provider.
// Nothing is kept here: the session lives in a cookie that no script can read.
const API = "/api/v1";
const WORDS = {
  "#refused": ["机构登录未成功，请重试；首次登录请填写邀请码。", "Your organisation did not let you in; try again, the first time with an invitation."],
  "#invitation": ["邀请码无效，或不属于该机构。", "The invitation does not hold, or is of another organisation."],
  "#unreachable": ["暂时无法连接该机构的登录服务，请稍后再试。", "Your organisation's login cannot be reached; try again later."],
  "opened": ["已开通，请登录。", "The account is open; come in."],
  "left": ["已退出。", "You have left."],
  "offline": ["无法连接平台，请稍后再试。", "The platform cannot be reached; try again later."],
};
const $ = (id) => document.getElementById(id);
let english = false;
let csrf = "";

function show(text) {
  $("message").textContent = text;
}

function say(word) {
  show(WORDS[word] ? WORDS[word][english ? 1 : 0] : "");
}

function translate() {
  english = !english;
  document.documentElement.lang = english ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-en]")) {
    const other = element.dataset.other || element.dataset.en;
    element.dataset.other = element.textContent;
    element.textContent = other;
  }
  $("language").textContent = english ? "中文" : "English";
  $("language").lang = english ? "zh-CN" : "en";
}

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
}

async function ask(path, body, headers = {}) {
  const options = { headers: { "Accept-Language": english ? "en" : "zh-CN", ...headers } };
  if (body !== undefined) {
    options.method = "POST";
    options.headers["Idempotency-Key"] = key();
    if (body !== null) {
      options.headers["Content-Type"] = "application/json";
      options.body = JSON.stringify(body);
    }
  }
  try {
    const answer = await fetch(API + path, options);
    return { ok: answer.ok, body: await answer.json() };
  } catch (failure) {
    say("offline");
    return null;
  }
}

function fields(form) {
  const filled = {};
  for (const [name, value] of new FormData(form)) {
    if (value !== "") filled[name] = value;
  }
  return filled;
}

function enterRoom(session) {
  csrf = session.csrf;
  $("who").textContent = session.user + " · " + session.role + " · " + session.organisation;
  $("inside").hidden = false;
  $("outside").hidden = true;
}

function problem(body) {
  const expired = String(body.type).endsWith(":password-expired");
  if (expired) $("renewal").hidden = false;
  show([body.title, body.detail, body.nextStep].filter((text, at, all) => text && all.indexOf(text) === at).join(" "));
}

async function enter(event) {
  event.preventDefault();
  const answer = await ask("/sessions", fields(event.target));
  if (!answer) return;
  if (answer.ok) {
    event.target.reset();
    show("");
    enterRoom(answer.body);
  } else {
    problem(answer.body);
  }
}

async function accept(event) {
  event.preventDefault();
  const answer = await ask("/invitations/acceptance", fields(event.target));
  if (!answer) return;
  if (!answer.ok) {
    problem(answer.body);
    return;
  }
  event.target.reset();
  say("opened");
  $("secret").hidden = !answer.body.secret;
  $("key").textContent = answer.body.secret || "";
}

async function leave() {
  const answer = await ask("/sessions/own/end", null, { "X-CSRF-Token": csrf });
  if (!answer) return;
  $("inside").hidden = true;
  $("outside").hidden = false;
  say("left");
}

async function go(provider) {
  const invitation = $("invitation").value.trim();
  const answer = await ask("/sessions/provider", { provider, invitation: invitation || null });
  if (!answer) return;
  if (answer.ok) {
    location.assign(answer.body.location);
  } else {
    problem(answer.body);
  }
}

function offer(providers) {
  for (const provider of providers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = provider.title;
    button.addEventListener("click", () => go(provider.id));
    $("choices").append(button);
  }
  $("providers").hidden = providers.length === 0;
}

async function begin() {
  say(location.hash);
  const session = await ask("/sessions/own");
  if (session && session.ok) enterRoom(session.body);
  const known = await ask("/sessions/providers");
  if (known && known.ok) offer(known.body.providers);
}

$("language").addEventListener("click", translate);
$("enter").addEventListener("submit", enter);
$("accept").addEventListener("submit", accept);
$("leave").addEventListener("click", leave);
begin();
