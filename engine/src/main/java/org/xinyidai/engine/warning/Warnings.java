package org.xinyidai.engine.warning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.warning.Moment;
import org.xinyidai.models.warning.WarningRules;

/**
 * Judges enterprises by the rules of early warning and keeps what was found (预警服务). Kept under
 * district, which is that of the unified code, and code: so a district is one range.
 */
public final class Warnings {
  /** Enterprises written by one command. */
  private static final int PAGE = 256;

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final WarningRules rules;

  public Warnings(Store store, Vectors vectors, Scores scores, WarningRules rules) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
    this.rules = rules;
  }

  /**
   * The warnings of an enterprise on a day as known at an instant, from the facts; what is disputed
   * counts by the policy of disputes on both days.
   */
  public EnterpriseWarnings of(Uscc uscc, LocalDate asOf, Instant knownAt) {
    History history = vectors.history(uscc, knownAt);
    UndisputedVector now = vectors.at(history, asOf);
    return new EnterpriseWarnings(
        uscc.value(),
        asOf,
        rules.judge(moment(now), months -> moment(vectors.at(history, asOf.minusMonths(months)))),
        now.touched());
  }

  /**
   * Judges every enterprise and keeps its warnings for the list, in the place of those kept before.
   *
   * @param done told the number of enterprises judged so far
   * @return enterprises with a warning
   */
  public long refresh(LocalDate asOf, Instant knownAt, LongConsumer done) {
    Histories histories = new Histories(store);
    long judged = 0;
    long warned = 0;
    for (int shard = 0; shard < store.shards().count(); shard++) {
      List<Uscc> all = histories.enterprises(shard);
      for (int from = 0; from < all.size(); from += PAGE) {
        List<EnterpriseWarnings> page = new ArrayList<>();
        for (Uscc uscc : all.subList(from, Math.min(all.size(), from + PAGE))) {
          page.add(of(uscc, asOf, knownAt));
        }
        warned += keep(page);
        judged += page.size();
        done.accept(judged);
      }
    }
    return warned;
  }

  /**
   * Kept warnings in order of district and code.
   *
   * @param district division code, or its first digits; empty for all
   * @param after the code of the last enterprise of the page before; empty for the first page
   * @param limit most enterprises
   * @param wanted all others are passed over
   */
  public List<EnterpriseWarnings> list(
      String district, String after, int limit, Predicate<EnterpriseWarnings> wanted) {
    byte[] prefix = district.getBytes(US_ASCII);
    byte[] last = after.isEmpty() ? prefix : key(after);
    return store.read(
        view -> {
          List<EnterpriseWarnings> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.WARNINGS, prefix, last)) {
            while (found.size() < limit && cursor.next()) {
              EnterpriseWarnings one = StoredJson.read(cursor.value(), EnterpriseWarnings.class);
              if (!Arrays.equals(cursor.key(), last) && wanted.test(one)) {
                found.add(one);
              }
            }
          }
          return found;
        });
  }

  private long keep(List<EnterpriseWarnings> page) {
    return store.execute(
        changes -> {
          long warned = 0;
          for (EnterpriseWarnings enterprise : page) {
            byte[] key = key(enterprise.uscc());
            if (!enterprise.warnings().isEmpty()) {
              changes.put(Family.WARNINGS, key, StoredJson.write(enterprise));
              warned++;
            } else if (changes.get(Family.WARNINGS, key).isPresent()) {
              changes.delete(Family.WARNINGS, key);
            }
          }
          return warned;
        });
  }

  private Moment moment(UndisputedVector undisputed) {
    FeatureVector vector = undisputed.vector();
    return new Moment(vector, scores.score(vector));
  }

  private static byte[] key(String uscc) {
    return (new Uscc(uscc).divisionCode() + uscc).getBytes(US_ASCII);
  }
}
