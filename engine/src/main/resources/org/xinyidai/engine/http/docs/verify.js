"use strict";

const result = document.getElementById("result");

const TITLES = [
  ["code", "核验码 Code"],
  ["name", "企业名称 Name"],
  ["uscc", "统一社会信用代码 USCC"],
  ["points", "评分 Score"],
  ["grade", "等级 Grade"],
  ["asOf", "截至 As of"],
  ["issuedAt", "出具时间 Issued"],
  ["sm3", "文件摘要 SM3"],
];

function show(sentence, report) {
  result.replaceChildren();
  const words = document.createElement("p");
  words.textContent = sentence;
  result.append(words);
  if (!report) {
    return;
  }
  const list = document.createElement("dl");
  for (const [key, title] of TITLES) {
    if (report[key] !== null && report[key] !== undefined) {
      const name = document.createElement("dt");
      name.textContent = title;
      const value = document.createElement("dd");
      value.textContent = report[key];
      list.append(name, value);
    }
  }
  result.append(list);
}

async function ask(path, options, sentence) {
  try {
    const answer = await fetch("/api/v1" + path, options);
    const body = await answer.json();
    if (!answer.ok) {
      show(body.detail || body.title);
    } else {
      show(sentence(body), body.report === undefined ? body : body.report);
    }
  } catch (unreachable) {
    show("平台没有应答，请稍后再试。The platform did not answer; try again later.");
  }
}

document.getElementById("by-code").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = encodeURIComponent(document.getElementById("code").value.trim());
  ask("/credit-reports/" + code, {}, () => "本平台出具过此报告，请与纸面逐项核对。Printed here; compare it with the paper.");
});

document.getElementById("by-file").addEventListener("submit", (event) => {
  event.preventDefault();
  const file = document.getElementById("file").files[0];
  const headers = { "Content-Type": "application/pdf", "Idempotency-Key": crypto.randomUUID() };
  ask("/credit-reports/checks", { method: "POST", headers, body: file }, (body) => body.textZh + "。" + body.textEn + ".");
});
