package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whoever adds an export for spreadsheets guards its cells. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportsContract {
  private static final List<String> WRITERS = List.of("CsvWriter.builder()", ".newWorksheet(");
  private static final List<String> SOURCES =
      List.of("src/main/java", "../connectors/src/main/java");
  private static final String GUARD = "FormulaGuard.text(";

  /** They write checked codes, days, numbers and names of our own, and no text from outside. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("LabelFile.java", "CsvDataset.java", "CodeMapApi.java");

  @Test
  void every_class_that_writes_csv_or_workbooks_guards_against_formulas() throws IOException {
    List<Path> writers = new ArrayList<>();
    for (String folder : SOURCES) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(ExportsContract::writes)
            .forEach(writers::add);
      }
    }

    assertTrue(writers.size() >= 3, "the sources were not found: " + writers);
    assertEquals(List.of(), writers.stream().filter(file -> !text(file).contains(GUARD)).toList());
  }

  private static boolean writes(Path file) {
    return !WITHOUT_TEXT.contains(file.getFileName().toString())
        && WRITERS.stream().anyMatch(text(file)::contains);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
