// The workbench of the financing office (主管部门工作台): what waits, supervision, policy tools, and
// the matching day. Figures and words are the server's.
import { $, start, views } from "/site.js";
import { complaint, one, waiting } from "/work/waiting.js";
import { supervision } from "/work/supervision.js";
import { policy, tool } from "/work/policy.js";
import { matching } from "/work/matching.js";

start(["office"], (who) => views($("views"), [
  { id: "waiting", zh: "待办", en: "What waits", draw: () => waiting(who) },
  { id: "case", under: "waiting", hidden: true, zh: "办理", en: "One case", draw: (...parts) => one(who, ...parts) },
  { id: "complaint", under: "waiting", hidden: true, zh: "登记投诉", en: "A complaint", draw: complaint },
  { id: "supervision", zh: "监管", en: "Supervision", draw: (district) => supervision(who, district) },
  { id: "policy", zh: "政策工具", en: "Policy tools", draw: () => policy(who) },
  { id: "tool", under: "policy", hidden: true, zh: "发布政策工具", en: "Publish a tool", draw: tool },
  ...(who.division ? [] : [{ id: "matching", zh: "全市对接会", en: "Matching day", draw: matching }]),
]));
