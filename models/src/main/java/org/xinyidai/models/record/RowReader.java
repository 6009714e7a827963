package org.xinyidai.models.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;
import org.xinyidai.models.subject.Uscc;

/**
 * Reads the texts of one source record into a row (校验入库): every column on its own, then the rules
 * between columns. Every fault is seen, the one first in {@link Reason} is told.
 */
final class RowReader {
  private static final long FIRST_DAY = LocalDate.of(1990, 1, 1).toEpochDay();

  private final Feed<?> feed;
  private final Row row;
  private final long receivedOn;
  private @Nullable Rejected<Row> fault;

  private RowReader(Feed<?> feed, LocalDate receivedOn) {
    this.feed = feed;
    this.row = new Row(feed.columns().size());
    this.receivedOn = receivedOn.toEpochDay();
  }

  static Validated<Row> validate(Feed<?> feed, Fields fields, LocalDate receivedOn) {
    return new RowReader(feed, receivedOn).validate(fields);
  }

  private Validated<Row> validate(Fields fields) {
    List<Column> columns = feed.columns();
    for (int i = 0; i < columns.size(); i++) {
      String text = Texts.clean(fields.text(i));
      if (text.isEmpty()) {
        if (columns.get(i).required()) {
          refuse(Reason.FIELD_MISSING, i);
        }
      } else {
        readColumn(columns.get(i), i, text);
      }
    }
    if (fault == null) {
      for (Check check : feed.checks()) {
        if (!check.holds().test(row)) {
          refuse(check.reason(), check.column());
        }
      }
    }
    return fault == null ? new Accepted<>(row) : fault;
  }

  private void readColumn(Column column, int i, String text) {
    switch (column.kind()) {
      case TEXT -> readText(i, text);
      case CODE -> readCode(column, i, text);
      case DAY -> readDay(i, Dates.epochDay(text));
      case MONTH -> readMonth(i, Dates.month(text));
      case FEN -> readNumber(i, Numbers.scaled(text, 2));
      case COUNT -> readNumber(i, Numbers.scaled(text, 0));
      case MILLI -> readNumber(i, Numbers.scaled(text, 3));
      case FLAG -> readNumber(i, Numbers.flag(text));
    }
  }

  private void readText(int i, String text) {
    if (i == 0) {
      String code = Texts.upperCase(text);
      if (Uscc.isWellFormed(code)) {
        row.set(i, code);
      } else {
        refuse(Reason.USCC_MALFORMED, i);
      }
    } else if (text.length() > Column.MAX_TEXT) {
      refuse(Reason.TEXT_TOO_LONG, i);
    } else if (!Texts.isWhole(text)) {
      refuse(Reason.VALUE_UNREADABLE, i);
    } else if (Texts.isFormula(text)) {
      refuse(Reason.FORMULA, i);
    } else {
      row.set(i, text);
    }
  }

  private void readCode(Column column, int i, String text) {
    List<List<String>> codes = column.codes();
    for (int code = 0; code < codes.size(); code++) {
      if (codes.get(code).contains(text)) {
        row.set(i, code);
        return;
      }
    }
    refuse(Reason.CODE_UNKNOWN, i);
  }

  private void readDay(int i, long day) {
    if (day == Numbers.UNREADABLE) {
      refuse(Reason.VALUE_UNREADABLE, i);
    } else if (day > receivedOn && !feed.futureColumns().contains(i)) {
      refuse(Reason.PERIOD_IN_FUTURE, i);
    } else if (day < FIRST_DAY && i == feed.dayColumn()) {
      refuse(Reason.PERIOD_TOO_OLD, i);
    } else {
      row.set(i, day);
    }
  }

  private void readMonth(int i, long month) {
    if (month == Numbers.UNREADABLE) {
      refuse(Reason.VALUE_UNREADABLE, i);
      return;
    }
    long firstDay = LocalDate.of((int) (month / 12), (int) (month % 12) + 1, 1).toEpochDay();
    if (firstDay > receivedOn) {
      refuse(Reason.PERIOD_IN_FUTURE, i);
    } else if (firstDay < FIRST_DAY) {
      refuse(Reason.PERIOD_TOO_OLD, i);
    } else {
      row.set(i, month);
    }
  }

  private void readNumber(int i, long number) {
    if (number == Numbers.UNREADABLE) {
      refuse(Reason.VALUE_UNREADABLE, i);
    } else if (number < 0 && !feed.signedColumns().contains(i)) {
      refuse(Reason.AMOUNT_NEGATIVE, i);
    } else {
      row.set(i, number);
    }
  }

  private void refuse(Reason reason, int column) {
    if (fault == null || reason.compareTo(fault.reason()) < 0) {
      fault = new Rejected<>(reason, feed.columns().get(column).name());
    }
  }
}
