package org.xinyidai.models.record;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The catalogue of feeds (归集目录), in order of their numbers. */
public final class Feeds {
  public static final List<Feed<?>> ALL =
      List.of(
          VatInvoice.OUTPUT,
          VatInvoice.INPUT,
          TaxDeclaration.FEED,
          TaxPayment.FEED,
          TaxRating.FEED,
          UtilityBill.ELECTRICITY,
          UtilityBill.WATER,
          UtilityBill.GAS,
          UtilityBill.HEAT,
          SocialSecurity.FEED,
          HousingFund.FEED,
          MarketRegistration.FEED,
          JudicialCase.FEED,
          Penalty.FEED,
          Permit.FEED,
          RealEstate.FEED,
          ProcurementAward.FEED,
          Innovation.FEED,
          Logistics.FEED,
          EnvironmentalRating.FEED,
          Listing.FEED);

  private static final Map<String, Feed<?>> BY_ID =
      ALL.stream().collect(toUnmodifiableMap(Feed::id, Function.identity()));

  private Feeds() {}

  /** The feed of a name in paths and files. */
  public static Optional<Feed<?>> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /**
   * The feed of a stored number.
   *
   * @throws IllegalArgumentException when this version knows no such feed
   */
  public static Feed<?> byNumber(int number) {
    if (number < 1 || number > ALL.size()) {
      throw new IllegalArgumentException("no feed has the number " + number);
    }
    return ALL.get(number - 1);
  }
}
