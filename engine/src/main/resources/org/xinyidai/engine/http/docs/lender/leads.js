// Leads: pulled for a purpose that the enterprises will see, within the quota of the day; what was
// pulled before; and invitations to enterprises whose names nobody has told.
import { both, el, facts, hint, join, link, refused, table } from "/lender/build.js";
import { codeWords } from "/lender/codes.js";
import { saveFile } from "/lender/files.js";
import { action, field, form, showRefusal, values } from "/lender/form.js";
import { money } from "/lender/format.js";
import { get, moment, openView, post } from "/site.js";

const FORMS = {
  page: ["application/json", both("在页面查看", "on this page")],
  csv: ["text/csv", both("CSV", "CSV")],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", both("XLSX", "XLSX")],
  arrow: ["application/vnd.apache.arrow.stream", both("Arrow", "Arrow")],
  json: ["application/json", both("JSON", "JSON")],
};
const SUFFIX = { csv: "csv", xlsx: "xlsx", arrow: "arrows", json: "json" };
const PAGE = 50;

async function quota(place) {
  const answer = await get("/lead-quota");
  if (!answer.ok) return;
  const { leadsLeft, leadsPerDay, invitationsLeft, invitationsPerDay } = answer.body;
  const words = both(
    `今日剩余线索额度 ${leadsLeft} / ${leadsPerDay} 条，邀约 ${invitationsLeft} / ${invitationsPerDay} 次`,
    `Left today: ${leadsLeft} of ${leadsPerDay} leads, ${invitationsLeft} of ${invitationsPerDay} invitations`,
  );
  place.replaceChildren(el("span", null, words));
}

/** Pulls leads by the search that is asked for when the button is pressed. */
export function pullForm(search) {
  const left = el("p", { class: "quota", role: "status" });
  const message = el("p", { class: "error", role: "alert" });
  const fields = [
    field({ name: "purpose", title: both("用途（企业会看到）", "Purpose (the enterprises will see it)"), required: true, longest: 200 }),
    field({ name: "limit", title: both("条数", "How many"), kind: "whole", required: true, value: 20 }),
    field({ name: "form", title: both("形式", "Form"), options: Object.entries(FORMS).map(([id, one]) => [id, one[1]]), required: true, value: "page" }),
  ];
  const go = el("button", { type: "submit" }, both("拉取", "Pull"));
  const made = el("form", { novalidate: true, autocomplete: "off", class: "row" }, ...fields.map((one) => one.node), go);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    message.textContent = "";
    const typed = values(fields);
    if (!typed) return;
    const body = { ...search(), purpose: typed.purpose, limit: typed.limit };
    go.disabled = true;
    const answer = typed.form === "page" ? await post("/leads", body) : await saveFile("/leads", FORMS[typed.form][0], "leads." + SUFFIX[typed.form], body);
    go.disabled = false;
    await quota(left);
    if (!answer.ok) showRefusal(answer.body, fields, message);
    else if (typed.form === "page") openView("leads/" + answer.body.id);
  });
  quota(left);
  return el("div", null, left, made, message, el("p", null, link("leads", both("以往拉取记录 →", "What was pulled before →"))));
}

function saving(id) {
  return Object.keys(SUFFIX).map((one) =>
    action(FORMS[one][1], () => saveFile("/lead-exports/" + encodeURIComponent(id), FORMS[one][0], "leads-" + id + "." + SUFFIX[one]), () => {}, "quiet"),
  );
}

async function list(view) {
  const place = el("div");
  const left = el("p", { class: "quota", role: "status" });
  view.append(el("p", null, link("screen", both("← 筛选", "← Screening"))), left, place);
  const answer = await get("/lead-exports?limit=" + PAGE);
  await quota(left);
  if (!answer.ok) {
    place.append(refused(answer));
    return;
  }
  const columns = [both("时间", "When"), both("用途", "Purpose"), both("条数", "Leads"), both("下载", "Download")];
  const rows = answer.body.exports.map((one) => [
    el("a", { href: "#leads/" + one.id }, moment(one.pulledAt)),
    one.purpose,
    one.cutByQuota ? join(one.count, both("（受额度截断）", " (cut by the quota)")) : one.count,
    el("span", null, ...saving(one.id)),
  ]);
  place.append(rows.length ? table(both("线索拉取记录", "What was pulled"), columns, rows) : hint(both("尚未拉取。", "Nothing was pulled yet.")));
}

function invitation(lead, products) {
  if (!products.length) return hint(both("发布产品后可邀约", "publish a product to invite"));
  const done = el("span", { class: "soft", role: "status" });
  const specs = [{ name: "product", title: both("邀约产品", "Product"), options: products, required: true }];
  const sent = (typed) => post("/leads/" + encodeURIComponent(lead.leadId) + "/invitation", typed);
  const next = () => done.replaceChildren(el("span", null, both("已邀约；企业授权后此处显示其信息。", "Invited; once it consents its details show here.")));
  return el("details", { class: "part" }, el("summary", null, both("邀约", "Invite")), form(specs, both("发送邀约", "Send"), sent, next), done);
}

const DETAILS = {
  uscc: both("统一社会信用代码", "Code"),
  name: both("名称", "Name"),
  score_points: both("信用分", "Points"),
  sales_invoiced_fen_12m: both("近12个月开票销售额", "Sales invoiced in 12 months"),
  tax_paid_fen_12m: both("近12个月纳税额", "Tax paid in 12 months"),
  insured_persons_count_1m: both("参保人数", "Insured persons"),
};

function lead(one, attributes, products) {
  const bands = attributes
    .filter((attribute) => one.bands[attribute.name] !== undefined)
    .map((attribute) => [attribute.title, attribute.cuts ? String(one.bands[attribute.name]) : codeWords(attribute.name, one.bands[attribute.name])]);
  const opened = Object.entries(one.details).map(([name, value]) => [DETAILS[name] || name, name.includes("_fen_") ? money(value) : value]);
  return el(
    "article",
    { class: "card found", "aria-label": join(both("线索 ", "Lead "), one.leadId) },
    opened.length ? facts(opened) : "",
    facts(bands),
    invitation(one, products),
    el("p", { class: "soft" }, join(both("线索编号 ", "Lead "), one.leadId, both("，标记 ", ", mark "), one.mark)),
  );
}

async function one(view, id) {
  const [pulled, known, products] = await Promise.all([get("/lead-exports/" + encodeURIComponent(id)), get("/screenings/attributes"), get("/products?limit=1000")]);
  if (!pulled.ok || !known.ok) {
    view.append(refused(pulled.ok ? known : pulled));
    return;
  }
  const own = products.ok ? products.body.products.map((product) => [product.id, both(product.nameZh, product.nameEn)]) : [];
  const told = pulled.body;
  view.append(
    el("p", null, link("leads", both("← 拉取记录", "← What was pulled"))),
    el("h3", null, join(both("线索 ", "Leads of "), moment(told.pulledAt))),
    facts([[both("用途", "Purpose"), told.purpose], [both("条数", "Leads"), told.count], [both("拉取账户", "Account"), told.account], [both("下载", "Download"), el("span", null, ...saving(id))]]),
    told.cutByQuota ? hint(both("受当日额度限制，未能全部拉取。", "The quota of the day cut it short.")) : "",
    ...told.leads.map((row) => lead(row, known.body.attributes, own)),
  );
}

/** Shows what was pulled, or one export. */
export async function show(view, id) {
  await (id ? one(view, id) : list(view));
}
