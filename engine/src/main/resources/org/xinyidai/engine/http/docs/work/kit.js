// What the pages of the office, the security administrator and the auditor share besides site.js.
import { moment, say, table } from "/site.js";

const HOUR = 60;
const DAY = 24 * HOUR;

/** A text that the server gives in both languages. */
export function both(text) {
  return say(text.zh, text.en);
}

/** A code of the server in English words: DUE_DILIGENCE becomes "due diligence". */
export function plain(code) {
  return code.toLowerCase().replaceAll("_", " ");
}

/** A figure in a table; a dash where it is not known. */
export function figure(shown) {
  return { number: shown === null || shown === undefined ? "—" : String(shown) };
}

/** A share of 0 to 1 in percent; a dash where it is not known. */
export function share(value) {
  return value === null || value === undefined ? "—" : (value * 100).toFixed(1) + "%";
}

/** Minutes in the unit that a person would say. */
export function span(minutes) {
  if (minutes === null || minutes === undefined) return "—";
  if (minutes < HOUR) return say(minutes + " 分钟", minutes + " min");
  if (minutes < DAY) return say((minutes / HOUR).toFixed(1) + " 小时", (minutes / HOUR).toFixed(1) + " h");
  return say((minutes / DAY).toFixed(1) + " 天", (minutes / DAY).toFixed(1) + " days");
}

/** Why a file is read, for those whose file it is: it stands in their log of readings. */
export function purpose(text) {
  return { headers: { "X-Purpose": encodeURIComponent(text) } };
}

/** What was done in a case, the first step first. */
export function history(steps) {
  const columns = [say("时间", "When"), say("步骤", "Step"), say("经办", "By"), say("说明", "Note")];
  return table(say("办理经过", "Steps so far"), columns, steps.map((one) => [
    moment(one.at), say(one.stepZh || one.stateZh, plain(one.step || one.state)), one.organisation || one.by, one.note || "—"]));
}
