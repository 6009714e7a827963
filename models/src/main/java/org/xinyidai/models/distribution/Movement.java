package org.xinyidai.models.distribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.xinyidai.models.distribution.Stability.Level;

/**
 * How far a feature moved against its base by a day (特征漂移), and what each district had in it.
 *
 * @param feature its position in the schema
 * @param stability PSI of the whole population
 * @param parts by district; their contributions sum to the stability
 */
public record Movement(int feature, LocalDate asOf, double stability, List<Part> parts) {
  /** How many times as far as the rest a district moves that moves on its own. */
  private static final double OWN_MATTER = 2;

  public Movement {
    parts = List.copyOf(parts);
  }

  /**
   * One district.
   *
   * @param contribution what it adds to the stability of the whole
   * @param stability PSI of the district against its own base
   * @param shifted whether that is a shift by the norm and more than chance could do
   * @param moved whether it shifted on its own: by more than twice what the rest of the city did
   */
  public record Part(
      String district, double contribution, double stability, boolean shifted, boolean moved) {}

  /** Compares two populations; a district that one of them lacks only contributes. */
  public static Movement of(int feature, Population base, Population now) {
    Distribution before = base.of(feature);
    Distribution after = now.of(feature);
    Bins bins = Bins.of(before);
    long[] was = bins.counts(before);
    long[] is = bins.counts(after);
    TreeSet<String> districts = new TreeSet<>(base.districts());
    districts.addAll(now.districts());
    List<Part> parts = new ArrayList<>();
    for (String district : districts) {
      long[] wasHere = bins.counts(base.of(district, feature));
      long[] isHere = bins.counts(now.of(district, feature));
      double own = Stability.index(wasHere, isHere);
      double rest = Stability.index(without(was, wasHere), without(is, isHere));
      boolean shifted = Level.of(own) == Level.SHIFTED && own > Stability.noise(wasHere, isHere);
      double contribution = Stability.contribution(was, is, wasHere, isHere);
      boolean moved = shifted && own > OWN_MATTER * rest;
      parts.add(new Part(district, contribution, own, shifted, moved));
    }
    return new Movement(feature, now.asOf(), Stability.index(was, is), parts);
  }

  /** The districts that moved on their own, the most moved first. */
  public List<Part> moved() {
    return parts.stream()
        .filter(Part::moved)
        .sorted(Comparator.comparingDouble(Part::stability).reversed())
        .toList();
  }

  /** Whether more than half of the districts shifted, so that it is no district's own matter. */
  public boolean isEverywhere() {
    return parts.stream().filter(Part::shifted).count() * 2 > parts.size();
  }

  private static long[] without(long[] all, long[] part) {
    long[] rest = all.clone();
    Arrays.setAll(rest, i -> all[i] - part[i]);
    return rest;
  }
}
