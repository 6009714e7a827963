package org.xinyidai.engine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.xinyidai.connectors.cumcm.CumcmEnterprise;
import org.xinyidai.connectors.cumcm.CumcmFolder;
import org.xinyidai.connectors.cumcm.InvoiceFile;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.training.TrainingSet;

/**
 * The demonstration on real invoices (真实发票演示): everything that a platform does with records, on a
 * folder of the contest's layout. Each enterprise gets a valid code derived from its number there;
 * the rating that the bank gave leaks the outcome and is never looked at.
 */
public final class InvoiceDemo {
  private final CumcmFolder folder;
  private final Path path;
  private final Platform platform;
  private final Show show;

  public InvoiceDemo(Path path, Platform platform, Show show) throws UnreadableFile {
    this.folder = CumcmFolder.open(path);
    this.path = path;
    this.platform = platform;
    this.show = show;
  }

  /** Takes everything in, learns, scores, matches and prices; the report of it all. */
  public InvoiceReport run() throws IOException {
    new DemoState("invoices of " + path.getFileName(), "", false).claim(platform.store());
    List<Receipt> receipts = takeIn();
    InvoiceReport.Records records = InvoiceCounts.of(receipts);
    InvoiceCounts.say(records, show);

    List<CumcmEnterprise> enterprises = folder.enterprises();
    Instant knownAt = platform.store().instant();
    Map<Uscc, History> histories = histories(enterprises, knownAt);
    LocalDate asOf = newestDay(histories);
    InvoiceLearning learning = new InvoiceLearning(platform, enterprises, histories, asOf, show);
    List<InvoiceReport.Model> models = learning.run();
    InvoiceScoring scoring = new InvoiceScoring(platform, enterprises, histories, asOf, show);
    return new InvoiceReport(
        new InvoiceReport.Data(
            String.valueOf(path.getFileName()),
            "derived from the numbers of the data set, not real",
            asOf.toString(),
            enterprises.size(),
            learning.labelled()),
        records,
        models,
        scoring.scores(),
        scoring.matches(),
        folder.hasRateChurn() ? scoring.pricing(folder.rateChurn()) : List.of());
  }

  /** Takes everything in and joins the known outcomes to the features: what a model learns from. */
  public TrainingSet trainingSet() throws IOException {
    new DemoState("invoices of " + path.getFileName(), "", false).claim(platform.store());
    takeIn();
    List<CumcmEnterprise> enterprises = folder.enterprises();
    Map<Uscc, History> histories = histories(enterprises, platform.store().instant());
    LocalDate asOf = newestDay(histories);
    return new InvoiceLearning(platform, enterprises, histories, asOf, show).trainingSet();
  }

  private List<Receipt> takeIn() throws IOException {
    List<Receipt> receipts = new ArrayList<>();
    for (InvoiceFile file : folder.invoices()) {
      Delivery delivery;
      try (InputStream bytes = Files.newInputStream(file.path())) {
        delivery = Delivery.once(file.feed(), file.name(), bytes, null);
      }
      show.during(file.name(), -1, done -> receipts.add(take(file, delivery, done)));
    }
    return receipts;
  }

  private Receipt take(InvoiceFile file, Delivery delivery, LongConsumer done) {
    try {
      return platform
          .ingest()
          .take(delivery, file.open(), durable -> done.accept(durable.counts().received()));
    } catch (UnreadableFile e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Uscc, History> histories(List<CumcmEnterprise> enterprises, Instant knownAt) {
    Map<Uscc, History> histories = new LinkedHashMap<>();
    show.during(
        "histories",
        enterprises.size(),
        done -> {
          for (CumcmEnterprise enterprise : enterprises) {
            histories.put(
                enterprise.uscc(), platform.vectors().history(enterprise.uscc(), knownAt));
            done.accept(histories.size());
          }
        });
    return histories;
  }

  /** The day on which the data ends: of the newest invoice. */
  private static LocalDate newestDay(Map<Uscc, History> histories) {
    return histories.values().stream()
        .flatMap(
            history ->
                List.of(VatInvoice.OUTPUT, VatInvoice.INPUT).stream()
                    .map(history::of)
                    .filter(invoices -> !invoices.isEmpty())
                    .map(invoices -> invoices.get(invoices.size() - 1).day()))
        .max(LocalDate::compareTo)
        .orElseThrow(() -> new IllegalStateException("no invoice was accepted"));
  }
}
