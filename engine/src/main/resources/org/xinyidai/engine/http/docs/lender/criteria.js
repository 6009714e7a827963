// Entry conditions, edited without code: an attribute chosen by its title, bounds in its own unit,
// codes to tick, and what becomes of an enterprise without data.
import { both, button, el, join, series, text } from "/lender/build.js";
import { scaled, unscaled } from "/lender/format.js";
import { codeWords } from "/lender/codes.js";

const MISSING = [
  ["fails", both("无数据：不通过", "no data: fails")],
  ["passes", both("无数据：通过", "no data: passes")],
  ["lenderChecks", both("无数据：由机构核实", "no data: the lender checks")],
];
const UNITS = {
  FEN: { words: both("万元", "10,000 yuan"), digits: 6, per: 1 },
  RATIO: { words: both("%", "%"), digits: 4, per: 1000000 },
  BASIS_POINTS: { words: both("%", "%"), digits: 2, per: 1 },
  MONTHS: { words: both("个月", "months"), digits: 0, per: 1 },
  DAYS: { words: both("天", "days"), digits: 0, per: 1 },
  YEARS: { words: both("岁", "years"), digits: 0, per: 1 },
  COUNT: { words: both("个", ""), digits: 0, per: 1 },
  PERSONS: { words: both("人", "persons"), digits: 0, per: 1 },
  KILOWATT_HOURS: { words: both("千瓦时", "kWh"), digits: 4, per: 10000 },
};
const PLAIN = { words: both("", ""), digits: 4, per: 10000 };
const UNREAD = both("请填写数值", "give a number");

function unitOf(attribute) {
  return UNITS[attribute.unit] || PLAIN;
}

function shown(attribute, value) {
  const unit = unitOf(attribute);
  return value === undefined ? "" : unscaled(Math.round(value * unit.per), unit.digits);
}

/** One end of a range: whether it is in, and its value. */
function end(attribute, held, names, words) {
  const used = names.find((name) => held[name] !== undefined);
  const sign = el("select", { "aria-label": words.title }, el("option", { value: "" }, both("不限", "any")), ...names.map((name, at) => el("option", { value: name, selected: name === used }, words.signs[at])));
  const input = el("input", { type: "text", inputmode: "decimal", "aria-label": words.value, value: used ? shown(attribute, held[used]) : "", autocomplete: "off" });
  return {
    node: el("span", { class: "measured" }, sign, input, el("span", { class: "unit" }, unitOf(attribute).words)),
    read: (into) => {
      if (!sign.value && !input.value.trim()) return true;
      const number = scaled(input.value, unitOf(attribute).digits);
      if (number === null) return false;
      into[sign.value || names[0]] = number / unitOf(attribute).per;
      return true;
    },
  };
}

function range(attribute, held) {
  const low = end(attribute, held, ["min", "above"], { title: both("下限", "lower bound"), value: both("下限数值", "lower value"), signs: ["≥", "＞"] });
  const high = end(attribute, held, ["max", "below"], { title: both("上限", "upper bound"), value: both("上限数值", "upper value"), signs: ["≤", "＜"] });
  return {
    nodes: [low.node, high.node],
    read: (into) => (low.read(into) && high.read(into) ? "" : UNREAD),
  };
}

function ticked(attribute, held) {
  const boxes = attribute.codes.map((code) => el("input", { type: "checkbox", value: code, checked: (held.allowed || []).includes(code) }));
  const node = el("span", { class: "choices" }, ...boxes.map((box) => el("label", { class: "choice" }, box, " ", codeWords(attribute.name, box.value))));
  return {
    nodes: [node],
    read: (into) => {
      into.allowed = boxes.filter((box) => box.checked).map((box) => box.value);
      return "";
    },
  };
}

function written(attribute, held) {
  const input = el("input", { type: "text", "aria-label": both("代码，以逗号分隔", "codes, with commas"), value: (held.allowed || []).join("，"), autocomplete: "off" });
  return {
    nodes: [input, el("span", { class: "soft" }, both("代码或其前几位，以逗号分隔", "codes or their beginnings, with commas"))],
    read: (into) => {
      into.allowed = input.value.split(/[,，、\s]+/).filter((one) => one);
      return "";
    },
  };
}

function flag(held) {
  const made = el("select", { "aria-label": both("须为", "must be") }, el("option", { value: "true", selected: held.expected !== false }, both("是", "yes")), el("option", { value: "false", selected: held.expected === false }, both("否", "no")));
  return { nodes: [made], read: (into) => ((into.expected = made.value === "true"), "") };
}

function ago(held) {
  const input = el("input", { type: "text", inputmode: "numeric", "aria-label": both("至今至少几个月", "at least so many months ago"), value: held.minMonthsAgo ?? "", autocomplete: "off" });
  return {
    nodes: [el("span", { class: "measured" }, both("距今不少于", "at least"), " ", input, el("span", { class: "unit" }, both("个月", "months ago")))],
    read: (into) => {
      const months = scaled(input.value, 0);
      if (months === null) return UNREAD;
      into.minMonthsAgo = months;
      return "";
    },
  };
}

function kept(held) {
  const { attribute, type, whenMissing, ...rest } = held;
  return { nodes: [el("span", { class: "soft" }, JSON.stringify(rest))], read: (into) => (Object.assign(into, rest), "") };
}

/** The part of a row that depends on what the attribute is, with the type of its criterion. */
function operands(attribute, held) {
  if (attribute.kind === "number") return ["range", range(attribute, held)];
  if (attribute.kind === "flag") return ["flag", flag(held)];
  if (attribute.kind === "date") return ["date", ago(held)];
  if (held.type === "range") return ["range", kept(held)];
  return ["set", attribute.codes ? ticked(attribute, held) : written(attribute, held)];
}

function finder(attributes) {
  const known = new Map();
  for (const one of attributes) for (const name of [one.title.en, one.title.zh, one.name]) known.set(name, one);
  return (typed) => known.get(typed.trim()) || null;
}

function row(catalogue, held, remove) {
  let attribute = catalogue.find(held.attribute || "");
  let parts = null;
  const title = el("input", { type: "text", list: "attributes", class: "attribute", "aria-label": both("准入属性", "Attribute"), placeholder: both("输入名称查找属性", "type to find an attribute"), value: attribute ? text(attribute.title) : held.attribute || "", autocomplete: "off" });
  const place = el("span", { class: "operands" });
  const missing = el("select", { "aria-label": both("无数据时", "Without data") }, ...MISSING.map(([code, words]) => el("option", { value: code }, words)));
  const fault = el("span", { class: "error", role: "alert" });
  const draw = (values) => {
    if (!attribute) return place.replaceChildren();
    parts = operands(attribute, values);
    missing.value = values.whenMissing || attribute.whenMissing;
    return place.replaceChildren(...parts[1].nodes);
  };
  title.addEventListener("change", () => {
    attribute = catalogue.find(title.value);
    fault.textContent = attribute || !title.value ? "" : text(both("请从目录中选择属性", "choose an attribute of the catalogue"));
    draw({});
  });
  draw(held);
  const node = el("li", { class: "criterion" }, title, place, missing, button(both("删除", "Remove"), remove, "quiet"), fault);
  const fail = (text) => {
    fault.textContent = text;
  };
  const read = () => {
    fail("");
    if (!attribute) {
      fail(text(both("请从目录中选择属性", "choose an attribute of the catalogue")));
      title.focus();
      return null;
    }
    const made = { type: parts[0], attribute: attribute.name, whenMissing: missing.value };
    const wrong = parts[1].read(made);
    if (!wrong) return made;
    fail(text(wrong));
    title.focus();
    return null;
  };
  return { node, fail, read };
}

const SIGNS = { min: "≥", above: "＞", max: "≤", below: "＜" };

function required(attribute, held) {
  if (held.type === "flag") return held.expected ? both("是", "yes") : both("否", "no");
  if (held.type === "date") return both("距今不少于" + held.minMonthsAgo + "个月", "at least " + held.minMonthsAgo + " months ago");
  if (held.type === "set") return series(held.allowed.map((code) => codeWords(attribute.name, code)));
  const bounds = Object.keys(SIGNS).filter((name) => held[name] !== undefined);
  return series(bounds.map((name) => join(SIGNS[name], shown(attribute, held[name]), unitOf(attribute).words)));
}

/** A condition in one line, for those who read it. */
export function criterionWords(attributes, held) {
  const attribute = attributes.find((one) => one.name === held.attribute);
  return attribute ? join(attribute.title, both("：", ": "), required(attribute, held)) : held.attribute;
}

/** The editor of all conditions of a draft. */
export function criteriaEditor(attributes, criteria, changed) {
  const catalogue = { find: finder(attributes) };
  const list = el("ol", { class: "criteria" });
  let rows = [];
  const add = (held) => {
    const made = row(catalogue, held, () => {
      rows = rows.filter((one) => one !== made);
      made.node.remove();
      changed();
    });
    rows.push(made);
    list.append(made.node);
  };
  criteria.forEach(add);
  const options = el("datalist", { id: "attributes" }, ...attributes.map((one) => el("option", { value: text(one.title) })));
  const more = button(both("添加条件", "Add a condition"), () => {
    add({});
    changed();
    rows[rows.length - 1].node.querySelector("input").focus();
  }, "quiet");
  return {
    node: el("div", null, options, list, more),
    fail: (at, text) => rows[at] && rows[at].fail(text),
    clear: () => rows.forEach((one) => one.fail("")),
    read: () => {
      const made = rows.map((one) => one.read());
      return made.includes(null) ? null : made;
    },
  };
}
