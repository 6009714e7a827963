package org.xinyidai.engine.archive;

import static org.xinyidai.engine.archive.StoredScoreCodec.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.engine.serving.ModelDigests;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.subject.Uscc;

/**
 * Keeps every score that is served as the base of a decision (评分存档), with its model and its
 * readers, in one write. Grows with what changes: a score that is read again adds no record, a
 * reader that comes again no entry.
 */
public final class ScoreArchive {
  private static final byte[] YES = {1};

  private final Store store;
  private final RatedScores rated;
  private final ModelDigests models = new ModelDigests();

  public ScoreArchive(Store store, Vectors vectors) {
    this.store = store;
    this.rated = new RatedScores(store, vectors);
  }

  /** A score on its way to a reader; durable with the reading when this returns. */
  public StoredScore serve(Scored scored, Reader reader) {
    return serve(List.of(scored), reader).get(0);
  }

  /** The same for some scores in one write. */
  public List<StoredScore> serve(List<Scored> scored, Reader reader) {
    return store.execute(changes -> scored.stream().map(one -> put(changes, one, reader)).toList());
  }

  /** A stored score, of a batch run too; empty when there is none of that number. */
  public Optional<StoredScore> find(ScoreId id) {
    return store
        .read(view -> view.get(Family.SCORES, key(id)))
        .map(bytes -> StoredScoreCodec.read(id, bytes))
        .or(() -> rated.find(id));
  }

  /**
   * Notes that a stored score is read once more; durable when this returns. One of a batch run is
   * written out when it is first read.
   */
  public void read(StoredScore stored, Reader reader) {
    store.execute(
        changes -> {
          if (changes.get(Family.SCORES, key(stored.id())).isEmpty()) {
            put(changes, stored);
          }
          note(changes, stored.id(), reader);
          return stored;
        });
  }

  /** The stored scores of an enterprise but those of shadows, the newest first. */
  public List<StoredScore> of(Uscc uscc) {
    List<StoredScore> found = new ArrayList<>(served(uscc));
    Set<ScoreId> ids = found.stream().map(StoredScore::id).collect(Collectors.toSet());
    rated.of(uscc).stream().filter(one -> !ids.contains(one.id())).forEach(found::add);
    found.removeIf(one -> isOfShadow(one.id()));
    found.sort(Comparator.comparing(StoredScore::storedAt).reversed());
    return found;
  }

  /** Whether a lender read it, a demand was matched by it, or it is shown to a lender. */
  boolean isReferredTo(ScoreId id) {
    boolean read =
        readings(id).stream()
            .map(reading -> reading.reader().why())
            .anyMatch(why -> why == Reader.Why.LENDING || why == Reader.Why.DEMAND);
    return read || store.read(view -> isShown(view, id));
  }

  private boolean isShown(View view, ScoreId id) {
    try (Cursor cursor = view.scan(Family.SCORE_SHARES, key(id))) {
      return cursor.next();
    }
  }

  private boolean isOfShadow(ScoreId id) {
    List<Reading> readings = readings(id);
    return !readings.isEmpty()
        && readings.stream().allMatch(reading -> reading.reader().why() == Reader.Why.SHADOW);
  }

  /** Those of them that were served one by one, the newest first. */
  public List<StoredScore> served(Uscc uscc) {
    return store.read(
        view -> {
          List<StoredScore> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.SCORES, prefix(uscc))) {
            while (cursor.next()) {
              byte[] key = cursor.key();
              String digest = HexFormat.of().formatHex(key, FactKey.ENTERPRISE_LENGTH, key.length);
              found.add(StoredScoreCodec.read(new ScoreId(uscc, digest), cursor.value()));
            }
          }
          found.sort(Comparator.comparing(StoredScore::storedAt).reversed());
          return found;
        });
  }

  /** Who read a score, in the order of their first reading. */
  public List<Reading> readings(ScoreId id) {
    return store.read(
        view -> {
          List<Reading> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.SCORE_READS, key(id))) {
            while (cursor.next()) {
              found.add(reading(cursor.value()));
            }
          }
          found.sort(Comparator.comparing(Reading::firstAt));
          return found;
        });
  }

  /** The file of the model behind a stored score. */
  byte[] model(String digest) {
    return store
        .read(view -> view.get(Family.SCORE_MODELS, HexFormat.of().parseHex(digest)))
        .orElseThrow(() -> new IllegalStateException("the model " + digest + " is lost"));
  }

  /** Keeps a score and who reads it as a part of a larger change. */
  StoredScore put(Changes changes, Scored scored, Reader reader) {
    ModelDigests.Digested model = models.of(scored.model());
    StoredScore fresh = StoredScore.of(scored, model.digest(), changes.instant());
    byte[] key = key(fresh.id());
    Optional<byte[]> held = changes.get(Family.SCORES, key);
    if (held.isEmpty()) {
      put(changes, fresh);
      byte[] digest = HexFormat.of().parseHex(model.digest());
      if (changes.get(Family.SCORE_MODELS, digest).isEmpty()) {
        changes.put(Family.SCORE_MODELS, digest, model.file());
      }
    }
    note(changes, fresh.id(), reader);
    return held.map(bytes -> StoredScoreCodec.read(fresh.id(), bytes)).orElse(fresh);
  }

  private void put(Changes changes, StoredScore fresh) {
    changes.put(Family.SCORES, key(fresh.id()), StoredScoreCodec.write(fresh));
    changes.put(Family.SCORED, prefix(fresh.id().uscc()), YES);
  }

  private void note(Changes changes, ScoreId id, Reader reader) {
    byte[] key = readingKey(id, reader);
    Reading reading =
        changes
            .get(Family.SCORE_READS, key)
            .map(bytes -> reading(bytes).again(changes.instant()))
            .orElseGet(() -> Reading.first(reader, changes.instant()));
    try {
      changes.put(Family.SCORE_READS, key, JSON.writeValueAsBytes(reading));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reading cannot be written", e);
    }
  }

  private static Reading reading(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Reading.class);
    } catch (IOException e) {
      throw new IllegalStateException("a stored reading is damaged", e);
    }
  }

  private byte[] readingKey(ScoreId id, Reader reader) {
    String who =
        String.join(
            "\0", reader.role(), reader.organisation(), reader.why().name(), reader.subject());
    byte[] digest = DigestUtils.sha256(who);
    return KeyParts.join(key(id), Arrays.copyOf(digest, ScoreId.DIGEST_BYTES));
  }

  byte[] key(ScoreId id) {
    return KeyParts.join(prefix(id.uscc()), id.digestBytes());
  }

  private byte[] prefix(Uscc uscc) {
    return FactKey.enterprise(store.shards(), uscc);
  }
}
