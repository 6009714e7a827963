package org.xinyidai.engine.monitoring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.monitoring.MonitoringRuleFile;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.monitoring.MonitoringReport;
import org.xinyidai.models.monitoring.MonitoringRules;
import org.xinyidai.models.monitoring.Reference;
import org.xinyidai.models.monitoring.ScoredPopulation;
import org.xinyidai.models.monitoring.ScoredPopulationCodec;

/** What monitoring keeps (监控存档): a reference, a base and reports by model, and the rules. */
final class MonitoringRecords {
  private static final byte[] RULES = "rules".getBytes(US_ASCII);
  private static final String REFERENCE = "f/";
  private static final String BASE = "b/";
  private static final String REPORT = "r/";

  private final Store store;

  MonitoringRecords(Store store) {
    this.store = store;
  }

  /** The rules in force: those of the operator, else those that come with the program. */
  MonitoringRules rules() {
    return store
        .read(view -> view.get(Family.MONITORING, RULES))
        .map(
            bytes -> {
              try {
                return MonitoringRuleFile.read(bytes);
              } catch (IOException e) {
                throw new UncheckedIOException("the kept rules of monitoring are damaged", e);
              }
            })
        .orElseGet(MonitoringRuleFile::bundled);
  }

  /** Puts rules in force; StoreException USER where they do not carry a greater version. */
  void declare(MonitoringRules rules) {
    int before = rules().version();
    if (rules.version() <= before) {
      throw new StoreException(
          Category.USER,
          "rules of version %d are in force; give changed ones a greater version"
              .formatted(before));
    }
    put(RULES, MonitoringRuleFile.write(rules));
  }

  Optional<Reference> reference(String modelId) {
    return get(REFERENCE + modelId).map(bytes -> StoredJson.read(bytes, Reference.class));
  }

  void keep(String modelId, Reference reference) {
    put(key(REFERENCE + modelId), StoredJson.write(reference));
  }

  Optional<ScoredPopulation> base(String modelId) {
    return get(BASE + modelId).map(ScoredPopulationCodec::read);
  }

  /** Keeps the base with the reference that names its day, in one write. */
  void keep(String modelId, Reference reference, ScoredPopulation base) {
    store.execute(
        changes -> {
          changes.put(Family.MONITORING, key(REFERENCE + modelId), StoredJson.write(reference));
          changes.put(Family.MONITORING, key(BASE + modelId), ScoredPopulationCodec.write(base));
          return modelId;
        });
  }

  void keep(MonitoringReport report) {
    put(key(REPORT + report.modelId() + "/" + report.asOf()), StoredJson.write(report));
  }

  Optional<MonitoringReport> report(String modelId, LocalDate asOf) {
    return get(REPORT + modelId + "/" + asOf)
        .map(bytes -> StoredJson.read(bytes, MonitoringReport.class));
  }

  /** The days of which there is a report, in order. */
  List<LocalDate> days(String modelId) {
    byte[] prefix = key(REPORT + modelId + "/");
    return store.read(
        view -> {
          List<LocalDate> days = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.MONITORING, prefix)) {
            while (cursor.next()) {
              String text = new String(cursor.key(), US_ASCII);
              days.add(LocalDate.parse(text.substring(prefix.length)));
            }
          }
          return days;
        });
  }

  private Optional<byte[]> get(String name) {
    return store.read(view -> view.get(Family.MONITORING, key(name)));
  }

  private void put(byte[] key, byte[] value) {
    store.execute(
        changes -> {
          changes.put(Family.MONITORING, key, value);
          return key;
        });
  }

  private static byte[] key(String name) {
    return name.getBytes(US_ASCII);
  }
}
