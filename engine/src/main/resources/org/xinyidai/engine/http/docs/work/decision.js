// A form in which a clerk takes a step and says why. Only the chosen step's fields are shown; what
// the server refuses stands beside the field that it names.
import { ask, el, field, form, note, say } from "/site.js";

const LONGEST = 500;

/**
 * wish.steps: code and title of each; wish.fields(code): further inputs {name, label, value};
 * wish.body(code, filled): what is sent to wish.path; wish.done(): after it was taken;
 * wish.noteless: no reason is asked for; wish.optional: none needs to be given.
 */
export function decision(wish) {
  if (wish.steps.length === 0) return note(say("目前无需您办理。", "Nothing is yours to do now."));
  const more = el("div", { class: "fields" });
  const show = (code) => more.replaceChildren(...inputs(wish, code));
  const only = wish.steps.length === 1;
  const choices = wish.steps.map((step) =>
    el("label", { class: "check" },
      el("input", { type: "radio", name: "step", value: step.code, required: true, checked: only, change: () => show(step.code) }),
      step.title));
  const fields = [
    el("fieldset", { class: "field" }, el("legend", {}, wish.title || say("办理", "Decide")), choices),
    more,
  ];
  if (!wish.noteless) {
    fields.push(field({ name: "note", type: "textarea", maxlength: LONGEST, required: !wish.optional,
      label: say("理由（会告知当事人）", "Reason (the parties are told)") }));
  }
  if (only) show(wish.steps[0].code);
  return form(fields, wish.submit || say("提交", "Send"), (filled) => send(wish, filled));
}

function inputs(wish, code) {
  return wish.fields ? wish.fields(code).map((one) => field({ maxlength: LONGEST, ...one })) : [];
}

async function send(wish, { step, ...filled }) {
  const answer = await ask(wish.path, wish.body(step ?? "", filled));
  if (answer.ok) wish.done(answer.body);
  return answer;
}
