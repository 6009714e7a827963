package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of a pack (考核指标): what is measured, what it shall come to, by when, for how many points,
 * and where that stands.
 *
 * @param id unique in its pack, for calls and files
 * @param requirement row of the requirements, such as A1; empty where none names it
 * @param section the part of the document that it belongs to
 * @param target null where the source sets none
 * @param deadline the last day by which it shall be reached, null where the source sets none
 * @param formula null where the source gives no points
 * @param notes what must be known of it: readings, and defects of the source as they stand
 */
public record TargetItem(
    String id,
    String requirement,
    String section,
    Name name,
    Measure measure,
    @Nullable Target target,
    Period period,
    @Nullable LocalDate deadline,
    @Nullable PointsFormula formula,
    Citation citation,
    List<String> notes) {
  /** What it is called. */
  public record Name(String zh, String en) {}

  public TargetItem {
    notes = List.copyOf(notes);
    if (id.isBlank()) {
      throw new IllegalArgumentException("an item has an id");
    }
  }

  public Optional<Target> wanted() {
    return Optional.ofNullable(target);
  }

  public Optional<LocalDate> due() {
    return Optional.ofNullable(deadline);
  }

  public Optional<PointsFormula> scoring() {
    return Optional.ofNullable(formula);
  }

  /** Every figure that it needs, those of its measure first. */
  public Set<Figure> figures() {
    Set<Figure> all = new LinkedHashSet<>(measure.figures());
    scoring().ifPresent(scored -> all.addAll(scored.figures()));
    return all;
  }
}
