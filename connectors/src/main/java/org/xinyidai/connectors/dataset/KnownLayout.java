package org.xinyidai.connectors.dataset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xinyidai.connectors.table.RawTable;
import org.xinyidai.connectors.table.TableOptions;

/**
 * A public data set of one table, known by its columns (已知数据集版式).
 *
 * @param columns that tell it from others
 * @param outcomes columns known only after the outcome
 */
record KnownLayout(
    String name, Set<String> columns, String label, String positive, Set<String> outcomes) {
  /** Loans under the guarantee of the United States' Small Business Administration. */
  private static final KnownLayout SBA =
      new KnownLayout(
          "sba",
          Set.of("MIS_Status", "ChgOffPrinGr", "GrAppv", "NAICS"),
          "MIS_Status",
          "CHGOFF",
          Set.of("Term", "ChgOffDate", "ChgOffPrinGr", "BalanceGross"));

  /** Ratios of Polish companies, one to five years before a bankruptcy. */
  private static final KnownLayout POLISH =
      new KnownLayout("polish", Set.of("Attr1", "Attr64", "class"), "class", "", Set.of());

  /** Consumers of the contest Give Me Some Credit. */
  private static final KnownLayout GMSC =
      new KnownLayout(
          "gmsc",
          Set.of("SeriousDlqin2yrs", "NumberOfTimes90DaysLate"),
          "SeriousDlqin2yrs",
          "1",
          Set.of());

  /** The first cells of the Statlog German credit file, which has no header. */
  private static final Pattern GERMAN = Pattern.compile("A1[1-4] \\d+ A3\\d A4\\d+ \\d+ A6\\d");

  private static final int GERMAN_COLUMNS = 21;

  /** The table with its options; empty when it has none of these layouts. */
  static Optional<NamedTable> recognise(RawTable table) {
    for (KnownLayout layout : List.of(SBA, POLISH, GMSC)) {
      if (table.header().containsAll(layout.columns)) {
        return Optional.of(layout.named(table));
      }
    }
    return german(table);
  }

  private NamedTable named(RawTable table) {
    Set<String> drop =
        outcomes.stream().filter(table.header()::contains).collect(Collectors.toSet());
    List<String> notes =
        drop.stream()
            .sorted()
            .map(column -> column + " tells the outcome and is left out")
            .toList();
    return new NamedTable(
        name, table, new TableOptions(label, positive, drop, "", List.of()), notes);
  }

  private static Optional<NamedTable> german(RawTable table) {
    int columns = table.header().size();
    boolean matches =
        columns == GERMAN_COLUMNS
            && GERMAN.matcher(String.join(" ", table.rows().get(0))).lookingAt();
    if (!matches) {
      return Optional.empty();
    }
    String last = table.header().get(columns - 1);
    TableOptions options = new TableOptions(last, "2", Set.of(), "", List.of());
    return Optional.of(new NamedTable("german", table, options, List.of()));
  }
}
