package org.xinyidai.engine.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.DraftLife;
import org.xinyidai.models.product.LoanProduct;

/**
 * A product that a lender prepares (产品草稿).
 *
 * @param organisation whose it is
 * @param product the present terms; its version is given when it is published
 * @param trial what the last dry run told, null before there was one
 */
public record ProductDraft(
    String id,
    String organisation,
    LoanProduct product,
    DraftLife life,
    Instant changedAt,
    @Nullable Trial trial) {

  /** The same terms a step further. */
  public ProductDraft at(DraftLife next, Instant now) {
    return new ProductDraft(id, organisation, product, next, now, trial);
  }

  /** Other terms. */
  public ProductDraft with(LoanProduct terms, DraftLife next, Instant now) {
    return new ProductDraft(id, organisation, terms, next, now, trial);
  }

  /** The same terms, tried. */
  public ProductDraft tried(Trial fresh, DraftLife next, Instant now) {
    return new ProductDraft(id, organisation, product, next, now, fresh);
  }
}
