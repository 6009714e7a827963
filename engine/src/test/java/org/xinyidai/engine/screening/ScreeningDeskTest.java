package org.xinyidai.engine.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.subject.Uscc;

/** The snapshot after changes beside one that is built anew from the same facts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningDeskTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final int FIRMS = 120;

  @TempDir Path folder;
  private Platform platform;
  private int deliveries;

  @BeforeEach
  void open() {
    platform = Platform.open(folder, InstantSource.system());
    platform.models().keep(SmallModel.named("card-1", -2));
    platform.models().promote("card-1");
    StringBuilder rows = new StringBuilder();
    for (int firm = 0; firm < FIRMS; firm++) {
      rows.append("%s,2024-04-20,2023,%s%n".formatted(uscc(firm), "ABMCD".charAt(firm % 5)));
    }
    rate(rows.toString());
    platform.screening().refresh(done -> {});
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void a_refresh_with_some_changes_says_what_a_new_index_says() {
    rate("%s,2024-05-20,2023,D%n%s,2024-05-20,2023,B%n".formatted(uscc(0), uscc(500)));
    byte[] gone = FactKey.enterprise(platform.store().shards(), uscc(5));
    platform
        .store()
        .execute(
            changes -> {
              changes.delete(Family.VECTORS, gone);
              return gone;
            });

    Snapshot told = platform.screening().refresh(done -> {});
    List<String> refreshed = rows(told);
    List<String> anew = rows(platform.screening().rebuild(done -> {}));

    assertEquals(anew, refreshed);
    assertEquals(FIRMS, refreshed.size());
    assertTrue(told.rows().find(uscc(500)).isPresent());
    assertTrue(told.rows().find(uscc(5)).isEmpty());
  }

  @Test
  void another_model_orders_everyone_anew() {
    platform.models().keep(SmallModel.named("card-2", -1));
    platform.models().promote("card-2");

    Snapshot snapshot = platform.screening().refresh(done -> {});

    assertEquals("card-2", snapshot.modelId());
    assertEquals(rows(platform.screening().rebuild(done -> {})), rows(snapshot));
  }

  @Test
  void every_row_holds_what_vector_and_model_give() {
    Snapshot snapshot = platform.screening().snapshot().orElseThrow();
    int points = platform.attributes().positionOf(ScreeningDesk.ORDER);
    int rating = platform.attributes().positionOf("tax_rating_class");
    for (int firm = 0; firm < FIRMS; firm++) {
      Screened row = snapshot.rows().find(uscc(firm)).orElseThrow();
      var vector = platform.vectors().stored(uscc(firm)).orElseThrow();
      assertEquals(platform.scores().score(vector).orElseThrow().points(), row.value(points));
      assertEquals(vector.value(rating), row.value(rating));
    }
  }

  private List<String> rows(Snapshot snapshot) {
    List<String> rows = new ArrayList<>();
    for (Screened row : snapshot.rows().top(Screen.EVERYONE, FIRMS * 2)) {
      StringBuilder text = new StringBuilder(row.uscc().value());
      snapshot.positions().stream()
          .sorted(Comparator.naturalOrder())
          .forEach(position -> text.append(' ').append(row.value(position)));
      rows.add(text.toString());
    }
    return rows;
  }

  private void rate(String rows) {
    byte[] csv = ("uscc,publishedOn,year,grade\n" + rows).getBytes(UTF_8);
    try {
      platform
          .ingest()
          .take(
              Delivery.once(
                  TaxRating.FEED,
                  "ratings-" + ++deliveries,
                  new ByteArrayInputStream(csv),
                  platform.store().instant()),
              FeedReader.open(TaxRating.FEED, new ByteArrayInputStream(csv), Format.CSV),
              Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    platform.vectors().refreshTouched(DAY, platform.store().instant(), done -> {});
  }

  private static Uscc uscc(int firm) {
    return Uscc.fromStem("91430102MA4K%04d".formatted(firm));
  }
}
