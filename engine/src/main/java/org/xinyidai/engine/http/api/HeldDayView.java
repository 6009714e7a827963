package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.market.HeldDay;
import org.xinyidai.engine.market.HeldDay.Advice;
import org.xinyidai.engine.market.PlanText;

/**
 * A matching day that was held, as its reader may see it (融资对接会): the office all of it, an
 * enterprise what its own demands were advised, a lender how many demands were advised to go to its
 * products and not whose they are.
 *
 * @param demands that it was planned for; null but for the office
 * @param leftOut open demands that were too many for one day; null but for the office
 * @param worthFen expected benefit of the whole city, in fen; null but for the office
 * @param unassigned numbers of demands that got no place; none but for the office
 */
record HeldDayView(
    String id,
    LocalDate day,
    int round,
    Instant at,
    @Nullable Integer demands,
    @Nullable Long leftOut,
    @Nullable Long worthFen,
    List<LineView> lines,
    List<ProductView> products,
    List<String> unassigned,
    TextView note) {
  /** A sum over fewer would tell of single demands. */
  private static final int LEAST_SUMMED = 10;

  /** Where one demand is advised to go. */
  record LineView(
      String demandId,
      String uscc,
      String productId,
      int version,
      TextView product,
      TextView lender,
      String lenderOrganisation,
      long amountFen,
      int termMonths,
      long worthFen) {
    static LineView of(Advice advice) {
      return new LineView(
          advice.demand(),
          advice.uscc(),
          advice.product(),
          advice.version(),
          TextView.of(advice.name()),
          TextView.of(advice.lender()),
          advice.organisation(),
          advice.amountFen(),
          advice.termMonths(),
          advice.worthFen());
    }
  }

  /**
   * What was advised to go to one product.
   *
   * @param amountFen of all of them; null below ten, where it would tell of single demands
   */
  record ProductView(
      String productId,
      TextView product,
      String lenderOrganisation,
      int demands,
      @Nullable Long amountFen) {
    static ProductView of(List<Advice> advice) {
      Advice first = advice.get(0);
      return new ProductView(
          first.product(),
          TextView.of(first.name()),
          first.organisation(),
          advice.size(),
          advice.size() < LEAST_SUMMED ? null : advice.stream().mapToLong(Advice::amountFen).sum());
    }
  }

  /** Whether there is anything in it for the caller. */
  boolean isEmpty() {
    return demands == null && lines.isEmpty() && products.isEmpty();
  }

  static HeldDayView of(HeldDay held, Access access) {
    boolean office = access.account().role() == Role.OFFICE;
    boolean lender = access.account().role() == Role.BANK;
    List<Advice> seen =
        held.advice().stream()
            .filter(one -> access.covers(lender ? one.organisation() : one.uscc()))
            .toList();
    return new HeldDayView(
        held.id(),
        held.day(),
        held.round(),
        held.at(),
        office ? held.demands() : null,
        office ? held.leftOut() : null,
        office ? held.worthFen() : null,
        lender ? List.of() : seen.stream().map(LineView::of).toList(),
        office || lender ? products(seen) : List.of(),
        office ? held.unassigned() : List.of(),
        TextView.of(PlanText.NOTE));
  }

  private static List<ProductView> products(List<Advice> advice) {
    Map<String, List<Advice>> products =
        advice.stream()
            .collect(Collectors.groupingBy(Advice::product, TreeMap::new, Collectors.toList()));
    return products.values().stream()
        .map(ProductView::of)
        .sorted(Comparator.comparingInt(ProductView::demands).reversed())
        .toList();
  }
}
