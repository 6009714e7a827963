package org.xinyidai.engine.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.models.assignment.DayPlan;
import org.xinyidai.models.assignment.DayPlanner;
import org.xinyidai.models.assignment.MatchDay;
import org.xinyidai.models.assignment.MatchDay.Choice;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.Quota;
import org.xinyidai.models.ranking.RankedOffer;

/**
 * Plans a matching day (融资对接会撮合): all open demands against what is left of every product, for the
 * greatest worth of the whole city. Advice: nothing is reserved and nobody is told. A quota of
 * loans is kept exactly. Of a quota of money as many loans are planned as fit at the largest amount
 * that anyone would take of the product, so that a plan never asks for more than there is.
 * Requirement B14.
 */
public final class MatchDays {
  /** Demands of one day: a hall of people, and a plan within seconds. */
  public static final int MOST_DEMANDS = 2_000;

  /** The best offers of a demand that enter; who gets none of these has fifty lost chances. */
  static final int OFFERS_EACH = 50;

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
   * @param worthFen what all of it is expected to be worth to the enterprises
   * @param unassigned demands that got no place, by number
   */
  public record Plan(
      LocalDate day, int demands, long worthFen, List<Line> lines, List<String> unassigned) {}

  /** That a demand is advised to go to a product. */
  public record Line(Demand demand, RankedOffer offer) {}

  private record Place(String demand, String product) {}

  /** Plans the day. */
  public Plan plan(LocalDate day) {
    Map<Place, Line> lines = new HashMap<>();
    List<Choice> choices = new ArrayList<>();
    Map<String, Long> largest = new HashMap<>();
    List<Demand> open = openOn(day);
    for (Demand demand : open) {
      matching.matched(demand, day, OFFERS_EACH).offers().stream()
          .filter(one -> one.benefit().expectedFen() > 0)
          .forEach(
              one -> {
                Offer offer = one.offer();
                String product = offer.product().id().value();
                Place place = new Place(demand.id().value(), product);
                lines.put(place, new Line(demand, one));
                choices.add(new Choice(place.demand(), product, one.benefit().expectedFen()));
                largest.merge(product, offer.amountFen(), Math::max);
              });
    }
    DayPlan plan = DayPlanner.plan(new MatchDay(choices, places(largest)));
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
        open.stream().map(one -> one.id().value()).filter(id -> !assigned.contains(id)).toList();
    return new Plan(day, open.size(), plan.worthFen(), List.copyOf(chosen), rest);
  }

  private List<Demand> openOn(LocalDate day) {
    return demands.open("", MOST_DEMANDS).stream()
        .filter(demand -> demand.status(day) == Demand.Status.OPEN)
        .toList();
  }

  private Map<String, Integer> places(Map<String, Long> largest) {
    Map<String, Integer> places = new HashMap<>();
    quotas
        .all()
        .forEach(
            (id, quota) -> {
              Long amount = largest.get(id.value());
              if (amount != null) {
                places.put(id.value(), places(quota, amount));
              }
            });
    return places;
  }

  private static int places(Quota quota, long largestFen) {
    long byMoney = quota.fenLeft() / Math.max(1, largestFen);
    return (int) Math.min(MOST_DEMANDS, Math.min(quota.loansLeft(), byMoney));
  }
}
