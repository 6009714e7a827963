package org.xinyidai.engine.uptake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.uptake.Assessor;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.Measure;
import org.xinyidai.models.uptake.SubjectFigure;
import org.xinyidai.models.uptake.TargetItem;

/** The same item beside itself for every district, lender or source (横向比较). */
public final class Comparisons {
  private static final Set<String> OF_LENDERS =
      Set.of("applications_decided", "applications_granted");
  private static final Set<String> OF_SOURCES =
      Set.of(
          "publicity_reported",
          "publicity_conforming",
          "publicity_timely",
          "publicity_late",
          "records_reported",
          "records_wrong_or_repeated",
          "enterprise_utility_records");

  private final UptakeDesk desk;

  Comparisons(UptakeDesk desk) {
    this.desk = desk;
  }

  /** What is compared (比较维度). */
  public enum By {
    DISTRICT("district"),
    LENDER("lender"),
    SOURCE("source");

    private final String id;

    By(String id) {
      this.id = id;
    }

    /** The stable name in calls. */
    public String id() {
      return id;
    }

    public static Optional<By> ofId(String id) {
      return Arrays.stream(values()).filter(by -> by.id.equals(id)).findFirst();
    }
  }

  /** One of those compared. */
  public record Line(String name, ItemResult result) {}

  /** The lines by name; empty where the item cannot be told apart so. */
  public Optional<List<Line>> of(TargetItem item, By by, Asked asked) {
    if (!canTell(item.measure(), by)) {
      return Optional.empty();
    }
    PlatformFigures whole = desk.figures(asked, Scope.of(asked.district()));
    return Optional.of(
        names(by, asked, whole).stream()
            .map(name -> new Line(name, result(item, scope(by, name, asked), asked)))
            .toList());
  }

  private ItemResult result(TargetItem item, Scope scope, Asked asked) {
    Asked narrowed = new Asked(asked.asOf(), scope.district(), asked.knownAt());
    return new Assessor(desk.figures(narrowed, scope)).assess(item, asked.asOf());
  }

  private static List<String> names(By by, Asked asked, PlatformFigures whole) {
    return switch (by) {
      case DISTRICT ->
          whole.cube(asked.asOf()).byDistrict(SubjectFigure.MARKET_SUBJECTS).keySet().stream()
              .filter(district -> district.startsWith(asked.district()))
              .toList();
      case LENDER -> whole.lenders();
      case SOURCE -> whole.reporters();
    };
  }

  private static Scope scope(By by, String name, Asked asked) {
    return switch (by) {
      case DISTRICT -> Scope.of(name);
      case LENDER -> new Scope(asked.district(), name, "");
      case SOURCE -> new Scope(asked.district(), "", name);
    };
  }

  private static boolean canTell(Measure measure, By by) {
    return measure.figures().stream().map(Figure::id).allMatch(id -> canTell(id, by));
  }

  private static boolean canTell(String id, By by) {
    return switch (by) {
      case DISTRICT ->
          SubjectFigure.ofId(id).isPresent() || OF_LENDERS.contains(id) || OF_SOURCES.contains(id);
      case LENDER -> OF_LENDERS.contains(id);
      case SOURCE -> OF_SOURCES.contains(id);
    };
  }
}
