package org.xinyidai.models.financing.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.product.Text;

/** Takes the steps of claims (认领流程), the only way from one state to another. */
public final class ClaimFlow {
  private static final int LONGEST_NOTE = 500;

  private ClaimFlow() {}

  /** A step that somebody wants to take, when. */
  public record Wish(ClaimStepKind kind, Actor actor, String note, Instant at, LocalDate today) {}

  /** Why a step cannot be taken, in the order in which it is told; empty where it can. */
  public static Optional<Text> obstacle(LoanClaim claim, Wish wish, WorkingCalendar calendar) {
    ClaimStepKind kind = wish.kind();
    if (kind.party() != wish.actor().party()) {
      return text("该步骤不由您这一方办理", "this step is not yours to take");
    }
    if (!kind.isFrom(claim.state())) {
      return text(
          "认领现为“%s”，不能办理“%s”".formatted(claim.state().titleZh(), kind.titleZh()),
          "the claim is %s: no %s from there".formatted(claim.state(), kind.code()));
    }
    if (wish.note().length() > LONGEST_NOTE || (kind.isReasoned() && wish.note().isBlank())) {
      return text("请用1至500个字说明理由", "say why in 1 to 500 characters");
    }
    return switch (kind) {
      case OBJECT -> late(claim, wish, calendar);
      case CONFIRM -> early(claim, wish, calendar);
      default -> Optional.empty();
    };
  }

  /** The claim after a step for which there is no obstacle. */
  public static LoanClaim take(LoanClaim claim, Wish wish) {
    return claim.after(
        new LoanClaim.Taken(
            wish.kind(),
            wish.actor().party(),
            wish.actor().organisation(),
            wish.at(),
            wish.note()));
  }

  private static Optional<Text> late(LoanClaim claim, Wish wish, WorkingCalendar calendar) {
    return claim.objectionUntil(calendar).judge(wish.today()) == Deadline.Timeliness.LATE
        ? text("异议期已过，请联系主管部门", "the time to object has passed; ask the office")
        : Optional.empty();
  }

  private static Optional<Text> early(LoanClaim claim, Wish wish, WorkingCalendar calendar) {
    if (claim.files().isEmpty()) {
      return text("机构尚未提交证据材料", "the lender has sent no evidence yet");
    }
    if (claim.state() == ClaimState.OBJECTED && wish.note().isBlank()) {
      return text("企业有异议，认定须说明理由", "the enterprise objects: say why it is confirmed");
    }
    boolean waits =
        claim.state() == ClaimState.FILED
            && claim.objectionUntil(calendar).judge(wish.today()) != Deadline.Timeliness.LATE;
    return waits
        ? text("企业异议期未满且企业尚未确认", "the enterprise may still object and has not agreed")
        : Optional.empty();
  }

  private static Optional<Text> text(String zh, String en) {
    return Optional.of(new Text(zh, en));
  }
}
