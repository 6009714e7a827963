package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * Every subject's spans in columns (主体列式表): one row for a span, so that any past day is counted by
 * one walk. Days that were asked for are kept as cubes and follow each change, so they need no
 * second walk. Belongs to one thread at a time.
 */
public final class SubjectTable {
  /** A trend of three years and some days beside; each cube is some thousand cells. */
  private static final int MOST_CUBES = 48;

  private static final int FIRST_ROWS = 1024;

  /** Rows of replaced spans before all are written anew. */
  private static final int MOST_DEAD_SHARE = 2;

  private final Map<Uscc, Integer> positions = new HashMap<>();
  private final List<Uscc> codes = new ArrayList<>();
  private final Map<Integer, SubjectCube> cubes =
      new LinkedHashMap<>(MOST_CUBES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, SubjectCube> eldest) {
          return size() > MOST_CUBES;
        }
      };
  private int[] firstRow = new int[FIRST_ROWS];
  private int[] rowCount = new int[FIRST_ROWS];
  private int[] from = new int[FIRST_ROWS];
  private int[] until = new int[FIRST_ROWS];
  private int[] district = new int[FIRST_ROWS];
  private int[] bits = new int[FIRST_ROWS];
  private int[] subject = new int[FIRST_ROWS];
  private int rows;
  private int dead;

  /** Subjects that were ever put. */
  public int subjects() {
    return codes.size();
  }

  /** Rows that hold spans. */
  public int rows() {
    return rows - dead;
  }

  /** Replaces the spans of a subject; none takes it out. */
  public void put(Uscc uscc, List<SubjectSpan> spans) {
    @Nullable Integer known = positions.get(uscc);
    int position = known == null ? codes.size() : known;
    if (known == null) {
      if (spans.isEmpty()) {
        return;
      }
      positions.put(uscc, position);
      codes.add(uscc);
      firstRow = grown(firstRow, codes.size());
      rowCount = grown(rowCount, codes.size());
    }
    follow(position, spans);
    retire(position);
    append(position, spans);
    if (dead > rows / MOST_DEAD_SHARE && dead > FIRST_ROWS) {
      compact();
    }
  }

  /** The cube of a day, as it is now. */
  public SubjectCube cube(LocalDate asOf) {
    int day = (int) asOf.toEpochDay();
    return cubes.computeIfAbsent(day, this::counted).copy();
  }

  /** The same by a walk over all rows, whatever is kept: the way that must give the same. */
  public SubjectCube recounted(LocalDate asOf) {
    return counted((int) asOf.toEpochDay());
  }

  /**
   * A page of subjects by code.
   *
   * @param wanted asked for the state of the day
   * @param places beginning digits of division codes, empty for everywhere
   * @param after behind which code the page begins, null for the first
   */
  public List<Uscc> page(
      LocalDate asOf, IntPredicate wanted, String places, @Nullable Uscc after, int limit) {
    int day = (int) asOf.toEpochDay();
    PriorityQueue<Uscc> least = new PriorityQueue<>(Comparator.reverseOrder());
    for (int row = 0; row < rows; row++) {
      if (from[row] <= day && day < until[row] && wanted.test(bits[row])) {
        Uscc code = codes.get(subject[row]);
        boolean behind = after == null || code.compareTo(after) > 0;
        if (behind && isWithin(district[row], places)) {
          least.add(code);
          if (least.size() > limit) {
            least.poll();
          }
        }
      }
    }
    return least.stream().sorted().toList();
  }

  /** What holds of one subject on a day; empty where it is not there. */
  public Optional<SubjectSpan> find(Uscc uscc, LocalDate asOf) {
    @Nullable Integer position = positions.get(uscc);
    if (position == null) {
      return Optional.empty();
    }
    int day = (int) asOf.toEpochDay();
    return spans(position).stream().filter(span -> span.holdsOn(day)).findFirst();
  }

  private static boolean isWithin(int division, String places) {
    return places.isEmpty() || SubjectCube.digits(division).startsWith(places);
  }

  private SubjectCube counted(int day) {
    SubjectCube cube = SubjectCube.empty();
    CellCounter counter = new CellCounter();
    for (int row = 0; row < rows; row++) {
      if (from[row] <= day && day < until[row]) {
        counter.add(((long) district[row] << Integer.SIZE) | bits[row]);
      }
    }
    counter.forEach((cell, count) -> cube.add((int) (cell >> Integer.SIZE), (int) cell, count));
    return cube;
  }

  /** Moves a subject in every kept cube from what it was to what it will be. */
  private void follow(int position, List<SubjectSpan> spans) {
    List<SubjectSpan> before = spans(position);
    cubes.forEach(
        (day, cube) -> {
          count(cube, day, before, -1);
          count(cube, day, spans, 1);
        });
  }

  private static void count(SubjectCube cube, int day, List<SubjectSpan> spans, long sign) {
    for (SubjectSpan span : spans) {
      if (span.holdsOn(day)) {
        cube.add(span.district(), span.bits(), sign);
      }
    }
  }

  private List<SubjectSpan> spans(int position) {
    List<SubjectSpan> spans = new ArrayList<>();
    for (int row = firstRow[position]; row < firstRow[position] + rowCount[position]; row++) {
      spans.add(new SubjectSpan(from[row], until[row], district[row], bits[row]));
    }
    return spans;
  }

  /** A row that ends before it begins holds on no day. */
  private void retire(int position) {
    int first = firstRow[position];
    Arrays.fill(from, first, first + rowCount[position], SubjectSpan.OPEN);
    Arrays.fill(until, first, first + rowCount[position], Integer.MIN_VALUE);
    dead += rowCount[position];
  }

  private void append(int position, List<SubjectSpan> spans) {
    int needed = rows + spans.size();
    from = grown(from, needed);
    until = grown(until, needed);
    district = grown(district, needed);
    bits = grown(bits, needed);
    subject = grown(subject, needed);
    firstRow[position] = rows;
    rowCount[position] = spans.size();
    for (SubjectSpan span : spans) {
      from[rows] = span.from();
      until[rows] = span.until();
      district[rows] = span.district();
      bits[rows] = span.bits();
      subject[rows] = position;
      rows++;
    }
  }

  /** Moves all living rows together; rows of a subject stay side by side. */
  private void compact() {
    int to = 0;
    for (int row = 0; row < rows; row++) {
      if (until[row] != Integer.MIN_VALUE) {
        boolean first = firstRow[subject[row]] == row;
        from[to] = from[row];
        until[to] = until[row];
        district[to] = district[row];
        bits[to] = bits[row];
        subject[to] = subject[row];
        if (first) {
          firstRow[subject[row]] = to;
        }
        to++;
      }
    }
    rows = to;
    dead = 0;
  }

  private static int[] grown(int[] column, int needed) {
    return needed <= column.length
        ? column
        : Arrays.copyOf(column, Math.max(needed, column.length + column.length / 2));
  }
}
