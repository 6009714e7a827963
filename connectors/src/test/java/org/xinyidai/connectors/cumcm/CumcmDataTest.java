package org.xinyidai.connectors.cumcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.cumcm.CumcmEnterprise.Outcome;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Rejected;
import org.xinyidai.models.record.VatInvoice;

/** The real data set, counted to the last row, where it is at hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CumcmDataTest {
  private static final Path FOLDER = Path.of("../../shared/data/cumcm2020c");

  @Test
  void every_real_invoice_is_received_and_all_but_five_are_accepted() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the data set is not at hand");
    Map<String, Long> counts = new TreeMap<>();
    for (InvoiceFile file : CumcmFolder.open(FOLDER).invoices()) {
      try (FeedReader reader = file.open()) {
        while (reader.next()) {
          count(counts, file, reader.current().validate(file.feed(), LocalDate.of(2021, 1, 1)));
        }
      }
    }
    // The five refused are red ones too: the data set holds 19,764.
    assertEquals(
        Map.of(
            "received", 1_099_441L,
            "accepted", 1_099_436L,
            "AMOUNTS_DISAGREE totalYuan", 5L,
            "void", 63_605L,
            "red", 19_759L),
        counts);
  }

  @Test
  void the_labels_are_those_of_the_data_set() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the data set is not at hand");
    CumcmFolder data = CumcmFolder.open(FOLDER);
    List<CumcmEnterprise> enterprises = data.enterprises();
    assertEquals(425, enterprises.size());
    assertEquals(425, enterprises.stream().map(CumcmEnterprise::uscc).distinct().count());
    assertEquals(27, enterprises.stream().filter(e -> e.outcome() == Outcome.DEFAULTED).count());
    assertEquals(302, enterprises.stream().filter(e -> e.outcome() == Outcome.UNKNOWN).count());
    assertEquals(29, data.rateChurn().steps().size());
  }

  private static void count(Map<String, Long> counts, InvoiceFile file, Validated<Row> row) {
    counts.merge("received", 1L, Long::sum);
    if (row instanceof Accepted<Row> accepted) {
      VatInvoice invoice = file.feed().read(accepted.value());
      counts.merge("accepted", 1L, Long::sum);
      counts.merge("void", invoice.isVoid() ? 1L : 0L, Long::sum);
      counts.merge("red", invoice.isRed() ? 1L : 0L, Long::sum);
    } else if (row instanceof Rejected<Row> rejected) {
      counts.merge(rejected.reason() + " " + rejected.field(), 1L, Long::sum);
    }
  }
}
