// Files that leave as the body of a change, and files that come as its answer.
import { ask } from "/site.js";
import { el } from "/lender/build.js";

const HELD_MS = 30000;
const TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** Sends a file as the body; its type goes by its name, which browsers know less well. */
export function sendFile(path, file) {
  const type = TYPES[file.name.split(".").pop().toLowerCase()] || "application/octet-stream";
  return ask(path, new Blob([file], { type }), { headers: { "Content-Type": type } });
}

/** Has a file made by a change, or fetched where there is no body, and saves it under the name the platform gives. */
export async function saveFile(path, accept, fallback, body) {
  const answer = await ask(path, body, { headers: { Accept: accept } });
  if (!answer.ok) return answer;
  const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
  const content = answer.body instanceof Blob ? answer.body : new Blob([JSON.stringify(answer.body)], { type: accept });
  const place = URL.createObjectURL(content);
  el("a", { href: place, download: named ? named[1] : fallback }).click();
  setTimeout(() => URL.revokeObjectURL(place), HELD_MS);
  return answer;
}
