package org.xinyidai.models.financing.application;

import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Text;

/**
 * What is applied for, and of whom (申请对象).
 *
 * @param lender organisation of the lender
 * @param version of the product on the day of filing
 */
public record Target(String lender, ProductId product, int version, Text name) {
  public static Target of(LoanProduct product) {
    return new Target(
        product.lender().organisation(), product.id(), product.version(), product.name());
  }
}
