package org.xinyidai.engine.simulation.life;

import java.time.LocalDate;
import java.time.YearMonth;
import org.xinyidai.models.subject.SubjectType;

/** Settles residents in the city (主体设立): draws each one from the plan's seed and its own index. */
public final class Settlement {
  private static final double MEAN_AGE_MONTHS = 85;
  private static final double NEWCOMERS = 0.12;
  private static final int NEWCOMER_MONTHS = 35;
  private static final int OLDEST_MONTHS = 360;

  /** Registers reach back to 1992, as the register of companies does on the whole. */
  private static final int EARLIEST = CityPlan.month(YearMonth.of(1992, 1));

  private static final int FEEDS_OF_BORROWERS = 10;
  private static final String[] FIRST = {
    "启", "恒", "瑞", "德", "华", "金", "鑫", "宏", "盛", "泰", "永", "安", "嘉", "众", "卓", "锦",
    "凯", "博", "诚", "汇", "明", "远", "润", "佳", "星", "云", "立", "新", "中", "天", "东", "海"
  };
  private static final String[] SECOND = {
    "达", "通", "丰", "源", "兴", "康", "顺", "隆", "创", "辉", "航", "盈", "和", "信", "成", "联",
    "业", "利", "美", "力", "图", "禾", "宇", "鸿", "茂", "祥", "卓", "途", "胜", "林", "江", "飞"
  };

  private final CityPlan plan;
  private final Codes codes;
  private final Dice dice;

  public Settlement(CityPlan plan, Codes codes) {
    this.plan = plan;
    this.codes = codes;
    this.dice = new Dice(plan.seed());
  }

  /** The resident of an index; the same for every size of the city. */
  public Resident resident(int index) {
    Codes.Place place = codes.place(index, dice);
    dice.at(Dice.TRAITS, index, 0, 0);
    Trade trade = Trade.draw(place.type(), dice);
    String name = name(place, trade);
    LocalDate founded = founded();
    Resident.Means means = means(place.type(), trade);
    long feeds = Coverage.draw(place.type(), trade.branch(), means.size(), dice);
    return new Resident(
        index,
        place.code(),
        name,
        place.type(),
        trade,
        place.district(),
        founded,
        means,
        feeds,
        dice.chance(chanceOfLoan(place.type(), feeds)),
        Invoicing.draw(InvoiceSide.OUTPUT, means.size(), plan.volume(), dice),
        Invoicing.draw(InvoiceSide.INPUT, means.size(), plan.volume(), dice));
  }

  private String name(Codes.Place place, Trade trade) {
    String brand = FIRST[dice.below(FIRST.length)] + SECOND[dice.below(SECOND.length)];
    String kind =
        switch (place.type()) {
          case FIRM -> dice.chance(0.93) ? "有限公司" : "有限责任公司";
          case SOLE_TRADER -> dice.chance(0.5) ? "经营部" : "店";
          case FARMER_COOPERATIVE -> "农民专业合作社";
          case FARMER -> "家庭农场";
        };
    return "模拟市" + place.district().nameZh() + brand + trade.wordZh() + kind;
  }

  private LocalDate founded() {
    int age =
        dice.chance(NEWCOMERS)
            ? -1 - dice.below(NEWCOMER_MONTHS)
            : (int) Math.min(OLDEST_MONTHS, -MEAN_AGE_MONTHS * StrictMath.log(1 - dice.uniform()));
    int month = Math.max(EARLIEST, plan.first() - age);
    return CityPlan.month(month).atDay(1 + dice.below(28));
  }

  /** Banks lend to those of whom something is on record, to firms first. */
  private static double chanceOfLoan(SubjectType type, long feeds) {
    if (Long.bitCount(feeds) < FEEDS_OF_BORROWERS) {
      return 0.12;
    }
    return type == SubjectType.FIRM ? 0.90 : 0.7;
  }

  private Resident.Means means(SubjectType type, Trade trade) {
    double shift = type == SubjectType.FIRM ? 0 : -0.9;
    double size = shift + dice.normal();
    double quality = dice.normal();
    boolean general = type == SubjectType.FIRM && dice.chance(0.42 + 0.12 * size);
    double industry = trade.branch() == Branch.INDUSTRY ? 0.6 : 0;
    double staffLog = 1.5 + industry + 0.8 * size + 0.45 * dice.normal();
    double burden = dice.lognormal(StrictMath.log(general ? 0.018 : 0.01), 0.45);
    return new Resident.Means(size, quality, general, staffLog, burden);
  }
}
