package org.xinyidai.models.financing.report;

import org.xinyidai.models.product.Text;

/**
 * Where a reported line and the platform do not agree (对账差异).
 *
 * @param platform what the platform holds, as text; empty where it holds nothing
 * @param reported what the lender says
 */
public record Difference(Kind kind, ReportField field, String platform, String reported) {
  /** What kind of disagreement it is, and what settles it. */
  public enum Kind {
    UNKNOWN_APPLICATION(
        "平台没有该企业向贵机构提交的这笔申请；平台外发放的请办理认领",
        "the platform has no such application with you; claim a loan that was made outside"),
    SEVERAL_APPLICATIONS(
        "该企业有多笔申请，请填写申请编号", "the enterprise has several applications; name the one that is meant"),
    OTHER_LENDER("该申请不是向贵机构提交的，请核对申请编号", "the application is not with you; check its number"),
    OTHER_ENTERPRISE(
        "该申请不属于所报企业，请核对统一社会信用代码", "the application is another enterprise's; check the code"),
    VALUE_DIFFERS(
        "与平台记录不一致，请更正重报，或说明情况由主管部门处理", "differs; report it right, or explain it to the office"),
    STATE_DIFFERS("申请在平台上已是另一结果，请核实", "the application came to another end here; look into it"),
    ENTERPRISE_OWES(
        "企业尚未在平台选用该授信，已提醒企业；选用后请再次报送",
        "the enterprise has not taken up the grant here; it is told, report again when it has"),
    REFUSED(
        "办理流程不允许，请按所述原因更正重报",
        "the workflow does not allow it; mend what it names and report again"),
    LEFT_OUT(
        "平台有在贷记录而本月报送未包含，请补报", "is lent by the platform's book and missing in the file; report it");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public Text words() {
      return new Text(zh, en);
    }
  }

  /** Field, both values and the next step. */
  public Text words() {
    String both =
        platform.isEmpty() && reported.isEmpty()
            ? ""
            : "（平台：%s；报送：%s）".formatted(shown(platform), shown(reported));
    String bothEn =
        platform.isEmpty() && reported.isEmpty()
            ? ""
            : " (here: %s; reported: %s)".formatted(shown(platform), shown(reported));
    return new Text(
        field.titleZh() + "：" + kind.words().zh() + both,
        field.code() + ": " + kind.words().en() + bothEn);
  }

  private static String shown(String value) {
    return value.isEmpty() ? "—" : value;
  }
}
