package org.xinyidai.models.financing.application;

import java.util.Arrays;
import java.util.Optional;
import org.xinyidai.models.product.Text;

/**
 * Why a lender says no (拒贷原因): a code that statistics and the national platform can count, the
 * reason in plain words, and what the enterprise can do about it. Requirement B4.
 */
public enum DenialReason {
  NOT_SERVED(
      "R01",
      "所属行业、地区或主体类型不在本产品服务范围",
      "the product does not serve this industry, district or kind of enterprise",
      "查看匹配结果中的其他产品，或转办其他机构",
      "look at the other matches, or give the application to another lender"),
  DOCUMENTS_INCOMPLETE(
      "R02",
      "申请材料不齐或逾期未补",
      "documents are missing or did not come in time",
      "备齐所列材料后重新申请",
      "complete the documents that were named and apply again"),
  FACTS_DIFFER(
      "R03",
      "申报信息与核查结果不一致",
      "what was declared differs from what was found",
      "核对申报内容；对平台数据有异议的可提出异议",
      "check what you declared; dispute a record of the platform that is wrong"),
  REPAYMENT_CAPACITY(
      "R04",
      "还款能力不足",
      "the income does not carry the repayments",
      "降低申请金额或延长期限后重新申请",
      "apply for less or for a longer term"),
  TURNOVER_LOW(
      "R05",
      "经营规模或流水低于准入标准",
      "turnover is below what the product asks for",
      "选择门槛较低的产品，或积累开票与结算流水后再申请",
      "choose a product with lower demands, or come back with more months of invoices"),
  DEBT_HIGH(
      "R06",
      "现有负债或在贷机构数偏高",
      "debts or the number of lenders are too high",
      "结清部分借款后再申请，或增加担保",
      "repay some loans first, or bring a guarantee"),
  CREDIT_RECORD(
      "R07",
      "征信或公共信用记录存在不良信息",
      "the credit record holds adverse entries",
      "核对记录；有误的提出异议，属实的申请信用修复",
      "check the record; dispute what is wrong and ask for repair of what is right"),
  TAX_RECORD(
      "R08",
      "纳税情况不符合要求",
      "the tax record does not meet the demands",
      "补申报、缴清欠税，关注下一年度纳税信用等级",
      "file and pay what is owed and watch next year's tax rating"),
  LITIGATION(
      "R09",
      "存在未决诉讼或被执行情况",
      "lawsuits or enforcement are pending",
      "履行义务并取得结案证明后再申请",
      "fulfil what was ruled and apply with the proof of closure"),
  PURPOSE(
      "R10",
      "资金用途不符合规定",
      "the money may not be used for this purpose",
      "按实际经营需要修改用途并提供合同或订单",
      "state the purpose as it is and bring contracts or orders"),
  SECURITY_SHORT(
      "R11",
      "担保不足",
      "the security is not enough",
      "邀请担保机构加入，或申请信用类产品",
      "invite a guarantee company, or choose an unsecured product"),
  OWNER_RECORD(
      "R12",
      "法定代表人或实际控制人不符合条件",
      "the legal representative or owner does not meet the conditions",
      "由本人查询并更正个人信用记录",
      "have the person check and correct the personal record"),
  QUOTA_USED(
      "R13",
      "产品额度已用完或暂停办理",
      "the product's budget is used up or paused",
      "转办其他机构，或待额度恢复后再申请",
      "give the application to another lender, or apply when it opens again"),
  NOT_REACHED(
      "R14",
      "多次联系未果",
      "the enterprise could not be reached",
      "更新联系方式后重新申请",
      "bring the contact up to date and apply again"),
  OTHER(
      "R99", "其他原因，见说明", "another reason, see the note", "按说明处理，或咨询该机构", "follow the note, or ask");

  private final String code;
  private final String zh;
  private final String en;
  private final String adviceZh;
  private final String adviceEn;

  DenialReason(String code, String zh, String en, String adviceZh, String adviceEn) {
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.adviceZh = adviceZh;
    this.adviceEn = adviceEn;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  public Text words() {
    return new Text(zh, en);
  }

  /** What the enterprise can do. */
  public Text advice() {
    return new Text(adviceZh, adviceEn);
  }

  public static Optional<DenialReason> ofCode(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
