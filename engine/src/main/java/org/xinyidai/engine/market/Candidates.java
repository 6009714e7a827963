package org.xinyidai.engine.market;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.score.Score;

/** Makes of all that is known of an enterprise what products look at (匹配对象组装). */
final class Candidates {
  private final AttributeCatalogue catalogue;

  Candidates(AttributeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The candidate on the day of the vector.
   *
   * @param score null where no model could score the enterprise
   * @param declared what the enterprise says of itself, by name of a declared attribute
   */
  Candidate of(
      FeatureVector vector, @Nullable Score score, Profile profile, Map<String, Double> declared) {
    Candidate.Builder builder = Candidate.of(catalogue, vector).score(score).declared(declared);
    String industry = profile.industryCode();
    if (industry != null && !industry.isEmpty()) {
      // GB/T 4754 codes come with or without the letter of their section.
      boolean lettered = Character.isLetter(industry.charAt(0));
      builder.code("industry_code", lettered ? industry.substring(1) : industry);
      builder.code("industry_section", lettered ? industry.substring(0, 1) : null);
    }
    builder.code("division_code", profile.divisionCode());
    builder.day("founded_on", profile.foundedOn());
    builder.code(
        "subject_type", profile.subjectType() == null ? null : profile.subjectType().name());
    return builder.build();
  }
}
