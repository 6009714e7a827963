package org.xinyidai.models.feature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.InvoiceStatus;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

/** The 123 labelled enterprises of the public invoice data set, read from outside the project. */
final class RealEnterprises {
  static final Instant KNOWN = Instant.parse("2020-03-01T00:00:00Z");

  private static final Path FOLDER = Path.of("../../shared/data/cumcm2020c");

  private final Map<String, List<Fact<?>>> facts = new HashMap<>();
  private final Map<String, Boolean> defaulted = new TreeMap<>();

  /** Skips the test that asks where the data is not at hand. */
  static RealEnterprises read() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no data set at " + FOLDER);
    RealEnterprises enterprises = new RealEnterprises();
    enterprises.readLabels();
    enterprises.readInvoices("invoices_credit_output.csv.gz", VatInvoice.OUTPUT);
    enterprises.readInvoices("invoices_credit_input.csv.gz", VatInvoice.INPUT);
    return enterprises;
  }

  /** Whether each enterprise defaulted, by its id, in the order of ids. */
  Map<String, Boolean> defaulted() {
    return defaulted;
  }

  List<Fact<?>> facts(String id) {
    return facts.getOrDefault(id, List.of());
  }

  History history(String id) {
    return History.knownAt(KNOWN, uscc(id), facts(id));
  }

  private void readLabels() {
    try (BufferedReader lines = Files.newBufferedReader(FOLDER.resolve("enterprises_credit.csv"))) {
      lines.lines().skip(1).map(line -> line.split(",")).forEach(row -> label(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void label(String[] row) {
    defaulted.put(row[0], row[3].equals("是"));
  }

  private void readInvoices(String file, Feed<VatInvoice> feed) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",")).forEach(row -> add(feed, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Feed<VatInvoice> feed, String[] row) {
    List<Fact<?>> own = facts.computeIfAbsent(row[0], id -> new ArrayList<>());
    VatInvoice invoice =
        new VatInvoice(
            uscc(row[0]),
            row[1],
            LocalDate.parse(row[2]),
            row[3],
            fen(row[4]),
            fen(row[5]),
            fen(row[6]),
            row[7].contains("作废") ? InvoiceStatus.VOID : InvoiceStatus.VALID,
            "");
    own.add(new Fact<>(feed, invoice, row[1] + "/" + row[3] + "/" + own.size(), 0, KNOWN));
  }

  private static long fen(String yuan) {
    return new BigDecimal(yuan).movePointRight(2).longValueExact();
  }

  private static Uscc uscc(String id) {
    return Uscc.fromStem(
        "91110000" + String.format(Locale.ROOT, "%08d", Integer.parseInt(id.substring(1))));
  }
}
