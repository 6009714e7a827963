// The desk of a lender (金融机构工作台): applications, screening, products, questions, reports, notices.
// All figures and decisions are the platform's; this page asks and shows.
import * as application from "/lender/application.js";
import { el } from "/lender/build.js";
import * as draft from "/lender/draft.js";
import * as inbox from "/lender/inbox.js";
import * as leads from "/lender/leads.js";
import * as matters from "/lender/matters.js";
import { hear, news } from "/lender/notices.js";
import * as notices from "/lender/notices.js";
import * as products from "/lender/products.js";
import * as questions from "/lender/questions.js";
import * as reports from "/lender/reports.js";
import * as screen from "/lender/screen.js";
import { $, live, start, views } from "/site.js";

/** A view of the page; what it shows, it puts into an element of its own. */
function view(id, zh, en, module, more = {}) {
  const draw = async (...parts) => {
    const place = el("div");
    await module.show(place, ...parts);
    return place;
  };
  return { id, zh, en, draw, ...more };
}

const VIEWS = [
  view("inbox", "融资申请", "Applications", inbox),
  view("application", "申请办理", "Application", application, { hidden: true, under: "inbox" }),
  view("screen", "优企筛选", "Screening", screen),
  view("leads", "线索", "Leads", leads, { hidden: true, under: "screen" }),
  view("products", "产品管理", "Products", products),
  view("product", "产品", "Product", products, { hidden: true, under: "products" }),
  view("draft", "产品起草", "Draft", draft, { hidden: true, under: "products" }),
  view("questions", "银企问答", "Questions", questions),
  view("reports", "贷款报送", "Reports", reports),
  view("report", "报送批次", "Report", reports, { hidden: true, under: "reports" }),
  view("matters", "督办投诉", "Notices and complaints", matters),
  view("notices", "通知", "Notices", notices),
];

let heard = false;

start(["bank"], async () => {
  if (!heard) live(hear);
  heard = true;
  await Promise.all([views($("desk"), VIEWS), news()]);
});
