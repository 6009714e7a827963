// What the pages of the office, the security administrator and the auditor share besides site.js.
import { ask, el, moment, say, table } from "/site.js";
import { ROLES } from "/site/pages.js";

const HOUR = 60;
const DAY = 24 * HOUR;

/** How many codes one request may name. */
const MOST_NAMES = 200;
const PAGE = 200;
const MOST_PAGES = 5;

/** A text that the server gives in both languages. */
export function both(text) {
  return say(text.zh, text.en);
}

/** A code of the server in English words: DUE_DILIGENCE becomes "due diligence". */
export function plain(code) {
  return code.toLowerCase().replaceAll("_", " ");
}

/** A table of things that are read one by one: on a phone each row stands as a card. */
export function rows(caption, columns, lines) {
  const made = table(caption, columns, lines);
  made.classList.add("rows");
  return made;
}

/** Words that stay on one line. */
export function short(text, kind = "") {
  return el("span", { class: ("short " + kind).trim() }, text);
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

/**
 * What enterprises are called, by code, all asked for at once: to open each file for its name would
 * be a reading. A code that is no enterprise's here is left out.
 */
export async function namesOf(codes) {
  const known = new Map();
  const wanted = [...new Set(codes.filter((code) => /^[0-9A-Z]{18}$/.test(code)))];
  for (let at = 0; at < wanted.length; at += MOST_NAMES) {
    const answer = await ask("/enterprise-names?uscc=" + wanted.slice(at, at + MOST_NAMES).join(","));
    if (answer.ok) answer.body.names.forEach((one) => known.set(one.uscc, one.name));
  }
  return known;
}

/**
 * A list that comes in pages, whole up to a thousand: more of a kind than a county's office has
 * waiting. Null where the server refused.
 */
export async function whole(path, member) {
  const all = [];
  let after = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask(path + "&limit=" + PAGE + after);
    if (!answer.ok) return null;
    all.push(...answer.body[member]);
    if (!answer.body.next) break;
    after = "&after=" + encodeURIComponent(answer.body.next);
  }
  return all;
}

/** Why a file is read, for those whose file it is: it stands in their log of readings. */
export function purpose(text) {
  return { headers: { "X-Purpose": encodeURIComponent(text) } };
}

/** Who took a step: the server says role and organisation. */
function actor(text) {
  const [role, ...organisation] = text.split(" ");
  return ROLES[role] ? [say(...ROLES[role]), ...organisation].join(" ") : text;
}

/** What was done in a case, the first step first. */
export function history(steps) {
  if (steps.length === 0) return el("p", { class: "empty" }, say("尚无办理记录。", "No step was taken yet."));
  const columns = [say("时间", "When"), say("步骤", "Step"), say("经办", "By"), say("说明", "Note")];
  return rows(say("办理经过", "Steps so far"), columns, steps.map((one) => [
    moment(one.at), say(one.stepZh || one.stateZh, plain(one.step || one.state)), actor(one.organisation || one.by), one.note || "—"]));
}
