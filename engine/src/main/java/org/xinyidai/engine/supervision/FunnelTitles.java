package org.xinyidai.engine.supervision;

import java.util.HashMap;
import java.util.Map;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Section;

/** What groups of the funnel are called (漏斗分组名称); a key without a name is called by itself. */
final class FunnelTitles {
  private static final Text UNKNOWN = new Text("未知", "unknown");

  private final Map<String, Text> lenders = new HashMap<>();
  private final Map<String, Text> products = new HashMap<>();

  FunnelTitles(Iterable<LoanProduct> shelf) {
    for (LoanProduct product : shelf) {
      lenders.put(product.lender().organisation(), product.lender().name());
      products.put(product.id().value(), product.name());
    }
  }

  Text of(FunnelDimension dimension, String key) {
    if (key.equals(Place.UNKNOWN)) {
      return dimension.isOfEnterprise() ? UNKNOWN : ungranted(dimension);
    }
    Text itself = new Text(key, key);
    return switch (dimension) {
      case LENDER -> lenders.getOrDefault(key, itself);
      case PRODUCT -> products.getOrDefault(key, itself);
      case INDUSTRY -> new Text(Section.valueOf(key).titleZh(), "section " + key);
      case SIZE, DISTRICT -> itself;
      case FIRST_LOAN ->
          key.equals("yes") ? new Text("首贷", "first loan") : new Text("非首贷", "not the first");
      case SECURITY -> SecurityMode.ofCode(key).map(SecurityMode::title).orElse(itself);
    };
  }

  private static Text ungranted(FunnelDimension dimension) {
    return dimension == FunnelDimension.FIRST_LOAN || dimension == FunnelDimension.SECURITY
        ? new Text("未授信", "not granted")
        : UNKNOWN;
  }
}
