package org.xinyidai.engine.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.connectors.cumcm.CumcmFolder;
import org.xinyidai.connectors.dataset.DataFolder;
import org.xinyidai.connectors.dataset.NamedTable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.table.LabelledTable;
import org.xinyidai.connectors.table.TableLabeller;
import org.xinyidai.connectors.table.TableOptions;
import org.xinyidai.engine.demo.InvoiceDemo;
import org.xinyidai.engine.demo.Show;
import org.xinyidai.engine.evaluation.EvaluationRun.Samples;
import org.xinyidai.engine.platform.Platform;

/** Brings whatever lies at a path into the form that models train on (评估样本读取). */
public final class SampleSource {
  private SampleSource() {}

  /**
   * A table as its user describes it.
   *
   * @throws UnreadableFile when it cannot be read so
   */
  public static Samples described(Path data, TableOptions options) throws UnreadableFile {
    LabelledTable table = TableLabeller.label(DataFolder.only(data), options);
    return new Samples(String.valueOf(data.getFileName()), table.set(), table.notes());
  }

  /**
   * Data of a layout that is known.
   *
   * @param more columns to leave out and codes besides those of the layout; its label is not looked
   *     at
   * @throws UnreadableFile when the layout is not known
   */
  public static Samples recognised(Path data, TableOptions more, Show show) throws IOException {
    if (CumcmFolder.matches(data)) {
      return invoices(data, show);
    }
    Optional<NamedTable> known = DataFolder.recognise(data);
    if (known.isEmpty()) {
      throw new UnreadableFile(
          data + " has no layout that is known; name the column of the outcome with --label");
    }
    NamedTable table = known.get();
    LabelledTable labelled = TableLabeller.label(table.table(), table.options().and(more));
    List<String> notes = new ArrayList<>(table.notes());
    notes.addAll(labelled.notes());
    return new Samples(table.name(), labelled.set(), notes);
  }

  /** Invoices go the way of every record: a platform of their own takes them in. */
  private static Samples invoices(Path data, Show show) throws IOException {
    Path scratch = Files.createTempDirectory("xyd-evaluate");
    try (Platform platform = Platform.open(scratch.resolve("state"), Clock.systemUTC())) {
      return new Samples(
          String.valueOf(data.getFileName()),
          new InvoiceDemo(data, platform, show).trainingSet(),
          List.of("the rating that the bank gave tells the outcome and is left out"));
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
