package org.xinyidai.benchmarks.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.benchmarks.tidy.SourceTree.Source;

/** The rules of the house that no compiler checks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TidyTest {
  private static final int LONGEST_FILE_LINES = 400;
  private static final int MEDIAN_FILE_LINES = 100;

  /** Rooms in the order of the data's path; a room imports only rooms before it. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "models",
          List.of(
              "calendar",
              "subject",
              "verification",
              "record",
              "quality",
              "cleaning",
              "resolution",
              "history",
              "standing",
              "feature",
              "dispute",
              "distribution",
              "score",
              "warning",
              "product",
              "complaint",
              "explanation",
              "match",
              "screening",
              "policy",
              "ranking",
              "assignment",
              "financing",
              "uptake",
              "training",
              "monitoring"),
          "connectors",
          List.of(
              "calendar",
              "seal",
              "print",
              "signature",
              "cleaning",
              "feed",
              "drop",
              "cumcm",
              "bdci",
              "table",
              "dataset",
              "sample",
              "model",
              "onnx",
              "warning",
              "monitoring",
              "product",
              "dispute",
              "retention",
              "uptake",
              "report",
              "feedback"),
          "engine",
          List.of(
              "telemetry",
              "store",
              "task",
              "milestone",
              "vault",
              "ledger",
              "ingest",
              "drop",
              "resolution",
              "cleaning",
              "quality",
              "learning",
              "dispute",
              "serving",
              "warning",
              "catalogue",
              "explanation",
              "archive",
              "notice",
              "outbox",
              "redress",
              "monitoring",
              "market",
              "screening",
              "platform",
              "simulation",
              "identity",
              "audit",
              "consent",
              "creditreport",
              "inquiry",
              "verification",
              "oidc",
              "casebook",
              "lending",
              "lenderreport",
              "claim",
              "complaint",
              "arrears",
              "feedback",
              "login",
              "lead",
              "supervision",
              "uptake",
              "filing",
              "http",
              "demo",
              "evaluation",
              "referencenode",
              "cli"));

  @Test
  void a_module_imports_only_modules_before_it() {
    List<String> faults = new ArrayList<>();
    for (Source source : SourceTree.main()) {
      int own = SourceTree.MODULES.indexOf(source.module());
      for (String room : source.importedRooms()) {
        if (SourceTree.MODULES.indexOf(room.substring(0, room.indexOf('.'))) > own) {
          faults.add(source.path() + " imports " + room);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void a_room_imports_only_rooms_before_it_on_the_path() {
    List<String> faults = new ArrayList<>();
    ROOMS.forEach(
        (module, rooms) ->
            SourceTree.imports()
                .forEach(
                    (room, imported) -> {
                      for (String other : imported) {
                        if (isLater(module, rooms, room, other)) {
                          faults.add(room + " imports " + other);
                        }
                      }
                    }));
    assertEquals(List.of(), faults);
  }

  @Test
  void every_room_stands_on_the_path() {
    List<String> unknown = new ArrayList<>();
    for (Source source : SourceTree.main()) {
      List<String> rooms = ROOMS.get(source.module());
      if (rooms != null && !rooms.contains(source.room())) {
        unknown.add(source.module() + "." + source.room());
      }
    }
    assertEquals(List.of(), unknown.stream().distinct().toList());
  }

  @Test
  void training_alone_needs_the_training_library() {
    assertNoMatch(
        Pattern.compile("import (org\\.tribuo|ml\\.dmlc)"),
        source -> source.module().equals("models") && !source.room().equals("training"));
  }

  @Test
  void the_models_are_pure() {
    assertNoMatch(
        Pattern.compile(
            "\\bnow\\(|System\\.(nanoTime|currentTimeMillis|out|err|getenv)|new Random\\(\\)|"
                + "Math\\.random|ThreadLocalRandom|java\\.util\\.concurrent\\.(?!TimeUnit)|"
                + "java\\.nio\\.file|java\\.net\\.|org\\.slf4j|parallelStream|catch \\(Exception"),
        source -> source.module().equals("models"));
  }

  @Test
  void no_file_is_long_and_the_median_is_short() {
    List<Source> sources = SourceTree.all();
    List<String> tooLong =
        sources.stream()
            .filter(source -> source.lines() > LONGEST_FILE_LINES)
            .map(source -> source.path() + ": " + source.lines())
            .toList();
    assertEquals(List.of(), tooLong);
    long[] lines = sources.stream().mapToLong(Source::lines).sorted().toArray();
    assertTrue(lines[lines.length / 2] < MEDIAN_FILE_LINES, "median " + lines[lines.length / 2]);
  }

  @Test
  void every_package_says_what_it_is_and_is_null_marked() throws IOException {
    for (Path folder :
        SourceTree.main().stream().map(source -> source.path().getParent()).distinct().toList()) {
      Path info = folder.resolve("package-info.java");
      assertTrue(Files.exists(info), folder + " has no package-info");
      String text = Files.readString(info);
      assertTrue(text.contains("@NullMarked") && text.startsWith("/**"), info.toString());
    }
  }

  @Test
  void no_type_is_named_for_being_a_drawer() {
    Pattern drawer = Pattern.compile("(Util|Utils|Manager|Helper|Helpers)\\.java$");
    assertEquals(
        List.of(),
        SourceTree.all().stream()
            .map(Source::path)
            .filter(p -> drawer.matcher(p.toString()).find())
            .toList());
  }

  @Test
  void tests_neither_sleep_nor_mock_and_nothing_is_left_for_later() {
    String unfinished = "TO" + "DO|FIX" + "ME|XX" + "X";
    assertNoMatch(
        Pattern.compile("Thread\\.sleep|mockito|@Dis" + "abled|\\b(" + unfinished + ")\\b"),
        source -> true);
  }

  @Test
  void the_top_level_holds_what_was_agreed_and_no_more() throws IOException {
    Set<String> agreed =
        Set.of(
            "engine",
            "models",
            "connectors",
            "benchmarks",
            "pom.xml",
            "README.md",
            "README.zh-CN.md",
            "CHANGELOG.md",
            "LICENSE",
            "docs",
            "xyd",
            ".ci",
            ".mvn",
            ".git",
            ".gitignore");
    try (Stream<Path> entries = Files.list(SourceTree.top())) {
      assertEquals(
          List.of(),
          entries
              .map(path -> path.getFileName().toString())
              .filter(name -> !agreed.contains(name) && !ignored(name))
              .toList());
    }
  }

  /** Folders that running the product leaves behind; git ignores them. */
  private static boolean ignored(String name) {
    return name.equals("target")
        || name.startsWith("state")
        || name.equals(".xyd")
        || name.equals(".idea");
  }

  private static boolean isLater(String module, List<String> rooms, String room, String other) {
    String prefix = module + ".";
    return room.startsWith(prefix)
        && other.startsWith(prefix)
        && rooms.indexOf(other.substring(prefix.length()))
            > rooms.indexOf(room.substring(prefix.length()));
  }

  private static void assertNoMatch(Pattern pattern, java.util.function.Predicate<Source> where) {
    assertEquals(
        List.of(),
        SourceTree.all().stream()
            .filter(source -> !source.path().endsWith("TidyTest.java"))
            .filter(where)
            .filter(
                source ->
                    !source.test()
                        || !source.module().equals("models")
                        || !pattern.pattern().contains("now"))
            .filter(source -> pattern.matcher(source.text()).find())
            .map(source -> source.path().toString())
            .toList());
  }
}
