// Looking for enterprises: conditions with their count at once, the first rows in bands and without
// names, searches that are kept, and leads that are pulled for a purpose within the day's quota.
import { both, button, el, hint, join, refused, section, series, table } from "/lender/build.js";
import { codeWords } from "/lender/codes.js";
import { asked, conditionFolds, countWords } from "/lender/conditions.js";
import { action, form } from "/lender/form.js";
import { pullForm } from "/lender/leads.js";
import { get, moment, post, problemText } from "/site.js";

const WAIT_MS = 300;
const COME_AGAIN_MS = 5000;
const NOT_READY = 503;
const ROWS = 20;
const PLAIN = ["division_code", "industry_section", "industry_code", "size_class", "subject_type", "age_months", "stars", "grade"];
let search = fresh();

function fresh() {
  return { conditions: {}, product: "", by: "score", descending: true, seed: null };
}

/** The search as calls take it. */
function body() {
  const order = search.seed !== null ? { seed: search.seed } : { by: search.by, descending: search.descending };
  const made = { conditions: asked(search.conditions), order };
  if (search.product) made.product = search.product;
  return made;
}

function restore(kept) {
  search = fresh();
  for (const { attribute, ...held } of kept.conditions || []) {
    search.conditions[attribute] = Object.fromEntries(Object.entries(held).filter(([, value]) => value !== null));
  }
  search.product = kept.product || "";
  const order = kept.order || {};
  search.by = order.by || "score";
  search.descending = order.descending !== false;
  search.seed = order.seed ?? null;
}

function choice(title, options, value, changed) {
  const made = el("select", null, ...options.map(([code, words]) => el("option", { value: code, selected: code === value }, words)));
  made.addEventListener("change", () => changed(made.value));
  return el("label", { class: "field" }, el("span", null, title), made);
}

function orderChoices(attributes, changed) {
  const by = [["score", both("信用分", "score")], ...attributes.filter((one) => one.cuts).map((one) => [one.name, one.title])];
  const direction = [["down", both("从高到低", "high to low")], ["up", both("从低到高", "low to high")]];
  return [
    choice(both("排序", "Order"), [...by, ["sample", both("随机抽样", "random sample")]], search.seed !== null ? "sample" : search.by, (value) => {
      search.seed = value === "sample" ? crypto.getRandomValues(new Uint32Array(1))[0] : null;
      if (value !== "sample") search.by = value;
      if (value === "score") search.descending = true;
      changed();
    }),
    choice(both("方向", "Direction"), direction, search.descending ? "down" : "up", (value) => {
      search.descending = value === "down";
      changed();
    }),
  ];
}

function rowTable(attributes, rows) {
  const shown = attributes.filter((one) => rows.some((row) => row[one.name] !== undefined));
  const cell = (one, value) => (value === undefined || one.cuts ? value : codeWords(one.name, value));
  return table(both("筛选结果", "Enterprises found"), shown.map((one) => one.title), rows.map((row) => shown.map((one) => cell(one, row[one.name]))));
}

function narrowed(attributes, names) {
  if (!names.length) return "";
  const titles = names.map((name) => attributes.find((one) => one.name === name)?.title || name);
  return hint(join(both("已按分档收窄：", "Narrowed to whole bands: "), series(titles)));
}

/** The line that tells how many match, kept up to date while conditions change. */
function counter(attributes) {
  const place = el("div", { class: "count", role: "status" });
  let waiting = 0;
  let turn = 0;
  const count = async () => {
    const mine = ++turn;
    const { order, ...question } = body();
    const answer = await post("/screenings/counts", question);
    if (mine !== turn) return;
    if (!answer.ok) {
      place.replaceChildren(el("span", { class: "error" }, problemText(answer.body)));
      if (answer.status === NOT_READY) waiting = setTimeout(() => place.isConnected && count(), COME_AGAIN_MS);
      return;
    }
    const taken = join(both("（数据截至 ", " (data of "), moment(answer.body.takenAt), both("）", ")"));
    place.replaceChildren(el("span", null, both("符合条件：", "Matching: ")), el("strong", null, countWords(answer.body.count)), el("span", { class: "soft" }, taken), narrowed(attributes, answer.body.narrowed));
  };
  return {
    place,
    soon: () => {
      clearTimeout(waiting);
      waiting = setTimeout(count, WAIT_MS);
    },
    count,
  };
}

function results(attributes) {
  const place = el("div", { "aria-live": "polite" });
  const look = action(both("查看企业", "Show enterprises"), () => post("/screenings", { ...body(), limit: ROWS }), (told) => {
    const rows = told.enterprises;
    place.replaceChildren(
      rows.length
        ? rowTable(attributes, rows)
        : hint(both("符合条件的企业过少，为保护企业不予列出；请放宽条件。", "Too few match to be listed without pointing at one; widen the conditions.")),
      rows.length ? hint(both("以上为未授权企业的分档信息，不含名称；拉取线索后可邀约。", "Bands alone, without names: pull leads to invite them.")) : "",
    );
  });
  return { look, place };
}

async function kept(place, again) {
  const answer = await get("/saved-searches");
  if (!answer.ok) return;
  const lines = answer.body.searches.map((one) => {
    const open = button(one.name, () => {
      restore(one.search);
      again();
    }, "quiet");
    const remove = action(both("删除", "Remove"), () => post("/saved-searches/" + encodeURIComponent(one.id) + "/removal", null), () => kept(place, again), "quiet");
    return el("li", null, open, " ", el("span", { class: "soft" }, moment(one.savedAt)), " ", remove);
  });
  const specs = [{ name: "name", title: both("名称", "Name"), required: true, longest: 100 }];
  const keep = form(specs, both("保存当前条件", "Keep these conditions"), (typed) => post("/saved-searches", { name: typed.name, search: body() }), () => kept(place, again));
  place.replaceChildren(
    el("h3", null, both("保存的筛选", "Kept searches")),
    lines.length ? el("ul", { class: "kept" }, ...lines) : hint(both("尚未保存。", "None yet.")),
    keep,
  );
}

/** Shows the screening. */
export async function show(view) {
  const [known, products] = await Promise.all([get("/screenings/attributes"), get("/products?limit=1000")]);
  if (!known.ok) {
    view.append(refused(known));
    return;
  }
  const { attributes } = known.body;
  const own = products.ok ? products.body.products.map((one) => [one.id, both(one.nameZh, one.nameEn)]) : [];
  const count = counter(attributes);
  const found = results(attributes);
  const again = () => {
    view.replaceChildren();
    return show(view);
  };
  const first = attributes.filter((one) => PLAIN.includes(one.name));
  const rest = attributes.filter((one) => !PLAIN.includes(one.name));
  const product = choice(both("本机构产品的准入条件", "Conditions of an own product"), [["", both("不限", "none")], ...own], search.product, (value) => {
    search.product = value;
    count.soon();
  });
  const empty = button(both("清空条件", "Clear"), () => {
    search = fresh();
    again();
  }, "quiet");
  const saved = el("section", { class: "aside" });
  view.append(
    el("div", { class: "row" }, product, ...orderChoices(attributes, () => {})),
    el("div", { class: "folds" }, ...conditionFolds(first, search.conditions, count.soon)),
    el("h3", null, both("经营与纳税特征", "Features")),
    el("div", { class: "folds" }, ...conditionFolds(rest, search.conditions, count.soon)),
    count.place,
    el("div", { class: "row" }, found.look, empty),
    found.place,
    section(both("拉取线索", "Pull leads"), pullForm(body)),
    saved,
  );
  await Promise.all([count.count(), kept(saved, again)]);
}
