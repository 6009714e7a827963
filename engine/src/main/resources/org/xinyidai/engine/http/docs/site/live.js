// What comes over time: notices as they happen, further pages of a list, files.
import { API, ask, tell } from "/site/ask.js";
import { button, el } from "/site/build.js";
import { problemText } from "/site/forms.js";
import { languageTag, say } from "/site/language.js";

const COME_AGAIN_MS = 30000;

/**
 * Calls hear with each notice as it comes (server-sent events). A page that nobody looks at holds
 * no stream: a browser allows few connections to one host.
 */
export function live(hear) {
  let stream = null;
  const open = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(API + "/events");
    stream.addEventListener("notice", (event) => hear(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(open, COME_AGAIN_MS);
      }
    });
  };
  const close = () => {
    if (stream) stream.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  open();
}

/**
 * A list that is read page by page: load(next) returns {nodes, next}; next is null on the first
 * call and at the end. Empty says what stands there when there is nothing.
 */
export async function paged(load, empty) {
  const place = el("div", { class: "pages" });
  const more = async (next, pressed) => {
    const page = await load(next);
    if (pressed) pressed.remove();
    if (!page) return;
    place.append(...page.nodes);
    if (next === null && page.nodes.length === 0) place.append(el("p", { class: "empty" }, empty));
    if (page.next) place.append(button(say("更多", "More"), (made) => more(page.next, made), { class: "quiet" }));
    if (pressed && page.nodes[0] instanceof HTMLElement) {
      page.nodes[0].tabIndex = -1;
      page.nodes[0].focus();
    }
  };
  await more(null, null);
  return place;
}

/** Fetches a file of the API and hands it to the person under a name. */
export async function download(path, name, accept) {
  const answer = await ask(path, undefined, { headers: { "Accept": accept, "Accept-Language": languageTag() } });
  if (!answer.ok) {
    tell(problemText(answer.body), "bad");
    return;
  }
  const url = URL.createObjectURL(answer.body);
  const anchor = el("a", { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), COME_AGAIN_MS);
}
