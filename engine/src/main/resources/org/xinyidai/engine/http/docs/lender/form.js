// Forms made of named fields. A field reads what was typed into what the platform takes (fen, basis
// points, days), and a refusal stands beside the field that it names.
import { problemText } from "/site.js";
import { both, button, el, text } from "/lender/build.js";
import { scaled, unscaled } from "/lender/format.js";

const SCALES = { yuan: 2, wan: 6, percent: 2 };
const UNITS = {
  yuan: both("元", "yuan"),
  wan: both("万元", "× 10,000 yuan"),
  percent: "%",
  months: both("个月", "months"),
  days: both("天", "days"),
};
const UNREAD = {
  yuan: both("请填写金额，最多两位小数", "an amount with at most two decimals"),
  wan: both("请填写金额，最多六位小数", "an amount with at most six decimals"),
  percent: both("请填写百分数，最多两位小数", "a percentage with at most two decimals"),
  whole: both("请填写整数", "a whole number"),
};
const MISSING = both("必填", "Required");
let made = 0;

function isScaled(kind) {
  return kind in SCALES;
}

function isWhole(kind) {
  return kind === "whole" || kind === "months" || kind === "days";
}

function control(spec, id) {
  const shared = { id, name: spec.name, required: spec.required, "aria-describedby": id + "-more", autocomplete: "off" };
  if (spec.options) {
    const first = spec.required && spec.value ? [] : [el("option", { value: "" }, both("请选择", "choose"))];
    return el("select", shared, first, spec.options.map(([value, words]) => el("option", { value, selected: value === spec.value }, words)));
  }
  if (spec.kind === "words") return el("textarea", { ...shared, rows: 3, maxlength: spec.longest || 2000 }, spec.value);
  if (spec.kind === "file") return el("input", { ...shared, type: "file", accept: spec.accept });
  const value = isScaled(spec.kind) ? unscaled(spec.value, SCALES[spec.kind]) : spec.value;
  const type = { day: "date", month: "month" }[spec.kind] || "text";
  const mode = isScaled(spec.kind) ? "decimal" : isWhole(spec.kind) ? "numeric" : null;
  return el("input", { ...shared, type, value, inputmode: mode, maxlength: type === "text" ? spec.longest || 200 : null });
}

/** One field: its element, how it is read, and where a fault is shown. */
export function field(spec) {
  const id = "desk-" + ++made;
  const input = control(spec, id);
  const fault = el("span", { class: "error", role: "alert" });
  const unit = UNITS[spec.kind];
  const node = el(
    "div",
    { class: "field" },
    el("label", { for: id }, spec.title, spec.required ? el("span", { class: "must", "aria-hidden": "true" }, " *") : null),
    el("span", { class: "measured" }, input, unit ? el("span", { class: "unit" }, unit) : null),
    el("small", { id: id + "-more" }, spec.hint, fault),
  );
  const fail = (told) => {
    fault.textContent = told;
    if (told) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  return { name: spec.name, node, input, fail, read: () => read(spec, input, fail) };
}

/** The value, null where it is left out, undefined where it is at fault. */
function read(spec, input, fail) {
  fail("");
  if (spec.kind === "file") return input.files[0] || (spec.required ? refuse(fail, MISSING) : null);
  const typed = input.value.trim();
  if (!typed) return spec.required ? refuse(fail, MISSING) : null;
  if (!isScaled(spec.kind) && !isWhole(spec.kind)) return typed;
  const number = scaled(typed, SCALES[spec.kind] || 0);
  return number === null ? refuse(fail, UNREAD[spec.kind] || UNREAD.whole) : number;
}

function refuse(fail, words) {
  fail(text(words));
  return undefined;
}

/** What was typed, by name; null where a field is at fault, which then has the focus. */
export function values(fields) {
  const all = {};
  let first = null;
  for (const one of fields) {
    const value = one.read();
    if (value === undefined) first = first || one;
    else if (value !== null) all[one.name] = value;
  }
  if (first) first.input.focus();
  return first ? null : all;
}

/** Shows a refusal beside the field that it names, or else in the place given. */
export function showRefusal(body, fields, message) {
  const named = fields.find((one) => body.field === one.name || String(body.field).endsWith("." + one.name));
  message.textContent = named ? "" : problemText(body);
  if (named) {
    named.fail(problemText(body));
    named.input.focus();
  }
}

/**
 * A form of fields with one button. What is done with the values answers as calls do; then comes
 * next what follows on success.
 */
export function form(specs, words, act, next) {
  const fields = specs.map(field);
  const message = el("p", { class: "error", role: "alert" });
  const go = el("button", { type: "submit" }, words);
  const whole = el("form", { novalidate: true, autocomplete: "off" }, fields.map((one) => one.node), message, go);
  whole.addEventListener("submit", async (event) => {
    event.preventDefault();
    message.textContent = "";
    const all = values(fields);
    if (!all) return;
    go.disabled = true;
    const answer = await act(all);
    go.disabled = false;
    if (answer.ok) next(answer.body);
    else showRefusal(answer.body, fields, message);
  });
  return whole;
}

/** A button that does one thing and tells beside it where that was refused. */
export function action(words, act, next, kind) {
  const message = el("span", { class: "error", role: "alert" });
  const go = button(
    words,
    async () => {
      message.textContent = "";
      go.disabled = true;
      const answer = await act();
      go.disabled = false;
      if (answer.ok) next(answer.body);
      else message.textContent = problemText(answer.body);
    },
    kind,
  );
  return el("span", { class: "action" }, go, message);
}
