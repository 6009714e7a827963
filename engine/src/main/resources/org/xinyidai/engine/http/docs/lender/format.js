// Numbers as they are typed and shown. Money is whole fen and rates are whole basis points in every
// call; what is typed is read digit by digit, for 0.29 is no number of a computer.
import { isEnglish, today, wan, yuan } from "/site.js";

const DAY_MS = 86400000;

/** Fen as people write them; null where there are none. */
export function money(fen) {
  if (fen === null || fen === undefined) return null;
  return isEnglish() ? yuan(fen) : wan(fen);
}

/** A day so many days after today in China. */
export function dayFromNow(days) {
  return new Date(Date.parse(today()) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another, both as YYYY-MM-DD. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** A written decimal times ten to the power of digits as a whole number; null where it is none. */
export function scaled(text, digits) {
  const written = text.trim().replace(/[,，\s]/g, "");
  const parts = /^(-?)(\d{1,12})(?:\.(\d*))?$/.exec(written);
  if (!parts) return null;
  const fraction = (parts[3] || "").replace(/0+$/, "");
  if (fraction.length > digits) return null;
  const whole = Number(parts[2] + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(whole) ? (parts[1] ? -whole : whole) : null;
}

/** The other way: a whole number as a decimal, without needless noughts; empty for none. */
export function unscaled(number, digits) {
  if (number === null || number === undefined) return "";
  const text = String(Math.abs(number)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  return (number < 0 ? "-" : "") + whole + (fraction ? "." + fraction : "");
}
