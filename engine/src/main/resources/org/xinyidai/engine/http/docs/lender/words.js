// Words for the codes of the platform, in both languages.
import { both } from "/lender/build.js";

function lookup(table) {
  return (code) => (table[code] ? both(...table[code]) : both(String(code), String(code)));
}

function options(table) {
  return Object.keys(table).map((code) => [code, both(...table[code])]);
}

const STATES = {
  SUBMITTED: ["已提交", "submitted"],
  ACCEPTED: ["已受理", "accepted"],
  DUE_DILIGENCE: ["尽职调查中", "in due diligence"],
  GRANTED: ["已授信，待企业选用", "granted, for the enterprise to take up"],
  TAKEN_UP: ["企业已选用", "taken up"],
  CONTRACTED: ["已签约", "contract signed"],
  LENT: ["还款中", "lent"],
  OVERDUE: ["逾期", "overdue"],
  SETTLED: ["已结清", "settled"],
  DECLINED: ["不予受理", "declined"],
  REFUSED: ["审批未通过", "refused"],
  WITHDRAWN: ["企业撤回", "withdrawn"],
  NOT_CHOSEN: ["企业选用他行", "another lender was chosen"],
  EXPIRED: ["已失效", "expired"],
  REASSIGNED: ["已转办他行", "given to another lender"],
};
const STEPS = {
  file: ["提交申请", "filed"],
  accept: ["受理", "accept"],
  decline: ["不予受理", "decline"],
  investigate: ["开始尽职调查", "begin due diligence"],
  ask_documents: ["要求补件", "ask for documents"],
  supply_documents: ["提交补件", "documents supplied"],
  invite_guarantor: ["邀请担保机构", "invite a guarantor"],
  guarantee: ["同意担保", "guarantee"],
  decline_guarantee: ["不予担保", "decline to guarantee"],
  refuse: ["审批不通过", "refuse"],
  grant: ["授信", "grant"],
  take_up: ["选用授信", "taken up"],
  sign: ["登记合同", "enter the contract"],
  draw_down: ["登记放款", "enter a draw-down"],
  repay: ["登记还款", "enter a repayment"],
  report_overdue: ["报告逾期", "report overdue"],
  settle: ["结清", "settle"],
  refinance: ["无还本续贷结清", "settled by a renewal"],
  withdraw: ["撤回申请", "withdrawn"],
  pass_over: ["企业选用他行", "another lender was chosen"],
  reassign: ["转办其他机构", "given to another lender"],
  urge: ["主管部门督办", "urged by the office"],
  remind: ["平台催办", "reminded by the platform"],
  expire: ["到期失效", "expired"],
};
const PURPOSES = {
  workingCapital: ["日常经营周转", "working capital"],
  orderFulfilment: ["订单履约", "fulfilment of an order"],
  equipment: ["设备购置", "equipment"],
  research: ["研发投入", "research"],
  payroll: ["薪酬支付", "payroll"],
  refinancing: ["转贷续贷", "refinancing"],
  other: ["其他用途", "another purpose"],
};
const SECURITY = {
  credit: ["信用", "credit"],
  guarantee: ["保证", "guarantee"],
  mortgage: ["抵押", "mortgage"],
  pledge: ["质押", "pledge"],
  riskShared: ["风险分担", "shared risk"],
};
const CATEGORIES = {
  identity: ["登记信息", "registration"],
  score: ["信用评分与理由", "score and reasons"],
  features: ["信用特征", "features"],
  records: ["原始记录", "records"],
};
const PARTIES = {
  ENTERPRISE: ["企业", "enterprise"],
  LENDER: ["贷款机构", "lender"],
  GUARANTOR: ["担保机构", "guarantor"],
  OFFICE: ["主管部门", "office"],
  PLATFORM: ["平台", "platform"],
};
const REMINDERS = {
  OFFICER: ["经办人（5个工作日）", "the officer (5 working days)"],
  BRANCH_HEAD: ["网点负责人（8个工作日）", "the head of the branch (8 working days)"],
  LENDER_HEAD: ["机构负责人（10个工作日）", "the head of the lender (10 working days)"],
  OFFICE: ["主管部门（已超期）", "the office (past the term)"],
};
const LENDERS = {
  bank: ["银行", "bank"],
  guarantee: ["融资担保公司", "guarantee company"],
  smallLoan: ["小额贷款公司", "small-loan company"],
  pawn: ["典当行", "pawn shop"],
};
const ANSWERS = {
  INVITED: ["已邀请，待答复", "invited"],
  AGREED: ["同意担保", "agreed"],
  DECLINED: ["不予担保", "declined"],
};
const VERSIONS = {
  offered: ["在售", "offered"],
  superseded: ["已被新版本取代", "superseded"],
  future: ["待生效", "in effect later"],
  ended: ["已到期", "ended"],
  withdrawn: ["已下架", "withdrawn"],
};
const STAGES = {
  draft: ["起草中", "draft"],
  signed: ["已复核签发", "signed"],
  published: ["已发布", "published"],
  discarded: ["已作废", "discarded"],
};

export const stateWords = lookup(STATES);
export const stepWords = lookup(STEPS);
export const purposeWords = lookup(PURPOSES);
export const securityWords = lookup(SECURITY);
export const categoryWords = lookup(CATEGORIES);
export const partyWords = lookup(PARTIES);
export const reminderWords = lookup(REMINDERS);
export const guaranteeWords = lookup(ANSWERS);
export const versionWords = lookup(VERSIONS);
export const stageWords = lookup(STAGES);
export const SECURITY_OPTIONS = options(SECURITY);
export const PURPOSE_OPTIONS = options(PURPOSES);
export const LENDER_OPTIONS = options(LENDERS);
