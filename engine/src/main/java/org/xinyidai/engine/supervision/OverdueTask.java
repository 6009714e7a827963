package org.xinyidai.engine.supervision;

import java.time.LocalDate;
import org.xinyidai.models.product.Text;

/**
 * What somebody has let pass its time (超期任务).
 *
 * @param who the organisation: a lender or a source
 * @param what applications, or the feed whose report is owed
 * @param count how many
 * @param dueOn last day in time, of the oldest
 */
public record OverdueTask(Kind kind, String who, Text what, long count, LocalDate dueOn) {
  /** Of what kind. */
  public enum Kind {
    /** A lender has not decided within 10 working days (B4). */
    APPLICATION("application", "融资申请超期未办结"),
    /** A source has not reported the month before by the 4th (C6). */
    REPORT_MISSING("report_missing", "数据漏报"),
    /** All that a source reported came behind the deadline (C23). */
    REPORT_LATE("report_late", "数据迟报");

    private final String code;
    private final String titleZh;

    Kind(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable name in files and answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
