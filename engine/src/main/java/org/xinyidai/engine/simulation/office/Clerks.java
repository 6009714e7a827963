package org.xinyidai.engine.simulation.office;

import org.xinyidai.engine.simulation.life.Codes;
import org.xinyidai.engine.simulation.life.InvoiceSide;
import org.xinyidai.models.record.EnvironmentalRating;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.TaxRating;

/**
 * The clerk of every feed (各数源填报员). A clerk writes for one thread: take a new one for each file.
 */
public final class Clerks {
  private Clerks() {}

  /**
   * A new clerk.
   *
   * @throws IllegalArgumentException for a feed that the simulation does not know yet
   */
  public static Clerk of(Feed<?> feed, Codes codes, long seed) {
    return switch (feed.id()) {
      case "vat_output" -> new VatClerk(InvoiceSide.OUTPUT, codes, seed);
      case "vat_input" -> new VatClerk(InvoiceSide.INPUT, codes, seed);
      case "tax_declaration" -> new TaxReturnClerk();
      case "tax_payment" -> new TaxPaymentClerk();
      case "tax_rating" -> new RatingClerk(TaxRating.FEED, RatingClerk.TAX);
      case "electricity" -> new UtilityClerk(UtilityClerk.ELECTRICITY);
      case "water" -> new UtilityClerk(UtilityClerk.WATER);
      case "gas" -> new UtilityClerk(UtilityClerk.GAS);
      case "heat" -> new UtilityClerk(UtilityClerk.HEAT);
      case "social_security" -> new ContributionClerk(ContributionClerk.SOCIAL_SECURITY);
      case "housing_fund" -> new ContributionClerk(ContributionClerk.HOUSING_FUND);
      case "market_registration" -> new RegistrationClerk();
      case "judicial" -> new CourtClerk();
      case "penalty" -> new PenaltyClerk();
      case "permit" -> new PermitClerk();
      case "real_estate" -> new PropertyClerk();
      case "procurement" -> new ProcurementClerk();
      case "intellectual_property" -> new InnovationClerk();
      case "logistics" -> new LogisticsClerk();
      case "environmental_rating" ->
          new RatingClerk(EnvironmentalRating.FEED, RatingClerk.ENVIRONMENT);
      case "credit_list" -> new ListingClerk();
      default -> throw new IllegalArgumentException("the simulation knows no feed " + feed.id());
    };
  }
}
