package org.xinyidai.models.product;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.feature.Unit;

/**
 * An attribute that is computed from others (派生属性), for conditions that join two of them.
 *
 * @param function from the values by name, NaN where missing or unknown to the schema
 */
record DerivedAttribute(Attribute attribute, ToDoubleFunction<ToDoubleFunction<String>> function) {
  static final List<DerivedAttribute> ALL =
      List.of(
          new DerivedAttribute(
              derived(
                  "technology_tier",
                  new Text("科技企业层级", "technology tier"),
                  Unit.CLASS,
                  StandardAttributes.TECHNOLOGY_TIERS),
              DerivedAttribute::technologyTier),
          new DerivedAttribute(
              derived(
                  "tax_and_relief_fen_12m",
                  new Text("近12个月纳税额与减免税额合计", "tax paid and relief over 12 months"),
                  Unit.FEN,
                  new Coding.None()),
              DerivedAttribute::taxAndRelief),
          new DerivedAttribute(
              new Attribute(
                  "operating_months",
                  new Text("经营月数（自成立或首张发票起）", "months in business, by register or invoices"),
                  Unit.MONTHS,
                  Attribute.Kind.NUMBER,
                  Attribute.Origin.DERIVED,
                  MendsWithTime.AGES,
                  new Coding.None()),
              DerivedAttribute::operatingMonths));

  /** The highest tier that is known; missing where no source of any tier says anything. */
  private static double technologyTier(ToDoubleFunction<String> values) {
    double littleGiant = values.applyAsDouble("little_giant_flag");
    double specialised = values.applyAsDouble("specialised_new_flag");
    double highTech = values.applyAsDouble("high_tech_flag");
    double technologySme = values.applyAsDouble("technology_sme_flag");
    if (littleGiant == 1) {
      return 4;
    }
    if (specialised == 1) {
      return 3;
    }
    if (highTech == 1) {
      return 2;
    }
    if (technologySme == 1) {
      return 1;
    }
    boolean silent =
        Double.isNaN(littleGiant)
            && Double.isNaN(specialised)
            && Double.isNaN(highTech)
            && Double.isNaN(technologySme);
    return silent ? Double.NaN : 0;
  }

  /** The tax alone is a lower bound where the relief is missing, since relief is not negative. */
  private static double taxAndRelief(ToDoubleFunction<String> values) {
    double tax = values.applyAsDouble("tax_paid_fen_12m");
    double relief = values.applyAsDouble("tax_relief_fen_12m");
    return Double.isNaN(relief) ? tax : tax + relief;
  }

  /** The age by the register; without one, what the oldest invoice proves. */
  private static double operatingMonths(ToDoubleFunction<String> values) {
    double age = values.applyAsDouble("age_months");
    double sales = values.applyAsDouble("sales_history_months");
    double purchases = values.applyAsDouble("purchases_history_months");
    if (!Double.isNaN(age)) {
      return age;
    }
    return Double.isNaN(sales) || purchases > sales ? purchases : sales;
  }

  private static Attribute derived(String name, Text title, Unit unit, Coding coding) {
    Attribute.Kind kind =
        coding instanceof Coding.None ? Attribute.Kind.NUMBER : Attribute.Kind.CODE;
    return new Attribute(
        name, title, unit, kind, Attribute.Origin.DERIVED, MendsWithTime.NEVER, coding);
  }
}
