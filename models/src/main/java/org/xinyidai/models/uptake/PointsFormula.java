package org.xinyidai.models.uptake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.quality.Ratio;

/**
 * How a value becomes points (计分办法): the sum of terms, kept between a floor of zero and the most
 * that the item gives. Exact fractions of a point; only what is shown is rounded. Where an input of
 * any term is not known the points are not known.
 *
 * @param most the most that the item gives (满分)
 * @param readingZh how we read what the source leaves open; empty where it is plain
 */
public record PointsFormula(Ratio most, List<Term> terms, String readingZh) {
  public PointsFormula {
    terms = List.copyOf(terms);
    if (most.compareTo(Ratio.ZERO) <= 0 || terms.isEmpty()) {
      throw new IllegalArgumentException("a formula has terms and gives points");
    }
  }

  /** The points, empty where an input is not known. */
  public Optional<Ratio> points(FigureSet figures) {
    Ratio sum = Ratio.ZERO;
    for (Term term : terms) {
      Optional<Ratio> part = term.points(figures);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(part.get());
    }
    return Optional.of(sum.clamp(Ratio.ZERO, most));
  }

  /** Every figure that goes in, in order. */
  public Set<Figure> figures() {
    Set<Figure> all = new LinkedHashSet<>();
    terms.forEach(term -> all.addAll(term.figures()));
    return all;
  }
}
