package org.xinyidai.engine.lending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;

/**
 * What lenders are called (金融机构名称): accounts and consents go by the organisation, people read the
 * name that its products show. Where no product of it was ever on the shelf, the organisation is
 * its own name.
 */
public final class LenderNames {
  private final Shelf shelf;
  private volatile Known known = new Known(List.of(), Map.of());

  /** The names as of one stock of the shelf. */
  private record Known(List<LoanProduct> stock, Map<String, Text> names) {
    static Known of(List<LoanProduct> stock) {
      Map<String, Text> names = new HashMap<>();
      stock.forEach(one -> names.put(one.lender().organisation(), one.lender().name()));
      return new Known(stock, Map.copyOf(names));
    }
  }

  LenderNames(Shelf shelf) {
    this.shelf = shelf;
  }

  /** As the product showed it in the version that was applied for. */
  public Text of(Target target) {
    return shelf.versions(target.product()).stream()
        .filter(one -> one.version() == target.version())
        .findFirst()
        .map(one -> one.lender().name())
        .orElseGet(() -> of(target.lender()));
  }

  /** As its newest product shows it. */
  public Text of(String organisation) {
    List<LoanProduct> stock = shelf.all();
    Known held = known;
    if (held.stock() != stock) { // a stock is never edited: another list is another stock
      held = Known.of(stock);
      known = held;
    }
    return held.names().getOrDefault(organisation, new Text(organisation, organisation));
  }
}
