package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.history.History;

/** Proofs over random histories prove something only where the features have values there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeatureCoverageTest {
  private static final int HISTORIES = 200;

  @Test
  void in_random_histories_every_feature_takes_several_values_and_is_missing_at_times() {
    List<FeatureDefinition> features = FeatureCatalogue.CURRENT.features();
    List<Set<Double>> values = new ArrayList<>();
    List<Set<MissingReason>> reasons = new ArrayList<>();
    features.forEach(feature -> values.add(new HashSet<>()));
    features.forEach(feature -> reasons.add(new HashSet<>()));
    for (int seed = 0; seed < HISTORIES; seed++) {
      RandomFacts random = new RandomFacts(seed);
      FeatureVector vector =
          FeatureCatalogue.CURRENT.vector(
              History.knownAt(random.knownAt, RandomFacts.USCC, random.facts), random.asOf);
      for (int i = 0; i < vector.size(); i++) {
        values.get(i).add(vector.value(i));
        reasons.get(i).add(vector.missing(i));
      }
    }
    List<String> poor = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      boolean flag = features.get(i).name().endsWith("_flag");
      values.get(i).remove(Double.NaN);
      if (values.get(i).size() < (flag ? 2 : 3) || reasons.get(i).size() < 2) {
        poor.add(features.get(i).name() + " " + values.get(i).size() + " " + reasons.get(i));
      }
    }
    assertEquals(List.of(), poor);
  }
}
