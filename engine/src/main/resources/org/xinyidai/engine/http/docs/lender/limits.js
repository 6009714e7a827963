// The formula of the limit, edited without code: a multiple of an amount, a share of an amount less
// debts, or a cap for each code of a class. The least of all parts holds.
import { both, button, el, text } from "/lender/build.js";
import { codeWords } from "/lender/codes.js";
import { scaled, unscaled } from "/lender/format.js";

const KINDS = [
  ["factorOf", both("金额的倍数", "a multiple of an amount")],
  ["shareLessDebts", both("金额的比例减负债", "a share of an amount less debts")],
  ["capByCode", both("按等级封顶", "a cap by class")],
];
const DEBTS = "debts_fen";

/** Factors and shares are kept to four decimals; a share is typed in percent. */
const PER = 10000;
const UNREAD = both("请选择属性并填写数值", "choose an attribute and give its numbers");

function chooser(attributes, held) {
  return el("select", { "aria-label": both("属性", "Attribute") }, el("option", { value: "" }, both("请选择", "choose")), ...attributes.map((one) => el("option", { value: one.name, selected: one.name === held.attribute }, one.title)));
}

function amount(attributes, held, name, unit, label) {
  const choice = chooser(attributes.filter((one) => one.unit === "FEN"), held);
  const digits = name === "share" ? 2 : 4;
  const input = el("input", { type: "text", inputmode: "decimal", label, value: held[name] === undefined ? "" : unscaled(Math.round(held[name] * PER), digits), autocomplete: "off" });
  return {
    nodes: [choice, el("span", { class: "measured" }, "× ", input, el("span", { class: "unit" }, unit))],
    read: () => {
      const number = scaled(input.value, digits);
      return choice.value && number !== null ? { attribute: choice.value, [name]: number / PER } : null;
    },
  };
}

function caps(attributes, held) {
  const choice = chooser(attributes.filter((one) => one.codes), held);
  const place = el("span", { class: "choices" });
  let inputs = [];
  const draw = (values) => {
    const attribute = attributes.find((one) => one.name === choice.value);
    inputs = attribute ? attribute.codes.map((code) => [code, el("input", { type: "text", inputmode: "decimal", value: unscaled(values[code], 6), autocomplete: "off" })]) : [];
    place.replaceChildren(...inputs.map(([code, input]) => el("label", { class: "choice" }, codeWords(choice.value, code), " ", input, el("span", { class: "unit" }, both("万元", "10,000 yuan")))));
  };
  choice.addEventListener("change", () => draw({}));
  draw(held.capFen || {});
  return {
    nodes: [choice, place],
    read: () => {
      const capFen = {};
      for (const [code, input] of inputs) {
        if (!input.value.trim()) continue;
        capFen[code] = scaled(input.value, 6);
        if (capFen[code] === null) return null;
      }
      return Object.keys(capFen).length ? { attribute: choice.value, capFen } : null;
    },
  };
}

function parts(kind, attributes, held) {
  if (kind === "capByCode") return caps(attributes, held);
  if (kind === "factorOf") return amount(attributes, held, "factor", both("倍", "times"), both("倍数", "factor"));
  const share = amount(attributes, held, "share", both("% 减现有负债", "% less present debts"), both("比例", "share"));
  return {
    nodes: share.nodes,
    read: () => {
      const made = share.read();
      return made && { ...made, debts: held.debts || DEBTS };
    },
  };
}

function row(attributes, held, remove) {
  const kind = el("select", { "aria-label": both("测算方式", "How") }, ...KINDS.map(([code, words]) => el("option", { value: code, selected: code === held.type }, words)));
  const place = el("span", { class: "operands" });
  const fault = el("span", { class: "error", role: "alert" });
  let part;
  const draw = (values) => {
    part = parts(kind.value, attributes, values);
    place.replaceChildren(...part.nodes);
  };
  kind.addEventListener("change", () => draw({}));
  draw(held);
  const fail = (text) => {
    fault.textContent = text;
  };
  return {
    node: el("li", { class: "criterion" }, kind, place, button(both("删除", "Remove"), remove, "quiet"), fault),
    fail,
    read: () => {
      const made = part.read();
      fail(made ? "" : text(UNREAD));
      return made && { type: kind.value, ...made };
    },
  };
}

/** The editor of all parts of the formula. */
export function limitsEditor(attributes, limits, changed) {
  const list = el("ol", { class: "criteria" });
  let rows = [];
  const add = (held) => {
    const made = row(attributes, held, () => {
      rows = rows.filter((one) => one !== made);
      made.node.remove();
      changed();
    });
    rows.push(made);
    list.append(made.node);
  };
  limits.forEach(add);
  const more = button(both("添加测算规则", "Add a part"), () => {
    add({ type: "factorOf" });
    changed();
  }, "quiet");
  return {
    node: el("div", null, list, more),
    fail: (at, text) => rows[at] && rows[at].fail(text),
    read: () => {
      const made = rows.map((one) => one.read());
      return made.includes(null) ? null : made;
    },
  };
}
