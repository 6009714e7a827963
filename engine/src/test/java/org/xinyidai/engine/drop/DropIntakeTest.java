package org.xinyidai.engine.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.connectors.drop.DropFolder;
import org.xinyidai.connectors.drop.DropLimits;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DropIntakeTest {
  private static final String RATINGS =
      """
      uscc,grade,publishedOn,year
      91110000600037341L,A,2024-04-10,2023
      91110000600037342L,A,2024-04-10,2023
      """;

  @TempDir private Path folder;
  private Path drop;
  private Store store;
  private DropIntake intake;

  @BeforeEach
  void open() throws IOException {
    drop = Files.createDirectory(folder.resolve("drop"));
    store = Store.open(folder.resolve("state"), StoreOptions.small());
    intake = new DropIntake(new Ingest(store), DropLimits.STANDARD);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Settled> round() throws IOException {
    List<Settled> settled = new ArrayList<>();
    try (DropFolder opened = DropFolder.open(drop)) {
      intake.round(opened, settled::add);
    }
    return settled;
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(drop)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_file_with_its_manifest_is_taken_and_put_away_with_its_receipt() throws IOException {
    Drops.put(drop, "ratings.csv", RATINGS, "tax_rating", 2);
    Settled.Taken taken = assertInstanceOf(Settled.Taken.class, round().get(0));
    Counts counts = taken.receipt().counts();
    assertEquals(
        List.of(2L, 1L, 1L), List.of(counts.received(), counts.accepted(), counts.rejected()));
    assertEquals("tax-office", taken.receipt().batch().source());
    assertEquals(List.of(), left());
    try (Stream<Path> done = Files.list(drop.resolve("done"))) {
      assertEquals(3, done.count());
    }
  }

  @Test
  void the_same_file_dropped_again_is_answered_with_the_same_receipt() throws IOException {
    Drops.put(drop, "ratings.csv", RATINGS, "tax_rating", 2);
    List<Settled> first = round();
    Drops.put(drop, "again.csv", RATINGS, "tax_rating", 2);
    assertEquals(
        ((Settled.Taken) first.get(0)).receipt(), ((Settled.Taken) round().get(0)).receipt());
    assertEquals(1, new Batches(store).startingWith("d-").size());
  }

  @ParameterizedTest
  @CsvSource({
    "ratings.csv, tax_rating, 3, COUNT_DIFFERS",
    "ratings.csv, tax_rating, 1, COUNT_DIFFERS",
    "ratings.csv, taxes, 2, FEED_UNKNOWN",
    "ratings.csv, tax_payment, 2, FILE_UNREADABLE",
    "ratings.xls, tax_rating, 2, FILE_UNREADABLE",
    "ratings.xlsx, tax_rating, 2, FILE_UNREADABLE",
    "ratings.csv.zip, tax_rating, 2, FILE_UNREADABLE",
  })
  void a_file_that_is_not_what_its_manifest_says_is_set_aside_and_nothing_of_it_is_taken(
      String name, String feed, long count, String problem) throws IOException {
    Drops.put(drop, name, RATINGS, feed, count);
    Settled.Bad bad = assertInstanceOf(Settled.Bad.class, round().get(0));
    assertEquals(problem, bad.why().problem().name());
    assertEquals(List.of(), left());
    assertEquals(List.of(), new Batches(store).startingWith(""));
    try (Stream<Path> files = Files.list(drop.resolve("bad"))) {
      Path reason =
          files.filter(file -> file.toString().endsWith(".reason.json")).findFirst().orElseThrow();
      assertTrue(Files.readString(reason).contains(problem), Files.readString(reason));
    }
  }

  @Test
  void one_bad_file_does_not_hold_up_the_others() throws IOException {
    Drops.put(drop, "a.csv", RATINGS, "tax_rating", 9);
    Drops.put(drop, "b.csv", RATINGS, "tax_rating", 2);
    Files.writeString(drop.resolve("alone.csv"), RATINGS);
    List<Settled> settled = round();
    assertInstanceOf(Settled.Bad.class, settled.get(0));
    assertInstanceOf(Settled.Taken.class, settled.get(1));
    assertEquals(List.of("alone.csv"), left());
    assertFalse(new Batches(store).startingWith("d-").isEmpty());
  }
}
