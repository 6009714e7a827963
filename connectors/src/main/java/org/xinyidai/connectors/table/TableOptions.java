package org.xinyidai.connectors.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a table is to be read (样本表读取选项).
 *
 * @param label the column that tells good from bad
 * @param positive the label's text for bad; empty to take 1, true, yes or 是
 * @param drop columns that must not be used, such as those known only after the outcome
 * @param id the column that names the rows; empty for none
 * @param missing numbers that stand for kinds of missing, such as -9; each is kept apart
 */
public record TableOptions(
    String label, String positive, Set<String> drop, String id, List<Double> missing) {
  public TableOptions {
    drop = Set.copyOf(drop);
    missing = List.copyOf(missing);
  }

  public static TableOptions ofLabel(String label) {
    return new TableOptions(label, "", Set.of(), "", List.of());
  }

  /** These options, with the columns to leave out and the codes of others besides. */
  public TableOptions and(TableOptions more) {
    Set<String> columns = new TreeSet<>(drop);
    columns.addAll(more.drop);
    Set<Double> codes = new TreeSet<>(missing);
    codes.addAll(more.missing);
    return new TableOptions(label, positive, columns, id, List.copyOf(codes));
  }
}
