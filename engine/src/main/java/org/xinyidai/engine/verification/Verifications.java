package org.xinyidai.engine.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.milestone.Milestones;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.State;
import org.xinyidai.models.verification.Verification;

/** The verification of each enterprise that ever filed (实名认证库), and an index of those under way. */
public final class Verifications {
  private static final byte HELD = 'v';
  private static final byte RUNNING = 'r';
  private static final byte[] YES = {1};

  private final Store store;

  public Verifications(Store store) {
    this.store = store;
  }

  /** Of one enterprise; empty where it never filed. */
  public Optional<Verification> find(Uscc uscc) {
    return store.read(view -> view.get(Family.VERIFICATIONS, key(HELD, uscc))).map(this::read);
  }

  /** The same inside a change. */
  public Optional<Verification> find(Changes changes, Uscc uscc) {
    return changes.get(Family.VERIFICATIONS, key(HELD, uscc)).map(this::read);
  }

  /** Whether the enterprise is verified now. */
  public boolean isVerified(Uscc uscc) {
    return find(uscc).filter(one -> one.state() == State.VERIFIED).isPresent();
  }

  /**
   * A page of those under way, by shard and code.
   *
   * @param after behind whom the page begins, null for the first
   */
  public List<Verification> running(@Nullable Uscc after, int limit) {
    byte[] prefix = {RUNNING};
    byte[] from = after == null ? prefix : key(RUNNING, after);
    return store.read(
        view -> {
          List<Verification> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.VERIFICATIONS, prefix, from)) {
            while (page.size() < limit && cursor.next()) {
              byte[] held = cursor.key().clone();
              held[0] = HELD;
              Verification one = view.get(Family.VERIFICATIONS, held).map(this::read).orElseThrow();
              if (!one.uscc().equals(after)) {
                page.add(one);
              }
            }
          }
          return page;
        });
  }

  /** Every one, by shard and code. */
  public void forEach(Consumer<Verification> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.VERIFICATIONS, new byte[] {HELD})) {
            while (cursor.next()) {
              reader.accept(read(cursor.value()));
            }
          }
          return true;
        });
  }

  /** Keeps one as a part of a larger change. */
  public Verification put(Changes changes, Verification one) {
    changes.put(Family.VERIFICATIONS, key(HELD, one.uscc()), StoredJson.write(one));
    Milestones.registered(changes, store.shards(), one.uscc());
    Milestones.verified(changes, store.shards(), one.uscc(), one.state() == State.VERIFIED);
    if (one.state().isRunning()) {
      changes.put(Family.VERIFICATIONS, key(RUNNING, one.uscc()), YES);
    } else {
      changes.delete(Family.VERIFICATIONS, key(RUNNING, one.uscc()));
    }
    return one;
  }

  private Verification read(byte[] stored) {
    return StoredJson.read(stored, Verification.class);
  }

  private byte[] key(byte kind, Uscc uscc) {
    return KeyParts.of(kind, FactKey.enterprise(store.shards(), uscc));
  }
}
