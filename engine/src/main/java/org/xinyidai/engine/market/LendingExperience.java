package org.xinyidai.engine.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.monitoring.PastDecisions;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.ranking.LendingRecord;
import org.xinyidai.models.ranking.LendingRecord.Cell;

/**
 * What is known of lenders from their past decisions (机构审批经验): counted anew when decisions came, as
 * a task beside the requests, and kept, so that a restart knows it at once.
 */
public final class LendingExperience {
  private static final byte[] RECORD = {'r'};

  private final Store store;
  private final PastDecisions decisions;
  private final ModelRegistry models;
  private volatile LendingRecord current;

  public LendingExperience(Store store, PastDecisions decisions, ModelRegistry models) {
    this.store = store;
    this.decisions = decisions;
    this.models = models;
    this.current =
        stored()
            .map(one -> new LendingRecord(one.cells(), one.medianDays()))
            .orElse(LendingRecord.EMPTY);
  }

  /** The stored form, with the stamp of the newest decision that is in it. */
  private record Stored(String stamp, List<Cell> cells, Map<String, Integer> medianDays) {}

  /** What was counted last. */
  public LendingRecord current() {
    return current;
  }

  /** Counts again where decisions came since; true where it did. */
  public synchronized boolean refresh(LocalDate day) {
    byte[] stamp = decisions.stamp();
    String known = stored().map(Stored::stamp).orElse("");
    if (Arrays.equals(stamp, HexFormat.of().parseHex(known))) {
      return false;
    }
    LendingRecord fresh = LendingRecord.of(decisions.upTo(day, models.champion()));
    Stored keep = new Stored(HexFormat.of().formatHex(stamp), fresh.cells(), fresh.medianDays());
    store.execute(
        changes -> {
          changes.put(Family.LENDING_RECORD, RECORD, StoredJson.write(keep));
          return keep.cells().size();
        });
    current = fresh;
    return true;
  }

  private Optional<Stored> stored() {
    return store
        .read(view -> view.get(Family.LENDING_RECORD, RECORD))
        .map(bytes -> StoredJson.read(bytes, Stored.class));
  }
}
