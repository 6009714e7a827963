package org.xinyidai.engine.simulation.life;

/**
 * The face of one invoice (发票票面): amounts first, the rest only where it is to be written. One face
 * is drawn again and again, so that a month of invoices costs no garbage.
 */
public final class InvoiceFace {
  /** A partner of rank r is met with a weight of r to the minus this. */
  static final double RANK_EXPONENT = 1.15;

  private static final int ONE_PERCENT_SELLERS = 1;
  private static final int[] INPUT_PERCENTS = {1, 13, 6, 9, 3, 5};
  private static final double[] INPUT_WEIGHTS = {0.30, 0.47, 0.14, 0.03, 0.015, 0.01};
  private static final int[] OTHER_PERCENTS = {13, 6, 9, 3};

  /**
   * Invoices by day of the month against an even month, day 1 first: all real invoices of the data
   * set cumcm2020c.
   */
  private static final double[] DAYS = {
    0.68, 0.77, 0.82, 0.85, 0.92, 0.96, 0.88, 0.95, 0.97, 0.99, 1.03, 1.01, 0.94, 0.94, 0.98, 0.99,
    1.02, 1.08, 1.08, 1.05, 1.04, 1.05, 1.05, 1.06, 1.17, 1.21, 1.17, 1.15, 1.11, 0.92, 0.55
  };

  private final long seed;
  private final Dice dice;
  private boolean isVoid;
  private long amountFen;
  private long taxFen;
  private int day;
  private int partner;
  private long number;

  public InvoiceFace(long seed) {
    this.seed = seed;
    dice = new Dice(seed);
  }

  /** Draws what moves money: status, amount and tax. */
  InvoiceFace drawAmounts(Resident resident, Condition condition, InvoiceSide side, int item) {
    Invoicing habits = resident.invoicing(side);
    dice.at(side.feed().number(), resident.index(), condition.month(), item);
    double stress = StrictMath.exp(-0.6 * condition.health());
    isVoid = dice.chance(habits.voidShare() * stress);
    boolean red = dice.chance(habits.redShare() * stress);
    double log = habits.amountLog() + 0.4 * condition.activity();
    double yuan = dice.lognormal(log, habits.amountSpread());
    double draw = dice.uniform();
    long fen = Math.max(1, Math.round(100 * yuan));
    if (fen > habits.capFen()) {
      // A larger bargain is cut into invoices just below the cap.
      fen = (long) (habits.capFen() * (1 - 0.1 * draw * draw));
    }
    long tax = Math.round(fen * percent(resident, side, habits) / 100.0);
    amountFen = red ? -fen : fen;
    taxFen = red ? -tax : tax;
    return this;
  }

  /** Draws the whole face. */
  public InvoiceFace draw(Resident resident, Condition condition, InvoiceSide side, int item) {
    drawAmounts(resident, condition, side, item);
    day = day(condition.month());
    partner = partner(resident, side);
    number = dice.bits() >>> 4;
    return this;
  }

  public boolean isVoid() {
    return isVoid;
  }

  public long amountFen() {
    return amountFen;
  }

  public long taxFen() {
    return taxFen;
  }

  /** The day of the month. */
  public int day() {
    return day;
  }

  /** The other party's number in {@link Codes}. */
  public byte[] partner(Codes codes) {
    return codes.partner(partner);
  }

  /** Sixty random bits for the invoice's number. */
  public long number() {
    return number;
  }

  private int percent(Resident resident, InvoiceSide side, Invoicing habits) {
    if (dice.chance(habits.zeroTaxShare())) {
      return 0;
    }
    if (!side.isOutput()) {
      return INPUT_PERCENTS[dice.weighted(INPUT_WEIGHTS)];
    }
    if (!resident.means().generalTaxpayer()) {
      return resident.trade().vatPercent() == 0 ? 0 : ONE_PERCENT_SELLERS;
    }
    return dice.chance(0.9)
        ? resident.trade().vatPercent()
        : OTHER_PERCENTS[dice.below(OTHER_PERCENTS.length)];
  }

  /** A day of the month by its weight; three in four of a weekend's invoices wait for Monday. */
  private int day(int month) {
    int length = CityPlan.month(month).lengthOfMonth();
    int day;
    do {
      day = 1 + dice.below(length);
    } while (dice.uniform() * 1.25 > DAYS[day - 1]);
    int weekday = CityPlan.month(month).atDay(day).getDayOfWeek().getValue();
    if (weekday > 5 && dice.chance(0.7)) {
      int later = day + 8 - weekday;
      return later <= length ? later : day - weekday + 5;
    }
    return day;
  }

  /** Partners by rank; the ranks of a resident fall anywhere among all partners. */
  private int partner(Resident resident, InvoiceSide side) {
    double edge = resident.invoicing(side).partnerEdge();
    int rank = (int) StrictMath.pow(1 + dice.uniform() * (edge - 1), 1 / (1 - RANK_EXPONENT));
    long place = Dice.mix(seed + resident.index() * 512L + side.feed().number());
    return (int) (Dice.mix(place + rank) & (Codes.PARTNERS - 1));
  }
}
