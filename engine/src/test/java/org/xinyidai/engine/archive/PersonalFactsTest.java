package org.xinyidai.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.retention.RetentionRule.Kind;
import org.xinyidai.connectors.retention.RetentionRuleFile;
import org.xinyidai.engine.archive.Retention.Fate;
import org.xinyidai.engine.archive.Retention.Item;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.engine.store.Touched;
import org.xinyidai.engine.vault.FileSearch;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.subject.Uscc;

/**
 * Five years after the end of it nobody finds what a sole trader once did, not even in the files.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalFactsTest {
  // Document numbers without a run of letters in common, which a compressed block would not repeat.
  private static final String TRADER = Uscc.fromStem("92350100MA000003").value();
  private static final String FIRM = "91350100M000100Y43";
  private static final String PENALTIES =
      "uscc,decidedOn,documentNumber,kind,severity,legalBasis,fineYuan,repairedOn\n";
  private static final String LISTINGS =
      "uscc,decidedOn,list,action,documentNumber,legalBasis,authority\n";
  private static final String CASES =
      "uscc,filedOn,caseNumber,role,kind,amountYuan,status,dishonest,closedOn\n";

  @TempDir Path folder;
  private Instant now = Instant.parse("2019-01-05T01:00:00Z");
  private Store store;

  /** In the clear, so that the search sees whatever is left. */
  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("state"), StoreOptions.small(), () -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_a_trader_did_goes_five_years_after_its_end_with_every_version_and_every_byte()
      throws IOException {
    take(Penalty.FEED, PENALTIES + penalty(TRADER, "2018-03-01", "Zq7Xw3Kp9", "Hf2Lm8Tn5"));
    take(Penalty.FEED, PENALTIES + penalty(TRADER, "2018-03-01", "Zq7Xw3Kp9", "Vd4Rb6Jc1"));
    take(Penalty.FEED, PENALTIES + penalty(FIRM, "2018-03-01", "Gy9Ws2Ek7", "basis"));
    now = Instant.parse("2022-01-05T01:00:00Z");
    take(Penalty.FEED, PENALTIES + penalty(TRADER, "2021-03-01", "Pu5Qz1Xo8", "basis"));
    settleAll();

    now = Instant.parse("2023-03-01T01:00:00Z");
    assertEquals(List.of(), facts(true), "the five years end with this day");
    now = Instant.parse("2023-03-02T01:00:00Z");
    List<Item> listed = facts(false);
    assertEquals(1, listed.size());
    assertTrue(listed.get(0).id().startsWith(TRADER + "/penalty.2018-03-01."));
    assertFalse(found("Zq7Xw3Kp9").isEmpty(), "only listed so far");

    assertEquals(Fate.DELETED, facts(true).get(0).fate());

    for (String canary : List.of("Zq7Xw3Kp9", "Hf2Lm8Tn5", "Vd4Rb6Jc1")) {
      assertEquals(List.of(), found(canary));
    }
    assertFalse(found("Gy9Ws2Ek7").isEmpty());
    assertFalse(found("Pu5Qz1Xo8").isEmpty());
    assertTrue(
        store.<Boolean>read(view -> Touched.isMarked(view, store.shards(), new Uscc(TRADER))),
        "features still count it");
    assertEquals(List.of(), facts(true));
  }

  @Test
  void the_audit_keeps_that_and_what_kind_was_deleted() throws IOException {
    take(Penalty.FEED, PENALTIES + penalty(TRADER, "2016-03-01", "Zq7Xw3Kp9", "basis"));
    now = Instant.parse("2023-03-02T01:00:00Z");
    facts(true);
    AuditTrail trail = new AuditTrail(store);
    List<AuditEntry> entries = trail.page(0, 1_000);
    AuditEntry erasure = entries.get(entries.size() - 2);
    assertEquals(1, erasure.changed().get("facts"));
    assertEquals(1, entries.get(entries.size() - 1).changed().get("retentions"));
    assertTrue(trail.verify(List.of()).broken().isEmpty());
  }

  @Test
  void a_listing_goes_with_its_exit_and_a_case_with_its_close_and_what_goes_on_stays()
      throws IOException {
    take(
        Listing.FEED,
        LISTINGS
            + TRADER
            + ",2015-01-05,黑名单,列入,Mi3Nv7Bt4,某法第一条,某局\n"
            + TRADER
            + ",2017-01-05,黑名单,到期移出,Mi3Nv7Bt4,某法第一条,某局\n"
            + TRADER
            + ",2015-01-05,黑名单,列入,Wl1Hc8Ry3,某法第一条,某局\n");
    take(
        JudicialCase.FEED,
        CASES
            + TRADER
            + ",2015-01-05,Ka6Dj9Fe2,被告,合同纠纷,100,已结,否,2016-01-05\n"
            + TRADER
            + ",2015-01-05,Ts4Ug7Zi6,被告,合同纠纷,100,未结,否,\n");
    now = Instant.parse("2023-03-02T01:00:00Z");
    assertEquals(3, facts(true).size());
    for (String canary : List.of("Mi3Nv7Bt4", "Ka6Dj9Fe2")) {
      assertEquals(List.of(), found(canary));
    }
    for (String canary : List.of("Wl1Hc8Ry3", "Ts4Ug7Zi6")) {
      assertFalse(found(canary).isEmpty(), canary);
    }
  }

  private void settleAll() {
    store.execute(
        changes -> {
          store
              .<List<Touched.Enterprise>>read(view -> Touched.list(view, 100))
              .forEach(one -> Touched.settle(changes, store.shards(), one));
          return true;
        });
  }

  private List<Item> facts(boolean delete) {
    Vectors vectors = new Vectors(store, FeatureCatalogue.CURRENT);
    List<Item> items = new ArrayList<>();
    new Retention(store, new ScoreArchive(store, vectors), vectors.schema())
        .run(RetentionRuleFile.bundled(), delete, items::add);
    return items.stream().filter(one -> one.kind() == Kind.PERSONAL_ADVERSE_FACT).toList();
  }

  private List<String> found(String canary) throws IOException {
    return FileSearch.find(folder.resolve("state"), List.of(canary));
  }

  private void take(Feed<?> feed, String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("records.csv"), csv);
    var receipt = new Ingest(store).takeFile(feed, file, now, Progress.NONE);
    assertEquals(0, receipt.counts().rejected(), receipt.toString());
  }

  private static String penalty(String uscc, String day, String document, String basis) {
    return String.join(",", uscc, day, document, "罚款", "一般", basis, "500", "") + "\n";
  }
}
