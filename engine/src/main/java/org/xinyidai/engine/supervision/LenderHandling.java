package org.xinyidai.engine.supervision;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.xinyidai.models.product.Text;

/**
 * How a lender handles what is filed with it (机构办理情况), requirement B4: its decisions, and how many
 * of its 10 working days they took.
 *
 * @param applications filed with it
 * @param answered granted, declined or refused
 * @param inTime of those, within the 10 working days
 * @param granted of those
 * @param waiting whose decision it still owes
 * @param overdue of those, behind their day
 * @param medianDays working days of those answered, the lower of two middle ones; empty without any
 */
public record LenderHandling(
    String lender,
    Text name,
    long applications,
    long answered,
    long inTime,
    long granted,
    long waiting,
    long overdue,
    OptionalInt medianDays) {

  /** Answered in time of all answered, 0 to 1; empty without any. */
  public OptionalDouble inTimeShare() {
    return share(inTime);
  }

  /** Granted of all answered, 0 to 1; empty without any. */
  public OptionalDouble approvalShare() {
    return share(granted);
  }

  private OptionalDouble share(long part) {
    return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / answered);
  }
}
