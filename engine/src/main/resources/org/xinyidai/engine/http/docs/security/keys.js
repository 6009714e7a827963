// Keys of the store (数据密钥): which there are, and a new one.
import { ask, button, el, list, moment, note, openView, problemText, say, showProblem, table, tell } from "/site.js";
import { figure } from "/site/kit.js";

const PAUSE_MS = 1000;

/** How often it is looked whether a rotation ended: ten minutes. */
const ROUNDS = 600;
const NOT_FOUND = 404;

let done = "";

/** The keys, and a button to rotate them. */
export async function keys() {
  const answer = await ask("/keys");
  if (answer.status === NOT_FOUND) return note(say("本平台未启用静态加密。", "Nothing is encrypted at rest here."));
  if (!answer.ok) return note(problemText(answer.body), "bad");
  tell(done, done ? "good" : "");
  done = "";
  const columns = [say("编号", "Number"), say("启用时间", "Made at"), say("其下数据条数", "Values under it"), say("当前使用", "In use")];
  return [list([[say("主密钥标识", "Master key"), answer.body.masterKey]]),
    table(say("数据密钥", "Keys of the data"), columns, answer.body.keys.map((one) => [
      figure(one.number), moment(one.madeAt), figure(one.values), one.seals ? say("是", "yes") : "—"])),
    el("p", {}, say("轮换后新数据用新密钥，旧数据随后逐条重新加密；平台照常服务。", "New data goes under the new key, old data is sealed anew; the platform serves on.")),
    button(say("轮换密钥", "Rotate the keys"), rotate)];
}

async function rotate() {
  const started = await ask("/keys/rotations", null);
  if (!started.ok) {
    showProblem(started.body);
    return;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const task = await ask("/tasks/" + started.body.id);
    if (!task.ok) return;
    const state = say(task.body.stateZh, task.body.state.toLowerCase()) + " " + (task.body.message || task.body.done);
    tell(state);
    if (task.body.endedAt) {
      done = state;
      await openView("keys");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
