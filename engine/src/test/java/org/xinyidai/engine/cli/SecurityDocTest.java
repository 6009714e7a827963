package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/security.md promises no test that is not there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityDocTest {
  private static final Path PROJECT = Path.of("..");
  private static final int CONTROLS = 25;
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))`");
  private static final Pattern CONTROL = Pattern.compile("(?m)^\\| (\\d+) \\|.*$");

  @Test
  void every_test_that_it_names_exists() throws IOException {
    Set<String> there = tests();
    Set<String> named = new TreeSet<>();
    Matcher test = TEST.matcher(doc());
    while (test.find()) {
      named.add(test.group(1));
    }
    assertTrue(named.size() > 25, named.toString());
    named.removeAll(there);
    assertEquals(Set.of(), named);
  }

  @Test
  void every_control_stands_once_with_its_test_or_the_word_that_there_is_none_yet()
      throws IOException {
    List<Integer> numbers = new ArrayList<>();
    Matcher control = CONTROL.matcher(doc());
    while (control.find()) {
      numbers.add(Integer.parseInt(control.group(1)));
      String row = control.group();
      assertTrue(TEST.matcher(row).find() || row.contains("not yet"), row);
    }
    assertEquals(IntStream.rangeClosed(1, CONTROLS).boxed().toList(), numbers);
  }

  private static String doc() throws IOException {
    return Files.readString(PROJECT.resolve("docs/security.md"));
  }

  private static Set<String> tests() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module : List.of("models", "connectors", "engine", "benchmarks")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        names.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet()));
      }
    }
    return names;
  }
}
