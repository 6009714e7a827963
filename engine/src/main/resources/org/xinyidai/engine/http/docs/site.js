// What every page is built from, in one import: pages take what they need from here.
export { say, isEnglish, languageTag } from "/site/language.js";
export { $, el, link, button, card, list, note, table, details, marks } from "/site/build.js";
export { form, field, showProblem, problemText } from "/site/forms.js";
export { ask, get, post, session, tell, API } from "/site/ask.js";
export { yuan, wan, fenOfWan, percent, bpOfPercent, day, moment, months, today } from "/site/figures.js";
export { live, paged, download } from "/site/live.js";
export { start, views, openView } from "/site/start.js";
