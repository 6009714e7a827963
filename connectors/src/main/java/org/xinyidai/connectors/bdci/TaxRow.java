package org.xinyidai.connectors.bdci;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.subject.Uscc;

/**
 * One payment of a tax (纳税记录) as a record of the feed {@code tax_payment}. The table tells no due
 * day and no arrears: the day is that of the law, the 15th of the month after (税收征管法), and what is
 * listed is taken for paid in full.
 *
 * @param fields texts by the names of the feed's columns, to be checked like any other
 */
public record TaxRow(Map<String, String> fields) {
  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final int DUE_DAY = 15;
  private static final int ID = 0;
  private static final int END = 2;
  private static final int CATEGORY = 3;
  private static final int BASIS = 4;
  private static final int AMOUNT = 7;

  public TaxRow {
    fields = Map.copyOf(fields);
  }

  static TaxRow of(List<String> cells) {
    Map<String, String> fields = new LinkedHashMap<>();
    Uscc uscc = BdciCodes.uscc(cells.get(ID));
    fields.put("uscc", uscc.value());
    fields.put("period", cells.get(END));
    fields.put("taxType", taxType(cells.get(CATEGORY)));
    fields.put("paidYuan", cells.get(AMOUNT));
    fields.put("overdueYuan", "0");
    fields.put("dueOn", dueOn(cells.get(END)));
    // Of one tax and month there may be several payments; this tells them apart.
    fields.put(
        "receiptNumber",
        String.join(" ", cells.get(CATEGORY), cells.get(BASIS), cells.get(AMOUNT)));
    return new TaxRow(fields);
  }

  /** As the feed spells it; what it has no code for is another tax. */
  private static String taxType(String category) {
    return switch (category) {
      case "企业所得税", "个人所得税", "印花税" -> category;
      case "城市维护建设税", "教育费附加", "地方教育附加" -> "城市维护建设税及附加";
      case "房产税", "城镇土地使用税" -> "房产税";
      default -> "其他税种";
    };
  }

  private static String dueOn(String end) {
    try {
      return YearMonth.from(LocalDate.parse(end, SLASHES)).plusMonths(1).atDay(DUE_DAY).toString();
    } catch (DateTimeParseException unreadable) {
      return end;
    }
  }
}
