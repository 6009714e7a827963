package org.xinyidai.engine.lending;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Target;

/**
 * What an enterprise files (申请提交单): one demand, to one or several lenders at the same time.
 *
 * @param district division code where the enterprise is registered
 * @param applicant what is known of the enterprise
 * @param consent that is given with it; null where consents are there already
 */
public record Order(
    Demand demand,
    String district,
    Origin origin,
    Applicant applicant,
    List<Item> items,
    @Nullable ConsentTerms consent) {
  public Order {
    items = List.copyOf(items);
  }

  /** Of an enterprise of which nothing is known. */
  public Order(
      Demand demand,
      String district,
      Origin origin,
      List<Item> items,
      @Nullable ConsentTerms consent) {
    this(demand, district, origin, Applicant.UNKNOWN, items, consent);
  }

  /**
   * One lender of it.
   *
   * @param id of the application that it makes
   * @param consentId of the consent that is given with it
   */
  public record Item(ApplicationId id, Target target, Findings findings, String consentId) {}

  List<String> lenders() {
    return items.stream().map(item -> item.target().lender()).toList();
  }
}
