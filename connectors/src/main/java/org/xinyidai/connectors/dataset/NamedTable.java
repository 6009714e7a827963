package org.xinyidai.connectors.dataset;

import java.util.List;
import org.xinyidai.connectors.table.RawTable;
import org.xinyidai.connectors.table.TableOptions;

/**
 * A table with how it is to be read (具名样本表).
 *
 * @param name of the data set or the file
 * @param notes what was done to the files before they became one table, one sentence each
 */
public record NamedTable(String name, RawTable table, TableOptions options, List<String> notes) {
  public NamedTable {
    notes = List.copyOf(notes);
  }
}
