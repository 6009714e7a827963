// Asks the platform. The session lives in a cookie that no script can read; what a change needs
// besides (CSRF, Idempotency-Key) is put here, so that no page repeats it.
import { languageTag, say } from "/site/language.js";

export const API = "/api/v1";
const unanswered = new Map();
let own = null;

/** Says something to the person at the foot of the page, read aloud where the page is. */
export function tell(text, kind = "") {
  const place = document.getElementById("message");
  place.className = kind;
  place.textContent = text;
}

/** Who is in: {user, role, organisation, csrf}, or null. Asked once; forget() asks again. */
export async function session() {
  if (own === null) {
    const answer = await ask("/sessions/own", undefined, { quiet: true });
    own = answer.ok ? answer.body : null;
  }
  return own;
}

export function enter(begun) {
  own = begun;
}

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
}

// The same submission keeps its key until an answer came: sent twice, it has one effect.
function keyOf(path, sent) {
  const name = path + "\n" + (typeof sent === "string" ? sent : "");
  if (!unanswered.has(name)) unanswered.set(name, key());
  return { name, value: unanswered.get(name) };
}

function request(path, body, more) {
  const headers = { "Accept": "application/json", "Accept-Language": languageTag(), ...more.headers };
  if (body === undefined) return { options: { headers } };
  const raw = body instanceof Blob;
  const sent = raw ? body : body === null ? undefined : JSON.stringify(body);
  const once = keyOf(path, sent);
  headers["Idempotency-Key"] = once.value;
  if (own) headers["X-CSRF-Token"] = own.csrf;
  if (body !== null && !raw) headers["Content-Type"] = "application/json";
  return { options: { method: "POST", headers, body: sent }, once };
}

/**
 * The answer of the platform: {ok, status, body}; body is the JSON, or a problem document
 * {title, detail, nextStep, field}. It is a GET without a body, a POST with one (null for none).
 */
export async function ask(path, body, more = {}) {
  const { options, once } = request(path, body, more);
  let answer;
  try {
    answer = await fetch(API + path, options);
  } catch (failure) {
    return offline();
  }
  if (once) unanswered.delete(once.name);
  if (answer.status === 401 && !more.quiet) return left(answer);
  return { ok: answer.ok, status: answer.status, headers: answer.headers, body: await read(answer) };
}

async function read(answer) {
  const kind = answer.headers.get("Content-Type") || "";
  return kind.includes("json") ? answer.json() : answer.blob();
}

function offline() {
  const title = say("无法连接平台，请稍后再试。", "The platform cannot be reached; try again later.");
  tell(title, "bad");
  return { ok: false, status: 0, body: { title } };
}

async function left(answer) {
  own = null;
  location.assign("/login?next=" + encodeURIComponent(location.pathname + location.hash));
  return { ok: false, status: 401, body: await read(answer) };
}

export function get(path) {
  return ask(path);
}

export function post(path, body) {
  return ask(path, body);
}
