// The desk of an enterprise: its file, demands, offers, applications, consents, questions, rights.
import { $, el, get, live, say, start, tell, views } from "/site.js";
import { application, applications } from "/enterprise/applications.js";
import { begin } from "/enterprise/context.js";
import { consents } from "/enterprise/consents.js";
import { demand, demands } from "/enterprise/demands.js";
import { file } from "/enterprise/file.js";
import { notices } from "/enterprise/notices.js";
import { ask, question, questions } from "/enterprise/questions.js";
import { records } from "/enterprise/records.js";
import { verification } from "/enterprise/verification.js";

const VIEWS = [
  { id: "file", zh: "我的档案", en: "My file", draw: file },
  { id: "demands", zh: "融资需求", en: "Demands", draw: demands },
  { id: "demand", zh: "需求与匹配", en: "A demand and its offers", under: "demands", hidden: true, draw: demand },
  { id: "applications", zh: "我的申请", en: "Applications", draw: applications },
  { id: "application", zh: "申请进度", en: "An application", under: "applications", hidden: true, draw: application },
  { id: "consents", zh: "授权管理", en: "Consents", draw: consents },
  { id: "questions", zh: "银企问答", en: "Questions", draw: questions },
  { id: "question", zh: "问答详情", en: "A question", under: "questions", hidden: true, draw: question },
  { id: "ask", zh: "提问", en: "Ask a lender", under: "questions", hidden: true, draw: ask },
  { id: "notices", zh: "通知", en: "Notices", draw: notices },
  { id: "records", zh: "记录与异议", en: "Records and disputes", draw: records },
  { id: "verification", zh: "实名认证", en: "Verification", draw: verification },
];

let unread = 0;

// How many notices are unread stands at their tab.
function count() {
  const tab = document.querySelector("[data-tab=notices]");
  if (!tab) return;
  const text = say("通知", "Notices");
  tab.replaceChildren(text, unread > 0 ? el("span", { class: "count" }, String(unread)) : "");
}

async function recount() {
  const answer = await get("/notifications?limit=1");
  if (answer.ok) unread = answer.body.unread;
  count();
}

function hear(notice) {
  unread++;
  count();
  tell(say(notice.text.zh, notice.text.en), "good");
}

let listening = false;

start(["enterprise"], async (who) => {
  begin(who);
  await views($("views"), VIEWS);
  await recount();
  if (listening) return;
  listening = true;
  window.addEventListener("viewshown", recount);
  live(hear);
});
