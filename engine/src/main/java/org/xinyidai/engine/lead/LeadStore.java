package org.xinyidai.engine.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/**
 * Where things of lenders lie (线索存储): a letter for the kind, a digest of the lender's name, and
 * what tells them apart, so that each lender's own are one range.
 */
final class LeadStore {
  static final byte KEY = 'k';
  static final byte QUOTA = 'q';
  static final byte USE = 'u';
  static final byte EXPORT = 'e';
  static final byte LEAD = 'l';
  static final byte MARK = 'm';
  static final byte SEARCH = 's';
  static final byte FINE = 'f';
  private static final int ID_BYTES = 12;
  private static final int LENDER_BYTES = 16;

  private final Store store;
  private final SecureRandom random;

  LeadStore(Store store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  Store store() {
    return store;
  }

  /** An id that says nothing. */
  String newId(String prefix) {
    return prefix + RandomId.digits(random, ID_BYTES);
  }

  /** The secret of a lender, made when it first asks. */
  LenderKey key(String lender) {
    byte[] key = of(KEY, lender, "");
    Optional<byte[]> held = store.read(view -> view.get(Family.LEADS, key));
    if (held.isPresent()) {
      return new LenderKey(held.get());
    }
    byte[] fresh = new byte[LenderKey.BYTES];
    random.nextBytes(fresh);
    return new LenderKey(
        store.execute(
            changes -> {
              Optional<byte[]> first = changes.get(Family.LEADS, key);
              if (first.isEmpty()) {
                changes.put(Family.LEADS, key, fresh);
              }
              return first.orElse(fresh);
            }));
  }

  <T> Optional<T> find(byte[] key, Class<T> type) {
    return store.read(view -> view.get(Family.LEADS, key)).map(it -> StoredJson.read(it, type));
  }

  static <T> Optional<T> find(Changes changes, byte[] key, Class<T> type) {
    return changes.get(Family.LEADS, key).map(it -> StoredJson.read(it, type));
  }

  static void put(Changes changes, byte[] key, Object value) {
    changes.put(Family.LEADS, key, StoredJson.write(value));
  }

  /** Those of a kind that a lender has, in the order of keys, behind one of them. */
  <T> List<T> page(byte kind, String lender, String after, int limit, Class<T> type) {
    byte[] prefix = of(kind, lender, "");
    byte[] from = of(kind, lender, after);
    return store.read(
        view -> {
          List<T> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.LEADS, prefix, from)) {
            while (page.size() < limit && cursor.next()) {
              if (after.isEmpty() || !Arrays.equals(cursor.key(), from)) {
                page.add(StoredJson.read(cursor.value(), type));
              }
            }
          }
          return page;
        });
  }

  /** The key of a thing of a lender; the name of a lender is of any length, its digest is not. */
  static byte[] of(byte kind, String lender, String id) {
    return KeyParts.of(kind, KeyParts.digest(lender, LENDER_BYTES), id.getBytes(UTF_8));
  }
}
