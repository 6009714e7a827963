// A draft of a product: its terms and conditions, what is wrong beside the field, the dry run, the
// signature of a second person and the publication.
import { both, el, hint, join, link, mark, refused, section, text } from "/lender/build.js";
import { criteriaEditor } from "/lender/criteria.js";
import { action } from "/lender/form.js";
import { limitsEditor } from "/lender/limits.js";
import { termsEditor } from "/lender/terms.js";
import { trialOf } from "/lender/trial.js";
import { stageWords } from "/lender/words.js";
import { get, openView, post, problemText } from "/site.js";

/** Puts a text beside the field of a path such as ".criteria[2].allowed"; false where none is. */
function placed(editors, path, text) {
  const plain = path.replace(/^\$?\.?/, "");
  const listed = /^(criteria|limits)\[(\d+)]/.exec(plain);
  if (listed) {
    editors[listed[1]].fail(Number(listed[2]), text);
    return true;
  }
  const named = editors.terms.fields.find((one) => plain === one.name || one.name.startsWith(plain + "."));
  if (named) named.fail(text);
  return Boolean(named);
}

function editor(product, attributes, fresh, changed) {
  const editors = {
    terms: termsEditor(product, fresh),
    criteria: criteriaEditor(attributes, product.criteria || [], changed),
    limits: limitsEditor(attributes, product.limits || [], changed),
  };
  const read = () => {
    const terms = editors.terms.read();
    const criteria = editors.criteria.read();
    const limits = editors.limits.read();
    return terms && criteria && limits ? { ...terms, criteria, limits } : null;
  };
  return { editors, read };
}

function saving(edited, path, done, dirty) {
  const message = el("p", { class: "error", role: "alert" });
  const go = el("button", { type: "submit" }, both("保存条款", "Keep the terms"));
  const made = el(
    "form",
    { novalidate: true, autocomplete: "off" },
    section(both("条款", "Terms"), edited.editors.terms.node),
    section(both("准入条件（须全部满足）", "Conditions (all must hold)"), edited.editors.criteria.node),
    section(both("额度测算（取最低，不超过最高金额）", "Formula of the limit (the least holds)"), edited.editors.limits.node),
    message,
    go,
  );
  made.addEventListener("input", dirty);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    message.textContent = "";
    const product = edited.read();
    if (!product) return;
    go.disabled = true;
    const answer = await post(path, product);
    go.disabled = false;
    if (answer.ok) {
      done(answer.body);
    } else if (!placed(edited.editors, answer.body.field || "", problemText(answer.body))) {
      message.textContent = problemText(answer.body);
    }
  });
  return made;
}

function steps(draft, done) {
  const step = (words, name, kind) => action(words, () => post("/product-drafts/" + draft.id + "/" + name, null), done, kind);
  if (draft.stage === "published" || draft.stage === "discarded") return [];
  const tried = draft.trial !== null;
  return [
    step(tried ? both("重新试运行", "Make the dry run again") : both("试运行", "Dry run"), "dry-run", tried ? "quiet" : null),
    draft.stage === "draft" && tried ? step(both("复核签发", "Sign"), "signature?revision=" + draft.revision) : "",
    draft.stage === "signed" ? action(both("发布", "Publish"), () => post("/product-drafts/" + draft.id + "/publication", null), (product) => openView("product/" + product.id)) : "",
    step(both("作废", "Discard"), "discard", "danger"),
  ];
}

function nextStep(draft) {
  if (draft.problems.length) return join(draft.problems.length, both("处问题须先修改。", " problems must be mended first."));
  if (draft.stage === "signed") return both("已由第二人复核签发，可以发布。", "A second person has signed: it may be published.");
  if (draft.stage === "draft") {
    return draft.trial
      ? both("请由起草人以外的本机构人员复核签发。", "A colleague who did not write the terms must sign.")
      : both("条款已保存，请试运行。", "The terms are kept: make the dry run.");
  }
  return stageWords(draft.stage);
}

async function fresh(view, attributes) {
  const products = await get("/products?limit=1");
  const lender = products.ok && products.body.products.length ? products.body.products[0].lender : {};
  const edited = editor({ lender: { ...lender, organisation: undefined } }, attributes, true, () => {});
  view.append(
    el("p", null, link("products", both("← 全部产品", "← All products"))),
    saving(edited, "/product-drafts", (draft) => openView("draft/" + draft.id), () => {}),
  );
}

function one(view, draft, attributes) {
  const again = (changed) => {
    view.replaceChildren();
    one(view, changed, attributes);
    view.querySelector(".count").focus();
  };
  const unsaved = el("p", { class: "note", hidden: true }, both("条款已修改但未保存；试运行与复核以已保存的条款为准。", "The terms were changed and not kept; dry run and signature go by what is kept."));
  const dirty = () => {
    unsaved.hidden = false;
  };
  const edited = editor(draft.product, attributes, false, dirty);
  view.append(
    el("p", null, link("products", both("← 全部产品", "← All products"))),
    el("h3", null, both(draft.product.nameZh, draft.product.nameEn), " ", mark(stageWords(draft.stage))),
    el("p", { class: "count", role: "status", tabindex: -1 }, nextStep(draft)),
    unsaved,
    el("div", { class: "row" }, ...steps(draft, again)),
    draft.trial ? section(both("试运行结果", "The dry run"), trialOf(draft.trial)) : hint(both("尚未试运行。", "Not tried yet.")),
    saving(edited, "/product-drafts/" + draft.id + "/revision", again, dirty),
  );
  for (const problem of draft.problems) {
    placed(edited.editors, problem.path, text(problem.words));
  }
}

/** Shows a draft, or an empty one. */
export async function show(view, id) {
  const attributes = await get("/product-attributes");
  const draft = id === "new" ? attributes : await get("/product-drafts/" + encodeURIComponent(id));
  if (!attributes.ok || !draft.ok) {
    view.append(refused(attributes.ok ? draft : attributes));
  } else if (id === "new") {
    await fresh(view, attributes.body.attributes);
  } else {
    one(view, draft.body, attributes.body.attributes);
  }
}
