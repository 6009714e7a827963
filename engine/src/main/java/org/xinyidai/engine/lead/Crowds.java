package org.xinyidai.engine.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.screening.Screening;

/**
 * How many enterprises look alike from outside (等价类): by district, industry, size and age, which
 * anyone can read off a signboard. A row tells as many of these as at least {@link ToldCount#LEAST}
 * enterprises share.
 */
final class Crowds {
  /** From the finest to the coarsest; each is a part of the one before. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of(
              "division_code",
              "industry_section",
              "industry_code",
              "size_class",
              "subject_type",
              "age_months"),
          List.of("division_code", "industry_section", "size_class", "subject_type"),
          List.of("division_code", "industry_section"),
          List.of("division_code"));

  /** What tells who somebody is, and so is told only of a crowd. */
  private static final Set<String> OUTWARD = Set.copyOf(LEVELS.get(0));

  private final Grid grid;
  private final List<Map<List<Double>, int[]>> sizes;

  Crowds(Grid grid, Screening rows) {
    this.grid = grid;
    this.sizes = IntStream.range(0, LEVELS.size()).mapToObj(level -> sizes()).toList();
    rows.forEach(
        Screen.EVERYONE,
        row -> {
          for (int level = 0; level < LEVELS.size(); level++) {
            sizes.get(level).computeIfAbsent(key(level, row), key -> new int[1])[0]++;
          }
        });
  }

  /** Whether an attribute of a row may be told. */
  boolean tells(Screened row, String attribute) {
    if (!OUTWARD.contains(attribute)) {
      return true;
    }
    for (int level = 0; level < LEVELS.size(); level++) {
      int[] size = sizes.get(level).get(key(level, row));
      if (size != null && size[0] >= ToldCount.LEAST) {
        return LEVELS.get(level).contains(attribute);
      }
    }
    return false;
  }

  private static Map<List<Double>, int[]> sizes() {
    return new HashMap<>();
  }

  private List<Double> key(int level, Screened row) {
    return LEVELS.get(level).stream()
        .map(name -> grid.find(name).orElseThrow())
        .map(attribute -> attribute.band(row.value(attribute.position())))
        .toList();
  }
}
