package org.xinyidai.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.office.Cells;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/**
 * A way in which a row can be wrong (错误类型), one for each reason of refusal. A flaw spoils a sound
 * row in one place, so the reason it is refused for is known beforehand.
 */
enum Flaw {
  UNREADABLE_ROW(Reason.ROW_UNREADABLE),
  MISSING_FIELD(Reason.FIELD_MISSING),
  BAD_CHECK_CHARACTER(Reason.USCC_MALFORMED),
  BAD_VALUE(Reason.VALUE_UNREADABLE),
  FORMULA_TEXT(Reason.FORMULA),
  UNKNOWN_CODE(Reason.CODE_UNKNOWN),
  LONG_TEXT(Reason.TEXT_TOO_LONG),
  FUTURE_PERIOD(Reason.PERIOD_IN_FUTURE),
  ANCIENT_PERIOD(Reason.PERIOD_TOO_OLD),
  NEGATIVE_AMOUNT(Reason.AMOUNT_NEGATIVE),
  AMOUNTS_APART(Reason.AMOUNTS_DISAGREE),
  DATES_REVERSED(Reason.DATES_DISAGREE);

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final List<String> LATER_DAYS =
      List.of("dueOn", "repairedOn", "closedOn", "validUntil", "recordedOn");

  private final Reason reason;

  Flaw(Reason reason) {
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** The flaws that a feed can show, in a fixed order. */
  static List<Flaw> of(Feed<?> feed) {
    List<Flaw> flaws = new ArrayList<>();
    for (Flaw flaw : values()) {
      if (flaw == UNREADABLE_ROW || !flaw.places(feed).isEmpty()) {
        flaws.add(flaw);
      }
    }
    return flaws;
  }

  /** The columns in which the flaw can show; any row of the feed may have it there. */
  List<Integer> places(Feed<?> feed) {
    return switch (this) {
      case UNREADABLE_ROW -> List.of();
      case MISSING_FIELD -> columns(feed, Column::required);
      case BAD_CHECK_CHARACTER -> List.of(0);
      case BAD_VALUE ->
          columns(feed, column -> column.kind() != Kind.TEXT && column.kind() != Kind.CODE);
      case UNKNOWN_CODE -> columns(feed, column -> column.kind() == Kind.CODE);
      case LONG_TEXT, FORMULA_TEXT ->
          columns(feed, column -> column.kind() == Kind.TEXT && !column.equals(Column.USCC));
      case FUTURE_PERIOD, ANCIENT_PERIOD -> List.of(feed.dayColumn());
      case NEGATIVE_AMOUNT -> unsigned(feed);
      case AMOUNTS_APART -> columns(feed, column -> column.name().equals("totalYuan"));
      case DATES_REVERSED -> reversible(feed);
    };
  }

  /** Spoils a row in one of its places; an unreadable row is broken later, when it is packed. */
  void spoil(Feed<?> feed, Cells cells, Dice dice) {
    List<Integer> places = places(feed);
    if (places.isEmpty()) {
      return;
    }
    int column = places.get(dice.below(places.size()));
    Kind kind = feed.columns().get(column).kind();
    switch (this) {
      case MISSING_FIELD -> cells.blank(column);
      case BAD_CHECK_CHARACTER -> cells.text(column, wrongCheck(cells.text(column)));
      case BAD_VALUE -> cells.text(column, unreadable(kind));
      case UNKNOWN_CODE -> cells.text(column, "其他状态待定");
      case FORMULA_TEXT -> cells.text(column, "=HYPERLINK(0)");
      case LONG_TEXT -> cells.text(column, "长".repeat(Column.MAX_TEXT + 1));
      case FUTURE_PERIOD -> cells.text(column, kind == Kind.MONTH ? "2199-12" : "2199-12-31");
      case ANCIENT_PERIOD -> cells.text(column, kind == Kind.MONTH ? "1987-05" : "1987-05-20");
      case NEGATIVE_AMOUNT -> cells.text(column, "-1");
      case AMOUNTS_APART -> cells.text(column, "0.01");
      case DATES_REVERSED -> cells.text(column, kind == Kind.COUNT ? "2199" : "1991-01-01");
      case UNREADABLE_ROW -> throw new IllegalStateException("has no places");
    }
  }

  private static List<Integer> columns(Feed<?> feed, Predicate<Column> which) {
    return IntStream.range(0, feed.columns().size())
        .filter(i -> which.test(feed.columns().get(i)))
        .boxed()
        .toList();
  }

  private static List<Integer> unsigned(Feed<?> feed) {
    return columns(feed, column -> isNumber(column.kind())).stream()
        .filter(i -> !feed.signedColumns().contains(i))
        .toList();
  }

  private static boolean isNumber(Kind kind) {
    return kind == Kind.FEN || kind == Kind.COUNT || kind == Kind.MILLI;
  }

  /** A day that must not come before another, or a year that must not come after its rating. */
  private static List<Integer> reversible(Feed<?> feed) {
    if (feed.checks().isEmpty()) {
      return List.of();
    }
    return columns(
        feed, column -> LATER_DAYS.contains(column.name()) || column.name().equals("year"));
  }

  private static String wrongCheck(String code) {
    int last = ALPHABET.indexOf(code.charAt(code.length() - 1));
    return code.substring(0, code.length() - 1) + ALPHABET.charAt((last + 1) % ALPHABET.length());
  }

  private static String unreadable(Kind kind) {
    return switch (kind) {
      case DAY -> "2024-02-30";
      case MONTH -> "2024-13";
      case FLAG -> "不详";
      case FEN, COUNT, MILLI, TEXT, CODE -> "壹拾万元整";
    };
  }
}
