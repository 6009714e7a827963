// Questions to lenders and their answers, with how much of each thread is unread.
import { button, card, download, el, field, form, get, link, marks, moment, note, openView, paged, post, say } from "/site.js";
import { ask as send } from "/site/ask.js";
import { instead, lenderTitle, products } from "/enterprise/context.js";

const LONGEST = 2000;
const KINDS = { product: ["产品咨询", "About a product"], demand: ["需求咨询", "About a demand"], application: ["申请咨询", "About an application"] };
const FILES = "application/pdf,image/png,image/jpeg,.xlsx,.docx";

export async function questions() {
  const threads = await paged(async (next) => {
    const answer = await get("/inquiries?limit=20" + (next ? "&after=" + encodeURIComponent(next) : ""));
    if (!answer.ok) return { nodes: [instead(answer)], next: null };
    return { nodes: await Promise.all(answer.body.inquiries.map(line)), next: answer.body.next };
  }, say("还没有提问。在匹配的产品或申请页可以向机构提问。", "No question yet: ask beside an offer or an application."));
  return [threads];
}

async function line(one) {
  const state = one.unread > 0 ? { text: say(`${one.unread}条未读`, `${one.unread} unread`), kind: "warn" }
    : one.awaitsAnswer ? { text: say("等待答复", "waiting"), kind: "" } : { text: say("已答复", "answered"), kind: "good" };
  return card(null,
    el("p", {}, link(say(...KINDS[one.about.kind]) + " · " + (await subject(one)), "#question/" + encodeURIComponent(one.id))),
    el("p", { class: "soft" }, await lenderTitle(one.lender)), marks([state]),
    el("small", {}, moment(one.lastAt)));
}

async function subject(one) {
  const product = one.about.kind === "product" ? (await products()).get(one.about.id) : null;
  return product ? say(product.nameZh, product.nameEn) : one.about.id;
}

export async function question(id) {
  const address = "/inquiries/" + encodeURIComponent(id);
  const answer = await get(address);
  if (!answer.ok) return [instead(answer)];
  if (answer.body.unread > 0) await post(address + "/read", null);
  return [
    card((await lenderTitle(answer.body.lender)) + " · " + (await subject(answer.body)), el("ol", { class: "talk" }, answer.body.messages.map((one) => message(one, address)))),
    card(say("继续说", "Say more"),
      form([field({ name: "text", type: "textarea", label: say("内容", "Text"), required: true, maxlength: LONGEST })], say("发送", "Send"), async (filled) => {
        const sent = await post(address + "/messages", { text: filled.text });
        if (sent.ok) openView("question/" + id, say("已发送。", "Sent."));
        return sent;
      }),
      form([field({ name: "file", type: "file", label: say("或发送文件（PDF、图片、XLSX、DOCX，不超过5MB）", "Or a file (PDF, image, XLSX, DOCX, 5 MiB at most)"), accept: FILES, required: true })],
        say("发送文件", "Send the file"), (filled) => upload(filled.file, id, address))),
  ];
}

async function upload(file, id, address) {
  const sent = await send(address + "/files?name=" + encodeURIComponent(file.name), file, { headers: { "Content-Type": file.type } });
  if (sent.ok) openView("question/" + id, say("文件已发送。", "The file was sent."));
  return sent;
}

function message(one, address) {
  const mine = one.from === "enterprise";
  const file = one.file ? button(one.file.name, () => download(address + "/files/" + one.number, one.file.name, one.file.contentType), { class: "quiet" }) : null;
  return el("li", { class: mine ? "mine" : "theirs" },
    el("span", { class: "soft" }, (mine ? say("本企业", "You") : say("金融机构", "Lender")) + " · " + moment(one.at)),
    one.text ? el("div", {}, one.text) : null, file);
}

export async function ask(kind, id) {
  if (!KINDS[kind]) return [note(say("请从产品或申请页提问。", "Ask beside an offer or an application."))];
  const about = { kind, id };
  return [card(say(...KINDS[kind]) + " · " + (await subject({ about })),
    form([field({ name: "text", type: "textarea", label: say("您想问什么", "Your question"), required: true, maxlength: LONGEST })], say("提问", "Ask"), async (filled) => {
      const answer = await post("/inquiries", { about, text: filled.text });
      if (answer.ok) openView("question/" + answer.body.id, say("已提问，答复会在通知中告知。", "Asked; a notice tells of the answer."));
      return answer;
    }))];
}
