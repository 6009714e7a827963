package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import java.util.List;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Obligation;
import org.xinyidai.models.record.Feed;

/**
 * Writes the yearly ratings of an office (年度评价): once a year, for the year before, a grade that
 * follows conduct and health with much noise.
 */
final class RatingClerk extends Clerk {
  /**
   * How an office grades.
   *
   * @param month month of the year in which grades are published, January is 0
   * @param grades from best to worst
   * @param bounds the score above which each grade but the last is given
   * @param newcomer grade of those who were not there in the whole year before
   */
  record Scale(int month, List<String> grades, List<Double> bounds, String newcomer) {}

  /** Tax credit: published in April; A is the best tenth and more. */
  static final Scale TAX =
      new Scale(3, List.of("A级", "B级", "C级", "D级"), List.of(1.05, -1.1, -2.1), "M级");

  /** Environmental credit: published in June. */
  static final Scale ENVIRONMENT =
      new Scale(5, List.of("绿色", "蓝色", "黄色", "红色", "黑色"), List.of(1.0, -1.0, -2.0, -3.0), "蓝色");

  private final Scale scale;
  private final int publishedOn = column("publishedOn");
  private final int year = column("year");
  private final int grade = column("grade");

  RatingClerk(Feed<?> feed, Scale scale) {
    super(feed);
    this.scale = scale;
  }

  @Override
  int count(Visit visit) {
    return visit.month() % 12 == scale.month && !visit.now().gone() ? 1 : 0;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    int rated = visit.month() / 12 - 1;
    LocalDate founded = visit.resident().foundedOn();
    String given =
        founded.getYear() >= rated ? scale.newcomer : scale.grades.get(place(visit, mistaken));
    if (mistaken && given.equals(scale.newcomer)) {
      given = scale.grades.get(scale.grades.size() - 1);
    }
    cells.day(publishedOn, CityPlan.month(visit.month()).atDay(25)).count(year, rated);
    cells.text(grade, given);
  }

  /** A mistaken grade is the neighbour of the true one. */
  private int place(Visit visit, boolean mistaken) {
    Dice dice = visit.dice(feed().number(), 0);
    double score = 0.85 * visit.now().health() - 0.35 * skipped(visit) + 0.55 * dice.normal();
    int place = 0;
    while (place < scale.bounds.size() && score < scale.bounds.get(place)) {
      place++;
    }
    return !mistaken ? place : place == 0 ? 1 : place - 1;
  }

  /** Months behind with taxes, as far back as the office looks. */
  private static int skipped(Visit visit) {
    int skipped = 0;
    for (int back = 1; back <= 3; back++) {
      Condition then = visit.before(back);
      skipped += then != null && then.monthsBehind(Obligation.TAX) > 0 ? 1 : 0;
    }
    return skipped;
  }
}
