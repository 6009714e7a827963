package org.xinyidai.engine.uptake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.Measure;
import org.xinyidai.models.uptake.SubjectFigure;
import org.xinyidai.models.uptake.TargetItem;

/** Who is behind a figure, and who could still be won (指标下钻). */
public final class Drilldown {
  private final SubjectFacts subjects;
  private final Register register;

  Drilldown(Store store, SubjectFacts subjects) {
    this.subjects = subjects;
    this.register = new Register(store);
  }

  /** Which subjects of an item are wanted (下钻范围). */
  public enum Part {
    /** Those who count. */
    NUMERATOR("numerator", "分子"),
    /** All of whom they are a part. */
    DENOMINATOR("denominator", "分母"),
    /** Those of the whole who do not count yet. */
    GAP("gap", "差距");

    private final String id;
    private final String titleZh;

    Part(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in calls. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }

    public static Optional<Part> ofId(String id) {
      return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
    }
  }

  /**
   * One subject.
   *
   * @param entry what the register says last, null where it is silent by now
   */
  public record Line(Uscc uscc, @Nullable MarketRegistration entry) {}

  /**
   * A page of subjects by code; empty where the part counts no subjects.
   *
   * @param after behind which code the page begins, null for the first
   */
  public Optional<List<Line>> page(
      TargetItem item, Part part, Asked asked, @Nullable Uscc after, int limit) {
    return wanted(item, part)
        .map(
            wanted ->
                subjects
                    .ask(table -> table.page(asked.asOf(), wanted, asked.district(), after, limit))
                    .stream()
                    .map(uscc -> new Line(uscc, register.newest(uscc).orElse(null)))
                    .toList());
  }

  private static Optional<IntPredicate> wanted(TargetItem item, Part part) {
    Optional<SubjectFigure> counted = ofSubjects(item.measure().counted());
    return switch (part) {
      case NUMERATOR -> counted.map(figure -> figure::counts);
      case GAP -> counted.filter(figure -> figure.whole().isPresent()).map(figure -> figure::lacks);
      case DENOMINATOR ->
          (item.measure() instanceof Measure.Share share
                  ? ofSubjects(share.denominator())
                  : counted.flatMap(SubjectFigure::whole))
              .map(figure -> figure::counts);
    };
  }

  private static Optional<SubjectFigure> ofSubjects(Figure figure) {
    return SubjectFigure.ofId(figure.id());
  }
}
