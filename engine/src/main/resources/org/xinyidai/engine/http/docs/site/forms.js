// Forms: their fields bear the names that the API knows, so that a refusal stands beside its field.
import { el } from "/site/build.js";
import { tell } from "/site/ask.js";
import { say } from "/site/language.js";

let numbered = 0;

/**
 * A field with its label: {name, label, type, options, hint, value, required, ...attributes}.
 * The type may be that of an input, "select", "textarea" or "choices" (several may be chosen).
 */
export function field(spec) {
  const { label, type = "text", options = [], hint, ...attributes } = spec;
  const id = "field-" + ++numbered;
  const about = hint ? el("small", { id: id + "-hint" }, hint) : null;
  if (type === "choices") return choices(spec, about);
  const describedBy = about ? { "aria-describedby": about.id } : {};
  const input = control(type, options, { id, ...describedBy, ...attributes });
  if (type === "checkbox") return el("div", { class: "field check" }, input, el("label", { for: id }, label), about);
  return el("div", { class: "field" }, el("label", { for: id }, label), about, input);
}

function control(type, options, attributes) {
  if (type === "select") {
    const { value, ...rest } = attributes;
    return el("select", rest, options.map((one) => option(one, value)));
  }
  if (type === "textarea") {
    const { value, ...rest } = attributes;
    return el("textarea", { rows: 3, ...rest }, value ?? "");
  }
  return el("input", { type, ...attributes });
}

function option(one, value) {
  return el("option", { value: one.value, selected: one.value === value }, one.text);
}

function choices(spec, about) {
  const boxes = spec.options.map((one) =>
    el("label", { class: "check" },
      el("input", { type: "checkbox", name: spec.name, value: one.value, checked: one.checked, disabled: one.disabled }), one.text));
  return el("fieldset", { class: "field" }, el("legend", {}, spec.label), about, ...boxes);
}

/** A form of fields; send gets what is filled in and the form, and returns the answer that it got. */
export function form(fields, submit, send) {
  const made = el("form", { novalidate: false }, fields, el("button", { type: "submit" }, submit));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    submitted(made, send);
  });
  return made;
}

/** Sends what is filled in, shows a refusal beside its field; for forms that stand in the page. */
export async function submitted(made, send) {
  const submit = made.querySelector("[type=submit]");
  clear(made);
  submit.disabled = true;
  try {
    const answer = await send(filled(made), made);
    if (answer && !answer.ok) showProblem(answer.body, made);
  } finally {
    submit.disabled = false;
  }
}

// A name of several boxes becomes an array; what is empty is left out.
function filled(made) {
  const values = {};
  for (const [name, value] of new FormData(made)) {
    if (typeof value === "string" && value.trim() === "") continue;
    const several = made.querySelectorAll(`[type=checkbox][name="${name}"]`).length > 1;
    if (several) (values[name] ??= []).push(value);
    else values[name] = typeof value === "string" ? value.trim() : value;
  }
  return values;
}

function clear(made) {
  tell("");
  made.querySelectorAll(".error").forEach((one) => one.remove());
  made.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
}

/** What a problem document says, once each: title, detail, next step. */
export function problemText(problem) {
  const parts = [problem.title, problem.detail, problem.nextStep].filter(Boolean);
  const ended = parts.map((one) => (/[。.!！]$/.test(one) ? one : one + say("。", ".")));
  return ended.filter((one, at) => ended.indexOf(one) === at).join(say("", " "));
}

/** Shows a problem document beside the field that it names, else at the foot of the page. */
export function showProblem(problem, made = null) {
  const named = made && problem.field ? input(made, problem.field) : null;
  if (!named) {
    tell(problemText(problem), "bad");
    return;
  }
  const error = el("p", { class: "error", role: "alert", id: (named.id || "field") + "-error" }, problemText(problem));
  named.setAttribute("aria-invalid", "true");
  named.setAttribute("aria-errormessage", error.id);
  named.closest(".field, label").append(error);
  named.focus();
}

function input(made, name) {
  const last = name.split(".").pop().replace(/\[\d+\]$/, "");
  return made.querySelector(`[name="${CSS.escape(name)}"]`) || made.querySelector(`[name="${CSS.escape(last)}"]`);
}
