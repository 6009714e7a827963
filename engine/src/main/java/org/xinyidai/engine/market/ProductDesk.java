package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.product.ProductReading;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.product.DraftLife;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.LoanProduct;

/** Where lenders prepare their products (产品草稿库). Requirement B2. */
public final class ProductDesk {
  /** Drafts of one lender that may lie about: more than its products, and few enough to list. */
  public static final int MOST_DRAFTS = 500;

  private static final int OWNER_BYTES = 16;

  private final Store store;
  private final Shelf shelf;

  public ProductDesk(Store store, Shelf shelf) {
    this.store = store;
    this.shelf = shelf;
  }

  /** The stored form; fields are added, never renamed. */
  private record Stored(
      String id,
      String organisation,
      String product,
      String stage,
      int revision,
      List<String> authors,
      int triedRevision,
      @Nullable String signedBy,
      Instant changedAt,
      @Nullable Trial trial) {}

  /** Keeps a draft as a part of a larger change. */
  public void put(Changes changes, ProductDraft draft) {
    DraftLife life = draft.life();
    changes.put(
        Family.PRODUCT_DRAFTS,
        key(draft.organisation(), draft.id()),
        StoredJson.write(
            new Stored(
                draft.id(),
                draft.organisation(),
                shelf.json().write(draft.product()).toString(),
                life.stage().code(),
                life.revision(),
                List.copyOf(life.authors()),
                life.triedRevision(),
                life.signedBy(),
                draft.changedAt(),
                draft.trial())));
  }

  /** A draft of an organisation, as it holds within a change. */
  public Optional<ProductDraft> find(Changes changes, String organisation, String id) {
    return changes.get(Family.PRODUCT_DRAFTS, key(organisation, id)).map(this::read);
  }

  /** A draft of an organisation; empty where it has none of that number. */
  public Optional<ProductDraft> find(String organisation, String id) {
    return store
        .read(view -> view.get(Family.PRODUCT_DRAFTS, key(organisation, id)))
        .map(this::read);
  }

  /** All drafts of an organisation, in the order of their numbers. */
  public List<ProductDraft> of(String organisation) {
    return store.read(
        view -> {
          List<ProductDraft> drafts = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.PRODUCT_DRAFTS, owner(organisation))) {
            while (cursor.next()) {
              drafts.add(read(cursor.value()));
            }
          }
          return drafts;
        });
  }

  /**
   * The version that a draft becomes when it is published: the next of its product, and in effect
   * from the day where the terms name no first day, or one that is past.
   */
  public LoanProduct asVersion(ProductDraft draft, LocalDate day) {
    int next = shelf.find(draft.product().id()).map(LoanProduct::version).orElse(0) + 1;
    Effective days = draft.product().effective();
    LocalDate from = days.from() == null || days.from().isBefore(day) ? day : days.from();
    return draft.product().as(next, new Effective(from, days.to()));
  }

  private ProductDraft read(byte[] bytes) {
    Stored stored = StoredJson.read(bytes, Stored.class);
    ProductReading reading = shelf.json().readDraft(stored.product());
    LoanProduct product =
        reading.products().stream()
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("a stored draft is damaged: " + stored.id()));
    DraftLife.Stage stage =
        Stream.of(DraftLife.Stage.values())
            .filter(one -> one.code().equals(stored.stage()))
            .findFirst()
            .orElseThrow();
    return new ProductDraft(
        stored.id(),
        stored.organisation(),
        product,
        new DraftLife(
            stage,
            stored.revision(),
            new TreeSet<>(stored.authors()),
            stored.triedRevision(),
            stored.signedBy()),
        stored.changedAt(),
        stored.trial());
  }

  private static byte[] key(String organisation, String id) {
    return KeyParts.join(owner(organisation), id.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] owner(String organisation) {
    return Arrays.copyOf(DigestUtils.sha256(organisation), OWNER_BYTES);
  }
}
