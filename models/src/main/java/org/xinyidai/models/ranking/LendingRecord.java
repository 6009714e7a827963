package org.xinyidai.models.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.score.Grade;

/**
 * What lenders decided before (既往审批统计), counted by lender, product and grade, and how long they
 * took. The chance of approval is smoothed by Laplace's rule from the wide group to the narrow:
 * each group counts as if two more decisions had been made there, split as in the group around it,
 *
 * <pre>  p(market, g)  = (approved + 1)                  / (decided + 2)
 *   p(lender, g)  = (approved + 2 p(market, g))      / (decided + 2)
 *   p(product, g) = (approved + 2 p(lender, g))      / (decided + 2)</pre>
 *
 * so that one approval of one application is no certainty. Example: of all lenders 6 of 8 of grade
 * B were approved, p = 7/10; of this lender 2 of 2, p = (2 + 1.4)/4 = 0.85; of this product none
 * was decided, so its chance is 0.85 by the lender's decisions. An enterprise without a grade is
 * counted with everyone. Immutable.
 */
public final class LendingRecord {
  /** The name of all lenders, all products or all grades together. */
  private static final String ALL = "";

  private static final double PRIOR = 2;

  private static final List<Grade> GRADES = List.of(Grade.values());

  /** Nobody has told of any decision. */
  public static final LendingRecord EMPTY = new LendingRecord(List.of(), Map.of());

  private final List<Cell> cells;
  private final Map<String, Integer> medianDays;
  private final Map<Place, long[]> counts = new HashMap<>();
  private final Map<String, OfLender> lenders = new HashMap<>();
  private final List<Chance> market;

  /** Takes counts that were made before; for what reads them from a store. */
  public LendingRecord(List<Cell> cells, Map<String, Integer> medianDays) {
    this.cells = List.copyOf(cells);
    this.medianDays = Map.copyOf(medianDays);
    for (Cell cell : cells) {
      counts.put(
          new Place(cell.lender(), cell.product(), cell.grade()),
          new long[] {cell.decided(), cell.approved()});
    }
    market = bands("", "");
    prepare();
  }

  /** Chances by grade, the first for everyone together. */
  private record OfLender(List<Chance> all, Map<String, List<Chance>> products, OptionalInt days) {}

  /**
   * Counts of one group.
   *
   * @param lender empty for all
   * @param product empty for all of the lender
   * @param grade its name, empty for all
   */
  public record Cell(String lender, String product, String grade, long decided, long approved) {}

  private record Place(String lender, String product, String grade) {}

  /** Counts decisions. */
  public static LendingRecord of(List<PastDecision> decisions) {
    Map<Place, long[]> counts = new HashMap<>();
    Map<String, List<Integer>> days = new TreeMap<>();
    for (PastDecision one : decisions) {
      String grade = one.grade() == null ? ALL : one.grade().name();
      for (String g : grade.isEmpty() ? List.of(ALL) : List.of(ALL, grade)) {
        count(counts, new Place(ALL, ALL, g), one.approved());
        count(counts, new Place(one.lender(), ALL, g), one.approved());
        if (one.product() != null) {
          count(counts, new Place(one.lender(), one.product(), g), one.approved());
        }
      }
      if (one.workingDays() >= 0) {
        days.computeIfAbsent(one.lender(), lender -> new ArrayList<>()).add(one.workingDays());
      }
    }
    List<Cell> cells = new ArrayList<>();
    counts.forEach((p, n) -> cells.add(new Cell(p.lender, p.product, p.grade, n[0], n[1])));
    cells.sort(
        Comparator.comparing(Cell::lender).thenComparing(Cell::product).thenComparing(Cell::grade));
    Map<String, Integer> medians = new TreeMap<>();
    days.forEach((lender, all) -> medians.put(lender, median(all)));
    return new LendingRecord(cells, medians);
  }

  /** Every group, in a fixed order. */
  public List<Cell> cells() {
    return cells;
  }

  /** The median of working days by lender, of those who said when an application came in. */
  public Map<String, Integer> medianDays() {
    return medianDays;
  }

  /**
   * The chance that a product is granted.
   *
   * @param grade of the enterprise, null where it has none
   */
  public Chance chance(LoanProduct product, @Nullable Grade grade) {
    return chances(product).get(band(grade));
  }

  /** The chances of a product, one for each {@link #band}. */
  List<Chance> chances(LoanProduct product) {
    @Nullable OfLender lender = of(product.lender());
    if (lender == null) {
      return market;
    }
    @Nullable List<Chance> narrow = lender.products().get(product.id().value());
    return narrow == null ? lender.all() : narrow;
  }

  /** The median of the lender's working days; empty where it is unknown. */
  public OptionalInt medianDays(Lender lender) {
    @Nullable OfLender known = of(lender);
    return known == null ? OptionalInt.empty() : known.days();
  }

  /** Decisions of before organisations were named stand under the lender's Chinese name. */
  private @Nullable OfLender of(Lender lender) {
    @Nullable OfLender named = lenders.get(lender.organisation());
    return named == null ? lenders.get(lender.name().zh()) : named;
  }

  /** Groups of grades: each grade, and everyone together. */
  static int bands() {
    return 1 + GRADES.size();
  }

  /** The number of a grade's group, 0 for everyone together. */
  static int band(@Nullable Grade grade) {
    return grade == null ? 0 : 1 + GRADES.indexOf(grade);
  }

  /** Works every chance out once, for they are asked for by the thousand. */
  private void prepare() {
    for (Cell cell : cells) {
      if (!cell.lender().isEmpty()) {
        OfLender lender =
            lenders.computeIfAbsent(
                cell.lender(), name -> new OfLender(bands(name, ALL), new HashMap<>(), days(name)));
        if (!cell.product().isEmpty()) {
          lender
              .products()
              .computeIfAbsent(cell.product(), product -> bands(cell.lender(), product));
        }
      }
    }
  }

  private OptionalInt days(String lender) {
    @Nullable Integer days = medianDays.get(lender);
    return days == null ? OptionalInt.empty() : OptionalInt.of(days);
  }

  private List<Chance> bands(String lender, String product) {
    return IntStream.range(0, bands()).mapToObj(band -> chance(band, lender, product)).toList();
  }

  private Chance chance(int band, String lender, String product) {
    String grade = band == 0 ? ALL : GRADES.get(band - 1).name();
    long[] all = counts.get(new Place(ALL, ALL, grade));
    long[] own = lender.isEmpty() ? null : counts.get(new Place(lender, ALL, grade));
    long[] narrow = product.isEmpty() ? null : counts.get(new Place(lender, product, grade));
    double p = smoothed(narrow, smoothed(own, smoothed(all, 0.5)));
    if (narrow != null) {
      return new Chance(p, Chance.Basis.PRODUCT, narrow[0]);
    }
    if (own != null) {
      return new Chance(p, Chance.Basis.LENDER, own[0]);
    }
    return all == null
        ? new Chance(p, Chance.Basis.NONE, 0)
        : new Chance(p, Chance.Basis.MARKET, all[0]);
  }

  private static double smoothed(long @Nullable [] counts, double around) {
    return counts == null ? around : (counts[1] + PRIOR * around) / (counts[0] + PRIOR);
  }

  private static void count(Map<Place, long[]> counts, Place place, boolean approved) {
    long[] count = counts.computeIfAbsent(place, fresh -> new long[2]);
    count[0]++;
    count[1] += approved ? 1 : 0;
  }

  /** Of an even number the lower of the two in the middle. */
  private static int median(List<Integer> days) {
    int[] sorted = days.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
