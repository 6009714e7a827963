package org.xinyidai.engine.simulation.life;

import org.xinyidai.models.record.EnvironmentalRating;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.HousingFund;
import org.xinyidai.models.record.Innovation;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.Logistics;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.ProcurementAward;
import org.xinyidai.models.record.RealEstate;
import org.xinyidai.models.record.SocialSecurity;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.SubjectType;

/**
 * Which offices know a resident (数据覆盖): a sole trader may have no meter of its own, no insured
 * person and no invoice, and that is a true gap, not a fault of the feed.
 */
final class Coverage {
  private long feeds;
  private final Dice dice;
  private final SubjectType type;

  private Coverage(SubjectType type, Dice dice) {
    this.type = type;
    this.dice = dice;
  }

  /** Draws the set of feeds, bit n for the feed of number n. */
  static long draw(SubjectType type, Branch branch, double size, Dice dice) {
    Coverage coverage = new Coverage(type, dice);
    coverage.everyone();
    coverage.taxes();
    coverage.premises(branch, size);
    coverage.pursuits(branch, size);
    return coverage.feeds;
  }

  private void everyone() {
    add(MarketRegistration.FEED);
    add(JudicialCase.FEED);
    add(Penalty.FEED);
    add(Permit.FEED);
    add(Listing.FEED);
  }

  private void taxes() {
    if (dice.chance(by(0.98, 0.35, 0.60, 0.15))) {
      add(TaxDeclaration.FEED);
      add(TaxPayment.FEED);
      if (dice.chance(by(0.93, 0.02, 0.10, 0))) {
        add(TaxRating.FEED);
      }
      if (dice.chance(by(0.88, 0.50, 0.40, 0.4))) {
        add(VatInvoice.OUTPUT);
      }
      if (dice.chance(by(0.84, 0.35, 0.35, 0.3))) {
        add(VatInvoice.INPUT);
      }
    }
    if (dice.chance(by(0.80, 0.12, 0.15, 0))) {
      add(SocialSecurity.FEED);
      if (dice.chance(by(0.48, 0.10, 0.05, 0))) {
        add(HousingFund.FEED);
      }
    }
  }

  private void premises(Branch branch, double size) {
    if (dice.chance(by(0.78, 0.55, 0.50, 0.40))) {
      add(UtilityBill.ELECTRICITY);
      if (dice.chance(0.72)) {
        add(UtilityBill.WATER);
      }
      if (dice.chance(branch.gas())) {
        add(UtilityBill.GAS);
      }
      if (dice.chance(by(0.40, 0.15, 0.05, 0))) {
        add(UtilityBill.HEAT);
      }
    }
    if (dice.chance(by(0.14, 0.03, 0.10, 0.02) * StrictMath.exp(0.4 * size))) {
      add(RealEstate.FEED);
    }
  }

  private void pursuits(Branch branch, double size) {
    double large = by(1, 0.15, 0.4, 0) * StrictMath.exp(0.3 * size);
    if (dice.chance(branch.environment() * large)) {
      add(EnvironmentalRating.FEED);
    }
    if (dice.chance(branch.innovation() * large)) {
      add(Innovation.FEED);
    }
    if (dice.chance(branch.logistics() * large)) {
      add(Logistics.FEED);
    }
    if (dice.chance(branch.procurement() * large)) {
      add(ProcurementAward.FEED);
    }
  }

  private void add(Feed<?> feed) {
    feeds |= 1L << feed.number();
  }

  private double by(double firm, double soleTrader, double cooperative, double farmer) {
    return switch (type) {
      case FIRM -> firm;
      case SOLE_TRADER -> soleTrader;
      case FARMER_COOPERATIVE -> cooperative;
      case FARMER -> farmer;
    };
  }
}
