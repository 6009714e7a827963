package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Coverage;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;

/**
 * Tries a version of a product on enterprises before anyone is offered it (产品试运行): who would pass,
 * where, which criterion keeps most away, and what moves against the version before. Takes
 * enterprises one by one; what is asked for is not looked at, the limit by the formula is. Belongs
 * to one thread; what several threads counted is put together by {@link #add(DryRun)}.
 */
public final class DryRun {
  private final AttributeCatalogue catalogue;
  private final CompiledProduct next;
  private final @Nullable CompiledProduct last;
  private final int[] positions;
  private final long[] failing;
  private final long[] failingAlone;
  private final Map<String, long[]> districts = new TreeMap<>();
  private final Map<Integer, Long> known = new HashMap<>();
  private long enterprises;
  private long passing;
  private long ruledOut;
  private long limitTooLow;
  private long gained;
  private long lost;

  /**
   * @param last the version that it would replace, null where there is none
   * @param day on which the criteria are taken
   */
  public DryRun(
      AttributeCatalogue catalogue,
      LoanProduct next,
      @Nullable LoanProduct last,
      List<HardRule> rules,
      LocalDate day) {
    CompiledRules compiled = CompiledRules.of(rules, catalogue);
    this.catalogue = catalogue;
    this.next = CompiledProduct.of(next, catalogue, compiled, day);
    this.last = last == null ? null : CompiledProduct.of(last, catalogue, compiled, day);
    this.positions =
        this.next.accepted().stream().mapToInt(AcceptedSet::position).distinct().toArray();
    this.failing = new long[next.criteria().size()];
    this.failingAlone = new long[next.criteria().size()];
  }

  /**
   * What came out, exact; it is for the lender only once small counts are covered.
   *
   * @param limitTooLow enterprises that pass the criteria and get a limit below the least amount
   * @param gained pass now and did not pass the version before; 0 where there was none
   * @param lost passed the version before and do not pass now
   * @param byDistrict by the first six digits of the division code, {@code ""} where it is unknown
   * @param byCriterion in the order of the product
   */
  public record Report(
      long enterprises,
      long passing,
      long ruledOut,
      long limitTooLow,
      boolean compared,
      long gained,
      long lost,
      Map<String, Share> byDistrict,
      List<Exclusion> byCriterion,
      Coverage coverage) {
    public Report {
      byDistrict = Collections.unmodifiableMap(new TreeMap<>(byDistrict));
      byCriterion = List.copyOf(byCriterion);
    }
  }

  /** How many of a district would pass. */
  public record Share(long enterprises, long passing) {}

  /**
   * What one criterion keeps away.
   *
   * @param failing enterprises that fail it
   * @param failingAlone those of them that pass every other criterion: who would come in without it
   */
  public record Exclusion(Text criterion, String attribute, long failing, long failingAlone) {}

  /**
   * Takes one enterprise.
   *
   * @param district empty where it is unknown
   */
  public void add(Candidate candidate, String district) {
    enterprises++;
    countKnown(candidate);
    boolean ruled = !next.rules().hold(candidate.rawValues());
    ruledOut += ruled ? 1 : 0;
    boolean criteria = countFailing(candidate);
    boolean limit = new LimitCheck(next.product(), candidate).holds();
    boolean passes = !ruled && criteria && limit;
    limitTooLow += !ruled && criteria && !limit ? 1 : 0;
    passing += passes ? 1 : 0;
    long[] share = districts.computeIfAbsent(district, d -> new long[2]);
    share[0]++;
    share[1] += passes ? 1 : 0;
    if (last != null) {
      boolean before =
          last.eligible(candidate.rawValues()) && new LimitCheck(last.product(), candidate).holds();
      gained += passes && !before ? 1 : 0;
      lost += before && !passes ? 1 : 0;
    }
  }

  private void countKnown(Candidate candidate) {
    for (int position : positions) {
      if (!Double.isNaN(candidate.value(position))) {
        known.merge(position, 1L, Long::sum);
      }
    }
  }

  /** Whether all criteria hold. */
  private boolean countFailing(Candidate candidate) {
    int only = -1;
    int fails = 0;
    for (int i = 0; i < failing.length; i++) {
      AcceptedSet set = next.accepted().get(i);
      if (!set.accepts(candidate.value(set.position()))) {
        failing[i]++;
        only = i;
        fails++;
      }
    }
    if (fails == 1) {
      failingAlone[only]++;
    }
    return fails == 0;
  }

  /** Adds what another run of the same versions has counted. */
  public DryRun add(DryRun other) {
    enterprises += other.enterprises;
    passing += other.passing;
    ruledOut += other.ruledOut;
    limitTooLow += other.limitTooLow;
    gained += other.gained;
    lost += other.lost;
    for (int i = 0; i < failing.length; i++) {
      failing[i] += other.failing[i];
      failingAlone[i] += other.failingAlone[i];
    }
    other.districts.forEach(
        (district, share) -> {
          long[] sum = districts.computeIfAbsent(district, d -> new long[2]);
          sum[0] += share[0];
          sum[1] += share[1];
        });
    other.known.forEach((position, count) -> known.merge(position, count, Long::sum));
    return this;
  }

  public Report report() {
    Map<String, Share> shares = new TreeMap<>();
    districts.forEach((district, share) -> shares.put(district, new Share(share[0], share[1])));
    List<Exclusion> exclusions = new ArrayList<>();
    for (int i = 0; i < failing.length; i++) {
      Attribute attribute = catalogue.get(next.accepted().get(i).position());
      exclusions.add(
          new Exclusion(
              next.product().criteria().get(i).words(attribute),
              attribute.name(),
              failing[i],
              failingAlone[i]));
    }
    Map<String, Long> names = new HashMap<>();
    known.forEach((position, count) -> names.put(catalogue.get(position).name(), count));
    return new Report(
        enterprises,
        passing,
        ruledOut,
        limitTooLow,
        last != null,
        gained,
        lost,
        shares,
        exclusions,
        new Coverage(enterprises, names));
  }
}
