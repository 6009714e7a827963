package org.xinyidai.engine.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.xinyidai.engine.simulation.office.Buffer;
import org.xinyidai.engine.simulation.office.Cells;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Kind;

/** Turns cells into a line of a file (行格式): CSV or NDJSON, whole or broken on purpose. */
final class RowForm {
  private final boolean json;
  private final byte[] header;
  private final byte[][] keys;
  private final boolean[] numeric;

  RowForm(Feed<?> feed, FileForm form) {
    json = form.json();
    List<String> names =
        feed.columns().stream()
            .map(column -> form.chineseHeader() ? column.titleZh() : column.name())
            .toList();
    header = json ? new byte[0] : (String.join(",", names) + "\n").getBytes(UTF_8);
    keys = names.stream().map(name -> ("\"" + name + "\":").getBytes(UTF_8)).toArray(byte[][]::new);
    numeric = new boolean[names.size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = isNumber(feed.columns().get(i));
    }
  }

  /** The line that names the columns; empty for NDJSON. */
  byte[] header() {
    return header;
  }

  /** A row with its line end. */
  void line(Cells cells, Buffer into) {
    if (json) {
      object(cells, into);
    } else {
      fields(cells, into);
    }
    into.character('\n');
  }

  /** A row that cannot be taken apart: a field too many, or an object that does not end. */
  void brokenLine(Cells cells, Buffer into) {
    if (json) {
      into.bytes(keys[0]).character('"');
      cells.copy(0, into);
    } else {
      fields(cells, into);
      into.character(',');
    }
    into.character('\n');
  }

  private void fields(Cells cells, Buffer into) {
    for (int i = 0; i < cells.columns(); i++) {
      if (i > 0) {
        into.character(',');
      }
      cells.copy(i, into);
    }
  }

  private void object(Cells cells, Buffer into) {
    char divider = '{';
    for (int i = 0; i < cells.columns(); i++) {
      if (!cells.isBlank(i)) {
        into.character(divider).bytes(keys[i]);
        boolean bare = numeric[i] && cells.isPlainNumber(i);
        if (!bare) {
          into.character('"');
        }
        cells.copy(i, into);
        if (!bare) {
          into.character('"');
        }
        divider = ',';
      }
    }
    into.character('}');
  }

  private static boolean isNumber(Column column) {
    return column.kind() == Kind.FEN || column.kind() == Kind.COUNT || column.kind() == Kind.MILLI;
  }
}
