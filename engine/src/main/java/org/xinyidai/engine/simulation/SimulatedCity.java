package org.xinyidai.engine.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinyidai.engine.simulation.life.Census;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.engine.simulation.life.Snapshot;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;

/**
 * A simulated city (模拟城市): enterprises that do not exist, and the files that its offices send of
 * them. The same seed and first month give the same bytes everywhere; more enterprises or more
 * months change nothing of those that were there.
 *
 * <pre>{@code
 * SimulatedCity city = SimulatedCity.of(seed, 5_000, YearMonth.of(2023, 7), 36);
 * city.deliveries().forEach(delivery -> take(delivery.fileName(), delivery.bytes()));
 * }</pre>
 */
public final class SimulatedCity {
  /** About 400 records for an enterprise in 36 months, most of them invoices. */
  public static final double USUAL_VOLUME = 0.2;

  private static final int HORIZON_MONTHS = 12;
  private static final int OBSERVED_EVERY_MONTHS = 3;
  private static final int SHORTEST_HISTORY_MONTHS = 12;
  private static final int YOUNGEST_MONTHS = 6;
  private static final int OBSERVED_DAY = 5;
  private static final int PUNCTUALITY = 5000;
  private static final int LENDING = 5001;
  private static final double GRANTED_A_MONTH = 0.1;
  private static final double DECLINED_A_MONTH = 0.05;
  private static final List<String> LENDERS = List.of("模拟银行甲", "模拟银行乙", "模拟银行丙");
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
  private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

  private final Census census;
  private final int months;
  private final Trouble trouble;

  private SimulatedCity(Census census, int months, Trouble trouble) {
    if (months < 1) {
      throw new IllegalArgumentException("a city needs a month: " + months);
    }
    this.census = census;
    this.months = months;
    this.trouble = trouble;
  }

  /** A city with the usual trouble and volume. */
  public static SimulatedCity of(long seed, int enterprises, YearMonth firstMonth, int months) {
    CityPlan plan = new CityPlan(seed, firstMonth, USUAL_VOLUME);
    return new SimulatedCity(new Census(plan, enterprises), months, Trouble.USUAL);
  }

  /** The same city with other trouble; lives and true records stay. */
  public SimulatedCity with(Trouble trouble) {
    return new SimulatedCity(census, months, trouble);
  }

  /** The city with so many invoices against the real data, at most 1. */
  public SimulatedCity withVolume(double volume) {
    CityPlan plan = census.plan();
    CityPlan other = new CityPlan(plan.seed(), plan.firstMonth(), volume);
    return new SimulatedCity(new Census(other, census.residents().size()), months, trouble);
  }

  /** The codes of all enterprises, in the order of their numbers. */
  public Stream<Uscc> enterprises() {
    return census.residents().stream().map(Resident::uscc);
  }

  public YearMonth firstMonth() {
    return census.plan().firstMonth();
  }

  public YearMonth lastMonth() {
    return firstMonth().plusMonths(months - 1);
  }

  /** How many deliveries there will be. */
  public int deliveryCount() {
    return months * Feeds.ALL.size();
  }

  /** All deliveries, month by month in the order in which they would come. */
  public Stream<Delivery> deliveries() {
    int first = census.plan().first();
    return Stream.iterate(census.at(first), census::after).limit(months).flatMap(this::deliveries);
  }

  /** One feed's delivery of one month. */
  public Delivery delivery(Feed<?> feed, YearMonth month) {
    Snapshot snapshot = census.at(within(month));
    return new Delivery(feed, census, snapshot, trouble, knownAt(feed, snapshot.month()));
  }

  /** The deliveries of one month alone. */
  public Stream<Delivery> deliveries(YearMonth month) {
    return deliveries(census.at(within(month)));
  }

  /**
   * Days on which an enterprise may be observed with a year of records before and a year to come:
   * each the day after a month's deliveries are due.
   */
  public List<LocalDate> observationDays() {
    return IntStream.iterate(SHORTEST_HISTORY_MONTHS, m -> m + OBSERVED_EVERY_MONTHS)
        .takeWhile(m -> m + HORIZON_MONTHS <= months)
        .mapToObj(m -> firstMonth().plusMonths(m).atDay(OBSERVED_DAY))
        .toList();
  }

  /** The day to score on when all is delivered: the day after the last delivery is due. */
  public LocalDate lastDay() {
    return lastMonth().plusMonths(1).atDay(OBSERVED_DAY);
  }

  /** Outcomes of all {@link #observationDays}. */
  public Stream<Outcome> outcomes() {
    return observationDays().stream().flatMap(this::outcomes);
  }

  /**
   * Outcomes of one day: borrowers that stood and had not defaulted by then.
   *
   * @throws IllegalArgumentException when the twelve months after are not simulated
   */
  public Stream<Outcome> outcomes(LocalDate observedOn) {
    int month = within(YearMonth.from(observedOn));
    Snapshot before = census.at(month - 1);
    Snapshot after = census.at(within(YearMonth.from(observedOn).plusMonths(HORIZON_MONTHS - 1)));
    return census.residents().stream()
        .filter(resident -> isObserved(resident, before))
        .map(resident -> new Outcome(resident.uscc(), observedOn, defaulted(resident, after)));
  }

  /**
   * What invented lenders decided on a day: of the borrowers some got a loan then, and of the
   * others some asked for one and got none.
   */
  public Stream<Verdict> verdicts(LocalDate decidedOn) {
    int month = within(YearMonth.from(decidedOn).minusMonths(1));
    Snapshot before = census.at(month);
    Dice dice = new Dice(census.plan().seed());
    return census.residents().stream()
        .filter(resident -> stands(resident, before))
        .flatMap(
            resident -> {
              dice.at(LENDING, resident.index(), month, 0);
              double chance = resident.borrower() ? GRANTED_A_MONTH : DECLINED_A_MONTH;
              boolean asked = dice.chance(chance);
              String lender = LENDERS.get(dice.below(LENDERS.size()));
              return asked
                  ? Stream.of(new Verdict(resident.uscc(), lender, decidedOn, resident.borrower()))
                  : Stream.empty();
            });
  }

  private static boolean stands(Resident resident, Snapshot before) {
    Condition then = before.back(resident.index(), 0);
    return then != null && !then.gone() && !then.closing() && !then.defaulted();
  }

  private static boolean isObserved(Resident resident, Snapshot before) {
    Condition then = before.back(resident.index(), 0);
    return resident.borrower()
        && then != null
        && then.month() >= resident.foundedIn() + YOUNGEST_MONTHS
        && !then.defaulted()
        && !then.gone()
        && !then.closing();
  }

  private static boolean defaulted(Resident resident, Snapshot snapshot) {
    Condition then = snapshot.back(resident.index(), 0);
    return then != null && then.defaulted();
  }

  private Stream<Delivery> deliveries(Snapshot snapshot) {
    return Feeds.ALL.stream()
        .map(
            feed -> new Delivery(feed, census, snapshot, trouble, knownAt(feed, snapshot.month())));
  }

  private Instant knownAt(Feed<?> feed, int month) {
    Dice dice = new Dice(census.plan().seed()).at(PUNCTUALITY, feed.number(), month, 0);
    int day = dice.chance(trouble.lateFiles()) ? 6 + dice.below(4) : 2 + feed.number() % 3;
    LocalDate sent = CityPlan.month(month).plusMonths(1).atDay(day);
    return sent.atTime(OFFICE_OPENS).toInstant(ZONE);
  }

  private int within(YearMonth month) {
    if (month.isBefore(firstMonth()) || month.isAfter(lastMonth())) {
      throw new IllegalArgumentException(
          month + " is not simulated; months are " + firstMonth() + " to " + lastMonth());
    }
    return CityPlan.month(month);
  }
}
