package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.subject.Uscc;

/**
 * Two hundred firms of one industry and size with a tax rating each, known since 2022, and a model
 * that reads the rating: those rated M or worse have grade D, the others C.
 */
record RatedTown(Path folder) {
  static final int FIRMS = 200;
  static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  private static final List<String> RATINGS = List.of("A", "B", "M", "C", "D");

  static String code(int firm) {
    return Uscc.fromStem("91990101MA%06d".formatted(firm)).value();
  }

  static boolean isWeak(int firm) {
    return firm % RATINGS.size() >= 2;
  }

  String state() {
    return folder.resolve("state").toString();
  }

  void settle() throws IOException {
    ingest(
        "tax_rating",
        "uscc,publishedOn,year,grade",
        IntStream.range(0, FIRMS)
            .mapToObj(i -> code(i) + ",2022-04-20,2021," + RATINGS.get(i % RATINGS.size())));
    ingest(
        "market_registration",
        "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType,"
            + "employees,revenueYuan",
        IntStream.range(0, FIRMS)
            .mapToObj(
                i ->
                    code(i)
                        + ",2020-05-06,SNAPSHOT,北山食品厂"
                        + i
                        + ",2015-05-06,ACTIVE,C1310,990101,FIRM,50,5000000"));
    try (Platform platform = Platform.open(folder.resolve("state"), InstantSource.system())) {
      platform.models().keep(SmallModel.named("card-1", 0));
      platform.models().promote("card-1");
      platform.vectors().refreshTouched(AS_OF, platform.store().instant(), done -> {});
    }
  }

  Path file(String name, String head, Stream<String> rows) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, head + "\n" + String.join("\n", rows.toList()) + "\n");
    return file;
  }

  private void ingest(String feed, String head, Stream<String> rows) throws IOException {
    Path file = file(feed + ".csv", head, rows);
    Terminal taken =
        Terminal.type(
            "ingest",
            "--state",
            state(),
            "--feed",
            feed,
            "--known-at",
            "2022-05-01T00:00:00Z",
            file.toString());
    assertEquals(0, taken.exitCode(), taken.err());
  }
}
