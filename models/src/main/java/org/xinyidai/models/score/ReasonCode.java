package org.xinyidai.models.score;

/**
 * Why a score is not higher (扣分原因).
 *
 * @param feature the feature that cost the points
 * @param pointsLost points below the best that this feature could give
 * @param textZh one sentence for the enterprise
 */
public record ReasonCode(String feature, double pointsLost, String textZh, String textEn) {}
