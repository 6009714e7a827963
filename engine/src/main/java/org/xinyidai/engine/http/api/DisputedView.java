package org.xinyidai.engine.http.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.dispute.Effect;

/** That facts behind a score are disputed, and what was done to which features (争议标注, E1). */
record DisputedView(String textZh, String textEn, List<FeatureView> features) {
  /** One feature that is not as the facts alone would make it. */
  record FeatureView(String feature, String effect, String effectZh) {}

  /** Null where nothing is disputed. */
  static @Nullable DisputedView of(Map<String, Effect> touched) {
    if (touched.isEmpty()) {
      return null;
    }
    List<FeatureView> features =
        new TreeMap<>(touched)
            .entrySet().stream()
                .map(e -> new FeatureView(e.getKey(), e.getValue().name(), e.getValue().titleZh()))
                .toList();
    return new DisputedView(
        "该企业有记录正在异议处理中，%d项特征已剔除争议记录重算、冻结为争议前取值，或保留效力并标注异议，处理结果作出后将重新评分".formatted(features.size()),
        "Records of this enterprise are disputed: %d features leave them out, keep their last undisputed value, or count them under this mark until the objection is decided"
            .formatted(features.size()),
        features);
  }
}
