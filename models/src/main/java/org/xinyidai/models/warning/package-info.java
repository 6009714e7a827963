/**
 * Early warning of one enterprise against its own past (事前信用预警, F1). In: its vector and score now
 * and before. Out: what turned for the worse, in sentences. Next is {@code product}.
 */
@NullMarked
package org.xinyidai.models.warning;

import org.jspecify.annotations.NullMarked;
