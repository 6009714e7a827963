// Brings people in: by password and code, by an invitation, or by their organisation's provider,
// and leads each to the page of its role.
import { $, ask, button, el, link, say, showProblem, start, tell } from "/site.js";
import { enter } from "/site/ask.js";
import { submitted } from "/site/forms.js";
import { homeOf, pagesOf } from "/site/pages.js";

const WORDS = {
  "#refused": ["机构登录未成功，请重试；首次登录请填写邀请码。", "Your organisation did not let you in; try again, the first time with an invitation."],
  "#invitation": ["邀请码无效，或不属于该机构。", "The invitation does not hold, or is of another organisation."],
  "#unreachable": ["暂时无法连接该机构的登录服务，请稍后再试。", "Your organisation's login cannot be reached; try again later."],
  "#left": ["已退出。", "You have left."],
};
const QUIET = { quiet: true };

function lead(session) {
  const asked = new URLSearchParams(location.search).get("next");
  location.assign(homeOf(session.role, asked));
}

async function comeIn(filled) {
  const answer = await ask("/sessions", filled, QUIET);
  if (answer.ok) {
    enter(answer.body);
    lead(answer.body);
  } else if (String(answer.body.type).endsWith(":password-expired")) {
    $("renewal").hidden = false;
  }
  return answer;
}

async function accept(filled, form) {
  const answer = await ask("/invitations/acceptance", filled, QUIET);
  if (answer.ok) {
    form.reset();
    tell(say("已开通，请登录。", "The account is open; come in."), "good");
    $("secret").hidden = !answer.body.secret;
    $("key").textContent = answer.body.secret || "";
  }
  return answer;
}

async function go(provider) {
  const invitation = $("invitation").value.trim();
  const answer = await ask("/sessions/provider", { provider, invitation: invitation || null }, QUIET);
  if (answer.ok) location.assign(answer.body.location);
  else showProblem(answer.body);
}

function draw(who) {
  $("inside").hidden = !who;
  $("outside").hidden = Boolean(who);
  const words = WORDS[location.hash];
  if (words) tell(say(...words));
  if (who) $("pages").replaceChildren(...pagesOf(who.role).map((page) => el("li", {}, link(say(page.zh, page.en), page.path))));
}

async function begin() {
  await start([], draw);
  const known = await ask("/sessions/providers", undefined, QUIET);
  if (!known.ok) return;
  $("choices").replaceChildren(...known.body.providers.map((one) => button(one.title, () => go(one.id))));
  $("providers").hidden = known.body.providers.length === 0;
}

for (const [id, send] of [["enter", comeIn], ["accept", accept]]) {
  $(id).addEventListener("submit", (event) => {
    event.preventDefault();
    submitted(event.target, send);
  });
}
begin();
