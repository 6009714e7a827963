// Figures as people read them: money is fen inside and yuan outside, rates are basis points inside
// and percent outside, days are days in China. Nothing here goes through a floating figure.
import { languageTag, say } from "/site/language.js";

const CHINA = "Asia/Shanghai";
const WAN_FEN = 1000000;

/** Fen as yuan: 123450 becomes "1,234.50元". */
export function yuan(fen) {
  if (fen === null || fen === undefined) return "";
  const sign = fen < 0 ? "-" : "";
  const whole = Math.trunc(Math.abs(fen) / 100).toLocaleString("en-US");
  return sign + whole + "." + String(Math.abs(fen) % 100).padStart(2, "0") + say("元", " yuan");
}

/** Fen as ten thousands of yuan where they are so many: 50000000 becomes "50万元". */
export function wan(fen) {
  if (fen === null || fen === undefined) return "";
  if (Math.abs(fen) < WAN_FEN) return yuan(fen);
  return shifted(fen, 6) + say("万元", "0,000 yuan").replace(/^0,000/, " × 10,000");
}

/** What a person typed in ten thousands of yuan, as fen; null where it is no such amount. */
export function fenOfWan(text) {
  return scaled(text, 6);
}

/** Basis points as percent: 385 becomes "3.85%". */
export function percent(bp) {
  return bp === null || bp === undefined ? "" : shifted(bp, 2) + "%";
}

/** What a person typed in percent, as basis points; null where it is no such rate. */
export function bpOfPercent(text) {
  return scaled(text, 2);
}

function shifted(units, places) {
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  const whole = Number(digits.slice(0, -places)).toLocaleString("en-US");
  const part = digits.slice(-places).replace(/0+$/, "");
  return (units < 0 ? "-" : "") + whole + (part ? "." + part : "");
}

function scaled(text, places) {
  const parts = /^(\d{1,9})(?:\.(\d+))?$/.exec(String(text ?? "").trim());
  const decimals = parts ? (parts[2] || "").replace(/0+$/, "") : "";
  if (!parts || decimals.length > places) return null;
  return Number(parts[1] + decimals.padEnd(places, "0"));
}

/** A day "2026-11-22" as people write it. */
export function day(iso) {
  if (!iso) return "";
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  return say(`${year}年${month}月${date}日`, iso.slice(0, 10));
}

/** An instant as day and minute in China. */
export function moment(iso) {
  if (!iso) return "";
  const options = { timeZone: CHINA, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false };
  return new Intl.DateTimeFormat(languageTag() === "en" ? "en-GB" : "zh-CN", options).format(new Date(iso));
}

export function months(count) {
  return say(count + "个月", count === 1 ? "1 month" : count + " months");
}

/** Today in China, as "2026-11-22". */
export function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: CHINA }).format(new Date());
}
