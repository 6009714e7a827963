// Conditions of a screening: one fold for each attribute. Numbers are bounded at the cuts of their
// bands, codes are chosen from those that occur, with how many enterprises have each.
import { both, el, join, refused, series } from "/lender/build.js";
import { codeWords } from "/lender/codes.js";
import { money } from "/lender/format.js";
import { post } from "/site.js";

/** A bound in the unit of its attribute. */
export function boundWords(attribute, value) {
  if (attribute.unit === "FEN") return money(value);
  if (attribute.unit === "RATIO") return both(Math.round(value * 100) + "%", Math.round(value * 100) + "%");
  if (attribute.unit === "MONTHS") return value % 12 ? both(value + "个月", value + " months") : both(value / 12 + "年", value / 12 + " years");
  if (attribute.unit === "PERSONS") return both(value + "人", value + " persons");
  return both(String(value), String(value));
}

/** A count as it is told: about, or too few to say. */
export function countWords(told) {
  if (told.count === null || told.count === undefined) {
    return both("少于" + told.fewerThan + "家，不显示具体数", "fewer than " + told.fewerThan + ", not told");
  }
  return told.exact ? both(told.count + "家", String(told.count)) : both("约" + told.count + "家", "about " + told.count);
}

function bounds(attribute, held, changed) {
  const choice = (end, empty, label) => {
    const options = attribute.cuts.map((cut) => el("option", { value: cut, selected: held[end] === cut }, boundWords(attribute, cut)));
    const made = el("select", { "aria-label": join(attribute.title, label) }, el("option", { value: "" }, empty), ...options);
    made.addEventListener("change", () => {
      if (made.value === "") delete held[end];
      else held[end] = Number(made.value);
      changed();
    });
    return made;
  };
  return [
    el("label", null, both("不低于", "at least"), " ", choice("from", both("不限", "any"), both("不低于", " at least"))),
    el("label", null, both("低于", "below"), " ", choice("to", both("不限", "any"), both("低于", " below"))),
  ];
}

async function codes(attribute, held, changed, place) {
  const answer = await post("/screenings/counts", { by: attribute.name });
  if (!answer.ok) {
    place.replaceChildren(refused(answer));
    return;
  }
  const chosen = new Set(held.anyOf || []);
  const boxes = answer.body.groups.filter((one) => one.band).map((one) => {
    const code = one.band.en;
    const box = el("input", { type: "checkbox", checked: chosen.has(code) });
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(code);
      else chosen.delete(code);
      if (chosen.size) held.anyOf = [...chosen];
      else delete held.anyOf;
      changed();
    });
    return el("label", { class: "choice" }, box, " ", codeWords(attribute.name, code), el("span", { class: "soft" }, "（", countWords(one.count), "）"));
  });
  place.replaceChildren(...boxes);
}

function isSet(held) {
  return held.from !== undefined || held.to !== undefined || (held.anyOf && held.anyOf.length > 0);
}

/** What a condition asks for, in words. */
export function conditionWords(attribute, held) {
  if (held.anyOf) return series(held.anyOf.map((one) => codeWords(attribute.name, one)));
  const from = held.from === undefined ? "" : join("≥", boundWords(attribute, held.from));
  const to = held.to === undefined ? "" : join("<", boundWords(attribute, held.to));
  return join(from, from && to ? both("，", ", ") : "", to);
}

function fold(attribute, held, changed) {
  const chosen = el("span", { class: "chosen" });
  const place = el("div", { class: "choices" });
  const told = () => {
    chosen.replaceChildren(isSet(held) ? el("span", null, conditionWords(attribute, held)) : "");
    changed();
  };
  const missing = el("input", { type: "checkbox", checked: held.missing === true });
  missing.addEventListener("change", () => {
    held.missing = missing.checked;
    told();
  });
  const made = el(
    "details",
    { class: "condition", "data-attribute": attribute.name, open: isSet(held) },
    el("summary", null, attribute.title, " ", chosen),
    place,
    el("label", { class: "choice" }, missing, " ", both("无数据的也包括", "those without data too")),
  );
  if (attribute.cuts) place.append(...bounds(attribute, held, told));
  const load = () => {
    if (!attribute.cuts && made.open && !place.hasChildNodes()) codes(attribute, held, told, place);
  };
  made.addEventListener("toggle", load);
  if (isSet(held)) chosen.append(el("span", null, conditionWords(attribute, held)));
  return made;
}

/**
 * The folds of all attributes over conditions that are kept by attribute; changed is called after
 * each change.
 */
export function conditionFolds(attributes, conditions, changed) {
  return attributes.map((attribute) => {
    conditions[attribute.name] = conditions[attribute.name] || {};
    return fold(attribute, conditions[attribute.name], changed);
  });
}

/** The conditions as calls take them. */
export function asked(conditions) {
  return Object.entries(conditions)
    .filter(([, held]) => isSet(held))
    .map(([attribute, held]) => ({ attribute, ...held }));
}

