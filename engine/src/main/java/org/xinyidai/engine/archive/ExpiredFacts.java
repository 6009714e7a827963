package org.xinyidai.engine.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.xinyidai.connectors.retention.RetentionRule.Kind;
import org.xinyidai.engine.archive.Retention.Fate;
import org.xinyidai.engine.archive.Retention.Item;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.resolution.CaseId;
import org.xinyidai.engine.resolution.Cases;
import org.xinyidai.engine.store.FactErasure;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.AdverseEnd;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/**
 * Adverse facts about persons whose years have passed (个人不良信息, 征信业管理条例 art. 16). Sole traders and
 * farmers are persons; a firm's record is no personal information, and stays.
 */
final class ExpiredFacts {
  /** Facts erased by one command. */
  private static final int PAGE = 256;

  /** Registered by the market office as a sole trader, GB 32100. */
  private static final String SOLE_TRADER = "92";

  private final Store store;

  ExpiredFacts(Store store) {
    this.store = store;
  }

  /** A fact of a person whose time has passed. */
  private record Expired(Uscc uscc, FactRow.Name name, LocalDate ended) {}

  /**
   * Lists those whose behaviour ended before a day, and erases them; a case under way holds them.
   */
  void go(LocalDate before, boolean delete, Consumer<Item> listed) {
    Set<Uscc> inCase =
        new Disputes(store).pending().stream().map(CaseFile::uscc).collect(Collectors.toSet());
    for (int shard = 0; shard < store.shards().count(); shard++) {
      List<Expired> gone = new ArrayList<>();
      for (Expired expired : expired(shard, before)) {
        Fate fate = inCase.contains(expired.uscc()) ? Fate.HELD_BY_CASE : Fate.DELETED;
        if (fate == Fate.DELETED) {
          gone.add(expired);
        }
        String id = expired.uscc() + "/" + expired.name();
        listed.accept(new Item(Kind.PERSONAL_ADVERSE_FACT, id, expired.ended(), fate));
      }
      if (delete) {
        erase(gone);
      }
    }
  }

  private List<Expired> expired(int shard, LocalDate before) {
    List<Expired> found = new ArrayList<>();
    new Histories(store)
        .forEach(
            shard,
            (uscc, versions) -> {
              Map<FactRow.Name, Fact<?>> latest = new LinkedHashMap<>();
              versions.forEach(fact -> latest.put(name(fact), fact));
              List<SourceRecord> records = new ArrayList<>();
              latest.values().forEach(fact -> records.add(fact.record()));
              if (isPerson(uscc, records)) {
                latest.forEach(
                    (name, fact) ->
                        AdverseEnd.of(fact.record(), records)
                            .filter(before::isAfter)
                            .ifPresent(ended -> found.add(new Expired(uscc, name, ended))));
              }
            });
    return found;
  }

  private static FactRow.Name name(Fact<?> fact) {
    return new FactRow.Name(fact.feed(), fact.record().day(), fact.identity());
  }

  private static boolean isPerson(Uscc uscc, List<SourceRecord> records) {
    return uscc.value().startsWith(SOLE_TRADER)
        || records.stream()
            .filter(MarketRegistration.class::isInstance)
            .map(record -> ((MarketRegistration) record).subjectType())
            .anyMatch(type -> type == SubjectType.SOLE_TRADER || type == SubjectType.FARMER);
  }

  private void erase(List<Expired> gone) {
    for (int from = 0; from < gone.size(); from += PAGE) {
      List<Expired> page = gone.subList(from, Math.min(gone.size(), from + PAGE));
      store.execute(
          changes -> {
            for (Expired one : page) {
              Optional<String> origin =
                  FactErasure.erase(changes, store.shards(), one.uscc(), one.name());
              origin.flatMap(CaseId::parse).ifPresent(row -> Cases.erase(changes, row));
            }
            return page.size();
          });
    }
  }
}
