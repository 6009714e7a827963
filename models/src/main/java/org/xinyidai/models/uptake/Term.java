package org.xinyidai.models.uptake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.quality.Ratio;

/** One part of the sum that an item's points are (计分项). */
public sealed interface Term {
  /** Its points; negative for a deduction; empty where an input is not known. */
  Optional<Ratio> points(FigureSet figures);

  /** What it reads. */
  Set<Figure> figures();

  /** What a share of nothing earns (分母为零). */
  enum Vacant {
    /** Nothing was to be done, so nothing is lacking. */
    FULL("full"),
    /** Nothing was reported, so nothing is earned. */
    NONE("none"),
    /** It cannot be told. */
    UNKNOWN("unknown");

    private final String id;

    Vacant(String id) {
      this.id = id;
    }

    /** The stable name in packs. */
    public String id() {
      return id;
    }

    public static Optional<Vacant> ofId(String id) {
      return Arrays.stream(values()).filter(vacant -> vacant.id.equals(id)).findFirst();
    }
  }

  /**
   * Points pro rata between two values (按比例得分): none at or beyond the one, all at or beyond the
   * other, straight in between; the better end may be the lower one.
   *
   * @param shares the lowest of them counts; one, as a rule
   * @param none the value that earns nothing
   * @param all the value that earns everything
   */
  record ProRata(List<Measure.Share> shares, Ratio none, Ratio all, Ratio most, Vacant vacant)
      implements Term {
    public ProRata {
      shares = List.copyOf(shares);
      if (shares.isEmpty() || none.equals(all) || most.compareTo(Ratio.ZERO) <= 0) {
        throw new IllegalArgumentException("pro rata needs a share, two ends and points");
      }
    }

    @Override
    public Optional<Ratio> points(FigureSet figures) {
      List<Ratio> earned = new ArrayList<>();
      for (Measure.Share share : shares) {
        Optional<Ratio> points = points(share, figures);
        if (points.isEmpty()) {
          return Optional.empty();
        }
        earned.add(points.get());
      }
      return earned.stream().min(Ratio::compareTo);
    }

    private Optional<Ratio> points(Measure.Share share, FigureSet figures) {
      Optional<Long> part = figures.find(share.numerator());
      Optional<Long> whole = figures.find(share.denominator());
      if (whole.filter(number -> number == 0).isPresent()) {
        return switch (vacant) {
          case FULL -> Optional.of(most);
          case NONE -> Optional.of(Ratio.ZERO);
          case UNKNOWN -> Optional.empty();
        };
      }
      if (part.isEmpty() || whole.isEmpty()) {
        return Optional.empty();
      }
      Ratio value = new Ratio(part.get(), whole.get());
      return Optional.of(along(value).times(most));
    }

    /** How far the value has come from the one end to the other, 0 to 1. */
    private Ratio along(Ratio value) {
      boolean rises = all.compareTo(none) > 0;
      Ratio inside = rises ? value.clamp(none, all) : value.clamp(all, none);
      return inside.minus(none).dividedBy(all.minus(none));
    }

    @Override
    public Set<Figure> figures() {
      Set<Figure> all = new LinkedHashSet<>();
      shares.forEach(share -> all.addAll(share.figures()));
      return all;
    }
  }

  /**
   * So many points for each (每项得分), or off for each where negative.
   *
   * @param each of one item, in points
   */
  record Each(Figure figure, Ratio each) implements Term {
    @Override
    public Optional<Ratio> points(FigureSet figures) {
      return figures.find(figure).map(count -> each.times(Ratio.whole(count)));
    }

    @Override
    public Set<Figure> figures() {
      return Set.of(figure);
    }
  }

  /** Points that are there to begin with (基础分), from which others take away. */
  record Fixed(Ratio points) implements Term {
    @Override
    public Optional<Ratio> points(FigureSet figures) {
      return Optional.of(points);
    }

    @Override
    public Set<Figure> figures() {
      return Set.of();
    }
  }
}
