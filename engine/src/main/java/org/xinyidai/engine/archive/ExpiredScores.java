package org.xinyidai.engine.archive;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.xinyidai.connectors.retention.RetentionRule.Kind;
import org.xinyidai.engine.archive.Retention.Fate;
import org.xinyidai.engine.archive.Retention.Item;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.Ratings;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/** Stored scores whose time has passed (到期评分), served ones and replaced ones of batch runs. */
final class ExpiredScores {
  /** Scores that are looked at, and deleted, by one command. */
  private static final int PAGE = 512;

  private final Store store;
  private final ScoreArchive archive;
  private final Ratings ratings;
  private final Map<Long, Instant> runs = new HashMap<>();

  ExpiredScores(Store store, ScoreArchive archive) {
    this.store = store;
    this.archive = archive;
    this.ratings = new Ratings(store);
  }

  /** A score and the instant it was made. */
  private record Made(ScoreId id, Instant at) {}

  /** Lists those made before a day, and deletes those of them that nothing refers to. */
  void go(Kind kind, LocalDate before, boolean delete, Consumer<Item> listed) {
    Set<Uscc> inCase =
        new Disputes(store).pending().stream().map(CaseFile::uscc).collect(Collectors.toSet());
    Instant limit = ChinaTime.startOf(before);
    byte[] last = new byte[0];
    List<Made> page;
    do {
      byte[] after = last;
      page = store.read(view -> page(view, kind, after));
      List<Made> gone = new ArrayList<>();
      for (Made made : page) {
        if (made.at().isBefore(limit)) {
          Fate fate = fate(made.id(), inCase);
          if (fate == Fate.DELETED) {
            gone.add(made);
          }
          LocalDate from = ChinaTime.dayOf(made.at());
          listed.accept(new Item(kind, made.id().toString(), from, fate));
        }
        last = archive.key(made.id());
      }
      if (delete && !gone.isEmpty()) {
        delete(kind, gone);
      }
    } while (page.size() == PAGE);
  }

  private Fate fate(ScoreId id, Set<Uscc> inCase) {
    if (inCase.contains(id.uscc())) {
      return Fate.HELD_BY_CASE;
    }
    return archive.isReferredTo(id) ? Fate.HELD_BY_LENDER : Fate.DELETED;
  }

  private List<Made> page(View view, Kind kind, byte[] after) {
    List<Made> page = new ArrayList<>();
    try (Cursor cursor = view.scan(family(kind), new byte[0], after)) {
      while (page.size() < PAGE && cursor.next()) {
        byte[] key = cursor.key();
        if (!Arrays.equals(key, after)) {
          String digest = HexFormat.of().formatHex(key, FactKey.ENTERPRISE_LENGTH, key.length);
          ScoreId id = new ScoreId(FactKey.usccOf(key), digest);
          page.add(new Made(id, madeAt(kind, id, cursor.value())));
        }
      }
    }
    return page;
  }

  private Instant madeAt(Kind kind, ScoreId id, byte[] value) {
    if (kind == Kind.SERVED_SCORE) {
      return StoredScoreCodec.read(id, value).storedAt();
    }
    long run = ByteBuffer.wrap(value).getLong();
    return runs.computeIfAbsent(
        run, number -> ratings.run(number).map(BatchRun::startedAt).orElse(Instant.EPOCH));
  }

  private void delete(Kind kind, List<Made> gone) {
    Map<Family, List<byte[]>> keys = new HashMap<>();
    keys.put(family(kind), gone.stream().map(made -> archive.key(made.id())).toList());
    if (kind == Kind.SERVED_SCORE) {
      keys.put(Family.SCORE_READS, store.read(view -> under(view, gone)));
    }
    store.execute(
        changes -> {
          keys.forEach((family, of) -> of.forEach(key -> changes.delete(family, key)));
          return gone.size();
        });
  }

  private List<byte[]> under(View view, List<Made> gone) {
    List<byte[]> found = new ArrayList<>();
    for (Made made : gone) {
      try (Cursor cursor = view.scan(Family.SCORE_READS, archive.key(made.id()))) {
        while (cursor.next()) {
          found.add(cursor.key());
        }
      }
    }
    return found;
  }

  private static Family family(Kind kind) {
    return kind == Kind.SERVED_SCORE ? Family.SCORES : Family.PAST_RATINGS;
  }
}
