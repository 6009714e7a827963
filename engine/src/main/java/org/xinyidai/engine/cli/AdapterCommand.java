package org.xinyidai.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.bdci.BdciFolder;
import org.xinyidai.connectors.bdci.BdciTable;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.store.Store;
import picocli.CommandLine;

/** Takes the tables of a public data set as records of feeds, and says what is left out. */
final class AdapterCommand {
  private static final String BDCI = "bdci2020";

  private final String adapter;
  private final List<Path> folders;
  private final StateOption state;
  private final CommandLine terminal;

  AdapterCommand(String adapter, List<Path> folders, StateOption state, CommandLine terminal) {
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
    List<BdciTable> tables = BdciFolder.open(folders.get(0)).tables();
    try (Store store = state.openStore()) {
      for (BdciTable table : tables) {
        take(new Ingest(store), table);
      }
    }
    terminal
        .getOut()
        .println(
            "not taken 未入库: social insurance (items repeat the amount of a tax), labels (no facts);"
                + " docs/decisions/public-tables-as-facts.md says how the rest was read");
    return 0;
  }

  private void take(Ingest ingest, BdciTable table) throws IOException {
    terminal
        .getOut()
        .printf(
            "%s: %,d rows = %,d records + %,d put together (%s)%n",
            table.file(), table.rows(), table.records().size(), table.merged(), table.together());
    byte[] records = ndjson(table.records());
    Delivery delivery = Delivery.once(table.feed(), BDCI, new ByteArrayInputStream(records), null);
    FeedReader reader =
        FeedReader.open(table.feed(), new ByteArrayInputStream(records), Format.NDJSON);
    Receipt receipt = ingest.take(delivery, reader, Progress.NONE);
    ReceiptText.print(table.feed().id(), receipt, terminal);
  }

  private static byte[] ndjson(List<Map<String, String>> rows) throws IOException {
    JsonMapper json = new JsonMapper();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map<String, String> row : rows) {
      out.write((json.writeValueAsString(row) + "\n").getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
