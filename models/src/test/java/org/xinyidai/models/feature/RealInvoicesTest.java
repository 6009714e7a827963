package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.VatInvoice;

/** The catalogue on 123 real enterprises that have invoices and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealInvoicesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2020-01-31");
  private static final Set<Feed<?>> INVOICES = Set.of(VatInvoice.OUTPUT, VatInvoice.INPUT);

  private static RealEnterprises enterprises;
  private static Map<String, FeatureVector> vectors;

  @BeforeAll
  static void read() {
    enterprises = RealEnterprises.read();
    vectors = new TreeMap<>();
    for (String id : enterprises.defaulted().keySet()) {
      vectors.put(id, FeatureCatalogue.V1.vector(enterprises.history(id), AS_OF));
    }
  }

  @Test
  void invoices_alone_fill_every_invoice_feature_and_no_other() {
    assertEquals(123, vectors.size());
    List<FeatureDefinition> features = FeatureCatalogue.V1.features();
    for (int i = 0; i < features.size(); i++) {
      boolean ofInvoices = INVOICES.containsAll(features.get(i).feeds());
      int present = 0;
      for (FeatureVector vector : vectors.values()) {
        present += vector.missing(i) == MissingReason.NONE ? 1 : 0;
        MissingReason reason = vector.missing(i);
        assertEquals(!ofInvoices, reason == MissingReason.FEED_ABSENT, features.get(i).name());
      }
      assertTrue(present >= (ofInvoices ? 100 : 0), features.get(i).name() + ": " + present);
    }
  }

  @Test
  void the_level_of_sales_tells_most_defaulters_from_the_others() {
    int position = FeatureCatalogue.V1.position("sales_invoiced_log_24m").orElseThrow();
    List<Double> good = new ArrayList<>();
    List<Double> bad = new ArrayList<>();
    enterprises
        .defaulted()
        .forEach((id, defaulted) -> (defaulted ? bad : good).add(vectors.get(id).value(position)));
    assertEquals(27, bad.size());
    double concordant = 0;
    for (double higher : good) {
      for (double lower : bad) {
        concordant += higher > lower ? 1 : higher == lower ? 0.5 : 0;
      }
    }
    double auc = concordant / (good.size() * bad.size());
    assertTrue(auc > 0.87, "area under the curve " + auc);
  }

  @Test
  void two_enterprises_differ_and_one_is_the_same_twice() {
    FeatureVector one = vectors.get("E1");
    assertEquals(one, FeatureCatalogue.V1.vector(enterprises.history("E1"), AS_OF));
    assertNotEquals(one, vectors.get("E2"));
  }
}
