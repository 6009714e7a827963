package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;

/**
 * Products that their lenders took off the shelf (产品下架): from a day on no version up to the named
 * one is offered. What was offered before stays readable, and a newer version may come.
 */
public final class Withdrawals {
  private static final byte[] PREFIX = {'w', '/'};

  private final Store store;
  private volatile Map<ProductId, List<Withdrawal>> held = Map.of();

  Withdrawals(Store store) {
    this.store = store;
    reload();
  }

  /**
   * One withdrawal.
   *
   * @param version the newest version that it takes off
   * @param from the first day on which it is not offered
   * @param by the account that did it
   */
  public record Withdrawal(
      String product, int version, LocalDate from, String reason, String by, Instant at) {}

  /**
   * Puts one as a part of a larger change, in the place of one that is only planned; {@link
   * Shelf#reload} shows it afterwards.
   *
   * @return false, and nothing is changed, where the version is off the shelf already by that day:
   *     what is withdrawn does not come back by being withdrawn later
   */
  public boolean put(Changes changes, Withdrawal withdrawal, LocalDate today) {
    byte[] key =
        "w/%s/%06d"
            .formatted(withdrawal.product(), withdrawal.version())
            .getBytes(StandardCharsets.US_ASCII);
    Optional<Withdrawal> held =
        changes
            .get(Family.PRODUCT_STATES, key)
            .map(bytes -> StoredJson.read(bytes, Withdrawal.class));
    if (held.filter(one -> !one.from().isAfter(today)).isPresent()) {
      return false;
    }
    changes.put(Family.PRODUCT_STATES, key, StoredJson.write(withdrawal));
    return true;
  }

  /** The withdrawal that takes a version off, whenever that begins; the earliest of several. */
  public Optional<Withdrawal> of(LoanProduct product) {
    return held.getOrDefault(product.id(), List.of()).stream()
        .filter(one -> one.version() >= product.version())
        .min((a, b) -> a.from().compareTo(b.from()));
  }

  boolean covers(LoanProduct product, LocalDate day) {
    return of(product).filter(one -> !day.isBefore(one.from())).isPresent();
  }

  /** All of them in a fixed order. */
  @Override
  public String toString() {
    return held.toString();
  }

  void reload() {
    Map<ProductId, List<Withdrawal>> found = new TreeMap<>();
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.PRODUCT_STATES, PREFIX)) {
            while (cursor.next()) {
              Withdrawal one = StoredJson.read(cursor.value(), Withdrawal.class);
              found.computeIfAbsent(new ProductId(one.product()), id -> new ArrayList<>()).add(one);
            }
          }
          return found.size();
        });
    held = found;
  }
}
