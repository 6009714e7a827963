package org.xinyidai.models.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.subject.Uscc;

/** An enterprise with the values that a test names and no others. */
final class SampleCandidate {
  static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  private SampleCandidate() {}

  static Candidate with(Map<String, Double> features, Map<String, Double> declared) {
    return builder(features).declared(declared).build();
  }

  static Candidate.Builder builder(Map<String, Double> features) {
    double[] values = new double[SampleCatalogue.CATALOGUE.features()];
    byte[] missing = new byte[values.length];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(missing, MissingReason.FEED_ABSENT.code());
    features.forEach(
        (name, value) -> {
          int position = SampleCatalogue.CATALOGUE.positionOf(name);
          values[position] = value;
          missing[position] = MissingReason.NONE.code();
        });
    FeatureVector vector =
        new FeatureVector(
            Uscc.fromStem("91430100MA4L0001"), 7, DAY, Instant.EPOCH, values, missing);
    return Candidate.of(SampleCatalogue.CATALOGUE, vector);
  }
}
