package org.xinyidai.models.match;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.Text;

/**
 * One reason why a product is withheld (未匹配原因), in the rule's own unit.
 *
 * @param attribute what the rule speaks of, or {@code amount}, {@code term}, {@code purpose},
 *     {@code rate}, {@code security} of the request, or {@code quota} of the product
 * @param criterion the rule in words
 * @param required what it asks for, in words
 * @param actual the value of the enterprise or of the request, NaN where missing
 * @param shortfall how far the actual value lies from the nearest that passes, in {@code unit},
 *     above 0; NaN where it is missing or a distance means nothing
 * @param earliest the first day, in steps of a month from the candidate's day, on which time alone
 *     could have mended it; null where time does not mend it or not within {@link
 *     FutureValues#MAX_MONTHS_AHEAD} months
 * @param rule the hard rule with its legal basis and way out; null for every other kind
 */
public record Mismatch(
    Kind kind,
    String attribute,
    Text criterion,
    Text required,
    double actual,
    Text actualText,
    Unit unit,
    double shortfall,
    @Nullable LocalDate earliest,
    @Nullable HardRule rule) {
  /** A reason that is no hard rule. */
  Mismatch(
      Kind kind,
      String attribute,
      Text criterion,
      Text required,
      double actual,
      Text actualText,
      Unit unit,
      double shortfall,
      @Nullable LocalDate earliest) {
    this(kind, attribute, criterion, required, actual, actualText, unit, shortfall, earliest, null);
  }

  /** What kind of reason it is; the name is the stable code in answers. */
  public enum Kind {
    /** The enterprise falls under a hard rule, which keeps every product from it (D6, D7). */
    HARD_RULE,
    /** The value does not pass. */
    NOT_MET,
    /** The platform has no such data of the enterprise. */
    NO_DATA,
    /** Only the enterprise can tell, and it has not declared it. */
    UNDECLARED,
    /** The amount asked for is below the least amount of the product. */
    AMOUNT_TOO_SMALL,
    /** The limit by the product's formula is below its least amount. */
    LIMIT_TOO_LOW,
    TERM_NOT_GRANTED,
    PURPOSE_NOT_SERVED,
    /** The least rate of the product is above what the enterprise would take. */
    RATE_ABOVE_CEILING,
    /** The product asks for another security than the enterprise would give. */
    SECURITY_NOT_WISHED,
    /** All criteria hold, and the lender has granted as much of it as it would. */
    QUOTA_USED_UP
  }

  /** That nothing is left of a product which would be offered otherwise. */
  static Mismatch quotaUsedUp() {
    Text left = new Text("产品额度有剩余", "quota of the product left");
    Text none = new Text("额度已用完", "used up");
    return new Mismatch(
        Kind.QUOTA_USED_UP, "quota", left, left, Double.NaN, none, Unit.NUMBER, Double.NaN, null);
  }

  public boolean actualKnown() {
    return !Double.isNaN(actual);
  }

  public boolean shortfallKnown() {
    return !Double.isNaN(shortfall);
  }
}
