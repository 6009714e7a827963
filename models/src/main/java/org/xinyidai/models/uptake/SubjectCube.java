package org.xinyidai.models.uptake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * How many subjects were in which state in which district on a day (主体统计立方). All figures of
 * subjects come out of it without looking at a subject again.
 */
public final class SubjectCube {
  private static final int DIGITS = 6;
  private final Map<Long, Long> cells;

  SubjectCube(Map<Long, Long> cells) {
    this.cells = cells;
  }

  static SubjectCube empty() {
    return new SubjectCube(new HashMap<>());
  }

  /** A copy that later changes do not reach. */
  SubjectCube copy() {
    return new SubjectCube(new HashMap<>(cells));
  }

  void add(int district, int bits, long count) {
    long cell = ((long) district << Integer.SIZE) | bits;
    cells.merge(cell, count, (a, b) -> a + b == 0 ? null : a + b);
  }

  /**
   * How many count.
   *
   * @param district beginning digits of a division code, empty for everywhere
   */
  public long count(SubjectFigure figure, String district) {
    long sum = 0;
    for (Map.Entry<Long, Long> cell : cells.entrySet()) {
      sum += counts(cell, figure::counts, district) ? cell.getValue() : 0;
    }
    return sum;
  }

  /** The same for each district of six digits. */
  public Map<String, Long> byDistrict(SubjectFigure figure) {
    return grouped(figure::counts, "", Gap.By.DISTRICT);
  }

  /**
   * Where most of those are who would change a figure, the most first.
   *
   * @param more those who do not count yet, else those who do
   * @param most how many places of each kind
   */
  public List<Gap.Place> places(SubjectFigure figure, boolean more, String district, int most) {
    IntPredicate wanted = more ? figure::lacks : figure::counts;
    List<Gap.Place> places = new ArrayList<>();
    for (Gap.By by : Gap.By.values()) {
      grouped(wanted, district, by).entrySet().stream()
          .map(group -> new Gap.Place(by, group.getKey(), group.getValue()))
          .sorted(Comparator.comparingLong(Gap.Place::subjects).reversed())
          .limit(most)
          .forEach(places::add);
    }
    return places;
  }

  private Map<String, Long> grouped(IntPredicate wanted, String district, Gap.By by) {
    Map<String, Long> groups = new TreeMap<>();
    for (Map.Entry<Long, Long> cell : cells.entrySet()) {
      if (counts(cell, wanted, district)) {
        groups.merge(group(cell.getKey(), by), cell.getValue(), Long::sum);
      }
    }
    return groups;
  }

  private static String group(long cell, Gap.By by) {
    int bits = (int) cell;
    return switch (by) {
      case DISTRICT -> district(cell);
      case INDUSTRY -> SubjectBits.section(bits);
      case SIZE -> SubjectBits.size(bits);
      case TYPE -> SubjectBits.type(bits);
    };
  }

  private static boolean counts(Map.Entry<Long, Long> cell, IntPredicate wanted, String district) {
    return wanted.test(cell.getKey().intValue())
        && (district.isEmpty() || district(cell.getKey()).startsWith(district));
  }

  private static String district(long cell) {
    return digits((int) (cell >> Integer.SIZE));
  }

  /** Six digits of a division code. */
  static String digits(int district) {
    String digits = Integer.toString(district);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubjectCube cube && cube.cells.equals(cells);
  }

  @Override
  public int hashCode() {
    return cells.hashCode();
  }

  @Override
  public String toString() {
    return cells.size() + " cells";
  }
}
