// The language of a page: Chinese until a person chooses English, which is then kept over pages.
const KEPT = "xyd.language";
const listeners = [];
let english = kept() === "en";

// A browser may forbid to keep anything; then each page begins in Chinese.
function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch (forbidden) {
    return null;
  }
}

function keep(language) {
  try {
    localStorage.setItem(KEPT, language);
  } catch (forbidden) {
    return;
  }
}

export function isEnglish() {
  return english;
}

/** The language for Accept-Language and for lang attributes. */
export function languageTag() {
  return english ? "en" : "zh-CN";
}

/** The one of two texts that the person reads. */
export function say(zh, en) {
  return english ? en : zh;
}

/** Texts that stand in the page itself: each element with data-en shows it in English. */
export function translate(root = document) {
  for (const element of root.querySelectorAll("[data-en]")) {
    element.dataset.zh ??= element.textContent;
    element.textContent = english ? element.dataset.en : element.dataset.zh;
  }
  document.documentElement.lang = languageTag();
  const heading = document.querySelector("h1");
  if (heading) document.title = heading.textContent + " · 信易贷 xinyidai";
}

export function whenSwitched(listener) {
  listeners.push(listener);
}

export function switchLanguage() {
  english = !english;
  keep(english ? "en" : "zh");
  translate();
  for (const listener of listeners) listener();
}
