package org.xinyidai.benchmarks.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.xinyidai.models.subject.Uscc;

/**
 * A simulated register whose names follow 企业名称登记管理规定 more closely (模拟主体库): division first, inside
 * brackets or left out, lucky trade names that repeat, owners' names, branches, numbered works,
 * groups of one owner.
 */
final class BookRegister {
  /**
   * One enterprise in parts.
   *
   * @param county where it is, whether its name says so or not
   */
  record Firm(
      String county, Place place, String core, String form, String branch, SimulatedFirm told) {}

  /** Where a name says the division. */
  enum Place {
    FIRST,
    BRACKETS,
    NOWHERE
  }

  private static final List<String> FORMS =
      List.of("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "合伙企业（有限合伙）");

  private final SplittableRandom random;
  private final BookWords words;
  private final List<String> counties;
  private final Variation variation;
  private final Set<String> taken = new HashSet<>();
  private final List<Firm> firms = new ArrayList<>();
  private int serial;

  BookRegister(SplittableRandom random, List<String> counties, Variation variation) {
    this.random = random;
    this.words = new BookWords(random);
    this.counties = counties;
    this.variation = variation;
  }

  /** A register of this many with claims. */
  SimulatedSet set(int count, int claims) {
    while (firms.size() < count) {
      boolean kin = firms.size() > 200 && random.nextInt(100) < variation.kin();
      Firm firm = kin ? neighbour(anyone()) : stranger();
      // A register gives a name once.
      if (taken.add(firm.told().name())) {
        firms.add(firm);
      }
    }
    return new SimulatedSet(
        firms.stream().map(Firm::told).toList(),
        new BookClaims(random, words, this, variation).make(claims));
  }

  Firm anyone() {
    return words.pick(firms);
  }

  boolean isFree(Firm firm) {
    return !taken.contains(firm.told().name());
  }

  /** An enterprise that has nothing to do with any other. */
  Firm stranger() {
    String county = words.pick(counties);
    if (random.nextInt(100) < 35) {
      return firm(county, Place.FIRST, words.tradeName() + words.pick(BookWords.SHOPS), "", "");
    }
    int kind = random.nextInt(100);
    Place place = kind < 75 ? Place.FIRST : kind < 85 ? Place.BRACKETS : Place.NOWHERE;
    String core = words.tradeName() + words.pick(BookWords.TRADES);
    return firm(county, place, core, words.pick(FORMS), "");
  }

  /**
   * One that is easily taken for another: a namesake elsewhere, a sister, a branch, another works.
   */
  Firm neighbour(Firm other) {
    String elsewhere = words.pick(counties);
    String trade = words.pick(BookWords.TRADES);
    String head = other.core().substring(0, 2);
    Firm found =
        switch (random.nextInt(5)) {
          case 0 -> firm(elsewhere, other.place(), other.core(), other.form(), "");
          case 1 -> sister(other, firm(other.county(), other.place(), head + trade, "有限公司", ""));
          case 2 -> {
            String branch = elsewhere + (random.nextInt(2) == 0 ? "分公司" : "营业部");
            yield sister(other, firm(elsewhere, other.place(), other.core(), "有限公司", branch));
          }
          case 3 -> {
            String works = "第" + "一二三四五".charAt(random.nextInt(5)) + "分厂";
            yield sister(other, firm(other.county(), other.place(), other.core(), "", works));
          }
          default -> {
            int at = random.nextInt(2);
            char slip = words.slip(other.core().charAt(at));
            String core = other.core().substring(0, at) + slip + other.core().substring(at + 1);
            yield firm(other.county(), other.place(), core, other.form(), "");
          }
        };
    return found;
  }

  /** The same owner, and as often as not the same telephone. */
  private Firm sister(Firm other, Firm firm) {
    SimulatedFirm told = firm.told();
    String phone = random.nextInt(2) == 0 ? other.told().phone() : told.phone();
    return new Firm(
        firm.county(),
        firm.place(),
        firm.core(),
        firm.form(),
        firm.branch(),
        new SimulatedFirm(
            told.uscc(),
            told.name(),
            told.former(),
            told.address(),
            other.told().owner(),
            phone,
            told.oldNumber(),
            told.account()));
  }

  private Firm firm(String county, Place place, String core, String form, String branch) {
    serial++;
    String former = random.nextInt(100) < 8 ? county + words.tradeName() + tail(core) + form : "";
    boolean old = random.nextInt(100) < 45;
    SimulatedFirm told =
        new SimulatedFirm(
            Uscc.fromStem("91430000MA" + String.format(Locale.ROOT, "%06d", serial)),
            name(county, place, core, form) + branch,
            former,
            county + words.street(),
            words.person(),
            random.nextInt(100) < 85 ? words.phone() : "",
            old ? "43" + (1_000_000_000_000L + random.nextLong(9_000_000_000_000L)) : "",
            "9" + (10_000_000 + serial));
    return new Firm(county, place, core, form, branch, told);
  }

  private static String name(String county, Place place, String core, String form) {
    return switch (place) {
      case FIRST -> county + core + form;
      case BRACKETS -> core + "（" + county + "）" + form;
      case NOWHERE -> core + form;
    };
  }

  private static String tail(String core) {
    return core.substring(Math.min(2, core.length() - 1));
  }
}
