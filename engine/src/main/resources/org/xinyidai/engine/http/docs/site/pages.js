// The pages of this platform and whose they are: the one place that knows. A page more is a line.
// The first page of a role is where it is led after coming in.
const PAGES = [
  { path: "/enterprise", roles: ["enterprise"], zh: "企业工作台", en: "My enterprise" },
  { path: "/work", roles: ["office"], zh: "工作台", en: "Workbench" },
  { path: "/audit", roles: ["auditor"], zh: "审计", en: "Audit" },
  { path: "/security", roles: ["security"], zh: "账号与授权", en: "Accounts and access" },
  { path: "/office", roles: ["office", "auditor"], zh: "考核与报表", en: "Targets and reports" },
  { path: "/lender", roles: ["bank"], zh: "金融机构工作台", en: "The lender's desk" },
  { path: "/docs", roles: ["source", "admin", "security", "bank", "enterprise"], zh: "接口说明", en: "API" },
  { path: "/verify", roles: ["source", "enterprise", "bank", "office", "auditor", "security", "admin"], zh: "报告核验", en: "Verify a report" },
];

export const ROLES = {
  source: ["数源单位", "source of data"],
  enterprise: ["企业", "enterprise"],
  bank: ["金融机构", "lender"],
  office: ["主管部门", "financing office"],
  auditor: ["审计员", "auditor"],
  security: ["安全管理员", "security administrator"],
  admin: ["管理员", "administrator"],
};

/** Who has notices. */
export const TOLD = ["source", "enterprise", "bank", "office", "auditor"];

export function pagesOf(role) {
  return PAGES.filter((page) => page.roles.includes(role));
}

/** Where a role is led after coming in: the page that was asked for if it is its own, else its first. */
export function homeOf(role, asked) {
  const own = pagesOf(role);
  const wanted = own.find((page) => asked && (asked === page.path || asked.startsWith(page.path + "#")));
  return wanted ? asked : own[0].path;
}
