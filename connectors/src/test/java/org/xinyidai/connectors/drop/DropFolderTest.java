package org.xinyidai.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.connectors.drop.DropFolder.Place;
import org.xinyidai.connectors.drop.SetAside.Problem;
import org.xinyidai.connectors.seal.Sm3;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DropFolderTest {
  private static final String DIGEST_OF_ABC =
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

  @TempDir private Path folder;

  private void drop(String name, String content, String manifest) throws IOException {
    Files.writeString(folder.resolve(name), content);
    Files.writeString(folder.resolve(name + Manifest.SUFFIX), manifest);
  }

  private static String manifest(String sm3) {
    return "{\"feed\":\"vat_output\",\"count\":1,\"sm3\":\"%s\",\"source\":\"税务局-1\"}"
        .formatted(sm3);
  }

  private List<String> names(String place) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(place))) {
      return files.map(file -> file.getFileName().toString().substring(13)).sorted().toList();
    }
  }

  @Test
  void the_digest_is_that_of_the_standard() throws Exception {
    assertEquals(DIGEST_OF_ABC, Sm3.of("abc".getBytes(UTF_8)));
    drop("a.csv", "abc", manifest(DIGEST_OF_ABC));
    try (DropFolder drop = DropFolder.open(folder)) {
      Dropped dropped = drop.round(DropLimits.STANDARD).get(0);
      assertEquals(
          new Manifest("vat_output", 1, DIGEST_OF_ABC, "税务局-1"),
          dropped.checked(DropLimits.STANDARD));
    }
  }

  @Test
  void a_file_that_is_cut_off_or_changed_has_another_digest() throws Exception {
    drop("a.csv", "ab", manifest(DIGEST_OF_ABC));
    assertEquals(Problem.DIGEST_DIFFERS, problem(DropLimits.STANDARD));
  }

  @Test
  void a_file_that_is_too_large_or_a_link_is_not_even_read() throws Exception {
    drop("a.csv", "abc", manifest(DIGEST_OF_ABC));
    assertEquals(Problem.TOO_LARGE, problem(new DropLimits(1, 1, 2)));
    Path real = folder.resolve("real");
    Files.move(folder.resolve("a.csv"), real);
    Files.createSymbolicLink(folder.resolve("a.csv"), real);
    assertEquals(Problem.NOT_A_FILE, problem(DropLimits.STANDARD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"feed\":\"vat_output\",\"count\":1,\"source\":\"a\"}",
        "{\"feed\":\"vat_output\",\"count\":-1,\"sm3\":\"S\",\"source\":\"a\"}",
        "{\"feed\":\"vat_output\",\"count\":1,\"sm3\":\"xyz\",\"source\":\"a\"}",
        "{\"feed\":\"vat_output\",\"count\":1,\"sm3\":\"S\",\"source\":\"../a\"}",
        "{\"feed\":\"vat_output\",\"count\":1,\"sm3\":\"S\",\"source\":\"a\",\"more\":1}",
        "{\"feed\":\"vat_output\",\"count\":1,\"count\":2,\"sm3\":\"S\",\"source\":\"a\"}",
      })
  void a_manifest_that_says_too_little_too_much_or_nonsense_is_refused(String manifest)
      throws Exception {
    drop("a.csv", "abc", manifest.replace("\"S\"", "\"" + DIGEST_OF_ABC + "\""));
    assertEquals(Problem.MANIFEST_UNREADABLE, problem(DropLimits.STANDARD));
  }

  @Test
  void what_is_not_finished_yet_is_left_alone() throws Exception {
    Files.writeString(folder.resolve("alone.csv"), "abc");
    Files.writeString(folder.resolve("ahead.csv" + Manifest.SUFFIX), manifest(DIGEST_OF_ABC));
    Files.writeString(folder.resolve(".b.csv" + Manifest.SUFFIX), manifest(DIGEST_OF_ABC));
    Files.writeString(folder.resolve(".b.csv"), "abc");
    Files.writeString(folder.resolve("c.csv" + Manifest.SUFFIX + ".tmp"), "x");
    try (DropFolder drop = DropFolder.open(folder)) {
      assertEquals(List.of(), drop.round(DropLimits.STANDARD));
    }
    assertTrue(Files.exists(folder.resolve("ahead.csv" + Manifest.SUFFIX)));
  }

  @Test
  void a_round_takes_a_bounded_number_of_files_and_bytes_but_at_least_one() throws Exception {
    for (int i = 0; i < 5; i++) {
      drop(i + ".csv", "abc", manifest(DIGEST_OF_ABC) + " ".repeat(i));
    }
    try (DropFolder drop = DropFolder.open(folder)) {
      assertEquals(2, drop.round(new DropLimits(2, 100, 100)).size());
      assertEquals(3, drop.round(new DropLimits(9, 9, 100)).size());
      assertEquals(1, drop.round(new DropLimits(9, 1, 100)).size());
    }
  }

  @Test
  void what_is_settled_is_moved_with_a_note_and_a_crash_between_the_moves_is_mended()
      throws Exception {
    drop("a.csv", "abc", manifest(DIGEST_OF_ABC));
    try (DropFolder drop = DropFolder.open(folder)) {
      Dropped dropped = drop.round(DropLimits.STANDARD).get(0);
      drop.setAside(dropped, new SetAside(Problem.COUNT_DIFFERS, "2 records"));
      assertEquals(List.of("a.csv", "a.csv.manifest.json", "a.csv.reason.json"), names("bad"));
      Path bad = folder.resolve("bad");
      Files.move(bad.resolve(dropped.key() + "-a.csv" + Manifest.SUFFIX), dropped.manifestFile());
      assertEquals(List.of(), drop.round(DropLimits.STANDARD));
      assertEquals(List.of("a.csv", "a.csv.manifest.json", "a.csv.reason.json"), names("bad"));
      assertEquals(
          "{\"file\":\"a.csv\",\"problem\":\"COUNT_DIFFERS\",\"problemZh\":\"条数不符\","
              + "\"detail\":\"2 records\"}",
          Files.readString(bad.resolve(dropped.key() + "-a.csv.reason.json")));
    }
  }

  @Test
  void a_name_of_the_longest_kind_can_be_put_away() throws Exception {
    String name = "长".repeat(70) + ".csv";
    drop(name, "abc", manifest(DIGEST_OF_ABC));
    try (DropFolder drop = DropFolder.open(folder)) {
      Dropped dropped = drop.round(DropLimits.STANDARD).get(0);
      drop.settle(dropped, Place.DONE, "receipt.json", new byte[0]);
      assertEquals(3, names("done").size());
      assertEquals(List.of(), drop.round(DropLimits.STANDARD));
    }
  }

  @Test
  void one_process_alone_watches_a_folder() throws Exception {
    try (DropFolder drop = DropFolder.open(folder)) {
      assertEquals(List.of(), drop.round(DropLimits.STANDARD));
      IOException second = assertThrows(IOException.class, () -> DropFolder.open(folder));
      assertTrue(second.getMessage().contains("is watched already"));
    }
    DropFolder.open(folder).close();
    assertThrows(IOException.class, () -> DropFolder.open(folder.resolve("none")));
  }

  private Problem problem(DropLimits limits) throws IOException {
    try (DropFolder drop = DropFolder.open(folder)) {
      Dropped dropped = drop.round(limits).get(0);
      return assertThrows(SetAside.class, () -> dropped.checked(limits)).problem();
    }
  }
}
