package org.xinyidai.benchmarks.uptake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.SpanBuilder;
import org.xinyidai.models.uptake.SubjectCube;
import org.xinyidai.models.uptake.SubjectFigure;
import org.xinyidai.models.uptake.SubjectSpan;
import org.xinyidai.models.uptake.SubjectTable;

/**
 * Question: how long does it take to count four figures of a million subjects by district on a day
 * that was not asked for before, beside a database in the same process on the same spans; and how
 * long to follow one change? Wall time, medians of rounds in turn; all counts are compared first.
 *
 * <p>Arguments: the number of subjects, a million unless given.
 */
public final class IndicatorRounds {
  private static final int MILLION = 1_000_000;
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 5;
  private static final int CHANGES = 20_000;
  private static final long SEED = 20_261_031;
  private static final List<SubjectFigure> FIGURES =
      List.of(
          SubjectFigure.MARKET_SUBJECTS,
          SubjectFigure.SURVIVING_ENTERPRISES,
          SubjectFigure.VERIFIED_SUBJECTS,
          SubjectFigure.A_RATED_TAXPAYERS);

  private final SubjectTable table = new SubjectTable();
  private final List<Uscc> codes = new ArrayList<>();

  private IndicatorRounds() {}

  public static void main(String[] args) throws SQLException {
    new IndicatorRounds().run(args.length > 0 ? Integer.parseInt(args[0]) : MILLION);
  }

  private void run(int subjects) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      long start = System.nanoTime();
      fill(connection, subjects);
      say("%,d subjects, %,d rows, both filled in %.1f s%n", subjects, table.rows(), since(start));
      try (PreparedStatement count = prepared(connection)) {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS + WARM_UP; round++) {
          LocalDate day = SyntheticTown.TODAY.minusDays(round);
          start = System.nanoTime();
          SubjectCube cube = table.recounted(day);
          long[][] mine = counts(cube);
          double our = since(start);
          start = System.nanoTime();
          long[][] peers = counts(count, day);
          double their = since(start);
          if (!Arrays.deepEquals(mine, peers)) {
            throw new IllegalStateException("the peers do not agree on " + day);
          }
          ours[Math.max(0, round - WARM_UP)] = our;
          theirs[Math.max(0, round - WARM_UP)] = their;
        }
        say(
            "all figures of a day by district: columns %.1f ms, DuckDB %.1f ms, %.1f times%n",
            1e3 * median(ours), 1e3 * median(theirs), median(theirs) / median(ours));
      }
    }
    follow();
  }

  /** What it costs to follow one change while a dozen days are kept. */
  private void follow() {
    for (int month = 0; month < 12; month++) {
      table.cube(SyntheticTown.TODAY.minusMonths(month));
    }
    SyntheticTown other = new SyntheticTown(SEED + 1);
    SpanBuilder builder = new SpanBuilder();
    long start = System.nanoTime();
    for (int change = 0; change < CHANGES; change++) {
      Uscc uscc = codes.get((int) ((long) change * 7_919 % codes.size()));
      table.put(uscc, builder.spans(other.next(uscc)));
    }
    double each = since(start) / CHANGES;
    boolean same = table.cube(SyntheticTown.TODAY).equals(table.recounted(SyntheticTown.TODAY));
    say("one change followed in %.2f us; equal to a recount: %s%n", 1e6 * each, same);
  }

  private void fill(Connection connection, int subjects) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE s (since INTEGER, until INTEGER, district INTEGER, bits INTEGER)");
    }
    SyntheticTown town = new SyntheticTown(SEED);
    SpanBuilder builder = new SpanBuilder();
    try (DuckDBAppender rows =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "s")) {
      for (int i = 0; i < subjects; i++) {
        Uscc uscc = SyntheticTown.code(i);
        List<SubjectSpan> spans = builder.spans(town.next(uscc));
        codes.add(uscc);
        table.put(uscc, spans);
        for (SubjectSpan span : spans) {
          rows.beginRow();
          rows.append(span.from());
          rows.append(span.until());
          rows.append(span.district());
          rows.append(span.bits());
          rows.endRow();
        }
      }
    }
  }

  /** Survives is bit 0, verified 2, rated 3, A-rated 4; the type stands above bit 16. */
  private static PreparedStatement prepared(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "SELECT count(*), count(*) FILTER (bits >> 16 & 15 = 1), count(*) FILTER (bits & 4 <> 0),"
            + " count(*) FILTER (bits & 16 <> 0) FROM s WHERE since <= ? AND until > ?"
            + " AND bits & 1 = 1 GROUP BY district ORDER BY district");
  }

  private static long[][] counts(SubjectCube cube) {
    return cube.byDistrict(FIGURES.get(0)).keySet().stream()
        .map(place -> FIGURES.stream().mapToLong(figure -> cube.count(figure, place)).toArray())
        .toArray(long[][]::new);
  }

  private static long[][] counts(PreparedStatement count, LocalDate day) throws SQLException {
    count.setInt(1, (int) day.toEpochDay());
    count.setInt(2, (int) day.toEpochDay());
    List<long[]> lines = new ArrayList<>();
    try (ResultSet result = count.executeQuery()) {
      while (result.next()) {
        long[] line = new long[FIGURES.size()];
        for (int i = 0; i < line.length; i++) {
          line[i] = result.getLong(i + 1);
        }
        lines.add(line);
      }
    }
    return lines.toArray(long[][]::new);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
