package org.xinyidai.models.uptake;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.quality.Ratio;

/** What an item measures (考核值): a share of two figures, or a figure itself. */
public sealed interface Measure {
  /** The figures that it reads, the counted one first. */
  List<Figure> figures();

  /** The value; empty where a figure is not known or the whole is nothing. */
  Optional<Ratio> value(FigureSet figures);

  /** The figure whose subjects or records raise it. */
  default Figure counted() {
    return figures().get(0);
  }

  /** A part of a whole (占比); the two need not be subsets, as records for each inhabitant. */
  record Share(Figure numerator, Figure denominator) implements Measure {
    @Override
    public List<Figure> figures() {
      return List.of(numerator, denominator);
    }

    @Override
    public Optional<Ratio> value(FigureSet figures) {
      return figures
          .find(numerator)
          .flatMap(part -> figures.find(denominator).flatMap(whole -> Ratio.of(part, whole)));
    }
  }

  /** A number by itself (数量). */
  record Count(Figure figure) implements Measure {
    @Override
    public List<Figure> figures() {
      return List.of(figure);
    }

    @Override
    public Optional<Ratio> value(FigureSet figures) {
      return figures.find(figure).map(Ratio::whole);
    }
  }
}
