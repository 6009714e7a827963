// Notices to the enterprise, the newest first; each leads to what it speaks of.
import { button, card, el, get, link, marks, moment, openView, paged, post, say } from "/site.js";
import { instead, words } from "/enterprise/context.js";

const MOST_AT_ONCE = 50;
const PLACES = {
  APPLICATION_STEP: (one) => "application/" + one.caseId,
  APPLICATION_REMINDER: (one) => "application/" + one.caseId,
  PRODUCT_OPENED: (one) => "demand/" + one.caseId,
  PRODUCT_CLOSED: (one) => "demand/" + one.caseId,
  DEMAND_EXPIRED: (one) => "demand/" + one.caseId,
  MESSAGE: (one) => "question/" + one.caseId,
  CASE_STEP: () => "records",
  REVIEW_DECIDED: () => "records",
  VERIFICATION: () => "verification",
  SCORE_CHANGED: () => "file",
  LEAD_INVITATION: () => "consents",
};

export async function notices() {
  const all = button(say("全部标为已读", "Mark all as read"), markAll, { class: "quiet" });
  return [all, await paged(async (next) => {
    const answer = await get("/notifications?limit=20" + (next ? "&after=" + encodeURIComponent(next) : ""));
    return answer.ok ? { nodes: answer.body.notices.map(line), next: answer.body.next } : { nodes: [instead(answer)], next: null };
  }, say("还没有通知。", "No notices yet."))];
}

function line(one) {
  const made = card(null, marks(one.read ? [] : [{ text: say("未读", "unread"), kind: "warn" }]), el("p", {}, words(one.text)), el("small", {}, moment(one.at)));
  const place = PLACES[one.kind];
  const links = el("div", { class: "actions" }, place ? link(say("查看", "Look"), "#" + place(one), { click: () => mark(one) }) : null);
  if (!one.read) {
    links.append(button(say("标为已读", "Mark as read"), async (pressed) => {
      if (!(await mark(one))) return;
      made.querySelector(".mark").remove();
      pressed.remove();
      window.dispatchEvent(new Event("viewshown"));
    }, { class: "quiet" }));
  }
  made.append(links);
  return made;
}

// What is unread stands among the newest; a page of them at a time.
async function markAll() {
  const answer = await get("/notifications?limit=" + MOST_AT_ONCE);
  if (!answer.ok) return;
  await Promise.all(answer.body.notices.map(mark));
  await openView("notices", say("已全部标为已读。", "All are marked as read."));
}

async function mark(one) {
  return one.read || (await post("/notifications/" + encodeURIComponent(one.id) + "/read", null)).ok;
}
