// Builds what a page shows. Texts go in as texts, never as markup: what an enterprise or a lender
// wrote cannot become part of the page.
export const $ = (id) => document.getElementById(id);

/** An element: its attributes (class, type, on-handlers as functions, data by name) and its content. */
export function el(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else made.setAttribute(name, value);
  }
  made.append(...content.flat().filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

export function link(text, href, attributes = {}) {
  return el("a", { href, ...attributes }, text);
}

/** A button that is off while what it began is not done: nobody sends a thing twice. */
export function button(text, action, attributes = {}) {
  const made = el("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await action(made);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

export function card(title, ...content) {
  return el("section", { class: "card" }, title ? el("h3", {}, title) : null, ...content);
}

export function note(text, kind = "") {
  return el("p", { class: ("note " + kind).trim() }, text);
}

/** Names with their values; a pair without a value is left out. */
export function list(pairs) {
  const made = el("dl");
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    made.append(el("dt", {}, name), el("dd", {}, value));
  }
  return made;
}

/** A table; a cell is a text, a node, or {number: text} which stands right. */
export function table(caption, columns, rows) {
  const head = el("tr", {}, columns.map((one) => el("th", { scope: "col" }, one)));
  const body = rows.map((cells) => el("tr", {}, cells.map((one, at) => cell(one, columns[at]))));
  const made = el("table", {}, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, body));
  return el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, made);
}

function cell(one, column) {
  const number = one !== null && typeof one === "object" && !(one instanceof Node);
  const content = number ? one.number : one;
  return el("td", { class: number ? "number" : null, "data-column": column }, content ?? "");
}

/** What is there for those who want to know more. */
export function details(summary, ...content) {
  return el("details", {}, el("summary", {}, summary), ...content);
}

/** Short words in a row, such as states; a mark is {text, kind} with kind good, bad, warn or "". */
export function marks(all) {
  return el("p", { class: "marks" }, all.map((one) => el("span", { class: "mark " + (one.kind || "") }, one.text)));
}
