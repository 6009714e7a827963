package org.xinyidai.engine.lead;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;

/**
 * What a lead tells beyond its bands once its enterprise has consented (授权后字段): by category, as
 * long as the consent holds.
 */
final class Details {
  /** The names of all members, in the order in which they are told. */
  static final List<String> NAMES =
      List.of(
          "uscc",
          "name",
          "score_points",
          "sales_invoiced_fen_12m",
          "tax_paid_fen_12m",
          "insured_persons_count_1m");

  private static final List<String> FEATURES = NAMES.subList(3, NAMES.size());

  private final Platform platform;
  private final Consents consents;

  Details(Platform platform, Consents consents) {
    this.platform = platform;
    this.consents = consents;
  }

  /** What a lender may see of an enterprise now; nothing without consent. */
  Map<String, Object> of(Uscc uscc, String lender, Instant now) {
    Set<DataCategory> open = EnumSet.noneOf(DataCategory.class);
    for (Consent consent : consents.of(uscc)) {
      if (consent.grantee().equals(lender)) {
        consent.categories().stream()
            .filter(category -> consent.opens(category, now))
            .forEach(open::add);
      }
    }
    return open.isEmpty() ? Map.of() : read(uscc, open);
  }

  private Map<String, Object> read(Uscc uscc, Set<DataCategory> open) {
    Map<String, Object> told = new LinkedHashMap<>();
    FeatureVector vector = platform.vectors().stored(uscc).orElse(null);
    if (vector == null) {
      return told;
    }
    if (open.contains(DataCategory.IDENTITY)) {
      told.put("uscc", uscc.value());
      History history = platform.vectors().history(uscc, platform.store().instant());
      String name = Profile.of(history, vector.asOf()).name();
      if (name != null) {
        told.put("name", name);
      }
    }
    if (open.contains(DataCategory.SCORE)) {
      platform.scores().score(vector).ifPresent(it -> told.put("score_points", it.points()));
    }
    if (open.contains(DataCategory.FEATURES)) {
      for (String name : FEATURES) {
        double value = vector.value(platform.vectors().schema().position(name).orElseThrow());
        if (!Double.isNaN(value)) {
          told.put(name, (long) value);
        }
      }
    }
    return told;
  }
}
