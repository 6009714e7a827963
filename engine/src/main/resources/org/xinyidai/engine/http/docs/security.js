// Accounts and access (账号与授权): the security administrator lets people in and shuts them out.
import { $, start, views } from "/site.js";
import { account, accounts } from "/security/accounts.js";
import { invite, organisations } from "/security/invite.js";
import { keys } from "/security/keys.js";

start(["security"], () => views($("views"), [
  { id: "accounts", zh: "账户", en: "Accounts", draw: accounts },
  { id: "account", under: "accounts", hidden: true, zh: "账户管理", en: "One account", draw: account },
  { id: "invite", zh: "邀请", en: "Invite", draw: invite },
  { id: "organisations", zh: "机构", en: "Organisations", draw: organisations },
  { id: "keys", zh: "密钥", en: "Keys", draw: keys },
]));
