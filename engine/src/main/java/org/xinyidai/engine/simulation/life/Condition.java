package org.xinyidai.engine.simulation.life;

/** How one resident fares in one month (月度状况): its hidden health, its books and what it owes. */
public final class Condition {
  private final int month;
  private final Health health;
  private final long behind;
  private Books books = Books.NONE;

  private Condition(int month, Health health, long behind) {
    this.month = month;
    this.health = health;
    this.behind = behind;
  }

  static Condition first(Resident resident, int month, Chronicle chronicle) {
    Health health = Health.first(resident, month, chronicle.climate(), chronicle.dice());
    return new Condition(month, health, 0).withBooks(Books.NONE, resident, chronicle);
  }

  /** The same resident one month on. */
  Condition next(Resident resident, Chronicle chronicle) {
    int nextMonth = month + 1;
    Dice dice = chronicle.dice();
    Health next =
        health
            .next(resident, nextMonth, chronicle.plan().first(), chronicle.climate(), dice)
            .withDefault(resident, nextMonth, dice);
    dice.at(Dice.OWED, resident.index(), nextMonth, 0);
    double liquidity = next.level() + 0.2 * dice.normal();
    long owed = Obligation.step(behind, liquidity, next.defaultedIn() > 0, dice);
    return new Condition(nextMonth, next, owed).withBooks(books, resident, chronicle);
  }

  private Condition withBooks(Books before, Resident resident, Chronicle chronicle) {
    books = before.next(resident, this, chronicle.face(), chronicle.dice());
    return this;
  }

  /** The month, as {@link CityPlan#month} counts. */
  public int month() {
    return month;
  }

  public Books books() {
    return books;
  }

  /** Hidden health in deviations, about normal over the city. */
  public double health() {
    return health.level();
  }

  /** Logarithm of business against the usual. */
  public double activity() {
    return health.activity();
  }

  public boolean dormant() {
    return health.dormant();
  }

  /** Months that an obligation was not met, up to this month; 0 where all is paid. */
  public int monthsBehind(Obligation obligation) {
    return obligation.monthsBehind(behind);
  }

  /** Staff of the month, at least one. */
  public int staff(Resident resident) {
    double log = resident.means().staffLog() + health.staffLog();
    return (int) Math.max(1, Math.round(StrictMath.exp(log)));
  }

  /** Whether it defaulted in this month or before. */
  public boolean defaulted() {
    return health.defaultedIn() > 0;
  }

  /** Months since its default, 0 in the month itself; -1 where there is none. */
  public int monthsSinceDefault() {
    return health.defaultedIn() > 0 ? month - health.defaultedIn() : -1;
  }

  /** Whether it left the register before this month. */
  public boolean gone() {
    return health.closedIn() > 0 && health.closedIn() < month;
  }

  /** Whether it leaves the register in this month. */
  public boolean closing() {
    return health.closedIn() == month;
  }
}
