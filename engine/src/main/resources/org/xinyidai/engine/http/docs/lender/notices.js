// Notices of the platform, as they come and as they came; each leads to what it is about.
import { both, button, el, hint, link, mark, refused, text } from "/lender/build.js";
import { $, get, moment, openView, post, tell } from "/site.js";

const PAGE = 50;
const INQUIRIES = 500;

/** Views that are drawn anew when a notice comes, unless somebody is at work in them. */
const FRESH = /^#?(inbox.*|notices|)$/;

/** Where a notice leads. */
function place(notice) {
  if (notice.kind.startsWith("APPLICATION")) return "application/" + notice.caseId;
  if (notice.kind === "MESSAGE") return "questions/" + notice.caseId;
  if (notice.kind === "LOAN_CLAIM" || notice.kind === "REPORT_DIFFERENCE") return "reports";
  return notice.kind === "ARREARS" || notice.kind === "COMPLAINT" ? "matters" : "";
}

/** Says how much is unread, at the top of the page. */
export async function news() {
  const [notices, threads] = await Promise.all([get("/notifications?limit=1"), get("/inquiries?limit=" + INQUIRIES)]);
  const unread = notices.ok ? notices.body.unread : 0;
  const asked = threads.ok ? threads.body.inquiries.reduce((sum, one) => sum + one.unread, 0) : 0;
  const parts = [];
  if (unread) parts.push(link("notices", mark(both(unread + " 条未读通知", unread + " unread notices"), "warn")));
  if (asked) parts.push(link("questions", mark(both(asked + " 条未读留言", asked + " unread messages"), "warn")));
  $("news").replaceChildren(...parts);
}

/** Takes in a notice that has just come. */
export async function hear(notice) {
  await news();
  const told = text(notice.text);
  const idle = document.activeElement === document.body || document.activeElement.tagName === "H2";
  if (idle && FRESH.test(location.hash)) await openView(location.hash.slice(1) || "inbox", told);
  else tell(told, "good");
}

function line(notice, again) {
  const address = place(notice);
  const read = async () => {
    await post("/notifications/" + encodeURIComponent(notice.id) + "/read", null);
    await news();
    again();
  };
  return el(
    "li",
    { class: notice.read ? null : "unread" },
    el("p", null, notice.read ? null : mark(both("未读", "unread"), "warn"), " ", notice.text),
    el("p", { class: "actions" }, el("span", { class: "soft" }, moment(notice.at)), address ? link(address, both("查看", "Look")) : null, notice.read ? null : button(both("标为已读", "Mark as read"), read, "quiet")),
  );
}

/** Shows the notices, the newest first. */
export async function show(view) {
  const again = () => openView("notices");
  const list = el("ul", { class: "kept" });
  const more = async (next) => {
    const answer = await get("/notifications?limit=" + PAGE + (next ? "&after=" + encodeURIComponent(next) : ""));
    if (!answer.ok) return view.append(refused(answer));
    list.append(...answer.body.notices.map((one) => line(one, again)));
    if (!list.hasChildNodes()) view.append(hint(both("还没有通知。", "No notices yet.")));
    if (!answer.body.next) return null;
    const go = button(both("更多", "More"), () => {
      go.remove();
      return more(answer.body.next);
    }, "quiet");
    return view.append(go);
  };
  view.append(list);
  await more("");
}
