package org.xinyidai.connectors.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.training.TrainingSet;

/** Makes a training set of a table (样本表转换): types its columns and reads its labels. */
public final class TableLabeller {
  private final RawTable table;
  private final TableOptions options;
  private final List<String> notes = new ArrayList<>();

  private TableLabeller(RawTable table, TableOptions options) {
    this.table = table;
    this.options = options;
  }

  /**
   * Types the columns and reads the labels.
   *
   * @throws UnreadableFile when the label or another named column is not there, or no row is bad or
   *     none good
   */
  public static LabelledTable label(RawTable table, TableOptions options) throws UnreadableFile {
    return new TableLabeller(table, options).run();
  }

  private LabelledTable run() throws UnreadableFile {
    int label = position(options.label());
    for (String name : options.drop()) {
      position(name);
    }
    int[] rows = labelledRows(label);
    List<String> labels = cells(rows, label);
    LabelColumn outcome = LabelColumn.of(options.label(), options.positive(), labels, notes);
    boolean[] bad = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      bad[i] = outcome.isBad(labels.get(i));
    }
    TableColumns columns = new TableColumns(rows, options.missing(), notes);
    for (int position = 0; position < table.header().size(); position++) {
      String name = table.header().get(position);
      boolean named = name.equals(options.label()) || name.equals(options.id());
      if (!named && !options.drop().contains(name)) {
        columns.add(name, cells(rows, position));
      }
    }
    columns.addSpans();
    columns.addSums();
    columns.addPairs();
    return new LabelledTable(
        new TrainingSet(columns.columns(), columns.values(), bad, ids(rows)), notes);
  }

  private int position(String name) throws UnreadableFile {
    int position = table.header().indexOf(name);
    if (position < 0) {
      throw new UnreadableFile(
          "there is no column " + name + "; the columns are " + table.header());
    }
    return position;
  }

  private int[] labelledRows(int label) {
    int[] rows =
        IntStream.range(0, table.rows().size())
            .filter(row -> !CellNumbers.isMissing(table.rows().get(row).get(label)))
            .toArray();
    if (rows.length < table.rows().size()) {
      notes.add((table.rows().size() - rows.length) + " rows without a label are left out");
    }
    return rows;
  }

  private List<String> cells(int[] rows, int position) {
    return IntStream.of(rows).mapToObj(row -> table.rows().get(row).get(position)).toList();
  }

  private List<String> ids(int[] rows) throws UnreadableFile {
    return options.id().isEmpty() ? List.of() : cells(rows, position(options.id()));
  }
}
