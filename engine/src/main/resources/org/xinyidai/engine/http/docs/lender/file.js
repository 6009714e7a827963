// The file of an enterprise as far as its consent lets this lender read. Nothing is read before it is
// asked for, since the enterprise sees every reading.
import { both, el, facts, hint, join, refused, section, table } from "/lender/build.js";
import { saveFile } from "/lender/files.js";
import { action, form } from "/lender/form.js";
import { money } from "/lender/format.js";
import { categoryWords } from "/lender/words.js";
import { get, moment, percent, post, problemText } from "/site.js";

const UNITS = {
  months: both("个月", " months"),
  days: both("天", " days"),
  years: both("年", " years"),
  persons: both("人", " persons"),
  count: both("", ""),
  kilowatt_hours: both("千瓦时", " kWh"),
};
const MISSING = both("无数据", "no data");

function enterprise(uscc) {
  return "/enterprises/" + encodeURIComponent(uscc);
}

/** A value of a feature in the words of a clerk. */
function featureValue(feature) {
  if (feature.value === null) return MISSING;
  if (feature.unit === "fen") return money(feature.value);
  if (feature.unit === "ratio") return (feature.value * 100).toFixed(1) + "%";
  if (feature.unit === "basis_points") return percent(feature.value);
  return join(Number(feature.value.toFixed(2)), UNITS[feature.unit] || "");
}

function identity(profile) {
  return facts([
    [both("企业名称", "Name"), profile.name],
    [both("统一社会信用代码", "Code"), profile.uscc],
    [both("成立日期", "Founded"), profile.foundedOn],
    [both("行业代码", "Industry"), profile.industryCode],
    [both("行政区划", "District"), profile.divisionCode],
    [both("已有记录", "Records"), profile.records],
  ]);
}

function disputed(held) {
  return held ? el("p", { class: "note" }, both("企业对部分记录提出了异议，尚未办结。", "The enterprise disputes some of the records behind this.")) : "";
}

function score(told) {
  const reasons = told.reasons.map((one) => el("li", null, one.text, one.repairRoute ? el("span", { class: "soft" }, " ", one.repairRoute) : ""));
  const changes = told.changes.map((one) => el("li", null, one.text));
  const before = told.pointsBefore === null ? null : join(told.pointsBefore, both("（", " ("), told.since, both("）", ")"));
  return el(
    "div",
    null,
    facts([
      [both("信用分", "Points"), told.points],
      [both("等级", "Grade"), told.grade],
      [both("上次", "Before"), before],
      [both("截至", "As of"), told.asOf],
    ]),
    el("h4", null, both("分数为何不更高", "Why it is not higher")),
    reasons.length ? el("ul", null, ...reasons) : hint(both("没有扣分原因。", "Nothing takes points off.")),
    changes.length ? el("h4", null, both("近期变化", "What moved")) : "",
    changes.length ? el("ul", null, ...changes) : "",
  );
}

function features(told) {
  const rows = told.features.filter((one) => one.value !== null).map((one) => [both(one.titleZh, one.titleEn), featureValue(one), one.disputed ? both("有异议", "disputed") : ""]);
  const absent = told.features.length - rows.length;
  return el(
    "div",
    null,
    disputed(told.disputed),
    table(both("信用特征", "Features"), [both("特征", "Feature"), both("数值", "Value"), both("异议", "Dispute")], rows),
    hint(join(both("另有", ""), absent, both("项平台没有数据。", " more have no data here."))),
  );
}

function records(told) {
  const rows = told.facts.map((one) => [
    both(one.feedZh, one.feed),
    one.day,
    el("span", null, ...Object.entries(one.record).map(([name, value]) => el("span", { class: "piece" }, name + ": " + value))),
    one.withdrawn ? both("已撤回", "withdrawn") : one.objection ? both("有异议", "disputed") : "",
  ]);
  const columns = [both("数据目录", "Feed"), both("日期", "Day"), both("内容", "Content"), both("备注", "Remark")];
  return el("div", null, table(both("原始记录", "Records"), columns, rows), told.next ? hint(both("仅显示前200条。", "The first 200 are shown.")) : "");
}

const PARTS = {
  identity: { path: "", draw: identity },
  score: { path: "/score/explanation", draw: score },
  features: { path: "/features", draw: features },
  records: { path: "/facts?limit=200", draw: records },
};

function part(uscc, category) {
  const place = el("div", { class: "read" });
  const made = el("details", { class: "part", "data-category": category }, el("summary", null, categoryWords(category)), place);
  made.addEventListener("toggle", async () => {
    if (!made.open || place.hasChildNodes()) return;
    const answer = await get(enterprise(uscc) + PARTS[category].path);
    place.replaceChildren(answer.ok ? PARTS[category].draw(answer.body) : refused(answer));
  });
  return made;
}

function report(uscc) {
  const done = el("p", { class: "soft" });
  const specs = [{ name: "purpose", title: both("用途", "Purpose"), required: true, value: "贷前审查", longest: 100 }];
  const printed = async (made) => {
    const saved = await saveFile(enterprise(uscc) + "/credit-reports/" + made.code, "application/pdf", made.code + ".pdf");
    done.textContent = saved.ok ? made.code : problemText(saved.body);
  };
  const sent = (typed) => post(enterprise(uscc) + "/credit-reports", typed);
  return el("details", { class: "part" }, el("summary", null, both("出具信用报告（PDF）", "Credit report (PDF)")), form(specs, both("出具并下载", "Make and download"), sent, printed), done);
}

async function consentFacts(ids, place) {
  const answers = await Promise.all(ids.map((id) => get("/consents/" + encodeURIComponent(id))));
  const rows = answers
    .filter((one) => one.ok)
    .map(({ body }) => [
      el("span", null, ...body.categories.map((one) => el("span", { class: "piece" }, categoryWords(one)))),
      moment(body.grantedAt),
      moment(body.expiresAt),
      body.id,
    ]);
  place.replaceChildren(table(both("授权", "Consents"), [both("授权范围", "Opens"), both("授权时间", "Given"), both("有效期至", "Until"), both("编号", "Number")], rows));
}

/** The part of an application's page that shows the file. */
export function fileOf(application) {
  const title = both("企业档案（经授权）", "The enterprise's file, by its consent");
  const held = application.file;
  if (!held || !held.readableCategories.length) {
    return section(title, hint(both("企业未授权或已撤回授权，不能查看其档案。", "There is no consent, or it was withdrawn: the file cannot be read.")));
  }
  const consents = el("div");
  const look = action(both("查看授权", "Show the consents"), async () => {
    await consentFacts(held.consents, consents);
    return null;
  }, null, "quiet");
  return section(
    title,
    hint(both("每次查看都会记入企业的查询记录。", "Each reading stands in the enterprise's access log.")),
    disputed(held.disputed),
    ...held.readableCategories.filter((one) => PARTS[one]).map((one) => part(application.uscc, one)),
    held.readableCategories.includes("identity") ? report(application.uscc) : "",
    held.consents.length ? look : "",
    consents,
  );
}
