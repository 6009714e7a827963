package org.xinyidai.models.financing.application;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of an application (贷款台账): never more drawn than granted, nor more repaid than drawn.
 *
 * @param overdue null while nothing is late
 */
public record Loan(
    List<DrawDown> drawDowns, List<Repayment> repayments, @Nullable Overdue overdue) {
  /** Nothing has flowed. */
  public static final Loan NONE = new Loan(List.of(), List.of(), null);

  public Loan {
    drawDowns = List.copyOf(drawDowns);
    repayments = List.copyOf(repayments);
  }

  public long drawnFen() {
    return drawDowns.stream().mapToLong(DrawDown::amountFen).sum();
  }

  public long repaidFen() {
    return repayments.stream().mapToLong(Repayment::amountFen).sum();
  }

  /** Principal that is still owed. */
  public long balanceFen() {
    return drawnFen() - repaidFen();
  }

  Loan with(DrawDown more) {
    return new Loan(added(drawDowns, more), repayments, overdue);
  }

  /** A repayment goes to what is late first. */
  Loan with(Repayment more) {
    Overdue late = overdue;
    Overdue left =
        late == null || late.amountFen() <= more.amountFen()
            ? null
            : new Overdue(late.days(), late.amountFen() - more.amountFen());
    return new Loan(drawDowns, added(repayments, more), left);
  }

  Loan with(Overdue late) {
    return new Loan(drawDowns, repayments, late);
  }

  private static <T> List<T> added(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
