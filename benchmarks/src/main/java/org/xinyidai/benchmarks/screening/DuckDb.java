package org.xinyidai.benchmarks.screening;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.screening.Screen;

/**
 * A peer: an analytical database inside the process, its table in memory and in the order of the
 * score, every question prepared before it is timed. Whole-number columns are integers there.
 */
final class DuckDb implements AutoCloseable {
  private final Connection connection;
  private final List<PreparedStatement> counts = new ArrayList<>();
  private final List<PreparedStatement> tops = new ArrayList<>();

  DuckDb(SyntheticCity city, List<Screen> questions, int most) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    String columns = "score INTEGER, district TINYINT, industry SMALLINT, age SMALLINT";
    for (int column = SyntheticCity.TAX; column < SyntheticCity.COLUMNS; column++) {
      columns += ", c%d DOUBLE".formatted(column);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE e (id INTEGER, " + columns + ")");
    }
    fill(city);
    for (Screen question : questions) {
      counts.add(connection.prepareStatement("SELECT count(*) FROM e WHERE " + where(question)));
      tops.add(
          connection.prepareStatement(
              "SELECT id FROM e WHERE %s ORDER BY score DESC, id LIMIT %d"
                  .formatted(where(question), most)));
    }
  }

  private void fill(SyntheticCity city) throws SQLException {
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "e")) {
      for (int row = 0; row < city.rows; row++) {
        appender.beginRow();
        appender.append(row);
        appender.append((int) city.values[SyntheticCity.SCORE][row]);
        appender.append((byte) city.values[SyntheticCity.DISTRICT][row]);
        appender.append((short) city.values[SyntheticCity.INDUSTRY][row]);
        appender.append((short) city.values[SyntheticCity.AGE][row]);
        for (int column = SyntheticCity.TAX; column < SyntheticCity.COLUMNS; column++) {
          double value = city.values[column][row];
          if (Double.isNaN(value)) {
            appender.appendNull();
          } else {
            appender.append(value);
          }
        }
        appender.endRow();
      }
    }
  }

  /** How many threads answer; 0 for as many as it likes. */
  void threads(int threads) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(threads == 0 ? "RESET threads" : "SET threads = " + threads);
    }
  }

  long count(int question) throws SQLException {
    try (ResultSet result = counts.get(question).executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  int top(int question, int[] into) throws SQLException {
    try (ResultSet result = tops.get(question).executeQuery()) {
      int count = 0;
      while (result.next()) {
        into[count++] = result.getInt(1);
      }
      return count;
    }
  }

  private static String where(Screen screen) {
    return screen.conditions().stream().map(DuckDb::condition).collect(Collectors.joining(" AND "));
  }

  private static String condition(AcceptedSet condition) {
    String column =
        switch (condition.position()) {
          case SyntheticCity.SCORE -> "score";
          case SyntheticCity.DISTRICT -> "district";
          case SyntheticCity.INDUSTRY -> "industry";
          case SyntheticCity.AGE -> "age";
          default -> "c" + condition.position();
        };
    List<Interval> intervals = condition.intervals();
    if (condition.position() == SyntheticCity.DISTRICT) {
      return intervals.stream()
          .flatMapToInt(
              one -> java.util.stream.IntStream.rangeClosed((int) one.from(), (int) one.to()))
          .mapToObj(String::valueOf)
          .collect(Collectors.joining(", ", column + " IN (", ")"));
    }
    Interval one = intervals.get(0);
    String from = String.format(Locale.ROOT, "%s >= %s", column, number(one.from()));
    return Double.isInfinite(one.to())
        ? from
        : from + String.format(Locale.ROOT, " AND %s <= %s", column, number(one.to()));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
