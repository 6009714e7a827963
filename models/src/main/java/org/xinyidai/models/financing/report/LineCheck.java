package org.xinyidai.models.financing.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.financing.report.LineFault.Reason;
import org.xinyidai.models.financing.report.ReportedLoan.Position;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.subject.Uscc;

/** Checks one reported line (报送行校验): all that is wrong with it, or the loan that it reports. */
public final class LineCheck {
  private static final int LONGEST_NUMBER = 64;

  private final LineTexts texts;

  private LineCheck(LineTexts texts) {
    this.texts = texts;
  }

  /**
   * What came of a line.
   *
   * @param loan null where there are faults
   */
  public record Checked(@Nullable ReportedLoan loan, List<LineFault> faults) {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads a line.
   *
   * @param line by field; a field that is absent or blank was not reported
   */
  public static Checked check(Map<ReportField, String> line, ReportUnits units) {
    LineTexts texts = new LineTexts(line, units);
    LineCheck check = new LineCheck(texts);
    ReportedLoan loan = texts.faults().isEmpty() ? check.loan() : null;
    return new Checked(texts.faults().isEmpty() ? loan : null, texts.faults());
  }

  private @Nullable ReportedLoan loan() {
    String line = number(ReportField.LINE);
    String code = texts.needed(ReportField.USCC);
    if (!code.isEmpty() && !Uscc.isWellFormed(code)) {
      texts.fault(ReportField.USCC, Reason.MALFORMED);
    }
    ApplicationId application = application();
    DenialReason denial = denial();
    Grant grant = grant();
    Contract contract = contract();
    DrawDown drawDown = drawDown();
    Position position = position();
    Overdue overdue = overdue();
    LocalDate settledOn =
        texts.has(ReportField.SETTLED_ON) ? texts.day(ReportField.SETTLED_ON) : null;
    if (denial != null && (grant != null || contract != null || drawDown != null)) {
      texts.fault(ReportField.DENIAL, Reason.CONTRADICTS_ITSELF);
    }
    if (!texts.faults().isEmpty()) {
      return null;
    }
    ReportedLoan loan =
        new ReportedLoan(
            line,
            new Uscc(code),
            application,
            denial,
            grant,
            contract,
            drawDown,
            position,
            overdue,
            settledOn,
            texts.text(ReportField.NOTE));
    if (loan.saysNothing()) {
      texts.fault(ReportField.GRANT_NUMBER, Reason.NOTHING_REPORTED);
    }
    return loan;
  }

  private String number(ReportField field) {
    String number = texts.needed(field);
    if (number.length() > LONGEST_NUMBER) {
      texts.fault(field, Reason.MALFORMED);
    }
    return number;
  }

  private @Nullable ApplicationId application() {
    String text = texts.text(ReportField.APPLICATION);
    if (text.isEmpty()) {
      return null;
    }
    if (!ApplicationId.isWellFormed(text)) {
      texts.fault(ReportField.APPLICATION, Reason.MALFORMED);
      return null;
    }
    return new ApplicationId(text);
  }

  private @Nullable DenialReason denial() {
    String text = texts.text(ReportField.DENIAL);
    DenialReason reason = DenialReason.ofCode(text).orElse(null);
    if (!text.isEmpty() && reason == null) {
      texts.fault(ReportField.DENIAL, Reason.UNKNOWN_CODE);
    }
    return reason;
  }

  private @Nullable Grant grant() {
    if (!texts.has(ReportField.GRANT_NUMBER) && !texts.has(ReportField.GRANT_AMOUNT)) {
      return null;
    }
    String number = number(ReportField.GRANT_NUMBER);
    Long amountFen = texts.number(ReportField.GRANT_AMOUNT, 1, AmountRange.MAX_FEN);
    Long rateBp = texts.number(ReportField.RATE, 0, Rate.MAX_BP);
    Long termMonths = texts.number(ReportField.TERM, 1, Terms.MAX_MONTHS);
    SecurityMode security = security();
    Boolean firstLoan = texts.flag(ReportField.FIRST_LOAN).orElse(null);
    LocalDate validUntil = texts.day(ReportField.VALID_UNTIL);
    if (amountFen == null
        || rateBp == null
        || termMonths == null
        || security == null
        || firstLoan == null
        || validUntil == null) {
      return null;
    }
    return new Grant(
        number,
        amountFen,
        rateBp.intValue(),
        termMonths.intValue(),
        security,
        firstLoan,
        validUntil);
  }

  private @Nullable SecurityMode security() {
    String text = texts.needed(ReportField.SECURITY);
    if (text.isEmpty()) {
      return null;
    }
    SecurityMode mode =
        Arrays.stream(SecurityMode.values())
            .filter(one -> one.code().equals(text) || one.titleZh().equals(text))
            .findFirst()
            .orElse(null);
    if (mode == null) {
      texts.fault(ReportField.SECURITY, Reason.UNKNOWN_CODE);
    }
    return mode;
  }

  private @Nullable Contract contract() {
    if (!texts.has(ReportField.CONTRACT_NUMBER) && !texts.has(ReportField.SIGNED_ON)) {
      return null;
    }
    String number = number(ReportField.CONTRACT_NUMBER);
    LocalDate signedOn = texts.day(ReportField.SIGNED_ON);
    return signedOn == null ? null : new Contract(number, signedOn);
  }

  private @Nullable DrawDown drawDown() {
    if (!texts.has(ReportField.DRAW_NUMBER) && !texts.has(ReportField.DRAW_AMOUNT)) {
      return null;
    }
    String number = number(ReportField.DRAW_NUMBER);
    Long amountFen = texts.number(ReportField.DRAW_AMOUNT, 1, AmountRange.MAX_FEN);
    LocalDate drawnOn = texts.day(ReportField.DRAWN_ON);
    LocalDate dueOn = texts.day(ReportField.DUE_ON);
    return amountFen == null || drawnOn == null || dueOn == null
        ? null
        : new DrawDown(number, amountFen, drawnOn, dueOn);
  }

  private @Nullable Position position() {
    if (!texts.has(ReportField.BALANCE)) {
      return null;
    }
    Long balanceFen = texts.number(ReportField.BALANCE, 0, AmountRange.MAX_FEN);
    LocalDate on = texts.day(ReportField.BALANCE_ON);
    return balanceFen == null || on == null ? null : new Position(balanceFen, on);
  }

  /** Empty, 0 or 0.00. */
  private static boolean isNothing(String amount) {
    return amount.isEmpty()
        || (amount.charAt(0) == '0'
            && amount.chars().allMatch(one -> one == '0' || one == '.')
            && amount.indexOf('.') == amount.lastIndexOf('.'));
  }

  /** Zero days late is not late. */
  private @Nullable Overdue overdue() {
    String days = texts.text(ReportField.OVERDUE_DAYS);
    String amount = texts.text(ReportField.OVERDUE_AMOUNT);
    if ((days.isEmpty() || days.equals("0")) && isNothing(amount)) {
      return null;
    }
    Long count = texts.number(ReportField.OVERDUE_DAYS, 1, Overdue.MAX_DAYS);
    Long amountFen = texts.number(ReportField.OVERDUE_AMOUNT, 1, AmountRange.MAX_FEN);
    return count == null || amountFen == null ? null : new Overdue(count.intValue(), amountFen);
  }
}
