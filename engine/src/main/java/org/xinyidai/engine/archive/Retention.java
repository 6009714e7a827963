package org.xinyidai.engine.archive;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.xinyidai.connectors.retention.RetentionRule;
import org.xinyidai.connectors.retention.RetentionRule.Kind;
import org.xinyidai.engine.catalogue.Snapshots;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.feature.FeatureSchema;

/**
 * Deletes data whose time has passed (到期数据清理), lists each piece and counts all. A score that a
 * lender read, that a demand was matched by or that is shown to a lender stays, and so do all
 * scores of an enterprise with a case that is not decided. Of facts only adverse ones about persons
 * go; models always stay. What went is in no file afterwards.
 */
public final class Retention {

  private final Store store;
  private final ExpiredScores scores;
  private final ExpiredFacts facts;
  private final Snapshots snapshots;
  private final Expiring leads;

  public Retention(Store store, ScoreArchive archive, FeatureSchema schema) {
    this.store = store;
    this.scores = new ExpiredScores(store, archive);
    this.facts = new ExpiredFacts(store);
    this.snapshots = new Snapshots(store, schema);
    this.leads = (before, delete, listed) -> {};
  }

  private Retention(Retention same, Expiring leads) {
    this.store = same.store;
    this.scores = same.scores;
    this.facts = same.facts;
    this.snapshots = same.snapshots;
    this.leads = leads;
  }

  /** The same over exports of leads too, which lie in a room behind this one. */
  public Retention withLeads(Expiring exports) {
    return new Retention(this, exports);
  }

  /** Data of another room whose time passes as well. */
  @FunctionalInterface
  public interface Expiring {
    /** Lists what was made before a day, and deletes it where that is asked. */
    void go(LocalDate before, boolean delete, Consumer<Item> listed);
  }

  /** What becomes of a piece whose time has passed. */
  public enum Fate {
    DELETED("已删除"),
    /** A lender's decision or a demand refers to it. */
    HELD_BY_LENDER("金融机构决定引用，保留"),
    /** A case of the enterprise is not decided. */
    HELD_BY_CASE("异议或修复未办结，保留");

    private final String titleZh;

    Fate(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /**
   * A piece whose time has passed.
   *
   * @param id number of a score, day of a snapshot, or name of a fact
   * @param from the day it was made, is of, or its behaviour ended
   */
  public record Item(Kind kind, String id, LocalDate from, Fate fate) {}

  /**
   * One run.
   *
   * @param rules with their periods, by code
   * @param counts by code and fate
   */
  public record Run(Instant at, Map<String, String> rules, Map<String, Map<Fate, Long>> counts) {
    public Run {
      rules = new TreeMap<>(rules);
      counts = new TreeMap<>(counts);
    }
  }

  /**
   * Applies the rules.
   *
   * @param delete whether to delete, or only to list what would be
   * @param listed told every piece whose time has passed
   */
  public Run run(List<RetentionRule> rules, boolean delete, Consumer<Item> listed) {
    Instant now = store.instant();
    LocalDate today = ChinaTime.dayOf(now);
    Map<String, Map<Fate, Long>> counts = new TreeMap<>();
    Map<String, String> periods = new TreeMap<>();
    for (RetentionRule rule : rules) {
      Map<Fate, Long> count = new TreeMap<>();
      counts.put(rule.kind().code(), count);
      periods.put(rule.kind().code(), rule.keep().toString());
      Consumer<Item> counted =
          item -> {
            count.merge(item.fate(), 1L, Long::sum);
            listed.accept(item);
          };
      apply(rule.kind(), today.minus(rule.keep()), delete, counted);
    }
    Run run = new Run(now, periods, counts);
    if (delete) {
      note(run);
      if (counts.values().stream().anyMatch(count -> count.containsKey(Fate.DELETED))) {
        store.compact();
      }
    }
    return run;
  }

  /** The runs that deleted, the oldest first. */
  public List<Run> runs() {
    return store.read(
        view -> {
          List<Run> runs = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.RETENTIONS, new byte[0])) {
            while (cursor.next()) {
              runs.add(StoredJson.read(cursor.value(), Run.class));
            }
          }
          return runs;
        });
  }

  private void note(Run run) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, run.at());
    byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
    store.execute(
        changes -> {
          changes.put(Family.RETENTIONS, key, StoredJson.write(run));
          return run;
        });
  }

  private void apply(Kind kind, LocalDate before, boolean delete, Consumer<Item> listed) {
    switch (kind) {
      case LEAD_EXPORT -> leads.go(before, delete, listed);
      case FEATURE_SNAPSHOT -> snapshots(before, delete, listed);
      case PERSONAL_ADVERSE_FACT -> facts.go(before, delete, listed);
      case PAST_RATING, SERVED_SCORE -> scores.go(kind, before, delete, listed);
    }
  }

  /** The newest snapshot stays, however old. */
  private void snapshots(LocalDate before, boolean delete, Consumer<Item> listed) {
    List<LocalDate> days = snapshots.days();
    for (LocalDate day : days.subList(0, Math.max(0, days.size() - 1))) {
      if (day.isBefore(before)) {
        if (delete) {
          snapshots.delete(day);
        }
        listed.accept(new Item(Kind.FEATURE_SNAPSHOT, day.toString(), day, Fate.DELETED));
      }
    }
  }
}
