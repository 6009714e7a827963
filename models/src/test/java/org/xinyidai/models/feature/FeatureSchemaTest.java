package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.VatInvoice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeatureSchemaTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final FeatureSchema FIRST = FeatureCatalogue.V1;
  private static final FeatureSchema NEXT = FIRST.next(Stream.of(invoicesSeen("invoices_seen")));

  @Test
  void a_next_version_keeps_every_feature_at_its_place_and_adds_behind() {
    assertEquals(FIRST.version() + 1, NEXT.version());
    assertEquals(FIRST.features(), NEXT.features().subList(0, FIRST.features().size()));
    assertEquals(FIRST.features().size(), NEXT.position("invoices_seen").orElseThrow());
  }

  @Test
  void a_version_knows_those_it_grew_from_and_no_other() {
    assertSame(FIRST, NEXT.at(FIRST.version()));
    assertSame(NEXT, NEXT.at(NEXT.version()));
    assertThrows(IllegalArgumentException.class, () -> FIRST.at(NEXT.version()));
    assertThrows(IllegalArgumentException.class, () -> NEXT.at(0));
  }

  @Test
  void an_older_vector_completed_equals_the_vector_computed_anew() {
    History history = history();
    assertEquals(NEXT.vector(history, DAY), NEXT.complete(FIRST.vector(history, DAY), history));
  }

  @Test
  void completing_leaves_what_the_older_vector_says() {
    History later = history();
    FeatureVector older = FIRST.vector(new Enterprise().history(), DAY);
    FeatureVector completed = NEXT.complete(older, later);

    for (int i = 0; i < older.size(); i++) {
      assertEquals(older.missing(i), completed.missing(i));
      assertEquals(older.value(i), completed.value(i));
    }
    assertEquals(1, completed.value(older.size()));
  }

  @Test
  void a_name_is_given_once() {
    assertThrows(
        IllegalArgumentException.class,
        () -> FIRST.next(Stream.of(invoicesSeen("sales_invoiced_fen_12m"))));
  }

  private static History history() {
    return new Enterprise().registered("2020-01-01").sold("2024-05-02", "B", 100_00).history();
  }

  /** The one declaration that a new feature takes. */
  private static FeatureDefinition invoicesSeen(String name) {
    return Declaration.Source.of(MissingRule.FEED, VatInvoice.OUTPUT)
        .feature(name, Unit.COUNT, "已见销项发票数", "Output invoices seen")
        .today(observation -> FeatureValue.of(observation.seen(VatInvoice.OUTPUT).size()))
        .findFirst()
        .orElseThrow();
  }
}
