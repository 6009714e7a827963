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
  private final boolean claims;

  /**
   * @param claims whether two columns more tell whose a row is that has no code; in CSV only
   */
  RowForm(Feed<?> feed, FileForm form, boolean claims) {
    this.claims = claims;
    json = form.json();
    List<String> names =
        feed.columns().stream()
            .map(column -> form.chineseHeader() ? column.titleZh() : column.name())
            .toList();
    String more = claims ? Unnamed.HEADER : "";
    header = json ? new byte[0] : (String.join(",", names) + more + "\n").getBytes(UTF_8);
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
    line(cells, claims ? Unnamed.NO_CLAIM : "", into);
  }

  /** The same with what tells whose it is, as the fields behind the others. */
  void line(Cells cells, String claim, Buffer into) {
    if (json) {
      object(cells, into);
    } else {
      fields(cells, into);
      into.bytes(claim.getBytes(UTF_8));
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
      into.bytes((claims ? Unnamed.NO_CLAIM : "").getBytes(UTF_8)).character(',');
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
