package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.quality.Ratio;

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

  /** A value of it as people write it: a share as percent up to 1, a count as a number. */
  public String shown(Ratio value) {
    return measure instanceof Measure.Share ? Words.share(value) : Words.plain(value);
  }

  /** The target in a clerk's words, such as "高于 30%"; empty where there is none. */
  public String targetZh() {
    return target instanceof Target.Bound set
        ? set.comparison().titleZh() + " " + shown(set.bound())
        : wanted().map(Target::titleZh).orElse("");
  }

  /** Every figure that it needs, those of its measure first. */
  public Set<Figure> figures() {
    Set<Figure> all = new LinkedHashSet<>(measure.figures());
    scoring().ifPresent(scored -> all.addAll(scored.figures()));
    return all;
  }
}
