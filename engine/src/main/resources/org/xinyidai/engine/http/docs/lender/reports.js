// Reports of loans to the platform: what is due, the file of a month and what came of its lines,
// differences to explain, and claims of loans made outside the platform.
import { both, el, facts, hint, join, link, mark, refused, section, table } from "/lender/build.js";
import { claims } from "/lender/claims.js";
import { sendFile } from "/lender/files.js";
import { form } from "/lender/form.js";
import { dayFromNow } from "/lender/format.js";
import { download, get, moment, openView, post } from "/site.js";

const TEMPLATES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const RESULTS = {
  SAME: both("一致", "the same"),
  MOVED: both("已补录", "moved on"),
  DIFFERENT: both("不一致", "different"),
  REPEATED: both("重复报送", "repeated"),
  REJECTED: both("退回", "rejected"),
};
const DIFFERENCES = 100;

function lastMonth() {
  const [year, month] = dayFromNow(0).split("-").map(Number);
  return month === 1 ? year - 1 + "-12" : year + "-" + String(month - 1).padStart(2, "0");
}

function dutyWords(duty) {
  if (duty.report) return el("span", null, mark(both("已报送", "sent"), "good"), " ", link("report/" + duty.report, duty.report));
  return duty.missing ? mark(both("逾期未报", "missing"), "bad") : mark(both("待报送", "due"), "warn");
}

async function duties() {
  const answer = await get("/lender-reports/duties");
  const title = both("月报任务", "The month's file");
  if (!answer.ok) return section(title, refused(answer));
  const own = answer.body.lenders;
  if (!own.length) return section(title, hint(both(answer.body.month + " 没有须报送的在贷。", "No loans to report of " + answer.body.month + ".")));
  const columns = [both("月份", "Month"), both("在贷笔数", "Loans"), both("截止日", "Due"), both("状态", "State")];
  return section(title, table(title, columns, own.map((one) => [answer.body.month, one.loans, one.dueOn, dutyWords(one)])));
}

function upload() {
  const specs = [
    { name: "month", title: both("报送月份", "Month"), kind: "month", required: true, value: lastMonth() },
    { name: "file", title: both("月报文件", "File"), kind: "file", required: true, accept: ".csv,.xlsx", hint: both("CSV 或 XLSX，至多5000行；金额为元，利率为百分数", "CSV or XLSX, at most 5,000 lines; yuan and percent") },
  ];
  const sent = (typed) => sendFile("/lender-reports/files?month=" + encodeURIComponent(typed.month), typed.file);
  const done = (taken) => openView("report/" + taken.batch.id);
  const saves = Object.entries(TEMPLATES).map(([kind, accept]) =>
    el("button", { type: "button", class: "quiet", click: () => download("/lender-reports/template", "lender-report." + kind, accept) }, join(both("下载模板 ", "Template "), kind.toUpperCase())));
  return section(both("上传月报", "Send a file"), el("p", { class: "actions" }, saves), form(specs, both("上传", "Send"), sent, done));
}

function counts(batch) {
  return Object.entries(batch.counts).map(([result, count]) =>
    mark(join(RESULTS[result] || result, " ", count), result === "REJECTED" || result === "DIFFERENT" ? "bad" : "good"));
}

async function batches() {
  const answer = await get("/lender-reports?limit=20");
  const title = both("报送批次", "What was sent");
  if (!answer.ok) return section(title, refused(answer));
  const columns = [both("时间", "When"), both("月份", "Month"), both("渠道", "Channel"), both("行数", "Lines"), both("结果", "Results")];
  const rows = answer.body.reports.map((one) => [link("report/" + one.id, moment(one.at)), one.month, one.channel, one.lines, el("span", null, counts(one))]);
  return section(title, rows.length ? table(title, columns, rows) : hint(both("尚未报送。", "Nothing was sent yet.")));
}

function difference(one, again) {
  const { difference: held } = one;
  const specs = [{ name: "note", title: both("说明", "Explanation"), kind: "words", required: true, longest: 500 }];
  const sent = (typed) => post("/lender-differences/" + encodeURIComponent(one.id) + "/steps", { step: "answer", note: typed.note });
  return el(
    "li",
    null,
    el("p", null, held.text, " ", mark(both(one.stateZh, one.state.toLowerCase()))),
    facts([
      [both("企业", "Enterprise"), one.uscc],
      [both("报送行", "Line"), one.line],
      [both("平台", "Platform"), held.platform],
      [both("报送", "Reported"), held.reported],
      [both("申请", "Application"), one.application ? link("application/" + one.application, one.application) : null],
    ]),
    el("ul", null, one.said.map((said) => el("li", null, said.note))),
    el("details", null, el("summary", null, both("说明差异", "Explain")), form(specs, both("提交说明", "Send"), sent, again)),
  );
}

async function differences() {
  const answer = await get("/lender-differences?limit=" + DIFFERENCES);
  const title = both("对账差异", "Differences");
  if (!answer.ok) return section(title, refused(answer));
  const open = answer.body.differences;
  const list = el("ul", { class: "kept" }, open.map((one) => difference(one, () => openView("reports"))));
  return section(title, open.length ? list : hint(both("没有待处理的差异。", "No differences are open.")));
}

function answerLine(one) {
  const faults = one.faults.map((fault) => el("span", { class: "piece" }, fault.text));
  const differing = one.differences.map((held) => el("span", { class: "piece" }, held.text));
  const told = one.steps.length ? both("补录步骤 " + one.steps.length, one.steps.length + " steps") : "";
  return [
    one.row,
    one.line,
    one.application ? link("application/" + one.application, one.application) : null,
    mark(both(one.resultZh, one.result.toLowerCase()), one.result === "REJECTED" || one.result === "DIFFERENT" ? "bad" : "good"),
    el("span", null, told, faults, differing),
  ];
}

async function batch(view, id) {
  const answer = await get("/lender-reports/" + encodeURIComponent(id));
  view.append(el("p", null, link("reports", both("← 贷款报送", "← Reports"))));
  if (!answer.ok) {
    view.append(refused(answer));
    return;
  }
  const { batch: head, lines } = answer.body;
  const columns = [both("行", "Row"), both("报送行编号", "Line"), both("申请", "Application"), both("结果", "Result"), both("说明", "Details")];
  view.append(
    facts([
      [both("报送时间", "Sent"), moment(head.at)],
      [both("月份", "Month"), head.month],
      [both("渠道", "Channel"), head.channel],
      [both("行数", "Lines"), head.lines],
      [both("结果", "Results"), el("span", null, counts(head))],
      [both("未识别的列", "Columns not known"), head.ignoredColumns.join("、")],
    ]),
    head.leftOutCount ? el("p", { class: "note" }, join(both("平台在贷而文件未列：", "Loans of the platform that the file left out: "), head.leftOutCount, both("笔（", " ("), head.leftOut.join("、"), both("）", ")"))) : "",
    table(both("逐行结果", "Line by line"), columns, lines.map(answerLine)),
  );
}

/** Shows all that has to do with reports, or one batch. */
export async function show(view, id) {
  if (id) await batch(view, id);
  else view.append(...(await Promise.all([duties(), upload(), differences(), batches(), claims()])));
}
