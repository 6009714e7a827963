// Words for the codes of attributes: sizes, sections of industry (GB/T 4754), forms and states. What
// has no words here is shown as its code.
import { both } from "/lender/build.js";

const SIZES = { MICRO: ["微型企业", "micro"], SMALL: ["小型企业", "small"], MEDIUM: ["中型企业", "medium"], LARGE: ["大型企业", "large"] };
const SUBJECTS = {
  FIRM: ["企业", "firm"],
  SOLE_TRADER: ["个体工商户", "sole trader"],
  FARMER_COOPERATIVE: ["农民专业合作社", "farmers' cooperative"],
  FARMER: ["农户、家庭农场", "farmer"],
};
const STATUSES = {
  ACTIVE: ["存续", "active"],
  REVOKED: ["吊销", "revoked"],
  DEREGISTERED: ["注销", "deregistered"],
  MOVED: ["迁出", "moved away"],
  ABNORMAL: ["经营异常", "abnormal"],
  LIQUIDATING: ["清算中", "in liquidation"],
  BANKRUPT: ["破产", "bankrupt"],
};
const SECTIONS = {
  A: ["农、林、牧、渔业", "farming, forestry, fishing"],
  B: ["采矿业", "mining"],
  C: ["制造业", "manufacturing"],
  D: ["电力、热力、燃气及水生产和供应业", "electricity, heat, gas and water"],
  E: ["建筑业", "construction"],
  F: ["批发和零售业", "wholesale and retail"],
  G: ["交通运输、仓储和邮政业", "transport, storage and post"],
  H: ["住宿和餐饮业", "hotels and catering"],
  I: ["信息传输、软件和信息技术服务业", "information and software"],
  J: ["金融业", "finance"],
  K: ["房地产业", "real estate"],
  L: ["租赁和商务服务业", "leasing and business services"],
  M: ["科学研究和技术服务业", "research and technical services"],
  N: ["水利、环境和公共设施管理业", "water, environment and public facilities"],
  O: ["居民服务、修理和其他服务业", "household and other services"],
  P: ["教育", "education"],
  Q: ["卫生和社会工作", "health and social work"],
  R: ["文化、体育和娱乐业", "culture, sports and entertainment"],
  S: ["公共管理、社会保障和社会组织", "public administration"],
  T: ["国际组织", "international organisations"],
};
const TIERS = {
  noneKnown: ["未知", "none known"],
  technologySme: ["科技型中小企业", "technology SME"],
  highTech: ["高新技术企业", "high-tech firm"],
  specialisedNew: ["专精特新", "specialised and new"],
  littleGiant: ["专精特新“小巨人”", "little giant"],
};
const ENVIRONMENT = { BLACK: ["黑", "black"], RED: ["红", "red"], YELLOW: ["黄", "yellow"], BLUE: ["蓝", "blue"], GREEN: ["绿", "green"] };
const EVALUATION = { poor: ["差", "poor"], medium: ["中", "medium"], good: ["良", "good"], excellent: ["优", "excellent"] };
const OF = {
  size_class: SIZES,
  subject_type: SUBJECTS,
  registration_status: STATUSES,
  industry_section: SECTIONS,
  technology_tier: TIERS,
  environmental_rating_class: ENVIRONMENT,
  public_credit_class: EVALUATION,
};

/** A code of an attribute in words. */
export function codeWords(attribute, code) {
  const known = OF[attribute] && OF[attribute][code];
  if (known) return both(attribute === "industry_section" ? code + " " + known[0] : known[0], known[1]);
  if (attribute === "stars") return both(code + "星", code + " stars");
  return both(String(code), String(code));
}
