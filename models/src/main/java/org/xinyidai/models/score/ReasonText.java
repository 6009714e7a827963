package org.xinyidai.models.score;

import java.util.Locale;
import org.xinyidai.models.feature.FeatureDefinition;

/** A reason code in sentences that the enterprise can read (扣分原因说明). */
final class ReasonText {
  private ReasonText() {}

  static ReasonCode of(FeatureDefinition feature, double value, double pointsLost) {
    String textZh;
    String textEn;
    if (Double.isNaN(value)) {
      textZh = "缺少“%s”数据，少得%.0f分".formatted(feature.titleZh(), pointsLost);
      textEn = "No data for “%s”: %.0f points less".formatted(feature.titleEn(), pointsLost);
    } else {
      textZh = "%s为%s，少得%.0f分".formatted(feature.titleZh(), valueZh(feature, value), pointsLost);
      textEn =
          "%s is %s: %.0f points less"
              .formatted(feature.titleEn(), valueEn(feature, value), pointsLost);
    }
    return new ReasonCode(feature.name(), pointsLost, textZh, textEn);
  }

  private static String valueZh(FeatureDefinition feature, double value) {
    return switch (feature.unit()) {
      case FEN -> format("%,.2f元", value / 100);
      case RATIO -> format("%.1f%%", value * 100);
      default -> number(value) + feature.unit().titleZh();
    };
  }

  private static String valueEn(FeatureDefinition feature, double value) {
    return switch (feature.unit()) {
      case FEN -> format("CNY %,.2f", value / 100);
      case RATIO -> format("%.1f%%", value * 100);
      case MONTHS -> number(value) + " months";
      case DAYS -> number(value) + " days";
      case KILOWATT_HOURS -> number(value) + " kWh";
      default -> number(value);
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) ? format("%,.0f", value) : format("%,.2f", value);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
