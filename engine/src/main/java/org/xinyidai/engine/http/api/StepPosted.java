package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DenialStep;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.GrantStep;
import org.xinyidai.models.financing.application.GuaranteeStep;
import org.xinyidai.models.financing.application.InvitationStep;
import org.xinyidai.models.financing.application.Overdue;
import org.xinyidai.models.financing.application.OverdueStep;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.RepaymentStep;
import org.xinyidai.models.financing.application.SigningStep;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.TakeUpStep;
import org.xinyidai.models.product.SecurityMode;

/** A step as it is posted (办理步骤请求): its name, and the part that a step of that name needs. */
record StepPosted(
    @Nullable String step,
    @Nullable String note,
    @Nullable String reason,
    @Nullable String guarantor,
    @Nullable Integer feeBp,
    @Nullable PostedGrant grant,
    @Nullable Boolean keepOthers,
    @Nullable PostedContract contract,
    @Nullable PostedDrawDown drawDown,
    @Nullable PostedRepayment repayment,
    @Nullable PostedOverdue overdue,
    @Nullable String product,
    @Nullable ApplicationConsent consent) {

  /** A grant; {@code security} by the code of a {@link SecurityMode}. */
  record PostedGrant(
      @Nullable String number,
      @Nullable Long amountFen,
      @Nullable Integer rateBp,
      @Nullable Integer termMonths,
      @Nullable String security,
      @Nullable Boolean firstLoan,
      @Nullable LocalDate validUntil) {}

  /** A contract. */
  record PostedContract(@Nullable String number, @Nullable LocalDate signedOn) {}

  /** Money paid out. */
  record PostedDrawDown(
      @Nullable String number,
      @Nullable Long amountFen,
      @Nullable LocalDate drawnOn,
      @Nullable LocalDate dueOn) {}

  /** Money paid back. */
  record PostedRepayment(
      @Nullable String number, @Nullable Long amountFen, @Nullable LocalDate paidOn) {}

  /** Money that is late. */
  record PostedOverdue(@Nullable Integer days, @Nullable Long amountFen) {}

  /** Which step it is. */
  StepKind kind() {
    return Optional.ofNullable(step)
        .flatMap(StepKind::ofCode)
        .filter(kind -> !kind.isBy(Party.PLATFORM))
        .orElseThrow(StepPosted::noSuchStep);
  }

  /** The words of whoever takes it. */
  String words() {
    return note == null ? "" : note.strip();
  }

  /**
   * The step itself, of every kind but a re-assignment.
   *
   * @throws Refusal naming the part that is missing
   */
  Step read() {
    StepKind kind = kind();
    return switch (kind) {
      case DECLINE, REFUSE -> new DenialStep(kind, denial(), words());
      case INVITE_GUARANTOR -> new InvitationStep(present(guarantor, "guarantor").strip(), words());
      case GUARANTEE -> new GuaranteeStep(present(feeBp, "feeBp"), words());
      case GRANT -> new GrantStep(granted(present(grant, "grant")), words());
      case TAKE_UP -> new TakeUpStep(Boolean.TRUE.equals(keepOthers), words());
      case SIGN -> new SigningStep(signed(present(contract, "contract")), words());
      case DRAW_DOWN -> new DrawDownStep(drawn(present(drawDown, "drawDown")), words());
      case REPAY -> new RepaymentStep(repaid(present(repayment, "repayment")), words());
      case REPORT_OVERDUE -> new OverdueStep(late(present(overdue, "overdue")), words());
      default -> {
        if (!PlainStep.isPlain(kind)) {
          throw noSuchStep();
        }
        yield new PlainStep(kind, words());
      }
    };
  }

  private DenialReason denial() {
    return DenialReason.ofCode(present(reason, "reason"))
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "reason", "请选择原因代码，见 /denial-reasons", "take a code of /denial-reasons"));
  }

  private static Grant granted(PostedGrant posted) {
    return new Grant(
        present(posted.number(), "grant.number"),
        present(posted.amountFen(), "grant.amountFen"),
        present(posted.rateBp(), "grant.rateBp"),
        present(posted.termMonths(), "grant.termMonths"),
        security(present(posted.security(), "grant.security")),
        present(posted.firstLoan(), "grant.firstLoan"),
        present(posted.validUntil(), "grant.validUntil"));
  }

  private static SecurityMode security(String code) {
    return Arrays.stream(SecurityMode.values())
        .filter(mode -> mode.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              String codes =
                  Arrays.stream(SecurityMode.values())
                      .map(SecurityMode::code)
                      .collect(Collectors.joining(", "));
              return Refusal.invalid("grant.security", "担保方式须为：" + codes, "one of " + codes);
            });
  }

  private static Contract signed(PostedContract posted) {
    return new Contract(
        present(posted.number(), "contract.number"),
        present(posted.signedOn(), "contract.signedOn"));
  }

  private static DrawDown drawn(PostedDrawDown posted) {
    return new DrawDown(
        present(posted.number(), "drawDown.number"),
        present(posted.amountFen(), "drawDown.amountFen"),
        present(posted.drawnOn(), "drawDown.drawnOn"),
        present(posted.dueOn(), "drawDown.dueOn"));
  }

  private static Repayment repaid(PostedRepayment posted) {
    return new Repayment(
        present(posted.number(), "repayment.number"),
        present(posted.amountFen(), "repayment.amountFen"),
        present(posted.paidOn(), "repayment.paidOn"));
  }

  private static Overdue late(PostedOverdue posted) {
    return new Overdue(
        present(posted.days(), "overdue.days"), present(posted.amountFen(), "overdue.amountFen"));
  }

  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw Refusal.invalid(field, "请填写 " + field, "give " + field);
    }
    return value;
  }

  private static Refusal noSuchStep() {
    String codes =
        Arrays.stream(StepKind.values())
            .filter(kind -> !kind.isBy(Party.PLATFORM))
            .map(StepKind::code)
            .collect(Collectors.joining(", "));
    return Refusal.invalid("step", "没有此办理步骤，可用：" + codes, "one of " + codes);
  }
}
