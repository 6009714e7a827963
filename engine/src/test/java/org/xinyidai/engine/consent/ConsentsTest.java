package org.xinyidai.engine.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.subject.Uscc;

/** A consent opens what it names, to whom it names, until it ends or is withdrawn. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentsTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");
  private static final Uscc OTHER = new Uscc("91440300708461136T");
  private static final String ID = "c-" + "0".repeat(24);
  private static final String BANK = "上街农商行";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private final Instant end = now.plus(Duration.ofDays(30));
  private Store store;
  private Consents consents;

  @BeforeEach
  void give() {
    store = Store.open(folder, StoreOptions.small(), () -> now);
    consents = new Consents(store);
    Consent consent =
        new Consent(
            ID,
            FIRM.value(),
            BANK,
            Purpose.LOAN_REVIEW,
            List.of(DataCategory.SCORE),
            1,
            "00",
            now,
            end,
            null);
    store.execute(changes -> consents.put(changes, consent));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void it_holds_until_the_moment_at_which_it_ends_and_not_at_that_moment() {
    now = end.minusSeconds(1);
    assertEquals(Optional.of(ID), opening(FIRM, BANK, DataCategory.SCORE));
    assertTrue(consents.openingFor(Operation.GET_SCORE, BANK, FIRM.value()).isPresent());
    now = end;
    assertEquals(Optional.empty(), opening(FIRM, BANK, DataCategory.SCORE));
    assertTrue(consents.openingFor(Operation.GET_SCORE, BANK, FIRM.value()).isEmpty());
    assertFalse(consents.of(FIRM).isEmpty(), "the enterprise sees that it was");
  }

  @Test
  void it_opens_no_other_category_to_no_other_lender_of_no_other_enterprise() {
    assertEquals(Optional.empty(), opening(FIRM, BANK, DataCategory.RECORDS));
    assertEquals(Optional.empty(), opening(FIRM, "另一银行", DataCategory.SCORE));
    assertEquals(Optional.empty(), opening(OTHER, BANK, DataCategory.SCORE));
  }

  @Test
  void once_withdrawn_it_opens_nothing() {
    store.execute(changes -> consents.revoke(changes, ID));
    assertEquals(Optional.empty(), opening(FIRM, BANK, DataCategory.SCORE));
  }

  private Optional<String> opening(Uscc uscc, String grantee, DataCategory category) {
    return consents.opening(uscc, grantee, category).map(Consent::id);
  }
}
