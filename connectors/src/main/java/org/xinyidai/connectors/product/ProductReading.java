package org.xinyidai.connectors.product;

import java.util.List;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;

/**
 * What came of reading products (产品读取结果).
 *
 * @param products those that are sound by themselves
 * @param problems everything wrong, by JSON path; a file with any must not be published
 */
public record ProductReading(List<LoanProduct> products, List<Problem> problems) {
  public ProductReading {
    products = List.copyOf(products);
    problems = List.copyOf(problems);
  }

  public boolean sound() {
    return problems.isEmpty();
  }
}
