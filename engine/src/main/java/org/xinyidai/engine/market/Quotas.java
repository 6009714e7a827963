package org.xinyidai.engine.market;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Quota;

/**
 * How much lenders will grant of each product, and how much of that is gone (产品额度管理). Whoever
 * grants a loan reserves its amount in the same write; a loan that comes to nothing is released. A
 * product without a quota is bound by nothing.
 */
public final class Quotas {
  private static final byte[] QUOTAS = {'q', '/'};

  /** Moves with every change, so that a reader knows by one look whether its picture holds. */
  private static final byte[] STAMP = {'s'};

  private final Store store;
  private final Shelf shelf;
  private volatile Picture picture = new Picture(ByteBuffer.wrap(new byte[] {-1}), Map.of());
  private volatile Closed closed = new Closed(picture.stamp(), "", Set.of());

  public Quotas(Store store, Shelf shelf) {
    this.store = store;
    this.shelf = shelf;
  }

  private record Picture(ByteBuffer stamp, Map<ProductId, Quota> quotas) {}

  /** What was closed by quotas and products of one time. */
  private record Closed(ByteBuffer quotas, String products, Set<ProductId> ids) {
    boolean holds(Picture now, String stamp) {
      return quotas.equals(now.stamp()) && products.equals(stamp);
    }
  }

  /** What comes of a reservation. */
  public enum Reservation {
    MADE,
    /** The same loan has reserved before; nothing was taken twice. */
    REPEATED,
    /** So much is not left. */
    REFUSED
  }

  /** Bounds a product anew, as a part of a larger change; what is used stays used. */
  public Quota bound(Changes changes, ProductId id, long loans, long amountFen) {
    Optional<Quota> before = find(changes, id);
    Quota quota =
        new Quota(
            loans,
            amountFen,
            before.map(Quota::usedLoans).orElse(0L),
            before.map(Quota::usedFen).orElse(0L));
    put(changes, id, quota);
    return quota;
  }

  /**
   * Takes the amount of a loan from the quota, as a part of the change that grants it.
   *
   * @param loan the number of the application or loan: the same number takes once
   */
  public Reservation reserve(Changes changes, ProductId id, String loan, long amountFen) {
    Optional<Quota> quota = find(changes, id);
    if (quota.isEmpty()) {
      return Reservation.MADE;
    }
    byte[] key = reservation(id, loan);
    if (changes.get(Family.PRODUCT_STATES, key).isPresent()) {
      return Reservation.REPEATED;
    }
    if (!quota.get().admits(amountFen)) {
      return Reservation.REFUSED;
    }
    changes.put(
        Family.PRODUCT_STATES, key, ByteBuffer.allocate(Long.BYTES).putLong(amountFen).array());
    put(changes, id, quota.get().with(amountFen));
    return Reservation.MADE;
  }

  /** Gives back what a loan has reserved; nothing where it has reserved nothing. */
  public void release(Changes changes, ProductId id, String loan) {
    byte[] key = reservation(id, loan);
    Optional<byte[]> reserved = changes.get(Family.PRODUCT_STATES, key);
    Optional<Quota> quota = find(changes, id);
    if (reserved.isPresent() && quota.isPresent()) {
      changes.delete(Family.PRODUCT_STATES, key);
      put(changes, id, quota.get().without(ByteBuffer.wrap(reserved.get()).getLong()));
    }
  }

  /** The quota of a product; empty where nothing bounds it. */
  public Optional<Quota> find(ProductId id) {
    return Optional.ofNullable(current().quotas().get(id));
  }

  /** All products that are bound. */
  public Map<ProductId, Quota> all() {
    return current().quotas();
  }

  /** Products of which not a single loan is left: less than the least that they lend. */
  public Set<ProductId> closed() {
    Picture now = current();
    String products = shelf.stamp();
    Closed held = closed;
    if (!held.holds(now, products)) {
      Set<ProductId> ids =
          now.quotas().entrySet().stream()
              .filter(entry -> !entry.getValue().admits(leastFen(entry.getKey())))
              .map(Map.Entry::getKey)
              .collect(Collectors.toUnmodifiableSet());
      held = new Closed(now.stamp(), products, ids);
      closed = held;
    }
    return held.ids();
  }

  private long leastFen(ProductId id) {
    return shelf.find(id).map(product -> product.amount().minFen()).orElse(1L);
  }

  private Optional<Quota> find(Changes changes, ProductId id) {
    return changes
        .get(Family.PRODUCT_STATES, key(id))
        .map(bytes -> StoredJson.read(bytes, Quota.class));
  }

  private void put(Changes changes, ProductId id, Quota quota) {
    changes.put(Family.PRODUCT_STATES, key(id), StoredJson.write(quota));
    byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(changes.sequence()).array();
    changes.put(Family.PRODUCT_STATES, STAMP, stamp);
  }

  private Picture current() {
    Picture held = picture;
    Picture fresh =
        store.read(
            view -> {
              ByteBuffer stamp =
                  ByteBuffer.wrap(view.get(Family.PRODUCT_STATES, STAMP).orElse(new byte[0]));
              if (stamp.equals(held.stamp())) {
                return held;
              }
              Map<ProductId, Quota> quotas = new HashMap<>();
              try (Cursor cursor = view.scan(Family.PRODUCT_STATES, QUOTAS)) {
                while (cursor.next()) {
                  byte[] key = cursor.key();
                  String id =
                      new String(
                          key,
                          QUOTAS.length,
                          key.length - QUOTAS.length,
                          StandardCharsets.US_ASCII);
                  quotas.put(new ProductId(id), StoredJson.read(cursor.value(), Quota.class));
                }
              }
              return new Picture(stamp, Map.copyOf(quotas));
            });
    picture = fresh;
    return fresh;
  }

  private static byte[] key(ProductId id) {
    return ("q/" + id).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] reservation(ProductId id, String loan) {
    return ("r/" + id + "/" + loan).getBytes(StandardCharsets.UTF_8);
  }
}
