// Builds what the desk shows. Words stand in both languages where they are written, and in the one
// that the person reads where they are built; the words of the platform's answers have the same form.
import * as site from "/site.js";

/** Words in both languages. */
export function both(zh, en) {
  return { zh, en };
}

/** Words, or what is in one language only, as the text to show. */
export function text(thing) {
  const words = thing !== null && typeof thing === "object" && typeof thing.zh === "string";
  return words ? site.say(thing.zh, thing.en) : thing;
}

/** Several pieces as one text. */
export function join(...pieces) {
  return pieces.map((one) => text(one) ?? "").join("");
}

/** Several words with the stop of the language between them; null where there are none. */
export function series(all) {
  return all.length ? all.map((one) => text(one)).join(site.say("、", ", ")) : null;
}

/** An element; attributes and content may be words. */
export function el(tag, attributes, ...content) {
  const named = Object.entries(attributes || {}).map(([name, value]) => [name, text(value)]);
  const shown = content.flat(Infinity).map((one) => (one === false ? null : text(one)));
  return site.el(tag, Object.fromEntries(named), ...shown);
}

/** A table that is a list of cards where the screen is narrow. */
export function table(caption, columns, rows) {
  const cell = (one) => {
    const shown = text(one);
    return shown === null || shown === undefined || shown === "" ? "—" : shown instanceof Node ? shown : String(shown);
  };
  const made = site.table(text(caption), columns.map(text), rows.map((cells) => cells.map(cell)));
  made.classList.add("cards");
  return made;
}

/** Names with their values; what is null is left out. */
export function facts(pairs) {
  return site.list(pairs.map(([name, value]) => [text(name), text(value)]));
}

export function button(words, click, kind) {
  return el("button", { type: "button", class: kind, click }, words);
}

/** A link to a view of this page. */
export function link(address, words) {
  return el("a", { href: "#" + address }, words);
}

export function section(title, ...content) {
  return el("section", { class: "card" }, el("h3", null, title), ...content);
}

export function hint(words) {
  return el("p", { class: "soft" }, words);
}

export function warning(words) {
  return el("p", { class: "note" }, words);
}

export function mark(words, kind) {
  return el("span", { class: ("mark " + (kind || "")).trim() }, words);
}

/** What stands where something was refused. */
export function refused(answer) {
  return el("p", { class: "error", role: "alert" }, site.problemText(answer.body));
}
