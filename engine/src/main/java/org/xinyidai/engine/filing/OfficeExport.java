package org.xinyidai.engine.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * That the office took data out, and for what (主管部门数据导出登记). Kept in the write that the audit notes.
 *
 * @param what code of the content
 * @param named whether enterprises are named in it
 * @param purpose in the words of who exported
 * @param rows how many rows went out
 * @param sm3 digest of the table as CSV, whatever form went out, in hexadecimal
 * @param deleteBy the last day on which the receiver may keep it
 */
public record OfficeExport(
    String id,
    String what,
    LocalDate asOf,
    boolean named,
    String office,
    String account,
    Instant at,
    String purpose,
    int rows,
    String sm3,
    LocalDate deleteBy) {
  /** Half a year: two quarterly reviews; who needs it later exports it again. */
  public static final int KEPT_DAYS = 180;

  /** What can be exported. */
  public enum Content {
    /** Lines of the funnel. */
    FUNNEL("funnel", "融资漏斗"),
    /** Items of a pack as of a day. */
    INDICATORS("indicators", "考核指标"),
    /** Applications, one a row. */
    APPLICATIONS("applications", "融资申请");

    private final String code;
    private final String titleZh;

    Content(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable name in calls and files. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }

    public static Optional<Content> ofCode(String code) {
      return Arrays.stream(values()).filter(content -> content.code.equals(code)).findFirst();
    }
  }

  /** What stands in every row and in the metadata: a page cut out of it tells it too. */
  public Map<String, String> watermark() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("export_id", id);
    told.put("exported_by", office);
    told.put("exported_at", at.toString());
    told.put("purpose", purpose);
    told.put("delete_by", deleteBy.toString());
    return told;
  }
}
