/**
 * The feature catalogue as it stands (特征目录运行状态): how every feature spreads on a day, kept as a
 * snapshot, against a base that the operator chooses. In: kept vectors or facts. Out: snapshots,
 * reports. Next is {@code market}.
 */
@NullMarked
package org.xinyidai.engine.catalogue;

import org.jspecify.annotations.NullMarked;
