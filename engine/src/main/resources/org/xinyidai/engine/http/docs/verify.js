// Whether a credit report is what the platform printed: by its code, or by the file's signature.
import { $, ask, el, list, say, start } from "/site.js";
import { submitted } from "/site/forms.js";

const TITLES = [
  ["code", "核验码", "Code"],
  ["name", "企业名称", "Name"],
  ["uscc", "统一社会信用代码", "USCC"],
  ["points", "评分", "Score"],
  ["grade", "等级", "Grade"],
  ["asOf", "截至", "As of"],
  ["issuedAt", "出具时间", "Issued"],
  ["sm3", "文件摘要 SM3", "SM3 digest"],
];
const QUIET = { quiet: true };

function show(sentence, report) {
  const facts = report ? list(TITLES.map(([key, zh, en]) => [say(zh, en), report[key]])) : null;
  $("result").replaceChildren(el("p", { class: "note" }, sentence), facts ?? "");
}

async function byCode(filled) {
  const answer = await ask("/credit-reports/" + encodeURIComponent(filled.code), undefined, QUIET);
  if (answer.ok) show(say("本平台出具过此报告，请与纸面逐项核对。", "Printed here; compare it with the paper."), answer.body);
  return answer;
}

async function byFile(filled) {
  const answer = await ask("/credit-reports/checks", filled.file, { ...QUIET, headers: { "Content-Type": "application/pdf" } });
  if (answer.ok) show(say(answer.body.textZh, answer.body.textEn), answer.body.report);
  return answer;
}

for (const [id, send] of [["by-code", byCode], ["by-file", byFile]]) {
  $(id).addEventListener("submit", (event) => {
    event.preventDefault();
    submitted(event.target, send);
  });
}
start([], () => {});
