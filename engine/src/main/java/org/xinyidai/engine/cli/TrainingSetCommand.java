package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.xinyidai.connectors.sample.DatasetRow;
import org.xinyidai.connectors.sample.DatasetWriter;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.LabelFile;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Joins labels to features as they could be known then, into a file for any learner. */
@Command(
    name = "training-set",
    mixinStandardHelpOptions = true,
    description =
        "Write labels (CSV: uscc,observedOn,bad) joined to features as Arrow IPC or CSV; each label"
            + " sees only what was known by the end of its day.")
final class TrainingSetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--labels", required = true, paramLabel = "FILE", description = "the labels")
  private Path labels = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the file to write: FILE.arrow or FILE.csv")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!out.toString().endsWith(".arrow") && !out.toString().endsWith(".csv")) {
      throw new Failure(out + ": the name given to --out must end in .arrow or .csv");
    }
    List<Label> read = LabelFile.read(labels);
    try (Platform platform = state.open();
        Progress progress = Progress.of("joining", read.size())) {
      TrainingSets sets =
          new TrainingSets(platform.vectors().schema(), platform.vectors()::compute);
      try (DatasetWriter writer =
          DatasetWriter.open(out, sets.schema(), TrainingSets.KNOWN_AT_RULE)) {
        sets.forEach(
            read,
            (label, vector) -> {
              writer.write(new DatasetRow(vector, label.bad()));
              progress.advance(1);
            });
        say(writer.finish());
      }
    }
    return 0;
  }

  private void say(Map<String, String> about) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %s rows, feature schema %s, %s%n",
            out,
            about.get(DatasetWriter.ROWS),
            about.get(DatasetWriter.SCHEMA_VERSION),
            about.get(DatasetWriter.DATA_DIGEST));
    spec.commandLine().getOut().flush();
  }
}
