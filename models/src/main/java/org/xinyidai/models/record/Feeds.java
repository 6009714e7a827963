package org.xinyidai.models.record;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The feeds, in order of their numbers: those of the catalogue, then the supplementary ones. */
public final class Feeds {
  /** The catalogue (归集目录): what an office owes each month, and what features are made of. */
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

  /**
   * What an office may have beside it (补充目录): kept, shown and disputed as any fact; no one owes it
   * and no feature reads it.
   */
  public static final List<Feed<?>> SUPPLEMENTARY =
      List.of(AnnualReport.FEED, News.FEED, PublicCount.FEED);

  /** All of both. */
  public static final List<Feed<?>> KNOWN =
      Stream.concat(ALL.stream(), SUPPLEMENTARY.stream()).toList();

  private static final Map<String, Feed<?>> BY_ID =
      KNOWN.stream().collect(toUnmodifiableMap(Feed::id, Function.identity()));

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
    if (number < 1 || number > KNOWN.size()) {
      throw new IllegalArgumentException("no feed has the number " + number);
    }
    return KNOWN.get(number - 1);
  }
}
