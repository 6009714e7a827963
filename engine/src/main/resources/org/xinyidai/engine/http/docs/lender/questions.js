// Questions and answers between an enterprise and this lender: threads with what is unread in them,
// words and files.
import { both, el, facts, hint, join, link, mark, refused, section, table } from "/lender/build.js";
import { sendFile } from "/lender/files.js";
import { form } from "/lender/form.js";
import { news } from "/lender/notices.js";
import { API, get, moment, openView, post } from "/site.js";

const PAGE = 100;
const FILES = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx";
const KINDS = { product: both("产品", "product"), demand: both("需求", "demand"), application: both("申请", "application") };

function about(subject) {
  const words = join(KINDS[subject.kind] || subject.kind, " ", subject.id);
  if (subject.kind === "application") return link("application/" + subject.id, words);
  return subject.kind === "product" ? link("product/" + subject.id, words) : words;
}

function state(thread) {
  return el("span", null, thread.unread ? mark(join(thread.unread, both("条未读", " unread")), "warn") : "", thread.awaitsAnswer ? mark(both("待答复", "awaits an answer"), "bad") : mark(both("已答复", "answered"), "good"));
}

/** How fast this lender has answered so far. */
async function times(view) {
  const answer = await get("/inquiries/response-times");
  const own = answer.ok && answer.body.lenders[0];
  if (!own) return;
  const median = own.medianMinutes === null ? null : join((own.medianMinutes / 60).toFixed(1), both("小时", " hours"));
  view.append(facts([[both("已答复", "Answered"), own.answered], [both("待答复", "Waiting"), own.waiting], [both("答复用时（中位数）", "Median time to answer"), median]]));
}

async function all(view) {
  const answer = await get("/inquiries?limit=" + PAGE);
  if (!answer.ok) {
    view.append(refused(answer));
    return;
  }
  await times(view);
  const columns = [both("企业", "Enterprise"), both("事项", "About"), both("状态", "State"), both("最近", "Last"), both("条数", "Messages")];
  const rows = answer.body.inquiries
    .sort((a, b) => Number(b.awaitsAnswer) - Number(a.awaitsAnswer) || b.lastAt.localeCompare(a.lastAt))
    .map((one) => [link("questions/" + one.id, one.uscc), about(one.about), state(one), moment(one.lastAt), one.messages]);
  view.append(rows.length ? table(both("银企问答", "Questions"), columns, rows) : hint(both("还没有咨询。", "No questions yet.")));
}

function message(thread, one) {
  const own = one.from === "lender";
  const file = one.file
    ? el("a", { href: API + "/inquiries/" + thread.id + "/files/" + one.number, download: one.file.name }, one.file.name + "（" + Math.ceil(one.file.bytes / 1024) + " KiB）")
    : null;
  return el("li", { class: own ? "own" : null }, el("p", { class: "soft" }, own ? both("本机构", "You") : both("企业", "Enterprise"), " · ", moment(one.at)), el("p", { class: "said" }, one.text, file));
}

async function one(view, id) {
  const path = "/inquiries/" + encodeURIComponent(id);
  const answer = await get(path);
  if (!answer.ok) {
    view.append(refused(answer));
    return;
  }
  const thread = answer.body;
  const again = () => openView("questions/" + id);
  const words = [{ name: "text", title: both("回复", "Answer"), kind: "words", required: true }];
  const files = [{ name: "file", title: both("附件", "File"), kind: "file", required: true, accept: FILES, hint: both("PDF、PNG、JPEG、XLSX、DOCX，不超过5 MiB", "PDF, PNG, JPEG, XLSX or DOCX, 5 MiB at most") }];
  const attach = (typed) => sendFile(path + "/files?name=" + encodeURIComponent(typed.file.name), typed.file);
  view.append(
    el("p", null, link("questions", both("← 全部咨询", "← All questions"))),
    facts([[both("企业", "Enterprise"), thread.uscc], [both("事项", "About"), about(thread.about)]]),
    el("ol", { class: "talk" }, thread.messages.map((each) => message(thread, each))),
    section(both("回复", "Answer"), form(words, both("发送", "Send"), (typed) => post(path + "/messages", typed), again), form(files, both("发送附件", "Send the file"), attach, again)),
  );
  if (thread.unread) {
    const marked = await post(path + "/read", null);
    if (marked.ok) await news();
  }
}

/** Shows all threads, or one. */
export async function show(view, id) {
  await (id ? one(view, id) : all(view));
}
