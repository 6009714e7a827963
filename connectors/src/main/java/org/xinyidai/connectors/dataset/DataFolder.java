package org.xinyidai.connectors.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.table.RawTable;
import org.xinyidai.connectors.table.TableReader;

/** Finds the table of labelled rows in a folder or file (数据目录识别). */
public final class DataFolder {
  /** A folder with more tables than this is no data set. */
  private static final int MOST_FILES = 100;

  private static final String TABLE = ".*\\.(csv|tsv|txt|data|dat)(\\.gz)?";

  private DataFolder() {}

  /**
   * The data set that lies there, when it has a known layout.
   *
   * @param data a folder, or a file of one table
   * @throws UnreadableFile when there is nothing to read
   */
  public static Optional<NamedTable> recognise(Path data) throws UnreadableFile {
    if (!Files.isDirectory(data)) {
      return KnownLayout.recognise(TableReader.read(data));
    }
    if (EnterpriseRiskFolder.matches(data)) {
      return Optional.of(EnterpriseRiskFolder.read(data));
    }
    for (Path file : tables(data)) {
      Optional<NamedTable> known = KnownLayout.recognise(TableReader.read(file));
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /**
   * The only table that lies there.
   *
   * @throws UnreadableFile when a folder holds none or more than one
   */
  public static RawTable only(Path data) throws UnreadableFile {
    if (!Files.isDirectory(data)) {
      return TableReader.read(data);
    }
    List<Path> tables = tables(data);
    if (tables.size() != 1) {
      throw new UnreadableFile(
          "%s holds %d tables; name the file itself".formatted(data, tables.size()));
    }
    return TableReader.read(tables.get(0));
  }

  private static List<Path> tables(Path folder) throws UnreadableFile {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> file.getFileName().toString().matches(TABLE))
              .sorted()
              .limit(MOST_FILES)
              .toList());
    } catch (IOException e) {
      throw new UnreadableFile(folder + ": cannot be listed (" + e.getMessage() + ")", e);
    }
  }
}
