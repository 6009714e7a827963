package org.xinyidai.engine.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.cleaning.CleaningRuleFile;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.cleaning.Cleaning.Status;
import org.xinyidai.engine.cleaning.CleaningDesk.Round;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CleaningDeskTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");
  private static final String BILLS =
      """
      统一社会信用代码,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费
      9135O100M000100Y43,2024-03,1,100,¥61.50元,2024-04-20,,0
      91350100M000100Y43,2024-03,2,100,1.2万元,2024-04-20,,0
      91350100M000100Y43,2024-03,3,100,61.50,2024-04-20,不详,0
      91350100M000100Y43,2024-03,4,100,壹佰元,2024-04-20,,0
      91350100M000100Y43,2024-03,5,100,61.50,2024-04-20,,0
      """;

  @TempDir private Path folder;
  private Store store;
  private CleaningDesk desk;
  private String batch;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder, StoreOptions.small());
    Ingest ingest = new Ingest(store);
    byte[] body = BILLS.getBytes(UTF_8);
    Receipt receipt =
        ingest.take(
            Delivery.ofRequest(UtilityBill.ELECTRICITY, "供电公司", "1", body),
            FeedReader.open(UtilityBill.ELECTRICITY, new ByteArrayInputStream(body), Format.CSV),
            Progress.NONE);
    assertEquals(4, receipt.counts().rejected());
    batch = receipt.batch().id();
    desk = new CleaningDesk(store, ingest, CleaningRuleFile.bundled());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void certain_faults_are_mended_doubtful_ones_suggested_and_the_rest_left() {
    assertEquals(new Round(1, 2), desk.clean(batch));
    assertEquals(2, bills());
    Cleaning applied = desk.find(batch, 2).orElseThrow();
    assertEquals(Status.APPLIED, applied.status());
    assertEquals(
        List.of("code-lookalikes/1", "amount-with-unit/1"),
        applied.corrections().stream().map(c -> c.rule()).toList());
    assertEquals("9135O100M000100Y43", applied.corrections().get(0).before());
    assertTrue(desk.find(batch, 5).isEmpty(), "a number in words is nobody's guess");
    Receipt filed = new Batches(store).find(applied.filedIn()).orElseThrow();
    assertEquals(batch, filed.batch().source());
  }

  @Test
  void a_second_round_changes_nothing() {
    desk.clean(batch);
    assertEquals(new Round(0, 0), desk.clean(batch));
    assertEquals(2, bills());
  }

  @Test
  void a_person_agrees_or_not_and_the_row_as_it_came_stays() {
    desk.clean(batch);
    assertEquals(List.of(3L, 4L), desk.suggested(9).stream().map(Cleaning::line).toList());
    Cleaning approved = desk.decide(batch, 3, true, "王审核");
    assertEquals(Status.APPROVED, approved.status());
    assertEquals(3, bills());
    assertEquals(Status.DISMISSED, desk.decide(batch, 4, false, "王审核").status());
    assertEquals(3, bills());
    assertEquals(Status.APPROVED, desk.decide(batch, 3, false, "李").status(), "decided is decided");
    assertTrue(new Batches(store).rejected(batch, 2, 1).get(0).record().contains("1.2万元"));
    assertThrows(IllegalArgumentException.class, () -> desk.decide(batch, 5, true, "王审核"));
  }

  private long bills() {
    return new Histories(store)
        .knownAt(store.execute(changes -> changes.instant()), FIRM)
        .of(UtilityBill.ELECTRICITY)
        .size();
  }
}
