package org.xinyidai.connectors.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.FinancingResult.DrawDown;
import org.xinyidai.connectors.feedback.FinancingResult.Grant;
import org.xinyidai.connectors.feedback.FinancingResult.Standing;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** What the fields of a sound shape must be to each other (逻辑校验规则). */
final class ResultRules {
  private final FinancingResult result;
  private final List<ResultFault> faults = new ArrayList<>();

  private ResultRules(FinancingResult result) {
    this.result = result;
  }

  static List<ResultFault> faults(FinancingResult result) {
    ResultRules rules = new ResultRules(result);
    rules.codes();
    rules.head();
    Grant grant = result.grant();
    if (grant != null) {
      rules.grant(grant);
    }
    DrawDown drawDown = result.drawDown();
    if (drawDown != null) {
      rules.drawDown(drawDown, grant);
    }
    Standing standing = result.standing();
    if (standing != null) {
      rules.standing(standing, grant);
    }
    rules.reason(result.reason());
    return rules.faults;
  }

  private void codes() {
    String zh = "统一社会信用代码校验位错误";
    String en = "a check character of this unified code is wrong";
    refuse(
        !Uscc.isWellFormed(result.enterprise().uscc()),
        "enterprise.uscc",
        Code.CHECK_CHARACTERS,
        zh,
        en);
    refuse(
        !Uscc.isWellFormed(result.institution().code()),
        "institution.code",
        Code.CHECK_CHARACTERS,
        zh,
        en);
  }

  private void head() {
    refuse(
        result.reportedAt().isBefore(result.occurredAt()),
        "reportedAt",
        Code.DATES_DISORDERED,
        "上报时间早于发生时间",
        "reported before it occurred");
    refuse(
        result.id().equals(result.corrects()),
        "corrects",
        Code.PARTS_DISAGREE,
        "更正记录不能更正自身，请使用新编号",
        "a result cannot correct itself: give it an id of its own");
  }

  private void grant(Grant grant) {
    refuse(
        grant.endOn().isBefore(grant.startOn()),
        "grant.endOn",
        Code.DATES_DISORDERED,
        "授信终止日早于起始日",
        "the grant ends before it starts");
    refuse(
        grant.creditLoan() != (grant.guaranteeMode() == SecurityMode.CREDIT),
        "grant.creditLoan",
        Code.PARTS_DISAGREE,
        "信用贷款标志与担保方式不一致",
        "says otherwise than the guarantee mode");
  }

  private void drawDown(DrawDown drawDown, @Nullable Grant grant) {
    refuse(
        drawDown.dueOn().isBefore(drawDown.drawnOn()),
        "drawDown.dueOn",
        Code.DATES_DISORDERED,
        "到期日早于放款日",
        "due before it was drawn");
    refuse(
        drawDown.drawnOn().isAfter(result.reportedOn()),
        "drawDown.drawnOn",
        Code.DATES_DISORDERED,
        "放款日晚于上报日",
        "drawn after it was reported");
    if (grant != null) {
      refuse(
          drawDown.amountFen() > grant.amountFen(),
          "drawDown.amountFen",
          Code.AMOUNTS_DISAGREE,
          "放款金额大于授信金额",
          "more was drawn than granted");
      refuse(
          drawDown.drawnOn().isBefore(grant.startOn()),
          "drawDown.drawnOn",
          Code.DATES_DISORDERED,
          "放款日早于授信起始日",
          "drawn before the grant starts");
    }
  }

  private void standing(Standing standing, @Nullable Grant grant) {
    refuse(
        grant != null && standing.balanceFen() > grant.amountFen(),
        "standing.balanceFen",
        Code.AMOUNTS_DISAGREE,
        "余额大于授信金额",
        "more is owed than was granted");
    refuse(
        standing.overdueFen() > standing.balanceFen(),
        "standing.overdueFen",
        Code.AMOUNTS_DISAGREE,
        "逾期金额大于余额",
        "more is late than is owed");
    refuse(
        (standing.overdueDays() == 0) != (standing.overdueFen() == 0),
        "standing.overdueDays",
        Code.PARTS_DISAGREE,
        "逾期天数与逾期金额应同为零或同不为零",
        "days and amount that are late must both be zero or both not");
    refuse(
        result.kind() == ResultKind.OVERDUE && standing.overdueDays() == 0,
        "standing.overdueDays",
        Code.PARTS_DISAGREE,
        "逾期结果的逾期天数应大于零",
        "an overdue loan is late by some days");
    ends(standing);
  }

  private void ends(Standing standing) {
    LocalDate settledOn = standing.settledOn();
    boolean ends = result.kind().ends();
    if (settledOn == null) {
      refuse(
          ends, "standing.settledOn", Code.MISSING, "缺少结清日期", "the day of settlement is missing");
      return;
    }
    refuse(
        standing.balanceFen() != 0,
        "standing.balanceFen",
        Code.AMOUNTS_DISAGREE,
        "已结清贷款余额应为零",
        "nothing is owed on a settled loan");
    refuse(
        settledOn.isAfter(result.reportedOn()),
        "standing.settledOn",
        Code.DATES_DISORDERED,
        "结清日晚于上报日",
        "settled after it was reported");
    DrawDown drawDown = result.drawDown();
    refuse(
        drawDown != null && settledOn.isBefore(drawDown.drawnOn()),
        "standing.settledOn",
        Code.DATES_DISORDERED,
        "结清日早于放款日",
        "settled before it was drawn");
  }

  private void reason(@Nullable String reason) {
    if (reason == null) {
      return;
    }
    refuse(
        result.kind() == ResultKind.REFUSED && !Shape.isDenial(reason),
        "reason",
        Code.NOT_IN_LIST,
        "拒贷原因应为R开头的代码",
        "a refusal has a code that begins with R");
    refuse(
        result.kind() == ResultKind.WITHDRAWN && Shape.isDenial(reason),
        "reason",
        Code.NOT_IN_LIST,
        "撤回原因应为W开头的代码",
        "a withdrawal has a code that begins with W");
  }

  private void refuse(boolean wrong, String field, Code code, String zh, String en) {
    if (wrong) {
      faults.add(new ResultFault(field, code, new Text(zh, en)));
    }
  }
}
