package org.xinyidai.models.financing.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.report.LineFault.Reason;

/** Reads the texts of one line field by field and gathers what is wrong (报送行取值). */
final class LineTexts {
  private static final int LONGEST = 200;
  private static final String NUMBER = "-?[0-9]{1,15}(\\.[0-9]{1,6})?";

  private final Map<ReportField, String> texts;
  private final ReportUnits units;
  private final List<LineFault> faults = new ArrayList<>();

  LineTexts(Map<ReportField, String> texts, ReportUnits units) {
    this.texts = texts;
    this.units = units;
    texts.forEach(
        (field, text) -> {
          if (text.length() > LONGEST) {
            fault(field, Reason.TOO_LONG);
          } else if (text.startsWith("=")) {
            fault(field, Reason.FORMULA);
          }
        });
  }

  List<LineFault> faults() {
    return faults;
  }

  void fault(ReportField field, Reason reason) {
    if (faults.stream().noneMatch(one -> one.field() == field)) {
      faults.add(new LineFault(field, reason));
    }
  }

  boolean has(ReportField field) {
    return !text(field).isEmpty();
  }

  /** Empty where it was not reported. */
  String text(ReportField field) {
    return texts.getOrDefault(field, "").strip();
  }

  String needed(ReportField field) {
    if (!has(field)) {
      fault(field, Reason.MISSING);
    }
    return text(field);
  }

  /** Money, a rate or a count in the platform's units; null where missing or at fault. */
  @Nullable Long number(ReportField field, long least, long most) {
    String text = needed(field).replace(",", "").replace("%", "");
    if (text.isEmpty()) {
      return null;
    }
    OptionalLong value = text.matches(NUMBER) ? whole(text, field) : OptionalLong.empty();
    if (value.isEmpty()) {
      fault(field, Reason.UNREADABLE);
      return null;
    }
    if (value.getAsLong() < least || value.getAsLong() > most) {
      fault(field, Reason.OUT_OF_RANGE);
      return null;
    }
    return value.getAsLong();
  }

  /** A part of a fen or of a basis point is no number of a report. */
  private OptionalLong whole(String text, ReportField field) {
    BigDecimal value = new BigDecimal(text).movePointRight(units.decimals(field.kind()));
    return value.stripTrailingZeros().scale() <= 0
        ? OptionalLong.of(value.longValueExact())
        : OptionalLong.empty();
  }

  /** A day as {@code 2026-10-31}, {@code 2026/10/31} or {@code 20261031}. */
  @Nullable LocalDate day(ReportField field) {
    String text = needed(field);
    if (text.isEmpty()) {
      return null;
    }
    String[] parts = text.matches("[0-9]{8}") ? digits(text) : text.split("[-/.]", -1);
    try {
      if (parts.length == 3) {
        return LocalDate.of(parse(parts[0]), parse(parts[1]), parse(parts[2]));
      }
      fault(field, Reason.UNREADABLE);
    } catch (DateTimeException | NumberFormatException e) {
      fault(field, Reason.UNREADABLE);
    }
    return null;
  }

  Optional<Boolean> flag(ReportField field) {
    String text = needed(field);
    switch (text) {
      case "是", "true", "1" -> {
        return Optional.of(true);
      }
      case "否", "false", "0" -> {
        return Optional.of(false);
      }
      case "" -> {
        return Optional.empty();
      }
      default -> {
        fault(field, Reason.UNREADABLE);
        return Optional.empty();
      }
    }
  }

  private static int parse(String digits) {
    if (!digits.matches("[0-9]{1,4}")) {
      throw new NumberFormatException(digits);
    }
    return Integer.parseInt(digits);
  }

  private static String[] digits(String text) {
    return new String[] {text.substring(0, 4), text.substring(4, 6), text.substring(6)};
  }
}
