package org.xinyidai.connectors.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.connectors.feed.TextFile;
import org.xinyidai.connectors.feed.UnreadableFile;

/**
 * How a table file is laid out (样本表版式), told from its first line.
 *
 * @param separator between cells; {@link #SPACES} for any run of blanks
 * @param header whether the first row names the columns
 */
public record TableForm(char separator, boolean header) {
  /** Cells lie apart by any number of spaces or tabs, as in files of fixed columns. */
  public static final char SPACES = ' ';

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /**
   * The separator is the one that the first line holds most of, or blanks where it holds none. A
   * first row with a number in it is no header, unless it counts the columns.
   *
   * @throws UnreadableFile when the file cannot be read
   */
  public static TableForm of(Path file) throws UnreadableFile {
    try (BufferedReader text = new BufferedReader(TextFile.open(file))) {
      String line = text.readLine();
      return line == null ? new TableForm(SEPARATORS[0], true) : ofLine(line);
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFile(file.getFileName() + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  static TableForm ofLine(String line) {
    char most = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      if (count(line, candidate) > count(line, most)) {
        most = candidate;
      }
    }
    if (count(line, most) == 0 && line.strip().contains(" ")) {
      most = SPACES;
    }
    return new TableForm(most, isHeader(cells(line, most)));
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** The first line's cells, near enough to tell names from numbers. */
  private static List<String> cells(String line, char separator) {
    return separator == SPACES
        ? blankSeparated(line)
        : List.of(line.replace("\"", "").split(java.util.regex.Pattern.quote("" + separator), -1));
  }

  static List<String> blankSeparated(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  private static boolean isHeader(List<String> first) {
    boolean counts =
        IntStream.range(0, first.size()).allMatch(i -> first.get(i).strip().equals("" + i));
    return counts
        || first.stream()
            .map(String::strip)
            .noneMatch(
                cell -> CellNumbers.number(cell).isPresent() || CellNumbers.day(cell).isPresent());
  }
}
