package org.xinyidai.engine.http.api;

import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.models.product.LoanProduct;

/** Whose a product is (产品归属): the lender's organisation, never the name that it shows. */
final class ProductOwner {
  private ProductOwner() {}

  /** Refuses a product of another lender, and one under an id or a name of another. */
  static void refuseForeign(Shelf shelf, LoanProduct product, String own) {
    if (!product.lender().organisation().equals(own)) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "只能以本机构名义发布：" + own,
              "A lender publishes for its own organisation: " + own)
          .at("lender.organisation");
    }
    boolean taken =
        shelf
            .find(product.id())
            .filter(held -> !held.lender().organisation().equals(own))
            .isPresent();
    if (taken) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "该产品编号已被使用，请另取编号",
              "This product id is taken; choose another")
          .at("id");
    }
    // The name that enterprises see may not be that of a rival.
    boolean borrowed =
        shelf.newest().stream()
            .filter(held -> !held.lender().organisation().equals(own))
            .anyMatch(held -> held.lender().name().zh().equals(product.lender().name().zh()));
    if (borrowed) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE, "该机构名称已由其他机构使用", "Another lender goes by this name")
          .at("lender.nameZh");
    }
  }
}
