package org.xinyidai.models.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A statutory or agreed term (期限): how a deadline follows from the day on which the duty arose.
 *
 * @param requirement the row of the requirements it comes from
 * @param count days, or the day of the month for {@link Counting#DAY_OF_NEXT_MONTH}
 */
public record Term(String requirement, String titleZh, Counting counting, int count) {
  /** Last month's data by the 4th (每月4日前报送上月信息). The 4th counts and is not moved by a holiday. */
  public static final Term MONTHLY_REPORT =
      new Term("C6", "每月4日前报送上月信息", Counting.DAY_OF_NEXT_MONTH, 4);

  /** Permits and penalties within 7 working days of the decision (双公示). */
  public static final Term PERMIT_OR_PENALTY =
      new Term("C7", "决定之日起7个工作日内报送", Counting.WORKING_DAYS, 7);

  /** Answer to an objection within 20 days (征信业管理条例 art. 25). */
  public static final Term OBJECTION = new Term("E1", "异议受理之日起20日内答复", Counting.NATURAL_DAYS, 20);

  /** First review of a request for credit repair within 3 working days (信用修复初审). */
  public static final Term REPAIR_REVIEW = new Term("E2", "修复申请3个工作日内初审", Counting.WORKING_DAYS, 3);

  /**
   * A person looks again at what a machine decided (个人信息保护法 art. 24). The law names no term: that
   * of an objection is promised.
   */
  public static final Term HUMAN_REVIEW =
      new Term("E1", "人工复核申请之日起20日内答复", Counting.NATURAL_DAYS, 20);

  /** A loan application is finished within 10 working days, then it is chased (催办). */
  public static final Term APPLICATION = new Term("B4", "融资申请10个工作日内办结", Counting.WORKING_DAYS, 10);

  /** What is counted. */
  public enum Counting {
    WORKING_DAYS,
    /** Every day; the last one is not moved by a holiday, so that a reminder is never too late. */
    NATURAL_DAYS,
    /** The duty arose in one month, the deadline is a fixed day of the next. */
    DAY_OF_NEXT_MONTH
  }

  public Term {
    if (count < 1 || (counting == Counting.DAY_OF_NEXT_MONTH && count > 28)) {
      throw new IllegalArgumentException("term " + titleZh + " counts " + count);
    }
  }

  /** The deadline of a duty that arose on a day; that day itself is not counted. */
  public Deadline deadline(LocalDate arose, WorkingCalendar calendar) {
    return switch (counting) {
      case WORKING_DAYS -> calendar.afterWorkingDays(arose, count);
      case NATURAL_DAYS -> new Deadline.On(arose.plusDays(count));
      case DAY_OF_NEXT_MONTH -> new Deadline.On(YearMonth.from(arose).plusMonths(1).atDay(count));
    };
  }
}
