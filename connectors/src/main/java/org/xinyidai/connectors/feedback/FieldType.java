package org.xinyidai.connectors.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.models.product.Text;

/** What a field may hold (字段类型), the twin of a type in the published schema. */
sealed interface FieldType {
  /** Why a value is not of this type; empty for one that is. */
  Optional<ResultFault> fault(String field, JsonNode value);

  /** A text of bounded length, in characters of Unicode. */
  record Words(int most, Predicate<String> form) implements FieldType {
    /** Not blank at the beginning, and no control characters, which break lines and tables. */
    static boolean isAny(String text) {
      return !text.isEmpty()
          && text.charAt(0) > ' '
          && text.chars().allMatch(character -> character >= ' ');
    }

    /** An id that travels in addresses and file names. */
    static boolean isId(String text) {
      return !text.isEmpty()
          && isAlphanumeric(text.charAt(0))
          && text.chars().allMatch(one -> isAlphanumeric(one) || "._:-".indexOf(one) >= 0);
    }

    private static boolean isAlphanumeric(int one) {
      return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
    }

    @Override
    public Optional<ResultFault> fault(String field, JsonNode value) {
      if (!value.isTextual()) {
        return wrongType(field, "文本", "a text");
      }
      String text = value.textValue();
      if (text.codePointCount(0, text.length()) > most) {
        return one(
            field, Code.OUT_OF_RANGE, "最多" + most + "个字符", "at most " + most + " characters");
      }
      return form.test(text)
          ? Optional.empty()
          : one(
              field,
              Code.BADLY_WRITTEN,
              "不得为空，且不得含不允许的字符",
              "must not be empty or hold characters that are not allowed");
    }
  }

  /** A whole number without a decimal point. */
  record Whole(long least, long most) implements FieldType {
    @Override
    public Optional<ResultFault> fault(String field, JsonNode value) {
      if (!value.isIntegralNumber()) {
        return wrongType(field, "不带小数点的整数", "a whole number without a decimal point");
      }
      boolean within =
          value.canConvertToLong() && value.longValue() >= least && value.longValue() <= most;
      return within
          ? Optional.empty()
          : one(
              field,
              Code.OUT_OF_RANGE,
              "应在" + least + "至" + most + "之间",
              "must lie between " + least + " and " + most);
    }
  }

  /** True or false. */
  record Flag() implements FieldType {
    @Override
    public Optional<ResultFault> fault(String field, JsonNode value) {
      return value.isBoolean() ? Optional.empty() : wrongType(field, "true或false", "true or false");
    }
  }

  /** A day such as 2026-10-31. */
  record Day() implements FieldType {
    private static final int LENGTH = 10;

    @Override
    public Optional<ResultFault> fault(String field, JsonNode value) {
      if (!value.isTextual()) {
        return wrongType(field, "日期文本", "a day as a text");
      }
      return parses(value.textValue())
          ? Optional.empty()
          : one(field, Code.BADLY_WRITTEN, "日期应为2026-10-31的形式", "a day is written like 2026-10-31");
    }

    /**
     * The library's own form takes signs and longer years as well, so the length is asked first.
     */
    private static boolean parses(String text) {
      if (text.length() != LENGTH) {
        return false;
      }
      try {
        LocalDate.parse(text);
        return true;
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  /** An instant of UTC such as 2026-10-31T08:00:00.250Z. */
  record Moment() implements FieldType {
    private static final Pattern FORM =
        Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                + "([.][0-9]{1,3})?Z");

    @Override
    public Optional<ResultFault> fault(String field, JsonNode value) {
      if (!value.isTextual()) {
        return wrongType(field, "时间文本", "an instant as a text");
      }
      return FORM.matcher(value.textValue()).matches() && parses(value.textValue())
          ? Optional.empty()
          : one(
              field,
              Code.BADLY_WRITTEN,
              "时间应为2026-10-31T08:00:00Z的形式（协调世界时）",
              "an instant is written in UTC like 2026-10-31T08:00:00Z");
    }

    private static boolean parses(String text) {
      try {
        Instant.parse(text);
        return true;
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  /** One of a closed list of codes. */
  record Listed(Set<String> codes) implements FieldType {
    public Listed {
      codes = Set.copyOf(codes);
    }

    @Override
    public Optional<ResultFault> fault(String field, JsonNode value) {
      if (!value.isTextual()) {
        return wrongType(field, "代码文本", "a code as a text");
      }
      return codes.contains(value.textValue())
          ? Optional.empty()
          : one(field, Code.NOT_IN_LIST, "代码不在代码表内", "the code is not in its list");
    }
  }

  private static Optional<ResultFault> wrongType(String field, String zh, String en) {
    return one(field, Code.WRONG_TYPE, "应为" + zh, "must be " + en);
  }

  private static Optional<ResultFault> one(String field, Code code, String zh, String en) {
    return Optional.of(new ResultFault(field, code, new Text(zh, en)));
  }
}
