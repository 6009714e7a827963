package org.xinyidai.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xinyidai.connectors.bdci.BdciFolder;
import org.xinyidai.connectors.bdci.TaxRow;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.TaxPayment;
import picocli.CommandLine;

/** Takes the part of a public data set that fits the feeds, and says what does not. */
final class AdapterCommand {
  private static final String BDCI = "bdci2020";

  private final String adapter;
  private final List<Path> folders;
  private final Path state;
  private final CommandLine terminal;

  AdapterCommand(String adapter, List<Path> folders, Path state, CommandLine terminal) {
    this.adapter = adapter;
    this.folders = folders;
    this.state = state;
    this.terminal = terminal;
  }

  int run() throws IOException {
    if (!adapter.equals(BDCI)) {
      throw new Failure("no adapter " + adapter + "; there is " + BDCI);
    }
    if (folders.size() != 1) {
      throw new Failure("--adapter takes one folder, that of the data set");
    }
    BdciFolder.Payments payments = BdciFolder.open(folders.get(0)).payments();
    terminal
        .getOut()
        .printf(
            "tax_info: %,d rows = %,d payments + %,d repeated under other items%n",
            payments.rows(), payments.taxes().size(), payments.repeatedItems());
    byte[] records = ndjson(payments.taxes());
    try (Store store = Store.open(state, StoreOptions.standard())) {
      Delivery delivery =
          Delivery.once(TaxPayment.FEED, BDCI, new ByteArrayInputStream(records), null);
      FeedReader reader =
          FeedReader.open(TaxPayment.FEED, new ByteArrayInputStream(records), Format.NDJSON);
      Receipt receipt = new Ingest(store).take(delivery, reader, Progress.NONE);
      ReceiptText.print(TaxPayment.FEED.id(), receipt, terminal);
    }
    terminal
        .getOut()
        .println(
            "not taken 未入库: judgments (counts without day or case), annual reports (no"
                + " registration), news (no feed), social insurance (items repeat the amount of a"
                + " tax); xyd evaluate reads them");
    return 0;
  }

  private static byte[] ndjson(List<TaxRow> rows) throws IOException {
    JsonMapper json = new JsonMapper();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (TaxRow row : rows) {
      out.write((json.writeValueAsString(row.fields()) + "\n").getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
