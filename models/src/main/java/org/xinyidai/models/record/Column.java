package org.xinyidai.models.record;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xinyidai.models.subject.Code;

/**
 * One column of a feed (数据项): its name in files, its Chinese title (accepted as a header as well),
 * how its text is read, whether it must be there, and for {@link Kind#CODE} the allowed codes in
 * their stable order.
 *
 * @param aliases further header names under which offices send this column
 * @param codes each code's accepted spellings, the first being the canonical one
 */
public record Column(
    String name,
    String titleZh,
    Kind kind,
    boolean required,
    List<String> aliases,
    List<List<String>> codes) {
  /** Column 0 of every feed. */
  public static final Column USCC =
      required("uscc", "统一社会信用代码", Kind.TEXT, "社会信用代码", "纳税人识别号", "credit_code");

  /** The longest text kept, in characters: names of courts and projects fit, documents do not. */
  public static final int MAX_TEXT = 200;

  public Column {
    aliases = List.copyOf(aliases);
    codes = codes.stream().map(List::copyOf).toList();
    if ((kind == Kind.CODE) == codes.isEmpty()) {
      throw new IllegalArgumentException("codes belong to CODE columns, and only there: " + name);
    }
  }

  /** A column that must be there. */
  public static Column required(String name, String titleZh, Kind kind, String... aliases) {
    return new Column(name, titleZh, kind, true, List.of(aliases), List.of());
  }

  /** A column that may be absent or empty. */
  public static Column optional(String name, String titleZh, Kind kind, String... aliases) {
    return new Column(name, titleZh, kind, false, List.of(aliases), List.of());
  }

  /** A required code; each argument lists the spellings of one code, divided by {@code |}. */
  public static Column code(String name, String titleZh, String... codes) {
    List<List<String>> spellings =
        List.of(codes).stream().map(code -> List.of(code.split("\\|"))).toList();
    return new Column(name, titleZh, Kind.CODE, true, List.of(), spellings);
  }

  /** A required code of a closed list, whose order is what is stored. */
  public static Column code(String name, String titleZh, Code[] codes) {
    List<List<String>> spellings =
        Arrays.stream(codes)
            .map(code -> Stream.concat(Stream.of(code.name()), code.spellings().stream()).toList())
            .toList();
    return new Column(name, titleZh, Kind.CODE, true, List.of(), spellings);
  }

  /** The same column, known in files under further names. */
  public Column alsoCalled(String... names) {
    return new Column(name, titleZh, kind, required, List.of(names), codes);
  }

  /** Every name under which files may send this column. */
  public List<String> headers() {
    return Stream.concat(Stream.of(name, titleZh), aliases.stream()).toList();
  }
}
