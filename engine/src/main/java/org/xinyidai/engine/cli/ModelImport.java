package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.learning.BroughtModel;
import org.xinyidai.models.score.Scaling;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of a model that is brought in. */
final class ModelImport {
  @Parameters(paramLabel = "FILE", description = "*.json, *.pmml, *.xml or *.onnx")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "JSON: which features an ONNX graph's columns are; FILE.mapping.json if left out")
  private @Nullable Path mapping;

  @Option(
      names = "--checks",
      paramLabel = "FILE",
      description =
          "CSV of inputs and the column expected; of an ONNX model FILE.checks.csv if left out")
  private @Nullable Path checks;

  @Option(names = "--id", paramLabel = "ID", description = "its name here (PMML alone)")
  private @Nullable String id;

  @Option(
      names = "--points",
      split = ",",
      paramLabel = "BASE,ODDS,PDO",
      description =
          "the scores of a PMML Scorecard are points: BASE at ODDS good to one bad, PDO to double"
              + " them, such as 600,19,50")
  private List<Double> points = List.of();

  Path file() {
    return file;
  }

  BroughtModel brought() throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".onnx")) {
      Path declared = mapping == null ? beside("mapping.json") : mapping;
      Path vectors = checks == null ? beside("checks.csv") : checks;
      return BroughtModel.onnx(read(file), read(declared), Files.readString(checked(vectors)));
    }
    if (name.endsWith(".json")) {
      return BroughtModel.json(read(file));
    }
    String called = id == null ? name.replaceFirst("\\.[^.]*$", "") : id;
    return BroughtModel.pmml(
        read(file),
        called,
        checks == null ? null : Files.readString(checked(checks)),
        points.isEmpty() ? null : scaling());
  }

  private Scaling scaling() {
    if (points.size() != 3 || !(points.get(1) > 0) || !(points.get(2) > 0)) {
      throw new Failure("--points takes three numbers above zero, such as 600,19,50");
    }
    return new Scaling(points.get(0), 1 / points.get(1), points.get(2));
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + "." + ending);
  }

  private static byte[] read(Path path) throws IOException {
    return Files.readAllBytes(checked(path));
  }

  private static Path checked(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new Failure("no file " + path);
    }
    if (Files.size(path) > BroughtModel.LARGEST_FILE_BYTES) {
      throw new Failure(path + ": larger than " + (BroughtModel.LARGEST_FILE_BYTES >> 20) + " MiB");
    }
    return path;
  }
}
