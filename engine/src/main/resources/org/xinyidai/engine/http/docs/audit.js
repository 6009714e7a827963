// The audit (审计): who changed what, whether the chain holds, and who read whose file.
import { $, start, views } from "/site.js";
import { entries } from "/audit/entries.js";
import { chain, readings } from "/audit/chain.js";

start(["auditor"], () => views($("views"), [
  { id: "entries", zh: "操作审计", en: "Who changed what", draw: entries },
  { id: "chain", zh: "审计链核验", en: "The chain", draw: chain },
  { id: "readings", zh: "查阅日志", en: "Who read", draw: readings },
]));
