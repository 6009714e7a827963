package org.xinyidai.engine.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.xinyidai.models.assignment.DayPlan;
import org.xinyidai.models.assignment.DayPlanner;
import org.xinyidai.models.assignment.MatchDay;
import org.xinyidai.models.assignment.MatchDay.Choice;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.ranking.RankedOffer;

/**
 * Plans a matching day (融资对接会撮合): all open demands against what is left of every product, for the
 * greatest worth of the whole city. Advice: nothing is reserved and nobody is told. Quotas of loans
 * and of money are kept exactly. Requirement B14.
 */
public final class MatchDays {
  /** Demands of one day: a hall of people, and a plan within seconds. */
  public static final int MOST_DEMANDS = 2_000;

  /** The best offers of a demand that enter; who gets none of these has fifty lost chances. */
  static final int OFFERS_EACH = 50;

  /** Demands that one look into the store brings. */
  private static final int PAGE = 1_000;

  /** The newest first, so that who posted late gives way where there are too many. */
  private static final Comparator<Demand> NEWEST_FIRST =
      Comparator.comparing(Demand::postedOn).thenComparing(one -> one.id().value()).reversed();

  private final Demands demands;
  private final Matching matching;
  private final Quotas quotas;

  public MatchDays(Demands demands, Matching matching, Quotas quotas) {
    this.demands = demands;
    this.matching = matching;
    this.quotas = quotas;
  }

  /**
   * The plan.
   *
   * @param demands that it was made for, those that were posted first
   * @param leftOut open demands beyond {@link #MOST_DEMANDS}, which it does not speak of
   * @param worthFen what all of it is expected to be worth to the enterprises
   * @param unassigned demands that got no place, by number
   */
  public record Plan(
      LocalDate day,
      int demands,
      long leftOut,
      long worthFen,
      List<Line> lines,
      List<String> unassigned) {}

  /** That a demand is advised to go to a product. */
  public record Line(Demand demand, RankedOffer offer) {}

  private record Place(String demand, String product) {}

  /** The demands of a day in the order of their numbers, and how many more there are. */
  private record Open(List<Demand> demands, long leftOut) {}

  /** Plans the day. */
  public Plan plan(LocalDate day) {
    Map<Place, Line> lines = new HashMap<>();
    List<Choice> choices = new ArrayList<>();
    Open open = openOn(day);
    for (Demand demand : open.demands()) {
      matching.matched(demand, day, OFFERS_EACH).offers().stream()
          .filter(one -> one.benefit().expectedFen() > 0)
          .forEach(
              one -> {
                Offer offer = one.offer();
                Place place = new Place(demand.id().value(), offer.product().id().value());
                lines.put(place, new Line(demand, one));
                choices.add(
                    new Choice(
                        place.demand(),
                        place.product(),
                        offer.amountFen(),
                        one.benefit().expectedFen()));
              });
    }
    DayPlan plan = DayPlanner.plan(problem(choices));
    List<Line> chosen = new ArrayList<>();
    Set<String> assigned = new HashSet<>();
    for (Choice one : plan.chosen()) {
      Line line = lines.get(new Place(one.demand(), one.product()));
      if (line != null) {
        chosen.add(line);
        assigned.add(one.demand());
      }
    }
    List<String> rest =
        open.demands().stream()
            .map(one -> one.id().value())
            .filter(id -> !assigned.contains(id))
            .toList();
    return new Plan(
        day, open.demands().size(), open.leftOut(), plan.worthFen(), List.copyOf(chosen), rest);
  }

  private MatchDay problem(List<Choice> choices) {
    Map<String, Integer> places = new HashMap<>();
    Map<String, Long> leftFen = new HashMap<>();
    quotas
        .all()
        .forEach(
            (id, quota) -> {
              places.put(id.value(), (int) Math.min(MOST_DEMANDS, quota.loansLeft()));
              leftFen.put(id.value(), quota.fenLeft());
            });
    return new MatchDay(choices, places, leftFen);
  }

  private Open openOn(LocalDate day) {
    PriorityQueue<Demand> first = new PriorityQueue<>(NEWEST_FIRST);
    long leftOut = 0;
    String last = "";
    List<Demand> page;
    do {
      page = demands.open(last, PAGE);
      for (Demand demand : page) {
        last = demand.id().value();
        if (demand.status(day) == Demand.Status.OPEN) {
          first.add(demand);
        }
        if (first.size() > MOST_DEMANDS) {
          first.remove();
          leftOut++;
        }
      }
    } while (page.size() == PAGE);
    return new Open(
        first.stream().sorted(Comparator.comparing(one -> one.id().value())).toList(), leftOut);
  }
}
