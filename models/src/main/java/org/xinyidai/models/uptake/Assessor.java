package org.xinyidai.models.uptake;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.quality.Ratio;

/** Judges items and packs (考核计算): values, verdicts, points and gaps from figures, exactly. */
public final class Assessor {
  private final FigureSource source;

  public Assessor(FigureSource source) {
    this.source = source;
  }

  /**
   * A pack as of a day.
   *
   * @param district whose figures the source tells; empty for the whole office
   */
  public Assessment assess(TargetPack pack, LocalDate asOf, String district) {
    List<ItemResult> results = new ArrayList<>();
    pack.items().forEach(item -> results.add(assess(item, asOf)));
    return new Assessment(pack, asOf, district, results);
  }

  /** One item as of a day. */
  public ItemResult assess(TargetItem item, LocalDate asOf) {
    FigureSet figures = source.on(asOf, item.period(), item.figures());
    @Nullable Ratio before = item.target() instanceof Target.Rising ? before(item, asOf) : null;
    return result(item, figures, before);
  }

  /** One item from figures that are at hand. */
  public static ItemResult result(TargetItem item, FigureSet figures, @Nullable Ratio before) {
    @Nullable Ratio value = item.measure().value(figures).orElse(null);
    Verdict verdict = verdict(item, value, before);
    @Nullable Gap gap = verdict == Verdict.MISSED ? gap(item, figures, before).orElse(null) : null;
    return new ItemResult(
        item,
        item.figures().stream().map(figures::value).toList(),
        value,
        before,
        verdict,
        gap,
        item.scoring().flatMap(formula -> formula.points(figures)).orElse(null));
  }

  private @Nullable Ratio before(TargetItem item, LocalDate asOf) {
    LocalDate earlier = item.period().before(asOf);
    FigureSet figures = source.on(earlier, item.period(), item.figures());
    return item.measure().value(figures).orElse(null);
  }

  private static Verdict verdict(TargetItem item, @Nullable Ratio value, @Nullable Ratio before) {
    if (item.wanted().isEmpty()) {
      return Verdict.NO_TARGET;
    }
    Optional<Boolean> met =
        Optional.ofNullable(value).flatMap(known -> item.wanted().get().isMetBy(known, before));
    return met.map(yes -> yes ? Verdict.MET : Verdict.MISSED).orElse(Verdict.UNKNOWN);
  }

  /** How many of the counted figure reach the bound while the whole stays as it is. */
  private static Optional<Gap> gap(TargetItem item, FigureSet figures, @Nullable Ratio before) {
    Target.Bound bound;
    if (item.target() instanceof Target.Bound set) {
      bound = set;
    } else if (before != null) {
      bound = new Target.Bound(Comparison.ABOVE, before);
    } else {
      return Optional.empty();
    }
    Figure counted = item.measure().counted();
    long held = figures.find(counted).orElseThrow();
    long whole =
        item.measure() instanceof Measure.Share share
            ? figures.find(share.denominator()).orElseThrow()
            : 1;
    long wanted = wanted(bound, whole);
    boolean more = bound.comparison().wantsMore();
    long count = more ? wanted - held : held - wanted;
    return wanted < 0 ? Optional.empty() : Optional.of(new Gap(count, more, counted));
  }

  /** The part of a whole that just keeps the bound; negative where none does. */
  private static long wanted(Target.Bound bound, long whole) {
    BigInteger product =
        BigInteger.valueOf(bound.bound().numerator()).multiply(BigInteger.valueOf(whole));
    BigInteger[] parts =
        product.divideAndRemainder(BigInteger.valueOf(bound.bound().denominator()));
    long floor = parts[0].longValueExact();
    long ceiling = parts[1].signum() == 0 ? floor : floor + 1;
    return switch (bound.comparison()) {
      case ABOVE -> floor + 1;
      case AT_LEAST -> ceiling;
      case AT_MOST -> floor;
      case BELOW -> ceiling - 1;
    };
  }
}
