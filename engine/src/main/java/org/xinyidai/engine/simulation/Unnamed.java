package org.xinyidai.engine.simulation;

import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.engine.simulation.office.Cells;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.UtilityBill;

/**
 * Rows of utilities that know their customer by name or by an old code alone (无代码用户): as the name
 * stands in the register, or as clerks write it, or a stranger's, so that not all can be found.
 */
final class Unnamed {
  /** Two columns more: the account's name, and the organisation code of before 2015. */
  static final String HEADER = ",户名,组织机构代码";

  /** What stands there in a row that has a code. */
  static final String NO_CLAIM = ",,";

  private static final int ORGANISATION_START = 8;
  private static final int ORGANISATION_END = 17;
  private static final String CITY = "模拟市";
  private static final String[] PLAIN = {"华", "达", "兴", "东", "业", "丰", "汇", "远"};
  private static final String[] TRADITIONAL = {"華", "達", "興", "東", "業", "豐", "匯", "遠"};

  private final double share;

  Unnamed(Feed<?> feed, Trouble trouble) {
    boolean utility =
        feed.equals(UtilityBill.ELECTRICITY)
            || feed.equals(UtilityBill.WATER)
            || feed.equals(UtilityBill.GAS)
            || feed.equals(UtilityBill.HEAT);
    share = utility ? trouble.unnamed() : 0;
  }

  /** Whether a file of the feed has such rows at all, and with them the columns. */
  boolean isPossible() {
    return share > 0;
  }

  boolean applies(Dice dice) {
    return share > 0 && dice.chance(share);
  }

  /** Takes the code out of a row, and gives the fields that tell whose it is instead. */
  String take(Cells cells, Resident resident, Dice dice) {
    cells.blank(0);
    if (dice.chance(0.2)) {
      String code = resident.uscc().value().substring(ORGANISATION_START, ORGANISATION_END);
      return "," + written(resident.name(), dice) + "," + code;
    }
    String name =
        dice.chance(0.03) ? "外地" + resident.index() + "号用户" : written(resident.name(), dice);
    return "," + name + ",";
  }

  private static String written(String name, Dice dice) {
    return switch (dice.below(8)) {
      case 0 -> name.replace(CITY, "");
      case 1 -> name.replace("有限公司", "有限责任公司");
      case 2 -> name.replace("有限责任公司", "有限公司");
      case 3 -> name.replace(CITY, "（" + CITY + "）");
      case 4 -> " " + name.replace(CITY, CITY + "　");
      case 5 -> traditional(name);
      default -> name;
    };
  }

  private static String traditional(String name) {
    String written = name;
    for (int i = 0; i < PLAIN.length; i++) {
      written = written.replace(PLAIN[i], TRADITIONAL[i]);
    }
    return written;
  }
}
